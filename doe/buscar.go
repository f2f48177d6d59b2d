package doe

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

// FiltroFunciones narrows a search; empty fields let everything pass.
type FiltroFunciones struct {
	// Capacidad and Acto keep the functions that grant a facultad of both.
	Capacidad Capacidad
	Acto      Acto
	// Unidad keeps the functions of one unit.
	Unidad ClaveUnidad
}

func (f FiltroFunciones) pasa(fn *Funcion) bool {
	if f.Unidad != "" && fn.Unidad != f.Unidad {
		return false
	}
	if f.Capacidad == "" && f.Acto == "" {
		return true
	}
	return slices.ContainsFunc(fn.Facultades, func(o Otorgamiento) bool {
		return (f.Capacidad == "" || o.Facultad.Capacidad() == f.Capacidad) && (f.Acto == "" || o.Facultad.Acto() == f.Acto)
	})
}

// indiceTexto is the full-text index of the functions: for each root, where it
// occurs and how much each place weighs.
type indiceTexto struct {
	raices []string
	donde  map[string]map[int]float64
}

// What a word weighs by the place it stands in.
const (
	pesoVerbo    = 4.0
	pesoResumen  = 3.0
	pesoFacultad = 2.0
	pesoSoporte  = 1.0
	pesoUnidad   = 1.0
	// pesoInicio is the share of a word that only begins as the one asked for.
	pesoInicio = 0.5
)

func (c *Catalogo) indizar() *indiceTexto {
	x := &indiceTexto{donde: map[string]map[int]float64{}}
	for i := range c.funciones {
		f := &c.funciones[i]
		u, _ := c.Unidad(f.Unidad)
		x.anotar(i, pesoVerbo, strings.Join(f.Verbos, " "))
		x.anotar(i, pesoResumen, f.Resumen)
		x.anotar(i, pesoSoporte, f.Soporte)
		x.anotar(i, pesoUnidad, u.Nombre)
		for _, o := range f.Facultades {
			x.anotar(i, pesoFacultad, string(o.Facultad))
		}
	}
	x.raices = slices.Sorted(maps.Keys(x.donde))
	return x
}

// anotar keeps the greatest weight a root has in a function.
func (x *indiceTexto) anotar(funcion int, peso float64, texto string) {
	for _, r := range raices(texto) {
		if x.donde[r] == nil {
			x.donde[r] = map[int]float64{}
		}
		x.donde[r][funcion] = max(x.donde[r][funcion], peso)
	}
}

// puntos adds what each function gets for a root: rare roots count for more.
func (x *indiceTexto) puntos(r string, total int) map[int]float64 {
	out := map[int]float64{}
	i, _ := slices.BinarySearch(x.raices, r)
	for ; i < len(x.raices) && strings.HasPrefix(x.raices[i], r); i++ {
		parte := pesoInicio
		if x.raices[i] == r {
			parte = 1
		}
		en := x.donde[x.raices[i]]
		rareza := math.Log(1 + float64(total)/float64(len(en)))
		for f, peso := range en {
			out[f] = max(out[f], parte*peso*rareza)
		}
	}
	return out
}

// Buscar finds functions by words of their verbs, summary, facultades, support
// and unit, whatever the accents, capitals and number (singular or plural).
// First come those with most of the words, then those where the words are
// rarer and stand in weightier places. Without words it lists all that pass the
// filter, in the order of the manuals.
func (c *Catalogo) Buscar(q string, filtro FiltroFunciones) []Funcion {
	palabras := raices(q)
	if len(palabras) == 0 && strings.TrimSpace(q) != "" {
		return nil
	}
	x := c.indice()
	hallados, puntos := make([]int, len(c.funciones)), make([]float64, len(c.funciones))
	for _, p := range palabras {
		for f, v := range x.puntos(p, len(c.funciones)) {
			hallados[f]++
			puntos[f] += v
		}
	}
	var orden []int
	for i := range c.funciones {
		if (hallados[i] > 0 || len(palabras) == 0) && filtro.pasa(&c.funciones[i]) {
			orden = append(orden, i)
		}
	}
	slices.SortFunc(orden, func(a, b int) int {
		return cmp.Or(cmp.Compare(hallados[b], hallados[a]), cmp.Compare(puntos[b], puntos[a]), cmp.Compare(a, b))
	})
	out := make([]Funcion, len(orden))
	for i, f := range orden {
		out[i] = c.funciones[f].copia()
	}
	return out
}

// vacias are the words that say nothing.
const vacias = " al con del el en la las lo los o para por que se su sus un una y e a de "

// raices cuts a text into the roots of its words, each once.
func raices(s string) []string {
	var out []string
	for p := range strings.FieldsFuncSeq(sinAcentos.Replace(strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if strings.Contains(vacias, " "+p+" ") {
			continue
		}
		if r := raiz(p); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// sinAcentos keeps the ñ; accents may stand apart from their letter.
var sinAcentos = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u",
	"n\u0303", "ñ", "\u0301", "", "\u0308", "")

// raiz drops the ending that tells number or gender from words long enough:
// quejas, queja; peticiones, petición.
func raiz(p string) string {
	if len(p) < 5 {
		return p
	}
	p = strings.TrimSuffix(p, "s")
	return strings.TrimRight(p, "aeo")
}
