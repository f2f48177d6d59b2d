package indicador_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/plan"
)

func rota(r falla.Regla, camino string) string { return r.Codigo + " " + camino }

func TestCadaReglaDeLaFichaSeDiceEnSuLugar(t *testing.T) {
	for nombre, k := range map[string]struct {
		mal    func(*indicador.Ficha)
		quiere []string
	}{
		"nombre de variable": {func(f *indicador.Ficha) { f.Variables[0].Clave = "if" }, []string{rota(indicador.VariableMal, "body.variables[0].clave"), rota(indicador.VariableAjena, "body.formula"), rota(indicador.VariableOciosa, "body.variables[0].clave")}},
		"variable repetida":  {func(f *indicador.Ficha) { f.Variables = append(f.Variables, f.Variables[0]) }, []string{rota(indicador.VariableMal, "body.variables[2].clave")}},
		"sintaxis":           {func(f *indicador.Ficha) { f.Formula = "(en_plazo" }, []string{rota(indicador.SintaxisMal, "body.formula")}},
		"lo que no admite":   {func(f *indicador.Ficha) { f.Formula = "en_plazo % respondidas" }, []string{rota(indicador.ConstruccionAjena, "body.formula")}},
		"variable ajena":     {func(f *indicador.Ficha) { f.Formula = "en_plazo / respondidas + x" }, []string{rota(indicador.VariableAjena, "body.formula")}},
		"variable ociosa":    {func(f *indicador.Ficha) { f.Formula = "en_plazo" }, []string{rota(indicador.VariableOciosa, "body.variables[1].clave")}},
		"tipo":               {func(f *indicador.Ficha) { f.Formula = "en_plazo > respondidas" }, []string{rota(indicador.TipoMal, "body.formula")}},
		"compleja":           {func(f *indicador.Ficha) { f.Formula = "en_plazo + respondidas" + strings.Repeat("+1", 60) }, []string{rota(indicador.FormulaExcesiva, "body.formula")}},
		"cero fijo":          {func(f *indicador.Ficha) { f.Formula = "(en_plazo + respondidas) / 0.00" }, []string{rota(indicador.CeroFijo, "body.formula")}},
		"razón que se suma": {func(f *indicador.Ficha) { f.Variables[0].Clase = indicador.Razon }, []string{
			rota(indicador.RazonNoSuma, "body.variables[0].entre_organos"), rota(indicador.RazonNoSuma, "body.variables[0].en_el_tiempo")}},
		"línea base futura":   {func(f *indicador.Ficha) { f.LineaBase.Fecha = fecha.MustParse("2026-01-07") }, []string{rota(indicador.LineaBaseFutura, "body.linea_base.fecha")}},
		"meta fuera de orden": {func(f *indicador.Ficha) { f.Metas = append(f.Metas, f.Metas[0]) }, []string{rota(indicador.MetasSinOrden, "body.metas[1].fecha")}},
		"meta que no mejora":  {func(f *indicador.Ficha) { f.LineaBase.Valor = 9500 }, []string{rota(indicador.MetaSinMejora, "body.metas[0].valor")}},
		"meta que retrocede": {func(f *indicador.Ficha) {
			m := f.Metas[0]
			m.Fecha, m.Valor = fecha.MustParse("2027-12-31"), 9300
			f.Metas = append(f.Metas, m)
		}, []string{rota(indicador.MetaSinMejora, "body.metas[1].valor")}},
		"umbrales al revés":  {func(f *indicador.Ficha) { f.Metas[0].Umbral = indicador.Umbral{Verde: 8000, Amarillo: 9000} }, []string{rota(indicador.UmbralMal, "body.metas[0].umbral")}},
		"verde más que meta": {func(f *indicador.Ficha) { f.Metas[0].Umbral.Verde = 9600 }, []string{rota(indicador.UmbralMal, "body.metas[0].umbral")}},
		"sentido cambiado": {func(f *indicador.Ficha) { f.Sentido = plan.Descendente }, []string{
			rota(indicador.MetaSinMejora, "body.metas[0].valor"), rota(indicador.UmbralMal, "body.metas[0].umbral")}},
		"distancia negativa": {func(f *indicador.Ficha) {
			f.Sentido, f.Metas[0].Umbral = plan.Mantener, indicador.Umbral{Verde: -1, Amarillo: 5}
		}, []string{rota(indicador.UmbralMal, "body.metas[0].umbral")}},
		"valor excesivo":        {func(f *indicador.Ficha) { f.Metas[0].Valor = cantidad.MaxValor + 1 }, []string{rota(indicador.ValorExcesivo, "body.metas[0].valor")}},
		"regional sin OOAD":     {func(f *indicador.Ficha) { f.Medidos[0].OOAD = "" }, []string{rota(indicador.MedidoMal, "body.medidos[0]")}},
		"central con OOAD":      {func(f *indicador.Ficha) { f.Medidos[0].Unidad = sistemas }, []string{rota(indicador.MedidoMal, "body.medidos[0]")}},
		"órgano desconocido":    {func(f *indicador.Ficha) { f.Medidos[0] = indicador.Medido{Organo: "ooad-77"} }, []string{rota(indicador.MedidoMal, "body.medidos[0]")}},
		"operativo sin OOAD":    {func(f *indicador.Ficha) { f.Medidos[0] = indicador.Medido{Organo: "subdelegacion-norte"} }, []string{rota(indicador.MedidoMal, "body.medidos[0]")}},
		"autoridad federal":     {func(f *indicador.Ficha) { f.Medidos[0] = indicador.Medido{Organo: "federal-senado"} }, []string{rota(indicador.MedidoMal, "body.medidos[0]")}},
		"medido repetido":       {func(f *indicador.Ficha) { f.Medidos[1] = indicador.Medido{Organo: "ooad-14"} }, []string{rota(indicador.MedidoRepetido, "body.medidos[1]")}},
		"ninguna":               {func(*indicador.Ficha) {}, nil},
		"operativo con su OOAD": {func(f *indicador.Ficha) { f.Medidos[0] = indicador.Medido{Organo: "subdelegacion-norte", OOAD: "14"} }, nil},
		"descendente": {func(f *indicador.Ficha) {
			f.Sentido, f.Metas[0].Valor, f.Metas[0].Umbral = plan.Descendente, 5000, indicador.Umbral{Verde: 5500, Amarillo: 6500}
		}, nil},
		"mantener": {func(f *indicador.Ficha) {
			f.Sentido, f.Metas[0].Umbral = plan.Mantener, indicador.Umbral{Verde: 200, Amarillo: 500}
		}, nil},
	} {
		x, f := propuesto(t)
		_, err := x.intentar(indicador.Coleccion, f, "elaborar", con(ficha(), k.mal), elabora, "2026-01-06")
		assert.ElementsMatch(t, k.quiere, fallas(err), nombre)
		assert.Equal(t, k.quiere == nil, err == nil, "%s: %v", nombre, err)
	}
}

