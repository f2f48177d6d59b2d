package doe_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// narrado is a small history of the smallest catalog.
const narrado = `instrumento: a-1
tipo: acuerdo
clave: ACDO.X/1
impresa: ACDO.X/1
aprobado: 2010-01-15

reestructura: uno
clase: creacion
instrumento: a-1
vigente: 2010-02-01
manual: doe
despues: hist-oficina | Oficina | oficina | organo-nada

reestructura: dos
clase: conversion
vigente: 2012
manual: doe
antes: hist-oficina
despues: caood-7.1 | Coordinación vieja | coordinacion | doe-7.1
`

func conHistoria(t *testing.T, antes, despues string) (*doe.Catalogo, error) {
	t.Helper()
	textos := maps.Clone(minimo)
	textos["organos.txt"] += "\norgano: organo-nada\ntipo: superior\nnombre: Nada\n"
	textos["reestructuras.txt"] = remplazar(t, narrado, antes, despues)
	return doe.Cargar(sistema(textos))
}

func remplazar(t *testing.T, s, antes, despues string) string {
	t.Helper()
	require.Contains(t, s, antes)
	return strings.Replace(s, antes, despues, 1)
}

func TestASmallHistoryLoads(t *testing.T) {
	c, err := conHistoria(t, "", "")
	require.NoError(t, err)
	h, ok := c.Historia(doe.CAOOD)
	require.True(t, ok)
	assert.Equal(t, doe.OrigenConversion, h.Origen)
	assert.Equal(t, []doe.ClaveUnidad{"hist-oficina"}, h.Antecesoras)
	assert.Equal(t, "Coordinación regional", h.Etapas[1].Nombre, "not narrated, but the edition has it so")
	assert.Empty(t, h.Etapas[1].Actos)
	e := c.EstructuraEn(el("2011-01-01"))
	u, ok := e.Unidad("hist-oficina")
	require.True(t, ok)
	assert.True(t, u.Fuera)
}

