package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func feria() objeto {
	return objeto{"clase": "evento", "nombre": "Feria de servicios para personas pensionadas", "tema": "pensiones", "poblaciones": []string{"pensionada", "beneficiaria"}, "lugar": "Explanada de la UMF 3",
		"unidad_servicio": "JCIMS000301", "dia": "2026-03-05", "a_cargo": "taod-14-007", "materiales": []objeto{{"nombre": "Folleto de pensiones", "cantidad": 200}}, "meta": 150, "programa_especial": "Personas mayores 2026"}
}

// feriaInformada is an event from its programming to its report, with a petition
// born there and settled at contact. It gives the folio.
func feriaInformada(m *mundo) string {
	m.como(titular("doe-7.1.4")).POST("/v1/actividades-orientacion", feria()).niega(403, "sin-facultad")
	folio := m.como(taod("14")).POST("/v1/actividades-orientacion", feria()).espera(201).es("estado", "programada", "vence", "2026-03-05").texto("folio")
	ruta := "/v1/actividades-orientacion/" + folio
	m.hace("2026-03-03", titular(enlaceDOE), ruta, "reprogramar", `{"dia": "2026-03-06", "causal": "sin_sede", "motivo": "La explanada está en obra."}`).es("vence", "2026-03-06", "cambios.0.antes", "2026-03-05")
	hecho := objeto{"dia": "2026-03-06", "atendidas": []objeto{{"poblacion": "pensionada", "personas": 80}, {"poblacion": "beneficiaria", "personas": 30}}, "entregados": []objeto{{"nombre": "Folleto de pensiones", "cantidad": 120}}}
	m.como(taod("14")).POST(ruta+"/realizar", hecho).rompe("SIADE-DIFUSION-07", "body.dia")
	m.hace("2026-03-06", taod("14"), ruta, "realizar", hecho).es("estado", "realizada", "cumplimiento", 73.33, "vence", "2026-03-13")
	m.como(taod("14")).POST("/v1/peticiones", objeto{
		"canal": "evento", "relato": "¿Qué necesito para comprobar supervivencia?", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": objeto{"tipo": "orientacion"},
		"atencion_inmediata": objeto{"respuesta": "Se explicó que se comprueba de oficio."}, "nace_de": objeto{"coleccion": "actividades-orientacion", "folio": folio},
	}).espera(201).es("estado", "cerrada", "nace_de.folio", folio)
	m.hace("2026-03-09", jefa("14"), ruta, "observar", `{"texto": "El personal no portaba gafete."}`)
	r := m.como(taod("14")).POST(ruta+"/informar", `{"conclusiones": "Acudieron sobre todo personas pensionadas."}`)
	for regla, lugar := range map[string]string{"SIADE-DIFUSION-14": "body.causa", "SIADE-DIFUSION-15": "registro.adjuntos", "SIADE-DIFUSION-16": "registro.observaciones"} {
		r.rompe(regla, lugar)
	}
	m.como(taod("14")).POST(ruta+"/subsanar", `{"numero": 1, "correccion": "Se entregó gafete."}`).espera(200)
	m.como(taod("14")).adjuntar(ruta+"/adjuntos", "lista.pdf", "application/pdf", "%PDF-1.7 lista de asistencia").espera(200)
	m.hace("2026-03-10", taod("14"), ruta, "informar", `{"conclusiones": "Acudieron sobre todo personas pensionadas.", "causa": "Llovió toda la mañana."}`).es("estado", "informada", "peticiones.0.nacida", true, "vence", nil)
	return folio
}

