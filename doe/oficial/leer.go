package oficial

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// Leer reads a manual of plain text or PDF. It fails with [ErrTamano],
// [ErrFormato] or [ErrSinFunciones]; what it finds in the section of functions
// and cannot place is in the result.
func Leer(b []byte) (Manual, error) {
	lineas, clave, err := enLineas(b)
	if err != nil {
		return Manual{}, err
	}
	secciones := seccionar(lineas)
	i := slices.IndexFunc(secciones, func(s Seccion) bool { return esFunciones(s.Titulo) })
	if i < 0 {
		return Manual{}, ErrSinFunciones
	}
	r := lector{seccion: secciones[i].Numero, guiones: palabrasDe(lineas)}
	for _, l := range secciones[i].Lineas {
		r.linea(l)
	}
	switch {
	case len(r.m.Unidades) == 0:
		return Manual{}, ErrSinFunciones
	case len(r.m.Unidades) > MaxUnidades || r.m.Total() > MaxFunciones || r.m.largo() > maxTextos:
		return Manual{}, ErrTamano
	}
	m := r.m
	m.Clave, m.Secciones = clave, slices.Delete(secciones, i, i+1)
	m.seccion = r.seccion
	m.Siglas = siglas(m)
	for i := range m.Unidades {
		u := &m.Unidades[i]
		u.Clave = doe.ClaveUnidad(m.Siglas + "-" + string(u.Clave))
	}
	m.Vigencia = vigencia(m.Secciones)
	m.SinUbicar = append([]Resto{}, m.SinUbicar...)
	return m, nil
}

// titulos are how the sections of a manual begin, folded.
var titulos = []string{"introduccion", "objetivo", "marco juridico", "marco normativo", "atribuciones", "politicas",
	"organigrama", "estructura organica", "funciones sustantivas", "funciones", "glosario", "anexos", "definiciones"}

func esFunciones(titulo string) bool {
	return strings.HasPrefix(texto.Plegar(titulo), "funciones")
}

var tituloSeccion = expresion(`^(\d{1,2})\.? +(\p{Lu}[\p{L} –-]+)$`)

// esTitulo reads the heading of a section: a small number and one of the
// titles, with hardly anything after it.
func esTitulo(l string) (numero int, titulo string, es bool) {
	m := tituloSeccion().FindStringSubmatch(l)
	if m == nil {
		return 0, "", false
	}
	llana := texto.Plegar(m[2])
	for _, t := range titulos {
		if resto, ok := strings.CutPrefix(llana, t); ok && len(strings.Fields(resto)) <= 1 {
			n, _ := strconv.Atoi(m[1])
			return n, m[2], true
		}
	}
	return 0, "", false
}

// seccionar cuts the lines into sections. Where a number comes again, as after
// a table of contents, what stood before it counts as the cover.
func seccionar(lineas []Linea) []Seccion {
	out := []Seccion{{}}
	for _, l := range lineas {
		if n, t, es := esTitulo(l.Texto); es {
			i := slices.IndexFunc(out, func(s Seccion) bool { return s.Numero >= n })
			switch {
			case i > 0:
				for _, s := range out[i:] {
					out[0].Lineas = append(out[0].Lineas, s.Lineas...)
				}
				out = append(out[:i], Seccion{Numero: n, Titulo: t})
			default:
				out = append(out, Seccion{Numero: n, Titulo: t})
			}
			continue
		}
		out[len(out)-1].Lineas = append(out[len(out)-1].Lineas, l)
	}
	return out
}

// lector places the lines of the section of functions one after the other.
type lector struct {
	m       Manual
	seccion int
	guiones map[string]bool // the words of the text, to mend broken ones
	// perdida says that the lines go with one that could not be placed.
	perdida bool
	previa  string
}

var (
	encabezado = expresion(`^(\d+(?:\.\d+)+)\.? +(\p{Lu}.*)$`)
	numerada   = expresion(`^(\d{1,3})[.)]?[-–]? +(\p{L}.*|«.*|“.*|".*)$`)
	punteada   = expresion(`^\d{1,3}[.)]`)
)

func (r *lector) linea(l Linea) {
	defer func() { r.previa = l.Texto }()
	if m := encabezado().FindStringSubmatch(l.Texto); len(m) == 3 && r.encabeza(l, m[1], m[2]) {
		return
	}
	if m := numerada().FindStringSubmatch(l.Texto); m != nil && len(r.m.Unidades) > 0 {
		n, _ := strconv.Atoi(m[1])
		if r.numera(l, n, m[2]) {
			return
		}
	}
	r.sigue(l)
}

// encabeza takes the heading of a unit. A numeral in the middle of a sentence
// is no heading.
func (r *lector) encabeza(l Linea, numeral, nombre string) bool {
	if !strings.HasPrefix(numeral, strconv.Itoa(r.seccion)+".") || !l.Blanco && !cierra(r.previa) {
		return false
	}
	k := doe.ClaveUnidad(numeral)
	if slices.ContainsFunc(r.m.Unidades, func(u Unidad) bool { return u.Clave == k }) {
		r.perder(l, "el numeral ya encabezó otra unidad")
		return true
	}
	r.perdida = false
	r.m.Unidades = append(r.m.Unidades, Unidad{Clave: k, Nombre: nombre, Linea: l.Numero, Funciones: []Funcion{}})
	return true
}