func TestTheLoaderRefusesAHistoryThatDoesNotHoldTogether(t *testing.T) {
	for nombre, k := range map[string]struct {
		antes, despues string
		clase          error
		dice           string
	}{
		"a creation of what stood":         {"despues: hist-oficina | Oficina", "antes: hist-vieja | Vieja | oficina |\ndespues: hist-oficina | Oficina", doe.ErrReestructura, "DOE-REESTRUCTURA-02"},
		"a conversion of nothing":          {"antes: hist-oficina\n", "", doe.ErrReestructura, "DOE-REESTRUCTURA-02"},
		"a renaming with two successors":   {"clase: conversion", "clase: cambio_denominacion", doe.ErrReestructura, "DOE-REESTRUCTURA-03"},
		"a split into one":                 {"clase: conversion", "clase: division", doe.ErrReestructura, "DOE-REESTRUCTURA-02"},
		"a merger of one":                  {"clase: conversion", "clase: fusion", doe.ErrReestructura, "DOE-REESTRUCTURA-02"},
		"a suppression with a successor":   {"clase: conversion", "clase: supresion", doe.ErrReestructura, "DOE-REESTRUCTURA-02"},
		"an unknown kind":                  {"clase: conversion", "clase: mudanza", doe.ErrReestructura, "DOE-REESTRUCTURA-01"},
		"in force before its approval":     {"vigente: 2010-02-01", "vigente: 2009-12", doe.ErrReestructura, "DOE-REESTRUCTURA-05"},
		"out of order":                     {"vigente: 2012", "vigente: 2009", doe.ErrReestructura, "before the one above"},
		"no date at all":                   {"vigente: 2012\n", "", doe.ErrReestructura, "DOE-REESTRUCTURA-07"},
		"a date that is none":              {"vigente: 2012", "vigente: 2012-13", doe.ErrForma, "vigente"},
		"an act twice":                     {"reestructura: dos", "reestructura: uno", doe.ErrDuplicado, "act uno"},
		"an unknown document":              {"instrumento: a-1\nvigente", "instrumento: a-2\nvigente", doe.ErrDesconocido, `document "a-2"`},
		"a document twice":                 {"reestructura: uno", "instrumento: a-1\ntipo: oficio\naprobado: 2010\nnota: x\n\nreestructura: uno", doe.ErrDuplicado, "document a-1"},
		"a document of unknown kind":       {"tipo: acuerdo", "tipo: carta", doe.ErrForma, `kind "carta"`},
		"a key that is not normal":         {"clave: ACDO.X/1", "clave: ACDO-X/1.", doe.ErrForma, "normalised"},
		"two printings without a note":     {"impresa: ACDO.X/1", "impresa: ACDO.X/1\nimpresa: ACDO.Y/1", doe.ErrForma, "needs a note"},
		"an unknown unit":                  {"antes: hist-oficina", "antes: doe-7.9", doe.ErrDesconocido, "unit doe-7.9"},
		"an orphan":                        {"organo-nada", "organo-otro", doe.ErrDesconocido, "unit organo-otro"},
		"an orphan transfer":               {"antes: hist-oficina", "antes: hist-oficina\ntransfiere: recursos | hist-x | doe-7.1 | Sillas", doe.ErrDesconocido, "unit hist-x"},
		"a transfer of nothing known":      {"antes: hist-oficina", "antes: hist-oficina\ntransfiere: sillas | hist-oficina | doe-7.1 | Sillas", doe.ErrDesconocido, "what passes"},
		"a malformed transfer":             {"antes: hist-oficina", "antes: hist-oficina\ntransfiere: recursos", doe.ErrForma, "want transfiere"},
		"a transfer to itself":             {"antes: hist-oficina", "antes: hist-oficina\ntransfiere: recursos | doe-7.1 | doe-7.1 | Sillas", doe.ErrReestructura, "DOE-REESTRUCTURA-08"},
		"an unknown level":                 {"| oficina |", "| taller |", doe.ErrDesconocido, `level "taller"`},
		"an unknown manual":                {"manual: doe", "manual: xyz", doe.ErrDesconocido, "the manual"},
		"a unit that never was":            {"antes: hist-oficina", "antes: hist-otra", doe.ErrReestructura, "neither name nor level"},
		"a unit that begins twice":         {"reestructura: dos", "reestructura: otra\nclase: creacion\nvigente: 2011\nmanual: doe\ndespues: hist-oficina | Otra | oficina |\n\nreestructura: dos", doe.ErrReestructura, "stands already"},
		"a unit twice in an act":           {"antes: hist-oficina", "antes: hist-oficina\nantes: hist-oficina", doe.ErrReestructura, "DOE-REESTRUCTURA-06"},
		"a field that nobody asks for":     {"manual: doe", "manual: doe\ncolor: rojo", doe.ErrForma, "color"},
		"a unit of which all was lost yet": {"reestructura: dos", "reestructura: otra\nclase: indeterminada\nvigente: 2011\nmanual: doe\ninnominadas: Varias\nignora: hist-oficina\n\nreestructura: tres\nclase: indeterminada\nvigente: 2011\nmanual: doe\ninnominadas: Varias\nignora: hist-oficina\n\nreestructura: dos", doe.ErrReestructura, "ends what does not stand"},
	} {
		t.Run(nombre, func(t *testing.T) {
			_, err := conHistoria(t, k.antes, k.despues)
			assert.ErrorIs(t, err, k.clase)
			assert.ErrorContains(t, err, k.dice)
		})
	}
	_, err := conHistoria(t, "vigente: 2012\nmanual: doe\nantes: hist-oficina", "vigente: 2009\nmanual: xyz\nantes: doe-7.9")
	for _, dice := range []string{"before the one above", "the manual", "unit doe-7.9"} {
		assert.ErrorContains(t, err, dice, "every fault at once")
	}
}

func TestKeysAreMendedInSpellingAlone(t *testing.T) {
	for impresa, quiere := range map[string]string{
		"ACDO.AS2.HCT.310816/218.P.DA.": "ACDO.AS2.HCT.310816/218.P.DA",
		"ACDO-IN2-HCT.250516/142.P.DA":  "ACDO.IN2.HCT.250516/142.P.DA",
		" acdo.as2.hct.270922/264.p.da": "ACDO.AS2.HCT.270922/264.P.DA",
		"09 52 17 0500/0036":            "0952170500/0036",
		"177/2001":                      "177/2001",
		"":                              "",
	} {
		assert.Equal(t, quiere, doe.NormalizarClave(impresa))
	}
	rapid.Check(t, func(t *rapid.T) {
		una := doe.NormalizarClave(rapid.String().Draw(t, "s"))
		if doe.NormalizarClave(una) != una {
			t.Fatalf("%q", una)
		}
	})
}

