package indicador_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/indicador"
)

func causas(err error) []indicador.FallaFormula {
	var e indicador.ErrFormula
	errors.As(err, &e)
	return e
}

func TestUnaFormulaDaSuValorExacto(t *testing.T) {
	for texto, quiere := range map[string]string{
		"100 * a / b":                           "33.33",
		"a + b":                                 "4",
		"a - b":                                 "-2",
		"-a + b * 2":                            "5",
		"+a / b":                                "0.33",
		"(a + b) * (a - b)":                     "-8",
		"min(a, b, 2) + max(a, b)":              "4",
		"abs(a - b)":                            "2",
		"a > b ? a : b * 10":                    "30",
		"if a >= 1 and b != 2 { a } else { b }": "1",
		"not (a == b) ? 0.1 * b + 0.2 * a : 0":  "0.5",
		"a < b or a / 1 > 0 ? b : a":            "3",
		"b == 0 ? 0 : a / b":                    "0.33",
		"2 * a / b":                             "0.67",
		"a * 0.005 + b * 0":                     "0.01",
		"a * -0.005 + b * 0":                    "-0.01",
		"0 <= a && a <= b ? 1 : 2":              "1",
	} {
		f, err := indicador.Compile(texto, []string{"a", "b"})
		require.NoError(t, err, texto)
		e := f.Evaluar(map[string]cantidad.Valor{"a": 100, "b": 300})
		assert.Equal(t, quiere, e.Valor.String(), texto)
		assert.Empty(t, e.SinDato, texto)
	}
}

func TestNoHayRedondeoDeMaquina(t *testing.T) {
	f, err := indicador.Compile("(a + b) * 1000000000 - 300000000", []string{"a", "b"})
	require.NoError(t, err)
	assert.Equal(t, cantidad.Valor(0), f.Evaluar(map[string]cantidad.Valor{"a": 10, "b": 20}).Valor, "0.1 + 0.2 es 0.3")
}

func TestLoQueNoTieneNumeroDicePorQue(t *testing.T) {
	f, err := indicador.Compile("a / b", []string{"a", "b"})
	require.NoError(t, err)
	assert.Equal(t, indicador.DivisionEntreCero, f.Evaluar(map[string]cantidad.Valor{"a": 100, "b": 0}).SinDato)
	assert.Equal(t, indicador.FaltaVariable, f.Evaluar(map[string]cantidad.Valor{"a": 100}).SinDato)
	assert.Equal(t, indicador.FaltaVariable, indicador.Formula{}.Evaluar(nil).SinDato)
	f, err = indicador.Compile("a * b", []string{"a", "b"})
	require.NoError(t, err)
	assert.Equal(t, indicador.FueraDeRango, f.Evaluar(map[string]cantidad.Valor{"a": cantidad.MaxValor, "b": 300}).SinDato)
	assert.Equal(t, cantidad.MaxValor, f.Evaluar(map[string]cantidad.Valor{"a": cantidad.MaxValor, "b": 100}).Valor)
}

func TestSoloSeHaceLaRamaQueToca(t *testing.T) {
	f, err := indicador.Compile("b == 0 ? 0 : 100 * a / b", []string{"a", "b"})
	require.NoError(t, err)
	assert.Empty(t, f.Evaluar(map[string]cantidad.Valor{"a": 100, "b": 0}).SinDato)
}

func TestLosPasosMuestranLaCuenta(t *testing.T) {
	f, err := indicador.Compile("100 * a / b", []string{"a", "b"})
	require.NoError(t, err)
	assert.Equal(t, []indicador.Paso{
		{Operacion: "*", Operandos: []string{"100", "118"}, Resultado: "11800"},
		{Operacion: "/", Operandos: []string{"11800", "120"}, Resultado: "98.3333333333333333"},
	}, f.Evaluar(map[string]cantidad.Valor{"a": 11800, "b": 12000}).Pasos)
	assert.Equal(t, []string{"a", "b"}, f.Variables())
}

