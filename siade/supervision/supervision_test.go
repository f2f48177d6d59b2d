package supervision_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade/supervision"
)

const (
	cedulas   = supervision.ColeccionCedulas
	programas = supervision.ColeccionProgramas
	visitas   = supervision.ColeccionVisitas
	sitios    = supervision.ColeccionSitios
)

func TestLosVocabulariosDicenLoQueSusConstantes(t *testing.T) {
	voces.Concuerda(t, supervision.Modalidades(), supervision.ParseModalidad, supervision.Presencial, supervision.Virtual)
	voces.Concuerda(t, supervision.Bases(), supervision.ParseBase, supervision.PorRotacion, supervision.PorResultados, supervision.PorReincidencia, supervision.PorPeticiones, supervision.Extraordinaria)
	voces.Concuerda(t, supervision.Papeles(), supervision.ParsePapel, supervision.Responsable, supervision.Integrante)
	voces.Concuerda(t, supervision.Respuestas(), supervision.ParseRespuesta, supervision.Cumple, supervision.EnParte, supervision.NoCumple, supervision.NoAplica)
	voces.Concuerda(t, supervision.Gravedades(), supervision.ParseGravedad, supervision.Leve, supervision.Moderada, supervision.Grave)
	voces.Concuerda(t, supervision.Situaciones(), supervision.ParseSituacion, supervision.Pendiente, supervision.Convocada, supervision.Realizada, supervision.NoRealizada)
	voces.Concuerda(t, supervision.EstadosObservacion(), supervision.ParseEstadoObservacion, supervision.PorAtender, supervision.Respondida, supervision.Devuelta, supervision.Aceptada, supervision.SinEfecto)
	voces.Concuerda(t, supervision.CausalesCancelar(), supervision.ParseCausalCancelar, supervision.Contingencia, supervision.SinEquipo, supervision.SitioCerrado, supervision.DuplicaOtra)
	voces.Concuerda(t, supervision.CausalesDevolver(), supervision.ParseCausalDevolver, supervision.EvidenciaInsuficiente, supervision.EvidenciaAjena, supervision.AccionIncompleta, supervision.NoCorrige)
	voces.Concuerda(t, supervision.CausalesRetiro(), supervision.ParseCausalRetiro, supervision.ErrorDeHecho, supervision.SinMateria, supervision.NoLeCompete)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range supervision.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-SUPERVISION-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
	}
	for _, f := range supervision.Terminos() {
		assert.False(t, f.Termino.Fuente.IsZero(), f.Plazo)
	}
}

func TestPropiedades(t *testing.T) {
	for _, d := range []tramite.Cualquiera{supervision.Cedulas, supervision.Programas, supervision.Visitas, supervision.Sitios} {
		t.Run(d.Definicion().Nombre, func(t *testing.T) {
			prueba.Propiedades(t, d, prueba.Opciones{Otros: otras(d), Actores: []doe.Actor{sistemas, coordina, unidad, jalisco}})
		})
	}
}

func otras(d tramite.Cualquiera) []tramite.Cualquiera {
	var out []tramite.Cualquiera
	for _, o := range []tramite.Cualquiera{supervision.Cedulas, supervision.Programas, supervision.Visitas, supervision.Sitios} {
		if o != d {
			out = append(out, o)
		}
	}
	return out
}

