package encomienda

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Fila is how the tasks given to one unit stand on a day.
type Fila struct {
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad que recibe" example:"doe-7.1.3.1"`
	// OOAD is the body of a regional unit.
	OOAD  doe.OOAD               `json:"ooad,omitempty" doc:"OOAD de la unidad regional" example:"14"`
	Total int                    `json:"total" doc:"Encomiendas recibidas" example:"4"`
	Por   map[tramite.Estado]int `json:"por_estado" doc:"Cuántas en cada estado"`
	// EnCurso are neither ended nor delivered, Vencidas those of them whose
	// date passed.
	EnCurso  int `json:"en_curso" doc:"Sin entregar ni terminar" example:"2"`
	Vencidas int `json:"vencidas" doc:"De ellas, con la fecha vencida" example:"1"`
	ATiempo  int `json:"a_tiempo" doc:"Entregadas a tiempo, sobre la fecha vigente" example:"1"`
	Tarde    int `json:"tarde" doc:"Entregadas tarde" example:"1"`
	// Avance is the mean progress of those under way.
	Avance tramite.Centesimas `json:"avance" doc:"Avance medio de las que están en curso, en por ciento" example:"45"`
	// MasAntigua is the due date of the oldest that is late.
	MasAntigua fecha.Fecha `json:"mas_antigua,omitzero" doc:"Fecha de la vencida más antigua" example:"2026-03-31"`
}

// Tablero counts tasks by the unit that receives them, in the order of their
// keys, as of a day: what a superior follows.
func Tablero(es []Encomienda, hoy fecha.Fecha) []Fila {
	type quien struct {
		u doe.ClaveUnidad
		o doe.OOAD
	}
	filas, suma := map[quien]*Fila{}, map[quien]tramite.Centesimas{}
	for i := range es {
		e := &es[i]
		k := quien{u: e.Unidad}
		if e.Unidad.Regional() {
			k.o = e.OOAD
		}
		f := filas[k]
		if f == nil {
			f = &Fila{Unidad: k.u, OOAD: k.o, Por: map[tramite.Estado]int{}}
			filas[k] = f
		}
		if f.contar(e, hoy) {
			suma[k] += e.AvanceActual()
		}
	}
	var out []Fila
	for k, f := range filas {
		if f.EnCurso > 0 {
			f.Avance = suma[k] / tramite.Centesimas(f.EnCurso)
		}
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b Fila) int {
		return cmp.Or(cmp.Compare(a.Unidad, b.Unidad), cmp.Compare(a.OOAD, b.OOAD))
	})
	return out
}

// contar adds a task, and says whether it is under way.
func (f *Fila) contar(e *Encomienda, hoy fecha.Fecha) bool {
	f.Total++
	f.Por[e.Estado]++
	switch e.puntualidad() {
	case "a_tiempo":
		f.ATiempo++
	case "tarde":
		f.Tarde++
	}
	if !slices.Contains([]tramite.Estado{Encargada, Aceptada, Rechazada, Devuelta}, e.Estado) {
		return false
	}
	f.EnCurso++
	if hoy.After(e.Compromiso) {
		f.Vencidas++
		if f.MasAntigua.IsZero() || e.Compromiso.Before(f.MasAntigua) {
			f.MasAntigua = e.Compromiso
		}
	}
	return true
}
