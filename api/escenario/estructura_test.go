package escenario_test

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// lector is anyone with an account: the institution is no secret.
func lector(m *mundo) cliente { return m.como(taod("14")) }

// deGolden are the units that a golden structure of package doe names.
func deGolden(t testing.TB, dia string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "doe", "testdata", "estructura", dia+".txt"))
	require.NoError(t, err)
	out := map[string]string{}
	entero := strings.ReplaceAll(string(b), "\n  ", " ") // a line that goes on in the next
	for l := range strings.SplitSeq(entero, "\n") {
		if p := strings.Split(strings.TrimPrefix(l, "fuera "), " | "); len(p) > 2 && l[0] != '#' {
			out[p[0]] = p[1]
		}
	}
	return out
}

var dias = []string{"2001-04-25", "2002-01-15", "2014-01-01", "2018-02-16", "2021-05-03", "2022-09-01", "2022-10-01"}

func TestTheStructureOfEveryDayIsServedFlatAsATreeAndDrawn(t *testing.T) {
	m := enSQLite(t)
	for _, dia := range dias {
		quiere := deGolden(t, dia)
		hay := map[string]string{}
		c := lector(m).GET("/v1/unidades?fecha=%s", dia).espera(200).es("fecha", dia, "vigente", dia == "2022-10-01", "siguiente", nil)
		for _, u := range c.lista("elementos") {
			hay[u.texto("clave")] = u.texto("nombre")
		}
		assert.Equal(t, quiere, hay, dia)
		assert.Equal(t, dia == "2022-10-01", len(c.lista("sin_noticia")) == 0)

		arbol := map[string]string{}
		var bajar func(us []cuerpo)
		bajar = func(us []cuerpo) {
			for _, u := range us {
				arbol[u.texto("clave")] = u.texto("nombre")
				if u.en("subordinadas") != nil {
					bajar(u.lista("subordinadas"))
				}
			}
		}
		bajar(lector(m).GET("/v1/unidades?forma=arbol&fecha=%s", dia).espera(200).lista("elementos"))
		assert.Equal(t, quiere, arbol, dia)
		svg := lector(m).GET("/v1/organigrama.svg?fecha=%s", dia).espera(200).crudo
		assert.Contains(t, string(svg), "Estructura del "+fecha.MustParse(dia).EnPalabras())
		enlaces := dibujado(t, svg)
		assert.Equal(t, "/v1/unidades/doe-7.1?fecha="+dia, enlaces[0])
		assert.Len(t, enlaces, len(quiere), "every unit of the day is drawn, also those elsewhere in the Institute")
		for _, e := range enlaces {
			lector(m).GET("%s", e).espera(200).es("nombre", quiere[strings.TrimSuffix(strings.TrimPrefix(e, "/v1/unidades/"), "?fecha="+dia)])
		}
	}
	lector(m).GET("/v1/unidades?fecha=1940-01-01").espera(200).es("elementos.0", nil)
	lector(m).GET("/v1/organigrama.svg?fecha=1950-01-01").espera(200)
	de2018 := string(lector(m).GET("/v1/organigrama.svg?fecha=2018-02-16").espera(200).crudo)
	for _, dice := range []string{"Adscrita a: Dirección Jurídica", "No se dice de quién dependía", "Línea quebrada", "De 42 unidades la primera noticia", "2014-07-04-reubicaciones"} {
		assert.Contains(t, de2018, dice)
	}
}

// dibujado gives the links of a drawing, which must be well-formed.
func dibujado(t testing.TB, svg []byte) (enlaces []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return enlaces
		}
		require.NoError(t, err)
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "a" {
			enlaces = append(enlaces, e.Attr[0].Value)
		}
	}
}

