package doe

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// Origen is how far back the line of a unit is known.
type Origen string

// The origins.
const (
	// OrigenCreacion: an act created it.
	OrigenCreacion Origen = "creacion"
	// OrigenConversion: another unit, or several, became it.
	OrigenConversion Origen = "conversion"
	// OrigenDesconocido: the manuals show it standing and do not say since when.
	OrigenDesconocido Origen = "desconocido"
)

// FormaJSON is the closed list of origins.
func (Origen) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Valores: []string{string(OrigenCreacion), string(OrigenConversion), string(OrigenDesconocido)}}
}

// Historia is the line of a unit back to its origin.
type Historia struct {
	Clave ClaveUnidad `json:"clave" doc:"Clave de la unidad o del órgano" example:"doe-7.1.3"`
	// Nombre is the last one known.
	Nombre string `json:"nombre" doc:"Última denominación que se conoce" example:"Unidad de Atención a la Derechohabiencia"`
	// Hoy says that the unit stands in the catalog.
	Hoy    bool   `json:"hoy" doc:"Si está hoy en la estructura" example:"true"`
	Origen Origen `json:"origen" doc:"Hasta dónde llega su línea: una creación, una conversión, o no se sabe" example:"creacion"`
	// Etapas are the spans in which it was the same, the oldest first.
	Etapas []Etapa `json:"etapas" doc:"Etapas en que fue la misma, de la más antigua a la última"`
	// Antecesoras became it and Sucesoras are what it became, under other keys.
	Antecesoras []ClaveUnidad `json:"antecesoras" doc:"Unidades de otra clave que se volvieron ésta"`
	Sucesoras   []ClaveUnidad `json:"sucesoras" doc:"Unidades de otra clave en que se volvió"`
	// Actos are all the acts that touch it, transfers included, the oldest first.
	Actos []Reestructura `json:"actos" doc:"Todos los actos que la tocan, del más antiguo al último"`
}

// Etapa is a span in which a unit was the same.
type Etapa struct {
	EstadoUnidad
	// Desde is when it became so, zero where it is unknown; Noticia, the
	// first day for which it is known.
	Desde   FechaParcial `json:"desde,omitzero" doc:"Desde cuándo es así; falta si no se sabe" example:"1967"`
	Noticia fecha.Fecha  `json:"noticia" doc:"Primer día del que se tiene noticia" example:"1967-01-01"`
	// Hasta is the last day, zero while it goes on.
	Hasta fecha.Fecha `json:"hasta,omitzero" doc:"Último día; falta mientras sigue" example:"1994-03-08"`
	// Actos made it so and Cierre ended it, where they are narrated.
	Actos  []string `json:"actos" doc:"Actos que la hicieron así"`
	Cierre string   `json:"cierre,omitempty" doc:"Acto que la terminó" example:"1994-03-09-denominacion"`
	// Desconocido says, in Spanish, what is not known of the span.
	Desconocido []string `json:"desconocido" doc:"Lo que no se sabe de la etapa"`
}

// Historia tells the line of a unit: of today, of before ("hist-…"), or of an
// organ that the manuals narrate, such as "ooad-14". It is false for the rest.
func (c *Catalogo) Historia(k ClaveUnidad) (Historia, bool) {
	l, ok := c.lineas[k]
	if !ok {
		return Historia{}, false
	}
	h := Historia{Clave: k, Origen: OrigenDesconocido, Etapas: []Etapa{}, Antecesoras: []ClaveUnidad{}, Sucesoras: []ClaveUnidad{}, Actos: []Reestructura{}}
	_, h.Hoy = c.iUnidad[k]
	h.Hoy = h.Hoy || c.esOrgano(k)
	for i := range l.etapas {
		h.Etapas = append(h.Etapas, l.etapas[i].contar())
		h.Nombre = l.etapas[i].Nombre
	}
	if a := l.etapas[0].abre; len(a) > 0 {
		h.Origen = OrigenConversion
		if a[0].Clase == Creacion {
			h.Origen = OrigenCreacion
		}
	}
	for _, r := range l.actos {
		h.Actos = append(h.Actos, r.copia())
		h.parientes(r)
	}
	return h, true
}

// parientes adds the units that an act ties to the line under another key.
func (h *Historia) parientes(r *Reestructura) {
	_, antes := en(r.Antes, h.Clave)
	_, despues := en(r.Despues, h.Clave)
	if antes == despues && r.Clase != Fusion && r.Clase != Division {
		return
	}
	if despues {
		h.Antecesoras = distintas(h.Antecesoras, r.Antes, h.Clave)
	}
	if antes {
		h.Sucesoras = distintas(h.Sucesoras, r.Despues, h.Clave)
	}
}

func distintas(ks []ClaveUnidad, es []EstadoUnidad, salvo ClaveUnidad) []ClaveUnidad {
	for _, e := range es {
		if e.Clave != salvo && !slices.Contains(ks, e.Clave) {
			ks = append(ks, e.Clave)
		}
	}
	return ks
}

func (x *etapa) contar() Etapa {
	e := Etapa{EstadoUnidad: x.EstadoUnidad, Desde: x.fechada(), Noticia: x.desde, Actos: []string{}, Desconocido: x.dudas(x.desde)}
	for _, r := range x.abre {
		e.Actos = append(e.Actos, r.Clave)
	}
	if !x.hasta.IsZero() {
		e.Hasta = x.hasta.Sumar(-1)
	}
	if x.cierra != nil {
		e.Cierre = x.cierra.Clave
	}
	if x.perdida {
		e.Desconocido = append(e.Desconocido, "Desde entonces los manuales no dan noticia de ella.")
	}
	return e
}

// FiltroReestructuras narrows a list of acts; empty fields let all pass.
type FiltroReestructuras struct {
	Clase ClaseReestructura
	// Unidad keeps the acts that touch a unit.
	Unidad ClaveUnidad
	// Desde and Hasta bound the day of effect, both included. An act of
	// uncertain day passes if any day it can be does.
	Desde, Hasta fecha.Fecha
}

// Reestructuras lists the acts that the manuals narrate and those applied
// since, in the order of their effect.
func (c *Catalogo) Reestructuras(f FiltroReestructuras) []Reestructura {
	out := []Reestructura{}
	for i := range c.reestructuras {
		r := &c.reestructuras[i]
		dia, _ := r.Efecto()
		if f.Clase != "" && r.Clase != f.Clase || f.Unidad != "" && !r.Toca(f.Unidad) ||
			!f.Desde.IsZero() && dia.Ultimo().Before(f.Desde) || !f.Hasta.IsZero() && dia.Primero().After(f.Hasta) {
			continue
		}
		out = append(out, r.copia())
	}
	return out
}