func TestOrientationReachesPeopleAndItsReachIsCounted(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := feriaInformada(m)
		require.Equal(m, []string{
			"programar | caood-7.1 | expreso siade.difusion:difundir | caood-7.1/3 caood-7.1/4 caood-7.1/15",
			"reprogramar | doe-7.1.3.1.2 | expreso siade.difusion:coordinar | doe-7.1.3.1.2/6 doe-7.1.3.1.2/9",
			"realizar | caood-7.1 | expreso siade.difusion:orientar | caood-7.1/3",
			"ligar-peticion | caood-7.1 | expreso siade.difusion:orientar | caood-7.1/3",
			"observar | caood-7.1 | expreso siade.difusion:supervisar | caood-7.1/4",
			"subsanar | caood-7.1 | expreso siade.difusion:orientar | caood-7.1/3",
			"adjuntar | caood-7.1 | expreso siade.difusion:orientar | caood-7.1/3",
			"informar | caood-7.1 | expreso siade.difusion:orientar | caood-7.1/3",
		}, m.como(titular(atencionDOE)).historia("actividades-orientacion", folio))
		ronda := feria()
		ronda["clase"], ronda["dia"], ronda["turno"], ronda["orientadores"], ronda["nombre"] = "jornada_proactiva", "2026-03-11", "matutino", []string{"taod-14-007"}, "Jornada en urgencias"
		m.como(taod("15")).POST("/v1/actividades-orientacion", ronda).espera(201)
		m.amanece("2026-03-12")
		m.como(titular(enlaceDOE)).GET("/v1/actividades-orientacion/alcance?hasta=2026-12-31").espera(200).
			es("filas.0.grupo", "14", "filas.0.realizadas", 1, "filas.0.personas", 110, "filas.0.por_poblacion.pensionada", 80, "filas.0.peticiones", 1, "filas.0.materiales", 120, "filas.0.cumplimiento", 73.33, "filas.0.movidas", 1, "filas.1.grupo", "15", "filas.1.atrasadas", 1, "filas.1.cumplimiento", nil)
		m.como(titular(enlaceDOE)).GET("/v1/actividades-orientacion/alcance?agrupar=programa_especial&ooad=14").espera(200).es("filas.0.grupo", "Personas mayores 2026", "filas.1", nil)
		m.como(taod("14")).GET("/v1/actividades-orientacion/alcance?agrupar=mes").espera(200).es("filas.0.grupo", "2026-03", "filas.0.programadas", 1)
		m.como(titular("doe-7.1.4")).GET("/v1/actividades-orientacion/alcance").niega(403, "fuera-de-ambito")
		m.como(taod("14")).GET("/v1/actividades-orientacion/alcance?agrupar=nada").espera(422)
		m.como(taod("14")).GET("/v1/actividades-orientacion?bajo_meta=si").espera(200).es("elementos.0.folio", folio, "elementos.1", nil)
		m.integro()
	})
}

