package plan_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// A plan of two goals, measured at the close of two quarters.
func Example() {
	m := plan.Marcha{
		Inicio: fecha.MustParse("2026-01-01"), Fin: fecha.MustParse("2026-12-31"), Lineas: programa(),
		Cortes: map[string][]plan.Corte{
			"A1": {{Periodo: per("2026-T1"), Valor: 1000}, {Periodo: per("2026-T2"), Valor: 1600}},
			"A2": {{Periodo: per("2026-T2"), Valor: 500}},
			"M2": {{Periodo: per("2026-T1"), Valor: 2500}, {Periodo: per("2026-T2"), Valor: 4000}},
		},
	}
	fmt.Println(len(plan.Revisar(m.Lineas, anio)), "defectos")
	s := m.Serie(fecha.MustParse("2026-06-30"), plan.Trimestre)
	for _, p := range s.Puntos {
		fmt.Println(p.Periodo, p.Programado, p.Real, p.Informado)
	}
	a, _ := s.Atraso()
	fmt.Println("debe", a.Debe, "desde", a.Desde)
	for _, x := range m.Atrasadas(s.Corte) {
		fmt.Println(x.Clave, "debe", x.Debe, "desde", x.Desde)
	}
	p := s.Pronostico()
	fmt.Println("termina", p.Termino, "a", p.Dias, "días de su fecha, con ritmo de", p.Ritmo)
	// Output:
	// 0 defectos
	// 2026-T1 20.5 20.5 true
	// 2026-T2 50 41.8 true
	// 2026-T3 70.5 0 false
	// 2026-T4 100 0 false
	// debe 8.2 desde 2026-06-30
	// A1 debe 10 desde 2026-06-30
	// M2 debe 10 desde 2026-06-30
	// termina 2027-03-01 a 60 días de su fecha, con ritmo de 86.02
}

// The first plan is kept beside each change of it.
func ExampleHistorial() {
	h := plan.Historial{}.Agregar(plan.Version{Inicio: anio.Inicio, Fin: anio.Fin, Lineas: programa()})
	v, _ := h.Vigente()
	n := v.Lineas[3].Clonar()
	n.Inicio = fecha.MustParse("2026-02-01")
	v.Lineas, v.Motivo = plan.Cambios{Lineas: []plan.Linea{n}}.Aplicar(v.Lineas), "El convenio se firmó en febrero"
	h = h.Agregar(v)
	for _, d := range plan.Comparar(h[0], h[1]) {
		fmt.Println(d.Linea, d.Campo, d.Antes, "→", d.Despues)
	}
	o, version, _ := h.Primera("M2")
	fmt.Println(len(h), "versiones; en la", version, "comenzaba el", o.Inicio)
	// Output:
	// M2 inicio 2026-01-01 → 2026-02-01
	// 2 versiones; en la 1 comenzaba el 2026-01-01
}
