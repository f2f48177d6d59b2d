package capacitacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// The facultades. What a regional coordination runs of its own programme, and
// what a unit runs of its technical one, it runs because it elaborates it: in
// their lines nobody holds ejecutar.
var (
	elabora  = doe.Alguna("doe.capacitacion:elaborar")
	autoriza = doe.Alguna("doe.capacitacion:autorizar")
	revisa   = doe.Alguna("doe.capacitacion:coordinar", "doe.capacitacion:autorizar")
	coordina = doe.Alguna("doe.capacitacion:coordinar", "doe.capacitacion:ejecutar", "doe.capacitacion:elaborar")
	ejecuta  = doe.Alguna("doe.capacitacion:ejecutar", "doe.capacitacion:elaborar")
	registra = doe.Alguna("doe.capacitacion:registrar", "doe.capacitacion:ejecutar", "doe.capacitacion:elaborar")
	evalua   = doe.Alguna("doe.capacitacion:evaluar", "doe.capacitacion:elaborar")
	difunde  = doe.Alguna("doe.capacitacion:difundir")
	propone  = doe.Alguna("doe.capacitacion:proponer")
	sigue    = doe.Alguna("doe.capacitacion:seguir")
	analiza  = doe.Alguna("doe.capacitacion:analizar")
	atiende  = doe.Alguna("doe.capacitacion:atender")
	verifico = doe.Alguna("doe.capacitacion:supervisar")

	elReloj = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// ColeccionCursos is the path of the courses.
const ColeccionCursos = "cursos-capacitacion"

// Tema is a theme of a course.
type Tema struct {
	Clave  string `json:"clave" validate:"required,max=20" doc:"Clave del tema" example:"LSS"`
	Nombre string `json:"nombre" validate:"required,min=3,max=200" doc:"Nombre" example:"Regímenes de la Ley del Seguro Social"`
	Horas  int    `json:"horas" validate:"min=1,max=200" doc:"Horas" example:"6"`
}

// Contenido is what a course consists of.
type Contenido struct {
	Nombre   string `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Orientación en seguro social"`
	Clase    Clase  `json:"clase" validate:"required" doc:"Materia" example:"orientacion"`
	Objetivo string `json:"objetivo" validate:"required,min=10,max=2000" doc:"Qué sabrá hacer quien lo acredite" example:"Orientar sobre regímenes, semanas cotizadas y pensiones."`
	Temas    []Tema `json:"temas" validate:"required,min=1,max=40,dive" doc:"Temas"`
	// Instrumento is the test; without it attendance alone accredits.
	Instrumento string              `json:"instrumento,omitempty" validate:"omitempty,max=30" doc:"Clave del instrumento de evaluación; sin él acredita la asistencia" example:"LSS-BASICO"`
	Minima      cantidad.Centesimas `json:"minima,omitempty" doc:"Calificación mínima, en por ciento" example:"80"`
	Intentos    int                 `json:"intentos,omitempty" validate:"omitempty,min=1,max=5" doc:"Veces que puede presentarse la evaluación final" example:"2"`
	Asistencia  cantidad.Centesimas `json:"asistencia" doc:"Asistencia mínima, en por ciento de las horas" example:"80"`
	// Meses is how long an accreditation lasts; for ever when zero.
	Meses int `json:"meses,omitempty" validate:"omitempty,min=1,max=120" doc:"Meses que vale lo acreditado; sin término si falta" example:"24"`
}

// Horas is how long the course is.
func (c Contenido) Horas() int {
	n := 0
	for _, t := range c.Temas {
		n += t.Horas
	}
	return n
}

// Curso is a course with all its versions: each edition keeps that of its first
// session.
type Curso struct{ version.Documento[Contenido] }

var contenidoDeEjemplo = Contenido{
	Nombre: "Orientación en seguro social", Clase: Orientacion, Objetivo: "Orientar sobre regímenes, semanas cotizadas y pensiones.",
	Temas:      []Tema{{"LSS", "Regímenes de la Ley del Seguro Social", 6}, {"PEN", "Pensiones", 4}},
	Asistencia: 80_00, Meses: 24,
}

func validarContenido(_ Curso, e Contenido, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	for i, t := range e.Temas {
		f.Si(slices.ContainsFunc(e.Temas[:i], func(o Tema) bool { return o.Clave == t.Clave }), ReglaTemaRepetido, fmt.Sprintf("%s.temas[%d].clave", lugar, i))
	}
	f.Si(e.Asistencia == 0 || e.Asistencia > cantidad.Entero, ReglaAsistencia, lugar+".asistencia")
	f.Si((e.Instrumento != "") != (e.Minima > 0) || (e.Instrumento != "") != (e.Intentos > 0) || e.Minima > cantidad.Entero, ReglaMinima, lugar+".minima")
	f.Si(e.Instrumento != "" && c.FolioDe(ColeccionInstrumentos, e.Instrumento) == "", ReglaSinInstrumento, lugar+".instrumento")
}

// PrimerCurso is the example of a course.
var PrimerCurso = version.Alta[Contenido]{Clave: "ORI-LSS", Contenido: contenidoDeEjemplo}

// Cursos is the definition of the course.
var Cursos = tramite.MustDefinir(version.Declarar(version.Declaracion[Curso, Contenido]{
	Nombre: "curso-capacitacion", Coleccion: ColeccionCursos, Serie: "CUR", Rama: doe.Raiz,
	Titulo: "Curso", Descripcion: "Contenido de un curso, por versiones: temas, horas, evaluación, asistencia mínima y vigencia de lo que acredita.",
	Elabora: elabora, Revisa: revisa, Autoriza: autoriza, Alcance: doe.Linea,
	Validar: validarContenido,
	Comun:   true,
	Ejemplo: PrimerCurso,
	Reparo:  version.Reparo{Lugar: "PEN", Texto: "Faltan las reformas de pensiones."},
	Texto:   func(e Contenido) string { return e.Nombre + " " + e.Objetivo },
	Indices: []tramite.Indice[Curso]{{Nombre: "clase", Descripcion: "Materia", Valores: clases.Claves(), De: func(r Curso) string {
		v, _ := r.Ultima()
		return string(v.Contenido.Clase)
	}}},
}))

// todas are the regional coordinations of some bodies, of every one when none
// is said.
func todas(os []doe.OOAD) []tramite.Nombrada {
	var out []tramite.Nombrada
	for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
		if len(os) == 0 || slices.Contains(os, o.OOAD) {
			out = append(out, tramite.Nombrada{Unidad: doe.CAOOD, OOAD: o.OOAD})
		}
	}
	return out
} // cursoEn is the version of a course in force on a day; nil when there is none.
func cursoEn(clave string, d fecha.Fecha, c *tramite.Contexto) *version.Version[Contenido] {
	x := tramite.HallarClave[Curso](c, ColeccionCursos, clave)
	if x == nil {
		return nil
	}
	v, ok := x.En(d)
	if !ok {
		return nil
	}
	return &v
}

// esOOAD says whether it is a decentralised body or the central level.
func esOOAD(o doe.OOAD) bool {
	x, err := doe.ParseOOAD(string(o))
	return err == nil && x == o
}
