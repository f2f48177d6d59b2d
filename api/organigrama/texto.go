package organigrama

import (
	"fmt"
	"strings"
)

// Mermaid writes the trees as a Mermaid flowchart.
func Mermaid(raices ...Nodo) []byte {
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	n := 0
	for _, r := range raices {
		mermaid(&b, r, &n)
	}
	return []byte(b.String())
}

// mermaid writes a node and what depends on it; it gives the node's name.
func mermaid(b *strings.Builder, x Nodo, n *int) string {
	yo := fmt.Sprintf("u%d", *n)
	*n++
	fmt.Fprintf(b, "  %s[\"%s<br/>%s\"]\n  click %s href \"%s\"\n", yo, comillas(x.Clave), comillas(x.Nombre), yo, comillas(x.Enlace))
	for _, h := range x.Hijos {
		flecha := "---"
		if h.Dudoso {
			flecha = "-.-"
		}
		fmt.Fprintf(b, "  %s %s %s\n", yo, flecha, mermaid(b, h, n))
	}
	return yo
}

// comillas writes a text as Mermaid reads it between quotes.
func comillas(s string) string {
	return strings.NewReplacer("&", "#amp;", `"`, "#quot;", "<", "#lt;", ">", "#gt;").Replace(s)
}

// DOT writes the trees as a Graphviz graph.
func DOT(r Rotulo, raices ...Nodo) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph organigrama {\n  label=%s; labelloc=t; rankdir=LR; splines=ortho;\n  node [shape=box, style=rounded, fontname=Helvetica];\n  edge [arrowhead=none];\n", cita(strings.Trim(r.Titulo+"\n"+r.Dia, "\n")))
	for _, n := range raices {
		dot(&b, n)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

func dot(b *strings.Builder, x Nodo) {
	m := x.medida()
	fmt.Fprintf(b, "  %s [label=%s, URL=%s, width=%.2f, height=%.2f];\n", cita(x.Clave), cita(x.Clave+"\n"+x.Nombre), cita(x.Enlace), float64(m.ancho)/72, float64(m.alto)/72)
	for _, h := range x.Hijos {
		dot(b, h)
		estilo := ""
		if h.Dudoso {
			estilo = " [style=dashed]"
		}
		fmt.Fprintf(b, "  %s -> %s%s;\n", cita(x.Clave), cita(h.Clave), estilo)
	}
}

// cita writes a text as a DOT string.
func cita(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
