package evaluacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// DiasEnlace is how many natural days a link to comment stays open, beyond the
// working days of the term.
const DiasEnlace = 30

// Turnar sends the version presented to several normative directorates at
// once, each with its term; each gets a link to comment without an account.
var Turnar = tramite.Acto[PlanMejora, Consulta]{
	Nombre: "turnar", Titulo: "Turnar a áreas normativas", Descripcion: "Envía el plan a una o varias direcciones normativas, cada una con su término, para que comenten.",
	De: tramite.Desde(Presentado, Turnado, Conciliado), A: tramite.Hacia(Turnado),
	Facultades: planes("turnar", "informar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: func(p PlanMejora, e Consulta, c *tramite.Contexto, f *falla.Fallas) {
		vistos := map[doe.ClaveOrgano]bool{}
		for i, d := range e.Destinatarios {
			f.Si(vistos[d.Organo] || p.yaTurnado(d.Organo) || !normativa(c.Catalogo, d.Organo), DestinoInvalido, fmt.Sprintf("body.destinatarios[%d].organo", i))
			vistos[d.Organo] = true
			for j, a := range d.Acciones {
				f.Si(p.accion(a) == nil, AccionAjena, fmt.Sprintf("body.destinatarios[%d].acciones[%d]", i, j))
			}
		}
		f.Si(len(p.Turnos)+len(e.Destinatarios) > MaxElementos, Demasiados, "body.destinatarios")
	},
	Aplicar: func(p *PlanMejora, e Consulta, s tramite.Suceso) {
		for _, d := range e.Destinatarios {
			p.Turnos = append(p.Turnos, Turno{
				Organo: d.Organo, Version: len(p.Versiones), Dias: d.Dias, Acciones: d.Acciones, Estado: TurnoPendiente, Dia: s.Dia, Oficio: e.Oficio,
			})
		}
	},
	Enlaces: func(_ PlanMejora, e Consulta) []tramite.Enlace {
		var out []tramite.Enlace
		for _, d := range e.Destinatarios {
			out = append(out, tramite.Enlace{Acto: "comentar", Organo: d.Organo, Rol: doe.Normativo, Dias: d.Dias + DiasEnlace})
		}
		return out
	},
	Ejemplo: Consulta{Destinatarios: []Destinatario{{Organo: "dn-prestaciones-medicas", Dias: 10}, {Organo: "dn-administracion", Acciones: []string{"A2"}}}},
}

