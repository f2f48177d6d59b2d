package acuse_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/acuse"
)

func ejemplo() acuse.Acuse {
	return acuse.Acuse{
		Titulo: "Acuse de petición", Folio: "SIADE-2026-14-0000001-X", Datos: []acuse.Dato{{"Canal", "Módulo de atención"}, {"Clasificación", "Gestión"}},
		Texto: "¿Cómo registro a mi niña? Gané $50 más: «señalización» — ü 😀", Pie: "El Instituto le responderá.", Creado: time.Date(2026, 3, 2, 16, 0, 0, 0, time.UTC),
	}
}

func TestTheSameReceiptIsAlwaysTheSameBytes(t *testing.T) {
	uno, err := ejemplo().PDF()
	require.NoError(t, err)
	dos, err := ejemplo().PDF()
	require.NoError(t, err)
	assert.Equal(t, uno, dos)
	assert.True(t, strings.HasPrefix(string(uno), "%PDF-"))
}

func TestALongTextGoesOnToMorePages(t *testing.T) {
	a := ejemplo()
	a.Texto = strings.Repeat("Una línea que se repite muchas veces. ", 220)
	largo, err := a.PDF()
	require.NoError(t, err)
	corto, err := ejemplo().PDF()
	require.NoError(t, err)
	assert.Greater(t, strings.Count(string(largo), "/Type /Page\n"), strings.Count(string(corto), "/Type /Page\n"))
}

func TestAccentsAreRead(t *testing.T) {
	lector, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	b, err := ejemplo().PDF()
	require.NoError(t, err)
	archivo := filepath.Join(t.TempDir(), "acuse.pdf")
	require.NoError(t, os.WriteFile(archivo, b, 0o600))
	texto, err := exec.Command(lector, archivo, "-").Output()
	require.NoError(t, err)
	for _, s := range []string{"Acuse de petición", "Módulo de atención", "¿Cómo registro a mi niña?", "«señalización» — ü", "SIADE-2026-14-0000001-X"} {
		assert.Contains(t, string(texto), s)
	}
}
