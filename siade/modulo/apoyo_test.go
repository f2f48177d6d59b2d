package modulo_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

var (
	jefa   = de(doe.CAOOD, doe.Titular)
	taod   = de(doe.CAOOD, doe.TAOD)
	unidad = de("doe-7.1.3", doe.Titular)
	coord  = de("doe-7.1.3.1", doe.Titular)
	enlace = de("doe-7.1.3.1.2", doe.Titular)
)

func de(u doe.ClaveUnidad, p doe.Puesto) doe.Actor {
	a := doe.Actor{Sub: string(p) + ":" + string(u), Nombre: string(p) + " de " + string(u), Unidad: u, Puesto: p}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

// casa is a small store in memory: what acts order on other records is done.
type casa struct {
	t     testing.TB
	mesa  *tramite.Mesa
	docs  map[string][]byte
	evs   map[string][]tramite.Evento
	hoy   fecha.Fecha
	n     int
	reser []tramite.Reservado
}

func todos() []tramite.Cualquiera {
	return []tramite.Cualquiera{siade.Peticiones, modulo.Modulos, modulo.Tecnicos, modulo.Perfiles, modulo.Buzones, modulo.Movimientos, modulo.Aperturas, modulo.Imagenes, modulo.Revisiones}
}

func nuevaCasa(t testing.TB) *casa {
	m, err := tramite.NuevaMesa(todos()...)
	require.NoError(t, err)
	return &casa{t: t, mesa: m, docs: map[string][]byte{}, evs: map[string][]tramite.Evento{}, hoy: fecha.MustParse("2026-03-02")}
}

func (k *casa) el(dia string) { k.hoy = fecha.MustParse(dia) }

func (k *casa) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: k.hoy.Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Azar: func() string { k.n++; return fmt.Sprintf("azar-%06d", k.n) },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			k.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, k.n)
		},
		Cargar: k.cargar, Buscar: k.buscar,
	}
}

func (k *casa) cargar(coleccion, folio string) (tramite.Registro, error) {
	t, ok := k.mesa.Tramite(coleccion)
	doc := k.docs[coleccion+"/"+folio]
	if !ok || doc == nil {
		return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
	}
	return t.Decodificar(doc)
}

func (k *casa) buscar(coleccion, clave string) (string, error) {
	t, _ := k.mesa.Tramite(coleccion)
	for _, f := range slices.Sorted(maps.Keys(k.docs)) {
		folio, suyo := strings.CutPrefix(f, coleccion+"/")
		if !suyo {
			continue
		}
		r, err := t.Decodificar(k.docs[f])
		if err != nil {
			return "", err
		}
		if t.Ficha(r).Unica == clave {
			return folio, nil
		}
	}
	return "", nil
}

func (k *casa) realizar(a doe.Actor, p tramite.Peticion) (string, error) {
	cs, err := k.mesa.Realizar(k.contexto(a), p)
	if err != nil {
		return "", err
	}
	for _, ca := range cs {
		llave := ca.Tramite.Definicion().Coleccion + "/" + ca.Registro.Cabeza().Folio
		doc, err := ca.Tramite.Codificar(ca.Registro)
		require.NoError(k.t, err)
		k.docs[llave], k.evs[llave] = doc, append(k.evs[llave], ca.Eventos...)
		k.reser = append(k.reser, ca.Reservados...)
	}
	return cs[0].Registro.Cabeza().Folio, nil
}

// crear makes a record that must be made, and hacer does an act that must be
// done.
func (k *casa) crear(a doe.Actor, coleccion string, e any) string {
	k.t.Helper()
	f, err := k.realizar(a, tramite.Peticion{Coleccion: coleccion, Entrada: e})
	require.NoError(k.t, err, "%v", fallas(err))
	return f
}

func (k *casa) hacer(a doe.Actor, coleccion, folio, acto string, e any) {
	k.t.Helper()
	err := k.intentar(a, coleccion, folio, acto, e)
	require.NoError(k.t, err, "%v", fallas(err))
}

func (k *casa) intentar(a doe.Actor, coleccion, folio, acto string, e any) error {
	_, err := k.realizar(a, tramite.Peticion{Coleccion: coleccion, Folio: folio, Acto: acto, Entrada: e})
	return err
}

// rompe demands that an act be refused by rules, as "code place".
func (k *casa) rompe(a doe.Actor, coleccion, folio, acto string, e any, reglas ...string) {
	k.t.Helper()
	require.Equal(k.t, reglas, fallas(k.intentar(a, coleccion, folio, acto, e)))
}

