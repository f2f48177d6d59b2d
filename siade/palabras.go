package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// CausalModera is why the words of a petition are shown otherwise.
type CausalModera string

// The grounds to moderate.
const (
	DatosDeTerceros CausalModera = "datos_de_terceros"
	DatoSensible    CausalModera = "dato_sensible"
	SeIdentifica    CausalModera = "identifica_a_quien_la_presenta"
	Ofensiva        CausalModera = "expresiones_ofensivas"
)

var moderan = vocabulario.Tabla[CausalModera]{
	{Clave: DatosDeTerceros, Nombre: "Datos de terceros", Descripcion: "Cuenta datos personales de alguien que no la presenta ni está señalado.", Fuente: norma.Cita{Norma: "LGPDPPSO", Lugar: "art. 25"}},
	{Clave: DatoSensible, Nombre: "Dato sensible", Descripcion: "Cuenta la salud o la vida íntima de alguien más de lo que hace falta para atenderla.", Fuente: norma.Cita{Norma: "LGPDPPSO", Lugar: "art. 7"}},
	{Clave: SeIdentifica, Nombre: "Identifica a quien la presenta", Descripcion: "Por lo que dice se sabe quién presenta una petición anónima o reservada.", Fuente: norma.Configuracion("protección de quien se queja")},
	{Clave: Ofensiva, Nombre: "Expresiones ofensivas", Descripcion: "Insulta a alguien sin que haga falta para entenderla.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 8"}},
}

// CausalesModera lists the grounds to moderate.
func CausalesModera() vocabulario.Tabla[CausalModera] { return slices.Clone(moderan) }

// ParseCausalModera reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalModera(s string) (CausalModera, error) { return moderan.Parse(s) }

// FormaJSON is the closed list.
func (CausalModera) FormaJSON() forma.Forma { return moderan.Forma() }

// Moderado is what is shown instead of the words of a petition. They stay in
// the record as they were said, for the units that may read it.
type Moderado struct {
	Texto  string       `json:"texto" validate:"required,max=8000" doc:"Texto que se muestra en lugar del relato" example:"La persona que atiende la ventanilla 3 [expresión omitida]."`
	Causal CausalModera `json:"causal" validate:"required" doc:"Por qué se modera" example:"expresiones_ofensivas"`
	Motivo string       `json:"motivo" validate:"required,min=5,max=1000" doc:"Qué se cambió y por qué" example:"Se omite un insulto que no cambia lo que se pide."`
	tramite.Autoria
}

// Traducido is a translation, beside the words that were translated.
type Traducido struct {
	// Lengua is that of the petition, or the one into which the answer was put.
	Lengua string `json:"lengua" validate:"required,max=60" doc:"Lengua del relato, o a la que se tradujo la respuesta" example:"náhuatl"`
	Texto  string `json:"texto" validate:"required,max=8000" doc:"Traducción" example:"Pido saber cómo registrar a mi hija."`
	// Traduce is who translated it: a person, or the service that did.
	Traduce string `json:"traduce" validate:"required,max=200" doc:"Quién tradujo" example:"Intérprete acreditada ante el instituto de lenguas"`
	tramite.Autoria
}

// Traducida is what is translated.
type Traducida string

// What may be translated.
const (
	ElRelato    Traducida = "relato"
	LaRespuesta Traducida = "respuesta"
)

var traducidas = vocabulario.Tabla[Traducida]{
	{Clave: ElRelato, Nombre: "Relato", Descripcion: "Lo que se pide, al español.", Fuente: lenguas},
	{Clave: LaRespuesta, Nombre: "Respuesta", Descripcion: "La respuesta dada, a la lengua de quien pide.", Fuente: lenguas},
}

var lenguas = norma.Cita{Norma: "LGDLPI", Lugar: "art. 7"}

// Traducidas lists what may be translated.
func Traducidas() vocabulario.Tabla[Traducida] { return slices.Clone(traducidas) }

// ParseTraducida reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseTraducida(s string) (Traducida, error) { return traducidas.Parse(s) }

