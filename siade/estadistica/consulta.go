package estadistica

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/siade"
)

// Consulta is what is asked.
type Consulta struct {
	// Agrupar are up to two dimensions.
	Agrupar []Dimension
	// Desde and Hasta are the first and the last day, both included.
	Desde, Hasta fecha.Fecha
	// Filtros are the values admitted in a dimension; any where there are none.
	Filtros map[Dimension][]string
	// Cohorte asks for the closings of what was registered in the span instead
	// of those that happened in it.
	Cohorte bool
	// Hoy is the day of asking.
	Hoy fecha.Fecha
}

// The faults of a query.
var (
	Combinacion = falla.Regla{Codigo: "combinacion-no-disponible", Es: "Esa combinación de dimensiones y fechas no está disponible: tema, servicio y unidad_servicio se combinan por mes completo, con ooad y tipo.", En: "That combination of dimensions and dates is not available: tema, servicio and unidad_servicio combine by whole months, with ooad and tipo."}
	Rango       = falla.Regla{Codigo: "rango-de-fechas", Es: "Los días van de 1970 a 2200 y el primero no puede ser posterior al último.", En: "Days lie within 1970 to 2200, the first not after the last."}
	Repetida    = falla.Regla{Codigo: "dimension-repetida", Es: "La dimensión está repetida.", En: "The dimension is repeated."}
	parametro   = falla.Regla{Codigo: "parametro-desconocido", Es: "No se conoce este parámetro.", En: "Unknown parameter."}
	reglaError  = falla.Regla{Codigo: "consulta-no-valida", Es: "La consulta no es válida.", En: "The query is not valid."}
)

// Leer reads a query from its parameters by name. Without dates it asks for the
// year so far. The error, a [falla.Error], tells every fault at once.
func Leer(parametros map[string]string, hoy fecha.Fecha) (Consulta, error) {
	var f falla.Fallas
	c := leer(parametros, hoy, &f)
	f = append(f, c.Validar()...)
	if err := enError(f); err != nil {
		return Consulta{}, err
	}
	return c, nil
}

// enError is an error that tells the faults; nil when there are none.
func enError(f falla.Fallas) error { return f.Error(reglaError.Codigo, reglaError.Es, reglaError.En) }

func leer(parametros map[string]string, hoy fecha.Fecha, f *falla.Fallas) Consulta {
	c := Consulta{Hoy: hoy, Filtros: map[Dimension][]string{}}
	nombres := make([]string, 0, len(parametros))
	for n := range parametros {
		nombres = append(nombres, n)
	}
	slices.Sort(nombres)
	for _, n := range nombres {
		if valor := parametros[n]; valor != "" {
			c.leer(n, valor, f)
		}
	}
	if c.Hasta.IsZero() {
		c.Hasta = hoy
	}
	if c.Desde.IsZero() {
		c.Desde, _ = fecha.New(c.Hasta.Anio(), 1, 1)
	}
	return c
}

func (c *Consulta) leer(nombre, valor string, f *falla.Fallas) {
	lugar := "query." + nombre
	switch d := Dimension(nombre); {
	case nombre == "agrupar":
		for p := range strings.SplitSeq(valor, ",") {
			c.Agrupar = append(c.Agrupar, Dimension(strings.TrimSpace(p)))
		}
	case nombre == "desde":
		c.Desde = leerDia(valor, lugar, f)
	case nombre == "hasta":
		c.Hasta = leerDia(valor, lugar, f)
	case nombre == "cohorte":
		c.Cohorte = valor == "si"
		f.Si(valor != "si" && valor != "no", forma.NoPermitido, lugar, "si, no")
	case !deTiempo(d) && slices.Contains(dimensiones, d):
		for p := range strings.SplitSeq(valor, ",") {
			c.Filtros[d] = append(c.Filtros[d], strings.TrimSpace(p))
		}
	default:
		f.Si(true, parametro, "query."+forma.NombreVisible(nombre))
	}
}

func leerDia(s, lugar string, f *falla.Fallas) fecha.Fecha {
	d, err := fecha.Parse(s)
	f.Si(err != nil, forma.FormatoFecha, lugar)
	return d
}

// Validar tells every fault of a query. It also writes the aliases of OOAD as
// the codes in use.
func (c *Consulta) Validar() falla.Fallas {
	var f falla.Fallas
	f.Si(len(c.Agrupar) > 2, Combinacion, "query.agrupar")
	for i, d := range c.Agrupar {
		f.Si(!slices.Contains(dimensiones, d), forma.NoPermitido, "query.agrupar", nombresDimension())
		f.Si(slices.Contains(c.Agrupar[:i], d), Repetida, "query.agrupar")
	}
	f.Si(c.Desde.After(c.Hasta) || c.Hasta.After(Limite), Rango, "query.hasta")
	f.Si(c.Desde.Before(Origen), Rango, "query.desde")
	for _, d := range dimensiones {
		c.filtro(d, &f)
	}
	if len(f) == 0 {
		_, ok := c.familia()
		f.Si(!ok, Combinacion, "query.agrupar")
	}
	return f
}

func nombresDimension() string {
	var out []string
	for _, d := range dimensiones {
		out = append(out, string(d))
	}
	return strings.Join(out, ", ")
}

func (c *Consulta) filtro(d Dimension, f *falla.Fallas) {
	for i, x := range c.Filtros[d] {
		if d == OOAD {
			o, err := doe.ParseOOAD(x)
			if !f.Si(err != nil, forma.Formato, "query.ooad") {
				c.Filtros[d][i] = string(o)
			}
			continue
		}
		if vs, hay := valores[d]; hay {
			f.Si(!slices.Contains(vs, x), forma.NoPermitido, "query."+string(d), strings.Join(vs, ", "))
		}
	}
}

// familia is the first that has every dimension asked for.
func (c *Consulta) familia() (siade.Familia, bool) {
	var pide []Dimension
	for _, d := range dimensiones {
		if !deTiempo(d) && d != OOAD && (slices.Contains(c.Agrupar, d) || len(c.Filtros[d]) > 0) {
			pide = append(pide, d)
		}
	}
	for _, f := range siade.Familias() {
		sirve := !slices.ContainsFunc(pide, func(d Dimension) bool { return d != f.V1 && d != f.V2 })
		if sirve && (!f.PorMes || c.porMes()) {
			return f, true
		}
	}
	return siade.Familia{}, false
}

// porMes says whether the query keeps to whole months. A last day that is not
// past yet closes its month: nothing lies after it.
func (c *Consulta) porMes() bool {
	fino := slices.Contains(c.Agrupar, Dia) || slices.Contains(c.Agrupar, Semana)
	return !fino && c.Desde.Dia() == 1 && (c.Hasta == finDeMes(c.Hasta) || !c.Hasta.Before(c.Hoy))
}

func finDeMes(d fecha.Fecha) fecha.Fecha {
	return d.Sumar(fecha.DiasDelMes(d.Anio(), d.Mes()) - d.Dia())
}

func inicioDeMes(d fecha.Fecha) fecha.Fecha { return d.Sumar(1 - d.Dia()) }
