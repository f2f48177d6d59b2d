package capacitacion

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// Cobertura is how a programme stands against its goals, without names.
type Cobertura struct {
	Programa  string          `json:"programa" doc:"Folio del programa"`
	Clase     Clase           `json:"clase" doc:"Materia" example:"buen_trato"`
	Horas     int             `json:"horas" doc:"Horas con que se cuenta" example:"200"`
	Usadas    int             `json:"horas_usadas" doc:"Horas de las ediciones concluidas" example:"40"`
	Ediciones int             `json:"ediciones" doc:"Ediciones concluidas" example:"4"`
	Previstas int             `json:"ediciones_previstas" doc:"Ediciones del programa" example:"12"`
	Total     FilaCobertura   `json:"total" doc:"De todos los OOAD del programa"`
	PorOOAD   []FilaCobertura `json:"por_ooad" doc:"Por OOAD"`
}

// FilaCobertura is the goal of one body and what was reached.
type FilaCobertura struct {
	OOAD      doe.OOAD `json:"ooad,omitempty" doc:"OOAD; 09 es el nivel central; falta en el total" example:"14"`
	Plantilla int      `json:"plantilla" doc:"Personas en el puesto" example:"58"`
	Meta      int      `json:"meta" doc:"Personas por capacitar" example:"40"`
	// Capacitadas counts each person once, whatever they took.
	Capacitadas int                 `json:"capacitadas" doc:"Personas distintas que acreditaron algún curso del programa" example:"22"`
	Cobertura   cantidad.Centesimas `json:"cobertura" doc:"Capacitadas entre la plantilla, en por ciento" example:"37.93"`
	Cumplida    cantidad.Centesimas `json:"cumplida" doc:"Capacitadas entre la meta, en por ciento" example:"55"`
}

func (f *FilaCobertura) cerrar() {
	f.Cobertura, f.Cumplida = parte(f.Capacitadas, f.Plantilla), parte(f.Capacitadas, f.Meta)
}

// Cobertura counts who accredited some course of a programme in its editions.
func (p Programa) Cobertura(es []Edicion) Cobertura {
	out := Cobertura{Programa: p.Folio, Clase: p.Clase, Horas: p.Horas, PorOOAD: []FilaCobertura{}}
	out.Ediciones, out.Usadas, _ = p.usado()
	for _, l := range p.Lineas {
		out.Previstas += l.Ediciones
	}
	quienes := map[doe.OOAD]map[string]bool{}
	for i := range es {
		for _, x := range es[i].Participantes {
			if x.Resultado == Acredita && es[i].Estado == Concluida {
				if quienes[x.OOAD] == nil {
					quienes[x.OOAD] = map[string]bool{}
				}
				quienes[x.OOAD][x.Persona] = true
			}
		}
	}
	for _, m := range p.Metas {
		f := FilaCobertura{OOAD: m.OOAD, Plantilla: m.Plantilla, Meta: m.Personas, Capacitadas: len(quienes[m.OOAD])}
		f.cerrar()
		out.PorOOAD = append(out.PorOOAD, f)
		out.Total.Plantilla, out.Total.Meta, out.Total.Capacitadas = out.Total.Plantilla+m.Plantilla, out.Total.Meta+m.Personas, out.Total.Capacitadas+f.Capacitadas
	}
	out.Total.cerrar()
	slices.SortFunc(out.PorOOAD, func(a, b FilaCobertura) int { return cmp.Compare(a.OOAD, b.OOAD) })
	return out
}

// ResultadosEdicion is what an edition taught, by theme, without names.
type ResultadosEdicion struct {
	Inscritas int `json:"inscritas" doc:"Personas con lugar" example:"25"`
	Acreditan int `json:"acreditan" doc:"Personas que acreditaron" example:"22"`
	// Antes and Despues are missing when nobody took the test.
	Antes   *cantidad.Centesimas `json:"diagnostica,omitempty" doc:"Media de la diagnóstica, en por ciento" example:"55"`
	Despues *cantidad.Centesimas `json:"final,omitempty" doc:"Media de la mejor final de cada persona, en por ciento" example:"88"`
	Temas   []TemaAprendido      `json:"temas" doc:"Por tema, del más flojo al más firme"`
}

// TemaAprendido is how a theme was known in the final tests.
type TemaAprendido struct {
	Tema  string              `json:"tema" doc:"Tema" example:"PEN"`
	Valor cantidad.Centesimas `json:"valor" doc:"Puntos logrados entre los posibles, en por ciento" example:"72"`
	// Debil: below the pass mark, so that it shows a need.
	Debil bool `json:"debil" doc:"Si queda bajo la calificación mínima: es área de oportunidad"`
}

// Resultados sums up the tests of an edition: which themes are weak is where
// the next need is found.
func (e Edicion) Resultados() ResultadosEdicion {
	out := ResultadosEdicion{Inscritas: e.con(Inscrita), Temas: []TemaAprendido{}}
	var antes, despues []cantidad.Centesimas
	logrados, puntos := map[string]int{}, map[string]int{}
	for _, p := range e.Participantes {
		if p.Resultado == Acredita {
			out.Acreditan++
		}
		if m := p.mejor(); m != nil {
			despues = append(despues, *m)
		}
		for _, x := range p.Intentos {
			if x.Momento == Diagnostica {
				antes = append(antes, x.Valor)
				continue
			}
			for _, t := range x.Temas {
				logrados[t.Tema], puntos[t.Tema] = logrados[t.Tema]+t.Logrados, puntos[t.Tema]+t.Puntos
			}
		}
	}
	out.Antes, out.Despues = mediaDe(antes), mediaDe(despues)
	for t, n := range puntos {
		v := parte(logrados[t], n)
		out.Temas = append(out.Temas, TemaAprendido{t, v, v < e.Impartida.Curso.Contenido.Minima})
	}
	slices.SortFunc(out.Temas, func(a, b TemaAprendido) int {
		return cmp.Or(cmp.Compare(a.Valor, b.Valor), cmp.Compare(a.Tema, b.Tema))
	})
	return out
}

func mediaDe(vs []cantidad.Centesimas) *cantidad.Centesimas {
	if len(vs) == 0 {
		return nil
	}
	suma := 0
	for _, v := range vs {
		suma += int(v)
	}
	m := cantidad.Centesimas((suma + len(vs)/2) / len(vs))
	return &m
}
