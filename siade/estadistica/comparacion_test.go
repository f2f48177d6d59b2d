package estadistica_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

func poblacion(corte, desde, hasta string, valores ...estadistica.PoblacionOOAD) estadistica.Poblacion {
	p := estadistica.Poblacion{Cabecera: tramite.Cabecera{Folio: "POB-" + corte, Estado: tramite.Vigente}}
	p.Concepto, p.Corte, p.Desde, p.Fuente, p.Valores = estadistica.Asegurados, dia(corte), dia(desde), "Serie oficial", valores
	if hasta != "" {
		p.Hasta = dia(hasta)
	}
	return p
}

func comparar(t *testing.T, cs cuentas, ps []estadistica.Poblacion, parametros map[string]string) (estadistica.Comparacion, error) {
	t.Helper()
	c, err := estadistica.LeerComparacion(parametros, hoy)
	require.NoError(t, err)
	return c.Responder(ps, cs.sumar)
}

func TestLosOOADSeComparanPorSuTasaConElAzarALaVista(t *testing.T) {
	cs := cuentas{}
	for o, n := range map[doe.OOAD]int{"14": 1000, "15": 500, "28": 2, "09": 3} {
		cs.mover(caso{ooad: o, registro: dia("2026-03-02"), valores: valores{tipo: "queja"}}, n)
	}
	cs.mover(caso{ooad: "15", registro: dia("2026-03-02"), valores: valores{tipo: "gestion"}}, 9)
	ps := []estadistica.Poblacion{poblacion("2025-12-31", "2026-01-01", "",
		estadistica.PoblacionOOAD{OOAD: "14", Personas: 2_000_000}, estadistica.PoblacionOOAD{OOAD: "15", Personas: 1_000_000},
		estadistica.PoblacionOOAD{OOAD: "28", Personas: 3_000}, estadistica.PoblacionOOAD{OOAD: "04", Personas: 100_000})}
	x, err := comparar(t, cs, ps, map[string]string{"tipo": "queja", "desde": "2026-03-01", "hasta": "2026-03-31"})
	require.NoError(t, err)
	var orden []string
	por := map[string]estadistica.Comparado{}
	for _, f := range x.Filas {
		orden = append(orden, f.OOAD)
		por[f.OOAD] = f
	}
	assert.Equal(t, []string{"28", "14", "15", "04"}, orden)
	assert.Equal(t, estadistica.Comparado{
		OOAD: "28", Lugar: 1, LugarMejor: 1, LugarPeor: 3, Casos: 2, Poblacion: 3000, Tasa: 6667, Inferior: 807, Superior: 24083, Frente: estadistica.SinDiferir,
	}, por["28"], "the highest rate, of two cases, is told to be chance")
	assert.Equal(t, []any{2, 2, true, true}, []any{por["14"].Lugar, por["15"].Lugar, por["14"].Empate, por["15"].Empate}, "equal rates share the place")
	assert.Equal(t, []any{4, 4, 4, cantidad.Valor(0), cantidad.Valor(369), estadistica.PorDebajo},
		[]any{por["04"].Lugar, por["04"].LugarMejor, por["04"].LugarPeor, por["04"].Inferior, por["04"].Superior, por["04"].Frente}, "without a case it is compared too")
	assert.Equal(t, 1502, x.Nacional.Casos)
	assert.Equal(t, 3_103_000, x.Nacional.Poblacion)
	assert.Equal(t, []estadistica.SinPoblacion{{OOAD: "09", Casos: 3}}, x.SinDenominador)
	assert.Equal(t, "2025-12-31", x.Denominador.Corte.String())
}

func TestElDenominadorEsElQueSirveAlFinDelPeriodo(t *testing.T) {
	v := estadistica.PoblacionOOAD{OOAD: "14", Personas: 1000}
	retirada := poblacion("2026-01-31", "2026-01-01", "", v)
	retirada.Estado = tramite.Retirado
	ps := []estadistica.Poblacion{
		poblacion("2024-12-31", "2025-01-01", "2025-12-31", v), poblacion("2025-12-31", "2026-01-01", "", v), poblacion("2025-06-30", "2026-01-01", "", v), retirada,
	}
	for fin, corte := range map[string]string{"2025-01-01": "2024-12-31", "2025-12-31": "2024-12-31", "2026-01-01": "2025-12-31", "2026-06-17": "2025-12-31"} {
		p, hay := estadistica.Vigente(ps, estadistica.Asegurados, dia(fin))
		assert.True(t, hay)
		assert.Equal(t, corte, p.Corte.String(), fin)
	}
	_, hay := estadistica.Vigente(ps, estadistica.Asegurados, dia("2024-12-31"))
	assert.False(t, hay)
	_, err := comparar(t, cuentas{}, ps, map[string]string{"concepto": "adscritos"})
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, falla.Invalida, e.Clase)
	assert.Equal(t, "sin-denominador", e.Fallas[0].Codigo)
}

func TestUnaComparacionDiceTodasSusFallas(t *testing.T) {
	_, err := estadistica.LeerComparacion(map[string]string{"medida": "cumplimiento", "concepto": "votantes", "ooad": "14", "agrupar": "tipo", "hasta": "ayer"}, hoy)
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Len(t, e.Fallas, 5)
}

