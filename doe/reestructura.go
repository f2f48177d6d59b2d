package doe

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// ClaseReestructura is the kind of an act of restructuring.
type ClaseReestructura string

// The kinds.
const (
	// Creacion: units that did not stand begin.
	Creacion ClaseReestructura = "creacion"
	// CambioDenominacion: a unit goes on under another name.
	CambioDenominacion ClaseReestructura = "cambio_denominacion"
	// CambioAdscripcion: a unit goes on below another superior.
	CambioAdscripcion ClaseReestructura = "cambio_adscripcion"
	// TransferenciaDe: functions or resources pass from unit to unit, or
	// whole units to another part of the Institute.
	TransferenciaDe ClaseReestructura = "transferencia"
	// Fusion: several units become one.
	Fusion ClaseReestructura = "fusion"
	// Division: one unit becomes several.
	Division ClaseReestructura = "division"
	// Conversion: a unit becomes one of another kind.
	Conversion ClaseReestructura = "conversion"
	// Supresion: units end.
	Supresion ClaseReestructura = "supresion"
	// Indeterminada: the manuals say that a structure changed and not how. No
	// later act can be of this kind.
	Indeterminada ClaseReestructura = "indeterminada"
)

// ClasesReestructura defines the kinds.
func ClasesReestructura() vocabulario.Tabla[ClaseReestructura] {
	f := norma.Cita{Norma: "G000-002-001", Lugar: "1. Introducción"}
	return vocabulario.Tabla[ClaseReestructura]{
		{Clave: Creacion, Nombre: "Creación", Descripcion: "Empiezan unidades que no había.", Fuente: f},
		{Clave: CambioDenominacion, Nombre: "Cambio de denominación", Descripcion: "La unidad sigue con otro nombre.", Fuente: f},
		{Clave: CambioAdscripcion, Nombre: "Cambio de adscripción", Descripcion: "La unidad sigue bajo otro superior.", Fuente: f},
		{Clave: TransferenciaDe, Nombre: "Transferencia", Descripcion: "Funciones, recursos o unidades enteras pasan a otra parte.", Fuente: f},
		{Clave: Fusion, Nombre: "Fusión", Descripcion: "De varias unidades queda una.", Fuente: norma.Configuracion("ningún manual narra una")},
		{Clave: Division, Nombre: "División", Descripcion: "De una unidad quedan varias.", Fuente: norma.Configuracion("ningún manual narra una")},
		{Clave: Conversion, Nombre: "Conversión", Descripcion: "La unidad se vuelve de otra clase.", Fuente: f},
		{Clave: Supresion, Nombre: "Supresión", Descripcion: "La unidad termina.", Fuente: f},
		{Clave: Indeterminada, Nombre: "Indeterminada", Descripcion: "Los manuales dicen que la estructura cambió, no en qué.", Fuente: f},
	}
}

// FormaJSON is the closed list of the kinds.
func (ClaseReestructura) FormaJSON() forma.Forma { return ClasesReestructura().Forma() }

// TipoInstrumento is the kind of document by which a structure changes.
type TipoInstrumento string

// The kinds of document.
const (
	// Acuerdo is an agreement of the Consejo Técnico (LSS 264).
	Acuerdo TipoInstrumento = "acuerdo"
	// Oficio is an official letter, which suffices for lesser changes.
	Oficio TipoInstrumento = "oficio"
	// SinInstrumento: the manuals name none.
	SinInstrumento TipoInstrumento = "sin_instrumento"
)

// FormaJSON is the closed list of the kinds of document.
func (TipoInstrumento) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Valores: []string{string(Acuerdo), string(Oficio), string(SinInstrumento)}}
}

