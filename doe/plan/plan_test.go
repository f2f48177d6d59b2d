package plan_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

func TestLosVocabulariosSonSusConstantes(t *testing.T) {
	prueba.Concuerda(t, plan.Clases(), plan.ParseClase, plan.Meta, plan.Actividad)
	prueba.Concuerda(t, plan.Sentidos(), plan.ParseSentido, plan.Ascendente, plan.Descendente, plan.Mantener)
	prueba.Concuerda(t, plan.EstadosEvidencia(), plan.ParseEstadoEvidencia, plan.EvidenciaPresentada, plan.EvidenciaAceptada, plan.EvidenciaRechazada)
	prueba.Concuerda(t, plan.SinPronosticos(), plan.ParseSinPronostico, plan.PocosCortes, plan.SinAvance, plan.FueraDelHorizonte)
}

func TestLasFormasEstanAcotadas(t *testing.T) {
	assert.NoError(t, forma.Comprobar(reflect.TypeFor[plan.Linea]()))
	assert.NoError(t, forma.Comprobar(reflect.TypeFor[plan.Cambios]()))
}

func TestUnPeriodoEsMesOTrimestre(t *testing.T) {
	for s, dias := range map[string][2]string{
		"2026-01": {"2026-01-01", "2026-01-31"}, "2024-02": {"2024-02-01", "2024-02-29"}, "2026-12": {"2026-12-01", "2026-12-31"},
		"2026-T1": {"2026-01-01", "2026-03-31"}, "2026-T4": {"2026-10-01", "2026-12-31"},
	} {
		p, err := plan.ParsePeriodo(s)
		require.NoError(t, err)
		assert.Equal(t, s, p.String())
		assert.Equal(t, dias, [2]string{p.Desde().String(), p.Hasta().String()})
		assert.Equal(t, p, plan.PeriodoDe(p.Desde(), p.Paso()))
		assert.Equal(t, p.Hasta().Sumar(1), p.Siguiente().Desde())
	}
	for _, s := range []string{"", "2026", "2026-00", "2026-13", "2026-T0", "2026-T5", "2026-t1", "0000-01", "26-0001", "2026-+1", "2026-T", "+026-01"} {
		_, err := plan.ParsePeriodo(s)
		assert.ErrorIs(t, err, plan.ErrPeriodo, s)
	}
	assert.Panics(t, func() { plan.MustParsePeriodo("x") })
}

func TestUnPeriodoViajaComoTexto(t *testing.T) {
	var h plan.Hito
	require.NoError(t, json.Unmarshal([]byte(`{"periodo":"2026-T3","valor":12.5}`), &h))
	assert.Equal(t, plan.Hito{Periodo: per("2026-T3"), Valor: 1250}, h)
	assert.Error(t, json.Unmarshal([]byte(`{"periodo":"2026-T9"}`), &h))
	require.NoError(t, json.Unmarshal([]byte(`{"periodo":""}`), &h))
	assert.True(t, h.Periodo.IsZero())
	f, ok := forma.FormaDe(reflect.TypeFor[plan.Periodo]())
	assert.True(t, ok)
	assert.NotEmpty(t, f.Patron)
}

func TestSoloCuentanLosPeriodosQueCierranDentro(t *testing.T) {
	assert.Len(t, plan.Periodos(dia("2026-01-01"), dia("2026-12-31"), plan.Mes), 12)
	assert.Equal(t, []plan.Periodo{per("2026-T1"), per("2026-T2")}, plan.Periodos(dia("2026-02-10"), dia("2026-09-29"), plan.Trimestre))
	assert.Empty(t, plan.Periodos(dia("2026-02-10"), dia("2026-02-20"), plan.Mes))
	assert.Empty(t, plan.Periodos(dia("2026-02-10"), dia("2026-02-20").Sumar(-40), plan.Mes))
}

func FuzzParsePeriodo(f *testing.F) {
	for _, s := range []string{"2026-T1", "2026-12", "9999-T4", "2026-T5", "2026-1T"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := plan.ParsePeriodo(s)
		if err != nil {
			return
		}
		if p.String() != s || p.Hasta().Before(p.Desde()) {
			t.Fatalf("%q reads as %s", s, p)
		}
	})
}

