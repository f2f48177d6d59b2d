package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The units of citizen service that have a part in its indicators.
const (
	coordinaAyO = "doe-7.1.3.1"
	sistemasAyO = "doe-7.1.3.1.4"
	unidadAyO   = "doe-7.1.3"
	atencionAyO = "doe-7.1.3.1.1"
)

func propuestaDeIndicador() objeto {
	return objeto{
		"clave": "SIADE-OPORTUNIDAD", "nombre": "Oportunidad de la respuesta a peticiones", "unidad": coordinaAyO,
		"motivo": "Saber qué parte de las peticiones se responde en su plazo", "nivel": "componente", "dimension": "eficacia", "materia": "atencion_y_orientacion",
	}
}

func fichaDeIndicador() objeto {
	conteo := func(clave, nombre string) objeto {
		return objeto{"clave": clave, "nombre": nombre, "unidad": "peticiones", "fuente": "SIADE", "clase": "conteo", "entre_organos": "suma", "en_el_tiempo": "suma"}
	}
	en := func(o string) objeto { return objeto{"unidad": "caood-7.1", "ooad": o} }
	return objeto{
		"mide":      "Qué parte de las peticiones respondidas lo fue dentro de su plazo",
		"variables": []objeto{conteo("en_plazo", "Respondidas en plazo"), conteo("respondidas", "Respondidas")},
		"formula":   "100 * en_plazo / respondidas", "unidad_medida": "por ciento", "frecuencia": "trimestral", "sentido": "ascendente",
		"linea_base": objeto{"valor": 71.5, "fecha": "2025-12-31"},
		"metas":      []objeto{{"fecha": "2026-12-31", "valor": 95, "umbral": objeto{"verde": 90, "amarillo": 80}}},
		"alineacion": []objeto{{"instrumento": "programa_institucional", "objetivo": "OP-2.3"}},
		"medidos":    []objeto{en("14"), en("15"), en("39")},
	}
}

func fichaCon(nombre string, valor any) objeto {
	f := fichaDeIndicador()
	f[nombre] = valor
	return f
}

