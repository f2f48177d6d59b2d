package campana_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// crearMal expects the opening of a campaign to break a rule.
func crearMal(t *testing.T, quien doe.Actor, cambio func(*campana.Elaboracion), regla falla.Regla, lugar string) {
	e := campana.Elaborar.Ejemplo
	cambio(&e)
	rechaza(&caso{TB: t}, quien, "2026-07-01", campana.Elaborar, e, regla, lugar)
}

func TestEachUnitDraftsItsKindOfCampaign(t *testing.T) {
	crearMal(t, divInternas, func(*campana.Elaboracion) {}, campana.ReglaCamino, "body.clase")
	crearMal(t, difusion, func(e *campana.Elaboracion) { e.Clase = campana.Interna }, campana.ReglaCamino, "body.clase")
	crearMal(t, divInternas, func(e *campana.Elaboracion) {
		e.Clase, e.Modalidad = campana.Interna, campana.Extraordinaria
	}, campana.ReglaClase, "body.modalidad")
	_, err := tramite.Crear(campana.Campanas, campana.Elaborar, campana.Elaborar.Ejemplo, contexto(unidad, "2026-07-01"))
	require.True(t, falla.DeClase(err, falla.Prohibida))
}

func TestAnExtraordinaryMessageGivesItsReasonsAndItsDay(t *testing.T) {
	crearMal(t, difusion, func(e *campana.Elaboracion) { e.Modalidad = campana.Extraordinaria }, campana.ReglaExtraordinaria, "body.justificacion")
	crearMal(t, difusion, func(e *campana.Elaboracion) { e.Emision = f("2026-06-01") }, campana.ReglaExtraordinaria, "body.emision")
	crearMal(t, difusion, func(e *campana.Elaboracion) {
		e.Modalidad, e.Justificacion, e.Emision = campana.Extraordinaria, "Razones del mensaje extraordinario", f("2026-07-02")
	}, campana.ReglaExtraordinaria, "body.emision")
}

