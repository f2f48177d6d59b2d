package capacitacion_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

const (
	necesidades    = capacitacion.ColeccionNecesidades
	programas      = capacitacion.ColeccionProgramas
	cursos         = capacitacion.ColeccionCursos
	instrumentos   = capacitacion.ColeccionInstrumentos
	ediciones      = capacitacion.ColeccionEdiciones
	acreditaciones = capacitacion.ColeccionAcreditaciones
)

func TestLosVocabulariosDicenLoQueSusConstantes(t *testing.T) {
	voces.Concuerda(t, capacitacion.Clases(), capacitacion.ParseClase, capacitacion.Orientacion, capacitacion.BuenTrato, capacitacion.DerechosHumanos, capacitacion.Tecnica)
	voces.Concuerda(t, capacitacion.Fuentes(), capacitacion.ParseFuente, capacitacion.PorEvaluacion, capacitacion.PorSupervision, capacitacion.PorSolicitud, capacitacion.PorPeticiones, capacitacion.PorNorma)
	voces.Concuerda(t, capacitacion.Prioridades(), capacitacion.ParsePrioridad, capacitacion.Alta, capacitacion.Media, capacitacion.Baja)
	voces.Concuerda(t, capacitacion.Vias(), capacitacion.ParseVia, capacitacion.Interna, capacitacion.Externa)
	voces.Concuerda(t, capacitacion.Modalidades(), capacitacion.ParseModalidad, capacitacion.Presencial, capacitacion.EnLinea, capacitacion.Mixta)
	voces.Concuerda(t, capacitacion.Lugares(), capacitacion.ParseLugar, capacitacion.Inscrita, capacitacion.EnEspera, capacitacion.DeBaja)
	voces.Concuerda(t, capacitacion.Momentos(), capacitacion.ParseMomento, capacitacion.Diagnostica, capacitacion.Final)
	voces.Concuerda(t, capacitacion.Resultados(), capacitacion.ParseResultado, capacitacion.Acredita, capacitacion.NoAcredita)
	voces.Concuerda(t, capacitacion.CausalesDescarte(), capacitacion.ParseCausalDescarte, capacitacion.YaAtendida, capacitacion.NoEsCapacitacion, capacitacion.NoSostenida)
	voces.Concuerda(t, capacitacion.CausalesCancelar(), capacitacion.ParseCausalCancelar, capacitacion.SinCupoMinimo, capacitacion.SinInstructor, capacitacion.Contingencia)
	voces.Concuerda(t, capacitacion.CausalesRevocar(), capacitacion.ParseCausalRevocar, capacitacion.ErrorDeExpedicion, capacitacion.Fraude)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range capacitacion.Reglas() {
		assert.Equal(t, fmt.Sprintf("DOE-CAPACITACION-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
	}
}

func TestPropiedades(t *testing.T) {
	for _, d := range todos {
		var otros []tramite.Cualquiera
		for _, o := range todos {
			if o != d {
				otros = append(otros, o)
			}
		}
		t.Run(d.Definicion().Nombre, func(t *testing.T) {
			prueba.Propiedades(t, d, prueba.Opciones{Otros: otros, Actores: []doe.Actor{personal, unidad, jalisco, titular("doe-7.1.6"), titular("doe-7.1.6.1")}})
		})
	}
}

// A walk over an edition: nobody beyond its places, what is refused changes
// nothing, and only who complies is accredited.
func TestPaseoDeEdiciones(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := nuevo(t)
		x.curso()
		folio := x.edicion("", func(e *capacitacion.AltaEdicion) { e.Cupo = 2 })
		hoy := dia("2026-03-20")
		for range 40 {
			hoy = hoy.Sumar(rapid.IntRange(0, 1).Draw(rt, "dias"))
			x.El(hoy.String())
			q := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(rt, "persona")
			actos := []struct {
				nombre string
				e      any
			}{
				{"inscribir", gente("14", q)}, {"dar-de-baja", capacitacion.Salida{Persona: q, Motivo: "Cambió de turno"}}, {"iniciar", capacitacion.Inicio{}},
				{"pasar-lista", capacitacion.Lista{Sesion: rapid.IntRange(1, 3).Draw(rt, "sesion"), Presentes: []string{q}}},
				{"evaluar", examen(q, rapid.IntRange(1, 2).Draw(rt, "r1"), 2)}, {"concluir", tramite.Vacia{}},
			}
			a := rapid.SampledFrom(actos).Draw(rt, "acto")
			antes := x.Doc(ediciones, folio)
			if _, err := x.Intentar(personal, ediciones, folio, a.nombre, a.e); err != nil {
				require.Equal(rt, antes, x.Doc(ediciones, folio))
			}
			e := prueba.Leer[capacitacion.Edicion](x.Archivo, ediciones, folio)
			n := 0
			for _, p := range e.Participantes {
				if p.Lugar == capacitacion.Inscrita {
					n++
				}
				if e.Estado == capacitacion.Concluida {
					require.Equal(rt, p.Resultado == capacitacion.Acredita, x.acreditacion(p.Persona) != nil)
				}
			}
			require.LessOrEqual(rt, n, e.Cupo)
		}
	})
}

