package api

import (
	"context"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// todos are the records of a trámite that a filter leaves, whatever their
// number, as they stand: for what is computed from all of them.
func todos[R any](ctx context.Context, s *Servidor, t *tramite.Tramite[R], f almacen.Filtro) ([]R, error) {
	var out []R
	for f.Limite = maxLimite; ; {
		p, err := s.almacen.Listar(ctx, t.Definicion().Coleccion, f)
		if err != nil {
			return nil, err
		}
		for i := range p.Elementos {
			r, err := t.Decodificar(p.Elementos[i].Doc)
			if err != nil {
				return nil, err
			}
			out = append(out, *any(r).(*R))
		}
		if f.Cursor = p.Siguiente; f.Cursor == "" {
			return out, nil
		}
	}
}

// suyos are those of them that the caller may read, as the caller sees them.
func suyos[R any](c *caso, t *tramite.Tramite[R], f almacen.Filtro) ([]R, error) {
	f.Vista = t.Vista(c.s.contexto(c.r.Context(), c.actor))
	rs, err := todos(c.r.Context(), c.s, t, f)
	for i := range rs {
		visto, _ := t.Recortar(any(&rs[i]).(tramite.Registro), c.actor)
		rs[i] = *any(visto).(*R)
	}
	return rs, err
}
