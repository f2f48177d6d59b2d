package reorganizacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// The states of a reorganisation.
const (
	// Proyecto: it is being drafted.
	Proyecto tramite.Estado = "proyecto"
	// Simulada: what the draft would do is on record.
	Simulada tramite.Estado = "simulada"
	// Enviada: it is with who may approve it.
	Enviada tramite.Estado = "enviada"
	// Aprobada: its document is on record and its day has not come.
	Aprobada tramite.Estado = "aprobada"
	// EnVigor: the structure is what it says.
	EnVigor tramite.Estado = "en_vigor"
	// Rechazada and Desistida end it without effect.
	Rechazada tramite.Estado = "rechazada"
	Desistida tramite.Estado = "desistida"
)

// Aprobador is who may approve a reorganisation.
type Aprobador string

// Who may approve.
const (
	// ConsejoTecnico, by an agreement.
	ConsejoTecnico Aprobador = "consejo_tecnico"
	// Administracion is the Dirección de Administración, by an official letter.
	Administracion Aprobador = "direccion_administracion"
)

var (
	lss264     = norma.Cita{Norma: "LSS", Lugar: "art. 264"}
	porCostumb = norma.Configuracion("qué cambios bastan con oficio; los manuales solo narran ejemplos")
)

// Aprobadores defines who may approve.
func Aprobadores() vocabulario.Tabla[Aprobador] {
	return vocabulario.Tabla[Aprobador]{
		{Clave: ConsejoTecnico, Nombre: "Consejo Técnico", Descripcion: "Aprueba por acuerdo cualquier cambio de estructura.", Fuente: lss264},
		{Clave: Administracion, Nombre: "Dirección de Administración", Descripcion: "Aprueba por oficio cambios de nombre, de adscripción o de funciones por debajo de las coordinaciones.", Fuente: porCostumb},
	}
}

// FormaJSON is the closed list of who may approve.
func (Aprobador) FormaJSON() forma.Forma { return Aprobadores().Forma() }

// Organo is the organ that approves.
func (a Aprobador) Organo() doe.ClaveOrgano {
	if a == Administracion {
		return "dn-administracion"
	}
	return "organo-consejo-tecnico"
}

// Instrumento is the kind of document by which it approves.
func (a Aprobador) Instrumento() doe.TipoInstrumento {
	if a == Administracion {
		return doe.Oficio
	}
	return doe.Acuerdo
}

// menores are the kinds of act that an official letter may approve, and the
// levels of the units that they may touch.
var (
	menores        = []doe.ClaseReestructura{doe.CambioDenominacion, doe.CambioAdscripcion, doe.TransferenciaDe}
	nivelesMenores = []doe.Nivel{doe.NivelCoordinacionTecnica, doe.NivelDivision, doe.NivelSubjefatura}
)
