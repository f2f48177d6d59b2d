package plan

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Version is a plan as it was at some time: it never changes afterwards.
type Version struct {
	Numero int             `json:"numero" doc:"Número de versión; la 1 es la original" example:"1"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día en que se fijó"`
	Por    string          `json:"por" doc:"Quién la fijó"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad que la fijó"`
	// Motivo is why the plan was changed, Documento where it stands; the
	// first version may have neither.
	Motivo    string      `json:"motivo,omitempty" doc:"Por qué se cambió"`
	Documento string      `json:"documento,omitempty" doc:"Documento en que consta"`
	Inicio    fecha.Fecha `json:"inicio" doc:"Inicio del plan"`
	Fin       fecha.Fecha `json:"fin" doc:"Término del plan"`
	Lineas    []Linea     `json:"lineas" doc:"Renglones comprometidos"`
}

// Historial keeps every version of a plan, the first one first.
type Historial []Version

// Agregar adds a version as the one in force, with a copy of its lines. Those
// before stay as they are.
func (h Historial) Agregar(v Version) Historial {
	v.Numero, v.Lineas = len(h)+1, Clonar(v.Lineas)
	return append(slices.Clip(h), v)
}

// Original is the first version; ok is false before any.
func (h Historial) Original() (v Version, ok bool) {
	if len(h) == 0 {
		return v, false
	}
	return h[0], true
}

// Vigente is the last version; ok is false before any.
func (h Historial) Vigente() (v Version, ok bool) {
	if len(h) == 0 {
		return v, false
	}
	return h[len(h)-1], true
}

// Primera is a line as it was first committed, and in what version.
func (h Historial) Primera(clave string) (l Linea, version int, ok bool) {
	for _, v := range h {
		if i := buscar(v.Lineas, clave); i >= 0 {
			return v.Lineas[i], v.Numero, true
		}
	}
	return l, 0, false
}

// Cambios is what a change request asks for: lines with their new content,
// lines to add and lines to take out.
type Cambios struct {
	Lineas []Linea  `json:"lineas,omitempty" validate:"omitempty,max=200,dive" doc:"Renglones que se cambian o se agregan, completos"`
	Quitar []string `json:"quitar,omitempty" validate:"omitempty,max=200,unique,dive,required,max=20" doc:"Claves de los renglones que se quitan" example:"[\"A3\"]"`
}

// Vacio says whether nothing is asked for.
func (c Cambios) Vacio() bool { return len(c.Lineas) == 0 && len(c.Quitar) == 0 }

// Aplicar is the list of lines as the change leaves it, in the order of the
// old one and then what is added. The old one stays as it is.
func (c Cambios) Aplicar(ls []Linea) []Linea {
	out := slices.DeleteFunc(Clonar(ls), func(l Linea) bool { return slices.Contains(c.Quitar, l.Clave) })
	for _, n := range c.Lineas {
		if i := buscar(out, n.Clave); i >= 0 {
			out[i] = n.Clonar()
		} else {
			out = append(out, n.Clonar())
		}
	}
	return out
}

// Revisar finds the faults of the change itself, apart from those of the plan
// that it leaves: places are of its lists, "lineas[0]" and "quitar[0]".
func (c Cambios) Revisar(ls []Linea) (lineas, quitar []Defecto) {
	for i, n := range c.Lineas {
		repetida := slices.Contains(c.Quitar, n.Clave) || buscar(c.Lineas[:i], n.Clave) >= 0
		if repetida {
			lineas = append(lineas, Defecto{CambioRepetido, i, "clave"})
		}
		if j := buscar(ls, n.Clave); j >= 0 && igual(ls[j], n) {
			lineas = append(lineas, Defecto{CambioVacio, i, ""})
		}
	}
	for i, clave := range c.Quitar {
		if buscar(ls, clave) < 0 {
			quitar = append(quitar, Defecto{CambioAjeno, i, ""})
		}
	}
	return lineas, quitar
}

func buscar(ls []Linea, clave string) int {
	return slices.IndexFunc(ls, func(l Linea) bool { return l.Clave == clave })
}

func igual(a, b Linea) bool { return len(CompararLineas([]Linea{a}, []Linea{b})) == 0 }
