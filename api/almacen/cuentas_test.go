package almacen_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// cuenta asks for sums over a span, or fails the test.
func (b *banco) cuenta(q almacen.ConsultaCuentas, desde, hasta string) []almacen.FilaCuentas {
	b.t.Helper()
	q.Coleccion, q.Desde, q.Hasta = "casos", fecha.MustParse(desde), fecha.MustParse(hasta)
	if q.Familia == "" {
		q.Familia = "tipo-estado"
	}
	fs, err := b.Sumar(ctx, q)
	require.NoError(b.t, err)
	return fs
}

func fila(ooad doe.OOAD, v1, v2 string, m ...int) almacen.FilaCuentas {
	f := almacen.FilaCuentas{OOAD: ooad, V1: v1, V2: v2}
	copy(f.M[:], m)
	return f
}

func TestLasCuentasSiguenALosActos(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.crear(Alta{Tipo: "queja"})
		b.crear(Alta{OOAD: "15", Respuesta: "Se orientó"})
		b.dia("2026-03-03")
		r := b.crear(Alta{Tipo: "queja"})
		b.dia("2026-04-01")
		b.hacer(r.Folio, "anotar", Texto{"n"})
		b.hacer(r.Folio, "clasificar", Texto{"orientacion"})
		b.hacer(r.Folio, "cerrar", tramite.Vacia{})

		assert.Equal(t, []almacen.FilaCuentas{
			fila("14", "orientacion", "cerrado", 1, 1, 1), fila("14", "queja", "registrado", 1, 0, 0), fila("15", "orientacion", "cerrado", 1, 1, 0),
		}, b.cuenta(almacen.ConsultaCuentas{PorOOAD: true, PorV1: true, PorV2: true}, "2026-01-01", "2026-12-31"))
		assert.Equal(t, []almacen.FilaCuentas{fila("", "", "", 1, 1, 1)}, b.cuenta(almacen.ConsultaCuentas{}, "2026-03-03", "2026-12-31"),
			"an act of April counts on the day of the registration")
		assert.Equal(t, []almacen.FilaCuentas{fila("", "", "", 2, 1, 0)}, b.cuenta(almacen.ConsultaCuentas{}, "2026-03-01", "2026-03-02"))
		assert.Equal(t, []almacen.FilaCuentas{fila("", "", "", 2, 1, 1)}, b.cuenta(almacen.ConsultaCuentas{OOAD: []doe.OOAD{"14"}}, "2026-03-01", "2026-03-31"))
		assert.Equal(t, []almacen.FilaCuentas{fila("", "", "", 1, 0, 0)}, b.cuenta(almacen.ConsultaCuentas{V1: []string{"queja"}, V2: []string{"registrado", "otro"}}, "2026-03-01", "2026-03-31"))
		assert.Empty(t, b.cuenta(almacen.ConsultaCuentas{}, "2027-01-01", "2027-12-31"))
		assert.Empty(t, b.cuenta(almacen.ConsultaCuentas{}, "2026-12-31", "2026-01-01"), "an empty span")
		assert.Equal(t, []almacen.FilaCuentas{fila("", "", "", 1)}, b.cuenta(almacen.ConsultaCuentas{Familia: "vence"}, "2026-01-01", "2026-12-31"), "closed ones are due no more")
		limpio(t, b)
	})
}

