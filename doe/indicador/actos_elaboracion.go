package indicador

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

const capacidad doe.Capacidad = "doe.indicadores"

func facultades(as ...doe.Acto) []doe.Facultad {
	out := make([]doe.Facultad, len(as))
	for i, a := range as {
		out[i] = doe.Facultad(string(capacidad) + ":" + string(a))
	}
	return out
}

// Propuesta is the input that proposes an indicator or a version of one.
type Propuesta struct {
	Clave     string          `json:"clave" validate:"required,max=40" doc:"Clave del indicador: mayúsculas, dígitos y guiones" example:"SIADE-OPORTUNIDAD"`
	Nombre    string          `json:"nombre" validate:"required,min=5,max=200" doc:"Denominación" example:"Oportunidad de la respuesta a peticiones"`
	Unidad    doe.ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40" doc:"Unidad responsable; la de quien propone si falta" example:"doe-7.1.3.1"`
	Motivo    string          `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué hace falta" example:"Saber qué parte de las peticiones se responde en su plazo"`
	Nivel     Nivel           `json:"nivel" validate:"required,oneof=fin proposito componente actividad gestion" doc:"Nivel de la matriz" example:"componente"`
	Dimension Dimension       `json:"dimension" validate:"required,oneof=eficacia eficiencia calidad economia" doc:"Dimensión" example:"eficacia"`
	Materia   Materia         `json:"materia" validate:"required,oneof=atencion_y_orientacion cobertura_de_personal afiliacion recaudacion imss_bienestar programa_anual otra" doc:"Materia" example:"atencion_y_orientacion"`
	Sustituye string          `json:"sustituye,omitempty" validate:"omitempty,max=60" doc:"Folio del indicador vigente al que sustituirá"`
	Numero    int             `json:"numero,omitempty" hecho:"true" doc:"Número de versión"`
}

var formaClave = regexp.MustCompile(`^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$`)

// Proponer proposes an indicator (7.1.5.3/11): who proposes, drafts or
// coordinates indicators in the line of the unit that will be responsible.
var Proponer = tramite.Acto[Indicador, Propuesta]{
	Nombre: "proponer", Titulo: "Proponer indicador", Descripcion: "Propone un indicador, o una versión que sustituirá a la vigente, con la unidad responsable.",
	A: tramite.Hacia(Propuesto), Facultades: facultades("proponer", "elaborar", "coordinar"), Alcance: doe.Linea,
	Ubicar: func(e Propuesta, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		if e.Unidad == "" {
			return a.Unidad, doe.NivelCentral
		}
		return e.Unidad, doe.NivelCentral
	},
	Validar: func(r Indicador, e Propuesta, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!participa(c.Catalogo, r.Unidad), UnidadAjena, "body.unidad")
		f.Si(!formaClave.MatchString(e.Clave), ClaveMal, "body.clave")
		if e.Sustituye == "" {
			f.Si(ocupada(e.Clave, c), ClaveOcupada, "body.clave")
			return
		}
		v := tramite.Hallar[Indicador](c, Coleccion, e.Sustituye)
		f.Si(v == nil || v.Estado != Vigente || v.Clave != e.Clave || v.Unidad != r.Unidad || v.Numero >= maxVersiones, SustituidoInvalido, "body.sustituye")
	},
	Fijar: func(_ Indicador, e *Propuesta, c *tramite.Contexto) {
		e.Numero = 1
		if v := tramite.Hallar[Indicador](c, Coleccion, e.Sustituye); v != nil {
			e.Numero = v.Numero + 1
		}
	},
	Aplicar: func(r *Indicador, e Propuesta, s tramite.Suceso) {
		r.Clave, r.Nombre, r.Motivo, r.Numero, r.Sustituye = e.Clave, e.Nombre, e.Motivo, e.Numero, e.Sustituye
		r.Nivel, r.Dimension, r.Materia, r.Propuso = e.Nivel, e.Dimension, e.Materia, autoria(s)
	},
	Ejemplo: Propuesta{
		Clave: "SIADE-OPORTUNIDAD", Nombre: "Oportunidad de la respuesta a peticiones", Unidad: "doe-7.1.3.1",
		Motivo: "Saber qué parte de las peticiones se responde en su plazo", Nivel: Componente, Dimension: Eficacia, Materia: Atencion,
	},
}

// participa says whether a unit is a central one with some function about
// indicators.
func participa(cat *doe.Catalogo, u doe.ClaveUnidad) bool {
	return !u.Regional() && slices.ContainsFunc(cat.Concesiones(u), func(o doe.Concesion) bool { return o.Facultad.Capacidad() == capacidad })
}

// ocupada says whether the key is that of an indicator not yet closed.
func ocupada(clave string, c *tramite.Contexto) bool {
	for n := range maxVersiones {
		if c.FolioDe(Coleccion, natural(clave, n+1)) != "" {
			return true
		}
	}
	return false
}

// natural is the natural key of a version.
func natural(clave string, numero int) string { return fmt.Sprintf("%s/%d", clave, numero) }

