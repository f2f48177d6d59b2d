package opinion

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Rezago is a directorate that owes an answer whose internal term is over.
type Rezago struct {
	Folio  string          `json:"folio" doc:"Folio" example:"OPI-2026-09-0000001-K"`
	Organo doe.ClaveOrgano `json:"organo" doc:"Dirección normativa" example:"dn-finanzas"`
	// Vencio is the last instant of its term, Dias the natural days since.
	Vencio       fecha.Instante `json:"vencio" doc:"Último instante de su término"`
	Dias         int            `json:"dias" doc:"Días naturales de retraso" example:"3"`
	Insistencias int            `json:"insistencias" doc:"Veces que se le insistió" example:"2"`
}

// Rezagos lists who is late at an instant, the latest first.
func Rezagos(rs []Solicitud, cs *plazo.Calendarios, ahora fecha.Instante) []Rezago {
	var out []Rezago
	for _, r := range rs {
		for _, t := range r.Turnos {
			fin, ok := r.finInterno(t, cs)
			if !ok || t.Estado != EnConsulta || r.terminada() || ahora <= fin {
				continue
			}
			out = append(out, Rezago{r.Folio, t.Organo, fin, fin.Dia().Dias(ahora.Dia()), len(t.Insistencias)})
		}
	}
	slices.SortFunc(out, func(a, b Rezago) int {
		return cmp.Or(cmp.Compare(a.Vencio, b.Vencio), cmp.Compare(a.Folio, b.Folio), cmp.Compare(a.Organo, b.Organo))
	})
	return out
}

// Desempeno is how a directorate answered. EnTiempo, Tardias, SinRespuesta and
// Pendientes add up to Consultas; what it returned or was withdrawn is apart.
type Desempeno struct {
	Organo       doe.ClaveOrgano `json:"organo" doc:"Dirección normativa" example:"dn-finanzas"`
	Consultas    int             `json:"consultas" doc:"Consultas que le tocó responder" example:"12"`
	EnTiempo     int             `json:"en_tiempo" doc:"Respondidas en su término" example:"9"`
	Tardias      int             `json:"tardias" doc:"Respondidas después" example:"1"`
	SinRespuesta int             `json:"sin_respuesta" doc:"Cerradas sin respuesta" example:"1"`
	Pendientes   int             `json:"pendientes" doc:"Que aún debe" example:"1"`
	Devueltas    int             `json:"devueltas" doc:"Que devolvió por no ser de su competencia" example:"0"`
	Retiradas    int             `json:"retiradas" doc:"Que se le dejaron de preguntar" example:"0"`
	Insistencias int             `json:"insistencias" doc:"Recordatorios que recibió" example:"4"`
}

// Desempenos counts how each directorate answered, in the order of their keys.
// An answer counts by its first version: correcting it later makes it neither
// late nor timely.
func Desempenos(rs []Solicitud) []Desempeno {
	de := map[doe.ClaveOrgano]*Desempeno{}
	cuenta := func(o doe.ClaveOrgano) *Desempeno {
		if de[o] == nil {
			de[o] = &Desempeno{Organo: o}
		}
		return de[o]
	}
	for _, r := range rs {
		for _, t := range r.Turnos {
			for _, p := range t.Traslados {
				d := cuenta(p.De)
				d.Devueltas++
				d.Insistencias += len(p.Insistencias)
			}
			cuenta(t.Organo).sumar(t)
		}
	}
	out := make([]Desempeno, 0, len(de))
	for _, d := range de {
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b Desempeno) int { return cmp.Compare(a.Organo, b.Organo) })
	return out
}

func (d *Desempeno) sumar(t Turno) {
	d.Insistencias += len(t.Insistencias)
	switch t.Estado {
	case Devuelto:
		d.Devueltas++
		return
	case Retirado:
		d.Retiradas++
		return
	}
	d.Consultas++
	switch {
	case len(t.Respuestas) > 0 && t.Respuestas[0].Tardia:
		d.Tardias++
	case len(t.Respuestas) > 0:
		d.EnTiempo++
	case t.Estado == SinRespuesta:
		d.SinRespuesta++
	default:
		d.Pendientes++
	}
}
