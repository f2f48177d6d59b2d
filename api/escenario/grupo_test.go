package escenario_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const pdfActa = "%PDF-1.7 acta de asamblea"

// grupoAcreditado is a group of pensioners with its representation proved by a
// document on file. It gives its folio.
func grupoAcreditado(m *mundo) string {
	datos := objeto{"clase": "jubilados_pensionados", "nombre": "Unión de Jubilados de Occidente", "miembros": 320, "telefono": "3312345678", "aviso_privacidad": "2025-03"}
	m.como(titular(atencionDOE)).POST("/v1/grupos", datos).espera(201).es("ooad", "09", "unidad", "doe-7.1.3.1")
	m.como(titular("doe-7.1.4")).POST("/v1/grupos", datos).niega(403, "sin-facultad")
	g := m.como(taod("14")).POST("/v1/grupos", datos).espera(201).es("estado", "registrado", "ooad", "14", "unidad", "caood-7.1", "telefono", nil).texto("folio")
	m.como(taod("14")).adjuntar("/v1/grupos/"+g+"/adjuntos", "acta.pdf", "application/pdf", pdfActa).espera(200)
	huella := fmt.Sprintf("%x", sha256.Sum256([]byte(pdfActa)))
	acredita := objeto{"nombre": "Rosa Elena Prado Luna", "aviso_privacidad": "2025-03", "cargo": "Presidencia", "documento": "acta_asamblea", "folio_documento": "Acta 12", "sha256": huella, "desde": "2026-01-02", "hasta": "2026-12-31"}
	m.como(titular(atencionDOE)).POST("/v1/grupos/"+g+"/acreditar", acredita).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", "caood-7.1", "unidades_facultadas.1", nil)
	m.como(taod("14")).POST("/v1/grupos/"+g+"/acreditar", acredita).espera(200).es("estado", "acreditado", "representaciones.0.cargo", "Presidencia", "vence", "2026-12-31")
	return g
}

func dosDemandas(g string) objeto {
	return objeto{"grupo": g, "representante": 1, "recibida": "2026-03-02", "medio": "oficio", "documento": "Escrito UJO/014/2026", "demandas": []objeto{
		{"texto": "Que la farmacia de la UMF 3 surta completas las recetas de personas jubiladas.", "unidad_servicio": "JCIMS000301"},
		{"texto": "Que se explique el trámite para corregir semanas cotizadas."},
		{"texto": "Que el elevador de la clínica se repare para quienes usan silla de ruedas."},
	}}
}

