package tramite

import "github.com/operacion-abierta/operacion/doe"

// Recortar gives the copy of a record that the actor may see, and whether it
// is less than the record.
func (t *Tramite[R]) Recortar(reg Registro, a doe.Actor) (Registro, bool) {
	if t.def.Recorta == nil || a.Rol == "" || a.Rol == doe.Sistema {
		return reg, false
	}
	copia := t.clonar(t.de(reg))
	// Who of the units did what is theirs.
	t.cabeza(copia).Intervenciones = nil
	t.def.Recorta(copia, a)
	return any(copia).(Registro), true
}

// Ficha is what the store keeps beside a record to find it by.
type Ficha struct {
	Categoria Categoria
	Reserva   Reserva
	Partes    []Parte
	// Indices are the values of the declared filters, in their order.
	Indices []string
	// Texto is searched in full.
	Texto string
	// Similares says whether near copies of the text find it.
	Similares bool
	// Unica is the natural key while the record is not closed; empty for none.
	Unica string
}

// Ficha gives what the store keeps beside a record.
func (t *Tramite[R]) Ficha(reg Registro) Ficha {
	r := t.de(reg)
	f := Ficha{Categoria: t.categorias[t.cabeza(r).Estado]}
	if t.def.Reserva != nil {
		f.Reserva = t.def.Reserva(*r)
	}
	if t.def.Partes != nil {
		f.Partes = t.def.Partes(*r)
	}
	if t.def.Nombradas != nil {
		cab := t.cabeza(r)
		f.Partes = append(f.Partes, Nombrada{cab.Unidad, cab.OOAD}.parte())
		for _, n := range t.def.Nombradas(*r) {
			f.Partes = append(f.Partes, n.parte())
		}
	}
	if t.comun(r) {
		f.Partes = append(f.Partes, todos)
	}
	if t.def.Texto != nil {
		f.Texto = t.def.Texto(*r)
	}
	f.Similares = t.def.Similares != nil && t.def.Similares(*r)
	if t.def.Unica != nil && !f.Categoria.Fin() {
		f.Unica = t.def.Unica(*r)
	}
	f.Indices = make([]string, len(t.def.Indices))
	for i, x := range t.def.Indices {
		f.Indices[i] = x.De(*r)
	}
	return f
}
