package oficial_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/operacion-abierta/operacion/doe/oficial"
)

// enPDF prints the made-up manual as a PDF of several pages, each with the
// manual's header; hoja writes a line of text.
func enPDF(t testing.TB, fuente func(*fpdf.Fpdf) func(string) string, alinea string) []byte {
	t.Helper()
	d := fpdf.New("P", "mm", "Letter", "")
	d.SetCompression(true)
	tr := fuente(d)
	d.SetHeaderFunc(func() {
		d.SetFont("", "", 9)
		d.MultiCell(0, 5, tr("MANUAL DE ORGANIZACIÓN DE LA DIRECCIÓN DE FAROS\nY SEÑALES"), "", "C", false)
		d.CellFormat(0, 5, tr(fmt.Sprintf("Página %d de {nb} Clave: Z900-001-001", d.PageNo())), "", 1, "R", false, 0, "")
		d.SetFont("", "", 11)
	})
	d.AliasNbPages("{nb}")
	d.SetAutoPageBreak(true, 120) // short pages: several
	d.AddPage()
	for p := range strings.SplitSeq(sinMarcas(texto(t)), "\n\n") {
		d.MultiCell(0, 6, tr(strings.Join(strings.Fields(p), " ")), "", alinea, false)
		d.Ln(3)
	}
	var b bytes.Buffer
	require.NoError(t, d.Output(&b))
	return b.Bytes()
}

// sinMarcas gives the paragraphs of the made-up manual without its own page
// headers, each heading apart.
func sinMarcas(s string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		switch {
		case strings.HasPrefix(l, "MANUAL DE"), strings.HasPrefix(l, "Y SEÑALES"), strings.HasPrefix(l, " Página"):
		case strings.HasPrefix(l, " "):
			b.WriteString("\n" + l + "\n")
		default:
			b.WriteString(l)
		}
	}
	return b.String()
}

var fuentes = map[string]func(*fpdf.Fpdf) func(string) string{
	"a TrueType font with its table of letters": func(d *fpdf.Fpdf) func(string) string {
		d.AddUTF8FontFromBytes("go", "", goregular.TTF)
		d.SetFont("go", "", 11)
		return func(s string) string { return s }
	},
	"a standard font in Windows-1252": func(d *fpdf.Fpdf) func(string) string {
		d.SetFont("Times", "", 11)
		return d.UnicodeTranslatorFromDescriptor("")
	},
}

func TestAPDFGivesTheSameManualAsItsText(t *testing.T) {
	quiere := leer(t, texto(t))
	for nombre, f := range fuentes {
		for _, alinea := range []string{"L", "J"} {
			m, err := oficial.Leer(enPDF(t, f, alinea))
			require.NoError(t, err, nombre)
			assert.Equal(t, quiere.Clave, m.Clave, nombre)
			assert.Equal(t, quiere.Vigencia, m.Vigencia, nombre)
			assert.Empty(t, m.SinUbicar, nombre)
			require.Len(t, m.Unidades, len(quiere.Unidades), nombre)
			for i, u := range quiere.Unidades {
				assert.Equal(t, u.Clave, m.Unidades[i].Clave, nombre)
				assert.Equal(t, u.Nombre, m.Unidades[i].Nombre, nombre)
				require.Len(t, m.Unidades[i].Funciones, len(u.Funciones), "%s %s", nombre, u.Clave)
				for j, f := range u.Funciones {
					assert.Equal(t, f.Numero, m.Unidades[i].Funciones[j].Numero)
					assert.Equal(t, f.Texto, m.Unidades[i].Funciones[j].Texto, "%s %s", nombre, alinea)
				}
			}
		}
	}
}

func TestAPDFWithoutTextIsRefused(t *testing.T) {
	d := fpdf.New("P", "mm", "Letter", "")
	d.AddPage()
	d.Line(10, 10, 50, 50)
	var b bytes.Buffer
	require.NoError(t, d.Output(&b))
	_, err := oficial.Leer(b.Bytes())
	assert.ErrorIs(t, err, oficial.ErrFormato)
}

// A damaged PDF is an error, whatever byte is hurt; it never panics.
func TestADamagedPDFNeverPanics(t *testing.T) {
	bueno := enPDF(t, fuentes["a standard font in Windows-1252"], "L")
	for i := 0; i < len(bueno); i += 1 + len(bueno)/400 {
		malo := bytes.Clone(bueno)
		malo[i] ^= 0x5a
		assert.NotPanics(t, func() { _, _ = oficial.Leer(malo) })
		assert.NotPanics(t, func() { _, _ = oficial.Leer(bueno[:i]) })
	}
}

// Word processors place each word, or part of one, by itself.
func TestWordsPlacedOneByOneAreALineAgain(t *testing.T) {
	for nombre, f := range fuentes {
		d := fpdf.New("P", "mm", "Letter", "")
		tr := f(d)
		d.AddPage()
		y := 20.0
		for _, l := range []string{"7. Funciones Sustantivas", "7.1 Dirección de Faros y Señales", "1. Designar a las personas torreras que cuidan los faros ilimitados de tierra firme."} {
			x := 20.0
			for _, w := range strings.Fields(l) {
				d.Text(x, y, tr(w))
				x += d.GetStringWidth(tr(w + " "))
			}
			y += 12
		}
		var b bytes.Buffer
		require.NoError(t, d.Output(&b))
		m, err := oficial.Leer(b.Bytes())
		require.NoError(t, err, nombre)
		assert.Equal(t, "Designar a las personas torreras que cuidan los faros ilimitados de tierra firme.", m.Unidades[0].Funciones[0].Texto, nombre)
	}
}
