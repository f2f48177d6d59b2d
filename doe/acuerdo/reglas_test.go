package acuerdo_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

func TestCadaReglaDeLaConvocatoriaSeDicePorSuCodigoYLugar(t *testing.T) {
	m := nuevo(t)
	otros := func(is ...acuerdo.Invitacion) func(*acuerdo.Convocatoria) {
		return func(e *acuerdo.Convocatoria) { e.Convocados = is }
	}
	de := func(c acuerdo.Caracter, o doe.ClaveOrgano) acuerdo.Invitacion {
		return acuerdo.Invitacion{Organo: o, Caracter: c}
	}
	preside := acuerdo.Invitacion{Unidad: "doe-7.1", Caracter: acuerdo.Preside}
	dn, ooad := de(acuerdo.Vocal, "dn-finanzas"), de(acuerdo.Vocal, "ooad-14")
	el := func(s string) func(*acuerdo.Convocatoria) {
		return func(e *acuerdo.Convocatoria) { e.Inicio = prueba.Instante(s) }
	}
	for _, x := range []struct {
		regla   string
		cambios func(*acuerdo.Convocatoria)
	}{
		{"", func(*acuerdo.Convocatoria) {}},
		{"DOE-REUNION-02 body.inicio, DOE-REUNION-08 body.inicio", el("2026-03-02")},
		{"DOE-REUNION-02 body.inicio", el("2027-03-04")},
		{"DOE-REUNION-03 body.lugar", func(e *acuerdo.Convocatoria) { e.Modalidad = acuerdo.Mixta }},
		{"DOE-REUNION-03 body.enlace", func(e *acuerdo.Convocatoria) { e.Enlace = "" }},
		{"", func(e *acuerdo.Convocatoria) {
			e.Modalidad, e.Enlace, e.Lugar = acuerdo.Presencial, "", "Sala"
		}},
		{"DOE-REUNION-04 body.convocados[2]", otros(preside, dn, dn, ooad)},
		{"DOE-REUNION-04 body.convocados[3]", otros(preside, dn, ooad, de(acuerdo.Vocal, "dn-nada"))},
		{"DOE-REUNION-04 body.convocados[3]", otros(preside, dn, ooad, acuerdo.Invitacion{Unidad: doe.CAOOD, Caracter: acuerdo.Vocal})},
		{"DOE-REUNION-05 body.convocados", otros(preside, dn, ooad, de(acuerdo.Preside, "dn-juridica"))},
		{"DOE-REUNION-05 body.convocados", otros(preside, de(acuerdo.Invitado, "dn-finanzas"), de(acuerdo.Invitado, "ooad-14"))},
		{"DOE-REUNION-06 body.convocados", otros(preside, dn)},
		{"DOE-REUNION-06 body.convocados", otros(preside, ooad)},
		{"", otros(preside, dn, de(acuerdo.Vocal, "umae-jcims000301"))},
		{"DOE-REUNION-07 body.comite", func(e *acuerdo.Convocatoria) { e.Comite = "comite-evaluacion" }},
		{"DOE-REUNION-08 body.inicio", el("2026-03-04")},
		{"", el("2026-03-05")},
		{"", func(e *acuerdo.Convocatoria) { e.Inicio, e.Urgencia = prueba.Instante("2026-03-02 12:00"), motivo }},
	} {
		assert.Equal(t, x.regla, m.mal(analisis, "2026-03-02", reuniones, "", "", convocatoria(x.cambios)), x.regla)
	}
	m.hacer(analisis, "2026-03-02", acuerdo.ColeccionLibros, "", "", acuerdo.AbrirLibro.Ejemplo)
	for _, c := range []string{"Comité", "comite--x", "-comite", "comite evaluacion"} {
		assert.Equal(t, "DOE-REUNION-27 body.comite", m.mal(analisis, "2026-03-02", acuerdo.ColeccionLibros, "", "", acuerdo.Apertura{Comite: c, Nombre: "x", Ejercicio: 2026}), c)
	}
	f := m.convocada()
	assert.Equal(t, "DOE-REUNION-09 body", m.mal(jalisco, "2026-03-12", reuniones, f, "proponer-tema", acuerdo.ProponerTema.Ejemplo))
	assert.Equal(t, "DOE-REUNION-12 body", m.mal(titular("doe-7.1.1.6"), "2026-03-03", reuniones, f, "confirmar", acuerdo.Confirmacion{Asiste: true}))
	assert.Equal(t, "DOE-REUNION-15 body.documento", m.mal(jalisco, "2026-03-03", reuniones, f, "confirmar", acuerdo.Confirmacion{Asiste: true, Documento: "Oficio 1"}))
}

