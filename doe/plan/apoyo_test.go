package plan_test

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

func per(s string) plan.Periodo { return plan.MustParsePeriodo(s) }

var anio = plan.Marco{Inicio: dia("2026-01-01"), Fin: dia("2026-12-31"), Reparto: plan.EntreHermanas, Niveles: 3}

// medida is a measure that goes up by quarters.
func medida(valores ...cantidad.Valor) *plan.Medida {
	m := &plan.Medida{Nombre: "Visitas hechas", Unidad: "visita", Sentido: plan.Ascendente}
	for i, v := range valores {
		p, _ := plan.NuevoPeriodo(2026, plan.Trimestre, i+1)
		m.Calendario, m.Meta = append(m.Calendario, plan.Hito{Periodo: p, Valor: v}), v
	}
	return m
}

func linea(clave, padre string, clase plan.Clase, peso cantidad.Centesimas, m *plan.Medida) plan.Linea {
	return plan.Linea{
		Clave: clave, Padre: padre, Clase: clase, Peso: peso, Medida: m, Descripcion: "Renglón de prueba", Responsable: "doe-7.1.3",
		Inicio: anio.Inicio, Fin: anio.Fin,
	}
}

// programa is a small valid plan: two goals, one with two activities.
func programa() []plan.Linea {
	return []plan.Linea{
		linea("M1", "", plan.Meta, 6000, nil),
		linea("A1", "M1", plan.Actividad, 7000, medida(1000, 2000, 3000, 4000)),
		linea("A2", "M1", plan.Actividad, 3000, medida(0, 500, 500, 1000)),
		linea("M2", "", plan.Meta, 4000, medida(2500, 5000, 7500, 10000)),
	}
}

// repartir splits a whole among n parts, none empty.
func repartir(t *rapid.T, todo, n int) []cantidad.Centesimas {
	out := make([]cantidad.Centesimas, n)
	for i := range out {
		queda := todo - (n - 1 - i)
		parte := queda
		if i < n-1 {
			parte = rapid.IntRange(1, queda).Draw(t, "peso")
		}
		out[i], todo = cantidad.Centesimas(parte), todo-parte
	}
	return out
}

// lineasAlAzar draws a valid plan of up to three levels.
func lineasAlAzar(t *rapid.T, r plan.Reparto) []plan.Linea {
	var ls []plan.Linea
	var sembrar func(padre string, todo, hondo int)
	sembrar = func(padre string, todo, hondo int) {
		n := rapid.IntRange(1, min(4, todo)).Draw(t, "partes")
		for _, peso := range repartir(t, todo, n) {
			clase := plan.Actividad
			if hondo == 1 {
				clase = plan.Meta
			}
			ls = append(ls, linea(fmt.Sprintf("L%d", len(ls)+1), padre, clase, peso, nil))
			i := len(ls) - 1
			abajo := int(cantidad.Entero)
			if r == plan.DelTodo {
				abajo = int(peso)
			}
			if hondo < 3 && rapid.Bool().Draw(t, "agrupa") {
				sembrar(ls[i].Clave, abajo, hondo+1)
			} else {
				ls[i].Medida = medidaAlAzar(t)
			}
		}
	}
	sembrar("", int(cantidad.Entero), 1)
	return ls
}

// medidaAlAzar draws a measure with a calendar of months or quarters.
func medidaAlAzar(t *rapid.T) *plan.Medida {
	m := &plan.Medida{Nombre: "Medida", Unidad: "unidad", Sentido: rapid.SampledFrom([]plan.Sentido{plan.Ascendente, plan.Descendente, plan.Mantener}).Draw(t, "sentido")}
	m.LineaBase = cantidad.Valor(rapid.IntRange(-5000, 5000).Draw(t, "base"))
	paso := rapid.SampledFrom([]plan.Paso{plan.Mes, plan.Trimestre}).Draw(t, "paso")
	signo := cantidad.Valor(1)
	if m.Sentido == plan.Descendente {
		signo = -1
	}
	v := m.LineaBase
	for _, p := range plan.Periodos(anio.Inicio, anio.Fin, paso) {
		if m.Sentido != plan.Mantener {
			v += signo * cantidad.Valor(rapid.IntRange(0, 500).Draw(t, "paso"))
		}
		m.Calendario = append(m.Calendario, plan.Hito{Periodo: p, Valor: v})
	}
	if m.Sentido != plan.Mantener {
		v += signo
		m.Calendario[len(m.Calendario)-1].Valor = v
	}
	m.Meta = v
	return m
}

// cortesAlAzar draws what was measured at each close up to some quarter.
func cortesAlAzar(t *rapid.T, ls []plan.Linea, trimestres int) map[string][]plan.Corte {
	out := map[string][]plan.Corte{}
	for _, l := range ls {
		if l.Medida == nil {
			continue
		}
		for n := range trimestres {
			p, _ := plan.NuevoPeriodo(2026, plan.Trimestre, n+1)
			v := cantidad.Valor(rapid.IntRange(-12000, 12000).Draw(t, "valor"))
			out[l.Clave] = append(out[l.Clave], plan.Corte{Periodo: p, Valor: v})
		}
	}
	return out
}
