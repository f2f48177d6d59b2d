package forma_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe/falla"
)

var tipoRegistro = reflect.TypeFor[Registro]()

const bueno = `{"peticionario":{"nombre":"Ana Pérez","correo":"ana@example.org"},
 "acciones":[{"clave":"abc","peso":12.5},{"peso":1e1,"clave":"d\u0065f"}], "temas":["uno","dos"],
 "etiquetas":{"a":"b","c":"d"}, "hechos":"2023-01-30","momento":"2023-01-30T10:00:00.5Z","canal":"web",
 "dias":3,"nivel":-128,"veces":65535,"grande":-9223372036854775808,"tasa":-1.5E-3,"urgente":true,
 "nota":null,"libre":{"x":[1,null,{"Y":"z"}],"x2":1e400},"dentro":{"canal":"oficio","urgente":false}}`

func codigos(fs falla.Fallas) map[string]string {
	m := map[string]string{}
	for _, f := range fs {
		m[f.Ubicacion] = f.Codigo
	}
	return m
}

func TestAGoodBodyPassesAndDecodes(t *testing.T) {
	for _, b := range []string{bueno, "{}", " { } ", `{"temas":[]}`, `{"peticionario":{"nombre":"a\tb\ncñ\ud83d\ude00\/\""}}`} {
		fs, err := forma.Estricto([]byte(b), tipoRegistro)
		require.NoError(t, err, b)
		assert.Empty(t, fs, b)
		var r Registro
		require.NoError(t, json.Unmarshal([]byte(b), &r), b)
	}
}

func TestMalformedBodiesAreToldApart(t *testing.T) {
	casos := []struct{ cuerpo, codigo, lugar string }{
		{"", "json-mal-formado", "body"},
		{"   ", "json-mal-formado", "body"},
		{"{", "json-mal-formado", "body"},
		{`{"canal":"web",}`, "json-mal-formado", "body"},
		{`{"canal" "web"}`, "json-mal-formado", "body.canal"},
		{`{"canal":"web"} x`, "json-mal-formado", "body"},
		{`{"temas":["a" "b"]}`, "json-mal-formado", "body.temas"},
		{`{"dias":01}`, "json-mal-formado", "body.dias"},
		{`{"dias":1.}`, "json-mal-formado", "body.dias"},
		{`{"dias":1e}`, "json-mal-formado", "body.dias"},
		{`{"dias":-}`, "json-mal-formado", "body.dias"},
		{`{"dias":+1}`, "json-mal-formado", "body.dias"},
		{`{"urgente":tru}`, "json-mal-formado", "body.urgente"},
		{`{"canal":"a` + "\n" + `"}`, "json-mal-formado", "body.canal"},
		{`{"canal":"\x"}`, "json-mal-formado", "body.canal"},
		{`{"canal":"\u00g0"}`, "json-mal-formado", "body.canal"},
		{`{"canal":"web`, "json-mal-formado", "body.canal"},
		{`{'canal':1}`, "json-mal-formado", "body"},
		{"\xef\xbb\xbf{}", "json-mal-formado", "body"},
		{"{\"canal\":\"\xff\"}", "utf8-invalido", "body.canal"},
		{"{\"canal\":\"\xed\xa0\x80\"}", "utf8-invalido", "body.canal"},
		{`{"canal":"\ud800"}`, "utf8-invalido", "body.canal"},
		{`{"canal":"\udc00\ud800"}`, "utf8-invalido", "body.canal"},
		{`{"canal":"a\u0000"}`, "caracter-nulo", "body.canal"},
		{`{"libre":{"a\u0000":1}}`, "caracter-nulo", "body.libre"},
		{`{"canal":"web","canal":"web"}`, "clave-repetida", "body.canal"},
		{`{"canal":"web","c\u0061nal":"web"}`, "clave-repetida", "body.canal"},
		{`{"peticionario":{"x":1,"x":2}}`, "clave-repetida", "body.peticionario.x"},
		{`{"libre":{"a":1,"b":{"c":1,"c":1}}}`, "clave-repetida", "body.libre.b.c"},
		{`{"etiquetas":{"a":"1","a":"1"}}`, "clave-repetida", "body.etiquetas.a"},
	}
	for _, c := range casos {
		t.Run(fmt.Sprintf("%q", c.cuerpo), func(t *testing.T) {
			fs, err := forma.Estricto([]byte(c.cuerpo), tipoRegistro)
			var m *forma.ErrMalformado
			require.ErrorAs(t, err, &m)
			assert.Empty(t, fs)
			assert.Equal(t, c.codigo, m.Codigo)
			assert.Equal(t, c.lugar, m.Ubicacion)
			assert.NotEmpty(t, m.Es+m.En)
		})
	}
}

