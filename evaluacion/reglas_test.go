package evaluacion_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// rota is an act that breaks one rule at a place, and one that does not.
type rota struct {
	regla     falla.Regla
	en        string
	caso      func(testing.TB) *caso
	el        string
	quien     doe.Actor
	acto      string
	mal, bien any
	// enBien prepares the record of the act that does not break it.
	enBien func(testing.TB) *caso
}

func con[E any](e E, f func(*E)) E { f(&e); return e }

func pide(f func(*evaluacion.Solicitud)) evaluacion.Solicitud { return con(solicitud(), f) }

func elabora(f func(*evaluacion.Elaboracion)) evaluacion.Elaboracion { return con(borrador(), f) }

func nuevo(t testing.TB) *caso { return &caso{t: t} }

// con elaborates a draft and stops before presenting it.
func borradorDe(f func(*evaluacion.Elaboracion)) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := solicitado(t)
		k.hacer("2026-03-10", jalisco, "elaborar", elabora(f))
		return k
	}
}

func conReporte(f func(*evaluacion.Reporte)) evaluacion.Reporte {
	return con(reporte("A1", 5000, pdf(1, "2026-04-01", "2026-04-30")), f)
}

func reportado(t testing.TB) *caso {
	k := enEjecucion(t)
	k.hacer("2026-05-04", jalisco, "reportar-avance", conReporte(func(r *evaluacion.Reporte) {
		r.Evidencias = append(r.Evidencias, pdf(2, "2026-05-01", "2026-05-03"))
	}))
	return k
}

func rechazado(t testing.TB) *caso {
	k := reportado(t)
	e := acepta("A1", 4000, "E1", "E2")
	e.Evidencias[1].Resultado, e.Evidencias[1].Motivo = evaluacion.EvidenciaRechazada, "Ilegible"
	k.hacer("2026-05-05", personal(division), "verificar", e)
	return k
}

func observado(t testing.TB) *caso {
	k := turnado(t)
	k.hacer("2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", evaluacion.Comentario{Observaciones: []evaluacion.Senalamiento{{Accion: "A1", Texto: "Falta la compra"}}})
	k.hacer("2026-03-20", personal(division), "supervisar", evaluacion.Revision{Conforme: true})
	return k
}

func devuelto(t testing.TB) *caso {
	k := observado(t)
	k.hacer("2026-03-20", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender"})
	return k
}

func medido(a1, a2, b evaluacion.Valor) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := concluido(t)
		k.hacer("2026-12-01", personal(division), "verificar-efecto", mide(a1, a2, b, "2026-11-30"))
		return k
	}
}

func conMedida(de func(testing.TB) *caso, el string) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := de(t)
		k.hacer(el, titular(doe.Raiz), "dictar-medida", evaluacion.DictarMedida.Ejemplo)
		return k
	}
}

func movido(veces int) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := enEjecucion(t)
		for i := range veces {
			k.hacer("2026-05-04", personal(division), "reprogramar", evaluacion.Cambio{Accion: "B", Fin: dia("2026-09-01").Sumar(i), Motivo: "Falta equipo"})
		}
		return k
	}
}

func incumplida(t testing.TB) *caso {
	k := cumplidasSalvoB(t)
	k.hacer("2026-09-22", titular(division), "declarar-incumplimiento", evaluacion.Falta{Accion: "B", Causa: evaluacion.CausaHumana, Motivo: "Sin avance"})
	return k
}

func cumplidasSalvoB(t testing.TB) *caso {
	k := enEjecucion(t)
	k.hacer("2026-06-20", jalisco, "reportar-avance", reporte("A1", 10000, pdf(1, "2026-04-01", "2026-06-19")))
	k.hacer("2026-06-22", personal(division), "verificar", acepta("A1", 10000, "E1"))
	k.hacer("2026-09-20", jalisco, "reportar-avance", reporte("A2", 10000, pdf(3, "2026-07-01", "2026-09-19")))
	k.hacer("2026-09-21", personal(division), "verificar", acepta("A2", 10000, "E1"))
	return k
}

// vencidoAyer was due on Friday 27 March: nineteen working days.
func vencidoAyer(t testing.TB) *caso {
	k := &caso{t: t}
	k.hacer("2026-03-02", titular(coordinacion), "solicitar", pide(func(s *evaluacion.Solicitud) { s.Dias = 19 }))
	return k
}

func noPresentado(t testing.TB) *caso {
	k := solicitado(t)
	k.hacer("2026-04-01", titular(division), "declarar-incumplimiento", evaluacion.Falta{Causa: evaluacion.CausaHumana, Motivo: "No lo presentó"})
	return k
}

