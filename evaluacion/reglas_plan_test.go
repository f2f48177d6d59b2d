package evaluacion_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/evaluacion"
)

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
		ela(evaluacion.DependeInvalida, "body.acciones[1].depende_de", func(e *evaluacion.Elaboracion) { e.Acciones[1].DependeDe = []string{"G"} }),
		ela(evaluacion.PesoFuera, "body.acciones[3].peso", func(e *evaluacion.Elaboracion) { e.Acciones[3].Peso = 0 }),
		ela(evaluacion.AreaNoNormativa, "body.acciones[3].area_normativa", func(e *evaluacion.Elaboracion) { e.Acciones[3].AreaNormativa = "ooad-15" }),
		ela(evaluacion.ValorFuera, "body.acciones[3].meta", func(e *evaluacion.Elaboracion) { e.Acciones[3].Meta = cantidad.MaxValor + 1 }),
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
		pre(evaluacion.FueraDelPlan, "registro.acciones[3].inicio", func(e *evaluacion.Elaboracion) { e.Acciones[3].Inicio = dia("2026-03-31") }),
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
