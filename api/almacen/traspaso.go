package almacen

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// abiertos counts, by collection, the records that a unit keeps and that are
// not closed.
func (a *Almacen) abiertos(ctx context.Context, u doe.ClaveUnidad) (out []tramite.Abiertos, err error) {
	err = a.m.cada(ctx, func(scan func(...any) error) error {
		var x tramite.Abiertos
		err := scan(&x.Coleccion, &x.Cuantos)
		out = append(out, x)
		return err
	}, "SELECT coleccion, count(*) FROM expedientes WHERE unidad = $1 AND categoria IN ($2, $3) GROUP BY coleccion ORDER BY coleccion",
		string(u), string(tramite.Abierta), string(tramite.Espera))
	return out, err
}

// Traspasar hands the open records that a unit keeps over to another, as when
// a reorganisation takes effect, and leaves an event on each. It says how many;
// the error joins those that could not be handed over.
func (a *Almacen) Traspasar(ctx context.Context, de, para doe.ClaveUnidad, motivo string) (int, error) {
	var errs []error
	var hechos atomic.Int64
	for ultimo := int64(0); ; {
		var pagina []conReloj
		err := a.m.cada(ctx, func(scan func(...any) error) error {
			var x conReloj
			err := scan(&x.id, &x.coleccion, &x.folio)
			pagina = append(pagina, x)
			return err
		}, "SELECT id, coleccion, folio FROM expedientes WHERE id > $1 AND unidad = $2 AND categoria IN ($3, $4) ORDER BY id LIMIT 1000",
			ultimo, string(de), string(tramite.Abierta), string(tramite.Espera))
		if err != nil || len(pagina) == 0 {
			return int(hechos.Load()), errors.Join(append(errs, err)...)
		}
		ultimo = pagina[len(pagina)-1].id
		errs = append(errs, repartirEntre(pagina, func(x conReloj) error {
			_, err := a.Realizar(ctx, Orden{
				Peticion: tramite.Peticion{Coleccion: x.coleccion, Folio: x.folio, Acto: tramite.ActoTraspaso, Entrada: tramite.Traspaso{A: para, Motivo: motivo}},
				Actor:    doe.Reloj(),
			})
			if err != nil {
				return fmt.Errorf("almacen: handing %s over: %w", x.folio, err)
			}
			hechos.Add(1)
			return nil
		}))
	}
}
