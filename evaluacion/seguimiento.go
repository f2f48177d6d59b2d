package evaluacion

import (
	"encoding/json"
	"fmt"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Base is the dates that the progress of a plan is held against.
type Base string

// The bases.
const (
	// BaseVigente: the dates in force, those moved included.
	BaseVigente Base = "vigente"
	// BaseOriginal: the dates of the version authorised.
	BaseOriginal Base = "original"
)

// Bases lists the bases.
func Bases() vocabulario.Tabla[Base] {
	f := norma.Configuracion("fechas con que se compara el avance")
	return vocabulario.Tabla[Base]{
		{Clave: BaseVigente, Nombre: "Vigente", Descripcion: "Las fechas que rigen hoy, con las reprogramadas.", Fuente: f},
		{Clave: BaseOriginal, Nombre: "Original", Descripcion: "Las fechas de la versión que se autorizó.", Fuente: f},
	}
}

// ParseBase reads a base. The error wraps [vocabulario.ErrDesconocida].
func ParseBase(s string) (Base, error) { return Bases().Parse(s) }

// Seguimiento tells how a plan goes: what was due and what was verified, month
// by month or quarter by quarter, since when it is late and when it will end.
type Seguimiento struct {
	Folio string `json:"folio" doc:"Folio del plan" example:"PM-2026-14-0000001-X"`
	Base  Base   `json:"base" doc:"Fechas con que se compara: vigente u original" example:"vigente"`
	// Programado and Real are those of the day of the cut.
	Programado cantidad.Centesimas `json:"programado" doc:"Avance ponderado que se debía al día del corte, en por ciento" example:"48.5"`
	Real       cantidad.Centesimas `json:"real" doc:"Avance ponderado verificado hasta ese día, en por ciento" example:"25"`
	Serie      plan.Serie          `json:"serie" doc:"Programado y verificado al cierre de cada periodo"`
	// Atraso is nil while the plan is on time at its last close.
	Atraso     *plan.Atraso    `json:"atraso,omitempty" doc:"Desde cuándo debe el plan, según su último cierre; falta si va en tiempo"`
	Atrasadas  []plan.Atrasada `json:"atrasadas" doc:"Acciones que deben avance el día del corte, la de atraso más antiguo primero"`
	Pronostico plan.Pronostico `json:"pronostico" doc:"Cuándo terminará al ritmo que lleva, o por qué no puede preverse"`
}

// Seguir tells how the plan went up to a day, by its events. Each action is due
// evenly from its beginning to its end. Nothing is known of a plan that was not
// put under way: it has no cut. The result is false for [BaseOriginal] when the
// version authorised is not there to compare with.
func (p PlanMejora) Seguir(es []tramite.Evento, dia fecha.Fecha, base Base, paso plan.Paso) (s Seguimiento, ok bool, err error) {
	cs, inicio, fin := p.comprometido(), p.Inicio, p.Fin
	if base == BaseOriginal {
		v, hay := p.autorizada()
		if !hay {
			return s, false, nil
		}
		cs, inicio, fin = v.Acciones, v.Inicio, v.Fin
	}
	vs, err := verificaciones(es)
	if err != nil {
		return s, false, err
	}
	if p.Iniciado.IsZero() {
		dia = fecha.Fecha{}
	}
	ls := lineas(cs)
	t := plan.ArbolDe(ls)
	ponderar := func(tasa func(l *plan.Linea) cantidad.Centesimas) cantidad.Centesimas {
		_, todo := t.Ponderar(tasa)
		return todo
	}
	programado := func(d fecha.Fecha) cantidad.Centesimas {
		return ponderar(func(l *plan.Linea) cantidad.Centesimas { return l.Programado(d) })
	}
	real := func(d fecha.Fecha) cantidad.Centesimas {
		return ponderar(func(l *plan.Linea) cantidad.Centesimas { return vs.al(l.Clave, d) })
	}
	s = Seguimiento{Folio: p.Folio, Base: base, Serie: plan.NuevaSerie(inicio, fin, dia, paso, programado, real), Atrasadas: []plan.Atrasada{}}
	if !dia.IsZero() {
		s.Programado, s.Real = programado(dia), real(dia)
		s.Atrasadas = append(s.Atrasadas, plan.Atrasadas(ls, dia, func(l plan.Linea) cantidad.Centesimas { return vs.al(l.Clave, dia) })...)
	}
	if a, tarde := s.Serie.Atraso(); tarde {
		s.Atraso = &a
	}
	s.Pronostico = s.Serie.Pronostico()
	return s, true, nil
}

// autorizada is the version that was authorised; false before, or for whom
// does not see it.
func (p *PlanMejora) autorizada() (Version, bool) {
	for _, v := range p.Versiones {
		if p.Autorizacion != nil && v.Numero == p.Autorizacion.Version {
			return v, true
		}
	}
	return Version{}, false
}

// verificacion is how much of an action was held proved on a day.
type verificacion struct {
	dia    fecha.Fecha
	avance cantidad.Centesimas
}

// historia is what was verified of each action, in order.
type historia map[string][]verificacion

// verificaciones reads from the events of a plan what was verified, when.
func verificaciones(es []tramite.Evento) (historia, error) {
	h := historia{}
	for _, e := range es {
		if e.Acto != Verificar.Nombre || len(e.Entrada) == 0 {
			continue
		}
		var c Comprobacion
		if err := json.Unmarshal(e.Entrada, &c); err != nil {
			return nil, fmt.Errorf("evaluacion: reading event %d: %w", e.Secuencia, err)
		}
		h[c.Accion] = append(h[c.Accion], verificacion{e.En.Dia(), c.Avance})
	}
	return h, nil
}

// al is what was verified of an action by the end of a day.
func (h historia) al(accion string, dia fecha.Fecha) cantidad.Centesimas {
	var out cantidad.Centesimas
	for _, v := range h[accion] {
		if !v.dia.After(dia) {
			out = v.avance
		}
	}
	return out
}