// indicadorVigente is the life of an indicator until it rules, by the units
// that the manual names. It gives the folio.
func indicadorVigente(m *mundo) string {
	r := m.como(personal(sistemasAyO)).POST("/v1/indicadores", propuestaDeIndicador()).espera(201).es("estado", "propuesto", "unidad", coordinaAyO, "numero", 1)
	folio := r.texto("folio")
	ruta := "/v1/indicadores/" + folio
	hacer := func(dia string, quien rol, acto string, entrada any) cuerpo {
		m.Helper()
		m.el(dia)
		return m.como(quien).POST(ruta+"/"+acto, entrada).espera(200)
	}
	hacer("2026-03-02", titular(coordinaAyO), "encargar", `{"elabora": "doe-7.1.3.1.4", "hasta": "2026-03-13", "prioridad": 1}`).es("vence", "2026-03-13")

	// Every fault of a definition at once, each in its place.
	mala := fichaCon("formula", "100 * en_plaso / respondidas + (1 > 0)")
	mala["metas"] = []objeto{{"fecha": "2026-12-31", "valor": 60, "umbral": objeto{"verde": 70, "amarillo": 80}}}
	mala["medidos"] = []objeto{{"unidad": "caood-7.1"}}
	errores := m.como(personal(sistemasAyO)).POST(ruta+"/elaborar", mala)
	for lugar, codigo := range map[string]string{
		"body.formula": "DOE-INDICADOR-08", "body.variables[0].clave": "DOE-INDICADOR-09", "body.metas[0].valor": "DOE-INDICADOR-15",
		"body.metas[0].umbral": "DOE-INDICADOR-16", "body.medidos[0]": "DOE-INDICADOR-17",
	} {
		errores.rompe(codigo, lugar)
	}
	errores.rompe("DOE-INDICADOR-10", "body.formula")
	m.como(personal(sistemasAyO)).POST(ruta+"/elaborar", fichaCon("formula", "filter(1..9, true)")).rompe("DOE-INDICADOR-07", "body.formula")
	m.como(personal("doe-7.1.3.1.3")).POST(ruta+"/elaborar", fichaDeIndicador()).niega(403, "sin-facultad").
		es("facultad", "doe.indicadores:elaborar", "unidades_facultadas.0.unidad", sistemasAyO, "unidades_facultadas.0.funciones.0", "doe-7.1.3.1.4/7", "unidades_facultadas.1", nil)

	hacer("2026-03-06", personal(sistemasAyO), "elaborar", fichaDeIndicador()).es("estado", "elaborado", "borradores", 1)
	hacer("2026-03-09", titular(coordinaAyO), "observar", `{"observaciones": [{"campo": "mide", "texto": "Aclarar que excluye las canalizadas"}]}`).es("estado", "devuelto")
	hacer("2026-03-10", personal(sistemasAyO), "elaborar", fichaCon("mide", "Qué parte de las peticiones respondidas, sin las canalizadas, lo fue en su plazo"))
	hacer("2026-03-11", titular(coordinaAyO), "pedir-conformidad", `{"organos": ["dn-prestaciones-medicas"], "dias": 5}`).es("estado", "en_acuerdo", "vence", "2026-03-18")
	m.como(titular(unidadAyO)).POST(ruta+"/acordar", `{"documento": "Minuta 1", "fecha": "2026-03-11"}`).rompe("DOE-INDICADOR-32", "body.firman")
	hacer("2026-03-12", contraparte("normativo", "dn-prestaciones-medicas"), "opinar", `{"conforme": true}`)
	m.como(personal(unidadAyO)).POST(ruta+"/acordar", `{"documento": "Minuta 2026/018", "fecha": "2026-03-12"}`).niega(403, "requiere-titular")
	hacer("2026-03-12", titular(unidadAyO), "acordar", `{"documento": "Minuta 2026/018", "fecha": "2026-03-12"}`).es("estado", "acordado")
	hacer("2026-03-13", titular(coordinaAyO), "validar", nil).es("estado", "validado")
	m.como(titular(coordinaAyO)).POST(ruta+"/autorizar", nil).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", unidadAyO, "unidades_facultadas.0.funciones.0", "doe-7.1.3/10")
	hacer("2026-03-17", titular(unidadAyO), "autorizar", `{"vigente_desde": "2026-03-30", "oficio": "09/118"}`).es("estado", "autorizado", "vence", "2026-03-29")
	m.amanece("2026-03-30")
	m.como(titular(unidadAyO)).GET("%s", ruta).espera(200).es("estado", "vigente", "vigente_desde", "2026-03-30")
	return folio
}

func datos(enPlazo, respondidas int) objeto {
	dato := func(v string, n int) objeto {
		return objeto{"variable": v, "valor": n, "fuente": "SIADE, corte del 31 de marzo"}
	}
	return objeto{
		"datos":      []objeto{dato("en_plazo", enPlazo), dato("respondidas", respondidas)},
		"evidencias": []objeto{{"nombre": "corte.csv", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}},
	}
}

