package doe

import "slices"

// Diferencias is what one catalog has and another has not: the effect of a
// reorganisation, or of a new edition of a manual.
type Diferencias struct {
	// Nuevas and Terminadas are units that begin and that end.
	Nuevas     []ClaveUnidad `json:"nuevas" doc:"Unidades que empiezan"`
	Terminadas []ClaveUnidad `json:"terminadas" doc:"Unidades que terminan"`
	// Cambios are the units that go on with another name, level or superior.
	Cambios []CambioUnidad `json:"cambios" doc:"Unidades que siguen con otro nombre, nivel o superior"`
	// Movidas are the functions held by another unit; FuncionesNuevas,
	// those that were nobody's or did not exist.
	Movidas         []FuncionMovida `json:"movidas" doc:"Funciones que cambian de unidad"`
	FuncionesNuevas []ClaveFuncion  `json:"funciones_nuevas" doc:"Funciones que no había"`
	// SinUnidad are functions that some unit held and none does.
	SinUnidad []ClaveFuncion `json:"sin_unidad" doc:"Funciones que quedan sin unidad"`
	// Facultades are what each unit gains and loses.
	Facultades []CambioFacultades `json:"facultades" doc:"Facultades que gana y pierde cada unidad"`
	// SinTitular are the facultades that had an express holder and have none:
	// their acts fall by hierarchy. ConTitular are those that got one.
	SinTitular []Facultad `json:"sin_titular" doc:"Facultades que se quedan sin titular expreso"`
	ConTitular []Facultad `json:"con_titular" doc:"Facultades que ganan titular expreso"`
	// SinResidual are units without the function by which they do what else
	// their subject takes.
	SinResidual []ClaveUnidad `json:"sin_residual" doc:"Unidades sin función residual"`
}

// CambioUnidad is a unit before and after.
type CambioUnidad struct {
	Clave   ClaveUnidad `json:"clave" doc:"Clave de la unidad" example:"doe-7.1.5"`
	Antes   Unidad      `json:"antes" doc:"Como era"`
	Despues Unidad      `json:"despues" doc:"Como queda"`
}

// FuncionMovida is a function that passes from one unit to another.
type FuncionMovida struct {
	Funcion ClaveFuncion `json:"funcion" doc:"Clave de la función" example:"doe-7.1.5.1/6"`
	De      ClaveUnidad  `json:"de" doc:"Quién la tenía" example:"doe-7.1.5.1"`
	A       ClaveUnidad  `json:"a" doc:"Quién la tiene" example:"doe-7.1.5.2"`
}

// CambioFacultades is what a unit gains and loses.
type CambioFacultades struct {
	Unidad   ClaveUnidad `json:"unidad" doc:"Clave de la unidad" example:"doe-7.1.5"`
	Ganadas  []Facultad  `json:"ganadas" doc:"Facultades que gana"`
	Perdidas []Facultad  `json:"perdidas" doc:"Facultades que pierde"`
}

// Comparar says what changes from c to another catalog. The lists follow the
// order of the manuals and are never nil.
func (c *Catalogo) Comparar(otro *Catalogo) Diferencias {
	d := Diferencias{
		Nuevas: []ClaveUnidad{}, Terminadas: []ClaveUnidad{}, Cambios: []CambioUnidad{}, Movidas: []FuncionMovida{},
		FuncionesNuevas: []ClaveFuncion{}, SinUnidad: []ClaveFuncion{}, Facultades: []CambioFacultades{}, SinResidual: []ClaveUnidad{},
	}
	d.unidades(c, otro)
	d.funciones(c, otro)
	d.SinTitular, d.ConTitular = restar(c.ejercibles(), otro.ejercibles()), restar(otro.ejercibles(), c.ejercibles())
	return d
}

func (d *Diferencias) unidades(c, otro *Catalogo) {
	for _, u := range c.unidades {
		v, ok := otro.Unidad(u.Clave)
		switch {
		case !ok:
			d.Terminadas = append(d.Terminadas, u.Clave)
		case v.Nombre != u.Nombre || v.Nivel != u.Nivel || v.Superior != u.Superior:
			d.Cambios = append(d.Cambios, CambioUnidad{u.Clave, u.Unidad, v})
		}
		d.deFacultades(u.Clave, c, otro)
	}
	for _, v := range otro.unidades {
		if _, ok := c.iUnidad[v.Clave]; !ok {
			d.Nuevas = append(d.Nuevas, v.Clave)
			d.deFacultades(v.Clave, c, otro)
		}
		if v.residual == "" {
			d.SinResidual = append(d.SinResidual, v.Clave)
		}
	}
}

func (d *Diferencias) deFacultades(u ClaveUnidad, c, otro *Catalogo) {
	antes, despues := c.suyas(u), otro.suyas(u)
	x := CambioFacultades{u, restar(despues, antes), restar(antes, despues)}
	if len(x.Ganadas)+len(x.Perdidas) > 0 {
		d.Facultades = append(d.Facultades, x)
	}
}

func (d *Diferencias) funciones(c, otro *Catalogo) {
	for _, f := range c.funciones {
		g, ok := otro.Funcion(f.Clave)
		switch {
		case !ok:
			d.SinUnidad = append(d.SinUnidad, f.Clave)
		case g.Unidad != f.Unidad:
			d.Movidas = append(d.Movidas, FuncionMovida{f.Clave, f.Unidad, g.Unidad})
		}
	}
	for _, g := range otro.funciones {
		if _, ok := c.iFuncion[g.Clave]; !ok {
			d.FuncionesNuevas = append(d.FuncionesNuevas, g.Clave)
		}
	}
}

// suyas are the facultades that a unit holds.
func (c *Catalogo) suyas(u ClaveUnidad) []Facultad {
	var out []Facultad
	for _, x := range c.Concesiones(u) {
		out = append(out, x.Facultad)
	}
	return out
}

// ejercibles are the facultades that some unit holds.
func (c *Catalogo) ejercibles() []Facultad {
	var out []Facultad
	for i, us := range c.titulares {
		if len(us) > 0 {
			out = append(out, c.facultades[i])
		}
	}
	return out
}

// restar is what a has and b has not; never nil.
func restar(a, b []Facultad) []Facultad {
	out := []Facultad{}
	for _, f := range a {
		if !slices.Contains(b, f) {
			out = append(out, f)
		}
	}
	return out
}
