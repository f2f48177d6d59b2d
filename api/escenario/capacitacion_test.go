package escenario_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// formacionDOE elaborates the courses and gives them.
const formacionDOE = "doe-7.1.3.1.3"

// necesidadDeClasificar is a need weighed by the superior of who trains.
func necesidadDeClasificar(m *mundo) string {
	e := objeto{
		"area": "caood-7.1", "ooad": "14", "via": "interna", "clase": "orientacion", "tema": "Clasificación de peticiones", "descripcion": "Distinguir la queja de la gestión.", "personas": 12,
		"origenes": []objeto{{"fuente": "peticiones", "nota": "Tres de cada diez mal clasificadas."}},
	}
	m.como(titular("doe-7.1.5")).POST("/v1/necesidades-capacitacion", e).niega(403, "sin-facultad")
	mala := objeto{}
	for k, v := range e {
		mala[k] = v
	}
	mala["area"], mala["origenes"] = "doe-7.1.99", []objeto{{"fuente": "observacion_supervision", "nota": "Se observó."}}
	r := m.como(personal(formacionDOE)).POST("/v1/necesidades-capacitacion", mala)
	r.rompe("DOE-CAPACITACION-07", "body.area")
	r.rompe("DOE-CAPACITACION-08", "body.ooad")
	r.rompe("DOE-CAPACITACION-09", "body.origenes[0].expediente")
	folio := m.como(personal(formacionDOE)).POST("/v1/necesidades-capacitacion", e).espera(201).es("ooad", "14").texto("folio")
	ruta := "/v1/necesidades-capacitacion/" + folio
	valora := `{"prioridad": "alta", "nota": "Afecta el registro de todo el OOAD."}`
	m.como(personal(formacionDOE)).POST(ruta+"/valorar", valora).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", modulosDOE)
	m.hace("2026-03-02", titular(modulosDOE), ruta, "valorar", valora).es("estado", "valorada")
	return folio
}

func instrumentoDeOrientacion(m *mundo) string {
	pregunta := func(clave, tema string, correcta, puntos int) objeto {
		return objeto{"clave": clave, "tema": tema, "texto": "Pregunta de " + tema, "opciones": []string{"La primera", "La segunda"}, "correcta": correcta, "puntos": puntos}
	}
	r := m.como(personal(formacionDOE)).POST("/v1/instrumentos-capacitacion", objeto{"clave": "LSS-BASICO", "contenido": objeto{
		"nombre": "Evaluación de orientación", "reactivos": []objeto{pregunta("R01", "LSS", 1, 1), pregunta("R02", "PEN", 2, 3)},
	}}).espera(201)
	ruta := "/v1/instrumentos-capacitacion/" + r.texto("folio")
	m.hace("2026-03-02", titular(atencionDOE), ruta, "autorizar", `{"desde": "2026-03-02"}`)
	m.como(taod("14")).GET("%s", ruta).niega(404, "no-encontrado") // whoever takes it does not read it
	m.como(jefa("14")).GET("%s", ruta).niega(404, "no-encontrado")
	return r.texto("folio")
}

