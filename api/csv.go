package api

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// montarCSV declares a read of the institution that answers a table.
func (s *Servidor) montarCSV(ruta, id, resumen, descripcion string, atender func(*caso) (respuesta, error), ps ...parametro) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: ruta, OperationID: id, Summary: resumen, Description: descripcion, Tags: []string{"institución"},
		},
		parametros: ps, respuesta: deBytes("text/csv", "La tabla, con sus encabezados en la primera fila."), atender: atender,
	})
}

// enCSV answers a table under its headings.
func enCSV(nombre string, filas [][]string) (respuesta, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true // RFC 4180
	if err := w.WriteAll(filas); err != nil {
		return respuesta{}, fmt.Errorf("api: writing a table: %w", err)
	}
	return respuesta{tipo: "text/csv; charset=utf-8; header=present", cuerpo: b.Bytes(), nombre: nombre}, nil
}
