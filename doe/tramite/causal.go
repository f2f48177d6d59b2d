package tramite

import (
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Causal is a ground on which an act refuses, dismisses, returns or ends
// something: its key, what it says, and the article or the rule of work that it
// comes from.
type Causal struct {
	Clave  string     `json:"clave" doc:"Clave con que se da en el acto" example:"sin_materia"`
	Nombre string     `json:"nombre" doc:"Nombre para mostrar" example:"Sin materia"`
	Texto  string     `json:"texto" doc:"Qué dice" example:"Lo pedido ya se resolvió o dejó de existir."`
	Fuente norma.Cita `json:"fuente" doc:"Artículo en que se funda, o que la fija la instalación"`
}

// Causales are the words of a vocabulary as grounds.
func Causales[T ~string](t vocabulario.Tabla[T]) []Causal {
	out := make([]Causal, len(t))
	for i, v := range t {
		out[i] = Causal{string(v.Clave), v.Nombre, v.Descripcion, v.Fuente}
	}
	return out
}

// entera says whether a ground has all that it must.
func (c Causal) entera() bool {
	return c.Clave != "" && c.Nombre != "" && c.Texto != "" && !c.Fuente.IsZero()
}
