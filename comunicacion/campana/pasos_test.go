package campana_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

func TestWhoDecidesInside(t *testing.T) {
	k := presentada(t)
	mudada := unidad
	mudada.Sub = difusion.Sub
	rechaza(k, mudada, "2026-08-05", campana.Validar, campana.Validar.Ejemplo, campana.ReglaSegregacion, "body")
	rechaza(k, unidad, "2026-08-05", campana.Validar, campana.Decision{Resultado: campana.Otorgada}, campana.ReglaRevision, "body.revisadas")
	niega(k, unidad, "2026-08-05", campana.Validar, campana.Decision{Resultado: campana.ConCambios}, falla.Invalida)
	rechaza(k, unidad, "2026-08-05", campana.Autorizar, campana.Autorizar.Ejemplo, campana.ReglaClase, "body")
	personal := unidad
	personal.Puesto = doe.Personal
	niega(k, personal, "2026-08-05", campana.Validar, campana.Validar.Ejemplo, falla.Prohibida)
	rechaza(k, unidad, "2026-10-06", campana.Validar, campana.Validar.Ejemplo, campana.ReglaIniciada, "body")
	haz(k, unidad, "2026-10-05", campana.Validar, campana.Validar.Ejemplo)
	k = presentada(t)
	haz(k, unidad, "2026-08-05", campana.Validar, campana.Decision{Resultado: campana.ConCambios, Motivo: "Precise la meta"})
	require.Equal(t, campana.EnElaboracion, k.r.Estado)
	k = presentada(t)
	haz(k, difusion, "2026-08-05", campana.Retirar, campana.Retirar.Ejemplo)
	require.Equal(t, campana.EnElaboracion, k.r.Estado)
}

func TestWhatIsSentToTheFederalAuthority(t *testing.T) {
	k := validada(t)
	envio := func(dia string) campana.Envio { return campana.Envio{Oficio: "U", Fecha: f(dia)} }
	rechaza(k, difusion, "2026-08-10", campana.Gestionar, envio("2026-08-11"), campana.ReglaFechaFutura, "body.fecha")
	rechaza(k, difusion, "2026-08-10", campana.Gestionar, envio("2026-08-02"), campana.ReglaFechaPrevia, "body.fecha")
	rechaza(k, difusion, "2026-10-06", campana.Gestionar, envio("2026-10-06"), campana.ReglaIniciada, "body")
	haz(k, difusion, "2026-08-09", campana.RegistrarTiempos, campana.TiempoOficial{Difusion: "tv1", Oficio: "U", Fecha: f("2026-08-01"), Respuesta: "R", Respondio: f("2026-08-09"), Hubo: true})
	rechaza(k, difusion, "2026-08-10", campana.Gestionar, envio("2026-08-10"), campana.ReglaTiempoOficial, "body")
	niega(k, masivos, "2026-08-10", campana.Gestionar, envio("2026-08-10"), falla.Prohibida)

	k = redactada(t)
	haz(k, difusion, "2026-08-03", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-08-05", campana.Validar, campana.Validar.Ejemplo)
	rechaza(k, difusion, "2026-08-10", campana.Gestionar, envio("2026-08-10"), campana.ReglaTiempoOficial, "body")
	rechaza(k, difusion, "2026-08-10", campana.RegistrarTiempos, sinTiempo("web1"), campana.ReglaSinRadio, "body.difusion")
	rechaza(k, difusion, "2026-08-10", campana.RegistrarTiempos, sinTiempo("x"), campana.ReglaReferencia, "body.difusion")
	rechaza(k, difusion, "2026-07-10", campana.RegistrarTiempos, sinTiempo("tv1"), campana.ReglaFechaFutura, "body.respondio")
	haz(k, difusion, "2026-08-10", campana.RegistrarTiempos, sinTiempo("tv1"))
	haz(k, difusion, "2026-08-10", campana.Gestionar, envio("2026-08-10"))
}

func TestWhatTheFederalAuthorityAnswers(t *testing.T) {
	k := enGestion(t)
	casos := []struct {
		regla  falla.Regla
		lugar  string
		dia    string
		cambio func(*campana.Dictamen)
	}{
		{campana.ReglaFechaFutura, "body.fecha", "2026-08-31", func(*campana.Dictamen) {}},
		{campana.ReglaFechaPrevia, "body.fecha", "2026-09-01", func(d *campana.Dictamen) { d.Fecha = f("2026-08-09") }},
		{campana.ReglaOrden, "body.hasta", "2026-09-01", func(d *campana.Dictamen) { d.Hasta = f("2026-08-31") }},
		{campana.ReglaClave, "body.clave", "2026-09-01", func(d *campana.Dictamen) { d.Clave = "" }},
		{campana.ReglaClave, "body.clave", "2026-09-01", func(d *campana.Dictamen) { d.Resultado, d.Motivo = campana.Rechazada, "No procede" }},
		{campana.ReglaIniciada, "body", "2026-10-06", func(d *campana.Dictamen) { d.Fecha = f("2026-10-06") }},
	}
	for i, x := range casos {
		d := otorga
		x.cambio(&d)
		t.Run(fmt.Sprint(i), func(t *testing.T) { rechaza(k, segob, x.dia, campana.Dictaminar, d, x.regla, x.lugar) })
	}
	haz(k, difusion, "2026-08-20", campana.RegistrarVeda, campana.Veda{Clave: "v", Proceso: "p", Desde: f("2026-10-10"), Hasta: f("2026-10-12"), Fuente: "INE"})
	rechaza(k, segob, "2026-09-01", campana.Dictaminar, otorga, campana.ReglaVeda, "body")
	k = autorizada(t)
	rechaza(k, segob, "2026-10-19", campana.Revocar, campana.Revocar.Ejemplo, campana.ReglaFechaFutura, "body.fecha")
	rechaza(k, doe.Reloj(), "2026-12-31", campana.Expirar, campana.Expiracion{Clave: "v1"}, campana.ReglaNoExpira, "body")
	rechaza(enGestion(t), segob, "2026-10-20", campana.Revocar, campana.Revocar.Ejemplo, campana.ReglaSinAutorizar, "body")
	// The key is the campaign's: a change cannot be granted with another.
	haz(k, difusion, "2026-09-05", campana.Modificar, campana.Modificacion{Motivo: "Otro objetivo", Contenido: con(func(c *campana.Contenido) { c.Objetivos = []string{"Otro"} })})
	haz(k, difusion, "2026-09-06", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-09-07", campana.Validar, campana.Validar.Ejemplo)
	haz(k, difusion, "2026-09-08", campana.Gestionar, campana.Envio{Oficio: "U", Fecha: f("2026-09-08")})
	otra := otorga
	otra.Clave, otra.Fecha = "OTRA", f("2026-09-10")
	rechaza(k, segob, "2026-09-10", campana.Dictaminar, otra, campana.ReglaClave, "body.clave")
}

func TestWhichChangesGoBackToWhoeverAuthorised(t *testing.T) {
	k := enDifusion(t)
	vuelve := campana.Modificacion{Motivo: "Más televisión", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Costo++ })}
	menor := campana.Modificacion{Motivo: "Menos televisión", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Costo-- })}
	rechaza(k, difusion, "2026-10-13", campana.Corregir, vuelve, campana.ReglaCambioMenor, "body.contenido")
	rechaza(k, difusion, "2026-10-13", campana.Modificar, menor, campana.ReglaSinCambio, "body.contenido")
	rechaza(k, difusion, "2026-10-13", campana.Corregir, campana.Modificacion{Motivo: "Nada cambia", Contenido: contenido()}, campana.ReglaNada, "body.contenido")
	rechaza(k, difusion, "2026-10-13", campana.Corregir, campana.Modificacion{Motivo: "Menos de lo comprometido", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Cantidad = 200 })}, campana.ReglaConservar, "body.contenido.lineas")
	rechaza(k, difusion, "2026-10-13", campana.Corregir, campana.Modificacion{Motivo: "Otro proveedor", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Proveedor = empresa })}, campana.ReglaConservar, "body.contenido.lineas")
	rechaza(k, difusion, "2026-10-13", campana.Modificar, campana.Modificacion{Motivo: "Empezar después", Contenido: con(func(c *campana.Contenido) { c.Difusiones[0].Inicio = f("2026-10-20") })}, campana.ReglaConservar, "body.contenido.difusiones")
	haz(k, difusion, "2026-10-13", campana.Corregir, menor)
	haz(k, difusion, "2026-10-13", campana.Modificar, campana.Modificacion{Motivo: "Más televisión", Contenido: contenido()})
	haz(k, difusion, "2026-10-14", campana.Redactar, campana.Redaccion{Contenido: menor.Contenido})
	rechaza(k, difusion, "2026-10-14", campana.Presentar, campana.Presentacion{Consulta: "INE"}, campana.ReglaSinCambio, "body")
	haz(k, difusion, "2026-10-14", campana.Retirar, campana.Retirar.Ejemplo)
	require.Equal(t, campana.EnDifusion, k.r.Estado)
}

