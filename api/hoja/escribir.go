package hoja

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tabla"
)

// The sheets of a workbook.
const (
	hojaDatos = "Datos"
	hojaFicha = "Ficha"
)

// The number formats of each class of column.
var formatos = map[tabla.Clase]string{tabla.Texto: "@", tabla.Entero: "#,##0", tabla.Decimal: "#,##0.00", tabla.Dia: "yyyy-mm-dd"}

// Escribir makes an XLSX workbook of a table: its rows under a header that
// stays in sight, with the totals last, and a second sheet that says what it
// is and where it comes from.
func Escribir(t tabla.Tabla) ([]byte, error) {
	l := &libro{File: excelize.NewFile(), t: t, estilos: map[estilo]int{}}
	defer l.Close()
	for _, paso := range []func() error{l.datos, l.ficha} {
		if err := paso(); err != nil {
			return nil, fmt.Errorf("hoja: writing %s: %w", t.Nombre, err)
		}
	}
	var b bytes.Buffer
	if err := l.Write(&b); err != nil {
		return nil, fmt.Errorf("hoja: writing %s: %w", t.Nombre, err)
	}
	return b.Bytes(), nil
}

// libro is a workbook being written.
type libro struct {
	*excelize.File
	t       tabla.Tabla
	estilos map[estilo]int
}

// estilo is how a cell looks: its number format, and whether it is in the
// header or in the totals.
type estilo struct {
	formato           string
	encabezado, total bool
}

func (l *libro) estilo(e estilo) (int, error) {
	if id, ya := l.estilos[e]; ya {
		return id, nil
	}
	s := &excelize.Style{Font: &excelize.Font{Bold: e.encabezado || e.total}}
	if e.formato != "" {
		s.CustomNumFmt = &e.formato
	}
	if e.encabezado {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE8E2"}}
		s.Alignment = &excelize.Alignment{WrapText: true, Vertical: "center"}
	}
	if e.total {
		s.Border = []excelize.Border{{Type: "top", Color: "000000", Style: 1}}
	}
	id, err := l.NewStyle(s)
	l.estilos[e] = id
	return id, err
}

func (l *libro) datos() error {
	if err := l.SetSheetName("Sheet1", hojaDatos); err != nil {
		return err
	}
	w, err := l.NewStreamWriter(hojaDatos)
	if err != nil {
		return err
	}
	for i, c := range l.t.Columnas {
		if err := w.SetColWidth(i+1, i+1, float64(max(10, min(utf8.RuneCountInString(c.Titulo)+2, 32)))); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := l.encabezar(w); err != nil {
		return err
	}
	n := 2
	for _, f := range l.t.Filas {
		if err := l.renglon(w, n, f, false); err != nil {
			return err
		}
		n++
	}
	if l.t.Total != nil {
		if err := l.renglon(w, n, l.t.Total, true); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (l *libro) encabezar(w *excelize.StreamWriter) error {
	id, err := l.estilo(estilo{encabezado: true})
	if err != nil {
		return err
	}
	celdas := make([]any, len(l.t.Columnas))
	for i, c := range l.t.Columnas {
		celdas[i] = excelize.Cell{StyleID: id, Value: c.Titulo}
	}
	return w.SetRow("A1", celdas)
}

func (l *libro) renglon(w *excelize.StreamWriter, n int, fila []any, total bool) error {
	celdas := make([]any, len(fila))
	for i, v := range fila {
		id, err := l.estilo(estilo{formato: formatos[l.t.Columnas[i].Clase], total: total})
		if err != nil {
			return err
		}
		celdas[i] = excelize.Cell{StyleID: id, Value: valor(v)}
	}
	lugar, err := excelize.CoordinatesToCellName(1, n)
	if err != nil {
		return err
	}
	return w.SetRow(lugar, celdas)
}

// valor is a cell as a workbook holds it: numbers as numbers, days as dates.
func valor(v any) any {
	switch x := v.(type) {
	case cantidad.Valor:
		return float64(x) / 100
	case cantidad.Centesimas:
		return float64(x) / 100
	case fecha.Fecha:
		if x.IsZero() {
			return nil
		}
		return x.Ordinal() - diaCero.Ordinal()
	}
	return v
}

// diaCero is the day that workbooks count from, for the days after February
// 1900.
var diaCero = fecha.MustParse("1899-12-30")

func (l *libro) ficha() error {
	if _, err := l.NewSheet(hojaFicha); err != nil {
		return err
	}
	w, err := l.NewStreamWriter(hojaFicha)
	if err != nil {
		return err
	}
	for i, ancho := range []float64{28, 100} {
		if err := w.SetColWidth(i+1, i+1, ancho); err != nil {
			return err
		}
	}
	id, err := l.estilo(estilo{encabezado: true})
	if err != nil {
		return err
	}
	for i, d := range append([]tabla.Dato{{Nombre: "Tabla", Valor: l.t.Titulo}}, l.t.Ficha...) {
		lugar, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := w.SetRow(lugar, []any{excelize.Cell{StyleID: id, Value: d.Nombre}, d.Valor}); err != nil {
			return err
		}
	}
	return w.Flush()
}
