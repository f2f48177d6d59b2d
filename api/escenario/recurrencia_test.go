package escenario_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

const sitioConBrote = "JCIMS000303"

// semanasDe registers, through the API, some weeks of petitions of seven sites
// of Jalisco: of each, so many about medicines and one about treatment.
func semanasDe(m *mundo, lunes string, semanas, medicamentos int) {
	m.Helper()
	for s := range semanas {
		for i := range 7 {
			m.el(fecha.MustParse(lunes).Sumar(7*s + i%5).String())
			sitio := fmt.Sprintf("JCIMS00030%d", i+1)
			for n := range medicamentos {
				registrarEn(m, sitio, "medicamentos", fmt.Sprintf("Petición %d de la semana %d sobre el surtido de la receta en %s.", n, s, sitio))
			}
			registrarEn(m, sitio, "trato", fmt.Sprintf("En la ventanilla %d me atendieron con prisa el día %d.", i, s))
		}
	}
}

func registrarEn(m *mundo, sitio, tema, relato string) string {
	m.Helper()
	return m.como(taod("14")).POST("/v1/peticiones", objeto{
		"canal": "modulo", "relato": relato, "unidad_servicio": sitio, "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true},
		"clasificacion": objeto{"tipo": "queja", "tema": tema, "servicio": "farmacia"},
	}).espera(201).texto("folio")
}

// brote plants an outbreak in the last three weeks of twenty-three: nine more a
// week at one site, all telling nearly the same.
func brote(m *mundo) {
	semanasDe(m, "2026-01-05", 23, 2)
	for s := range 3 {
		m.el(fecha.MustParse("2026-05-25").Sumar(7*s + 2).String())
		for n := range 9 {
			registrarEn(m, sitioConBrote, "medicamentos", fmt.Sprintf("Acudí a la farmacia con la doctora Ibarrola y mi receta %d se surtió incompleta, piden regresar por la insulina otro día.", 100*s+n))
		}
	}
}

// juntaConAcuerdo holds a governing-body meeting of Jalisco with the problem on
// its agenda; of its minutes an agreement is born. It gives meeting and
// agreement.
func juntaConAcuerdo(m *mundo, problematica string) (reunion, acuerdo string) {
	j14 := jefa("14")
	m.el("2026-06-22")
	m.como(j14).POST("/v1/libros-actas", `{"comite": "junta-jalisco", "nombre": "Junta de gobierno del OOAD Jalisco", "ejercicio": 2026}`).espera(201)
	reunion = m.como(j14).POST("/v1/reuniones", objeto{
		"clase": "junta_gobierno", "titulo": "Sexta sesión", "modalidad": "presencial", "inicio": "2026-06-30T10:00:00-06:00", "lugar": "Sala de juntas", "comite": "junta-jalisco",
		"convocados": []objeto{{"organo": "ooad-14", "caracter": "presidencia"}, {"unidad": "caood-7.1", "caracter": "secretaria"}, {"organo": prestaMedicas, "caracter": "vocal"}},
	}).espera(201).texto("folio")
	ruta := "/v1/reuniones/" + reunion
	m.como(titular("doe-7.1.3.1.4")).POST(problematica+"/llevar-a-junta", objeto{"reunion": reunion, "planteamiento": "Se propone reponer el inventario."}).niega(403, "sin-facultad").
		es("unidades_facultadas.0.unidad", "caood-7.1", "unidades_facultadas.0.funciones.0", "caood-7.1/9")
	m.hace("2026-06-23", j14, problematica, "llevar-a-junta", objeto{"reunion": reunion, "planteamiento": "Se propone acordar la reposición del inventario de la unidad."}).
		es("presentaciones.0.junta", "ooad-14", "presentaciones.0.tema", "T1", "presentaciones.0.presentada", false)
	m.hace("2026-06-24", j14, ruta, "resolver-tema", `{"tema": "T1", "acepta": true}`)
	m.hace("2026-06-30", j14, ruta, "celebrar", `{"convocatoria": 1, "hora": "2026-06-30T10:00:00-06:00", "asistentes": [{"convocado": "ooad-14", "cargo": "Titular del OOAD"}, {"convocado": "caood-7.1", "cargo": "Titular de la Coordinación"}, {"convocado": "dn-prestaciones-medicas", "cargo": "Enlace"}]}`).es("estado", "celebrada")
	m.hace("2026-06-30", j14, ruta, "levantar-minuta", objeto{"texto": "Se revisó el surtimiento.", "temas": []objeto{{"tema": "T1", "resumen": "Se acordó reponer."}}, "pactos": []objeto{pacto("A1", objeto{"organo": "ooad-14"}, "2026-07-31")}})
	dn := contraparte("normativo", prestaMedicas)
	for _, q := range []rol{contraparte("evaluado", "ooad-14"), dn} {
		m.hace("2026-07-01", q, ruta, "dar-conformidad", `{"version": 1}`)
	}
	if m.como(j14).GET("%s", ruta).espera(200).texto("estado") == "en_revision" {
		m.hace("2026-07-01", j14, ruta, "dar-conformidad", `{"version": 1}`)
	}
	for _, q := range []rol{contraparte("evaluado", "ooad-14"), dn} {
		m.hace("2026-07-02", q, ruta, "firmar", `{"version": 1}`)
	}
	m.hace("2026-07-02", j14, ruta, "asentar-acta", `{"version": 1}`).es("estado", "concluida", "acta", 1)
	return reunion, m.como(j14).GET("/v1/acuerdos?reunion=%s", reunion).espera(200).texto("elementos.0.folio")
}

