package indicador_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/indicador"
)

// A walk over the measurements of a quarter: what is refused changes nothing,
// what is done replays, the first value stays, and the recorded result is what
// the formula kept in the record gives.
func TestPaseoDeMediciones(t *testing.T) {
	quienes := []doe.Actor{elabora, coordina, unidad, regional("14"), regional("15"), evaluado, doe.Reloj()}
	rapid.Check(t, func(rt *rapid.T) {
		x, _ := solicitado(t)
		hoy := fecha.MustParse("2026-04-01")
		for range 25 {
			hoy = hoy.Sumar(rapid.IntRange(0, 6).Draw(rt, "dias"))
			x.Amanece(hoy.String())
			ms := x.mediciones()
			m := ms[rapid.IntRange(0, len(ms)-1).Draw(rt, "medicion")]
			acto, entrada := unActo(rt)
			antes := x.Doc("mediciones", m.Folio)
			_, err := x.intentar(indicador.ColeccionMediciones, m.Folio, acto, entrada, rapid.SampledFrom(quienes).Draw(rt, "quien"), hoy.String())
			var e *falla.Error
			if err != nil && (!errors.As(err, &e) || antes != x.Doc("mediciones", m.Folio)) {
				rt.Fatalf("%s: %v", acto, err)
			}
			despues := x.med(m.Folio)
			if len(m.Capturas) > 0 && fmt.Sprint(m.Capturas[0].Datos) != fmt.Sprint(despues.Capturas[0].Datos) {
				rt.Fatal("the first value was lost")
			}
			comprobarResultado(rt, despues)
		}
	})
}

func unActo(rt *rapid.T) (string, any) {
	actos := map[string]any{
		"capturar": con(unReporte(rt), func(r *indicador.Reporte) { r.Oficio, r.Atencion = "Oficio 1", "Se corrigió" }),
		"reportar": unReporte(rt), "corregir": con(unReporte(rt), func(r *indicador.Reporte) { r.Atencion = "Se corrigió" }),
		"observar": indicador.Observar.Ejemplo, "validar": indicador.Nota{}, "reabrir": indicador.Observar.Ejemplo,
		"prorrogar": indicador.Prorrogar.Ejemplo, "observar-retraso": indicador.Demora{Entrega: rapid.SampledFrom([]string{"reporte", "correccion"}).Draw(rt, "entrega")},
		"analizar": indicador.Analizar.Ejemplo, "definir-estrategia": indicador.DefinirEstrategia.Ejemplo,
	}
	nombres := []string{"reportar", "corregir", "capturar", "observar", "validar", "reabrir", "prorrogar", "observar-retraso", "analizar", "definir-estrategia"}
	a := rapid.SampledFrom(nombres).Draw(rt, "acto")
	return a, actos[a]
}

func unReporte(rt *rapid.T) indicador.Reporte {
	return reporte(rapid.IntRange(0, 500).Draw(rt, "en plazo"), rapid.IntRange(0, 500).Draw(rt, "respondidas"))
}

func comprobarResultado(rt *rapid.T, m indicador.Medicion) {
	for _, c := range m.Capturas {
		v := map[string]cantidad.Valor{}
		for _, d := range c.Datos {
			v[d.Variable] = d.Valor
		}
		r, _ := m.Regla.Califica(v)
		if r.SinDato != c.SinDato || r.Luz != c.Luz || (r.Valor == nil) != (c.Valor == nil) || r.Valor != nil && *r.Valor != *c.Valor {
			rt.Fatalf("the record says %+v and its formula %+v", c.Resultado, r)
		}
	}
}

