package grupo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// manual cites a function of the manual of the directorate, and regional one of
// the coordination of each OOAD, or a policy of its manual.
func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }
func regional(lugar string) norma.Cita { return norma.Cita{Norma: "G000-002-003", Lugar: lugar} }

var (
	fnNorma    = manual("7.1.3/3")
	fnCoordina = manual("7.1.3.1/3")
	fnReunion  = regional("7.1/8")
	politica53 = regional("5.3")
	politica57 = regional("5.7")
	politica59 = regional("5.9")
	deTrabajo  = norma.Configuracion("regla de trabajo; el manual no la fija")
	representa = norma.Cita{Norma: "LFPA", Lugar: "art. 19", Nota: "representación; de conocimiento general"}
	aviso      = norma.Cita{Norma: "LGPDPPSO", Lugar: "arts. 15, 16 y 20", Nota: "aviso de privacidad y datos mínimos"}
)

// Who may do what. In an OOAD the coordination does what no function names, as
// who attends the groups (rule 25); at the central level the Unit does. The
// Coordination assigns and supervises everywhere.
var (
	registra  = doe.Alguna("siade.grupos:registrar")
	ejecuta   = doe.Alguna("siade.grupos:ejecutar")
	sigue     = doe.Alguna("siade.grupos:seguir")
	asigna    = doe.Alguna("siade.grupos:atender", "siade.grupos:coordinar")
	supervisa = doe.Alguna("siade.grupos:supervisar", "siade.grupos:coordinar")
	analiza   = doe.Alguna("siade.grupos:analizar", "siade.grupos:coordinar")
	coordina  = doe.Alguna("siade.grupos:coordinar")
	administr = doe.Alguna("siade.grupos:administrar")

	// The medical and administrative areas with which petitions are attended.
	deArea  = []tramite.Contraparte{{Rol: doe.Area, Fuente: politica53}}
	deReloj = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// Guarda keeps the groups and requests of the central level.
const Guarda doe.ClaveUnidad = "doe-7.1.3.1"

// escalera is the ladder of a request, from who keeps it to the Unit.
func escalera(o doe.OOAD) []doe.ClaveUnidad {
	if o == doe.NivelCentral {
		return []doe.ClaveUnidad{Guarda, "doe-7.1.3"}
	}
	return []doe.ClaveUnidad{doe.CAOOD, Guarda, "doe-7.1.3"}
}

// ubicar gives what a regional coordination enters to it, and the rest to the
// central level.
func ubicar(a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	if a.Unidad.Regional() {
		return doe.CAOOD, a.OOAD
	}
	return Guarda, doe.NivelCentral
}

// Clase is the kind of a group.
type Clase string

// The kinds.
const (
	Sindicato     Clase = "sindicato"
	Jubilados     Clase = "jubilados_pensionados"
	Asociacion    Clase = "asociacion_civil"
	Campesina     Clase = "organizacion_campesina"
	Comite        Clase = "comite_usuarios"
	Camara        Clase = "camara_empresarial"
	Empresa       Clase = "empresa"
	PersonaFisica Clase = "patron_persona_fisica"
	Colectivo     Clase = "colectivo"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Sindicato, Nombre: "Sindicato", Descripcion: "Organización de personas trabajadoras con registro.", Fuente: deTrabajo},
	{Clave: Jubilados, Nombre: "Personas jubiladas y pensionadas", Descripcion: "Agrupación de quienes reciben una pensión.", Fuente: deTrabajo},
	{Clave: Asociacion, Nombre: "Asociación civil", Descripcion: "Asociación constituida ante notaría.", Fuente: deTrabajo},
	{Clave: Campesina, Nombre: "Organización campesina", Descripcion: "Ejido, comunidad u organización de personas productoras.", Fuente: deTrabajo},
	{Clave: Comite, Nombre: "Comité de personas usuarias", Descripcion: "Comité de quienes usan una unidad o un servicio.", Fuente: deTrabajo},
	{Clave: Camara, Nombre: "Cámara o confederación", Descripcion: "Organismo que agrupa a empresas.", Fuente: deTrabajo},
	{Clave: Empresa, Nombre: "Empresa", Descripcion: "Patrón persona moral, con RFC y registro patronal.", Fuente: deTrabajo},
	{Clave: PersonaFisica, Nombre: "Patrón persona física", Descripcion: "Persona física que emplea a otras, con registro patronal; su RFC se guarda aparte.", Fuente: deTrabajo},
	{Clave: Colectivo, Nombre: "Colectivo sin registro", Descripcion: "Personas que se organizan para un asunto, sin estar constituidas.", Fuente: deTrabajo},
}

