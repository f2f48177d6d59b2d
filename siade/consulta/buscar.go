package consulta

import (
	"cmp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/siade"
)

// MaxHallazgos is how many cards a search gives at most.
const MaxHallazgos = 50

// Busqueda is what is looked for among the cards that hold.
type Busqueda struct {
	// Texto is in the words of who asks; all the cards when empty.
	Texto string
	Clase Clase
	// Tema, Servicio and Tramite are codes of the classifier that the card
	// answers.
	Tema, Servicio, Tramite string
	// Limite is how many are given, [MaxHallazgos] at most.
	Limite int
}

// Razon is why a card was found: a word of the search and where it stands.
type Razon struct {
	Palabra string      `json:"palabra" doc:"Palabra de la búsqueda" example:"enbarazo"`
	Como    Coincidente `json:"como" doc:"En qué forma está en la ficha" example:"error_de_letra"`
	Campos  []Campo     `json:"campos" doc:"Partes de la ficha que la tienen" example:"[\"sinonimos\"]"`
}

// Hallazgo is a card that was found.
type Hallazgo struct {
	Folio   string `json:"folio" doc:"Folio de la ficha" example:"FIC-2026-09-0000001-X"`
	Clave   string `json:"clave" doc:"Clave de la ficha" example:"SUB-MAT"`
	Version int    `json:"version_ficha" doc:"Versión que rige" example:"1"`
	Clase   Clase  `json:"clase" doc:"De qué es" example:"prestacion"`
	Nombre  string `json:"nombre" doc:"Nombre oficial" example:"Subsidio por maternidad"`
	// Resumen and Fragmento are left out of a suspended card.
	Resumen      string          `json:"resumen,omitempty" doc:"Qué es; se omite si está suspendida"`
	Organo       doe.ClaveOrgano `json:"organo" doc:"Órgano normativo responsable" example:"dn-prestaciones-economicas-y-sociales"`
	Situacion    Situacion       `json:"situacion" doc:"Cómo puede usarse" example:"vigente"`
	Advertencias []string        `json:"advertencias" doc:"Lo que debe saber quien la lea"`
	Hasta        fecha.Fecha     `json:"hasta,omitzero" doc:"Último día en que vale, si lo tiene" example:"2027-12-31"`
	// Puntos are relative to the best, which has 100.
	Puntos    int            `json:"puntos" doc:"Qué tanto responde a lo buscado, de 100 la primera" example:"100"`
	Responde  []siade.Codigo `json:"responde" doc:"Códigos de la clasificación pedida que la ficha responde"`
	Razones   []Razon        `json:"razones" doc:"Por qué se halló"`
	Fragmento *Fragmento     `json:"fragmento,omitempty" doc:"Lo más cercano a lo buscado"`
}

// termino is a word of the search with the roots that answer to it.
type termino struct {
	palabra string
	raices  []string
	// corregido says that the roots are of words that differ by a letter.
	corregido bool
}

// Of a long text only so many words are looked for, and so many corrected.
const (
	maxTerminos   = 48
	maxCorregidas = 10
	maxCandidatas = 10
)

// pesoCorregida is what a word counts for when it had to be corrected.
const pesoCorregida = 0.7

// Buscar gives the cards found, the best first.
func (x *Indice) Buscar(q Busqueda) []Hallazgo {
	ts := x.terminos(q.Texto)
	puntos := x.puntuar(ts)
	var halladas []int
	for i, e := range x.fichas {
		if (puntos[i] > 0 || q.Texto == "") && q.admite(e.contenido) {
			halladas = append(halladas, i)
		}
	}
	slices.SortStableFunc(halladas, func(a, b int) int { return cmp.Compare(puntos[b], puntos[a]) })
	return x.presentar(halladas, puntos, ts, q.codigos(), q.Limite)
}

// presentar tells the first of some cards.
func (x *Indice) presentar(halladas []int, puntos []float64, ts []termino, pide []siade.Codigo, limite int) []Hallazgo {
	out := []Hallazgo{}
	for _, i := range halladas[:min(len(halladas), max(limite, 0), MaxHallazgos)] {
		h := x.hallazgo(x.fichas[i], ts)
		for _, k := range pide {
			if slices.Contains(x.fichas[i].contenido.Responde, k) {
				h.Responde = append(h.Responde, k)
			}
		}
		if mejor := puntos[halladas[0]]; mejor > 0 {
			h.Puntos = int(100*puntos[i]/mejor + 0.5)
		}
		out = append(out, h)
	}
	return out
}

