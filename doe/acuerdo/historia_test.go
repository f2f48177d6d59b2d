package acuerdo_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

const reuniones, acuerdos = acuerdo.ColeccionReuniones, acuerdo.Coleccion

func TestRegla21LosTemasLosProponenEnlacesYUnidadesYSeAceptanONoConMotivo(t *testing.T) {
	m := nuevo(t)
	f := m.convocada()
	propuesta := acuerdo.ProponerTema.Ejemplo
	m.hacer(jalisco, "2026-03-03", reuniones, f, "proponer-tema", propuesta)
	assert.Equal(t, "contraparte  [doe-7.1/14]", m.fundamento(reuniones, f))
	m.hacer(division, "2026-03-03", reuniones, f, "proponer-tema", propuesta)
	assert.Equal(t, "expreso doe.acuerdos:proponer [doe-7.1.5.1/9]", m.fundamento(reuniones, f))
	m.hacer(titular("doe-7.1.1.6"), "2026-03-03", reuniones, f, "proponer-tema", propuesta)
	assert.Equal(t, "expreso doe.acuerdos:representar [doe-7.1.1.6/3]", m.fundamento(reuniones, f))
	_, err := m.intentar(organo(doe.Evaluado, "ooad-15"), "2026-03-03", reuniones, f, "proponer-tema", propuesta)
	assert.True(t, falla.DeClase(err, falla.NoEncontrada), "no está convocado: no existe para él")
	_, err = m.intentar(titular("doe-7.1.6.1"), "2026-03-03", reuniones, f, "proponer-tema", propuesta)
	assert.NotEmpty(t, facultadas(t, err))

	m.hacer(analisis, "2026-03-04", reuniones, f, "resolver-tema", acuerdo.ResolucionTema{Tema: "T2", Acepta: true})
	assert.Equal(t, "DOE-REUNION-11 body.motivo", m.mal(analisis, "2026-03-04", reuniones, f, "resolver-tema", acuerdo.ResolucionTema{Tema: "T3"}))
	m.hacer(analisis, "2026-03-04", reuniones, f, "resolver-tema", acuerdo.ResolucionTema{Tema: "T3", Motivo: "Es de otra reunión."})
	assert.Equal(t, "DOE-REUNION-10 body.tema", m.mal(analisis, "2026-03-04", reuniones, f, "resolver-tema", acuerdo.ResolucionTema{Tema: "T3", Acepta: true}))
	r := m.reunion(f)
	var ts []string
	for _, x := range r.Temas {
		ts = append(ts, fmt.Sprintf("%s %s %s%s", x.Clave, x.Estado, x.Autoria.Unidad, x.Autoria.Organo))
	}
	assert.Equal(t, []string{"T1 aceptado doe-7.1.5", "T2 aceptado ooad-14", "T3 no_aceptado doe-7.1.5.1", "T4 propuesto doe-7.1.1.6"}, ts)
	assert.Equal(t, "Es de otra reunión.", r.Temas[2].Motivo)
}

