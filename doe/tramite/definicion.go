package tramite

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// ErrDefinicion is wrapped by every fault of a definition.
var ErrDefinicion = errors.New("faulty definition")

// Definicion declares a trámite whose record is R.
type Definicion[R any] struct {
	// Nombre is the singular that names it; Coleccion the plural of its path.
	Nombre, Coleccion string
	// Titulo and Descripcion are what a person reads, in Spanish.
	Titulo, Descripcion string
	// Serie is the prefix of its folios.
	Serie string
	// Rama is the unit whose line is the national scope of the trámite.
	Rama doe.ClaveUnidad
	// Estados are its states.
	Estados []DefEstado
	// Alta is the act of creation, and Actos the rest.
	Alta  DeActo[R]
	Actos []DeActo[R]
	// Plazos are its deadlines, the main one first.
	Plazos []Plazo[R]
	// Papeles are the units, besides the one that keeps it, that a record
	// names, and that acts may refer to.
	Papeles map[string]func(r R) doe.ClaveUnidad
	// Nombradas are the units to which a record is addressed. They and the one
	// that keeps it read it though it is restricted, they whatever its OOAD; and
	// they do the acts that say so.
	Nombradas func(r R) []Nombrada
	// Partes are the organs that act in a record as counterparts.
	Partes func(r R) []Parte
	// Comun says whether a record concerns everyone: all who have an account,
	// of whatever unit, body or organ, read it.
	Comun func(r R) bool
	// Reserva says whether a record is restricted.
	Reserva func(r R) Reserva
	// VeReservados says whether an actor may read the restricted records of
	// its scope.
	VeReservados func(a doe.Actor) bool
	// Recorta takes out of a copy of a record what a counterpart that is party
	// to it must not see. Units read whole records.
	Recorta func(r *R, a doe.Actor)
	// Segregacion says what becomes of acts that one person should not do both;
	// they are flagged when it is left out.
	Segregacion Segregacion
	// Unica is the natural key of a record: no two open ones of the trámite may
	// share it. Empty values and a nil function ask for nothing.
	Unica func(r R) string
	// Indices are the filters that its list offers beyond the common ones.
	Indices []Indice[R]
	// Texto is what full text is searched in.
	Texto func(r R) string
	// Similares says whether a record is found by near copies of its text, as
	// it was when it was created; what it says never changes.
	Similares func(r R) bool
	// Aporta is what a record, due on a day, adds to the counters.
	Aporta func(r R, vence fecha.Fecha) []Aporte
	// AportaEvento is what one event adds to the counters, for good; it looks
	// at who did what and when, not at the input.
	AportaEvento func(e *Evento) []Aporte
	// Publica is what the petitioner sees with folio and key.
	Publica func(r R) any
}

// Nombrada is a unit to which a record is addressed; a regional one, in one
// OOAD.
type Nombrada struct {
	Unidad doe.ClaveUnidad
	OOAD   doe.OOAD
}

// The roles under which the store keeps the units to which a record is
// addressed, and that it concerns everyone.
const (
	deUnidad doe.Rol = "unidad"
	deTodos  doe.Rol = "todos"
)

// todos is how the store keeps that a record concerns everyone.
var todos = Parte{deTodos, "todos"}

// parte is how the store keeps it.
func (n Nombrada) parte() Parte {
	k := doe.ClaveOrgano(n.Unidad)
	if n.Unidad.Regional() {
		k += doe.ClaveOrgano("@" + n.OOAD)
	}
	return Parte{deUnidad, k}
}

// Parte is an organ that acts in a record in some role.
type Parte struct {
	Rol    doe.Rol
	Organo doe.ClaveOrgano
}

// Reserva says how a record is restricted.
type Reserva struct {
	// Restringida leaves it out for whom [Definicion.VeReservados] refuses and
	// is not responsible for it.
	Restringida bool
	// Excluidos never read it: the Sub or the name of a person.
	Excluidos []string
}

// Indice is a filter that a list offers.
type Indice[R any] struct {
	// Nombre is the query parameter, Descripcion its Spanish description.
	Nombre, Descripcion string
	// Valores are the only ones allowed; any when empty.
	Valores []string
	// De gives the value of a record; empty when it has none.
	De func(r R) string
}