func TestRegla16LaVigenciaSeSirvePorHTTP(t *testing.T) {
	m := enSQLite(t)
	lector(m).GET("/v1/unidades/doe-7.1?fecha=2001-04-25").espera(200).
		es("nombre", "Coordinación de Asesores de la Dirección General", "organo", "organo-direccion-general", "aprobados.0", "2001-12-17-vinculacion", "funciones", 0)
	lector(m).GET("/v1/unidades/doe-7.1?fecha=2001-12-16").espera(200).es("nombre", "Coordinación de Asesores de la Dirección General")
	lector(m).GET("/v1/unidades/doe-7.1?fecha=2001-12-17").espera(200).es("nombre", "Unidad de Vinculación Institucional", "desde", "2001-12-17", "aprobados", nil)
	lector(m).GET("/v1/unidades/doe-7.1").espera(200).es("nombre", "Dirección de Operación y Evaluación", "manual", "G000-002-001", "funciones", 21)
	lector(m).GET("/v1/unidades/hist-sociedad-civil?fecha=2022-09-30").espera(200).es("superior", "doe-7.1")
	lector(m).GET("/v1/unidades/hist-sociedad-civil?fecha=2022-10-01").niega(404, "no-encontrado")
}

func TestAUnitTellsItsLineBackToItsOrigin(t *testing.T) {
	m := enSQLite(t)
	c := lector(m).GET("/v1/unidades/doe-7.1.3/historia").espera(200).
		es("origen", "creacion", "hoy", true, "etapas.0.desde", "1947", "etapas.0.nombre", "Oficina de Inspección, Investigación y Quejas", "etapas.0.hasta", "1966-12-31",
			"etapas.6.nombre", "Unidad de Atención a la Derechohabiencia", "actos.0.clave", "1947-inspeccion-y-quejas")
	assert.Len(t, c.lista("actos"), 13)
	lector(m).GET("/v1/unidades/ooad-14/historia").espera(200).es("etapas.0.nombre", "Delegación Jalisco", "etapas.1.nombre", "OOAD Jalisco",
		"actos.0.instrumento.impresas.1", "ACDO.AS2.HCT.270922/244.P.DA")
	lector(m).GET("/v1/unidades/hist-vinculacion-legislativa/historia").espera(200).es("hoy", false, "origen", "creacion")
	lector(m).GET("/v1/unidades/doe-7.1.6.1/historia").espera(200).es("origen", "desconocido", "etapas.0.desde", nil, "etapas.0.noticia", "2022-10-01")
	lector(m).GET("/v1/unidades/ooad-77/historia").niega(404, "no-encontrado")
}

func TestActsOfRestructuringAreListedWithFiltersAndPages(t *testing.T) {
	m := enSQLite(t)
	cuantos := func(q string) int { return len(lector(m).GET("/v1/reestructuras%s", q).espera(200).lista("elementos")) }
	assert.Equal(t, 47, cuantos(""))
	assert.Equal(t, 1, cuantos("?clase=supresion"))
	assert.Equal(t, 13, cuantos("?unidad=doe-7.1.3"))
	assert.Equal(t, 1, cuantos("?unidad=ooad-09&desde=2000-01-01")+cuantos("?unidad=ooad-14&desde=2022-01-01"))
	assert.Equal(t, 2, cuantos("?desde=2022-10-01&hasta=2022-10-01"))
	assert.Len(t, lector(m).todo("/v1/reestructuras?limite=10"), 47)
	lector(m).GET("/v1/reestructuras?clase=mudanza").niega(422, "datos-no-validos")
}

func TestTheChartComesOnASheetAndAsText(t *testing.T) {
	m := enSQLite(t)
	svg := string(lector(m).GET("/v1/organigrama.svg?raiz=doe-7.1.3&hoja=unidad&papel=a4").espera(200).crudo)
	assert.Contains(t, svg, `width="210mm" height="297mm"`)
	enlaces := dibujado(t, []byte(svg))
	assert.ElementsMatch(t, []string{"/v1/unidades/doe-7.1", "/v1/unidades/doe-7.1.3", "/v1/unidades/doe-7.1.3.1", "/v1/unidades/caood-7.1"}, enlaces)
	for _, u := range lector(m).GET("/v1/unidades").espera(200).lista("elementos") {
		assert.Contains(t, string(lector(m).GET("/v1/organigrama.svg?hoja=unidad&raiz=%s", u.texto("clave")).espera(200).crudo), `width="215.9mm"`)
	}
	entero := dibujado(t, lector(m).GET("/v1/organigrama.svg").espera(200).crudo)
	assert.Len(t, entero, 58)
	mmd := lector(m).GET("/v1/organigrama.mmd?fecha=2014-01-01").espera(200)
	assert.Equal(t, 6, strings.Count(string(mmd.crudo), "click "))
	dot := lector(m).GET("/v1/organigrama.dot").espera(200)
	assert.Equal(t, 57, strings.Count(string(dot.crudo), " -> "))
}

