package supervision

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// Guarda is the unit that keeps checklists, programmes and visits, and Rama the
// one whose line sees them.
const (
	Guarda doe.ClaveUnidad = "doe-7.1.3.1.4"
	Rama   doe.ClaveUnidad = "doe-7.1.3"
)

// The facultades.
var (
	elabora   = doe.Alguna("siade.supervision:elaborar")
	autoriza  = doe.Alguna("siade.supervision:autorizar")
	revisa    = doe.Alguna("siade.supervision:coordinar", "siade.supervision:autorizar")
	coordina  = doe.Alguna("siade.supervision:coordinar")
	ejecuta   = doe.Alguna("siade.supervision:ejecutar")
	supervisa = doe.Alguna("siade.supervision:supervisar")
	sigue     = doe.Alguna("siade.supervision:seguir")
	atiende   = doe.Alguna("siade.supervision:atender")
	informa   = doe.Alguna("siade.supervision:informar")

	elReloj = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// ColeccionCedulas is the path of the checklists.
const ColeccionCedulas = "cedulas-supervision"

// Criterio is one thing that a visit looks at.
type Criterio struct {
	Clave   string `json:"clave" validate:"required,max=20" doc:"Clave del criterio, la misma en todas las versiones mientras pida lo mismo" example:"IMG-01"`
	Seccion string `json:"seccion" validate:"required,max=120" doc:"Parte de la cédula" example:"Imagen y señalización"`
	Texto   string `json:"texto" validate:"required,min=5,max=600" doc:"Qué se verifica" example:"El módulo está señalizado y se ve desde la entrada."`
	// Peso is its share of the score.
	Peso   cantidad.Centesimas `json:"peso" doc:"Peso en la calificación, en por ciento; los de la cédula suman cien" example:"40"`
	Fuente string              `json:"fuente" validate:"required,min=3,max=200" doc:"Norma, lineamiento o regla de la que sale" example:"Lineamientos de imagen de los módulos, numeral 3"`
	// Critico asks that failing it be observed as grave.
	Critico bool `json:"critico,omitempty" doc:"Si no cumplirlo es una observación grave" example:"false"`
}

// Contenido is what a checklist consists of.
type Contenido struct {
	Nombre    string     `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Cédula de supervisión de módulos de atención"`
	Alcance   string     `json:"alcance" validate:"required,min=5,max=1000" doc:"Qué supervisa y con qué fin" example:"Operación, imagen y registro de los módulos de atención y orientación."`
	Criterios []Criterio `json:"criterios" validate:"required,min=1,max=120,dive" doc:"Criterios"`
}

// Cedula is a checklist with all its versions: each visit keeps that of its
// day.
type Cedula struct{ version.Documento[Contenido] }

var contenidoDeEjemplo = Contenido{
	Nombre: "Cédula de supervisión de módulos de atención", Alcance: "Operación, imagen y registro de los módulos de atención y orientación.",
	Criterios: []Criterio{
		{Clave: "IMG-01", Seccion: "Imagen y señalización", Texto: "El módulo está señalizado y se ve desde la entrada.", Peso: 20_00, Fuente: "Lineamientos de imagen de los módulos, numeral 3"},
		{Clave: "OPE-01", Seccion: "Operación", Texto: "El módulo abre en el horario publicado.", Peso: 30_00, Fuente: "Procedimiento de atención en módulos, numeral 5"},
		{Clave: "REG-01", Seccion: "Registro", Texto: "Toda petición recibida en el día queda registrada.", Peso: 50_00, Fuente: "G000-002-003, política 5.7", Critico: true},
	},
}

func validarContenido(_ Cedula, e Contenido, lugar string, _ *tramite.Contexto, f *falla.Fallas) {
	suma := cantidad.Centesimas(0)
	for i, x := range e.Criterios {
		suma += x.Peso
		f.Si(x.Peso == 0, ReglaPeso, fmt.Sprintf("%s.criterios[%d].peso", lugar, i))
		f.Si(slices.ContainsFunc(e.Criterios[:i], func(o Criterio) bool { return o.Clave == x.Clave }), ReglaCriterioRepetido, fmt.Sprintf("%s.criterios[%d].clave", lugar, i))
	}
	f.Si(suma != cantidad.Entero, ReglaPesos, lugar+".criterios")
}

// PrimeraCedula is the example of a checklist.
var PrimeraCedula = version.Alta[Contenido]{Clave: "MODULO", Contenido: contenidoDeEjemplo}

// Cedulas is the definition of the checklist.
var Cedulas = tramite.MustDefinir(cedulas())

func cedulas() tramite.Definicion[Cedula] {
	d := version.Declarar(version.Declaracion[Cedula, Contenido]{
		Nombre: "cedula-supervision", Coleccion: ColeccionCedulas, Serie: "CSV", Rama: Rama,
		Titulo: "Cédula de supervisión", Descripcion: "Lista de verificación de las visitas, por versiones: se elabora, se autoriza y rige desde un día; cada visita conserva la versión de su día.",
		Elabora: elabora, Revisa: revisa, Autoriza: autoriza, Alcance: doe.Nacional, Guarda: Guarda,
		Validar: validarContenido,
		Vigor: func(_ Cedula, e version.Vigor, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Oficio == "", ReglaOficio, "body.oficio")
		},
		Comun:   true, // once it rules, every regional coordination reads what it is visited by
		Ejemplo: PrimeraCedula,
		Reparo:  version.Reparo{Lugar: "IMG-01", Texto: "Falta decir desde dónde debe verse la señal."},
		Texto:   func(e Contenido) string { return e.Nombre },
	})
	d.Plazos = []tramite.Plazo[Cedula]{{
		Nombre: PlazoAutorizacion, Titulo: "Autorización de la cédula", Aviso: 3, Claves: tramite.En[Cedula](version.EnElaboracion), Frustra: []string{"devolver", "descartar"},
		Termino: func(_ Cedula, _ string, dia fecha.Fecha) (t plazo.Termino, ok bool) {
			return terminos.De(PlazoAutorizacion, dia)
		},
	}}
	return d
}
