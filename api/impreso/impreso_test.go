package impreso_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/impreso"
)

func ejemplo(filas int) impreso.Informe {
	t := impreso.Tabla{Titulo: "Presentaciones", Columnas: []string{"Órgano", "Asunto"}, Anchos: []float64{1, 3}, Vacia: "Ninguna."}
	for range filas {
		t.Filas = append(t.Filas, []string{"Jalisco", strings.Repeat("Recetas que se surten en partes. ", 6)})
	}
	return impreso.Informe{
		Titulo: "Juntas de gobierno", Subtitulo: "Enero a marzo de 2026", Parrafos: []string{"Señalización — ü 😀"}, Tablas: []impreso.Tabla{t, {Titulo: "Otra", Vacia: "No hubo."}},
		Pie: "Corte al 2 de marzo", Creado: time.Date(2026, 3, 2, 16, 0, 0, 0, time.UTC),
	}
}

func TestTheSameReportIsAlwaysTheSameBytes(t *testing.T) {
	uno, err := ejemplo(3).PDF()
	require.NoError(t, err)
	dos, err := ejemplo(3).PDF()
	require.NoError(t, err)
	assert.Equal(t, uno, dos)
	assert.True(t, strings.HasPrefix(string(uno), "%PDF-"))
}

func TestALongTableGoesOnToMorePages(t *testing.T) {
	largo, err := ejemplo(120).PDF()
	require.NoError(t, err)
	assert.Greater(t, strings.Count(string(largo), "/Type /Page\n"), 3)
}

func TestWhatItSaysIsRead(t *testing.T) {
	lector, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	b, err := ejemplo(40).PDF()
	require.NoError(t, err)
	archivo := filepath.Join(t.TempDir(), "informe.pdf")
	require.NoError(t, os.WriteFile(archivo, b, 0o600))
	texto, err := exec.Command(lector, archivo, "-").Output()
	require.NoError(t, err)
	for _, s := range []string{"Juntas de gobierno", "Señalización — ü", "Recetas que se surten", "No hubo.", "Corte al 2 de marzo", "1 de "} {
		assert.Contains(t, string(texto), s)
	}
	assert.Greater(t, strings.Count(string(texto), "Órgano"), 1, "the headings come again")
}
