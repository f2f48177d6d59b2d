package modulo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// ColeccionMovimientos is the path of the movements.
const ColeccionMovimientos = "movimientos-taod"

// The states of a movement.
const (
	Solicitado tramite.Estado = "solicitado"
	// Observado: the central unit asked for corrections.
	Observado tramite.Estado = "observado"
	// Avalado: endorsed, and its day has not come.
	Avalado tramite.Estado = "avalado"
	// EnEfecto: a temporary one that runs.
	EnEfecto tramite.Estado = "en_efecto"
	// Concluido: it took effect and, if temporary, ended.
	Concluido tramite.Estado = "concluido"
	Negado    tramite.Estado = "negado"
	// SinEfecto: its day came and it could not be.
	SinEfecto   tramite.Estado = "sin_efecto"
	Desistido   tramite.Estado = "desistido"
	MaxTemporal                = 366
)

// The deadlines of a movement.
const (
	PlazoAval    = "aval"
	PlazoEfecto  = "efecto"
	PlazoRegreso = "regreso"
	PlazoSubsana = "correccion"
)

// Clase is the kind of a movement.
type Clase string

// The kinds.
const (
	Alta       Clase = "alta"
	Baja       Clase = "baja"
	Permanente Clase = "cambio_permanente"
	Temporal   Clase = "cambio_temporal"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Alta, Nombre: "Alta", Descripcion: "Una persona empieza a prestar servicio en una plaza.", Fuente: fnAutoriza},
	{Clave: Baja, Nombre: "Baja", Descripcion: "Una persona deja de prestar servicio y su plaza queda vacante.", Fuente: fnAutoriza},
	{Clave: Permanente, Nombre: "Cambio permanente", Descripcion: "Una persona pasa a otra plaza, que desde entonces es la suya.", Fuente: fnAutoriza},
	{Clave: Temporal, Nombre: "Cambio temporal", Descripcion: "Una persona cubre otra plaza por un tiempo, conserva la suya y regresa a ella.", Fuente: fnAutoriza},
}

// Clases lists the kinds of movement.
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// FormaJSON is the closed list.
func (Clase) FormaJSON() forma.Forma { return clases.Forma() }

// Razon is why a movement is asked for.
type Razon string

// The reasons.
const (
	Cobertura    Razon = "cobertura_de_vacante"
	Demanda      Razon = "demanda_de_atencion"
	APeticion    Razon = "a_peticion_de_la_persona"
	Incapacidad  Razon = "incapacidad_o_licencia"
	Jubilacion   Razon = "jubilacion"
	Renuncia     Razon = "renuncia"
	Fallecida    Razon = "fallecimiento"
	CierreModulo Razon = "cierre_de_modulo"
	OtroServicio Razon = "cambio_de_area"
)

var razones = vocabulario.Tabla[Razon]{
	{Clave: Cobertura, Nombre: "Cobertura de vacante", Descripcion: "Se cubre una plaza vacante.", Fuente: fnCoordina},
	{Clave: Demanda, Nombre: "Demanda de atención", Descripcion: "El módulo de destino tiene más demanda.", Fuente: fnCoordina},
	{Clave: APeticion, Nombre: "A petición de la persona", Descripcion: "Lo pide quien se mueve.", Fuente: deTrabajo},
	{Clave: Incapacidad, Nombre: "Incapacidad o licencia", Descripcion: "Se cubre a quien está de incapacidad o licencia.", Fuente: deTrabajo},
	{Clave: Jubilacion, Nombre: "Jubilación", Descripcion: "La persona se jubila.", Fuente: deTrabajo},
	{Clave: Renuncia, Nombre: "Renuncia", Descripcion: "La persona renuncia.", Fuente: deTrabajo},
	{Clave: Fallecida, Nombre: "Fallecimiento", Descripcion: "La persona falleció.", Fuente: deTrabajo},
	{Clave: CierreModulo, Nombre: "Cierre de módulo", Descripcion: "Cierra el módulo en que está.", Fuente: deTrabajo},
	{Clave: OtroServicio, Nombre: "Cambio de área", Descripcion: "La persona pasa a un área ajena a la atención y orientación.", Fuente: deTrabajo},
}