// Clases lists the kinds of group.
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// FormaJSON is the closed list.
func (Clase) FormaJSON() forma.Forma { return clases.Forma() }

// Patron says whether the kind is of employers.
func (c Clase) Patron() bool { return c == Empresa || c == PersonaFisica }

// Documento is what proves that somebody speaks for a group.
type Documento string

// The documents.
const (
	ActaConstitutiva Documento = "acta_constitutiva"
	PoderNotarial    Documento = "poder_notarial"
	TomaDeNota       Documento = "toma_de_nota"
	ActaAsamblea     Documento = "acta_asamblea"
	CartaPoder       Documento = "carta_poder"
	Identificacion   Documento = "identificacion_oficial"
)

var documentos = vocabulario.Tabla[Documento]{
	{Clave: ActaConstitutiva, Nombre: "Acta constitutiva", Descripcion: "Instrumento que constituye a la persona moral y nombra a quien la representa.", Fuente: deTrabajo},
	{Clave: PoderNotarial, Nombre: "Poder notarial", Descripcion: "Poder otorgado ante notaría.", Fuente: deTrabajo},
	{Clave: TomaDeNota, Nombre: "Toma de nota", Descripcion: "Constancia de la directiva de un sindicato.", Fuente: deTrabajo},
	{Clave: ActaAsamblea, Nombre: "Acta de asamblea", Descripcion: "Acta en que quienes integran el grupo nombran a quien lo representa.", Fuente: deTrabajo},
	{Clave: CartaPoder, Nombre: "Carta poder", Descripcion: "Carta firmada por quien otorga, quien acepta y dos testigos.", Fuente: representa},
	{Clave: Identificacion, Nombre: "Identificación oficial", Descripcion: "De quien actúa por su propio derecho.", Fuente: deTrabajo},
}

// Documentos lists what proves a representation.
func Documentos() vocabulario.Tabla[Documento] { return slices.Clone(documentos) }

// ParseDocumento reads a document. The error wraps [vocabulario.ErrDesconocida].
func ParseDocumento(s string) (Documento, error) { return documentos.Parse(s) }

// FormaJSON is the closed list.
func (Documento) FormaJSON() forma.Forma { return documentos.Forma() }

// Medio is how a request came, or a report was delivered.
type Medio string

// The means.
const (
	PorOficio   Medio = "oficio"
	EnPersona   Medio = "en_persona"
	PorCorreo   Medio = "correo"
	PorTelefono Medio = "telefono"
)

var medios = vocabulario.Tabla[Medio]{
	{Clave: PorOficio, Nombre: "Escrito u oficio", Descripcion: "Por escrito, con acuse.", Fuente: politica57},
	{Clave: EnPersona, Nombre: "En persona", Descripcion: "De palabra, en la coordinación o en un módulo.", Fuente: politica57},
	{Clave: PorCorreo, Nombre: "Correo electrónico", Descripcion: "Por correo electrónico.", Fuente: politica57},
	{Clave: PorTelefono, Nombre: "Teléfono", Descripcion: "Por teléfono.", Fuente: politica57},
}

// Medios lists the means.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// FormaJSON is the closed list.
func (Medio) FormaJSON() forma.Forma { return medios.Forma() }

// Modalidad is how a meeting is held.
type Modalidad string

// The ways.
const (
	Presencial Modalidad = "presencial"
	Virtual    Modalidad = "virtual"
	Mixta      Modalidad = "mixta"
)

var modalidades = vocabulario.Tabla[Modalidad]{
	{Clave: Presencial, Nombre: "Presencial", Descripcion: "En un lugar.", Fuente: fnReunion},
	{Clave: Virtual, Nombre: "Virtual", Descripcion: "Por videoconferencia.", Fuente: fnReunion},
	{Clave: Mixta, Nombre: "Mixta", Descripcion: "En un lugar y por videoconferencia.", Fuente: fnReunion},
}

// Modalidades lists the ways of meeting.
func Modalidades() vocabulario.Tabla[Modalidad] { return slices.Clone(modalidades) }

// ParseModalidad reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseModalidad(s string) (Modalidad, error) { return modalidades.Parse(s) }

// FormaJSON is the closed list.
func (Modalidad) FormaJSON() forma.Forma { return modalidades.Forma() }

// Trato is what a meeting decides on a demand.
type Trato string

