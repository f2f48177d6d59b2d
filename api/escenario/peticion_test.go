package escenario_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// orientacion is one resolved at the desk: registered, classified, answered in
// person and closed, in one call.
const orientacion = `{"canal": "modulo", "peticionario": {"tipo": "derechohabiente", "anonimo": true},
	"relato": "¿Qué necesito para registrar a mi hija recién nacida?", "clasificacion": {"tipo": "orientacion"},
	"atencion_inmediata": {"respuesta": "Se explicaron los requisitos y el lugar del trámite."}}`

// queja is a complaint that a member of the staff registers, with a name.
const queja = `{"canal": "modulo", "relato": "En la farmacia no surten mi medicamento.", "clasificacion": {"tipo": "queja"},
	"peticionario": {"tipo": "derechohabiente", "nombre": "Rosa Elena Prado Luna", "telefono": "3312345678", "aviso_privacidad": "2025-03"}}`

func TestAnOrientationIsResolvedAtContactInOneCall(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		r := m.como(taod("14")).POST("/v1/peticiones", orientacion).espera(201).
			es("estado", "cerrada", "version", 4, "ooad", "14", "unidad", "caood-7.1", "al_contacto", true, "vence", nil, "semaforo", "sin_plazo", "notificacion.medio", "personal")
		folio := r.texto("folio")
		assert.Regexp(m, `^SIADE-2026-14-0000001-[0-9A-Z]$`, folio)
		assert.Equal(m, `"4"`, r.cabeceras.Get("ETag"))
		assert.Equal(m, "/v1/peticiones/"+folio, r.cabeceras.Get("Location"))
		leida := m.como(taod("14")).GET("/v1/peticiones/%s", folio).espera(200)
		assert.JSONEq(m, string(r.crudo), string(leida.crudo))
		m.como(taod("14")).con("If-None-Match", `"4"`).GET("/v1/peticiones/%s", folio).espera(304)
		require.Equal(m, []string{
			"registrar | caood-7.1 | expreso siade.registro:registrar | caood-7.1/2 caood-7.1/3",
			"clasificar | caood-7.1 | expreso siade.clasificacion:registrar | caood-7.1/2",
			"responder | caood-7.1 | expreso siade.atencion:atender | caood-7.1/2 caood-7.1/3",
			"cerrar | caood-7.1 | expreso siade.atencion:atender | caood-7.1/2 caood-7.1/3",
		}, m.como(taod("14")).historia("peticiones", folio))
		m.integro()
	})
}

