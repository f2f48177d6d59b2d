package deteccion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

func TestAWiderFindingIsToldWhenTheFinerOnesDoNotExplainIt(t *testing.T) {
	hallazgo := func(c deteccion.Celda, n int) deteccion.Hallazgo {
		return deteccion.Hallazgo{Nivel: c.Nivel(), Celda: c, Medida: deteccion.Medida{Observados: n, Esperados: 1000}}
	}
	sitio := hallazgo(sitio("UA"), 40) // thirty more than expected
	suyo := hallazgo(deteccion.Celda{OOAD: "14", Servicio: "farmacia", Tema: "medicamentos"}, 60)
	mayor := hallazgo(suyo.Celda, 90)
	pais := hallazgo(deteccion.Celda{Servicio: "farmacia", Tema: "medicamentos"}, 500)
	otro := hallazgo(deteccion.Celda{OOAD: "15", Tema: "trato"}, 40)
	assert.Equal(t, []deteccion.Hallazgo{sitio, otro, pais}, deteccion.Principales([]deteccion.Hallazgo{sitio}, []deteccion.Hallazgo{suyo, otro}, []deteccion.Hallazgo{pais}))
	assert.Equal(t, []deteccion.Hallazgo{sitio, mayor}, deteccion.Principales([]deteccion.Hallazgo{sitio}, []deteccion.Hallazgo{mayor}, nil))
	assert.Empty(t, deteccion.Principales(nil, nil, nil))
}
