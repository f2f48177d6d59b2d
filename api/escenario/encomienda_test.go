package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

const atencionDOE, modulosDOE = "doe-7.1.3", "doe-7.1.3.1"

func encargo(unidad string, extra ...any) objeto {
	e := objeto{"unidad": unidad, "compromiso": "2026-03-31", "contenido": objeto{
		"asunto": "Diagnóstico de los módulos con más quejas", "descripcion": "Visitar diez módulos y proponer cómo mejorar su atención.", "entregable": "Diagnóstico",
		"instruccion": objeto{"medio": "oficio", "numero": "7.1.3/0215/2026", "fecha": "2026-03-02"},
	}}
	for i := 0; i+1 < len(extra); i += 2 {
		e[extra[i].(string)] = extra[i+1]
	}
	return e
}

func entregable(n int, hasta string) objeto {
	return objeto{"texto": "Diagnóstico de los diez módulos.", "evidencias": []objeto{evidencia(n, "2026-03-02", hasta)}}
}

// encomiendaDeAtencion is a task of 7.1.3 to 7.1.3.1: rejected once,
// insisted on, accepted, told, returned once and concluded, with a facultad
// given meanwhile. It gives the folio.
func encomiendaDeAtencion(m *mundo) string {
	cuerpo := encargo(modulosDOE)
	cuerpo["contenido"].(objeto)["delegacion"] = objeto{"facultad": "siade.atencion:turnar", "desde": "2026-03-02", "hasta": "2026-03-31"}
	m.como(titular("doe-7.1.4")).POST("/v1/encomiendas", cuerpo).niega(403, "sin-facultad").es("facultad", "doe.encomiendas:coordinar", "unidades_facultadas.0.unidad", atencionDOE, "unidades_facultadas.1", nil)
	m.como(personal(atencionDOE)).POST("/v1/encomiendas", cuerpo).niega(403, "requiere-titular")
	folio := m.como(titular(atencionDOE)).POST("/v1/encomiendas", cuerpo).espera(201).
		es("estado", "encargada", "unidad", modulosDOE, "de", atencionDOE, "residual", "doe-7.1.3.1/15", "vence", "2026-03-31").texto("folio")
	ruta := "/v1/encomiendas/" + folio
	m.hace("2026-03-03", titular(modulosDOE), ruta, "rechazar", `{"causal": "corresponde_a_otra_unidad", "corresponde_a": "doe-7.1.3.1.2", "motivo": "Los módulos los lleva la división."}`).es("estado", "rechazada")
	m.como(titular(modulosDOE)).POST(ruta+"/rechazar", `{"causal": "fuera_de_linea", "motivo": "No es mi superior."}`).niega(409, "acto-no-abierto")
	m.hace("2026-03-04", titular(atencionDOE), ruta, "confirmar", `{"respuesta": "Se le encarga la coordinación, no la visita."}`).es("estado", "encargada")
	m.como(titular(modulosDOE)).POST(ruta+"/rechazar", `{"causal": "fuera_de_linea", "motivo": "No es mi superior."}`).rompe("DOE-ENCOMIENDA-09", "body.causal")
	m.hace("2026-03-05", titular(modulosDOE), ruta, "aceptar", nil).es("estado", "aceptada")
	m.hace("2026-03-12", personal(modulosDOE), ruta, "reportar-avance", objeto{"avance": 40, "nota": "Cuatro de diez módulos."})
	m.hace("2026-03-13", personal(atencionDOE), ruta, "indicar", `{"texto": "Dé prioridad a los módulos con más quejas."}`)
	m.hace("2026-03-20", titular(modulosDOE), ruta, "entregar", entregable(1, "2026-03-19")).es("estado", "entregada", "entregas.0.tarde", nil)
	m.como(titular(modulosDOE)).POST(ruta+"/concluir", `{"resultado": "conforme"}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", atencionDOE)
	m.hace("2026-03-23", titular(atencionDOE), ruta, "devolver", `{"observaciones": ["Faltan dos módulos"]}`).es("estado", "devuelta")
	m.amanece("2026-04-01")
	m.como(titular(atencionDOE)).GET("%s", ruta).espera(200).es("escalamientos.0.unidad", atencionDOE, "escalamientos.0.plazo", "entrega", "semaforo", "vencido")
	m.amanece("2026-04-06")
	m.hace("2026-04-06", titular(modulosDOE), ruta, "entregar", entregable(2, "2026-04-03")).es("entregas.1.tarde", 6)
	m.hace("2026-04-07", titular(atencionDOE), ruta, "concluir", `{"resultado": "conforme_con_reservas", "nota": "La entrega fue tardía."}`).es("estado", "concluida", "vence", nil)
	return folio
}

func TestASuperiorAssignsUnderTheResidualFunction(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := encomiendaDeAtencion(m)
		require.Equal(m, []string{
			"encargar | doe-7.1.3 | jerarquico doe.encomiendas:coordinar | doe-7.1.3/17",
			"rechazar | doe-7.1.3.1 | expreso doe.encomiendas:atender | doe-7.1.3.1/15",
			"confirmar | doe-7.1.3 | jerarquico doe.encomiendas:coordinar | doe-7.1.3/17",
			"aceptar | doe-7.1.3.1 | expreso doe.encomiendas:atender | doe-7.1.3.1/15",
			"reportar-avance | doe-7.1.3.1 | expreso doe.encomiendas:atender | doe-7.1.3.1/15",
			"indicar | doe-7.1.3 | jerarquico doe.encomiendas:seguir | doe-7.1.3/17",
			"entregar | doe-7.1.3.1 | expreso doe.encomiendas:atender | doe-7.1.3.1/15",
			"devolver | doe-7.1.3 | jerarquico doe.encomiendas:supervisar | doe-7.1.3/17",
			"escalar | sistema | sistema", "escalar | sistema | sistema",
			"entregar | doe-7.1.3.1 | expreso doe.encomiendas:atender | doe-7.1.3.1/15",
			"concluir | doe-7.1.3 | jerarquico doe.encomiendas:supervisar | doe-7.1.3/17",
		}, m.como(titular(atencionDOE)).historia("encomiendas", folio))
		m.como(titular(atencionDOE)).POST("/v1/encomiendas", encargo("caood-7.1")).rompe("DOE-ENCOMIENDA-01", "body.ooad")
		malo := encargo(modulosDOE, "compromiso", "2026-04-01")
		malo["contenido"].(objeto)["instruccion"] = objeto{"medio": "oficio", "numero": "1", "fecha": "2026-12-01"}
		malo["contenido"].(objeto)["delegacion"] = objeto{"facultad": "siade.atencion:coordinar", "desde": "2026-05-02", "hasta": "2026-05-01"}
		r := m.como(titular(atencionDOE)).POST("/v1/encomiendas", malo)
		for regla, lugar := range map[string]string{
			"DOE-ENCOMIENDA-03": "body.contenido.instruccion.fecha", "DOE-ENCOMIENDA-04": "body.compromiso",
			"DOE-ENCOMIENDA-05": "body.contenido.delegacion.facultad", "DOE-ENCOMIENDA-06": "body.contenido.delegacion.hasta",
		} {
			r.rompe(regla, lugar)
		}
		m.como(titular(atencionDOE)).GET("/v1/encomiendas/tablero").espera(200).es("de", atencionDOE, "filas.0.unidad", modulosDOE, "filas.0.tarde", 1, "filas.0.por_estado.concluida", 1)
		m.como(titular("doe-7.1")).GET("/v1/encomiendas/tablero?unidad=%s", atencionDOE).espera(200).es("filas.0.total", 1)
		m.como(titular(modulosDOE)).GET("/v1/encomiendas/tablero?unidad=%s", atencionDOE).niega(403, "fuera-de-linea")
		m.integro()
	})
}

func TestRegla22TheDirectorGeneralAssignsTo71AndThe713ToARegionalCoordination(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		dg := contraparte("direccion_general", "organo-direccion-general")
		m.como(dg).POST("/v1/encomiendas", encargo(modulosDOE)).rompe("DOE-ENCOMIENDA-02", "body.unidad")
		r := m.como(dg).POST("/v1/encomiendas", encargo("doe-7.1")).espera(201).es("unidad", "doe-7.1", "mandante", "organo-direccion-general", "de", nil)
		ruta := "/v1/encomiendas/" + r.texto("folio")
		m.hace("2026-03-03", titular("doe-7.1"), ruta, "aceptar", nil)
		// What the directorate received it shares out in its line.
		parte := encargo("doe-7.1.5")
		parte["contenido"].(objeto)["deriva_de"] = r.texto("folio")
		m.como(titular("doe-7.1")).POST("/v1/encomiendas", parte).espera(201).es("encargo.deriva_de", r.texto("folio"))
		m.como(dg).GET("/v1/encomiendas/tablero").espera(200).es("de", "organo-direccion-general", "filas.0.unidad", "doe-7.1", "filas.0.en_curso", 1)
		m.hace("2026-03-20", titular("doe-7.1"), ruta, "entregar", entregable(1, "2026-03-19"))
		m.como(titular("doe-7.1")).POST(ruta+"/concluir", `{"resultado": "conforme"}`).niega(403, "sin-facultad").es("unidades_facultadas", nil)
		m.hace("2026-03-23", dg, ruta, "concluir", `{"resultado": "conforme"}`)
		require.Equal(m, []string{
			"encargar | direccion_general:organo-direccion-general | contraparte | doe-7.1/21",
			"aceptar | doe-7.1 | expreso doe.encomiendas:atender | doe-7.1/21",
			"entregar | doe-7.1 | expreso doe.encomiendas:atender | doe-7.1/21",
			"concluir | direccion_general:organo-direccion-general | contraparte | doe-7.1/21",
		}, m.como(dg).historia("encomiendas", r.texto("folio")))

		m.el("2026-03-02")
		r = m.como(titular(atencionDOE)).POST("/v1/encomiendas", encargo("caood-7.1", "ooad", "14")).espera(201).es("unidad", "caood-7.1", "ooad", "14", "copia.organo", "ooad-14")
		ruta = "/v1/encomiendas/" + r.texto("folio")
		m.como(contraparte("evaluado", "ooad-14")).POST(ruta+"/acusar-copia", nil).espera(200).es("copia.acuse", "2026-03-02")
		m.como(contraparte("evaluado", "ooad-15")).GET("%s", ruta).niega(404, "no-encontrado")
		m.como(jefa("15")).POST(ruta+"/aceptar", nil).niega(403, "fuera-de-ambito")
		m.como(taod("14")).POST(ruta+"/aceptar", nil).niega(403, "requiere-titular")
		m.como(jefa("14")).POST(ruta+"/aceptar", nil).espera(200)
		assert.Equal(m, "aceptar | caood-7.1 | expreso doe.encomiendas:atender | caood-7.1/18", m.como(jefa("14")).historia("encomiendas", r.texto("folio"))[2])
		m.integro()
	})
}

func TestATaskOnRecordEmpowersWhileItLasts(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		cuerpo := encargo(modulosDOE)
		cuerpo["contenido"].(objeto)["delegacion"] = objeto{"facultad": "siade.atencion:turnar", "desde": "2026-03-02", "hasta": "2026-03-20"}
		folio := m.como(titular(atencionDOE)).POST("/v1/encomiendas", cuerpo).espera(201).texto("folio")
		ruta := "/v1/encomiendas/" + folio
		quien := titular(modulosDOE)
		quien.Encomienda = &doe.Encomienda{De: atencionDOE, Facultad: "siade.atencion:turnar", Documento: folio, Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-12-31")}
		turna := func(dia string, q rol) respuesta {
			m.Helper()
			m.el(dia)
			p := m.como(taod("14")).POST("/v1/peticiones", objeto{
				"canal": "modulo", "relato": "No hay citas en la unidad", "clasificacion": objeto{"tipo": "queja"}, "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true},
			}).espera(201).texto("folio")
			return m.como(q).POST("/v1/peticiones/"+p+"/turnar", `{"organo": "dn-prestaciones-medicas", "motivo": "Le compete por materia."}`)
		}
		turna("2026-03-02", quien).niega(403, "sin-facultad") // not accepted yet
		m.hace("2026-03-03", titular(modulosDOE), ruta, "aceptar", nil)
		turna("2026-03-03", titular(modulosDOE)).niega(403, "sin-facultad") // the token must say it
		p := turna("2026-03-03", quien).espera(200).texto("folio")
		hs := m.como(titular(atencionDOE)).todo("/v1/peticiones/" + p + "/historial")
		hs[len(hs)-1].es("fundamento.tipo", "encomienda", "fundamento.documento", folio, "fundamento.funciones.0", "doe-7.1.3.1/15")
		otra := quien
		otra.Encomienda = &doe.Encomienda{De: atencionDOE, Facultad: "siade.atencion:turnar", Documento: "ENC-2026-09-0000099-X", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-12-31")}
		turna("2026-03-03", otra).niega(403, "sin-facultad") // no such task
		otra.Encomienda.Documento = "Oficio 7.1.3/0999/2026"
		turna("2026-03-03", otra).espera(200) // a document that is no task of ours stands by itself
		turna("2026-03-20", quien).espera(200)
		turna("2026-03-21", quien).niega(403, "sin-facultad") // its last day passed, whatever the token says
		m.hace("2026-03-23", titular(atencionDOE), ruta, "cancelar", `{"motivo": "Terminó la contingencia."}`)

		// Every use shows to whom may read the petitions.
		usos := m.como(titular(atencionDOE)).todo(ruta + "/usos?limite=1")
		require.Len(m, usos, 2)
		usos[1].es("tramite", "peticion", "folio", p, "acto", "turnar", "unidad", modulosDOE, "fundamento.facultad", "siade.atencion:turnar", "documento", folio, "en", "2026-03-03T16:00:00.000000Z")
		m.como(titular("doe-7.1.4")).GET("%s/usos", ruta).espera(200).es("elementos.0", nil)
		m.como(contraparte("evaluado", "ooad-14")).GET("%s/usos", ruta).niega(404, "no-encontrado")
		m.integro()
	})
}
