package opinion

import (
	"errors"
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// ErrVocablo is wrapped by every error about a text that is no word of a
// vocabulary of this package.
var ErrVocablo = errors.New("unknown word")

// Vocablo defines a word of a closed vocabulary.
type Vocablo[T ~string] struct {
	Clave T
	// Nombre and Descripcion are what a person reads, in Spanish.
	Nombre, Descripcion string
	Fuente              norma.Cita
}

func parse[T ~string](vs []Vocablo[T], s string) (T, error) {
	i := slices.IndexFunc(vs, func(v Vocablo[T]) bool { return string(v.Clave) == s })
	if i < 0 {
		return "", fmt.Errorf("%w: not one of the %d known", ErrVocablo, len(vs))
	}
	return vs[i].Clave, nil
}

// Origen is the way by which a request arrives.
type Origen string

// The ways (function 7.1.4.1.2/6).
const (
	// SAO: the automated opinion system of the interior ministry.
	SAO Origen = "sao_segob"
	// Comision: a committee of a federal chamber or of the Comisión Permanente.
	Comision Origen = "comision"
	// CongresoLocal: the congress of a state.
	CongresoLocal Origen = "congreso_local"
)

var recibirAnalizar = manual("7.1.4.1.2/6")

var origenes = []Vocablo[Origen]{
	{SAO, "Sistema Automatizado de Opinión", "Solicitud que la Secretaría de Gobernación hace por su sistema.", recibirAnalizar},
	{Comision, "Comisión del Congreso", "Solicitud de una comisión de alguna cámara federal o de la Comisión Permanente.", recibirAnalizar},
	{CongresoLocal, "Congreso local", "Solicitud del congreso de una entidad federativa.", recibirAnalizar},
}

// Origenes lists the ways.
func Origenes() []Vocablo[Origen] { return slices.Clone(origenes) }

// ParseOrigen reads a way. The error wraps [ErrVocablo].
func ParseOrigen(s string) (Origen, error) { return parse(origenes, s) }

// Camara is where a matter is being dealt with.
type Camara string

// The chambers.
const (
	Diputados  Camara = "diputados"
	Senado     Camara = "senado"
	Permanente Camara = "comision_permanente"
	// Local is the congress of the state that the matter names.
	Local Camara = "congreso_local"
)

var camaras = []Vocablo[Camara]{
	{Diputados, "Cámara de Diputados", "Cámara federal de Diputados.", norma.Cita{Norma: "CPEUM", Lugar: "art. 52"}},
	{Senado, "Cámara de Senadores", "Cámara federal de Senadores.", norma.Cita{Norma: "CPEUM", Lugar: "art. 56"}},
	{Permanente, "Comisión Permanente", "Órgano del Congreso de la Unión en los recesos.", norma.Cita{Norma: "CPEUM", Lugar: "art. 78"}},
	{Local, "Congreso local", "Congreso de una entidad federativa.", recibirAnalizar},
}

// Camaras lists the chambers.
func Camaras() []Vocablo[Camara] { return slices.Clone(camaras) }

// ParseCamara reads a chamber. The error wraps [ErrVocablo].
func ParseCamara(s string) (Camara, error) { return parse(camaras, s) }

// Organo is the chamber among the organs of the catalog, empty for the local
// congresses.
func (c Camara) Organo() doe.ClaveOrgano {
	switch c {
	case Diputados:
		return "federal-diputados"
	case Senado:
		return "federal-senado"
	case Permanente:
		return "federal-comision-permanente"
	}
	return ""
}

// Tipo is the kind of a legislative matter.
type Tipo string

// The kinds on which opinions are asked.
const (
	Iniciativa   Tipo = "iniciativa"
	PuntoAcuerdo Tipo = "punto_de_acuerdo"
	Minuta       Tipo = "minuta"
	Dictamen     Tipo = "dictamen"
)

var tipos = []Vocablo[Tipo]{
	{Iniciativa, "Iniciativa", "Proyecto de ley o de reforma que se presenta.", recibirAnalizar},
	{PuntoAcuerdo, "Punto de acuerdo", "Proposición de pronunciamiento o exhorto.", recibirAnalizar},
	{Minuta, "Minuta", "Proyecto aprobado por la cámara de origen que pasa a la revisora.", norma.Cita{Norma: "CPEUM", Lugar: "art. 72"}},
	{Dictamen, "Dictamen", "Resolución de la comisión que dictamina.", norma.Cita{Norma: "Reglamento de la Cámara de Diputados", Lugar: "art. 182"}},
}

// Tipos lists the kinds.
func Tipos() []Vocablo[Tipo] { return slices.Clone(tipos) }

// ParseTipo reads a kind. The error wraps [ErrVocablo].
func ParseTipo(s string) (Tipo, error) { return parse(tipos, s) }

// Etapa is how far a matter has gone, in the words of the legislative
// information system of the interior ministry, made into keys.
type Etapa string

// The stages.
const (
	Pendiente            Etapa = "pendiente"
	EnOrigen             Etapa = "en_comisiones_de_origen"
	EnRevisora           Etapa = "en_comisiones_de_revisora"
	PrimeraLectura       Etapa = "de_primera_lectura"
	DevueltoAOrigen      Etapa = "devuelto_a_origen"
	AprobadoPorPublicar  Etapa = "aprobado_por_publicar"
	EnCongresosLocales   Etapa = "en_congresos_locales"
	Publicado            Etapa = "publicado"
	Desechado            Etapa = "desechado"
	RetiradaPorPromotora Etapa = "retirada"
)

var sil = norma.Cita{Norma: "Sistema de Información Legislativa", Nota: "vocabulario de situación de los asuntos"}

var etapas = []Vocablo[Etapa]{
	{Pendiente, "Pendiente", "Presentado, sin trámite posterior conocido.", sil},
	{EnOrigen, "En comisiones de la cámara de origen", "Turnado a comisiones de la cámara que lo conoce primero.", sil},
	{EnRevisora, "En comisiones de la cámara revisora", "Turnado a comisiones de la segunda cámara.", sil},
	{PrimeraLectura, "De primera lectura", "El dictamen se leyó por primera vez en el pleno.", sil},
	{DevueltoAOrigen, "Devuelto a la cámara de origen", "La revisora lo modificó o desechó y lo devolvió.", sil},
	{AprobadoPorPublicar, "Aprobado, por publicar", "Aprobado; falta su publicación oficial.", sil},
	{EnCongresosLocales, "En congresos locales", "Reforma constitucional turnada a las legislaturas estatales.", sil},
	{Publicado, "Publicado", "Publicado oficialmente.", sil},
	{Desechado, "Desechado", "Desechado por el pleno o por vencimiento.", sil},
	{RetiradaPorPromotora, "Retirada", "Retirada por quien la promovió.", sil},
}

// Etapas lists the stages.
func Etapas() []Vocablo[Etapa] { return slices.Clone(etapas) }

// ParseEtapa reads a stage. The error wraps [ErrVocablo].
func ParseEtapa(s string) (Etapa, error) { return parse(etapas, s) }

// Final says whether nothing more happens to a matter in that stage.
func (e Etapa) Final() bool { return e == Publicado || e == Desechado || e == RetiradaPorPromotora }

// Posicion is the stance on a matter.
type Posicion string

// The stances.
const (
	Favorable        Posicion = "favorable"
	ConObservaciones Posicion = "favorable_con_observaciones"
	Desfavorable     Posicion = "desfavorable"
	SinComentarios   Posicion = "sin_comentarios"
)

var vocabularioDeTrabajo = norma.Configuracion("vocabulario de trabajo; el manual no lo fija")

var posiciones = []Vocablo[Posicion]{
	{Favorable, "Favorable", "El Instituto conviene con el texto.", vocabularioDeTrabajo},
	{ConObservaciones, "Favorable con observaciones", "Conviene si se atienden las observaciones a los artículos que señala.", vocabularioDeTrabajo},
	{Desfavorable, "Desfavorable", "No conviene, por los fundamentos que expone.", vocabularioDeTrabajo},
	{SinComentarios, "Sin comentarios", "El texto no le afecta o no le corresponde pronunciarse.", vocabularioDeTrabajo},
}

// Posiciones lists the stances.
func Posiciones() []Vocablo[Posicion] { return slices.Clone(posiciones) }

// ParsePosicion reads a stance. The error wraps [ErrVocablo].
func ParsePosicion(s string) (Posicion, error) { return parse(posiciones, s) }

// TipoImpacto is the kind of effect on the budget.
type TipoImpacto string

// The kinds of effect.
const (
	SinImpacto    TipoImpacto = "sin_impacto"
	Costo         TipoImpacto = "costo"
	Ahorro        TipoImpacto = "ahorro"
	NoCuantificar TipoImpacto = "no_cuantificado"
)

var impactoFinanciero = manual("7.1.4.1.2/4")

var impactos = []Vocablo[TipoImpacto]{
	{SinImpacto, "Sin impacto", "No cambia el gasto ni el ingreso.", impactoFinanciero},
	{Costo, "Costo", "Exige más gasto o quita ingreso.", impactoFinanciero},
	{Ahorro, "Ahorro", "Reduce gasto o da ingreso.", impactoFinanciero},
	{NoCuantificar, "No cuantificado", "Hay impacto y no se ha podido medir; se dice por qué.", impactoFinanciero},
}

// Impactos lists the kinds of effect on the budget.
func Impactos() []Vocablo[TipoImpacto] { return slices.Clone(impactos) }

// ParseTipoImpacto reads a kind of effect. The error wraps [ErrVocablo].
func ParseTipoImpacto(s string) (TipoImpacto, error) { return parse(impactos, s) }

// EstadoTurno is how the consultation of one directorate stands.
type EstadoTurno string

// The states of a turn.
const (
	// EnConsulta: the directorate owes its answer.
	EnConsulta EstadoTurno = "en_consulta"
	Respondido EstadoTurno = "respondido"
	// Devuelto: it says that it is not its competence; somebody must move it.
	Devuelto EstadoTurno = "devuelto"
	// SinRespuesta: closed without an answer, which may still come late.
	SinRespuesta EstadoTurno = "sin_respuesta"
	// Retirado: the Institute no longer asks it.
	Retirado EstadoTurno = "retirado"
)

var consultar = manual("7.1.4.1/7")

var estadosTurno = []Vocablo[EstadoTurno]{
	{EnConsulta, "En consulta", "La dirección normativa debe su respuesta.", consultar},
	{Respondido, "Respondido", "La dirección normativa respondió.", manual("7.1.4.1.2/7")},
	{Devuelto, "Devuelto", "La dirección dijo que no le compete; falta pasarlo a otra o retirarlo.", consultar},
	{SinRespuesta, "Sin respuesta", "Se cerró sin respuesta, con justificación.", consultar},
	{Retirado, "Retirado", "La consulta se retiró, con motivo.", consultar},
}

// EstadosTurno lists the states of a turn.
func EstadosTurno() []Vocablo[EstadoTurno] { return slices.Clone(estadosTurno) }

// ParseEstadoTurno reads the state of a turn. The error wraps [ErrVocablo].
func ParseEstadoTurno(s string) (EstadoTurno, error) { return parse(estadosTurno, s) }

// Nivel is whom an insistence is addressed to.
type Nivel string

// The levels, in the order in which the clock climbs them.
const (
	AlEnlace      Nivel = "enlace"
	ALaTitular    Nivel = "titular_de_la_direccion"
	ALaDireccion  Nivel = "direccion_de_operacion_y_evaluacion"
	ultimoPeldano       = ALaDireccion
)

var niveles = []Vocablo[Nivel]{
	{AlEnlace, "Enlace", "Recordatorio al enlace de la dirección normativa.", manual("7.1.4.1.2/2")},
	{ALaTitular, "Titular de la dirección normativa", "Recordatorio a la persona titular de la dirección normativa.", consultar},
	{ALaDireccion, "Dirección de Operación y Evaluación", "Aviso a la Dirección para que lo trate con la dirección normativa.", manual("7.1.4/2")},
}

// Niveles lists the levels of insistence, the first one first.
func Niveles() []Vocablo[Nivel] { return slices.Clone(niveles) }

// ParseNivel reads a level. The error wraps [ErrVocablo].
func ParseNivel(s string) (Nivel, error) { return parse(niveles, s) }

// nivelDe is the level of the n-th insistence, from 1.
func nivelDe(n int) Nivel {
	if n < 1 || n > len(niveles) {
		return ultimoPeldano
	}
	return niveles[n-1].Clave
}

// Toma says how much of an answer a consolidated version took.
type Toma string

// How much was taken.
const (
	Total   Toma = "total"
	Parcial Toma = "parcial"
	Ninguna Toma = "ninguna"
)

var tomas = []Vocablo[Toma]{
	{Total, "Total", "La versión recoge toda la respuesta.", manual("7.1.4.1.2/9")},
	{Parcial, "Parcial", "Recoge parte; se dice qué no y por qué.", manual("7.1.4.1.2/9")},
	{Ninguna, "Ninguna", "No la recoge; se dice por qué.", manual("7.1.4.1.2/9")},
}

// Tomas lists how much of an answer may be taken.
func Tomas() []Vocablo[Toma] { return slices.Clone(tomas) }

// ParseToma reads it. The error wraps [ErrVocablo].
func ParseToma(s string) (Toma, error) { return parse(tomas, s) }

// Medio is the means of a letter or a contact.
type Medio string

// The means.
const (
	// PorSistema is the system of whoever asks, which gives a folio.
	PorSistema    Medio = "sistema"
	PorOficio     Medio = "oficio"
	PorCorreo     Medio = "correo"
	PorTelefono   Medio = "telefono"
	PorReunion    Medio = "reunion"
	PorMensajeria Medio = "mensajeria"
)

var medios = []Vocablo[Medio]{
	{PorSistema, "Sistema", "Sistema de quien pide la opinión.", vocabularioDeTrabajo},
	{PorOficio, "Oficio", "Oficio entregado en propia oficialía.", vocabularioDeTrabajo},
	{PorCorreo, "Correo", "Correo electrónico institucional.", vocabularioDeTrabajo},
	{PorTelefono, "Teléfono", "Llamada.", vocabularioDeTrabajo},
	{PorReunion, "Reunión", "Reunión de trabajo.", vocabularioDeTrabajo},
	{PorMensajeria, "Mensajería", "Servicio de mensajería.", vocabularioDeTrabajo},
}

// Medios lists the means.
func Medios() []Vocablo[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means. The error wraps [ErrVocablo].
func ParseMedio(s string) (Medio, error) { return parse(medios, s) }

// Causa is why a request ends without an opinion.
type Causa string

// The causes.
const (
	RetiradaPorSolicitante Causa = "retirada_por_solicitante"
	AsuntoTerminado        Causa = "asunto_terminado"
	Duplicada              Causa = "duplicada"
	ErrorDeCaptura         Causa = "error_de_captura"
)

var causas = []Vocablo[Causa]{
	{RetiradaPorSolicitante, "Retirada por quien la pidió", "Quien pidió la opinión dejó de pedirla.", vocabularioDeTrabajo},
	{AsuntoTerminado, "Asunto terminado", "El asunto se resolvió o retiró antes de opinar.", vocabularioDeTrabajo},
	{Duplicada, "Duplicada", "La misma solicitud se sigue en otro folio.", vocabularioDeTrabajo},
	{ErrorDeCaptura, "Error de captura", "Se registró por error.", vocabularioDeTrabajo},
}

// Causas lists the causes.
func Causas() []Vocablo[Causa] { return slices.Clone(causas) }

// ParseCausa reads a cause. The error wraps [ErrVocablo].
func ParseCausa(s string) (Causa, error) { return parse(causas, s) }

// manual cites a function of the directorate's manual.
func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }
