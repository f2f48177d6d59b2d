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

// pide are the codes of a classification, the narrowest first, with what a card
// that answers each is worth.
func (a Asunto) pide() (cs []Codigo, vale map[Codigo]int) {
	vale = map[Codigo]int{}
	k := a.Clasificacion
	for i, c := range []Codigo{{siade.ClaseTramite, k.Tramite}, {siade.ClaseSubtema, k.Subtema}, {siade.ClaseTema, k.Tema}, {siade.ClaseServicio, k.Servicio}} {
		if c.Clave != "" {
			cs = append(cs, c)
			vale[c] = 8 >> i
		}
	}
	return cs, vale
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
	cs, vale := a.pide()
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
	return x.presentar(halladas, total, ts, cs, a.Limite)
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
