package indicador

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func manual(lugar string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: lugar} }

// mir is where levels, dimensions and directions come from: no function closes
// the lists.
var mir = norma.Configuracion("matriz de indicadores para resultados")

// Nivel is the level of the results matrix that an indicator measures.
type Nivel string

// The levels.
const (
	Fin        Nivel = "fin"
	Proposito  Nivel = "proposito"
	Componente Nivel = "componente"
	Actividad  Nivel = "actividad"
	Gestion    Nivel = "gestion"
)

var niveles = vocabulario.Tabla[Nivel]{
	{Clave: Fin, Nombre: "Fin", Descripcion: "Contribución a un objetivo superior.", Fuente: mir},
	{Clave: Proposito, Nombre: "Propósito", Descripcion: "Efecto directo en quien recibe el servicio.", Fuente: mir},
	{Clave: Componente, Nombre: "Componente", Descripcion: "Servicio o bien que se entrega.", Fuente: mir},
	{Clave: Actividad, Nombre: "Actividad", Descripcion: "Lo que se hace para entregarlo.", Fuente: mir},
	{Clave: Gestion, Nombre: "Gestión", Descripcion: "Operación interna de la unidad, fuera de la matriz.", Fuente: mir},
}

// Niveles lists the levels.
func Niveles() vocabulario.Tabla[Nivel] { return slices.Clone(niveles) }

// ParseNivel reads a level. The error wraps [vocabulario.ErrDesconocida].
func ParseNivel(s string) (Nivel, error) { return niveles.Parse(s) }

// Dimension is what of the performance an indicator looks at.
type Dimension string

// The dimensions.
const (
	Eficacia   Dimension = "eficacia"
	Eficiencia Dimension = "eficiencia"
	Calidad    Dimension = "calidad"
	Economia   Dimension = "economia"
)

var dimensiones = vocabulario.Tabla[Dimension]{
	{Clave: Eficacia, Nombre: "Eficacia", Descripcion: "Cuánto se cumple el objetivo.", Fuente: mir},
	{Clave: Eficiencia, Nombre: "Eficiencia", Descripcion: "Resultados frente a los recursos usados.", Fuente: mir},
	{Clave: Calidad, Nombre: "Calidad", Descripcion: "Atributos del servicio que percibe quien lo recibe.", Fuente: mir},
	{Clave: Economia, Nombre: "Economía", Descripcion: "Manejo de los recursos financieros.", Fuente: mir},
}

// Dimensiones lists the dimensions.
func Dimensiones() vocabulario.Tabla[Dimension] { return slices.Clone(dimensiones) }

// ParseDimension reads a dimension. The error wraps [vocabulario.ErrDesconocida].
func ParseDimension(s string) (Dimension, error) { return dimensiones.Parse(s) }

// Clase is the kind of quantity that a variable is.
type Clase string

// The kinds of variable.
const (
	// Conteo is a number of things: whole, never negative.
	Conteo Clase = "conteo"
	// Monto is money or another measured quantity.
	Monto Clase = "monto"
	// Razon is a quotient already computed elsewhere: it is never added.
	Razon Clase = "razon"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Conteo, Nombre: "Conteo", Descripcion: "Número de cosas: entero y no negativo.", Fuente: manual("7.1.3.1.4/7")},
	{Clave: Monto, Nombre: "Monto", Descripcion: "Dinero u otra cantidad medida.", Fuente: manual("7.1.1.5/2")},
	{Clave: Razon, Nombre: "Razón", Descripcion: "Cociente que ya viene calculado: no se suma.", Fuente: manual("7.1.5/2")},
}

// Clases lists the kinds of variable.
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a kind of variable. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// Acumulacion is how several values of a variable make one.
type Acumulacion string

// The ways.
const (
	Suma Acumulacion = "suma"
	// Ultimo is that of the latest period: stocks, as posts filled.
	Ultimo Acumulacion = "ultimo"
	Maximo Acumulacion = "maximo"
	Minimo Acumulacion = "minimo"
	// Ninguna: they cannot be made one.
	Ninguna Acumulacion = "ninguna"
)

var acumular = norma.Configuracion("los promedios no se promedian: se recalcula con las variables")

var acumulaciones = vocabulario.Tabla[Acumulacion]{
	{Clave: Suma, Nombre: "Suma", Descripcion: "Se suman.", Fuente: acumular},
	{Clave: Ultimo, Nombre: "Último", Descripcion: "Vale el del periodo más reciente.", Fuente: acumular},
	{Clave: Maximo, Nombre: "Máximo", Descripcion: "Vale el mayor.", Fuente: acumular},
	{Clave: Minimo, Nombre: "Mínimo", Descripcion: "Vale el menor.", Fuente: acumular},
	{Clave: Ninguna, Nombre: "Ninguna", Descripcion: "No se acumulan.", Fuente: acumular},
}

// Acumulaciones lists the ways.
func Acumulaciones() vocabulario.Tabla[Acumulacion] { return slices.Clone(acumulaciones) }

// ParseAcumulacion reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseAcumulacion(s string) (Acumulacion, error) { return acumulaciones.Parse(s) }

// Luz is the traffic light of a measurement. It is computed, never captured.
type Luz string

