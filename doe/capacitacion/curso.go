package capacitacion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
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

// The states of what is drafted, returned, in force and retired.
const (
	EnElaboracion tramite.Estado = "en_elaboracion"
	PorCorregir   tramite.Estado = "devuelto"
	Vigente       tramite.Estado = "vigente"
	Retirado      tramite.Estado = "retirado"
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

// Version is one authorised version of a course, in force from its first day.
type Version struct {
	Numero int `json:"numero" doc:"Número de la versión" example:"1"`
	Contenido
	Desde fecha.Fecha `json:"desde" doc:"Primer día en vigor" example:"2026-01-15"`
	tramite.Autoria
}

// Reparo is a remark with which something is returned.
type Reparo struct {
	Lugar string `json:"lugar,omitempty" validate:"omitempty,max=60" doc:"Parte a que se refiere" example:"LSS"`
	Texto string `json:"texto" validate:"required,min=5,max=1000" doc:"Qué se observa" example:"Faltan las reformas de pensiones."`
}

// Devolucion is the input that returns a draft.
type Devolucion struct {
	Reparos []Reparo `json:"reparos" validate:"required,min=1,max=60,dive" doc:"Qué se observa"`
}

// Vigor is the input that puts a version in force.
type Vigor struct {
	Desde fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en vigor" example:"2026-03-02"`
}

// Curso is a course with all its versions.
type Curso struct {
	tramite.Cabecera
	Clave     string     `json:"clave" doc:"Clave del curso" example:"ORI-LSS"`
	Borrador  *Contenido `json:"borrador,omitempty" doc:"Contenido por autorizar"`
	Reparos   []Reparo   `json:"reparos,omitempty" doc:"Con qué se devolvió el borrador"`
	Versiones []Version  `json:"versiones,omitempty" doc:"Versiones autorizadas, por su primer día"`
}

// VersionEn is the version in force on a day; false when there is none.
func (c Curso) VersionEn(d fecha.Fecha) (Version, bool) {
	for i := len(c.Versiones) - 1; i >= 0; i-- {
		if !d.Before(c.Versiones[i].Desde) {
			return c.Versiones[i], true
		}
	}
	return Version{}, false
}

// AltaCurso is the input of [ElaborarCurso].
type AltaCurso struct {
	Clave     string    `json:"clave" validate:"required,max=30" doc:"Clave del curso" example:"ORI-LSS"`
	Contenido Contenido `json:"contenido" validate:"required" doc:"Contenido"`
}

var contenidoDeEjemplo = Contenido{
	Nombre: "Orientación en seguro social", Clase: Orientacion, Objetivo: "Orientar sobre regímenes, semanas cotizadas y pensiones.",
	Temas:      []Tema{{"LSS", "Regímenes de la Ley del Seguro Social", 6}, {"PEN", "Pensiones", 4}},
	Asistencia: 80_00, Meses: 24,
}

func validarContenido(e Contenido, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	for i, t := range e.Temas {
		f.Si(slices.ContainsFunc(e.Temas[:i], func(o Tema) bool { return o.Clave == t.Clave }), ReglaTemaRepetido, fmt.Sprintf("%s.temas[%d].clave", lugar, i))
	}
	f.Si(e.Asistencia == 0 || e.Asistencia > cantidad.Entero, ReglaAsistencia, lugar+".asistencia")
	f.Si((e.Instrumento != "") != (e.Minima > 0) || (e.Instrumento != "") != (e.Intentos > 0) || e.Minima > cantidad.Entero, ReglaMinima, lugar+".minima")
	f.Si(e.Instrumento != "" && c.FolioDe(ColeccionInstrumentos, e.Instrumento) == "", ReglaSinInstrumento, lugar+".instrumento")
}

// vigor checks the first day of a version.
func vigor(e Vigor, anterior fecha.Fecha, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Desde.Before(c.Hoy()) || c.Hoy().Dias(e.Desde) > 366 || !anterior.IsZero() && !e.Desde.After(anterior), ReglaVigor, "body.desde")
}

// ElaborarCurso drafts a course.
var ElaborarCurso = tramite.Acto[Curso, AltaCurso]{
	Nombre: "elaborar", Titulo: "Elaborar curso", Descripcion: "Elabora el contenido de un curso: temas, horas, evaluación, asistencia mínima y vigencia de lo que acredita.",
	A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Linea,
	Validar: func(_ Curso, e AltaCurso, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.FolioDe(ColeccionCursos, e.Clave) != "", ReglaClaveRepetida, "body.clave")
		validarContenido(e.Contenido, "body.contenido", c, f)
	},
	Aplicar: func(r *Curso, e AltaCurso, _ tramite.Suceso) { r.Clave, r.Borrador = e.Clave, &e.Contenido },
	Ejemplo: AltaCurso{Clave: "ORI-LSS", Contenido: contenidoDeEjemplo},
}