func TestUnaFormulaMalHechaSeRechazaConSuLugar(t *testing.T) {
	una := func(c indicador.CausaFormula, pos int) []indicador.FallaFormula {
		return []indicador.FallaFormula{{Causa: c, Posicion: pos}}
	}
	for texto, quiere := range map[string][]indicador.FallaFormula{
		"a / c + b":                      una(indicador.VariableDesconocida, 5),
		"a / c + d + b":                  {{Causa: indicador.VariableDesconocida, Posicion: 5}, {Causa: indicador.VariableDesconocida, Posicion: 9}},
		"a":                              {{Causa: indicador.VariableSinUso, Variable: 1}},
		"c + 1":                          {{Causa: indicador.VariableDesconocida, Posicion: 1}, {Causa: indicador.VariableSinUso}, {Causa: indicador.VariableSinUso, Variable: 1}},
		"a +":                            una(indicador.FormulaSintaxis, 3),
		"":                               una(indicador.FormulaSintaxis, 1),
		"a > b":                          una(indicador.FormulaTipo, 1),
		"a + (b > 1)":                    una(indicador.FormulaTipo, 8),
		"a ? b : 1":                      una(indicador.FormulaTipo, 1),
		"a > 1 ? b > 1 : 1":              una(indicador.FormulaTipo, 11),
		"a / 0 + b":                      una(indicador.FormulaDivideCero, 5),
		"a ** b":                         una(indicador.FormulaNoPermite, 3),
		"a % b":                          una(indicador.FormulaNoPermite, 3),
		"a + b + \"x\"":                  una(indicador.FormulaNoPermite, 9),
		"a + b.c":                        una(indicador.FormulaNoPermite, 7),
		"filter(1..9, true) + a + b":     una(indicador.FormulaNoPermite, 9),
		"a + b // nota":                  una(indicador.FormulaNoPermite, 7),
		"a + b + [1][0]":                 una(indicador.FormulaNoPermite, 9),
		"a + b + 0x10":                   una(indicador.FormulaNoPermite, 9),
		"a + b + 1e9":                    una(indicador.FormulaNoPermite, 9),
		"a + b + 1_000":                  una(indicador.FormulaNoPermite, 9),
		"a + b + len(a)":                 una(indicador.FormulaNoPermite, 9),
		"a + b + a(1)":                   una(indicador.FormulaNoPermite, 9),
		"a + min(b)":                     una(indicador.FormulaTipo, 5),
		"a + abs(b, 1)":                  una(indicador.FormulaTipo, 5),
		"let x = 1; a + b + x":           una(indicador.FormulaNoPermite, 10),
		"a + b + true":                   una(indicador.FormulaNoPermite, 9),
		"a + b + ñ":                      una(indicador.FormulaNoPermite, 9),
		"á + b":                          una(indicador.FormulaNoPermite, 1),
		strings.Repeat("(", 40) + "a":    una(indicador.FormulaCompleja, 0),
		"b" + strings.Repeat(" + a", 60): una(indicador.FormulaCompleja, 0),
		"b+" + strings.Repeat("a+", 300): una(indicador.FormulaCompleja, 0),
	} {
		_, err := indicador.Compile(texto, []string{"a", "b"})
		assert.ElementsMatch(t, quiere, causas(err), "%s: %v", texto, err)
	}
}

func TestUnaVariableNoPuedeLlamarseComoUnaPalabra(t *testing.T) {
	for _, v := range []string{"min", "if", "true", "_suma", "A", "1a", "", "a-b"} {
		_, err := indicador.Compile(v, []string{v})
		assert.Error(t, err, v)
	}
}

// Whatever compiles evaluates without panic, the same twice, and takes just
// its variables.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"100 * a / b", "min(a, b)", "a > b ? a : b", "if a > 0 { a } else { b }", "a / 0", "1..9", "a.b", "((((a))))", "-a - -b", "not a", "a ?: b", "1 < a < b ? 1 : 2", "a?b:1", "{a: b}", "#", "let", "abs(-a) * b", "0.1 + a * b"} {
		f.Add(s, 300, -20)
	}
	f.Fuzz(func(t *testing.T, texto string, a, b int) {
		fo, err := indicador.Compile(texto, []string{"a", "b"})
		if err != nil {
			if len(causas(err)) == 0 {
				t.Fatalf("%q: an error without faults: %v", texto, err)
			}
			return
		}
		v := map[string]cantidad.Valor{"a": cantidad.Valor(a), "b": cantidad.Valor(b)}
		uno, dos := fo.Evaluar(v), fo.Evaluar(v)
		if uno.Valor != dos.Valor || uno.SinDato != dos.SinDato || len(uno.Pasos) != len(dos.Pasos) {
			t.Fatalf("%q gave %v and then %v", texto, uno, dos)
		}
		if uno.Valor > cantidad.MaxValor || uno.Valor < -cantidad.MaxValor {
			t.Fatalf("%q gave %v", texto, uno)
		}
		delete(v, "b")
		if fo.Evaluar(v).SinDato != indicador.FaltaVariable {
			t.Fatalf("%q does not take b", texto)
		}
	})
}

func BenchmarkEvaluar(b *testing.B) {
	f, err := indicador.Compile("b == 0 ? 0 : 100 * a / b", []string{"a", "b"})
	require.NoError(b, err)
	v := map[string]cantidad.Valor{"a": 11800, "b": 12000}
	b.ReportAllocs()
	for b.Loop() {
		if f.Evaluar(v).Valor != 9833 {
			b.Fatal("otro valor")
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := indicador.Compile("b == 0 ? 0 : 100 * a / b", []string{"a", "b"}); err != nil {
			b.Fatal(err)
		}
	}
}
