package tramite

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Plazo declares a deadline of a trámite: data, not code. The kernel starts,
// stops, extends and ends its clocks as the acts it names are done.
type Plazo[R any] struct {
	// Nombre names it; Titulo is what a person reads.
	Nombre, Titulo string
	// Inicia and Cumple are the acts that start it and that meet it. A clock
	// that is started again, reopened or not, starts anew.
	Inicia, Cumple []string
	// Claves lists, for a deadline with several clocks, the ones that should
	// be running in a record; the kernel starts what is missing and ends the
	// rest: as met, unless the act was Vencido done by the clock or one of
	// Frustra. With Claves, Inicia and Cumple are left empty.
	Claves func(r R) []string
	// Frustra are the acts that end clocks of Claves unmet.
	Frustra []string
	// Termino is the term of the clock by the rules in force on a day; false
	// when the deadline does not exist for this record. clave is empty unless
	// Claves is given.
	Termino func(r R, clave string, dia fecha.Fecha) (plazo.Termino, bool)
	// Fecha is the due date set by agreement; where it is zero the term counts.
	Fecha func(r R, clave string) fecha.Fecha
	// Desde is the day it counts from; the day of the act when nil.
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
