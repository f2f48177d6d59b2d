package evaluacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// PedirReprogramacion is the organ's request to move the date of an action.
var PedirReprogramacion = tramite.Acto[PlanMejora, PeticionPlazo]{
	Nombre: "pedir-reprogramacion", Titulo: "Pedir reprogramación", Descripcion: "El órgano pide mover la fecha de una acción; decide quien evalúa.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(), Contrapartes: evaluado("doe-7.1.1.1/9"),
	Validar: func(p PlanMejora, e PeticionPlazo, c *tramite.Contexto, f *falla.Fallas) {
		a := p.abierta(e.Accion)
		if f.Si(a == nil, AccionCerrada, "body.accion") {
			return
		}
		f.Si(!e.Fin.After(a.Fin) || e.Fin.Before(c.Hoy()), FechaNoPosterior, "body.fin")
		f.Si(a.Prorrogas >= MaxProrrogas, SinProrrogas, "body.accion")
	},
	Aplicar: func(p *PlanMejora, e PeticionPlazo, s tramite.Suceso) {
		if a := p.accion(e.Accion); a != nil {
			a.Solicitud = &SolicitudPlazo{Fin: e.Fin, Motivo: e.Motivo, Dia: s.Dia}
		}
	},
	Ejemplo: PeticionPlazo{Accion: "A2", Fin: fecha.MustParse("2027-10-29"), Motivo: "El proveedor entregará el equipo después de lo previsto"},
}

// Reprogramar moves a date, of an action or of the plan. The first date
// committed is kept, and the reason of each change.
var Reprogramar = tramite.Acto[PlanMejora, Cambio]{
	Nombre: "reprogramar", Titulo: "Reprogramar", Descripcion: "Mueve la fecha de una acción, o el término del plan; la primera fecha y el motivo se conservan.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(),
	Facultades: planes("coordinar", "seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: validarCambio,
	Aplicar: aplicarCambio,
	Ejemplo: Cambio{Accion: "A2", Fin: fecha.MustParse("2027-10-29"), Motivo: "El proveedor entregará el equipo después de lo previsto"},
}

func validarCambio(p PlanMejora, e Cambio, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Fin.Before(c.Hoy()), FechaNoPosterior, "body.fin")
	if e.Accion == "" {
		f.Si(!e.Fin.After(p.Fin), FechaNoPosterior, "body.fin")
		f.Si(p.Prorrogas >= MaxProrrogas, SinProrrogas, "body.accion")
		f.Si(!e.Inicio.IsZero(), FechasInvertidas, "body.inicio")
		return
	}
	a := p.accion(e.Accion)
	if f.Si(a == nil || !a.Abierta(), AccionCerrada, "body.accion") {
		return
	}
	f.Si(!e.Fin.After(a.Fin), FechaNoPosterior, "body.fin")
	f.Si(a.Prorrogas >= MaxProrrogas, SinProrrogas, "body.accion")
	p.revisarCambio(e, f)
}

// revisarCambio tells what moving the dates of an action breaks in the plan
// that was not broken before: in the action, in those that depend on it or in
// those that it groups.
func (p *PlanMejora) revisarCambio(e Cambio, f *falla.Fallas) {
	ls := lineas(p.comprometido())
	antes := plan.Revisar(ls, marco(p.Inicio, p.Fin))
	i, _ := plan.ArbolDe(ls).Indice(e.Accion)
	ls[i].Fin = e.Fin
	if !e.Inicio.IsZero() {
		ls[i].Inicio = e.Inicio
	}
	for _, d := range plan.Revisar(ls, marco(p.Inicio, p.Fin)) {
		en := "body." + d.Campo
		switch {
		case slices.Contains(antes, d):
		case d.Clase == plan.FechasInvertidas:
			f.Si(true, FechasInvertidas, "body.inicio")
		case d.Clase == plan.FueraDelPlan:
			f.Si(true, FueraDelPlan, en)
		case d.Clase == plan.OrdenRoto && d.Indice == i:
			f.Si(true, OrdenRoto, en)
		case d.Clase == plan.OrdenRoto:
			f.Si(true, RompeOrden, "body.fin")
		}
	}
}

