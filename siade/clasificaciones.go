package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Tipo is the class of a petition. Each has its path, see [Caminos].
type Tipo string

// The classes.
const (
	Orientacion    Tipo = "orientacion"
	Gestion        Tipo = "gestion"
	Queja          Tipo = "queja"
	Reconocimiento Tipo = "reconocimiento"
	Sugerencia     Tipo = "sugerencia"
)

var cuatro = norma.Cita{Norma: "G000-002-001", Lugar: "7.1/10"}

var tipos = vocabulario.Tabla[Tipo]{
	{Clave: Orientacion, Nombre: "Orientación", Descripcion: "Pide saber cómo, dónde o con qué requisitos.", Fuente: cuatro},
	{Clave: Gestion, Nombre: "Gestión", Descripcion: "Pide que se haga algo que depende de un área.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}},
	{Clave: Queja, Nombre: "Queja", Descripcion: "Se inconforma con un servicio, un trato o una omisión.", Fuente: cuatro},
	{Clave: Reconocimiento, Nombre: "Reconocimiento", Descripcion: "Agradece a un área o a una persona.", Fuente: cuatro},
	{Clave: Sugerencia, Nombre: "Sugerencia", Descripcion: "Propone cómo mejorar.", Fuente: cuatro},
}

// Tipos lists the classes.
func Tipos() vocabulario.Tabla[Tipo] { return slices.Clone(tipos) }

// ParseTipo reads a class. The error wraps [vocabulario.ErrDesconocida].
func ParseTipo(s string) (Tipo, error) { return tipos.Parse(s) }

// FormaJSON is the closed list.
func (Tipo) FormaJSON() forma.Forma { return tipos.Forma() }

// Gravedad is how urgent a petition is.
type Gravedad string

// The degrees.
const (
	Ordinaria   Gravedad = "ordinaria"
	Prioritaria Gravedad = "prioritaria"
	RiesgoVital Gravedad = "riesgo_vital"
)

var gravedades = vocabulario.Tabla[Gravedad]{
	{Clave: Ordinaria, Nombre: "Ordinaria", Descripcion: "Sigue el plazo de su tipo.", Fuente: norma.Configuracion("grados de urgencia")},
	{Clave: Prioritaria, Nombre: "Prioritaria", Descripcion: "Pide atención antes que las demás.", Fuente: norma.Configuracion("grados de urgencia")},
	{Clave: RiesgoVital, Nombre: "Riesgo vital", Descripcion: "Está en riesgo la vida o la integridad.", Fuente: norma.Configuracion("grados de urgencia")},
}

// Gravedades lists the degrees.
func Gravedades() vocabulario.Tabla[Gravedad] { return slices.Clone(gravedades) }

// ParseGravedad reads a degree. The error wraps [vocabulario.ErrDesconocida].
func ParseGravedad(s string) (Gravedad, error) { return gravedades.Parse(s) }

// FormaJSON is the closed list.
func (Gravedad) FormaJSON() forma.Forma { return gravedades.Forma() }

// Sensibilidad is why a petition is read by few.
type Sensibilidad string

// The kinds of sensitive petition.
const (
	Violencia      Sensibilidad = "violencia"
	Discriminacion Sensibilidad = "discriminacion"
	AcosoSexual    Sensibilidad = "acoso_sexual"
	Menores        Sensibilidad = "menores"
	VidaEnRiesgo   Sensibilidad = "vida_en_riesgo"
)

var sensibilidades = vocabulario.Tabla[Sensibilidad]{
	{Clave: Violencia, Nombre: "Violencia", Descripcion: "Hubo o se teme violencia.", Fuente: norma.Configuracion("clases reservadas")},
	{Clave: Discriminacion, Nombre: "Discriminación", Descripcion: "Trato desigual por un motivo prohibido.", Fuente: norma.Cita{Norma: "LFPED", Lugar: "art. 44"}},
	{Clave: AcosoSexual, Nombre: "Acoso u hostigamiento sexual", Descripcion: "Conducta sexual no consentida.", Fuente: norma.Configuracion("clases reservadas")},
	{Clave: Menores, Nombre: "Niñas, niños y adolescentes", Descripcion: "Atañe a una persona menor de edad.", Fuente: norma.Configuracion("clases reservadas")},
	{Clave: VidaEnRiesgo, Nombre: "Vida en riesgo", Descripcion: "Atañe a una vida en riesgo.", Fuente: norma.Configuracion("clases reservadas")},
}

// Sensibilidades lists the kinds of sensitive petition.
func Sensibilidades() vocabulario.Tabla[Sensibilidad] { return slices.Clone(sensibilidades) }

// ParseSensibilidad reads a kind. The error wraps [vocabulario.ErrDesconocida].
func ParseSensibilidad(s string) (Sensibilidad, error) { return sensibilidades.Parse(s) }

// FormaJSON is the closed list.
func (Sensibilidad) FormaJSON() forma.Forma { return sensibilidades.Forma() }

// BaseSensibles is why sensitive data of a person may be treated.
type BaseSensibles string

// The bases.
const (
	Consentimiento   BaseSensibles = "consentimiento"
	EjercicioDerecho BaseSensibles = "ejercicio_de_derecho"
	Urgencia         BaseSensibles = "urgencia"
	Mandato          BaseSensibles = "mandato_de_autoridad"
)

var lgpdppso16 = norma.Cita{Norma: "LGPDPPSO", Lugar: "art. 16"}

var basesSensibles = vocabulario.Tabla[BaseSensibles]{
	{Clave: Consentimiento, Nombre: "Consentimiento", Descripcion: "La persona titular consintió de manera expresa.", Fuente: norma.Cita{Norma: "LGPDPPSO", Lugar: "art. 15"}},
	{Clave: EjercicioDerecho, Nombre: "Ejercicio de un derecho", Descripcion: "Hacen falta para atender el derecho que se ejerce.", Fuente: lgpdppso16},
	{Clave: Urgencia, Nombre: "Urgencia", Descripcion: "Una urgencia amenaza a la persona.", Fuente: lgpdppso16},
	{Clave: Mandato, Nombre: "Mandato de autoridad", Descripcion: "Lo ordena una autoridad competente.", Fuente: lgpdppso16},
}

// BasesSensibles lists the bases.
func BasesSensibles() vocabulario.Tabla[BaseSensibles] { return slices.Clone(basesSensibles) }

// ParseBaseSensibles reads a basis. The error wraps [vocabulario.ErrDesconocida].
func ParseBaseSensibles(s string) (BaseSensibles, error) { return basesSensibles.Parse(s) }

// FormaJSON is the closed list.
func (BaseSensibles) FormaJSON() forma.Forma { return basesSensibles.Forma() }

// Competencia is whose matter a petition turns out to be.
type Competencia string

// The competences.
const (
	// DelInstituto is the ordinary case.
	DelInstituto Competencia = "instituto"
	// DeControlInterno is a report of administrative fault.
	DeControlInterno Competencia = "control_interno"
	// DeTransparencia is a request for access to information or for rights over
	// personal data that came as a petition.
	DeTransparencia Competencia = "transparencia"
	// DeOtra is any other body's.
	DeOtra Competencia = "otra_instancia"
)

var competencias = vocabulario.Tabla[Competencia]{
	{Clave: DelInstituto, Nombre: "Del Instituto", Descripcion: "La atiende un área del Instituto.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Clave: DeControlInterno, Nombre: "Control interno", Descripcion: "Denuncia una falta administrativa.", Fuente: norma.Cita{Norma: "LGRA", Lugar: "art. 91"}},
	{Clave: DeTransparencia, Nombre: "Transparencia", Descripcion: "Pide acceso a información o ejerce derechos sobre datos personales.", Fuente: norma.Cita{Norma: "LGTAIP", Lugar: "art. 125"}},
	{Clave: DeOtra, Nombre: "Otra instancia", Descripcion: "Compete a otro órgano.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
}

// Competencias lists the competences.
func Competencias() vocabulario.Tabla[Competencia] { return slices.Clone(competencias) }

// ParseCompetencia reads a competence. The error wraps [vocabulario.ErrDesconocida].
func ParseCompetencia(s string) (Competencia, error) { return competencias.Parse(s) }

// FormaJSON is the closed list.
func (Competencia) FormaJSON() forma.Forma { return competencias.Forma() }

// Ajena says whether another body must get it.
func (c Competencia) Ajena() bool { return c != "" && c != DelInstituto }
