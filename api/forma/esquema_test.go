package forma_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe"
)

func registro() huma.Registry {
	return huma.NewMapRegistry("#/components/schemas/", forma.Nombre)
}

func igual(t *testing.T, quiere string, s *huma.Schema) {
	t.Helper()
	require.NotNil(t, s)
	b, err := json.Marshal(s)
	require.NoError(t, err)
	assert.JSONEq(t, quiere, string(b))
}

func TestInputsAreClosedAndCarryTheLimitsOfTheirTags(t *testing.T) {
	reg := registro()
	s := forma.NewEsquemas(reg).Entrada(reflect.TypeFor[Registro]())
	assert.Equal(t, "#/components/schemas/FormaTestRegistro", s.Ref)
	obj := reg.Map()["FormaTestRegistro"]
	assert.Equal(t, false, obj.AdditionalProperties)
	assert.Equal(t, []string{"peticionario", "canal"}, obj.Required)
	assert.Equal(t, map[string][]string{"suma": {"motivo"}}, obj.DependentRequired)
	assert.NotContains(t, obj.Properties, "folio", "facts are the kernel's to add")

	p := obj.Properties
	igual(t, `{"$ref":"#/components/schemas/FormaTestPersona"}`, p["peticionario"])
	igual(t, `{"$ref":"#/components/schemas/FormaTestPersona"}`, p["afectado"])
	igual(t, `{"type":"array","maxItems":5,"items":{"$ref":"#/components/schemas/FormaTestAccion"}}`, p["acciones"])
	igual(t, `{"type":"array","minItems":1,"maxItems":4,"uniqueItems":true,"items":{"type":"string","maxLength":10},"examples":[["uno","dos"]]}`, p["temas"])
	igual(t, `{"type":"object","maxProperties":3,"additionalProperties":{"type":"string","maxLength":5}}`, p["etiquetas"])
	igual(t, `{"type":"string","format":"date","maxLength":10,"examples":["2023-01-30"]}`, p["hechos"])
	igual(t, `{"type":"string","format":"date-time","maxLength":35}`, p["momento"])
	igual(t, `{"type":"string","enum":["web","oficio"],"examples":["web"]}`, p["canal"])
	igual(t, `{"type":"integer","format":"int64","minimum":1,"maximum":20}`, p["dias"])
	igual(t, `{"type":"integer","format":"int32","minimum":-127,"maximum":127}`, p["nivel"])
	igual(t, `{"type":"integer","format":"int32","minimum":0,"maximum":65535}`, p["veces"])
	igual(t, `{"type":"integer","format":"int64","minimum":-9007199254740991,"maximum":9007199254740991}`, p["grande"])
	igual(t, `{"type":"number","format":"double","minimum":0,"exclusiveMaximum":1}`, p["tasa"])
	igual(t, `{"type":"boolean","examples":[true]}`, p["urgente"])
	igual(t, `{"type":["string","null"],"maxLength":10}`, p["nota"])
	igual(t, `{"type":"string","pattern":"^[0-9a-f]{64}$","maxLength":64}`, p["suma"])
	igual(t, `{"type":"object","additionalProperties":true}`, p["libre"])
	igual(t, `{"$ref":"#/components/schemas/FormaTestRegistro"}`, p["dentro"])

	accion := reg.Map()["FormaTestAccion"].Properties
	igual(t, `{"type":"number","minimum":0,"maximum":100,"multipleOf":0.01,"examples":[12.5]}`, accion["peso"])
	persona := reg.Map()["FormaTestPersona"]
	igual(t, `{"type":"string","minLength":1,"maxLength":80,"description":"Nombre completo","examples":["Ana Pérez"]}`, persona.Properties["nombre"])
	igual(t, `{"type":"string","format":"email","maxLength":120,"examples":["ana@example.org"]}`, persona.Properties["correo"])
}

func TestAnswersAreOpenShowFactsAndRequireWhatIsAlwaysWritten(t *testing.T) {
	reg := registro()
	forma.NewEsquemas(reg).Respuesta(reflect.TypeFor[Registro]())
	obj := reg.Map()["FormaTestRegistro"]
	assert.Nil(t, obj.AdditionalProperties)
	assert.Equal(t, []string{"folio", "creado", "peticionario", "canal", "nivel", "veces", "grande", "tasa", "urgente"}, obj.Required)
	igual(t, `{"type":"string","maxLength":40,"description":"Folio del registro","readOnly":true,"examples":["PRUEBA-2023-14-0000001-X"]}`, obj.Properties["folio"])
	assert.True(t, obj.Properties["cerrado"].ReadOnly)
}

