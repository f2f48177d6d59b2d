package plazo

import "github.com/operacion-abierta/operacion/doe/fecha"

// Pausa is a span in which the clock of one term stands still: a prevention
// waiting for its answer, a wait on another body (LFPA art. 17-A). Neither of
// its two days counts, so Hasta is the day of the answer and the term goes on
// the next counted day. A Hasta before Desde makes a pause of no days.
type Pausa struct {
	// Desde is the first day that does not count.
	Desde fecha.Fecha `json:"desde" doc:"Primer día que no cuenta" example:"2026-03-04"`
	// Hasta is the last day that does not count; zero while still paused.
	Hasta fecha.Fecha `json:"hasta,omitzero" doc:"Último día que no cuenta; falta mientras sigue"`
	// Motivo is shown in the derivation.
	Motivo string `json:"motivo" doc:"Por qué no cuenta" example:"prevenida"`
}

// cubre says whether the clock stands on a day.
func (p Pausa) cubre(d fecha.Fecha) bool {
	return !d.Before(p.Desde) && (p.Hasta.IsZero() || !d.After(p.Hasta))
}

// tramo is what is left of a pause after a day, in ordinals.
type tramo struct {
	ini, fin int
	abierta  bool
}

// proxima is the first pause that holds some day after o.
func proxima(pausas []Pausa, o int) (tramo, bool) {
	var t tramo
	hay := false
	for _, p := range pausas {
		ini, abierta, fin := p.Desde.Ordinal(), p.Hasta.IsZero(), 0
		if !abierta {
			if fin = p.Hasta.Ordinal(); fin <= o || fin < ini {
				continue
			}
		}
		ini = max(ini, o+1)
		if !hay || ini < t.ini {
			t, hay = tramo{ini, fin, abierta}, true
		}
	}
	return t, hay
}
