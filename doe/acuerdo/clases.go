package acuerdo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// ReglaQuorum is how many of those who vote must be present, by kind of
// meeting, and what else the kind asks for.
type ReglaQuorum struct {
	Clase Clase `json:"clase"`
	// Primera and Segunda are what each call takes.
	Primera Fraccion `json:"primera"`
	Segunda Fraccion `json:"segunda"`
	// Presidencia says that who presides, or its stand-in, must be present.
	Presidencia bool `json:"presidencia"`
	// Espera is how many minutes after the first call the second one is.
	Espera   int            `json:"espera"`
	Vigencia norma.Vigencia `json:"vigencia,omitzero"`
	Fuente   norma.Cita     `json:"fuente"`
}

// Fraccion is a number of votes: so many parts of the whole, cut to an
// integer, and some more.
type Fraccion struct {
	Num int `json:"num"`
	Den int `json:"den"`
	Mas int `json:"mas"`
}

// De is the number of votes that the fraction takes of n.
func (f Fraccion) De(n int) int { return min(n*f.Num/f.Den+f.Mas, n) }

var (
	mitadMasUno = Fraccion{1, 2, 1}
	unTercio    = Fraccion{1, 3, 1}
	dosVotos    = Fraccion{0, 1, 2}
	sinQuorum   = norma.Configuracion("quórum por clase de reunión; los manuales no lo fijan y cada comité lo toma de su propio manual")
)

var quorums = []ReglaQuorum{
	{Clase: Multidisciplinaria, Primera: mitadMasUno, Segunda: dosVotos, Presidencia: true, Espera: 30, Fuente: sinQuorum},
	{Clase: Nacional, Primera: mitadMasUno, Segunda: unTercio, Presidencia: true, Espera: 30, Fuente: sinQuorum},
	{Clase: Regional, Primera: mitadMasUno, Segunda: unTercio, Presidencia: true, Espera: 30, Fuente: sinQuorum},
	{Clase: Comite, Primera: mitadMasUno, Segunda: mitadMasUno, Presidencia: true, Espera: 60, Fuente: sinQuorum},
	{Clase: Junta, Primera: mitadMasUno, Segunda: mitadMasUno, Presidencia: true, Espera: 60, Fuente: sinQuorum},
}

// Quorums lists the quorum of each kind of meeting.
func Quorums() []ReglaQuorum { return slices.Clone(quorums) }

// QuorumDe is the rule in force on a day for a kind of meeting.
func QuorumDe(c Clase, dia fecha.Fecha) (ReglaQuorum, bool) {
	for _, q := range quorums {
		if q.Clase == c && q.Vigencia.Rige(dia) {
			return q, true
		}
	}
	return ReglaQuorum{}, false
}

// Trato is what else a kind of meeting asks for.
type Trato struct {
	Clase Clase `json:"clase"`
	// Exige are kinds of organ of which at least one is convened: one of each
	// group.
	Exige [][]doe.TipoOrgano `json:"exige,omitempty"`
	// Libro says that its minutes are numbered in a book.
	Libro bool `json:"libro"`
	// Suscribe says that its agreements are subscribed by who may agree, and
	// not by who convened.
	Suscribe bool `json:"suscribe"`
	// Anticipacion is how many working days before it is convened, unless it
	// is urgent.
	Anticipacion int        `json:"anticipacion"`
	Fuente       norma.Cita `json:"fuente"`
}

var ooadOUmae = []doe.TipoOrgano{doe.OrganoOOAD, doe.OrganoUMAE}

var tratos = []Trato{
	{Clase: Multidisciplinaria, Exige: [][]doe.TipoOrgano{{doe.OrganoNormativo}, ooadOUmae}, Suscribe: true, Anticipacion: 3, Fuente: fnPlanear},
	{Clase: Nacional, Exige: [][]doe.TipoOrgano{ooadOUmae}, Anticipacion: 5, Fuente: fnNacional},
	{Clase: Regional, Exige: [][]doe.TipoOrgano{ooadOUmae}, Anticipacion: 3, Fuente: fnNacional},
	{Clase: Comite, Libro: true, Anticipacion: 2, Fuente: manual("7.1.1.6/11")},
	{Clase: Junta, Exige: [][]doe.TipoOrgano{ooadOUmae}, Libro: true, Anticipacion: 2, Fuente: fnJunta},
}

// Tratos lists what each kind of meeting asks for.
func Tratos() []Trato { return slices.Clone(tratos) }

// TratoDe is what a kind of meeting asks for.
func TratoDe(c Clase) Trato {
	if i := slices.IndexFunc(tratos, func(t Trato) bool { return t.Clase == c }); i >= 0 {
		return tratos[i]
	}
	return Trato{}
}

// visto is a unit whose meetings of some kinds its superior approves first.
type visto struct {
	unidad doe.ClaveUnidad
	clases []Clase
	fuente norma.Cita
}

var vistos = []visto{{"doe-7.1.1.6", []Clase{Nacional, Regional}, fnNacional}}

// PideVistoBueno says whether a function asks that a superior approve the
// meetings of a kind that a unit convenes, and which one.
func PideVistoBueno(u doe.ClaveUnidad, c Clase) (norma.Cita, bool) {
	for _, v := range vistos {
		if v.unidad == u && slices.Contains(v.clases, c) {
			return v.fuente, true
		}
	}
	return norma.Cita{}, false
}
