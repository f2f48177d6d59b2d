package acuerdo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a meeting.
const (
	Convocada tramite.Estado = "convocada"
	// Celebrada: held, without minutes yet.
	Celebrada  tramite.Estado = "celebrada"
	EnRevision tramite.Estado = "en_revision"
	PorFirmar  tramite.Estado = "por_firmar"
	// Concluida: signed; its agreements live on their own.
	Concluida        tramite.Estado = "concluida"
	ReunionCancelada tramite.Estado = "cancelada"
)

// Autoria says who left a fact in the record, for which organ, and on what
// day. The event has the rest.
type Autoria struct {
	Por    string          `json:"por,omitempty" hecho:"true" doc:"Quién" example:"titular-7.1.5"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad de quien actuó"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano de quien actuó, si es contraparte"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día" example:"2026-03-02"`
}

func autoria(s tramite.Suceso) Autoria {
	return Autoria{Por: s.Actor.Sub, Unidad: s.Actor.Unidad, Organo: s.Actor.Organo, Dia: s.Dia}
}

// Invitacion is who is convened: an organ or a unit.
type Invitacion struct {
	Unidad   doe.ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40,excluded_with=Organo" doc:"Unidad de la Dirección" example:"doe-7.1.3"`
	Organo   doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Órgano ajeno a la Dirección" example:"ooad-14"`
	Caracter Caracter        `json:"caracter" validate:"required,oneof=presidencia secretaria vocal invitado" doc:"Con qué carácter" example:"vocal"`
	// Rol is the part that the organ plays as a counterpart, Tipo its kind.
	Rol  doe.Rol        `json:"rol,omitempty" hecho:"true" doc:"Papel del órgano como contraparte" example:"evaluado"`
	Tipo doe.TipoOrgano `json:"tipo,omitempty" hecho:"true" doc:"Clase de órgano" example:"ooad"`
}

// Clave identifies who is convened: the key of the organ or of the unit.
func (i Invitacion) Clave() string {
	if i.Organo != "" {
		return string(i.Organo)
	}
	return string(i.Unidad)
}

// Convocado is who is convened, with what it answered and did.
type Convocado struct {
	Invitacion
	Confirmacion *Confirmacion `json:"confirmacion,omitempty" doc:"Si confirmó que asiste"`
	Asistencia   *Asistente    `json:"asistencia,omitempty" doc:"Asistencia"`
	Revision     *Revision     `json:"revision,omitempty" doc:"Qué dijo de la última versión de la minuta"`
	Firma        *Firma        `json:"firma,omitempty" doc:"Firma de la minuta"`
}

// Confirmacion is the answer to a convocation.
type Confirmacion struct {
	Asiste bool `json:"asiste" doc:"Si asistirá" example:"true"`
	// Suplente and Documento say who comes in the head's place.
	Suplente  string `json:"suplente,omitempty" validate:"omitempty,max=200" doc:"Cargo de quien asistirá en suplencia" example:"Jefatura de Servicios de Prestaciones Médicas"`
	Documento string `json:"documento,omitempty" validate:"omitempty,max=200,required_with=Suplente" doc:"Documento de la suplencia" example:"Oficio 14/0215/2026"`
	Autoria
}

// Asistente is the attendance of one of those convened.
type Asistente struct {
	Convocado string `json:"convocado" validate:"required,max=60" doc:"Clave del órgano o de la unidad" example:"ooad-14"`
	// Cargo is the post of who attends.
	Cargo string `json:"cargo" validate:"required,max=200" doc:"Cargo de quien asiste" example:"Titular del OOAD"`
	// Suplente says that it is a stand-in, by the Documento.
	Suplente  bool   `json:"suplente,omitempty" doc:"Si asiste en suplencia" example:"false"`
	Documento string `json:"documento,omitempty" validate:"omitempty,max=200" doc:"Documento de la suplencia" example:"Oficio 14/0215/2026"`
}

// Tema is a topic of the agenda.
type Tema struct {
	Clave string `json:"clave" doc:"Clave" example:"T1"`
	Propuesta
	// Aceptado is empty until resolved.
	Estado EstadoTema `json:"estado" validate:"oneof=propuesto aceptado no_aceptado" doc:"Si se aceptó" example:"aceptado"`
	Motivo string     `json:"motivo,omitempty" doc:"Por qué"`
	// Resumen is what was said of it, or why it was not dealt with.
	Resumen string `json:"resumen,omitempty" doc:"Qué se trató"`
}

// EstadoTema is whether a topic is on the agenda.
type EstadoTema string

