package recurrencia

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// InformeJuntas is what governing-body meetings received in a period, and the
// problems there are to present.
type InformeJuntas struct {
	Desde fecha.Fecha `json:"desde" doc:"Primer día" example:"2026-01-01"`
	Hasta fecha.Fecha `json:"hasta" doc:"Último día" example:"2026-03-31"`
	// Juntas are the boards, by key; SinPresentacion those that received none.
	Juntas          []Junta           `json:"juntas" doc:"Juntas de gobierno, por clave de su órgano"`
	SinPresentacion []doe.ClaveOrgano `json:"sin_presentacion" doc:"Órganos cuya junta no recibió presentación en el periodo" example:"[\"ooad-06\"]"`
	Problematicas   []Renglon         `json:"problematicas" doc:"Problemáticas abiertas o que se cerraron en el periodo, la más antigua primero"`
	Total           TotalJuntas       `json:"total" doc:"Cuentas del periodo"`
}

// TotalJuntas counts boards and what they received.
type TotalJuntas struct {
	Juntas         int `json:"juntas" doc:"Juntas de gobierno" example:"60"`
	Con            int `json:"con_presentacion" doc:"Las que recibieron presentación" example:"41"`
	Sesiones       int `json:"sesiones" doc:"Sesiones celebradas en el periodo" example:"55"`
	Presentaciones int `json:"presentaciones" doc:"Presentaciones que recibieron" example:"73"`
	Acuerdos       int `json:"acuerdos" doc:"Acuerdos que nacieron de ellas" example:"38"`
}

// Junta is the board of a body or of a medical unit.
type Junta struct {
	Organo   doe.ClaveOrgano `json:"organo" doc:"Órgano o unidad cuya junta es" example:"ooad-14"`
	Nombre   string          `json:"nombre" doc:"Nombre del órgano"`
	Sesiones int             `json:"sesiones" doc:"Sesiones celebradas en el periodo" example:"1"`
	// Recibio says whether it received some presentation.
	Recibio        bool        `json:"recibio" doc:"Si recibió alguna presentación" example:"true"`
	Presentaciones []Expuesta  `json:"presentaciones" doc:"Lo que se le presentó, por día"`
	Ultima         fecha.Fecha `json:"ultima,omitzero" doc:"Día de la última presentación que recibió, también fuera del periodo" example:"2025-11-20"`
}

// Expuesta is a presentation that a board received.
type Expuesta struct {
	Reunion      string      `json:"reunion" doc:"Folio de la junta" example:"REU-2026-14-0000001-X"`
	Titulo       string      `json:"titulo" doc:"Título de la junta"`
	Dia          fecha.Fecha `json:"dia" doc:"Día" example:"2026-04-09"`
	Problematica string      `json:"problematica" doc:"Folio de la problemática" example:"PRO-2026-14-0000001-X"`
	Asunto       string      `json:"asunto" doc:"Qué se presentó"`
	Presento     string      `json:"presento" doc:"Cargo de quien la presentó"`
	Sintesis     string      `json:"sintesis" doc:"Qué se presentó y qué dijo la junta"`
	Acuerdos     []string    `json:"acuerdos" doc:"Folios de los acuerdos que nacieron" example:"[\"ACU-2026-14-0000001-X\"]"`
}

// Renglon is a problem as a board is shown it.
type Renglon struct {
	Folio      string              `json:"folio" doc:"Folio" example:"PRO-2026-14-0000001-X"`
	Titulo     string              `json:"titulo" doc:"Cómo se le llama"`
	OOAD       doe.OOAD            `json:"ooad" doc:"OOAD; 09 si es nacional" example:"14"`
	Celda      deteccion.Celda     `json:"celda" doc:"Dónde y de qué"`
	Estado     tramite.Estado      `json:"estado" doc:"Cómo está" example:"comprometida"`
	Desde      fecha.Fecha         `json:"desde" doc:"Día en que se abrió" example:"2026-03-02"`
	Observados int                 `json:"observados" doc:"Peticiones con que se detectó; cero si no hubo cuentas" example:"31"`
	Esperados  cantidad.Valor      `json:"esperados" doc:"Las que se esperaban" example:"8.2"`
	Organo     doe.ClaveOrgano     `json:"organo,omitempty" doc:"Órgano competente que la tiene" example:"ooad-14"`
	Acciones   int                 `json:"acciones" doc:"Acciones comprometidas" example:"2"`
	Concluidas int                 `json:"concluidas" doc:"Acciones concluidas" example:"1"`
	Presentada fecha.Fecha         `json:"presentada,omitzero" doc:"Día en que se presentó por última vez" example:"2026-04-09"`
	Veredicto  deteccion.Veredicto `json:"veredicto,omitempty" doc:"Qué dijo la última medición" example:"mejoro"`
}

