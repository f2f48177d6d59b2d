package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/forma"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
)

// esquemas are the schemas of the document.
type esquemas struct {
	*forma.Esquemas
	registro huma.Registry
}

// Respuesta is the schema of a type as it is answered; an empty one where
// nothing is documented.
func (e esquemas) Respuesta(t reflect.Type) *huma.Schema {
	if e.Esquemas == nil {
		return &huma.Schema{}
	}
	return e.Esquemas.Respuesta(t)
}

const esquemaCredencial = "credencial"

// presentacion is what the document says of the API as a whole.
const presentacion = `Trámites de la Dirección de Operación y Evaluación del Instituto Mexicano del Seguro Social.

El manual de organización es la política: cada función numerada otorga facultades (capacidad:acto) y cada acto de cada trámite se funda en una de ellas. Cada operación dice en ` + "`x-facultades` y `x-funciones`" + ` qué facultades pide y qué funciones las otorgan.

Las fechas civiles son de America/Mexico_City; los instantes, UTC en RFC 3339. Todo error se cuenta como ` + "`application/problem+json`" + ` con un ` + "`codigo`" + ` estable y con todas las fallas a la vez; nunca repite lo que se envió. ` + "`Accept-Language: en`" + ` da los mensajes en inglés.`

func nuevaConfig(version string, reg huma.Registry) huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Operación Abierta", Version: version, Description: presentacion,
				Contact: &huma.Contact{Name: "Operación Abierta", URL: "https://github.com/operacion-abierta/operacion"},
				License: &huma.License{Name: "Apache-2.0", URL: "https://www.apache.org/licenses/LICENSE-2.0"},
			},
			Extensions: map[string]any{"x-codigos": codigos()},
			Servers:    []*huma.Server{{URL: "/", Description: "Este servidor"}},
			Components: &huma.Components{
				Schemas:   reg,
				Responses: map[string]*huma.Response{},
				SecuritySchemes: map[string]*huma.SecurityScheme{esquemaCredencial: {
					Type: "http", Scheme: "bearer", BearerFormat: "JWT",
					Description: "Token del emisor institucional, o del propio programa: dice quién actúa, en qué unidad y con qué puesto.",
				}},
			},
		},
		Formats: huma.DefaultFormats,
	}
}

// etiqueta declares a tag of the document, once.
func (s *Servidor) etiqueta(nombre, descripcion string) string {
	doc := s.api.OpenAPI()
	if !slices.ContainsFunc(doc.Tags, func(t *huma.Tag) bool { return t.Name == nombre }) {
		doc.Tags = append(doc.Tags, &huma.Tag{Name: nombre, Description: descripcion})
	}
	return nombre
}

// documentar writes an operation into the document: parameters, body, answers.
func (s *Servidor) documentar(o *operacion) {
	for i := range o.parametros {
		p := &o.parametros[i]
		p.Schema.PrecomputeMessages()
		o.Parameters = append(o.Parameters, &p.Param)
	}
	if o.exito == 0 {
		o.exito = http.StatusOK
	}
	if !s.documenta {
		return
	}
	if o.entrada != nil {
		s.documentarCuerpo(o)
	}
	o.Responses = map[string]*huma.Response{strconv.Itoa(o.exito): o.respuesta}
	for _, e := range o.posiblesErrores() {
		o.Responses[strconv.Itoa(e)] = s.respuestaError(e)
	}
	o.Security = []map[string][]string{{esquemaCredencial: {}}}
	if o.nivel != conToken {
		// Huma leaves out an empty list, which is what says "none".
		o.Security = nil
		if o.Extensions == nil {
			o.Extensions = map[string]any{}
		}
		o.Extensions["security"] = []any{}
	}
	if !o.Hidden {
		s.api.OpenAPI().AddOperation(&o.Operation)
	}
}

func (s *Servidor) documentarCuerpo(o *operacion) {
	esquema := s.esquemas.Entrada(o.entrada)
	s.cuerpos[o.entrada] = esquema
	if o.RequestBody == nil {
		o.RequestBody = &huma.RequestBody{}
	}
	o.RequestBody.Required = algunoExigido(o.entrada)
	o.RequestBody.Content = map[string]*huma.MediaType{"application/json": {Schema: esquema, Example: o.ejemplo}}
}

