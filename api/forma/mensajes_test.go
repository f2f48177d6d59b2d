package forma_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// nombresMsg are the identifiers Msg… that a Go file uses or declares.
func nombresMsg(t *testing.T, archivo string) map[string]bool {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), archivo, nil, 0)
	require.NoError(t, err)
	m := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && strings.HasPrefix(id.Name, "Msg") {
			m[id.Name] = true
		}
		return true
	})
	return m
}

func TestEveryMessageVariableOfHumaIsSet(t *testing.T) {
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/danielgtaylor/huma/v2/validation").Output()
	require.NoError(t, err)
	archivos, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "*.go"))
	require.NoError(t, err)
	deHuma := map[string]bool{}
	for _, a := range archivos {
		for n := range nombresMsg(t, a) {
			deHuma[n] = true
		}
	}
	assert.Len(t, deHuma, 49)
	assert.Equal(t, deHuma, nombresMsg(t, "mensajes.go"))
	forma.Mensajes()
	assert.Equal(t, "muy-corto", forma.DeMensaje(validation.MsgExpectedMinLength).Codigo)
	assert.Equal(t, "propiedad-desconocida", forma.DeMensaje(validation.MsgUnexpectedProperty).Codigo)
}

// validar is what Huma finds in a body for the input type.
func validar(t *testing.T, tipo reflect.Type, cuerpo string) falla.Fallas {
	t.Helper()
	reg := registro()
	s := forma.NewEsquemas(reg).Entrada(tipo)
	var v any
	require.NoError(t, json.Unmarshal([]byte(cuerpo), &v))
	res := &huma.ValidateResult{}
	huma.Validate(reg, s, huma.NewPathBuffer([]byte("body"), 4), huma.ModeWriteToServer, v, res)
	return forma.Reunir(res.Errors)
}

func TestHumaSpeaksOurCodesAtOurPaths(t *testing.T) {
	fs := validar(t, tipoRegistro, `{"peticionario":{"correo":"x","nombre":""},"acciones":[{"clave":"ABC","peso":100.5},{"clave":"a","peso":0.001},{},1,2,3],
		"temas":[],"etiquetas":{"a":"demasiado largo"},"hechos":"30-01-2023","momento":"ayer","canal":"humo","dias":21,"nivel":1.5,
		"grande":1e300,"tasa":1,"urgente":"si","nota":"","suma":"x","otra":1,"libre":1}`)
	assert.Equal(t, map[string]string{
		"body.peticionario.correo": "formato-correo", "body.peticionario.nombre": "muy-corto",
		"body.acciones": "demasiados-elementos", "body.acciones[0].clave": "patron-no-cumplido", "body.acciones[0].peso": "mayor-que-maximo",
		"body.acciones[2].clave": "requerido",
		"body.acciones[3]":       "tipo-incorrecto", "body.acciones[4]": "tipo-incorrecto", "body.acciones[5]": "tipo-incorrecto",
		"body.temas": "pocos-elementos", "body.etiquetas.a": "muy-largo", "body.hechos": "formato-fecha", "body.momento": "formato-instante",
		"body.canal": "valor-no-permitido", "body.dias": "mayor-que-maximo", "body.nivel": "tipo-incorrecto", "body.grande": "mayor-que-maximo",
		"body.tasa": "mayor-que-maximo", "body.urgente": "tipo-incorrecto", "body.suma": "formato-sha256",
		"body.otra": "propiedad-desconocida", "body.libre": "tipo-incorrecto", "body.motivo": "requerido-por-otro",
	}, codigos(fs))
	for _, f := range fs {
		assert.NotEmpty(t, f.Es)
		assert.NotEmpty(t, f.En)
		assert.NotContains(t, f.Es+f.En, "%", f.String())
		assert.NotContains(t, f.Es+f.En+f.Ubicacion, "\x1f", f.String())
	}
}

func TestLimitsAreWrittenInFull(t *testing.T) {
	fs := validar(t, tipoRegistro, `{"canal":"web","peticionario":{"nombre":"a"},"grande":1e300}`)
	require.Len(t, fs, 1)
	assert.Equal(t, "Debe ser como máximo 9007199254740991.", fs[0].Es)
	assert.Equal(t, "It must be at most 9007199254740991.", fs[0].En)
}