func TestAContentIsCheckedHoweverUnfinished(t *testing.T) {
	largo := con(func(c *campana.Contenido) { c.Lineas[0].Cantidad, c.Lineas[0].Costo = 10_000_000, 100_000_000_000 })
	casos := []struct {
		nombre string
		regla  falla.Regla
		lugar  string
		cambio func(c *campana.Contenido)
	}{
		{"goal used twice", campana.ReglaRepetida, "metas[1].clave", func(c *campana.Contenido) { c.Metas = append(c.Metas, c.Metas[0]) }},
		{"segment used twice", campana.ReglaRepetida, "poblacion.segmentos[1].clave", func(c *campana.Contenido) {
			c.Poblacion.Segmentos = append(c.Poblacion.Segmentos, c.Poblacion.Segmentos[0])
		}},
		{"message used twice", campana.ReglaRepetida, "mensajes[1].clave", func(c *campana.Contenido) { c.Mensajes = append(c.Mensajes, c.Mensajes[0]) }},
		{"calendar line used twice", campana.ReglaRepetida, "difusiones[1].clave", func(c *campana.Contenido) { c.Difusiones[1].Clave = "tv1" }},
		{"budget line used twice", campana.ReglaRepetida, "lineas[1].clave", func(c *campana.Contenido) { c.Lineas = append(c.Lineas, c.Lineas[0]) }},
		{"message that is not there", campana.ReglaReferencia, "difusiones[0].mensajes[0]", func(c *campana.Contenido) { c.Difusiones[0].Mensajes = []string{"m9"} }},
		{"calendar line that is not there", campana.ReglaReferencia, "lineas[0].difusion", func(c *campana.Contenido) { c.Lineas[0].Difusion = "x" }},
		{"diffusion that ends before it starts", campana.ReglaOrden, "difusiones[0].fin", func(c *campana.Contenido) { c.Difusiones[0].Fin = f("2026-10-01") }},
		{"ages the wrong way", campana.ReglaOrden, "poblacion.segmentos[0].edad_hasta", func(c *campana.Contenido) { c.Poblacion.Segmentos[0].EdadHasta = 59 }},
		{"another fiscal year", campana.ReglaEjercicio, "difusiones[0].inicio", func(c *campana.Contenido) { c.Difusiones[0].Fin = f("2027-01-01") }},
		{"internal channel", campana.ReglaMedio, "difusiones[1].medio", func(c *campana.Contenido) { c.Difusiones[1].Medio = campana.Intranet }},
		{"official time in print", campana.ReglaTiempo, "difusiones[1].tiempo", func(c *campana.Contenido) {
			c.Difusiones[1].Medio, c.Difusiones[1].Tiempo = campana.Impresos, campana.Oficial
		}},
		{"official time paid for", campana.ReglaGratuito, "lineas[0].difusion", func(c *campana.Contenido) { c.Difusiones[0].Tiempo = campana.Oficial }},
		{"beyond what may be captured", campana.ReglaTope, "lineas[0].cantidad", func(c *campana.Contenido) { *c = largo }},
		{"generic RFC", campana.ReglaRFC, "lineas[0].proveedor.rfc", func(c *campana.Contenido) {
			c.Lineas[0].Proveedor = &campana.Proveedor{RFC: "XAXX010101000", Nombre: "Público"}
		}},
		{"no OOAD of that code", campana.ReglaOOAD, "poblacion.ooad[0]", func(c *campana.Contenido) { c.Poblacion.OOAD = []doe.OOAD{"99"} }},
		{"an OOAD by its former code", campana.ReglaOOAD, "poblacion.ooad[0]", func(c *campana.Contenido) { c.Poblacion.OOAD = []doe.OOAD{"35"} }},
		{"subsidy without legend", campana.ReglaLeyenda, "mensajes[0].texto", func(c *campana.Contenido) { c.Subsidio = true }},
		{"television without accessible format", campana.ReglaAccesible, "difusiones[0].mensajes[0]", func(c *campana.Contenido) { c.Mensajes[0].Accesibilidad = nil }},
		{"goal of nothing", campana.ReglaPorcentaje, "metas[0].valor", func(c *campana.Contenido) { c.Metas[0].Valor = 0 }},
		{"goal beyond the whole", campana.ReglaPorcentaje, "metas[0].valor", func(c *campana.Contenido) { c.Metas[0].Valor = 10001 }},
		{"exception for a blackout that is not there", campana.ReglaReferencia, "excepcion.vedas[0]", func(c *campana.Contenido) {
			c.Excepcion = &campana.Excepcion{Fraccion: campana.EducacionYSalud, Vedas: []string{"v9"}, Justificacion: "Informa dónde vacunarse"}
		}},
	}
	k := nueva(t)
	for _, x := range casos {
		t.Run(x.nombre, func(t *testing.T) {
			k := &caso{TB: t, r: k.r}
			rechaza(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: con(x.cambio)}, x.regla, "body.contenido."+x.lugar)
		})
	}
	haz(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: con(func(c *campana.Contenido) {
		c.Subsidio, c.Mensajes[0].Texto = true, "Vacúnate. "+campana.Leyenda+"."
		c.Poblacion.OOAD = []doe.OOAD{"39"}
		c.Lineas[0].Proveedor = proveedor
	})})
	rechaza(interna(t), divInternas, "2026-03-03", campana.Redactar, campana.Redaccion{Contenido: contenido()}, campana.ReglaMedio, "body.contenido.difusiones[0].medio")
}

func TestWhatACampaignLacksToBeSubmittedIsToldAtOnce(t *testing.T) {
	k := nueva(t)
	_, err := tramite.Ejecutar(campana.Campanas, k.r, campana.Presentar, campana.Presentacion{}, contexto(difusion, "2026-07-03"))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	require.Len(t, e.Fallas, 10, "nine parts of the content and the electoral calendar")
	rechaza(k, difusion, "2026-07-03", campana.Presentar, campana.Presentacion{Consulta: "INE"}, campana.ReglaIncompleta, "body")
	rechaza(k, difusion, "2026-07-03", campana.Presentar, campana.Presentacion{}, campana.ReglaConsulta, "body.consulta_electoral")

	sueltas := []struct {
		lugar  string
		cambio func(*campana.Contenido)
	}{
		{"LGCS art. 29, fr. II", func(c *campana.Contenido) { c.Lineas = nil }},
		{"LGCS art. 26, fr. I", func(c *campana.Contenido) { c.Atribucion = "" }},
		{"LGCS art. 26, fr. IV", func(c *campana.Contenido) { c.Objetivos = nil }},
		{"LGCS art. 26, fr. V", func(c *campana.Contenido) { c.Metas = nil }},
		{"LGCS art. 26, fr. V", func(c *campana.Contenido) { c.Evaluacion.Metodo = "" }},
		{"LGCS art. 29, fr. I", func(c *campana.Contenido) { c.Difusiones, c.Lineas = nil, nil }},
		{"LGCS art. 12", func(c *campana.Contenido) { c.Poblacion.Lenguas = nil }},
	}
	for _, x := range sueltas {
		k := nueva(t)
		haz(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: con(x.cambio)})
		_, err := tramite.Ejecutar(campana.Campanas, k.r, campana.Presentar, campana.Presentacion{Consulta: "INE"}, contexto(difusion, "2026-07-03"))
		require.ErrorAs(t, err, &e)
		require.Len(t, e.Fallas, 1)
		require.Equal(t, campana.ReglaIncompleta.Codigo, e.Fallas[0].Codigo)
		require.Equal(t, x.lugar, e.Fallas[0].Fuente.String())
	}
	k = nueva(t)
	haz(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: con(func(c *campana.Contenido) { c.Poblacion.Lenguas = []string{"spa", "nah"} })})
	rechaza(k, difusion, "2026-07-03", campana.Presentar, campana.Presentacion{Consulta: "INE"}, campana.ReglaLengua, "body")
}

