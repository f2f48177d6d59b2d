package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Arranque is the input of [Iniciar].
type Arranque struct {
	Fecha fecha.Fecha `json:"fecha,omitzero" doc:"Día en que se puso en marcha; el del acto si falta" example:"2026-04-01"`
}

// Prueba is a piece of evidence as it is presented.
type Prueba struct {
	Nombre       string      `json:"nombre" validate:"required,max=200" doc:"Nombre del documento" example:"inventario-abril.pdf"`
	SHA256       string      `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del documento" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	PeriodoDesde fecha.Fecha `json:"periodo_desde" validate:"required" doc:"Primer día que prueba" example:"2026-04-01"`
	PeriodoHasta fecha.Fecha `json:"periodo_hasta" validate:"required" doc:"Último día que prueba" example:"2026-04-30"`
	VigenteHasta fecha.Fecha `json:"vigente_hasta,omitzero" doc:"Último día en que puede aceptarse, si caduca"`
	Reemplaza    string      `json:"reemplaza,omitempty" validate:"omitempty,max=20" doc:"Evidencia rechazada a la que sustituye"`
}

// Reporte is the input of [ReportarAvance].
type Reporte struct {
	Accion     string             `json:"accion" validate:"required,max=20" doc:"Acción" example:"A1"`
	Avance     tramite.Centesimas `json:"avance" doc:"Avance acumulado, en por ciento" example:"50"`
	InicioReal fecha.Fecha        `json:"inicio_real,omitzero" doc:"Día en que se empezó"`
	FinReal    fecha.Fecha        `json:"fin_real,omitzero" doc:"Día en que se terminó; con el cien por ciento"`
	Nota       string             `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Qué se hizo"`
	Evidencias []Prueba           `json:"evidencias,omitempty" validate:"omitempty,max=20,dive" doc:"Evidencia del avance"`
}

// Fallo decides on a piece of evidence.
type Fallo struct {
	Evidencia string               `json:"evidencia" validate:"required,max=20" doc:"Evidencia" example:"E1"`
	Resultado plan.EstadoEvidencia `json:"resultado" validate:"required,oneof=aceptada rechazada" doc:"Si prueba lo que dice" example:"aceptada"`
	Motivo    string               `json:"motivo,omitempty" validate:"required_if=Resultado rechazada,max=1000" doc:"Por qué se rechaza"`
}

// Comprobacion is the input of [Verificar].
type Comprobacion struct {
	Accion     string             `json:"accion" validate:"required,max=20" doc:"Acción" example:"A1"`
	Avance     tramite.Centesimas `json:"avance" doc:"Avance que se da por verificado, en por ciento" example:"50"`
	Evidencias []Fallo            `json:"evidencias,omitempty" validate:"omitempty,max=50,dive" doc:"Qué se decide de cada evidencia por decidir"`
	Nota       string             `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Por qué; obligatoria si el avance verificado baja"`
}

// PeticionPlazo is the input of [PedirReprogramacion].
type PeticionPlazo struct {
	Accion string      `json:"accion" validate:"required,max=20" doc:"Acción" example:"A2"`
	Fin    fecha.Fecha `json:"fin" validate:"required" doc:"Fecha que se pide" example:"2026-10-30"`
	Motivo string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"El proveedor entregará el equipo después de lo previsto"`
}

// Cambio is the input of [Reprogramar].
type Cambio struct {
	Accion string      `json:"accion,omitempty" validate:"omitempty,max=20" doc:"Acción; el término del plan si falta" example:"A2"`
	Inicio fecha.Fecha `json:"inicio,omitzero" doc:"Inicio nuevo de la acción, si también se mueve"`
	Fin    fecha.Fecha `json:"fin" validate:"required" doc:"Fecha nueva" example:"2026-10-30"`
	Motivo string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se mueve" example:"El proveedor entregará el equipo después de lo previsto"`
}

// Negativa is the input of [NegarReprogramacion].
type Negativa struct {
	Accion string `json:"accion" validate:"required,max=20" doc:"Acción" example:"A2"`
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se niega" example:"La causa ya era conocida al comprometer la fecha"`
}

// Falta is the input of [DeclararIncumplimiento].
type Falta struct {
	Accion string `json:"accion,omitempty" validate:"omitempty,max=20" doc:"Acción; el plan no presentado si falta" example:"A1"`
	Causa  Causa  `json:"causa" validate:"required,oneof=tecnica normativa humana material" doc:"Clase de la causa" example:"humana"`
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"En qué consiste" example:"La fecha pasó sin avance ni reprogramación"`
}

// Mandato is the input of [DictarMedida].
type Mandato struct {
	Tipo        TipoMedida        `json:"tipo" validate:"required,oneof=correctiva preventiva mejora" doc:"Tipo de medida" example:"correctiva"`
	Accion      string            `json:"accion,omitempty" validate:"omitempty,max=20" doc:"Acción que la motiva"`
	Hallazgo    string            `json:"hallazgo,omitempty" validate:"omitempty,max=20,required_without=Accion" doc:"Hallazgo que la motiva; obligatorio si no hay acción" example:"H1"`
	Descripcion string            `json:"descripcion" validate:"required,min=5,max=2000" doc:"Qué se ordena" example:"Surtir las recetas pendientes con apoyo de otra unidad"`
	Responsable string            `json:"responsable" validate:"required,max=200" doc:"Quién la cumple" example:"Titular del OOAD"`
	Fin         fecha.Fecha       `json:"fin" validate:"required" doc:"Para cuándo" example:"2027-03-31"`
	Direcciones []doe.ClaveOrgano `json:"direcciones,omitempty" validate:"omitempty,max=15,unique,dive,required,max=80" doc:"Direcciones normativas con que se decidió" example:"[\"dn-prestaciones-medicas\"]"`
}

// Aplicacion is the input of [AplicarMedida].
type Aplicacion struct {
	Medida    string      `json:"medida" validate:"required,max=20" doc:"Medida" example:"M1"`
	Fecha     fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que se aplicó" example:"2026-03-02"`
	Resultado string      `json:"resultado" validate:"required,min=5,max=2000" doc:"Resultado" example:"Se surtieron las recetas pendientes"`
	SHA256    string      `json:"sha256" validate:"required,sha256" doc:"Huella del documento que lo prueba" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
}
