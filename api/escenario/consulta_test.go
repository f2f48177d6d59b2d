package escenario_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	difusionDOE  = "doe-7.1.3.1.3"
	economicasDN = "dn-prestaciones-economicas-y-sociales"
)

// contenidoDeFicha is a card that answers a theme.
func contenidoDeFicha(mas objeto) objeto {
	e := objeto{
		"clase": "prestacion", "nombre": "Subsidio por maternidad", "sinonimos": []string{"incapacidad por embarazo"}, "resumen": "Pago del salario antes y después del parto.",
		"quienes": []string{"Aseguradas con treinta semanas cotizadas"}, "documentos": []objeto{{"nombre": "Identificación oficial", "forma": "original_y_copia"}},
		"costo": objeto{"centavos": 0}, "donde": []objeto{{"medio": "presencial", "donde": "Control de prestaciones"}},
		"termino":    objeto{"cuenta": 5, "dias": "habiles", "fuente": objeto{"norma": "RPM", "lugar": "art. 141"}},
		"fundamento": []objeto{{"norma": "LSS", "lugar": "art. 101"}}, "responde": []objeto{{"clase": "tema", "clave": "incapacidades"}},
		"organo": economicasDN, "revisar": "2026-12-01",
	}
	for k, v := range mas {
		e[k] = v
	}
	return e
}

// fichaEnVigor drafts a card, has it reviewed and puts it in force. It gives
// its folio.
func fichaEnVigor(m *mundo, clave string, contenido objeto) string {
	m.Helper()
	folio := m.como(personal(enlaceDOE)).POST("/v1/fichas", objeto{"clave": clave, "contenido": contenido}).espera(201).texto("folio")
	m.aVigor("/v1/fichas/"+folio, 1)
	return folio
}

// aVigor takes a draft through its organ and its authorisation, from today.
func (m *mundo) aVigor(ruta string, numero int) {
	m.Helper()
	organo := m.como(personal(enlaceDOE)).POST(ruta+"/enviar-a-revision", nil).espera(200).texto("revision.organo")
	m.como(contraparte("normativo", organo)).POST(ruta+"/opinar", `{"sentido": "conforme"}`).espera(200)
	hoy := m.como(titular(modulosDOE)).GET("%s", ruta).espera(200).texto("actualizado")[:10]
	r := m.como(titular(modulosDOE)).POST(ruta+"/autorizar", objeto{"desde": hoy}).espera(200)
	r.es("estado", "vigente", fmt.Sprintf("validaciones.%d.respaldo", len(r.lista("validaciones"))-1), "conformidad", fmt.Sprintf("versiones.%d.numero", len(r.lista("versiones"))-1), numero)
}