func TestABlackoutStopsDiffusionUnlessAnExceptionOfTheLawIsInvoked(t *testing.T) {
	veda := campana.Veda{Clave: "pef", Proceso: "Federal", Desde: f("2026-11-15"), Hasta: f("2026-11-20"), Fuente: "INE"}
	k := nueva(t)
	rechaza(k, difusion, "2026-07-01", campana.RegistrarVeda, campana.Veda{Clave: "x", Proceso: "x", Desde: f("2026-11-15"), Hasta: f("2026-11-14"), Fuente: "x"}, campana.ReglaOrden, "body.hasta")
	haz(k, difusion, "2026-07-01", campana.RegistrarVeda, veda)
	rechaza(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: contenido()}, campana.ReglaVeda, "body.contenido.difusiones[0].inicio")
	haz(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: con(func(c *campana.Contenido) {
		c.Difusiones[0].Fin, c.Difusiones[1].Fin = f("2026-11-14"), f("2026-11-14")
	})})
	for _, v := range campana.Fracciones() {
		c := con(func(c *campana.Contenido) {
			c.Excepcion = &campana.Excepcion{Fraccion: v.Clave, Vedas: []string{"pef"}, Justificacion: "Informa dónde y cuándo vacunarse"}
		})
		if v.Clave != campana.EducacionYSalud {
			rechaza(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: c}, campana.ReglaExcepcion, "body.contenido.excepcion.documento")
			c.Excepcion.Documento = "INE/CG1/2026"
		}
		haz(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: c})
	}
	// An exception for one blackout does not cover another.
	otra := veda
	otra.Clave = "rm"
	haz(k, difusion, "2026-07-03", campana.RegistrarVeda, otra)
	require.Equal(t, []campana.Conflicto{{Difusion: "tv1", Veda: "rm"}, {Difusion: "web1", Veda: "rm"}}, k.r.Conflictos(k.r.Contenido))
}

func TestABlackoutReachesMassMediaOfItsStateAlone(t *testing.T) {
	nacional := campana.Veda{Desde: f("2026-06-01"), Hasta: f("2026-06-07")}
	local := nacional
	local.Entidades = []string{"14"}
	tv := campana.Difusion{Medio: campana.Television}
	tv14 := campana.Difusion{Medio: campana.Television, Entidades: []string{"14"}}
	tv09 := campana.Difusion{Medio: campana.Television, Entidades: []string{"09"}}
	casos := []struct {
		v            campana.Veda
		d            campana.Difusion
		desde, hasta string
		si           bool
	}{
		{nacional, tv, "2026-05-01", "2026-05-31", false},
		{nacional, tv, "2026-05-01", "2026-06-01", true},
		{nacional, tv, "2026-06-07", "2026-06-30", true},
		{nacional, tv, "2026-06-08", "2026-06-30", false},
		{nacional, tv14, "2026-06-03", "2026-06-03", true},
		{nacional, campana.Difusion{Medio: campana.Intranet}, "2026-06-03", "2026-06-03", false},
		{local, tv, "2026-06-03", "2026-06-03", false},
		{local, tv14, "2026-06-03", "2026-06-03", true},
		{local, tv09, "2026-06-03", "2026-06-03", false},
	}
	for i, x := range casos {
		require.Equal(t, x.si, x.v.Alcanza(x.d, f(x.desde), f(x.hasta)), i)
	}
}
