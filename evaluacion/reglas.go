package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

func regla(numero, es, en string, f norma.Cita) falla.Regla {
	return falla.Regla{Codigo: "EVALUACION-PLAN-" + numero, Es: es, En: en, Fuente: f}
}

// The rules of asking for a plan and of drafting it.
var (
	UnidadNoEvalua     = regla("01", "La unidad evaluadora debe ser una coordinación o división de evaluación con función sobre planes de mejora.", "The evaluating unit must be a coordination or division of evaluation with a function about improvement plans.", fn("7.1.1.1 a 7.1.1.5"))
	OrganoNoEvaluable  = regla("02", "El órgano no es un OOAD, una UMAE ni un órgano operativo.", "The organ is not an OOAD, a UMAE or an operating organ.", fn("7.1.1/8"))
	OOADDistinto       = regla("03", "El OOAD no corresponde al órgano.", "The OOAD is not that of the organ.", conf("códigos de OOAD del Instituto"))
	OperativoIncierto  = regla("04", "De un órgano operativo se dicen el OOAD al que pertenece y el área evaluada.", "For an operating organ say its OOAD and the area evaluated.", conf("los órganos operativos no están en el catálogo"))
	ClaveRepetida      = regla("05", "La clave se repite.", "The key is used twice.", conf("claves únicas dentro del plan"))
	FechasInvertidas   = regla("06", "El término debe ser igual o posterior al inicio.", "The end must not come before the start.", fn("7.1.1.1/9"))
	HallazgoAjeno      = regla("07", "El hallazgo no es del plan.", "The finding is not in the plan.", fn("7.1.1/8"))
	PadreInvalido      = regla("08", "La acción que agrupa no existe o forma un ciclo.", "The grouping action does not exist or makes a cycle.", conf("árbol de acciones"))
	FueraDelPlan       = regla("09", "Las fechas de la acción salen de las del plan o de la acción que la agrupa.", "The dates of the action leave those of the plan or of the action that groups it.", fn("7.1.1.1/9"))
	DependeInvalida    = regla("10", "La acción de la que depende no existe o forma un ciclo.", "The action it depends on does not exist or makes a cycle.", conf("orden de las acciones"))
	OrdenRoto          = regla("11", "La acción empieza antes de que termine otra de la que depende.", "The action starts before another that it depends on ends.", conf("orden de las acciones"))
	PesoFuera          = regla("12", "El peso debe ser mayor que 0 y como máximo 100 por ciento.", "The weight must be above 0 and at most 100 per cent.", conf("ponderación del plan"))
	AreaNoNormativa    = regla("13", "El área no es una dirección normativa.", "The area is not a normative directorate.", fn("7.1.1.2/8"))
	ValorFuera         = regla("14", "El valor del indicador está fuera de rango.", "The value of the indicator is out of range.", conf("rango de los indicadores"))
	OrientacionSinTema = regla("15", "La acción o el hallazgo no es del plan.", "The action or the finding is not in the plan.", fn("7.1.1.1.1/6"))
	Demasiados         = regla("16", "El expediente ya tiene el máximo de elementos de esta clase.", "The record already has as many of these as it may.", conf("tamaño del expediente"))
)

