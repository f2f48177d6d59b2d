package supervision

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }

var (
	elaborar = manual("7.1.3.1.4/8")
	aplicar  = manual("7.1.3.1.4/9")
	seguir   = manual("7.1.3.1.4/10")
	aprobar  = manual("7.1.3/11")
	implanta = manual("7.1.3.1/10")
	atender  = norma.Cita{Norma: "G000-002-003", Lugar: "7.1/10"}

	deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")
)

// Modalidad is how a visit is made.
type Modalidad string

// The ways to visit.
const (
	Presencial Modalidad = "presencial"
	Virtual    Modalidad = "virtual"
)

var modalidades = vocabulario.Tabla[Modalidad]{
	{Clave: Presencial, Nombre: "Presencial", Descripcion: "El equipo acude al sitio.", Fuente: deTrabajo},
	{Clave: Virtual, Nombre: "Virtual", Descripcion: "El equipo la hace a distancia, con quien atiende el sitio.", Fuente: deTrabajo},
}

// Modalidades lists the ways to visit.
func Modalidades() vocabulario.Tabla[Modalidad] { return slices.Clone(modalidades) }

// ParseModalidad reads a way to visit. The error wraps [vocabulario.ErrDesconocida].
func ParseModalidad(s string) (Modalidad, error) { return modalidades.Parse(s) }

// FormaJSON is the closed list.
func (Modalidad) FormaJSON() forma.Forma { return modalidades.Forma() }

// Base is why a site is in the programme.
type Base string

// The reasons to visit a site.
const (
	PorRotacion     Base = "rotacion"
	PorResultados   Base = "resultados"
	PorReincidencia Base = "reincidencia"
	PorPeticiones   Base = "peticiones"
	Extraordinaria  Base = "extraordinaria"
)

var bases = vocabulario.Tabla[Base]{
	{Clave: PorRotacion, Nombre: "Rotación", Descripcion: "Le toca por el tiempo que lleva sin visita.", Fuente: deTrabajo},
	{Clave: PorResultados, Nombre: "Resultados", Descripcion: "Sus indicadores o su última cédula lo piden.", Fuente: deTrabajo},
	{Clave: PorReincidencia, Nombre: "Reincidencia", Descripcion: "Repitió observaciones de una visita anterior.", Fuente: deTrabajo},
	{Clave: PorPeticiones, Nombre: "Peticiones", Descripcion: "Lo que la población pide o reclama ahí.", Fuente: deTrabajo},
	{Clave: Extraordinaria, Nombre: "Extraordinaria", Descripcion: "No estaba en el programa autorizado y se incorporó después.", Fuente: aprobar},
}

// Bases lists the reasons to visit a site.
func Bases() vocabulario.Tabla[Base] { return slices.Clone(bases) }

// ParseBase reads a reason. The error wraps [vocabulario.ErrDesconocida].
func ParseBase(s string) (Base, error) { return bases.Parse(s) }

// FormaJSON is the closed list.
func (Base) FormaJSON() forma.Forma { return bases.Forma() }

// Papel is what a person does in the team of a visit.
type Papel string

// The parts in a team.
const (
	Responsable Papel = "responsable"
	Integrante  Papel = "integrante"
)

var papeles = vocabulario.Tabla[Papel]{
	{Clave: Responsable, Nombre: "Responsable", Descripcion: "Conduce la visita y levanta el acta.", Fuente: aplicar},
	{Clave: Integrante, Nombre: "Integrante", Descripcion: "Aplica la cédula con quien conduce.", Fuente: aplicar},
}

// Papeles lists the parts in a team.
func Papeles() vocabulario.Tabla[Papel] { return slices.Clone(papeles) }

// ParsePapel reads a part. The error wraps [vocabulario.ErrDesconocida].
func ParsePapel(s string) (Papel, error) { return papeles.Parse(s) }

// FormaJSON is the closed list.
func (Papel) FormaJSON() forma.Forma { return papeles.Forma() }

// Respuesta is what was found of a criterion.
type Respuesta string

// The answers to a criterion.
const (
	Cumple   Respuesta = "cumple"
	EnParte  Respuesta = "cumple_parcialmente"
	NoCumple Respuesta = "no_cumple"
	NoAplica Respuesta = "no_aplica"
)

var respuestas = vocabulario.Tabla[Respuesta]{
	{Clave: Cumple, Nombre: "Cumple", Descripcion: "Vale todo su peso.", Fuente: deTrabajo},
	{Clave: EnParte, Nombre: "Cumple parcialmente", Descripcion: "Vale la mitad de su peso.", Fuente: deTrabajo},
	{Clave: NoCumple, Nombre: "No cumple", Descripcion: "No vale nada y da lugar a una observación.", Fuente: deTrabajo},
	{Clave: NoAplica, Nombre: "No aplica", Descripcion: "Su peso se reparte entre los demás criterios.", Fuente: deTrabajo},
}

