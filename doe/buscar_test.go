package doe_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

func halla(q string, filtro doe.FiltroFunciones) []doe.ClaveFuncion {
	var out []doe.ClaveFuncion
	for _, f := range doe.Vigente().Buscar(q, filtro) {
		out = append(out, f.Clave)
	}
	return out
}

func TestSearchMindsNeitherAccentsNorCapitalsNorNumber(t *testing.T) {
	esperado := halla("petición", doe.FiltroFunciones{})
	require.NotEmpty(t, esperado)
	for _, q := range []string{"PETICIÓN", "peticion", "peticiones", "la Petición", "  petición… ", "peticio\u0301n"} {
		assert.Equal(t, esperado, halla(q, doe.FiltroFunciones{}), q)
	}
	assert.Contains(t, esperado, doe.ClaveFuncion("caood-7.1/2"))
}

func TestSearchPutsFirstWhatHasMoreOfTheWords(t *testing.T) {
	fs := doe.Vigente().Buscar("buzones módulos supervisar", doe.FiltroFunciones{})
	require.NotEmpty(t, fs)
	assert.Equal(t, doe.ClaveFuncion("caood-7.1/6"), fs[0].Clave)
	certificadas := halla("copias certificadas", doe.FiltroFunciones{})
	assert.Equal(t, doe.ClaveFuncion("doe-7.1/20"), certificadas[0])
	comsoc := halla("COMSOC", doe.FiltroFunciones{})
	assert.Equal(t, doe.ClaveFuncion("doe-7.1.6.2/8"), comsoc[0])
}

func TestAVerbWeighsMoreThanAMentionInTheSupport(t *testing.T) {
	fs := doe.Vigente().Buscar("autorizar", doe.FiltroFunciones{})
	corte := slices.IndexFunc(fs, func(f doe.Funcion) bool { return !slices.Contains(f.Verbos, "autorizar") })
	require.Positive(t, corte)
	for _, f := range fs[corte:] {
		assert.NotContains(t, f.Verbos, "autorizar", "%s comes after one without the verb", f.Clave)
	}
}

func TestAFilterKeepsTheFunctionsThatGrantBoth(t *testing.T) {
	c := doe.Vigente()
	fs := c.Buscar("", doe.FiltroFunciones{Capacidad: "siade.quejas"})
	require.NotEmpty(t, fs)
	for _, f := range fs {
		assert.True(t, slices.ContainsFunc(f.Facultades, func(o doe.Otorgamiento) bool { return o.Facultad.Capacidad() == "siade.quejas" }), f.Clave)
	}
	assert.Equal(t, []doe.ClaveFuncion{"caood-7.1/2"}, halla("", doe.FiltroFunciones{Capacidad: "siade.quejas", Acto: "registrar"}))
	assert.Empty(t, halla("", doe.FiltroFunciones{Capacidad: "siade.quejas", Acto: "atender"}), "capability and act of different grants do not count")
	for _, k := range halla("programa", doe.FiltroFunciones{Unidad: "doe-7.1.6"}) {
		assert.True(t, strings.HasPrefix(string(k), "doe-7.1.6/"), k)
	}
	assert.Len(t, halla("", doe.FiltroFunciones{}), 784)
	assert.Len(t, halla("", doe.FiltroFunciones{Acto: "atender", Unidad: "doe-7.1"}), 1)
}

func TestSearchFindsNothingWhereThereIsNothing(t *testing.T) {
	for _, q := range []string{"xilófono", "¿?", "de la", "."} {
		assert.Empty(t, halla(q, doe.FiltroFunciones{}), q)
	}
}

func FuzzBuscar(f *testing.F) {
	f.Add("peticiónes quejas")
	f.Add("\xff\u0303ñ")
	f.Fuzz(func(t *testing.T, q string) {
		if len(q) > 200 {
			return
		}
		vistas := map[doe.ClaveFuncion]bool{}
		for _, k := range halla(q, doe.FiltroFunciones{}) {
			assert.False(t, vistas[k])
			vistas[k] = true
		}
	})
}
