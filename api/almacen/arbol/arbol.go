package arbol

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrOrden is given for a row that does not come after the one before it.
var ErrOrden = errors.New("arbol: rows out of order")

// The kinds of page.
const (
	interiorIndice = 0x02
	interiorTabla  = 0x05
	hojaIndice     = 0x0a
	hojaTabla      = 0x0d
)

// largoHoja and largoInterior are the headers of both kinds of page.
const (
	largoHoja     = 8
	largoInterior = 12
)

// hoja is a leaf being filled: cells from its end, their places from its
// beginning.
type hoja struct {
	b     []byte
	n     int // cells
	desde int // where the last cell begins
}

func nuevaHoja(pagina int, tipo byte) hoja {
	h := hoja{b: make([]byte, pagina), desde: pagina}
	h.b[0] = tipo
	return h
}

// cabe says whether a cell of so many bytes fits.
func (h *hoja) cabe(largo int) bool { return largoHoja+2*(h.n+1)+largo <= h.desde }

// sumar adds a cell made of two parts.
func (h *hoja) sumar(a, b []byte) {
	h.desde -= len(a) + len(b)
	copy(h.b[h.desde+copy(h.b[h.desde:], a):], b)
	binary.BigEndian.PutUint16(h.b[largoHoja+2*h.n:], uint16(h.desde))
	h.n++
}

// cerrar completes the header of the page and gives it.
func (h *hoja) cerrar() []byte {
	binary.BigEndian.PutUint16(h.b[3:], uint16(h.n))
	binary.BigEndian.PutUint16(h.b[5:], uint16(h.desde))
	return h.b
}

// vaciar makes the leaf ready for others.
func (h *hoja) vaciar() {
	tipo := h.b[0]
	clear(h.b)
	h.b[0], h.n, h.desde = tipo, 0, len(h.b)
}

// quitar takes the last cell out and gives it.
func (h *hoja) quitar(antes int) []byte {
	celda := append([]byte{}, h.b[h.desde:antes]...)
	h.n--
	clear(h.b[h.desde:antes])
	clear(h.b[largoHoja+2*h.n : largoHoja+2*h.n+2])
	h.desde = antes
	return celda
}

// hijo is a page and the key that goes after it.
type hijo struct {
	no    uint32
	clave []byte
}

// nodoLleno is an interior page that waits to know that another follows it.
type nodoLleno struct {
	hijos  []hijo
	ultimo hijo
}

// interior is a level of pages above the leaves.
type interior struct {
	a      *Archivo
	tipo   byte
	hijos  []hijo
	bytes  int
	previo *nodoLleno
	arriba *interior
}

// sumar adds a page and the key that separates it from the next.
func (n *interior) sumar(no uint32, clave []byte) error {
	largo := 2 + 4 + len(clave)
	if n.bytes+largo <= n.a.pagina-largoInterior {
		n.hijos, n.bytes = append(n.hijos, hijo{no, clave}), n.bytes+largo
		return nil
	}
	if err := n.soltar(); err != nil {
		return err
	}
	n.previo = &nodoLleno{n.hijos, hijo{no, clave}}
	n.hijos, n.bytes = nil, 0
	return nil
}

// soltar writes the full page that waited.
func (n *interior) soltar() error {
	if n.previo == nil {
		return nil
	}
	no, err := n.a.anexar(n.armar(n.previo.hijos, n.previo.ultimo.no))
	if err != nil {
		return err
	}
	if n.arriba == nil {
		n.arriba = &interior{a: n.a, tipo: n.tipo}
	}
	clave := n.previo.ultimo.clave
	n.previo = nil
	return n.arriba.sumar(no, clave)
}

