package plazo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Suspension is a span of days that an instrument published in the DOF takes
// out of calendars: a general holiday, force majeure (LFPA art. 28). Both days
// are included. None are shipped; they are data of the installation.
type Suspension struct {
	// Clave names it for the installation.
	Clave string `json:"clave"`
	// Instrumento is the accord and its publication, shown in derivations.
	Instrumento string `json:"instrumento"`
	// Calendarios are those it takes days from.
	Calendarios []NombreCalendario `json:"calendarios"`
	// Desde is the first day that does not count.
	Desde fecha.Fecha `json:"desde"`
	// Hasta is the last day that does not count.
	Hasta fecha.Fecha `json:"hasta"`
	// Ambitos are the keys of the organs it holds for; empty, for everyone.
	Ambitos []string `json:"ambitos,omitempty"`
}

// The rules of a suspension.
var (
	reglaClave = falla.Regla{Codigo: "PLAZO-SUSPENSION-01", Fuente: lfpa28,
		Es: "la suspensión necesita clave e instrumento publicado", En: "a suspension needs a key and a published instrument"}
	reglaCalendarios = falla.Regla{Codigo: "PLAZO-SUSPENSION-02", Fuente: lfpa28,
		Es: "los calendarios deben ser de lfpa, cff y lft, al menos uno y sin repetir", En: "calendars must be of lfpa, cff and lft, one at least and none twice"}
	reglaDias = falla.Regla{Codigo: "PLAZO-SUSPENSION-03", Fuente: lfpa28,
		Es: "los días deben ir de 1900 a 2200 y el primero no puede ser posterior al último", En: "days must lie within 1900 to 2200, the first not after the last"}
	reglaAmbitos = falla.Regla{Codigo: "PLAZO-SUSPENSION-04", Fuente: lfpa28,
		Es: "los ámbitos no pueden estar vacíos ni repetirse", En: "scopes may be neither empty nor repeated"}
)

// NuevaSuspension checks a suspension and gives a copy of it. The error is a
// [falla.Error] with every fault, of codes PLAZO-SUSPENSION-01 to 04.
func NuevaSuspension(s Suspension) (Suspension, error) {
	var fs falla.Fallas
	fs.Si(s.Clave == "", reglaClave, "body.clave")
	fs.Si(s.Instrumento == "", reglaClave, "body.instrumento")
	mal := len(s.Calendarios) == 0 || repite(s.Calendarios)
	for _, n := range s.Calendarios {
		mal = mal || indice(n) < 0
	}
	fs.Si(mal, reglaCalendarios, "body.calendarios")
	fs.Si(!enRango(s.Desde), reglaDias, "body.desde")
	fs.Si(!enRango(s.Hasta) || s.Hasta.Before(s.Desde), reglaDias, "body.hasta")
	fs.Si(repite(s.Ambitos) || slices.Contains(s.Ambitos, ""), reglaAmbitos, "body.ambitos")
	if len(fs) > 0 {
		return Suspension{}, fs.Error("suspension-invalida", "la suspensión no es válida", "the suspension is not valid")
	}
	return s.copia(), nil
}

func repite[T comparable](xs []T) bool {
	for i, x := range xs {
		if slices.Contains(xs[:i], x) {
			return true
		}
	}
	return false
}

func (s Suspension) copia() Suspension {
	s.Calendarios, s.Ambitos = slices.Clone(s.Calendarios), slices.Clone(s.Ambitos)
	return s
}

// rige says whether it takes days from a calendar for a scope.
func (s Suspension) rige(n NombreCalendario, ambito string) bool {
	return slices.Contains(s.Calendarios, n) && (len(s.Ambitos) == 0 || slices.Contains(s.Ambitos, ambito))
}

// cubre says whether a day is suspended.
func (s Suspension) cubre(d fecha.Fecha) bool {
	return !s.Desde.IsZero() && !d.Before(s.Desde) && !d.After(s.Hasta)
}
