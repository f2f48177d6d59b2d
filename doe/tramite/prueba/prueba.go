// Package prueba holds the properties that every definition of a trámite must
// have, for the tests of the packages that declare one.
package prueba

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Opciones give the random walk more to choose from.
type Opciones struct {
	// Entradas are inputs by act, beside the example that each declares.
	Entradas map[string][]any
	// Actores may do anything that they are allowed to, beside the heads of
	// the empowered units and the counterparts of the record.
	Actores []doe.Actor
	// Otros are the trámites that its acts may concern.
	Otros []tramite.Cualquiera
	// Previos are records of the others that exist beforehand, without their
	// events, by "collection/folio".
	Previos map[string]tramite.Registro
	// Antes are requests, on this trámite or on the others, that every walk
	// starts with. Folios are numbered from 1 in the order they are drawn,
	// "SIADE-2026-14-0000001-X", with whatever identifiers an act draws.
	Antes []Antes
	// Lectura computes the readings that its acts freeze.
	Lectura func(nombre string, consulta any) (any, error)
	// Pasos is how many acts a walk tries; 40 when zero.
	Pasos int
}

// Antes is a request and who makes it.
type Antes struct {
	Actor doe.Actor
	tramite.Peticion
}

// Propiedades checks a definition: examples are valid, facultades exist, every
// act has someone to do it, and random walks keep what must be kept: a refused
// act leaves the record byte for byte as it was, an event is whole, replay
// gives the record, and what the clock owes it can do.
func Propiedades(t *testing.T, d tramite.Cualquiera, o Opciones) {
	t.Helper()
	t.Run("cada facultad existe en el catálogo", func(t *testing.T) { facultades(t, d) })
	t.Run("cada ejemplo es válido y se codifica igual", func(t *testing.T) { ejemplos(t, d) })
	t.Run("cada acto tiene quien lo haga", func(t *testing.T) { titulares(t, d) })
	t.Run("paseo al azar", func(t *testing.T) {
		rapid.Check(t, func(rt *rapid.T) { nuevoPaseo(rt, d, o).andar() })
	})
}

func facultades(t *testing.T, d tramite.Cualquiera) {
	for _, a := range d.Definicion().Actos {
		for _, f := range a.Facultades {
			require.True(t, doe.Vigente().Existe(f), "%s: %s", a.Nombre, f)
		}
	}
}

func ejemplos(t *testing.T, d tramite.Cualquiera) {
	for _, a := range d.Definicion().Actos {
		require.Empty(t, forma.Validar(a.Ejemplo, "body"), "example of %s", a.Nombre)
		uno, err := json.Marshal(a.Ejemplo)
		require.NoError(t, err)
		e, err := d.Entrada(a.Nombre, uno)
		require.NoError(t, err)
		dos, err := json.Marshal(e)
		require.NoError(t, err)
		require.Equal(t, string(uno), string(dos), "example of %s", a.Nombre)
	}
}

// titulares checks that, for some unit of the branch as keeper, each act that
// takes a facultad has a unit that holds it; acts of counterparts alone name
// what foresees them.
func titulares(t *testing.T, d tramite.Cualquiera) {
	cat, def := doe.Vigente(), d.Definicion()
	for _, a := range def.Actos {
		if len(a.Facultades) == 0 {
			require.NotEmpty(t, a.Contrapartes, a.Nombre)
			continue
		}
		hay := slices.ContainsFunc(cat.Unidades(), func(u doe.Unidad) bool {
			return cat.EnLinea(def.Rama, u.Clave) && len(cat.Quienes(doe.Ambito{Alcance: a.Alcance, Guardian: u.Clave, Rama: def.Rama}, a.Facultades)) > 0
		})
		require.True(t, hay, "nobody may %s", a.Nombre)
	}
}

// paseo is a random walk over the acts of a trámite.
type paseo struct {
	*Archivo
	t *rapid.T
	d tramite.Cualquiera
	o Opciones
}

func nuevoPaseo(t *rapid.T, d tramite.Cualquiera, o Opciones) *paseo {
	if o.Pasos == 0 {
		o.Pasos = 40
	}
	x := Nuevo(t, "2026-03-02", append([]tramite.Cualquiera{d}, o.Otros...)...)
	x.Lectura = o.Lectura
	for k, r := range o.Previos {
		coleccion, _, _ := strings.Cut(k, "/")
		otro, _ := x.mesa.Tramite(coleccion)
		x.Poner(r, otro)
	}
	return &paseo{Archivo: x, t: t, d: d, o: o}
}

func (p *paseo) andar() {
	var actos []string
	for _, a := range p.d.Definicion().Actos {
		if !a.Creacion && !a.Interno {
			actos = append(actos, a.Nombre)
		}
	}
	for _, a := range p.o.Antes {
		if err := p.hacer(a.Actor, a.Peticion); err != nil {
			p.t.Fatalf("what comes before the walk was refused: %v", err)
		}
	}
	for range 2 {
		p.crear()
	}
	for range p.o.Pasos {
		p.Ahora = p.Ahora.Sumar(time.Duration(rapid.IntRange(1, 20*24*60).Draw(p.t, "minutos")) * time.Minute)
		p.Despertar(func([]string) {})
		folios := p.Folios(p.d.Definicion().Coleccion)
		if len(folios) == 0 {
			p.crear()
			continue
		}
		folio := rapid.SampledFrom(folios).Draw(p.t, "folio")
		a, _ := p.d.Definicion().Acto(rapid.SampledFrom(p.abiertos(folio, actos)).Draw(p.t, "acto"))
		p.intentar(folio, a)
	}
}

