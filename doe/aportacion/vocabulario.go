package aportacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Toma is how much of an answer was taken in.
type Toma string

// How much was taken.
const (
	Total   Toma = "total"
	Parcial Toma = "parcial"
)

var deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")

var tomas = vocabulario.Tabla[Toma]{
	{Clave: Total, Nombre: "Total", Descripcion: "El expediente recoge toda la aportación.", Fuente: deTrabajo},
	{Clave: Parcial, Nombre: "Parcial", Descripcion: "Recoge parte; se dice qué no y por qué.", Fuente: deTrabajo},
}

// Tomas lists how much may be taken.
func Tomas() vocabulario.Tabla[Toma] { return slices.Clone(tomas) }

// ParseToma reads it. The error wraps [vocabulario.ErrDesconocida].
func ParseToma(s string) (Toma, error) { return tomas.Parse(s) }

// Causal is the ground on which a contribution is returned, left out or no
// longer waited for.
type Causal string

// The grounds for returning what was asked.
const (
	NoCompete      Causal = "no_compete"
	PedidoConfuso  Causal = "pedido_confuso"
	SinInformacion Causal = "sin_informacion"
)

// The grounds for leaving an answer out.
const (
	FueraDeAlcance Causal = "fuera_de_alcance"
	SinSustento    Causal = "sin_sustento"
	Superada       Causal = "superada"
)

var lfpa42 = norma.Cita{Norma: "LFPA", Lugar: "art. 42"}

var deDevolver = vocabulario.Tabla[Causal]{
	{Clave: NoCompete, Nombre: "No es de su competencia", Descripcion: "Corresponde a otra unidad u órgano, que se indica si se sabe.", Fuente: lfpa42},
	{Clave: PedidoConfuso, Nombre: "Lo pedido no se entiende", Descripcion: "Falta precisar qué se pide o sobre qué.", Fuente: deTrabajo},
	{Clave: SinInformacion, Nombre: "No tiene la información", Descripcion: "Le compete, y la información no existe o no obra en sus archivos.", Fuente: deTrabajo},
}

var deExcluir = vocabulario.Tabla[Causal]{
	{Clave: FueraDeAlcance, Nombre: "Fuera de lo pedido", Descripcion: "No trata de lo que se pidió.", Fuente: deTrabajo},
	{Clave: SinSustento, Nombre: "Sin sustento", Descripcion: "No se apoya en norma, dato o evidencia.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 3, fr. V", Nota: "todo acto va fundado y motivado"}},
	{Clave: Superada, Nombre: "Superada", Descripcion: "El expediente ya cambió y la aportación dejó de servir.", Fuente: deTrabajo},
}

// CausalesDevolver lists the grounds for returning what was asked, and
// CausalesExcluir those for leaving an answer out.
func CausalesDevolver() vocabulario.Tabla[Causal] { return slices.Clone(deDevolver) }

// CausalesExcluir lists the grounds for leaving an answer out.
func CausalesExcluir() vocabulario.Tabla[Causal] { return slices.Clone(deExcluir) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return slices.Concat(deDevolver, deExcluir).Parse(s) }
