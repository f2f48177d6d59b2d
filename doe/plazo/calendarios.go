package plazo

import (
	"slices"
	"sync"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Calendarios are the three calendars with the suspensions published so far.
// It never changes and may be shared by goroutines.
type Calendarios struct {
	suspensiones []Suspension
	agendas      []agenda // one per definition
}

// agenda is one calendar made into sets of days.
type agenda struct {
	cortes  []fecha.Fecha // days on which its rules change
	general tablas
	ambitos map[string]tablas // of the scopes that have suspensions of their own
}

// tablas holds at 0 the days by the rules of each day, and at 1+i those by the
// rules in force after i changes; the latter only when rules change.
type tablas []*dias

// Oficiales are the calendars by their norms alone, without suspensions.
func Oficiales() *Calendarios { return oficiales() }

var oficiales = sync.OnceValue(func() *Calendarios {
	c := &Calendarios{agendas: make([]agenda, len(definiciones))}
	for i, d := range definiciones {
		c.agendas[i] = nuevaAgenda(d.Reglas)
	}
	return c
})

func nuevaAgenda(reglas []Regla) agenda {
	var a agenda
	for _, r := range reglas {
		for _, f := range []fecha.Fecha{r.Vigencia.Desde, r.Vigencia.Hasta} {
			if !f.IsZero() {
				a.cortes = append(a.cortes, f)
			}
		}
	}
	slices.SortFunc(a.cortes, fecha.Fecha.Compare)
	a.cortes = slices.Compact(a.cortes)
	a.general = tablas{trazar(reglas, fecha.Fecha{})}
	if len(a.cortes) > 0 {
		for _, f := range append([]fecha.Fecha{a.cortes[0].Sumar(-1)}, a.cortes...) {
			a.general = append(a.general, trazar(reglas, f))
		}
	}
	return a
}

// trazar makes the set of days that count by the rules in force on a day, or
// by those of each day when it is zero.
func trazar(reglas []Regla, en fecha.Fecha) *dias {
	d := todos()
	for o := primero; o <= ultimo; o++ {
		if s := (o%7 + 11) % 7; s == 0 || s == 6 { // 1970-01-01, ordinal 0, was a Thursday
			d.quitar(o, o)
		}
	}
	for _, r := range reglas {
		for anio := primerDia.Anio(); anio <= ultimoDia.Anio(); anio++ {
			if f, ok := r.en(anio); ok && r.Vigencia.Rige(reglasDe(f, en)) {
				d.quitar(f.Ordinal(), f.Ordinal())
			}
		}
	}
	d.sumar()
	return d
}

// reglasDe is the day whose rules hold for d.
func reglasDe(d, reglas fecha.Fecha) fecha.Fecha {
	if reglas.IsZero() {
		return d
	}
	return reglas
}

// Con gives calendars that leave out the days of more suspensions; c stays as
// it was. Check them with [NuevaSuspension]: what is malformed has no effect.
func (c *Calendarios) Con(s ...Suspension) *Calendarios {
	base := oficiales()
	n := &Calendarios{suspensiones: c.Suspensiones(), agendas: make([]agenda, len(definiciones))}
	for _, x := range s {
		n.suspensiones = append(n.suspensiones, x.copia())
	}
	for i := range n.agendas {
		n.agendas[i] = base.agendas[i].con(definiciones[i].Nombre, n.suspensiones)
	}
	return n
}

// con is an agenda without suspensions, less the days of these.
func (a agenda) con(n NombreCalendario, todas []Suspension) agenda {
	para := func(ambito string) tablas {
		var ss []Suspension
		for _, s := range todas {
			if s.rige(n, ambito) {
				ss = append(ss, s)
			}
		}
		var t tablas
		for _, d := range a.general {
			t = append(t, d.menos(ss))
		}
		return t
	}
	out := agenda{cortes: a.cortes, general: para(""), ambitos: map[string]tablas{}}
	for _, s := range todas {
		for _, ambito := range s.Ambitos {
			if _, ya := out.ambitos[ambito]; !ya && slices.Contains(s.Calendarios, n) {
				out.ambitos[ambito] = para(ambito)
			}
		}
	}
	return out
}

// Suspensiones are the suspensions added so far, in order.
func (c *Calendarios) Suspensiones() []Suspension {
	var out []Suspension
	for _, s := range c.suspensiones {
		out = append(out, s.copia())
	}
	return out
}

// dias is the set of days of a calendar for a scope, by the rules in force on
// a day; nil, every day, without a calendar. False for an unknown one.
func (c *Calendarios) dias(n NombreCalendario, ambito string, reglas fecha.Fecha) (*dias, bool) {
	if n == "" {
		return nil, true
	}
	i := indice(n)
	if i < 0 {
		return nil, false
	}
	a := &c.agendas[i]
	t := a.general
	if ambito != "" && len(a.ambitos) > 0 {
		if propias, ok := a.ambitos[ambito]; ok {
			t = propias
		}
	}
	if reglas.IsZero() || len(a.cortes) == 0 {
		return t[0], true
	}
	v := 0
	for v < len(a.cortes) && !reglas.Before(a.cortes[v]) {
		v++
	}
	return t[1+v], true
}

// Habil says whether a day counts on a calendar for a scope, the key of an
// organ or empty, and why not in Spanish. Without a calendar every day counts;
// outside 1900 to 2200 or on an unknown one none does.
func (c *Calendarios) Habil(n NombreCalendario, d fecha.Fecha, ambito string) (bool, string) {
	t, ok := c.dias(n, ambito, fecha.Fecha{})
	switch {
	case !ok:
		return false, "calendario desconocido"
	case !enRango(d):
		return false, "fuera del calendario, de 1900 a 2200"
	case t.cuenta(d.Ordinal()):
		return true, ""
	}
	return false, c.motivo(n, d, ambito, fecha.Fecha{})
}

// motivo is why a day does not count.
func (c *Calendarios) motivo(n NombreCalendario, d fecha.Fecha, ambito string, reglas fecha.Fecha) string {
	def := definiciones[indice(n)]
	for _, r := range def.Reglas {
		if f, ok := r.en(d.Anio()); ok && f == d && r.Vigencia.Rige(reglasDe(d, reglas)) {
			return r.Nombre + " (" + r.Fuente.String() + ")"
		}
	}
	for _, s := range c.suspensiones {
		if s.rige(n, ambito) && s.cubre(d) {
			return "suspensión: " + s.Instrumento
		}
	}
	if d.DiaSemana() == time.Saturday {
		return "sábado"
	}
	return "domingo"
}

// SiguienteHabil is the day itself when it counts, or the next that does; the
// zero date when there is none.
func (c *Calendarios) SiguienteHabil(n NombreCalendario, d fecha.Fecha, ambito string) fecha.Fecha {
	t, ok := c.dias(n, ambito, fecha.Fecha{})
	if !ok || !enRango(d) {
		return fecha.Fecha{}
	}
	o, ok := t.avanzar(d.Ordinal()-1, 1, nil)
	if !ok {
		return fecha.Fecha{}
	}
	return fecha.DeOrdinal(o)
}

// DiasHabiles is how many days count after desde and up to hasta, it included;
// 0 when hasta is not later or the calendar is unknown.
func (c *Calendarios) DiasHabiles(n NombreCalendario, desde, hasta fecha.Fecha, ambito string) int {
	t, ok := c.dias(n, ambito, fecha.Fecha{})
	if !ok || desde.IsZero() || !hasta.After(desde) {
		return 0
	}
	return t.hasta(hasta.Ordinal()) - t.hasta(desde.Ordinal())
}
