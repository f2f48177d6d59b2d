package organigrama_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/organigrama"
)

func arbol() organigrama.Nodo {
	return organigrama.Nodo{Clave: "a-1", Nombre: "Raíz <&>", Enlace: "/u/a-1", Hijos: []organigrama.Nodo{
		{Clave: "a-1.1", Nombre: "Coordinación Imaginaria de Nombre Muy Largo, " + strings.Repeat("Larguísimo, ", 30) + "que Ocupa Varias Líneas", Enlace: "/u/a-1.1", Rango: 2},
		{Clave: "a-1.2", Nombre: "División", Enlace: "/u/a-1.2", Rango: 4, Dudoso: true, Hijos: []organigrama.Nodo{{Clave: "a-1.2.1", Nombre: "Subjefatura", Enlace: "/u/a-1.2.1", Rango: 5}}},
	}}
}

func rotulo(t string) organigrama.Rotulo { return organigrama.Rotulo{Titulo: t} }

type recto struct{ x, y, w, h int }

func (r recto) toca(o recto) bool {
	return r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h
}

// escrito is a text: where it begins and ends, at the widest, and how high.
type escrito struct {
	x, fin, y int
	dice      string
}

// linea joins a unit with another: where it begins, and its three stretches.
type linea struct {
	x, y   int
	tramos [3]recto
}

// lamina is what a drawing holds.
type lamina struct {
	cajas    []recto
	enlaces  []string
	textos   []escrito
	lineas   []linea
	ancho    int
	alto     int
	fisico   string
	punteada int
}

func leer(t *testing.T, svg []byte) lamina {
	t.Helper()
	var l lamina
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return l
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
		num := func(n string) int { i, _ := strconv.Atoi(at[n]); return i }
		switch {
		case e.Name.Local == "svg":
			_, err := fmt.Sscanf(at["viewBox"], "0 0 %d %d", &l.ancho, &l.alto)
			require.NoError(t, err)
			l.fisico = at["width"] + " " + at["height"]
		case e.Name.Local == "rect" && at["rx"] != "":
			l.cajas = append(l.cajas, recto{num("x"), num("y"), num("width"), num("height")})
		case e.Name.Local == "a":
			l.enlaces = append(l.enlaces, at["href"])
		case e.Name.Local == "text":
			dentro, err := d.Token()
			require.NoError(t, err)
			dice := string(dentro.(xml.CharData))
			letra, err := strconv.ParseFloat(at["font-size"], 64)
			require.NoError(t, err)
			ancho := 0.55 // of a character to its height, in the widest of the usual faces
			if at["font-weight"] == "bold" {
				ancho = 0.62
			}
			l.textos = append(l.textos, escrito{num("x"), num("x") + int(ancho*letra*float64(utf8.RuneCountInString(dice))), num("y"), dice})
		case e.Name.Local == "path":
			if at["stroke-dasharray"] != "" {
				l.punteada++
			}
			var x, y, tronco, fin, hasta int
			if n, _ := fmt.Sscanf(at["d"], "M%d %dH%dV%dH%d", &x, &y, &tronco, &fin, &hasta); n == 5 {
				l.lineas = append(l.lineas, linea{x, y, [3]recto{{x, y, tronco - x, 1}, {tronco, min(y, fin), 1, max(y, fin) - min(y, fin) + 1}, {tronco, fin, hasta - tronco, 1}}})
			}
		}
	}
}

// legible checks that no box covers another nor leaves the page.
func (l lamina) legible(t *testing.T) {
	t.Helper()
	for i, c := range l.cajas {
		assert.True(t, c.x >= 0 && c.y >= 0 && c.x+c.w <= l.ancho && c.y+c.h <= l.alto, "box %d is out of the page", i)
		for _, o := range l.cajas[:i] {
			assert.False(t, c.toca(o), "boxes %v and %v overlap", c, o)
		}
	}
	for _, e := range l.textos {
		assert.True(t, e.x >= 0 && e.fin <= l.ancho && e.y <= l.alto, "%q is cut", e.dice)
		for _, c := range l.cajas {
			if e.x >= c.x && e.x < c.x+c.w && e.y > c.y && e.y < c.y+c.h {
				assert.LessOrEqual(t, e.fin, c.x+c.w, "%q leaves its box", e.dice)
			}
		}
	}
}

