package almacen

import (
	"context"

	"github.com/operacion-abierta/operacion/doe"
)

// Visto is a record with what says, without decoding it, who may read it.
type Visto struct {
	Expediente
	OOAD doe.OOAD
	// Llano says that it is not restricted and nobody is excluded from it.
	Llano bool
}

// Ver gives a record as [Almacen.Leer] does, and what says who may read it.
func (a *Almacen) Ver(ctx context.Context, coleccion, folio string) (Visto, error) {
	var vence *int64
	x := Visto{Expediente: Expediente{Coleccion: coleccion, Folio: folio}}
	hay, err := a.m.uno(ctx, "SELECT version, ooad, restringida = 0 AND excluidos = '', vence, aviso, doc FROM expedientes WHERE folio = $1 AND coleccion = $2", []any{folio, coleccion},
		&x.Version, &x.OOAD, &x.Llano, &vence, &x.Aviso, &x.Doc)
	if err == nil && !hay {
		err = noExiste()
	}
	x.Vence = deOrdinal(vence)
	return x, err
}
