package api_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// paseo goes over every operation of the document.
type paseo struct {
	*banco
	doc documento
	reg huma.Registry
	// folios are records by collection, claves their tracking keys.
	folios, claves map[string]string
	secreto        string
}

// gente is one of each who may come: the head of every unit and counterparts.
func gente() []acceso.Credencial {
	var out []acceso.Credencial
	for _, u := range doe.Vigente().Unidades() {
		c := acceso.Credencial{Sub: "titular-" + string(u.Clave), Nombre: "Persona titular", Unidad: u.Clave, Puesto: doe.Titular}
		if u.Clave.Regional() {
			c.OOAD = "14"
		}
		out = append(out, c)
	}
	for _, r := range acceso.Roles() {
		for _, o := range []doe.ClaveOrgano{"ooad-14", "dn-prestaciones-medicas", "federal-segob"} {
			out = append(out, acceso.Credencial{Sub: string(r) + string(o), Nombre: "Contraparte", Organo: o, Rol: r})
		}
	}
	return out
}

func nuevoPaseo(t testing.TB) *paseo {
	t.Helper()
	b := nuevoBanco(t)
	p := &paseo{banco: b, doc: leerDocumento(t, b), reg: registroDe(t, b), folios: map[string]string{}, claves: map[string]string{}}
	for _, o := range p.doc.operaciones() {
		if o.metodo != "POST" || strings.Contains(o.ruta, "{") {
			continue
		}
		coleccion := o.ruta[strings.LastIndex(o.ruta, "/")+1:]
		ej := o.RequestBody.Content["application/json"].Example
		if strings.HasPrefix(o.ruta, "/v1/publico/") {
			m := p.pedir(nadie, "POST", o.ruta, []byte(ej)).es(t, 201)
			p.claves[m["folio"].(string)] = m["clave_seguimiento"].(string)
			p.folios["publico/"+coleccion] = m["folio"].(string)
			continue
		}
		for _, c := range gente() {
			v := p.pedir(c, "POST", o.ruta, []byte(ej))
			if v.StatusCode == 201 {
				p.folios[coleccion] = v.es(t, 201)["folio"].(string)
				break
			}
			require.Contains(t, []int{403, 422}, v.StatusCode, "%s: %s", o.ruta, v.cuerpo)
		}
		require.NotEmpty(t, p.folios[coleccion], "nobody can create in %s", o.ruta)
	}
	return p
}

// rutaDe fills the path of an operation with things that are there.
func (p *paseo) rutaDe(o op) string {
	partes := strings.Split(o.ruta, "/")
	return strings.NewReplacer("{folio}", p.folios[coleccionDe(partes)], "{clave}", "doe-7.1.3", "{numero}", "1", "{nombre}", "prestamo",
		"{sha256}", strings.Repeat("0", 64), "{secreto}", "AAAAAAAAAAAAAAAAAAAAAA").Replace(o.ruta)
}

func coleccionDe(partes []string) string {
	switch {
	case len(partes) > 3 && partes[2] == "publico":
		return "publico/" + partes[3]
	case len(partes) > 2:
		return partes[2]
	}
	return ""
}

// consultaDe is the query that an operation cannot do without.
func consultaDe(o op) string {
	var q []string
	for _, x := range o.Parameters {
		if x.In == "query" && x.Required {
			q = append(q, x.Name+"="+strings.ReplaceAll(fmt.Sprint(x.Example), " ", "+"))
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + strings.Join(q, "&")
}

// cabecerasDe are the headers that an operation cannot do without.
func (p *paseo) cabecerasDe(o op) []string {
	if strings.HasPrefix(o.ruta, "/v1/publico/") && strings.Contains(o.ruta, "{folio}") {
		return []string{"Clave-Seguimiento", p.claves[p.folios[coleccionDe(strings.Split(o.ruta, "/"))]]}
	}
	return nil
}

// declarada holds an answer against what the document says of it.
func (p *paseo) declarada(t testing.TB, o op, v vuelta) {
	t.Helper()
	r, ok := o.Responses[fmt.Sprint(v.StatusCode)]
	require.True(t, ok, "%s %s answers an undeclared %d: %s", o.metodo, o.ruta, v.StatusCode, v.cuerpo)
	if r.Ref != "" {
		r = p.doc.Components.Responses[strings.TrimPrefix(r.Ref, "#/components/responses/")]
	}
	tipo, _, _ := strings.Cut(v.Header.Get("Content-Type"), ";")
	for k, m := range r.Content {
		k, _, _ = strings.Cut(k, ";")
		if k == tipo {
			if strings.HasSuffix(tipo, "/json") || strings.HasSuffix(tipo, "+json") && !strings.Contains(tipo, "openapi") {
				p.cumple(t, p.reg, m.Schema, v.cuerpo, huma.ModeReadFromServer)
			}
			return
		}
	}
	t.Fatalf("%s %s answers an undeclared type %s", o.metodo, o.ruta, tipo)
}

// porVida orders operations as records live: acts as their trámites declare
// them, those that end a matter after all the others.
func (p *paseo) porVida() []op {
	orden := map[string]int{}
	for _, t := range append(api.Definiciones(), prestamos) {
		d := t.Definicion()
		for i, a := range d.Actos {
			if slices.ContainsFunc(a.A, func(e tramite.Estado) bool { return d.Categoria(e).Fin() }) {
				i += 1000
			}
			orden[d.Coleccion+"-"+a.Nombre], orden["publico-"+d.Coleccion+"-"+a.Nombre] = i, i+500
		}
	}
	out := p.doc.operaciones()
	slices.SortStableFunc(out, func(a, b op) int { return orden[a.OperationID] - orden[b.OperationID] })
	return out
}

func TestEveryAnswerIsTheOneDeclared(t *testing.T) {
	p := nuevoPaseo(t)
	hechos := map[string]bool{}
	todos := gente()
	for range 3 {
		for _, o := range p.porVida() {
			var cuerpo any
			if o.RequestBody != nil {
				if o.RequestBody.Content["application/json"].Example == nil {
					continue
				}
				cuerpo = []byte(o.RequestBody.Content["application/json"].Example)
			}
			for _, c := range todos {
				if len(o.Security) == 0 {
					c = nadie
				}
				v := p.pedir(c, o.metodo, p.rutaDe(o)+consultaDe(o), cuerpo, p.cabecerasDe(o)...)
				require.Less(t, v.StatusCode, 500, "%s %s: %s", o.metodo, o.ruta, v.cuerpo)
				if !strings.HasPrefix(o.ruta, "/openapi") {
					p.declarada(t, o, v)
				}
				hechos[o.OperationID] = hechos[o.OperationID] || v.StatusCode < 300
				if v.StatusCode != 403 && v.StatusCode != 404 || c.Sub == "" {
					break
				}
			}
		}
	}
	var nunca []string
	for id, si := range hechos {
		if !si {
			nunca = append(nunca, id)
		}
	}
	slices.Sort(nunca)
	t.Log("never done by their examples alone:", nunca)
	assert.Less(t, len(nunca), len(hechos)/2)
}

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

var conLugar = regexp.MustCompile(`^(body|query|header|path|token)([.\[]|$)`)

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
