package falla_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/falla"
)

func TestFaultsOfAnInnerActAreToldUnderItsPlace(t *testing.T) {
	fs := falla.Fallas{{Ubicacion: "body.respuesta"}, {Ubicacion: "body"}, {Ubicacion: "registro.acciones[0].peso"}}.Bajo("body.atencion_inmediata")
	assert.Equal(t, "body.atencion_inmediata.respuesta", fs[0].Ubicacion)
	assert.Equal(t, "body.atencion_inmediata", fs[1].Ubicacion)
	assert.Equal(t, "registro.acciones[0].peso", fs[2].Ubicacion, "what is wrong with the record is not of the input")
}
