package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

func criterio(clave string, peso float64, critico bool) objeto {
	return objeto{"clave": clave, "seccion": "Operación", "texto": "Se cumple lo que pide " + clave, "peso": peso, "fuente": "Lineamientos de los módulos", "critico": critico}
}

// cedulaDeModulos is a checklist returned once and authorised. It gives the
// folio.
func cedulaDeModulos(m *mundo) string {
	contenido := objeto{"nombre": "Cédula de módulos", "alcance": "Operación e imagen de los módulos.", "criterios": []objeto{
		criterio("IMG-01", 20, false), criterio("OPE-01", 30, false), criterio("REG-01", 50, true),
	}}
	alta := objeto{"clave": "MODULO", "contenido": contenido}
	m.como(titular(atencionDOE)).POST("/v1/cedulas-supervision", alta).niega(403, "sin-facultad").es("facultad", "siade.supervision:elaborar", "unidades_facultadas.0.unidad", sistemasDOE)
	r := m.como(personal(sistemasDOE)).POST("/v1/cedulas-supervision", alta).espera(201).es("estado", "en_elaboracion")
	ruta := "/v1/cedulas-supervision/" + r.texto("folio")
	m.hace("2026-03-02", titular(modulosDOE), ruta, "devolver", `{"reparos": [{"lugar": "IMG-01", "texto": "Falta decir desde dónde se ve."}]}`).es("estado", "devuelto")
	m.hace("2026-03-02", personal(sistemasDOE), ruta, "corregir", contenido)
	m.como(personal(atencionDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-02", "oficio": "7.1.3/0031/2026"}`).niega(403, "requiere-titular")
	m.hace("2026-03-02", titular(atencionDOE), ruta, "autorizar", `{"desde": "2026-03-02", "oficio": "7.1.3/0031/2026"}`).es("versiones.0.numero", 1)
	m.como(jefa("14")).GET("%s", ruta).espera(200)
	return r.texto("folio")
}

func visitaPrevista(clave, ooad, sitio, inicio, fin string) objeto {
	return objeto{
		"clave": clave, "ooad": ooad, "sitio": objeto{"clave": sitio, "nombre": "Módulo de " + sitio}, "modalidad": "presencial", "base": "peticiones", "cedula": "MODULO",
		"inicio": inicio, "fin": fin, "equipo": []objeto{{"persona": "sis-04", "papel": "responsable"}},
	}
}

// programaDeVisitas is the programme of 2026: two visits to a site of OOAD 14
// and the other bodies excused. It gives the folio.
func programaDeVisitas(m *mundo) string {
	p := objeto{"ejercicio": 2026, "objetivo": "Verificar los módulos con más peticiones.", "visitas": []objeto{
		visitaPrevista("V-14-01", "14", "JCIMS000301", "2026-04-20", "2026-04-21"), visitaPrevista("V-14-02", "14", "JCIMS000301", "2026-09-07", "2026-09-08"),
	}}
	var excusas []objeto
	for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
		if o.OOAD != "14" {
			excusas = append(excusas, objeto{"ooad": o.OOAD, "motivo": "Se visitó en el año anterior."})
		}
	}
	p["sin_visita"] = excusas[1:]
	r := m.como(personal(sistemasDOE)).POST("/v1/programas-supervision", p).espera(201)
	ruta := "/v1/programas-supervision/" + r.texto("folio")
	m.como(personal(sistemasDOE)).POST(ruta+"/presentar", nil).rompe("SIADE-SUPERVISION-15", "registro.visitas")
	p["sin_visita"] = excusas
	delete(p, "ejercicio")
	m.hace("2026-03-02", personal(sistemasDOE), ruta, "corregir", p)
	m.hace("2026-03-02", personal(sistemasDOE), ruta, "presentar", nil).es("estado", "presentado")
	m.como(titular(modulosDOE)).POST(ruta+"/autorizar", `{"oficio": "7.1.3/0042/2026"}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", atencionDOE)
	m.como(jefa("14")).GET("%s", ruta).niega(403, "sin-lectura")
	m.hace("2026-03-03", titular(atencionDOE), ruta, "autorizar", `{"oficio": "7.1.3/0042/2026"}`).es("estado", "autorizado", "vence", "2026-04-21")
	m.como(jefa("14")).GET("%s", ruta).espera(200)
	m.como(jefa("15")).GET("%s", ruta).niega(403, "sin-lectura")
	return r.texto("folio")
}

func respuestas(img, ope, reg string) objeto {
	una := func(c, r string) objeto { return objeto{"criterio": c, "respuesta": r, "nota": "Lo que se vio."} }
	return objeto{"respuestas": []objeto{una("IMG-01", img), una("OPE-01", ope), una("REG-01", reg)}}
}

func acta(gravedad string) objeto {
	return objeto{"lugar": "UMF 3", "presentes": []string{"Técnica en atención"}, "observaciones": []objeto{
		{"criterio": "IMG-01", "texto": "La señal está tapada por un cartel.", "gravedad": gravedad, "recomendacion": "Retirar el cartel y revisar cada semana."},
	}}
}

// visitaConSeguimiento is a visit notified, made, signed, its observation
// attended late, extended, returned and accepted. It gives the folios of the
// programme and of the visit.
func visitaConSeguimiento(m *mundo) (programa, visita string) {
	cedulaDeModulos(m)
	programa = programaDeVisitas(m)
	abre := objeto{"programa": programa, "visita": "V-14-01", "ooad": "14", "objetivo": "Revisar la imagen del módulo."}
	m.como(titular(atencionDOE)).POST("/v1/visitas-supervision", abre).niega(403, "sin-facultad").es("facultad", "siade.supervision:ejecutar")
	visita = m.como(personal(sistemasDOE)).POST("/v1/visitas-supervision", abre).espera(201).es("ooad", "14", "sitio.clave", "JCIMS000301").texto("folio")
	ruta := "/v1/visitas-supervision/" + visita
	evaluado := contraparte("evaluado", "ooad-14")
	m.como(evaluado).GET("%s", ruta).niega(404, "no-encontrado") // not told yet
	m.el("2026-04-14")
	m.como(titular(modulosDOE)).POST(ruta+"/notificar", `{"oficio": "7.1.3.1/0150/2026"}`).rompe("SIADE-SUPERVISION-22", "registro.inicio")
	m.hace("2026-04-13", titular(modulosDOE), ruta, "notificar", `{"oficio": "7.1.3.1/0150/2026", "requiere": ["Bitácora del buzón"]}`).es("estado", "notificada")
	m.como(evaluado).GET("%s", ruta).espera(200)
	m.como(jefa("15")).POST(ruta+"/acusar", nil).niega(403, "fuera-de-ambito")
	m.hace("2026-04-13", taod("14"), ruta, "acusar", nil)
	m.hace("2026-04-20", personal(sistemasDOE), ruta, "iniciar", nil).es("cedula.numero", 1)
	m.hace("2026-04-20", personal(sistemasDOE), ruta, "aplicar-cedula", respuestas("no_cumple", "cumple", "no_aplica")).es("calificacion.valor", 60.0)
	m.hace("2026-04-20", personal(sistemasDOE), ruta, "levantar-acta", acta("moderada"))
	m.como(taod("14")).POST(ruta+"/firmar-acta", nil).niega(403, "requiere-titular")
	m.hace("2026-04-21", jefa("14"), ruta, "firmar-acta", `{"manifestaciones": "El cartel era de la campaña."}`).es("estado", "en_atencion", "vence", "2026-05-21")
	m.hace("2026-05-18", jefa("14"), ruta, "pedir-prorroga", `{"observacion": "O1", "hasta": "2026-06-30", "motivo": "La señal nueva llega en junio."}`)
	m.hace("2026-05-19", personal(sistemasDOE), ruta, "resolver-prorroga", `{"observacion": "O1", "concede": "2026-06-15", "motivo": "Causa ajena."}`).
		es("observaciones.0.original", "2026-05-21", "observaciones.0.compromiso", "2026-06-15", "vence", "2026-06-15")
	m.amanece("2026-06-16")
	m.como(jefa("14")).GET("%s", ruta).espera(200).es("escalamientos.0.unidad", "caood-7.1", "semaforo", "vencido")
	m.amanece("2026-06-22")
	m.como(jefa("14")).GET("%s", ruta).espera(200).es("escalamientos.1.unidad", modulosDOE, "escalamientos.1.organo", "ooad-14")
	prueba := objeto{"observacion": "O1", "accion": "Se retiró el cartel y se repuso la señal.", "evidencias": []objeto{{"nombre": "foto.jpg", "sha256": huella("foto")}}}
	m.hace("2026-06-23", jefa("14"), ruta, "atender-observacion", prueba).es("observaciones.0.atenciones.0.tarde", 8)
	m.como(personal(sistemasDOE)).POST(ruta+"/devolver-atencion", `{"observacion": "O1", "causal": "porque_si", "motivo": "No se ve la señal.", "dias": 40}`).rompe("valor-no-permitido", "body.causal")
	m.hace("2026-06-24", personal(sistemasDOE), ruta, "devolver-atencion", `{"observacion": "O1", "causal": "evidencia_insuficiente", "motivo": "No se ve la señal.", "dias": 5}`).es("vence", "2026-07-01")
	m.hace("2026-06-25", jefa("14"), ruta, "atender-observacion", prueba)
	m.como(jefa("14")).POST(ruta+"/aceptar-atencion", `{"observacion": "O1"}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", sistemasDOE)
	m.hace("2026-06-26", personal(sistemasDOE), ruta, "aceptar-atencion", `{"observacion": "O1"}`).es("estado", "atendida")
	m.hace("2026-06-26", personal(sistemasDOE), ruta, "concluir", `{"efecto": "La señal sigue visible."}`).es("estado", "concluida", "vence", nil)
	return programa, visita
}

func TestAVisitIsMadeAndFollowedUntilItsObservationsAreSettled(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		programa, visita := visitaConSeguimiento(m)
		require.Equal(m, []string{
			"programar | doe-7.1.3.1.4 | expreso siade.supervision:ejecutar | doe-7.1.3.1.4/9",
			"notificar | doe-7.1.3.1 | jerarquico siade.supervision:informar | doe-7.1.3.1/15",
			"acusar | caood-7.1 | expreso siade.supervision:atender | caood-7.1/10",
			"iniciar | doe-7.1.3.1.4 | expreso siade.supervision:ejecutar | doe-7.1.3.1.4/9",
			"aplicar-cedula | doe-7.1.3.1.4 | expreso siade.supervision:ejecutar | doe-7.1.3.1.4/9",
			"levantar-acta | doe-7.1.3.1.4 | expreso siade.supervision:supervisar | doe-7.1.3.1.4/9",
			"firmar-acta | caood-7.1 | expreso siade.supervision:atender | caood-7.1/10",
			"pedir-prorroga | caood-7.1 | expreso siade.supervision:atender | caood-7.1/10",
			"resolver-prorroga | doe-7.1.3.1.4 | expreso siade.supervision:seguir | doe-7.1.3.1.4/10",
			"escalar | sistema | sistema", "escalar | sistema | sistema",
			"atender-observacion | caood-7.1 | expreso siade.supervision:atender | caood-7.1/10",
			"devolver-atencion | doe-7.1.3.1.4 | expreso siade.supervision:seguir | doe-7.1.3.1.4/10",
			"atender-observacion | caood-7.1 | expreso siade.supervision:atender | caood-7.1/10",
			"aceptar-atencion | doe-7.1.3.1.4 | expreso siade.supervision:seguir | doe-7.1.3.1.4/10",
			"concluir | doe-7.1.3.1.4 | expreso siade.supervision:seguir | doe-7.1.3.1.4/10",
		}, m.como(titular(modulosDOE)).historia("visitas-supervision", visita))

		// The second visit to the site finds the same: the repetition is computed.
		m.el("2026-08-24")
		otra := m.como(personal(sistemasDOE)).POST("/v1/visitas-supervision", objeto{"programa": programa, "visita": "V-14-02", "ooad": "14", "objetivo": "Revisar la imagen del módulo."}).espera(201).texto("folio")
		ruta := "/v1/visitas-supervision/" + otra
		m.hace("2026-08-24", titular(modulosDOE), ruta, "notificar", `{"oficio": "7.1.3.1/0380/2026"}`)
		m.hace("2026-09-07", personal(sistemasDOE), ruta, "iniciar", nil)
		mala := m.como(personal(sistemasDOE)).POST(ruta+"/aplicar-cedula", `{"respuestas": [{"criterio": "IMG-01", "respuesta": "no_aplica"}, {"criterio": "XXX", "respuesta": "cumple"}, {"criterio": "XXX", "respuesta": "cumple"}]}`)
		mala.rompe("SIADE-SUPERVISION-27", "body.respuestas[1].criterio")
		mala.rompe("SIADE-SUPERVISION-03", "body.respuestas[2].criterio")
		mala.rompe("SIADE-SUPERVISION-28", "body.respuestas[0].nota")
		mala.rompe("SIADE-SUPERVISION-29", "body.respuestas")
		m.hace("2026-09-07", personal(sistemasDOE), ruta, "aplicar-cedula", respuestas("no_cumple", "cumple", "cumple"))
		m.como(personal(sistemasDOE)).POST(ruta+"/levantar-acta", acta("leve")).rompe("SIADE-SUPERVISION-33", "body.observaciones[0].gravedad")
		m.hace("2026-09-07", personal(sistemasDOE), ruta, "levantar-acta", acta("moderada")).es("observaciones.0.reincide.visita", visita, "observaciones.0.reincide.veces", 1)
		m.hace("2026-09-08", jefa("14"), ruta, "firmar-acta", nil)

		m.el("2026-10-20")
		m.como(titular(sistemasDOE)).GET("/v1/visitas-supervision/observaciones").espera(200).
			es("filas.0.ooad", "14", "filas.0.total", 1, "filas.0.reincidentes", 1, "filas.0.vencidas", 1, "filas.0.de_31_a_60", 1)
		m.como(jefa("15")).GET("/v1/visitas-supervision/observaciones").espera(200).es("filas.0", nil)
		m.como(jefa("14")).GET("/v1/visitas-supervision?reincidencia=si").espera(200).es("elementos.0.folio", otra)
		m.como(titular(atencionDOE)).GET("/v1/programas-supervision/%s/avance", programa).espera(200).
			es("realizadas", 2, "cumplido", 100.0, "media", 70.0, "por_ooad.0.ooad", "14", "ooad_visitados", 1)
		sitio := m.como(jefa("14")).GET("/v1/sitios-supervision?clave=JCIMS000301").espera(200).texto("elementos.0.folio")
		m.como(jefa("14")).GET("/v1/sitios-supervision/%s/evolucion", sitio).espera(200).es("antes.folio", visita, "despues.folio", otra, "siguen", 2, "criterios.2.antes", "no_aplica")
		m.hace("2026-12-21", titular(sistemasDOE), "/v1/programas-supervision/"+programa, "cerrar", `{"analisis": "Se hicieron las dos visitas del año."}`).es("estado", "cerrado", "cierre.avance.realizadas", 2)
		m.integro()
	})
}

func TestAProgrammeOfVisitsTellsEveryFaultAtOnce(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		v := visitaPrevista("V-1", "09", "umf 3", "2027-01-02", "2026-12-30")
		v["equipo"] = []objeto{{"persona": "a", "papel": "integrante"}}
		r := m.como(personal(sistemasDOE)).POST("/v1/programas-supervision", objeto{"ejercicio": 2026, "objetivo": "Verificar los módulos.", "visitas": []objeto{v, v}})
		for regla, lugar := range map[string]string{
			"SIADE-SUPERVISION-06": "body.visitas[1].clave", "SIADE-SUPERVISION-07": "body.visitas[0].ooad", "SIADE-SUPERVISION-08": "body.visitas[0].sitio.clave",
			"SIADE-SUPERVISION-09": "body.visitas[0].fin", "SIADE-SUPERVISION-10": "body.visitas[0].cedula", "SIADE-SUPERVISION-12": "body.visitas[0].equipo",
		} {
			r.rompe(regla, lugar)
		}
		m.integro()
	})
}
