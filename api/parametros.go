package api

import (
	"context"
	"errors"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Adoptar takes the open petitions to the parameters in force that say that
// they also rule what was open. A call cut short goes on where it was: who took
// them is passed over.
func (s *Servidor) Adoptar(ctx context.Context) error {
	reloj := s.contexto(ctx, doe.Reloj())
	ps, err := todos(ctx, s, siade.RegistroParametros, almacen.Filtro{Estado: string(tramite.Vigente), Vista: siade.RegistroParametros.Vista(reloj)})
	for i := range ps {
		if n := ps[i].PorAdoptar(reloj.Hoy()); n > 0 {
			err = errors.Join(err, s.adoptar(ctx, &ps[i], n))
		}
	}
	return err
}

func (s *Servidor) adoptar(ctx context.Context, p *siade.Parametros, n int) error {
	cuantas := 0
	for _, e := range siade.Peticiones.Definicion().Estados {
		if e.Categoria.Fin() {
			continue
		}
		rs, err := todos(ctx, s, siade.Peticiones, almacen.Filtro{Estado: string(e.Nombre), Vista: siade.Peticiones.Vista(s.contexto(ctx, doe.Reloj()))})
		if err != nil {
			return err
		}
		for i := range rs {
			if rs[i].Reglas != nil && rs[i].Reglas.Edicion >= n {
				continue
			}
			_, err := s.almacen.Realizar(ctx, almacen.Orden{
				Peticion: tramite.Peticion{Coleccion: siade.Coleccion, Folio: rs[i].Folio, Acto: siade.AdoptarReglas.Nombre}, Actor: doe.Reloj(),
			})
			if err != nil && !falla.DeClase(err, falla.Conflicto) { // it ended meanwhile
				return err
			}
			cuantas++
		}
	}
	_, err := s.almacen.Realizar(ctx, almacen.Orden{
		Peticion: tramite.Peticion{Coleccion: siade.ColeccionParametros, Folio: p.Folio, Acto: siade.AsentarAdopcion.Nombre, Entrada: siade.Adopcion{Edicion: n, Cuantas: cuantas}}, Actor: doe.Reloj(),
	})
	return err
}