func TestLasReglasDeProponer(t *testing.T) {
	for nombre, k := range map[string]struct {
		mal    func(*indicador.Propuesta)
		quien  doe.Actor
		quiere []string
	}{
		"clave":                                {func(e *indicador.Propuesta) { e.Clave = "siade" }, elabora, []string{rota(indicador.ClaveMal, "body.clave")}},
		"ocupada":                              {func(*indicador.Propuesta) {}, elabora, []string{rota(indicador.ClaveOcupada, "body.clave")}},
		"sustituye nada":                       {func(e *indicador.Propuesta) { e.Sustituye = "IND-2026-09-0000009-X" }, elabora, []string{rota(indicador.SustituidoInvalido, "body.sustituye")}},
		"otra unidad":                          {func(e *indicador.Propuesta) { e.Unidad, e.Sustituye = sistemas, "IND-2026-09-0000001-X" }, elabora, []string{rota(indicador.SustituidoInvalido, "body.sustituye")}},
		"unidad sin función sobre indicadores": {func(e *indicador.Propuesta) { e.Clave, e.Unidad = "OTRO", "doe-7.1.3.1.3" }, unidad, []string{rota(indicador.UnidadAjena, "body.unidad")}},
	} {
		x, _ := vigente(t)
		_, err := x.intentar(indicador.Coleccion, "", "", con(indicador.Proponer.Ejemplo, k.mal), k.quien, "2026-02-02")
		assert.Equal(t, k.quiere, fallas(err), nombre)
	}
	x, f := vigente(t)
	x.hacer(indicador.Coleccion, "", "", con(indicador.Proponer.Ejemplo, func(e *indicador.Propuesta) { e.Sustituye = f }), elabora, "2026-02-02")
	_, err := x.intentar(indicador.Coleccion, "", "", con(indicador.Proponer.Ejemplo, func(e *indicador.Propuesta) { e.Unidad, e.Clave = "doe-7.1.5", "OTRO" }), elabora, "2026-02-02")
	assert.True(t, falla.DeClase(err, falla.Prohibida), "nadie propone en otra línea")
}

