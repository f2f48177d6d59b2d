package estadistica

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Dimension is what an answer groups or filters by.
type Dimension string

// The dimensions. The first three are of time.
const (
	Dia            Dimension = "dia"
	Semana         Dimension = "semana"
	Mes            Dimension = "mes"
	OOAD           Dimension = "ooad"
	Tipo           Dimension = "tipo"
	Canal          Dimension = "canal"
	Gravedad       Dimension = "gravedad"
	Estado         Dimension = "estado"
	Tema           Dimension = "tema"
	Servicio       Dimension = "servicio"
	UnidadServicio Dimension = "unidad_servicio"
)

var dimensiones = []Dimension{Dia, Semana, Mes, OOAD, Tipo, Canal, Gravedad, Estado, Tema, Servicio, UnidadServicio}

// Dimensiones lists them in the order they are shown.
func Dimensiones() []Dimension { return slices.Clone(dimensiones) }

func (d Dimension) deTiempo() bool { return d == Dia || d == Semana || d == Mes }

// Familia is a pair of dimensions that counters are kept for, by day and OOAD.
type Familia struct {
	// Nombre is the name under which they are kept; it ends in "/mes" when they
	// are kept by month and not by day.
	Nombre string
	V1, V2 Dimension
	PorMes bool
}

var familias = []Familia{
	{"tipo,canal", Tipo, Canal, false},
	{"tipo,gravedad", Tipo, Gravedad, false},
	{"tipo,estado", Tipo, Estado, false},
	{"canal,gravedad", Canal, Gravedad, false},
	{"canal,estado", Canal, Estado, false},
	{"gravedad,estado", Gravedad, Estado, false},
	{"tipo,tema/mes", Tipo, Tema, true},
	{"tipo,servicio/mes", Tipo, Servicio, true},
	{"tipo,unidad_servicio/mes", Tipo, UnidadServicio, true},
}

// Familias lists the pairs.
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

// Valores are the values of one petition in the dimensions that families have;
// empty where it has none.
type Valores struct {
	Tipo, Canal, Gravedad, Estado, Tema, Servicio, UnidadServicio string
}

// De is the value in a dimension.
func (v Valores) De(d Dimension) string {
	switch d {
	case Tipo:
		return v.Tipo
	case Canal:
		return v.Canal
	case Gravedad:
		return v.Gravedad
	case Estado:
		return v.Estado
	case Tema:
		return v.Tema
	case Servicio:
		return v.Servicio
	case UnidadServicio:
		return v.UnidadServicio
	}
	return ""
}

// Caso is what statistics know of one petition.
type Caso struct {
	OOAD doe.OOAD
	// Registro is the day it was registered, Cierre the day it ended (zero while
	// it lives) and Vence the day it is due (zero once ended, or when paused).
	Registro, Cierre, Vence fecha.Fecha
	// Dias are the natural days from presentation to the end.
	Dias int
	// AlContacto: it ended in the call that registered it.
	AlContacto bool
	// Calificacion is the satisfaction, 1 to 5; 0 for none.
	Calificacion int
	Valores
}

// Aportes is everything that the petition adds to the counters.
func (c Caso) Aportes() []tramite.Aporte {
	base := c.porDia()
	out := make([]tramite.Aporte, 0, len(base)*len(familias))
	for _, f := range familias {
		v1, v2 := c.De(f.V1), c.De(f.V2)
		for _, a := range base {
			a.Familia, a.OOAD, a.V1, a.V2 = f.Nombre, c.OOAD, v1, v2
			out = append(out, a)
		}
	}
	return out
}

// porDia is what it adds to any family.
func (c Caso) porDia() []tramite.Aporte {
	out := make([]tramite.Aporte, 0, 3)
	out = append(out, tramite.Aporte{Dia: c.Registro})
	out[0].M[MRegistradas] = 1
	switch {
	case !c.Cierre.IsZero():
		fin, coh := c.cierre()
		if c.Cierre == c.Registro {
			for i, n := range coh.M {
				fin.M[i] += n
			}
			return append(out, fin)
		}
		return append(out, fin, coh)
	case c.Vence == c.Registro:
		out[0].M[MAbiertas] = 1
	case !c.Vence.IsZero():
		a := tramite.Aporte{Dia: c.Vence}
		a.M[MAbiertas] = 1
		out = append(out, a)
	}
	return out
}

// cierre is what its end adds, on its own day and on that of registration.
func (c Caso) cierre() (fin, coh tramite.Aporte) {
	fin = tramite.Aporte{Dia: c.Cierre, Cubeta: Cubeta(c.Dias)}
	coh = tramite.Aporte{Dia: c.Registro, Cubeta: fin.Cubeta}
	medidas := [4]int{0: 1}
	if c.AlContacto {
		medidas[1] = 1
	}
	if c.Calificacion > 0 {
		medidas[2], medidas[3] = 1, c.Calificacion
	}
	copy(fin.M[MCerradas:], medidas[:])
	copy(coh.M[MCohCerradas:], medidas[:])
	return fin, coh
}
