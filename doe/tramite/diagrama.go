package tramite

import (
	"fmt"
	"slices"
	"strings"
)

// Mermaid draws the states and acts as a Mermaid state diagram.
func (r *Resumen) Mermaid() string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	id := func(e Estado) string { return strings.ReplaceAll(string(e), "-", "_") }
	for _, e := range r.Estados {
		fmt.Fprintf(&b, "    state \"%s\" as %s\n", e.Titulo, id(e.Nombre))
	}
	for _, f := range r.flechas() {
		de, a := "[*]", id(f.a)
		if f.de != "" {
			de = id(f.de)
		}
		fmt.Fprintf(&b, "    %s --> %s: %s\n", de, a, strings.Join(f.actos, ", "))
	}
	for _, e := range r.Estados {
		if e.Categoria.Fin() {
			fmt.Fprintf(&b, "    %s --> [*]\n", id(e.Nombre))
		}
	}
	return b.String()
}

// flecha joins the acts that go from a state to another.
type flecha struct {
	de, a Estado
	actos []string
}

// flechas lists the transitions that change the state, in the order of the
// declaration.
func (r *Resumen) flechas() []flecha {
	var out []flecha
	for _, a := range r.Actos {
		de := a.De
		if a.Creacion {
			de = []Estado{""}
		}
		for _, d := range de {
			for _, h := range a.A {
				if d == h {
					continue
				}
				i := slices.IndexFunc(out, func(f flecha) bool { return f.de == d && f.a == h })
				if i < 0 {
					out = append(out, flecha{d, h, nil})
					i = len(out) - 1
				}
				out[i].actos = append(out[i].actos, a.Nombre)
			}
		}
	}
	return out
}
