package doe

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// Precision is how much of a date is known.
type Precision string

// The precisions, from the coarsest.
const (
	PorAnio Precision = "anio"
	PorMes  Precision = "mes"
	PorDia  Precision = "dia"
)

// FechaParcial is a date known to its year, its month or its day, as the
// manuals narrate: "1947", "1994-10", "2001-12-17". Its zero value says that
// nothing of it is known.
type FechaParcial struct {
	primero   fecha.Fecha
	precision Precision
}

// DiaCierto is a date known to the day; the zero day gives the zero value.
func DiaCierto(d fecha.Fecha) FechaParcial {
	if d.IsZero() {
		return FechaParcial{}
	}
	return FechaParcial{d, PorDia}
}

// ParseFechaParcial reads AAAA, AAAA-MM or AAAA-MM-DD. The error wraps [fecha.ErrFecha].
func ParseFechaParcial(s string) (FechaParcial, error) {
	resto, precision := "", PorDia
	switch len(s) {
	case 4:
		resto, precision = "-01-01", PorAnio
	case 7:
		resto, precision = "-01", PorMes
	}
	d, err := fecha.Parse(s + resto)
	if err != nil {
		return FechaParcial{}, fmt.Errorf("%w: want AAAA, AAAA-MM or AAAA-MM-DD", fecha.ErrFecha)
	}
	return FechaParcial{d, precision}, nil
}

// Precision is how much is known, empty for the zero value.
func (p FechaParcial) Precision() Precision { return p.precision }

// IsZero says whether nothing is known.
func (p FechaParcial) IsZero() bool { return p.primero.IsZero() }

// Primero is the first day it can be.
func (p FechaParcial) Primero() fecha.Fecha { return p.primero }

// Ultimo is the last day it can be.
func (p FechaParcial) Ultimo() fecha.Fecha {
	f := p.primero
	switch p.precision {
	case PorAnio:
		f, _ = fecha.New(f.Anio(), time.December, 31)
	case PorMes:
		f, _ = fecha.New(f.Anio(), f.Mes(), fecha.DiasDelMes(f.Anio(), f.Mes()))
	}
	return f
}

// String writes what is known of it.
func (p FechaParcial) String() string {
	s := p.primero.String()
	switch p.precision {
	case PorAnio:
		return s[:4]
	case PorMes:
		return s[:7]
	}
	return s
}

// MarshalText writes what [ParseFechaParcial] reads, nothing for the zero value.
func (p FechaParcial) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (p *FechaParcial) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = FechaParcial{}
		return nil
	}
	q, err := ParseFechaParcial(string(b))
	if err == nil {
		*p = q
	}
	return err
}

// patronParcial matches the dates that exist from the year 1000 on, so that a
// text that passes it can be read.
const patronParcial = `^(?:[1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?` +
	`|[1-9][0-9]{3}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])` +
	`|[1-9][0-9]{3}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)` +
	`|[1-9][0-9]{3}-02-(?:0[1-9]|1[0-9]|2[0-8])` +
	`|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)$`

var formatoParcial = falla.Regla{Codigo: "formato-fecha", Es: "Debe ser una fecha AAAA-MM-DD, un mes AAAA-MM o un año AAAA.", En: "It must be a date, YYYY-MM-DD, a month, YYYY-MM, or a year, YYYY."}

// FormaJSON is how it travels.
func (FechaParcial) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Patron: patronParcial, LargoMaximo: 10, Regla: formatoParcial}
}
