package api

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// contextoDeEjemplo is that of the examples of the document: always the same
// day, always the same references.
func (s *Servidor) contextoDeEjemplo(a doe.Actor, folio string) tramite.Contexto {
	n := 0
	return tramite.Contexto{
		Ahora: fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: s.catalogo, Calendarios: plazo.Oficiales(), Folio: folio,
		Azar: func() string { n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", n) },
	}
}
