package opinion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

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

var origenes = vocabulario.Tabla[Origen]{
	{Clave: SAO, Nombre: "Sistema Automatizado de Opinión", Descripcion: "Solicitud que la Secretaría de Gobernación hace por su sistema.", Fuente: recibirAnalizar},
	{Clave: Comision, Nombre: "Comisión del Congreso", Descripcion: "Solicitud de una comisión de alguna cámara federal o de la Comisión Permanente.", Fuente: recibirAnalizar},
	{Clave: CongresoLocal, Nombre: "Congreso local", Descripcion: "Solicitud del congreso de una entidad federativa.", Fuente: recibirAnalizar},
}

// Origenes lists the ways.
func Origenes() vocabulario.Tabla[Origen] { return slices.Clone(origenes) }

// ParseOrigen reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseOrigen(s string) (Origen, error) { return origenes.Parse(s) }

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

var camaras = vocabulario.Tabla[Camara]{
	{Clave: Diputados, Nombre: "Cámara de Diputados", Descripcion: "Cámara federal de Diputados.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 52"}},
	{Clave: Senado, Nombre: "Cámara de Senadores", Descripcion: "Cámara federal de Senadores.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 56"}},
	{Clave: Permanente, Nombre: "Comisión Permanente", Descripcion: "Órgano del Congreso de la Unión en los recesos.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 78"}},
	{Clave: Local, Nombre: "Congreso local", Descripcion: "Congreso de una entidad federativa.", Fuente: recibirAnalizar},
}

// Camaras lists the chambers.
func Camaras() vocabulario.Tabla[Camara] { return slices.Clone(camaras) }

// ParseCamara reads a chamber. The error wraps [vocabulario.ErrDesconocida].
func ParseCamara(s string) (Camara, error) { return camaras.Parse(s) }

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

var tipos = vocabulario.Tabla[Tipo]{
	{Clave: Iniciativa, Nombre: "Iniciativa", Descripcion: "Proyecto de ley o de reforma que se presenta.", Fuente: recibirAnalizar},
	{Clave: PuntoAcuerdo, Nombre: "Punto de acuerdo", Descripcion: "Proposición de pronunciamiento o exhorto.", Fuente: recibirAnalizar},
	{Clave: Minuta, Nombre: "Minuta", Descripcion: "Proyecto aprobado por la cámara de origen que pasa a la revisora.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 72"}},
	{Clave: Dictamen, Nombre: "Dictamen", Descripcion: "Resolución de la comisión que dictamina.", Fuente: norma.Cita{Norma: "Reglamento de la Cámara de Diputados", Lugar: "art. 182"}},
}

// Tipos lists the kinds.
func Tipos() vocabulario.Tabla[Tipo] { return slices.Clone(tipos) }

// ParseTipo reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseTipo(s string) (Tipo, error) { return tipos.Parse(s) }

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

var etapas = vocabulario.Tabla[Etapa]{
	{Clave: Pendiente, Nombre: "Pendiente", Descripcion: "Presentado, sin trámite posterior conocido.", Fuente: sil},
	{Clave: EnOrigen, Nombre: "En comisiones de la cámara de origen", Descripcion: "Turnado a comisiones de la cámara que lo conoce primero.", Fuente: sil},
	{Clave: EnRevisora, Nombre: "En comisiones de la cámara revisora", Descripcion: "Turnado a comisiones de la segunda cámara.", Fuente: sil},
	{Clave: PrimeraLectura, Nombre: "De primera lectura", Descripcion: "El dictamen se leyó por primera vez en el pleno.", Fuente: sil},
	{Clave: DevueltoAOrigen, Nombre: "Devuelto a la cámara de origen", Descripcion: "La revisora lo modificó o desechó y lo devolvió.", Fuente: sil},
	{Clave: AprobadoPorPublicar, Nombre: "Aprobado, por publicar", Descripcion: "Aprobado; falta su publicación oficial.", Fuente: sil},
	{Clave: EnCongresosLocales, Nombre: "En congresos locales", Descripcion: "Reforma constitucional turnada a las legislaturas estatales.", Fuente: sil},
	{Clave: Publicado, Nombre: "Publicado", Descripcion: "Publicado oficialmente.", Fuente: sil},
	{Clave: Desechado, Nombre: "Desechado", Descripcion: "Desechado por el pleno o por vencimiento.", Fuente: sil},
	{Clave: RetiradaPorPromotora, Nombre: "Retirada", Descripcion: "Retirada por quien la promovió.", Fuente: sil},
}

