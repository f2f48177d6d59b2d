package consulta

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/siade"
)

// Coincidente is how a word of a search stands in a card.
type Coincidente string

// The ways in which a word may stand in a card, the closest first.
const (
	Exacta     Coincidente = "exacta"
	Familia    Coincidente = "misma_familia"
	ErrorLetra Coincidente = "error_de_letra"
)

// How long a fragment is, in characters, and how many reasons are told.
const (
	maxFragmento = 220
	maxRazones   = 12
)

var coincidentes = vocabulario.Tabla[Coincidente]{
	{Clave: Exacta, Nombre: "Exacta", Descripcion: "La palabra, sin mirar acentos ni mayúsculas.", Fuente: deTrabajo},
	{Clave: Familia, Nombre: "Misma familia", Descripcion: "Otra forma de la palabra o un sinónimo.", Fuente: deTrabajo},
	{Clave: ErrorLetra, Nombre: "Error de letra", Descripcion: "Una palabra que difiere de ella en una letra.", Fuente: deTrabajo},
}

// Coincidentes lists the ways in which a word may stand in a card.
func Coincidentes() vocabulario.Tabla[Coincidente] { return slices.Clone(coincidentes) }

// ParseCoincidente reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseCoincidente(s string) (Coincidente, error) { return coincidentes.Parse(s) }

// FormaJSON is the closed list.
func (Coincidente) FormaJSON() forma.Forma { return coincidentes.Forma() }

// Fragmento is the text of a card that is closest to what was looked for. It is
// plain text, told with the places to highlight: nothing in it is markup.
type Fragmento struct {
	Campo Campo  `json:"campo" doc:"De qué parte de la ficha" example:"preguntas"`
	Texto string `json:"texto" doc:"Texto llano" example:"¿Qué pasa si no junto las treinta semanas?"`
	// Resaltes are half-open, in characters.
	Resaltes []Resalte `json:"resaltes" doc:"Lugares que coinciden, en caracteres desde cero"`
}

// Resalte is a place of a text.
type Resalte struct {
	Desde int `json:"desde" doc:"Primer carácter" example:"30"`
	Hasta int `json:"hasta" doc:"Carácter que sigue al último" example:"37"`
}

// Advertencias are what whoever reads a card on a day must know.
func (r Ficha) Advertencias(dia fecha.Fecha) []string {
	out := []string{}
	v, hay := r.EnVigor(dia)
	if !hay {
		return append(out, "Ninguna versión de la ficha vale este día.")
	}
	if r.suspendida(v) {
		out = append(out, "No la use. Mientras tanto: "+r.Suspension.Mientras)
	}
	for _, a := range r.Reportes {
		s := "Reportada el " + a.Dia.EnPalabras() + " en «" + strings.ToLower(partes.Nombre(a.Parte)) + "»: " + a.Que
		if a.Version != v.Numero {
			s += " (sobre una versión anterior)"
		}
		out = append(out, s)
	}
	if !r.Revisar.IsZero() && dia.After(r.Revisar) {
		out = append(out, "Debía revisarse antes del "+r.Revisar.EnPalabras()+".")
	}
	for _, x := range r.Validaciones {
		if x.Version == v.Numero && x.Respaldo == SinRespuesta {
			out = append(out, "El órgano normativo no respondió cuando se le envió a revisión.")
		}
	}
	return out
}

// hallazgo tells a card and why it was found.
func (x *Indice) hallazgo(e *entrada, ts []termino) Hallazgo {
	h := Hallazgo{
		Folio: e.ficha.Folio, Clave: e.ficha.Clave, Version: e.numero, Clase: e.contenido.Clase, Nombre: e.contenido.Nombre, Resumen: e.contenido.Resumen,
		Organo: e.contenido.Organo, Situacion: e.ficha.Situacion(x.dia), Advertencias: e.ficha.Advertencias(x.dia), Hasta: e.contenido.Hasta,
		Responde: []siade.Codigo{}, Razones: []Razon{},
	}
	l := lectura{ts: ts, campos: make([][]Campo, len(ts)), exacta: make([]bool, len(ts))}
	for _, v := range campos {
		for _, s := range textos(e.ficha.Clave, e.contenido, v.Clave) {
			l.leer(v.Clave, s)
		}
	}
	for i, t := range ts {
		if len(l.campos[i]) > 0 && len(h.Razones) < maxRazones {
			h.Razones = append(h.Razones, Razon{t.palabra, t.como(l.exacta[i]), l.campos[i]})
		}
	}
	h.Fragmento = l.mejor
	if h.Situacion == SeSuspendio {
		h.Resumen, h.Fragmento = "", nil
	}
	return h
}

