package organigrama

import (
	"fmt"
	"strings"
)

// Papel is a size of paper.
type Papel string

// The papers, upright.
const (
	Carta Papel = "carta"
	A4    Papel = "a4"
)

// milimetros are the width and the height of a paper.
func (p Papel) milimetros() (float64, float64) {
	if p == A4 {
		return 210, 297
	}
	return 215.9, 279.4
}

// puntosPorMM is the scale of a sheet: at it a letter of 12.5 prints at 9 points.
const puntosPorMM = 3.9

// margenHoja is 12 mm, which every printer leaves free; lines between rows run
// within it.
const margenHoja = 47

// Hoja draws one unit on one sheet: its superior, if any, the unit, and those
// that depend directly on it. The viewBox is the paper's, whatever the number
// of units: boxes grow fewer per row, then the whole is made smaller.
func Hoja(r Rotulo, papel Papel, unidad Nodo, superior *Nodo) []byte {
	mmX, mmY := papel.milimetros()
	w, h := mmX*puntosPorMM, mmY*puntosPorMM
	for escala := 1.0; ; escala *= 1.1 { // ends: the page grows, the boxes do not
		l := lamina{Rotulo: r, ancho: int(w * escala), alto: int(h * escala), margen: int(margenHoja * escala), hoja: true}
		fondo := l.disponer(unidad, superior)
		if l.notas = l.alto - l.margen - l.pie(); fondo <= l.notas {
			return l.dibujar(fmt.Sprintf(`width="%gmm" height="%gmm"`, mmX, mmY))
		}
	}
}

// disponer places the boxes and says how far down they reach.
func (l *lamina) disponer(unidad Nodo, superior *Nodo) int {
	util := l.ancho - 2*l.margen
	centro := func(c *caja, y int) { c.x, c.y = l.margen+(util-c.ancho)/2, y }
	y := l.encabezado()
	u := nueva(unidad, util)
	if superior != nil {
		s := nueva(*superior, util)
		centro(&s, y)
		y += s.alto + 3*saltoY
		l.cajas = []caja{s}
	}
	centro(&u, y)
	y = l.enFilas(&u, unidad.Hijos, y+u.alto+3*saltoY)
	if superior == nil {
		l.cajas = []caja{u}
	} else {
		l.cajas[0].hijos = []caja{u}
	}
	return y
}

// enFilas puts the subordinates of a unit in rows.
func (l *lamina) enFilas(u *caja, hijos []Nodo, y int) int {
	util := l.ancho - 2*l.margen
	columnas := min(3, max(1, len(hijos)))
	celda := (util - (columnas-1)*saltoY) / columnas
	for i := 0; i < len(hijos); i += columnas {
		fila := hijos[i:min(i+columnas, len(hijos))]
		alto, x := 0, l.margen+(util-len(fila)*celda-(len(fila)-1)*saltoY)/2
		for _, n := range fila {
			c := nueva(n, celda)
			c.x, c.y = x+(celda-c.ancho)/2, y
			x += celda + saltoY
			alto = max(alto, c.alto)
			u.hijos = append(u.hijos, c)
		}
		y += alto + 2*saltoY
	}
	return y
}

// bajadas draws the lines of a sheet: down to the first row, and by the left
// edge to those below it.
func (c caja) bajadas(b *strings.Builder, margen int) {
	x, y := c.x+c.ancho/2, c.y+c.alto
	for _, h := range c.hijos {
		primera := c.hijos[0].y - saltoY
		if h.y == c.hijos[0].y {
			fmt.Fprintf(b, "<path d=\"M%d %dV%dH%dV%d\"%s/>\n", x, y, primera, h.x+h.ancho/2, h.y, h.raya())
		} else {
			fmt.Fprintf(b, "<path d=\"M%d %dV%dH%dV%dH%dV%d\"%s/>\n", x, y, primera, margen-saltoY, h.y-saltoY, h.x+h.ancho/2, h.y, h.raya())
		}
		h.bajadas(b, margen)
	}
}