// solicitudAtendida is a request with three demands, from its reception to the
// closing report: one answered in the meeting, one as a petition and one by an
// agreement.
func solicitudAtendida(m *mundo) (grupo, folio string) {
	grupo = grupoAcreditado(m)
	folio = m.como(taod("14")).POST("/v1/solicitudes-grupo", dosDemandas(grupo)).espera(201).es("estado", "recibida", "clase", "jubilados_pensionados", "demandas.2.situacion", "por_tratar", "vence", "2026-03-09").texto("folio")
	ruta := "/v1/solicitudes-grupo/" + folio
	m.como(taod("14")).POST(ruta+"/asignar", `{"responsable": "taod-14-007"}`).espera(200)
	cita := objeto{"inicio": "2026-03-12T16:00:00.000000Z", "modalidad": "presencial", "lugar": "Sala de juntas", "demandas": []int{1, 2, 3}, "areas": []objeto{
		{"organo": "ooad-14", "asunto": "Abasto de la farmacia"}, {"organo": "dn-administracion", "asunto": "Elevador de la clínica", "enlace": true},
	}}
	r := m.hace("2026-03-03", taod("14"), ruta, "programar", cita).es("estado", "programada", "reuniones.0.situacion", "por_celebrar")
	m.como(contraparte("area", "ooad-14")).POST(ruta+"/confirmar", `{"asiste": true, "cargo": "Jefatura de Prestaciones Médicas"}`).espera(200).es("reuniones.0.areas.0.asiste", true, "escalamientos", nil)
	m.como(publico).POST(r.enlace("confirmar", "dn-administracion"), `{"motivo": "Envía informe por escrito."}`).espera(200)
	m.como(contraparte("area", "dn-prestaciones-medicas")).GET("%s", ruta).niega(404, "no-encontrado")
	m.como(contraparte("area", "ooad-14")).POST(ruta+"/informar-demanda", `{"demanda": 1, "texto": "El faltante se debe a un contrato que vence en abril."}`).espera(200)
	minuta := objeto{"representante": 1, "asistentes": 6, "institucion": []string{"Titular de la coordinación"}, "areas": []string{"ooad-14"}, "firma": true, "tratadas": []objeto{
		{"demanda": 1, "trato": "peticion"}, {"demanda": 2, "trato": "resuelta", "respuesta": "Se explicó el trámite y se entregó la ficha."}, {"demanda": 3, "trato": "acuerdo"},
	}}
	m.como(taod("14")).POST(ruta+"/levantar-minuta", minuta).rompe("SIADE-GRUPO-38", "registro.reuniones")
	m.alas("2026-03-12", 13*time.Hour)
	m.como(taod("14")).POST(ruta+"/levantar-minuta", minuta).espera(200).es("estado", "en_seguimiento", "demandas.0.situacion", "por_registrar", "demandas.1.resultado", "atendida", "reuniones.0.areas.1.asistio", nil)
	peticion := m.como(taod("14")).POST("/v1/peticiones", objeto{
		"canal": "grupo_organizado", "relato": "La farmacia de la UMF 3 no surte completas las recetas de personas jubiladas.", "unidad_servicio": "JCIMS000301",
		"peticionario": objeto{"tipo": "organismo_privado", "nombre": "Unión de Jubilados de Occidente", "aviso_privacidad": "2025-03"}, "clasificacion": objeto{"tipo": "gestion"},
		"nace_de": objeto{"coleccion": "solicitudes-grupo", "folio": folio, "parte": 1},
	}).espera(201).es("nace_de.parte", 1).texto("folio")
	acuerdo := m.como(jefa("14")).POST(ruta+"/acordar", objeto{"demanda": 3, "pacto": objeto{
		"texto": "Reparar el elevador de la clínica.", "entregable": "Acta de entrega", "verificacion": "Dictamen de mantenimiento", "a_cargo": objeto{"organo": "ooad-14", "cargo": "Jefatura Administrativa"}, "compromiso": "2026-04-10",
	}}).espera(200).es("demandas.2.situacion", "en_acuerdo").texto("demandas.2.acuerdo")
	m.como(jefa("14")).GET("/v1/acuerdos/%s", acuerdo).espera(200).es("origen", "expediente", "nace_de.folio", folio, "nace_de.parte", 3, "unidad", "caood-7.1", "ooad", "14")
	m.hace("2026-03-13", taod("14"), ruta, "anotar-oportunidad", `{"texto": "Avisar a las asociaciones cuando cambie el horario.", "demandas": [1], "proceso": "Abasto de farmacia"}`)
	m.hace("2026-03-16", titular("doe-7.1.3.1"), ruta, "observar", `{"texto": "La minuta no dice quién asistió por el área."}`)
	m.hace("2026-03-17", taod("14"), ruta, "subsanar", `{"numero": 1, "correccion": "Se anexó la lista de asistencia."}`)
	m.hace("2026-03-18", taod("14"), "/v1/peticiones/"+peticion, "responder", `{"respuesta": "La farmacia surte completas las recetas desde hoy.", "en_persona": true}`)
	m.hace("2026-03-18", taod("14"), "/v1/peticiones/"+peticion, "cerrar", nil)
	m.como(taod("14")).GET("%s/avance", ruta).espera(200).es("elementos.0.estado", "cerrada", "elementos.0.concluyo", true, "elementos.2.compromiso", "2026-04-10")
	m.hace("2026-03-19", taod("14"), ruta, "dar-seguimiento", `{"nota": "Se confirmó con la farmacia."}`).es("estado", "en_seguimiento", "demandas.0.resultado", "peticion_concluida", "demandas.2.visto", "en_curso")
	prueba := objeto{"nombre": "acta.pdf", "sha256": strings.Repeat("a", 64), "periodo_desde": "2026-03-20", "periodo_hasta": "2026-03-23"}
	m.hace("2026-03-23", contraparte("evaluado", "ooad-14"), "/v1/acuerdos/"+acuerdo, "reportar-avance", objeto{"avance": 100, "evidencias": []objeto{prueba}})
	m.hace("2026-03-24", jefa("14"), "/v1/acuerdos/"+acuerdo, "verificar", objeto{"verificado": 100, "evidencias": []objeto{{"evidencia": "E1", "resultado": "aceptada"}}}).es("estado", "cumplido")
	m.hace("2026-03-25", taod("14"), ruta, "dar-seguimiento", `{"nota": "Se visitó la clínica."}`).es("estado", "por_cerrar", "demandas.2.resultado", "acuerdo_cumplido")
	m.hace("2026-03-26", jefa("14"), ruta, "cerrar", `{"sintesis": "Las tres demandas quedaron atendidas.", "oficio": "CAOD-14/0120/2026", "medio": "oficio", "entregado": "2026-03-26"}`).
		es("estado", "concluida", "informe.demandas", 3, "informe.por_resultado.acuerdo_cumplido", 1, "informe.reuniones", 1, "informe.areas_convocadas", 2, "informe.areas_asistieron", 1, "informe.dias", 24, "vence", nil)
	m.como(taod("14")).GET("/v1/grupos/%s", grupo).espera(200).es("solicitudes_abiertas", nil, "solicitudes_concluidas", 1)
	return grupo, folio
}

