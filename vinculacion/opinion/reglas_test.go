package opinion_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// intento is an act that a case tries; it gives the refusal.
type intento func(x *expediente) error

func acto[E any](a tramite.Acto[opinion.Solicitud, E], e E, quien doe.Actor, cuando string) intento {
	return func(x *expediente) error { return intentar(x, a, e, quien, cuando) }
}

// con changes an input.
func con[E any](e E, cambio func(*E)) E {
	cambio(&e)
	return e
}

func alta(cambio func(*opinion.Recepcion)) intento {
	return acto(opinion.Registrar, con(recepcion(), cambio), division, "2026-03-02")
}

func turnar(e opinion.Consultas, cuando string) intento {
	return acto(opinion.Turnar, e, division, cuando)
}

func responder(e opinion.Respuesta) intento {
	return acto(opinion.Responder, e, normativa(e.Organo), "2026-03-09")
}

func postura(p opinion.Postura) intento {
	e := respuesta(finanzas)
	e.Postura = p
	return responder(e)
}

func consolidar(e opinion.Version, cuando string) intento {
	return acto(opinion.Consolidar, e, division, cuando)
}

func articulo(p opinion.Posicion) []opinion.ArticuloOpinado {
	return []opinion.ArticuloOpinado{{Articulo: "201", Posicion: p, Comentario: "Precise."}}
}

func nueva(testing.TB) *expediente { return &expediente{otras: map[string]*opinion.Solicitud{}} }

// conAntecedente knows another request, already sent with a stance.
func conAntecedente(t testing.TB) *expediente {
	x := nueva(t)
	otra := enviadaX(t).r
	otra.Folio = "OPI-2026-09-0000009-Z"
	x.otras[otra.Folio] = &otra
	return x
}

func conAntecedenteRespondida(t testing.TB) *expediente {
	x := conAntecedente(t)
	e := recepcion()
	e.Antecedentes = []opinion.Antecedente{{Folio: "OPI-2026-09-0000009-Z"}}
	hacer(t, x, opinion.Registrar, e, division, "2026-03-16")
	hacer(t, x, opinion.ProponerCompetencia, competencia(finanzas), division, "2026-03-16")
	hacer(t, x, opinion.DecidirCompetencia, competencia(finanzas), coordinadora, "2026-03-16")
	hacer(t, x, opinion.Turnar, consultas(2, finanzas), division, "2026-03-16")
	r := respuesta(finanzas)
	r.Postura = opinion.Postura{Posicion: opinion.Desfavorable, Fundamentos: []string{"LSS 201"}, Impacto: opinion.Impacto{Tipo: opinion.SinImpacto}}
	hacer(t, x, opinion.Responder, r, normativa(finanzas), "2026-03-17")
	return x
}

func devuelta(t testing.TB) *expediente {
	x := turnada(t)
	hacer(t, x, opinion.Declinar, opinion.Devolucion{Motivo: todosLosMotiv, Fundamento: "RIIMSS", Propone: cobranza}, normativa(finanzas), "2026-03-05")
	return x
}

func conProrroga(t testing.TB) *expediente {
	x := turnada(t)
	hacer(t, x, opinion.PedirProrroga, prorroga(3), normativa(finanzas), "2026-03-09")
	return x
}

func prorroga(n int) opinion.Prorroga {
	return opinion.Prorroga{Extension: opinion.Extension{Dias: n}, Motivo: todosLosMotiv}
}

func concesion(n int) opinion.Concesion {
	return opinion.Concesion{Organo: finanzas, Extension: opinion.Extension{Dias: n}, Motivo: todosLosMotiv}
}

func cierre(o doe.ClaveOrgano) opinion.Cierre {
	return opinion.Cierre{Organo: o, Motivo: todosLosMotiv}
}

func textoNuevo(e opinion.Etapa, sha string) opinion.ActualizacionAsunto {
	return opinion.ActualizacionAsunto{Etapa: e, SHA256: sha, Fuente: "https://gaceta.diputados.gob.mx/", Consultada: fecha.MustParse("2026-03-02")}
}

