package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// FamiliaCarga is the family of counters of the work of each person: the first
// value is their account, the second their unit. It is kept by day, for each
// body alone; what central units do counts under the central level.
const FamiliaCarga = "persona,unidad/ooad"

// The measures of [FamiliaCarga]. What somebody did counts on its day for who
// did it, whoever has the petition now.
const (
	// CRegistradas counts the petitions that they registered, and CAlContacto
	// those that they also resolved in that call.
	CRegistradas = iota
	CAlContacto
	// CRespondidas counts the answers that they gave, at contact or later, and
	// CCerradas the petitions that they closed.
	CRespondidas
	CCerradas
	// CAsignadas counts, on the day they were assigned, the petitions assigned
	// to them that live.
	CAsignadas
)

// aportaEvento counts what staff did, not counterparts nor the clock.
func aportaEvento(e *tramite.Evento) []tramite.Aporte {
	if e.Rol != "" || e.Actor.Sub == "" || e.Unidad == "" {
		return nil
	}
	a := tramite.Aporte{Familia: FamiliaCarga, Dia: e.En.Dia(), OOAD: ooadDe(e.Unidad, e.OOAD), V1: e.Actor.Sub, V2: string(e.Unidad)}
	switch e.Acto {
	case Registrar.Nombre:
		a.M[CRegistradas] = 1
	case Responder.Nombre:
		a.M[CRespondidas] = 1
		a.M[CAlContacto] = uno(e.Por == Registrar.Nombre)
	case Cerrar.Nombre:
		a.M[CCerradas] = 1
	default:
		return nil
	}
	return []tramite.Aporte{a}
}

// aportaAsignada is what a petition that lives adds to the work of whom it is
// assigned to.
func (p Peticion) aportaAsignada() []tramite.Aporte {
	if p.Asignacion == nil || p.Responsable == "" || !p.Concluida.IsZero() {
		return nil
	}
	a := tramite.Aporte{Familia: FamiliaCarga, Dia: p.Asignacion.En.Dia(), OOAD: ooadDe(p.Unidad, p.OOAD), V1: p.Responsable, V2: string(p.Unidad)}
	a.M[CAsignadas] = 1
	return []tramite.Aporte{a}
}

// ooadDe is the body whose counters have the work of a unit.
func ooadDe(u doe.ClaveUnidad, o doe.OOAD) doe.OOAD {
	if u.Regional() {
		return o
	}
	return doe.NivelCentral
}