// numera takes the line that opens a function. The next number always does; one
// further on only after a sentence that ended, and so the gap shows.
func (r *lector) numera(l Linea, n int, t string) bool {
	u := &r.m.Unidades[len(r.m.Unidades)-1]
	ultima := 0
	if k := len(u.Funciones); k > 0 {
		ultima = u.Funciones[k-1].Numero
	}
	puntos := punteada().MatchString(l.Texto)
	abre := l.Blanco || cierra(r.previa)
	inicial, _ := utf8.DecodeRuneInString(t)
	switch {
	case n == ultima+1 && (puntos || abre && unicode.IsUpper(inicial)):
	case n > ultima+1 && n <= ultima+maxSalto && puntos && abre && (ultima > 0 || l.Blanco):
	case n <= ultima && puntos && cierra(r.previa):
		r.perder(l, "el número de función ya pasó en la unidad")
		return true
	default:
		return false
	}
	r.perdida = false
	u.Funciones = append(u.Funciones, Funcion{Numero: n, Texto: t, Linea: l.Numero})
	return true
}

// maxSalto is the longest gap of numbers still taken for one.
const maxSalto = 9

// sigue adds a line to what it continues: a name or a function.
func (r *lector) sigue(l Linea) {
	if len(r.m.Unidades) == 0 {
		r.perder(l, "está antes de la primera unidad")
		return
	}
	u := &r.m.Unidades[len(r.m.Unidades)-1]
	switch k := len(u.Funciones); {
	case r.perdida:
		r.perder(l, "sigue a un renglón sin ubicar")
	case k > 0 && len(u.Funciones[k-1].Texto) > maxTexto:
		r.perder(l, "la función ya es demasiado larga")
	case k > 0:
		u.Funciones[k-1].Texto = r.unir(u.Funciones[k-1].Texto, l.Texto)
	case esNombre(u.Nombre, l.Texto):
		u.Nombre = r.unir(u.Nombre, l.Texto)
	default:
		r.perder(l, "está entre el encabezado de la unidad y su primera función")
	}
}

// esNombre says whether a line may go on with the name of a unit: names are
// no sentences and not longer than the longest known by half.
func esNombre(nombre, l string) bool {
	const maxNombre = 240
	return !cierra(nombre) && !cierra(l) && len(nombre)+len(l) <= maxNombre
}

func (r *lector) perder(l Linea, motivo string) {
	r.perdida = true
	r.m.SinUbicar = append(r.m.SinUbicar, Resto{Linea: l.Numero, Texto: l.Texto, Motivo: motivo})
}

// cierra says whether a line ends a sentence.
func cierra(l string) bool {
	return l == "" || strings.ContainsRune(".;:", rune(l[len(l)-1]))
}

// unir joins two lines. A hyphen at the end of the first goes when the two
// halves make a word that the text has elsewhere.
func (r *lector) unir(a, b string) string {
	if !strings.HasSuffix(a, "-") || len(a) < 2 || a[len(a)-2] == ' ' {
		return a + " " + b
	}
	fin := a[strings.LastIndexByte(a, ' ')+1 : len(a)-1]
	inicio, _, _ := strings.Cut(b, " ")
	inicio = strings.TrimRight(inicio, ".,;:)")
	if r.guiones[texto.Plegar(fin+inicio)] {
		return a[:len(a)-1] + b
	}
	return a + b
}

// palabrasDe are the folded words of the text.
func palabrasDe(lineas []Linea) map[string]bool {
	out := map[string]bool{}
	for _, l := range lineas {
		for w := range strings.FieldsSeq(texto.Plegar(l.Texto)) {
			out[w] = true
		}
	}
	return out
}

// SiglasOtras opens the keys of the units of a manual that the catalog has not.
const SiglasOtras = "manual"

// siglas tells which of the catalog's manuals this is: by the key its footers
// print or, without it, by the name of its first unit.
func siglas(m Manual) string {
	c := doe.Vigente()
	for _, x := range c.Manuales() {
		if x.Clave == m.Clave {
			return x.Siglas
		}
	}
	if m.Clave == "" {
		for _, x := range c.Manuales() {
			k := doe.ClaveUnidad(x.Siglas + "-" + string(m.Unidades[0].Clave))
			if u, ok := c.Unidad(k); ok && texto.Plegar(u.Nombre) == texto.Plegar(m.Unidades[0].Nombre) {
				return x.Siglas
			}
		}
	}
	return SiglasOtras
}

var (
	meses = []string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
		"noviembre", "diciembre"}
	fechaLarga = expresion(`(?i)(\d{1,2})(?:o|°|º)? +de +(` + strings.Join(meses, "|") + `) +del? +(?:año +)?(\d{4})`)
	rige       = expresion(`(?i)^vigencia:? `)
)

// vigencia is the latest day that a line of validity gives.
func vigencia(ss []Seccion) fecha.Fecha {
	var out fecha.Fecha
	for _, s := range ss {
		for _, l := range s.Lineas {
			if !rige().MatchString(l.Texto) {
				continue
			}
			for _, f := range fechas(l.Texto) {
				if f.After(out) {
					out = f
				}
			}
		}
	}
	return out
}

// fechas are the days written out in a text.
func fechas(s string) []fecha.Fecha {
	var out []fecha.Fecha
	for _, m := range fechaLarga().FindAllStringSubmatch(s, -1) {
		dia, _ := strconv.Atoi(m[1])
		anio, _ := strconv.Atoi(m[3])
		mes := slices.Index(meses, strings.ToLower(m[2])) + 1
		if f, err := fecha.New(anio, time.Month(mes), dia); err == nil {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b fecha.Fecha) int { return cmp.Compare(a.Ordinal(), b.Ordinal()) })
	return out
}
