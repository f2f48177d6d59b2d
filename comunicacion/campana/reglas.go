package campana

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

func regla(n, es, en string, fuente norma.Cita) falla.Regla {
	return falla.Regla{Codigo: "COMUNICACION-CAMPANA-" + n, Es: es, En: en, Fuente: fuente}
}

// Rules about who does what.
var (
	ReglaCamino      = regla("01", "Esta unidad no elabora campañas de esa clase.", "This unit does not draft campaigns of that kind.", fn("7.1.2.1.1/3, 7.1.2.3/2"))
	ReglaClase       = regla("02", "Ese paso no es del camino de esta clase de campaña.", "That step is not on the path of this kind of campaign.", fn("7.1.2/5"))
	ReglaSegregacion = regla("03", "Quien redactó la campaña no la aprueba.", "Whoever wrote the campaign does not approve it.", conf("separación entre quien elabora y quien valida"))
	ReglaRevision    = regla("04", "Para aprobar hay que haber buscado cada uno de los %d contenidos prohibidos.", "Approving takes having looked for each of the %d forbidden contents.", lgcs("arts. 9, 10 y 14"))
)

// Rules about the content.
var (
	ReglaIncompleta     = regla("05", "La campaña no puede presentarse todavía: falta %s.", "The campaign cannot be submitted yet: it lacks %s.", lgcs("arts. 26 y 29"))
	ReglaRepetida       = regla("06", "La clave está repetida.", "The key is used twice.", conf("claves únicas en la campaña"))
	ReglaReferencia     = regla("07", "Se refiere a algo que la campaña no tiene.", "It refers to something that the campaign does not have.", conf("referencias internas de la campaña"))
	ReglaOrden          = regla("08", "Termina antes de empezar.", "It ends before it starts.", conf("orden de las fechas"))
	ReglaEjercicio      = regla("09", "La difusión debe caer en el ejercicio fiscal de la campaña.", "Diffusion must fall within the fiscal year of the campaign.", lgcs("art. 24"))
	ReglaMedio          = regla("10", "Un medio de comunicación no va en una campaña interna, ni un canal interno en una externa.", "Mass media have no place in an internal campaign, nor internal channels in an external one.", lgcs("arts. 4, fr. VI, y 29"))
	ReglaTiempo         = regla("11", "Ese medio no ofrece esa clase de tiempo.", "That means does not offer that kind of time.", lgcs("arts. 4 y 17"))
	ReglaGratuito       = regla("12", "Los tiempos oficiales no cuestan: no llevan presupuesto de difusión.", "Official time costs nothing: it takes no diffusion budget.", lgcs("art. 17"))
	ReglaTope           = regla("13", "Ningún renglón puede pasar de %d centavos.", "No line may exceed %d centavos.", conf("tope de captura"))
	ReglaRFC            = regla("14", "El RFC no es válido o es genérico.", "The RFC is not valid, or stands for nobody.", lgcs("art. 33, fr. VIII"))
	ReglaVeda           = regla("15", "Cae en una veda electoral y no se ha invocado una excepción que la cubra.", "It falls in an electoral blackout that no exception invoked covers.", lgcs("art. 21"))
	ReglaExcepcion      = regla("16", "Esa excepción pide el documento de la autoridad en que se apoya.", "That exception asks for the document of the authority it rests on.", lgcs("art. 21"))
	ReglaOOAD           = regla("17", "No existe ese OOAD.", "There is no such OOAD.", conf("claves de delegación del IMSS"))
	ReglaConservar      = regla("18", "Ese renglón ya tiene compromisos o difusión: no se quita, no cambia de proveedor ni queda por debajo de ellos.", "That line already has commitments or diffusion: it may not be dropped, change its provider, nor fall short of them.", conf("lo ejercido se conserva"))
	ReglaLeyenda        = regla("19", "El mensaje debe llevar la leyenda de los programas públicos.", "The message must carry the legend of public programmes.", lgcs("art. 11"))
	ReglaAccesible      = regla("20", "En televisión cada mensaje lleva lengua de señas, subtítulos o texto.", "On television each message takes sign language, subtitles or text.", lgcs("art. 12"))
	ReglaLengua         = regla("21", "Ningún mensaje está en una de las lenguas de la campaña.", "No message is in one of the languages of the campaign.", lgcs("art. 12"))
	ReglaExtraordinaria = regla("22", "El mensaje extraordinario lleva sus razones y el día, no futuro, en que se emitió; la campaña ordinaria no.", "An extraordinary message gives its reasons and the day, not to come, it went out; an ordinary campaign does not.", lgcs("art. 31"))
)

