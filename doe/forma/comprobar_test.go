package forma_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

func TestFaultsOfTypesAreFoundAtStart(t *testing.T) {
	casos := []struct {
		nombre string
		tipo   any
		dice   string
	}{
		{"unknown tag", struct {
			A string `json:"a" validate:"max=3,ipv4"`
		}{}, `unknown tag "ipv4"`},
		{"required on a boolean", struct {
			A bool `json:"a" validate:"required"`
		}{}, `tag "required" on a logico`},
		{"required on a number", struct {
			A int `json:"a" validate:"required"`
		}{}, `tag "required" on a numero`},
		{"text without maximum", struct {
			A string `json:"a" validate:"required"`
		}{}, "a text without a maximum"},
		{"list without maximum", struct {
			A []string `json:"a" validate:"dive,max=3"`
		}{}, "a list or map without a maximum"},
		{"items without maximum", struct {
			A []string `json:"a" validate:"max=3"`
		}{}, "its elements: a text without a maximum"},
		{"structs without dive", struct {
			A []nota `json:"a" validate:"max=3"`
		}{}, "without dive"},
		{"parameter that is no number", struct {
			A string `json:"a" validate:"max=tres"`
		}{}, `tag "max" with parameter "tres"`},
		{"tag that does not fit", struct {
			A int `json:"a" validate:"email"`
		}{}, `tag "email" on a numero`},
		{"omitempty that JSON lacks", struct {
			A string `json:"a" validate:"omitempty,email,max=9"`
		}{}, "JSON has not"},
		{"omitempty after others", struct {
			A string `json:"a,omitempty" validate:"max=9,omitempty"`
		}{}, "omitempty must come first"},
		{"no JSON name", struct {
			A bool
		}{}, "no JSON name"},
		{"one name twice", struct {
			A bool `json:"a"`
			B bool `json:"A"`
		}{}, "is also that of A"},
		{"a fact required of callers", struct {
			A string `json:"a" validate:"required,max=3" hecho:"true"`
		}{}, "cannot be required"},
		{"JSON of its own", struct {
			A time.Time `json:"a"`
		}{}, "does not describe it"},
		{"no place in JSON", struct {
			A chan int `json:"a"`
		}{}, "no place in JSON"},
	}
	for _, c := range casos {
		t.Run(c.nombre, func(t *testing.T) {
			assert.ErrorContains(t, forma.Comprobar(reflect.TypeOf(c.tipo)), c.dice)
		})
	}
	assert.NoError(t, forma.Comprobar(reflect.TypeFor[solicitud]()))
}

func TestValidatingATypeWithAnUnknownTagPanics(t *testing.T) {
	assert.PanicsWithValue(t, `forma: struct { A string "json:\"a\" validate:\"rgb\"" }.A: unknown tag "rgb"`, func() {
		forma.Validar(struct {
			A string `json:"a" validate:"rgb"`
		}{}, "body")
	})
}

func TestPropertiesAreRequiredWhenTheirZeroIsRefused(t *testing.T) {
	cs, err := forma.Campos(reflect.TypeFor[solicitud]())
	require.NoError(t, err)
	exigidos := map[string]bool{}
	for _, c := range cs {
		if c.Exigido() {
			exigidos[c.Nombre] = true
		}
	}
	assert.Equal(t, map[string]bool{"persona": true, "dia": true, "canal": true, "dias": true}, exigidos)
}

