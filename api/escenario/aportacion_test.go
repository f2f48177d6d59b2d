package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// aportacionParaUnPlan is what a division that handles an improvement plan
// asks: of one that returns it as not its competence, and then of the right
// one, which is late. It gives the folio.
func aportacionParaUnPlan(m *mundo) string {
	const medica, financiera = "doe-7.1.1.1.2", "doe-7.1.1.2.2"
	division := personal(divisionAdmva)
	plan := m.como(titular(evaluaAdmva)).POST("/v1/planes-mejora", objeto{
		"organo": "ooad-14", "area": "Jefatura de Servicios de Prestaciones Médicas", "unidad_evaluadora": divisionAdmva, "origen": "evaluacion", "dias": 20,
		"asunto": "Surtimiento de recetas", "hallazgos": []objeto{{"clave": "H1", "descripcion": "Recetas surtidas de forma incompleta", "gravedad": "mayor"}},
	}).espera(201).texto("folio")
	pedido := objeto{"expediente": objeto{"coleccion": "planes-mejora", "folio": plan}, "pedido": "Gasto en medicamentos del trimestre", "a": objeto{"unidad": medica}, "dias": 5}
	m.como(personal("doe-7.1.2.1")).POST("/v1/aportaciones", pedido).espera(422).fallas("body.expediente DOE-APORTACION-01")
	m.como(personal("doe-7.1.1.3.1")).POST("/v1/aportaciones", pedido).espera(422).fallas("body.expediente DOE-APORTACION-02")
	r := m.como(division).POST("/v1/aportaciones", pedido).espera(201).es("estado", "pedida", "vence", "2026-03-09")
	folio := r.texto("folio")
	ruta := "/v1/aportaciones/" + folio
	hacer := func(dia string, quien rol, acto string, entrada any) cuerpo {
		m.Helper()
		m.el(dia)
		return m.como(quien).POST(ruta+"/"+acto, entrada).espera(200)
	}
	m.como(personal(financiera)).POST(ruta+"/responder", objeto{"texto": "Aquí está."}).niega(403, "sin-nombrar")
	hacer("2026-03-03", personal(medica), "devolver", objeto{"causal": "no_compete", "motivo": "El gasto lo lleva la división financiera.", "compete": objeto{"unidad": financiera}}).es("estado", "devuelta")
	hacer("2026-03-04", division, "pedir-de-nuevo", objeto{"a": objeto{"unidad": financiera}, "dias": 3}).es("estado", "pedida", "vence", "2026-03-09")
	m.amanece("2026-03-10")
	m.como(division).GET("%s", ruta).espera(200).es("turnos.1.insistencias.0", "2026-03-10", "semaforo", "vencido")
	hacer("2026-03-11", personal(financiera), "responder", objeto{"texto": "El gasto fue de 98 por ciento de lo programado."}).es("turnos.1.respuestas.0.tardia", true)
	m.como(division).GET("/v1/aportaciones?expediente=%s&tardia=si", plan).espera(200).es("elementos.0.folio", folio)
	m.como(division).POST(ruta+"/integrar", objeto{"version": 2, "toma": "parcial"}).espera(422).fallas("body.version DOE-APORTACION-09", "body.motivo DOE-APORTACION-10")
	hacer("2026-03-12", division, "integrar", objeto{"version": 1, "toma": "total"}).es("estado", "integrada", "vence", nil)
	return folio
}

func TestAContributionIsReturnedAskedOfTheRightUnitLateAndTakenIn(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := aportacionParaUnPlan(m)
		require.Equal(m, []string{
			"pedir | doe-7.1.1.2.1 | expreso doe.encomiendas:atender | doe-7.1.1.2.1/12",
			"devolver | doe-7.1.1.1.2 | expreso doe.encomiendas:atender | doe-7.1.1.1.2/12",
			"pedir-de-nuevo | doe-7.1.1.2.1 | expreso doe.encomiendas:atender | doe-7.1.1.2.1/12",
			"insistir | sistema | sistema",
			"responder | doe-7.1.1.2.2 | expreso doe.encomiendas:atender | doe-7.1.1.2.2/12",
			"integrar | doe-7.1.1.2.1 | expreso doe.encomiendas:atender | doe-7.1.1.2.1/12",
		}, m.como(personal(divisionAdmva)).historia("aportaciones", folio))
		m.integro()
	})
}
