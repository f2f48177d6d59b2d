package doe

import (
	"fmt"
	"maps"
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// obra is a catalog while acts of one day are applied to it.
type obra struct {
	c         *Catalogo
	vigente   FechaParcial
	unidades  []Unidad
	funciones []Funcion
	sueltas   []Funcion
	actos     []Reestructura
	sucesoras map[ClaveUnidad]ClaveUnidad
	fallas    falla.Fallas
}

func (c *Catalogo) abrir(vigente FechaParcial) *obra {
	o := &obra{c: c, vigente: vigente, unidades: c.Unidades(), funciones: c.Funciones(), sueltas: c.SinUnidad(), sucesoras: maps.Clone(c.sucesoras)}
	if o.sucesoras == nil {
		o.sucesoras = map[ClaveUnidad]ClaveUnidad{}
	}
	return o
}

func (o *obra) unidad(k ClaveUnidad) *Unidad {
	for i := range o.unidades {
		if o.unidades[i].Clave == k {
			return &o.unidades[i]
		}
	}
	return nil
}

// aplicar does one act, or as much of it as has no fault, so that the faults
// of the next ones show too.
func (o *obra) aplicar(original *Reestructura, lugar string) {
	r := original.copia()
	for i := range r.Antes {
		if u := o.unidad(r.Antes[i].Clave); u != nil {
			r.Antes[i] = EstadoUnidad{Clave: u.Clave, Nombre: u.Nombre, Nivel: u.Nivel, Superior: u.Superior}
		}
	}
	antes := len(o.fallas)
	o.fallas = append(o.fallas, r.revisar(lugar)...)
	o.revisarActo(&r, lugar)
	for i, e := range r.Antes {
		o.revisarAntes(&r, e, fmt.Sprintf("%s.antes[%d]", lugar, i))
	}
	for i, e := range r.Despues {
		o.dejar(&r, e, fmt.Sprintf("%s.despues[%d]", lugar, i))
	}
	for i := range r.Transferencias {
		o.transferir(&r.Transferencias[i], fmt.Sprintf("%s.transferencias[%d]", lugar, i))
	}
	if len(o.fallas) == antes {
		o.heredar(&r)
		o.actos = append(o.actos, r)
	}
}

func (o *obra) revisarActo(r *Reestructura, lugar string) {
	mal := r.Vigente.Precision() != PorDia || !r.Vigente.Primero().After(o.c.desde)
	o.fallas.Si(mal, fechaAnterior, lugar+".vigente", o.c.desde)
	i := r.Instrumento
	o.fallas.Si(i.Tipo != Acuerdo && i.Tipo != Oficio || i.Clave == "" || i.Aprobado.IsZero(), sinInstrumento, lugar+".instrumento")
	igual := func(otro Reestructura) bool { return otro.Clave == r.Clave }
	o.fallas.Si(r.Clave == "" || slices.ContainsFunc(o.c.reestructuras, igual) || slices.ContainsFunc(o.actos, igual), actoRepetido, lugar+".clave")
	o.fallas.Si(len(r.Presentes)+len(r.Ignoradas) > 0 || r.Innominadas != "" || r.Manual != "" || r.Clase == Indeterminada, soloHistoria, lugar)
}

func (o *obra) revisarAntes(r *Reestructura, e EstadoUnidad, lugar string) {
	o.fallas.Si(o.unidad(e.Clave) == nil, unidadAjena, lugar+".clave")
	_, sigue := en(r.Despues, e.Clave)
	o.fallas.Si(!sigue && (e.Clave == Raiz || e.Clave == CAOOD), intocable, lugar+".clave")
}

// dejar puts a unit as the act leaves it, new or changed.
func (o *obra) dejar(r *Reestructura, e EstadoUnidad, lugar string) {
	o.fallas.Si(e.Mediato || e.SinNombre, soloHistoria, lugar)
	o.fallas.Si(e.Nivel != "" && !slices.Contains(Niveles(), e.Nivel), nivelMal, lugar+".nivel")
	u := o.unidad(e.Clave)
	if _, sigue := en(r.Antes, e.Clave); !sigue {
		if o.nueva(u, e, lugar) {
			_, numeral, _ := cortarClave(e.Clave)
			o.unidades = append(o.unidades, Unidad{
				Clave: e.Clave, Manual: o.c.manualDe(e.Clave), Numeral: numeral, Nombre: e.Nombre, Nivel: e.Nivel, Superior: e.Superior,
			})
		}
		return
	}
	if u == nil {
		return // told already
	}
	o.fallas.Si(e.Superior != "" && (u.Clave == Raiz || u.Clave == CAOOD && !o.dentro(e.Superior)), intocable, lugar+".superior")
	if e.Nombre != "" {
		u.Nombre = e.Nombre
	}
	if e.Nivel != "" {
		u.Nivel = e.Nivel
	}
	if e.Superior != "" && u.Clave != Raiz {
		u.Superior = e.Superior
	}
	o.fallas.Si(e.Superior != "" && !o.dentro(e.Superior) && !o.c.esOrgano(e.Superior), superiorAjeno, lugar+".superior")
}

// nueva says whether a unit can begin.
func (o *obra) nueva(ya *Unidad, e EstadoUnidad, lugar string) bool {
	_, err := ParseClaveUnidad(string(e.Clave))
	mal := o.fallas.Si(err != nil || o.c.manualDe(e.Clave) == "", claveMal, lugar+".clave")
	mal = o.fallas.Si(ya != nil || o.c.usada(e.Clave), claveUsada, lugar+".clave") || mal
	mal = o.fallas.Si(e.Nombre == "" || e.Nivel == "" || e.Superior == "", nuevaIncompleta, lugar) || mal
	mal = o.fallas.Si(e.Superior != "" && !o.dentro(e.Superior), superiorAjeno, lugar+".superior") || mal
	return !mal
}

// dentro says whether a unit stands in the structure so far.
func (o *obra) dentro(k ClaveUnidad) bool { return o.unidad(k) != nil }

// transferir passes functions from unit to unit.
func (o *obra) transferir(t *Transferencia, lugar string) {
	o.fallas.Si(!o.dentro(t.A), unidadAjena, lugar+".a")
	o.fallas.Si(t.De != "" && !o.dentro(t.De), unidadAjena, lugar+".de")
	if t.Que != LasFunciones {
		return
	}
	for i, k := range t.Funciones {
		o.fallas.Si(!o.mover(k, t), funcionAjena, fmt.Sprintf("%s.funciones[%d]", lugar, i))
	}
	if len(t.Funciones) > 0 || t.De == "" {
		o.fallas.Si(t.De == "" && len(t.Funciones) == 0, funcionAjena, lugar+".funciones")
		return
	}
	for i := range o.funciones {
		if o.funciones[i].Unidad == t.De {
			o.funciones[i].Unidad = t.A
		}
	}
}

// mover passes one function; from De empty it takes one left without unit.
func (o *obra) mover(k ClaveFuncion, t *Transferencia) bool {
	for i := range o.funciones {
		if f := &o.funciones[i]; f.Clave == k && f.Unidad == t.De {
			f.Unidad = t.A
			return true
		}
	}
	i := slices.IndexFunc(o.sueltas, func(f Funcion) bool { return f.Clave == k })
	if t.De != "" || i < 0 {
		return false
	}
	f := o.sueltas[i]
	f.Unidad = t.A
	o.funciones, o.sueltas = append(o.funciones, f), slices.Delete(o.sueltas, i, i+1)
	return true
}

// heredar ends the units that do not go on; what a merger or a conversion
// ends passes to the successor.
func (o *obra) heredar(r *Reestructura) {
	for _, e := range r.Antes {
		if _, sigue := en(r.Despues, e.Clave); sigue {
			continue
		}
		heredera := ClaveUnidad("")
		if r.Clase == Fusion || r.Clase == Conversion {
			heredera = r.Despues[0].Clave
		}
		o.sucesoras[e.Clave] = sucesora(r, e, heredera)
		for i := range o.funciones {
			if o.funciones[i].Unidad == e.Clave {
				o.funciones[i].Unidad = heredera
			}
		}
		for i := range o.unidades {
			if o.unidades[i].Superior == e.Clave && heredera != "" {
				o.unidades[i].Superior = heredera
			}
		}
		o.unidades = slices.DeleteFunc(o.unidades, func(u Unidad) bool { return u.Clave == e.Clave })
	}
}

// sucesora is who answers for what an ended unit kept: who it became; else the
// first to receive its functions; else its superior.
func sucesora(r *Reestructura, e EstadoUnidad, heredera ClaveUnidad) ClaveUnidad {
	if heredera != "" {
		return heredera
	}
	for _, t := range r.Transferencias {
		if t.De == e.Clave {
			return t.A
		}
	}
	return e.Superior
}

// cerrar takes out the branches that went to an organ outside, and faults the
// units left hanging from nothing.
func (o *obra) cerrar(lugar string) {
	salen := map[ClaveUnidad]bool{}
	var colgadas []ClaveUnidad
	for _, u := range o.unidades {
		switch o.llega(u) {
		case fueraDe:
			salen[u.Clave] = true
		case colgada:
			o.fallas.Si(o.corta(u), huerfana, lugar, u.Clave)
			colgadas = append(colgadas, u.Clave)
		}
	}
	// Told once: the acts of later days are looked at with them under the root.
	for _, k := range colgadas {
		o.unidad(k).Superior = Raiz
	}
	o.fallas.Si(salen[CAOOD], intocable, lugar)
	o.unidades = slices.DeleteFunc(o.unidades, func(u Unidad) bool { return salen[u.Clave] })
}

// corta says whether a unit that does not reach the root is where its line is
// cut: its superior is not there, or is under it. Those below only follow.
func (o *obra) corta(u Unidad) bool {
	s := o.unidad(u.Superior)
	for range o.unidades {
		if s == nil || s.Clave == u.Clave {
			break
		}
		s = o.unidad(s.Superior)
	}
	return o.unidad(u.Superior) == nil || s != nil && s.Clave == u.Clave
}

// destino is where the line of superiors of a unit ends.
type destino int

const (
	alaRaiz destino = iota
	fueraDe
	colgada
)

func (o *obra) llega(u Unidad) destino {
	for range o.unidades {
		if u.Clave == Raiz {
			return alaRaiz
		}
		s := o.unidad(u.Superior)
		if s == nil {
			break
		}
		u = *s
	}
	if o.c.esOrgano(u.Superior) {
		return fueraDe
	}
	return colgada
}
