package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/forma"
)

var actualizar = flag.Bool("update", false, "write the golden files again")

// documento is what the tests read of the OpenAPI document.
type documento struct {
	Codigos    map[string]string `json:"x-codigos"`
	Paths      map[string]map[string]op
	Components struct {
		Responses map[string]respuestaDoc
	}
}

type op struct {
	OperationID, Summary, Description string
	Tags                              []string
	Parameters                        []paramDoc
	RequestBody                       *struct {
		Required bool
		Content  map[string]medioDoc
	}
	Responses   map[string]respuestaDoc
	Facultades  []string `json:"x-facultades"`
	Funciones   []string `json:"x-funciones"`
	XActo       string   `json:"x-acto"`
	XContrapart []string `json:"x-contrapartes"`
	Security    []map[string][]string

	metodo, ruta string
}

type paramDoc struct {
	Name, In, Description string
	Required              bool
	Schema                map[string]any
	Example               any
}

type respuestaDoc struct {
	Ref     string `json:"$ref"`
	Content map[string]medioDoc
}

type medioDoc struct {
	Schema  json.RawMessage
	Example json.RawMessage
}

func leerDocumento(t testing.TB, b *banco) documento {
	t.Helper()
	var d documento
	require.NoError(t, json.Unmarshal(b.OpenAPI(), &d))
	return d
}

// operaciones lists the operations of a document in order.
func (d documento) operaciones() []op {
	var out []op
	for ruta, metodos := range d.Paths {
		for metodo, o := range metodos {
			o.metodo, o.ruta = strings.ToUpper(metodo), ruta
			out = append(out, o)
		}
	}
	slices.SortFunc(out, func(a, b op) int { return strings.Compare(a.ruta+" "+a.metodo, b.ruta+" "+b.metodo) })
	return out
}

// soloPropios is a server of the program's own trámites.
func soloPropios(t testing.TB) *banco { return bancoDe(t, api.Definiciones()) }

func TestTheDocumentIsTheOneOnRecord(t *testing.T) {
	b := soloPropios(t)
	var lindo bytes.Buffer
	require.NoError(t, json.Indent(&lindo, b.OpenAPI(), "", " "))
	lindo.WriteByte('\n')
	archivo := filepath.Join("testdata", "openapi.json")
	if *actualizar {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(archivo, lindo.Bytes(), 0o644))
	}
	quiere, err := os.ReadFile(archivo)
	require.NoError(t, err)
	if !bytes.Equal(quiere, lindo.Bytes()) {
		t.Fatal("the OpenAPI document changed: read the difference after go test ./api -run OnRecord -update")
	}
	v := b.pedir(nadie, "GET", "/openapi.json", nil)
	assert.Equal(t, b.OpenAPI(), v.cuerpo)
	m := b.pedir(nadie, "GET", "/openapi-3.0.json", nil).es(t, 200)
	assert.Equal(t, "3.0.3", m["openapi"])
}

// lectura says whether a POST changes nothing: what is asked does not fit in a
// query, or must not stay in the logs of those in between.
// lectura says whether it keeps nothing of what it is sent.
func (o op) lectura() bool {
	return strings.HasPrefix(o.ruta, "/v1/siade/") || strings.HasSuffix(o.ruta, "/respuesta-de-plantilla")
}

func TestEveryOperationIsDescribed(t *testing.T) {
	d := leerDocumento(t, soloPropios(t))
	for _, o := range d.operaciones() {
		t.Run(o.metodo+" "+o.ruta, func(t *testing.T) {
			assert.NotEmpty(t, o.OperationID)
			assert.NotEmpty(t, o.Summary)
			assert.NotEmpty(t, o.Description)
			assert.NotEmpty(t, o.Tags)
			require.NotNil(t, o.Security)
			for _, p := range o.Parameters {
				assert.NotEmpty(t, p.Description, p.Name)
				assert.NotNil(t, p.Schema, p.Name)
			}
			if len(o.Security) > 0 {
				assert.Contains(t, o.Responses, "401")
			}
			if o.RequestBody != nil {
				for _, e := range []string{"400", "413", "415", "422"} {
					assert.Contains(t, o.Responses, e)
				}
			}
			if o.metodo == "POST" && strings.HasPrefix(o.ruta, "/v1/") && !strings.Contains(o.ruta, "enlaces") {
				assert.NotEqual(t, o.lectura(), o.XActo != "", "an act, or a read that says so")
				assert.True(t, len(o.Facultades) > 0 || len(o.XContrapart) > 0, "nobody may do it")
			}
			for _, r := range o.Responses {
				assert.False(t, r.Ref == "" && len(r.Content) == 0)
			}
		})
	}
}

