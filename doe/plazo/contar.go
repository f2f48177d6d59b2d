package plazo

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Opciones are the circumstances of one count.
type Opciones struct {
	// Pausas are the spans in which the clock stood still, in any order.
	Pausas []Pausa
	// Prorroga adds units of the term's own kind; see [MitadMaxima].
	Prorroga int
	// Ambito is the key of the organ whose suspensions also hold, if any.
	Ambito string
	// Reglas counts by the calendar's rules in force on this day; zero, each
	// day by its own. Suspensions hold on their days either way.
	Reglas fecha.Fecha
}

// Computo is a term counted.
type Computo struct {
	// Vence is the last day of the term; zero while the clock is paused.
	Vence fecha.Fecha `json:"vence,omitzero"`
	// Derivacion tells how, in order of day; its last step is Vence.
	Derivacion []Paso `json:"derivacion"`
}

// Paso is one day of a derivation: every day of a term in days; the day on
// which each month or year is completed, and what moved it, of the others.
type Paso struct {
	// Fecha is the day.
	Fecha fecha.Fecha `json:"fecha"`
	// Cuenta is the running number, 0 for a day that adds nothing.
	Cuenta int `json:"cuenta"`
	// Motivo is why, in Spanish.
	Motivo string `json:"motivo"`
}

// cuenta is a term made ready to count.
type cuenta struct {
	dias  *dias // which days count
	rueda *dias // which days may be the last
	total int   // how many days of the former make the term
	n     int   // units, the extension included
}

// preparar checks a term and resolves its calendar. Months and years become
// the natural days that they last from desde.
func (c *Calendarios) preparar(t Termino, desde fecha.Fecha, o *Opciones) (cuenta, error) {
	if o.Prorroga < 0 || o.Prorroga > 3660 {
		return cuenta{}, fmt.Errorf("%w: extension out of bounds", ErrTermino)
	}
	t.Cuenta += o.Prorroga
	if err := t.Validar(); err != nil {
		return cuenta{}, err
	}
	if !enRango(desde) {
		return cuenta{}, fmt.Errorf("%w: start", ErrRango)
	}
	d, _ := c.dias(t.Calendario, o.Ambito, o.Reglas)
	k := cuenta{rueda: d, total: t.Cuenta, n: t.Cuenta}
	switch t.Clase {
	case Habiles:
		k.dias = d
	case Meses, Anios:
		k.total = desde.Dias(enMeses(desde, t.Cuenta*mesesDe(t.Clase)))
	}
	return k, nil
}

// mesesDe is how many months the unit has.
func mesesDe(c Clase) int {
	if c == Anios {
		return 12
	}
	return 1
}

// enMeses is the same day n months later, or the first of the month after
// when that month has no such day (LFPA art. 29).
func enMeses(f fecha.Fecha, n int) fecha.Fecha {
	m := f.Anio()*12 + int(f.Mes()) - 1 + n
	if g, err := fecha.New(m/12, time.Month(m%12+1), f.Dia()); err == nil {
		return g
	}
	m++
	g, _ := fecha.New(m/12, time.Month(m%12+1), 1)
	return g
}

// Vence is the last day of a term counted from desde, the day of presentation,
// which does not count itself. It is [Calendarios.Contar] without derivation,
// errors nor allocation: corre is false when a pause without end comes before
// the term is over, and when Contar gives an error. Pauses delay a term in
// months or years by their natural days.
func (c *Calendarios) Vence(t Termino, desde fecha.Fecha, o Opciones) (vence fecha.Fecha, corre bool) {
	k, err := c.preparar(t, desde, &o)
	if err != nil {
		return fecha.Fecha{}, false
	}
	fin, ok := k.dias.avanzar(desde.Ordinal(), k.total, o.Pausas)
	if !ok {
		return fecha.Fecha{}, false
	}
	if fin, ok = k.rueda.avanzar(fin-1, 1, o.Pausas); !ok {
		return fecha.Fecha{}, false
	}
	return fecha.DeOrdinal(fin), true
}
