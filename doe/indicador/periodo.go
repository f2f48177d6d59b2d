package indicador

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Frecuencia is how often an indicator is measured.
type Frecuencia string

// The frequencies.
const (
	Mensual    Frecuencia = "mensual"
	Trimestral Frecuencia = "trimestral"
	Semestral  Frecuencia = "semestral"
	Anual      Frecuencia = "anual"
)

var frecuencias = vocabulario.Tabla[Frecuencia]{
	{Clave: Mensual, Nombre: "Mensual", Descripcion: "Cada mes.", Fuente: mir},
	{Clave: Trimestral, Nombre: "Trimestral", Descripcion: "Cada tres meses.", Fuente: mir},
	{Clave: Semestral, Nombre: "Semestral", Descripcion: "Cada seis meses.", Fuente: mir},
	{Clave: Anual, Nombre: "Anual", Descripcion: "Cada año.", Fuente: mir},
}

// Frecuencias lists the frequencies.
func Frecuencias() vocabulario.Tabla[Frecuencia] { return slices.Clone(frecuencias) }

// ParseFrecuencia reads a frequency. The error wraps [vocabulario.ErrDesconocida].
func ParseFrecuencia(s string) (Frecuencia, error) { return frecuencias.Parse(s) }

// meses is how many months a period of the frequency has.
func (f Frecuencia) meses() int {
	switch f {
	case Mensual:
		return 1
	case Trimestral:
		return 3
	case Semestral:
		return 6
	case Anual:
		return 12
	}
	return 0
}

// Periodo is a calendar span that a measurement covers: "2026-03", "2026-T1",
// "2026-S1" or "2026".
type Periodo string

// ErrPeriodo is wrapped by the error about a text that is no period.
var ErrPeriodo = errors.New("not a period")

var formaPeriodo = regexp.MustCompile(`^((?:19|20|21)[0-9]{2})(?:-(?:(0[1-9]|1[0-2])|T([1-4])|S([12])))?$`)

// ParsePeriodo reads a period.
func ParsePeriodo(s string) (Periodo, error) {
	if !formaPeriodo.MatchString(s) {
		return "", fmt.Errorf("%w: want 2026-03, 2026-T1, 2026-S1 or 2026", ErrPeriodo)
	}
	return Periodo(s), nil
}

// lugar is the year, the number in it and the frequency of a period; false
// when it is none.
func (p Periodo) lugar() (anio, n int, f Frecuencia, ok bool) {
	m := formaPeriodo.FindStringSubmatch(string(p))
	if m == nil {
		return 0, 0, "", false
	}
	anio, _ = strconv.Atoi(m[1]) // four digits
	for i, f := range []Frecuencia{Mensual, Trimestral, Semestral} {
		if m[i+2] != "" {
			n, _ = strconv.Atoi(m[i+2]) // one or two digits
			return anio, n, f, true
		}
	}
	return anio, 1, Anual, true
}

// Frecuencia is how long the period is; empty when it is none.
func (p Periodo) Frecuencia() Frecuencia {
	_, _, f, _ := p.lugar()
	return f
}

// Inicio is its first day; zero when it is no period.
func (p Periodo) Inicio() fecha.Fecha {
	anio, n, f, ok := p.lugar()
	if !ok {
		return fecha.Fecha{}
	}
	d, err := fecha.New(anio, time.Month((n-1)*f.meses()+1), 1)
	if err != nil {
		return fecha.Fecha{}
	}
	return d
}

// Fin is its last day; zero when it is no period.
func (p Periodo) Fin() fecha.Fecha {
	anio, n, f, ok := p.lugar()
	if !ok {
		return fecha.Fecha{}
	}
	mes := time.Month(n * f.meses())
	d, err := fecha.New(anio, mes, fecha.DiasDelMes(anio, mes))
	if err != nil {
		return fecha.Fecha{}
	}
	return d
}

// Contiene says whether a period lies within another, or is it.
func (p Periodo) Contiene(q Periodo) bool {
	return p.Frecuencia() != "" && q.Frecuencia() != "" && !q.Inicio().Before(p.Inicio()) && !q.Fin().After(p.Fin())
}

// PeriodoDe is the period of a frequency that a day lies in.
func PeriodoDe(d fecha.Fecha, f Frecuencia) Periodo {
	switch m := f.meses(); f {
	case Mensual:
		return Periodo(fmt.Sprintf("%04d-%02d", d.Anio(), d.Mes()))
	case Trimestral:
		return Periodo(fmt.Sprintf("%04d-T%d", d.Anio(), (int(d.Mes())-1)/m+1))
	case Semestral:
		return Periodo(fmt.Sprintf("%04d-S%d", d.Anio(), (int(d.Mes())-1)/m+1))
	case Anual:
		return Periodo(fmt.Sprintf("%04d", d.Anio()))
	}
	return ""
}

// Abarca says whether the period has one or more of a frequency.
func (p Periodo) Abarca(f Frecuencia) bool { return p.cuantos(f) > 0 }

// cuantos is how many periods of a frequency a period has.
func (p Periodo) cuantos(f Frecuencia) int {
	if m := f.meses(); m > 0 {
		return p.Frecuencia().meses() / m
	}
	return 0
}

// partes lists the periods of a frequency that a period has, in order.
func (p Periodo) partes(f Frecuencia) []Periodo {
	n := p.cuantos(f)
	out := make([]Periodo, 0, n)
	for d := p.Inicio(); len(out) < n; d = out[len(out)-1].Fin().Siguiente() {
		out = append(out, PeriodoDe(d, f))
	}
	return out
}
