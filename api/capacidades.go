package api

import (
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/cadena"
	"github.com/operacion-abierta/operacion/doe"
)

// Capacidad is something that the directorate must be able to do.
type Capacidad struct {
	Clave   doe.Capacidad    `json:"clave" doc:"Clave de la capacidad" example:"evaluacion.planes"`
	Materia string           `json:"materia" doc:"Materia, como la nombra un oficio" example:"planes de mejora"`
	Objetos []string         `json:"objetos" doc:"Objetos principales de que se ocupa" example:"[\"PlanMejora\"]"`
	Permite string           `json:"permite" doc:"Qué debe ser posible"`
	Actos   []ActoDeUnidades `json:"actos" doc:"Actos que alguna función otorga, con las unidades que los tienen"`
}

// ActoDeUnidades is an act with the units that hold it.
type ActoDeUnidades struct {
	Acto     doe.Acto          `json:"acto" doc:"Acto" example:"autorizar"`
	Unidades []doe.ClaveUnidad `json:"unidades" doc:"Unidades que lo tienen" example:"[\"doe-7.1.1\"]"`
}

// Cadena is the approval of what a capability deals with.
type Cadena struct {
	Capacidad doe.Capacidad   `json:"capacidad" doc:"Clave de la capacidad" example:"evaluacion.planes"`
	Lineas    []LineaDeCadena `json:"lineas" doc:"Las cadenas: una por cada grupo de unidades que elaboran o proponen y comparten quién revisa, valida y autoriza"`
}

// LineaDeCadena is a chain from a draft to what is in force.
type LineaDeCadena struct {
	Pasos     []PasoDeCadena    `json:"pasos" doc:"Los pasos, en orden"`
	Coinciden []doe.ClaveUnidad `json:"coinciden" doc:"Unidades que elaboran y también validan o autorizan: ahí las funciones las separan las personas"`
}

// PasoDeCadena is a step of a chain.
type PasoDeCadena struct {
	Paso        doe.PasoCadena   `json:"paso" validate:"oneof=elabora revisa valida autoriza" doc:"Paso" example:"autoriza"`
	Unidades    []UnidadEnCadena `json:"unidades" doc:"Quiénes lo dan"`
	Hueco       bool             `json:"hueco" doc:"Si ninguna función de la línea lo otorga" example:"false"`
	Nota        string           `json:"nota,omitempty" doc:"Qué dice de ello el catálogo de huecos"`
	Contraparte bool             `json:"contraparte" doc:"Si lo da una contraparte ajena a las unidades" example:"false"`
}

// UnidadEnCadena is a unit that takes a step.
type UnidadEnCadena struct {
	Unidad     doe.ClaveUnidad    `json:"unidad" doc:"Clave de la unidad" example:"doe-7.1.1"`
	Nombre     string             `json:"nombre" doc:"Denominación"`
	Facultad   doe.Facultad       `json:"facultad" doc:"Facultad con que lo da" example:"evaluacion.planes:autorizar"`
	Funciones  []doe.ClaveFuncion `json:"funciones" doc:"Funciones en que se funda" example:"[\"doe-7.1.1/8\"]"`
	Fundamento doe.TipoFundamento `json:"fundamento" validate:"oneof=expreso jerarquico" doc:"expreso, o jerarquico si recae en ella por falta de función" example:"expreso"`
	Via        doe.Via            `json:"via,omitempty" doc:"Por qué recae en ella" example:"titular"`
}

func (s *Servidor) montarCapacidades() {
	clave := func() parametro { return deRuta("clave", "Clave de la capacidad", "evaluacion.planes", 60) }
	s.leerInstitucion("/v1/capacidades", "capacidades-listar", "Capacidades", "Lo que la Dirección debe poder hacer, con los actos que las funciones otorgan y a quién.",
		reflect.TypeFor[Lista[Capacidad]](), s.capacidades)
	s.leerInstitucion("/v1/capacidades/{clave}/cadena", "capacidades-cadena", "Cadena de aprobación",
		"Quién elabora o propone, revisa, valida y autoriza, como se sigue de los verbos de las funciones, y los huecos que deja el manual con la unidad en que recaen.",
		reflect.TypeFor[Cadena](), s.conCadena(func(c doe.Cadena) (respuesta, error) { return enJSON(s.deCadena(c)) }), clave())
	dibujo := func(ruta, id, tipo, forma string, f func(doe.Cadena) []byte) {
		s.montar(operacion{
			Operation: huma.Operation{
				Method: http.MethodGet, Path: "/v1/capacidades/{clave}/" + ruta, OperationID: id, Summary: "Cadena de aprobación en " + forma,
				Description: "El dibujo de la cadena: una columna por paso, cada caja lleva a su unidad y los huecos van con línea quebrada.", Tags: []string{"institución"},
			},
			parametros: []parametro{clave()}, respuesta: deBytes(tipo, "El dibujo."),
			atender: s.conCadena(func(c doe.Cadena) (respuesta, error) { return respuesta{tipo: tipo, cuerpo: f(c)}, nil }),
		})
	}
	dibujo("cadena.svg", "capacidades-cadena-svg", "image/svg+xml", "SVG", func(c doe.Cadena) []byte {
		return cadena.SVG("Cadena de aprobación: "+c.Capacidad.Materia+" ("+string(c.Capacidad.Clave)+")", pasosDeCadena(), s.filas(c))
	})
	dibujo("cadena.mmd", "capacidades-cadena-mmd", "text/plain; charset=utf-8", "Mermaid", func(c doe.Cadena) []byte {
		return cadena.Mermaid(pasosDeCadena(), s.filas(c))
	})
}

