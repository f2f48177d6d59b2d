package tramite

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Plazo declares a deadline of a trámite: data, not code. After each act the
// kernel starts, stops, extends and ends its clocks as the record asks.
type Plazo[R any] struct {
	// Nombre names it; Titulo is what a person reads.
	Nombre, Titulo string
	// Claves lists the clocks that should be running in a record: see [Mientras]
	// and [En] for deadlines with one. The kernel starts what is missing and
	// ends what is there no more: as met, unless the act was Vencido done by the
	// clock or one of Frustra. What is still listed when the matter ends was not
	// met, and none starts then.
	Claves func(r R) []string
	// Frustra are the acts that end its clocks unmet.
	Frustra []string
	// Termino is the term of the clock by the rules in force on the day it
	// counts from; false when the deadline does not exist for this record.
	Termino func(r R, clave string, dia fecha.Fecha) (plazo.Termino, bool)
	// Fecha is the due date set by agreement; where it is zero the term counts.
	Fecha func(r R, clave string) fecha.Fecha
	// Desde is the day it counts from; that of the act that starts it when nil.
	// When it moves, the clock ends unmet and another starts.
	Desde func(r R, clave string) fecha.Fecha
	// CorreEn are the waiting states in which it runs; in the others of that
	// category it stops, and it resumes on leaving them.
	CorreEn []Estado
	// Prorroga is the act that extends it, whose input says by how much.
	Prorroga string
	// Aviso is how many natural days before the due date the light turns
	// amber.
	Aviso int
	// Vencido is the act that the clock does when an alarm is due, and
	// Alarmas the days of each, counted from the due date (0: the day after
	// it passed; negative: before it).
	Vencido string
	Alarmas []int
	// Entrada makes the input of that act.
	Entrada func(r R, k Reloj) any
	// Efecto says what the law makes of the lapse, in Spanish.
	Efecto string
}

// Mientras lists the one clock of a deadline while something is owed.
func Mientras[R any](debe func(R) bool) func(R) []string {
	una := []string{""}
	return func(r R) []string {
		if !debe(r) {
			return nil
		}
		return una
	}
}

// En lists the one clock of a deadline that runs in some states.
func En[R any, P conCabecera[R]](estados ...Estado) func(R) []string {
	return Mientras(func(r R) bool { return slices.Contains(estados, P(&r).Cabeza().Estado) })
}

// ConProrroga is an input that extends a deadline.
type ConProrroga interface{ UnidadesProrroga() int }

// EstadoReloj is a clock as it stands on a day.
type EstadoReloj struct {
	Reloj
	// Vence is its due date, zero while paused or once ended.
	Vence fecha.Fecha
	// Semaforo is its light.
	Semaforo string
	// Alarma is the day its next alarm is due, zero when it has none. A stopped
	// clock does not ring: what it owes, it owes when it runs again.
	Alarma fecha.Fecha
}
