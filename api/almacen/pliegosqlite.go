package almacen

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"

	"github.com/jmoiron/sqlx"

	"github.com/operacion-abierta/operacion/api/almacen/arbol"
)

// esquema is a table of the SQLite file, as the file itself describes it.
type esquema struct {
	raiz  uint32
	rowid bool // its first column is the number of its rows
	tabla *arbol.Tabla
	// columnas says, for each column of the table, which of those of tabla it
	// is; -1 for none, which stays NULL.
	columnas []int
	indices  []*indiceSQLite // with the table itself when it has no row numbers
	ajenos   []string        // indexes that cannot be made here
}

// indiceSQLite is an index being gathered.
type indiceSQLite struct {
	raiz     uint32
	columnas []int // of those of tabla; in order
	clases   []claseValor
	si       func(vs []valor) bool // nil for every row
	monton   *arbol.Monton
}

// leerEsquema asks a file how it stores a table.
func leerEsquema(db *sqlx.DB, t *tabla, carpeta string) (*esquema, error) {
	x := &esquema{}
	var sql string
	if err := db.QueryRowx("SELECT rootpage, sql FROM sqlite_schema WHERE type = 'table' AND name = ?", t.nombre).Scan(&x.raiz, &sql); err != nil {
		return nil, err
	}
	x.rowid = !strings.Contains(sql, "WITHOUT ROWID")
	var nombres []string
	if err := db.Select(&nombres, "SELECT name FROM pragma_table_info(?) ORDER BY cid", t.nombre); err != nil {
		return nil, err
	}
	for _, n := range nombres {
		x.columnas = append(x.columnas, t.columna(n))
	}
	var is []struct {
		Name, Origin string
		Rootpage     *uint32
		SQL          *string
	}
	err := db.Select(&is, "SELECT l.name, l.origin, s.rootpage, s.sql FROM pragma_index_list(?) l LEFT JOIN sqlite_schema s ON s.name = l.name AND s.type = 'index'", t.nombre)
	if err != nil {
		return nil, err
	}
	for _, i := range is {
		sql, raiz := "", x.raiz
		if i.SQL != nil {
			sql = *i.SQL
		}
		if i.Origin != "pk" || x.rowid {
			raiz = *i.Rootpage
		}
		n, err := t.leerIndice(db, i.Name, raiz, sql)
		switch {
		case err != nil:
			return nil, err
		case n == nil:
			x.ajenos = append(x.ajenos, i.Name)
		default:
			n.monton = arbol.NuevoMonton(carpeta)
			x.indices = append(x.indices, n)
		}
	}
	return x, nil
}

// columna is the place of a column by its name; -1 when it is not there.
func (t *tabla) columna(nombre string) int {
	for i, c := range t.columnas {
		if c.nombre == nombre {
			return i
		}
	}
	return -1
}

// condiciones are the ways in which indexes of ours leave rows out.
var condiciones = regexp.MustCompile(`^(\w+) (?:(IS NOT NULL)|<> '([^']*)'|IN \('([^']*)', '([^']*)'\))$`)

// leerIndice gives an index, or nil when it is of a kind not known here.
func (t *tabla) leerIndice(db *sqlx.DB, nombre string, raiz uint32, sql string) (*indiceSQLite, error) {
	i := &indiceSQLite{raiz: raiz}
	if _, cond, parcial := strings.Cut(sql, " WHERE "); parcial {
		p := condiciones.FindStringSubmatch(cond)
		if len(p) < 2 || t.columna(p[1]) < 0 {
			return nil, nil
		}
		i.si = condicion(t.columna(p[1]), p)
	}
	var cs []struct {
		Name *string
		CID  int
		Desc int
		Coll string
	}
	if err := db.Select(&cs, "SELECT name, cid, \"desc\", coll FROM pragma_index_xinfo(?) ORDER BY seqno", nombre); err != nil {
		return nil, err
	}
	for _, c := range cs {
		n := 0 // the number of the row
		if c.CID >= 0 && c.Name != nil {
			n = t.columna(*c.Name)
		}
		if n < 0 || c.CID < -1 || c.Desc != 0 || c.Coll != "BINARY" {
			return nil, nil
		}
		i.columnas = append(i.columnas, n)
		i.clases = append(i.clases, map[string]claseValor{"bigint": valorEntero, "text": valorTexto, "bytea": valorBytes}[t.columnas[n].tipo])
	}
	return i, nil
}

func condicion(columna int, p []string) func([]valor) bool {
	return func(vs []valor) bool {
		v := vs[columna]
		switch s := string(v.b); {
		case v.clase == valorNulo:
			return false
		case p[2] != "":
			return true
		case p[4] != "":
			return s == p[4] || s == p[5]
		default:
			return s != p[3]
		}
	}
}

// cosido are the rows of a table: those of its tree and those of each index,
// one after another with its length.
type cosido struct {
	filas     lista
	ordenadas []lista
}

// lista are byte strings one after another.
type lista struct {
	b []byte
	// ids go with them in the tree of a table.
	ids []int64
}