// quejaCiudadana is the life of a complaint that the public registers: the
// area that answers has no account, only its links. It gives the folio and the
// key of whoever petitions.
func quejaCiudadana(m *mundo) (folio, clave string) {
	const medicas = "dn-prestaciones-medicas"
	acuse := m.como(publico).POST("/v1/publico/peticiones", `{"canal": "web", "ooad": "14", "relato": "Llevo tres semanas sin que me surtan mi medicamento.",
		"senalado": {"servicio": "Farmacia", "area": "UMF 3"},
		"peticionario": {"tipo": "derechohabiente", "nombre": "Rosa Elena Prado Luna", "telefono": "3312345678", "aviso_privacidad": "2025-03"}}`).espera(201).es("estado", "registrada")
	folio, clave = acuse.texto("folio"), acuse.texto("clave_seguimiento")
	ruta := "/v1/peticiones/" + folio
	ella := m.como(publico).con("Clave-Seguimiento", clave)
	ella.GET("/v1/publico/peticiones/%s", folio).espera(200).es("estado", "registrada", "hasta", "2026-03-30")

	m.el("2026-03-03")
	m.como(taod("14")).POST(ruta+"/clasificar", `{"tipo": "queja", "tema": "abasto", "servicio": "farmacia"}`).espera(200).es("estado", "clasificada", "vence", "2026-03-30")
	m.como(taod("14")).POST(ruta+"/responder", `{"respuesta": "Ya se surtió."}`).rompe("SIADE-PETICION-27", "body") // a complaint is turned first
	turnada := m.como(taod("14")).POST(ruta+"/turnar", objeto{"organo": medicas, "motivo": "El abasto depende de esa dirección."}).espera(200).es("estado", "turnada")
	aceptar, responder := turnada.enlace("aceptar", medicas), turnada.enlace("responder", medicas)
	m.como(publico).GET("%s", aceptar).espera(200).es("tramite", "peticion", "folio", folio, "acto", "aceptar", "organo", medicas, "vence", "2026-04-02")
	m.como(publico).POST(aceptar, "{}").espera(200).es("version", 4)

	m.el("2026-03-04")
	m.como(taod("14")).POST(ruta+"/prevenir", `{"motivo": "No dice qué medicamento.", "dias": 5}`).niega(403, "requiere-titular")
	m.como(jefa("14")).POST(ruta+"/prevenir", `{"motivo": "No dice qué medicamento.", "dias": 5}`).espera(200).es("estado", "prevenida", "prevencion.vence", "2026-03-11")
	ella.GET("/v1/publico/peticiones/%s", folio).espera(200).es("prevencion", "No dice qué medicamento.", "hasta", "2026-03-11")

	m.el("2026-03-06")
	ella.POST("/v1/publico/peticiones/"+folio+"/desahogar", `{"texto": "Metformina de 850 mg."}`).espera(200).es("estado", "en_atencion")
	// Two days had counted, the 3rd and the 4th; eighteen more from Monday 9.
	m.como(taod("14")).GET("%s", ruta).espera(200).es("vence", "2026-04-01", "semaforo", "en_tiempo")

	m.el("2026-03-10")
	m.como(publico).POST(responder, `{"respuesta": "Se surtió hoy en la UMF 3.", "sentido": "favorable"}`).espera(200)
	ella.GET("/v1/publico/peticiones/%s", folio).espera(200).es("estado", "respondida", "respuestas.0", nil)
	m.como(taod("14")).POST(ruta+"/cerrar", nil).rompe("SIADE-PETICION-41", "body") // nobody told her yet
	m.el("2026-03-11")
	m.como(taod("14")).POST(ruta+"/notificar", `{"medio": "telefono"}`).espera(200)
	m.como(taod("14")).POST(ruta+"/cerrar", nil).espera(200).es("estado", "cerrada", "vence", nil, "reabre_hasta", "2026-04-01", "califica_hasta", "2026-04-10")
	m.el("2026-03-12")
	ella.POST("/v1/publico/peticiones/"+folio+"/calificar", `{"calificacion": 2, "comentario": "Tardaron."}`).espera(200).
		es("respuestas.0.texto", "Se surtió hoy en la UMF 3.", "actos.0", "reabrir")
	ella.POST("/v1/publico/peticiones/"+folio+"/reabrir", `{"motivo": "Solo surtieron la mitad."}`).espera(200).es("estado", "en_atencion", "hasta", "2026-04-09")
	return folio, clave
}

func TestAComplaintOfThePublicIsAttendedByAnAreaWithoutAccount(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio, clave := quejaCiudadana(m)
		require.Equal(m, []string{
			"registrar | ciudadano | ciudadano",
			"clasificar | caood-7.1 | expreso siade.clasificacion:registrar | caood-7.1/2",
			"turnar | caood-7.1 | expreso siade.atencion:turnar | caood-7.1/2",
			"aceptar | area:dn-prestaciones-medicas | contraparte | doe-7.1.3.1.1/2",
			"prevenir | caood-7.1 | expreso siade.atencion:coordinar | caood-7.1/5",
			"desahogar | ciudadano | ciudadano",
			"responder | area:dn-prestaciones-medicas | contraparte | doe-7.1.3.1.1/2",
			"notificar | caood-7.1 | expreso siade.atencion:atender | caood-7.1/2 caood-7.1/3",
			"cerrar | caood-7.1 | expreso siade.atencion:atender | caood-7.1/2 caood-7.1/3",
			"calificar | ciudadano | ciudadano",
			"reabrir | ciudadano | ciudadano",
		}, m.como(jefa("14")).historia("peticiones", folio))
		plazos := m.como(jefa("14")).GET("/v1/peticiones/%s/plazo", folio).espera(200).es("vence", "2026-04-09")
		for _, p := range plazos.lista("elementos") {
			assert.NotEmpty(m, p.lista("derivacion"), p.en("plazo"))
		}

		// A wrong key and a folio that is not there are told alike.
		ajena := m.como(publico).con("Clave-Seguimiento", strings.Repeat("A", len(clave))).GET("/v1/publico/peticiones/%s", folio).espera(404)
		ninguna := m.como(publico).con("Clave-Seguimiento", clave).GET("/v1/publico/peticiones/SIADE-2026-14-0009999-X").espera(404)
		for _, campo := range []string{"codigo", "title", "detail", "type"} {
			assert.Equal(m, ajena.en(campo), ninguna.en(campo))
		}
		m.integro()
	})
}

