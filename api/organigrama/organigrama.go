// Package organigrama draws a tree of units in SVG.
package organigrama

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// Nodo is a unit in the tree.
type Nodo struct {
	// Clave is shown above its name, Enlace is where the box leads.
	Clave, Nombre, Enlace string
	Hijos                 []Nodo
}

// Measures, in pixels. The tree grows to the right, so that the boxes of a
// level share a column and their text is never turned.
const (
	ancho, alto    = 268, 58
	saltoX, saltoY = 52, 14
	margen         = 16
	porRenglon     = 40 // characters of a line of the name
)

// caja is a box with its place.
type caja struct {
	Nodo
	x, y  int
	hijos []caja
}

// SVG draws the tree. Leaves are stacked in order and each unit stands at the
// middle of those that depend on it, so that no lines cross.
func SVG(raiz Nodo, titulo string) []byte {
	fila, hondura := 0, 0
	c := colocar(raiz, 0, &fila, &hondura)
	w := 2*margen + (hondura+1)*ancho + hondura*saltoX
	h := 2*margen + fila*(alto+saltoY) - saltoY
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="Helvetica, Arial, sans-serif" role="img" aria-labelledby="t">`, w, h, w, h)
	fmt.Fprintf(&b, "<title id=\"t\">%s</title>\n", html.EscapeString(titulo))
	b.WriteString(`<rect width="100%" height="100%" fill="#ffffff"/><g fill="none" stroke="#7d8a86" stroke-width="1.5">` + "\n")
	c.lineas(&b)
	b.WriteString("</g>\n")
	c.cajas(&b)
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// colocar gives each node its place: the next row for a leaf, the middle of
// its first and last children for the rest.
func colocar(n Nodo, nivel int, fila, hondura *int) caja {
	c := caja{Nodo: n, x: margen + nivel*(ancho+saltoX)}
	*hondura = max(*hondura, nivel)
	for _, h := range n.Hijos {
		c.hijos = append(c.hijos, colocar(h, nivel+1, fila, hondura))
	}
	if len(c.hijos) == 0 {
		c.y = margen + *fila*(alto+saltoY)
		*fila++
		return c
	}
	c.y = (c.hijos[0].y + c.hijos[len(c.hijos)-1].y) / 2
	return c
}

func (c caja) lineas(b *strings.Builder) {
	for _, h := range c.hijos {
		x, y := c.x+ancho, c.y+alto/2
		m := x + saltoX/2
		fmt.Fprintf(b, "<path d=\"M%d %dH%dV%dH%d\"/>\n", x, y, m, h.y+alto/2, h.x)
		h.lineas(b)
	}
}

func (c caja) cajas(b *strings.Builder) {
	fmt.Fprintf(b, `<a href="%s"><title>%s</title>`, html.EscapeString(c.Enlace), html.EscapeString(c.Clave+" "+c.Nombre))
	fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="#eef4f1" stroke="#13523f" stroke-width="1.2"/>`, c.x, c.y, ancho, alto)
	fmt.Fprintf(b, `<text x="%d" y="%d" font-size="11" fill="#13523f" font-weight="bold">%s</text>`, c.x+10, c.y+16, html.EscapeString(c.Clave))
	for i, r := range renglones(c.Nombre) {
		fmt.Fprintf(b, `<text x="%d" y="%d" font-size="12.5" fill="#1b1b1b">%s</text>`, c.x+10, c.y+32+16*i, html.EscapeString(r))
	}
	b.WriteString("</a>\n")
	for _, h := range c.hijos {
		h.cajas(b)
	}
}

// renglones breaks a name into two lines at most, by words; what does not fit
// ends in an ellipsis, and the whole name is in the box's title.
func renglones(s string) []string {
	var out []string
	actual := ""
	for _, p := range strings.Fields(s) {
		if n := utf8.RuneCountInString(actual) + 1 + utf8.RuneCountInString(p); actual == "" || n <= porRenglon {
			actual = strings.TrimSpace(actual + " " + p)
			continue
		}
		if len(out) == 1 {
			return append(out, recortar(actual+" "+p))
		}
		out, actual = append(out, actual), p
	}
	return append(out, recortar(actual))
}

func recortar(s string) string {
	if utf8.RuneCountInString(s) <= porRenglon {
		return s
	}
	return string([]rune(s)[:porRenglon-1]) + "…"
}