func TestLasReglasDeDecidir(t *testing.T) {
	type intento struct {
		acto   string
		e      any
		quien  doe.Actor
		quiere []string
	}
	organos := indicador.Convocatoria{Organos: []doe.ClaveOrgano{admon, admon, "dn-nadie"}}
	for _, k := range []intento{
		{"encargar", indicador.Encargo{Elabora: "doe-7.1.5", Hasta: fecha.MustParse("2026-01-06")}, coordina, []string{rota(indicador.UnidadFuera, "body.elabora"), rota(indicador.FechaPasada, "body.hasta")}},
	} {
		x, f := propuesto(t)
		_, err := x.intentar(indicador.Coleccion, f, k.acto, k.e, k.quien, "2026-01-06")
		assert.Equal(t, k.quiere, fallas(err), k.acto)
	}
	x, f := elaborado(t)
	_, err := x.intentar(indicador.Coleccion, f, "pedir-conformidad", organos, coordina, "2026-01-07")
	assert.Equal(t, []string{rota(indicador.OrganoAjeno, "body.organos[1]"), rota(indicador.OrganoAjeno, "body.organos[2]")}, fallas(err))
	x.hacer(indicador.Coleccion, f, "pedir-conformidad", indicador.PedirConformidad.Ejemplo, coordina, "2026-01-07")
	_, err = x.intentar(indicador.Coleccion, f, "opinar", indicador.Opinion{Conforme: true, Texto: "Pero no"}, laAdmon, "2026-01-08")
	assert.Equal(t, []string{rota(indicador.ConformeObserva, "body.texto")}, fallas(err))
	_, err = x.intentar(indicador.Coleccion, f, "acordar", indicador.Acuerdo{Documento: "Minuta", Fecha: fecha.MustParse("2026-01-09"), Firman: []doe.ClaveOrgano{"dn-finanzas"}}, unidad, "2026-01-08")
	assert.Equal(t, []string{rota(indicador.NoConsultado, "body.firman[0]"), rota(indicador.SinConformidad, "body.firman"), rota(indicador.VigenciaPasada, "body.fecha")}, fallas(err))
	x.hacer(indicador.Coleccion, f, "opinar", indicador.Opinion{Conforme: true}, laAdmon, "2026-01-08")
	_, err = x.intentar(indicador.Coleccion, f, "opinar", indicador.Opinion{Conforme: true}, laAdmon, "2026-01-08")
	assert.Equal(t, []string{rota(indicador.NoConsultado, "body")}, fallas(err))

	x, f = validado(t)
	for _, d := range []string{"2026-01-07", "2027-01-10"} {
		_, err = x.intentar(indicador.Coleccion, f, "autorizar", indicador.Autorizacion{VigenteDesde: fecha.MustParse(d)}, unidad, "2026-01-08")
		assert.Equal(t, []string{rota(indicador.VigenciaPasada, "body.vigente_desde")}, fallas(err), d)
	}
	for _, d := range []string{"2026-01-08", "2027-01-09"} {
		x, f = validado(t)
		_, err = x.intentar(indicador.Coleccion, f, "autorizar", indicador.Autorizacion{VigenteDesde: fecha.MustParse(d)}, unidad, "2026-01-08")
		assert.NoError(t, err, d)
	}
}

