package doe

import (
	"slices"
	"sync"
)

// tabular makes the catalog of what was built.
func (o *obra) tabular() *Catalogo {
	v := o.c
	c := &Catalogo{
		manuales: v.manuales, capacidades: v.capacidades, actos: v.actos, organos: v.organos, politicas: v.politicas,
		iOrgano: v.iOrgano, iPolitica: v.iPolitica, iUnidad: map[ClaveUnidad]int{}, iFuncion: map[ClaveFuncion]int{},
		previo: v, desde: o.vigente.Primero(), reestructuras: slices.Concat(v.reestructuras, o.actos), sucesoras: o.sucesoras,
	}
	slices.SortStableFunc(o.unidades, func(a, b Unidad) int { return c.porNumeral(a.Clave, b.Clave) })
	c.tabla = nuevaTabla(c.capacidades, c.actos, len(o.unidades))
	for i, u := range o.unidades {
		c.iUnidad[u.Clave] = i
		c.unidades = append(c.unidades, unidad{Unidad: u, superior: -1})
	}
	c.raiz = c.iUnidad[Raiz]
	for i := range c.unidades {
		if s, ok := c.iUnidad[c.unidades[i].Superior]; ok {
			c.unidades[i].superior = s
		}
	}
	c.tender()
	o.repartir(c)
	for i := range c.unidades {
		c.residuales[i] = ListaFunciones(c.Residual(c.unidades[i].Clave))
	}
	c.heredarHuecos(v)
	c.heredarEntregas(v)
	c.lineas = c.trazar()
	c.orden = c.ordenar()
	c.indice = sync.OnceValue(c.indizar)
	return c
}

// repartir gives each unit its functions: its own first, then those it
// received, in the order of the manuals.
func (o *obra) repartir(c *Catalogo) {
	orden := func(a, b Funcion) int { return c.porFuncion(a.Clave, b.Clave) }
	slices.SortStableFunc(o.funciones, orden)
	for i := range c.unidades {
		u := &c.unidades[i]
		u.primera, u.Funciones = len(c.funciones), 0
		for _, propia := range []bool{true, false} {
			for _, f := range o.funciones {
				if f.Unidad == u.Clave && (f.Clave.Unidad() == u.Clave) == propia {
					c.sumarFuncion(i, f)
				}
			}
		}
	}
	for _, f := range slices.Concat(o.sueltas, o.funciones) {
		if _, ok := c.iUnidad[f.Unidad]; !ok {
			f.Unidad = ""
			c.sueltas = append(c.sueltas, f)
		}
	}
	slices.SortStableFunc(c.sueltas, orden)
}

// sumarFuncion adds a function to unit i. Its residual function is its own
// if it has one, else the first of those received.
func (c *Catalogo) sumarFuncion(i int, f Funcion) {
	u := &c.unidades[i]
	u.Funciones++
	c.iFuncion[f.Clave] = len(c.funciones)
	c.funciones = append(c.funciones, f)
	for _, g := range f.Facultades {
		c.otorgar(i, f.Clave, g)
		if g == (Otorgamiento{Facultad: residual}) && (u.residual == "" || f.Clave.Unidad() == u.Clave) {
			u.residual = f.Clave
		}
	}
}

// heredarHuecos carries over what the manuals leave to nobody: without the
// facultades that someone now holds, without the units that no longer stand.
func (c *Catalogo) heredarHuecos(v *Catalogo) {
	c.huecos = make([]Hueco, 0, len(v.huecos))
	falta := func(k ClaveUnidad) bool { _, ok := c.iUnidad[k]; return !ok }
	for _, h := range v.huecos {
		if len(c.Titulares(h.Facultad)) > 0 {
			continue
		}
		h = h.copia()
		h.Titular = slices.DeleteFunc(h.Titular, falta)
		h.ContraparteDe = slices.DeleteFunc(h.ContraparteDe, falta)
		if h.Regional != "" && c.Otorga(CAOOD, h.Regional).IsZero() {
			h.Regional = ""
		}
		c.huecos = append(c.huecos, h)
	}
	for i := range c.huecos {
		c.porHueco[c.huecos[i].Facultad] = &c.huecos[i]
	}
}
