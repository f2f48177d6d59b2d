package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// contenidoDePlantilla is a template for orientation on a theme.
func contenidoDePlantilla(texto string) objeto {
	return objeto{
		"nombre": "Orientación sobre maternidad", "uso": "Cuando pregunta por el subsidio y no hay que corregir nada.", "tipos": []string{"orientacion"},
		"responde": []objeto{{"clase": "tema", "clave": "incapacidades"}}, "texto": texto,
		"campos": []objeto{
			{"clave": "folio", "nombre": "Folio", "clase": "folio", "de": "folio"}, {"clave": "documentos", "nombre": "Documentos", "clase": "texto", "de": "ficha_documentos"},
			{"clave": "dia", "nombre": "Día de la cita", "clase": "fecha"}, {"clave": "nota", "nombre": "Nota", "clase": "texto", "opcional": true},
		},
	}
}

// plantillaConHistoria is a template returned, corrected, put in force and
// followed by another version. It gives its folio.
func plantillaConHistoria(m *mundo) string {
	const texto = "En respuesta a su petición {{folio}}: lleve {{documentos}} el {{dia}}. {{nota}}"
	alta := objeto{"clave": "ORI-MAT", "contenido": contenidoDePlantilla(texto)}
	m.como(titular("doe-7.1.3.1.3")).POST("/v1/plantillas-respuesta", alta).niega(403, "sin-facultad").es("facultad", "siade.atencion:proponer", "unidades_facultadas.0.unidad", "doe-7.1.3.1.1")
	folio := m.como(personal(enlaceDOE)).POST("/v1/plantillas-respuesta", alta).espera(201).es("estado", "en_elaboracion", "unidad", "doe-7.1.3.1.1").texto("folio")
	ruta := "/v1/plantillas-respuesta/" + folio
	m.hace("2026-03-02", titular(modulosDOE), ruta, "devolver", `{"reparos": [{"lugar": "texto", "texto": "Falta saludar a quien pide."}]}`)
	m.hace("2026-03-02", personal("doe-7.1.3.1.1"), ruta, "corregir", contenidoDePlantilla("Buen día. "+texto))
	m.como(titular(modulosDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-02"}`).niega(403, "sin-facultad").es("facultad", "siade.atencion:autorizar", "unidades_facultadas.0.unidad", "doe-7.1")
	m.como(personal(atencionDOE)).POST(ruta+"/autorizar", `{"desde": "2026-03-02"}`).niega(403, "requiere-titular")
	m.hace("2026-03-02", titular(atencionDOE), ruta, "autorizar", `{"desde": "2026-03-02", "oficio": "7.1.3/0088/2026"}`).es("versiones.0.numero", 1)
	m.hace("2026-03-02", personal(enlaceDOE), ruta, "corregir", contenidoDePlantilla("Hola. "+texto))
	m.hace("2026-03-02", titular(atencionDOE), ruta, "autorizar", `{"desde": "2026-04-01"}`).es("versiones.1.numero", 2)
	return folio
}

func TestAnAnswerIsDraftedWithATemplateAndSaysWhich(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		plantillaConHistoria(m)
		fichaEnVigor(m, "SUB-MAT", contenidoDeFicha(objeto{"documentos": []objeto{{"nombre": "Identificación", "forma": "original"}, {"nombre": "Estado de cuenta", "forma": "copia"}}}))
		p := registrarA(m, taod("14"), "¿Cómo cobro el subsidio por maternidad?", "", objeto{"clasificacion": objeto{"tipo": "orientacion", "tema": "incapacidades"}})
		ruta := "/v1/peticiones/" + p
		m.como(taod("14")).GET("%s/plantillas", ruta).espera(200).es("elementos.0.clave", "ORI-MAT", "elementos.0.version_plantilla", 1, "elementos.0.campos.0.clave", "dia", "elementos.0.campos.1.clave", "nota", "elementos.1", nil)
		redacta := ruta + "/respuesta-de-plantilla"
		mal := m.como(taod("14")).POST(redacta, `{"plantilla": "ORI-MAT", "ficha": "NADA", "valores": [{"campo": "nota", "valor": "{{folio}}"}, {"campo": "otro", "valor": "x"}]}`)
		for regla, lugar := range map[string]string{"15": "ficha", "10": "valores[0].valor", "09": "valores[1].campo", "08": "valores"} {
			mal.rompe("SIADE-PLANTILLA-"+regla, "body."+lugar)
		}
		m.como(taod("14")).POST(redacta, `{"plantilla": "NADA"}`).rompe("SIADE-PLANTILLA-13", "body.plantilla")
		m.como(taod("14")).POST(redacta, `{}`).rompe("requerido", "body.plantilla")
		bien := `{"plantilla": "ORI-MAT", "ficha": "SUB-MAT", "valores": [{"campo": "dia", "valor": "2026-03-09"}]}`
		m.como(taod("15")).POST(redacta, bien).espera(403)
		m.como(titular("doe-7.1.3.1.4")).POST(redacta, bien).niega(403, "sin-facultad").es("facultad", "siade.atencion:atender")
		m.como(contraparte("area", "dn-finanzas")).POST(redacta, bien).espera(404)
		b := m.como(taod("14")).POST(redacta, bien).espera(200)
		b.es("texto", "Buen día. En respuesta a su petición "+p+": lleve Identificación; Estado de cuenta el 9 de marzo de 2026. ", "campos.1.origen", "expediente", "campos.3.origen", "vacio",
			"respuesta.plantilla.clave", "ORI-MAT", "respuesta.plantilla.version", 1)
		m.como(taod("14")).GET("%s", ruta).espera(200).es("version", 2, "estado", "clasificada") // drafting changes nothing

		// What is sent says with what it was written; another version is refused.
		m.como(taod("14")).POST(ruta+"/responder", objeto{"respuesta": b.en("texto"), "plantilla": objeto{"clave": "ORI-MAT", "version": 2}}).rompe("SIADE-PETICION-68", "body.plantilla")
		m.como(taod("14")).POST(ruta+"/responder", b.en("respuesta")).espera(200).es("respuesta.plantilla.version", 1)
		queja := registrarA(m, taod("14"), "Me trataron mal.", "", objeto{"clasificacion": objeto{"tipo": "queja"}})
		m.como(taod("14")).POST("/v1/peticiones/"+queja+"/respuesta-de-plantilla", bien).rompe("SIADE-PLANTILLA-14", "body.plantilla")
		m.como(taod("14")).GET("/v1/peticiones/%s/plantillas", queja).espera(200).es("elementos.0", nil)
		m.el("2026-04-01")
		m.como(taod("14")).GET("%s/plantillas", ruta).espera(200).es("elementos.0.version_plantilla", 2)
		m.integro()
	})
}