// CorregirCurso replaces the draft, or opens the next version.
var CorregirCurso = tramite.Acto[Curso, Contenido]{
	Nombre: "corregir", Titulo: "Corregir o abrir versión", Descripcion: "Sustituye el borrador; de un curso vigente abre la versión siguiente.",
	De: tramite.Desde(EnElaboracion, PorCorregir, Vigente), A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Linea,
	Validar: func(_ Curso, e Contenido, c *tramite.Contexto, f *falla.Fallas) { validarContenido(e, "body", c, f) },
	Aplicar: func(r *Curso, e Contenido, _ tramite.Suceso) { r.Borrador = &e },
	Ejemplo: contenidoDeEjemplo,
}

// DevolverCurso returns a draft with remarks.
var DevolverCurso = tramite.Acto[Curso, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver", Descripcion: "Devuelve el borrador con lo que debe corregirse.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(PorCorregir), Facultades: revisa, Alcance: doe.Linea,
	Aplicar: func(r *Curso, e Devolucion, _ tramite.Suceso) { r.Reparos = e.Reparos },
	Ejemplo: Devolucion{Reparos: []Reparo{{Lugar: "PEN", Texto: "Faltan las reformas de pensiones."}}},
}

// AutorizarCurso puts the draft in force from a day on.
var AutorizarCurso = tramite.Acto[Curso, Vigor]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Autoriza el borrador, que rige desde el día que se diga; cada edición conserva la versión de su primera sesión.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Vigente), Facultades: autoriza, Alcance: doe.Linea,
	Validar: func(r Curso, e Vigor, c *tramite.Contexto, f *falla.Fallas) {
		var anterior fecha.Fecha
		if n := len(r.Versiones); n > 0 {
			anterior = r.Versiones[n-1].Desde
		}
		vigor(e, anterior, c, f)
	},
	Aplicar: func(r *Curso, e Vigor, s tramite.Suceso) {
		r.Versiones = append(r.Versiones, Version{Numero: len(r.Versiones) + 1, Contenido: *r.Borrador, Desde: e.Desde, Autoria: s.Autoria()})
		r.Borrador, r.Reparos = nil, nil
	},
	Ejemplo: Vigor{Desde: fecha.MustParse("2026-03-02")},
}

// RetirarCurso ends a course that is given no more.
var RetirarCurso = tramite.Acto[Curso, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "El curso deja de darse; lo acreditado se conserva.",
	De: tramite.Desde(Vigente), A: tramite.Hacia(Retirado), Facultades: autoriza, Alcance: doe.Linea,
	Aplicar: func(*Curso, tramite.Retiro, tramite.Suceso) {},
	Ejemplo: tramite.Retiro{Motivo: "Lo sustituye el curso en línea"},
}

// Cursos is the definition of the course.
var Cursos = tramite.MustDefinir(tramite.Definicion[Curso]{
	Nombre: "curso-capacitacion", Coleccion: ColeccionCursos, Serie: "CUR", Rama: doe.Raiz,
	Titulo: "Curso", Descripcion: "Contenido de un curso, por versiones: temas, horas, evaluación, asistencia mínima y vigencia de lo que acredita.",
	Estados: estadosVersion(),
	Alta:    ElaborarCurso, Actos: tramite.Actos[Curso](CorregirCurso, DevolverCurso, AutorizarCurso, RetirarCurso),
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
	Nombradas: func(r Curso) []tramite.Nombrada {
		if len(r.Versiones) == 0 {
			return nil
		}
		return todas(nil)
	},
	Unica: func(r Curso) string { return r.Clave },
	Indices: []tramite.Indice[Curso]{
		{Nombre: "clave", Descripcion: "Clave del curso", De: func(r Curso) string { return r.Clave }},
		{Nombre: "clase", Descripcion: "Materia", Valores: clases.Claves(), De: func(r Curso) string {
			if n := len(r.Versiones); n > 0 {
				return string(r.Versiones[n-1].Clase)
			}
			return ""
		}},
	},
	Texto: func(r Curso) string {
		var b strings.Builder
		b.WriteString(r.Clave)
		for _, v := range r.Versiones {
			b.WriteString(" " + v.Nombre + " " + v.Objetivo)
		}
		return b.String()
	},
})

func estadosVersion() []tramite.DefEstado {
	return []tramite.DefEstado{
		{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "Con borrador por autorizar"},
		{Nombre: PorCorregir, Categoria: tramite.Abierta, Titulo: "Borrador devuelto"},
		{Nombre: Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
		{Nombre: Retirado, Categoria: tramite.Cerrada, Titulo: "Retirado"},
	}
}

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
func cursoEn(clave string, d fecha.Fecha, c *tramite.Contexto) *Version {
	x := tramite.HallarClave[Curso](c, ColeccionCursos, clave)
	if x == nil {
		return nil
	}
	v, ok := x.VersionEn(d)
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
