package plan_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

func diaAlAzar(t *rapid.T, n string) fecha.Fecha {
	return anio.Inicio.Sumar(rapid.IntRange(-40, 420).Draw(t, n))
}

func TestUnPlanBienRepartidoNoTieneDefectosYUnoMovidoSi(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		marco := anio
		marco.Reparto = rapid.SampledFrom([]plan.Reparto{plan.EntreHermanas, plan.DelTodo}).Draw(rt, "reparto")
		ls := lineasAlAzar(rt, marco.Reparto)
		require.Empty(rt, plan.Revisar(ls, marco))
		i := rapid.IntRange(0, len(ls)-1).Draw(rt, "renglón")
		ls[i].Peso++
		ds := plan.Revisar(ls, marco)
		require.NotEmpty(rt, ds)
		for _, d := range ds {
			require.Contains(rt, []plan.ClaseDefecto{plan.PesosSinTodo, plan.PesoFuera}, d.Clase)
		}
	})
}

func TestElTodoEsLaSumaPonderadaDeLasHojas(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ls := lineasAlAzar(rt, rapid.SampledFrom([]plan.Reparto{plan.EntreHermanas, plan.DelTodo}).Draw(rt, "reparto"))
		tasas := map[string]cantidad.Centesimas{}
		for _, l := range ls {
			tasas[l.Clave] = cantidad.Centesimas(rapid.IntRange(0, 10000).Draw(rt, "tasa"))
		}
		t := plan.ArbolDe(ls)
		cada, todo := t.Ponderar(func(l *plan.Linea) cantidad.Centesimas { return tasas[l.Clave] })
		suma, partes := new(big.Rat), new(big.Rat)
		for i, p := range t.Participacion() {
			partes.Add(partes, p)
			suma.Add(suma, new(big.Rat).Mul(p, big.NewRat(int64(tasas[ls[i].Clave]), 1)))
			if t.Hoja(ls[i].Clave) {
				require.Equal(rt, tasas[ls[i].Clave], cada[i])
			}
		}
		require.Equal(rt, "1", partes.RatString(), "las hojas se reparten el todo")
		require.Equal(rt, new(big.Int).Quo(suma.Num(), suma.Denom()).Int64(), int64(todo))
	})
}

func TestSoloLoHechoEnteroEsEntero(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ls := lineasAlAzar(rt, plan.EntreHermanas)
		t := plan.ArbolDe(ls)
		falta := ""
		tasa := func(l *plan.Linea) cantidad.Centesimas {
			if l.Clave == falta {
				return cantidad.Entero - 1
			}
			return cantidad.Entero
		}
		_, todo := t.Ponderar(tasa)
		require.Equal(rt, cantidad.Entero, todo)
		for _, l := range ls {
			if t.Hoja(l.Clave) {
				falta = l.Clave
				_, todo = t.Ponderar(tasa)
				require.Less(rt, todo, cantidad.Entero)
			}
		}
	})
}

func TestUnPlanEsUnaHojaDelSuperior(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		// Two plans under a superior one weigh as if their lines were its own.
		a, b := lineasAlAzar(rt, plan.EntreHermanas), lineasAlAzar(rt, plan.EntreHermanas)
		tasa := func(l *plan.Linea) cantidad.Centesimas {
			return cantidad.Centesimas(len(l.Clave)*977+int(l.Peso)) % 10001
		}
		peso := cantidad.Centesimas(rapid.IntRange(1, 9999).Draw(rt, "peso"))
		_, ta := plan.ArbolDe(a).Ponderar(tasa)
		_, tb := plan.ArbolDe(b).Ponderar(tasa)
		nodos := []plan.Nodo{{Clave: "a", Peso: peso}, {Clave: "b", Peso: cantidad.Entero - peso}}
		tasas := []cantidad.Centesimas{0, 0}
		for _, x := range []struct {
			n  string
			ls []plan.Linea
		}{{"a", a}, {"b", b}} {
			for _, l := range x.ls {
				padre := x.n
				if l.Padre != "" {
					padre += "/" + l.Padre
				}
				nodos = append(nodos, plan.Nodo{Clave: x.n + "/" + l.Clave, Padre: padre, Peso: l.Peso})
				tasas = append(tasas, tasa(&l))
			}
		}
		indices := make([]int, len(nodos))
		for i := range indices {
			indices[i] = i
		}
		arbol := plan.NuevoArbol(indices, func(i *int) plan.Nodo { return nodos[*i] })
		cada, todo := arbol.Ponderar(func(i *int) cantidad.Centesimas { return tasas[*i] })
		require.Equal(rt, ta, cada[0])
		require.Equal(rt, tb, cada[1])
		require.InDelta(rt, (int(ta)*int(peso)+int(tb)*int(cantidad.Entero-peso))/10000, int(todo), 1)
	})
}