// A walk over the visits of a programme: what is refused changes nothing, what
// is done replays, and the score is what the answers give.
func TestPaseoDeVisitas(t *testing.T) {
	quienes := []doe.Actor{sistemas, division, coordina, unidad, jalisco}
	rapid.Check(t, func(rt *rapid.T) {
		x, p, v := banco(t)
		otra := x.abrir(p, "V-14-02")
		hoy := dia("2026-04-06")
		x.El(hoy.String())
		for range 60 {
			hoy = hoy.Sumar(rapid.IntRange(0, 4).Draw(rt, "dias"))
			x.Amanece(hoy.String())
			folio := rapid.SampledFrom([]string{v, v, v, otra}).Draw(rt, "visita")
			_, a := unActo(rt, x.visita(folio))
			antes := x.Doc(visitas, folio)
			if _, err := x.Intentar(rapid.SampledFrom(quienes).Draw(rt, "quien"), visitas, folio, a.Nombre, a.Ejemplo); err != nil {
				require.Equal(rt, antes, x.Doc(visitas, folio))
			}
			r := x.visita(folio)
			if r.Calificacion != nil {
				require.Equal(rt, supervision.Calificar(r.Cedula.Criterios, r.Respuestas), *r.Calificacion)
			}
			for _, o := range r.Observado {
				require.True(rt, o.Original.IsZero() || o.Original.Before(o.Compromiso) || o.Compromiso.IsZero())
			}
		}
	})
}

func unActo(rt *rapid.T, v supervision.Visita) (int, tramite.DefActo) {
	var hay []tramite.DefActo
	for _, a := range supervision.Visitas.Definicion().Actos {
		for _, e := range a.De {
			if e == v.Estado && !a.Interno {
				hay = append(hay, a)
			}
		}
	}
	if len(hay) == 0 {
		hay = supervision.Visitas.Definicion().Actos[1:]
	}
	i := rapid.IntRange(0, len(hay)-1).Draw(rt, "acto")
	return i, hay[i]
}

func respuestas(rs ...supervision.Respuesta) []supervision.Hallado {
	var out []supervision.Hallado
	for i, c := range []string{"IMG-01", "OPE-01", "REG-01"} {
		out = append(out, supervision.Hallado{Criterio: c, Respuesta: rs[i], Nota: "Nota"})
	}
	return out
}

func TestLaCalificacionReparteElPesoDeLoQueNoAplica(t *testing.T) {
	cs := supervision.PrimeraCedula.Contenido.Criterios // 20, 30 and 50
	for _, c := range []struct {
		rs   []supervision.Hallado
		vale cantidad.Centesimas
	}{
		{respuestas(supervision.Cumple, supervision.Cumple, supervision.Cumple), 100_00},
		{respuestas(supervision.NoCumple, supervision.Cumple, supervision.EnParte), 55_00},
		{respuestas(supervision.NoAplica, supervision.Cumple, supervision.EnParte), 68_75}, // (30 + 25) / 80
		{respuestas(supervision.EnParte, supervision.NoAplica, supervision.NoAplica), 50_00},
		{respuestas(supervision.Cumple, supervision.NoAplica, supervision.NoCumple), 28_57}, // 20 / 70
		{respuestas(supervision.NoCumple, supervision.NoCumple, supervision.NoCumple), 0},
	} {
		k := supervision.Calificar(cs, c.rs)
		require.NotNil(t, k.Valor)
		assert.Equal(t, c.vale, *k.Valor)
	}
	k := supervision.Calificar(cs, respuestas(supervision.NoAplica, supervision.NoAplica, supervision.NoAplica))
	assert.Nil(t, k.Valor, "nothing applied: there is no score, not a zero")
	assert.Equal(t, 3, k.NoAplican)
}

