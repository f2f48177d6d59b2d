package escenario_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const enlaceDOE = "doe-7.1.3.1.2"

var entreSemana = []string{"lunes", "martes", "miercoles", "jueves", "viernes"}

func jornada(de, a string) []objeto { return []objeto{{"dias": entreSemana, "de": de, "a": a}} }

// moduloEn registers a desk with its authorised posts, P1, P2…, one by shift.
func moduloEn(m *mundo, quien rol, clave string, turnos ...[]objeto) string {
	folio := m.como(quien).POST("/v1/modulos", objeto{
		"clave": clave, "unidad_servicio": "JCIMS000301", "sitio": "UMF 3 Guadalajara", "lugar": "Vestíbulo",
		"horario": jornada("08:00", "20:00"), "servicios": []string{"orientacion", "quejas"}, "encargado": "titular-caood-14",
	}).espera(201).es("estado", "abierto").texto("folio")
	for i, x := range turnos {
		m.como(personal(modulosDOE)).POST("/v1/modulos/"+folio+"/asentar-plaza", objeto{
			"clave": clave + "-P" + string(rune('1'+i)), "puesto": "tecnico_ao", "turno": x, "documento": "Plantilla 2026", "desde": "2026-01-01",
		}).espera(200)
	}
	return folio
}

// tecnicaEn registers a person, in service in a post where one is given.
func tecnicaEn(m *mundo, cuenta, modulo, plaza string) string {
	folio := m.como(taod("14")).POST("/v1/tecnicos", objeto{
		"cuenta": cuenta, "puesto": "tecnico_ao", "nombre": "Persona " + cuenta, "matricula": "99142345", "aviso_privacidad": "2025-03",
	}).espera(201).es("estado", "propuesto").texto("folio")
	if modulo != "" {
		m.como(titular(modulosDOE)).POST("/v1/tecnicos/"+folio+"/incorporar", objeto{"modulo": modulo, "plaza": plaza, "desde": "2026-01-16", "origen": "Nómina de enero"}).espera(200).es("estado", "activo")
	}
	return folio
}

