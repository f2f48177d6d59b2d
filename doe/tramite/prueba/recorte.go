package prueba

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Ve gives a record as an actor may see it, and as it is then encoded. It
// demands that only counterparts see less, that what is trimmed read as it was
// written, and that trimming leave the record alone.
func Ve[R tramite.Registro](t testing.TB, tr tramite.Cualquiera, r R, a doe.Actor) (R, string) {
	t.Helper()
	codificar := func(r tramite.Registro) string {
		b, err := tr.Codificar(r)
		require.NoError(t, err)
		return string(b)
	}
	antes := codificar(r)
	visto, menos := tr.Recortar(r, a)
	require.Equal(t, a.Rol != "" && a.Rol != doe.Sistema, menos, "only counterparts see less")
	doc := codificar(visto)
	leido, err := tr.Decodificar([]byte(doc))
	require.NoError(t, err)
	require.Equal(t, doc, codificar(leido), "what is trimmed reads as it was written")
	require.Equal(t, antes, codificar(r), "trimming leaves the record alone")
	return leido.(R), doc
}

// Campos lists the parts that an encoded record has.
func Campos(t testing.TB, doc string) []string {
	t.Helper()
	var m map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(doc), &m))
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}