// algunoExigido says whether a body has properties that cannot be left out.
func algunoExigido(t reflect.Type) bool {
	campos, err := doeforma.Campos(t)
	return err == nil && slices.ContainsFunc(campos, doeforma.Campo.Exigido)
}

// posiblesErrores are the statuses of refusal that follow from what the
// operation is, with its own.
func (o *operacion) posiblesErrores() []int {
	es := append([]int{http.StatusInternalServerError, http.StatusServiceUnavailable}, o.errores...)
	if o.nivel == conToken {
		es = append(es, http.StatusUnauthorized)
	}
	if o.nivel == alPublico {
		es = append(es, http.StatusTooManyRequests)
	}
	if o.RequestBody != nil {
		es = append(es, http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	// Any operation refuses parameters that it does not know.
	es = append(es, http.StatusUnprocessableEntity)
	if slices.ContainsFunc(o.parametros, func(p parametro) bool { return p.In == enRuta }) {
		es = append(es, http.StatusNotFound)
	}
	slices.Sort(es)
	return slices.Compact(es)
}

// respuestaError refers to the problem of a status.
func (s *Servidor) respuestaError(estado int) *huma.Response {
	nombre := "Problema" + strconv.Itoa(estado)
	c := s.api.OpenAPI().Components
	if c.Responses[nombre] == nil {
		ej := nuevo(estado, ejemploDeError[estado], nil, "es")
		ej.Instancia = "urn:solicitud:6f1c2d9e0b7a4c55"
		r := &huma.Response{
			Description: titulos[estado][0] + ".",
			Content:     map[string]*huma.MediaType{"application/problem+json": {Schema: s.esquemas.Respuesta(reflect.TypeFor[Problema]()), Example: ej}},
		}
		if estado == http.StatusTooManyRequests || estado == http.StatusServiceUnavailable {
			r.Headers = map[string]*huma.Param{"Retry-After": {Description: "Segundos que conviene esperar", Schema: &huma.Schema{Type: huma.TypeInteger, Format: "int32"}}}
		}
		c.Responses[nombre] = r
	}
	return &huma.Response{Ref: "#/components/responses/" + nombre}
}

// de describes an answer of a Go type.
func (s *Servidor) de(t reflect.Type, descripcion string) *huma.Response {
	return conEsquema(s.esquemas.Respuesta(t), descripcion)
}

func conEsquema(e *huma.Schema, descripcion string) *huma.Response {
	return &huma.Response{Description: descripcion, Content: map[string]*huma.MediaType{"application/json": {Schema: e}}}
}

// deBytes describes an answer that is no JSON.
func deBytes(tipo, descripcion string) *huma.Response {
	return &huma.Response{Description: descripcion, Content: map[string]*huma.MediaType{tipo: {Schema: &huma.Schema{Type: huma.TypeString}}}}
}

// conCabeceras adds headers to the description of an answer.
func conCabeceras(r *huma.Response, nombres ...string) *huma.Response {
	r.Headers = map[string]*huma.Param{}
	for _, n := range nombres {
		r.Headers[n] = &huma.Param{Description: cabeceras[n], Schema: &huma.Schema{Type: huma.TypeString}}
	}
	return r
}

var cabeceras = map[string]string{
	"ETag":     "Versión del expediente, entre comillas",
	"Location": "Dirección de lo creado",
	"Link":     "Dirección de la página siguiente, con rel=\"next\"",
}

// OpenAPI is the description of the API, OpenAPI 3.1 in JSON.
func (s *Servidor) OpenAPI() []byte { return s.openapi() }

func (s *Servidor) rendir31() []byte {
	b, err := json.Marshal(s.api.OpenAPI())
	if err != nil {
		panic(err) // a document made of our own types always encodes
	}
	return b
}

func (s *Servidor) rendir30() []byte {
	b, err := s.api.OpenAPI().Downgrade()
	if err != nil {
		panic(err)
	}
	return b
}
