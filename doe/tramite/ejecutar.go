package tramite

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// paso is what one act did.
type paso struct {
	evento     Evento
	reservados []Reservado
	enlaces    []Enlace
	ordenes    []Orden
	fallas     falla.Fallas
}

// Refusals of the protocol, common to every trámite.
var (
	reglaReglas   = falla.Regla{Codigo: "reglas-del-acto", Es: "El acto incumple reglas.", En: "The act breaks rules."}
	reglaActo     = falla.Regla{Codigo: "acto-desconocido", Es: "No existe ese acto en este trámite.", En: "There is no such act in this trámite."}
	reglaEstado   = falla.Regla{Codigo: "acto-no-abierto", Es: "El acto no está abierto en el estado del expediente.", En: "The act is not open in the state of the record."}
	reglaVersion  = falla.Regla{Codigo: "version-obsoleta", Es: "El expediente cambió desde la versión indicada.", En: "The record has changed since the version given."}
	reglaNoExiste = falla.Regla{Codigo: "no-encontrado", Es: "No existe ese expediente.", En: "There is no such record."}
)

func negar(c falla.Clase, r falla.Regla) *falla.Error {
	return &falla.Error{Clase: c, Codigo: r.Codigo, Es: r.Es, En: r.En}
}

// darPaso does one act on r, which belongs to the caller of the kernel no
// more: it was deep-copied before. Faults of rules are gathered, not returned,
// so that a compound request learns of all of them at once.
func darPaso[R, E any](t *Tramite[R], x *acto[R], a *Acto[R, E], r *R, entrada any, c *Contexto) (paso, error) {
	e, err := entradaDe[E](entrada)
	if err != nil {
		return paso{}, err
	}
	cab := t.cabeza(r)
	if x.meta.Creacion {
		t.preparar(cab, x, e, c)
	}
	fund, err := t.admitir(x, r, cab, c)
	if err != nil {
		return paso{}, err
	}
	fallas := validar(a, r, &e, c)
	var p paso
	if s, ok := any(&e).(ConReserva); ok {
		p.reservados = s.Separar(c.Azar)
	}
	if a.Fijar != nil {
		a.Fijar(*r, &e, c)
	}
	crudo, err := codificar(&e, x.llana && len(fallas) == 0)
	if err != nil {
		return paso{}, err
	}
	p.fallas, p.evento = fallas, nuevoEvento(x, cab, fund, crudo, c)
	t.segregar(x, cab, &p.evento, c)
	a.Aplicar(r, e, p.evento.suceso())
	destino(x, a, r, cab, e)
	p.evento.A = cab.Estado
	asentar(cab, &p.evento)
	p.evento.Relojes = t.relojes(r, cab, x.meta.Nombre, &e, c)
	if a.Ordena != nil {
		p.ordenes = a.Ordena(*r, e, c)
	}
	if a.Enlaces != nil {
		p.enlaces = a.Enlaces(*r, e)
	}
	return p, nil
}

// admitir checks what comes before the rules of the act, in the order of the
// contract: who, which version, from which state.
func (t *Tramite[R]) admitir(x *acto[R], r *R, cab *Cabecera, c *Contexto) (doe.Fundamento, error) {
	f, err := t.permitir(x, recordOrNil(r, x.meta.Creacion), cab, c)
	switch {
	case err != nil:
		return f, err
	case c.SiVersion != 0 && c.SiVersion != cab.Version:
		return f, negar(falla.Obsoleta, reglaVersion)
	}
	return f, t.abierto(x, r, cab, c)
}

// validar gathers the faults of an input: of its shape or, when that is right,
// of the rules of the act.
func validar[R, E any](a *Acto[R, E], r *R, e *E, c *Contexto) falla.Fallas {
	fs := forma.Validar(e, "body")
	if a.Validar != nil && len(fs) == 0 {
		a.Validar(*r, *e, c, &fs)
	}
	return fs
}

// nuevoEvento says who does what on which basis; where it leads is told once
// it is applied.
func nuevoEvento[R any](x *acto[R], cab *Cabecera, f doe.Fundamento, crudo json.RawMessage, c *Contexto) Evento {
	e := Evento{
		Secuencia: cab.Version + 1, Acto: x.meta.Nombre, Version: x.meta.Version, De: cab.Estado, En: c.Ahora,
		Actor:  Quien{Sub: c.Actor.Sub, Nombre: c.Actor.Nombre, Puesto: c.Actor.Puesto},
		Unidad: c.Actor.Unidad, OOAD: c.Actor.OOAD, Organo: c.Actor.Organo, Rol: c.Actor.Rol,
		Fundamento: f, Entrada: crudo,
	}
	if f.Tipo == doe.PorSuplencia {
		e.Representacion, e.Actor.EnLugarDe = representar(f, c)
	}
	return e
}