// The rules of presenting a plan.
var (
	PesosSinCien         = regla("20", "Los pesos de las acciones que no pertenecen a otra deben sumar 100 por ciento.", "The weights of the topmost actions must add up to 100 per cent.", conf("ponderación del plan"))
	PesosSinPadre        = regla("21", "Los pesos de las acciones agrupadas deben sumar el de la que las agrupa.", "The weights of grouped actions must add up to that of their group.", conf("ponderación del plan"))
	HallazgoSinAccion    = regla("22", "Cada hallazgo necesita al menos una acción que lo atienda.", "Each finding needs at least one action that attends it.", fn("7.1.1.1.1/9"))
	AccionSinHallazgo    = regla("23", "Una acción que no agrupa a otras dice qué hallazgo atiende.", "An action that groups no others says which finding it attends.", fn("7.1.1.1.1/9"))
	IndicadorFalta       = regla("24", "Una acción que no agrupa a otras necesita indicador.", "An action that groups no others needs an indicator.", fn("7.1.1.1/12"))
	MetaSinMejora        = regla("25", "La meta debe mejorar la línea base en el sentido del indicador.", "The goal must improve on the baseline in the direction of the indicator.", fn("7.1.1.1/12"))
	FechaPasada          = regla("26", "La fecha comprometida ya pasó.", "The committed date has already passed.", fn("7.1.1.1/9"))
	ObservacionSinAtener = regla("27", "Queda una observación abierta sin atender.", "An open observation is left unattended.", fn("7.1.1.2/8"))
	ObservacionAjena     = regla("28", "La observación no existe, ya no está abierta o se repite.", "The observation does not exist, is no longer open or is repeated.", fn("7.1.1.2/8"))
	OficioFalta          = regla("29", "Lo que la Dirección captura por otro órgano necesita el oficio con que llegó.", "What the Direction enters for another organ needs the letter it came with.", fn("7.1.1.2/7"))
	MuchasVersiones      = regla("30", "El plan ya se presentó el máximo de veces.", "The plan was already presented as often as it may.", conf("versiones de un plan"))
)

// The rules of review.
var (
	DestinoInvalido  = regla("40", "El destinatario no es una dirección normativa, se repite o ya se le turnó esta versión.", "The addressee is not a normative directorate, is repeated or already has this version.", fn("7.1.1.2/8"))
	AccionAjena      = regla("41", "La acción no es del plan.", "The action is not in the plan.", fn("7.1.1/8"))
	SinTurno         = regla("42", "Esa dirección normativa no tiene el plan en consulta.", "That normative directorate has no consultation on the plan.", fn("7.1.1.2/8"))
	ComentarioVacio  = regla("43", "El comentario necesita una opinión o alguna observación.", "The comment needs an opinion or some observation.", fn("7.1.1.2/8"))
	NadaQueAtender   = regla("44", "Se devuelve con al menos una observación, nueva o abierta.", "A plan is returned with at least one observation, new or open.", fn("7.1.1.2/7"))
	AreasPendientes  = regla("45", "Faltan comentarios de direcciones normativas cuyo término corre.", "Comments are pending from normative directorates whose term runs.", fn("7.1.1.2/8"))
	AreaSinConsultar = regla("46", "No se ha turnado el plan a una dirección normativa que sus acciones nombran.", "The plan was not sent to a normative directorate that its actions name.", fn("7.1.1.2/8"))
	SinSupervision   = regla("47", "Falta que conste que esta versión prevé la gestión con otras áreas.", "It is not on record that this version foresees what depends on other areas.", fn("7.1.1.2.1/7"))
	SinConciliar     = regla("48", "Falta que esta versión se concilie con los resultados.", "This version was not conciliated with the results.", fn("7.1.1.7/5"))
	NoConformeMuda   = regla("49", "Si no está conforme, diga qué observa.", "If it does not conform, say what is observed.", fn("7.1.1.2.1/7"))
	ConformeObserva  = regla("50", "No puede estar conforme y tener observaciones.", "It cannot conform and have observations.", fn("7.1.1.2.1/7"))
)

