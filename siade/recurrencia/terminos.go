package recurrencia

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// The deadlines.
const (
	// PlazoAnalisis: what was told is analysed or discarded.
	PlazoAnalisis = "analisis"
	// PlazoRemision: what was analysed is sent or given an action.
	PlazoRemision = "remision"
	// PlazoRespuesta: the organ says what it will do.
	PlazoRespuesta = "respuesta"
	// PlazoAccion: each action ends by its date.
	PlazoAccion = "accion"
	// PlazoMedicion: it is measured again once the actions ended.
	PlazoMedicion = "medicion"
	// PlazoCierre: what was measured is closed or taken up again.
	PlazoCierre = "cierre"
)

func dias(p string, n int, c plazo.Clase, nota string) plazo.Fijado {
	t := plazo.Termino{Cuenta: n, Clase: c, Fuente: norma.Configuracion(nota)}
	if c == plazo.Habiles {
		t.Calendario = plazo.LFPA
	}
	return plazo.Fijado{Plazo: p, Termino: t}
}

// No function sets a number of days.
var terminos = plazo.Tabla{
	dias(PlazoAnalisis, 10, plazo.Habiles, "término para analizar una problemática"),
	dias(PlazoRemision, 5, plazo.Habiles, "término para remitir lo analizado"),
	dias(PlazoRespuesta, 15, plazo.Habiles, "término para que el órgano diga qué hará"),
	dias(PlazoMedicion, 60, plazo.Naturales, "término para medir de nuevo: cuatro semanas completas y las que tarden en contarse"),
	dias(PlazoCierre, 10, plazo.Habiles, "término para cerrar lo medido o retomarlo"),
}

// Terminos lists the terms.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// escalones are the days after a lapse on which the clock warns.
func escalones() []int { return []int{0, 5, 10} }
