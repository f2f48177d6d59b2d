// Package impreso prints reports made of tables.
package impreso

import (
	"bytes"
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Informe is what a report says.
type Informe struct {
	// Titulo and Subtitulo head it.
	Titulo, Subtitulo string
	// Parrafos come before the tables.
	Parrafos []string
	Tablas   []Tabla
	// Pie is at the foot of each page, beside its number.
	Pie string
	// Creado is the instant of the file, so that the same report is always the
	// same bytes.
	Creado time.Time
}

// Tabla is a table under its title.
type Tabla struct {
	Titulo string
	// Columnas are the headings, and Anchos their parts of the width.
	Columnas []string
	Anchos   []float64
	Filas    [][]string
	// Vacia is what stands in place of no rows.
	Vacia string
}

// Measures in millimetres.
const (
	margen  = 16
	ancho   = 279.4 - 2*margen
	renglon = 4.4
	alto    = 215.9
)

// PDF prints the report on letter pages, on their side. Characters that Western
// European print lacks come out as a dot.
func (i Informe) PDF() ([]byte, error) {
	p := fpdf.New("L", "mm", "Letter", "")
	tr := p.UnicodeTranslatorFromDescriptor("")
	p.SetCreationDate(i.Creado)
	p.SetModificationDate(i.Creado)
	p.SetCatalogSort(true)
	p.SetTitle(i.Titulo, true)
	p.SetLang("es-MX")
	p.SetMargins(margen, margen, margen)
	p.SetAutoPageBreak(false, 0)
	p.AliasNbPages("{hojas}")
	p.SetFooterFunc(func() {
		p.SetY(alto - margen + 4)
		p.SetFont("Helvetica", "I", 8)
		p.CellFormat(ancho-30, renglon, tr(i.Pie), "", 0, "L", false, 0, "")
		p.CellFormat(30, renglon, fmt.Sprintf("%d de {hojas}", p.PageNo()), "", 0, "R", false, 0, "")
	})
	p.AddPage()
	p.SetTextColor(19, 82, 63)
	p.SetFont("Helvetica", "", 10)
	p.CellFormat(0, 6, tr("Instituto Mexicano del Seguro Social · Dirección de Operación y Evaluación"), "", 1, "L", false, 0, "")
	p.SetFont("Helvetica", "B", 16)
	p.MultiCell(0, 8, tr(i.Titulo), "", "L", false)
	p.SetTextColor(0, 0, 0)
	p.SetFont("Helvetica", "", 11)
	p.MultiCell(0, 6, tr(i.Subtitulo), "B", "L", false)
	p.SetFont("Helvetica", "", 10)
	for _, s := range i.Parrafos {
		p.Ln(2)
		p.MultiCell(0, 5, tr(s), "", "L", false)
	}
	for _, t := range i.Tablas {
		t.imprimir(p, tr)
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		return nil, fmt.Errorf("impreso: %w", err)
	}
	return b.Bytes(), nil
}

// imprimir writes a table; its headings come again on each page.
func (t Tabla) imprimir(p *fpdf.Fpdf, tr func(string) string) {
	if p.GetY() > alto-margen-30 {
		p.AddPage()
	}
	p.Ln(4)
	p.SetFont("Helvetica", "B", 11.5)
	p.MultiCell(0, 6, tr(t.Titulo), "", "L", false)
	if len(t.Filas) == 0 {
		p.SetFont("Helvetica", "I", 9.5)
		p.MultiCell(0, 5, tr(t.Vacia), "", "L", false)
		return
	}
	t.encabezar(p, tr)
	for _, f := range t.Filas {
		lineas := t.partir(p, tr, f)
		if p.GetY()+altoDe(lineas) > alto-margen {
			p.AddPage()
			t.encabezar(p, tr)
		}
		t.fila(p, lineas)
	}
}

func (t Tabla) encabezar(p *fpdf.Fpdf, tr func(string) string) {
	p.SetFont("Helvetica", "B", 8.5)
	p.SetFillColor(228, 238, 233)
	for c, s := range t.Columnas {
		p.CellFormat(t.anchoDe(c), 6, tr(s), "1", 0, "L", true, 0, "")
	}
	p.Ln(6)
	p.SetFont("Helvetica", "", 8.5)
}

func (t Tabla) anchoDe(c int) float64 {
	suma := 0.0
	for _, a := range t.Anchos {
		suma += a
	}
	return ancho * t.Anchos[c] / suma
}

// maxLineas is how many lines a cell takes: a page has room for them.
const maxLineas = 30

// partir breaks the cells of a row into lines.
func (t Tabla) partir(p *fpdf.Fpdf, tr func(string) string, fila []string) [][]string {
	out := make([][]string, len(t.Columnas))
	for c := range t.Columnas {
		for _, l := range p.SplitLines([]byte(tr(fila[c])), t.anchoDe(c)-2) {
			out[c] = append(out[c], string(l))
		}
		if len(out[c]) > maxLineas {
			out[c] = append(out[c][:maxLineas-1], "...")
		}
	}
	return out
}

func altoDe(celdas [][]string) float64 {
	n := 1
	for _, ls := range celdas {
		n = max(n, len(ls))
	}
	return float64(n)*renglon + 1.6
}

func (t Tabla) fila(p *fpdf.Fpdf, celdas [][]string) {
	x, y, h := p.GetX(), p.GetY(), altoDe(celdas)
	for c, ls := range celdas {
		p.Rect(x, y, t.anchoDe(c), h, "D")
		for n, l := range ls {
			p.SetXY(x, y+0.8+float64(n)*renglon)
			p.CellFormat(t.anchoDe(c), renglon, l, "", 0, "L", false, 0, "")
		}
		x += t.anchoDe(c)
	}
	p.SetXY(margen, y+h)
}
