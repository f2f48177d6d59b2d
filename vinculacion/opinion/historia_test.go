package opinion_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// TestHistoria takes a request of a committee from its arrival to its
// acknowledgement: one directorate answers by link, one is late and chased by
// the clock, one returns the request and it moves to another.
func TestHistoria(t *testing.T) {
	x := registrada(t)
	assert.Equal(t, opinion.Registrada, x.r.Estado)
	assert.Equal(t, "diputados/iniciativa/6921-II-3/2026-02-17", x.r.ClaveAsunto())
	assert.Equal(t, doe.ClaveOrgano("federal-diputados"), x.r.OrganoSolicitante())

	hacer(t, x, opinion.ProponerCompetencia, competencia(economicas, finanzas, medicas), division, "2026-03-02")
	hacer(t, x, opinion.DecidirCompetencia, competencia(economicas, finanzas, medicas), coordinadora, "2026-03-03")

	e := consultas(5, economicas, finanzas, medicas)
	e.Consultas[0].Enlace = true
	hacer(t, x, opinion.Turnar, e, division, "2026-03-03")
	require.Equal(t, []tramite.Enlace{{Acto: "responder", Organo: economicas, Rol: doe.Normativo, Dias: 20}}, x.enlaces, "abierto hasta el término oficial")
	assert.Equal(t, map[string]string{"oficial": "2026-03-23", "consulta " + string(economicas): "2026-03-10",
		"consulta " + string(finanzas): "2026-03-10", "consulta " + string(medicas): "2026-03-10"}, vencimientos(x, "2026-03-03"))

	// Médicas returns it; it moves, with its history, to recaudación.
	hacer(t, x, opinion.Declinar, opinion.Devolucion{Motivo: todosLosMotiv, Fundamento: "RIIMSS", Propone: cobranza}, normativa(medicas), "2026-03-05")
	a := consultas(3, cobranza).Consultas[0]
	a.Motivo = "La propone quien devuelve."
	hacer(t, x, opinion.Reasignar, opinion.Reasignacion{De: medicas, A: a}, division, "2026-03-06")
	turno, ok := x.r.TurnoDe(cobranza)
	require.True(t, ok)
	require.Len(t, turno.Traslados, 1)
	assert.Equal(t, medicas, turno.Traslados[0].De)
	assert.Equal(t, "RIIMSS", turno.Traslados[0].Devolucion.Fundamento)
	_, ok = x.r.TurnoDe(medicas)
	assert.False(t, ok)
	assert.Error(t, intentar(x, opinion.Responder, respuesta(""), normativa(medicas), "2026-03-06"), "quien devolvió ya no es parte")

	// Económicas answers by its link, recaudación asks for more time.
	hacer(t, x, opinion.Responder, respuesta(""), normativa(economicas), "2026-03-09")
	hacer(t, x, opinion.PedirProrroga, prorroga(3), normativa(cobranza), "2026-03-10")
	c := concesion(2)
	c.Organo = cobranza
	hacer(t, x, opinion.ConcederProrroga, c, coordinadora, "2026-03-10")
	assert.Equal(t, "2026-03-13", vencimientos(x, "2026-03-10")["consulta "+string(cobranza)], "de 3 a 5 días desde el viernes 6")
	r := respuesta(cobranza)
	r.Oficio = oficio("2026-03-12")
	r.Postura.Impacto = opinion.Impacto{Tipo: opinion.Costo, Centavos: 5_000_00, Ejercicios: 1}
	hacer(t, x, opinion.Responder, r, division, "2026-03-12")

	// Finanzas is late: the clock chases it, one level higher each time.
	for _, d := range []string{"2026-03-11", "2026-03-13", "2026-03-16"} {
		debe := alarmas(x, d)
		require.Len(t, debe, 1, d)
		require.Equal(t, "insistir", debe[0].Acto)
		hacer(t, x, opinion.Insistir, debe[0].Entrada.(opinion.Recordatorio), reloj, d)
		assert.Empty(t, alarmas(x, d), "una vez por nivel")
	}
	turno, _ = x.r.TurnoDe(finanzas)
	require.Len(t, turno.Insistencias, 3)
	assert.Equal(t, []opinion.Nivel{opinion.AlEnlace, opinion.ALaTitular, opinion.ALaDireccion},
		[]opinion.Nivel{turno.Insistencias[0].Nivel, turno.Insistencias[1].Nivel, turno.Insistencias[2].Nivel})

	// Integrated without it; the observation of 7.1.4 must be answered.
	v := con(version(economicas, cobranza), faltan(finanzas))
	v.Postura.Impacto = r.Postura.Impacto
	hacer(t, x, opinion.Consolidar, v, division, "2026-03-17")
	assert.False(t, relojDe(x, "consulta", finanzas).Cumplido, "no respondió")
	assert.True(t, relojDe(x, "consulta", economicas).Cumplido)
	hacer(t, x, opinion.Observar, opinion.Observaciones{Version: 1, Puntos: []opinion.Punto{{Texto: "Precise el costo."}}}, vinculadora, "2026-03-17")

	// Finanzas answers late, and is considered.
	hacer(t, x, opinion.Responder, respuesta(""), normativa(finanzas), "2026-03-18")
	turno, _ = x.r.TurnoDe(finanzas)
	assert.True(t, turno.Respuestas[0].Tardia)
	v = con(version(economicas, cobranza, finanzas), atiende("O1"))
	v.Postura.Impacto = r.Postura.Impacto
	hacer(t, x, opinion.Consolidar, v, division, "2026-03-18")
	hacer(t, x, opinion.DarConformidad, opinion.Conformidad{Version: 2}, vinculadora, "2026-03-18")
	assert.Equal(t, 2, x.r.Observaciones[0].AtendidaEn)
	require.Len(t, x.r.Versiones, 2, "las versiones se guardan")

	// The division may not endorse; the coordinator does, and sends.
	err := intentar(x, opinion.Avalar, opinion.Aval{Version: 2}, division, "2026-03-19")
	require.True(t, falla.DeClase(err, falla.Prohibida), err)
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 2}, coordinadora, "2026-03-19")
	env := salida("2026-03-19")
	env.Version = 2
	hacer(t, x, opinion.Enviar, env, coordinadora, "2026-03-19")
	assert.False(t, x.r.Envio.Extemporaneo)
	assert.Equal(t, dia("2026-03-24 00:00")-1, x.r.Envio.Vencia)
	assert.True(t, relojDe(x, "oficial", "").Cumplido)
	hacer(t, x, opinion.Acusar, opinion.Acuse{Fecha: fecha.MustParse("2026-03-20"), Folio: "0815"}, division, "2026-03-20")
	assert.Equal(t, opinion.Concluida, x.r.Estado)

	otra, err := opinion.Opiniones.Reproducir(folio, releer(t, x.eventos))
	require.NoError(t, err)
	vivo, err := opinion.Opiniones.Codificar(&x.r)
	require.NoError(t, err)
	repetido, err := opinion.Opiniones.Codificar(otra)
	require.NoError(t, err)
	assert.Equal(t, string(vivo), string(repetido))

	assert.Equal(t, []opinion.Desempeno{
		{Organo: finanzas, Consultas: 1, Tardias: 1, Insistencias: 3},
		{Organo: cobranza, Consultas: 1, EnTiempo: 1},
		{Organo: economicas, Consultas: 1, EnTiempo: 1},
		{Organo: medicas, Devueltas: 1},
	}, opinion.Desempenos([]opinion.Solicitud{x.r}))
}