// grupo is a random set of validated measurements of one indicator: some
// organs by some quarters, two counts and a stock.
func grupo(rt *rapid.T) (indicador.Indicador, []indicador.Medicion) {
	f := ficha()
	f.Variables = append(f.Variables, indicador.Variable{Clave: "plazas", Nombre: "Plazas", Unidad: "plazas", Fuente: "Nómina", Clase: indicador.Conteo,
		EntreOrganos: rapid.SampledFrom([]indicador.Acumulacion{indicador.Suma, indicador.Maximo, indicador.Minimo}).Draw(rt, "entre"),
		EnElTiempo:   rapid.SampledFrom([]indicador.Acumulacion{indicador.Suma, indicador.Ultimo, indicador.Maximo, indicador.Minimo}).Draw(rt, "tiempo")})
	f.Formula = "100 * en_plazo / respondidas + plazas"
	i := indicador.Indicador{Clave: "X", Numero: 1, Ficha: &f}
	i.Folio, f.Medidos = "IND-1", nil
	var ms []indicador.Medicion
	for o := range rapid.IntRange(1, 6).Draw(rt, "organos") {
		med := indicador.Medido{Organo: doe.ClaveOrgano(fmt.Sprintf("subdelegacion-%d", o)), OOAD: "14"}
		f.Medidos = append(f.Medidos, med)
		for q := range 4 {
			ms = append(ms, unaMedicion(rt, i, med, indicador.Periodo(fmt.Sprintf("2026-T%d", q+1))))
		}
	}
	return i, ms
}

func unaMedicion(rt *rapid.T, i indicador.Indicador, med indicador.Medido, p indicador.Periodo) indicador.Medicion {
	m := indicador.Medicion{Indicador: i.Folio, Clave: i.Clave, Numero: 1, Periodo: p, Medido: med, MedidoClave: med.Clave(), Corte: p.Fin()}
	m.Estado = indicador.Aprobada
	var c indicador.Captura
	for _, v := range i.Ficha.Variables {
		c.Datos = append(c.Datos, indicador.Dato{Variable: v.Clave, Valor: cantidad.Valor(100 * rapid.IntRange(0, 1000).Draw(rt, v.Clave)), Fuente: "SIADE"})
	}
	m.Capturas = []indicador.Captura{c}
	return m
}

// juntar makes one measurement of a roll-up, so that it can be rolled up again.
func juntar(i indicador.Indicador, a indicador.Agregado, nombre string) indicador.Medicion {
	m := indicador.Medicion{Indicador: i.Folio, Clave: i.Clave, Periodo: "2026-T1", MedidoClave: nombre, Corte: fecha.MustParse("2026-03-31")}
	m.Estado = indicador.Aprobada
	var c indicador.Captura
	for _, v := range a.Variables {
		c.Datos = append(c.Datos, indicador.Dato{Variable: v.Clave, Valor: *v.Valor, Fuente: "SIADE"})
	}
	m.Capturas = []indicador.Captura{c}
	return m
}

// Rolling up the parts of a partition of the organs, and then those roll-ups,
// gives what rolling up the whole gives.
func TestElAgregadoDeUnaParticionEsElDelTodo(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		i, ms := grupo(rt)
		todo := indicador.Agregar(i, "2026", ms)
		require.True(rt, todo.Completo)
		require.Len(rt, ms, todo.Partes)
		parte := map[string]int{}
		var en [2][]indicador.Medicion
		for _, m := range ms {
			if _, hay := parte[m.MedidoClave]; !hay {
				parte[m.MedidoClave] = rapid.IntRange(0, 1).Draw(rt, "parte")
			}
			en[parte[m.MedidoClave]] = append(en[parte[m.MedidoClave]], m)
		}
		var juntas []indicador.Medicion
		for k := range en {
			if len(en[k]) > 0 {
				juntas = append(juntas, juntar(i, indicador.Agregar(i, "2026", en[k]), fmt.Sprint("parte-", k)))
			}
		}
		otro := indicador.Agregar(i, "2026-T1", juntas)
		for j := range todo.Variables {
			require.Equal(rt, *todo.Variables[j].Valor, *otro.Variables[j].Valor, todo.Variables[j].Clave)
		}
		require.Equal(rt, todo.Resultado, otro.Resultado)
		require.Equal(rt, todo.Pasos, otro.Pasos)
	})
}

// The order in which measurements come changes nothing.
func TestElOrdenNoCambiaLasLecturas(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		i, ms := grupo(rt)
		otras := rapid.Permutation(ms).Draw(rt, "orden")
		require.Equal(rt, indicador.Agregar(i, "2026", ms), indicador.Agregar(i, "2026", otras))
		require.Equal(rt, indicador.Comparar(i, "2026-T2", ms), indicador.Comparar(i, "2026-T2", otras))
		require.Equal(rt, indicador.Serie(ms), indicador.Serie(otras))
	})
}
