package consulta

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Parte is a part of a card.
type Parte string

// The parts.
const (
	ParteNombre     Parte = "nombre"
	ParteQuienes    Parte = "quienes"
	ParteRequisitos Parte = "requisitos"
	ParteDocumentos Parte = "documentos"
	ParteCosto      Parte = "costo"
	ParteDonde      Parte = "donde"
	PartePasos      Parte = "pasos"
	ParteTermino    Parte = "termino"
	ParteFundamento Parte = "fundamento"
	ParteOtra       Parte = "otra"
)

var partes = vocabulario.Tabla[Parte]{
	{Clave: ParteNombre, Nombre: "Nombre", Descripcion: "Cómo se llama o qué es.", Fuente: deTrabajo},
	{Clave: ParteQuienes, Nombre: "Quiénes", Descripcion: "Quiénes tienen derecho.", Fuente: deTrabajo},
	{Clave: ParteRequisitos, Nombre: "Requisitos", Descripcion: "Qué debe cumplirse.", Fuente: deTrabajo},
	{Clave: ParteDocumentos, Nombre: "Documentos", Descripcion: "Qué se presenta.", Fuente: deTrabajo},
	{Clave: ParteCosto, Nombre: "Costo", Descripcion: "Cuánto cuesta y cómo se paga.", Fuente: deTrabajo},
	{Clave: ParteDonde, Nombre: "Dónde", Descripcion: "Lugar, horario, teléfono o liga.", Fuente: deTrabajo},
	{Clave: PartePasos, Nombre: "Pasos", Descripcion: "Cómo se hace.", Fuente: deTrabajo},
	{Clave: ParteTermino, Nombre: "Término", Descripcion: "En cuánto se responde.", Fuente: deTrabajo},
	{Clave: ParteFundamento, Nombre: "Fundamento", Descripcion: "La norma en que descansa.", Fuente: deTrabajo},
	{Clave: ParteOtra, Nombre: "Otra", Descripcion: "Lo demás, o la ficha entera.", Fuente: deTrabajo},
}

// Partes lists the parts of a card.
func Partes() vocabulario.Tabla[Parte] { return slices.Clone(partes) }

// ParseParte reads a part. The error wraps [vocabulario.ErrDesconocida].
func ParseParte(s string) (Parte, error) { return partes.Parse(s) }

// FormaJSON is the closed list.
func (Parte) FormaJSON() forma.Forma { return partes.Forma() }

// ClaseReporte is what an attendant tells of the cards.
type ClaseReporte string

// The classes of report.
const (
	Desactualizada ClaseReporte = "desactualizada"
	Mejora         ClaseReporte = "mejora"
	Nueva          ClaseReporte = "nueva"
)

var clasesReporte = vocabulario.Tabla[ClaseReporte]{
	{Clave: Desactualizada, Nombre: "Desactualizada", Descripcion: "Lo que dice una ficha ya no es así; se advierte a quien la lea.", Fuente: fnRegional},
	{Clave: Mejora, Nombre: "Mejora", Descripcion: "Lo que dice es cierto y puede decirse mejor o le falta algo.", Fuente: fnRegional},
	{Clave: Nueva, Nombre: "Ficha nueva", Descripcion: "La gente pregunta por algo de lo que no hay ficha.", Fuente: fnRegional},
}

// ClasesReporte lists the classes of report.
func ClasesReporte() vocabulario.Tabla[ClaseReporte] { return slices.Clone(clasesReporte) }

// ParseClaseReporte reads a class. The error wraps [vocabulario.ErrDesconocida].
func ParseClaseReporte(s string) (ClaseReporte, error) { return clasesReporte.Parse(s) }

// FormaJSON is the closed list.
func (ClaseReporte) FormaJSON() forma.Forma { return clasesReporte.Forma() }

// Resultado is what became of a report.
type Resultado string

// The outcomes of a report.
const (
	Corregida Resultado = "corregida"
	NoProcede Resultado = "no_procede"
)

var resultados = vocabulario.Tabla[Resultado]{
	{Clave: Corregida, Nombre: "Corregida", Descripcion: "Se autorizó una versión que lo toma en cuenta.", Fuente: fnEnlace},
	{Clave: NoProcede, Nombre: "No procede", Descripcion: "No da lugar a cambio, por la causal y la razón que se dicen.", Fuente: fnEnlace},
}

