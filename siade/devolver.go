package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// CausalDevolver is the ground on which a petition turned is given back.
type CausalDevolver string

// The grounds.
const (
	NoLeCompete     CausalDevolver = "no_compete"
	FaltanDatos     CausalDevolver = "faltan_datos"
	YaSeAtiende     CausalDevolver = "ya_se_atiende"
	PorReclasificar CausalDevolver = "mal_clasificada"
)

var causalesDevolver = vocabulario.Tabla[CausalDevolver]{
	{Clave: NoLeCompete, Nombre: "No le compete", Descripcion: "Corresponde a otra área u órgano.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
	{Clave: FaltanDatos, Nombre: "Faltan datos", Descripcion: "Sin ellos no se puede atender; hay que pedirlos a la persona.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}},
	{Clave: YaSeAtiende, Nombre: "Ya se atiende", Descripcion: "El mismo asunto se atiende en otro folio.", Fuente: norma.Configuracion("causales de devolución")},
	{Clave: PorReclasificar, Nombre: "Mal clasificada", Descripcion: "El tipo o el tema no son los del asunto.", Fuente: norma.Configuracion("causales de devolución")},
}

// CausalesDevolver lists the grounds.
func CausalesDevolver() vocabulario.Tabla[CausalDevolver] { return slices.Clone(causalesDevolver) }

// ParseCausalDevolver reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalDevolver(s string) (CausalDevolver, error) { return causalesDevolver.Parse(s) }

// Devolucion is the input that gives back what was turned.
type Devolucion struct {
	Motivo string         `json:"motivo" validate:"required,max=2000" doc:"Motivo" example:"El asunto no corresponde a esta área."`
	Causal CausalDevolver `json:"causal,omitempty" validate:"omitempty,oneof=no_compete faltan_datos ya_se_atiende mal_clasificada" doc:"Causal, si es una de las del catálogo" example:"no_compete"`
}
