package plazo

import (
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Horario is when an office receives, in minutes since midnight of
// America/Mexico_City. The zero value is 8:00 to 18:00 (LFPA art. 30).
type Horario struct {
	// Abre is the opening; what comes earlier is of the same day.
	Abre int `json:"abre"`
	// Cierra is the closing, to the very minute; 0 is the default hours.
	Cierra int `json:"cierra"`
}

// HorarioLFPA is the default of LFPA art. 30 for bodies that publish no hours.
func HorarioLFPA() Horario { return Horario{Abre: 8 * 60, Cierra: 18 * 60} }

// Presentacion is the day on which something that came at an instant is taken
// as presented: its civil day, or the next that counts when it came after
// closing or on a day that does not count (LFPA art. 30). Zero for no instant
// and where the calendar has no such day.
func Presentacion(i fecha.Instante, h Horario, cal *Calendarios, n NombreCalendario, ambito string) fecha.Fecha {
	if i.IsZero() {
		return fecha.Fecha{}
	}
	if h.Cierra == 0 {
		h = HorarioLFPA()
	}
	d := i.Dia()
	if i.Hora() > time.Duration(h.Cierra)*time.Minute {
		d = d.Siguiente()
	}
	return cal.SiguienteHabil(n, d, ambito)
}

// The colours of a due date.
const (
	EnTiempo  = "en_tiempo"
	PorVencer = "por_vencer"
	Vencido   = "vencido"
	SinPlazo  = "sin_plazo"
)

// Semaforo is the colour of a due date on a day: [SinPlazo] without one,
// [Vencido] the day after it, [PorVencer] from aviso natural days before it,
// else [EnTiempo].
func Semaforo(vence, hoy fecha.Fecha, aviso int) string {
	switch {
	case vence.IsZero():
		return SinPlazo
	case hoy.After(vence):
		return Vencido
	case hoy.Dias(vence) <= aviso:
		return PorVencer
	}
	return EnTiempo
}
