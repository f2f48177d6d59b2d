package recurrencia_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

func TestLosVocabulariosDicenLoQueSusConstantes(t *testing.T) {
	voces.Concuerda(t, recurrencia.Origenes(), recurrencia.ParseOrigen, recurrencia.PorDeteccion, recurrencia.PorReporte)
	voces.Concuerda(t, recurrencia.Causas(), recurrencia.ParseCausa, recurrencia.CausaInsumos, recurrencia.CausaPersonal, recurrencia.CausaProceso, recurrencia.CausaInformacion,
		recurrencia.CausaTrato, recurrencia.CausaSistema, recurrencia.CausaAjena, recurrencia.CausaSinSaber)
	voces.Concuerda(t, recurrencia.CausalesDeclinar(), recurrencia.ParseCausalDeclinar, recurrencia.NoLeCompete, recurrencia.YaLaAtiende, recurrencia.NoProcede, recurrencia.FaltanElemen)
	voces.Concuerda(t, recurrencia.CausalesDescarte(), recurrencia.ParseCausalDescarte, recurrencia.ErrorDeRegistro, recurrencia.CambioDeMedida, recurrencia.CausaConocida, recurrencia.YaSeSigue, recurrencia.SinSustento)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range recurrencia.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-RECURRENCIA-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
	}
	for _, f := range recurrencia.Terminos() {
		assert.False(t, f.Termino.Fuente.IsZero(), f.Plazo)
	}
}

func TestPropiedades(t *testing.T) {
	x := nuevo(t)
	x.senala(7, 600_000)
	otra := celda
	otra.Tema = "trato"
	prueba.Propiedades(t, recurrencia.Problematicas, prueba.Opciones{
		Otros:   []tramite.Cualquiera{siade.Peticiones, acuerdo.Reuniones, acuerdo.Libros, acuerdo.Acuerdos, envio.Envios},
		Actores: []doe.Actor{jalisco, sistemas, coordina, unidad, delOOAD},
		Lectura: func(_ string, q any) (any, error) { return x.cuentas(q.(recurrencia.Consulta)), nil },
		Entradas: map[string][]any{
			"detectar": {recurrencia.Alta{Origen: recurrencia.PorDeteccion, Celda: otra, Titulo: "Trato en ventanilla"}},
			"turnar":   {recurrencia.Turno{Organo: "dn-prestaciones-medicas", Motivo: "La norma es de esa dirección.", Medio: envio.PorSistema}},
			"cerrar":   {recurrencia.Fin{Motivo: "El servicio se trasladó a otra unidad.", SinJunta: "No hubo sesión en el trimestre."}},
		},
	})
}

func TestDetectarCongelaLasCuentasDelDia(t *testing.T) {
	x, f := detectada(t)
	p := x.problematica(f)
	assert.Equal(t, recurrencia.Detectada, p.Estado)
	assert.Equal(t, doe.CAOOD, p.Unidad)
	assert.Equal(t, doe.OOAD("14"), p.OOAD)
	assert.Equal(t, deteccion.Sitio, p.Nivel)
	d := p.Deteccion
	assert.True(t, d.Senalada)
	assert.Equal(t, deteccion.Metodo, d.Metodo)
	assert.Equal(t, dia("2026-03-01"), d.Corte, "the last Sunday")
	assert.Equal(t, dia("2026-01-04"), d.Historia, "eight weeks before")
	assert.Equal(t, 31, d.Medida.Observados)
	assert.Equal(t, 40_000, d.Probadas)
	assert.Equal(t, "/v1/peticiones?creado_desde=2026-02-02&creado_hasta=2026-03-01&ooad=14&servicio=farmacia&tema=medicamentos&unidad_servicio=JCIMS000301", d.Peticiones)
	x.senala(0, 0)
	assert.Equal(t, 31, x.problematica(f).Deteccion.Medida.Observados)
}

