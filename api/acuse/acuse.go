// Package acuse prints the receipt of a petition.
package acuse

import (
	"bytes"
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Acuse is what the receipt says. It carries no identity.
type Acuse struct {
	// Titulo and Folio head it.
	Titulo, Folio string
	// Datos are its lines: a name and a value.
	Datos []Dato
	// Texto is what was asked, in the words of whoever asked.
	Texto string
	// Pie closes it: what comes next.
	Pie string
	// Creado is the instant of registration, which is also that of the file, so
	// that the same receipt is always the same bytes.
	Creado time.Time
}

// Dato is a line of a receipt.
type Dato struct{ Nombre, Valor string }

// Measures in millimetres.
const (
	margen  = 22
	columna = 48
	renglon = 6.5
)

// PDF prints the receipt on one letter page, or more when the text is long.
// Characters that Western European print lacks come out as a dot.
func (a Acuse) PDF() ([]byte, error) {
	p := fpdf.New("P", "mm", "Letter", "")
	tr := p.UnicodeTranslatorFromDescriptor("")
	p.SetCreationDate(a.Creado)
	p.SetModificationDate(a.Creado)
	p.SetCatalogSort(true)
	p.SetTitle(a.Titulo+" "+a.Folio, true)
	p.SetLang("es-MX")
	p.SetMargins(margen, margen, margen)
	p.SetAutoPageBreak(true, margen)
	p.AddPage()
	p.SetTextColor(19, 82, 63)
	p.SetFont("Helvetica", "", 10)
	p.CellFormat(0, renglon, tr("Instituto Mexicano del Seguro Social · Dirección de Operación y Evaluación"), "", 1, "L", false, 0, "")
	p.SetFont("Helvetica", "B", 17)
	p.CellFormat(0, 11, tr(a.Titulo), "", 1, "L", false, 0, "")
	p.SetTextColor(0, 0, 0)
	p.SetFont("Courier", "B", 15)
	p.CellFormat(0, 11, tr(a.Folio), "B", 1, "L", false, 0, "")
	p.Ln(4)
	for _, d := range a.Datos {
		p.SetFont("Helvetica", "B", 10.5)
		p.CellFormat(columna, renglon, tr(d.Nombre), "", 0, "L", false, 0, "")
		p.SetFont("Helvetica", "", 10.5)
		p.MultiCell(0, renglon, tr(d.Valor), "", "L", false)
	}
	p.Ln(3)
	p.SetFont("Helvetica", "", 10.5)
	p.MultiCell(0, 5.5, tr(a.Texto), "T", "L", false)
	p.Ln(4)
	p.SetFont("Helvetica", "I", 9.5)
	p.MultiCell(0, 5, tr(a.Pie), "T", "L", false)
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		return nil, fmt.Errorf("acuse: %w", err)
	}
	return b.Bytes(), nil
}
