package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
)

// verificar walks the hash chains of a store.
type verificar struct{ conexion }

// Run prints what is broken, and ends with findings when something is.
func (o *verificar) Run(ctx context.Context, t terminal) error {
	l, err := o.llavero()
	if err != nil {
		return err
	}
	a, err := o.abrir(ctx, l, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	hs, err := a.Verificar(ctx, avance(t.Err, "Verificando"))
	if err != nil {
		return err
	}
	fallas := 0
	for _, h := range hs {
		if h.Falla() {
			fallas++
		}
		fmt.Fprintf(t.Out, "%s\t%s\t%s\t%d\t%s\n", h.Clase, h.Coleccion, h.Folio, h.Secuencia, h.Detalle)
	}
	if fallas > 0 {
		fmt.Fprintf(t.Err, "%d hallazgos\n", fallas)
		return errHallazgos
	}
	fmt.Fprintln(t.Out, "sin hallazgos")
	return nil
}

// avance shows how far a long work is, on one line.
func avance(w io.Writer, que string) func(hecho, total int) {
	ultimo := -1
	return func(hecho, total int) {
		p := 100
		if total > 0 {
			p = hecho * 100 / total
		}
		if p != ultimo {
			ultimo = p
			fmt.Fprintf(w, "\r%s %3d %% (%d de %d)", que, p, hecho, total)
			if p == 100 {
				fmt.Fprintln(w)
			}
		}
	}
}

// respaldar copies a store.
type respaldar struct {
	conexion
	Destino string `arg:"" help:"Carpeta nueva donde queda la copia; las llaves no van en ella."`
}

// Run makes the copy.
func (o *respaldar) Run(ctx context.Context, t terminal) error {
	l, err := o.llavero()
	if err != nil {
		return err
	}
	a, err := o.abrir(ctx, l, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	if err := a.Respaldar(ctx, o.Destino); err != nil {
		return err
	}
	fmt.Fprintln(t.Out, o.Destino)
	return nil
}

// reconstruir makes anew what follows from the records and their events.
type reconstruir struct{ conexion }

// Run makes the counters and the full-text index anew.
func (o *reconstruir) Run(ctx context.Context, t terminal) error {
	l, err := o.llavero()
	if err != nil {
		return err
	}
	a, err := o.abrir(ctx, l, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	if err := a.Reconstruir(ctx, avance(t.Err, "Reconstruyendo")); err != nil {
		return err
	}
	fmt.Fprintln(t.Out, "cuentas e índice reconstruidos")
	return nil
}

// versionar prints the version.
type versionar struct{}

// Run prints the version of the program as it was built.
func (versionar) Run(t terminal) error {
	_, err := fmt.Fprintln(t.Out, "operacion", versionDelPrograma())
	return err
}

func versionDelPrograma() string {
	if i, ok := debug.ReadBuildInfo(); ok && i.Main.Version != "" && i.Main.Version != "(devel)" {
		return i.Main.Version
	}
	return "0.1.0-desarrollo"
}