// Respuestas lists the answers.
func Respuestas() vocabulario.Tabla[Respuesta] { return slices.Clone(respuestas) }

// ParseRespuesta reads an answer. The error wraps [vocabulario.ErrDesconocida].
func ParseRespuesta(s string) (Respuesta, error) { return respuestas.Parse(s) }

// FormaJSON is the closed list.
func (Respuesta) FormaJSON() forma.Forma { return respuestas.Forma() }

// Gravedad is how serious an observation is.
type Gravedad string

// The gravities, from the least.
const (
	Leve     Gravedad = "leve"
	Moderada Gravedad = "moderada"
	Grave    Gravedad = "grave"
)

var gravedades = vocabulario.Tabla[Gravedad]{
	{Clave: Leve, Nombre: "Leve", Descripcion: "No afecta la atención; conviene corregirlo.", Fuente: deTrabajo},
	{Clave: Moderada, Nombre: "Moderada", Descripcion: "Afecta la calidad de la atención.", Fuente: deTrabajo},
	{Clave: Grave, Nombre: "Grave", Descripcion: "Impide la atención o falta a una norma.", Fuente: deTrabajo},
}

// Gravedades lists the gravities, from the least.
func Gravedades() vocabulario.Tabla[Gravedad] { return slices.Clone(gravedades) }

// ParseGravedad reads a gravity. The error wraps [vocabulario.ErrDesconocida].
func ParseGravedad(s string) (Gravedad, error) { return gravedades.Parse(s) }

// FormaJSON is the closed list.
func (Gravedad) FormaJSON() forma.Forma { return gravedades.Forma() }

// menor says whether a gravity is less than another.
func (g Gravedad) menor(o Gravedad) bool {
	orden := gravedades.Claves()
	return slices.Index(orden, string(g)) < slices.Index(orden, string(o))
}

// Situacion is how a visit of the programme stands.
type Situacion string

// How a visit of the programme stands.
const (
	Pendiente   Situacion = "pendiente"
	Convocada   Situacion = "programada"
	Realizada   Situacion = "realizada"
	NoRealizada Situacion = "cancelada"
)

var situaciones = vocabulario.Tabla[Situacion]{
	{Clave: Pendiente, Nombre: "Pendiente", Descripcion: "Está en el programa y no se ha abierto.", Fuente: implanta},
	{Clave: Convocada, Nombre: "Programada", Descripcion: "Tiene expediente, con fechas y equipo.", Fuente: implanta},
	{Clave: Realizada, Nombre: "Realizada", Descripcion: "Su acta quedó firmada o con la negativa asentada.", Fuente: implanta},
	{Clave: NoRealizada, Nombre: "Cancelada", Descripcion: "No se hará, con su causal.", Fuente: implanta},
}

// Situaciones lists how a visit of the programme may stand.
func Situaciones() vocabulario.Tabla[Situacion] { return slices.Clone(situaciones) }

// ParseSituacion reads it. The error wraps [vocabulario.ErrDesconocida].
func ParseSituacion(s string) (Situacion, error) { return situaciones.Parse(s) }

// FormaJSON is the closed list.
func (Situacion) FormaJSON() forma.Forma { return situaciones.Forma() }

// EstadoObservacion is how an observation stands.
type EstadoObservacion string

// How an observation stands.
const (
	PorAtender EstadoObservacion = "por_atender"
	Respondida EstadoObservacion = "respondida"
	Devuelta   EstadoObservacion = "devuelta"
	Aceptada   EstadoObservacion = "aceptada"
	SinEfecto  EstadoObservacion = "sin_efecto"
)

var estadosObservacion = vocabulario.Tabla[EstadoObservacion]{
	{Clave: PorAtender, Nombre: "Por atender", Descripcion: "El OOAD debe su atención.", Fuente: atender},
	{Clave: Respondida, Nombre: "Respondida", Descripcion: "Quien supervisó debe revisar la atención.", Fuente: seguir},
	{Clave: Devuelta, Nombre: "Devuelta", Descripcion: "La atención no bastó; el OOAD la debe de nuevo.", Fuente: seguir},
	{Clave: Aceptada, Nombre: "Aceptada", Descripcion: "Quien supervisó la dio por atendida.", Fuente: seguir},
	{Clave: SinEfecto, Nombre: "Sin efecto", Descripcion: "Quien supervisó la retiró, con su causal.", Fuente: aplicar},
}

// EstadosObservacion lists how an observation may stand.
func EstadosObservacion() vocabulario.Tabla[EstadoObservacion] {
	return slices.Clone(estadosObservacion)
}

