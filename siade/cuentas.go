package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Dimension is what the counters of petitions are told apart by.
type Dimension string

// The dimensions.
const (
	DimensionTipo           Dimension = "tipo"
	DimensionCanal          Dimension = "canal"
	DimensionGravedad       Dimension = "gravedad"
	DimensionEstado         Dimension = "estado"
	DimensionTema           Dimension = "tema"
	DimensionServicio       Dimension = "servicio"
	DimensionUnidadServicio Dimension = "unidad_servicio"
)

// De is the value of a petition in the dimension; empty where it has none.
func (d Dimension) De(p Peticion) string {
	switch d {
	case DimensionTipo:
		return string(p.tipo())
	case DimensionCanal:
		return string(p.Canal)
	case DimensionGravedad:
		return string(p.clasificacion().Gravedad)
	case DimensionEstado:
		return string(p.Estado)
	case DimensionTema:
		return p.clasificacion().Tema
	case DimensionServicio:
		return p.clasificacion().Servicio
	case DimensionUnidadServicio:
		return p.UnidadServicio
	}
	return ""
}

// Familia is a pair of dimensions that counters are kept for, by day and OOAD.
type Familia struct {
	// Nombre is the name under which they are kept; it ends in "/mes" when they
	// are kept by month and not by day.
	Nombre string
	V1, V2 Dimension
	PorMes bool
}

var familias = []Familia{
	{"tipo,gravedad", DimensionTipo, DimensionGravedad, false},
	{"tipo,estado", DimensionTipo, DimensionEstado, false},
	{"gravedad,estado", DimensionGravedad, DimensionEstado, false},
	{"tipo,canal", DimensionTipo, DimensionCanal, false},
	{"canal,gravedad", DimensionCanal, DimensionGravedad, false},
	{"canal,estado", DimensionCanal, DimensionEstado, false},
	{"tipo,tema/mes", DimensionTipo, DimensionTema, true},
	{"tipo,servicio/mes", DimensionTipo, DimensionServicio, true},
	{"tipo,unidad_servicio/mes", DimensionTipo, DimensionUnidadServicio, true},
}

// Familias lists the pairs, those kept by day first and, among them, the ones
// of fewer values: a question about one dimension takes the first that has it.
func Familias() []Familia { return slices.Clone(familias) }

// The measures of every family. Those of a closing lie in the class of its
// days, and those of an answer in the class of the days it took, so that a
// histogram is the measure by class and the count its sum.
const (
	// MRegistradas counts on the day of registration, in class 0.
	MRegistradas = iota
	// MCerradas to MSatSuma count on the day of closing.
	MCerradas
	MAlContacto
	MSatNumero
	MSatSuma
	// MCohCerradas to MCohSatSuma count the same on the day of registration.
	MCohCerradas
	MCohAlContacto
	MCohSatNumero
	MCohSatSuma
	// MAbiertas counts, while open, on the day it is due, in class 0.
	MAbiertas
	// MRespondidas counts every answer on its day, and MTardias those given
	// after the term was over.
	MRespondidas
	MTardias
	// MReabiertas counts reopenings on their day, and MTurnadas a petition on
	// the day it was turned to who has it, both in class 0.
	MReabiertas
	MTurnadas
	// MCanalizadas and MCalificables count, on the day of closing, what went to
	// another body and what its petitioner may rate.
	MCanalizadas
	MCalificables
	// MCohRespondidas to MCohCalificables count the same six, in the same
	// order, on the day of registration.
	MCohRespondidas
	MCohTardias
	MCohReabiertas
	MCohTurnadas
	MCohCanalizadas
	MCohCalificables
)

// aporta is what a petition due on a day adds to the counters.
func aporta(p Peticion, vence fecha.Fecha) []tramite.Aporte {
	base := p.aportaPorDia(vence)
	out := make([]tramite.Aporte, 0, len(base)*len(familias)+1)
	for _, f := range familias {
		v1, v2 := f.V1.De(p), f.V2.De(p)
		for _, a := range base {
			a.Familia, a.OOAD, a.V1, a.V2 = f.Nombre, p.OOAD, v1, v2
			out = append(out, a)
		}
	}
	return append(out, p.aportaAsignada()...)
}

