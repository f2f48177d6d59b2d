package grupo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// ColeccionDirectrices is the path of the directives, and ClaveDirectriz the key
// of the one that rules the attention of groups.
const (
	ColeccionDirectrices = "directrices-grupos"
	ClaveDirectriz       = "GRUPOS"
)

// Requisito is a document that a kind of group may prove a representation by.
type Requisito struct {
	Clase     Clase     `json:"clase" validate:"required" doc:"Clase de grupo" example:"colectivo"`
	Documento Documento `json:"documento" validate:"required" doc:"Documento que se admite" example:"carta_poder"`
	// Meses is how long it counts at most, from its first day.
	Meses int `json:"meses" validate:"min=1,max=72" doc:"Vigencia máxima, en meses" example:"6"`
}

// Dias are the working days of the terms that a directive sets; those left out
// are the ones of [Terminos].
type Dias struct {
	Programar   int `json:"programar,omitempty" validate:"omitempty,min=1,max=30" doc:"Días hábiles para fijar la reunión" example:"5"`
	Minuta      int `json:"minuta,omitempty" validate:"omitempty,min=1,max=15" doc:"Días hábiles para levantar la minuta" example:"3"`
	Formalizar  int `json:"formalizar,omitempty" validate:"omitempty,min=1,max=15" doc:"Días hábiles para registrar la petición o levantar el acuerdo" example:"3"`
	Seguimiento int `json:"seguimiento,omitempty" validate:"omitempty,min=1,max=60" doc:"Cada cuántos días hábiles se da seguimiento" example:"15"`
	Conclusion  int `json:"conclusion,omitempty" validate:"omitempty,min=5,max=120" doc:"Días hábiles para que termine cada demanda" example:"60"`
}

func (d Dias) de(nombre string) int {
	return map[string]int{PlazoProgramar: d.Programar, PlazoMinuta: d.Minuta, PlazoFormalizar: d.Formalizar, PlazoSeguimiento: d.Seguimiento, PlazoConclusion: d.Conclusion}[nombre]
}

// Reglamento is what a directive says.
type Reglamento struct {
	Nombre    string            `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Atención a grupos organizados y empresas"`
	Texto     string            `json:"texto" validate:"required,min=20,max=8000" doc:"Qué dispone" example:"Se recibe a cada grupo por su representante y se da cuenta de cada demanda."`
	Obligadas []doe.ClaveUnidad `json:"obligadas" validate:"required,min=1,max=20,unique,dive,required,max=40" doc:"Unidades a las que obliga" example:"[\"caood-7.1\"]"`
	Canales   []Medio           `json:"canales" validate:"required,min=1,max=4,unique,dive,required" doc:"Por dónde se reciben solicitudes" example:"[\"oficio\"]"`
	// Requisitos stand instead of the usual ones for the kinds they name.
	Requisitos []Requisito `json:"requisitos,omitempty" validate:"omitempty,max=60,dive" doc:"Documentos que se admiten, por clase de grupo; la clase que no esté sigue con los usuales"`
	Dias       Dias        `json:"dias,omitzero" doc:"Términos, en días hábiles"`
}

// Directriz is a directive with all its versions.
type Directriz struct{ version.Documento[Reglamento] }

// usuales are the documents that count where no directive says others.
var usuales = []Requisito{
	{Sindicato, TomaDeNota, 36}, {Sindicato, PoderNotarial, 36},
	{Jubilados, ActaConstitutiva, 36}, {Jubilados, PoderNotarial, 36}, {Jubilados, ActaAsamblea, 12},
	{Asociacion, ActaConstitutiva, 36}, {Asociacion, PoderNotarial, 36}, {Asociacion, ActaAsamblea, 24},
	{Campesina, ActaAsamblea, 36}, {Campesina, PoderNotarial, 36},
	{Comite, ActaAsamblea, 12}, {Comite, CartaPoder, 6},
	{Camara, PoderNotarial, 36}, {Camara, ActaAsamblea, 24},
	{Empresa, PoderNotarial, 36}, {Empresa, ActaConstitutiva, 36},
	{PersonaFisica, Identificacion, 36}, {PersonaFisica, PoderNotarial, 36}, {PersonaFisica, CartaPoder, 6},
	{Colectivo, CartaPoder, 6}, {Colectivo, ActaAsamblea, 12},
}