func TestQuienElaboraNoValidaNiQuienReportaAprueba(t *testing.T) {
	misma := coordina
	misma.Sub = elabora.Sub
	x, f := elaborado(t)
	_, err := x.intentar(indicador.Coleccion, f, "validar", indicador.Nota{}, misma, "2026-01-07")
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "segregacion", e.Codigo)

	x, _ = solicitado(t)
	m := x.deMedido("ooad-14", "2026-T1").Folio
	capturada := con(reporte(1, 2), func(r *indicador.Reporte) { r.Oficio = "Oficio 1" })
	x.hacer(indicador.ColeccionMediciones, m, "capturar", capturada, coordina, "2026-04-08")
	_, err = x.intentar(indicador.ColeccionMediciones, m, "validar", indicador.Nota{}, coordina, "2026-04-08")
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "segregacion", e.Codigo)
	otra := coordina
	otra.Sub = "otra"
	x.hacer(indicador.ColeccionMediciones, m, "validar", indicador.Nota{}, otra, "2026-04-08")
}

func TestLasReglasDeUsar(t *testing.T) {
	x, f := vigente(t)
	for acto, k := range map[string]struct {
		e      any
		quien  doe.Actor
		quiere []string
	}{
		"ajustar-medidos": {indicador.Ajuste{Motivo: "Prueba", Quita: []string{"ooad-14", "ooad-15", "ooad-39", "ooad-01"}, Agrega: []indicador.Medido{{Organo: "ooad-77"}}}, coordina,
			[]string{rota(indicador.NoSeMide, "body.quita[3]"), rota(indicador.MedidoMal, "body.agrega[0]")}},
		"solicitar-mediciones": {indicador.Pedido{Periodo: "2026-T1", Corte: fecha.MustParse("2025-12-31"), Solo: []string{"ooad-01"}}, elabora,
			[]string{rota(indicador.CorteMal, "body.corte"), rota(indicador.NoSeMide, "body.solo[0]")}},
		"informar": {con(indicador.Difundir.Ejemplo, func(e *indicador.EntregaReporte) { e.Periodo, e.Corte = "2026-13", fecha.MustParse("2027-01-01") }), coordina,
			[]string{rota(indicador.PeriodoMal, "body.periodo"), rota(indicador.CorteMal, "body.corte"), rota(indicador.UnidadFuera, "body.para[0]")}},
		"difundir": {con(indicador.Informar.Ejemplo, func(e *indicador.EntregaReporte) { e.Corte = fecha.MustParse("2026-01-31") }), coordina,
			[]string{rota(indicador.SinMediciones, "body.para[0]")}},
	} {
		_, err := x.intentar(indicador.Coleccion, f, acto, k.e, k.quien, "2026-02-02")
		assert.Equal(t, k.quiere, fallas(err), acto)
	}
	_, err := x.intentar(indicador.Coleccion, f, "ajustar-medidos", indicador.Ajuste{Motivo: "Prueba", Quita: []string{"ooad-14", "ooad-15", "ooad-39"}}, coordina, "2026-02-02")
	assert.Equal(t, []string{rota(indicador.NadaQueMedir, "body.quita")}, fallas(err))
}

