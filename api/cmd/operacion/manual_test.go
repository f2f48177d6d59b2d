package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/oficial"
)

const faros = "../../../doe/oficial/testdata/faros.txt"

// otraEdicion writes the made-up manual with one piece changed.
func otraEdicion(t *testing.T, viejo, nuevo string) string {
	t.Helper()
	b, err := os.ReadFile(faros)
	require.NoError(t, err)
	require.Contains(t, string(b), viejo)
	p := filepath.Join(t.TempDir(), "otra.txt")
	require.NoError(t, os.WriteFile(p, []byte(strings.Replace(string(b), viejo, nuevo, 1)), 0o600))
	return p
}

func TestManualLeerDaUnidadesYFunciones(t *testing.T) {
	codigo, sale, dice := corrida(t, "manual", "leer", faros, "--formato", "json")
	assert.Equal(t, limpio, codigo)
	assert.Contains(t, dice, "Leyendo", "progress goes to standard error")
	var l lectura
	require.NoError(t, json.Unmarshal([]byte(sale), &l))
	require.Len(t, l.Unidades, 5)
	assert.Equal(t, "Dirección de Faros y Señales", l.Unidades[0].Nombre)
	assert.Len(t, l.Unidades[0].Funciones, 3)
	assert.Contains(t, sale, `"sin_ubicar": []`)

	codigo, sale, _ = corrida(t, "manual", "leer", faros)
	assert.Equal(t, limpio, codigo)
	assert.Contains(t, sale, "5 unidades, 14 funciones, 0 renglones sin ubicar")

	codigo, sale, _ = corrida(t, "manual", "leer", "--formato", "json", faros, otraEdicion(t, "2. Guardar las mechas", "1. Guardar las mechas"))
	assert.Equal(t, hallazgos, codigo, "a line without a place is a finding")
	assert.Contains(t, sale, `"archivo": "otra.txt"`)
}

func TestManualCompararDiceQueCambio(t *testing.T) {
	codigo, sale, _ := corrida(t, "manual", "comparar", faros, faros)
	assert.Equal(t, limpio, codigo)
	assert.Contains(t, sale, "0 cambios de unidades, 0 de funciones")
	codigo, sale, _ = corrida(t, "manual", "comparar", faros, otraEdicion(t, "diez grados", "veinte grados"), "--formato", "json")
	assert.Equal(t, hallazgos, codigo)
	var c oficial.Comparacion
	require.NoError(t, json.Unmarshal([]byte(sale), &c))
	require.Len(t, c.Funciones, 1)
	assert.Equal(t, oficial.Redactada, c.Funciones[0].Tipo)
	_, sale, _ = corrida(t, "manual", "comparar", otraEdicion(t, "3. Designar a las personas", "4. Designar a las personas"), faros)
	assert.Contains(t, sale, "renumerada\tmanual-7.1/4\tmanual-7.1/3\t100 %")
}

func TestManualRevisarTerminaConHallazgos(t *testing.T) {
	codigo, sale, _ := corrida(t, "manual", "revisar", faros, "--formato", "json")
	assert.Equal(t, limpio, codigo)
	assert.JSONEq(t, `{"hallazgos": []}`, sale)
	mal := otraEdicion(t, "conforme a lo que pidan los torreros", "conforme a lo que pida la Secretaría de la Función Pública")
	codigo, sale, dice := corrida(t, "manual", "revisar", mal, "--fecha", "2025-01-01")
	assert.Equal(t, hallazgos, codigo)
	assert.Contains(t, sale, "manual-7.1.1/2\treferencia")
	assert.Contains(t, dice, "Revisando 100 %")
	codigo, _, _ = corrida(t, "manual", "revisar", mal, "--fecha", "2024-01-01")
	assert.Equal(t, limpio, codigo, "the body was still there on that day")
}

func TestManualDiceCuandoNoPuedeLeer(t *testing.T) {
	codigo, sale, dice := corrida(t, "manual", "leer", "main.go")
	assert.Equal(t, hallazgos, codigo)
	assert.Empty(t, sale)
	assert.Contains(t, dice, "main.go: no tiene una sección de funciones")
}

func TestLaRevisionSeMideContraLoQueHallaronLectores(t *testing.T) {
	_, sale, _ := corrida(t, "manual", "revisar", faros, "--formato", "json")
	require.Contains(t, sale, `"hallazgos"`)
	var r revision
	require.NoError(t, json.Unmarshal([]byte(sale), &r))
	lectores := filepath.Join(t.TempDir(), "lectores.tsv")
	require.NoError(t, os.WriteFile(lectores, []byte("unidad\tnumero\ttipo\nmanual-7.1\t99\tduplicada\n"), 0o600))
	_, sale, _ = corrida(t, "manual", "revisar", faros, "--lectores", lectores)
	assert.Contains(t, sale, "de 1 que hallaron lectores, duplicada: halla 0")
	codigo, _, dice := corrida(t, "manual", "revisar", faros, "--muestra", lectores)
	assert.Equal(t, uso, codigo)
	assert.Contains(t, dice, "falta la columna funcion")
}
