package api

import (
	"cmp"
	"reflect"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Unidad is a unit as it stood on a day.
type Unidad struct {
	Clave    doe.ClaveUnidad `json:"clave" doc:"Clave de la unidad; las que ya no están en la Dirección empiezan con hist-" example:"doe-7.1.3.1.4"`
	Manual   string          `json:"manual,omitempty" doc:"Clave del manual que la crea, desde que rige la edición" example:"G000-002-001"`
	Numeral  string          `json:"numeral,omitempty" doc:"Numeral en ese manual" example:"7.1.3.1.4"`
	Nombre   string          `json:"nombre" doc:"Denominación de ese día" example:"División de Información y Sistemas de Atención a la Derechohabiencia"`
	Nivel    doe.Nivel       `json:"nivel" doc:"Nivel en la estructura" example:"division"`
	Superior doe.ClaveUnidad `json:"superior,omitempty" doc:"Unidad a la que se adscribe; la Dirección no tiene" example:"doe-7.1.3.1"`
	Organo   doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano del que depende, cuando no es de una unidad" example:"organo-direccion-general"`
	Mediato  bool            `json:"mediato,omitempty" doc:"Si depende de su superior u órgano sin que se sepa que directamente" example:"false"`
	// Funciones are known from the edition in force on.
	Funciones   int              `json:"funciones" doc:"Cuántas funciones numeradas tiene; 0 antes de la edición vigente, que no se conocen" example:"12"`
	Desde       doe.FechaParcial `json:"desde,omitzero" doc:"Desde cuándo es así: AAAA, AAAA-MM o AAAA-MM-DD; falta si no se sabe" example:"2021-05-03"`
	Actos       []string         `json:"actos,omitempty" doc:"Actos de reestructura que la hicieron así" example:"[\"2021-05-03-atencion\"]"`
	Aprobados   []string         `json:"aprobados,omitempty" doc:"Actos ya aprobados ese día que rigen después" example:"[\"2021-05-03-atencion\"]"`
	Fuera       bool             `json:"fuera,omitempty" doc:"Si estaba en otra parte del Instituto" example:"false"`
	Desconocido []string         `json:"desconocido,omitempty" doc:"Lo que los manuales no dejan saber de ella"`
	// Subordinadas come with forma=arbol and with a single unit's tree.
	Subordinadas []Unidad `json:"subordinadas,omitempty" doc:"Unidades que dependen de ella, cuando se pide el árbol"`
}

// Estructura is the structure of a day.
type Estructura struct {
	Elementos   []Unidad     `json:"elementos" doc:"Las unidades de ese día"`
	Siguiente   *string      `json:"siguiente" nullable:"true" doc:"Cursor de la página siguiente; null en la última"`
	Fecha       fecha.Fecha  `json:"fecha" doc:"Día de la estructura" example:"2018-02-16"`
	Vigente     bool         `json:"vigente" doc:"Si ese día ya regía la edición vigente de los manuales" example:"false"`
	SinNoticia  []SinNoticia `json:"sin_noticia" doc:"Unidades de las que la primera noticia es posterior, sin que se diga desde cuándo existían"`
	Desconocido []string     `json:"desconocido" doc:"Lo demás que los manuales no dejan saber de ese día"`
}

// SinNoticia is a unit that may have stood.
type SinNoticia struct {
	Clave   doe.ClaveUnidad `json:"clave" doc:"Clave de la unidad" example:"doe-7.1.1.6"`
	Nombre  string          `json:"nombre" doc:"Denominación con que aparece" example:"Coordinación Técnica de Análisis y Seguimiento a Evaluaciones"`
	Noticia fecha.Fecha     `json:"noticia" doc:"Primer día del que se tiene noticia" example:"2022-10-01"`
}

// deUnidadEn gives a unit of a structure; from the edition on, with its place
// in its manual.
func (s *Servidor) deUnidadEn(u doe.UnidadEn, vigente bool) Unidad {
	out := Unidad{
		Clave: u.Clave, Nombre: u.Nombre, Nivel: u.Nivel, Superior: u.Superior, Mediato: u.Mediato, Funciones: u.Funciones,
		Desde: u.Desde, Actos: u.Actos, Aprobados: u.Aprobados, Fuera: u.Fuera, Desconocido: u.Desconocido,
	}
	if o := doe.ClaveOrgano(u.Superior); o != "" {
		if _, ok := s.catalogo().Organo(o); ok {
			out.Organo, out.Superior = o, ""
		}
	}
	if v, ok := s.catalogo().Unidad(u.Clave); ok && vigente {
		out.Manual, out.Numeral = v.Manual, v.Numeral
	}
	return out
}

func (s *Servidor) montarEstructura() {
	clave := deRuta("clave", "Clave de la unidad", "doe-7.1.3.1.4", 120)
	s.leerInstitucion("/v1/unidades", "unidades-listar", "Unidades de un día",
		"La estructura de hoy o de cualquier día desde 1947: las unidades en el orden de los manuales, o su árbol de adscripción. Antes de la edición vigente, lo que los manuales narran; lo que dejan sin saberse se dice.",
		reflect.TypeFor[Estructura](), s.unidades,
		deValores("forma", "Lista plana, o árbol completo", "plana", "arbol"), deDia(), deLimite("Sin él se dan todas."), deCursor())
	s.leerInstitucion("/v1/unidades/{clave}", "unidades-leer", "Una unidad", "Denominación, nivel y adscripción de la unidad, hoy o el día que se pida.",
		reflect.TypeFor[Unidad](), s.unidad, clave, deDia())
	s.leerInstitucion("/v1/unidades/{clave}/historia", "unidades-historia", "Historia de una unidad",
		"Su línea hasta el origen, por etapas y actos. Admite también las unidades de antes (hist-…) y los órganos que los manuales narran (ooad-14).",
		reflect.TypeFor[doe.Historia](), s.historia, clave)
	s.leerInstitucion("/v1/reestructuras", "reestructuras-listar", "Actos de reestructura",
		"Los que narran los manuales, de 1947 a 2022, y los que han entrado en vigor después, por su vigencia.",
		reflect.TypeFor[Pagina[doe.Reestructura]](), s.reestructuras,
		deValores("clase", "Solo los de esta clase", clases()...), deLinea("unidad", "Solo los que tocan esta unidad u órgano"),
		deFecha("desde", "Solo los que rigen desde este día o después", "2012-01-01"), deFecha("hasta", "Solo los que rigen este día o antes", "2022-10-01"),
		deLimite("Sin él se dan todos."), deCursor())
}

func clases() []doe.ClaseReestructura {
	var out []doe.ClaseReestructura
	for _, v := range doe.ClasesReestructura() {
		out = append(out, v.Clave)
	}
	return out
}

func deDia() parametro {
	return deFecha("fecha", "Día al que se pide la estructura; hoy si falta", "2018-02-16")
}

// deLinea declares the key of a unit of today or of before, or of an organ.
func deLinea(nombre, descripcion string) parametro {
	return consulta(nombre, descripcion, "doe-7.1.3", 120).con(func(v string) *falla.Regla {
		_, unidad := doe.ParseClaveUnidad(v)
		_, otra := doe.ParseClaveOrgano(v)
		if unidad == nil || otra == nil {
			return nil
		}
		return &malaClave
	})
}

// estructura is that of the day asked for, today by default.
func (s *Servidor) estructura(c *caso) doe.Estructura {
	f := c.fecha("fecha")
	if f.IsZero() {
		f = c.ahora().Dia()
	}
	return s.catalogo().EstructuraEn(f)
}

func (s *Servidor) unidades(c *caso) (respuesta, error) {
	e := s.estructura(c)
	out := Estructura{Fecha: e.Fecha, Vigente: e.Vigente, SinNoticia: []SinNoticia{}, Desconocido: e.Desconocido}
	for _, x := range e.SinNoticia {
		out.SinNoticia = append(out.SinNoticia, SinNoticia(x))
	}
	var us []Unidad
	if c.texto("forma") == "arbol" {
		for _, u := range e.Cimas() {
			out.Elementos = append(out.Elementos, s.rama(&e, u))
		}
		if out.Elementos == nil {
			out.Elementos = []Unidad{}
		}
		return enJSON(out)
	}
	for _, u := range e.Unidades {
		us = append(us, s.deUnidadEn(u, e.Vigente))
	}
	p, err := paginar(c, us, func(u Unidad) string { return string(u.Clave) })
	if err != nil {
		return respuesta{}, err
	}
	out.Elementos, out.Siguiente = p.Elementos, p.Siguiente
	return enJSON(out)
}

// rama is a unit with all that depends on it.
func (s *Servidor) rama(e *doe.Estructura, u doe.UnidadEn) Unidad {
	out := s.deUnidadEn(u, e.Vigente)
	for _, h := range e.Hijas(u.Clave) {
		out.Subordinadas = append(out.Subordinadas, s.rama(e, h))
	}
	return out
}

func (s *Servidor) unidad(c *caso) (respuesta, error) {
	e := s.estructura(c)
	u, ok := e.Unidad(doe.ClaveUnidad(c.ruta("clave")))
	if !ok {
		return respuesta{}, noEncontrado()
	}
	return enJSON(s.deUnidadEn(u, e.Vigente))
}

func (s *Servidor) historia(c *caso) (respuesta, error) {
	h, ok := s.catalogo().Historia(doe.ClaveUnidad(c.ruta("clave")))
	if !ok {
		return respuesta{}, noEncontrado()
	}
	return enJSON(h)
}

func (s *Servidor) reestructuras(c *caso) (respuesta, error) {
	rs := s.catalogo().Reestructuras(doe.FiltroReestructuras{
		Clase: doe.ClaseReestructura(c.texto("clase")), Unidad: doe.ClaveUnidad(c.texto("unidad")), Desde: c.fecha("desde"), Hasta: c.fecha("hasta"),
	})
	p, err := paginar(c, rs, func(r doe.Reestructura) string { return r.Clave })
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(p)
}

// rangoDe is the level of a unit as a number, 0 for the highest.
func rangoDe(n doe.Nivel) int {
	for i, v := range doe.Niveles() {
		if v == n {
			return i
		}
	}
	return cmp.Or(map[doe.Nivel]int{
		doe.NivelCoordinacionGeneral: 1, doe.NivelJefaturaServicios: 1, doe.NivelJefaturaDepto: 3, doe.NivelOficina: 4, doe.NivelPuesto: 5,
	}[n], 1)
}
