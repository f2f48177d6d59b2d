package oficial

import "github.com/operacion-abierta/operacion/doe/tramite"

// The states of an edition.
const (
	// Leida: the text was read and compared; somebody must review it.
	Leida tramite.Estado = "leida"
	// Observada: the review asks for another text.
	Observada tramite.Estado = "observada"
	// Revisada: the review lets the text pass.
	Revisada tramite.Estado = "revisada"
	// Validada: the map of facultades was held right for it.
	Validada tramite.Estado = "validada"
	// Vigente: its wording is the official one of this installation.
	Vigente tramite.Estado = "vigente"
	// Sustituida: a later edition took its place.
	Sustituida tramite.Estado = "sustituida"
	// Desechada: it never came into force.
	Desechada tramite.Estado = "desechada"
)

// Decision is what the review makes of the findings of a kind.
type Decision string

// The decisions.
const (
	// SeAcepta lets them stand: they are right, or no fault.
	SeAcepta Decision = "se_acepta"
	// SeAvisa lets them stand and tells the next edition to mend them.
	SeAvisa Decision = "se_avisa"
	// SeCorrige asks for a text without them.
	SeCorrige Decision = "se_corrige"
)

// Decisiones lists what a review may decide.
func Decisiones() []Decision { return []Decision{SeAcepta, SeAvisa, SeCorrige} }
