package api

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/organigrama"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

var (
	otraUnidad = falla.Regla{Codigo: "unidad-desconocida", Es: "La unidad no está en la estructura de ese día.", En: "The unit is not in the structure of that day."}
	sinHoja    = falla.Regla{Codigo: "hoja-sin-unidad", Es: "El papel es el de una hoja: pida también hoja=unidad.", En: "The paper is that of a sheet: ask also for hoja=unidad."}
)

func (s *Servidor) montarOrganigrama() {
	raiz := deLinea("raiz", "Unidad de la que parte el dibujo; si falta, todas las de ese día, que desde la edición vigente son las de la Dirección")
	s.dibujo("svg", "dibujar", "image/svg+xml", "Dibujo en SVG del árbol de adscripción, cada nivel en su columna y con sus proporciones; cada caja lleva a su unidad. Con `hoja=unidad`, una hoja imprimible: la unidad, su superior y quienes dependen directamente de ella.",
		s.enSVG, raiz, deDia(), deValores("hoja", "Una hoja por unidad, del tamaño del papel", "unidad"), deValores("papel", "Papel de la hoja", organigrama.Carta, organigrama.A4))
	s.dibujo("mmd", "mermaid", "text/plain; charset=utf-8", "El árbol de adscripción en Mermaid; cada caja lleva a su unidad.", s.enMermaid, raiz, deDia())
	s.dibujo("dot", "dot", "text/vnd.graphviz; charset=utf-8", "El árbol de adscripción en DOT, de Graphviz; cada caja lleva a su unidad.", s.enDOT, raiz, deDia())
}

func (s *Servidor) dibujo(extension, id, tipo, descripcion string, dibujar func(*caso, *doe.Estructura, []doe.UnidadEn) ([]byte, error), ps ...parametro) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/organigrama." + extension, OperationID: "organigrama-" + id, Summary: "Organigrama (" + extension + ")",
			Description: descripcion, Tags: []string{"institución"},
		},
		parametros: ps, respuesta: deBytes(tipo, "El dibujo."),
		atender: func(c *caso) (respuesta, error) {
			e := s.estructura(c)
			cimas, err := cimasDe(c, &e)
			if err != nil {
				return respuesta{}, err
			}
			b, err := dibujar(c, &e, cimas)
			return respuesta{tipo: tipo, cuerpo: b}, err
		},
	})
}

// cimasDe is the unit asked for or, by default, every unit that hangs from no
// other: the directorate and, before the edition in force, those elsewhere in
// the Institute that would come to it.
func cimasDe(c *caso, e *doe.Estructura) ([]doe.UnidadEn, error) {
	k := doe.ClaveUnidad(c.texto("raiz"))
	if k == "" {
		if c.texto("hoja") == "" {
			return e.Cimas(), nil
		}
		k = doe.Raiz
	}
	u, ok := e.Unidad(k)
	if !ok {
		return nil, deConsulta(otraUnidad, "query.raiz")
	}
	return []doe.UnidadEn{u}, nil
}

// nodo is a unit as it is drawn; the link keeps the day that was asked for.
func (s *Servidor) nodo(c *caso, u doe.UnidadEn) organigrama.Nodo {
	enlace := "/v1/unidades/" + string(u.Clave)
	if f := c.texto("fecha"); f != "" {
		enlace += "?fecha=" + f
	}
	n := organigrama.Nodo{Clave: string(u.Clave), Nombre: u.Nombre, Enlace: enlace, Rango: rangoDe(u.Nivel), Dudoso: u.Mediato}
	if o, ok := s.catalogo().Organo(doe.ClaveOrgano(u.Superior)); ok && u.Clave != doe.Raiz {
		n.Pie = "Adscrita a: " + o.Nombre
	} else if u.Superior == "" && u.Fuera {
		n.Pie = "No se dice de quién dependía"
	}
	return n
}

func (s *Servidor) ramas(c *caso, e *doe.Estructura, us []doe.UnidadEn) []organigrama.Nodo {
	var out []organigrama.Nodo
	for _, u := range us {
		n := s.nodo(c, u)
		n.Hijos = s.ramas(c, e, e.Hijas(u.Clave))
		out = append(out, n)
	}
	return out
}

// rotulo is what the drawing says around its boxes: whose it is, of what day,
// and what the manuals leave unknown.
func rotulo(e *doe.Estructura, us []doe.UnidadEn) organigrama.Rotulo {
	r := organigrama.Rotulo{Titulo: "Organigrama", Dia: "Estructura del " + e.Fecha.EnPalabras()}
	if len(us) > 0 && (len(us) == 1 || us[0].Clave == doe.Raiz) {
		r.Titulo += ": " + us[0].Nombre
	}
	if e.Vigente {
		return r
	}
	if len(us) > 1 {
		r.Notas = append(r.Notas, "Se dibujan también las unidades de otras partes del Instituto que los manuales narran.")
	}
	if slices.ContainsFunc(e.Unidades, func(u doe.UnidadEn) bool { return u.Mediato }) {
		r.Notas = append(r.Notas, "Línea quebrada: no se sabe que la unidad dependiera directamente de la otra.")
	}
	if n := len(e.SinNoticia); n > 0 {
		r.Notas = append(r.Notas, fmt.Sprintf("De %d unidades la primera noticia en los manuales es posterior a ese día, sin que se diga desde cuándo existían.", n))
	}
	r.Notas = append(r.Notas, e.Desconocido...)
	return r
}

func (s *Servidor) enSVG(c *caso, e *doe.Estructura, us []doe.UnidadEn) ([]byte, error) {
	papel := organigrama.Papel(c.texto("papel"))
	if c.texto("hoja") == "" {
		if papel != "" {
			return nil, deConsulta(sinHoja, "query.papel")
		}
		return organigrama.SVG(rotulo(e, us), s.ramas(c, e, us)...), nil
	}
	if len(us) != 1 {
		return nil, deConsulta(otraUnidad, "query.raiz")
	}
	u := s.nodo(c, us[0])
	u.Hijos = s.ramas(c, e, e.Hijas(us[0].Clave))
	var superior *organigrama.Nodo
	if sup, ok := e.Unidad(us[0].Superior); ok {
		n := s.nodo(c, sup)
		superior = &n
	}
	return organigrama.Hoja(rotulo(e, us), papel, u, superior), nil
}

func (s *Servidor) enMermaid(c *caso, e *doe.Estructura, us []doe.UnidadEn) ([]byte, error) {
	return organigrama.Mermaid(s.ramas(c, e, us)...), nil
}

func (s *Servidor) enDOT(c *caso, e *doe.Estructura, us []doe.UnidadEn) ([]byte, error) {
	return organigrama.DOT(rotulo(e, us), s.ramas(c, e, us)...), nil
}