func TestTextsThatHumaWritesInEnglishAreTranslated(t *testing.T) {
	casos := map[string]string{
		"validation failed":                                               "datos-no-validos",
		"unexpected error occurred":                                       "error-interno",
		"request body is required":                                        "cuerpo-requerido",
		"request body is too large limit=1024 bytes":                      "cuerpo-muy-grande",
		"request body read timeout":                                       "lectura-agotada",
		"cannot read request body":                                        "cuerpo-ilegible",
		"required query parameter is missing":                             "requerido",
		"unknown query parameter":                                         "parametro-desconocido",
		"expected at most one value, but received multiple values":        "valor-repetido",
		"expected value to match exactly one schema but matched multiple": "varias-variantes",
		"write only property is non-zero":                                 "solo-escritura",
		"invalid integer":                                                 "tipo-incorrecto",
		"invalid float":                                                   "tipo-incorrecto",
		"invalid floating value":                                          "tipo-incorrecto",
		"invalid boolean":                                                 "tipo-incorrecto",
		"invalid date/time for format 2006-01-02T15:04:05Z07:00":          "formato-instante",
		"invalid url.URL value":                                           "formato-url",
		"invalid value: not a civil date":                                 "formato-no-valido",
		"invalid JSON: unexpected end of JSON input":                      "json-mal-formado",
		"invalid character 'x' looking for beginning of value":            "json-mal-formado",
		"unexpected end of JSON input":                                    "json-mal-formado",
		"json: cannot unmarshal string into Go value of type int":         "json-mal-formado",
		"cannot read multipart form: EOF":                                 "formulario-ilegible",
		"unable to marshal response":                                      "formato-no-disponible",
		"unknown content type: text/plain":                                "tipo-de-contenido",
		"error transforming response for GET /x 200":                      "error-interno",
		"error marshaling response":                                       "error-interno",
		"If-Match precondition failed, found no existing resource":        "version-obsoleta",
		"File required":                                                   "archivo-requerido",
		"pq: password authentication failed":                              "entrada-no-valida",
	}
	for texto, codigo := range casos {
		r := forma.DeMensaje(texto)
		assert.Equal(t, codigo, r.Codigo, texto)
		assert.NotEmpty(t, r.Es+r.En)
	}
}

func TestFaultsOfHumaNeverRepeatTheInput(t *testing.T) {
	const secreto = "GOMC850101HDFRRL09"
	for _, d := range []huma.ErrorDetail{
		{Message: "pq: " + secreto, Location: "body.x", Value: secreto},
		{Message: "invalid value: " + secreto, Location: "query.q", Value: secreto},
		{Message: "unknown query parameter", Location: "query." + secreto},
		{Message: "formato-correo\x1fes\x1fen\x1f\x1fmail: " + secreto + "\x1f", Location: "body.x[0]." + secreto},
	} {
		f := forma.DeHuma(&d)
		assert.NotContains(t, f.String()+f.Es, secreto)
	}
}

func TestFaultsOfResolversSurviveTheTrip(t *testing.T) {
	f := falla.Falla{Ubicacion: "body.x[0].y", Codigo: "propio", Es: "Texto: 50 %.", En: "Text: 50 %."}
	assert.Equal(t, falla.Fallas{f}, forma.Reunir([]error{forma.ADetalle(f), forma.ADetalle(f)}))
}

type medido struct {
	Monto cantidad.Valor   `json:"monto" validate:"required" doc:"Monto" example:"1"`
	Mes   plan.Periodo     `json:"mes" validate:"required" doc:"Mes" example:"2026-01"`
	Desde doe.FechaParcial `json:"desde" validate:"required" doc:"Desde" example:"2026"`
}

// A value of a type with a form of its own that has another is told once, in
// the words of the type; amounts keep their cents whatever their size.
func TestAValueOfAnotherFormIsToldOnceInTheWordsOfItsType(t *testing.T) {
	tipo := reflect.TypeFor[medido]()
	fallas := func(cuerpo string) falla.Fallas {
		fs, err := forma.Estricto([]byte(cuerpo), tipo)
		require.NoError(t, err)
		var errs []error
		for _, f := range append(fs, validar(t, tipo, cuerpo)...) {
			errs = append(errs, forma.ADetalle(f))
		}
		return forma.Reunir(errs)
	}
	assert.Empty(t, fallas(`{"monto":98765432.17,"mes":"2026-T4","desde":"1947"}`))
	fs := fallas(`{"monto":1.005,"mes":"2026-13","desde":"2026-02-30"}`)
	assert.Equal(t, map[string]string{"body.monto": "demasiados-decimales", "body.mes": "formato-periodo", "body.desde": "formato-fecha"}, codigos(fs))
	assert.Len(t, fs, 3)
	for _, f := range fs {
		assert.NotContains(t, f.Es+f.En, "^", f.String())
	}
}
