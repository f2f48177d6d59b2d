package reorganizacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Borrador is the input that drafts a reorganisation, or drafts it again.
type Borrador struct {
	Titulo   string      `json:"titulo" validate:"required,min=5,max=200" doc:"De qué trata" example:"Denominación de la División de Análisis y Prospectiva"`
	Motivo   string      `json:"motivo" validate:"required,min=10,max=4000" doc:"Por qué se propone" example:"La denominación no dice la materia que la División atiende"`
	Prevista fecha.Fecha `json:"prevista" validate:"required" doc:"Desde cuándo se propone que rija" example:"2027-01-01"`
	Cambios  []Cambio    `json:"cambios" validate:"required,min=1,max=40,dive" doc:"Actos de reestructura que la forman"`
	Destinos []Destino   `json:"destinos,omitempty" validate:"max=60,dive" doc:"A quién pasan los expedientes abiertos de cada unidad que termina, si no a quien la sucede"`
	// Aprobador is who may approve it, by the levels of the day.
	Aprobador Aprobador `json:"aprobador,omitempty" hecho:"true" doc:"A quién toca aprobarla"`
}

// Resultado is the input of the act of simulating: all of it is fact.
type Resultado struct {
	Simulacion *Simulacion `json:"simulacion,omitempty" hecho:"true" doc:"Lo que haría el proyecto"`
}

// Remision is the input that sends a draft to who may approve it.
type Remision struct {
	Oficio        string `json:"oficio" validate:"required,max=120" doc:"Oficio con que se envía" example:"DOE/120/2026"`
	Justificacion string `json:"justificacion,omitempty" validate:"max=4000" doc:"Por qué se admite lo que queda sin unidad, sin titular o sin función residual; obligatoria si algo queda"`
}

// Observacion is the input that sends a draft back.
type Observacion struct {
	Texto  string `json:"texto" validate:"required,min=10,max=4000" doc:"Qué se observa" example:"Falta decir quién recibe los recursos de la división que se suprime"`
	Oficio string `json:"oficio,omitempty" validate:"max=120" doc:"Oficio en que consta" example:"DA/45/2026"`
}

// Aprobacion is the input that registers the document of approval.
type Aprobacion struct {
	Tipo     doe.TipoInstrumento `json:"tipo" validate:"required" doc:"Acuerdo u oficio" example:"oficio"`
	Clave    string              `json:"clave" validate:"required,min=3,max=120" doc:"Clave del documento" example:"09 52 17 1000/88"`
	Aprobado fecha.Fecha         `json:"aprobado" validate:"required" doc:"Fecha del documento" example:"2026-12-10"`
	// Vigente is the day from which the structure is what the document says.
	Vigente fecha.Fecha `json:"vigente" validate:"required" doc:"Día desde el que rige" example:"2027-01-01"`
	SHA256  string      `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del documento, si se adjuntó"`
}

// Rechazo is the input that registers a refusal.
type Rechazo struct {
	Documento string `json:"documento" validate:"required,max=120" doc:"Documento en que consta" example:"ACDO.SA1.HCT.101226/300.P.DA"`
	Motivo    string `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué" example:"No acredita suficiencia presupuestal para la unidad nueva"`
}

// Desistimiento is the input that gives a reorganisation up.
type Desistimiento struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué" example:"La función se atenderá dentro de la división actual"`
}

// Revocacion is the input that leaves an approval without effect before its day.
type Revocacion struct {
	Documento string `json:"documento" validate:"required,max=120" doc:"Documento que la deja sin efecto" example:"ACDO.SA1.HCT.151226/301.P.DA"`
	Motivo    string `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué" example:"El Consejo Técnico reservó el asunto"`
}

// Vigor is the input of the act by which the clock puts it in force.
type Vigor struct {
	// Traspasos says who gets the open cases of each unit that ends.
	Traspasos []Destino `json:"traspasos,omitempty" hecho:"true" doc:"A quién pasan los expedientes abiertos"`
}
