package forma_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// color is a vocabulary that lists its own values.
type color string

func (color) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Valores: []string{"rojo", "verde"}}
}

type persona struct {
	Nombre   string `json:"nombre" validate:"required,max=20"`
	Correo   string `json:"correo,omitempty" validate:"omitempty,email,max=60"`
	Telefono string `json:"telefono,omitempty" validate:"omitempty,e164"`
}

type comun struct {
	Folio string `json:"folio" validate:"max=30"`
}

type solicitud struct {
	comun
	Persona   persona         `json:"persona"`
	Otra      *persona        `json:"otra,omitempty"`
	Acciones  []accion        `json:"acciones" validate:"max=3,dive"`
	Temas     []string        `json:"temas,omitempty" validate:"omitempty,max=4,unique,dive,min=2,max=10"`
	Notas     map[string]nota `json:"notas,omitempty" validate:"omitempty,max=3,dive"`
	Dia       fecha.Fecha     `json:"dia" validate:"required"`
	Momento   fecha.Instante  `json:"momento,omitzero"`
	Color     color           `json:"color,omitempty"`
	Canal     string          `json:"canal" validate:"oneof=web oficio"`
	Dias      int             `json:"dias" validate:"min=1,max=10"`
	Urgente   bool            `json:"urgente"`
	Libre     json.RawMessage `json:"libre,omitempty"`
	Capturado string          `json:"capturado,omitempty" hecho:"true"`
}

type nota struct {
	Texto string `json:"texto" validate:"required,max=5"`
}

type accion struct {
	Clave string `json:"clave" validate:"required,len=3"`
	Peso  int    `json:"peso" validate:"gt=0,lt=100"`
}

func buena() solicitud {
	return solicitud{
		Persona:  persona{Nombre: "Ana"},
		Acciones: []accion{{"A01", 5}},
		Dia:      fecha.MustParse("2023-01-30"), Canal: "web", Dias: 3,
	}
}

func codigos(fs falla.Fallas) map[string]string {
	m := map[string]string{}
	for _, f := range fs {
		m[f.Ubicacion] = f.Codigo
	}
	return m
}

func TestAGoodInputHasNoFault(t *testing.T) {
	s := buena()
	assert.Empty(t, forma.Validar(s, "body"))
	assert.Empty(t, forma.Validar(&s, "body"))
}

func TestEachFaultIsToldAtItsPathInJSONNames(t *testing.T) {
	casos := []struct {
		nombre         string
		cambio         func(*solicitud)
		lugar, codigo_ string
	}{
		{"required text", func(s *solicitud) { s.Persona.Nombre = "" }, "body.persona.nombre", "requerido"},
		{"required date", func(s *solicitud) { s.Dia = fecha.Fecha{} }, "body.dia", "requerido"},
		{"embedded field", func(s *solicitud) { s.Folio = strings.Repeat("x", 31) }, "body.folio", "muy-largo"},
		{"e-mail", func(s *solicitud) { s.Persona.Correo = "no es" }, "body.persona.correo", "formato-correo"},
		{"telephone", func(s *solicitud) { s.Persona.Telefono = "12" }, "body.persona.telefono", "formato-telefono"},
		{"behind a pointer", func(s *solicitud) { s.Otra = &persona{} }, "body.otra.nombre", "requerido"},
		{"within a list", func(s *solicitud) { s.Acciones = append(s.Acciones, accion{"B", 5}) }, "body.acciones[1].clave", "muy-corto"},
		{"longer than the exact length", func(s *solicitud) { s.Acciones[0].Clave = "ñññn" }, "body.acciones[0].clave", "muy-largo"},
		{"exclusive minimum", func(s *solicitud) { s.Acciones[0].Peso = 0 }, "body.acciones[0].peso", "menor-que-minimo"},
		{"exclusive maximum", func(s *solicitud) { s.Acciones[0].Peso = 100 }, "body.acciones[0].peso", "mayor-que-maximo"},
		{"too many items", func(s *solicitud) { s.Acciones = make([]accion, 4) }, "body.acciones", "demasiados-elementos"},
		{"repeated items", func(s *solicitud) { s.Temas = []string{"uno", "uno"} }, "body.temas", "elementos-repetidos"},
		{"short item", func(s *solicitud) { s.Temas = []string{"uno", "x"} }, "body.temas[1]", "muy-corto"},
		{"within a map", func(s *solicitud) { s.Notas = map[string]nota{"uno": {"abcdef"}} }, "body.notas.uno.texto", "muy-largo"},
		{"closed list in the tag", func(s *solicitud) { s.Canal = "humo" }, "body.canal", "valor-no-permitido"},
		{"closed list of the type", func(s *solicitud) { s.Color = "azul" }, "body.color", "valor-no-permitido"},
		{"minimum", func(s *solicitud) { s.Dias = 0 }, "body.dias", "menor-que-minimo"},
		{"maximum", func(s *solicitud) { s.Dias = 11 }, "body.dias", "mayor-que-maximo"},
		{"control character", func(s *solicitud) { s.Persona.Nombre = "a\x07" }, "body.persona.nombre", "caracter-no-permitido"},
		{"control character in an untagged place", func(s *solicitud) { s.Capturado = "a\b\n" }, "body.capturado", "caracter-no-permitido"},
		{"invalid UTF-8", func(s *solicitud) { s.Folio = "\xff" }, "body.folio", "caracter-no-permitido"},
		{"NUL within a list", func(s *solicitud) { s.Temas = []string{"ab\x00"} }, "body.temas[0]", "caracter-no-permitido"},
	}
	for _, c := range casos {
		t.Run(c.nombre, func(t *testing.T) {
			s := buena()
			c.cambio(&s)
			assert.Equal(t, c.codigo_, codigos(forma.Validar(s, "body"))[c.lugar], "%v", forma.Validar(s, "body"))
		})
	}
}

