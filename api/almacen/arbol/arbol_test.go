package arbol_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/operacion-abierta/operacion/api/almacen/arbol"
)

// llenar fills a table, an index of it and a table without row numbers with n
// rows, and gives the engine over the file.
func llenar(t *testing.T, pagina, n int, largo func(i int) int) *sqlx.DB {
	ruta := filepath.Join(t.TempDir(), "x.db")
	db := sqlx.MustOpen("sqlite", "file:"+ruta)
	db.SetMaxOpenConns(1)
	db.MustExec(fmt.Sprintf("PRAGMA page_size = %d", pagina))
	db.MustExec("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, texto TEXT, b BLOB, nada TEXT)")
	db.MustExec("CREATE INDEX t_n ON t (n)")
	db.MustExec("CREATE TABLE k (clave TEXT PRIMARY KEY, v INTEGER) WITHOUT ROWID")
	raices := map[string]uint32{}
	rows := db.MustBegin()
	for _, x := range []string{"t", "t_n", "k"} {
		var r uint32
		require.NoError(t, rows.Get(&r, "SELECT rootpage FROM sqlite_schema WHERE name = ?", x))
		raices[x] = r
	}
	require.NoError(t, rows.Rollback())
	require.NoError(t, db.Close())

	a, err := arbol.Abrir(ruta)
	require.NoError(t, err)
	tabla, indice, k := a.Tabla(raices["t"]), a.Indice(raices["t_n"]), a.Indice(raices["k"])
	var r arbol.Registro
	for i := range n {
		id := int64(i)*3 - 5
		r.Vaciar()
		r.Nulo()
		r.Entero(numero(i))
		r.Texto([]byte(strings.Repeat("á", largo(i))))
		r.Bytes([]byte{byte(i), 0})
		r.Nulo()
		require.NoError(t, tabla.Sumar(id, r.Agregar(nil)))
		r.Vaciar()
		r.Entero(numero(i))
		r.Entero(id)
		require.NoError(t, indice.Sumar(r.Agregar(nil)))
		r.Vaciar()
		r.Texto(fmt.Appendf(nil, "%09d%s", i, strings.Repeat("x", largo(i)%60)))
		r.Entero(int64(i))
		require.NoError(t, k.Sumar(r.Agregar(nil)))
	}
	require.NoError(t, tabla.Cerrar())
	require.NoError(t, indice.Cerrar())
	require.NoError(t, k.Cerrar())
	require.NoError(t, a.Cerrar())
	db = sqlx.MustOpen("sqlite", "file:"+ruta)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// numero gives integers of every width, in order.
func numero(i int) int64 {
	switch {
	case i < 50:
		return -1<<62 + int64(i)
	case i < 100:
		return -1<<40 + int64(i)
	case i < 150:
		return int64(i) - 100
	}
	return 1 << min(i/100, 45) * int64(i)
}

func comprobar(t *testing.T, db *sqlx.DB, n int, largo func(i int) int) {
	t.Helper()
	var dicho string
	require.NoError(t, db.Get(&dicho, "PRAGMA integrity_check"))
	require.Equal(t, "ok", dicho)
	var cuantos, enClave int
	require.NoError(t, db.Get(&cuantos, "SELECT count(*) FROM t WHERE nada IS NULL"))
	require.NoError(t, db.Get(&enClave, "SELECT count(*) FROM k"))
	require.Equal(t, n, cuantos)
	require.Equal(t, n, enClave)
	for range min(n, 50) {
		i := rand.IntN(n)
		var fila struct {
			ID    int64
			N     int64
			Texto string
			B     []byte
			Nada  *string
		}
		require.NoError(t, db.Get(&fila, "SELECT * FROM t WHERE n = ?", numero(i)))
		assert.Equal(t, int64(i)*3-5, fila.ID)
		assert.Equal(t, strings.Repeat("á", largo(i)), fila.Texto)
		assert.Equal(t, []byte{byte(i), 0}, fila.B)
		var v int
		require.NoError(t, db.Get(&v, "SELECT v FROM k WHERE clave = ?", fmt.Sprintf("%09d%s", i, strings.Repeat("x", largo(i)%60))))
		assert.Equal(t, i, v)
	}
}

func TestElMotorDaPorBuenosLosArboles(t *testing.T) {
	corto := func(i int) int { return i % 90 }
	for _, pagina := range []int{512, 4096} {
		for n := 0; n < 700; n++ {
			if n > 40 && n%7 != 0 {
				continue
			}
			comprobar(t, llenar(t, pagina, n, corto), n, corto)
		}
	}
}

// With pages of 512 bytes there are four levels, and every number of rows ends
// in another place.
func TestLosArbolesHondosAcabanBienDondequiera(t *testing.T) {
	corto := func(i int) int { return i % 40 }
	for n := 6000; n < 6040; n++ {
		comprobar(t, llenar(t, 512, n, corto), n, corto)
	}
}

func TestLasFilasLargasDesbordan(t *testing.T) {
	for _, pagina := range []int{512, 4096, 65536} {
		largo := func(i int) int { return i * i % 9001 * (i % 3) }
		comprobar(t, llenar(t, pagina, 300, largo), 300, largo)
	}
}

func TestLuegoElMotorSigueEscribiendo(t *testing.T) {
	corto := func(i int) int { return i % 90 }
	db := llenar(t, 4096, 5000, corto)
	db.MustExec("PRAGMA journal_mode = WAL")
	db.MustExec("DELETE FROM t WHERE id % 2 = 0")
	db.MustExec("INSERT INTO t (n, texto) SELECT n + 1, texto FROM t")
	db.MustExec("UPDATE k SET v = v + 1 WHERE v % 3 = 0")
	var dicho string
	require.NoError(t, db.Get(&dicho, "PRAGMA integrity_check"))
	assert.Equal(t, "ok", dicho)
}

func TestSeRehusaLoQueNoPuedeLlenarse(t *testing.T) {
	ruta := filepath.Join(t.TempDir(), "x.db")
	db := sqlx.MustOpen("sqlite", "file:"+ruta)
	db.MustExec("PRAGMA journal_mode = WAL")
	db.MustExec("CREATE TABLE t (id INTEGER PRIMARY KEY)")
	require.NoError(t, db.Close())
	_, err := arbol.Abrir(ruta)
	require.ErrorIs(t, err, arbol.ErrArchivo)
	_, err = arbol.Abrir(filepath.Join(t.TempDir(), "falta"))
	require.Error(t, err)

	ruta = filepath.Join(t.TempDir(), "y.db")
	db = sqlx.MustOpen("sqlite", "file:"+ruta)
	db.MustExec("CREATE TABLE t (id INTEGER PRIMARY KEY)")
	require.NoError(t, db.Close())
	a, err := arbol.Abrir(ruta)
	require.NoError(t, err)
	tabla := a.Tabla(2)
	require.NoError(t, tabla.Sumar(2, nil))
	require.ErrorIs(t, tabla.Sumar(2, nil), arbol.ErrOrden)
	require.ErrorIs(t, a.Indice(2).Sumar(make([]byte, 2000)), arbol.ErrArchivo)
}
