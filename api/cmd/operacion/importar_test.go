package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const mapaLocatel = "../../../examples/importar/locatel-0311.json"

// importa runs the command over a store and gives its exit code and output.
func importa(t *testing.T, datos string, mas ...string) (int, string) {
	t.Helper()
	var out, errs bytes.Buffer
	codigo := correr(t.Context(), append([]string{"importar", "peticiones", "--datos", datos}, mas...), terminal{&out, &errs})
	return codigo, out.String() + errs.String()
}

func TestSeImportaUnaSolaVezYLoMaloSeDicePorRenglon(t *testing.T) {
	carpeta := t.TempDir()
	datos, rechazos := filepath.Join(carpeta, "operacion.db"), filepath.Join(carpeta, "malos.csv")
	archivo := "../../../examples/importar/locatel-0311.csv"
	codigo, dice := importa(t, datos, archivo, "--mapa", mapaLocatel, "--rechazos", rechazos)
	assert.Equal(t, hallazgos, codigo, dice)
	assert.Contains(t, dice, "leídos 6, nuevas 5, repetidas 0, rechazados 1")
	b, err := os.ReadFile(rechazos)
	require.NoError(t, err)
	lineas := strings.Split(strings.TrimSpace(string(b)), "\n")
	require.Len(t, lineas, 2)
	assert.Contains(t, lineas[0], "linea,fallas,id_folio")
	assert.Contains(t, lineas[1], "6,fecha_solicitud: No es una fecha AAAA-MM-DD. (SIADE-IMPORTACION-08),9000005")

	// Mended, longer and with a row that is not what it was.
	todo, err := os.ReadFile(archivo)
	require.NoError(t, err)
	otro := filepath.Join(carpeta, "otra.csv")
	texto := strings.NewReplacer("2024-02-30", "2024-02-20", "ALUMBRADO", "BACHEO").Replace(string(todo)) + "9000007,2024-02-06,08:00:00,APP CDMX,BACHEO,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\n"
	require.NoError(t, os.WriteFile(otro, []byte(texto), 0o600))
	codigo, dice = importa(t, datos, otro, "--mapa", mapaLocatel, "--rechazos", rechazos)
	assert.Equal(t, hallazgos, codigo)
	assert.Contains(t, dice, "leídos 7, nuevas 2, repetidas 4, rechazados 1")
	b, err = os.ReadFile(rechazos)
	require.NoError(t, err)
	assert.Contains(t, string(b), "(SIADE-IMPORTACION-12),9000002")

	codigo, dice = importa(t, filepath.Join(carpeta, "otro.db"), archivo, "--mapa", mapaLocatel, "--unidad", "doe-7.1.2", "--rechazos", rechazos)
	assert.Equal(t, hallazgos, codigo, "la unidad no registra peticiones")
	assert.Contains(t, dice, "se puede repetir la orden")
	require.Equal(t, limpio, correr(t.Context(), []string{"verificar", "--datos", datos}, terminal{io.Discard, io.Discard}))
}

func TestUnMapaQueNoSirveSeDiceEntero(t *testing.T) {
	carpeta := t.TempDir()
	mapa := filepath.Join(carpeta, "mapa.json")
	require.NoError(t, os.WriteFile(mapa, []byte(`{"fuente":"x","clave":"nada","campos":{"relato":{"columna":"tema"}}}`), 0o600))
	codigo, dice := importa(t, filepath.Join(carpeta, "operacion.db"), "../../../examples/importar/locatel-0311.csv", "--mapa", mapa)
	assert.Equal(t, uso, codigo)
	for _, x := range []string{"SIADE-IMPORTACION-03", "SIADE-IMPORTACION-04", "campos.relato.columna", "clave:"} {
		assert.Contains(t, dice, x)
	}
}

// Real requests of a city, where they are at hand.
func TestLasSolicitudesRealesDeUnaCiudadEntranConElMapaDeEjemplo(t *testing.T) {
	archivo := "../../../../shared/datos/locatel0311_2024_sample.csv"
	if _, err := os.Stat(archivo); err != nil {
		t.Skip("the sample is not at hand")
	}
	carpeta := t.TempDir()
	codigo, dice := importa(t, filepath.Join(carpeta, "operacion.db"), archivo, "--mapa", mapaLocatel, "--rechazos", filepath.Join(carpeta, "r.csv"))
	assert.Equal(t, limpio, codigo, dice)
	assert.Contains(t, dice, "leídos 50, nuevas 50, repetidas 0, rechazados 0")
}
