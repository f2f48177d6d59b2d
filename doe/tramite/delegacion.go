package tramite

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
)

// delegado looks up whether the head of the actor's unit, or of one above it,
// delegated to the actor a facultad of the act, by a document in force. What
// that unit has by hierarchy or by function is delegated; what it was itself
// assigned or delegated is not.
func (t *Tramite[R]) delegado(a *acto[R], r *R, guardian doe.ClaveUnidad, c *Contexto) (doe.Fundamento, bool) {
	d := c.Actor.Delegacion
	if !d.Rige(c.Hoy()) || d.Unidad != c.Actor.Unidad && !slices.Contains(c.Catalogo.Superiores(c.Actor.Unidad), d.Unidad) {
		return doe.Fundamento{}, false
	}
	var fs []doe.Facultad
	for _, f := range a.facultades {
		if slices.Contains(d.Facultades, f) {
			fs = append(fs, f)
		}
	}
	if len(fs) == 0 {
		return doe.Fundamento{}, false
	}
	// A facultad that falls to the unit for want of a holder does so only
	// where none of the act's others has one.
	if _, ok := t.decidir(a, r, guardian, d.Unidad, a.facultades, c); !ok {
		return doe.Fundamento{}, false
	}
	f, ok := t.decidir(a, r, guardian, d.Unidad, fs, c)
	f.Tipo, f.Documento = doe.PorSuplencia, d.Documento
	return f, ok
}

// representar says under what, and in whose place, an act on the basis of a
// stand-in or a delegation is signed. A stand-in comes first, on the functions
// of the actor's own unit.
func representar(f doe.Fundamento, c *Contexto) (*Representacion, string) {
	s, d := c.Actor.Suplencia, c.Actor.Delegacion
	if s.Rige(c.Hoy()) && f.Documento == s.Documento && (d == nil || f.Funciones.At(0).Unidad() == c.Actor.Unidad) {
		return &Representacion{Clase: DeSuplencia, Unidad: c.Actor.Unidad, Desde: s.Desde, Hasta: s.Hasta}, s.De
	}
	return &Representacion{Clase: DeDelegacion, Unidad: d.Unidad, Desde: d.Desde, Hasta: d.Hasta}, d.De
}
