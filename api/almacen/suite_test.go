package almacen_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// banco is a store under test, its clock and what it was opened with.
type banco struct {
	*almacen.Almacen
	t     testing.TB
	o     almacen.Opciones
	ahora *atomic.Int64
}

// mananas is when the clock of a test starts.
var manana = fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour)

// enCadaMotor runs a test on SQLite and, where one answers, on PostgreSQL.
func enCadaMotor(t *testing.T, f func(t *testing.T, b *banco)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { f(t, abrirBanco(t, filepath.Join(t.TempDir(), "operacion.db"))) })
	t.Run("postgresql", func(t *testing.T) { f(t, abrirBanco(t, esquemaPG(t))) })
}

func abrirBanco(t testing.TB, fuente string) *banco {
	mesa, err := tramite.NuevaMesa(casos, avisos, dictamenes)
	require.NoError(t, err)
	b := &banco{t: t, ahora: new(atomic.Int64)}
	b.ahora.Store(int64(manana))
	b.o = almacen.Opciones{
		Escritores: 3,
		Fuente:     fuente, Archivos: filepath.Join(t.TempDir(), "archivos"), Llaves: llaves.Efimero(), Mesa: mesa,
		Ahora: func() fecha.Instante { return fecha.Instante(b.ahora.Load()) },
	}
	b.abrir()
	t.Cleanup(func() { _ = b.Cerrar() })
	return b
}

func (b *banco) abrir() {
	var err error
	b.Almacen, err = almacen.Abrir(context.Background(), b.o)
	require.NoError(b.t, err)
}

// reabrir closes the store and opens it again.
func (b *banco) reabrir() {
	require.NoError(b.t, b.Cerrar())
	b.abrir()
}

// dia sets the clock to ten in the morning of a day.
func (b *banco) dia(s string) {
	b.ahora.Store(int64(fecha.MustParse(s).Inicio().Sumar(10 * time.Hour)))
}

// bd opens the database under the store, to look at it and to tamper with it.
func (b *banco) bd() *sqlx.DB {
	driver, fuente := "sqlite", b.o.Fuente
	if strings.HasPrefix(fuente, "postgres") {
		driver = "pgx"
	}
	db, err := sqlx.Open(driver, fuente)
	require.NoError(b.t, err)
	b.t.Cleanup(func() { _ = db.Close() })
	return db
}

// alterar runs a statement behind the store's back.
func (b *banco) alterar(q string, args ...any) {
	b.t.Helper()
	r, err := b.bd().Exec(q, args...)
	require.NoError(b.t, err)
	n, err := r.RowsAffected()
	require.NoError(b.t, err)
	require.NotZero(b.t, n, "nada que alterar: %s", q)
}

// esquemaPG makes a schema of its own for a test, dropped afterwards. Without
// a PostgreSQL that answers the test is skipped, unless
// OPERACION_EXIGE_PG says that it must not.
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
	esquema := fmt.Sprintf("prueba_%d_%d", os.Getpid(), esquemas.Add(1))
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
	q.Set("application_name", esquema)
	u.RawQuery = q.Encode()
	return u.String()
}

var esquemas atomic.Int64

func taod() doe.Actor {
	return doe.Actor{Sub: "t-1", Nombre: "Atención", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}
}

func taodDe(o doe.OOAD) doe.Actor {
	a := taod()
	a.OOAD = o
	return a
}

// titular heads the attendants of OOAD 14.
func titular() doe.Actor {
	a := taod()
	a.Sub, a.Nombre, a.Puesto = "tit", "Titular", doe.Titular
	return a
}

// central is someone of the coordination that sees every OOAD.
func central() doe.Actor {
	return doe.Actor{Sub: "c-1", Nombre: "Central", Unidad: "doe-7.1.3", Puesto: doe.Titular}
}

func orden(a doe.Actor, folio, acto string, entrada any) almacen.Orden {
	return almacen.Orden{Peticion: tramite.Peticion{Coleccion: "casos", Folio: folio, Acto: acto, Entrada: entrada}, Actor: a}
}

// crear registers a case, or fails the test.
func (b *banco) crear(e Alta) almacen.Resultado {
	b.t.Helper()
	if e.OOAD == "" {
		e.OOAD = "14"
	}
	b.ahora.Add(1) // so that one comes after the other
	if e.Relato == "" {
		e.Relato = "Pide informes sobre su trámite"
	}
	r, err := b.Realizar(context.Background(), orden(taodDe(doe.OOAD(e.OOAD)), "", "", e))
	require.NoError(b.t, err)
	return r
}

// hacer does an act, or fails the test.
func (b *banco) hacer(folio, acto string, entrada any) almacen.Resultado {
	b.t.Helper()
	r, err := b.Realizar(context.Background(), orden(b.de(folio), folio, acto, entrada))
	require.NoError(b.t, err)
	return r
}

// de is an attendant of the OOAD of a folio.
func (b *banco) de(folio string) doe.Actor { return taodDe(doe.OOAD(strings.Split(folio, "-")[2])) }

func (b *banco) caso(folio string) Caso {
	b.t.Helper()
	x, err := b.Leer(context.Background(), "casos", folio)
	require.NoError(b.t, err)
	var c Caso
	require.NoError(b.t, json.Unmarshal(x.Doc, &c))
	return c
}
