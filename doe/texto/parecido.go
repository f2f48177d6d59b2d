package texto

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// Pares are the hashes of what a text is compared with others by: the pairs of
// words that follow each other in its roots, as [Raices] gives them, without
// the words that every text has. They are in order and each once.
type Pares []uint32

// vacias are the roots of the words that every text has.
var vacias = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`a al con como de del desde el en era es esa ese eso esta este esto fue ha han hasta la las le les lo los me mi mis muy o para pero por porque que
		se ser si sobre son su sus te tengo tiene un una uno y ya yo cuando donde hay mas`) {
		out[tallo(w)] = true
	}
	return out
})

// Vacia says whether a root is of a word that every text has.
func Vacia(raiz string) bool { return vacias()[raiz] }

// DePares gives those of the roots of a text.
func DePares(raices string) Pares {
	const base, primo = 2166136261, 16777619
	out := make(Pares, 0, 32)
	antes, hay := uint32(base), false
	vacia := vacias()
	for w := range strings.FieldsSeq(raices) {
		if vacia[w] {
			continue
		}
		h, solo := antes, uint32(base)
		for i := range len(w) {
			h = (h ^ uint32(w[i])) * primo
			solo = (solo ^ uint32(w[i])) * primo
		}
		if hay {
			out = append(out, h)
		}
		antes, hay = (solo^' ')*primo, true
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Parecido is how much two texts share of what either has, in per cent: 100
// when they say the same, 0 when they have nothing in common or say too little.
func (p Pares) Parecido(o Pares) int {
	comunes, i, j := 0, 0, 0
	for i < len(p) && j < len(o) {
		switch {
		case p[i] == o[j]:
			comunes, i, j = comunes+1, i+1, j+1
		case p[i] < o[j]:
			i++
		default:
			j++
		}
	}
	if comunes == 0 {
		return 0
	}
	return 100 * comunes / (len(p) + len(o) - comunes)
}

// Bandas is how many values [Pares.Bandas] gives, each of so many of the least
// hashes.
const (
	Bandas   = 4
	porBanda = 2
)

// minPares is how much a text must say for its likeness to mean something.
const minPares = 5

// Bandas are the values by which near copies of a text are found among many:
// two texts that are alike share one of them, the likelier the more alike they
// are (98 % of those alike to 80 %, 82 % of those alike to 60 %, and 4 % of
// those alike to 10 %). Nil when the text says too little.
func (p Pares) Bandas() []uint32 {
	if len(p) < minPares {
		return nil
	}
	out := make([]uint32, Bandas)
	for b := range out {
		h := uint64(b + 1)
		for i := range porBanda {
			h = h*0x9e3779b97f4a7c15 + uint64(p.minimo(uint64(b*porBanda+i)))
			h ^= h >> 29
		}
		out[b] = uint32(h ^ h>>32)
	}
	return out
}

// minimo is the least of the hashes mixed in the k-th way.
func (p Pares) minimo(k uint64) uint32 {
	m := ^uint32(0)
	sal := (2*k + 1) * 0x9e3779b97f4a7c15
	for _, x := range p {
		alto, bajo := bits.Mul64(uint64(x)^sal, 0xd6e8feb86659fd93^sal)
		m = min(m, uint32(alto^bajo))
	}
	return m
}