func conTextoCambiado(desde func(testing.TB) *expediente) func(testing.TB) *expediente {
	return func(t testing.TB) *expediente {
		x := desde(t)
		hacer(t, x, opinion.ActualizarAsunto, textoNuevo(opinion.PrimeraLectura, opinion.Huella("otro texto")), division, "2026-03-12")
		return x
	}
}

// reclamada was sent, and its acknowledgement claimed by the clock.
func reclamada(t testing.TB) *expediente {
	x := enviadaX(t)
	hacer(t, x, opinion.ReclamarAcuse, tramite.Vacia{}, reloj, "2026-03-18")
	return x
}

func silenciosa(t testing.TB) *expediente {
	x := turnada(t)
	hacer(t, x, opinion.Responder, respuesta(economicas), normativa(economicas), "2026-03-09")
	return x
}

// TestReglas has, for each rule, a case that breaks it, at its place, and the
// nearest one that does not.
func TestReglas(t *testing.T) {
	hoy := "2026-03-02"
	casos := []struct {
		regla  string
		desde  func(testing.TB) *expediente
		rompe  intento
		camino string
		cumple intento
	}{
		{"01", nueva, alta(func(e *opinion.Recepcion) { e.Recibida = fecha.MustParse("2026-03-03") }), "body.recibida", alta(func(*opinion.Recepcion) {})},
		{"01", nueva, alta(func(e *opinion.Recepcion) { e.Recibida = fecha.MustParse("2025-02-28") }), "body.recibida",
			alta(func(e *opinion.Recepcion) { e.Recibida = fecha.MustParse("2025-03-01") })},
		{"01", nueva, alta(func(e *opinion.Recepcion) { e.Asunto.Gaceta = fecha.MustParse("2026-03-03") }), "body.asunto.gaceta",
			alta(func(e *opinion.Recepcion) { e.Asunto.Gaceta = fecha.MustParse(hoy) })},
		{"02", nueva, alta(func(e *opinion.Recepcion) { e.Solicitante.Entidad = "14" }), "body.solicitante.entidad", alta(func(*opinion.Recepcion) {})},
		{"02", nueva, alta(func(e *opinion.Recepcion) { e.Origen = opinion.CongresoLocal }), "body.asunto.camara",
			alta(func(e *opinion.Recepcion) {
				e.Origen, e.Asunto.Camara, e.Solicitante.Entidad = opinion.CongresoLocal, opinion.Local, "14"
			})},
		{"03", nueva, alta(func(e *opinion.Recepcion) {
			e.Asunto.Preferente, e.Asunto.Tipo, e.Termino.Dias = true, opinion.PuntoAcuerdo, 3
		}), "body.asunto.preferente", alta(func(e *opinion.Recepcion) { e.Asunto.Preferente, e.Termino.Dias = true, 3 })},
		{"04", nueva, alta(func(e *opinion.Recepcion) { e.Asunto.Etapa = opinion.Publicado }), "body.asunto.etapa",
			alta(func(e *opinion.Recepcion) { e.Asunto.Etapa = opinion.AprobadoPorPublicar })},
		{"05", nueva, alta(func(e *opinion.Recepcion) { e.Termino.Limite = dia("2026-03-09 18:00") }), "body.termino",
			alta(func(e *opinion.Recepcion) { e.Termino = &opinion.Termino{Limite: dia("2026-03-09 18:00")} })},
		{"05", nueva, alta(func(e *opinion.Recepcion) { e.Termino = &opinion.Termino{Dias: 3} }), "body.termino",
			alta(func(e *opinion.Recepcion) { e.Termino = &opinion.Termino{Dias: 3, Clase: plazo.Naturales} })},
		{"06", nueva, alta(func(e *opinion.Recepcion) { e.Termino = &opinion.Termino{Limite: dia("2026-03-02 10:00")} }), "body.termino.limite",
			alta(func(e *opinion.Recepcion) { e.Termino = &opinion.Termino{Limite: dia("2026-03-02 10:01")} })},
		// Reglamento de la Cámara de Diputados, art. 69: 30 days at most.
		{"07", nueva, alta(func(e *opinion.Recepcion) { e.Termino.Dias = 31 }), "body.fundamento_termino", alta(func(e *opinion.Recepcion) { e.Termino.Dias = 30 })},
		{"07", nueva, alta(func(e *opinion.Recepcion) { e.Termino.Dias = 31 }), "body.fundamento_termino",
			alta(func(e *opinion.Recepcion) { e.Termino.Dias, e.FundamentoTermino = 31, "Acuerdo de la Mesa Directiva" })},
		// The same article: 10 natural days for a preferential initiative.
		{"07", nueva, alta(func(e *opinion.Recepcion) {
			e.Asunto.Preferente, e.Termino = true, &opinion.Termino{Dias: 11, Clase: plazo.Naturales}
		}), "body.fundamento_termino",
			alta(func(e *opinion.Recepcion) {
				e.Asunto.Preferente, e.Termino = true, &opinion.Termino{Dias: 10, Clase: plazo.Naturales}
			})},
		{"08", conAntecedente, alta(func(e *opinion.Recepcion) {
			e.Antecedentes = []opinion.Antecedente{{Folio: "OPI-2026-09-0000002-A"}}
		}), "body.antecedentes[0].folio", alta(func(e *opinion.Recepcion) {
			e.Antecedentes = []opinion.Antecedente{{Folio: "OPI-2026-09-0000009-Z"}}
			e.Recibida = fecha.MustParse(hoy)
		})},
		{"08", conAntecedente, alta(func(e *opinion.Recepcion) {
			e.Asunto.Numero, e.Antecedentes = "otro", []opinion.Antecedente{{Folio: "OPI-2026-09-0000009-Z"}}
		}), "body.antecedentes[0].folio", alta(func(*opinion.Recepcion) {})},

		{"09", registrada, acto(opinion.ProponerCompetencia, competencia("ooad-14"), division, hoy), "body.organos[0].organo",
			acto(opinion.ProponerCompetencia, competencia(juridica), division, hoy)},
		{"10", registrada, acto(opinion.ProponerCompetencia, competencia(juridica, juridica), division, hoy), "body.organos[1].organo",
			acto(opinion.ProponerCompetencia, competencia(juridica, medicas), division, hoy)},
		{"11", registrada, acto(opinion.ProponerCompetencia, competencia(), division, hoy), "body.organos",
			acto(opinion.ProponerCompetencia, incompetencia(), division, hoy)},
		{"11", registrada, acto(opinion.ProponerCompetencia, con(incompetencia(), func(e *opinion.Competencia) { e.Instancia = "" }), division, hoy), "body.instancia",
			acto(opinion.ProponerCompetencia, competencia(finanzas), division, hoy)},
		{"12", enAnalisis, acto(opinion.DecidirCompetencia, competencia(finanzas), con(coordinadora, func(a *doe.Actor) { a.Sub = division.Sub }), hoy), "body",
			acto(opinion.DecidirCompetencia, competencia(finanzas), coordinadora, hoy)},
		{"12", integrada, acto(opinion.Avalar, opinion.Aval{Version: 1}, con(coordinadora, func(a *doe.Actor) { a.Sub = division.Sub }), "2026-03-12"), "body",
			acto(opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12")},

		{"13", turnada, turnar(consultas(2, finanzas), "2026-03-03"), "body.consultas[0].organo",
			turnar(con(consultas(2, juridica), func(e *opinion.Consultas) { e.Consultas[0].Motivo = todosLosMotiv }), "2026-03-03")},
		{"10", competente, turnar(consultas(2, finanzas, finanzas), "2026-03-03"), "body.consultas[1].organo", turnar(consultas(2, finanzas, economicas), "2026-03-03")},
		{"14", competente, turnar(consultas(2, juridica), "2026-03-03"), "body.consultas[0].motivo",
			turnar(con(consultas(2, juridica), func(e *opinion.Consultas) { e.Consultas[0].Motivo = todosLosMotiv }), "2026-03-03")},
		// From Tuesday 3: the 14th working day is Monday 23, when the official
		// term ends; the 13th is Friday 20.
		{"15", competente, turnar(consultas(14, finanzas), "2026-03-03"), "body.consultas[0].termino", turnar(consultas(13, finanzas), "2026-03-03")},
		{"05", competente, turnar(con(consultas(1, finanzas), func(e *opinion.Consultas) { e.Consultas[0].Termino.Clase = "" }), "2026-03-03"), "body.consultas[0].termino",
			turnar(consultas(1, finanzas), "2026-03-03")},
		{"16", turnada, acto(opinion.Responder, con(respuesta(juridica), func(e *opinion.Respuesta) { e.Oficio = oficio("2026-03-09") }), division, "2026-03-09"), "body.organo", responder(respuesta(finanzas))},
		{"17", turnada, acto(opinion.Responder, respuesta(finanzas), normativa(economicas), "2026-03-09"), "body.organo",
			acto(opinion.Responder, respuesta(""), normativa(economicas), "2026-03-09")},
		{"18", turnada, acto(opinion.Responder, respuesta(finanzas), division, "2026-03-09"), "body.oficio",
			acto(opinion.Responder, con(respuesta(finanzas), func(e *opinion.Respuesta) { e.Oficio = oficio("2026-03-09") }), division, "2026-03-09")},

		{"19", turnada, postura(opinion.Postura{Posicion: opinion.ConObservaciones, Impacto: favorable().Impacto}), "body.postura.articulos",
			postura(opinion.Postura{Posicion: opinion.ConObservaciones, Impacto: favorable().Impacto, Articulos: articulo(opinion.ConObservaciones)})},
		{"20", turnada, postura(opinion.Postura{Posicion: opinion.Desfavorable, Impacto: favorable().Impacto}), "body.postura.fundamentos",
			postura(opinion.Postura{Posicion: opinion.Desfavorable, Impacto: favorable().Impacto, Fundamentos: []string{"LSS 201"}})},
		{"21", turnada, postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: favorable().Impacto, Articulos: articulo(opinion.Desfavorable)}), "body.postura.articulos[0].posicion",
			postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: favorable().Impacto, Articulos: articulo(opinion.Favorable)})},
		{"21", turnada, postura(opinion.Postura{Posicion: opinion.SinComentarios, Impacto: opinion.Impacto{Tipo: opinion.Costo, Centavos: 1, Ejercicios: 1}}), "body.postura.impacto.tipo",
			postura(opinion.Postura{Posicion: opinion.SinComentarios, Impacto: favorable().Impacto})},
		{"22", turnada, postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: opinion.Impacto{Tipo: opinion.Costo, Ejercicios: 1}}), "body.postura.impacto",
			postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: opinion.Impacto{Tipo: opinion.Costo, Centavos: 1, Ejercicios: 1}})},
		{"22", turnada, postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: opinion.Impacto{Tipo: opinion.NoCuantificar}}), "body.postura.impacto",
			postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: opinion.Impacto{Tipo: opinion.NoCuantificar, Explicacion: "Faltan datos"}})},
		{"22", turnada, postura(opinion.Postura{Posicion: opinion.Favorable, Impacto: opinion.Impacto{Tipo: opinion.SinImpacto, Centavos: 1}}), "body.postura.impacto",
			postura(favorable())},

		{"23", conProrroga, acto(opinion.PedirProrroga, prorroga(1), normativa(finanzas), "2026-03-09"), "body",
			acto(opinion.PedirProrroga, prorroga(1), normativa(economicas), "2026-03-09")},
		{"24", turnada, acto(opinion.PedirProrroga, prorroga(1), normativa(finanzas), "2026-03-11"), "body",
			acto(opinion.PedirProrroga, prorroga(1), normativa(finanzas), "2026-03-10 23:59")},
		{"25", turnada, acto(opinion.ConcederProrroga, concesion(1), coordinadora, "2026-03-09"), "body.organo", acto(opinion.PedirProrroga, prorroga(1), normativa(finanzas), "2026-03-09")},
		{"25", turnada, acto(opinion.NegarProrroga, cierre(finanzas), coordinadora, "2026-03-09"), "body.organo", acto(opinion.PedirProrroga, prorroga(1), normativa(finanzas), "2026-03-09")},
		{"26", conProrroga, acto(opinion.ConcederProrroga, concesion(4), coordinadora, "2026-03-09"), "body", acto(opinion.ConcederProrroga, concesion(3), coordinadora, "2026-03-09")},
		{"26", turnada, acto(opinion.AmpliarTermino, opinion.Ampliacion{Extension: opinion.Extension{Limite: dia("2026-04-01")}, Oficio: *oficio(hoy)}, division, "2026-03-09"), "body",
			acto(opinion.AmpliarTermino, opinion.Ampliacion{Extension: opinion.Extension{Dias: 5}, Oficio: *oficio(hoy)}, division, "2026-03-09")},
		{"15", func(t testing.TB) *expediente {
			x := turnada(t)
			hacer(t, x, opinion.PedirProrroga, prorroga(30), normativa(finanzas), "2026-03-09")
			return x
		}, acto(opinion.ConcederProrroga, concesion(9), coordinadora, "2026-03-09"), "body", acto(opinion.ConcederProrroga, concesion(8), coordinadora, "2026-03-09")},

		{"27", devuelta, acto(opinion.Reasignar, opinion.Reasignacion{De: finanzas, A: consultas(2, finanzas).Consultas[0]}, division, "2026-03-05"), "body.a.organo",
			acto(opinion.Reasignar, opinion.Reasignacion{De: finanzas, A: con(consultas(2, cobranza).Consultas[0], func(q *opinion.Consulta) { q.Motivo = todosLosMotiv })}, division, "2026-03-05")},
		{"13", devuelta, acto(opinion.Reasignar, opinion.Reasignacion{De: finanzas, A: consultas(2, economicas).Consultas[0]}, division, "2026-03-05"), "body.a.organo",
			acto(opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-05")},
		{"16", turnada, acto(opinion.Reasignar, opinion.Reasignacion{De: finanzas, A: con(consultas(2, cobranza).Consultas[0], func(q *opinion.Consulta) { q.Motivo = todosLosMotiv })}, division, "2026-03-05"), "body.de",
			acto(opinion.Declinar, opinion.Devolucion{Motivo: todosLosMotiv, Fundamento: "RIIMSS"}, normativa(finanzas), "2026-03-05")},
		{"27", turnada, acto(opinion.Declinar, opinion.Devolucion{Motivo: todosLosMotiv, Fundamento: "RIIMSS", Propone: finanzas}, normativa(finanzas), "2026-03-05"), "body.propone",
			acto(opinion.Declinar, opinion.Devolucion{Motivo: todosLosMotiv, Fundamento: "RIIMSS", Propone: cobranza}, normativa(finanzas), "2026-03-05")},
		{"28", turnada, acto(opinion.Insistir, opinion.Recordatorio{Organo: finanzas}, coordinadora, "2026-03-10 23:59"), "body.organo",
			acto(opinion.Insistir, opinion.Recordatorio{Organo: finanzas}, coordinadora, "2026-03-11 00:00")},
		{"28", turnada, acto(opinion.DarPorVencida, cierre(finanzas), coordinadora, "2026-03-10"), "body.organo", acto(opinion.DarPorVencida, cierre(finanzas), coordinadora, "2026-03-11")},
		{"28", enviadaX, acto(opinion.ReclamarAcuse, tramite.Vacia{}, coordinadora, "2026-03-17"), "body", acto(opinion.ReclamarAcuse, tramite.Vacia{}, coordinadora, "2026-03-18")},
		{"09", turnada, acto(opinion.ComunicarEnlace, con(opinion.ComunicarEnlace.Ejemplo, func(e *opinion.Comunicacion) { e.Organo = "federal-segob" }), division, "2026-03-05"), "body.organo",
			acto(opinion.ComunicarEnlace, opinion.ComunicarEnlace.Ejemplo, division, "2026-03-05")},

		{"28", silenciosa, consolidar(con(version(economicas), faltan(finanzas)), "2026-03-10"), "body.faltantes", consolidar(con(version(economicas), faltan(finanzas)), "2026-03-11")},
		{"29", func(t testing.TB) *expediente {
			x := turnada(t)
			hacer(t, x, opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-05")
			hacer(t, x, opinion.RetirarConsulta, cierre(economicas), coordinadora, "2026-03-05")
			return x
		}, consolidar(version(), "2026-03-11"), "body", turnar(consultas(2, finanzas), "2026-03-05")},
		{"30", func(t testing.TB) *expediente {
			x := devuelta(t)
			hacer(t, x, opinion.Responder, respuesta(economicas), normativa(economicas), "2026-03-09")
			return x
		}, consolidar(version(economicas), "2026-03-11"), "body", func(x *expediente) error {
			if err := intentar(x, opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-10"); err != nil {
				return err
			}
			return intentar(x, opinion.Consolidar, version(economicas), division, "2026-03-11")
		}},
		{"31", respondida, consolidar(version(economicas), "2026-03-11"), "body.consideraciones", consolidar(version(economicas, finanzas), "2026-03-11")},
		{"31", respondida, consolidar(version(economicas, finanzas, finanzas), "2026-03-11"), "body.consideraciones[2].organo", consolidar(version(finanzas, economicas), "2026-03-11")},
		{"32", respondida, consolidar(con(version(economicas, finanzas), func(e *opinion.Version) { e.Consideraciones[1].Toma = opinion.Parcial }), "2026-03-11"), "body.consideraciones[1].motivo",
			consolidar(con(version(economicas, finanzas), func(e *opinion.Version) {
				e.Consideraciones[1].Toma, e.Consideraciones[1].Motivo = opinion.Parcial, "Duplica a la otra."
			}), "2026-03-11")},
		{"33", silenciosa, consolidar(version(economicas), "2026-03-11"), "body.faltantes", consolidar(con(version(economicas), faltan(finanzas)), "2026-03-11")},
		{"33", respondida, consolidar(con(version(economicas, finanzas), faltan(finanzas)), "2026-03-11"), "body.faltantes[0].organo", consolidar(version(economicas, finanzas), "2026-03-11")},
		{"34", observada, consolidar(version(economicas, finanzas), "2026-03-11"), "body.atendidas", consolidar(con(version(economicas, finanzas), atiende("O1")), "2026-03-11")},
		{"34", observada, consolidar(con(version(economicas, finanzas), atiende("O1", "O2")), "2026-03-11"), "body.atendidas[1].clave", consolidar(con(version(economicas, finanzas), atiende("O1")), "2026-03-11")},
		{"35", conAntecedenteRespondida, consolidar(con(version(finanzas), contraria("")), "2026-03-18"), "body.cambio_de_posicion",
			consolidar(con(version(finanzas), contraria("El dictamen cambió el artículo que se apoyaba.")), "2026-03-18")},
		{"36", respondida, consolidar(con(version(economicas, finanzas), func(e *opinion.Version) {
			e.Postura.Impacto = opinion.Impacto{Tipo: opinion.Costo, Centavos: 100, Ejercicios: 1}
		}), "2026-03-11"), "body.postura.impacto.explicacion", consolidar(con(version(economicas, finanzas), func(e *opinion.Version) {
			e.Postura.Impacto = opinion.Impacto{Tipo: opinion.Costo, Centavos: 100, Ejercicios: 1, Explicacion: "Incluye el costo de operar."}
		}), "2026-03-11")},

		{"37", integrada, acto(opinion.Avalar, opinion.Aval{Version: 2}, coordinadora, "2026-03-12"), "body.version", acto(opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12")},
		{"37", integrada, acto(opinion.Observar, opinion.Observaciones{Version: 2, Puntos: []opinion.Punto{{Texto: "x"}}}, vinculadora, "2026-03-12"), "body.version",
			acto(opinion.DarConformidad, opinion.Conformidad{Version: 1}, vinculadora, "2026-03-12")},
		{"38", func(t testing.TB) *expediente {
			x := integrada(t)
			hacer(t, x, opinion.Responder, respuesta(finanzas), normativa(finanzas), "2026-03-12")
			return x
		}, acto(opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12"), "body.version", func(x *expediente) error {
			if err := intentar(x, opinion.Consolidar, version(economicas, finanzas), division, "2026-03-12"); err != nil {
				return err
			}
			return intentar(x, opinion.Avalar, opinion.Aval{Version: 2}, coordinadora, "2026-03-12")
		}},
		{"39", conTextoCambiado(integrada), acto(opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12"), "body.version", consolidar(version(economicas, finanzas), "2026-03-12")},
		{"39", conTextoCambiado(avalada), acto(opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-12"), "body.version",
			acto(opinion.ReabrirConsulta, opinion.Reapertura{Motivo: todosLosMotiv}, coordinadora, "2026-03-12")},
		{"40", avalada, acto(opinion.Enviar, con(salida("2026-03-12"), func(e *opinion.Envio) { e.Huella = opinion.Huella("otro") }), coordinadora, "2026-03-12"), "body.huella",
			acto(opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-12")},
		{"40", noCompetente, acto(opinion.Enviar, con(salida(hoy), func(e *opinion.Envio) { e.Huella = "" }), coordinadora, "2026-03-12"), "body.version",
			acto(opinion.Enviar, con(salida(hoy), func(e *opinion.Envio) { e.Version, e.Huella = 0, "" }), coordinadora, "2026-03-12")},
		{"41", avalada, acto(opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-24 00:00"), "body.motivo_extemporaneo", acto(opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-23 23:59")},
		{"41", avalada, acto(opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-24"), "body.motivo_extemporaneo",
			acto(opinion.Enviar, con(salida("2026-03-12"), func(e *opinion.Envio) { e.MotivoExtemporaneo = todosLosMotiv }), coordinadora, "2026-03-24")},
		{"42", avalada, acto(opinion.Enviar, con(salida("2026-03-12"), func(e *opinion.Envio) { e.Medio = opinion.PorSistema }), coordinadora, "2026-03-12"), "body.folio_sistema",
			acto(opinion.Enviar, con(salida("2026-03-12"), func(e *opinion.Envio) { e.Medio, e.FolioSistema = opinion.PorSistema, "SAO-1" }), coordinadora, "2026-03-12")},
		{"43", enviadaX, acto(opinion.Acusar, opinion.Acuse{Fecha: fecha.MustParse("2026-03-11"), Folio: "1"}, division, "2026-03-13"), "body.fecha",
			acto(opinion.Acusar, opinion.Acuse{Fecha: fecha.MustParse("2026-03-12"), Folio: "1"}, division, "2026-03-13")},
		{"44", enviadaX, acto(opinion.ConcluirSinAcuse, opinion.ConclusionSinAcuse{Motivo: todosLosMotiv}, coordinadora, "2026-03-18"), "body", func(x *expediente) error {
			if err := intentar(x, opinion.ReclamarAcuse, tramite.Vacia{}, reloj, "2026-03-18"); err != nil {
				return err
			}
			return intentar(x, opinion.ConcluirSinAcuse, opinion.ConclusionSinAcuse{Motivo: todosLosMotiv}, coordinadora, "2026-03-18")
		}},
		{"45", registrada, acto(opinion.ActualizarAsunto, textoNuevo(opinion.EnOrigen, opinion.Huella("texto de la iniciativa")), division, hoy), "body",
			acto(opinion.ActualizarAsunto, textoNuevo(opinion.PrimeraLectura, opinion.Huella("texto de la iniciativa")), division, hoy)},
		{"46", conDuplicada, acto(opinion.Cancelar, opinion.Cancelacion{Causa: opinion.Duplicada, Motivo: todosLosMotiv}, coordinadora, "2026-03-18"), "body.folio",
			acto(opinion.Cancelar, opinion.Cancelacion{Causa: opinion.Duplicada, Motivo: todosLosMotiv, Folio: "OPI-2026-09-0000009-Z"}, coordinadora, "2026-03-18")},
		{"46", registrada, acto(opinion.Cancelar, opinion.Cancelacion{Causa: opinion.AsuntoTerminado, Motivo: todosLosMotiv, Folio: "x"}, coordinadora, hoy), "body.folio",
			acto(opinion.Cancelar, opinion.Cancelacion{Causa: opinion.AsuntoTerminado, Motivo: todosLosMotiv}, coordinadora, hoy)},
	}
	probadas := map[string]bool{}
	for i, k := range casos {
		codigo := "VINCULACION-OPINION-" + k.regla
		probadas[codigo] = true
		t.Run(fmt.Sprintf("%s caso %d", codigo, i), func(t *testing.T) {
			x := k.desde(t)
			antes, err := opinion.Opiniones.Codificar(&x.r)
			require.NoError(t, err)
			assert.Contains(t, fallas(k.rompe(x)), codigo+" "+k.camino)
			despues, err := opinion.Opiniones.Codificar(&x.r)
			require.NoError(t, err)
			assert.Equal(t, string(antes), string(despues))
			assert.NoError(t, k.cumple(k.desde(t)))
		})
	}
	for _, r := range opinion.Reglas() {
		assert.True(t, probadas[r.Codigo], "%s has no case", r.Codigo)
	}
}

func faltan(os ...doe.ClaveOrgano) func(*opinion.Version) {
	return func(e *opinion.Version) {
		for _, o := range os {
			e.Faltantes = append(e.Faltantes, opinion.Faltante{Organo: o, Justificacion: todosLosMotiv})
		}
	}
}

func atiende(cs ...string) func(*opinion.Version) {
	return func(e *opinion.Version) {
		for _, c := range cs {
			e.Atendidas = append(e.Atendidas, opinion.Atencion{Clave: c, Respuesta: "Se precisó."})
		}
	}
}

func contraria(motivo string) func(*opinion.Version) {
	return func(e *opinion.Version) {
		e.Postura = opinion.Postura{Posicion: opinion.Desfavorable, Fundamentos: []string{"LSS 201"}, Impacto: opinion.Impacto{Tipo: opinion.SinImpacto}}
		e.CambioDePosicion = motivo
	}
}

func conDuplicada(t testing.TB) *expediente {
	x := conAntecedente(t)
	hacer(t, x, opinion.Registrar, recepcion(), division, "2026-03-16")
	return x
}

func TestLosCodigosDeReglaSonUnicosYCitanSuFuente(t *testing.T) {
	for i, r := range opinion.Reglas() {
		assert.Equal(t, fmt.Sprintf("VINCULACION-OPINION-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.Es, r.Codigo)
		assert.NotEmpty(t, r.En, r.Codigo)
	}
}

func TestTodasLasFallasSeDicenALaVez(t *testing.T) {
	x := competente(t)
	e := consultas(14, juridica, "ooad-14")
	err := intentar(x, opinion.Turnar, e, division, "2026-03-03")
	assert.Equal(t, []string{
		"VINCULACION-OPINION-14 body.consultas[0].motivo", "VINCULACION-OPINION-15 body.consultas[0].termino",
		"VINCULACION-OPINION-09 body.consultas[1].organo", "VINCULACION-OPINION-14 body.consultas[1].motivo", "VINCULACION-OPINION-15 body.consultas[1].termino",
	}, fallas(err))
}
