package evaluacion

import (
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
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

// Diferencia is something that changed between two versions.
type Diferencia struct {
	// Accion is empty for what is of the whole plan.
	Accion string `json:"accion,omitempty" doc:"Acción; vacío si es del plan"`
	// Campo is the JSON name of the field; empty when the action was added
	// or removed whole.
	Campo string `json:"campo,omitempty" doc:"Campo que cambió"`
	// Antes and Despues are the values, nil on the side that has none.
	Antes   any `json:"antes,omitempty" doc:"Valor anterior"`
	Despues any `json:"despues,omitempty" doc:"Valor nuevo"`
}

// Comparar lists what changed from one version to another: first the plan,
// then the actions of a in their order, then those that b adds.
func Comparar(a, b Version) []Diferencia {
	var out []Diferencia
	if a.Inicio != b.Inicio {
		out = append(out, Diferencia{Campo: "inicio", Antes: a.Inicio, Despues: b.Inicio})
	}
	if a.Fin != b.Fin {
		out = append(out, Diferencia{Campo: "fin", Antes: a.Fin, Despues: b.Fin})
	}
	for _, x := range a.Acciones {
		i := buscarCompromiso(b.Acciones, x.Clave)
		if i < 0 {
			out = append(out, Diferencia{Accion: x.Clave, Antes: x})
			continue
		}
		out = append(out, compararAccion(x, b.Acciones[i])...)
	}
	for _, y := range b.Acciones {
		if buscarCompromiso(a.Acciones, y.Clave) < 0 {
			out = append(out, Diferencia{Accion: y.Clave, Despues: y})
		}
	}
	return out
}

func buscarCompromiso(cs []Compromiso, clave string) int {
	return slices.IndexFunc(cs, func(c Compromiso) bool { return c.Clave == clave })
}

func compararAccion(x, y Compromiso) []Diferencia {
	var out []Diferencia
	campo := func(nombre string, antes, despues any) {
		if !reflect.DeepEqual(antes, despues) {
			out = append(out, Diferencia{x.Clave, nombre, antes, despues})
		}
	}
	campo("padre", x.Padre, y.Padre)
	campo("hallazgo", x.Hallazgo, y.Hallazgo)
	campo("causa", x.Causa, y.Causa)
	campo("descripcion", x.Descripcion, y.Descripcion)
	campo("responsable", x.Responsable, y.Responsable)
	campo("area_normativa", x.AreaNormativa, y.AreaNormativa)
	campo("inicio", x.Inicio, y.Inicio)
	campo("fin", x.Fin, y.Fin)
	campo("peso", x.Peso, y.Peso)
	campo("indicador", x.Indicador, y.Indicador)
	campo("meta", x.Meta, y.Meta)
	campo("depende_de", x.DependeDe, y.DependeDe)
	return out
}