// sinCruces checks that no line passes behind a box nor meets one that begins
// at another unit.
func (l lamina) sinCruces(t *testing.T) {
	t.Helper()
	for i, a := range l.lineas {
		for _, tramo := range a.tramos {
			for _, c := range l.cajas {
				assert.False(t, tramo.toca(c), "line %v goes behind box %v", a, c)
			}
			for _, b := range l.lineas[:i] {
				for _, otro := range b.tramos {
					assert.False(t, (a.x != b.x || a.y != b.y) && tramo.toca(otro), "lines %v and %v of two units meet", a, b)
				}
			}
		}
	}
}

func TestEveryUnitHasItsOwnBoxAndLink(t *testing.T) {
	l := leer(t, organigrama.SVG(rotulo("Organigrama"), arbol()))
	assert.Len(t, l.cajas, 4)
	l.legible(t)
	assert.ElementsMatch(t, []string{"/u/a-1", "/u/a-1.1", "/u/a-1.2", "/u/a-1.2.1"}, l.enlaces)
	assert.Equal(t, 1, l.punteada)
}

func TestEachLevelHasItsColumnAndItsProportions(t *testing.T) {
	l := leer(t, organigrama.SVG(rotulo(""), arbol()))
	raiz, coordinacion, division, subjefatura := l.cajas[0], l.cajas[1], l.cajas[2], l.cajas[3]
	assert.Less(t, raiz.x+raiz.w, coordinacion.x)
	assert.Less(t, coordinacion.x, division.x, "a division stands in the column of divisions though it hangs from the root")
	assert.Less(t, division.x, subjefatura.x)
	for _, par := range [][2]recto{{raiz, coordinacion}, {coordinacion, division}, {division, subjefatura}} {
		assert.Greater(t, par[0].w, par[1].w)
	}
	assert.Greater(t, division.h, subjefatura.h)
}

func TestALineToALowerLevelPassesNoBoxNorTheLinesOfAnotherUnit(t *testing.T) {
	hoja := func(k string, rango int) organigrama.Nodo {
		return organigrama.Nodo{Clave: k, Nombre: "Unidad Imaginaria de Nombre Regular", Enlace: "/" + k, Rango: rango}
	}
	con := func(n organigrama.Nodo, hijos ...organigrama.Nodo) organigrama.Nodo { n.Hijos = hijos; return n }
	raiz := con(hoja("1", 0),
		con(hoja("1.1", 1), con(hoja("1.1.1", 2), hoja("1.1.1.1", 4), hoja("1.1.1.2", 4)), hoja("1.1.2", 3), hoja("1.1.3", 4)),
		con(hoja("1.2", 1), hoja("1.2.1", 2), hoja("1.2.2", 2)),
		con(hoja("1.3", 2), con(hoja("1.3.1", 3), hoja("1.3.1.1", 4)), hoja("1.3.2", 4)),
		hoja("1.4", 2), hoja("1.5", 4))
	l := leer(t, organigrama.SVG(rotulo("Organigrama"), raiz))
	assert.Len(t, l.cajas, 16)
	assert.Len(t, l.lineas, 15)
	l.legible(t)
	l.sinCruces(t)
}

func TestALongTitleAndItsNotesAreBrokenIntoLines(t *testing.T) {
	r := organigrama.Rotulo{Titulo: "Organigrama: " + strings.Repeat("Coordinación de Asesores de la Dirección General, ", 3), Dia: "Estructura del 25 de abril de 2001", Notas: []string{strings.Repeat("No se sabe desde cuándo. ", 20)}}
	u := organigrama.Nodo{Clave: "hist-seguimiento-de-asuntos-internacionales", Nombre: "Unidad", Pie: "Adscrita a: " + strings.Repeat("Dirección ", 20), Rango: 5}
	for _, svg := range [][]byte{organigrama.SVG(r, u), organigrama.Hoja(r, organigrama.A4, u, nil)} {
		l := leer(t, svg)
		l.legible(t)
		assert.Contains(t, string(svg), ">Estructura del 25 de abril de 2001<")
		assert.GreaterOrEqual(t, len(l.textos), 2+1+2+3)
		for _, c := range l.cajas {
			assert.Less(t, l.textos[1].y, c.y, "the title lies over a box")
		}
	}
}

