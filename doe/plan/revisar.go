package plan

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Reparto is what weights add up to.
type Reparto int

// The ways to share weight out.
const (
	// EntreHermanas: those of one level under one line add up to the whole.
	EntreHermanas Reparto = iota + 1
	// DelTodo: the topmost add up to the whole, and the members of a group to
	// the weight of the group.
	DelTodo
)

// Marco is what a plan must fit in: its dates, how its weights are shared out,
// how deep it may be (0: any depth).
type Marco struct {
	Inicio, Fin fecha.Fecha
	Reparto     Reparto
	Niveles     int
}

// Defecto is a fault of a list of lines: which, of the line at what place (-1:
// the list) and of which field, by its JSON path within the line.
type Defecto struct {
	Clase  ClaseDefecto
	Indice int
	Campo  string
}

// Revisar finds every fault of a list of lines.
func Revisar(ls []Linea, m Marco) []Defecto {
	r := revision{ls: ls, marco: m, arbol: ArbolDe(ls)}
	for i := range ls {
		r.lugar(i)
		r.fechas(i)
		r.dependencias(i)
		r.medida(i)
	}
	r.pesos("", -1)
	for i := range ls {
		if !r.arbol.Hoja(ls[i].Clave) && r.primera(i) {
			r.pesos(ls[i].Clave, i)
		}
	}
	return r.out
}

type revision struct {
	ls    []Linea
	marco Marco
	arbol Arbol[Linea]
	out   []Defecto
}

func (r *revision) si(mal bool, c ClaseDefecto, i int, campo string) bool {
	if mal {
		r.out = append(r.out, Defecto{c, i, campo})
	}
	return mal
}

// primera says whether a place is the one that its key names.
func (r *revision) primera(i int) bool {
	j, _ := r.arbol.Indice(r.ls[i].Clave)
	return i == j
}

// lugar checks key, group, kind, depth and weight.
func (r *revision) lugar(i int) {
	l := r.ls[i]
	r.si(!r.primera(i), ClaveRepetida, i, "clave")
	r.si(l.Peso <= 0 || l.Peso > cantidad.Entero, PesoFuera, i, "peso")
	if l.Padre == "" {
		r.si(l.Clase == Actividad, ActividadSuelta, i, "padre")
		return
	}
	j, hay := r.arbol.Indice(l.Padre)
	if r.si(!hay || r.arbol.enCiclo(i), PadreInvalido, i, "padre") {
		return
	}
	r.si(l.Clase == Meta && r.ls[j].Clase == Actividad, MetaBajoActividad, i, "padre")
	n := r.hondo(i)
	r.si(r.marco.Niveles > 0 && n > r.marco.Niveles && n <= len(r.ls), MuyHondo, i, "padre")
}

// hondo is the level of a line, 1 for the topmost; more than there are lines
// when it hangs from a cycle.
func (r *revision) hondo(i int) int {
	n := 1
	for j, ok := r.arbol.Indice(r.ls[i].Padre); ok && n <= len(r.ls); j, ok = r.arbol.Indice(r.ls[j].Padre) {
		n++
	}
	return n
}

// fechas checks the dates of a line against its group's and the plan's.
func (r *revision) fechas(i int) {
	l, desde, hasta := r.ls[i], r.marco.Inicio, r.marco.Fin
	if r.si(l.Fin.Before(l.Inicio), FechasInvertidas, i, "fin") {
		return
	}
	if j, ok := r.arbol.Indice(l.Padre); ok && l.Padre != "" {
		desde, hasta = r.ls[j].Inicio, r.ls[j].Fin
	}
	r.si(!desde.IsZero() && l.Inicio.Before(desde), FueraDelPlan, i, "inicio")
	r.si(!hasta.IsZero() && l.Fin.After(hasta), FueraDelPlan, i, "fin")
}

