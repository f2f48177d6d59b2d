package recurrencia

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

var (
	analiza  = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/6"}
	sigue    = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/10"}
	difunde  = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/9"}
	presenta = norma.Cita{Norma: "G000-002-003", Lugar: "7.1/9"}

	deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")
)

// Origen is how a problem came to be known.
type Origen string

// The ways in which a problem comes to be known.
const (
	PorDeteccion Origen = "deteccion"
	PorReporte   Origen = "reporte"
)

var origenes = vocabulario.Tabla[Origen]{
	{Clave: PorDeteccion, Nombre: "Detección", Descripcion: "El método estadístico la señala.", Fuente: analiza},
	{Clave: PorReporte, Nombre: "Reporte", Descripcion: "Una unidad la ve en otra cosa y la reporta.", Fuente: presenta},
}

// Origenes lists the ways in which a problem comes to be known.
func Origenes() vocabulario.Tabla[Origen] { return slices.Clone(origenes) }

// ParseOrigen reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseOrigen(s string) (Origen, error) { return origenes.Parse(s) }

// FormaJSON is the closed list.
func (Origen) FormaJSON() forma.Forma { return origenes.Forma() }

// Causa is what a problem comes from.
type Causa string

// The causes.
const (
	CausaInsumos     Causa = "insumos"
	CausaPersonal    Causa = "personal"
	CausaProceso     Causa = "proceso"
	CausaInformacion Causa = "informacion"
	CausaTrato       Causa = "trato"
	CausaSistema     Causa = "sistema"
	CausaAjena       Causa = "ajena"
	CausaSinSaber    Causa = "por_determinar"
)

var causas = vocabulario.Tabla[Causa]{
	{Clave: CausaInsumos, Nombre: "Insumos", Descripcion: "Faltan medicamentos, material, equipo o espacio.", Fuente: deTrabajo},
	{Clave: CausaPersonal, Nombre: "Personal", Descripcion: "Falta personal o no está donde se necesita.", Fuente: deTrabajo},
	{Clave: CausaProceso, Nombre: "Proceso", Descripcion: "El procedimiento se aplica mal o no alcanza.", Fuente: deTrabajo},
	{Clave: CausaInformacion, Nombre: "Información", Descripcion: "La gente no sabe cómo, dónde o con qué.", Fuente: deTrabajo},
	{Clave: CausaTrato, Nombre: "Trato", Descripcion: "Cómo se trata a las personas.", Fuente: deTrabajo},
	{Clave: CausaSistema, Nombre: "Sistema", Descripcion: "Falla un sistema informático o un medio.", Fuente: deTrabajo},
	{Clave: CausaAjena, Nombre: "Ajena", Descripcion: "Viene de fuera del Instituto.", Fuente: deTrabajo},
	{Clave: CausaSinSaber, Nombre: "Por determinar", Descripcion: "El análisis no basta para saberla.", Fuente: deTrabajo},
}

// Causas lists the causes.
func Causas() vocabulario.Tabla[Causa] { return slices.Clone(causas) }

// ParseCausa reads a cause. The error wraps [vocabulario.ErrDesconocida].
func ParseCausa(s string) (Causa, error) { return causas.Parse(s) }

// FormaJSON is the closed list.
func (Causa) FormaJSON() forma.Forma { return causas.Forma() }

// CausalDeclinar is why an organ does not take a problem.
type CausalDeclinar string

// The grounds to decline.
const (
	NoLeCompete  CausalDeclinar = "no_compete"
	YaLaAtiende  CausalDeclinar = "ya_la_atiende"
	NoProcede    CausalDeclinar = "no_procede"
	FaltanElemen CausalDeclinar = "faltan_elementos"
)

var causalesDeclinar = vocabulario.Tabla[CausalDeclinar]{
	{Clave: NoLeCompete, Nombre: "No le compete", Descripcion: "La materia es de otro órgano.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
	{Clave: YaLaAtiende, Nombre: "Ya la atiende", Descripcion: "Una acción en marcha la corrige.", Fuente: deTrabajo},
	{Clave: NoProcede, Nombre: "No procede", Descripcion: "Revisado el servicio, no hay qué mejorar.", Fuente: difunde},
	{Clave: FaltanElemen, Nombre: "Faltan elementos", Descripcion: "Lo remitido no deja saber qué corregir.", Fuente: deTrabajo},
}

// CausalesDeclinar lists the grounds to decline.
func CausalesDeclinar() vocabulario.Tabla[CausalDeclinar] { return slices.Clone(causalesDeclinar) }

// ParseCausalDeclinar reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalDeclinar(s string) (CausalDeclinar, error) { return causalesDeclinar.Parse(s) }

// FormaJSON is the closed list.
func (CausalDeclinar) FormaJSON() forma.Forma { return causalesDeclinar.Forma() }

// CausalDescarte is why a problem is no problem.
type CausalDescarte string

// The grounds to discard.
const (
	ErrorDeRegistro CausalDescarte = "error_de_registro"
	CambioDeMedida  CausalDescarte = "cambio_de_captura"
	CausaConocida   CausalDescarte = "causa_conocida"
	YaSeSigue       CausalDescarte = "ya_se_sigue"
	SinSustento     CausalDescarte = "sin_sustento"
)

var causalesDescarte = vocabulario.Tabla[CausalDescarte]{
	{Clave: ErrorDeRegistro, Nombre: "Error de registro", Descripcion: "Las peticiones están mal clasificadas o repetidas.", Fuente: deTrabajo},
	{Clave: CambioDeMedida, Nombre: "Cambio de captura", Descripcion: "Cambió cómo o cuánto se registra, no el servicio.", Fuente: deTrabajo},
	{Clave: CausaConocida, Nombre: "Causa conocida y pasada", Descripcion: "La explica un hecho conocido que ya terminó.", Fuente: deTrabajo},
	{Clave: YaSeSigue, Nombre: "Ya se sigue", Descripcion: "Es parte de otra problemática abierta.", Fuente: deTrabajo},
	{Clave: SinSustento, Nombre: "Sin sustento", Descripcion: "Leídas las peticiones, no hay un problema común.", Fuente: deTrabajo},
}

// CausalesDescarte lists the grounds to discard.
func CausalesDescarte() vocabulario.Tabla[CausalDescarte] { return slices.Clone(causalesDescarte) }

// ParseCausalDescarte reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalDescarte(s string) (CausalDescarte, error) { return causalesDescarte.Parse(s) }

// FormaJSON is the closed list.
func (CausalDescarte) FormaJSON() forma.Forma { return causalesDescarte.Forma() }