// The states of a topic.
const (
	Propuesto  EstadoTema = "propuesto"
	Aceptado   EstadoTema = "aceptado"
	NoAceptado EstadoTema = "no_aceptado"
)

// Diferimiento is a date that a meeting had and lost.
type Diferimiento struct {
	De     fecha.Instante `json:"de" doc:"Inicio que tenía" example:"2026-03-12T16:00:00.000000Z"`
	Motivo string         `json:"motivo" doc:"Por qué se difirió"`
	Autoria
}

// Computo is the count of a call to order.
type Computo struct {
	// Convocatoria is 1 or 2.
	Convocatoria int            `json:"convocatoria" doc:"Primera o segunda" example:"1"`
	Inicio       fecha.Instante `json:"inicio" doc:"Hora en que se pasó lista"`
	ConVoto      int            `json:"con_voto" doc:"Convocados con voto" example:"6"`
	Presentes    int            `json:"presentes" doc:"Presentes con voto" example:"5"`
	Requeridos   int            `json:"requeridos" doc:"Presentes que se requieren" example:"4"`
	Presidencia  bool           `json:"presidencia" doc:"Si asistió la presidencia o su suplente" example:"true"`
	Hay          bool           `json:"hay" doc:"Si hubo quórum" example:"true"`
	Fuente       norma.Cita     `json:"fuente" doc:"De dónde sale la regla"`
}

// Revision is what an attendee says of a version of the minutes.
type Revision struct {
	Estado EstadoRevision `json:"estado" validate:"oneof=pendiente conforme observada vencida" doc:"Cómo está su revisión" example:"pendiente"`
	// Desde is the day its term counts from.
	Desde fecha.Fecha `json:"desde" doc:"Día desde el que corre su término" example:"2026-03-13"`
	Dia   fecha.Fecha `json:"dia,omitzero" doc:"Día en que respondió o venció"`
}

// EstadoRevision is how the review of an attendee stands.
type EstadoRevision string

// The states of a review. One that lapses is taken for conformity.
const (
	RevisionPendiente EstadoRevision = "pendiente"
	RevisionConforme  EstadoRevision = "conforme"
	RevisionObservada EstadoRevision = "observada"
	RevisionVencida   EstadoRevision = "vencida"
)

// Minuta is a version of the minutes.
type Minuta struct {
	Numero int     `json:"numero" doc:"Versión" example:"1"`
	Texto  string  `json:"texto" doc:"Desarrollo de la reunión"`
	Pactos []Pacto `json:"pactos,omitempty" doc:"Acuerdos y compromisos"`
	Dias   int     `json:"dias" doc:"Días hábiles para revisarla" example:"3"`
	Autoria
}

// Observacion is a remark on the minutes.
type Observacion struct {
	Clave   string `json:"clave" doc:"Clave" example:"O1"`
	Version int    `json:"version" doc:"Versión observada" example:"1"`
	Texto   string `json:"texto" doc:"Qué se observa"`
	Autoria
	// Respuesta is how a later version answered it, AtendidaEn which one.
	Respuesta  string `json:"respuesta,omitempty" doc:"Cómo se atendió"`
	AtendidaEn int    `json:"atendida_en,omitempty" doc:"Versión que la atiende"`
}

// Firma is the signature of an attendee, or why it lacks.
type Firma struct {
	// Falta is why it did not sign; empty when it did.
	Falta string `json:"falta,omitempty" doc:"Por qué no firmó"`
	Autoria
}

// Analisis is a technical note on a meeting or on an agreement.
type Analisis struct {
	Texto string `json:"texto" validate:"required,min=10,max=4000" doc:"Análisis y áreas de oportunidad" example:"El desabasto se concentra en tres unidades; conviene revisar su calendario de entrega."`
	// Sustento are the norms it rests on, Destinatario the level it is for.
	Sustento     []string `json:"sustento,omitempty" validate:"omitempty,max=20,unique,dive,required,max=300" doc:"Normas en que se sustenta"`
	Destinatario string   `json:"destinatario,omitempty" validate:"omitempty,max=200" doc:"Nivel al que se dirige" example:"Titular de la Dirección"`
	Autoria
}

// Cierre is a reason to end something without its outcome.
type Cierre struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Motivo" example:"Los asuntos se resolvieron por oficio."`
	Autoria
}

// VistoBueno is the approval of a superior before the meeting.
type VistoBueno struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Indicaciones" example:"Agregue el avance por OOAD."`
	Autoria
}