func aplicarCambio(p *PlanMejora, e Cambio, s tramite.Suceso) {
	r := Reprogramacion{Accion: e.Accion, Despues: e.Fin, Motivo: e.Motivo, Unidad: s.Actor.Unidad, Dia: s.Dia}
	a := p.accion(e.Accion)
	switch {
	case a != nil:
		r.Antes, r.Original, r.Vencida = a.Fin, a.FinOriginal, a.Fin.Before(s.Dia)
		a.Fin, a.Rebasada, a.Solicitud = e.Fin, false, nil
		a.Prorrogas++
		if !e.Inicio.IsZero() {
			a.Inicio = e.Inicio
		}
	case e.Accion == "":
		r.Antes, r.Original, r.Vencida = p.Fin, p.FinOriginal, p.Fin.Before(s.Dia)
		p.Fin = e.Fin
		p.Prorrogas++
	}
	p.Reprogramaciones = append(p.Reprogramaciones, r)
}

// NegarReprogramacion refuses what the organ asked for.
var NegarReprogramacion = tramite.Acto[PlanMejora, Negativa]{
	Nombre: "negar-reprogramacion", Titulo: "Negar reprogramación", Descripcion: "Niega, con su motivo, la reprogramación que el órgano pidió.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(),
	Facultades: planes("coordinar", "seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: func(p PlanMejora, e Negativa, _ *tramite.Contexto, f *falla.Fallas) {
		a := p.accion(e.Accion)
		f.Si(a == nil || a.Solicitud == nil, SinSolicitud, "body.accion")
	},
	Aplicar: func(p *PlanMejora, e Negativa, s tramite.Suceso) {
		a := p.accion(e.Accion)
		if a == nil {
			return
		}
		a.Solicitud = nil
		p.Reprogramaciones = append(p.Reprogramaciones, Reprogramacion{
			Accion: e.Accion, Antes: a.Fin, Original: a.FinOriginal, Motivo: e.Motivo, Negada: true, Unidad: s.Actor.Unidad, Dia: s.Dia,
		})
	},
	Ejemplo: Negativa{Accion: "A2", Motivo: "La causa ya era conocida al comprometer la fecha"},
}

var reloj = []tramite.Contraparte{{Rol: doe.Sistema}}

// vencerOpinion notes that a directorate did not comment in its term.
var vencerOpinion = tramite.Acto[PlanMejora, VencimientoOpinion]{
	Nombre: "vencer-opinion", Titulo: "Vencer opinión", Interno: true, Descripcion: "Hace constar que una dirección normativa no comentó en su término; lo hace el reloj del sistema.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: reloj,
	Aplicar: func(p *PlanMejora, e VencimientoOpinion, _ tramite.Suceso) {
		if t := p.turno(e.Organo); t != nil && t.Estado == TurnoPendiente {
			t.Estado = TurnoVencido
		}
	},
	Ejemplo: VencimientoOpinion{Organo: "dn-prestaciones-medicas"},
}

// vencerAccion notes that the date of an action passed.
var vencerAccion = tramite.Acto[PlanMejora, VencimientoAccion]{
	Nombre: "vencer-accion", Titulo: "Vencer acción", Interno: true, Descripcion: "Hace constar que la fecha de una acción pasó sin que se cumpliera; lo hace el reloj del sistema.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: reloj,
	Aplicar: func(p *PlanMejora, e VencimientoAccion, _ tramite.Suceso) {
		if a := p.abierta(e.Accion); a != nil {
			a.Rebasada = true
		}
	},
	Ejemplo: VencimientoAccion{Accion: "A1"},
}

// adjuntar adds a file: by who follows the plan, by the organ with its
// evidence, by a directorate with its comments.
var adjuntar = tramite.Adjuntar[PlanMejora](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: planes("registrar", "seguir", "coordinar"), Alcance: doe.Linea,
	Contrapartes: append(evaluado("doe-7.1.1.4/7"), tramite.Contraparte{Rol: doe.Normativo, Preve: "doe-7.1.1.2/8"}),
})