func senala(accion string) []evaluacion.Senalamiento {
	return []evaluacion.Senalamiento{{Accion: accion, Texto: "Falta precisar"}}
}

func (x rota) probar(t *testing.T) {
	k := x.caso(t)
	k.hoy = dia(x.el)
	k.falla(x.quien, x.acto, x.mal, x.regla, x.en)
	if x.enBien != nil {
		k = x.enBien(t)
		k.hoy = dia(x.el)
	}
	k.sin(x.quien, x.acto, x.bien, x.regla)
}

func TestCadaReglaRehusaLoSuyoYNadaMas(t *testing.T) {
	vistas := map[string]bool{}
	for _, xs := range [][]rota{rotasAlElaborar(), rotasAlPresentar(), rotasAlRevisar(), rotasAlReportar(), rotasAlVerificar(), rotasAlMover(), rotasAlCerrar()} {
		for _, x := range xs {
			t.Run(fmt.Sprintf("%s en %s", x.regla.Codigo, x.acto), x.probar)
			vistas[x.regla.Codigo] = true
		}
	}
	// A plan presented twenty times, or with five hundred notes, is tried apart.
	for _, r := range []falla.Regla{evaluacion.Demasiados, evaluacion.MuchasVersiones} {
		vistas[r.Codigo] = true
	}
	for _, r := range evaluacion.Reglas() {
		assert.True(t, vistas[r.Codigo], "%s has no case", r.Codigo)
	}
}

