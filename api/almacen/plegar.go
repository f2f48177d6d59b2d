package almacen

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Counters lie by day, month and year. The movements of a batch are written
// with it in one row of their own, so that no two writers ever wait for one
// counter; they are added to the counters by whoever reads next, or after some
// batches.

// The levels of a counter.
const (
	porDia  = 1
	porMes  = 2
	porAnio = 3
)

// todosLosOOAD is the body of the rows that sum every body, for the questions
// that tell none apart.
const todosLosOOAD doe.OOAD = "*"

// sufijoMes ends the name of the families that are not kept by day.
const sufijoMes = "/mes"

// celda is the key of a counter at some level.
type celda struct {
	claveCuenta // dia is the first of the period
	nivel       int
}

// celdas spreads daily sums over the levels at which each family is kept.
func (s *sumas) celdas() map[celda][tramite.MaxMedidas]int {
	out := make(map[celda][tramite.MaxMedidas]int, 3*len(s.cuentas))
	for k, m := range s.cuentas {
		for nivel := porDia; nivel <= porAnio; nivel++ {
			if nivel == porDia && strings.HasSuffix(k.familia, sufijoMes) {
				continue
			}
			c := celda{k, nivel}
			c.dia = inicioPeriodo(k.dia, nivel)
			for _, c.ooad = range []doe.OOAD{k.ooad, todosLosOOAD} {
				v := out[c]
				for i, n := range m {
					v[i] += n
				}
				out[c] = v
			}
		}
	}
	return out
}

// inicioPeriodo is the first day of the day, month or year of a date.
func inicioPeriodo(f fecha.Fecha, nivel int) fecha.Fecha {
	switch nivel {
	case porMes:
		return primero(f.Anio(), f.Mes())
	case porAnio:
		return primero(f.Anio(), time.January)
	}
	return f
}

func primero(anio int, mes time.Month) fecha.Fecha {
	f, _ := fecha.New(anio, mes, 1)
	return f
}

// plegar adds to the counters the movements not added yet.
func (e *escritor) plegar() error {
	s, ids, err := e.pendientesDe()
	if err != nil || len(ids) == 0 {
		return err
	}
	if err := e.contar(s); err != nil {
		return err
	}
	if e.m.pg {
		return e.exec("DELETE FROM movimientos WHERE id = ANY ($1::bigint[])", ids)
	}
	return e.exec("DELETE FROM movimientos WHERE id <= $1", ids[len(ids)-1])
}

// pendientesDe reads the movements not added yet; on PostgreSQL one connection
// at a time does, while others go on writing more.
func (e *escritor) pendientesDe() (*sumas, []int64, error) {
	if e.m.pg {
		if err := e.exec("LOCK TABLE cuentas IN SHARE ROW EXCLUSIVE MODE"); err != nil {
			return nil, nil, err
		}
	}
	s := nuevasSumas()
	var ids []int64
	err := e.filas(func(scan func(...any) error) error {
		var id int64
		var b []byte
		if err := scan(&id, &b); err != nil {
			return err
		}
		ids = append(ids, id)
		return s.leer(b)
	}, "SELECT id, sumas FROM movimientos ORDER BY id")
	return s, ids, err
}

// contar adds sums to the counters.
func (e *escritor) contar(s *sumas) error {
	cuentas := filas{t: tCuentas}
	for k, m := range s.celdas() {
		if m == [tramite.MaxMedidas]int{} {
			continue
		}
		cuentas.sumar(k.serie, k.familia, int64(k.nivel), int64(k.dia.Ordinal()), string(k.ooad), k.v1, k.v2, int64(k.cubeta))
		for _, n := range m {
			cuentas.sumar(int64(n))
		}
	}
	ejercicios := filas{t: tEjercicios}
	for k, n := range s.ejercicios {
		ejercicios.sumar(string(k.Funcion), string(k.Unidad), int64(k.Dia), int64(n))
	}
	if err := e.insertar(&cuentas); err != nil {
		return err
	}
	return e.insertar(&ejercicios)
}

// alDia brings the counters up to date if they are not.
func (a *Almacen) alDia(ctx context.Context) error {
	var id int64
	hay, err := a.m.uno(ctx, "SELECT id FROM movimientos LIMIT 1", nil, &id)
	if err != nil || !hay {
		return err
	}
	return a.solo((*escritor).plegar)
}

// Ejercicio is how often a unit exercised a function.
type Ejercicio struct {
	Funcion doe.ClaveFuncion
	Unidad  doe.ClaveUnidad
	Veces   int
	// Ultima is the last day.
	Ultima fecha.Fecha
}

// Ejercicios lists the functions that were exercised.
func (a *Almacen) Ejercicios(ctx context.Context) ([]Ejercicio, error) {
	if err := a.alDia(ctx); err != nil {
		return nil, err
	}
	out := []Ejercicio{}
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var x Ejercicio
		var dia int
		err := scan(&x.Funcion, &x.Unidad, &x.Veces, &dia)
		x.Ultima = fecha.DeOrdinal(dia)
		out = append(out, x)
		return err
	}, "SELECT funcion, unidad, CAST(sum(n) AS bigint), max(dia) FROM ejercicios GROUP BY funcion, unidad ORDER BY funcion, unidad")
	return out, err
}

// ordenadas lists the keys of counters always in the same order.
func ordenadas[V any](m map[celda]V) []celda {
	return slices.SortedFunc(maps.Keys(m), func(a, b celda) int {
		if n := strings.Compare(a.texto(), b.texto()); n != 0 {
			return n
		}
		return a.cubeta - b.cubeta
	})
}

func (c celda) texto() string {
	return strings.Join([]string{c.serie, c.familia, string('0' + rune(c.nivel)), c.dia.String(), string(c.ooad), c.v1, c.v2}, "\x00")
}
