// Package vocabulario holds closed lists of words with their meaning.
//
// A domain gives each list its own string type, whose constants and [Tabla]
// stand in one file.
package vocabulario

import (
	"errors"
	"fmt"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// ErrDesconocida is wrapped by the error about a text that is no word of a list.
var ErrDesconocida = errors.New("not in the vocabulary")

// Voz defines a word.
type Voz[T ~string] struct {
	// Clave is the word as it travels.
	Clave T `json:"clave"`
	// Nombre is what a person reads and Descripcion what it means, in Spanish.
	Nombre      string `json:"nombre"`
	Descripcion string `json:"descripcion"`
	// Fuente is where the word comes from.
	Fuente norma.Cita `json:"fuente"`
}

// Tabla is a list, in the order that it is shown.
type Tabla[T ~string] []Voz[T]

// Parse reads a word. The error wraps [ErrDesconocida].
func (t Tabla[T]) Parse(s string) (T, error) {
	for i := range t {
		if string(t[i].Clave) == s {
			return t[i].Clave, nil
		}
	}
	return "", fmt.Errorf("%w: want one of %v", ErrDesconocida, t.Claves())
}

// Nombre is what a person reads for a word; empty for one that is not there.
func (t Tabla[T]) Nombre(clave T) string {
	for i := range t {
		if t[i].Clave == clave {
			return t[i].Nombre
		}
	}
	return ""
}

// Claves lists the words.
func (t Tabla[T]) Claves() []string {
	out := make([]string, len(t))
	for i := range t {
		out[i] = string(t[i].Clave)
	}
	return out
}

// Forma is the shape of a value that must be one of the words.
func (t Tabla[T]) Forma() forma.Forma { return forma.Forma{Tipo: "string", Valores: t.Claves()} }
