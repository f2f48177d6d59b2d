package oficial

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// The bounds of what is taken. The largest manual known has 57 units and 766
// functions, the longest of some 900 letters.
const (
	// MaxBytes is the size of the largest text, 20 MB.
	MaxBytes = 20 << 20
	// MaxUnidades and MaxFunciones are how many a manual may have.
	MaxUnidades  = 300
	MaxFunciones = 3000
	// maxTexto is the length in bytes of a function or a paragraph, and
	// maxTextos that of all the functions together: five times the longest.
	maxTexto  = 6000
	maxTextos = 1 << 20
	// maxResto is how much of the other sections is reviewed.
	maxResto = 2 << 20
)

// The errors of reading.
var (
	// ErrTamano: the text is larger than [MaxBytes], has more units or functions
	// than [MaxUnidades] and [MaxFunciones], or functions of more than a megabyte.
	ErrTamano = errors.New("the manual is too large")
	// ErrFormato: the bytes are neither text nor a PDF that can be read.
	ErrFormato = errors.New("neither plain text nor a readable PDF")
	// ErrSinFunciones: no section of functions with a unit was found.
	ErrSinFunciones = errors.New("no section of functions with a unit heading")
)

// enLineas cuts a text into its lines without page headers and footers, and
// tells the manual's key if a footer prints it.
func enLineas(b []byte) ([]Linea, string, error) {
	switch {
	case len(b) > MaxBytes:
		return nil, "", ErrTamano
	case bytes.HasPrefix(bytes.TrimLeft(b, "\ufeff\r\n\t "), []byte("%PDF-")):
		paginas, err := paginasPDF(b)
		if err != nil {
			return nil, "", fmt.Errorf("%w: %w", ErrFormato, err)
		}
		return limpiar(paginas)
	case bytes.IndexByte(b, 0) >= 0:
		return nil, "", ErrFormato
	}
	if !utf8.Valid(b) {
		latin, err := charmap.Windows1252.NewDecoder().Bytes(b)
		if err != nil {
			return nil, "", ErrFormato
		}
		b = latin
	}
	return limpiar(paginasTexto(norm.NFC.String(strings.TrimPrefix(string(b), "\ufeff"))))
}

// paginasTexto cuts at form feeds; a line keeps its number in the whole text.
func paginasTexto(s string) [][]Linea {
	var out [][]Linea
	var pagina []Linea
	n := 0
	for l := range strings.SplitSeq(s, "\n") {
		n++
		for i, p := range strings.Split(strings.TrimRight(l, "\r"), "\f") {
			if i > 0 {
				out, pagina = append(out, pagina), nil
			}
			pagina = append(pagina, Linea{Numero: n, Texto: recortar(p)})
		}
	}
	return append(out, pagina)
}

// recortar leaves single spaces, and none at the ends; soft hyphens go.
func recortar(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == utf8.RuneError:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

var (
	pie         = expresion(`^(?:Clave: *\S+ +)?P[áa]gina:? *\d+ *(?:de|/) *\d+(?: +Clave: *(\S+))?$`)
	soloClave   = expresion(`^Clave: *(\S+)(?: +P[áa]gina:? *\d+ *(?:de|/) *\d+)?$`)
	cabezaDe    = expresion(`^MANUAL DE ORGANIZACI[ÓO]N\b`)
	cifras      = expresion(`\d+`)
	indice      = expresion(`(?:\.\s?){4,}\s*\d+$`)
	maxCabeza   = 5 // lines a page header takes at most
	minRepetida = 3 // pages on which a header must repeat to be told by that
)

// limpiar joins the pages without what their headers and footers print.
func limpiar(paginas [][]Linea) (out []Linea, clave string, err error) {
	repite := repetidas(paginas)
	for _, p := range paginas {
		blanco := true
		borde := bordes(p)
		for i := 0; i < len(p); i++ {
			l := p[i]
			if k, es := esPie(l.Texto); es {
				if clave == "" {
					clave = k
				}
				blanco = true
				continue
			}
			if n := cabeza(p[i:]); n > 0 {
				i += n - 1
				blanco = true
				continue
			}
			if l.Texto == "" || indice().MatchString(l.Texto) || borde[i] && repite[patron(l.Texto)] {
				blanco = true
				continue
			}
			l.Blanco = blanco
			out, blanco = append(out, l), false
		}
	}
	return out, clave, nil
}

// esPie says whether a line is a page footer, and the key it prints.
func esPie(l string) (clave string, es bool) {
	if m := pie().FindStringSubmatch(l); m != nil {
		return m[1], true
	}
	if m := soloClave().FindStringSubmatch(l); m != nil {
		return m[1], true
	}
	return "", false
}

// cabeza counts the lines of the page header that begins here: the manual's
// title in capitals.
func cabeza(p []Linea) int {
	if !cabezaDe().MatchString(p[0].Texto) {
		return 0
	}
	n := 1
	for n < len(p) && n < maxCabeza && p[n].Texto != "" && p[n].Texto == strings.ToUpper(p[n].Texto) && !cifras().MatchString(p[n].Texto) {
		n++
	}
	return n
}

// bordes marks the first and last three lines with text of a page.
func bordes(p []Linea) map[int]bool {
	const orilla = 3
	out := map[int]bool{}
	for i, n := 0, 0; i < len(p) && n < orilla; i++ {
		if p[i].Texto != "" {
			out[i] = true
			n++
		}
	}
	for i, n := len(p)-1, 0; i >= 0 && n < orilla; i-- {
		if p[i].Texto != "" {
			out[i] = true
			n++
		}
	}
	return out
}

// patron is a line with its figures masked, so that page numbers do not matter.
func patron(l string) string { return cifras().ReplaceAllString(l, "#") }

// repetidas are the patterns of lines that stand at the edge of at least half
// of the pages, and of three.
func repetidas(paginas [][]Linea) map[string]bool {
	cuenta := map[string]int{}
	for _, p := range paginas {
		vistas := map[string]bool{}
		for i := range bordes(p) {
			if k := patron(p[i].Texto); !vistas[k] {
				vistas[k] = true
				cuenta[k]++
			}
		}
	}
	out := map[string]bool{}
	for k, n := range cuenta {
		if n >= minRepetida && 2*n >= len(paginas) {
			out[k] = true
		}
	}
	return out
}
