package almacen

import (
	"context"
	"crypto/sha256"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// margenSello is how long after midnight a day is taken for finished: what
// began before midnight has been written by then.
const margenSello = 10 * time.Minute

// sello is the seal of a day: over the seal of the day before and the links
// that the events written on it made, in the order of their ids.
func sello(antes huella, huellas [][]byte) huella {
	h := sha256.New()
	h.Write(antes[:])
	for _, x := range huellas {
		h.Write(x)
	}
	var out huella
	h.Sum(out[:0])
	return out
}

// Sellar seals every finished day that is not sealed yet, since the first
// event there is; [Almacen.Mantener] does it, and [Abrir] begins to.
func (a *Almacen) Sellar(ctx context.Context) error {
	hoy := a.o.Ahora().Sumar(-margenSello).Dia().Ordinal()
	var ultimo, primerDia *int64
	if _, err := a.m.uno(ctx, "SELECT (SELECT max(dia) FROM sellos), (SELECT min(dia) FROM eventos)", nil, &ultimo, &primerDia); err != nil {
		return err
	}
	switch {
	case ultimo != nil:
		a.sellado.Store(max(a.sellado.Load(), *ultimo))
		if int(*ultimo) >= hoy-1 {
			return nil
		}
	case primerDia == nil || int(*primerDia) >= hoy:
		return nil
	}
	return a.solo(func(e *escritor) error { return e.sellar(hoy) })
}

// sellar seals the days before one, in order.
func (e *escritor) sellar(hasta int) error {
	if e.m.pg {
		if err := e.exec("LOCK TABLE sellos IN SHARE ROW EXCLUSIVE MODE"); err != nil {
			return err
		}
	}
	var raiz huella
	dia := -1
	err := e.filas(func(scan func(...any) error) error {
		var b []byte
		err := scan(&dia, &b)
		copy(raiz[:], b)
		return err
	}, "SELECT dia, raiz FROM sellos ORDER BY dia DESC LIMIT 1")
	if err == nil && dia < 0 {
		err = e.filas(func(scan func(...any) error) error { return scan(&dia) }, "SELECT coalesce(min(dia), 0) - 1 FROM eventos")
	}
	fs := filas{t: tSellos}
	for dia++; err == nil && dia < hasta; dia++ {
		var huellas [][]byte
		err = e.filas(func(scan func(...any) error) error {
			var b []byte
			err := scan(&b)
			huellas = append(huellas, b)
			return err
		}, "SELECT huella FROM eventos WHERE dia = $1 ORDER BY id", dia)
		raiz = sello(raiz, huellas)
		fs.sumar(int64(dia), int64(len(huellas)), append([]byte{}, raiz[:]...))
	}
	if err != nil {
		return err
	}
	if err := e.insertar(&fs); err != nil {
		return err
	}
	e.sellado.Store(max(e.sellado.Load(), int64(hasta-1)))
	return nil
}

// Sello is the seal of a finished day.
type Sello struct {
	Dia     fecha.Fecha
	Eventos int
	Raiz    []byte
}

// Sellos lists the seals of a span of days, both included: published
// elsewhere, they show whether the store was written anew.
func (a *Almacen) Sellos(ctx context.Context, desde, hasta fecha.Fecha) ([]Sello, error) {
	out := []Sello{}
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var s Sello
		var dia int
		err := scan(&dia, &s.Eventos, &s.Raiz)
		s.Dia = fecha.DeOrdinal(dia)
		out = append(out, s)
		return err
	}, "SELECT dia, eventos, raiz FROM sellos WHERE dia >= $1 AND dia <= $2 ORDER BY dia", desde.Ordinal(), hasta.Ordinal())
	return out, err
}
