package tabla_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tabla"
)

func TestTheRowsAsTextLeaveTotalsOut(t *testing.T) {
	x := tabla.Tabla{
		Columnas: []tabla.Columna{{Clave: "tema", Clase: tabla.Texto}, {Clave: "n", Clase: tabla.Entero}, {Clave: "tasa", Clase: tabla.Decimal}, {Clave: "dia", Clase: tabla.Dia}},
		Filas: [][]any{
			{"citas", 1200, cantidad.Valor(-1250), fecha.MustParse("2026-03-02")},
			{`=HYPERLINK("x")`, nil, tabla.Opcional[cantidad.Centesimas](nil), fecha.Fecha{}},
			{"", 0, cantidad.Centesimas(9732), nil},
		},
		Total: []any{"Total", 1200},
	}
	assert.Equal(t, [][]string{
		{"tema", "n", "tasa", "dia"}, {"citas", "1200", "-12.5", "2026-03-02"}, {`'=HYPERLINK("x")`, "", "", ""}, {"", "0", "97.32", ""},
	}, x.Textos())
}

func TestWhatASpreadsheetWouldRunIsMadeInert(t *testing.T) {
	for _, s := range []string{"=1", "+1", "-1", "@x", "\tx", "\rx"} {
		assert.Equal(t, "'"+s, tabla.EnTexto(s))
	}
	assert.Equal(t, "a=1", tabla.EnTexto("a=1"))
	assert.Equal(t, "-1", tabla.EnTexto(-1), "a figure is no text")
	n := 3
	assert.Equal(t, 3, tabla.Opcional(&n))
}
