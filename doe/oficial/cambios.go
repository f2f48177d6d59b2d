package oficial

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
)

// cambiosDeUnidades lists the changes of units: those of the old edition in
// its order, then the new ones in theirs.
func (x *comparador) cambiosDeUnidades() []CambioUnidad {
	out := []CambioUnidad{}
	for i, j := range x.unidad {
		u := x.antes.unidades[i]
		if j < 0 {
			out = append(out, CambioUnidad{Tipo: Suprimida, Antes: u.Clave, NombreAntes: u.Nombre})
			continue
		}
		v := x.ahora.unidades[j]
		c := CambioUnidad{Antes: u.Clave, Ahora: v.Clave, NombreAntes: u.Nombre, Nombre: v.Nombre}
		if u.Clave != v.Clave {
			c.Tipo = Movida
			out = append(out, c)
		}
		if u.Nombre != v.Nombre {
			c.Tipo = Renombrada
			out = append(out, c)
		}
	}
	for j, i := range x.unidadDe {
		if i < 0 {
			out = append(out, CambioUnidad{Tipo: Agregada, Ahora: x.ahora.unidades[j].Clave, Nombre: x.ahora.unidades[j].Nombre})
		}
	}
	return out
}

// cambiosDeFunciones lists the changes of functions in the same order.
func (x *comparador) cambiosDeFunciones() []CambioFuncion {
	out := []CambioFuncion{}
	for i, j := range x.funcion {
		a := &x.antes.fs[i]
		if j < 0 {
			out = append(out, CambioFuncion{Tipo: Suprimida, Antes: a.clave})
			continue
		}
		b := &x.ahora.fs[j]
		c := CambioFuncion{Antes: a.clave, Ahora: b.clave, Semejanza: parecidas(a, b)}
		switch {
		case x.unidad[a.unidad] != b.unidad:
			c.Tipo = Movida
			out = append(out, c)
		case a.Numero != b.Numero:
			c.Tipo = Renumerada
			out = append(out, c)
		}
		if a.Texto != b.Texto {
			c.Tipo, c.Nota = Redactada, diferencia(a.Texto, b.Texto)
			out = append(out, c)
		}
	}
	for j, i := range x.funcionDe {
		if i < 0 {
			out = append(out, CambioFuncion{Tipo: Agregada, Ahora: x.ahora.fs[j].clave})
		}
	}
	return out
}

// facultades follows each function's facultades to the unit that has it now.
func (x *comparador) facultades(c *doe.Catalogo, out *Comparacion) {
	tenia := make([]map[doe.Facultad]bool, len(x.antes.unidades))
	tiene := make([]map[doe.Facultad]bool, len(x.ahora.unidades))
	for i := range tenia {
		tenia[i] = map[doe.Facultad]bool{}
	}
	for j := range tiene {
		tiene[j] = map[doe.Facultad]bool{}
	}
	for i, j := range x.funcion {
		f, _ := c.Funcion(x.antes.fs[i].clave)
		for _, o := range f.Facultades {
			tenia[x.antes.fs[i].unidad][o.Facultad] = true
			if j >= 0 {
				tiene[x.ahora.fs[j].unidad][o.Facultad] = true
			}
		}
	}
	for j, i := range x.funcionDe {
		if i < 0 {
			out.PorMapear = append(out.PorMapear, x.ahora.fs[j].clave)
		}
	}
	for j, i := range x.unidadDe {
		antes := map[doe.Facultad]bool{}
		if i >= 0 {
			antes = tenia[i]
		}
		out.anotar(x.ahora.unidades[j].Clave, antes, tiene[j])
	}
	for i, j := range x.unidad {
		if j < 0 {
			out.anotar(x.antes.unidades[i].Clave, tenia[i], nil)
		}
	}
	out.SinTitular = x.huerfanas(c, tenia, tiene)
}

func (c *Comparacion) anotar(u doe.ClaveUnidad, antes, ahora map[doe.Facultad]bool) {
	x := CambioFacultades{Unidad: u, Ganadas: faltan(ahora, antes), Perdidas: faltan(antes, ahora)}
	if len(x.Ganadas)+len(x.Perdidas) > 0 {
		c.Facultades = append(c.Facultades, x)
	}
}

// faltan lists what is in a and not in b, in order.
func faltan(a, b map[doe.Facultad]bool) []doe.Facultad {
	out := []doe.Facultad{}
	for f := range a {
		if !b[f] {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out
}

// huerfanas are the facultades that units of the old edition held, that none
// of the new one holds, and that no unit of another manual holds either.
func (x *comparador) huerfanas(c *doe.Catalogo, tenia, tiene []map[doe.Facultad]bool) []doe.Facultad {
	propias := map[doe.ClaveUnidad]bool{}
	antes, ahora := map[doe.Facultad]bool{}, map[doe.Facultad]bool{}
	for i, u := range x.antes.unidades {
		propias[u.Clave] = true
		for f := range tenia[i] {
			antes[f] = true
		}
	}
	for _, t := range tiene {
		for f := range t {
			ahora[f] = true
		}
	}
	for f := range antes {
		for _, u := range c.Titulares(f) {
			ahora[f] = ahora[f] || !propias[u]
		}
	}
	return faltan(antes, ahora)
}
