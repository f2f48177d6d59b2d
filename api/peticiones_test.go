package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// alContacto is a petition resolved as it is registered.
func alContacto(canal, tipo string) map[string]any {
	return map[string]any{
		"canal": canal, "peticionario": map[string]any{"tipo": "derechohabiente", "anonimo": true}, "relato": "Pregunta por los requisitos de un trámite.",
		"clasificacion": map[string]any{"tipo": tipo}, "atencion_inmediata": map[string]any{"respuesta": "Se le orientó en el módulo."},
	}
}

func TestAPetitionResolvedAtContactIsOneCallAndFourEvents(t *testing.T) {
	b := soloPropios(t)
	v := b.pedir(taod, "POST", "/v1/peticiones", alContacto("modulo", "orientacion"))
	m := v.es(t, 201)
	assert.Equal(t, `"4"`, v.Header.Get("ETag"))
	assert.Equal(t, "cerrada", m["estado"])
	assert.Regexp(t, `^SIADE-2026-14-0000001-[0-9A-Z]$`, m["folio"])
	var actos []any
	for _, e := range b.pedir(taod, "GET", "/v1/peticiones/"+m["folio"].(string)+"/historial", nil).es(t, 200)["elementos"].([]any) {
		actos = append(actos, e.(map[string]any)["acto"])
	}
	assert.Len(t, actos, 4)
	assert.Equal(t, "registrar", actos[0])
	assert.Equal(t, "cerrar", actos[3])
}

func TestTheReceiptIsAPDFOfItsFolio(t *testing.T) {
	b := soloPropios(t)
	f := b.pedir(taod, "POST", "/v1/peticiones", alContacto("modulo", "orientacion")).es(t, 201)["folio"].(string)
	v := b.pedir(taod, "GET", "/v1/peticiones/"+f+"/acuse.pdf", nil)
	require.Equal(t, 200, v.StatusCode)
	assert.Equal(t, "application/pdf", v.Header.Get("Content-Type"))
	assert.Equal(t, `attachment; filename="`+f+`.pdf"`, v.Header.Get("Content-Disposition"))
	assert.Equal(t, "%PDF-", string(v.cuerpo[:5]))
	b.pedir(lejano, "GET", "/v1/peticiones/"+f+"/acuse.pdf", nil).es(t, 403)
	b.pedir(taod, "GET", "/v1/peticiones/SIADE-2026-14-0000009-X/acuse.pdf", nil).es(t, 404)
}

func TestStatisticsCountWhatWasRegistered(t *testing.T) {
	b := soloPropios(t)
	for range 3 {
		b.pedir(taod, "POST", "/v1/peticiones", alContacto("modulo", "orientacion")).es(t, 201)
	}
	b.pedir(lejano, "POST", "/v1/peticiones", alContacto("telefono", "gestion")).es(t, 201)
	sin := alContacto("correo", "queja")
	delete(sin, "atencion_inmediata")
	b.pedir(taod, "POST", "/v1/peticiones", sin).es(t, 201)

	m := b.pedir(central, "GET", "/v1/siade/estadistica?agrupar=ooad,tipo&desde=2026-03-01&hasta=2026-03-31", nil).es(t, 200)
	total := m["total"].(map[string]any)
	assert.EqualValues(t, 5, total["registradas"])
	assert.EqualValues(t, 4, total["cerradas"])
	assert.EqualValues(t, 1, total["abiertas"])
	assert.EqualValues(t, 4, total["al_contacto"])
	assert.EqualValues(t, 0, total["dias_mediana"])
	assert.Nil(t, total["satisfaccion"])
	filas := map[string]any{}
	for _, x := range m["filas"].([]any) {
		f := x.(map[string]any)
		filas[f["ooad"].(string)+" "+f["tipo"].(string)] = f["registradas"]
	}
	assert.Equal(t, map[string]any{"14 orientacion": 3.0, "02 gestion": 1.0, "14 queja": 1.0}, filas)

	m = b.pedir(titular, "GET", "/v1/siade/estadistica", nil).es(t, 200)
	assert.EqualValues(t, 4, m["total"].(map[string]any)["registradas"], "an OOAD sees its own")
	b.pedir(titular, "GET", "/v1/siade/estadistica?ooad=14,02", nil).falla(t, 403, "fuera-de-ambito")
	b.pedir(prensa, "GET", "/v1/siade/estadistica", nil).falla(t, 403, "sin-lectura")
	b.pedir(area, "GET", "/v1/siade/estadistica", nil).falla(t, 403, "sin-lectura")
	b.pedir(central, "GET", "/v1/siade/estadistica?agrupar=tema,canal", nil).falla(t, 422, "combinacion-no-disponible")
	b.pedir(central, "GET", "/v1/siade/estadistica?agrupar=nada", nil).es(t, 422)
	b.pedir(central, "GET", "/v1/siade/estadistica?desde=2026-04-01&hasta=2026-03-01", nil).es(t, 422)
}

func TestReadsThatExerciseAFacultadAreListed(t *testing.T) {
	b := soloPropios(t)
	es := b.lista("/v1/lecturas")
	require.NotEmpty(t, es)
	e := es[0].(map[string]any)
	assert.Equal(t, "GET /v1/siade/estadistica", e["ruta"])
	assert.Contains(t, e["facultades"], "siade.estadistica:informar")
	m := b.pedir(taod, "GET", "/v1/cobertura", nil).es(t, 200)
	assert.Positive(t, m["cubiertas"])
	assert.Empty(t, b.sinCatalogo(), "every facultad asked for is in the catalog")
}