// defectos lists what a change to a valid plan breaks.
func TestCadaDefectoSeDiceConSuLugar(t *testing.T) {
	require.Empty(t, plan.Revisar(programa(), anio))
	for _, x := range []struct {
		nombre string
		rompe  func(ls []plan.Linea) []plan.Linea
		dice   []plan.Defecto
	}{
		{"vacío", func([]plan.Linea) []plan.Linea { return nil }, []plan.Defecto{{plan.SinLineas, -1, ""}}},
		{"clave", func(ls []plan.Linea) []plan.Linea { ls[2].Clave = "A1"; return ls }, []plan.Defecto{{plan.ClaveRepetida, 2, "clave"}}},
		{"padre", func(ls []plan.Linea) []plan.Linea { ls[2].Padre = "X"; return ls },
			[]plan.Defecto{{plan.PadreInvalido, 2, "padre"}, {plan.PesosSinTodo, 0, ""}}},
		{"ciclo", func(ls []plan.Linea) []plan.Linea { ls[0].Padre, ls[0].Clase = "A1", plan.Actividad; return ls },
			[]plan.Defecto{{plan.PadreInvalido, 0, "padre"}, {plan.PadreInvalido, 1, "padre"}, {plan.MedidaDeGrupo, 1, "medida"}, {plan.PesosSinTodo, -1, ""}, {plan.PesosSinTodo, 1, ""}}},
		{"suelta", func(ls []plan.Linea) []plan.Linea { ls[3].Clase = plan.Actividad; return ls }, []plan.Defecto{{plan.ActividadSuelta, 3, "padre"}}},
		{"meta abajo", func(ls []plan.Linea) []plan.Linea {
			ls[1].Medida = nil
			return append(ls, linea("M3", "A1", plan.Meta, cantidad.Entero, medida(10)))
		}, []plan.Defecto{{plan.MetaBajoActividad, 4, "padre"}}},
		{"hondo", func(ls []plan.Linea) []plan.Linea {
			ls[1].Medida = nil
			return append(ls, linea("B", "A1", plan.Actividad, cantidad.Entero, nil), linea("C", "B", plan.Actividad, cantidad.Entero, medida(10)))
		}, []plan.Defecto{{plan.MuyHondo, 5, "padre"}}},
		{"peso", func(ls []plan.Linea) []plan.Linea { ls[0].Peso, ls[3].Peso = cantidad.Entero, 0; return ls }, []plan.Defecto{{plan.PesoFuera, 3, "peso"}}},
		{"pesos", func(ls []plan.Linea) []plan.Linea { ls[0].Peso--; return ls }, []plan.Defecto{{plan.PesosSinTodo, -1, ""}}},
		{"invertidas", func(ls []plan.Linea) []plan.Linea {
			ls[3].Inicio, ls[3].Fin = ls[3].Fin, ls[3].Inicio
			ls[3].Medida.Calendario = nil
			return ls
		}, []plan.Defecto{{plan.FechasInvertidas, 3, "fin"}}},
		{"fuera", func(ls []plan.Linea) []plan.Linea { ls[3].Fin = ls[3].Fin.Sumar(1); return ls }, []plan.Defecto{{plan.FueraDelPlan, 3, "fin"}}},
		{"fuera del padre", func(ls []plan.Linea) []plan.Linea {
			ls[0].Inicio = dia("2026-02-01")
			return ls
		}, []plan.Defecto{{plan.FueraDelPlan, 1, "inicio"}, {plan.FueraDelPlan, 2, "inicio"}}},
		{"ajena", func(ls []plan.Linea) []plan.Linea { ls[3].DependeDe = []string{"X"}; return ls }, []plan.Defecto{{plan.DependenciaAjena, 3, "depende_de"}}},
		{"de sí", func(ls []plan.Linea) []plan.Linea { ls[3].DependeDe = []string{"M2"}; return ls }, []plan.Defecto{{plan.DependenciaCiclica, 3, "depende_de"}}},
		{"del grupo", func(ls []plan.Linea) []plan.Linea { ls[1].DependeDe = []string{"M1"}; return ls }, []plan.Defecto{{plan.DependenciaCiclica, 1, "depende_de"}}},
		{"mutua", func(ls []plan.Linea) []plan.Linea {
			ls[1].DependeDe, ls[2].DependeDe = []string{"A2"}, []string{"A1"}
			return ls
		}, []plan.Defecto{{plan.OrdenRoto, 1, "inicio"}, {plan.DependenciaCiclica, 1, "depende_de"}, {plan.OrdenRoto, 2, "inicio"}, {plan.DependenciaCiclica, 2, "depende_de"}}},
		{"orden", func(ls []plan.Linea) []plan.Linea { ls[2].DependeDe = []string{"A1"}; return ls }, []plan.Defecto{{plan.OrdenRoto, 2, "inicio"}}},
		{"sin medida", func(ls []plan.Linea) []plan.Linea { ls[3].Medida = nil; return ls }, []plan.Defecto{{plan.MedidaFalta, 3, "medida"}}},
		{"grupo medido", func(ls []plan.Linea) []plan.Linea { ls[0].Medida = medida(10); return ls }, []plan.Defecto{{plan.MedidaDeGrupo, 0, "medida"}}},
		{"sin mejora", func(ls []plan.Linea) []plan.Linea {
			ls[3].Medida.LineaBase, ls[3].Medida.Calendario = 10000, nil
			return ls
		}, []plan.Defecto{{plan.MetaSinMejora, 3, "medida.meta"}}},
		{"valor", func(ls []plan.Linea) []plan.Linea {
			ls[3].Medida.Meta, ls[3].Medida.Calendario = cantidad.MaxValor+1, nil
			return ls
		}, []plan.Defecto{{plan.ValorFuera, 3, "medida.meta"}}},
		{"tolerancia", func(ls []plan.Linea) []plan.Linea { ls[3].Medida.Tolerancia = 1; return ls }, []plan.Defecto{{plan.ToleranciaMal, 3, "medida.tolerancia"}}},
		{"mantener", func(ls []plan.Linea) []plan.Linea {
			m := ls[3].Medida
			m.Sentido, m.Excede, m.Calendario = plan.Mantener, true, nil
			return ls
		}, []plan.Defecto{{plan.ExcedeMal, 3, "medida.excede"}, {plan.CalendarioFalta, 3, "medida.calendario"}}},
		{"desorden", func(ls []plan.Linea) []plan.Linea {
			ls[3].Medida.Calendario[1].Periodo = per("2026-T1")
			ls[3].Medida.Calendario[2].Periodo = per("2026-09")
			return ls
		}, []plan.Defecto{{plan.CalendarioEnDesorden, 3, "medida.calendario[1].periodo"}, {plan.CalendarioEnDesorden, 3, "medida.calendario[2].periodo"}}},
		{"calendario fuera", func(ls []plan.Linea) []plan.Linea { ls[3].Inicio = dia("2026-04-01"); return ls },
			[]plan.Defecto{{plan.CalendarioFuera, 3, "medida.calendario[0].periodo"}}},
		{"retrocede", func(ls []plan.Linea) []plan.Linea { ls[3].Medida.Calendario[1].Valor = 2499; return ls },
			[]plan.Defecto{{plan.CalendarioRetrocede, 3, "medida.calendario[1].valor"}}},
		{"sin meta", func(ls []plan.Linea) []plan.Linea { ls[3].Medida.Meta = 10001; return ls }, []plan.Defecto{{plan.CalendarioSinMeta, 3, "medida.calendario"}}},
	} {
		assert.Equal(t, x.dice, plan.Revisar(x.rompe(programa()), anio), x.nombre)
	}
}