// protocoloLeido is a protocol of good treatment, sent to two OOAD: one confirms
// in time and the other is reminded.
func protocoloLeido(m *mundo) string {
	dice := objeto{"nombre": "Protocolo de buen trato en módulos", "alcance": "Personal de módulos de atención.", "conductas": []objeto{{"clave": "SAL-01", "momento": "Al recibir", "texto": "Saluda y se presenta por su nombre."}}}
	m.como(titular(atencionDOE)).POST("/v1/protocolos-trato", objeto{"clave": "TRATO", "contenido": dice}).niega(403, "sin-facultad")
	folio := m.como(personal(formacionDOE)).POST("/v1/protocolos-trato", objeto{"clave": "TRATO", "contenido": dice}).espera(201).texto("folio")
	ruta := "/v1/protocolos-trato/" + folio
	m.como(taod("14")).GET("%s", ruta).niega(403, "sin-lectura")
	m.como(personal(atencionDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-03", "oficio": "7.1.3/0031/2026"}`).niega(403, "requiere-titular")
	m.como(titular(atencionDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-03", "oficio": "7.1.3/0031/2026"}`).espera(200).es("estado", "vigente")
	envia := `{"ooad": ["14", "15"], "oficio": "7.1.3.1.3/0042/2026", "medio": "Correo institucional"}`
	m.hace("2026-03-03", titular(formacionDOE), ruta, "difundir", envia).es("difusion.0.ooad", "14", "vence", "2026-03-17")
	m.como(taod("06")).POST(ruta+"/confirmar-lectura", `{"personal": 4, "leyeron": 4}`).niega(403, "sin-nombrar")
	m.hace("2026-03-05", taod("14"), ruta, "confirmar-lectura", `{"personal": 48, "leyeron": 45, "faltan": "Tres personas vuelven el lunes."}`)
	m.amanece("2026-03-18")
	m.hace("2026-03-19", taod("15"), ruta, "confirmar-lectura", `{"personal": 20, "leyeron": 20}`).es("difusion.1.recordatorios", 1, "vence", nil)
	return folio
}

func TestAProtocolIsReadInEachOOADAndWhoHasNotIsKnown(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := protocoloLeido(m)
		h := m.como(titular(atencionDOE)).historia("protocolos-trato", folio)
		assert.Equal(m, []string{
			"elaborar | doe-7.1.3.1.3 | expreso siade.difusion:elaborar | doe-7.1.3.1.3/4 doe-7.1.3.1.3/9 doe-7.1.3.1.3/10",
			"autorizar | doe-7.1.3 | expreso siade.difusion:autorizar | doe-7.1.3/4",
			"difundir | doe-7.1.3.1.3 | expreso siade.difusion:difundir | doe-7.1.3.1.3/4 doe-7.1.3.1.3/11",
			"confirmar-lectura | caood-7.1 | expreso siade.difusion:difundir | caood-7.1/3 caood-7.1/4 caood-7.1/15",
			"recordar-lectura | sistema | sistema",
			"confirmar-lectura | caood-7.1 | expreso siade.difusion:difundir | caood-7.1/3 caood-7.1/4 caood-7.1/15",
		}, h)
		m.como(titular(formacionDOE)).GET("/v1/protocolos-trato/lecturas").espera(200).es("elementos.0.ooad", "14", "elementos.0.leyeron", 45, "elementos.1.recordatorios", 1, "elementos.2", nil)
		m.como(jefa("14")).GET("/v1/protocolos-trato/lecturas").espera(200).es("elementos.0.ooad", "14", "elementos.1", nil)
		m.como(taod("06")).GET("/v1/protocolos-trato/%s", folio).espera(200).es("clave", "TRATO")
		m.integro()
	})
}

// intervencionEnRadio goes on the air with the normative organ, brings a
// petition, and is closed once that has ended.
func intervencionEnRadio(m *mundo) string {
	cita := objeto{"medio": "radio", "nombre_medio": "Radio Universidad", "tema": "pensiones", "dia": "2026-03-05", "voceria": "Titular de Prestaciones Económicas", "organo_normativo": "dn-prestaciones-economicas-y-sociales"}
	m.como(titular(enlaceDOE)).POST("/v1/apariciones-medios", cita).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", formacionDOE, "unidades_facultadas.1", nil)
	folio := m.como(personal(formacionDOE)).POST("/v1/apariciones-medios", cita).espera(201).es("vence", "2026-03-05").texto("folio")
	ruta := "/v1/apariciones-medios/" + folio
	m.como(contraparte("normativo", "dn-finanzas")).GET("%s", ruta).niega(404, "no-encontrado")
	m.como(contraparte("normativo", "dn-prestaciones-economicas-y-sociales")).POST(ruta+"/respaldar", `{"acepta": true, "nota": "La comprobación es de oficio."}`).espera(200)
	m.hace("2026-03-05", personal(formacionDOE), ruta, "emitir", `{"dia": "2026-03-05", "minutos": 25, "contacto": "800 623 2323", "sintesis": "Se explicó quién comprueba supervivencia."}`).es("estado", "realizada")
	p := m.como(taod("14")).POST("/v1/peticiones", objeto{"canal": "telefono", "relato": "Escuché en la radio que ya no debo comprobar supervivencia, ¿es cierto?", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": objeto{"tipo": "orientacion"}}).espera(201).texto("folio")
	m.como(personal(formacionDOE)).POST(ruta+"/ligar-peticion", objeto{"folio": p}).espera(200).es("peticiones.0.folio", p)
	m.como(personal(formacionDOE)).POST(ruta+"/cerrar", `{"balance": "Una persona llamó y se le orientó."}`).rompe("SIADE-DIFUSION-29", "registro.peticiones")
	m.hace("2026-03-06", taod("14"), "/v1/peticiones/"+p, "responder", `{"respuesta": "Sí, es de oficio.", "en_persona": true}`)
	m.hace("2026-03-06", taod("14"), "/v1/peticiones/"+p, "cerrar", nil)
	m.hace("2026-03-09", personal(formacionDOE), ruta, "cerrar", `{"balance": "Una persona llamó y se le orientó."}`).es("estado", "informada")
	return folio
}

func TestRegla34AnAppearanceYieldsFoliosThatAreFollowed(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := intervencionEnRadio(m)
		h := m.como(titular(atencionDOE)).historia("apariciones-medios", folio)
		assert.Equal(m, "programar | doe-7.1.3.1.3 | expreso siade.difusion:representar | doe-7.1.3.1.3/11", h[0])
		assert.Equal(m, "respaldar | normativo:dn-prestaciones-economicas-y-sociales | contraparte | doe-7.1.3.1.3/11", h[1])
		m.integro()
	})
}
