package encomienda

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// manual cites a function of the manual of the directorate.
func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }

var (
	// residual is the last function of every unit: what its subject takes and
	// what its superior assigns.
	residual  = norma.Cita{Norma: "G000-002-001", Lugar: "última función de cada unidad", Nota: "lo inherente a su competencia y lo que le asigne su superior jerárquico"}
	deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")
)

// Causal is the ground on which a unit rejects a task.
type Causal string

// The grounds.
const (
	// FueraDeLinea: who assigns is not, or is no longer, its superior.
	FueraDeLinea Causal = "fuera_de_linea"
	// FueraDeMateria: it is not of the unit's subject.
	FueraDeMateria Causal = "fuera_de_materia"
	// CorrespondeAOtra: a function of another unit names it.
	CorrespondeAOtra Causal = "corresponde_a_otra_unidad"
	// InstruccionIncompleta: the instruction does not let it be done.
	InstruccionIncompleta Causal = "instruccion_incompleta"
)

var causales = vocabulario.Tabla[Causal]{
	{Clave: FueraDeLinea, Nombre: "Fuera de su línea", Descripcion: "Quien encarga no es, o dejó de ser, su superior jerárquico.", Fuente: residual},
	{Clave: FueraDeMateria, Nombre: "Fuera de su materia", Descripcion: "El encargo no es de la materia de la unidad.", Fuente: residual},
	{Clave: CorrespondeAOtra, Nombre: "Corresponde a otra unidad", Descripcion: "Una función de otra unidad lo nombra; se dice cuál.", Fuente: residual},
	{Clave: InstruccionIncompleta, Nombre: "Instrucción incompleta", Descripcion: "Falta lo necesario para cumplirla; se dice qué.", Fuente: deTrabajo},
}

// Causales lists the grounds of rejection.
func Causales() vocabulario.Tabla[Causal] { return slices.Clone(causales) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return causales.Parse(s) }

// Medio is how the instruction was given.
type Medio string

// The means.
const (
	PorOficio   Medio = "oficio"
	PorMemorand Medio = "memorandum"
	PorCorreo   Medio = "correo"
	PorMinuta   Medio = "minuta"
)

var medios = vocabulario.Tabla[Medio]{
	{Clave: PorOficio, Nombre: "Oficio", Descripcion: "Oficio de quien encarga.", Fuente: deTrabajo},
	{Clave: PorMemorand, Nombre: "Memorándum", Descripcion: "Memorándum interno.", Fuente: deTrabajo},
	{Clave: PorCorreo, Nombre: "Correo", Descripcion: "Correo institucional.", Fuente: deTrabajo},
	{Clave: PorMinuta, Nombre: "Minuta", Descripcion: "Instrucción dada en una reunión y asentada en su minuta.", Fuente: deTrabajo},
}

// Medios lists the means.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// Resultado is how a task was left.
type Resultado string

// The results.
const (
	Conforme    Resultado = "conforme"
	ConReservas Resultado = "conforme_con_reservas"
)

var resultados = vocabulario.Tabla[Resultado]{
	{Clave: Conforme, Nombre: "Conforme", Descripcion: "La entrega cumple lo encargado.", Fuente: residual},
	{Clave: ConReservas, Nombre: "Conforme con reservas", Descripcion: "Se da por concluida con lo que faltó, que se dice.", Fuente: residual},
}

// Resultados lists the results.
func Resultados() vocabulario.Tabla[Resultado] { return slices.Clone(resultados) }

// ParseResultado reads a result. The error wraps [vocabulario.ErrDesconocida].
func ParseResultado(s string) (Resultado, error) { return resultados.Parse(s) }
