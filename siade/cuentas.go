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
// days, so that a histogram is the measure by class and the count its sum.
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
)

// aporta is what a petition due on a day adds to the counters.
func aporta(p Peticion, vence fecha.Fecha) []tramite.Aporte {
	base := p.aportaPorDia(vence)
	out := make([]tramite.Aporte, 0, len(base)*len(familias))
	for _, f := range familias {
		v1, v2 := f.V1.De(p), f.V2.De(p)
		for _, a := range base {
			a.Familia, a.OOAD, a.V1, a.V2 = f.Nombre, p.OOAD, v1, v2
			out = append(out, a)
		}
	}
	return out
}

// aportaPorDia is what it adds to any family.
func (p Peticion) aportaPorDia(vence fecha.Fecha) []tramite.Aporte {
	registro := p.Creado.Dia()
	out := make([]tramite.Aporte, 0, 3)
	out = append(out, tramite.Aporte{Dia: registro})
	out[0].M[MRegistradas] = 1
	switch {
	case !p.Concluida.IsZero():
		fin, coh := p.aportaCierre(registro)
		if p.Concluida == registro {
			for i, n := range coh.M {
				fin.M[i] += n
			}
			return append(out, fin)
		}
		return append(out, fin, coh)
	case vence == registro:
		out[0].M[MAbiertas] = 1
	case !vence.IsZero():
		a := tramite.Aporte{Dia: vence}
		a.M[MAbiertas] = 1
		out = append(out, a)
	}
	return out
}

// aportaCierre is what its end adds, on its own day and on that of
// registration.
func (p Peticion) aportaCierre(registro fecha.Fecha) (fin, coh tramite.Aporte) {
	fin = tramite.Aporte{Dia: p.Concluida, Cubeta: Cubeta(p.dias())}
	coh = tramite.Aporte{Dia: registro, Cubeta: fin.Cubeta}
	medidas := [4]int{0: 1}
	if p.AlContacto && len(p.Reaperturas) == 0 {
		medidas[1] = 1
	}
	if p.Calificacion != nil && p.Calificacion.Calificacion > 0 {
		medidas[2], medidas[3] = 1, p.Calificacion.Calificacion
	}
	copy(fin.M[MCerradas:], medidas[:])
	copy(coh.M[MCohCerradas:], medidas[:])
	return fin, coh
}

// dias are the natural days from presentation to the end; what came after
// hours and ended at once took none.
func (p Peticion) dias() int { return max(p.Presentacion.Dias(p.Concluida), 0) }
