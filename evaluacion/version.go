package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// MaxVersiones is how often a plan may be presented.
const MaxVersiones = 20

// Version is the plan as it was presented: it never changes afterwards.
type Version struct {
	Numero   int          `json:"numero" doc:"Número de versión" example:"1"`
	Dia      fecha.Fecha  `json:"dia" doc:"Día en que se presentó"`
	Por      string       `json:"por" doc:"Quién la presentó"`
	Oficio   string       `json:"oficio,omitempty" doc:"Oficio con que llegó"`
	Inicio   fecha.Fecha  `json:"inicio" doc:"Inicio del plan"`
	Fin      fecha.Fecha  `json:"fin" doc:"Término del plan"`
	Acciones []Compromiso `json:"acciones" doc:"Acciones comprometidas"`
}

// Comparar lists what changed from one version to another: first the plan,
// then the actions of a in their order, then those that b adds.
func Comparar(a, b Version) []plan.Diferencia {
	return append(plan.CompararFechas(a.Inicio, a.Fin, b.Inicio, b.Fin),
		plan.CompararListas(a.Acciones, b.Acciones, func(c Compromiso) string { return c.Clave })...)
}
