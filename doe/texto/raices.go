package texto

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/spanish"
)

// Version changes whenever some text would give other roots, as when a synonym
// is added: an index that stores roots of another version must be rebuilt.
const Version = 1

// maxPalabra is the length in bytes beyond which a word is kept as it is.
const maxPalabra = 40

// Raices gives the text as the index stores it: folded as [Plegar] does, each
// word reduced to its stem and to the first of its synonyms, joined by one
// space. Single letters are dropped; words with a digit are kept whole, and so
// is a key or folio of three parts or more, without its hyphens.
func Raices(s string) string {
	var tramo [2 * maxPalabra]byte
	out := make([]byte, 0, len(s))
	for t := range strings.FieldsFuncSeq(s, separa) {
		if esClave(t) {
			out = agregar(out, plegar(tramo[:0], strings.ReplaceAll(t, "-", "")))
			continue
		}
		resto := plegar(tramo[:0], t)
		for len(resto) > 0 {
			n := bytes.IndexByte(resto, ' ')
			if n < 0 {
				n = len(resto)
			}
			out = agregarRaiz(out, resto[:n])
			resto = resto[min(n+1, len(resto)):]
		}
	}
	return string(out)
}

// Consulta gives the words of a query in the form of [Raices], each once.
func Consulta(s string) []string {
	var out []string
	for w := range strings.FieldsSeq(Raices(s)) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// separa says whether a rune ends a word; hyphens are looked at later.
func separa(r rune) bool {
	if r < utf8.RuneSelf {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// esClave says whether a word is a key, like a folio or a norm's: letters and
// digits in three parts or more, with a digit somewhere.
func esClave(s string) bool {
	partes, cifra, antes := 1, false, byte('-')
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf || c == '-' && antes == '-':
			return false
		case c == '-':
			partes++
		case c >= '0' && c <= '9':
			cifra = true
		}
		antes = c
	}
	return cifra && partes >= 3 && antes != '-'
}

func agregar(out, w []byte) []byte {
	if len(out) > 0 && len(w) > 0 {
		out = append(out, ' ')
	}
	return append(out, w...)
}

// agregarRaiz appends the root of a folded word.
func agregarRaiz(out, w []byte) []byte {
	cifra := slices.ContainsFunc(w, func(c byte) bool { return c >= '0' && c <= '9' })
	switch {
	case cifra || len(w) > maxPalabra:
		return agregar(out, w)
	case utf8.RuneCount(w) < 2:
		return out
	}
	r, ya := memoria.leer(w)
	if !ya {
		r = raiz(string(w))
		memoria.guardar(string(w), r)
	}
	if len(out) > 0 {
		out = append(out, ' ')
	}
	return append(out, r...)
}

// raiz is the root of a folded word: its stem, or that of the synonym that
// stands for it.
func raiz(w string) string {
	r := tallo(w)
	if s, ok := sinonimos()[r]; ok {
		return s
	}
	return r
}

// tallo is the stem of a folded word. The stemmer knows -ción and -sión by
// their accent, which folding took away.
func tallo(w string) string {
	if strings.HasSuffix(w, "cion") || strings.HasSuffix(w, "sion") {
		w = w[:len(w)-2] + "ón"
	}
	e := snowballstem.NewEnv(w)
	spanish.Stem(e)
	return Plegar(e.Current())
}
