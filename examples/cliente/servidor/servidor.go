// Package servidor starts the reference API inside a program, over a store of
// its own.
package servidor

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"time"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Servidor is the API over a SQLite file, with keys that end with it.
type Servidor struct {
	*api.Servidor
	almacen *almacen.Almacen
	llaves  *llaves.Llavero
	ahora   func() fecha.Instante
}

// Abrir makes a server whose store is in a folder and whose clock is ahora.
func Abrir(ctx context.Context, carpeta string, ahora func() fecha.Instante) (*Servidor, error) {
	mesa, err := api.NuevaMesa()
	if err != nil {
		return nil, err
	}
	l := llaves.Efimero()
	a, err := almacen.Abrir(ctx, almacen.Opciones{Fuente: filepath.Join(carpeta, "operacion.db"), Llaves: l, Mesa: mesa, Ahora: ahora})
	if err != nil {
		return nil, err
	}
	s, err := api.New(api.Config{Almacen: a, Mesa: mesa, Llaves: l, Ahora: ahora})
	if err != nil {
		return nil, errors.Join(err, a.Cerrar())
	}
	return &Servidor{s, a, l, ahora}, nil
}

// Escuchar serves on a free port of this machine until parar is called. base
// is the address of the server.
func (s *Servidor) Escuchar(ctx context.Context) (base string, parar func() error, err error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	ctx, cancelar := context.WithCancel(ctx)
	fin := make(chan error, 1)
	go func() { fin <- s.Servir(ctx, l) }()
	return "http://" + l.Addr().String(), func() error { cancelar(); return <-fin }, nil
}

// Token signs, for an hour, the credential of someone.
func (s *Servidor) Token(c acceso.Credencial) (string, error) {
	return acceso.Emitir(s.llaves, c, "ejemplo-"+c.Sub, s.ahora().Time(), time.Hour)
}

// Cerrar closes the store.
func (s *Servidor) Cerrar() error { return s.almacen.Cerrar() }
