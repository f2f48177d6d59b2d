package queja_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
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

// mesa is a store of petitions, complaints and dispatches.
type mesa struct{ *prueba.Archivo }

// nueva opens on Monday 2 March 2026 at ten.
func nueva(t testing.TB) *mesa {
	return &mesa{prueba.Nuevo(t, "2026-03-02", siade.Peticiones, queja.Quejas, envio.Envios)}
}

func (m *mesa) el(dia string) *mesa {
	m.El(dia)
	return m
}

// hace does an act on a case that must be accepted, and gives it as it is left.
func (m *mesa) hace(a doe.Actor, folio, acto string, e any) queja.Queja {
	m.Helper()
	_, err := m.Intentar(a, queja.Coleccion, folio, acto, e)
	require.NoError(m, err, acto)
	return m.ver(folio)
}

// niega tries an act on a case that must be refused, and gives the refusal.
func (m *mesa) niega(a doe.Actor, folio, acto string, e any) error {
	m.Helper()
	_, err := m.Intentar(a, queja.Coleccion, folio, acto, e)
	require.Error(m, err, acto)
	return err
}

func (m *mesa) ver(folio string) queja.Queja {
	return prueba.Leer[queja.Queja](m.Archivo, queja.Coleccion, folio)
}

func (m *mesa) peticion(folio string) siade.Peticion {
	return prueba.Leer[siade.Peticion](m.Archivo, siade.Coleccion, folio)
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
	cs, err := m.Intentar(taod, siade.Coleccion, "", "", e)
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
	cs, err := m.Intentar(taod, queja.Coleccion, "", "", e)
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
	m.el("2026-03-03").hace(jefa, f, "remitir", remision("CAOOD14/"+f))
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
		m.hace(taod, f, "avanzar", queja.Avance{Etapa: e, Fecha: m.Ahora.Dia()})
	}
}

func (m *mesa) comunicada(v queja.Via) string {
	m.Helper()
	f := m.enTramite(v)
	m.hasta(f, queja.Integracion, queja.Investigacion, queja.Dictamen, queja.Proyecto)
	d := decision(queja.Improcedente)
	d.Fecha = m.Ahora.Dia()
	m.hace(taod, f, "resolver", d)
	m.hace(jefa, f, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: m.Ahora.Dia(), Texto: "No se acreditó lo dicho."})
	return f
}

func decision(s queja.Sentido, puntos ...queja.Punto) queja.Decision {
	return queja.Decision{Sentido: s, Fecha: fecha.MustParse("2026-03-04"), Oficio: "UDH/0912/2026", Resumen: "Resuelve lo planteado.", Puntos: puntos}
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
