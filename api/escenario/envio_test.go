package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// envioDeUnPlan sends a plan just asked for to two organs and a regional
// coordination: one acknowledges by its link, the other one never does. It
// gives the folio of the dispatch.
func envioDeUnPlan(m *mundo) string {
	tecnica := titular("doe-7.1.1.6")
	plan := m.como(titular(evaluaAdmva)).POST("/v1/planes-mejora", objeto{
		"organo": "ooad-14", "area": "Jefatura de Servicios de Prestaciones Médicas", "unidad_evaluadora": divisionAdmva, "origen": "evaluacion", "dias": 20,
		"asunto": "Surtimiento de recetas", "hallazgos": []objeto{{"clave": "H1", "descripcion": "Recetas surtidas de forma incompleta", "gravedad": "mayor"}},
	}).espera(201).texto("folio")
	m.el("2026-03-23")
	salida := objeto{
		"expediente": objeto{"coleccion": "planes-mejora", "folio": plan}, "asunto": "Se remite la solicitud de plan", "medio": "oficio", "enlace": true,
		"oficio": objeto{"numero": "09/7116/055", "fecha": "2026-03-23"},
		"para":   []objeto{{"organo": "ooad-14"}, {"organo": "dn-prestaciones-medicas"}, {"unidad": "caood-7.1", "ooad": "20"}},
	}
	m.como(titular("doe-7.1.1.1.1")).POST("/v1/envios", salida).niega(403, "sin-facultad").es("facultad", "doe.correspondencia:turnar")
	m.como(personal("doe-7.1.1.6")).POST("/v1/envios", objeto{
		"expediente": objeto{"coleccion": "planes-mejora", "folio": plan, "version": 99}, "asunto": "Se remite", "medio": "oficio", "para": []objeto{{"unidad": "caood-7.1"}},
	}).espera(422).fallas("body.expediente DOE-ENVIO-01", "body.oficio DOE-ENVIO-05", "body.para[0] DOE-ENVIO-03")
	r := m.como(tecnica).POST("/v1/envios", salida).espera(201).es("estado", "enviado", "expediente.version", 1, "vence", "2026-03-30")
	folio := r.texto("folio")
	ruta := "/v1/envios/" + folio
	liga := r.enlace("acusar", "ooad-14")

	m.el("2026-03-25")
	m.como(publico).GET("%s", liga).espera(200).es("tramite", "envio", "acto", "acusar", "expediente.destinatarios.0.clave", "ooad-14", "expediente.destinatarios.1", nil)
	m.como(publico).POST(liga, `{"folio": "OP-1187"}`).espera(200)
	m.como(publico).POST(liga, `{}`).niega(404, "no-encontrado")
	// The regional coordination of Nuevo León sees what was sent to it; that of
	// another body does not.
	m.como(jefa("20")).GET("/v1/envios").espera(200).es("elementos.0.folio", folio)
	m.como(jefa("15")).GET("/v1/envios").espera(200).es("elementos.0", nil)
	m.como(jefa("15")).POST(ruta+"/acusar", nil).niega(403, "sin-nombrar")
	m.como(jefa("20")).POST(ruta+"/acusar", nil).espera(200).es("estado", "enviado")

	m.amanece("2026-03-31")
	faltan := m.como(tecnica).GET("/v1/acuses-faltantes?unidad=doe-7.1.1.6&vencidos=si").espera(200)
	faltan.es("elementos.0.destinatario", "dn-prestaciones-medicas", "elementos.0.vence", "2026-03-30", "elementos.0.alertas", 1, "elementos.1", nil)
	m.como(tecnica).POST(ruta+"/insistir", objeto{"destinatario": "dn-prestaciones-medicas", "medio": "correo", "nota": "Se pide el acuse."}).espera(200).es("vence", "2026-04-07")
	m.como(tecnica).GET("/v1/acuses-faltantes?vencidos=si").espera(200).es("elementos.0", nil)
	m.amanece("2026-04-08")
	m.como(tecnica).POST(ruta+"/concluir-sin-acuse", objeto{"destinatario": "dn-prestaciones-medicas", "motivo": "Confirma por teléfono que lo recibió."}).
		espera(200).es("estado", "concluido_sin_acuse", "vence", nil)
	m.como(tecnica).GET("/v1/acuses-faltantes?concluidos=si").espera(200).es("elementos.0.situacion", "sin_acuse", "elementos.0.insistencias", 1)
	return folio
}

