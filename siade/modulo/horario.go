package modulo

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Dia is a day of the week.
type Dia string

// The days.
const (
	Lunes     Dia = "lunes"
	Martes    Dia = "martes"
	Miercoles Dia = "miercoles"
	Jueves    Dia = "jueves"
	Viernes   Dia = "viernes"
	Sabado    Dia = "sabado"
	Domingo   Dia = "domingo"
)

var dias = vocabulario.Tabla[Dia]{
	{Clave: Lunes, Nombre: "Lunes", Descripcion: "Primer día de la semana.", Fuente: deTrabajo},
	{Clave: Martes, Nombre: "Martes", Descripcion: "Segundo día de la semana.", Fuente: deTrabajo},
	{Clave: Miercoles, Nombre: "Miércoles", Descripcion: "Tercer día de la semana.", Fuente: deTrabajo},
	{Clave: Jueves, Nombre: "Jueves", Descripcion: "Cuarto día de la semana.", Fuente: deTrabajo},
	{Clave: Viernes, Nombre: "Viernes", Descripcion: "Quinto día de la semana.", Fuente: deTrabajo},
	{Clave: Sabado, Nombre: "Sábado", Descripcion: "Sexto día de la semana.", Fuente: deTrabajo},
	{Clave: Domingo, Nombre: "Domingo", Descripcion: "Séptimo día de la semana.", Fuente: deTrabajo},
}

// Dias lists the days of the week, Monday first.
func Dias() vocabulario.Tabla[Dia] { return slices.Clone(dias) }

// ParseDia reads a day. The error wraps [vocabulario.ErrDesconocida].
func ParseDia(s string) (Dia, error) { return dias.Parse(s) }

// FormaJSON is the closed list.
func (Dia) FormaJSON() forma.Forma { return dias.Forma() }

// numero is the place of the day in the week, from Monday 0; -1 for none.
func (d Dia) numero() int {
	return slices.IndexFunc(dias, func(x vocabulario.Voz[Dia]) bool { return x.Clave == d })
}

// DiaDe is the day of a weekday of the standard library.
func DiaDe(d time.Weekday) Dia { return dias[(int(d)+6)%7].Clave }

// Hora is a time of day at the desk, in minutes since its midnight: "08:00",
// and "24:00" for the end of the day.
type Hora int

const minutosDelDia = 24 * 60

var reglaHora = falla.Regla{Codigo: "formato-hora", Es: "Debe ser una hora HH:MM entre 00:00 y 24:00.", En: "It must be a time HH:MM between 00:00 and 24:00."}

// String writes it as HH:MM.
func (h Hora) String() string { return fmt.Sprintf("%02d:%02d", int(h)/60, int(h)%60) }

// ErrHora is what is not a time of day.
var ErrHora = errors.New("modulo: not a time of day HH:MM")

// ParseHora reads HH:MM. The error is [ErrHora].
func ParseHora(s string) (Hora, error) {
	n := 0
	mal := len(s) != 5 || s[2] != ':'
	for i := 0; i < len(s) && !mal; i++ {
		if i == 2 {
			continue
		}
		mal = s[i] < '0' || s[i] > '9'
		n = n*10 + int(s[i]-'0')
	}
	h := Hora(n/100*60 + n%100)
	if mal || n%100 > 59 || h > minutosDelDia {
		return 0, ErrHora
	}
	return h, nil
}

// MarshalText writes it as HH:MM.
func (h Hora) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads HH:MM.
func (h *Hora) UnmarshalText(b []byte) (err error) {
	*h, err = ParseHora(string(b))
	return err
}

// FormaJSON is a time of day.
func (Hora) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Patron: `^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$`, LargoMaximo: 5, Regla: reglaHora}
}

// Jornada is a span of hours on some days of the week.
type Jornada struct {
	Dias []Dia `json:"dias" validate:"required,min=1,max=7,unique,dive,required" doc:"Días de la semana" example:"[\"lunes\",\"martes\"]"`
	De   Hora  `json:"de" doc:"Hora en que empieza, local" example:"08:00"`
	A    Hora  `json:"a" doc:"Hora en que termina, local" example:"15:30"`
}

// Hueco is a span of one day in which a desk is open and has nobody.
type Hueco struct {
	Dia Dia  `json:"dia" doc:"Día de la semana" example:"viernes"`
	De  Hora `json:"de" doc:"Desde qué hora" example:"14:00"`
	A   Hora `json:"a" doc:"Hasta qué hora" example:"15:30"`
}

// tramo is a span of minutes, the end left out.
type tramo struct{ de, a Hora }

// semana is the spans of each day, Monday first, in order and apart.
type semana [7][]tramo

// enSemana joins the spans of some hours, day by day.
func enSemana(js ...Jornada) semana {
	var s semana
	for _, j := range js {
		for _, d := range j.Dias {
			if i := d.numero(); i >= 0 && j.A > j.De {
				s[i] = append(s[i], tramo{j.De, j.A})
			}
		}
	}
	for i := range s {
		s[i] = unir(s[i])
	}
	return s
}

func unir(ts []tramo) []tramo {
	slices.SortFunc(ts, func(a, b tramo) int { return cmp.Or(cmp.Compare(a.de, b.de), cmp.Compare(a.a, b.a)) })
	var out []tramo
	for _, t := range ts {
		if n := len(out); n > 0 && t.de <= out[n-1].a {
			out[n-1].a = max(out[n-1].a, t.a)
			continue
		}
		out = append(out, t)
	}
	return out
}

// menos takes the spans of o out of s.
func (s semana) menos(o semana) semana {
	var out semana
	for i := range s {
		for _, t := range s[i] {
			for _, q := range o[i] {
				if q.a <= t.de || q.de >= t.a {
					continue
				}
				if q.de > t.de {
					out[i] = append(out[i], tramo{t.de, q.de})
				}
				t.de = max(t.de, q.a)
				if t.de >= t.a {
					break
				}
			}
			if t.de < t.a {
				out[i] = append(out[i], t)
			}
		}
	}
	return out
}

func (s semana) huecos() []Hueco {
	var out []Hueco
	for i := range s {
		for _, t := range s[i] {
			out = append(out, Hueco{dias[i].Clave, t.de, t.a})
		}
	}
	return out
}

// minutos is how long the spans of the week last.
func (s semana) minutos() int {
	n := 0
	for i := range s {
		for _, t := range s[i] {
			n += int(t.a - t.de)
		}
	}
	return n
}

// Descubierto lists when a desk with some opening hours has nobody, given the
// shifts of those who staff it.
func Descubierto(abre []Jornada, turnos ...[]Jornada) []Hueco {
	return enSemana(abre...).menos(enSemana(slices.Concat(turnos...)...)).huecos()
}

// validarHorario checks that spans end after they begin and do not overlap.
func validarHorario(js []Jornada, f *falla.Fallas, lugar string) {
	var antes semana
	for i, j := range js {
		if f.Si(j.A <= j.De, ReglaHorario, fmt.Sprintf("%s[%d].a", lugar, i)) {
			continue
		}
		nueva := enSemana(j)
		junta := 0
		for d := range nueva {
			antes[d] = append(antes[d], nueva[d]...)
			for _, t := range antes[d] {
				junta += int(t.a - t.de)
			}
			antes[d] = unir(antes[d])
		}
		f.Si(junta > antes.minutos(), ReglaTraslape, fmt.Sprintf("%s[%d]", lugar, i))
	}
}