// MaxIndices is how many filters a trámite may declare.
const MaxIndices = 8

// Tramite is a definition that was found without fault.
type Tramite[R any] struct {
	def        Definicion[R]
	alta       *acto[R]
	actos      map[string]*acto[R]
	orden      []*acto[R]
	categorias map[Estado]Categoria
	cabeza     func(*R) *Cabecera
	clonar     func(*R) *R
	resumen    *Resumen
	// sola is the set of this trámite alone, for [Ejecutar].
	sola *Mesa
}

// conCabecera is *R where R embeds [Cabecera].
type conCabecera[R any] interface {
	*R
	Registro
}

// Definir checks a definition and makes the trámite. The error joins every
// fault of the definition; each wraps [ErrDefinicion].
func Definir[R any, P conCabecera[R]](d Definicion[R]) (*Tramite[R], error) {
	t := &Tramite[R]{
		def: d, actos: map[string]*acto[R]{}, categorias: map[Estado]Categoria{},
		cabeza: func(r *R) *Cabecera { return P(r).Cabeza() },
		clonar: clonador[R](),
	}
	t.def.Estados = slices.Clone(d.Estados)
	var fs []error
	mal := func(f string, a ...any) {
		fs = append(fs, fmt.Errorf("%w %s: %s", ErrDefinicion, d.Nombre, fmt.Sprintf(f, a...)))
	}
	t.estados(mal)
	if d.Alta == nil {
		mal("has no act of creation")
	} else {
		t.alta = d.Alta.erase()
		t.alta.meta.Creacion = true
		t.sumar(t.alta, mal)
	}
	for _, a := range d.Actos {
		t.sumar(a.erase(), mal)
	}
	for _, a := range propios[R, P]() {
		t.sumar(a.erase(), mal)
	}
	t.separar(mal)
	t.revisarPlazos(mal)
	t.revisarForma(mal)
	if len(fs) > 0 {
		return nil, errors.Join(fs...)
	}
	t.resumen = t.resumir()
	t.sola = &Mesa{todos: []Cualquiera{t}, porCol: map[string]Cualquiera{d.Coleccion: t}}
	return t, nil
}

// MustDefinir is [Definir] for package variables; it panics on a fault.
func MustDefinir[R any, P conCabecera[R]](d Definicion[R]) *Tramite[R] {
	t, err := Definir[R, P](d)
	if err != nil {
		panic(err)
	}
	return t
}

func (t *Tramite[R]) estados(mal func(string, ...any)) {
	d := t.def
	if d.Nombre == "" || d.Coleccion == "" || d.Serie == "" || d.Rama == "" || d.Titulo == "" {
		mal("needs name, collection, series, branch and title")
	}
	for _, e := range d.Estados {
		if _, doble := t.categorias[e.Nombre]; doble {
			mal("state %q is declared twice", e.Nombre)
		}
		if !slices.Contains([]Categoria{Abierta, Espera, Cerrada, Cancelada}, e.Categoria) {
			mal("state %q has no known category", e.Nombre)
		}
		t.categorias[e.Nombre] = e.Categoria
	}
}

// resolver turns origins and destinations into lists of states.
func (t *Tramite[R]) resolver(a *acto[R], mal func(string, ...any)) {
	a.desde = map[Estado]bool{}
	for _, e := range a.meta.De {
		if _, ok := t.categorias[e]; !ok {
			mal("act %q comes from unknown state %q", a.meta.Nombre, e)
		}
		a.desde[e] = true
	}
	for _, e := range a.meta.A {
		if _, ok := t.categorias[e]; !ok {
			mal("act %q leads to unknown state %q", a.meta.Nombre, e)
		}
	}
}