// The limits of a count of n are the means under which n or more, and n or
// fewer, come one time in forty.
func TestLosLimitesSonLosDePoisson(t *testing.T) {
	cola := func(media float64, hasta int) float64 { // P(X <= hasta)
		p, suma := math.Exp(-media), 0.0
		for k := 0; k <= hasta; k++ {
			suma += p
			p *= media / float64(k+1)
		}
		return suma
	}
	for _, n := range []int{0, 1, 2, 5, 9, 10, 11, 25, 100, 400} {
		cs := cuentas{}
		cs.mover(caso{ooad: "14", registro: dia("2026-03-02")}, n)
		// With a population of 1,000 the rate is a hundred times the count.
		x, err := comparar(t, cs, []estadistica.Poblacion{poblacion("2025-12-31", "2026-01-01", "", estadistica.PoblacionOOAD{OOAD: "14", Personas: 1000})}, nil)
		require.NoError(t, err)
		f := x.Filas[0]
		holgura := 0.002 // of the approximation; exact under ten
		if n < 10 {
			holgura = 0.0005
		}
		assert.InDelta(t, 0.025, cola(float64(f.Superior)/10000, n), holgura, "n=%d upper %s", n, f.Superior)
		if n > 0 {
			assert.InDelta(t, 0.025, 1-cola(float64(f.Inferior)/10000, n-1), holgura, "n=%d lower %s", n, f.Inferior)
		}
	}
}

func contexto(u doe.ClaveUnidad) tramite.Contexto {
	return tramite.Contexto{
		Ahora: fecha.De(dia("2026-03-02").Inicio().Time()), Folio: "POB-2026-09-0000001-X", Actor: doe.Actor{Sub: "u", Nombre: "U", Unidad: u, Puesto: doe.Titular},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Azar: func() string { return "x" },
	}
}

func registrar(u doe.ClaveUnidad, e estadistica.ContenidoPoblacion) error {
	m, err := tramite.NuevaMesa(estadistica.Poblaciones)
	if err == nil {
		_, err = m.Realizar(contexto(u), tramite.Peticion{Coleccion: estadistica.ColeccionPoblaciones, Entrada: e})
	}
	return err
}

func TestLaPoblacionLaRegistraQuienAdministraLaEstadistica(t *testing.T) {
	bien := estadistica.ContenidoPoblacion{
		Concepto: estadistica.Asegurados, Corte: dia("2025-12-31"), Desde: dia("2026-01-01"), Fuente: "Serie oficial", Documento: "Oficio 1", Valores: []estadistica.PoblacionOOAD{{OOAD: "14", Personas: 10}},
	}
	require.NoError(t, registrar("doe-7.1.3.1.4", bien))
	for _, u := range []doe.ClaveUnidad{"doe-7.1.3", "doe-7.1.3.1", "doe-7.1.3.1.1", "doe-7.1.5.2"} {
		assert.True(t, falla.DeClase(registrar(u, bien), falla.Prohibida), u)
	}
	for nombre, c := range map[string]struct {
		cambio func(*estadistica.ContenidoPoblacion)
		codigo []string
	}{
		"un corte futuro":            {func(e *estadistica.ContenidoPoblacion) { e.Corte = dia("2026-03-03") }, []string{"SIADE-ESTADISTICA-03"}},
		"el corte de hoy":            {func(e *estadistica.ContenidoPoblacion) { e.Corte = dia("2026-03-02") }, nil},
		"una vigencia al revés":      {func(e *estadistica.ContenidoPoblacion) { e.Hasta = dia("2025-12-31") }, []string{"SIADE-ESTADISTICA-04"}},
		"una vigencia de un día":     {func(e *estadistica.ContenidoPoblacion) { e.Hasta = dia("2026-01-01") }, nil},
		"el nivel central":           {func(e *estadistica.ContenidoPoblacion) { e.Valores[0].OOAD = "09" }, []string{"SIADE-ESTADISTICA-01"}},
		"una clave que ya no se usa": {func(e *estadistica.ContenidoPoblacion) { e.Valores[0].OOAD = "35" }, []string{"SIADE-ESTADISTICA-01"}},
		"una clave que no es":        {func(e *estadistica.ContenidoPoblacion) { e.Valores[0].OOAD = "99" }, []string{"SIADE-ESTADISTICA-01"}},
		"un OOAD repetido":           {func(e *estadistica.ContenidoPoblacion) { e.Valores = append(e.Valores, e.Valores[0]) }, []string{"SIADE-ESTADISTICA-02"}},
		"todo a la vez": {func(e *estadistica.ContenidoPoblacion) {
			e.Corte, e.Hasta, e.Valores = dia("2027-01-01"), dia("2020-01-01"), []estadistica.PoblacionOOAD{{OOAD: "09", Personas: 1}, {OOAD: "09", Personas: 1}}
		}, []string{"SIADE-ESTADISTICA-03", "SIADE-ESTADISTICA-04", "SIADE-ESTADISTICA-01", "SIADE-ESTADISTICA-01", "SIADE-ESTADISTICA-02"}},
	} {
		t.Run(nombre, func(t *testing.T) {
			e := bien
			e.Valores = append([]estadistica.PoblacionOOAD{}, bien.Valores...)
			c.cambio(&e)
			err := registrar("doe-7.1.3.1.4", e)
			if c.codigo == nil {
				require.NoError(t, err)
				return
			}
			var mal *falla.Error
			require.ErrorAs(t, err, &mal)
			var codigos []string
			for _, f := range mal.Fallas {
				codigos = append(codigos, f.Codigo)
			}
			assert.Equal(t, c.codigo, codigos)
		})
	}
}

func TestPropiedades(t *testing.T) { prueba.Propiedades(t, estadistica.Poblaciones, prueba.Opciones{}) }
