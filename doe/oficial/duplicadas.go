package oficial

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// nuevaRevision reads the functions of the manuals into a corpus.
func nuevaRevision(ms []Manual) *revision {
	r := &revision{manuales: ms, orden: map[doe.ClaveFuncion]int{}}
	for _, m := range ms {
		r.unidadesT = append(r.unidadesT, m.Unidades...)
		for _, s := range m.Secciones {
			r.orden[r.seccion(m, s.Numero)] = len(r.orden)
		}
		for _, u := range m.Unidades {
			r.orden[u.De(0)] = len(r.orden)
			for _, f := range u.Funciones {
				r.orden[u.De(f.Numero)] = len(r.orden)
			}
		}
	}
	c := nuevoCorpus()
	nombres := r.nombresPlanos()
	var fs []frase
	for i, u := range r.unidadesT {
		for _, f := range u.Funciones {
			k := u.De(f.Numero)
			plano := texto.Plegar(f.Texto)
			sin := enmascarar(plano, nombres)
			fs = append(fs, c.leer(k, sin))
			r.dichos = append(r.dichos, dicho{Funcion: f, clave: k, unidad: i, orden: len(r.dichos), plano: plano, sinNombres: sin, piezas: piezas(f.Texto)})
		}
	}
	c.pesar(fs)
	for i := range fs {
		r.dichos[i].frase = fs[i]
	}
	r.corpus = c
	return r
}

