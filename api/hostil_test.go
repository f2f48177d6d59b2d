package api_test

import (
	"encoding/json"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// marca is what a caller sends and no error may give back.
const marca = "GODE561231HDFRRN09"

// malos are bodies with one thing wrong, made from a good one.
func malos(t testing.TB, bueno json.RawMessage) map[string]string {
	t.Helper()
	out := map[string]string{
		"empty text": "   ", "cut": string(bueno[:len(bueno)-1]), "list": "[]", "text": `"` + marca + `"`, "null": "null", "number": "1e400", "two values": string(bueno) + "{}",
		"bad UTF-8": `{"` + marca + `":"` + "\xff\xfe" + `"}`, "nul": `{"a":"\u0000"}`, "half a pair": `{"a":"\ud800"}`, "deep": strings.Repeat(`{"a":`, 200) + "1" + strings.Repeat("}", 200),
		"BOM": "\xef\xbb\xbf" + string(bueno), "comment": "{/*" + marca + "*/}", "single quotes": "{'a':1}", "XML": "<a>" + marca + "</a>",
	}
	var m map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(bueno, &m))
	con := func(k string, v string) string {
		n := map[string]json.RawMessage{}
		for x, y := range m {
			n[x] = y
		}
		n[k] = json.RawMessage(v)
		b, err := json.Marshal(n)
		require.NoError(t, err)
		return string(b)
	}
	out["unknown property"] = con("propiedad_"+marca, `"x"`)
	out["prototype"] = con("__proto__", `{"admin":true}`)
	for k, v := range m {
		for nombre, x := range map[string]string{
			"null": "null", "object": `{"x":"` + marca + `"}`, "list": `["` + marca + `"]`, "number": "-1.5e30", "text": `"` + marca + `\u0007"`, "bool": "true",
			"SQL": `"'; DROP TABLE expedientes; --` + marca + `"`, "HTML": `"<script>alert('` + marca + `')</script>"`, "long": `"` + strings.Repeat("ñ", 20000) + `"`,
			"year 9999": `"9999-12-31"`, "year 0": `"0000-00-00"`, "30 February": `"2026-02-30"`, "instant": `"2026-03-02T25:00:00Z"`, "huge": "123456789012345678901234567890", "empty": `""`, "negative": "-1",
		} {
			out[k+" "+nombre] = con(k, x)
		}
		sin := map[string]json.RawMessage{}
		for x, y := range m {
			if x != k {
				sin[x] = y
			}
		}
		b, err := json.Marshal(sin)
		require.NoError(t, err)
		out[k+" missing"] = string(b)
		out[k+" in capitals"] = con(strings.ToUpper(k), string(v))
		out[k+" twice"] = strings.TrimSuffix(con(k, string(v)), "}") + `,"` + k + `":1}`
	}
	return out
}

var conLugar = regexp.MustCompile(`^(body|query|header|path|token|registro)([.\[]|$)`)

// rechazada demands that an answer be a problem, well told, or a success.
func (p *paseo) rechazada(t testing.TB, caso string, o op, v vuelta) {
	t.Helper()
	require.Less(t, v.StatusCode, 500, "%s %s with %s: %s", o.metodo, o.ruta, caso, v.cuerpo)
	p.declarada(t, o, v)
	if v.StatusCode < 400 {
		return
	}
	m := v.es(t, v.StatusCode)
	require.NotContains(t, string(v.cuerpo), marca, "%s %s with %s gives back what it was sent", o.metodo, o.ruta, caso)
	require.Contains(t, p.doc.Codigos, m["codigo"], "the document does not tell this code")
	if v.StatusCode == 422 {
		require.NotEmpty(t, m["errors"], caso)
	}
	for _, e := range m["errors"].([]any) {
		f := e.(map[string]any)
		require.Regexp(t, conLugar, f["location"], caso)
		require.NotEmpty(t, f["codigo"], caso)
		require.NotEmpty(t, f["message"], caso)
	}
}

