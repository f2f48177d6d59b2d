package siade

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// ColeccionClasificadores is the path of the catalog of themes.
const ColeccionClasificadores = "clasificadores"

// ClaseClasificador is what an entry of the catalog names.
type ClaseClasificador string

// The classes of the catalog.
const (
	ClaseTema     ClaseClasificador = "tema"
	ClaseSubtema  ClaseClasificador = "subtema"
	ClaseServicio ClaseClasificador = "servicio"
	ClaseTramite  ClaseClasificador = "tramite"
)

var clasesClasificador = vocabulario.Tabla[ClaseClasificador]{
	{Clave: ClaseTema, Nombre: "Tema", Descripcion: "De qué trata la petición.", Fuente: administracion},
	{Clave: ClaseSubtema, Nombre: "Subtema", Descripcion: "Asunto dentro de un tema.", Fuente: administracion},
	{Clave: ClaseServicio, Nombre: "Servicio", Descripcion: "Servicio o área en que ocurrió o que se pide.", Fuente: administracion},
	{Clave: ClaseTramite, Nombre: "Trámite", Descripcion: "Trámite institucional al que se refiere.", Fuente: administracion},
}

// administracion is the function by which the catalog is kept.
var administracion = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/1"}

// criterio is the function by which it is said how to register and classify.
var criterio = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/2"}

// ClasesClasificador lists the classes of the catalog.
func ClasesClasificador() vocabulario.Tabla[ClaseClasificador] {
	return slices.Clone(clasesClasificador)
}

// ParseClaseClasificador reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseClaseClasificador(s string) (ClaseClasificador, error) { return clasesClasificador.Parse(s) }

// FormaJSON is the closed list.
func (ClaseClasificador) FormaJSON() forma.Forma { return clasesClasificador.Forma() }

// Clasificador is an entry of the catalog by which petitions are classified: a
// theme, a sub-theme, a service or a procedure, with its editions by date.
type Clasificador struct {
	tramite.Cabecera
	Clase ClaseClasificador `json:"clase" doc:"Qué nombra: tema, subtema, servicio o trámite" example:"tema"`
	Clave string            `json:"clave" doc:"Código, único en su clase" example:"medicamentos"`
	// Ediciones are in the order of the days from which they hold.
	Ediciones []EdicionClasificador `json:"ediciones" doc:"Lo que dice, por fecha: rige la última que empezó"`
}

// EdicionClasificador is what an entry says from a day on, until the next.
type EdicionClasificador struct {
	Desde fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en que rige así" example:"2026-03-02"`
	// Hasta is the last day on which it may be used; open when zero.
	Hasta  fecha.Fecha `json:"hasta,omitzero" doc:"Último día en que puede usarse; abierto si falta" example:"2027-12-31"`
	Nombre string      `json:"nombre" validate:"required,max=120" doc:"Nombre" example:"Surtimiento de medicamentos"`
	// Criterio says when to use it: it is shown where one captures (rule 28).
	Criterio string `json:"criterio,omitempty" validate:"omitempty,max=2000" doc:"Cuándo se usa y cuándo no" example:"Receta completa o parcialmente sin surtir en farmacia del Instituto."`
	Padre    string `json:"padre,omitempty" validate:"omitempty,max=60" doc:"Tema al que pertenece un subtema" example:"medicamentos"`
	// Tipos and Servicios narrow what it may be combined with; any when empty.
	Tipos     []Tipo     `json:"tipos,omitempty" validate:"omitempty,max=10,unique" doc:"Tipos de petición que lo admiten; vacío, todos" example:"[\"queja\"]"`
	Servicios []string   `json:"servicios,omitempty" validate:"omitempty,max=60,unique,dive,required,max=60" doc:"Servicios con que se combina un tema; vacío, todos" example:"[\"farmacia\"]"`
	Palabras  []string   `json:"palabras,omitempty" validate:"omitempty,max=60,unique,dive,required,max=60" doc:"Palabras con que la gente lo nombra" example:"[\"receta\"]"`
	Preguntas []Pregunta `json:"preguntas,omitempty" validate:"omitempty,max=20,dive" doc:"Preguntas que se hacen al clasificar así"`
	Rutas     []Ruta     `json:"rutas,omitempty" validate:"omitempty,max=100,dive" doc:"Área a la que se turna, según el territorio"`
}