// Rules about submission and authorisation.
var (
	ReglaIniciada      = regla("23", "No se autorizan campañas cuya difusión ya inició: corrija el calendario.", "Campaigns whose diffusion has begun are not authorised: mend the calendar.", lgcs("art. 29"))
	ReglaConsulta      = regla("24", "Diga dónde se consultó el calendario electoral.", "Say where the electoral calendar was looked up.", lgcs("art. 21"))
	ReglaFechaFutura   = regla("25", "La fecha no puede ser futura.", "The date may not be to come.", conf("hechos ya ocurridos"))
	ReglaFechaPrevia   = regla("26", "La fecha es anterior al hecho del que se sigue.", "The date is earlier than the fact it follows from.", conf("orden de los hechos"))
	ReglaClave         = regla("27", "La autorización lleva su clave de identificación, y es la misma en cada cambio de la campaña.", "The authorisation carries its identification key, the same at each change of the campaign.", fn("7.1.2/5"))
	ReglaCambioMenor   = regla("28", "El cambio debe volver a quien autorizó: preséntelo como modificación.", "The change must go back to whoever authorised: submit it as a modification.", lgcs("art. 29"))
	ReglaSinCambio     = regla("29", "No hay cambio que deba volver a quien autorizó.", "There is no change that must go back to whoever authorised.", lgcs("art. 29"))
	ReglaSinAutorizar  = regla("30", "No hay autorización en vigor: nada se compromete ni se difunde.", "No authorisation is in force: nothing may be committed or shown.", fn("7.1.2/5"))
	ReglaNoExpira      = regla("31", "La autorización no ha llegado al término de su vigencia.", "The authorisation has not reached its last day.", conf("vigencia de la autorización"))
	ReglaTiempoOficial = regla("32", "Falta el tiempo oficial: primero se pide, y solo si no lo hay se contrata el comercial.", "Official time is missing: it is asked for first, and only without it is commercial time bought.", lgcs("arts. 18 y 26, fr. VI"))
	ReglaSinRadio      = regla("33", "Solo la radio y la televisión tienen tiempos oficiales.", "Only radio and television have official time.", lgcs("art. 4, fr. XVI"))
)

// Rules about money.
var (
	ReglaNuncaAutorizada = regla("34", "Nada se ejerce antes de la autorización, ni con fecha anterior a ella.", "Nothing is spent before the authorisation, nor dated before it.", lgcs("art. 29"))
	ReglaCompromiso      = regla("35", "El compromiso pasaría de lo planeado en el renglón, en vigor o en el cambio que se decide.", "The commitment would exceed what the line plans, in force or in the change being decided.", lgcs("art. 29, fr. II"))
	ReglaDevengo         = regla("36", "Lo devengado pasaría de lo comprometido a esa fecha.", "What is accrued would exceed what is committed on that date.", fn("7.1.2.3.1/7"))
	ReglaPago            = regla("37", "Lo pagado pasaría de lo devengado a esa fecha, o quedaría por debajo de cero.", "What is paid would exceed what is accrued on that date, or fall below zero.", fn("7.1.6.2/9"))
	ReglaProveedor       = regla("38", "El renglón se compromete con un solo proveedor: indique el que tiene.", "A line is committed to one provider: give the one it has.", lgcs("art. 33, fr. VIII"))
	ReglaVerifica        = regla("39", "Lo difundido por ese medio lo verifica otra división.", "What went out by that means is checked by another division.", fn("7.1.2.3.1/7, 7.1.2.3.3/7"))
	ReglaSinTestigo      = regla("40", "No se devenga lo que no consta difundido.", "What is not on record as shown is not accrued.", fn("7.1.2.3.1/7"))
	ReglaDosPersonas     = regla("41", "Quien comprometió un renglón no da por recibido el servicio.", "Whoever committed a line does not accept the service.", conf("separación entre quien contrata y quien verifica"))
	ReglaMes             = regla("42", "El mes no ha terminado o no tiene pagos por registrar.", "The month is not over, or has no payments to record.", lgcs("art. 33"))
)

