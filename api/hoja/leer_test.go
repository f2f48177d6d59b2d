package hoja_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/operacion-abierta/operacion/api/hoja"
)

func leer(t *testing.T, b []byte, sep rune) (encabezado []string, filas []hoja.Fila, errs []error) {
	t.Helper()
	encabezado, resto, err := hoja.Encabezado(hoja.Leer(bytes.NewReader(b), sep))
	require.NoError(t, err)
	for f, err := range resto {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		filas = append(filas, f)
	}
	return encabezado, filas, errs
}

func TestUnCSVSeLeeConSusLineas(t *testing.T) {
	e, filas, errs := leer(t, []byte("\xef\xbb\xbfa;b\n1;\"dos\nlíneas\"\n\n3;4\n"), ';')
	assert.Empty(t, errs)
	assert.Equal(t, []string{"a", "b"}, e)
	assert.Equal(t, []hoja.Fila{{2, []string{"1", "dos\nlíneas"}}, {5, []string{"3", "4"}}}, filas)
}

func TestUnCSVDeHojaDeCalculoSeLeeEnWindows1252(t *testing.T) {
	_, filas, _ := leer(t, []byte("a,b\n1,ni\xf1o\n"), 0)
	assert.Equal(t, []string{"1", "niño"}, filas[0].Celdas)
}

func TestUnRenglonMaloNoDetieneALosDemas(t *testing.T) {
	_, filas, errs := leer(t, []byte("a,b\n1,\"x\"y\n3,4\n"), 0)
	assert.Len(t, errs, 1)
	assert.Equal(t, []hoja.Fila{{3, []string{"3", "4"}}}, filas)
}

func TestUnLibroSeLeePorSuPrimeraHoja(t *testing.T) {
	x := excelize.NewFile()
	require.NoError(t, x.SetSheetRow("Sheet1", "A1", &[]any{"a", "b", "c"}))
	require.NoError(t, x.SetSheetRow("Sheet1", "A2", &[]any{1, "niño"}))
	require.NoError(t, x.SetSheetRow("Sheet1", "A4", &[]any{"", "", 3}))
	var b bytes.Buffer
	require.NoError(t, x.Write(&b))
	e, filas, errs := leer(t, b.Bytes(), 0)
	assert.Empty(t, errs)
	assert.Equal(t, []string{"a", "b", "c"}, e)
	assert.Equal(t, []hoja.Fila{{2, []string{"1", "niño", ""}}, {4, []string{"", "", "3"}}}, filas)
}

func TestLoQueNoEsUnaTablaSeDice(t *testing.T) {
	_, _, err := hoja.Encabezado(hoja.Leer(strings.NewReader(""), 0))
	require.ErrorIs(t, err, hoja.ErrVacio)
	_, _, err = hoja.Encabezado(hoja.Leer(strings.NewReader("PK\x03\x04roto"), 0))
	require.ErrorIs(t, err, hoja.ErrLibro)
}
