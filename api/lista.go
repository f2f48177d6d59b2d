package api

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// Lista is a list given whole.
type Lista[T any] struct {
	Elementos []T `json:"elementos" doc:"Los elementos"`
}

// Pagina is part of a list.
type Pagina[T any] struct {
	Elementos []T     `json:"elementos" doc:"Los elementos de esta página"`
	Siguiente *string `json:"siguiente" nullable:"true" doc:"Cursor de la página siguiente; null en la última"`
}

func lista[T any](xs []T) Lista[T] { return Lista[T]{append([]T{}, xs...)} }

var malCursor = falla.Regla{Codigo: "cursor-invalido", Es: "El cursor no es de esta lista.", En: "The cursor is not of this list."}

// Bounds of a page.
const (
	maxLimite     = 200
	limiteOmision = 50
)

func deLimite(omision string) parametro {
	return deEntero("limite", "Cuántos elementos se piden. "+omision, limiteOmision, 1, maxLimite)
}

func deCursor() parametro {
	return consulta("cursor", "El `siguiente` de la página anterior", "", 1000)
}

// paginar cuts a list of the catalog: the cursor is the key of the last element
// already given, and no limit gives the rest.
func paginar[T any](c *caso, xs []T, clave func(T) string) (Pagina[T], error) {
	if cursor := c.texto("cursor"); cursor != "" {
		i := slices.IndexFunc(xs, func(x T) bool { return clave(x) == cursor })
		if i < 0 {
			return Pagina[T]{}, deConsulta(malCursor, "query.cursor")
		}
		xs = xs[i+1:]
	}
	p := Pagina[T]{Elementos: append([]T{}, xs...)}
	if n := c.entero("limite", len(xs)); n < len(xs) {
		p.Elementos = p.Elementos[:n]
		siguiente := clave(xs[n-1])
		p.Siguiente = &siguiente
	}
	return p, nil
}
