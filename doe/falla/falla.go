// Package falla holds the faults that a request can have.
//
// Every fault of a request is told at once, each with the place it is at, a
// stable code and a message in Spanish and in English. A fault never repeats
// what the caller sent, which may be someone's identity.
package falla

import (
	"errors"
	"fmt"
	"strings"

	"github.com/operacion-abierta/operacion/doe/norma"
)

// Regla is a rule that can be broken: its stable code, its messages and where
// it comes from. Messages may hold fmt verbs for limits and names, never for
// what the caller sent.
type Regla struct {
	Codigo string
	Es     string
	En     string
	Fuente norma.Cita
}

// Falla is one fault of a request.
type Falla struct {
	// Ubicacion is the path of the faulty value: "body.peticionario.nss",
	// "query.limite", "header.If-Match".
	Ubicacion string
	// Codigo is stable: once published it keeps its meaning.
	Codigo string
	// Es and En are the messages in Spanish and in English.
	Es, En string
	// Fuente is the norm behind the rule, when there is one.
	Fuente norma.Cita
}

// Rota is the fault of breaking the rule at a path; args fill the verbs of the
// messages.
func (r Regla) Rota(ubicacion string, args ...any) Falla {
	f := Falla{Ubicacion: ubicacion, Codigo: r.Codigo, Es: r.Es, En: r.En, Fuente: r.Fuente}
	if len(args) > 0 {
		f.Es, f.En = fmt.Sprintf(r.Es, args...), fmt.Sprintf(r.En, args...)
	}
	return f
}

// Mensaje is the message in the language asked for: "en", or Spanish.
func (f Falla) Mensaje(idioma string) string {
	if idioma == "en" {
		return f.En
	}
	return f.Es
}

func (f Falla) String() string { return f.Ubicacion + ": " + f.Codigo + ": " + f.En }

// Fallas collects faults.
type Fallas []Falla

// Si adds the fault when the condition holds, and says whether it did.
func (fs *Fallas) Si(mal bool, r Regla, ubicacion string, args ...any) bool {
	if mal {
		*fs = append(*fs, r.Rota(ubicacion, args...))
	}
	return mal
}

// Bajo puts a prefix before the path of each fault: a fault of an inner act
// at "body.respuesta" under "body.atencion_inmediata" is told at
// "body.atencion_inmediata.respuesta". Places that are not of the body, as
// "registro.acciones[0].peso", stay as they are.
func (fs Fallas) Bajo(prefijo string) Fallas {
	out := make(Fallas, len(fs))
	for i, f := range fs {
		if resto, ok := strings.CutPrefix(f.Ubicacion, "body"); ok {
			f.Ubicacion = prefijo + resto
		}
		out[i] = f
	}
	return out
}

// Clase is the closed list of kinds of error.
type Clase uint8

// The kinds of error. Anything else is internal.
const (
	// Invalida: the request breaks a shape or a rule (422).
	Invalida Clase = iota + 1
	// Prohibida: the actor lacks the facultad, or is out of scope (403).
	Prohibida
	// NoEncontrada: no such record for this caller (404).
	NoEncontrada
	// Conflicto: the act is not open in this state (409).
	Conflicto
	// Obsoleta: the caller knows an older version (412).
	Obsoleta
	// NoDisponible: try again later (503).
	NoDisponible
)

// String names the kind.
func (c Clase) String() string {
	switch c {
	case Invalida:
		return "invalida"
	case Prohibida:
		return "prohibida"
	case NoEncontrada:
		return "no-encontrada"
	case Conflicto:
		return "conflicto"
	case Obsoleta:
		return "obsoleta"
	case NoDisponible:
		return "no-disponible"
	}
	return "interna"
}

// Error is a refusal of one of the closed kinds.
type Error struct {
	Clase  Clase
	Codigo string
	// Es and En tell it to a person.
	Es, En string
	// Fallas are all the faults found, of an Invalida.
	Fallas Fallas
	// Facultad and Facultadas say, of a Prohibida, what the act takes and who
	// may: a unit key and the functions that grant it.
	Facultad   string
	Facultadas []Facultada
	// Contrapartes are those for whom the act is, besides units or instead.
	Contrapartes []Contraparte
	// Estado and ActosPosibles say, of a Conflicto, where the record stands
	// and which acts are open to the caller there.
	Estado        string
	ActosPosibles []string
	// Causa is the error behind it, never shown to the caller.
	Causa error
}

// Facultada is a unit that may do what was refused, under which functions.
type Facultada struct {
	Unidad     string   `json:"unidad" doc:"Clave de la unidad facultada" example:"caood-7.1"`
	Nombre     string   `json:"nombre,omitempty" doc:"Nombre de la unidad"`
	Funciones  []string `json:"funciones" doc:"Funciones que la facultan" example:"[\"caood-7.1/2\"]"`
	Fundamento string   `json:"fundamento" doc:"Tipo de fundamento" example:"expreso"`
}

// Contraparte is who, outside the units, may do what was refused.
type Contraparte struct {
	Rol     string `json:"rol" doc:"Papel con que actúa" example:"evaluado"`
	Funcion string `json:"funcion,omitempty" doc:"Función que prevé que actúe" example:"caood-7.1/1"`
}

func (e *Error) Error() string {
	s := e.Clase.String() + ": " + e.Codigo
	if e.En != "" {
		s += ": " + e.En
	}
	for _, f := range e.Fallas {
		s += "; " + f.String()
	}
	if e.Causa != nil {
		s += ": " + e.Causa.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Causa }

// DeClase says whether err is, or wraps, an error of the kind.
func DeClase(err error, c Clase) bool {
	var e *Error
	return errors.As(err, &e) && e.Clase == c
}

// Error gives the faults as a refusal, nil when there are none.
func (fs Fallas) Error(codigo, es, en string) error {
	if len(fs) == 0 {
		return nil
	}
	return &Error{Clase: Invalida, Codigo: codigo, Es: es, En: en, Fallas: fs}
}
