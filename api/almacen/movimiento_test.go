package almacen

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestLosMovimientosSeLeenComoSeEscriben(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := nuevasSumas()
		texto := rapid.StringN(0, 6, -1)
		for range rapid.IntRange(0, 8).Draw(rt, "cuentas") {
			m := movimiento{Serie: texto.Draw(rt, "serie"), Aporte: tramite.Aporte{
				Familia: texto.Draw(rt, "familia"), Dia: fecha.DeOrdinal(rapid.IntRange(-1000, 40000).Draw(rt, "día")), OOAD: doe.OOAD(texto.Draw(rt, "ooad")),
				V1: texto.Draw(rt, "v1"), V2: texto.Draw(rt, "v2"), Cubeta: rapid.IntRange(0, 30).Draw(rt, "cubeta"),
			}}
			for i := range m.M {
				m.M[i] = rapid.IntRange(-3, 3).Draw(rt, "medida")
			}
			s.movimiento(&m)
		}
		for range rapid.IntRange(0, 3).Draw(rt, "ejercicios") {
			s.ejercicios[ejercicio{doe.ClaveFuncion(texto.Draw(rt, "función")), "u", 9}] += rapid.IntRange(1, 5).Draw(rt, "veces")
		}
		for k, m := range s.cuentas {
			if *m == [tramite.MaxMedidas]int{} {
				delete(s.cuentas, k)
			}
		}
		otra := nuevasSumas()
		b := s.codificar()
		if b == nil {
			require.Empty(rt, s.cuentas)
			require.Empty(rt, s.ejercicios)
			return
		}
		require.NoError(rt, otra.leer(b))
		require.Equal(rt, s, otra)
	})
}

func FuzzMovimientos(f *testing.F) {
	s := nuevasSumas()
	s.movimiento(&movimiento{Serie: "a", Aporte: tramite.Aporte{Familia: "f", Dia: fecha.DeOrdinal(20000), OOAD: "14", V1: "x", M: [tramite.MaxMedidas]int{1, 0, -2}}})
	s.ejercicios[ejercicio{"doe-7.1/1", "doe-7.1", 20000}] = 3
	f.Add(s.codificar())
	f.Add([]byte{})
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 1})
	f.Fuzz(func(_ *testing.T, b []byte) { _ = nuevasSumas().leer(b) })
}

func TestUnaHojaSeLeeComoSeEscribe(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h, leida := hoja{}, hoja{}
		texto := rapid.StringN(0, 6, -1)
		for range rapid.IntRange(0, 8).Draw(rt, "casillas") {
			var m medidas
			for i := range m {
				m[i] = rapid.IntRange(-3, 3).Draw(rt, "medida")
			}
			h.sumar(casilla{texto.Draw(rt, "v1"), texto.Draw(rt, "v2"), rapid.IntRange(0, 30).Draw(rt, "cubeta")}, &m)
		}
		b := h.codificar()
		require.Equal(rt, b, h.codificar(), "the same counters give the same bytes")
		require.NoError(rt, recorrer(b, leida.sumar))
		for k, m := range h {
			if *m == (medidas{}) {
				delete(h, k)
			}
		}
		require.Equal(rt, h, leida)
		if len(h) > 0 {
			require.ErrorIs(rt, recorrer(b[:len(b)-1], func(casilla, *medidas) {}), errMovimiento)
		}
	})
}
