package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Hallazgo is what an evaluation found and the plan must correct.
type Hallazgo struct {
	Clave       string   `json:"clave" validate:"required,max=20" doc:"Clave del hallazgo dentro del plan" example:"H1"`
	Descripcion string   `json:"descripcion" validate:"required,min=5,max=2000" doc:"Qué se encontró" example:"Recetas surtidas de forma incompleta en tres de cada diez consultas"`
	Proceso     string   `json:"proceso,omitempty" validate:"omitempty,max=200" doc:"Proceso en que se encontró" example:"Surtimiento de recetas"`
	Gravedad    Gravedad `json:"gravedad" validate:"required,oneof=menor mayor critica" doc:"Gravedad del hallazgo" example:"mayor"`
	Norma       string   `json:"norma,omitempty" validate:"omitempty,max=300" doc:"Norma o reactivo que se incumple" example:"Reactivo 4.2 de la cédula de farmacia"`
}

// Indicador says how the effect of an action is measured.
type Indicador struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Qué se mide" example:"Recetas surtidas completas"`
	Unidad string `json:"unidad" validate:"required,max=60" doc:"Unidad de medida" example:"por ciento"`
	// LineaBase is the value before the plan.
	LineaBase cantidad.Valor `json:"linea_base" doc:"Valor antes del plan, hasta con dos decimales" example:"71.5"`
	Sentido   plan.Sentido   `json:"sentido" validate:"required,oneof=ascendente descendente" doc:"Si mejora al subir o al bajar" example:"ascendente"`
	Fuente    string         `json:"fuente,omitempty" validate:"omitempty,max=300" doc:"De dónde sale el dato" example:"Sistema de control de abasto"`
}

// Compromiso is what the organ binds itself to in an action: the part that
// versions freeze.
type Compromiso struct {
	Clave string `json:"clave" validate:"required,max=20" doc:"Clave de la acción dentro del plan" example:"A1"`
	// Padre groups actions: the weight of a group is that of its members.
	Padre         string          `json:"padre,omitempty" validate:"omitempty,max=20" doc:"Acción que la agrupa" example:"A1"`
	Hallazgo      string          `json:"hallazgo,omitempty" validate:"omitempty,max=20" doc:"Hallazgo que atiende; obligatorio si la acción no agrupa a otras" example:"H1"`
	Causa         Causa           `json:"causa" validate:"required,oneof=tecnica normativa humana material" doc:"Clase de la causa que ataca" example:"material"`
	Descripcion   string          `json:"descripcion" validate:"required,min=5,max=2000" doc:"Qué se hará" example:"Reponer el inventario mínimo de los medicamentos de mayor demanda"`
	Responsable   string          `json:"responsable" validate:"required,max=200" doc:"Puesto responsable en el órgano" example:"Jefatura de Servicios de Prestaciones Médicas"`
	AreaNormativa doe.ClaveOrgano `json:"area_normativa,omitempty" validate:"omitempty,max=80" doc:"Dirección normativa cuya gestión necesita" example:"dn-prestaciones-medicas"`
	Inicio        fecha.Fecha     `json:"inicio" validate:"required" doc:"Inicio comprometido" example:"2026-04-01"`
	Fin           fecha.Fecha     `json:"fin" validate:"required" doc:"Término comprometido" example:"2026-06-30"`
	// Peso is the share of the plan: those of the topmost actions add up to
	// the whole.
	Peso      tramite.Centesimas `json:"peso" doc:"Peso en el plan, en por ciento" example:"60"`
	Indicador *Indicador         `json:"indicador,omitempty" validate:"omitempty" doc:"Con qué se mide su efecto"`
	Meta      cantidad.Valor     `json:"meta" doc:"Valor del indicador que se quiere alcanzar" example:"95"`
	DependeDe []string           `json:"depende_de,omitempty" validate:"omitempty,max=20,unique,dive,required,max=20" doc:"Acciones que deben cumplirse antes" example:"[\"A1\"]"`
}

// Accion is an action of the plan: the commitment and how it goes.
type Accion struct {
	Compromiso
	// FinOriginal is the first date committed, kept when it is rescheduled.
	FinOriginal fecha.Fecha `json:"fin_original,omitzero" doc:"Primera fecha comprometida"`
	InicioReal  fecha.Fecha `json:"inicio_real,omitzero" doc:"Inicio real"`
	FinReal     fecha.Fecha `json:"fin_real,omitzero" doc:"Término real"`
	// Avance is what the organ reports, Verificado what was proved: only the
	// latter counts.
	Avance     tramite.Centesimas `json:"avance" doc:"Avance reportado, en por ciento" example:"50"`
	Verificado tramite.Centesimas `json:"avance_verificado" doc:"Avance verificado, en por ciento" example:"25"`
	// Nota is what who verified it last said of it.
	Nota   string       `json:"nota,omitempty" doc:"Nota de la última verificación"`
	Estado EstadoAccion `json:"estado" doc:"pendiente, en_curso, cumplida o incumplida" example:"en_curso"`
	// Rebasada says that the clock noted that its date passed.
	Rebasada bool `json:"rebasada,omitempty" doc:"Si el reloj hizo constar que su fecha pasó"`
	// Prorrogas counts how often its date was moved.
	Prorrogas int `json:"prorrogas,omitempty" doc:"Veces que se reprogramó"`
	// Solicitud is a request to reschedule still to be decided.
	Solicitud *SolicitudPlazo `json:"solicitud,omitempty" doc:"Reprogramación pedida y aún no resuelta"`
	// Reportes are who of the directorate reported for the organ: they do not
	// verify what they reported.
	Reportes   []string        `json:"reportes,omitempty" doc:"Personas de la Dirección que capturaron su avance"`
	Evidencias plan.Evidencias `json:"evidencias" doc:"Evidencia presentada"`
}

// Abierta says whether the action can still be reported and verified.
func (a Accion) Abierta() bool {
	return a.Estado == AccionPendiente || a.Estado == AccionEnCurso
}

// PorDecidir says whether some evidence of the action waits for a decision.
func (a Accion) PorDecidir() bool { return a.Evidencias.PorDecidir() }

// SolicitudPlazo is the organ's request to move a date.
type SolicitudPlazo struct {
	Fin    fecha.Fecha `json:"fin" doc:"Fecha pedida"`
	Motivo string      `json:"motivo" doc:"Por qué"`
	Dia    fecha.Fecha `json:"dia" doc:"Día en que se pidió"`
}
