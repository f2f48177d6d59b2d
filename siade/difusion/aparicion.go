package difusion

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionApariciones is the path of the media appearances.
const ColeccionApariciones = "apariciones-medios"

// Medio is the kind of a medium.
type Medio string

// The kinds of medium.
const (
	Television Medio = "television"
	Radio      Medio = "radio"
	Prensa     Medio = "prensa"
	Digital    Medio = "digital"
)

var medios = vocabulario.Tabla[Medio]{
	{Clave: Television, Nombre: "Televisión", Descripcion: "Programa o noticiario de televisión.", Fuente: fnMedios},
	{Clave: Radio, Nombre: "Radio", Descripcion: "Programa o noticiario de radio.", Fuente: fnMedios},
	{Clave: Prensa, Nombre: "Prensa", Descripcion: "Periódico o revista.", Fuente: fnMedios},
	{Clave: Digital, Nombre: "Digital", Descripcion: "Portal, transmisión en línea o programa grabado que se publica en red.", Fuente: fnMedios},
}

// Medios lists the kinds of medium.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// FormaJSON is the closed list.
func (Medio) FormaJSON() forma.Forma { return medios.Forma() }

// Invitacion is what an appearance is to be.
type Invitacion struct {
	Medio  Medio       `json:"medio" validate:"required" doc:"Clase de medio" example:"radio"`
	Nombre string      `json:"nombre_medio" validate:"required,min=2,max=200" doc:"Medio y programa" example:"Radio Universidad, A media mañana"`
	Tema   string      `json:"tema" validate:"required,max=60" doc:"Código del tema, del catálogo de SIADE" example:"pensiones"`
	Dia    fecha.Fecha `json:"dia" validate:"required" doc:"Día" example:"2026-03-12"`
	// Vocero is the post of who speaks, of the directorate or of the normative
	// organ.
	Vocero string          `json:"voceria" validate:"required,min=3,max=200" doc:"Cargo de quien habla" example:"Titular de la Coordinación de Prestaciones Económicas"`
	Organo doe.ClaveOrgano `json:"organo_normativo" validate:"required,max=60" doc:"Órgano normativo con que se concurre" example:"dn-prestaciones-economicas-y-sociales"`
}

// Respaldo is what the normative organ says of the theme.
type Respaldo struct {
	Acepta bool   `json:"acepta,omitempty" doc:"Si concurre y está conforme con la vocería" example:"true"`
	Nota   string `json:"nota" validate:"required,min=5,max=4000" doc:"Información que debe darse, o por qué no concurre" example:"La comprobación de supervivencia es de oficio desde 2019."`
	tramite.Autoria
}

// Emision is what went on the air.
type Emision struct {
	Dia      fecha.Fecha `json:"dia" validate:"required" doc:"Día en que salió" example:"2026-03-12"`
	Minutos  int         `json:"minutos" validate:"min=1,max=600" doc:"Cuántos minutos duró" example:"25"`
	Contacto string      `json:"contacto" validate:"required,min=3,max=200" doc:"A dónde se dijo que podían dirigirse" example:"800 623 2323, opción 3"`
	Sintesis string      `json:"sintesis" validate:"required,min=10,max=4000" doc:"Qué se informó" example:"Se explicó quién comprueba supervivencia y cuándo."`
	Enlace   string      `json:"enlace,omitempty" validate:"omitempty,url,max=500" doc:"Dirección de la grabación o de la nota" example:"https://radio.example.org/nota"`
}

// Aparicion is an appearance in the media and the petitions that it brought.
type Aparicion struct {
	tramite.Cabecera
	Invitacion
	Respaldo   *Respaldo `json:"respaldo,omitempty" doc:"Qué dijo el órgano normativo"`
	Emision    *Emision  `json:"emision,omitempty" doc:"Qué salió al aire"`
	Peticiones []Ligada  `json:"peticiones,omitempty" doc:"Peticiones que trajo"`
	Cambios    []Cambio  `json:"cambios,omitempty" doc:"Por qué se canceló"`
	Balance    string    `json:"balance,omitempty" doc:"Qué se logró"`
}

var (
	fnMedios   = manual("7.1.3.1.3/11")
	representa = doe.Alguna("siade.difusion:representar")
	// The function has the appearance made with the competent normative organs.
	delNormativo = []tramite.Contraparte{{Rol: doe.Normativo, Preve: "doe-7.1.3.1.3/11"}}
)

