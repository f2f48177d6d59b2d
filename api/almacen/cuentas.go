package almacen

import (
	"cmp"
	"context"
	"fmt"
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
	suma := map[claveFila]*[tramite.MaxMedidas]int{}
	for _, x := range tramos {
		if err := a.sumarTramo(ctx, t.Definicion().Serie, &q, x, suma); err != nil {
			return nil, err
		}
	}
	out := make([]FilaCuentas, 0, len(suma))
	for k, m := range suma {
		if *m != [tramite.MaxMedidas]int{} {
			out = append(out, FilaCuentas{k.desde, k.ooad, k.v1, k.v2, k.cubeta, *m})
		}
	}
	slices.SortFunc(out, compararFilas)
	return out, nil
}

func (a *Almacen) sumarTramo(ctx context.Context, serie string, q *ConsultaCuentas, x tramo, suma map[claveFila]*[tramite.MaxMedidas]int) error {
	sql, args := q.sql(serie, x)
	return a.m.cada(ctx, func(scan func(...any) error) error {
		var k claveFila
		var dia int
		var m [tramite.MaxMedidas]int
		dest := []any{&dia, &k.ooad, &k.v1, &k.v2, &k.cubeta}
		for _, i := range q.medidas() {
			dest = append(dest, &m[i])
		}
		if err := scan(dest...); err != nil {
			return err
		}
		k.desde = q.cubetaTiempo(dia)
		v := suma[k]
		if v == nil {
			v = new([tramite.MaxMedidas]int)
			suma[k] = v
		}
		for i, n := range m {
			v[i] += x.signo * n
		}
		return nil
	}, sql, args...)
}

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
var todas = []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}

func (q *ConsultaCuentas) medidas() []int {
	if len(q.Medidas) == 0 {
		return todas
	}
	return q.Medidas
}

// sql sums one run, parted as asked.
func (q *ConsultaCuentas) sql(serie string, x tramo) (string, []any) {
	grupo := []string{}
	columna := func(si bool, nombre, nada string) string {
		if si {
			grupo = append(grupo, nombre)
			return nombre
		}
		return nada
	}
	cols := []string{
		columna(q.Tiempo != "", "e.periodo", "0"), columna(q.PorOOAD, "e.ooad", "''"), columna(q.PorV1, "e.v1", "''"),
		columna(q.PorV2, "e.v2", "''"), columna(q.PorCubeta, "e.cubeta", "0"),
	}
	for _, m := range q.medidas() {
		cols = append(cols, fmt.Sprintf("CAST(coalesce(sum(e.m%d), 0) AS bigint)", m))
	}
	c := &consulta{}
	c.y("e.serie = ? AND e.familia = ? AND e.nivel = ?", serie, q.Familia, x.nivel)
	if ps := x.periodos(); ps != nil {
		c.y("e.periodo IN (?"+strings.Repeat(", ?", len(ps)-1)+")", ps...)
	} else {
		c.y("e.periodo >= ? AND e.periodo <= ?", x.desde.Ordinal(), x.hasta.Ordinal())
	}
	switch {
	case len(q.OOAD) > 0:
		entre(c, "e.ooad", q.OOAD)
	case q.PorOOAD:
		c.y("e.ooad <> ?", string(todosLosOOAD))
	default:
		c.y("e.ooad = ?", string(todosLosOOAD))
	}
	entre(c, "e.v1", q.V1)
	entre(c, "e.v2", q.V2)
	s := "SELECT " + strings.Join(cols, ", ") + " FROM cuentas e WHERE " + strings.Join(c.donde, " AND ")
	if len(grupo) > 0 {
		s += " GROUP BY " + strings.Join(grupo, ", ")
	}
	return s, c.args
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
