package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// Unidad is a unit of the manuals.
type Unidad struct {
	Clave     doe.ClaveUnidad `json:"clave" doc:"Clave de la unidad" example:"doe-7.1.3.1.4"`
	Manual    string          `json:"manual" doc:"Clave del manual que la crea" example:"G000-002-001"`
	Numeral   string          `json:"numeral" doc:"Numeral en ese manual" example:"7.1.3.1.4"`
	Nombre    string          `json:"nombre" doc:"Denominación" example:"División de Atención y Orientación"`
	Nivel     doe.Nivel       `json:"nivel" doc:"Nivel en la estructura" example:"division"`
	Superior  doe.ClaveUnidad `json:"superior,omitempty" doc:"Unidad a la que se adscribe; la Dirección no tiene" example:"doe-7.1.3.1"`
	Funciones int             `json:"funciones" doc:"Cuántas funciones numeradas tiene" example:"12"`
	// Subordinadas come with forma=arbol and with a single unit's tree.
	Subordinadas []Unidad `json:"subordinadas,omitempty" doc:"Unidades que dependen de ella, cuando se pide el árbol"`
}

func deUnidadDOE(u doe.Unidad) Unidad {
	return Unidad{Clave: u.Clave, Manual: u.Manual, Numeral: u.Numeral, Nombre: u.Nombre, Nivel: u.Nivel, Superior: u.Superior, Funciones: u.Funciones}
}

// leerInstitucion declares a read of the institution: all are GET, ask for a
// token and answer JSON of a type.
func (s *Servidor) leerInstitucion(ruta, id, resumen, descripcion string, t reflect.Type, atender func(*caso) (respuesta, error), ps ...parametro) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: ruta, OperationID: id, Summary: resumen, Description: descripcion,
			Tags: []string{s.etiqueta("institución", "Unidades, funciones, facultades, órganos y plazos, según los manuales")},
		},
		parametros: ps, respuesta: s.de(t, resumen+"."), atender: atender,
	})
}

func (s *Servidor) montarInstitucion() {
	clave := deRuta("clave", "Clave de la unidad", "doe-7.1.3.1.4", 40)
	s.leerInstitucion("/v1/unidades", "unidades-listar", "Unidades de los manuales",
		"Las unidades en el orden de los manuales, o su árbol de adscripción. `fecha` admite desde el día en que rige la edición vigente.",
		reflect.TypeFor[Pagina[Unidad]](), s.unidades,
		deValores("forma", "Lista plana, o árbol completo", "plana", "arbol"), deFecha("fecha", "Día al que se pide la estructura", "2026-01-15"),
		deLimite("Sin él se dan todas."), deCursor())
	s.leerInstitucion("/v1/unidades/{clave}", "unidades-leer", "Una unidad", "Denominación, nivel y adscripción de la unidad.",
		reflect.TypeFor[Unidad](), s.unidad, clave)
	s.leerInstitucion("/v1/unidades/{clave}/funciones", "unidades-funciones", "Funciones de una unidad", "Sus funciones numeradas, con las facultades que otorgan.",
		reflect.TypeFor[Lista[Funcion]](), s.funcionesDe, clave)
	s.montarFunciones()
	s.leerInstitucion("/v1/organos", "organos-listar", "Órganos", "OOAD, UMAE, direcciones normativas y demás órganos con los que trata la Dirección.",
		reflect.TypeFor[Lista[Organo]](), s.organos, deValores("tipo", "Clase de órgano", doe.TiposOrgano()...))
	s.montarOrganigrama()
	s.montarPlazos()
	s.montarCobertura()
}

var sinHistoria = falla.Regla{
	Codigo: "historia-no-disponible",
	Es:     "La estructura anterior a la edición vigente del manual todavía no está disponible.",
	En:     "The structure before the edition in force is not available yet.",
}

// alDia refuses days before the edition in force.
func (s *Servidor) alDia(c *caso) error {
	f := c.fecha("fecha")
	if f.IsZero() {
		return nil
	}
	for _, m := range s.catalogo.Manuales() {
		if f.Before(m.Vigente) {
			return deConsulta(sinHistoria, "query.fecha")
		}
	}
	return nil
}

func (s *Servidor) unidades(c *caso) (respuesta, error) {
	if err := s.alDia(c); err != nil {
		return respuesta{}, err
	}
	if c.texto("forma") == "arbol" {
		return enJSON(Pagina[Unidad]{Elementos: []Unidad{s.rama(doe.Raiz)}})
	}
	var us []Unidad
	for _, u := range s.catalogo.Unidades() {
		us = append(us, deUnidadDOE(u))
	}
	p, err := paginar(c, us, func(u Unidad) string { return string(u.Clave) })
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(p)
}

// rama is a unit with all that depends on it.
func (s *Servidor) rama(k doe.ClaveUnidad) Unidad {
	u, _ := s.catalogo.Unidad(k)
	out := deUnidadDOE(u)
	for _, h := range s.hijas(k) {
		out.Subordinadas = append(out.Subordinadas, s.rama(h))
	}
	return out
}

// hijas are the units ascribed to one, in the order of the manuals.
func (s *Servidor) hijas(k doe.ClaveUnidad) []doe.ClaveUnidad {
	var out []doe.ClaveUnidad
	for _, h := range s.catalogo.Subordinadas(k) {
		if sup, _ := s.catalogo.Superior(h); sup == k {
			out = append(out, h)
		}
	}
	return out
}

func (s *Servidor) unidad(c *caso) (respuesta, error) {
	u, ok := s.catalogo.Unidad(doe.ClaveUnidad(c.ruta("clave")))
	if !ok {
		return respuesta{}, noEncontrado()
	}
	return enJSON(deUnidadDOE(u))
}

// Organo is an organ outside the units of the directorate.
type Organo struct {
	Clave       doe.ClaveOrgano `json:"clave" doc:"Clave del órgano" example:"ooad-14"`
	Tipo        doe.TipoOrgano  `json:"tipo" doc:"Clase de órgano" example:"ooad"`
	Nombre      string          `json:"nombre" doc:"Denominación" example:"Jalisco"`
	Superior    doe.ClaveOrgano `json:"superior,omitempty" doc:"Órgano al que pertenece, cuando los manuales lo nombran"`
	OOAD        doe.OOAD        `json:"ooad,omitempty" doc:"Delegación IMSS, a dos dígitos" example:"14"`
	Ambito      string          `json:"ambito,omitempty" doc:"Estatal o regional" example:"estatal"`
	ISO         string          `json:"iso,omitempty" doc:"Entidad federativa, ISO 3166-2" example:"MX-JAL"`
	INEGI       string          `json:"inegi,omitempty" doc:"Entidad federativa, clave del INEGI" example:"14"`
	Abreviatura string          `json:"abreviatura,omitempty" doc:"Abreviatura" example:"JAL"`
	CLUES       string          `json:"clues,omitempty" doc:"Clave única de establecimientos de salud" example:"DFIMS000580"`
	Compranet   string          `json:"compranet,omitempty" doc:"Unidad compradora"`
}

func (s *Servidor) organos(c *caso) (respuesta, error) {
	var out []Organo
	for _, o := range s.catalogo.Organos(doe.TipoOrgano(c.texto("tipo"))) {
		out = append(out, Organo(o))
	}
	return enJSON(lista(out))
}
