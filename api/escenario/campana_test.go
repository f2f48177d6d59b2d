package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// contenidoDeCampana is a content with one nationwide spot on television.
func contenidoDeCampana() objeto {
	return objeto{
		"diagnostico": "Solo 42 % de la población objetivo sabe que la vacuna es gratuita.", "atribucion": "Ley del Seguro Social, art. 110: medicina preventiva",
		"objetivos": []string{"Dar a conocer que la vacuna es gratuita"},
		"metas":     []objeto{{"clave": "recordacion", "descripcion": "Población que recuerda el mensaje", "valor": 55}},
		"poblacion": objeto{"segmentos": []objeto{{"clave": "mayores", "descripcion": "Personas adultas mayores", "edad_desde": 60}}, "lenguas": []string{"spa"}},
		"mensajes":  []objeto{{"clave": "m1", "nombre": "Vacúnate gratis", "texto": "La vacuna es gratuita en tu unidad.", "lengua": "spa", "accesibilidad": []string{"subtitulos"}}},
		"difusiones": []objeto{{
			"clave": "tv1", "medio": "television", "tiempo": "comercial", "mensajes": []string{"m1"}, "inicio": "2026-10-05", "fin": "2026-11-15", "espacios": 240,
		}},
		"lineas": []objeto{{
			"clave": "L1", "partida": "36101", "concepto": "Transmisión de anuncios", "difusion": "tv1", "unidad_medida": "anuncio", "cantidad": 240, "costo_unitario": 2_500_000, "iva": 96_000_000,
		}},
		"evaluacion": objeto{"metodo": "Encuesta telefónica, por empresa especializada", "postest": true},
	}
}

// campanaExterna is the life of an external campaign: nothing is spent before
// the key of the federal authority, nor put out on a forbidden day. It gives
// the folio.
func campanaExterna(m *mundo) string {
	difusion, unidad, masivos := titular("doe-7.1.2.3"), titular("doe-7.1.2"), titular("doe-7.1.2.3.1")
	segob := contraparte("federal", "federal-segob")
	m.el("2026-07-01")
	alta := objeto{"nombre": "Invierno sin influenza", "clase": "externa", "modalidad": "ordinaria", "tema": "Vacunación", "ejercicio": 2026, "programa": "PACS-2026"}
	folio := m.como(difusion).POST("/v1/campanas", alta).espera(201).es("estado", "en_elaboracion", "unidad", "doe-7.1.2.3").texto("folio")
	ruta := "/v1/campanas/" + folio
	hacer := func(dia string, quien rol, acto string, entrada any) cuerpo {
		m.Helper()
		m.el(dia)
		return m.como(quien).POST(ruta+"/"+acto, entrada).espera(200)
	}
	gasto := func(dia string, monto int) objeto {
		return objeto{"linea": "L1", "fecha": dia, "documento": "DOC-1", "monto": monto, "proveedor": objeto{"rfc": "TSO000101AB1", "nombre": "Televisora del Sol, S.A. de C.V."}}
	}
	salida := func(desde, hasta string) objeto {
		return objeto{"difusion": "tv1", "desde": desde, "hasta": hasta, "espacios": 40, "testigos": []objeto{{"nombre": "t.mp4", "sha256": huella("testigo")}}}
	}
	hacer("2026-07-02", difusion, "registrar-veda", `{"clave": "pel-14", "proceso": "Elección extraordinaria", "entidades": ["14"], "desde": "2026-11-01", "hasta": "2026-11-08", "fuente": "Acuerdo del instituto electoral"}`)
	local := contenidoDeCampana()
	local["difusiones"] = append(local["difusiones"].([]objeto), objeto{
		"clave": "rd1", "medio": "radio", "tiempo": "comercial", "mensajes": []string{"m1"}, "entidades": []string{"14"}, "inicio": "2026-10-28", "fin": "2026-11-03", "espacios": 10,
	})
	m.como(difusion).POST(ruta+"/redactar", objeto{"contenido": local}).rompe("COMUNICACION-CAMPANA-15", "body.contenido.difusiones[1].inicio")
	hacer("2026-07-02", difusion, "redactar", objeto{"contenido": contenidoDeCampana()})
	hacer("2026-07-20", difusion, "registrar-tiempos", `{"difusion": "tv1", "oficio": "UCS/1", "fecha": "2026-07-10", "hubo": false, "respuesta": "RTC/1", "respondio": "2026-07-20"}`)
	hacer("2026-08-03", difusion, "presentar", `{"consulta_electoral": "Calendario del INE, consultado el 2026-08-03"}`)
	m.como(difusion).POST(ruta+"/comprometer", gasto("2026-08-03", 1)).rompe("COMUNICACION-CAMPANA-34", "body")
	m.como(segob).GET("%s", ruta).niega(404, "no-encontrado")
	visto := `{"resultado": "otorgada", "revisadas": ["personalizacion", "discriminacion", "violencia", "confusion", "terceros", "informe_labores"]}`
	m.como(difusion).POST(ruta+"/validar", visto).niega(403, "sin-facultad")
	hacer("2026-08-05", unidad, "validar", visto).es("estado", "validada")
	hacer("2026-08-10", difusion, "gestionar", `{"oficio": "UCS/213", "fecha": "2026-08-10"}`).es("estado", "en_gestion", "vence", "2026-09-08")
	m.como(difusion).POST(ruta+"/comprometer", gasto("2026-08-10", 1)).rompe("COMUNICACION-CAMPANA-34", "body")
	hacer("2026-09-01", segob, "dictaminar", `{"resultado": "otorgada", "clave": "SEGOB-2026-117", "oficio": "SNM/147", "fecha": "2026-09-01", "hasta": "2026-12-31"}`).es("estado", "autorizada")

	hacer("2026-09-10", difusion, "comprometer", gasto("2026-09-10", 600_000_000))
	hacer("2026-10-12", difusion, "difundir", salida("2026-10-05", "2026-10-11")).es("estado", "en_difusion")
	hacer("2026-11-16", difusion, "difundir", salida("2026-10-12", "2026-11-15"))
	hacer("2026-11-18", masivos, "devengar", gasto("2026-11-18", 590_000_000))
	hacer("2026-11-25", difusion, "pagar", gasto("2026-11-25", 590_000_000))
	hacer("2026-11-26", difusion, "liberar", gasto("2026-11-26", 10_000_000))
	hacer("2026-11-26", difusion, "concluir", `{"fecha": "2026-11-15"}`).es("estado", "concluida")
	cierre := `{"informe": "Se difundió lo previsto y se alcanzó la meta."}`
	m.como(difusion).POST(ruta+"/cerrar", cierre).espera(422)
	hacer("2026-12-08", masivos, "registrar-mes", `{"anio": 2026, "mes": 11, "acuse": "COMSOC-11", "fecha": "2026-12-08"}`)
	hacer("2026-12-09", difusion, "evaluar", objeto{
		"tipo": "postest", "metodo": "Encuesta telefónica", "muestra": 1200, "desde": "2026-11-23", "hasta": "2026-11-27", "empresa": objeto{"rfc": "AAA010101AAA", "nombre": "Estudios de Opinión, S.C."},
		"medidas": []objeto{{"meta": "recordacion", "valor": 61.5}}, "hallazgos": "Se recuerda.", "recomendacion": "Repetir la pauta.",
	})
	hacer("2026-12-10", difusion, "cerrar", cierre).es("estado", "cerrada", "cierre.metas_cumplidas.0", "recordacion",
		"cierre.gasto.planeado", 696_000_000, "cierre.gasto.comprometido", 590_000_000, "cierre.gasto.devengado", 590_000_000, "cierre.gasto.pagado", 590_000_000)
	return folio
}