func TestLosPesosDelTodoSumanLosDelGrupo(t *testing.T) {
	ls, marco := programa(), anio
	marco.Reparto = plan.DelTodo
	assert.Equal(t, []plan.Defecto{{plan.PesosSinTodo, 0, "peso"}}, plan.Revisar(ls, marco))
	ls[1].Peso, ls[2].Peso = 4200, 1800
	assert.Empty(t, plan.Revisar(ls, marco))
}

func TestLosDefectosSonFallasConCodigo(t *testing.T) {
	var f falla.Fallas
	plan.Anotar(&f, []plan.Defecto{{plan.PesosSinTodo, -1, ""}, {plan.CalendarioSinMeta, 3, "medida.calendario"}}, "body.lineas")
	require.Len(t, f, 2)
	assert.Equal(t, []string{"body.lineas", "DOE-PLAN-08"}, []string{f[0].Ubicacion, f[0].Codigo})
	assert.Equal(t, []string{"body.lineas[3].medida.calendario", "DOE-PLAN-24"}, []string{f[1].Ubicacion, f[1].Codigo})
	vistos := map[string]bool{}
	for _, r := range plan.Reglas() {
		assert.NotEmpty(t, r.Es)
		assert.NotEmpty(t, r.En)
		assert.False(t, r.Fuente.IsZero())
		assert.False(t, vistos[r.Codigo], r.Codigo)
		vistos[r.Codigo] = true
	}
	assert.Empty(t, plan.ClaseDefecto(0).Regla().Codigo)
	assert.Empty(t, plan.ClaseDefecto(99).Regla().Codigo)
}