func TestLoNacionalLoGuardaInformacionYSistemas(t *testing.T) {
	x := nuevo(t)
	x.senala(7, 1)
	f := x.hacer(doe.Reloj(), "", "", recurrencia.Alta{Origen: recurrencia.PorDeteccion, Celda: deteccion.Celda{Tema: "medicamentos"}, Titulo: "Medicamentos en el país"})
	p := x.problematica(f)
	assert.Equal(t, recurrencia.Guarda, p.Unidad)
	assert.Equal(t, doe.NivelCentral, p.OOAD)
	assert.Equal(t, deteccion.Nacional, p.Nivel)
}

func TestRegla01LaCeldaSeDiceEntera(t *testing.T) {
	x := nuevo(t)
	for _, c := range []deteccion.Celda{{OOAD: "14"}, {Unidad: "JCIMS000301", Tema: "trato"}, {OOAD: "09", Tema: "trato"}, {OOAD: "36", Tema: "trato"}} {
		e := recurrencia.Detectar.Ejemplo
		e.Celda = c
		x.rompe(sistemas, "", "", e, "01 body.celda")
	}
	e := recurrencia.Detectar.Ejemplo
	for _, c := range []deteccion.Celda{{OOAD: "06", Tema: "trato"}, {Tema: "trato"}} {
		e.Celda = c
		_, err := x.intentar(jalisco, recurrencia.Coleccion, "", "", e)
		require.ErrorContains(t, err, "fuera-de-ambito")
	}
	e.Celda = deteccion.Celda{Servicio: "farmacia"}
	x.hacer(sistemas, "", "", e)
}

func TestRegla02SoloSeDetectaLoQueElMetodoSenala(t *testing.T) {
	x := nuevo(t)
	e := recurrencia.Alta{Origen: recurrencia.PorDeteccion, Celda: celda, Titulo: "Recetas que se surten en partes"}
	x.rompe(jalisco, "", "", e, "02 body.celda")
	x.senala(7, 1)
	x.hacer(jalisco, "", "", e)
}

func TestRegla03LoReportadoDiceEnQueSeVe(t *testing.T) {
	x := nuevo(t)
	x.senala(7, 1)
	e := recurrencia.Detectar.Ejemplo
	e.Descripcion = ""
	x.rompe(jalisco, "", "", e, "03 body.descripcion")
	e = recurrencia.Alta{Origen: recurrencia.PorDeteccion, Celda: celda, Titulo: "Recetas en partes", Descripcion: "La vimos nosotros."}
	x.rompe(jalisco, "", "", e, "03 body.descripcion")
	f := x.hacer(jalisco, "", "", recurrencia.Detectar.Ejemplo)
	assert.NotNil(t, x.problematica(f).Deteccion, "its counts are frozen too")
}

func TestRegla04NoHayDosAbiertasDeLoMismo(t *testing.T) {
	x, f := detectada(t)
	e := recurrencia.Alta{Origen: recurrencia.PorDeteccion, Celda: celda, Titulo: "Otra vez"}
	x.rompe(jalisco, "", "", e, "04 body.celda")
	x.hacer(coordina, f, "descartar", recurrencia.Descartar.Ejemplo)
	x.hacer(jalisco, "", "", e)
}

func TestRegla05ElCorteEsDomingoDeUnaSemanaTerminada(t *testing.T) {
	x := nuevo(t)
	e := recurrencia.Detectar.Ejemplo
	for _, c := range []string{"2026-02-28", "2026-03-08", "2025-02-23"} {
		e.Corte = dia(c)
		x.rompe(jalisco, "", "", e, "05 body.corte")
	}
	e.Corte = dia("2026-02-22")
	x.hacer(jalisco, "", "", e)
}

