package tramite

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// MaxOrdenes bounds how many acts one request may entail.
const MaxOrdenes = 64

// Cambio is what a request did to one record.
type Cambio struct {
	Tramite  Cualquiera
	Registro Registro
	// Antes is the version the record had before; 0 when it was created.
	Antes      int
	Eventos    []Evento
	Reservados []Reservado
	Enlaces    []Enlace
}

// Mesa is the set of trámites that an installation handles: the place where an
// act on one record may entail acts on others.
type Mesa struct {
	todos  []Cualquiera
	porCol map[string]Cualquiera
}

// NuevaMesa gathers trámites. The error tells names or collections used twice.
func NuevaMesa(ts ...Cualquiera) (*Mesa, error) {
	m := &Mesa{porCol: map[string]Cualquiera{}}
	var fs []error
	vistos := map[string]bool{}
	for _, t := range ts {
		d := t.Definicion()
		if vistos[d.Nombre] || m.porCol[d.Coleccion] != nil || vistos["serie "+d.Serie] {
			fs = append(fs, fmt.Errorf("%w %s: name, collection or series used twice", ErrDefinicion, d.Nombre))
		}
		vistos[d.Nombre], vistos["serie "+d.Serie] = true, true
		m.porCol[d.Coleccion] = t
		m.todos = append(m.todos, t)
	}
	return m, errors.Join(fs...)
}

// leer finds a record as the request has left it, if its actor may read it.
func (o *obra) leer(coleccion, folio string) (Registro, Reserva, error) {
	t, ok := o.m.Tramite(coleccion)
	if !ok {
		return nil, Reserva{}, negar(falla.NoEncontrada, reglaNoExiste)
	}
	r, err := o.mirar(coleccion, folio)
	if err == nil {
		err = Lee(t, r, o.c)
	}
	if err != nil {
		return nil, Reserva{}, err
	}
	return r, t.Ficha(r).Reserva, nil
}

// maneja says whether the actor may do something on a record.
func (o *obra) maneja(coleccion, folio string) bool {
	r, _, err := o.leer(coleccion, folio)
	if err != nil {
		return false
	}
	t := o.m.porCol[coleccion]
	return slices.ContainsFunc(t.Definicion().Actos, func(a DefActo) bool {
		if a.Creacion || a.Interno {
			return false
		}
		_, err := t.Autoriza(r, a.Nombre, o.c)
		return err == nil
	})
}

// Tramites lists them in the order given.
func (m *Mesa) Tramites() []Cualquiera { return slices.Clone(m.todos) }

// Tramite is the one of a collection.
func (m *Mesa) Tramite(coleccion string) (Cualquiera, bool) {
	t, ok := m.porCol[coleccion]
	return t, ok
}

// Peticion is what a caller asks for: an act on a record of a collection. An
// empty folio asks for the creation of one.
type Peticion struct {
	Coleccion, Folio, Acto string
	// Entrada is the typed input, or its JSON as json.RawMessage.
	Entrada any
}

// obra is a request being carried out: the copies it works on.
type obra struct {
	m       *Mesa
	c       *Contexto
	cambios []*Cambio
	fallas  falla.Fallas
	n       int
	// guardado finds the records that the request has not touched.
	guardado func(coleccion, folio string) (Registro, error)
}

// mirar finds a record as the request has left it so far.
func (o *obra) mirar(coleccion, folio string) (Registro, error) {
	for _, ca := range o.cambios {
		if cab := ca.Registro.Cabeza(); cab.Folio == folio && cab.Version > 0 && ca.Tramite.Definicion().Coleccion == coleccion {
			return ca.Registro, nil
		}
	}
	return o.guardado(coleccion, folio)
}

// Realizar does an act and whatever it entails. Either all of it is done, and
// the changes are returned in the order they came, the record asked for first,
// or nothing is and the error, a [falla.Error], says why.
//
// The records it loads are changed in place: c.Cargar must give copies.
func (m *Mesa) Realizar(c Contexto, p Peticion) ([]*Cambio, error) {
	o := &obra{m: m, c: &c, guardado: c.Cargar}
	if o.guardado != nil {
		c.Cargar, c.leer, c.maneja = o.mirar, o.leer, o.maneja
	}
	t, ok := m.Tramite(p.Coleccion)
	if !ok {
		return nil, negar(falla.NoEncontrada, reglaNoExiste)
	}
	acto := p.Acto
	if p.Folio == "" && acto == "" {
		acto = t.Definicion().Alta
	}
	ca, err := o.tomar(t, p.Folio)
	if err != nil {
		return nil, err
	}
	if p.Folio != "" {
		switch t.Acceso(ca.Registro, &c) {
		case Oculto:
			return nil, negar(falla.NoEncontrada, reglaNoExiste)
		case Negado:
			if _, err := t.Autoriza(ca.Registro, acto, &c); err != nil {
				return nil, err
			}
			return nil, errorLectura()
		}
	}
	err = o.hacer(ca, acto, p.Entrada, "body", "")
	if err := cmp.Or(c.roto, err); err != nil {
		return nil, err
	}
	if err := o.fallas.Error(reglaReglas.Codigo, reglaReglas.Es, reglaReglas.En); err != nil {
		return nil, err
	}
	return o.cambios, nil
}

