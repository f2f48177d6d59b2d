package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const quejasDJ, hospital = "coordinacion-atencion-a-quejas-y-casos-especiales", "umae-jcims000301"

// peticionQueja is a complaint of Jalisco that names a hospital.
func peticionQueja(anonima bool) objeto {
	quien := objeto{"tipo": "derechohabiente", "nombre": "Rosa Elena Prado Luna", "telefono": "3312345678", "aviso_privacidad": "2025-03"}
	if anonima {
		quien = objeto{"tipo": "derechohabiente", "anonimo": true}
	}
	return objeto{
		"canal": "modulo", "relato": "Esperé nueve horas en urgencias.", "fecha_hechos": "2026-02-27", "clasificacion": objeto{"tipo": "queja"},
		"senalado": objeto{"persona": "Marta Solís", "area": hospital}, "peticionario": quien,
	}
}

func docs(requisitos ...string) objeto {
	var ds []objeto
	for _, r := range requisitos {
		ds = append(ds, objeto{"requisito": r, "referencia": "Foja 1"})
	}
	return objeto{"documentos": ds}
}

func oficioQueja(n string) objeto {
	return objeto{"medio": "oficio", "oficio": objeto{"numero": n, "fecha": "2026-03-03"}}
}

// quejaMedica is a petition turned to the medical path: captured by an
// attendant, observed by the centre, sent by the head, received, required and
// decided by the body, told, fulfilled and closed. It gives the folio.
func quejaMedica(m *mundo) string {
	p := m.como(taod("14")).POST("/v1/peticiones", peticionQueja(false)).espera(201).texto("folio")
	m.como(taod("14")).POST("/v1/peticiones/"+p+"/turnar", `{"via": "medica", "motivo": "Se queja de la atención en urgencias."}`).espera(200).es("estado", "en_otra_via")
	folio := m.como(taod("14")).GET("/v1/quejas?peticion=%s", p).espera(200).es("elementos.0.via", "medica", "elementos.0.estado", "abierta").texto("elementos.0.folio")
	ruta := "/v1/quejas/" + folio
	m.como(jefa("15")).POST(ruta+"/integrar", docs("escrito")).niega(403, "fuera-de-ambito").es("facultad", "siade.quejas:registrar", "unidades_facultadas.1.unidad", "caood-7.1")
	m.hace("2026-03-02", taod("14"), ruta, "integrar", docs("escrito", "relacion_hechos", "vigencia_derechos")).es("estado", "abierta")
	m.hace("2026-03-03", titular("doe-7.1.3.1.1"), ruta, "revisar", `{"detalle": "Falta el expediente clínico.", "dias": 2}`).es("observaciones.0.clave", 1)
	m.hace("2026-03-03", taod("14"), ruta, "integrar", docs("expediente_clinico")).es("estado", "integrada")
	m.hace("2026-03-03", taod("14"), ruta, "subsanar", `{"clave": 1, "correccion": "Se integró el expediente."}`)
	m.como(taod("14")).POST(ruta+"/remitir", oficioQueja("CAOOD14/0123/2026")).niega(403, "requiere-titular")
	m.hace("2026-03-03", jefa("14"), ruta, "remitir", oficioQueja("CAOOD14/0123/2026")).es("estado", "remitida", "remisiones.0.en_plazo", true, "vence", "2026-05-13")
	instancia := contraparte("area", quejasDJ)
	m.hace("2026-03-04", instancia, ruta, "recibir", `{"fecha": "2026-03-04", "expediente": "QM/0123/2026"}`).es("estado", "en_tramite", "etapa", "recepcion", "notas", nil)
	m.hace("2026-03-05", instancia, ruta, "avanzar", `{"etapa": "integracion", "fecha": "2026-03-05"}`)
	m.hace("2026-03-05", instancia, ruta, "requerir", objeto{"solicitud": "Informe de urgencias", "oficio": "UDH/1/2026", "recibido": "2026-03-05", "dias": 5, "area": hospital}).es("estado", "requerida")
	m.hace("2026-03-09", contraparte("area", hospital), ruta, "rendir-informe", `{"numero": 1, "texto": "Se valoró a las nueve horas.", "oficio": "HE/22/2026"}`).es("peticion", nil, "senalado", nil)
	m.hace("2026-03-10", jefa("14"), ruta, "contestar", `{"numero": 1, "texto": "Se rinde el informe.", "oficio": "CAOOD14/0150/2026"}`).es("estado", "en_tramite", "requerimientos.0.respuesta.tarde", nil)
	m.hace("2026-03-11", taod("14"), ruta, "contactar", `{"medio": "telefono", "logrado": true, "nota": "Se explicó en qué etapa va."}`)
	for _, e := range []string{"investigacion", "dictamen", "proyecto_acuerdo"} {
		m.hace("2026-03-20", instancia, ruta, "avanzar", objeto{"etapa": e, "fecha": "2026-03-20"})
	}
	m.hace("2026-03-23", instancia, ruta, "resolver", objeto{
		"sentido": "procedente", "fecha": "2026-03-23", "oficio": "UDH/0912/2026", "resumen": "Se acreditó la demora.",
		"puntos": []objeto{{"texto": "Reprogramar la cirugía", "responsable": hospital, "vence": "2026-04-15"}},
	}).es("estado", "resuelta", "decision.puntos.0.clave", "P1")
	m.hace("2026-03-24", jefa("14"), ruta, "comunicar", `{"medio": "telefono", "fecha": "2026-03-24", "texto": "Su queja resultó procedente."}`).es("estado", "comunicada")
	m.como(taod("14")).GET("/v1/peticiones/%s", p).espera(200).es("estado", "respondida", "respuesta.texto", "Queja médica: Su queja resultó procedente.", "notificacion.medio", "telefono")
	m.como(jefa("14")).POST(ruta+"/cerrar", nil).rompe("SIADE-QUEJA-35", "body")
	m.amanece("2026-04-16")
	m.como(jefa("14")).GET("%s", ruta).espera(200).es("escalamientos.0.clave", "P1", "escalamientos.0.unidad", "caood-7.1")
	m.hace("2026-04-17", contraparte("area", hospital), ruta, "cumplir", `{"punto": "P1", "fecha": "2026-04-16", "prueba": "Nota quirúrgica"}`)
	m.hace("2026-04-17", jefa("14"), ruta, "cerrar", nil).es("estado", "concluida", "desenlace.nota", "Resuelta: Procedente")
	return folio
}

