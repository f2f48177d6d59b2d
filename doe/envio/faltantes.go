package envio

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Faltante is a recipient whose acknowledgement is missing.
type Faltante struct {
	Folio        string          `json:"folio" doc:"Folio del envío" example:"ENV-2026-09-0000001-K"`
	Expediente   Referencia      `json:"expediente" doc:"Qué se envió"`
	Asunto       string          `json:"asunto" doc:"Asunto" example:"Se remite el informe trimestral"`
	Unidad       doe.ClaveUnidad `json:"unidad" doc:"Unidad que envió" example:"doe-7.1.1.6"`
	OOAD         doe.OOAD        `json:"ooad" doc:"OOAD de la unidad que envió" example:"09"`
	Destinatario string          `json:"destinatario" doc:"Quién no ha acusado" example:"ooad-14"`
	Persona      *Persona        `json:"persona,omitempty" doc:"Quién es, si no es unidad ni órgano"`
	Situacion    Situacion       `json:"situacion" doc:"pendiente, devuelto o sin_acuse" example:"pendiente"`
	Medio        Medio           `json:"medio" doc:"Medio del último envío" example:"oficio"`
	Enviado      fecha.Fecha     `json:"enviado" doc:"Día del envío" example:"2026-03-02"`
	Vence        fecha.Fecha     `json:"vence,omitzero" doc:"Último día para acusar, si corre" example:"2026-03-09"`
	Alertas      int             `json:"alertas" doc:"Veces que el reloj alertó" example:"1"`
	Insistencias int             `json:"insistencias" doc:"Veces que se insistió" example:"0"`
	Vencido      bool            `json:"vencido" doc:"Si ya pasó el último día" example:"true"`
}

// Faltantes lists the recipients that have not acknowledged, the longest
// overdue first.
func Faltantes(es []Envio, hoy fecha.Fecha, cs *plazo.Calendarios) []Faltante {
	var out []Faltante
	for _, r := range es {
		for _, d := range r.Destinatarios {
			if r.Estado == Retirado || d.Situacion == Acusado || d.Situacion == Sustituido {
				continue
			}
			x := Faltante{
				Folio: r.Folio, Expediente: r.Expediente, Asunto: r.Asunto, Unidad: r.Unidad, OOAD: r.OOAD, Destinatario: d.Clave, Persona: d.Persona,
				Situacion: d.Situacion, Medio: d.Medio, Enviado: r.Enviado, Alertas: len(d.Alertas), Insistencias: len(d.Insistencias),
			}
			x.Vence, _ = r.vence(d, cs)
			x.Vencido = !x.Vence.IsZero() && hoy.After(x.Vence)
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Faltante) int {
		if a.Vence.IsZero() != b.Vence.IsZero() {
			if a.Vence.IsZero() {
				return 1
			}
			return -1
		}
		return a.Vence.Compare(b.Vence)
	})
	return out
}

// vence is the last day for a recipient to acknowledge; false when no clock of
// it runs.
func (r Envio) vence(d Destinatario, cs *plazo.Calendarios) (fecha.Fecha, bool) {
	for _, k := range r.Relojes {
		if k.Plazo == PlazoAcuse && k.Clave == d.reloj() && k.Corre() {
			return k.Vence(cs, string(r.OOAD.Organo()))
		}
	}
	return fecha.Fecha{}, false
}
