package almacen_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// consultasDeCorte are questions of every shape.
func consultasDeCorte() []almacen.ConsultaCuentas {
	var out []almacen.ConsultaCuentas
	for _, familia := range []string{"tipo-estado", "notas", "vence"} {
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

func TestLasCuentasSeVuelvenAHacerComoEstaban(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		preguntas := consultasDeCorte()
		todas := func() (out [][]almacen.FilaCuentas) {
			for _, q := range preguntas {
				fs, err := b.Sumar(ctx, q)
				require.NoError(t, err)
				out = append(out, fs)
			}
			return out
		}
		al := func(i fecha.Instante, desde string) (out [][]almacen.FilaCuentas) {
			c, err := b.CuentasAl(ctx, "casos", i, fecha.MustParse(desde))
			require.NoError(t, err)
			for _, q := range preguntas {
				fs, err := c.Sumar(ctx, q)
				require.NoError(t, err)
				out = append(out, fs)
			}
			return out
		}
		b.crear(Alta{Tipo: "queja"})
		b.crear(Alta{OOAD: "15", Respuesta: "Se orientó"})
		b.dia("2026-03-03")
		r := b.crear(Alta{Tipo: "queja"})
		b.hacer(r.Folio, "anotar", Texto{"n"})
		corte, entonces := fecha.Instante(b.ahora.Load()), todas()
		require.Equal(t, entonces, al(corte, "2026-01-01"), "nothing moved")

		b.dia("2026-04-01")
		b.crear(Alta{Tipo: "queja"})
		b.hacer(r.Folio, "clasificar", Texto{"orientacion"})
		b.hacer(r.Folio, "cerrar", tramite.Vacia{})
		require.NotEqual(t, entonces, todas())
		_, err := b.CuentasAl(ctx, "nada", corte, fecha.MustParse("2026-01-01"))
		require.Error(t, err)
		assert.Equal(t, entonces, al(corte, "2026-01-01"), "what came later does not show")
		assert.Equal(t, todas(), al(fecha.Instante(b.ahora.Load()), "2026-01-01"))

		c, err := b.CuentasAl(ctx, "casos", fecha.Instante(b.ahora.Load()), fecha.MustParse("2026-05-01"))
		require.NoError(t, err)
		assert.Equal(t, 3, c.Leidos(), "what had ended before the first day is not read")
	})
}