func TestAGroupIsHeardDemandByDemandUntilAllHaveEnded(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		g, folio := solicitudAtendida(m)
		const atiende = "expreso siade.grupos:atender | caood-7.1/8"
		require.Equal(m, []string{
			"recibir | caood-7.1 | " + atiende, "asignar | caood-7.1 | " + atiende, "programar | caood-7.1 | " + atiende,
			"confirmar | area:ooad-14 | contraparte", "confirmar | area:dn-administracion | contraparte", "informar-demanda | area:ooad-14 | contraparte",
			"levantar-minuta | caood-7.1 | " + atiende, "ligar-peticion | caood-7.1 | " + atiende, "acordar | caood-7.1 | " + atiende, "ligar-acuerdo | sistema | sistema",
			"anotar-oportunidad | caood-7.1 | expreso siade.grupos:analizar | caood-7.1/8", "observar | doe-7.1.3.1 | expreso siade.grupos:coordinar | doe-7.1.3.1/3",
			"subsanar | caood-7.1 | " + atiende, "dar-seguimiento | caood-7.1 | " + atiende, "dar-seguimiento | caood-7.1 | " + atiende, "cerrar | caood-7.1 | " + atiende,
		}, m.como(titular(atencionDOE)).historia("solicitudes-grupo", folio))
		// Rule 25: the act rests on a policy besides the function.
		h := m.como(titular(atencionDOE)).todo("/v1/solicitudes-grupo/" + folio + "/historial")
		assert.Contains(m, h[2].texto("fundamento.documento"), "5.9")
		// Who represents the group lies apart, and reading it is an act.
		r := m.como(jefa("14")).GET("/v1/grupos/%s", g).espera(200)
		assert.NotContains(m, string(r.crudo), "Rosa")
		for _, e := range m.como(jefa("14")).todo("/v1/grupos/" + g + "/historial") {
			assert.NotContains(m, string(e.crudo), "3312345678")
		}
		id := m.como(jefa("14")).GET("/v1/grupos/%s/identidad?motivo=Confirmar+la+asistencia+a+la+reunion", g).espera(200)
		assert.Contains(m, string(id.crudo), "Rosa Elena Prado Luna")
		m.como(taod("15")).GET("/v1/solicitudes-grupo/%s", folio).niega(403, "sin-lectura")
		m.como(titular("doe-7.1.3.1")).GET("/v1/solicitudes-grupo/resumen").espera(200).
			es("filas.0.ooad", "14", "filas.0.demandas", 3, "filas.0.terminadas", 3, "filas.0.por_resultado.atendida", 1, "filas.0.areas_sin_asistir", 1, "filas.0.mediana_dias", 17, "filas.1", nil)
		m.como(taod("15")).GET("/v1/solicitudes-grupo/resumen?por=clase").espera(200).es("filas.0", nil)
		m.como(titular("doe-7.1.4")).GET("/v1/solicitudes-grupo/resumen").niega(403, "fuera-de-ambito")
		m.como(jefa("14")).GET("/v1/solicitudes-grupo/resumen?desde=2026-03-02&hasta=2026-03-01").espera(422)
		m.integro()
	})
}