func TestFaultsOfShapeAreToldAtTheirPaths(t *testing.T) {
	casos := []struct{ cuerpo, lugar, codigo string }{
		{"null", "body", "nulo-no-permitido"},
		{"[]", "body", "tipo-incorrecto"},
		{`{"canal":null}`, "body.canal", "nulo-no-permitido"},
		{`{"afectado":null}`, "body.afectado", "nulo-no-permitido"},
		{`{"temas":["a",null]}`, "body.temas[1]", "nulo-no-permitido"},
		{`{"etiquetas":{"a":null}}`, "body.etiquetas.a", "nulo-no-permitido"},
		{`{"libre":null}`, "body.libre", "nulo-no-permitido"},
		{`{"Canal":"web"}`, "body.Canal", "propiedad-desconocida"},
		{`{"peticionario":{"NOMBRE":"a"}}`, "body.peticionario.NOMBRE", "propiedad-desconocida"},
		{`{"folio":"X"}`, "body.folio", "propiedad-desconocida"},
		{`{"acciones":[{"otra":{"a":[1]}}]}`, "body.acciones[0].otra", "propiedad-desconocida"},
		{`{"GOMC850101HDFRRL09":1}`, "body", "propiedad-desconocida"},
		{`{"canal":"a\u0007"}`, "body.canal", "caracter-no-permitido"},
		{`{"canal":"a\b"}`, "body.canal", "caracter-no-permitido"},
		{"{\"canal\":\"a\x7f\"}", "body.canal", "caracter-no-permitido"},
		{"{\"canal\":\"a\u0085\"}", "body.canal", "caracter-no-permitido"},
		{`{"libre":{"a":["\u001b"]}}`, "body.libre.a[0]", "caracter-no-permitido"},
		{`{"etiquetas":{"a\u0001":"1"}}`, "body.etiquetas", "caracter-no-permitido"},
		{`{"canal":5}`, "body.canal", "tipo-incorrecto"},
		{`{"dias":"5"}`, "body.dias", "tipo-incorrecto"},
		{`{"dias":1e1}`, "body.dias", "tipo-incorrecto"},
		{`{"dias":1.0}`, "body.dias", "tipo-incorrecto"},
		{`{"urgente":1}`, "body.urgente", "tipo-incorrecto"},
		{`{"urgente":"true"}`, "body.urgente", "tipo-incorrecto"},
		{`{"temas":{}}`, "body.temas", "tipo-incorrecto"},
		{`{"etiquetas":[]}`, "body.etiquetas", "tipo-incorrecto"},
		{`{"libre":[1]}`, "body.libre", "tipo-incorrecto"},
		{`{"peticionario":[{"x":1}]}`, "body.peticionario", "tipo-incorrecto"},
		{`{"hechos":20230130}`, "body.hechos", "tipo-incorrecto"},
		{`{"acciones":[{"peso":"5"}]}`, "body.acciones[0].peso", "tipo-incorrecto"},
		{`{"nivel":128}`, "body.nivel", "numero-fuera-de-rango"},
		{`{"veces":-1}`, "body.veces", "numero-fuera-de-rango"},
		{`{"grande":9223372036854775808}`, "body.grande", "numero-fuera-de-rango"},
		{`{"tasa":1e400}`, "body.tasa", "numero-fuera-de-rango"},
		{`{"hechos":"2023-02-29"}`, "body.hechos", "formato-fecha"},
		{`{"momento":"ayer"}`, "body.momento", "formato-instante"},
		{`{"acciones":[{"clave":""}]}`, "body.acciones[0].clave", "formato-no-valido"},
		{`{"acciones":[{"peso":1e400}]}`, "body.acciones[0].peso", "formato-no-valido"},
	}
	for _, c := range casos {
		t.Run(c.cuerpo, func(t *testing.T) {
			fs, err := forma.Estricto([]byte(c.cuerpo), tipoRegistro)
			require.NoError(t, err)
			require.Len(t, fs, 1)
			assert.Equal(t, c.lugar, fs[0].Ubicacion)
			assert.Equal(t, c.codigo, fs[0].Codigo)
		})
	}
}