func TestRegla21UnCompromisoEstancadoRecibeUnaSolucion(t *testing.T) {
	m := nuevo(t)
	a := m.suscrita(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"))[0]
	m.enAcuerdo(division, "2026-04-01", a, "declarar-estancamiento", acuerdo.Estancar.Ejemplo)
	assert.Equal(t, "expreso doe.acuerdos:analizar [doe-7.1.5.1/2 doe-7.1.5.1/10]", m.fundamento(acuerdos, a))
	m.enAcuerdo(analisis, "2026-04-02", a, "proponer-solucion", acuerdo.ProponerSolucion.Ejemplo)
	assert.Equal(t, "expreso doe.acuerdos:proponer [doe-7.1.5/4]", m.fundamento(acuerdos, a))
	_, err := m.intentar(division, "2026-04-02", acuerdos, a, "decidir-solucion", acuerdo.Decision{Solucion: "S1", Acepta: true, Motivo: motivo})
	require.NoError(t, err, "la División organiza y coordina; puede decidir")
	r := m.acuerdo(a)
	assert.Equal(t, acuerdo.EnCurso, r.Estado)
	assert.Equal(t, "2026-05-15", r.Compromiso.String())
	assert.Equal(t, "2026-04-30", r.PrimerCompromiso.String(), "la primera fecha se conserva")
	assert.Equal(t, "DOE-ACUERDO-14 body.compromiso", func() string {
		m.enAcuerdo(division, "2026-04-03", a, "declarar-estancamiento", acuerdo.Estancar.Ejemplo)
		return m.mal(analisis, "2026-04-03", acuerdos, a, "proponer-solucion", acuerdo.ProponerSolucion.Ejemplo)
	}())
	s := acuerdo.Solucion{Texto: "Que el área de compras adelante el pedido."}
	m.enAcuerdo(analisis, "2026-04-03", a, "proponer-solucion", s)
	m.enAcuerdo(direccion, "2026-04-06", a, "decidir-solucion", acuerdo.Decision{Solucion: "S1", Motivo: "No hay presupuesto."})
	assert.Equal(t, acuerdo.Estancado, m.acuerdo(a).Estado)
	assert.Equal(t, "DOE-ACUERDO-13 body.solucion", m.mal(direccion, "2026-04-06", acuerdos, a, "decidir-solucion", acuerdo.Decision{Solucion: "S1", Acepta: true, Motivo: motivo}))
}

func TestRegla21ElCumplimientoTieneGrado(t *testing.T) {
	for _, x := range []struct {
		avance tramite.Centesimas
		grado  acuerdo.Grado
		estado tramite.Estado
	}{
		{9999, acuerdo.Sustancial, acuerdo.Cumplido}, {8000, acuerdo.Sustancial, acuerdo.Cumplido}, {7999, acuerdo.Parcial, acuerdo.Incumplido},
		{5000, acuerdo.Parcial, acuerdo.Incumplido}, {4999, acuerdo.Minimo, acuerdo.Incumplido}, {1, acuerdo.Minimo, acuerdo.Incumplido}, {0, acuerdo.Nulo, acuerdo.Incumplido},
	} {
		m := nuevo(t)
		a := m.suscrita(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"))[0]
		m.enAcuerdo(jalisco, "2026-04-20", a, "reportar-avance", reporte(9999, laPrueba("2026-03-17", "2026-04-20")))
		m.enAcuerdo(division, "2026-04-21", a, "verificar", acepta(x.avance, "E1"))
		m.enAcuerdo(analisis, "2026-05-04", a, "concluir", acuerdo.Concluir.Ejemplo)
		r := m.acuerdo(a)
		assert.Equal(t, x.estado, r.Estado, x.avance)
		assert.Equal(t, x.grado, r.Desenlace.Grado, x.avance)
		assert.Equal(t, "2026-04-20", r.Desenlace.Cumplido.String())
		assert.Zero(t, r.Desenlace.Retraso)
	}
	assert.Equal(t, acuerdo.Total, acuerdo.GradoDe(tramite.Entero).Grado)
	assert.Len(t, acuerdo.Escala(), len(acuerdo.Grados()))
}

func TestUnaReunionMultidisciplinariaDaAcuerdosQueSeCumplen(t *testing.T) {
	m := nuevo(t)
	as := m.suscrita(
		pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"),
		pacto("A2", acuerdo.ACargo{Organo: "dn-administracion"}, "2026-04-15"),
		pacto("A3", acuerdo.ACargo{Unidad: "doe-7.1.3.1"}, "2026-04-10"),
	)
	require.Len(t, as, 3)
	assert.Equal(t, "expreso doe.acuerdos:acordar [doe-7.1/14]", m.fundamento(acuerdos, as[0]), "nace del acto de quien suscribe")
	r := m.acuerdo(as[0])
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.5"), r.Unidad, "lo guarda quien convocó")
	assert.Equal(t, doe.OOAD("14"), r.OOAD)
	assert.Equal(t, acuerdo.DeReunion, r.Origen)
	assert.Equal(t, doe.NivelCentral, m.acuerdo(as[1]).OOAD)

	m.enAcuerdo(jalisco, "2026-04-27", as[0], "reportar-avance", reporte(tramite.Entero, laPrueba("2026-03-17", "2026-04-27")))
	assert.Equal(t, acuerdo.Entregado, m.acuerdo(as[0]).Estado)
	m.enAcuerdo(division, "2026-05-06", as[0], "verificar", acepta(tramite.Entero, "E1"))
	r = m.acuerdo(as[0])
	assert.Equal(t, acuerdo.Cumplido, r.Estado)
	assert.Equal(t, &acuerdo.Desenlace{Grado: acuerdo.Total, Verificado: tramite.Entero, Cumplido: dia("2026-04-27"), Autoria: r.Desenlace.Autoria}, r.Desenlace,
		"cuenta el día en que se informó, no el de la verificación")

	// A unit in charge fulfils it itself; its superior does not.
	_, err := m.intentar(titular("doe-7.1.3"), "2026-04-01", acuerdos, as[2], "reportar-avance", reporte(1000))
	assert.Equal(t, []string{"doe-7.1.3.1"}, facultadas(t, err))
	_, err = m.intentar(analisis, "2026-04-01", acuerdos, as[1], "reportar-avance", reporte(1000))
	assert.Empty(t, facultadas(t, err), "lo de un órgano no lo cumple ninguna unidad")
	m.enAcuerdo(titular("doe-7.1.3.1"), "2026-04-01", as[2], "reportar-avance", reporte(1000))
	assert.Equal(t, "jerarquico doe.acuerdos:atender [doe-7.1.3.1/15]", m.fundamento(acuerdos, as[2]))
}

func TestLaPrimeraFechaSeConservaConCadaProrroga(t *testing.T) {
	m := nuevo(t)
	a := m.suscrita(pacto("A1", acuerdo.ACargo{Organo: "dn-administracion"}, "2026-04-15"))[0]
	for _, x := range []struct{ pide, hoy string }{{"2026-05-15", "2026-04-15"}, {"2026-06-15", "2026-05-10"}} {
		m.enAcuerdo(admon, x.hoy, a, "pedir-prorroga", acuerdo.Prorroga{Hasta: dia(x.pide), Motivo: motivo})
		m.enAcuerdo(analisis, x.hoy, a, "resolver-prorroga", acuerdo.Resolucion{Concede: dia(x.pide), Motivo: motivo})
	}
	assert.Equal(t, "DOE-ACUERDO-10 body.hasta", m.mal(admon, "2026-06-01", acuerdos, a, "pedir-prorroga", acuerdo.Prorroga{Hasta: dia("2026-07-15"), Motivo: motivo}), "a lo más dos")
	m.enAcuerdo(admon, "2026-06-20", a, "reportar-avance", reporte(tramite.Entero, laPrueba("2026-03-17", "2026-06-20")))
	m.enAcuerdo(division, "2026-06-22", a, "verificar", acepta(tramite.Entero, "E1"))
	d := m.acuerdo(a).Desenlace
	assert.Equal(t, 5, d.Retraso)
	assert.Equal(t, 66, d.RetrasoInicial)
	assert.Equal(t, "2026-04-15", m.acuerdo(a).Relojes[0].Comunicados[0].String())
}

func TestLoVencidoEscalaPorLaLineaDeAdscripcion(t *testing.T) {
	m := nuevo(t)
	as := m.suscrita(
		pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-10"),
		pacto("A2", acuerdo.ACargo{Unidad: "doe-7.1.3.1.4"}, "2026-04-10"),
		pacto("A3", acuerdo.ACargo{Unidad: "doe-7.1"}, "2026-04-10"),
	)
	ruta := func(a string) []string {
		m.amanece(acuerdos, a, "2026-04-10")
		assert.Empty(t, m.acuerdo(a).Escalamientos, "el último día aún es a tiempo")
		for _, d := range []string{"2026-04-11", "2026-04-16", "2026-04-21", "2026-05-01", "2026-06-01"} {
			m.amanece(acuerdos, a, d)
		}
		var out []string
		for _, e := range m.acuerdo(a).Escalamientos {
			out = append(out, fmt.Sprintf("%s %d %s%s", e.Dia, e.Nivel, e.Unidad, e.Organo))
		}
		return out
	}
	assert.Equal(t, []string{"2026-04-11 1 ooad-14", "2026-04-16 2 doe-7.1.5", "2026-04-21 3 doe-7.1", "2026-05-01 3 doe-7.1"}, ruta(as[0]))
	assert.Equal(t, []string{"2026-04-11 1 doe-7.1.3.1", "2026-04-16 2 doe-7.1.3", "2026-04-21 3 doe-7.1", "2026-05-01 3 doe-7.1"}, ruta(as[1]))
	assert.Equal(t, "2026-04-11 1 organo-direccion-general", ruta(as[2])[0])
}

func TestElRelojRecuerdaCadaInformeQueFalta(t *testing.T) {
	m := nuevo(t)
	p := pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-06-30")
	p.ReportaCada = 15
	a := m.suscrita(p)[0]
	for _, d := range []string{"2026-04-01", "2026-04-02", "2026-04-17", "2026-04-18"} {
		m.amanece(acuerdos, a, d)
	}
	assert.Equal(t, []fecha.Fecha{dia("2026-04-02"), dia("2026-04-18")}, m.acuerdo(a).Recordatorios)
	m.enAcuerdo(jalisco, "2026-04-20", a, "reportar-avance", acuerdo.Reporte{Avance: 1000, Nota: "Se empezó"})
	m.amanece(acuerdos, a, "2026-05-05")
	assert.Len(t, m.acuerdo(a).Recordatorios, 2, "quince días desde el informe")
	m.amanece(acuerdos, a, "2026-05-06")
	assert.Len(t, m.acuerdo(a).Recordatorios, 3)
}

func TestElQuorumEsElDeSuClaseYSuConvocatoria(t *testing.T) {
	m := nuevo(t)
	f := m.convocada()
	// Four vote, three are needed in the first call, and who presides.
	m.hacer(analisis, "2026-03-12 10:10", reuniones, f, "celebrar", lista(1, "2026-03-12 10:05", "doe-7.1", "ooad-14"))
	r := m.reunion(f)
	assert.Equal(t, acuerdo.Convocada, r.Estado, "sin quórum sigue convocada")
	assert.Equal(t, 3, r.Computos[0].Requeridos)
	assert.Equal(t, "DOE-REUNION-14 body.convocatoria", m.mal(analisis, "2026-03-12 10:29", reuniones, f, "celebrar", lista(2, "2026-03-12 10:29", "doe-7.1", "ooad-14")))
	m.hacer(analisis, "2026-03-12 10:30", reuniones, f, "celebrar", lista(2, "2026-03-12 10:30", "doe-7.1", "ooad-14"))
	r = m.reunion(f)
	assert.Equal(t, acuerdo.Celebrada, r.Estado)
	assert.Equal(t, 2, r.Computos[1].Requeridos)

	sinPreside := nuevo(t)
	f = sinPreside.convocada()
	sinPreside.hacer(analisis, "2026-03-12 10:10", reuniones, f, "celebrar", lista(1, "2026-03-12", todos[1:]...))
	assert.Equal(t, acuerdo.Convocada, sinPreside.reunion(f).Estado, "sin presidencia no hay quórum")
	for _, q := range acuerdo.Quorums() {
		for n := 2; n <= 80; n++ {
			assert.LessOrEqual(t, q.Segunda.De(n), q.Primera.De(n), "%s %d", q.Clase, n)
			assert.LessOrEqual(t, q.Primera.De(n), n)
			assert.Positive(t, q.Segunda.De(n))
		}
	}
}

func TestLaMinutaSeRevisaEnSuTerminoYSeFirma(t *testing.T) {
	m := nuevo(t)
	p := pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30")
	f := m.enRevision(p)
	assert.Equal(t, "expreso doe.acuerdos:elaborar [doe-7.1.5.1/4 doe-7.1.5.1/5]", m.fundamento(reuniones, f))
	m.hacer(jalisco, "2026-03-13", reuniones, f, "observar-minuta", acuerdo.Observaciones{Version: 1, Puntos: []string{"El plazo fue el 15 de mayo"}})
	m.hacer(medicas, "2026-03-13", reuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 1})
	assert.Equal(t, "DOE-REUNION-23 body", m.mal(jalisco, "2026-03-13", reuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 1}), "lo que observó espera respuesta")
	assert.Equal(t, "DOE-REUNION-21 body.atendidas", m.mal(division, "2026-03-13", reuniones, f, "levantar-minuta", borrador(p)))
	p.Compromiso = dia("2026-05-15")
	b := borrador(p)
	b.Atendidas = []acuerdo.Atencion{{Observacion: "O1", Respuesta: "Se corrigió"}}
	m.hacer(division, "2026-03-17", reuniones, f, "levantar-minuta", b)
	assert.Equal(t, "DOE-REUNION-22 body.version", m.mal(medicas, "2026-03-17", reuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 1}))
	m.hacer(jalisco, "2026-03-18", reuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 2})
	m.amanece(reuniones, f, "2026-03-20")
	assert.Equal(t, acuerdo.EnRevision, m.reunion(f).Estado, "tres días hábiles de cada versión")
	m.amanece(reuniones, f, "2026-03-21")
	r := m.reunion(f)
	assert.Equal(t, acuerdo.PorFirmar, r.Estado, "quien no revisa en término se tiene por conforme")
	assert.Equal(t, acuerdo.RevisionVencida, r.Convocados[1].Revision.Estado)

	m.hacer(jalisco, "2026-03-23", reuniones, f, "firmar", acuerdo.Conformidad{Version: 2})
	assert.Equal(t, "DOE-REUNION-24 body", m.mal(jalisco, "2026-03-23", reuniones, f, "firmar", acuerdo.Conformidad{Version: 2}))
	assert.Equal(t, "DOE-REUNION-25 body.faltan", m.mal(direccion, "2026-03-23", reuniones, f, "suscribir", acuerdo.Suscripcion{Version: 2}))
	_, err := m.intentar(analisis, "2026-03-23", reuniones, f, "suscribir", acuerdo.Suscripcion{Version: 2})
	assert.Equal(t, []string{"doe-7.1"}, facultadas(t, err), "los acuerdos los suscribe la Dirección (7.1/14)")
	assert.Contains(t, m.mal(analisis, "2026-03-23", reuniones, f, "asentar-acta", acuerdo.Suscripcion{Version: 2}), "DOE-REUNION-26 body")
	m.hacer(direccion, "2026-03-23", reuniones, f, "suscribir", acuerdo.Suscripcion{Version: 2, Faltan: []acuerdo.SinFirma{
		{Convocado: "dn-prestaciones-medicas", Motivo: "No firmó en término"}, {Convocado: "dn-administracion", Motivo: "No firmó en término"},
	}})
	assert.Equal(t, acuerdo.Concluida, m.reunion(f).Estado)
	assert.Equal(t, "2026-05-15", m.acuerdo(m.acuerdos()[0]).Compromiso.String())
}

