package almacen_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// No text that the store did not give is taken for a cursor.
func FuzzCursor(f *testing.F) {
	b := abrirBanco(f, f.TempDir()+"/operacion.db")
	for range 3 {
		b.crear(Alta{})
	}
	p, err := b.Listar(ctx, "casos", almacen.Filtro{Vista: todos, Limite: 1})
	require.NoError(f, err)
	for _, s := range []string{p.Siguiente, "", "AAAA", p.Siguiente + "A", "fHx8fHx8fHx8fHx8fHx8fHx8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, err := b.Listar(ctx, "casos", almacen.Filtro{Vista: todos, Limite: 1, Cursor: s})
		assert.Equal(t, s == "" || s == p.Siguiente, err == nil, "%q: %v", s, err)
		if err != nil {
			assert.True(t, falla.DeClase(err, falla.Invalida), "%v", err)
		}
	})
}
