package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// corto is a plan that ends in the middle of a month, done whole on a day.
func corto(hecho, corte string) plan.Serie {
	l := linea("A", "", plan.Meta, cantidad.Entero, nil)
	l.Inicio, l.Fin = dia("2026-04-01"), dia("2026-06-15")
	real := func(d fecha.Fecha) cantidad.Centesimas {
		if d.Before(dia(hecho)) {
			return 2500
		}
		return cantidad.Entero
	}
	return plan.NuevaSerie(l.Inicio, l.Fin, dia(corte), plan.Mes, l.Programado, real)
}

func meses(s plan.Serie) (out []string) {
	for _, p := range s.Puntos {
		out = append(out, p.Periodo.String())
	}
	return out
}

func TestElUltimoPeriodoEsElDelTermino(t *testing.T) {
	s := corto("2026-06-10", "2026-07-31")
	assert.Equal(t, []string{"2026-04", "2026-05", "2026-06"}, meses(s), "terminado a tiempo no sigue")
	assert.Equal(t, plan.Punto{Periodo: per("2026-06"), Programado: 10000, Real: 10000, Informado: true}, s.Puntos[2])
	p := s.Pronostico()
	assert.Equal(t, "2026-06-15", p.Termino.String())
	assert.Zero(t, p.Dias)
}

func TestLaSerieSigueMientrasElPlanNoTermina(t *testing.T) {
	s := corto("2026-08-20", "2026-07-31")
	assert.Equal(t, []string{"2026-04", "2026-05", "2026-06", "2026-07"}, meses(s))
	a, tarde := s.Atraso()
	assert.True(t, tarde)
	assert.Equal(t, plan.Atraso{Desde: dia("2026-04-30"), Debe: 7500}, a)
	s = corto("2026-08-20", "2026-12-31")
	assert.Equal(t, []string{"2026-04", "2026-05", "2026-06", "2026-07", "2026-08"}, meses(s))
	p := s.Pronostico()
	assert.Equal(t, "2026-08-31", p.Termino.String())
	assert.Equal(t, 77, p.Dias)
	_, tarde = s.Atraso()
	assert.False(t, tarde)
	assert.Len(t, corto("2099-01-01", "2200-01-01").Puntos, 122, "hasta diez años después de su término")
	assert.Empty(t, plan.NuevaSerie(fecha.Fecha{}, fecha.Fecha{}, dia("2026-12-31"), plan.Mes, nil, nil).Puntos)
}

func TestQuienVaParejoTerminaEnSuFechaAunAMitadDeMes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := linea("A", "", plan.Meta, cantidad.Entero, nil)
		l.Inicio = dia("2026-01-01").Sumar(rapid.IntRange(0, 200).Draw(rt, "inicio"))
		l.Fin = l.Inicio.Sumar(rapid.IntRange(95, 700).Draw(rt, "días"))
		cierres := plan.Periodos(l.Inicio, l.Fin, plan.Mes)
		corte := cierres[rapid.IntRange(1, len(cierres)-1).Draw(rt, "corte")].Hasta()
		p := plan.NuevaSerie(l.Inicio, l.Fin, corte, plan.Mes, l.Programado, l.Programado).Pronostico()
		assert.Equal(rt, plan.Pronostico{Metodo: plan.MetodoPronostico, Termino: l.Fin, Ritmo: 10000, Cortes: p.Cortes}, p)
	})
}
