// Package norma cites the norms that rules rest on.
package norma

import "github.com/operacion-abierta/operacion/doe/fecha"

// Cita names the place of a norm that a rule or a datum rests on.
type Cita struct {
	// Norma is the short name of the norm: "LFPA", "LGCS", "G000-002-003".
	Norma string `json:"norma" doc:"Norma, por su nombre corto" example:"LFPA"`
	// Lugar is the article, numeral, policy or function: "art. 17-A", "7.1/2".
	Lugar string `json:"lugar,omitempty" doc:"Artículo, numeral, política o función" example:"art. 17-A"`
	// Nota says what the reader must know of the citation, if anything.
	Nota string `json:"nota,omitempty" doc:"Lo que hay que saber de la cita"`
}

// Configuracion marks a datum for which no norm was found: it is a value that
// the installation sets, not the law.
func Configuracion(nota string) Cita { return Cita{Norma: "configuración", Nota: nota} }

// EsConfiguracion says whether the datum is set by the installation.
func (c Cita) EsConfiguracion() bool { return c.Norma == "configuración" }

// IsZero says whether there is no citation.
func (c Cita) IsZero() bool { return c == Cita{} }

// String is the citation as one line.
func (c Cita) String() string {
	s := c.Norma
	if c.Lugar != "" {
		s += " " + c.Lugar
	}
	if c.Nota != "" {
		s += " (" + c.Nota + ")"
	}
	return s
}

// Vigencia is the half-open span of days [Desde, Hasta) in which a rule is in
// force. A zero Desde means "since ever", a zero Hasta "until further notice".
type Vigencia struct {
	Desde fecha.Fecha `json:"desde,omitzero"`
	Hasta fecha.Fecha `json:"hasta,omitzero"`
}

// Desde is in force from a day on.
func Desde(f fecha.Fecha) Vigencia { return Vigencia{Desde: f} }

// Rige says whether the rule is in force on a day.
func (v Vigencia) Rige(d fecha.Fecha) bool {
	return !d.Before(v.Desde) && (v.Hasta.IsZero() || d.Before(v.Hasta))
}

// Traslapa says whether two spans share a day.
func (v Vigencia) Traslapa(w Vigencia) bool {
	return (v.Hasta.IsZero() || w.Desde.Before(v.Hasta)) && (w.Hasta.IsZero() || v.Desde.Before(w.Hasta))
}
