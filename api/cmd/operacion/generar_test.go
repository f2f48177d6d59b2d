package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/jmoiron/sqlx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
)

// enCadaMotor runs a test with the sources of two empty stores of each engine.
func enCadaMotor(t *testing.T, f func(t *testing.T, a, b string)) {
	t.Run("sqlite", func(t *testing.T) {
		f(t, filepath.Join(t.TempDir(), "a.db"), filepath.Join(t.TempDir(), "b.db"))
	})
	t.Run("postgresql", func(t *testing.T) { f(t, esquemaPG(t, "a"), esquemaPG(t, "b")) })
}

// esquemaPG makes a schema of its own, dropped afterwards.
func esquemaPG(t *testing.T, cual string) string {
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
	esquema := fmt.Sprintf("generar_%d_%s_%d", os.Getpid(), cual, time.Now().UnixNano())
	db.MustExec("CREATE SCHEMA " + esquema)
	t.Cleanup(func() {
		db.MustExec("DROP SCHEMA " + esquema + " CASCADE")
		_ = db.Close()
	})
	u, err := url.Parse(base)
	require.NoError(t, err)
	q := u.Query()
	q.Set("search_path", esquema)
	u.RawQuery = q.Encode()
	return u.String()
}

// opciones open a store whose clock is a number.
func opciones(t *testing.T, fuente string, l *llaves.Llavero, ahora *atomic.Int64) almacen.Opciones {
	mesa, err := api.NuevaMesa()
	require.NoError(t, err)
	return almacen.Opciones{Fuente: fuente, Llaves: l, Mesa: mesa, Ahora: func() fecha.Instante { return fecha.Instante(ahora.Load()) }}
}

// tablas are what two stores that say the same must have alike, in order; the
// salts, what is made of them and what is encrypted differ always, and a sheet
// of counters that came to nothing may be there or not.
var tablas = []string{
	"SELECT id, coleccion, folio, version, estado, categoria, unidad, ooad, responsable, creado, actualizado, vence, aviso, alarma, restringida, excluidos, unica, i1, i2, i3, i4, i5, i6, i7, i8, doc FROM expedientes ORDER BY id",
	"SELECT id, dia, acto, borrado, carga FROM eventos ORDER BY id",
	"SELECT * FROM partes ORDER BY expediente, rol, organo",
	"SELECT * FROM folios ORDER BY serie, anio, ooad",
	"SELECT expediente, clase FROM identidades ORDER BY expediente, clase",
	"SELECT valor, clave, expediente FROM identidad_claves ORDER BY expediente, clave, valor",
	"SELECT * FROM enlaces ORDER BY expediente, secreto",
	"SELECT * FROM cuentas WHERE length(casillas) > 2 ORDER BY serie, familia, nivel, periodo, ooad",
	"SELECT * FROM ejercicios ORDER BY funcion, unidad, dia",
	"SELECT * FROM ejercicios_mes ORDER BY funcion, unidad, mes",
	"SELECT * FROM marcas ORDER BY clase, id",
	"SELECT * FROM firmas ORDER BY semana, ooad, valor, expediente",
	"SELECT dia, eventos FROM sellos ORDER BY dia",
	"SELECT * FROM ajustes ORDER BY nombre",
}

// referencia is what stands in a document for personal data, drawn each time.
var referencia = regexp.MustCompile(`"identidad":"[A-Z2-7]{26}"`)

func volcar(t *testing.T, fuente, q string) string {
	driver := "sqlite"
	if strings.HasPrefix(fuente, "postgres") {
		driver = "pgx"
	}
	db := sqlx.MustOpen(driver, fuente)
	defer db.Close()
	rows, err := db.Queryx(q)
	require.NoError(t, err)
	defer rows.Close()
	var b strings.Builder
	for rows.Next() {
		vs, err := rows.SliceScan()
		require.NoError(t, err)
		fmt.Fprintf(&b, "%s\n", vs)
	}
	require.NoError(t, rows.Err())
	return referencia.ReplaceAllString(b.String(), `"identidad":"REF"`)
}

