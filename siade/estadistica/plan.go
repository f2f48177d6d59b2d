package estadistica

import (
	"fmt"
	"slices"
	"sync"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Origen and Limite are the days before and after which no counter lies.
var (
	Origen = fecha.MustParse("1970-01-01")
	Limite = fecha.MustParse("2200-12-31")
)

// Parte says what a sum is for.
type Parte int

// The parts of a plan.
const (
	// EnPeriodo: what happened in the span.
	EnPeriodo Parte = iota
	// Antes: what was there when it began.
	Antes
	// Vencidas: what is open and past its day.
	Vencidas
)

// Suma is a sum of counters that a plan takes.
type Suma struct {
	Parte   Parte
	Familia string
	// Desde and Hasta are the first and the last day, both included.
	Desde, Hasta fecha.Fecha
	// Tiempo groups by dia or mes; empty, the whole span is one.
	Tiempo Dimension
	// PorOOAD, PorV1 and PorV2 group by them, PorCubeta by the classes of days.
	PorOOAD, PorV1, PorV2, PorCubeta bool
	// Medidas are the ones it takes.
	Medidas []int
	// OOAD, V1 and V2 admit only these values; any when empty.
	OOAD, V1, V2 []string
}

// Fila is one row of a sum. What it does not group by is left zero; Periodo is
// the first day of its period.
type Fila struct {
	Periodo      fecha.Fecha
	OOAD, V1, V2 string
	Cubeta       int
	M            [tramite.MaxMedidas]int
}

// Sumar gives the rows of a sum of counters.
type Sumar = func(Suma) ([]Fila, error)

// Plan is how a query is answered.
type Plan struct {
	consulta Consulta
	familia  siade.Familia
	base     Suma
	tiempo   Dimension
	// usa are the places that are wanted; all when nil.
	usa []int
}

// Planear makes the plan of a query; the error tells the faults that
// [Consulta.Validar] finds.
func Planear(c Consulta) (Plan, error) {
	if err := enError(c.Validar()); err != nil {
		return Plan{}, err
	}
	f, _ := c.familia()
	p := Plan{consulta: c, familia: f}
	for _, d := range c.Agrupar {
		switch {
		case d == Dia || d == Semana:
			p.tiempo = Dia
		case d == Mes && p.tiempo == "":
			p.tiempo = Mes
		}
	}
	p.base = Suma{
		Familia: f.Nombre, OOAD: c.Filtros[OOAD], V1: c.Filtros[f.V1], V2: c.Filtros[f.V2],
		PorOOAD: p.agrupa(OOAD), PorV1: p.agrupa(f.V1), PorV2: p.agrupa(f.V2),
	}
	return p, nil
}

func (p Plan) agrupa(d Dimension) bool { return slices.Contains(p.consulta.Agrupar, d) }

// Sumas lists the sums that the answer takes.
func (p Plan) Sumas() []Suma {
	c := p.consulta
	periodo := p.base
	periodo.Parte, periodo.Desde, periodo.Hasta, periodo.Tiempo, periodo.PorCubeta = EnPeriodo, c.Desde, c.Hasta, p.tiempo, p.necesita(dePorDias)
	if p.familia.PorMes {
		periodo.Hasta = finDeMes(c.Hasta)
	}
	for i, m := range p.lugares() {
		if p.necesita(i) {
			periodo.Medidas = append(periodo.Medidas, m)
		}
	}
	if p.necesita(deRegistro) {
		periodo.Medidas = append(periodo.Medidas, siade.MRegistradas)
	}
	out := []Suma{periodo}
	if c.Cohorte {
		return out
	}
	antes, vencidas := p.base, p.base
	antes.Medidas, vencidas.Medidas = []int{siade.MRegistradas, siade.MCerradas}, []int{siade.MAbiertas}
	antes.Parte, antes.Desde, antes.Hasta = Antes, Origen, c.Desde.Sumar(-1)
	vencidas.Parte, vencidas.Desde, vencidas.Hasta, vencidas.Tiempo = Vencidas, Origen, p.corte(), p.tiempo
	if p.necesita(dePrevias) {
		out = append(out, antes)
	}
	if p.necesita(deVencidas) {
		out = append(out, vencidas)
	}
	return out
}

// The places of what a row tells beyond what was registered.
const (
	cerradas = iota
	alContacto
	calificadas
	puntos
	respondidas
	tardias
	reabiertas
	turnadas
	canalizadas
	calificables
	cuantos
	// What else an answer may need: what was registered, what there was before,
	// what is overdue, and the counts parted by the class of their days.
	deRegistro = iota
	dePrevias
	deVencidas
	dePorDias
)

// solo is the plan of an answer of which only some figures are wanted: the rest
// come as none.
func (p Plan) solo(usa ...int) Plan {
	p.usa = usa
	return p
}

func (p Plan) necesita(lugar int) bool { return p.usa == nil || slices.Contains(p.usa, lugar) }

// lugares are the measures that count when things happened or, of a cohort,
// when what they happened to was registered.
func (p Plan) lugares() [cuantos]int {
	if p.consulta.Cohorte {
		return [...]int{
			siade.MCohCerradas, siade.MCohAlContacto, siade.MCohSatNumero, siade.MCohSatSuma, siade.MCohRespondidas, siade.MCohTardias,
			siade.MCohReabiertas, siade.MCohTurnadas, siade.MCohCanalizadas, siade.MCohCalificables,
		}
	}
	return [...]int{
		siade.MCerradas, siade.MAlContacto, siade.MSatNumero, siade.MSatSuma, siade.MRespondidas, siade.MTardias,
		siade.MReabiertas, siade.MTurnadas, siade.MCanalizadas, siade.MCalificables,
	}
}

// corte is the last due day that is past: yesterday, or the end of a span that
// ended before; by month, the last that is over.
func (p Plan) corte() fecha.Fecha {
	d := p.consulta.Hoy.Sumar(-1)
	if p.consulta.Hasta.Before(d) {
		d = p.consulta.Hasta
	}
	if p.familia.PorMes && d != finDeMes(d) {
		d = inicioDeMes(d).Sumar(-1)
	}
	return d
}

// Responder answers the query with the rows of its sums, which are asked for
// all at once: sumar must be safe for that.
func (p Plan) Responder(sumar Sumar) (Respuesta, error) {
	b, err := p.plegar(sumar)
	if err != nil {
		return Respuesta{}, err
	}
	return b.respuesta(), nil
}

// plegar folds the rows of the sums of the plan.
func (p Plan) plegar(sumar Sumar) (*pliegue, error) {
	sumas := p.Sumas()
	filas, fallas := make([][]Fila, len(sumas)), make([]error, len(sumas))
	var todas sync.WaitGroup
	for i, s := range sumas {
		todas.Go(func() { filas[i], fallas[i] = sumar(s) })
	}
	todas.Wait()
	b := nuevoPliegue(p)
	for i, s := range sumas {
		if fallas[i] != nil {
			return nil, fmt.Errorf("estadistica: summing %s: %w", s.Familia, fallas[i])
		}
		for _, f := range filas[i] {
			b.sumar(s.Parte, f)
		}
	}
	return b, nil
}
