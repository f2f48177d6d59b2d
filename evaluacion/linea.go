package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// Linea is the commitment as an activity of a plan: measured by its indicator.
// Who answers for it is a post of the organ, which is no unit.
func (c Compromiso) Linea() plan.Linea {
	l := plan.Linea{
		Clave: c.Clave, Padre: c.Padre, Clase: plan.Actividad, Descripcion: c.Descripcion,
		Peso: c.Peso, Inicio: c.Inicio, Fin: c.Fin, DependeDe: c.DependeDe,
	}
	if i := c.Indicador; i != nil {
		l.Medida = &plan.Medida{Nombre: i.Nombre, Unidad: i.Unidad, LineaBase: i.LineaBase, Meta: c.Meta, Sentido: i.Sentido, Fuente: i.Fuente}
	}
	return l
}

// lineas are commitments as activities of a plan.
func lineas(cs []Compromiso) []plan.Linea {
	out := make([]plan.Linea, len(cs))
	for i, c := range cs {
		out[i] = c.Linea()
	}
	return out
}

// comprometido is what the actions of the plan bind to now, dates moved
// included.
func (p *PlanMejora) comprometido() []Compromiso {
	out := make([]Compromiso, len(p.Acciones))
	for i, a := range p.Acciones {
		out[i] = a.Compromiso
	}
	return out
}

// marco is what the actions of a plan must fit in.
func marco(inicio, fin fecha.Fecha) plan.Marco {
	return plan.Marco{Inicio: inicio, Fin: fin, Reparto: plan.DelTodo}
}

// Faults of any plan under the rules of this one: those that already a draft
// may not have, and those that it may have until it is presented. That an
// action serves no goal but a finding, and that a group has an indicator, is
// right here.
var (
	deBorrador = map[plan.ClaseDefecto]falla.Regla{
		plan.ClaveRepetida: ClaveRepetida, plan.PadreInvalido: PadreInvalido, plan.PesoFuera: PesoFuera, plan.FechasInvertidas: FechasInvertidas,
		plan.DependenciaAjena: DependeInvalida, plan.DependenciaCiclica: DependeInvalida,
	}
	dePresentado = map[plan.ClaseDefecto]falla.Regla{
		plan.SinLineas: PesosSinCien, plan.PesosSinTodo: PesosSinPadre, plan.FueraDelPlan: FueraDelPlan, plan.OrdenRoto: OrdenRoto,
		plan.MedidaFalta: IndicadorFalta, plan.MetaSinMejora: MetaSinMejora,
	}
)

// campos are the fields of an action whose name differs in an activity.
var campos = map[string]string{"medida": "indicador", "medida.meta": "meta"}

// anotar tells each fault once, under the path of the list of actions.
func anotar(ds []plan.Defecto, reglas map[plan.ClaseDefecto]falla.Regla, lista string, f *falla.Fallas) {
	type lugar struct{ codigo, en string }
	dichas := map[lugar]bool{}
	for _, d := range ds {
		r, aplica := reglas[d.Clase]
		if d.Clase == plan.PesosSinTodo && d.Indice < 0 {
			r = PesosSinCien
		}
		if campo, otro := campos[d.Campo]; otro {
			d.Campo = campo
		}
		en := d.Lugar(lista)
		if x := (lugar{r.Codigo, en}); aplica && !dichas[x] {
			dichas[x] = true
			f.Si(true, r, en)
		}
	}
}
