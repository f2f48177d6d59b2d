package evaluacion_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/evaluacion"
)

func TestPropiedadesDelPlan(t *testing.T) {
	prueba.Propiedades(t, evaluacion.Planes, prueba.Opciones{Pasos: 60})
}
