package doe_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
)

func lee[T ~string](t *testing.T, parse func(string) (T, error), buenas, malas []string) {
	t.Helper()
	for _, s := range buenas {
		k, err := parse(s)
		assert.NoError(t, err, s)
		assert.Equal(t, s, string(k))
	}
	for _, s := range malas {
		k, err := parse(s)
		assert.ErrorIs(t, err, doe.ErrClave, s)
		assert.Empty(t, k)
	}
}

func TestKeysAreReadAndNothingElseIs(t *testing.T) {
	lee(t, doe.ParseClaveUnidad, []string{"doe-7.1", "doe-7.1.3.1.4", "caood-7.1"},
		[]string{"", "7.1", "doe-", "doe-7.1.", "doe-7..1", "doe-07.1", "doe-7.0", "doe-7.-1", "doe-7.+1", "DOE-7.1", "imss-7.1", "doe-7.1 "})
	lee(t, doe.ParseClaveFuncion, []string{"doe-7.1/21", "caood-7.1/1"},
		[]string{"", "doe-7.1", "doe-7.1/", "doe-7.1/0", "doe-7.1/01", "doe-7.1/1.2", "doe-7.1/1/2", "7.1/1"})
	lee(t, doe.ParseClavePolitica, []string{"doe-5.1", "caood-5.11"},
		[]string{"", "doe-7.1", "doe-5", "5.1", "doe-5.x"})
	lee(t, doe.ParseCapacidad, []string{"siade.registro", "doe.encomiendas"},
		[]string{"", "siade", "siade.", ".registro", "siade.registro.x", "Siade.registro", "siade.registro:x", "siade. registro", "siade.atención"})
	lee(t, doe.ParseActo, []string{"registrar", "seguir"}, []string{"", "Registrar", "dar seguimiento", "registrar:", "1"})
	lee(t, doe.ParseFacultad, []string{"siade.registro:registrar"},
		[]string{"", "siade.registro", "siade:registrar", "siade.registro:", "siade.registro:a:b", "siade.registro:a.b", "siade.registro: registrar"})
	lee(t, doe.ParseClaveOrgano, []string{"ooad-14", "umae-dfims000580", "dn-prestaciones-medicas"},
		[]string{"", "ooad", "ooad-", "-14", "ooad--14", "umae-DFIMS000580", "dn-médicas", "dn-prestaciones médicas"})
}

func TestAnOldDelegationCodeGivesTheOneInUse(t *testing.T) {
	for s, esperado := range map[string]doe.OOAD{"01": "01", "34": "34", "39": "39", "40": "40", "09": doe.NivelCentral,
		"35": "39", "36": "39", "37": "40", "38": "40"} {
		o, err := doe.ParseOOAD(s)
		assert.NoError(t, err, s)
		assert.Equal(t, esperado, o)
	}
	for _, s := range []string{"", "1", "00", "41", "99", "-1", "+1", "1a", "014"} {
		_, err := doe.ParseOOAD(s)
		assert.ErrorIs(t, err, doe.ErrClave, s)
	}
}

func TestAKeyTellsItsParts(t *testing.T) {
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3"), doe.ClaveFuncion("doe-7.1.3/7").Unidad())
	assert.Equal(t, 7, doe.ClaveFuncion("doe-7.1.3/7").Numero())
	assert.Equal(t, doe.Capacidad("siade.registro"), doe.Facultad("siade.registro:registrar").Capacidad())
	assert.Equal(t, doe.Acto("registrar"), doe.Facultad("siade.registro:registrar").Acto())
	assert.Equal(t, "5.6", doe.ClavePolitica("caood-5.6").Numero())
	assert.True(t, doe.CAOOD.Regional())
	assert.False(t, doe.Raiz.Regional())
}

func FuzzKeys(f *testing.F) {
	for _, s := range []string{"doe-7.1.3/4", "caood-7.1", "siade.registro:registrar", "dn-juridica", "39", "doe-5.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if k, err := doe.ParseClaveFuncion(s); err == nil {
			_, err := doe.ParseClaveUnidad(string(k.Unidad()))
			assert.NoError(t, err)
			assert.Positive(t, k.Numero())
		}
		if k, err := doe.ParseFacultad(s); err == nil {
			_, err1 := doe.ParseCapacidad(string(k.Capacidad()))
			_, err2 := doe.ParseActo(string(k.Acto()))
			assert.NoError(t, err1)
			assert.NoError(t, err2)
			assert.Equal(t, s, string(k.Capacidad())+":"+string(k.Acto()))
		}
		if k, err := doe.ParseOOAD(s); err == nil {
			otra, err := doe.ParseOOAD(string(k))
			assert.NoError(t, err)
			assert.Equal(t, k, otra)
			_, err = doe.ParseClaveOrgano(string(k.Organo()))
			assert.NoError(t, err)
		}
		if k, err := doe.ParseClavePolitica(s); err == nil {
			assert.NotEmpty(t, k.Numero())
		}
	})
}
