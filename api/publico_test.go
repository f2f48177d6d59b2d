package api_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
)

// nadie has no token.
var nadie acceso.Credencial

func TestAPetitionerFollowsTheirMatterWithFolioAndKey(t *testing.T) {
	b := nuevoBanco(t)
	v := b.pedir(nadie, "POST", "/v1/publico/prestamos", Solicitud{Expediente: "A-1"})
	m := v.es(t, 201)
	f, clave := m["folio"].(string), m["clave_seguimiento"].(string)
	assert.GreaterOrEqual(t, len(clave), 22)
	r := v.Header.Get("Location")
	assert.Equal(t, "/v1/publico/prestamos/"+f, r)
	v = b.pedir(nadie, "GET", r, nil, "Clave-Seguimiento", clave)
	assert.Equal(t, map[string]any{"folio": f, "estado": "solicitado", "notas": []any{}}, v.es(t, 200))
	assert.Equal(t, `"1"`, v.Header.Get("ETag"))
	m = b.pedir(nadie, "POST", r+"/reclamar", nil, "Clave-Seguimiento", clave).es(t, 200)
	assert.Equal(t, []any{"reclamo"}, m["notas"])
	b.pedir(nadie, "POST", r+"/prestar", "{}", "Clave-Seguimiento", clave).falla(t, 404, "ruta-desconocida")
	b.pedir(taod, "POST", ruta(f, "/devolver"), nil).es(t, 200)
	m = b.pedir(nadie, "POST", r+"/reclamar", nil, "Clave-Seguimiento", clave).es(t, 409)
	assert.Equal(t, "devuelto", m["estado"])
}

func TestAnUnknownFolioAndAWrongKeyAreAnsweredAlike(t *testing.T) {
	b := nuevoBanco(t)
	m := b.pedir(nadie, "POST", "/v1/publico/prestamos", Solicitud{Expediente: "A-1"}).es(t, 201)
	quitar := func(v vuelta) string {
		m := v.es(t, 404)
		delete(m, "instance")
		return fmt.Sprint(m)
	}
	for _, metodo := range []string{"GET", "POST"} {
		resto := map[string]string{"GET": "", "POST": "/reclamar"}[metodo]
		mala := quitar(b.pedir(nadie, metodo, "/v1/publico/prestamos/"+m["folio"].(string)+resto, nil, "Clave-Seguimiento", "AAAAAAAAAAAAAAAAAAAAAA"))
		otro := quitar(b.pedir(nadie, metodo, "/v1/publico/prestamos/PRES-2026-14-0000009-X"+resto, nil, "Clave-Seguimiento", m["clave_seguimiento"].(string)))
		assert.Equal(t, mala, otro)
		assert.Equal(t, map[string]string{"header.Clave-Seguimiento": "requerido"}, b.pedir(nadie, metodo, "/v1/publico/prestamos/x"+resto, nil).falla(t, 422, "datos-no-validos"))
	}
}

func TestThePublicAnswerIsTheSameWhenTheRequestIsRepeated(t *testing.T) {
	b := nuevoBanco(t)
	clave := "0123456789abcdefABCDEF"
	uno := b.pedir(nadie, "POST", "/v1/publico/prestamos", Solicitud{Expediente: "A-1"}, "Idempotency-Key", clave).es(t, 201)
	dos := b.pedir(nadie, "POST", "/v1/publico/prestamos", Solicitud{Expediente: "A-1"}, "Idempotency-Key", clave).es(t, 201)
	assert.Equal(t, uno, dos)
	b.pedir(nadie, "POST", "/v1/publico/prestamos", Solicitud{Expediente: "A-1"}, "Idempotency-Key", "corta-1234").falla(t, 422, "clave-de-idempotencia-debil")
}

func TestPublicRequestsAreCountedByTheAddressOfTheConnection(t *testing.T) {
	b := nuevoBanco(t, func(c *api.Config) { c.Publico = 4 })
	pedir := func(direccion, dice string) vuelta {
		r := httptest.NewRequest("GET", "/v1/enlaces/x", nil)
		r.RemoteAddr = direccion
		r.Header.Set("X-Forwarded-For", dice)
		r.Header.Set("Forwarded", "for="+dice)
		return b.enviar(r)
	}
	for i := range 2 {
		pedir("192.0.2.1:4000", fmt.Sprintf("198.51.100.%d", i)).es(t, 404)
	}
	v := pedir("192.0.2.1:4001", "203.0.113.9")
	v.falla(t, 429, "demasiadas-peticiones")
	assert.Equal(t, "16", v.Header.Get("Retry-After"))
	pedir("192.0.2.2:4000", "").es(t, 404)
	for i := range 2 { // an IPv6 subscriber has a whole network
		pedir(fmt.Sprintf("[2001:db8::%d]:9", i), "").es(t, 404)
	}
	pedir("[2001:db8::77]:9", "").es(t, 429)
	b.pedir(taod, "GET", "/v1/prestamos", nil).es(t, 200)
}

