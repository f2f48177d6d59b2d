package deteccion_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// pais is a made-up country: sites whose volumes differ by two orders of
// magnitude, matters with their own trend and season, sites that differ in what
// they are asked for, weeks that spread more than Poisson, and outbreaks in the
// past.
type pais struct {
	azar    *rand.Rand
	sitios  []deteccion.Celda
	temas   int
	niveles [][]float64 // petitions a week by site and matter
	fase    []float64
	trend   []float64
	semanas int
	y       [][][]int32 // by site, matter and week
}

const phiReal = 1.3

func (p *pais) poisson(m float64) int {
	if m > 30 {
		return max(int(math.Round(m+math.Sqrt(m)*p.azar.NormFloat64())), 0)
	}
	l, k, q := math.Exp(-m), 0, 1.0
	for q *= p.azar.Float64(); q > l; q *= p.azar.Float64() {
		k++
	}
	return k
}

// gama draws a gamma of a shape and mean one (Marsaglia and Tsang).
func (p *pais) gama(forma float64) float64 {
	if forma < 1 {
		return p.gama(forma+1) * (forma + 1) / forma * math.Pow(p.azar.Float64(), 1/forma)
	}
	d := forma - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := p.azar.NormFloat64()
		v := (1 + c*x) * (1 + c*x) * (1 + c*x)
		if v > 0 && math.Log(p.azar.Float64()) < 0.5*x*x+d-d*v+d*math.Log(v) {
			return d * v / forma
		}
	}
}

// contar draws a count of a mean, spread as the country's are.
func (p *pais) contar(m float64) int32 {
	if m <= 0 {
		return 0
	}
	return int32(p.poisson(m * p.gama(m/(phiReal-1))))
}

func nuevoPais(semilla uint64, sitios, temas, semanas int) *pais {
	p := &pais{azar: rand.New(rand.NewPCG(semilla, 7)), temas: temas, semanas: semanas}
	partes := make([]float64, temas)
	for g := range partes {
		partes[g] = p.gama(0.8) / float64(temas)
		p.fase, p.trend = append(p.fase, p.azar.Float64()*2*math.Pi), append(p.trend, p.azar.NormFloat64()*0.08)
	}
	for i := range sitios {
		o := doe.OOAD(fmt.Sprintf("%02d", i%35+1))
		if o == doe.NivelCentral {
			o = "10"
		}
		p.sitios = append(p.sitios, deteccion.Celda{OOAD: o, Unidad: fmt.Sprintf("U%05d", i)})
		volumen := math.Exp(2.4 + 1.1*p.azar.NormFloat64())
		ns := make([]float64, temas)
		for g := range ns {
			ns[g] = volumen * partes[g] * p.gama(3)
		}
		p.niveles = append(p.niveles, ns)
	}
	p.sortear()
	return p
}

func (p *pais) factor(g, t int) float64 {
	a := float64(t) / 52.18
	return math.Exp(0.25*math.Sin(2*math.Pi*a+p.fase[g]) + p.trend[g]*(a-1.5))
}

func (p *pais) sortear() {
	for i := range p.sitios {
		p.y = append(p.y, make([][]int32, p.temas))
		for g := range p.temas {
			ys := make([]int32, p.semanas)
			for t := range ys {
				ys[t] = p.contar(p.niveles[i][g] * p.factor(g, t))
			}
			if p.azar.Float64() < 0.03 { // an outbreak of the past
				for t := p.azar.IntN(p.semanas - 40); t < p.semanas-40 && p.azar.Float64() < 0.8; t++ {
					ys[t] += p.contar(3 * p.niveles[i][g])
				}
			}
			p.y[i][g] = ys
		}
	}
}

func (p *pais) celda(i, g int) deteccion.Celda {
	c := p.sitios[i]
	c.Servicio, c.Tema = fmt.Sprintf("S%02d", g%7), fmt.Sprintf("T%02d", g)
	return c
}

const primera = 2800

func (p *pais) historia(hasta int) *deteccion.Historia {
	h := &deteccion.Historia{}
	for t := range hasta + 1 {
		for i := range p.sitios {
			for g := range p.temas {
				h.Sumar(p.celda(i, g), primera+t, int(p.y[i][g][t]))
			}
		}
	}
	return h
}

// maxFalsas are the most false alarms in ten thousand cell-weeks. Against the
// peers, sites that are asked for something more than most, as always, count as
// false here: nothing happened to them.
var maxFalsas = map[deteccion.Frente]float64{deteccion.Ambos: 2, deteccion.AHistoria: 2, deteccion.APares: 8}

var frentes = []deteccion.Frente{deteccion.Ambos, deteccion.AHistoria, deteccion.APares}

