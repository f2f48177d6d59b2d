package almacen

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Expediente is a record as it is stored.
type Expediente struct {
	Coleccion, Folio string
	Version          int
	// OOAD is that of the record, and Llano says that neither it is restricted
	// nor anyone excluded from it. Lists leave both out.
	OOAD  doe.OOAD
	Llano bool
	// Doc is the JSON of the record, as the kernel encoded it.
	Doc []byte
	// Vence is its due date, zero when none runs, and Aviso how many natural
	// days before it the light turns amber.
	Vence fecha.Fecha
	Aviso int
}

// Semaforo is the light of the record on a day.
func (x *Expediente) Semaforo(hoy fecha.Fecha) string {
	return tramite.Vencimiento{Vence: x.Vence, Aviso: x.Aviso}.Semaforo(hoy)
}

// Leer gives a record. It does not ask who reads it. The error is
// [falla.NoEncontrada] when there is none.
func (a *Almacen) Leer(ctx context.Context, coleccion, folio string) (Expediente, error) {
	x, _, _, err := a.leer(ctx, coleccion, folio)
	return x, err
}

func (a *Almacen) leer(ctx context.Context, coleccion, folio string) (x Expediente, id int64, fin huella, err error) {
	var vence *int64
	var h []byte
	x = Expediente{Coleccion: coleccion, Folio: folio}
	hay, err := a.m.uno(ctx, "SELECT id, version, ooad, restringida = 0 AND excluidos = '', vence, aviso, huella, doc FROM expedientes WHERE folio = $1 AND coleccion = $2", []any{folio, coleccion},
		&id, &x.Version, &x.OOAD, &x.Llano, &vence, &x.Aviso, &h, &x.Doc)
	if err == nil && !hay {
		err = noExiste()
	}
	x.Vence = deOrdinal(vence)
	copy(fin[:], h)
	return x, id, fin, err
}

func deOrdinal(n *int64) fecha.Fecha {
	if n == nil {
		return fecha.Fecha{}
	}
	return fecha.DeOrdinal(int(*n))
}

// Cargar gives a record decoded, too.
func (a *Almacen) Cargar(ctx context.Context, coleccion, folio string) (tramite.Registro, Expediente, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return nil, Expediente{}, noExiste()
	}
	x, err := a.Leer(ctx, coleccion, folio)
	if err != nil {
		return nil, x, err
	}
	r, err := t.Decodificar(x.Doc)
	return r, x, err
}

// cargado is a record as an act found it, before changing it.
type cargado struct {
	id      int64
	huella  huella
	facetas string
	ficha   tramite.Ficha
	aportes []tramite.Aporte
}

// paraActo loads a record that an act will change and notes how it was.
func (a *Almacen) paraActo(ctx context.Context, coleccion, folio string) (tramite.Registro, *cargado, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return nil, nil, noExiste()
	}
	x, id, fin, err := a.leer(ctx, coleccion, folio)
	if err != nil {
		return nil, nil, err
	}
	r, err := t.Decodificar(x.Doc)
	if err != nil {
		return nil, nil, err
	}
	ficha := t.Ficha(r)
	return r, &cargado{id, fin, facetas(coleccion, &ficha, r.Cabeza(), !x.Vence.IsZero()), ficha, t.Aporta(r, x.Vence)}, nil
}

// EventoGuardado is an event as it is stored.
type EventoGuardado struct {
	Secuencia int
	// Carga is the JSON of a [tramite.Evento].
	Carga json.RawMessage
	// Huella is the link that the event makes in the record's chain, in
	// hexadecimal.
	Huella string
	// Borrado says that what it said was erased by right.
	Borrado bool
}

// Pagina is part of a list. Siguiente is the cursor of the next part, empty
// after the last.
type Pagina[T any] struct {
	Elementos []T
	Siguiente string
}

// Historial gives the events of a record, the oldest first, from the cursor
// on.
func (a *Almacen) Historial(ctx context.Context, coleccion, folio, cursor string, limite int) (Pagina[EventoGuardado], error) {
	p := Pagina[EventoGuardado]{Elementos: []EventoGuardado{}}
	desde := 0
	if cursor != "" {
		partes, err := a.abrirCursor(cursor, "historial", coleccion, folio)
		if err != nil {
			return p, err
		}
		if desde, err = strconv.Atoi(partes[0]); err != nil {
			return p, invalida(reglaCursor, "query.cursor")
		}
	}
	_, id, _, err := a.leer(ctx, coleccion, folio)
	if err != nil {
		return p, err
	}
	limite = limitar(limite)
	p.Elementos, err = a.eventos(ctx, id, desde, limite+1)
	if err == nil && len(p.Elementos) > limite {
		p.Elementos = p.Elementos[:limite]
		p.Siguiente = a.cerrarCursor([]string{strconv.Itoa(p.Elementos[limite-1].Secuencia)}, "historial", coleccion, folio)
	}
	return p, err
}

// eventos reads events of a record after a sequence number.
func (a *Almacen) eventos(ctx context.Context, id int64, tras, limite int) ([]EventoGuardado, error) {
	out := []EventoGuardado{}
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var n int64
		var h, carga []byte
		var borrado *int64
		if err := scan(&n, &h, &borrado, &carga); err != nil {
			return err
		}
		out = append(out, EventoGuardado{int(n % maxEventos), carga, hex.EncodeToString(h), borrado != nil})
		return nil
	}, "SELECT id, huella, borrado, carga FROM eventos WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3", id*maxEventos+int64(tras), (id+1)*maxEventos, limite)
	return out, err
}

// limitar brings the size of a page between 1 and 200, 50 when not said.
func limitar(n int) int {
	if n <= 0 {
		return 50
	}
	return min(n, 200)
}