func releer(t *testing.T, es []tramite.Evento) []tramite.Evento {
	b, err := json.Marshal(es)
	require.NoError(t, err)
	var out []tramite.Evento
	require.NoError(t, json.Unmarshal(b, &out))
	return out
}

// vencimientos are the due dates of the clocks that matter here.
func vencimientos(x *expediente, cuando string) map[string]string {
	c := x.contexto(reloj, cuando)
	out := map[string]string{}
	for _, k := range opinion.Opiniones.Relojes(&x.r, &c) {
		if !k.Corre() || k.Plazo == opinion.PlazoCompetencia {
			continue
		}
		n := k.Plazo
		if k.Clave != "" {
			n += " " + k.Clave
		}
		out[n] = k.Vence.String()
	}
	return out
}

func alarmas(x *expediente, cuando string) []tramite.Peticion {
	c := x.contexto(reloj, cuando)
	return opinion.Opiniones.Alarmas(&x.r, &c)
}

func relojDe(x *expediente, plazo string, o doe.ClaveOrgano) tramite.Reloj {
	for _, k := range x.r.Relojes {
		if k.Plazo == plazo && k.Clave == string(o) {
			return k
		}
	}
	return tramite.Reloj{}
}

func TestLoQueNoCompeteSeRespondeYAcusa(t *testing.T) {
	x := noCompetente(t)
	e := salida("2026-03-03")
	e.Version, e.Huella = 0, ""
	hacer(t, x, opinion.Enviar, e, coordinadora, "2026-03-03")
	hacer(t, x, opinion.Acusar, opinion.Acuse{Fecha: fecha.MustParse("2026-03-04"), Folio: "1"}, division, "2026-03-04")
	assert.Equal(t, opinion.NoCompetencia, x.r.Estado)
}

