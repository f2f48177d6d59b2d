package evaluacion_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

func (k *caso) sigue(el string, base evaluacion.Base, paso plan.Paso) evaluacion.Seguimiento {
	k.t.Helper()
	s, ok, err := k.r.Seguir(k.eventos, dia(el), base, paso)
	require.NoError(k.t, err)
	require.True(k.t, ok)
	return s
}

// puntos writes a series: period, scheduled, real.
func puntos(s evaluacion.Seguimiento) (out []string) {
	for _, p := range s.Serie.Puntos {
		linea := fmt.Sprint(p.Periodo, " ", p.Programado)
		if p.Informado {
			linea += fmt.Sprint(" ", p.Real)
		}
		out = append(out, linea)
	}
	return out
}

// atrasado is a plan whose A1 (50 %, April to June) was proved half done in
// June, and B (30 %, April to August) whole in July.
func atrasado(t testing.TB) *caso {
	k := enEjecucion(t)
	k.hacer("2026-06-15", jalisco, "reportar-avance", reporte("A1", 8000, pdf(1, "2026-04-01", "2026-06-12")))
	k.hacer("2026-06-16", personal(division), "verificar", acepta("A1", 5000, "E1"))
	k.hacer("2026-07-10", jalisco, "reportar-avance", reporte("B", 10000, pdf(2, "2026-04-01", "2026-07-09")))
	k.hacer("2026-07-13", personal(division), "verificar", acepta("B", 10000, "E1"))
	return k
}

func TestElAvanceSeComparaMesPorMes(t *testing.T) {
	s := atrasado(t).sigue("2026-08-20", evaluacion.BaseVigente, plan.Mes)
	// By 30 April a third of A1's 91 days and 30 of B's 153 are gone.
	assert.Equal(t, []string{
		"2026-04 22.36 0", "2026-05 45.47 0", "2026-06 67.84 25", "2026-07 80.65 55", "2026-08 93.47", "2026-09 100", "2026-10 100", "2026-11 100", "2026-12 100",
	}, puntos(s))
	assert.Equal(t, cantidad.Centesimas(5500), s.Real)
	assert.Greater(t, s.Programado, cantidad.Centesimas(8065))
	assert.Equal(t, &plan.Atraso{Desde: dia("2026-06-30"), Debe: 2565}, s.Atraso, "en junio se debía más de lo que hay en julio")
	require.Len(t, s.Atrasadas, 2)
	assert.Equal(t, plan.Atrasada{Clave: "A1", Atraso: plan.Atraso{Desde: dia("2026-05-16"), Debe: 5000}}, s.Atrasadas[0], "la mitad se debía el día 46 de 91")
	assert.Equal(t, "A2", s.Atrasadas[1].Clave)
	assert.Equal(t, dia("2026-07-01"), s.Atrasadas[1].Desde)
	assert.Empty(t, s.Pronostico.Motivo)
	assert.True(t, s.Pronostico.Termino.After(dia("2026-09-30")))
	assert.Positive(t, s.Pronostico.Dias)
	assert.Less(t, s.Pronostico.Ritmo, cantidad.Valor(10000))
}

func TestElAvanceDelUltimoCierreEsElCumplimiento(t *testing.T) {
	k := atrasado(t)
	assert.Equal(t, k.r.Cumplimiento, k.sigue("2026-07-31", evaluacion.BaseVigente, plan.Mes).Real)
	k = cumplidas(t)
	s := k.sigue("2026-10-05", evaluacion.BaseVigente, plan.Trimestre)
	assert.Equal(t, []string{"2026-T2 67.84 50", "2026-T3 100 100", "2026-T4 100"}, puntos(s))
	assert.Nil(t, s.Atraso)
	assert.Empty(t, s.Atrasadas)
	assert.Equal(t, "2026-09-30", s.Pronostico.Termino.String())
	assert.Zero(t, s.Pronostico.Dias)
}

func TestLoReprogramadoSeComparaTambienConLoAutorizado(t *testing.T) {
	k := atrasado(t)
	k.hacer("2026-07-14", personal(division), "reprogramar", evaluacion.Cambio{Accion: "A2", Inicio: dia("2026-09-01"), Fin: dia("2026-10-30"), Motivo: "Falta equipo"})
	k.hacer("2026-07-14", personal(division), "reprogramar", evaluacion.Cambio{Accion: "A1", Fin: dia("2026-08-31"), Motivo: "Falta equipo"})
	vigente, original := k.sigue("2026-07-31", evaluacion.BaseVigente, plan.Mes), k.sigue("2026-07-31", evaluacion.BaseOriginal, plan.Mes)
	assert.Equal(t, puntos(original), puntos(atrasado(t).sigue("2026-07-31", evaluacion.BaseVigente, plan.Mes)), "lo autorizado no cambia")
	assert.Less(t, vigente.Programado, original.Programado)
	assert.Equal(t, vigente.Real, original.Real)
	assert.Less(t, len(vigente.Atrasadas), len(original.Atrasadas))
}

