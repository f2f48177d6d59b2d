package almacen

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Ejercicio is how often a unit exercised a function in a month.
type Ejercicio struct {
	Funcion doe.ClaveFuncion
	Unidad  doe.ClaveUnidad
	// Mes is the first day of the month.
	Mes   fecha.Fecha
	Veces int
	// Ultima is the last day on which it did.
	Ultima fecha.Fecha
}

// ConsultaEjercicios bounds the days, both included. Empty fields bound
// nothing.
type ConsultaEjercicios struct{ Desde, Hasta fecha.Fecha }

// Ejercicios lists the functions that were exercised, by function, unit and
// month. Whole months are read from the counters by month, so that the time it
// takes does not grow with the events.
func (a *Almacen) Ejercicios(ctx context.Context, q ConsultaEjercicios) ([]Ejercicio, error) {
	if err := a.alDia(ctx); err != nil {
		return nil, err
	}
	junta := map[ejercicio]*Ejercicio{}
	for _, t := range q.tramos() {
		sql := "SELECT funcion, unidad, dia, n, dia FROM ejercicios WHERE dia >= $1 AND dia <= $2"
		if t.nivel == porMes {
			sql = "SELECT funcion, unidad, mes, n, ultimo FROM ejercicios_mes WHERE mes >= $1 AND mes <= $2"
		}
		err := a.m.cada(ctx, func(scan func(...any) error) error { return juntar(junta, scan) }, sql, int64(t.desde.Ordinal()), int64(t.hasta.Ordinal()))
		if err != nil {
			return nil, err
		}
	}
	out := make([]Ejercicio, 0, len(junta))
	for _, x := range junta {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(x, y Ejercicio) int {
		return cmp.Or(cmp.Compare(x.Funcion, y.Funcion), cmp.Compare(x.Unidad, y.Unidad), x.Mes.Compare(y.Mes))
	})
	return out, nil
}

// juntar adds a row to those of its month.
func juntar(junta map[ejercicio]*Ejercicio, scan func(...any) error) error {
	var x Ejercicio
	var dia, ultimo int
	if err := scan(&x.Funcion, &x.Unidad, &dia, &x.Veces, &ultimo); err != nil {
		return err
	}
	x.Mes, x.Ultima = inicioPeriodo(fecha.DeOrdinal(dia), porMes), fecha.DeOrdinal(ultimo)
	k := ejercicio{x.Funcion, x.Unidad, x.Mes.Ordinal()}
	if ya := junta[k]; ya != nil {
		x.Veces += ya.Veces
		if ya.Ultima.After(x.Ultima) {
			x.Ultima = ya.Ultima
		}
	}
	junta[k] = &x
	return nil
}

// The days that are asked for when no bound is given: the first and the last
// that a date may be.
var (
	primerDia = primero(1900, time.January)
	ultimoDia = primero(9999, time.December)
)

// tramos parts the days asked for into whole months and the days left over.
func (q ConsultaEjercicios) tramos() []tramo {
	desde, hasta := q.Desde, q.Hasta
	if desde.IsZero() {
		desde = primerDia
	}
	if hasta.IsZero() {
		hasta = ultimoDia
	}
	if hasta.Before(desde) {
		return nil
	}
	m1, m2 := inicioPeriodo(desde, porMes), inicioPeriodo(hasta, porMes)
	enteroPrimero, enteroUltimo := desde == m1, hasta == finDeMes(m2) || q.Hasta.IsZero()
	if m1 == m2 && !(enteroPrimero && enteroUltimo) {
		return []tramo{{porDia, 1, desde, hasta}}
	}
	var out []tramo
	if !enteroPrimero {
		out, m1 = append(out, tramo{porDia, 1, desde, finDeMes(m1)}), siguienteMes(m1)
	}
	if !enteroUltimo {
		out, m2 = append(out, tramo{porDia, 1, m2, hasta}), inicioPeriodo(m2.Sumar(-1), porMes)
	}
	if !m2.Before(m1) {
		out = append(out, tramo{porMes, 1, m1, m2})
	}
	return out
}

// mesEjercido is how often a function was exercised in a month, and the last
// day.
type mesEjercido struct{ n, ultimo int }

// meses adds up daily uses by month: the day of the key is the first.
func (s *sumas) meses() map[ejercicio]mesEjercido {
	out := make(map[ejercicio]mesEjercido, len(s.ejercicios))
	for k, n := range s.ejercicios {
		dia := k.Dia
		k.Dia = inicioPeriodo(fecha.DeOrdinal(dia), porMes).Ordinal()
		m, ya := out[k]
		if m.n += n; !ya || dia > m.ultimo {
			m.ultimo = dia
		}
		out[k] = m
	}
	return out
}
