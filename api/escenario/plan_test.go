package escenario_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The units of the branch that evaluates administration, and the organ.
const (
	ueod          = "doe-7.1.1"
	evaluaAdmva   = "doe-7.1.1.2"
	divisionAdmva = "doe-7.1.1.2.1"
	sistema       = "doe-7.1.1.7"
)

var jalisco = contraparte("evaluado", "ooad-14")

// compromisos are two actions of half the plan each, on one finding each.
func compromisos() []objeto {
	accion := func(clave, hallazgo, area, inicio, fin string) objeto {
		a := objeto{
			"clave": clave, "hallazgo": hallazgo, "causa": "material", "descripcion": "Reponer el inventario de " + clave, "responsable": "Jefatura de Servicios",
			"inicio": inicio, "fin": fin, "peso": 50, "meta": 95,
			"indicador": objeto{"nombre": "Recetas surtidas completas", "unidad": "por ciento", "linea_base": 71.5, "sentido": "ascendente"},
		}
		if area != "" {
			a["area_normativa"] = area
		}
		return a
	}
	return []objeto{
		accion("A1", "H1", "dn-prestaciones-medicas", "2026-04-01", "2026-06-30"),
		accion("A2", "H2", "", "2026-04-01", "2026-08-31"),
	}
}

func evidencia(n int, desde, hasta string) objeto {
	return objeto{"nombre": fmt.Sprintf("evidencia-%d.pdf", n), "sha256": fmt.Sprintf("%064x", n), "periodo_desde": desde, "periodo_hasta": hasta}
}

func reporte(accion string, avance float64, es ...objeto) objeto {
	return objeto{"accion": accion, "avance": avance, "evidencias": es}
}

func acepta(accion string, avance float64, claves ...string) objeto {
	es := []objeto{}
	for _, k := range claves {
		es = append(es, objeto{"evidencia": k, "resultado": "aceptada"})
	}
	return objeto{"accion": accion, "avance": avance, "evidencias": es}
}

