package escenario_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func huella(texto string) string {
	h := sha256.Sum256([]byte(texto))
	return hex.EncodeToString(h[:])
}

// opinionSobreIniciativa is the life of a request of a committee: of three
// directorates one answers with its token, one by link and one late, after the
// clock has chased it. It gives the folio.
func opinionSobreIniciativa(m *mundo) string {
	const economicas, finanzas, medicas = "dn-prestaciones-economicas-y-sociales", "dn-finanzas", "dn-prestaciones-medicas"
	division, coordinadora, vinculadora := personal("doe-7.1.4.1.2"), titular("doe-7.1.4.1"), titular("doe-7.1.4")
	r := m.como(division).POST("/v1/opiniones", objeto{
		"origen": "comision", "recibida": "2026-03-02", "consulta": "Opinión sobre la viabilidad y el impacto de la reforma.", "termino": objeto{"dias": 15, "clase": "habiles"},
		"solicitante": objeto{"nombre": "Comisión de Seguridad Social", "oficio": objeto{"numero": "CSS/LXVI/0815/2026", "fecha": "2026-03-02"}},
		"asunto": objeto{
			"camara": "diputados", "tipo": "iniciativa", "numero": "6921-II-3", "gaceta": "2026-02-17", "etapa": "en_comisiones_de_origen", "sha256": huella("iniciativa"),
			"titulo": "Iniciativa que reforma el artículo 201 de la Ley del Seguro Social",
		},
	}).espera(201).es("estado", "registrada", "vence", "2026-03-23")
	folio := r.texto("folio")
	ruta := "/v1/opiniones/" + folio
	hacer := func(dia string, quien rol, acto string, entrada any) cuerpo {
		m.Helper()
		m.el(dia)
		return m.como(quien).POST(ruta+"/"+acto, entrada).espera(200)
	}
	organos := []objeto{}
	for _, o := range []string{economicas, finanzas, medicas} {
		organos = append(organos, objeto{"organo": o, "materia": "La suya", "fundamento": "Ley del Seguro Social"})
	}
	competencia := objeto{"competente": true, "motivo": "Modifica la prestación de guarderías.", "organos": organos}
	hacer("2026-03-02", division, "proponer-competencia", competencia)
	m.como(division).POST(ruta+"/decidir-competencia", competencia).niega(403, "sin-facultad").es("facultad", "vinculacion.opiniones:coordinar", "unidades_facultadas.0.unidad", "doe-7.1.4.1")
	hacer("2026-03-03", coordinadora, "decidir-competencia", competencia).es("estado", "competente")
	m.como(contraparte("normativo", medicas)).GET("%s", ruta).niega(404, "no-encontrado")

	consulta := func(organo string, enlace bool) objeto {
		return objeto{"organo": organo, "materia": "Viabilidad", "termino": objeto{"dias": 5, "clase": "habiles"}, "enlace": enlace}
	}
	turnada := hacer("2026-03-03", division, "turnar", objeto{"consultas": []objeto{consulta(economicas, true), consulta(finanzas, false), consulta(medicas, false)}}).es("estado", "turnada")
	liga := turnada.enlace("responder", economicas)
	respuesta := objeto{"analisis": "Es viable.", "postura": objeto{"posicion": "favorable", "impacto": objeto{"tipo": "sin_impacto"}}}

	m.el("2026-03-09")
	m.como(publico).GET("%s", liga).espera(200).es("tramite", "opinion", "acto", "responder", "organo", economicas, "operacion", "opiniones-responder")
	m.como(publico).POST(liga, respuesta).espera(200)
	hacer("2026-03-10", contraparte("normativo", medicas), "responder", respuesta)
	m.como(contraparte("normativo", "dn-juridica")).POST(ruta+"/responder", respuesta).niega(404, "no-encontrado")

	// Finanzas had until Tuesday 10: the clock chases it, a level higher each time.
	for _, dia := range []string{"2026-03-11", "2026-03-13", "2026-03-16"} {
		m.amanece(dia)
	}
	// Each sees what was asked of it, and not of the others.
	hacer("2026-03-17", contraparte("normativo", finanzas), "responder", respuesta).es("turnos.0.organo", finanzas, "turnos.1", nil)
	version := func(extra objeto) objeto {
		v := objeto{"texto": "El Instituto considera viable la reforma.", "postura": respuesta["postura"], "consideraciones": []objeto{
			{"organo": economicas, "toma": "total"}, {"organo": finanzas, "toma": "total"}, {"organo": medicas, "toma": "total"},
		}}
		for k, x := range extra {
			v[k] = x
		}
		return v
	}
	hacer("2026-03-17", division, "consolidar", version(nil)).es("estado", "integrada")
	hacer("2026-03-18", vinculadora, "observar", `{"version": 1, "puntos": [{"texto": "Precise el fundamento."}]}`).es("estado", "observada")
	hacer("2026-03-18", division, "consolidar", version(objeto{"atendidas": []objeto{{"clave": "O1", "respuesta": "Se precisó el fundamento."}}}))
	m.como(division).POST(ruta+"/avalar", `{"version": 2}`).espera(403)
	m.como(personal("doe-7.1.4.1")).POST(ruta+"/avalar", `{"version": 2}`).niega(403, "requiere-titular")
	hacer("2026-03-19", coordinadora, "avalar", `{"version": 2}`).es("estado", "avalada")
	envio := objeto{"version": 2, "huella": huella("El Instituto considera viable la reforma."), "oficio": objeto{"numero": "09/1", "fecha": "2026-03-19"}, "medio": "oficio", "destinatario": "Presidencia de la Comisión"}
	hacer("2026-03-19", coordinadora, "enviar", envio).es("estado", "enviada", "semaforo", "en_tiempo")
	hacer("2026-03-20", division, "acusar", `{"fecha": "2026-03-20", "folio": "0815"}`).es("estado", "concluida", "vence", nil)
	return folio
}

