package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Camino is what the life of a petition of one type asks for.
type Camino struct {
	Tipo Tipo
	// AlContacto: it may be answered and closed in the call that registers it.
	AlContacto bool
	// RespondeArea: the area that it was turned to answers it.
	RespondeArea bool
	// ExigeSenalado: it must say who it is about before it is turned.
	ExigeSenalado bool
	// ExigeAnalisis: its answer carries what came of analysing it.
	ExigeAnalisis bool
	// Resuelve: a resolution is due, so that a prevention is timely in the
	// first third of the term; else in the first ten working days.
	Resuelve bool
	// SinDesahogo is what follows when the prevention is not cured.
	SinDesahogo Consecuencia
	// Fuente is why.
	Fuente norma.Cita
}

// Consecuencia is what follows from a prevention that nobody cured.
type Consecuencia string

// The consequences.
const (
	// SeDesecha: the petition may be dismissed.
	SeDesecha Consecuencia = "desechar"
	// SeResuelve: it is decided on the file as it is.
	SeResuelve Consecuencia = "resolver"
)

var caminos = []Camino{
	{Tipo: Orientacion, AlContacto: true, SinDesahogo: SeDesecha, Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}},
	{Tipo: Gestion, AlContacto: true, Resuelve: true, SinDesahogo: SeDesecha, Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}},
	{Tipo: Queja, RespondeArea: true, Resuelve: true, SinDesahogo: SeResuelve, Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 296"}},
	{Tipo: Reconocimiento, ExigeSenalado: true, SinDesahogo: SeResuelve, Fuente: norma.Configuracion("el reconocimiento llega a quien lo mereció")},
	{Tipo: Sugerencia, ExigeAnalisis: true, SinDesahogo: SeDesecha, Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}},
}

// general is the path of what is not classified yet.
var general = Camino{Resuelve: true, SinDesahogo: SeDesecha, Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}}

// Caminos lists the paths, one for each type.
func Caminos() []Camino { return slices.Clone(caminos) }

// CaminoDe is the path of a type; that of an unclassified petition for none.
func CaminoDe(t Tipo) Camino {
	for i := range caminos {
		if caminos[i].Tipo == t {
			return caminos[i]
		}
	}
	return general
}

// Turna says whether the petition must have been turned before its answer.
func (c Camino) Turna() bool { return c.RespondeArea || c.ExigeSenalado }

// Causal is the ground on which a petition is dismissed.
type Causal string

// The grounds.
const (
	NoDesahogada Causal = "no_desahogada"
	Irrespetuosa Causal = "irrespetuosa"
	SinPeticion  Causal = "sin_peticion"
	SinMateria   Causal = "sin_materia"
)

var causales = vocabulario.Tabla[Causal]{
	{Clave: NoDesahogada, Nombre: "Prevención no desahogada", Descripcion: "Se previno a tiempo, venció el término y nadie la desahogó.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}},
	{Clave: Irrespetuosa, Nombre: "No es pacífica ni respetuosa", Descripcion: "El derecho de petición pide que lo sea.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 8"}},
	{Clave: SinPeticion, Nombre: "No contiene petición", Descripcion: "El escrito no pide, agradece, sugiere ni se inconforma de nada.", Fuente: norma.Configuracion("causales de desechamiento")},
	{Clave: SinMateria, Nombre: "Quedó sin materia", Descripcion: "Lo pedido ya ocurrió o ya no puede ocurrir.", Fuente: norma.Configuracion("causales de desechamiento")},
}

// Causales lists the grounds with the article of each.
func Causales() vocabulario.Tabla[Causal] { return slices.Clone(causales) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return causales.Parse(s) }

// FormaJSON is the closed list.
func (Causal) FormaJSON() forma.Forma { return causales.Forma() }

// Defecto is a fault of a record found by the control of its quality.
type Defecto string

