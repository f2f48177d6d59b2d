package doe

import (
	"encoding/json"
	"iter"
	"slices"
)

// Funciones is a list of function keys that cannot be changed. Passing it
// around copies nothing.
type Funciones struct{ claves []ClaveFuncion }

// ListaFunciones makes a list of keys.
func ListaFunciones(cs ...ClaveFuncion) Funciones { return Funciones{slices.Clone(cs)} }

// Len is how many keys there are.
func (f Funciones) Len() int { return len(f.claves) }

// At is the i-th key.
func (f Funciones) At(i int) ClaveFuncion { return f.claves[i] }

// All ranges over the keys.
func (f Funciones) All() iter.Seq[ClaveFuncion] { return slices.Values(f.claves) }

// Lista is a copy of the keys, never nil.
func (f Funciones) Lista() []ClaveFuncion { return append([]ClaveFuncion{}, f.claves...) }

// IsZero says whether the list is empty.
func (f Funciones) IsZero() bool { return len(f.claves) == 0 }

// MarshalJSON writes an array of keys.
func (f Funciones) MarshalJSON() ([]byte, error) {
	if f.claves == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(f.claves)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (f *Funciones) UnmarshalJSON(b []byte) error { return json.Unmarshal(b, &f.claves) }
