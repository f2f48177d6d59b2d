package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
)

// corrida runs a command line and gives its exit code and what it wrote.
func corrida(t *testing.T, args ...string) (codigo int, sale, dice string) {
	t.Helper()
	var out, err bytes.Buffer
	codigo = correr(context.Background(), args, terminal{&out, &err})
	return codigo, out.String(), err.String()
}

func TestLaAyudaDeCadaOrdenEstaEnEspanol(t *testing.T) {
	for _, o := range []string{"", "servir", "token", "generar", "verificar", "respaldar", "reconstruir", "manual", "manual leer", "manual comparar", "manual revisar", "version"} {
		args := []string{"--ayuda"}
		if o != "" {
			args = append(strings.Fields(o), "--ayuda")
		}
		codigo, sale, _ := corrida(t, args...)
		assert.Equal(t, limpio, codigo, o)
		assert.Contains(t, sale, "Uso: operacion", o)
		assert.NotContains(t, sale, "Usage", o)
	}
	_, sale, _ := corrida(t, "--ayuda")
	for _, dice := range []string{"--demo", "OPERACION_ESCUCHAR", "verificar", "127.0.0.1:8080"} {
		assert.Contains(t, sale, dice)
	}
	assert.Contains(t, sale, "--datos=VALOR ")
	_, sale, _ = corrida(t, "manual", "revisar", "--ayuda")
	assert.Contains(t, sale, "--fecha=AAAA-MM-DD ")
}

func TestUnaOrdenMalEscritaTerminaConDos(t *testing.T) {
	dir := t.TempDir()
	for _, args := range [][]string{
		{"bailar"}, {"manual"}, {"manual", "leer"}, {"manual", "leer", filepath.Join(dir, "no-hay.txt")}, {"manual", "comparar", "main.go"},
		{"manual", "revisar", "main.go", "--formato", "xml"}, {"manual", "revisar", "main.go", "--fecha", "ayer"}, {"--nada"}, {"respaldar"},
		{"servir", "--escuchar", "0.0.0.0:8080", "--datos", filepath.Join(dir, "x.db")},
		{"servir", "--escuchar", "sin puerto"},
		{"servir", "--datos", "postgres://localhost/x"},
		{"token", "--llaves", filepath.Join(dir, "k"), "--unidad", "doe-9.9"},
		{"token", "--llaves", filepath.Join(dir, "k"), "--unidad", "caood-7.1"},
	} {
		codigo, sale, dice := corrida(t, args...)
		assert.Equal(t, uso, codigo, args)
		assert.Empty(t, sale, args)
		assert.NotEmpty(t, dice, args)
	}
}

func TestElTokenValeParaQuienDice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "llaves")
	codigo, sale, _ := corrida(t, "token", "--llaves", dir, "--unidad", "caood-7.1", "--ooad", "36", "--puesto", "taod", "--nombre", "Técnica")
	require.Equal(t, limpio, codigo)
	l, err := llaves.Abrir(dir)
	require.NoError(t, err)
	v := acceso.New(doe.Vigente, l, nil, time.Now)
	a, err := v.Actor(context.Background(), "Bearer "+strings.TrimSpace(sale))
	require.NoError(t, err)
	assert.Equal(t, doe.CAOOD, a.Unidad)
	assert.Equal(t, doe.OOAD("39"), a.OOAD, "36 es hoy 39")
	assert.Equal(t, doe.TAOD, a.Puesto)

	codigo, sale, _ = corrida(t, "token", "--llaves", dir, "--organo", "ooad-14", "--rol", "evaluado")
	require.Equal(t, limpio, codigo)
	a, err = v.Actor(context.Background(), "Bearer "+strings.TrimSpace(sale))
	require.NoError(t, err)
	assert.Equal(t, doe.Evaluado, a.Rol)

	codigo, sale, _ = corrida(t, "token", "--llaves", dir, "--unidad", "doe-7.1.3.1", "--puesto", "mando", "--delega", "titular-uad", "--de-unidad", "doe-7.1.3",
		"--facultad", "siade.atencion:autorizar, siade.atencion:coordinar", "--oficio", "Acuerdo 3")
	require.Equal(t, limpio, codigo)
	a, err = v.Actor(context.Background(), "Bearer "+strings.TrimSpace(sale))
	require.NoError(t, err)
	assert.Equal(t, doe.Alguna("siade.atencion:autorizar", "siade.atencion:coordinar"), a.Delegacion.Facultades)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3"), a.Delegacion.Unidad)
}

