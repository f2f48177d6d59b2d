package forma

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// Clase is the kind of value that a tag bears on.
type Clase string

// The kinds of value.
const (
	// Texto is any string, whether or not its type has text methods.
	Texto Clase = "texto"
	// Numero is an integer or a floating-point number.
	Numero Clase = "numero"
	// Logico is a boolean.
	Logico Clase = "logico"
	// Lista is a slice, Mapa a map with text keys.
	Lista Clase = "lista"
	Mapa  Clase = "mapa"
	// Objeto is a struct that JSON writes as an object.
	Objeto Clase = "objeto"
	// Valor is a type with text or JSON methods of its own: dates, instants,
	// percentages.
	Valor Clase = "valor"
	// Libre is JSON kept as it came (json.RawMessage).
	Libre Clase = "libre"
)

// Etiqueta is one word of the `validate` vocabulary.
type Etiqueta struct {
	// Nombre is the word.
	Nombre string
	// Parametro is what follows the equals sign: "", "entero", "numero",
	// "valores" (separated by spaces) or "campo" (the Go name of another
	// field of the struct, and for the _if words also its value).
	Parametro string
	// Reglas are the rules it checks on each kind of value; on other kinds it
	// may not be used. Their messages take the parameter.
	Reglas map[Clase]falla.Regla
	// Esquema is what it means in JSON Schema, empty when JSON Schema cannot
	// say it and only the library checks it.
	Esquema string
	// Acota says that it puts a bound on the length of a text or a list.
	Acota bool
	// Patron is the regular expression of a text with a fixed form, Largo the
	// characters it has at most.
	Patron string
	Largo  int
}

// The rules that tags and readers of JSON share.
var (
	Requerido       = falla.Regla{Codigo: "requerido", Es: "Falta este dato obligatorio.", En: "This value is required."}
	Caracter        = falla.Regla{Codigo: "caracter-no-permitido", Es: "Contiene caracteres de control o que no son UTF-8.", En: "It holds control characters or invalid UTF-8."}
	Propiedad       = falla.Regla{Codigo: "propiedad-desconocida", Es: "No se conoce esta propiedad; los nombres distinguen mayúsculas.", En: "Unknown property; names are case-sensitive."}
	Nulo            = falla.Regla{Codigo: "nulo-no-permitido", Es: "No se admite null: omita la propiedad.", En: "Null is not allowed: leave the property out."}
	Rango           = falla.Regla{Codigo: "numero-fuera-de-rango", Es: "El número no cabe en el tipo %s.", En: "The number does not fit in %s."}
	Profundidad     = falla.Regla{Codigo: "demasiada-profundidad", Es: "Hay más de %d niveles anidados.", En: "More than %d nested levels."}
	Formato         = falla.Regla{Codigo: "formato-no-valido", Es: "No tiene el formato esperado.", En: "It has not the expected format."}
	FormatoFecha    = falla.Regla{Codigo: "formato-fecha", Es: "Debe ser una fecha AAAA-MM-DD que exista.", En: "It must be an existing date, YYYY-MM-DD."}
	FormatoInstante = falla.Regla{Codigo: "formato-instante", Es: "Debe ser un instante RFC 3339.", En: "It must be an RFC 3339 instant."}
	MuyCorto        = falla.Regla{Codigo: "muy-corto", Es: "Debe tener al menos %s caracteres.", En: "It must have at least %s characters."}
	MuyLargo        = falla.Regla{Codigo: "muy-largo", Es: "Debe tener como máximo %s caracteres.", En: "It must have at most %s characters."}
	Pocos           = falla.Regla{Codigo: "pocos-elementos", Es: "Debe tener al menos %s elementos.", En: "It must have at least %s items."}
	Demasiados      = falla.Regla{Codigo: "demasiados-elementos", Es: "Debe tener como máximo %s elementos.", En: "It must have at most %s items."}
	Repetidos       = falla.Regla{Codigo: "elementos-repetidos", Es: "Los elementos no se pueden repetir.", En: "Items must be unique."}
	MenorQue        = falla.Regla{Codigo: "menor-que-minimo", Es: "Debe ser al menos %s.", En: "It must be at least %s."}
	MayorQue        = falla.Regla{Codigo: "mayor-que-maximo", Es: "Debe ser como máximo %s.", En: "It must be at most %s."}
	NoPermitido     = falla.Regla{Codigo: "valor-no-permitido", Es: "Debe ser uno de: %s.", En: "It must be one of: %s."}
	FormatoCorreo   = falla.Regla{Codigo: "formato-correo", Es: "Debe ser una dirección de correo electrónico.", En: "It must be an e-mail address."}
	FormatoTel      = falla.Regla{Codigo: "formato-telefono", Es: "Debe ser un teléfono con lada, de 8 a 15 dígitos.", En: "It must be a telephone number of 8 to 15 digits."}
	FormatoURL      = falla.Regla{Codigo: "formato-url", Es: "Debe ser una dirección web completa.", En: "It must be an absolute URL."}
	FormatoUUID     = falla.Regla{Codigo: "formato-uuid", Es: "Debe ser un UUID.", En: "It must be a UUID."}
	FormatoCLUES    = falla.Regla{Codigo: "formato-clues", Es: "Debe ser una CLUES: cinco letras y seis dígitos.", En: "It must be a CLUES: five letters and six digits."}
	FormatoHuella   = falla.Regla{Codigo: "formato-sha256", Es: "Debe ser un SHA-256 en 64 dígitos hexadecimales en minúscula.", En: "It must be a SHA-256 in 64 lower-case hexadecimal digits."}
	FormatoDigito   = falla.Regla{Codigo: "formato-digitos", Es: "Debe tener solo dígitos.", En: "It must have digits only."}
	RequeridoCon    = falla.Regla{Codigo: "requerido-por-otro", Es: "Falta este dato, que otro de los enviados exige.", En: "This value is required by another one."}
	ExcluidoCon     = falla.Regla{Codigo: "excluido-por-otro", Es: "Este dato no se admite junto con otro de los enviados.", En: "This value is excluded by another one."}
)