func TestElCambioDiceLoQueNoCambia(t *testing.T) {
	ls := programa()
	n := ls[1].Clonar()
	n.Peso = 5000
	c := plan.Cambios{Lineas: []plan.Linea{ls[3], n, n}, Quitar: []string{"X", "A2"}}
	lineas, quitar := c.Revisar(ls)
	assert.Equal(t, []plan.Defecto{{plan.CambioVacio, 0, ""}, {plan.CambioRepetido, 2, "clave"}}, lineas)
	assert.Equal(t, []plan.Defecto{{plan.CambioAjeno, 0, ""}}, quitar)
	assert.True(t, plan.Cambios{}.Vacio())
	assert.False(t, c.Vacio())
}

func TestLoQueSeMantieneCuentaLosCierresEnQueSeMantuvo(t *testing.T) {
	m := plan.Medida{LineaBase: 9000, Meta: 9500, Tolerancia: 100, Sentido: plan.Mantener}
	for _, p := range plan.Periodos(anio.Inicio, anio.Fin, plan.Trimestre) {
		m.Calendario = append(m.Calendario, plan.Hito{Periodo: p, Valor: 9500})
	}
	cortes := []plan.Corte{{per("2026-T1"), 9600}, {per("2026-T2"), 9399}, {per("2026-T3"), 9400}}
	for s, dice := range map[string]cantidad.Centesimas{"2026-03-30": 0, "2026-03-31": 2500, "2026-06-30": 2500, "2026-09-30": 5000, "2026-12-31": 5000} {
		assert.Equal(t, dice, m.Avance(cortes, dia(s)), s)
	}
	assert.Zero(t, plan.Medida{Sentido: plan.Mantener}.Avance(cortes, anio.Fin))
}

func TestLoQueSeReducePasaDeLaBaseALaMeta(t *testing.T) {
	m := plan.Medida{LineaBase: 4000, Meta: 1000, Sentido: plan.Descendente}
	for v, dice := range map[cantidad.Valor]cantidad.Centesimas{5000: 0, 4000: 0, 3999: 3, 2500: 5000, 1001: 9996, 1000: 10000, 0: 10000} {
		assert.Equal(t, dice, m.Avance([]plan.Corte{{per("2026-T1"), v}}, anio.Fin), "%d", v)
	}
	m.Excede = true
	assert.Equal(t, cantidad.Valor(13333), m.Alcance(0))
	m.Excede = false
	assert.Equal(t, cantidad.Valor(10000), m.Alcance(0))
	igual := plan.Medida{LineaBase: 5, Meta: 5, Sentido: plan.Ascendente}
	assert.Equal(t, cantidad.Valor(10000), igual.Alcance(5))
	assert.Zero(t, igual.Alcance(4))
}

func TestCuentaElUltimoCierreAunqueLleguenEnDesorden(t *testing.T) {
	m := medida(1000, 2000, 3000, 4000)
	cortes := []plan.Corte{{per("2026-T2"), 2000}, {per("2026-T1"), 500}}
	assert.Equal(t, cantidad.Centesimas(1250), m.Avance(cortes, dia("2026-03-31")))
	assert.Equal(t, cantidad.Centesimas(5000), m.Avance(cortes, dia("2026-07-01")))
	assert.Zero(t, m.Avance(cortes, dia("2026-03-30")))
}

