package forma

import (
	"encoding"
	"encoding/json"
	"reflect"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Descrito is a type that reads and writes its own JSON, or whose values are a
// closed list, and says what it looks like there. [fecha.Fecha] and
// [fecha.Instante] are known without it.
type Descrito interface{ FormaJSON() Forma }

// Forma is what a value looks like in JSON. Fields that do not apply stay zero.
type Forma struct {
	// Tipo is "string", "number", "integer" or "boolean".
	Tipo string
	// Formato is the JSON Schema format: "date", "date-time", "email".
	Formato string
	// Patron is a regular expression that JSON Schema and Go read alike.
	Patron string
	// Valores is the closed list of a vocabulary.
	Valores []string
	// LargoMaximo counts characters, 0 for no bound of its own.
	LargoMaximo int
	// Minimo and Maximo are included; Multiplo is the step, as 0.01, which the
	// type itself holds values to.
	Minimo, Maximo, Multiplo *float64
	// Regla is the fault of a value that the type cannot read or the pattern
	// does not match; zero for [Formato].
	Regla falla.Regla
}

var (
	tipoFecha    = reflect.TypeFor[fecha.Fecha]()
	tipoInstante = reflect.TypeFor[fecha.Instante]()
	tipoLibre    = reflect.TypeFor[json.RawMessage]()
	tipoDescrito = reflect.TypeFor[Descrito]()
	tipoTexto    = reflect.TypeFor[encoding.TextMarshaler]()
	tipoJSON     = reflect.TypeFor[json.Marshaler]()
)

// FormaDe says what a type looks like in JSON when the type, or this package,
// describes it.
func FormaDe(t reflect.Type) (Forma, bool) {
	t = sinPuntero(t)
	switch {
	case t == tipoFecha:
		return Forma{Tipo: "string", Formato: "date", LargoMaximo: 10}, true
	case t == tipoInstante:
		return Forma{Tipo: "string", Formato: "date-time", LargoMaximo: 35}, true
	case t.Implements(tipoDescrito) || reflect.PointerTo(t).Implements(tipoDescrito):
		return reflect.New(t).Interface().(Descrito).FormaJSON(), true
	}
	return Forma{}, false
}

// ClaseDe is the kind of value that a type is to the tags, looking through one
// pointer; empty for types that have no place in JSON here.
func ClaseDe(t reflect.Type) Clase {
	t = sinPuntero(t)
	switch {
	case t == tipoLibre:
		return Libre
	case t.Kind() == reflect.String:
		return Texto
	case propio(t):
		return Valor
	}
	switch t.Kind() {
	case reflect.Bool:
		return Logico
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64,
		reflect.Float32, reflect.Float64:
		return Numero
	case reflect.Slice:
		return Lista
	case reflect.Map:
		return Mapa
	case reflect.Struct:
		return Objeto
	}
	return ""
}

// propio says whether the type writes its own JSON.
func propio(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(tipoTexto) || p.Implements(tipoJSON)
}

func sinPuntero(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}
