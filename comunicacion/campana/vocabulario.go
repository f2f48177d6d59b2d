package campana

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func lgcs(lugar string) norma.Cita { return norma.Cita{Norma: "LGCS", Lugar: lugar} }

func fn(lugar string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: lugar} }

func conf(nota string) norma.Cita { return norma.Configuracion(nota) }

// Clase is the kind of campaign, which says who decides it.
type Clase string

// The kinds.
const (
	Interna Clase = "interna"
	Externa Clase = "externa"
)

// Clases lists the kinds.
func Clases() vocabulario.Tabla[Clase] {
	return vocabulario.Tabla[Clase]{
		{Clave: Interna, Nombre: "Interna", Descripcion: "Habla al personal por los canales propios del Instituto; la autoriza la Coordinación de Comunicación Interna.", Fuente: fn("7.1.2.1.1/3")},
		{Clave: Externa, Nombre: "Externa", Descripcion: "Habla a la población por medios de comunicación; la valida la Unidad y la autoriza la autoridad federal.", Fuente: fn("7.1.2/5")},
	}
}

// ParseClase reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseClase(s string) (Clase, error) { return Clases().Parse(s) }

// elabora is the unit that drafts campaigns of the kind (functions
// 7.1.2.1.1/3 and 7.1.2.3/2).
func (c Clase) elabora() doe.ClaveUnidad {
	if c == Interna {
		return "doe-7.1.2.1.1"
	}
	return "doe-7.1.2.3"
}

// Modalidad says whether the campaign was foreseen in the annual programme.
type Modalidad string

// The ways.
const (
	Ordinaria      Modalidad = "ordinaria"
	Extraordinaria Modalidad = "extraordinaria"
)

// Modalidades lists the ways.
func Modalidades() vocabulario.Tabla[Modalidad] {
	return vocabulario.Tabla[Modalidad]{
		{Clave: Ordinaria, Nombre: "Ordinaria", Descripcion: "Prevista en el programa anual; no puede iniciar antes de autorizarse.", Fuente: lgcs("art. 29")},
		{Clave: Extraordinaria, Nombre: "Mensaje extraordinario", Descripcion: "Atiende una situación imprevisible; se emite y después se pide su registro, con sus razones.", Fuente: lgcs("art. 31")},
	}
}

// ParseModalidad reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseModalidad(s string) (Modalidad, error) { return Modalidades().Parse(s) }

// Resultado is the outcome of an approval.
type Resultado string

// The outcomes. The last two befall an approval that was granted.
const (
	Otorgada   Resultado = "otorgada"
	ConCambios Resultado = "cambios"
	Rechazada  Resultado = "negada"
	Expirada   Resultado = "expirada"
	Revocada   Resultado = "revocada"
)

// Resultados lists the outcomes.
func Resultados() vocabulario.Tabla[Resultado] {
	f := conf("desenlaces de una aprobación")
	return vocabulario.Tabla[Resultado]{
		{Clave: Otorgada, Nombre: "Otorgada", Descripcion: "Quien decide aprueba la versión presentada.", Fuente: f},
		{Clave: ConCambios, Nombre: "Con cambios", Descripcion: "Pide cambios antes de decidir; la campaña vuelve a quien la elabora.", Fuente: f},
		{Clave: Rechazada, Nombre: "Negada", Descripcion: "No aprueba la versión presentada.", Fuente: f},
		{Clave: Expirada, Nombre: "Expirada", Descripcion: "Terminó la vigencia con que se otorgó.", Fuente: f},
		{Clave: Revocada, Nombre: "Revocada", Descripcion: "La autoridad la dejó sin efecto.", Fuente: f},
	}
}

// ParseResultado reads an outcome. The error wraps [vocabulario.ErrDesconocida].
func ParseResultado(s string) (Resultado, error) { return Resultados().Parse(s) }

// Nivel is who gives an approval.
type Nivel string

// The levels.
const (
	NivelInterno Nivel = "interno"
	NivelFederal Nivel = "federal"
)

// Niveles lists the levels.
func Niveles() vocabulario.Tabla[Nivel] {
	return vocabulario.Tabla[Nivel]{
		{Clave: NivelInterno, Nombre: "Interno", Descripcion: "La Unidad de Comunicación Social o la Coordinación de Comunicación Interna.", Fuente: fn("7.1.2.3/2")},
		{Clave: NivelFederal, Nombre: "Federal", Descripcion: "La autoridad federal que norma la comunicación social.", Fuente: fn("7.1.2/5")},
	}
}

