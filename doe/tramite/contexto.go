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
	// Cargar finds a record of any collection; the error is of class
	// [falla.NoEncontrada] when there is none. It may be nil where there are
	// none. Acts look records up with [Hallar].
	Cargar func(coleccion, folio string) (Registro, error)
	// Buscar gives the folio of the record of a collection that is not closed
	// and has a natural key (see [Definicion.Unica]); "" when there is none.
	// It may be nil where there are none.
	Buscar func(coleccion, clave string) (string, error)

	// Padron gives the records of a register that are not retired, by natural
	// key. They are shared by all who ask: nobody changes them. What is done in
	// the same request does not show. It may be nil where there are none.
	Padron func(coleccion string) (map[string]Registro, error)

	// Abiertos counts, by collection, the records that a unit keeps and that
	// are not closed. It may be nil where there are none.
	Abiertos func(u doe.ClaveUnidad) ([]Abiertos, error)

	// Lectura computes a reading by its name, for acts that freeze what it says.
	// Acts ask with [Consultar]. It may be nil where there are none.
	Lectura func(nombre string, consulta any) (any, error)

	// leer finds a record as the actor may read it, and maneja says whether it
	// may do some act on it. [Mesa.Realizar] sets them.
	leer   func(coleccion, folio string) (Registro, Reserva, error)
	maneja func(coleccion, folio string) bool
	// roto is why what the act looked up could not be known.
	roto error

	// heredado is the basis of the act that ordered this one in its actor's
	// name.
	heredado *doe.Fundamento
}

// Abiertos is how many records of a collection are not closed.
type Abiertos struct {
	Coleccion string
	Cuantos   int
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

// Autoria says who left a fact in the record and on what day; the event has
// the rest.
type Autoria struct {
	Por string      `json:"por,omitempty" hecho:"true" doc:"Quién" example:"inf-leg-02"`
	Dia fecha.Fecha `json:"dia,omitzero" hecho:"true" doc:"Día" example:"2026-03-02"`
}

// Autoria is that of the event.
func (s Suceso) Autoria() Autoria { return Autoria{Por: s.Actor.Sub, Dia: s.Dia} }

// Referencia names a version of a record.
type Referencia struct {
	Coleccion string `json:"coleccion" validate:"required,max=60" doc:"Colección del expediente" example:"planes-mejora"`
	Folio     string `json:"folio" validate:"required,max=60" doc:"Folio del expediente" example:"PM-2026-14-0000001-X"`
	// Version is the last one when not said.
	Version int `json:"version,omitempty" validate:"omitempty,min=1,max=1000000" doc:"Versión de que se trata; la última si no se dice" example:"3"`
}
