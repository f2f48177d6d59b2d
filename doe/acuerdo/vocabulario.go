package acuerdo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// manual cites a function of the manual of the directorate.
func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }

var (
	fnPlanear   = manual("7.1/14")
	fnSoluciona = manual("7.1.5/4")
	fnSeguir    = manual("7.1.5.1/2")
	fnTemas     = manual("7.1.5.1/4")
	fnDocumenta = manual("7.1.5.1/5")
	fnEnlaces   = manual("7.1.5.1/9")
	fnNacional  = manual("7.1.1.6/9")
	fnConcertar = manual("7.1.1/7")
	fnDireccion = manual("7.1.4/2")
	fnJunta     = norma.Cita{Norma: "G000-002-003", Lugar: "7.1/9"}
	deTrabajo   = norma.Configuracion("regla de trabajo; el manual no la fija")
)

// Clase is the kind of a meeting.
type Clase string

// The kinds.
const (
	// Multidisciplinaria: with normative directorates and OOAD, to settle
	// operating problems.
	Multidisciplinaria Clase = "multidisciplinaria"
	// Nacional and Regional: with the heads, or the liaisons, of the OOAD.
	Nacional Clase = "nacional"
	Regional Clase = "regional"
	// Comite: a session of a committee.
	Comite Clase = "comite"
	// Junta: a governing-body meeting of an OOAD or of a UMAE.
	Junta Clase = "junta_gobierno"
)

var clases = vocabulario.Tabla[Clase]{
	{Clave: Multidisciplinaria, Nombre: "Reunión multidisciplinaria", Descripcion: "Con direcciones normativas y órganos desconcentrados u operativos, para resolver problemas de la operación.", Fuente: fnPlanear},
	{Clave: Nacional, Nombre: "Reunión nacional", Descripcion: "Con las personas titulares o los enlaces de los OOAD de todo el país.", Fuente: fnNacional},
	{Clave: Regional, Nombre: "Reunión regional", Descripcion: "Con las personas titulares o los enlaces de algunos OOAD.", Fuente: fnNacional},
	{Clave: Comite, Nombre: "Sesión de comité", Descripcion: "Sesión de un comité que lleva libro de actas.", Fuente: manual("7.1.1.6/11")},
	{Clave: Junta, Nombre: "Junta de gobierno", Descripcion: "Junta de gobierno de un OOAD o de una UMAE, cuyos acuerdos sigue su coordinación de atención y orientación.", Fuente: fnJunta},
}

// Clases lists the kinds of meeting.
func Clases() vocabulario.Tabla[Clase] { return slices.Clone(clases) }

// ParseClase reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return clases.Parse(s) }

// Modalidad is how a meeting is held.
type Modalidad string

// The ways.
const (
	Presencial Modalidad = "presencial"
	Virtual    Modalidad = "virtual"
	Mixta      Modalidad = "mixta"
)

var modalidades = vocabulario.Tabla[Modalidad]{
	{Clave: Presencial, Nombre: "Presencial", Descripcion: "En un lugar.", Fuente: fnNacional},
	{Clave: Virtual, Nombre: "Virtual", Descripcion: "Por videoconferencia.", Fuente: fnNacional},
	{Clave: Mixta, Nombre: "Mixta", Descripcion: "En un lugar y por videoconferencia.", Fuente: fnNacional},
}

// Modalidades lists the ways of holding a meeting.
func Modalidades() vocabulario.Tabla[Modalidad] { return slices.Clone(modalidades) }

// ParseModalidad reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseModalidad(s string) (Modalidad, error) { return modalidades.Parse(s) }

// Caracter is the part of who is convened.
type Caracter string

// The parts. Who presides and who is a member vote.
const (
	Preside    Caracter = "presidencia"
	Secretaria Caracter = "secretaria"
	Vocal      Caracter = "vocal"
	Invitado   Caracter = "invitado"
)

var caracteres = vocabulario.Tabla[Caracter]{
	{Clave: Preside, Nombre: "Presidencia", Descripcion: "Preside, con voto.", Fuente: deTrabajo},
	{Clave: Secretaria, Nombre: "Secretaría", Descripcion: "Levanta la minuta, sin voto.", Fuente: deTrabajo},
	{Clave: Vocal, Nombre: "Vocal", Descripcion: "Participa con voto.", Fuente: deTrabajo},
	{Clave: Invitado, Nombre: "Invitada o invitado", Descripcion: "Participa sin voto.", Fuente: deTrabajo},
}

// Caracteres lists the parts.
func Caracteres() vocabulario.Tabla[Caracter] { return slices.Clone(caracteres) }

// ParseCaracter reads a part. The error wraps [vocabulario.ErrDesconocida].
func ParseCaracter(s string) (Caracter, error) { return caracteres.Parse(s) }

// Vota says whether that part counts for the quorum.
func (c Caracter) Vota() bool { return c == Preside || c == Vocal }

// Origen is what an agreement is born of.
type Origen string