// ParseNivel reads a level. The error wraps [vocabulario.ErrDesconocida].
func ParseNivel(s string) (Nivel, error) { return Niveles().Parse(s) }

// Prohibicion is a content that no campaign may have; whoever approves one
// inside says that it looked for each.
type Prohibicion string

// The contents that are forbidden.
const (
	Personalizacion Prohibicion = "personalizacion"
	Discriminacion  Prohibicion = "discriminacion"
	Violencia       Prohibicion = "violencia"
	Confusion       Prohibicion = "confusion"
	Terceros        Prohibicion = "terceros"
	InformeAnual    Prohibicion = "informe_labores"
)

// Prohibiciones lists them.
func Prohibiciones() vocabulario.Tabla[Prohibicion] {
	return vocabulario.Tabla[Prohibicion]{
		{Clave: Personalizacion, Nombre: "Promoción personalizada", Descripcion: "Destaca nombre, imagen, voz o símbolo de una persona servidora pública.", Fuente: lgcs("art. 9, fr. I")},
		{Clave: Discriminacion, Nombre: "Discriminación o sexismo", Descripcion: "Discrimina, es sexista o contraría valores, principios y derechos constitucionales.", Fuente: lgcs("art. 9, fr. II")},
		{Clave: Violencia, Nombre: "Incitación a la violencia", Descripcion: "Incita a la violencia o a violar la ley.", Fuente: lgcs("art. 9, fr. III")},
		{Clave: Confusion, Nombre: "Confusión con organizaciones", Descripcion: "Se confunde con los símbolos de una organización política o social.", Fuente: lgcs("art. 9, fr. IV")},
		{Clave: Terceros, Nombre: "Ataque a terceros", Descripcion: "Ataca la moral, la vida privada o los derechos de terceros, provoca un delito o perturba el orden.", Fuente: lgcs("art. 10")},
		{Clave: InformeAnual, Nombre: "Informe de labores", Descripcion: "Difunde un informe anual de labores, que no es comunicación social y no va dentro de campañas.", Fuente: lgcs("art. 14")},
	}
}

// ParseProhibicion reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseProhibicion(s string) (Prohibicion, error) { return Prohibiciones().Parse(s) }

// Accesibilidad is a format that lets people with a disability take a message
// in.
type Accesibilidad string

// The formats.
const (
	LSM        Accesibilidad = "lsm"
	Subtitulos Accesibilidad = "subtitulos"
	TextoPleno Accesibilidad = "texto"
)

// Accesibilidades lists the formats.
func Accesibilidades() vocabulario.Tabla[Accesibilidad] {
	f := lgcs("art. 12")
	return vocabulario.Tabla[Accesibilidad]{
		{Clave: LSM, Nombre: "Lengua de Señas Mexicana", Descripcion: "Con intérprete en pantalla.", Fuente: f},
		{Clave: Subtitulos, Nombre: "Subtítulos", Descripcion: "Con subtitulaje.", Fuente: f},
		{Clave: TextoPleno, Nombre: "Texto", Descripcion: "Con texto o tecnología que da acceso al contenido.", Fuente: f},
	}
}

// ParseAccesibilidad reads a format. The error wraps [vocabulario.ErrDesconocida].
func ParseAccesibilidad(s string) (Accesibilidad, error) { return Accesibilidades().Parse(s) }

// TipoEstudio is when a study measures the campaign.
type TipoEstudio string

// The studies.
const (
	Pretest TipoEstudio = "pretest"
	Postest TipoEstudio = "postest"
)

// TiposEstudio lists the studies.
func TiposEstudio() vocabulario.Tabla[TipoEstudio] {
	return vocabulario.Tabla[TipoEstudio]{
		{Clave: Pretest, Nombre: "Previo", Descripcion: "Prueba los mensajes antes de difundirlos.", Fuente: fn("7.1.2.3/9")},
		{Clave: Postest, Nombre: "Posterior", Descripcion: "Mide el impacto después de difundirlos.", Fuente: fn("7.1.2.3/9")},
	}
}

// ParseTipoEstudio reads a study. The error wraps [vocabulario.ErrDesconocida].
func ParseTipoEstudio(s string) (TipoEstudio, error) { return TiposEstudio().Parse(s) }
