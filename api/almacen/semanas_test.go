package almacen_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var serieCasos = almacen.SerieSemanal{
	Nombre: "casos", Coleccion: "casos", Indices: []string{"tipo"}, Sin: map[string]string{"tipo": "elogio"}, SinEstado: cerrado,
	Actos: []string{"clasificar", "cerrar"}, Semanas: 20,
}

// semanas counts and gives "week ooad type" → n.
func (b *banco) semanas() map[string]int {
	b.t.Helper()
	c, err := b.ContarSemanas(ctx, serieCasos, time.Minute)
	require.NoError(b.t, err)
	out := map[string]int{}
	if c.Lunes.IsZero() {
		return out
	}
	require.NoError(b.t, b.Semanas(ctx, serieCasos, fecha.MustParse("2020-01-06"), c.Lunes, func(x almacen.ConteoSemanal) {
		out[x.Lunes.String()+" "+string(x.OOAD)+" "+x.Valores[0]] += x.N
	}))
	return out
}

func TestLasSemanasSeCuentanCuandoTerminanYCuandoAlgoLasMueve(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		assert.Empty(t, b.semanas(), "an empty store")
		b.dia("2026-03-04")
		uno := b.crear(Alta{Tipo: "queja"})
		b.crear(Alta{Tipo: "queja"})
		b.crear(Alta{Tipo: "elogio"})
		b.crear(Alta{OOAD: "15"})
		b.dia("2026-03-08")
		b.crear(Alta{Tipo: "queja"})
		assert.Empty(t, b.semanas(), "the week has not ended")
		b.dia("2026-03-09")
		assert.Equal(t, map[string]int{"2026-03-02 14 queja": 3, "2026-03-02 15 ": 1}, b.semanas())
		b.hacer(uno.Folio, "clasificar", Texto{"orientacion"})
		assert.Equal(t, 3, b.semanas()["2026-03-02 14 queja"], "what moved today is seen tomorrow")
		b.dia("2026-03-10")
		assert.Equal(t, map[string]int{"2026-03-02 14 queja": 2, "2026-03-02 14 orientacion": 1, "2026-03-02 15 ": 1}, b.semanas())
		b.hacer(uno.Folio, "responder", Texto{"Se orientó"})
		b.hacer(uno.Folio, "cerrar", tramite.Vacia{})
		b.dia("2026-03-25")
		assert.Equal(t, map[string]int{"2026-03-02 14 queja": 2, "2026-03-02 15 ": 1}, b.semanas(), "the state left out")
		require.NoError(t, b.Reconstruir(ctx, nil))
		assert.Equal(t, map[string]int{"2026-03-02 14 queja": 2, "2026-03-02 15 ": 1}, b.semanas(), "made anew")
	})
}

func TestUnaSerieLargaSeCuentaPorPartes(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		for _, d := range []string{"2026-01-06", "2026-02-11", "2026-03-02"} {
			b.dia(d)
			b.crear(Alta{Tipo: "queja"})
		}
		b.dia("2026-04-01")
		veces := 0
		for {
			_, err := b.ContarSemanas(ctx, serieCasos, 0)
			if veces++; err == nil {
				break
			}
			require.True(t, falla.DeClase(err, falla.NoDisponible), "%v", err)
		}
		assert.Equal(t, 12, veces, "a week each time")
		assert.Len(t, b.semanas(), 3)
		antes, err := b.ContarSemanas(ctx, serieCasos, 0)
		require.NoError(t, err)
		despues, err := b.ContarSemanas(ctx, serieCasos, 0)
		require.NoError(t, err)
		assert.Equal(t, antes.Version, despues.Version, "nothing to count")
	})
}

// TestLasSemanasSonLasDeLosExpedientes does acts at random and compares the
// counts kept with those made anew.
func TestLasSemanasSonLasDeLosExpedientes(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		azar := rand.New(rand.NewPCG(4, 2))
		tipos := []string{"queja", "elogio", "orientacion", "gestion"}
		var folios []string
		for d := fecha.MustParse("2026-03-02"); d.Before(fecha.MustParse("2026-04-20")); d = d.Sumar(1 + azar.IntN(3)) {
			b.dia(d.String())
			for range azar.IntN(3) {
				folios = append(folios, b.crear(Alta{OOAD: []string{"14", "15"}[azar.IntN(2)], Tipo: tipos[azar.IntN(4)]}).Folio)
			}
			if len(folios) > 0 {
				b.hacer(folios[azar.IntN(len(folios))], "clasificar", Texto{tipos[azar.IntN(4)]})
			}
			b.semanas()
		}
		b.dia("2026-05-01")
		kept := b.semanas()
		require.NotEmpty(t, kept)
		require.NoError(t, b.Reconstruir(ctx, nil))
		assert.Equal(t, b.semanas(), kept)
	})
}
