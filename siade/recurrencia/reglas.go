package recurrencia

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// The rules of recurrent problems. Codes keep their meaning once published.
var (
	ReglaCelda = falla.Regla{Codigo: "SIADE-RECURRENCIA-01", Fuente: analiza,
		Es: "Se dice el servicio o el tema, y el sitio con su OOAD.", En: "Service or theme is told, and a site with its body."}
	ReglaSinHallazgo = falla.Regla{Codigo: "SIADE-RECURRENCIA-02", Fuente: analiza,
		Es: "A ese corte el método no lo señala: repórtelo, si otra cosa lo muestra.", En: "At that cut the method does not tell it: report it, if something else shows it."}
	ReglaReporte = falla.Regla{Codigo: "SIADE-RECURRENCIA-03", Fuente: analiza,
		Es: "Lo que se reporta dice en qué se ve; lo que se detecta no.", En: "What is reported says what shows it; what is detected does not."}
	ReglaAbierta = falla.Regla{Codigo: "SIADE-RECURRENCIA-04", Fuente: deTrabajo,
		Es: "Ya hay una problemática abierta de lo mismo.", En: "There is an open problem of the same."}
	ReglaCorte = falla.Regla{Codigo: "SIADE-RECURRENCIA-05", Fuente: deTrabajo,
		Es: "El corte es el último día de una semana terminada del último año.", En: "The cut is the last day of a week of the last year that has ended."}
	ReglaOrgano = falla.Regla{Codigo: "SIADE-RECURRENCIA-06", Fuente: difunde,
		Es: "No es un órgano que pueda mejorar el servicio, o es de otro OOAD.", En: "It is no organ that may better the service, or it is of another body."}
	ReglaNormativo = falla.Regla{Codigo: "SIADE-RECURRENCIA-07", Fuente: difunde,
		Es: "A un órgano normativo lo remite una unidad central.", En: "To a normative organ a central unit sends it."}
	ReglaTermino = falla.Regla{Codigo: "SIADE-RECURRENCIA-08", Fuente: deTrabajo,
		Es: "El término es después de hoy y dentro de un año.", En: "The term is after today and within a year."}
	ReglaAccion = falla.Regla{Codigo: "SIADE-RECURRENCIA-09", Fuente: difunde,
		Es: "No hay una acción pendiente con esa clave, o la tiene otro.", En: "No action is pending under that key, or another has it."}
	ReglaAvance = falla.Regla{Codigo: "SIADE-RECURRENCIA-10", Fuente: deTrabajo,
		Es: "El avance no baja, y el entero lleva evidencia.", En: "Progress does not fall, and the whole comes with evidence."}
	ReglaProrrogas = falla.Regla{Codigo: "SIADE-RECURRENCIA-11", Fuente: deTrabajo,
		Es: "La fecha nueva es posterior, y cada acción se mueve dos veces a lo más.", En: "The new date is later, and each action is moved twice at most."}
	ReglaJunta = falla.Regla{Codigo: "SIADE-RECURRENCIA-12", Fuente: presenta,
		Es: "No es una junta de gobierno de este OOAD que pueda leer.", En: "It is no governing-body meeting of this body that you may read."}
	ReglaConvocada = falla.Regla{Codigo: "SIADE-RECURRENCIA-13", Fuente: presenta,
		Es: "La junta ya se celebró o se canceló, o el asunto ya está en su orden del día.", En: "The meeting was held or cancelled, or the matter is on its agenda already."}
	ReglaCelebrada = falla.Regla{Codigo: "SIADE-RECURRENCIA-14", Fuente: presenta,
		Es: "La junta no se ha celebrado, o se canceló.", En: "The meeting was not held, or was cancelled."}
	ReglaTema = falla.Regla{Codigo: "SIADE-RECURRENCIA-15", Fuente: presenta,
		Es: "El tema no está aceptado en el orden del día de la junta, o ya se asentó su presentación.", En: "The topic is not accepted on the agenda of the meeting, or its presentation was noted already."}
	ReglaAcuerdo = falla.Regla{Codigo: "SIADE-RECURRENCIA-16", Fuente: presenta,
		Es: "No es un acuerdo de una junta en que se presentó, o ya está ligado.", En: "It is no agreement of a meeting where it was presented, or it is linked already."}
	ReglaMedida = falla.Regla{Codigo: "SIADE-RECURRENCIA-17", Fuente: sigue,
		Es: "La medición no puede hacerse: no hay cuentas por semana.", En: "It cannot be measured: there are no counts by week."}
	ReglaSinMedir = falla.Regla{Codigo: "SIADE-RECURRENCIA-18", Fuente: sigue,
		Es: "Se cierra con una medición que diga que mejoró, o con el motivo.", En: "It is closed with a measure that says it improved, or with the reason."}
	ReglaSinPresentar = falla.Regla{Codigo: "SIADE-RECURRENCIA-19", Fuente: presenta,
		Es: "No se ha presentado en una junta de gobierno: diga por qué.", En: "It was not presented at a governing-body meeting: say why."}
	ReglaAcuerdosVivos = falla.Regla{Codigo: "SIADE-RECURRENCIA-20", Fuente: presenta,
		Es: "Hay acuerdos sin terminar: %s.", En: "There are agreements not finished: %s."}
	ReglaDestinatario = falla.Regla{Codigo: "SIADE-RECURRENCIA-21", Fuente: difunde,
		Es: "No es un órgano del catálogo.", En: "It is no organ of the catalog."}
	ReglaFolios = falla.Regla{Codigo: "SIADE-RECURRENCIA-22", Fuente: analiza,
		Es: "No existe esa petición o no es de lo mismo.", En: "There is no such petition, or it is not of the same."}
)

var reglas = []falla.Regla{
	ReglaCelda, ReglaSinHallazgo, ReglaReporte, ReglaAbierta, ReglaCorte, ReglaOrgano, ReglaNormativo, ReglaTermino, ReglaAccion, ReglaAvance, ReglaProrrogas,
	ReglaJunta, ReglaConvocada, ReglaCelebrada, ReglaTema, ReglaAcuerdo, ReglaMedida, ReglaSinMedir, ReglaSinPresentar, ReglaAcuerdosVivos, ReglaDestinatario,
	ReglaFolios,
}

// Reglas lists the rules, in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
