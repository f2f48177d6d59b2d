package evaluacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// recortar leaves in a copy of a plan what a counterpart may see.
func recortar(p *PlanMejora, a doe.Actor) {
	if a.Rol == doe.Evaluado {
		paraEvaluado(p, a)
		return
	}
	paraNormativa(p, a)
}

// comunicada says whether the organ was told what the review of a version came
// to: it was given back, or authorised.
func (p *PlanMejora) comunicada(version int) bool {
	return p.Autorizacion != nil && p.Autorizacion.Version == version ||
		slices.ContainsFunc(p.Devoluciones, func(d VersionDevuelta) bool { return d.Version == version })
}

// paraEvaluado takes out the review of a version until the organ is told of
// it. Until then an observation may be let go, a comment answered by another,
// and what the units hold of the plan is not decided.
func paraEvaluado(p *PlanMejora, a doe.Actor) {
	n := len(p.Versiones)
	if n == 0 || p.comunicada(n) {
		return
	}
	p.Observaciones = slices.DeleteFunc(p.Observaciones, func(o Observacion) bool { return o.Version == n })
	for i := range p.Turnos {
		if p.Turnos[i].Version == n {
			p.Turnos[i].Opinion = ""
		}
	}
	p.Supervision, p.Conciliacion, p.Validacion = nil, nil, nil
	// The files that came with the review are of who reviews.
	desde := p.Versiones[n-1].Dia
	p.Adjuntos = slices.DeleteFunc(p.Adjuntos, func(x tramite.Adjunto) bool { return x.Organo != a.Organo && !x.En.Dia().Before(desde) })
}

// paraNormativa leaves what a directorate is asked about: the findings, the
// versions it was sent with what the organ had attached by then, its own
// comments with how they were attended, the measures it was party to and, once
// authorised, how the plan goes. Each
// directorate comments without the others' comments and the units' review; the
// draft and the evidence are the organ's. It names what stays: what the record
// gains later stays out until it is named here.
func paraNormativa(p *PlanMejora, a doe.Actor) {
	todo, o := *p, a.Organo
	*p = PlanMejora{
		Cabecera: todo.Cabecera,
		Organo:   todo.Organo, OrganoNombre: todo.OrganoNombre, Area: todo.Area, Rama: todo.Rama, Coordinacion: todo.Coordinacion,
		Asunto: todo.Asunto, Origen: todo.Origen, Referencia: todo.Referencia, Hallazgos: todo.Hallazgos, Acciones: []Accion{},
		Turnos:        slices.DeleteFunc(todo.Turnos, func(t Turno) bool { return t.Organo != o }),
		Observaciones: slices.DeleteFunc(todo.Observaciones, func(x Observacion) bool { return x.Organo != o }),
		Medidas:       slices.DeleteFunc(todo.Medidas, func(m Medida) bool { return !slices.Contains(m.Direcciones, o) }),
		Autorizacion:  todo.Autorizacion, Iniciado: todo.Iniciado, Concluido: todo.Concluido,
	}
	p.Versiones = slices.DeleteFunc(todo.Versiones, func(v Version) bool {
		return !slices.ContainsFunc(p.Turnos, func(t Turno) bool { return t.Version == v.Numero })
	})
	if todo.Autorizacion != nil {
		p.Inicio, p.Fin, p.FinOriginal, p.Avance, p.Cumplimiento = todo.Inicio, todo.Fin, todo.FinOriginal, todo.Avance, todo.Cumplimiento
		p.Acciones = sinPruebas(todo.Acciones)
	}
	p.Relojes = slices.DeleteFunc(p.Relojes, func(k tramite.Reloj) bool { return k.Plazo != PlazoComentarios || k.Clave != string(o) })
	p.Adjuntos = slices.DeleteFunc(p.Adjuntos, func(x tramite.Adjunto) bool {
		suyo := x.Organo == o || x.Organo == p.Organo && p.anexo(x)
		return !suyo && !slices.ContainsFunc(p.Medidas, func(m Medida) bool { return m.SHA256 == x.SHA256 })
	})
}

// anexo says whether a file was there when one of the versions was presented,
// by its day: what the organ attaches while its plan is carried out comes later.
func (p *PlanMejora) anexo(x tramite.Adjunto) bool {
	return slices.ContainsFunc(p.Versiones, func(v Version) bool { return !x.En.Dia().After(v.Dia) })
}

// sinPruebas are the actions without what passes between the organ and who
// verifies them.
func sinPruebas(as []Accion) []Accion {
	for i := range as {
		as[i].Evidencias, as[i].Reportes, as[i].Solicitud, as[i].Nota = plan.Evidencias{}, nil, nil, ""
	}
	return as
}
