package evaluacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// arbolDe is the tree of some actions.
func arbolDe(as []Accion) plan.Arbol[Accion] {
	return plan.NuevoArbol(as, func(a *Accion) plan.Nodo { return plan.Nodo{Clave: a.Clave, Padre: a.Padre, Peso: a.Peso} })
}

func verificado(a *Accion) cantidad.Centesimas { return a.Verificado }
func reportado(a *Accion) cantidad.Centesimas  { return a.Avance }

// Cumplimiento is the weighted progress of some actions verified so far, from
// 0 to 100 %: what was reported and not verified does not count.
func Cumplimiento(as []Accion) cantidad.Centesimas {
	_, todo := arbolDe(as).Ponderar(verificado)
	return todo
}

// recalcular brings the progress of groups and of the plan up to date.
func (p *PlanMejora) recalcular() {
	t := arbolDe(p.Acciones)
	rep, todoRep := t.Ponderar(reportado)
	ver, todoVer := t.Ponderar(verificado)
	for i := range p.Acciones {
		if a := &p.Acciones[i]; !t.Hoja(a.Clave) {
			a.Avance, a.Verificado = rep[i], ver[i]
			a.Estado = p.estadoGrupo(t.HojasBajo(i), rep[i])
		}
	}
	p.Cumplimiento, p.Avance = todoVer, todoRep
}

// estadoGrupo is the state of a group by that of its leaves.
func (p *PlanMejora) estadoGrupo(hojas []int, avance cantidad.Centesimas) EstadoAccion {
	cumplidas := 0
	for _, j := range hojas {
		if p.Acciones[j].Estado == AccionCumplida {
			cumplidas++
		}
	}
	switch {
	case cumplidas == len(hojas):
		return AccionCumplida
	case avance > 0 || cumplidas > 0:
		return AccionEnCurso
	}
	return AccionPendiente
}

// Accion is the action with a key.
func (p PlanMejora) Accion(clave string) (Accion, bool) {
	if a := p.accion(clave); a != nil {
		return *a, true
	}
	return Accion{}, false
}

func (p *PlanMejora) accion(clave string) *Accion {
	i := slices.IndexFunc(p.Acciones, func(a Accion) bool { return a.Clave == clave })
	if i < 0 {
		return nil
	}
	return &p.Acciones[i]
}

// Hojas lists the actions that group no other: the ones that are carried out.
func (p PlanMejora) Hojas() []Accion {
	t := arbolDe(p.Acciones)
	return slices.DeleteFunc(slices.Clone(p.Acciones), func(a Accion) bool { return !t.Hoja(a.Clave) })
}

// Vencidas lists the actions overdue on a day: of a plan under way, open, with
// a committed date before it.
func (p PlanMejora) Vencidas(dia fecha.Fecha) []Accion {
	if p.Estado != EnEjecucion {
		return nil
	}
	return slices.DeleteFunc(p.Hojas(), func(a Accion) bool { return !a.Abierta() || !a.Fin.Before(dia) })
}
