package almacen

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ConsultaCuentas asks for sums of counters.
type ConsultaCuentas struct {
	// Coleccion and Familia say which counters.
	Coleccion, Familia string
	// Desde and Hasta bound the days, both included. Families kept by month
	// take whole months only.
	Desde, Hasta fecha.Fecha
	// OOAD, V1 and V2 leave only those values; all when empty.
	OOAD   []doe.OOAD
	V1, V2 []string
	// Tiempo parts the sums by "dia", "semana" (from Monday) or "mes"; not at
	// all when empty.
	Tiempo string
	// PorOOAD, PorV1, PorV2 and PorCubeta part them by dimension.
	PorOOAD, PorV1, PorV2, PorCubeta bool
	// Medidas are the ones asked for; all when empty. The rest come as zero.
	Medidas []int
}

// FilaCuentas is a sum. The dimensions that it was not parted by are empty.
type FilaCuentas struct {
	// Desde is the first day of the day, week or month.
	Desde  fecha.Fecha
	OOAD   doe.OOAD
	V1, V2 string
	Cubeta int
	// M are the measures, as the trámite's contributions define them.
	M [tramite.MaxMedidas]int
}

// claveFila is what tells the rows of a sum apart.
type claveFila struct {
	desde  fecha.Fecha
	ooad   doe.OOAD
	v1, v2 string
	cubeta int
}

// tramo is a run of periods of one level, added or taken away.
type tramo struct {
	nivel, signo int
	desde, hasta fecha.Fecha // first days of its first and last periods
}

// Sumar adds up counters. What sums to nothing is left out; the rows come by
// date and dimensions.
func (a *Almacen) Sumar(ctx context.Context, q ConsultaCuentas) ([]FilaCuentas, error) {
	t, ok := a.o.Mesa.Tramite(q.Coleccion)
	if !ok {
		return nil, noExiste()
	}
	tramos, err := q.tramos()
	if err != nil {
		return nil, err
	}
	if err := a.alDia(ctx); err != nil {
		return nil, err
	}
	suma := map[claveFila]*medidas{}
	for _, x := range tramos {
		if err := a.sumarTramo(ctx, t.Definicion().Serie, &q, x, suma); err != nil {
			return nil, err
		}
	}
	return enFilas(suma), nil
}

func (a *Almacen) sumarTramo(ctx context.Context, serie string, q *ConsultaCuentas, x tramo, suma map[claveFila]*medidas) error {
	sql, args := q.sql(serie, x)
	return a.m.cada(ctx, func(scan func(...any) error) error {
		var dia int
		var ooad doe.OOAD
		var b []byte
		if err := scan(&dia, &ooad, &b); err != nil {
			return err
		}
		k := claveFila{desde: q.cubetaTiempo(dia)}
		if q.PorOOAD {
			k.ooad = ooad
		}
		return recorrer(b, func(c casilla, m *medidas) { q.sumarCasilla(k, c, m, x.signo, suma) })
	}, sql, args...)
}

// claveDe is the row that the counters of a day and a body go to, before they
// are parted by their values.
func (q *ConsultaCuentas) claveDe(ordinal int, o doe.OOAD) claveFila {
	k := claveFila{desde: q.cubetaTiempo(ordinal)}
	if q.PorOOAD {
		k.ooad = o
	}
	return k
}

// sumarCasilla adds one counter to the row that it belongs to.
func (q *ConsultaCuentas) sumarCasilla(k claveFila, c casilla, m *medidas, signo int, suma map[claveFila]*medidas) {
	if !admite(q.V1, c.v1) || !admite(q.V2, c.v2) || !slices.ContainsFunc(q.medidas(), func(i int) bool { return m[i] != 0 }) {
		return
	}
	if q.PorV1 {
		k.v1 = c.v1
	}
	if q.PorV2 {
		k.v2 = c.v2
	}
	if q.PorCubeta {
		k.cubeta = c.cubeta
	}
	v := suma[k]
	if v == nil {
		v = new(medidas)
		suma[k] = v
	}
	for _, i := range q.medidas() {
		v[i] += signo * m[i]
	}
}

func admite(vs []string, v string) bool { return len(vs) == 0 || slices.Contains(vs, v) }

// cubetaTiempo is the first day of the day, week or month of a period.
func (q *ConsultaCuentas) cubetaTiempo(ordinal int) fecha.Fecha {
	f := fecha.DeOrdinal(ordinal)
	switch q.Tiempo {
	case "dia":
		return f
	case "semana":
		return f.Sumar(-(int(f.DiaSemana()) + 6) % 7)
	case "mes":
		return inicioPeriodo(f, porMes)
	}
	return fecha.Fecha{}
}

// todas are the places of every measure.
var todas = func() (ms []int) {
	for i := range tramite.MaxMedidas {
		ms = append(ms, i)
	}
	return ms
}()

func (q *ConsultaCuentas) medidas() []int {
	if len(q.Medidas) == 0 {
		return todas
	}
	return q.Medidas
}

// sql reads the sheets of one run.
func (q *ConsultaCuentas) sql(serie string, x tramo) (string, []any) {
	c := &consulta{}
	c.y("serie = ? AND familia = ? AND nivel = ?", serie, q.Familia, x.nivel)
	if ps := x.periodos(); ps != nil {
		c.y("periodo IN (?"+strings.Repeat(", ?", len(ps)-1)+")", ps...)
	} else {
		c.y("periodo >= ? AND periodo <= ?", x.desde.Ordinal(), x.hasta.Ordinal())
	}
	switch {
	case len(q.OOAD) > 0:
		entre(c, "ooad", q.OOAD)
	case q.PorOOAD:
		c.y("ooad <> ?", string(todosLosOOAD))
	case !porCuerpo(q.Familia):
		c.y("ooad = ?", string(todosLosOOAD))
	}
	return "SELECT periodo, ooad, casillas FROM cuentas WHERE " + strings.Join(c.donde, " AND "), c.args
}

// entre asks that a column be one of some values.
func entre[T ~string](c *consulta, columna string, valores []T) {
	if len(valores) == 0 {
		return
	}
	args := make([]any, len(valores))
	for i, v := range valores {
		args[i] = string(v)
	}
	c.y(columna+" IN (?"+strings.Repeat(", ?", len(args)-1)+")", args...)
}

func compararFilas(a, b FilaCuentas) int {
	return cmp.Or(a.Desde.Compare(b.Desde), cmp.Compare(a.OOAD, b.OOAD), cmp.Compare(a.V1, b.V1), cmp.Compare(a.V2, b.V2), a.Cubeta-b.Cubeta)
}
