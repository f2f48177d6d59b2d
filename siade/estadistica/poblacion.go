package estadistica

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionPoblaciones is the path of the denominators.
const ColeccionPoblaciones = "poblaciones"

// Concepto is what a population counts.
type Concepto string

// What may be counted. They are not added to each other.
const (
	Asegurados      Concepto = "asegurados"
	Derechohabiente Concepto = "derechohabientes"
	Adscritos       Concepto = "adscritos"
)

// administra is the function by which the parameters of the SIADE are kept.
var administra = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/1"}

var conceptos = vocabulario.Tabla[Concepto]{
	{Clave: Asegurados, Nombre: "Puestos de trabajo asegurados", Descripcion: "Puestos afiliados al Instituto al corte.", Fuente: administra},
	{Clave: Derechohabiente, Nombre: "Población derechohabiente", Descripcion: "Personas con derecho a prestaciones al corte, con sus familiares.", Fuente: administra},
	{Clave: Adscritos, Nombre: "Población adscrita", Descripcion: "Personas adscritas a una unidad médica al corte.", Fuente: administra},
}

// Conceptos lists what may be counted.
func Conceptos() vocabulario.Tabla[Concepto] { return slices.Clone(conceptos) }

// ParseConcepto reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseConcepto(s string) (Concepto, error) { return conceptos.Parse(s) }

// FormaJSON is the closed list.
func (Concepto) FormaJSON() forma.Forma { return conceptos.Forma() }

// Poblacion is a publication of the population of every OOAD at a cut-off
// date: the denominator of rates.
type Poblacion struct {
	tramite.Cabecera
	ContenidoPoblacion
}

// ContenidoPoblacion is what a publication says.
type ContenidoPoblacion struct {
	Concepto Concepto    `json:"concepto" validate:"required" doc:"Qué cuenta" example:"asegurados"`
	Corte    fecha.Fecha `json:"corte" validate:"required" doc:"Día a que corresponden las cifras" example:"2025-12-31"`
	// Desde and Hasta bound the periods that it serves: those whose last day
	// lies within. Open when Hasta is zero.
	Desde     fecha.Fecha     `json:"desde" validate:"required" doc:"Sirve a los periodos que acaban desde este día" example:"2026-01-01"`
	Hasta     fecha.Fecha     `json:"hasta,omitzero" doc:"Y hasta este; abierto si falta" example:"2026-12-31"`
	Fuente    string          `json:"fuente" validate:"required,min=5,max=300" doc:"Quién las publica y en qué serie" example:"Memoria estadística, puestos asegurados por OOAD"`
	Documento string          `json:"documento" validate:"required,min=5,max=300" doc:"Dónde se consultan: oficio, acuerdo o dirección" example:"Oficio UAD/0123/2026"`
	Valores   []PoblacionOOAD `json:"valores" validate:"required,min=1,max=60,dive" doc:"Población de cada OOAD"`
}

// PoblacionOOAD is the population of an OOAD.
type PoblacionOOAD struct {
	OOAD     string `json:"ooad" validate:"required,len=2" doc:"Delegación del OOAD, a dos dígitos" example:"14"`
	Personas int    `json:"personas" validate:"min=1,max=200000000" doc:"Personas o puestos" example:"1849999"`
}

// The rules of a population.
var (
	ReglaPoblacionOOAD = falla.Regla{Codigo: "SIADE-ESTADISTICA-01", Fuente: administra,
		Es: "Debe ser la clave vigente de un OOAD; el nivel central no tiene población.", En: "It must be the code in use of an OOAD; the central level has no population."}
	ReglaPoblacionDoble = falla.Regla{Codigo: "SIADE-ESTADISTICA-02", Fuente: administra,
		Es: "El OOAD está repetido.", En: "The OOAD is repeated."}
	ReglaPoblacionCorte = falla.Regla{Codigo: "SIADE-ESTADISTICA-03", Fuente: administra,
		Es: "El corte no puede ser futuro.", En: "The cut-off date cannot lie in the future."}
	ReglaPoblacionVigencia = falla.Regla{Codigo: "SIADE-ESTADISTICA-04", Fuente: administra,
		Es: "El último día no puede ser anterior al primero.", En: "The last day cannot come before the first."}
)

// Poblaciones is the register of denominators. Whoever administers the
// statistics keeps it; everyone reads it.
var Poblaciones = tramite.MustDefinir(tramite.Padron[Poblacion, ContenidoPoblacion]{
	Nombre: "poblacion", Coleccion: ColeccionPoblaciones, Serie: "POB", Rama: siade.Rama,
	Titulo: "Población por OOAD", Descripcion: "Población de cada OOAD a una fecha de corte, con su fuente: el denominador de las tasas.",
	Facultades: doe.Alguna("siade.estadistica:administrar"),
	Comun:      true,
	Validar:    validarPoblacion,
	Copiar:     func(r *Poblacion, e ContenidoPoblacion) { r.ContenidoPoblacion = e },
	Ejemplo: ContenidoPoblacion{
		Concepto: Asegurados, Corte: fecha.MustParse("2025-12-31"), Desde: fecha.MustParse("2026-01-01"),
		Fuente: "Memoria estadística, puestos asegurados por OOAD", Documento: "Oficio UAD/0123/2026", Valores: []PoblacionOOAD{{"14", 1849999}, {"30", 103100}},
	},
	Unica: func(r Poblacion) string { return string(r.Concepto) + "/" + r.Corte.String() },
	Indices: []tramite.Indice[Poblacion]{
		{Nombre: "concepto", Descripcion: "Qué cuenta", Valores: conceptos.Claves(), De: func(r Poblacion) string { return string(r.Concepto) }},
	},
	Texto: func(r Poblacion) string { return r.Fuente + " " + r.Documento },
}.Definicion())

func validarPoblacion(_ Poblacion, e ContenidoPoblacion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Corte.After(c.Hoy()), ReglaPoblacionCorte, "body.corte")
	f.Si(!e.Hasta.IsZero() && e.Hasta.Before(e.Desde), ReglaPoblacionVigencia, "body.hasta")
	vistos := map[string]bool{}
	for i, v := range e.Valores {
		lugar := fmt.Sprintf("body.valores[%d].ooad", i)
		o, err := doe.ParseOOAD(v.OOAD)
		f.Si(err != nil || string(o) != v.OOAD || o == doe.NivelCentral, ReglaPoblacionOOAD, lugar)
		f.Si(vistos[v.OOAD], ReglaPoblacionDoble, lugar)
		vistos[v.OOAD] = true
	}
}

// Vigente is, of the publications of a concept, the one that serves a period
// that ends on a day: of those in force the one of the latest cut; false when
// there is none.
func Vigente(ps []Poblacion, concepto Concepto, fin fecha.Fecha) (Poblacion, bool) {
	var mejor Poblacion
	for _, p := range ps {
		sirve := p.Estado == tramite.Vigente && p.Concepto == concepto && !p.Desde.After(fin) && (p.Hasta.IsZero() || !p.Hasta.Before(fin))
		if sirve && (mejor.Corte.IsZero() || p.Corte.After(mejor.Corte)) {
			mejor = p
		}
	}
	return mejor, !mejor.Corte.IsZero()
}

// de is the population of an OOAD; zero when it is not told.
func (p Poblacion) de(o string) int {
	for _, v := range p.Valores {
		if v.OOAD == o {
			return v.Personas
		}
	}
	return 0
}