// ClasePregunta is the kind of answer that a question takes.
type ClasePregunta string

// The kinds of answer.
const (
	PreguntaTexto  ClasePregunta = "texto"
	PreguntaNumero ClasePregunta = "numero"
	PreguntaFecha  ClasePregunta = "fecha"
	PreguntaOpcion ClasePregunta = "opcion"
	PreguntaSiNo   ClasePregunta = "si_no"
)

var clasesPregunta = vocabulario.Tabla[ClasePregunta]{
	{Clave: PreguntaTexto, Nombre: "Texto", Descripcion: "Hasta 500 caracteres.", Fuente: administracion},
	{Clave: PreguntaNumero, Nombre: "Número", Descripcion: "Entero, sin signo.", Fuente: administracion},
	{Clave: PreguntaFecha, Nombre: "Fecha", Descripcion: "Día AAAA-MM-DD que no es futuro.", Fuente: administracion},
	{Clave: PreguntaOpcion, Nombre: "Opción", Descripcion: "Una de las opciones.", Fuente: administracion},
	{Clave: PreguntaSiNo, Nombre: "Sí o no", Descripcion: "si o no.", Fuente: administracion},
}

// ClasesPregunta lists the kinds of answer.
func ClasesPregunta() vocabulario.Tabla[ClasePregunta] { return slices.Clone(clasesPregunta) }

// ParseClasePregunta reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseClasePregunta(s string) (ClasePregunta, error) { return clasesPregunta.Parse(s) }

// FormaJSON is the closed list.
func (ClasePregunta) FormaJSON() forma.Forma { return clasesPregunta.Forma() }

// Pregunta is asked of who classifies.
type Pregunta struct {
	Clave       string        `json:"clave" validate:"required,max=40" doc:"Código de la pregunta, único en el catálogo que aplica" example:"piezas"`
	Texto       string        `json:"texto" validate:"required,max=300" doc:"Qué se pregunta" example:"¿Cuántas piezas faltaron?"`
	Clase       ClasePregunta `json:"clase" validate:"required" doc:"Qué respuesta toma" example:"numero"`
	Opciones    []string      `json:"opciones,omitempty" validate:"omitempty,max=40,unique,dive,required,max=80" doc:"Respuestas admitidas de una opción" example:"[\"completa\"]"`
	Obligatoria bool          `json:"obligatoria,omitempty" doc:"Si se debe contestar" example:"true"`
	// Si asks it only when another, before it, was answered so.
	Si *Condicion `json:"si,omitempty" validate:"omitempty" doc:"Solo se hace si otra anterior se contestó así"`
}

// Condicion is an answer to another question.
type Condicion struct {
	Pregunta string `json:"pregunta" validate:"required,max=40" doc:"Código de la otra pregunta" example:"surtido"`
	Valor    string `json:"valor" validate:"required,max=80" doc:"Respuesta con que se hace ésta" example:"parcial"`
}

// Ruta is the area that attends an entry in some territory. The one that names
// the unit of service wins over the one that names its OOAD, and this over the
// one for all.
type Ruta struct {
	OOADs    []string        `json:"ooad,omitempty" validate:"omitempty,max=40,unique,dive,len=2" doc:"OOAD de la petición; vacío, todos" example:"[\"14\"]"`
	Unidades []string        `json:"unidades,omitempty" validate:"omitempty,max=400,unique,dive,required,max=20" doc:"CLUES o claves de las unidades de servicio; vacío, todas" example:"[\"JCIMS000301\"]"`
	Unidad   doe.ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40,excluded_with=Organo" doc:"Unidad a la que se turna" example:"doe-7.1.3.1.2"`
	Organo   doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=80" doc:"Órgano al que se turna" example:"dn-prestaciones-medicas"`
}

// alcance ranks how narrow a route is.
func (r Ruta) alcance() int {
	switch {
	case len(r.Unidades) > 0:
		return 2
	case len(r.OOADs) > 0:
		return 1
	}
	return 0
}

func (r Ruta) toma(o doe.OOAD, unidad string) bool {
	return (len(r.OOADs) == 0 || slices.Contains(r.OOADs, string(o))) && (len(r.Unidades) == 0 || slices.Contains(r.Unidades, unidad))
}

