package escenario_test

import "testing"

func TestHandOffsThatFunctionsStateAreCountedAsTheyAreDelivered(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const respuestas = "doe-7.1.1.6/12>doe-7.1.1"
		tecnica, unidad := titular("doe-7.1.1.6"), titular("doe-7.1.1")
		de := func(dia string) cuerpo {
			m.Helper()
			m.el(dia)
			for _, e := range m.como(unidad).GET("/v1/entregas?unidad=doe-7.1.1.6&a=doe-7.1.1&ejercicio=2026").espera(200).lista("elementos") {
				if e.texto("clave") == respuestas {
					return e
				}
			}
			m.Fatal("the hand-off is not there")
			return cuerpo{}
		}
		plan := m.como(titular(evaluaAdmva)).POST("/v1/planes-mejora", objeto{
			"organo": "ooad-14", "area": "Jefatura de Servicios", "unidad_evaluadora": divisionAdmva, "origen": "evaluacion", "dias": 20,
			"asunto": "Surtimiento de recetas", "hallazgos": []objeto{{"clave": "H1", "descripcion": "Recetas incompletas", "gravedad": "mayor"}},
		}).espera(201).texto("folio")
		de("2026-03-02").es("hechas", 0, "ultima", nil, "que", "las respuestas de transparencia y fiscalización de la Unidad")
		envio := objeto{
			"expediente": objeto{"coleccion": "planes-mejora", "folio": plan}, "asunto": "Se entrega la respuesta", "medio": "sistema",
			"para": []objeto{{"unidad": "doe-7.1.1"}}, "entrega": respuestas, "debida": "2026-03-03",
		}
		ajena := objeto{}
		for k, v := range envio {
			ajena[k] = v
		}
		ajena["entrega"] = "doe-7.1.1/6>doe-7.1"
		m.como(tecnica).POST("/v1/envios", ajena).rompe("DOE-ENVIO-15", "body.entrega")
		folio := m.como(tecnica).POST("/v1/envios", envio).espera(201).texto("folio")
		de("2026-03-02").es("hechas", 1, "a_tiempo", 1, "acusadas", 0, "ultima", "2026-03-02", "folio", folio)
		m.como(unidad).POST("/v1/envios/"+folio+"/acusar", nil).espera(200)
		m.el("2026-03-05")
		m.como(tecnica).POST("/v1/envios", envio).espera(201)
		de("2026-03-05").es("hechas", 2, "a_tiempo", 1, "tarde", 1, "acusadas", 1, "ultima", "2026-03-05")
		m.integro()
	})
}
