package api

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/hoja"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tabla"
)

// informe is a read of figures that is answered in JSON and, under the same
// path with an extension, as a table in CSV or in a workbook.
type informe struct {
	ruta, id, tag, resumen, descripcion string
	parametros                          func() []parametro
	facultades                          []doe.Facultad
	respuesta                           reflect.Type
	// hacer gives the answer, and the table that it makes.
	hacer func(*caso) (any, func() tabla.Tabla, error)
}

const tipoLibro = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func (s *Servidor) montarInforme(i informe) {
	s.montarForma(i, "", "", s.de(i.respuesta, "Las cifras."), func(v any, _ func() tabla.Tabla) (respuesta, error) { return enJSON(v) })
	s.montarForma(i, "csv", ", en CSV", deBytes("text/csv", "La tabla, con sus encabezados en la primera fila y sin totales."),
		func(_ any, t func() tabla.Tabla) (respuesta, error) { return enTablaCSV(t()) })
	s.montarForma(i, "xlsx", ", en hoja de cálculo", deBytes(tipoLibro, "Un libro con las cifras y sus totales, y otra hoja con el periodo, los filtros, el corte y la fuente."),
		func(_ any, t func() tabla.Tabla) (respuesta, error) { return enLibro(t()) })
}

func (s *Servidor) montarForma(i informe, extension, como string, r *huma.Response, escribir func(any, func() tabla.Tabla) (respuesta, error)) {
	op := operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: i.ruta, OperationID: i.id, Summary: i.resumen + como, Description: i.descripcion, Tags: []string{i.tag},
		},
		parametros: i.parametros(), respuesta: r, errores: []int{http.StatusForbidden},
		atender: func(c *caso) (respuesta, error) {
			v, t, err := i.hacer(c)
			if err != nil {
				return respuesta{}, err
			}
			return escribir(v, t)
		},
	}
	if extension != "" {
		op.Path, op.OperationID = i.ruta+"."+extension, i.id+"-"+extension
	}
	s.ejerce(&op, slices.Clone(i.facultades)...)
	s.montar(op)
}

// enTablaCSV answers a table without its totals, for programs.
func enTablaCSV(t tabla.Tabla) (respuesta, error) { return enCSV(t.Nombre+".csv", t.Textos()) }

// enLibro answers a table as a workbook.
func enLibro(t tabla.Tabla) (respuesta, error) {
	b, err := hoja.Escribir(t)
	return respuesta{tipo: tipoLibro, cuerpo: b, nombre: t.Nombre + ".xlsx"}, err
}
