package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const sistemasDOE = "doe-7.1.3.1.4"

// catalogoDeTemas enters a service and a theme with a question and two routes,
// and changes it; it gives the folio of the theme.
func catalogoDeTemas(m *mundo) string {
	asiento := func(clase, clave string, mas objeto) objeto {
		e := objeto{"clase": clase, "clave": clave, "nombre": "Nombre de " + clave, "desde": "2026-03-02", "motivo": "Catálogo inicial"}
		for k, v := range mas {
			e[k] = v
		}
		return e
	}
	m.como(persona("caood-7.1", "titular", "14")).POST("/v1/clasificadores", asiento("tema", "propio", nil)).niega(403, "sin-facultad").
		es("facultad", "siade.clasificacion:administrar", "unidades_facultadas.0.unidad", "doe-7.1.3")
	m.como(titular(sistemasDOE)).POST("/v1/clasificadores", asiento("servicio", "farmacia", nil)).espera(201)
	mal := asiento("tema", "medicamentos", objeto{"servicios": []string{"cocina"}, "padre": "otro", "preguntas": []objeto{{"clave": "surtido", "texto": "¿Qué se surtió?", "clase": "opcion"}}, "rutas": []objeto{{}}})
	r := m.como(titular(sistemasDOE)).POST("/v1/clasificadores", mal)
	for regla, lugar := range map[string]string{"SIADE-CLASIFICADOR-06": "servicios[0]", "SIADE-CLASIFICADOR-04": "padre", "SIADE-CLASIFICADOR-08": "preguntas[0].opciones", "SIADE-PETICION-19": "rutas[0]"} {
		r.rompe(regla, "body."+lugar)
	}
	bien := asiento("tema", "medicamentos", objeto{
		"servicios": []string{"farmacia"}, "criterio": "Receta completa o en parte sin surtir.",
		"preguntas": []objeto{{"clave": "surtido", "texto": "¿Qué se surtió?", "clase": "opcion", "opciones": []string{"nada", "parcial"}, "obligatoria": true}},
		"rutas":     []objeto{{"organo": "dn-prestaciones-medicas"}, {"ooad": []string{"15"}, "organo": "dn-finanzas"}},
	})
	folio := m.como(titular(sistemasDOE)).POST("/v1/clasificadores", bien).espera(201).es("estado", "vigente", "ediciones.0.desde", "2026-03-02").texto("folio")
	m.como(titular(sistemasDOE)).POST("/v1/clasificadores", bien).rompe("registro-repetido", "body")
	m.el("2026-03-03")
	bien["desde"], bien["tipos"], bien["motivo"] = "2026-03-04", []string{"queja"}, "Las gestiones van a otro tema"
	m.como(titular("doe-7.1.3")).POST("/v1/clasificadores/"+folio+"/modificar", bien).espera(200).es("ediciones.1.desde", "2026-03-04")
	return folio
}

func TestPetitionsAreClassifiedAndTurnedByTheCatalog(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		gestion := func(ooad, tema string, extras ...objeto) objeto {
			c := objeto{"tipo": "gestion", "tema": tema, "servicio": "farmacia", "extras": append([]objeto{}, extras...)}
			return objeto{"canal": "modulo", "relato": "No surtieron mi receta.", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": c}
		}
		m.como(taod("14")).POST("/v1/peticiones", gestion("14", "lo-que-sea")).espera(201) // there is no catalog yet
		folio := catalogoDeTemas(m)
		m.como(taod("14")).POST("/v1/peticiones", gestion("14", "lo-que-sea")).rompe("SIADE-CLASIFICADOR-06", "body.clasificacion.tema")
		m.como(taod("14")).POST("/v1/peticiones", gestion("14", "medicamentos")).rompe("SIADE-CLASIFICADOR-16", "body.clasificacion.extras")
		surtido := objeto{"pregunta": "surtido", "valor": "parcial"}
		for ooad, organo := range map[string]string{"14": "dn-prestaciones-medicas", "15": "dn-finanzas"} {
			p := m.como(taod(ooad)).POST("/v1/peticiones", gestion(ooad, "medicamentos", surtido)).espera(201).es("clasificacion.extras.0.valor", "parcial").texto("folio")
			m.como(taod(ooad)).POST("/v1/peticiones/"+p+"/turnar", objeto{"motivo": "Según el catálogo"}).espera(200).es("turno.organo", organo)
		}
		m.el("2026-03-04") // the new edition holds
		m.como(taod("14")).POST("/v1/peticiones", gestion("14", "medicamentos", surtido)).rompe("SIADE-CLASIFICADOR-11", "body.clasificacion.tema")
		m.como(titular(sistemasDOE)).POST("/v1/clasificadores/"+folio+"/retirar", objeto{"motivo": "Se sustituye por otro"}).espera(200).es("estado", "retirado")
		m.como(taod("14")).POST("/v1/peticiones", gestion("14", "medicamentos")).espera(201) // no theme is left
		assert.Len(t, m.como(taod("14")).GET("/v1/clasificadores?clase=servicio").espera(200).lista("elementos"), 1)
		m.integro()
	})
}
