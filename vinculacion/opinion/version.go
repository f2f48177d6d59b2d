package opinion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// Version is a consolidated text with its account of the answers: which were
// taken, which not and why, and who did not answer.
type Version struct {
	Postura Postura `json:"postura" validate:"required" doc:"Postura institucional"`
	Texto   string  `json:"texto" validate:"required,max=60000" doc:"Texto de la opinión" example:"El Instituto considera viable la reforma con las precisiones siguientes."`
	// Consideraciones has one for each directorate that answered, Faltantes
	// one for each that did not.
	Consideraciones []Consideracion `json:"consideraciones,omitempty" validate:"omitempty,max=20,dive" doc:"Qué se tomó de cada respuesta"`
	Faltantes       []Faltante      `json:"faltantes,omitempty" validate:"omitempty,max=20,dive" doc:"Direcciones que no respondieron"`
	// Atendidas answers the observations to earlier versions.
	Atendidas []Atencion `json:"atendidas,omitempty" validate:"omitempty,max=100,dive" doc:"Cómo se atendió cada observación"`
	// CambioDePosicion is why it departs from what was sent on the same matter.
	CambioDePosicion string `json:"cambio_de_posicion,omitempty" validate:"omitempty,min=10,max=2000" doc:"Por qué se aparta de lo que ya se envió sobre el mismo asunto"`

	Numero int    `json:"numero,omitempty" hecho:"true" doc:"Número de la versión" example:"1"`
	Huella string `json:"huella,omitempty" hecho:"true" doc:"SHA-256 del texto"`
	// Base is the hash of the bill's text it was written on, and Respuestas
	// how many answers had come.
	Base       string `json:"base,omitempty" hecho:"true" doc:"Huella del texto legislativo sobre el que se escribió"`
	Respuestas int    `json:"respuestas,omitempty" hecho:"true" doc:"Respuestas recibidas hasta entonces"`
	Autoria
}

// Consideracion says what a version took of an answer.
type Consideracion struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección que respondió" example:"dn-finanzas"`
	Toma   Toma            `json:"toma" validate:"required,oneof=total parcial ninguna" doc:"Cuánto se tomó" example:"parcial"`
	Motivo string          `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Qué no se tomó y por qué"`
}

// Faltante says why a version goes without an answer.
type Faltante struct {
	Organo        doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección que no respondió" example:"dn-finanzas"`
	Justificacion string          `json:"justificacion" validate:"required,min=10,max=1000" doc:"Por qué se integra sin ella" example:"Venció su término tras dos recordatorios y el oficial vence mañana."`
}

// Observacion is a remark on a version that the next one must answer.
type Observacion struct {
	Clave    string `json:"clave" doc:"Clave en el expediente" example:"O1"`
	Version  int    `json:"version" doc:"Versión observada" example:"1"`
	Apartado string `json:"apartado,omitempty" doc:"Parte del texto"`
	Texto    string `json:"texto" doc:"Observación"`
	// AtendidaEn is the version that answers it, 0 while none does.
	AtendidaEn int             `json:"atendida_en,omitempty" doc:"Versión que la atendió"`
	Atencion   string          `json:"atencion,omitempty" doc:"Cómo se atendió"`
	Unidad     doe.ClaveUnidad `json:"unidad" doc:"Unidad que observó" example:"doe-7.1.4.1"`
	Autoria
}

// Atencion answers an observation.
type Atencion struct {
	Clave     string `json:"clave" validate:"required,max=10" doc:"Clave de la observación" example:"O1"`
	Respuesta string `json:"respuesta" validate:"required,max=1000" doc:"Cómo se atendió" example:"Se precisó la redacción del tercer párrafo."`
}

// Conformidad is a superior's agreement with a version before it is sent.
type Conformidad struct {
	Version int             `json:"version" validate:"min=1,max=1000" doc:"Versión" example:"1"`
	Nota    string          `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Nota"`
	Unidad  doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad que la da"`
	Autoria
}

// Aval is the endorsement of a version: an object of its own, with its own
// end.
type Aval struct {
	Version int    `json:"version" validate:"min=1,max=1000" doc:"Versión que se avala" example:"1"`
	Huella  string `json:"huella,omitempty" hecho:"true" doc:"Huella de la versión"`
	Autoria
	// Revocado is the day it lost its effect, by an observation or because
	// the consultation was opened again.
	Revocado fecha.Fecha `json:"revocado,omitzero" hecho:"true" doc:"Día en que perdió efecto"`
}

// Separacion forbids whoever did one task of a record to do another.
type Separacion struct {
	// Acto is what they may not do, Tarea what they did.
	Acto     string
	Tarea    Tarea
	Vigencia norma.Vigencia
	Fuente   norma.Cita
}

// Tarea is work on a record that bars its author from judging it.
type Tarea string

// The tasks.
const (
	// TareaIntegrar is to have written some version of the opinion.
	TareaIntegrar Tarea = "integrar"
	// TareaProponer is to have proposed the competence to be decided.
	TareaProponer Tarea = "proponer_competencia"
)

var separaciones = []Separacion{
	{Acto: "avalar", Tarea: TareaIntegrar, Fuente: norma.Configuracion("quien integra la opinión no la avala; la función 7.1.4.1.2/9 distingue una cosa de la otra")},
	{Acto: "decidir-competencia", Tarea: TareaProponer, Fuente: norma.Configuracion("quien propone la competencia no la decide")},
}

// Separaciones lists the separations of duties, with their validity.
func Separaciones() []Separacion { return append([]Separacion(nil), separaciones...) }

// hicieron lists the authors of a task.
func (s Solicitud) hicieron(t Tarea) []string {
	switch t {
	case TareaIntegrar:
		return s.elaboraron()
	case TareaProponer:
		if s.Propuesta != nil {
			return []string{s.Propuesta.Por}
		}
	}
	return nil
}
