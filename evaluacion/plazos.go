package evaluacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The deadlines of a plan.
const (
	PlazoPresentar   = "presentacion"
	PlazoNuevamente  = "correccion"
	PlazoRevisar     = "revision"
	PlazoAutorizar   = "autorizacion"
	PlazoArrancar    = "arranque"
	PlazoEfecto      = "efecto"
	PlazoComentarios = "comentarios"
	PlazoAcciones    = "acciones"
	PlazoVerificar   = "verificacion"
	PlazoMedidas     = "medidas"
)

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: conf(nota)}}
}

// No function sets a number of days: those that ask for dates say so in the
// note.
var terminos = plazo.Tabla{
	habiles(PlazoPresentar, 20, "7.1.1.1/9 y 7.1.1.4/7 piden el plan con fechas y en tiempo sin fijar término"),
	habiles(PlazoNuevamente, 10, "término para atender observaciones"),
	habiles(PlazoRevisar, 15, "término para revisar, conciliar y validar"),
	habiles(PlazoAutorizar, 10, "término para autorizar lo validado"),
	habiles(PlazoArrancar, 10, "término para poner en marcha lo autorizado"),
	habiles(PlazoComentarios, 10, "7.1.1.2/8 pide comentarios sin fijar término"),
	habiles(PlazoVerificar, 10, "término para decidir la evidencia presentada"),
	{Plazo: PlazoEfecto, Termino: plazo.Termino{Cuenta: 90, Clase: plazo.Naturales, Fuente: conf("7.1.1.1/12 pide conocer el impacto sin fijar término")}},
}

// Terminos lists the terms of a plan.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// TerminoDe is the term of a deadline by the rules in force on a day.
func TerminoDe(nombre string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) }

// MaxProrrogas is how often the date of an action or of the plan may be moved;
// afterwards a failure is declared or a measure dictated. It is configuration:
// no function sets it.
const MaxProrrogas = 2

// usual is a term whose number of days a record may set.
func usual(nombre string, dias func(p PlanMejora, clave string) int) func(PlanMejora, string, fecha.Fecha) (plazo.Termino, bool) {
	return func(p PlanMejora, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
		t, ok := TerminoDe(nombre, dia)
		if dias != nil {
			if n := dias(p, clave); n > 0 {
				t.Cuenta = n
			}
		}
		return t, ok
	}
}

func diasPresentar(p PlanMejora, _ string) int { return p.DiasPresentar }

func diasTurno(p PlanMejora, organo string) int {
	if t := p.turno(doe.ClaveOrgano(organo)); t != nil {
		return t.Dias
	}
	return 0
}

// plazos are the deadlines, the main one first.
func plazos() []tramite.Plazo[PlanMejora] {
	return append(plazosDePaso(), plazosConClave()...)
}

// plazosDePaso are those of the steps of a plan, one clock each.
func plazosDePaso() []tramite.Plazo[PlanMejora] {
	paso := func(nombre, titulo string, aviso int, dias func(PlanMejora, string) int, corre func(PlanMejora) []string) tramite.Plazo[PlanMejora] {
		return tramite.Plazo[PlanMejora]{Nombre: nombre, Titulo: titulo, Aviso: aviso, Termino: usual(nombre, dias), Claves: corre, Frustra: []string{"cancelar"}}
	}
	presentar := paso(PlazoPresentar, "Presentar el plan", 5, diasPresentar, tramite.Mientras(PlanMejora.sinPresentar))
	presentar.Efecto = "Vencido sin presentarse, quien evalúa puede declarar el incumplimiento."
	return []tramite.Plazo[PlanMejora]{
		presentar,
		paso(PlazoNuevamente, "Presentar el plan corregido", 3, diasPresentar, tramite.Mientras(PlanMejora.sinCorregir)),
		paso(PlazoRevisar, "Revisar y validar el plan", 3, nil, tramite.En[PlanMejora](Presentado, Turnado, Conciliado)),
		paso(PlazoAutorizar, "Autorizar el plan", 3, nil, tramite.En[PlanMejora](Validado)),
		paso(PlazoArrancar, "Poner en marcha el plan", 3, nil, tramite.En[PlanMejora](Autorizado)),
		paso(PlazoEfecto, "Verificar el efecto del plan", 15, nil, tramite.En[PlanMejora](Concluido)),
	}
}

// sinPresentar says whether no version was ever presented.
func (p PlanMejora) sinPresentar() bool { return len(p.Versiones) == 0 }

// sinCorregir says whether the last version went back to the organ.
func (p PlanMejora) sinCorregir() bool {
	n := len(p.Devoluciones)
	return n > 0 && p.Devoluciones[n-1].Version == len(p.Versiones)
}

func plazosConClave() []tramite.Plazo[PlanMejora] {
	return []tramite.Plazo[PlanMejora]{
		{
			Nombre: PlazoAcciones, Titulo: "Cumplir cada acción", Aviso: 15, Frustra: []string{"declarar-incumplimiento"},
			Claves: accionesAbiertas,
			Fecha: func(p PlanMejora, clave string) fecha.Fecha {
				a, _ := p.Accion(clave)
				return a.Fin
			},
			Vencido: "vencer-accion", Alarmas: []int{0},
			Entrada: func(_ PlanMejora, k tramite.Reloj) any { return VencimientoAccion{Accion: k.Clave} },
			Efecto:  "La acción queda marcada como rebasada hasta que se cumpla, se reprograme o se declare incumplida.",
		},
		{
			Nombre: PlazoComentarios, Titulo: "Comentar el plan", Aviso: 3, Frustra: []string{"devolver"},
			Claves:  func(p PlanMejora) []string { return p.pendientes() },
			Termino: usual(PlazoComentarios, diasTurno),
			Vencido: "vencer-opinion", Alarmas: []int{0},
			Entrada: func(_ PlanMejora, k tramite.Reloj) any {
				return VencimientoOpinion{Organo: doe.ClaveOrgano(k.Clave)}
			},
			Efecto: "Consta que la dirección normativa no comentó en término y el plan sigue; puede comentar después mientras no se valide.",
		},
		{
			Nombre: PlazoVerificar, Titulo: "Decidir la evidencia", Aviso: 3, Claves: accionesPorDecidir,
			Termino: usual(PlazoVerificar, nil),
		},
		{
			Nombre: PlazoMedidas, Titulo: "Aplicar cada medida", Aviso: 10, Claves: medidasPendientes,
			Fecha: func(p PlanMejora, clave string) fecha.Fecha {
				if m := p.medida(clave); m != nil {
					return m.Fin
				}
				return fecha.Fecha{}
			},
		},
	}
}

func accionesAbiertas(p PlanMejora) []string {
	if p.Estado != EnEjecucion {
		return nil
	}
	return claves(p.Hojas(), Accion.Abierta)
}

func accionesPorDecidir(p PlanMejora) []string { return claves(p.Acciones, Accion.PorDecidir) }

func claves(as []Accion, si func(Accion) bool) []string {
	var out []string
	for _, a := range as {
		if si(a) && !slices.Contains(out, a.Clave) {
			out = append(out, a.Clave)
		}
	}
	return out
}

func medidasPendientes(p PlanMejora) []string {
	var out []string
	for _, m := range p.Medidas {
		if m.Aplicada.IsZero() {
			out = append(out, m.Clave)
		}
	}
	return out
}