// Instrumento is the document that approves acts of restructuring.
type Instrumento struct {
	Tipo TipoInstrumento `json:"tipo" doc:"Acuerdo, oficio, o sin_instrumento cuando los manuales no nombran ninguno" example:"acuerdo"`
	// Clave is the key as it ought to be written, empty where none is printed.
	Clave string `json:"clave,omitempty" validate:"max=120" doc:"Clave normalizada" example:"ACDO.AS2.HCT.280421/99.P.DA"`
	// Impresas are the keys as the manuals print them, which may differ.
	Impresas []string `json:"impresas,omitempty" validate:"max=10,dive,max=120" doc:"Claves como las imprimen los manuales"`
	// Aprobado is the day of the document, to the precision that is known.
	Aprobado FechaParcial `json:"aprobado,omitzero" doc:"Fecha de aprobación: AAAA, AAAA-MM o AAAA-MM-DD" example:"2021-04-28"`
	Emisor   string       `json:"emisor,omitempty" validate:"max=300" doc:"Quién lo emite" example:"Consejo Técnico"`
	// Sustento are the other documents that the manuals tie to it.
	Sustento []string `json:"sustento,omitempty" validate:"max=10,dive,max=300" doc:"Otros documentos en que se apoya"`
	// Nota tells what does not agree among the printings.
	Nota string `json:"nota,omitempty" validate:"max=2000" doc:"Lo que no concuerda entre las impresiones, o falta"`
}

// EstadoUnidad is a unit as an act leaves it, finds it or takes for granted.
// Empty fields are as they were.
type EstadoUnidad struct {
	// Clave is the stable identity of the unit. In the history of the manuals
	// it may also be "hist-…", a unit that no longer stands, or an organ's key.
	Clave  ClaveUnidad `json:"clave" validate:"required,max=120" doc:"Clave de la unidad" example:"doe-7.1.3"`
	Nombre string      `json:"nombre,omitempty" validate:"max=300" doc:"Denominación; sin ella, la que tenía" example:"Unidad de Atención al Derechohabiente"`
	Nivel  Nivel       `json:"nivel,omitempty" validate:"max=40" doc:"Nivel; sin él, el que tenía" example:"unidad"`
	// Superior is the unit or the organ it depends on.
	Superior ClaveUnidad `json:"superior,omitempty" validate:"max=120" doc:"Unidad u órgano del que depende; sin él, el que tenía" example:"dn-juridica"`
	// Mediato says that it is somewhere below Superior, the unit directly
	// above it being unknown.
	Mediato bool `json:"mediato,omitempty" doc:"Si depende de Superior por medio de una unidad que no se dice" example:"false"`
	// SinNombre says that it took a name that is unknown.
	SinNombre bool `json:"sin_nombre,omitempty" doc:"Si tomó un nombre que los manuales no dicen" example:"false"`
}

// MateriaTransferida is what passes from unit to unit.
type MateriaTransferida string

// What can pass.
const (
	LasFunciones MateriaTransferida = "funciones"
	LosRecursos  MateriaTransferida = "recursos"
)

// FormaJSON is the closed list of what can pass.
func (MateriaTransferida) FormaJSON() forma.Forma {
	return forma.Forma{Tipo: "string", Valores: []string{string(LasFunciones), string(LosRecursos)}}
}

// Transferencia is what passes from one unit to another by an act.
type Transferencia struct {
	Que MateriaTransferida `json:"que" validate:"required" doc:"Funciones o recursos" example:"funciones"`
	// De is who gives, empty where it is unknown or new; A is who receives.
	De ClaveUnidad `json:"de,omitempty" validate:"max=120" doc:"Quién entrega; falta si no se dice o son nuevas" example:"doe-7.1.5"`
	A  ClaveUnidad `json:"a" validate:"required,max=120" doc:"Quién recibe" example:"doe-7.1.4"`
	// Funciones are the ones that pass; all those of De when none is named.
	Funciones []ClaveFuncion `json:"funciones,omitempty" validate:"max=200,dive,max=60" doc:"Funciones que pasan; todas las que tenga si no se dice ninguna"`
	Nota      string         `json:"nota,omitempty" validate:"max=2000" doc:"En qué consiste"`
}