func TestAPetitionIsFollowedInItsPathToTheEnd(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := quejaMedica(m)
		require.Equal(m, []string{
			"abrir | caood-7.1 | expreso siade.atencion:turnar | caood-7.1/2",
			"integrar | caood-7.1 | expreso siade.quejas:registrar | caood-7.1/2",
			"revisar | doe-7.1.3.1.1 | expreso siade.quejas:seguir | doe-7.1.3.1.1/3",
			"integrar | caood-7.1 | expreso siade.quejas:registrar | caood-7.1/2",
			"subsanar | caood-7.1 | expreso siade.quejas:registrar | caood-7.1/2",
			"remitir | caood-7.1 | expreso siade.quejas:turnar | caood-7.1/2",
			"recibir | area:" + quejasDJ + " | contraparte",
			"avanzar | area:" + quejasDJ + " | contraparte",
			"requerir | area:" + quejasDJ + " | contraparte",
			"rendir-informe | area:" + hospital + " | contraparte",
			"contestar | caood-7.1 | expreso siade.quejas:turnar | caood-7.1/2",
			"contactar | caood-7.1 | expreso siade.quejas:registrar | caood-7.1/2",
			"avanzar | area:" + quejasDJ + " | contraparte", "avanzar | area:" + quejasDJ + " | contraparte", "avanzar | area:" + quejasDJ + " | contraparte",
			"resolver | area:" + quejasDJ + " | contraparte",
			"comunicar | caood-7.1 | expreso siade.quejas:registrar | caood-7.1/2",
			"escalar | sistema | sistema",
			"cumplir | area:" + hospital + " | contraparte",
			"cerrar | caood-7.1 | expreso siade.quejas:registrar | caood-7.1/2",
		}, m.como(jefa("14")).historia("quejas", folio))
		envios := m.como(jefa("14")).GET("/v1/envios?expediente=%s", folio).espera(200)
		assert.Equal(m, quejasDJ, envios.texto("elementos.0.destinatarios.0.clave"))
		m.como(jefa("15")).GET("/v1/quejas/%s", folio).niega(403, "sin-lectura")

		// Its path and its terms, with their sources, and how all of them go.
		v := m.como(taod("14")).GET("/v1/quejas/vias?via=medica").espera(200)
		v.es("elementos.0.instancias.0.organo", quejasDJ, "elementos.0.etapas.3.etapa", "dictamen", "elementos.0.terminos.0.plazo", "resolucion", "elementos.0.terminos.0.termino.cuenta", 50)
		assert.Len(m, m.como(taod("14")).GET("/v1/quejas/vias").espera(200).lista("elementos"), 10)
		m.como(taod("14")).GET("/v1/quejas/vias?via=acceso_informacion&fecha=2025-03-20").espera(200).es("elementos.0.terminos.0.termino.fuente.norma", "LFTAIP")
		m.como(titular("doe-7.1.3.1")).GET("/v1/quejas/tablero").espera(200).es("filas.0.via", "medica", "filas.0.por_sentido.procedente", 1, "filas.0.mediana_dias", 21, "filas.0.escaladas", 1)
		m.como(jefa("15")).GET("/v1/quejas/tablero").espera(200).es("filas.0", nil)
		m.como(titular("doe-7.1.4")).GET("/v1/quejas/tablero").niega(403, "sin-lectura")
		m.como(contraparte("area", quejasDJ)).GET("/v1/quejas/tablero").niega(403, "sin-lectura")

		// Several faults at once, and who may.
		p := m.como(taod("14")).POST("/v1/peticiones", peticionQueja(false)).espera(201).texto("folio")
		malo := objeto{"peticion": p, "via": "conamed", "asunto": "Acto médico", "area": "nadie", "grave": true, "instancia": "otra", "fecha_hechos": "2026-12-31"}
		r := m.como(taod("14")).POST("/v1/quejas", malo)
		for regla, lugar := range map[string]string{
			"SIADE-QUEJA-06": "body.previa", "SIADE-QUEJA-07": "body.instancia", "SIADE-QUEJA-08": "body.area", "SIADE-QUEJA-10": "body.fecha_hechos", "SIADE-QUEJA-11": "body.grave",
		} {
			r.rompe(regla, lugar)
		}
		m.como(jefa("15")).POST("/v1/quejas", objeto{"peticion": p, "via": "medica", "asunto": "De otro OOAD"}).rompe("SIADE-QUEJA-01", "body.peticion")
		m.como(titular("doe-7.1.4")).POST("/v1/quejas", objeto{"peticion": p, "via": "medica", "asunto": "De otra rama"}).niega(403, "sin-facultad").es("facultad", "siade.quejas:registrar", "unidades_facultadas.0.unidad", "doe-7.1.3.1.1", "unidades_facultadas.1.unidad", "caood-7.1", "unidades_facultadas.2", nil)
		m.como(titular("doe-7.1.3.1.1")).POST("/v1/quejas", objeto{"peticion": p, "via": "conapred", "asunto": "Discriminación", "ooad": "14"}).espera(201).es("unidad", "caood-7.1", "ooad", "14")
		m.como(taod("14")).POST("/v1/quejas", objeto{"peticion": p, "via": "conapred", "asunto": "Discriminación"}).rompe("SIADE-QUEJA-04", "body.via")
		m.integro()
	})
}

