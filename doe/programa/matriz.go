package programa

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
)

// Fila says who makes a programme and where it goes.
type Fila struct {
	// Unidad is whose programme it is, Elabora who makes it.
	Unidad  doe.ClaveUnidad `json:"unidad" doc:"Unidad de la que es el programa" example:"doe-7.1.4.1"`
	Elabora doe.ClaveUnidad `json:"elabora" doc:"Unidad que lo elabora" example:"doe-7.1.4.1"`
	// Funcion is the function by which it does.
	Funcion doe.ClaveFuncion `json:"funcion" doc:"Función por la que lo elabora" example:"doe-7.1.4.1/1"`
	// Integra is the unit whose programme takes it in; none above the DOE's.
	Integra doe.ClaveUnidad `json:"integra,omitempty" doc:"Unidad que lo integra al suyo" example:"doe-7.1.4"`
	// Dice is the function that says where it goes; where none does it follows
	// the line of adscription.
	Dice doe.ClaveFuncion `json:"dice,omitempty" doc:"Función que dice a dónde se integra; sin ella, va por la línea de adscripción" example:"doe-7.1.4.1/1"`
}

// propia is the programme that a unit makes for itself by a function that also
// says where it goes.
func propia(u doe.ClaveUnidad, n string, a doe.ClaveUnidad) Fila {
	f := doe.ClaveFuncion(string(u) + "/" + n)
	return Fila{Unidad: u, Elabora: u, Funcion: f, Integra: a, Dice: f}
}

// callada is one whose function does not say where it goes.
func callada(u doe.ClaveUnidad, n string, a doe.ClaveUnidad) Fila {
	f := propia(u, n, a)
	f.Dice = ""
	return f
}

// filas follows the functions of both manuals. The DOE's programme is put
// together by 7.1.5.2; that of 7.1.5 is made of the goals of 7.1.5.1. Those of
// 7.1.3 and 7.1.6 gather what is below: their functions authorise them, and
// another function says that they exist.
var filas = Matriz{
	{Unidad: "doe-7.1", Elabora: "doe-7.1.5.2", Funcion: "doe-7.1.5.2/1"},
	propia("doe-7.1.1", "2", "doe-7.1"),
	propia("doe-7.1.1.1", "2", "doe-7.1.1"),
	propia("doe-7.1.1.1.1", "1", "doe-7.1.1.1"),
	propia("doe-7.1.1.1.2", "1", "doe-7.1.1.1"),
	propia("doe-7.1.1.2", "5", "doe-7.1.1"),
	callada("doe-7.1.1.2.1", "10", "doe-7.1.1.2"),
	callada("doe-7.1.1.2.2", "10", "doe-7.1.1.2"),
	propia("doe-7.1.1.3", "4", "doe-7.1.1"),
	callada("doe-7.1.1.3.1", "10", "doe-7.1.1.3"),
	callada("doe-7.1.1.3.2", "10", "doe-7.1.1.3"),
	propia("doe-7.1.1.4", "1", "doe-7.1.1"),
	propia("doe-7.1.1.4.1", "1", "doe-7.1.1.4"),
	propia("doe-7.1.1.4.2", "1", "doe-7.1.1.4"),
	callada("doe-7.1.1.5", "1", "doe-7.1.1"),
	propia("doe-7.1.1.6", "5", "doe-7.1.1"),
	propia("doe-7.1.2", "1", "doe-7.1"),
	propia("doe-7.1.2.2", "1", "doe-7.1.2"),
	propia("doe-7.1.2.2.1", "1", "doe-7.1.2.2"),
	propia("doe-7.1.2.3", "1", "doe-7.1.2"),
	{Unidad: "doe-7.1.3", Elabora: "doe-7.1.3", Funcion: "doe-7.1.3/1", Integra: "doe-7.1", Dice: "doe-7.1.5.2/1"},
	{Unidad: "doe-7.1.3.1", Elabora: "doe-7.1.3.1", Funcion: "doe-7.1.3.1/1", Integra: "doe-7.1.3", Dice: "doe-7.1.3/1"},
	callada("doe-7.1.3.1.3", "1", "doe-7.1.3.1"),
	propia(doe.CAOOD, "1", "doe-7.1.3"),
	propia("doe-7.1.4", "1", "doe-7.1"),
	propia("doe-7.1.4.1", "1", "doe-7.1.4"),
	propia("doe-7.1.4.1.1", "1", "doe-7.1.4.1"),
	propia("doe-7.1.4.1.2", "1", "doe-7.1.4.1"),
	propia("doe-7.1.4.1.3", "1", "doe-7.1.4.1"),
	propia("doe-7.1.4.2", "1", "doe-7.1.4"),
	propia("doe-7.1.4.2.1", "1", "doe-7.1.4.2"),
	propia("doe-7.1.4.2.2", "1", "doe-7.1.4.2"),
	propia("doe-7.1.4.3", "1", "doe-7.1.4"),
	{Unidad: "doe-7.1.5", Elabora: "doe-7.1.5.1", Funcion: "doe-7.1.5.1/1", Integra: "doe-7.1", Dice: "doe-7.1.5.1/1"},
	propia("doe-7.1.6", "1", "doe-7.1"),
	propia("doe-7.1.6.1", "1", "doe-7.1.6"),
	propia("doe-7.1.6.2", "1", "doe-7.1.6"),
}