// fichaConHistoria is a card observed by its organ, put in force, reported by
// two bodies, corrected while the organ kept silent, suspended and let be used
// again. It gives its folio.
func fichaConHistoria(m *mundo) string {
	alta := objeto{"clave": "SUB-MAT", "contenido": contenidoDeFicha(nil)}
	m.como(taod("14")).POST("/v1/fichas", alta).niega(403, "fuera-de-ambito").es("facultad", "siade.consulta:elaborar", "unidades_facultadas.0.unidad", "doe-7.1.3.1.1")
	folio := m.como(personal(enlaceDOE)).POST("/v1/fichas", alta).espera(201).es("estado", "en_elaboracion", "unidad", difusionDOE).texto("folio")
	ruta := "/v1/fichas/" + folio
	m.como(taod("14")).GET("%s", ruta).niega(403, "sin-lectura") // a draft is nobody's source
	m.como(titular(modulosDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-02"}`).rompe("SIADE-CONSULTA-17", "registro.revision")
	m.como(contraparte("normativo", economicasDN)).GET("%s", ruta).niega(404, "no-encontrado")

	// By its link the organ observes; with its account it agrees.
	e := m.como(personal("doe-7.1.3.1.1")).POST(ruta+"/enviar-a-revision", `{"dias": 5, "oficio": "7.1.3.1.1/0051/2026", "enlace": true}`).espera(200).es("estado", "en_revision", "vence", "2026-03-09")
	m.como(publico).POST(e.enlace("opinar", economicasDN), `{"sentido": "con_observaciones", "reparos": [{"lugar": "documentos", "texto": "Falta la cuenta para el depósito."}]}`).espera(200)
	m.como(personal(enlaceDOE)).GET("%s", ruta).espera(200).es("estado", "devuelto", "reparos.0.lugar", "documentos")
	m.hace("2026-03-03", personal(enlaceDOE), ruta, "corregir", contenidoDeFicha(objeto{"documentos": []objeto{{"nombre": "Identificación oficial", "forma": "original_y_copia"}, {"nombre": "Estado de cuenta", "forma": "copia"}}}))
	m.como(titular(modulosDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-03"}`).rompe("SIADE-CONSULTA-17", "registro.revision")
	m.hace("2026-03-03", personal(enlaceDOE), ruta, "enviar-a-revision", nil)
	m.como(contraparte("normativo", "dn-finanzas")).POST(ruta+"/opinar", `{"sentido": "conforme"}`).espera(404)
	m.como(personal(enlaceDOE)).POST(ruta+"/opinar", `{"sentido": "conforme"}`).rompe("SIADE-CONSULTA-14", "body.oficio")
	m.hace("2026-03-04", contraparte("normativo", economicasDN), ruta, "opinar", `{"sentido": "conforme"}`).es("estado", "en_elaboracion")
	m.como(personal(modulosDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-04"}`).niega(403, "requiere-titular")
	m.hace("2026-03-04", titular(modulosDOE), ruta, "autorizar", `{"desde": "2026-03-04"}`).es("validaciones.0.respaldo", "conformidad", "revisar", "2026-12-01")
	reportada(m, ruta, folio)
	corregidaEnSilencio(m, ruta)
	return folio
}

// reportada has two bodies report the card.
func reportada(m *mundo, ruta, folio string) {
	m.Helper()
	mal := m.como(taod("14")).POST("/v1/reportes-ficha", objeto{"clase": "nueva", "ficha": folio, "parte": "documentos", "que": "Ya no se pide la copia."})
	mal.rompe("SIADE-CONSULTA-29", "body.fuente")
	mal.rompe("SIADE-CONSULTA-27", "body.ficha")
	m.como(taod("14")).POST("/v1/reportes-ficha", objeto{"clase": "desactualizada", "ficha": "FIC-2026-09-0000099-X", "parte": "otra", "que": "No es así ya.", "peticion": "SIADE-2026-14-0000001-X"}).rompe("SIADE-CONSULTA-28", "body.ficha")
	dice := objeto{"clase": "desactualizada", "ficha": folio, "parte": "documentos", "que": "Ya no se pide la copia de la identificación.", "fuente": "Circular 4 del órgano normativo"}
	uno := m.como(taod("14")).POST("/v1/reportes-ficha", dice).espera(201).es("ooad", "14", "version_ficha", 1, "clave_ficha", "SUB-MAT").texto("folio")
	m.como(taod("14")).POST("/v1/reportes-ficha", dice).rompe("registro-repetido", "body")
	dice["riesgo"] = true
	m.como(taod("15")).POST("/v1/reportes-ficha", dice).espera(201)
	m.como(taod("15")).GET("/v1/reportes-ficha/%s", uno).niega(403, "sin-lectura")
	m.como(contraparte("area", "dn-finanzas")).GET("%s/vigente", ruta).espera(200).es("situacion", "reportada", "version_ficha", 1)
	m.como(personal(enlaceDOE)).GET("%s", ruta).espera(200).es("reportes.1.riesgo", true, "vence", "2026-03-05") // one working day
	m.como(personal(enlaceDOE)).POST(ruta+"/atender-reportes", `{"resultado": "corregida", "motivo": "Se quitó el requisito."}`).rompe("SIADE-CONSULTA-24", "body.reportes[0]")
	m.como(personal(enlaceDOE)).POST(ruta+"/atender-reportes", `{"reportes": ["REF-1"], "resultado": "no_procede", "motivo": "Se sigue pidiendo."}`).rompe("SIADE-CONSULTA-25", "body.causal")
	m.como(titular(modulosDOE)).POST(ruta+"/retirar", `{"motivo": "Ya no se usa."}`).rompe("SIADE-CONSULTA-22", "registro.reportes")
	m.amanece("2026-03-09")
	m.como(titular(difusionDOE)).GET("%s", ruta).espera(200).es("alertas.0.plazo", "reportes", "alertas.0.unidad", difusionDOE)
}

// corregidaEnSilencio corrects the card while its organ keeps silent, which is
// never taken as agreement.
func corregidaEnSilencio(m *mundo, ruta string) {
	m.Helper()
	m.hace("2026-03-09", titular(modulosDOE), ruta, "encargar", objeto{"unidad": enlaceDOE, "asunto": "Quitar la copia que ya no se pide.", "fecha": "2026-03-31"})
	m.hace("2026-03-09", personal(enlaceDOE), ruta, "corregir", contenidoDeFicha(objeto{"revisar": "2027-01-15"}))
	m.hace("2026-03-09", personal(enlaceDOE), ruta, "enviar-a-revision", `{"dias": 3}`)
	suplir := `{"motivo": "Se insistió dos veces y la ficha anterior orienta mal.", "fuente": {"norma": "LSS", "lugar": "art. 101"}}`
	m.como(titular(modulosDOE)).POST(ruta+"/suplir-opinion", suplir).rompe("SIADE-CONSULTA-16", "body")
	m.amanece("2026-03-13")
	m.como(titular(modulosDOE)).GET("%s", ruta).espera(200).es("estado", "en_revision", "alertas.2.plazo", "revision", "alertas.2.unidad", modulosDOE)
	m.como(titular(difusionDOE)).POST(ruta+"/suplir-opinion", suplir).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", modulosDOE)
	m.hace("2026-03-13", titular(modulosDOE), ruta, "suplir-opinion", suplir).es("estado", "en_elaboracion")
	m.hace("2026-03-13", titular(modulosDOE), ruta, "autorizar", `{"desde": "2026-03-13"}`).es("validaciones.1.respaldo", "sin_respuesta", "versiones.1.numero", 2)
	m.hace("2026-03-13", personal(enlaceDOE), ruta, "concluir-encargo", `{"resultado": "Quedó en la versión 2."}`)
	m.hace("2026-03-13", personal(enlaceDOE), ruta, "atender-reportes", `{"resultado": "corregida", "motivo": "Se quitó la copia en la versión 2."}`).es("reportes", nil)
	m.como(taod("14")).GET("/v1/reportes-ficha?por=taod:caood-7.114").espera(200).es("elementos.0.estado", "atendido", "elementos.0.atencion.version_corregida", 2)
	m.como(taod("14")).GET("%s/vigente", ruta).espera(200).es("situacion", "vigente", "version_ficha", 2, "advertencias.0", "El órgano normativo no respondió cuando se le envió a revisión.")

	// What could harm is suspended at once by its organ, and lifted by it.
	m.como(taod("14")).POST(ruta+"/suspender", `{"causal": "dato_equivocado", "motivo": "El plazo no es ése.", "mientras": "Remita al control de prestaciones."}`).espera(403)
	m.hace("2026-03-16", contraparte("normativo", economicasDN), ruta, "suspender", `{"causal": "pierde_un_derecho", "motivo": "El plazo que da ya prescribió.", "mientras": "Remita al control de prestaciones."}`)
	m.como(taod("14")).GET("%s/vigente", ruta).espera(200).es("situacion", "suspendida", "contenido", nil, "advertencias.0", "No la use. Mientras tanto: Remita al control de prestaciones.")
	m.como(titular(modulosDOE)).POST(ruta+"/levantar-suspension", `{"motivo": "Se revisó y no prescribe."}`).rompe("SIADE-CONSULTA-21", "body.oficio")
	m.hace("2026-03-17", titular(modulosDOE), ruta, "levantar-suspension", `{"motivo": "El órgano confirmó que no prescribe.", "oficio": "DPES/0230/2026"}`)
}

func TestACardIsReviewedReportedCorrectedAndSuspended(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := fichaConHistoria(m)
		ruta := "/v1/fichas/" + folio
		require.Subset(m, m.como(titular(modulosDOE)).historia("fichas", folio), []string{
			"elaborar | doe-7.1.3.1.2 | expreso siade.consulta:elaborar | doe-7.1.3.1.2/5",
			"enviar-a-revision | doe-7.1.3.1.1 | expreso siade.consulta:registrar | doe-7.1.3.1.1/5",
			"opinar | normativo:" + economicasDN + " | contraparte | doe-7.1.3.1.1/5",
			"suplir-opinion | doe-7.1.3.1 | jerarquico siade.consulta:validar | doe-7.1.3.1/15",
			"encargar | doe-7.1.3.1 | expreso siade.consulta:coordinar | doe-7.1.3.1/6",
		})
		m.como(taod("14")).GET("/v1/fichas?reportada=no&suspendida=no&clase=prestacion").espera(200).es("elementos.0.folio", folio)

		// Before its day the review warns, and confirmed it begins anew.
		m.amanece("2027-01-04")
		m.como(titular(difusionDOE)).GET("%s", ruta).espera(200).es("alertas.3.plazo", "revision_periodica", "alertas.3.nivel", 1, "alertas.3.unidad", difusionDOE)
		m.amanece("2027-01-18")
		m.como(taod("14")).GET("/v1/siade/consulta?q=maternidad").espera(200).es("elementos.0.situacion", "por_revisar")
		m.como(personal(difusionDOE)).POST(ruta+"/confirmar", `{"revisar": "2031-01-01", "fuente": "Correo del órgano normativo"}`).rompe("SIADE-CONSULTA-07", "body.revisar")
		m.hace("2027-01-18", personal(difusionDOE), ruta, "confirmar", `{"revisar": "2028-01-17", "fuente": "Correo del órgano normativo"}`).es("vence", "2028-01-17", "confirmacion.version", 2)

		// The regional coordination tells that it made it known, in its version.
		dif := m.como(taod("14")).POST("/v1/difusiones-ficha", `{"fichas": [{"clave": "SUB-MAT"}], "medio": "platica", "dia": "2027-01-18", "donde": "Módulos de la UMF 3", "personas": 8}`).espera(201).es("fichas.0.version", 2)
		m.como(personal(difusionDOE)).POST("/v1/difusiones-ficha", `{"fichas": [{"clave": "SUB-MAT"}], "medio": "platica", "dia": "2027-01-18", "donde": "Módulos"}`).niega(403, "sin-facultad")
		m.como(taod("14")).POST("/v1/difusiones-ficha", `{"fichas": [{"clave": "NADA"}], "medio": "platica", "dia": "2027-02-01", "donde": "Módulos"}`).rompe("SIADE-CONSULTA-35", "body.fichas[0].clave")
		m.hace("2027-01-18", jefa("14"), "/v1/difusiones-ficha/"+dif.texto("folio"), "anular", `{"motivo": "Se asentó dos veces."}`).es("estado", "anulada")

		m.hace("2027-01-19", titular(modulosDOE), ruta, "retirar", `{"motivo": "La sustituye otra ficha."}`).es("estado", "retirado", "vence", nil)
		m.el("2027-01-20")
		m.como(taod("14")).GET("/v1/siade/consulta?q=maternidad").espera(200).es("fichas", 0)
		m.integro()
	})
}

func TestACardTellsEveryFaultAtOnce(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		catalogoDeTemas(m)
		mal := contenidoDeFicha(objeto{
			"organo": "ooad-14", "revisar": "2026-01-01", "hasta": "2026-02-01", "seccion": "NADA", "costo": objeto{"centavos": 5000}, "sinonimos": []string{"parto", "PARTO"},
			"donde": []objeto{{"medio": "en_linea", "donde": "Escritorio", "liga": "http://ejemplo.mx"}}, "responde": []objeto{{"clase": "tema", "clave": "incapacidades"}},
			"termino": objeto{"cuenta": 5, "dias": "habiles", "efecto": "afirmativa", "fuente": objeto{"norma": "LFPA", "lugar": "art. 17"}},
		})
		r := m.como(personal(enlaceDOE)).POST("/v1/fichas", objeto{"clave": "SUB-MAT", "contenido": mal})
		for regla, lugar := range map[string]string{
			"02": "seccion", "03": "responde[0].clave", "04": "sinonimos[1]", "05": "organo", "06": "hasta", "07": "revisar", "08": "costo.fuente", "09": "donde[0].liga", "11": "termino.efecto",
		} {
			r.rompe("SIADE-CONSULTA-"+regla, "body.contenido."+lugar)
		}
		m.como(personal(difusionDOE)).POST("/v1/secciones-consulta", `{"clave": "sub", "nombre": "Subsidios", "orden": 1}`).rompe("SIADE-CONSULTA-01", "body.clave")
		m.como(personal(enlaceDOE)).POST("/v1/secciones-consulta", `{"clave": "SUB", "nombre": "Subsidios", "orden": 1}`).niega(403, "sin-facultad")
		m.como(personal(difusionDOE)).POST("/v1/secciones-consulta", `{"clave": "SUB", "nombre": "Subsidios", "orden": 1}`).espera(201)
		bien := contenidoDeFicha(objeto{"seccion": "SUB", "responde": []objeto{{"clase": "tema", "clave": "medicamentos"}}})
		fichaEnVigor(m, "SUB-MAT", bien)
		m.como(personal(enlaceDOE)).POST("/v1/fichas", objeto{"clave": "OTRA", "contenido": bien}).rompe("SIADE-CONSULTA-10", "body.contenido.nombre")
		m.como(personal(enlaceDOE)).POST("/v1/fichas", objeto{"clave": "SUB-MAT", "contenido": bien}).rompe("DOE-VERSION-01", "body.clave")
		m.integro()
	})
}

func TestCardsAreFoundInTheWordsOfWhoAsks(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := fichaEnVigor(m, "SUB-MAT", contenidoDeFicha(nil))
		fichaEnVigor(m, "SUR-MED", contenidoDeFicha(objeto{
			"clase": "servicio", "nombre": "Surtimiento de medicamentos", "sinonimos": []string{"receta"}, "resumen": "Entrega de medicinas en la farmacia de la unidad.",
			"organo": "dn-prestaciones-medicas", "responde": []objeto{{"clase": "servicio", "clave": "farmacia"}},
		}))
		for _, r := range []rol{taod("14"), titular("doe-7.1.6.2"), contraparte("area", "dn-finanzas")} {
			h := m.como(r).GET("/v1/siade/consulta?q=%s", "INCAPASIDADES+por+Enbarazo").espera(200)
			h.es("fichas", 2, "elementos.0.folio", folio, "elementos.0.puntos", 100, "elementos.0.razones.0.como", "error_de_letra", "elementos.0.razones.0.campos.0", "sinonimos",
				"elementos.0.fragmento.campo", "sinonimos", "elementos.0.fragmento.texto", "incapacidad por embarazo", "elementos.0.fragmento.resaltes.0.hasta", 11)
			assert.Len(m, h.lista("elementos"), 1)
		}
		m.como(publico).GET("/v1/siade/consulta?q=parto").espera(401)
		m.como(taod("14")).GET("/v1/siade/consulta?limite=1").espera(200).es("elementos.0.clave", "SUB-MAT", "elementos.1", nil)
		m.como(taod("14")).GET("/v1/siade/consulta?servicio=farmacia").espera(200).es("elementos.0.clave", "SUR-MED", "elementos.0.responde.0.clave", "farmacia", "elementos.1", nil)
		mal := m.como(taod("14")).GET("/v1/siade/consulta?clase=ave&limite=500&otra=1")
		mal.rompe("valor-no-permitido", "query.clase")
		mal.espera(422)

		// A petition is led to the card by its classification, then by its words.
		p := registrarA(m, taod("14"), "Me dijeron que me falta la receta y la farmacia cerró", "", objeto{"clasificacion": objeto{"tipo": "orientacion", "tema": "incapacidades"}})
		m.como(taod("14")).GET("/v1/peticiones/%s/fichas", p).espera(200).es("elementos.0.clave", "SUB-MAT", "elementos.0.responde.0.clase", "tema", "elementos.1.clave", "SUR-MED", "elementos.1.responde.0", nil)
		m.como(taod("15")).GET("/v1/peticiones/%s/fichas", p).espera(403)
		m.como(contraparte("area", "dn-finanzas")).GET("/v1/peticiones/%s/fichas", p).espera(404)
		reservada := registrarA(m, jefa("14"), "No me dan mi receta", "", objeto{"clasificacion": objeto{"tipo": "queja", "sensible": true, "sensibilidad": "violencia"}})
		m.como(taod("14")).GET("/v1/peticiones/%s/fichas", reservada).espera(404)
		m.como(jefa("14")).GET("/v1/peticiones/%s/fichas", reservada).espera(200).es("elementos.0.clave", "SUR-MED")
	})
}