func TestElAcuseQueNoLlegaSeReclamaTresVeces(t *testing.T) {
	x := enviadaX(t) // Thursday 12: three working days end on Tuesday 17
	assert.Equal(t, map[string]string{"acuse": "2026-03-17"}, vencimientos(x, "2026-03-12"))
	for _, d := range []string{"2026-03-18", "2026-03-21", "2026-03-25"} {
		debe := alarmas(x, d)
		require.Len(t, debe, 1, d)
		hacer(t, x, opinion.ReclamarAcuse, tramite.Vacia{}, reloj, d)
	}
	assert.Empty(t, alarmas(x, "2026-12-31"))
	hacer(t, x, opinion.ConcluirSinAcuse, opinion.ConclusionSinAcuse{Motivo: todosLosMotiv}, coordinadora, "2026-04-01")
	assert.Equal(t, opinion.Concluida, x.r.Estado)
	assert.False(t, relojDe(x, "acuse", "").Cumplido)
}

func TestElTerminoAHoraFijaSeCuidaAlMinuto(t *testing.T) {
	x := nueva(t)
	e := recepcion()
	e.Origen, e.Termino = opinion.SAO, &opinion.Termino{Limite: dia("2026-03-03 18:00")}
	hacer(t, x, opinion.Registrar, e, division, "2026-03-02")
	assert.Equal(t, map[string]string{"oficial": "2026-03-03"}, vencimientos(x, "2026-03-02"))
	hacer(t, x, opinion.ProponerCompetencia, competencia(finanzas), division, "2026-03-02")
	hacer(t, x, opinion.DecidirCompetencia, competencia(finanzas), coordinadora, "2026-03-02")
	q := consultas(1, finanzas)
	require.Equal(t, []string{"VINCULACION-OPINION-15 body.consultas[0].termino"}, fallas(intentar(x, opinion.Turnar, q, division, "2026-03-02")))
	q.Consultas[0].Termino = opinion.Termino{Limite: dia("2026-03-03 18:00")}
	require.Equal(t, []string{"VINCULACION-OPINION-15 body.consultas[0].termino"}, fallas(intentar(x, opinion.Turnar, q, division, "2026-03-02")))
	q.Consultas[0].Termino.Limite = dia("2026-03-03 14:00")
	hacer(t, x, opinion.Turnar, q, division, "2026-03-02")
	assert.Equal(t, "2026-03-03", vencimientos(x, "2026-03-02")["consulta "+string(finanzas)])
	hacer(t, x, opinion.Responder, respuesta(""), normativa(finanzas), "2026-03-03 14:01")
	assert.True(t, x.r.Turnos[0].Respuestas[0].Tardia)
	hacer(t, x, opinion.Consolidar, version(finanzas), division, "2026-03-03 15:00")
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-03 16:00")
	require.Equal(t, []string{"VINCULACION-OPINION-41 body.motivo_extemporaneo"}, fallas(intentar(x, opinion.Enviar, salida("2026-03-03"), coordinadora, "2026-03-03 18:01")))
	hacer(t, x, opinion.Enviar, salida("2026-03-03"), coordinadora, "2026-03-03 18:00")
	assert.False(t, x.r.Envio.Extemporaneo)
}

func TestLaAmpliacionMueveElTerminoYGuardaElComunicado(t *testing.T) {
	x := turnada(t)
	hacer(t, x, opinion.AmpliarTermino, opinion.Ampliacion{Extension: opinion.Extension{Dias: 2}, Oficio: *oficio("2026-03-05")}, division, "2026-03-05")
	k := relojDe(x, "oficial", "")
	require.Len(t, k.Comunicados, 2)
	assert.Equal(t, "2026-03-23", k.Comunicados[0].String())
	assert.Equal(t, "2026-03-25", k.Comunicados[1].String())
}