// cambioTemporal is a temporary movement from its request to the return, with
// its endorsement asked for, observed, corrected and granted. It gives the
// folio.
func cambioTemporal(m *mundo) string {
	uno := moduloEn(m, jefa("14"), "MAO-14-001", jornada("08:00", "14:00"), jornada("14:00", "20:00"))
	dos := moduloEn(m, taod("14"), "MAO-14-002", jornada("08:00", "15:30"))
	ana := tecnicaEn(m, "taod-14-001", uno, "MAO-14-001-P1")
	pide := objeto{
		"clase": "cambio_temporal", "tecnico": ana, "a": objeto{"modulo": dos, "plaza": "MAO-14-002-P1"}, "desde": "2026-03-16", "hasta": "2026-06-30",
		"razon": "incapacidad_o_licencia", "motivo": "La titular de la plaza tiene licencia.", "documento": "Oficio CAOD-14/0087/2026",
	}
	// Only the coordination asks, and its head signs.
	m.como(titular(modulosDOE)).POST("/v1/movimientos-taod", pide).niega(403, "sin-facultad").es("facultad", "siade.modulos:proponer", "unidades_facultadas.0.unidad", "caood-7.1", "unidades_facultadas.1", nil)
	m.como(taod("14")).POST("/v1/movimientos-taod", pide).niega(403, "requiere-titular")
	m.como(jefa("14")).POST("/v1/movimientos-taod", pide).rompe("SIADE-MODULO-38", "body.cobertura")
	pide["cobertura"] = "La UMF 2 presta una persona por la mañana."
	folio := m.como(jefa("14")).POST("/v1/movimientos-taod", pide).espera(201).
		es("estado", "solicitado", "descubierto.0.dia", "lunes", "descubierto.0.de", "08:00", "descubierto.0.a", "14:00", "de.modulo", uno, "vence", "2026-03-16").texto("folio")
	ruta := "/v1/movimientos-taod/" + folio
	m.hace("2026-03-03", titular(enlaceDOE), ruta, "analizar", `{"texto": "El destino atiende al doble por persona.", "recomienda": true}`)
	m.hace("2026-03-04", titular(modulosDOE), ruta, "observar", `{"texto": "Diga quién presta a la persona.", "dias": 3}`).es("estado", "observado")
	pide["cobertura"] = "El módulo de la UMF 2 presta a taod-14-050 de 8 a 14 horas."
	m.hace("2026-03-05", jefa("14"), ruta, "corregir", pide).es("estado", "solicitado", "vence", "2026-03-17")
	// The Unit alone endorses, and says on what condition.
	m.como(jefa("14")).POST(ruta+"/avalar", `{"oficio": "Oficio 7.1.3/0099/2026"}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", atencionDOE, "unidades_facultadas.1", nil)
	m.como(personal(atencionDOE)).POST(ruta+"/avalar", `{"oficio": "Oficio 7.1.3/0099/2026"}`).niega(403, "requiere-titular")
	m.como(titular(atencionDOE)).POST(ruta+"/avalar", `{"oficio": "Oficio 7.1.3/0099/2026"}`).rompe("SIADE-MODULO-41", "body.condicion")
	m.hace("2026-03-10", titular(atencionDOE), ruta, "avalar", `{"oficio": "Oficio 7.1.3/0099/2026", "condicion": "Mientras la UMF 2 preste a la persona."}`).es("estado", "avalado", "vence", "2026-03-16")
	m.amanece("2026-03-15")
	m.como(jefa("14")).GET("/v1/tecnicos/%s", ana).espera(200).es("base.modulo", uno, "temporal", nil)
	m.amanece("2026-03-16")
	m.como(jefa("14")).GET("%s", ruta).espera(200).es("estado", "en_efecto", "efectivo", "2026-03-16", "vence", "2026-06-30")
	m.como(taod("14")).GET("/v1/tecnicos/%s", ana).espera(200).es("base.modulo", uno, "temporal.modulo", dos, "temporal.hasta", "2026-06-30")
	m.como(taod("14")).GET("/v1/modulos/%s", uno).espera(200).es("plazas.0.titular", ana, "plazas.0.ausente_hasta", "2026-06-30")
	m.como(taod("14")).GET("/v1/modulos?descubierto=si&clave=MAO-14-001").espera(200).es("elementos.0.folio", uno)
	m.como(jefa("14")).POST("/v1/movimientos-taod", pide).rompe("SIADE-MODULO-36", "body.tecnico")
	m.amanece("2026-07-01")
	m.como(jefa("14")).GET("%s", ruta).espera(200).es("estado", "concluido", "terminado", "2026-06-30", "vence", nil)
	m.como(taod("14")).GET("/v1/tecnicos/%s", ana).espera(200).es("base.modulo", uno, "temporal", nil, "pasadas.0.modulo", dos)
	return folio
}

func TestAMovementIsEndorsedTakesEffectAndEndsByItself(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := cambioTemporal(m)
		require.Equal(m, []string{
			"solicitar | caood-7.1 | expreso siade.modulos:proponer | caood-7.1/16",
			"analizar | doe-7.1.3.1.2 | expreso siade.modulos:analizar | doe-7.1.3.1.2/7",
			"observar | doe-7.1.3.1 | expreso siade.modulos:coordinar | doe-7.1.3.1/3 doe-7.1.3.1/13",
			"corregir | caood-7.1 | expreso siade.modulos:proponer | caood-7.1/16",
			"avalar | doe-7.1.3 | expreso siade.modulos:autorizar | doe-7.1.3/15",
			"surtir-efecto | sistema | sistema",
			"regresar | sistema | sistema",
		}, m.como(titular(atencionDOE)).historia("movimientos-taod", folio))
		m.como(titular(enlaceDOE)).GET("/v1/modulos/cobertura").espera(200).es("corte", "2026-07-01", "filas.0.ooad", "14", "filas.0.modulos", 2, "filas.0.autorizadas", 3, "filas.0.ocupadas", 1, "filas.0.vacantes", 2, "filas.0.cobertura", 33.33, "filas.1", nil)
		m.como(jefa("14")).GET("/v1/modulos/cobertura?por=unidad").espera(200).es("filas.0.unidad_servicio", "JCIMS000301")
		m.como(jefa("15")).GET("/v1/modulos/cobertura").espera(200).es("filas.0", nil)
		m.como(titular("doe-7.1.4")).GET("/v1/modulos/cobertura").niega(403, "fuera-de-ambito")
		malo := objeto{"clase": "baja", "tecnico": "TAOD-2026-14-0009999-X", "a": objeto{"modulo": "x", "plaza": "y"}, "desde": "2026-01-01", "hasta": "2026-02-01",
			"razon": "renuncia", "motivo": "Renuncia presentada.", "documento": "Oficio"}
		r := m.como(jefa("14")).POST("/v1/movimientos-taod", malo)
		for regla, lugar := range map[string]string{"SIADE-MODULO-31": "body.desde", "SIADE-MODULO-32": "body.a", "SIADE-MODULO-33": "body.hasta", "SIADE-MODULO-34": "body.tecnico"} {
			r.rompe(regla, lugar)
		}
		m.como(jefa("14")).POST("/v1/modulos", `{"clave": "x", "horario": [{"dias": ["lunes"], "de": "8:00", "a": "25:00"}]}`).espera(422)
		m.integro()
	})
}

func TestEachOOADSeesItsOwnDesksAndPeopleAndTheirNamesLieApart(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		desk := moduloEn(m, taod("14"), "MAO-14-001", jornada("08:00", "14:00"))
		ana := tecnicaEn(m, "taod-14-001", desk, "MAO-14-001-P1")
		m.como(jefa("14")).POST("/v1/modulos", objeto{
			"clave": "MAO-14-001", "unidad_servicio": "JCIMS000301", "sitio": "UMF 3", "lugar": "Vestíbulo",
			"horario": jornada("08:00", "20:00"), "servicios": []string{"quejas"}, "encargado": "x",
		}).rompe("registro-repetido", "body")
		m.como(taod("15")).GET("/v1/modulos/%s", desk).niega(403, "sin-lectura")
		m.como(taod("15")).GET("/v1/tecnicos").espera(200).es("elementos.0", nil)
		m.como(titular(enlaceDOE)).GET("/v1/tecnicos?modulo=%s", desk).espera(200).es("elementos.0.folio", ana)
		m.como(titular("doe-7.1.4")).GET("/v1/modulos/%s", desk).niega(403, "sin-lectura")
		r := m.como(jefa("14")).GET("/v1/tecnicos/%s", ana).espera(200)
		assert.False(m, strings.Contains(string(r.crudo), "Persona taod"))
		for _, e := range m.como(titular(modulosDOE)).todo("/v1/tecnicos/" + ana + "/historial") {
			assert.NotContains(m, string(e.crudo), "99142345")
		}
		m.como(jefa("14")).GET("/v1/tecnicos/%s/identidad?motivo=Confirmar+la+plaza+para+el+aval", ana).espera(200)
		h := m.como(titular(modulosDOE)).historia("tecnicos", ana)
		require.Equal(m, "leer-identidad | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17", h[len(h)-1])
		require.Equal(m, "registrar | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17", h[0])
		// What is checked against the profile of the post is mended in time.
		m.como(titular(modulosDOE)).POST("/v1/perfiles-puesto", `{}`).espera(422)
		perfil := perfilTAOD()
		m.como(titular(modulosDOE)).POST("/v1/perfiles-puesto", perfil).niega(403, "sin-facultad")
		m.como(titular(atencionDOE)).POST("/v1/perfiles-puesto", perfil).espera(201)
		cotejo := objeto{"desde": "2026-02-01", "hasta": "2026-03-02", "dias": 10, "actividades": []objeto{{"clave": "A1", "cumple": true}, {"clave": "A2", "nota": "No la recorre."}}}
		m.como(jefa("14")).POST("/v1/tecnicos/"+ana+"/cotejar-perfil", cotejo).espera(200).es("cotejos.0.faltas", 1, "vence", "2026-03-16")
		m.como(jefa("14")).POST("/v1/tecnicos/"+ana+"/corregir", `{"cotejo": 1, "correccion": "Recorre a las 9 y a las 13 horas."}`).espera(200).es("vence", nil)
		m.integro()
	})
}

// moduloConHistoria closes for a time, opens again and loses a vacant post.
func moduloConHistoria(m *mundo) string {
	folio := moduloEn(m, taod("14"), "MAO-14-001", jornada("08:00", "14:00"), jornada("14:00", "20:00"))
	tecnicaEn(m, "taod-14-001", folio, "MAO-14-001-P1")
	ruta := "/v1/modulos/" + folio
	m.hace("2026-03-03", taod("14"), ruta, "cerrar-temporalmente", `{"causa": "obra", "motivo": "Obra en el vestíbulo.", "desde": "2026-03-03", "hasta": "2026-03-10", "atiende": "Módulo de la UMF 2"}`).es("estado", "cerrado_temporal", "vence", "2026-03-10")
	m.hace("2026-03-11", taod("14"), ruta, "reabrir", `{"motivo": "Terminó la obra."}`).es("estado", "abierto", "cierre", nil)
	m.hace("2026-03-12", titular(modulosDOE), ruta, "suprimir-plaza", `{"plaza": "MAO-14-001-P2", "documento": "Adenda 2"}`)
	return folio
}

// tecnicaConHistoria is checked against her profile, and mends what was found.
func tecnicaConHistoria(m *mundo) string {
	desk := moduloEn(m, taod("14"), "MAO-14-001", jornada("08:00", "14:00"))
	ana := tecnicaEn(m, "taod-14-001", desk, "MAO-14-001-P1")
	m.como(titular(atencionDOE)).POST("/v1/perfiles-puesto", perfilTAOD()).espera(201)
	ruta := "/v1/tecnicos/" + ana
	m.hace("2026-03-03", jefa("14"), ruta, "cotejar-perfil", objeto{"desde": "2026-02-01", "hasta": "2026-03-02", "dias": 10, "actividades": []objeto{{"clave": "A1", "cumple": true}, {"clave": "A2", "nota": "No la recorre."}}})
	m.hace("2026-03-10", jefa("14"), ruta, "corregir", `{"cotejo": 1, "correccion": "Recorre a las 9 y a las 13 horas."}`)
	return ana
}

func perfilTAOD() objeto {
	return objeto{"puesto": "tecnico_ao", "desde": "2026-03-02", "documento": "Oficio 7.1.3/041", "motivo": "Se emite", "actividades": []objeto{
		{"clave": "A1", "texto": "Registra en SIADE lo que atiende."}, {"clave": "A2", "texto": "Recorre la sala de espera."}}}
}

func perfilConHistoria(m *mundo) string {
	folio := m.como(titular(atencionDOE)).POST("/v1/perfiles-puesto", perfilTAOD()).espera(201).texto("folio")
	p := perfilTAOD()
	p["desde"], p["motivo"] = "2026-04-01", "Cambia con el protocolo nuevo"
	m.hace("2026-03-10", titular(atencionDOE), "/v1/perfiles-puesto/"+folio, "modificar", p).es("versiones.1.desde", "2026-04-01")
	return folio
}

// buzonConHistoria is opened late, and then retired.
func buzonConHistoria(m *mundo) string {
	folio := buzonEn(m)
	m.amanece("2026-03-10")
	m.hace("2026-03-11", taod("14"), "/v1/buzones/"+folio, "retirar", `{"motivo": "Se sustituye por otro."}`).es("estado", "retirado", "atrasos.0", "2026-03-10")
	return folio
}

func buzonEn(m *mundo) string {
	return m.como(taod("14")).POST("/v1/buzones", objeto{"clave": "BZ-14-001", "unidad_servicio": "JCIMS000301", "sitio": "UMF 3 Guadalajara", "lugar": "Urgencias", "cada_dias": 5}).
		espera(201).es("vence", "2026-03-09").texto("folio")
}

// aperturaConciliada is an opening of five forms: two registered by their
// number, one with its identity, a duplicate and one that cannot be read. It
// gives the folio.
func aperturaConciliada(m *mundo) string {
	buzon := buzonEn(m)
	m.el("2026-03-04")
	acta := objeto{"buzon": buzon, "dia": "2026-03-03", "hora": "09:30", "papeletas": 5, "intacto": true, "testigos": []objeto{{"cargo": "Administradora", "area": "Administración de la UMF 3"}}}
	m.como(titular("doe-7.1.3.1")).POST("/v1/aperturas-buzon", acta).rompe("SIADE-MODULO-45", "body.buzon")
	m.como(titular(enlaceDOE)).POST("/v1/aperturas-buzon", acta).niega(403, "sin-facultad")
	folio := m.como(taod("14")).POST("/v1/aperturas-buzon", acta).espera(201).es("estado", "en_captura", "vence", "2026-03-10").texto("folio")
	m.como(taod("14")).GET("/v1/buzones/%s", buzon).espera(200).es("abierto", "2026-03-03", "vence", "2026-03-10")
	ruta := "/v1/aperturas-buzon/" + folio
	relato := "No surten mi medicamento."
	mala := objeto{"papeletas": []objeto{{"numero": 1, "peticionario": "derechohabiente", "relato": relato}, {"numero": 9, "peticionario": "derechohabiente", "relato": relato, "fecha_hechos": "2026-12-01"}}}
	r := m.como(taod("14")).POST(ruta+"/registrar-papeletas", mala)
	r.rompe("SIADE-MODULO-47", "body.papeletas[1].numero")
	r.rompe("SIADE-PETICION-03", "body.papeletas[1].fecha_hechos")
	c := m.como(taod("14")).POST(ruta+"/registrar-papeletas", objeto{"papeletas": []objeto{
		{"numero": 1, "peticionario": "derechohabiente", "relato": relato, "clasificacion": objeto{"tipo": "queja"}}, {"numero": 2, "peticionario": "derechohabiente", "relato": "Felicito a la enfermera."},
	}}).espera(200).es("ligadas.0.papeleta", 1, "ligadas.1.nacida", true)
	primera := c.texto("ligadas.0.peticion")
	m.como(jefa("14")).GET("/v1/peticiones/%s", primera).espera(200).es("canal", "buzon", "estado", "clasificada", "nace_de.folio", folio, "unidad_servicio", "JCIMS000301")
	m.como(taod("14")).POST("/v1/peticiones", objeto{
		"canal": "buzon", "relato": relato, "peticionario": objeto{"tipo": "derechohabiente", "nombre": "Rosa Prado", "aviso_privacidad": "2025-03"},
		"nace_de": objeto{"coleccion": "aperturas-buzon", "folio": folio, "parte": 3},
	}).espera(201).es("nace_de.parte", 3)
	m.como(taod("14")).POST(ruta+"/descartar", objeto{"clase": "duplicada", "papeletas": []int{4}, "motivo": "Repite la primera.", "peticion": primera}).espera(200)
	m.como(taod("14")).POST(ruta+"/conciliar", nil).rompe("SIADE-MODULO-52", "body")
	m.como(taod("14")).POST(ruta+"/descartar", objeto{"clase": "ilegible", "papeletas": []int{5}, "motivo": "Se corrió la tinta."}).espera(200)
	m.como(taod("14")).POST(ruta+"/conciliar", nil).rompe("SIADE-MODULO-53", "body")
	m.como(taod("14")).adjuntar(ruta+"/adjuntos", "acta.pdf", "application/pdf", "%PDF-1.7 acta firmada")
	m.hace("2026-03-05", taod("14"), ruta, "conciliar", nil).es("estado", "conciliada", "vence", nil)
	return folio
}

func TestAMailboxIsOpenedAndEveryFormAccountedFor(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := aperturaConciliada(m)
		require.Equal(m, []string{
			"abrir | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"registrar-papeletas | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"ligar-peticion | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"ligar-peticion | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"ligar-peticion | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"descartar | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"descartar | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"adjuntar | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"conciliar | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
		}, m.como(titular(atencionDOE)).historia("aperturas-buzon", folio))
		m.como(taod("15")).GET("/v1/aperturas-buzon/%s", folio).niega(403, "sin-lectura")
		m.como(publico).POST("/v1/publico/peticiones", objeto{"canal": "web", "ooad": "14", "relato": "x", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true},
			"nace_de": objeto{"coleccion": "aperturas-buzon", "folio": folio}}).rompe("SIADE-NACE-01", "body.nace_de")
		m.integro()
	})
}

// imagenVerificada is a design from its draft to its promotion, and a desk
// checked against it: what was missing is mended at the second attempt. It
// gives the folios of both.
func imagenVerificada(m *mundo) (imagen, revision string) {
	desk := moduloEn(m, taod("14"), "MAO-14-001")
	diseno := objeto{"edicion": "2026-1", "titulo": "Imagen del módulo 2026", "elementos": []objeto{{"clave": "E1", "texto": "Letrero visible."}, {"clave": "E2", "texto": "Horario a la vista."}, {"clave": "E3", "texto": "Cartel en lengua.", "opcional": true}}}
	m.como(jefa("14")).POST("/v1/imagenes", diseno).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", enlaceDOE)
	imagen = m.como(personal(enlaceDOE)).POST("/v1/imagenes", diseno).espera(201).texto("folio")
	ruta := "/v1/imagenes/" + imagen
	m.como(titular(enlaceDOE)).POST(ruta+"/validar", `{"texto": "Está bien."}`).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", modulosDOE)
	m.como(personal(modulosDOE)).POST(ruta+"/validar", `{"texto": "Está bien."}`).niega(403, "requiere-titular")
	m.hace("2026-03-03", titular(modulosDOE), ruta, "validar", `{"texto": "Cumple el manual de identidad."}`).es("estado", "validada")
	m.hace("2026-03-04", personal(atencionDOE), ruta, "promover", `{"desde": "2026-03-05", "medios": ["Guía en la intranet"], "documento": "Oficio circular 12"}`).es("estado", "promovida")
	v := objeto{"modulo": desk, "dia": "2026-03-04", "dias": 10, "elementos": []objeto{{"clave": "E1", "resultado": "danado", "nota": "Se cayó."}, {"clave": "E2", "resultado": "cumple"}, {"clave": "E3", "resultado": "no_aplica"}}}
	m.como(personal(enlaceDOE)).POST("/v1/revisiones-imagen", v).rompe("SIADE-MODULO-56", "body")
	m.el("2026-03-05")
	v["dia"] = "2026-03-05"
	m.como(taod("15")).POST("/v1/revisiones-imagen", v).rompe("SIADE-MODULO-22", "body.modulo")
	revision = m.como(personal(enlaceDOE)).POST("/v1/revisiones-imagen", v).espera(201).es("estado", "con_faltas", "ooad", "14", "unidad", "caood-7.1", "faltas.0", "E1", "edicion", "2026-1", "vence", "2026-03-19").texto("folio")
	ruta = "/v1/revisiones-imagen/" + revision
	foto := objeto{"texto": "Se colocó de nuevo.", "evidencias": []objeto{{"nombre": "foto.jpg", "sha256": strings.Repeat("a", 64)}}}
	m.como(taod("15")).POST(ruta+"/solventar", foto).niega(403, "fuera-de-ambito")
	m.hace("2026-03-06", taod("14"), ruta, "solventar", foto).es("estado", "por_comprobar")
	m.como(jefa("14")).POST(ruta+"/comprobar", `{}`).niega(403, "sin-facultad")
	m.hace("2026-03-09", personal(enlaceDOE), ruta, "comprobar", `{"faltan": ["E1"], "motivo": "La foto no lo muestra.", "dias": 3}`).es("estado", "con_faltas", "vence", "2026-03-12")
	m.hace("2026-03-10", taod("14"), ruta, "solventar", foto)
	m.hace("2026-03-11", personal(enlaceDOE), ruta, "comprobar", `{}`).es("estado", "corregida", "faltas", nil)
	return imagen, revision
}

func TestRegla34TheDesignIsDraftedValidatedPromotedAndVerifiedDeskByDesk(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		imagen, revision := imagenVerificada(m)
		lee := m.como(titular(atencionDOE))
		require.Equal(m, []string{
			"elaborar | doe-7.1.3.1.2 | expreso siade.modulos:elaborar | doe-7.1.3.1.2/10",
			"validar | doe-7.1.3.1 | expreso siade.modulos:validar | doe-7.1.3.1/14",
			"promover | doe-7.1.3 | expreso siade.modulos:difundir | doe-7.1.3/16",
		}, lee.historia("imagenes", imagen))
		require.Equal(m, []string{
			"verificar | doe-7.1.3.1.2 | expreso siade.modulos:seguir | doe-7.1.3.1.2/10",
			"solventar | caood-7.1 | expreso siade.modulos:supervisar | caood-7.1/6 caood-7.1/17",
			"comprobar | doe-7.1.3.1.2 | expreso siade.modulos:seguir | doe-7.1.3.1.2/10",
		}, lee.historia("revisiones-imagen", revision)[:3])
		m.integro()
	})
}
