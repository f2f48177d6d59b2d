package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parametrosDeSIADE shortens the term to answer complaints, also of what was
// open, from 9 March 2026.
func parametrosDeSIADE(m *mundo) string {
	queja := objeto{"canal": "modulo", "relato": "No hay citas en la unidad.", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": objeto{"tipo": "queja"}}
	abierta := m.como(taod("14")).POST("/v1/peticiones", queja).espera(201).es("vence", "2026-03-30").texto("folio")
	edicion := objeto{"desde": "2026-03-02", "documento": "Oficio 7.1.3/0052/2026", "motivo": "Se acorta el término de las quejas.", "responder": []objeto{{"tipo": "queja", "dias": 15}}}
	m.como(jefa("14")).POST("/v1/parametros-siade", edicion).niega(403, "sin-facultad").es("facultad", "siade.atencion:administrar")
	folio := m.como(personal(sistemasDOE)).POST("/v1/parametros-siade", edicion).espera(201).texto("folio")
	m.como(personal(sistemasDOE)).POST("/v1/parametros-siade/"+folio+"/modificar", objeto{"desde": "2026-03-02", "documento": "Oficio", "motivo": "Otra vez.", "canales": []objeto{{"ooad": "99", "canales": []string{"modulo"}}}}).rompe("SIADE-PARAMETROS-02", "body.desde")
	m.como(taod("14")).POST("/v1/peticiones", queja).espera(201).es("vence", "2026-03-23", "reglas.edicion", 1)
	m.como(taod("14")).GET("/v1/peticiones/%s", abierta).espera(200).es("vence", "2026-03-30")
	m.hace("2026-03-02", personal(sistemasDOE), "/v1/parametros-siade/"+folio, "modificar", objeto{
		"desde": "2026-03-09", "documento": "Oficio 7.1.3/0060/2026", "motivo": "También lo que ya estaba abierto.", "responder": []objeto{{"tipo": "queja", "dias": 10}}, "abiertas": true,
	})
	m.el("2026-03-09")
	require.NoError(m, m.servidor.Adoptar(m.Context()))
	m.como(taod("14")).GET("/v1/peticiones/%s", abierta).espera(200).es("vence", "2026-03-16", "reglas.edicion", 2)
	return folio
}

func TestRegla30TheParametersOfSIADEAreChangedWithAReason(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := parametrosDeSIADE(m)
		m.como(taod("20")).GET("/v1/parametros-siade/%s", folio).espera(200).es("adoptadas", 2)
		assert.Len(m, m.como(taod("20")).todo("/v1/parametros-siade"), 1, "everyone reads them")
		m.integro()
	})
}