// Reestructura is an act of restructuring: what stood before, what stands
// after and from when.
type Reestructura struct {
	// Clave identifies the act: "2021-05-03-doe".
	Clave string            `json:"clave" validate:"required,max=120" doc:"Identificador del acto" example:"2021-05-03-direccion"`
	Clase ClaseReestructura `json:"clase" validate:"required" doc:"Clase de acto" example:"cambio_denominacion"`
	// Instrumento approves it; Vigente is when it takes effect, zero where
	// the manuals do not say it.
	Instrumento Instrumento  `json:"instrumento" doc:"Documento que lo aprueba"`
	Vigente     FechaParcial `json:"vigente,omitzero" doc:"Desde cuándo rige: AAAA, AAAA-MM o AAAA-MM-DD; falta si no se dice" example:"2021-05-03"`
	// Antes are the units it finds, Despues those it leaves. A unit that goes
	// on stands in both.
	Antes   []EstadoUnidad `json:"antes,omitempty" validate:"max=60,dive" doc:"Unidades antes del acto"`
	Despues []EstadoUnidad `json:"despues,omitempty" validate:"max=60,dive" doc:"Unidades después del acto"`
	// Presentes are units that the act says to stand from its day on, without
	// saying that it made them.
	Presentes      []EstadoUnidad  `json:"presentes,omitempty" validate:"max=60,dive" doc:"Unidades que el instrumento da por existentes"`
	Transferencias []Transferencia `json:"transferencias,omitempty" validate:"max=60,dive" doc:"Funciones y recursos que pasan"`
	// Ignoradas are units of which nothing is known from the act on.
	Ignoradas []ClaveUnidad `json:"ignoradas,omitempty" validate:"max=60,dive,max=120" doc:"Unidades de las que ya no se da noticia"`
	// Innominadas says, in words, which units the act touches without naming them.
	Innominadas string `json:"innominadas,omitempty" validate:"max=2000" doc:"Unidades que toca sin nombrarlas"`
	// Manual is the key of the manual that narrates it, empty for later acts.
	Manual string `json:"manual,omitempty" validate:"max=40" doc:"Manual que lo narra" example:"G000-002-001"`
	// Nota says what is left unknown.
	Nota string `json:"nota,omitempty" validate:"max=2000" doc:"Lo que queda sin saberse"`
}

// Efecto is when the act takes effect as far as is known: the day of approval
// where no other is said, which supuesto then tells.
func (r *Reestructura) Efecto() (f FechaParcial, supuesto bool) {
	if r.Vigente.IsZero() {
		return r.Instrumento.Aprobado, true
	}
	return r.Vigente, false
}

// Toca says whether the act touches a unit.
func (r *Reestructura) Toca(k ClaveUnidad) bool { return slices.Contains(r.tocadas(), k) }

// tocadas are the units that the act touches, each once.
func (r *Reestructura) tocadas() []ClaveUnidad {
	var out []ClaveUnidad
	sumar := func(k ClaveUnidad) {
		if k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	for _, es := range [][]EstadoUnidad{r.Antes, r.Despues, r.Presentes} {
		for _, e := range es {
			sumar(e.Clave)
		}
	}
	for _, k := range r.Ignoradas {
		sumar(k)
	}
	for _, t := range r.Transferencias {
		sumar(t.De)
		sumar(t.A)
	}
	return out
}

func (r *Reestructura) copia() Reestructura {
	out := *r
	out.Instrumento.Impresas, out.Instrumento.Sustento = slices.Clone(r.Instrumento.Impresas), slices.Clone(r.Instrumento.Sustento)
	out.Antes, out.Despues, out.Presentes = slices.Clone(r.Antes), slices.Clone(r.Despues), slices.Clone(r.Presentes)
	out.Transferencias, out.Ignoradas = slices.Clone(r.Transferencias), slices.Clone(r.Ignoradas)
	for i := range out.Transferencias {
		out.Transferencias[i].Funciones = slices.Clone(out.Transferencias[i].Funciones)
	}
	return out
}

// en finds a unit in a list of states.
func en(es []EstadoUnidad, k ClaveUnidad) (EstadoUnidad, bool) {
	i := slices.IndexFunc(es, func(e EstadoUnidad) bool { return e.Clave == k })
	if i < 0 {
		return EstadoUnidad{}, false
	}
	return es[i], true
}
