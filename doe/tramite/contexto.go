package tramite

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Contexto is what comes from outside when an act is done: who, when, under
// which catalog and calendars, and where to draw identifiers from.
type Contexto struct {
	// Ahora is the instant of the act.
	Ahora fecha.Instante
	// Actor is who does it.
	Actor doe.Actor
	// Catalogo says who is empowered.
	Catalogo *doe.Catalogo
	// Calendarios count the terms.
	Calendarios *plazo.Calendarios
	// Azar draws an identifier that was never drawn before.
	Azar func() string
	// Folio is the folio of the record to be created. Where a request may
	// create several, Foliar gives each its own instead.
	Folio  string
	Foliar func(t *Resumen, o doe.OOAD) string
	// SiVersion is the version that the caller knows; 0 when it did not say.
	SiVersion int
	// Cargar finds a record of any collection, for acts that concern others.
	// It may be nil where there are none.
	Cargar func(coleccion, folio string) (Registro, error)
}

// Hoy is the civil day of the act.
func (c *Contexto) Hoy() fecha.Fecha { return c.Ahora.Dia() }

// Suceso is what an act's application may know besides its input: what the
// event records, so that replay gives the same.
type Suceso struct {
	// En is the instant and Dia its civil day.
	En  fecha.Instante
	Dia fecha.Fecha
	// Actor is who did it, without personal detail beyond the event's.
	Actor doe.Actor
	// Secuencia is the number of the event in its record.
	Secuencia int
	// De is the state before the act.
	De Estado
}
