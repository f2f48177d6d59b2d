package queja_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/queja"
)

func regional(p doe.Puesto, o doe.OOAD) doe.Actor {
	return doe.Actor{Sub: string(p) + "-" + string(o), Nombre: "Persona " + string(p), Unidad: doe.CAOOD, Puesto: p, OOAD: o}
}

func central(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "titular-" + string(u), Nombre: "Titular", Unidad: u, Puesto: doe.Titular}
}

func de(r doe.Rol, o doe.ClaveOrgano) doe.Actor {
	return doe.Actor{Sub: string(r) + "-" + string(o), Nombre: "Enlace", Rol: r, Organo: o}
}

var (
	taod         = regional(doe.TAOD, "14")
	jefa         = regional(doe.Titular, "14")
	ajena        = regional(doe.Titular, "15")
	division     = central("doe-7.1.3.1.1")
	coordinacion = central("doe-7.1.3.1")
	quejas       = de(doe.Area, "coordinacion-atencion-a-quejas-y-casos-especiales")
	cndh         = de(doe.Federal, "federal-cndh")
	control      = de(doe.Area, "organo-interno-de-control")
	hospital     = de(doe.Area, "umae-jcims000301")
)

// mesa is a store in memory and a clock on the wall.
type mesa struct {
	testing.TB
	m       *tramite.Mesa
	ahora   fecha.Instante
	docs    map[string]tramite.Registro
	eventos map[string][]tramite.Evento
	n       int
}

// nueva opens on Monday 2 March 2026 at ten.
func nueva(t testing.TB) *mesa {
	m, err := tramite.NuevaMesa(siade.Peticiones, queja.Quejas, envio.Envios)
	require.NoError(t, err)
	return (&mesa{TB: t, m: m, docs: map[string]tramite.Registro{}, eventos: map[string][]tramite.Evento{}}).el("2026-03-02")
}

func (m *mesa) el(dia string) *mesa {
	m.ahora = fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour)
	return m
}

func (m *mesa) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: m.ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Azar: func() string { m.n++; return fmt.Sprintf("ref-%d", m.n) },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			m.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, m.n)
		},
		Cargar: func(col, folio string) (tramite.Registro, error) {
			r := m.docs[col+"/"+folio]
			if r == nil {
				return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
			}
			t, _ := m.m.Tramite(col)
			doc, err := t.Codificar(r)
			require.NoError(m, err)
			return t.Decodificar(doc)
		},
		Buscar: func(col, clave string) (string, error) {
			for _, r := range m.docs {
				q, ok := r.(*queja.Queja)
				if ok && col == queja.Coleccion && q.Desenlace == nil && queja.Quejas.Ficha(q).Unica == clave {
					return q.Folio, nil
				}
			}
			return "", nil
		},
	}
}

func (m *mesa) intentar(a doe.Actor, col, folio, acto string, e any) ([]*tramite.Cambio, error) {
	cs, err := m.m.Realizar(m.contexto(a), tramite.Peticion{Coleccion: col, Folio: folio, Acto: acto, Entrada: e})
	for _, ca := range cs {
		k := ca.Tramite.Definicion().Coleccion + "/" + ca.Registro.Cabeza().Folio
		m.docs[k], m.eventos[k] = ca.Registro, append(m.eventos[k], ca.Eventos...)
		r, err := ca.Tramite.Reproducir(ca.Registro.Cabeza().Folio, m.eventos[k])
		require.NoError(m, err)
		require.Equal(m, ca.Registro, r, "replay")
	}
	return cs, err
}

// hace does an act on a case that must be accepted, and gives it as it is left.
func (m *mesa) hace(a doe.Actor, folio, acto string, e any) queja.Queja {
	m.Helper()
	_, err := m.intentar(a, queja.Coleccion, folio, acto, e)
	require.NoError(m, err, acto)
	return m.ver(folio)
}

// niega tries an act on a case that must be refused, and gives the refusal.
func (m *mesa) niega(a doe.Actor, folio, acto string, e any) error {
	m.Helper()
	_, err := m.intentar(a, queja.Coleccion, folio, acto, e)
	require.Error(m, err, acto)
	return err
}

func (m *mesa) ver(folio string) queja.Queja {
	return *m.docs[queja.Coleccion+"/"+folio].(*queja.Queja)
}

func (m *mesa) peticion(folio string) siade.Peticion {
	return *m.docs[siade.Coleccion+"/"+folio].(*siade.Peticion)
}

