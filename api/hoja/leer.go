// Package hoja reads tables from CSV and XLSX files, row by row, and writes them
// as workbooks.
package hoja

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// Fila is a row, with the line of the file that it begins in.
type Fila struct {
	Linea  int
	Celdas []string
}

// The faults of a file as a whole.
var (
	// ErrVacio: it has no row.
	ErrVacio = errors.New("hoja: the file has no rows")
	// ErrLibro: it is no workbook that can be read.
	ErrLibro = errors.New("hoja: the workbook cannot be read")
)

// maxLibro is how much a workbook may take once unpacked, in bytes.
const maxLibro = 1 << 30

// Leer goes over the rows of a file, CSV or, by its first bytes, XLSX (its
// first sheet). A CSV that is not UTF-8 is read as Windows-1252, which is what
// spreadsheets write. A fault ends it, but for those of a single row, which are
// [*csv.ParseError].
func Leer(r io.Reader, separador rune) iter.Seq2[Fila, error] {
	b := bufio.NewReaderSize(r, 1<<16)
	if cabeza, _ := b.Peek(4); bytes.Equal(cabeza, []byte("PK\x03\x04")) {
		return deLibro(b)
	}
	return deCSV(b, separador)
}

func deCSV(b *bufio.Reader, separador rune) iter.Seq2[Fila, error] {
	return func(dar func(Fila, error) bool) {
		cabeza, _ := b.Peek(1 << 16)
		if bytes.HasPrefix(cabeza, []byte("\xef\xbb\xbf")) {
			_, _ = b.Discard(3)
		}
		var fuente io.Reader = b
		if !enUTF8(cabeza) {
			fuente = charmap.Windows1252.NewDecoder().Reader(b)
		}
		c := csv.NewReader(fuente)
		c.FieldsPerRecord, c.LazyQuotes = -1, false
		if separador != 0 {
			c.Comma = separador
		}
		for {
			celdas, err := c.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			linea := 0
			if len(celdas) > 0 {
				linea, _ = c.FieldPos(0)
			}
			if mala, ok := errors.AsType[*csv.ParseError](err); ok {
				linea = mala.StartLine
			}
			if !dar(Fila{linea, celdas}, err) || err != nil && !esDeFila(err) {
				return
			}
		}
	}
}

// esDeFila says whether the rows after the fault can be read.
func esDeFila(err error) bool {
	_, ok := errors.AsType[*csv.ParseError](err)
	return ok
}

// enUTF8 says whether the beginning of a file is UTF-8; the last character of a
// longer one may be cut.
func enUTF8(b []byte) bool {
	if len(b) < 1<<16 {
		return utf8.Valid(b)
	}
	for i := range utf8.UTFMax {
		if utf8.Valid(b[:len(b)-i]) {
			return true
		}
	}
	return false
}

func deLibro(r io.Reader) iter.Seq2[Fila, error] {
	return func(dar func(Fila, error) bool) {
		f, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: maxLibro})
		if err != nil {
			dar(Fila{}, fmt.Errorf("%w: %w", ErrLibro, err))
			return
		}
		defer func() { _ = f.Close() }()
		filas, err := f.Rows(f.GetSheetName(0))
		if err != nil {
			dar(Fila{}, fmt.Errorf("%w: %w", ErrLibro, err))
			return
		}
		defer func() { _ = filas.Close() }()
		for n := 1; filas.Next(); n++ {
			celdas, err := filas.Columns()
			if err != nil {
				dar(Fila{Linea: n}, fmt.Errorf("%w: %w", ErrLibro, err))
				return
			}
			if len(celdas) > 0 && !dar(Fila{n, celdas}, nil) {
				return
			}
		}
	}
}

// Encabezado takes the first row off.
func Encabezado(filas iter.Seq2[Fila, error]) ([]string, iter.Seq2[Fila, error], error) {
	siguiente, parar := iter.Pull2(filas)
	primera, err, ok := siguiente()
	switch {
	case !ok:
		parar()
		return nil, nil, ErrVacio
	case err != nil:
		parar()
		return nil, nil, err
	}
	return primera.Celdas, func(dar func(Fila, error) bool) {
		defer parar()
		for {
			f, err, ok := siguiente()
			if !ok {
				return
			}
			// A sheet leaves out the empty cells at the end of a row.
			for len(f.Celdas) < len(primera.Celdas) && err == nil {
				f.Celdas = append(f.Celdas, "")
			}
			if !dar(f, err) {
				return
			}
		}
	}, nil
}
