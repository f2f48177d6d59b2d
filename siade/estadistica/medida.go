package estadistica

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// Medida is one of the figures of a row, by the name it has in JSON.
type Medida string

// ClaseMedida says what a figure is, and so what can be done with it.
type ClaseMedida string

// The classes of figures.
const (
	// Conteo counts what happened: a period without any has none.
	Conteo ClaseMedida = "conteo"
	// Existencia is what there is at the end of a period.
	Existencia ClaseMedida = "existencia"
	// Dias, Porcentaje and Promedio are of what happened: a period without any
	// has no value.
	Dias       ClaseMedida = "dias"
	Porcentaje ClaseMedida = "porcentaje"
	Promedio   ClaseMedida = "promedio"
)

// DefMedida defines a figure.
type DefMedida struct {
	Clave  Medida
	Titulo string
	Clase  ClaseMedida
	// De is the figure of a row, nil when it has none, and usa what it is made of.
	De  func(Medidas) *cantidad.Valor
	usa []int
}

func deEntero(f func(Medidas) int) func(Medidas) *cantidad.Valor {
	return func(m Medidas) *cantidad.Valor { return new(cantidad.Valor(f(m) * 100)) }
}

func deDias(f func(Medidas) *int) func(Medidas) *cantidad.Valor {
	return func(m Medidas) *cantidad.Valor {
		if d := f(m); d != nil {
			return new(cantidad.Valor(*d * 100))
		}
		return nil
	}
}

func deCentesimas(f func(Medidas) *cantidad.Centesimas) func(Medidas) *cantidad.Valor {
	return func(m Medidas) *cantidad.Valor {
		if c := f(m); c != nil {
			return new(cantidad.Valor(*c))
		}
		return nil
	}
}

// medidas are in the order in which a row has them.
var medidas = []DefMedida{
	{"registradas", "Registradas", Conteo, deEntero(func(m Medidas) int { return m.Registradas }), []int{deRegistro}},
	{"cerradas", "Cerradas", Conteo, deEntero(func(m Medidas) int { return m.Cerradas }), []int{cerradas}},
	{"abiertas", "Abiertas", Existencia, deEntero(func(m Medidas) int { return m.Abiertas }), []int{deRegistro, cerradas, dePrevias}},
	{"vencidas", "Vencidas", Existencia, deDias(func(m Medidas) *int { return m.Vencidas }), []int{deVencidas}},
	{"al_contacto", "Al contacto", Conteo, deEntero(func(m Medidas) int { return m.AlContacto }), []int{alContacto}},
	{"dias_mediana", "Días hasta concluir, mediana", Dias, deDias(func(m Medidas) *int { return m.DiasMediana }), []int{cerradas, dePorDias}},
	{"dias_p90", "Días hasta concluir, 90 %", Dias, deDias(func(m Medidas) *int { return m.DiasP90 }), []int{cerradas, dePorDias}},
	{"satisfaccion", "Satisfacción", Promedio, deCentesimas(func(m Medidas) *cantidad.Centesimas { return m.Satisfaccion }), []int{puntos, calificadas}},
	{"respondidas", "Respondidas", Conteo, deEntero(func(m Medidas) int { return m.Respondidas }), []int{respondidas}},
	{"en_termino", "En término", Conteo, deEntero(func(m Medidas) int { return m.EnTermino }), []int{respondidas, tardias}},
	{"fuera_de_termino", "Fuera de término", Conteo, deEntero(func(m Medidas) int { return m.FueraDeTermino }), []int{tardias}},
	{"cumplimiento", "Cumplimiento de términos, %", Porcentaje, deCentesimas(func(m Medidas) *cantidad.Centesimas { return m.Cumplimiento }), []int{respondidas, tardias}},
	{"respuesta_mediana", "Días hasta responder, mediana", Dias, deDias(func(m Medidas) *int { return m.RespuestaMediana }), []int{respondidas, dePorDias}},
	{"respuesta_p90", "Días hasta responder, 90 %", Dias, deDias(func(m Medidas) *int { return m.RespuestaP90 }), []int{respondidas, dePorDias}},
	{"calificables", "Calificables", Conteo, deEntero(func(m Medidas) int { return m.Calificables }), []int{calificables}},
	{"calificadas", "Calificadas", Conteo, deEntero(func(m Medidas) int { return m.Calificadas }), []int{calificadas}},
	{"tasa_calificacion", "Tasa de calificación, %", Porcentaje, deCentesimas(func(m Medidas) *cantidad.Centesimas { return m.TasaCalificacion }), []int{calificadas, calificables}},
	{"reabiertas", "Reabiertas", Conteo, deEntero(func(m Medidas) int { return m.Reabiertas }), []int{reabiertas}},
	{"turnadas", "Turnadas", Conteo, deEntero(func(m Medidas) int { return m.Turnadas }), []int{turnadas}},
	{"canalizadas", "Canalizadas", Conteo, deEntero(func(m Medidas) int { return m.Canalizadas }), []int{canalizadas}},
}

// DeSerie lists the figures of which there are series: all but what is overdue,
// which is only known of now.
func DeSerie() []Medida {
	return claves(func(d DefMedida) bool { return d.Clave != "vencidas" })
}

// DeComparacion lists the figures that are compared by rate: those that count
// what happened.
func DeComparacion() []Medida {
	return claves(func(d DefMedida) bool { return d.Clase == Conteo })
}

func claves(cuales func(DefMedida) bool) []Medida {
	var out []Medida
	for _, d := range medidas {
		if cuales(d) {
			out = append(out, d.Clave)
		}
	}
	return out
}

// DefDe is the definition of a figure; false for a name that is none.
func DefDe(m Medida) (DefMedida, bool) {
	i := slices.IndexFunc(medidas, func(d DefMedida) bool { return d.Clave == m })
	if i < 0 {
		return DefMedida{}, false
	}
	return medidas[i], true
}
