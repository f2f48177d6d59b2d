package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Solicitud is the input of [Solicitar].
type Solicitud struct {
	Organo           doe.ClaveOrgano `json:"organo" validate:"required,max=80" doc:"Órgano evaluado: un OOAD, una UMAE o un órgano operativo (jefatura-, subdelegacion-, unidad-, grupo-)" example:"ooad-14"`
	Area             string          `json:"area,omitempty" validate:"omitempty,max=200" doc:"Jefatura, subdelegación o servicio evaluado; obligatoria si el órgano es operativo" example:"Jefatura de Servicios de Prestaciones Médicas"`
	OOAD             doe.OOAD        `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD al que pertenece el órgano, si no lo es él mismo" example:"14"`
	UnidadEvaluadora doe.ClaveUnidad `json:"unidad_evaluadora,omitempty" validate:"omitempty,max=30" doc:"Coordinación o división que seguirá el plan; la de quien lo pide si falta" example:"doe-7.1.1.2.1"`
	Asunto           string          `json:"asunto" validate:"required,min=5,max=300" doc:"De qué trata el plan" example:"Surtimiento de recetas en unidades de primer nivel"`
	Origen           Origen          `json:"origen" validate:"required,oneof=evaluacion verificacion seguimiento analisis" doc:"De qué nace el plan" example:"evaluacion"`
	Referencia       string          `json:"referencia,omitempty" validate:"omitempty,max=80" doc:"Folio del resultado del que nace"`
	Oficio           string          `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio con que se pide"`
	Hallazgos        []Hallazgo      `json:"hallazgos" validate:"required,min=1,max=50,dive" doc:"Hallazgos que el plan debe corregir"`
	Dias             int             `json:"dias,omitempty" validate:"omitempty,min=1,max=90" doc:"Días hábiles para presentarlo; los usuales si falta" example:"20"`
	// OrganoNombre, Rama and Coordinacion are facts of the catalog.
	OrganoNombre string          `json:"organo_nombre,omitempty" hecho:"true" validate:"omitempty,max=300" doc:"Nombre del órgano según el catálogo"`
	Rama         Rama            `json:"rama,omitempty" hecho:"true" validate:"omitempty,max=40" doc:"Rama que evalúa"`
	Coordinacion doe.ClaveUnidad `json:"coordinacion,omitempty" hecho:"true" validate:"omitempty,max=30" doc:"Coordinación de la rama"`
}

// MaxAcciones is how many actions a plan may have.
const MaxAcciones = 100

// Elaboracion is the input of [Elaborar]: it replaces the draft.
type Elaboracion struct {
	Inicio   fecha.Fecha  `json:"inicio" validate:"required" doc:"Inicio del plan" example:"2026-04-01"`
	Fin      fecha.Fecha  `json:"fin" validate:"required" doc:"Término del plan" example:"2026-12-15"`
	Acciones []Compromiso `json:"acciones" validate:"required,min=1,max=100,dive" doc:"Acciones; sustituyen a las del borrador"`
}

// Guia is the input of [Orientar].
type Guia struct {
	Hallazgo      string `json:"hallazgo,omitempty" validate:"omitempty,max=20" doc:"Hallazgo sobre el que se orienta" example:"H1"`
	Accion        string `json:"accion,omitempty" validate:"omitempty,max=20" doc:"Acción sobre la que se orienta"`
	Tema          string `json:"tema" validate:"required,max=200" doc:"Tema" example:"Cálculo del inventario mínimo"`
	Recomendacion string `json:"recomendacion" validate:"required,min=5,max=2000" doc:"Qué se recomienda" example:"Calcular el mínimo con el consumo de los últimos seis meses"`
	Norma         string `json:"norma,omitempty" validate:"omitempty,max=300" doc:"Norma en que se apoya"`
	Destinatario  string `json:"destinatario,omitempty" validate:"omitempty,max=200" doc:"A quién se orienta"`
}

// Atencion is how the organ attends an observation.
type Atencion struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Observación que se atiende" example:"O1"`
	Respuesta   string `json:"respuesta" validate:"required,min=5,max=2000" doc:"Cómo se atendió, o por qué no procede" example:"Se agregó la gestión con la Dirección de Administración"`
	Procede     bool   `json:"procede,omitempty" doc:"Si se acogió" example:"true"`
}

// Presentacion is the input of [Presentar].
type Presentacion struct {
	Atenciones []Atencion `json:"atenciones,omitempty" validate:"omitempty,max=500,dive" doc:"Cómo se atendió cada observación abierta"`
	Oficio     string     `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio con que llegó; obligatorio si lo captura la Dirección"`
	Nota       string     `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Nota del órgano"`
}

// Cancelacion is the input of [Cancelar].
type Cancelacion struct {
	Causal        CausalCancelacion `json:"causal" validate:"required,oneof=error_de_registro organo_extinto sustituido sin_materia" doc:"Causal" example:"sin_materia"`
	Motivo        string            `json:"motivo" validate:"required,min=5,max=1000" doc:"En qué consiste" example:"La corrección del resultado dejó sin efecto los hallazgos"`
	PlanSiguiente string            `json:"plan_siguiente,omitempty" validate:"omitempty,max=60,required_if=Causal sustituido" doc:"Folio del plan que lo sustituye"`
}
