package capacitacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }

var (
	atencion   = manual("7.1.3.1.3/2")
	trato      = manual("7.1.3/12")
	tecnico    = manual("7.1.1.5.1.1/10")
	pruebas    = manual("7.1.3.1.3/5")
	imparte    = manual("7.1.3.1.3/6")
	autorizada = manual("7.1.3/13")
	tramita    = manual("7.1.6.1/10")

	detecta   = norma.Configuracion("detección de necesidades; ninguna función la nombra")
	deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")
)

// Clase is the subject of a course or a programme.
type Clase string

// The words of [Clase].
const (
	Orientacion     Clase = "orientacion"
	BuenTrato       Clase = "buen_trato"
	DerechosHumanos Clase = "derechos_humanos"
	Tecnica         Clase = "tecnica"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Orientacion, Nombre: "Atención y orientación", Descripcion: "Seguro social, trámites y servicios para quien atiende y orienta.", Fuente: atencion},
	{Clave: BuenTrato, Nombre: "Buen trato", Descripcion: "Buen trato a quien acude, para todo el personal.", Fuente: trato},
	{Clave: DerechosHumanos, Nombre: "Derechos humanos", Descripcion: "Derechos humanos, igualdad y cultura institucional.", Fuente: trato},
	{Clave: Tecnica, Nombre: "Técnica", Descripcion: "Profesionalización técnica del personal de una coordinación.", Fuente: tecnico},
}

// Clases lists the words of [Clase].
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a word of [Clase]. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// FormaJSON is the closed list.
func (Clase) FormaJSON() forma.Forma { return clases.Forma() }

// Fuente is where a need was seen.
type Fuente string

// The words of [Fuente].
const (
	PorEvaluacion  Fuente = "evaluacion_conocimientos"
	PorSupervision Fuente = "observacion_supervision"
	PorSolicitud   Fuente = "solicitud"
	PorPeticiones  Fuente = "peticiones"
	PorNorma       Fuente = "cambio_normativo"
)

var fuentes = vocabulario.Tabla[Fuente]{
	{Clave: PorEvaluacion, Nombre: "Evaluación de conocimientos", Descripcion: "Lo muestran los resultados de una edición o de una prueba.", Fuente: pruebas},
	{Clave: PorSupervision, Nombre: "Observación de supervisión", Descripcion: "Lo observó una visita.", Fuente: detecta},
	{Clave: PorSolicitud, Nombre: "Solicitud", Descripcion: "Lo pidió un área o su personal.", Fuente: tramita},
	{Clave: PorPeticiones, Nombre: "Peticiones", Descripcion: "Lo muestran las peticiones de la población.", Fuente: detecta},
	{Clave: PorNorma, Nombre: "Cambio normativo", Descripcion: "Cambió una norma o un trámite.", Fuente: detecta},
}

// Fuentes lists the words of [Fuente].
func Fuentes() vocabulario.Tabla[Fuente] { return slices.Clone(fuentes) }

// ParseFuente reads a word of [Fuente]. The error wraps [vocabulario.ErrDesconocida].
func ParseFuente(s string) (Fuente, error) { return fuentes.Parse(s) }

// FormaJSON is the closed list.
func (Fuente) FormaJSON() forma.Forma { return fuentes.Forma() }

// Prioridad is how soon a need must be met.
type Prioridad string

// The words of [Prioridad].
const (
	Alta  Prioridad = "alta"
	Media Prioridad = "media"
	Baja  Prioridad = "baja"
)

var prioridades = vocabulario.Tabla[Prioridad]{
	{Clave: Alta, Nombre: "Alta", Descripcion: "Afecta la atención que ya se da.", Fuente: detecta},
	{Clave: Media, Nombre: "Media", Descripcion: "Conviene en el año.", Fuente: detecta},
	{Clave: Baja, Nombre: "Baja", Descripcion: "Puede esperar.", Fuente: detecta},
}

// Prioridades lists the words of [Prioridad].
func Prioridades() vocabulario.Tabla[Prioridad] { return slices.Clone(prioridades) }

// ParsePrioridad reads a word of [Prioridad]. The error wraps [vocabulario.ErrDesconocida].
func ParsePrioridad(s string) (Prioridad, error) { return prioridades.Parse(s) }

// FormaJSON is the closed list.
func (Prioridad) FormaJSON() forma.Forma { return prioridades.Forma() }

// Via is how a need is met.
type Via string

