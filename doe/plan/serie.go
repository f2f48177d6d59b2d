package plan

import (
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Punto is how a plan stands at the close of a period.
type Punto struct {
	Periodo    Periodo             `json:"periodo" doc:"Mes o trimestre" example:"2026-T1"`
	Programado cantidad.Centesimas `json:"programado" doc:"Avance programado al cierre, en por ciento" example:"25"`
	// Real counts only where Informado: later closes are not known yet.
	Real      cantidad.Centesimas `json:"real" doc:"Avance real al cierre, en por ciento" example:"20"`
	Informado bool                `json:"informado" doc:"Si ya se conoce lo real al cierre"`
}

// Serie is a plan told period by period: what was due and what was done.
type Serie struct {
	// Inicio and Fin are the plan's dates; Corte the last day known.
	Inicio fecha.Fecha `json:"inicio,omitzero" doc:"Inicio del plan; falta si no tiene fechas" example:"2026-01-01"`
	Fin    fecha.Fecha `json:"fin,omitzero" doc:"Término del plan" example:"2026-12-31"`
	Corte  fecha.Fecha `json:"corte,omitzero" doc:"Último día conocido" example:"2026-06-30"`
	Puntos []Punto     `json:"puntos" doc:"Programado y real al cierre de cada periodo"`
}

// Tasa is a rate as a function of the day.
type Tasa func(dia fecha.Fecha) cantidad.Centesimas

// NuevaSerie tells a plan by months or quarters: programado and real give its
// progress at a close; what is real is asked up to the cut only. The last
// period is the one that holds the end of the plan, even if it closes later;
// while the plan is not whole at the cut, the series goes on, up to the
// [Horizonte].
func NuevaSerie(inicio, fin, corte fecha.Fecha, p Paso, programado, real Tasa) Serie {
	s := Serie{Inicio: inicio, Fin: fin, Corte: corte, Puntos: []Punto{}}
	if inicio.IsZero() || fin.Before(inicio) {
		return s
	}
	ultimo := PeriodoDe(fin, p).Hasta()
	hasta := ultimo
	if tope := fin.Sumar(Horizonte); corte.After(tope) {
		hasta = tope
	} else if corte.After(ultimo) {
		hasta = corte
	}
	for _, x := range Periodos(inicio, hasta, p) {
		cierre := x.Hasta()
		if n := len(s.Puntos); cierre.After(ultimo) && s.Puntos[n-1].Real >= cantidad.Entero {
			break
		}
		pt := Punto{Periodo: x, Programado: programado(cierre)}
		if !cierre.After(corte) {
			pt.Real, pt.Informado = real(cierre), true
		}
		s.Puntos = append(s.Puntos, pt)
	}
	return s
}

// cierre is the day that a close is reckoned on: the end of the plan when the
// period holds it.
func (s Serie) cierre(p Periodo) fecha.Fecha {
	if h := p.Hasta(); h.Before(s.Fin) || p.Desde().After(s.Fin) {
		return h
	}
	return s.Fin
}

// Marcha is a plan under way: its lines and what was measured of each, by key.
type Marcha struct {
	Inicio, Fin fecha.Fecha
	Lineas      []Linea
	Cortes      map[string][]Corte
}

// Programado is the weighted progress due on a day.
func (m Marcha) Programado(dia fecha.Fecha) cantidad.Centesimas {
	_, todo := ArbolDe(m.Lineas).Ponderar(func(l *Linea) cantidad.Centesimas { return l.Programado(dia) })
	return todo
}

// Real is the weighted progress that the values measured up to a day prove.
func (m Marcha) Real(dia fecha.Fecha) cantidad.Centesimas {
	_, todo := ArbolDe(m.Lineas).Ponderar(func(l *Linea) cantidad.Centesimas { return m.Avance(*l, dia) })
	return todo
}

// Avance is the progress of a leaf that the values measured up to a day prove.
func (m Marcha) Avance(l Linea, dia fecha.Fecha) cantidad.Centesimas {
	if l.Medida == nil {
		return 0
	}
	return l.Medida.Avance(m.Cortes[l.Clave], dia)
}

// Serie tells the plan by months or quarters up to a cut.
func (m Marcha) Serie(corte fecha.Fecha, p Paso) Serie {
	return NuevaSerie(m.Inicio, m.Fin, corte, p, m.Programado, m.Real)
}

// Ultimo is the last close known, if any.
func (s Serie) Ultimo() (Punto, bool) {
	var out Punto
	for _, p := range s.Puntos {
		if p.Informado {
			out = p
		}
	}
	return out, out.Informado
}

// Informados counts the closes known.
func (s Serie) Informados() int {
	n := 0
	for _, p := range s.Puntos {
		if p.Informado {
			n++
		}
	}
	return n
}

// Atraso is since when a plan owes.
type Atraso struct {
	// Desde is the first close at which more was due than is done by now.
	Desde fecha.Fecha `json:"desde" doc:"Primer cierre al que se debía más de lo hecho hasta ahora" example:"2026-03-31"`
	// Debe is what is due by the cut and not done.
	Debe cantidad.Centesimas `json:"debe" doc:"Lo programado al corte que falta, en por ciento" example:"5"`
}

// Atraso is the earliest date of delay, if the plan is late at the cut: what
// is made up for afterwards is no delay any more.
func (s Serie) Atraso() (Atraso, bool) {
	u, ok := s.Ultimo()
	if !ok || u.Programado <= u.Real {
		return Atraso{}, false
	}
	for _, p := range s.Puntos {
		if p.Programado > u.Real {
			return Atraso{p.Periodo.Hasta(), u.Programado - u.Real}, true
		}
	}
	return Atraso{}, false
}

// Vence is the first day on which more is due of a line than what is done;
// no date when it is done whole.
func (l Linea) Vence(hecho cantidad.Centesimas) fecha.Fecha {
	if hecho >= cantidad.Entero {
		return fecha.Fecha{}
	}
	if l.Medida == nil || len(l.Medida.Calendario) == 0 {
		return vencePareja(l, max(hecho, 0))
	}
	for k, h := range l.Medida.Calendario {
		if l.Medida.debido(k) > hecho {
			return h.Periodo.Hasta()
		}
	}
	return l.Fin
}

// vencePareja finds the first day with more due than done of a line without a
// calendar, which is due evenly.
func vencePareja(l Linea, hecho cantidad.Centesimas) fecha.Fecha {
	dias := l.Inicio.Dias(l.Fin) + 1
	// The smallest n with n*10000/dias, rounded down, above what is done.
	n := (int(hecho) + 1) * dias
	n = (n + int(cantidad.Entero) - 1) / int(cantidad.Entero)
	return l.Inicio.Sumar(max(n, 1) - 1)
}

// Atrasada is a leaf that owes.
type Atrasada struct {
	Clave string `json:"clave" doc:"Renglón atrasado" example:"A2"`
	Atraso
}

// Atrasadas lists the leaves that owe on a day, the earliest delay first.
func (m Marcha) Atrasadas(dia fecha.Fecha) []Atrasada {
	return Atrasadas(m.Lineas, dia, func(l Linea) cantidad.Centesimas { return m.Avance(l, dia) })
}

// Atrasadas lists the leaves among some lines that owe on a day, by what was
// done of each; the earliest delay first.
func Atrasadas(ls []Linea, dia fecha.Fecha, avance func(Linea) cantidad.Centesimas) []Atrasada {
	var out []Atrasada
	t := ArbolDe(ls)
	for _, l := range ls {
		hecho := avance(l)
		if desde := l.Vence(hecho); t.Hoja(l.Clave) && !desde.IsZero() && !desde.After(dia) {
			out = append(out, Atrasada{l.Clave, Atraso{desde, l.Programado(dia) - hecho}})
		}
	}
	ordenarAtrasos(out)
	return out
}