func TestLaCalificacionSaleDeLaClaveDelInstrumento(t *testing.T) {
	p := capacitacion.PrimerInstrumento.Contenido // one point and three
	assert.Equal(t, cantidad.Centesimas(100_00), p.Calificar(examen("a", 1, 2).Respuestas).Valor)
	assert.Equal(t, cantidad.Centesimas(25_00), p.Calificar(examen("a", 1, 1).Respuestas).Valor)
	k := p.Calificar(nil)
	assert.Equal(t, cantidad.Centesimas(0), k.Valor, "what is unanswered wins nothing")
	assert.Equal(t, []capacitacion.PuntajeTema{{Tema: "LSS", Puntos: 1}, {Tema: "PEN", Puntos: 3}}, k.Temas)
}

func TestUnCursoDiceTodasSusFallas(t *testing.T) {
	x := nuevo(t)
	e := conPrueba()
	e.Contenido.Temas = append(e.Contenido.Temas[:1:1], e.Contenido.Temas[0])
	e.Contenido.Asistencia, e.Contenido.Intentos = 0, 0
	x.rompe(personal, cursos, "", "", e, "01 body.contenido.temas[1].clave", "02 body.contenido.asistencia", "03 body.contenido.minima", "04 body.contenido.instrumento")
	folio := x.curso()
	x.rompe(personal, cursos, "", "", conPrueba(), "DOE-VERSION-01 body.clave")
	x.Hacer(personal, cursos, folio, "corregir", conPrueba().Contenido)
	x.Hacer(coordina, cursos, folio, "devolver", version.Devolucion{Reparos: []version.Reparo{{Texto: "Faltan las reformas de pensiones."}}})
	x.Hacer(personal, cursos, folio, "corregir", conPrueba().Contenido)
	x.rompe(unidad, cursos, folio, "autorizar", version.Vigor{Desde: dia("2026-03-01")}, "DOE-VERSION-02 body.desde")
	_, err := x.Intentar(coordina, cursos, folio, "autorizar", version.Vigor{Desde: dia("2026-03-05")})
	require.ErrorContains(t, err, "sin-facultad")
}

func TestUnInstrumentoDiceTodasSusFallas(t *testing.T) {
	x := nuevo(t)
	e := capacitacion.PrimerInstrumento
	e.Contenido.Reactivos = append(e.Contenido.Reactivos[:1:1], e.Contenido.Reactivos[0])
	e.Contenido.Reactivos[1].Correcta = 3
	x.rompe(personal, instrumentos, "", "", e, "05 body.contenido.reactivos[1].clave", "06 body.contenido.reactivos[1].correcta")
}

func TestElInstrumentoNoLoLeeQuienLoPresenta(t *testing.T) {
	x := nuevo(t)
	folio := x.instrumento()
	r, err := x.Cargar(instrumentos, folio)
	require.NoError(t, err)
	lee := func(a doe.Actor) bool {
		c := x.Contexto(a)
		return capacitacion.Instrumentos.Acceso(r, &c) == tramite.Permitido
	}
	taod := jalisco
	taod.Puesto = doe.TAOD
	assert.True(t, lee(personal))
	assert.False(t, lee(jalisco))
	assert.False(t, lee(taod))
}

