package envio

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Cumplida is a hand-off of the manuals with the deliveries of a year.
type Cumplida struct {
	doe.Entrega
	// Esperadas is how many were due by the day, by how often they are owed: 0
	// where the text does not say. Those of a regional unit are of every OOAD,
	// unless one is asked for.
	Esperadas int `json:"esperadas" doc:"Cuántas debían haberse hecho a la fecha, según su periodicidad; 0 si el texto no la dice" example:"1"`
	Hechas    int `json:"hechas" doc:"Envíos que la cumplen, sin los retirados, y programas presentados a quien los integra" example:"1"`
	ATiempo   int `json:"a_tiempo" doc:"De ellas, las hechas a más tardar el día en que se debían, o sin día fijado" example:"1"`
	Tarde     int `json:"tarde" doc:"De ellas, las hechas después" example:"0"`
	Acusadas  int `json:"acusadas" doc:"De ellas, las que acusó a quien se debían; de un programa, si lo integró" example:"1"`
	Faltan    int `json:"faltan" doc:"Esperadas que no se han hecho" example:"0"`
	// Ultima is the day of the last one, and Folio its record.
	Ultima fecha.Fecha `json:"ultima,omitzero" doc:"Día de la última" example:"2026-03-02"`
	Folio  string      `json:"folio,omitempty" doc:"Folio del último envío o programa" example:"ENV-2026-09-0000001-K"`
}

// Ejercicio is the year whose hand-offs are counted, as of a day, for a body or
// for all of them.
type Ejercicio struct {
	Anio int
	Hoy  fecha.Fecha
	// OOADs is how many bodies a regional unit is counted in.
	OOADs int
}

// Hecha is a hand-off made: by a dispatch, or by an act of another trámite that
// hands its record over.
type Hecha struct {
	// Entrega is the key of the hand-off, Folio the record by which it was made.
	Entrega, Folio string
	// Anio is the year it counts for, Dia when it was made.
	Anio int
	Dia  fecha.Fecha
	// Tarde says that it was made after the day set for it; Acusada, that whom
	// it was owed to acknowledged it.
	Tarde, Acusada bool
}

// Hecha is the hand-off that a dispatch made; false if none, or if it was
// withdrawn.
func (r Envio) Hecha(c *doe.Catalogo) (Hecha, bool) {
	e, ok := c.Entrega(r.Entrega)
	if !ok || r.Estado == Retirado {
		return Hecha{}, false
	}
	acuso := slices.ContainsFunc(r.Destinatarios, func(d Destinatario) bool { return d.Situacion == Acusado && e.Es(d.Destino.Destino, c) })
	return Hecha{r.Entrega, r.Folio, r.Enviado.Anio(), r.Enviado, !r.Debida.IsZero() && r.Enviado.After(r.Debida), acuso}, true
}

// Cumplimiento counts the hand-offs made among those owed in a year.
func Cumplimiento(debidas []doe.Entrega, hechas []Hecha, x Ejercicio, cs *plazo.Calendarios) []Cumplida {
	out := make([]Cumplida, len(debidas))
	lugar := map[string]int{}
	for i, e := range debidas {
		out[i] = Cumplida{Entrega: e, Esperadas: x.esperadas(e, cs)}
		lugar[e.Clave] = i
	}
	for _, h := range hechas {
		if i, ok := lugar[h.Entrega]; ok && h.Anio == x.Anio {
			out[i].sumar(h)
		}
	}
	for i := range out {
		out[i].Faltan = max(0, out[i].Esperadas-out[i].Hechas)
	}
	return out
}

func (k *Cumplida) sumar(h Hecha) {
	k.Hechas++
	if h.Tarde {
		k.Tarde++
	} else {
		k.ATiempo++
	}
	if h.Acusada {
		k.Acusadas++
	}
	if !h.Dia.Before(k.Ultima) {
		k.Ultima, k.Folio = h.Dia, h.Folio
	}
}

// Anio gives the first and the last day of a year from 1 to 9999.
func Anio(n int) (uno, fin fecha.Fecha) {
	uno, err := fecha.New(n, 1, 1)
	if err != nil {
		return fecha.Fecha{}, fecha.Fecha{}
	}
	fin, _ = fecha.New(n, 12, 31)
	return uno, fin
}

// esperadas counts the periods of the year that are over, or the year itself
// once begun: working days of the LFPA calendar, weeks, quarters.
func (x Ejercicio) esperadas(e doe.Entrega, cs *plazo.Calendarios) int {
	uno, fin := Anio(x.Anio)
	if x.Hoy.Before(uno) || e.Cada == "" {
		return 0
	}
	hasta := fin
	if !x.Hoy.After(fin) {
		hasta = x.Hoy.Sumar(-1) // today is not over
	}
	n := 1
	switch e.Cada {
	case doe.Diaria:
		n = cs.DiasHabiles(plazo.LFPA, uno.Sumar(-1), hasta, "")
	case doe.Semanal:
		n = (hasta.Ordinal() - uno.Ordinal() + 1) / 7
	case doe.Trimestral:
		n = (int(hasta.Siguiente().Mes()) - 1) / 3
		if hasta == fin {
			n = 4
		}
	}
	if e.De.Regional() {
		n *= x.OOADs
	}
	return n
}