// The patterns of texts with a fixed form. JSON Schema and Go read them alike.
const (
	patronTelefono = `^\+?[1-9][0-9]{7,14}$`
	patronUUID     = `^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`
	patronCLUES    = `^[A-Z]{5}[0-9]{6}$`
	patronHuella   = `^[0-9a-f]{64}$`
	patronDigitos  = `^[0-9]*$`
)

func de(r falla.Regla, cs ...Clase) map[Clase]falla.Regla {
	m := make(map[Clase]falla.Regla, len(cs))
	for _, c := range cs {
		m[c] = r
	}
	return m
}

var vocabulario = []Etiqueta{
	{Nombre: "required", Esquema: "required", Reglas: de(Requerido, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "omitempty", Esquema: "not required", Reglas: de(falla.Regla{}, Texto, Numero, Logico, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "min", Parametro: "numero", Esquema: "minLength, minimum, minItems, minProperties",
		Reglas: map[Clase]falla.Regla{Texto: MuyCorto, Numero: MenorQue, Lista: Pocos, Mapa: Pocos}},
	{Nombre: "max", Parametro: "numero", Acota: true, Esquema: "maxLength, maximum, maxItems, maxProperties",
		Reglas: map[Clase]falla.Regla{Texto: MuyLargo, Numero: MayorQue, Lista: Demasiados, Mapa: Demasiados}},
	{Nombre: "len", Parametro: "entero", Acota: true, Esquema: "minLength and maxLength, minItems and maxItems",
		Reglas: map[Clase]falla.Regla{Texto: MuyLargo, Lista: Demasiados, Mapa: Demasiados}},
	{Nombre: "gte", Parametro: "numero", Esquema: "minimum", Reglas: de(MenorQue, Numero)},
	{Nombre: "lte", Parametro: "numero", Esquema: "maximum", Reglas: de(MayorQue, Numero)},
	{Nombre: "gt", Parametro: "numero", Esquema: "exclusiveMinimum",
		Reglas: de(falla.Regla{Codigo: MenorQue.Codigo, Es: "Debe ser mayor que %s.", En: "It must be greater than %s."}, Numero)},
	{Nombre: "lt", Parametro: "numero", Esquema: "exclusiveMaximum",
		Reglas: de(falla.Regla{Codigo: MayorQue.Codigo, Es: "Debe ser menor que %s.", En: "It must be less than %s."}, Numero)},
	{Nombre: "oneof", Parametro: "valores", Acota: true, Esquema: "enum", Reglas: de(NoPermitido, Texto, Numero)},
	{Nombre: "email", Esquema: "format email", Reglas: de(FormatoCorreo, Texto)},
	{Nombre: "e164", Acota: true, Esquema: "pattern", Patron: patronTelefono, Largo: 16, Reglas: de(FormatoTel, Texto)},
	{Nombre: "url", Esquema: "format uri", Reglas: de(FormatoURL, Texto)},
	{Nombre: "uuid", Acota: true, Esquema: "format uuid, pattern", Patron: patronUUID, Largo: 36, Reglas: de(FormatoUUID, Texto)},
	{Nombre: "clues", Acota: true, Esquema: "pattern", Patron: patronCLUES, Largo: 11, Reglas: de(FormatoCLUES, Texto)},
	{Nombre: "sha256", Acota: true, Esquema: "pattern", Patron: patronHuella, Largo: 64, Reglas: de(FormatoHuella, Texto)},
	{Nombre: "digitos", Esquema: "pattern", Patron: patronDigitos, Reglas: de(FormatoDigito, Texto)},
	{Nombre: "unique", Esquema: "uniqueItems", Reglas: de(Repetidos, Lista)},
	{Nombre: "dive", Esquema: "items, additionalProperties", Reglas: de(falla.Regla{}, Lista, Mapa)},
	{Nombre: "required_with", Parametro: "campo", Esquema: "dependentRequired", Reglas: de(RequeridoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "required_without", Parametro: "campo", Reglas: de(RequeridoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "required_if", Parametro: "campo", Reglas: de(RequeridoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "required_unless", Parametro: "campo", Reglas: de(RequeridoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "excluded_with", Parametro: "campo", Reglas: de(ExcluidoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "excluded_if", Parametro: "campo", Reglas: de(ExcluidoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
	{Nombre: "excluded_unless", Parametro: "campo", Reglas: de(ExcluidoCon, Texto, Lista, Mapa, Objeto, Valor, Libre)},
}

var porNombre = func() map[string]*Etiqueta {
	m := make(map[string]*Etiqueta, len(vocabulario))
	for i := range vocabulario {
		m[vocabulario[i].Nombre] = &vocabulario[i]
	}
	return m
}()

// Vocabulario lists the words that a `validate` tag may use; any other is a
// fault of the program, found at start-up.
func Vocabulario() []Etiqueta { return slices.Clone(vocabulario) }