func TestUnaCedulaRigePorVersionesYCadaVisitaConservaLaDeSuDia(t *testing.T) {
	x := nuevo(t)
	folio := x.cedula()
	x.rompe(sistemas, cedulas, "", "", supervision.PrimeraCedula, "DOE-VERSION-01 body.clave")
	p := x.programa()
	v := x.abrir(p, "V-14-01")
	nueva := supervision.PrimeraCedula.Contenido
	nueva.Criterios = append([]supervision.Criterio{}, nueva.Criterios...)
	nueva.Criterios[0].Peso, nueva.Criterios[1].Peso = 30_00, 20_00
	x.Hacer(sistemas, cedulas, folio, "corregir", nueva)
	x.Hacer(coordina, cedulas, folio, "devolver", version.Devolucion{Reparos: []version.Reparo{{Texto: "Falta decir desde dónde."}}})
	x.Hacer(sistemas, cedulas, folio, "corregir", nueva)
	x.rompe(unidad, cedulas, folio, "autorizar", version.Vigor{Desde: dia("2026-03-01"), Oficio: "2"}, "DOE-VERSION-02 body.desde")
	x.Hacer(unidad, cedulas, folio, "autorizar", version.Vigor{Desde: dia("2026-04-21"), Oficio: "2"})
	x.empezar(v, "2026-04-20")
	assert.Equal(t, 1, x.visita(v).Cedula.Numero, "the last day of version 1")
	otra := x.abrir(p, "V-14-02")
	x.empezar(otra, "2026-09-07")
	assert.Equal(t, 2, x.visita(otra).Cedula.Numero)
	assert.Equal(t, cantidad.Centesimas(20_00), x.visita(v).Cedula.Criterios[0].Peso)
	_, err := x.Intentar(unidad, cedulas, folio, "corregir", nueva)
	prohibe(t, err, "doe-7.1.3.1.4")
}

func TestLosPesosDeUnaCedulaSumanCien(t *testing.T) {
	x := nuevo(t)
	e := supervision.PrimeraCedula
	e.Contenido.Criterios = []supervision.Criterio{e.Contenido.Criterios[0], e.Contenido.Criterios[0], e.Contenido.Criterios[1]}
	e.Contenido.Criterios[2].Peso = 0
	x.rompe(sistemas, cedulas, "", "", e, "01 body.contenido.criterios[2].peso", "02 body.contenido.criterios", "03 body.contenido.criterios[1].clave")
}

func TestQuienElaboraNoAutoriza(t *testing.T) {
	x := nuevo(t)
	folio := x.Hacer(sistemas, cedulas, "", "", supervision.PrimeraCedula)
	mismo := unidad
	mismo.Sub = sistemas.Sub
	_, err := x.Intentar(mismo, cedulas, folio, "autorizar", version.Vigor{Desde: dia("2026-03-02"), Oficio: "1"})
	require.ErrorContains(t, err, "segregacion")
}

func TestUnProgramaDiceTodasSusFallasALaVez(t *testing.T) {
	x := nuevo(t)
	x.cedula()
	p := propuesta()
	p.Visitas = append(p.Visitas, p.Visitas[0])
	v := &p.Visitas[2]
	v.OOAD, v.Sitio.Clave, v.Cedula, v.Base = "09", "umf 3", "OTRA", supervision.Extraordinaria
	v.Inicio, v.Fin = dia("2026-12-30"), dia("2027-01-02")
	v.Equipo = []supervision.Persona{{Persona: "a", Papel: supervision.Integrante}, {Persona: "a", Papel: supervision.Integrante}}
	p.SinVisita[0].OOAD, p.SinVisita[1].OOAD = "14", "38"
	x.rompe(sistemas, programas, "", "", supervision.AltaPrograma{Ejercicio: 2026, Propuesta: p},
		"06 body.visitas[2].clave", "07 body.visitas[2].ooad", "08 body.visitas[2].sitio.clave", "09 body.visitas[2].fin", "10 body.visitas[2].cedula",
		"11 body.visitas[2].equipo[1].persona", "12 body.visitas[2].equipo", "13 body.visitas[2].base",
		"14 body.sin_visita[0].ooad", "07 body.sin_visita[1].ooad")
	x.rompe(sistemas, programas, "", "", supervision.AltaPrograma{Ejercicio: 2029, Propuesta: propuesta()}, "05 body.ejercicio",
		"09 body.visitas[0].fin", "09 body.visitas[1].fin")
}

