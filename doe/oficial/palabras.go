package oficial

import (
	"math"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// vacias are the words that tie others together and say nothing alone, as
// [texto.Raices] leaves them.
var vacias = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(texto.Raices(`a al ante así bajo como con contra de del desde dicha dichas dicho dichos el
 en entre esta estas este estos hacia hasta la las le les lo los más mismas mismos ni o para pero por que se según ser será si
 sin sobre son su sus también u un una unas unos y ya fin efecto cual cuales manera través respecto`)) {
		out[w] = true
	}
	return out
}()

// frase is a function as the comparison sees it: the roots of the words that
// say something, in their order, each with a number.
type frase struct {
	clave  doe.ClaveFuncion
	raices []int
	bolsa  []int // the same, sorted
	peso   float64
}

// corpus numbers the roots of many texts and weighs them by how rare they are.
type corpus struct {
	numero map[string]int
	en     []int // how many texts have each root
	textos int
	peso   []float64
}

func nuevoCorpus() *corpus { return &corpus{numero: map[string]int{}} }

// leer takes a text into the corpus. Weights are known after [corpus.pesar].
func (c *corpus) leer(k doe.ClaveFuncion, s string) frase {
	f := frase{clave: k}
	for w := range strings.FieldsSeq(texto.Raices(s)) {
		if vacias[w] {
			continue
		}
		n, ok := c.numero[w]
		if !ok {
			n = len(c.en)
			c.numero[w], c.en = n, append(c.en, 0)
		}
		f.raices = append(f.raices, n)
	}
	f.bolsa = slices.Clone(f.raices)
	slices.Sort(f.bolsa)
	for i, r := range f.bolsa {
		if i == 0 || f.bolsa[i-1] != r {
			c.en[r]++
		}
	}
	c.textos++
	return f
}

// pesar gives each root its weight: one for those that most texts have, the
// logarithm of their rarity more for the others.
func (c *corpus) pesar(fs []frase) {
	c.peso = make([]float64, len(c.en))
	for i, n := range c.en {
		c.peso[i] = 1 + math.Log(float64(c.textos)/float64(max(n, 1)))/3
	}
	for i := range fs {
		for _, r := range fs[i].raices {
			fs[i].peso += c.peso[r]
		}
	}
}

// numeros are the numbers of the roots of some words.
func (c *corpus) numeros(s string) map[int]bool {
	out := map[int]bool{}
	for w := range strings.FieldsSeq(texto.Raices(s)) {
		if n, ok := c.numero[w]; ok {
			out[n] = true
		}
	}
	return out
}

// comunes is the weight of the roots that two texts share, whatever the order.
func (c *corpus) comunes(a, b frase) float64 {
	w := 0.0
	for i, j := 0, 0; i < len(a.bolsa) && j < len(b.bolsa); {
		switch x, y := a.bolsa[i], b.bolsa[j]; {
		case x == y:
			w += c.peso[x]
			i, j = i+1, j+1
		case x < y:
			i++
		default:
			j++
		}
	}
	return w
}

// parecido is what two texts have in common in the same order.
type parecido struct {
	// comun is the weight of the longest common subsequence.
	comun float64
	// corrida is the greatest weight that runs together in both.
	corrida float64
	// largo is how many roots that run has.
	largo int
}

// comparar aligns two texts.
func (c *corpus) comparar(a, b frase) parecido {
	n := len(b.raices) + 1
	antes, ahora := make([]float64, n), make([]float64, n)
	corridaA, corrida := make([]float64, n), make([]float64, n)
	largoA, largo := make([]int, n), make([]int, n)
	var p parecido
	for _, x := range a.raices {
		for j, y := range b.raices {
			corrida[j+1], largo[j+1] = 0, 0
			ahora[j+1] = max(antes[j+1], ahora[j])
			if x == y {
				ahora[j+1] = max(ahora[j+1], antes[j]+c.peso[x])
				corrida[j+1], largo[j+1] = corridaA[j]+c.peso[x], largoA[j]+1
				if corrida[j+1] > p.corrida {
					p.corrida, p.largo = corrida[j+1], largo[j+1]
				}
			}
		}
		antes, ahora = ahora, antes
		corridaA, corrida = corrida, corridaA
		largoA, largo = largo, largoA
	}
	p.comun = antes[n-1]
	return p
}
