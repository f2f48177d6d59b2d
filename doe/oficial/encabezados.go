package oficial

import (
	"fmt"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// encabezados looks at the names of the units: ties that are missing, words
// that no function bears out, and names written in two ways.
func (r *revision) encabezados() {
	r.sinNexo()
	r.huerfanas()
	r.guiones()
}

// sinNexo finds a heading that sets side by side two words that another
// heading ties with a preposition, a comma or a conjunction.
func (r *revision) sinNexo() {
	atadas := map[string]Unidad{}
	for _, u := range r.unidadesT {
		ps := piezas(u.Nombre)
		for i := range ps {
			for j := i + 1; j < len(ps) && j <= i+2; j++ {
				if !ps[i].nexo() && !ps[j].nexo() && (j == i+2 && ps[i+1].nexo() || j == i+1 && ps[j].antes == ", ") {
					atadas[par(ps[i], ps[j])] = u
				}
			}
		}
	}
	for _, u := range r.unidadesT {
		ps := piezas(u.Nombre)
		for i := 1; i < len(ps); i++ {
			o, ok := atadas[par(ps[i-1], ps[i])]
			if ok && ps[i].antes == " " && o.Clave != u.Clave {
				r.hallar(Hallazgo{Funcion: u.De(0), Tipo: Denominacion, Otra: string(o.De(0)), Linea: u.Linea,
					Nota: fmt.Sprintf("El encabezado junta «%s %s», que otro encabezado une con un nexo", ps[i-1].s, ps[i].s)})
			}
		}
	}
}

func par(a, b pieza) string { return texto.Plegar(a.s) + " " + texto.Plegar(b.s) }

// largoMateria is the length from which a word of a heading names a subject;
// shorter ones, such as nacional or humanos, seldom do.
const largoMateria = 9

// huerfanas finds a word of a heading that neither the unit's functions nor
// any other heading has: what is left of an older name.
func (r *revision) huerfanas() {
	dice, enEncabezados := make([]map[string]bool, len(r.unidadesT)), map[string]int{}
	for i := range r.unidadesT {
		dice[i] = map[string]bool{}
		for _, w := range comienzos(r.unidadesT[i].Nombre) {
			enEncabezados[w]++
		}
	}
	for i := range r.dichos {
		d := &r.dichos[i]
		for _, w := range comienzos(d.sinNombres) {
			dice[d.unidad][w] = true
		}
	}
	for i, u := range r.unidadesT {
		var solas []string
		for _, p := range piezas(u.Nombre)[min(1, len(u.Nombre)):] {
			w := comienzos(p.s)
			if len(w) == 1 && len(p.s) >= largoMateria && !dice[i][w[0]] && enEncabezados[w[0]] == 1 && len(u.Funciones) > 0 {
				solas = append(solas, "«"+p.s+"»")
			}
		}
		if len(solas) > 0 {
			r.hallar(Hallazgo{Funcion: u.De(0), Tipo: Denominacion, Linea: u.Linea,
				Nota: fmt.Sprintf("Ninguna función de la unidad habla de %s, que está en su encabezado", strings.Join(solas, ", "))})
		}
	}
}

// guiones finds a name of two words that the unit writes with a hyphen and
// without, and one in small letters that elsewhere goes in capitals.
func (r *revision) guiones() {
	siglas := map[string]int{} // folded pair → times in capitals
	for i := range r.dichos {
		for _, b := range parejas(r.dichos[i].piezas) {
			if enMayusculas(b) {
				siglas[texto.Plegar(b)]++
			}
		}
	}
	formas := make([]map[string]string, len(r.unidadesT))
	for i, u := range r.unidadesT {
		formas[i] = map[string]string{}
		r.unGuion(i, piezas(u.Nombre), formas[i])
	}
	for i := range r.dichos {
		d := &r.dichos[i]
		r.unGuion(d.unidad, d.piezas, formas[d.unidad])
		for _, b := range parejas(d.piezas) {
			primera, segunda, _ := strings.Cut(b, " ")
			if n := siglas[texto.Plegar(b)]; n > 1 && enMayusculas(primera) && !enMayusculas(segunda) && inicialMayuscula(segunda) {
				r.enFuncion(d, Denominacion, "", fmt.Sprintf("Escribe «%s», que en otras funciones va en mayúsculas", b))
			}
		}
	}
}

// unGuion notes the first time that a unit writes a name both ways.
func (r *revision) unGuion(i int, ps []pieza, formas map[string]string) {
	for _, b := range parejas(ps) {
		if !enMayusculas(b) {
			continue
		}
		k := texto.Plegar(b)
		switch antes, ya := formas[k]; {
		case !ya:
			formas[k] = b
		case antes != "" && antes != b:
			formas[k] = ""
			u := r.unidadesT[i]
			r.hallar(Hallazgo{Funcion: u.De(0), Tipo: Denominacion, Linea: u.Linea,
				Nota: fmt.Sprintf("La unidad escribe «%s» y también «%s»", antes, b)})
		}
	}
}

// parejas are the pairs of words tied by a blank or a hyphen, as written.
func parejas(ps []pieza) []string {
	var out []string
	for i, p := range ps {
		if a, b, ok := strings.Cut(p.s, "-"); ok && a != "" && b != "" {
			out = append(out, p.s)
		} else if i > 0 && p.antes == " " {
			out = append(out, ps[i-1].s+" "+p.s)
		}
	}
	return out
}

// enMayusculas says whether a name is written in capitals throughout.
func enMayusculas(s string) bool {
	return s == strings.ToUpper(s) && len(s) > 2 && !cifras().MatchString(s)
}

func inicialMayuscula(s string) bool { return pieza{s: s}.mayuscula() }