// problematicaCerrada is the life of a problem: planted, found by the clock,
// analysed, sent, presented, agreed, bettered, measured again and closed. It
// gives the folio.
func problematicaCerrada(m *mundo) string {
	brote(m)
	m.amanece("2026-06-15")
	j14, ooad := jefa("14"), contraparte("evaluado", "ooad-14")
	p := m.como(j14).GET("/v1/problematicas?origen=deteccion").espera(200)
	require.Len(m, p.lista("elementos"), 1, "%s", p.crudo)
	p.es("elementos.0.celda.unidad_servicio", sitioConBrote, "elementos.0.celda.tema", "medicamentos", "elementos.0.estado", "detectada", "elementos.0.unidad", "caood-7.1", "elementos.0.ooad", "14",
		"elementos.0.deteccion.corte", "2026-06-14", "elementos.0.deteccion.historia", "2026-04-19", "elementos.0.deteccion.senalada", true)
	folio := p.texto("elementos.0.folio")
	ruta := "/v1/problematicas/" + folio

	// The petitions behind the counts are listed by the query that it keeps.
	n := int(p.en("elementos.0.deteccion.medida.observados").(float64))
	require.Len(m, m.como(j14).todo(p.texto("elementos.0.deteccion.peticiones")), n)

	m.hace("2026-06-16", j14, ruta, "analizar", `{"causa": "insumos", "hallazgo": "Se surte una parte de la receta y se pide volver.", "propuesta": "Reponer el inventario de la unidad."}`).es("estado", "analizada")
	turno := objeto{"organo": "ooad-14", "motivo": "El abasto de la unidad lo administra el OOAD.", "medio": "oficio", "oficio": objeto{"numero": "CAOOD14/0311/2026", "fecha": "2026-06-17"}}
	m.el("2026-06-17")
	m.como(taod("14")).POST(ruta+"/turnar", turno).niega(403, "requiere-titular")
	m.como(jefa("15")).POST(ruta+"/turnar", turno).niega(403, "fuera-de-ambito")
	m.como(ooad).GET("%s", ruta).niega(404, "no-encontrado")
	m.como(j14).POST(ruta+"/turnar", turno).espera(200).es("estado", "remitida")
	m.como(j14).GET("/v1/envios").espera(200).es("elementos.0.estado", "enviado")
	m.como(ooad).GET("%s", ruta).espera(200).es("estado", "remitida")
	m.hace("2026-06-19", ooad, ruta, "comprometer", `{"texto": "Reponer el inventario y revisar su punto de reorden.", "responsable": "Jefatura de Servicios de Prestaciones Médicas", "termino": "2026-07-10"}`).
		es("estado", "comprometida", "acciones.0.organo", "ooad-14", "vence", "2026-07-10")

	reunion, acuerdo := juntaConAcuerdo(m, ruta)
	m.hace("2026-07-03", j14, ruta, "presentar", objeto{"reunion": reunion, "tema": "T1", "presento": "Titular de la Coordinación", "sintesis": "Se presentaron las cuentas; la junta pidió reponer."}).
		es("presentaciones.0.presentada", true, "presentaciones.0.celebra", "2026-06-30", "presentaciones.0.asistentes", 3)
	m.hace("2026-07-03", j14, ruta, "ligar-acuerdo", objeto{"acuerdo": acuerdo}).es("acuerdos.0.a_cargo", "ooad-14", "acuerdos.0.compromiso", "2026-07-31")
	m.hace("2026-07-10", ooad, ruta, "informar-avance", `{"accion": "A1", "avance": 100, "nota": "Se repuso el inventario.", "evidencias": ["Acta de inventario"]}`).es("estado", "implantada")

	semanasDe(m, "2026-06-15", 13, 2)
	m.el("2026-07-27")
	m.como(titular("doe-7.1.3.1.4")).POST(ruta+"/medir", `{}`).espera(200).es("mediciones.0.veredicto", "datos_insuficientes", "mediciones.0.despues", nil)
	m.el("2026-09-14")
	m.como(titular("doe-7.1.3.1.4")).POST(ruta+"/medir", `{}`).espera(200).
		es("estado", "medida", "mediciones.1.veredicto", "mejoro", "mediciones.1.antes.observados", n, "mediciones.1.despues.semanas", 8, "mediciones.1.despues.observados", 16)

	// The agreement ends before it is closed.
	m.como(titular("doe-7.1.3.1")).POST(ruta+"/cerrar", nil).rompe("SIADE-RECURRENCIA-20", "body")
	m.hace("2026-09-15", ooad, "/v1/acuerdos/"+acuerdo, "reportar-avance", objeto{"avance": 100, "evidencias": []objeto{evidencia(1, "2026-07-01", "2026-07-31")}})
	m.hace("2026-09-16", j14, "/v1/acuerdos/"+acuerdo, "verificar", objeto{"verificado": 100, "evidencias": []objeto{{"evidencia": "E1", "resultado": "aceptada"}}}).es("estado", "cumplido")
	m.hace("2026-09-17", titular("doe-7.1.3.1"), ruta, "cerrar", nil).es("estado", "cerrada", "vence", nil)
	return folio
}

