package oficial

import (
	"cmp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// TipoCambio is what happened to a unit or a function between two editions.
type TipoCambio string

// The changes. A function may be both renumbered, or moved, and reworded.
const (
	Agregada   TipoCambio = "agregada"
	Suprimida  TipoCambio = "suprimida"
	Movida     TipoCambio = "movida"
	Renombrada TipoCambio = "renombrada"
	Renumerada TipoCambio = "renumerada"
	Redactada  TipoCambio = "redactada"
)

// TiposCambio lists the changes with what they mean to people.
func TiposCambio() []DefTipo {
	return []DefTipo{
		{TipoHallazgo(Agregada), "No estaba en la edición anterior"},
		{TipoHallazgo(Suprimida), "Ya no está en la edición nueva"},
		{TipoHallazgo(Movida), "Pasó a otro numeral o a otra unidad"},
		{TipoHallazgo(Renombrada), "La unidad cambió de nombre"},
		{TipoHallazgo(Renumerada), "La función cambió de número en su unidad"},
		{TipoHallazgo(Redactada), "La función cambió de palabras"},
	}
}

// CambioUnidad is a change of a unit.
type CambioUnidad struct {
	Tipo        TipoCambio      `json:"tipo" doc:"Qué cambió" enum:"agregada,suprimida,movida,renombrada" example:"renombrada"`
	Antes       doe.ClaveUnidad `json:"antes,omitempty" doc:"Clave en la edición anterior" example:"doe-7.1.5"`
	Ahora       doe.ClaveUnidad `json:"ahora,omitempty" doc:"Clave en la edición nueva" example:"doe-7.1.5"`
	NombreAntes string          `json:"nombre_antes,omitempty" doc:"Nombre en la edición anterior"`
	Nombre      string          `json:"nombre,omitempty" doc:"Nombre en la edición nueva"`
}

// CambioFuncion is a change of a function.
type CambioFuncion struct {
	Tipo  TipoCambio       `json:"tipo" doc:"Qué cambió" enum:"agregada,suprimida,movida,renumerada,redactada" example:"redactada"`
	Antes doe.ClaveFuncion `json:"antes,omitempty" doc:"Función en la edición anterior" example:"doe-7.1.1/12"`
	Ahora doe.ClaveFuncion `json:"ahora,omitempty" doc:"Función en la edición nueva" example:"doe-7.1.1/13"`
	// Semejanza is how alike the two wordings are, in hundredths; only the same
	// words give 100.
	Semejanza int    `json:"semejanza" doc:"Parecido de las dos redacciones, en centésimas; cero cuando sólo hay una" minimum:"0" maximum:"100" example:"87"`
	Nota      string `json:"nota,omitempty" doc:"Dónde se separan las dos redacciones"`
}

// CambioFacultades is what a unit holds more or less than before.
type CambioFacultades struct {
	Unidad   doe.ClaveUnidad `json:"unidad" doc:"Unidad de la edición nueva o, si se suprimió, de la anterior" example:"doe-7.1.1"`
	Ganadas  []doe.Facultad  `json:"ganadas" doc:"Facultades que no tenía"`
	Perdidas []doe.Facultad  `json:"perdidas" doc:"Facultades que ya no tiene"`
}

// Comparacion is all that changed from one edition of a manual to another.
type Comparacion struct {
	Unidades  []CambioUnidad  `json:"unidades" doc:"Cambios de unidades"`
	Funciones []CambioFuncion `json:"funciones" doc:"Cambios de funciones"`
	// Facultades follow the map of the catalog: what a matched function granted
	// it grants to the unit that has it now.
	Facultades []CambioFacultades `json:"facultades" doc:"Facultades ganadas y perdidas por cada unidad, según el mapa del catálogo"`
	// SinTitular are the facultades that some unit held and none holds now.
	SinTitular []doe.Facultad `json:"sin_titular" doc:"Facultades que pierden a su único titular"`
	// PorMapear are the functions that the catalog's map does not know.
	PorMapear []doe.ClaveFuncion `json:"por_mapear" doc:"Funciones nuevas a las que el catálogo no da facultades todavía"`
}

// Vacia says whether nothing changed.
func (c Comparacion) Vacia() bool { return len(c.Unidades)+len(c.Funciones) == 0 }

// Comparar tells what changed from one edition of a manual to the next, and
// what that does to the facultades that a catalog gives to the functions of the
// first.
func Comparar(c *doe.Catalogo, antes, ahora Manual) Comparacion {
	x := comparador{antes: aplanar(antes), ahora: aplanar(ahora)}
	x.unidades()
	x.funciones()
	out := Comparacion{
		Unidades: x.cambiosDeUnidades(), Funciones: x.cambiosDeFunciones(),
		Facultades: []CambioFacultades{}, SinTitular: []doe.Facultad{}, PorMapear: []doe.ClaveFuncion{},
	}
	x.facultades(c, &out)
	return out
}

// plana is an edition laid out in lists.
type plana struct {
	unidades []Unidad
	primera  []int // of each unit, its first function
	fs       []suelta
}

// suelta is a function out of its unit.
type suelta struct {
	Funcion
	unidad  int
	clave   doe.ClaveFuncion
	plano   string
	words   []string
	ordenes []string // the same words, sorted
}

func aplanar(m Manual) plana {
	p := plana{unidades: m.Unidades}
	for i, u := range m.Unidades {
		p.primera = append(p.primera, len(p.fs))
		for _, f := range u.Funciones {
			s := suelta{Funcion: f, unidad: i, clave: u.De(f.Numero), plano: texto.Plegar(f.Texto)}
			s.words = strings.Fields(s.plano)
			s.ordenes = slices.Sorted(slices.Values(s.words))
			p.fs = append(p.fs, s)
		}
	}
	p.primera = append(p.primera, len(p.fs))
	return p
}

func (p plana) de(u int) []suelta { return p.fs[p.primera[u]:p.primera[u+1]] }

// comparador pairs two editions: for each unit and function of the old one, the
// place of its match in the new one, and back; -1 none.
type comparador struct {
	antes, ahora       plana
	unidad, unidadDe   []int
	funcion, funcionDe []int
}

func vacios(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// unidades pairs the units: by name and key, by name alone, by key where the
// names or the functions are alike, then by their functions.
func (x *comparador) unidades() {
	x.unidad, x.unidadDe = vacios(len(x.antes.unidades)), vacios(len(x.ahora.unidades))
	for _, igual := range []func(i, j int) bool{
		func(i, j int) bool { return x.mismoNombre(i, j) && x.mismaClave(i, j) },
		x.mismoNombre,
		func(i, j int) bool {
			return x.mismaClave(i, j) && (semejanza(contenido(x.antes.unidades[i].Nombre), contenido(x.ahora.unidades[j].Nombre)) >= parecidoNombre || x.comparten(i, j))
		},
		x.comparten,
	} {
		for i := range x.unidad {
			for j := 0; j < len(x.unidadDe) && x.unidad[i] < 0; j++ {
				if x.unidadDe[j] < 0 && igual(i, j) {
					x.unidad[i], x.unidadDe[j] = j, i
				}
			}
		}
	}
}

func (x *comparador) mismoNombre(i, j int) bool {
	return texto.Plegar(x.antes.unidades[i].Nombre) == texto.Plegar(x.ahora.unidades[j].Nombre)
}

func (x *comparador) mismaClave(i, j int) bool {
	return x.antes.unidades[i].Numeral() == x.ahora.unidades[j].Numeral()
}

// comparten says whether at least half of the functions of the smaller unit
// are, word for word, in the other.
func (x *comparador) comparten(i, j int) bool {
	a, b := x.antes.de(i), x.ahora.de(j)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	en := map[string]bool{}
	for _, f := range a {
		en[f.plano] = true
	}
	n := 0
	for _, f := range b {
		if en[f.plano] {
			n++
		}
	}
	return 2*n > min(len(a), len(b))
}

// How alike two functions must be, in hundredths, to be one that was reworded:
// less inside its unit and under its number than elsewhere.
const (
	mismaFuncion = 40 // same unit, same number
	mismaUnidad  = 60
	otraUnidad   = 75
)

// funciones pairs the functions: inside each pair of units the same words, then
// the same number with like words, then the likest; then the same across units.
func (x *comparador) funciones() {
	x.funcion, x.funcionDe = vacios(len(x.antes.fs)), vacios(len(x.ahora.fs))
	for i, j := range x.unidad {
		if j >= 0 {
			x.iguales(x.antes.primera[i], x.antes.primera[i+1], x.ahora.primera[j], x.ahora.primera[j+1])
		}
	}
	for i, j := range x.unidad {
		if j >= 0 {
			a0, a1, b0, b1 := x.antes.primera[i], x.antes.primera[i+1], x.ahora.primera[j], x.ahora.primera[j+1]
			x.parecidas(a0, a1, b0, b1, mismaUnidad)
			x.delMismoNumero(a0, a1, b0, b1)
		}
	}
	x.iguales(0, len(x.antes.fs), 0, len(x.ahora.fs))
	x.parecidas(0, len(x.antes.fs), 0, len(x.ahora.fs), otraUnidad)
}

// iguales pairs what says the same, the nearest numbers first.
func (x *comparador) iguales(a0, a1, b0, b1 int) {
	en := map[string][]int{}
	for j := b0; j < b1; j++ {
		if x.funcionDe[j] < 0 {
			en[x.ahora.fs[j].plano] = append(en[x.ahora.fs[j].plano], j)
		}
	}
	for _, mismoNumero := range []bool{true, false} {
		for i := a0; i < a1; i++ {
			for _, j := range en[x.antes.fs[i].plano] {
				if x.funcion[i] < 0 && x.funcionDe[j] < 0 && (!mismoNumero || x.antes.fs[i].Numero == x.ahora.fs[j].Numero) {
					x.funcion[i], x.funcionDe[j] = j, i
				}
			}
		}
	}
}

func (x *comparador) delMismoNumero(a0, a1, b0, b1 int) {
	for i := a0; i < a1; i++ {
		for j := b0; j < b1; j++ {
			a, b := &x.antes.fs[i], &x.ahora.fs[j]
			if x.funcion[i] < 0 && x.funcionDe[j] < 0 && a.Numero == b.Numero && parecidas(a, b) >= mismaFuncion {
				x.funcion[i], x.funcionDe[j] = j, i
			}
		}
	}
}

// parecidas pairs the likest first.
func (x *comparador) parecidas(a0, a1, b0, b1, base int) {
	type par struct{ i, j, nota int }
	var ps []par
	for i := a0; i < a1; i++ {
		for j := b0; j < b1; j++ {
			if x.funcion[i] >= 0 || x.funcionDe[j] >= 0 {
				continue
			}
			a, b := &x.antes.fs[i], &x.ahora.fs[j]
			if 200*enComun(a.ordenes, b.ordenes) < base*(len(a.words)+len(b.words)) {
				continue
			}
			if n := parecidas(a, b); n >= base {
				ps = append(ps, par{i, j, n})
			}
		}
	}
	slices.SortStableFunc(ps, func(p, q par) int { return cmp.Compare(q.nota, p.nota) })
	for _, p := range ps {
		if x.funcion[p.i] < 0 && x.funcionDe[p.j] < 0 {
			x.funcion[p.i], x.funcionDe[p.j] = p.j, p.i
		}
	}
}

// parecidas is how alike two wordings are, in hundredths; 100 only for the
// same text.
func parecidas(a, b *suelta) int {
	if a.Texto == b.Texto {
		return 100
	}
	return min(99, semejanza(a.words, b.words))
}

// enComun counts the words that two sorted lists share.
func enComun(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			n, i, j = n+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return n
}
