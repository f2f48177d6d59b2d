package oficial

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// The bounds of a PDF: pages, and bytes of one page's content unpacked.
const (
	maxPaginas   = 1000
	maxContenido = 8 << 20
)

var (
	errPaginas   = errors.New("the PDF has too many pages or one too large")
	errSinTexto  = errors.New("the PDF has no text: it may be a scanned image")
	errMalHechoP = errors.New("the PDF is malformed")
)

// paginasPDF lays the text of a PDF out in lines again, by the position of
// each letter. The parser panics on some malformed files; that is an error.
func paginasPDF(b []byte) (out [][]Linea, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("%w: %v", errMalHechoP, r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	if r.NumPage() > maxPaginas {
		return nil, errPaginas
	}
	n, letras := 0, 0
	for i := 1; i <= r.NumPage(); i++ {
		p := r.Page(i)
		if p.V.IsNull() {
			continue
		}
		if err := cabeContenido(p.V.Key("Contents")); err != nil {
			return nil, err
		}
		var pagina []Linea
		for _, s := range renglones(p.Content().Text) {
			n++
			letras += len(s)
			pagina = append(pagina, Linea{Numero: n, Texto: recortar(norm.NFC.String(s))})
		}
		out = append(out, pagina)
	}
	if letras == 0 {
		return nil, errSinTexto
	}
	return out, nil
}

// cabeContenido refuses a page whose content unpacks beyond all measure.
func cabeContenido(v pdf.Value) error {
	partes := []pdf.Value{v}
	if v.Kind() == pdf.Array {
		partes = partes[:0]
		for i := range v.Len() {
			partes = append(partes, v.Index(i))
		}
	}
	queda := int64(maxContenido)
	for _, s := range partes {
		if s.Kind() != pdf.Stream {
			continue
		}
		r := s.Reader()
		n, err := io.Copy(io.Discard, io.LimitReader(r, queda+1))
		_ = r.Close()
		if queda -= n; err != nil || queda < 0 {
			return errPaginas
		}
	}
	return nil
}

// The measures of a line, in parts of the size of its letters.
const (
	mismaLinea = 0.35 // how far apart baselines of one line may be
	hueco      = 0.18 // a gap wider than this is a blank
	holgura    = 0.08 // of a string whose width is only guessed
	adentro    = 0.6  // of its guessed width: a step shorter than that is inside the string
	renglonDe  = 1.75 // a step longer than this many usual ones leaves a blank line
)

// tramo is a line of letters being put together.
type tramo struct {
	y, tamano float64
	letras    []pdf.Text
}

// renglones puts the letters of a page into lines, from top to bottom.
func renglones(letras []pdf.Text) []string {
	var ts []*tramo
	for _, l := range letras {
		if l.S == "" || math.IsNaN(l.X+l.Y) || math.IsInf(l.X+l.Y, 0) {
			continue
		}
		i := slices.IndexFunc(ts[max(0, len(ts)-3):], func(t *tramo) bool { return math.Abs(t.y-l.Y) <= mismaLinea*max(t.tamano, 1) })
		if i < 0 {
			ts = append(ts, &tramo{y: l.Y, tamano: l.FontSize, letras: []pdf.Text{l}})
			continue
		}
		t := ts[max(0, len(ts)-3)+i]
		t.letras = append(t.letras, l)
	}
	ts = juntarTramos(ts)
	paso := pasoUsual(ts)
	var out []string
	for i, t := range ts {
		if i > 0 && ts[i-1].y-t.y > renglonDe*paso {
			out = append(out, "")
		}
		out = append(out, t.texto())
	}
	return out
}

// juntarTramos orders the lines from top to bottom and joins those that came
// apart in the file.
func juntarTramos(ts []*tramo) []*tramo {
	slices.SortStableFunc(ts, func(a, b *tramo) int { return cmp.Compare(b.y, a.y) })
	var out []*tramo
	for _, t := range ts {
		if strings.TrimSpace(crudo(t.letras)) == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].y-t.y <= mismaLinea*max(t.tamano, 1) {
			out[n-1].letras = append(out[n-1].letras, t.letras...)
			continue
		}
		out = append(out, t)
	}
	return out
}

func crudo(ls []pdf.Text) string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteString(l.S)
	}
	return b.String()
}

// pasoUsual is the median distance between the lines of a page.
func pasoUsual(ts []*tramo) float64 {
	var ds []float64
	for i := 1; i < len(ts); i++ {
		ds = append(ds, ts[i-1].y-ts[i].y)
	}
	if len(ds) == 0 {
		return math.MaxFloat64
	}
	slices.Sort(ds)
	return ds[len(ds)/2]
}

// texto joins the letters from left to right, with a blank where there is a
// gap.
func (t *tramo) texto() string {
	slices.SortStableFunc(t.letras, func(a, b pdf.Text) int { return cmp.Compare(a.X, b.X) })
	var b strings.Builder
	corre := 0.0 // guessed width of the letters that share the place of the last
	for i, l := range t.letras {
		if i > 0 {
			ante := t.letras[i-1]
			if l.X != ante.X {
				if t.separa(ante, l, corre) {
					b.WriteByte(' ')
				}
				corre = 0
			}
		}
		b.WriteString(l.S)
		corre += anchoDe(l.S) * max(l.FontSize, 1)
	}
	return b.String()
}

// separa says whether there is a blank between two letters. When the file
// gives no widths, the letters of one string share its place: a short step is
// then one inside the string, and a long one goes from string to string.
func (t *tramo) separa(ante, l pdf.Text, corre float64) bool {
	minimo := hueco * max(t.tamano, 1)
	paso := l.X - ante.X
	switch {
	case ante.W > 0:
		return paso-ante.W > minimo
	case paso < adentro*corre:
		return paso > minimo
	}
	return paso-corre > minimo-holgura*paso
}

// anchos are the widths of the small letters from a on, in hundredths of their
// size: between those of a face with serifs and one without.
var anchos = [...]float64{'z' - 'a': 46, 0: 49, 1: 52, 2: 46, 3: 52, 4: 49, 5: 30, 6: 52, 7: 52, 8: 25, 9: 26, 10: 50, 11: 25, 12: 80,
	13: 52, 14: 52, 15: 52, 16: 52, 17: 33, 18: 44, 19: 28, 20: 52, 21: 49, 22: 72, 23: 49, 24: 49}

// anchoDe guesses the width of a letter, in parts of its size.
func anchoDe(s string) float64 {
	llana := texto.Plegar(s)
	switch {
	case llana == "":
		return 0.28 // a sign or a blank
	case s != strings.ToLower(s):
		return 0.66
	case llana[0] >= 'a' && llana[0] <= 'z':
		return anchos[llana[0]-'a'] / 100
	}
	return 0.5
}
