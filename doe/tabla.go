package doe

import "slices"

// Alcance is the reach of an act, or of the function that grants it, over the
// records that units keep.
type Alcance string

// The reaches. Acts take the first three; the last two also narrow what a
// single function grants.
const (
	// Propia: the records that the unit itself keeps.
	Propia Alcance = "propia"
	// Linea: those kept by it, by its superiors and by its subordinates.
	Linea Alcance = "linea"
	// Nacional: every record of the branch that owns the trámite.
	Nacional Alcance = "nacional"
	// Inmediata: its own and those of the units directly below it.
	Inmediata Alcance = "inmediata"
	// Inferior: its own and those of all the units below it.
	Inferior Alcance = "inferior"
)

// relacion is how a unit stands to the one that keeps a record.
type relacion int

const (
	misma relacion = iota
	inmediata
	inferior
	otra
	relaciones
)

// permite says whether a grant narrowed to a reach holds in the relation.
func (a Alcance) permite(r relacion) bool {
	switch a {
	case Propia:
		return r == misma
	case Inmediata:
		return r <= inmediata
	case Inferior:
		return r <= inferior
	}
	return true
}

// tabla answers who holds what. Units, facultades and capabilities are
// numbered; a facultad's number is its capability's times the number of acts,
// plus its act's.
type tabla struct {
	facultades []Facultad
	iFacultad  map[Facultad]int
	nFacultad  int
	nActo      int
	// celdas gives, for unit and facultad, the place of its concesion; 0 none.
	celdas     []uint16
	concesions []concesion
	// titulares are the units that hold a facultad; elaboran, those that
	// elaborate or propose on a capability; alguna, those with any act on it.
	titulares, elaboran, alguna [][]int
	residuales                  []Funciones
	porHueco                    map[Facultad]*Hueco
}

// concesion holds the functions that grant a facultad, by the relation of the
// unit to the keeper of the record.
type concesion struct {
	porRelacion [relaciones]Funciones
}

// Concesion is a facultad of a unit with the functions that grant it.
type Concesion struct {
	Facultad  Facultad  `json:"facultad"`
	Funciones Funciones `json:"funciones"`
}

func nuevaTabla(cs []DefCapacidad, as []DefActo, unidades int) tabla {
	n := len(cs) * len(as)
	t := tabla{
		facultades: make([]Facultad, 0, n), iFacultad: make(map[Facultad]int, n), nFacultad: n, nActo: len(as),
		celdas: make([]uint16, unidades*n), concesions: make([]concesion, 1, n+1),
		titulares: make([][]int, n), elaboran: make([][]int, len(cs)), alguna: make([][]int, len(cs)),
		residuales: make([]Funciones, unidades), porHueco: map[Facultad]*Hueco{},
	}
	for i, c := range cs {
		for j, a := range as {
			f := Facultad(string(c.Clave) + ":" + string(a.Clave))
			t.iFacultad[f] = i*len(as) + j
			t.facultades = append(t.facultades, f)
		}
	}
	return t
}

// otorgar records that a function of a unit grants a facultad.
func (t *tabla) otorgar(unidad int, f ClaveFuncion, o Otorgamiento) {
	i := t.iFacultad[o.Facultad]
	celda := &t.celdas[unidad*t.nFacultad+i]
	if *celda == 0 {
		*celda = uint16(len(t.concesions))
		t.concesions = append(t.concesions, concesion{})
		t.anotar(unidad, i, o.Facultad.Acto())
	}
	c := &t.concesions[*celda]
	for r := range relaciones {
		if o.Alcance.permite(r) {
			fs := &c.porRelacion[r]
			fs.claves = append(fs.claves, f)
		}
	}
}

func (t *tabla) anotar(unidad, f int, a Acto) {
	t.titulares[f] = append(t.titulares[f], unidad)
	c := f / t.nActo
	if a == "elaborar" || a == "proponer" {
		t.elaboran[c] = sumar(t.elaboran[c], unidad)
	}
	t.alguna[c] = sumar(t.alguna[c], unidad)
}

// sumar adds a unit to a list that gets its units in order.
func sumar(us []int, u int) []int {
	if len(us) > 0 && us[len(us)-1] == u {
		return us
	}
	return append(us, u)
}

// en gives the functions of unit u that grant facultad f in a relation.
func (t *tabla) en(u, f int, r relacion) Funciones {
	return t.concesions[t.celdas[u*t.nFacultad+f]].porRelacion[r]
}

// Existe says whether the capability and the act of a facultad are known.
func (c *Catalogo) Existe(f Facultad) bool {
	_, ok := c.iFacultad[f]
	return ok
}

// Otorga gives the functions of a unit that grant a facultad, none when it
// does not hold it. Whether the unit may use it on a record is for [Catalogo.Decidir].
func (c *Catalogo) Otorga(u ClaveUnidad, f Facultad) Funciones {
	i, ok1 := c.iUnidad[u]
	j, ok2 := c.iFacultad[f]
	if !ok1 || !ok2 {
		return Funciones{}
	}
	return c.en(i, j, misma)
}

// Titulares lists the units that hold a facultad, in the order of the manuals.
func (c *Catalogo) Titulares(f Facultad) []ClaveUnidad {
	i, ok := c.iFacultad[f]
	if !ok {
		return nil
	}
	out := make([]ClaveUnidad, len(c.titulares[i]))
	for j, u := range c.titulares[i] {
		out[j] = c.unidades[u].Clave
	}
	return out
}

// Concesiones lists what a unit holds, ordered by capability and act.
func (c *Catalogo) Concesiones(u ClaveUnidad) []Concesion {
	i, ok := c.iUnidad[u]
	if !ok {
		return nil
	}
	var out []Concesion
	for k, f := range c.facultades {
		if fs := c.en(i, k, misma); !fs.IsZero() {
			out = append(out, Concesion{f, Funciones{slices.Clone(fs.claves)}})
		}
	}
	return out
}
