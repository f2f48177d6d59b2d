package plan

import (
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Clase is what a line of a plan is.
type Clase string

// The kinds of line.
const (
	// Meta is a goal: what is to be achieved.
	Meta Clase = "meta"
	// Actividad is what is done for a goal.
	Actividad Clase = "actividad"
)

func conf(s string) norma.Cita { return norma.Configuracion(s) }

// Clases lists the kinds of line.
func Clases() vocabulario.Tabla[Clase] {
	f := conf("renglones de un plan")
	return vocabulario.Tabla[Clase]{
		{Clave: Meta, Nombre: "Meta", Descripcion: "Lo que se quiere lograr.", Fuente: f},
		{Clave: Actividad, Nombre: "Actividad", Descripcion: "Lo que se hace para lograr una meta.", Fuente: f},
	}
}

// ParseClase reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return Clases().Parse(s) }

// Sentido is the direction in which a measure improves.
type Sentido string

// The directions.
const (
	Ascendente  Sentido = "ascendente"
	Descendente Sentido = "descendente"
	// Mantener is to keep the value at the target, period by period.
	Mantener Sentido = "mantener"
)

// Sentidos lists the directions.
func Sentidos() vocabulario.Tabla[Sentido] {
	f := conf("sentido de una medida")
	return vocabulario.Tabla[Sentido]{
		{Clave: Ascendente, Nombre: "Ascendente", Descripcion: "Mejora cuando sube.", Fuente: f},
		{Clave: Descendente, Nombre: "Descendente", Descripcion: "Mejora cuando baja.", Fuente: f},
		{Clave: Mantener, Nombre: "Mantener", Descripcion: "Se cumple mientras no se aparta de la meta.", Fuente: f},
	}
}

// ParseSentido reads a direction. The error wraps [vocabulario.ErrDesconocida].
func ParseSentido(s string) (Sentido, error) { return Sentidos().Parse(s) }

// Alcanza says whether a value reaches the target, or keeps it.
func (s Sentido) Alcanza(v, meta cantidad.Valor) bool {
	switch s {
	case Descendente:
		return v <= meta
	case Mantener:
		return v == meta
	}
	return v >= meta
}

// Mejora says whether a value is better than another; none is when the value
// is to be kept.
func (s Sentido) Mejora(v, que cantidad.Valor) bool {
	switch s {
	case Descendente:
		return v < que
	case Mantener:
		return false
	}
	return v > que
}

// EstadoEvidencia is the state of a piece of evidence.
type EstadoEvidencia string

// The states of a piece of evidence.
const (
	EvidenciaPresentada EstadoEvidencia = "presentada"
	EvidenciaAceptada   EstadoEvidencia = "aceptada"
	EvidenciaRechazada  EstadoEvidencia = "rechazada"
)

// EstadosEvidencia lists the states of a piece of evidence.
func EstadosEvidencia() vocabulario.Tabla[EstadoEvidencia] {
	f := conf("revisión de evidencia")
	return vocabulario.Tabla[EstadoEvidencia]{
		{Clave: EvidenciaPresentada, Nombre: "Presentada", Descripcion: "Espera la revisión de quien da seguimiento.", Fuente: f},
		{Clave: EvidenciaAceptada, Nombre: "Aceptada", Descripcion: "Prueba el periodo que dice.", Fuente: f},
		{Clave: EvidenciaRechazada, Nombre: "Rechazada", Descripcion: "No prueba lo que dice; puede sustituirse por otra revisión.", Fuente: f},
	}
}

// ParseEstadoEvidencia reads a state. The error wraps [vocabulario.ErrDesconocida].
func ParseEstadoEvidencia(s string) (EstadoEvidencia, error) { return EstadosEvidencia().Parse(s) }