func TestAPlantedOutbreakIsFoundSentPresentedAgreedMeasuredAgainAndClosed(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := problematicaCerrada(m)
		require.Equal(m, []string{
			"detectar | sistema | sistema", "analizar | caood-7.1 | expreso siade.recurrencia:analizar | caood-7.1/9",
			"turnar | caood-7.1 | expreso siade.recurrencia:turnar | caood-7.1/7", "comprometer | evaluado:ooad-14 | contraparte | doe-7.1.3/9",
			"llevar-a-junta | caood-7.1 | expreso siade.recurrencia:informar | caood-7.1/9", "presentar | caood-7.1 | expreso siade.recurrencia:informar | caood-7.1/9",
			"ligar-acuerdo | caood-7.1 | expreso siade.recurrencia:supervisar | caood-7.1/9", "informar-avance | evaluado:ooad-14 | contraparte | doe-7.1.3/9",
			"medir | doe-7.1.3.1.4 | expreso siade.recurrencia:seguir | doe-7.1.3.1.4/10", "medir | doe-7.1.3.1.4 | expreso siade.recurrencia:seguir | doe-7.1.3.1.4/10",
			"cerrar | doe-7.1.3.1 | expreso siade.recurrencia:coordinar | doe-7.1.3.1/4",
		}, m.como(jefa("14")).historia("problematicas", folio))
		juntasDelTrimestre(m, folio)
		m.integro()
	})
}