func TestLoProgramadoNuncaRetrocedeYTerminaEntero(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := plan.Marcha{Inicio: anio.Inicio, Fin: anio.Fin, Lineas: lineasAlAzar(rt, plan.EntreHermanas)}
		a, b := diaAlAzar(rt, "un día"), diaAlAzar(rt, "otro")
		if b.Before(a) {
			a, b = b, a
		}
		require.LessOrEqual(rt, m.Programado(a), m.Programado(b))
		require.Equal(rt, cantidad.Entero, m.Programado(anio.Fin))
		require.Zero(rt, m.Programado(anio.Inicio.Sumar(-1)))
	})
}

func TestElAvanceNuncaPasaDelTodoYElAlcanceSoloSiSeDeclara(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := *medidaAlAzar(rt)
		m.Excede = m.Sentido != plan.Mantener && rapid.Bool().Draw(rt, "excede")
		v := cantidad.Valor(rapid.IntRange(-20000, 20000).Draw(rt, "valor"))
		cortes := []plan.Corte{{Periodo: per("2026-T1"), Valor: v}}
		a, al := m.Avance(cortes, anio.Fin), m.Alcance(v)
		require.LessOrEqual(rt, a, cantidad.Entero)
		require.GreaterOrEqual(rt, a, cantidad.Centesimas(0))
		require.GreaterOrEqual(rt, al, cantidad.Valor(0))
		if !m.Excede {
			require.LessOrEqual(rt, al, cantidad.Valor(cantidad.Entero))
		}
		if m.Sentido != plan.Mantener {
			require.Equal(rt, m.Sentido.Alcanza(v, m.Meta), a == cantidad.Entero)
		}
	})
}

func TestReprogramarNuncaPierdeElOriginal(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ls := lineasAlAzar(rt, plan.EntreHermanas)
		h := plan.Historial{}.Agregar(plan.Version{Dia: anio.Inicio, Inicio: anio.Inicio, Fin: anio.Fin, Lineas: ls})
		primero, err := json.Marshal(h[0])
		require.NoError(rt, err)
		for range rapid.IntRange(1, 6).Draw(rt, "veces") {
			antes, _ := json.Marshal(h)
			v, _ := h.Vigente()
			otra := lineasAlAzar(rt, plan.EntreHermanas)
			c := plan.Cambios{Lineas: otra}
			if rapid.Bool().Draw(rt, "quita") {
				c.Quitar = []string{v.Lineas[0].Clave}
			}
			v.Lineas, v.Motivo = c.Aplicar(v.Lineas), "cambio"
			n := h.Agregar(v)
			for i := range v.Lineas { // what a caller does afterwards changes no version
				v.Lineas[i].Peso = 1
				if v.Lineas[i].Medida != nil {
					v.Lineas[i].Medida.Meta = 99
				}
			}
			despues, _ := json.Marshal(h)
			require.Equal(rt, string(antes), string(despues), "las versiones anteriores no cambian")
			h = n
		}
		ahora, _ := json.Marshal(h[0])
		require.Equal(rt, string(primero), string(ahora))
		for _, l := range ls {
			p, version, ok := h.Primera(l.Clave)
			require.True(rt, ok)
			require.Equal(rt, 1, version)
			require.Equal(rt, l, p)
		}
	})
}

func TestElCambioDiceLaDiferenciaYNadaMas(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ls := lineasAlAzar(rt, plan.EntreHermanas)
		require.Empty(rt, plan.CompararLineas(ls, plan.Clonar(ls)))
		i := rapid.IntRange(0, len(ls)-1).Draw(rt, "renglón")
		n := ls[i].Clonar()
		n.Fin = n.Fin.Sumar(-10)
		c := plan.Cambios{Lineas: []plan.Linea{n}}
		ds := plan.CompararLineas(ls, c.Aplicar(ls))
		require.Equal(rt, []plan.Diferencia{{Linea: n.Clave, Campo: "fin", Antes: ls[i].Fin, Despues: n.Fin}}, ds)
	})
}

// serieAlAzar draws a schedule by quarters with what was done up to a cut.
func serieAlAzar(t *rapid.T, reales []cantidad.Centesimas) plan.Serie {
	s := plan.Serie{Inicio: anio.Inicio, Fin: anio.Fin}
	prog := cantidad.Centesimas(0)
	for i, p := range plan.Periodos(anio.Inicio, anio.Fin, plan.Trimestre) {
		prog = min(cantidad.Entero, prog+cantidad.Centesimas(rapid.IntRange(0, 5000).Draw(t, "programado")))
		if i == 3 {
			prog = cantidad.Entero
		}
		pt := plan.Punto{Periodo: p, Programado: prog}
		if i < len(reales) {
			pt.Real, pt.Informado, s.Corte = reales[i], true, p.Hasta()
		}
		s.Puntos = append(s.Puntos, pt)
	}
	return s
}