// planDeMejora is the life of a plan, from its request to the check of its
// effect, by the units that the manual names. It gives the folio.
func planDeMejora(m *mundo) string {
	solicitud := objeto{
		"organo": "ooad-14", "area": "Jefatura de Servicios de Prestaciones Médicas", "unidad_evaluadora": divisionAdmva, "origen": "evaluacion", "dias": 20,
		"asunto": "Surtimiento de recetas en unidades de primer nivel",
		"hallazgos": []objeto{
			{"clave": "H1", "descripcion": "Recetas surtidas de forma incompleta", "gravedad": "mayor"},
			{"clave": "H2", "descripcion": "Inventarios sin conciliar", "gravedad": "menor"},
		},
	}
	m.como(personal(evaluaAdmva)).POST("/v1/planes-mejora", solicitud).niega(403, "requiere-titular")
	r := m.como(titular(evaluaAdmva)).POST("/v1/planes-mejora", solicitud).espera(201).
		es("estado", "solicitado", "unidad", divisionAdmva, "ooad", "14", "organo_nombre", "OOAD Jalisco", "vence", "2026-03-30")
	folio := r.texto("folio")
	ruta := "/v1/planes-mejora/" + folio
	hacer := func(dia string, quien rol, acto string, entrada any) cuerpo {
		m.Helper()
		m.el(dia)
		return m.como(quien).POST(ruta+"/"+acto, entrada).espera(200)
	}

	// To another organ the plan does not exist.
	ajeno := contraparte("evaluado", "ooad-15")
	m.como(ajeno).GET("%s", ruta).niega(404, "no-encontrado")
	m.como(ajeno).POST(ruta+"/elaborar", objeto{"inicio": "2026-04-01", "fin": "2026-12-15", "acciones": compromisos()}).niega(404, "no-encontrado")
	m.como(jefa("14")).GET("%s", ruta).niega(403, "sin-lectura")

	hacer("2026-03-05", titular(ueod), "orientar", `{"hallazgo": "H1", "tema": "Inventario mínimo", "recomendacion": "Calcularlo con el consumo de seis meses"}`)
	hacer("2026-03-10", jalisco, "elaborar", objeto{"inicio": "2026-04-01", "fin": "2026-12-15", "acciones": compromisos()}).es("estado", "en_elaboracion")
	hacer("2026-03-17", jalisco, "presentar", nil).es("estado", "presentado")
	turnado := hacer("2026-03-18", personal(evaluaAdmva), "turnar", `{"destinatarios": [{"organo": "dn-prestaciones-medicas", "dias": 5}]}`)
	liga := turnado.enlace("comentar", "dn-prestaciones-medicas")
	m.el("2026-03-20")
	m.como(publico).GET("%s", liga).espera(200).es("acto", "comentar", "expediente.folio", folio)
	m.como(publico).POST(liga, `{"opinion": "De acuerdo en lo general", "observaciones": [{"accion": "A1", "texto": "Falta prever la compra consolidada"}]}`).espera(200)

	hacer("2026-03-23", titular(divisionAdmva), "devolver", `{"motivo": "Hay una observación por atender"}`).es("estado", "devuelto")
	m.como(jalisco).POST(ruta+"/presentar", nil).espera(422)
	hacer("2026-03-24", jalisco, "presentar", `{"atenciones": [{"observacion": "O1", "respuesta": "Se agregó la compra consolidada", "procede": true}]}`)
	hacer("2026-03-25", personal(divisionAdmva), "supervisar", `{"conforme": true}`)
	m.como(titular("doe-7.1.1.3.1")).POST(ruta+"/supervisar", `{"conforme": true}`).niega(403, "sin-facultad").es("facultad", "evaluacion.planes:supervisar", "unidades_facultadas.0.unidad", evaluaAdmva, "unidades_facultadas.1.unidad", divisionAdmva)
	hacer("2026-03-26", titular(sistema), "conciliar", `{"nota": "Corresponde a los hallazgos"}`)
	hacer("2026-03-27", titular(evaluaAdmva), "validar", nil).es("estado", "validado")
	m.como(titular("doe-7.1")).POST(ruta+"/autorizar", nil).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", ueod, "unidades_facultadas.0.funciones.0", "doe-7.1.1/8", "unidades_facultadas.1", nil)
	m.como(jalisco).GET("%s/avance?base=original", ruta).niega(422, "base-no-disponible")
	hacer("2026-03-30", titular(ueod), "autorizar", `{"nota": "Informar cada mes"}`).es("estado", "autorizado")
	hacer("2026-04-01", jalisco, "iniciar", nil).es("estado", "en_ejecucion", "vence", "2026-06-30")

	hacer("2026-05-04", jalisco, "reportar-avance", reporte("A1", 50, evidencia(1, "2026-04-01", "2026-04-30"))).es("cumplimiento", 0, "avance", 25)
	hacer("2026-05-06", personal(divisionAdmva), "verificar", acepta("A1", 50, "E1")).es("cumplimiento", 25)
	comoVa(m, ruta)
	hacer("2026-06-26", jalisco, "reportar-avance", reporte("A1", 100, evidencia(2, "2026-05-01", "2026-06-25")))
	hacer("2026-06-29", personal(divisionAdmva), "verificar", acepta("A1", 100, "E2")).es("cumplimiento", 50, "vence", "2026-08-31")
	m.amanece("2026-09-01")
	m.como(jalisco).GET("%s", ruta).espera(200).es("acciones.1.rebasada", true, "semaforo", "vencido")
	hacer("2026-09-03", jalisco, "reportar-avance", reporte("A2", 100, evidencia(3, "2026-04-01", "2026-09-02")))
	hacer("2026-09-04", personal(divisionAdmva), "verificar", acepta("A2", 100, "E1")).es("cumplimiento", 100)
	hacer("2026-09-07", personal(divisionAdmva), "concluir", nil).es("estado", "concluido")
	medida := func(a string, v float64) objeto {
		return objeto{"accion": a, "valor": v, "fecha": "2026-11-30", "fuente": "Sistema de control de abasto"}
	}
	hacer("2026-12-01", personal(divisionAdmva), "verificar-efecto", objeto{"mediciones": []objeto{medida("A1", 96.5), medida("A2", 90)}}).
		es("estado", "efecto_verificado", "efecto.resultado", "parcial", "efecto.mediciones.0.resultado", "efectivo", "efecto.mediciones.0.valor", 96.5)
	hacer("2026-12-02", titular(divisionAdmva), "cerrar", nil).es("estado", "cerrado", "vence", nil)
	return folio
}