func TestAPartialDateKeepsItsPrecision(t *testing.T) {
	for s, quiere := range map[string][2]string{
		"1947": {"1947-01-01", "1947-12-31"}, "2024-02": {"2024-02-01", "2024-02-29"}, "2001-12-17": {"2001-12-17", "2001-12-17"},
	} {
		p, err := doe.ParseFechaParcial(s)
		require.NoError(t, err)
		assert.Equal(t, s, p.String())
		assert.Equal(t, quiere, [2]string{p.Primero().String(), p.Ultimo().String()})
	}
	for _, s := range []string{"", "47", "1947-13", "1947-02-30", "1947-1", "19470101", "1947-01-01 "} {
		_, err := doe.ParseFechaParcial(s)
		assert.ErrorIs(t, err, fecha.ErrFecha, s)
	}
	assert.True(t, doe.DiaCierto(fecha.Fecha{}).IsZero())
	var p doe.FechaParcial
	require.NoError(t, p.UnmarshalText([]byte("2009")))
	assert.Equal(t, doe.PorAnio, p.Precision())
	require.Error(t, p.UnmarshalText([]byte("x")))
	assert.Equal(t, "2009", p.String(), "as it was")
	require.NoError(t, p.UnmarshalText(nil))
	assert.True(t, p.IsZero())
	assert.True(t, p.Ultimo().IsZero())
}

func TestAnActOfRestructuringTravelsAsItIs(t *testing.T) {
	require.NoError(t, forma.Comprobar(reflect.TypeFor[doe.Reestructura]()), "an act of a trámite can take one in")
	for _, r := range doe.Vigente().Reestructuras(doe.FiltroReestructuras{}) {
		b, err := json.Marshal(r)
		require.NoError(t, err)
		var otra doe.Reestructura
		require.NoError(t, json.Unmarshal(b, &otra))
		igual, err := json.Marshal(otra)
		require.NoError(t, err)
		assert.JSONEq(t, string(b), string(igual))
		assert.Equal(t, r.Vigente, otra.Vigente)
		assert.Equal(t, r.Instrumento.Aprobado, otra.Instrumento.Aprobado)
		assert.NoError(t, forma.Validar(r, "body").Error("x", "x", "x"))
	}
}

func TestThePatternOfAPartialDatePassesTheDatesThatExist(t *testing.T) {
	re := regexp.MustCompile(doe.FechaParcial{}.FormaJSON().Patron)
	for _, s := range []string{"2024-02-29", "2000-02-29", "1947", "1994-10", "2023-12-31"} {
		assert.True(t, re.MatchString(s), s)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := fmt.Sprintf("%04d-%02d-%02d", rapid.IntRange(1000, 9999).Draw(t, "a"), rapid.IntRange(0, 13).Draw(t, "m"), rapid.IntRange(0, 32).Draw(t, "d"))
		s = s[:rapid.SampledFrom([]int{4, 7, 10}).Draw(t, "largo")]
		if _, err := doe.ParseFechaParcial(s); re.MatchString(s) != (err == nil) {
			t.Fatalf("%s: %v", s, err)
		}
	})
}

func FuzzHistoria(f *testing.F) {
	f.Add(narrado)
	f.Add("reestructura: x\nclase: fusion\nvigente: 2000\nmanual: doe\nantes: ooad-*|*|organo|~ooad-*\nantes: |?||~\ntransfiere: |||\nignora: ,\n")
	f.Add("instrumento:\ntipo: oficio\nclave: .\nimpresa: -\n\nreestructura: y\nclase: conversion\nvigente: 2000-13\nmanual: doe\nantes: doe-7.1|a|oficina|doe-7.1\ndespues: doe-7.1|?|||\n")
	f.Fuzz(func(t *testing.T, texto string) {
		textos := maps.Clone(minimo)
		textos["reestructuras.txt"] = texto
		c, err := doe.Cargar(sistema(textos))
		assert.NotEqual(t, err == nil, c == nil, "either a catalog or an error")
		if err != nil {
			return
		}
		for _, r := range c.Reestructuras(doe.FiltroReestructuras{}) {
			efecto, _ := r.Efecto()
			for _, d := range []fecha.Fecha{efecto.Primero().Sumar(-1), efecto.Primero(), efecto.Ultimo()} {
				e := c.EstructuraEn(d)
				e.Cimas()
			}
			for _, x := range r.Despues {
				_, ok := c.Historia(x.Clave)
				assert.True(t, ok)
			}
		}
	})
}
