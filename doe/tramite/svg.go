package tramite

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// Measures of the drawing, in pixels.
const (
	anchoRotulo, anchoCarril  = 190, 128
	altoCabecera, altoRenglon = 64, 26
)

// colores tells the categories of states apart.
var colores = map[Categoria]string{Abierta: "#e3eefb", Espera: "#fff1cc", Cerrada: "#e1f2e1", Cancelada: "#f1e1e1"}

// SVG draws the life of the trámite: a lane for each state and a line for each
// act, from the states it is open in (dots) to the ones it leads to (arrows).
// An act that leaves the state as it is shows dots alone.
func (r *Resumen) SVG() string {
	ancho := anchoRotulo + len(r.Estados)*anchoCarril + 10
	alto := altoCabecera + len(r.Actos)*altoRenglon + 20
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="sans-serif" font-size="12">`, ancho, alto, ancho, alto)
	fmt.Fprintf(&b, "\n<title>%s</title>\n", html.EscapeString("Estados y actos de "+r.Titulo))
	for i, e := range r.Estados {
		carril(&b, i, e, alto)
	}
	for i, a := range r.Actos {
		r.renglon(&b, altoCabecera+i*altoRenglon+altoRenglon/2, a)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// carril draws the lane of a state under its name, which takes two lines when
// it is long.
func carril(b *strings.Builder, i int, e DefEstado, alto int) {
	x := anchoRotulo + i*anchoCarril
	fmt.Fprintf(b, `<rect x="%d" y="6" width="%d" height="%d" rx="6" fill="%s" stroke="#667"/>`, x+4, anchoCarril-8, altoCabecera-18, colores[e.Categoria])
	renglones := partir(e.Titulo, 19)
	for j, t := range renglones {
		fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, x+anchoCarril/2, 33-7*(len(renglones)-1)+14*j, html.EscapeString(t))
	}
	fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#ccd" stroke-width="2"/>`+"\n", x+anchoCarril/2, altoCabecera-12, x+anchoCarril/2, alto-10)
}

// partir breaks a text in two lines at a space, when it is longer than n.
func partir(s string, n int) []string {
	if len(s) <= n {
		return []string{s}
	}
	medio, mejor := len(s)/2, -1
	for i := range len(s) {
		if s[i] == ' ' && (mejor < 0 || abs(i-medio) < abs(mejor-medio)) {
			mejor = i
		}
	}
	if mejor < 0 {
		return []string{s}
	}
	return []string{s[:mejor], s[mejor+1:]}
}

func abs(n int) int { return max(n, -n) }

// renglon draws an act.
func (r *Resumen) renglon(b *strings.Builder, y int, a DefActo) {
	x := func(e Estado) int {
		i := slices.IndexFunc(r.Estados, func(d DefEstado) bool { return d.Nombre == e })
		return anchoRotulo + i*anchoCarril + anchoCarril/2
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="end">%s</text>`, anchoRotulo-14, y+4, html.EscapeString(a.Titulo))
	var xs []int
	for _, e := range slices.Concat(a.De, a.A) {
		xs = append(xs, x(e))
	}
	if a.Creacion {
		xs = append(xs, anchoRotulo)
	}
	color := "#334"
	if a.Interno {
		color = "#99a"
	}
	if len(a.A) > 0 {
		fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="1.5"/>`, slices.Min(xs), y, slices.Max(xs), y, color)
	}
	for _, e := range a.De {
		if !slices.Contains(a.A, e) {
			fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="4" fill="%s"/>`, x(e), y, color)
		}
	}
	for _, e := range a.A {
		flechaHacia(b, x(e), y, slices.Min(xs), slices.Max(xs), color)
	}
	b.WriteByte('\n')
}

// flechaHacia draws the head of an arrow that comes from wherever the line
// does.
func flechaHacia(b *strings.Builder, x, y, desde, hasta int, color string) {
	if desde < x {
		fmt.Fprintf(b, `<path d="M%d %dl-10 -5v10z" fill="%s"/>`, x, y, color)
	}
	if hasta > x {
		fmt.Fprintf(b, `<path d="M%d %dl10 -5v10z" fill="%s"/>`, x, y, color)
	}
	if desde == x && hasta == x {
		fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="4" fill="%s"/>`, x, y, color)
	}
}