// Informar tells what the boards of some organs received between two days.
// Boards that appear in the meetings or in the presentations are told too.
func Informar(ps []Problematica, rs []acuerdo.Reunion, organos []doe.Organo, desde, hasta fecha.Fecha) InformeJuntas {
	i := InformeJuntas{Desde: desde, Hasta: hasta, SinPresentacion: []doe.ClaveOrgano{}, Problematicas: []Renglon{}, Juntas: []Junta{}}
	por := map[doe.ClaveOrgano]*Junta{}
	junta := func(k doe.ClaveOrgano) *Junta {
		if por[k] == nil {
			por[k] = &Junta{Organo: k, Presentaciones: []Expuesta{}}
		}
		return por[k]
	}
	for _, o := range organos {
		junta(o.Clave).Nombre = o.Nombre
	}
	dentro := func(d fecha.Fecha) bool { return !d.Before(desde) && !d.After(hasta) }
	for j := range rs {
		if k := juntaDe(&rs[j]); k != "" && dentro(rs[j].Inicio.Dia()) && rs[j].Estado != acuerdo.Convocada && rs[j].Estado != acuerdo.ReunionCancelada {
			junta(k).Sesiones++
		}
	}
	for _, p := range ps {
		for _, x := range p.Presentaciones {
			if !x.Presentada {
				continue
			}
			k := junta(x.Junta)
			if x.Celebra.After(k.Ultima) {
				k.Ultima = x.Celebra
			}
			if dentro(x.Celebra) {
				k.Presentaciones = append(k.Presentaciones, p.expuesta(x))
			}
		}
		if fin := p.fin(); !p.Creado.Dia().After(hasta) && (fin.IsZero() || !fin.Before(desde)) {
			i.Problematicas = append(i.Problematicas, p.renglon())
		}
	}
	for _, k := range por {
		i.Juntas = append(i.Juntas, *k)
	}
	i.contar()
	return i
}

// SoloDe leaves the problems and the meetings of the board of one organ: those
// that it received, and those of its own place.
func SoloDe(o doe.Organo, ps []Problematica, rs []acuerdo.Reunion) ([]Problematica, []acuerdo.Reunion) {
	suya := func(x Presentacion) bool { return x.Junta == o.Clave }
	var suyas []Problematica
	for _, p := range ps {
		de := o.CLUES != "" && p.Celda.Unidad == o.CLUES || o.OOAD != "" && p.OOAD == o.OOAD
		if !de && !slices.ContainsFunc(p.Presentaciones, suya) {
			continue
		}
		p.Presentaciones = slices.DeleteFunc(slices.Clone(p.Presentaciones), func(x Presentacion) bool { return !suya(x) })
		suyas = append(suyas, p)
	}
	return suyas, slices.DeleteFunc(slices.Clone(rs), func(r acuerdo.Reunion) bool { return juntaDe(&r) != o.Clave })
}

// contar puts the report in order and adds it up.
func (i *InformeJuntas) contar() {
	slices.SortFunc(i.Juntas, func(a, b Junta) int { return cmp.Compare(a.Organo, b.Organo) })
	slices.SortFunc(i.Problematicas, func(a, b Renglon) int { return cmp.Or(a.Desde.Compare(b.Desde), cmp.Compare(a.Folio, b.Folio)) })
	for n := range i.Juntas {
		j := &i.Juntas[n]
		slices.SortFunc(j.Presentaciones, func(a, b Expuesta) int {
			return cmp.Or(a.Dia.Compare(b.Dia), cmp.Compare(a.Problematica, b.Problematica))
		})
		i.Total.Juntas++
		i.Total.Sesiones += j.Sesiones
		i.Total.Presentaciones += len(j.Presentaciones)
		for _, p := range j.Presentaciones {
			i.Total.Acuerdos += len(p.Acuerdos)
		}
		if j.Recibio = len(j.Presentaciones) > 0; j.Recibio {
			i.Total.Con++
		} else {
			i.SinPresentacion = append(i.SinPresentacion, j.Organo)
		}
	}
}

func (p Problematica) expuesta(x Presentacion) Expuesta {
	e := Expuesta{
		Reunion: x.Reunion, Titulo: x.Titulo, Dia: x.Celebra, Problematica: p.Folio, Asunto: p.Titulo, Presento: x.Presento, Sintesis: x.Sintesis, Acuerdos: []string{},
	}
	for _, a := range p.Acuerdos {
		if a.Reunion == x.Reunion {
			e.Acuerdos = append(e.Acuerdos, a.Folio)
		}
	}
	return e
}

// fin is the day on which it ended; zero while it lives.
func (p Problematica) fin() fecha.Fecha {
	if p.Cierre == nil {
		return fecha.Fecha{}
	}
	return p.Cierre.Dia
}

func (p Problematica) renglon() Renglon {
	r := Renglon{Folio: p.Folio, Titulo: p.Titulo, OOAD: p.OOAD, Celda: p.Celda, Estado: p.Estado, Desde: p.Creado.Dia(), Acciones: len(p.Acciones), Veredicto: p.Veredicto()}
	if p.Deteccion != nil && p.Deteccion.Medida != nil {
		r.Observados, r.Esperados = p.Deteccion.Medida.Observados, p.Deteccion.Medida.Esperados
	}
	if x := p.remision(); x != nil && x.Causal == "" {
		r.Organo = x.Organo
	}
	for _, a := range p.Acciones {
		if !a.Concluida.IsZero() {
			r.Concluidas++
		}
	}
	for _, x := range p.Presentaciones {
		if x.Presentada && x.Celebra.After(r.Presentada) {
			r.Presentada = x.Celebra
		}
	}
	return r
}
