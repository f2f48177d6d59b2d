package acuerdo

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Grupo is what a report of compliance counts by.
type Grupo string

// The ways of grouping.
const (
	PorOrgano  Grupo = "organo"
	PorUnidad  Grupo = "unidad"
	PorReunion Grupo = "reunion"
)

// Grupos lists the ways of grouping.
func Grupos() []Grupo { return []Grupo{PorOrgano, PorUnidad, PorReunion} }

// clave is what an agreement counts under; empty when it has none, so it is
// in no row.
func (g Grupo) clave(a *Acuerdo) string {
	switch g {
	case PorOrgano:
		return string(a.ACargo.Organo)
	case PorUnidad:
		return string(a.ACargo.Unidad)
	case PorReunion:
		return a.Reunion
	}
	return ""
}

// Atraso is the oldest agreement still owed after its date.
type Atraso struct {
	Folio      string      `json:"folio" doc:"Folio" example:"ACU-2026-14-0000001-X"`
	Compromiso fecha.Fecha `json:"compromiso" doc:"Fecha en que debió cumplirse" example:"2026-04-30"`
	Dias       int         `json:"dias" doc:"Días transcurridos" example:"12"`
}

// Cumplimiento counts agreements.
type Cumplimiento struct {
	Clave string                 `json:"clave,omitempty" doc:"Órgano, unidad o reunión; falta en el total" example:"ooad-14"`
	Total int                    `json:"total" doc:"Acuerdos" example:"3"`
	Por   map[tramite.Estado]int `json:"por_estado" doc:"Cuántos en cada estado"`
	// PorGrado counts those that ended fulfilled or failed.
	PorGrado map[Grado]int `json:"por_grado" doc:"Cuántos de cada grado, de los terminados"`
	ATiempo  int           `json:"a_tiempo" doc:"Cumplidos en su fecha vigente" example:"1"`
	Tarde    int           `json:"tarde" doc:"Cumplidos después" example:"0"`
	// Vencidos are still owed after their date.
	Vencidos    int `json:"vencidos" doc:"Sin entregar y con la fecha vencida" example:"1"`
	Prorrogados int `json:"prorrogados" doc:"Con alguna prórroga o fecha nueva" example:"1"`
	// Dias is the mean, cut to whole days, from the agreement to its
	// fulfilment.
	Dias int `json:"dias_promedio" doc:"Días naturales enteros, en promedio, del acuerdo a su cumplimiento" example:"31"`
	// MasAntiguo is the oldest of those overdue.
	MasAntiguo *Atraso `json:"mas_antiguo,omitempty" doc:"El vencido más antiguo"`

	suma, cumplidos int
}

// Resumen is the report of compliance of some days.
type Resumen struct {
	Desde fecha.Fecha    `json:"desde" doc:"Primer día en que se acordó" example:"2026-01-01"`
	Hasta fecha.Fecha    `json:"hasta" doc:"Último día en que se acordó" example:"2026-12-31"`
	Corte fecha.Fecha    `json:"corte" doc:"Día al que se cuenta" example:"2026-05-12"`
	Grupo Grupo          `json:"agrupar" validate:"oneof=organo unidad reunion" doc:"Por qué se agrupa" example:"organo"`
	Filas []Cumplimiento `json:"filas" doc:"Una por órgano, unidad o reunión, en orden de clave"`
	Total Cumplimiento   `json:"total" doc:"Lo mismo, de todas las filas"`
	// SinFila counts those that the grouping leaves out: by organ, those in
	// charge of a unit; by unit, the others; by meeting, those of none.
	SinFila int `json:"sin_fila" doc:"Acuerdos del periodo que no caen en ninguna fila: por órgano, los que están a cargo de una unidad; por unidad, los de un órgano; por reunión, los que no nacen de una" example:"1"`
}

// Resumir counts the agreements made between two days, both included, as of a
// third.
func Resumir(as []Acuerdo, desde, hasta, corte fecha.Fecha, g Grupo) Resumen {
	filas, total := map[string]*Cumplimiento{}, nuevoCumplimiento("")
	r := Resumen{Desde: desde, Hasta: hasta, Corte: corte, Grupo: g, Filas: []Cumplimiento{}}
	for i := range as {
		a := &as[i]
		k, dia := g.clave(a), a.Creado.Dia()
		if dia.Before(desde) || dia.After(hasta) {
			continue
		}
		if k == "" {
			r.SinFila++
			continue
		}
		if filas[k] == nil {
			filas[k] = nuevoCumplimiento(k)
		}
		filas[k].contar(a, corte)
		total.contar(a, corte)
	}
	r.Total = total.cerrar()
	for _, f := range filas {
		r.Filas = append(r.Filas, f.cerrar())
	}
	slices.SortFunc(r.Filas, func(a, b Cumplimiento) int { return cmp.Compare(a.Clave, b.Clave) })
	return r
}

func nuevoCumplimiento(k string) *Cumplimiento {
	return &Cumplimiento{Clave: k, Por: map[tramite.Estado]int{}, PorGrado: map[Grado]int{}}
}

func (c *Cumplimiento) contar(a *Acuerdo, corte fecha.Fecha) {
	c.Total++
	c.Por[a.Estado]++
	if a.Compromiso != a.PrimerCompromiso {
		c.Prorrogados++
	}
	if d := a.Desenlace; d != nil {
		c.PorGrado[d.Grado]++
		if a.Estado == Cumplido {
			c.cumplir(a, d)
		}
	}
	if !a.Vencido(corte) {
		return
	}
	c.Vencidos++
	if c.MasAntiguo == nil || a.Compromiso.Before(c.MasAntiguo.Compromiso) || a.Compromiso == c.MasAntiguo.Compromiso && a.Folio < c.MasAntiguo.Folio {
		c.MasAntiguo = &Atraso{Folio: a.Folio, Compromiso: a.Compromiso, Dias: a.Compromiso.Dias(corte)}
	}
}

func (c *Cumplimiento) cumplir(a *Acuerdo, d *Desenlace) {
	if d.Retraso > 0 {
		c.Tarde++
	} else {
		c.ATiempo++
	}
	c.cumplidos++
	c.suma += a.Creado.Dia().Dias(d.Cumplido)
}

func (c *Cumplimiento) cerrar() Cumplimiento {
	if c.cumplidos > 0 {
		c.Dias = c.suma / c.cumplidos
	}
	out := *c
	out.suma, out.cumplidos = 0, 0
	return out
}
