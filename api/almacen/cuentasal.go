package almacen

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// CuentasAl are the counters of a trámite as they stood at an instant.
type CuentasAl struct {
	serie  string
	sumas  *sumas
	leidos int
}

// Leidos is how many records it took to make them.
func (c *CuentasAl) Leidos() int { return c.leidos }

// CuentasAl makes the counters of a trámite as they stood at an instant, for
// questions about the days from one on: from the records as they are or, of
// those that moved since, from their events up to then. What had ended and
// stayed as it was before that day adds nothing to them. Every other record is
// read: it is for figures that are to be proved, not for those that are to be
// quick. What events add by themselves, the work of each person, is left out;
// terms are counted by the calendars in force now.
func (a *Almacen) CuentasAl(ctx context.Context, coleccion string, al fecha.Instante, desde fecha.Fecha) (*CuentasAl, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return nil, noExiste()
	}
	c := &CuentasAl{serie: t.Definicion().Serie, sumas: nuevasSumas()}
	for ultimo := int64(0); ; {
		pagina, err := a.vivosDesde(ctx, coleccion, ultimo, al, desde)
		if err != nil || len(pagina) == 0 {
			return c, err
		}
		for i := range pagina {
			if err := a.contarAl(ctx, t, c, &pagina[i], al); err != nil {
				return nil, err
			}
		}
		ultimo = pagina[len(pagina)-1].id
	}
}

// margen is how many days after it moved last a record may still count for: what
// comes out of hours is taken as presented on the next working day.
const margen = 30

// leidoAl is a record and when it moved last.
type leidoAl struct {
	registroLeido
	actualizado fecha.Instante
}

// vivosDesde reads the next records that there were and that were open, or
// moved, since a day.
func (a *Almacen) vivosDesde(ctx context.Context, coleccion string, tras int64, al fecha.Instante, desde fecha.Fecha) ([]leidoAl, error) {
	var out []leidoAl
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var x leidoAl
		err := scan(&x.id, &x.folio, &x.vence, &x.actualizado, &x.doc)
		out = append(out, x)
		return err
	}, `SELECT id, folio, vence, actualizado, doc FROM expedientes
		WHERE coleccion = $1 AND id > $2 AND creado <= $3 AND (actualizado >= $4 OR categoria IN ('abierta', 'espera')) ORDER BY id LIMIT $5`,
		coleccion, tras, int64(al), int64(desde.Sumar(-margen).Inicio()), paginaVerificar)
	return out, err
}

// contarAl adds what a record added at an instant.
func (a *Almacen) contarAl(ctx context.Context, t tramite.Cualquiera, c *CuentasAl, x *leidoAl, al fecha.Instante) error {
	r, err := t.Decodificar(x.doc)
	vence := deOrdinal(x.vence)
	if err == nil && x.actualizado > al {
		r, vence, err = a.reproducirAl(ctx, t, x, al)
	}
	if err != nil || r == nil {
		return err
	}
	c.leidos++
	f := deTramite(t)
	f.mover(t.Aporta(r, vence), 1)
	c.sumas.fila(f)
	return nil
}

// reproducirAl gives a record as it was at an instant, and its due date then;
// nil when it was not there yet.
func (a *Almacen) reproducirAl(ctx context.Context, t tramite.Cualquiera, x *leidoAl, al fecha.Instante) (tramite.Registro, fecha.Fecha, error) {
	guardados, err := a.eventos(ctx, x.id, 0, maxEventos)
	if err != nil {
		return nil, fecha.Fecha{}, err
	}
	var es []tramite.Evento
	for _, g := range guardados {
		var e tramite.Evento
		if err := json.Unmarshal(g.Carga, &e); err != nil {
			return nil, fecha.Fecha{}, err
		}
		if e.En > al {
			break
		}
		es = append(es, e)
	}
	if len(es) == 0 {
		return nil, fecha.Fecha{}, nil
	}
	r, err := t.Reproducir(x.folio, es)
	if err != nil {
		return nil, fecha.Fecha{}, err
	}
	k := tramite.Contexto{Ahora: r.Cabeza().Actualizado, Calendarios: a.Calendarios()}
	return r, t.Vencimiento(r, &k).Vence, nil
}

// Sumar adds up the counters as [Almacen.Sumar] does.
func (c *CuentasAl) Sumar(_ context.Context, q ConsultaCuentas) ([]FilaCuentas, error) {
	if _, err := q.tramos(); err != nil {
		return nil, err
	}
	suma := map[claveFila]*medidas{}
	for k, m := range c.sumas.cuentas {
		if k.serie != c.serie || k.familia != q.Familia || k.dia.Before(q.Desde) || k.dia.After(q.Hasta) || len(q.OOAD) > 0 && !slices.Contains(q.OOAD, k.ooad) {
			continue
		}
		q.sumarCasilla(q.claveDe(k.dia.Ordinal(), k.ooad), casilla{k.v1, k.v2, k.cubeta}, m, 1, suma)
	}
	return enFilas(suma), nil
}

// enFilas lays sums out by date and dimensions, without those that are nothing.
func enFilas(suma map[claveFila]*medidas) []FilaCuentas {
	out := make([]FilaCuentas, 0, len(suma))
	for k, m := range suma {
		if *m != (medidas{}) {
			out = append(out, FilaCuentas{k.desde, k.ooad, k.v1, k.v2, k.cubeta, *m})
		}
	}
	slices.SortFunc(out, compararFilas)
	return out
}