// tomar finds a record among those already at hand, or loads it.
func (o *obra) tomar(t Cualquiera, folio string) (*Cambio, error) {
	for _, ca := range o.cambios {
		if folio != "" && ca.Tramite == t && ca.Registro.Cabeza().Folio == folio {
			return ca, nil
		}
	}
	ca := &Cambio{Tramite: t}
	if folio == "" {
		ca.Registro = t.Nuevo()
	} else {
		if o.guardado == nil {
			return nil, negar(falla.NoEncontrada, reglaNoExiste)
		}
		r, err := o.guardado(t.Definicion().Coleccion, folio)
		if err != nil {
			return nil, err
		}
		ca.Registro, ca.Antes = r, r.Cabeza().Version
	}
	o.cambios = append(o.cambios, ca)
	return ca, nil
}

// hacer does one act and then, in order, the acts it entails.
func (o *obra) hacer(ca *Cambio, acto string, entrada any, camino, por string) error {
	if o.n++; o.n > MaxOrdenes {
		return fmt.Errorf("tramite: act %s entails more than %d acts", acto, MaxOrdenes)
	}
	p, err := ca.Tramite.paso(ca.Registro, acto, entrada, o.c)
	if err != nil {
		return bajo(err, camino)
	}
	o.c.SiVersion = 0
	p.evento.Por = por
	for _, f := range p.fallas.Bajo(camino) {
		// What an act entails repeats the shape of the part it was made from.
		if !slices.Contains(o.fallas, f) {
			o.fallas = append(o.fallas, f)
		}
	}
	ca.Eventos = append(ca.Eventos, p.evento)
	ca.Reservados = append(ca.Reservados, p.reservados...)
	ca.Enlaces = append(ca.Enlaces, p.enlaces...)
	for _, or := range p.ordenes {
		err := o.ordenar(ca, or, camino, &p.evento)
		// What the orders of a faulty act meet may come of its faults, which are
		// told first.
		if err != nil && (len(p.fallas) == 0 || !falla.DeClase(err, falla.NoEncontrada) && !falla.DeClase(err, falla.Conflicto)) {
			return err
		}
	}
	return nil
}

func (o *obra) ordenar(ca *Cambio, or Orden, camino string, por *Evento) error {
	// Its place is told within that of the act that orders it.
	camino += strings.TrimPrefix(or.Camino, "body")
	destino := ca
	if or.Coleccion != "" || or.Folio != "" {
		t := ca.Tramite
		if or.Coleccion != "" {
			var ok bool
			if t, ok = o.m.Tramite(or.Coleccion); !ok {
				return fmt.Errorf("tramite: act %s orders an act of unknown collection %s", por.Acto, or.Coleccion)
			}
		}
		var err error
		if destino, err = o.tomar(t, or.Folio); err != nil {
			return bajo(err, camino)
		}
	}
	actor, heredado := o.c.Actor, o.c.heredado
	defer func() { o.c.Actor, o.c.heredado = actor, heredado }()
	o.c.heredado = nil
	switch {
	case or.ComoSistema:
		o.c.Actor = deOrden()
	case or.EnSuNombre:
		f := por.Fundamento
		f.Derivado = true
		o.c.heredado = &f
	}
	return o.hacer(destino, or.Acto, or.Entrada, camino, por.Acto)
}

// bajo tells where the faults of an entailed act are.
func bajo(err error, camino string) error {
	var e *falla.Error
	if !errors.As(err, &e) {
		return err
	}
	n := *e
	n.Fallas = e.Fallas.Bajo(camino)
	return &n
}

// Cualquiera is a trámite with the type of its record hidden. Only [Tramite]
// implements it.
type Cualquiera interface {
	// Definicion is what its declaration says to others.
	Definicion() *Resumen
	// Nuevo is an empty record.
	Nuevo() Registro
	// Decodificar reads a stored record, and Codificar writes it.
	Decodificar(doc []byte) (Registro, error)
	Codificar(r Registro) ([]byte, error)
	// Acceso and Vista say what an actor may read.
	Acceso(r Registro, c *Contexto) Acceso
	Vista(c *Contexto) Vista
	// Recortar gives the copy of a record that a counterpart may see, and
	// whether it is less than the record.
	Recortar(r Registro, a doe.Actor) (Registro, bool)
	// Autoriza says whether the actor may do an act on a record, whatever its
	// state, and on what basis.
	Autoriza(r Registro, acto string, c *Contexto) (doe.Fundamento, error)
	// Quienes lists the units that may do an act on a record.
	Quienes(r Registro, acto string, c *Contexto) []doe.Facultada
	// Posibles lists every act with whether the actor may do it now.
	Posibles(r Registro, c *Contexto) []Posible
	// Reproducir makes a record from its events.
	Reproducir(folio string, es []Evento) (Registro, error)
	// Relojes computes the clocks of a record on a day.
	Relojes(r Registro, c *Contexto) []EstadoReloj
	// Vencimiento gives the due date of a record and the day of its next alarm.
	Vencimiento(r Registro, c *Contexto) Vencimiento
	// Alarmas lists the acts that the clock owes to a record today.
	Alarmas(r Registro, c *Contexto) []Peticion
	// Ficha is what the store keeps beside a record.
	Ficha(r Registro) Ficha
	// Aporta is what a record adds to the counters.
	Aporta(r Registro, vence fecha.Fecha) []Aporte
	// AportaEvento is what an event adds to them.
	AportaEvento(e *Evento) []Aporte
	// Publica is what the petitioner sees; nil when nothing is public.
	Publica(r Registro) any
	// Entrada decodes the input of an act.
	Entrada(acto string, crudo json.RawMessage) (any, error)

	paso(r Registro, acto string, entrada any, c *Contexto) (paso, error)
}
