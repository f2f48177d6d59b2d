package sugerencia

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/operacion-abierta/operacion/doe/texto"
)

//go:embed senales.txt
var textoSenales string

// Senal is a sign of a life at risk, or of something sensitive, found in a
// text.
type Senal struct {
	// Vital: of a life at risk. Sensible is why the petition would be
	// sensitive, empty when it would not.
	Vital    bool
	Sensible string
	// Fuerza is how sure the sign is by itself, in per cent.
	Fuerza int
	// Dicha are the words of the text.
	Dicha string
}

// signo is an entry of the list: words that follow each other.
type signo struct {
	Senal
	palabras []patron
}

// patron is a word of an entry in any of its forms, or a gap of up to three
// words when it has none.
type patron []forma

type forma struct {
	oida    string
	prefijo bool
}

const hueco = 3

// clasesDeSigno says what a kind of sign leads to.
var clasesDeSigno = map[string]Senal{
	"vital":          {Vital: true},
	"suicidio":       {Vital: true, Sensible: "vida_en_riesgo"},
	"violencia":      {Sensible: "violencia"},
	"acoso":          {Sensible: "acoso_sexual"},
	"discriminacion": {Sensible: "discriminacion"},
	"menores":        {Sensible: "menores"},
	"nada":           {}, // takes back the signs that begin where it does
}

// indice finds the entries by their first word: the short ones by the word
// itself, those that only begin like it or may have a letter wrong by its first
// letter.
type indice struct {
	exactas  map[string][]*signo
	parecida map[byte][]primera
}

// primera is a first word with the entries that it begins.
type primera struct {
	forma
	signos []*signo
}

var lista = sync.OnceValue(func() *indice {
	ss, err := leerSignos(textoSenales)
	if err != nil {
		panic(err) // the list is part of the program, and a test reads it
	}
	out := &indice{map[string][]*signo{}, map[byte][]primera{}}
	for i := range ss {
		for _, f := range ss[i].palabras[0] {
			out.agregar(f, &ss[i])
		}
	}
	return out
})

func (x *indice) agregar(f forma, s *signo) {
	if !f.prefijo && len(f.oida) < largaParaErrar {
		x.exactas[f.oida] = append(x.exactas[f.oida], s)
		return
	}
	ps := x.parecida[f.oida[0]]
	i := slices.IndexFunc(ps, func(p primera) bool { return p.forma == f })
	if i < 0 {
		i = len(ps)
		ps = append(ps, primera{forma: f})
	}
	ps[i].signos = append(ps[i].signos, s)
	x.parecida[f.oida[0]] = ps
}

// desde gives the entries that begin at a word, as signs with its words.
func (x *indice) desde(ps []palabra, i int) []Senal {
	var out []Senal
	ver := func(ss []*signo) {
		for _, g := range ss {
			if fin := seguir(g.palabras[1:], ps, i+1); fin > 0 {
				s := g.Senal
				s.Dicha = decir(ps[i:fin])
				out = append(out, s)
			}
		}
	}
	w := ps[i].oida
	ver(x.exactas[w])
	for k := range x.parecida[w[0]] {
		if p := &x.parecida[w[0]][k]; p.es(w) {
			ver(p.signos)
		}
	}
	return out
}

// leerSignos reads the list: a line holds kind, strength in per cent and words;
// a word that ends in * stands for all that begin like it, those joined by / for
// each other, and two dots for up to three words.
func leerSignos(s string) ([]signo, error) {
	var out []signo
	n := 0
	for l := range strings.Lines(s) {
		n++
		ws := strings.Fields(l)
		if len(ws) == 0 || ws[0] == "#" {
			continue
		}
		if len(ws) < 3 {
			return nil, fmt.Errorf("sugerencia: line %d of the signs is short", n)
		}
		x, ok := clasesDeSigno[ws[0]]
		f, err := strconv.Atoi(ws[1])
		if !ok || err != nil || f < 1 || f > 99 || ws[2] == ".." || ws[len(ws)-1] == ".." {
			return nil, fmt.Errorf("sugerencia: line %d of the signs is faulty", n)
		}
		x.Fuerza = f
		g := signo{Senal: x}
		for _, w := range ws[2:] {
			g.palabras = append(g.palabras, leerPatron(w))
		}
		out = append(out, g)
	}
	return out, nil
}

