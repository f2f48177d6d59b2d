package cadena_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/cadena"
)

var pasos = []string{"Elabora o propone", "Autoriza"}

func filas() []cadena.Fila {
	u := func(k string) cadena.Unidad {
		return cadena.Unidad{Clave: k, Nombre: "Coordinación <de> Evaluación de Prestaciones Económicas y Sociales del Instituto", Pie: "función 3", Enlace: "/v1/unidades/" + k}
	}
	cae := u("doe-7.1.1")
	cae.Cae = true
	return []cadena.Fila{
		{{Unidades: []cadena.Unidad{u("doe-7.1.1.1"), u("doe-7.1.1.2"), u("doe-7.1.1.3")}}, {Unidades: []cadena.Unidad{u("doe-7.1")}}},
		{{Unidades: []cadena.Unidad{u("doe-7.1.1.4")}}, {Falta: "Ninguna función lo otorga", Unidades: []cadena.Unidad{cae}}},
		{{Unidades: []cadena.Unidad{u("doe-7.1.1.5")}}, {}},
	}
}

type rect struct{ x, y, w, h int }

// leer gives the boxes of a drawing, which must be well-formed XML.
func leer(t *testing.T, b []byte) (rs []rect, ancho, alto int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(b)))
	for {
		x, err := d.Token()
		if errors.Is(err, io.EOF) {
			return rs, ancho, alto
		}
		require.NoError(t, err)
		e, ok := x.(xml.StartElement)
		if !ok {
			continue
		}
		n := map[string]int{}
		for _, a := range e.Attr {
			n[a.Name.Local], _ = strconv.Atoi(a.Value)
		}
		switch {
		case e.Name.Local == "svg":
			ancho, alto = n["width"], n["height"]
		case e.Name.Local == "rect" && n["x"] > 0:
			rs = append(rs, rect{n["x"], n["y"], n["width"], n["height"]})
		}
	}
}

func TestEveryUnitHasItsBoxAndNoneOverlap(t *testing.T) {
	b := cadena.SVG("Cadena", pasos, filas())
	rs, w, h := leer(t, b)
	require.Len(t, rs, 7+2, "seven units, a gap and an empty step")
	for i, r := range rs {
		assert.LessOrEqual(t, r.x+r.w, w)
		assert.LessOrEqual(t, r.y+r.h, h)
		for _, o := range rs[:i] {
			assert.False(t, r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h, "%v over %v", r, o)
		}
	}
	s := string(b)
	assert.Contains(t, s, `href="/v1/unidades/doe-7.1.1.4"`)
	assert.Contains(t, s, "Ninguna función lo otorga")
	assert.NotContains(t, s, "<de>")
}

func TestNamesAreWholeWithinTheirBoxUnderTheTitleOfTheDrawing(t *testing.T) {
	largo := "Coordinación de Atención y Orientación al Derechohabiente en los Órganos de Operación Administrativa Desconcentrada Estatales y Regionales"
	corto := cadena.Unidad{Clave: "b", Nombre: "Dirección", Pie: "función 1"}
	b := cadena.SVG("Cadena de aprobación de los programas", pasos, []cadena.Fila{{{Unidades: []cadena.Unidad{{Clave: "a", Nombre: largo, Pie: "función 1"}, corto}}, {Unidades: []cadena.Unidad{corto}}}})
	s := string(b)
	assert.Contains(t, s, ">Cadena de aprobación de los programas</text>")
	assert.NotContains(t, s, "…")
	for _, r := range regexp.MustCompile(`font-size="12"[^>]*>([^<]*)</text>`).FindAllStringSubmatch(s, -1) {
		assert.LessOrEqual(t, utf8.RuneCountInString(r[1]), 36, r[1])
	}
	rs, _, _ := leer(t, b)
	require.Len(t, rs, 3)
	assert.Greater(t, rs[0].h, rs[1].h, "a box is as high as its name")
	assert.Greater(t, rs[1].y, rs[0].y+rs[0].h)
	assert.Contains(t, string(cadena.SVG("", pasos, []cadena.Fila{{{Unidades: []cadena.Unidad{{Nombre: strings.Repeat("Coordinación ", 30)}}}}})), "…</text>")
}

func TestTheFlowchartHasEveryStepAndArrow(t *testing.T) {
	s := string(cadena.Mermaid(pasos, filas()))
	assert.True(t, strings.HasPrefix(s, "flowchart LR\n"))
	assert.Equal(t, 3, strings.Count(s, " --> "))
	assert.Contains(t, s, `f1p1["Autoriza<br/>Ninguna función lo otorga<br/>doe-7.1.1 `)
	assert.Equal(t, 2, strings.Count(s, ":::falta"))
	assert.NotContains(t, s, "<de>")
}
