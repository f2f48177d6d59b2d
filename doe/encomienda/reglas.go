package encomienda

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

var (
	fnDireccion = manual("7.1/21")
)

// The rules of a task. Codes keep their meaning once published.
var (
	ReglaOOAD = falla.Regla{Codigo: "DOE-ENCOMIENDA-01", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1"},
		Es: "La unidad regional lleva el código de su OOAD, y las demás ninguno.", En: "A regional unit carries the code of its OOAD, and the others none."}
	ReglaDireccionGeneral = falla.Regla{Codigo: "DOE-ENCOMIENDA-02", Fuente: fnDireccion,
		Es: "La Dirección General encarga a la Dirección de Operación y Evaluación, que reparte en su línea.", En: "The Director General assigns to the directorate, which shares the work out in its line."}
	ReglaInstruccion = falla.Regla{Codigo: "DOE-ENCOMIENDA-03", Fuente: residual,
		Es: "La instrucción no puede tener fecha futura ni de hace más de un año.", En: "The instruction may be dated neither in the future nor over a year ago."}
	ReglaCompromiso = falla.Regla{Codigo: "DOE-ENCOMIENDA-04", Fuente: deTrabajo,
		Es: "La fecha de entrega es de hoy a dos años.", En: "The date of delivery is from today to two years ahead."}
	ReglaDelega = falla.Regla{Codigo: "DOE-ENCOMIENDA-05", Fuente: residual,
		Es: "Solo se encarga una facultad que una función da a quien encarga y no a quien recibe.", En: "Only a facultad that a function gives to who assigns, and not to who receives, may be given."}
	ReglaDelegaFechas = falla.Regla{Codigo: "DOE-ENCOMIENDA-06", Fuente: deTrabajo,
		Es: "La facultad se encarga con primer y último día, no pasado y dentro de un año.", En: "A facultad is given with a first and a last day, not past and within a year."}
	ReglaDeriva = falla.Regla{Codigo: "DOE-ENCOMIENDA-07", Fuente: residual,
		Es: "La encomienda de la que deriva no existe, no la recibió quien encarga o no está aceptada.", En: "The task it comes from does not exist, was not given to who assigns, or is not accepted."}
	ReglaDerivaFecha = falla.Regla{Codigo: "DOE-ENCOMIENDA-08", Fuente: deTrabajo,
		Es: "La entrega no puede ser después de la de la encomienda de la que deriva.", En: "The delivery may not come after that of the task it comes from."}
	ReglaEnLinea = falla.Regla{Codigo: "DOE-ENCOMIENDA-09", Fuente: residual,
		Es: "Quien encarga es su superior: esa causal no procede.", En: "Who assigns is its superior: that ground does not hold."}
	ReglaCorresponde = falla.Regla{Codigo: "DOE-ENCOMIENDA-10", Fuente: residual,
		Es: "La causal de otra unidad dice cuál, existente y distinta de la propia; las demás, ninguna.", En: "The ground of another unit says which, existing and not its own; the others name none."}
	ReglaRechazada = falla.Regla{Codigo: "DOE-ENCOMIENDA-11", Fuente: deTrabajo,
		Es: "Rechazada por segunda vez, se reasigna o se cancela.", En: "Rejected for the second time, it is reassigned or cancelled."}
	ReglaAvance = falla.Regla{Codigo: "DOE-ENCOMIENDA-12", Fuente: deTrabajo,
		Es: "El avance no baja sin nota, y el cien por ciento se informa con la entrega.", En: "Progress does not go down without a note, and one hundred per cent is told by delivering."}
	ReglaPeriodo = falla.Regla{Codigo: "DOE-ENCOMIENDA-13", Fuente: deTrabajo,
		Es: "El periodo que prueba la evidencia va de un día a otro, no es futuro ni anterior al encargo.", En: "The period that the evidence proves runs from a day to another, neither in the future nor before the task."}
	ReglaProrroga = falla.Regla{Codigo: "DOE-ENCOMIENDA-14", Fuente: deTrabajo,
		Es: "Se pide antes de que venza, para después de la fecha vigente y de hoy, con una sola pendiente.", En: "It is asked for before the date, for a day after it and after today, one at a time."}
	ReglaSinProrroga = falla.Regla{Codigo: "DOE-ENCOMIENDA-15", Fuente: deTrabajo,
		Es: "No hay prórroga pedida que resolver.", En: "There is no extension to resolve."}
	ReglaConcedida = falla.Regla{Codigo: "DOE-ENCOMIENDA-16", Fuente: deTrabajo,
		Es: "Lo que se concede va después de la fecha vigente y no pasa de lo pedido; lo que se niega no lleva fecha.", En: "What is granted lies after the date in force and not beyond what was asked; what is denied has no date."}
	ReglaReserva = falla.Regla{Codigo: "DOE-ENCOMIENDA-17", Fuente: deTrabajo,
		Es: "Lo que se concluye con reservas dice cuáles.", En: "What ends with reservations says which."}
	ReglaAcusada = falla.Regla{Codigo: "DOE-ENCOMIENDA-18", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1"},
		Es: "La copia ya se acusó.", En: "The copy was already acknowledged."}
	ReglaMisma = falla.Regla{Codigo: "DOE-ENCOMIENDA-19", Fuente: deTrabajo,
		Es: "Se reasigna a otra unidad, no a la misma.", En: "It is reassigned to another unit, not to the same."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaOOAD, ReglaDireccionGeneral, ReglaInstruccion, ReglaCompromiso, ReglaDelega, ReglaDelegaFechas, ReglaDeriva, ReglaDerivaFecha,
		ReglaEnLinea, ReglaCorresponde, ReglaRechazada, ReglaAvance, ReglaPeriodo, ReglaProrroga, ReglaSinProrroga, ReglaConcedida,
		ReglaReserva, ReglaAcusada, ReglaMisma,
	}
}