// Comentar records what a normative directorate says of the version; its
// observations must be attended before the plan is validated. Late comments
// are taken, and marked, while the plan is not validated.
var Comentar = tramite.Acto[PlanMejora, Comentario]{
	Nombre: "comentar", Titulo: "Comentar plan", Descripcion: "Una dirección normativa opina sobre el plan y señala lo que debe atenderse.",
	De: tramite.Desde(Turnado, Conciliado), A: tramite.EnSuEstado(),
	Facultades: planes("revisar", "turnar", "informar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Contrapartes: []tramite.Contraparte{{Rol: doe.Normativo, Preve: "doe-7.1.1.2/8"}},
	Validar: func(p PlanMejora, e Comentario, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(p.turno(quienComenta(e, c.Actor)) == nil, SinTurno, "body.organo")
		f.Si(c.Actor.Rol == "" && e.Oficio == "", OficioFalta, "body.oficio")
		f.Si(c.Actor.Rol != "" && e.Organo != "" && e.Organo != c.Actor.Organo, SinTurno, "body.organo")
		f.Si(e.Opinion == "" && len(e.Observaciones) == 0, ComentarioVacio, "body.opinion")
		senalamientos(p, e.Observaciones, "observaciones", f)
	},
	Aplicar: func(p *PlanMejora, e Comentario, s tramite.Suceso) {
		organo := quienComenta(e, s.Actor)
		if t := p.turno(organo); t != nil {
			t.Tardio = t.Estado == TurnoVencido
			t.Estado, t.Atendido, t.Opinion = TurnoAtendido, s.Dia, e.Opinion
			if e.Oficio != "" {
				t.Oficio = e.Oficio
			}
		}
		p.observar(e.Observaciones, "", organo, s)
	},
	Ejemplo: Comentario{Organo: "dn-prestaciones-medicas", Opinion: "Las acciones son congruentes con la norma de abasto", Oficio: "DPM/0412/2026"},
}

// yaTurnado says whether an organ has the current version, or had it and
// answered.
func (p *PlanMejora) yaTurnado(o doe.ClaveOrgano) bool {
	return slices.ContainsFunc(p.Turnos, func(t Turno) bool {
		return t.Organo == o && t.Version == len(p.Versiones) && (t.Estado == TurnoPendiente || t.Estado == TurnoAtendido)
	})
}

func quienComenta(e Comentario, a doe.Actor) doe.ClaveOrgano {
	if a.Rol != "" {
		return a.Organo
	}
	return e.Organo
}

// senalamientos checks observations about to be made.
func senalamientos(p PlanMejora, ss []Senalamiento, campo string, f *falla.Fallas) {
	for i, s := range ss {
		f.Si(s.Accion != "" && p.accion(s.Accion) == nil, AccionAjena, fmt.Sprintf("body.%s[%d].accion", campo, i))
	}
	f.Si(len(p.Observaciones)+len(ss) > MaxElementos, Demasiados, "body."+campo)
}

// observar adds observations to the plan.
func (p *PlanMejora) observar(ss []Senalamiento, u doe.ClaveUnidad, o doe.ClaveOrgano, s tramite.Suceso) {
	for _, x := range ss {
		p.Observaciones = append(p.Observaciones, Observacion{
			Clave: fmt.Sprintf("O%d", len(p.Observaciones)+1), Unidad: u, Organo: o, Accion: x.Accion, Texto: x.Texto,
			Version: len(p.Versiones), Dia: s.Dia,
		})
	}
}

func (p *PlanMejora) observacionesAbiertas() bool {
	return slices.ContainsFunc(p.Observaciones, Observacion.Abierta)
}

// Devolver gives the plan back to the organ with what it must attend.
// Consultations still pending lapse with the version.
var Devolver = tramite.Acto[PlanMejora, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver plan", Descripcion: "Regresa el plan al órgano con observaciones que debe atender una por una.",
	De: tramite.Desde(Presentado, Turnado, Conciliado, Validado), A: tramite.Hacia(Devuelto),
	Facultades: planes("revisar", "supervisar", "validar", "autorizar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua}, Firma: true,
	Validar: func(p PlanMejora, e Devolucion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(e.Observaciones) == 0 && !p.observacionesAbiertas(), NadaQueAtender, "body.observaciones")
		senalamientos(p, e.Observaciones, "observaciones", f)
	},
	Aplicar: func(p *PlanMejora, e Devolucion, s tramite.Suceso) {
		p.observar(e.Observaciones, s.Actor.Unidad, "", s)
		p.Devoluciones = append(p.Devoluciones, VersionDevuelta{Version: len(p.Versiones), Motivo: e.Motivo, Unidad: s.Actor.Unidad, Dia: s.Dia})
		p.DiasPresentar = e.Dias
		for i := range p.Turnos {
			if p.Turnos[i].Estado == TurnoPendiente {
				p.Turnos[i].Estado = TurnoSuplido
			}
		}
		p.Supervision, p.Conciliacion, p.Validacion = nil, nil, nil
	},
	Ejemplo: Devolucion{Motivo: "Faltan gestiones con otras áreas", Dias: 10, Observaciones: []Senalamiento{{Accion: "A1", Texto: "La acción no dice cómo se pedirá el abasto extraordinario"}}},
}

// Supervisar says whether the version foresees what depends on other areas.
var Supervisar = tramite.Acto[PlanMejora, Revision]{
	Nombre: "supervisar", Titulo: "Supervisar plan", Descripcion: "Hace constar si el plan prevé las gestiones con las demás áreas que intervienen en el proceso.",
	De: tramite.Desde(Presentado, Turnado, Conciliado), A: tramite.EnSuEstado(),
	Facultades: planes("supervisar", "analizar", "revisar", "validar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: func(p PlanMejora, e Revision, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Conforme && len(e.Observaciones) > 0, ConformeObserva, "body.observaciones")
		f.Si(!e.Conforme && len(e.Observaciones) == 0, NoConformeMuda, "body.observaciones")
		senalamientos(p, e.Observaciones, "observaciones", f)
	},
	Aplicar: func(p *PlanMejora, e Revision, s tramite.Suceso) {
		p.Supervision = &Supervision{Version: len(p.Versiones), Conforme: e.Conforme, Nota: e.Nota, Unidad: s.Actor.Unidad, Dia: s.Dia}
		p.observar(e.Observaciones, s.Actor.Unidad, "", s)
	},
	Ejemplo: Revision{Conforme: true, Nota: "Prevé la gestión con la Dirección de Administración"},
}