func recordOrNil[R any](r *R, alta bool) *R {
	if alta {
		return nil
	}
	return r
}

// preparar sets the header of a record about to be created.
func (t *Tramite[R]) preparar(cab *Cabecera, x *acto[R], e any, c *Contexto) {
	cab.Folio = c.Folio
	cab.Unidad, cab.OOAD, _ = x.ubicar(e, c.Actor)
	cab.Creado = c.Ahora
	if c.Foliar != nil {
		cab.Folio = c.Foliar(t.resumen, cab.OOAD)
	}
}

// abierto checks that the act is open from the state of the record.
func (t *Tramite[R]) abierto(x *acto[R], r *R, cab *Cabecera, c *Contexto) error {
	if x.meta.Creacion {
		if cab.Version == 0 {
			return nil
		}
	} else if x.desde[cab.Estado] {
		return nil
	}
	e := negar(falla.Conflicto, reglaEstado)
	e.Estado = string(cab.Estado)
	e.ActosPosibles = []string{}
	for _, p := range t.posibles(r, c) {
		if p.Puede {
			e.ActosPosibles = append(e.ActosPosibles, p.Acto)
		}
	}
	return e
}

func destino[R, E any](x *acto[R], a *Acto[R, E], r *R, cab *Cabecera, e E) {
	switch {
	case len(x.meta.A) == 0:
	case a.Elegir == nil:
		cab.Estado = x.meta.A[0]
	default:
		n := a.Elegir(*r, e)
		if n != cab.Estado && !slices.Contains(x.meta.A, n) {
			panic(fmt.Sprintf("tramite: act %s chose undeclared state %q", x.meta.Nombre, n))
		}
		cab.Estado = n
	}
}

// asentar brings the header up to date with an event.
func asentar(cab *Cabecera, e *Evento) {
	cab.Version = e.Secuencia
	cab.Estado = e.A
	cab.Actualizado = e.En
	if e.Labor != "" {
		cab.intervenir(e)
	}
}

// entradaDe takes a typed input as it is and decodes an encoded one.
func entradaDe[E any](entrada any) (E, error) {
	switch v := entrada.(type) {
	case json.RawMessage:
		return decodificar[E](v)
	case nil:
		return *new(E), nil
	case E:
		return v, nil
	}
	var cero E
	return cero, fmt.Errorf("tramite: input is a %T, want %T", entrada, cero)
}

func decodificar[E any](b []byte) (E, error) {
	var e E
	if len(b) == 0 {
		return e, nil
	}
	err := json.Unmarshal(b, &e)
	return e, err
}

// codificar gives the bytes that the event keeps, and leaves in e the value
// that those bytes decode to: what is applied live is what replay will apply.
// A plain input without faults is that value already.
func codificar[E any](e *E, llana bool) (json.RawMessage, error) {
	b, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("tramite: encoding input: %w", err)
	}
	if llana {
		return b, nil
	}
	*e = *new(E)
	if len(b) == len("{}") {
		return b, nil
	}
	return b, json.Unmarshal(b, e)
}

// esLlana says whether every value of a type, its texts being valid UTF-8, is
// what its JSON decodes to: structs of texts, integers, booleans and dates. Not
// those that embed others, whose names could hide one another.
func esLlana(t reflect.Type) bool {
	if t == reflect.TypeFor[fecha.Fecha]() || t == reflect.TypeFor[fecha.Instante]() {
		return true
	}
	if t.Implements(reflect.TypeFor[json.Marshaler]()) || t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return false
	}
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int:
		return true
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if !f.IsExported() || f.Anonymous || f.Tag.Get("json") == "-" || !esLlana(f.Type) {
				return false
			}
		}
		return true
	default:
		return false
	}
}

func (a Acto[R, E]) reproducir(r *R, version int, entrada []byte, s Suceso) error {
	if version == a.Version || version == 1 && a.Version == 0 {
		e, err := decodificar[E](entrada)
		if err != nil {
			return err
		}
		a.Aplicar(r, e, s)
		return nil
	}
	for _, v := range a.Anteriores {
		if v.Version == version {
			return v.Aplicar(r, entrada, s)
		}
	}
	return fmt.Errorf("tramite: act %s has no version %d", a.Nombre, version)
}