// trimestreMedido has the first quarter measured in three OOAD: 14 in time, 15
// observed and corrected, 39 late. It gives the folio of the indicator and
// those of the measurements by OOAD.
func trimestreMedido(m *mundo) (folio string, mediciones map[string]string) {
	folio = indicadorVigente(m)
	ruta := "/v1/indicadores/" + folio
	m.el("2026-04-01")
	m.como(personal(sistemasAyO)).POST(ruta+"/solicitar-mediciones", `{"periodo": "2026-03"}`).rompe("DOE-MEDICION-03", "body.periodo")
	m.como(personal(sistemasAyO)).POST(ruta+"/solicitar-mediciones", `{"periodo": "2025-T4"}`).rompe("DOE-MEDICION-01", "body.periodo")
	m.como(personal(sistemasAyO)).POST(ruta+"/solicitar-mediciones", `{"periodo": "2026-T1"}`).espera(200)
	mediciones = map[string]string{}
	for _, x := range m.como(titular(unidadAyO)).todo("/v1/mediciones?clave=SIADE-OPORTUNIDAD&periodo=2026-T1") {
		mediciones[x.texto("ooad")] = x.texto("folio")
		x.es("estado", "solicitada", "vence", "2026-04-15", "corte", "2026-03-31", "indicador", folio)
	}
	require.Len(m, mediciones, 3)
	assert.Len(m, m.como(jefa("14")).todo("/v1/mediciones"), 1)

	med := func(o, acto string, quien rol, entrada any) cuerpo {
		m.Helper()
		return m.como(quien).POST("/v1/mediciones/"+mediciones[o]+"/"+acto, entrada).espera(200)
	}
	m.el("2026-04-08")
	m.como(jefa("15")).POST("/v1/mediciones/"+mediciones["14"]+"/reportar", datos(1, 2)).niega(403, "fuera-de-ambito")
	m.como(personal(atencionAyO)).POST("/v1/mediciones/"+mediciones["14"]+"/reportar", datos(1, 2)).niega(403, "sin-facultad").
		es("facultad", "doe.indicadores:ejecutar", "unidades_facultadas.0.unidad", "caood-7.1", "unidades_facultadas.0.funciones.0", "caood-7.1/11")
	m.como(jefa("14")).POST("/v1/mediciones/"+mediciones["14"]+"/reportar", `{"datos": [{"variable": "en_plazo", "valor": 1.5, "fuente": "SIADE"}, {"variable": "otra", "valor": 1, "fuente": "SIADE"}]}`).
		rompe("DOE-MEDICION-09", "body.datos[0].valor")
	med("14", "reportar", jefa("14"), datos(190, 200)).es("valor", 95, "luz", "verde", "capturas.0.valor", 95, "capturas.0.extemporanea", nil)
	med("15", "reportar", jefa("15"), datos(50, 100)).es("valor", 50, "luz", "rojo")
	med("15", "observar", titular(coordinaAyO), `{"reparos": [{"variable": "en_plazo", "texto": "No coincide con el corte publicado"}], "dias": 3}`).es("estado", "observada", "vence", "2026-04-13")
	m.como(jefa("15")).POST("/v1/mediciones/"+mediciones["15"]+"/corregir", datos(50, 100)).rompe("DOE-MEDICION-13", "body.atencion")
	m.el("2026-04-09")
	correccion := datos(85, 100)
	correccion["atencion"] = "Se contaron las respondidas por correo"
	med("15", "corregir", jefa("15"), correccion).es("valor", 85, "luz", "amarillo", "capturas.0.valor", 50, "capturas.1.valor", 85)
	m.amanece("2026-04-20")
	m.como(jefa("39")).GET("/v1/mediciones/%s", mediciones["39"]).espera(200).es("semaforo", "vencido", "retrasos.0.entrega", "reporte", "retrasos.1", nil)
	m.el("2026-04-21")
	med("39", "reportar", jefa("39"), datos(0, 0)).es("valor", nil, "sin_dato", "division_entre_cero", "luz", "sin_dato", "capturas.0.extemporanea", true)
	for _, o := range []string{"14", "15", "39"} {
		med(o, "validar", titular(coordinaAyO), nil).es("estado", "validada", "vence", nil)
	}
	med("15", "definir-estrategia", jefa("15"), `{"accion": "Asignar una persona a las peticiones por vencer", "responsable": "Jefatura de módulo", "fecha": "2026-06-30"}`)
	med("15", "analizar", personal(sistemasAyO), `{"texto": "La demora se concentra en dos módulos", "causa": "humana"}`)
	return folio, mediciones
}

