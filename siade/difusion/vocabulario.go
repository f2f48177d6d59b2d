package difusion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }
func regional(lugar string) norma.Cita { return norma.Cita{Norma: "G000-002-003", Lugar: lugar} }

var (
	fnProgramas = manual("7.1.3.1.2/9")
	fnCalidad   = manual("7.1.3/4")
	fnProactiva = regional("7.1/3")
	fnTrato     = regional("7.1/4")
	politica57  = regional("5.7")
	deTrabajo   = norma.Configuracion("regla de trabajo; el manual no la fija")
)

// Who may do what: each OOAD programs and holds its own, the divisions that
// diffuse and that coordinate special programmes any.
var (
	programa  = doe.Alguna("siade.difusion:difundir", "siade.difusion:coordinar")
	realiza   = doe.Alguna("siade.difusion:orientar", "siade.difusion:ejecutar", "siade.difusion:coordinar")
	supervisa = doe.Alguna("siade.difusion:supervisar", "siade.difusion:coordinar")
	coordina  = doe.Alguna("siade.difusion:coordinar")
	elabora   = doe.Alguna("siade.difusion:elaborar")
	autoriza  = doe.Alguna("siade.difusion:autorizar")
	difunde   = doe.Alguna("siade.difusion:difundir")

	deReloj = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// Guarda keeps the protocols and the activities of the central level, and Rama
// is the one whose line sees them.
const (
	Guarda doe.ClaveUnidad = "doe-7.1.3.1.3"
	Rama   doe.ClaveUnidad = "doe-7.1.3"
)

// The deadlines.
const (
	// PlazoRealizacion: the activity is held on its day.
	PlazoRealizacion = "realizacion"
	// PlazoInforme: its reach is told, from the day it was held.
	PlazoInforme = "informe"
	// PlazoObservacion: what a review observed is corrected.
	PlazoObservacion = "observacion"
	// PlazoLectura: an OOAD confirms that a protocol was read.
	PlazoLectura = "lectura"
	// PlazoBalance: what an appearance brought is attended.
	PlazoBalance = "balance"
	// PlazoAutorizacion: the protocol is decided on.
	PlazoAutorizacion = "autorizacion"
)

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion(nota)}}
}

// No function sets a number of days.
var terminos = plazo.Tabla{
	habiles(PlazoInforme, 5, "término para informar el alcance de una actividad"),
	habiles(PlazoBalance, 30, "término para atender lo que trajo una aparición en medios"),
	habiles(PlazoObservacion, 5, "término para corregir lo observado"),
	habiles(PlazoLectura, 10, "término para confirmar la lectura de un protocolo"),
	habiles(PlazoAutorizacion, 10, "término para decidir sobre un protocolo"),
}

// Terminos lists the terms.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// Clase is the kind of an activity.
type Clase string

// The kinds.
const (
	// Evento: people come to be oriented.
	Evento Clase = "evento"
	// Jornada: attendants look for people in waiting rooms.
	Jornada Clase = "jornada_proactiva"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Evento, Nombre: "Evento de orientación", Descripcion: "Feria, plática, taller u otro acto al que acuden las personas.", Fuente: fnProgramas},
	{Clave: Jornada, Nombre: "Jornada de orientación proactiva", Descripcion: "Recorrido del personal TAOD que busca a las personas usuarias en salas y áreas de espera.", Fuente: fnProactiva},
}

// Clases lists the kinds.
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// FormaJSON is the closed list.
func (Clase) FormaJSON() forma.Forma { return clases.Forma() }

// Turno is the shift of a round.
type Turno string

// The shifts.
const (
	Matutino   Turno = "matutino"
	Vespertino Turno = "vespertino"
	Nocturno   Turno = "nocturno"
)

var turnos = vocabulario.Tabla[Turno]{
	{Clave: Matutino, Nombre: "Matutino", Descripcion: "Por la mañana.", Fuente: deTrabajo},
	{Clave: Vespertino, Nombre: "Vespertino", Descripcion: "Por la tarde.", Fuente: deTrabajo},
	{Clave: Nocturno, Nombre: "Nocturno", Descripcion: "Por la noche.", Fuente: deTrabajo},
}

// Turnos lists the shifts.
func Turnos() vocabulario.Tabla[Turno] { return slices.Clone(turnos) }