func TestRegla06SeRemiteAUnOrganoQuePuedaMejorarlo(t *testing.T) {
	x, f := analizada(t)
	for _, k := range []doe.ClaveOrgano{"ooad-06", "organo-consejo-tecnico", "ooad-99"} {
		e := recurrencia.Turnar.Ejemplo
		e.Organo = k
		_, err := x.intentar(jalisco, recurrencia.Coleccion, f, "turnar", e)
		assert.Contains(t, fallas(err), "SIADE-RECURRENCIA-06 body.organo", string(k))
	}
}

func TestRegla07AlNormativoLoRemiteUnaUnidadCentral(t *testing.T) {
	x, f := analizada(t)
	e := recurrencia.Turnar.Ejemplo
	e.Organo = "dn-prestaciones-medicas"
	x.rompe(jalisco, f, "turnar", e, "07 body.organo")
	x.hacer(unidad, f, "turnar", e)
	assert.Equal(t, doe.Normativo, x.problematica(f).Remisiones[0].Rol)
}

func TestTurnarAbreUnEnvioYLoFirmaLaTitular(t *testing.T) {
	x, f := analizada(t)
	sinFirma := jalisco
	sinFirma.Puesto = doe.Personal
	_, err := x.intentar(sinFirma, recurrencia.Coleccion, f, "turnar", recurrencia.Turnar.Ejemplo)
	require.ErrorContains(t, err, "titular")
	x.hacer(jalisco, f, "turnar", recurrencia.Turnar.Ejemplo)
	n := 0
	for k := range x.docs {
		if strings.HasPrefix(k, envio.Coleccion+"/") {
			n++
		}
	}
	assert.Equal(t, 1, n)
	assert.Equal(t, recurrencia.Remitida, x.problematica(f).Estado)
}

func TestQuienPuede(t *testing.T) {
	x, f := analizada(t)
	_, err := x.intentar(colima, recurrencia.Coleccion, f, "turnar", recurrencia.Turnar.Ejemplo)
	prohibe(t, err, "doe-7.1", "doe-7.1.3", "caood-7.1")
	_, err = x.intentar(calidad, recurrencia.Coleccion, f, "turnar", recurrencia.Turnar.Ejemplo)
	prohibe(t, err, "doe-7.1", "doe-7.1.3", "caood-7.1")
	x.hacer(jalisco, f, "turnar", recurrencia.Turnar.Ejemplo)
	for _, a := range []doe.Actor{jalisco, coordina, sistemas} {
		_, err = x.intentar(a, recurrencia.Coleccion, f, "acordar-accion", recurrencia.AcordarAccion.Ejemplo)
		prohibe(t, err, "doe-7.1.3")
	}
	x.hacer(unidad, f, "acordar-accion", recurrencia.AcordarAccion.Ejemplo)
	assert.EqualValues(t, "ooad-14", x.problematica(f).Acciones[0].Organo)
	_, err = x.intentar(jalisco, recurrencia.Coleccion, f, "asentar-avance", recurrencia.AsentarAvance.Ejemplo)
	prohibe(t, err, "doe-7.1.3.1.4")
	otro := delOOAD
	otro.Organo = "ooad-06"
	_, err = x.intentar(otro, recurrencia.Coleccion, f, "informar-avance", recurrencia.InformarAvance.Ejemplo)
	require.ErrorContains(t, err, "no-encontrad")
}

func TestRegla08ElTerminoEsDeAquiAUnAnio(t *testing.T) {
	x, f := remitida(t)
	e := recurrencia.Comprometer.Ejemplo
	for _, d := range []string{"2026-03-02", "2027-03-04"} {
		e.Termino = dia(d)
		x.rompe(delOOAD, f, "comprometer", e, "08 body.termino")
	}
}

