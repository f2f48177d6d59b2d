package main

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
)

// generar fills a store with made-up petitions, through the same acts that
// people do: some of each day are played in full, and the others are copies of
// them by other people, with other words, at other hours.
type generar struct {
	conexion
	Peticiones int    `help:"Cuántas peticiones." default:"10000"`
	Dias       int    `help:"En cuántos días hasta ayer se reparten, si el almacén está vacío." default:"690"`
	Semilla    uint64 `help:"Semilla del azar: la misma da los mismos casos." default:"1"`
	Hilos      int    `help:"Cuántas tareas a la vez; si es 0, una por procesador." default:"0"`
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
	if err := o.carpetaDatos(); err != nil {
		return err
	}
	ver := avance(t.Err, "Generando")
	return almacen.Poblar(ctx, almacen.Opciones{Fuente: o.Datos, Catalogo: doe.Vigente(), Llaves: l, Mesa: mesa, Diario: slog.New(slog.DiscardHandler)}, almacen.Poblacion{
		Coleccion: siade.Coleccion, Hilos: o.Hilos, Plan: o.plan,
		Progreso: func(n int) { ver(n, o.Peticiones) },
	})
}

// plan spreads the petitions over the days.
func (o *generar) plan(vacio bool, ahora fecha.Instante) (int, func(int) almacen.Jornada) {
	r := &repartidas{total: o.Peticiones, semilla: o.Semilla, ahora: ahora, dias: o.Dias, tipos: ejemplo.Publicado()}
	if o.Variado {
		r.tipos = ejemplo.Variado()
	}
	if !vacio || o.Dias < 1 {
		r.dias = 0
		return 1, r.jornada
	}
	return o.Dias, r.jornada
}

// repartidas are petitions spread over days: as many on each, or all of them
// now when there are no days.
type repartidas struct {
	total, dias int
	semilla     uint64
	ahora       fecha.Instante
	tipos       ejemplo.Reparto
}

const (
	// abre and abierto are when the desks open and for how long.
	abre, abierto = 8 * time.Hour, 10 * time.Hour
	// copias is how many petitions are made of each life, and minVidas the
	// fewest lives of a day.
	copias, minVidas = 64, 24
)

// jornada makes the i-th day.
func (r *repartidas) jornada(i int) almacen.Jornada {
	n, abren := r.total, r.ahora
	if r.dias > 0 {
		n = r.total*(i+1)/r.dias - r.total*i/r.dias
		abren = r.ahora.Dia().Sumar(i - r.dias).Inicio().Sumar(abre)
	}
	azar := rand.New(rand.NewPCG(r.semilla, uint64(i)))
	casos := make([]ejemplo.Caso, min(n, max(n/copias, minVidas)))
	j := almacen.Jornada{De: make([]int, n)}
	for k := range casos {
		casos[k] = ejemplo.Generar(azar, r.tipos, abren.Dia())
		j.Vidas = append(j.Vidas, r.vida(azar, casos[k], abren))
	}
	for k := range j.De {
		j.De[k] = k
		if k >= len(casos) {
			j.De[k] = azar.IntN(len(casos))
		}
	}
	j.Copia = func(k int) almacen.Copia {
		azar := rand.New(rand.NewPCG(r.semilla^uint64(i+1)<<40, uint64(k)))
		e := ejemplo.Otra(azar, casos[j.De[k]])
		c := almacen.Copia{Texto: e.Relato, Entrada: &e}
		if r.dias > 0 {
			c.Tras = abierto.Microseconds()*int64(k)/int64(n) + azar.Int64N(1000)
		}
		return c
	}
	return j
}

// vida are the acts of a case: its registration and, after the days that each
// takes, what follows; all on one day when there are no days.
func (r *repartidas) vida(azar *rand.Rand, c ejemplo.Caso, en fecha.Instante) []almacen.Paso {
	out := []almacen.Paso{{Entrada: c.Registro, Actor: c.Actor, En: en}}
	dia := en.Dia()
	hora := en - dia.Inicio()
	for i, p := range ejemplo.Seguir(azar, c) {
		if r.dias > 0 {
			dia = dia.Sumar(p.Tras)
		}
		out = append(out, almacen.Paso{Acto: p.Acto, Entrada: p.Entrada, Actor: p.Actor, En: dia.Inicio() + hora + fecha.Instante(i+1)})
	}
	return out
}
