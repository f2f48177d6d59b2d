package escenario_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var mapaDeBuzon = objeto{
	"fuente": "buzones-jalisco", "clave": "n", "separador": ";", "campos": objeto{
		"canal": objeto{"fijo": "buzon"}, "relato": objeto{"columna": "texto"}, "recibida": objeto{"columna": "día", "formato": "DD/MM/AAAA"},
		"tipo": objeto{"columna": "clase", "valores": objeto{"Q": "queja", "S": "sugerencia"}}, "unidad_servicio": objeto{"columna": "unidad"},
	},
}

const tablaDeBuzon = "n;día;texto;clase;unidad\n" +
	"1;20/02/2026;No había fichas.;Q;JCIMS000301\n2;21/02/2026;Pongan sombra en la entrada.;S;\n" +
	"3;31/02/2026;Mal trato.;Q;\n4;22/02/2026;Falta papel.;X;nada\n5;22/02/2026;Falta agua.;Q;nada\n"

// importacionDeBuzones prepares, loads and runs an import of five forms, three
// of them with faults. It gives the folio.
func importacionDeBuzones(m *mundo) string {
	jefa := persona("caood-7.1", "titular", "14")
	m.como(titular("doe-7.1.2")).POST("/v1/importaciones", mapaDeBuzon).niega(403, "sin-facultad").es("facultad", "siade.registro:registrar")
	mal := m.como(jefa).POST("/v1/importaciones", objeto{"fuente": "x", "clave": "n", "campos": objeto{"color": objeto{"fijo": "azul"}, "canal": objeto{}}})
	mal.rompe("SIADE-IMPORTACION-01", "body.campos.color")
	mal.rompe("SIADE-IMPORTACION-02", "body.campos.canal")
	mal.rompe("SIADE-IMPORTACION-04", "body.campos")
	folio := m.como(jefa).POST("/v1/importaciones", mapaDeBuzon).espera(201).es("estado", "preparada", "ooad", "14").texto("folio")
	ruta := "/v1/importaciones/" + folio
	m.como(jefa).POST(ruta+"/iniciar", nil).rompe("SIADE-IMPORTACION-13", "registro.adjuntos")
	m.como(jefa).adjuntar(ruta+"/adjuntos", "buzones.csv", "text/csv", tablaDeBuzon).espera(200)
	m.como(persona("caood-7.1", "titular", "15")).POST(ruta+"/iniciar", nil).niega(403, "fuera-de-ambito")
	m.como(jefa).POST(ruta+"/iniciar", nil).espera(200).es("estado", "en_curso", "quien.ooad", "14")
	require.NoError(m, m.servidor.Importar(m.Context()))
	return folio
}

func TestATableOfAnotherSystemIsRegisteredEachRowOnce(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := importacionDeBuzones(m)
		ruta := "/v1/importaciones/" + folio
		jefa := persona("caood-7.1", "titular", "14")
		r := m.como(jefa).GET("%s", ruta).espera(200).es("estado", "terminada", "leidos", 5.0, "nuevas", 2.0, "repetidas", 0.0, "rechazados", 3.0)
		malos := strings.Split(strings.TrimSpace(string(m.como(jefa).GET("%s/adjuntos/%s", ruta, r.texto("rechazos")).espera(200).crudo)), "\n")
		require.Len(m, malos, 4)
		todos := strings.Join(malos, "\n")
		for _, dice := range []string{"4,día: No es una fecha DD/MM/AAAA. (SIADE-IMPORTACION-08),3,", "(SIADE-IMPORTACION-07) | unidad: Debe ser", "6,unidad: Debe ser"} {
			assert.Contains(m, todos, dice)
		}
		ps := m.como(taod("14")).GET("/v1/peticiones?canal=buzon").espera(200).lista("elementos")
		require.Len(m, ps, 2)
		for _, p := range ps {
			p.es("ooad", "14", "origen.fuente", "buzones-jalisco")
		}
		otra := m.como(jefa).POST("/v1/importaciones", mapaDeBuzon).espera(201).texto("folio")
		m.como(jefa).adjuntar("/v1/importaciones/"+otra+"/adjuntos", "otra.csv", "text/csv", strings.Replace(tablaDeBuzon, "31/02", "28/02", 1)).espera(200)
		m.como(jefa).POST("/v1/importaciones/"+otra+"/iniciar", nil).espera(200)
		require.NoError(m, m.servidor.Importar(m.Context()))
		m.como(jefa).GET("/v1/importaciones/%s", otra).espera(200).es("nuevas", 1.0, "repetidas", 2.0, "rechazados", 2.0)
		rota := m.como(jefa).POST("/v1/importaciones", mapaDeBuzon).espera(201).texto("folio")
		m.como(jefa).adjuntar("/v1/importaciones/"+rota+"/adjuntos", "mala.csv", "text/csv", "a;b\n1;2\n").espera(200)
		m.como(jefa).POST("/v1/importaciones/"+rota+"/iniciar", nil).espera(200)
		require.NoError(m, m.servidor.Importar(m.Context()))
		assert.Contains(m, m.como(jefa).GET("/v1/importaciones/%s", rota).espera(200).es("estado", "fallida").texto("motivo"), "SIADE-IMPORTACION-03")
		m.integro()
	})
}
