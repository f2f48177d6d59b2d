package reorganizacion

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

var deTrabajo = norma.Configuracion("regla de trabajo; el manual no la fija")

// The rules of a reorganisation; those of its acts are package doe's
// (DOE-REESTRUCTURA-NN). Codes keep their meaning once published.
var (
	ReglaPrevista = falla.Regla{Codigo: "DOE-REORGANIZACION-01", Fuente: deTrabajo,
		Es: "La fecha prevista debe ser posterior a hoy.", En: "The expected day must come after today."}
	ReglaDestino = falla.Regla{Codigo: "DOE-REORGANIZACION-02", Fuente: deTrabajo,
		Es: "Un destino lleva los expedientes de una unidad que el proyecto termina a una que deja en pie, una sola vez.", En: "A destination takes the records of a unit that the draft ends to one that it leaves standing, once."}
	ReglaJustificar = falla.Regla{Codigo: "DOE-REORGANIZACION-03", Fuente: deTrabajo,
		Es: "Algo queda sin unidad, sin titular o sin función residual: justifique por qué se admite.", En: "Something is left without unit, holder or residual function: justify why that is accepted."}
	ReglaSimulacionVieja = falla.Regla{Codigo: "DOE-REORGANIZACION-04", Fuente: deTrabajo,
		Es: "La estructura cambió después de la simulación: simule de nuevo.", En: "The structure changed after the simulation: simulate again."}
	ReglaInstrumento = falla.Regla{Codigo: "DOE-REORGANIZACION-05", Fuente: lss264,
		Es: "Este cambio lo aprueba el Consejo Técnico por acuerdo: un oficio no basta.", En: "This change is approved by the Consejo Técnico by an agreement: an official letter does not suffice."}
	ReglaFechaDocumento = falla.Regla{Codigo: "DOE-REORGANIZACION-06", Fuente: deTrabajo,
		Es: "La fecha del documento no puede ser futura ni anterior al proyecto que aprueba.", En: "The date of the document may be neither in the future nor before the draft that it approves."}
	ReglaSuDocumento = falla.Regla{Codigo: "DOE-REORGANIZACION-07", Fuente: porCostumb,
		Es: "La Dirección de Administración aprueba por sí misma solo lo que un oficio aprueba.", En: "The Dirección de Administración approves by itself only what an official letter approves."}
	ReglaAdjunto = falla.Regla{Codigo: "DOE-REORGANIZACION-08", Fuente: deTrabajo,
		Es: "El documento citado no está entre los adjuntos del expediente.", En: "The document cited is not among the files of the record."}
)
