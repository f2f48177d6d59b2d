package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnActOfCreationAnswersWhereItIs(t *testing.T) {
	b := nuevoBanco(t)
	v := b.pedir(taod, "POST", "/v1/prestamos", Solicitud{Expediente: "A-1", Clase: "caja"})
	m := v.es(t, 201)
	assert.Equal(t, "/v1/prestamos/"+m["folio"].(string), v.Header.Get("Location"))
	assert.Equal(t, `"1"`, v.Header.Get("ETag"))
	assert.Equal(t, "solicitado", m["estado"])
	assert.Nil(t, m["vence"])
	assert.Contains(t, m, "vence")
	assert.Equal(t, "sin_plazo", m["semaforo"])
	for _, k := range []string{"version", "unidad", "ooad", "creado", "actualizado"} {
		assert.Contains(t, m, k)
	}
	w := b.pedir(taod, "GET", v.Header.Get("Location"), nil)
	assert.Equal(t, m, w.es(t, 200))
	assert.Equal(t, "private, no-cache", w.Header.Get("Cache-Control"))
	assert.Equal(t, "Authorization, Accept-Language", w.Header.Get("Vary"))
	assert.Equal(t, "nosniff", w.Header.Get("X-Content-Type-Options"))
}

func TestAReaderWhoHasTheVersionGetsNoBody(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	for marca, estado := range map[string]int{`"1"`: 304, `W/"1"`: 304, `"7", "1"`: 304, `*`: 304, `"2"`: 200, `no-quotes`: 200} {
		v := b.pedir(taod, "GET", ruta(f, ""), nil, "If-None-Match", marca)
		assert.Equal(t, estado, v.StatusCode, marca)
		assert.Equal(t, `"1"`, v.Header.Get("ETag"))
		assert.Equal(t, estado == 304, len(v.cuerpo) == 0)
	}
}

func TestAnActOnAStaleVersionIsRefused(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	for _, vieja := range []string{`"2"`, `"x"`, `W/"1"`, `"01"`, `"5", "6"`} {
		b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}, "If-Match", vieja).falla(t, 412, "version-obsoleta")
	}
	assert.Equal(t, map[string]string{"header.If-Match": "marca-no-valida"}, b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}, "If-Match", "1").falla(t, 422, "datos-no-validos"))
	v := b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}, "If-Match", `"9" , "1"`)
	m := v.es(t, 200)
	assert.Equal(t, `"2"`, v.Header.Get("ETag"))
	assert.Equal(t, "2026-03-16", m["vence"]) // ten working days after 2 March
	assert.Equal(t, "en_tiempo", m["semaforo"])
	b.pedir(taod, "POST", ruta(f, "/devolver"), nil, "If-Match", "*").es(t, 200)
}

func TestChecksComeInTheOrderOfTheContract(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	mal := `{"texto":""}`
	// Each step mends the first thing wrong with the one before.
	b.pedir(taod, "POST", ruta(f, "/prestar"), mal, "Authorization", "").falla(t, 401, "sin-credencial")
	b.pedir(prensa, "POST", ruta("NO-HAY", "/prestar"), strings.Repeat(" ", 300<<10), "Content-Type", "text/plain").falla(t, 413, "cuerpo-muy-grande")
	b.pedir(prensa, "POST", ruta("NO-HAY", "/prestar"), `{`, "Content-Type", "text/plain").falla(t, 415, "tipo-de-contenido")
	b.pedir(prensa, "POST", ruta("NO-HAY", "/prestar"), `{"texto":"a","texto":"b","x":1}`).falla(t, 400, "clave-repetida")
	fs := b.pedir(prensa, "POST", ruta("NO-HAY", "/prestar"), `{"texto":null,"x":1}`, "If-Match", "1").falla(t, 422, "datos-no-validos")
	assert.Equal(t, map[string]string{"body.texto": "nulo-no-permitido", "body.x": "propiedad-desconocida", "header.If-Match": "marca-no-valida"}, fs)
	b.pedir(prensa, "POST", ruta("NO-HAY", "/prestar"), Nota{"repetida"}, "If-Match", `"9"`).falla(t, 404, "no-encontrado")
	m := b.pedir(prensa, "POST", ruta(f, "/opinar"), Nota{"repetida"}, "If-Match", `"9"`).es(t, 403)
	assert.Equal(t, "sin-facultad", m["codigo"])
	m = b.pedir(prensa, "POST", ruta(f, "/prestar"), Nota{"repetida"}, "If-Match", `"9"`).es(t, 403)
	assert.Equal(t, "siade.atencion:atender", m["facultad"])
	assert.NotEmpty(t, m["unidades_facultadas"])
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"repetida"}, "If-Match", `"9"`).falla(t, 412, "version-obsoleta")
	m = b.pedir(taod, "POST", ruta(f, "/consultar"), Consulta{"ooad-14"}).es(t, 409)
	assert.Equal(t, "solicitado", m["estado"])
	assert.Contains(t, m["actos_posibles"], "prestar")
	fs = b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"repetida"}).falla(t, 422, "reglas-del-acto")
	assert.Equal(t, map[string]string{"body.texto": "PRESTAMO-01"}, fs)
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}).es(t, 200)
}