func TestTheCatalogIsPublishedInThreeForms(t *testing.T) {
	m := enSQLite(t)
	c := lector(m).GET("/v1/catalogo.json").espera(200)
	assert.Len(t, c.lista("unidades"), 58)
	assert.Len(t, c.lista("funciones"), 784)
	assert.Len(t, lector(m).GET("/v1/catalogo.json?fecha=2014-01-01").espera(200).es("vigente", false).lista("funciones"), 0)
	filas, err := csv.NewReader(strings.NewReader(string(lector(m).GET("/v1/catalogo.csv").espera(200).crudo))).ReadAll()
	require.NoError(t, err)
	assert.Len(t, filas, 785)
	assert.Equal(t, "doe-7.1/1", filas[1][5])
	filas, err = csv.NewReader(strings.NewReader(string(lector(m).GET("/v1/catalogo.csv?fecha=2014-01-01").espera(200).crudo))).ReadAll()
	require.NoError(t, err)
	assert.Len(t, filas, 7)
	for _, dia := range append(dias, "2026-03-02") {
		d := lector(m).GET("/v1/catalogo.jsonld?fecha=%s", dia).espera(200)
		assert.Equal(t, "application/ld+json", d.cabeceras.Get("Content-Type"))
		grafoValido(t, d.valor.(map[string]any))
	}
}

// tiposLD are the classes of the vocabularies that a document may use.
var tiposLD = []string{"org:FormalOrganization", "org:OrganizationalUnit", "org:ChangeEvent", "cpov:PublicOrganisation", "cpov:FoundationEvent", "skos:Concept", "skos:ConceptScheme"}

// grafoValido walks a JSON-LD document: every term is in the context, every
// node has known types, every reference leads to a node, and what is said one
// way is said the other.
func grafoValido(t testing.TB, doc map[string]any) {
	t.Helper()
	contexto, nodos := doc["@context"].(map[string]any), map[string]map[string]any{}
	for _, n := range doc["@graph"].([]any) {
		x := n.(map[string]any)
		id := x["@id"].(string)
		require.Nil(t, nodos[id], "%s twice", id)
		nodos[id] = x
	}
	for termino, v := range contexto {
		iri, _ := v.(string)
		if d, ok := v.(map[string]any); ok {
			iri = d["@id"].(string)
		}
		prefijo, resto, _ := strings.Cut(iri, ":")
		if !strings.HasPrefix(resto, "//") {
			assert.Contains(t, contexto, prefijo, "%s is of no vocabulary", termino)
		}
	}
	inversas := map[string]string{"unidadDe": "tieneUnidad", "parteDe": "tieneParte"}
	for id, n := range nodos {
		for _, tipo := range textos(n["@type"]) {
			assert.Contains(t, tiposLD, tipo, id)
		}
		assert.NotEmpty(t, textos(n["@type"]), id)
		for k, v := range n {
			if strings.HasPrefix(k, "@") {
				continue
			}
			def, ok := contexto[k]
			require.True(t, ok, "%s: %s is not in the context", id, k)
			if d, ok := def.(map[string]any); ok && d["@type"] == "@id" {
				for _, otro := range textos(v) {
					require.NotNil(t, nodos[otro], "%s: %s leads to %s, which is not there", id, k, otro)
					if inversa := inversas[k]; inversa != "" {
						assert.Contains(t, textos(nodos[otro][inversa]), id)
					}
				}
			}
			if d, ok := v.(map[string]any); ok { // a date
				assert.Regexp(t, regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`), d["@value"])
				assert.Contains(t, []any{"xsd:gYear", "xsd:gYearMonth", "xsd:date"}, d["@type"])
			}
		}
	}
}

// textos are the values of a property, one or several.
func textos(v any) []string {
	switch x := v.(type) {
	case string:
		return []string{x}
	case []any:
		var out []string
		for _, s := range x {
			out = append(out, s.(string))
		}
		return slices.Clip(out)
	}
	return nil
}
