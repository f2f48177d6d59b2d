package indicador

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

var (
	conf       = norma.Configuracion
	fnElaborar = manual("7.1.3.1.4/7")
	fnAprobar  = manual("7.1.3/10")
	fnAcordar  = manual("7.1.3/14")
	fnEvaluar  = manual("7.1.3.1/9")
	fnSeguir   = manual("7.1.5/2")
	fnReporte  = manual("7.1.5/7")
	cuenta100  = conf("aritmética del indicador")
)

func regla(numero, es, en string, f norma.Cita) falla.Regla {
	return falla.Regla{Codigo: "DOE-INDICADOR-" + numero, Es: es, En: en, Fuente: f}
}

// The rules of the definition of an indicator.
var (
	UnidadAjena        = regla("01", "La unidad responsable debe ser una unidad central con función sobre indicadores.", "The responsible unit must be a central unit with a function about indicators.", fnElaborar)
	ClaveOcupada       = regla("02", "La clave ya es de otro indicador: proponga una versión que lo sustituya.", "The key is that of another indicator: propose a version that replaces it.", conf("una clave, un indicador"))
	SustituidoInvalido = regla("03", "Solo se sustituye un indicador vigente, con su misma clave y unidad.", "Only an indicator in force is replaced, with its own key and unit.", fnAprobar)
	ClaveMal           = regla("04", "La clave lleva mayúsculas, dígitos y guiones, y empieza por letra.", "The key has capitals, digits and hyphens, and begins with a letter.", conf("forma de las claves"))
	VariableMal        = regla("05", "El nombre de la variable no sirve en una fórmula, o se repite.", "The name of the variable does not serve in a formula, or is repeated.", fnElaborar)
	SintaxisMal        = regla("06", "La fórmula no se entiende en el carácter %d.", "The formula cannot be read at character %d.", fnElaborar)
	ConstruccionAjena  = regla("07", "La fórmula usa en el carácter %d algo que el lenguaje no admite.", "The formula uses at character %d something that the language does not allow.", fnElaborar)
	VariableAjena      = regla("08", "La fórmula usa en el carácter %d una variable que no se definió.", "The formula uses at character %d a variable that was not defined.", fnElaborar)
	VariableOciosa     = regla("09", "La fórmula no usa esta variable.", "The formula does not use this variable.", fnElaborar)
	TipoMal            = regla("10", "En el carácter %d la fórmula mezcla números y condiciones, o no da un número.", "At character %d the formula mixes numbers and conditions, or gives no number.", fnElaborar)
	FormulaExcesiva    = regla("11", "La fórmula es demasiado larga o compleja.", "The formula is too long or complex.", fnElaborar)
	CeroFijo           = regla("12", "La fórmula divide entre cero en el carácter %d.", "The formula divides by zero at character %d.", fnElaborar)
	RazonNoSuma        = regla("13", "Una razón no se suma: recalcule con sus variables o declare que no se agrega.", "A ratio is not added: recompute it from its variables or declare that it does not roll up.", acumular)
	MetasSinOrden      = regla("14", "Las metas van en orden de fecha, después de la línea base.", "Targets come in the order of their dates, after the baseline.", fnAprobar)
	MetaSinMejora      = regla("15", "La meta debe mejorar la línea base y no retroceder de la anterior.", "The target must improve on the baseline and not go back from the one before.", fnAprobar)
	UmbralMal          = regla("16", "Los umbrales no tienen el orden que pide el sentido: del verde al amarillo, sin exigir más que la meta.", "The thresholds are not in the order of the direction: from green to amber, asking no more than the target.", fnEvaluar)
	MedidoMal          = regla("17", "No es un órgano ni una unidad que pueda medirse, o le falta o le sobra el OOAD.", "It is no organ or unit that can be measured, or lacks its OOAD, or has one it should not.", fnAprobar)
	MedidoRepetido     = regla("18", "Ya está entre los medidos.", "It is already among the measured.", fnAprobar)
	ValorExcesivo      = regla("19", "El valor está fuera de rango.", "The value is out of range.", conf("rango de los valores"))
	LineaBaseFutura    = regla("20", "La línea base no puede ser futura.", "The baseline may not be in the future.", fnElaborar)
)

