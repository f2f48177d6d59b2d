package escenario_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	direccionDOE  = "doe-7.1"
	analisisDOE   = "doe-7.1.5"
	seguimientos  = "doe-7.1.5.1"
	prestaMedicas = "dn-prestaciones-medicas"
	administra    = "dn-administracion"
)

// hace does an act on a record on a day.
func (m *mundo) hace(dia string, quien rol, ruta, acto string, entrada any) cuerpo {
	m.Helper()
	m.el(dia)
	return m.como(quien).POST(ruta+"/"+acto, entrada).espera(200)
}

func pacto(clave string, aCargo objeto, compromiso string, extra ...any) objeto {
	p := objeto{"clave": clave, "texto": "Redistribuir el inventario entre las unidades.", "entregable": "Informe de redistribución", "verificacion": "Reporte de inventario por unidad",
		"a_cargo": aCargo, "compromiso": compromiso}
	for i := 0; i+1 < len(extra); i += 2 {
		p[extra[i].(string)] = extra[i+1]
	}
	return p
}

// reunionDeAbasto is a multidisciplinary meeting with three organs: one
// proposes a topic, there is no quorum at the first call, one remarks on the
// minutes, and three agreements are born. It gives the folio.
func reunionDeAbasto(m *mundo) string {
	jal, medicas, admon := contraparte("evaluado", "ooad-14"), contraparte("normativo", prestaMedicas), contraparte("normativo", administra)
	convocatoria := objeto{
		"clase": "multidisciplinaria", "titulo": "Abasto de medicamentos en el primer nivel", "modalidad": "virtual",
		"inicio": "2026-03-12T10:00:00-06:00", "enlace": "https://videoconferencia.imss.gob.mx/abasto",
		"convocados": []objeto{
			{"unidad": direccionDOE, "caracter": "presidencia"}, {"organo": prestaMedicas, "caracter": "vocal"},
			{"organo": administra, "caracter": "vocal"}, {"organo": "ooad-14", "caracter": "vocal"}, {"unidad": seguimientos, "caracter": "secretaria"},
		},
		"temas": []objeto{{"titulo": "Surtimiento de recetas", "planteamiento": "El surtimiento bajó a 86 por ciento en el semestre."}},
	}
	m.como(titular("doe-7.1.3")).POST("/v1/reuniones", convocatoria).niega(403, "sin-facultad").es("facultad", "doe.acuerdos:coordinar")
	folio := m.como(titular(analisisDOE)).POST("/v1/reuniones", convocatoria).espera(201).
		es("estado", "convocada", "unidad", analisisDOE, "vence", "2026-03-12", "convocados.3.rol", "evaluado", "temas.0.estado", "aceptado").texto("folio")
	ruta := "/v1/reuniones/" + folio

	m.hace("2026-03-04", jal, ruta, "proponer-tema", `{"titulo": "Inventario ocioso", "planteamiento": "Tres unidades guardan lo que a otras falta."}`).es("temas.1.estado", "propuesto")
	m.hace("2026-03-04", personal(seguimientos), ruta, "proponer-tema", `{"titulo": "Fraccionamiento de compras", "planteamiento": "Se piden compras por menos del mínimo."}`)
	m.como(contraparte("evaluado", "ooad-15")).GET("%s", ruta).niega(404, "no-encontrado")
	m.hace("2026-03-05", personal(analisisDOE), ruta, "resolver-tema", `{"tema": "T2", "acepta": true}`)
	m.hace("2026-03-05", personal(analisisDOE), ruta, "resolver-tema", `{"tema": "T3", "motivo": "Es materia del comité de adquisiciones."}`).es("temas.2.estado", "no_aceptado")
	m.hace("2026-03-06", jal, ruta, "confirmar", `{"asiste": true, "suplente": "Jefatura de Servicios de Prestaciones Médicas", "documento": "Oficio 14/0215/2026"}`)

	lista := func(n int, hora string, quienes ...string) objeto {
		as := []objeto{}
		for _, q := range quienes {
			as = append(as, objeto{"convocado": q, "cargo": "Titular"})
		}
		as[len(as)-1]["suplente"], as[len(as)-1]["documento"] = true, "Oficio 14/0215/2026"
		return objeto{"convocatoria": n, "hora": "2026-03-12T" + hora + "-06:00", "asistentes": as}
	}
	m.hace("2026-03-13", titular(seguimientos), ruta, "celebrar", lista(1, "10:05:00", direccionDOE, "ooad-14")).es("estado", "convocada", "computos.0.hay", false, "computos.0.requeridos", 3)
	m.hace("2026-03-13", titular(seguimientos), ruta, "celebrar", lista(2, "10:35:00", direccionDOE, prestaMedicas, administra, seguimientos, "ooad-14")).
		es("estado", "celebrada", "computos.1.hay", true, "computos.1.presentes", 4)
	m.hace("2026-03-13", titular(seguimientos), ruta, "analizar", `{"texto": "El desabasto se concentra en tres unidades.", "destinatario": "Titular de la Dirección"}`)

	minuta := func(plazo string, extra ...any) objeto {
		b := objeto{
			"texto": "Se revisó el surtimiento por unidad.", "temas": []objeto{{"tema": "T1", "resumen": "Se presentó."}, {"tema": "T2", "resumen": "Se acordó redistribuir."}},
			"pactos": []objeto{
				pacto("A1", objeto{"organo": "ooad-14"}, "2026-04-30", "interesados", []string{prestaMedicas}, "reporta_cada", 30),
				pacto("A2", objeto{"organo": administra}, plazo), pacto("A3", objeto{"unidad": "doe-7.1.3.1"}, "2026-04-10"),
			},
		}
		for i := 0; i+1 < len(extra); i += 2 {
			b[extra[i].(string)] = extra[i+1]
		}
		return b
	}
	m.hace("2026-03-13", personal(seguimientos), ruta, "levantar-minuta", minuta("2026-04-01")).es("estado", "en_revision", "convocados.3.revision.estado", "pendiente")
	m.hace("2026-03-17", admon, ruta, "observar-minuta", `{"version": 1, "puntos": ["El plazo fue el 15 de abril"]}`)
	m.hace("2026-03-17", personal(seguimientos), ruta, "levantar-minuta", minuta("2026-04-15", "atendidas", []objeto{{"observacion": "O1", "respuesta": "Se corrigió."}}))
	for _, q := range []rol{jal, admon, titular(direccionDOE), titular(seguimientos)} {
		m.hace("2026-03-18", q, ruta, "dar-conformidad", `{"version": 2}`)
	}
	m.amanece("2026-03-21") // Prestaciones Médicas did not review in time
	m.como(jal).GET("%s", ruta).espera(200).es("estado", "por_firmar", "convocados.1.revision.estado", "vencida", "analisis", nil)
	for _, q := range []rol{jal, medicas, admon} {
		m.hace("2026-03-23", q, ruta, "firmar", `{"version": 2}`)
	}
	m.como(titular(analisisDOE)).POST(ruta+"/suscribir", `{"version": 2}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", direccionDOE, "unidades_facultadas.0.funciones.0", "doe-7.1/14", "unidades_facultadas.1", nil)
	m.hace("2026-03-23", titular(direccionDOE), ruta, "suscribir", `{"version": 2}`).es("estado", "concluida", "vence", nil)
	return folio
}

// acuerdosDe are the agreements of a meeting, by their key in the minutes.
func (m *mundo) acuerdosDe(reunion string) map[string]string {
	m.Helper()
	out := map[string]string{}
	for _, a := range m.como(titular(analisisDOE)).todo("/v1/acuerdos?reunion=" + reunion) {
		out[a.texto("clave")] = a.texto("folio")
	}
	return out
}

// acuerdoDelOOAD is the life of one agreement of the meeting: reported,
// stalled, with a solution, and fulfilled. It gives the folio.
func acuerdoDelOOAD(m *mundo) string {
	folio := m.acuerdosDe(reunionDeAbasto(m))["A1"]
	ruta, jal := "/v1/acuerdos/"+folio, contraparte("evaluado", "ooad-14")
	m.hace("2026-04-01", jal, ruta, "reportar-avance", objeto{"avance": 40, "nota": "Se redistribuyó en cuatro de diez unidades.", "evidencias": []objeto{evidencia(1, "2026-03-23", "2026-03-31")}}).es("avance", 40, "verificado", 0)
	m.hace("2026-04-06", personal(seguimientos), ruta, "verificar", objeto{"verificado": 25, "evidencias": []objeto{{"evidencia": "E1", "resultado": "rechazada", "motivo": "Es de otro periodo."}}}).es("estado", "en_curso", "verificado", 25)
	m.hace("2026-04-07", personal(seguimientos), ruta, "declarar-estancamiento", `{"causa": "depende_de_otra_area", "descripcion": "Falta que Administración libere el traslado."}`).es("estado", "estancado")
	m.hace("2026-04-08", titular(analisisDOE), ruta, "proponer-solucion", `{"texto": "Trasladar por lotes con los vehículos del OOAD."}`)
	m.hace("2026-04-08", titular(direccionDOE), ruta, "decidir-solucion", `{"solucion": "S1", "acepta": true, "motivo": "El OOAD está de acuerdo."}`).es("estado", "en_curso")
	m.hace("2026-04-28", jal, ruta, "reportar-avance", objeto{"avance": 100, "evidencias": []objeto{evidencia(2, "2026-04-01", "2026-04-27")}}).es("estado", "entregado")
	m.hace("2026-05-04", personal(seguimientos), ruta, "verificar", objeto{"verificado": 100, "evidencias": []objeto{{"evidencia": "E2", "resultado": "aceptada"}}}).
		es("estado", "cumplido", "desenlace.grado", "total", "desenlace.retraso", 0, "desenlace.cumplido", "2026-04-28", "vence", nil)
	m.hace("2026-05-05", titular(analisisDOE), ruta, "difundir", objeto{"destinatarios": []string{"ooad-14", prestaMedicas}}).es("difusiones.0.verificado", 100)
	return folio
}

func TestAMeetingWithOrgansGivesAgreementsThatAreFollowedToTheirEnd(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := acuerdoDelOOAD(m)
		jal, admon := contraparte("evaluado", "ooad-14"), contraparte("normativo", administra)
		reunion := m.como(jal).GET("/v1/acuerdos/%s", folio).espera(200).es("analisis", nil, "a_cargo.organo", "ooad-14").texto("reunion")
		as := m.acuerdosDe(reunion)
		require.Len(m, as, 3)
		require.Equal(m, []string{
			"acordar | doe-7.1 | expreso doe.acuerdos:acordar | doe-7.1/14",
			"reportar-avance | evaluado:ooad-14 | contraparte | doe-7.1/14",
			"verificar | doe-7.1.5.1 | expreso doe.acuerdos:seguir | doe-7.1.5.1/2",
			"declarar-estancamiento | doe-7.1.5.1 | expreso doe.acuerdos:analizar | doe-7.1.5.1/2 doe-7.1.5.1/10",
			"proponer-solucion | doe-7.1.5 | expreso doe.acuerdos:proponer | doe-7.1.5/4",
			"decidir-solucion | doe-7.1 | expreso doe.acuerdos:acordar | doe-7.1/14",
			"reportar-avance | evaluado:ooad-14 | contraparte | doe-7.1/14",
			"verificar | doe-7.1.5.1 | expreso doe.acuerdos:seguir | doe-7.1.5.1/2",
			"difundir | doe-7.1.5 | expreso doe.acuerdos:difundir | doe-7.1.5/5",
		}, m.como(titular(analisisDOE)).historia("acuerdos", folio))

		// Of the other two one was extended in time and the other is overdue.
		segundo, tercero := "/v1/acuerdos/"+as["A2"], "/v1/acuerdos/"+as["A3"]
		m.como(jal).GET("%s", segundo).niega(404, "no-encontrado")
		m.el("2026-04-14")
		m.como(jal).POST(segundo+"/pedir-prorroga", `{"hasta": "2026-06-15", "motivo": "No es mi acuerdo, pero lo intento."}`).niega(404, "no-encontrado")
		m.hace("2026-04-14", admon, segundo, "pedir-prorroga", `{"hasta": "2026-06-15", "motivo": "El proveedor entrega hasta junio."}`)
		m.hace("2026-04-15", titular(analisisDOE), segundo, "resolver-prorroga", `{"concede": "2026-05-29", "motivo": "La causa es ajena a la Dirección."}`).
			es("compromiso", "2026-05-29", "primer_compromiso", "2026-04-15", "vence", "2026-05-29")
		m.como(titular("doe-7.1.3")).POST(tercero+"/reportar-avance", `{"avance": 10}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", "doe-7.1.3.1", "unidades_facultadas.1", nil)
		for _, dia := range []string{"2026-04-15", "2026-04-20", "2026-05-12"} {
			m.amanece(dia)
		}
		x := m.como(titular("doe-7.1.3.1")).GET("%s", tercero).espera(200).es("semaforo", "vencido")
		var ruta []string
		for _, e := range x.lista("escalamientos") {
			ruta = append(ruta, fmt.Sprint(e.en("dia"), " ", e.en("unidad")))
		}
		assert.Equal(m, []string{"2026-04-15 doe-7.1.3", "2026-04-20 doe-7.1", "2026-05-12 doe-7.1", "2026-05-12 doe-7.1"}, ruta)

		// Bad input shows every fault.
		r := m.como(admon).POST(segundo+"/reportar-avance", objeto{"avance": 100, "evidencias": []objeto{evidencia(3, "2026-06-02", "2026-06-01")}})
		r.rompe("DOE-ACUERDO-07", "body.evidencias[0].periodo_hasta")
		m.como(admon).POST(segundo+"/reportar-avance", `{"avance": 100}`).rompe("DOE-ACUERDO-06", "body.avance")
		m.como(titular(direccionDOE)).POST("/v1/acuerdos", `{"origen": "superior", "documento": "x", "reunion": "REU-2026-09-0000001-X"}`).rompe("propiedad-desconocida", "body.reunion")

		// The report, by organ and by unit.
		porOrgano := m.como(titular(seguimientos)).GET("/v1/acuerdos/cumplimiento?desde=2026-03-01&agrupar=organo").espera(200).
			es("corte", "2026-05-12", "filas.0.clave", administra, "filas.0.prorrogados", 1, "filas.0.por_estado.en_curso", 1, "filas.1.clave", "ooad-14", "filas.1.a_tiempo", 1,
				"filas.1.por_grado.total", 1, "filas.1.dias_promedio", 36, "total.total", 2, "total.vencidos", 0)
		require.Len(m, porOrgano.lista("filas"), 2)
		m.como(titular(analisisDOE)).GET("/v1/acuerdos/cumplimiento?agrupar=unidad").espera(200).
			es("filas.0.clave", "doe-7.1.3.1", "filas.0.vencidos", 1, "filas.0.mas_antiguo.folio", as["A3"], "filas.0.mas_antiguo.dias", 32)
		m.como(titular(analisisDOE)).GET("/v1/acuerdos/cumplimiento?agrupar=reunion").espera(200).es("filas.0.clave", reunion, "filas.0.total", 3)
		m.como(jal).GET("/v1/acuerdos/cumplimiento?agrupar=organo").espera(200).es("total.total", 1) // what it may read
		m.como(titular(analisisDOE)).GET("/v1/acuerdos/cumplimiento?desde=2026-05-01&hasta=2026-04-01").rompe("periodo-no-valido", "query.hasta")
		m.integro()
	})
}