// The words of [Via].
const (
	Interna Via = "interna"
	Externa Via = "externa"
)

var vias = vocabulario.Tabla[Via]{
	{Clave: Interna, Nombre: "Interna", Descripcion: "Con un curso de un programa de la Dirección.", Fuente: detecta},
	{Clave: Externa, Nombre: "Externa", Descripcion: "Con un curso que se tramita ante otra instancia.", Fuente: tramita},
}

// Vias lists the words of [Via].
func Vias() vocabulario.Tabla[Via] { return slices.Clone(vias) }

// ParseVia reads a word of [Via]. The error wraps [vocabulario.ErrDesconocida].
func ParseVia(s string) (Via, error) { return vias.Parse(s) }

// FormaJSON is the closed list.
func (Via) FormaJSON() forma.Forma { return vias.Forma() }

// Modalidad is how an edition is given.
type Modalidad string

// The words of [Modalidad].
const (
	Presencial Modalidad = "presencial"
	EnLinea    Modalidad = "en_linea"
	Mixta      Modalidad = "mixta"
)

var modalidades = vocabulario.Tabla[Modalidad]{
	{Clave: Presencial, Nombre: "Presencial", Descripcion: "En una sede.", Fuente: deTrabajo},
	{Clave: EnLinea, Nombre: "En línea", Descripcion: "A distancia.", Fuente: deTrabajo},
	{Clave: Mixta, Nombre: "Mixta", Descripcion: "Unas sesiones en sede y otras a distancia.", Fuente: deTrabajo},
}

// Modalidades lists the words of [Modalidad].
func Modalidades() vocabulario.Tabla[Modalidad] { return slices.Clone(modalidades) }

// ParseModalidad reads a word of [Modalidad]. The error wraps [vocabulario.ErrDesconocida].
func ParseModalidad(s string) (Modalidad, error) { return modalidades.Parse(s) }

// FormaJSON is the closed list.
func (Modalidad) FormaJSON() forma.Forma { return modalidades.Forma() }

// Lugar is how a person stands in an edition.
type Lugar string

// The words of [Lugar].
const (
	Inscrita Lugar = "inscrita"
	EnEspera Lugar = "en_espera"
	DeBaja   Lugar = "de_baja"
)

var lugares = vocabulario.Tabla[Lugar]{
	{Clave: Inscrita, Nombre: "Inscrita", Descripcion: "Tiene lugar.", Fuente: imparte},
	{Clave: EnEspera, Nombre: "En espera", Descripcion: "Espera a que se libere un lugar.", Fuente: imparte},
	{Clave: DeBaja, Nombre: "De baja", Descripcion: "Dejó su lugar.", Fuente: imparte},
}

// Lugares lists the words of [Lugar].
func Lugares() vocabulario.Tabla[Lugar] { return slices.Clone(lugares) }

// ParseLugar reads a word of [Lugar]. The error wraps [vocabulario.ErrDesconocida].
func ParseLugar(s string) (Lugar, error) { return lugares.Parse(s) }

// FormaJSON is the closed list.
func (Lugar) FormaJSON() forma.Forma { return lugares.Forma() }

// Momento is when a test is taken.
type Momento string

// The words of [Momento].
const (
	Diagnostica Momento = "diagnostica"
	Final       Momento = "final"
)

var momentos = vocabulario.Tabla[Momento]{
	{Clave: Diagnostica, Nombre: "Diagnóstica", Descripcion: "Antes de la primera sesión; no acredita.", Fuente: pruebas},
	{Clave: Final, Nombre: "Final", Descripcion: "La que acredita.", Fuente: pruebas},
}

// Momentos lists the words of [Momento].
func Momentos() vocabulario.Tabla[Momento] { return slices.Clone(momentos) }

// ParseMomento reads a word of [Momento]. The error wraps [vocabulario.ErrDesconocida].
func ParseMomento(s string) (Momento, error) { return momentos.Parse(s) }

// FormaJSON is the closed list.
func (Momento) FormaJSON() forma.Forma { return momentos.Forma() }

// Resultado is how a person ended an edition.
type Resultado string

// The words of [Resultado].
const (
	Acredita   Resultado = "acredita"
	NoAcredita Resultado = "no_acredita"
)

var resultados = vocabulario.Tabla[Resultado]{
	{Clave: Acredita, Nombre: "Acredita", Descripcion: "Cumple con la asistencia y la calificación mínimas.", Fuente: pruebas},
	{Clave: NoAcredita, Nombre: "No acredita", Descripcion: "Le falta asistencia o calificación.", Fuente: pruebas},
}

