package doe

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Puesto is the kind of post a person of a unit holds. The head signs, the
// staff prepares.
type Puesto string

// The posts.
const (
	// Titular is the head of the unit.
	Titular Puesto = "titular"
	// Mando is staff with command below the head.
	Mando Puesto = "mando"
	// Personal is the rest of the staff.
	Personal Puesto = "personal"
	// TAOD is the attendant at a service desk.
	TAOD Puesto = "taod"
)

// Rol is the part a counterpart plays in a trámite: someone outside the
// directorate's units whose act the manuals foresee.
type Rol string

// The roles of counterparts.
const (
	// Evaluado is the evaluated organ.
	Evaluado Rol = "evaluado"
	// Normativo is a normative directorate.
	Normativo Rol = "normativo"
	// Area is the area, inside or outside the Institute, that answers.
	Area Rol = "area"
	// Federal is the federal authority that validates or authorises.
	Federal Rol = "federal"
	// DireccionGeneral is the Director General.
	DireccionGeneral Rol = "direccion_general"
	// Ciudadano is the petitioner, known by folio and key.
	Ciudadano Rol = "ciudadano"
	// Sistema is the clock and the orders that an act itself gives.
	Sistema Rol = "sistema"
)

// Actor is who acts: a person of a unit (Unidad set), a counterpart (Rol set)
// or both fields empty for nobody.
type Actor struct {
	// Sub is the stable identifier of the person or the process.
	Sub string `json:"sub"`
	// Nombre is how the person is shown.
	Nombre string `json:"nombre"`
	// Unidad is the unit the person belongs to.
	Unidad ClaveUnidad `json:"unidad,omitempty"`
	// Puesto is the post in that unit.
	Puesto Puesto `json:"puesto,omitempty"`
	// OOAD is the body of a regional unit.
	OOAD OOAD `json:"ooad,omitempty"`
	// Organo and Rol are those of a counterpart.
	Organo ClaveOrgano `json:"organo,omitempty"`
	Rol    Rol         `json:"rol,omitempty"`
	// Suplencia is the document by which the person stands in for the head.
	Suplencia *Suplencia `json:"suplencia,omitempty"`
	// Encomienda is the task that a superior gave to the unit.
	Encomienda *Encomienda `json:"encomienda,omitempty"`
	// Delegacion lets the person sign acts of a head's.
	Delegacion *Delegacion `json:"delegacion,omitempty"`
}

// EsPersona says whether the actor is known to be one person: not the clock,
// nor the petitioner, nor an organ that answers by a link.
func (a *Actor) EsPersona() bool {
	return a.Sub != "" && a.Rol != Sistema && a.Rol != Ciudadano && !strings.HasPrefix(a.Sub, prefijoEnlace)
}

const prefijoEnlace = "enlace:"

// DeEnlace is the actor of what is done by an expiring link given to an organ.
func DeEnlace(o ClaveOrgano, r Rol) Actor {
	return Actor{Sub: prefijoEnlace + string(o), Nombre: "Por enlace", Organo: o, Rol: r}
}

// Suplencia is the record by which a person stands in for the head of the
// unit during [Desde, Hasta], both days included.
type Suplencia struct {
	De        string      `json:"de"`
	Documento string      `json:"documento"`
	Desde     fecha.Fecha `json:"desde"`
	Hasta     fecha.Fecha `json:"hasta"`
}

// Rige says whether the stand-in holds on a day.
func (s *Suplencia) Rige(d fecha.Fecha) bool {
	return s != nil && s.Documento != "" && !d.Before(s.Desde) && !d.After(s.Hasta)
}

// Delegacion is the record by which the head of Unidad lets a person of that
// unit, or of one below it, do the acts of its facultades named here, during
// [Desde, Hasta], both days included. What was delegated is not delegated
// further.
type Delegacion struct {
	// De identifies the head who delegates: the Sub of an actor.
	De         string      `json:"de"`
	Unidad     ClaveUnidad `json:"unidad"`
	Facultades []Facultad  `json:"facultades"`
	Documento  string      `json:"documento"`
	Desde      fecha.Fecha `json:"desde"`
	Hasta      fecha.Fecha `json:"hasta"`
	// Delegacion tells that who delegates signs by delegation too: such a
	// chain empowers nobody.
	Delegacion *Delegacion `json:"delegacion,omitempty"`
}

// Rige says whether the delegation holds on a day.
func (d *Delegacion) Rige(dia fecha.Fecha) bool {
	return d != nil && d.Delegacion == nil && d.Documento != "" && !dia.Before(d.Desde) && !dia.After(d.Hasta)
}

// Encomienda is the record by which a superior gives one of its acts to a unit
// below it, during [Desde, Hasta], both days included. The unit takes it on the
// strength of its residual function; what the head signs, its head signs.
type Encomienda struct {
	De        ClaveUnidad `json:"de"`
	Facultad  Facultad    `json:"facultad"`
	Documento string      `json:"documento"`
	Desde     fecha.Fecha `json:"desde"`
	Hasta     fecha.Fecha `json:"hasta"`
}

// Rige says whether the task holds on a day.
func (e *Encomienda) Rige(d fecha.Fecha) bool {
	return e != nil && e.Documento != "" && !d.Before(e.Desde) && !d.After(e.Hasta)
}

// Reloj is the actor of what the clock does.
func Reloj() Actor { return Actor{Sub: "sistema:reloj", Nombre: "Reloj del sistema", Rol: Sistema} }

// TipoFundamento is the kind of basis an act rests on.
type TipoFundamento string

// The kinds of basis.
const (
	// Expreso: a function of the unit grants the facultad.
	Expreso TipoFundamento = "expreso"
	// Jerarquico: no unit in the line holds it; it falls to a superior on the
	// strength of its residual function.
	Jerarquico TipoFundamento = "jerarquico"
	// PorSuplencia: a stand-in, or who has it delegated, signs in the head's
	// place.
	PorSuplencia TipoFundamento = "suplencia"
	// PorEncomienda: a superior assigned it.
	PorEncomienda TipoFundamento = "encomienda"
	// PorContraparte: a counterpart's own act, foreseen by a function.
	PorContraparte TipoFundamento = "contraparte"
	// PorCiudadano: the petitioner's own act.
	PorCiudadano TipoFundamento = "ciudadano"
	// PorSistema: the clock, or an order that follows from another act.
	PorSistema TipoFundamento = "sistema"
)

// Fundamento is the basis of an act as its event records it.
type Fundamento struct {
	Tipo      TipoFundamento `json:"tipo" doc:"expreso, jerarquico, suplencia, encomienda, contraparte, ciudadano o sistema" example:"expreso"`
	Facultad  Facultad       `json:"facultad,omitempty" doc:"Facultad que se ejerció" example:"siade.atencion:atender"`
	Funciones Funciones      `json:"funciones,omitzero" doc:"Funciones en que se funda" example:"[\"caood-7.1/2\"]"`
	// Documento is that of the stand-in or of the assignment, or the policy
	// of a manual that an express basis also rests on.
	Documento string `json:"documento,omitempty" doc:"Oficio de suplencia o de encomienda, política o norma"`
	// Derivado says that it is the basis of another act, from which this one
	// follows: the functions were exercised once, by that act.
	Derivado bool `json:"derivado,omitempty" doc:"Si es el fundamento de otro acto, del que este se sigue"`
}
