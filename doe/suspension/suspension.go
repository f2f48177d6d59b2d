// Package suspension keeps the register of suspensions of legal terms.
//
// A suspension is a span of days that an instrument published in the DOF takes
// out of one or more calendars, for everyone or for some organs. Entering,
// changing or retiring one moves the due dates of open cases; the dates once
// communicated stay.
package suspension

import (
	"errors"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Suspension is a record of the register.
type Suspension struct {
	tramite.Cabecera
	Contenido
}

// Contenido is what a suspension says.
type Contenido struct {
	Clave       string                   `json:"clave" validate:"required,max=80" doc:"Clave con que se la cita" example:"dof-2025-04-18"`
	Instrumento string                   `json:"instrumento" validate:"required,max=300" doc:"Acuerdo y publicación que la ordena" example:"Acuerdo publicado en el DOF el 14 de abril de 2025"`
	Calendarios []plazo.NombreCalendario `json:"calendarios" validate:"required,min=1,max=3,unique,dive,oneof=lfpa cff lft" doc:"Calendarios de los que quita días" example:"[\"lfpa\"]"`
	Desde       fecha.Fecha              `json:"desde" validate:"required" doc:"Primer día que no cuenta" example:"2025-04-17"`
	Hasta       fecha.Fecha              `json:"hasta" validate:"required" doc:"Último día que no cuenta" example:"2025-04-18"`
	Ambitos     []doe.ClaveOrgano        `json:"ambitos,omitempty" validate:"omitempty,max=60,unique,dive,required,max=60" doc:"Órganos para los que rige; vacío, para todos" example:"[\"ooad-14\"]"`
}

// ambitoDesconocido refuses an organ that the catalog does not have.
var ambitoDesconocido = falla.Regla{Codigo: "DOE-SUSPENSION-01", Es: "El órgano no está en el catálogo.", En: "The organ is not in the catalog."}

// DePlazo is the suspension as calendars take it.
func (c Contenido) DePlazo() plazo.Suspension {
	s := plazo.Suspension{Clave: c.Clave, Instrumento: c.Instrumento, Calendarios: c.Calendarios, Desde: c.Desde, Hasta: c.Hasta}
	for _, a := range c.Ambitos {
		s.Ambitos = append(s.Ambitos, string(a))
	}
	return s
}

// Calendarios are the official calendars with the suspensions in force.
func Calendarios(vigentes []Suspension) *plazo.Calendarios {
	var ss []plazo.Suspension
	for _, s := range vigentes {
		if s.Estado == tramite.Vigente {
			ss = append(ss, s.DePlazo())
		}
	}
	return plazo.Oficiales().Con(ss...)
}

// Suspensiones is the register. Whoever keeps the norms up to date
// (doe.normativa:registrar) administers it.
var Suspensiones = tramite.MustDefinir(tramite.Padron[Suspension, Contenido]{
	Nombre: "suspension", Coleccion: "suspensiones", Serie: "SUS", Rama: doe.Raiz,
	Titulo: "Suspensión de plazos", Descripcion: "Días que un instrumento publicado quita de los calendarios legales.",
	Facultades: doe.Alguna("doe.normativa:registrar"),
	Comun:      true,
	Validar:    validar,
	Copiar:     func(r *Suspension, e Contenido) { r.Contenido = e },
	Ejemplo: Contenido{
		Clave: "dof-2025-04-18", Instrumento: "Acuerdo publicado en el DOF el 14 de abril de 2025",
		Calendarios: []plazo.NombreCalendario{plazo.LFPA}, Desde: fecha.MustParse("2025-04-17"), Hasta: fecha.MustParse("2025-04-18"),
	},
	Unica: func(r Suspension) string { return r.Clave },
	Texto: func(r Suspension) string { return r.Clave + " " + r.Instrumento },
}.Definicion())

func validar(_ Suspension, e Contenido, c *tramite.Contexto, f *falla.Fallas) {
	var mal *falla.Error
	if _, err := plazo.NuevaSuspension(e.DePlazo()); errors.As(err, &mal) {
		*f = append(*f, mal.Fallas...)
	}
	for _, a := range e.Ambitos {
		_, ok := c.Catalogo.Organo(a)
		f.Si(!ok, ambitoDesconocido, "body.ambitos")
	}
}