// Resultados lists the words of [Resultado].
func Resultados() vocabulario.Tabla[Resultado] { return slices.Clone(resultados) }

// ParseResultado reads a word of [Resultado]. The error wraps [vocabulario.ErrDesconocida].
func ParseResultado(s string) (Resultado, error) { return resultados.Parse(s) }

// FormaJSON is the closed list.
func (Resultado) FormaJSON() forma.Forma { return resultados.Forma() }

// CausalDescarte is the ground on which a need is dismissed.
type CausalDescarte string

// The words of [CausalDescarte].
const (
	YaAtendida       CausalDescarte = "ya_atendida"
	NoEsCapacitacion CausalDescarte = "no_es_capacitacion"
	NoSostenida      CausalDescarte = "no_sostenida"
)

var causalesDescarte = vocabulario.Tabla[CausalDescarte]{
	{Clave: YaAtendida, Nombre: "Ya atendida", Descripcion: "Otro curso o programa la cubre.", Fuente: detecta},
	{Clave: NoEsCapacitacion, Nombre: "No es de capacitación", Descripcion: "La causa es de recursos, normas u organización.", Fuente: detecta},
	{Clave: NoSostenida, Nombre: "No sostenida", Descripcion: "Sus fuentes no la prueban.", Fuente: detecta},
}

// CausalesDescarte lists the words of [CausalDescarte].
func CausalesDescarte() vocabulario.Tabla[CausalDescarte] { return slices.Clone(causalesDescarte) }

// ParseCausalDescarte reads a word of [CausalDescarte]. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalDescarte(s string) (CausalDescarte, error) { return causalesDescarte.Parse(s) }

// FormaJSON is the closed list.
func (CausalDescarte) FormaJSON() forma.Forma { return causalesDescarte.Forma() }

// CausalCancelar is the ground on which an edition is not given.
type CausalCancelar string

// The words of [CausalCancelar].
const (
	SinCupoMinimo CausalCancelar = "sin_cupo_minimo"
	SinInstructor CausalCancelar = "sin_instructor"
	Contingencia  CausalCancelar = "contingencia"
)

var causalesCancelar = vocabulario.Tabla[CausalCancelar]{
	{Clave: SinCupoMinimo, Nombre: "Sin cupo mínimo", Descripcion: "No hubo participantes suficientes.", Fuente: imparte},
	{Clave: SinInstructor, Nombre: "Sin instructor", Descripcion: "No hay quien la imparta.", Fuente: imparte},
	{Clave: Contingencia, Nombre: "Contingencia", Descripcion: "Un hecho ajeno impide darla.", Fuente: imparte},
}

// CausalesCancelar lists the words of [CausalCancelar].
func CausalesCancelar() vocabulario.Tabla[CausalCancelar] { return slices.Clone(causalesCancelar) }

// ParseCausalCancelar reads a word of [CausalCancelar]. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalCancelar(s string) (CausalCancelar, error) { return causalesCancelar.Parse(s) }

// FormaJSON is the closed list.
func (CausalCancelar) FormaJSON() forma.Forma { return causalesCancelar.Forma() }

// CausalRevocar is the ground on which an accreditation is revoked.
type CausalRevocar string

// The words of [CausalRevocar].
const (
	ErrorDeExpedicion CausalRevocar = "error_de_expedicion"
	Fraude            CausalRevocar = "fraude"
)

var causalesRevocar = vocabulario.Tabla[CausalRevocar]{
	{Clave: ErrorDeExpedicion, Nombre: "Error de expedición", Descripcion: "Se expidió sin que se hubiera acreditado.", Fuente: autorizada},
	{Clave: Fraude, Nombre: "Suplantación o falsedad", Descripcion: "Otra persona presentó la evaluación o el documento es falso.", Fuente: autorizada},
}

// CausalesRevocar lists the words of [CausalRevocar].
func CausalesRevocar() vocabulario.Tabla[CausalRevocar] { return slices.Clone(causalesRevocar) }

// ParseCausalRevocar reads a word of [CausalRevocar]. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalRevocar(s string) (CausalRevocar, error) { return causalesRevocar.Parse(s) }

// FormaJSON is the closed list.
func (CausalRevocar) FormaJSON() forma.Forma { return causalesRevocar.Forma() }