func TestAnIndicatorIsDefinedAgreedAndMeasuredByItsUnits(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio, mediciones := trimestreMedido(m)
		ruta := "/v1/indicadores/" + folio
		require.Equal(m, []string{
			"proponer | doe-7.1.3.1.4 | expreso doe.indicadores:elaborar | doe-7.1.3.1.4/7",
			"encargar | doe-7.1.3.1 | expreso doe.indicadores:coordinar | doe-7.1.3.1/6",
			"elaborar | doe-7.1.3.1.4 | expreso doe.indicadores:elaborar | doe-7.1.3.1.4/7",
			"observar | doe-7.1.3.1 | jerarquico doe.indicadores:validar | doe-7.1.3.1/15",
			"elaborar | doe-7.1.3.1.4 | expreso doe.indicadores:elaborar | doe-7.1.3.1.4/7",
			"pedir-conformidad | doe-7.1.3.1 | expreso doe.indicadores:coordinar | doe-7.1.3.1/6",
			"opinar | normativo:dn-prestaciones-medicas | contraparte | doe-7.1.3/14",
			"acordar | doe-7.1.3 | expreso doe.indicadores:acordar | doe-7.1.3/14",
			"validar | doe-7.1.3.1 | jerarquico doe.indicadores:validar | doe-7.1.3.1/15",
			"autorizar | doe-7.1.3 | expreso doe.indicadores:autorizar | doe-7.1.3/10",
			"entrar-en-vigor | sistema | sistema",
			"solicitar-mediciones | doe-7.1.3.1.4 | expreso doe.indicadores:seguir | doe-7.1.3.1.4/7",
		}, m.como(titular(unidadAyO)).historia("indicadores", folio))
		require.Equal(m, []string{
			"solicitar | doe-7.1.3.1.4 | expreso doe.indicadores:seguir | doe-7.1.3.1.4/7",
			"reportar | caood-7.1 | expreso doe.indicadores:ejecutar | caood-7.1/11",
			"observar | doe-7.1.3.1 | expreso doe.indicadores:evaluar | doe-7.1.3.1/9",
			"corregir | caood-7.1 | expreso doe.indicadores:ejecutar | caood-7.1/11",
			"validar | doe-7.1.3.1 | expreso doe.indicadores:evaluar | doe-7.1.3.1/9",
			"definir-estrategia | caood-7.1 | expreso doe.indicadores:evaluar | caood-7.1/11",
			"analizar | doe-7.1.3.1.4 | expreso doe.indicadores:seguir | doe-7.1.3.1.4/7",
		}, m.como(titular(unidadAyO)).historia("mediciones", mediciones["15"]))

		// The report of the quarter goes out as a dispatch to who is measured.
		reporte := objeto{
			"periodo": "2026-T1", "corte": "2026-03-31", "resumen": "Uno de tres alcanza la meta", "pide_compromisos": true, "asunto": "Resultados del primer trimestre", "medio": "sistema",
			"para": []objeto{{"unidad": "caood-7.1", "ooad": "15"}},
		}
		m.como(titular(unidadAyO)).POST(ruta+"/difundir", reporte).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", coordinaAyO, "unidades_facultadas.0.fundamento", "jerarquico")
		m.como(titular(coordinaAyO)).POST(ruta+"/difundir", reporte).espera(200).es("reportes.0.numero", 1, "reportes.0.periodo", "2026-T1")
		m.como(jefa("15")).GET("/v1/envios").espera(200).es("elementos.0.expediente.folio", folio, "elementos.1", nil)

		lasLecturas(m, ruta, folio)
		laSegundaVersion(m, ruta, folio)
		m.integro()
	})
}