func TestLasCuentasSeParten(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		for _, dia := range []string{"2026-03-02", "2026-03-03", "2026-03-08", "2026-03-09", "2026-05-01"} {
			b.dia(dia)
			b.crear(Alta{})
		}
		partes := func(tiempo, desde, hasta string) map[string]int {
			out := map[string]int{}
			for _, f := range b.cuenta(almacen.ConsultaCuentas{Tiempo: tiempo}, desde, hasta) {
				out[f.Desde.String()] = f.M[0]
			}
			return out
		}
		assert.Equal(t, map[string]int{"2026-03-02": 1, "2026-03-03": 1, "2026-03-08": 1, "2026-03-09": 1, "2026-05-01": 1}, partes("dia", "2026-03-01", "2026-05-31"))
		assert.Equal(t, map[string]int{"2026-03-02": 3, "2026-03-09": 1, "2026-04-27": 1}, partes("semana", "2026-03-01", "2026-05-31"), "weeks begin on Monday")
		assert.Equal(t, map[string]int{"2026-03-01": 4, "2026-05-01": 1}, partes("mes", "2026-03-01", "2026-05-31"))
		assert.Equal(t, map[string]int{"2026-03-01": 2}, partes("mes", "2026-03-03", "2026-03-08"))
		notas := b.cuenta(almacen.ConsultaCuentas{Familia: "notas", PorCubeta: true}, "2026-03-01", "2026-05-31")
		require.Len(t, notas, 1)
		assert.Equal(t, 0, notas[0].Cubeta)
		assert.Equal(t, 5, notas[0].M[0])
		assert.Equal(t, 4, b.cuenta(almacen.ConsultaCuentas{Familia: "larga/mes"}, "2026-03-01", "2026-03-31")[0].M[0])
		for _, q := range []almacen.ConsultaCuentas{
			{Desde: fecha.MustParse("2026-03-02"), Hasta: fecha.MustParse("2026-03-31")},
			{Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31"), Tiempo: "dia"},
		} {
			q.Coleccion, q.Familia = "casos", "larga/mes"
			_, err := b.Sumar(ctx, q)
			require.Error(t, err)
			assert.Contains(t, err.Error(), "combinacion-no-disponible")
		}
	})
}

// Whatever the span, the sums over years, months and days are those of adding
// day by day.
func TestCualquierLapsoSumaLoQueSusDias(t *testing.T) {
	b := abrirBanco(t, t.TempDir()+"/operacion.db")
	primero := fecha.MustParse("2023-11-20")
	porDia := map[fecha.Fecha]int{}
	for i := range 400 {
		d := primero.Sumar(rand.IntN(900))
		b.dia(d.String())
		b.crear(Alta{OOAD: fmt.Sprintf("%02d", 1+i%3)})
		porDia[d]++
	}
	for range 300 {
		desde := primero.Sumar(rand.IntN(900))
		hasta := desde.Sumar(rand.IntN(900))
		debe := 0
		for d, n := range porDia {
			if !d.Before(desde) && !d.After(hasta) {
				debe += n
			}
		}
		for _, tiempo := range []string{"", "mes", "dia", "semana"} {
			suma := 0
			for _, f := range b.cuenta(almacen.ConsultaCuentas{Tiempo: tiempo, PorOOAD: true}, desde.String(), hasta.String()) {
				suma += f.M[0]
			}
			require.Equal(t, debe, suma, "%s a %s por %q", desde, hasta, tiempo)
		}
	}
	limpio(t, b)
}

func TestLasFuncionesEjercidasSeCuentan(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		b.dia("2026-03-09")
		b.hacer(r.Folio, "anotar", Texto{"x"})
		b.hacer(r.Folio, "anotar", Texto{"y"})
		es, err := b.Ejercicios(ctx, almacen.ConsultaEjercicios{})
		require.NoError(t, err)
		vistos := map[doe.ClaveFuncion]almacen.Ejercicio{}
		for _, e := range es {
			vistos[e.Funcion] = e
		}
		for _, f := range doe.Vigente().Otorga(doe.CAOOD, deAtencion).Lista() {
			assert.GreaterOrEqual(t, vistos[f].Veces, 2, f)
			assert.Equal(t, "2026-03-09", vistos[f].Ultima.String(), f)
			assert.Equal(t, doe.CAOOD, vistos[f].Unidad)
		}
	})
}

func TestReconstruirDaLasMismasCuentas(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		poblado(b)
		q := almacen.ConsultaCuentas{PorOOAD: true, PorV1: true, PorV2: true, Tiempo: "dia"}
		antes := b.cuenta(q, "2026-01-01", "2026-12-31")
		require.NotEmpty(t, antes)
		b.alterar("DELETE FROM cuentas")
		meses, err := b.Ejercicios(ctx, almacen.ConsultaEjercicios{})
		require.NoError(t, err)
		require.NotEmpty(t, meses)
		b.alterar("DELETE FROM ejercicios")
		b.alterar("DELETE FROM ejercicios_mes")
		assert.Empty(t, b.cuenta(q, "2026-01-01", "2026-12-31"))
		require.NoError(t, b.Reconstruir(ctx, nil))
		assert.Equal(t, antes, b.cuenta(q, "2026-01-01", "2026-12-31"))
		otra, err := b.Ejercicios(ctx, almacen.ConsultaEjercicios{})
		require.NoError(t, err)
		assert.Equal(t, meses, otra)
		limpio(t, b)
	})
}