func TestLosCodigosDeLasReglasSonUnicosYDicenSuFuente(t *testing.T) {
	vistos := map[string]bool{}
	for _, r := range evaluacion.Reglas() {
		assert.False(t, vistos[r.Codigo], r.Codigo)
		vistos[r.Codigo] = true
		assert.True(t, strings.HasPrefix(r.Codigo, "EVALUACION-PLAN-"), r.Codigo)
		assert.NotEmpty(t, r.Es, r.Codigo)
		assert.NotEmpty(t, r.En, r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotContains(t, r.Es+r.En, "%", r.Codigo)
	}
}

func TestUnPlanNoSePresentaNiCreceSinLimite(t *testing.T) {
	k := presentado(t)
	for range evaluacion.MaxVersiones - 1 {
		k.hacer("2026-03-18", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender", Observaciones: senala("")})
		o := k.r.Observaciones[len(k.r.Observaciones)-1].Clave
		k.hacer("2026-03-18", jalisco, "presentar", evaluacion.Presentacion{Atenciones: []evaluacion.Atencion{{Observacion: o, Respuesta: "Atendida"}}})
	}
	assert.Equal(t, evaluacion.MaxVersiones, k.r.VersionActual())
	muchas := slices.Repeat(senala(""), 50)
	for range (evaluacion.MaxElementos - len(k.r.Observaciones)) / 50 {
		k.hacer("2026-03-18", personal(division), "supervisar", evaluacion.Revision{Observaciones: muchas})
	}
	k.falla(personal(division), "supervisar", evaluacion.Revision{Observaciones: muchas}, evaluacion.Demasiados, "body.observaciones")
	k.hacer("2026-03-18", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender"})
	var as []evaluacion.Atencion
	for _, o := range k.r.Observaciones {
		if o.Abierta() {
			as = append(as, evaluacion.Atencion{Observacion: o.Clave, Respuesta: "Atendida"})
		}
	}
	k.falla(jalisco, "presentar", evaluacion.Presentacion{Atenciones: as}, evaluacion.MuchasVersiones, "body")
}

func rotasAlElaborar() []rota {
	alta := func(r falla.Regla, en string, mal func(*evaluacion.Solicitud)) rota {
		return rota{r, en, nuevo, "2026-03-02", titular(doe.Raiz), "solicitar", pide(mal), solicitud(), nil}
	}
	ela := func(r falla.Regla, en string, mal func(*evaluacion.Elaboracion)) rota {
		return rota{r, en, solicitado, "2026-03-10", jalisco, "elaborar", elabora(mal), borrador(), nil}
	}
	return []rota{
		alta(evaluacion.UnidadNoEvalua, "body.unidad_evaluadora", func(s *evaluacion.Solicitud) { s.UnidadEvaluadora = "doe-7.1.1.4.1" }),
		alta(evaluacion.UnidadNoEvalua, "body.unidad_evaluadora", func(s *evaluacion.Solicitud) { s.UnidadEvaluadora = "doe-7.1.3.1" }),
		alta(evaluacion.OrganoNoEvaluable, "body.organo", func(s *evaluacion.Solicitud) { s.Organo = "dn-finanzas" }),
		alta(evaluacion.OrganoNoEvaluable, "body.organo", func(s *evaluacion.Solicitud) { s.Organo = "sindicato-14" }),
		alta(evaluacion.OOADDistinto, "body.ooad", func(s *evaluacion.Solicitud) { s.OOAD = "15" }),
		alta(evaluacion.OOADDistinto, "body.ooad", func(s *evaluacion.Solicitud) { s.Organo, s.OOAD = "umae-dfims000580", "99" }),
		alta(evaluacion.OperativoIncierto, "body.ooad", func(s *evaluacion.Solicitud) { s.Organo = "subdelegacion-14-01" }),
		alta(evaluacion.ClaveRepetida, "body.hallazgos[1].clave", func(s *evaluacion.Solicitud) { s.Hallazgos[1].Clave = "H1" }),
		ela(evaluacion.ClaveRepetida, "body.acciones[3].clave", func(e *evaluacion.Elaboracion) { e.Acciones[3].Clave = "A1" }),
		ela(evaluacion.FechasInvertidas, "body.fin", func(e *evaluacion.Elaboracion) { e.Fin = dia("2026-03-31") }),
		ela(evaluacion.FechasInvertidas, "body.acciones[3].fin", func(e *evaluacion.Elaboracion) { e.Acciones[3].Fin = dia("2026-03-31") }),
		ela(evaluacion.HallazgoAjeno, "body.acciones[3].hallazgo", func(e *evaluacion.Elaboracion) { e.Acciones[3].Hallazgo = "H9" }),
		ela(evaluacion.PadreInvalido, "body.acciones[1].padre", func(e *evaluacion.Elaboracion) { e.Acciones[1].Padre = "Z" }),
		ela(evaluacion.PadreInvalido, "body.acciones[0].padre", func(e *evaluacion.Elaboracion) { e.Acciones[0].Padre = "A1" }),
		ela(evaluacion.DependeInvalida, "body.acciones[2].depende_de", func(e *evaluacion.Elaboracion) { e.Acciones[2].DependeDe = []string{"Z"} }),
		ela(evaluacion.DependeInvalida, "body.acciones[1].depende_de", func(e *evaluacion.Elaboracion) { e.Acciones[1].DependeDe = []string{"A2"} }),
		ela(evaluacion.PesoFuera, "body.acciones[3].peso", func(e *evaluacion.Elaboracion) { e.Acciones[3].Peso = 0 }),
		ela(evaluacion.AreaNoNormativa, "body.acciones[3].area_normativa", func(e *evaluacion.Elaboracion) { e.Acciones[3].AreaNormativa = "ooad-15" }),
		ela(evaluacion.ValorFuera, "body.acciones[3].meta", func(e *evaluacion.Elaboracion) { e.Acciones[3].Meta = evaluacion.MaxValor + 1 }),
		{evaluacion.OrientacionSinTema, "body.hallazgo", solicitado, "2026-03-05", titular(unidad), "orientar",
			con(evaluacion.Orientar.Ejemplo, func(g *evaluacion.Guia) { g.Hallazgo = "H9" }), evaluacion.Orientar.Ejemplo, nil},
	}
}

func rotasAlPresentar() []rota {
	pre := func(r falla.Regla, en string, mal func(*evaluacion.Elaboracion)) rota {
		return rota{r, en, borradorDe(mal), "2026-03-17", jalisco, "presentar", evaluacion.Presentacion{}, evaluacion.Presentacion{}, elaborado}
	}
	atiende := func(claves ...string) evaluacion.Presentacion {
		var p evaluacion.Presentacion
		for _, c := range claves {
			p.Atenciones = append(p.Atenciones, evaluacion.Atencion{Observacion: c, Respuesta: "Se agregó"})
		}
		return p
	}
	return []rota{
		pre(evaluacion.FueraDelPlan, "registro.acciones[3].fin", func(e *evaluacion.Elaboracion) { e.Acciones[3].Fin = dia("2026-12-16") }),
		pre(evaluacion.FueraDelPlan, "registro.acciones[2].fin", func(e *evaluacion.Elaboracion) { e.Acciones[2].Fin = dia("2026-10-31") }),
		pre(evaluacion.OrdenRoto, "registro.acciones[2].inicio", func(e *evaluacion.Elaboracion) { e.Acciones[2].Inicio = dia("2026-06-30") }),
		pre(evaluacion.PesosSinCien, "registro.acciones", func(e *evaluacion.Elaboracion) { e.Acciones[3].Peso = 2999 }),
		pre(evaluacion.PesosSinPadre, "registro.acciones[0].peso", func(e *evaluacion.Elaboracion) { e.Acciones[2].Peso = 2001 }),
		pre(evaluacion.HallazgoSinAccion, "registro.hallazgos[1]", func(e *evaluacion.Elaboracion) { e.Acciones[3].Hallazgo = "H1" }),
		pre(evaluacion.AccionSinHallazgo, "registro.acciones[2].hallazgo", func(e *evaluacion.Elaboracion) { e.Acciones[2].Hallazgo = "" }),
		pre(evaluacion.IndicadorFalta, "registro.acciones[3].indicador", func(e *evaluacion.Elaboracion) { e.Acciones[3].Indicador = nil }),
		pre(evaluacion.MetaSinMejora, "registro.acciones[3].meta", func(e *evaluacion.Elaboracion) { e.Acciones[3].Meta = 4000 }),
		pre(evaluacion.FechaPasada, "registro.acciones[3].fin", func(e *evaluacion.Elaboracion) {
			e.Acciones[3].Inicio, e.Acciones[3].Fin = dia("2026-03-01"), dia("2026-03-16")
		}),
		{evaluacion.ObservacionSinAtener, "registro.observaciones[0]", devuelto, "2026-03-23", jalisco, "presentar", atiende(), atiende("O1"), nil},
		{evaluacion.ObservacionAjena, "body.atenciones[0].observacion", devuelto, "2026-03-23", jalisco, "presentar", atiende("O7"), atiende("O1"), nil},
		{evaluacion.ObservacionAjena, "body.atenciones[1].observacion", devuelto, "2026-03-23", jalisco, "presentar", atiende("O1", "O1"), atiende("O1"), nil},
		{evaluacion.OficioFalta, "body.oficio", elaborado, "2026-03-17", titular(coordinacion), "presentar", evaluacion.Presentacion{}, evaluacion.Presentacion{Oficio: "OOAD/1"}, nil},
	}
}

func rotasAlRevisar() []rota {
	turna := func(ds ...evaluacion.Destinatario) evaluacion.Consulta {
		return evaluacion.Consulta{Destinatarios: ds}
	}
	bien := turna(evaluacion.Destinatario{Organo: "dn-finanzas"})
	comenta := evaluacion.Comentario{Organo: "dn-prestaciones-medicas", Opinion: "De acuerdo", Oficio: "DPM/1"}
	conforme := evaluacion.Revision{Conforme: true}
	sinArea := func(t testing.TB) *caso {
		k := presentado(t)
		k.hacer("2026-03-18", personal(division), "supervisar", conforme)
		return k
	}
	consultado := func(t testing.TB) *caso {
		k := turnado(t)
		k.hacer("2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", comenta)
		return k
	}
	listo := func(t testing.TB) *caso {
		k := consultado(t)
		k.hacer("2026-03-20", personal(division), "supervisar", conforme)
		return k
	}
	sinConciliar := func(t testing.TB) *caso {
		k := listo(t)
		k.hacer("2026-03-20", titular(coordinacion), "validar", evaluacion.Visto{})
		return k
	}
	dispensa := evaluacion.Visto{Dispensas: []evaluacion.Dispensa{{Observacion: "O1", Motivo: "Ya consta"}}}
	return []rota{
		{evaluacion.DestinoInvalido, "body.destinatarios[0].organo", presentado, "2026-03-18", personal(coordinacion), "turnar", turna(evaluacion.Destinatario{Organo: "ooad-15"}), bien, nil},
		{evaluacion.DestinoInvalido, "body.destinatarios[0].organo", turnado, "2026-03-18", personal(coordinacion), "turnar", turna(evaluacion.Destinatario{Organo: "dn-prestaciones-medicas"}), bien, nil},
		{evaluacion.DestinoInvalido, "body.destinatarios[1].organo", presentado, "2026-03-18", personal(coordinacion), "turnar", turna(bien.Destinatarios[0], bien.Destinatarios[0]), bien, nil},
		{evaluacion.AccionAjena, "body.destinatarios[0].acciones[0]", presentado, "2026-03-18", personal(coordinacion), "turnar", turna(evaluacion.Destinatario{Organo: "dn-finanzas", Acciones: []string{"Z"}}), bien, nil},
		{evaluacion.SinTurno, "body.organo", turnado, "2026-03-19", personal(division), "comentar", con(comenta, func(c *evaluacion.Comentario) { c.Organo = "dn-finanzas" }), comenta, nil},
		{evaluacion.SinTurno, "body.organo", turnado, "2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", con(comenta, func(c *evaluacion.Comentario) { c.Organo = "dn-finanzas" }), comenta, nil},
		{evaluacion.SinTurno, "body.organo", consultado, "2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", comenta, comenta, turnado},
		{evaluacion.OficioFalta, "body.oficio", turnado, "2026-03-19", personal(division), "comentar", con(comenta, func(c *evaluacion.Comentario) { c.Oficio = "" }), comenta, nil},
		{evaluacion.ComentarioVacio, "body.opinion", turnado, "2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", evaluacion.Comentario{}, comenta, nil},
		{evaluacion.AccionAjena, "body.observaciones[0].accion", presentado, "2026-03-19", personal(division), "supervisar", evaluacion.Revision{Observaciones: senala("Z")}, evaluacion.Revision{Observaciones: senala("B")}, nil},
		{evaluacion.NadaQueAtender, "body.observaciones", presentado, "2026-03-19", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender"}, evaluacion.Devolucion{Motivo: "Por atender", Observaciones: senala("")}, nil},
		{evaluacion.NoConformeMuda, "body.observaciones", presentado, "2026-03-19", personal(division), "supervisar", evaluacion.Revision{}, conforme, nil},
		{evaluacion.ConformeObserva, "body.observaciones", presentado, "2026-03-19", personal(division), "supervisar", evaluacion.Revision{Conforme: true, Observaciones: senala("B")}, conforme, nil},
		{evaluacion.AreasPendientes, "registro.turnos", turnado, "2026-03-19", titular(integradora), "conciliar", evaluacion.Contraste{}, evaluacion.Contraste{}, consultado},
		{evaluacion.AreasPendientes, "registro.turnos", turnado, "2026-03-19", titular(coordinacion), "validar", evaluacion.Visto{}, evaluacion.Visto{}, consultado},
		{evaluacion.AreaSinConsultar, "registro.acciones[1].area_normativa", sinArea, "2026-03-19", titular(coordinacion), "validar", evaluacion.Visto{}, evaluacion.Visto{}, listo},
		{evaluacion.SinSupervision, "registro.supervision", consultado, "2026-03-20", titular(coordinacion), "validar", evaluacion.Visto{}, evaluacion.Visto{}, listo},
		{evaluacion.ObservacionSinAtener, "registro.observaciones[0]", observado, "2026-03-20", titular(coordinacion), "validar", evaluacion.Visto{}, dispensa, nil},
		{evaluacion.ObservacionAjena, "body.dispensas[0].observacion", listo, "2026-03-20", titular(coordinacion), "validar", dispensa, dispensa, observado},
		{evaluacion.SinConciliar, "registro.conciliacion", sinConciliar, "2026-03-24", titular(unidad), "autorizar", evaluacion.Acuerdo{}, evaluacion.Acuerdo{}, validado},
	}
}

func rotasAlReportar() []rota {
	rep := func(r falla.Regla, en string, de func(testing.TB) *caso, mal evaluacion.Reporte) rota {
		bien := reporte("B", 1000, pdf(77, "2026-04-01", "2026-04-02"))
		return rota{r, en, de, "2026-05-10", jalisco, "reportar-avance", mal, bien, nil}
	}
	mal := conReporte
	futuro, pasado := dia("2026-05-11"), dia("2026-03-25")
	return []rota{
		{evaluacion.FechaFutura, "body.fecha", hastaAutorizado, "2026-04-01", jalisco, "iniciar", evaluacion.Arranque{Fecha: dia("2026-04-02")}, evaluacion.Arranque{Fecha: dia("2026-04-01")}, nil},
		{evaluacion.SinIniciar, "body.fecha", hastaAutorizado, "2026-04-01", jalisco, "iniciar", evaluacion.Arranque{Fecha: pasado}, evaluacion.Arranque{Fecha: dia("2026-03-26")}, nil},
		rep(evaluacion.AccionCerrada, "body.accion", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Accion = "G" })),
		rep(evaluacion.AccionCerrada, "body.accion", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Accion = "Z" })),
		rep(evaluacion.AvanceFuera, "body.avance", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Avance = 10001 })),
		rep(evaluacion.AvanceMenor, "body.avance", rechazado, mal(func(r *evaluacion.Reporte) { r.Avance = 3999 })),
		rep(evaluacion.AvanceSinPrueba, "body.evidencias", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Evidencias = nil })),
		rep(evaluacion.PeriodoInvalido, "body.evidencias[0].periodo_hasta", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Evidencias[0].PeriodoHasta = futuro })),
		rep(evaluacion.PeriodoInvalido, "body.evidencias[0].periodo_hasta", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Evidencias[0].PeriodoHasta = pasado })),
		rep(evaluacion.PeriodoAjeno, "body.evidencias[0].periodo_desde", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Evidencias[0].PeriodoDesde = dia("2026-03-31") })),
		rep(evaluacion.PeriodoDoble, "body.evidencias[0].periodo_desde", reportado, reporte("A1", 6000, pdf(3, "2026-05-03", "2026-05-09"))),
		rep(evaluacion.PeriodoDoble, "body.evidencias[1].periodo_desde", enEjecucion, reporte("A1", 6000, pdf(3, "2026-04-01", "2026-04-09"), pdf(4, "2026-04-09", "2026-04-10"))),
		rep(evaluacion.PruebaDoble, "body.evidencias[0].sha256", reportado, reporte("B", 6000, pdf(1, "2026-05-04", "2026-05-09"))),
		rep(evaluacion.PruebaDoble, "body.evidencias[1].sha256", enEjecucion, reporte("A1", 6000, pdf(3, "2026-04-01", "2026-04-09"), pdf(3, "2026-04-10", "2026-04-11"))),
		rep(evaluacion.ReemplazoInvalido, "body.evidencias[0].reemplaza", rechazado, reporte("A1", 6000, con(pdf(3, "2026-05-04", "2026-05-09"), func(p *evaluacion.Prueba) { p.Reemplaza = "E1" }))),
		rep(evaluacion.EvidenciaCaduca, "body.evidencias[0].vigente_hasta", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Evidencias[0].VigenteHasta = dia("2026-05-09") })),
		rep(evaluacion.DependenciaAbierta, "body.accion", enEjecucion, mal(func(r *evaluacion.Reporte) { r.Accion = "A2" })),
		rep(evaluacion.FechaFutura, "body.inicio_real", enEjecucion, mal(func(r *evaluacion.Reporte) { r.InicioReal = futuro })),
		rep(evaluacion.FechasReales, "body.fin_real", enEjecucion, mal(func(r *evaluacion.Reporte) { r.FinReal = dia("2026-05-01") })),
		rep(evaluacion.FechasReales, "body.fin_real", enEjecucion, mal(func(r *evaluacion.Reporte) {
			r.Avance, r.InicioReal, r.FinReal = 10000, dia("2026-05-02"), dia("2026-05-01")
		})),
	}
}