// Unico is the natural key of an entry.
func (c ClaseClasificador) Unico(clave string) string { return string(c) + "/" + clave }

// En is what the entry says on a day; false before its first edition, or when
// the one that holds may be used no more.
func (c Clasificador) En(d fecha.Fecha) (EdicionClasificador, bool) {
	i := version.EnVigor(c.Ediciones, d, func(e EdicionClasificador) fecha.Fecha { return e.Desde })
	if i < 0 {
		return EdicionClasificador{}, false
	}
	e := c.Ediciones[i]
	return e, e.Hasta.IsZero() || !d.After(e.Hasta)
}

// Ruta is the area that attends what happened in a unit of service of an OOAD,
// by the narrowest route; false when none takes it.
func (e EdicionClasificador) Ruta(o doe.OOAD, unidad string) (Ruta, bool) {
	var mejor *Ruta
	for i := range e.Rutas {
		if r := &e.Rutas[i]; r.toma(o, unidad) && (mejor == nil || r.alcance() > mejor.alcance()) {
			mejor = r
		}
	}
	if mejor == nil {
		return Ruta{}, false
	}
	return *mejor, true
}

// Asiento is the input that enters an entry in the catalog, or adds an edition
// to it: what was to hold later than its first day falls.
type Asiento struct {
	Clase ClaseClasificador `json:"clase" validate:"required" doc:"Qué nombra" example:"tema"`
	Clave string            `json:"clave" validate:"required,max=60" doc:"Código, único en su clase" example:"medicamentos"`
	EdicionClasificador
	// Motivo says why it changes (rule 30).
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se da de alta o cambia" example:"Se separa de farmacia por su volumen."`
}

// Clasificadores is the catalog of themes, sub-themes, services and
// procedures. The Division of Information and Systems administers it, and the
// Unit.
var Clasificadores = tramite.MustDefinir(tramite.Padron[Clasificador, Asiento]{
	Nombre: "clasificador", Coleccion: ColeccionClasificadores, Serie: "CLA", Rama: Rama,
	Titulo: "Clasificador de peticiones", Descripcion: "Tema, subtema, servicio o trámite con que se clasifican las peticiones, con sus preguntas y el área que lo atiende.",
	Facultades: doe.Alguna("siade.clasificacion:administrar"),
	Comun:      true,
	Validar:    validarAsiento,
	Copiar: func(r *Clasificador, e Asiento) {
		r.Clase, r.Clave = e.Clase, e.Clave
		r.Ediciones = append(slices.DeleteFunc(slices.Clone(r.Ediciones), func(x EdicionClasificador) bool { return !x.Desde.Before(e.Desde) }), e.EdicionClasificador)
	},
	Ejemplo: Asiento{
		Clase: ClaseTema, Clave: "medicamentos", Motivo: "Se separa de farmacia por su volumen.",
		EdicionClasificador: EdicionClasificador{
			Desde: fecha.MustParse("2026-03-02"), Nombre: "Surtimiento de medicamentos", Criterio: "Receta completa o parcialmente sin surtir en farmacia del Instituto.",
			Palabras:  []string{"receta", "farmacia"},
			Preguntas: []Pregunta{{Clave: "surtido", Texto: "¿Qué se surtió?", Clase: PreguntaOpcion, Opciones: []string{"nada", "parcial"}, Obligatoria: true}},
			Rutas:     []Ruta{{Organo: "dn-prestaciones-medicas"}},
		},
	},
	Unica: func(r Clasificador) string { return r.Clase.Unico(r.Clave) },
	Indices: []tramite.Indice[Clasificador]{
		{Nombre: "clase", Descripcion: "Qué nombra", Valores: clasesClasificador.Claves(), De: func(r Clasificador) string { return string(r.Clase) }},
		{Nombre: "clave", Descripcion: "Código", De: func(r Clasificador) string { return r.Clave }},
		{Nombre: "padre", Descripcion: "Tema al que pertenece", De: func(r Clasificador) string { return r.Ediciones[len(r.Ediciones)-1].Padre }},
	},
	Texto: func(r Clasificador) string {
		e := r.Ediciones[len(r.Ediciones)-1]
		return strings.Join(append([]string{r.Clave, e.Nombre, e.Criterio}, e.Palabras...), " ")
	},
}.Definicion())
