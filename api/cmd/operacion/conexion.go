package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
)

// errUso is wrapped by the faults of a command line.
var errUso = errors.New("orden mal escrita")

// conexion are the flags of every command that reaches the store.
type conexion struct {
	Datos  string `help:"Archivo SQLite, o dirección postgres:// de PostgreSQL." default:"datos-locales/operacion.db"`
	Llaves string `help:"Carpeta de las llaves; si falta, la del archivo SQLite."`
}

// postgres says whether the store is on a PostgreSQL server.
func (c conexion) postgres() bool {
	return strings.HasPrefix(c.Datos, "postgres://") || strings.HasPrefix(c.Datos, "postgresql://")
}

// carpeta is where the keys are.
func (c conexion) carpeta() (string, error) {
	switch {
	case c.Llaves != "":
		return c.Llaves, nil
	case c.postgres():
		return "", fmt.Errorf("%w: con PostgreSQL hace falta --llaves", errUso)
	default:
		return filepath.Join(filepath.Dir(c.Datos), "llaves"), nil
	}
}

// llavero opens the key ring, which is made when absent.
func (c conexion) llavero() (*llaves.Llavero, error) {
	dir, err := c.carpeta()
	if err != nil {
		return nil, err
	}
	return llaves.Abrir(dir)
}

// abrir opens the store with its keys.
func (c conexion) abrir(ctx context.Context, l *llaves.Llavero, diario *slog.Logger) (*almacen.Almacen, error) {
	mesa, err := api.NuevaMesa()
	if err != nil {
		return nil, err
	}
	return c.abrirCon(ctx, almacen.Opciones{Llaves: l, Mesa: mesa, Diario: diario})
}

// abrirCon opens the store with more to say about how.
func (c conexion) abrirCon(ctx context.Context, o almacen.Opciones) (*almacen.Almacen, error) {
	if err := c.carpetaDatos(); err != nil {
		return nil, err
	}
	o.Fuente, o.Catalogo = c.Datos, doe.Vigente()
	return almacen.Abrir(ctx, o)
}

// carpetaDatos makes the folder of the SQLite file.
func (c conexion) carpetaDatos() error {
	if c.postgres() {
		return nil
	}
	return os.MkdirAll(filepath.Dir(c.Datos), 0o700)
}