func TestUnaNecesidadTieneFuentesYSeValora(t *testing.T) {
	x := nuevo(t)
	e := capacitacion.Detectar.Ejemplo
	e.Area, e.OOAD = "doe-7.1.99", "14"
	e.Origenes = []capacitacion.Origen{{Fuente: capacitacion.PorSupervision, Nota: "Se observó"}, {Fuente: capacitacion.PorSolicitud, Nota: "Se pidió", Expediente: &tramite.Referencia{Coleccion: ediciones, Folio: "EDC-1"}}}
	x.rompe(jalisco, necesidades, "", "", e, "07 body.area", "08 body.ooad", "09 body.origenes[0].expediente", "09 body.origenes[1].expediente.folio")
	folio := x.Hacer(jalisco, necesidades, "", "", capacitacion.Detectar.Ejemplo)
	x.rompe(unidad, necesidades, folio, "autorizar-tramite", capacitacion.AutorizarTramite.Ejemplo, "10 registro.via")
	otra := x.Hacer(personal, necesidades, "", "", capacitacion.Detectar.Ejemplo)
	_, err := x.Intentar(personal, necesidades, otra, "valorar", capacitacion.Valorar.Ejemplo)
	require.ErrorContains(t, err, "sin-facultad")
	x.Hacer(coordina, necesidades, otra, "valorar", capacitacion.Valorar.Ejemplo) // the hole falls to the superior of who elaborates
	x.curso()
	x.programa(otra)
	n := prueba.Leer[capacitacion.Necesidad](x.Archivo, necesidades, otra)
	assert.Equal(t, capacitacion.Incorporada, n.Estado)
}

func TestLaNecesidadExternaSeAutorizaYSeGestiona(t *testing.T) {
	x := nuevo(t)
	e := capacitacion.Detectar.Ejemplo
	e.Via, e.Personas = capacitacion.Externa, 5
	folio := x.Hacer(personal, necesidades, "", "", e)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.6.1"), prueba.Leer[capacitacion.Necesidad](x.Archivo, necesidades, folio).Unidad)
	recursos, oficina := titular("doe-7.1.6"), titular("doe-7.1.6.1")
	x.rompe(recursos, necesidades, folio, "valorar", capacitacion.Valorar.Ejemplo, "10 registro.via")
	x.rompe(recursos, necesidades, folio, "autorizar-tramite", capacitacion.Permiso{Lugares: 6}, "11 body.lugares")
	x.Hacer(recursos, necesidades, folio, "autorizar-tramite", capacitacion.Permiso{Lugares: 4})
	g := capacitacion.Gestionar.Ejemplo
	g.Hasta = dia("2026-05-01")
	x.rompe(oficina, necesidades, folio, "gestionar", g, "11 body.lugares", "12 body.hasta")
	g = capacitacion.Gestionar.Ejemplo
	g.Lugares = 4
	x.Hacer(oficina, necesidades, folio, "gestionar", g)
}

