package oficial

import (
	"cmp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// TipoHallazgo is what kind of fault a finding is about.
type TipoHallazgo string

// The kinds of findings.
const (
	// Duplicada: a function says what another one says.
	Duplicada TipoHallazgo = "duplicada"
	// Denominacion: a unit, programme or post is named otherwise than elsewhere.
	Denominacion TipoHallazgo = "denominacion"
	// Referencia: what is referred to does not exist or is defined nowhere.
	Referencia TipoHallazgo = "referencia"
	// Copia: a function speaks of the subject of another unit than its own.
	Copia TipoHallazgo = "copia"
	// Deriva: a manual quotes another and the words have drifted apart.
	Deriva TipoHallazgo = "deriva"
	// Clave: the key of an agreement contradicts its date or its other form.
	Clave TipoHallazgo = "clave"
	// Numeracion: a number of a unit or function is missing, or a unit has none.
	Numeracion TipoHallazgo = "numeracion"
	// Norma: the legal framework cites a norm that is no longer in force.
	Norma TipoHallazgo = "norma"
)

// DefTipo tells people what a kind of finding is.
type DefTipo struct {
	Clave       TipoHallazgo `json:"clave" doc:"Tipo de hallazgo"`
	Descripcion string       `json:"descripcion" doc:"Qué se halló"`
}

// Tipos lists the kinds of findings.
func Tipos() []DefTipo {
	return []DefTipo{
		{Duplicada, "Una función repite otra, entera o en parte"},
		{Denominacion, "Una unidad, un programa o un puesto se nombra de otro modo que en el resto"},
		{Referencia, "Se remite a lo que ya no existe o no está definido"},
		{Copia, "Una función habla de la materia de otra unidad"},
		{Deriva, "Un manual transcribe a otro con palabras distintas"},
		{Clave, "La clave de un acuerdo no concuerda con su fecha o con su otra forma"},
		{Numeracion, "Falta un número de unidad o de función"},
		{Norma, "El marco jurídico cita una norma que ya no rige"},
	}
}

// Hallazgo is a possible fault of a manual, for a person to judge.
type Hallazgo struct {
	// Funcion is where it is: a function, a unit's heading as number 0, or a
	// numbered section of the manual such as "doe-3".
	Funcion doe.ClaveFuncion `json:"funcion" doc:"Función, encabezado (número 0) o sección del manual" example:"doe-7.1.1/12"`
	Tipo    TipoHallazgo     `json:"tipo" doc:"Tipo de hallazgo" enum:"duplicada,denominacion,referencia,copia,deriva,clave,numeracion,norma" example:"duplicada"`
	Nota    string           `json:"nota" doc:"Qué se halló, para que una persona lo juzgue"`
	// Otra is the function, unit or section it is set against, if there is one.
	Otra string `json:"otra,omitempty" doc:"Función, unidad o sección con que se compara" example:"doe-7.1/4"`
	// Linea is the line of the text.
	Linea int `json:"linea,omitempty" doc:"Renglón del texto" example:"812"`
}

// De says whether the finding is about a manual.
func (h Hallazgo) De(m Manual) bool { return strings.HasPrefix(string(h.Funcion), m.Siglas+"-") }

// Revisar looks for faults in one or more manuals that are read together, with
// the norms and bodies of a day. Findings come in the order of the text; for
// each place and kind there is one for each thing said about it.
func Revisar(dia fecha.Fecha, ms ...Manual) []Hallazgo {
	return RevisarCon(func(int, int) {}, dia, ms...)
}

// RevisarCon does as [Revisar] and tells how far it is after each of its steps.
func RevisarCon(ver func(hecho, total int), dia fecha.Fecha, ms ...Manual) []Hallazgo {
	r := nuevaRevision(ms)
	r.dia = dia
	pasos := []func(*revision){
		(*revision).duplicadas, (*revision).unidades, (*revision).nombres, (*revision).encabezados, (*revision).terminos, (*revision).puestos,
		(*revision).referencias, (*revision).copias, (*revision).derivas, (*revision).acuerdos, (*revision).numeracion,
		(*revision).normas,
	}
	for i, paso := range pasos {
		paso(r)
		ver(i+1, len(pasos))
	}
	slices.SortStableFunc(r.hallazgos, func(a, b Hallazgo) int {
		return cmp.Or(cmp.Compare(r.orden[a.Funcion], r.orden[b.Funcion]), cmp.Compare(a.Linea, b.Linea), cmp.Compare(a.Tipo, b.Tipo))
	})
	if r.hallazgos == nil {
		return []Hallazgo{}
	}
	return slices.CompactFunc(r.hallazgos, func(a, b Hallazgo) bool { return a == b })
}

// revision is a review under way.
type revision struct {
	dia       fecha.Fecha
	manuales  []Manual
	unidadesT []Unidad // of all manuals
	dichos    []dicho
	orden     map[doe.ClaveFuncion]int
	hallazgos []Hallazgo
	corpus    *corpus
	tipos     map[string]bool // first words of the units' names, folded
	juzgadas  map[string]bool // names already reported by the units they stand for
}

// dicho is a function with the unit that has it.
type dicho struct {
	Funcion
	clave  doe.ClaveFuncion
	unidad int // index among all units
	orden  int // index among all functions
	frase  frase
	piezas []pieza
	plano  string // folded
	// sinNombres is plano with the units' names reduced to their first word.
	sinNombres string
}

// hallar notes a finding about a function or heading.
func (r *revision) hallar(h Hallazgo) { r.hallazgos = append(r.hallazgos, h) }

// enFuncion notes a finding about a function.
func (r *revision) enFuncion(d *dicho, t TipoHallazgo, otra, nota string) {
	r.hallar(Hallazgo{Funcion: d.clave, Tipo: t, Nota: nota, Otra: otra, Linea: d.Linea})
}