// Razones lists the reasons of a movement.
func Razones() vocabulario.Tabla[Razon] { return slices.Clone(razones) }

// ParseRazon reads a reason. The error wraps [vocabulario.ErrDesconocida].
func ParseRazon(s string) (Razon, error) { return razones.Parse(s) }

// FormaJSON is the closed list.
func (Razon) FormaJSON() forma.Forma { return razones.Forma() }

// CausalNegativa is the ground on which the endorsement is refused.
type CausalNegativa string

// The grounds of refusal.
const (
	DejaSinAtencion CausalNegativa = "deja_sin_atencion"
	SinPerfilPuesto CausalNegativa = "sin_perfil"
	PlazaComprom    CausalNegativa = "plaza_comprometida"
	SinJustificar   CausalNegativa = "sin_justificacion"
)

var negativas = vocabulario.Tabla[CausalNegativa]{
	{Clave: DejaSinAtencion, Nombre: "Deja sin atención", Descripcion: "El módulo de origen queda sin quien atienda en su horario y no se dice cómo se cubre.", Fuente: fnAutoriza},
	{Clave: SinPerfilPuesto, Nombre: "Sin perfil", Descripcion: "La persona no reúne el perfil del puesto.", Fuente: fnPerfil},
	{Clave: PlazaComprom, Nombre: "Plaza comprometida", Descripcion: "La plaza se destina a otra cobertura.", Fuente: fnCoordina},
	{Clave: SinJustificar, Nombre: "Sin justificación", Descripcion: "La solicitud no justifica la necesidad.", Fuente: fnSolicita},
}

// Negativas lists the grounds of refusal.
func Negativas() vocabulario.Tabla[CausalNegativa] { return slices.Clone(negativas) }

// ParseCausalNegativa reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalNegativa(s string) (CausalNegativa, error) { return negativas.Parse(s) }

// FormaJSON is the closed list.
func (CausalNegativa) FormaJSON() forma.Forma { return negativas.Forma() }

// Impedimento is why a movement could not take effect on its day.
type Impedimento string

// The impediments.
const (
	NoEsta        Impedimento = "persona_no_disponible"
	PlazaTomada   Impedimento = "plaza_tomada"
	ModuloCerrado Impedimento = "modulo_cerrado"
)

var impedimentos = vocabulario.Tabla[Impedimento]{
	{Clave: NoEsta, Nombre: "Persona no disponible", Descripcion: "La persona causó baja, o ya no está en la plaza de la que saldría.", Fuente: deTrabajo},
	{Clave: PlazaTomada, Nombre: "Plaza tomada", Descripcion: "La plaza ya no existe o alguien la tomó antes.", Fuente: deTrabajo},
	{Clave: ModuloCerrado, Nombre: "Módulo cerrado", Descripcion: "El módulo de destino cerró en definitiva.", Fuente: deTrabajo},
}

// Impedimentos lists why a movement may not take effect.
func Impedimentos() vocabulario.Tabla[Impedimento] { return slices.Clone(impedimentos) }

// ParseImpedimento reads an impediment. The error wraps [vocabulario.ErrDesconocida].
func ParseImpedimento(s string) (Impedimento, error) { return impedimentos.Parse(s) }

// FormaJSON is the closed list.
func (Impedimento) FormaJSON() forma.Forma { return impedimentos.Forma() }

// Lugar is a post of a desk.
type Lugar struct {
	Modulo string `json:"modulo" validate:"required,max=60" doc:"Folio del módulo" example:"MAO-2026-14-0000002-X"`
	Plaza  string `json:"plaza" validate:"required,max=40" doc:"Clave de la plaza" example:"14-0001235"`
}