// Etapas lists the stages.
func Etapas() vocabulario.Tabla[Etapa] { return slices.Clone(etapas) }

// ParseEtapa reads a stage. The error wraps [vocabulario.ErrDesconocida].
func ParseEtapa(s string) (Etapa, error) { return etapas.Parse(s) }

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

var posiciones = vocabulario.Tabla[Posicion]{
	{Clave: Favorable, Nombre: "Favorable", Descripcion: "El Instituto conviene con el texto.", Fuente: vocabularioDeTrabajo},
	{Clave: ConObservaciones, Nombre: "Favorable con observaciones", Descripcion: "Conviene si se atienden las observaciones a los artículos que señala.", Fuente: vocabularioDeTrabajo},
	{Clave: Desfavorable, Nombre: "Desfavorable", Descripcion: "No conviene, por los fundamentos que expone.", Fuente: vocabularioDeTrabajo},
	{Clave: SinComentarios, Nombre: "Sin comentarios", Descripcion: "El texto no le afecta o no le corresponde pronunciarse.", Fuente: vocabularioDeTrabajo},
}

// Posiciones lists the stances.
func Posiciones() vocabulario.Tabla[Posicion] { return slices.Clone(posiciones) }

// ParsePosicion reads a stance. The error wraps [vocabulario.ErrDesconocida].
func ParsePosicion(s string) (Posicion, error) { return posiciones.Parse(s) }

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

var impactos = vocabulario.Tabla[TipoImpacto]{
	{Clave: SinImpacto, Nombre: "Sin impacto", Descripcion: "No cambia el gasto ni el ingreso.", Fuente: impactoFinanciero},
	{Clave: Costo, Nombre: "Costo", Descripcion: "Exige más gasto o quita ingreso.", Fuente: impactoFinanciero},
	{Clave: Ahorro, Nombre: "Ahorro", Descripcion: "Reduce gasto o da ingreso.", Fuente: impactoFinanciero},
	{Clave: NoCuantificar, Nombre: "No cuantificado", Descripcion: "Hay impacto y no se ha podido medir; se dice por qué.", Fuente: impactoFinanciero},
}

// Impactos lists the kinds of effect on the budget.
func Impactos() vocabulario.Tabla[TipoImpacto] { return slices.Clone(impactos) }

// ParseTipoImpacto reads a kind of effect. The error wraps [vocabulario.ErrDesconocida].
func ParseTipoImpacto(s string) (TipoImpacto, error) { return impactos.Parse(s) }

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

var estadosTurno = vocabulario.Tabla[EstadoTurno]{
	{Clave: EnConsulta, Nombre: "En consulta", Descripcion: "La dirección normativa debe su respuesta.", Fuente: consultar},
	{Clave: Respondido, Nombre: "Respondido", Descripcion: "La dirección normativa respondió.", Fuente: manual("7.1.4.1.2/7")},
	{Clave: Devuelto, Nombre: "Devuelto", Descripcion: "La dirección dijo que no le compete; falta pasarlo a otra o retirarlo.", Fuente: consultar},
	{Clave: SinRespuesta, Nombre: "Sin respuesta", Descripcion: "Se cerró sin respuesta, con justificación.", Fuente: consultar},
	{Clave: Retirado, Nombre: "Retirado", Descripcion: "La consulta se retiró, con motivo.", Fuente: consultar},
}

// EstadosTurno lists the states of a turn.
func EstadosTurno() vocabulario.Tabla[EstadoTurno] { return slices.Clone(estadosTurno) }

// ParseEstadoTurno reads the state of a turn. The error wraps [vocabulario.ErrDesconocida].
func ParseEstadoTurno(s string) (EstadoTurno, error) { return estadosTurno.Parse(s) }

// Nivel is whom an insistence is addressed to.
type Nivel string

// The levels, in the order in which the clock climbs them.
const (
	AlEnlace      Nivel = "enlace"
	ALaTitular    Nivel = "titular_de_la_direccion"
	ALaDireccion  Nivel = "direccion_de_operacion_y_evaluacion"
	ultimoPeldano       = ALaDireccion
)