func TestAllFaultsAreToldAtOnce(t *testing.T) {
	fs := forma.Validar(solicitud{Acciones: []accion{{}}}, "body")
	assert.Equal(t, map[string]string{
		"body.persona.nombre": "requerido", "body.acciones[0].clave": "requerido",
		"body.acciones[0].peso": "menor-que-minimo", "body.dia": "requerido",
		"body.canal": "valor-no-permitido", "body.dias": "menor-que-minimo",
	}, codigos(fs))
}

func TestLengthCountsCharactersNotBytes(t *testing.T) {
	s := buena()
	s.Persona.Nombre = strings.Repeat("ñ", 20)
	assert.Empty(t, forma.Validar(s, "body"))
	s.Persona.Nombre += "ñ"
	assert.Equal(t, "muy-largo", codigos(forma.Validar(s, "body"))["body.persona.nombre"])
}

func TestMessagesAreInTwoLanguagesAndNeverRepeatTheInput(t *testing.T) {
	s := buena()
	const secreto = "GOMC850101HDFRRL09"
	s.Canal, s.Persona.Correo, s.Folio = secreto, secreto, strings.Repeat(secreto, 3)
	s.Notas = map[string]nota{secreto: {"abcdef"}}
	fs := forma.Validar(s, "body")
	require.Len(t, fs, 4)
	for _, f := range fs {
		assert.NotContains(t, f.Es+f.En+f.Ubicacion, secreto)
		assert.NotEmpty(t, f.Es)
		assert.NotEmpty(t, f.En)
		assert.NotContains(t, f.Es+f.En, "%")
	}
}

func TestAbsentValueIsAFaultNotAPanic(t *testing.T) {
	assert.Equal(t, "requerido", codigos(forma.Validar((*solicitud)(nil), "body"))["body"])
	assert.Equal(t, "requerido", codigos(forma.Validar(nil, "body"))["body"])
}

type arbol struct {
	Nombre string  `json:"nombre" validate:"required,max=5"`
	Hijos  []arbol `json:"hijos,omitempty" validate:"omitempty,max=3,dive"`
	Padre  *arbol  `json:"padre,omitempty"`
}

func TestTypesThatHoldThemselvesAreChecked(t *testing.T) {
	a := arbol{Nombre: "a", Hijos: []arbol{{Nombre: "b\x01"}}, Padre: &arbol{}}
	assert.Equal(t, map[string]string{"body.hijos[0].nombre": "caracter-no-permitido", "body.padre.nombre": "requerido"},
		codigos(forma.Validar(a, "body")))
	require.NoError(t, forma.Comprobar(reflect.TypeFor[arbol]()))
}

type generica[T any] struct {
	Valor T `json:"valor"`
}

func TestGenericTypesHaveCleanPaths(t *testing.T) {
	assert.Equal(t, map[string]string{"body.valor.texto": "requerido"}, codigos(forma.Validar(generica[nota]{}, "body")))
}

func BenchmarkValidar(b *testing.B) {
	s := buena()
	b.ReportAllocs()
	for b.Loop() {
		if fs := forma.Validar(&s, "body"); len(fs) > 0 {
			b.Fatal(fs)
		}
	}
}
