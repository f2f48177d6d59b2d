package forma

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// revisor looks at the texts of a value of one type: their characters, and
// the closed list or the pattern of types that describe themselves.
type revisor func(v reflect.Value, ruta []byte, fs *falla.Fallas)

var (
	revisores sync.Map // reflect.Type → revisor, nil when there is nothing to look at
	obra      sync.Mutex
)

func revisarTextos(v reflect.Value, raiz string) falla.Fallas {
	var fs falla.Fallas
	if r := revisorDe(v.Type()); r != nil {
		var buf [64]byte
		r(v, append(buf[:0], raiz...), &fs)
	}
	return fs
}

func revisorDe(t reflect.Type) revisor {
	if r, ok := revisores.Load(t); ok {
		return r.(revisor)
	}
	obra.Lock()
	defer obra.Unlock()
	r := taller{}.de(t)
	revisores.Store(t, r)
	return r
}

// taller makes the revisor of a type and of those it holds. A type that holds
// itself finds here the place where its own revisor will be.
type taller map[reflect.Type]*revisor

func (h taller) de(t reflect.Type) revisor {
	if p, ok := h[t]; ok {
		if *p != nil || ClaseDe(t) != Objeto {
			return *p
		}
		return func(v reflect.Value, ruta []byte, fs *falla.Fallas) {
			if *p != nil {
				(*p)(v, ruta, fs)
			}
		}
	}
	p := new(revisor)
	h[t] = p
	*p = h.hacer(t)
	return *p
}

func (h taller) hacer(t reflect.Type) revisor {
	if t.Kind() == reflect.Pointer {
		return h.puntero(t)
	}
	switch ClaseDe(t) {
	case Texto:
		return revisorTexto(t)
	case Lista:
		return h.lista(t)
	case Mapa:
		return h.mapa(t)
	case Objeto:
		return h.objeto(t)
	}
	return nil
}

func (h taller) puntero(t reflect.Type) revisor {
	r := h.de(t.Elem())
	if r == nil {
		return nil
	}
	return func(v reflect.Value, ruta []byte, fs *falla.Fallas) {
		if !v.IsNil() {
			r(v.Elem(), ruta, fs)
		}
	}
}

func revisorTexto(t reflect.Type) revisor {
	f, descrito := FormaDe(t)
	var re *regexp.Regexp
	if f.Patron != "" {
		re = regexp.MustCompile(f.Patron)
	}
	return func(v reflect.Value, ruta []byte, fs *falla.Fallas) {
		s := v.String()
		if !TextoLimpio(s) {
			*fs = append(*fs, Caracter.Rota(string(ruta)))
			return
		}
		if !descrito || s == "" {
			return
		}
		switch {
		case len(f.Valores) > 0 && !slices.Contains(f.Valores, s):
			*fs = append(*fs, NoPermitido.Rota(string(ruta), strings.Join(f.Valores, ", ")))
		case f.LargoMaximo > 0 && utf8.RuneCountInString(s) > f.LargoMaximo:
			*fs = append(*fs, MuyLargo.Rota(string(ruta), strconv.Itoa(f.LargoMaximo)))
		case re != nil && !re.MatchString(s):
			*fs = append(*fs, Formato.Rota(string(ruta)))
		}
	}
}

func (h taller) lista(t reflect.Type) revisor {
	r := h.de(t.Elem())
	if r == nil {
		return nil
	}
	return func(v reflect.Value, ruta []byte, fs *falla.Fallas) {
		for i := range v.Len() {
			r(v.Index(i), append(strconv.AppendInt(append(ruta, '['), int64(i), 10), ']'), fs)
		}
	}
}

func (h taller) mapa(t reflect.Type) revisor {
	r := h.de(t.Elem())
	return func(v reflect.Value, ruta []byte, fs *falla.Fallas) {
		for it := v.MapRange(); it.Next(); {
			k := it.Key().String()
			if !TextoLimpio(k) {
				*fs = append(*fs, Caracter.Rota(string(ruta)))
			}
			if r != nil {
				r(it.Value(), append(append(ruta, '.'), NombreVisible(k)...), fs)
			}
		}
	}
}

func (h taller) objeto(t reflect.Type) revisor {
	type paso struct {
		indice []int
		nombre string
		r      revisor
	}
	var pasos []paso
	campos, _ := Campos(t)
	for _, c := range campos {
		if r := h.de(c.Tipo); r != nil {
			pasos = append(pasos, paso{c.Indice, c.Nombre, r})
		}
	}
	if len(pasos) == 0 {
		return nil
	}
	return func(v reflect.Value, ruta []byte, fs *falla.Fallas) {
		for i := range pasos {
			p := &pasos[i]
			p.r(v.FieldByIndex(p.indice), append(append(ruta, '.'), p.nombre...), fs)
		}
	}
}

// TextoLimpio says whether a text is valid UTF-8 without control characters
// other than line feed, carriage return and tab.
func TextoLimpio(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r >= 0x80 && r <= 0x9f {
			return false
		}
		i += n
	}
	return true
}