func TestUnProgramaDiceTodasSusFallas(t *testing.T) {
	x := nuevo(t)
	x.curso()
	e := capacitacion.ElaborarPrograma.Ejemplo
	e.Ejercicio, e.Clase, e.Horas = 2029, capacitacion.BuenTrato, 39
	e.Lineas = []capacitacion.Linea{{Clave: "L1", Curso: "ORI-LSS", Ediciones: 4, Necesidades: []string{"NCA-1"}}, {Clave: "L1", Curso: "OTRO", Ediciones: 1}}
	e.Metas = []capacitacion.Meta{{OOAD: "14", Plantilla: 10, Personas: 11}, {OOAD: "14", Plantilla: 10, Personas: 1}, {OOAD: "37", Plantilla: 1, Personas: 1}}
	x.rompe(personal, programas, "", "", e, "13 body.lineas[1].clave", "14 body.lineas[1].curso", "15 body.lineas[0].curso", "16 body.lineas[0].necesidades[0]",
		"17 body.horas", "18 body.metas[2].ooad", "19 body.metas[1].ooad", "20 body.metas[0].personas", "21 body.ejercicio")
	e = capacitacion.ElaborarPrograma.Ejemplo
	e.Horas, e.Lineas = 1000, nil
	fallas := []string{"46 body.lineas"}
	for i := range 4 {
		l := capacitacion.Linea{Clave: fmt.Sprint("L", i), Curso: "ORI-LSS", Ediciones: 1}
		for j := range 16 {
			l.Necesidades = append(l.Necesidades, fmt.Sprint("NCA-", j))
			fallas = append(fallas, fmt.Sprintf("16 body.lineas[%d].necesidades[%d]", i, j))
		}
		e.Lineas = append(e.Lineas, l)
	}
	x.rompe(personal, programas, "", "", e, fallas...)
	// A body's coordination has its own goal alone.
	e = capacitacion.ElaborarPrograma.Ejemplo
	e.Metas = []capacitacion.Meta{{OOAD: "15", Plantilla: 10, Personas: 1}}
	x.rompe(jalisco, programas, "", "", e, "18 body.metas[0].ooad")
}

func TestElProgramaDeUnOOADLoAutorizaSuTitularidad(t *testing.T) {
	x := nuevo(t)
	x.curso()
	folio := x.Hacer(jalisco, programas, "", "", capacitacion.ElaborarPrograma.Ejemplo)
	x.Hacer(jalisco, programas, folio, "presentar", tramite.Vacia{})
	otro := ooad
	otro.Organo = "ooad-15"
	_, err := x.Intentar(otro, programas, folio, "autorizar", capacitacion.AutorizarPrograma.Ejemplo)
	require.ErrorContains(t, err, "no-encontrado")
	x.Hacer(ooad, programas, folio, "observar", capacitacion.ObservarPrograma.Ejemplo)
	x.Hacer(jalisco, programas, folio, "corregir", capacitacion.CorregirPrograma.Ejemplo)
	x.Hacer(jalisco, programas, folio, "presentar", tramite.Vacia{})
	x.Hacer(ooad, programas, folio, "autorizar", capacitacion.AutorizarPrograma.Ejemplo)
	x.rompe(jalisco, programas, folio, "informar", capacitacion.Informar.Ejemplo, "22 body.trimestre")
	x.rompe(jalisco, programas, folio, "cerrar", capacitacion.CerrarPrograma.Ejemplo, "23 registro.ejercicio")
	x.El("2026-04-01")
	x.Hacer(jalisco, programas, folio, "informar", capacitacion.Informar.Ejemplo)
	x.rompe(jalisco, programas, folio, "informar", capacitacion.Informar.Ejemplo, "22 body.trimestre")
}

func TestUnaEdicionTieneCupoYListaDeEspera(t *testing.T) {
	x := nuevo(t)
	x.curso()
	folio := x.edicion("", func(e *capacitacion.AltaEdicion) { e.Cupo = 2 })
	x.Hacer(personal, ediciones, folio, "inscribir", gente("14", "a", "b", "c", "d"))
	lugares := func() (out []string) {
		for _, p := range prueba.Leer[capacitacion.Edicion](x.Archivo, ediciones, folio).Participantes {
			out = append(out, p.Persona+" "+string(p.Lugar))
		}
		return out
	}
	assert.Equal(t, []string{"a inscrita", "b inscrita", "c en_espera", "d en_espera"}, lugares())
	x.Hacer(personal, ediciones, folio, "dar-de-baja", capacitacion.Salida{Persona: "a", Motivo: "Cambió de turno"})
	assert.Equal(t, []string{"a de_baja", "b inscrita", "c inscrita", "d en_espera"}, lugares(), "the first who waits takes the place")
	x.rompe(personal, ediciones, folio, "dar-de-baja", capacitacion.Salida{Persona: "a", Motivo: "Cambió de turno"}, "35 body.persona")
	x.rompe(personal, ediciones, folio, "inscribir", gente("99", "b", "e", "e", "cap-02"), "08 body.participantes[0].ooad", "08 body.participantes[1].ooad",
		"08 body.participantes[2].ooad", "08 body.participantes[3].ooad", "33 body.participantes[0].persona", "33 body.participantes[2].persona", "33 body.participantes[3].persona", "34 body.participantes")
	x.Hacer(personal, ediciones, folio, "inscribir", gente("14", "a")) // comes back, at the end
	assert.Equal(t, []string{"b inscrita", "c inscrita", "d en_espera", "a en_espera"}, lugares())
	p := capacitacion.Reprogramar.Ejemplo
	p.Cupo = 1
	x.rompe(personal, ediciones, folio, "reprogramar", p, "32 body.cupo")
	p.Cupo = 3
	x.Hacer(personal, ediciones, folio, "reprogramar", p)
	assert.Equal(t, "d inscrita", lugares()[2])
}

