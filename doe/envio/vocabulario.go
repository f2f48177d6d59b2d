package envio

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Medio is the means by which something is sent.
type Medio string

// The means.
const (
	PorOficio     Medio = "oficio"
	PorCorreo     Medio = "correo"
	PorSistema    Medio = "sistema"
	PorMensajeria Medio = "mensajeria"
	// EnMano is delivery in person: the stamped copy comes back at once.
	EnMano Medio = "mano"
)

var deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")

var medios = vocabulario.Tabla[Medio]{
	{Clave: PorOficio, Nombre: "Oficio", Descripcion: "Oficio que se entrega en la oficialía de quien lo recibe.", Fuente: deTrabajo},
	{Clave: PorCorreo, Nombre: "Correo", Descripcion: "Correo electrónico institucional.", Fuente: deTrabajo},
	{Clave: PorSistema, Nombre: "Sistema", Descripcion: "Este sistema, o el de quien lo recibe.", Fuente: deTrabajo},
	{Clave: PorMensajeria, Nombre: "Mensajería", Descripcion: "Servicio de mensajería.", Fuente: deTrabajo},
	{Clave: EnMano, Nombre: "En mano", Descripcion: "Entrega personal, con acuse en el momento.", Fuente: deTrabajo},
}

// Medios lists the means.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// sella says whether what goes by the means comes back as a stamped copy.
func (m Medio) sella() bool { return m == PorOficio || m == EnMano }

// Situacion is how the dispatch stands with one recipient.
type Situacion string

// How it stands.
const (
	// Pendiente: the recipient owes its acknowledgement.
	Pendiente Situacion = "pendiente"
	Acusado   Situacion = "acusado"
	// DevueltoPor: it came back; the sender owes the next step.
	DevueltoPor Situacion = "devuelto"
	// Sustituido: it came back and was sent to another recipient instead.
	Sustituido Situacion = "sustituido"
	// SinAcuse: given up after insisting. The acknowledgement may still come.
	SinAcuse Situacion = "sin_acuse"
)

var situaciones = vocabulario.Tabla[Situacion]{
	{Clave: Pendiente, Nombre: "Pendiente", Descripcion: "Falta su acuse.", Fuente: deTrabajo},
	{Clave: Acusado, Nombre: "Acusado", Descripcion: "Acusó recibo.", Fuente: deTrabajo},
	{Clave: DevueltoPor, Nombre: "Devuelto", Descripcion: "Lo devolvió, o no se le pudo entregar; falta reenviarlo.", Fuente: deTrabajo},
	{Clave: Sustituido, Nombre: "Sustituido", Descripcion: "No era a quien correspondía; se envió a otro.", Fuente: deTrabajo},
	{Clave: SinAcuse, Nombre: "Sin acuse", Descripcion: "Se dio por concluido sin acuse, tras insistir.", Fuente: deTrabajo},
}

// Situaciones lists how a dispatch may stand with a recipient.
func Situaciones() vocabulario.Tabla[Situacion] { return slices.Clone(situaciones) }

// ParseSituacion reads it. The error wraps [vocabulario.ErrDesconocida].
func ParseSituacion(s string) (Situacion, error) { return situaciones.Parse(s) }

// Causal is the ground on which a dispatch comes back.
type Causal string

// The grounds.
const (
	NoCompete    Causal = "no_compete"
	SinDomicilio Causal = "destinatario_no_localizado"
	Incompleto   Causal = "incompleto"
	Ilegible     Causal = "ilegible"
	Repetido     Causal = "repetido"
)

var causales = vocabulario.Tabla[Causal]{
	{Clave: NoCompete, Nombre: "No es de su competencia", Descripcion: "Corresponde a otra unidad u órgano, que se indica si se sabe.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
	{Clave: SinDomicilio, Nombre: "No localizado", Descripcion: "No se encontró al destinatario en la dirección dada.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 36"}},
	{Clave: Incompleto, Nombre: "Incompleto", Descripcion: "Faltan documentos de los que dice acompañar.", Fuente: deTrabajo},
	{Clave: Ilegible, Nombre: "Ilegible", Descripcion: "Lo recibido no se puede leer o abrir.", Fuente: deTrabajo},
	{Clave: Repetido, Nombre: "Repetido", Descripcion: "Ya se había recibido.", Fuente: deTrabajo},
}

// Causales lists the grounds.
func Causales() vocabulario.Tabla[Causal] { return slices.Clone(causales) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return causales.Parse(s) }
