package tramite

import (
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// Contraparte says that someone outside the directorate's units may do an act,
// and which function or article foresees it.
type Contraparte struct {
	Rol   doe.Rol          `json:"rol"`
	Preve doe.ClaveFuncion `json:"preve,omitempty"`
	// Fuente is the norm that foresees it when no function does.
	Fuente norma.Cita `json:"fuente,omitzero"`
}

// Vacia is the input of an act that takes none.
type Vacia struct{}

// Acto declares an act of the trámite whose record is R, with an input of
// type E. It is a value without reference to its trámite: what it needs comes
// in [Contexto].
type Acto[R, E any] struct {
	// Nombre is the infinitive that names it: "turnar".
	Nombre string
	// Titulo and Descripcion are what a person reads, in Spanish.
	Titulo, Descripcion string
	// Version of its meaning, 1 when zero. The event keeps it.
	Version int
	// De are the states it is open from, and A the one it leads to.
	De Origen
	A  Destino
	// Elegir chooses among the destinations of A when there are several: it
	// sees the record with the act applied.
	Elegir func(r R, e E) Estado

	// Facultades are those that empower it, any one of them, in order of
	// preference.
	Facultades []doe.Facultad
	// Alcance is the widest scope; propia when empty.
	Alcance doe.Alcance
	// Papeles name the units of the record whose lines count, any of them (see
	// [Definicion.Papeles]); the unit that keeps it when empty.
	Papeles []string
	// Nombradas opens it to the units to which the record is addressed (see
	// [Definicion.Nombradas]) and to no other: each on its own behalf.
	Nombradas bool
	// Contrapartes may do it too.
	Contrapartes []Contraparte
	// Firma marks a formal notice: the head or a stand-in signs it. Acts whose
	// facultad is autorizar, acordar or validar always need the signature.
	Firma bool
	// Causales is the catalog of grounds that its input takes one of, for an
	// act that refuses or dismisses.
	Causales []Causal
	// Interno marks an act that only the clock or another act performs.
	Interno bool

	// Validar may refuse; it changes nothing.
	Validar func(r R, e E, c *Contexto, f *falla.Fallas)
	// Fijar completes the input with facts taken from outside: the catalog,
	// the calendars, drawn ids. Those fields carry the tag `hecho:"true"`.
	Fijar func(r R, e *E, c *Contexto)
	// Aplicar copies facts into the record; it cannot refuse.
	Aplicar func(r *R, e E, s Suceso)
	// Ordena lists the further acts that this one entails, seen from the
	// record with the act applied.
	Ordena func(r R, e E, c *Contexto) []Orden
	// Enlaces lists the expiring links that it opens for counterparts.
	Enlaces func(r R, e E) []Enlace

	// Ubicar gives, for an act of creation, the unit that will keep the record
	// and its OOAD; those of the actor when nil.
	Ubicar func(e E, a doe.Actor) (doe.ClaveUnidad, doe.OOAD)

	// Ejemplo is a valid input, shown in the documentation.
	Ejemplo E
	// Anteriores are the older versions, kept for replay.
	Anteriores []Anterior[R]
}

// Anterior is an older version of an act: only its application remains.
type Anterior[R any] struct {
	Version int
	Aplicar func(r *R, entrada []byte, s Suceso) error
}

// Origen lists the states an act is open from.
type Origen struct {
	estados    []Estado
	categorias []Categoria
}

// Desde opens an act in the states listed.
func Desde(es ...Estado) Origen { return Origen{estados: es} }

// DesdeCategoria opens an act in every state of the categories listed.
func DesdeCategoria(cs ...Categoria) Origen { return Origen{categorias: cs} }

// Destino lists the states an act may lead to.
type Destino struct{ estados []Estado }

// Hacia leads to a state, or to one of several.
func Hacia(es ...Estado) Destino { return Destino{es} }

// EnSuEstado leaves the state as it is.
func EnSuEstado() Destino { return Destino{} }

// Orden asks for a further act, in the same transaction, with its own checks
// and its own event.
type Orden struct {
	// Coleccion and Folio name the record; both empty mean the same one.
	Coleccion, Folio string
	// Acto is what to do, and Entrada its typed input.
	Acto    string
	Entrada any
	// Camino is where its faults are told, "body.clasificacion", within the
	// place of the act that orders it. Empty means "body".
	Camino string
	// ComoSistema has the system do it as the consequence that it is, instead
	// of the actor.
	ComoSistema bool
	// EnSuNombre has the actor do it on the basis of the act that orders it,
	// whatever facultades it takes by itself: sending what one may report. The
	// act ordered must list the system among its counterparts.
	EnSuNombre bool
}

// Enlace opens a link that lets a counterpart do one act on one record without
// an account.
type Enlace struct {
	Acto   string          `json:"acto"`
	Organo doe.ClaveOrgano `json:"organo,omitempty"`
	Rol    doe.Rol         `json:"rol"`
	// Dias it stays open, natural.
	Dias int `json:"dias"`
}

// DeActo is an act of the trámite whose record is R, whatever its input.
type DeActo[R any] interface{ erase() *acto[R] }

// Actos lists the acts of a definition.
func Actos[R any](as ...DeActo[R]) []DeActo[R] { return as }

// acto is an act with its input type erased.
type acto[R any] struct {
	meta        DefActo
	facultades  []doe.Facultad
	firma       []bool  // per facultad: whether it needs the head's signature
	labores     []Labor // per facultad: its part in the segregation of duties
	segrega     bool    // some labor is not empty
	partes      []Contraparte
	paso        func(t *Tramite[R], r *R, entrada any, c *Contexto) (paso, error)
	reproducir  func(r *R, version int, entrada []byte, s Suceso) error
	ubicar      func(entrada any, a doe.Actor) (doe.ClaveUnidad, doe.OOAD, error)
	decodificar func(b []byte) (any, error)
	origen      Origen
	elige       bool
	llana       bool // its input is what its JSON decodes to
	desde       map[Estado]bool
}

// DefActo is what the declaration of an act says to others.
type DefActo struct {
	Nombre       string
	Titulo       string
	Descripcion  string
	Version      int
	Creacion     bool
	De, A        []Estado
	Facultades   []doe.Facultad
	Alcance      doe.Alcance
	Papeles      []string
	Nombradas    bool
	Contrapartes []Contraparte
	Firma        bool
	Causales     []Causal
	Interno      bool
	// Publico says whether the petitioner may do it with folio and key.
	Publico bool
	// Entrada is the type of its input, and Ejemplo a valid value of it.
	Entrada reflect.Type
	Ejemplo any
}

// erase hides the type of the input.
func (a Acto[R, E]) erase() *acto[R] {
	if a.Version == 0 {
		a.Version = 1
	}
	if a.Alcance == "" {
		a.Alcance = doe.Propia
	}
	x := &acto[R]{
		meta: DefActo{
			Nombre: a.Nombre, Titulo: a.Titulo, Descripcion: a.Descripcion, Version: a.Version, Facultades: a.Facultades,
			Alcance: a.Alcance, Papeles: a.Papeles, Nombradas: a.Nombradas, Contrapartes: a.Contrapartes, Firma: a.Firma, Causales: a.Causales, Interno: a.Interno,
			Entrada: reflect.TypeFor[E](), Ejemplo: a.Ejemplo, De: slices.Clone(a.De.estados), A: slices.Clone(a.A.estados),
		},
		facultades: a.Facultades, partes: a.Contrapartes, origen: a.De, elige: a.Elegir != nil, llana: esLlana(reflect.TypeFor[E]()),
	}
	for _, p := range a.Contrapartes {
		x.meta.Publico = x.meta.Publico || p.Rol == doe.Ciudadano
	}
	for _, f := range a.Facultades {
		x.firma = append(x.firma, a.Firma || SeFirma(f.Acto()))
	}
	x.paso = func(t *Tramite[R], r *R, entrada any, c *Contexto) (paso, error) {
		return darPaso(t, x, &a, r, entrada, c)
	}
	x.reproducir = a.reproducir
	x.decodificar = func(b []byte) (any, error) { return decodificar[E](b) }
	x.ubicar = func(entrada any, act doe.Actor) (doe.ClaveUnidad, doe.OOAD, error) {
		if a.Ubicar == nil {
			o := act.OOAD
			if o == "" {
				o = doe.NivelCentral
			}
			return act.Unidad, o, nil
		}
		e, err := entradaDe[E](entrada)
		if err != nil {
			return "", "", err
		}
		u, o := a.Ubicar(e, act)
		return u, o, nil
	}
	return x
}

// SeFirma is [doe.SeFirma].
func SeFirma(a doe.Acto) bool { return doe.SeFirma(a) }
