package programa

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

var reglas []falla.Regla

func regla(n string, fuente norma.Cita, es, en string) falla.Regla {
	r := falla.Regla{Codigo: "DOE-PROGRAMA-" + n, Es: es, En: en, Fuente: fuente}
	reglas = append(reglas, r)
	return r
}

var (
	deTrabajo = conf("regla de trabajo; el manual no la fija")
	deLinea   = norma.Cita{Norma: "G000-002-001", Lugar: "funciones de programa anual de cada unidad"}
)

// The rules of a programme. Codes keep their meaning once published.
var (
	ReglaSinFuncion    = regla("01", deLinea, "Ninguna función hace que esa unidad tenga programa anual propio.", "No function makes that unit have an annual programme of its own.")
	ReglaNoElabora     = regla("02", deLinea, "El programa de esa unidad lo elabora %s, por %s.", "The programme of that unit is elaborated by %s, by %s.")
	ReglaEjercicio     = regla("03", deTrabajo, "El programa se abre para el año en curso o el siguiente.", "A programme is opened for this year or the next.")
	ReglaLimites       = regla("04", manual("7.1.5/1"), "Las fechas límite se fijan en el programa de la Dirección, una por trimestre del ejercicio, después de su cierre y dentro de los 60 días siguientes.", "Due dates are set in the programme of the directorate, one for each quarter of the year, after its close and within the 60 days that follow.")
	ReglaResponsable   = regla("05", deLinea, "El renglón es de la unidad del programa, o de una de su línea que no tiene programa propio.", "A line is of the unit of the programme, or of one of its line without a programme of its own.")
	ReglaFuncion       = regla("06", deLinea, "El renglón se alinea con una función numerada de su unidad responsable.", "A line is aligned with a numbered function of the unit that answers for it.")
	ReglaAporta        = regla("07", manual("7.1.2.2.2/1"), "La unidad solo aporta al programa de %s.", "The unit only contributes to the programme of %s.")
	ReglaAporteAjeno   = regla("08", deTrabajo, "El aporte no existe o ya se resolvió.", "The contribution does not exist or was already decided.")
	ReglaAporteClave   = regla("09", deTrabajo, "La clave de un renglón propuesto ya existe en el programa.", "The key of a proposed line is already in the programme.")
	ReglaAporteMotivo  = regla("10", deTrabajo, "Lo que no se acoge lleva su motivo.", "What is not taken says why.")
	ReglaNoIntegra     = regla("11", deLinea, "Ese programa no existe, es de otro ejercicio o no se integra en este.", "That programme does not exist, is of another year or is not integrated here.")
	ReglaSinValidar    = regla("12", deLinea, "Solo se integra un programa presentado y validado.", "Only a programme presented and validated is integrated.")
	ReglaYaIntegrado   = regla("13", deTrabajo, "Ese programa ya está integrado o se repite.", "That programme is already integrated, or is repeated.")
	ReglaPesoIntegrado = regla("14", deTrabajo, "El peso debe ser mayor que 0 y no pasar de 100.", "The weight must be above 0 and not above 100.")
	ReglaMetaIntegra   = regla("15", deTrabajo, "El programa integrado sirve a una meta propia que no tiene medida.", "An integrated programme serves a goal of this one that is not measured itself.")
	ReglaFaltante      = regla("16", deLinea, "Se declara faltante un programa que aquí se integraría y que no se integra.", "Only a programme that would be integrated here, and is not, is declared missing.")
	ReglaSinIntegrar   = regla("17", deLinea, "Falta integrar el programa de %s, o decir por qué no se integra.", "The programme of %s must be integrated, or said why not.")
	ReglaAportePend    = regla("18", deTrabajo, "Hay renglones propuestos sin resolver.", "There are proposed lines still to be decided.")
	ReglaSinAtender    = regla("19", deTrabajo, "La observación sigue sin atender.", "The observation is still unattended.")
	ReglaAtencion      = regla("20", deTrabajo, "La observación no existe o ya se atendió.", "The observation does not exist or was already attended.")
	ReglaLineaAjena    = regla("21", deTrabajo, "El renglón no está en el programa.", "The line is not in the programme.")
	ReglaVersion       = regla("22", deTrabajo, "Se dictamina la última versión presentada.", "The last version presented is the one to decide on.")
	ReglaHijaMovida    = regla("23", deLinea, "Un programa integrado dejó de estar validado o cambió de versión: intégrelo de nuevo.", "An integrated programme is valid no more, or changed its version: integrate it again.")
	ReglaTrimestre     = regla("24", manual("7.1.5.1/1"), "El trimestre no es del ejercicio.", "The quarter is not of the year.")
	ReglaAbierto       = regla("25", manual("7.1.5.1/1"), "El trimestre todavía no cierra.", "The quarter has not closed yet.")
	ReglaAnterior      = regla("26", deTrabajo, "Falta el informe de un trimestre anterior.", "The report of an earlier quarter is missing.")
	ReglaEntregado     = regla("27", deTrabajo, "El informe de ese trimestre ya se entregó y no se ha devuelto.", "The report of that quarter was delivered and not returned.")
	ReglaRenglon       = regla("28", deTrabajo, "No es un renglón medido del programa, o se repite.", "It is no measured line of the programme, or is repeated.")
	ReglaSinInformar   = regla("29", deTrabajo, "Falta informar el renglón %s.", "Line %s must be reported.")
	ReglaValor         = regla("30", deTrabajo, "El valor excede lo que se puede medir.", "The value is beyond what can be measured.")
	ReglaCausa         = regla("31", manual("7.1.1.1.1/2"), "Lo que va por debajo de lo programado, o retrocede, lleva su causa y su explicación.", "What is under what was scheduled, or goes back, says its cause and explains it.")
	ReglaEvidencia     = regla("32", deTrabajo, "El avance se prueba con evidencia de días del trimestre.", "Progress is proved by evidence of days of the quarter.")
	ReglaPeriodo       = regla("33", deTrabajo, "El periodo que prueba la evidencia va de un día a otro y no es futuro.", "The period that evidence proves runs from a day to another and is not future.")
	ReglaSinInforme    = regla("34", deTrabajo, "No hay informe de ese trimestre por revisar.", "There is no report of that quarter to review.")
	ReglaDevuelve      = regla("35", deTrabajo, "Lo que se devuelve dice por qué.", "What is returned says why.")
	ReglaAcusado       = regla("36", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/1"}, "No hay informe de ese trimestre por acusar.", "There is no report of that quarter to acknowledge.")
	ReglaPendiente     = regla("37", deTrabajo, "Ya hay una modificación por resolver.", "There is a modification still to be decided.")
	ReglaSinCambio     = regla("38", deTrabajo, "La modificación no cambia nada.", "The modification changes nothing.")
	ReglaPasado        = regla("39", deTrabajo, "Lo programado en un trimestre ya informado no se cambia, ni se quita un renglón informado.", "What was scheduled for a quarter already reported does not change, nor is a reported line taken out.")
	ReglaSinPedir      = regla("40", deTrabajo, "No hay modificación por resolver.", "There is no modification to decide.")
	ReglaNegar         = regla("41", deTrabajo, "Lo que se niega dice por qué.", "What is denied says why.")
	ReglaSinNovedad    = regla("42", deTrabajo, "El programa integrado no tiene una versión posterior.", "The integrated programme has no later version.")
	ReglaFaltaInforme  = regla("43", deTrabajo, "Falta el informe de %s.", "The report of %s is missing.")
	ReglaHijaAbierta   = regla("44", deTrabajo, "El programa integrado de %s no ha cerrado.", "The integrated programme of %s has not been closed.")
	ReglaJustifica     = regla("45", deTrabajo, "El renglón %s no llegó a su meta: se dice por qué.", "Line %s did not reach its target: say why.")
	ReglaJustificada   = regla("46", deTrabajo, "Solo se justifica, una vez, un renglón propio que no llegó a su meta.", "Only a line that did not reach its target is justified, once.")
	ReglaAntes         = regla("47", deTrabajo, "El programa se cierra al terminar el ejercicio.", "A programme is closed after its year ends.")
	ReglaNadaPropio    = regla("48", deTrabajo, "El programa no tiene renglones ni integra otros.", "The programme has neither lines nor others in it.")
	ReglaMantener      = regla("49", deTrabajo, "Lo que se mantiene se mide por trimestre, que es como se informa.", "What is kept is measured by quarter, as it is reported.")
	ReglaSustituye     = regla("50", deTrabajo, "Se sustituye un programa integrado que se canceló, por otro de la misma unidad.", "An integrated programme that was cancelled is replaced by another of the same unit.")
)

// Reglas lists the rules in the order of their codes. Those of every plan,
// which its lines also keep, are of [plan].
func Reglas() []falla.Regla { return slices.Clone(reglas) }