// juntasDelTrimestre reads which boards received a presentation and which did
// not (rule 33).
func juntasDelTrimestre(m *mundo, folio string) {
	const q = "?desde=2026-04-01&hasta=2026-06-30"
	r := m.como(titular("doe-7.1.3.1")).GET("/v1/problematicas/juntas%s", q).espera(200)
	r.es("total.con_presentacion", 1, "total.sesiones", 1, "total.presentaciones", 1, "total.acuerdos", 1, "problematicas.0.folio", folio, "problematicas.0.veredicto", "mejoro")
	sin := fmt.Sprint(r.en("sin_presentacion"))
	assert.Contains(m, sin, "ooad-15")
	assert.Contains(m, sin, "umae-")
	assert.NotContains(m, sin, "ooad-14")
	suya := m.como(jefa("14")).GET("/v1/problematicas/juntas%s", q).espera(200).es("total.juntas", 1, "juntas.0.organo", "ooad-14", "juntas.0.recibio", true, "juntas.0.presentaciones.0.presento", "Titular de la Coordinación")
	require.Empty(m, suya.lista("sin_presentacion"))
	m.como(jefa("14")).GET("/v1/problematicas/juntas?desde=2026-07-01&hasta=2026-09-30").espera(200).es("sin_presentacion.0", "ooad-14", "juntas.0.ultima", "2026-06-30")
	m.como(jefa("15")).GET("/v1/problematicas/juntas%s", q).espera(200).es("total.juntas", 1, "juntas.0.recibio", false, "problematicas.0", nil)
	m.como(jefa("15")).GET("/v1/problematicas/juntas%s&ooad=14", q).niega(403, "fuera-de-ambito")
	m.como(titular("doe-7.1.3.1.1")).GET("/v1/problematicas/juntas%s", q).niega(403, "sin-facultad")
	m.como(contraparte("evaluado", "ooad-14")).GET("/v1/problematicas/juntas%s", q).niega(403, "sin-facultad")
	m.como(jefa("14")).GET("/v1/problematicas/juntas?desde=2026-07-01&hasta=2026-06-01").rompe("periodo-no-valido", "query.hasta")

	csv := string(m.como(titular("doe-7.1.3.1")).GET("/v1/problematicas/juntas.csv%s", q).espera(200).crudo)
	assert.Contains(m, csv, "ooad-14,")
	assert.Contains(m, csv, ",si,2026-06-30,REU-2026-14-")
	assert.Contains(m, csv, ",no,,")
	pdf := m.como(jefa("14")).GET("/v1/problematicas/juntas.pdf%s", q).espera(200)
	require.True(m, strings.HasPrefix(string(pdf.crudo), "%PDF-"))
	if lector, err := exec.LookPath("pdftotext"); err == nil {
		archivo := filepath.Join(m.TempDir(), "juntas.pdf")
		require.NoError(m, os.WriteFile(archivo, pdf.crudo, 0o600))
		texto, err := exec.Command(lector, archivo, "-").Output()
		require.NoError(m, err)
		for _, s := range []string{"juntas de gobierno", folio, "Titular de la", "la junta pidió reponer"} {
			assert.Contains(m, string(texto), s)
		}
	}
}