func TestAGroupWithoutRepresentationIsRefusedAndEveryFaultIsTold(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		g := grupoAcreditado(m)
		m.amanece("2026-12-02")
		m.como(taod("14")).GET("/v1/grupos/%s", g).espera(200).es("estado", "acreditado", "representaciones.0.avisada", "2026-12-02")
		m.amanece("2027-01-01")
		m.como(taod("14")).GET("/v1/grupos/%s", g).espera(200).es("estado", "vencido", "representaciones.0.fin", "2026-12-31", "vence", nil)
		mala := dosDemandas(g)
		mala["recibida"], mala["documento"] = "2026-03-02", ""
		delete(mala, "documento")
		mala["demandas"] = append(mala["demandas"].([]objeto), objeto{"texto": "QUE SE EXPLIQUE EL TRÁMITE PARA CORREGIR SEMANAS COTIZADAS."}, objeto{"texto": "Que abra la farmacia en domingo.", "unidad_servicio": "nada"})
		r := m.como(taod("14")).POST("/v1/solicitudes-grupo", mala)
		for regla, lugar := range map[string]string{"SIADE-GRUPO-18": "body.recibida", "SIADE-GRUPO-19": "body.documento", "SIADE-GRUPO-22": "body.grupo", "SIADE-GRUPO-24": "body.demandas[3].texto", "SIADE-GRUPO-23": "body.demandas[4].unidad_servicio"} {
			r.rompe(regla, lugar)
		}
		m.como(taod("14")).POST("/v1/grupos", objeto{"clase": "empresa", "nombre": "Textiles del Valle, S.A. de C.V.", "rfc": "GODE561231GR8", "registros_patronales": []string{"Y54-23870-10-9", "XX1"}}).rompe("SIADE-GRUPO-04", "body.registros_patronales[1]")
		m.como(taod("14")).POST("/v1/grupos", objeto{"clase": "empresa", "nombre": "Textiles", "rfc": "GODE561231GR8"}).rompe("SIADE-GRUPO-02", "body.rfc")
		m.como(taod("14")).POST("/v1/grupos", objeto{"clase": "empresa", "nombre": "Textiles"}).rompe("SIADE-GRUPO-03", "body.registros_patronales")
		m.como(taod("14")).POST("/v1/grupos", objeto{"clase": "comite_usuarios", "nombre": "Comité", "telefono": "3312345678"}).rompe("SIADE-GRUPO-01", "body.aviso_privacidad")
		e := m.como(taod("14")).POST("/v1/grupos", objeto{"clase": "patron_persona_fisica", "nombre": "Taller Solís", "rfc": "GODE561231GR8", "registros_patronales": []string{"Y54-23870-10-9"}, "aviso_privacidad": "2025-03"}).espera(201)
		e.es("registros_patronales.0", "Y5423870109", "rfc", nil)
		m.integro()
	})
}

