package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fusionInternacional makes one division of the two of international affairs.
const fusionInternacional = `{"titulo": "División internacional única", "motivo": "Dos divisiones atienden la misma materia", "prevista": "2026-07-01",
	"cambios": [{"clase": "fusion", "antes": [{"clave": "doe-7.1.4.2.1"}, {"clave": "doe-7.1.4.2.2"}],
		"despues": [{"clave": "doe-7.1.4.2.3", "nombre": "División de Asuntos Internacionales", "nivel": "division", "superior": "doe-7.1.4.2"}]}]}`

// encargoBilateral is a task for the bilateral division.
const encargoBilateral = `{"unidad": "doe-7.1.4.2.1", "compromiso": "2026-09-30", "contenido": {"asunto": "Convenios por vencer", "descripcion": "Listar los convenios bilaterales que vencen este año.",
	"entregable": "Lista con fechas", "instruccion": {"medio": "oficio", "numero": "7.1.4.2/0031/2026", "fecha": "2026-03-02"}}}`

const acuerdoFusion = `{"tipo": "acuerdo", "clave": "ACDO.AS2.HCT.250326/80.P.DOE", "aprobado": "2026-03-25", "vigente": "2026-07-01"}`

// reorganizar takes the merger from draft to approval. It gives the folio.
func reorganizar(m *mundo) string {
	m.como(titular("doe-7.1.4")).POST("/v1/reorganizaciones", fusionInternacional).niega(403, "sin-facultad").
		es("facultad", "doe.estructura:elaborar", "unidades_facultadas.0.unidad", "doe-7.1")
	folio := m.como(titular("doe-7.1")).POST("/v1/reorganizaciones", fusionInternacional).espera(201).es("aprobador", "consejo_tecnico").texto("folio")
	esta := "/v1/reorganizaciones/" + folio
	m.como(titular("doe-7.1")).POST(esta+"/simular", `{}`).espera(200).es("simulacion.diferencias.nuevas.0", "doe-7.1.4.2.3", "simulacion.diferencias.sin_unidad.0", nil)
	m.como(titular("doe-7.1")).POST(esta+"/enviar", `{"oficio": "DOE/120/2026"}`).espera(200).es("estado", "enviada")
	m.el("2026-03-27")
	m.como(titular("doe-7.1")).POST(esta+"/aprobar", acuerdoFusion).espera(200).es("estado", "aprobada", "vence", "2026-07-01")
	return folio
}

func TestAReorganisationIsSimulatedApprovedAndInForce(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		// The headship of a division that will end is on record.
		abierto := m.como(titular("doe-7.1.6.1")).POST("/v1/titularidades", `{"de": "doe-7.1.4.2.1"}`).espera(201).texto("folio")
		encargo := "/v1/encomiendas/" + m.como(titular("doe-7.1.4.2")).POST("/v1/encomiendas", encargoBilateral).espera(201).es("unidad", "doe-7.1.4.2.1").texto("folio")

		folio := reorganizar(m)
		esta := "/v1/reorganizaciones/" + folio
		s := m.como(titular("doe-7.1")).GET("%s", esta+"/simulacion").espera(200)
		s.es("diferencias.terminadas.0", "doe-7.1.4.2.1", "diferencias.terminadas.1", "doe-7.1.4.2.2", "diferencias.sin_titular.0", nil,
			"traspasos.0.de", "doe-7.1.4.2.1", "traspasos.0.a", "doe-7.1.4.2.3", "traspasos.0.coleccion", "encomiendas", "traspasos.0.abiertos", 1, "traspasos.1", nil)
		m.como(titular("doe-7.1.4")).POST(esta+"/revocar", `{"documento": "x", "motivo": "No es de su materia"}`).niega(403, "sin-facultad")

		// Until its day nothing changes; approved, it shows in the structure to come.
		m.amanece("2026-06-30")
		m.como(titular("doe-7.1.4.2.1")).GET("/v1/unidades/doe-7.1.4.2.1").espera(200)
		m.amanece("2026-07-01")
		m.como(titular("doe-7.1")).GET("%s", esta).espera(200).es("estado", "en_vigor", "vigor", "2026-07-01")
		m.como(titular("doe-7.1")).GET("/v1/unidades/doe-7.1.4.2.3").espera(200).es("nombre", "División de Asuntos Internacionales")
		assert.Equal(m, 401, m.como(titular("doe-7.1.4.2.1")).GET("/v1/organos").estado, "a unit that ended stands for nobody")

		// Its open records are now of its successor; what was done keeps its unit.
		m.como(titular("doe-7.1.4.2")).GET("%s", encargo).espera(200).es("unidad", "doe-7.1.4.2.3")
		h := m.como(titular("doe-7.1.4.2")).GET("%s", encargo+"/historial").espera(200).lista("elementos")
		require.Len(m, h, 3)
		h[0].es("unidad", "doe-7.1.4.2", "fundamento.funciones.0", "doe-7.1.4.2/13")
		h[1].es("acto", "escalar")
		h[2].es("acto", "traspasar", "entrada.antes", "doe-7.1.4.2.1", "entrada.a", "doe-7.1.4.2.3", "entrada.motivo", folio)
		m.como(titular("doe-7.1.4.2.3")).POST(encargo+"/aceptar", `{}`).espera(200).es("estado", "aceptada")
		m.como(titular("doe-7.1.6.1")).GET("/v1/titularidades/%s", abierto).espera(200).es("de", "doe-7.1.4.2.1")

		// The day before still tells the structure of that day.
		m.como(titular("doe-7.1")).GET("/v1/unidades/doe-7.1.4.2.1?fecha=2026-06-30").espera(200)
		m.como(titular("doe-7.1")).GET("/v1/unidades/doe-7.1.4.2.1").espera(404)
		m.integro()
	})
}

