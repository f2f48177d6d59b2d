package consulta

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// The functions and the norms that what follows comes from.
var (
	fnCiudadana  = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.1/5"}
	fnEnlace     = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.2/5"}
	fnAdministra = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.3/12"}
	fnCoordina   = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1/6"}
	fnRegional   = norma.Cita{Norma: "G000-002-003", Lugar: "7.1/5"}
	deTrabajo    = norma.Configuracion("fichas de consulta")
)

// Clase is what a card is about.
type Clase string

// The classes of card.
const (
	Prestacion Clase = "prestacion"
	Tramite    Clase = "tramite"
	Servicio   Clase = "servicio"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Prestacion, Nombre: "Prestación", Descripcion: "Lo que el seguro da a quien cumple los requisitos.", Fuente: fnEnlace},
	{Clave: Tramite, Nombre: "Trámite", Descripcion: "Lo que se presenta ante el Instituto para obtener una resolución.", Fuente: fnCiudadana},
	{Clave: Servicio, Nombre: "Servicio", Descripcion: "Lo que el Instituto presta sin que medie resolución.", Fuente: fnCiudadana},
}

// Clases lists the classes of card.
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a class. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// FormaJSON is the closed list.
func (Clase) FormaJSON() forma.Forma { return clases.Forma() }

// Forma is how a paper is presented.
type Forma string

// The ways to present a paper.
const (
	Original       Forma = "original"
	Copia          Forma = "copia"
	OriginalYCopia Forma = "original_y_copia"
	Digital        Forma = "digital"
)

var formas = vocabulario.Tabla[Forma]{
	{Clave: Original, Nombre: "Original", Descripcion: "Se muestra o se entrega el original.", Fuente: deTrabajo},
	{Clave: Copia, Nombre: "Copia", Descripcion: "Basta la copia simple.", Fuente: deTrabajo},
	{Clave: OriginalYCopia, Nombre: "Original y copia", Descripcion: "Se coteja la copia con el original, que se devuelve.", Fuente: deTrabajo},
	{Clave: Digital, Nombre: "Archivo digital", Descripcion: "Se adjunta en el sitio o la aplicación.", Fuente: deTrabajo},
}

// Formas lists the ways to present a paper.
func Formas() vocabulario.Tabla[Forma] { return slices.Clone(formas) }

// ParseForma reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseForma(s string) (Forma, error) { return formas.Parse(s) }

// FormaJSON is the closed list.
func (Forma) FormaJSON() forma.Forma { return formas.Forma() }

// Medio is how something is done.
type Medio string

// The means.
const (
	Presencial Medio = "presencial"
	EnLinea    Medio = "en_linea"
	Telefono   Medio = "telefono"
	Aplicacion Medio = "aplicacion"
)

var medios = vocabulario.Tabla[Medio]{
	{Clave: Presencial, Nombre: "Presencial", Descripcion: "En una unidad u oficina.", Fuente: deTrabajo},
	{Clave: EnLinea, Nombre: "En línea", Descripcion: "En un sitio de internet, que se dice.", Fuente: deTrabajo},
	{Clave: Telefono, Nombre: "Teléfono", Descripcion: "Por llamada.", Fuente: deTrabajo},
	{Clave: Aplicacion, Nombre: "Aplicación", Descripcion: "En la aplicación del Instituto para teléfonos.", Fuente: deTrabajo},
}

// Medios lists the means.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// FormaJSON is the closed list.
func (Medio) FormaJSON() forma.Forma { return medios.Forma() }

// ClaseDias is what a term of answer is counted in.
type ClaseDias string

// The kinds of day.
const (
	DiasHabiles   ClaseDias = "habiles"
	DiasNaturales ClaseDias = "naturales"
)

var clasesDias = vocabulario.Tabla[ClaseDias]{
	{Clave: DiasHabiles, Nombre: "Días hábiles", Descripcion: "Sin sábados, domingos ni inhábiles.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 28"}},
	{Clave: DiasNaturales, Nombre: "Días naturales", Descripcion: "Todos los días.", Fuente: deTrabajo},
}

// ClasesDias lists the kinds of day.
func ClasesDias() vocabulario.Tabla[ClaseDias] { return slices.Clone(clasesDias) }

// ParseClaseDias reads a kind of day. The error wraps [vocabulario.ErrDesconocida].
func ParseClaseDias(s string) (ClaseDias, error) { return clasesDias.Parse(s) }

// FormaJSON is the closed list.
func (ClaseDias) FormaJSON() forma.Forma { return clasesDias.Forma() }

// ClaseFicta is what silence amounts to.
type ClaseFicta string

// What silence may amount to.
const (
	Negativa   ClaseFicta = "negativa"
	Afirmativa ClaseFicta = "afirmativa"
)

var fictas = vocabulario.Tabla[ClaseFicta]{
	{Clave: Negativa, Nombre: "Negativa ficta", Descripcion: "Pasado el término se entiende negado.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17"}},
	{Clave: Afirmativa, Nombre: "Afirmativa ficta", Descripcion: "Pasado el término se entiende concedido, donde una norma lo dice.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17"}},
}

// ClasesFicta lists what silence may amount to.
func ClasesFicta() vocabulario.Tabla[ClaseFicta] { return slices.Clone(fictas) }

// ParseClaseFicta reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseClaseFicta(s string) (ClaseFicta, error) { return fictas.Parse(s) }

// FormaJSON is the closed list.
func (ClaseFicta) FormaJSON() forma.Forma { return fictas.Forma() }

// Sentido is what the normative organ makes of a draft.
type Sentido string

// The senses of an opinion.
const (
	Conforme  Sentido = "conforme"
	Observada Sentido = "con_observaciones"
	NoCompete Sentido = "no_compete"
)

