package modulo

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// Fila is how the posts of an OOAD, or of one of its units, are staffed. The
// counts are the variables from which an indicator of coverage, agreed with the
// competent organs (7.1.3/14), is measured.
type Fila struct {
	OOAD doe.OOAD `json:"ooad" doc:"OOAD" example:"14"`
	// Unidad is the CLUES or key of the site, when counted by site.
	Unidad      string `json:"unidad_servicio,omitempty" doc:"CLUES o clave de la unidad, si se cuenta por unidad" example:"JCIMS000301"`
	Modulos     int    `json:"modulos" doc:"Módulos que no han cerrado en definitiva" example:"31"`
	Cerrados    int    `json:"cerrados" doc:"De ellos, cerrados por un tiempo" example:"1"`
	Autorizadas int    `json:"autorizadas" doc:"Plazas autorizadas" example:"64"`
	Ocupadas    int    `json:"ocupadas" doc:"Plazas con titular" example:"60"`
	Vacantes    int    `json:"vacantes" doc:"Plazas sin titular" example:"4"`
	// Ausentes are held by someone who is elsewhere for a time, Cubiertas
	// staffed by someone for a time, Atendidas staffed by anyone.
	Ausentes  int `json:"ausentes" doc:"Plazas cuyo titular está en otro lugar por un cambio temporal" example:"2"`
	Cubiertas int `json:"cubiertas" doc:"Plazas cubiertas por un cambio temporal" example:"1"`
	Atendidas int `json:"atendidas" doc:"Plazas con quien atienda hoy" example:"59"`
	// Cobertura is Ocupadas among Autorizadas; nil when none is authorised.
	Cobertura *cantidad.Centesimas `json:"cobertura,omitempty" doc:"Plazas ocupadas entre autorizadas, en por ciento; falta si no hay autorizadas" example:"93.75"`
	// MinutosAbre is how long the open desks open in a week, and
	// MinutosSinNadie how much of it nobody staffs.
	MinutosAbre     int `json:"minutos_abre" doc:"Minutos de servicio a la semana de los módulos abiertos" example:"111600"`
	MinutosSinNadie int `json:"minutos_sin_nadie" doc:"De ellos, sin nadie que atienda" example:"900"`
	// Descubiertos are the open desks that have nobody at some hour.
	Descubiertos int `json:"descubiertos" doc:"Módulos abiertos sin nadie a alguna hora de servicio" example:"3"`
}

// Contar counts the posts of some desks by OOAD or, with porUnidad, by OOAD and
// site, in that order. Desks closed for good do not count.
func Contar(ms []Modulo, porUnidad bool) []Fila {
	type quien struct {
		o doe.OOAD
		u string
	}
	filas := map[quien]*Fila{}
	for i := range ms {
		m := &ms[i]
		if m.Estado == CerradoDefinitivo {
			continue
		}
		k := quien{o: m.OOAD}
		if porUnidad {
			k.u = m.Sitio.Unidad
		}
		if filas[k] == nil {
			filas[k] = &Fila{OOAD: k.o, Unidad: k.u}
		}
		filas[k].sumar(m)
	}
	out := make([]Fila, 0, len(filas))
	for _, f := range filas {
		f.cubrir()
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b Fila) int { return cmp.Or(cmp.Compare(a.OOAD, b.OOAD), cmp.Compare(a.Unidad, b.Unidad)) })
	return out
}

func (f *Fila) sumar(m *Modulo) {
	f.Modulos++
	for _, p := range m.Plazas {
		f.Autorizadas++
		si(&f.Ocupadas, !p.Vacante())
		si(&f.Vacantes, p.Vacante())
		si(&f.Ausentes, !p.Vacante() && !p.AusenteHasta.IsZero())
		si(&f.Cubiertas, p.Cubre != "")
		si(&f.Atendidas, p.Atiende() != "")
	}
	if m.Estado == CerradoTemporal {
		f.Cerrados++
		return
	}
	abre := enSemana(m.Horario...)
	nadie := abre.menos(enSemana(slices.Concat(m.turnos("")...)...)).minutos()
	f.MinutosAbre += abre.minutos()
	f.MinutosSinNadie += nadie
	si(&f.Descubiertos, nadie > 0)
}

func si(n *int, b bool) {
	if b {
		*n++
	}
}

func (f *Fila) cubrir() {
	if f.Autorizadas > 0 {
		c := cantidad.Centesimas(f.Ocupadas * int(cantidad.Entero) / f.Autorizadas)
		f.Cobertura = &c
	}
}