func TestElLibroNumeraLasActasSinHuecos(t *testing.T) {
	m := nuevo(t)
	comite := func(e *acuerdo.Convocatoria) {
		e.Clase, e.Comite = acuerdo.Comite, "comite-evaluacion"
		e.Convocados = []acuerdo.Invitacion{{Unidad: "doe-7.1.5", Caracter: acuerdo.Preside}, {Organo: "dn-finanzas", Caracter: acuerdo.Vocal}}
	}
	_, err := m.intentar(analisis, "2026-03-02", reuniones, "", "", convocatoria(comite))
	assert.Equal(t, "DOE-REUNION-07 body.comite", fallas(err), "falta abrir el libro")
	libro := m.hacer(analisis, "2026-03-02", acuerdo.ColeccionLibros, "", "", acuerdo.AbrirLibro.Ejemplo)
	assert.Equal(t, "DOE-REUNION-29 body.comite", m.mal(analisis, "2026-03-02", acuerdo.ColeccionLibros, "", "", acuerdo.AbrirLibro.Ejemplo))
	sesion := func() string {
		f := m.convocada(comite)
		m.hacer(analisis, "2026-03-12 11:00", reuniones, f, "celebrar", lista(1, "2026-03-12", "doe-7.1.5", "dn-finanzas"))
		m.hacer(division, "2026-03-12 12:00", reuniones, f, "levantar-minuta", borrador(pacto("A1", acuerdo.ACargo{Unidad: "doe-7.1.5.1"}, "2026-04-30")))
		m.hacer(organo(doe.Normativo, "dn-finanzas"), "2026-03-13", reuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 1})
		return f
	}
	firmada := acuerdo.Suscripcion{Version: 1, Faltan: []acuerdo.SinFirma{{Convocado: "dn-finanzas", Motivo: "No firmó en término"}}}
	una, dos, tres := sesion(), sesion(), m.convocada(comite)
	m.hacer(analisis, "2026-03-18", reuniones, dos, "asentar-acta", firmada)
	m.hacer(analisis, "2026-03-19", reuniones, una, "asentar-acta", firmada)
	assert.Equal(t, []int{2, 1, 0}, []int{m.reunion(una).Acta, m.reunion(dos).Acta, m.reunion(tres).Acta}, "en el orden en que se asientan")
	a := m.acuerdo(m.acuerdos()[0])
	assert.Equal(t, dos, a.Reunion)
	assert.Equal(t, doe.PorSistema, m.Eventos(acuerdos, a.Folio)[0].Fundamento.Tipo)
	l := leer[acuerdo.Libro](m, acuerdo.ColeccionLibros, libro)
	require.Len(t, l.Actas, 2)
	rs := acuerdo.Renglones([]acuerdo.Reunion{*m.reunion(tres), *m.reunion(una), *m.reunion(dos)})
	assert.Equal(t, []string{"1 " + dos, "2 " + una, "0 " + tres}, []string{fmt.Sprint(rs[0].Numero, " ", rs[0].Folio), fmt.Sprint(rs[1].Numero, " ", rs[1].Folio), fmt.Sprint(rs[2].Numero, " ", rs[2].Folio)})
	assert.Equal(t, []string{"A1"}, rs[0].Acuerdos)
	assert.Equal(t, 2, rs[0].Asistieron)
	m.hacer(analisis, "2026-03-19", acuerdo.ColeccionLibros, libro, "cerrar", acuerdo.CerrarLibro.Ejemplo)
	_, err = m.intentar(analisis, "2026-03-19", reuniones, "", "", convocatoria(comite, func(e *acuerdo.Convocatoria) { e.Inicio = prueba.Instante("2026-04-12") }))
	assert.Equal(t, "DOE-REUNION-07 body.comite", fallas(err), "el libro está cerrado")
}