// Reunion is a meeting, from its convocation to its signed minutes.
type Reunion struct {
	tramite.Cabecera
	Clase     Clase          `json:"clase" doc:"Clase de reunión" example:"multidisciplinaria"`
	Titulo    string         `json:"titulo" doc:"Título" example:"Abasto de medicamentos en el primer nivel"`
	Modalidad Modalidad      `json:"modalidad" doc:"Cómo se celebra" example:"mixta"`
	Inicio    fecha.Instante `json:"inicio" doc:"Inicio convocado vigente" example:"2026-03-12T16:00:00.000000Z"`
	// PrimerInicio is the first one, kept whatever is deferred.
	PrimerInicio fecha.Instante `json:"primer_inicio" doc:"Primer inicio convocado" example:"2026-03-12T16:00:00.000000Z"`
	Lugar        string         `json:"lugar,omitempty" doc:"Lugar"`
	Enlace       string         `json:"enlace,omitempty" doc:"Dirección de la videoconferencia"`
	Urgencia     string         `json:"urgencia,omitempty" doc:"Por qué se convoca sin la anticipación debida"`
	// Comite and Ejercicio name the book, Libro its folio, Acta the number
	// that the book gave to the minutes.
	Comite          string         `json:"comite,omitempty" doc:"Comité o junta cuyo libro lleva" example:"comite-evaluacion"`
	Ejercicio       int            `json:"ejercicio" doc:"Año" example:"2026"`
	Libro           string         `json:"libro,omitempty" doc:"Folio del libro de actas"`
	Acta            int            `json:"acta,omitempty" doc:"Número del acta en su libro" example:"3"`
	Convocados      []Convocado    `json:"convocados" doc:"A quiénes se convoca"`
	Temas           []Tema         `json:"temas,omitempty" doc:"Orden del día y temas propuestos"`
	VistoBueno      *VistoBueno    `json:"visto_bueno,omitempty" doc:"Visto bueno del superior"`
	Diferimientos   []Diferimiento `json:"diferimientos,omitempty" doc:"Fechas anteriores"`
	Computos        []Computo      `json:"computos,omitempty" doc:"Pases de lista; el último decide"`
	Minutas         []Minuta       `json:"minutas,omitempty" doc:"Versiones de la minuta"`
	Observaciones   []Observacion  `json:"observaciones,omitempty" doc:"Observaciones a la minuta"`
	Analisis        []Analisis     `json:"analisis,omitempty" doc:"Notas de análisis"`
	Suscripcion     *Autoria       `json:"suscripcion,omitempty" doc:"Quién suscribió los acuerdos"`
	MotivoCancelada *Cierre        `json:"motivo_cancelada,omitempty" doc:"Por qué se canceló"`
}

// convocado is the place of who is convened, by its key; -1 when it is not.
func (r Reunion) convocado(clave string) int {
	return slices.IndexFunc(r.Convocados, func(c Convocado) bool { return c.Clave() == clave })
}

// mia is the place of the actor among those convened.
func (r Reunion) mia(a doe.Actor) int {
	if a.Organo != "" {
		return r.convocado(string(a.Organo))
	}
	return r.convocado(string(a.Unidad))
}

func (r Reunion) tema(clave string) int {
	return slices.IndexFunc(r.Temas, func(t Tema) bool { return t.Clave == clave })
}

// UltimaMinuta is the version of the minutes in force.
func (r Reunion) UltimaMinuta() (Minuta, bool) {
	if n := len(r.Minutas); n > 0 {
		return r.Minutas[n-1], true
	}
	return Minuta{}, false
}

// Quorum is the last count; false before any.
func (r Reunion) Quorum() (Computo, bool) {
	if n := len(r.Computos); n > 0 {
		return r.Computos[n-1], true
	}
	return Computo{}, false
}

// sinFirma lists the attendees with a vote that have neither signed nor said
// why.
func (r Reunion) sinFirma() []string {
	var out []string
	for _, c := range r.Convocados {
		if c.Caracter.Vota() && c.Asistencia != nil && c.Firma == nil {
			out = append(out, c.Clave())
		}
	}
	return out
}

// revisada says whether nobody owes its review and no remark waits.
func (r Reunion) revisada() bool {
	for _, c := range r.Convocados {
		if c.Revision != nil && (c.Revision.Estado == RevisionPendiente || c.Revision.Estado == RevisionObservada) {
			return false
		}
	}
	return true
}

// pendientes lists the keys of the remarks not answered yet.
func (r Reunion) pendientes() []string {
	var out []string
	for _, o := range r.Observaciones {
		if o.AtendidaEn == 0 {
			out = append(out, o.Clave)
		}
	}
	return out
}