func (t *Tramite[R]) sumar(a *acto[R], mal func(string, ...any)) {
	n := a.meta.Nombre
	if _, doble := t.actos[n]; doble || n == "" {
		mal("act %q is declared twice or has no name", n)
	}
	for _, c := range a.origen.categorias {
		for _, e := range t.def.Estados {
			if e.Categoria == c {
				a.meta.De = append(a.meta.De, e.Nombre)
			}
		}
	}
	t.resolver(a, mal)
	switch {
	case a.meta.Creacion && len(a.meta.De) > 0:
		mal("act %q creates, so it comes from no state", n)
	case !a.meta.Creacion && len(a.meta.De) == 0:
		mal("act %q is open from no state", n)
	case a.meta.Creacion && len(a.meta.A) == 0:
		mal("act %q creates, so it must lead to a state", n)
	case len(a.meta.A) > 1 && !a.elige:
		mal("act %q has several destinations and does not choose", n)
	case len(a.facultades) == 0 && len(a.partes) == 0:
		mal("act %q has neither facultad nor counterpart", n)
	}
	if a.meta.Nombradas && (t.def.Nombradas == nil || a.meta.Creacion) {
		mal("act %q is for the units addressed, and there are none", n)
	}
	for _, papel := range a.meta.Papeles {
		if t.def.Papeles[papel] == nil {
			mal("act %q names unknown role %q", n, papel)
		}
	}
	for i, c := range a.meta.Causales {
		if !c.entera() || slices.ContainsFunc(a.meta.Causales[:i], func(o Causal) bool { return o.Clave == c.Clave }) {
			mal("act %q has ground %q twice, or without name, text or source", n, c.Clave)
		}
	}
	if err := forma.Comprobar(a.meta.Entrada); err != nil {
		mal("act %q takes an input that cannot be described: %v", n, err)
	}
	if a.meta.Titulo == "" || a.meta.Descripcion == "" {
		mal("act %q needs title and description", n)
	}
	t.actos[n] = a
	t.orden = append(t.orden, a)
}

func (t *Tramite[R]) revisarPlazos(mal func(string, ...any)) {
	for i, p := range t.def.Plazos {
		conocido := func(a string) {
			if t.actos[a] == nil {
				mal("deadline %q names unknown act %q", p.Nombre, a)
			}
		}
		for _, a := range p.Frustra {
			conocido(a)
		}
		for _, a := range []string{p.Prorroga, p.Vencido} {
			if a != "" {
				conocido(a)
			}
		}
		if p.Prorroga != "" && t.actos[p.Prorroga] != nil && !t.actos[p.Prorroga].meta.Entrada.Implements(reflect.TypeFor[ConProrroga]()) {
			mal("act %q extends deadline %q and does not say by how much", p.Prorroga, p.Nombre)
		}
		if p.Nombre == "" || p.Titulo == "" || p.Termino == nil && p.Fecha == nil || p.Claves == nil {
			mal("deadline %d (%q) needs name, title, a term or a date, and keys", i, p.Nombre)
		}
		if (p.Vencido == "") != (len(p.Alarmas) == 0) {
			mal("deadline %q needs both an act and its alarms, or neither", p.Nombre)
		}
	}
}

// revisarForma checks that a record holds no float and that the filters fit.
func (t *Tramite[R]) revisarForma(mal func(string, ...any)) {
	if len(t.def.Indices) > MaxIndices {
		mal("declares more than %d filters", MaxIndices)
	}
	for _, lugar := range flotantes(reflect.TypeFor[R](), "", nil) {
		mal("record field %s is a float: use hundredths", lugar)
	}
	for e, c := range t.categorias {
		sale := slices.ContainsFunc(t.orden, func(a *acto[R]) bool {
			return a.desde[e] && slices.ContainsFunc(a.meta.A, func(x Estado) bool { return x != e })
		})
		if !c.Fin() && !sale {
			mal("state %q is not final and cannot be left", e)
		}
	}
	for _, h := range t.inalcanzables() {
		mal("state %q cannot be reached", h)
	}
}

func (t *Tramite[R]) inalcanzables() []Estado {
	visto := map[Estado]bool{}
	var cola []Estado
	if t.alta != nil {
		cola = append(cola, t.alta.meta.A...)
	}
	for len(cola) > 0 {
		e := cola[0]
		cola = cola[1:]
		if visto[e] {
			continue
		}
		visto[e] = true
		for _, a := range t.orden {
			if a.desde[e] {
				cola = append(cola, a.meta.A...)
			}
		}
	}
	var faltan []Estado
	for _, e := range t.def.Estados {
		if !visto[e.Nombre] {
			faltan = append(faltan, e.Nombre)
		}
	}
	return faltan
}