func TestWhatIsShownIsWithinWhatWasAuthorised(t *testing.T) {
	k := enGestion(t)
	rechaza(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"), campana.ReglaSinAutorizar, "body")
	k = autorizada(t)
	rechaza(k, difusion, "2026-10-10", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"), campana.ReglaFechaFutura, "body.hasta")
	rechaza(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-04", "2026-10-11"), campana.ReglaFueraCalendario, "body.desde")
	rechaza(k, difusion, "2026-11-20", campana.Difundir, salida("tv1", "2026-11-01", "2026-11-16"), campana.ReglaFueraCalendario, "body.desde")
	rechaza(k, difusion, "2026-10-12", campana.Difundir, salida("tv9", "2026-10-05", "2026-10-11"), campana.ReglaReferencia, "body.difusion")
	rechaza(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-11", "2026-10-05"), campana.ReglaOrden, "body.hasta")
	niega(k, difusion, "2026-10-12", campana.Difundir, campana.Publicacion{Difusion: "tv1", Desde: f("2026-10-05"), Hasta: f("2026-10-11"), Espacios: 1}, falla.Invalida)
	haz(k, difusion, "2026-10-01", campana.RegistrarVeda, campana.Veda{Clave: "v", Proceso: "p", Desde: f("2026-10-11"), Hasta: f("2026-10-12"), Fuente: "INE"})
	rechaza(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"), campana.ReglaVeda, "body.desde")
	haz(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-10"))
}

func TestImpactStudies(t *testing.T) {
	estudio := func(cambio func(*campana.Estudio)) campana.Estudio {
		e := campana.Evaluar.Ejemplo
		e.Medidas = []campana.MedidaMeta{{Meta: "recordacion", Valor: 6000}}
		cambio(&e)
		return e
	}
	k := autorizada(t)
	previo := func(hasta string) campana.Estudio {
		return estudio(func(e *campana.Estudio) { e.Tipo, e.Desde, e.Hasta = campana.Pretest, f("2026-09-20"), f(hasta) })
	}
	rechaza(k, difusion, "2026-10-20", campana.Evaluar, previo("2026-10-05"), campana.ReglaPretest, "body.hasta")
	haz(k, difusion, "2026-10-20", campana.Evaluar, previo("2026-10-04"))
	rechaza(k, difusion, "2026-12-01", campana.Evaluar, estudio(func(*campana.Estudio) {}), campana.ReglaPostest, "body.desde")
	k = concluida(t)
	rechaza(k, difusion, "2026-12-01", campana.Evaluar, estudio(func(e *campana.Estudio) { e.Empresa = nil }), campana.ReglaEmpresa, "body.empresa")
	rechaza(k, difusion, "2026-12-01", campana.Evaluar, estudio(func(e *campana.Estudio) { e.Medidas[0].Meta = "x" }), campana.ReglaReferencia, "body.medidas[0].meta")
	rechaza(k, difusion, "2026-12-01", campana.Evaluar, estudio(func(e *campana.Estudio) { e.Medidas[0].Valor = 10001 }), campana.ReglaPorcentaje, "body.medidas[0].valor")
	rechaza(k, difusion, "2026-11-26", campana.Evaluar, estudio(func(*campana.Estudio) {}), campana.ReglaFechaFutura, "body.hasta")
	rechaza(k, difusion, "2026-12-01", campana.Evaluar, estudio(func(e *campana.Estudio) { e.Desde = f("2026-11-14") }), campana.ReglaPostest, "body.desde")
	haz(k, difusion, "2026-12-01", campana.Evaluar, estudio(func(e *campana.Estudio) { e.Medidas[0].Valor = 5499 }))
	_, no := k.r.Metas()
	require.Equal(t, []string{"recordacion"}, no, "half a hundredth short of the goal is short")
}

func TestHowACampaignEnds(t *testing.T) {
	k := enDifusion(t)
	rechaza(k, difusion, "2026-10-20", campana.Concluir, campana.FinDifusion{Fecha: f("2026-10-20")}, campana.ReglaAnticipada, "body.motivo")
	rechaza(k, difusion, "2026-10-20", campana.Concluir, campana.FinDifusion{Fecha: f("2026-10-21"), Motivo: "Se agotó el presupuesto"}, campana.ReglaFechaFutura, "body.fecha")
	rechaza(k, difusion, "2026-10-20", campana.Concluir, campana.FinDifusion{Fecha: f("2026-10-10"), Motivo: "Se agotó el presupuesto"}, campana.ReglaFechaPrevia, "body.fecha")
	niega(k, difusion, "2026-10-20", campana.Cancelar, campana.Cancelar.Ejemplo, falla.Conflicto)
	haz(k, difusion, "2026-10-20", campana.Concluir, campana.FinDifusion{Fecha: f("2026-10-20"), Motivo: "Se agotó el presupuesto"})
	rechaza(k, difusion, "2026-12-20", campana.Cerrar, campana.Cerrar.Ejemplo, campana.ReglaSaldo, "body")

	k = autorizada(t)
	haz(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-09-10", 100))
	rechaza(k, difusion, "2026-09-11", campana.Cancelar, campana.Cancelar.Ejemplo, campana.ReglaYaDifundida, "body")
	haz(k, difusion, "2026-09-11", campana.Liberar, gasto("2026-09-11", 100))
	haz(k, difusion, "2026-09-11", campana.Cancelar, campana.Cancelar.Ejemplo)
	require.Equal(t, campana.Cancelada, k.r.Estado)
	niega(k, difusion, "2026-09-12", campana.Comprometer, gasto("2026-09-12", 1), falla.Conflicto)
}
