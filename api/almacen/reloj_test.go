package almacen_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

func TestElRelojHaceLoQueDebeUnaVez(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{}) // due on 2026-03-16
		cerrado := b.crear(Alta{Respuesta: "x"})
		b.dia("2026-03-16")
		n, err := b.Despertar(ctx)
		require.NoError(t, err)
		assert.Zero(t, n, "on its due day it is not late")
		b.dia("2026-03-17")
		as, err := b.Alarmas(ctx, fecha.MustParse("2026-03-17"), 10)
		require.NoError(t, err)
		assert.Equal(t, []almacen.Alarma{{Coleccion: "casos", Folio: r.Folio, Dia: fecha.MustParse("2026-03-17")}}, as)
		n, err = b.Despertar(ctx)
		require.NoError(t, err)
		assert.Equal(t, 1, n)
		assert.Equal(t, []string{"vencido"}, b.caso(r.Folio).Notas)
		assert.Equal(t, 4, b.caso(cerrado.Folio).Version)
		n, err = b.Despertar(ctx)
		require.NoError(t, err)
		assert.Zero(t, n, "not twice")
		limpio(t, b)
	})
}

func TestLoQueElRelojNoPudoSeIntentaAlDiaSiguiente(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{Relato: "terco"}) // refuses the act of the clock
		b.dia("2026-03-20")
		n, err := b.Despertar(ctx)
		require.NoError(t, err)
		assert.Zero(t, n)
		as, err := b.Alarmas(ctx, fecha.MustParse("2026-03-20"), 10)
		require.NoError(t, err)
		assert.Empty(t, as)
		b.hacer(r.Folio, "corregir", Texto{"dócil"})
		b.dia("2026-03-21")
		n, err = b.Despertar(ctx)
		require.NoError(t, err)
		assert.Equal(t, 1, n)
	})
}

func TestUnaSuspensionMueveLosVencimientosYDejaConstancia(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		var folios []string
		for i := range 40 {
			folios = append(folios, b.crear(Alta{Relato: fmt.Sprint(i)}).Folio)
		}
		quieto := b.crear(Alta{Respuesta: "ya"})
		b.dia("2026-03-20")
		despues := b.crear(Alta{Relato: "después"})
		s, err := plazo.NuevaSuspension(plazo.Suspension{
			Clave: "prueba-2026-03-10", Instrumento: "Acuerdo de prueba", Calendarios: []plazo.NombreCalendario{plazo.LFPA},
			Desde: fecha.MustParse("2026-03-10"), Hasta: fecha.MustParse("2026-03-11"),
		})
		require.NoError(t, err)
		n, err := b.Ajustar(ctx, b.Calendarios().Con(s), "prueba-2026-03-10")
		require.NoError(t, err)
		assert.Equal(t, 40, n)
		for _, f := range folios {
			x, err := b.Leer(ctx, "casos", f)
			require.NoError(t, err)
			assert.Equal(t, "2026-03-18", x.Vence.String(), "two days later than 2026-03-16")
			assert.Equal(t, 2, x.Version)
		}
		assert.Equal(t, "2026-03-16", b.caso(folios[0]).Relojes[0].Comunicados[0].String(), "the date once told stays")
		h, err := b.Historial(ctx, "casos", folios[0], "", 0)
		require.NoError(t, err)
		assert.Contains(t, string(h.Elementos[1].Carga), `"entrada":{"suspension":"prueba-2026-03-10","antes":"2026-03-16","ahora":"2026-03-18"}`)
		assert.Equal(t, 4, b.caso(quieto.Folio).Version)
		assert.Equal(t, 1, b.caso(despues.Folio).Version)
		n, err = b.Ajustar(ctx, b.Calendarios(), "prueba-2026-03-10")
		require.NoError(t, err)
		assert.Zero(t, n, "nothing moves twice")
		assert.Len(t, b.listar(almacen.Filtro{Vista: todos, VenceAntes: fecha.MustParse("2026-03-18")}), 0)
		limpio(t, b)
	})
}