func (l *lista) sumar(x []byte) { l.b = append(binary.AppendUvarint(l.b, uint64(len(x))), x...) }

func (l *lista) cada(f func([]byte) error) error {
	for b := l.b; len(b) > 0; {
		n, k := binary.Uvarint(b)
		if err := f(b[k : k+int(n)]); err != nil {
			return err
		}
		b = b[k+int(n):]
	}
	return nil
}

// pliegoSQLite holds rows as the trees take them.
type pliegoSQLite struct {
	v   *vertedorSQLite
	por map[*tabla]*cosido
	r   arbol.Registro
	b   []byte
}

func (p *pliegoSQLite) fila(t *tabla, vs []valor) error {
	x, c := p.v.esquemas[t], p.por[t]
	if c == nil {
		c = &cosido{ordenadas: make([]lista, 1)}
		if x != nil {
			c.ordenadas = make([]lista, len(x.indices))
		}
		p.por[t] = c
	}
	if x == nil { // the full text: by its id, as it comes
		p.b = append(agregarOrdenable(p.b[:0], vs[0]), vs[1].b...)
		c.ordenadas[0].sumar(p.b)
		return nil
	}
	if x.rowid {
		p.r.Vaciar()
		p.r.Nulo()
		for _, n := range x.columnas[1:] {
			if n < 0 {
				p.r.Nulo()
			} else {
				agregarRegistro(&p.r, vs[n])
			}
		}
		c.filas.ids = append(c.filas.ids, vs[0].n)
		p.b = p.r.Agregar(p.b[:0])
		c.filas.sumar(p.b)
	}
	for k, i := range x.indices {
		if i.si != nil && !i.si(vs) {
			continue
		}
		p.b = p.b[:0]
		for _, n := range i.columnas {
			if vs[n].clase == valorNulo {
				return fmt.Errorf("almacen: a NULL in an index of %s", t.nombre)
			}
			p.b = agregarOrdenable(p.b, vs[n])
		}
		c.ordenadas[k].sumar(p.b)
	}
	return nil
}

func agregarRegistro(r *arbol.Registro, v valor) {
	switch v.clase {
	case valorEntero:
		r.Entero(v.n)
	case valorTexto:
		r.Texto(v.b)
	case valorBytes:
		r.Bytes(v.b)
	default:
		r.Nulo()
	}
}

// verter adds the rows of a sheet to the tree and to what is to be sorted.
func (x *esquema) verter(c *cosido) error {
	i := 0
	err := c.filas.cada(func(r []byte) error {
		i++
		return x.tabla.Sumar(c.filas.ids[i-1], r)
	})
	for k := range c.ordenadas {
		if err == nil {
			err = c.ordenadas[k].cada(x.indices[k].monton.Sumar)
		}
	}
	return err
}

// volcar makes the tree of the index.
func (i *indiceSQLite) volcar(a *arbol.Archivo) error {
	x := a.Indice(i.raiz)
	var r arbol.Registro
	var b, antes []byte
	err := i.monton.Recorrer(func(k []byte) error {
		if bytes.Equal(k, antes) {
			return fmt.Errorf("almacen: the same index entry twice")
		}
		antes = append(antes[:0], k...)
		r.Vaciar()
		for _, clase := range i.clases {
			var v valor
			v, k = leerOrdenable(k, clase)
			agregarRegistro(&r, v)
		}
		b = r.Agregar(b[:0])
		return x.Sumar(b)
	})
	if err == nil {
		err = x.Cerrar()
	}
	if e := i.monton.Cerrar(); err == nil {
		err = e
	}
	return err
}

// agregarOrdenable adds a value so that bytes compare as SQLite compares
// values: integers of eight bytes, the sign first; texts and bytes to the
// first zero, those of their own written twice.
func agregarOrdenable(b []byte, v valor) []byte {
	if v.clase == valorEntero {
		return binary.BigEndian.AppendUint64(b, uint64(v.n)^1<<63)
	}
	for resto := v.b; ; {
		n := bytes.IndexByte(resto, 0)
		if n < 0 {
			return append(append(b, resto...), 0, 0)
		}
		b = append(append(b, resto[:n]...), 0, 0xff)
		resto = resto[n+1:]
	}
}

// leerOrdenable reads what agregarOrdenable wrote, and gives what follows.
func leerOrdenable(b []byte, clase claseValor) (valor, []byte) {
	if clase == valorEntero {
		return deEntero(int64(binary.BigEndian.Uint64(b) ^ 1<<63)), b[8:]
	}
	v := valor{clase: clase}
	for i := 0; ; i++ {
		switch {
		case b[i] != 0:
		case b[i+1] == 0 && v.b == nil: // nothing to undo, nothing to copy
			v.b = b[:i]
			return v, b[i+2:]
		case b[i+1] == 0:
			v.b = append(v.b, b[:i]...)
			return v, b[i+2:]
		default:
			v.b = append(v.b, b[:i+1]...)
			b, i = b[i+2:], -1
		}
	}
}