// libroDelComite is a session of a committee whose minutes take their number.
// It gives the folio of the book.
func libroDelComite(m *mundo) string {
	libro := m.como(titular("doe-7.1.1.6")).POST("/v1/libros-actas", `{"comite": "comite-evaluacion", "nombre": "Comité de Evaluación de Órganos Desconcentrados", "ejercicio": 2026}`).espera(201).texto("folio")
	convocatoria := objeto{
		"clase": "comite", "titulo": "Primera sesión", "modalidad": "presencial", "inicio": "2026-03-12T10:00:00-06:00", "lugar": "Sala de juntas", "comite": "comite-evaluacion",
		"convocados": []objeto{{"unidad": "doe-7.1.1", "caracter": "presidencia"}, {"organo": "dn-finanzas", "caracter": "vocal"}},
	}
	secretaria := titular("doe-7.1.1.6")
	sesiones := []string{}
	for range 2 {
		m.el("2026-03-02")
		sesiones = append(sesiones, "/v1/reuniones/"+m.como(secretaria).POST("/v1/reuniones", convocatoria).espera(201).texto("folio"))
	}
	ruta := sesiones[0]
	m.hace("2026-03-12", secretaria, ruta, "celebrar", `{"convocatoria": 1, "hora": "2026-03-12T10:00:00-06:00", "asistentes": [{"convocado": "doe-7.1.1", "cargo": "Titular"}, {"convocado": "dn-finanzas", "cargo": "Titular"}]}`)
	m.hace("2026-03-12", secretaria, ruta, "levantar-minuta", objeto{"texto": "Se aprobó el calendario.", "pactos": []objeto{pacto("A1", objeto{"unidad": "doe-7.1.1.6"}, "2026-04-30")}})
	m.hace("2026-03-13", titular("doe-7.1.1"), ruta, "dar-conformidad", `{"version": 1}`)
	m.hace("2026-03-13", contraparte("normativo", "dn-finanzas"), ruta, "dar-conformidad", `{"version": 1}`)
	m.hace("2026-03-17", contraparte("normativo", "dn-finanzas"), ruta, "firmar", `{"version": 1}`)
	m.hace("2026-03-17", titular("doe-7.1.1"), ruta, "asentar-acta", `{"version": 1}`).es("estado", "concluida", "acta", 1)
	m.hace("2026-03-18", secretaria, sesiones[1], "cancelar", `{"motivo": "Se convocó dos veces por error."}`)
	m.hace("2026-12-31", titular("doe-7.1.1.6"), "/v1/libros-actas/"+libro, "cerrar", `{"motivo": "Terminó el ejercicio."}`).es("estado", "cerrado", "actas.0.numero", 1)
	return libro
}

func TestTheBookOfACommitteeIsReadInOrder(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		m.como(titular("doe-7.1.1.6")).POST("/v1/libros-actas", `{"comite": "Comité", "nombre": "x", "ejercicio": 2026}`).rompe("DOE-REUNION-27", "body.comite")
		libroDelComite(m)
		l := m.como(titular("doe-7.1.1")).GET("/v1/reuniones/libro?comite=comite-evaluacion&ejercicio=2026").espera(200)
		l.es("elementos.0.numero", 1, "elementos.0.titulo", "Primera sesión", "elementos.0.asistieron", 2, "elementos.0.acuerdos.0", "A1", "elementos.1.numero", nil, "elementos.1.estado", "cancelada")
		require.Len(m, l.lista("elementos"), 2)
		m.como(contraparte("evaluado", "ooad-14")).GET("/v1/reuniones/libro?comite=comite-evaluacion").espera(200).es("elementos.0", nil)
		m.como(titular("doe-7.1.1")).GET("/v1/reuniones/libro").rompe("requerido", "query.comite")
		m.integro()
	})
}