func TestATypeSentAndReadHasTwoSchemasWhicheverComesFirst(t *testing.T) {
	tipo := reflect.TypeFor[Persona]()
	docs := map[string]string{}
	for _, orden := range []string{"entrada primero", "respuesta primero"} {
		reg := registro()
		e := forma.NewEsquemas(reg)
		var entrada, respuesta *huma.Schema
		if orden == "entrada primero" {
			entrada = e.Entrada(tipo)
			respuesta = e.Respuesta(tipo)
		} else {
			respuesta = e.Respuesta(tipo)
			entrada = e.Entrada(tipo)
		}
		assert.Equal(t, "#/components/schemas/FormaTestPersonaEntrada", entrada.Ref, orden)
		assert.Equal(t, "#/components/schemas/FormaTestPersona", respuesta.Ref, orden)
		assert.Equal(t, false, reg.SchemaFromRef(entrada.Ref).AdditionalProperties)
		assert.Nil(t, reg.SchemaFromRef(respuesta.Ref).AdditionalProperties)
		b, err := json.Marshal(reg.Map())
		require.NoError(t, err)
		docs[orden] = string(b)
	}
	assert.JSONEq(t, docs["entrada primero"], docs["respuesta primero"])
}

type Pagina[T any] struct {
	Elementos []T     `json:"elementos" validate:"max=200,dive"`
	Siguiente *string `json:"siguiente" nullable:"true" validate:"omitempty,max=400"`
}

func TestGenericTypesAreNamedByTheirArguments(t *testing.T) {
	assert.Equal(t, "FormaTestPaginaFormaTestPersona", forma.Nombre(reflect.TypeFor[Pagina[Persona]](), ""))
	assert.Equal(t, "DoeActor", forma.Nombre(reflect.TypeFor[*doe.Actor](), ""))
	assert.Equal(t, "pista", forma.Nombre(reflect.TypeFor[struct{}](), "pista"))
}

func TestNullIsAnAnswerOnlyWhereItIsSaid(t *testing.T) {
	type Sigue struct {
		Siguiente *string `json:"siguiente" nullable:"true"`
	}
	reg := registro()
	forma.NewEsquemas(reg).Respuesta(reflect.TypeFor[Sigue]())
	igual(t, `{"type":["string","null"]}`, reg.Map()["FormaTestSigue"].Properties["siguiente"])
	type Callado struct {
		Siguiente *string `json:"siguiente"`
	}
	assert.Panics(t, func() { forma.NewEsquemas(registro()).Respuesta(reflect.TypeFor[Callado]()) })
}

func TestListsOfFunctionKeysAreArraysOfText(t *testing.T) {
	type Funda struct {
		Funciones doe.Funciones `json:"funciones"`
	}
	reg := registro()
	forma.NewEsquemas(reg).Respuesta(reflect.TypeFor[Funda]())
	igual(t, `{"type":"array","items":{"type":"string"}}`, reg.Map()["FormaTestFunda"].Properties["funciones"])
}

func TestFaultyTypesDoNotMount(t *testing.T) {
	type SinMaximo struct {
		A string `json:"a"`
	}
	type MalEjemplo struct {
		A int `json:"a" validate:"max=3" example:"4"`
	}
	type EjemploRoto struct {
		A int `json:"a" validate:"max=3" example:"cuatro"`
	}
	type FechaRota struct {
		A string `json:"a" validate:"email,max=30" example:"sin arroba"`
	}
	type DosPatrones struct {
		A clave `json:"a" validate:"digitos"`
	}
	type SinCampo struct {
		A string `json:"a" validate:"required_with=B,max=3"`
	}
	for _, tipo := range []reflect.Type{
		reflect.TypeFor[SinMaximo](), reflect.TypeFor[MalEjemplo](), reflect.TypeFor[EjemploRoto](),
		reflect.TypeFor[FechaRota](), reflect.TypeFor[DosPatrones](), reflect.TypeFor[SinCampo](),
		reflect.TypeFor[struct{}](),
	} {
		t.Run(tipo.Name(), func(t *testing.T) {
			assert.Panics(t, func() { forma.NewEsquemas(registro()).Entrada(tipo) })
		})
	}
}

func otraPersona() reflect.Type {
	type Persona struct {
		A bool `json:"a"`
	}
	return reflect.TypeFor[Persona]()
}

func TestTwoTypesOfOneSchemaNameDoNotMount(t *testing.T) {
	e := forma.NewEsquemas(registro())
	e.Entrada(reflect.TypeFor[Persona]())
	assert.PanicsWithValue(t, "forma: two types for the schema FormaTestPersona: forma_test.Persona and forma_test.Persona",
		func() { e.Entrada(otraPersona()) })
}
