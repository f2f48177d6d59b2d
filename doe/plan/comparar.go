package plan

import (
	"reflect"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Diferencia is something that changed between two versions.
type Diferencia struct {
	// Linea is empty for what is of the whole plan.
	Linea string `json:"linea,omitempty" doc:"Renglón; vacío si es del plan" example:"A1"`
	// Campo is the JSON path of the field; empty when the line was added or
	// taken out whole.
	Campo string `json:"campo,omitempty" doc:"Campo que cambió" example:"fin"`
	// Antes and Despues are the values, nil on the side that has none.
	Antes   any `json:"antes,omitempty" doc:"Valor anterior"`
	Despues any `json:"despues,omitempty" doc:"Valor nuevo"`
}

// Comparar lists what changed from one version to another: first the plan,
// then the lines of a in their order, then those that b adds.
func Comparar(a, b Version) []Diferencia {
	return append(CompararFechas(a.Inicio, a.Fin, b.Inicio, b.Fin), CompararLineas(a.Lineas, b.Lineas)...)
}

// CompararFechas lists which dates of the whole plan moved.
func CompararFechas(inicio, fin, nuevoInicio, nuevoFin fecha.Fecha) []Diferencia {
	var out []Diferencia
	if inicio != nuevoInicio {
		out = append(out, Diferencia{Campo: "inicio", Antes: inicio, Despues: nuevoInicio})
	}
	if fin != nuevoFin {
		out = append(out, Diferencia{Campo: "fin", Antes: fin, Despues: nuevoFin})
	}
	return out
}

// CompararLineas lists what changed from one list of lines to another.
func CompararLineas(a, b []Linea) []Diferencia {
	return CompararListas(a, b, func(l Linea) string { return l.Clave })
}

// CompararListas lists what changed from one list of commitments, structs each
// with its key, to another: field by field, by their JSON names and in their
// order, into the structs that both sides have.
func CompararListas[A any](a, b []A, clave func(A) string) []Diferencia {
	buscar := func(as []A, k string) int {
		return slices.IndexFunc(as, func(x A) bool { return clave(x) == k })
	}
	var out []Diferencia
	for _, x := range a {
		k := clave(x)
		i := buscar(b, k)
		if i < 0 {
			out = append(out, Diferencia{Linea: k, Antes: x})
			continue
		}
		porCampo("", reflect.ValueOf(x), reflect.ValueOf(b[i]), func(campo string, antes, despues any) {
			out = append(out, Diferencia{k, campo, antes, despues})
		})
	}
	for _, y := range b {
		if k := clave(y); buscar(a, k) < 0 {
			out = append(out, Diferencia{Linea: k, Despues: y})
		}
	}
	return out
}

// porCampo tells the fields in which two structs of one type differ.
func porCampo(camino string, x, y reflect.Value, dice func(campo string, antes, despues any)) {
	for i := range x.NumField() {
		f, v, w := x.Type().Field(i), x.Field(i), y.Field(i)
		nombre, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch vacios := v.Kind() == reflect.Slice && v.Len()+w.Len() == 0; {
		case !f.IsExported() && !f.Anonymous:
		case f.Anonymous:
			porCampo(camino, v, w, dice)
		case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct && !v.IsNil() && !w.IsNil():
			porCampo(camino+nombre+".", v.Elem(), w.Elem(), dice)
		case !vacios && !reflect.DeepEqual(v.Interface(), w.Interface()):
			dice(camino+nombre, v.Interface(), w.Interface())
		}
	}
}
