package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/swaggest/swgui/v5emb"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// Salud is the answer of a server that is well.
type Salud struct {
	Estado string `json:"estado" validate:"oneof=bien" doc:"Siempre bien: lo contrario se cuenta como problema" example:"bien"`
}

var cerrando = falla.Regla{Codigo: "cerrando", Es: "El servidor termina lo que tiene en curso y no toma más.", En: "The server is finishing what it has and takes no more."}

// montarProceso adds what need no token: health, metrics and the documents of
// the API itself.
func (s *Servidor) montarProceso() {
	tag := s.etiqueta("proceso", "Salud del propio servicio")
	get := func(ruta, id, resumen, descripcion string, r *huma.Response, atender func(*caso) (respuesta, error)) operacion {
		return operacion{
			Operation: huma.Operation{
				Method: http.MethodGet, Path: ruta, OperationID: id, Summary: resumen, Description: descripcion, Tags: []string{tag},
			},
			nivel: abierto, respuesta: r, atender: atender,
		}
	}
	bien := func(d string) *huma.Response {
		r := s.de(reflect.TypeFor[Salud](), d)
		r.Content["application/json"].Example = Salud{"bien"}
		return r
	}
	s.montar(get("/salud/vivo", "salud-vivo", "El proceso vive", "Responde mientras el proceso atiende.", bien("Vive."),
		func(*caso) (respuesta, error) { return enJSON(Salud{"bien"}) }))
	s.montar(get("/salud/listo", "salud-listo", "El servicio está listo", "Responde cuando el almacén contesta y el servidor no se está cerrando.", bien("Listo."), s.listo))
	// What follows is for machines that know where to find it, not for clients
	// made from the document.
	for _, op := range []operacion{
		get("/metrics", "metricas", "Métricas", "Métricas de Prometheus.", nil, func(*caso) (respuesta, error) { return respuesta{libre: s.metricas.handler()}, nil }),
		get("/openapi.json", "openapi", "OpenAPI 3.1", "Este documento.", nil, documento(s.openapi)),
		get("/openapi-3.0.json", "openapi-3-0", "OpenAPI 3.0.3", "Este documento, para herramientas que no leen la 3.1.", nil, documento(s.openapi30)),
	} {
		op.Hidden = true
		s.montar(op)
	}
	s.montarPagina()
}

func (s *Servidor) listo(c *caso) (respuesta, error) {
	if s.cerrando.Load() {
		return respuesta{}, &falla.Error{Clase: falla.NoDisponible, Codigo: cerrando.Codigo, Es: cerrando.Es, En: cerrando.En}
	}
	if err := s.almacen.Salud(c.r.Context()); err != nil {
		return respuesta{}, err
	}
	return enJSON(Salud{"bien"})
}

func documento(bytes func() []byte) func(*caso) (respuesta, error) {
	return func(*caso) (respuesta, error) {
		return respuesta{tipo: "application/openapi+json", cuerpo: bytes()}, nil
	}
}

// montarPagina adds the page that shows the API; all that it loads comes from
// this server.
func (s *Servidor) montarPagina() {
	const politica = "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
	pagina := v5emb.New("Operación Abierta", "/openapi.json", "/docs/")
	servir := func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Security-Policy", politica)
		pagina.ServeHTTP(rw, r)
		if w, ok := rw.(*escritor); ok && w.operacion == "" {
			w.operacion = "docs"
		}
	}
	s.mux.HandleFunc("GET /docs", servir)
	s.mux.HandleFunc("GET /docs/", servir)
}