// dependencias checks that what a line waits for is there, is not itself or
// what groups it, does not wait for it in turn, and ends before it begins.
func (r *revision) dependencias(i int) {
	l := r.ls[i]
	for _, d := range l.DependeDe {
		j, hay := r.arbol.Indice(d)
		if r.si(!hay, DependenciaAjena, i, "depende_de") {
			continue
		}
		if !r.si(j == i || r.arbol.bajo(i, j) || r.arbol.bajo(j, i), DependenciaCiclica, i, "depende_de") {
			r.si(!r.ls[j].Fin.Before(l.Inicio), OrdenRoto, i, "inicio")
		}
	}
	espera := func(l *Linea) []string { return l.DependeDe }
	ciclo := !slices.Contains(l.DependeDe, l.Clave) && r.arbol.Ciclo(i, espera)
	r.si(ciclo, DependenciaCiclica, i, "depende_de")
}

// medida checks that leaves, and only they, are measured, and how.
func (r *revision) medida(i int) {
	l := r.ls[i]
	hoja := r.arbol.Hoja(l.Clave)
	if m := l.Medida; m == nil || !hoja {
		r.si(m == nil && hoja, MedidaFalta, i, "medida")
		r.si(m != nil && !hoja, MedidaDeGrupo, i, "medida")
		return
	}
	m := l.Medida
	r.si(!m.LineaBase.Cabe(), ValorFuera, i, "medida.linea_base")
	r.si(!m.Meta.Cabe(), ValorFuera, i, "medida.meta")
	r.si(!m.Tolerancia.Cabe() || m.Tolerancia < 0 || m.Tolerancia > 0 && m.Sentido != Mantener, ToleranciaMal, i, "medida.tolerancia")
	r.si(m.Excede && m.Sentido == Mantener, ExcedeMal, i, "medida.excede")
	if m.Sentido == Mantener {
		r.si(len(m.Calendario) == 0, CalendarioFalta, i, "medida.calendario")
	} else {
		r.si(!m.Sentido.Mejora(m.Meta, m.LineaBase), MetaSinMejora, i, "medida.meta")
	}
	r.calendario(i)
}

// calendario checks that closes are of one length, in order and within the
// line's dates (the last one may close after its end, in the same period),
// that values never go back and that the last is the target.
func (r *revision) calendario(i int) {
	l := r.ls[i]
	m := l.Medida
	if len(m.Calendario) == 0 {
		return
	}
	antes := m.LineaBase
	for k, h := range m.Calendario {
		campo := "medida.calendario[" + itoa(k) + "]."
		paso := m.Calendario[0].Periodo.Paso()
		orden := k > 0 && !m.Calendario[k-1].Periodo.Hasta().Before(h.Periodo.Desde())
		r.si(h.Periodo.IsZero() || h.Periodo.Paso() != paso || orden, CalendarioEnDesorden, i, campo+"periodo")
		r.si(h.Periodo.Hasta().Before(l.Inicio) || h.Periodo.Desde().After(l.Fin), CalendarioFuera, i, campo+"periodo")
		r.si(!h.Valor.Cabe(), ValorFuera, i, campo+"valor")
		if m.Sentido == Mantener {
			r.si(h.Valor != m.Meta, CalendarioRetrocede, i, campo+"valor")
			continue
		}
		r.si(h.Valor != antes && !m.Sentido.Mejora(h.Valor, antes) || m.Sentido.Mejora(h.Valor, m.Meta), CalendarioRetrocede, i, campo+"valor")
		antes = h.Valor
	}
	r.si(m.Calendario[len(m.Calendario)-1].Valor != m.Meta, CalendarioSinMeta, i, "medida.calendario")
}

// pesos checks what the weights of the members of a group add up to.
func (r *revision) pesos(clave string, i int) {
	hs := r.arbol.Hijas(clave)
	if len(hs) == 0 {
		r.si(i < 0, SinLineas, -1, "")
		return
	}
	var suma, debe cantidad.Centesimas
	for _, h := range hs {
		suma += r.ls[h].Peso
	}
	debe = cantidad.Entero
	if i >= 0 && r.marco.Reparto == DelTodo {
		debe = r.ls[i].Peso
	}
	campo := ""
	if i >= 0 && r.marco.Reparto == DelTodo {
		campo = "peso"
	}
	r.si(suma != debe, PesosSinTodo, i, campo)
}
