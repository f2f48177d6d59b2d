package difusion

import (
	"maps"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Grupo is what each row of the reach is of.
type Grupo string

// The groups.
const (
	PorOOAD     Grupo = "ooad"
	PorClase    Grupo = "clase"
	PorMes      Grupo = "mes"
	PorPrograma Grupo = "programa_especial"
)

// GruposAlcance lists the groups.
func GruposAlcance() []Grupo { return []Grupo{PorOOAD, PorClase, PorMes, PorPrograma} }

// Fila is the reach of some activities.
type Fila struct {
	Grupo       string `json:"grupo" doc:"OOAD, clase, mes (AAAA-MM) o programa especial; vacío si no es parte de ninguno" example:"14"`
	Programadas int    `json:"programadas" doc:"Actividades del periodo, también las que ya se hicieron o se cancelaron" example:"12"`
	Realizadas  int    `json:"realizadas" doc:"Hechas" example:"9"`
	Canceladas  int    `json:"canceladas" doc:"Canceladas" example:"1"`
	// Atrasadas are past their day and not held, SinInforme held and past the
	// term of the report.
	Atrasadas  int `json:"atrasadas" doc:"Pasó su día y no se han hecho" example:"1"`
	SinInforme int `json:"sin_informe" doc:"Hechas, con el término del informe vencido" example:"1"`
	Movidas    int `json:"movidas" doc:"Que cambiaron de día" example:"2"`
	Meta       int `json:"meta" doc:"Personas que querían atender las hechas" example:"900"`
	Personas   int `json:"personas" doc:"Personas atendidas" example:"812"`
	// PorPoblacion parts them by kind.
	PorPoblacion map[Poblacion]int    `json:"por_poblacion" doc:"Personas atendidas, por clase"`
	Resueltas    int                  `json:"resueltas" doc:"En jornadas, personas a quienes se resolvió ahí mismo" example:"120"`
	Peticiones   int                  `json:"peticiones" doc:"Peticiones que nacieron ahí" example:"31"`
	Materiales   int                  `json:"materiales" doc:"Materiales entregados" example:"640"`
	Cumplimiento *cantidad.Centesimas `json:"cumplimiento,omitempty" doc:"Personas sobre la meta, en por ciento, hasta cien; falta si nada se ha hecho" example:"90.22"`
}

func (g Grupo) de(a Actividad) string {
	switch g {
	case PorClase:
		return string(a.Clase)
	case PorMes:
		return a.Dia.String()[:7]
	case PorPrograma:
		return a.Programa
	case PorOOAD:
	}
	return string(a.OOAD)
}

// Contar counts the reach of activities whose day lies in [desde, hasta], by
// group, in order, as of a day.
func Contar(as []Actividad, g Grupo, desde, hasta, hoy fecha.Fecha, cs *plazo.Calendarios) []Fila {
	filas := map[string]*Fila{}
	for _, a := range as {
		if a.Dia.Before(desde) || a.Dia.After(hasta) {
			continue
		}
		k := g.de(a)
		if filas[k] == nil {
			filas[k] = &Fila{Grupo: k, PorPoblacion: map[Poblacion]int{}}
		}
		filas[k].contar(a, hoy, cs)
	}
	out := make([]Fila, 0, len(filas))
	for _, k := range slices.Sorted(maps.Keys(filas)) {
		f := *filas[k]
		if f.Meta > 0 {
			v := cantidad.Centesimas(min(f.Personas*int(cantidad.Entero)/f.Meta, int(cantidad.Entero)))
			f.Cumplimiento = &v
		}
		out = append(out, f)
	}
	return out
}

func (f *Fila) contar(a Actividad, hoy fecha.Fecha, cs *plazo.Calendarios) {
	f.Programadas++
	if len(a.Cambios) > 0 && a.Estado != Cancelada {
		f.Movidas++
	}
	switch {
	case a.Estado == Cancelada:
		f.Canceladas++
	case a.Celebracion == nil:
		if hoy.After(a.Dia) {
			f.Atrasadas++
		}
	default:
		f.sumar(*a.Celebracion)
		f.Meta, f.Peticiones = f.Meta+a.Meta, f.Peticiones+len(a.Peticiones)
		if a.Estado == Realizada && vencido(a, hoy, cs) {
			f.SinInforme++
		}
	}
}

func (f *Fila) sumar(c Celebracion) {
	f.Realizadas++
	for _, x := range c.Atendidas {
		f.Personas += x.Personas
		f.PorPoblacion[x.Poblacion] += x.Personas
	}
	for _, o := range c.Orientadores {
		f.Resueltas += o.Resueltas
	}
	for _, m := range c.Entregados {
		f.Materiales += m.Cantidad
	}
}

// vencido says whether the term of the report has passed.
func vencido(a Actividad, hoy fecha.Fecha, cs *plazo.Calendarios) bool {
	i := slices.IndexFunc(a.Relojes, func(k tramite.Reloj) bool { return k.Plazo == PlazoInforme && k.Corre() })
	if i < 0 {
		return false
	}
	v, ok := a.Relojes[i].Vence(cs, string(a.OOAD.Organo()))
	return ok && hoy.After(v)
}

// LecturaDe is how the reading of the protocols goes in an OOAD.
type LecturaDe struct {
	OOAD      doe.OOAD    `json:"ooad" doc:"OOAD" example:"14"`
	Protocolo string      `json:"protocolo" doc:"Clave del protocolo" example:"TRATO-MODULO"`
	Version   int         `json:"version" doc:"Versión difundida" example:"1"`
	Dia       fecha.Fecha `json:"dia" doc:"Día en que se difundió"`
	Leido     fecha.Fecha `json:"leido,omitzero" doc:"Día en que confirmó"`
	Personal  int         `json:"personal,omitempty" doc:"Personas a quienes obliga" example:"48"`
	Leyeron   int         `json:"leyeron,omitempty" doc:"Personas que lo leyeron" example:"45"`
	// Anterior: a later version rules, which was not sent to it.
	Anterior      bool `json:"anterior,omitempty" doc:"Si rige una versión posterior que no se le ha difundido"`
	Recordatorios int  `json:"recordatorios,omitempty" doc:"Veces que el reloj recordó" example:"1"`
}

// Lecturas tells, of each OOAD, the last version of each protocol sent to it.
func Lecturas(ps []Protocolo, hoy fecha.Fecha) []LecturaDe {
	var out []LecturaDe
	for _, p := range ps {
		ultimos := map[doe.OOAD]Enviado{}
		for _, x := range p.Enviados {
			if y, hay := ultimos[x.OOAD]; !hay || x.Version >= y.Version {
				ultimos[x.OOAD] = x
			}
		}
		rige, _ := p.En(hoy)
		for _, o := range slices.Sorted(maps.Keys(ultimos)) {
			x := ultimos[o]
			out = append(out, LecturaDe{
				OOAD: o, Protocolo: p.Clave, Version: x.Version, Dia: x.Dia, Leido: x.Leido, Personal: x.Personal, Leyeron: x.Leyeron,
				Anterior: rige.Numero > x.Version, Recordatorios: x.Recordatorios,
			})
		}
	}
	return out
}
