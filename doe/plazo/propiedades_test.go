package plazo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

var calendarios = []plazo.NombreCalendario{plazo.LFPA, plazo.CFF, plazo.LFT}

func unDia(rt *rapid.T, nombre string) fecha.Fecha {
	return f("2015-01-01").Sumar(rapid.IntRange(0, 9000).Draw(rt, nombre))
}

func unTermino(rt *rapid.T) plazo.Termino {
	t := plazo.Termino{
		Clase:      rapid.SampledFrom([]plazo.Clase{plazo.Habiles, plazo.Naturales, plazo.Meses, plazo.Anios}).Draw(rt, "clase"),
		Calendario: rapid.SampledFrom(calendarios).Draw(rt, "calendario"),
		Cuenta:     rapid.IntRange(1, 9).Draw(rt, "cuenta"),
	}
	if t.Clase == plazo.Habiles || t.Clase == plazo.Naturales {
		t.Cuenta *= rapid.IntRange(1, 12).Draw(rt, "por")
	}
	return t
}

func unasPausas(rt *rapid.T, desde fecha.Fecha) []plazo.Pausa {
	return rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) plazo.Pausa {
		p := plazo.Pausa{Desde: desde.Sumar(rapid.IntRange(-5, 60).Draw(rt, "ini")), Motivo: "espera"}
		if !rapid.SampledFrom([]bool{false, false, false, false, true}).Draw(rt, "abierta") {
			p.Hasta = p.Desde.Sumar(rapid.IntRange(-2, 20).Draw(rt, "largo"))
		}
		return p
	}), 0, 4).Draw(rt, "pausas")
}

func unaSuspension(rt *rapid.T, desde fecha.Fecha) plazo.Suspension {
	ini := desde.Sumar(rapid.IntRange(-5, 90).Draw(rt, "suspende"))
	s := plazo.Suspension{Clave: "s", Instrumento: "s", Calendarios: calendarios,
		Desde: ini, Hasta: ini.Sumar(rapid.IntRange(0, 15).Draw(rt, "dias"))}
	if rapid.Bool().Draw(rt, "local") {
		s.Ambitos = []string{"ooad-14"}
	}
	return s
}

// The walk asks of each day alone, the fast way subtracts sums: they must
// agree, and the derivation must number the units of the term one by one.
func TestPropiedadContarYVenceCoinciden(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desde, te := unDia(rt, "desde"), unTermino(rt)
		c := plazo.Oficiales().Con(unaSuspension(rt, desde))
		o := plazo.Opciones{Pausas: unasPausas(rt, desde), Prorroga: rapid.IntRange(0, 1).Draw(rt, "prorroga"),
			Ambito: rapid.SampledFrom([]string{"", "ooad-14", "ooad-15"}).Draw(rt, "ambito")}
		if rapid.Bool().Draw(rt, "fijas") {
			o.Reglas = unDia(rt, "reglas")
		}
		k, err := c.Contar(te, desde, o)
		require.NoError(rt, err)
		v, corre := c.Vence(te, desde, o)
		require.Equal(rt, k.Vence, v)
		require.Equal(rt, !v.IsZero(), corre)
		n, ayer := 0, desde
		for _, p := range k.Derivacion {
			require.True(rt, p.Fecha.After(ayer), "in order")
			ayer = p.Fecha
			if p.Cuenta > 0 {
				n++
				require.Equal(rt, n, p.Cuenta)
			}
			require.NotEmpty(rt, p.Motivo)
		}
		if corre {
			require.Equal(rt, te.Cuenta+o.Prorroga, n)
			require.Equal(rt, v, k.Derivacion[len(k.Derivacion)-1].Fecha)
			require.True(rt, v.After(desde))
		}
	})
}

func TestPropiedadMasDiasNuncaVencenAntes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desde, te := unDia(rt, "desde"), unTermino(rt)
		c, o := plazo.Oficiales(), plazo.Opciones{Prorroga: 1}
		corto, _ := c.Vence(te, desde, plazo.Opciones{})
		largo, _ := c.Vence(te, desde, o)
		tarde, _ := c.Vence(te, desde.Siguiente(), plazo.Opciones{})
		assert.False(rt, largo.Before(corto))
		assert.False(rt, tarde.Before(corto))
		if te.Clase == plazo.Habiles {
			assert.True(rt, largo.After(corto))
		}
	})
}

func TestPropiedadUnaSuspensionNuncaAdelanta(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desde, te := unDia(rt, "desde"), unTermino(rt)
		o := plazo.Opciones{Ambito: "ooad-14"}
		c := plazo.Oficiales().Con(unaSuspension(rt, desde))
		antes, _ := c.Vence(te, desde, o)
		despues, corre := c.Con(unaSuspension(rt, desde)).Vence(te, desde, o)
		assert.True(rt, corre)
		assert.False(rt, despues.Before(antes))
	})
}

func TestPropiedadVenceEsDiaHabilYCierraLaCuenta(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desde, te := unDia(rt, "desde"), unTermino(rt)
		v, _ := plazo.Oficiales().Vence(te, desde, plazo.Opciones{})
		ok, motivo := plazo.Oficiales().Habil(te.Calendario, v, "")
		assert.True(rt, ok, motivo)
		if te.Clase == plazo.Habiles {
			assert.Equal(rt, te.Cuenta, plazo.Oficiales().DiasHabiles(te.Calendario, desde, v, ""))
		}
	})
}