func TestCadaReglaDelPaseDeListaSeDicePorSuCodigoYLugar(t *testing.T) {
	m := nuevo(t)
	f := m.convocada()
	mal := func(l acuerdo.Lista) string {
		return m.mal(analisis, "2026-03-12 11:00", reuniones, f, "celebrar", l)
	}
	assert.Equal(t, "DOE-REUNION-13 body.hora", mal(lista(1, "2026-03-12 09:59", todos...)))
	assert.Equal(t, "DOE-REUNION-13 body.hora", mal(lista(1, "2026-03-12 11:01", todos...)))
	assert.Equal(t, "DOE-REUNION-14 body.convocatoria", mal(lista(2, "2026-03-12 10:30", todos...)), "sin primera no hay segunda")
	assert.Equal(t, "DOE-REUNION-12 body.asistentes[1].convocado, DOE-REUNION-16 body.asistentes[2].convocado", mal(lista(1, "2026-03-12", "doe-7.1", "dn-finanzas", "doe-7.1")))
	l := lista(1, "2026-03-12", todos...)
	l.Asistentes[0].Suplente, l.Asistentes[1].Documento = true, "Oficio"
	assert.Equal(t, "DOE-REUNION-15 body.asistentes[0].documento, DOE-REUNION-15 body.asistentes[1].documento", mal(l))
	l.Asistentes[0].Documento, l.Asistentes[1].Documento = "Oficio", ""
	assert.Equal(t, "", mal(l))
	// After being deferred, a second call takes a first one of the new date.
	g := m.convocada()
	m.hacer(analisis, "2026-03-12 10:30", reuniones, g, "celebrar", lista(1, "2026-03-12", "ooad-14"))
	m.hacer(analisis, "2026-03-12 11:30", reuniones, g, "diferir", acuerdo.Diferir.Ejemplo)
	assert.Equal(t, "DOE-REUNION-14 body.convocatoria", m.mal(analisis, "2026-03-19 12:00", reuniones, g, "celebrar", lista(2, "2026-03-19 11:00", todos...)))
}

