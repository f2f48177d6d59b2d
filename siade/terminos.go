package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// The deadlines of a petition, by name.
const (
	PlazoRespuesta    = "respuesta"
	PlazoSilencio     = "silencio"
	PlazoAcuse        = "acuse"
	PlazoAceptacion   = "aceptacion"
	PlazoNotificacion = "notificacion"
	PlazoDesahogo     = "desahogo"
	PlazoInformacion  = "informacion"
	PlazoRemision     = "remision"
	PlazoConstancia   = "constancia"
	// PlazoReapertura and PlazoCalificacion run after closing: they are
	// windows, not clocks.
	PlazoReapertura   = "reapertura"
	PlazoCalificacion = "calificacion"
	// PlazoSinResolucion is how long preventing is timely where no resolution
	// is due.
	PlazoSinResolucion = "prevencion_sin_resolucion"
)

func habiles(n int, fuente norma.Cita) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: fuente}
}

func lfpa(art string) norma.Cita { return norma.Cita{Norma: "LFPA", Lugar: "art. " + art} }

var interno = norma.Configuracion("término interno")

var terminos = plazo.Tabla{
	{Plazo: PlazoSilencio, Termino: plazo.Termino{Cuenta: 3, Clase: plazo.Meses, Calendario: plazo.LFPA, Fuente: lfpa("17")}},
	{Plazo: PlazoAcuse, Termino: habiles(2, interno)},
	{Plazo: PlazoAceptacion, Termino: habiles(3, interno)},
	{Plazo: PlazoNotificacion, Termino: habiles(10, lfpa("39"))},
	{Plazo: PlazoRemision, Termino: habiles(5, lfpa("42"))},
	{Plazo: PlazoConstancia, Termino: habiles(2, lfpa("17"))},
	{Plazo: PlazoReapertura, Termino: habiles(15, interno)},
	{Plazo: PlazoCalificacion, Termino: plazo.Termino{Cuenta: 30, Clase: plazo.Naturales, Fuente: interno}},
	{Plazo: PlazoSinResolucion, Termino: habiles(10, lfpa("17-A"))},
}

// Terminos lists the terms of the steps, but for the answer's.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// TerminoDe is the term of a step by the rules in force on a day.
func TerminoDe(nombre string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) }

// DefRespuesta is the term to answer the petitions that it describes: an empty
// field takes any.
type DefRespuesta struct {
	Tipo     Tipo
	Gravedad Gravedad
	// Sensible: only the sensitive ones.
	Sensible bool
	Termino  plazo.Termino
	Vigencia norma.Vigencia
}

// The first that fits rules. The last is the term of what is not classified.
// No internal term of the institution was found: all are configuration, under
// the ceiling of LFPA art. 17.
var respuestas = []DefRespuesta{
	{Gravedad: RiesgoVital, Termino: plazo.Termino{Cuenta: 1, Clase: plazo.Naturales, Fuente: interno}},
	{Sensible: true, Termino: habiles(5, interno)},
	{Gravedad: Prioritaria, Termino: habiles(5, interno)},
	{Tipo: Orientacion, Termino: habiles(5, interno)},
	{Tipo: Gestion, Termino: habiles(10, interno)},
	{Tipo: Queja, Termino: habiles(20, interno)},
	{Tipo: Reconocimiento, Termino: habiles(10, interno)},
	{Tipo: Sugerencia, Termino: habiles(30, interno)},
	{Termino: habiles(20, interno)},
}

// TerminosRespuesta lists the terms to answer, the most specific first.
func TerminosRespuesta() []DefRespuesta { return slices.Clone(respuestas) }

// TerminoRespuesta is the term to answer a petition so classified, by the
// rules in force on a day.
func TerminoRespuesta(c Clasificacion, dia fecha.Fecha) (plazo.Termino, bool) {
	for i := range respuestas {
		t := &respuestas[i]
		if (t.Tipo == "" || t.Tipo == c.Tipo) && (t.Gravedad == "" || t.Gravedad == c.Gravedad) &&
			(!t.Sensible || c.Sensible) && t.Vigencia.Rige(dia) {
			return t.Termino, true
		}
	}
	return plazo.Termino{}, false
}

// MinimoDesahogo is the fewest working days to cure a prevention (LFPA art. 17-A).
const MinimoDesahogo = 5

// DefHorario is the hours of reception in force for a span of days.
type DefHorario struct {
	Horario  plazo.Horario
	Vigencia norma.Vigencia
	Fuente   norma.Cita
}

var horarios = []DefHorario{{Horario: plazo.HorarioLFPA(), Fuente: lfpa("30")}}

// HorarioDe is the hours of reception of a day: what arrives later is taken as
// presented on the next working day.
func HorarioDe(dia fecha.Fecha) plazo.Horario {
	for _, h := range horarios {
		if h.Vigencia.Rige(dia) {
			return h.Horario
		}
	}
	return plazo.HorarioLFPA()
}
