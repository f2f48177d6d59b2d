package programa

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
)

// Entregas are the hand-offs of the manuals that a programme has made: what is
// owed by the year, when it was first presented, acknowledged when it was
// validated or taken in; the rest by each quarterly report, acknowledged when
// it was accepted.
func (p Programa) Entregas(c *doe.Catalogo) []envio.Hecha {
	fila, ok := FilasEn(c, p.Ejercicio).fila(c, &p)
	if !ok || p.Estado == Cancelado {
		return nil
	}
	var out []envio.Hecha
	for _, e := range c.Entregas() {
		if e.De != fila.Elabora || e.Funcion != fila.Funcion {
			continue
		}
		if e.Cada != doe.Anual {
			for _, i := range p.Informes {
				acepto := i.Revision != nil && i.Revision.Conforme
				out = append(out, envio.Hecha{Entrega: e.Clave, Folio: p.Folio, Anio: p.Ejercicio, Dia: i.Dia, Tarde: i.Tarde > 0, Acusada: acepto || !i.Acuse.IsZero()})
			}
			continue
		}
		if len(p.Versiones) > 0 {
			out = append(out, envio.Hecha{Entrega: e.Clave, Folio: p.Folio, Anio: p.Ejercicio, Dia: p.Versiones[0].Dia, Acusada: p.Validacion != nil || p.IntegradoEn != nil})
		}
	}
	return out
}