func TestCadaReglaDeLaMinutaSeDicePorSuCodigoYLugar(t *testing.T) {
	m := nuevo(t)
	f := m.celebrada()
	mal := func(b acuerdo.Borrador) string {
		return m.mal(division, "2026-03-12 12:00", reuniones, f, "levantar-minuta", b)
	}
	ok := pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30")
	assert.Equal(t, "DOE-REUNION-19 body.pactos[1].clave", mal(borrador(ok, ok)))
	sinClave := ok
	sinClave.Clave = ""
	assert.Equal(t, "DOE-REUNION-19 body.pactos[0].clave", mal(borrador(sinClave)))
	b := borrador(ok)
	b.Temas = nil
	assert.Equal(t, "DOE-REUNION-20 body.temas", mal(b))
	b.Temas = []acuerdo.Tratado{{Tema: "T1", Resumen: "x"}, {Tema: "T9", Resumen: "x"}}
	assert.Equal(t, "DOE-REUNION-20 body.temas[1].tema", mal(b))
	b = borrador(ok)
	b.Atendidas = []acuerdo.Atencion{{Observacion: "O1", Respuesta: "x"}}
	assert.Equal(t, "DOE-REUNION-21 body.atendidas[0].observacion", mal(b))
	for _, x := range []struct {
		regla string
		p     acuerdo.Pacto
	}{
		{"DOE-ACUERDO-01 body.pactos[0].a_cargo", pacto("A1", acuerdo.ACargo{Cargo: "Titular"}, "2026-04-30")},
		{"DOE-ACUERDO-01 body.pactos[0].a_cargo", pacto("A1", acuerdo.ACargo{Organo: "ooad-14", Unidad: "doe-7.1.3"}, "2026-04-30")},
		{"DOE-ACUERDO-01 body.pactos[0].a_cargo", pacto("A1", acuerdo.ACargo{Unidad: doe.CAOOD}, "2026-04-30")},
		{"DOE-ACUERDO-01 body.pactos[0].a_cargo", pacto("A1", acuerdo.ACargo{Unidad: "doe-7.1.3", OOAD: "14"}, "2026-04-30")},
		{"DOE-ACUERDO-02 body.pactos[0].compromiso", pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-03-11")},
		{"DOE-ACUERDO-02 body.pactos[0].compromiso", pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2029-03-13")},
	} {
		assert.Equal(t, x.regla, mal(borrador(x.p)), x.regla)
	}
	conInteresado := func(k doe.ClaveOrgano) acuerdo.Borrador {
		p := ok
		p.Interesados = []doe.ClaveOrgano{k}
		return borrador(p)
	}
	assert.Equal(t, "DOE-ACUERDO-04 body.pactos[0].interesados[0]", mal(conInteresado("ooad-14")))
	assert.Equal(t, "DOE-ACUERDO-04 body.pactos[0].interesados[0]", mal(conInteresado("dn-nada")))
	assert.Equal(t, "", mal(conInteresado("dn-prestaciones-medicas")))
}

func TestLoQueVencioMientrasSeFirmabaSeDiceAlSuscribir(t *testing.T) {
	m := nuevo(t)
	f := m.porFirmar(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-03-16"))
	firma := acuerdo.Suscripcion{Version: 1}
	for _, k := range []string{"dn-prestaciones-medicas", "dn-administracion", "ooad-14"} {
		firma.Faltan = append(firma.Faltan, acuerdo.SinFirma{Convocado: k, Motivo: "No firmó en término"})
	}
	assert.Contains(t, m.mal(direccion, "2026-03-17", reuniones, f, "suscribir", firma), "DOE-ACUERDO-02 registro.minutas[0].pactos[0].compromiso")
	assert.Empty(t, m.acuerdos(), "o nacen todos o ninguno")
	assert.Equal(t, acuerdo.PorFirmar, m.reunion(f).Estado)
}

func TestCadaReglaDelAcuerdoSeDicePorSuCodigoYLugar(t *testing.T) {
	alta := func(quien doe.Actor, o acuerdo.Origen, sup doe.ClaveUnidad, a acuerdo.ACargo) string {
		return nuevo(t).mal(quien, "2026-03-02", acuerdos, "", "", acuerdo.Alta{Origen: o, Superior: sup, Documento: "Oficio", Pacto: pacto("", a, "2026-04-30")})
	}
	vinculacion := titular("doe-7.1.4")
	unidad, dn := acuerdo.ACargo{Unidad: "doe-7.1.4.1"}, acuerdo.ACargo{Organo: "dn-finanzas"}
	assert.Equal(t, "", alta(vinculacion, acuerdo.DeSuperior, "doe-7.1", unidad))
	assert.Equal(t, "DOE-ACUERDO-03 body.origen", alta(vinculacion, acuerdo.DeSuperior, "doe-7.1.4.1", unidad))
	assert.Equal(t, "DOE-ACUERDO-03 body.origen", alta(vinculacion, acuerdo.DeSuperior, "", unidad))
	assert.Equal(t, "", alta(vinculacion, acuerdo.DeConcertacion, "", dn))
	assert.Equal(t, "DOE-ACUERDO-03 body.origen", alta(vinculacion, acuerdo.DeConcertacion, "", unidad))
	assert.Equal(t, "DOE-ACUERDO-03 body.origen", alta(vinculacion, acuerdo.DeConcertacion, "doe-7.1", dn))
	assert.Equal(t, "DOE-ACUERDO-03 body.origen", alta(vinculacion, acuerdo.DeReunion, "", dn), "los de una reunión nacen de su minuta")

	m := nuevo(t)
	a := m.suscrita(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"))[0]
	mal := func(quien doe.Actor, acto string, e any) string {
		return m.mal(quien, "2026-04-10", acuerdos, a, acto, e)
	}
	assert.Equal(t, "DOE-ACUERDO-06 body.avance", mal(jalisco, "reportar-avance", reporte(tramite.Entero)))
	assert.Equal(t, "DOE-ACUERDO-07 body.evidencias[0].periodo_hasta", mal(jalisco, "reportar-avance", reporte(4000, laPrueba("2026-04-01", "2026-04-11"))))
	assert.Equal(t, "DOE-ACUERDO-07 body.evidencias[0].periodo_hasta", mal(jalisco, "reportar-avance", reporte(4000, laPrueba("2026-04-02", "2026-04-01"))))
	assert.Equal(t, "DOE-ACUERDO-07 body.evidencias[0].periodo_hasta", mal(jalisco, "reportar-avance", reporte(4000, laPrueba("2026-03-01", "2026-03-16"))), "antes de que naciera")
	m.enAcuerdo(jalisco, "2026-04-10", a, "reportar-avance", reporte(6000, laPrueba("2026-03-17", "2026-04-10"), laPrueba("2026-03-17", "2026-04-10")))
	assert.Equal(t, "DOE-ACUERDO-06 body.avance", mal(jalisco, "reportar-avance", reporte(5000)))
	assert.Equal(t, "DOE-ACUERDO-15 body, DOE-ACUERDO-16 body", mal(analisis, "concluir", acuerdo.Concluir.Ejemplo))
	assert.Equal(t, "DOE-ACUERDO-08 body.evidencias", mal(division, "verificar", acepta(5000, "E1")))
	assert.Equal(t, "DOE-ACUERDO-08 body.evidencias[2].evidencia", mal(division, "verificar", acepta(5000, "E1", "E2", "E1")))
	assert.Equal(t, "DOE-ACUERDO-09 body.verificado", mal(division, "verificar", acepta(6001, "E1", "E2")))
	m.enAcuerdo(division, "2026-04-10", a, "verificar", acepta(5000, "E1", "E2"))
	assert.Equal(t, "DOE-ACUERDO-09 body.verificado", mal(division, "verificar", acepta(4000)))
	assert.Equal(t, "DOE-ACUERDO-16 body", mal(analisis, "concluir", acuerdo.Concluir.Ejemplo))
	assert.Equal(t, "DOE-ACUERDO-11 body", mal(analisis, "resolver-prorroga", acuerdo.Resolucion{Motivo: motivo}))
	assert.Equal(t, "DOE-ACUERDO-10 body.hasta", mal(jalisco, "pedir-prorroga", acuerdo.Prorroga{Hasta: dia("2026-04-30"), Motivo: motivo}))
	assert.Equal(t, "DOE-ACUERDO-10 body.hasta", m.mal(jalisco, "2026-05-01", acuerdos, a, "pedir-prorroga", acuerdo.Prorroga{Hasta: dia("2026-05-30"), Motivo: motivo}))
	m.enAcuerdo(jalisco, "2026-04-10", a, "pedir-prorroga", acuerdo.Prorroga{Hasta: dia("2026-05-30"), Motivo: motivo})
	assert.Equal(t, "DOE-ACUERDO-10 body.hasta", mal(jalisco, "pedir-prorroga", acuerdo.Prorroga{Hasta: dia("2026-05-30"), Motivo: motivo}))
	assert.Equal(t, "DOE-ACUERDO-12 body.concede", mal(analisis, "resolver-prorroga", acuerdo.Resolucion{Concede: dia("2026-05-31"), Motivo: motivo}))
	m.enAcuerdo(analisis, "2026-04-10", a, "resolver-prorroga", acuerdo.Resolucion{Motivo: motivo})
	assert.Equal(t, "2026-04-30", m.acuerdo(a).Compromiso.String(), "negada no mueve la fecha")
}

func TestElReporteDeCumplimientoCuentaPorOrganoUnidadYReunion(t *testing.T) {
	m := nuevo(t)
	as := m.suscrita(
		pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"), pacto("A2", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-10"),
		pacto("A3", acuerdo.ACargo{Organo: "dn-administracion"}, "2026-04-05"), pacto("A4", acuerdo.ACargo{Unidad: "doe-7.1.3.1"}, "2026-06-30"),
	)
	m.enAcuerdo(jalisco, "2026-04-16", as[0], "reportar-avance", reporte(tramite.Entero, laPrueba("2026-03-17", "2026-04-16")))
	m.enAcuerdo(division, "2026-04-17", as[0], "verificar", acepta(tramite.Entero, "E1"))
	m.enAcuerdo(admon, "2026-04-09", as[2], "reportar-avance", reporte(tramite.Entero, laPrueba("2026-03-17", "2026-04-09")))
	m.enAcuerdo(division, "2026-04-17", as[2], "verificar", acepta(tramite.Entero, "E1"))
	var todos []acuerdo.Acuerdo
	for _, f := range as {
		todos = append(todos, *m.acuerdo(f))
	}
	r := acuerdo.Resumir(todos, dia("2026-03-17"), dia("2026-03-17"), dia("2026-04-20"), acuerdo.PorOrgano)
	assert.Equal(t, []acuerdo.Cumplimiento{
		{Clave: "dn-administracion", Total: 1, Por: map[tramite.Estado]int{acuerdo.Cumplido: 1}, PorGrado: map[acuerdo.Grado]int{acuerdo.Total: 1}, Tarde: 1, Dias: 23},
		{Clave: "ooad-14", Total: 2, Por: map[tramite.Estado]int{acuerdo.Cumplido: 1, acuerdo.EnCurso: 1}, PorGrado: map[acuerdo.Grado]int{acuerdo.Total: 1}, ATiempo: 1, Vencidos: 1, Dias: 30,
			MasAntiguo: &acuerdo.Atraso{Folio: as[1], Compromiso: dia("2026-04-10"), Dias: 10}},
	}, r.Filas)
	assert.Equal(t, 3, r.Total.Total)
	assert.Equal(t, 1, r.SinFila, "lo que está a cargo de una unidad no se pierde")
	assert.Equal(t, 26, r.Total.Dias, "días enteros: (23+30)/2")
	porUnidad := acuerdo.Resumir(todos, dia("2026-01-01"), dia("2026-12-31"), dia("2026-04-20"), acuerdo.PorUnidad)
	require.Len(t, porUnidad.Filas, 1)
	assert.Equal(t, "doe-7.1.3.1", porUnidad.Filas[0].Clave)
	porReunion := acuerdo.Resumir(todos, dia("2026-01-01"), dia("2026-12-31"), dia("2026-04-20"), acuerdo.PorReunion)
	require.Len(t, porReunion.Filas, 1)
	assert.Equal(t, 4, porReunion.Filas[0].Total)
	nada := acuerdo.Resumir(todos, dia("2026-03-18"), dia("2026-12-31"), dia("2026-04-20"), acuerdo.PorOrgano)
	assert.Empty(t, nada.Filas)
	assert.Zero(t, nada.Total.Total)
	// Whatever the grouping, the whole is the sum of its rows.
	for _, g := range acuerdo.Grupos() {
		r := acuerdo.Resumir(todos, dia("2026-01-01"), dia("2026-12-31"), dia("2026-04-20"), g)
		n, v := 0, 0
		for _, f := range r.Filas {
			n, v = n+f.Total, v+f.Vencidos
		}
		assert.Equal(t, r.Total.Total, n)
		assert.Len(t, todos, n+r.SinFila)
		assert.Equal(t, r.Total.Vencidos, v)
	}
}

// Who may do each act on what 7.1.5 keeps, by the functions of the catalog.
func TestQuienPuedeCadaActo(t *testing.T) {
	m := nuevo(t)
	f := m.celebrada()
	c := m.contexto(doe.Actor{}, "2026-03-12")
	quienes := func(r tramite.Registro, d tramite.Cualquiera) map[string]string {
		hay := map[string]string{}
		for _, a := range d.Definicion().Actos {
			if a.Interno || len(a.Facultades) == 0 {
				continue
			}
			var out []string
			for _, q := range d.Quienes(r, a.Nombre, &c) {
				out = append(out, strings.TrimPrefix(string(q.Unidad), "doe-"))
			}
			hay[a.Nombre] = strings.Join(out, " ")
		}
		return hay
	}
	const linea, aCargo = "7.1 7.1.5 7.1.5.1", "7.1.3.1"
	const asisten = "7.1 7.1.1 7.1.1.1 7.1.1.4 7.1.1.4.1 7.1.1.4.2 7.1.1.5 7.1.1.6 7.1.1.7 7.1.2 7.1.2.1 7.1.2.1.1 7.1.2.2 7.1.4 7.1.4.1.3 7.1.4.4 7.1.5 7.1.5.1 caood-7.1"
	const proponen = "7.1 7.1.1 7.1.1.1 7.1.1.4 7.1.1.4.1 7.1.1.5 7.1.1.6 7.1.1.7 7.1.2 7.1.2.1 7.1.2.2 7.1.4 7.1.4.1.3 7.1.4.4 7.1.5 7.1.5.1 caood-7.1"
	assert.Equal(t, map[string]string{
		"convocar": linea, "proponer-tema": proponen, "resolver-tema": linea, "dar-visto-bueno": linea, "confirmar": asisten, "diferir": linea, "cancelar": linea,
		"celebrar": linea, "analizar": "7.1.5 7.1.5.1", "levantar-minuta": linea, "observar-minuta": asisten, "dar-conformidad": asisten, "firmar": asisten,
		"suscribir": "7.1", "asentar-acta": linea, "adjuntar": linea,
	}, quienes(m.reunion(f), acuerdo.Reuniones))

	mm := nuevo(t)
	a := mm.suscrita(pacto("A1", acuerdo.ACargo{Unidad: "doe-" + aCargo}, "2026-04-30"))[0]
	c = mm.contexto(doe.Actor{}, "2026-03-17")
	assert.Equal(t, map[string]string{
		"acordar": "7.1", "reportar-avance": aCargo, "verificar": linea, "pedir-prorroga": aCargo, "resolver-prorroga": linea, "declarar-estancamiento": linea,
		"proponer-solucion": "7.1.5 7.1.5.1", "decidir-solucion": linea, "reasignar": linea, "analizar": "7.1.5 7.1.5.1", "difundir": "7.1.5 7.1.5.1", "concluir": linea, "cancelar": linea, "adjuntar": linea,
	}, quienes(mm.acuerdo(a), acuerdo.Acuerdos))
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	n := map[string]int{}
	for _, r := range acuerdo.Reglas() {
		serie := r.Codigo[:strings.LastIndex(r.Codigo, "-")]
		n[serie]++
		assert.Equal(t, fmt.Sprintf("%s-%02d", serie, n[serie]), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En, r.Codigo)
	}
	assert.Equal(t, map[string]int{"DOE-REUNION": 29, "DOE-ACUERDO": 18}, n)
}

func TestLosVocabulariosTienenSusConstantes(t *testing.T) {
	voces.Concuerda(t, acuerdo.Clases(), acuerdo.ParseClase, acuerdo.Multidisciplinaria, acuerdo.Nacional, acuerdo.Regional, acuerdo.Comite, acuerdo.Junta)
	voces.Concuerda(t, acuerdo.Modalidades(), acuerdo.ParseModalidad, acuerdo.Presencial, acuerdo.Virtual, acuerdo.Mixta)
	voces.Concuerda(t, acuerdo.Caracteres(), acuerdo.ParseCaracter, acuerdo.Preside, acuerdo.Secretaria, acuerdo.Vocal, acuerdo.Invitado)
	voces.Concuerda(t, acuerdo.Origenes(), acuerdo.ParseOrigen, acuerdo.DeReunion, acuerdo.DeSuperior, acuerdo.DeConcertacion, acuerdo.DeExpediente)
	voces.Concuerda(t, acuerdo.Causas(), acuerdo.ParseCausa, acuerdo.FaltaRecursos, acuerdo.FaltaNorma, acuerdo.DependeDeOtro, acuerdo.FaltaDefinicion, acuerdo.CausaExterna)
	voces.Concuerda(t, acuerdo.Grados(), acuerdo.ParseGrado, acuerdo.Total, acuerdo.Sustancial, acuerdo.Parcial, acuerdo.Minimo, acuerdo.Nulo)
	for _, c := range acuerdo.Clases() {
		_, ok := acuerdo.QuorumDe(c.Clave, dia("2026-03-02"))
		assert.True(t, ok, c.Clave)
		assert.Equal(t, c.Clave, acuerdo.TratoDe(c.Clave).Clase)
	}
	assert.Len(t, acuerdo.Tratos(), len(acuerdo.Clases()))
	assert.Len(t, acuerdo.Terminos(), 3)
	agota(t, reflect.TypeFor[acuerdo.Convocatoria](), "Clase", acuerdo.Clases())
	agota(t, reflect.TypeFor[acuerdo.Convocatoria](), "Modalidad", acuerdo.Modalidades())
	agota(t, reflect.TypeFor[acuerdo.Invitacion](), "Caracter", acuerdo.Caracteres())
	agota(t, reflect.TypeFor[acuerdo.Alta](), "Origen", acuerdo.Origenes())
	agota(t, reflect.TypeFor[acuerdo.Estancamiento](), "Causa", acuerdo.Causas())
}

// agota checks that the closed list of a field is the vocabulary.
func agota[T ~string](t *testing.T, tipo reflect.Type, campo string, vs vocabulario.Tabla[T]) {
	t.Helper()
	f, ok := tipo.FieldByName(campo)
	require.True(t, ok)
	_, lista, _ := strings.Cut(f.Tag.Get("validate"), "oneof=")
	lista, _, _ = strings.Cut(lista, ",")
	assert.ElementsMatch(t, vs.Claves(), strings.Fields(lista), "%s.%s", tipo, campo)
}

func TestPropiedadesDeLasReuniones(t *testing.T) {
	pronto := convocatoria(func(e *acuerdo.Convocatoria) { e.Inicio, e.Urgencia = prueba.Instante("2026-03-02 10:30"), motivo })
	pronto.Convocados = []acuerdo.Invitacion{{Unidad: "doe-7.1", Caracter: acuerdo.Preside}, {Organo: "dn-administracion", Caracter: acuerdo.Vocal}, {Organo: "ooad-14", Caracter: acuerdo.Vocal}}
	comite := pronto
	comite.Clase, comite.Comite, comite.Temas = acuerdo.Nacional, "", nil
	lejos := pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2027-12-31")
	var listas []any
	for _, d := range []string{"2026-03-02 10:30", "2026-03-12", "2026-03-19", "2026-03-20", "2026-04-01"} {
		listas = append(listas, lista(1, d, "doe-7.1", "dn-administracion", "ooad-14"), lista(2, d, "doe-7.1", "ooad-14"), lista(1, d, "ooad-14"))
	}
	sinTemas := borrador(lejos)
	sinTemas.Temas = nil
	faltan := acuerdo.Suscripcion{Version: 1, Faltan: []acuerdo.SinFirma{{Convocado: "dn-administracion", Motivo: "No firmó"}, {Convocado: "ooad-14", Motivo: "No firmó"}}}
	conObservacion := sinTemas
	conObservacion.Atendidas = []acuerdo.Atencion{{Observacion: "O1", Respuesta: "Se corrigió"}}
	prueba.Propiedades(t, acuerdo.Reuniones, prueba.Opciones{
		Otros: []tramite.Cualquiera{acuerdo.Libros, acuerdo.Acuerdos}, Actores: []doe.Actor{direccion, analisis, jalisco, admon},
		Entradas: map[string][]any{
			"convocar": {pronto, comite, comite}, "celebrar": listas, "levantar-minuta": {borrador(lejos), sinTemas, conObservacion},
			"dar-conformidad": {acuerdo.Conformidad{Version: 2}}, "suscribir": {faltan}, "asentar-acta": {faltan},
		},
	})
}

func TestPropiedadesDeLosAcuerdos(t *testing.T) {
	lejos := acuerdo.Acordar.Ejemplo
	lejos.Pacto.Compromiso = dia("2026-06-30")
	concertado := acuerdo.Alta{Origen: acuerdo.DeConcertacion, Documento: "Oficio", Pacto: pacto("", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30")}
	hoy := laPrueba("2026-03-02", "2026-03-02")
	prueba.Propiedades(t, acuerdo.Acuerdos, prueba.Opciones{
		Actores: []doe.Actor{direccion, titular("doe-7.1.4"), titular("doe-7.1.4.1"), jalisco, division},
		Entradas: map[string][]any{
			"acordar":           {lejos, concertado},
			"reportar-avance":   {reporte(tramite.Entero, hoy), acuerdo.Reporte{Avance: 3000, Nota: "Se corrige"}},
			"verificar":         {acepta(5000, "E1"), acepta(3000), acepta(tramite.Entero, "E1"), acuerdo.Comprobacion{Verificado: 3000, Nota: "Baja"}},
			"pedir-prorroga":    {acuerdo.Prorroga{Hasta: dia("2026-12-31"), Motivo: motivo}},
			"resolver-prorroga": {acuerdo.Resolucion{Motivo: motivo}, acuerdo.Resolucion{Concede: dia("2026-12-31"), Motivo: motivo}},
			"proponer-solucion": {acuerdo.Solucion{Texto: motivo}}, "decidir-solucion": {acuerdo.Decision{Solucion: "S1", Motivo: motivo}},
			"difundir": {acuerdo.Corte{Destinatarios: []string{"doe-7.1.4.1"}}},
		},
	})
}

func TestPropiedadesDeLosLibros(t *testing.T) {
	prueba.Propiedades(t, acuerdo.Libros, prueba.Opciones{Otros: []tramite.Cualquiera{acuerdo.Reuniones}, Pasos: 10})
}
