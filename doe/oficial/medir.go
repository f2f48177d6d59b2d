package oficial

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
)

// Anotada is a fault that a careful reader found in a manual.
type Anotada struct {
	Funcion doe.ClaveFuncion
	Tipo    TipoHallazgo
}

// Juzgado is a finding that a person judged by reading both texts.
type Juzgado struct {
	Funcion doe.ClaveFuncion
	Tipo    TipoHallazgo
	Otra    string
	// Cierto says that who keeps the manual has something to mend or delimit.
	Cierto bool
}

// Medida is how many of a total, of a kind of finding.
type Medida struct {
	Tipo  TipoHallazgo `json:"tipo"`
	Son   int          `json:"son"`
	Total int          `json:"total"`
}

// Recobro is how many of the faults that readers found a review found too, by
// kind. A fault is found when the review says one of its kind of the function.
func Recobro(hs []Hallazgo, lectores []Anotada) []Medida {
	hallado := map[Anotada]bool{}
	for _, h := range hs {
		hallado[Anotada{h.Funcion, h.Tipo}] = true
	}
	m := map[TipoHallazgo]*Medida{}
	for _, a := range lectores {
		contar(m, a.Tipo, hallado[a])
	}
	return ordenadas(m)
}

// Precision is how many of the findings judged that a review still gives are
// true, by kind.
func Precision(hs []Hallazgo, muestra []Juzgado) []Medida {
	type clave struct {
		funcion doe.ClaveFuncion
		tipo    TipoHallazgo
		otra    string
	}
	hallado := map[clave]bool{}
	for _, h := range hs {
		hallado[clave{h.Funcion, h.Tipo, h.Otra}] = true
	}
	m := map[TipoHallazgo]*Medida{}
	for _, j := range muestra {
		if hallado[clave{j.Funcion, j.Tipo, j.Otra}] {
			contar(m, j.Tipo, j.Cierto)
		}
	}
	return ordenadas(m)
}

func contar(m map[TipoHallazgo]*Medida, t TipoHallazgo, si bool) {
	if m[t] == nil {
		m[t] = &Medida{Tipo: t}
	}
	m[t].Total++
	if si {
		m[t].Son++
	}
}

func ordenadas(m map[TipoHallazgo]*Medida) []Medida {
	out := make([]Medida, 0, len(m))
	for _, x := range m {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b Medida) int { return cmp.Compare(a.Tipo, b.Tipo) })
	return out
}