// reporteDeUnaFicha is a report attended. It gives its folio.
func reporteDeUnaFicha(m *mundo) string {
	fichaConHistoria(m)
	m.como(taod("14")).POST("/v1/reportes-ficha", `{"clase": "nueva", "parte": "otra", "que": "Preguntan por la guardería en domingo.", "fuente": "Módulo de la UMF 3"}`).espera(201)
	folio := m.como(taod("14")).GET("/v1/reportes-ficha?clase=nueva").espera(200).texto("elementos.0.folio")
	ruta := "/v1/reportes-ficha/" + folio
	m.amanece("2026-04-20")
	m.como(taod("14")).GET("%s", ruta).espera(200).es("avisos.0.unidad", difusionDOE)
	m.como(personal(difusionDOE)).POST(ruta+"/dictaminar", `{"resultado": "no_procede", "motivo": "No hay ese servicio."}`).rompe("SIADE-CONSULTA-25", "body.causal")
	m.como(jefa("14")).POST(ruta+"/dictaminar", `{"resultado": "corregida", "motivo": "Se hará la ficha."}`).niega(403, "sin-facultad")
	m.hace("2026-04-20", personal(difusionDOE), ruta, "dictaminar", `{"resultado": "corregida", "motivo": "Se elaboró la ficha que se pide."}`).es("estado", "atendido")
	return folio
}

