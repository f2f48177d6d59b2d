// Package tabla holds a table of figures with typed columns, ready to be
// written as a file.
package tabla

import (
	"strconv"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Clase is what the cells of a column hold.
type Clase string

// The classes. A cell without value is nil in any of them.
const (
	// Texto holds a string.
	Texto Clase = "texto"
	// Entero holds an int.
	Entero Clase = "entero"
	// Decimal holds a [cantidad.Valor] or a [cantidad.Centesimas].
	Decimal Clase = "decimal"
	// Dia holds a [fecha.Fecha].
	Dia Clase = "dia"
)

// Columna is a column.
type Columna struct {
	// Clave heads it in a file for machines, Titulo in one for people.
	Clave, Titulo string
	Clase         Clase
	// Descripcion says what it holds, for a dictionary of fields.
	Descripcion string
}

// Dato is something to know of a table: its period, its filters, its source.
type Dato struct{ Nombre, Valor string }

// Tabla is a table.
type Tabla struct {
	// Nombre is that of the file, without extension; Titulo what a person reads.
	Nombre, Titulo string
	Columnas       []Columna
	Filas          [][]any
	// Total is one more row, of totals; none when nil.
	Total []any
	// Ficha says what the table is and where it comes from.
	Ficha []Dato
}

// Textos are the rows under their headings, as text. The row of totals is left
// out: who reads it with a program would count it twice.
func (t Tabla) Textos() [][]string {
	out := make([][]string, 1, len(t.Filas)+1)
	for _, c := range t.Columnas {
		out[0] = append(out[0], c.Clave)
	}
	for _, f := range t.Filas {
		fila := make([]string, len(f))
		for i, v := range f {
			fila[i] = EnTexto(v)
		}
		out = append(out, fila)
	}
	return out
}

// EnTexto writes a cell; empty when it has no value. A text that a spreadsheet
// would take for a formula begins with an apostrophe.
func EnTexto(v any) string {
	switch x := v.(type) {
	case string:
		return inerte(x)
	case int:
		return strconv.Itoa(x)
	case cantidad.Valor:
		return x.String()
	case cantidad.Centesimas:
		return x.String()
	case fecha.Fecha:
		if x.IsZero() {
			return ""
		}
		return x.String()
	}
	return ""
}

func inerte(s string) string {
	if s == "" {
		return ""
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return "'" + s
	}
	return s
}

// Opcional is the value that a pointer points to, as a cell; nil when it points
// to nothing.
func Opcional[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}
