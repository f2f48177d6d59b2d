package evaluacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// arbol indexes actions by key and by the action that groups them.
type arbol[A any] struct {
	as     []A
	de     func(*A) *Compromiso
	indice map[string]int
	hijas  map[string][]int
}

func nuevoArbol[A any](as []A, de func(*A) *Compromiso) arbol[A] {
	a := arbol[A]{as: as, de: de, indice: make(map[string]int, len(as)), hijas: map[string][]int{}}
	for i := range as {
		c := de(&as[i])
		if _, doble := a.indice[c.Clave]; !doble {
			a.indice[c.Clave] = i
		}
		if c.Padre != "" {
			a.hijas[c.Padre] = append(a.hijas[c.Padre], i)
		}
	}
	return a
}

func arbolDe(as []Accion) arbol[Accion] {
	return nuevoArbol(as, func(a *Accion) *Compromiso { return &a.Compromiso })
}

func arbolCompromisos(cs []Compromiso) arbol[Compromiso] {
	return nuevoArbol(cs, func(c *Compromiso) *Compromiso { return c })
}

// hoja says whether an action groups no other.
func (a arbol[A]) hoja(clave string) bool { return len(a.hijas[clave]) == 0 }

// ciclo says whether following sigue from an action comes back to it.
func (a arbol[A]) ciclo(i int, sigue func(*Compromiso) []string) bool {
	visto := map[int]bool{}
	cola := sigue(a.de(&a.as[i]))
	for len(cola) > 0 {
		j, ok := a.indice[cola[0]]
		cola = cola[1:]
		switch {
		case ok && j == i:
			return true
		case ok && !visto[j]:
			visto[j] = true
			cola = append(slices.Clone(cola), sigue(a.de(&a.as[j]))...)
		}
	}
	return false
}

func padres(c *Compromiso) []string {
	if c.Padre == "" {
		return nil
	}
	return []string{c.Padre}
}

func dependencias(c *Compromiso) []string { return c.DependeDe }

// hojasBajo lists the places of the leaves under an action, itself if it is
// one. A cycle, which no valid plan has, is cut.
func (a arbol[A]) hojasBajo(i int) []int {
	visto := map[int]bool{}
	var out []int
	var bajar func(int)
	bajar = func(i int) {
		if visto[i] {
			return
		}
		visto[i] = true
		hs := a.hijas[a.de(&a.as[i]).Clave]
		if len(hs) == 0 {
			out = append(out, i)
		}
		for _, h := range hs {
			bajar(h)
		}
	}
	bajar(i)
	return out
}

// cumplimiento is the progress of a list of actions in hundredths of a per
// cent, of which tasa gives that of each: the leaves' progress weighed by
// their share, rounded down so that only what is done whole is whole.
func cumplimiento(as []Accion, tasa func(*Accion) tramite.Centesimas) tramite.Centesimas {
	t, suma := arbolDe(as), 0
	for i := range as {
		if t.hoja(as[i].Clave) {
			suma += int(as[i].Peso) * int(tasa(&as[i]))
		}
	}
	return acotar(suma / int(tramite.Entero))
}

func acotar(n int) tramite.Centesimas { return tramite.Centesimas(min(max(n, 0), int(tramite.Entero))) }

func verificado(a *Accion) tramite.Centesimas { return a.Verificado }
func reportado(a *Accion) tramite.Centesimas  { return a.Avance }

// Cumplimiento is the weighted progress of some actions verified so far, from
// 0 to 100 %: what was reported and not verified does not count.
func Cumplimiento(as []Accion) tramite.Centesimas { return cumplimiento(as, verificado) }

// recalcular brings the progress of groups and of the plan up to date.
func (p *PlanMejora) recalcular() {
	t := arbolDe(p.Acciones)
	for i := range p.Acciones {
		a := &p.Acciones[i]
		if t.hoja(a.Clave) {
			continue
		}
		var peso, rep, ver int
		cumplidas, hojas := 0, t.hojasBajo(i)
		for _, j := range hojas {
			h := &p.Acciones[j]
			peso += int(h.Peso)
			rep += int(h.Peso) * int(h.Avance)
			ver += int(h.Peso) * int(h.Verificado)
			if h.Estado == AccionCumplida {
				cumplidas++
			}
		}
		if peso > 0 {
			a.Avance, a.Verificado = acotar(rep/peso), acotar(ver/peso)
		}
		a.Estado = AccionPendiente
		switch {
		case cumplidas == len(hojas):
			a.Estado = AccionCumplida
		case a.Avance > 0 || cumplidas > 0:
			a.Estado = AccionEnCurso
		}
	}
	p.Cumplimiento, p.Avance = Cumplimiento(p.Acciones), cumplimiento(p.Acciones, reportado)
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
	return slices.DeleteFunc(slices.Clone(p.Acciones), func(a Accion) bool { return !t.hoja(a.Clave) })
}

// Vencidas lists the actions overdue on a day: of a plan under way, open, with
// a committed date before it.
func (p PlanMejora) Vencidas(dia fecha.Fecha) []Accion {
	if p.Estado != EnEjecucion {
		return nil
	}
	return slices.DeleteFunc(p.Hojas(), func(a Accion) bool { return !a.Abierta() || !a.Fin.Before(dia) })
}
