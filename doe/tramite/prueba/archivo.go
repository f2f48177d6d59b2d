package prueba

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// T is a test, or a case of one.
type T interface {
	require.TestingT
	Helper()
}

// Archivo is a small store in memory with its clock, for tests of acts that
// concern several records. It keeps bytes, as a store does, and holds each
// change against what its events replay to.
type Archivo struct {
	T
	// Ahora is the instant of what is done next.
	Ahora fecha.Instante
	// Lectura computes the readings that acts freeze.
	Lectura func(nombre string, consulta any) (any, error)
	// Reservados and Enlaces gather what acts split off and opened.
	Reservados []tramite.Reservado
	Enlaces    []tramite.Enlace

	mesa  *tramite.Mesa
	casos map[string]*caso
	n     int
}

// caso is a record as a store would keep it: bytes and events.
type caso struct {
	doc     []byte
	eventos []tramite.Evento
	d       tramite.Cualquiera
}

// Nuevo opens a store of some trámites on a day, at ten in the morning.
func Nuevo(t T, dia string, ts ...tramite.Cualquiera) *Archivo {
	m, err := tramite.NuevaMesa(ts...)
	require.NoError(t, err)
	x := &Archivo{T: t, mesa: m, casos: map[string]*caso{}}
	x.El(dia)
	return x
}

// Instante is a day, at ten in the morning, or at the time that follows it:
// "2026-03-12 10:30".
func Instante(dia string) fecha.Instante {
	d, hora, hay := strings.Cut(dia, " ")
	if !hay {
		hora = "10:00"
	}
	h, err := time.Parse("15:04", hora)
	if err != nil {
		panic(err)
	}
	return fecha.MustParse(d).Inicio().Sumar(time.Duration(h.Hour())*time.Hour + time.Duration(h.Minute())*time.Minute)
}

// El takes the clock to an [Instante].
func (x *Archivo) El(dia string) { x.Ahora = Instante(dia) }

// Contexto is that of an actor now. Folios are numbered from 1 in the order
// they are drawn, with whatever identifiers an act draws.
func (x *Archivo) Contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: x.Ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Azar: func() string { x.n++; return fmt.Sprintf("azar-%06d", x.n) },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			x.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, x.n)
		},
		Cargar: x.Cargar, Buscar: x.Buscar, Padron: x.Padron, Lectura: x.Lectura,
	}
}

var noHay = &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}

// Cargar gives a copy of a record.
func (x *Archivo) Cargar(coleccion, folio string) (tramite.Registro, error) {
	c := x.casos[coleccion+"/"+folio]
	if c == nil {
		return nil, noHay
	}
	return c.d.Decodificar(c.doc)
}

// Buscar gives the folio of the open record with a natural key.
func (x *Archivo) Buscar(coleccion, clave string) (string, error) {
	m, err := x.Padron(coleccion)
	if r := m[clave]; r != nil {
		return r.Cabeza().Folio, err
	}
	return "", err
}

// Padron gives the open records of a collection by natural key.
func (x *Archivo) Padron(coleccion string) (map[string]tramite.Registro, error) {
	out := map[string]tramite.Registro{}
	for _, folio := range x.Folios(coleccion) {
		r, err := x.Cargar(coleccion, folio)
		if err != nil {
			return nil, err
		}
		if k := x.casos[coleccion+"/"+folio].d.Ficha(r).Unica; k != "" {
			out[k] = r
		}
	}
	return out, nil
}

// Folios lists the records of a collection, in order.
func (x *Archivo) Folios(coleccion string) []string {
	var out []string
	for k := range x.casos {
		if folio, suyo := strings.CutPrefix(k, coleccion+"/"); suyo {
			out = append(out, folio)
		}
	}
	slices.Sort(out)
	return out
}

// Doc is a record as it is stored; "" when there is none.
func (x *Archivo) Doc(coleccion, folio string) string {
	if c := x.casos[coleccion+"/"+folio]; c != nil {
		return string(c.doc)
	}
	return ""
}

// Eventos are those of a record.
func (x *Archivo) Eventos(coleccion, folio string) []tramite.Evento {
	if c := x.casos[coleccion+"/"+folio]; c != nil {
		return slices.Clone(c.eventos)
	}
	return nil
}

// Leer gives a record that must exist.
func Leer[R any](x *Archivo, coleccion, folio string) R {
	x.Helper()
	r, err := x.Cargar(coleccion, folio)
	require.NoError(x, err)
	return *any(r).(*R)
}

// Poner keeps a record as it is, without events: what a test finds there.
func (x *Archivo) Poner(r tramite.Registro, d tramite.Cualquiera) {
	doc, err := d.Codificar(r)
	require.NoError(x, err)
	x.casos[d.Definicion().Coleccion+"/"+r.Cabeza().Folio] = &caso{doc: doc, d: d}
}

// Intentar does an act, and what it entails; an empty folio creates, by the
// act of creation when none is said.
func (x *Archivo) Intentar(a doe.Actor, coleccion, folio, acto string, entrada any) ([]*tramite.Cambio, error) {
	cs, err := x.mesa.Realizar(x.Contexto(a), tramite.Peticion{Coleccion: coleccion, Folio: folio, Acto: acto, Entrada: entrada})
	if err != nil {
		return nil, err
	}
	for _, ca := range cs {
		x.guardar(ca)
	}
	return cs, nil
}

// Hacer does an act that must be accepted and gives the folio.
func (x *Archivo) Hacer(a doe.Actor, coleccion, folio, acto string, entrada any) string {
	x.Helper()
	cs, err := x.Intentar(a, coleccion, folio, acto, entrada)
	require.NoError(x, err, "%s %s: %v", coleccion, acto, Fallas(err))
	return cs[0].Registro.Cabeza().Folio
}

