// Package prueba holds a vocabulary to its constants, for the tests of those
// who declare one.
package prueba

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Concuerda demands that a table have exactly the constants, each once,
// described and with its source, and that only they be read.
func Concuerda[T ~string](t testing.TB, tabla vocabulario.Tabla[T], parse func(string) (T, error), constantes ...T) {
	t.Helper()
	var claves []T
	for _, v := range tabla {
		claves = append(claves, v.Clave)
		assert.NotEmpty(t, v.Nombre, v.Clave)
		assert.NotEmpty(t, v.Descripcion, v.Clave)
		assert.False(t, v.Fuente.IsZero(), v.Clave)
		leida, err := parse(string(v.Clave))
		assert.NoError(t, err)
		assert.Equal(t, v.Clave, leida)
	}
	assert.ElementsMatch(t, constantes, claves)
	for _, s := range []string{"", "otra cosa", " " + string(constantes[0])} {
		leida, err := parse(s)
		assert.ErrorIs(t, err, vocabulario.ErrDesconocida)
		assert.Empty(t, leida)
	}
}
