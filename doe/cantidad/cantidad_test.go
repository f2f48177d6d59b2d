package cantidad_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

func TestLoEscritoSeLeeIgual(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		v := cantidad.Valor(rapid.IntRange(-int(cantidad.MaxValor), int(cantidad.MaxValor)).Draw(rt, "valor"))
		b, err := json.Marshal(v)
		require.NoError(rt, err)
		require.Equal(rt, v.String(), string(b))
		var otro cantidad.Valor
		require.NoError(rt, json.Unmarshal(b, &otro))
		require.Equal(rt, v, otro)
		c := cantidad.Centesimas(rapid.IntRange(-10000, 20000).Draw(rt, "tasa"))
		b, err = json.Marshal(c)
		require.NoError(rt, err)
		require.Equal(rt, c.String(), string(b))
		var otra cantidad.Centesimas
		require.NoError(rt, json.Unmarshal(b, &otra))
		require.Equal(rt, c, otra)
	})
}

func TestLosValoresGrandesSeLeenConSusCentavos(t *testing.T) {
	for _, dice := range []string{"-150323855.48", "150323855.48", "999999999.99", "0.29", "1e3"} {
		var v cantidad.Valor
		require.NoError(t, json.Unmarshal([]byte(dice), &v), dice)
		if dice != "1e3" {
			assert.Equal(t, dice, v.String())
		}
	}
}

func TestSeEscribeSinCerosDeMas(t *testing.T) {
	for v, dice := range map[cantidad.Valor]string{-1: "-0.01", -50: "-0.5", 0: "0", 5: "0.05", 1250: "12.5", 100: "1", cantidad.MaxValor: "1000000000"} {
		assert.Equal(t, dice, v.String())
	}
	assert.Equal(t, "100", cantidad.Entero.String())
}

func TestMasDeDosDecimalesNoSeLeen(t *testing.T) {
	var v cantidad.Valor
	var c cantidad.Centesimas
	for _, s := range []string{"0.001", "-12.345", "x"} {
		assert.Error(t, v.UnmarshalJSON([]byte(s)), s)
		assert.Error(t, c.UnmarshalJSON([]byte(s)), s)
	}
}

func TestLasFormasAcotan(t *testing.T) {
	f := cantidad.Centesimas(0).FormaJSON()
	assert.Equal(t, []float64{0, 100, 0.01}, []float64{*f.Minimo, *f.Maximo, *f.Multiplo})
	f = cantidad.Valor(0).FormaJSON()
	assert.Equal(t, []float64{-1e9, 1e9}, []float64{*f.Minimo, *f.Maximo})
}

func FuzzUnValorSeLeeComoSeEscribe(f *testing.F) {
	for _, s := range []string{"0", "-0.01", "12.5", "71.55", "1e3", "1e400", "0.001", "null", `"3"`, "-1000000000000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v, otro cantidad.Valor
		if json.Unmarshal([]byte(s), &v) != nil || !v.Cabe() {
			return
		}
		b, err := json.Marshal(v)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(b, &otro), string(b))
		require.Equal(t, v, otro)
	})
}
