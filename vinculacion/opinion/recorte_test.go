package opinion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// ve is the request as an actor may see it, and as it is encoded for them.
func ve(t testing.TB, x *expediente, a doe.Actor) (opinion.Solicitud, string) {
	t.Helper()
	r, doc := prueba.Ve(t, opinion.Opiniones, &x.r, a)
	return *r, doc
}

func adjuntar(t testing.TB, x *expediente, contenido string, quien doe.Actor, cuando string) {
	t.Helper()
	hacer(t, x, opinion.Adjuntar, tramite.Adjunto{Nombre: contenido, SHA256: opinion.Huella(contenido), Tipo: "application/pdf", Bytes: 1}, quien, cuando)
}

// concurrida is a request with something in each of its parts, where every
// text begins with whom it is for: "finanzas", "todas" or "reservado".
func concurrida(t testing.TB) *expediente {
	x := registrada(t)
	p := competencia(economicas, finanzas, medicas)
	p.Motivo = "reservado: propuesta"
	hacer(t, x, opinion.ProponerCompetencia, p, division, "2026-03-02")
	p.Motivo = "reservado: decisión"
	hacer(t, x, opinion.DecidirCompetencia, p, coordinadora, "2026-03-03")
	q := consultas(5, economicas, finanzas, medicas)
	q.Consultas[0].Materia, q.Consultas[1].Materia, q.Consultas[2].Materia = "reservado: materia", "finanzas: materia", "reservado: materia"
	q.Consultas[1].Motivo = "reservado: por qué se le consulta"
	hacer(t, x, opinion.Turnar, q, division, "2026-03-03")
	for o, s := range map[doe.ClaveOrgano]string{economicas: "reservado: aclaración", finanzas: "finanzas: aclaración"} {
		c := opinion.ComunicarEnlace.Ejemplo
		c.Organo, c.Asunto = o, s
		hacer(t, x, opinion.ComunicarEnlace, c, division, "2026-03-04")
	}
	hacer(t, x, opinion.Declinar, opinion.Devolucion{Motivo: "reservado: devolución", Fundamento: "RIIMSS"}, normativa(medicas), "2026-03-05")
	hacer(t, x, opinion.RetirarConsulta, cierre(medicas), coordinadora, "2026-03-05")
	hacer(t, x, opinion.PedirProrroga, con(prorroga(2), func(e *opinion.Prorroga) { e.Motivo = "reservado: prórroga" }), normativa(economicas), "2026-03-09")
	for o, s := range map[doe.ClaveOrgano]string{economicas: "reservado: respuesta", finanzas: "finanzas: respuesta"} {
		hacer(t, x, opinion.Responder, con(respuesta(o), func(e *opinion.Respuesta) { e.Analisis = s }), normativa(o), "2026-03-10")
	}
	adjuntar(t, x, "texto de la iniciativa", division, "2026-03-10")
	adjuntar(t, x, "finanzas: anexo", normativa(finanzas), "2026-03-10")
	adjuntar(t, x, "reservado: anexo", normativa(economicas), "2026-03-10")
	adjuntar(t, x, "reservado: nota de trabajo", division, "2026-03-10")
	v := version(economicas, finanzas)
	v.Texto = "reservado: versión que no se envía"
	hacer(t, x, opinion.Consolidar, v, division, "2026-03-11")
	hacer(t, x, opinion.Observar, opinion.Observaciones{Version: 1, Puntos: []opinion.Punto{{Texto: "reservado: observación"}}}, vinculadora, "2026-03-11")
	v = con(version(economicas, finanzas), atiende("O1"))
	v.Consideraciones[0] = opinion.Consideracion{Organo: economicas, Toma: opinion.Parcial, Motivo: "reservado: lo que no se tomó"}
	v.Consideraciones[1] = opinion.Consideracion{Organo: finanzas, Toma: opinion.Parcial, Motivo: "finanzas: lo que no se tomó"}
	v.CambioDePosicion = "reservado: cambio de posición"
	hacer(t, x, opinion.Consolidar, v, division, "2026-03-12")
	hacer(t, x, opinion.DarConformidad, opinion.Conformidad{Version: 2, Nota: "reservado: conformidad"}, vinculadora, "2026-03-12")
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 2}, coordinadora, "2026-03-12")
	hacer(t, x, opinion.ReabrirConsulta, opinion.Reapertura{Motivo: "reservado: reapertura"}, coordinadora, "2026-03-12")
	hacer(t, x, opinion.Consolidar, version(economicas, finanzas), division, "2026-03-13")
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 3}, coordinadora, "2026-03-13")
	return x
}