func hastaAutorizado(t testing.TB) *caso {
	k := validado(t)
	k.hacer("2026-03-26", titular(unidad), "autorizar", evaluacion.Acuerdo{})
	return k
}

func rotasAlVerificar() []rota {
	bien := acepta("A1", 5000, "E1", "E2")
	ver := func(r falla.Regla, en string, de func(testing.TB) *caso, mal evaluacion.Comprobacion) rota {
		return rota{r, en, de, "2026-05-10", personal(division), "verificar", mal, bien, reportado}
	}
	porLaUnidad := func(t testing.TB) *caso {
		k := enEjecucion(t)
		k.hacer("2026-05-04", personal(division), "reportar-avance", conReporte(ningunCambio))
		return k
	}
	caduca := func(t testing.TB) *caso {
		k := enEjecucion(t)
		k.hacer("2026-05-04", jalisco, "reportar-avance", conReporte(func(r *evaluacion.Reporte) { r.Evidencias[0].VigenteHasta = dia("2026-05-09") }))
		return k
	}
	return []rota{
		ver(evaluacion.AccionCerrada, "body.accion", reportado, acepta("G", 5000, "E1")),
		ver(evaluacion.EvidenciaAjena, "body.evidencias[2].evidencia", reportado, acepta("A1", 5000, "E1", "E2", "E9")),
		ver(evaluacion.EvidenciaAjena, "body.evidencias[1].evidencia", reportado, acepta("A1", 5000, "E1", "E1")),
		ver(evaluacion.EvidenciaSinDecidir, "body.evidencias", reportado, acepta("A1", 5000, "E1")),
		ver(evaluacion.EvidenciaCaduca, "body.evidencias[0].resultado", caduca, acepta("A1", 5000, "E1")),
		ver(evaluacion.VerificadoDeMas, "body.avance", reportado, acepta("A1", 5001, "E1", "E2")),
		ver(evaluacion.VerificadoSinPrueba, "body.evidencias", reportado, con(acepta("A1", 5000, "E1", "E2"), func(c *evaluacion.Comprobacion) {
			for i := range c.Evidencias {
				c.Evidencias[i].Resultado, c.Evidencias[i].Motivo = evaluacion.EvidenciaRechazada, "Ilegible"
			}
		})),
		ver(evaluacion.AvanceFuera, "body.avance", reportado, acepta("A1", -1, "E1", "E2")),
		ver(evaluacion.JuezYParte, "body.accion", porLaUnidad, acepta("A1", 5000, "E1")),
		ver(evaluacion.BajaSinNota, "body.nota", rechazado, acepta("A1", 3999)),
	}
}

