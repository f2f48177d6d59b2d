package racimo

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// Texto is what a petition tells.
type Texto struct {
	Folio, Relato string
	// Lugar is where it happened: a word that is used in one place only may name
	// somebody of it.
	Lugar string
	Dia   fecha.Fecha
}

// Racimo is a group of petitions that tell nearly the same.
type Racimo struct {
	Etiqueta   string      `json:"etiqueta" doc:"Palabras que lo distinguen de los demás; ninguna nombra a nadie" example:"receta · surtieron · incompleta"`
	Peticiones int         `json:"peticiones" doc:"Cuántas peticiones" example:"14"`
	Lugares    int         `json:"unidades" doc:"En cuántas unidades de servicio" example:"2"`
	Desde      fecha.Fecha `json:"desde" doc:"Día de la primera" example:"2026-02-03"`
	Hasta      fecha.Fecha `json:"hasta" doc:"Día de la última" example:"2026-02-27"`
	// Parecido is how much the first tells of what the rest do, on average.
	Parecido cantidad.Centesimas `json:"parecido" doc:"Qué tanto comparten con la más común, en por ciento y en promedio" example:"71"`
	Folios   []string            `json:"folios" doc:"Folios, los más recientes primero" example:"[\"SIADE-2026-14-0000001-X\"]"`
}

// Minimo is the least size of a group that is told: fewer could be somebody.
const Minimo = 5

// The bounds of the work and of what is taken for near.
const (
	MaxTextos = 2000
	maxFolios = 50
	// minParecido is what two texts share, in per cent, to be of one group.
	minParecido = 35
	// porCubeta is how many of those that share a value are compared with each.
	porCubeta = 12
)

// Opciones say what is told of the groups.
type Opciones struct {
	// Pide says which members are told; the rest of the texts serve to tell
	// which words are common. All when nil.
	Pide func(folio string) bool
	// Conocidas are words that name no one wherever they are used, as those of
	// the catalog of themes.
	Conocidas []string
}

// Agrupar finds the groups among some texts, the largest first, and how many
// petitions are in groups too small to be told. It looks at [MaxTextos].
func Agrupar(ts []Texto, o Opciones) (rs []Racimo, reservadas int) {
	rs = []Racimo{}
	ts = slices.Clone(ts[:min(len(ts), MaxTextos)])
	slices.SortFunc(ts, func(a, b Texto) int { return cmp.Or(a.Dia.Compare(b.Dia), cmp.Compare(a.Folio, b.Folio)) })
	pares := make([]texto.Pares, len(ts))
	for i, t := range ts {
		pares[i] = texto.DePares(texto.Raices(t.Relato))
	}
	grupo := juntar(unir(pares), pares)
	l := leer(ts, o.Conocidas)
	for _, miembros := range grupo {
		miembros = slices.DeleteFunc(miembros, func(i int) bool { return o.Pide != nil && !o.Pide(ts[i].Folio) })
		switch {
		case len(miembros) >= Minimo:
			rs = append(rs, hacer(ts, pares, miembros, l))
		case len(miembros) > 1:
			reservadas += len(miembros)
		}
	}
	slices.SortStableFunc(rs, func(a, b Racimo) int {
		return cmp.Or(b.Peticiones-a.Peticiones, b.Hasta.Compare(a.Hasta), cmp.Compare(a.Folios[0], b.Folios[0]))
	})
	return rs, reservadas
}

// unir joins those whose texts are near, by the values that near copies share.
func unir(pares []texto.Pares) [][]int {
	padre := make([]int, len(pares))
	for i := range padre {
		padre[i] = i
	}
	raiz := func(i int) int {
		for padre[i] != i {
			padre[i] = padre[padre[i]]
			i = padre[i]
		}
		return i
	}
	cubetas := map[uint32][]int{}
	for i, p := range pares {
		for _, v := range p.Bandas() {
			otros := cubetas[v]
			for _, j := range otros[max(len(otros)-porCubeta, 0):] {
				if a, b := raiz(i), raiz(j); a != b && p.Parecido(pares[j]) >= minParecido {
					padre[max(a, b)] = min(a, b)
				}
			}
			cubetas[v] = append(otros, i)
		}
	}
	donde, out := map[int]int{}, [][]int{}
	for i := range pares {
		r := raiz(i)
		n, ya := donde[r]
		if !ya {
			n = len(out)
			donde[r], out = n, append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

// The bounds of joining groups: how many are compared, and some members of
// each.
const (
	maxGrupos   = 300
	porGrupo    = 3
	minDeAlguno = 2
)

// juntar joins the groups that near copies did not: those of which some
// members are near. The members stay by day.
func juntar(grupos [][]int, pares []texto.Pares) [][]int {
	slices.SortStableFunc(grupos, func(a, b []int) int { return len(b) - len(a) })
	var out [][]int
	for _, g := range grupos {
		con := slices.IndexFunc(out[:min(len(out), maxGrupos)], func(o []int) bool { return len(g) >= minDeAlguno && cercanos(o, g, pares) })
		if con < 0 {
			out = append(out, g)
			continue
		}
		out[con] = append(out[con], g...)
		slices.Sort(out[con])
	}
	return out
}

func cercanos(a, b []int, pares []texto.Pares) bool {
	for _, i := range a[:min(len(a), porGrupo)] {
		for _, j := range b[:min(len(b), porGrupo)] {
			if pares[i].Parecido(pares[j]) >= minParecido {
				return true
			}
		}
	}
	return false
}

// hacer tells a group: its members come by day.
func hacer(ts []Texto, pares []texto.Pares, miembros []int, l *lexico) Racimo {
	r := Racimo{Peticiones: len(miembros), Desde: ts[miembros[0]].Dia, Hasta: ts[miembros[len(miembros)-1]].Dia}
	lugares := map[string]bool{}
	for _, i := range slices.Backward(miembros) {
		if lugares[ts[i].Lugar] = true; len(r.Folios) < maxFolios {
			r.Folios = append(r.Folios, ts[i].Folio)
		}
	}
	r.Lugares = len(lugares)
	r.Parecido = comun(pares, miembros)
	r.Etiqueta = l.etiqueta(miembros)
	return r
}

// comun is what the members share with the one nearest to all of some of them.
func comun(pares []texto.Pares, miembros []int) cantidad.Centesimas {
	mejor := 0
	for _, i := range miembros[:min(len(miembros), porCubeta)] {
		suma := 0
		for _, j := range miembros {
			if i != j {
				suma += pares[i].Parecido(pares[j])
			}
		}
		mejor = max(mejor, suma)
	}
	return cantidad.Centesimas(mejor * 100 / (len(miembros) - 1))
}