// The lights.
const (
	Verde    Luz = "verde"
	Amarillo Luz = "amarillo"
	Rojo     Luz = "rojo"
	// Apagada: there is no value to judge.
	Apagada Luz = "sin_dato"
)

var calificar = manual("7.1.3.1/9")

var luces = vocabulario.Tabla[Luz]{
	{Clave: Verde, Nombre: "Verde", Descripcion: "Alcanza el umbral verde de la meta.", Fuente: calificar},
	{Clave: Amarillo, Nombre: "Amarillo", Descripcion: "Alcanza el umbral amarillo y no el verde.", Fuente: calificar},
	{Clave: Rojo, Nombre: "Rojo", Descripcion: "No alcanza el umbral amarillo.", Fuente: calificar},
	{Clave: Apagada, Nombre: "Sin dato", Descripcion: "No hay valor que calificar.", Fuente: calificar},
}

// Luces lists the lights.
func Luces() vocabulario.Tabla[Luz] { return slices.Clone(luces) }

// ParseLuz reads a light. The error wraps [vocabulario.ErrDesconocida].
func ParseLuz(s string) (Luz, error) { return luces.Parse(s) }

// Materia is what an indicator is about.
type Materia string

// The subjects for which a function speaks of indicators.
const (
	Atencion     Materia = "atencion_y_orientacion"
	Cobertura    Materia = "cobertura_de_personal"
	Afiliacion   Materia = "afiliacion"
	Recaudacion  Materia = "recaudacion"
	Bienestar    Materia = "imss_bienestar"
	Programa     Materia = "programa_anual"
	OtraMateria  Materia = "otra"
	ramaAtencion         = "doe-7.1.3"
)

var materias = vocabulario.Tabla[Materia]{
	{Clave: Atencion, Nombre: "Atención y orientación", Descripcion: "Operación de las áreas de atención, centrales y desconcentradas.", Fuente: manual("7.1.3/10")},
	{Clave: Cobertura, Nombre: "Cobertura de personal", Descripcion: "Plazas de atención y orientación cubiertas en cada OOAD.", Fuente: manual("7.1.3/14")},
	{Clave: Afiliacion, Nombre: "Afiliación y vigencia", Descripcion: "Metas de afiliación de jefaturas y subdelegaciones.", Fuente: manual("7.1.1.5.1/3")},
	{Clave: Recaudacion, Nombre: "Recaudación y fiscalización", Descripcion: "Metas de recaudación y fiscalización.", Fuente: manual("7.1.1.5.3/3")},
	{Clave: Bienestar, Nombre: "IMSS-BIENESTAR", Descripcion: "Procesos del programa IMSS-BIENESTAR.", Fuente: manual("7.1.1.4.2/2")},
	{Clave: Programa, Nombre: "Programa anual", Descripcion: "Metas del programa anual de trabajo de la Dirección.", Fuente: manual("7.1.5/2")},
	{Clave: OtraMateria, Nombre: "Otra", Descripcion: "Procesos sustantivos de otra unidad.", Fuente: manual("7.1.5/7")},
}

// Materias lists the subjects.
func Materias() vocabulario.Tabla[Materia] { return slices.Clone(materias) }

// ParseMateria reads a subject. The error wraps [vocabulario.ErrDesconocida].
func ParseMateria(s string) (Materia, error) { return materias.Parse(s) }

// SeAcuerda says whether a function asks that the indicators of a subject be
// agreed with other organs (7.1.3/14).
func (m Materia) SeAcuerda() bool { return m == Cobertura }

// Instrumento is the planning document that an indicator is aligned to.
type Instrumento string

// The documents. The list is configuration: no function closes it.
const (
	PlanNacional       Instrumento = "plan_nacional"
	ProgramaSectorial  Instrumento = "programa_sectorial"
	ProgramaIMSS       Instrumento = "programa_institucional"
	ProgramaDOE        Instrumento = "programa_anual_doe"
	ProgramaIMSSBienes Instrumento = "reglas_imss_bienestar"
)

var planear = norma.Configuracion("instrumentos de planeación a que se alinea un indicador")

var instrumentos = vocabulario.Tabla[Instrumento]{
	{Clave: PlanNacional, Nombre: "Plan Nacional de Desarrollo", Descripcion: "Objetivo del plan nacional.", Fuente: planear},
	{Clave: ProgramaSectorial, Nombre: "Programa sectorial", Descripcion: "Objetivo del programa del sector.", Fuente: planear},
	{Clave: ProgramaIMSS, Nombre: "Programa institucional", Descripcion: "Objetivo, estrategia o línea del programa del Instituto.", Fuente: planear},
	{Clave: ProgramaDOE, Nombre: "Programa anual de la Dirección", Descripcion: "Objetivo o meta del programa anual de trabajo.", Fuente: planear},
	{Clave: ProgramaIMSSBienes, Nombre: "Reglas de IMSS-BIENESTAR", Descripcion: "Objetivo de las reglas de operación.", Fuente: planear},
}

// Instrumentos lists the planning documents.
func Instrumentos() vocabulario.Tabla[Instrumento] { return slices.Clone(instrumentos) }

// ParseInstrumento reads a document. The error wraps [vocabulario.ErrDesconocida].
func ParseInstrumento(s string) (Instrumento, error) { return instrumentos.Parse(s) }
