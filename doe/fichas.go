package doe

import (
	"fmt"
	"slices"
	"strings"
)

// ficha is one block of a data file: lines "campo: valor", ended by a blank
// line. A line that begins with a space goes on with the value before it; those
// that begin with # are comments.
type ficha struct {
	archivo string
	linea   int
	campos  []campo
}

type campo struct {
	nombre, valor string
	visto         bool
}

// leerFichas cuts a data file into its blocks. Lines without a colon are
// given back as faults.
func leerFichas(archivo, texto string) (fs []ficha, malas []error) {
	f := ficha{archivo: archivo}
	cierra := func() {
		if len(f.campos) > 0 {
			fs = append(fs, f)
		}
		f = ficha{archivo: archivo}
	}
	n := 0
	for l := range strings.SplitSeq(texto, "\n") {
		n++
		l = strings.TrimRight(l, " \r")
		switch nombre, valor, ok := strings.Cut(l, ":"); {
		case l == "":
			cierra()
		case l[0] == '#':
		case l[0] == ' ' && len(f.campos) > 0:
			c := &f.campos[len(f.campos)-1]
			c.valor += " " + strings.TrimSpace(l)
		case !ok:
			malas = append(malas, fmt.Errorf("%s:%d: %w: want campo: valor", archivo, n, ErrForma))
		default:
			if len(f.campos) == 0 {
				f.linea, f.campos = n, make([]campo, 0, 6)
			}
			f.campos = append(f.campos, campo{nombre: nombre, valor: strings.TrimSpace(valor)})
		}
	}
	cierra()
	return fs, malas
}

// texto is the value of a field, "" when it is not there.
func (f *ficha) texto(nombre string) string {
	for i := range f.campos {
		if c := &f.campos[i]; c.nombre == nombre && !c.visto {
			c.visto = true
			return c.valor
		}
	}
	return ""
}

// lista is the value of a field cut at its commas.
func (f *ficha) lista(nombre string) []string {
	v := f.texto(nombre)
	if v == "" {
		return nil
	}
	out := strings.Split(v, ",")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

// clase is the name of the field that opens the block.
func (f *ficha) clase() string { return f.campos[0].nombre }

// sobras are the fields that nobody asked for: unknown or repeated.
func (f *ficha) sobras() []string {
	var out []string
	for _, c := range f.campos {
		if !c.visto {
			out = append(out, c.nombre)
		}
	}
	slices.Sort(out)
	return out
}

func claves[T ~string](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		out[i] = T(s)
	}
	return out
}