func leerPatron(w string) patron {
	if w == ".." {
		return nil
	}
	var p patron
	for x := range strings.SplitSeq(w, "/") {
		x, prefijo := strings.CutSuffix(x, "*")
		p = append(p, forma{sonido(texto.Plegar(x)), prefijo})
	}
	return p
}

// Senales gives the signs of a text, each once, in its order; not those that
// the text denies nor those that it only speaks about.
func Senales(s string) []Senal { return senalesDe(palabras(s)) }

func senalesDe(ps []palabra) []Senal {
	var out []Senal
	signos := lista()
	for i := range ps {
		if ps[i].oida == "" {
			continue
		}
		aqui := signos.desde(ps, i)
		nada := func(x Senal) bool { return !x.Vital && x.Sensible == "" }
		if len(aqui) == 0 || slices.ContainsFunc(aqui, nada) || negada(ps, i) || deOidas(ps, i) {
			continue
		}
		for _, x := range aqui {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	return out
}

func decir(ps []palabra) string {
	ws := make([]string, len(ps))
	for i := range ps {
		ws[i] = ps[i].dicha
	}
	return strings.Join(ws, " ")
}

// seguir says where a run of words ends when it begins at a word; 0 when it is
// not there.
func seguir(que []patron, ps []palabra, i int) int {
	for j, p := range que {
		if len(p) == 0 {
			for k := range hueco + 1 {
				if fin := seguir(que[j+1:], ps, i+k); fin > 0 {
					return fin
				}
			}
			return 0
		}
		if i >= len(ps) || !p.es(ps[i].oida) {
			return 0
		}
		i++
	}
	return i
}

// largaParaErrar is the length from which a word may have a letter wrong.
const largaParaErrar = 7

func (p patron) es(w string) bool {
	return slices.ContainsFunc(p, func(f forma) bool { return f.es(w) })
}

func (f *forma) es(w string) bool {
	n := len(f.oida)
	if f.prefijo && len(w) > n {
		w = w[:n]
	}
	return w == f.oida || n >= largaParaErrar && w != "" && w[0] == f.oida[0] && casi(f.oida, w)
}

// casi says whether two words differ in one letter, or in the order of two.
func casi(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

var (
	niegan = conjunto("no sin ni nunca jamas tampoco ningun ninguna niega nadie descartan descartaron descarto")
	// ligeras are the words that may stand between a denial and what it denies.
	ligeras = conjunto(`a al algun alguna caso como creo dado dan dio de del dolor dolores el ella ello en era es esta estaba estan este esto fue fueron ha habia hay haya han he hemos
		hubo idea ideas intento la las le les lo los me mi nos padece pensamientos por presenta presento que quiere quiero riesgo se sea senales sido siento signos sintomas su sufre sufrio tenemos tener tenido tengo tiene tuvo
		un una ya tipo ningun ninguna posible sospecha`)
	// hablan are the words of what only speaks about a thing.
	hablan = conjunto(`platica platicas curso cursos taller talleres campana campanas conferencia conferencias prevencion folleto folletos video simulacro contra capacitacion capaciten pelicula teatro feria cartel carteles triptico
		tripticos`)
)

// alcance is how many words back a denial is looked for, and lejos how many
// what is only spoken about.
const (
	alcance = 4
	lejos   = 7
)

// negada says whether the text denies what begins at a word: only light words
// may stand in between, and no stop.
func negada(ps []palabra, i int) bool {
	for k := i; k > 0 && i-k < alcance; k-- {
		if ps[k].corte {
			return false
		}
		switch w := ps[k-1].oida; {
		case niegan[w]:
			return true
		case !ligeras[w]:
			return false
		}
	}
	return false
}

// deOidas says whether the text only speaks about what begins at a word: a
// course on it, a campaign against it.
func deOidas(ps []palabra, i int) bool {
	for k := i; k > 0 && i-k < lejos; k-- {
		if ps[k].corte {
			return false
		}
		if hablan[ps[k-1].oida] {
			return true
		}
	}
	return false
}
