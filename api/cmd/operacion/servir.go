package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
)

// servir answers the API until it is told to end.
type servir struct {
	conexion
	Escuchar  string `help:"Dirección en que escucha." default:"127.0.0.1:8080"`
	Emisor    string `help:"Emisor OpenID Connect cuyas credenciales se aceptan."`
	Audiencia string `help:"Audiencia que deben traer las credenciales del emisor." default:"operacion-abierta"`
	Demo      bool   `help:"Llena un almacén vacío con casos inventados e imprime credenciales de prueba."`
}

// Run serves.
func (o *servir) Run(ctx context.Context, t terminal) error {
	if err := o.permitido(); err != nil {
		return err
	}
	// Memory here is small and short-lived: collecting it less often costs little
	// of it and saves a fifth of the work of a registration. GOGC still rules.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	diario := slog.New(slog.NewJSONHandler(t.Err, nil))
	l, err := o.anillo()
	if err != nil {
		return err
	}
	mesa, err := api.NuevaMesa()
	if err != nil {
		return err
	}
	r := nuevoReloj()
	a, err := o.abrirCon(ctx, almacen.Opciones{Llaves: l, Mesa: mesa, Diario: diario, Ahora: r.Ahora})
	if err != nil {
		return err
	}
	defer func() {
		if err := a.Cerrar(); err != nil {
			diario.Error("al cerrar el almacén", "error", err)
		}
	}()
	c := api.Config{Almacen: a, Mesa: mesa, Llaves: l, Diario: diario, Version: versionDelPrograma()}
	if o.Emisor != "" {
		if c.Emisor, err = acceso.NuevoOIDC(o.Emisor, o.Audiencia, nil); err != nil {
			return fmt.Errorf("%w: %w", errUso, err)
		}
	}
	s, err := api.New(c)
	if err != nil {
		return err
	}
	oido, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.Escuchar)
	if err != nil {
		return err
	}
	if o.Demo {
		if err := demostrar(ctx, a, r, l, oido.Addr().String(), t); err != nil {
			_ = oido.Close()
			return err
		}
	} else {
		fmt.Fprintf(t.Out, "operacion escucha en http://%s (documentación en /docs)\n", oido.Addr())
	}
	fin := mantener(ctx, s, diario)
	defer fin()
	return s.Servir(ctx, oido)
}

// anillo is the key ring; a demonstration on PostgreSQL makes one that ends
// with it.
func (o *servir) anillo() (*llaves.Llavero, error) {
	if o.Demo && o.postgres() && o.Llaves == "" {
		return llaves.Efimero(), nil
	}
	return o.llavero()
}

// permitido refuses to listen to the world with no issuer but the program
// itself, unless its signing key was put there on purpose.
func (o *servir) permitido() error {
	host, _, err := net.SplitHostPort(o.Escuchar)
	if err != nil {
		return fmt.Errorf("%w: --escuchar: %w", errUso, err)
	}
	ip := net.ParseIP(host)
	if host == "localhost" || ip != nil && ip.IsLoopback() || o.Emisor != "" || o.Llaves != "" {
		return nil
	}
	return fmt.Errorf("%w: para escuchar fuera de esta máquina hace falta --emisor o --llaves", errUso)
}

// mantener does what time owes, alarms, seals and purges, and the imports that
// were begun. The function it returns
// waits for it to end.
func mantener(ctx context.Context, s *api.Servidor, diario *slog.Logger) func() {
	ctx, parar := context.WithCancel(ctx)
	var g sync.WaitGroup
	cada := func(pausa time.Duration, que string, hacer func(context.Context) error) {
		g.Go(func() {
			pulso := time.NewTicker(pausa)
			defer pulso.Stop()
			for {
				if err := hacer(ctx); err != nil && ctx.Err() == nil {
					diario.Error(que, "error", err)
				}
				select {
				case <-ctx.Done():
					return
				case <-pulso.C:
				}
			}
		})
	}
	var alEmpezar sync.Once
	cada(time.Minute, "mantenimiento", func(ctx context.Context) error {
		defer alEmpezar.Do(soltarPaginas)
		defer debug.FreeOSMemory() // what the last minute left, or the start
		return s.Mantener(ctx)
	})
	cada(2*time.Second, "importación", s.Importar)
	cada(2*time.Second, "cortes", s.Integrar)
	cada(time.Minute, "parámetros", s.Adoptar)
	return func() { parar(); g.Wait() }
}
