package arbol_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen/arbol"
)

func TestElMontonOrdenaLoQueNoCabeEnMemoria(t *testing.T) {
	for _, n := range []int{0, 1, 5000, 1_500_000} {
		carpeta := t.TempDir()
		m := arbol.NuevoMonton(carpeta)
		azar := rand.New(rand.NewPCG(1, uint64(n)))
		suma := uint64(0)
		for range n {
			x := make([]byte, 8+azar.IntN(60))
			for i := range 8 {
				x[i] = byte(azar.Uint32())
			}
			suma += uint64(x[0]) + uint64(len(x))
			require.NoError(t, m.Sumar(x))
		}
		var antes []byte
		van := 0
		require.NoError(t, m.Recorrer(func(x []byte) error {
			if bytes.Compare(antes, x) > 0 {
				t.Fatal("out of order")
			}
			antes = append(antes[:0], x...)
			suma -= uint64(x[0]) + uint64(len(x))
			van++
			return nil
		}))
		assert.Equal(t, n, van)
		assert.Zero(t, suma)
		require.NoError(t, m.Cerrar())
		quedan, err := os.ReadDir(carpeta)
		require.NoError(t, err)
		assert.Empty(t, quedan)
	}
}