func TestLaConvocatoriaSeDirigeAOOAD(t *testing.T) {
	x := nuevo(t)
	x.curso()
	folio := x.edicion("")
	x.rompe(division, ediciones, folio, "convocar", capacitacion.Convocatoria{Dirigida: []doe.OOAD{"09"}}, "08 body.dirigida[0]")
	x.Hacer(division, ediciones, folio, "convocar", capacitacion.Convocar.Ejemplo)
	x.rompe(jalisco, ediciones, folio, "proponer-participantes", gente("15", "a"), "08 body.participantes[0].ooad")
	x.Hacer(jalisco, ediciones, folio, "proponer-participantes", gente("14", "a"))
	otra := jalisco
	otra.OOAD = "15"
	_, err := x.Intentar(otra, ediciones, folio, "proponer-participantes", gente("15", "b"))
	require.ErrorContains(t, err, "sin-nombrar")
}

func TestUnaEdicionDiceTodasSusFallas(t *testing.T) {
	x := nuevo(t)
	x.curso()
	p := x.programa()
	e := capacitacion.Programar.Ejemplo
	e.Programa, e.Sesiones = p, []capacitacion.Sesion{{Dia: dia("2026-03-24"), Horas: 5}, {Dia: dia("2026-03-23"), Horas: 6}}
	x.rompe(personal, ediciones, "", "", e, "28 body.sesiones[1].dia", "29 body.sesiones", "30 body.linea")
	e.Programa, e.Linea, e.Curso = "PCA-9", "L1", "OTRO"
	x.rompe(personal, ediciones, "", "", e, "28 body.sesiones[1].dia", "14 body.curso", "31 body.programa")
	folio := x.edicion(p)
	x.rompe(personal, ediciones, folio, "iniciar", capacitacion.Inicio{}, "36 registro.sesiones", "37 registro.participantes")
	x.Hacer(personal, ediciones, folio, "inscribir", gente("14", "a", "b"))
	x.El("2026-03-23")
	x.Hacer(personal, ediciones, folio, "iniciar", capacitacion.Inicio{})
	x.rompe(personal, ediciones, folio, "pasar-lista", capacitacion.Lista{Sesion: 2, Presentes: []string{"z"}}, "39 body.sesion", "35 body.presentes[0]")
	x.rompe(personal, ediciones, folio, "evaluar", capacitacion.Examen{Persona: "z", Momento: capacitacion.Final, Respuestas: []capacitacion.Contestada{
		{Reactivo: "R01", Opcion: 3}, {Reactivo: "R01", Opcion: 1}, {Reactivo: "R09", Opcion: 1},
	}}, "42 body.respuestas[0].opcion", "41 body.respuestas[1].reactivo", "41 body.respuestas[2].reactivo", "35 body.persona")
	diagnostica := examen("a", 2, 1)
	diagnostica.Momento = capacitacion.Diagnostica
	x.Hacer(personal, ediciones, folio, "evaluar", diagnostica)
	x.rompe(personal, ediciones, folio, "evaluar", diagnostica, "44 body.momento")
	x.Hacer(personal, ediciones, folio, "evaluar", examen("a", 1, 1))
	x.Hacer(personal, ediciones, folio, "evaluar", examen("a", 1, 1))
	x.rompe(personal, ediciones, folio, "evaluar", examen("a", 1, 2), "43 body.momento")
	x.rompe(personal, ediciones, folio, "concluir", tramite.Vacia{}, "36 registro.sesiones", "45 registro.sesiones")
}