func cursoDeOrientacion(m *mundo) string {
	instrumentoDeOrientacion(m)
	contenido := objeto{
		"nombre": "Orientación en seguro social", "clase": "orientacion", "objetivo": "Orientar sobre regímenes y pensiones.", "asistencia": 80, "meses": 24,
		"temas": []objeto{{"clave": "LSS", "nombre": "Regímenes", "horas": 6}, {"clave": "PEN", "nombre": "Pensiones", "horas": 4}}, "instrumento": "LSS-BASICO", "minima": 80, "intentos": 2,
	}
	r := m.como(personal(formacionDOE)).POST("/v1/cursos-capacitacion", objeto{"clave": "ORI-LSS", "contenido": contenido}).espera(201)
	ruta := "/v1/cursos-capacitacion/" + r.texto("folio")
	m.como(titular(modulosDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-02"}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", atencionDOE)
	m.hace("2026-03-02", titular(atencionDOE), ruta, "autorizar", `{"desde": "2026-03-02"}`).es("versiones.0.numero", 1)
	m.como(taod("14")).GET("%s", ruta).espera(200)
	return r.texto("folio")
}

func inscritos(ooad string, personas ...string) objeto {
	var ps []objeto
	for _, p := range personas {
		ps = append(ps, objeto{"persona": p, "ooad": ooad})
	}
	return objeto{"participantes": ps}
}

// capacitacionDelAnio is a programme that meets a need, with an edition
// convened, taught, assessed and concluded. It gives their folios.
func capacitacionDelAnio(m *mundo) (programa, edicion string) {
	necesidad := necesidadDeClasificar(m)
	cursoDeOrientacion(m)
	p := m.como(personal(formacionDOE)).POST("/v1/programas-capacitacion", objeto{
		"ejercicio": 2026, "clase": "orientacion", "objetivo": "Que quien orienta conozca las reformas.", "horas": 200, "fuente_plantilla": "Padrón, corte de enero",
		"lineas": []objeto{{"clave": "L1", "curso": "ORI-LSS", "ediciones": 4, "necesidades": []string{necesidad}}},
		"metas":  []objeto{{"ooad": "14", "plantilla": 58, "personas": 40}, {"ooad": "15", "plantilla": 60, "personas": 40}},
	}).espera(201)
	programa = p.texto("folio")
	ruta := "/v1/programas-capacitacion/" + programa
	m.hace("2026-03-02", personal(formacionDOE), ruta, "presentar", nil)
	m.como(titular(formacionDOE)).POST(ruta+"/autorizar", `{"oficio": "7.1.3/0050/2026"}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", atencionDOE)
	m.hace("2026-03-03", titular(atencionDOE), ruta, "autorizar", `{"oficio": "7.1.3/0050/2026"}`).es("estado", "autorizado")
	m.como(personal(formacionDOE)).GET("/v1/necesidades-capacitacion/%s", necesidad).espera(200).es("estado", "incorporada", "programa", programa)

	edicion = m.como(personal(formacionDOE)).POST("/v1/ediciones-curso", objeto{
		"curso": "ORI-LSS", "programa": programa, "linea": "L1", "modalidad": "en_linea", "sede": "Aula virtual", "cupo": 2, "instructores": []string{"cap-02"},
		"sesiones": []objeto{{"dia": "2026-03-23", "horas": 5}, {"dia": "2026-03-24", "horas": 5}},
	}).espera(201).texto("folio")
	e := "/v1/ediciones-curso/" + edicion
	m.como(jefa("14")).POST(e+"/proponer-participantes", inscritos("14", "taod-14-001")).niega(403, "sin-nombrar")
	m.hace("2026-03-04", titular(formacionDOE), e, "convocar", `{"dirigida": ["14"]}`)
	m.como(jefa("14")).POST(e+"/proponer-participantes", inscritos("15", "taod-15-001")).rompe("DOE-CAPACITACION-08", "body.participantes[0].ooad")
	m.hace("2026-03-05", jefa("14"), e, "proponer-participantes", inscritos("14", "taod-14-001", "taod-14-002", "taod-14-003")).
		es("participantes.1.lugar", "inscrita", "participantes.2.lugar", "en_espera")
	m.hace("2026-03-06", personal(formacionDOE), e, "dar-de-baja", `{"persona": "taod-14-001", "motivo": "Cambió de turno."}`).es("participantes.2.lugar", "inscrita")
	m.hace("2026-03-06", personal(formacionDOE), e, "reprogramar", objeto{
		"modalidad": "en_linea", "sede": "Aula virtual", "cupo": 3, "instructores": []string{"cap-02"}, "sesiones": []objeto{{"dia": "2026-03-23", "horas": 5}, {"dia": "2026-03-24", "horas": 5}},
	})
	m.hace("2026-03-06", personal(formacionDOE), e, "inscribir", inscritos("14", "taod-14-001"))
	m.hace("2026-03-23", personal(formacionDOE), e, "iniciar", nil).es("impartida.version.numero", 1, "impartida.version_instrumento", 1)
	todas := []string{"taod-14-001", "taod-14-002", "taod-14-003"}
	m.hace("2026-03-23", personal(formacionDOE), e, "pasar-lista", objeto{"sesion": 1, "presentes": todas})
	m.hace("2026-03-24", personal(formacionDOE), e, "pasar-lista", objeto{"sesion": 2, "presentes": todas[:2]})
	for i, q := range todas {
		m.hace("2026-03-24", personal(formacionDOE), e, "evaluar", objeto{"persona": q, "momento": "final", "respuestas": []objeto{{"reactivo": "R01", "opcion": 1 + i%2}, {"reactivo": "R02", "opcion": 2}}})
	}
	m.hace("2026-03-24", personal(formacionDOE), e, "concluir", nil).es("estado", "concluida",
		"participantes.2.resultado", "acredita", "participantes.0.resultado", "no_acredita", "participantes.1.asistencia", 50.0)
	return programa, edicion
}

func TestACourseIsProgrammedTaughtAssessedAndAccredited(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		programa, edicion := capacitacionDelAnio(m)
		m.como(jefa("14")).GET("/v1/programas-capacitacion/%s/cobertura", programa).espera(200).
			es("total.capacitadas", 1, "total.plantilla", 118, "por_ooad.0.ooad", "14", "por_ooad.0.capacitadas", 1, "por_ooad.0.cumplida", 2.5, "horas_usadas", 10, "ediciones", 1)
		m.como(jefa("20")).GET("/v1/programas-capacitacion/%s/cobertura", programa).niega(403, "sin-lectura")
		m.como(titular(formacionDOE)).GET("/v1/ediciones-curso/%s/resultados", edicion).espera(200).es("acreditan", 1, "temas.0.tema", "LSS", "temas.0.debil", true, "temas.1.valor", 100.0)
		require.Equal(m, []string{
			"programar | doe-7.1.3.1.3 | expreso doe.capacitacion:coordinar | doe-7.1.3.1.3/7",
			"convocar | doe-7.1.3.1.3 | expreso doe.capacitacion:difundir | doe-7.1.3.1.3/7 doe-7.1.3.1.3/8",
			"proponer-participantes | caood-7.1 | expreso doe.capacitacion:proponer | caood-7.1/12",
		}, m.como(titular(formacionDOE)).historia("ediciones-curso", edicion)[:3])

		a := m.como(jefa("14")).GET("/v1/acreditaciones?persona=taod-14-001").espera(200)
		codigo, ruta := a.texto("elementos.0.codigo"), "/v1/acreditaciones/"+a.texto("elementos.0.folio")
		a.es("elementos.0.vence", "2028-03-24", "elementos.0.emisiones.0.puntaje", 100.0)
		v := m.como(publico).GET("/v1/publico/acreditaciones/%s", codigo).espera(200).es("estado", "vigente", "horas", 10, "hasta", "2028-03-24", "coincide", nil)
		require.NotContains(m, string(v.crudo), "taod-14-001", "nothing of the person")
		m.como(publico).GET("/v1/publico/acreditaciones/%s?persona=taod-14-002", codigo).espera(200).es("coincide", false)
		m.como(publico).GET("/v1/publico/acreditaciones/%s", "0197a3c2-0000-7000-8000-000000000000").niega(404, "no-encontrado")
		m.como(jefa("14")).POST(ruta+"/revocar", `{"causal": "fraude", "motivo": "Otra persona la presentó."}`).niega(403, "sin-facultad")
		m.hace("2026-04-02", titular(atencionDOE), ruta, "revocar", `{"causal": "fraude", "motivo": "Otra persona la presentó."}`)
		m.como(publico).GET("/v1/publico/acreditaciones/%s", codigo).espera(200).es("estado", "revocada")
		m.hace("2026-04-02", personal(formacionDOE), "/v1/programas-capacitacion/"+programa, "informar", `{"trimestre": "2026-T1", "texto": "Se dio una de cuatro ediciones."}`).
			es("informes.0.ediciones", 1, "informes.0.acreditan", 1)
		m.integro()
	})
}

func TestABodyProposesItsOwnProgrammeOfGoodTreatment(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		cursoDeOrientacion(m)
		alta := objeto{
			"ejercicio": 2026, "clase": "buen_trato", "objetivo": "Buen trato en todos los módulos.", "horas": 9, "fuente_plantilla": "Padrón, corte de enero",
			"lineas": []objeto{{"clave": "L1", "curso": "ORI-LSS", "ediciones": 1}, {"clave": "L1", "curso": "NO-HAY", "ediciones": 1}},
			"metas":  []objeto{{"ooad": "15", "plantilla": 10, "personas": 11}},
		}
		r := m.como(jefa("14")).POST("/v1/programas-capacitacion", alta)
		for i, lugar := range map[int]string{13: "lineas[1].clave", 14: "lineas[1].curso", 15: "lineas[0].curso", 17: "horas", 18: "metas[0].ooad", 20: "metas[0].personas"} {
			r.rompe(fmt.Sprintf("DOE-CAPACITACION-%d", i), "body."+lugar)
		}
		contenido := objeto{
			"nombre": "Buen trato en ventanilla", "clase": "buen_trato", "objetivo": "Atender con respeto a quien acude.", "asistencia": 100,
			"temas": []objeto{{"clave": "BT", "nombre": "Protocolo de buen trato", "horas": 4}},
		}
		c := m.como(titular(atencionDOE)).POST("/v1/cursos-capacitacion", objeto{"clave": "BT-1", "contenido": contenido}).espera(201).texto("folio")
		otra := persona(atencionDOE, "titular", "")
		otra.Sub = "titular-suplente"
		m.como(titular(atencionDOE)).POST("/v1/cursos-capacitacion/"+c+"/autorizar", `{"desde": "2026-03-02"}`).niega(403, "segregacion")
		m.hace("2026-03-02", otra, "/v1/cursos-capacitacion/"+c, "autorizar", `{"desde": "2026-03-02"}`)
		alta["lineas"], alta["metas"] = []objeto{{"clave": "L1", "curso": "BT-1", "ediciones": 2}}, []objeto{{"ooad": "14", "plantilla": 900, "personas": 300}}
		folio := m.como(jefa("14")).POST("/v1/programas-capacitacion", alta).espera(201).es("unidad", "caood-7.1", "ooad", "14").texto("folio")
		ruta := "/v1/programas-capacitacion/" + folio
		m.hace("2026-03-02", jefa("14"), ruta, "presentar", nil)
		m.como(contraparte("evaluado", "ooad-15")).POST(ruta+"/autorizar", `{"oficio": "1"}`).niega(404, "no-encontrado")
		m.hace("2026-03-03", contraparte("evaluado", "ooad-14"), ruta, "autorizar", `{"oficio": "Oficio 14/0071"}`).es("estado", "autorizado")
		h := m.como(jefa("14")).historia("programas-capacitacion", folio)
		require.Equal(m, "autorizar | evaluado:ooad-14 | contraparte | caood-7.1/12", h[len(h)-1])
		m.hace("2026-03-04", jefa("14"), ruta, "verificar", `{"curso": "BT-1", "personas": ["taod-14-001", "taod-14-002"]}`).es("verificaciones.0.faltan.1", "taod-14-002")
		m.integro()
	})
}