// nombresPlanos are the folded names of the units, the longest first.
func (r *revision) nombresPlanos() []string {
	var out []string
	for _, u := range r.unidadesT {
		out = append(out, texto.Plegar(u.Nombre))
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return slices.Compact(out)
}

// enmascarar leaves of each unit's name only its first word: two functions are
// no less alike because each names its own unit.
func enmascarar(plano string, nombres []string) string {
	for _, n := range nombres {
		if strings.Contains(plano, n) {
			primera, _, _ := strings.Cut(n, " ")
			plano = strings.ReplaceAll(plano, n, primera)
		}
	}
	return plano
}

// What two functions must have in common to count as the same. A reader takes
// two texts for one when some seven in eight of their words, by weight, come in
// the same order; inside one unit, where each function should have an object of
// its own, already when two thirds of the shorter run together in the longer,
// or when nearly all its words are there in whatever order.
const (
	identica      = 0.995
	casiIgual     = 0.86
	enLinea       = 0.80 // with the same verb, between a unit and one above it
	contenida     = 0.80
	corrida       = 0.65
	mismasBolsas  = 0.90
	minCorrida    = 7   // roots that must run together
	minRaices     = 6   // roots under which a text is too short to judge
	minComunes    = 0.6 // of the shorter's words, to be worth aligning
	parteFormula  = 0.1 // of the units: a text in more of them is a formula
	minEnFormula  = 4   // units, in small manuals
	igualFormulas = 0.88
	// presupuesto bounds the work of aligning; the real manuals take a hundredth.
	presupuesto = 1 << 30
)

// gemela is the likeness of two functions.
type gemela struct {
	a, b   int
	igual  float64
	dentro bool // the shorter is part of the longer, or shares its object
}

// duplicadas finds functions that say what another one says.
func (r *revision) duplicadas() {
	pares := r.pares()
	formula := r.formulas(pares)
	r.gemelos(slices.DeleteFunc(slices.Clone(pares), func(p gemela) bool { return formula[p.a] || formula[p.b] }))
	mejor := map[int]gemela{}
	veces := map[int][]int{}
	for _, p := range pares {
		if formula[p.a] || formula[p.b] || !r.repite(p) {
			continue
		}
		for _, q := range []gemela{p, {a: p.b, b: p.a, igual: p.igual, dentro: p.dentro}} {
			veces[q.a] = append(veces[q.a], q.b)
			if m, ya := mejor[q.a]; !ya || r.preferible(q, m) {
				mejor[q.a] = q
			}
		}
	}
	for i := range r.dichos {
		if p, ok := mejor[i]; ok {
			r.enFuncion(&r.dichos[i], Duplicada, string(r.dichos[p.b].clave), r.notaGemela(p, veces[i]))
		}
	}
}

// preferible says whether q is the better twin: more alike or, at par, nearer.
func (r *revision) preferible(q, m gemela) bool {
	if q.igual != m.igual {
		return q.igual > m.igual
	}
	return r.cerca(q) < r.cerca(m)
}

func (r *revision) cerca(p gemela) int {
	switch a, b := r.dichos[p.a].unidad, r.dichos[p.b].unidad; {
	case a == b:
		return 0
	case superior(r.unidadesT[a].Clave) == superior(r.unidadesT[b].Clave):
		return 1
	}
	return 2
}

func (r *revision) notaGemela(p gemela, otras []int) string {
	a, b := &r.dichos[p.a], &r.dichos[p.b]
	var nota string
	switch {
	case p.igual > identica:
		nota = fmt.Sprintf("Dice lo mismo que la función %s", b.clave)
	case p.igual >= enLinea:
		nota = fmt.Sprintf("Coincide en %d %% con la función %s; lo que cambia: %s", int(p.igual*100+0.5), b.clave, diferencia(b.Texto, a.Texto))
	default:
		nota = fmt.Sprintf("Comparte con la función %s la mayor parte de la más breve de las dos", b.clave)
	}
	var mas []string
	for _, j := range otras {
		if j != p.b {
			mas = append(mas, string(r.dichos[j].clave))
		}
	}
	if len(mas) > 0 {
		nota += "; también se parece a " + strings.Join(mas, ", ")
	}
	return nota
}

// pares aligns the functions that share enough words.
func (r *revision) pares() []gemela {
	var out []gemela
	queda := presupuesto
	for i := range r.dichos {
		a := &r.dichos[i].frase
		for j := i + 1; j < len(r.dichos); j++ {
			b := &r.dichos[j].frase
			menor := min(a.peso, b.peso)
			if min(len(a.raices), len(b.raices)) < minRaices {
				continue
			}
			bolsa := r.corpus.comunes(*a, *b)
			misma := r.dichos[i].unidad == r.dichos[j].unidad
			if bolsa < minComunes*menor || !misma && 2*bolsa < enLinea*(a.peso+b.peso) {
				continue
			}
			if queda -= len(a.raices) * len(b.raices); queda < 0 {
				r.enFuncion(&r.dichos[i], Duplicada, "", "Hay tantas funciones parecidas que de aquí en adelante no se compararon")
				return out
			}
			p := r.corpus.comparar(*a, *b)
			g := gemela{a: i, b: j, igual: 2 * p.comun / (a.peso + b.peso)}
			g.dentro = p.comun >= contenida*menor || p.corrida >= corrida*menor && p.largo >= minCorrida || bolsa >= mismasBolsas*menor
			if g.igual >= enLinea || misma && g.dentro {
				out = append(out, g)
			}
		}
	}
	return out
}

// repite says whether a pair is a repetition. What a superior approves and its
// subordinate prepares is no repetition: along a line the verbs must be the
// same.
func (r *revision) repite(p gemela) bool {
	a, b := &r.dichos[p.a], &r.dichos[p.b]
	ua, ub := r.unidadesT[a.unidad].Clave, r.unidadesT[b.unidad].Clave
	switch {
	case a.unidad == b.unidad:
		return p.igual >= casiIgual || p.dentro
	case bajo(ua, ub) || bajo(ub, ua):
		return p.igual >= enLinea && a.frase.raices[0] == b.frase.raices[0]
	}
	return p.igual >= casiIgual
}

// formulas marks the functions that more than a tenth of the units have: the
// residual function and that of the annual programme are the manual's style.
func (r *revision) formulas(pares []gemela) map[int]bool {
	unidades := map[int]map[int]bool{}
	anotar := func(i, j int) {
		if unidades[i] == nil {
			unidades[i] = map[int]bool{r.dichos[i].unidad: true}
		}
		unidades[i][r.dichos[j].unidad] = true
	}
	for _, p := range pares {
		if p.igual >= igualFormulas {
			anotar(p.a, p.b)
			anotar(p.b, p.a)
		}
	}
	out := map[int]bool{}
	for i, us := range unidades {
		out[i] = len(us) > max(minEnFormula, int(parteFormula*float64(len(r.unidadesT))))
	}
	return out
}

// superior is the key above a unit's in its numeral, "" for the first.
func superior(k doe.ClaveUnidad) doe.ClaveUnidad {
	i := strings.LastIndexByte(string(k), '.')
	if i < 0 || strings.Count(string(k), ".") < 2 {
		return ""
	}
	return k[:i]
}

// bajo says whether u hangs from s.
func bajo(u, s doe.ClaveUnidad) bool { return strings.HasPrefix(string(u), string(s)+".") }

// seccion is the key by which a finding names a section of a manual.
func (r *revision) seccion(m Manual, n int) doe.ClaveFuncion {
	return doe.ClaveFuncion(fmt.Sprintf("%s-%d", m.Siglas, n))
}