// TestFalseAlarmsAndPowerOnSimulatedData measures the method on countries where
// nothing happens, and on the same ones with outbreaks planted. The figures are
// in the output of the test, and in a file when OPERACION_CIFRAS names one.
func TestFalseAlarmsAndPowerOnSimulatedData(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates some millions of weeks")
	}
	archivo := os.Getenv("OPERACION_CIFRAS")
	semillas, salto := uint64(1), 8
	if archivo != "" {
		semillas, salto = 3, 2
	}
	var dice strings.Builder
	falsas := map[deteccion.Frente]int{}
	celdasSemana := map[deteccion.Frente]int{}
	peores := map[deteccion.Frente]int{}
	for semilla := range semillas {
		p := nuevoPais(semilla+1, 150, 40, 164)
		for corte := 156; corte < 164; corte += salto {
			h := p.historia(corte)
			for _, f := range frentes {
				r := h.Detectar(deteccion.Opciones{Corte: primera + corte, Nivel: deteccion.Sitio, Frente: f})
				falsas[f] += len(r.Hallazgos)
				peores[f] = max(peores[f], len(r.Hallazgos))
				celdasSemana[f] += r.Probadas
			}
		}
	}
	for _, f := range frentes {
		tasa := 1e4 * float64(falsas[f]) / float64(celdasSemana[f])
		fmt.Fprintf(&dice, "falsas alarmas frente a %s: %d en %d celdas-semana, %.2f por 10,000; la peor semana %d\n", f, falsas[f], celdasSemana[f], tasa, peores[f])
		assert.LessOrEqual(t, tasa, maxFalsas[f], "%s", f)
	}
	potencia(t, &dice, semillas)
	t.Log("\n" + dice.String())
	if archivo != "" {
		assert.NoError(t, os.WriteFile(archivo, []byte(dice.String()), 0o600))
	}
}

// plantado is an outbreak: a cell near a level, so many times its own for so
// many weeks, and the least share of them that must be found.
type plantado struct {
	nivel, veces float64
	semanas      int
	minimo       float64
}

func potencia(t *testing.T, dice *strings.Builder, semillas uint64) {
	brotes := []plantado{
		{0.5, 10, 4, 0.75}, {2, 5, 4, 0.75}, {5, 3, 4, 0.6},
		{0.1, 20, 4, 0.2}, {0.5, 5, 4, 0}, {2, 2, 8, 0}, {2, 3, 4, 0.1}, {2, 5, 2, 0.4}, {5, 2, 4, 0},
	}
	if semillas == 1 {
		brotes = brotes[:3]
	}
	for _, x := range brotes {
		hallados, plantados, ajenos := 0, 0, 0
		for semilla := range semillas {
			h, donde := plantar(nuevoPais(100+semilla, 150, 40, 164), x, 30)
			plantados += len(donde)
			for _, r := range h.Detectar(deteccion.Opciones{Corte: primera + 163, Nivel: deteccion.Sitio}).Hallazgos {
				if donde[r.Celda] {
					hallados++
				} else {
					ajenos++
				}
			}
		}
		parte := float64(hallados) / float64(max(plantados, 1))
		fmt.Fprintf(dice, "brote de %.0f veces %.1f a la semana, %d semanas: %.0f %% hallados de %d; ajenos %d\n", x.veces, x.nivel, x.semanas, 100*parte, plantados, ajenos)
		assert.GreaterOrEqual(t, parte, x.minimo, "%+v", x)
		assert.LessOrEqual(t, float64(ajenos), 0.15*float64(hallados)+2, "%+v", x)
	}
}

// plantar adds outbreaks in the last weeks of some cells.
func plantar(p *pais, x plantado, cuantos int) (*deteccion.Historia, map[deteccion.Celda]bool) {
	donde := map[deteccion.Celda]bool{}
	for len(donde) < cuantos {
		i, g := p.azar.IntN(len(p.sitios)), p.azar.IntN(p.temas)
		n := p.niveles[i][g] * p.factor(g, 163)
		if donde[p.celda(i, g)] || n < x.nivel*0.75 || n > x.nivel*1.3 {
			continue
		}
		donde[p.celda(i, g)] = true
		for t := 164 - x.semanas; t < 164; t++ {
			p.y[i][g][t] += p.contar(n * (x.veces - 1))
		}
	}
	return p.historia(163), donde
}

// TestTheChancesAreThoseThatTheySay holds the probabilities against how often
// they come when nothing happens: paying for four windows, one cell in a
// hundred at most falls below one in four hundred, and not far fewer.
func TestTheChancesAreThoseThatTheySay(t *testing.T) {
	p := nuevoPais(5, 200, 40, 164)
	r := p.historia(163).Detectar(deteccion.Opciones{Corte: primera + 163, Nivel: deteccion.Sitio, Frente: deteccion.AHistoria, Minimo: 1, Falsos: 10000})
	raras := 0
	for _, x := range r.Hallazgos {
		if x.P <= 2500 {
			raras++
		}
	}
	parte := float64(raras) / float64(r.Probadas)
	t.Logf("%d de %d celdas (%.2f %%) bajo 1 en 400; lo nominal, a lo más 1 %%", raras, r.Probadas, 100*parte)
	assert.Less(t, parte, 0.012)
	assert.Greater(t, parte, 0.002)
}