func TestSeveralTreesStandOneBelowTheOther(t *testing.T) {
	otro := arbol()
	l := leer(t, organigrama.SVG(rotulo("Dos"), arbol(), otro))
	assert.Len(t, l.cajas, 8)
	l.legible(t)
	vacia := leer(t, organigrama.SVG(rotulo("Nada")))
	assert.Empty(t, vacia.cajas)
	assert.Positive(t, vacia.alto)
}

func TestASheetIsOfThePaperWhateverItHolds(t *testing.T) {
	for _, papel := range []organigrama.Papel{organigrama.Carta, organigrama.A4} {
		for _, n := range []int{0, 1, 3, 7, 40} {
			u := organigrama.Nodo{Clave: "u", Nombre: "Unidad", Rango: 1}
			for i := range n {
				u.Hijos = append(u.Hijos, organigrama.Nodo{Clave: fmt.Sprint("h", i), Nombre: "Coordinación de Nombre Largo que Ocupa Varias Líneas de la Caja", Rango: 2})
			}
			arriba := organigrama.Nodo{Clave: "s", Nombre: "Dirección"}
			l := leer(t, organigrama.Hoja(rotulo("Hoja"), papel, u, &arriba))
			assert.Len(t, l.cajas, n+2)
			l.legible(t)
			proporcion, fisico := 279.4/215.9, "215.9mm 279.4mm"
			if papel == organigrama.A4 {
				proporcion, fisico = 297.0/210, "210mm 297mm"
			}
			assert.InDelta(t, proporcion, float64(l.alto)/float64(l.ancho), 0.01)
			assert.Equal(t, fisico, l.fisico)
			assert.Len(t, leer(t, organigrama.Hoja(rotulo("Hoja"), papel, u, nil)).cajas, n+1)
		}
	}
}

func TestNamesAreTextNotMarkup(t *testing.T) {
	svg := string(organigrama.SVG(rotulo("Organigrama"), arbol()))
	assert.Contains(t, svg, "Raíz &lt;&amp;&gt;")
	assert.NotContains(t, svg, "Raíz <&>")
	malo := organigrama.Nodo{Clave: `x"]`, Nombre: "a\"b\\c\n<d>", Enlace: "/u"}
	mmd := string(organigrama.Mermaid(malo))
	assert.Contains(t, mmd, `u0["x#quot;]<br/>a#quot;b`)
	assert.NotContains(t, mmd, "<d>")
	assert.Contains(t, string(organigrama.DOT(rotulo(`t"`), malo)), `"x\"]" [label="x\"]\na\"b\\c\n<d>"`)
}

func TestNamesThatDoNotFitEndInAnEllipsis(t *testing.T) {
	assert.Contains(t, string(organigrama.SVG(rotulo(""), arbol())), "…</text>")
}

func TestMermaidAndDOTHaveEveryUnitAndLine(t *testing.T) {
	mmd := string(organigrama.Mermaid(arbol()))
	assert.True(t, strings.HasPrefix(mmd, "flowchart LR\n"))
	assert.Equal(t, 4, strings.Count(mmd, "  click "))
	assert.Equal(t, 2, strings.Count(mmd, " --- "))
	assert.Contains(t, mmd, "  u0 -.- u2\n")
	dot := string(organigrama.DOT(rotulo("Organigrama"), arbol()))
	assert.Equal(t, 4, strings.Count(dot, "URL="))
	assert.Equal(t, 3, strings.Count(dot, " -> "))
	assert.Contains(t, dot, `"a-1" -> "a-1.2" [style=dashed];`)
	assert.Contains(t, dot, `URL="/u/a-1.2.1"`)
}
