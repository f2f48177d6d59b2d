package plazo

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe/norma"
)

// Errors of counting. Those returned wrap one of them.
var (
	// ErrTermino: the term has an unknown kind or calendar, or a count out of
	// bounds.
	ErrTermino = errors.New("not a term")
	// ErrRango: the count starts or would end outside 1900 to 2200, which is
	// also what happens when suspensions leave too few days.
	ErrRango = errors.New("out of the calendar, 1900 to 2200")
)

// Clase is the kind of unit a term is counted in.
type Clase string

// The kinds of unit.
const (
	// Habiles: the days that the term's calendar counts.
	Habiles Clase = "habiles"
	// Naturales: every day. With a calendar, a term whose last day does not
	// count ends on the next that does; without one it ends where it ends.
	Naturales Clase = "naturales"
	// Meses: calendar months, to the same number of day (LFPA art. 29).
	Meses Clase = "meses"
	// Anios: calendar years, likewise.
	Anios Clase = "anios"
)

// medida is what a kind of unit is called and how many of it a term may have.
type medida struct {
	max         int
	uno, varios string
}

func (c Clase) medida() (medida, bool) {
	switch c {
	case Habiles:
		return medida{3660, "día hábil", "días hábiles"}, true
	case Naturales:
		return medida{3660, "día natural", "días naturales"}, true
	case Meses:
		return medida{120, "mes", "meses"}, true
	case Anios:
		return medida{10, "año", "años"}, true
	}
	return medida{}, false
}

// NombreCalendario names the norm whose calendar counts the days; empty only
// for natural days, whose last day is then kept whatever it is.
type NombreCalendario string

// The calendars.
const (
	// LFPA: administrative acts, Ley Federal de Procedimiento Administrativo
	// art. 28.
	LFPA NombreCalendario = "lfpa"
	// CFF: fiscal matters, Código Fiscal de la Federación art. 12.
	CFF NombreCalendario = "cff"
	// LFT: labour matters, Ley Federal del Trabajo art. 74.
	LFT NombreCalendario = "lft"
)

// ParseCalendario reads the name of a calendar; the empty text is none. The
// error wraps [ErrTermino].
func ParseCalendario(s string) (NombreCalendario, error) {
	n := NombreCalendario(s)
	if n != "" && indice(n) < 0 {
		return "", fmt.Errorf("%w: unknown calendar, want lfpa, cff or lft", ErrTermino)
	}
	return n, nil
}

// Termino is a legal term: how many units, of what kind, on which calendar,
// by which norm.
type Termino struct {
	// Cuenta is the number of units: 1 to 3660 days, 120 months or 10 years.
	Cuenta int `json:"cuenta" doc:"Cuántos" example:"20"`
	// Clase is the kind of unit.
	Clase Clase `json:"clase" doc:"habiles, naturales, meses o anios" example:"habiles"`
	// Calendario counts the days; only natural days do without.
	Calendario NombreCalendario `json:"calendario,omitempty" doc:"Calendario con que se cuentan" example:"lfpa"`
	// Fuente is the norm that sets the term.
	Fuente norma.Cita `json:"fuente" doc:"De dónde sale el término"`
}

// Validar says what is wrong with the term, nil when it can be counted. The
// error wraps [ErrTermino].
func (t Termino) Validar() error {
	m, ok := t.Clase.medida()
	switch {
	case !ok:
		return fmt.Errorf("%w: unknown kind, want habiles, naturales, meses or anios", ErrTermino)
	case t.Cuenta < 1 || t.Cuenta > m.max:
		return fmt.Errorf("%w: count out of 1 to %d", ErrTermino, m.max)
	case t.Calendario == "" && t.Clase != Naturales:
		return fmt.Errorf("%w: only natural days do without a calendar", ErrTermino)
	}
	_, err := ParseCalendario(string(t.Calendario))
	return err
}

// String is the term in Spanish: "20 días hábiles (LFPA)".
func (t Termino) String() string {
	unidad := string(t.Clase)
	if m, ok := t.Clase.medida(); ok {
		unidad = m.varios
		if t.Cuenta == 1 {
			unidad = m.uno
		}
	}
	s := strconv.Itoa(t.Cuenta) + " " + unidad
	if t.Calendario != "" {
		s += " (" + strings.ToUpper(string(t.Calendario)) + ")"
	}
	return s
}

// PrimerTercio is how many units of the term pass before the time to prevent
// the petitioner is over; a fraction of a day counts as a whole one (LFPA
// art. 17-A). Of months and years, whose fractions that rule does not reach,
// it gives the whole ones, which is the safe side for who must act.
func PrimerTercio(t Termino) int {
	if t.Clase == Meses || t.Clase == Anios {
		return t.Cuenta / 3
	}
	return (t.Cuenta + 2) / 3
}

// MitadMaxima is the longest extension of the term, in its own units: at most
// half of the original (LFPA art. 31), so a fraction is dropped.
func MitadMaxima(t Termino) int { return t.Cuenta / 2 }
