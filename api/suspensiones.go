package api

import (
	"context"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/suspension"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// coleccionSuspensiones is the register whose records move due dates.
func coleccionSuspensiones() string { return suspension.Suspensiones.Definicion().Coleccion }

// alActuar does what an act entails beyond its record: entering, changing or
// retiring a suspension moves the due dates of the cases that it reaches, and an
// edition that comes into force brings its wording. The act stands, whether or
// not its caller waits for what follows.
func (s *Servidor) alActuar(ctx context.Context, r *almacen.Resultado) {
	if r.Repetida {
		return
	}
	var err error
	ctx = context.WithoutCancel(ctx)
	switch r.Coleccion {
	case siade.Coleccion:
		s.sugeridor.anotar(&r.Expediente)
	case oficial.Coleccion:
		err = s.leerOficiales(ctx)
	case coleccionSuspensiones():
		var cs *plazo.Calendarios
		if cs, err = s.calendarios(ctx); err == nil {
			_, err = s.almacen.Ajustar(ctx, cs, r.Folio)
		}
	}
	if err != nil {
		s.diario.ErrorContext(ctx, "no se hizo lo que sigue a un acto", "expediente", r.Folio, "error", err)
	}
}

// calendarios are the official ones with the suspensions on record.
func (s *Servidor) calendarios(ctx context.Context) (*plazo.Calendarios, error) {
	vigentes, err := todos(ctx, s, suspension.Suspensiones, almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Estado: string(tramite.Vigente)})
	return suspension.Calendarios(vigentes), err
}

// regir puts the suspensions on record in force when the server starts.
func (s *Servidor) regir(ctx context.Context) error {
	if _, ok := s.mesa.Tramite(coleccionSuspensiones()); !ok {
		return nil
	}
	cs, err := s.calendarios(ctx)
	if err == nil {
		s.almacen.Regir(cs)
	}
	return err
}