func TestLoGeneradoSeVerificaYSeRespalda(t *testing.T) {
	dir := t.TempDir()
	datos := filepath.Join(dir, "operacion.db")
	codigo, _, dice := corrida(t, "generar", "--datos", datos, "--peticiones", "200", "--variado", "--hilos", "8")
	require.Equal(t, limpio, codigo, dice)
	codigo, sale, _ := corrida(t, "verificar", "--datos", datos)
	assert.Equal(t, limpio, codigo)
	assert.Contains(t, sale, "sin hallazgos")

	anio := fmt.Sprint(time.Now().AddDate(-1, 0, 0).Year())
	db, err := sql.Open("sqlite", datos)
	require.NoError(t, err)
	_, err = db.Exec("DELETE FROM cuentas")
	require.NoError(t, err)
	require.NoError(t, db.Close())
	codigo, sale, _ = corrida(t, "verificar", "--datos", datos)
	assert.Equal(t, hallazgos, codigo)
	assert.Contains(t, sale, "cuenta-distinta")
	codigo, sale, _ = corrida(t, "conciliar", "--datos", datos, "--anio", anio)
	assert.Equal(t, hallazgos, codigo, sale)
	assert.Contains(t, sale, "NO CUADRA")
	codigo, _, dice = corrida(t, "reconstruir", "--datos", datos)
	require.Equal(t, limpio, codigo, dice)
	assert.Contains(t, dice, "(200 de 200)")
	codigo, _, _ = corrida(t, "verificar", "--datos", datos)
	assert.Equal(t, limpio, codigo, "las cuentas salen de los expedientes")
	codigo, sale, dice = corrida(t, "conciliar", "--datos", datos, "--anio", anio)
	assert.Equal(t, limpio, codigo, sale+dice)
	assert.Contains(t, sale, "el registro nacional de "+anio+" es la suma de")

	copia := filepath.Join(dir, "copia")
	codigo, _, dice = corrida(t, "respaldar", "--datos", datos, copia)
	require.Equal(t, limpio, codigo, dice)
	codigo, _, _ = corrida(t, "verificar", "--datos", filepath.Join(copia, "operacion.db"), "--llaves", filepath.Join(dir, "llaves"))
	assert.Equal(t, limpio, codigo, "la copia está entera")

	db, err = sql.Open("sqlite", datos)
	require.NoError(t, err)
	_, err = db.Exec("UPDATE eventos SET carga = replace(carga, 'registrar', 'regalar') WHERE id = (SELECT min(id) FROM eventos)")
	require.NoError(t, err)
	require.NoError(t, db.Close())
	codigo, sale, _ = corrida(t, "verificar", "--datos", datos)
	assert.Equal(t, hallazgos, codigo, "una fila tocada se encuentra")
	assert.Contains(t, sale, "evento-alterado")
}

// hasta reads what the server prints until a text comes.
func hasta(t *testing.T, archivo, texto string) string {
	t.Helper()
	var b []byte
	require.Eventually(t, func() bool {
		b, _ = os.ReadFile(archivo)
		return bytes.Contains(b, []byte(texto))
	}, 30*time.Second, 20*time.Millisecond)
	return string(b)
}

// demo starts the demonstration, gives what it printed, and a function that
// stops it and gives its exit code.
func demo(t *testing.T, datos string) (string, func() int) {
	t.Helper()
	salida := filepath.Join(t.TempDir(), "salida")
	f, err := os.Create(salida)
	require.NoError(t, err)
	ctx, parar := context.WithCancel(context.Background())
	fin := make(chan int, 1)
	go func() {
		fin <- correr(ctx, []string{"--demo", "--escuchar", "127.0.0.1:0", "--datos", datos}, terminal{f, io.Discard})
		_ = f.Close()
	}()
	return hasta(t, salida, "/v1/publico/peticiones -H"), func() int { parar(); return <-fin }
}

func TestLaDemostracionLlenaUnaVezYSusTokensValen(t *testing.T) {
	datos := filepath.Join(t.TempDir(), "operacion.db")
	dice, parar := demo(t, datos)
	assert.Contains(t, dice, "casos inventados")
	base := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(dice)
	tokens := regexp.MustCompile(`(?m)^eyJ\S+$`).FindAllString(dice, -1)
	require.Len(t, tokens, 6)
	assert.Equal(t, 3, strings.Count(dice, "\ncurl "))
	antes := total(t, base, tokens[2])
	require.Equal(t, limpio, parar())

	dice, parar = demo(t, datos)
	assert.Contains(t, dice, "queda como está")
	base = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(dice)
	assert.Equal(t, antes, total(t, base, tokens[2]), "no se llena dos veces, y las llaves siguen")
	require.Equal(t, limpio, parar())
}

// total counts the petitions that a token sees.
func total(t *testing.T, base, token string) int {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, base+"/v1/peticiones?limite=200", nil)
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+token)
	v, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer v.Body.Close()
	require.Equal(t, http.StatusOK, v.StatusCode)
	var p struct{ Elementos []json.RawMessage }
	require.NoError(t, json.NewDecoder(v.Body).Decode(&p))
	return len(p.Elementos)
}