func TestAllFaultsOfABodyAreToldAtOnce(t *testing.T) {
	fs, err := forma.Estricto([]byte(`{"canal":null,"otra":1,"dias":"x","peticionario":{"nombre":"\u0001","Correo":""}}`), tipoRegistro)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{
		"body.canal": "nulo-no-permitido", "body.otra": "propiedad-desconocida", "body.dias": "tipo-incorrecto",
		"body.peticionario.nombre": "caracter-no-permitido", "body.peticionario.Correo": "propiedad-desconocida",
	}, codigos(fs))
}

func TestNestingHasALimit(t *testing.T) {
	anidado := func(n int) []byte {
		return []byte(`{"libre":{"a":` + strings.Repeat("[", n-2) + strings.Repeat("]", n-2) + `}}`)
	}
	fs, err := forma.Estricto(anidado(32), tipoRegistro)
	require.NoError(t, err)
	assert.Empty(t, fs)
	fs, err = forma.Estricto(anidado(33), tipoRegistro)
	require.NoError(t, err)
	require.Len(t, fs, 1)
	assert.Equal(t, "demasiada-profundidad", fs[0].Codigo)
	fs, err = forma.Estricto([]byte(strings.Repeat("[", 1<<20)), tipoRegistro)
	require.NoError(t, err)
	assert.NotEmpty(t, fs)
}

func TestManyFreeNamesAreStillComparedWithEachOther(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, `"k%d":%d,`, i, i)
	}
	fs, err := forma.Estricto([]byte(`{"libre":{`+b.String()+`"fin":1}}`), tipoRegistro)
	require.NoError(t, err)
	assert.Empty(t, fs)
	_, err = forma.Estricto([]byte(`{"libre":{`+b.String()+`"k7":1}}`), tipoRegistro)
	assert.Error(t, err)
}

func TestAFaultyTypeIsNotRead(t *testing.T) {
	type SinMaximo struct {
		A string `json:"a"`
	}
	assert.Panics(t, func() { _, _ = forma.Estricto([]byte("{}"), reflect.TypeFor[SinMaximo]()) })
}

// What passes decodes; what is called malformed is not JSON, or is one of the
// things that JSON allows and this API does not.
func FuzzEstricto(f *testing.F) {
	f.Add([]byte(bueno))
	f.Add([]byte(`{"momento":"","hechos":"","nota":"\ud83d\ude00","acciones":[{"clave":"\u0061","peso":1.50}],"tasa":-0,"veces":-0}`))
	f.Add([]byte(`{"dentro":{"dentro":{"etiquetas":{"":""}}},"libre":{"a":{"a":1}}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		fs, err := forma.Estricto(b, tipoRegistro)
		var m *forma.ErrMalformado
		switch {
		case errors.As(err, &m):
			if m.Codigo == "json-mal-formado" && json.Valid(b) {
				t.Fatalf("called malformed, is JSON: %q: %v", b, m)
			}
		case len(fs) == 0:
			var r Registro
			if err := json.Unmarshal(b, &r); err != nil {
				t.Fatalf("accepted, does not decode: %q: %v", b, err)
			}
		default:
			if _, hondo := codigosPorValor(fs)["demasiada-profundidad"]; !hondo && !json.Valid(b) {
				t.Fatalf("faults of shape in what is no JSON: %q: %v", b, fs)
			}
		}
	})
}

func codigosPorValor(fs falla.Fallas) map[string]bool {
	m := map[string]bool{}
	for _, f := range fs {
		m[f.Codigo] = true
	}
	return m
}

func BenchmarkEstricto(b *testing.B) {
	cuerpo := []byte(`{"peticionario":{"nombre":"María Guadalupe Hernández Martínez","correo":"maria.hernandez@example.org"},` +
		`"canal":"web","hechos":"2023-01-30","momento":"2023-01-30T10:00:00Z","dias":3,"nivel":1,"veces":2,"grande":123456,"tasa":0.25,"urgente":true,` +
		`"temas":["farmacia","urgencias"],"etiquetas":{"turno":"mat"},"acciones":[{"clave":"uno","peso":50},{"clave":"dos","peso":50}],` +
		`"libre":{"relato":"` + strings.Repeat("La farmacia no surtió el medicamento. ", 7) + `"}}`)
	b.Logf("%d bytes", len(cuerpo))
	b.SetBytes(int64(len(cuerpo)))
	b.ReportAllocs()
	for b.Loop() {
		if fs, err := forma.Estricto(cuerpo, tipoRegistro); len(fs) > 0 || err != nil {
			b.Fatal(fs, err)
		}
	}
}
