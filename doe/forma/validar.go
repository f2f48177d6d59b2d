package forma

import (
	"errors"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// instancia is the one validator; it caches what it learns of each type.
var instancia = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled(), validator.WithTagNameFuncBlankOmit())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		n, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return n
	})
	for _, e := range vocabulario {
		switch e.Nombre {
		case "clues", "sha256", "digitos":
			re := regexp.MustCompile(e.Patron)
			if err := v.RegisterValidation(e.Nombre, func(fl validator.FieldLevel) bool {
				return re.MatchString(fl.Field().String())
			}); err != nil {
				panic(err)
			}
		}
	}
	return v
})

// Validar tells every fault in the shape of v, a struct or a pointer to one,
// with paths in JSON names under raiz ("body"). Facts that the kernel adds are
// checked like the rest. It panics when a tag of the type is not in the
// vocabulary, which [Comprobar] finds at start-up.
func Validar(v any, raiz string) falla.Fallas {
	rv := reflect.ValueOf(v)
	if !rv.IsValid() || rv.Kind() == reflect.Pointer && rv.IsNil() {
		return falla.Fallas{Requerido.Rota(raiz)}
	}
	rv = reflect.Indirect(rv)
	if _, err := Campos(rv.Type()); err != nil {
		panic("forma: " + err.Error())
	}
	fs := revisarTextos(rv, raiz)
	var ves validator.ValidationErrors
	if errors.As(instancia().Struct(v), &ves) {
		for _, e := range ves {
			fs = append(fs, deValidador(e, rv.Type(), raiz))
		}
	}
	return fs
}

func deValidador(e validator.FieldError, t reflect.Type, raiz string) falla.Falla {
	resto := strings.TrimPrefix(e.Namespace(), t.Name()+".")
	ubicacion := raiz + "." + enPuntos(resto)
	et, ok := porNombre[e.Tag()]
	if !ok {
		return Formato.Rota(ubicacion)
	}
	r, ok := et.Reglas[claseDeError(e)]
	switch {
	case !ok || et.Nombre == "required":
		return Requerido.Rota(ubicacion)
	case et.Nombre == "len":
		return largo(e, r).Rota(ubicacion, e.Param())
	case et.Parametro == "" || et.Parametro == "campo":
		return r.Rota(ubicacion)
	case et.Parametro == "valores":
		return r.Rota(ubicacion, strings.ReplaceAll(e.Param(), " ", ", "))
	}
	return r.Rota(ubicacion, e.Param())
}

// largo chooses what to say of a length that is not the exact one: the rule
// for too much, or its opposite.
func largo(e validator.FieldError, demasiado falla.Regla) falla.Regla {
	v := reflect.ValueOf(e.Value())
	n := v.Len()
	if v.Kind() == reflect.String {
		n = utf8.RuneCountInString(v.String())
	}
	quiere, _ := strconv.Atoi(e.Param())
	switch {
	case n > quiere:
		return demasiado
	case v.Kind() == reflect.String:
		return MuyCorto
	}
	return Pocos
}

func claseDeError(e validator.FieldError) Clase {
	if e.Type() == nil {
		return ""
	}
	return ClaseDe(e.Type())
}

// enPuntos writes keys of maps as HTTP paths do, etiquetas[color] as
// etiquetas.color, and leaves the indexes of lists as they are.
func enPuntos(s string) string {
	if !strings.Contains(s, "[") {
		return s
	}
	var b strings.Builder
	for s != "" {
		antes, resto, hay := strings.Cut(s, "[")
		b.WriteString(antes)
		if !hay {
			break
		}
		dentro, despues, _ := strings.Cut(resto, "]")
		if esIndice(dentro) {
			b.WriteString("[" + dentro + "]")
		} else if n := NombreVisible(dentro); n != "" {
			b.WriteString("." + n)
		}
		s = despues
	}
	return b.String()
}

func esIndice(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// NombreVisible is a property name that may be told back to whoever sent it:
// short, of ASCII letters, hyphens and underscores with four digits at most,
// since names can carry someone's identity too. Others give the empty text.
func NombreVisible(s string) string {
	digitos := 0
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			digitos++
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-':
		default:
			return ""
		}
	}
	if len(s) > 64 || digitos > 4 {
		return ""
	}
	return s
}
