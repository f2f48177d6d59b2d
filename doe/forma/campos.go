package forma

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Campo is a property of a struct as JSON writes it. Fields of embedded
// structs are among those of the struct that embeds them.
type Campo struct {
	// Nombre is the JSON name, Go that of the field in the program.
	Nombre, Go string
	// Tipo is the type of the field, Indice its place for
	// [reflect.Value.FieldByIndex].
	Tipo   reflect.Type
	Indice []int
	// Propias bear on the value, Elementos on what a list or map holds.
	Propias, Elementos Marcas
	// Recorre says that the elements of a list or map are checked.
	Recorre bool
	// Omite says that JSON leaves the property out when it is empty.
	Omite bool
	// Hecho marks a fact that the kernel adds: callers do not send it.
	Hecho bool
	// Nulable says that JSON null is a value.
	Nulable bool
	// Doc is what it is, in Spanish; Ejemplo an example of it as JSON, or as
	// bare text when it is one.
	Doc, Ejemplo string
}

// Exigido says whether leaving the property out of an input is a fault: it is
// when the tags refuse its zero value.
func (c Campo) Exigido() bool { return !c.Hecho && c.Propias.rechazaCero(c.Tipo) }

type lectura struct {
	campos []Campo
	err    error
}

var leidos sync.Map // reflect.Type → lectura

// Campos lists the properties of a struct in the order written. The error
// tells every fault of the fields' tags; what it lists is shared: do not
// change it.
func Campos(t reflect.Type) ([]Campo, error) {
	t = sinPuntero(t)
	if l, ok := leidos.Load(t); ok {
		return l.(lectura).campos, l.(lectura).err
	}
	l := leerCampos(t)
	leidos.Store(t, l)
	return l.campos, l.err
}

func leerCampos(t reflect.Type) lectura {
	if t.Kind() != reflect.Struct {
		return lectura{err: fmt.Errorf("%s is not a struct", t)}
	}
	var errs []error
	campos := aplanar(t, nil, &errs)
	vistos := map[string]string{}
	for _, c := range campos {
		k := strings.ToLower(c.Nombre)
		if otro, ok := vistos[k]; ok {
			errs = append(errs, fmt.Errorf("%s.%s: JSON name %q is also that of %s", t, c.Go, c.Nombre, otro))
		}
		vistos[k] = c.Go
	}
	return lectura{campos, errors.Join(errs...)}
}

func aplanar(t reflect.Type, indice []int, errs *[]error) []Campo {
	var out []Campo
	for i := range t.NumField() {
		f := t.Field(i)
		idx := slices.Concat(indice, []int{i})
		nombre, opciones, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && nombre == "":
			if f.Type.Kind() != reflect.Struct || propio(f.Type) {
				*errs = append(*errs, fmt.Errorf("%s.%s: only plain structs may be embedded, by value", t, f.Name))
				continue
			}
			out = append(out, aplanar(f.Type, idx, errs)...)
		case !f.IsExported() || nombre == "-":
		default:
			c, err := leerCampo(f, nombre, opciones)
			if err != nil {
				*errs = append(*errs, fmt.Errorf("%s.%s: %w", t, f.Name, err))
				continue
			}
			c.Indice = idx
			out = append(out, c)
		}
	}
	return out
}

// claveSimple says whether the keys of a map are texts without methods of their own.
func claveSimple(t reflect.Type) bool {
	k := sinPuntero(t).Key()
	return k.Kind() == reflect.String && !propio(k)
}

func leerCampo(f reflect.StructField, nombre, opciones string) (Campo, error) {
	c := Campo{
		Nombre: nombre, Go: f.Name, Tipo: f.Type,
		Omite: strings.Contains(opciones, "omitempty") || strings.Contains(opciones, "omitzero"),
		Hecho: f.Tag.Get("hecho") == "true", Nulable: f.Tag.Get("nullable") == "true",
		Doc: f.Tag.Get("doc"), Ejemplo: f.Tag.Get("example"),
	}
	var errs []error
	mal := func(si bool, texto string) {
		if si {
			errs = append(errs, errors.New(texto))
		}
	}
	clase := ClaseDe(f.Type)
	mal(nombre == "", "it has no JSON name")
	mal(strings.Contains(opciones, "string"), `the JSON option "string" is not supported`)
	mal(clase == "", fmt.Sprintf("type %s has no place in JSON here", f.Type))
	mal(clase == Mapa && !claveSimple(f.Type), "map keys must be plain text")
	mal(clase == Lista && sinPuntero(f.Type).Elem().Kind() == reflect.Uint8, "bytes have no place in JSON here")
	mal(f.Type.Kind() == reflect.Pointer && (clase == Lista || clase == Mapa || clase == Libre), "a pointer to a list or map")
	if clase == "" {
		return c, errors.Join(errs...)
	}
	var err error
	c.Propias, c.Elementos, c.Recorre, err = leer(f.Tag.Get("validate"), f.Type)
	mal(c.Hecho && c.Propias.Tiene("required"), "a fact that the kernel adds cannot be required of callers")
	mal(c.Propias.Tiene("omitempty") && !c.Omite, "validate has omitempty, JSON has not: an empty value would be written that breaks the tag")
	mal(c.Tipo.Kind() == reflect.Pointer && len(c.Propias) > 0 && !c.Propias.Tiene("omitempty") && !c.Propias.Tiene("required"),
		"a pointer with tags wants omitempty or required among them")
	return c, errors.Join(append(errs, err)...)
}