var suParte = []string{"folio", "version", "estado", "unidad", "ooad", "creado", "actualizado", "relojes", "adjuntos",
	"origen", "solicitante", "asunto", "consulta", "recibida", "oficial", "turnos", "comunicaciones"}

func TestUnaDireccionVeSoloSuParteAntesDelEnvio(t *testing.T) {
	x := concurrida(t)
	r, doc := ve(t, x, normativa(finanzas))
	assert.ElementsMatch(t, suParte, prueba.Campos(t, doc))
	assert.NotContains(t, doc, "reservado")
	for _, o := range []doe.ClaveOrgano{economicas, medicas} {
		assert.NotContains(t, doc, string(o))
	}
	assert.Equal(t, x.r.Asunto, r.Asunto)
	assert.Equal(t, x.r.Consulta, r.Consulta)
	assert.Equal(t, x.r.Oficial, r.Oficial)
	require.Len(t, r.Turnos, 1)
	assert.Equal(t, "finanzas: materia", r.Turnos[0].Materia)
	assert.Equal(t, "finanzas: respuesta", r.Turnos[0].Respuestas[0].Analisis)
	require.Len(t, r.Comunicaciones, 1)
	assert.Equal(t, "finanzas: aclaración", r.Comunicaciones[0].Asunto)
	var relojes, archivos []string
	for _, k := range r.Relojes {
		relojes = append(relojes, k.Plazo+" "+k.Clave)
	}
	assert.Equal(t, []string{"oficial ", "consulta " + string(finanzas)}, relojes)
	for _, a := range r.Adjuntos {
		archivos = append(archivos, a.Nombre)
	}
	assert.Equal(t, []string{"texto de la iniciativa", "finanzas: anexo"}, archivos, "el texto consultado y lo suyo")
}

func TestUnaDireccionVeLoQueSeEnvioYQueSeTomoDeEllaSola(t *testing.T) {
	x := avalada(t)
	v, _ := x.r.UltimaVersion()
	x.r.Versiones = append([]opinion.Version{{Texto: "reservado: otra versión", Numero: 7}}, x.r.Versiones...)
	hacer(t, x, opinion.Enviar, con(salida("2026-03-12"), func(e *opinion.Envio) { e.MotivoExtemporaneo = "reservado: quién tardó" }), coordinadora, "2026-03-24")
	r, doc := ve(t, x, normativa(finanzas))
	assert.NotContains(t, doc, "reservado")
	assert.NotContains(t, doc, string(economicas))
	require.Len(t, r.Versiones, 1)
	assert.Equal(t, v.Texto, r.Versiones[0].Texto)
	assert.Equal(t, v.Huella, r.Versiones[0].Huella)
	assert.Equal(t, v.Postura, r.Versiones[0].Postura)
	assert.Equal(t, []opinion.Consideracion{{Organo: finanzas, Toma: opinion.Total}}, r.Versiones[0].Consideraciones)
	assert.True(t, r.Envio.Extemporaneo)
	assert.Equal(t, 1, r.Envio.Version)
	assert.ElementsMatch(t, []string{"versiones", "envio"}, sinLosDe(prueba.Campos(t, doc), suParte))
}

// sinLosDe are those of a that are not in b.
func sinLosDe(a, b []string) []string {
	for _, x := range b {
		a = quitar(a, x)
	}
	return a
}

func TestLaUnidadYElRelojVenLaSolicitudEntera(t *testing.T) {
	x := concurrida(t)
	for _, a := range []doe.Actor{division, coordinadora, vinculadora} {
		r, _ := ve(t, x, a)
		assert.Len(t, r.Turnos, 3, a.Nombre)
		assert.Len(t, r.Versiones, 3, a.Nombre)
		assert.NotNil(t, r.Propuesta, a.Nombre)
	}
	r, menos := opinion.Opiniones.Recortar(&x.r, reloj)
	assert.False(t, menos)
	assert.Same(t, &x.r, r)
}