// ProgramarAparicion sets an appearance.
var ProgramarAparicion = tramite.Acto[Aparicion, Invitacion]{
	Nombre: "programar", Titulo: "Programar", Descripcion: "Programa una intervención en un medio: tema, día, quién habla y con qué órgano normativo se concurre, que lo respalda o no.",
	A: tramite.Hacia(Programada), Facultades: representa, Alcance: doe.Nacional,
	Validar: func(_ Aparicion, e Invitacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Dia.Before(c.Hoy()) || c.Hoy().Dias(e.Dia) > horizonte, ReglaDia, "body.dia")
		o, hay := c.Catalogo.Organo(e.Organo)
		f.Si(!hay || o.Tipo != doe.OrganoNormativo, ReglaNormativo, "body.organo_normativo")
	},
	Aplicar: func(r *Aparicion, e Invitacion, _ tramite.Suceso) { r.Invitacion = e },
	Ejemplo: Invitacion{
		Medio: Radio, Nombre: "Radio Universidad, A media mañana", Tema: "pensiones", Dia: fecha.MustParse("2026-03-12"),
		Vocero: "Titular de la Coordinación de Prestaciones Económicas", Organo: "dn-prestaciones-economicas-y-sociales",
	},
}

// Respaldar is the word of the normative organ.
var Respaldar = tramite.Acto[Aparicion, Respaldo]{
	Nombre: "respaldar", Titulo: "Respaldar", Descripcion: "El órgano normativo concurre con la información que debe darse, o dice por qué no; la división puede asentarlo por él.",
	De: tramite.Desde(Programada), Facultades: representa, Alcance: doe.Nacional, Contrapartes: delNormativo,
	Aplicar: func(r *Aparicion, e Respaldo, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Respaldo = &e
	},
	Ejemplo: Respaldo{Acepta: true, Nota: "La comprobación de supervivencia es de oficio desde 2019."},
}

// Emitir tells what went on the air, once the normative organ agreed.
var Emitir = tramite.Acto[Aparicion, Emision]{
	Nombre: "emitir", Titulo: "Asentar la emisión", Descripcion: "La intervención salió al aire con respaldo del órgano normativo: cuánto duró, qué se informó y a dónde se dijo que podían dirigirse.",
	De: tramite.Desde(Programada), A: tramite.Hacia(Realizada), Facultades: representa, Alcance: doe.Nacional,
	Validar: func(r Aparicion, e Emision, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Dia.After(c.Hoy()) || e.Dia.Before(r.Creado.Dia()), ReglaEmitida, "body.dia")
		f.Si(r.Respaldo == nil || !r.Respaldo.Acepta, ReglaRespaldo, "registro.respaldo")
	},
	Aplicar: func(r *Aparicion, e Emision, _ tramite.Suceso) { r.Emision = &e },
	Ejemplo: Emision{Dia: fecha.MustParse("2026-03-12"), Minutos: 25, Contacto: "800 623 2323, opción 3", Sintesis: "Se explicó quién comprueba supervivencia y cuándo."},
}

// LigarAparicion takes note of a petition that the appearance brought, of
// whatever OOAD.
var LigarAparicion = tramite.Acto[Aparicion, siade.Nacida]{
	Nombre: siade.ActoLigar, Titulo: "Ligar petición", Descripcion: "Toma nota de una petición que la intervención trajo, presentada desde el día en que salió; la del nivel central que se registra con este expediente en nace_de se liga sola.",
	De: tramite.Desde(Realizada), Facultades: doe.Alguna("siade.difusion:representar", "siade.atencion:atender"), Alcance: doe.Nacional,
	Validar: func(r Aparicion, e siade.Nacida, c *tramite.Contexto, f *falla.Fallas) {
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
		f.Si(p == nil || r.Emision != nil && p.Creado.Dia().Before(r.Emision.Dia), ReglaTraida, "body.folio")
		f.Si(slices.ContainsFunc(r.Peticiones, func(n Ligada) bool { return n.Folio == e.Folio }), ReglaLigada, "body.folio")
	},
	Fijar: func(r Aparicion, e *siade.Nacida, c *tramite.Contexto) {
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
		e.Nacio = p != nil && p.NaceDe != nil && p.NaceDe.Folio == r.Folio
	},
	Aplicar: func(r *Aparicion, e siade.Nacida, _ tramite.Suceso) {
		r.Peticiones = append(r.Peticiones, Ligada{Folio: e.Folio, Nacida: e.Nacio})
	},
	Ejemplo: siade.Nacida{Folio: "SIADE-2026-14-0000001-X"},
}