// Requisitos lists the documents that count where no directive says others.
func Requisitos() []Requisito { return slices.Clone(usuales) }

// enVigor is what the directive in force today says; the zero one when there is
// none.
func enVigor(c *tramite.Contexto) Reglamento {
	d := tramite.HallarClave[Directriz](c, ColeccionDirectrices, ClaveDirectriz)
	if d == nil {
		return Reglamento{}
	}
	v, _ := d.En(c.Hoy())
	return v.Contenido
}

// admite says for how many months a document proves a representation of a kind
// of group; 0 when it does not.
func (g Reglamento) admite(k Clase, d Documento) int {
	de := func(rs []Requisito) (meses int, hay bool) {
		for _, r := range rs {
			if r.Clase == k {
				hay = true
				if r.Documento == d {
					meses = r.Meses
				}
			}
		}
		return meses, hay
	}
	if n, hay := de(g.Requisitos); hay {
		return n
	}
	n, _ := de(usuales)
	return n
}

func validarReglamento(_ Directriz, e Reglamento, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	for i, u := range e.Obligadas {
		_, hay := c.Catalogo.Unidad(u)
		f.Si(!hay || !c.Catalogo.EnLinea("doe-7.1.3", u), ReglaObligada, fmt.Sprintf("%s.obligadas[%d]", lugar, i))
	}
	for i, r := range e.Requisitos {
		igual := func(o Requisito) bool { return o.Clase == r.Clase && o.Documento == r.Documento }
		f.Si(slices.ContainsFunc(e.Requisitos[:i], igual), ReglaRequisito, fmt.Sprintf("%s.requisitos[%d]", lugar, i))
	}
}

// PrimeraDirectriz is the example of a directive.
var PrimeraDirectriz = version.Alta[Reglamento]{Clave: ClaveDirectriz, Contenido: Reglamento{
	Nombre: "Atención a grupos organizados y empresas", Texto: "Se recibe a cada grupo por quien lo represente, se trata cada demanda por separado y se da cuenta de todas al cerrar.",
	Obligadas: []doe.ClaveUnidad{doe.CAOOD}, Canales: []Medio{PorOficio, EnPersona, PorCorreo},
	Requisitos: []Requisito{{Colectivo, CartaPoder, 3}}, Dias: Dias{Programar: 4},
}}

// Directrices is the definition of the directive.
var Directrices = tramite.MustDefinir(directrices())

func directrices() tramite.Definicion[Directriz] {
	d := version.Declarar(version.Declaracion[Directriz, Reglamento]{
		Nombre: "directriz-grupos", Coleccion: ColeccionDirectrices, Serie: "DIG", Rama: "doe-7.1.3",
		Titulo:      "Directriz de grupos",
		Descripcion: "Reglas con que las áreas de atención reciben a grupos organizados y empresas, por versiones: a quién obligan, por dónde se recibe, con qué documentos se acredita la representación y en qué términos. Cada solicitud conserva los de su día.",
		Elabora:     coordina, Revisa: administr, Autoriza: administr, Alcance: doe.Nacional, Guarda: Guarda,
		Validar: validarReglamento,
		Vigor: func(_ Directriz, e version.Vigor, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Oficio == "", ReglaOficio, "body.oficio")
		},
		Comun:   true,
		Ejemplo: PrimeraDirectriz,
		Reparo:  version.Reparo{Lugar: "requisitos", Texto: "Falta decir con qué se acredita un ejido."},
		Texto:   func(e Reglamento) string { return e.Nombre + " " + e.Texto },
	})
	d.Plazos = []tramite.Plazo[Directriz]{{
		Nombre: PlazoAutorizacion, Titulo: "Autorización de la directriz", Aviso: 3, Claves: tramite.En[Directriz](version.EnElaboracion), Frustra: []string{"devolver", "descartar"},
		Termino: func(_ Directriz, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
			return terminos.De(PlazoAutorizacion, dia)
		},
	}}
	return d
}