func TestCadaOOADSeVisitaOSeExcusa(t *testing.T) {
	x := nuevo(t)
	x.cedula()
	p := propuesta()
	p.SinVisita = p.SinVisita[1:]
	folio := x.Hacer(sistemas, programas, "", "", supervision.AltaPrograma{Ejercicio: 2026, Propuesta: p})
	x.rompe(sistemas, programas, folio, "presentar", tramite.Vacia{}, "15 registro.visitas")
	x.Hacer(sistemas, programas, folio, "corregir", propuesta())
	x.Hacer(sistemas, programas, folio, "presentar", tramite.Vacia{})
	x.Hacer(coordina, programas, folio, "observar", supervision.ObservarPrograma.Ejemplo)
	x.Hacer(sistemas, programas, folio, "corregir", propuesta())
	x.Hacer(sistemas, programas, folio, "presentar", tramite.Vacia{})
	_, err := x.Intentar(coordina, programas, folio, "autorizar", supervision.AutorizarPrograma.Ejemplo)
	prohibe(t, err, "doe-7.1.3")
	x.Hacer(unidad, programas, folio, "autorizar", supervision.AutorizarPrograma.Ejemplo)
}

func TestElProgramaSigueSusVisitas(t *testing.T) {
	x, p, v := banco(t)
	leerlo := func() supervision.Programa { return prueba.Leer[supervision.Programa](x.Archivo, programas, p) }
	assert.Equal(t, supervision.Convocada, leerlo().Visitas[0].Situacion)
	x.rompe(coordina, programas, p, "reprogramar", supervision.ReprogramarPrevista.Ejemplo, "18 body.visita") // it has a record
	x.rompe(coordina, visitas, v, "reprogramar", supervision.Reprogramacion{
		Lapso: supervision.Lapso{Inicio: dia("2026-02-20"), Fin: dia("2026-01-19")}, Causal: supervision.Contingencia, Motivo: "Lluvias en la sierra",
	}, "09 body.fin", "16 body.inicio")
	x.Hacer(coordina, visitas, v, "reprogramar", supervision.Reprogramar.Ejemplo)
	x.rompe(coordina, visitas, v, "reprogramar", supervision.Reprogramar.Ejemplo, "24 body.inicio")
	assert.Equal(t, "2026-05-18", leerlo().Visitas[0].Inicio.String())
	assert.Equal(t, "2026-04-20", leerlo().Visitas[0].Original.Inicio.String(), "the authorised days stay")

	x.Hacer(unidad, programas, p, "incorporar", supervision.Incorporar.Ejemplo)
	mala := supervision.Incorporar.Ejemplo
	mala.Visita.Base, mala.Visita.Fin = supervision.PorRotacion, dia("2026-01-02")
	x.rompe(unidad, programas, p, "incorporar", mala, "06 body.visita.clave", "09 body.visita.fin", "13 body.visita.base", "16 body.visita.fin")
	mala = supervision.Incorporar.Ejemplo
	mala.Visita.Clave = "X-14-02"
	x.rompe(unidad, programas, p, "incorporar", mala, "17 body.visita.sitio.clave")
	x.Amanece("2026-05-12")
	x.Amanece("2026-05-20")
	as := []doe.ClaveUnidad{}
	for _, r := range leerlo().Reclamos {
		as = append(as, r.A)
	}
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.3.1", "doe-7.1.3.1", "doe-7.1.3"}, as, "first who coordinates, then who authorised; each visit its own clock")
	a := leerlo().Avance(dia("2026-05-20"))
	assert.Equal(t, [6]int{3, 0, 1, 2, 2, 0}, [6]int{a.Visitas, a.Realizadas, a.Movidas, a.Vencidas, a.DebioHacer, a.ConVisita})

	x.Hacer(coordina, visitas, v, "cancelar", supervision.Cancelar.Ejemplo)
	assert.Equal(t, supervision.Pendiente, leerlo().Visitas[0].Situacion)
	x.rompe(division, programas, p, "cerrar", supervision.CerrarPrograma.Ejemplo, "19 registro.visitas")
	for _, k := range []string{"V-14-01", "V-14-02", "X-14-01"} {
		e := supervision.CancelarPrevista.Ejemplo
		e.Visita = k
		x.Hacer(coordina, programas, p, "cancelar-visita", e)
	}
	x.Hacer(division, programas, p, "cerrar", supervision.CerrarPrograma.Ejemplo)
	assert.Equal(t, 3, leerlo().Cierre.Avance.Canceladas)
	e := supervision.Programar.Ejemplo
	e.Programa, e.Visita = p, "V-14-02"
	x.rompe(sistemas, visitas, "", "", e, "20 body.programa")
}

