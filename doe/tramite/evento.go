package tramite

import (
	"encoding/json"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Evento is the record of one act: who, in which unit, under which function,
// when, and with what.
type Evento struct {
	// Secuencia is its number in the record, from 1.
	Secuencia int    `json:"secuencia" doc:"Número del evento en el expediente" example:"1"`
	Acto      string `json:"acto" doc:"Acto realizado" example:"clasificar"`
	// Version of the act's meaning.
	Version int            `json:"version_acto" doc:"Versión del acto" example:"1"`
	De      Estado         `json:"de" doc:"Estado anterior; vacío en el alta"`
	A       Estado         `json:"a" doc:"Estado en que quedó" example:"clasificada"`
	En      fecha.Instante `json:"en" doc:"Instante" example:"2026-03-02T16:20:00.000000Z"`
	Actor   Quien          `json:"actor" doc:"Quién lo hizo"`
	// Unidad and OOAD are those the actor belonged to that day; Organo and Rol
	// those of a counterpart.
	Unidad     doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad de quien actuó" example:"caood-7.1"`
	OOAD       doe.OOAD        `json:"ooad,omitempty" doc:"OOAD de quien actuó" example:"14"`
	Organo     doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano de la contraparte"`
	Rol        doe.Rol         `json:"rol,omitempty" doc:"Papel de la contraparte"`
	Fundamento doe.Fundamento  `json:"fundamento" doc:"En qué se funda"`
	// Entrada is the input that was applied, as it was encoded.
	Entrada json.RawMessage `json:"entrada" doc:"Datos del acto"`
	// Relojes are the clocks that changed.
	Relojes []CambioReloj `json:"relojes,omitempty" doc:"Plazos que cambiaron"`
	// Por names the act that ordered this one, when another did.
	Por string `json:"por,omitempty" doc:"Acto del que se sigue"`
	// Representacion is the stand-in or the delegation it was signed under.
	Representacion *Representacion `json:"representacion,omitempty" doc:"Suplencia o delegación con que se firmó"`
	// Labor is its part in the segregation of duties, and Conflicto names the
	// acts done before by the same person that duties keep apart from it.
	Labor     Labor    `json:"labor,omitempty" doc:"Parte que tiene en la segregación de funciones: prepara, decide o par"`
	Conflicto []string `json:"conflicto,omitempty" doc:"Actos del expediente que hizo antes la misma persona y no debía"`
}

// Quien is the person or process of an event.
type Quien struct {
	Sub    string     `json:"sub" doc:"Identificador" example:"taod-14-007"`
	Nombre string     `json:"nombre" doc:"Nombre" example:"Persona técnica"`
	Puesto doe.Puesto `json:"puesto,omitempty" doc:"Puesto" example:"taod"`
	// EnLugarDe is whom a stand-in signs for.
	EnLugarDe string `json:"en_lugar_de,omitempty" doc:"A quién suple"`
}

// Representacion says under what a person signed for a head who was not there;
// the document is that of the basis.
type Representacion struct {
	Clase ClaseRepresentacion `json:"clase" validate:"oneof=suplencia delegacion" doc:"suplencia o delegacion" example:"suplencia"`
	// Unidad is the one whose head is represented.
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad de cuya titularidad se trata" example:"caood-7.1"`
	Desde  fecha.Fecha     `json:"desde" doc:"Primer día en que rige" example:"2026-03-02"`
	Hasta  fecha.Fecha     `json:"hasta" doc:"Último día en que rige" example:"2026-03-31"`
}

// ClaseRepresentacion is how a head is represented.
type ClaseRepresentacion string

// The ways of representing a head.
const (
	// DeSuplencia: in place of a head who is absent, in all that it signs.
	DeSuplencia ClaseRepresentacion = "suplencia"
	// DeDelegacion: in the acts that the head delegated.
	DeDelegacion ClaseRepresentacion = "delegacion"
)

func (e *Evento) suceso() Suceso {
	return Suceso{
		En: e.En, Dia: e.En.Dia(), Secuencia: e.Secuencia, De: e.De,
		Actor: doe.Actor{
			Sub: e.Actor.Sub, Nombre: e.Actor.Nombre, Puesto: e.Actor.Puesto,
			Unidad: e.Unidad, OOAD: e.OOAD, Organo: e.Organo, Rol: e.Rol,
		},
	}
}

// Reservado is personal data split off an input before it was encoded; in the
// event and in the record only the reference remains.
type Reservado struct {
	// Ref is the reference that stands in its place.
	Ref string
	// Clase is the class of data: "peticionario", "afectado".
	Clase string
	// Datos are the data in JSON.
	Datos json.RawMessage
	// Claves are the values it can be found by exactly: "curp", "nss".
	Claves map[string]string
}

// ConReserva is an input that carries personal data. Separar takes them out,
// leaving references drawn with azar.
type ConReserva interface {
	Separar(azar func() string) []Reservado
}
