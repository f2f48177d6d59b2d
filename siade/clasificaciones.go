package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
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

var tipos = []Definido[Tipo]{
	{Orientacion, "Orientación", "Pide saber cómo, dónde o con qué requisitos.", cuatro},
	{Gestion, "Gestión", "Pide que se haga algo que depende de un área.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}},
	{Queja, "Queja", "Se inconforma con un servicio, un trato o una omisión.", cuatro},
	{Reconocimiento, "Reconocimiento", "Agradece a un área o a una persona.", cuatro},
	{Sugerencia, "Sugerencia", "Propone cómo mejorar.", cuatro},
}

// Tipos lists the classes.
func Tipos() []Definido[Tipo] { return slices.Clone(tipos) }

// ParseTipo reads a class. The error wraps [ErrVocabulario].
func ParseTipo(s string) (Tipo, error) { return leer(tipos, s) }

// FormaJSON is the closed list.
func (Tipo) FormaJSON() forma.Forma { return cerrada(tipos) }

// Gravedad is how urgent a petition is.
type Gravedad string

// The degrees.
const (
	Ordinaria   Gravedad = "ordinaria"
	Prioritaria Gravedad = "prioritaria"
	RiesgoVital Gravedad = "riesgo_vital"
)

var gravedades = []Definido[Gravedad]{
	{Ordinaria, "Ordinaria", "Sigue el plazo de su tipo.", norma.Configuracion("grados de urgencia")},
	{Prioritaria, "Prioritaria", "Pide atención antes que las demás.", norma.Configuracion("grados de urgencia")},
	{RiesgoVital, "Riesgo vital", "Está en riesgo la vida o la integridad.", norma.Configuracion("grados de urgencia")},
}

// Gravedades lists the degrees.
func Gravedades() []Definido[Gravedad] { return slices.Clone(gravedades) }

// ParseGravedad reads a degree. The error wraps [ErrVocabulario].
func ParseGravedad(s string) (Gravedad, error) { return leer(gravedades, s) }

// FormaJSON is the closed list.
func (Gravedad) FormaJSON() forma.Forma { return cerrada(gravedades) }

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

var sensibilidades = []Definido[Sensibilidad]{
	{Violencia, "Violencia", "Hubo o se teme violencia.", norma.Configuracion("clases reservadas")},
	{Discriminacion, "Discriminación", "Trato desigual por un motivo prohibido.", norma.Cita{Norma: "LFPED", Lugar: "art. 44"}},
	{AcosoSexual, "Acoso u hostigamiento sexual", "Conducta sexual no consentida.", norma.Configuracion("clases reservadas")},
	{Menores, "Niñas, niños y adolescentes", "Atañe a una persona menor de edad.", norma.Configuracion("clases reservadas")},
	{VidaEnRiesgo, "Vida en riesgo", "Atañe a una vida en riesgo.", norma.Configuracion("clases reservadas")},
}

// Sensibilidades lists the kinds of sensitive petition.
func Sensibilidades() []Definido[Sensibilidad] { return slices.Clone(sensibilidades) }

// ParseSensibilidad reads a kind. The error wraps [ErrVocabulario].
func ParseSensibilidad(s string) (Sensibilidad, error) { return leer(sensibilidades, s) }

// FormaJSON is the closed list.
func (Sensibilidad) FormaJSON() forma.Forma { return cerrada(sensibilidades) }

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

var basesSensibles = []Definido[BaseSensibles]{
	{Consentimiento, "Consentimiento", "La persona titular consintió de manera expresa.", norma.Cita{Norma: "LGPDPPSO", Lugar: "art. 15"}},
	{EjercicioDerecho, "Ejercicio de un derecho", "Hacen falta para atender el derecho que se ejerce.", lgpdppso16},
	{Urgencia, "Urgencia", "Una urgencia amenaza a la persona.", lgpdppso16},
	{Mandato, "Mandato de autoridad", "Lo ordena una autoridad competente.", lgpdppso16},
}

// BasesSensibles lists the bases.
func BasesSensibles() []Definido[BaseSensibles] { return slices.Clone(basesSensibles) }

// ParseBaseSensibles reads a basis. The error wraps [ErrVocabulario].
func ParseBaseSensibles(s string) (BaseSensibles, error) { return leer(basesSensibles, s) }

// FormaJSON is the closed list.
func (BaseSensibles) FormaJSON() forma.Forma { return cerrada(basesSensibles) }

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

var competencias = []Definido[Competencia]{
	{DelInstituto, "Del Instituto", "La atiende un área del Instituto.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{DeControlInterno, "Control interno", "Denuncia una falta administrativa.", norma.Cita{Norma: "LGRA", Lugar: "art. 91"}},
	{DeTransparencia, "Transparencia", "Pide acceso a información o ejerce derechos sobre datos personales.", norma.Cita{Norma: "LGTAIP", Lugar: "art. 125"}},
	{DeOtra, "Otra instancia", "Compete a otro órgano.", norma.Cita{Norma: "LFPA", Lugar: "art. 42"}},
}

// Competencias lists the competences.
func Competencias() []Definido[Competencia] { return slices.Clone(competencias) }

// ParseCompetencia reads a competence. The error wraps [ErrVocabulario].
func ParseCompetencia(s string) (Competencia, error) { return leer(competencias, s) }

// FormaJSON is the closed list.
func (Competencia) FormaJSON() forma.Forma { return cerrada(competencias) }

// Ajena says whether another body must get it.
func (c Competencia) Ajena() bool { return c != "" && c != DelInstituto }
