package doe

// sobre says whether unit a is b or above it.
func (c *Catalogo) sobre(a, b int) bool {
	return c.unidades[a].entra <= c.unidades[b].entra && c.unidades[b].sale <= c.unidades[a].sale
}

// enLinea says whether one of two units is above the other, or they are one.
func (c *Catalogo) enLinea(a, b int) bool {
	return a >= 0 && (c.sobre(a, b) || c.sobre(b, a))
}

// relacion is how u stands to the unit g that keeps a record, -1 for none.
func (c *Catalogo) relacion(u, g int) relacion {
	switch {
	case g < 0:
		return otra
	case u == g:
		return misma
	case c.unidades[g].superior == u:
		return inmediata
	case c.sobre(u, g):
		return inferior
	}
	return otra
}

// arriba is the superior of u; the directorate is its own.
func (c *Catalogo) arriba(u int) int {
	if s := c.unidades[u].superior; s >= 0 {
		return s
	}
	return u
}

// distancia counts the steps of adscription between two units.
func (c *Catalogo) distancia(a, b int) int {
	comun := a
	for !c.sobre(comun, b) {
		comun = c.arriba(comun)
	}
	return c.unidades[a].hondura + c.unidades[b].hondura - 2*c.unidades[comun].hondura
}

// tender numbers the units' tree in preorder from its root.
func (c *Catalogo) tender() {
	hijas := make([][]int, len(c.unidades))
	for i, u := range c.unidades {
		if u.superior >= 0 {
			hijas[u.superior] = append(hijas[u.superior], i)
		}
	}
	reloj := 0
	var visitar func(i, hondura int)
	visitar = func(i, hondura int) {
		u := &c.unidades[i]
		u.hondura, u.entra = hondura, reloj
		reloj++
		for _, h := range hijas[i] {
			visitar(h, hondura+1)
		}
		u.sale = reloj
	}
	visitar(c.raiz, 0)
}