// conCadena finds the chain of the capability of the path.
func (s *Servidor) conCadena(f func(doe.Cadena) (respuesta, error)) func(*caso) (respuesta, error) {
	return func(c *caso) (respuesta, error) {
		x, ok := s.catalogo().Cadena(doe.Capacidad(c.ruta("clave")))
		if !ok {
			return respuesta{}, noEncontrado()
		}
		return f(x)
	}
}

func (s *Servidor) capacidades(*caso) (respuesta, error) {
	cat := s.catalogo()
	var out []Capacidad
	for _, k := range cat.Capacidades() {
		x := Capacidad{Clave: k.Clave, Materia: k.Materia, Objetos: append([]string{}, k.Objetos...), Permite: k.Permite, Actos: []ActoDeUnidades{}}
		for _, a := range cat.Actos() {
			if us := cat.Titulares(doe.Facultad(string(k.Clave) + ":" + string(a.Clave))); len(us) > 0 {
				x.Actos = append(x.Actos, ActoDeUnidades{a.Clave, us})
			}
		}
		out = append(out, x)
	}
	return enJSON(lista(out))
}

func (s *Servidor) deCadena(c doe.Cadena) Cadena {
	out := Cadena{Capacidad: c.Capacidad.Clave, Lineas: []LineaDeCadena{}}
	for _, l := range c.Lineas {
		x := LineaDeCadena{Coinciden: append([]doe.ClaveUnidad{}, l.Coinciden...)}
		for _, e := range l.Eslabones {
			p := PasoDeCadena{Paso: e.Paso, Unidades: []UnidadEnCadena{}, Hueco: e.Hueco, Nota: e.Nota, Contraparte: e.Contraparte}
			for _, u := range e.Unidades {
				p.Unidades = append(p.Unidades, UnidadEnCadena{u.Unidad, s.nombreDe(u.Unidad), u.Facultad, u.Funciones.Lista(), u.Fundamento, u.Via})
			}
			x.Pasos = append(x.Pasos, p)
		}
		out.Lineas = append(out.Lineas, x)
	}
	return out
}

func (s *Servidor) nombreDe(k doe.ClaveUnidad) string {
	u, _ := s.catalogo().Unidad(k)
	return u.Nombre
}

func pasosDeCadena() []string {
	return []string{"Elabora o propone", "Revisa", "Valida", "Autoriza"}
}

// filas are the chains as they are drawn.
func (s *Servidor) filas(c doe.Cadena) []cadena.Fila {
	var out []cadena.Fila
	for _, l := range c.Lineas {
		var f cadena.Fila
		for _, e := range l.Eslabones {
			x := cadena.Celda{Falta: falta(e)}
			for _, u := range e.Unidades {
				pie := enFunciones(u.Funciones)
				if u.Fundamento == doe.Jerarquico {
					pie = "por jerarquía, " + pie
				}
				x.Unidades = append(x.Unidades, cadena.Unidad{
					Clave: string(u.Unidad), Nombre: s.nombreDe(u.Unidad), Pie: pie, Enlace: "/v1/unidades/" + string(u.Unidad), Cae: u.Fundamento == doe.Jerarquico,
				})
			}
			f = append(f, x)
		}
		out = append(out, f)
	}
	return out
}

// falta tells the gap of a step.
func falta(e doe.Eslabon) string {
	switch {
	case e.Contraparte:
		return "Corresponde a una contraparte"
	case e.Hueco:
		return "Ninguna función lo otorga"
	}
	return ""
}

// enFunciones writes the numbers of functions: "funciones 3 y 4" of their unit.
func enFunciones(fs doe.Funciones) string {
	var ns []string
	for f := range fs.All() {
		ns = append(ns, strconv.Itoa(f.Numero()))
	}
	if len(ns) == 1 {
		return "función " + ns[0]
	}
	return "funciones " + strings.Join(ns, ", ")
}
