package deteccion_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// sitio is a cell of the small country below.
func sitio(unidad string) deteccion.Celda {
	return deteccion.Celda{OOAD: "14", Unidad: unidad, Servicio: "farmacia", Tema: "medicamentos"}
}

// pueblo has ten sites alike with two petitions a week on a theme and eight on
// another, for some weeks.
func pueblo(semanas int) *deteccion.Historia {
	h := &deteccion.Historia{}
	for t := range semanas {
		for i := range 10 {
			c := sitio("U" + string(rune('A'+i)))
			h.Sumar(c, primera+t, []int{1, 2, 3, 2}[(t+i)%4])
			c.Tema = "trato"
			h.Sumar(c, primera+t, 8)
		}
	}
	return h
}

func TestTheWeeksGoFromMondayToSunday(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := fecha.DeOrdinal(rapid.IntRange(-40000, 60000).Draw(rt, "dia"))
		l := deteccion.Lunes(deteccion.SemanaDe(d))
		require.Equal(rt, time.Monday, l.DiaSemana())
		require.True(rt, !d.Before(l) && l.Dias(d) < 7, "%s %s", d, l)
	})
	lunes := fecha.MustParse("2026-03-02")
	assert.Equal(t, deteccion.SemanaDe(lunes)-1, deteccion.Completa(lunes))
	assert.Equal(t, deteccion.SemanaDe(lunes)-1, deteccion.Completa(lunes.Sumar(6)), "a week that has not ended")
}

func TestAnOutbreakIsToldWithWhatWasExpected(t *testing.T) {
	h := pueblo(130)
	for s := 126; s < 130; s++ {
		h.Sumar(sitio("UC"), primera+s, 7)
	}
	r := h.Detectar(deteccion.Opciones{Corte: primera + 129, Nivel: deteccion.Sitio})
	require.Len(t, r.Hallazgos, 1)
	x := r.Hallazgos[0]
	assert.Equal(t, sitio("UC"), x.Celda)
	assert.Equal(t, 20, r.Probadas)
	assert.Equal(t, 4, x.Semanas)
	assert.Equal(t, 36, x.Observados)
	assert.InDelta(t, 800, int(x.Esperados), 60)
	assert.Less(t, x.Alto, 20)
	assert.Equal(t, 122, x.SemanasHistoria)
	assert.Equal(t, 9, x.Pares)
	assert.LessOrEqual(t, x.P, 1)
	assert.Equal(t, deteccion.Lunes(primera+126), x.Desde)
	for _, s := range []string{"4 semanas", "36 peticiones", "122 semanas de historia", "9 pares", "menos de una vez en un millón"} {
		assert.Contains(t, x.Explicacion, s)
	}
	otra := h.Detectar(deteccion.Opciones{Corte: primera + 129, Nivel: deteccion.Sitio})
	assert.Equal(t, r, otra, "the same counts give the same answer")
}

func TestWhatRisesEverywhereIsNotOfOneSite(t *testing.T) {
	h := pueblo(130)
	for s := 126; s < 130; s++ {
		for i := range 10 {
			h.Sumar(sitio("U"+string(rune('A'+i))), primera+s, 7)
		}
	}
	o := deteccion.Opciones{Corte: primera + 129, Nivel: deteccion.Sitio}
	assert.Empty(t, h.Detectar(o).Hallazgos, "its peers rose as much")
	o.Frente = deteccion.AHistoria
	assert.Len(t, h.Detectar(o).Hallazgos, 10, "each is above its own history")
	o.Nivel = deteccion.Nacional
	x := h.Detectar(o).Hallazgos
	require.Len(t, x, 1)
	assert.Equal(t, deteccion.Celda{Servicio: "farmacia", Tema: "medicamentos"}, x[0].Celda)
	assert.Zero(t, x[0].Pares)
}

func TestWhatIsOfAlwaysIsToldAgainstItsPeersOnly(t *testing.T) {
	h := pueblo(130)
	for s := range 130 {
		h.Sumar(sitio("UC"), primera+s, 20)
	}
	o := deteccion.Opciones{Corte: primera + 129, Nivel: deteccion.Sitio}
	assert.Empty(t, h.Detectar(o).Hallazgos)
	o.Frente = deteccion.APares
	x := h.Detectar(o).Hallazgos
	require.Len(t, x, 1)
	assert.Equal(t, sitio("UC"), x[0].Celda)
}

func TestFewPetitionsAreNotTold(t *testing.T) {
	h := pueblo(130)
	c := sitio("UC")
	c.Tema = "nuevo"
	h.Sumar(c, primera+129, 4)
	o := deteccion.Opciones{Corte: primera + 129, Nivel: deteccion.Sitio}
	assert.Empty(t, h.Detectar(o).Hallazgos)
	o.Minimo = 4
	assert.Len(t, h.Detectar(o).Hallazgos, 1)
}

func TestWithoutHistoryOnlyThePeersSay(t *testing.T) {
	h := pueblo(10) // two weeks of history and eight of windows
	for s := 6; s < 10; s++ {
		h.Sumar(sitio("UC"), primera+s, 20)
	}
	o := deteccion.Opciones{Corte: primera + 9, Nivel: deteccion.Sitio, Frente: deteccion.APares}
	x := h.Detectar(o).Hallazgos
	require.Len(t, x, 1)
	assert.Zero(t, x[0].Esperados)
	assert.Positive(t, int(x[0].EsperadosPares))
	for _, o.Frente = range []deteccion.Frente{deteccion.AHistoria, deteccion.Ambos} {
		r := h.Detectar(o)
		assert.Empty(t, r.Hallazgos)
		assert.Zero(t, r.Probadas)
	}
}

