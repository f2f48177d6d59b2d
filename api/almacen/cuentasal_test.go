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

func TestLasCuentasSeVuelvenAHacerComoEstaban(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		preguntas := []almacen.ConsultaCuentas{
			{PorOOAD: true, PorV1: true, PorV2: true}, {Tiempo: "dia"}, {Tiempo: "mes", PorOOAD: true}, {OOAD: []doe.OOAD{"14"}},
			{V1: []string{"queja"}}, {Familia: "notas", PorCubeta: true}, {Familia: "larga/mes", PorV1: true}, {Familia: "vence"},
		}
		todas := func() (out [][]almacen.FilaCuentas) {
			for _, q := range preguntas {
				out = append(out, b.cuenta(q, "2026-03-01", "2026-05-31"))
			}
			return out
		}
		al := func(i fecha.Instante, desde string) (out [][]almacen.FilaCuentas) {
			c, err := b.CuentasAl(ctx, "casos", i, fecha.MustParse(desde))
			require.NoError(t, err)
			for _, q := range preguntas {
				q.Coleccion, q.Desde, q.Hasta = "casos", fecha.MustParse("2026-03-01"), fecha.MustParse("2026-05-31")
				if q.Familia == "" {
					q.Familia = "tipo-estado"
				}
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
		assert.Equal(t, entonces, al(corte, "2026-01-01"), "what came later does not show")
		assert.Equal(t, todas(), al(fecha.Instante(b.ahora.Load()), "2026-01-01"))

		c, err := b.CuentasAl(ctx, "casos", fecha.Instante(b.ahora.Load()), fecha.MustParse("2026-05-01"))
		require.NoError(t, err)
		assert.Equal(t, 3, c.Leidos(), "what had ended before the first day is not read")
	})
}
