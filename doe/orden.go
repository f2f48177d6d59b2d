package doe

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// cortarClave parts a unit's key into the short name of its manual and its numeral.
func cortarClave(k ClaveUnidad) (siglas, numeral string, ok bool) { return strings.Cut(string(k), "-") }

// manualDe is the manual that a unit's key belongs to, "" if none.
func (c *Catalogo) manualDe(k ClaveUnidad) string {
	siglas, _, _ := cortarClave(k)
	for _, m := range c.manuales {
		if m.Siglas == siglas {
			return m.Clave
		}
	}
	return ""
}

// porNumeral orders keys as the manuals do: by manual, then number by number.
func (c *Catalogo) porNumeral(a, b ClaveUnidad) int {
	if o := cmp.Compare(c.manualDe(a), c.manualDe(b)); o != 0 {
		return o
	}
	_, na, _ := cortarClave(a)
	_, nb, _ := cortarClave(b)
	return slices.CompareFunc(strings.Split(na, "."), strings.Split(nb, "."), func(x, y string) int {
		i, _ := strconv.Atoi(x)
		j, _ := strconv.Atoi(y)
		return cmp.Compare(i, j)
	})
}

// porFuncion orders functions as the manuals do.
func (c *Catalogo) porFuncion(a, b ClaveFuncion) int {
	return cmp.Or(c.porNumeral(a.Unidad(), b.Unidad()), cmp.Compare(a.Numero(), b.Numero()))
}

// esOrgano says whether a key is that of an organ outside the units.
func (c *Catalogo) esOrgano(k ClaveUnidad) bool {
	_, ok := c.iOrgano[ClaveOrgano(k)]
	return ok
}

// usada says whether a key was ever a unit's.
func (c *Catalogo) usada(k ClaveUnidad) bool {
	if _, ok := c.lineas[k]; ok {
		return true
	}
	_, ok := c.iUnidad[k]
	return ok
}