func (q Busqueda) codigos() []siade.Codigo {
	var out []siade.Codigo
	for _, k := range []siade.Codigo{{Clase: siade.ClaseTema, Clave: q.Tema}, {Clase: siade.ClaseServicio, Clave: q.Servicio}, {Clase: siade.ClaseTramite, Clave: q.Tramite}} {
		if k.Clave != "" {
			out = append(out, k)
		}
	}
	return out
}

func (q Busqueda) admite(c *Contenido) bool {
	if q.Clase != "" && c.Clase != q.Clase {
		return false
	}
	for _, k := range q.codigos() {
		if !slices.Contains(c.Responde, k) {
			return false
		}
	}
	return true
}

// terminos are the words of a text that tell something, each once. A word that
// no card has is taken for those that differ from it by a letter.
func (x *Indice) terminos(s string) []termino {
	var out, sobran []termino
	vistas := map[string]bool{}
	corregidas := 0
	for _, w := range palabras(s) {
		r := texto.Raices(w)
		if r == "" || vistas[r] {
			continue
		}
		vistas[r] = true
		t := termino{palabra: w, raices: []string{r}}
		if x.porRaiz[r] == nil && corregidas < maxCorregidas {
			t.raices, t.corregido = x.candidatas(w), true
			corregidas++
		}
		if texto.Vacia(r) {
			sobran = append(sobran, t)
			continue
		}
		if out = append(out, t); len(out) == maxTerminos {
			break
		}
	}
	if len(out) == 0 {
		return sobran
	}
	return out
}

// candidatas are the roots that a misspelt word may stand for: those that most
// cards have.
func (x *Indice) candidatas(w string) []string {
	rs := slices.DeleteFunc(x.lexico.parecidas(w), func(r string) bool { return x.porRaiz[r] == nil })
	slices.SortStableFunc(rs, func(a, b string) int { return cmp.Compare(len(x.porRaiz[b]), len(x.porRaiz[a])) })
	return rs[:min(len(rs), maxCandidatas)]
}

// puntuar scores every card for some words.
func (x *Indice) puntuar(ts []termino) []float64 {
	puntos := make([]float64, len(x.fichas))
	if len(ts) == 0 {
		return puntos
	}
	cuantos := make([]uint8, len(x.fichas))
	de := make([]float64, len(x.fichas))
	for _, t := range ts {
		var tocadas []int32
		for _, r := range t.raices {
			as := x.porRaiz[r]
			rareza := x.rareza(len(as))
			if t.corregido {
				rareza *= pesoCorregida
			}
			for _, a := range as {
				p := rareza * float64(a.peso) / (saturacion + float64(a.peso))
				if de[a.ficha] == 0 {
					tocadas = append(tocadas, a.ficha)
				}
				de[a.ficha] = max(de[a.ficha], p)
			}
		}
		for _, i := range tocadas {
			puntos[i] += de[i]
			cuantos[i]++
			de[i] = 0
		}
	}
	x.realzar(puntos, cuantos, ts)
	return puntos
}

// The most words that a search has, as opposed to a petition's text.
const maxCorta = 8

// realzar favours, among the cards that have some of the words, those that
// have them all and those that are called so.
func (x *Indice) realzar(puntos []float64, cuantos []uint8, ts []termino) {
	dicha := map[string]bool{}
	for _, t := range ts {
		for _, r := range t.raices {
			dicha[r] = true
		}
	}
	for i, e := range x.fichas {
		if puntos[i] == 0 {
			continue
		}
		if len(ts) <= maxCorta {
			puntos[i] *= 0.35 + 0.65*float64(cuantos[i])/float64(len(ts))
		}
		puntos[i] *= e.realce(dicha, len(ts))
	}
}

// realce is more when the words said are those of a name of the card: all of
// them and, in a search, no others.
func (e *entrada) realce(dicha map[string]bool, cuantas int) float64 {
	mejor := 1.0
	for _, nombre := range e.nombres {
		n, faltan := 0, 0
		for r := range strings.FieldsSeq(nombre) {
			n++
			if !dicha[r] {
				faltan++
			}
		}
		switch {
		case n == 0 || faltan > 0:
		case n >= cuantas:
			mejor = max(mejor, 1.8)
		case n > 1:
			mejor = max(mejor, 1.35)
		}
	}
	return mejor
}
