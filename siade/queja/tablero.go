package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Fila is how the cases of one path stand on a day.
type Fila struct {
	Via    Via    `json:"via" doc:"Vía" example:"medica"`
	Nombre string `json:"nombre" doc:"Nombre de la vía" example:"Queja médica"`
	Total  int    `json:"total" doc:"Expedientes" example:"12"`
	// Por counts them by state, and Sentidos the decided ones by way.
	Por      map[tramite.Estado]int `json:"por_estado" doc:"Cuántos en cada estado"`
	Sentidos map[Sentido]int        `json:"por_sentido" doc:"Cuántos se resolvieron en cada sentido"`
	// Escaladas had some lapse escalated; PorCumplir have points left.
	Escaladas  int `json:"escaladas" doc:"Con algún plazo vencido y escalado" example:"2"`
	PorCumplir int `json:"por_cumplir" doc:"Con algo por cumplir de lo resuelto" example:"1"`
	// Mediana is of the natural days from presentation to decision.
	Mediana int `json:"mediana_dias" doc:"Mediana de los días naturales entre la presentación y la resolución; 0 si ninguna se ha resuelto" example:"48"`
	// SinContacto are those that live and whose person was not reached in the
	// last thirty days.
	SinContacto int `json:"sin_contacto" doc:"Vivas sin contacto logrado con la persona en los últimos treinta días" example:"3"`
}

// diasDeContacto is the span that [Fila] looks at for contacts.
const diasDeContacto = 30

// Tablero counts cases by path, in the order of [Vias], as of a day.
func Tablero(qs []Queja, hoy fecha.Fecha) []Fila {
	var out []Fila
	for _, v := range vias {
		f := Fila{Via: v.Clave, Nombre: v.Nombre, Por: map[tramite.Estado]int{}, Sentidos: map[Sentido]int{}}
		var dias []int
		for i := range qs {
			if q := &qs[i]; q.Via == v.Clave {
				dias = f.contar(q, hoy, dias)
			}
		}
		if n := len(dias); n > 0 {
			slices.Sort(dias)
			f.Mediana = (dias[(n-1)/2] + dias[n/2]) / 2
		}
		if f.Total > 0 {
			out = append(out, f)
		}
	}
	return out
}

func (f *Fila) contar(q *Queja, hoy fecha.Fecha, dias []int) []int {
	f.Total++
	f.Por[q.Estado]++
	if len(q.Escalamientos) > 0 {
		f.Escaladas++
	}
	if len(q.debidos()) > 0 {
		f.PorCumplir++
	}
	hace := hoy.Sumar(-diasDeContacto)
	reciente := slices.ContainsFunc(q.Contactos, func(c Contacto) bool { return c.Logrado && !c.Dia.Before(hace) })
	if q.Desenlace == nil && !reciente && q.Creado.Dia().Before(hace) {
		f.SinContacto++
	}
	if d := q.Decision; d != nil {
		f.Sentidos[d.Sentido]++
		dias = append(dias, q.Presentacion.Dias(d.Fecha))
	}
	return dias
}
