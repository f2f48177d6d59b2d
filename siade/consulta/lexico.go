package consulta

import (
	"maps"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// lexico are the words of the cards. It only grows: a word that no card has any
// more leads to no card.
type lexico struct {
	// raiz is the root of each word, and raices each root once.
	raiz, raices map[string]string
	// porLargo are the words that may be misspelt and raicesPorLargo their
	// roots, by length without the tilde of the ñ.
	porLargo, raicesPorLargo [maxPalabra + 1][]string
}

// A word is looked for by near copies when it has so many letters.
const (
	minPalabra = 4
	maxPalabra = 30
)

func (l *lexico) copia() *lexico {
	n := &lexico{raiz: maps.Clone(l.raiz), raices: maps.Clone(l.raices), porLargo: l.porLargo, raicesPorLargo: l.raicesPorLargo}
	for i := range n.porLargo { // what is added goes elsewhere
		n.porLargo[i], n.raicesPorLargo[i] = slices.Clip(n.porLargo[i]), slices.Clip(n.raicesPorLargo[i])
	}
	return n
}

// palabras are the folded words of a text. One of two parts and a digit, as
// «32-D», is also one without its hyphen.
func palabras(s string) []string {
	ws := strings.Fields(texto.Plegar(s))
	for t := range strings.FieldsSeq(s) {
		if strings.Count(t, "-") == 1 && strings.ContainsAny(t, "0123456789") {
			ws = append(ws, strings.ReplaceAll(texto.Plegar(t), " ", ""))
		}
	}
	return ws
}

// leer gives the roots of a text, in its order, and keeps its words.
func (l *lexico) leer(s string) []string {
	var out []string
	for _, w := range palabras(s) {
		r, ya := l.raiz[w]
		if !ya {
			r = l.aprender(strings.Clone(w))
		}
		if r != "" {
			out = append(out, r)
		}
	}
	return out
}

// aprender keeps a word, and gives its root.
func (l *lexico) aprender(w string) string {
	r, hay := l.raices[texto.Raices(w)]
	if !hay {
		r = texto.Raices(w)
		l.raices[r] = r
		anotar(&l.raicesPorLargo, r)
	}
	l.raiz[w] = r
	anotar(&l.porLargo, w)
	return r
}

func anotar(a *[maxPalabra + 1][]string, w string) {
	if p := plana(w); corregible(p) {
		a[len(p)] = append(a[len(p)], w)
	}
}

// plana is a word without the tilde of the ñ, which many keyboards lack.
func plana(w string) string { return strings.ReplaceAll(w, "ñ", "n") }

func corregible(p string) bool {
	return len(p) >= minPalabra && len(p) <= maxPalabra && !strings.ContainsAny(p, "0123456789")
}

// parecidas are the roots of the words that differ from one by a letter: one
// more, one less, another, or two that follow each other in the other order.
// The roots are compared too, for who writes the plural with a mistake.
func (l *lexico) parecidas(w string) []string {
	var out []string
	cercanas(&l.porLargo, w, func(otra string) { out = append(out, l.raiz[otra]) })
	cercanas(&l.raicesPorLargo, texto.Raices(w), func(otra string) { out = append(out, otra) })
	slices.Sort(out)
	return slices.Compact(out)
}

func cercanas(a *[maxPalabra + 1][]string, w string, cada func(string)) {
	p := plana(w)
	if !corregible(p) {
		return
	}
	for n := max(len(p)-1, minPalabra); n <= min(len(p)+1, maxPalabra); n++ {
		for _, otra := range a[n] {
			if aUnaLetra(p, plana(otra)) {
				cada(otra)
			}
		}
	}
}

// aUnaLetra says whether two words are the same or differ by one letter.
func aUnaLetra(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(b) > len(a):
		return a[i:] == b[i+1:]
	case i == len(a) || a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
