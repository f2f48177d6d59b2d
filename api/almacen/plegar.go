package almacen

import (
	"context"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
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

// sufijoMes ends the name of the families that are not kept by day, and
// sufijoOOAD that of those kept by day; neither is kept for every body at once.
const (
	sufijoMes  = "/mes"
	sufijoOOAD = "/ooad"
)

// porCuerpo says whether a family is kept for each body alone.
func porCuerpo(familia string) bool {
	return strings.HasSuffix(familia, sufijoMes) || strings.HasSuffix(familia, sufijoOOAD)
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
	hojas := s.hojas()
	if err := e.sumarHojas(hojas); err != nil {
		return err
	}
	cuentas := filas{t: tCuentas}
	for k, h := range hojas {
		cuentas.sumar(k.serie, k.familia, int64(k.nivel), int64(k.dia.Ordinal()), string(k.ooad), h.codificar())
	}
	ejercicios := filas{t: tEjercicios}
	for k, n := range s.ejercicios {
		ejercicios.sumar(string(k.Funcion), string(k.Unidad), int64(k.Dia), int64(n))
	}
	meses := filas{t: tEjerciciosMes}
	for k, m := range s.meses() {
		meses.sumar(string(k.Funcion), string(k.Unidad), int64(k.Dia), int64(m.n), int64(m.ultimo))
	}
	for _, f := range []*filas{&cuentas, &ejercicios, &meses} {
		if err := e.insertar(f); err != nil {
			return err
		}
	}
	return nil
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