// The origins.
const (
	// DeReunion: of the minutes of a meeting.
	DeReunion Origen = "reunion"
	// DeSuperior: agreed with a superior of the line.
	DeSuperior Origen = "superior"
	// DeConcertacion: agreed with organs outside the units.
	DeConcertacion Origen = "concertacion"
	// DeExpediente: of the record of another trámite, which takes note of it.
	DeExpediente Origen = "expediente"
)

var origenes = vocabulario.Tabla[Origen]{
	{Clave: DeReunion, Nombre: "Reunión", Descripcion: "Nace de la minuta de una reunión.", Fuente: fnPlanear},
	{Clave: DeSuperior, Nombre: "Acuerdo con un superior", Descripcion: "Se acuerda con un superior de la línea de adscripción.", Fuente: fnDireccion},
	{Clave: DeConcertacion, Nombre: "Concertación", Descripcion: "Se pacta con órganos ajenos a las unidades de la Dirección.", Fuente: fnConcertar},
	{Clave: DeExpediente, Nombre: "Otro expediente", Descripcion: "Nace del expediente de otro trámite, que toma nota de él; ese expediente lo crea.", Fuente: deTrabajo},
}

// Origenes lists the origins.
func Origenes() vocabulario.Tabla[Origen] { return slices.Clone(origenes) }

// ParseOrigen reads an origin. The error wraps [vocabulario.ErrDesconocida].
func ParseOrigen(s string) (Origen, error) { return origenes.Parse(s) }

// Causa is why an agreement is stalled.
type Causa string

// The causes.
const (
	FaltaRecursos   Causa = "falta_de_recursos"
	FaltaNorma      Causa = "falta_de_norma"
	DependeDeOtro   Causa = "depende_de_otra_area"
	FaltaDefinicion Causa = "falta_de_definicion"
	CausaExterna    Causa = "causa_externa"
)

var causas = vocabulario.Tabla[Causa]{
	{Clave: FaltaRecursos, Nombre: "Falta de recursos", Descripcion: "Faltan personal, dinero o medios.", Fuente: deTrabajo},
	{Clave: FaltaNorma, Nombre: "Falta de norma", Descripcion: "La norma no existe o lo impide.", Fuente: deTrabajo},
	{Clave: DependeDeOtro, Nombre: "Depende de otra área", Descripcion: "Otra área debe hacer algo antes.", Fuente: deTrabajo},
	{Clave: FaltaDefinicion, Nombre: "Falta de definición", Descripcion: "No está claro qué se acordó o quién lo hace.", Fuente: deTrabajo},
	{Clave: CausaExterna, Nombre: "Causa externa", Descripcion: "Una causa ajena al Instituto lo detiene.", Fuente: deTrabajo},
}

// Causas lists the causes of a stall.
func Causas() vocabulario.Tabla[Causa] { return slices.Clone(causas) }

// ParseCausa reads a cause. The error wraps [vocabulario.ErrDesconocida].
func ParseCausa(s string) (Causa, error) { return causas.Parse(s) }

// Grado is how far an agreement was fulfilled.
type Grado string

// The grades.
const (
	Total      Grado = "total"
	Sustancial Grado = "sustancial"
	Parcial    Grado = "parcial"
	Minimo     Grado = "minimo"
	Nulo       Grado = "nulo"
)

var grados = vocabulario.Tabla[Grado]{
	{Clave: Total, Nombre: "Total", Descripcion: "Se verificó todo lo acordado.", Fuente: deGrado},
	{Clave: Sustancial, Nombre: "Sustancial", Descripcion: "Se verificó lo principal: ochenta por ciento o más.", Fuente: deGrado},
	{Clave: Parcial, Nombre: "Parcial", Descripcion: "Se verificó la mitad o más.", Fuente: deGrado},
	{Clave: Minimo, Nombre: "Mínimo", Descripcion: "Se verificó algo, menos de la mitad.", Fuente: deGrado},
	{Clave: Nulo, Nombre: "Nulo", Descripcion: "No se verificó avance.", Fuente: deGrado},
}

var deGrado = norma.Configuracion("grados de cumplimiento; 7.1.5.1/3 y 7.1.6/14 piden decir y evaluar el cumplimiento sin fijarlos")

// Grados lists the grades, the highest first.
func Grados() vocabulario.Tabla[Grado] { return slices.Clone(grados) }

// ParseGrado reads a grade. The error wraps [vocabulario.ErrDesconocida].
func ParseGrado(s string) (Grado, error) { return grados.Parse(s) }

// Escalon is the least verified progress of a grade.
type Escalon struct {
	Grado Grado              `json:"grado"`
	Desde tramite.Centesimas `json:"desde"`
	// Cumple says whether who reaches it fulfilled the agreement.
	Cumple bool `json:"cumple"`
}

var escala = []Escalon{
	{Total, tramite.Entero, true}, {Sustancial, 8000, true}, {Parcial, 5000, false}, {Minimo, 1, false}, {Nulo, 0, false},
}

// Escala lists the least progress of each grade, the highest first.
func Escala() []Escalon { return slices.Clone(escala) }

// GradoDe is the grade of some verified progress, in hundredths of a per cent.
func GradoDe(avance tramite.Centesimas) Escalon {
	for _, e := range escala {
		if avance >= e.Desde {
			return e
		}
	}
	return escala[len(escala)-1]
}
