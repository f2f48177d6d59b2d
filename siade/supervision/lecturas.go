package supervision

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Avance is how a programme of visits goes on a day.
type Avance struct {
	Corte      fecha.Fecha         `json:"corte" doc:"Día al que se cuenta" example:"2026-06-30"`
	Visitas    int                 `json:"visitas" doc:"Visitas del programa" example:"48"`
	Realizadas int                 `json:"realizadas" doc:"Realizadas" example:"20"`
	Canceladas int                 `json:"canceladas" doc:"Canceladas" example:"1"`
	Movidas    int                 `json:"movidas" doc:"Con fechas distintas de las autorizadas" example:"3"`
	Tarde      int                 `json:"tarde" doc:"Realizadas después de la fecha autorizada" example:"2"`
	Vencidas   int                 `json:"vencidas" doc:"Sin hacer y con la fecha pasada" example:"1"`
	DebioHacer int                 `json:"debio_hacer" doc:"Las que según lo autorizado debían estar hechas" example:"22"`
	ConVisita  int                 `json:"ooad_visitados" doc:"OOAD con alguna visita realizada" example:"15"`
	Cumplido   cantidad.Centesimas `json:"cumplido" doc:"Realizadas entre las visitas, en por ciento" example:"41.67"`
	// Media is missing when no visit has a score.
	Media   *cantidad.Centesimas `json:"media,omitempty" doc:"Calificación media de las realizadas, en por ciento" example:"83.2"`
	PorOOAD []FilaAvance         `json:"por_ooad,omitempty" doc:"Por OOAD"`
}

// FilaAvance is how the visits to one decentralised body go.
type FilaAvance struct {
	OOAD       doe.OOAD             `json:"ooad" doc:"OOAD" example:"14"`
	Visitas    int                  `json:"visitas" doc:"Visitas del programa" example:"2"`
	Realizadas int                  `json:"realizadas" doc:"Realizadas" example:"1"`
	Vencidas   int                  `json:"vencidas" doc:"Sin hacer y con la fecha pasada" example:"0"`
	Media      *cantidad.Centesimas `json:"media,omitempty" doc:"Calificación media, en por ciento" example:"87.5"`
}

// media of scores, rounded to the nearest hundredth; nil of none.
type media struct{ suma, n int }

func (m *media) mas(v *cantidad.Centesimas) {
	if v != nil {
		m.suma, m.n = m.suma+int(*v), m.n+1
	}
}

func (m media) valor() *cantidad.Centesimas {
	if m.n == 0 {
		return nil
	}
	v := cantidad.Centesimas((m.suma + m.n/2) / m.n)
	return &v
}

// Avance counts how the programme goes on a day: against the days authorised,
// whatever days the visits have now.
func (p Programa) Avance(hoy fecha.Fecha) Avance {
	a := Avance{Corte: hoy, Visitas: len(p.Visitas)}
	filas, medias := map[doe.OOAD]*FilaAvance{}, map[doe.OOAD]*media{}
	var toda media
	for i := range p.Visitas {
		v := &p.Visitas[i]
		f := filas[v.OOAD]
		if f == nil {
			f = &FilaAvance{OOAD: v.OOAD}
			filas[v.OOAD], medias[v.OOAD] = f, &media{}
		}
		f.Visitas++
		a.contar(v, f, hoy)
		toda.mas(v.Calificacion)
		medias[v.OOAD].mas(v.Calificacion)
	}
	for o, f := range filas {
		f.Media = medias[o].valor()
		if f.Realizadas > 0 {
			a.ConVisita++
		}
		a.PorOOAD = append(a.PorOOAD, *f)
	}
	slices.SortFunc(a.PorOOAD, func(x, y FilaAvance) int { return cmp.Compare(x.OOAD, y.OOAD) })
	a.Media = toda.valor()
	if a.Visitas > 0 {
		a.Cumplido = cantidad.Centesimas((a.Realizadas*int(cantidad.Entero) + a.Visitas/2) / a.Visitas)
	}
	return a
}

func (a *Avance) contar(v *Prevista, f *FilaAvance, hoy fecha.Fecha) {
	if v.Original != nil {
		a.Movidas++
	}
	if v.programado().Fin.Before(hoy) {
		a.DebioHacer++
	}
	switch v.Situacion {
	case Realizada:
		a.Realizadas++
		f.Realizadas++
		if v.Tarde > 0 {
			a.Tarde++
		}
	case NoRealizada:
		a.Canceladas++
	case Pendiente, Convocada:
		if v.Fin.Before(hoy) {
			a.Vencidas++
			f.Vencidas++
		}
	}
}

// Pendientes is how the observations that are not settled stand in one
// decentralised body.
type Pendientes struct {
	OOAD    doe.OOAD `json:"ooad" doc:"OOAD" example:"14"`
	Total   int      `json:"total" doc:"Observaciones sin resolver" example:"7"`
	Leves   int      `json:"leves" doc:"Leves" example:"3"`
	Medias  int      `json:"moderadas" doc:"Moderadas" example:"3"`
	Graves  int      `json:"graves" doc:"Graves" example:"1"`
	Repiten int      `json:"reincidentes" doc:"Que repiten lo observado en una visita anterior" example:"2"`
	// The decentralised body owes some; who supervised, the others.
	DebeOOAD    int `json:"debe_ooad" doc:"Las que el OOAD debe atender" example:"5"`
	PorRevisar  int `json:"por_revisar" doc:"Las que quien supervisó debe revisar" example:"2"`
	Vencidas    int `json:"vencidas" doc:"Las que el OOAD debe y ya vencieron" example:"1"`
	Prorrogadas int `json:"prorrogadas" doc:"Con prórroga concedida" example:"1"`
	Hasta30     int `json:"hasta_30" doc:"De hasta 30 días naturales desde el acta" example:"4"`
	De31a60     int `json:"de_31_a_60" doc:"De 31 a 60 días" example:"2"`
	De61a90     int `json:"de_61_a_90" doc:"De 61 a 90 días" example:"0"`
	MasDe90     int `json:"mas_de_90" doc:"De más de 90 días" example:"1"`
	// Antigua is how many days the oldest has been open.
	Antigua int `json:"dias_mas_antigua" doc:"Días naturales de la más antigua" example:"97"`
}