var sentidos = vocabulario.Tabla[Sentido]{
	{Clave: Conforme, Nombre: "Conforme", Descripcion: "El borrador dice lo que la norma dice.", Fuente: fnCiudadana},
	{Clave: Observada, Nombre: "Con observaciones", Descripcion: "Debe corregirse y enviarse de nuevo.", Fuente: fnCiudadana},
	{Clave: NoCompete, Nombre: "No le compete", Descripcion: "Otro órgano responde de lo que dice.", Fuente: fnCiudadana},
}

// Sentidos lists the senses that an organ may give.
func Sentidos() vocabulario.Tabla[Sentido] { return slices.Clone(sentidos) }

// ParseSentido reads a sense. The error wraps [vocabulario.ErrDesconocida].
func ParseSentido(s string) (Sentido, error) { return sentidos.Parse(s) }

// FormaJSON is the closed list.
func (Sentido) FormaJSON() forma.Forma { return sentidos.Forma() }

// Respaldo is on what a version was authorised.
type Respaldo string

// What a version may rest on.
const (
	ConConformidad Respaldo = "conformidad"
	SinRespuesta   Respaldo = "sin_respuesta"
)

var respaldos = vocabulario.Tabla[Respaldo]{
	{Clave: ConConformidad, Nombre: "Conformidad", Descripcion: "El órgano normativo la revisó y está conforme.", Fuente: fnCiudadana},
	{Clave: SinRespuesta, Nombre: "Sin respuesta", Descripcion: "El órgano no respondió en su término y la coordinación decidió con la norma que cita.", Fuente: fnCoordina},
}

// Respaldos lists what a version may rest on.
func Respaldos() vocabulario.Tabla[Respaldo] { return slices.Clone(respaldos) }

// ParseRespaldo reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseRespaldo(s string) (Respaldo, error) { return respaldos.Parse(s) }

// FormaJSON is the closed list.
func (Respaldo) FormaJSON() forma.Forma { return respaldos.Forma() }

// CausalSuspende is why a version must not be used.
type CausalSuspende string

// The grounds to suspend.
const (
	DatoEquivocado CausalSuspende = "dato_equivocado"
	NormaDerogada  CausalSuspende = "norma_derogada"
	RiesgoSalud    CausalSuspende = "riesgo_a_la_salud"
	PierdeDerecho  CausalSuspende = "pierde_un_derecho"
	FraudeLiga     CausalSuspende = "liga_o_pago_fraudulento"
)

var suspenden = vocabulario.Tabla[CausalSuspende]{
	{Clave: DatoEquivocado, Nombre: "Dato equivocado", Descripcion: "Un requisito, costo o lugar que no es hace que la gente vaya o pague en vano.", Fuente: deTrabajo},
	{Clave: NormaDerogada, Nombre: "Norma derogada", Descripcion: "Lo que dice descansa en una norma que ya no rige.", Fuente: deTrabajo},
	{Clave: RiesgoSalud, Nombre: "Riesgo a la salud", Descripcion: "Seguirla puede retrasar una atención que urge.", Fuente: deTrabajo},
	{Clave: PierdeDerecho, Nombre: "Se pierde un derecho", Descripcion: "Seguirla puede hacer que venza un plazo o prescriba un derecho.", Fuente: deTrabajo},
	{Clave: FraudeLiga, Nombre: "Liga o pago fraudulento", Descripcion: "La liga o la cuenta que da no son del Instituto.", Fuente: deTrabajo},
}

// CausalesSuspende lists the grounds to suspend.
func CausalesSuspende() vocabulario.Tabla[CausalSuspende] { return slices.Clone(suspenden) }

// ParseCausalSuspende reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalSuspende(s string) (CausalSuspende, error) { return suspenden.Parse(s) }

// FormaJSON is the closed list.
func (CausalSuspende) FormaJSON() forma.Forma { return suspenden.Forma() }

// Situacion is how a card may be used.
type Situacion string

// The situations, the gravest first.
const (
	// SinVigor: no version holds.
	SinVigor Situacion = "sin_vigor"
	// SeSuspendio: it must not be used.
	SeSuspendio Situacion = "suspendida"
	// SeReporto: somebody said that it is out of date.
	SeReporto Situacion = "reportada"
	// PorRevisar: the day to look at it again passed.
	PorRevisar Situacion = "por_revisar"
	Usable     Situacion = "vigente"
)

var situaciones = vocabulario.Tabla[Situacion]{
	{Clave: SinVigor, Nombre: "Sin vigor", Descripcion: "Ninguna versión vale ese día.", Fuente: deTrabajo},
	{Clave: SeSuspendio, Nombre: "Suspendida", Descripcion: "No debe usarse: seguirla puede causar daño.", Fuente: deTrabajo},
	{Clave: SeReporto, Nombre: "Reportada", Descripcion: "Alguien señaló que está desactualizada y aún no se resuelve: confírmela antes de usarla.", Fuente: fnRegional},
	{Clave: PorRevisar, Nombre: "Por revisar", Descripcion: "Pasó el día en que debía revisarse: confírmela antes de usarla.", Fuente: fnEnlace},
	{Clave: Usable, Nombre: "Vigente", Descripcion: "Vale y nadie la ha puesto en duda.", Fuente: fnEnlace},
}

// Situaciones lists the situations.
func Situaciones() vocabulario.Tabla[Situacion] { return slices.Clone(situaciones) }

// ParseSituacion reads a situation. The error wraps [vocabulario.ErrDesconocida].
func ParseSituacion(s string) (Situacion, error) { return situaciones.Parse(s) }

// FormaJSON is the closed list.
func (Situacion) FormaJSON() forma.Forma { return situaciones.Forma() }