func TestWhatRecursIsReadByWhoMayAndNobodyElse(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		brote(m)
		m.el("2026-06-15")
		r := m.como(jefa("14")).GET("/v1/siade/recurrencias").espera(200).es("corte", "2026-06-14", "nivel", "sitio", "probadas", 14, "elementos.0.unidad_servicio", sitioConBrote, "elementos.0.semanas", 4,
			"elementos.0.observados", 35, "elementos.0.pares", 6, "siguiente", nil, "elementos.0.problematica", nil)
		require.Len(m, r.lista("elementos"), 1)
		assert.Contains(m, r.texto("elementos.0.explicacion"), "35 peticiones")
		require.Len(m, m.como(jefa("14")).todo(r.texto("elementos.0.peticiones")), 35)
		for _, q := range []rol{titular("doe-7.1.3.1.4"), titular("doe-7.1.3.1"), titular("doe-7.1.3")} {
			m.como(q).GET("/v1/siade/recurrencias?ooad=14&frente=historia").espera(200).es("elementos.0.unidad_servicio", sitioConBrote)
		}
		m.como(titular("doe-7.1.3.1.4")).GET("/v1/siade/recurrencias?nivel=ooad").espera(200).es("elementos.0.ooad", "14", "elementos.0.unidad_servicio", nil)
		m.como(titular("doe-7.1.3.1.4")).GET("/v1/siade/recurrencias?tema=trato").espera(200).es("elementos.0", nil)
		m.como(titular("doe-7.1.3.1.4")).GET("/v1/siade/recurrencias?hasta=2026-05-24").espera(200).es("corte", "2026-05-24", "elementos.0", nil)
		m.como(titular("doe-7.1.3.1.4")).GET("/v1/siade/recurrencias?hasta=2026-06-22").rompe("corte-no-valido", "query.hasta")
		m.como(jefa("15")).GET("/v1/siade/recurrencias").espera(200).es("elementos.0", nil)
		m.como(jefa("15")).GET("/v1/siade/recurrencias?ooad=14").niega(403, "fuera-de-ambito")
		m.como(titular("doe-7.1.3.1.1")).GET("/v1/siade/recurrencias").niega(403, "sin-facultad").es("facultad", "siade.recurrencia:analizar")
		m.como(contraparte("evaluado", "ooad-14")).GET("/v1/siade/recurrencias").niega(403, "sin-facultad")
		m.como(publico).GET("/v1/siade/recurrencias").espera(401)
		m.como(jefa("14")).GET("/v1/siade/recurrencias?nivel=otro&cosa=1").espera(422)

		// What is classified otherwise is counted so the day after.
		for _, p := range m.como(jefa("14")).todo(r.texto("elementos.0.peticiones")) {
			m.como(jefa("14")).POST("/v1/peticiones/"+p.texto("folio")+"/reclasificar", `{"tipo": "queja", "tema": "abasto", "servicio": "farmacia", "motivo": "Es del catálogo nuevo."}`).espera(200)
		}
		m.el("2026-06-16")
		m.como(jefa("14")).GET("/v1/siade/recurrencias").espera(200).es("elementos.0.tema", "abasto", "elementos.0.observados", 35)

		gruposDelBrote(m)
		m.integro()
	})
}

func gruposDelBrote(m *mundo) {
	g := m.como(jefa("14")).GET("/v1/siade/recurrencias/grupos?desde=2026-05-25&hasta=2026-06-14&unidad_servicio=%s", sitioConBrote).espera(200)
	n := 0
	for _, e := range g.lista("elementos") {
		etiqueta := e.texto("etiqueta")
		for _, no := range []string{"ibarrola", "100", "doctora"} {
			assert.NotContains(m, etiqueta, no)
		}
		n = max(n, int(e.en("peticiones").(float64)))
	}
	assert.GreaterOrEqual(m, n, 20, "%s", g.crudo)
	m.como(jefa("15")).GET("/v1/siade/recurrencias/grupos?desde=2026-05-25&hasta=2026-06-14").espera(200).es("elementos.0", nil, "leidas", 0)
	m.como(titular("doe-7.1.3.1.4")).GET("/v1/siade/recurrencias/grupos?desde=2026-05-25&hasta=2026-06-14").espera(200)
	m.como(titular("doe-7.1.3.1.1")).GET("/v1/siade/recurrencias/grupos").niega(403, "sin-facultad")
	m.como(jefa("14")).GET("/v1/siade/recurrencias/grupos?desde=2025-01-01&hasta=2026-06-14").rompe("ventana-no-valida", "query.desde")
}