func TestLasReglasDeSolicitarUnaMedicion(t *testing.T) {
	x, f := vigente(t)
	bien := indicador.SolicitudMedicion{Indicador: f, Unidad: coordinacion, Periodo: "2026-T1", Medido: indicador.Medido{Unidad: doe.CAOOD, OOAD: "14"}}
	for nombre, k := range map[string]struct {
		mal    func(*indicador.SolicitudMedicion)
		quiere string
	}{
		"indicador":  {func(e *indicador.SolicitudMedicion) { e.Indicador = "IND-0" }, rota(indicador.IndicadorNoRige, "body.indicador")},
		"antes":      {func(e *indicador.SolicitudMedicion) { e.Periodo = "2025-T4" }, rota(indicador.IndicadorNoRige, "body.periodo")},
		"unidad":     {func(e *indicador.SolicitudMedicion) { e.Unidad = sistemas }, rota(indicador.UnidadNoLleva, "body.unidad")},
		"frecuencia": {func(e *indicador.SolicitudMedicion) { e.Periodo = "2026-03" }, rota(indicador.PeriodoMal, "body.periodo")},
		"corte":      {func(e *indicador.SolicitudMedicion) { e.Corte = fecha.MustParse("2027-04-02") }, rota(indicador.CorteMal, "body.corte")},
		"medido":     {func(e *indicador.SolicitudMedicion) { e.Medido.OOAD = "01" }, rota(indicador.NoSeMide, "body.medido")},
	} {
		_, err := x.intentar(indicador.ColeccionMediciones, "", "", con(bien, k.mal), elabora, "2026-04-01")
		assert.Equal(t, []string{k.quiere}, fallas(err), nombre)
	}
	m := x.med(x.hacer(indicador.ColeccionMediciones, "", "", con(bien, func(e *indicador.SolicitudMedicion) { e.Dias = 3 }), elabora, "2026-04-01"))
	assert.Equal(t, "OOAD Jalisco", m.MedidoNombre)
	_, err := x.intentar(indicador.ColeccionMediciones, "", "", bien, elabora, "2026-04-01")
	assert.Equal(t, []string{rota(indicador.YaSolicitada, "body.medido")}, fallas(err))
	_, err = x.intentar(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1", Solo: []string{"ooad-14"}}, elabora, "2026-04-01")
	assert.Equal(t, []string{rota(indicador.YaSolicitada, "body.solo[0]")}, fallas(err))
	x.hacer(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1"}, elabora, "2026-04-01")
	assert.Len(t, x.mediciones(), 3, "se pide solo a quien falta")
	_, err = x.intentar(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1"}, elabora, "2026-04-01")
	assert.Equal(t, []string{rota(indicador.YaSolicitada, "body.periodo")}, fallas(err))
	assert.Equal(t, doe.OOAD("14"), m.OOAD)
	assert.Equal(t, indicador.Periodo("2026-T1").Fin(), m.Corte)
}

func TestLasReglasDeReportar(t *testing.T) {
	otro := func(d ...indicador.Dato) indicador.Reporte { return indicador.Reporte{Datos: d} }
	dato := func(v string, n cantidad.Valor) indicador.Dato {
		return indicador.Dato{Variable: v, Valor: n, Fuente: "SIADE"}
	}
	x, _ := solicitado(t)
	m := x.deMedido("ooad-14", "2026-T1").Folio
	for nombre, k := range map[string]struct {
		e      indicador.Reporte
		quiere []string
	}{
		"falta":    {otro(dato("en_plazo", 100)), []string{rota(indicador.VariableFaltante, "body.datos")}},
		"sobra":    {otro(dato("en_plazo", 100), dato("respondidas", 100), dato("x", 1)), []string{rota(indicador.VariableSobrante, "body.datos[2].variable")}},
		"repetida": {otro(dato("en_plazo", 100), dato("respondidas", 100), dato("en_plazo", 1)), []string{rota(indicador.VariableSobrante, "body.datos[2].variable")}},
		"medio":    {otro(dato("en_plazo", 150), dato("respondidas", -100)), []string{rota(indicador.ConteoMal, "body.datos[0].valor"), rota(indicador.ConteoMal, "body.datos[1].valor")}},
		"excesivo": {otro(dato("en_plazo", cantidad.MaxValor+100), dato("respondidas", 100)), []string{rota(indicador.ValorFuera, "body.datos[0].valor")}},
	} {
		_, err := x.intentar(indicador.ColeccionMediciones, m, "reportar", k.e, regional("14"), "2026-04-08")
		assert.Equal(t, k.quiere, fallas(err), nombre)
	}
	_, err := x.intentar(indicador.ColeccionMediciones, m, "capturar", reporte(1, 2), coordina, "2026-04-08")
	assert.Equal(t, []string{rota(indicador.OficioFalta, "body.oficio")}, fallas(err))
	_, err = x.intentar(indicador.ColeccionMediciones, m, "observar-retraso", indicador.Demora{Entrega: "reporte"}, elabora, "2026-04-15")
	assert.Equal(t, []string{rota(indicador.EnTermino, "body.entrega")}, fallas(err), "el último día todavía es término")
	x.hacer(indicador.ColeccionMediciones, m, "observar-retraso", indicador.Demora{Entrega: "reporte"}, elabora, "2026-04-16")

	x.hacer(indicador.ColeccionMediciones, m, "reportar", reporte(1, 2), regional("14"), "2026-04-16")
	_, err = x.intentar(indicador.ColeccionMediciones, m, "observar", indicador.Reparos{Reparos: []indicador.Reparo{{Variable: "x", Texto: "No existe"}}}, coordina, "2026-04-16")
	assert.Equal(t, []string{rota(indicador.ObservacionAjena, "body.reparos[0].variable")}, fallas(err))
	x.hacer(indicador.ColeccionMediciones, m, "observar", indicador.Observar.Ejemplo, coordina, "2026-04-16")
	_, err = x.intentar(indicador.ColeccionMediciones, m, "corregir", reporte(1, 2), regional("14"), "2026-04-16")
	assert.Equal(t, []string{rota(indicador.SinAtender, "body.atencion"), rota(indicador.SinCambio, "body.datos")}, fallas(err))
	_, err = x.intentar(indicador.ColeccionMediciones, m, "definir-estrategia", indicador.Estrategia{}, regional("14"), "2026-04-16")
	assert.Error(t, err)
}

func TestNoSeReportaAntesDelCorteNiSeAmpliaSinFin(t *testing.T) {
	x, f := vigente(t)
	x.hacer(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1"}, elabora, "2026-03-02")
	m := x.deMedido("ooad-14", "2026-T1").Folio
	_, err := x.intentar(indicador.ColeccionMediciones, m, "reportar", reporte(1, 2), regional("14"), "2026-03-30")
	assert.Equal(t, []string{rota(indicador.AntesDelCorte, "body")}, fallas(err))
	c := x.contexto(coordina, "2026-03-30")
	vence := func() string {
		d := x.med(m)
		return indicador.Mediciones.Vencimiento(&d, &c).Vence.String()
	}
	assert.Equal(t, "2026-04-14", vence(), "diez días hábiles desde el corte, que es después de pedirla")
	x.hacer(indicador.ColeccionMediciones, m, "prorrogar", indicador.Ampliacion{Dias: 5, Motivo: "Falla del sistema"}, coordina, "2026-03-30")
	assert.Equal(t, "2026-04-21", vence())
	for range 11 {
		_, err = x.intentar(indicador.ColeccionMediciones, m, "prorrogar", indicador.Ampliacion{Dias: 5, Motivo: "Falla del sistema"}, coordina, "2026-03-30")
		require.NoError(t, err)
	}
	_, err = x.intentar(indicador.ColeccionMediciones, m, "prorrogar", indicador.Ampliacion{Dias: 1, Motivo: "Falla del sistema"}, coordina, "2026-03-30")
	assert.Equal(t, []string{rota(indicador.MuchosElementos, "body.dias")}, fallas(err))
	x.hacer(indicador.ColeccionMediciones, m, "reportar", reporte(1, 2), regional("14"), "2026-03-31")
}

func TestLosPeriodosSonDeCalendario(t *testing.T) {
	for s, k := range map[indicador.Periodo][2]string{
		"2024-02": {"2024-02-01", "2024-02-29"}, "2026-T1": {"2026-01-01", "2026-03-31"}, "2026-T4": {"2026-10-01", "2026-12-31"},
		"2026-S2": {"2026-07-01", "2026-12-31"}, "2026": {"2026-01-01", "2026-12-31"},
	} {
		p, err := indicador.ParsePeriodo(string(s))
		require.NoError(t, err)
		assert.Equal(t, k, [2]string{p.Inicio().String(), p.Fin().String()}, s)
		assert.Equal(t, p, indicador.PeriodoDe(p.Fin(), p.Frecuencia()))
		assert.Equal(t, p, indicador.PeriodoDe(p.Inicio(), p.Frecuencia()))
		assert.True(t, indicador.Periodo("2026").Contiene(p) == (s != "2024-02"), s)
	}
	for _, s := range []string{"", "2026-00", "2026-13", "2026-T5", "2026-S3", "26", "2026-T", " 2026", "2026-1", "1800"} {
		_, err := indicador.ParsePeriodo(s)
		assert.ErrorIs(t, err, indicador.ErrPeriodo, s)
		assert.True(t, indicador.Periodo(s).Fin().IsZero(), s)
	}
}

func FuzzParsePeriodo(f *testing.F) {
	for _, s := range []string{"2026", "2026-T1", "2026-S2", "2026-12", "2026-T9", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := indicador.ParsePeriodo(s)
		if err != nil {
			return
		}
		if p.Inicio().After(p.Fin()) || indicador.PeriodoDe(p.Inicio(), p.Frecuencia()) != p || !p.Contiene(p) {
			t.Fatalf("%q is no period: %s a %s", s, p.Inicio(), p.Fin())
		}
	})
}