func TestUnaVisitaSeAvisaConCincoDiasHabiles(t *testing.T) {
	x, p, v := banco(t)
	e := supervision.Programar.Ejemplo
	e.Programa, e.Visita, e.OOAD, e.Equipo = p, "V-14-02", "15", []supervision.Persona{{Persona: "a", Papel: supervision.Integrante}}
	x.rompe(sistemas, visitas, "", "", e, "12 body.equipo", "21 body.ooad")
	x.El("2026-04-14") // a Tuesday: the fifth working day is the 21st
	x.rompe(coordina, visitas, v, "notificar", supervision.Notificar.Ejemplo, "22 registro.inicio")
	x.El("2026-04-13")
	_, err := x.Intentar(sistemas, visitas, v, "notificar", supervision.Notificar.Ejemplo)
	prohibe(t, err, "doe-7.1.3.1") // the hole falls to the superior of who elaborates
	x.Hacer(coordina, visitas, v, "notificar", supervision.Notificar.Ejemplo)
	x.Hacer(jalisco, visitas, v, "acusar", tramite.Vacia{})
	x.rompe(jalisco, visitas, v, "acusar", tramite.Vacia{}, "23 body")
	x.El("2026-04-17")
	x.rompe(sistemas, visitas, v, "iniciar", supervision.Inicio{}, "25 registro.inicio")
	x.El("2026-04-22")
	x.rompe(sistemas, visitas, v, "iniciar", supervision.Inicio{}, "25 registro.inicio")
	x.El("2026-05-11") // an extraordinary one is notified as it starts
	x.Hacer(unidad, programas, p, "incorporar", supervision.Incorporar.Ejemplo)
	x.empezar(x.abrir(p, "X-14-01"), "2026-05-11")
}

func TestLaCedulaSeRespondeEnteraYElActaObservaLoQueNoCumple(t *testing.T) {
	x, _, v := banco(t)
	x.empezar(v, "2026-04-20")
	x.rompe(sistemas, visitas, v, "levantar-acta", supervision.LevantarActa.Ejemplo, "30 registro.respuestas", "31 body.observaciones[0].criterio")
	x.rompe(sistemas, visitas, v, "aplicar-cedula", supervision.Aplicacion{Respuestas: []supervision.Hallado{
		{Criterio: "IMG-01", Respuesta: supervision.NoAplica}, {Criterio: "IMG-01", Respuesta: supervision.Cumple}, {Criterio: "OTRO", Respuesta: supervision.Cumple},
	}}, "27 body.respuestas[2].criterio", "03 body.respuestas[1].criterio", "28 body.respuestas[0].nota", "29 body.respuestas")
	x.Hacer(sistemas, visitas, v, "aplicar-cedula", supervision.Aplicacion{Respuestas: respuestas(supervision.NoCumple, supervision.Cumple, supervision.NoCumple)})
	o := supervision.LevantarActa.Ejemplo.Observaciones[0]
	sano, critico := o, o
	sano.Criterio, critico.Criterio = "OPE-01", "REG-01"
	critico.Dias, critico.Gravedad = 21, supervision.Moderada
	e := supervision.LevantarActa.Ejemplo
	e.Observaciones = []supervision.Asentada{sano, critico}
	x.rompe(sistemas, visitas, v, "levantar-acta", e, "31 body.observaciones[0].criterio", "32 body.observaciones[1].gravedad",
		"34 body.observaciones[1].dias", "35 body.observaciones")
	critico.Dias, critico.Gravedad = 0, supervision.Grave
	e.Observaciones = []supervision.Asentada{o, critico}
	x.Hacer(sistemas, visitas, v, "levantar-acta", e)
	assert.Equal(t, cantidad.Centesimas(30_00), *x.visita(v).Calificacion.Valor)
	x.rompe(sistemas, visitas, v, "asentar-negativa", supervision.AsentarNegativa.Ejemplo, "36 body")
	x.El("2026-04-24") // the third working day was the 23rd
	x.Hacer(sistemas, visitas, v, "asentar-negativa", supervision.AsentarNegativa.Ejemplo)
	assert.Equal(t, supervision.EnAtencion, x.visita(v).Estado)
}

