package consulta

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Indice is what the cards that may be read on a day are searched in. It never
// changes once made, so that any number may search it at once: [Indexar] makes
// another from it.
type Indice struct {
	dia fecha.Fecha
	// fichas are in order of name.
	fichas  []*entrada
	porRaiz map[string][]aparicion
	lexico  *lexico
}

// entrada is a card as it is searched. It never changes: the next index takes
// it over while the card is the same.
type entrada struct {
	ficha     *Ficha
	numero    int
	contenido *Contenido
	raices    []pesada
	// nombres are the roots of the name and of each synonym, without the words
	// that every text has.
	nombres []string
}

// pesada is a root with what its appearances in a card count.
type pesada struct {
	raiz string
	peso float32
}

// aparicion is a card where a root appears.
type aparicion struct {
	ficha int32
	peso  float32
}

// The parameters of BM25: how soon more appearances count for nothing, and how
// much the length of a field matters.
const (
	saturacion = 1.4
	porLargo   = 0.5
)

// Indexar makes the index of the cards of a register that hold on a day. From
// the one before, which may be nil, it takes over the cards that are as they
// were.
func Indexar(antes *Indice, registro map[string]tramite.Registro, dia fecha.Fecha) *Indice {
	x := &Indice{dia: dia, porRaiz: map[string][]aparicion{}, lexico: &lexico{raiz: map[string]string{}, raices: map[string]string{}}}
	previas := map[string]*entrada{}
	if antes != nil {
		x.lexico = antes.lexico.copia()
		for _, e := range antes.fichas {
			previas[e.ficha.Folio] = e
		}
	}
	for _, r := range registro {
		f, ok := r.(*Ficha)
		if !ok {
			continue
		}
		v, hay := f.EnVigor(dia)
		if !hay {
			continue
		}
		e := previas[f.Folio]
		if e == nil || e.ficha.Version != f.Version || e.numero != v.Numero {
			e = x.lexico.entrada(f, v.Numero, &v.Contenido)
		}
		x.fichas = append(x.fichas, e)
	}
	slices.SortFunc(x.fichas, func(a, b *entrada) int {
		return cmp.Or(cmp.Compare(texto.Plegar(a.contenido.Nombre), texto.Plegar(b.contenido.Nombre)), cmp.Compare(a.ficha.Folio, b.ficha.Folio))
	})
	for i, e := range x.fichas {
		for _, p := range e.raices {
			x.porRaiz[p.raiz] = append(x.porRaiz[p.raiz], aparicion{int32(i), p.peso})
		}
	}
	return x
}

// Dia is the day that the index is of.
func (x *Indice) Dia() fecha.Fecha { return x.dia }

// Cuantas is how many cards it holds.
func (x *Indice) Cuantas() int { return len(x.fichas) }

// entrada weighs the words of a card.
func (l *lexico) entrada(f *Ficha, numero int, c *Contenido) *entrada {
	e := &entrada{ficha: f, numero: numero, contenido: c}
	pesos := map[string]float64{}
	for _, v := range campos {
		a := afinaciones[v.Clave]
		cuantas, total := map[string]int{}, 0
		for _, s := range textos(f.Clave, c, v.Clave) {
			rs := l.leer(s)
			for _, r := range rs {
				cuantas[r]++
			}
			total += len(rs)
			if v.Clave == EnNombre || v.Clave == EnSinonimos {
				e.nombres = append(e.nombres, strings.Join(llenas(rs), " "))
			}
		}
		for r, n := range cuantas {
			pesos[r] += a.peso * float64(n) / (1 - porLargo + porLargo*float64(total)/a.largo)
		}
	}
	e.raices = make([]pesada, 0, len(pesos))
	for r, p := range pesos {
		e.raices = append(e.raices, pesada{r, float32(p)})
	}
	slices.SortFunc(e.raices, func(a, b pesada) int { return strings.Compare(a.raiz, b.raiz) })
	return e
}

// llenas are the roots that are not of words that every text has.
func llenas(rs []string) []string {
	return slices.DeleteFunc(slices.Clone(rs), texto.Vacia)
}

// rareza is how much a root that so many cards have tells one from the others.
func (x *Indice) rareza(cuantas int) float64 {
	n := float64(cuantas)
	return math.Log(1 + (float64(len(x.fichas))-n+0.5)/(n+0.5))
}