func TestACampaignIsRefusedBeforeItsKeyAndOnForbiddenDaysAndRunsToItsClosing(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := campanaExterna(m)
		const difusion = "doe-7.1.2.3 | expreso comunicacion.campanas:"
		require.Equal(m, []string{
			"elaborar | " + difusion + "elaborar | doe-7.1.2.3/2",
			"registrar-veda | " + difusion + "coordinar | doe-7.1.2.3/9",
			"redactar | " + difusion + "elaborar | doe-7.1.2.3/2",
			"registrar-tiempos | " + difusion + "atender | doe-7.1.2.3/2 doe-7.1.2.3/3",
			"presentar | " + difusion + "informar | doe-7.1.2.3/2 doe-7.1.2.3/9",
			"validar | doe-7.1.2 | jerarquico comunicacion.campanas:validar | doe-7.1.2/17",
			"gestionar | " + difusion + "representar | doe-7.1.2.3/3",
			"dictaminar | federal:federal-segob | contraparte | doe-7.1.2/5",
			"comprometer | " + difusion + "ejecutar | doe-7.1.2.3/4",
			"difundir | " + difusion + "ejecutar | doe-7.1.2.3/4",
			"difundir | " + difusion + "ejecutar | doe-7.1.2.3/4",
			"devengar | doe-7.1.2.3.1 | expreso comunicacion.campanas:supervisar | doe-7.1.2.3.1/7",
			"pagar | " + difusion + "seguir | doe-7.1.2.3/4",
			"liberar | " + difusion + "ejecutar | doe-7.1.2.3/4",
			"concluir | " + difusion + "ejecutar | doe-7.1.2.3/4",
			"registrar-mes | doe-7.1.2.3.1 | expreso comunicacion.ordenes:registrar | doe-7.1.2.3.1/7 doe-7.1.2.3.1/10",
			"evaluar | " + difusion + "evaluar | doe-7.1.2.3/9",
			"cerrar | " + difusion + "informar | doe-7.1.2.3/2 doe-7.1.2.3/9",
		}, m.como(titular("doe-7.1.2")).historia("campanas", folio))
		m.integro()
	})
}