// Rules about diffusion, impact and the end.
var (
	ReglaFueraCalendario = regla("43", "Esos días están fuera del calendario autorizado o de la vigencia de la autorización.", "Those days are out of the calendar authorised, or of the life of the authorisation.", lgcs("art. 29"))
	ReglaPretest         = regla("44", "El estudio previo termina antes de la difusión.", "A pre-test ends before diffusion.", fn("7.1.2.3/9"))
	ReglaPostest         = regla("45", "El estudio posterior se levanta ya difundida la campaña.", "A post-test is made once the campaign was shown.", fn("7.1.2.3/9"))
	ReglaEmpresa         = regla("46", "El impacto de una campaña externa lo mide una empresa especializada.", "The impact of an external campaign is measured by a specialised company.", fn("7.1.2.3/9"))
	ReglaAnticipada      = regla("47", "El calendario no ha terminado: diga por qué concluye antes.", "The calendar is not over: say why it ends early.", fn("7.1.2.3/4"))
	ReglaSaldo           = regla("49", "Queda dinero comprometido sin pagar ni liberar.", "Money remains committed, neither paid nor released.", conf("cierre sin saldos"))
	ReglaSinEstudio      = regla("50", "Falta el estudio que la versión autorizada previó.", "The study that the authorised version foresaw is missing.", lgcs("art. 26, fr. V"))
	ReglaSinRegistro     = regla("51", "Hay meses con pagos sin registrar en el Sistema Público.", "Months with payments are not recorded in the public system.", lgcs("art. 33"))
	ReglaYaDifundida     = regla("52", "Ya se difundió o tiene dinero comprometido: concluya la campaña en vez de cancelarla.", "It was already shown, or has money committed: end the campaign instead of cancelling it.", conf("cancelación"))
	ReglaNada            = regla("53", "El contenido es el mismo que está en vigor.", "The content is the one in force.", conf("correcciones"))
	ReglaPorcentaje      = regla("48", "El valor va de 0 a 100 por ciento; el que se busca es mayor que 0.", "The value goes from 0 to 100 per cent; one aimed at is above 0.", lgcs("art. 26, fr. V"))
)

// Reglas lists every rule of the package, by code.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaCamino, ReglaClase, ReglaSegregacion, ReglaRevision, ReglaIncompleta, ReglaRepetida, ReglaReferencia, ReglaOrden,
		ReglaEjercicio, ReglaMedio, ReglaTiempo, ReglaGratuito, ReglaTope, ReglaRFC, ReglaVeda, ReglaExcepcion, ReglaOOAD, ReglaConservar,
		ReglaLeyenda, ReglaAccesible, ReglaLengua, ReglaExtraordinaria, ReglaIniciada, ReglaConsulta, ReglaFechaFutura, ReglaFechaPrevia,
		ReglaClave, ReglaCambioMenor, ReglaSinCambio, ReglaSinAutorizar, ReglaNoExpira, ReglaTiempoOficial, ReglaSinRadio,
		ReglaNuncaAutorizada, ReglaCompromiso, ReglaDevengo, ReglaPago, ReglaProveedor, ReglaVerifica, ReglaSinTestigo, ReglaDosPersonas,
		ReglaMes, ReglaFueraCalendario, ReglaPretest, ReglaPostest, ReglaEmpresa, ReglaAnticipada, ReglaSaldo,
		ReglaSinEstudio, ReglaSinRegistro, ReglaYaDifundida, ReglaNada, ReglaPorcentaje,
	}
}