// The rules of deciding on an indicator.
var (
	FaltaAcuerdo    = regla("30", "Falta acordar el indicador con los órganos competentes.", "The indicator was not agreed with the competent organs.", fnAcordar)
	OrganoAjeno     = regla("31", "Debe ser un órgano del catálogo, sin repetirse.", "It must be an organ of the catalog, not repeated.", fnAcordar)
	SinConformidad  = regla("32", "Hay órganos que no han dado su conformidad: espérela, atienda sus observaciones o asiente el documento con que la dieron.", "Some organs have not conformed: wait, attend their remarks or enter the document by which they did.", fnAcordar)
	NoConsultado    = regla("33", "Al órgano no se le pidió conformidad, o ya la dio.", "The organ was not asked for its conformity, or gave it already.", fnAcordar)
	ConformeObserva = regla("34", "Quien no está conforme dice por qué; quien lo está no observa.", "Who does not conform says why; who does makes no remark.", fnAcordar)
	VigenciaPasada  = regla("36", "La vigencia no puede empezar en el pasado ni a más de un año.", "It cannot enter into force in the past or over a year ahead.", fnAprobar)
	FechaPasada     = regla("37", "La fecha debe ser futura.", "The date must be in the future.", conf("fechas comprometidas"))
	UnidadFuera     = regla("38", "La unidad no está en la línea de la responsable.", "The unit is not in the line of the responsible one.", fnElaborar)
	NadaQueMedir    = regla("39", "Nadie queda por medir.", "There is nobody left to measure.", fnAprobar)
	SinMediciones   = regla("40", "El destinatario no es de los medidos.", "The addressee is not among the measured.", manual("7.1.1.5/3"))
	NoDifundido     = regla("41", "Ese reporte no se difundió a este órgano, o no pide compromisos.", "That report was not sent to this organ, or asks for no commitments.", manual("7.1.1.5/3"))
	DemasiadosActos = regla("42", "El expediente ya tiene el máximo de elementos de esta clase.", "The record already has as many of these as it may.", conf("tamaño del expediente"))
)

func deMedicion(numero, es, en string, f norma.Cita) falla.Regla {
	return falla.Regla{Codigo: "DOE-MEDICION-" + numero, Es: es, En: en, Fuente: f}
}

// The rules of a measurement.
var (
	IndicadorNoRige  = deMedicion("01", "El indicador no rige en ese periodo.", "The indicator is not in force in that period.", fnAprobar)
	UnidadNoLleva    = deMedicion("02", "La unidad no es la responsable del indicador.", "The unit is not the one responsible for the indicator.", fnElaborar)
	PeriodoMal       = deMedicion("03", "El periodo no existe o no es de la frecuencia del indicador.", "The period does not exist or is not of the indicator's frequency.", fnElaborar)
	CorteMal         = deMedicion("04", "El corte cae entre el primer día del periodo y un año después de su término.", "The cut-off lies from the first day of the period to a year after its end.", fnSeguir)
	NoSeMide         = deMedicion("05", "No está entre los medidos por el indicador.", "It is not among those that the indicator measures.", fnAprobar)
	AntesDelCorte    = deMedicion("06", "Se reporta desde el día del corte.", "It is reported from the day of the cut-off.", fnSeguir)
	VariableFaltante = deMedicion("07", "Falta el valor de una variable.", "The value of a variable is missing.", fnSeguir)
	VariableSobrante = deMedicion("08", "La variable no es del indicador o se repite.", "The variable is not of the indicator or is repeated.", fnSeguir)
	ConteoMal        = deMedicion("09", "Un conteo es entero y no negativo.", "A count is whole and not negative.", cuenta100)
	ValorFuera       = deMedicion("10", "El valor está fuera de rango.", "The value is out of range.", conf("rango de los valores"))
	OficioFalta      = deMedicion("11", "Lo que se captura por otro lleva el oficio con que llegó.", "What is entered for another carries the letter it came with.", fnReporte)
	SinAtender       = deMedicion("13", "Diga cómo se atendió lo observado.", "Say how the remarks were attended.", fnSeguir)
	SinCambio        = deMedicion("14", "La corrección no cambia ningún dato.", "The correction changes nothing.", fnSeguir)
	ObservacionAjena = deMedicion("15", "La variable que se observa no es del indicador.", "The variable remarked on is not of the indicator.", fnSeguir)
	MuchosElementos  = deMedicion("16", "El expediente ya tiene el máximo de elementos de esta clase.", "The record already has as many of these as it may.", conf("tamaño del expediente"))
	EnTermino        = deMedicion("17", "El término aún no vence.", "The term is still running.", fnSeguir)
	YaSolicitada     = deMedicion("20", "Ya se pidió esa medición.", "That measurement was already asked for.", fnSeguir)
	FechaNoFutura    = deMedicion("19", "La fecha debe ser futura.", "The date must be in the future.", conf("fechas comprometidas"))
)