// The day after the official term is over, consulting is still possible.
func TestVencidoElOficialAunSeConsulta(t *testing.T) {
	x := competente(t)
	hacer(t, x, opinion.Turnar, consultas(3, finanzas), division, "2026-03-24")
	assert.Equal(t, opinion.Turnada, x.r.Estado)
}

func TestQuienCallaSuTerminoTomaElSupletorio(t *testing.T) {
	for _, k := range []struct {
		origen opinion.Origen
		camara opinion.Camara
		quiere opinion.Termino
	}{
		{opinion.Comision, opinion.Diputados, opinion.Termino{Dias: 30, Clase: plazo.Habiles}},
		{opinion.Comision, opinion.Senado, opinion.Termino{Dias: 10, Clase: plazo.Habiles}},
		{opinion.SAO, opinion.Diputados, opinion.Termino{Dias: 5, Clase: plazo.Habiles}},
	} {
		x := nueva(t)
		e := recepcion()
		e.Origen, e.Asunto.Camara, e.Termino = k.origen, k.camara, nil
		hacer(t, x, opinion.Registrar, e, division, "2026-03-02")
		assert.Equal(t, k.quiere.Dias, x.r.Oficial.Dias, k)
		assert.Equal(t, k.quiere.Clase, x.r.Oficial.Clase, k)
		assert.False(t, x.r.Oficial.Fuente.IsZero())
	}
	s, ok := opinion.SupletorioDe(opinion.Comision, opinion.Diputados, true, fecha.MustParse("2026-03-02"))
	require.True(t, ok)
	assert.Equal(t, "10 días naturales", s.Termino.String(), "iniciativa preferente")
}

func TestObservarYReabrirRevocanElAval(t *testing.T) {
	for nombre, f := range map[string]intento{
		"observar": acto(opinion.Observar, opinion.Observaciones{Version: 1, Puntos: []opinion.Punto{{Texto: "x"}}}, vinculadora, "2026-03-13"),
		"reabrir":  acto(opinion.ReabrirConsulta, opinion.Reapertura{Motivo: todosLosMotiv}, coordinadora, "2026-03-13"),
	} {
		x := avalada(t)
		_, hay := x.r.AvalVigente()
		require.True(t, hay, nombre)
		require.NoError(t, f(x), nombre)
		_, hay = x.r.AvalVigente()
		assert.False(t, hay, nombre)
		assert.Equal(t, "2026-03-13", x.r.Avales[0].Revocado.String())
	}
}

