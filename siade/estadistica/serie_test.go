package estadistica_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

func serie(t require.TestingT, cs cuentas, parametros map[string]string) estadistica.Serie {
	c, err := estadistica.LeerSerie(parametros, hoy)
	require.NoError(t, err)
	s, err := c.Responder(cs.sumar)
	require.NoError(t, err)
	return s
}

// punto finds the point of a period.
func punto(t require.TestingT, s estadistica.Serie, periodo string) estadistica.Punto {
	for _, p := range s.Puntos {
		if p.Periodo == periodo {
			return p
		}
	}
	require.Fail(t, "no point", "%s in %+v", periodo, s.Puntos)
	return estadistica.Punto{}
}

func TestUnaSerieTieneTodosSusPeriodosYSeComparaConsigoMisma(t *testing.T) {
	cs := cuentas{}
	for d, n := range map[string]int{"2025-03-10": 10, "2026-02-20": 16, "2026-03-02": 5, "2026-03-31": 15, "2026-06-05": 7} {
		cs.mover(caso{ooad: "14", registro: dia(d), valores: valores{tipo: "gestion"}}, n)
	}
	s := serie(t, cs, map[string]string{"por": "mes", "desde": "2026-01-15", "hasta": "2026-12-31"})
	require.Len(t, s.Puntos, 6, "up to the month of today")
	marzo := punto(t, s, "2026-03")
	assert.Equal(t, cantidad.Valor(2000), *marzo.Valor)
	assert.Equal(t, "2026-03-01 2026-03-31", marzo.Desde.String()+" "+marzo.Hasta.String())
	assert.Equal(t, estadistica.Variacion{Valor: 1600, Diferencia: 400, Porcentaje: new(cantidad.Valor(2500))}, *marzo.Anterior)
	assert.Equal(t, estadistica.Variacion{Valor: 1000, Diferencia: 1000, Porcentaje: new(cantidad.Valor(10000))}, *marzo.Anual)
	abril := punto(t, s, "2026-04")
	assert.Equal(t, cantidad.Valor(0), *abril.Valor, "a gap is a zero")
	assert.Equal(t, estadistica.Variacion{Valor: 2000, Diferencia: -2000, Porcentaje: new(cantidad.Valor(-10000))}, *abril.Anterior)
	assert.Equal(t, estadistica.Variacion{}, *abril.Anual, "against nothing there is no percentage")
	junio := punto(t, s, "2026-06")
	assert.True(t, junio.Parcial)
	assert.Equal(t, cantidad.Valor(700), *junio.Valor)
	assert.Nil(t, junio.Anterior)
	assert.Nil(t, junio.Anual)

	abiertas := serie(t, cs, map[string]string{"por": "mes", "medida": "abiertas", "desde": "2026-04-01"})
	assert.Equal(t, cantidad.Valor(4600), *punto(t, abiertas, "2026-04").Valor, "what there is goes on where nothing happens")
	assert.Equal(t, cantidad.Valor(5300), *punto(t, abiertas, "2026-06").Valor)
	assert.Nil(t, punto(t, serie(t, cs, map[string]string{"medida": "cumplimiento"}), "2026-04").Valor, "no answers, no rate")
}

func TestLoQueElAnioAnteriorNoTieneNoSeCompara(t *testing.T) {
	cs := cuentas{}
	s := serie(t, cs, map[string]string{"por": "dia", "desde": "2024-02-28", "hasta": "2024-03-01"})
	assert.NotNil(t, punto(t, s, "2024-02-28").Anual)
	assert.Nil(t, punto(t, s, "2024-02-29").Anual)
	cs.mover(caso{ooad: "14", registro: dia("2019-12-30")}, 4) // 2020-W01
	cs.mover(caso{ooad: "14", registro: dia("2021-01-04")}, 3) // 2021-W01
	s = serie(t, cs, map[string]string{"por": "semana", "desde": "2020-12-28", "hasta": "2021-01-10"})
	assert.Equal(t, "2020-W53", s.Puntos[0].Periodo)
	assert.Nil(t, s.Puntos[0].Anual, "2019 has 52 weeks")
	assert.Equal(t, cantidad.Valor(400), punto(t, s, "2021-W01").Anual.Valor)
}

func TestUnaSerieDiceTodasSusFallas(t *testing.T) {
	_, err := estadistica.LeerSerie(map[string]string{"por": "anio", "medida": "vencidas", "agrupar": "tipo", "desde": "ayer", "color": "1"}, hoy)
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	lugares := map[string]string{}
	for _, f := range e.Fallas {
		lugares[f.Ubicacion] = f.Codigo
	}
	assert.Equal(t, map[string]string{
		"query.por": "valor-no-permitido", "query.medida": "valor-no-permitido", "query.agrupar": "parametro-desconocido", "query.desde": "formato-fecha", "query.color": "parametro-desconocido",
	}, lugares)
	for _, p := range []map[string]string{{"por": "dia", "tema": "x"}, {"por": "mes", "tema": "x", "desde": "2026-01-02"}} {
		_, err = estadistica.LeerSerie(p, hoy)
		require.ErrorAs(t, err, &e)
		assert.Equal(t, "combinacion-no-disponible", e.Fallas[0].Codigo)
	}
	_, err = estadistica.LeerSerie(map[string]string{"por": "dia", "desde": "2020-01-01"}, hoy)
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "serie-demasiado-larga", e.Fallas[0].Codigo)
}

// Every point says what counting the cases of its period one by one says.
func TestPropiedadCadaPuntoEsLaCuentaDeSuPeriodo(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		casos := rapid.SliceOfN(rapid.Custom(casoAlAzar), 0, 25).Draw(rt, "casos")
		cs := cuentas{}
		for _, c := range casos {
			cs.mover(c, 1)
		}
		p := map[string]string{
			"por": rapid.SampledFrom([]string{"dia", "semana", "mes"}).Draw(rt, "por"), "medida": string(rapid.SampledFrom(estadistica.DeSerie()).Draw(rt, "medida")),
			"desde": "2026-04-01", "hasta": "2026-06-30",
		}
		if rapid.Bool().Draw(rt, "cohorte") {
			p["cohorte"] = "si"
		}
		c, err := estadistica.LeerSerie(p, hoy)
		require.NoError(rt, err)
		def, _ := estadistica.DefDe(c.Medida)
		s := serie(rt, cs, p)
		valor := func(desde, hasta fecha.Fecha) *cantidad.Valor {
			q := c.Consulta
			q.Desde, q.Hasta = desde, hasta
			return def.De(directa(casos, q, false))
		}
		antes := fecha.Fecha{}
		for _, x := range s.Puntos {
			require.Equal(rt, valor(x.Desde, x.Hasta), x.Valor, "%s %s", p, x.Periodo)
			if !antes.IsZero() {
				require.Equal(rt, antes.Siguiente(), x.Desde, "without gaps")
			}
			if v := valor(x.Desde.Sumar(-1-x.Desde.Dias(x.Hasta)), x.Desde.Sumar(-1)); !x.Parcial && x.Valor != nil && v != nil && p["por"] != "mes" {
				require.Equal(rt, *x.Valor-*v, x.Anterior.Diferencia)
			}
			antes = x.Hasta
		}
	})
}
