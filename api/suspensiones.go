package api

import (
	"context"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/suspension"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// coleccionSuspensiones is the register whose records move due dates.
func coleccionSuspensiones() string { return suspension.Suspensiones.Definicion().Coleccion }

// alActuar does what an act entails beyond its record: entering, changing or
// retiring a suspension moves the due dates of the cases that it reaches.
func (s *Servidor) alActuar(ctx context.Context, r *almacen.Resultado) {
	if r.Repetida || r.Coleccion != coleccionSuspensiones() {
		return
	}
	// The act stands, whether or not its caller waits for what follows.
	ctx = context.WithoutCancel(ctx)
	cs, err := s.calendarios(ctx)
	if err == nil {
		_, err = s.almacen.Ajustar(ctx, cs, r.Folio)
	}
	if err != nil {
		s.diario.ErrorContext(ctx, "no se ajustaron los plazos", "suspension", r.Folio, "error", err)
	}
}

// calendarios are the official ones with the suspensions on record.
func (s *Servidor) calendarios(ctx context.Context) (*plazo.Calendarios, error) {
	var vigentes []suspension.Suspension
	f := almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Estado: string(tramite.Vigente), Limite: maxLimite}
	for {
		p, err := s.almacen.Listar(ctx, coleccionSuspensiones(), f)
		if err != nil {
			return nil, err
		}
		for _, x := range p.Elementos {
			r, err := suspension.Suspensiones.Decodificar(x.Doc)
			if err != nil {
				return nil, err
			}
			vigentes = append(vigentes, *r.(*suspension.Suspension))
		}
		if f.Cursor = p.Siguiente; f.Cursor == "" {
			return suspension.Calendarios(vigentes), nil
		}
	}
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
