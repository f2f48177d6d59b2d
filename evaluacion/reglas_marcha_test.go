package evaluacion_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/evaluacion"
)

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
				c.Evidencias[i].Resultado, c.Evidencias[i].Motivo = plan.EvidenciaRechazada, "Ilegible"
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
		mov(evaluacion.FueraDelPlan, "body.inicio", enEjecucion, conInicio(mueve("B", "2026-09-30"), "2026-03-31")),
		mov(evaluacion.FueraDelPlan, "body.inicio", enEjecucion, conInicio(mueve("G", "2026-11-30"), "2026-04-02")),
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
		efe(evaluacion.ValorFuera, "body.mediciones[0].valor", mide(-cantidad.MaxValor-1, 1, 1, "2026-12-01")),
		cierra(evaluacion.NoEfectivoSinSalir, "body.plan_siguiente", peor, medido(9600, 6000, 5000)),
		cierra(evaluacion.MedidasPendientes, "registro.medidas", conMedida(peor, "2026-12-01"), medido(9600, 9600, 400)),
		cierra(evaluacion.FaltaSinMedida, "body.plan_siguiente", noPresentado, medido(9600, 9600, 400)),
	}
}
