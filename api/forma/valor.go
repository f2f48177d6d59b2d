package forma

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// etiquetas are the words of the vocabulary by name.
var etiquetas = func() map[string]forma.Etiqueta {
	m := map[string]forma.Etiqueta{}
	for _, e := range forma.Vocabulario() {
		m[e.Nombre] = e
	}
	return m
}()

var (
	tipoFunciones = reflect.TypeFor[doe.Funciones]()
	tipoClave     = reflect.TypeFor[doe.ClaveFuncion]()
)

// propiedad is the schema of a field: that of its type, narrowed by its tags.
func (e *Esquemas) propiedad(u uso, c forma.Campo) *huma.Schema {
	if !u.entrada && c.Tipo.Kind() == reflect.Pointer && !c.Omite && !c.Nulable {
		panic(fmt.Sprintf(`forma: %s.%s: a pointer that JSON writes as null wants nullable:"true", or omitempty`, u.tipo, c.Go))
	}
	s := e.valor(c.Tipo, c.Propias, c.Elementos, u.entrada)
	s.Description, s.ReadOnly = c.Doc, c.Hecho
	if c.Nulable {
		if s.Ref != "" {
			panic(fmt.Sprintf("forma: %s.%s: an object cannot be nullable, only left out", u.tipo, c.Go))
		}
		s.Nullable = true
		if s.Enum != nil {
			s.Enum = append(s.Enum, nil)
		}
	}
	if c.Ejemplo != "" {
		v := leerEjemplo(u.tipo, c, s)
		s.Examples = []any{v}
		e.ejemplos = append(e.ejemplos, ejemplo{fmt.Sprintf("%s.%s", u.tipo, c.Go), s, v})
	}
	return s
}

// valor is the schema of a type narrowed by marks.
func (e *Esquemas) valor(t reflect.Type, marcas, elementos forma.Marcas, entrada bool) *huma.Schema {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	clase := forma.ClaseDe(t)
	s := e.base(t, clase, elementos, entrada)
	for _, m := range marcas {
		if err := marcar(s, m, clase); err != nil {
			panic(fmt.Sprintf("forma: %s: %v", t, err))
		}
	}
	if clase == forma.Texto && marcas.Tiene("required") && s.MinLength == nil && s.Enum == nil {
		s.MinLength = puntero(1)
	}
	return s
}

func (e *Esquemas) base(t reflect.Type, clase forma.Clase, elementos forma.Marcas, entrada bool) *huma.Schema {
	if f, ok := forma.FormaDe(t); ok {
		return descrito(f)
	}
	if t == tipoFunciones && !entrada {
		return &huma.Schema{Type: huma.TypeArray, Items: e.valor(tipoClave, nil, nil, entrada)}
	}
	switch clase {
	case forma.Texto:
		return &huma.Schema{Type: huma.TypeString}
	case forma.Numero:
		return numerico(t)
	case forma.Logico:
		return &huma.Schema{Type: huma.TypeBoolean}
	case forma.Lista:
		return &huma.Schema{Type: huma.TypeArray, Items: e.valor(t.Elem(), elementos, nil, entrada)}
	case forma.Mapa:
		v := e.valor(t.Elem(), elementos, nil, entrada)
		v.PrecomputeMessages() // Huma does not look into additionalProperties
		return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: v}
	case forma.Libre:
		return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true}
	case forma.Objeto:
		return e.ref(uso{t, entrada})
	}
	panic(fmt.Sprintf("forma: %s has no place in a schema", t))
}

// descrito is the schema of a type that describes itself.
func descrito(f forma.Forma) *huma.Schema {
	s := &huma.Schema{Type: f.Tipo, Format: f.Formato, Pattern: f.Patron, Minimum: f.Minimo, Maximum: f.Maximo}
	if f.Multiplo != nil {
		// Published, and left to the type: what Huma allows for the error of
		// floating point is too little from some millions on.
		s.Extensions = map[string]any{"multipleOf": *f.Multiplo}
	}
	if f.Patron != "" && f.Regla.Codigo != "" {
		porPatron.Store(f.Patron, cifrar(f.Regla, "", ""))
	}
	if f.LargoMaximo > 0 {
		s.MaxLength = puntero(f.LargoMaximo)
	}
	for _, v := range f.Valores {
		s.Enum = append(s.Enum, v)
	}
	return s
}

