package oficial_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
)

// compartido reads a file that lies beside the module; the test is skipped
// where it does not. OPERACION_COMPARTIDO names the folder where it is
// elsewhere.
func compartido(t testing.TB, partes ...string) []byte {
	t.Helper()
	raiz := os.Getenv("OPERACION_COMPARTIDO")
	if raiz == "" {
		raiz = filepath.Join("..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(append([]string{raiz}, partes...)...))
	if os.IsNotExist(err) {
		t.Skip("the reference texts are not here")
	}
	require.NoError(t, err)
	return b
}

// hoy is the day of the reviews under test.
var hoy = fecha.MustParse("2025-06-02")

func losManuales(t testing.TB) []oficial.Manual {
	t.Helper()
	var out []oficial.Manual
	for _, k := range []string{"G000-002-001", "G000-002-003"} {
		m, err := oficial.Leer(compartido(t, "manuales", k+".txt"))
		require.NoError(t, err)
		out = append(out, m)
	}
	return out
}

func tabla(t testing.TB, b []byte) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(string(b)))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	filas, err := r.ReadAll()
	require.NoError(t, err)
	return filas[1:]
}

func TestTheReviewFindsWhatCarefulReadersFound(t *testing.T) {
	var lectores []oficial.Anotada
	for _, f := range tabla(t, compartido(t, "dominio", "anomalias.tsv")) {
		lectores = append(lectores, oficial.Anotada{Funcion: doe.ClaveFuncion(f[0] + "/" + f[1]), Tipo: oficial.TipoHallazgo(f[2])})
	}
	bases := map[oficial.TipoHallazgo]int{oficial.Duplicada: 90, oficial.Denominacion: 75, oficial.Referencia: 50}
	for _, m := range oficial.Recobro(oficial.Revisar(hoy, losManuales(t)...), lectores) {
		t.Logf("recall of %s: %d of %d", m.Tipo, m.Son, m.Total)
		assert.GreaterOrEqual(t, 100*m.Son, bases[m.Tipo]*m.Total, m.Tipo)
		delete(bases, m.Tipo)
	}
	assert.Empty(t, bases, "not among what readers found")
}

// The sample was drawn by hash from the findings of each kind and judged by
// reading both texts: «verdadero» when a person who keeps the manual would have
// something to mend or delimit.
func TestThePrecisionOnTheLabelledSample(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "muestra.tsv"))
	require.NoError(t, err)
	var muestra []oficial.Juzgado
	for _, f := range tabla(t, b) {
		muestra = append(muestra, oficial.Juzgado{Funcion: doe.ClaveFuncion(f[0]), Tipo: oficial.TipoHallazgo(f[1]), Otra: f[2], Cierto: f[3] == "verdadero"})
	}
	bien, total := map[string]int{}, map[string]int{}
	for _, m := range oficial.Precision(oficial.Revisar(hoy, losManuales(t)...), muestra) {
		for _, k := range []string{string(m.Tipo), "all"} {
			bien[k], total[k] = bien[k]+m.Son, total[k]+m.Total
		}
	}
	require.GreaterOrEqual(t, total["all"], 60, "the sample no longer tells anything: draw another")
	for k, base := range map[string]int{"all": 75, "duplicada": 65, "denominacion": 75, "referencia": 75, "copia": 75} {
		t.Logf("precision of %s: %d of %d", k, bien[k], total[k])
		assert.GreaterOrEqual(t, 100*bien[k], base*total[k], k)
	}
}
