package main

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
)

// generar fills a store with made-up petitions, through the same acts that
// people do.
type generar struct {
	conexion
	Peticiones int    `help:"Cuántas peticiones." default:"10000"`
	Dias       int    `help:"En cuántos días hasta hoy se reparten, si el almacén está vacío." default:"690"`
	Semilla    uint64 `help:"Semilla del azar: la misma da los mismos casos." default:"1"`
	Hilos      int    `help:"Cuántas a la vez." default:"64"`
	Variado    bool   `help:"Reparte los tipos por igual, en lugar de como se publicaron los de 2024."`
}

// Run generates.
func (o *generar) Run(ctx context.Context, t terminal) error {
	l, err := o.llavero()
	if err != nil {
		return err
	}
	mesa, err := api.NuevaMesa()
	if err != nil {
		return err
	}
	reloj := &relojPasado{fin: time.Now(), total: int64(o.Peticiones)}
	a, err := o.conexion.abrirCon(ctx, almacen.Opciones{Llaves: l, Mesa: mesa, Ahora: reloj.ahora, Diario: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	vacio, err := estaVacio(ctx, a)
	if err != nil {
		return err
	}
	if vacio {
		reloj.inicio.Store(reloj.fin.AddDate(0, 0, -o.Dias).UnixMicro())
	}
	return o.llenar(ctx, a, reloj, t)
}

// llenar registers the petitions, many at a time.
func (o *generar) llenar(ctx context.Context, a *almacen.Almacen, reloj *relojPasado, t terminal) error {
	var hechas atomic.Int64
	var pantalla sync.Mutex
	ver := avance(t.Err, "Generando")
	reparto := ejemplo.Publicado()
	if o.Variado {
		reparto = ejemplo.Variado()
	}
	g, ctx := errgroup.WithContext(ctx)
	for h := range o.Hilos {
		g.Go(func() error {
			azar := rand.New(rand.NewPCG(o.Semilla, uint64(h)))
			for i := h; i < o.Peticiones; i += o.Hilos {
				if err := inventar(ctx, a, azar, reparto, reloj.ahora().Dia()); err != nil {
					return err
				}
				n := hechas.Add(1)
				reloj.hecho.Store(n)
				if n%1000 == 0 || n == int64(o.Peticiones) {
					pantalla.Lock()
					ver(int(n), o.Peticiones)
					pantalla.Unlock()
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// inventar makes one petition up and plays what follows for it.
func inventar(ctx context.Context, a *almacen.Almacen, azar *rand.Rand, reparto ejemplo.Reparto, hoy fecha.Fecha) error {
	c := ejemplo.Generar(azar, reparto, hoy)
	r, err := a.Realizar(ctx, almacen.Orden{Peticion: tramite.Peticion{Coleccion: "peticiones", Entrada: c.Registro}, Actor: c.Actor})
	if err != nil {
		return err
	}
	for _, p := range ejemplo.Seguir(azar, c) {
		_, err := a.Realizar(ctx, almacen.Orden{Peticion: tramite.Peticion{Coleccion: "peticiones", Folio: r.Folio, Acto: p.Acto, Entrada: p.Entrada}, Actor: p.Actor})
		switch {
		case falla.DeClase(err, falla.Invalida):
			return nil // the made-up clock ran meanwhile and it came too late: the case stays as it is
		case err != nil:
			return fmt.Errorf("%s %s: %w", r.Folio, p.Acto, err)
		}
	}
	return nil
}

// relojPasado goes from a day in the past to now as the work advances. Without
// a beginning it tells the time.
type relojPasado struct {
	inicio atomic.Int64
	hecho  atomic.Int64
	fin    time.Time
	total  int64
}

func (r *relojPasado) ahora() fecha.Instante {
	i := r.inicio.Load()
	if i == 0 || r.total == 0 {
		return fecha.De(time.Now())
	}
	return fecha.Instante(i + (r.fin.UnixMicro()-i)/r.total*min(r.hecho.Load(), r.total))
}
