package sugerencia

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// ErrEstado is the error of bytes that are not the state of a model.
var ErrEstado = errors.New("sugerencia: not the state of a model")

// versionEstado begins the state: features made otherwise, or of other stems,
// are of no use.
const versionEstado = 16*texto.Version + 1

// MarshalBinary gives the state of the model: the same petitions give the same
// bytes, in whatever order they were learned. It never fails.
func (m *Modelo) MarshalBinary() ([]byte, error) {
	vivas := []uint16{}
	for i := range m.clases {
		if m.clases[i].n != 0 {
			vivas = append(vivas, uint16(i))
		}
	}
	slices.SortFunc(vivas, func(x, y uint16) int {
		a, b := &m.clases[x], &m.clases[y]
		return cmp.Or(cmp.Compare(a.blanco, b.blanco), cmp.Compare(a.nombre, b.nombre))
	})
	lugar := make([]uint64, len(m.clases))
	out := binary.AppendUvarint([]byte{versionEstado}, uint64(len(vivas)))
	for i, id := range vivas {
		c := &m.clases[id]
		lugar[id] = uint64(i)
		out = append(out, byte(c.blanco))
		out = binary.AppendUvarint(out, uint64(len(c.nombre)))
		out = append(out, c.nombre...)
		out = binary.AppendUvarint(out, uint64(c.n))
	}
	out = binary.AppendUvarint(out, uint64(len(m.cuenta)))
	antes := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(m.cuenta)) {
		cs := slices.Clone(m.cuenta[k])
		slices.SortFunc(cs, func(x, y cuenta) int { return cmp.Compare(lugar[x.clase], lugar[y.clase]) })
		out = binary.AppendUvarint(out, uint64(k-antes))
		out = binary.AppendUvarint(out, uint64(len(cs)))
		for _, c := range cs {
			out = binary.AppendUvarint(out, lugar[c.clase])
			out = binary.AppendUvarint(out, uint64(c.n))
		}
		antes = k
	}
	return out, nil
}

// UnmarshalBinary replaces the model by the one of a state. The error is
// [ErrEstado]; the model stays as it was then.
func (m *Modelo) UnmarshalBinary(b []byte) error {
	if len(b) == 0 || b[0] != versionEstado {
		return ErrEstado
	}
	l := lector{b: b[1:]}
	n := Nuevo()
	for range l.largo() {
		bl := Blanco(l.byte())
		nombre := string(l.bytes(l.largo()))
		veces := l.cuenta()
		if l.mal || bl >= blancos || nombre == "" || veces <= 0 {
			return ErrEstado
		}
		id, ok := n.id(bl, nombre)
		if !ok || n.clases[id].n != 0 {
			return ErrEstado
		}
		n.clases[id].n = veces
		n.total[bl] += veces
	}
	if !n.leerCuentas(&l) || len(l.b) > 0 {
		return ErrEstado
	}
	*m = *n
	return nil
}

func (m *Modelo) leerCuentas(l *lector) bool {
	k := uint64(0)
	for i := range l.largo() {
		paso := l.uint()
		k += paso
		cs := make([]cuenta, l.largo())
		for j := range cs {
			id := l.uint()
			cs[j] = cuenta{uint16(id), l.cuenta()}
			if id >= uint64(len(m.clases)) || cs[j].n <= 0 || j > 0 && cs[j].clase <= cs[j-1].clase {
				return false
			}
		}
		if l.mal || k > 1<<32-1 || i > 0 && paso == 0 || len(cs) == 0 {
			return false
		}
		m.cuenta[uint32(k)] = cs
	}
	return !l.mal
}

// lector reads the state; mal says that it could not.
type lector struct {
	b   []byte
	mal bool
}

func (l *lector) uint() uint64 {
	n, largo := binary.Uvarint(l.b)
	if largo <= 0 {
		l.mal, l.b = true, nil
		return 0
	}
	l.b = l.b[largo:]
	return n
}

// largo is how many things follow, of a byte at least each.
func (l *lector) largo() int {
	n := l.uint()
	if n > uint64(len(l.b)) {
		l.mal = true
		return 0
	}
	return int(n)
}

func (l *lector) cuenta() int32 {
	n := l.uint()
	if n > 1<<31-1 {
		l.mal = true
		return 0
	}
	return int32(n)
}

func (l *lector) byte() byte {
	if len(l.b) == 0 {
		l.mal = true
		return 0
	}
	c := l.b[0]
	l.b = l.b[1:]
	return c
}

func (l *lector) bytes(n int) []byte {
	out := l.b[:n]
	l.b = l.b[n:]
	return out
}
