package organigrama

import (
	"fmt"
	"html"
	"strings"
)

// lamina is a drawing whose boxes have their place.
type lamina struct {
	Rotulo
	ancho, alto, margen int
	// notas is the height at which the notes begin.
	notas int
	cajas []caja
	// hoja says that lines go down, not to the right.
	hoja bool
}

// Letters of the words around the boxes: size, height of a line, and width of a
// character in the widest of the usual faces.
const (
	letraTitulo, altoTitulo, porLetraTitulo = 17, 22, 10.6
	letraDia, altoDia                       = 12, 20
	letraNota, altoNota, porLetraNota       = 11, 15, 6.3
)

// titulo is the title by lines.
func (l lamina) titulo() []string {
	return partir(l.Titulo, int(float64(l.ancho-2*l.margen)/porLetraTitulo))
}

// encabezado is the height at which the boxes begin.
func (l lamina) encabezado() int {
	y := l.margen + altoTitulo*len(l.titulo())
	if l.Dia != "" {
		y += altoDia
	}
	return y + 12
}

// renglonesDeNotas are the notes by lines.
func (l lamina) renglonesDeNotas() []string {
	var out []string
	for _, n := range l.Notas {
		out = append(out, partir(n, int(float64(l.ancho-2*l.margen)/porLetraNota))...)
	}
	return out
}

// pie is the height of the notes.
func (l lamina) pie() int { return altoNota * len(l.renglonesDeNotas()) }

// dibujar writes the drawing. papel are its sizes on paper, if any.
func (l lamina) dibujar(papel string) []byte {
	if papel == "" {
		papel = fmt.Sprintf(`width="%d" height="%d"`, l.ancho, l.alto)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" %s font-family="Helvetica, Arial, sans-serif" role="img" aria-labelledby="t">`, l.ancho, l.alto, papel)
	fmt.Fprintf(&b, "<title id=\"t\">%s</title>\n", html.EscapeString(strings.Trim(l.Titulo+", "+l.Dia, ", ")))
	b.WriteString(`<rect width="100%" height="100%" fill="#ffffff"/>` + "\n")
	l.palabras(&b)
	b.WriteString(`<g fill="none" stroke="#7d8a86" stroke-width="1.5" shape-rendering="crispEdges">` + "\n")
	for _, c := range l.cajas {
		if l.hoja {
			c.bajadas(&b, l.margen)
		} else {
			c.lineas(&b)
		}
	}
	b.WriteString("</g>\n")
	for _, c := range l.cajas {
		c.cuadros(&b)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// palabras writes the title, the day and the notes.
func (l lamina) palabras(b *strings.Builder) {
	y := l.margen
	for _, r := range l.titulo() {
		y += altoTitulo
		texto(b, l.margen, y-6, letraTitulo, `font-weight="bold" fill="#13523f"`, r)
	}
	if l.Dia != "" {
		texto(b, l.margen, y+altoDia-6, letraDia, `fill="#4d5a55"`, l.Dia)
	}
	for i, r := range l.renglonesDeNotas() {
		texto(b, l.margen, l.notas+altoNota*(i+1)-3, letraNota, `fill="#4d5a55"`, r)
	}
}

func texto(b *strings.Builder, x, y int, letra float64, como, s string) {
	fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" font-size=\"%v\" %s>%s</text>\n", x, y, letra, como, html.EscapeString(s))
}

// cuadros writes the box, its text at mid height, and those of the units that
// depend on it.
func (c caja) cuadros(b *strings.Builder) {
	fmt.Fprintf(b, `<a href="%s"><title>%s</title>`, html.EscapeString(c.Enlace), html.EscapeString(strings.TrimSpace(c.Clave+" "+c.Nombre+". "+c.Pie)))
	fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#eef4f1\" stroke=\"#13523f\" stroke-width=\"1.2\"/>\n", c.x, c.y, c.ancho, c.alto)
	y := c.y + (c.alto-c.texto())/2 + 10
	texto(b, c.x+10, y, 11, `fill="#13523f" font-weight="bold"`, recortar(c.Clave, c.caben(porLetraClave)))
	for i, r := range c.renglones {
		texto(b, c.x+10, y+16+interlinea*i, letra, `fill="#1b1b1b"`, r)
	}
	for i, r := range c.pies {
		texto(b, c.x+10, y+15+interlinea*len(c.renglones)+interlineaPie*i, 10.5, `fill="#4d5a55"`, r)
	}
	b.WriteString("</a>\n")
	for _, h := range c.hijos {
		h.cuadros(b)
	}
}

// partir breaks a text by words into lines of so many characters.
func partir(s string, caben int) []string {
	var out []string
	for _, p := range strings.Fields(s) {
		if n := len(out); n > 0 && len([]rune(out[n-1]))+1+len([]rune(p)) <= caben {
			out[n-1] += " " + p
			continue
		}
		out = append(out, p)
	}
	return out
}
