package racimo

import (
	"cmp"
	_ "embed"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe/texto"
)

//go:embed nombres.txt
var nombresTXT string

// nombres are given names and surnames common in Mexico, folded. A label does
// without a word that is one, though it may also name a thing.
var nombres = func() map[string]bool {
	out := map[string]bool{}
	for n := range strings.FieldsSeq(nombresTXT) {
		out[n] = true
	}
	return out
}()

// tratos come before the name of somebody.
var tratos = func() map[string]bool {
	out := map[string]bool{}
	for t := range strings.FieldsSeq("dr dra doctor doctora doctores enf enfermera enfermero lic licenciada licenciado ing ingeniero ingeniera sr sra srta senor senora senorita " +
		"don dona jefe jefa trabajadora trabajador asistente recepcionista vigilante director directora subdirector subdirectora llama llamo llamada llamado apellido nombre soy quimico quimica maestra maestro") {
		out[t] = true
	}
	return out
}()

// vacias are words that say nothing of what a petition is about.
var vacias = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("para como pero porque otro otra otros otras este esta estos estas esto ese esa esos esas desde hasta sobre entre cuando donde quien quienes cual cuales " +
		"todo toda todos todas nada nadie algo alguien algun alguna muy mucho mucha muchos muchas poco poca tambien ademas tampoco siempre nunca aunque mientras despues antes luego ahora " +
		"aqui alli ahi ayer hoy manana sido estoy estaba estan estamos tengo tiene tienen tenia tuve tuvo hace hacen hago hizo puede pueden puedo podria quiero quiere queria debe deben " +
		"hay habia haber fue fueron eran soy eres son dice dicen dijo dijeron dije favor gracias buenos buenas dias tardes noches usted ustedes ellos ellas nosotros mismo misma cada " +
		"solo solamente pues sino segun bajo contra durante mediante tras hacia cuya cuyo solicito pido piden") {
		out[w] = true
	}
	return out
}()

// The words of a label.
const (
	maxPalabras = 4
	// enCuantas is the part of the group that has each of them, in per cent.
	enCuantas = 50
	// minLugares is in how many places a word is used to be taken for a common
	// one.
	minLugares = 2
	minLetras  = 4
)

// palabra is a word, by its root, among all the texts.
type palabra struct {
	en      map[int]bool // texts that have it
	lugares map[string]bool
	formas  map[string]int // how it is written
	// mayuscula and veces count it within sentences of texts that are not all
	// in capitals.
	mayuscula, veces int
	// persona says that some text has it after a form of address.
	persona bool
}

// lexico are the words of all the texts.
type lexico struct {
	palabras map[string]*palabra
	// conocidas are the roots of words that name no one.
	conocidas map[string]bool
	textos    int
}

func leer(ts []Texto, conocidas []string) *lexico {
	l := &lexico{palabras: map[string]*palabra{}, conocidas: map[string]bool{}, textos: len(ts)}
	for _, c := range conocidas {
		for k := range strings.FieldsSeq(texto.Raices(c)) {
			l.conocidas[k] = true
		}
	}
	for i, t := range ts {
		gritado := strings.ToUpper(t.Relato) == t.Relato
		inicio, trato := true, 0
		for _, w := range partir(t.Relato) {
			plana := texto.Plegar(w.letras)
			trato--
			if tratos[plana] {
				trato = 3 // what follows may be a name and two surnames
			} else if k := texto.Raices(w.letras); k != "" && !strings.Contains(k, " ") {
				l.anotar(k, w.letras, i, t.Lugar, inicio || gritado, trato > 0)
			}
			inicio = w.fin
		}
	}
	return l
}

func (l *lexico) anotar(k, w string, i int, lugar string, alInicio, persona bool) {
	p := l.palabras[k]
	if p == nil {
		p = &palabra{en: map[int]bool{}, lugares: map[string]bool{}, formas: map[string]int{}}
		l.palabras[k] = p
	}
	p.en[i], p.lugares[lugar] = true, true
	p.formas[strings.ToLower(w)]++
	if !alInicio {
		p.veces++
		if conMayuscula(w) {
			p.mayuscula++
		}
	}
	p.persona = p.persona || persona && nombrePropio(w)
}

// conMayuscula says whether a word begins with a capital.
func conMayuscula(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func nombrePropio(w string) bool { return conMayuscula(w) || nombres[texto.Plegar(w)] }

// comun says whether a word may be shown: it names nobody that can be told.
func (l *lexico) comun(k string, p *palabra, forma string) bool {
	plana := texto.Plegar(forma)
	if len([]rune(forma)) < minLetras || vacias[plana] {
		return false
	}
	return l.conocidas[k] || len(p.lugares) >= minLugares && !p.persona && !nombres[plana] && 2*p.mayuscula <= p.veces
}

// forma is how a word is most often written.
func (p *palabra) forma() string {
	return slices.MinFunc(slices.Collect(maps.Keys(p.formas)), func(a, b string) int {
		return cmp.Or(p.formas[b]-p.formas[a], cmp.Compare(a, b))
	})
}

// etiqueta are the words that tell a group from the rest of the texts.
func (l *lexico) etiqueta(miembros []int) string {
	type candidata struct {
		forma  string
		puntos float64
	}
	var cs []candidata
	n, resto := float64(len(miembros)), float64(l.textos-len(miembros))
	for k, p := range l.palabras {
		dentro := 0
		for _, i := range miembros {
			if p.en[i] {
				dentro++
			}
		}
		if forma := p.forma(); dentro*100 >= enCuantas*len(miembros) && l.comun(k, p, forma) {
			suyo, ajeno := float64(dentro)/n, (float64(len(p.en)-dentro)+0.5)/(resto+1)
			cs = append(cs, candidata{forma, suyo * math.Log(suyo/ajeno)})
		}
	}
	slices.SortFunc(cs, func(a, b candidata) int {
		return cmp.Or(cmp.Compare(b.puntos, a.puntos), cmp.Compare(a.forma, b.forma))
	})
	var out []string
	for _, c := range cs[:min(len(cs), maxPalabras)] {
		out = append(out, c.forma)
	}
	if len(out) == 0 {
		return "sin palabras que puedan mostrarse"
	}
	return strings.Join(out, " · ")
}

// escrita is a word as it was written, and whether a sentence ends after it.
type escrita struct {
	letras string
	fin    bool
}

// partir gives the words of a text that are letters alone: no number, folio or
// address gets into a label.
func partir(s string) []escrita {
	var out []escrita
	for campo := range strings.FieldsSeq(s) {
		w := strings.TrimFunc(campo, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		fin := strings.ContainsAny(campo[max(len(campo)-1, 0):], ".!?:;")
		if w == "" || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if fin && len(out) > 0 {
				out[len(out)-1].fin = true
			}
			continue
		}
		out = append(out, escrita{w, fin && !tratos[texto.Plegar(w)]})
	}
	return out
}