func TestEveryFaultOfTheShapeIsToldAtOnce(t *testing.T) {
	b := nuevoBanco(t)
	fs := b.pedir(taod, "POST", "/v1/prestamos", `{"clase":"otra","persona":{"curp":"x"},"temas":["a","a"],"hojas":0.5,"dia":"2026-02-30","urgente":"si","EXPEDIENTE":"x"}`).falla(t, 422, "datos-no-validos")
	assert.Equal(t, map[string]string{
		"body.clase": "valor-no-permitido", "body.expediente": "requerido", "body.persona.nombre": "requerido", "body.persona.curp": "muy-corto", "body.temas": "elementos-repetidos",
		"body.hojas": "tipo-incorrecto", "body.dia": "formato-fecha", "body.urgente": "tipo-incorrecto", "body.EXPEDIENTE": "propiedad-desconocida",
	}, fs)
	fs = b.pedir(taod, "POST", "/v1/prestamos", nil).falla(t, 422, "datos-no-validos")
	assert.Equal(t, map[string]string{"body.expediente": "requerido"}, fs)
}

func TestMessagesAreSpanishUnlessEnglishIsPreferred(t *testing.T) {
	b := nuevoBanco(t)
	for pide, texto := range map[string]string{"": "Los datos", "en": "The data", "en-US,en;q=0.9,es;q=0.8": "The data", "es-MX,en;q=0.9": "Los datos", "fr": "Los datos", "en;q=0": "Los datos"} {
		m := b.pedir(taod, "POST", "/v1/prestamos", "{}", "Accept-Language", pide).es(t, 422)
		assert.Contains(t, m["detail"], texto, pide)
	}
}

func TestAnActWithoutRequiredFieldsTakesAnEmptyBody(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/devolver"), nil).es(t, 200)
}

func TestTheHistoryTellsWhoUnderWhichFunctionWhenAndWithWhat(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"con cuidado"}).es(t, 200)
	m := b.pedir(central, "GET", ruta(f, "/historial"), nil).es(t, 200)
	es := m["elementos"].([]any)
	require.Len(t, es, 2)
	assert.Nil(t, m["siguiente"])
	e := es[1].(map[string]any)
	assert.EqualValues(t, 2, e["secuencia"])
	assert.Equal(t, "prestar", e["acto"])
	assert.Equal(t, "solicitado", e["de"])
	assert.Equal(t, "prestado", e["a"])
	assert.Equal(t, "taod-14", e["actor"].(map[string]any)["sub"])
	assert.Equal(t, "expreso", e["fundamento"].(map[string]any)["tipo"])
	assert.NotEmpty(t, e["fundamento"].(map[string]any)["funciones"])
	assert.Equal(t, map[string]any{"texto": "con cuidado"}, e["entrada"])
	assert.Len(t, e["huella"], 64)

	p := b.pedir(central, "GET", ruta(f, "/historial?limite=1"), nil)
	m = p.es(t, 200)
	require.NotNil(t, m["siguiente"])
	sig := strings.TrimSuffix(strings.TrimPrefix(p.Header.Get("Link"), "<"), `>; rel="next"`)
	m = b.pedir(central, "GET", sig, nil).es(t, 200)
	assert.EqualValues(t, 2, m["elementos"].([]any)[0].(map[string]any)["secuencia"])
	b.pedir(central, "GET", ruta(f, "/historial?cursor=otro"), nil).falla(t, 422, "cursor-invalido")
}

func TestWhatAReaderMayDoNowIsListedWithItsBasis(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	m := b.pedir(taod, "GET", ruta(f, "/actos"), nil).es(t, 200)
	puede := map[string]bool{}
	for _, x := range m["elementos"].([]any) {
		a := x.(map[string]any)
		puede[a["acto"].(string)] = a["puede"].(bool)
		assert.Equal(t, !a["puede"].(bool), a["motivo"] != nil, a["acto"])
	}
	assert.True(t, puede["prestar"])
	assert.False(t, puede["consultar"])
	assert.NotContains(t, puede, "ajustar-plazo")
}