func TestConMasAvanceElPronosticoNuncaEsPosterior(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 4).Draw(rt, "cortes")
		s := serieAlAzar(rt, make([]cantidad.Centesimas, n))
		u := &s.Puntos[n-1]
		u.Real = cantidad.Centesimas(rapid.IntRange(0, 9999).Draw(rt, "menos"))
		menos := s.Pronostico()
		u.Real = cantidad.Centesimas(rapid.IntRange(int(u.Real), 10000).Draw(rt, "más"))
		mas := s.Pronostico()
		if menos.Motivo == "" {
			require.Empty(rt, mas.Motivo)
			require.False(rt, mas.Termino.After(menos.Termino), "%s después de %s", mas.Termino, menos.Termino)
		}
		if mas.Motivo == "" && u.Real < cantidad.Entero {
			require.True(rt, mas.Termino.After(s.Corte), "lo que falta no termina antes del corte")
		}
	})
}

func TestQuienVaEnTiempoTerminaEnSuFecha(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := serieAlAzar(rt, make([]cantidad.Centesimas, rapid.IntRange(2, 3).Draw(rt, "cortes")))
		todo := s.Fin
		for i := range s.Puntos {
			p := &s.Puntos[i]
			p.Real = p.Programado
			if p.Programado == cantidad.Entero && p.Periodo.Hasta().Before(todo) {
				todo = p.Periodo.Hasta()
			}
		}
		u, _ := s.Ultimo()
		p := s.Pronostico()
		_, tarde := s.Atraso()
		require.False(rt, tarde)
		if u.Real == 0 {
			require.Equal(rt, plan.SinAvance, p.Motivo)
			return
		}
		require.Equal(rt, todo, p.Termino)
		require.Zero(rt, p.Dias)
	})
}

func TestSinMasAvanceElPronosticoSeAleja(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		hecho := cantidad.Centesimas(rapid.IntRange(1, 9999).Draw(rt, "hecho"))
		s := serieAlAzar(rt, []cantidad.Centesimas{0, hecho})
		antes := s.Pronostico()
		s.Puntos[2].Real, s.Puntos[2].Informado, s.Corte = hecho, true, s.Puntos[2].Periodo.Hasta()
		despues := s.Pronostico()
		if antes.Motivo != "" {
			require.Equal(rt, plan.FueraDelHorizonte, antes.Motivo)
			require.Equal(rt, plan.FueraDelHorizonte, despues.Motivo)
		} else if despues.Motivo == "" {
			require.False(rt, despues.Termino.Before(antes.Termino))
		}
	})
}

func TestElAtrasoEsElPrimerCierreQueSeDebe(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(rt, "cortes")
		reales := make([]cantidad.Centesimas, n)
		for i := range reales {
			reales[i] = cantidad.Centesimas(rapid.IntRange(0, 10000).Draw(rt, "real"))
		}
		s := serieAlAzar(rt, reales)
		u, _ := s.Ultimo()
		a, tarde := s.Atraso()
		require.Equal(rt, u.Programado > u.Real, tarde)
		if !tarde {
			return
		}
		for _, p := range s.Puntos {
			if p.Periodo.Hasta().Before(a.Desde) {
				require.LessOrEqual(rt, p.Programado, u.Real)
			}
		}
		require.False(rt, a.Desde.After(s.Corte))
		require.Equal(rt, u.Programado-u.Real, a.Debe)
	})
}

func TestUnRenglonVenceElPrimerDiaEnQueDebe(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := linea("A", "", plan.Meta, cantidad.Entero, nil)
		l.Inicio = anio.Inicio.Sumar(rapid.IntRange(0, 200).Draw(rt, "inicio"))
		l.Fin = l.Inicio.Sumar(rapid.IntRange(0, 400).Draw(rt, "días"))
		if rapid.Bool().Draw(rt, "con calendario") {
			l = linea("A", "", plan.Meta, cantidad.Entero, medidaAlAzar(rt))
		}
		hecho := cantidad.Centesimas(rapid.IntRange(0, 9999).Draw(rt, "hecho"))
		v := l.Vence(hecho)
		require.Greater(rt, l.Programado(v), hecho)
		require.LessOrEqual(rt, l.Programado(v.Sumar(-1)), hecho)
		require.True(rt, l.Vence(cantidad.Entero).IsZero())
	})
}

func TestLasAtrasadasDebenYVanEnOrden(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ls := lineasAlAzar(rt, plan.EntreHermanas)
		m := plan.Marcha{Inicio: anio.Inicio, Fin: anio.Fin, Lineas: ls, Cortes: cortesAlAzar(rt, ls, rapid.IntRange(0, 4).Draw(rt, "trimestres"))}
		hoy := diaAlAzar(rt, "hoy")
		as, deben := m.Atrasadas(hoy), map[string]bool{}
		for i, a := range as {
			deben[a.Clave] = true
			require.Positive(rt, a.Debe)
			require.False(rt, i > 0 && a.Desde.Before(as[i-1].Desde))
		}
		t := plan.ArbolDe(ls)
		for _, l := range ls {
			require.Equal(rt, t.Hoja(l.Clave) && l.Programado(hoy) > m.Avance(l, hoy), deben[l.Clave])
		}
	})
}