// The rules of carrying out a plan.
var (
	FechaFutura         = regla("60", "La fecha no puede ser futura.", "The date must not be in the future.", conf("los hechos se registran cuando ocurrieron"))
	AccionCerrada       = regla("61", "La acción no existe, agrupa a otras o ya no está abierta.", "The action does not exist, groups others or is no longer open.", fn("7.1.1.1/11"))
	AvanceFuera         = regla("62", "El avance debe estar entre 0 y 100 por ciento.", "Progress must be from 0 to 100 per cent.", conf("avance de una acción"))
	AvanceMenor         = regla("63", "El avance reportado no puede ser menor que el verificado.", "Reported progress must not be below what was verified.", fn("7.1.1.1.1/9"))
	AvanceSinPrueba     = regla("64", "Un avance mayor necesita evidencia.", "More progress needs evidence.", fn("7.1.1.1.1/9"))
	PeriodoInvalido     = regla("65", "El periodo que prueba está invertido o llega al futuro.", "The period proved is inverted or reaches into the future.", conf("periodo que prueba la evidencia"))
	PeriodoAjeno        = regla("66", "El periodo que prueba sale de las fechas de la acción.", "The period proved leaves the dates of the action.", conf("periodo que prueba la evidencia"))
	PeriodoDoble        = regla("67", "El periodo ya lo prueba otra evidencia de la acción.", "Another piece of evidence of the action already proves the period.", conf("periodo que prueba la evidencia"))
	PruebaDoble         = regla("68", "El documento ya se presentó como evidencia en el plan.", "The document was already presented as evidence in the plan.", conf("un documento no prueba dos veces"))
	ReemplazoInvalido   = regla("69", "Solo se sustituye una evidencia rechazada y aún no sustituida de la misma acción.", "Only a rejected piece of evidence of the same action, not yet replaced, is replaced.", conf("revisiones de la evidencia"))
	DependenciaAbierta  = regla("70", "Falta cumplir una acción de la que depende.", "An action it depends on is not fulfilled.", conf("orden de las acciones"))
	FechasReales        = regla("71", "El término real acompaña al cien por ciento y no es anterior al inicio real.", "The real end goes with one hundred per cent and not before the real start.", conf("fechas reales de la acción"))
	EvidenciaAjena      = regla("72", "La evidencia no existe, ya se decidió o se repite.", "The evidence does not exist, was decided or is repeated.", fn("7.1.1.1.1/9"))
	EvidenciaSinDecidir = regla("73", "Queda evidencia de la acción sin decidir.", "Some evidence of the action is left undecided.", fn("7.1.1.1.1/9"))
	EvidenciaCaduca     = regla("74", "La evidencia caducó y no puede aceptarse.", "The evidence expired and cannot be accepted.", conf("caducidad de la evidencia"))
	VerificadoDeMas     = regla("75", "No se verifica más avance que el reportado.", "No more progress is verified than was reported.", fn("7.1.1.2.1/9"))
	VerificadoSinPrueba = regla("76", "Para verificar más avance se acepta alguna evidencia.", "To verify more progress some evidence is accepted.", fn("7.1.1.1.1/9"))
	JuezYParte          = regla("77", "Quien capturó el avance no lo verifica.", "Who entered the progress does not verify it.", conf("separación de funciones"))
	BajaSinNota         = regla("78", "Para bajar el avance verificado se dice por qué.", "To lower verified progress say why.", fn("7.1.1.1/11"))
	SinIniciar          = regla("79", "La fecha es anterior a la autorización del plan.", "The date is before the plan was authorised.", fn("7.1.1/8"))
)