// ParseEstadoObservacion reads it. The error wraps [vocabulario.ErrDesconocida].
func ParseEstadoObservacion(s string) (EstadoObservacion, error) { return estadosObservacion.Parse(s) }

// FormaJSON is the closed list.
func (EstadoObservacion) FormaJSON() forma.Forma { return estadosObservacion.Forma() }

// CausalCancelar is the ground on which a visit is not made, or is moved.
type CausalCancelar string

// The grounds to cancel or to move a visit.
const (
	Contingencia CausalCancelar = "contingencia"
	SinEquipo    CausalCancelar = "sin_equipo"
	SitioCerrado CausalCancelar = "sitio_cerrado"
	DuplicaOtra  CausalCancelar = "duplica_otra"
)

var causalesCancelar = vocabulario.Tabla[CausalCancelar]{
	{Clave: Contingencia, Nombre: "Contingencia", Descripcion: "Un hecho ajeno impide acudir o atender la visita.", Fuente: implanta},
	{Clave: SinEquipo, Nombre: "Sin equipo", Descripcion: "No hay personal o medios para hacerla.", Fuente: implanta},
	{Clave: SitioCerrado, Nombre: "Sitio cerrado", Descripcion: "El sitio dejó de dar el servicio.", Fuente: implanta},
	{Clave: DuplicaOtra, Nombre: "Duplica otra", Descripcion: "Otra revisión del mismo sitio cubre lo mismo en el periodo.", Fuente: implanta},
}

// CausalesCancelar lists the grounds to cancel or to move a visit.
func CausalesCancelar() vocabulario.Tabla[CausalCancelar] { return slices.Clone(causalesCancelar) }

// ParseCausalCancelar reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalCancelar(s string) (CausalCancelar, error) { return causalesCancelar.Parse(s) }

// FormaJSON is the closed list.
func (CausalCancelar) FormaJSON() forma.Forma { return causalesCancelar.Forma() }

// CausalDevolver is the ground on which an attention is not accepted.
type CausalDevolver string

// The grounds to return an attention.
const (
	EvidenciaInsuficiente CausalDevolver = "evidencia_insuficiente"
	EvidenciaAjena        CausalDevolver = "evidencia_ajena"
	AccionIncompleta      CausalDevolver = "accion_incompleta"
	NoCorrige             CausalDevolver = "no_corrige"
)

var causalesDevolver = vocabulario.Tabla[CausalDevolver]{
	{Clave: EvidenciaInsuficiente, Nombre: "Evidencia insuficiente", Descripcion: "Lo que se exhibe no prueba la acción.", Fuente: seguir},
	{Clave: EvidenciaAjena, Nombre: "Evidencia ajena", Descripcion: "Lo que se exhibe es de otro sitio, periodo o asunto.", Fuente: seguir},
	{Clave: AccionIncompleta, Nombre: "Acción incompleta", Descripcion: "Se hizo solo una parte de lo recomendado.", Fuente: seguir},
	{Clave: NoCorrige, Nombre: "No corrige", Descripcion: "La acción no remedia lo observado.", Fuente: seguir},
}

// CausalesDevolver lists the grounds to return an attention.
func CausalesDevolver() vocabulario.Tabla[CausalDevolver] { return slices.Clone(causalesDevolver) }

// ParseCausalDevolver reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalDevolver(s string) (CausalDevolver, error) { return causalesDevolver.Parse(s) }

// FormaJSON is the closed list.
func (CausalDevolver) FormaJSON() forma.Forma { return causalesDevolver.Forma() }

// CausalRetiro is the ground on which an observation is left without effect.
type CausalRetiro string

// The grounds to leave an observation without effect.
const (
	ErrorDeHecho CausalRetiro = "error_de_hecho"
	SinMateria   CausalRetiro = "sin_materia"
	NoLeCompete  CausalRetiro = "no_le_compete"
)

var causalesRetiro = vocabulario.Tabla[CausalRetiro]{
	{Clave: ErrorDeHecho, Nombre: "Error de hecho", Descripcion: "Se asentó algo que no ocurría.", Fuente: aplicar},
	{Clave: SinMateria, Nombre: "Sin materia", Descripcion: "El sitio cerró o la obligación dejó de existir.", Fuente: aplicar},
	{Clave: NoLeCompete, Nombre: "No le compete", Descripcion: "Corregirlo toca a otra área, a la que se dirige.", Fuente: aplicar},
}

// CausalesRetiro lists the grounds to leave an observation without effect.
func CausalesRetiro() vocabulario.Tabla[CausalRetiro] { return slices.Clone(causalesRetiro) }

// ParseCausalRetiro reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalRetiro(s string) (CausalRetiro, error) { return causalesRetiro.Parse(s) }

// FormaJSON is the closed list.
func (CausalRetiro) FormaJSON() forma.Forma { return causalesRetiro.Forma() }
