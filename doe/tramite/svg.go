package tramite

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// Measures of the drawing, in pixels.
const (
	anchoCaja, altoCaja    = 150, 40
	saltoCapa, saltoFila   = 270, 96
	margen, altoDeEtiqueta = 40, 13
)

// punto is where a state is drawn: its layer and its row.
type punto struct{ capa, fila int }

// SVG draws the states in layers, by how many acts away from the creation they
// are, and the acts as arrows between them.
func (r *Resumen) SVG() string {
	lugar := r.capas()
	capas, filas := 0, 0
	for _, p := range lugar {
		capas, filas = max(capas, p.capa), max(filas, p.fila)
	}
	ancho, alto := 2*margen+capas*saltoCapa+anchoCaja, 2*margen+filas*saltoFila+altoCaja+60
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="sans-serif" font-size="12">`, ancho, alto, ancho, alto)
	fmt.Fprintf(&b, "\n<title>%s</title>\n", html.EscapeString("Estados de "+r.Titulo))
	b.WriteString(`<defs><marker id="p" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>` + "\n")
	for i, f := range r.flechas() {
		if f.de != "" {
			trazar(&b, lugar[f.de], lugar[f.a], f.actos, i)
		}
	}
	for _, e := range r.Estados {
		caja(&b, e, lugar[e.Nombre])
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// capas places each state: breadth first from the creation.
func (r *Resumen) capas() map[Estado]punto {
	lugar, filas := map[Estado]punto{}, map[int]int{}
	poner := func(e Estado, capa int) {
		if _, ya := lugar[e]; !ya {
			lugar[e] = punto{capa, filas[capa]}
			filas[capa]++
		}
	}
	flechas := r.flechas()
	for capa, frente := 0, []Estado{""}; len(frente) > 0; capa++ {
		var sigue []Estado
		for _, f := range flechas {
			if _, ya := lugar[f.a]; !ya && slices.Contains(frente, f.de) {
				poner(f.a, capa)
				sigue = append(sigue, f.a)
			}
		}
		frente = sigue
	}
	return lugar
}

func (p punto) xy() (int, int) { return margen + p.capa*saltoCapa, margen + p.fila*saltoFila }

func caja(b *strings.Builder, e DefEstado, p punto) {
	x, y := p.xy()
	color := map[Categoria]string{Abierta: "#e8f1fb", Espera: "#fff4d6", Cerrada: "#e6f4e6", Cancelada: "#f3e6e6"}[e.Categoria]
	fmt.Fprintf(b, `<g><rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="#555"/>`, x, y, anchoCaja, altoCaja, color)
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text></g>`+"\n", x+anchoCaja/2, y+altoCaja/2+4, html.EscapeString(e.Titulo))
}

// trazar draws an arrow: straight to a later layer, and below the boxes when it
// goes back or stays in its layer.
func trazar(b *strings.Builder, de, a punto, actos []string, n int) {
	x1, y1 := de.xy()
	x2, y2 := a.xy()
	var d string
	var lx, ly int
	if a.capa > de.capa {
		x1, y1, y2 = x1+anchoCaja, y1+altoCaja/2, y2+altoCaja/2
		m := (x2 - x1) / 2
		d = fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, x1+m, y1, x2-m, y2, x2, y2)
		lx, ly = (x1+x2)/2, (y1+y2)/2-3
	} else {
		x1, x2 = x1+anchoCaja/3+n%4*12, x2+2*anchoCaja/3-n%4*12
		y1, y2 = y1+altoCaja, y2+altoCaja
		baja := max(y1, y2) + 26 + n%3*9
		d = fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, x1, baja, x2, baja, x2, y2)
		lx, ly = (x1+x2)/2, baja-8
	}
	fmt.Fprintf(b, `<path d="%s" fill="none" stroke="#555" marker-end="url(#p)"/>`+"\n", d)
	ly -= (len(actos) - 1) * altoDeEtiqueta / 2
	for i, t := range actos {
		fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle" font-size="10" fill="#333" stroke="#fff" stroke-width="3" paint-order="stroke">%s</text>`+"\n", lx, ly+i*altoDeEtiqueta, html.EscapeString(t))
	}
}