// abrirInternacionales opens the programmes of 2026 of the two divisions of
// international affairs. It gives their folios.
func abrirInternacionales(m *mundo) []string {
	var out []string
	for _, u := range []string{"doe-7.1.4.2.1", "doe-7.1.4.2.2"} {
		folio := m.como(titular(u)).POST("/v1/programas", objeto{"unidad": u, "ejercicio": 2026}).espera(201).es("unidad_origen", nil).texto("folio")
		m.como(titular(u)).POST("/v1/programas/"+folio+"/elaborar", objeto{"lineas": []objeto{metaDe(u, 100)}}).espera(200)
		out = append(out, folio)
	}
	return out
}

func TestTheProgrammesOfTheYearPassToTheUnitThatAMergerMakes(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folios := abrirInternacionales(m)
		m.como(titular("doe-7.1.4.2.1")).POST("/v1/programas", objeto{"unidad": "doe-7.1.4.2.1", "ejercicio": 2026}).rompe("registro-repetido", "body")
		reorganizar(m)
		m.amanece("2026-07-01")

		// Each goes on, kept by who answers for both; the tree of the year shows
		// the two and whose turn it is.
		for _, f := range folios {
			m.como(titular("doe-7.1.4.2")).GET("/v1/programas/%s", f).espera(200).es("unidad", "doe-7.1.4.2.3")
		}
		linea := metaDe("doe-7.1.4.2.3", 100)
		linea["funcion"] = "doe-7.1.4.2.1/2"
		m.como(titular("doe-7.1.4.2.3")).POST("/v1/programas/"+folios[0]+"/elaborar", objeto{"lineas": []objeto{linea}}).espera(200)
		m.como(titular("doe-7.1.4.2.3")).POST("/v1/programas/"+folios[0]+"/presentar", `{}`).espera(200).es("estado", "presentado", "unidad_origen", "doe-7.1.4.2.1")
		r := m.como(titular("doe-7.1.4")).GET("/v1/programas/arbol?ejercicio=2026&unidad=doe-7.1.4.2").espera(200)
		r.es("esperados", 3, "abiertos", 2, "raiz.hijos.0.folio", folios[0], "raiz.hijos.0.nombre", "División de Asuntos Bilaterales",
			"raiz.hijos.0.faltan.0.toca", "doe-7.1.4.2", "raiz.hijos.1.folio", folios[1], "raiz.hijos.1.faltan.0.toca", "doe-7.1.4.2.3")
		m.como(titular("doe-7.1.4.2")).POST("/v1/programas/"+folios[0]+"/validar", objeto{"version": 1}).espera(200)

		// The next year has one.
		r = m.como(titular("doe-7.1.4")).GET("/v1/programas/arbol?ejercicio=2027&unidad=doe-7.1.4.2").espera(200)
		r.es("esperados", 2, "raiz.hijos.0.unidad", "doe-7.1.4.2.3", "raiz.hijos.0.faltan.0.toca", "doe-7.1.4.2.3")
		m.como(titular("doe-7.1.4.2.3")).POST("/v1/programas", objeto{"unidad": "doe-7.1.4.2.3", "ejercicio": 2027}).espera(201)
		m.como(titular("doe-7.1.4.2.3")).POST("/v1/programas", objeto{"unidad": "doe-7.1.4.2.1", "ejercicio": 2027}).rompe("DOE-PROGRAMA-01", "body.unidad")
		m.integro()
	})
}
