package tramite

import (
	"errors"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// Hallar finds a record of a collection as the request has left it; nil when
// there is none. Acts look others up with it and with the functions below,
// outside of which nothing tells that a record does not exist from that the
// store cannot say: then the request fails, whatever the act makes of the nil.
func Hallar[R any](c *Contexto, coleccion, folio string) *R {
	r, _ := any(c.Expediente(coleccion, folio)).(*R)
	return r
}

// HallarClave finds the record of a collection that is not closed and has a
// natural key; nil when there is none.
func HallarClave[R any](c *Contexto, coleccion, clave string) *R {
	return Hallar[R](c, coleccion, c.FolioDe(coleccion, clave))
}

// HallarLegible finds a record that the actor may read; nil when there is none
// or it may not.
func HallarLegible[R any](c *Contexto, coleccion, folio string) *R {
	x, _, _ := c.Legible(coleccion, folio)
	r, _ := any(x).(*R)
	return r
}

// Consultar computes a reading by its name: what an act freezes of many
// records. False when it has nothing to say.
func Consultar[T any](c *Contexto, nombre string, consulta any) (T, bool) {
	var nada T
	if c.Lectura == nil {
		return nada, false
	}
	v, err := c.Lectura(nombre, consulta)
	if c.falta(err) {
		return nada, false
	}
	x, ok := v.(T)
	return x, ok
}

// Expediente is [Hallar] for a collection that is only known when it runs.
func (c *Contexto) Expediente(coleccion, folio string) Registro {
	if c.Cargar == nil || folio == "" {
		return nil
	}
	r, err := c.Cargar(coleccion, folio)
	if c.falta(err) {
		return nil
	}
	return r
}

// Legible finds a record as the actor may read it, and how it is restricted;
// false when there is none or it may not.
func (c *Contexto) Legible(coleccion, folio string) (Registro, Reserva, bool) {
	if c.leer == nil || folio == "" {
		return nil, Reserva{}, false
	}
	r, reserva, err := c.leer(coleccion, folio)
	return r, reserva, !c.falta(err)
}

// FolioDe is the folio of the record of a collection that is not closed and has
// a natural key; "" when there is none.
func (c *Contexto) FolioDe(coleccion, clave string) string {
	if c.Buscar == nil || clave == "" {
		return ""
	}
	folio, err := c.Buscar(coleccion, clave)
	if c.falta(err) {
		return ""
	}
	return folio
}

// Vigentes are the records of a register that are not retired, by natural key.
func (c *Contexto) Vigentes(coleccion string) map[string]Registro {
	if c.Padron == nil {
		return nil
	}
	m, err := c.Padron(coleccion)
	c.falta(err)
	return m
}

// Vigente is the one with a natural key; nil when there is none.
func (c *Contexto) Vigente(coleccion, clave string) Registro { return c.Vigentes(coleccion)[clave] }

// falta says whether a look-up found nothing; that it failed is kept, for the
// request to fail.
func (c *Contexto) falta(err error) bool {
	if err != nil && !falla.DeClase(err, falla.NoEncontrada) && !falla.DeClase(err, falla.Prohibida) {
		c.roto = errors.Join(c.roto, err)
	}
	return err != nil
}

// Maneja says whether the actor's unit may do some act on a record that it may
// read, whatever its state.
func (c *Contexto) Maneja(coleccion, folio string) bool {
	return c.maneja != nil && c.maneja(coleccion, folio)
}
