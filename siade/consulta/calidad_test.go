package consulta_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/siade/consulta"
)

// acierto is how often, in per cent, the card that answers is the first and
// among the first three.
func acierto(t testing.TB, x *consulta.Indice, qs [][2]string) (primera, tres int) {
	for _, q := range qs {
		hs := x.Buscar(consulta.Busqueda{Texto: q[1], Limite: 3})
		i := slices.IndexFunc(hs, func(h consulta.Hallazgo) bool { return h.Clave == q[0] })
		if i == 0 {
			primera++
		}
		if i >= 0 {
			tres++
		}
		if i != 0 && testing.Verbose() {
			var claves []string
			for _, h := range hs {
				claves = append(claves, h.Clave)
			}
			t.Logf("%q: quería %s, halló %v", q[1], q[0], claves)
		}
	}
	return 100 * primera / len(qs), 100 * tres / len(qs)
}

// The bounds are what is promised, a little under what was measured when they
// were set, among the labelled cards alone and among five thousand. Searches of
// a few words and whole sentences are bound apart: these are harder.
func TestLaFichaQueRespondeSaleEntreLasPrimeras(t *testing.T) {
	cortas, frases := etiquetadas(consultasDePrueba), etiquetadas(frasesDePrueba)
	require.Greater(t, len(cortas), 120)
	require.Greater(t, len(frases), 50)
	for _, cuantas := range []int{0, 5000} {
		x := consulta.Indexar(nil, corpusDe(t, cuantas), dia("2026-03-02"))
		for _, c := range []struct {
			nombre        string
			qs            [][2]string
			primera, tres int
		}{{"cortas", cortas, 97, 98}, {"frases", frases, 70, 85}} {
			primera, tres := acierto(t, x, c.qs)
			t.Logf("%d fichas, %d %s: primera %d %%, tres %d %%", x.Cuantas(), len(c.qs), c.nombre, primera, tres)
			assert.GreaterOrEqual(t, primera, c.primera, c.nombre)
			assert.GreaterOrEqual(t, tres, c.tres, c.nombre)
		}
	}
}

func BenchmarkBuscarEnCincoMil(b *testing.B) {
	x := consulta.Indexar(nil, corpusDe(b, 5000), dia("2026-03-02"))
	qs := append(etiquetadas(consultasDePrueba), etiquetadas(frasesDePrueba)...)
	var ds []time.Duration
	for i := 0; b.Loop(); i++ {
		ini := time.Now()
		x.Buscar(consulta.Busqueda{Texto: qs[i%len(qs)][1], Limite: 10})
		ds = append(ds, time.Since(ini))
	}
	slices.Sort(ds)
	b.ReportMetric(float64(ds[len(ds)*99/100].Microseconds()), "µs-p99")
}

const relatoLargo = `Buenas tardes. Soy trabajadora desde hace ocho años y estoy por tener a mi bebé; en mi trabajo me dicen que la incapacidad por
embarazo la paga el seguro, pero en la clínica no me han dado el certificado y nadie sabe decirme qué documentos llevar ni en qué ventanilla. Fui dos veces
y el sistema estaba caído. Pido que me orienten para cobrar el subsidio por maternidad y saber cuántas semanas tengo, porque mi patrón me registró con otro
salario. También quiero saber si después puedo meter a mi hijo a la guardería.`

func BenchmarkSugerirEnCincoMil(b *testing.B) {
	x := consulta.Indexar(nil, corpusDe(b, 5000), dia("2026-03-02"))
	for b.Loop() {
		x.Sugerir(consulta.Asunto{Relato: relatoLargo, Limite: 10})
	}
}

func BenchmarkIndexarCincoMil(b *testing.B) {
	fs := corpusDe(b, 5000)
	x := consulta.Indexar(nil, fs, dia("2026-03-02"))
	b.Run("desde cero", func(b *testing.B) {
		for b.Loop() {
			consulta.Indexar(nil, fs, dia("2026-03-02"))
		}
	})
	b.Run("una cambió", func(b *testing.B) {
		for b.Loop() {
			consulta.Indexar(x, fs, dia("2026-03-02"))
		}
	})
}
