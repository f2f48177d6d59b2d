package doe_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

// compartido reads a file that lies beside the module; the test is skipped
// where it does not.
func compartido(t *testing.T, partes ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "shared"}, partes...)...))
	if os.IsNotExist(err) {
		t.Skip("the reference texts are not here")
	}
	require.NoError(t, err)
	return string(b)
}

// delManual is a unit as the text of a manual states it.
type delManual struct {
	nombre    string
	funciones []string
}

var (
	seccion    = regexp.MustCompile(`^7\.? +Funciones [Ss]ustantivas`)
	encabezado = regexp.MustCompile(`^(7(?:\.\d+)+)\.? +(\S.*)$`)
	numerada   = regexp.MustCompile(`^(\d+)\. +(\S.*)$`)
	pie        = regexp.MustCompile(`^Página \d+ de \d+`)
)

// leerManual finds every unit heading of the last section 7 of a text and its
// numbered functions. A name or a function goes on until the next number.
func leerManual(t *testing.T, siglas, texto string) map[doe.ClaveUnidad]*delManual {
	t.Helper()
	out := map[doe.ClaveUnidad]*delManual{}
	lineas := strings.FieldsFunc(texto, func(r rune) bool { return r == '\n' || r == '\f' })
	desde := 0
	for i, l := range lineas {
		if seccion.MatchString(strings.TrimSpace(l)) {
			desde = i + 1
		}
	}
	require.NotZero(t, desde)
	var u *delManual
	for _, l := range lineas[desde:] {
		l = strings.Join(strings.Fields(l), " ")
		if l == "" || pie.MatchString(l) {
			continue
		}
		if m := encabezado.FindStringSubmatch(l); m != nil {
			u = &delManual{nombre: m[2]}
			k := doe.ClaveUnidad(siglas + "-" + m[1])
			require.NotContains(t, out, k, "the text has %s twice", k)
			out[k] = u
			continue
		}
		require.NotNil(t, u)
		m := numerada.FindStringSubmatch(l)
		switch n := len(u.funciones); {
		case m != nil && m[1] == strconv.Itoa(n+1):
			u.funciones = append(u.funciones, m[2])
		case m != nil:
			t.Errorf("%s: function %s after %d", u.nombre, m[1], n)
		case n == 0:
			u.nombre += " " + l
		default:
			u.funciones[n-1] += " " + l
		}
	}
	return out
}

func losManuales(t *testing.T) map[doe.ClaveUnidad]*delManual {
	t.Helper()
	out := map[doe.ClaveUnidad]*delManual{}
	for _, m := range doe.Vigente().Manuales() {
		for k, u := range leerManual(t, m.Siglas, compartido(t, "manuales", m.Clave+".txt")) {
			out[k] = u
		}
	}
	return out
}

func TestUnitsAndFunctionsAreThoseOfTheManuals(t *testing.T) {
	c, manuales := doe.Vigente(), losManuales(t)
	total := 0
	for _, u := range c.Unidades() {
		m, ok := manuales[u.Clave]
		if !assert.True(t, ok, "the manuals have no %s", u.Clave) {
			continue
		}
		assert.Equal(t, m.nombre, u.Nombre, u.Clave)
		assert.Equal(t, len(m.funciones), u.Funciones, u.Clave)
		total += len(m.funciones)
		delete(manuales, u.Clave)
	}
	assert.Empty(t, manuales, "the catalog lacks units of the manuals")
	assert.Equal(t, 784, total)
}

func TestTheVerbsOfAFunctionStandInItsOfficialText(t *testing.T) {
	c := doe.Vigente()
	// The residual function of 7.1 has no verb; 7.1.4.1.1/2 and 7.1.6.2/4 join
	// two nouns to one verb.
	salvo := map[doe.ClaveFuncion]string{"doe-7.1/21": "atender", "doe-7.1.4.1.1/2": "dar cobertura", "doe-7.1.6.2/4": "dar seguimiento"}
	for k, m := range losManuales(t) {
		for _, f := range c.FuncionesDe(k) {
			texto := strings.ToLower(m.funciones[f.Numero-1])
			for _, v := range f.Verbos {
				if salvo[f.Clave] == v {
					continue
				}
				inicio := []rune(v)
				assert.Contains(t, texto, string(inicio[:min(5, len(inicio))]), "%s: %s", f.Clave, v)
			}
		}
	}
}

func TestNoSummaryCopiesTheManual(t *testing.T) {
	const seguidas = 7
	palabras := func(s string) []string { return regexp.MustCompile(`[\p{L}\d]+`).FindAllString(strings.ToLower(s), -1) }
	oficial := map[string]bool{}
	for _, m := range losManuales(t) {
		for _, f := range m.funciones {
			for p := palabras(f); len(p) >= seguidas; p = p[1:] {
				oficial[strings.Join(p[:seguidas], " ")] = true
			}
		}
	}
	for _, f := range doe.Vigente().Funciones() {
		for _, s := range []string{f.Resumen, f.Soporte} {
			for p := palabras(s); len(p) >= seguidas; p = p[1:] {
				assert.False(t, oficial[strings.Join(p[:seguidas], " ")], "%s: %s", f.Clave, p[:seguidas])
			}
		}
	}
}

func TestBodiesAndHospitalsAreThoseOfTheReferenceTables(t *testing.T) {
	c := doe.Vigente()
	tabla := func(archivo string) [][]string {
		filas, err := csv.NewReader(strings.NewReader(compartido(t, "datos", archivo))).ReadAll()
		require.NoError(t, err)
		return filas[1:]
	}
	for _, f := range tabla("ooad.csv") {
		o, ok := c.Organo(doe.OOAD(f[0]).Organo())
		require.True(t, ok, f[0])
		assert.Equal(t, doe.Organo{Clave: o.Clave, Tipo: doe.OrganoOOAD, Nombre: "OOAD " + f[2], OOAD: doe.OOAD(f[0]),
			ISO: f[3], INEGI: f[4], Abreviatura: f[5], Ambito: f[7], Compranet: f[8]}, o)
		for _, vieja := range strings.FieldsFunc(f[1], func(r rune) bool { return r == '|' }) {
			k, err := doe.ParseOOAD(vieja)
			assert.NoError(t, err)
			assert.Equal(t, o.OOAD, k)
		}
	}
	for _, f := range tabla("umae.csv") {
		o, ok := c.Organo(doe.ClaveOrgano("umae-" + strings.ToLower(f[3])))
		require.True(t, ok, f[3])
		assert.Equal(t, doe.Organo{Clave: o.Clave, Tipo: doe.OrganoUMAE, Nombre: f[1], ISO: f[2], CLUES: f[3], Compranet: f[4]}, o)
	}
}

func TestPoliciesAreThoseOfTheManuals(t *testing.T) {
	c := doe.Vigente()
	linea := regexp.MustCompile(`(?m)^ *(5\.\d+) +\S`)
	n := 0
	for _, m := range c.Manuales() {
		for _, p := range linea.FindAllStringSubmatch(compartido(t, "manuales", m.Clave+".txt"), -1) {
			_, ok := c.Politica(doe.ClavePolitica(m.Siglas + "-" + p[1]))
			assert.True(t, ok, "%s %s", m.Clave, p[1])
			n++
		}
	}
	assert.Equal(t, len(c.Politicas()), n)
}
