package almacen_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// consultasDeCorte are questions of every shape.
func consultasDeCorte() []almacen.ConsultaCuentas {
	var out []almacen.ConsultaCuentas
	for _, familia := range []string{"tipo-estado", "notas", "vence", "persona/ooad"} {
		for _, tiempo := range []string{"", "dia", "semana", "mes"} {
			for _, ooad := range [][]doe.OOAD{nil, {"14"}, {"15", "01"}} {
				for _, lapso := range [][2]string{{"2025-11-05", "2026-12-31"}, {"2026-03-02", "2026-03-02"}, {"2026-03-03", "2026-03-20"}, {"2027-01-01", "2027-12-31"}} {
					out = append(out, almacen.ConsultaCuentas{
						Coleccion: "casos", Familia: familia, Tiempo: tiempo, OOAD: ooad, Desde: fecha.MustParse(lapso[0]), Hasta: fecha.MustParse(lapso[1]),
						PorOOAD: len(out)%2 == 0, PorV1: len(out)%3 == 0, PorV2: len(out)%5 == 0, PorCubeta: len(out)%7 == 0,
					})
				}
			}
		}
	}
	return append(out, almacen.ConsultaCuentas{Coleccion: "casos", Familia: "larga/mes", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31"), PorV1: true})
}

// A cut tells what there was, counted or still to be added to the counters,
// whatever is written and folded afterwards.
func TestUnCorteDiceLoQueHabia(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		folios := poblado(b)
		_ = b.cuenta(almacen.ConsultaCuentas{}, "2026-01-01", "2026-12-31") // folds
		b.crear(Alta{OOAD: "15", Respuesta: "Se orientó"})
		b.hacer(folios[1], "anotar", Texto{"pendiente"})
		b.ahora.Add(1)
		debe := fecha.Instante(b.ahora.Load())
		c, err := b.Cortar(ctx)
		require.NoError(t, err)
		defer c.Cerrar()
		assert.Equal(t, debe, c.En())

		sumar := func(f func(context.Context, almacen.ConsultaCuentas) ([]almacen.FilaCuentas, error)) [][]almacen.FilaCuentas {
			qs := consultasDeCorte()
			out := make([][]almacen.FilaCuentas, len(qs))
			var todas sync.WaitGroup
			for i, q := range qs {
				todas.Go(func() {
					fs, err := f(ctx, q)
					assert.NoError(t, err)
					out[i] = fs
				})
			}
			todas.Wait()
			return out
		}
		antes := sumar(c.Sumar)
		assert.Equal(t, sumar(b.Sumar), antes, "with movements to add, and after adding them")
		b.dia("2026-03-09")
		b.crear(Alta{OOAD: "01", Tipo: "queja"})
		b.hacer(folios[1], "cerrar", nil)
		ahora := sumar(b.Sumar)
		assert.NotEqual(t, antes, ahora)
		assert.Equal(t, antes, sumar(c.Sumar), "the cut has not moved")
		otro, err := b.Cortar(ctx)
		require.NoError(t, err)
		defer otro.Cerrar()
		assert.Equal(t, ahora, sumar(otro.Sumar))
		pasado, err := b.CortarAl(ctx, "casos", debe)
		require.NoError(t, err)
		defer pasado.Cerrar()
		assert.Equal(t, antes, sumar(pasado.Sumar), "played again up to the instant")
		assert.Equal(t, debe, pasado.En())
		_, err = b.CortarAl(ctx, "nada", debe)
		require.Error(t, err)
		_, err = c.Sumar(ctx, almacen.ConsultaCuentas{Coleccion: "nada"})
		require.Error(t, err)
	})
}
