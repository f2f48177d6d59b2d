package almacen

import (
	"cmp"
	"context"

	"golang.org/x/sync/errgroup"
)

// agregar adds records to a store that has some: a transaction for as many
// batches as goroutines.
func (b *poblador) agregar(ctx context.Context) error {
	for i := range b.jornadas {
		j := &jornada{}
		if b.moldear(ctx, i, j); j.err != nil {
			return j.err
		}
		for desde := 0; desde < len(j.De); desde += porTanda * b.p.Hilos {
			hasta := min(desde+porTanda*b.p.Hilos, len(j.De))
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := b.a.solo(func(e *escritor) error { return b.tandas(e, j, desde, hasta) }); err != nil {
				return err
			}
			b.hechos += hasta - desde
			b.p.Progreso(b.hechos)
		}
	}
	return b.a.alDia(ctx)
}

// tandas writes some batches of a day in the open transaction.
func (b *poblador) tandas(e *escritor, j *jornada, desde, hasta int) error {
	cuantos := map[serieFolios]int{}
	for _, n := range j.De[desde:hasta] {
		cuantos[j.moldes[n].serieFolios()]++
	}
	numeros, err := e.numeros(cuantos)
	if err != nil {
		return err
	}
	ids, err := e.ids(hasta - desde)
	if err != nil {
		return err
	}
	for k, n := range numeros { // the first of each run; what is counted from is the one before
		numeros[k] = n - 1
	}
	var g errgroup.Group
	var ts []*tanda
	s := nuevasSumas()
	for ; desde < hasta; desde += porTanda {
		t := &tanda{j: j, desde: desde, hasta: min(desde+porTanda, hasta), p: e.nuevoPliego()}
		t.ids, ids = ids[:t.hasta-t.desde], ids[t.hasta-t.desde:]
		t.foliar(numeros)
		s.tanda(t)
		ts = append(ts, t)
		g.Go(func() error { return cmp.Or(t.err, b.estampar(t)) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, t := range ts {
		if err := t.p.(pliegoDirecto).verter(e); err != nil {
			return err
		}
	}
	mov := filas{t: tMovimientos}
	mov.sumar(s.codificar())
	return e.insertar(&mov)
}