// PorAntiguedad counts the observations that are not settled by decentralised
// body and age, in the order of their codes.
func PorAntiguedad(vs []Visita, hoy fecha.Fecha, cs *plazo.Calendarios) []Pendientes {
	filas := map[doe.OOAD]*Pendientes{}
	for i := range vs {
		if vs[i].Estado != EnAtencion {
			continue
		}
		for _, o := range vs[i].Observado {
			if !o.abierta() {
				continue
			}
			f := filas[vs[i].OOAD]
			if f == nil {
				f = &Pendientes{OOAD: vs[i].OOAD}
				filas[f.OOAD] = f
			}
			f.contar(&vs[i], o, hoy, cs)
		}
	}
	out := make([]Pendientes, 0, len(filas))
	for _, f := range filas {
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b Pendientes) int { return cmp.Compare(a.OOAD, b.OOAD) })
	return out
}

func (f *Pendientes) contar(v *Visita, o Observacion, hoy fecha.Fecha, cs *plazo.Calendarios) {
	f.Total++
	switch o.Gravedad {
	case Leve:
		f.Leves++
	case Moderada:
		f.Medias++
	case Grave:
		f.Graves++
	}
	if o.Reincide != nil {
		f.Repiten++
	}
	if !o.Compromiso.IsZero() {
		f.Prorrogadas++
	}
	if o.debe() {
		f.DebeOOAD++
		for _, k := range v.Relojes {
			if d, ok := k.Vence(cs, string(v.OOAD.Organo())); ok && k.Plazo == PlazoAtencion && k.Clave == o.Clave && k.Corre() && hoy.After(d) {
				f.Vencidas++
			}
		}
	} else {
		f.PorRevisar++
	}
	f.edad(v.Acta.Dia.Dias(hoy))
}

func (f *Pendientes) edad(dias int) {
	f.Antigua = max(f.Antigua, dias)
	switch {
	case dias <= 30:
		f.Hasta30++
	case dias <= 60:
		f.De31a60++
	case dias <= 90:
		f.De61a90++
	default:
		f.MasDe90++
	}
}

// Evolucion compares the last visit to a site with the one before.
type Evolucion struct {
	Sitio Sitio `json:"sitio" doc:"Sitio"`
	// Antes is missing when no earlier visit applied the same checklist.
	Antes  *VisitaHecha `json:"antes,omitempty" doc:"Visita anterior con la misma cédula"`
	Luego  *VisitaHecha `json:"despues,omitempty" doc:"Última visita"`
	Cambia []Cambiado   `json:"criterios" doc:"Criterios que las dos tienen, en el orden de la última"`
	// Mejoran, Empeoran and Siguen count those of them that apply in both.
	Mejoran  int `json:"mejoran" doc:"Criterios que mejoran" example:"3"`
	Empeoran int `json:"empeoran" doc:"Criterios que empeoran" example:"1"`
	Siguen   int `json:"siguen" doc:"Criterios que siguen igual" example:"8"`
}

// Cambiado is a criterion in two visits.
type Cambiado struct {
	Criterio string    `json:"criterio" doc:"Criterio" example:"IMG-01"`
	Antes    Respuesta `json:"antes" doc:"En la visita anterior" example:"no_cumple"`
	Despues  Respuesta `json:"despues" doc:"En la última" example:"cumple"`
}

// grado orders the answers from worst to best; 0 is none.
var grado = map[Respuesta]int{NoCumple: 1, EnParte: 2, Cumple: 3}

// Evolucion compares the last visit with the one before that applied the same
// checklist, criterion by criterion.
func (s SitioSupervisado) Evolucion() Evolucion {
	e := Evolucion{Sitio: s.Sitio, Cambia: []Cambiado{}}
	for i := range s.Visitas {
		v := &s.Visitas[len(s.Visitas)-1-i]
		switch {
		case i == 0:
			e.Luego = v
		case e.Antes == nil && v.Cedula == e.Luego.Cedula:
			e.Antes = v
		}
	}
	if e.Antes == nil {
		return e
	}
	for _, l := range e.Luego.Respuestas {
		for _, a := range e.Antes.Respuestas {
			if a.Criterio == l.Criterio {
				e.cambiar(Cambiado{l.Criterio, a.Respuesta, l.Respuesta})
			}
		}
	}
	return e
}

func (e *Evolucion) cambiar(c Cambiado) {
	e.Cambia = append(e.Cambia, c)
	antes, luego := grado[c.Antes], grado[c.Despues]
	switch {
	case antes == 0 || luego == 0: // it did not apply in one of them
	case luego > antes:
		e.Mejoran++
	case luego < antes:
		e.Empeoran++
	default:
		e.Siguen++
	}
}
