package plan

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func ordenarAtrasos(as []Atrasada) {
	slices.SortFunc(as, func(a, b Atrasada) int {
		if n := a.Desde.Compare(b.Desde); n != 0 {
			return n
		}
		return strings.Compare(a.Clave, b.Clave)
	})
}

// MinimoCortes is how many closes must be known before a plan is forecast.
const MinimoCortes = 2

// Horizonte is how many days after its end a forecast may reach: ten years.
const Horizonte = 3650

// MetodoPronostico names how completion is forecast: the calendar earned. The
// day by which the plan had scheduled what is done, over the days elapsed, is
// the pace; the plan's length over the pace is when it ends. So a plan that is
// on schedule ends on its date, however unevenly the work is spread.
const MetodoPronostico = "calendario_ganado"

// SinPronostico is why completion is not forecast.
type SinPronostico string

// The reasons not to forecast.
const (
	PocosCortes       SinPronostico = "pocos_cortes"
	SinAvance         SinPronostico = "sin_avance"
	FueraDelHorizonte SinPronostico = "fuera_del_horizonte"
)

// SinPronosticos lists the reasons not to forecast.
func SinPronosticos() vocabulario.Tabla[SinPronostico] {
	f := conf("pronóstico de término")
	return vocabulario.Tabla[SinPronostico]{
		{Clave: PocosCortes, Nombre: "Pocos cortes", Descripcion: "Se conocen menos de dos cierres.", Fuente: f},
		{Clave: SinAvance, Nombre: "Sin avance", Descripcion: "Nada de lo programado se ha hecho: no hay ritmo que proyectar.", Fuente: f},
		{Clave: FueraDelHorizonte, Nombre: "Fuera del horizonte", Descripcion: "A este ritmo terminaría más de diez años después de su fecha.", Fuente: f},
	}
}

// ParseSinPronostico reads a reason. The error wraps [vocabulario.ErrDesconocida].
func ParseSinPronostico(s string) (SinPronostico, error) { return SinPronosticos().Parse(s) }

// Pronostico is when a plan will end at its pace so far, or why nobody can say.
type Pronostico struct {
	Metodo string `json:"metodo" doc:"Método: calendario_ganado" example:"calendario_ganado"`
	// Termino is the day forecast, or that of the close at which it was whole.
	Termino fecha.Fecha `json:"termino,omitzero" doc:"Día de término previsto; falta si no se puede prever" example:"2027-03-05"`
	// Dias is how many natural days that lies after the scheduled end.
	Dias int `json:"dias,omitempty" doc:"Días naturales de atraso previsto; negativo si se adelanta" example:"64"`
	// Ritmo is the pace: 100 % is as scheduled. Held at ten times.
	Ritmo  cantidad.Valor `json:"ritmo,omitempty" doc:"Ritmo respecto de lo programado, en por ciento" example:"85"`
	Cortes int            `json:"cortes" doc:"Cierres conocidos en que se apoya" example:"2"`
	// Motivo is set when there is no forecast.
	Motivo SinPronostico `json:"motivo,omitempty" doc:"Por qué no se pronostica"`
}

// Pronostico forecasts the end of the plan from its pace up to the last close
// known; see [MetodoPronostico]. It refuses, saying why, with fewer than
// [MinimoCortes] closes known, without progress, or beyond the [Horizonte].
func (s Serie) Pronostico() Pronostico {
	out := Pronostico{Metodo: MetodoPronostico, Cortes: s.Informados()}
	u, _ := s.Ultimo()
	fin := s.completo()
	if u.Real >= cantidad.Entero {
		for _, p := range s.Puntos {
			if p.Informado && p.Real >= cantidad.Entero {
				out.Termino = s.cierre(p.Periodo)
				out.Dias = fin.Dias(out.Termino)
				out.Ritmo = ritmo(s.dias(fin), s.dias(out.Termino))
				return out
			}
		}
	}
	if out.Cortes < MinimoCortes {
		out.Motivo = PocosCortes
		return out
	}
	pasados, total := s.dias(u.Periodo.Hasta()), s.dias(fin)
	num, den := s.ganado(u.Real, pasados)
	if num <= 0 || u.Real == 0 {
		out.Motivo = SinAvance
		return out
	}
	// pasados * total / (num/den), rounded up.
	n := (pasados*total*den + num - 1) / num
	if n-total > Horizonte {
		out.Motivo = FueraDelHorizonte
		return out
	}
	out.Termino = s.Inicio.Sumar(int(max(n, pasados+1)) - 1)
	out.Dias = fin.Dias(out.Termino)
	out.Ritmo = ritmo(num, den*pasados)
	return out
}

// ritmo is the pace of who did in so many days what was due in others.
func ritmo(debidos, dias int64) cantidad.Valor {
	return cantidad.Valor(min(debidos*10000/dias, 100_000))
}

// dias counts the days of the plan up to one, included.
func (s Serie) dias(d fecha.Fecha) int64 { return int64(s.Inicio.Dias(d) + 1) }

// completo is the close at which all is due, or the end.
func (s Serie) completo() fecha.Fecha {
	for _, p := range s.Puntos {
		if p.Programado >= cantidad.Entero {
			return s.cierre(p.Periodo)
		}
	}
	return s.Fin
}

// ganado is the day of the plan, counted from its beginning, by which what is
// done was due, as a fraction: between closes what is due grows evenly. Where
// nothing is due for a while, it is today if today lies there.
func (s Serie) ganado(hecho cantidad.Centesimas, hoy int64) (num, den int64) {
	var d0 int64
	var p0 cantidad.Centesimas
	meseta := int64(0) // where the stretch with exactly this due begins
	hay := hecho == 0
	for _, p := range s.Puntos {
		d1 := s.dias(s.cierre(p.Periodo))
		switch {
		case p.Programado > hecho && hay:
			return min(max(hoy, meseta), d0), 1
		case p.Programado > hecho:
			d := int64(p.Programado - p0)
			return d0*d + int64(hecho-p0)*(d1-d0), d
		case p.Programado == hecho && !hay:
			hay, meseta = true, d1
		}
		d0, p0 = d1, p.Programado
	}
	if hay {
		return min(max(hoy, meseta), d0), 1
	}
	return d0, 1
}