// registra makes a petition of Jalisco, a complaint about the hospital.
func (m *mesa) registra(cambios ...func(*siade.Registro)) string {
	m.Helper()
	e := siade.Registro{
		Canal: siade.Modulo, Relato: "Esperé nueve horas en urgencias.", FechaHechos: fecha.MustParse("2026-02-27"),
		Peticionario:  siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Elena Prado Luna", Telefono: "3312345678", AvisoPrivacidad: "2025-03"},
		Senalado:      &siade.Senalado{Persona: "Marta Solís", Area: "umae-jcims000301"},
		Clasificacion: &siade.Clasificacion{Tipo: siade.Queja},
	}
	for _, f := range cambios {
		f(&e)
	}
	cs, err := m.intentar(taod, siade.Coleccion, "", "", e)
	require.NoError(m, err)
	return cs[0].Registro.Cabeza().Folio
}

func anonima(e *siade.Registro) {
	e.Peticionario = siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true}
}

func hechos(dia string) func(*siade.Registro) {
	return func(e *siade.Registro) { e.FechaHechos = fecha.MustParse(dia) }
}

func apertura(peticion string, v queja.Via) queja.Apertura {
	return queja.Apertura{Peticion: peticion, Datos: queja.Datos{Via: v}, Asunto: "Demora en la atención de urgencias", Area: "umae-jcims000301"}
}

// abre opens the case of a petition.
func (m *mesa) abre(e queja.Apertura) string {
	m.Helper()
	cs, err := m.intentar(taod, queja.Coleccion, "", "", e)
	require.NoError(m, err)
	return cs[0].Registro.Cabeza().Folio
}

// documentos are all that a path demands.
func documentos(v queja.Via) queja.Documentacion {
	d, _ := queja.De(v)
	var e queja.Documentacion
	for _, x := range d.Documentos {
		if x.Obligatorio {
			e.Documentos = append(e.Documentos, queja.Documento{Requisito: x.Requisito, Referencia: "Foja 1"})
		}
	}
	return e
}

// The builders take a case as far as their name says.

func (m *mesa) abierta(v queja.Via, cambios ...func(*siade.Registro)) string {
	m.Helper()
	e := apertura(m.registra(cambios...), v)
	if v == queja.CONAMED {
		e.Previa = m.comunicada(queja.Medica)
		m.el("2026-03-02")
	}
	return m.abre(e)
}

func (m *mesa) integrada(v queja.Via, cambios ...func(*siade.Registro)) string {
	m.Helper()
	f := m.abierta(v, cambios...)
	m.hace(taod, f, "integrar", documentos(v))
	return f
}

func remision(numero string) queja.Remision {
	e := queja.Remitir.Ejemplo
	e.Oficio = &envio.Documento{Numero: numero, Fecha: fecha.MustParse("2026-03-02")}
	return e
}

func (m *mesa) remitida(v queja.Via, cambios ...func(*siade.Registro)) string {
	m.Helper()
	f := m.integrada(v, cambios...)
	m.n++
	m.el("2026-03-03").hace(jefa, f, "remitir", remision(fmt.Sprintf("CAOOD14/%d", m.n)))
	return f
}

func (m *mesa) enTramite(v queja.Via, cambios ...func(*siade.Registro)) string {
	m.Helper()
	f := m.remitida(v, cambios...)
	m.el("2026-03-04").hace(taod, f, "recibir", queja.Recibo{Fecha: fecha.MustParse("2026-03-04"), Expediente: "QM/1"})
	return f
}

func (m *mesa) hasta(f string, es ...queja.Etapa) {
	m.Helper()
	for _, e := range es {
		m.hace(taod, f, "avanzar", queja.Avance{Etapa: e, Fecha: m.ahora.Dia()})
	}
}

func (m *mesa) comunicada(v queja.Via) string {
	m.Helper()
	f := m.enTramite(v)
	m.hasta(f, queja.Integracion, queja.Investigacion, queja.Dictamen, queja.Proyecto)
	d := decision(queja.Improcedente)
	d.Fecha = m.ahora.Dia()
	m.hace(taod, f, "resolver", d)
	m.hace(jefa, f, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: m.ahora.Dia(), Texto: "No se acreditó lo dicho."})
	return f
}

func decision(s queja.Sentido, puntos ...queja.Punto) queja.Decision {
	return queja.Decision{Sentido: s, Fecha: fecha.MustParse("2026-03-04"), Oficio: "UDH/0912/2026", Resumen: "Resuelve lo planteado.", Puntos: puntos}
}

// amanece does what the clock owes on a day.
func (m *mesa) amanece(dia string) {
	m.Helper()
	m.el(dia)
	for k := range m.docs {
		for range 20 {
			q, ok := m.docs[k].(*queja.Queja)
			c := m.contexto(doe.Reloj())
			if !ok {
				break
			}
			debe := queja.Quejas.Alarmas(q, &c)
			if len(debe) == 0 {
				break
			}
			m.hace(doe.Reloj(), q.Folio, debe[0].Acto, debe[0].Entrada)
		}
	}
}

// fallas are the faults of a refusal by rules, as "code path".
func fallas(err error) []string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return nil
	}
	var out []string
	for _, f := range e.Fallas {
		out = append(out, f.Codigo+" "+f.Ubicacion)
	}
	return out
}
