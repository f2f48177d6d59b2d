package doe

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Nivel is the rank of a unit in the structure.
type Nivel string

// The ranks, from the top.
const (
	NivelDireccion           Nivel = "direccion"
	NivelUnidad              Nivel = "unidad"
	NivelCoordinacion        Nivel = "coordinacion"
	NivelCoordinacionTecnica Nivel = "coordinacion_tecnica"
	NivelDivision            Nivel = "division"
	NivelSubjefatura         Nivel = "subjefatura"
)

// The ranks that only the history of the structure knows.
const (
	NivelCoordinacionGeneral Nivel = "coordinacion_general"
	NivelJefaturaServicios   Nivel = "jefatura_de_servicios"
	NivelJefaturaDepto       Nivel = "jefatura_de_departamento"
	NivelOficina             Nivel = "oficina"
	NivelPuesto              Nivel = "puesto"
	NivelOrgano              Nivel = "organo"
)

// NivelesHistoricos lists the ranks that no unit has today.
func NivelesHistoricos() []Nivel {
	return []Nivel{NivelCoordinacionGeneral, NivelJefaturaServicios, NivelJefaturaDepto, NivelOficina, NivelPuesto, NivelOrgano}
}

// Niveles lists the ranks from the top.
func Niveles() []Nivel {
	return []Nivel{NivelDireccion, NivelUnidad, NivelCoordinacion, NivelCoordinacionTecnica, NivelDivision, NivelSubjefatura}
}

// Manual is an organization manual in the edition that the catalog carries.
type Manual struct {
	// Clave is the official key: "G000-002-001".
	Clave string `json:"clave"`
	// Siglas begin the keys of the manual's units and policies: "doe".
	Siglas string `json:"siglas"`
	Nombre string `json:"nombre"`
	// Vigente is the day the edition came into force; zero where the text
	// does not say it, which Nota then tells.
	Vigente fecha.Fecha `json:"vigente,omitzero"`
	Nota    string      `json:"nota,omitempty"`
}

// Unidad is a unit of a manual.
type Unidad struct {
	Clave ClaveUnidad `json:"clave"`
	// Manual is the key of the manual that creates the unit, Numeral its place there.
	Manual  string `json:"manual"`
	Numeral string `json:"numeral"`
	Nombre  string `json:"nombre"`
	Nivel   Nivel  `json:"nivel"`
	// Superior is the unit it is ascribed to, empty for the directorate.
	Superior ClaveUnidad `json:"superior,omitempty"`
	// Funciones is how many numbered functions it has.
	Funciones int `json:"funciones"`
}

// Otorgamiento is a facultad that a function grants.
type Otorgamiento struct {
	Facultad Facultad `json:"facultad"`
	// Alcance narrows the grant to [Propia], [Inmediata] or [Inferior]
	// records; empty leaves it to the act.
	Alcance Alcance `json:"alcance,omitempty"`
}

// Funcion is a numbered function of a unit, in words of this project: the
// official wording is not in the catalog.
type Funcion struct {
	Clave  ClaveFuncion `json:"clave"`
	Unidad ClaveUnidad  `json:"unidad"`
	Numero int          `json:"numero"`
	// Verbos are the infinitives the function opens with or goes on to use.
	Verbos []string `json:"verbos"`
	// Resumen says what the function asks of the unit.
	Resumen string `json:"resumen"`
	// Soporte says what the software owes it: what is done and what remains on record.
	Soporte    string         `json:"soporte"`
	Facultades []Otorgamiento `json:"facultades"`
}

func (f Funcion) copia() Funcion {
	f.Verbos, f.Facultades = slices.Clone(f.Verbos), slices.Clone(f.Facultades)
	return f
}

// DefCapacidad defines a capability.
type DefCapacidad struct {
	Clave Capacidad `json:"clave"`
	// Materia names it as an official letter would, after «en materia de».
	Materia string `json:"materia"`
	// Paquete is the package of the module that keeps it.
	Paquete string `json:"paquete"`
	// Objetos are the main things it deals with.
	Objetos []string `json:"objetos"`
	// Permite says what must be possible.
	Permite string `json:"permite"`
}

// DefActo defines an act.
type DefActo struct {
	Clave Acto `json:"clave"`
	// Verbos are the manuals' verbs that the act stands for.
	Verbos []string `json:"verbos"`
	// Permite says what the act lets a unit do in a trámite.
	Permite string `json:"permite"`
}

// Politica is a numbered policy of a manual, citable beside functions.
type Politica struct {
	Clave   ClavePolitica `json:"clave"`
	Manual  string        `json:"manual"`
	Numero  string        `json:"numero"`
	Resumen string        `json:"resumen"`
}

// Hueco is a facultad that some trámite needs and no function grants, with
// what the catalog recommends for it.
type Hueco struct {
	Facultad Facultad `json:"facultad"`
	// Titular lists the units that should have it; of those in the keeper's
	// line takes it the nearest above the keeper, else the keeper, else the
	// nearest below. Empty leaves it to the general rule.
	Titular []ClaveUnidad `json:"titular"`
	// Basta lists the facultades that suffice in its stead.
	Basta []Facultad `json:"basta"`
	// Contraparte says that it belongs to someone outside the directorate's
	// units: without Titular it falls to no unit.
	Contraparte bool `json:"contraparte"`
	// ContraparteDe are the keepers for whose records it is a counterpart's.
	ContraparteDe []ClaveUnidad `json:"contraparte_de"`
	// Nombrada says that the unit the act names, the keeper, does it itself.
	Nombrada bool `json:"nombrada"`
	// Regional is the facultad on which [CAOOD] does the act on the records
	// it keeps, under Politica; Titular then acts on the others alone.
	Regional Facultad      `json:"regional,omitempty"`
	Politica ClavePolitica `json:"politica,omitempty"`
	// Nota gives the reason.
	Nota string `json:"nota"`

	// cita is the text of Politica as an event's basis carries it.
	cita string
}

func (h Hueco) copia() Hueco {
	h.Titular, h.Basta = slices.Clone(h.Titular), slices.Clone(h.Basta)
	h.ContraparteDe = slices.Clone(h.ContraparteDe)
	return h
}
