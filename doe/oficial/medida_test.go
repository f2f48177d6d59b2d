package oficial_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
	hallado := map[string]bool{}
	for _, h := range oficial.Revisar(hoy, losManuales(t)...) {
		hallado[string(h.Funcion)+" "+string(h.Tipo)] = true
	}
	si, total := map[string]int{}, map[string]int{}
	bases := map[string]int{"duplicada": 90, "denominacion": 75, "referencia": 50}
	for _, f := range tabla(t, compartido(t, "dominio", "anomalias.tsv")) {
		total[f[2]]++
		if hallado[f[0]+"/"+f[1]+" "+f[2]] {
			si[f[2]]++
		} else if bases[f[2]] > 0 {
			t.Logf("not found: %s/%s %s: %s", f[0], f[1], f[2], f[3])
		}
	}
	for tipo, base := range bases {
		t.Logf("recall of %s: %d of %d", tipo, si[tipo], total[tipo])
		assert.GreaterOrEqual(t, 100*si[tipo], base*total[tipo], tipo)
	}
}

// The sample was drawn by hash from the findings of each kind and judged by
// reading both texts: «verdadero» when a person who keeps the manual would have
// something to mend or delimit.
func TestThePrecisionOnTheLabelledSample(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "muestra.tsv"))
	require.NoError(t, err)
	hallado := map[string]bool{}
	cuantos := map[oficial.TipoHallazgo]int{}
	for _, h := range oficial.Revisar(hoy, losManuales(t)...) {
		hallado[string(h.Funcion)+" "+string(h.Tipo)+" "+h.Otra] = true
		cuantos[h.Tipo]++
	}
	t.Logf("findings: %v", cuantos)
	bien, total := map[string]int{}, map[string]int{}
	for _, f := range tabla(t, b) {
		if !hallado[f[0]+" "+f[1]+" "+f[2]] {
			continue
		}
		for _, k := range []string{f[1], "all"} {
			total[k]++
			if f[3] == "verdadero" {
				bien[k]++
			}
		}
	}
	require.GreaterOrEqual(t, total["all"], 60, "the sample no longer tells anything: draw another")
	for k, base := range map[string]int{"all": 75, "duplicada": 65, "denominacion": 75, "referencia": 75, "copia": 75} {
		t.Logf("precision of %s: %d of %d", k, bien[k], total[k])
		assert.GreaterOrEqual(t, 100*bien[k], base*total[k], k)
	}
}