func TestTheWordsOfAPetitionAreKeptWhenItIsModeratedOrTranslated(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const original = "La inútil de la ventanilla 3, vecina mía de la calle Roble 8, no me atendió."
		alta := m.como(publico).POST("/v1/publico/peticiones", objeto{"canal": "web", "ooad": "14", "relato": original, "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}}).espera(201)
		p, clave := alta.texto("folio"), alta.texto("clave_seguimiento")
		ruta := "/v1/peticiones/" + p
		m.como(taod("14")).POST(ruta+"/clasificar", objeto{"tipo": "queja"}).espera(200)
		m.como(jefa("14")).POST(ruta+"/turnar", objeto{"organo": "dn-prestaciones-medicas", "motivo": "Les compete"}).espera(200)
		modera := objeto{"texto": "La persona de la ventanilla 3 no me atendió.", "causal": "datos_de_terceros", "motivo": "Decía dónde vive una persona."}
		m.como(taod("14")).POST(ruta+"/moderar", modera).niega(403, "requiere-titular")
		m.como(jefa("15")).POST(ruta+"/moderar", modera).espera(403)
		m.como(jefa("14")).POST(ruta+"/moderar", `{"texto": "x", "causal": "porque_si", "motivo": "no"}`).rompe("valor-no-permitido", "body.causal")
		m.como(jefa("14")).POST(ruta+"/moderar", modera).espera(200).es("relato", original, "moderacion.texto", modera["texto"])

		m.como(publico).con("Clave-Seguimiento", clave).GET("/v1/publico/peticiones/%s", p).espera(200).es("relato", modera["texto"], "moderado", true)
		area := contraparte("area", "dn-prestaciones-medicas")
		visto := m.como(area).GET("%s", ruta).espera(200).es("relato", modera["texto"])
		assert.NotContains(m, string(visto.crudo), "Roble")
		assert.NotContains(m, string(m.como(area).GET("%s/historial", ruta).espera(200).crudo), "Roble")
		m.como(area).GET("/v1/peticiones?q=roble").niega(422, "datos-no-validos") // nor may it be guessed by searching
		m.como(jefa("14")).GET("/v1/peticiones?q=roble").espera(200).es("elementos.0.folio", p)
		m.como(taod("14")).GET("%s", ruta).espera(200).es("relato", original)
		m.como(jefa("14")).POST(ruta+"/restituir", `{"motivo": "Ella consiente que se lea."}`).espera(200).es("moderacion", nil)

		traduce := objeto{"que": "respuesta", "lengua": "náhuatl", "texto": "Ye mochiuh.", "traduce": "Intérprete acreditada"}
		m.como(taod("14")).POST(ruta+"/traducir", traduce).rompe("SIADE-PETICION-67", "body.que")
		m.como(area).POST(ruta+"/responder", `{"respuesta": "Se llamó la atención a la persona."}`).espera(200)
		m.como(taod("14")).POST(ruta+"/traducir", traduce).espera(200).es("respuesta.texto", "Se llamó la atención a la persona.", "respuesta.traduccion.lengua", "náhuatl")
		m.como(area).POST(ruta+"/traducir", traduce).espera(403)
		m.integro()
	})
}