func TestADispatchIsAcknowledgedByLinkOrAlertedAndInsistedOn(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := envioDeUnPlan(m)
		require.Equal(m, []string{
			"enviar | doe-7.1.1.6 | expreso doe.correspondencia:atender | doe-7.1.1.6/6",
			"acusar | area:ooad-14 | contraparte",
			"acusar | caood-7.1 | expreso doe.encomiendas:atender | caood-7.1/18",
			"alertar | sistema | sistema",
			"insistir | doe-7.1.1.6 | expreso doe.encomiendas:atender | doe-7.1.1.6/14",
			"alertar | sistema | sistema",
			"concluir-sin-acuse | doe-7.1.1.6 | expreso doe.encomiendas:atender | doe-7.1.1.6/14",
		}, m.como(titular("doe-7.1.1.6")).historia("envios", folio))
		m.integro()
	})
}

func TestAnActThatForwardsOutsideSendsOnItsOwnBasis(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		division := personal("doe-7.1.4.1.2")
		r := m.como(division).POST("/v1/opiniones", objeto{
			"origen": "comision", "recibida": "2026-03-02", "consulta": "Opinión sobre la viabilidad.", "termino": objeto{"dias": 15, "clase": "habiles"},
			"solicitante": objeto{"nombre": "Comisión de Salud", "oficio": objeto{"numero": "CS/1/2026", "fecha": "2026-03-02"}},
			"asunto": objeto{
				"camara": "diputados", "tipo": "iniciativa", "numero": "1-II-3", "gaceta": "2026-02-17", "etapa": "en_comisiones_de_origen", "sha256": huella("otra"),
				"titulo": "Iniciativa que reforma el artículo 5 de la Ley del Seguro Social",
			},
		}).espera(201)
		opinion := r.texto("folio")
		m.como(division).POST("/v1/opiniones/"+opinion+"/remitir", `{"asunto": "Para su conocimiento", "medio": "oficio", "para": [{"organo": "nadie-1"}]}`).
			espera(422).fallas("body.oficio DOE-ENVIO-05", "body.para[0] DOE-ENVIO-03")
		m.como(division).POST("/v1/opiniones/"+opinion+"/remitir", `{"asunto": "Para su conocimiento", "medio": "correo", "para": [{"unidad": "doe-7.1.4.1"}]}`).espera(200)
		e := m.como(division).GET("/v1/envios?expediente=%s", opinion).espera(200)
		e.es("elementos.0.unidad", "doe-7.1.4.1.2", "elementos.0.expediente.version", 2)
		folio := e.texto("elementos.0.folio")
		assert.Equal(m, []string{"enviar | doe-7.1.4.1.2 | expreso vinculacion.opiniones:informar | doe-7.1.4.1.2/9"}, m.como(division).historia("envios", folio))
		veces := func() int {
			for _, f := range m.como(division).GET("/v1/cobertura").espera(200).lista("funciones") {
				if f.texto("clave") == "doe-7.1.4.1.2/9" {
					return int(f.en("ejercida").(float64))
				}
			}
			return -1
		}
		assert.Equal(m, 1, veces(), "exercised once, by the act that ordered it")
		m.como(titular("doe-7.1.4.1")).POST("/v1/envios/"+folio+"/acusar", nil).espera(200).es("estado", "concluido")
		m.integro()
	})
}

// fallas demands the faults of a refusal, all of them, as "place code".
func (c cuerpo) fallas(esperadas ...string) {
	c.m.Helper()
	hay := []string{}
	for _, e := range c.lista("errors") {
		hay = append(hay, e.texto("location")+" "+e.texto("codigo"))
	}
	require.ElementsMatch(c.m, esperadas, hay, string(c.crudo))
}
