package oficial

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// forma is a proper name as it is written, with the functions that write it so.
type forma struct {
	texto    string
	plano    string
	palabras []string
	dichos   []*dicho
	unidad   bool // it begins as the name of a unit
}

// nombres looks for proper names of programmes, posts and bodies that are
// written in more than one way: the rarer form is the one to look at.
func (r *revision) nombres() {
	fs := r.formas()
	for _, a := range fs {
		var mejor *forma
		for _, b := range fs {
			if a != b && variante(a, b) && (mejor == nil || len(b.dichos) > len(mejor.dichos)) {
				mejor = b
			}
		}
		if mejor == nil {
			continue
		}
		for _, d := range a.dichos {
			r.enFuncion(d, Denominacion, string(mejor.dichos[0].clave),
				fmt.Sprintf("Dice «%s»; en otras funciones es «%s»", a.texto, mejor.texto))
		}
	}
}

// maxFormas is how many proper names are compared; the two manuals have some
// hundreds.
const maxFormas = 5000

// formas collects the proper names of two words or more.
func (r *revision) formas() []*forma {
	conocidas := map[string]bool{}
	for _, n := range r.nombresPlanos() {
		conocidas[n] = true
	}
	todas := map[string]*forma{}
	for i := range r.dichos {
		d := &r.dichos[i]
		ps := d.piezas
		for j := 1; j < len(ps); j++ {
			if !ps[j].mayuscula() {
				continue
			}
			fin := nombrePropio(ps, j, r.tipos, false)
			s := juntar(ps[j:fin])
			f := todas[s]
			if f == nil {
				f = &forma{texto: s, plano: texto.Plegar(s), palabras: slices.Compact(contenido(s)), unidad: r.tipos[texto.Plegar(ps[j].s)]}
				todas[s] = f
			}
			j = fin - 1
			if n := len(f.dichos); n == 0 || f.dichos[n-1] != d {
				f.dichos = append(f.dichos, d)
			}
		}
	}
	var out []*forma
	for _, k := range slices.Sorted(maps.Keys(todas)) {
		if f := todas[k]; len(f.palabras) >= 2 && !conocidas[f.plano] && !r.juzgada(k) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b *forma) int { return cmp.Compare(len(b.dichos), len(a.dichos)) })
	return out[:min(len(out), maxFormas)]
}

// juzgada says whether a name is part of one already reported.
func (r *revision) juzgada(s string) bool {
	for j := range r.juzgadas {
		if strings.Contains(j, s) {
			return true
		}
	}
	return false
}

// variante says whether a is another way to write b, which is the commoner; of
// two as common that differ by a tie, the later is the one to look at. Forms of two manuals are both to look
// at. Mere number, as in plan and planes, is grammar.
func variante(a, b *forma) bool {
	na, nb := len(a.dichos), len(b.dichos)
	otro := siglasDe(a.dichos[0]) != siglasDe(b.dichos[0])
	if !otro && na > nb || soloNumero(a, b) {
		return false
	}
	if slices.Equal(a.palabras, b.palabras) {
		return (otro || na < nb || !a.tras(b)) && sinArticulos(a.plano) != sinArticulos(b.plano)
	}
	comun := subsecuencia(a.palabras, b.palabras)
	n, m := len(a.palabras), len(b.palabras)
	if otro || cabezal(a) != cabezal(b) || na == nb && n > m {
		return false
	}
	lista := strings.Contains(a.plano, " y ") || strings.Contains(b.plano, " y ")
	ultima := a.palabras[n-1] == b.palabras[m-1]
	switch {
	case ultima && comun == min(n, m) && max(n, m) == comun+1: // one word more inside
		return comun >= 2 && (a.unidad || strings.Count(a.plano, " y ") == strings.Count(b.plano, " y "))
	case ultima && n == m && comun == n-1: // another word inside, or another head
		return n >= 4 || n == 3 && a.palabras[0] != b.palabras[0]
	}
	return !lista && a.plano[:strings.IndexByte(a.plano, ' ')] == b.plano[:strings.IndexByte(b.plano, ' ')] && comun < min(n, m) && max(n, m) >= 5 && 200*comun/(n+m) >= 80
}

// tras says whether a is the form to keep of two as common: the longer name
// or, with as many words, the one that comes first.
func (f *forma) tras(b *forma) bool {
	if n, m := len(f.palabras), len(b.palabras); n != m {
		return n > m
	}
	return f.dichos[0].orden < b.dichos[0].orden
}

func siglasDe(d *dicho) string {
	s, _, _ := strings.Cut(string(d.clave), "-")
	return s
}

// sinArticulos drops the articles of a folded name.
func sinArticulos(plano string) string {
	plano = strings.NewReplacer(" del ", " de ", " al ", " a ").Replace(plano)
	return strings.Join(slices.DeleteFunc(strings.Fields(plano), func(w string) bool { return articulo(w) || w == "en" }), " ")
}

// soloNumero says whether two names differ in number only, from their first
// word on.
func soloNumero(a, b *forma) bool {
	x, y := strings.Fields(a.plano), strings.Fields(b.plano)
	if len(x) == 0 || len(y) == 0 || x[0] == y[0] {
		return false
	}
	singular := func(ws []string) string {
		out := make([]string, 0, len(ws))
		for _, w := range ws {
			if !strings.Contains(nexos, " "+w+" ") {
				out = append(out, strings.TrimSuffix(strings.TrimSuffix(w, "s"), "e"))
			}
		}
		return strings.Join(out, " ")
	}
	return singular(x) == singular(y)
}

// cabezal is the first word of a name; plan and programa are one.
func cabezal(f *forma) string {
	if h := f.palabras[0]; h != "plan" {
		return h
	}
	return "program"
}
