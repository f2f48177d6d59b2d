// Package escenario_test tells stories to a whole server: real roles with
// signed tokens, plain JSON over a loopback connection, and the store under
// it, on SQLite and on PostgreSQL. Time is what each story says it is.
package escenario_test

import (
	"context"
	"flag"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

var actualizar = flag.Bool("update", false, "write the golden files that are missing, shrink the ones that may")

// mundo is a server that listens, with its store and its clock.
type mundo struct {
	testing.TB
	*almacen.Almacen
	servidor *api.Servidor
	base     string
	llaves   *llaves.Llavero
	hora     *atomic.Int64
	jti      *atomic.Int64
}

// enCadaMotor tells a story on each engine.
func enCadaMotor(t *testing.T, historia func(m *mundo)) {
	t.Run("sqlite", func(t *testing.T) { historia(enSQLite(t)) })
	t.Run("postgresql", func(t *testing.T) { historia(abrir(t, esquemaPG(t))) })
}

func enSQLite(t testing.TB) *mundo { return abrir(t, filepath.Join(t.TempDir(), "operacion.db")) }

// abrir starts a server on Monday 2 March 2026, at ten.
func abrir(t testing.TB, fuente string) *mundo {
	mesa, err := api.NuevaMesa()
	require.NoError(t, err)
	m := &mundo{TB: t, llaves: llaves.Efimero(), hora: new(atomic.Int64), jti: new(atomic.Int64)}
	m.el("2026-03-02")
	ahora := func() fecha.Instante { return fecha.Instante(m.hora.Load()) }
	m.Almacen, err = almacen.Abrir(context.Background(), almacen.Opciones{
		Fuente: fuente, Archivos: filepath.Join(t.TempDir(), "archivos"), Llaves: m.llaves, Mesa: mesa, Ahora: ahora,
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, m.Cerrar()) })
	s, err := api.New(api.Config{Almacen: m.Almacen, Mesa: mesa, Llaves: m.llaves, Ahora: ahora, Publico: -1})
	require.NoError(t, err)
	m.servidor = s
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	m.base = h.URL
	return m
}

// el sets the clock to ten in the morning of a day.
func (m *mundo) el(dia string) { m.alas(dia, 10*time.Hour) }

// alas sets the clock to some time of a day.
func (m *mundo) alas(dia string, hora time.Duration) {
	m.hora.Store(int64(fecha.MustParse(dia).Inicio().Sumar(hora)))
}

// amanece sets the clock to ten of a day and does what the clock owes.
func (m *mundo) amanece(dia string) {
	m.Helper()
	m.el(dia)
	require.NoError(m, m.servidor.Mantener(context.Background()))
}

// integro checks that the store holds what its chains say.
func (m *mundo) integro() {
	m.Helper()
	hs, err := m.Verificar(context.Background(), nil)
	require.NoError(m, err)
	for _, h := range hs {
		require.False(m, h.Falla(), "%+v", h)
	}
}

var esquemas atomic.Int64

// esquemaPG makes a schema of its own for a test, dropped afterwards. Without
// a PostgreSQL that answers the test is skipped, unless OPERACION_EXIGE_PG=1.
func esquemaPG(t testing.TB) string {
	base := os.Getenv("OPERACION_PRUEBAS_PG")
	if base == "" {
		base = "postgres://postgres@127.0.0.1:5432/test?sslmode=disable&connect_timeout=2"
	}
	db, err := sqlx.Connect("pgx", base)
	if err != nil {
		if os.Getenv("OPERACION_EXIGE_PG") == "1" {
			t.Fatalf("OPERACION_EXIGE_PG=1 and no PostgreSQL answers: %v", err)
		}
		t.Skipf("sin PostgreSQL no se prueba: %v", err)
	}
	esquema := fmt.Sprintf("escenario_%d_%d", os.Getpid(), esquemas.Add(1))
	_, err = db.Exec("CREATE SCHEMA " + esquema)
	require.NoError(t, err)
	t.Cleanup(func() {
		_, err := db.Exec("DROP SCHEMA " + esquema + " CASCADE")
		require.NoError(t, err)
		_ = db.Close()
	})
	u, err := url.Parse(base)
	require.NoError(t, err)
	q := u.Query()
	q.Set("search_path", esquema)
	u.RawQuery = q.Encode()
	return u.String()
}
