package oficial

import (
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Manual is an organization manual as its text states it.
type Manual struct {
	// Clave is the manual's key as its page footers print it, "" when none does.
	Clave string `json:"clave,omitempty" doc:"Clave del manual, como la imprime el pie de sus páginas" example:"G000-002-001"`
	// Siglas is the short name that opens the keys of its units.
	Siglas string `json:"siglas" doc:"Nombre corto con que empiezan las claves de sus unidades" example:"doe"`
	// Vigencia is the latest day its charts say they rule from; zero when none does.
	Vigencia fecha.Fecha `json:"vigencia,omitzero" doc:"Día desde el que rige, según sus organigramas"`
	// Unidades are the units of its section of functions, in its order.
	Unidades []Unidad `json:"unidades" doc:"Unidades de la sección de funciones, en su orden"`
	// SinUbicar is what the reader could not place.
	SinUbicar []Resto `json:"sin_ubicar" doc:"Renglones que no se pudieron ubicar"`
	// Secciones are the other sections of the text, for the review.
	Secciones []Seccion `json:"-"`
	// seccion is the number of the section of functions.
	seccion int
}

// Unidad is a unit under its heading.
type Unidad struct {
	Clave     doe.ClaveUnidad `json:"clave" doc:"Clave de la unidad" example:"doe-7.1.3"`
	Nombre    string          `json:"nombre" doc:"Nombre de la unidad, como lo dice su encabezado"`
	Linea     int             `json:"-"`
	Funciones []Funcion       `json:"funciones" doc:"Funciones numeradas de la unidad"`
}

// Funcion is a numbered function with its official wording.
type Funcion struct {
	Numero int    `json:"numero" doc:"Número de la función en su unidad" example:"4"`
	Texto  string `json:"texto" doc:"Texto oficial de la función"`
	Linea  int    `json:"-"`
}

// Resto is a line of the section of functions that has no place in it.
type Resto struct {
	Linea  int    `json:"linea" doc:"Número del renglón en el texto" example:"812"`
	Texto  string `json:"texto" doc:"El renglón"`
	Motivo string `json:"motivo" doc:"Por qué no se pudo ubicar"`
}

// Seccion is a numbered section of a manual other than that of functions;
// number 0 is what comes before the first.
type Seccion struct {
	Numero int
	Titulo string
	Lineas []Linea
}

// Linea is a line of text with its number from 1 on. In a PDF lines are
// counted through all its pages.
type Linea struct {
	Numero int
	Texto  string
	// Blanco says that a blank line or the edge of a page stands before it.
	Blanco bool
}

// Numeral is the unit's number within its manual, as in 7.1.3.
func (u Unidad) Numeral() string {
	_, n, _ := strings.Cut(string(u.Clave), "-")
	return n
}

// De gives the key of one of the unit's functions; number 0 stands for the
// heading itself.
func (u Unidad) De(numero int) doe.ClaveFuncion {
	return doe.ClaveFuncion(string(u.Clave) + "/" + strconv.Itoa(numero))
}

// Total is how many functions the manual has.
func (m Manual) Total() int {
	n := 0
	for _, u := range m.Unidades {
		n += len(u.Funciones)
	}
	return n
}

// largo is the length in bytes of all the functions.
func (m Manual) largo() int {
	n := 0
	for _, u := range m.Unidades {
		for _, f := range u.Funciones {
			n += len(f.Texto)
		}
	}
	return n
}

// Unidad looks a unit up by its key.
func (m Manual) Unidad(k doe.ClaveUnidad) (Unidad, bool) {
	for _, u := range m.Unidades {
		if u.Clave == k {
			return u, true
		}
	}
	return Unidad{}, false
}

// Texto is the official wording of a function, "" when the manual has it not.
func (m Manual) Texto(k doe.ClaveFuncion) string {
	u, _ := m.Unidad(k.Unidad())
	for _, f := range u.Funciones {
		if f.Numero == k.Numero() {
			return f.Texto
		}
	}
	return ""
}
