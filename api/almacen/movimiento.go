package almacen

import (
	"encoding/binary"
	"encoding/json"
	"errors"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// movimiento is by how much one counter of a trámite moves.
type movimiento struct {
	Serie string
	tramite.Aporte
}

// ejercicio is one use of a function by a unit on a day.
type ejercicio struct {
	Funcion doe.ClaveFuncion
	Unidad  doe.ClaveUnidad
	Dia     int
}

// mover notes what a record adds to the counters, or no longer adds.
func (f *fila) mover(as []tramite.Aporte, signo int) {
	for _, x := range as {
		for i := range x.M {
			x.M[i] *= signo
		}
		f.aportes = append(f.aportes, movimiento{f.serie, x})
	}
}

// observar notes what an event moves by itself: the functions it exercised, its
// marks and what it adds to the counters of its trámite, which is nil when the
// installation does not have it.
func (f *fila) observar(t tramite.Cualquiera, e *tramite.Evento) {
	f.ejercer(e)
	f.marcar(e)
	if t != nil {
		f.mover(t.AportaEvento(e), 1)
	}
}

// ejercer notes the functions that an event exercised; not those that the act
// which ordered it already did.
func (f *fila) ejercer(e *tramite.Evento) {
	if e.Fundamento.Derivado {
		return
	}
	for k := range e.Fundamento.Funciones.All() {
		f.ejercicios = append(f.ejercicios, ejercicio{k, e.Unidad, e.En.Dia().Ordinal()})
	}
}

// claveCuenta is the key of a daily counter.
type claveCuenta struct {
	serie, familia string
	dia            fecha.Fecha
	ooad           doe.OOAD
	v1, v2         string
	cubeta         int
}

// sumas adds up movements: those of a batch are kept in one row until they are
// added to the counters.
type sumas struct {
	cuentas    map[claveCuenta]*medidas
	ejercicios map[ejercicio]int
}

func nuevasSumas() *sumas {
	return &sumas{map[claveCuenta]*medidas{}, map[ejercicio]int{}}
}

func (s *sumas) fila(f *fila) {
	for i := range f.aportes {
		s.movimiento(&f.aportes[i])
	}
	for _, e := range f.ejercicios {
		s.ejercicios[e]++
	}
}

func (s *sumas) movimiento(m *movimiento) {
	k := claveCuenta{m.Serie, m.Familia, m.Dia, m.OOAD, m.V1, m.V2, m.Cubeta}
	v := s.cuentas[k]
	if v == nil {
		v = new(medidas)
		s.cuentas[k] = v
	}
	for i, n := range m.M {
		v[i] += n
	}
}

// codificar writes the movements that are not nil: a list of the texts in use,
// then every key as places in it, then its measures that are not zero. Empty
// when there are none. Every batch writes one, so it is kept small.
func (s *sumas) codificar() []byte {
	var c compacto
	n := uint64(0)
	for k, m := range s.cuentas {
		if *m == (medidas{}) {
			continue
		}
		n++
		c.texto(k.serie, k.familia, string(k.ooad), k.v1, k.v2)
		c.entero(k.dia.Ordinal(), k.cubeta)
		c.medidas(m)
	}
	for k, v := range s.ejercicios {
		c.texto(string(k.Funcion), string(k.Unidad))
		c.entero(k.Dia, v)
	}
	if n == 0 && len(s.ejercicios) == 0 {
		return nil
	}
	out := binary.AppendUvarint(binary.AppendUvarint(c.lista(), n), uint64(len(s.ejercicios)))
	return append(out, c.b...)
}

// compacto writes texts as places in a list, and integers in few bytes.
type compacto struct {
	b      []byte
	lugar  map[string]uint64
	textos []string
}

func (c *compacto) texto(ts ...string) {
	for _, t := range ts {
		n, ya := c.lugar[t]
		if !ya {
			if c.lugar == nil {
				c.lugar = map[string]uint64{}
			}
			n = uint64(len(c.textos))
			c.lugar[t] = n
			c.textos = append(c.textos, t)
		}
		c.b = binary.AppendUvarint(c.b, n)
	}
}

func (c *compacto) entero(ns ...int) {
	for _, n := range ns {
		c.b = binary.AppendVarint(c.b, int64(n))
	}
}

// medidas writes those that are not zero.
func (c *compacto) medidas(m *medidas) {
	cuales := uint64(0)
	for i, v := range m {
		if v != 0 {
			cuales |= 1 << i
		}
	}
	c.b = binary.AppendUvarint(c.b, cuales)
	for _, v := range m {
		if v != 0 {
			c.entero(v)
		}
	}
}

// lista writes the texts in use.
func (c *compacto) lista() []byte {
	out := binary.AppendUvarint(nil, uint64(len(c.textos)))
	for _, t := range c.textos {
		out = append(binary.AppendUvarint(out, uint64(len(t))), t...)
	}
	return out
}

// errMovimiento: a row of movements or counters is not what was written.
var errMovimiento = errors.New("almacen: malformed movements")

// leer adds what codificar wrote.
func (s *sumas) leer(b []byte) error {
	l := lectorCompacto{b: b}
	l.lista()
	cuentas, ejercicios := l.largo(), l.largo()
	for range cuentas {
		m := movimiento{Serie: l.texto(), Aporte: tramite.Aporte{Familia: l.texto(), OOAD: doe.OOAD(l.texto()), V1: l.texto(), V2: l.texto()}}
		m.Dia, m.Cubeta, m.M = fecha.DeOrdinal(l.entero()), l.entero(), l.medidas()
		if l.mal {
			return errMovimiento
		}
		s.movimiento(&m)
	}
	for range ejercicios {
		e := ejercicio{Funcion: doe.ClaveFuncion(l.texto()), Unidad: doe.ClaveUnidad(l.texto()), Dia: l.entero()}
		n := l.entero()
		if l.mal {
			return errMovimiento
		}
		s.ejercicios[e] += n
	}
	return nil
}

// lectorCompacto reads what compacto writes; mal says that it could not.
type lectorCompacto struct {
	b      []byte
	textos []string
	mal    bool
}

// lista reads the texts in use.
func (l *lectorCompacto) lista() {
	for range l.largo() {
		l.textos = append(l.textos, l.bytes())
	}
}

func (l *lectorCompacto) medidas() (m medidas) {
	cuales := l.uint()
	for i := range m {
		if cuales&(1<<i) != 0 {
			m[i] = l.entero()
		}
	}
	return m
}

func (l *lectorCompacto) uint() uint64 {
	n, largo := binary.Uvarint(l.b)
	if largo <= 0 {
		l.mal, l.b = true, nil
		return 0
	}
	l.b = l.b[largo:]
	return n
}

// largo is how many things follow; none when there are not bytes enough.
func (l *lectorCompacto) largo() uint64 {
	n := l.uint()
	if n > uint64(len(l.b)) {
		l.mal = true
		return 0
	}
	return n
}

func (l *lectorCompacto) entero() int {
	n, largo := binary.Varint(l.b)
	if largo <= 0 {
		l.mal, l.b = true, nil
		return 0
	}
	l.b = l.b[largo:]
	return int(n)
}

func (l *lectorCompacto) bytes() string {
	n := l.largo()
	t := string(l.b[:n])
	l.b = l.b[n:]
	return t
}

func (l *lectorCompacto) texto() string {
	n := l.uint()
	if n >= uint64(len(l.textos)) {
		l.mal = true
		return ""
	}
	return l.textos[n]
}

// observado gives what a stored event of a trámite moves by itself.
func observado(t tramite.Cualquiera, carga []byte) (*fila, error) {
	var e tramite.Evento
	f := deTramite(t)
	if err := json.Unmarshal(carga, &e); err != nil {
		return f, err
	}
	f.observar(t, &e)
	return f, nil
}

// deTramite is a row of a trámite, or of one that the installation does not
// have, with nothing noted yet.
func deTramite(t tramite.Cualquiera) *fila {
	if t == nil {
		return &fila{}
	}
	d := t.Definicion()
	return &fila{coleccion: d.Coleccion, serie: d.Serie}
}
