package doe

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

//go:embed datos
var datos embed.FS

// Catalogo is what the manuals say: units, functions, facultades, and the
// organs they deal with. It cannot be changed and is safe for use by many
// goroutines; every list it gives is a copy.
type Catalogo struct {
	manuales    []Manual
	unidades    []unidad
	funciones   []Funcion
	capacidades []DefCapacidad
	actos       []DefActo
	organos     []Organo
	politicas   []Politica
	huecos      []Hueco
	entregas    []Entrega
	sinEntregas []SinEntrega

	raiz      int // index of the directorate
	iUnidad   map[ClaveUnidad]int
	iFuncion  map[ClaveFuncion]int
	iOrgano   map[ClaveOrgano]int
	iPolitica map[ClavePolitica]int

	// sucesoras says who answers for each unit that acts of restructuring ended.
	sucesoras map[ClaveUnidad]ClaveUnidad

	tabla
	indice func() *indiceTexto

	// desde is the day its units stand from; previo is the catalog before the
	// acts of that day, nil for an edition.
	desde  fecha.Fecha
	previo *Catalogo
	// sueltas are the functions left without unit.
	sueltas []Funcion
	// reestructuras are the acts narrated by the manuals, then those applied
	// since, and lineas what they make of each unit.
	reestructuras []Reestructura
	lineas        map[ClaveUnidad]*linea
	orden         []ClaveUnidad // of lineas
}

// unidad is a unit with its place in the tree and among the functions.
type unidad struct {
	Unidad
	superior int // its index, -1 for the root
	hondura  int // steps below the root
	// entra and sale bound the unit's subtree in preorder.
	entra, sale int
	// primera is the index of its first function.
	primera  int
	residual ClaveFuncion
}

var vigente = sync.OnceValue(func() *Catalogo {
	sub, err := fs.Sub(datos, "datos")
	if err != nil {
		panic(err)
	}
	c, err := Cargar(sub)
	if err != nil {
		panic(fmt.Sprintf("doe: the embedded catalog is faulty: %v", err))
	}
	return c
})

// Vigente is the edition in force, embedded in the program. It is parsed once.
func Vigente() *Catalogo { return vigente() }

// Manuales lists the manuals the catalog carries.
func (c *Catalogo) Manuales() []Manual { return slices.Clone(c.manuales) }

// Unidad looks a unit up by its key.
func (c *Catalogo) Unidad(k ClaveUnidad) (Unidad, bool) {
	i, ok := c.iUnidad[k]
	if !ok {
		return Unidad{}, false
	}
	return c.unidades[i].Unidad, true
}

// Unidades lists the units in the order of the manuals.
func (c *Catalogo) Unidades() []Unidad {
	out := make([]Unidad, len(c.unidades))
	for i, u := range c.unidades {
		out[i] = u.Unidad
	}
	return out
}

// Superior is the unit that k is ascribed to; false for the directorate and
// for unknown units.
func (c *Catalogo) Superior(k ClaveUnidad) (ClaveUnidad, bool) {
	i, ok := c.iUnidad[k]
	if !ok || c.unidades[i].superior < 0 {
		return "", false
	}
	return c.unidades[i].Superior, true
}

// Superiores lists the units above k, the nearest first.
func (c *Catalogo) Superiores(k ClaveUnidad) []ClaveUnidad {
	var out []ClaveUnidad
	for s, ok := c.Superior(k); ok; s, ok = c.Superior(s) {
		out = append(out, s)
	}
	return out
}

// Subordinadas lists all the units below k, in the order of the manuals.
func (c *Catalogo) Subordinadas(k ClaveUnidad) []ClaveUnidad {
	i, ok := c.iUnidad[k]
	if !ok {
		return nil
	}
	var out []ClaveUnidad
	for j := range c.unidades {
		if j != i && c.sobre(i, j) {
			out = append(out, c.unidades[j].Clave)
		}
	}
	return out
}

// EnLinea says whether u is guardian, one of its superiors or one of its
// subordinates.
func (c *Catalogo) EnLinea(guardian, u ClaveUnidad) bool {
	g, ok1 := c.lugarDe(guardian)
	i, ok2 := c.iUnidad[u]
	return ok1 && ok2 && c.enLinea(g, i)
}

// Funcion looks a function up by its key.
func (c *Catalogo) Funcion(k ClaveFuncion) (Funcion, bool) {
	i, ok := c.iFuncion[k]
	if !ok {
		return Funcion{}, false
	}
	return c.funciones[i].copia(), true
}

// Funciones lists every function in the order of the manuals.
func (c *Catalogo) Funciones() []Funcion {
	out := make([]Funcion, len(c.funciones))
	for i, f := range c.funciones {
		out[i] = f.copia()
	}
	return out
}

// FuncionesDe lists the functions of a unit, by number.
func (c *Catalogo) FuncionesDe(k ClaveUnidad) []Funcion {
	i, ok := c.iUnidad[k]
	if !ok {
		return nil
	}
	u := c.unidades[i]
	out := make([]Funcion, u.Funciones)
	for j := range out {
		out[j] = c.funciones[u.primera+j].copia()
	}
	return out
}

// Residual is the function by which the unit does whatever else its subject
// takes: the last of its own or, for a unit that has none since a
// reorganisation, that of its nearest superior; "" for unknown units.
func (c *Catalogo) Residual(u ClaveUnidad) ClaveFuncion {
	i, ok := c.iUnidad[u]
	if !ok {
		return ""
	}
	for c.unidades[i].residual == "" && c.unidades[i].superior >= 0 {
		i = c.unidades[i].superior
	}
	return c.unidades[i].residual
}

// Capacidades lists the definitions of the capabilities.
func (c *Catalogo) Capacidades() []DefCapacidad {
	out := slices.Clone(c.capacidades)
	for i := range out {
		out[i].Objetos = slices.Clone(out[i].Objetos)
	}
	return out
}

// Actos lists the definitions of the acts.
func (c *Catalogo) Actos() []DefActo {
	out := slices.Clone(c.actos)
	for i := range out {
		out[i].Verbos = slices.Clone(out[i].Verbos)
	}
	return out
}

// Politicas lists the policies of the manuals.
func (c *Catalogo) Politicas() []Politica { return slices.Clone(c.politicas) }

// Politica looks a policy up by its key.
func (c *Catalogo) Politica(k ClavePolitica) (Politica, bool) {
	i, ok := c.iPolitica[k]
	if !ok {
		return Politica{}, false
	}
	return c.politicas[i], true
}

// Huecos lists the facultades that no function grants and some trámite needs,
// with what is recommended for each.
func (c *Catalogo) Huecos() []Hueco {
	out := make([]Hueco, len(c.huecos))
	for i, h := range c.huecos {
		out[i] = h.copia()
	}
	return out
}