// vocabularios exercises each word of the vocabulary: a value that complies
// and one that does not.
var vocabularios = map[string]struct{ bien, mal any }{
	"required":  {nota{"x"}, nota{}},
	"omitempty": {persona{Nombre: "a"}, nil},
	"dive":      {solicitud{}, nil},
	"min": {struct {
		A string `json:"a" validate:"min=2,max=3"`
	}{"ab"}, struct {
		A string `json:"a" validate:"min=2,max=3"`
	}{"a"}},
	"max": {struct {
		A string `json:"a" validate:"max=3"`
	}{"abc"}, struct {
		A string `json:"a" validate:"max=3"`
	}{"abcd"}},
	"len": {struct {
		A []bool `json:"a" validate:"len=1"`
	}{[]bool{true}}, struct {
		A []bool `json:"a" validate:"len=1"`
	}{[]bool{true, true}}},
	"gte": {struct {
		A int `json:"a" validate:"gte=-1"`
	}{-1}, struct {
		A int `json:"a" validate:"gte=-1"`
	}{-2}},
	"lte": {struct {
		A int `json:"a" validate:"lte=5"`
	}{5}, struct {
		A int `json:"a" validate:"lte=5"`
	}{6}},
	"gt": {struct {
		A float64 `json:"a" validate:"gt=0.5"`
	}{0.6}, struct {
		A float64 `json:"a" validate:"gt=0.5"`
	}{0.5}},
	"lt": {struct {
		A int `json:"a" validate:"lt=5"`
	}{4}, struct {
		A int `json:"a" validate:"lt=5"`
	}{5}},
	"oneof": {struct {
		A int `json:"a" validate:"oneof=1 2"`
	}{2}, struct {
		A int `json:"a" validate:"oneof=1 2"`
	}{3}},
	"email": {struct {
		A string `json:"a" validate:"email,max=90"`
	}{"a@imss.gob.mx"}, struct {
		A string `json:"a" validate:"email,max=90"`
	}{"a@"}},
	"e164": {struct {
		A string `json:"a" validate:"e164"`
	}{"+525555555555"}, struct {
		A string `json:"a" validate:"e164"`
	}{"55-55"}},
	"url": {struct {
		A string `json:"a" validate:"url,max=90"`
	}{"https://imss.gob.mx/x"}, struct {
		A string `json:"a" validate:"url,max=90"`
	}{"imss"}},
	"uuid": {struct {
		A string `json:"a" validate:"uuid"`
	}{"019a8c1e-7b1a-7c3d-8e4f-0123456789ab"}, struct {
		A string `json:"a" validate:"uuid"`
	}{"019a8c1e"}},
	"clues": {struct {
		A string `json:"a" validate:"clues"`
	}{"DFIMS000580"}, struct {
		A string `json:"a" validate:"clues"`
	}{"DFIMS00058"}},
	"sha256": {struct {
		A string `json:"a" validate:"sha256"`
	}{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}, struct {
		A string `json:"a" validate:"sha256"`
	}{"E3B0"}},
	"digitos": {struct {
		A string `json:"a" validate:"digitos,max=5"`
	}{"00123"}, struct {
		A string `json:"a" validate:"digitos,max=5"`
	}{"1a"}},
	"unique": {struct {
		A []int `json:"a" validate:"unique,max=3"`
	}{[]int{1, 2}}, struct {
		A []int `json:"a" validate:"unique,max=3"`
	}{[]int{1, 1}}},
	"required_with":    {con[reqCon]("1", "2"), con[reqCon]("1", "")},
	"required_without": {con[reqSin]("", "2"), con[reqSin]("", "")},
	"required_if":      {con[reqSi]("x", "2"), con[reqSi]("x", "")},
	"required_unless":  {con[reqSalvo]("x", ""), con[reqSalvo]("y", "")},
	"excluded_with":    {con[excCon]("", "2"), con[excCon]("1", "2")},
	"excluded_if":      {con[excSi]("y", "2"), con[excSi]("x", "2")},
	"excluded_unless":  {con[excSalvo]("x", "2"), con[excSalvo]("y", "2")},
}

type (
	reqCon struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"required_with=B,max=3"`
	}
	reqSin struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"required_without=B,max=3"`
	}
	reqSi struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"required_if=B x,max=3"`
	}
	reqSalvo struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"required_unless=B x,max=3"`
	}
	excCon struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"excluded_with=B,max=3"`
	}
	excSi struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"excluded_if=B x,max=3"`
	}
	excSalvo struct {
		B string `json:"b,omitempty" validate:"max=3"`
		A string `json:"a,omitempty" validate:"excluded_unless=B x,max=3"`
	}
)

// con makes a T whose b and a are as given.
func con[T any](b, a string) any {
	var v T
	doc, err := json.Marshal(map[string]string{"b": b, "a": a})
	if err == nil {
		err = json.Unmarshal(doc, &v)
	}
	if err != nil {
		panic(err)
	}
	return v
}

func TestEachWordOfTheVocabularyIsChecked(t *testing.T) {
	for _, e := range forma.Vocabulario() {
		t.Run(e.Nombre, func(t *testing.T) {
			v, ok := vocabularios[e.Nombre]
			require.True(t, ok, "no case for this word")
			if v.mal == nil {
				return // it bears on others, which have their own cases
			}
			assert.NoError(t, forma.Comprobar(reflect.TypeOf(v.bien)))
			assert.Empty(t, forma.Validar(v.bien, "body"))
			fs := forma.Validar(v.mal, "body")
			require.Len(t, fs, 1)
			assert.Contains(t, codigosDe(e.Reglas), fs[0].Codigo)
		})
	}
}

func codigosDe(m map[forma.Clase]falla.Regla) []string {
	var out []string
	for _, r := range m {
		out = append(out, r.Codigo)
	}
	return out
}

func TestNamesThatMayCarryAnIdentityAreNotToldBack(t *testing.T) {
	assert.Equal(t, "fecha_hechos", forma.NombreVisible("fecha_hechos"))
	assert.Equal(t, "If-Match", forma.NombreVisible("If-Match"))
	assert.Empty(t, forma.NombreVisible("GOMC850101HDFRRL09"))
	assert.Empty(t, forma.NombreVisible("ana@imss.gob.mx"))
}