func ningunCambio(*evaluacion.Reporte) {}

func rotasAlMover() []rota {
	mueve := func(accion, fin string) evaluacion.Cambio {
		return evaluacion.Cambio{Accion: accion, Fin: dia(fin), Motivo: "Falta equipo"}
	}
	mov := func(r falla.Regla, en string, de func(testing.TB) *caso, mal evaluacion.Cambio) rota {
		return rota{r, en, de, "2026-05-10", personal(division), "reprogramar", mal, mueve("B", "2026-09-30"), enEjecucion}
	}
	conInicio := func(c evaluacion.Cambio, el string) evaluacion.Cambio {
		c.Inicio = dia(el)
		return c
	}
	pide := func(accion, fin string) evaluacion.PeticionPlazo {
		return evaluacion.PeticionPlazo{Accion: accion, Fin: dia(fin), Motivo: "Falta equipo"}
	}
	pedido := func(t testing.TB) *caso {
		k := enEjecucion(t)
		k.hacer("2026-05-04", jalisco, "pedir-reprogramacion", pide("A2", "2026-10-15"))
		return k
	}
	dosVecesElPlan := func(t testing.TB) *caso {
		k := enEjecucion(t)
		k.hacer("2026-05-04", personal(division), "reprogramar", mueve("", "2027-01-15"))
		k.hacer("2026-05-04", personal(division), "reprogramar", mueve("", "2027-02-15"))
		return k
	}
	return []rota{
		mov(evaluacion.FechaNoPosterior, "body.fin", enEjecucion, mueve("B", "2026-08-31")),
		mov(evaluacion.FechaNoPosterior, "body.fin", enEjecucion, mueve("B", "2026-05-09")),
		mov(evaluacion.FechaNoPosterior, "body.fin", enEjecucion, mueve("", "2026-12-15")),
		mov(evaluacion.SinProrrogas, "body.accion", movido(evaluacion.MaxProrrogas), mueve("B", "2026-09-30")),
		mov(evaluacion.SinProrrogas, "body.accion", dosVecesElPlan, mueve("", "2027-03-15")),
		mov(evaluacion.FueraDelPlan, "body.fin", enEjecucion, mueve("A2", "2026-10-31")),
		mov(evaluacion.FueraDelPlan, "body.fin", enEjecucion, mueve("B", "2026-12-16")),
		mov(evaluacion.RompeOrden, "body.fin", enEjecucion, mueve("A1", "2026-07-01")),
		mov(evaluacion.OrdenRoto, "body.inicio", enEjecucion, conInicio(mueve("A2", "2026-10-01"), "2026-06-30")),
		mov(evaluacion.FechasInvertidas, "body.inicio", enEjecucion, conInicio(mueve("B", "2026-09-30"), "2026-10-01")),
		mov(evaluacion.AccionCerrada, "body.accion", enEjecucion, mueve("Z", "2026-09-30")),
		{evaluacion.FechaNoPosterior, "body.fin", enEjecucion, "2026-05-10", jalisco, "pedir-reprogramacion", pide("B", "2026-08-31"), pide("B", "2026-09-01"), nil},
		{evaluacion.SinProrrogas, "body.accion", movido(2), "2026-05-10", jalisco, "pedir-reprogramacion", pide("B", "2026-09-30"), pide("B", "2026-09-30"), movido(1)},
		{evaluacion.SinSolicitud, "body.accion", enEjecucion, "2026-05-10", personal(division), "negar-reprogramacion", evaluacion.NegarReprogramacion.Ejemplo, evaluacion.NegarReprogramacion.Ejemplo, pedido},
	}
}

