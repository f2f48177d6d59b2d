// Command operacion serves the API of Operación Abierta and keeps its store.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit codes: what a script can rely on.
const (
	limpio    = 0 // done, nothing to report
	hallazgos = 1 // findings, or it could not be done
	uso       = 2 // the command line is wrong
)

// errHallazgos ends a command that did its work and found something.
var errHallazgos = errors.New("hay hallazgos")

// orden is the command line. Every flag can also be given as OPERACION_<FLAG>.
type orden struct {
	Ayuda ayuda `help:"Muestra esta ayuda." short:"h"`

	Servir      servir      `cmd:"" default:"withargs" help:"Sirve la API (es la orden por omisión)."`
	Token       token       `cmd:"" help:"Firma una credencial con la llave local y la imprime."`
	Generar     generar     `cmd:"" help:"Llena el almacén con peticiones inventadas."`
	Importar    importar    `cmd:"" help:"Registra en bloque lo que viene de otros sistemas."`
	Verificar   verificar   `cmd:"" help:"Recorre las cadenas de huellas y dice qué está roto."`
	Conciliar   conciliar   `cmd:"" help:"Prueba que el registro nacional de peticiones es la suma de los de los OOAD."`
	Respaldar   respaldar   `cmd:"" help:"Copia el almacén, también mientras el servidor trabaja."`
	Reconstruir reconstruir `cmd:"" help:"Rehace las cuentas y el índice de texto a partir de los expedientes y sus eventos."`
	Manual      manual      `cmd:"" help:"Lee, compara o revisa los manuales de organización."`
	Version     versionar   `cmd:"" help:"Muestra la versión."`
}

// terminal is where a command writes: results on Out, progress on Err.
type terminal struct{ Out, Err io.Writer }

func main() {
	ctx, fin := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	codigo := correr(ctx, os.Args[1:], terminal{os.Stdout, os.Stderr})
	fin()
	os.Exit(codigo)
}

// correr runs one command line and gives its exit code.
func correr(ctx context.Context, args []string, t terminal) (codigo int) {
	type salida int
	defer func() {
		if r := recover(); r != nil {
			s, ok := r.(salida)
			if !ok {
				panic(r)
			}
			codigo = int(s)
		}
	}()
	var o orden
	k, err := kong.New(&o, kong.Name("operacion"), kong.Description("Operación Abierta: la operación de la DOE, con el manual como política."),
		kong.NoDefaultHelp(), kong.Help(imprimirAyuda), kong.Writers(t.Out, t.Err), kong.DefaultEnvars("OPERACION"),
		kong.Exit(func(c int) { panic(salida(c)) }), kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(t))
	if err != nil {
		panic(err) // the grammar above is wrong
	}
	kc, err := k.Parse(args)
	if err != nil {
		fmt.Fprintf(t.Err, "operacion: %v\nPruebe «operacion --ayuda».\n", err)
		return uso
	}
	switch err := kc.Run(); {
	case err == nil:
		return limpio
	case errors.Is(err, errHallazgos):
		return hallazgos
	case errors.Is(err, errUso):
		fmt.Fprintln(t.Err, "operacion:", err)
		return uso
	default:
		fmt.Fprintln(t.Err, "operacion:", err)
		return hallazgos
	}
}