func TestALinkLetsACounterpartDoItsOneActOnce(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}).es(t, 200)
	m := b.pedir(taod, "POST", ruta(f, "/consultar"), Consulta{"ooad-14"}).es(t, 200)
	e := m["enlaces"].([]any)[0].(map[string]any)
	assert.Equal(t, "opinar", e["acto"])
	assert.Equal(t, "2026-03-07", e["vence"])
	r := e["direccion"].(string)
	m = b.pedir(nadie, "GET", r, nil).es(t, 200)
	assert.Equal(t, "opinar", m["acto"])
	assert.Equal(t, f, m["folio"])
	assert.Equal(t, "prestamos-opinar", m["operacion"])
	assert.Equal(t, "A-1", m["expediente"].(map[string]any)["expediente"])
	assert.Equal(t, map[string]string{"body.texto": "requerido"}, b.pedir(nadie, "POST", r, "{}").falla(t, 422, "datos-no-validos"))
	b.pedir(nadie, "POST", r, `{"texto":`).falla(t, 400, "json-mal-formado")
	b.pedir(nadie, "POST", r, `x`, "Content-Type", "text/plain").falla(t, 415, "tipo-de-contenido")
	clave := "0123456789abcdefABCDEF"
	uno := b.pedir(nadie, "POST", r, Nota{"sin inconveniente"}, "Idempotency-Key", clave).es(t, 200)
	assert.EqualValues(t, 4, uno["version"])
	assert.Equal(t, uno, b.pedir(nadie, "POST", r, Nota{"sin inconveniente"}, "Idempotency-Key", clave).es(t, 200))

	usado := b.pedir(nadie, "POST", r, Nota{"otra"}).es(t, 404)
	otro := b.pedir(nadie, "POST", "/v1/enlaces/AAAAAAAAAAAAAAAAAAAAAA", Nota{"otra"}).es(t, 404)
	delete(usado, "instance")
	delete(otro, "instance")
	assert.Equal(t, usado, otro)
	b.pedir(nadie, "GET", r, nil).es(t, 404)
}

func TestACounterpartSeesItsPartOfTheRecord(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"asunto interno"}).es(t, 200)
	e := b.pedir(taod, "POST", ruta(f, "/consultar"), Consulta{"ooad-14"}).es(t, 200)["enlaces"].([]any)[0].(map[string]any)
	for _, v := range []vuelta{
		b.pedir(area, "GET", ruta(f, ""), nil), b.pedir(area, "GET", "/v1/prestamos", nil), b.pedir(area, "GET", ruta(f, "/historial"), nil),
		b.pedir(nadie, "GET", e["direccion"].(string), nil), b.pedir(area, "POST", ruta(f, "/opinar"), Nota{"lo mío"}),
		b.pedir(area, "GET", ruta(f, "/historial"), nil),
	} {
		v.es(t, 200)
		assert.NotContains(t, string(v.cuerpo), "interno")
	}
	assert.Contains(t, string(b.pedir(area, "GET", ruta(f, "/historial"), nil).cuerpo), "lo mío")
	assert.Contains(t, string(b.pedir(taod, "GET", ruta(f, ""), nil).cuerpo), "interno")
	ajeno := area
	ajeno.Organo = "ooad-02"
	b.pedir(ajeno, "GET", ruta(f, ""), nil).falla(t, 404, "no-encontrado")
}

