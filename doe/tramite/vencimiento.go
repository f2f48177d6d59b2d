package tramite

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Vencimiento is when a record is due.
type Vencimiento struct {
	// Vence is the due date of the first deadline, in the order declared, that
	// runs; zero when none does.
	Vence fecha.Fecha
	// Aviso is how many natural days before it the light turns amber.
	Aviso int
	// Alarma is the day of the next act that the clock owes it.
	Alarma fecha.Fecha
}

// Semaforo is the light of a due date on a day.
func (v Vencimiento) Semaforo(hoy fecha.Fecha) string { return plazo.Semaforo(v.Vence, hoy, v.Aviso) }

// Relojes computes the clocks of a record.
func (t *Tramite[R]) Relojes(reg Registro, c *Contexto) []EstadoReloj {
	cab := reg.Cabeza()
	out := make([]EstadoReloj, 0, len(cab.Relojes))
	for _, k := range cab.Relojes {
		e := EstadoReloj{Reloj: k}
		p := t.plazo(k.Plazo)
		e.Vence, _ = k.vence(cab, c)
		e.Alarma = p.alarma(&k, e.Vence)
		e.Semaforo = plazo.Semaforo(e.Vence, c.Hoy(), p.Aviso)
		out = append(out, e)
	}
	return out
}

// Vencimiento gives the due date of a record and the day of its next alarm.
func (t *Tramite[R]) Vencimiento(reg Registro, c *Contexto) Vencimiento {
	var v Vencimiento
	if len(reg.Cabeza().Relojes) == 0 {
		return v
	}
	rango := len(t.def.Plazos)
	for _, e := range t.Relojes(reg, c) {
		if e.Vence.IsZero() {
			continue
		}
		i := slices.IndexFunc(t.def.Plazos, func(p Plazo[R]) bool { return p.Nombre == e.Plazo })
		if i < rango || i == rango && e.Vence.Before(v.Vence) {
			rango, v.Vence, v.Aviso = i, e.Vence, t.def.Plazos[i].Aviso
		}
		if !e.Alarma.IsZero() && (v.Alarma.IsZero() || e.Alarma.Before(v.Alarma)) {
			v.Alarma = e.Alarma
		}
	}
	return v
}

// Alarmas lists the acts that the clock owes to a record today.
func (t *Tramite[R]) Alarmas(reg Registro, c *Contexto) []Peticion {
	var out []Peticion
	for _, e := range t.Relojes(reg, c) {
		if e.Alarma.IsZero() || e.Alarma.After(c.Hoy()) {
			continue
		}
		p := t.plazo(e.Plazo)
		o := Peticion{Coleccion: t.def.Coleccion, Folio: reg.Cabeza().Folio, Acto: p.Vencido}
		if p.Entrada != nil {
			o.Entrada = p.Entrada(*t.de(reg), e.Reloj)
		}
		out = append(out, o)
	}
	return out
}
