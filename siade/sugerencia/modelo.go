package sugerencia

import (
	"maps"
	"slices"
	"strings"
)

// Decision is how a petition was classified. What is empty was not said, and
// nothing is learned of it.
type Decision struct {
	Tipo, Tema, Servicio, Gravedad string
	// Sensible is why it is sensitive; [NoSensible] when it is not.
	Sensible string
}

// NoSensible is the reason of what is not sensitive, and SinMotivo that of what
// is, without saying why.
const (
	NoSensible = "no"
	SinMotivo  = "si"
)

// Blanco is what a suggestion is about.
type Blanco uint8

// The subjects of a suggestion.
const (
	Tipo Blanco = iota
	Tema
	Servicio
	Gravedad
	Sensible
	blancos
)

func (d *Decision) de(b Blanco) string { return *d.lugar(b) }

func (d *Decision) lugar(b Blanco) *string {
	return [blancos]*string{&d.Tipo, &d.Tema, &d.Servicio, &d.Gravedad, &d.Sensible}[b]
}

// String names the subject as petitions do.
func (b Blanco) String() string {
	return [...]string{"tipo", "tema", "servicio", "gravedad", "sensible", ""}[min(b, blancos)]
}

// ParseBlanco reads the name of a subject; false when it is none.
func ParseBlanco(s string) (Blanco, bool) {
	for b := range blancos {
		if b.String() == s {
			return b, true
		}
	}
	return 0, false
}

// maxClases is how many classes of one subject are kept: those that come
// beyond them are not learned.
const maxClases = 500

// clase is a class of a subject; its place in the model is its id.
type clase struct {
	blanco Blanco
	nombre string
	n      int32 // petitions in it
}

// cuenta is in how many petitions of a class a feature was.
type cuenta struct {
	clase uint16
	n     int32
}

// Modelo is what was learned. The zero value is not of use: see [Nuevo]. It is
// not safe for use by many goroutines while it learns.
type Modelo struct {
	clases []clase
	ids    map[clase]uint16 // with n in zero
	total  [blancos]int32
	porB   [blancos][]uint16
	lugar  []int // of each class among those of its subject
	cuenta map[uint32][]cuenta
}

// Nuevo makes a model that knows nothing.
func Nuevo() *Modelo {
	return &Modelo{ids: map[clase]uint16{}, cuenta: map[uint32][]cuenta{}}
}

// Copia gives a model that learns apart.
func (m *Modelo) Copia() *Modelo {
	out := &Modelo{clases: slices.Clone(m.clases), lugar: slices.Clone(m.lugar), ids: maps.Clone(m.ids), total: m.total, cuenta: make(map[uint32][]cuenta, len(m.cuenta))}
	for b := range m.porB {
		out.porB[b] = slices.Clone(m.porB[b])
	}
	for k, cs := range m.cuenta {
		out.cuenta[k] = slices.Clone(cs)
	}
	return out
}

// Total is how many petitions it learned of a subject and did not forget.
func (m *Modelo) Total(b Blanco) int { return int(m.total[b]) }

// Clases are those of a subject that it has seen, in order.
func (m *Modelo) Clases(b Blanco) []string {
	var out []string
	for _, i := range m.porB[b] {
		if m.clases[i].n > 0 {
			out = append(out, m.clases[i].nombre)
		}
	}
	slices.Sort(out)
	return out
}

// Aprender learns how a petition was classified.
func (m *Modelo) Aprender(r Rasgos, d Decision) { m.sumar(r, d, 1) }

// pesoPalabras is how many petitions the words proper to a class are worth.
const pesoPalabras = 30

// AprenderPalabras learns the words that are proper to a class of a subject,
// before any petition is seen.
func (m *Modelo) AprenderPalabras(b Blanco, clase, palabras string) {
	var d Decision
	*d.lugar(b) = clase
	// They make no pairs: a stop goes between them.
	r := Caso{Texto: strings.Join(strings.Fields(palabras), ". ")}.Rasgos()
	m.sumar(r, d, pesoPalabras)
}

// Olvidar takes back what was learned of a petition, as when its
// classification is corrected: the model is as if it had never seen it. What
// it did not learn must not be taken back.
func (m *Modelo) Olvidar(r Rasgos, d Decision) { m.sumar(r, d, -1) }

func (m *Modelo) sumar(r Rasgos, d Decision, signo int32) {
	for b := range blancos {
		id, ok := m.id(b, d.de(b))
		if !ok {
			continue
		}
		m.clases[id].n += signo
		m.total[b] += signo
		for _, k := range r {
			m.contar(k, id, signo)
		}
	}
}

// id is the place of a class, made when it is new.
func (m *Modelo) id(b Blanco, nombre string) (uint16, bool) {
	if nombre == "" {
		return 0, false
	}
	k := clase{blanco: b, nombre: nombre}
	id, ya := m.ids[k]
	if ya {
		return id, true
	}
	if len(m.porB[b]) >= maxClases {
		return 0, false
	}
	id = uint16(len(m.clases))
	m.ids[k] = id
	m.clases = append(m.clases, k)
	m.lugar = append(m.lugar, len(m.porB[b]))
	m.porB[b] = append(m.porB[b], id)
	return id, true
}

func (m *Modelo) contar(k uint32, id uint16, signo int32) {
	cs := m.cuenta[k]
	i := slices.IndexFunc(cs, func(c cuenta) bool { return c.clase == id })
	if i < 0 {
		m.cuenta[k] = append(cs, cuenta{id, signo})
		return
	}
	if cs[i].n += signo; cs[i].n != 0 {
		return
	}
	if cs = slices.Delete(cs, i, i+1); len(cs) == 0 {
		delete(m.cuenta, k)
		return
	}
	m.cuenta[k] = cs
}