func sinHallazgos(t *testing.T, a *almacen.Almacen) {
	t.Helper()
	hs, err := a.Verificar(context.Background(), nil)
	require.NoError(t, err)
	assert.Empty(t, hs)
}

// What is stamped from a mould is, byte by byte, what the acts write when each
// record lives its own life.
func TestLoGeneradoEsLoQueEscribenLosActos(t *testing.T) {
	const dias = 30
	enCadaMotor(t, func(t *testing.T, actos, copias string) {
		l, ahora, ctx := llaves.Efimero(), new(atomic.Int64), context.Background()
		hoy := fecha.MustParse("2026-03-02")
		ahora.Store(int64(hoy.Inicio().Sumar(time.Minute)))
		r := &repartidas{total: 300, dias: dias, semilla: 3, ahora: fecha.Instante(ahora.Load()), tipos: ejemplo.Variado()}
		jornadas := make([]almacen.Jornada, dias)
		for i := range jornadas {
			jornadas[i] = r.jornada(i)
			j := &jornadas[i]
			j.Vidas = j.Vidas[:5]
			for k := range j.De { // several of each
				j.De[k] %= 5
			}
			otra := j.Copia
			j.Copia = func(k int) almacen.Copia {
				c := otra(k)
				c.Tras = 0
				return c
			}
		}
		require.NoError(t, almacen.Poblar(ctx, opciones(t, copias, l, ahora), almacen.Poblacion{
			Coleccion: siade.Coleccion, Plan: func(vacio bool, _ fecha.Instante) (int, func(int) almacen.Jornada) {
				assert.True(t, vacio)
				return dias, func(i int) almacen.Jornada { return jornadas[i] }
			},
		}))

		ahora.Store(int64(hoy.Sumar(-dias).Inicio()))
		a, err := almacen.Abrir(ctx, opciones(t, actos, l, ahora))
		require.NoError(t, err)
		vivir(t, a, jornadas, ahora, hoy)
		ahora.Store(int64(hoy.Inicio().Sumar(time.Minute)))
		require.NoError(t, a.Cerrar())

		// Opening both once more seals what is to be sealed and adds up the counters.
		for _, fuente := range []string{actos, copias} {
			ahora.Store(int64(hoy.Inicio().Sumar(time.Hour)))
			a, err := almacen.Abrir(ctx, opciones(t, fuente, l, ahora))
			require.NoError(t, err)
			require.NoError(t, a.Sellar(ctx))
			_, err = a.Sumar(ctx, almacen.ConsultaCuentas{Coleccion: siade.Coleccion, Familia: "tipo,estado", Desde: hoy, Hasta: hoy})
			require.NoError(t, err)
			sinHallazgos(t, a)
			require.NoError(t, a.Cerrar())
		}
		for _, q := range tablas {
			assert.Equal(t, volcar(t, actos, q), volcar(t, copias, q), q)
		}
	})
}

// vivir plays every record of some days through the store, each at its hour,
// and the clock every morning.
func vivir(t *testing.T, a *almacen.Almacen, jornadas []almacen.Jornada, ahora *atomic.Int64, hoy fecha.Fecha) {
	type paso struct {
		almacen.Paso
		quien int
	}
	ctx := context.Background()
	var pasos []paso
	n := 0
	for i := range jornadas {
		j := &jornadas[i]
		for k, de := range j.De {
			for q, p := range j.Vidas[de] {
				if q == 0 {
					c, e := j.Copia(k), p.Entrada.(siade.Registro)
					copia := c.Entrada.(*siade.Registro)
					e.Peticionario, e.Relato = copia.Peticionario, c.Texto
					p.Entrada = e
				}
				pasos = append(pasos, paso{p, n})
			}
			n++
		}
	}
	slices.SortStableFunc(pasos, func(x, y paso) int { return int(x.En - y.En) })
	folios, rotos := map[int]string{}, map[int]bool{}
	for d := hoy.Sumar(-len(jornadas)); d.Before(hoy); d = d.Siguiente() {
		ahora.Store(int64(d.Inicio().Sumar(5 * time.Minute)))
		_, err := a.Despertar(ctx)
		require.NoError(t, err)
		for len(pasos) > 0 && pasos[0].En.Dia() == d {
			p := pasos[0]
			pasos = pasos[1:]
			if rotos[p.quien] {
				continue
			}
			ahora.Store(int64(p.En))
			r, err := a.Realizar(ctx, almacen.Orden{Peticion: tramite.Peticion{Coleccion: siade.Coleccion, Folio: folios[p.quien], Acto: p.Acto, Entrada: p.Entrada}, Actor: p.Actor})
			if rotos[p.quien] = err != nil; err == nil {
				folios[p.quien] = r.Folio
			}
			require.NotEmpty(t, folios[p.quien])
		}
	}
}

