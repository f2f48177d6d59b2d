package deteccion

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Celda is where and about what petitions are counted. A level leaves empty
// what it does not tell apart.
type Celda struct {
	OOAD     doe.OOAD `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD; falta en el nivel nacional" example:"14"`
	Unidad   string   `json:"unidad_servicio,omitempty" validate:"omitempty,max=20" doc:"CLUES o clave de la unidad; solo en el nivel de sitio" example:"JCIMS000301"`
	Servicio string   `json:"servicio,omitempty" validate:"omitempty,max=60" doc:"Código del servicio" example:"farmacia"`
	Tema     string   `json:"tema,omitempty" validate:"omitempty,max=60" doc:"Código del tema" example:"medicamentos"`
}

// Comparar orders cells.
func (c Celda) Comparar(o Celda) int {
	return cmp.Or(cmp.Compare(c.OOAD, o.OOAD), cmp.Compare(c.Unidad, o.Unidad), cmp.Compare(c.Servicio, o.Servicio), cmp.Compare(c.Tema, o.Tema))
}

// Nivel is the level of the cell: the finest thing that it tells.
func (c Celda) Nivel() Nivel {
	switch {
	case c.Unidad != "":
		return Sitio
	case c.OOAD != "":
		return PorOOAD
	}
	return Nacional
}

// en is the cell that one belongs to at a level; false when it has no place
// there.
func (n Nivel) en(c Celda) (Celda, bool) {
	switch {
	case c.Servicio == "" && c.Tema == "" || c.OOAD == doe.NivelCentral && n != Nacional:
		return c, false
	case n == PorOOAD:
		c.Unidad = ""
	case n == Nacional:
		c.OOAD, c.Unidad = "", ""
	}
	return c, n != Sitio || c.Unidad != ""
}

// lugar is the place of a cell, whatever the matter.
func (n Nivel) lugar(c Celda) Celda {
	switch n {
	case PorOOAD:
		return Celda{OOAD: c.OOAD}
	case Nacional:
		return Celda{}
	}
	return Celda{OOAD: c.OOAD, Unidad: c.Unidad}
}

// SemanaDe is the number of the week, from Monday to Sunday, that a day is in.
func SemanaDe(dia fecha.Fecha) int {
	n := dia.Ordinal() + 3 // 1970-01-01 was a Thursday
	if n < 0 {
		n -= 6
	}
	return n / 7
}

// Lunes is the first day of a week.
func Lunes(semana int) fecha.Fecha { return fecha.DeOrdinal(semana*7 - 3) }

// Completa is the last week that ended before a day.
func Completa(dia fecha.Fecha) int { return SemanaDe(dia) - 1 }

// Historia are weekly counts by cell.
type Historia struct {
	celdas  []Celda
	ids     map[Celda]int32
	conteos []conteo
	primera int32
}

type conteo struct{ id, semana, n int32 }

// Sumar adds petitions of a week.
func (h *Historia) Sumar(c Celda, semana, n int) {
	if n <= 0 {
		return
	}
	if h.ids == nil {
		h.ids = map[Celda]int32{}
	}
	id, ya := h.ids[c]
	if !ya {
		id = int32(len(h.celdas))
		h.ids[c], h.celdas = id, append(h.celdas, c)
	}
	if len(h.conteos) == 0 || int32(semana) < h.primera {
		h.primera = int32(semana)
	}
	h.conteos = append(h.conteos, conteo{id, int32(semana), int32(n)})
}

// Celdas is how many different cells it has.
func (h *Historia) Celdas() int { return len(h.celdas) }

// series are counts by week of many things: those of thing i lie from ini[i]
// to ini[i+1], by week, none twice.
type series struct {
	de   []Celda
	ids  map[Celda]int32
	ini  []int32
	t, n []int32
}

// agrupar sums the counts from week s0 to week fin by what a function makes of
// the cells, in the order of the cells.
func (h *Historia) agrupar(s0, fin int, por func(Celda) (Celda, bool)) *series {
	s := &series{ids: map[Celda]int32{}}
	destino := make([]int32, len(h.celdas))
	for i, c := range h.celdas {
		destino[i] = -1
		if k, ok := por(c); ok {
			if _, ya := s.ids[k]; !ya {
				s.ids[k], s.de = 0, append(s.de, k)
			}
		}
	}
	slices.SortFunc(s.de, Celda.Comparar)
	for i, k := range s.de {
		s.ids[k] = int32(i)
	}
	for i, c := range h.celdas {
		if k, ok := por(c); ok {
			destino[i] = s.ids[k]
		}
	}
	s.llenar(h.ordenados(), destino, int32(s0), int32(fin))
	return s
}

// ordenados are the counts by week, as they mostly come.
func (h *Historia) ordenados() []conteo {
	porSemana := func(a, b conteo) int { return cmp.Compare(a.semana, b.semana) }
	if slices.IsSortedFunc(h.conteos, porSemana) {
		return h.conteos
	}
	cs := slices.Clone(h.conteos)
	slices.SortStableFunc(cs, porSemana)
	return cs
}

// llenar lays the counts, which come by week, by what each belongs to: once to
// know how many weeks each thing has, and again to write them.
func (s *series) llenar(cs []conteo, destino []int32, s0, fin int32) {
	recorrer := func(nueva, misma func(d, t, n int32)) {
		ultima := make([]int32, len(s.de))
		for i := range ultima {
			ultima[i] = -1
		}
		for _, c := range cs {
			d, t := destino[c.id], c.semana-s0
			switch {
			case d < 0 || t < 0 || c.semana > fin:
			case ultima[d] == t:
				misma(d, t, c.n)
			default:
				ultima[d] = t
				nueva(d, t, c.n)
			}
		}
	}
	s.ini = make([]int32, len(s.de)+1)
	recorrer(func(d, _, _ int32) { s.ini[d+1]++ }, func(int32, int32, int32) {})
	for i := 1; i < len(s.ini); i++ {
		s.ini[i] += s.ini[i-1]
	}
	total := s.ini[len(s.de)]
	s.t, s.n = make([]int32, total), make([]int32, total)
	sig := slices.Clone(s.ini)
	recorrer(func(d, t, n int32) {
		s.t[sig[d]], s.n[sig[d]] = t, n
		sig[d]++
	}, func(d, _, n int32) { s.n[sig[d]-1] += n })
}

// una gives the weeks and the counts of a thing.
func (s *series) una(i int) (t, n []int32) {
	a, b := s.ini[i], s.ini[i+1]
	return s.t[a:b], s.n[a:b]
}

// entre is what a thing sums from week a to week b, this one left out.
func (s *series) entre(i, a, b int) int {
	suma := 0
	ts, ns := s.una(i)
	for j, t := range ts {
		if int(t) >= a && int(t) < b {
			suma += int(ns[j])
		}
	}
	return suma
}
