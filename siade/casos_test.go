package siade_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

func regional(p doe.Puesto, o doe.OOAD) doe.Actor {
	return doe.Actor{Sub: string(p) + "-" + string(o), Nombre: "Persona " + string(p), Unidad: doe.CAOOD, Puesto: p, OOAD: o}
}

func central(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "titular-" + string(u), Nombre: "Titular", Unidad: u, Puesto: doe.Titular}
}

func area(o doe.ClaveOrgano) doe.Actor {
	return doe.Actor{Sub: "area-" + string(o), Nombre: "Área", Rol: doe.Area, Organo: o}
}

var (
	taod      = regional(doe.TAOD, "14")
	jefa      = regional(doe.Titular, "14")
	ajena     = regional(doe.Titular, "15")
	unidad    = central("doe-7.1.3")
	enlace    = central("doe-7.1.3.1.2")
	atencion  = central("doe-7.1.3.1.1")
	control   = central("doe-7.1.3.1")
	ciudadano = doe.Actor{Sub: "ciudadano", Nombre: "Persona", Rol: doe.Ciudadano}
	medicas   = area("dn-prestaciones-medicas")
)

// mesa is a store in memory and a clock on the wall.
type mesa struct {
	t       testing.TB
	m       *tramite.Mesa
	cals    *plazo.Calendarios
	ahora   fecha.Instante
	docs    map[string][]byte
	eventos map[string][]tramite.Evento
	ultimo  []*tramite.Cambio
	n       int
	padron  map[string]tramite.Registro
}

// nueva opens on Monday 2 March 2026 at ten.
func nueva(t testing.TB) *mesa {
	m, err := tramite.NuevaMesa(siade.Peticiones)
	require.NoError(t, err)
	return (&mesa{t: t, m: m, cals: plazo.Oficiales(), docs: map[string][]byte{}, eventos: map[string][]tramite.Evento{}}).el("2026-03-02")
}

func (m *mesa) el(dia string) *mesa { return m.alas(dia, 10*time.Hour) }

func (m *mesa) alas(dia string, hora time.Duration) *mesa {
	m.ahora = fecha.MustParse(dia).Inicio().Sumar(hora)
	return m
}

func (m *mesa) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: m.ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: m.cals,
		Azar:   func() string { m.n++; return fmt.Sprintf("ref-%d", m.n) },
		Padron: func(string) (map[string]tramite.Registro, error) { return m.padron, nil },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			m.n++
			f, err := identificador.FormarFolio(t.Serie, 2026, string(o), m.n)
			require.NoError(m.t, err)
			return f
		},
		Cargar: func(_, folio string) (tramite.Registro, error) {
			if m.docs[folio] == nil {
				return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
			}
			return siade.Peticiones.Decodificar(m.docs[folio])
		},
	}
}

// hace tries an act; an empty folio registers.
func (m *mesa) hace(a doe.Actor, folio, acto string, entrada any) error {
	cs, err := m.m.Realizar(m.contexto(a), tramite.Peticion{Coleccion: siade.Coleccion, Folio: folio, Acto: acto, Entrada: entrada})
	if err != nil {
		return err
	}
	m.ultimo = cs
	for _, c := range cs {
		f := c.Registro.Cabeza().Folio
		m.docs[f], err = siade.Peticiones.Codificar(c.Registro)
		require.NoError(m.t, err)
		m.eventos[f] = append(m.eventos[f], c.Eventos...)
	}
	return nil
}

// registra opens a petition, or fails the test.
func (m *mesa) registra(a doe.Actor, e siade.Registro) string {
	m.t.Helper()
	require.NoError(m.t, m.hace(a, "", "", e))
	return m.ultimo[0].Registro.Cabeza().Folio
}

// debe does an act that must be accepted.
func (m *mesa) debe(a doe.Actor, folio, acto string, entrada any) *mesa {
	m.t.Helper()
	require.NoError(m.t, m.hace(a, folio, acto, entrada), acto)
	return m
}

func (m *mesa) ver(folio string) siade.Peticion {
	r, err := siade.Peticiones.Decodificar(m.docs[folio])
	require.NoError(m.t, err)
	return *r.(*siade.Peticion)
}

// vence is the due date of a petition and the clocks by deadline.
func (m *mesa) vence(folio string) string {
	c, p := m.contexto(taod), m.ver(folio)
	return siade.Peticiones.Vencimiento(&p, &c).Vence.String()
}

func (m *mesa) reloj(folio, nombre string) tramite.EstadoReloj {
	c, p := m.contexto(taod), m.ver(folio)
	var out tramite.EstadoReloj
	for _, k := range siade.Peticiones.Relojes(&p, &c) {
		if k.Plazo == nombre {
			out = k
		}
	}
	return out
}

// despierta does what the clock owes today.
func (m *mesa) despierta(folio string) {
	c := m.contexto(doe.Reloj())
	for range 10 {
		p := m.ver(folio)
		debe := siade.Peticiones.Alarmas(&p, &c)
		if len(debe) == 0 {
			return
		}
		m.debe(doe.Reloj(), folio, debe[0].Acto, debe[0].Entrada)
	}
	require.Fail(m.t, "the clock never rests")
}

// entrada is a valid registration.
func entrada() siade.Registro {
	return siade.Registro{
		Canal: siade.Modulo, Relato: "No surtieron mi receta.",
		Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Elena Prado Luna", Telefono: "3312345678", AvisoPrivacidad: "2025-03"},
	}
}

// de is a petition of Jalisco classified as a type.
func (m *mesa) de(t siade.Tipo) string {
	m.t.Helper()
	return m.clasificada(siade.Clasificacion{Tipo: t})
}

func (m *mesa) clasificada(c siade.Clasificacion) string {
	e := entrada()
	e.Clasificacion = &c
	e.Senalado = &siade.Senalado{Persona: "Marta Solís", Area: "UMF 3"}
	return m.registra(taod, e)
}

// turnada is one that an organ has.
func (m *mesa) turnada(t siade.Tipo) string {
	f := m.de(t)
	m.debe(taod, f, "turnar", siade.Turno{Organo: medicas.Organo, Motivo: "le corresponde"})
	return f
}

// cerrada is a management answered, notified and closed on 2 March.
func (m *mesa) cerrada() string {
	f := m.de(siade.Gestion)
	m.debe(taod, f, "responder", siade.Respuesta{Respuesta: "Se surtió.", EnPersona: true}).debe(taod, f, "cerrar", nil)
	return f
}

// rompe demands a refusal of one rule at a place.
func rompe(t testing.TB, err error, r falla.Regla, lugar string) {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, falla.Invalida, e.Clase, "%v", err)
	for _, f := range e.Fallas {
		if f.Codigo == r.Codigo {
			assert.Equal(t, lugar, f.Ubicacion)
			return
		}
	}
	require.Failf(t, "rule not broken", "want %s, got %v", r.Codigo, err)
}

func prohibe(t testing.TB, err error) {
	t.Helper()
	assert.True(t, falla.DeClase(err, falla.Prohibida), "%v", err)
}

func asJSON(t testing.TB, v any) string {
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return string(b)
}