func TestGenerarSobreLoQueYaHay(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, fuente, _ string) {
		ctx, l, ahora := context.Background(), llaves.Efimero(), new(atomic.Int64)
		ahora.Store(time.Now().UnixMicro())
		o := opciones(t, fuente, l, ahora)
		for i, n := range []int{700, 4400, 300} {
			g := generar{Peticiones: n, Dias: 60, Semilla: uint64(i), Variado: i == 1}
			require.NoError(t, almacen.Poblar(ctx, o, almacen.Poblacion{Coleccion: siade.Coleccion, Hilos: 3, Plan: g.plan}))
			a, err := almacen.Abrir(ctx, o)
			require.NoError(t, err)
			sinHallazgos(t, a)
			// And the acts go on after it.
			c := ejemplo.Generar(rand.New(rand.NewPCG(1, uint64(i))), ejemplo.Publicado(), fecha.De(time.Now()).Dia())
			_, err = a.Realizar(ctx, almacen.Orden{Peticion: tramite.Peticion{Coleccion: siade.Coleccion, Entrada: c.Registro}, Actor: c.Actor})
			require.NoError(t, err)
			sinHallazgos(t, a)
			require.NoError(t, a.Cerrar())
		}
		assert.Equal(t, "[5403]\n", strings.ReplaceAll(volcar(t, fuente, "SELECT count(*) FROM expedientes"), "%!s(int64=5403)", "5403"))
	})
}

func TestLoInterrumpidoNoDejaNada(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, fuente, _ string) {
		l, ahora := llaves.Efimero(), new(atomic.Int64)
		ahora.Store(time.Now().UnixMicro())
		o := opciones(t, fuente, l, ahora)
		g := generar{Peticiones: 9000, Dias: 30}
		ctx, basta := context.WithCancel(context.Background())
		err := almacen.Poblar(ctx, o, almacen.Poblacion{Coleccion: siade.Coleccion, Plan: g.plan, Progreso: func(n int) {
			if n > 4000 {
				basta()
			}
		}})
		require.ErrorIs(t, err, context.Canceled)
		a, err := almacen.Abrir(context.Background(), o)
		require.NoError(t, err)
		vacio, err := estaVacio(context.Background(), a)
		require.NoError(t, err)
		assert.True(t, vacio)
		sinHallazgos(t, a)
		require.NoError(t, a.Cerrar())
		if !strings.HasPrefix(fuente, "postgres") {
			quedan, err := os.ReadDir(filepath.Dir(fuente))
			require.NoError(t, err)
			for _, q := range quedan {
				assert.NotContains(t, q.Name(), "parcial")
			}
		}
		require.NoError(t, almacen.Poblar(context.Background(), o, almacen.Poblacion{Coleccion: siade.Coleccion, Plan: g.plan}))
	})
}

func TestNoSeGeneraSobreUnAlmacenAbiertoPorOtro(t *testing.T) {
	l, ahora := llaves.Efimero(), new(atomic.Int64)
	ahora.Store(time.Now().UnixMicro())
	o := opciones(t, filepath.Join(t.TempDir(), "a.db"), l, ahora)
	otro, err := almacen.Abrir(context.Background(), o)
	require.NoError(t, err)
	defer otro.Cerrar()
	g := generar{Peticiones: 50, Dias: 3}
	require.ErrorContains(t, almacen.Poblar(context.Background(), o, almacen.Poblacion{Coleccion: siade.Coleccion, Plan: g.plan}), "open")
}