func TestEachDateOfARecordIsCountedDayByDay(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}).es(t, 200)
	m := b.pedir(taod, "GET", ruta(f, "/plazo"), nil).es(t, 200)
	assert.Equal(t, "2026-03-16", m["vence"])
	p := m["elementos"].([]any)[0].(map[string]any)
	assert.Equal(t, "devolucion", p["plazo"])
	assert.Equal(t, "Devolución", p["titulo"])
	pasos := p["derivacion"].([]any)
	assert.Equal(t, "2026-03-16", pasos[len(pasos)-1].(map[string]any)["fecha"])
	assert.EqualValues(t, 10, pasos[len(pasos)-1].(map[string]any)["cuenta"])
}

func TestListsFilterAndPage(t *testing.T) {
	b := nuevoBanco(t)
	var folios []string
	for _, x := range []string{"uno", "dos", "tres"} {
		folios = append(folios, b.solicitar(x))
	}
	b.pedir(taod, "POST", ruta(folios[0], "/prestar"), Nota{"n"}).es(t, 200)
	cuantos := func(q string) int {
		return len(b.pedir(taod, "GET", "/v1/prestamos"+q, nil).es(t, 200)["elementos"].([]any))
	}
	assert.Equal(t, 3, cuantos(""))
	assert.Equal(t, 1, cuantos("?estado=prestado"))
	assert.Equal(t, 1, cuantos("?expediente=dos"))
	assert.Equal(t, 0, cuantos("?clase=legajo"))
	assert.Equal(t, 3, cuantos("?ooad=14&unidad=caood-7.1&creado_desde=2026-03-02&creado_hasta=2026-03-02&estado="))
	assert.Equal(t, 0, cuantos("?creado_desde=2026-03-03"))
	assert.Equal(t, 1, cuantos("?vence_antes=2026-03-17"))
	assert.Equal(t, 0, cuantos("?vence_antes=2026-03-16"))
	assert.Equal(t, 1, cuantos("?q=TRES"))

	vistos := map[string]bool{}
	for ruta := "/v1/prestamos?limite=2&orden=creado"; ruta != ""; {
		v := b.pedir(taod, "GET", ruta, nil)
		for _, x := range v.es(t, 200)["elementos"].([]any) {
			vistos[x.(map[string]any)["folio"].(string)] = true
		}
		ruta = strings.TrimSuffix(strings.TrimPrefix(v.Header.Get("Link"), "<"), `>; rel="next"`)
	}
	assert.Len(t, vistos, 3)
}

func TestListsRefuseWhatTheyDoNotKnow(t *testing.T) {
	b := nuevoBanco(t)
	for q, falla := range map[string]string{
		"?otro=1": "query.otro parametro-desconocido", "?estado=zzz": "query.estado valor-no-permitido", "?clase=zzz": "query.clase valor-no-permitido",
		"?limite=0": "query.limite menor-que-minimo", "?limite=201": "query.limite mayor-que-maximo", "?limite=x": "query.limite tipo-incorrecto", "?limite=9999999999999": "query.limite tipo-incorrecto",
		"?estado=prestado&estado=devuelto": "query.estado valor-repetido", "?creado_desde=2026-02-30": "query.creado_desde formato-fecha", "?ooad=99": "query.ooad clave-no-valida",
		"?unidad=x": "query.unidad clave-no-valida", "?orden=raro": "query.orden valor-no-permitido", "?q=%00": "query.q caracter-no-permitido", "?q=%ff": "query.q caracter-no-permitido",
		"?q=" + strings.Repeat("a", 201): "query.q muy-largo", "?q=%zz": "query consulta-mal-formada", "?cursor=abc": "query.cursor cursor-invalido",
		"?GODE561231HDFRRN09=1": "query parametro-desconocido",
	} {
		t.Run(q, func(t *testing.T) {
			lugar, codigo, _ := strings.Cut(falla, " ")
			v := b.pedir(taod, "GET", "/v1/prestamos"+q, nil)
			var p struct {
				Errors []struct{ Location, Codigo string }
			}
			require.NoError(t, json.Unmarshal(v.cuerpo, &p))
			require.Equal(t, 422, v.StatusCode)
			require.Len(t, p.Errors, 1, "%s", v.cuerpo)
			assert.Equal(t, lugar+" "+codigo, p.Errors[0].Location+" "+p.Errors[0].Codigo)
			assert.NotContains(t, string(v.cuerpo), "GODE")
		})
	}
}

