package forma

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// Marca is one word of a tag with its parameter: max=40.
type Marca struct{ Nombre, Valor string }

// Marcas are the words that bear on one value, in the order written.
type Marcas []Marca

// Tiene says whether the word is among the marks.
func (ms Marcas) Tiene(nombre string) bool {
	_, ok := ms.Valor(nombre)
	return ok
}

// Valor is the parameter of a word, if it is among the marks.
func (ms Marcas) Valor(nombre string) (string, bool) {
	for _, m := range ms {
		if m.Nombre == nombre {
			return m.Valor, true
		}
	}
	return "", false
}

// acotan says whether the marks bound the length of a text or a list.
func (ms Marcas) acotan() bool {
	for _, m := range ms {
		if porNombre[m.Nombre].Acota {
			return true
		}
	}
	return false
}

// leer takes a tag apart: the marks of the value itself and, after dive, those
// of its elements.
func leer(tag string, t reflect.Type) (propias, elementos Marcas, dive bool, err error) {
	if tag == "" {
		return nil, nil, false, nil
	}
	var errs []error
	destino, tipo := &propias, t
	for p := range strings.SplitSeq(tag, ",") {
		nombre, valor, _ := strings.Cut(p, "=")
		if err := admite(nombre, valor, tipo); err != nil {
			errs = append(errs, err)
			continue
		}
		if nombre == "dive" {
			if dive {
				errs = append(errs, errors.New("dive twice"))
			}
			dive, destino, tipo = true, &elementos, sinPuntero(t).Elem()
			continue
		}
		if nombre == "omitempty" && len(*destino) > 0 {
			errs = append(errs, errors.New("omitempty must come first"))
		}
		*destino = append(*destino, Marca{nombre, valor})
	}
	if propias.Tiene("omitempty") && propias.Tiene("required") {
		errs = append(errs, errors.New("omitempty beside required"))
	}
	return propias, elementos, dive, errors.Join(errs...)
}

var (
	numeroRe  = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	enteroRe  = regexp.MustCompile(`^[0-9]+$`)
	valoresRe = regexp.MustCompile(`^[^\s'"]+( [^\s'"]+)*$`)
)

// admite says whether a word may stand on a value of the type.
func admite(nombre, valor string, t reflect.Type) error {
	e, ok := porNombre[nombre]
	if !ok {
		return fmt.Errorf("unknown tag %q", nombre)
	}
	c := ClaseDe(t)
	presencia := nombre == "required" && t.Kind() == reflect.Pointer
	if _, ok := e.Reglas[c]; !ok && !presencia {
		return fmt.Errorf("tag %q on a %s (%s)", nombre, c, t)
	}
	bien := false
	switch e.Parametro {
	case "":
		bien = valor == ""
	case "numero":
		bien = enteroRe.MatchString(valor) || c == Numero && numeroRe.MatchString(valor)
	case "entero":
		bien = enteroRe.MatchString(valor)
	case "valores":
		bien = valoresRe.MatchString(valor)
	case "campo":
		bien = valoresRe.MatchString(valor)
	}
	if !bien {
		return fmt.Errorf("tag %q with parameter %q", nombre, valor)
	}
	return nil
}

// rechazaCero says whether the marks refuse the zero value of their type, so
// that leaving the property out is a fault.
func (ms Marcas) rechazaCero(t reflect.Type) bool {
	if ms.Tiene("required") {
		return true
	}
	if ms.Tiene("omitempty") || t.Kind() == reflect.Pointer {
		return false
	}
	c := ClaseDe(t)
	for _, m := range ms {
		if m.rechazaCero(c) {
			return true
		}
	}
	return c == Objeto && algunoExigido(t)
}

func (m Marca) rechazaCero(c Clase) bool {
	n, _ := strconv.ParseFloat(m.Valor, 64)
	switch m.Nombre {
	case "min", "gte", "len":
		return n > 0
	case "gt":
		return n >= 0
	case "max", "lte":
		return n < 0
	case "lt":
		return n <= 0
	case "oneof":
		return c == Texto || !contiene(m.Valor, "0")
	case "email", "e164", "url", "uuid", "clues", "sha256":
		return true
	}
	return false
}

func contiene(valores, v string) bool {
	for s := range strings.SplitSeq(valores, " ") {
		if s == v {
			return true
		}
	}
	return false
}

func algunoExigido(t reflect.Type) bool {
	cs, err := Campos(t)
	if err != nil {
		return false
	}
	for _, c := range cs {
		if c.Exigido() {
			return true
		}
	}
	return false
}
