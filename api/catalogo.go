package api

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Tramite is the definition of a trámite.
type Tramite struct {
	Nombre      string              `json:"nombre" doc:"Nombre del trámite" example:"peticion"`
	Coleccion   string              `json:"coleccion" doc:"Colección de sus expedientes" example:"peticiones"`
	Titulo      string              `json:"titulo" doc:"Nombre para mostrar" example:"Petición"`
	Descripcion string              `json:"descripcion" doc:"De qué trata"`
	Rama        doe.ClaveUnidad     `json:"rama" doc:"Unidad de cuya línea es el trámite" example:"doe-7.1.3"`
	Serie       string              `json:"serie" doc:"Prefijo de sus folios" example:"SIADE"`
	Estados     []tramite.DefEstado `json:"estados" doc:"Estados"`
	Actos       []Acto              `json:"actos" doc:"Actos, el de alta primero"`
	Plazos      []tramite.DefPlazo  `json:"plazos" doc:"Plazos, el principal primero"`
	Segregacion tramite.Segregacion `json:"segregacion" doc:"Qué actos no debe hacer una misma persona en un expediente"`
}

// Acto is the declaration of an act.
type Acto struct {
	Nombre      string           `json:"nombre" doc:"Nombre del acto" example:"clasificar"`
	Titulo      string           `json:"titulo" doc:"Nombre para mostrar" example:"Clasificar"`
	Descripcion string           `json:"descripcion" doc:"Qué hace"`
	Version     int              `json:"version" doc:"Versión de su significado" example:"1"`
	Alta        bool             `json:"alta" doc:"Si crea el expediente" example:"false"`
	De          []tramite.Estado `json:"de" doc:"Estados desde los que está abierto" example:"[\"registrada\"]"`
	A           []tramite.Estado `json:"a" doc:"Estados a los que lleva; vacío si lo deja igual" example:"[\"clasificada\"]"`
	Facultades  []doe.Facultad   `json:"facultades" doc:"Facultades, cualquiera basta, en orden de preferencia" example:"[\"siade.clasificacion:registrar\"]"`
	Alcance     doe.Alcance      `json:"alcance" doc:"Alcance mayor" example:"nacional"`
	Contraparte []Contraparte    `json:"contraparte" doc:"Contrapartes que también lo hacen"`
	// Causales are the grounds on which an act refuses, returns or ends.
	Causales []tramite.Causal `json:"causales,omitempty" doc:"Causales entre las que el acto toma una, cada una con su artículo"`
	Publico  bool             `json:"publico" doc:"Si lo hace la persona peticionaria con folio y clave" example:"false"`
	Interno  bool             `json:"interno" doc:"Si solo lo hacen el reloj u otro acto" example:"false"`
	Firma    bool             `json:"firma" doc:"Si lo firma la persona titular o quien la supla" example:"false"`
}

// Contraparte is who does an act from outside the units.
type Contraparte struct {
	Rol    doe.Rol          `json:"rol" doc:"Papel" example:"evaluado"`
	Preve  doe.ClaveFuncion `json:"preve,omitempty" doc:"Función que lo prevé" example:"doe-7.1.1/8"`
	Fuente string           `json:"fuente,omitempty" doc:"Norma que lo prevé, cuando no es una función"`
}

func deResumen(d *tramite.Resumen) Tramite {
	t := Tramite{
		Nombre: d.Nombre, Coleccion: d.Coleccion, Titulo: d.Titulo, Descripcion: d.Descripcion, Rama: d.Rama, Serie: d.Serie,
		Estados: d.Estados, Actos: make([]Acto, len(d.Actos)), Plazos: append([]tramite.DefPlazo{}, d.Plazos...),
		Segregacion: d.Segregacion,
	}
	for i, a := range d.Actos {
		t.Actos[i] = deActo(a)
	}
	return t
}

func deActo(a tramite.DefActo) Acto {
	out := Acto{
		Nombre: a.Nombre, Titulo: a.Titulo, Descripcion: a.Descripcion, Version: a.Version, Alta: a.Creacion,
		De: append([]tramite.Estado{}, a.De...), A: append([]tramite.Estado{}, a.A...), Facultades: append([]doe.Facultad{}, a.Facultades...),
		Alcance: a.Alcance, Contraparte: []Contraparte{}, Causales: a.Causales, Publico: a.Publico, Interno: a.Interno,
		Firma: a.Firma || slices.ContainsFunc(a.Facultades, func(f doe.Facultad) bool {
			return f.Acto() == "autorizar" || f.Acto() == "acordar" || f.Acto() == "validar"
		}),
	}
	for _, p := range a.Contrapartes {
		c := Contraparte{Rol: p.Rol, Preve: p.Preve}
		if !p.Fuente.IsZero() {
			c.Fuente = p.Fuente.String()
		}
		out.Contraparte = append(out.Contraparte, c)
	}
	return out
}

// montarDefiniciones adds the definitions of the trámites and their diagrams.
func (s *Servidor) montarDefiniciones() {
	nombre := func() parametro { return deRuta("nombre", "Nombre del trámite", "suspension", 60) }
	s.leerInstitucion("/v1/tramites", "tramites-listar", "Trámites", "Las definiciones completas: estados, actos con su fundamento y plazos.",
		reflect.TypeFor[Lista[Tramite]](), func(*caso) (respuesta, error) {
			var out []Tramite
			for _, t := range s.mesa.Tramites() {
				out = append(out, deResumen(t.Definicion()))
			}
			return enJSON(lista(out))
		})
	s.leerInstitucion("/v1/tramites/{nombre}", "tramites-leer", "Un trámite", "Su definición completa.", reflect.TypeFor[Tramite](),
		s.conTramite(func(d *tramite.Resumen) (respuesta, error) { return enJSON(deResumen(d)) }), nombre())
	diagrama := func(ruta, id, tipo, forma string, f func(*tramite.Resumen) string) {
		s.montar(operacion{
			Operation: huma.Operation{
				Method: http.MethodGet, Path: "/v1/tramites/{nombre}/" + ruta, OperationID: id, Summary: "Diagrama de estados en " + forma,
				Description: "Los estados del trámite y los actos que llevan de uno a otro.", Tags: []string{"institución"},
			},
			parametros: []parametro{nombre()}, respuesta: deBytes(tipo, "El diagrama."),
			atender: s.conTramite(func(d *tramite.Resumen) (respuesta, error) {
				return respuesta{tipo: tipo, cuerpo: []byte(f(d))}, nil
			}),
		})
	}
	diagrama("diagrama.svg", "tramites-diagrama-svg", "image/svg+xml", "SVG", (*tramite.Resumen).SVG)
	diagrama("diagrama.mmd", "tramites-diagrama-mmd", "text/plain; charset=utf-8", "Mermaid", (*tramite.Resumen).Mermaid)
}

// conTramite finds the trámite of the path.
func (s *Servidor) conTramite(f func(*tramite.Resumen) (respuesta, error)) func(*caso) (respuesta, error) {
	return func(c *caso) (respuesta, error) {
		for _, t := range s.mesa.Tramites() {
			if d := t.Definicion(); d.Nombre == c.ruta("nombre") {
				return f(d)
			}
		}
		return respuesta{}, noEncontrado()
	}
}