// directrizVigente is a directive returned, corrected and authorised.
func directrizVigente(m *mundo) string {
	dice := objeto{"nombre": "Atención a grupos organizados", "texto": "Se recibe a cada grupo por su representante y se da cuenta de cada demanda.", "obligadas": []string{"caood-7.1"}, "canales": []string{"en_persona"}, "requisitos": []objeto{{"clase": "jubilados_pensionados", "documento": "acta_asamblea", "meses": 6}}, "dias": objeto{"programar": 2}}
	alta := objeto{"clave": "GRUPOS", "contenido": dice}
	m.como(jefa("14")).POST("/v1/directrices-grupos", alta).niega(403, "fuera-de-ambito").es("unidades_facultadas.0.unidad", "doe-7.1.3.1")
	folio := m.como(personal("doe-7.1.3.1")).POST("/v1/directrices-grupos", alta).espera(201).es("estado", "en_elaboracion").texto("folio")
	ruta := "/v1/directrices-grupos/" + folio
	m.hace("2026-03-03", titular(atencionDOE), ruta, "devolver", `{"reparos": [{"lugar": "canales", "texto": "Falta el oficio."}]}`).es("estado", "devuelto")
	dice["canales"] = []string{"en_persona", "oficio"}
	m.hace("2026-03-04", personal("doe-7.1.3.1"), ruta, "corregir", dice)
	m.como(titular(atencionDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-05"}`).rompe("SIADE-GRUPO-17", "body.oficio")
	m.hace("2026-03-04", titular(atencionDOE), ruta, "autorizar", `{"desde": "2026-03-05", "oficio": "7.1.3/0031/2026"}`).es("estado", "vigente")
	return folio
}

func TestRegla30TheDirectiveInForceRulesWhatIsReceivedThen(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		directrizVigente(m)
		m.el("2026-03-05")
		m.como(taod("14")).GET("/v1/directrices-grupos?clave=GRUPOS").espera(200).es("elementos.0.versiones.0.numero", 1)
		g := m.como(taod("14")).POST("/v1/grupos", objeto{"clase": "jubilados_pensionados", "nombre": "Unión de Jubilados"}).espera(201).texto("folio")
		m.como(taod("14")).adjuntar("/v1/grupos/"+g+"/adjuntos", "acta.pdf", "application/pdf", pdfActa).espera(200)
		huella := fmt.Sprintf("%x", sha256.Sum256([]byte(pdfActa)))
		acredita := objeto{"nombre": "Rosa Prado", "aviso_privacidad": "2025-03", "cargo": "Presidencia", "documento": "poder_notarial", "folio_documento": "Poder 9", "sha256": huella, "desde": "2026-01-02", "hasta": "2026-12-31"}
		m.como(taod("14")).POST("/v1/grupos/"+g+"/acreditar", acredita).rompe("SIADE-GRUPO-11", "body.documento")
		acredita["documento"] = "acta_asamblea"
		m.como(taod("14")).POST("/v1/grupos/"+g+"/acreditar", acredita).rompe("SIADE-GRUPO-12", "body.hasta")
		acredita["hasta"] = "2026-07-02"
		m.como(taod("14")).POST("/v1/grupos/"+g+"/acreditar", acredita).espera(200)
		pide := dosDemandas(g)
		pide["medio"] = "telefono"
		m.como(taod("14")).POST("/v1/solicitudes-grupo", pide).rompe("SIADE-GRUPO-20", "body.medio")
		pide["medio"] = "oficio"
		folio := m.como(taod("14")).POST("/v1/solicitudes-grupo", pide).espera(201).es("directriz", 1, "dias.programar", 2, "vence", "2026-03-09").texto("folio")
		// Nobody sets the meeting: the clock warns, each time further up.
		for _, dia := range []string{"2026-03-10", "2026-03-15", "2026-03-25"} {
			m.amanece(dia)
		}
		m.como(taod("14")).GET("/v1/solicitudes-grupo/%s", folio).espera(200).es("escalamientos.0.unidad", "caood-7.1", "escalamientos.1.unidad", "doe-7.1.3.1", "escalamientos.2.unidad", "doe-7.1.3")
		// What another open request asks for is not received twice.
		m.como(taod("14")).POST("/v1/solicitudes-grupo", objeto{"grupo": g, "representante": 1, "recibida": "2026-03-25", "medio": "en_persona", "demandas": []objeto{{"texto": "Que se explique el trámite para corregir semanas cotizadas."}}}).rompe("SIADE-GRUPO-25", "body.demandas[0].texto")
		m.integro()
	})
}