func (t termino) como(exacta bool) Coincidente {
	switch {
	case t.corregido:
		return ErrorLetra
	case exacta:
		return Exacta
	}
	return Familia
}

// lectura reads the texts of a card for the words of a search.
type lectura struct {
	ts     []termino
	campos [][]Campo
	exacta []bool
	mejor  *Fragmento
	puntos float64
}

// leer takes note of the words that a text has, and keeps it if it is the one
// with the most.
func (l *lectura) leer(c Campo, s string) {
	var lugares [][2]int
	distintas := make([]bool, len(l.ts))
	for ini, fin := range palabrasDe(s) {
		w := texto.Plegar(s[ini:fin])
		r := texto.Raices(w)
		i := slices.IndexFunc(l.ts, func(t termino) bool { return r != "" && slices.Contains(t.raices, r) })
		if i < 0 {
			continue
		}
		distintas[i] = true
		l.exacta[i] = l.exacta[i] || w == l.ts[i].palabra
		if !slices.Contains(l.campos[i], c) {
			l.campos[i] = append(l.campos[i], c)
		}
		lugares = append(lugares, [2]int{ini, fin})
	}
	n := 0.0
	for _, si := range distintas {
		if si {
			n++
		}
	}
	// The name is shown anyway: other texts say more.
	if c == EnNombre || c == EnClave {
		n /= 2
	}
	if n > l.puntos {
		l.puntos, l.mejor = n, fragmento(c, s, lugares)
	}
}

// palabrasDe walks the words of a text, by the bytes where each begins and ends.
func palabrasDe(s string) func(func(int, int) bool) {
	return func(yield func(int, int) bool) {
		ini := -1
		for i, r := range s {
			letra := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
			switch {
			case letra && ini < 0:
				ini = i
			case !letra && ini >= 0:
				if !yield(ini, i) {
					return
				}
				ini = -1
			}
		}
		if ini >= 0 {
			yield(ini, len(s))
		}
	}
}

// fragmento cuts a long text around its first match, at words.
func fragmento(c Campo, s string, lugares [][2]int) *Fragmento {
	desde, hasta := 0, len(s)
	if utf8.RuneCountInString(s) > maxFragmento {
		desde = retroceder(s, lugares[0][0], 50)
		hasta = avanzar(s, desde, maxFragmento)
	}
	f := &Fragmento{Campo: c, Texto: strings.TrimSpace(s[desde:hasta]), Resaltes: []Resalte{}}
	sangria := len(s[desde:hasta]) - len(strings.TrimLeft(s[desde:hasta], " "))
	for _, l := range lugares {
		if l[0] < desde || l[1] > hasta {
			continue
		}
		ini := utf8.RuneCountInString(s[desde+sangria : l[0]])
		f.Resaltes = append(f.Resaltes, Resalte{ini, ini + utf8.RuneCountInString(s[l[0]:l[1]])})
	}
	if desde > 0 {
		f.Texto = "… " + f.Texto
		for i := range f.Resaltes {
			f.Resaltes[i].Desde += 2
			f.Resaltes[i].Hasta += 2
		}
	}
	if hasta < len(s) {
		f.Texto += " …"
	}
	return f
}

// retroceder is where a word begins, so many characters before a place.
func retroceder(s string, i, n int) int {
	for ; i > 0 && n > 0; n-- {
		_, t := utf8.DecodeLastRuneInString(s[:i])
		i -= t
	}
	if i == 0 {
		return 0
	}
	if j := strings.IndexByte(s[i:], ' '); j >= 0 {
		return i + j
	}
	return i
}

// avanzar is where a word ends, so many characters after a place at most.
func avanzar(s string, i, n int) int {
	ini := i
	for ; i < len(s) && n > 0; n-- {
		_, t := utf8.DecodeRuneInString(s[i:])
		i += t
	}
	if i == len(s) {
		return i
	}
	if j := strings.LastIndexByte(s[ini:i], ' '); j > 0 {
		return ini + j
	}
	return i
}
