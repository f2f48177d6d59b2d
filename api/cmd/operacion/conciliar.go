package main

import (
	"context"
	"fmt"
	"log/slog"
	"text/tabwriter"
	"time"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// conciliar proves that the national register is the union of the regional
// ones.
type conciliar struct {
	conexion
	Anio  int    `help:"Año del registro; el actual si falta."`
	Corte string `help:"Folio de un corte estadístico: rehace sus cifras de los eventos y las compara."`
}

// Run prints a line for each body and the national one, and ends with findings
// when something does not agree.
func (o *conciliar) Run(ctx context.Context, t terminal) error {
	l, err := o.llavero()
	if err != nil {
		return err
	}
	a, err := o.abrir(ctx, l, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	if o.Corte != "" {
		return o.corte(ctx, t, a)
	}
	if o.Anio == 0 {
		o.Anio = fecha.De(time.Now()).Dia().Anio()
	}
	cs, err := a.Conciliar(ctx, siade.Coleccion, siade.Familias()[0].Nombre, o.Anio)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(t.Out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "OOAD\tfolios dados\túltimo\tsalieron\tentraron\tguarda\tcuentas\t\t")
	var n almacen.Conciliado
	malos := 0
	for _, c := range cs {
		malos += escribirConciliado(w, string(c.OOAD), c)
		n.Folios, n.Ultimo, n.Salieron = n.Folios+c.Folios, n.Ultimo+c.Ultimo, n.Salieron+c.Salieron
		n.Entraron, n.Guarda, n.Cuentas = n.Entraron+c.Entraron, n.Guarda+c.Guarda, n.Cuentas+c.Cuentas
	}
	malos += escribirConciliado(w, "nacional", n)
	if err := w.Flush(); err != nil {
		return err
	}
	if malos > 0 {
		fmt.Fprintf(t.Err, "%d no cuadran\n", malos)
		return errHallazgos
	}
	fmt.Fprintf(t.Out, "el registro nacional de %d es la suma de %d\n", o.Anio, len(cs))
	return nil
}

func escribirConciliado(w *tabwriter.Writer, nombre string, c almacen.Conciliado) int {
	dice, mal := "cuadra", 0
	if !c.Cuadra() {
		dice, mal = "NO CUADRA", 1
	}
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t\n", nombre, c.Folios, c.Ultimo, c.Salieron, c.Entraron, c.Guarda, c.Cuentas, dice)
	return mal
}

// corte proves a published cut: its figures come out again from the events as
// of its instant.
func (o *conciliar) corte(ctx context.Context, t terminal, a *almacen.Almacen) error {
	x, _, err := a.Cargar(ctx, estadistica.ColeccionCortes, o.Corte)
	if err != nil {
		return err
	}
	r := x.(*estadistica.Corte)
	if r.Cifras == nil {
		return fmt.Errorf("%w: el corte %s aún no tiene cifras", errUso, o.Corte)
	}
	c, err := api.HacerCorte(ctx, a, r)
	if err != nil {
		return err
	}
	if !r.Cifras.Integra() || c.Huella != r.Cifras.Huella {
		fmt.Fprintf(t.Out, "el corte %s NO COINCIDE: dice %s con %d folios, los eventos dan %s con %d\n", o.Corte, r.Cifras.Huella, r.Cifras.Folios, c.Huella, c.Folios)
		return errHallazgos
	}
	fmt.Fprintf(t.Out, "el corte %s coincide con los eventos hasta %s: %d folios, %s\n", o.Corte, r.Al, c.Folios, c.Huella)
	return nil
}