func TestRegla26AnAnonymousPetitionTakesOnlyThePathsThatAllowIt(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		// The human rights commission needs an identity: the case waits, and then
		// ends as information to the area; who petitions is told by folio and key.
		e := peticionQueja(true)
		delete(e, "clasificacion")
		e["canal"], e["ooad"] = "web", "14"
		alta := m.como(publico).POST("/v1/publico/peticiones", e).espera(201)
		p, clave := alta.texto("folio"), alta.texto("clave_seguimiento")
		q := m.como(taod("14")).POST("/v1/quejas", objeto{"peticion": p, "via": "cndh", "asunto": "Maltrato"}).espera(201).es("estado", "en_espera", "vence", "2026-03-16").texto("folio")
		ver := func() cuerpo {
			return m.como(publico).con("Clave-Seguimiento", clave).GET("/v1/publico/peticiones/%s", p).espera(200)
		}
		ver().es("vias.0.nombre", "Queja ante la CNDH", "vias.0.fin", nil, "estado", "en_otra_via")
		m.amanece("2026-03-17")
		m.como(taod("14")).GET("/v1/quejas/%s", q).espera(200).es("estado", "informativa")
		ver().es("vias.0.nota", "La vía «Queja ante la CNDH» pide identidad: se atiende como información al área.", "estado", "registrada")

		// A report of administrative fault may be anonymous, and is confidential.
		m.el("2026-03-03")
		p = m.como(taod("14")).POST("/v1/peticiones", peticionQueja(true)).espera(201).texto("folio")
		ruta := "/v1/quejas/" + m.como(taod("14")).POST("/v1/quejas", objeto{"peticion": p, "via": "falta_administrativa", "asunto": "Cobro indebido"}).espera(201).es("estado", "abierta", "reservada", true).texto("folio")
		otra := persona("caood-7.1", "taod", "14")
		otra.Sub = "otra"
		m.como(otra).GET("%s", ruta).niega(404, "no-encontrado")
		denunciada := jefa("14")
		denunciada.Sub, denunciada.Nombre = "enf-14-201", "Marta Solís"
		m.como(denunciada).GET("%s", ruta).niega(404, "no-encontrado")
		m.como(taod("14")).POST(ruta+"/integrar", docs("datos_o_indicios")).espera(200).es("estado", "integrada")
		m.como(jefa("14")).POST(ruta+"/remitir", oficioQueja("CAOOD14/0200/2026")).espera(200)
		m.como(taod("14")).GET("/v1/peticiones/%s", p).niega(404, "no-encontrado") // reserved to the heads
		m.como(jefa("14")).GET("/v1/peticiones/%s", p).espera(200).es("estado", "canalizada", "canalizacion.organo", "organo-interno-de-control", "canalizacion.en_plazo", true)
		m.como(contraparte("area", hospital)).GET("%s", ruta).niega(404, "no-encontrado")
		oic := contraparte("area", "organo-interno-de-control")
		m.como(oic).POST(ruta+"/recibir", `{"fecha": "2026-03-03", "expediente": "OIC/1"}`).espera(200)
		pide := objeto{"solicitud": "Plantilla del servicio", "oficio": "OIC/2", "recibido": "2026-03-03", "area": hospital}
		m.como(oic).POST(ruta+"/requerir", pide).rompe("SIADE-QUEJA-22", "body.area")
		pide["area"] = "dn-administracion"
		m.como(oic).POST(ruta+"/requerir", pide).espera(200)
		r := m.como(contraparte("area", "dn-administracion")).GET("%s", ruta).espera(200).es("requerimientos.0.solicitud", "Plantilla del servicio", "peticion", nil, "asunto", nil, "senalado", nil, "area", nil, "organo", nil)
		assert.NotContains(m, string(r.crudo), p)
		m.como(contraparte("area", "dn-administracion")).POST(ruta+"/resolver", `{"sentido": "no_admitida", "fecha": "2026-03-03", "oficio": "1", "resumen": "No es."}`).rompe("SIADE-QUEJA-19", "body")
		m.integro()
	})
}