func TestDeclinarLaDevuelveYEntoncesVaAOtro(t *testing.T) {
	x, f := remitida(t)
	x.hacer(delOOAD, f, "declinar", recurrencia.Declinar.Ejemplo)
	p := x.problematica(f)
	assert.Equal(t, recurrencia.Analizada, p.Estado)
	assert.Equal(t, recurrencia.NoLeCompete, p.Remisiones[0].Causal)
	assert.False(t, p.Relojes[2].Cumplido, "declining is not answering what it will do")
	_, err := x.intentar(delOOAD, recurrencia.Coleccion, f, "comprometer", recurrencia.Comprometer.Ejemplo)
	require.ErrorContains(t, err, "no-encontrad", "it is no party any more")
	e := recurrencia.Turnar.Ejemplo
	e.Organo = "dn-administracion"
	x.hacer(unidad, f, "turnar", e)
}

func TestRegla09CadaQuienInformaLoSuyo(t *testing.T) {
	x, f := comprometida(t)
	x.hacer(jalisco, f, "elaborar-accion", recurrencia.ElaborarAccion.Ejemplo)
	e := recurrencia.InformarAvance.Ejemplo
	x.rompe(jalisco, f, "informar-avance", e, "09 body.accion")
	e.Accion = "A2"
	x.rompe(delOOAD, f, "informar-avance", e, "09 body.accion")
	x.hacer(jalisco, f, "informar-avance", e)
	x.rompe(jalisco, f, "informar-avance", e, "09 body.accion")
	assert.Equal(t, recurrencia.Comprometida, x.problematica(f).Estado, "the organ's is owed")
	e = recurrencia.AsentarAvance.Ejemplo
	e.Oficio = ""
	x.rompe(sistemas, f, "asentar-avance", e, "09 body.accion")
	x.hacer(sistemas, f, "asentar-avance", recurrencia.AsentarAvance.Ejemplo)
	assert.Equal(t, recurrencia.Implantada, x.problematica(f).Estado)
}

func TestRegla10ElAvanceNoBajaYElEnteroLlevaEvidencia(t *testing.T) {
	x, f := comprometida(t)
	e := recurrencia.InformarAvance.Ejemplo
	e.Evidencias = nil
	x.rompe(delOOAD, f, "informar-avance", e, "10 body.avance")
	e.Avance = 5000
	x.hacer(delOOAD, f, "informar-avance", e)
	e.Avance = 4000
	x.rompe(delOOAD, f, "informar-avance", e, "10 body.avance")
	x.hoy = "2026-04-20"
	x.hacer(delOOAD, f, "informar-avance", recurrencia.InformarAvance.Ejemplo)
	a := x.problematica(f).Acciones[0]
	assert.Equal(t, 3, a.Tarde)
	assert.Equal(t, cantidad.Entero, a.Avance)
}

func TestRegla11CadaAccionSeMueveDosVeces(t *testing.T) {
	x, f := comprometida(t)
	mover := func(d string) recurrencia.Cambio {
		return recurrencia.Cambio{Accion: "A1", Termino: dia(d), Motivo: "El proveedor entrega después."}
	}
	x.rompe(coordina, f, "reprogramar", mover("2026-04-17"), "11 body.termino")
	x.hacer(coordina, f, "reprogramar", mover("2026-05-29"))
	x.hacer(jalisco, f, "reprogramar", mover("2026-06-12"))
	x.rompe(coordina, f, "reprogramar", mover("2026-07-12"), "11 body.termino")
	a := x.problematica(f).Acciones[0]
	assert.Equal(t, dia("2026-04-17"), a.Original)
	assert.Len(t, a.Cambios, 2)
}

func TestRegla12Y13SeLlevaAUnaJuntaConvocadaDelOOAD(t *testing.T) {
	x, f := analizada(t)
	x.rompe(jalisco, f, "llevar-a-junta", recurrencia.LlevarAJunta.Ejemplo, "12 body.reunion")
	j := x.junta()
	e := recurrencia.Agenda{Reunion: j, Planteamiento: "Se propone acordar la reposición del inventario."}
	x.hoy = "2026-03-23"
	x.hacer(jalisco, f, "llevar-a-junta", e)
	p := x.problematica(f).Presentaciones[0]
	assert.Equal(t, "T1", p.Tema)
	assert.EqualValues(t, "ooad-14", p.Junta)
	assert.False(t, p.Presentada)
	x.rompe(jalisco, f, "llevar-a-junta", e, "13 body.reunion")
	r, err := x.cargar(acuerdo.ColeccionReuniones, j)
	require.NoError(t, err)
	assert.Equal(t, "Recetas que se surten en partes", r.(*acuerdo.Reunion).Temas[0].Titulo)
}

