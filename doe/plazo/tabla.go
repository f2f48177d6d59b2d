package plazo

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// Fijado is the term of a deadline, in force for a span of days.
type Fijado struct {
	// Plazo names the deadline.
	Plazo    string         `json:"plazo"`
	Termino  Termino        `json:"termino"`
	Vigencia norma.Vigencia `json:"vigencia,omitzero"`
}

// Tabla lists the terms of some deadlines. A new value is added above the old
// one, which gets its last day.
type Tabla []Fijado

// De is the term of a deadline by the rules in force on a day; false when
// none is.
func (t Tabla) De(nombre string, dia fecha.Fecha) (Termino, bool) {
	for i := range t {
		if f := &t[i]; f.Plazo == nombre && f.Vigencia.Rige(dia) {
			return f.Termino, true
		}
	}
	return Termino{}, false
}
