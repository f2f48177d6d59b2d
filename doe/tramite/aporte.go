package tramite

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// MaxMedidas is how many measures an [Aporte] carries.
const MaxMedidas = 22

// VersionAportes rises whenever what some trámite adds to the counters changes
// its meaning: counters made under another version are to be made again.
const VersionAportes = 2

// Aporte is what one record, as it stands, adds to one counter. An event moves
// the counters by what its record adds after it less what it added before, so
// that a correction counts on the day of the original and the counters can
// always be made again from the records.
type Aporte struct {
	// Familia names the pair of dimensions of the counter. One whose name ends
	// in "/mes" is kept by month and not by day, and by body alone; one whose
	// name ends in "/ooad" is kept by day, and by body alone.
	Familia string
	// Dia is the civil day it counts on.
	Dia fecha.Fecha
	// OOAD is the body it counts for.
	OOAD doe.OOAD
	// V1 and V2 are the values of the two dimensions.
	V1, V2 string
	// Cubeta is the class of a histogram; 0 otherwise.
	Cubeta int
	// M are the measures, whose meaning the family defines.
	M [MaxMedidas]int
}

// Aporta gives what a record due on a day adds to the counters.
func (t *Tramite[R]) Aporta(reg Registro, vence fecha.Fecha) []Aporte {
	if t.def.Aporta == nil || reg == nil {
		return nil
	}
	return t.def.Aporta(*t.de(reg), vence)
}

// AportaEvento gives what an event adds to the counters, once and for good:
// what somebody did counts for who did it, whatever becomes of the record.
func (t *Tramite[R]) AportaEvento(e *Evento) []Aporte {
	if t.def.AportaEvento == nil {
		return nil
	}
	return t.def.AportaEvento(e)
}