func TestACursorOfAnotherListIsRefused(t *testing.T) {
	b := nuevoBanco(t)
	for range 3 {
		b.solicitar("x")
	}
	m := b.pedir(taod, "GET", "/v1/prestamos?limite=1", nil).es(t, 200)
	cursor := m["siguiente"].(string)
	b.pedir(taod, "GET", "/v1/prestamos?limite=1&cursor="+cursor, nil).es(t, 200)
	assert.Equal(t, map[string]string{"query.cursor": "cursor-invalido"}, b.pedir(taod, "GET", "/v1/prestamos?limite=1&estado=prestado&cursor="+cursor, nil).falla(t, 422, "cursor-invalido"))
	b.pedir(lejano, "GET", "/v1/prestamos?limite=1&cursor="+cursor, nil).es(t, 422)
}

func TestWhoSeesWhat(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	secreto := b.solicitar("secreto")
	for _, resto := range []string{"", "/historial", "/actos", "/plazo"} {
		b.pedir(titular, "GET", ruta(f, resto), nil).es(t, 200)
		b.pedir(central, "GET", ruta(f, resto), nil).es(t, 200)
		m := b.pedir(lejano, "GET", ruta(f, resto), nil).es(t, 403)
		assert.NotContains(t, m, "expediente")
		b.pedir(prensa, "GET", ruta(f, resto), nil).falla(t, 403, "sin-lectura")
		b.pedir(area, "GET", ruta(f, resto), nil).falla(t, 404, "no-encontrado")
		b.pedir(titular, "GET", ruta(secreto, resto), nil).es(t, 200)
		b.pedir(taod, "GET", ruta(secreto, resto), nil).falla(t, 404, "no-encontrado")
		b.pedir(taod, "GET", ruta("PRES-2026-14-9999999-X", resto), nil).falla(t, 404, "no-encontrado")
		b.pedir(taod, "GET", ruta("pres'%20or%201=1--", resto), nil).falla(t, 404, "no-encontrado")
	}
	assert.Len(t, b.pedir(titular, "GET", "/v1/prestamos", nil).es(t, 200)["elementos"], 2)
	assert.Len(t, b.pedir(taod, "GET", "/v1/prestamos", nil).es(t, 200)["elementos"], 1)
	assert.Empty(t, b.pedir(lejano, "GET", "/v1/prestamos", nil).es(t, 200)["elementos"])
	assert.Empty(t, b.pedir(prensa, "GET", "/v1/prestamos", nil).es(t, 200)["elementos"])
}

func TestTheSameKeyGivesTheFirstAnswerAgain(t *testing.T) {
	b := nuevoBanco(t)
	s := Solicitud{Expediente: "A-1"}
	uno := b.pedir(taod, "POST", "/v1/prestamos", s, "Idempotency-Key", "clave-uno")
	m := uno.es(t, 201)
	b.pedir(taod, "POST", ruta(m["folio"].(string), "/prestar"), Nota{"n"}).es(t, 200)
	dos := b.pedir(taod, "POST", "/v1/prestamos", s, "Idempotency-Key", "clave-uno")
	assert.Equal(t, m, dos.es(t, 201))
	assert.Equal(t, uno.Header.Get("Location"), dos.Header.Get("Location"))
	assert.Equal(t, `"1"`, dos.Header.Get("ETag"))
	assert.Equal(t, map[string]string{"header.Idempotency-Key": "idempotencia-distinta"}, b.pedir(taod, "POST", "/v1/prestamos", Solicitud{Expediente: "B"}, "Idempotency-Key", "clave-uno").falla(t, 422, "idempotencia-distinta"))
	otro := b.pedir(titular, "POST", "/v1/prestamos", s, "Idempotency-Key", "clave-uno").es(t, 201)
	assert.NotEqual(t, m["folio"], otro["folio"], "another caller")
	for _, mala := range []string{"corta", "con espacio dentro", "ñandúñandú", strings.Repeat("k", 201)} {
		assert.Contains(t, b.pedir(taod, "POST", "/v1/prestamos", s, "Idempotency-Key", mala).falla(t, 422, "datos-no-validos"), "header.Idempotency-Key")
	}
}

func TestARefusedRequestLeavesItsKeyFree(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"repetida"}, "Idempotency-Key", "clave-dos").es(t, 422)
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"otra"}, "Idempotency-Key", "clave-dos").es(t, 200)
}