func TestANewPlaceIsWeighedByAllThatItIsTold(t *testing.T) {
	h := pueblo(130)
	h.Sumar(sitio("UZ"), primera+129, 9)
	c := sitio("UZ")
	c.Tema = "trato"
	h.Sumar(c, primera+129, 1)
	o := deteccion.Opciones{Corte: primera + 129, Nivel: deteccion.Sitio, Frente: deteccion.APares}
	x := h.Detectar(o).Hallazgos
	require.Len(t, x, 1)
	assert.Equal(t, sitio("UZ"), x[0].Celda)
	assert.InDelta(t, 200, int(x[0].EsperadosPares), 40, "ten petitions, of which its peers would have two of this")
	o.Frente = deteccion.Ambos
	r := h.Detectar(o)
	assert.Empty(t, r.Hallazgos)
	assert.Equal(t, 20, r.Probadas)
}

func TestNothingIsToldOfNothing(t *testing.T) {
	assert.Empty(t, (&deteccion.Historia{}).Detectar(deteccion.Opciones{Corte: primera, Nivel: deteccion.Sitio}).Hallazgos)
}

func TestTheSeasonOfAThemeIsExpected(t *testing.T) {
	h := &deteccion.Historia{}
	for s := range 160 {
		for i := range 10 {
			n := 8 + int(math.Round(5*math.Cos(2*math.Pi*float64(s-24)/52.18))) // every winter
			h.Sumar(sitio("U"+string(rune('A'+i))), primera+s, n)
		}
	}
	r := h.Detectar(deteccion.Opciones{Corte: primera + 131, Nivel: deteccion.Sitio, Frente: deteccion.AHistoria})
	assert.Empty(t, r.Hallazgos)
	x, hay := h.Medir(sitio("UC"), 4, deteccion.Opciones{Corte: primera + 131})
	require.True(t, hay)
	assert.Greater(t, int(x.Esperados), 4*8*100, "more is expected in winter")
}

func TestPastOutbreaksAreNotTakenForUsual(t *testing.T) {
	h := pueblo(130)
	for s := 60; s < 70; s++ {
		h.Sumar(sitio("UC"), primera+s, 30)
	}
	x, hay := h.Medir(sitio("UC"), 4, deteccion.Opciones{Corte: primera + 129})
	require.True(t, hay)
	assert.Equal(t, 10, x.Brotes)
	assert.Less(t, int(x.Esperados), 1200, "without weighing them down it would be some 18")
}

func TestMeasuringAgainSaysWhetherItImproved(t *testing.T) {
	h := pueblo(130)
	for s := 126; s < 146; s++ {
		for i := range 10 {
			c := sitio("U" + string(rune('A'+i)))
			if s >= 130 {
				h.Sumar(c, primera+s, 2)
			}
			if c.Unidad == "UC" && s < 134 || c.Unidad == "UD" && s < 146 {
				h.Sumar(c, primera+s, 8)
			}
			if c.Unidad == "UE" {
				n := 8
				if s >= 134 {
					n = 3
				}
				h.Sumar(c, primera+s, n)
			}
		}
	}
	medir := func(u string, corte, semanas int) deteccion.Medida {
		x, hay := h.Medir(sitio(u), semanas, deteccion.Opciones{Corte: primera + corte, Historia: primera + 121, Frente: deteccion.AHistoria})
		require.True(t, hay)
		return x
	}
	for u, v := range map[string]deteccion.Veredicto{"UC": deteccion.Mejoro, "UD": deteccion.SinMejora, "UE": deteccion.MejoroEnParte} {
		assert.Equal(t, v, deteccion.Comparar(medir(u, 129, 4), medir(u, 145, 8)), u)
	}
	assert.Equal(t, deteccion.DatosInsuficien, deteccion.Comparar(medir("UC", 129, 4), medir("UC", 145, 2)))
	_, hay := h.Medir(sitio("UZ"), 4, deteccion.Opciones{Corte: primera + 129})
	assert.False(t, hay)
}

func TestTheOrderOfWhatIsAddedDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		type uno struct {
			c    deteccion.Celda
			s, n int
		}
		var todo []uno
		for s := range 40 {
			for i := range 8 {
				todo = append(todo, uno{sitio("U" + string(rune('A'+i))), primera + s, rapid.IntRange(0, 4).Draw(rt, "n")})
			}
		}
		todo[len(todo)-1].n = 30
		a, b := &deteccion.Historia{}, &deteccion.Historia{}
		for _, x := range todo {
			a.Sumar(x.c, x.s, x.n)
		}
		for _, x := range rapid.Permutation(todo).Draw(rt, "orden") {
			b.Sumar(x.c, x.s, x.n)
		}
		o := deteccion.Opciones{Corte: primera + 39, Nivel: deteccion.Sitio}
		require.Equal(rt, a.Detectar(o), b.Detectar(o))
	})
}

func TestTheVocabulariesAreRead(t *testing.T) {
	for _, n := range deteccion.Niveles() {
		x, err := deteccion.ParseNivel(string(n.Clave))
		require.NoError(t, err)
		assert.Equal(t, n.Clave, x)
	}
	for _, n := range deteccion.Frentes() {
		_, err := deteccion.ParseFrente(string(n.Clave))
		require.NoError(t, err)
	}
	for _, n := range deteccion.Veredictos() {
		_, err := deteccion.ParseVeredicto(string(n.Clave))
		require.NoError(t, err)
	}
	_, err := deteccion.ParseNivel("otro")
	require.Error(t, err)
	assert.True(t, strings.Contains(deteccion.Metodo, "Farrington"))
}
