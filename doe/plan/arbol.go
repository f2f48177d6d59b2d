package plan

import (
	"math/big"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// Nodo is the place and the weight of something in a plan.
type Nodo struct {
	Clave, Padre string
	Peso         cantidad.Centesimas
}

// Arbol indexes things by their key and by that of what groups them. It only
// reads them: it is made anew when they change.
type Arbol[A any] struct {
	as     []A
	nodos  []Nodo
	indice map[string]int
	hijas  map[string][]int
}

// NuevoArbol indexes some things, of which nodo tells the place and weight.
// Of two with one key the first counts.
func NuevoArbol[A any](as []A, nodo func(*A) Nodo) Arbol[A] {
	a := Arbol[A]{as: as, nodos: make([]Nodo, len(as)), indice: make(map[string]int, len(as)), hijas: map[string][]int{}}
	for i := range as {
		n := nodo(&as[i])
		a.nodos[i] = n
		if _, doble := a.indice[n.Clave]; !doble {
			a.indice[n.Clave] = i
		}
		a.hijas[n.Padre] = append(a.hijas[n.Padre], i)
	}
	return a
}

// Indice is the place in the list of what has a key.
func (a Arbol[A]) Indice(clave string) (int, bool) {
	i, ok := a.indice[clave]
	return i, ok
}

// Hoja says whether a key groups nothing.
func (a Arbol[A]) Hoja(clave string) bool { return clave != "" && len(a.hijas[clave]) == 0 }

// Hijas lists the places of what a key groups, the topmost for "".
func (a Arbol[A]) Hijas(clave string) []int { return a.hijas[clave] }

// HojasBajo lists the places of the leaves under a place, itself if it is one,
// each once. A cycle, which no valid plan has, is cut.
func (a Arbol[A]) HojasBajo(i int) []int {
	visto := map[int]bool{}
	var out []int
	var bajar func(int)
	bajar = func(i int) {
		if visto[i] {
			return
		}
		visto[i] = true
		hs := a.hijas[a.nodos[i].Clave]
		if len(hs) == 0 {
			out = append(out, i)
		}
		for _, h := range hs {
			bajar(h)
		}
	}
	bajar(i)
	return out
}

// Ciclo says whether following sigue from a place comes back to it.
func (a Arbol[A]) Ciclo(i int, sigue func(*A) []string) bool {
	visto := map[int]bool{}
	cola := append([]string(nil), sigue(&a.as[i])...)
	for len(cola) > 0 {
		j, ok := a.indice[cola[0]]
		cola = cola[1:]
		switch {
		case ok && j == i:
			return true
		case ok && !visto[j]:
			visto[j] = true
			cola = append(cola, sigue(&a.as[j])...)
		}
	}
	return false
}

// enCiclo says whether a place groups itself, however far up.
func (a Arbol[A]) enCiclo(i int) bool {
	visto := map[int]bool{}
	for j, ok := a.indice[a.nodos[i].Padre]; ok; j, ok = a.indice[a.nodos[j].Padre] {
		if j == i {
			return true
		}
		if visto[j] {
			return false
		}
		visto[j] = true
	}
	return false
}

// bajo says whether a place lies under another.
func (a Arbol[A]) bajo(i, arriba int) bool {
	visto := map[int]bool{}
	for j, ok := a.indice[a.nodos[i].Padre]; ok && !visto[j]; j, ok = a.indice[a.nodos[j].Padre] {
		if j == arriba {
			return true
		}
		visto[j] = true
	}
	return false
}

// Ponderar rolls the rate of each leaf up by the weights of siblings: a group
// goes as far as the weighted mean of its members, whatever they add up to.
// It gives the rate of each place and that of the whole. Nothing is rounded on
// the way; in the end what is left over is dropped, so that only what is done
// whole is whole. Rates are held between nothing and the whole; a weight below
// zero counts as none.
func (a Arbol[A]) Ponderar(tasa func(*A) cantidad.Centesimas) (cada []cantidad.Centesimas, todo cantidad.Centesimas) {
	exactas := make([]*big.Rat, len(a.as))
	var de func(int) *big.Rat
	de = func(i int) *big.Rat {
		if exactas[i] != nil {
			return exactas[i]
		}
		exactas[i] = new(big.Rat) // stops a cycle
		if hs := a.hijas[a.nodos[i].Clave]; len(hs) > 0 {
			exactas[i] = a.media(hs, de)
		} else {
			exactas[i] = big.NewRat(int64(Acotar(tasa(&a.as[i]))), 1)
		}
		return exactas[i]
	}
	cada = make([]cantidad.Centesimas, len(a.as))
	for i := range a.as {
		cada[i] = piso(de(i))
	}
	return cada, piso(a.media(a.hijas[""], de))
}

// media is the mean of some places weighed by their weights.
func (a Arbol[A]) media(hs []int, de func(int) *big.Rat) *big.Rat {
	suma, pesos := new(big.Rat), int64(0)
	for _, h := range hs {
		w := max(int64(a.nodos[h].Peso), 0)
		pesos += w
		suma.Add(suma, new(big.Rat).Mul(big.NewRat(w, 1), de(h)))
	}
	if pesos == 0 {
		return new(big.Rat)
	}
	return suma.Quo(suma, big.NewRat(pesos, 1))
}

// piso is the largest rate not above an exact one.
func piso(r *big.Rat) cantidad.Centesimas {
	return cantidad.Centesimas(new(big.Int).Quo(r.Num(), r.Denom()).Int64())
}

// Participacion is the share of each leaf in the whole, exactly; what groups
// others has none of its own.
func (a Arbol[A]) Participacion() []*big.Rat {
	out := make([]*big.Rat, len(a.as))
	for i := range out {
		out[i] = new(big.Rat)
	}
	visto := map[int]bool{}
	var bajar func(hs []int, parte *big.Rat)
	bajar = func(hs []int, parte *big.Rat) {
		pesos := int64(0)
		for _, h := range hs {
			pesos += max(int64(a.nodos[h].Peso), 0)
		}
		for _, h := range hs {
			if visto[h] || pesos == 0 {
				continue
			}
			visto[h] = true
			suya := new(big.Rat).Mul(parte, big.NewRat(max(int64(a.nodos[h].Peso), 0), pesos))
			if nietas := a.hijas[a.nodos[h].Clave]; len(nietas) > 0 {
				bajar(nietas, suya)
			} else {
				out[h] = suya
			}
		}
	}
	bajar(a.hijas[""], big.NewRat(1, 1))
	return out
}

// Acotar holds a rate between nothing and the whole.
func Acotar(c cantidad.Centesimas) cantidad.Centesimas { return min(max(c, 0), cantidad.Entero) }
