package tramite

import "fmt"

// Hecho is what an act did to a record, for programs that use the library
// without a store.
type Hecho[R any] struct {
	// Registro is the record in its new state; the one given is untouched.
	Registro R
	// Eventos are those of the act and of the ones it entailed on the record.
	Eventos []Evento
	// Reservados are the personal data split off the input.
	Reservados []Reservado
	// Enlaces are the links opened.
	Enlaces []Enlace
}

// Ejecutar does an act on a record. The record is not changed; the error, a
// [falla.Error], says why the act was refused. Acts that concern other records
// need [Mesa.Realizar].
func Ejecutar[R, E any](t *Tramite[R], r R, a Acto[R, E], e E, c Contexto) (Hecho[R], error) {
	copia := t.clonar(&r)
	o := &obra{m: t.sola, c: &c}
	ca := &Cambio{Tramite: t, Registro: any(copia).(Registro)}
	o.cambios = append(o.cambios, ca)
	if err := o.hacer(ca, a.Nombre, e, "body", ""); err != nil {
		return Hecho[R]{}, err
	}
	if err := o.fallas.Error(reglaReglas.Codigo, reglaReglas.Es, reglaReglas.En); err != nil {
		return Hecho[R]{}, err
	}
	if len(o.cambios) > 1 {
		return Hecho[R]{}, fmt.Errorf("tramite: act %s concerns other records: use Mesa.Realizar", a.Nombre)
	}
	return Hecho[R]{Registro: *copia, Eventos: ca.Eventos, Reservados: ca.Reservados, Enlaces: ca.Enlaces}, nil
}

// Crear makes a record by the trámite's act of creation. c.Folio is its folio.
func Crear[R, E any](t *Tramite[R], a Acto[R, E], e E, c Contexto) (Hecho[R], error) {
	var r R
	return Ejecutar(t, r, a, e, c)
}
