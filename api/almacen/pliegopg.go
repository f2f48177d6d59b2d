package almacen

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/stdlib"
)

// pliegoPG holds rows as PostgreSQL's COPY takes them, in binary.
type pliegoPG struct{ por map[*tabla][]byte }

func nuevoPliegoPG() *pliegoPG { return &pliegoPG{map[*tabla][]byte{}} }

// Before and after the rows of a COPY.
var (
	cabezaCopy = []byte("PGCOPY\n\xff\r\n\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	colaCopy   = []byte{0xff, 0xff}
)

func (p *pliegoPG) fila(t *tabla, vs []valor) error {
	b := binary.BigEndian.AppendUint16(p.por[t], uint16(len(vs)))
	for i, v := range vs {
		switch {
		case v.clase == valorNulo:
			b = binary.BigEndian.AppendUint32(b, 1<<32-1)
		case v.clase == valorEntero:
			b = binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint32(b, 8), uint64(v.n))
		case t == tBuscador && i == 1:
			b = agregarVector(b, v.b)
		default:
			b = append(binary.BigEndian.AppendUint32(b, uint32(len(v.b))), v.b...)
		}
	}
	p.por[t] = b
	return nil
}

// agregarVector adds words as a tsvector: each once and in order, without
// places.
func agregarVector(b, palabras []byte) []byte {
	ws := bytes.Fields(palabras)
	slices.SortFunc(ws, bytes.Compare)
	ws = slices.CompactFunc(ws, bytes.Equal)
	largo := 4
	for _, w := range ws {
		largo += len(w) + 3
	}
	b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, uint32(largo)), uint32(len(ws)))
	for _, w := range ws {
		b = append(append(b, w...), 0, 0, 0)
	}
	return b
}

// columnasCopy are the columns that a COPY fills.
func (t *tabla) columnasCopy() string {
	if t == tBuscador {
		return "id, raices" // SQLite calls the first rowid
	}
	nombres := make([]string, len(t.columnas))
	for i, c := range t.columnas {
		nombres[i] = c.nombre
	}
	return strings.Join(nombres, ", ")
}

func (p *pliegoPG) verter(e *escritor) error { return p.copiar(e.sesion.(*sesionPG), "") }

// copiar writes the rows in the open transaction.
func (p *pliegoPG) copiar(s *sesionPG, mas string) error {
	for _, t := range delMolde {
		if b := p.por[t]; len(b) > 0 {
			q := "COPY " + t.nombre + " (" + t.columnasCopy() + ") FROM STDIN (FORMAT binary" + mas + ")"
			if err := s.copiar(q, io.MultiReader(bytes.NewReader(cabezaCopy), bytes.NewReader(b), bytes.NewReader(colaCopy))); err != nil {
				return err
			}
		}
	}
	return nil
}

// copiar runs a COPY after the statements that were kept.
func (s *sesionPG) copiar(q string, datos io.Reader) error {
	if s.cola.Len() > 0 {
		if _, err := s.execN("SELECT 1"); err != nil {
			return err
		}
	}
	return s.conn.Raw(func(dc any) error {
		_, err := dc.(*stdlib.Conn).Conn().PgConn().CopyFrom(context.Background(), datos, q)
		if err != nil {
			return deSentencia(q, err)
		}
		return nil
	})
}

// vertedorPG fills an empty store in one transaction: the tables first,
// without their indexes, and the indexes at the end.
type vertedorPG struct {
	a *Almacen
	e *escritor
	// rehacer are the statements that make the indexes again.
	rehacer []string
}

// tablasMolde names the tables that it copies into.
func tablasMolde() []any {
	var out []any
	for _, t := range delMolde {
		out = append(out, t.nombre)
	}
	return out
}

func (v *vertedorPG) abrir(ctx context.Context) error {
	v.e = &escritor{sesion: &sesionPG{m: v.a.m}, m: v.a.m}
	if err := v.e.comenzar(); err != nil {
		return err
	}
	for _, t := range delMolde {
		if err := v.e.exec("LOCK TABLE " + t.nombre + " IN ACCESS EXCLUSIVE MODE"); err != nil {
			return err
		}
	}
	hay := false
	err := v.e.filas(func(func(...any) error) error { hay = true; return nil }, "SELECT 1 FROM expedientes LIMIT 1")
	if err == nil && hay {
		err = errors.New("almacen: somebody else is writing in the store")
	}
	if err != nil {
		return err
	}
	var quitar []string
	err = v.e.filas(func(scan func(...any) error) error {
		var q, r string
		err := scan(&q, &r)
		quitar, v.rehacer = append(quitar, q), append(v.rehacer, r)
		return err
	}, `SELECT CASE WHEN c.oid IS NULL THEN 'DROP INDEX ' || x.indexrelid::regclass ELSE 'ALTER TABLE ' || x.indrelid::regclass || ' DROP CONSTRAINT ' || c.conname END,
 CASE WHEN c.oid IS NULL THEN pg_get_indexdef(x.indexrelid) ELSE 'ALTER TABLE ' || x.indrelid::regclass || ' ADD CONSTRAINT ' || c.conname || ' ' || pg_get_constraintdef(c.oid) END
 FROM pg_index x LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid WHERE x.indrelid IN (SELECT n::regclass FROM unnest($1::text[]) n) ORDER BY 1`, tablasMolde())
	if err != nil {
		return err
	}
	// Tables emptied in the transaction that fills them take rows that need no
	// second look, nor a log where the server keeps none.
	for _, t := range delMolde {
		quitar = append(quitar, "TRUNCATE "+t.nombre)
	}
	for _, q := range append(quitar, "SET LOCAL maintenance_work_mem = '256MB'") {
		if err := v.e.exec(q); err != nil {
			return err
		}
	}
	_, err = v.e.execN("SELECT 1")
	return err
}

func (v *vertedorPG) pliego() pliego { return nuevoPliegoPG() }

func (v *vertedorPG) verter(p pliego) error {
	return p.(*pliegoPG).copiar(v.e.sesion.(*sesionPG), ", FREEZE")
}

func (v *vertedorPG) cerrar(ctx context.Context, rematar func(*escritor) error) error {
	for _, q := range append(v.rehacer, "SELECT setval('expedientes_id', (SELECT max(id) FROM expedientes)) WHERE EXISTS (SELECT 1 FROM expedientes)") {
		if _, err := v.e.execN(q); err != nil {
			return err
		}
	}
	if err := rematar(v.e); err != nil {
		return err
	}
	if err := v.e.confirmar(); err != nil {
		return err
	}
	v.e.soltar()
	_, err := v.a.m.escribe.ExecContext(ctx, "ANALYZE")
	return err
}

func (v *vertedorPG) dejar() error {
	err := v.e.deshacer()
	v.e.soltar()
	return err
}
