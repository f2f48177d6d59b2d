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
	Hechas    int `json:"hechas" doc:"Envíos que la cumplen, sin los retirados" example:"1"`
	ATiempo   int `json:"a_tiempo" doc:"De ellas, las enviadas a más tardar el día en que se debían, o sin día fijado" example:"1"`
	Tarde     int `json:"tarde" doc:"De ellas, las enviadas después" example:"0"`
	Acusadas  int `json:"acusadas" doc:"De ellas, las que acusó a quien se debían" example:"1"`
	Faltan    int `json:"faltan" doc:"Esperadas que no se han hecho" example:"0"`
	// Ultima is the day of the last one, and Folio its dispatch.
	Ultima fecha.Fecha `json:"ultima,omitzero" doc:"Día de la última" example:"2026-03-02"`
	Folio  string      `json:"folio,omitempty" doc:"Folio del último envío" example:"ENV-2026-09-0000001-K"`
}

// Ejercicio is the year whose hand-offs are counted, as of a day, for a body or
// for all of them.
type Ejercicio struct {
	Anio int
	Hoy  fecha.Fecha
	// OOADs is how many bodies a regional unit is counted in.
	OOADs int
}

// Cumplimiento counts the deliveries of hand-offs among the dispatches given.
func Cumplimiento(c *doe.Catalogo, debidas []doe.Entrega, es []Envio, x Ejercicio, cs *plazo.Calendarios) []Cumplida {
	out := make([]Cumplida, len(debidas))
	lugar := map[string]int{}
	for i, e := range debidas {
		out[i] = Cumplida{Entrega: e, Esperadas: x.esperadas(e, cs)}
		lugar[e.Clave] = i
	}
	for _, r := range es {
		i, ok := lugar[r.Entrega]
		if !ok || r.Estado == Retirado || r.Enviado.Anio() != x.Anio {
			continue
		}
		out[i].sumar(r, c)
	}
	for i := range out {
		out[i].Faltan = max(0, out[i].Esperadas-out[i].Hechas)
	}
	return out
}

func (k *Cumplida) sumar(r Envio, c *doe.Catalogo) {
	k.Hechas++
	if r.Debida.IsZero() || !r.Enviado.After(r.Debida) {
		k.ATiempo++
	} else {
		k.Tarde++
	}
	if slices.ContainsFunc(r.Destinatarios, func(d Destinatario) bool { return d.Situacion == Acusado && k.Es(d.Destino.Destino, c) }) {
		k.Acusadas++
	}
	if !r.Enviado.Before(k.Ultima) {
		k.Ultima, k.Folio = r.Enviado, r.Folio
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
