package almacen

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"math"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// duracionIdempotencia is how long a key tells repeats.
const duracionIdempotencia = 24 * time.Hour

// Idempotencia tells a repeat of a request: the same key from the same caller.
type Idempotencia struct {
	// Llamador is who calls, and Clave the key that they drew.
	Llamador, Clave string
	// Cuerpo is the body of the request; with another one it is another
	// request, which is refused.
	Cuerpo []byte
	// Permanente makes the key tell repeats for ever, as of what is imported.
	Permanente bool
}

// filaIdem is the row that tells repeats: nothing of what the caller sent can
// be read from it.
type filaIdem struct {
	clave, cuerpo []byte
	permanente    bool
}

// creado is the instant that the row keeps: one that never grows old for what
// is permanent.
func (i *filaIdem) creado(ahora fecha.Instante) int64 {
	if i.permanente {
		return math.MaxInt64 / 2
	}
	return int64(ahora)
}

func nuevaIdem(o *Orden) *filaIdem {
	i := o.Idempotencia
	return &filaIdem{
		clave:  huellaPartes([]byte(i.Llamador), []byte(i.Clave)),
		cuerpo: huellaPartes([]byte(o.Coleccion), []byte(o.Folio), []byte(o.Acto), []byte(o.Enlace), i.Cuerpo), permanente: i.Permanente,
	}
}

func huellaPartes(partes ...[]byte) []byte {
	h := sha256.New()
	for _, p := range partes {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write(p)
	}
	return h.Sum(nil)
}

// repetir gives the first answer again when the request was already done.
func (a *Almacen) repetir(ctx context.Context, i *filaIdem) (Resultado, bool, error) {
	var cuerpo []byte
	var id, creado int64
	var version int
	var coleccion, folio string
	hay, err := a.m.uno(ctx, "SELECT i.cuerpo, i.expediente, i.version, i.creado, x.coleccion, x.folio FROM idempotencia i JOIN expedientes x ON x.id = i.expediente WHERE i.clave = $1",
		[]any{i.clave}, &cuerpo, &id, &version, &creado, &coleccion, &folio)
	if err != nil || !hay {
		return Resultado{}, false, err
	}
	if fecha.Instante(creado).Sumar(duracionIdempotencia) <= a.o.Ahora() {
		return Resultado{}, false, a.solo(func(e *escritor) error {
			return e.exec("DELETE FROM idempotencia WHERE clave = $1 AND creado = $2", i.clave, creado)
		})
	}
	if !bytes.Equal(cuerpo, i.cuerpo) {
		return Resultado{}, false, invalida(reglaIdempotencia, "header.Idempotency-Key")
	}
	if a.asegura != nil { // another process may be about to acknowledge it
		if err := a.asegura.esperar(); err != nil {
			return Resultado{}, false, err
		}
	}
	r := Resultado{Repetida: true}
	if r.Expediente, err = a.enVersion(ctx, coleccion, folio, version); err != nil {
		return Resultado{}, false, err
	}
	r.Enlaces, err = a.enlacesDe(ctx, id, &r.Expediente)
	return r, true, err
}

// enVersion gives a record as it was at a version: replayed when it has moved.
func (a *Almacen) enVersion(ctx context.Context, coleccion, folio string, version int) (Expediente, error) {
	x, id, _, err := a.leer(ctx, coleccion, folio)
	if err != nil || x.Version == version {
		return x, err
	}
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return x, noExiste()
	}
	guardados, err := a.eventos(ctx, id, 0, version)
	if err != nil {
		return x, err
	}
	es := make([]tramite.Evento, len(guardados))
	for i, g := range guardados {
		if err := json.Unmarshal(g.Carga, &es[i]); err != nil {
			return x, err
		}
	}
	r, err := t.Reproducir(folio, es)
	if err != nil {
		return x, err
	}
	c := tramite.Contexto{Ahora: r.Cabeza().Actualizado, Calendarios: a.Calendarios()}
	v := t.Vencimiento(r, &c)
	x.Version, x.Vence, x.Aviso = version, v.Vence, v.Aviso
	x.Doc, err = t.Codificar(r)
	return x, err
}

// enlacesDe gives the links that a record opened at its version.
func (a *Almacen) enlacesDe(ctx context.Context, id int64, x *Expediente) ([]Enlace, error) {
	var out []Enlace
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		l := Enlace{Coleccion: x.Coleccion, Folio: x.Folio}
		var n int
		var vence int64
		if err := scan(&n, &l.Acto, &l.Organo, &l.Rol, &vence); err != nil {
			return err
		}
		l.Secreto, l.Vence = a.secreto(secretoDe{x.Coleccion, x.Folio, x.Version, n}), fecha.DeOrdinal(int(vence))
		out = append(out, l)
		return nil
	}, "SELECT n, acto, organo, rol, vence FROM enlaces WHERE expediente = $1 AND secuencia = $2 ORDER BY n", id, x.Version)
	return out, err
}