func TestUnaConsultaRetiradaPuedeVolverATurnarse(t *testing.T) {
	x := turnada(t)
	hacer(t, x, opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-05")
	assert.False(t, relojDe(x, "consulta", finanzas).Cumplido)
	hacer(t, x, opinion.Turnar, consultas(2, finanzas), division, "2026-03-06")
	turno, ok := x.r.TurnoDe(finanzas)
	require.True(t, ok)
	assert.Equal(t, opinion.EnConsulta, turno.Estado)
	assert.Equal(t, "2026-03-10", vencimientos(x, "2026-03-06")["consulta "+string(finanzas)])
}

func TestLaRespuestaCorregidaGuardaLaAnterior(t *testing.T) {
	x := respondida(t)
	r := respuesta("")
	r.Analisis = "Se corrige."
	hacer(t, x, opinion.Responder, r, normativa(finanzas), "2026-03-10 12:00")
	turno, _ := x.r.TurnoDe(finanzas)
	require.Len(t, turno.Respuestas, 2)
	ultima, ok := turno.Respuesta()
	require.True(t, ok)
	assert.Equal(t, "Se corrige.", ultima.Analisis)
}

func TestElImpactoDeLasRespuestasSeSumaConSuSigno(t *testing.T) {
	x := turnada(t)
	for o, i := range map[doe.ClaveOrgano]opinion.Impacto{
		finanzas:   {Tipo: opinion.Costo, Centavos: 700, Ejercicios: 1},
		economicas: {Tipo: opinion.Ahorro, Centavos: 200, Ejercicios: 1},
	} {
		r := respuesta(o)
		r.Postura.Impacto = i
		hacer(t, x, opinion.Responder, r, normativa(o), "2026-03-09")
	}
	assert.Equal(t, 500, x.r.ImpactoDeRespuestas())
}

func TestLosRezagosDicenQuienDebeYDesdeCuando(t *testing.T) {
	x := silenciosa(t)
	rs := []opinion.Solicitud{x.r}
	assert.Empty(t, opinion.Rezagos(rs, plazo.Oficiales(), dia("2026-03-10 23:59")))
	hay := opinion.Rezagos(rs, plazo.Oficiales(), dia("2026-03-13"))
	require.Len(t, hay, 1)
	assert.Equal(t, finanzas, hay[0].Organo)
	assert.Equal(t, 3, hay[0].Dias)
	assert.Equal(t, folio, hay[0].Folio)
}

func TestElAntecedenteGuardaLoQueSeEnvio(t *testing.T) {
	x := conAntecedenteRespondida(t)
	require.Len(t, x.r.Antecedentes, 1)
	assert.Equal(t, opinion.Favorable, x.r.Antecedentes[0].Posicion)
	assert.Equal(t, opinion.Huella(texto), x.r.Antecedentes[0].Huella)
}

func TestElDesempenoCuentaCadaSuerteDeConsulta(t *testing.T) {
	x := silenciosa(t)
	assert.Equal(t, []opinion.Desempeno{{Organo: finanzas, Consultas: 1, Pendientes: 1}, {Organo: economicas, Consultas: 1, EnTiempo: 1}},
		opinion.Desempenos([]opinion.Solicitud{x.r}))
	hacer(t, x, opinion.DarPorVencida, cierre(finanzas), coordinadora, "2026-03-11")
	devuelve, retira := devuelta(t), turnada(t)
	hacer(t, retira, opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-05")
	hay := opinion.Desempenos([]opinion.Solicitud{x.r, devuelve.r, retira.r})
	assert.Equal(t, opinion.Desempeno{Organo: finanzas, Consultas: 1, SinRespuesta: 1, Devueltas: 1, Retiradas: 1}, hay[0])
	assert.Equal(t, opinion.Desempeno{Organo: economicas, Consultas: 3, EnTiempo: 1, Pendientes: 2}, hay[1])
}

// A consultation given up needs no second justification to be integrated.
func TestLoDadoPorVencidoSeIntegraSinRepetirElMotivo(t *testing.T) {
	x := silenciosa(t)
	hacer(t, x, opinion.DarPorVencida, cierre(finanzas), coordinadora, "2026-03-11")
	assert.False(t, relojDe(x, "consulta", finanzas).Cumplido)
	hacer(t, x, opinion.Consolidar, version(economicas), division, "2026-03-11")
	assert.Equal(t, opinion.Integrada, x.r.Estado)
}

func TestLosTerminosYSeparacionesTienenFuenteYSePuedenContar(t *testing.T) {
	for _, s := range opinion.Supletorios() {
		assert.NoError(t, s.Termino.Validar())
		assert.False(t, s.Termino.Fuente.IsZero())
		assert.Equal(t, s.Tope, !s.Termino.Fuente.EsConfiguracion(), "solo la norma pone tope: %v", s)
	}
	for _, i := range opinion.Internos() {
		assert.NoError(t, i.Termino.Validar())
		assert.True(t, i.Termino.Fuente.EsConfiguracion(), i.Plazo)
	}
	for _, s := range opinion.Separaciones() {
		_, ok := opinion.Opiniones.Definicion().Acto(s.Acto)
		assert.True(t, ok, s.Acto)
		assert.False(t, s.Fuente.IsZero())
	}
}

func TestLosFiltrosDicenComoSeEnvio(t *testing.T) {
	valor := func(x *expediente, nombre string) string {
		f := opinion.Opiniones.Ficha(&x.r)
		for i, d := range opinion.Opiniones.Definicion().Indices {
			if d.Nombre == nombre {
				return f.Indices[i]
			}
		}
		return "?"
	}
	assert.Empty(t, valor(avalada(t), "enviada"))
	assert.Equal(t, "en_termino", valor(enviadaX(t), "enviada"))
	assert.Equal(t, "favorable", valor(enviadaX(t), "posicion"))
	tarde := avalada(t)
	hacer(t, tarde, opinion.Enviar, con(salida("2026-03-12"), func(e *opinion.Envio) { e.MotivoExtemporaneo = todosLosMotiv }), coordinadora, "2026-03-24")
	assert.Equal(t, "extemporanea", valor(tarde, "enviada"))
}