func TestAUsedAnExpiredAndAnUnknownLinkAreTheSame(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := m.como(taod("14")).POST("/v1/peticiones", queja).espera(201).texto("folio")
		t1 := m.como(taod("14")).POST("/v1/peticiones/"+folio+"/turnar", `{"organo": "dn-prestaciones-medicas", "motivo": "Le compete."}`).espera(200)
		usado, vencido := t1.enlace("aceptar", "dn-prestaciones-medicas"), t1.enlace("responder", "dn-prestaciones-medicas")
		m.como(publico).POST(usado, "").espera(200)
		m.el("2026-04-01") // the last of thirty days
		m.como(publico).GET("%s", vencido).espera(200)
		m.el("2026-04-02")
		desconocido := "/v1/enlaces/" + strings.Repeat("z", 22)
		for _, l := range []string{usado, vencido, desconocido} {
			g := m.como(publico).GET("%s", l).espera(404)
			p := m.como(publico).POST(l, `{"respuesta": "Tarde."}`).espera(404)
			assert.Equal(m, "no-encontrado", g.en("codigo"))
			assert.Equal(m, g.en("detail"), p.en("detail"))
		}
		m.como(jefa("14")).GET("/v1/peticiones/%s", folio).espera(200).es("estado", "en_atencion")
	})
}

func TestSomeoneOfAnotherOOADIsToldWhoMayAndUnderWhichFunction(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := m.como(publico).POST("/v1/publico/peticiones", `{"canal": "web", "ooad": "14", "relato": "No hay citas.", "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201).texto("folio")
		no := m.como(taod("15")).POST("/v1/peticiones/"+folio+"/clasificar", `{"tipo": "queja"}`).niega(403, "fuera-de-ambito")
		no.es("facultad", "siade.clasificacion:registrar",
			"unidades_facultadas.0.unidad", "doe-7.1.3.1.1", "unidades_facultadas.0.funciones.0", "doe-7.1.3.1.1/7", "unidades_facultadas.0.fundamento", "expreso",
			"unidades_facultadas.1.unidad", "caood-7.1", "unidades_facultadas.1.funciones.0", "caood-7.1/2", "unidades_facultadas.2", nil)
		assert.NotContains(m, string(no.crudo), "citas")
		m.como(taod("15")).GET("/v1/peticiones/%s", folio).niega(403, "sin-lectura")
		m.como(titular("doe-7.1.4")).GET("/v1/peticiones/%s", folio).niega(403, "sin-lectura")
		m.como(titular("doe-7.1.4")).POST("/v1/peticiones/"+folio+"/clasificar", `{"tipo": "queja"}`).niega(403, "sin-facultad")
		assert.Empty(m, m.como(taod("15")).todo("/v1/peticiones"))
		assert.Empty(m, m.como(titular("doe-7.1.4")).todo("/v1/peticiones"))
		m.como(contraparte("evaluado", "ooad-14")).GET("/v1/peticiones/%s", folio).niega(404, "no-encontrado")
		m.como(taod("14")).POST("/v1/peticiones/"+folio+"/clasificar", `{"tipo": "queja"}`).espera(200)
		m.como(jefa("39")).POST("/v1/peticiones", `{"canal": "modulo", "ooad": "36", "relato": "No hay citas.", "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201).es("ooad", "39")
	})
}