func TestEnNingunEstadoSeAsomaLoReservado(t *testing.T) {
	for _, desde := range []func(testing.TB) *expediente{
		registrada, enAnalisis, competente, noCompetente, turnada, devuelta, conProrroga, integrada, observada, avalada, enviadaX, reclamada,
	} {
		x := desde(t)
		for _, quien := range []doe.Actor{normativa(finanzas), normativa(juridica)} {
			r, doc := ve(t, x, quien)
			for _, c := range []string{"propuesta", "decision", "observaciones", "conformidades", "avales", "reaperturas", "antecedentes", "reclamos"} {
				assert.NotContains(t, prueba.Campos(t, doc), c, x.r.Estado)
			}
			assert.Equal(t, x.r.Envio != nil, len(r.Versiones) > 0, x.r.Estado)
			for _, turno := range r.Turnos {
				assert.Equal(t, quien.Organo, turno.Organo, x.r.Estado)
			}
		}
	}
}

func TestLosArchivosSonDelOrganoYNoDeLaPersona(t *testing.T) {
	x := turnada(t)
	adjuntar(t, x, "de finanzas", normativa(finanzas), "2026-03-04")
	adjuntar(t, x, "de económicas", normativa(economicas), "2026-03-04")
	mudada := normativa(finanzas)
	mudada.Organo = economicas
	adjuntar(t, x, "de quien se mudó a económicas", mudada, "2026-03-05")
	colega := normativa(finanzas)
	colega.Sub = "otra persona"
	ven := func(a doe.Actor) (out []string) {
		r, _ := ve(t, x, a)
		for _, f := range r.Adjuntos {
			out = append(out, f.Nombre)
		}
		return out
	}
	assert.Equal(t, []string{"de finanzas"}, ven(normativa(finanzas)))
	assert.Equal(t, []string{"de finanzas"}, ven(colega), "lo de su dirección, aunque lo adjuntara otra persona")
	assert.Equal(t, []string{"de económicas", "de quien se mudó a económicas"}, ven(mudada))
	assert.Len(t, ven(division), 3)
}

// What a directorate returns goes to the next one without what the former did
// or was told, and each is counted its own.
func TestElTurnoTrasladadoEmpiezaDeNuevo(t *testing.T) {
	x := conProrroga(t)
	hacer(t, x, opinion.Insistir, opinion.Recordatorio{Organo: finanzas}, reloj, "2026-03-11")
	hacer(t, x, opinion.Declinar, opinion.Devolucion{Motivo: todosLosMotiv, Fundamento: "RIIMSS"}, normativa(finanzas), "2026-03-11")
	a := consultas(3, cobranza).Consultas[0]
	a.Motivo = todosLosMotiv
	hacer(t, x, opinion.Reasignar, opinion.Reasignacion{De: finanzas, A: a}, division, "2026-03-11")
	turno, ok := x.r.TurnoDe(cobranza)
	require.True(t, ok)
	assert.Empty(t, turno.Prorrogas)
	assert.Empty(t, turno.Insistencias)
	require.Len(t, turno.Traslados, 1)
	assert.Len(t, turno.Traslados[0].Prorrogas, 1)
	assert.Len(t, turno.Traslados[0].Insistencias, 1)

	hacer(t, x, opinion.PedirProrroga, prorroga(1), normativa(cobranza), "2026-03-12")
	hacer(t, x, opinion.Insistir, opinion.Recordatorio{Organo: cobranza}, reloj, "2026-03-18")
	turno, _ = x.r.TurnoDe(cobranza)
	assert.Equal(t, opinion.AlEnlace, turno.Insistencias[0].Nivel, "es su primer recordatorio")
	hay := map[doe.ClaveOrgano]int{}
	for _, d := range opinion.Desempenos([]opinion.Solicitud{x.r}) {
		hay[d.Organo] = d.Insistencias
	}
	assert.Equal(t, map[doe.ClaveOrgano]int{finanzas: 1, cobranza: 1, economicas: 0}, hay)
	r, doc := ve(t, x, normativa(cobranza))
	require.Len(t, r.Turnos, 1)
	assert.NotContains(t, doc, string(finanzas))
}

