// Package cadena draws who takes each step of an approval.
package cadena

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// Unidad is a box of the drawing.
type Unidad struct {
	// Clave is shown above the name, Pie below it; Enlace is where it leads.
	Clave, Nombre, Pie, Enlace string
	// Cae says that the step falls to it for want of a function.
	Cae bool
}

// Celda is a step of a chain: who takes it, and what is missing.
type Celda struct {
	Unidades []Unidad
	// Falta is told above the units when no function grants the step.
	Falta string
}

// Fila is a chain: a cell per step.
type Fila []Celda

// Measures, in pixels.
const (
	ancho          = 262
	saltoX, saltoY = 44, 10
	margen         = 16
	titular        = 34 // height of the title
	cabecera       = 40
	altoFalta      = 34
	entreFilas     = 26
	interlinea     = 14
	porRenglon     = 36 // characters of a line, in the widest of the usual faces
	renglonesMax   = 5
)

// SVG draws the chains one below the other, each step in its column.
func SVG(titulo string, pasos []string, filas []Fila) []byte {
	w := 2*margen + len(pasos)*ancho + (len(pasos)-1)*saltoX
	h := margen + titular + cabecera
	for _, f := range filas {
		h += f.alto() + entreFilas
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="Helvetica, Arial, sans-serif" role="img" aria-labelledby="t">`, w, h, w, h)
	fmt.Fprintf(&b, "<title id=\"t\">%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n", html.EscapeString(titulo))
	fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="17" font-weight="bold" fill="#13523f">%s</text>`+"\n", margen, margen+16, html.EscapeString(titulo))
	for i, p := range pasos {
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle" font-size="14" font-weight="bold" fill="#13523f">%s</text>`+"\n", columna(i)+ancho/2, margen+titular+14, html.EscapeString(p))
	}
	y := margen + titular + cabecera
	for i, f := range filas {
		if i > 0 {
			fmt.Fprintf(&b, `<path d="M%d %dH%d" stroke="#d5dad8"/>`+"\n", margen, y-entreFilas/2, w-margen)
		}
		f.dibujar(&b, y)
		y += f.alto() + entreFilas
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

func columna(i int) int { return margen + i*(ancho+saltoX) }

// alto is the height of the tallest cell.
func (f Fila) alto() int {
	h := 0
	for _, c := range f {
		h = max(h, c.alto())
	}
	return h
}

func (c Celda) alto() int {
	h := 0
	for _, u := range c.Unidades {
		h += u.alto() + saltoY
	}
	if c.Falta != "" {
		h += altoFalta + saltoY
	}
	return max(h-saltoY, altoFalta)
}

// dibujar draws the cells of a chain, centred, with an arrow from each to the
// next.
func (f Fila) dibujar(b *strings.Builder, y int) {
	medio := y + f.alto()/2
	for i, c := range f {
		if i > 0 {
			x := columna(i)
			fmt.Fprintf(b, `<path d="M%d %dH%d" stroke="#5f6d68" stroke-width="1.6"/><path d="M%d %dl-9 -5v10z" fill="#5f6d68"/>`+"\n", x-saltoX+6, medio, x-8, x-4, medio)
		}
		c.dibujar(b, columna(i), medio-c.alto()/2)
	}
}

func (c Celda) dibujar(b *strings.Builder, x, y int) {
	if c.Falta != "" || len(c.Unidades) == 0 {
		falta := c.Falta
		if falta == "" {
			falta = "—"
		}
		fmt.Fprintf(b, `<g><title>%s</title><rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="#fdf1ef" stroke="#a33b2a" stroke-dasharray="5 4"/>`, html.EscapeString(falta), x, y, ancho, altoFalta)
		fmt.Fprintf(b, `<text x="%d" y="%d" font-size="12" fill="#8a2c1d">%s</text></g>`+"\n", x+10, y+21, html.EscapeString(recortar(falta)))
		y += altoFalta + saltoY
	}
	for _, u := range c.Unidades {
		u.dibujar(b, x, y)
		y += u.alto() + saltoY
	}
}

// alto is the height of a box: that of its key, its name and its foot.
func (u Unidad) alto() int { return 38 + interlinea*len(renglones(u.Nombre)) }

func (u Unidad) dibujar(b *strings.Builder, x, y int) {
	fondo, raya := "#eef4f1", ""
	if u.Cae {
		fondo, raya = "#fffaf0", ` stroke-dasharray="5 4"`
	}
	fmt.Fprintf(b, `<a href="%s"><title>%s</title>`, html.EscapeString(u.Enlace), html.EscapeString(u.Clave+" "+u.Nombre+". "+u.Pie))
	fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="#13523f" stroke-width="1.2"%s/>`, x, y, ancho, u.alto(), fondo, raya)
	fmt.Fprintf(b, `<text x="%d" y="%d" font-size="11" fill="#13523f" font-weight="bold">%s</text>`, x+10, y+15, html.EscapeString(u.Clave))
	for i, r := range renglones(u.Nombre) {
		fmt.Fprintf(b, `<text x="%d" y="%d" font-size="12" fill="#1b1b1b">%s</text>`, x+10, y+30+interlinea*i, html.EscapeString(r))
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" font-size="10.5" fill="#5f6d68">%s</text></a>`+"\n", x+10, y+u.alto()-8, html.EscapeString(recortar(u.Pie)))
}

// renglones breaks a name by words into lines, up to [renglonesMax]; what does
// not fit ends in an ellipsis, and the whole name is in the box's title.
func renglones(s string) []string {
	out := []string{""}
	for _, p := range strings.Fields(s) {
		n := len(out) - 1
		if con := strings.TrimSpace(out[n] + " " + p); out[n] == "" || n == renglonesMax-1 || utf8.RuneCountInString(con) <= porRenglon {
			out[n] = con
			continue
		}
		out = append(out, p)
	}
	for i, r := range out {
		out[i] = recortar(r)
	}
	return out
}

func recortar(s string) string {
	if utf8.RuneCountInString(s) <= porRenglon {
		return s
	}
	return string([]rune(s)[:porRenglon-1]) + "…"
}

// Mermaid draws the same as a Mermaid flowchart.
func Mermaid(pasos []string, filas []Fila) []byte {
	var b strings.Builder
	b.WriteString("flowchart LR\n    classDef falta stroke:#a33b2a,stroke-dasharray:5 4\n")
	for i, f := range filas {
		for j, c := range f {
			fmt.Fprintf(&b, "    f%dp%d[\"%s\"]", i, j, c.texto(pasos[j]))
			if c.Falta != "" || len(c.Unidades) == 0 {
				b.WriteString(":::falta")
			}
			b.WriteByte('\n')
			if j > 0 {
				fmt.Fprintf(&b, "    f%dp%d --> f%dp%d\n", i, j-1, i, j)
			}
		}
	}
	return []byte(b.String())
}

func (c Celda) texto(paso string) string {
	lineas := []string{paso}
	if c.Falta != "" {
		lineas = append(lineas, c.Falta)
	}
	for _, u := range c.Unidades {
		lineas = append(lineas, u.Clave+" "+u.Nombre+" ("+u.Pie+")")
	}
	for i, l := range lineas {
		lineas[i] = strings.ReplaceAll(html.EscapeString(l), "&#34;", "#quot;")
	}
	return strings.Join(lineas, "<br/>")
}
