package modulo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// manual cites a function of the manual of the directorate, and regional one
// of the coordination of each OOAD.
func manual(funcion string) norma.Cita   { return norma.Cita{Norma: "G000-002-001", Lugar: funcion} }
func regional(funcion string) norma.Cita { return norma.Cita{Norma: "G000-002-003", Lugar: funcion} }

var (
	fnAutoriza  = manual("7.1.3/15")
	fnCoordina  = manual("7.1.3.1/13")
	fnImagen    = manual("7.1.3.1.2/10")
	fnPromueve  = manual("7.1.3/16")
	fnModulos   = regional("7.1/6")
	fnSolicita  = regional("7.1/16")
	fnPerfil    = regional("7.1/17")
	fnNormar    = manual("7.1.3/3")
	deTrabajo   = norma.Configuracion("regla de trabajo; el manual no la fija")
	deIdentidad = norma.Cita{Norma: "LGPDPPSO", Lugar: "arts. 15, 16 y 20", Nota: "aviso de privacidad y datos mínimos"}
)

// Servicio is what a desk offers.
type Servicio string

// The services.
const (
	Orientar       Servicio = "orientacion"
	Gestionar      Servicio = "gestion"
	RecibirQuejas  Servicio = "quejas"
	Reconocer      Servicio = "reconocimientos"
	Sugerir        Servicio = "sugerencias"
	AtenderGrupos  Servicio = "grupos_organizados"
	OrientarEnSala Servicio = "orientacion_proactiva"
)

var servicios = vocabulario.Tabla[Servicio]{
	{Clave: Orientar, Nombre: "Orientación", Descripcion: "Informa sobre prestaciones, trámites y servicios.", Fuente: regional("7.1/2")},
	{Clave: Gestionar, Nombre: "Gestión", Descripcion: "Interviene ante las áreas para resolver lo que se pide.", Fuente: regional("7.1/2")},
	{Clave: RecibirQuejas, Nombre: "Quejas", Descripcion: "Recibe quejas y las registra.", Fuente: regional("7.1/2")},
	{Clave: Reconocer, Nombre: "Reconocimientos", Descripcion: "Recibe reconocimientos al personal.", Fuente: regional("7.1/2")},
	{Clave: Sugerir, Nombre: "Sugerencias", Descripcion: "Recibe sugerencias.", Fuente: regional("7.1/2")},
	{Clave: AtenderGrupos, Nombre: "Grupos organizados", Descripcion: "Atiende a representantes de grupos organizados y empresas.", Fuente: regional("7.1/8")},
	{Clave: OrientarEnSala, Nombre: "Orientación proactiva", Descripcion: "Busca a las personas usuarias en salas y áreas de espera.", Fuente: regional("7.1/3")},
}

// Servicios lists what desks offer.
func Servicios() vocabulario.Tabla[Servicio] { return slices.Clone(servicios) }

// ParseServicio reads a service. The error wraps [vocabulario.ErrDesconocida].
func ParseServicio(s string) (Servicio, error) { return servicios.Parse(s) }

// FormaJSON is the closed list.
func (Servicio) FormaJSON() forma.Forma { return servicios.Forma() }

// CausaCierre is why a desk closes.
type CausaCierre string

// The causes of closing.
const (
	PorObra       CausaCierre = "obra"
	SinPersonal   CausaCierre = "sin_personal"
	PorRiesgo     CausaCierre = "riesgo"
	PorTraslado   CausaCierre = "traslado"
	UnidadCerrada CausaCierre = "unidad_cerrada"
	PorBajaDe     CausaCierre = "baja_demanda"
)

var causasCierre = vocabulario.Tabla[CausaCierre]{
	{Clave: PorObra, Nombre: "Obra", Descripcion: "Se remodela o se repara el lugar.", Fuente: deTrabajo},
	{Clave: SinPersonal, Nombre: "Sin personal", Descripcion: "No hay quien atienda.", Fuente: deTrabajo},
	{Clave: PorRiesgo, Nombre: "Riesgo", Descripcion: "Sismo, inundación, emergencia sanitaria u otro riesgo para las personas.", Fuente: deTrabajo},
	{Clave: PorTraslado, Nombre: "Traslado", Descripcion: "El módulo pasa a otro lugar u otra unidad.", Fuente: deTrabajo},
	{Clave: UnidadCerrada, Nombre: "Unidad cerrada", Descripcion: "La unidad en que está dejó de prestar servicio.", Fuente: deTrabajo},
	{Clave: PorBajaDe, Nombre: "Baja demanda", Descripcion: "La demanda se atiende desde otro módulo.", Fuente: deTrabajo},
}

// CausasCierre lists the causes of closing.
func CausasCierre() vocabulario.Tabla[CausaCierre] { return slices.Clone(causasCierre) }

// ParseCausaCierre reads a cause. The error wraps [vocabulario.ErrDesconocida].
func ParseCausaCierre(s string) (CausaCierre, error) { return causasCierre.Parse(s) }

// FormaJSON is the closed list.
func (CausaCierre) FormaJSON() forma.Forma { return causasCierre.Forma() }

// Puesto is the kind of post of an attendant.
type Puesto string

// The kinds of post.
const (
	Tecnica    Puesto = "tecnico_ao"
	Supervisa  Puesto = "supervision"
	EncargadaM Puesto = "encargo_de_modulo"
	ApoyoTel   Puesto = "atencion_telefonica"
)

var puestos = vocabulario.Tabla[Puesto]{
	{Clave: Tecnica, Nombre: "Técnico en Atención y Orientación", Descripcion: "Atiende y orienta en un módulo.", Fuente: regional("7.1/3")},
	{Clave: Supervisa, Nombre: "Supervisión", Descripcion: "Apoya a la Coordinación en la supervisión de módulos y buzones.", Fuente: fnModulos},
	{Clave: EncargadaM, Nombre: "Encargo de módulo", Descripcion: "Atiende y responde por un módulo.", Fuente: deTrabajo},
	{Clave: ApoyoTel, Nombre: "Atención telefónica", Descripcion: "Atiende peticiones que llegan por teléfono o por medios electrónicos.", Fuente: regional("7.1/2")},
}

// Puestos lists the kinds of post.
func Puestos() vocabulario.Tabla[Puesto] { return slices.Clone(puestos) }

// ParsePuesto reads a kind of post. The error wraps [vocabulario.ErrDesconocida].
func ParsePuesto(s string) (Puesto, error) { return puestos.Parse(s) }

// FormaJSON is the closed list.
func (Puesto) FormaJSON() forma.Forma { return puestos.Forma() }
