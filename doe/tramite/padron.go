package tramite

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// The states of what is only kept up to date and retired.
const (
	Vigente  Estado = "vigente"
	Retirado Estado = "retirado"
)

// Padron declares a record that is only kept up to date and retired by whoever
// administers it: a trámite with a life of two states. E is the input that
// gives its content, the same when it is entered and when it changes.
type Padron[R, E any] struct {
	Nombre, Coleccion, Titulo, Descripcion, Serie string
	Rama                                          doe.ClaveUnidad
	// Facultades are those of whoever administers it, nationally.
	Facultades []doe.Facultad
	// Validar may refuse the content; r is empty when it is entered.
	Validar func(r R, e E, c *Contexto, f *falla.Fallas)
	// Copiar copies the content into the record.
	Copiar func(r *R, e E)
	// Comun says that everyone reads it; see [Definicion.Comun].
	Comun bool
	// Ejemplo is a valid content.
	Ejemplo E
	// Unica is the natural key of a record.
	Unica   func(r R) string
	Indices []Indice[R]
	Texto   func(r R) string
}

// Retiro is the input of the act that retires a record.
type Retiro struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=500" doc:"Por qué se retira" example:"Sustituido por el acuerdo publicado después"`
}

// Definicion makes the definition: alta, modificar, retirar and reponer.
func (p Padron[R, E]) Definicion() Definicion[R] {
	contenido := Acto[R, E]{
		Facultades: p.Facultades, Alcance: doe.Nacional, Validar: p.Validar, Ejemplo: p.Ejemplo,
		Aplicar: func(r *R, e E, _ Suceso) { p.Copiar(r, e) },
	}
	alta, modificar := contenido, contenido
	alta.Nombre, alta.Titulo, alta.Descripcion, alta.A = "registrar", "Registrar", "Da de alta el registro.", Hacia(Vigente)
	modificar.Nombre, modificar.Titulo, modificar.Descripcion = "modificar", "Modificar", "Sustituye el contenido del registro; lo anterior queda en su historial."
	modificar.De = Desde(Vigente)
	cambio := func(nombre, titulo, dice string, de, a Estado) Acto[R, Retiro] {
		return Acto[R, Retiro]{
			Nombre: nombre, Titulo: titulo, Descripcion: dice, De: Desde(de), A: Hacia(a),
			Facultades: p.Facultades, Alcance: doe.Nacional, Aplicar: func(*R, Retiro, Suceso) {},
			Ejemplo: Retiro{Motivo: "Sustituido por el acuerdo publicado después"},
		}
	}
	var comun func(R) bool
	if p.Comun {
		comun = func(R) bool { return true }
	}
	return Definicion[R]{
		Nombre: p.Nombre, Coleccion: p.Coleccion, Titulo: p.Titulo, Descripcion: p.Descripcion, Serie: p.Serie, Rama: p.Rama,
		Estados: []DefEstado{
			{Nombre: Vigente, Categoria: Abierta, Titulo: "Vigente"},
			{Nombre: Retirado, Categoria: Cerrada, Titulo: "Retirado"},
		},
		Alta: alta,
		Actos: Actos[R](modificar,
			cambio("retirar", "Retirar", "Deja sin efecto el registro, con su motivo.", Vigente, Retirado),
			cambio("reponer", "Reponer", "Devuelve el efecto a un registro retirado, con su motivo.", Retirado, Vigente)),
		Comun: comun, Unica: p.Unica, Indices: p.Indices, Texto: p.Texto,
	}
}
