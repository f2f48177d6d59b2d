// Package organigrama draws trees of units: in SVG, Mermaid and DOT.
package organigrama

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Nodo is a unit in the tree.
type Nodo struct {
	// Clave is shown above its name, Pie below it; Enlace is where the box leads.
	Clave, Nombre, Pie, Enlace string
	// Rango is the level of the unit, 0 for the highest: it sets the column
	// and the proportions of the box.
	Rango int
	// Dudoso draws the line from its superior dashed: it is not known that it
	// hangs directly from it.
	Dudoso bool
	Hijos  []Nodo
}

// Rotulo is what a drawing says around its boxes.
type Rotulo struct {
	// Titulo heads the drawing; Dia, below it, tells whose day it is.
	Titulo, Dia string
	// Notas close it.
	Notas []string
}

// Measures, in pixels. The tree grows to the right: each level has a column,
// so that boxes of a level are alike and their text is never turned.
const (
	saltoX, saltoY = 44, 12
	margen         = 20
	letra          = 12.5
	porLetra       = 6.9 // width of a character, on average, in the widest of the usual faces
	porLetraPie    = 6.0
	porLetraClave  = 7.3
	interlinea     = 15
	interlineaPie  = 13
	renglonesMax   = 5
	anchoMinimo    = 640 // of a drawing, so that its title is not a column
)

// medida is the size of the boxes of a level.
type medida struct{ ancho, alto int }

// medidas by level: each is smaller than the one above it.
var medidas = []medida{{300, 76}, {284, 70}, {268, 64}, {252, 58}, {236, 52}, {220, 46}}

func (n Nodo) medida() medida { return medidas[min(max(n.Rango, 0), len(medidas)-1)] }

// caja is a box with its place and its text.
type caja struct {
	Nodo
	medida
	columna, x, y int
	// tronco is where the line to those that depend on it turns.
	tronco    int
	renglones []string
	pies      []string
	hijos     []caja
}

// SVG draws one tree or several, one below the other. Leaves are stacked in
// order and each unit stands at the middle of those that depend on it, so each
// tree has a strip of its own: no line crosses a box nor another unit's lines.
// The drawing is as large as its text needs to be read.
func SVG(r Rotulo, raices ...Nodo) []byte {
	base := minimo(raices)
	ancho := max(columnas(raices, base)+2*margen, anchoMinimo)
	l := lamina{Rotulo: r, ancho: ancho, margen: margen}
	y := l.encabezado()
	anchos := map[int]int{}
	for _, r := range raices {
		l.cajas = append(l.cajas, colocar(r, 0, base, &y, anchos))
		y += saltoY
	}
	x := map[int]int{}
	for c, fin := 0, margen; c < columnasMax; c++ {
		if w, ok := anchos[c]; ok {
			x[c] = fin
			fin += w + saltoX
		}
	}
	for i := range l.cajas {
		l.cajas[i].situar(x, anchos)
	}
	l.notas, l.alto = y, y+l.pie()+margen
	return l.dibujar("")
}

// columnasMax is how deep a tree may be.
const columnasMax = 32

// columnas is how wide the columns of the trees are, one beside the other.
func columnas(raices []Nodo, base int) int {
	anchos, y := map[int]int{}, 0
	for _, r := range raices {
		colocar(r, 0, base, &y, anchos)
	}
	w := -saltoX
	for _, a := range anchos {
		w += a + saltoX
	}
	return max(w, 0)
}

// minimo is the highest level drawn.
func minimo(ns []Nodo) int {
	m := len(medidas)
	for _, n := range ns {
		m = min(m, n.Rango)
	}
	return m
}

// colocar gives each node its column and its height: the next place for a
// leaf, the middle of its first and last children for the rest.
func colocar(n Nodo, minima, base int, y *int, anchos map[int]int) caja {
	c := nueva(n, 0)
	c.columna = max(minima, n.Rango-base)
	anchos[c.columna] = max(anchos[c.columna], c.ancho)
	desde := *y
	for _, h := range n.Hijos {
		c.hijos = append(c.hijos, colocar(h, c.columna+1, base, y, anchos))
	}
	if len(c.hijos) == 0 {
		c.y = *y
		*y += c.alto + saltoY
		return c
	}
	primera, ultima := c.hijos[0], c.hijos[len(c.hijos)-1]
	c.y = (primera.y+primera.alto/2+ultima.y+ultima.alto/2)/2 - c.alto/2
	if c.y < desde { // a box taller than all that depends on it
		*y += desde - c.y
		for i := range c.hijos {
			c.hijos[i].bajar(desde - c.y)
		}
		c.y = desde
	}
	*y = max(*y, c.y+c.alto+saltoY)
	return c
}

// nueva is a box of its level, taller if the name needs it.
func nueva(n Nodo, ancho int) caja {
	c := caja{Nodo: n, medida: n.medida()}
	if ancho > 0 {
		c.ancho = min(c.ancho, ancho)
	}
	c.renglones, c.pies = renglones(n.Nombre, c.caben(porLetra)), renglones(n.Pie, c.caben(porLetraPie))
	c.alto = max(c.alto, c.texto()+12)
	return c
}

// caben is how many characters of that width go in a line of the box.
func (c caja) caben(letra float64) int { return int(float64(c.ancho-20) / letra) }

// texto is how high the text of the box is.
func (c caja) texto() int {
	return 14 + interlinea*len(c.renglones) + interlineaPie*len(c.pies)
}

func (c *caja) bajar(d int) {
	c.y += d
	for i := range c.hijos {
		c.hijos[i].bajar(d)
	}
}

func (c *caja) situar(x, anchos map[int]int) {
	c.x = x[c.columna]
	c.tronco = c.x + anchos[c.columna] + saltoX/2
	for i := range c.hijos {
		c.hijos[i].situar(x, anchos)
	}
}

// lineas draws a line to each of those that depend on the unit: to the gap
// after its column, up or down to the height of the other, and straight to it.
// That strip is of the other alone, so the line may pass several columns.
func (c caja) lineas(b *strings.Builder) {
	for _, h := range c.hijos {
		fmt.Fprintf(b, "<path d=\"M%d %dH%dV%dH%d\"%s/>\n", c.x+c.ancho, c.y+c.alto/2, c.tronco, h.y+h.alto/2, h.x, h.raya())
		h.lineas(b)
	}
}

func (c caja) raya() string {
	if c.Dudoso {
		return ` stroke-dasharray="5 4"`
	}
	return ""
}

// renglones breaks a name by words into lines of so many characters, up to
// [renglonesMax]; what does not fit ends in an ellipsis, and the whole name is
// in the box's title.
func renglones(s string, caben int) []string {
	out := partir(s, caben)
	if len(out) > renglonesMax {
		out = append(out[:renglonesMax-1], strings.Join(out[renglonesMax-1:], " "))
	}
	for i, r := range out {
		out[i] = recortar(r, caben)
	}
	return out
}

func recortar(s string, caben int) string {
	if utf8.RuneCountInString(s) <= caben {
		return s
	}
	return string([]rune(s)[:caben-1]) + "…"
}
