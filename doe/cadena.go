package doe

import (
	"slices"
	"strings"
)

// PasoCadena is a step of the way from a draft to what is in force.
type PasoCadena string

// The steps, in order.
const (
	// PasoElabora: elaborate or propose.
	PasoElabora  PasoCadena = "elabora"
	PasoRevisa   PasoCadena = "revisa"
	PasoValida   PasoCadena = "valida"
	PasoAutoriza PasoCadena = "autoriza"
)

// PasosCadena lists the steps in order.
func PasosCadena() []PasoCadena {
	return []PasoCadena{PasoElabora, PasoRevisa, PasoValida, PasoAutoriza}
}

// Actos lists the acts of a facultad that take the step.
func (p PasoCadena) Actos() []Acto {
	switch p {
	case PasoElabora:
		return []Acto{"elaborar", "proponer"}
	case PasoRevisa:
		return []Acto{"revisar"}
	case PasoValida:
		return []Acto{"validar"}
	case PasoAutoriza:
		return []Acto{"autorizar"}
	}
	return nil
}

// EnCadena is a unit that takes a step, and on what basis.
type EnCadena struct {
	Unidad    ClaveUnidad
	Facultad  Facultad
	Funciones Funciones
	// Fundamento is [Expreso], or [Jerarquico] where nobody of the line holds
	// it; Via then says how it falls to the unit.
	Fundamento TipoFundamento
	Via        Via
}

// Eslabon is a step of a chain with who takes it.
type Eslabon struct {
	Paso     PasoCadena
	Unidades []EnCadena
	// Hueco says that no function of the line grants the step, and Nota what
	// the catalog says of it.
	Hueco bool
	Nota  string
	// Contraparte says that it belongs to someone outside the units.
	Contraparte bool
}

// LineaCadena is the chain of what some units elaborate: they share who
// revises, validates and authorises it.
type LineaCadena struct {
	Eslabones []Eslabon
	// Coinciden are the units that elaborate and also validate or authorise:
	// there it is the persons who keep the duties apart.
	Coinciden []ClaveUnidad
}

// Cadena is the approval of what a capability deals with, as it follows from
// the verbs of the functions.
type Cadena struct {
	Capacidad DefCapacidad
	// Lineas go from the units that elaborate; a single one from the units that
	// take any step where none does.
	Lineas []LineaCadena
}

// Cadena derives the approval chain of a capability; false when there is none
// of that name.
func (c *Catalogo) Cadena(k Capacidad) (Cadena, bool) {
	i := slices.IndexFunc(c.capacidades, func(d DefCapacidad) bool { return d.Clave == k })
	if i < 0 {
		return Cadena{}, false
	}
	out := Cadena{Capacidad: c.Capacidades()[i]}
	lugar := map[string]int{}
	for _, u := range c.elaboran[i] {
		e := c.enCadena(u, k)
		l := LineaCadena{Eslabones: []Eslabon{{Paso: PasoElabora, Unidades: []EnCadena{e}}}}
		for _, p := range PasosCadena()[1:] {
			l.Eslabones = append(l.Eslabones, c.eslabon(k, p, e.Unidad))
		}
		h := l.huella()
		n, ya := lugar[h]
		if !ya {
			n = len(out.Lineas)
			lugar[h], out.Lineas = n, append(out.Lineas, l)
		} else {
			out.Lineas[n].Eslabones[0].Unidades = append(out.Lineas[n].Eslabones[0].Unidades, e)
		}
		if l.decide(e.Unidad) {
			out.Lineas[n].Coinciden = append(out.Lineas[n].Coinciden, e.Unidad)
		}
	}
	if len(out.Lineas) == 0 {
		out.Lineas = []LineaCadena{c.sinQuienElabore(k)}
	}
	return out, true
}

// enCadena is a unit that elaborates.
func (c *Catalogo) enCadena(u int, k Capacidad) EnCadena {
	e := EnCadena{Unidad: c.unidades[u].Clave, Fundamento: Expreso}
	for _, a := range PasoElabora.Actos() {
		f := Facultad(string(k) + ":" + string(a))
		if fs := c.Otorga(e.Unidad, f); !fs.IsZero() {
			if e.Facultad == "" {
				e.Facultad = f
			}
			for x := range fs.All() {
				if !slices.Contains(e.Funciones.claves, x) {
					e.Funciones.claves = append(slices.Clip(e.Funciones.claves), x)
				}
			}
		}
	}
	return e
}

// eslabon is who takes a step over what a unit elaborates.
func (c *Catalogo) eslabon(k Capacidad, p PasoCadena, guardian ClaveUnidad) Eslabon {
	f := Facultad(string(k) + ":" + string(p.Actos()[0]))
	a, fs := Ambito{Alcance: Linea, Guardian: guardian}, []Facultad{f}
	e := Eslabon{Paso: p}
	d, _ := c.Cae(a, fs)
	for _, q := range c.Quienes(a, fs) {
		x := EnCadena{Unidad: q.Unidad, Facultad: q.Facultad, Funciones: q.Funciones, Fundamento: q.Fundamento}
		if q.Fundamento == Jerarquico {
			x.Via = d.Via
		}
		e.Unidades = append(e.Unidades, x)
	}
	l, _ := c.lugar(a)
	if e.Hueco = !c.hayTitular(l, fs); e.Hueco && c.porHueco[f] != nil {
		e.Nota, e.Contraparte = c.porHueco[f].Nota, c.deContraparte(l, c.porHueco[f])
	}
	return e
}

// sinQuienElabore is the chain of a capability that nobody elaborates: who
// takes each of the other steps, if anyone.
func (c *Catalogo) sinQuienElabore(k Capacidad) LineaCadena {
	var l LineaCadena
	for _, p := range PasosCadena() {
		e := Eslabon{Paso: p}
		f := Facultad(string(k) + ":" + string(p.Actos()[0]))
		for _, u := range c.Titulares(f) {
			e.Unidades = append(e.Unidades, EnCadena{Unidad: u, Facultad: f, Funciones: c.Otorga(u, f), Fundamento: Expreso})
		}
		e.Hueco = len(e.Unidades) == 0
		if h := c.porHueco[f]; h != nil {
			e.Nota, e.Contraparte = h.Nota, h.Contraparte
		}
		l.Eslabones = append(l.Eslabones, e)
	}
	return l
}

// huella tells chains apart by who takes the steps after the first.
func (l *LineaCadena) huella() string {
	var b strings.Builder
	for _, e := range l.Eslabones[1:] {
		for _, u := range e.Unidades {
			b.WriteString(string(u.Unidad) + " " + string(u.Via) + ",")
		}
		b.WriteString("|")
	}
	return b.String()
}

// decide says whether a unit validates or authorises in the chain.
func (l *LineaCadena) decide(u ClaveUnidad) bool {
	return slices.ContainsFunc(l.Eslabones[2:], func(e Eslabon) bool {
		return slices.ContainsFunc(e.Unidades, func(x EnCadena) bool { return x.Unidad == u })
	})
}
