package estadistica

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Periodicidad is how often a report is made.
type Periodicidad string

// The periodicities.
const (
	Mensual    Periodicidad = "mensual"
	Trimestral Periodicidad = "trimestral"
	Anual      Periodicidad = "anual"
)

var periodicidades = vocabulario.Tabla[Periodicidad]{
	{Clave: Mensual, Nombre: "Mensual", Descripcion: "Un corte por mes natural.", Fuente: deDiseno},
	{Clave: Trimestral, Nombre: "Trimestral", Descripcion: "Un corte por trimestre natural.", Fuente: deDiseno},
	{Clave: Anual, Nombre: "Anual", Descripcion: "Un corte por año natural.", Fuente: deDiseno},
}

// Periodicidades lists them.
func Periodicidades() vocabulario.Tabla[Periodicidad] { return slices.Clone(periodicidades) }

// FormaJSON is the closed list.
func (Periodicidad) FormaJSON() forma.Forma { return periodicidades.Forma() }

// Periodo is the span that a report tells: a year, "2026", or a month or a
// quarter of one, "2026-03" or "2026-T1".
type Periodo string

// FormaJSON is the pattern.
func (Periodo) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Patron: `^[0-9]{4}(-(0[1-9]|1[0-2]|T[1-4]))?$`}
}

// Lapso is its periodicity with its first and last days. The error wraps
// [plan.ErrPeriodo].
func (p Periodo) Lapso() (k Periodicidad, desde, hasta fecha.Fecha, err error) {
	if len(p) == 4 {
		anio, err := strconv.ParseUint(string(p), 10, 16)
		if err == nil {
			desde, err = fecha.New(int(anio), 1, 1)
		}
		if err != nil {
			return "", desde, hasta, fmt.Errorf("%w: want AAAA, AAAA-MM or AAAA-Tn", plan.ErrPeriodo)
		}
		hasta, _ = fecha.New(int(anio), 12, 31)
		return Anual, desde, hasta, nil
	}
	x, err := plan.ParsePeriodo(string(p))
	if err != nil {
		return "", desde, hasta, err
	}
	k = Mensual
	if x.Paso() == plan.Trimestre {
		k = Trimestral
	}
	return k, x.Desde(), x.Hasta(), nil
}
