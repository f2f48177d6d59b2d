package hoja_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/operacion-abierta/operacion/api/hoja"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tabla"
)

func TestAWorkbookHasTypedCellsTotalsAndWhereItComesFrom(t *testing.T) {
	b, err := hoja.Escribir(tabla.Tabla{
		Nombre: "estadistica", Titulo: "Estadística de peticiones",
		Columnas: []tabla.Columna{
			{Clave: "dia", Titulo: "Día", Clase: tabla.Dia}, {Clave: "tema", Titulo: "Tema", Clase: tabla.Texto},
			{Clave: "registradas", Titulo: "Registradas", Clase: tabla.Entero}, {Clave: "cumplimiento", Titulo: "Cumplimiento", Clase: tabla.Decimal},
		},
		Filas: [][]any{
			{fecha.MustParse("2026-03-02"), "=1+1", 1234, cantidad.Centesimas(9732)},
			{fecha.MustParse("1900-03-01"), "007", 0, nil},
		},
		Total: []any{nil, "Total", 1234, cantidad.Valor(-1250)},
		Ficha: []tabla.Dato{{Nombre: "Periodo", Valor: "2026-03-01 a 2026-03-31"}},
	})
	require.NoError(t, err)
	l, err := excelize.OpenReader(bytes.NewReader(b))
	require.NoError(t, err)
	defer l.Close()
	assert.Equal(t, []string{"Datos", "Ficha"}, l.GetSheetList())

	mostrado, err := l.GetRows("Datos")
	require.NoError(t, err)
	assert.Equal(t, [][]string{
		{"Día", "Tema", "Registradas", "Cumplimiento"}, {"2026-03-02", "=1+1", "1,234", "97.32"}, {"1900-03-01", "007", "0"}, {"", "Total", "1,234", "-12.50"},
	}, mostrado)
	crudo, err := l.GetRows("Datos", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	assert.Equal(t, []string{"46083", "=1+1", "1234", "97.32"}, crudo[1], "a day is a number, a text that looks like a formula a text")
	formula, err := l.GetCellFormula("Datos", "B2")
	require.NoError(t, err)
	assert.Empty(t, formula)
	p, err := l.GetPanes("Datos")
	require.NoError(t, err)
	assert.True(t, p.Freeze)
	assert.Equal(t, 1, p.YSplit)

	ficha, err := l.GetRows("Ficha")
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"Tabla", "Estadística de peticiones"}, {"Periodo", "2026-03-01 a 2026-03-31"}}, ficha)

	// What is written is read back.
	var filas [][]string
	for f, err := range hoja.Leer(bytes.NewReader(b), 0) {
		require.NoError(t, err)
		filas = append(filas, f.Celdas)
	}
	assert.Len(t, filas, 4)
}