// abiertos lists the acts open from the state of a record, three walks in four,
// so that they get far; else all.
func (p *paseo) abiertos(folio string, todos []string) []string {
	if rapid.IntRange(0, 3).Draw(p.t, "cualquiera") == 0 {
		return todos
	}
	r, err := p.Cargar(p.d.Definicion().Coleccion, folio)
	if err != nil {
		p.t.Fatal(err)
	}
	var out []string
	for _, a := range p.d.Definicion().Actos {
		if slices.Contains(a.De, r.Cabeza().Estado) && slices.Contains(todos, a.Nombre) {
			out = append(out, a.Nombre)
		}
	}
	if len(out) == 0 {
		return todos
	}
	return out
}

func (p *paseo) entrada(a tramite.DefActo) any {
	return rapid.SampledFrom(append([]any{a.Ejemplo}, p.o.Entradas[a.Nombre]...)).Draw(p.t, "entrada")
}

// crear makes a record as each unit of the branch in turn, until one may.
func (p *paseo) crear() {
	def := p.d.Definicion()
	a, _ := def.Acto(def.Alta)
	entrada := p.entrada(a)
	for _, actor := range p.creadores(a) {
		if p.hacer(actor, tramite.Peticion{Coleccion: def.Coleccion, Entrada: entrada}) == nil {
			return
		}
	}
}

func (p *paseo) creadores(a tramite.DefActo) []doe.Actor {
	out := slices.Clone(p.o.Actores)
	for _, c := range a.Contrapartes {
		out = append(out, doe.Actor{Sub: "contraparte", Nombre: "Contraparte", Rol: c.Rol})
	}
	for _, u := range doe.Vigente().Unidades() {
		if doe.Vigente().EnLinea(p.d.Definicion().Rama, u.Clave) {
			out = append(out, cabeza(u.Clave, "14"))
		}
	}
	i := rapid.IntRange(0, len(out)-1).Draw(p.t, "creador")
	return append(slices.Clone(out[i:]), out[:i]...)
}

func cabeza(u doe.ClaveUnidad, o doe.OOAD) doe.Actor {
	a := doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
	if u.Regional() {
		a.OOAD = o
	}
	return a
}

// actores lists those who may do an act on a record, and one who may not.
func (p *paseo) actores(r tramite.Registro, a tramite.DefActo) []doe.Actor {
	out := slices.Clone(p.o.Actores)
	c := p.Contexto(doe.Actor{})
	for _, q := range p.d.Quienes(r, a.Nombre, &c) {
		out = append(out, cabeza(q.Unidad, r.Cabeza().OOAD))
	}
	for _, parte := range p.d.Ficha(r).Partes {
		out = append(out, doe.Actor{Sub: string(parte.Organo), Nombre: string(parte.Organo), Organo: parte.Organo, Rol: parte.Rol})
	}
	for _, k := range a.Contrapartes {
		if k.Rol == doe.Ciudadano || k.Rol == doe.Sistema {
			out = append(out, doe.Actor{Sub: "externo", Nombre: "Externo", Rol: k.Rol})
		}
	}
	return append(out, cabeza("doe-7.1.6.2", ""))
}

func (p *paseo) intentar(folio string, a tramite.DefActo) {
	col := p.d.Definicion().Coleccion
	antes := p.casos[col+"/"+folio]
	r, err := p.Cargar(col, folio)
	if err != nil {
		p.t.Fatal(err)
	}
	actor := rapid.SampledFrom(p.actores(r, a)).Draw(p.t, "actor")
	_ = p.hacer(actor, tramite.Peticion{Coleccion: col, Folio: folio, Acto: a.Nombre, Entrada: p.entrada(a)})
	if despues := p.casos[col+"/"+folio]; despues == antes && !bytes.Equal(despues.doc, antes.doc) {
		p.t.Fatalf("a refused act changed the record")
	}
}

func (p *paseo) hacer(actor doe.Actor, q tramite.Peticion) error {
	_, err := p.Intentar(actor, q.Coleccion, q.Folio, q.Acto, q.Entrada)
	if err != nil {
		p.conocido(err)
	}
	return err
}

// conocido fails on an error that is none of the closed kinds, or a fault
// without place or code.
func (p *paseo) conocido(err error) {
	var e *falla.Error
	if !errors.As(err, &e) {
		p.t.Fatalf("an error of no known kind: %v", err)
	}
	for _, f := range e.Fallas {
		if f.Codigo == "" || f.Ubicacion == "" || f.Es == "" || f.En == "" {
			p.t.Fatalf("a fault without code, place or message: %+v", f)
		}
	}
}
