package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

func pieza(desde, hasta, reemplaza string) plan.Evidencia {
	return plan.Evidencia{PeriodoDesde: fecha.MustParse(desde), PeriodoHasta: fecha.MustParse(hasta), Reemplaza: reemplaza}
}

func TestLaEvidenciaSeNumeraYSeSustituyeUnaVez(t *testing.T) {
	var es plan.Evidencias
	assert.False(t, es.PorDecidir())
	es = es.Presentar(pieza("2026-04-01", "2026-04-30", "")).Presentar(pieza("2026-05-01", "2026-05-31", ""))
	assert.True(t, es.PorDecidir())
	assert.Equal(t, []string{"E1", "E2"}, []string{es[0].Clave, es[1].Clave})
	assert.Equal(t, []int{1, 1}, []int{es[0].Revision, es[1].Revision})
	assert.False(t, es.Sustituible("E1"), "aún no se decide")
	es.Buscar("E1").Estado, es.Buscar("E2").Estado = plan.EvidenciaRechazada, plan.EvidenciaAceptada
	assert.False(t, es.PorDecidir())
	assert.True(t, es.Sustituible("E1"))
	assert.False(t, es.Sustituible("E2"), "la aceptada no se sustituye")
	assert.False(t, es.Sustituible("E9"))
	es = es.Presentar(pieza("2026-04-01", "2026-04-30", "E1"))
	assert.Equal(t, "E3", es[2].Clave)
	assert.Equal(t, 2, es[2].Revision)
	assert.False(t, es.Sustituible("E1"), "ya se sustituyó")
	assert.Nil(t, es.Buscar("E9"))
}

func TestUnDiaLoPruebaLaEvidenciaNoRechazada(t *testing.T) {
	es := plan.Evidencias{}.Presentar(pieza("2026-04-10", "2026-04-20", ""))
	en := func(desde, hasta string) bool { return es.Prueba(fecha.MustParse(desde), fecha.MustParse(hasta)) }
	assert.True(t, en("2026-04-20", "2026-04-30"), "ambos extremos cuentan")
	assert.True(t, en("2026-04-01", "2026-04-10"))
	assert.False(t, en("2026-04-21", "2026-04-30"))
	assert.False(t, en("2026-04-01", "2026-04-09"))
	es[0].Estado = plan.EvidenciaRechazada
	assert.False(t, en("2026-04-10", "2026-04-20"))
}

func TestSeComparaCampoPorCampoCualquierLista(t *testing.T) {
	type base struct {
		Clave string   `json:"clave"`
		De    []string `json:"depende_de,omitempty"`
	}
	type medida struct {
		Meta  cantidad.Valor `json:"meta"`
		Nivel int            `json:"nivel"`
	}
	type renglon struct {
		base
		Indicador *medida     `json:"indicador,omitempty"`
		Fin       fecha.Fecha `json:"fin"`
	}
	comparar := func(a, b renglon) []plan.Diferencia {
		a.Clave, b.Clave = "A", "A"
		return plan.CompararListas([]renglon{a}, []renglon{b}, func(r renglon) string { return r.Clave })
	}
	assert.Empty(t, comparar(renglon{}, renglon{base: base{De: []string{}}}), "una lista vacía y ninguna son lo mismo")
	assert.Equal(t, []plan.Diferencia{
		{Linea: "A", Campo: "depende_de", Antes: []string(nil), Despues: []string{"B"}},
		{Linea: "A", Campo: "indicador.meta", Antes: cantidad.Valor(1), Despues: cantidad.Valor(2)},
		{Linea: "A", Campo: "fin", Antes: fecha.MustParse("2026-01-01"), Despues: fecha.Fecha{}},
	}, comparar(renglon{Indicador: &medida{1, 3}, Fin: fecha.MustParse("2026-01-01")}, renglon{base: base{De: []string{"B"}}, Indicador: &medida{2, 3}}))
	m := &medida{}
	assert.Equal(t, []plan.Diferencia{{Linea: "A", Campo: "indicador", Antes: (*medida)(nil), Despues: m}}, comparar(renglon{}, renglon{Indicador: m}))
	yo := func(s string) string { return s }
	assert.Equal(t, []plan.Diferencia{{Linea: "A", Antes: "A"}, {Linea: "B", Despues: "B"}}, plan.CompararListas([]string{"A"}, []string{"B"}, yo))
}