func TestAnOpinionIsGatheredFromThreeDirectoratesOneOfThemLate(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := opinionSobreIniciativa(m)
		division := personal("doe-7.1.4.1.2")
		require.Equal(m, []string{
			"registrar | doe-7.1.4.1.2 | expreso vinculacion.opiniones:registrar | doe-7.1.4.1.2/6 doe-7.1.4.1.2/7",
			"proponer-competencia | doe-7.1.4.1.2 | expreso vinculacion.opiniones:analizar | doe-7.1.4.1.2/6",
			"decidir-competencia | doe-7.1.4.1 | expreso vinculacion.opiniones:coordinar | doe-7.1.4.1/7",
			"turnar | doe-7.1.4.1.2 | expreso vinculacion.opiniones:turnar | doe-7.1.4.1.2/9",
			"responder | normativo:dn-prestaciones-economicas-y-sociales | contraparte | doe-7.1.4.1/7",
			"responder | normativo:dn-prestaciones-medicas | contraparte | doe-7.1.4.1/7",
			"insistir | sistema | sistema | doe-7.1.4.1/7",
			"insistir | sistema | sistema | doe-7.1.4.1/7",
			"insistir | sistema | sistema | doe-7.1.4.1/7",
			"responder | normativo:dn-finanzas | contraparte | doe-7.1.4.1/7",
			"consolidar | doe-7.1.4.1.2 | expreso vinculacion.opiniones:elaborar | doe-7.1.4.1.2/9",
			"observar | doe-7.1.4 | expreso vinculacion.opiniones:supervisar | doe-7.1.4/4",
			"consolidar | doe-7.1.4.1.2 | expreso vinculacion.opiniones:elaborar | doe-7.1.4.1.2/9",
			"avalar | doe-7.1.4.1 | expreso vinculacion.opiniones:validar | doe-7.1.4.1/9",
			"enviar | doe-7.1.4.1 | jerarquico vinculacion.opiniones:atender | doe-7.1.4.1/12",
			"acusar | doe-7.1.4.1.2 | expreso vinculacion.opiniones:registrar | doe-7.1.4.1.2/6 doe-7.1.4.1.2/7",
		}, m.como(division).historia("opiniones", folio))
		r := m.como(division).GET("/v1/opiniones/%s", folio).espera(200)
		for i, tardia := range []any{nil, true, nil} { // in the order of the consultation
			assert.Equal(m, tardia, r.lista("turnos")[i].en("respuestas.0.tardia"), r.lista("turnos")[i].en("organo"))
		}
		assert.Len(m, r.lista("turnos")[1].lista("insistencias"), 3)
		m.integro()
	})
}