func TestRegla33DicesPorQuienYCuandoSePresento(t *testing.T) {
	x, f := analizada(t)
	j := x.junta()
	x.hoy = "2026-03-23"
	x.hacer(jalisco, f, "llevar-a-junta", recurrencia.Agenda{Reunion: j, Planteamiento: "Se propone acordar la reposición."})
	e := recurrencia.Presentar.Ejemplo
	e.Reunion = j
	x.rompe(jalisco, f, "presentar", e, "14 body.reunion", "15 body.tema")
	x.sesionada(j, "T1")
	e.Tema = "T9"
	x.rompe(jalisco, f, "presentar", e, "15 body.tema")
	e.Tema = "T1"
	x.hacer(jalisco, f, "presentar", e)
	p := x.problematica(f).Presentaciones[0]
	assert.True(t, p.Presentada)
	assert.Equal(t, dia("2026-04-09"), p.Celebra)
	assert.Equal(t, 3, p.Asistentes)
	assert.Equal(t, "caood-14", p.Por)
	x.rompe(jalisco, f, "presentar", e, "15 body.tema")
	_, err := x.intentar(sistemas, recurrencia.Coleccion, f, "presentar", e)
	prohibe(t, err, "caood-7.1")
}

func TestRegla16ElAcuerdoEsDeUnaJuntaEnQueSePresento(t *testing.T) {
	x, f := analizada(t)
	x.rompe(jalisco, f, "ligar-acuerdo", recurrencia.LigarAcuerdo.Ejemplo, "16 body.acuerdo")
}

func TestRegla17SinCuentasNoSeMide(t *testing.T) {
	x := nuevo(t)
	x.cuentas = sinCuentas
	f := x.hacer(jalisco, "", "", recurrencia.Detectar.Ejemplo)
	x.hacer(jalisco, f, "analizar", recurrencia.Analizar.Ejemplo)
	x.hacer(jalisco, f, "elaborar-accion", recurrencia.ElaborarAccion.Ejemplo)
	x.hacer(jalisco, f, "medir", recurrencia.Remedida{})
	assert.Equal(t, deteccion.DatosInsuficien, x.problematica(f).Veredicto(), "too soon to tell")
	x.hoy = "2026-06-15"
	x.hacer(jalisco, f, "medir", recurrencia.Remedida{})
	assert.Equal(t, deteccion.DatosInsuficien, x.problematica(f).Veredicto(), "nothing to compare with")
}

func TestMedirDeNuevoComparaConLaMismaHistoria(t *testing.T) {
	for v, c := range map[deteccion.Veredicto][2]int{deteccion.Mejoro: {6, 700_000}, deteccion.MejoroEnParte: {14, 20_000}, deteccion.SinMejora: {60, 1}} {
		x, f := implantada(t)
		x.senala(c[0], c[1])
		x.hoy = "2026-04-28"
		x.hacer(sistemas, f, "medir", recurrencia.Remedida{})
		assert.Equal(t, deteccion.DatosInsuficien, x.problematica(f).Veredicto(), "a week after")
		var q recurrencia.Consulta
		cuentas := x.cuentas
		x.cuentas = func(c recurrencia.Consulta) recurrencia.Cuentas { q = c; return cuentas(c) }
		x.hoy = "2026-06-16"
		x.hacer(sistemas, f, "medir", recurrencia.Remedida{})
		assert.Equal(t, recurrencia.Consulta{Celda: celda, Corte: dia("2026-06-14"), Historia: dia("2026-01-04"), Semanas: 8, Frente: deteccion.Ambos}, q)
		m := x.problematica(f).Mediciones[1]
		assert.Equal(t, v, m.Veredicto)
		assert.Equal(t, 31, m.Antes.Observados)
		assert.Equal(t, c[0], m.Despues.Observados)
		assert.Equal(t, dia("2026-04-15"), m.Desde)
	}
}

