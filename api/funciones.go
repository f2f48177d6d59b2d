package api

import (
	"net/url"
	"reflect"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// Funcion is a numbered function of a unit.
type Funcion struct {
	Clave      doe.ClaveFuncion `json:"clave" doc:"Clave de la función" example:"doe-7.1.3.1.4/4"`
	Unidad     doe.ClaveUnidad  `json:"unidad" doc:"Unidad a la que pertenece" example:"doe-7.1.3.1.4"`
	Numero     int              `json:"numero" doc:"Número en la unidad" example:"4"`
	Verbos     []string         `json:"verbos" doc:"Infinitivos con que se enuncia" example:"[\"coordinar\"]"`
	Resumen    string           `json:"resumen" doc:"Qué pide a la unidad, en palabras de este proyecto" example:"Coordinar la atención de las peticiones"`
	Soporte    string           `json:"soporte" doc:"Qué le debe el programa" example:"turna y sigue cada petición; queda su historial"`
	Facultades []Otorgada       `json:"facultades" doc:"Facultades que otorga"`
	// TextoOficial is there once an edition of its manual is in force here.
	TextoOficial string `json:"texto_oficial,omitempty" doc:"Texto oficial, cuando la instalación tiene en vigor una edición de su manual (véase manuales)"`
}

// Otorgada is a facultad that a function grants.
type Otorgada struct {
	Facultad doe.Facultad `json:"facultad" doc:"capacidad:acto" example:"siade.atencion:coordinar"`
	Alcance  doe.Alcance  `json:"alcance,omitempty" doc:"Alcance, cuando la función lo acota" example:"propia"`
}

func deFuncion(f doe.Funcion) Funcion {
	out := Funcion{Clave: f.Clave, Unidad: f.Unidad, Numero: f.Numero, Verbos: append([]string{}, f.Verbos...), Resumen: f.Resumen, Soporte: f.Soporte, Facultades: []Otorgada{}}
	for _, o := range f.Facultades {
		out.Facultades = append(out.Facultades, Otorgada(o))
	}
	return out
}

func deFunciones(fs []doe.Funcion) []Funcion {
	out := make([]Funcion, len(fs))
	for i, f := range fs {
		out[i] = deFuncion(f)
	}
	return out
}

// Facultada says what a unit may do and under which functions.
type Facultada struct {
	Unidad     doe.ClaveUnidad    `json:"unidad" doc:"Unidad facultada" example:"doe-7.1.1"`
	Capacidad  doe.Capacidad      `json:"capacidad" doc:"Capacidad" example:"evaluacion.planes"`
	Acto       doe.Acto           `json:"acto" doc:"Acto" example:"autorizar"`
	Funciones  []doe.ClaveFuncion `json:"funciones" doc:"Funciones que lo otorgan" example:"[\"doe-7.1.1/8\"]"`
	Fundamento doe.TipoFundamento `json:"fundamento" doc:"Tipo de fundamento: expreso, porque una función lo otorga" example:"expreso"`
}

func (s *Servidor) montarFunciones() {
	capacidad := consulta("capacidad", "Solo las que otorgan facultades de esta capacidad", "siade.registro", 60).con(func(v string) *falla.Regla {
		_, err := doe.ParseCapacidad(v)
		return siFalla(err, malaClave)
	})
	acto := consulta("acto", "Solo las que otorgan este acto", "registrar", 40).con(func(v string) *falla.Regla {
		_, err := doe.ParseActo(v)
		return siFalla(err, malaClave)
	})
	s.leerInstitucion("/v1/funciones", "funciones-buscar", "Funciones de los manuales",
		"Busca por palabras del verbo, el resumen, las facultades o la unidad, sin importar acentos ni mayúsculas, de la más a la menos pertinente; sin `q`, en el orden de los manuales.",
		reflect.TypeFor[Pagina[Funcion]](), s.buscarFunciones,
		consulta("q", "Palabras que se buscan", "quejas médicas", 200), capacidad, acto, deUnidad("Solo las de esta unidad"), deLimite("Sin él se dan todas."), deCursor())
	s.leerInstitucion("/v1/funciones/{clave}/{numero}", "funciones-leer", "Una función", "La función numerada de una unidad.",
		reflect.TypeFor[Funcion](), s.funcion, deRuta("clave", "Clave de la unidad", "doe-7.1.3.1.4", 40), deRuta("numero", "Número de la función", "4", 4))
	s.leerInstitucion("/v1/facultades", "facultades-listar", "Quién puede qué",
		"Facultades que las funciones otorgan a cada unidad: capacidad, acto y las funciones en que se fundan.",
		reflect.TypeFor[Lista[Facultada]](), s.facultades, deUnidad("Solo las de esta unidad"), capacidad, acto)
}

// filtro reads which functions are asked for, and says which of what it names
// is not in the catalog.
func (s *Servidor) filtro(c *caso) (doe.FiltroFunciones, error) {
	f := doe.FiltroFunciones{Capacidad: doe.Capacidad(c.texto("capacidad")), Acto: doe.Acto(c.texto("acto")), Unidad: doe.ClaveUnidad(c.texto("unidad"))}
	return f, conocidos(s.catalogo(), f.Unidad, "", f.Acto, f.Capacidad)
}

func (s *Servidor) buscarFunciones(c *caso) (respuesta, error) {
	filtro, err := s.filtro(c)
	if err != nil {
		return respuesta{}, err
	}
	fs := s.catalogo().Buscar(c.texto("q"), filtro)
	p, err := paginar(c, fs, func(f doe.Funcion) string { return string(f.Clave) })
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(Pagina[Funcion]{deFunciones(p.Elementos), p.Siguiente})
}

var sinFunciones = falla.Regla{
	Codigo: "funciones-desconocidas",
	Es:     "Las funciones anteriores a la edición vigente de los manuales no se conocen.",
	En:     "The functions before the edition in force are not known.",
}

func (s *Servidor) funcionesDe(c *caso) (respuesta, error) {
	e, k := s.estructura(c), doe.ClaveUnidad(c.ruta("clave"))
	if _, ok := e.Unidad(k); !ok {
		return respuesta{}, noEncontrado()
	}
	if !e.Vigente {
		return respuesta{}, deConsulta(sinFunciones, "query.fecha")
	}
	return enJSON(lista(s.conTexto(deFunciones(s.catalogo().En(e.Fecha).FuncionesDe(k)))))
}

func (s *Servidor) funcion(c *caso) (respuesta, error) {
	f, ok := s.catalogo().Funcion(doe.ClaveFuncion(c.ruta("clave") + "/" + c.ruta("numero")))
	if !ok {
		return respuesta{}, noEncontrado()
	}
	return enJSON(s.conTexto([]Funcion{deFuncion(f)})[0])
}

func (s *Servidor) facultades(c *caso) (respuesta, error) {
	out := []Facultada{}
	pide, err := s.filtro(c)
	if err != nil {
		return respuesta{}, err
	}
	for _, u := range s.catalogo().Unidades() {
		if pide.Unidad != "" && pide.Unidad != u.Clave {
			continue
		}
		for _, x := range s.catalogo().Concesiones(u.Clave) {
			f := Facultada{u.Clave, x.Facultad.Capacidad(), x.Facultad.Acto(), x.Funciones.Lista(), doe.Expreso}
			if coincideO(c.consulta, "capacidad", string(f.Capacidad)) && coincideO(c.consulta, "acto", string(f.Acto)) {
				out = append(out, f)
			}
		}
	}
	return enJSON(lista(out))
}

// coincideO says whether a filter is absent or equal to the value.
func coincideO(q url.Values, nombre, valor string) bool {
	return !q.Has(nombre) || q.Get(nombre) == valor
}
