package supervision

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// The deadlines.
const (
	// PlazoAutorizacion: the Unit decides on a programme or a checklist.
	PlazoAutorizacion = "autorizacion"
	// PlazoVisita: a visit of the programme is made by its last day.
	PlazoVisita = "visita"
	// PlazoCierre: the programme is closed after its year.
	PlazoCierre = "cierre"
	// PlazoAtencion: an observation is attended; it has a clock each.
	PlazoAtencion = "atencion"
	// PlazoRevision: what was attended is accepted or returned.
	PlazoRevision = "revision"
	// PlazoFirma: the visited area signs the minutes.
	PlazoFirma = "firma"
	// anticipacion is how long before it starts a visit is notified.
	anticipacion = "anticipacion"
)

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion(nota)}}
}

// No function sets a number of days.
var terminos = plazo.Tabla{
	habiles(PlazoAutorizacion, 10, "término para decidir sobre un programa o una cédula"),
	habiles(PlazoRevision, 5, "término para revisar la atención de una observación"),
	habiles(PlazoFirma, 3, "término para firmar el acta"),
	habiles(anticipacion, 5, "anticipación con que se avisa de una visita"),
	habiles(string(Leve), 30, "término para atender una observación leve"),
	habiles(string(Moderada), 20, "término para atender una observación moderada"),
	habiles(string(Grave), 10, "término para atender una observación grave"),
}

// Terminos lists the terms; those to attend an observation go by its gravity,
// and are the longest that the minutes may give.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// escalones are the days after a lapse on which the clock warns.
func escalones() []int { return []int{0, 5, 10} }