// FormaJSON is the closed list.
func (Traducida) FormaJSON() forma.Forma { return traducidas.Forma() }

// Traduccion is the input that translates.
type Traduccion struct {
	Que Traducida `json:"que" validate:"required" doc:"Qué se traduce" example:"relato"`
	Traducido
}

// Moderar shows a petition in other words than those it was told in, which are
// kept (rule 35). The head does it: who attends does not choose the words of
// who complains.
var Moderar = tramite.Acto[Peticion, Moderado]{
	Nombre: "moderar", Titulo: "Moderar el relato", Descripcion: "Fija el texto que ven quien responde desde fuera y el seguimiento público; las palabras originales quedan en el expediente para las unidades que pueden leerlo. Hacerlo de nuevo sustituye el texto mostrado.",
	De: todas, Facultades: doe.Alguna("siade.atencion:coordinar"), Alcance: doe.Nacional, Firma: true, Causales: tramite.Causales(moderan),
	Validar: func(r Peticion, e Moderado, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Texto), ReglaEnBlanco, "body.texto")
		f.Si(e.Texto == r.Relato, ReglaMismasPalabras, "body.texto")
		f.Si(r.esSenalada(c.Actor.Sub, c.Actor.Nombre), ReglaSenalado, "body")
	},
	Aplicar: func(r *Peticion, e Moderado, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Moderacion = &e
	},
	Ejemplo: Moderado{Texto: "La persona que atiende la ventanilla 3 [expresión omitida].", Causal: Ofensiva, Motivo: "Se omite un insulto que no cambia lo que se pide."},
}

// Restituir shows a petition again in its own words.
var Restituir = tramite.Acto[Peticion, Motivo]{
	Nombre: "restituir", Titulo: "Restituir el relato", Descripcion: "Vuelve a mostrar las palabras originales de una petición moderada.",
	De: todas, Facultades: doe.Alguna("siade.atencion:coordinar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e Motivo, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
		f.Si(r.Moderacion == nil, ReglaSinModerar, "registro.moderacion")
	},
	Aplicar: func(r *Peticion, _ Motivo, _ tramite.Suceso) { r.Moderacion = nil },
	Ejemplo: Motivo{Motivo: "Lo omitido hace falta para entender lo que se pide."},
}

// Traducir adds a translation beside the words translated (rule 35).
var Traducir = tramite.Acto[Peticion, Traduccion]{
	Nombre: "traducir", Titulo: "Traducir", Descripcion: "Agrega la traducción del relato al español, o de la respuesta a la lengua de quien pide; las palabras originales se conservan junto a ella.",
	De: todas, Facultades: trabaja, Alcance: doe.Nacional,
	Validar: func(r Peticion, e Traduccion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Texto), ReglaEnBlanco, "body.texto")
		f.Si(e.Que == LaRespuesta && r.Respuesta == nil, ReglaSinRespuesta, "body.que")
		f.Si(r.esSenalada(c.Actor.Sub, c.Actor.Nombre), ReglaSenalado, "body")
	},
	Aplicar: func(r *Peticion, e Traduccion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		if e.Que == ElRelato {
			r.Traduccion = &e.Traducido
		} else if r.Respuesta != nil {
			n := *r.Respuesta
			n.Traduccion = &e.Traducido
			r.Respuesta = &n
		}
	},
	Ejemplo: Traduccion{Que: ElRelato, Traducido: Traducido{Lengua: "náhuatl", Texto: "Pido saber cómo registrar a mi hija.", Traduce: "Intérprete acreditada ante el instituto de lenguas"}},
}

// Mostrado is what those who may not read the original words see of what is
// asked.
func (p Peticion) Mostrado() string {
	if p.Moderacion != nil {
		return p.Moderacion.Texto
	}
	return p.Relato
}

// buscado is what a petition is searched in: its words and their translation.
// Only units search by content, and they may read it whole.
func (p Peticion) buscado() string {
	if p.Traduccion != nil {
		return p.Relato + " " + p.Traduccion.Texto
	}
	return p.Relato
}
