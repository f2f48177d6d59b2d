package escenario_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	ejecutaDOE = "doe-7.1.3.1"
	validaDOE  = "doe-7.1.3.1.1"
)

// disenoMensual leaves the monthly report in force from 2 March 2026.
func disenoMensual(m *mundo) string {
	diseno := objeto{"clave": "MENSUAL", "contenido": objeto{
		"nombre": "Reporte mensual de peticiones", "objetivo": "Que la Dirección vea dónde crecen las quejas.", "periodicidad": "mensual", "espera": 3,
		"metodo": "Contadores del registro nacional.", "cuadros": []objeto{
			{"clave": "C1", "titulo": "Peticiones por OOAD", "agrupar": []string{"ooad"}, "medidas": []string{"registradas", "cerradas", "abiertas", "satisfaccion"}},
			{"clave": "C2", "titulo": "Quejas por canal", "agrupar": []string{"canal"}, "filtros": []objeto{{"dimension": "tipo", "valores": []string{"queja"}}}, "medidas": []string{"registradas"}},
		},
	}}
	m.como(titular(ejecutaDOE)).POST("/v1/disenos-estadistica", diseno).niega(403, "sin-facultad").es("facultad", "siade.estadistica:elaborar")
	folio := m.como(personal(sistemasDOE)).POST("/v1/disenos-estadistica", diseno).espera(201).texto("folio")
	m.como(taod("14")).GET("/v1/disenos-estadistica/%s", folio).niega(403, "sin-lectura")
	m.hace("2026-03-02", titular(atencionDOE), "/v1/disenos-estadistica/"+folio, "autorizar", `{"desde": "2026-03-02"}`)
	m.como(taod("14")).GET("/v1/disenos-estadistica/%s", folio).espera(200)
	return folio
}

// corteDeMarzo registers some petitions of March and publishes their report.
func corteDeMarzo(m *mundo) string {
	disenoMensual(m)
	for i, tipo := range []string{"queja", "orientacion", "queja"} {
		m.alas("2026-03-1"+fmt.Sprint(i), 10*time.Hour)
		m.como(taod([]string{"14", "14", "20"}[i])).POST("/v1/peticiones", objeto{
			"canal": "modulo", "relato": "Pide que se revise su trámite.", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": objeto{"tipo": tipo},
		}).espera(201)
	}
	ejecucion := objeto{"diseno": "MENSUAL", "periodo": "2026-03"}
	m.el("2026-04-03")
	m.como(titular(ejecutaDOE)).POST("/v1/cortes-estadistica", ejecucion).rompe("SIADE-CORTE-07", "body.periodo")
	m.el("2026-04-06")
	m.como(titular(atencionDOE)).POST("/v1/cortes-estadistica", ejecucion).niega(403, "sin-facultad")
	r := m.como(titular(ejecutaDOE)).POST("/v1/cortes-estadistica", ejecucion).espera(201).es("estado", "en_integracion", "desde", "2026-03-01")
	ruta := "/v1/cortes-estadistica/" + r.texto("folio")
	m.como(titular(validaDOE)).GET("%s/comprobacion", ruta).niega(409, "corte-sin-cifras")
	require.NoError(m, m.servidor.Integrar(m.Context()))
	m.como(titular(ejecutaDOE)).GET("%s", ruta).espera(200).es("estado", "integrado", "cifras.folios", 3, "cifras.cuadros.0.filas.0.valores.0", "14", "cifras.cuadros.0.filas.0.valores.1", "2")
	m.como(titular(validaDOE)).POST(ruta+"/validar", objeto{"folios": 4}).rompe("SIADE-CORTE-10", "body.folios")
	m.hace("2026-04-06", titular(validaDOE), ruta, "validar", objeto{"folios": 3})
	m.como(taod("14")).GET("%s", ruta).niega(403, "sin-lectura")
	m.hace("2026-04-06", titular(atencionDOE), ruta, "publicar", objeto{"asunto": "Peticiones de marzo", "medio": "sistema", "para": []objeto{{"organo": "dn-prestaciones-medicas"}}}).es("estado", "publicado")
	return r.texto("folio")
}

func TestRegla31APublishedCutStaysAndComesOutAgain(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := corteDeMarzo(m)
		ruta := "/v1/cortes-estadistica/" + folio
		antes := string(m.como(taod("14")).GET("%s", ruta).espera(200).crudo)
		// What comes later, even if it counts in March, does not show.
		m.el("2026-04-20")
		q := m.como(taod("14")).todo("/v1/peticiones?tipo=queja")[0]
		m.como(taod("14")).POST("/v1/peticiones/"+q.texto("folio")+"/reclasificar", objeto{"tipo": "gestion", "motivo": "Pide un trámite, no se queja."}).espera(200)
		assert.Equal(m, antes, string(m.como(taod("14")).GET("%s", ruta).espera(200).crudo))
		m.como(titular(validaDOE)).GET("%s/comprobacion", ruta).espera(200).es("coincide", true)
		m.como(taod("14")).GET("/v1/siade/estadistica?agrupar=tipo&desde=2026-03-01&hasta=2026-03-31&ooad=14").espera(200).es("total.registradas", 2)

		csv := string(m.como(titular(ejecutaDOE)).GET("%s/cuadros.csv?cuadro=C2", ruta).espera(200).crudo)
		assert.Equal(m, "canal,registradas\nmodulo,2\n", strings.ReplaceAll(strings.TrimPrefix(csv, "\ufeff"), "\r\n", "\n"))
		m.como(titular(ejecutaDOE)).GET("%s/cuadros.csv?cuadro=C9", ruta).niega(404, "no-encontrado")
		assert.Equal(m, "PK", string(m.como(titular(ejecutaDOE)).GET("%s/cuadros.xlsx", ruta).espera(200).crudo[:2]))

		// It is rectified by another, which takes its place.
		m.el("2026-04-21")
		otra := objeto{"diseno": "MENSUAL", "periodo": "2026-03", "sustituye": folio, "motivo": "Se reclasificó una queja de marzo."}
		dos := m.como(titular(ejecutaDOE)).POST("/v1/cortes-estadistica", otra).espera(201).es("numero", 2).texto("folio")
		require.NoError(m, m.servidor.Integrar(m.Context()))
		m.hace("2026-04-21", titular(validaDOE), "/v1/cortes-estadistica/"+dos, "validar", objeto{"folios": 3})
		m.hace("2026-04-21", titular(atencionDOE), "/v1/cortes-estadistica/"+dos, "publicar", objeto{"asunto": "Rectificación de marzo", "medio": "sistema", "para": []objeto{{"organo": "dn-prestaciones-medicas"}}}).es("cifras.cuadros.1.filas.0.valores.1", "1")
		m.como(taod("14")).GET("%s", ruta).espera(200).es("estado", "sustituido", "sustituido_por", dos, "cifras.cuadros.1.filas.0.valores.1", "2")
		m.como(titular(validaDOE)).GET("%s/comprobacion", ruta).espera(200).es("coincide", true)
		m.integro()
	})
}