func rotasAlCerrar() []rota {
	falta := func(accion string) evaluacion.Falta {
		return evaluacion.Falta{Accion: accion, Causa: evaluacion.CausaHumana, Motivo: "Sin avance"}
	}
	manda := func(f func(*evaluacion.Mandato)) evaluacion.Mandato { return con(evaluacion.DictarMedida.Ejemplo, f) }
	med := func(r falla.Regla, en string, f func(*evaluacion.Mandato)) rota {
		return rota{r, en, enEjecucion, "2026-05-10", titular(doe.Raiz), "dictar-medida", manda(f), evaluacion.DictarMedida.Ejemplo, nil}
	}
	aplica := func(medida string, el fecha.Fecha) evaluacion.Aplicacion {
		return evaluacion.Aplicacion{Medida: medida, Fecha: el, Resultado: "Se aplicó", SHA256: sha(8)}
	}
	apl := func(r falla.Regla, en string, mal evaluacion.Aplicacion) rota {
		return rota{r, en, conMedida(enEjecucion, "2026-05-10"), "2026-05-12", titular(unidad), "aplicar-medida", mal, aplica("M1", dia("2026-05-12")), nil}
	}
	efe := func(r falla.Regla, en string, mal evaluacion.VerificacionEfecto) rota {
		return rota{r, en, concluido, "2026-12-01", personal(division), "verificar-efecto", mal, mide(9600, 9600, 400, "2026-12-01"), nil}
	}
	doble := mide(1, 1, 1, "2026-12-01")
	doble.Mediciones[1].Accion = "A1"
	grupo := mide(1, 1, 1, "2026-12-01")
	grupo.Mediciones[0].Accion = "G"
	peor := medido(7000, 6000, 5000)
	cierra := func(r falla.Regla, en string, de, bien func(testing.TB) *caso) rota {
		return rota{r, en, de, "2026-12-02", titular(division), "cerrar", evaluacion.Termino{}, evaluacion.Termino{}, bien}
	}
	return []rota{
		{evaluacion.NoVencida, "body.accion", enEjecucion, "2026-08-31", titular(division), "declarar-incumplimiento", falta("B"), falta("A1"), nil},
		{evaluacion.NoVencida, "body", solicitado, "2026-03-30", titular(division), "declarar-incumplimiento", falta(""), falta(""), vencidoAyer},
		{evaluacion.FaltaFueraDeLugar, "body.accion", enEjecucion, "2026-09-01", titular(division), "declarar-incumplimiento", falta(""), falta("B"), nil},
		{evaluacion.FaltaFueraDeLugar, "body.accion", elaborado, "2026-09-01", titular(division), "declarar-incumplimiento", falta("B"), falta(""), nil},
		{evaluacion.EvidenciaSinDecidir, "body.accion", reportado, "2026-09-01", titular(division), "declarar-incumplimiento", falta("A1"), falta("B"), nil},
		{evaluacion.AccionCerrada, "body.accion", enEjecucion, "2026-12-01", titular(division), "declarar-incumplimiento", falta("G"), falta("B"), nil},
		med(evaluacion.AccionAjena, "body.accion", func(m *evaluacion.Mandato) { m.Accion = "Z" }),
		med(evaluacion.HallazgoAjeno, "body.hallazgo", func(m *evaluacion.Mandato) { m.Hallazgo = "Z" }),
		med(evaluacion.MedidaPasada, "body.fin", func(m *evaluacion.Mandato) { m.Fin = dia("2026-05-09") }),
		med(evaluacion.AreaNoNormativa, "body.direcciones[0]", func(m *evaluacion.Mandato) { m.Direcciones = []doe.ClaveOrgano{"ooad-15"} }),
		apl(evaluacion.MedidaAjena, "body.medida", aplica("M2", dia("2026-05-11"))),
		apl(evaluacion.FechaFutura, "body.fecha", aplica("M1", dia("2026-05-13"))),
		apl(evaluacion.MedidaAnterior, "body.fecha", aplica("M1", dia("2026-05-09"))),
		{evaluacion.AccionesAbiertas, "registro.acciones[3]", cumplidasSalvoB, "2026-10-01", personal(division), "concluir", evaluacion.Conclusion{}, evaluacion.Conclusion{}, cumplidas},
		{evaluacion.FaltaSinMedida, "registro.acciones[3]", incumplida, "2026-10-01", personal(division), "concluir", evaluacion.Conclusion{}, evaluacion.Conclusion{}, cumplidas},
		efe(evaluacion.MedicionInvalida, "body.mediciones[1].accion", doble),
		efe(evaluacion.MedicionInvalida, "body.mediciones[0].accion", grupo),
		efe(evaluacion.MedicionFalta, "registro.acciones[2].indicador", doble),
		efe(evaluacion.MedicionTemprana, "body.mediciones[0].fecha", mide(9600, 9600, 400, "2026-09-30")),
		efe(evaluacion.MedicionTemprana, "body.mediciones[0].fecha", mide(9600, 9600, 400, "2026-12-02")),
		efe(evaluacion.ValorFuera, "body.mediciones[0].valor", mide(-evaluacion.MaxValor-1, 1, 1, "2026-12-01")),
		cierra(evaluacion.NoEfectivoSinSalir, "body.plan_siguiente", peor, medido(9600, 6000, 5000)),
		cierra(evaluacion.MedidasPendientes, "registro.medidas", conMedida(peor, "2026-12-01"), medido(9600, 9600, 400)),
		cierra(evaluacion.FaltaSinMedida, "body.plan_siguiente", noPresentado, medido(9600, 9600, 400)),
	}
}
