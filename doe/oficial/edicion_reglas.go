package oficial

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// consecuencia says why the system does an act: it follows from another.
var consecuencia = norma.Configuracion("una edición sustituye a la anterior")

// fuente is the function under which manuals are revised, validated and
// registered.
var fuente = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.5.2/5"}

// The rules of an edition.
var (
	// ManualAjeno: the text is of a manual that the catalog does not carry.
	ManualAjeno = falla.Regla{Codigo: "DOE-EDICION-01", Es: "El texto no es de un manual que el catálogo lleve.", En: "The text is not of a manual that the catalog carries.", Fuente: fuente}
	// OtraVigente: the edition it was compared with does not rule (any more).
	OtraVigente = falla.Regla{Codigo: "DOE-EDICION-02", Es: "La edición con que se comparó no es la vigente: vuelva a cargar el texto.", En: "The edition it was compared with is not the one in force: upload the text again.", Fuente: fuente}
	// DictamenAjeno: a decision about findings that the text has not, or twice.
	DictamenAjeno = falla.Regla{Codigo: "DOE-EDICION-03", Es: "El texto no tiene hallazgos de ese tipo, o ya se decidió sobre ellos.", En: "The text has no findings of that kind, or they were decided already.", Fuente: fuente}
	// FaltaDictamen: findings of some kind without a decision.
	FaltaDictamen = falla.Regla{Codigo: "DOE-EDICION-04", Es: "Falta decidir sobre los hallazgos de tipo %s.", En: "The findings of kind %s have no decision.", Fuente: fuente}
	// NumerosCorridos: what is numbered wrong cannot be left for later, since
	// every citation rests on the numbers.
	NumerosCorridos = falla.Regla{Codigo: "DOE-EDICION-05", Es: "Los números no se dejan para la edición que sigue: se aceptan o se corrigen.", En: "Numbers are not left for the next edition: they are accepted or mended.", Fuente: fuente}
	// OtroCatalogo: the text and the catalog are of different editions.
	OtroCatalogo = falla.Regla{Codigo: "DOE-EDICION-06", Es: "El texto no tiene las unidades y funciones del catálogo: actualice primero el catálogo.", En: "The text has not the units and functions of the catalog: bring the catalog up to date first.", Fuente: fuente}
	// TextoIncompleto: lines of the text had no place.
	TextoIncompleto = falla.Regla{Codigo: "DOE-EDICION-07", Es: "Hay renglones del texto sin ubicar.", En: "Some lines of the text have no place.", Fuente: fuente}
	// AtencionAjena: somebody for a facultad that did not lose its holder.
	AtencionAjena = falla.Regla{Codigo: "DOE-EDICION-08", Es: "Esa facultad no pierde a su único titular, o ya se dijo quién la atiende.", En: "That facultad does not lose its only holder, or it was already said who answers for it.", Fuente: fuente}
	// SinAtencion: nobody for a facultad that loses its only holder.
	SinAtencion = falla.Regla{Codigo: "DOE-EDICION-09", Es: "Falta decir quién atiende una facultad que pierde a su único titular.", En: "It is not said who answers for a facultad that loses its only holder.", Fuente: fuente}
	// UnidadAjena: a unit that the catalog does not have.
	UnidadAjena = falla.Regla{Codigo: "DOE-EDICION-10", Es: "La unidad no está en el catálogo.", En: "The unit is not in the catalog.", Fuente: fuente}
	// VigorFuturo: an edition is put in force on its day, not before.
	VigorFuturo = falla.Regla{Codigo: "DOE-EDICION-11", Es: "La edición se pone en vigor desde su día, no antes.", En: "An edition is put in force from its day on, not before.", Fuente: fuente}
	// VigorAnterior: it would rule from before the one that it replaces.
	VigorAnterior = falla.Regla{Codigo: "DOE-EDICION-12", Es: "La edición no puede regir desde antes que la que sustituye.", En: "The edition cannot rule from before the one that it replaces.", Fuente: fuente}
)