func TestASensitivePetitionDoesNotExistForWhomItMustNot(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := m.como(taod("14")).POST("/v1/peticiones", `{"canal": "modulo", "relato": "Me acosó en el consultorio.",
			"clasificacion": {"tipo": "queja", "sensible": true, "sensibilidad": "violencia"}, "senalado": {"persona": "Marta Solís", "cuenta": "m-solis"},
			"peticionario": {"tipo": "derechohabiente", "nombre": "Rosa Elena Prado Luna", "telefono": "3312345678", "aviso_privacidad": "2025-03"}}`).espera(201).texto("folio")
		senalada := jefa("14")
		senalada.Sub, senalada.Nombre = "m-solis", "Marta Solís"
		ruta := "/v1/peticiones/" + folio
		for _, quien := range []rol{taod("14"), jefa("15"), senalada, personal("doe-7.1.3.1")} {
			c := m.como(quien)
			for _, parte := range []string{"", "/historial", "/actos", "/plazo"} {
				c.GET("%s", ruta+parte).niega(404, "no-encontrado")
			}
			c.POST(ruta+"/escalar", `{"motivo": "Nadie la ve."}`).niega(404, "no-encontrado")
			c.GET("%s", ruta+"/identidad?motivo=Saber+quien+la+puso").niega(404, "no-encontrado")
			assert.Empty(m, c.todo("/v1/peticiones"), quien.Sub)
		}
		for _, quien := range []rol{jefa("14"), titular("doe-7.1.3.1")} {
			m.como(quien).GET("%s", ruta).espera(200)
			assert.Len(m, m.como(quien).todo("/v1/peticiones"), 1)
		}
		// It comes to exist for the person it is assigned to, who may not open
		// the identity.
		m.como(jefa("14")).POST(ruta+"/asignar", objeto{"responsable": taod("14").Sub}).espera(200)
		m.como(taod("14")).GET("%s", ruta).espera(200)
		m.como(taod("14")).GET("%s", ruta+"/identidad?motivo=Llamarle+por+telefono").rompe("SIADE-PETICION-60", "body")
		otra := taod("14")
		otra.Sub = "otra"
		m.como(otra).GET("%s", ruta).espera(404)
	})
}

func TestIdentityIsApartAndReadingItLeavesAnEvent(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		alta := m.como(taod("14")).POST("/v1/peticiones", queja).espera(201)
		ruta := "/v1/peticiones/" + alta.texto("folio")
		historial := m.como(jefa("14")).GET("%s", ruta+"/historial").espera(200)
		lista := m.como(jefa("14")).GET("/v1/peticiones").espera(200)
		for _, donde := range []cuerpo{alta, historial, lista} {
			for _, dato := range []string{"Rosa", "Prado", "3312345678"} {
				assert.NotContains(m, string(donde.crudo), dato)
			}
		}
		m.como(taod("14")).GET("%s", ruta+"/identidad").espera(422)
		m.como(taod("15")).GET("%s", ruta+"/identidad?motivo=Confirmar+su+domicilio").espera(403)
		m.como(taod("14")).GET("%s", ruta+"/identidad?motivo=Llamarle+para+notificar").espera(200).
			es("version", 3, "elementos.0.clase", "peticionario", "elementos.0.datos.nombre", "Rosa Elena Prado Luna", "elementos.0.datos.telefono", "3312345678")
		hs := m.como(jefa("14")).historia("peticiones", alta.texto("folio"))
		require.Equal(m, "leer-identidad | caood-7.1 | expreso siade.atencion:atender | caood-7.1/2 caood-7.1/3", hs[2])
		m.como(jefa("14")).GET("%s", ruta+"/historial?limite=200").espera(200).
			es("elementos.2.entrada.motivo", "Llamarle para notificar", "elementos.2.de", "clasificada", "elementos.2.a", "clasificada")
		m.como(jefa("14")).GET("%s", ruta).espera(200).es("version", 3)
	})
}

func TestTheClockRaisesWhatNobodyAnswers(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := m.como(taod("14")).POST("/v1/peticiones", queja).espera(201).es("vence", "2026-03-30").texto("folio")
		m.amanece("2026-03-30")
		m.como(jefa("14")).GET("/v1/peticiones/%s", folio).espera(200).es("version", 2, "semaforo", "por_vencer")
		m.amanece("2026-03-31")
		m.como(jefa("14")).GET("/v1/peticiones/%s", folio).espera(200).es("version", 3, "semaforo", "vencido", "escalamientos.0.unidad", "caood-7.1")
		m.amanece("2026-04-20")
		r := m.como(jefa("14")).GET("/v1/peticiones/%s", folio).espera(200)
		var niveles []any
		for _, e := range r.lista("escalamientos") {
			niveles = append(niveles, e.en("unidad"))
		}
		assert.Equal(m, []any{"caood-7.1", "doe-7.1.3.1.2", "doe-7.1.3.1", "doe-7.1.3"}, niveles)
		assert.Equal(m, "escalar | sistema | sistema", m.como(jefa("14")).historia("peticiones", folio)[2])
		m.integro()
	})
}