func TestLosEjerciciosDeCualquierTramoSonLosDeSusDias(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		dias := []string{"2026-03-09", "2026-03-31", "2026-04-01", "2026-04-30", "2026-05-15", "2026-07-31", "2027-01-01"}
		for _, d := range dias {
			b.dia(d)
			b.hacer(r.Folio, "anotar", Texto{"x"})
		}
		f := doe.Vigente().Otorga(doe.CAOOD, deAtencion).At(0)
		for _, desde := range append([]string{"", "2026-03-01", "2026-04-02", "2026-04-15"}, dias...) {
			for _, hasta := range append([]string{"", "2026-04-29", "2026-05-31", "2026-12-31"}, dias...) {
				q := almacen.ConsultaEjercicios{}
				debe, ultima := 0, ""
				for _, d := range dias {
					if d >= desde && (hasta == "" || d <= hasta) {
						debe, ultima = debe+1, d
					}
				}
				if desde == "" || desde <= "2026-03-02" { // the day of its creation
					debe = debe + 1
					if ultima == "" {
						ultima = "2026-03-02"
					}
				}
				if desde != "" {
					q.Desde = fecha.MustParse(desde)
				}
				if hasta != "" {
					q.Hasta = fecha.MustParse(hasta)
				}
				es, err := b.Ejercicios(ctx, q)
				require.NoError(t, err)
				suma, hay := 0, fecha.Fecha{}
				for _, e := range es {
					if e.Funcion != f {
						continue
					}
					suma += e.Veces
					require.Equal(t, 1, e.Mes.Dia())
					require.Equal(t, e.Mes.Mes(), e.Ultima.Mes())
					if e.Ultima.After(hay) {
						hay = e.Ultima
					}
				}
				require.Equal(t, debe, suma, "%s a %s", desde, hasta)
				if debe > 0 {
					require.Equal(t, ultima, hay.String(), "%s a %s", desde, hasta)
				}
			}
		}
		limpio(t, b)
	})
}

// What an event adds by itself is counted with it, for each body alone, and
// found again by rebuilding.
func TestLoQueCadaQuienHizoSeCuenta(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		b.crear(Alta{OOAD: "15", Respuesta: "Se orientó"})
		b.dia("2026-03-09")
		b.hacer(r.Folio, "anotar", Texto{"x"})
		cuantos := func(q almacen.ConsultaCuentas) map[string]int {
			out := map[string]int{}
			q.Familia, q.PorOOAD, q.PorV2 = "persona/ooad", true, true
			for _, f := range b.cuenta(q, "2026-01-01", "2026-12-31") {
				out[string(f.OOAD)+" "+f.V2] = f.M[tramite.MaxMedidas-1]
			}
			return out
		}
		debe := map[string]int{"14 registrar": 1, "14 anotar": 1, "15 registrar": 1, "15 clasificar": 1, "15 responder": 1, "15 cerrar": 1}
		assert.Equal(t, debe, cuantos(almacen.ConsultaCuentas{}))
		assert.Equal(t, map[string]int{"14 registrar": 1, "14 anotar": 1}, cuantos(almacen.ConsultaCuentas{OOAD: []doe.OOAD{"14"}}))
		todos := b.cuenta(almacen.ConsultaCuentas{Familia: "persona/ooad"}, "2026-03-01", "2026-03-31")
		require.Len(t, todos, 1)
		assert.Equal(t, 6, todos[0].M[tramite.MaxMedidas-1], "with no row for all bodies, those of each are summed")
		limpio(t, b)
		require.NoError(t, b.Reconstruir(ctx, nil))
		assert.Equal(t, debe, cuantos(almacen.ConsultaCuentas{}))
		limpio(t, b)
		var n int
		require.NoError(t, b.bd().Get(&n, "SELECT count(*) FROM cuentas WHERE familia = 'persona/ooad' AND ooad = '*'"))
		assert.Zero(t, n)
	})
}
