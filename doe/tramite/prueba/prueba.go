// Package prueba holds the properties that every definition of a trámite must
// have, for the tests of the packages that declare one.
package prueba

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plazo"
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
	// Previos are records of the others that exist beforehand, by
	// "collection/folio".
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

// caso is a record as a store would keep it: bytes and events.
type caso struct {
	doc     []byte
	eventos []tramite.Evento
	d       tramite.Cualquiera
}

// paseo is a random walk over the acts of a trámite.
type paseo struct {
	t     *rapid.T
	d     tramite.Cualquiera
	o     Opciones
	mesa  *tramite.Mesa
	casos map[string]*caso
	ahora fecha.Instante
	n     int
}

func nuevoPaseo(t *rapid.T, d tramite.Cualquiera, o Opciones) *paseo {
	if o.Pasos == 0 {
		o.Pasos = 40
	}
	m, err := tramite.NuevaMesa(append([]tramite.Cualquiera{d}, o.Otros...)...)
	if err != nil {
		t.Fatal(err)
	}
	return &paseo{t: t, d: d, o: o, mesa: m, casos: map[string]*caso{}, ahora: fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour)}
}

func (p *paseo) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: p.ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Azar: func() string { p.n++; return fmt.Sprintf("azar-%06d", p.n) },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			p.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, p.n)
		},
		Cargar: p.cargar, Buscar: p.buscar, Lectura: p.o.Lectura,
	}
}

var noHay = &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}

func (p *paseo) cargar(coleccion, folio string) (tramite.Registro, error) {
	c := p.casos[coleccion+"/"+folio]
	if c == nil {
		if r := p.o.Previos[coleccion+"/"+folio]; r != nil {
			return r, nil
		}
		return nil, noHay
	}
	return c.d.Decodificar(c.doc)
}

func (p *paseo) buscar(coleccion, clave string) (string, error) {
	for k, c := range p.casos {
		folio, suya := strings.CutPrefix(k, coleccion+"/")
		if !suya || clave == "" {
			continue
		}
		r, err := c.d.Decodificar(c.doc)
		if err != nil {
			return "", err
		}
		if c.d.Ficha(r).Unica == clave {
			return folio, nil
		}
	}
	return "", nil
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
		p.ahora = p.ahora.Sumar(time.Duration(rapid.IntRange(1, 20*24*60).Draw(p.t, "minutos")) * time.Minute)
		p.despertar()
		folios := p.folios()
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
	r, err := p.cargar(p.d.Definicion().Coleccion, folio)
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

func (p *paseo) folios() []string {
	var out []string
	for k, c := range p.casos {
		if c.d == p.d {
			out = append(out, k[len(p.d.Definicion().Coleccion)+1:])
		}
	}
	slices.Sort(out)
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
		cambios, err := p.mesa.Realizar(p.contexto(actor), tramite.Peticion{Coleccion: def.Coleccion, Entrada: entrada})
		if err == nil {
			p.guardar(cambios)
			return
		}
		p.conocido(err)
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
	c := p.contexto(doe.Actor{})
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
	r, err := p.cargar(col, folio)
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
	cambios, err := p.mesa.Realizar(p.contexto(actor), q)
	if err != nil {
		p.conocido(err)
		return err
	}
	p.guardar(cambios)
	return nil
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

// despertar does what the clock owes; it must never be refused.
func (p *paseo) despertar() {
	for _, folio := range p.folios() {
		col := p.d.Definicion().Coleccion
		c := p.contexto(doe.Reloj())
		for range 10 {
			r, err := p.cargar(col, folio)
			if err != nil {
				p.t.Fatal(err)
			}
			debe := p.d.Alarmas(r, &c)
			if len(debe) == 0 {
				break
			}
			if err := p.hacer(doe.Reloj(), debe[0]); err != nil {
				p.t.Fatalf("the clock may not %s on %s in %s: %v", debe[0].Acto, folio, r.Cabeza().Estado, err)
			}
		}
	}
}

// guardar keeps the changes as a store would, checking each.
func (p *paseo) guardar(cambios []*tramite.Cambio) {
	for _, ca := range cambios {
		col := ca.Tramite.Definicion().Coleccion
		cab := ca.Registro.Cabeza()
		k := col + "/" + cab.Folio
		nuevo := &caso{d: ca.Tramite}
		if previo := p.casos[k]; previo != nil {
			nuevo.eventos = slices.Clone(previo.eventos)
		}
		if len(nuevo.eventos) != ca.Antes || cab.Version != ca.Antes+len(ca.Eventos) {
			p.t.Fatalf("%s: version %d after %d with %d events", k, cab.Version, ca.Antes, len(ca.Eventos))
		}
		for i := range ca.Eventos {
			p.entero(ca, &ca.Eventos[i], ca.Antes+i+1)
		}
		nuevo.eventos = append(nuevo.eventos, ca.Eventos...)
		p.segregados(ca.Tramite, nuevo.eventos)
		doc, err := ca.Tramite.Codificar(ca.Registro)
		if err != nil {
			p.t.Fatal(err)
		}
		nuevo.doc = doc
		p.reproduce(nuevo, cab.Folio)
		p.casos[k] = nuevo
	}
}

// entero checks that an event says what it must.
func (p *paseo) entero(ca *tramite.Cambio, e *tramite.Evento, n int) {
	a, ok := ca.Tramite.Definicion().Acto(e.Acto)
	switch {
	case !ok || e.Secuencia != n || e.Version < 1 || e.En != p.ahora:
		p.t.Fatalf("event %d is out of place: %+v", n, e)
	case e.De != e.A && !slices.Contains(a.A, e.A):
		p.t.Fatalf("act %s led to %s, which it does not declare", e.Acto, e.A)
	case e.Fundamento.Tipo == "":
		p.t.Fatalf("act %s has no basis", e.Acto)
	case !json.Valid(e.Entrada):
		p.t.Fatalf("act %s left no input", e.Acto)
	}
	if e.Fundamento.Tipo == doe.Expreso || e.Fundamento.Tipo == doe.Jerarquico || e.Fundamento.Tipo == doe.PorSuplencia {
		for f := range e.Fundamento.Funciones.All() {
			if de := f.Unidad(); de != e.Unidad && (e.Representacion == nil || de != e.Representacion.Unidad) {
				p.t.Fatalf("act %s by %s rests on function %s of another unit", e.Acto, e.Unidad, f)
			}
		}
		if e.Fundamento.Funciones.Len() == 0 {
			p.t.Fatalf("act %s by %s rests on no function", e.Acto, e.Unidad)
		}
	}
}

// reproduce checks that the events, through their stored form, give the record.
func (p *paseo) reproduce(c *caso, folio string) {
	crudo, err := json.Marshal(c.eventos)
	if err != nil {
		p.t.Fatal(err)
	}
	var es []tramite.Evento
	if err := json.Unmarshal(crudo, &es); err != nil {
		p.t.Fatal(err)
	}
	r, err := c.d.Reproducir(folio, es)
	if err != nil {
		p.t.Fatal(err)
	}
	otra, err := c.d.Codificar(r)
	if err != nil {
		p.t.Fatal(err)
	}
	if !bytes.Equal(otra, c.doc) {
		p.t.Fatalf("replay differs:\n%s\n%s", otra, c.doc)
	}
}