// ParseTurno reads a shift. The error wraps [vocabulario.ErrDesconocida].
func ParseTurno(s string) (Turno, error) { return turnos.Parse(s) }

// FormaJSON is the closed list.
func (Turno) FormaJSON() forma.Forma { return turnos.Forma() }

// Poblacion is a kind of people to whom an activity is addressed.
type Poblacion string

// The kinds of people.
const (
	Asegurada    Poblacion = "asegurada"
	Beneficiaria Poblacion = "beneficiaria"
	Pensionada   Poblacion = "pensionada"
	Patronal     Poblacion = "patronal"
	Estudiantil  Poblacion = "estudiantil"
	Indigena     Poblacion = "indigena"
	Discapacidad Poblacion = "con_discapacidad"
	Abierta      Poblacion = "abierta"
	Interna      Poblacion = "personal_imss"
)

var poblaciones = vocabulario.Tabla[Poblacion]{
	{Clave: Asegurada, Nombre: "Personas aseguradas", Descripcion: "Quienes cotizan.", Fuente: deTrabajo},
	{Clave: Beneficiaria, Nombre: "Personas beneficiarias", Descripcion: "Familiares de quien cotiza o recibe pensión.", Fuente: deTrabajo},
	{Clave: Pensionada, Nombre: "Personas pensionadas y jubiladas", Descripcion: "Quienes reciben una pensión.", Fuente: deTrabajo},
	{Clave: Patronal, Nombre: "Patrones", Descripcion: "Quienes emplean.", Fuente: deTrabajo},
	{Clave: Estudiantil, Nombre: "Estudiantes", Descripcion: "Quienes estudian y tienen derecho a atención.", Fuente: deTrabajo},
	{Clave: Indigena, Nombre: "Pueblos indígenas", Descripcion: "Comunidades y personas hablantes de una lengua indígena.", Fuente: deTrabajo},
	{Clave: Discapacidad, Nombre: "Personas con discapacidad", Descripcion: "Quienes viven con una discapacidad, y quienes las cuidan.", Fuente: deTrabajo},
	{Clave: Abierta, Nombre: "Población abierta", Descripcion: "Quien acuda, tenga o no derecho.", Fuente: deTrabajo},
	{Clave: Interna, Nombre: "Personal del Instituto", Descripcion: "Quienes trabajan en el Instituto.", Fuente: deTrabajo},
}

// Poblaciones lists the kinds of people.
func Poblaciones() vocabulario.Tabla[Poblacion] { return slices.Clone(poblaciones) }

// ParsePoblacion reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParsePoblacion(s string) (Poblacion, error) { return poblaciones.Parse(s) }

// FormaJSON is the closed list.
func (Poblacion) FormaJSON() forma.Forma { return poblaciones.Forma() }

// Causal is why an activity is moved or not held.
type Causal string

// The grounds.
const (
	SinSede      Causal = "sin_sede"
	SinPersonal  Causal = "sin_personal"
	SinMaterial  Causal = "sin_material"
	Contingencia Causal = "contingencia"
	SinPublico   Causal = "sin_publico"
	OtraFecha    Causal = "otra_fecha"
)

var causales = vocabulario.Tabla[Causal]{
	{Clave: SinSede, Nombre: "Sin sede", Descripcion: "La sede dejó de estar disponible.", Fuente: deTrabajo},
	{Clave: SinPersonal, Nombre: "Sin personal", Descripcion: "No hay quien atienda.", Fuente: deTrabajo},
	{Clave: SinMaterial, Nombre: "Sin material", Descripcion: "El material no llegó.", Fuente: deTrabajo},
	{Clave: Contingencia, Nombre: "Contingencia", Descripcion: "Emergencia sanitaria, fenómeno natural u otro riesgo.", Fuente: deTrabajo},
	{Clave: SinPublico, Nombre: "Sin público", Descripcion: "No acudió nadie, o la población a que se dirigía no está.", Fuente: deTrabajo},
	{Clave: OtraFecha, Nombre: "Otra fecha", Descripcion: "Lo pide la sede o quien convoca con la coordinación.", Fuente: deTrabajo},
}

// Causales lists the grounds.
func Causales() vocabulario.Tabla[Causal] { return slices.Clone(causales) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return causales.Parse(s) }

// FormaJSON is the closed list.
func (Causal) FormaJSON() forma.Forma { return causales.Forma() }
