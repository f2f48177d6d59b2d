package sugerencia

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// A long text is read at its beginning and at its end, where what is asked
// for stands; signs are looked for in all of it.
const (
	primeras = 200
	ultimas  = 100
)

// maxPalabra is the length in bytes beyond which a word says nothing.
const maxPalabra = 40

// palabra is a word of a text.
type palabra struct {
	// dicha is the word as it was written, in lower case, and oida as it
	// sounds: most misspellings sound alike.
	dicha, oida string
	// corte says that a stop or a comma stands before it.
	corte bool
}

// palabras parts a text into words. Those with digits are left out.
func palabras(s string) []palabra {
	out := make([]palabra, 0, len(s)/6+1)
	corte := false
	for len(s) > 0 {
		i := strings.IndexFunc(s, esLetra)
		if i < 0 {
			break
		}
		corte = corte || strings.ContainsAny(s[:i], ".,;:!?\n¡¿()")
		s = s[i:]
		n := strings.IndexFunc(s, func(r rune) bool { return !esLetra(r) })
		if n < 0 {
			n = len(s)
		}
		w := s[:n]
		s = s[n:]
		if n > maxPalabra || strings.ContainsFunc(w, unicode.IsDigit) {
			continue
		}
		w = strings.ToLower(w)
		out = append(out, palabra{w, sonido(texto.Plegar(w)), corte})
		corte = false
	}
	return out
}

func esLetra(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// sonido is how a folded word sounds: b and v, s, c and z, ll and y, g and j
// are written for each other, h is left out and letters are doubled.
func sonido(w string) string {
	var tramo [2 * maxPalabra]byte
	b := tramo[:0]
	en := func(i int) byte {
		if i < len(w) {
			return w[i]
		}
		return 0
	}
	suave := func(c byte) bool { return c == 'e' || c == 'i' }
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch c {
		case 'h':
			continue
		case 'v', 'w':
			c = 'b'
		case 'z', 'x':
			c = 's'
		case 'c':
			switch sig := en(i + 1); {
			case sig == 'h':
				b = append(b, 'c')
				c = 'h'
				i++
			case suave(sig):
				c = 's'
			default:
				c = 'k'
			}
		case 'q':
			c = 'k'
			if en(i+1) == 'u' {
				i++
			}
		case 'g':
			if suave(en(i + 1)) {
				c = 'j'
			} else if en(i+1) == 'u' && suave(en(i+2)) {
				i++
			}
		case 'l':
			if en(i+1) == 'l' {
				c = 'y'
				i++
			}
		case 'm':
			if s := en(i + 1); s == 'b' || s == 'v' || s == 'p' || s == 'f' {
				c = 'n'
			}
		case 0xc3: // ñ, which many keyboards lack
			c = 'n'
			i++
		}
		if n := len(b); n == 0 || b[n-1] != c {
			b = append(b, c)
		}
	}
	return string(b)
}

// vacias are the words that say nothing by themselves, as they sound. The
// negations are not among them.
var vacias = conjunto(`a al ante asi con de del desde el ella ellos en entre era es esa ese eso esta este esto estan estaba estoy fue ha han hasta la las le les lo los
	me mi mis muy o para pero por porque pues que se ser si sobre son su sus tambien te tengo tiene un una uno unos unas y ya yo hay mas q xq pq k
	buenas buenos dias tardes noches saludos hola senor senora senores`)

func conjunto(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[sonido(w)] = true
	}
	return out
}