func TestSinVersionEnVigorNoEmpiezaYSinInstrumentoNoSeEvalua(t *testing.T) {
	x := nuevo(t)
	folio := x.Hacer(personal, cursos, "", "", capacitacion.PrimerCurso)
	x.Hacer(unidad, cursos, folio, "autorizar", version.Vigor{Desde: x.Ahora.Dia()})
	ed := x.edicion("")
	x.Hacer(personal, ediciones, ed, "inscribir", gente("14", "a"))
	otra := x.edicion("")
	x.Hacer(personal, ediciones, otra, "inscribir", gente("14", "a"))
	x.El("2026-03-23")
	x.Hacer(personal, ediciones, ed, "iniciar", capacitacion.Inicio{})
	x.rompe(personal, ediciones, ed, "evaluar", examen("a", 1, 1), "40 registro.impartida", "43 body.momento")
	x.Hacer(unidad, cursos, folio, "retirar", tramite.Retiro{Motivo: "Lo sustituye otro curso"})
	x.rompe(personal, ediciones, otra, "iniciar", capacitacion.Inicio{}, "38 registro.curso")
}

func TestQuienCumpleQuedaAcreditadoYSeRenueva(t *testing.T) {
	x := nuevo(t)
	x.curso()
	p := x.programa()
	ed := x.dada(p)
	x.Hacer(personal, ediciones, ed, "concluir", tramite.Vacia{})
	a := x.acreditacion("a")
	require.NotNil(t, a)
	assert.Nil(t, x.acreditacion("c"))
	assert.Equal(t, "2028-03-24", a.Emisiones[0].Hasta.String(), "twenty-four months")
	assert.Equal(t, cantidad.Centesimas(100_00), *a.Emisiones[0].Puntaje, "the best of two")
	assert.Equal(t, doe.OOAD("14"), a.OOAD)
	e := x.Eventos(acreditaciones, a.Folio)[0]
	assert.True(t, e.Fundamento.Derivado)

	prog := prueba.Leer[capacitacion.Programa](x.Archivo, programas, p)
	require.Len(t, prog.Dadas, 1)
	c := prog.Cobertura([]capacitacion.Edicion{prueba.Leer[capacitacion.Edicion](x.Archivo, ediciones, ed)})
	assert.Equal(t, [4]int{58, 40, 2, 10}, [4]int{c.Total.Plantilla, c.Total.Meta, c.Total.Capacitadas, c.Usadas})
	assert.Equal(t, [2]cantidad.Centesimas{3_45, 5_00}, [2]cantidad.Centesimas{c.Total.Cobertura, c.Total.Cumplida})
	r := prueba.Leer[capacitacion.Edicion](x.Archivo, ediciones, ed).Resultados()
	assert.Equal(t, 2, r.Acreditan)
	assert.Equal(t, []capacitacion.TemaAprendido{{Tema: "LSS", Valor: 75_00, Debil: true}, {Tema: "PEN", Valor: 75_00, Debil: true}}, r.Temas)

	// Another edition renews; the clock ends what is not renewed.
	x.El("2026-03-25")
	otra := x.edicion(p, func(e *capacitacion.AltaEdicion) {
		e.Sesiones = []capacitacion.Sesion{{Dia: dia("2027-01-11"), Horas: 10}}
	})
	x.Hacer(personal, ediciones, otra, "inscribir", gente("14", "a"))
	x.El("2027-01-11")
	x.Hacer(personal, ediciones, otra, "iniciar", capacitacion.Inicio{})
	x.Hacer(personal, ediciones, otra, "pasar-lista", capacitacion.Lista{Sesion: 1, Presentes: []string{"a"}})
	x.Hacer(personal, ediciones, otra, "evaluar", examen("a", 1, 2))
	x.Hacer(personal, ediciones, otra, "concluir", tramite.Vacia{})
	require.Len(t, x.acreditacion("a").Emisiones, 2)
	x.Amanece("2028-03-24")
	assert.Equal(t, capacitacion.Vigente, x.acreditacion("b").Estado)
	x.Amanece("2028-03-25")
	assert.Equal(t, capacitacion.Vencida, x.acreditacion("b").Estado)
	assert.Equal(t, capacitacion.Vigente, x.acreditacion("a").Estado)
}

