package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Veda is a span of an electoral process in which the diffusion of campaigns
// in mass media stops (LGCS art. 21): from the start of the electoral campaign
// to the day of the vote, both included.
//
// The dates of each process are set by the electoral authorities: they are
// data of the installation or of the record, none is shipped.
type Veda struct {
	Clave   string `json:"clave" validate:"required,max=40" doc:"Clave de la veda" example:"pef-2027"`
	Proceso string `json:"proceso" validate:"required,max=200" doc:"Proceso electoral" example:"Proceso electoral federal 2026-2027"`
	// Entidades are the states of a local process; empty means the whole
	// country.
	Entidades []string    `json:"entidades,omitempty" validate:"omitempty,max=32,unique,dive,oneof=01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32" doc:"Entidades del proceso local, por su clave INEGI; ninguna si es nacional" example:"[\"14\"]"`
	Desde     fecha.Fecha `json:"desde" validate:"required" doc:"Inicio de las campañas electorales" example:"2027-04-04"`
	Hasta     fecha.Fecha `json:"hasta" validate:"required" doc:"Día de la jornada" example:"2027-06-06"`
	Fuente    string      `json:"fuente" validate:"required,max=200" doc:"Acuerdo o publicación que fija las fechas" example:"Acuerdo del Consejo General del INE"`
}

// Alcanza says whether the blackout forbids any day of [desde, hasta] to a
// diffusion. Means that are no mass media are out of it; a local process
// reaches the diffusion that names its state, not the nationwide one (art. 21,
// second paragraph).
func (v Veda) Alcanza(d Difusion, desde, hasta fecha.Fecha) bool {
	if !d.Medio.def().Masivo || hasta.Before(v.Desde) || desde.After(v.Hasta) {
		return false
	}
	return len(v.Entidades) == 0 || slices.ContainsFunc(d.Entidades, func(e string) bool { return slices.Contains(v.Entidades, e) })
}

// Fraccion is one of the exceptions to a blackout.
type Fraccion string

// The exceptions of LGCS art. 21.
const (
	Electoral       Fraccion = "electoral"
	EducacionYSalud Fraccion = "educacion_salud"
	ProteccionCivil Fraccion = "proteccion_civil"
	PorINE          Fraccion = "ine"
)

// Fracciones lists the exceptions.
func Fracciones() vocabulario.Tabla[Fraccion] {
	return vocabulario.Tabla[Fraccion]{
		{Clave: Electoral, Nombre: "Información electoral", Descripcion: "Campaña de información de las autoridades electorales, con la que el Instituto coopera.", Fuente: lgcs("art. 21, fr. I")},
		{Clave: EducacionYSalud, Nombre: "Servicios educativos y de salud", Descripcion: "Relativa a servicios educativos y de salud.", Fuente: lgcs("art. 21, fr. II")},
		{Clave: ProteccionCivil, Nombre: "Protección civil", Descripcion: "Necesaria para la protección civil en una emergencia.", Fuente: lgcs("art. 21, fr. III")},
		{Clave: PorINE, Nombre: "Autorizada por el INE", Descripcion: "Autorizada de manera específica por el Consejo General del INE.", Fuente: lgcs("art. 21, fr. IV")},
	}
}

// ParseFraccion reads an exception. The error wraps [vocabulario.ErrDesconocida].
func ParseFraccion(s string) (Fraccion, error) { return Fracciones().Parse(s) }

// pideDocumento says whether the exception rests on an instrument of another
// authority, and not on the matter of the campaign alone.
func (f Fraccion) pideDocumento() bool { return f != EducacionYSalud }

// Excepcion is an exception invoked, for the blackouts it names and no other.
type Excepcion struct {
	Fraccion      Fraccion `json:"fraccion" validate:"oneof=electoral educacion_salud proteccion_civil ine" doc:"Excepción que se invoca" example:"educacion_salud"`
	Vedas         []string `json:"vedas" validate:"min=1,max=20,unique,dive,required,max=40" doc:"Vedas en que se invoca" example:"[\"pef-2027\"]"`
	Justificacion string   `json:"justificacion" validate:"required,min=20,max=2000" doc:"Por qué la campaña cae en la excepción" example:"Informa dónde y cuándo vacunarse contra la influenza"`
	Documento     string   `json:"documento,omitempty" validate:"omitempty,max=200" doc:"Acuerdo, declaratoria o solicitud en que se apoya" example:"INE/CG123/2027"`
}

// ampara says whether the exception covers a blackout.
func (e *Excepcion) ampara(v Veda) bool { return e != nil && slices.Contains(e.Vedas, v.Clave) }

// vedadas lists the blackouts that forbid the diffusion on some day of the
// span, the exception of the content considered.
func (r Campana) vedadas(c Contenido, d Difusion, desde, hasta fecha.Fecha) []Veda {
	var out []Veda
	for _, v := range r.Vedas {
		if v.Alcanza(d, desde, hasta) && !c.Excepcion.ampara(v) {
			out = append(out, v)
		}
	}
	return out
}