// formulario makes a form with one file.
func formulario(t testing.TB, parte, nombre, tipo, contenido string) (cuerpo, ct string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	h := textproto.MIMEHeader{}
	h.Set("Content-Disposition", `form-data; name="`+parte+`"; filename="`+strings.ReplaceAll(nombre, `\`, `\\`)+`"`)
	h.Set("Content-Type", tipo)
	p, err := w.CreatePart(h)
	require.NoError(t, err)
	_, err = p.Write([]byte(contenido))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String(), w.FormDataContentType()
}

func TestFilesGoInAndComeOutWhole(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	cuerpo, ct := formulario(t, "archivo", `C:\docs\Oficio ñ.pdf`, "application/pdf", "contenido")
	v := b.pedir(taod, "POST", ruta(f, "/adjuntos"), cuerpo, "Content-Type", ct, "If-Match", `"1"`)
	m := v.es(t, 200)
	assert.Equal(t, `"2"`, v.Header.Get("ETag"))
	a := m["adjuntos"].([]any)[0].(map[string]any)
	assert.Equal(t, "Oficio ñ.pdf", a["nombre"])
	assert.EqualValues(t, 9, a["bytes"])
	d := b.pedir(taod, "GET", ruta(f, "/adjuntos/"+a["sha256"].(string)), nil)
	assert.Equal(t, 200, d.StatusCode)
	assert.Equal(t, "contenido", string(d.cuerpo))
	assert.Equal(t, "application/pdf", d.Header.Get("Content-Type"))
	assert.True(t, strings.HasPrefix(d.Header.Get("Content-Disposition"), "attachment"))
	b.pedir(lejano, "GET", ruta(f, "/adjuntos/"+a["sha256"].(string)), nil).es(t, 403)
	b.pedir(taod, "GET", ruta(f, "/adjuntos/"+strings.Repeat("0", 64)), nil).es(t, 404)
	b.pedir(taod, "GET", ruta(f, "/adjuntos/..%2f..%2fetc"), nil).es(t, 404)

	m = b.pedir(nadie, "POST", "/v1/publico/prestamos", Solicitud{Expediente: "B"}).es(t, 201)
	v = b.pedir(nadie, "POST", "/v1/publico/prestamos/"+m["folio"].(string)+"/adjuntos", cuerpo, "Content-Type", ct, "Clave-Seguimiento", m["clave_seguimiento"].(string))
	assert.NotContains(t, v.es(t, 200), "adjuntos")
	b.pedir(nadie, "POST", "/v1/publico/prestamos/"+m["folio"].(string)+"/adjuntos", cuerpo, "Content-Type", ct, "Clave-Seguimiento", "otra").es(t, 404)
}

func TestFormsThatAreNotOneGoodFileAreRefused(t *testing.T) {
	b := nuevoBanco(t, func(c *api.Config) { c.MaxArchivo = 1 << 20 })
	f := b.solicitar("A-1")
	subir := func(cuerpo, ct string) vuelta {
		return b.pedir(taod, "POST", ruta(f, "/adjuntos"), cuerpo, "Content-Type", ct)
	}
	subir(`{"a":1}`, "application/json").falla(t, 415, "tipo-de-contenido")
	subir("no form", "multipart/form-data").falla(t, 400, "formulario-ilegible")
	subir("no form", "multipart/form-data; boundary=x").falla(t, 422, "datos-no-validos")
	subir("--x--\r\n", "multipart/form-data; boundary=x").falla(t, 422, "datos-no-validos")
	cuerpo, ct := formulario(t, "archivo", "a.pdf", "application/pdf", strings.Repeat("x", 2<<20))
	subir(cuerpo, ct).falla(t, 413, "cuerpo-muy-grande")
	for nombre, c := range map[string][4]string{
		"otra parte": {"otra", "a.pdf", "application/pdf", "x"}, "sin nombre": {"archivo", "", "application/pdf", "x"},
		"página": {"archivo", "a.html", "text/html", "<script>"}, "svg": {"archivo", "a.svg", "image/svg+xml", "<svg/>"},
		"vacío": {"archivo", "a.pdf", "application/pdf", ""}, "control": {"archivo", "a\u0085.pdf", "application/pdf", "x"},
		"largo": {"archivo", strings.Repeat("a", 300) + ".pdf", "application/pdf", "x"},
	} {
		t.Run(nombre, func(t *testing.T) {
			cuerpo, ct := formulario(t, c[0], c[1], c[2], c[3])
			subir(cuerpo, ct).falla(t, 422, "datos-no-validos")
		})
	}
	cortado, ct := formulario(t, "archivo", "a.pdf", "application/pdf", "contenido que no llega")
	subir(cortado[:len(cortado)-40], ct).es(t, 400)
	cuerpo, ct = formulario(t, "archivo", "a.pdf", "application/pdf", "x")
	b.pedir(prensa, "POST", ruta(f, "/adjuntos"), cuerpo, "Content-Type", ct).es(t, 403)
	b.pedir(taod, "POST", ruta("NO-HAY", "/adjuntos"), cuerpo, "Content-Type", ct).es(t, 404)
	m := b.pedir(taod, "GET", ruta(f, ""), nil).es(t, 200)
	assert.EqualValues(t, 1, m["version"], "nothing was half done")
	assert.Equal(t, http.StatusOK, subir(cuerpo, ct).StatusCode)
}
