package organigrama_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/organigrama"
)

func arbol() organigrama.Nodo {
	return organigrama.Nodo{Clave: "a-1", Nombre: "Raíz <&>", Enlace: "/u/a-1", Hijos: []organigrama.Nodo{
		{Clave: "a-1.1", Nombre: "Coordinación Imaginaria de Nombre Muy Largo, Larguísimo, que Ocupa Varias Líneas", Enlace: "/u/a-1.1"},
		{Clave: "a-1.2", Nombre: "División", Enlace: "/u/a-1.2", Hijos: []organigrama.Nodo{{Clave: "a-1.2.1", Nombre: "Subjefatura", Enlace: "/u/a-1.2.1"}}},
	}}
}

// rects gives the boxes of the drawing, the background left out.
func rects(t *testing.T, svg []byte) (out [][2]string, enlaces []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, enlaces
		}
		require.NoError(t, err)
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		at := map[string]string{}
		for _, a := range e.Attr {
			at[a.Name.Local] = a.Value
		}
		switch {
		case e.Name.Local == "rect" && at["rx"] != "":
			out = append(out, [2]string{at["x"], at["y"]})
		case e.Name.Local == "a":
			enlaces = append(enlaces, at["href"])
		}
	}
}

func TestEveryUnitHasItsOwnBoxAndLink(t *testing.T) {
	svg := organigrama.SVG(arbol(), "Organigrama")
	cajas, enlaces := rects(t, svg)
	assert.Len(t, cajas, 4)
	lugares := map[[2]string]bool{}
	for _, c := range cajas {
		assert.False(t, lugares[c], "two boxes in one place")
		lugares[c] = true
	}
	assert.ElementsMatch(t, []string{"/u/a-1", "/u/a-1.1", "/u/a-1.2", "/u/a-1.2.1"}, enlaces)
}

func TestNamesAreTextNotMarkup(t *testing.T) {
	svg := string(organigrama.SVG(arbol(), "Organigrama"))
	assert.Contains(t, svg, "Raíz &lt;&amp;&gt;")
	assert.NotContains(t, svg, "Raíz <&>")
}

func TestLongNamesEndInAnEllipsis(t *testing.T) {
	assert.Contains(t, string(organigrama.SVG(arbol(), "")), "…</text>")
}
