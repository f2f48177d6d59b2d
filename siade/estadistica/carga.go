package estadistica

import (
	"cmp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// CargaAmplia says that work by period is asked for too many people.
var CargaAmplia = falla.Regla{Codigo: "carga-demasiado-amplia", Es: "La carga por periodos se pide de un OOAD o de una persona, y hasta 400 periodos.", En: "Work by period is asked for one OOAD or one person, and up to 400 periods."}

// ConsultaCarga asks for the work of each person.
type ConsultaCarga struct {
	Desde, Hasta fecha.Fecha
	// Por parts it by Dia, Semana or Mes; not at all when empty.
	Por Dimension
	// OOAD, Unidad and Persona leave only theirs; any when empty.
	OOAD, Unidad, Persona string
}

// Carga is the work of each person in a span.
type Carga struct {
	Desde fecha.Fecha    `json:"desde" doc:"Primer día" example:"2026-03-01"`
	Hasta fecha.Fecha    `json:"hasta" doc:"Último día" example:"2026-03-31"`
	Filas []CargaPersona `json:"filas" doc:"Una fila por persona o, si se pide, por persona y periodo en que hizo algo"`
	Total Trabajo        `json:"total" doc:"Total"`
	// Corte is set by who knows when it was counted.
	Corte fecha.Instante `json:"corte" doc:"Instante al que se contó" example:"2026-03-31T18:00:00.000000Z"`
}

// CargaPersona is the work of a person in a unit.
type CargaPersona struct {
	Periodo string `json:"periodo,omitempty" doc:"Día, semana o mes, si se pide" example:"2026-03"`
	OOAD    string `json:"ooad" doc:"OOAD de la unidad; 09 es el nivel central" example:"14"`
	Unidad  string `json:"unidad" doc:"Unidad en que actuó" example:"caood-7.1"`
	Persona string `json:"persona" doc:"Cuenta de la persona" example:"taod-14-007"`
	Trabajo
}

// Trabajo are the figures of a person's work. What they did counts for them
// whoever has the petition now.
type Trabajo struct {
	Registradas int `json:"registradas" doc:"Peticiones que registró" example:"120"`
	AlContacto  int `json:"al_contacto" doc:"De ellas, las que resolvió al registrarlas" example:"108"`
	Respondidas int `json:"respondidas" doc:"Respuestas que dio, también al contacto" example:"115"`
	Cerradas    int `json:"cerradas" doc:"Peticiones que cerró" example:"112"`
	// Asignadas are those assigned to them, up to the end of the period, that
	// live today.
	Asignadas int `json:"asignadas" doc:"Peticiones vivas hoy que se le asignaron hasta el fin del periodo" example:"7"`
}

func (t *Trabajo) sumar(f Fila) {
	t.Registradas += f.M[siade.CRegistradas]
	t.AlContacto += f.M[siade.CAlContacto]
	t.Respondidas += f.M[siade.CRespondidas]
	t.Cerradas += f.M[siade.CCerradas]
	t.Asignadas += f.M[siade.CAsignadas]
}

// LeerCarga reads a query from its parameters by name. Without dates it asks
// for the month so far. The error tells every fault at once.
func LeerCarga(parametros map[string]string, hoy fecha.Fecha) (ConsultaCarga, error) {
	var f falla.Fallas
	c := ConsultaCarga{Hasta: hoy}
	nombres := make([]string, 0, len(parametros))
	for n := range parametros {
		nombres = append(nombres, n)
	}
	slices.Sort(nombres)
	for _, n := range nombres {
		if v := parametros[n]; v != "" {
			c.leer(n, v, &f)
		}
	}
	if c.Desde.IsZero() {
		c.Desde = inicioDeMes(c.Hasta)
	}
	f.Si(c.Desde.After(c.Hasta) || c.Hasta.After(Limite), Rango, "query.hasta")
	f.Si(c.Desde.Before(Origen), Rango, "query.desde")
	largo := ConsultaSerie{Consulta: Consulta{Desde: c.Desde, Hasta: c.Hasta}, Por: c.Por}.cuantos()
	f.Si(c.Por != "" && (largo > MaxPuntos || c.OOAD == "" && c.Persona == ""), CargaAmplia, "query.por")
	return c, enError(f)
}

func (c *ConsultaCarga) leer(nombre, valor string, f *falla.Fallas) {
	lugar := "query." + nombre
	switch nombre {
	case "desde":
		c.Desde = leerDia(valor, lugar, f)
	case "hasta":
		c.Hasta = leerDia(valor, lugar, f)
	case "por":
		c.Por = Dimension(valor)
		f.Si(!deTiempo(c.Por), forma.NoPermitido, lugar, "dia, semana, mes")
	case "ooad":
		o, err := doe.ParseOOAD(valor)
		f.Si(err != nil, forma.Formato, lugar)
		c.OOAD = string(o)
	case "unidad":
		u, err := doe.ParseClaveUnidad(valor)
		f.Si(err != nil, forma.Formato, lugar)
		c.Unidad = string(u)
	case "persona":
		c.Persona = valor
	default:
		f.Si(true, parametro, "query."+forma.NombreVisible(nombre))
	}
}

// Sumas lists the sums that the answer takes: what happened in the span, and
// what was assigned before.
func (c ConsultaCarga) Sumas() []Suma {
	en := Suma{
		Parte: EnPeriodo, Familia: siade.FamiliaCarga, Desde: c.Desde, Hasta: c.Hasta, PorOOAD: true, PorV1: true, PorV2: true,
		Medidas: []int{siade.CRegistradas, siade.CAlContacto, siade.CRespondidas, siade.CCerradas, siade.CAsignadas},
		OOAD:    siHay(c.OOAD), V1: siHay(c.Persona), V2: siHay(c.Unidad),
	}
	if c.Por != "" {
		en.Tiempo = Dia
	}
	antes := en
	antes.Parte, antes.Desde, antes.Hasta, antes.Tiempo, antes.Medidas = Antes, Origen, c.Desde.Sumar(-1), "", []int{siade.CAsignadas}
	return []Suma{en, antes}
}

func siHay(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// quien is a person in a unit of a body.
type quien struct{ ooad, unidad, persona string }

// reparto is the work of each person, by the first day of the period.
type reparto map[quien]map[fecha.Fecha]*Trabajo

func (r reparto) anotar(f Fila, p fecha.Fecha) {
	q := quien{f.OOAD, f.V2, f.V1}
	if r[q] == nil {
		r[q] = map[fecha.Fecha]*Trabajo{}
	}
	if r[q][p] == nil {
		r[q][p] = &Trabajo{}
	}
	r[q][p].sumar(f)
}

// Responder answers the query with the rows of its sums.
func (c ConsultaCarga) Responder(sumar Sumar) (Carga, error) {
	out := Carga{Desde: c.Desde, Hasta: c.Hasta, Filas: []CargaPersona{}}
	previas, por := map[quien]int{}, reparto{}
	for _, s := range c.Sumas() {
		filas, err := sumar(s)
		if err != nil {
			return Carga{}, err
		}
		for _, f := range filas {
			if s.Parte == Antes {
				f.M = [tramite.MaxMedidas]int{siade.CAsignadas: f.M[siade.CAsignadas]}
			}
			switch out.Total.sumar(f); {
			case f.M == [tramite.MaxMedidas]int{}:
			case s.Parte == Antes && c.Por != "":
				previas[quien{f.OOAD, f.V2, f.V1}] += f.M[siade.CAsignadas]
			default:
				por.anotar(f, c.inicio(f.Periodo))
			}
		}
	}
	for q, ts := range por {
		out.Filas = append(out.Filas, c.dePersona(q, ts, previas[q])...)
	}
	slices.SortFunc(out.Filas, func(a, b CargaPersona) int {
		return cmp.Or(strings.Compare(a.OOAD, b.OOAD), strings.Compare(a.Unidad, b.Unidad), strings.Compare(a.Persona, b.Persona), strings.Compare(a.Periodo, b.Periodo))
	})
	return out, nil
}

// inicio is the first day of the period of a row.
func (c ConsultaCarga) inicio(d fecha.Fecha) fecha.Fecha {
	if c.Por == "" {
		return fecha.Fecha{}
	}
	return periodoDe(c.Por, d).desde
}

// dePersona are the rows of a person, in the order of time: what is assigned
// goes on from one period to the next.
func (c ConsultaCarga) dePersona(q quien, ts map[fecha.Fecha]*Trabajo, asignadas int) []CargaPersona {
	dias := make([]fecha.Fecha, 0, len(ts))
	for d := range ts {
		dias = append(dias, d)
	}
	slices.SortFunc(dias, fecha.Fecha.Compare)
	var out []CargaPersona
	for _, d := range dias {
		x := CargaPersona{OOAD: q.ooad, Unidad: q.unidad, Persona: q.persona, Trabajo: *ts[d]}
		if c.Por != "" {
			asignadas += x.Asignadas
			x.Periodo, x.Asignadas = etiqueta(c.Por, d), asignadas
		}
		out = append(out, x)
	}
	return out
}
