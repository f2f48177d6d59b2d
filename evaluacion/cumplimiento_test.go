package evaluacion_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// repartir splits a whole among n parts, none empty.
func repartir(t *rapid.T, todo tramite.Centesimas, n int) []tramite.Centesimas {
	out := make([]tramite.Centesimas, n)
	for i := range out {
		queda := todo - tramite.Centesimas(n-1-i)
		if out[i] = queda; i < n-1 {
			out[i] = tramite.Centesimas(rapid.IntRange(1, int(queda)).Draw(t, "peso"))
		}
		todo -= out[i]
	}
	return out
}

// planAlAzar draws actions whose weights add up at every level.
func planAlAzar(t *rapid.T) []evaluacion.Accion {
	var as []evaluacion.Accion
	tasa := func(n string) tramite.Centesimas { return tramite.Centesimas(rapid.IntRange(0, 10000).Draw(t, n)) }
	var sembrar func(padre string, todo tramite.Centesimas, hondo int)
	sembrar = func(padre string, todo tramite.Centesimas, hondo int) {
		for _, peso := range repartir(t, todo, rapid.IntRange(1, min(4, int(todo))).Draw(t, "partes")) {
			a := evaluacion.Accion{Compromiso: evaluacion.Compromiso{Clave: fmt.Sprintf("A%d", len(as)+1), Padre: padre, Peso: peso}}
			a.Avance = tasa("reportado")
			a.Verificado = min(a.Avance, tasa("verificado"))
			as = append(as, a)
			if hondo < 2 && rapid.Bool().Draw(t, "agrupa") {
				sembrar(a.Clave, peso, hondo+1)
			}
		}
	}
	sembrar("", tramite.Entero, 0)
	return as
}

func hojas(as []evaluacion.Accion) []evaluacion.Accion {
	return evaluacion.PlanMejora{Acciones: as}.Hojas()
}

func TestElCumplimientoEsLaSumaDeLasHojasVerificadas(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		as := planAlAzar(rt)
		suma, pesos := 0, tramite.Centesimas(0)
		for _, a := range hojas(as) {
			suma += int(a.Peso) * int(a.Verificado)
			pesos += a.Peso
		}
		require.Equal(rt, tramite.Entero, pesos, "las hojas pesan el todo")
		c := evaluacion.Cumplimiento(as)
		require.Equal(rt, suma/10000, int(c))
		require.GreaterOrEqual(rt, c, tramite.Centesimas(0))
		require.LessOrEqual(rt, c, tramite.Entero)
	})
}

func TestLoReportadoSinVerificarNoCuenta(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		as := planAlAzar(rt)
		antes := evaluacion.Cumplimiento(as)
		for i := range as {
			as[i].Avance = tramite.Entero
		}
		require.Equal(rt, antes, evaluacion.Cumplimiento(as))
	})
}

func TestSoloElPlanVerificadoEnteroEstaCumplidoEntero(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		as := planAlAzar(rt)
		for i := range as {
			as[i].Verificado = tramite.Entero
		}
		require.Equal(rt, tramite.Entero, evaluacion.Cumplimiento(as))
		hs := hojas(as)
		i := rapid.IntRange(0, len(hs)-1).Draw(rt, "hoja")
		for j := range as {
			if as[j].Clave == hs[i].Clave {
				as[j].Verificado--
			}
		}
		require.Less(rt, evaluacion.Cumplimiento(as), tramite.Entero)
	})
}

func TestUnArbolRotoNoDetieneElCalculo(t *testing.T) {
	as := []evaluacion.Accion{
		{Compromiso: evaluacion.Compromiso{Clave: "A", Padre: "B", Peso: 1}}, {Compromiso: evaluacion.Compromiso{Clave: "B", Padre: "A", Peso: -9}},
	}
	assert.Equal(t, tramite.Centesimas(0), evaluacion.Cumplimiento(as))
	k := solicitado(t)
	roto := borrador()
	roto.Acciones[0].Padre = "A1"
	k.falla(jalisco, "elaborar", roto, evaluacion.PadreInvalido, "body.acciones[0].padre")
}

func TestElEfectoSeJuzgaConLineaBaseYMeta(t *testing.T) {
	sube, baja := borrador().Acciones[1], borrador().Acciones[3]
	for _, x := range []struct {
		c    evaluacion.Compromiso
		v    cantidad.Valor
		dice evaluacion.ResultadoEfecto
	}{
		{sube, 9500, evaluacion.Efectivo}, {sube, 9499, evaluacion.Parcial}, {sube, 7001, evaluacion.Parcial}, {sube, 7000, evaluacion.NoEfectivo},
		{baja, 500, evaluacion.Efectivo}, {baja, 501, evaluacion.Parcial}, {baja, 3999, evaluacion.Parcial}, {baja, 4000, evaluacion.NoEfectivo},
	} {
		assert.Equal(t, x.dice, evaluacion.Medir(x.c, evaluacion.Medicion{Valor: x.v}).Resultado, "%s %d", x.c.Clave, x.v)
	}
	r := func(es ...evaluacion.ResultadoEfecto) (ms []evaluacion.Medido) {
		for _, e := range es {
			ms = append(ms, evaluacion.Medido{Resultado: e})
		}
		return ms
	}
	assert.Equal(t, evaluacion.Efectivo, evaluacion.Juzgar(r(evaluacion.Efectivo, evaluacion.Efectivo)))
	assert.Equal(t, evaluacion.Parcial, evaluacion.Juzgar(r(evaluacion.Efectivo, evaluacion.NoEfectivo)))
	assert.Equal(t, evaluacion.NoEfectivo, evaluacion.Juzgar(r(evaluacion.NoEfectivo, evaluacion.NoEfectivo)))
	assert.Equal(t, evaluacion.NoEfectivo, evaluacion.Juzgar(nil))
}
