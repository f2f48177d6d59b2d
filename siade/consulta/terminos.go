package consulta

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// The deadlines.
const (
	// PlazoRevision: the normative organ answers; each sending has its clock.
	PlazoRevision = "revision"
	// PlazoReportes: a report is attended; each has its clock.
	PlazoReportes = "reportes"
	// PlazoPeriodica: what rules is looked at again.
	PlazoPeriodica = "revision_periodica"
	// PlazoEncargo: work given is done.
	PlazoEncargo = "encargo"
	// PlazoDictamen: a proposal is decided on.
	PlazoDictamen = "dictamen"
	// riesgo is the term of a report whose card could harm.
	riesgo = "riesgo"
)

// MaxReportes is how many open reports a card gathers.
const MaxReportes = 50

// maxAlertas is how many warnings of the clock a card keeps: the last.
const maxAlertas = 60

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion(nota)}}
}

// No function sets a number of days.
var terminos = plazo.Tabla{
	habiles(PlazoRevision, 10, "término en que el órgano normativo revisa una ficha"),
	habiles(PlazoReportes, 10, "término para atender un reporte de ficha desactualizada"),
	habiles(riesgo, 1, "término para atender un reporte cuando seguir la ficha puede perjudicar"),
	habiles(PlazoDictamen, 20, "término para decidir sobre una mejora o una ficha nueva"),
}

// Terminos lists the terms; that of a review is the one used when the sending
// says none.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// The units that have to do with the cards.
const (
	// Guarda keeps the cards: it administers the platform.
	Guarda doe.ClaveUnidad = "doe-7.1.3.1.3"
	// coordinacion is its superior, which authorises them.
	coordinacion doe.ClaveUnidad = "doe-7.1.3.1"
	unidad       doe.ClaveUnidad = "doe-7.1.3"
)

// avisaA is the unit warned of a lapse: who owes the step and then its
// superiors. Of the silence of an organ the first is who decides on it.
func avisaA(plazo string, nivel int) doe.ClaveUnidad {
	escalera := []doe.ClaveUnidad{Guarda, coordinacion, unidad}
	if plazo == PlazoRevision {
		escalera = escalera[1:]
	}
	return escalera[min(nivel, len(escalera))-1]
}