var niveles = vocabulario.Tabla[Nivel]{
	{Clave: AlEnlace, Nombre: "Enlace", Descripcion: "Recordatorio al enlace de la dirección normativa.", Fuente: manual("7.1.4.1.2/2")},
	{Clave: ALaTitular, Nombre: "Titular de la dirección normativa", Descripcion: "Recordatorio a la persona titular de la dirección normativa.", Fuente: consultar},
	{Clave: ALaDireccion, Nombre: "Dirección de Operación y Evaluación", Descripcion: "Aviso a la Dirección para que lo trate con la dirección normativa.", Fuente: manual("7.1.4/2")},
}

// Niveles lists the levels of insistence, the first one first.
func Niveles() vocabulario.Tabla[Nivel] { return slices.Clone(niveles) }

// ParseNivel reads a level. The error wraps [vocabulario.ErrDesconocida].
func ParseNivel(s string) (Nivel, error) { return niveles.Parse(s) }

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

var tomas = vocabulario.Tabla[Toma]{
	{Clave: Total, Nombre: "Total", Descripcion: "La versión recoge toda la respuesta.", Fuente: manual("7.1.4.1.2/9")},
	{Clave: Parcial, Nombre: "Parcial", Descripcion: "Recoge parte; se dice qué no y por qué.", Fuente: manual("7.1.4.1.2/9")},
	{Clave: Ninguna, Nombre: "Ninguna", Descripcion: "No la recoge; se dice por qué.", Fuente: manual("7.1.4.1.2/9")},
}

// Tomas lists how much of an answer may be taken.
func Tomas() vocabulario.Tabla[Toma] { return slices.Clone(tomas) }

// ParseToma reads it. The error wraps [vocabulario.ErrDesconocida].
func ParseToma(s string) (Toma, error) { return tomas.Parse(s) }

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

var medios = vocabulario.Tabla[Medio]{
	{Clave: PorSistema, Nombre: "Sistema", Descripcion: "Sistema de quien pide la opinión.", Fuente: vocabularioDeTrabajo},
	{Clave: PorOficio, Nombre: "Oficio", Descripcion: "Oficio entregado en propia oficialía.", Fuente: vocabularioDeTrabajo},
	{Clave: PorCorreo, Nombre: "Correo", Descripcion: "Correo electrónico institucional.", Fuente: vocabularioDeTrabajo},
	{Clave: PorTelefono, Nombre: "Teléfono", Descripcion: "Llamada.", Fuente: vocabularioDeTrabajo},
	{Clave: PorReunion, Nombre: "Reunión", Descripcion: "Reunión de trabajo.", Fuente: vocabularioDeTrabajo},
	{Clave: PorMensajeria, Nombre: "Mensajería", Descripcion: "Servicio de mensajería.", Fuente: vocabularioDeTrabajo},
}

// Medios lists the means.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// Causa is why a request ends without an opinion.
type Causa string

// The causes.
const (
	RetiradaPorSolicitante Causa = "retirada_por_solicitante"
	AsuntoTerminado        Causa = "asunto_terminado"
	Duplicada              Causa = "duplicada"
	ErrorDeCaptura         Causa = "error_de_captura"
)

var causas = vocabulario.Tabla[Causa]{
	{Clave: RetiradaPorSolicitante, Nombre: "Retirada por quien la pidió", Descripcion: "Quien pidió la opinión dejó de pedirla.", Fuente: vocabularioDeTrabajo},
	{Clave: AsuntoTerminado, Nombre: "Asunto terminado", Descripcion: "El asunto se resolvió o retiró antes de opinar.", Fuente: vocabularioDeTrabajo},
	{Clave: Duplicada, Nombre: "Duplicada", Descripcion: "La misma solicitud se sigue en otro folio.", Fuente: vocabularioDeTrabajo},
	{Clave: ErrorDeCaptura, Nombre: "Error de captura", Descripcion: "Se registró por error.", Fuente: vocabularioDeTrabajo},
}

// Causas lists the causes.
func Causas() vocabulario.Tabla[Causa] { return slices.Clone(causas) }

// ParseCausa reads a cause. The error wraps [vocabulario.ErrDesconocida].
func ParseCausa(s string) (Causa, error) { return causas.Parse(s) }

// manual cites a function of the directorate's manual.
func manual(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }
