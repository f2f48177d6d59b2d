package almacen

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/jmoiron/sqlx"

	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The kinds of finding.
const (
	// EventoAlterado: an event does not fit its link of the chain.
	EventoAlterado = "evento-alterado"
	// EventoFaltante: a number in the sequence of a record has no event.
	EventoFaltante = "evento-faltante"
	// EventoBorrado: an event was erased by right; it is no fault.
	EventoBorrado = "evento-borrado"
	// RegistroDistinto: a record is not what its events make of it.
	RegistroDistinto = "registro-distinto"
	// SelloDistinto: the seal of a day does not fit the events of it.
	SelloDistinto = "sello-distinto"
	// HuecoDeFolio: a folio that was given out has no record.
	HuecoDeFolio = "hueco-de-folio"
	// CuentaDistinta: a counter is not what the records add up to.
	CuentaDistinta = "cuenta-distinta"
)

// Hallazgo is something that verification found, and where.
type Hallazgo struct {
	// Clase is its kind.
	Clase string
	// Coleccion, Folio and Secuencia say where, when it is in a record.
	Coleccion, Folio string
	Secuencia        int
	// Detalle says more, in Spanish.
	Detalle string
}

// Falla says whether the finding is a fault.
func (h Hallazgo) Falla() bool { return h.Clase != EventoBorrado }

// paginaVerificar is how many records are verified at a time.
const paginaVerificar = 500

// verificacion is a walk over the store, as it was when it began.
type verificacion struct {
	a     *Almacen
	tx    *sqlx.Tx
	halla []Hallazgo
	sumas *sumas
	// marcas are those that the events ask for.
	marcas filas
	// folios are the numbers found, by series, year and OOAD.
	folios map[serieFolios]map[int]bool
}

// Verificar walks every chain, compares each record with its events, and
// checks seals, folios and counters. progreso, when not nil, is told of the
// records done. While it runs the store goes on; what is written meanwhile is
// not looked at.
func (a *Almacen) Verificar(ctx context.Context, progreso func(hecho, total int)) ([]Hallazgo, error) {
	tx, err := a.m.instantanea(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }()
	v := &verificacion{a: a, tx: tx, sumas: nuevasSumas(), marcas: filas{t: tMarcas}, folios: map[serieFolios]map[int]bool{}}
	if progreso == nil {
		progreso = func(int, int) {}
	}
	for _, paso := range []func(context.Context) error{
		func(ctx context.Context) error { return v.expedientes(ctx, progreso) }, v.huerfanos, v.huecos, v.sellos, v.cuentas, v.compararMarcas,
	} {
		if err := paso(ctx); err != nil {
			return v.halla, err
		}
	}
	return v.halla, nil
}

// instantanea begins a read that sees the store as it is now to its end.
func (m *motor) instantanea(ctx context.Context) (*sqlx.Tx, error) {
	o := &sql.TxOptions{ReadOnly: true}
	if m.pg {
		o.Isolation = sql.LevelRepeatableRead
	}
	tx, err := m.lee.BeginTxx(ctx, o)
	if err != nil {
		return nil, noDisponible(err)
	}
	return tx, nil
}

func (v *verificacion) hallar(clase string, x *registroLeido, secuencia int, detalle string, args ...any) {
	h := Hallazgo{Clase: clase, Secuencia: secuencia, Detalle: fmt.Sprintf(detalle, args...)}
	if x != nil {
		h.Coleccion, h.Folio = x.coleccion, x.folio
	}
	v.halla = append(v.halla, h)
}

// cada runs a query of the walk and hands each row over.
func (v *verificacion) cada(ctx context.Context, f func(scan func(...any) error) error, q string, args ...any) error {
	rows, err := v.tx.QueryContext(ctx, q, args...)
	if err != nil {
		return noDisponible(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// registroLeido is a record as the walk reads it.
type registroLeido struct {
	id               int64
	coleccion, folio string
	version          int
	estado           string
	vence            *int64
	huella, doc      []byte
}

// eventoLeido is an event as the walk reads it.
type eventoLeido struct {
	expediente         int64
	secuencia          int
	borrado            *int64
	sal, huella, carga []byte
}

func (v *verificacion) expedientes(ctx context.Context, progreso func(int, int)) error {
	var total int
	if err := v.tx.GetContext(ctx, &total, "SELECT count(*) FROM expedientes"); err != nil {
		return noDisponible(err)
	}
	for ultimo, hecho := int64(-1), 0; ; {
		pagina, err := v.pagina(ctx, ultimo)
		if err != nil || len(pagina) == 0 {
			return err
		}
		desde := ultimo
		ultimo = pagina[len(pagina)-1].id
		eventos, err := v.eventos(ctx, desde, ultimo)
		if err != nil {
			return err
		}
		for i := range pagina {
			v.registro(&pagina[i], eventos[pagina[i].id])
		}
		hecho += len(pagina)
		progreso(hecho, total)
	}
}

func (v *verificacion) pagina(ctx context.Context, tras int64) ([]registroLeido, error) {
	var out []registroLeido
	err := v.cada(ctx, func(scan func(...any) error) error {
		var x registroLeido
		err := scan(&x.id, &x.coleccion, &x.folio, &x.version, &x.estado, &x.vence, &x.huella, &x.doc)
		out = append(out, x)
		return err
	}, "SELECT id, coleccion, folio, version, estado, vence, huella, doc FROM expedientes WHERE id > $1 ORDER BY id LIMIT $2", tras, paginaVerificar)
	return out, err
}

// eventos reads the events of the records of a page.
func (v *verificacion) eventos(ctx context.Context, tras, hasta int64) (map[int64][]eventoLeido, error) {
	out := map[int64][]eventoLeido{}
	err := v.cada(ctx, func(scan func(...any) error) error {
		var id int64
		var e eventoLeido
		if err := scan(&id, &e.borrado, &e.sal, &e.huella, &e.carga); err != nil {
			return err
		}
		e.expediente, e.secuencia = id/maxEventos, int(id%maxEventos)
		out[e.expediente] = append(out[e.expediente], e)
		return nil
	}, "SELECT id, borrado, sal, huella, carga FROM eventos WHERE id >= $1 AND id < $2 ORDER BY id", (tras+1)*maxEventos, (hasta+1)*maxEventos)
	return out, err
}

// registro verifies one record: its chain, and that replaying its events gives
// the very bytes that are stored.
func (v *verificacion) registro(x *registroLeido, es []eventoLeido) {
	v.anotarFolio(x)
	entero := v.cadena(x, es)
	t, ok := v.a.o.Mesa.Tramite(x.coleccion)
	if !ok {
		v.hallar(RegistroDistinto, x, 0, "la colección no es de esta instalación")
		return
	}
	if r, err := t.Decodificar(x.doc); err == nil {
		f := deTramite(t)
		f.mover(t.Aporta(r, deOrdinal(x.vence)), 1)
		v.sumas.fila(f)
	}
	eventos, ok := v.decodificar(t, x, es)
	if !ok || !entero {
		return
	}
	r, err := t.Reproducir(x.folio, eventos)
	if err != nil {
		v.hallar(RegistroDistinto, x, 0, "sus eventos no se pueden reproducir: %v", err)
		return
	}
	doc, err := t.Codificar(r)
	cab := r.Cabeza()
	if err != nil || !bytes.Equal(doc, x.doc) || cab.Version != x.version || string(cab.Estado) != x.estado {
		v.hallar(RegistroDistinto, x, 0, "el registro guardado no es el que dan sus eventos")
	}
}

// cadena walks the chain of a record, and says whether no event is missing.
func (v *verificacion) cadena(x *registroLeido, es []eventoLeido) bool {
	var antes huella
	entero, espera := true, 1
	for _, e := range es {
		for ; espera < e.secuencia; espera++ {
			v.hallar(EventoFaltante, x, espera, "falta el evento")
			entero = false
		}
		espera = e.secuencia + 1
		switch fin := eslabon(antes, x.coleccion, x.folio, e.secuencia, resumir(e.sal, e.carga)); {
		case e.borrado != nil && *e.borrado > int64(e.secuencia) && *e.borrado <= int64(x.version):
			v.hallar(EventoBorrado, x, e.secuencia, "borrado por derecho en el evento %d", *e.borrado)
		case !bytes.Equal(fin[:], e.huella):
			v.hallar(EventoAlterado, x, e.secuencia, "el evento no corresponde a su huella")
		}
		copy(antes[:], e.huella)
	}
	for ; espera <= x.version; espera++ {
		v.hallar(EventoFaltante, x, espera, "falta el evento")
		entero = false
	}
	if entero && !bytes.Equal(antes[:], x.huella) {
		v.hallar(RegistroDistinto, x, 0, "la huella del registro no es la de su último evento")
	}
	return entero
}

// decodificar reads the events and counts what they move by themselves.
func (v *verificacion) decodificar(t tramite.Cualquiera, x *registroLeido, es []eventoLeido) ([]tramite.Evento, bool) {
	out, bien := make([]tramite.Evento, len(es)), true
	f := deTramite(t)
	for i, e := range es {
		if err := json.Unmarshal(e.carga, &out[i]); err != nil {
			v.hallar(EventoAlterado, x, e.secuencia, "el evento no se puede leer")
			bien = false
			continue
		}
		f.observar(t, &out[i])
	}
	v.sumas.fila(f)
	f.coleccion = x.coleccion
	f.sumarMarcas(&v.marcas, x.id)
	return out, bien
}
