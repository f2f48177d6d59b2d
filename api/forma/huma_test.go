package forma_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/forma"
)

// cuerpo is the input of any act: raw bytes, which the schema of its operation
// and the strict reader check.
type cuerpo struct {
	Folio string `path:"folio"`
	Corte int    `query:"corte" maximum:"5"`
	Body  json.RawMessage
}

func (c *cuerpo) Resolve(ctx huma.Context) []error {
	if len(c.Body) == 0 {
		return nil
	}
	fs, err := forma.Estricto(c.Body, ctx.Operation().Metadata["entrada"].(reflect.Type))
	if err != nil {
		return []error{huma.ErrorWithHeaders(&malo{err}, nil)}
	}
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = forma.ADetalle(f)
	}
	return errs
}

// malo gives a malformed body its status.
type malo struct{ error }

func (malo) GetStatus() int  { return http.StatusBadRequest }
func (m malo) Unwrap() error { return m.error }

// problema is an answer of error for these tests.
type problema struct {
	Codigo string            `json:"codigo"`
	Status int               `json:"status"`
	Fallas map[string]string `json:"fallas"`
}

func (p *problema) Error() string  { return p.Codigo }
func (p *problema) GetStatus() int { return p.Status }

func servidor(t *testing.T) http.Handler {
	t.Helper()
	antes := huma.NewErrorWithContext
	t.Cleanup(func() { huma.NewErrorWithContext = antes })
	huma.NewErrorWithContext = func(_ huma.Context, status int, msg string, errs ...error) huma.StatusError {
		return &problema{forma.DeMensaje(msg).Codigo, status, codigos(forma.Reunir(errs))}
	}
	mux := http.NewServeMux()
	cfg := huma.DefaultConfig("prueba", "1")
	cfg.CreateHooks = nil
	cfg.Components = &huma.Components{Schemas: registro()}
	api := humago.New(mux, cfg)
	e := forma.NewEsquemas(api.OpenAPI().Components.Schemas)
	for ruta, tipo := range map[string]reflect.Type{
		"registros": tipoRegistro, "personas": reflect.TypeFor[Persona](),
	} {
		huma.Register(api, huma.Operation{
			OperationID: ruta + "-crear", Method: http.MethodPost, Path: "/" + ruta + "/{folio}",
			Metadata: map[string]any{"entrada": tipo},
			RequestBody: &huma.RequestBody{Content: map[string]*huma.MediaType{
				"application/json": {Schema: e.Entrada(tipo)},
			}},
		}, func(_ context.Context, c *cuerpo) (*struct{ Body map[string]int }, error) {
			return &struct{ Body map[string]int }{map[string]int{"bytes": len(c.Body)}}, nil
		})
	}
	return mux
}

func pedir(t *testing.T, h http.Handler, ruta, cuerpo string) problema {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, ruta, strings.NewReader(cuerpo))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	p := problema{Status: w.Code}
	if w.Code >= 300 {
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &p), w.Body.String())
	}
	return p
}

func TestEachOperationValidatesItsRawBodyAgainstItsOwnSchema(t *testing.T) {
	h := servidor(t)
	assert.Equal(t, http.StatusOK, pedir(t, h, "/registros/a", `{"canal":"web","peticionario":{"nombre":"Ana"}}`).Status)
	assert.Equal(t, http.StatusOK, pedir(t, h, "/personas/a", `{"nombre":"Ana"}`).Status)
	p := pedir(t, h, "/personas/a", `{"canal":"web"}`)
	assert.Equal(t, http.StatusUnprocessableEntity, p.Status)
	assert.Equal(t, "datos-no-validos", p.Codigo)
	assert.Equal(t, map[string]string{"body.nombre": "requerido", "body.canal": "propiedad-desconocida"}, p.Fallas)
	p = pedir(t, h, "/registros/a?corte=9", `{"peticionario":{"correo":"x"}}`)
	assert.Equal(t, map[string]string{"query.corte": "mayor-que-maximo", "body.canal": "requerido",
		"body.peticionario.nombre": "requerido", "body.peticionario.correo": "formato-correo"}, p.Fallas)
	assert.Equal(t, "cuerpo-requerido", pedir(t, h, "/personas/a", "").Codigo)
}

// Everything here passes Huma alone.
func TestTheStrictReaderRefusesWhatHumaLetsPass(t *testing.T) {
	h := servidor(t)
	casos := []struct {
		cuerpo, lugar, codigo string
		status                int
	}{
		{`{"nombre":"Ana","correo":null}`, "body.correo", "nulo-no-permitido", 422},
		{`{"Nombre":"Ana"}`, "body.Nombre", "propiedad-desconocida", 422},
		{`{"nombre":"Ana","nombre":"Eva"}`, "body.nombre", "clave-repetida", 400},
		{"{\"nombre\":\"\xff\"}", "body.nombre", "utf8-invalido", 400},
		{`{"nombre":"a\u0000"}`, "body.nombre", "caracter-nulo", 400},
		{`{"nombre":"a\u0007"}`, "body.nombre", "caracter-no-permitido", 422},
	}
	reg := registro()
	s := forma.NewEsquemas(reg).Entrada(reflect.TypeFor[Persona]())
	for _, c := range casos {
		t.Run(c.cuerpo, func(t *testing.T) {
			var v any
			require.NoError(t, json.Unmarshal([]byte(c.cuerpo), &v))
			res := &huma.ValidateResult{}
			huma.Validate(reg, s, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, v, res)
			assert.Empty(t, res.Errors, "Huma lets it pass")
			p := pedir(t, h, "/personas/a", c.cuerpo)
			assert.Equal(t, c.status, p.Status)
			assert.Equal(t, map[string]string{c.lugar: c.codigo}, p.Fallas)
		})
	}
}

func TestHumaAndTheStrictReaderTellPlacesAlike(t *testing.T) {
	const malo = `{"canal":"web","peticionario":{"nombre":1,"otra":2},"acciones":[{"clave":"a"},{"clave":5}],"temas":["a",7],"etiquetas":{"a":true}}`
	deHuma := codigos(validar(t, tipoRegistro, malo))
	fs, err := forma.Estricto([]byte(malo), tipoRegistro)
	require.NoError(t, err)
	assert.Len(t, fs, 5)
	assert.Equal(t, deHuma, codigos(fs))
}

func TestNullWhereAValueIsRequiredIsToldOnce(t *testing.T) {
	p := pedir(t, servidor(t), "/personas/a", `{"nombre":null}`)
	assert.Equal(t, map[string]string{"body.nombre": "nulo-no-permitido"}, p.Fallas)
}

func TestMalformedErrorsCanBeToldApart(t *testing.T) {
	_, err := forma.Estricto([]byte("{"), tipoRegistro)
	var m *forma.ErrMalformado
	assert.True(t, errors.As(&malo{err}, &m))
}