// Solicitud is what the regional coordination asks for.
type Solicitud struct {
	Clase   Clase  `json:"clase" validate:"required" doc:"Clase de movimiento" example:"cambio_temporal"`
	Tecnico string `json:"tecnico" validate:"required,max=60" doc:"Folio de la persona TAOD" example:"TAOD-2026-14-0000001-X"`
	// A is where the person goes; nowhere in a [Baja].
	A     *Lugar      `json:"a,omitempty" validate:"omitempty" doc:"Plaza de destino; ninguna en la baja"`
	Desde fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en que surte efecto; en la baja, el primero sin servicio" example:"2026-03-16"`
	// Hasta is the last day of a [Temporal].
	Hasta     fecha.Fecha `json:"hasta,omitzero" doc:"Último día, en el cambio temporal" example:"2026-06-30"`
	Razon     Razon       `json:"razon" validate:"required" doc:"Por qué" example:"incapacidad_o_licencia"`
	Motivo    string      `json:"motivo" validate:"required,min=10,max=2000" doc:"Justificación" example:"La titular de la plaza tiene licencia hasta fin de junio."`
	Documento string      `json:"documento" validate:"required,max=200" doc:"Oficio con que se solicita" example:"Oficio CAOD-14/0087/2026"`
	// Cobertura is how the desk left behind will be staffed.
	Cobertura string `json:"cobertura,omitempty" validate:"omitempty,max=1000" doc:"Cómo se cubre el módulo de origen, si queda sin nadie a alguna hora" example:"La UMF 2 presta una persona los viernes por la tarde."`

	// De is the post left, fixed when it is asked for.
	De *Lugar `json:"de,omitempty" hecho:"true" doc:"Plaza de la que sale"`
	// Descubierto is when the desk left behind would have nobody.
	Descubierto []Hueco `json:"descubierto,omitempty" hecho:"true" doc:"Horas de servicio en que el módulo de origen quedaría sin nadie"`
}

// Observacion is what the central unit asks to be corrected.
type Observacion struct {
	Texto string `json:"texto" validate:"required,min=5,max=2000" doc:"Qué debe corregirse o aclararse" example:"Falta decir cómo se cubre el módulo los viernes."`
	Dias  int    `json:"dias" validate:"min=1,max=30" doc:"Días hábiles para corregir" example:"5"`
	tramite.Autoria
}

// Analisis is what the national liaison says of a request.
type Analisis struct {
	Texto       string `json:"texto" validate:"required,min=10,max=4000" doc:"Análisis de cobertura y demanda" example:"El módulo de destino atiende al doble por persona que el de origen."`
	Recomendada bool   `json:"recomienda,omitempty" doc:"Si recomienda avalarlo" example:"true"`
	tramite.Autoria
}

// Resolucion is the outcome of the endorsement.
type Resolucion struct {
	Oficio string         `json:"oficio" doc:"Oficio de la resolución" example:"Oficio 7.1.3/0099/2026"`
	Causal CausalNegativa `json:"causal,omitempty" doc:"Por qué se niega"`
	Motivo string         `json:"motivo,omitempty" doc:"Razones"`
	// Desde is the earliest day on which it may be asked for again.
	Desde fecha.Fecha `json:"nueva_desde,omitzero" doc:"Desde qué día puede solicitarse de nuevo, si se negó"`
	// Condicion is how the desk left without people is staffed.
	Condicion string `json:"condicion,omitempty" doc:"Condición con que se avala"`
	tramite.Autoria
}

// Movimiento is a change in where an attendant works.
type Movimiento struct {
	tramite.Cabecera
	Solicitud
	Observaciones []Observacion `json:"observaciones,omitempty" doc:"Observaciones de la unidad central"`
	Analisis      []Analisis    `json:"analisis,omitempty" doc:"Análisis del enlace nacional"`
	Resolucion    *Resolucion   `json:"resolucion,omitempty" doc:"Resolución del aval técnico"`
	Avisos        []fecha.Fecha `json:"avisos,omitempty" doc:"Días en que el reloj avisó que el aval no se había resuelto"`
	Efectivo      fecha.Fecha   `json:"efectivo,omitzero" doc:"Día en que surtió efecto"`
	Terminado     fecha.Fecha   `json:"terminado,omitzero" doc:"Último día del cambio temporal"`
	Impedimento   Impedimento   `json:"impedimento,omitempty" doc:"Por qué no surtió efecto"`
	Motivo        string        `json:"motivo_fin,omitempty" doc:"Por qué se desistió o terminó antes"`
}