func TestLaAcreditacionExternaSeRegistraYSeRevoca(t *testing.T) {
	x := nuevo(t)
	x.curso()
	mala := capacitacion.Expedir.Ejemplo
	mala.OOAD, mala.Emision.Edicion, mala.Emision.Hasta = "99", "EDC-1", dia("2026-01-01")
	x.rompe(personal, acreditaciones, "", "", mala, "08 body.ooad", "12 body.emision.hasta", "24 body.emision.instancia", "25 body.emision.edicion")
	folio := x.Hacer(personal, acreditaciones, "", "", capacitacion.Expedir.Ejemplo)
	x.rompe(personal, acreditaciones, "", "", capacitacion.Expedir.Ejemplo, "26 body.persona")
	tarde := capacitacion.Renovar.Ejemplo
	tarde.Dia = dia("2026-02-20")
	x.rompe(personal, acreditaciones, folio, "renovar", tarde, "27 body.dia")
	x.Hacer(personal, acreditaciones, folio, "renovar", capacitacion.Renovar.Ejemplo)
	a := prueba.Leer[capacitacion.Acreditacion](x.Archivo, acreditaciones, folio)
	v := a.Verificada(x.Ahora.Dia(), "otra")
	assert.Equal(t, "CONOCER", v.Expide)
	assert.False(t, *v.Coincide)
	_, err := x.Intentar(personal, acreditaciones, folio, "revocar", capacitacion.Revocar.Ejemplo)
	require.ErrorContains(t, err, "sin-facultad")
	x.Hacer(unidad, acreditaciones, folio, "revocar", capacitacion.Revocar.Ejemplo)
	a = prueba.Leer[capacitacion.Acreditacion](x.Archivo, acreditaciones, folio)
	assert.Equal(t, capacitacion.Revocada, a.Verificada(x.Ahora.Dia(), "").Situa)
	assert.False(t, a.Vale(x.Ahora.Dia()))
}

func TestSeVerificaAQuienLeFaltaUnCurso(t *testing.T) {
	x := nuevo(t)
	x.curso()
	ed := x.dada("")
	x.Hacer(personal, ediciones, ed, "concluir", tramite.Vacia{})
	folio := x.Hacer(jalisco, programas, "", "", capacitacion.ElaborarPrograma.Ejemplo)
	x.Hacer(jalisco, programas, folio, "presentar", tramite.Vacia{})
	x.Hacer(ooad, programas, folio, "autorizar", capacitacion.AutorizarPrograma.Ejemplo)
	x.Hacer(jalisco, programas, folio, "verificar", capacitacion.Verificacion{Curso: "ORI-LSS", Personas: []string{"a", "c", "z"}})
	assert.Equal(t, []string{"c", "z"}, prueba.Leer[capacitacion.Programa](x.Archivo, programas, folio).Verificaciones[0].Faltan)
}

func TestRegla23LasNegativasLlevanCausal(t *testing.T) {
	assert.NotEmpty(t, capacitacion.CausalesDescarte())
	for _, a := range append(capacitacion.Ediciones.Definicion().Actos, capacitacion.Acreditaciones.Definicion().Actos...) {
		if a.Nombre == "cancelar" || a.Nombre == "revocar" {
			assert.NotEmpty(t, a.Causales, a.Nombre)
		}
	}
}

func Example() {
	k := capacitacion.PrimerInstrumento.Contenido.Calificar(capacitacion.Evaluar.Ejemplo.Respuestas)
	fmt.Println(k.Valor)
	// Output: 100
}