// The ways to treat a demand.
const (
	// Resuelta: answered there and then.
	Resuelta Trato = "resuelta"
	// APeticion: it is to be registered as a petition.
	APeticion Trato = "peticion"
	// AAcuerdo: an agreement is to be made of it.
	AAcuerdo Trato = "acuerdo"
	// NoProcede: it cannot be granted.
	NoProcede Trato = "no_procede"
	// NoCompete: it is not of the Institute.
	NoCompete Trato = "no_compete"
	// Pospuesta: it waits for another meeting.
	Pospuesta Trato = "pospuesta"
)

var tratos = vocabulario.Tabla[Trato]{
	{Clave: Resuelta, Nombre: "Resuelta", Descripcion: "Se contestó y resolvió ahí mismo.", Fuente: fnReunion},
	{Clave: APeticion, Nombre: "Como petición", Descripcion: "Se registra en SIADE como petición que nace de la solicitud, o se liga a la ya registrada.", Fuente: politica57},
	{Clave: AAcuerdo, Nombre: "Con un acuerdo", Descripcion: "Se acuerda qué se hará, quién y para cuándo.", Fuente: fnReunion},
	{Clave: NoProcede, Nombre: "No procede", Descripcion: "No puede concederse; se dice por qué.", Fuente: fnReunion},
	{Clave: NoCompete, Nombre: "No compete", Descripcion: "No es del Instituto; se dice de quién.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
	{Clave: Pospuesta, Nombre: "Pospuesta", Descripcion: "Queda para otra reunión.", Fuente: fnReunion},
}

// Tratos lists the ways to treat a demand.
func Tratos() vocabulario.Tabla[Trato] { return slices.Clone(tratos) }

// ParseTrato reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseTrato(s string) (Trato, error) { return tratos.Parse(s) }

// FormaJSON is the closed list.
func (Trato) FormaJSON() forma.Forma { return tratos.Forma() }

// Situacion is how a demand stands.
type Situacion string

// The situations.
const (
	PorTratar    Situacion = "por_tratar"
	PorRegistrar Situacion = "por_registrar"
	PorAcordar   Situacion = "por_acordar"
	EnPeticion   Situacion = "en_peticion"
	EnAcuerdo    Situacion = "en_acuerdo"
	Terminada    Situacion = "terminada"
)

var situaciones = vocabulario.Tabla[Situacion]{
	{Clave: PorTratar, Nombre: "Por tratar", Descripcion: "Espera una reunión o una respuesta.", Fuente: deTrabajo},
	{Clave: PorRegistrar, Nombre: "Por registrar", Descripcion: "Se dijo que sería petición, y falta registrarla.", Fuente: politica57},
	{Clave: PorAcordar, Nombre: "Por acordar", Descripcion: "Se dijo que habría acuerdo, y falta levantarlo.", Fuente: fnReunion},
	{Clave: EnPeticion, Nombre: "En petición", Descripcion: "La recoge una petición que no ha terminado.", Fuente: politica57},
	{Clave: EnAcuerdo, Nombre: "En acuerdo", Descripcion: "La recoge un acuerdo que no ha terminado.", Fuente: fnReunion},
	{Clave: Terminada, Nombre: "Terminada", Descripcion: "Ya tiene resultado.", Fuente: deTrabajo},
}

// Situaciones lists how a demand may stand.
func Situaciones() vocabulario.Tabla[Situacion] { return slices.Clone(situaciones) }

// ParseSituacion reads a situation. The error wraps [vocabulario.ErrDesconocida].
func ParseSituacion(s string) (Situacion, error) { return situaciones.Parse(s) }

// FormaJSON is the closed list.
func (Situacion) FormaJSON() forma.Forma { return situaciones.Forma() }

// Resultado is how a demand ended.
type Resultado string

// The results.
const (
	Atendida       Resultado = "atendida"
	PorPeticion    Resultado = "peticion_concluida"
	PorAcuerdo     Resultado = "acuerdo_cumplido"
	SinCumplir     Resultado = "acuerdo_sin_cumplir"
	Improcedente   Resultado = "no_procede"
	DeOtro         Resultado = "no_compete"
	RetiradaPorSus Resultado = "retirada"
)

var resultados = vocabulario.Tabla[Resultado]{
	{Clave: Atendida, Nombre: "Atendida", Descripcion: "Se resolvió en la reunión o con una respuesta directa.", Fuente: fnReunion},
	{Clave: PorPeticion, Nombre: "Petición concluida", Descripcion: "Concluyó la petición que la recogía.", Fuente: politica57},
	{Clave: PorAcuerdo, Nombre: "Acuerdo cumplido", Descripcion: "Se cumplió el acuerdo.", Fuente: fnReunion},
	{Clave: SinCumplir, Nombre: "Acuerdo sin cumplir", Descripcion: "El acuerdo se incumplió o se canceló.", Fuente: fnReunion},
	{Clave: Improcedente, Nombre: "No procede", Descripcion: "No pudo concederse.", Fuente: fnReunion},
	{Clave: DeOtro, Nombre: "No compete", Descripcion: "No era del Instituto.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
	{Clave: RetiradaPorSus, Nombre: "Retirada", Descripcion: "El grupo la retiró.", Fuente: deTrabajo},
}

// Resultados lists how a demand may end.
func Resultados() vocabulario.Tabla[Resultado] { return slices.Clone(resultados) }

// ParseResultado reads a result. The error wraps [vocabulario.ErrDesconocida].
func ParseResultado(s string) (Resultado, error) { return resultados.Parse(s) }

// FormaJSON is the closed list.
func (Resultado) FormaJSON() forma.Forma { return resultados.Forma() }

// CausalRechazo is why a request is not attended.
type CausalRechazo string

// The grounds to reject a request.
const (
	SinRepresentacion CausalRechazo = "sin_representacion"
	NoEsDelInstituto  CausalRechazo = "incompetencia"
	SinMateria        CausalRechazo = "sin_materia"
	Repetida          CausalRechazo = "repetida"
	Inasistencia      CausalRechazo = "inasistencia"
)

var causalesRechazo = vocabulario.Tabla[CausalRechazo]{
	{Clave: SinRepresentacion, Nombre: "Sin representación", Descripcion: "Nadie acredita representar al grupo, y no lo acreditó cuando se le pidió.", Fuente: representa},
	{Clave: NoEsDelInstituto, Nombre: "Incompetencia", Descripcion: "Nada de lo que se pide es del Instituto.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
	{Clave: SinMateria, Nombre: "Sin materia", Descripcion: "Lo pedido ya se resolvió o dejó de existir.", Fuente: deTrabajo},
	{Clave: Repetida, Nombre: "Repetida", Descripcion: "Otra solicitud del mismo grupo, que se dice cuál es, pide lo mismo.", Fuente: deTrabajo},
	{Clave: Inasistencia, Nombre: "Inasistencia", Descripcion: "El grupo faltó a dos reuniones.", Fuente: deTrabajo},
}

// CausalesRechazo lists the grounds.
func CausalesRechazo() vocabulario.Tabla[CausalRechazo] { return slices.Clone(causalesRechazo) }

// ParseCausalRechazo reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalRechazo(s string) (CausalRechazo, error) { return causalesRechazo.Parse(s) }

// FormaJSON is the closed list.
func (CausalRechazo) FormaJSON() forma.Forma { return causalesRechazo.Forma() }

// CausalCambio is why a meeting is moved or called off.
type CausalCambio string

// The grounds to move a meeting.
const (
	LoPideElGrupo CausalCambio = "lo_pide_el_grupo"
	LoPideElArea  CausalCambio = "lo_pide_el_area"
	SinSede       CausalCambio = "sin_sede"
	Contingencia  CausalCambio = "contingencia"
	YaNoHaceFalta CausalCambio = "ya_no_hace_falta"
)

var causalesCambio = vocabulario.Tabla[CausalCambio]{
	{Clave: LoPideElGrupo, Nombre: "Lo pide el grupo", Descripcion: "El grupo pide otra fecha o que no se celebre.", Fuente: deTrabajo},
	{Clave: LoPideElArea, Nombre: "Lo pide un área", Descripcion: "Un área convocada no puede asistir y su presencia es necesaria.", Fuente: politica53},
	{Clave: SinSede, Nombre: "Sin sede", Descripcion: "La sede o el enlace dejaron de estar disponibles.", Fuente: deTrabajo},
	{Clave: Contingencia, Nombre: "Contingencia", Descripcion: "Emergencia que impide celebrarla.", Fuente: deTrabajo},
	{Clave: YaNoHaceFalta, Nombre: "Ya no hace falta", Descripcion: "Lo que iba a tratarse terminó antes.", Fuente: deTrabajo},
}

// CausalesCambio lists the grounds.
func CausalesCambio() vocabulario.Tabla[CausalCambio] { return slices.Clone(causalesCambio) }

// ParseCausalCambio reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalCambio(s string) (CausalCambio, error) { return causalesCambio.Parse(s) }

// FormaJSON is the closed list.
func (CausalCambio) FormaJSON() forma.Forma { return causalesCambio.Forma() }
