package texto

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tilde is the combining mark that makes an ñ of an n.
const tilde = '\u0303'

// Plegar gives the text in lower case without accents, its words joined by one
// space: what is neither letter nor digit separates. Ñ stays a letter of its
// own, so that «año» is not «ano». Any text is taken; invalid UTF-8 separates.
func Plegar(s string) string { return string(plegar(make([]byte, 0, len(s)), s)) }

// plegar appends the folded text to b.
func plegar(b []byte, s string) []byte {
	p := plegado{b: b, ini: len(b)}
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			p.byte(byte(r))
		case r >= 'A' && r <= 'Z':
			p.byte(byte(r) + 'a' - 'A')
		case r < utf8.RuneSelf:
			p.corte = true
		default:
			p.runa(r)
		}
	}
	return p.b
}

// plegado is a text being folded.
type plegado struct {
	b     []byte
	ini   int
	corte bool // a separator is owed before the next letter
}

func (p *plegado) separar() {
	if p.corte && len(p.b) > p.ini {
		p.b = append(p.b, ' ')
	}
	p.corte = false
}

func (p *plegado) byte(c byte) {
	p.separar()
	p.b = append(p.b, c)
}

// runa takes what is not ASCII: the Spanish letters at once, the rest by
// their decomposition.
func (p *plegado) runa(r rune) {
	switch r {
	case 'á', 'Á':
		p.byte('a')
	case 'é', 'É':
		p.byte('e')
	case 'í', 'Í':
		p.byte('i')
	case 'ó', 'Ó':
		p.byte('o')
	case 'ú', 'Ú', 'ü', 'Ü':
		p.byte('u')
	case 'ñ', 'Ñ':
		p.letra('ñ')
	case tilde:
		if n := len(p.b); !p.corte && n > p.ini && p.b[n-1] == 'n' {
			p.b = utf8.AppendRune(p.b[:n-1], 'ñ')
		}
	default:
		for _, q := range norm.NFKD.String(string(unicode.ToLower(r))) {
			p.letra(unicode.ToLower(q))
		}
	}
}

func (p *plegado) letra(r rune) {
	switch {
	case unicode.IsMark(r):
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		p.separar()
		p.b = utf8.AppendRune(p.b, r)
	default:
		p.corte = true
	}
}
