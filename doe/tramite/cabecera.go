package tramite

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Estado is the name of a state of a trámite.
type Estado string

// Categoria is the kind of a state, apart from its name, so that statistics
// survive new states.
type Categoria string

// The categories of a state.
const (
	// Abierta: somebody of the Institute owes the next step.
	Abierta Categoria = "abierta"
	// Espera: somebody else owes it, and the clock stops.
	Espera Categoria = "espera"
	// Cerrada: the matter ended with an outcome.
	Cerrada Categoria = "cerrada"
	// Cancelada: the matter ended without one.
	Cancelada Categoria = "cancelada"
)

// Fin says whether a state of the category ends the matter.
func (c Categoria) Fin() bool { return c == Cerrada || c == Cancelada }

// DefEstado declares a state.
type DefEstado struct {
	Nombre    Estado    `json:"nombre" doc:"Nombre del estado" example:"clasificada"`
	Categoria Categoria `json:"categoria" doc:"abierta, espera, cerrada o cancelada" example:"abierta"`
	// Titulo is what a person reads, in Spanish.
	Titulo string `json:"titulo" doc:"Nombre para mostrar" example:"Clasificada"`
}

// Cabecera is what every record has. A record embeds it by value. It holds
// stored facts only: due dates are computed from the facts of its clocks.
type Cabecera struct {
	// Folio identifies the record in its collection.
	Folio string `json:"folio" doc:"Folio" example:"SIADE-2026-14-0000001-X"`
	// Version is the number of its events.
	Version int `json:"version" doc:"Número de eventos del expediente" example:"4"`
	// Estado is its state.
	Estado Estado `json:"estado" doc:"Estado del trámite" example:"clasificada"`
	// Unidad is the unit that keeps it.
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad que guarda el expediente" example:"caood-7.1"`
	// Origen is the unit that kept it before a reorganisation first handed it
	// over; empty when none did.
	Origen doe.ClaveUnidad `json:"unidad_origen,omitempty" doc:"Unidad que lo guardaba antes de que una reorganización lo traspasara" example:"doe-7.1.3.1.1"`
	// OOAD is the body it belongs to; 09 is the central level.
	OOAD doe.OOAD `json:"ooad" doc:"Delegación del OOAD, a dos dígitos; 09 es el nivel central" example:"14"`
	// Responsable is the person it is assigned to: the Sub of an actor.
	Responsable string `json:"responsable,omitempty" doc:"Persona a quien está asignado" example:"taod-14-007"`
	// Creado and Actualizado are the instants of its first and last events.
	Creado      fecha.Instante `json:"creado" doc:"Instante del alta" example:"2026-03-02T16:20:00.000000Z"`
	Actualizado fecha.Instante `json:"actualizado" doc:"Instante del último evento" example:"2026-03-02T16:20:00.000000Z"`
	// Relojes are the facts of its clocks.
	Relojes []Reloj `json:"relojes,omitempty" doc:"Hechos de sus plazos"`
	// Adjuntos are its files.
	Adjuntos []Adjunto `json:"adjuntos,omitempty" doc:"Archivos adjuntos"`
	// Intervenciones say who did the acts that duties kept apart look at.
	Intervenciones []Intervencion `json:"intervenciones,omitempty" doc:"Quién hizo los actos que la segregación de funciones separa"`
}

// Cabeza gives the header of any record that embeds it.
func (c *Cabecera) Cabeza() *Cabecera { return c }

// apartar parts the header from the one it was copied from. Of what its clocks
// hold, and of who intervened, nothing is changed in place: it is enough that what is added to them
// goes elsewhere.
func (c *Cabecera) apartar() {
	c.Relojes, c.Adjuntos = slices.Clone(c.Relojes), slices.Clone(c.Adjuntos)
	c.Intervenciones = slices.Clip(c.Intervenciones)
	for i := range c.Relojes {
		k := &c.Relojes[i]
		k.Pausas, k.Comunicados = slices.Clip(k.Pausas), slices.Clip(k.Comunicados)
	}
}

// ambito is the organ whose suspensions of terms hold for the record.
func (c *Cabecera) ambito() string { return string(c.OOAD.Organo()) }

// Registro is a record of some trámite: a pointer to a struct that embeds
// [Cabecera].
type Registro interface{ Cabeza() *Cabecera }

// Adjunto is a file of a record. The content lies elsewhere, under its hash.
type Adjunto struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre del archivo" example:"solicitud.pdf"`
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del contenido" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	Tipo   string `json:"tipo" validate:"required,max=100" doc:"Tipo de contenido" example:"application/pdf"`
	Bytes  int    `json:"bytes" validate:"min=1,max=1073741824" doc:"Tamaño en bytes" example:"48213"`
	// Por, Organo and En say who attached it, for which counterpart, and when.
	Por    string          `json:"por,omitempty" hecho:"true" doc:"Quién lo adjuntó"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano de la contraparte que lo adjuntó"`
	En     fecha.Instante  `json:"en,omitzero" hecho:"true" doc:"Cuándo se adjuntó"`
}
