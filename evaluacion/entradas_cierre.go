package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Conclusion is the input of [Concluir].
type Conclusion struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Consideraciones"`
}

// Medicion is the value of the indicator of an action after the plan.
type Medicion struct {
	Accion string         `json:"accion" validate:"required,max=20" doc:"Acción cuyo indicador se midió" example:"A1"`
	Valor  cantidad.Valor `json:"valor" doc:"Valor medido, hasta con dos decimales" example:"96.2"`
	Fecha  fecha.Fecha    `json:"fecha" validate:"required" doc:"Día de la medición" example:"2026-03-02"`
	Fuente string         `json:"fuente" validate:"required,max=300" doc:"De dónde sale el dato" example:"Sistema de control de abasto"`
}

// VerificacionEfecto is the input of [VerificarEfecto].
type VerificacionEfecto struct {
	Mediciones []Medicion `json:"mediciones" validate:"required,min=1,max=100,dive" doc:"Una por cada indicador del plan"`
	Nota       string     `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Conclusión"`
}

// Termino is the input of [Cerrar].
type Termino struct {
	PlanSiguiente string `json:"plan_siguiente,omitempty" validate:"omitempty,max=60" doc:"Folio del plan que continúa lo no corregido"`
	Nota          string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Conclusión"`
}

// VencimientoOpinion is the input of the act by which the clock notes that a
// directorate did not comment in time.
type VencimientoOpinion struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=80" doc:"Dirección normativa" example:"dn-prestaciones-medicas"`
}

// ClaveReloj says which clock rang.
func (v VencimientoOpinion) ClaveReloj() string { return string(v.Organo) }

// VencimientoAccion is the input of the act by which the clock notes that the
// date of an action passed.
type VencimientoAccion struct {
	Accion string `json:"accion" validate:"required,max=20" doc:"Acción" example:"A1"`
}

// ClaveReloj says which clock rang.
func (v VencimientoAccion) ClaveReloj() string { return v.Accion }
