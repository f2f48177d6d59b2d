package almacen

import (
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

var reglaCombinacion = falla.Regla{Codigo: "combinacion-no-disponible", Es: "Esas cuentas se llevan por mes: pida meses completos.", En: "Those counters are kept by month: ask for whole months."}

// tramos parts the span asked for into runs of days, months and years. Most of
// a month is the month less the days that are not asked for: those to come
// have no rows.
func (q *ConsultaCuentas) tramos() ([]tramo, error) {
	if q.Desde.IsZero() || q.Hasta.IsZero() || q.Hasta.Before(q.Desde) {
		return nil, nil
	}
	meses := strings.HasSuffix(q.Familia, sufijoMes)
	enteros := q.Desde.Dia() == 1 && q.Hasta.Siguiente().Dia() == 1
	if diario := q.Tiempo == "dia" || q.Tiempo == "semana"; diario {
		if meses {
			return nil, invalida(reglaCombinacion, "query.agrupar")
		}
		return []tramo{{porDia, 1, q.Desde, q.Hasta}}, nil
	}
	if meses && !enteros {
		return nil, invalida(reglaCombinacion, "query.desde")
	}
	return q.porMeses(), nil
}

// porMeses parts a span at the ends of its months.
func (q *ConsultaCuentas) porMeses() []tramo {
	m1, m2 := inicioPeriodo(q.Desde, porMes), inicioPeriodo(q.Hasta, porMes)
	if m1 == m2 {
		return parteDeMes(q.Desde, q.Hasta)
	}
	var out []tramo
	// A month of which most is asked for stays whole, less the rest of it.
	if fin := finDeMes(m1); q.Desde != m1 {
		if q.Desde.Dia() <= fin.Dia()/2 {
			out = append(out, tramo{porDia, -1, m1, q.Desde.Sumar(-1)})
		} else {
			out = append(out, tramo{porDia, 1, q.Desde, fin})
			m1 = siguienteMes(m1)
		}
	}
	if fin := finDeMes(m2); q.Hasta != fin {
		if q.Hasta.Dia() > fin.Dia()/2 {
			out = append(out, tramo{porDia, -1, q.Hasta.Siguiente(), fin})
		} else {
			out = append(out, tramo{porDia, 1, m2, q.Hasta})
			m2 = inicioPeriodo(m2.Sumar(-1), porMes)
		}
	}
	if m2.Before(m1) {
		return out
	}
	if q.Tiempo == "mes" {
		return append(out, tramo{porMes, 1, m1, m2})
	}
	return append(out, porAnios(m1, m2)...)
}

// porAnios parts a run of months into whole years and the rest.
func porAnios(m1, m2 fecha.Fecha) []tramo {
	a1, a2 := m1.Anio(), m2.Anio()
	if a1 == a2 {
		return parteDeAnio(m1, m2)
	}
	var out []tramo
	if m1.Mes() != time.January {
		out = append(out, parteDeAnio(m1, primero(a1, time.December))...)
		a1++
	}
	if m2.Mes() != time.December {
		out = append(out, parteDeAnio(primero(a2, time.January), m2)...)
		a2--
	}
	if a1 <= a2 {
		out = append(out, tramo{porAnio, 1, primero(a1, time.January), primero(a2, time.January)})
	}
	return out
}

// parteDeAnio is a run of months within one year: most of it is the year less
// the rest.
func parteDeAnio(m1, m2 fecha.Fecha) []tramo {
	if m2.Mes()-m1.Mes() < 6 {
		return []tramo{{porMes, 1, m1, m2}}
	}
	enero, diciembre := primero(m1.Anio(), time.January), primero(m1.Anio(), time.December)
	out := []tramo{{porAnio, 1, enero, enero}}
	if m1 != enero {
		out = append(out, tramo{porMes, -1, enero, inicioPeriodo(m1.Sumar(-1), porMes)})
	}
	if m2 != diciembre {
		out = append(out, tramo{porMes, -1, siguienteMes(m2), diciembre})
	}
	return out
}

// parteDeMes is a run of days within one month.
func parteDeMes(desde, hasta fecha.Fecha) []tramo {
	m := inicioPeriodo(desde, porMes)
	fin := finDeMes(m)
	if dentro, total := desde.Dias(hasta)+1, fin.Dia(); dentro < total && dentro <= total/2 {
		return []tramo{{porDia, 1, desde, hasta}}
	}
	out := []tramo{{porMes, 1, m, m}}
	if desde.After(m) {
		out = append(out, tramo{porDia, -1, m, desde.Sumar(-1)})
	}
	if hasta.Before(fin) {
		out = append(out, tramo{porDia, -1, hasta.Siguiente(), fin})
	}
	return out
}

func siguienteMes(m fecha.Fecha) fecha.Fecha { return inicioPeriodo(m.Sumar(31), porMes) }

func finDeMes(m fecha.Fecha) fecha.Fecha { return siguienteMes(m).Sumar(-1) }

// pocosPeriodos is how many periods are looked up one by one, which finds the
// rows of one body in each, rather than as a range.
const pocosPeriodos = 64

// periodos lists the periods of a run of few months or years; nil when they
// are many, or days.
func (x tramo) periodos() []any {
	var out []any
	for d := x.desde; x.nivel != porDia && !d.After(x.hasta); {
		if len(out) == pocosPeriodos {
			return nil
		}
		out = append(out, d.Ordinal())
		if d = siguienteMes(d); x.nivel == porAnio {
			d = primero(d.Anio(), time.December).Sumar(31)
		}
	}
	return out
}