// Encargar assigns the drafting (7.1.3/6, 7.1.3.1/6, 7.1.5.1/6).
var Encargar = tramite.Acto[Indicador, Encargo]{
	Nombre: "encargar", Titulo: "Encargar la ficha", Descripcion: "Encarga a una unidad de la línea elaborar la ficha, con fecha y prioridad; el plazo corre desde entonces.",
	De: tramite.Desde(Propuesto, Devuelto), Facultades: facultades("coordinar"), Alcance: doe.Linea,
	Validar: func(r Indicador, e Encargo, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!c.Catalogo.EnLinea(r.Unidad, e.Elabora) || e.Elabora.Regional(), UnidadFuera, "body.elabora")
		f.Si(!e.Hasta.After(c.Hoy()), FechaPasada, "body.hasta")
	},
	Aplicar: func(r *Indicador, e Encargo, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Encargo = &e
	},
	Ejemplo: Encargo{Elabora: "doe-7.1.3.1.4", Hasta: fecha.MustParse("2026-06-30"), Prioridad: 1},
}

// Elaborar drafts the definition: what is wrong in it is told here, with its
// place, and never reaches a measurement.
var Elaborar = tramite.Acto[Indicador, Ficha]{
	Nombre: "elaborar", Titulo: "Elaborar la ficha", Descripcion: "Define variables, fórmula, línea base, metas, semáforo y medidos; sustituye al borrador anterior. La fórmula se revisa aquí.",
	De: tramite.Desde(Propuesto, Elaborado, Devuelto), A: tramite.Hacia(Elaborado), Facultades: facultades("elaborar"), Alcance: doe.Linea,
	Validar: func(_ Indicador, e Ficha, c *tramite.Contexto, f *falla.Fallas) {
		revisarFicha(e, c.Catalogo, c.Hoy(), f)
	},
	Aplicar: func(r *Indicador, e Ficha, s tramite.Suceso) {
		r.Ficha, r.Elaboro = &e, autoria(s)
		r.Borradores++
		r.Consultas, r.Acuerdo, r.Valido = nil, nil, Autoria{}
	},
	Ejemplo: fichaEjemplo(),
}

func fichaEjemplo() Ficha {
	conteo := func(clave, nombre string) Variable {
		return Variable{Clave: clave, Nombre: nombre, Unidad: "peticiones", Fuente: "SIADE, estadística de peticiones", Clase: Conteo, EntreOrganos: Suma, EnElTiempo: Suma}
	}
	return Ficha{
		Mide:      "Qué parte de las peticiones respondidas lo fue dentro de su plazo",
		Variables: []Variable{conteo("en_plazo", "Peticiones respondidas en plazo"), conteo("respondidas", "Peticiones respondidas")},
		Formula:   "100 * en_plazo / respondidas", UnidadMedida: "por ciento", Frecuencia: Trimestral, Sentido: plan.Ascendente,
		LineaBase:  Base{Valor: 7150, Fecha: fecha.MustParse("2025-12-31")},
		Metas:      []Meta{{Fecha: fecha.MustParse("2026-12-31"), Valor: 9500, Umbral: Umbral{Verde: 9000, Amarillo: 8000}}},
		Alineacion: []Alineacion{{Instrumento: ProgramaIMSS, Objetivo: "OP-2.3"}},
		Medidos:    []Medido{{Unidad: doe.CAOOD, OOAD: "14"}, {Unidad: doe.CAOOD, OOAD: "15"}, {Unidad: doe.CAOOD, OOAD: "39"}},
	}
}

// Devolucion is the input that sends a definition back.
type Devolucion struct {
	Observaciones []Observacion `json:"observaciones" validate:"required,min=1,max=30,dive" doc:"Qué debe corregirse"`
}

// maxObservaciones bounds the remarks of a record.
const maxObservaciones = 300

// devolucion makes the acts that send a definition back.
func devolucion(nombre, titulo, dice string, f []doe.Facultad, de ...tramite.Estado) tramite.Acto[Indicador, Devolucion] {
	return tramite.Acto[Indicador, Devolucion]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: tramite.Desde(de...), A: tramite.Hacia(Devuelto), Facultades: f, Alcance: doe.Linea,
		Validar: func(r Indicador, e Devolucion, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(len(r.Observaciones)+len(e.Observaciones) > maxObservaciones, DemasiadosActos, "body.observaciones")
		},
		Aplicar: func(r *Indicador, e Devolucion, s tramite.Suceso) {
			for _, o := range e.Observaciones {
				o.Autoria = autoria(s)
				r.Observaciones = append(r.Observaciones, o)
			}
		},
		Ejemplo: Devolucion{Observaciones: []Observacion{{Campo: "formula", Texto: "Falta excluir las peticiones canalizadas"}}},
	}
}

// ObservarFicha sends a definition back instead of validating it, and Devolver
// instead of authorising it.
var (
	ObservarFicha = devolucion("observar", "Observar la ficha", "Quien valida devuelve la ficha a quien la elabora, con lo que debe corregirse.",
		facultades("validar"), Elaborado, EnAcuerdo, Acordado)
	Devolver = devolucion("devolver", "Devolver lo validado", "Quien autoriza devuelve la ficha validada, con lo que debe corregirse.",
		facultades("autorizar"), Validado)
)

// Desechar declines a proposal with its reason.
var Desechar = tramite.Acto[Indicador, tramite.Retiro]{
	Nombre: "desechar", Titulo: "No aprobar", Descripcion: "Decide que el indicador propuesto no procede, con su motivo.",
	De: tramite.Desde(Propuesto, Elaborado, EnAcuerdo, Acordado, Devuelto, Validado), A: tramite.Hacia(NoAprobado), Facultades: facultades("autorizar"), Alcance: doe.Linea,
	Aplicar: func(r *Indicador, e tramite.Retiro, _ tramite.Suceso) { r.Fin = &e },
	Ejemplo: tramite.Retiro{Motivo: "Ya lo mide otro indicador vigente"},
}