func TestNoBodyBringsTheServerDownNorIsHalfWritten(t *testing.T) {
	p := nuevoPaseo(t)
	for _, o := range p.doc.operaciones() {
		if o.RequestBody == nil || o.RequestBody.Content["application/json"].Example == nil {
			continue
		}
		t.Run(o.OperationID, func(t *testing.T) {
			ruta, cabeceras, bueno := p.rutaDe(o)+consultaDe(o), p.cabecerasDe(o), o.RequestBody.Content["application/json"].Example
			quien := titular
			if len(o.Security) == 0 {
				quien = nadie
			}
			antes := p.version(o)
			hechos := 0
			for caso, cuerpo := range malos(t, bueno) {
				v := p.pedir(quien, o.metodo, ruta, cuerpo, cabeceras...)
				p.rechazada(t, caso, o, v)
				if v.StatusCode < 300 {
					hechos++
				}
			}
			for caso, c := range map[string][]string{
				"other type": {"Content-Type", "text/plain"}, "no type": {"Content-Type", ""}, "form": {"Content-Type", "application/x-www-form-urlencoded"},
				"latin": {"Content-Type", "application/json; charset=latin1"}, "stale": {"If-Match", `"99"`}, "bad tag": {"If-Match", "99"}, "bad key": {"Idempotency-Key", "ñ"},
			} {
				v := p.pedir(quien, o.metodo, ruta, []byte(bueno), append(slices.Clone(cabeceras), c...)...)
				p.rechazada(t, caso, o, v)
				switch {
				case c[0] == "Content-Type":
					require.Equal(t, 415, v.StatusCode, caso)
				case v.StatusCode < 300:
					hechos++
				}
			}
			p.pedir(quien, o.metodo, ruta, strings.Repeat("x", 300<<10), cabeceras...).falla(t, 413, "cuerpo-muy-grande")
			if strings.Contains(o.ruta, "{folio}") {
				require.LessOrEqual(t, p.version(o)-antes, hechos*8, "a refused request left something")
				if hechos == 0 {
					require.Equal(t, antes, p.version(o))
				}
			}
		})
	}
}

// version is how many events the record of an operation has.
func (p *paseo) version(o op) int {
	partes := strings.Split(o.ruta, "/")
	folio := p.folios[coleccionDe(partes)]
	if folio == "" {
		return 0
	}
	coleccion := strings.TrimPrefix(coleccionDe(partes), "publico/")
	x, err := p.almacen.Leer(p.t.(*testing.T).Context(), coleccion, folio)
	require.NoError(p.t, err)
	return x.Version
}

func TestNoParameterNorHeaderBringsTheServerDown(t *testing.T) {
	p := nuevoPaseo(t)
	valores := []string{"", marca, "%00", "%ff%fe", "%E2%80%AE", "'%20OR%201=1--", "<script>", "-1", "0", "99999999999999999999", "1e9", "9999-12-31", "0000-00-00", "..%2f..%2fetc%2fpasswd", strings.Repeat("a", 5000), "%25n%25s", "null", "{}"}
	for _, o := range p.doc.operaciones() {
		if strings.HasPrefix(o.ruta, "/openapi") || o.ruta == "/metrics" {
			continue
		}
		t.Run(o.OperationID, func(t *testing.T) {
			quien := titular
			if len(o.Security) == 0 {
				quien = nadie
			}
			var cuerpo any
			if o.RequestBody != nil {
				cuerpo = []byte(o.RequestBody.Content["application/json"].Example)
			}
			base := p.rutaDe(o)
			probar := func(caso, ruta string, cabeceras ...string) {
				v := p.pedir(quien, o.metodo, ruta, cuerpo, append(p.cabecerasDe(o), cabeceras...)...)
				p.rechazada(t, caso, o, v)
			}
			probar("unknown parameter", base+"?"+marca+"=1")
			probar("malformed query", base+"?a=%zz&;b")
			for _, x := range o.Parameters {
				for _, v := range valores {
					switch x.In {
					case "query":
						probar(x.Name, base+"?"+x.Name+"="+strings.ReplaceAll(v, " ", "+"))
						probar(x.Name+" twice", base+"?"+x.Name+"=1&"+x.Name+"=2")
					case "header":
						probar(x.Name, base+consultaDe(o), x.Name, strings.ReplaceAll(v, "%", ""))
					case "path":
						if v == "" || strings.ContainsAny(v, "<>{}") {
							continue
						}
						probar(x.Name, strings.NewReplacer("{"+x.Name+"}", strings.ReplaceAll(v, "'", "%27")).Replace(strings.ReplaceAll(p.sinParametro(o, x.Name), " ", "%20")))
					}
				}
			}
		})
	}
}

// sinParametro is the path of an operation with one parameter left open.
func (p *paseo) sinParametro(o op, nombre string) string {
	abierto := strings.ReplaceAll(o.ruta, "{"+nombre+"}", "\x00")
	o.ruta = abierto
	return strings.ReplaceAll(p.rutaDe(o), "\x00", "{"+nombre+"}")
}

func TestWhatHeadersSayOfTheServerChangesNothing(t *testing.T) {
	b := nuevoBanco(t)
	r := httptest.NewRequest("GET", "/v1/unidades?limite=1", nil)
	r.Host = "evil.example"
	for k, v := range map[string]string{
		"Authorization": "Bearer " + b.token(taod), "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "X-Forwarded-For": "evil.example",
		"Forwarded": "host=evil.example", "X-Original-URL": "/v1/tramites", "X-Rewrite-URL": "/v1/tramites", "X-HTTP-Method-Override": "DELETE", "Accept": "image/evil", "Origin": "https://evil.example",
	} {
		r.Header.Set(k, v)
	}
	v := b.enviar(r)
	assert.Len(t, v.es(t, 200)["elementos"], 1)
	for _, vs := range v.Header {
		assert.NotContains(t, strings.Join(vs, " "), "evil")
	}
	assert.NotContains(t, string(v.cuerpo), "evil")
}