// cumple holds JSON against a schema of the document.
func (b *banco) cumple(t testing.TB, reg huma.Registry, esquema json.RawMessage, v []byte, modo huma.ValidateMode) {
	t.Helper()
	s := leerEsquema(t, esquema)
	var valor any
	require.NoError(t, json.Unmarshal(v, &valor), "%s", v)
	res := &huma.ValidateResult{}
	huma.Validate(reg, s, huma.NewPathBuffer([]byte("body"), 4), modo, valor, res)
	assert.Empty(t, forma.Reunir(res.Errors), "%.600s", v)
}

// leerEsquema reads a schema as it is written in the document.
func leerEsquema(t testing.TB, b json.RawMessage) *huma.Schema {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(b, &v))
	s := aEsquema(v.(map[string]any))
	s.PrecomputeMessages()
	return s
}

// aEsquema makes Huma's schema of one read from JSON.
func aEsquema(m map[string]any) *huma.Schema {
	plano := map[string]any{}
	var hijos map[string]any
	var items, extra map[string]any
	for k, v := range m {
		switch k {
		case "$ref":
			plano["Ref"] = v
		case "type":
			if ts, ok := v.([]any); ok {
				plano["Type"], plano["Nullable"] = ts[0], true
				continue
			}
			plano["Type"] = v
		case "properties":
			hijos, _ = v.(map[string]any)
		case "items":
			items, _ = v.(map[string]any)
		case "additionalProperties":
			if extra, _ = v.(map[string]any); extra == nil {
				plano[k] = v
			}
		default:
			plano[k] = v
		}
	}
	b, err := json.Marshal(plano)
	if err != nil {
		panic(err)
	}
	s := &huma.Schema{}
	if err := json.Unmarshal(b, s); err != nil {
		panic(err)
	}
	for k, v := range hijos {
		if s.Properties == nil {
			s.Properties = map[string]*huma.Schema{}
		}
		s.Properties[k] = aEsquema(v.(map[string]any))
	}
	if items != nil {
		s.Items = aEsquema(items)
	}
	if extra != nil {
		s.AdditionalProperties = aEsquema(extra)
	}
	return s
}

// registroDe gives the named schemas of a document.
func registroDe(t testing.TB, b *banco) huma.Registry {
	t.Helper()
	var d struct {
		Components struct{ Schemas map[string]map[string]any }
	}
	require.NoError(t, json.Unmarshal(b.OpenAPI(), &d))
	reg := huma.NewMapRegistry("#/components/schemas/", forma.Nombre)
	for n, m := range d.Components.Schemas {
		s := aEsquema(m)
		s.PrecomputeMessages()
		reg.Map()[n] = s
	}
	return reg
}

func TestEveryExampleCompliesWithItsSchema(t *testing.T) {
	b := nuevoBanco(t)
	d, reg := leerDocumento(t, b), registroDe(t, b)
	ejemplos := 0
	for _, o := range d.operaciones() {
		if o.RequestBody != nil {
			m, ok := o.RequestBody.Content["application/json"]
			if ok {
				require.NotEmpty(t, m.Example, o.OperationID)
				b.cumple(t, reg, m.Schema, m.Example, huma.ModeWriteToServer)
				ejemplos++
			}
		}
		for estado, r := range o.Responses {
			if r.Ref != "" {
				r = d.Components.Responses[strings.TrimPrefix(r.Ref, "#/components/responses/")]
			}
			for _, m := range r.Content {
				if len(m.Example) > 0 {
					t.Run(o.OperationID+" "+estado, func(t *testing.T) { b.cumple(t, reg, m.Schema, m.Example, huma.ModeReadFromServer) })
					ejemplos++
				}
			}
		}
	}
	assert.Greater(t, ejemplos, 100)
}
