package carga

import (
	"io"
	"iter"
	"strconv"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/api/hoja"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade/importacion"
)

// Tabla is a file of rows, CSV or XLSX, opened with the map that reads it.
type Tabla struct {
	// Encabezado is its first row.
	Encabezado []string
	lector     *importacion.Lector
	filas      iter.Seq2[hoja.Fila, error]
}

// Abrir opens a file. The error is of the file, or a [falla.Error] with every
// fault of the map against its heading.
func Abrir(r io.Reader, m importacion.Mapa) (*Tabla, error) {
	separador := rune(0)
	if m.Separador != "" {
		separador, _ = utf8.DecodeRuneInString(m.Separador)
	}
	encabezado, filas, err := hoja.Encabezado(hoja.Leer(r, separador))
	if err != nil {
		return nil, err
	}
	lector, err := importacion.NuevoLector(m, encabezado)
	if err != nil {
		return nil, err
	}
	return &Tabla{encabezado, lector, filas}, nil
}

// EncabezadoRechazos is the heading of the file of the rows left out: that of
// the table after the line and its faults.
func (t *Tabla) EncabezadoRechazos() []string {
	return append([]string{"linea", "fallas"}, t.Encabezado...)
}

// Rechazo is a row that was not registered.
type Rechazo struct {
	Linea  int
	Celdas []string
	Fallas falla.Fallas
}

// Renglon is the row of the file of those left out.
func (r Rechazo) Renglon() []string {
	return append([]string{strconv.Itoa(r.Linea), Decir(r.Fallas)}, r.Celdas...)
}
