package tramite_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestLaNegativaNombraALasContrapartesQuePueden(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Inmediato: true})
	h, err := tramite.Ejecutar(prestamos, h.Registro, consultar, tramite.Vacia{}, contexto(taod(), "2026-03-03"))
	require.NoError(t, err)
	_, err = tramite.Ejecutar(prestamos, h.Registro, reanudar, tramite.Vacia{}, contexto(taod(), "2026-03-03"))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, falla.Prohibida, e.Clase)
	assert.Equal(t, []falla.Contraparte{{Rol: "ciudadano"}}, e.Contrapartes)
	_, err = tramite.Ejecutar(prestamos, h.Registro, devolver, tramite.Vacia{}, contexto(doe.Actor{Rol: doe.Ciudadano}, "2026-03-03"))
	require.ErrorAs(t, err, &e)
	assert.Empty(t, e.Contrapartes, "el reloj no es alguien a quien acudir")
	assert.NotEmpty(t, e.Facultadas)
}