// The rules of dates that move, failures, measures and the end of a plan.
var (
	FechaNoPosterior   = regla("80", "La fecha nueva debe ser posterior a la vigente y no haber pasado.", "The new date must come after the one in force and not have passed.", conf("reprogramación"))
	SinProrrogas       = regla("81", "Ya se reprogramó el máximo de veces: declare el incumplimiento o pida una medida.", "It was already rescheduled as often as it may: declare the failure or ask for a measure.", conf("límite de reprogramaciones"))
	RompeOrden         = regla("82", "La fecha nueva rebasa el inicio de una acción que depende de esta.", "The new date passes the start of an action that depends on this one.", conf("orden de las acciones"))
	SinSolicitud       = regla("83", "La acción no tiene una reprogramación pedida.", "No rescheduling of the action is asked for.", conf("reprogramación"))
	NoVencida          = regla("84", "La fecha comprometida aún no pasa.", "The committed date has not passed yet.", fn("7.1.1.1/11"))
	FaltaFueraDeLugar  = regla("85", "Antes de ejecutarse solo se declara el plan no presentado; en ejecución, una acción.", "Before it runs only the plan not presented is declared; under way, an action.", fn("7.1.1.1/11"))
	MedidaAjena        = regla("86", "La medida no existe o ya se aplicó.", "The measure does not exist or was carried out.", fn("7.1.1/8"))
	MedidaPasada       = regla("87", "La fecha para cumplir la medida ya pasó.", "The date to carry out the measure has passed.", fn("7.1/3"))
	AccionesAbiertas   = regla("88", "Quedan acciones sin cumplir ni declarar incumplidas.", "Some actions are neither fulfilled nor declared failed.", fn("7.1.1.1/11"))
	FaltaSinMedida     = regla("89", "Un incumplimiento declarado necesita una medida dictada.", "A declared failure needs a measure dictated.", fn("7.1/3"))
	MedicionInvalida   = regla("90", "La acción no tiene indicador por medir o se repite.", "The action has no indicator to measure or is repeated.", fn("7.1.1.1/12"))
	MedicionTemprana   = regla("91", "El efecto se mide desde que el plan concluyó y hasta hoy.", "The effect is measured from the conclusion of the plan until today.", fn("7.1.1.1/12"))
	MedicionFalta      = regla("92", "Falta medir el indicador de una acción cumplida.", "The indicator of a fulfilled action is not measured.", fn("7.1.1.1/12"))
	NoEfectivoSinSalir = regla("93", "Un plan no efectivo se cierra con el folio del plan que lo continúa o con una medida dictada.", "A plan without effect is closed with the folio of the plan that goes on or with a measure dictated.", fn("7.1/3"))
	MedidasPendientes  = regla("94", "Quedan medidas dictadas sin aplicar.", "Some measures dictated were not carried out.", fn("7.1.1/8"))
	MedidaAnterior     = regla("95", "La aplicación no puede ser anterior a la medida.", "The measure cannot be carried out before it was dictated.", fn("7.1.1/8"))
)

// Reglas lists every rule of the plan, in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		UnidadNoEvalua, OrganoNoEvaluable, OOADDistinto, OperativoIncierto, ClaveRepetida, FechasInvertidas,
		HallazgoAjeno, PadreInvalido, FueraDelPlan, DependeInvalida, OrdenRoto, PesoFuera,
		AreaNoNormativa, ValorFuera, OrientacionSinTema, Demasiados, PesosSinCien, PesosSinPadre,
		HallazgoSinAccion, AccionSinHallazgo, IndicadorFalta, MetaSinMejora, FechaPasada, ObservacionSinAtener,
		ObservacionAjena, OficioFalta, MuchasVersiones, DestinoInvalido, AccionAjena,
		SinTurno, ComentarioVacio, NadaQueAtender, AreasPendientes, AreaSinConsultar, SinSupervision,
		SinConciliar, NoConformeMuda, ConformeObserva, FechaFutura, AccionCerrada, AvanceFuera,
		AvanceMenor, AvanceSinPrueba, PeriodoInvalido, PeriodoAjeno, PeriodoDoble, PruebaDoble,
		ReemplazoInvalido, DependenciaAbierta, FechasReales, EvidenciaAjena, EvidenciaSinDecidir, EvidenciaCaduca,
		VerificadoDeMas, VerificadoSinPrueba, JuezYParte, BajaSinNota, SinIniciar, FechaNoPosterior,
		SinProrrogas, RompeOrden, SinSolicitud, NoVencida, FaltaFueraDeLugar, MedidaAjena,
		MedidaPasada, AccionesAbiertas, FaltaSinMedida, MedicionInvalida, MedicionTemprana, MedicionFalta,
		NoEfectivoSinSalir, MedidasPendientes, MedidaAnterior,
	}
}