func TestLaCoordinacionDelOOADAsientaLaJuntaYSigueSusAcuerdos(t *testing.T) {
	m := nuevo(t)
	junta := convocatoria(func(e *acuerdo.Convocatoria) {
		e.Clase, e.Comite = acuerdo.Junta, "junta-ooad-14"
		e.Convocados = []acuerdo.Invitacion{{Organo: "ooad-14", Caracter: acuerdo.Preside}, {Unidad: doe.CAOOD, Caracter: acuerdo.Vocal}}
	})
	m.hacer(regional, "2026-03-02", acuerdo.ColeccionLibros, "", "", acuerdo.Apertura{Comite: "junta-ooad-14", Nombre: "Junta de gobierno", Ejercicio: 2026})
	f := m.hacer(regional, "2026-03-02", reuniones, "", "", junta)
	assert.Equal(t, "expreso doe.acuerdos:informar [caood-7.1/9]", m.fundamento(reuniones, f))
	assert.Equal(t, doe.OOAD("14"), m.reunion(f).OOAD)
	_, err := m.intentar(analisis, "2026-03-02", reuniones, "", "", junta)
	assert.Contains(t, fallas(err), "DOE-REUNION-01 body.clase")
	m.hacer(regional, "2026-03-12 10:30", reuniones, f, "celebrar", lista(1, "2026-03-12", "ooad-14", "caood-7.1"))
	m.hacer(regional, "2026-03-12 12:00", reuniones, f, "levantar-minuta", borrador(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"), pacto("A2", acuerdo.ACargo{Unidad: doe.CAOOD, OOAD: "14"}, "2026-04-30")))
	m.hacer(jalisco, "2026-03-13", reuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 1})
	m.hacer(jalisco, "2026-03-13", reuniones, f, "firmar", acuerdo.Conformidad{Version: 1})
	m.hacer(regional, "2026-03-13", reuniones, f, "asentar-acta", acuerdo.Suscripcion{Version: 1})
	as := m.acuerdos()
	require.Len(t, as, 2)
	m.enAcuerdo(jalisco, "2026-04-01", as[0], "reportar-avance", reporte(tramite.Entero, laPrueba("2026-03-13", "2026-04-01")))
	m.enAcuerdo(regional, "2026-04-02", as[0], "verificar", acepta(tramite.Entero, "E1"))
	assert.Equal(t, "expreso doe.acuerdos:seguir [caood-7.1/9]", m.fundamento(acuerdos, as[0]))
	m.enAcuerdo(regional, "2026-04-02", as[1], "reportar-avance", reporte(5000))
	otra := regional
	otra.OOAD = "15"
	_, err = m.intentar(otra, "2026-04-02", acuerdos, as[1], "reportar-avance", reporte(6000))
	assert.True(t, falla.DeClase(err, falla.Prohibida))
}

func TestLasReunionesNacionalesQueOrganizaLaCoordinacionTienenVistoBueno(t *testing.T) {
	m := nuevo(t)
	logistica := titular("doe-7.1.1.6")
	f := m.hacer(logistica, "2026-03-02", reuniones, "", "", convocatoria(func(e *acuerdo.Convocatoria) { e.Clase = acuerdo.Nacional }))
	assert.Equal(t, "expreso doe.acuerdos:coordinar [doe-7.1.1.6/9]", m.fundamento(reuniones, f))
	assert.Equal(t, "DOE-REUNION-17 body", m.mal(logistica, "2026-03-12 10:30", reuniones, f, "celebrar", lista(1, "2026-03-12", todos...)))
	assert.Equal(t, "DOE-REUNION-18 body", m.mal(logistica, "2026-03-03", reuniones, f, "dar-visto-bueno", acuerdo.VistoBueno{}))
	m.hacer(titular("doe-7.1.1"), "2026-03-03", reuniones, f, "dar-visto-bueno", acuerdo.VistoBueno{})
	m.hacer(logistica, "2026-03-12 10:30", reuniones, f, "celebrar", lista(1, "2026-03-12", todos...))
	otra := m.convocada()
	assert.Equal(t, "DOE-REUNION-18 body", m.mal(direccion, "2026-03-03", reuniones, otra, "dar-visto-bueno", acuerdo.VistoBueno{}), "nadie lo pide para esta")
}

func TestDiferirConservaLaPrimeraFechaYCancelarTermina(t *testing.T) {
	m := nuevo(t)
	f := m.convocada()
	m.hacer(jalisco, "2026-03-03", reuniones, f, "confirmar", acuerdo.Confirmacion{Asiste: true, Suplente: "Jefatura", Documento: "Oficio 1"})
	m.hacer(analisis, "2026-03-04", reuniones, f, "diferir", acuerdo.Diferir.Ejemplo)
	r := m.reunion(f)
	assert.Equal(t, prueba.Instante("2026-03-12"), r.PrimerInicio)
	assert.Equal(t, prueba.Instante("2026-03-19"), r.Inicio)
	assert.Equal(t, prueba.Instante("2026-03-12"), r.Diferimientos[0].De)
	assert.Nil(t, r.Convocados[3].Confirmacion, "hay que volver a confirmar")
	assert.Equal(t, "DOE-REUNION-13 body.hora", m.mal(analisis, "2026-03-12 11:00", reuniones, f, "celebrar", lista(1, "2026-03-12", todos...)))
	assert.Equal(t, "DOE-REUNION-28 body.inicio", m.mal(analisis, "2026-03-04", reuniones, f, "diferir", acuerdo.Diferir.Ejemplo))
	m.hacer(analisis, "2026-03-05", reuniones, f, "cancelar", acuerdo.CancelarReunion.Ejemplo)
	assert.Equal(t, acuerdo.ReunionCancelada, m.reunion(f).Estado)
}

func TestSeAcuerdaConUnSuperiorYSeConciertaConOrganos(t *testing.T) {
	m := nuevo(t)
	vinculacion := titular("doe-7.1.4")
	f := m.hacer(vinculacion, "2026-03-02", acuerdos, "", "", acuerdo.Acordar.Ejemplo)
	assert.Equal(t, "expreso doe.acuerdos:acordar [doe-7.1.4/2]", m.fundamento(acuerdos, f))
	c := m.contexto(direccion, "2026-03-03")
	var quienes []string
	for _, q := range acuerdo.Acuerdos.Quienes(m.acuerdo(f), "verificar", &c) {
		quienes = append(quienes, string(q.Unidad))
	}
	assert.Equal(t, []string{"doe-7.1"}, quienes, "lo sigue el superior con quien se acordó")
	m.hacer(titular("doe-7.1.1"), "2026-03-02", acuerdos, "", "", acuerdo.Alta{Origen: acuerdo.DeConcertacion, Documento: "Línea de acción 1",
		Pacto: pacto("", acuerdo.ACargo{Organo: "dn-prestaciones-medicas"}, "2026-06-30")})
	_, err := m.intentar(titular("doe-7.1.6"), "2026-03-02", acuerdos, "", "", acuerdo.Acordar.Ejemplo)
	assert.Equal(t, []string{"doe-7.1"}, facultadas(t, err))
	personal := vinculacion
	personal.Puesto = doe.Personal
	_, err = m.intentar(personal, "2026-03-02", acuerdos, "", "", acuerdo.Acordar.Ejemplo)
	assert.True(t, falla.DeClase(err, falla.Prohibida), "lo firma la titular")
}

func TestReasignarConservaAQuienLoTenia(t *testing.T) {
	m := nuevo(t)
	a := m.suscrita(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"))[0]
	m.enAcuerdo(analisis, "2026-04-01", a, "reasignar", acuerdo.Reasignar.Ejemplo)
	r := m.acuerdo(a)
	assert.Equal(t, "dn-administracion", r.ACargo.Clave())
	assert.Equal(t, "ooad-14", r.Reasignaciones[0].De.Clave())
	assert.Equal(t, []acuerdo.Interesado{{Organo: "dn-administracion", Rol: doe.Normativo}, {Organo: "ooad-14", Rol: doe.Evaluado}}, r.Interesados)
	assert.Equal(t, "DOE-ACUERDO-05 body", m.mal(jalisco, "2026-04-02", acuerdos, a, "reportar-avance", reporte(1000)), "ahora solo lo sigue")
	m.enAcuerdo(admon, "2026-04-02", a, "reportar-avance", reporte(1000))
	assert.Equal(t, "DOE-ACUERDO-18 body.a_cargo", m.mal(analisis, "2026-04-03", acuerdos, a, "reasignar", acuerdo.Reasignar.Ejemplo))
	assert.Equal(t, "DOE-ACUERDO-01 body.a_cargo.ooad", m.mal(analisis, "2026-04-03", acuerdos, a, "reasignar", acuerdo.CambioCargo{ACargo: acuerdo.ACargo{Unidad: doe.CAOOD, OOAD: "15"}, Motivo: motivo}))
}

func TestSeDifundeElCorteEntreLasPartes(t *testing.T) {
	m := nuevo(t)
	a := m.suscrita(pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, "2026-04-30"))[0]
	m.enAcuerdo(jalisco, "2026-04-01", a, "reportar-avance", reporte(4000))
	m.enAcuerdo(analisis, "2026-04-02", a, "difundir", acuerdo.Difundir.Ejemplo)
	assert.Equal(t, "expreso doe.acuerdos:difundir [doe-7.1.5/5]", m.fundamento(acuerdos, a))
	m.enAcuerdo(division, "2026-04-02", a, "difundir", acuerdo.Difundir.Ejemplo)
	assert.Equal(t, "expreso doe.acuerdos:informar [doe-7.1.5.1/3]", m.fundamento(acuerdos, a))
	d := m.acuerdo(a).Difusiones[0]
	assert.Equal(t, tramite.Centesimas(4000), d.Avance)
	assert.Zero(t, d.Verificado)
	assert.Equal(t, "DOE-ACUERDO-17 body.destinatarios[0]", m.mal(analisis, "2026-04-02", acuerdos, a, "difundir", acuerdo.Corte{Destinatarios: []string{"ooad-15"}}))
}