// Resultados lists the outcomes of a report.
func Resultados() vocabulario.Tabla[Resultado] { return slices.Clone(resultados) }

// ParseResultado reads an outcome. The error wraps [vocabulario.ErrDesconocida].
func ParseResultado(s string) (Resultado, error) { return resultados.Parse(s) }

// FormaJSON is the closed list.
func (Resultado) FormaJSON() forma.Forma { return resultados.Forma() }

// CausalNoProcede is why a report leads to no change.
type CausalNoProcede string

// The grounds on which a report leads to no change.
const (
	FichaCorrecta  CausalNoProcede = "la_ficha_es_correcta"
	OtraFicha      CausalNoProcede = "es_de_otra_ficha"
	NoComprobado   CausalNoProcede = "no_se_comprobo"
	YaCorregida    CausalNoProcede = "ya_estaba_corregida"
	CasoParticular CausalNoProcede = "caso_particular"
)

var noProceden = vocabulario.Tabla[CausalNoProcede]{
	{Clave: FichaCorrecta, Nombre: "La ficha es correcta", Descripcion: "El órgano normativo confirma lo que dice.", Fuente: fnEnlace},
	{Clave: OtraFicha, Nombre: "Es de otra ficha", Descripcion: "Lo señalado es de otra ficha, que se dice.", Fuente: deTrabajo},
	{Clave: NoComprobado, Nombre: "No se comprobó", Descripcion: "Ni la fuente ni el órgano normativo lo sostienen.", Fuente: deTrabajo},
	{Clave: YaCorregida, Nombre: "Ya estaba corregida", Descripcion: "La versión que rige ya dice lo que se señala.", Fuente: deTrabajo},
	{Clave: CasoParticular, Nombre: "Caso particular", Descripcion: "Es de un expediente y no de la regla: se atiende como petición.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
}

// CausalesNoProcede lists the grounds on which a report leads to no change.
func CausalesNoProcede() vocabulario.Tabla[CausalNoProcede] { return slices.Clone(noProceden) }

// ParseCausalNoProcede reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalNoProcede(s string) (CausalNoProcede, error) { return noProceden.Parse(s) }

// FormaJSON is the closed list.
func (CausalNoProcede) FormaJSON() forma.Forma { return noProceden.Forma() }

// MedioDifusion is how a card was made known.
type MedioDifusion string

// The means to make cards known.
const (
	Platica MedioDifusion = "platica"
	Cartel  MedioDifusion = "cartel"
	Correo  MedioDifusion = "correo"
	Redes   MedioDifusion = "redes_sociales"
	Curso   MedioDifusion = "curso"
	EnSala  MedioDifusion = "recorrido_en_sala"
)

var mediosDifusion = vocabulario.Tabla[MedioDifusion]{
	{Clave: Platica, Nombre: "Plática", Descripcion: "Sesión con personal o con población usuaria.", Fuente: fnRegional},
	{Clave: Cartel, Nombre: "Cartel", Descripcion: "Impreso a la vista en una unidad.", Fuente: fnRegional},
	{Clave: Correo, Nombre: "Correo", Descripcion: "Mensaje a personal o a grupos.", Fuente: fnRegional},
	{Clave: Redes, Nombre: "Redes sociales", Descripcion: "Publicación en las cuentas del Instituto.", Fuente: fnRegional},
	{Clave: Curso, Nombre: "Curso", Descripcion: "Tema de una capacitación.", Fuente: fnRegional},
	{Clave: EnSala, Nombre: "Recorrido en sala", Descripcion: "De persona a persona en las salas de espera.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}},
}

// MediosDifusion lists the means to make cards known.
func MediosDifusion() vocabulario.Tabla[MedioDifusion] { return slices.Clone(mediosDifusion) }

// ParseMedioDifusion reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedioDifusion(s string) (MedioDifusion, error) { return mediosDifusion.Parse(s) }

// FormaJSON is the closed list.
func (MedioDifusion) FormaJSON() forma.Forma { return mediosDifusion.Forma() }