func TestDeUnPlanSinPonerEnMarchaNadaSeSabe(t *testing.T) {
	k := validado(t)
	s := k.sigue("2026-09-01", evaluacion.BaseVigente, plan.Mes)
	assert.Len(t, s.Serie.Puntos, 9)
	assert.True(t, s.Serie.Corte.IsZero())
	assert.Zero(t, s.Real)
	assert.Nil(t, s.Atraso)
	assert.Empty(t, s.Atrasadas)
	assert.Equal(t, plan.PocosCortes, s.Pronostico.Motivo)
	_, ok, err := k.r.Seguir(k.eventos, dia("2026-09-01"), evaluacion.BaseOriginal, plan.Mes)
	require.NoError(t, err)
	assert.False(t, ok, "aún no hay versión autorizada")
	assert.Empty(t, solicitado(t).sigue("2026-09-01", evaluacion.BaseVigente, plan.Mes).Serie.Puntos)
}

func TestUnEventoIlegibleSeDice(t *testing.T) {
	k := enEjecucion(t)
	_, _, err := k.r.Seguir([]tramite.Evento{{Acto: "verificar", Entrada: []byte("{")}}, dia("2026-09-01"), evaluacion.BaseVigente, plan.Mes)
	assert.ErrorContains(t, err, "reading event")
}

// An action of a year, a quarter of which was proved by the end of May.
func ExamplePlanMejora_Seguir() {
	p := evaluacion.PlanMejora{Inicio: dia("2026-01-01"), Fin: dia("2026-12-31"), Iniciado: dia("2026-01-01"), Acciones: []evaluacion.Accion{
		{Compromiso: evaluacion.Compromiso{Clave: "A1", Peso: cantidad.Entero, Inicio: dia("2026-01-01"), Fin: dia("2026-12-31")}},
	}}
	verificado := func(el string, avance int) tramite.Evento {
		return tramite.Evento{Acto: "verificar", En: dia(el).Inicio(), Entrada: fmt.Appendf(nil, `{"accion": "A1", "avance": %d}`, avance)}
	}
	es := []tramite.Evento{verificado("2026-03-20", 10), verificado("2026-05-29", 25)}
	s, _, _ := p.Seguir(es, dia("2026-06-30"), evaluacion.BaseVigente, plan.Trimestre)
	for _, x := range s.Serie.Puntos[:2] {
		fmt.Println(x.Periodo, "programado", x.Programado, "real", x.Real)
	}
	fmt.Println("debe", s.Atraso.Debe, "desde", s.Atraso.Desde)
	fmt.Println("terminará el", s.Pronostico.Termino)
	// Output:
	// 2026-T1 programado 24.65 real 10
	// 2026-T2 programado 49.58 real 25
	// debe 24.58 desde 2026-06-30
	// terminará el 2027-12-25
}

func TestReprogramarNuncaPierdeLoOriginal(t *testing.T) {
	base := atrasado(t)
	antes := base.sigue("2026-12-01", evaluacion.BaseOriginal, plan.Mes)
	rapid.Check(t, func(rt *rapid.T) {
		k := *base
		k.eventos = slices.Clone(base.eventos)
		k.hoy = dia("2026-07-14")
		movidas := 0
		for range 12 {
			e := evaluacion.Cambio{Accion: rapid.SampledFrom([]string{"", "G", "A1", "A2"}).Draw(rt, "acción"), Motivo: "Se recorre"}
			desde, hasta := k.r.Inicio, k.r.Fin
			if a, hay := k.r.Accion(e.Accion); hay {
				desde, hasta = a.Inicio, a.Fin
			}
			e.Fin = hasta.Sumar(rapid.IntRange(0, 60).Draw(rt, "fin"))
			if e.Accion != "" && rapid.Bool().Draw(rt, "mueve inicio") {
				e.Inicio = desde.Sumar(rapid.IntRange(0, 60).Draw(rt, "inicio"))
			}
			if k.intentar(personal(division), "reprogramar", e) == nil {
				movidas++
			}
		}
		require.Len(rt, k.r.Reprogramaciones, movidas)
		v := k.r.Versiones[len(k.r.Versiones)-1]
		require.Equal(rt, v.Fin, k.r.FinOriginal)
		for i, a := range k.r.Acciones {
			require.Equal(rt, v.Acciones[i].Fin, a.FinOriginal)
		}
		for _, r := range k.r.Reprogramaciones {
			require.True(rt, r.Despues.After(r.Antes), "cada fecha se aleja")
			require.False(rt, r.Original.After(r.Antes))
			require.NotEmpty(rt, r.Motivo)
		}
		require.Empty(rt, plan.Revisar(lineas(k.r), plan.Marco{Inicio: k.r.Inicio, Fin: k.r.Fin, Reparto: plan.DelTodo}), "lo movido cabe en el plan y guarda el orden")
		despues := k.sigue("2026-12-01", evaluacion.BaseOriginal, plan.Mes)
		require.Equal(rt, antes, despues, "lo autorizado se compara igual")
	})
}

// lineas are the actions of a plan as activities, of which the goals that they
// would serve and who answers are left aside.
func lineas(p evaluacion.PlanMejora) []plan.Linea {
	var out []plan.Linea
	for _, a := range p.Acciones {
		l := a.Linea()
		l.Clase = plan.Meta
		out = append(out, l)
	}
	return out
}