func TestSinVersionEnVigorNoEmpieza(t *testing.T) {
	x := nuevo(t)
	folio := x.Hacer(sistemas, cedulas, "", "", supervision.PrimeraCedula)
	v := x.abrir(x.programa(), "V-14-01")
	x.Hacer(coordina, visitas, v, "notificar", supervision.Notificar.Ejemplo)
	x.Hacer(unidad, cedulas, folio, "autorizar", version.Vigor{Desde: dia("2026-04-21"), Oficio: "1"})
	x.El("2026-04-20")
	x.rompe(sistemas, visitas, v, "iniciar", supervision.Inicio{}, "26 registro.clave_cedula")
	x.El("2026-04-21")
	x.Hacer(sistemas, visitas, v, "iniciar", supervision.Inicio{})
}

func TestUnaObservacionSeAtiendeSeDevuelveYSeAcepta(t *testing.T) {
	x, v := enAtencion(t)
	x.rompe(division, visitas, v, "aceptar-atencion", supervision.AceptarAtencion.Ejemplo, "38 body.observacion")
	mala := supervision.AtenderObservacion.Ejemplo
	mala.Observacion = "O9"
	x.rompe(jalisco, visitas, v, "atender-observacion", mala, "37 body.observacion")
	_, err := x.Intentar(division, visitas, v, "atender-observacion", supervision.AtenderObservacion.Ejemplo)
	prohibe(t, err, "caood-7.1")
	x.Hacer(jalisco, visitas, v, "atender-observacion", supervision.AtenderObservacion.Ejemplo)
	_, err = x.Intentar(jalisco, visitas, v, "aceptar-atencion", supervision.AceptarAtencion.Ejemplo)
	prohibe(t, err, "doe-7.1.3.1.4")
	sinEfecto := supervision.DejarSinEfecto.Ejemplo
	sinEfecto.Observacion = "O9"
	x.rompe(division, visitas, v, "dejar-sin-efecto", sinEfecto, "44 body.observacion")
	x.Hacer(division, visitas, v, "devolver-atencion", supervision.DevolverAtencion.Ejemplo)
	x.rompe(division, visitas, v, "devolver-atencion", supervision.DevolverAtencion.Ejemplo, "38 body.observacion")
	x.Amanece("2026-04-28") // five working days from the 20th: the 27th
	require.Len(t, x.visita(v).Avisos, 1, "the term given with the return")
	x.Hacer(jalisco, visitas, v, "atender-observacion", supervision.AtenderObservacion.Ejemplo)
	o := x.visita(v).Observado[0]
	assert.Equal(t, 1, o.Atenciones[1].Tarde)
	x.Hacer(division, visitas, v, "aceptar-atencion", supervision.AceptarAtencion.Ejemplo)
	assert.Equal(t, supervision.Atendida, x.visita(v).Estado)
	x.Hacer(division, visitas, v, "concluir", supervision.Concluir.Ejemplo)
	assert.Equal(t, supervision.Concluida, x.visita(v).Estado)
}

