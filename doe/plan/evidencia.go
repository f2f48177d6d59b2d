package plan

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Evidencia is a document that proves progress in a period.
type Evidencia struct {
	Clave  string `json:"clave" doc:"Clave de la evidencia dentro de lo que prueba" example:"E1"`
	Nombre string `json:"nombre" doc:"Nombre del documento"`
	SHA256 string `json:"sha256" doc:"Huella del documento"`
	// PeriodoDesde and PeriodoHasta are the days that it proves, both
	// included, apart from when it was presented.
	PeriodoDesde fecha.Fecha `json:"periodo_desde" doc:"Primer día que prueba"`
	PeriodoHasta fecha.Fecha `json:"periodo_hasta" doc:"Último día que prueba"`
	// VigenteHasta is the last day on which it can be accepted.
	VigenteHasta fecha.Fecha     `json:"vigente_hasta,omitzero" doc:"Último día en que puede aceptarse"`
	Estado       EstadoEvidencia `json:"estado" doc:"presentada, aceptada o rechazada"`
	// Motivo says why it was rejected.
	Motivo string `json:"motivo,omitempty" doc:"Por qué se rechazó"`
	// Revision counts from 1; Reemplaza is the rejected one it stands for.
	Revision  int             `json:"revision" doc:"Número de revisión"`
	Reemplaza string          `json:"reemplaza,omitempty" doc:"Evidencia rechazada a la que sustituye"`
	En        fecha.Instante  `json:"en" doc:"Cuándo se presentó"`
	Por       string          `json:"por" doc:"Quién la presentó"`
	Organo    doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano que la presentó"`
	// DecididaEn and DecididaPor say who decided on it and when.
	DecididaEn  fecha.Instante `json:"decidida_en,omitzero" doc:"Cuándo se decidió"`
	DecididaPor string         `json:"decidida_por,omitempty" doc:"Quién decidió"`
}

// Prueba says whether the evidence bears on some day of a span, both ends
// included, and was not rejected.
func (e Evidencia) Prueba(desde, hasta fecha.Fecha) bool {
	return e.Estado != EvidenciaRechazada && !e.PeriodoHasta.Before(desde) && !e.PeriodoDesde.After(hasta)
}

// Caduca says whether it can no longer be accepted on a day.
func (e Evidencia) Caduca(dia fecha.Fecha) bool {
	return !e.VigenteHasta.IsZero() && e.VigenteHasta.Before(dia)
}

// Evidencias are the pieces of evidence of a line, in the order presented.
type Evidencias []Evidencia

// Buscar finds a piece by its key; nil when there is none.
func (es Evidencias) Buscar(clave string) *Evidencia {
	i := slices.IndexFunc(es, func(e Evidencia) bool { return e.Clave == clave })
	if i < 0 {
		return nil
	}
	return &es[i]
}

// PorDecidir says whether some piece waits for a decision.
func (es Evidencias) PorDecidir() bool {
	return slices.ContainsFunc(es, func(e Evidencia) bool { return e.Estado == EvidenciaPresentada })
}

// Prueba says whether some piece not rejected bears on some day of a span.
func (es Evidencias) Prueba(desde, hasta fecha.Fecha) bool {
	return slices.ContainsFunc(es, func(e Evidencia) bool { return e.Prueba(desde, hasta) })
}

// Sustituible says whether a piece was rejected and nothing stands for it yet.
func (es Evidencias) Sustituible(clave string) bool {
	e := es.Buscar(clave)
	return e != nil && e.Estado == EvidenciaRechazada &&
		!slices.ContainsFunc(es, func(e Evidencia) bool { return e.Reemplaza == clave })
}

// Presentar adds a piece to be decided, with its key and the number of its
// revision: one more than that of the piece it stands for.
func (es Evidencias) Presentar(e Evidencia) Evidencias {
	e.Clave, e.Estado, e.Revision = fmt.Sprintf("E%d", len(es)+1), EvidenciaPresentada, 1
	if antes := es.Buscar(e.Reemplaza); antes != nil {
		e.Revision = antes.Revision + 1
	}
	return append(es, e)
}