func TestUnArbolRotoNoDetieneElCalculo(t *testing.T) {
	ls := []plan.Linea{linea("A", "B", plan.Meta, 1, nil), linea("B", "A", plan.Meta, -9, nil), linea("C", "C", plan.Meta, 5, nil)}
	tr := plan.ArbolDe(ls)
	_, todo := tr.Ponderar(func(*plan.Linea) cantidad.Centesimas { return cantidad.Entero })
	assert.Zero(t, todo)
	assert.Empty(t, tr.HojasBajo(0))
	assert.True(t, tr.Ciclo(0, func(l *plan.Linea) []string { return []string{l.Padre} }))
	for _, p := range tr.Participacion() {
		assert.Zero(t, p.Sign())
	}
	assert.NotEmpty(t, plan.Revisar(ls, anio))
}

func TestSinDosCierresNoSePronostica(t *testing.T) {
	m := plan.Marcha{Inicio: anio.Inicio, Fin: anio.Fin, Lineas: programa(), Cortes: map[string][]plan.Corte{"A1": {{per("2026-T1"), 900}}}}
	p := m.Serie(dia("2026-03-31"), plan.Trimestre).Pronostico()
	assert.Equal(t, plan.Pronostico{Metodo: plan.MetodoPronostico, Cortes: 1, Motivo: plan.PocosCortes}, p)
	m.Cortes = nil
	p = m.Serie(dia("2026-06-30"), plan.Trimestre).Pronostico()
	assert.Equal(t, plan.SinAvance, p.Motivo)
	m.Cortes = map[string][]plan.Corte{"A2": {{per("2026-T2"), 1}}}
	p = m.Serie(dia("2026-09-30"), plan.Trimestre).Pronostico()
	assert.Equal(t, plan.FueraDelHorizonte, p.Motivo)
}

func TestLoTerminadoSeFechaAlCierreEnQueQuedoEntero(t *testing.T) {
	m := plan.Marcha{Inicio: anio.Inicio, Fin: anio.Fin, Lineas: programa(), Cortes: map[string][]plan.Corte{
		"A1": {{per("2026-T3"), 4000}}, "A2": {{per("2026-T1"), 1000}}, "M2": {{per("2026-T2"), 10000}},
	}}
	p := m.Serie(anio.Fin, plan.Mes).Pronostico()
	assert.Equal(t, dia("2026-09-30"), p.Termino)
	assert.Equal(t, -92, p.Dias)
	_, tarde := m.Serie(anio.Fin, plan.Mes).Atraso()
	assert.False(t, tarde)
}

func TestLaEvidenciaPruebaSuPeriodo(t *testing.T) {
	e := plan.Evidencia{PeriodoDesde: dia("2026-01-10"), PeriodoHasta: dia("2026-02-10"), VigenteHasta: dia("2026-06-01")}
	q := per("2026-T1")
	assert.True(t, e.Prueba(q.Desde(), q.Hasta()))
	assert.False(t, e.Prueba(per("2026-T2").Desde(), per("2026-T2").Hasta()))
	assert.False(t, e.Caduca(dia("2026-06-01")))
	assert.True(t, e.Caduca(dia("2026-06-02")))
	e.Estado = plan.EvidenciaRechazada
	assert.False(t, e.Prueba(q.Desde(), q.Hasta()))
}

func TestLaVersionDiceLoQueCambio(t *testing.T) {
	h := plan.Historial{}
	_, ok := h.Original()
	assert.False(t, ok)
	_, ok = h.Vigente()
	assert.False(t, ok)
	h = h.Agregar(plan.Version{Inicio: anio.Inicio, Fin: anio.Fin, Lineas: programa()})
	nuevas := programa()
	nuevas[1].Medida.Meta, nuevas[1].DependeDe = 5000, []string{}
	nuevas = slices.Delete(nuevas, 3, 4)
	nuevas = append(nuevas, linea("M9", "", plan.Meta, 4000, medida(1)))
	h = h.Agregar(plan.Version{Inicio: dia("2026-01-02"), Fin: dia("2026-12-30"), Lineas: nuevas, Motivo: "Cambió el alcance"})
	var dice []string
	for _, d := range plan.Comparar(h[0], h[1]) {
		dice = append(dice, d.Linea+"/"+d.Campo)
	}
	assert.Equal(t, []string{"/inicio", "/fin", "A1/medida.meta", "M2/", "M9/"}, dice)
	v, _ := h.Vigente()
	assert.Equal(t, 2, v.Numero)
	_, numero, ok := h.Primera("M9")
	assert.True(t, ok)
	assert.Equal(t, 2, numero)
	_, _, ok = h.Primera("X")
	assert.False(t, ok)
}