// aportes are contributions to one family, by day and class.
type aportes []tramite.Aporte

// contar adds n to a measure, on a day and in a class.
func (as *aportes) contar(dia fecha.Fecha, cubeta, medida, n int) {
	for i := range *as {
		if a := &(*as)[i]; a.Dia == dia && a.Cubeta == cubeta {
			a.M[medida] += n
			return
		}
	}
	a := tramite.Aporte{Dia: dia, Cubeta: cubeta}
	a.M[medida] = n
	*as = append(*as, a)
}

// aportaPorDia is what it adds to any family.
func (p Peticion) aportaPorDia(vence fecha.Fecha) []tramite.Aporte {
	as, registro := make(aportes, 0, 4), p.Creado.Dia()
	as.contar(registro, 0, MRegistradas, 1)
	if !p.Concluida.IsZero() {
		p.aportaCierre(&as, registro)
	} else if !vence.IsZero() {
		as.contar(vence, 0, MAbiertas, 1)
	}
	p.aportaRespuestas(&as, registro)
	for _, r := range p.Reaperturas {
		as.contar(r.Dia, 0, MReabiertas, 1)
		as.contar(registro, 0, MCohReabiertas, 1)
	}
	if p.Turno != nil {
		as.contar(p.Turno.Dia, 0, MTurnadas, 1)
		as.contar(registro, 0, MCohTurnadas, 1)
	}
	return as
}

// aportaCierre is what its end adds, on its own day and on that of
// registration.
func (p Peticion) aportaCierre(as *aportes, registro fecha.Fecha) {
	cubeta := Cubeta(p.dias(p.Presentacion, p.Concluida))
	ambas := func(m, coh, n int) {
		if n > 0 {
			as.contar(p.Concluida, cubeta, m, n)
			as.contar(registro, cubeta, coh, n)
		}
	}
	ambas(MCerradas, MCohCerradas, 1)
	ambas(MAlContacto, MCohAlContacto, uno(p.AlContacto && len(p.Reaperturas) == 0))
	ambas(MCanalizadas, MCohCanalizadas, uno(p.Canalizacion != nil))
	ambas(MCalificables, MCohCalificables, uno(p.Estado == Cerrada))
	if c := p.Calificacion; c != nil && c.Calificacion > 0 {
		ambas(MSatNumero, MCohSatNumero, 1)
		ambas(MSatSuma, MCohSatSuma, c.Calificacion)
	}
}

// aportaRespuestas is what its answers add: those given before reopening, and
// the one that stands. The days of each count from when its term began: each
// reopening put one answer among the earlier ones, if there was one.
func (p Peticion) aportaRespuestas(as *aportes, registro fecha.Fecha) {
	n := len(p.Anteriores)
	for i := range n + 1 {
		var r *Respondido
		switch {
		case i < n:
			r = &p.Anteriores[i]
		case p.Respuesta != nil:
			r = p.Respuesta
		default:
			return
		}
		desde := p.Presentacion
		for _, x := range p.Reaperturas[:max(i+len(p.Reaperturas)-n, 0)] {
			if !x.Dia.After(r.Dia) {
				desde = x.Dia
			}
		}
		cubeta := Cubeta(p.dias(desde, r.Dia))
		as.contar(r.Dia, cubeta, MRespondidas, 1)
		as.contar(registro, cubeta, MCohRespondidas, 1)
		if r.Tardia {
			as.contar(r.Dia, cubeta, MTardias, 1)
			as.contar(registro, cubeta, MCohTardias, 1)
		}
	}
}

func uno(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dias are natural days; what came after hours and ended at once took none.
func (p Peticion) dias(desde, hasta fecha.Fecha) int { return max(desde.Dias(hasta), 0) }