func lasLecturas(m *mundo, ruta, folio string) {
	ve := m.como(titular(unidadAyO))
	s := ve.GET("%s/serie", ruta).espera(200).es("clave", "SIADE-OPORTUNIDAD", "linea_base", 71.5, "puntos.3", nil)
	s.es("puntos.0.medido", "ooad-14", "puntos.0.valor", 95, "puntos.0.luz", "verde", "puntos.0.meta", 95, "puntos.0.alcanzada", true, "puntos.0.corte", "2026-03-31",
		"puntos.0.fuentes.0", "SIADE, corte del 31 de marzo", "puntos.1.corregida", true, "puntos.1.primera.valor", 50, "puntos.2.sin_dato", "division_entre_cero", "puntos.2.extemporanea", true)
	ve.GET("%s/serie?medido=ooad-15", ruta).espera(200).es("puntos.0.medido", "ooad-15", "puntos.1", nil)
	ve.GET("%s/serie?desde=2026-04-01", ruta).espera(200).es("puntos.0", nil)
	m.como(jefa("15")).GET("%s/serie", ruta).espera(200).es("puntos.0.medido", "ooad-15", "puntos.1", nil)
	m.como(jefa("01")).GET("%s/serie", ruta).niega(403, "sin-lectura")
	m.como(jefa("15")).GET("%s/comparacion?periodo=2026-T1", ruta).niega(403, "fuera-de-ambito")

	ve.GET("%s/comparacion?periodo=2026-T1", ruta).espera(200).es("corte", "2026-03-31",
		"lugares.0.medido", "ooad-14", "lugares.0.lugar", 1, "lugares.0.empate", false, "lugares.1.medido", "ooad-15", "lugares.2", nil,
		"no_comparables.0.medido", "ooad-39", "no_comparables.0.causa", "sin_dato")
	ve.GET("%s/comparacion?periodo=2026", ruta).rompe("DOE-MEDICION-03", "query.periodo")
	ve.GET("%s/comparacion", ruta).rompe("requerido", "query.periodo")

	// Two hundred seventy-five of three hundred, not the average of 95 and 85.
	ve.GET("%s/agregado?periodo=2026-T1", ruta).espera(200).es("indicador", folio, "valor", 91.67, "luz", "verde", "partes", 3, "completo", true,
		"variables.0.valor", 275, "variables.0.aportes.0.valor", 190, "variables.1.valor", 300,
		"pasos.0.operacion", "*", "pasos.1.operandos.0", "27500", "pasos.1.resultado", "91.6666666666666667")
	ve.GET("%s/agregado?periodo=2026", ruta).espera(200).es("valor", 91.67, "completo", false, "faltan.0.causa", "no_solicitada")
	ve.GET("%s/agregado?periodo=2026-03", ruta).rompe("DOE-MEDICION-03", "query.periodo")
}

// laSegundaVersion replaces the indicator: what was measured keeps its own.
func laSegundaVersion(m *mundo, ruta, folio string) {
	m.el("2026-05-04")
	m.como(personal(sistemasAyO)).POST("/v1/indicadores", propuestaDeIndicador()).rompe("DOE-INDICADOR-02", "body.clave")
	otra := propuestaDeIndicador()
	otra["sustituye"] = folio
	nueva := m.como(personal(sistemasAyO)).POST("/v1/indicadores", otra).espera(201).es("numero", 2).texto("folio")
	m.como(personal(sistemasAyO)).POST("/v1/indicadores", otra).rompe("registro-repetido", "body")
	m.como(personal(sistemasAyO)).POST(ruta+"/solicitar-mediciones", `{"periodo": "2026-T1"}`).rompe("DOE-MEDICION-20", "body.periodo")
	hacer := func(quien rol, acto string, entrada any) cuerpo {
		m.Helper()
		return m.como(quien).POST("/v1/indicadores/"+nueva+"/"+acto, entrada).espera(200)
	}
	hacer(personal(sistemasAyO), "elaborar", fichaCon("formula", "respondidas == 0 ? 0 : 100 * en_plazo / respondidas"))
	hacer(titular(coordinaAyO), "validar", nil)
	hacer(titular(unidadAyO), "autorizar", nil).es("estado", "vigente", "vigente_desde", "2026-05-04")
	ve := m.como(titular(unidadAyO))
	ve.GET("%s", ruta).espera(200).es("estado", "sustituido", "vigente_hasta", "2026-05-03", "sustituido_por", nueva)
	m.el("2026-07-01")
	m.como(personal(sistemasAyO)).POST(ruta+"/solicitar-mediciones", `{"periodo": "2026-T2"}`).rompe("DOE-MEDICION-01", "body.periodo")
	m.como(personal(sistemasAyO)).POST("/v1/indicadores/"+nueva+"/solicitar-mediciones", `{"periodo": "2026-T2", "solo": ["ooad-14"]}`).espera(200)
	ve.GET("/v1/indicadores/%s/serie?medido=ooad-14", nueva).espera(200).es("puntos.0.version", 1, "puntos.0.definicion", folio, "puntos.0.valor", 95,
		"puntos.1.version", 2, "puntos.1.cambia_definicion", true, "puntos.1.estado", "solicitada")
}