// numerico is the schema of a number. Integers stay within what every JSON
// reader keeps exact, 53 bits (RFC 7493, 2.2).
func numerico(t reflect.Type) *huma.Schema {
	switch t.Kind() {
	case reflect.Float32:
		return &huma.Schema{Type: huma.TypeNumber, Format: "float"}
	case reflect.Float64:
		return &huma.Schema{Type: huma.TypeNumber, Format: "double"}
	}
	s := &huma.Schema{Type: huma.TypeInteger, Format: "int64"}
	bits, minimo := t.Bits()-1, 0.0
	sinSigno := t.Kind() >= reflect.Uint && t.Kind() <= reflect.Uint64
	if sinSigno {
		bits++
	}
	if bits < 32 {
		s.Format = "int32"
	}
	maximo := float64(uint64(1)<<min(bits, 53) - 1)
	if !sinSigno {
		minimo = -maximo
	}
	s.Minimum, s.Maximum = &minimo, &maximo
	return s
}

func puntero[T any](v T) *T { return &v }

// marcar writes one mark into a schema.
func marcar(s *huma.Schema, m forma.Marca, clase forma.Clase) error {
	n, _ := strconv.ParseFloat(m.Valor, 64)
	switch m.Nombre {
	case "min", "gte":
		return limitar(s, clase, &n, nil)
	case "max", "lte":
		return limitar(s, clase, nil, &n)
	case "len":
		return limitar(s, clase, &n, &n)
	case "gt":
		s.ExclusiveMinimum, s.Minimum = &n, nil
	case "lt":
		s.ExclusiveMaximum, s.Maximum = &n, nil
	case "oneof":
		s.Minimum, s.Maximum = nil, nil
		for v := range strings.FieldsSeq(m.Valor) {
			if clase == forma.Numero {
				s.Enum = append(s.Enum, json.Number(v))
				continue
			}
			s.Enum = append(s.Enum, v)
		}
	case "email":
		s.Format = "email"
	case "url":
		s.Format = "uri"
	case "uuid":
		s.Format = "uuid"
		return patron(s, etiquetas[m.Nombre])
	case "e164", "clues", "sha256", "digitos":
		return patron(s, etiquetas[m.Nombre])
	case "unique":
		s.UniqueItems = true
	default: // words that bear on presence, or that only the library checks
	}
	return nil
}

func patron(s *huma.Schema, e forma.Etiqueta) error {
	if s.Pattern != "" {
		return fmt.Errorf("tag %q on a type with a pattern of its own", e.Nombre)
	}
	s.Pattern = e.Patron
	if e.Largo > 0 {
		s.MaxLength = puntero(e.Largo)
	}
	return nil
}

// limitar sets the bounds that the kind of value has.
func limitar(s *huma.Schema, clase forma.Clase, minimo, maximo *float64) error {
	menos, mas := &s.MinLength, &s.MaxLength
	switch clase {
	case forma.Numero:
		if minimo != nil {
			s.Minimum = minimo
		}
		if maximo != nil {
			s.Maximum = maximo
		}
		return nil
	case forma.Lista:
		menos, mas = &s.MinItems, &s.MaxItems
	case forma.Mapa:
		menos, mas = &s.MinProperties, &s.MaxProperties
	case forma.Texto:
	default:
		return fmt.Errorf("a bound on a %s", clase)
	}
	if minimo != nil {
		*menos = puntero(int(*minimo))
	}
	if maximo != nil {
		*mas = puntero(int(*maximo))
	}
	return nil
}