func TestRegla18Y19ParaCerrarHaceFaltaQueMejoreYQueLaVeaUnaJunta(t *testing.T) {
	x, f := implantada(t)
	x.senala(60, 1)
	x.hoy = "2026-06-16"
	x.hacer(sistemas, f, "medir", recurrencia.Remedida{})
	x.rompe(coordina, f, "cerrar", recurrencia.Fin{}, "18 body.motivo", "19 body.sin_junta")
	x.hacer(jalisco, f, "retomar", recurrencia.Retomar.Ejemplo)
	assert.Equal(t, recurrencia.Analizada, x.problematica(f).Estado)
	x.hacer(jalisco, f, "elaborar-accion", recurrencia.Compromiso{Texto: "Otra acción, esta vez nuestra.", Responsable: "Coordinación", Termino: dia("2026-07-10")})
	e := recurrencia.InformarAvance.Ejemplo
	e.Accion = "A2"
	x.hacer(jalisco, f, "informar-avance", e)
	x.senala(6, 700_000)
	x.hoy = "2026-08-18"
	x.hacer(jalisco, f, "medir", recurrencia.Remedida{})
	x.rompe(coordina, f, "cerrar", recurrencia.Fin{}, "19 body.sin_junta")
	x.hacer(coordina, f, "cerrar", recurrencia.Cerrar.Ejemplo)
	assert.Equal(t, recurrencia.Cerrada, x.problematica(f).Estado)
}

func TestRegla21SeDifundeAOrganosDelCatalogo(t *testing.T) {
	x, f := analizada(t)
	e := recurrencia.Difundir.Ejemplo
	e.Organos = []doe.ClaveOrgano{"dn-nadie"}
	_, err := x.intentar(unidad, recurrencia.Coleccion, f, "difundir", e)
	assert.Contains(t, fallas(err), "SIADE-RECURRENCIA-21 body.organos[0]")
	x.hacer(unidad, f, "difundir", recurrencia.Difundir.Ejemplo)
	_, err = x.intentar(jalisco, recurrencia.Coleccion, f, "difundir", recurrencia.Difundir.Ejemplo)
	prohibe(t, err, "doe-7.1.3")
}

func TestRegla22LosFoliosExisten(t *testing.T) {
	x, f := detectada(t)
	e := recurrencia.Analizar.Ejemplo
	e.Folios = []string{"SIADE-2026-14-0000009-X"}
	x.rompe(jalisco, f, "analizar", e, "22 body.folios[0]")
}

func TestElRelojAvisaCadaVezMasArriba(t *testing.T) {
	x, f := remitida(t)
	for _, d := range []string{"2026-03-24", "2026-03-29", "2026-04-03", "2026-04-10"} {
		x.amanece(f, d)
	}
	var hay []string
	for _, a := range x.problematica(f).Avisos {
		hay = append(hay, fmt.Sprintf("%s %d %s %s %s", a.Plazo, a.Nivel, a.Unidad, a.Organo, a.Dia))
	}
	assert.Equal(t, []string{"respuesta 1 caood-7.1 ooad-14 2026-03-24", "respuesta 2 doe-7.1.3 ooad-14 2026-03-29"}, hay[:min(2, len(hay))])
	x, f = comprometida(t)
	x.amanece(f, "2026-04-18")
	p := x.problematica(f)
	require.Len(t, p.Avisos, 1)
	assert.Equal(t, "A1", p.Avisos[0].Clave)
	assert.EqualValues(t, "ooad-14", p.Avisos[0].Organo)
}