func TestAReportIsDecidedOrTakenBack(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		reporteDeUnaFicha(m)
		ficha := m.como(taod("14")).GET("/v1/fichas").espera(200).texto("elementos.0.folio")
		folio := m.como(jefa("20")).POST("/v1/reportes-ficha", objeto{"clase": "desactualizada", "ficha": ficha, "parte": "costo", "que": "Ahora tiene un costo.", "fuente": "Un letrero"}).espera(201).texto("folio")
		m.como(personal(enlaceDOE)).POST("/v1/reportes-ficha/"+folio+"/dictaminar", `{"resultado": "corregida", "motivo": "Se corrigió hoy."}`).rompe("SIADE-CONSULTA-31", "body")
		m.como(jefa("14")).POST("/v1/reportes-ficha/"+folio+"/retirar", `{"motivo": "Era de otra ficha."}`).espera(403)
		m.como(jefa("20")).POST("/v1/reportes-ficha/"+folio+"/retirar", `{"motivo": "Era de otra ficha."}`).espera(200).es("estado", "desistido")
		m.como(jefa("20")).GET("/v1/fichas/%s", ficha).espera(200).es("reportes", nil)
		m.integro()
	})
}

// seccionConHistoria is a section entered, changed and retired.
func seccionConHistoria(m *mundo) string {
	folio := m.como(personal(difusionDOE)).POST("/v1/secciones-consulta", `{"clave": "SUBSIDIOS", "nombre": "Subsidios", "orden": 1}`).espera(201).texto("folio")
	ruta := "/v1/secciones-consulta/" + folio
	m.como(personal(difusionDOE)).POST(ruta+"/modificar", `{"clave": "OTRA", "nombre": "Subsidios", "orden": 1}`).rompe("SIADE-CONSULTA-37", "body.clave")
	m.hace("2026-03-03", personal(difusionDOE), ruta, "modificar", `{"clave": "SUBSIDIOS", "nombre": "Subsidios y ayudas", "orden": 2}`)
	m.hace("2026-03-04", personal(difusionDOE), ruta, "retirar", `{"motivo": "Se reparte en otras secciones."}`)
	return folio
}

// difusionDeUnaFicha is a dissemination annulled. It gives its folio.
func difusionDeUnaFicha(m *mundo) string {
	fichaEnVigor(m, "SUB-MAT", contenidoDeFicha(nil))
	folio := m.como(taod("14")).POST("/v1/difusiones-ficha", `{"fichas": [{"clave": "SUB-MAT"}], "medio": "recorrido_en_sala", "dia": "2026-03-02", "donde": "Sala de espera de la UMF 3", "personas": 20}`).espera(201).texto("folio")
	m.hace("2026-03-03", jefa("14"), "/v1/difusiones-ficha/"+folio, "anular", `{"motivo": "Se asentó dos veces."}`)
	return folio
}