func TestCadaDireccionSabeDeSuFaltaYDelFinSoloPorSiMisma(t *testing.T) {
	x := silenciosa(t)
	hacer(t, x, opinion.Consolidar, con(version(economicas), faltan(finanzas)), division, "2026-03-11")
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12")
	hacer(t, x, opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-12")
	r, _ := ve(t, x, normativa(finanzas))
	require.Len(t, r.Versiones[0].Faltantes, 1)
	assert.Equal(t, finanzas, r.Versiones[0].Faltantes[0].Organo)
	assert.Empty(t, r.Versiones[0].Consideraciones)
	r, _ = ve(t, x, normativa(economicas))
	assert.Empty(t, r.Versiones[0].Faltantes)

	x = turnada(t)
	x.r.FundamentoTermino = "Así lo pidió la comisión"
	hacer(t, x, opinion.Cancelar, opinion.Cancelar.Ejemplo, coordinadora, "2026-03-05")
	r, _ = ve(t, x, normativa(finanzas))
	assert.Equal(t, opinion.RetiradaPorSolicitante, r.Cancelacion.Causa, "ya no hay que responder")
	assert.Equal(t, x.r.FundamentoTermino, r.FundamentoTermino)
}

func TestUnTerminoQueCambiaDeFormaSigueSiendoElMismoPlazo(t *testing.T) {
	x := turnada(t)
	hacer(t, x, opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-05")
	q := consultas(1, finanzas)
	q.Consultas[0].Termino = opinion.Termino{Limite: dia("2026-03-09 14:00")}
	hacer(t, x, opinion.Turnar, q, division, "2026-03-06")
	assert.Equal(t, "2026-03-09", vencimientos(x, "2026-03-06")["consulta "+string(finanzas)])
	assert.Equal(t, "2026-03-23", vencimientos(x, "2026-03-06")["oficial"])
	var plazos []string
	for _, d := range opinion.Opiniones.Definicion().Plazos {
		plazos = append(plazos, d.Nombre)
	}
	assert.Equal(t, []string{"oficial", "consulta", "competencia", "acuse"}, plazos)
	debe := alarmas(x, "2026-03-10")
	require.Len(t, debe, 1)
	assert.Equal(t, opinion.Recordatorio{Organo: finanzas}, debe[0].Entrada)
}

func TestLosOficiosDeSuParteSeVenAunqueLosAdjunteOtra(t *testing.T) {
	x := nueva(t)
	carta := func(contenido string) opinion.Documento {
		d := *oficio("2026-03-03")
		d.SHA256 = opinion.Huella(contenido)
		return d
	}
	hacer(t, x, opinion.Registrar, con(recepcion(), func(e *opinion.Recepcion) { e.Solicitante.Oficio.SHA256 = opinion.Huella("solicitud") }), division, "2026-03-03")
	hacer(t, x, opinion.ProponerCompetencia, competencia(economicas, finanzas), division, "2026-03-03")
	hacer(t, x, opinion.DecidirCompetencia, competencia(economicas, finanzas), coordinadora, "2026-03-03")
	q, r, p, d, e := consultas(5, economicas, finanzas), respuesta(finanzas), prorroga(1), carta("turno"), salida("2026-03-12")
	q.Oficio = &d
	hacer(t, x, opinion.Turnar, q, division, "2026-03-03")
	d = carta("prorroga")
	p.Organo, p.Oficio = finanzas, &d
	hacer(t, x, opinion.PedirProrroga, p, division, "2026-03-09")
	d = carta("respuesta")
	r.Oficio = &d
	hacer(t, x, opinion.Responder, r, division, "2026-03-10")
	r = respuesta(economicas)
	d = carta("ajena")
	r.Oficio = &d
	hacer(t, x, opinion.Responder, r, division, "2026-03-10")
	d = carta("ampliacion")
	hacer(t, x, opinion.AmpliarTermino, opinion.Ampliacion{Extension: opinion.Extension{Dias: 2}, Oficio: d}, division, "2026-03-10")
	hacer(t, x, opinion.Consolidar, version(economicas, finanzas), division, "2026-03-11")
	for _, s := range []string{"solicitud", "turno", "prorroga", "respuesta", "ajena", "ampliacion", "envio", texto} {
		adjuntar(t, x, s, division, "2026-03-11")
	}
	suyos := func() (out []string) {
		v, _ := ve(t, x, normativa(finanzas))
		for _, a := range v.Adjuntos {
			out = append(out, a.Nombre)
		}
		return out
	}
	assert.Equal(t, []string{"solicitud", "turno", "prorroga", "respuesta", "ampliacion"}, suyos())
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12")
	e.Oficio = carta("envio")
	hacer(t, x, opinion.Enviar, e, coordinadora, "2026-03-12")
	assert.Equal(t, []string{"solicitud", "turno", "prorroga", "respuesta", "ampliacion", "envio", texto}, suyos())

	x = turnada(t)
	d = carta("devolucion")
	hacer(t, x, opinion.Declinar, opinion.Devolucion{Organo: finanzas, Motivo: todosLosMotiv, Fundamento: "RIIMSS", Oficio: &d}, division, "2026-03-05")
	adjuntar(t, x, "devolucion", division, "2026-03-05")
	assert.Equal(t, []string{"devolucion"}, suyos())
}