func TestLaProrrogaConservaLaFechaOriginal(t *testing.T) {
	x, v := enAtencion(t)
	pide := supervision.PedirProrroga.Ejemplo // until 30 June; due on 3 June
	x.rompe(division, visitas, v, "resolver-prorroga", supervision.ResolverProrroga.Ejemplo, "42 body.observacion")
	larga := pide
	larga.Hasta = dia("2026-09-02")
	x.rompe(jalisco, visitas, v, "pedir-prorroga", larga, "41 body.hasta")
	x.Hacer(jalisco, visitas, v, "pedir-prorroga", pide)
	x.rompe(jalisco, visitas, v, "pedir-prorroga", pide, "39 body.observacion")
	mas := supervision.ResolverProrroga.Ejemplo
	mas.Concede = dia("2026-07-01")
	x.rompe(division, visitas, v, "resolver-prorroga", mas, "43 body.concede")
	x.Hacer(division, visitas, v, "resolver-prorroga", supervision.ResolverProrroga.Ejemplo)
	o := x.visita(v).Observado[0]
	assert.Equal(t, "2026-06-03", o.Original.String(), "thirty working days from 20 April, without 1 and 5 May")
	assert.Equal(t, "2026-06-15", o.Compromiso.String())
	x.Amanece("2026-06-15")
	assert.Empty(t, x.visita(v).Avisos)
	x.Amanece("2026-06-16")
	assert.Len(t, x.visita(v).Avisos, 1)
	x.rompe(jalisco, visitas, v, "pedir-prorroga", pide, "40 body.observacion")
}

func TestElRelojEscalaPorPeldanos(t *testing.T) {
	x, v := enAtencion(t)
	for _, d := range []string{"2026-06-04", "2026-06-09", "2026-06-14"} {
		x.Amanece(d)
	}
	var hay []string
	for _, a := range x.visita(v).Avisos {
		hay = append(hay, fmt.Sprintln(a.Nivel, a.Unidad, a.Organo, a.Dia))
	}
	assert.Equal(t, []string{"1 caood-7.1  2026-06-04\n", "2 doe-7.1.3.1 ooad-14 2026-06-09\n", "3 doe-7.1.3 ooad-14 2026-06-14\n"}, hay)
	f := supervision.PorAntiguedad([]supervision.Visita{x.visita(v)}, dia("2026-06-30"), plazo.Oficiales())
	require.Len(t, f, 1)
	assert.Equal(t, [6]int{1, 1, 1, 1, 71, 1}, [6]int{f[0].Total, f[0].Leves, f[0].DebeOOAD, f[0].Vencidas, f[0].Antigua, f[0].De61a90})
}

func TestLoQueSeRepiteEnUnSitioSeSenalaPorComputo(t *testing.T) {
	x, v := enAtencion(t)
	o := supervision.LevantarActa.Ejemplo.Observaciones[0]
	assert.Nil(t, x.visita(v).Observado[0].Reincide)
	p := x.visita(v).Programa
	x.El("2026-08-03")
	otra := x.abrir(p, "V-14-02")
	x.empezar(otra, "2026-09-07")
	x.Hacer(sistemas, visitas, otra, "aplicar-cedula", supervision.AplicarCedula.Ejemplo)
	registro := o
	registro.Criterio = "REG-01"
	e := supervision.LevantarActa.Ejemplo
	e.Observaciones = []supervision.Asentada{o, registro}
	x.Hacer(sistemas, visitas, otra, "levantar-acta", e)
	r := x.visita(otra)
	require.NotNil(t, r.Observado[0].Reincide)
	assert.Equal(t, supervision.Antecedente{Visita: v, Clave: "O1", Dia: dia("2026-04-20"), Gravedad: supervision.Leve, Veces: 1}, *r.Observado[0].Reincide)
	assert.Nil(t, r.Observado[1].Reincide, "another criterion")
	x.Hacer(jalisco, visitas, otra, "firmar-acta", supervision.Firma{})

	folio, _ := x.Buscar(sitios, "JCIMS000301")
	s := prueba.Leer[supervision.SitioSupervisado](x.Archivo, sitios, folio)
	require.Len(t, s.Visitas, 2)
	ev := s.Evolucion()
	assert.Equal(t, v, ev.Antes.Folio)
	assert.Equal(t, [3]int{0, 0, 3}, [3]int{ev.Mejoran, ev.Empeoran, ev.Siguen})
	// What was left without effect is no antecedent.
	x.Hacer(division, visitas, v, "dejar-sin-efecto", supervision.DejarSinEfecto.Ejemplo)
	x.rompe(sistemas, sitios, "", "", supervision.RegistrarSitio.Ejemplo, "45 body.clave")
	assert.Empty(t, prueba.Leer[supervision.SitioSupervisado](x.Archivo, sitios, folio).Visitas[0].Observaciones)
	assert.Equal(t, supervision.Atendida, x.visita(v).Estado)
}