// Aporta says whose programme a unit only proposes lines for.
type Aporta struct {
	Unidad  doe.ClaveUnidad  `json:"unidad" doc:"Unidad que propone renglones" example:"doe-7.1.2.2.2"`
	A       doe.ClaveUnidad  `json:"a" doc:"Unidad a cuyo programa los propone" example:"doe-7.1.2.2"`
	Funcion doe.ClaveFuncion `json:"funcion" doc:"Función por la que los propone" example:"doe-7.1.2.2.2/1"`
}

var aportan = []Aporta{
	{"doe-7.1.2.2.2", "doe-7.1.2.2", "doe-7.1.2.2.2/1"},
	{"doe-7.1.2.2.3", "doe-7.1.2.2", "doe-7.1.2.2.3/1"},
}

// Matriz says who makes each programme of a year and where it goes, in the
// order of the manuals; that of the regional coordination is there once for all
// its OOAD.
type Matriz []Fila

// Filas is the matrix of the units of the manuals.
func Filas() Matriz { return slices.Clone(filas) }

// Estructura is the catalog of the first day of a year.
func Estructura(c *doe.Catalogo, ejercicio int) *doe.Catalogo {
	return c.En(trimestreDe(ejercicio, 1).Desde())
}

// FilasEn is the matrix of a year in the structure of its first day: each
// programme is of who holds the function then. Where the unit that took it in
// has none any more, it follows the line of adscription.
func FilasEn(c *doe.Catalogo, ejercicio int) Matriz {
	c = Estructura(c, ejercicio)
	out := make(Matriz, 0, len(filas))
	for _, f := range filas {
		fn, ok := c.Funcion(f.Funcion)
		if !ok {
			continue
		}
		if f.Unidad == f.Elabora {
			f.Unidad = fn.Unidad
		} else {
			f.Unidad, _ = c.Sucesora(f.Unidad)
		}
		f.Elabora = fn.Unidad
		if f.Integra, _ = c.Sucesora(f.Integra); f.Integra == f.Unidad {
			continue // it joined the one that took it in
		}
		if _, ya := out.De(f.Unidad); !ya {
			out = append(out, f)
		}
	}
	for i := range out {
		f := &out[i]
		if _, hay := out.De(f.Integra); f.Unidad != doe.Raiz && (f.Dice == "" || !hay) {
			f.Integra, _ = out.cercana(c.Superiores(f.Unidad))
		}
	}
	return out
}

// De is the row of a unit; ok is false when no function makes it have a
// programme.
func (m Matriz) De(u doe.ClaveUnidad) (f Fila, ok bool) {
	i := slices.IndexFunc(m, func(f Fila) bool { return f.Unidad == u })
	if i < 0 {
		return f, false
	}
	return m[i], true
}

// fila is the row of a programme: that of the unit that it was opened for or,
// when it ended before the year began, of who answers for it.
func (m Matriz) fila(c *doe.Catalogo, p *Programa) (Fila, bool) {
	if f, ok := m.De(p.De()); ok {
		return f, true
	}
	u, _ := c.Sucesora(p.De())
	return m.De(u)
}

// en is the matrix of the programme's year, and whose row in it is its own.
func (p *Programa) en(c *doe.Catalogo) (Matriz, doe.ClaveUnidad) {
	m := FilasEn(c, p.Ejercicio)
	f, _ := m.fila(c, p)
	return m, f.Unidad
}

// cercana is the first of some units that has a programme.
func (m Matriz) cercana(us []doe.ClaveUnidad) (doe.ClaveUnidad, bool) {
	for _, u := range us {
		if _, ok := m.De(u); ok {
			return u, true
		}
	}
	return "", false
}

// Integradas lists the units whose programmes one takes in.
func (m Matriz) Integradas(u doe.ClaveUnidad) []doe.ClaveUnidad {
	var out []doe.ClaveUnidad
	for _, f := range m {
		if f.Integra == u {
			out = append(out, f.Unidad)
		}
	}
	return out
}

// Acoge is the unit whose programme holds the lines of another: itself when it
// has one, else its nearest superior that does.
func (m Matriz) Acoge(c *doe.Catalogo, u doe.ClaveUnidad) (doe.ClaveUnidad, bool) {
	return m.cercana(append([]doe.ClaveUnidad{u}, c.Superiores(u)...))
}

// Aportan lists the units that only propose lines.
func Aportan() []Aporta { return slices.Clone(aportan) }

// SinPrograma lists the units of a catalog that no function makes have a
// programme of their own, in the order of the manuals.
func (m Matriz) SinPrograma(c *doe.Catalogo) []doe.ClaveUnidad {
	var out []doe.ClaveUnidad
	for _, u := range c.Unidades() {
		if _, ok := m.De(u.Clave); !ok {
			out = append(out, u.Clave)
		}
	}
	return out
}
