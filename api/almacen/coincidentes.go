package almacen

import (
	"cmp"
	"context"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// maxFirmas is how many values of near text are read, at most, to find those
// that records share.
const maxFirmas = 200_000

// Coincidentes are records of some bodies, registered between two days of the
// last months, whose text may be shared with others: first those that share a
// value of it, the newest first, then the rest of those that can be found by
// their text, so many in all. It says whether there were more. Restricted
// records are left out; it does not ask who reads the others.
func (a *Almacen) Coincidentes(ctx context.Context, coleccion string, ooads []doe.OOAD, desde, hasta fecha.Fecha, limite int) ([]Expediente, bool, error) {
	por, leidas, err := a.porValor(ctx, ooads, desde, hasta)
	if err != nil {
		return nil, false, err
	}
	veces := map[int64]int{}
	for _, ids := range por {
		for _, id := range ids {
			veces[id] = max(veces[id], len(ids))
		}
	}
	todos := make([]int64, 0, len(veces))
	for id := range veces {
		todos = append(todos, id)
	}
	slices.SortFunc(todos, func(x, y int64) int {
		return cmp.Or(min(veces[y], 2)-min(veces[x], 2), cmp.Compare(y, x))
	})
	mas := len(todos) > limite || leidas >= maxFirmas
	todos = todos[:min(len(todos), limite)]
	out := make([]Expediente, 0, len(todos))
	d1, d2 := int64(desde.Inicio()), int64(hasta.Siguiente().Inicio())
	for len(todos) > 0 {
		n := trozo(len(todos))
		args := []any{coleccion, d1, d2}
		for _, id := range todos[:n] {
			args = append(args, id)
		}
		err := a.m.cada(ctx, func(scan func(...any) error) error {
			x := Expediente{Coleccion: coleccion, Llano: true}
			err := scan(&x.Folio, &x.Version, &x.OOAD, &x.Doc)
			out = append(out, x)
			return err
		}, "SELECT folio, version, ooad, doc FROM expedientes WHERE coleccion || '' = $1 AND creado >= $2 AND creado < $3 AND restringida = 0 AND excluidos = '' AND id IN ("+marcadores(4, n)+")", args...)
		if err != nil {
			return nil, mas, err
		}
		todos = todos[n:]
	}
	return out, mas, nil
}

// porValor are the records that have each value, the newest weeks first.
func (a *Almacen) porValor(ctx context.Context, ooads []doe.OOAD, desde, hasta fecha.Fecha) (map[int64][]int64, int, error) {
	por, leidas := map[int64][]int64{}, 0
	for s := semana(hasta); s >= max(semana(desde), semana(hasta)-SemanasFirmas) && leidas < maxFirmas; s-- {
		for _, o := range ooads {
			err := a.m.cada(ctx, func(scan func(...any) error) error {
				var v, id int64
				err := scan(&v, &id)
				leidas++
				por[v] = append(por[v], id)
				return err
			}, "SELECT valor, expediente FROM firmas WHERE semana = $1 AND ooad = $2 LIMIT $3", s, string(o), maxFirmas-leidas)
			if err != nil {
				return nil, leidas, err
			}
		}
	}
	return por, leidas, nil
}
