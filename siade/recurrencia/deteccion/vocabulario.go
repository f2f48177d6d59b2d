package deteccion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

var (
	// analizar is the function that asks for the analysis of what recurs.
	analizar = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/6"}
	metodo   = norma.Configuracion("método estadístico; ninguna función lo fija")
)

// Nivel is the grain at which petitions are counted.
type Nivel string

// The grains.
const (
	Sitio    Nivel = "sitio"
	PorOOAD  Nivel = "ooad"
	Nacional Nivel = "nacional"
)

var niveles = vocabulario.Tabla[Nivel]{
	{Clave: Sitio, Nombre: "Sitio", Descripcion: "Una unidad de servicio, un servicio y un tema.", Fuente: analizar},
	{Clave: PorOOAD, Nombre: "OOAD", Descripcion: "Un OOAD, un servicio y un tema.", Fuente: analizar},
	{Clave: Nacional, Nombre: "Nacional", Descripcion: "Un servicio y un tema en todo el país.", Fuente: analizar},
}

// Niveles lists the grains.
func Niveles() vocabulario.Tabla[Nivel] { return slices.Clone(niveles) }

// ParseNivel reads a grain. The error wraps [vocabulario.ErrDesconocida].
func ParseNivel(s string) (Nivel, error) { return niveles.Parse(s) }

// FormaJSON is the closed list.
func (Nivel) FormaJSON() forma.Forma { return niveles.Forma() }

// Frente is what a count is weighed against.
type Frente string

// What a count is weighed against.
const (
	Ambos     Frente = "ambos"
	AHistoria Frente = "historia"
	APares    Frente = "pares"
)

var frentes = vocabulario.Tabla[Frente]{
	{Clave: Ambos, Nombre: "Ambos", Descripcion: "Más de lo que daría su propia historia, aun si se moviera como sus pares en esas semanas.", Fuente: metodo},
	{Clave: AHistoria, Nombre: "Historia", Descripcion: "Más de lo que daría su propia historia: algo cambió.", Fuente: metodo},
	{Clave: APares, Nombre: "Pares", Descripcion: "Más de lo que a su volumen darían los sitios como él: puede ser de siempre.", Fuente: metodo},
}

// Frentes lists what a count is weighed against.
func Frentes() vocabulario.Tabla[Frente] { return slices.Clone(frentes) }

// ParseFrente reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseFrente(s string) (Frente, error) { return frentes.Parse(s) }

// FormaJSON is the closed list.
func (Frente) FormaJSON() forma.Forma { return frentes.Forma() }

// Veredicto is what measuring again says.
type Veredicto string

// What measuring again may say.
const (
	Mejoro          Veredicto = "mejoro"
	MejoroEnParte   Veredicto = "mejoro_en_parte"
	SinMejora       Veredicto = "sin_mejora"
	DatosInsuficien Veredicto = "datos_insuficientes"
)

var veredictos = vocabulario.Tabla[Veredicto]{
	{Clave: Mejoro, Nombre: "Mejoró", Descripcion: "Bajó y ya no pasa de lo esperado.", Fuente: metodo},
	{Clave: MejoroEnParte, Nombre: "Mejoró en parte", Descripcion: "Bajó y todavía pasa de lo esperado.", Fuente: metodo},
	{Clave: SinMejora, Nombre: "Sin mejora", Descripcion: "No bajó más de lo que daría el azar.", Fuente: metodo},
	{Clave: DatosInsuficien, Nombre: "Datos insuficientes", Descripcion: "Faltan semanas completas o peticiones para decirlo.", Fuente: metodo},
}

// Veredictos lists what measuring again may say.
func Veredictos() vocabulario.Tabla[Veredicto] { return slices.Clone(veredictos) }

// ParseVeredicto reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseVeredicto(s string) (Veredicto, error) { return veredictos.Parse(s) }

// FormaJSON is the closed list.
func (Veredicto) FormaJSON() forma.Forma { return veredictos.Forma() }