// Rompe demands that an act be refused by exactly some rules, as "code place"
// in any order.
func (x *Archivo) Rompe(a doe.Actor, coleccion, folio, acto string, entrada any, fallas ...string) {
	x.Helper()
	_, err := x.Intentar(a, coleccion, folio, acto, entrada)
	require.Error(x, err, acto)
	require.ElementsMatch(x, fallas, Fallas(err), "%s: %v", acto, err)
}

// Fallas are the faults of a refusal by rules, as "code place"; its code when
// it is another refusal.
func Fallas(err error) []string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return nil
	}
	if len(e.Fallas) == 0 {
		return []string{e.Codigo}
	}
	var out []string
	for _, f := range e.Fallas {
		out = append(out, f.Codigo+" "+f.Ubicacion)
	}
	return out
}

// maxDespertar bounds what the clock may owe at once.
const maxDespertar = 200

// Amanece takes the clock to a day and does what it owes, record by record,
// until it owes nothing.
func (x *Archivo) Amanece(dia string) {
	x.Helper()
	x.El(dia)
	x.Despertar(func([]string) {})
}

// Despertar does what the clock owes to some records, to all when none is said,
// in the order that barajar leaves them in; it must never be refused.
func (x *Archivo) Despertar(barajar func([]string), claves ...string) {
	x.Helper()
	for range maxDespertar {
		nada, orden := true, claves
		if len(claves) == 0 {
			orden = slices.Sorted(maps.Keys(x.casos))
		}
		barajar(orden)
		for _, k := range orden {
			nada = x.deber(k) && nada
		}
		if nada {
			return
		}
	}
	require.Fail(x, "the clock never ends")
}

// deber does the first act that the clock owes to a record; true when none.
func (x *Archivo) deber(clave string) bool {
	caso := x.casos[clave]
	if len(caso.eventos) == 0 {
		return true
	}
	r, err := caso.d.Decodificar(caso.doc)
	require.NoError(x, err)
	c := x.Contexto(doe.Reloj())
	debe := caso.d.Alarmas(r, &c)
	if len(debe) == 0 {
		return true
	}
	p := debe[0]
	_, err = x.Intentar(doe.Reloj(), p.Coleccion, p.Folio, p.Acto, p.Entrada)
	require.NoError(x, err, "the clock may not %s on %s in %s: %v", p.Acto, clave, r.Cabeza().Estado, Fallas(err))
	return false
}

// guardar keeps a change as a store would, checking it.
func (x *Archivo) guardar(ca *tramite.Cambio) {
	cab := ca.Registro.Cabeza()
	k := ca.Tramite.Definicion().Coleccion + "/" + cab.Folio
	nuevo := &caso{d: ca.Tramite}
	previos := 0
	if previo := x.casos[k]; previo != nil {
		nuevo.eventos, previos = slices.Clone(previo.eventos), len(previo.eventos)
	}
	nuevo.eventos = append(nuevo.eventos, ca.Eventos...)
	doc, err := ca.Tramite.Codificar(ca.Registro)
	require.NoError(x, err)
	nuevo.doc = doc
	x.Reservados, x.Enlaces = append(x.Reservados, ca.Reservados...), append(x.Enlaces, ca.Enlaces...)
	x.casos[k] = nuevo
	if previos != ca.Antes { // it was put there without its events
		return
	}
	require.Equal(x, ca.Antes+len(ca.Eventos), cab.Version, k)
	for i := range ca.Eventos {
		x.entero(ca, &ca.Eventos[i], ca.Antes+i+1)
	}
	segregados(x, ca.Tramite, nuevo.eventos)
	x.reproduce(nuevo, k, cab.Folio)
}

// entero checks that an event says what it must.
func (x *Archivo) entero(ca *tramite.Cambio, e *tramite.Evento, n int) {
	a, ok := ca.Tramite.Definicion().Acto(e.Acto)
	switch {
	case !ok || e.Secuencia != n || e.Version < 1 || e.En != x.Ahora:
		require.Fail(x, "event out of place", "%d: %+v", n, e)
	case e.De != e.A && !slices.Contains(a.A, e.A):
		require.Fail(x, "undeclared destination", "act %s led to %s", e.Acto, e.A)
	case e.Fundamento.Tipo == "":
		require.Fail(x, "no basis", "act %s", e.Acto)
	case !json.Valid(e.Entrada):
		require.Fail(x, "no input", "act %s", e.Acto)
	}
	switch e.Fundamento.Tipo {
	case doe.Expreso, doe.Jerarquico, doe.PorSuplencia:
		require.NotZero(x, e.Fundamento.Funciones.Len(), "act %s by %s rests on no function", e.Acto, e.Unidad)
		for f := range e.Fundamento.Funciones.All() {
			de := f.Unidad()
			suya := de == e.Unidad || e.Representacion != nil && de == e.Representacion.Unidad
			require.True(x, suya, "act %s by %s rests on function %s of another unit", e.Acto, e.Unidad, f)
		}
	}
}

// reproduce checks that the events, through their stored form, give the record.
func (x *Archivo) reproduce(c *caso, clave, folio string) {
	crudo, err := json.Marshal(c.eventos)
	require.NoError(x, err)
	var es []tramite.Evento
	require.NoError(x, json.Unmarshal(crudo, &es))
	r, err := c.d.Reproducir(folio, es)
	require.NoError(x, err)
	otra, err := c.d.Codificar(r)
	require.NoError(x, err)
	if !bytes.Equal(otra, c.doc) {
		require.Equal(x, string(c.doc), string(otra), "replay of %s", clave)
	}
}