func fallas(err error) []string {
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

// amanece does what the clock owes on a day, until it owes nothing.
func (k *casa) amanece(dia string) {
	k.t.Helper()
	k.el(dia)
	k.despertar(func([]string) {})
}

// despertar does it in the order that barajar leaves the records.
func (k *casa) despertar(barajar func([]string)) {
	for range 20 {
		nada := true
		llaves := slices.Sorted(maps.Keys(k.docs))
		barajar(llaves)
		for _, llave := range llaves {
			col, folio, _ := strings.Cut(llave, "/")
			t, _ := k.mesa.Tramite(col)
			c := k.contexto(doe.Reloj())
			r, err := k.cargar(col, folio)
			require.NoError(k.t, err)
			for _, p := range t.Alarmas(r, &c)[:min(1, len(t.Alarmas(r, &c)))] {
				nada = false
				_, err := k.realizar(doe.Reloj(), p)
				require.NoError(k.t, err, "%s %s: %v", folio, p.Acto, fallas(err))
			}
		}
		if nada {
			return
		}
	}
	k.t.Fatal("the clock never ends")
}

func lee[R any](k *casa, coleccion, folio string) R {
	k.t.Helper()
	r, err := k.cargar(coleccion, folio)
	require.NoError(k.t, err)
	return *any(r).(*R)
}

func (k *casa) modulo(f string) modulo.Modulo {
	return lee[modulo.Modulo](k, modulo.ColeccionModulos, f)
}
func (k *casa) tecnico(f string) modulo.Tecnico {
	return lee[modulo.Tecnico](k, modulo.ColeccionTecnicos, f)
}
func (k *casa) movimiento(f string) modulo.Movimiento {
	return lee[modulo.Movimiento](k, modulo.ColeccionMovimientos, f)
}

// reproduce demands that the events of every record give it.
func (k *casa) reproduce() {
	for llave, doc := range k.docs {
		col, folio, _ := strings.Cut(llave, "/")
		t, _ := k.mesa.Tramite(col)
		b, err := json.Marshal(k.evs[llave])
		require.NoError(k.t, err)
		var es []tramite.Evento
		require.NoError(k.t, json.Unmarshal(b, &es))
		r, err := t.Reproducir(folio, es)
		require.NoError(k.t, err)
		otra, err := t.Codificar(r)
		require.NoError(k.t, err)
		require.True(k.t, bytes.Equal(otra, doc), "%s\n%s\n%s", llave, doc, otra)
	}
}

var (
	semana = []modulo.Dia{modulo.Lunes, modulo.Martes, modulo.Miercoles, modulo.Jueves, modulo.Viernes}
	matu   = jornada("08:00", "14:00")
	vesp   = jornada("14:00", "20:00")
)

func hora(s string) modulo.Hora {
	h, err := modulo.ParseHora(s)
	if err != nil {
		panic(err)
	}
	return h
}

func jornada(desde, hasta string) []modulo.Jornada {
	return []modulo.Jornada{{Dias: semana, De: hora(desde), A: hora(hasta)}}
}

// abrir makes a desk open from eight to eight, with a post by shift given, and
// gives its folio; the posts are P1, P2…
func (k *casa) abrir(clave string, turnos ...[]modulo.Jornada) string {
	k.t.Helper()
	e := modulo.RegistrarModulo.Ejemplo
	e.Clave = clave
	f := k.crear(jefa, modulo.ColeccionModulos, e)
	for i, x := range turnos {
		p := modulo.AutorizarPlaza.Ejemplo
		p.Clave, p.Turno = fmt.Sprintf("P%02d", i+1), x
		k.hacer(coord, modulo.ColeccionModulos, f, "asentar-plaza", p)
	}
	return f
}

// persona is in service in a post of a desk; proposed only where it is empty.
func (k *casa) persona(cuenta, desk, plaza string) string {
	k.t.Helper()
	e := modulo.RegistrarTecnico.Ejemplo
	e.Cuenta = cuenta
	f := k.crear(taod, modulo.ColeccionTecnicos, e)
	if desk != "" {
		k.hacer(coord, modulo.ColeccionTecnicos, f, "incorporar", modulo.Adscripcion{Modulo: desk, Plaza: plaza, Desde: fecha.MustParse("2026-01-16"), Origen: "Nómina"})
	}
	return f
}

func solicitud(c modulo.Clase, persona, desk, plaza, desde, hasta string) modulo.Solicitud {
	s := modulo.Solicitud{Clase: c, Tecnico: persona, Desde: fecha.MustParse(desde), Razon: modulo.Demanda, Motivo: "El módulo de destino tiene más demanda.", Documento: "Oficio 1", Cobertura: "La UMF 2 presta una persona."}
	if desk != "" {
		s.A = &modulo.Lugar{Modulo: desk, Plaza: plaza}
	}
	if hasta != "" {
		s.Hasta = fecha.MustParse(hasta)
	}
	return s
}

// mover asks for a movement and endorses it.
func (k *casa) mover(s modulo.Solicitud) string {
	k.t.Helper()
	f := k.crear(jefa, modulo.ColeccionMovimientos, s)
	k.hacer(unidad, modulo.ColeccionMovimientos, f, "avalar", modulo.Avalar.Ejemplo)
	return f
}
