package indicador_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Rule 20: an indicator is proposed, drafted, agreed with other organs where
// the function says so, validated, authorised and replaced; measurements are
// asked for with a term and the late ones observed. It has level, dimension,
// means of verification and alignment.
func TestRegla20ElIndicadorSeProponeSeAcuerdaSeApruebaYSeSustituye(t *testing.T) {
	x := nuevo(t)
	cobertura := con(indicador.Proponer.Ejemplo, func(e *indicador.Propuesta) { e.Clave, e.Materia = "COBERTURA-TAOD", indicador.Cobertura })
	f := x.hacer(indicador.Coleccion, "", "", cobertura, elabora, "2026-01-05")
	x.hacer(indicador.Coleccion, f, "elaborar", ficha(), elabora, "2026-01-06")
	_, err := x.intentar(indicador.Coleccion, f, "validar", indicador.Nota{}, coordina, "2026-01-07")
	assert.Equal(t, []string{rota(indicador.FaltaAcuerdo, "body")}, fallas(err), "7.1.3/14 pide acordarlo")

	x.hacer(indicador.Coleccion, f, "pedir-conformidad", indicador.PedirConformidad.Ejemplo, coordina, "2026-01-07")
	x.hacer(indicador.Coleccion, f, "opinar", indicador.Opinion{Texto: "Falta el denominador"}, laAdmon, "2026-01-08")
	_, err = x.intentar(indicador.Coleccion, f, "acordar", indicador.Acuerdo{Documento: "Minuta", Fecha: fecha.MustParse("2026-01-08")}, unidad, "2026-01-08")
	assert.Equal(t, []string{rota(indicador.SinConformidad, "body.firman")}, fallas(err))
	x.hacer(indicador.Coleccion, f, "observar", indicador.ObservarFicha.Ejemplo, coordina, "2026-01-09")
	x.hacer(indicador.Coleccion, f, "elaborar", ficha(), elabora, "2026-01-09")
	assert.Empty(t, x.ind(f).Consultas, "otro borrador se vuelve a consultar")
	x.hacer(indicador.Coleccion, f, "pedir-conformidad", indicador.PedirConformidad.Ejemplo, coordina, "2026-01-12")
	x.hacer(indicador.Coleccion, f, "opinar", indicador.Opinion{Conforme: true}, laAdmon, "2026-01-13")
	x.hacer(indicador.Coleccion, f, "acordar", indicador.Acuerdo{Documento: "Minuta", Fecha: fecha.MustParse("2026-01-13")}, unidad, "2026-01-13")
	x.hacer(indicador.Coleccion, f, "validar", indicador.Nota{}, coordina, "2026-01-14")
	x.hacer(indicador.Coleccion, f, "autorizar", indicador.Autorizacion{VigenteDesde: fecha.MustParse("2026-02-01")}, unidad, "2026-01-15")
	assert.Equal(t, indicador.Autorizado, x.ind(f).Estado)
	x.Amanece("2026-01-31")
	assert.Equal(t, indicador.Autorizado, x.ind(f).Estado, "la víspera aún no rige")
	x.Amanece("2026-02-01")
	i := x.ind(f)
	assert.Equal(t, indicador.Vigente, i.Estado)
	assert.Equal(t, []any{indicador.Componente, indicador.Eficacia, "SIADE, estadística de peticiones", indicador.ProgramaIMSS},
		[]any{i.Nivel, i.Dimension, i.Ficha.Variables[0].Fuente, i.Ficha.Alineacion[0].Instrumento})

	x.hacer(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1"}, elabora, "2026-04-01")
	m := x.deMedido("ooad-14", "2026-T1")
	for _, d := range []string{"2026-04-15", "2026-04-16", "2026-04-20", "2026-04-21", "2026-04-26", "2026-05-30"} {
		x.Amanece(d)
	}
	assert.Len(t, x.med(m.Folio).Retrasos, 3, "al día siguiente, a los cinco y a los diez")
	assert.Equal(t, "2026-04-16", x.med(m.Folio).Retrasos[0].Dia.String())
	x.hacer(indicador.ColeccionMediciones, m.Folio, "reportar", reporte(95, 100), regional("14"), "2026-06-01")
	assert.True(t, x.med(m.Folio).Capturas[0].Extemporanea)

	dos := x.hacer(indicador.Coleccion, "", "", con(cobertura, func(e *indicador.Propuesta) { e.Sustituye = f }), elabora, "2026-06-02")
	_, err = x.intentar(indicador.Coleccion, "", "", con(cobertura, func(e *indicador.Propuesta) { e.Sustituye = f }), elabora, "2026-06-02")
	assert.NoError(t, err, "la unicidad de la versión la cuida quien guarda")
	assert.Equal(t, 2, x.ind(dos).Numero)
	x.hacer(indicador.Coleccion, dos, "elaborar", con(ficha(), func(f *indicador.Ficha) { f.Formula = "respondidas - en_plazo" }), elabora, "2026-06-02")
	x.hacer(indicador.Coleccion, dos, "pedir-conformidad", indicador.PedirConformidad.Ejemplo, coordina, "2026-06-03")
	x.hacer(indicador.Coleccion, dos, "acordar", con(indicador.Acordar.Ejemplo, func(a *indicador.Acuerdo) { a.Fecha = fecha.MustParse("2026-06-04") }), unidad, "2026-06-04")
	x.hacer(indicador.Coleccion, dos, "validar", indicador.Nota{}, coordina, "2026-06-05")
	x.hacer(indicador.Coleccion, dos, "autorizar", indicador.Autorizacion{VigenteDesde: fecha.MustParse("2026-07-01")}, unidad, "2026-06-05")
	assert.Equal(t, indicador.Vigente, x.ind(f).Estado, "rige hasta que la otra empieza")
	x.Amanece("2026-07-01")
	viejo := x.ind(f)
	assert.Equal(t, []any{indicador.Sustituido, dos, "2026-06-30"}, []any{viejo.Estado, viejo.SustituidoPor, viejo.Hasta.String()})
	assert.Equal(t, "100 * en_plazo / respondidas", x.med(m.Folio).Regla.Formula, "lo medido conserva la definición de su día")
	assert.True(t, viejo.Rige("2026-T2"))
	assert.False(t, viejo.Rige("2026-T3"))
	assert.True(t, x.ind(dos).Rige("2026-T3"))
	x.hacer(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T2", Solo: []string{"ooad-14"}}, elabora, "2026-07-02")
	x.hacer(indicador.Coleccion, dos, "retirar", indicador.Retirar.Ejemplo, unidad, "2026-10-01")
	assert.True(t, x.ind(dos).Rige("2026-T3"), "lo que rigió se puede medir aunque se retire")
	assert.False(t, x.ind(dos).Rige("2026-T4"))
}

func TestUnaCorreccionConservaElPrimerValor(t *testing.T) {
	x, _ := medido(t)
	m := x.deMedido("ooad-15", "2026-T1").Folio
	assert.Equal(t, "45.5", x.med(m).Valor.String())
	x.hacer(indicador.ColeccionMediciones, m, "reabrir", indicador.Observar.Ejemplo, coordina, "2026-05-04")
	assert.False(t, x.med(m).Cuenta())
	x.hacer(indicador.ColeccionMediciones, m, "corregir", con(reporte(182, 200), func(r *indicador.Reporte) { r.Atencion = "Faltaba sumar el correo" }), regional("15"), "2026-05-05")
	x.hacer(indicador.ColeccionMediciones, m, "validar", indicador.Nota{}, coordina, "2026-05-05")
	hay := x.med(m)
	assert.Equal(t, []string{"91", "45.5", "91"}, []string{hay.Valor.String(), hay.Capturas[0].Valor.String(), hay.Capturas[1].Valor.String()})
	p := indicador.Serie([]indicador.Medicion{hay})[0]
	assert.True(t, p.Corregida)
	assert.Equal(t, "45.5", p.Primera.Valor.String())
}

func TestElOrganoMedidoReportaComoContraparteYAcusaLoQueSeLeDifunde(t *testing.T) {
	x, f := propuesto(t)
	x.hacer(indicador.Coleccion, f, "elaborar", con(ficha(), func(f *indicador.Ficha) { f.Medidos = []indicador.Medido{{Organo: "ooad-14"}} }), elabora, "2026-01-06")
	c := x.contexto(evaluado, "2026-01-06")
	i := x.ind(f)
	assert.Equal(t, tramite.Oculto, indicador.Indicadores.Acceso(&i, &c), "lo que aún no rige no es suyo")
	x.hacer(indicador.Coleccion, f, "validar", indicador.Nota{}, coordina, "2026-01-07")
	x.hacer(indicador.Coleccion, f, "autorizar", indicador.Autorizacion{}, unidad, "2026-01-08")
	x.hacer(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1"}, elabora, "2026-04-01")
	m := x.deMedido("ooad-14", "2026-T1").Folio
	_, err := x.intentar(indicador.ColeccionMediciones, m, "reportar", reporte(1, 2), regional("14"), "2026-04-08")
	assert.True(t, falla.DeClase(err, falla.Prohibida), "se mide al órgano, no a la coordinación regional")
	x.hacer(indicador.ColeccionMediciones, m, "reportar", reporte(92, 100), evaluado, "2026-04-08")
	x.hacer(indicador.ColeccionMediciones, m, "validar", indicador.Nota{}, coordina, "2026-04-09")
	x.hacer(indicador.ColeccionMediciones, m, "analizar", indicador.Analizar.Ejemplo, elabora, "2026-04-09")
	visto := x.med(m)
	r, menos := indicador.Mediciones.Recortar(&visto, evaluado)
	assert.True(t, menos)
	assert.Empty(t, r.(*indicador.Medicion).Analisis)

	x.hacer(indicador.Coleccion, f, "difundir", con(indicador.Difundir.Ejemplo, func(e *indicador.EntregaReporte) { e.Corte = fecha.MustParse("2026-03-31") }), coordina, "2026-04-10")
	_, err = x.intentar(indicador.Coleccion, f, "asumir-compromisos", indicador.Asuncion{Reporte: 2, Texto: "Reforzar", Fecha: fecha.MustParse("2026-04-13")}, evaluado, "2026-04-13")
	assert.Equal(t, []string{rota(indicador.NoDifundido, "body.reporte"), rota(indicador.FechaPasada, "body.fecha")}, fallas(err))
	x.hacer(indicador.Coleccion, f, "asumir-compromisos", indicador.AsumirCompromisos.Ejemplo, evaluado, "2026-04-13")
	assert.Equal(t, doe.ClaveOrgano("ooad-14"), x.ind(f).Reportes[0].Compromisos[0].Organo)
	assert.NotEmpty(t, x.Folios("envios"), "el reporte salió por un envío, que espera su acuse")
	i = x.ind(f)
	suyo, _ := indicador.Indicadores.Recortar(&i, doe.Actor{Sub: "z", Organo: "ooad-15", Rol: doe.Evaluado})
	assert.Empty(t, suyo.(*indicador.Indicador).Reportes, "lo enviado a otro no se ve")
}

func TestElSemaforoSigueElSentidoEnSusFronteras(t *testing.T) {
	for s, k := range map[plan.Sentido]struct {
		meta indicador.Meta
		luz  map[cantidad.Valor]indicador.Luz
	}{
		plan.Ascendente: {indicador.Meta{Valor: 9500, Umbral: indicador.Umbral{Verde: 9000, Amarillo: 8000}},
			map[cantidad.Valor]indicador.Luz{9000: indicador.Verde, 8999: indicador.Amarillo, 8000: indicador.Amarillo, 7999: indicador.Rojo, 20000: indicador.Verde}},
		plan.Descendente: {indicador.Meta{Valor: 500, Umbral: indicador.Umbral{Verde: 600, Amarillo: 900}},
			map[cantidad.Valor]indicador.Luz{600: indicador.Verde, 601: indicador.Amarillo, 900: indicador.Amarillo, 901: indicador.Rojo, -100: indicador.Verde}},
		plan.Mantener: {indicador.Meta{Valor: 1000, Umbral: indicador.Umbral{Verde: 50, Amarillo: 100}},
			map[cantidad.Valor]indicador.Luz{1050: indicador.Verde, 950: indicador.Verde, 1051: indicador.Amarillo, 900: indicador.Amarillo, 899: indicador.Rojo, 1101: indicador.Rojo}},
	} {
		for v, luz := range k.luz {
			assert.Equal(t, luz, k.meta.Califica(s, v), "%s %s", s, v)
		}
	}
	f := ficha()
	f.Metas = append(f.Metas, indicador.Meta{Fecha: fecha.MustParse("2027-12-31"), Valor: 9800})
	for d, v := range map[string]cantidad.Valor{"2026-01-01": 9500, "2026-12-31": 9500, "2027-01-01": 9800, "2028-06-30": 9800} {
		m, ok := f.MetaAl(fecha.MustParse(d))
		assert.True(t, ok)
		assert.Equal(t, v, m.Valor, d)
	}
}

// suelta is a validated measurement that gives a value.
func suelta(i indicador.Indicador, k string, v cantidad.Valor) indicador.Medicion {
	m := indicador.Medicion{Indicador: i.Folio, Clave: i.Clave, Periodo: "2026-T1", MedidoClave: k, Corte: fecha.MustParse("2026-03-31"),
		Capturas: []indicador.Captura{{Datos: []indicador.Dato{{Variable: "en_plazo", Valor: v, Fuente: "x"}, {Variable: "respondidas", Valor: 10000, Fuente: "x"}}}}}
	m.Estado, m.Valor = indicador.Aprobada, &v
	return m
}

func TestLosEmpatadosCompartenLugarYLosDemasSeDicen(t *testing.T) {
	f := ficha()
	f.Medidos = append(f.Medidos, indicador.Medido{Organo: "ooad-01"}, indicador.Medido{Organo: "ooad-02"})
	i := indicador.Indicador{Clave: "X", Ficha: &f}
	i.Folio = "IND-1"
	ms := []indicador.Medicion{suelta(i, "ooad-14", 9000), suelta(i, "ooad-15", 9500), suelta(i, "ooad-39", 9000), suelta(i, "ooad-01", 8000)}
	otroCorte := suelta(i, "ooad-03", 9900)
	otroCorte.Corte = fecha.MustParse("2026-04-15")
	otraVersion := suelta(i, "ooad-04", 9900)
	otraVersion.Indicador = "IND-0"
	porValidar := suelta(i, "ooad-05", 9900)
	porValidar.Estado = indicador.Reportada
	cancelada := suelta(i, "ooad-06", 9900)
	cancelada.Estado = indicador.Cancelada
	c := indicador.Comparar(i, "2026-T1", append(ms, otroCorte, otraVersion, porValidar, cancelada))
	var hay []string
	for _, l := range c.Lugares {
		s := l.Medido + " " + string(rune('0'+l.Lugar))
		if l.Empate {
			s += " empate"
		}
		hay = append(hay, s)
	}
	assert.Equal(t, []string{"ooad-15 1", "ooad-14 2 empate", "ooad-39 2 empate", "ooad-01 4"}, hay)
	causas := map[string]indicador.Causa{}
	for _, n := range c.NoComparables {
		causas[n.Medido] = n.Causa
	}
	assert.Equal(t, map[string]indicador.Causa{"ooad-02": indicador.NoSolicitada, "ooad-03": indicador.OtroCorte, "ooad-04": indicador.OtraDefinicion, "ooad-05": indicador.PorValidar}, causas)

	f.Sentido = plan.Descendente
	assert.Equal(t, "ooad-01", indicador.Comparar(i, "2026-T1", ms).Lugares[0].Medido)
	f.Sentido = plan.Mantener
	assert.Equal(t, "ooad-15", indicador.Comparar(i, "2026-T1", ms).Lugares[0].Medido, "la más cercana a la meta, que es 95")
}

func TestElAgregadoNoPromediaPromedios(t *testing.T) {
	x, f := medido(t)
	a := indicador.Agregar(x.ind(f), "2026-T1", x.mediciones())
	// 90 of 100, 91 of 200 and 92 of 300 are 273 of 600; the averages of 90,
	// 45.5 and 30.67 would say 55.39.
	assert.Equal(t, "45.5", a.Valor.String())
	assert.Equal(t, []any{indicador.Rojo, 3, true, false}, []any{a.Luz, a.Partes, a.Completo, a.Alcanzada})
	assert.Equal(t, indicador.Paso{Operacion: "/", Operandos: []string{"27300", "600"}, Resultado: "45.5"}, a.Pasos[1])
	anual := indicador.Agregar(x.ind(f), "2026", x.mediciones())
	assert.False(t, anual.Completo)
	assert.Len(t, anual.Faltan, 9)
	assert.NotEqual(t, anual.Faltan[0].Periodo, anual.Faltan[8].Periodo, "dice de qué periodo es cada falta")
}

func TestLoQueNoSeAgregaSeDice(t *testing.T) {
	f := ficha()
	f.Variables[0].EntreOrganos = indicador.Ninguna
	i := indicador.Indicador{Clave: "X", Ficha: &f}
	i.Folio = "IND-1"
	a := indicador.Agregar(i, "2026-T1", []indicador.Medicion{suelta(i, "ooad-14", 9000), suelta(i, "ooad-15", 9500)})
	assert.Equal(t, []string{"en_plazo"}, a.NoAgrega)
	assert.Equal(t, []any{(*cantidad.Valor)(nil), indicador.Apagada}, []any{a.Valor, a.Luz})
	uno := indicador.Agregar(i, "2026-T1", []indicador.Medicion{suelta(i, "ooad-14", 9000)})
	assert.Equal(t, "90", uno.Valor.String(), "de uno solo no hay nada que agregar")
	require.Empty(t, indicador.Agregar(indicador.Indicador{}, "2026", nil).Variables)
}
