package plan

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// ErrPeriodo is wrapped by every error about a text that is no period.
var ErrPeriodo = errors.New("not a period")

// Paso is how long periods last.
type Paso int

// The lengths of a period, in months.
const (
	Mes       Paso = 1
	Trimestre Paso = 3
)

// Periodo is a month or a quarter of a year: "2026-03" or "2026-T1". Its zero
// value is no period. Two periods are equal when == says so.
type Periodo struct {
	anio   int16
	numero uint8 // of the month or of the quarter
	paso   uint8
}

// NuevoPeriodo is the n-th period of a year, from 1. The error wraps
// [ErrPeriodo].
func NuevoPeriodo(anio int, p Paso, n int) (Periodo, error) {
	if anio < 1 || anio > 9999 || p != Mes && p != Trimestre || n < 1 || n > 12/int(p) {
		return Periodo{}, fmt.Errorf("%w: %d of %d", ErrPeriodo, n, anio)
	}
	return Periodo{int16(anio), uint8(n), uint8(p)}, nil
}

// ParsePeriodo reads "2026-03" or "2026-T1". The error wraps [ErrPeriodo].
func ParsePeriodo(s string) (Periodo, error) {
	if len(s) != 7 || s[4] != '-' {
		return Periodo{}, fmt.Errorf("%w: want AAAA-MM or AAAA-Tn", ErrPeriodo)
	}
	p, resto := Mes, s[5:]
	if s[5] == 'T' {
		p, resto = Trimestre, s[6:]
	}
	anio, err1 := strconv.ParseUint(s[:4], 10, 16)
	n, err2 := strconv.ParseUint(resto, 10, 8)
	if err1 != nil || err2 != nil {
		return Periodo{}, fmt.Errorf("%w: want AAAA-MM or AAAA-Tn", ErrPeriodo)
	}
	return NuevoPeriodo(int(anio), p, int(n))
}

// MustParsePeriodo is [ParsePeriodo] for periods written in the source; it
// panics on a fault.
func MustParsePeriodo(s string) Periodo {
	p, err := ParsePeriodo(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Periodos lists the periods of a length that close between two days, both
// included.
func Periodos(desde, hasta fecha.Fecha, p Paso) []Periodo {
	var out []Periodo
	if desde.IsZero() || hasta.IsZero() {
		return nil
	}
	for x := PeriodoDe(desde, p); !x.Hasta().After(hasta); x = x.Siguiente() {
		out = append(out, x)
		if x.anio == 9999 && int(x.numero) == 12/int(p) {
			break
		}
	}
	return out
}

// PeriodoDe is the period of a length that holds a day.
func PeriodoDe(d fecha.Fecha, p Paso) Periodo {
	return Periodo{int16(d.Anio()), uint8((int(d.Mes())-1)/int(p) + 1), uint8(p)}
}

// Anio is the year, Numero the place in it from 1, Paso its length.
func (p Periodo) Anio() int { return int(p.anio) }

// Numero is the place in the year, from 1.
func (p Periodo) Numero() int { return int(p.numero) }

// Paso is how long it lasts.
func (p Periodo) Paso() Paso { return Paso(p.paso) }

// IsZero says whether there is no period.
func (p Periodo) IsZero() bool { return p == Periodo{} }

// Desde is its first day.
func (p Periodo) Desde() fecha.Fecha {
	f, _ := fecha.New(p.Anio(), time.Month((p.Numero()-1)*int(p.paso)+1), 1)
	return f
}

// Hasta is its last day: the close.
func (p Periodo) Hasta() fecha.Fecha {
	m := time.Month(p.Numero() * int(p.paso))
	f, _ := fecha.New(p.Anio(), m, fecha.DiasDelMes(p.Anio(), m))
	return f
}

// Siguiente is the next period of the same length.
func (p Periodo) Siguiente() Periodo {
	if p.numero++; int(p.numero)*int(p.paso) > 12 {
		p.anio, p.numero = p.anio+1, 1
	}
	return p
}

// String is the period as it travels; empty for none.
func (p Periodo) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Paso() == Trimestre:
		return fmt.Sprintf("%04d-T%d", p.anio, p.numero)
	}
	return fmt.Sprintf("%04d-%02d", p.anio, p.numero)
}

// MarshalText writes what String gives.
func (p Periodo) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes; the empty text is no period.
func (p *Periodo) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Periodo{}
		return nil
	}
	q, err := ParsePeriodo(string(b))
	if err == nil {
		*p = q
	}
	return err
}

var formatoPeriodo = falla.Regla{Codigo: "formato-periodo", Es: "Debe ser un mes AAAA-MM o un trimestre AAAA-T1 a AAAA-T4.", En: "It must be a month, YYYY-MM, or a quarter, YYYY-T1 to YYYY-T4."}

// FormaJSON says how a period is written.
func (Periodo) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Patron: `^[0-9]{4}-(0[1-9]|1[0-2]|T[1-4])$`, Regla: formatoPeriodo}
}