func TestReadingTheIdentityIsAnActWithAReason(t *testing.T) {
	b := nuevoBanco(t)
	m := b.pedir(taod, "POST", "/v1/prestamos", Solicitud{Expediente: "A-1", Persona: &Persona{Nombre: "María Ñáñez"}}).es(t, 201)
	f := m["folio"].(string)
	assert.Nil(t, m["nombre"])
	assert.Equal(t, "requerido", b.pedir(taod, "GET", ruta(f, "/identidad"), nil).falla(t, 422, "datos-no-validos")["query.motivo"])
	assert.Equal(t, "muy-corto", b.pedir(taod, "GET", ruta(f, "/identidad?motivo=corto"), nil).falla(t, 422, "datos-no-validos")["query.motivo"])
	b.pedir(prensa, "GET", ruta(f, "/identidad?motivo=porque+quiero+saber"), nil).es(t, 403)
	v := b.pedir(taod, "GET", ruta(f, "/identidad?motivo=para+notificar+la+respuesta"), nil).es(t, 200)
	assert.EqualValues(t, 2, v["version"])
	e := v["elementos"].([]any)[0].(map[string]any)
	assert.Equal(t, "persona", e["clase"])
	assert.Equal(t, "María Ñáñez", e["datos"].(map[string]any)["nombre"])
	h := b.pedir(taod, "GET", ruta(f, "/historial"), nil)
	assert.Contains(t, string(h.cuerpo), "para notificar la respuesta")
	assert.NotContains(t, string(h.cuerpo), "Ñáñez")
}

func TestUnknownPathsAndMethodsAreProblemsToo(t *testing.T) {
	b := nuevoBanco(t)
	b.pedir(taod, "GET", "/v1/nada", nil).falla(t, 404, "ruta-desconocida")
	b.pedir(taod, "GET", "//v1/prestamos", nil).falla(t, 404, "ruta-desconocida")
	b.pedir(taod, "GET", "/v1/../prestamos", nil).falla(t, 404, "ruta-desconocida")
	b.pedir(taod, "GET", "/v1/prestamos/", nil).falla(t, 404, "ruta-desconocida")
	v := b.pedir(taod, "DELETE", "/v1/prestamos", nil)
	v.falla(t, 405, "metodo-no-permitido")
	assert.Equal(t, "GET, HEAD, POST", v.Header.Get("Allow"))
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/ajustar-plazo"), "{}").falla(t, 404, "ruta-desconocida")
	b.pedir(taod, "POST", ruta(f, "/leer-identidad"), "{}").falla(t, 404, "ruta-desconocida")
}

func TestWithoutATokenTheAnswerSaysHowToAuthenticate(t *testing.T) {
	b := nuevoBanco(t)
	v := b.pedir(taod, "GET", "/v1/prestamos", nil, "Authorization", "")
	v.falla(t, 401, "sin-credencial")
	assert.Equal(t, `Bearer realm="operacion-abierta"`, v.Header.Get("WWW-Authenticate"))
	v = b.pedir(taod, "GET", "/v1/prestamos", nil, "Authorization", "Bearer x.y.z")
	v.falla(t, 401, "credencial-no-valida")
	assert.Contains(t, v.Header.Get("WWW-Authenticate"), `error="invalid_token"`)
	mala := taod
	mala.OOAD = ""
	assert.Equal(t, map[string]string{"token.ooad": "ooad-requerido"}, b.pedir(mala, "GET", "/v1/prestamos", nil).falla(t, 401, "credencial-incompleta"))
}

func TestARequestKeepsTheNameItCameWith(t *testing.T) {
	b := nuevoBanco(t)
	assert.Equal(t, "mi-solicitud-1", b.pedir(taod, "GET", "/salud/vivo", nil, "X-Request-Id", "mi-solicitud-1").Header.Get("X-Request-Id"))
	for _, malo := range []string{"", "corto", "con espacio", strings.Repeat("x", 65), "<script>alert(1)</script>"} {
		v := b.pedir(taod, "GET", "/salud/vivo", nil, "X-Request-Id", malo)
		assert.Len(t, v.Header.Get("X-Request-Id"), 16)
	}
}

func TestHeadIsAGetWithoutItsBody(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	v := b.pedir(taod, http.MethodHead, ruta(f, ""), nil)
	assert.Equal(t, 200, v.StatusCode)
	assert.Equal(t, `"1"`, v.Header.Get("ETag"))
}
