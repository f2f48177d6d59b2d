package grupo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// The deadlines.
const (
	// PlazoVigencia: the last day of each representation.
	PlazoVigencia = "vigencia"
	// PlazoConclusion: every demand ends.
	PlazoConclusion = "conclusion"
	// PlazoProgramar: a meeting is set, or the demands are attended.
	PlazoProgramar = "programar"
	// PlazoConfirmar: each area says whether it comes.
	PlazoConfirmar = "confirmar"
	// PlazoMinuta: the minutes of a meeting, from its day.
	PlazoMinuta = "minuta"
	// PlazoFormalizar: a demand that was to be a petition or an agreement is.
	PlazoFormalizar = "formalizar"
	// PlazoSeguimiento: the next look at what petitions and agreements did.
	PlazoSeguimiento = "seguimiento"
	// PlazoCierre: the closing report, once all has ended.
	PlazoCierre = "cierre"
	// PlazoObservacion: what a review observed is corrected.
	PlazoObservacion = "observacion"
	// PlazoAutorizacion: the Unit decides on a directive.
	PlazoAutorizacion = "autorizacion"
)

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: termino(n, norma.Configuracion(nota))}
}

func termino(n int, f norma.Cita) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: f}
}

// No function sets a number of days. A directive may set others.
var terminos = plazo.Tabla{
	habiles(PlazoConclusion, 60, "término para que termine cada demanda"),
	habiles(PlazoProgramar, 5, "término para fijar la reunión"),
	habiles(PlazoConfirmar, 2, "término para que un área diga si asiste"),
	habiles(PlazoMinuta, 3, "término para levantar la minuta"),
	habiles(PlazoFormalizar, 3, "término para registrar la petición o levantar el acuerdo"),
	habiles(PlazoSeguimiento, 15, "cada cuánto se revisa lo pendiente"),
	habiles(PlazoCierre, 5, "término para el informe de cierre"),
	habiles(PlazoObservacion, 5, "término para corregir lo observado"),
	habiles(PlazoAutorizacion, 10, "término para decidir sobre una directriz"),
}

// Terminos lists the terms where no directive sets others.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// escalones are the days after a lapse on which the clock warns.
func escalones() []int { return []int{0, 5, 15} }

// avisoVigencia is how many natural days before its last one the clock warns
// that a representation ends.
const avisoVigencia = 30