// The faults.
const (
	Faltante        Defecto = "faltante"
	Tardia          Defecto = "tardia"
	MalClasificada  Defecto = "mal_clasificada"
	Duplicada       Defecto = "duplicada"
	RespuestaVacia  Defecto = "respuesta_vacia"
	IdentidadDudosa Defecto = "identidad_dudosa"
)

var control = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1/7"}

var defectos = vocabulario.Tabla[Defecto]{
	{Clave: Faltante, Nombre: "Dato faltante", Descripcion: "Falta un dato que el criterio de captura pide.", Fuente: control},
	{Clave: Tardia, Nombre: "Captura tardía", Descripcion: "Se registró después de recibida.", Fuente: control},
	{Clave: MalClasificada, Nombre: "Mal clasificada", Descripcion: "Su tipo, tema o gravedad no es el que corresponde.", Fuente: control},
	{Clave: Duplicada, Nombre: "Duplicada", Descripcion: "Ya había otra por lo mismo.", Fuente: control},
	{Clave: RespuestaVacia, Nombre: "Respuesta vacía", Descripcion: "La respuesta no contesta lo pedido.", Fuente: control},
	{Clave: IdentidadDudosa, Nombre: "Identidad dudosa", Descripcion: "Un identificador pide verificarse.", Fuente: control},
}

// Defectos lists the faults.
func Defectos() vocabulario.Tabla[Defecto] { return slices.Clone(defectos) }

// ParseDefecto reads a fault. The error wraps [vocabulario.ErrDesconocida].
func ParseDefecto(s string) (Defecto, error) { return defectos.Parse(s) }

// FormaJSON is the closed list.
func (Defecto) FormaJSON() forma.Forma { return defectos.Forma() }

// Sentido is which way an answer goes.
type Sentido string

// The ways.
const (
	Favorable    Sentido = "favorable"
	Parcial      Sentido = "parcial"
	Desfavorable Sentido = "desfavorable"
	Informativa  Sentido = "informativa"
)

var sentidos = vocabulario.Tabla[Sentido]{
	{Clave: Favorable, Nombre: "Favorable", Descripcion: "Se concede o se da la razón.", Fuente: norma.Configuracion("sentidos de respuesta")},
	{Clave: Parcial, Nombre: "Parcial", Descripcion: "Se concede en parte.", Fuente: norma.Configuracion("sentidos de respuesta")},
	{Clave: Desfavorable, Nombre: "Desfavorable", Descripcion: "No se concede.", Fuente: norma.Configuracion("sentidos de respuesta")},
	{Clave: Informativa, Nombre: "Informativa", Descripcion: "Sólo informa u orienta.", Fuente: norma.Configuracion("sentidos de respuesta")},
}

// Sentidos lists the ways.
func Sentidos() vocabulario.Tabla[Sentido] { return slices.Clone(sentidos) }

// ParseSentido reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseSentido(s string) (Sentido, error) { return sentidos.Parse(s) }

// FormaJSON is the closed list.
func (Sentido) FormaJSON() forma.Forma { return sentidos.Forma() }

// Requerida is who owes information.
type Requerida string

// Who may owe it.
const (
	APeticionario Requerida = "peticionario"
	AArea         Requerida = "area"
)

var requeridas = vocabulario.Tabla[Requerida]{
	{Clave: APeticionario, Nombre: "Quien presentó", Descripcion: "Lo debe quien presentó la petición: el plazo se detiene.", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}},
	{Clave: AArea, Nombre: "El área", Descripcion: "Lo debe el área que atiende: el plazo corre.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.3"}},
}

// Requeridas lists who may owe information.
func Requeridas() vocabulario.Tabla[Requerida] { return slices.Clone(requeridas) }

// ParseRequerida reads who owes it. The error wraps [vocabulario.ErrDesconocida].
func ParseRequerida(s string) (Requerida, error) { return requeridas.Parse(s) }

// FormaJSON is the closed list.
func (Requerida) FormaJSON() forma.Forma { return requeridas.Forma() }