// cerrar adds the last page of the level below and writes what is left; the
// topmost goes to the root.
func (n *interior) cerrar(no, raiz uint32) error {
	if p := n.previo; p != nil && len(n.hijos) == 0 {
		// No page may have one child alone: the full one gives it its last.
		k := len(p.hijos) - 1
		n.hijos = []hijo{p.ultimo}
		p.hijos, p.ultimo = p.hijos[:k], p.hijos[k]
	}
	if err := n.soltar(); err != nil {
		return err
	}
	p := n.armar(n.hijos, no)
	if n.arriba == nil {
		return n.a.poner(raiz, p)
	}
	arriba, err := n.a.anexar(p)
	if err != nil {
		return err
	}
	return n.arriba.cerrar(arriba, raiz)
}

// armar makes an interior page.
func (n *interior) armar(hijos []hijo, ultimo uint32) []byte {
	b := make([]byte, n.a.pagina)
	desde := len(b)
	for i, h := range hijos {
		desde -= 4 + len(h.clave)
		binary.BigEndian.PutUint32(b[desde:], h.no)
		copy(b[desde+4:], h.clave)
		binary.BigEndian.PutUint16(b[largoInterior+2*i:], uint16(desde))
	}
	b[0] = n.tipo
	binary.BigEndian.PutUint16(b[3:], uint16(len(hijos)))
	binary.BigEndian.PutUint16(b[5:], uint16(desde))
	binary.BigEndian.PutUint32(b[8:], ultimo)
	return b
}

// Tabla is a table of numbered rows being filled.
type Tabla struct {
	a      *Archivo
	raiz   uint32
	hoja   hoja
	arriba *interior
	ultimo int64
	vacia  bool
	cabeza []byte
}

// Tabla fills the empty table whose root is a page.
func (a *Archivo) Tabla(raiz uint32) *Tabla {
	return &Tabla{a: a, raiz: raiz, hoja: nuevaHoja(a.pagina, hojaTabla), vacia: true}
}

// Sumar adds a row, whose number is above those before it. The row is a record
// as [Registro] writes it.
func (t *Tabla) Sumar(id int64, registro []byte) error {
	if !t.vacia && id <= t.ultimo {
		return fmt.Errorf("%w: %d after %d", ErrOrden, id, t.ultimo)
	}
	local := len(registro)
	if maximo := t.a.pagina - 35; local > maximo {
		local = t.a.local(local, maximo)
	}
	t.cabeza = appendVarint(appendVarint(t.cabeza[:0], uint64(len(registro))), uint64(id))
	cola := []byte(nil)
	if local < len(registro) {
		no, err := t.a.desbordar(registro[local:])
		if err != nil {
			return err
		}
		cola = binary.BigEndian.AppendUint32(nil, no)
	}
	if !t.hoja.cabe(len(t.cabeza) + local + len(cola)) {
		no, err := t.a.anexar(t.hoja.cerrar())
		if err != nil {
			return err
		}
		if t.arriba == nil {
			t.arriba = &interior{a: t.a, tipo: interiorTabla}
		}
		if err := t.arriba.sumar(no, appendVarint(nil, uint64(t.ultimo))); err != nil {
			return err
		}
		t.hoja.vaciar()
	}
	if cola != nil {
		t.hoja.sumar(append(t.cabeza, registro[:local]...), cola)
	} else {
		t.hoja.sumar(t.cabeza, registro)
	}
	t.ultimo, t.vacia = id, false
	return nil
}

// local is how much of a payload that overflows stays in its cell.
func (a *Archivo) local(largo, maximo int) int {
	minimo := (a.pagina-12)*32/255 - 23
	if k := minimo + (largo-minimo)%(a.pagina-4); k <= maximo {
		return k
	}
	return minimo
}

// Cerrar completes the tree.
func (t *Tabla) Cerrar() error {
	if t.arriba == nil {
		return t.a.poner(t.raiz, t.hoja.cerrar())
	}
	no, err := t.a.anexar(t.hoja.cerrar())
	if err != nil {
		return err
	}
	return t.arriba.cerrar(no, t.raiz)
}