// comoVa asks how the plan goes on 15 June, with half of its first action
// proved: who follows it, the organ and the directorate consulted may ask,
// others learn nothing.
func comoVa(m *mundo, ruta string) {
	m.Helper()
	m.el("2026-06-15")
	m.como(personal(divisionAdmva)).GET("%s/avance", ruta).espera(200).es(
		"base", "vigente", "real", 25, "serie.inicio", "2026-04-01", "serie.corte", "2026-06-15", "serie.puntos.8.periodo", "2026-12",
		"serie.puntos.0.periodo", "2026-04", "serie.puntos.0.informado", true, "serie.puntos.0.real", 0, "serie.puntos.0.programado", 26.28,
		"serie.puntos.1.real", 25, "serie.puntos.1.programado", 53.44, "serie.puntos.2.informado", false,
		"atraso.desde", "2026-04-30", "atraso.debe", 28.44,
		"atrasadas.0.clave", "A2", "atrasadas.0.desde", "2026-04-01", "atrasadas.1.clave", "A1", "atrasadas.1.desde", "2026-05-16",
		"pronostico.metodo", "calendario_ganado", "pronostico.cortes", 2)
	m.como(jalisco).GET("%s/avance?periodo=trimestre&base=original", ruta).espera(200).
		es("base", "original", "serie.puntos.0.periodo", "2026-T2", "serie.puntos.0.informado", false, "atraso", nil, "pronostico.motivo", "pocos_cortes")
	m.como(contraparte("normativo", "dn-prestaciones-medicas")).GET("%s/avance", ruta).espera(200).es("real", 25)
	m.como(contraparte("evaluado", "ooad-15")).GET("%s/avance", ruta).niega(404, "no-encontrado")
	m.como(jefa("14")).GET("%s/avance", ruta).niega(403, "sin-lectura")
	m.como(jalisco).GET("%s/avance?periodo=semana&base=otra", ruta).niega(422, "datos-no-validos").es("errors.0.location", "query.base", "errors.1.location", "query.periodo")
}

func TestAPlanGoesFromItsRequestToTheCheckOfItsEffectByItsUnits(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := planDeMejora(m)
		require.Equal(m, []string{
			"solicitar | doe-7.1.1.2 | expreso evaluacion.planes:registrar | doe-7.1.1.2/7",
			"orientar | doe-7.1.1 | expreso evaluacion.planes:orientar | doe-7.1.1/8",
			"elaborar | evaluado:ooad-14 | contraparte | doe-7.1.1.2/7",
			"presentar | evaluado:ooad-14 | contraparte | doe-7.1.1.2/7",
			"turnar | doe-7.1.1.2 | expreso evaluacion.planes:turnar | doe-7.1.1.2/8",
			"comentar | normativo:dn-prestaciones-medicas | contraparte | doe-7.1.1.2/8",
			"devolver | doe-7.1.1.2.1 | expreso evaluacion.planes:revisar | doe-7.1.1.2.1/8",
			"presentar | evaluado:ooad-14 | contraparte | doe-7.1.1.2/7",
			"supervisar | doe-7.1.1.2.1 | expreso evaluacion.planes:supervisar | doe-7.1.1.2.1/7",
			"conciliar | doe-7.1.1.7 | expreso evaluacion.planes:validar | doe-7.1.1.7/5",
			"validar | doe-7.1.1.2 | jerarquico evaluacion.planes:validar | doe-7.1.1.2/14",
			"autorizar | doe-7.1.1 | expreso evaluacion.planes:autorizar | doe-7.1.1/8",
			"iniciar | evaluado:ooad-14 | contraparte | doe-7.1.1.4/7",
			"reportar-avance | evaluado:ooad-14 | contraparte | doe-7.1.1.4/7",
			"verificar | doe-7.1.1.2.1 | expreso evaluacion.planes:seguir | doe-7.1.1.2.1/9",
			"reportar-avance | evaluado:ooad-14 | contraparte | doe-7.1.1.4/7",
			"verificar | doe-7.1.1.2.1 | expreso evaluacion.planes:seguir | doe-7.1.1.2.1/9",
			"vencer-accion | sistema | sistema",
			"reportar-avance | evaluado:ooad-14 | contraparte | doe-7.1.1.4/7",
			"verificar | doe-7.1.1.2.1 | expreso evaluacion.planes:seguir | doe-7.1.1.2.1/9",
			"concluir | doe-7.1.1.2.1 | expreso evaluacion.planes:seguir | doe-7.1.1.2.1/9",
			"verificar-efecto | doe-7.1.1.2.1 | expreso evaluacion.planes:seguir | doe-7.1.1.2.1/9",
			"cerrar | doe-7.1.1.2.1 | expreso evaluacion.planes:seguir | doe-7.1.1.2.1/9",
		}, m.como(titular(ueod)).historia("planes-mejora", folio))
		assert.Len(m, m.como(jalisco).todo("/v1/planes-mejora"), 1)
		assert.Empty(m, m.como(contraparte("evaluado", "ooad-15")).todo("/v1/planes-mejora"))
		m.integro()
	})
}
