package plan

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Linea is what is committed in a goal or an activity: the part that versions
// freeze.
type Linea struct {
	Clave string `json:"clave" validate:"required,max=20" doc:"Clave del renglón dentro del plan" example:"M1"`
	// Padre is the line it serves; the topmost have none.
	Padre       string          `json:"padre,omitempty" validate:"omitempty,max=20" doc:"Renglón al que sirve" example:"M1"`
	Clase       Clase           `json:"clase" validate:"required,oneof=meta actividad" doc:"meta o actividad" example:"meta"`
	Descripcion string          `json:"descripcion" validate:"required,min=5,max=2000" doc:"Qué se hará o se logrará" example:"Supervisar los módulos de atención de los 35 OOAD"`
	Responsable doe.ClaveUnidad `json:"responsable" validate:"required,max=40" doc:"Unidad responsable" example:"doe-7.1.3.1.1"`
	// Funcion is the numbered function that it carries out, where the plan
	// asks for it.
	Funcion doe.ClaveFuncion `json:"funcion,omitempty" validate:"omitempty,max=40" doc:"Función numerada que se ejerce con el renglón" example:"doe-7.1.3.1.1/3"`
	// Peso is its share among its siblings, or of the whole plan: see
	// [Reparto].
	Peso   cantidad.Centesimas `json:"peso" doc:"Peso entre los renglones del mismo nivel, en por ciento" example:"60"`
	Inicio fecha.Fecha         `json:"inicio" validate:"required" doc:"Inicio comprometido" example:"2026-01-05"`
	Fin    fecha.Fecha         `json:"fin" validate:"required" doc:"Término comprometido" example:"2026-12-31"`
	// Medida is how a leaf is measured; groups have none.
	Medida    *Medida  `json:"medida,omitempty" validate:"omitempty" doc:"Cómo se mide; solo en los renglones que no agrupan a otros"`
	DependeDe []string `json:"depende_de,omitempty" validate:"omitempty,max=20,unique,dive,required,max=20" doc:"Renglones que deben terminar antes" example:"[\"A1\"]"`
}

// Medida says how the progress of a line is measured, and what is due when.
type Medida struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Qué se mide" example:"Módulos supervisados"`
	Unidad string `json:"unidad" validate:"required,max=60" doc:"Unidad de medida" example:"módulo"`
	// LineaBase is the value before the plan, Meta the one to reach or keep.
	LineaBase cantidad.Valor `json:"linea_base" doc:"Valor antes del plan, hasta con dos decimales" example:"0"`
	Meta      cantidad.Valor `json:"meta" doc:"Valor que se quiere alcanzar o mantener" example:"140"`
	Sentido   Sentido        `json:"sentido" validate:"required,oneof=ascendente descendente mantener" doc:"ascendente, descendente o mantener" example:"ascendente"`
	// Tolerancia is how far from the target a value to be kept may lie.
	Tolerancia cantidad.Valor `json:"tolerancia,omitempty" doc:"Cuánto puede apartarse de la meta un valor por mantener" example:"0"`
	// Excede declares that more than the target may be told: [Medida.Alcance]
	// goes beyond 100 %. The progress never does.
	Excede bool `json:"excede,omitempty" doc:"Si se declara que puede superar la meta"`
	// Calendario is the value due at the close of each period, accumulated.
	Calendario []Hito `json:"calendario,omitempty" validate:"omitempty,max=48,dive" doc:"Valor programado al cierre de cada periodo, acumulado"`
	Fuente     string `json:"fuente,omitempty" validate:"omitempty,max=300" doc:"De dónde sale el dato" example:"Cédulas de supervisión"`
}

// Hito is the value due at the close of a period.
type Hito struct {
	Periodo Periodo        `json:"periodo" validate:"required" doc:"Mes (AAAA-MM) o trimestre (AAAA-Tn)" example:"2026-T1"`
	Valor   cantidad.Valor `json:"valor" doc:"Valor acumulado al cierre del periodo" example:"35"`
}

// Corte is the value measured at the close of a period.
type Corte struct {
	Periodo Periodo        `json:"periodo" doc:"Periodo que se informa" example:"2026-T1"`
	Valor   cantidad.Valor `json:"valor" doc:"Valor acumulado medido al cierre" example:"32"`
}

// Clonar is a copy that shares nothing.
func (l Linea) Clonar() Linea {
	l.DependeDe = slices.Clone(l.DependeDe)
	if l.Medida != nil {
		m := *l.Medida
		m.Calendario = slices.Clone(m.Calendario)
		l.Medida = &m
	}
	return l
}

// Clonar copies lines so that they share nothing.
func Clonar(ls []Linea) []Linea {
	out := make([]Linea, len(ls))
	for i := range ls {
		out[i] = ls[i].Clonar()
	}
	return out
}

// propia is the tree of plain lines.
func propia(l *Linea) Nodo { return Nodo{l.Clave, l.Padre, l.Peso} }

// ArbolDe is the tree of some lines.
func ArbolDe(ls []Linea) Arbol[Linea] { return NuevoArbol(ls, propia) }
