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

// olvidar has the registers that a request wrote in looked at again.
func (p *padrones) olvidar(filas []*fila) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range filas {
		if x := p.por[f.coleccion]; x != nil {
			x.visto = time.Time{}
		}
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
	var antes map[string]tramite.Registro
	if p != nil {
		antes = p.registros
	}
	if n.registros, err = a.leerPadron(ctx, coleccion, antes); err != nil {
		return nil, err
	}
	a.padrones.por[coleccion] = n
	return n.registros, nil
}

// sueltos is how many records of a register are read one by one; when more
// changed, all are.
const sueltos = 64

// leerPadron reads a register. Of the records had before it reads those that
// changed.
func (a *Almacen) leerPadron(ctx context.Context, coleccion string, antes map[string]tramite.Registro) (map[string]tramite.Registro, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return nil, nil
	}
	out, faltan, err := a.sinCambio(ctx, coleccion, antes)
	if err != nil {
		return nil, err
	}
	leer := func(scan func(...any) error) error {
		var clave string
		var doc []byte
		if err := scan(&clave, &doc); err != nil {
			return err
		}
		r, err := t.Decodificar(doc)
		out[clave] = r
		return err
	}
	if len(faltan) > sueltos {
		return out, a.m.cada(ctx, leer, "SELECT unica, doc FROM expedientes WHERE coleccion = $1 AND unica IS NOT NULL", coleccion)
	}
	for _, clave := range faltan {
		if err := a.m.cada(ctx, leer, "SELECT unica, doc FROM expedientes WHERE coleccion = $1 AND unica = $2", coleccion, clave); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// sinCambio are the records of a register that are as they were, with the keys
// of those that are not.
func (a *Almacen) sinCambio(ctx context.Context, coleccion string, antes map[string]tramite.Registro) (iguales map[string]tramite.Registro, faltan []string, err error) {
	iguales = make(map[string]tramite.Registro, len(antes))
	err = a.m.cada(ctx, func(scan func(...any) error) error {
		var clave, folio string
		var version int
		if err := scan(&clave, &folio, &version); err != nil {
			return err
		}
		if r := antes[clave]; r != nil && r.Cabeza().Folio == folio && r.Cabeza().Version == version {
			iguales[clave] = r
		} else {
			faltan = append(faltan, clave)
		}
		return nil
	}, "SELECT unica, folio, version FROM expedientes WHERE coleccion = $1 AND unica IS NOT NULL", coleccion)
	return iguales, faltan, err
}
