package almacen

import (
	"context"
	"sync"
	"time"

	"github.com/operacion-abierta/operacion/doe/tramite"
)

// frescura is how long what another process wrote in a register may not show.
const frescura = 2 * time.Second

// padrones keeps in memory the registers that the rules of acts look up. What
// this process writes shows at once.
type padrones struct {
	mu  sync.Mutex
	por map[string]*padron
}

type padron struct {
	registros map[string]tramite.Registro
	// firma tells whether another process wrote since visto.
	firma firmaPadron
	visto time.Time
}

type firmaPadron struct{ cuantos, versiones, ultimo int64 }

// olvidar forgets the registers that a request wrote in.
func (p *padrones) olvidar(filas []*fila) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range filas {
		delete(p.por, f.coleccion)
	}
}

// padron gives the records of a register that are not retired, by natural key.
// Whoever asks while they are read waits for them.
func (a *Almacen) padron(ctx context.Context, coleccion string) (map[string]tramite.Registro, error) {
	a.padrones.mu.Lock()
	defer a.padrones.mu.Unlock()
	p := a.padrones.por[coleccion]
	if p != nil && time.Since(p.visto) < frescura {
		return p.registros, nil
	}
	n := &padron{visto: time.Now()}
	_, err := a.m.uno(ctx, "SELECT count(*), coalesce(sum(version), 0), coalesce(max(actualizado), 0) FROM expedientes WHERE coleccion = $1 AND unica IS NOT NULL",
		[]any{coleccion}, &n.firma.cuantos, &n.firma.versiones, &n.firma.ultimo)
	if err != nil {
		return nil, err
	}
	if p != nil && p.firma == n.firma {
		p.visto = n.visto
		return p.registros, nil
	}
	if n.registros, err = a.leerPadron(ctx, coleccion, int(n.firma.cuantos)); err != nil {
		return nil, err
	}
	a.padrones.por[coleccion] = n
	return n.registros, nil
}

func (a *Almacen) leerPadron(ctx context.Context, coleccion string, cuantos int) (map[string]tramite.Registro, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return nil, nil
	}
	out := make(map[string]tramite.Registro, cuantos)
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var clave string
		var doc []byte
		if err := scan(&clave, &doc); err != nil {
			return err
		}
		r, err := t.Decodificar(doc)
		out[clave] = r
		return err
	}, "SELECT unica, doc FROM expedientes WHERE coleccion = $1 AND unica IS NOT NULL", coleccion)
	return out, err
}
