package indicador

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// Variable is one of the quantities that a formula takes.
type Variable struct {
	Clave  string `json:"clave" validate:"required,max=40" doc:"Nombre en la fórmula: minúsculas, dígitos y guion bajo, sin empezar por dígito" example:"en_plazo"`
	Nombre string `json:"nombre" validate:"required,min=3,max=200" doc:"Qué es" example:"Peticiones respondidas en plazo"`
	Unidad string `json:"unidad" validate:"required,max=60" doc:"Unidad de medida" example:"peticiones"`
	// Fuente is the means of verification.
	Fuente string `json:"fuente" validate:"required,min=3,max=300" doc:"Medio de verificación: de dónde se toma" example:"SIADE, estadística de peticiones"`
	Clase  Clase  `json:"clase" validate:"required,oneof=conteo monto razon" doc:"Clase de cantidad" example:"conteo"`
	// EntreOrganos and EnElTiempo are how it rolls up.
	EntreOrganos Acumulacion `json:"entre_organos" validate:"required,oneof=suma maximo minimo ninguna" doc:"Cómo se agrega entre órganos" example:"suma"`
	EnElTiempo   Acumulacion `json:"en_el_tiempo" validate:"required,oneof=suma ultimo maximo minimo ninguna" doc:"Cómo se agrega entre los periodos de un órgano" example:"suma"`
}

// Base is the value from which improvement is told, with its date.
type Base struct {
	Valor cantidad.Valor `json:"valor" doc:"Valor, en la unidad del indicador" example:"71.5"`
	Fecha fecha.Fecha    `json:"fecha" validate:"required" doc:"Día al que corresponde" example:"2025-12-31"`
}

// Umbral is where the light changes, in the unit of the indicator: the least
// acceptable values when it ascends, the largest when it descends, and the
// largest distances from the target when it is to be kept.
type Umbral struct {
	Verde    cantidad.Valor `json:"verde" doc:"Límite del verde" example:"90"`
	Amarillo cantidad.Valor `json:"amarillo" doc:"Límite del amarillo" example:"80"`
}

// Meta is a target with the day it should be reached by.
type Meta struct {
	Fecha  fecha.Fecha    `json:"fecha" validate:"required" doc:"Día en que debe alcanzarse" example:"2026-12-31"`
	Valor  cantidad.Valor `json:"valor" doc:"Valor que se busca, en la unidad del indicador" example:"95"`
	Umbral Umbral         `json:"umbral" doc:"Umbrales del semáforo hasta esa fecha"`
}

// Alineacion ties an indicator to a planning document.
type Alineacion struct {
	Instrumento Instrumento `json:"instrumento" validate:"required,oneof=plan_nacional programa_sectorial programa_institucional programa_anual_doe reglas_imss_bienestar" doc:"Instrumento de planeación" example:"programa_institucional"`
	Objetivo    string      `json:"objetivo" validate:"required,max=60" doc:"Clave del objetivo, la estrategia o la línea" example:"OP-2.3"`
	Nombre      string      `json:"nombre,omitempty" validate:"omitempty,max=300" doc:"Cómo se enuncia, en resumen"`
}

// Medido is who is measured: an organ, which reports as counterpart, or a unit
// of the manuals, with its OOAD when it is regional.
type Medido struct {
	Organo doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=80" doc:"Órgano que reporta como contraparte" example:"ooad-14"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40" doc:"Unidad de los manuales que reporta" example:"caood-7.1"`
	OOAD   doe.OOAD        `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD de la unidad regional o del órgano operativo" example:"14"`
}

// Clave tells it apart in series and comparisons: a regional unit is told by
// its OOAD.
func (m Medido) Clave() string {
	switch {
	case m.Organo != "":
		return string(m.Organo)
	case m.Unidad.Regional():
		return string(m.OOAD.Organo())
	}
	return string(m.Unidad)
}

// ooad is the body that its measurements belong to.
func (m Medido) ooad() doe.OOAD {
	codigo := string(m.OOAD)
	if c, es := strings.CutPrefix(string(m.Organo), "ooad-"); es {
		codigo = c
	}
	if o, err := doe.ParseOOAD(codigo); err == nil {
		return o
	}
	return doe.NivelCentral
}

// Ficha is the definition of an indicator.
type Ficha struct {
	Mide         string       `json:"mide" validate:"required,min=10,max=1000" doc:"Qué mide y para qué" example:"Qué parte de las peticiones se responde dentro de su plazo"`
	Variables    []Variable   `json:"variables" validate:"required,min=1,max=20,dive" doc:"Variables de la fórmula"`
	Formula      string       `json:"formula" validate:"required,max=500" doc:"Fórmula: números, variables, + - * /, comparaciones, and, or, not, min, max, abs y condiciones «a > b ? a : b»" example:"100 * en_plazo / respondidas"`
	UnidadMedida string       `json:"unidad_medida" validate:"required,max=60" doc:"Unidad del resultado" example:"por ciento"`
	Frecuencia   Frecuencia   `json:"frecuencia" validate:"required,oneof=mensual trimestral semestral anual" doc:"Cada cuánto se mide" example:"trimestral"`
	Sentido      plan.Sentido `json:"sentido" validate:"required,oneof=ascendente descendente mantener" doc:"Hacia dónde mejora" example:"ascendente"`
	LineaBase    Base         `json:"linea_base" validate:"required" doc:"Valor de partida"`
	Metas        []Meta       `json:"metas" validate:"required,min=1,max=40,dive" doc:"Metas con su fecha y sus umbrales, en orden"`
	Alineacion   []Alineacion `json:"alineacion,omitempty" validate:"omitempty,max=10,dive" doc:"Objetivos a que contribuye"`
	Medidos      []Medido     `json:"medidos" validate:"required,min=1,max=60,dive" doc:"A quién se mide"`
	DiasReporte  int          `json:"dias_reporte,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para reportar tras el corte; los usuales si falta" example:"10"`
}

// claves lists the names of the variables.
func (f Ficha) claves() []string {
	out := make([]string, len(f.Variables))
	for i := range f.Variables {
		out[i] = f.Variables[i].Clave
	}
	return out
}

// MetaAl is the target that rules on a day: the first whose date has not
// passed, or the last one.
func (f Ficha) MetaAl(d fecha.Fecha) (Meta, bool) {
	if len(f.Metas) == 0 {
		return Meta{}, false
	}
	i := slices.IndexFunc(f.Metas, func(m Meta) bool { return !m.Fecha.Before(d) })
	if i < 0 {
		i = len(f.Metas) - 1
	}
	return f.Metas[i], true
}

// Califica gives the light of a value against a target.
func (m Meta) Califica(s plan.Sentido, v cantidad.Valor) Luz {
	alcanza := func(u cantidad.Valor) bool {
		switch s {
		case plan.Descendente:
			return v <= u
		case plan.Mantener:
			return distancia(v, m.Valor) <= u
		default:
			return v >= u
		}
	}
	switch {
	case alcanza(m.Umbral.Verde):
		return Verde
	case alcanza(m.Umbral.Amarillo):
		return Amarillo
	}
	return Rojo
}

// Alcanzada says whether a value reaches the target; when it is to be kept,
// whether it lies within the green.
func (m Meta) Alcanzada(s plan.Sentido, v cantidad.Valor) bool {
	switch s {
	case plan.Descendente:
		return v <= m.Valor
	case plan.Mantener:
		return distancia(v, m.Valor) <= m.Umbral.Verde
	default:
		return v >= m.Valor
	}
}

func distancia(a, b cantidad.Valor) cantidad.Valor {
	if a < b {
		return b - a
	}
	return a - b
}
