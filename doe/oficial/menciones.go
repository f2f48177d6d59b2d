package oficial

import (
	"strings"
	"unicode"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// pieza is a word of a text with what stands before it.
type pieza struct {
	s     string
	antes string // blanks and signs between the word before and this one
	ini   int
}

var palabraRe = expresion(`[\p{L}\p{M}\d]+(?:[-/][\p{L}\d]+)*`)

// piezas cuts a text into its words.
func piezas(s string) []pieza {
	var out []pieza
	fin := 0
	for _, m := range palabraRe().FindAllStringIndex(s, -1) {
		out = append(out, pieza{s: s[m[0]:m[1]], antes: s[fin:m[0]], ini: m[0]})
		fin = m[1]
	}
	return out
}

func (p pieza) mayuscula() bool {
	for _, r := range p.s {
		return unicode.IsUpper(r)
	}
	return false
}

// suelta says whether only blanks, or a hyphen, tie the word to the one before.
func (p pieza) suelta() bool { return strings.Trim(p.antes, " -–") != "" }

// nexos tie the words of a proper name.
const nexos = " a al con de del e el en la las los para por y "

func (p pieza) nexo() bool { return strings.Contains(nexos, " "+p.s+" ") }

// nombrePropio gives the end of the proper name that begins at ps[i]: words
// with a capital, tied by at most three small ties. A word that opens the name
// of another body ends it; so does a comma, unless commas are let pass.
func nombrePropio(ps []pieza, i int, tipos map[string]bool, comas bool) int {
	fin := i + 1
	for j := fin; j < len(ps); j++ {
		if ps[j].suelta() && !(comas && ps[j].antes == ", " && ps[j].mayuscula()) {
			return fin
		}
		switch {
		case j > fin && tipos[texto.Plegar(ps[j].s)], articulo(ps[j].s) && !ps[j-1].nexo():
			return fin
		case j > fin && ps[j].s == ps[i].s:
			return fin // a list of two names
		case ps[j].mayuscula() || esNumero(ps[j].s):
			fin = j + 1
		case !ps[j].nexo() || j-fin >= 3:
			return fin
		}
	}
	return fin
}

func articulo(s string) bool { return s == "el" || s == "la" || s == "los" || s == "las" }

func esNumero(s string) bool { return strings.Trim(s, "0123456789") == "" }

// juntar gives the text of the words as they stood.
func juntar(ps []pieza) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteString(p.antes)
		}
		b.WriteString(p.s)
	}
	return b.String()
}

// contenido are the roots of a name without its ties.
func contenido(s string) []string {
	var out []string
	for w := range strings.FieldsSeq(texto.Raices(s)) {
		if !vacias[w] {
			out = append(out, w)
		}
	}
	return out
}

// semejanza compares two names by the words they share in order, in hundredths.
func semejanza(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 100
	}
	return 200 * subsecuencia(a, b) / (len(a) + len(b))
}

// subsecuencia is the length of the longest common subsequence.
func subsecuencia(a, b []string) int {
	antes, ahora := make([]int, len(b)+1), make([]int, len(b)+1)
	for _, x := range a {
		for j, y := range b {
			if ahora[j+1] = max(antes[j+1], ahora[j]); x == y {
				ahora[j+1] = max(ahora[j+1], antes[j]+1)
			}
		}
		antes, ahora = ahora, antes
	}
	return antes[len(b)]
}