// Balance is the input of [CerrarAparicion].
type Balance struct {
	Balance string `json:"balance" validate:"required,min=10,max=4000" doc:"Qué se logró" example:"Doce personas llamaron y todas supieron que su pensión sigue."`
}

// CerrarAparicion ends it once every petition that it brought has ended.
var CerrarAparicion = tramite.Acto[Aparicion, Balance]{
	Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Concluidas las peticiones que la intervención trajo, dice qué se logró.",
	De: tramite.Desde(Realizada), A: tramite.Hacia(Informada), Facultades: representa, Alcance: doe.Nacional,
	Validar: func(r Aparicion, _ Balance, c *tramite.Contexto, f *falla.Fallas) {
		for _, n := range r.Peticiones {
			p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, n.Folio)
			f.Si(p != nil && p.Concluida.IsZero(), ReglaPorAtender, "registro.peticiones", n.Folio)
		}
	},
	Aplicar: func(r *Aparicion, e Balance, _ tramite.Suceso) { r.Balance = e.Balance },
	Ejemplo: Balance{Balance: "Doce personas llamaron y todas supieron que su pensión sigue."},
}

// CancelarAparicion ends it without going on the air.
var CancelarAparicion = tramite.Acto[Aparicion, Cancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "La intervención no sale al aire, con su causal.",
	De: tramite.Desde(Programada), A: tramite.Hacia(Cancelada), Facultades: representa, Alcance: doe.Nacional, Causales: tramite.Causales(causales),
	Aplicar: func(r *Aparicion, e Cancelacion, s tramite.Suceso) {
		r.Cambios = append(r.Cambios, Cambio{Antes: r.Dia, Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()})
	},
	Ejemplo: Cancelacion{Causal: OtraFecha, Motivo: "El medio cambió su programación."},
}

// Apariciones is the definition of the media appearance.
var Apariciones = tramite.MustDefinir(tramite.Definicion[Aparicion]{
	Nombre: "aparicion-medios", Coleccion: ColeccionApariciones, Serie: "AME", Rama: Rama,
	Titulo:      "Aparición en medios",
	Descripcion: "Intervención en radio, televisión, prensa o un medio digital para orientar, con el órgano normativo competente: tema, vocería, qué salió al aire y qué peticiones trajo, hasta que concluyen.",
	Estados: []tramite.DefEstado{
		{Nombre: Programada, Categoria: tramite.Abierta, Titulo: "Programada"},
		{Nombre: Realizada, Categoria: tramite.Abierta, Titulo: "Al aire, con peticiones por atender"},
		{Nombre: Informada, Categoria: tramite.Cerrada, Titulo: "Cerrada"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta:  ProgramarAparicion,
	Actos: tramite.Actos[Aparicion](Respaldar, Emitir, LigarAparicion, CerrarAparicion, CancelarAparicion),
	Plazos: []tramite.Plazo[Aparicion]{
		{
			Nombre: PlazoRealizacion, Titulo: "Día de la intervención", Aviso: 3, Claves: tramite.En[Aparicion](Programada), Frustra: []string{CancelarAparicion.Nombre},
			Fecha: func(r Aparicion, _ string) fecha.Fecha { return r.Dia },
		},
		{
			Nombre: PlazoBalance, Titulo: "Peticiones que trajo", Aviso: 3, Claves: tramite.En[Aparicion](Realizada),
			Termino: func(_ Aparicion, _ string, d fecha.Fecha) (plazo.Termino, bool) { return terminos.De(PlazoBalance, d) },
		},
	},
	Partes: func(r Aparicion) []tramite.Parte {
		return []tramite.Parte{{Rol: doe.Normativo, Organo: r.Organo}}
	},
	Indices: []tramite.Indice[Aparicion]{
		{Nombre: "medio", Descripcion: "Clase de medio", Valores: medios.Claves(), De: func(r Aparicion) string { return string(r.Medio) }},
		{Nombre: "tema", Descripcion: "Código del tema", De: func(r Aparicion) string { return r.Tema }},
		{Nombre: "organo", Descripcion: "Órgano normativo", De: func(r Aparicion) string { return string(r.Organo) }},
	},
	Texto: func(r Aparicion) string {
		t := []string{r.Nombre, r.Vocero}
		if r.Emision != nil {
			t = append(t, r.Emision.Sintesis)
		}
		return strings.Join(t, " ")
	},
})
