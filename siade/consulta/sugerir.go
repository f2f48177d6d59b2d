package consulta

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/siade"
)

// Asunto is what is known of a petition for which cards are looked for.
type Asunto struct {
	Clasificacion siade.Clasificacion
	Relato        string
	Limite        int
}

// valen is what a card that answers each code of a classification is worth: the
// narrower the code, the more.
func valen(k siade.Clasificacion) map[siade.Codigo]int {
	peso := map[siade.ClaseClasificador]int{siade.ClaseTramite: 8, siade.ClaseSubtema: 4, siade.ClaseTema: 2, siade.ClaseServicio: 1}
	out := map[siade.Codigo]int{}
	for _, c := range k.Codigos() {
		out[c] = peso[c.Clase]
	}
	return out
}

// Without its classification, a card answers a petition when it shares with it
// so many words, one if the petition says little, and is worth so much of the
// best, in per cent.
const (
	minComunes  = 2
	minParecido = 45
	diceMucho   = 4
)

// Sugerir gives the cards that may answer a petition: by its classification
// first, then by its words.
func (x *Indice) Sugerir(a Asunto) []Hallazgo {
	ts := x.terminos(a.Relato)
	texto := x.puntuar(ts)
	mejor := slices.Max(append(texto, 1e-9))
	vale := valen(a.Clasificacion)
	comunes := 1
	if len(ts) > diceMucho {
		comunes = minComunes
	}
	total := make([]float64, len(x.fichas))
	var halladas []int
	for i, e := range x.fichas {
		clase := 0
		for _, k := range e.contenido.Responde {
			clase += vale[k]
		}
		parecida := texto[i]/mejor*100 >= minParecido && e.comunes(ts) >= comunes
		if clase == 0 && !parecida {
			continue
		}
		// The words never outweigh a code.
		total[i] = float64(clase) + texto[i]/mejor*0.9
		halladas = append(halladas, i)
	}
	slices.SortStableFunc(halladas, func(p, q int) int { return cmp.Compare(total[q], total[p]) })
	return x.presentar(halladas, total, ts, a.Clasificacion.Codigos(), a.Limite)
}

// comunes is how many of some words a card has.
func (e *entrada) comunes(ts []termino) int {
	n := 0
	for _, t := range ts {
		if slices.ContainsFunc(t.raices, e.tiene) {
			n++
		}
	}
	return n
}

func (e *entrada) tiene(raiz string) bool {
	_, hay := slices.BinarySearchFunc(e.raices, raiz, func(p pesada, r string) int { return cmp.Compare(p.raiz, r) })
	return hay
}
