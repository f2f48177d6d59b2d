package campana

import (
	"errors"
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// ErrVocabulario is wrapped by every error about a text that is no word of a
// vocabulary of the package.
var ErrVocabulario = errors.New("unknown word")

// Voz defines a word of a vocabulary.
type Voz[T ~string] struct {
	Clave T `json:"clave"`
	// Nombre is what a person reads, Descripcion what it means.
	Nombre      string     `json:"nombre"`
	Descripcion string     `json:"descripcion"`
	Fuente      norma.Cita `json:"fuente"`
}

func parse[T ~string](s string, tabla []Voz[T]) (T, error) {
	for _, v := range tabla {
		if string(v.Clave) == s {
			return v.Clave, nil
		}
	}
	return "", fmt.Errorf("%w: not among the %d of %T", ErrVocabulario, len(tabla), T(""))
}

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
func Clases() []Voz[Clase] {
	return []Voz[Clase]{
		{Interna, "Interna", "Habla al personal por los canales propios del Instituto; la autoriza la Coordinación de Comunicación Interna.", fn("7.1.2.1.1/3")},
		{Externa, "Externa", "Habla a la población por medios de comunicación; la valida la Unidad y la autoriza la autoridad federal.", fn("7.1.2/5")},
	}
}

// ParseClase reads a kind. The error wraps [ErrVocabulario].
func ParseClase(s string) (Clase, error) { return parse(s, Clases()) }

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
func Modalidades() []Voz[Modalidad] {
	return []Voz[Modalidad]{
		{Ordinaria, "Ordinaria", "Prevista en el programa anual; no puede iniciar antes de autorizarse.", lgcs("art. 29")},
		{Extraordinaria, "Mensaje extraordinario", "Atiende una situación imprevisible; se emite y después se pide su registro, con sus razones.", lgcs("art. 31")},
	}
}

// ParseModalidad reads a way. The error wraps [ErrVocabulario].
func ParseModalidad(s string) (Modalidad, error) { return parse(s, Modalidades()) }

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
func Resultados() []Voz[Resultado] {
	f := conf("desenlaces de una aprobación")
	return []Voz[Resultado]{
		{Otorgada, "Otorgada", "Quien decide aprueba la versión presentada.", f},
		{ConCambios, "Con cambios", "Pide cambios antes de decidir; la campaña vuelve a quien la elabora.", f},
		{Rechazada, "Negada", "No aprueba la versión presentada.", f},
		{Expirada, "Expirada", "Terminó la vigencia con que se otorgó.", f},
		{Revocada, "Revocada", "La autoridad la dejó sin efecto.", f},
	}
}

// ParseResultado reads an outcome. The error wraps [ErrVocabulario].
func ParseResultado(s string) (Resultado, error) { return parse(s, Resultados()) }

// Nivel is who gives an approval.
type Nivel string

// The levels.
const (
	NivelInterno Nivel = "interno"
	NivelFederal Nivel = "federal"
)

// Niveles lists the levels.
func Niveles() []Voz[Nivel] {
	return []Voz[Nivel]{
		{NivelInterno, "Interno", "La Unidad de Comunicación Social o la Coordinación de Comunicación Interna.", fn("7.1.2.3/2")},
		{NivelFederal, "Federal", "La autoridad federal que norma la comunicación social.", fn("7.1.2/5")},
	}
}

// ParseNivel reads a level. The error wraps [ErrVocabulario].
func ParseNivel(s string) (Nivel, error) { return parse(s, Niveles()) }

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
func Prohibiciones() []Voz[Prohibicion] {
	return []Voz[Prohibicion]{
		{Personalizacion, "Promoción personalizada", "Destaca nombre, imagen, voz o símbolo de una persona servidora pública.", lgcs("art. 9, fr. I")},
		{Discriminacion, "Discriminación o sexismo", "Discrimina, es sexista o contraría valores, principios y derechos constitucionales.", lgcs("art. 9, fr. II")},
		{Violencia, "Incitación a la violencia", "Incita a la violencia o a violar la ley.", lgcs("art. 9, fr. III")},
		{Confusion, "Confusión con organizaciones", "Se confunde con los símbolos de una organización política o social.", lgcs("art. 9, fr. IV")},
		{Terceros, "Ataque a terceros", "Ataca la moral, la vida privada o los derechos de terceros, provoca un delito o perturba el orden.", lgcs("art. 10")},
		{InformeAnual, "Informe de labores", "Difunde un informe anual de labores, que no es comunicación social y no va dentro de campañas.", lgcs("art. 14")},
	}
}

// ParseProhibicion reads one. The error wraps [ErrVocabulario].
func ParseProhibicion(s string) (Prohibicion, error) { return parse(s, Prohibiciones()) }

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
func Accesibilidades() []Voz[Accesibilidad] {
	f := lgcs("art. 12")
	return []Voz[Accesibilidad]{
		{LSM, "Lengua de Señas Mexicana", "Con intérprete en pantalla.", f},
		{Subtitulos, "Subtítulos", "Con subtitulaje.", f},
		{TextoPleno, "Texto", "Con texto o tecnología que da acceso al contenido.", f},
	}
}

// ParseAccesibilidad reads a format. The error wraps [ErrVocabulario].
func ParseAccesibilidad(s string) (Accesibilidad, error) { return parse(s, Accesibilidades()) }

// TipoEstudio is when a study measures the campaign.
type TipoEstudio string

// The studies.
const (
	Pretest TipoEstudio = "pretest"
	Postest TipoEstudio = "postest"
)

// TiposEstudio lists the studies.
func TiposEstudio() []Voz[TipoEstudio] {
	return []Voz[TipoEstudio]{
		{Pretest, "Previo", "Prueba los mensajes antes de difundirlos.", fn("7.1.2.3/9")},
		{Postest, "Posterior", "Mide el impacto después de difundirlos.", fn("7.1.2.3/9")},
	}
}

// ParseTipoEstudio reads a study. The error wraps [ErrVocabulario].
func ParseTipoEstudio(s string) (TipoEstudio, error) { return parse(s, TiposEstudio()) }
