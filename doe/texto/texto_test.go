package texto_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/texto"
)

func ExamplePlegar() {
	fmt.Println(texto.Plegar("¡Señor! La CIRUGÍA, ¿cuándo? (año 2025)"))
	// Output: señor la cirugia cuando año 2025
}

func ExampleRaices() {
	fmt.Println(texto.Raices("Cirugías y hospitalización, folio SIADE-2026-14-0000123-K"))
	fmt.Println(texto.Raices("cirugía u hospitalizaciones"))
	// Output:
	// cirugi hospitaliz foli siade2026140000123k
	// cirugi hospitaliz
}

func ExampleConsulta() {
	fmt.Println(texto.Consulta("citas, cita; CITAS médicas"))
	// Output: [cit medic]
}

func TestPlegar(t *testing.T) {
	for s, quiere := range map[string]string{
		"":                               "",
		"   ":                            "",
		"ÁÉÍÓÚÜ áéíóúü":                  "aeiouu aeiouu",
		"Ñoño":                           "ñoño",
		"n\u0303 N\u0303 a\u0301":        "ñ ñ a", // decomposed letters
		"n \u0303":                       "n",     // a tilde on nothing
		"çÀêõ":                           "caeo",
		"médico-quirúrgico/urgencias...": "medico quirurgico urgencias",
		"a\x00b\xffc":                    "a b c",
		"1º de mayo":                     "1o de mayo",
		"A_B":                            "a b",
		"日本 Ω":                           "日本 ω",
	} {
		assert.Equal(t, quiere, texto.Plegar(s), s)
	}
}

func TestLasFamiliasDePalabrasSeBuscanComoUna(t *testing.T) {
	for _, familia := range []string{
		"cirugía cirugías CIRUGIA quirúrgico quirúrgica quirurgicos cirujano",
		"hospitalización hospitalizaciones hospitalizacion hospitalizar",
		"pensión pensiones pension",
		"atención atenciones atencion",
		"médico médicos médica medicas",
		"queja quejas",
		"año años AÑOS",
		"día días dia",
		"niño niños niña",
		"riñón riñones renal",
		"unificar unificación",
	} {
		palabras := strings.Fields(familia)
		for _, w := range palabras {
			assert.Equal(t, texto.Raices(palabras[0]), texto.Raices(w), w)
		}
	}
}

func TestLasPalabrasDistintasNoSeConfunden(t *testing.T) {
	for _, par := range [][2]string{
		{"año", "ano"}, {"años", "anos"}, {"peña", "pena"}, {"queja", "sugerencia"}, {"hospital", "hospitalización"},
		{"día", "diabetes"}, {"inconformidad", "queja"},
	} {
		assert.NotEqual(t, texto.Raices(par[0]), texto.Raices(par[1]), par)
	}
}

func TestNumerosYFoliosQuedanEnteros(t *testing.T) {
	for s, quiere := range map[string]string{
		"unidad 5":                           "unid 5",
		"(SIADE-2026-14-0000123-K),":         "siade2026140000123k",
		"folio:siade-2026-14-0000123-k":      "foli siade2026140000123k",
		"norma 1000-001-019":                 "norm 1000001019",
		"covid-19":                           "cov 19", // two parts are words
		"05HB1":                              "05hb1",
		"-a-b-1":                             "1", // not a key: it begins with a hyphen
		"a--b-1":                             "1",
		"uno-dos-tres":                       "uno dos tres",
		"a e i o u y":                        "",
		strings.Repeat("cion", 11):           strings.Repeat("cion", 11), // too long to be a word
		"médico-quirúrgico, «hoy»":           "medic cirugi hoy",
		"año-2025-ñ":                         "año 2025",
		"n\u0303 an\u0303o":                  "año",
		strings.Repeat("x", 200) + "-1-2":    strings.Repeat("x", 200) + "12",
		"hospitalizaciones/hospitalizacion.": "hospitaliz hospitaliz",
	} {
		assert.Equal(t, quiere, texto.Raices(s), s)
	}
}

func TestCadaGrupoDeSinonimosTieneUnaRaizYNingunaPalabraEstaEnDos(t *testing.T) {
	de := map[string]string{}
	for _, g := range texto.Sinonimos() {
		require.Greater(t, len(g), 1)
		for _, w := range g {
			assert.Equal(t, texto.Raices(g[0]), texto.Raices(w), w)
			otro, ya := de[texto.Raices(w)]
			assert.True(t, !ya || otro == g[0], "%s is in the groups of %s and %s", w, otro, g[0])
			de[texto.Raices(w)] = g[0]
		}
	}
	assert.NotEmpty(t, de)
}

// More different words than the memory holds, from several goroutines: a root
// stays the same whether it is remembered or not.
func TestLaMemoriaNoCambiaLasRaices(t *testing.T) {
	quiere := texto.Raices("hospitalizaciones quirúrgicas")
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 12_000 {
				w := "pa" + string(rune('a'+g)) + strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprint(i))
				if a, b := texto.Raices(w), texto.Raices(w); a != b {
					t.Errorf("%s: %s, then %s", w, a, b)
				}
			}
			if texto.Raices("hospitalizaciones quirúrgicas") != quiere {
				t.Error("the roots changed")
			}
		})
	}
	wg.Wait()
}

func FuzzPlegar(f *testing.F) {
	for _, s := range []string{"", "Ñ\u0303n\u0303", "\xff\xfe", "ẞİſﬀ½Ⅷ", "a\u0301\u0303", "SIADE-2026-14-0000123-K"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := texto.Plegar(s)
		if q := texto.Plegar(p); p != q {
			t.Errorf("%q folds to %q, then %q", s, p, q)
		}
		if !utf8.ValidString(p) || strings.Contains(p, "  ") || strings.TrimSpace(p) != p {
			t.Errorf("%q", p)
		}
		r := texto.Raices(s)
		if !utf8.ValidString(r) || strings.Join(strings.Fields(r), " ") != r || r != texto.Raices(s) {
			t.Errorf("%q", r)
		}
		if len(texto.Consulta(s)) > len(strings.Fields(r)) {
			t.Errorf("%q", s)
		}
	})
}

// relato is of the length of an ordinary petition, about 330 characters.
const relato = `Solicito que se reprograme la cirugía de mi mamá, que fue cancelada tres veces en el Hospital ` +
	`General de Zona 46; el médico indicó que es urgente y que no hay material quirúrgico. Tiene 67 años y su ` +
	`hospitalización estaba prevista para el día 5 de marzo. Pedimos atención pronta y que nos informen la nueva fecha, ` +
	`por favor. Muchas gracias.`

func BenchmarkRaices(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		texto.Raices(relato)
	}
}

func BenchmarkRaicesEnParalelo(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			texto.Raices(relato)
		}
	})
}

func BenchmarkPlegar(b *testing.B) {
	for b.Loop() {
		texto.Plegar(relato)
	}
}