func TestLoRepetidoNoPuedeSerMenosGraveQueAntes(t *testing.T) {
	x, _, v := banco(t)
	x.empezar(v, "2026-04-20")
	grave := supervision.LevantarActa.Ejemplo.Observaciones[0]
	grave.Gravedad = supervision.Grave
	x.firmar(v, grave)
	otra := x.abrir(x.visita(v).Programa, "V-14-02")
	x.empezar(otra, "2026-09-07")
	x.Hacer(sistemas, visitas, otra, "aplicar-cedula", supervision.AplicarCedula.Ejemplo)
	x.rompe(sistemas, visitas, otra, "levantar-acta", supervision.LevantarActa.Ejemplo, "33 body.observaciones[0].gravedad")
	e := supervision.LevantarActa.Ejemplo
	e.Observaciones = []supervision.Asentada{grave}
	x.Hacer(sistemas, visitas, otra, "levantar-acta", e)
	x.Hacer(jalisco, visitas, v, "atender-observacion", supervision.AtenderObservacion.Ejemplo)
	x.Hacer(division, visitas, v, "aceptar-atencion", supervision.AceptarAtencion.Ejemplo)
	_, err := x.Intentar(division, visitas, v, "dejar-sin-efecto", supervision.DejarSinEfecto.Ejemplo)
	require.ErrorContains(t, err, "acto-no-abierto")
}

func TestUnaVisitaSinObservacionesQuedaAtendidaAlFirmarse(t *testing.T) {
	x, p, v := banco(t)
	x.empezar(v, "2026-04-20")
	x.Hacer(sistemas, visitas, v, "aplicar-cedula", supervision.Aplicacion{Respuestas: respuestas(supervision.Cumple, supervision.Cumple, supervision.NoAplica)})
	x.Hacer(sistemas, visitas, v, "levantar-acta", supervision.Levantamiento{Lugar: "UMF 3", Presentes: []string{"Técnica"}})
	x.Hacer(jalisco, visitas, v, "firmar-acta", supervision.Firma{})
	assert.Equal(t, supervision.Atendida, x.visita(v).Estado)
	a := prueba.Leer[supervision.Programa](x.Archivo, programas, p).Avance(dia("2026-04-30"))
	assert.Equal(t, cantidad.Centesimas(100_00), *a.Media)
	assert.Equal(t, cantidad.Centesimas(50_00), a.Cumplido)
	assert.Equal(t, supervision.Realizada, prueba.Leer[supervision.Programa](x.Archivo, programas, p).Visitas[0].Situacion)
}

// Rule 23: every ground has its text and its source.
func TestRegla23LasNegativasLlevanCausal(t *testing.T) {
	for _, a := range supervision.Visitas.Definicion().Actos {
		switch a.Nombre {
		case "cancelar", "devolver-atencion", "dejar-sin-efecto", "reprogramar":
			assert.NotEmpty(t, a.Causales, a.Nombre)
		}
	}
}

func Example() {
	k := supervision.Calificar(supervision.PrimeraCedula.Contenido.Criterios, supervision.AplicarCedula.Ejemplo.Respuestas)
	fmt.Println(k.Valor, k.Cumplen, k.EnParte, k.NoCumplen)
	// Output: 55 1 1 1
}
