package arbol

import "encoding/binary"

// Registro writes a row as SQLite stores it. It can be used again after
// [Registro.Vaciar].
type Registro struct{ tipos, valores []byte }

// Vaciar makes it ready for another row.
func (r *Registro) Vaciar() { r.tipos, r.valores = r.tipos[:0], r.valores[:0] }

// Nulo adds a NULL, which is also how the number of its row is written in a
// table that has it as a column.
func (r *Registro) Nulo() { r.tipos = append(r.tipos, 0) }

// Entero adds an integer.
func (r *Registro) Entero(n int64) {
	switch {
	case n == 0 || n == 1:
		r.tipos = append(r.tipos, byte(8+n))
		return
	case n >= -1<<7 && n < 1<<7:
		r.entero(1, 1, n)
	case n >= -1<<15 && n < 1<<15:
		r.entero(2, 2, n)
	case n >= -1<<23 && n < 1<<23:
		r.entero(3, 3, n)
	case n >= -1<<31 && n < 1<<31:
		r.entero(4, 4, n)
	case n >= -1<<47 && n < 1<<47:
		r.entero(5, 6, n)
	default:
		r.entero(6, 8, n)
	}
}

func (r *Registro) entero(tipo byte, largo int, n int64) {
	r.tipos = append(r.tipos, tipo)
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	r.valores = append(r.valores, b[8-largo:]...)
}

// Texto adds a text.
func (r *Registro) Texto(s []byte) {
	r.tipos = appendVarint(r.tipos, uint64(13+2*len(s)))
	r.valores = append(r.valores, s...)
}

// Bytes adds a blob.
func (r *Registro) Bytes(b []byte) {
	r.tipos = appendVarint(r.tipos, uint64(12+2*len(b)))
	r.valores = append(r.valores, b...)
}

// Agregar adds the row to b.
func (r *Registro) Agregar(b []byte) []byte {
	n := len(r.tipos) + 1
	if n > 127 {
		n++ // its own length takes two bytes; rows of ours never take three
	}
	return append(append(appendVarint(b, uint64(n)), r.tipos...), r.valores...)
}

// Largo is how many bytes Agregar adds.
func (r *Registro) Largo() int {
	n := len(r.tipos) + len(r.valores) + 1
	if len(r.tipos)+1 > 127 {
		n++
	}
	return n
}

// appendVarint adds an integer of up to nine bytes, the most significant bits
// first.
func appendVarint(b []byte, v uint64) []byte {
	if v < 1<<7 {
		return append(b, byte(v))
	}
	var t [9]byte
	i := len(t)
	if v >= 1<<56 {
		i--
		t[i] = byte(v)
		v >>= 8
		for range 8 {
			i--
			t[i] = byte(v)&0x7f | 0x80
			v >>= 7
		}
		return append(b, t[:]...)
	}
	for fin := byte(0); v > 0; fin = 0x80 {
		i--
		t[i] = byte(v)&0x7f | fin
		v >>= 7
	}
	return append(b, t[i:]...)
}
