package almacen

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"github.com/jmoiron/sqlx"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Corte is a view of the counters as they were at an instant, whatever is
// written meanwhile: what several sums of it say fits together. One of now
// holds a connection until [Corte.Cerrar], so it is for a report that is to be
// kept, not for every question. It is safe for use by many goroutines.
type Corte struct {
	a  *Almacen
	en fecha.Instante

	mu sync.Mutex // one statement at a time
	// tx sees the counters; nil when all is in pendientes.
	tx *sqlx.Tx
	// pendientes are the movements not added yet to the counters.
	pendientes map[claveHoja]hoja
}

// Cortar begins a cut. All that was acknowledged before its instant is in it;
// what is in flight may be.
func (a *Almacen) Cortar(ctx context.Context) (*Corte, error) {
	en := a.o.Ahora()
	tx, err := a.m.instantanea(ctx)
	if err != nil {
		return nil, err
	}
	c, s := &Corte{a: a, en: en, tx: tx}, nuevasSumas()
	err = c.cada(ctx, func(scan func(...any) error) error {
		var b []byte
		if err := scan(&b); err != nil {
			return err
		}
		return s.leer(b)
	}, "SELECT sumas FROM movimientos")
	if err != nil {
		c.Cerrar()
		return nil, err
	}
	c.pendientes = s.hojas()
	return c, nil
}

// CortarAl makes the counters of a collection anew as they were at an instant,
// by playing every record up to then: to check a report that was kept. It goes
// through the whole store, so it is not for answering a request. Terms are
// counted by the calendars in force now; of what was in flight at the instant,
// a cut made then may lack some.
func (a *Almacen) CortarAl(ctx context.Context, coleccion string, en fecha.Instante) (*Corte, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return nil, noExiste()
	}
	tx, err := a.m.instantanea(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // it only read
	v, c := &verificacion{a: a, tx: tx, sumas: nuevasSumas()}, a.Contexto(ctx, doe.Reloj())
	c.Ahora = en
	for ultimo := int64(-1); ; {
		pagina, err := v.pagina(ctx, ultimo)
		if err != nil {
			return nil, err
		}
		if len(pagina) == 0 {
			return &Corte{a: a, en: en, pendientes: v.sumas.hojas()}, nil
		}
		desde := ultimo
		ultimo = pagina[len(pagina)-1].id
		eventos, err := v.eventos(ctx, desde, ultimo)
		if err != nil {
			return nil, err
		}
		for i := range pagina {
			if x := &pagina[i]; x.coleccion == coleccion {
				if err := v.hasta(t, x.folio, eventos[x.id], &c); err != nil {
					return nil, err
				}
			}
		}
	}
}

// hasta sums what a record added as its events had left it at an instant.
func (v *verificacion) hasta(t tramite.Cualquiera, folio string, es []eventoLeido, c *tramite.Contexto) error {
	f, eventos := deTramite(t), make([]tramite.Evento, 0, len(es))
	for _, x := range es {
		var e tramite.Evento
		if err := json.Unmarshal(x.carga, &e); err != nil {
			return fmt.Errorf("almacen: an event of %s: %w", folio, err)
		}
		if e.En > c.Ahora {
			break
		}
		eventos = append(eventos, e)
		f.mover(t.AportaEvento(&e), 1)
	}
	if len(eventos) == 0 {
		return nil
	}
	r, err := t.Reproducir(folio, eventos)
	if err != nil {
		return fmt.Errorf("almacen: playing %s: %w", folio, err)
	}
	f.mover(t.Aporta(r, t.Vencimiento(r, c).Vence), 1)
	v.sumas.fila(f)
	return nil
}

// En is the instant of the cut.
func (c *Corte) En() fecha.Instante { return c.en }

// Cerrar lets the connection go.
func (c *Corte) Cerrar() {
	if c.tx != nil {
		_ = c.tx.Rollback() // it only read
	}
}

// Sumar adds up counters like [Almacen.Sumar], as they were at the cut.
func (c *Corte) Sumar(ctx context.Context, q ConsultaCuentas) ([]FilaCuentas, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.a.sumarCon(ctx, q, c.cada, func(serie string, x tramo, suma map[claveFila]*medidas) {
		for k, h := range c.pendientes {
			if !q.toma(serie, x, k) {
				continue
			}
			for l, m := range h {
				q.sumarCasilla(q.claveDe(k.dia.Ordinal(), k.ooad), l, m, x.signo, suma)
			}
		}
	})
}

// toma says whether a sheet is one of those of a run; see [ConsultaCuentas.sql].
func (q *ConsultaCuentas) toma(serie string, x tramo, k claveHoja) bool {
	if k.serie != serie || k.familia != q.Familia || k.nivel != x.nivel || k.dia.Before(x.desde) || k.dia.After(x.hasta) {
		return false
	}
	switch {
	case len(q.OOAD) > 0:
		return slices.Contains(q.OOAD, k.ooad)
	case q.PorOOAD || porCuerpo(q.Familia):
		return k.ooad != todosLosOOAD
	}
	return k.ooad == todosLosOOAD
}

// claveDe is the row that the counters of a sheet go to, before they are parted
// by their values.
func (q *ConsultaCuentas) claveDe(ordinal int, o doe.OOAD) claveFila {
	k := claveFila{desde: q.cubetaTiempo(ordinal)}
	if q.PorOOAD {
		k.ooad = o
	}
	return k
}

// cada runs a read of the cut and hands each row over.
func (c *Corte) cada(ctx context.Context, f func(scan func(...any) error) error, q string, args ...any) error {
	if c.tx == nil {
		return nil
	}
	rows, err := c.tx.QueryContext(ctx, q, args...)
	if err != nil {
		return noDisponible(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return noDisponible(err)
	}
	return nil
}
