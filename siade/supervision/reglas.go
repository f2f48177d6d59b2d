package supervision

import "github.com/operacion-abierta/operacion/doe/falla"

// The rules of supervision. Codes keep their meaning once published.
var (
	ReglaPeso = falla.Regla{Codigo: "SIADE-SUPERVISION-01", Fuente: deTrabajo,
		Es: "Un criterio pesa más de cero.", En: "A criterion weighs more than zero."}
	ReglaPesos = falla.Regla{Codigo: "SIADE-SUPERVISION-02", Fuente: deTrabajo,
		Es: "Los pesos de los criterios suman cien por ciento.", En: "The weights of the criteria add up to one hundred per cent."}
	ReglaCriterioRepetido = falla.Regla{Codigo: "SIADE-SUPERVISION-03", Fuente: deTrabajo,
		Es: "La clave del criterio se repite.", En: "The key of the criterion is repeated."}
	ReglaOficio = falla.Regla{Codigo: "SIADE-SUPERVISION-04", Fuente: elaborar,
		Es: "La cédula se autoriza con oficio.", En: "A checklist is authorised by an official letter."}
	ReglaEjercicio = falla.Regla{Codigo: "SIADE-SUPERVISION-05", Fuente: elaborar,
		Es: "El programa es de este año o del siguiente.", En: "The programme is for this year or the next."}
	ReglaClaveRepetida = falla.Regla{Codigo: "SIADE-SUPERVISION-06", Fuente: deTrabajo,
		Es: "La clave de la visita se repite en el programa.", En: "The key of the visit is repeated in the programme."}
	ReglaOOAD = falla.Regla{Codigo: "SIADE-SUPERVISION-07", Fuente: elaborar,
		Es: "No es la clave de un OOAD.", En: "It is not the code of a decentralised body."}
	ReglaSitio = falla.Regla{Codigo: "SIADE-SUPERVISION-08", Fuente: deTrabajo,
		Es: "La clave del sitio lleva mayúsculas, dígitos y guiones.", En: "The key of the site has capitals, digits and hyphens."}
	ReglaLapso = falla.Regla{Codigo: "SIADE-SUPERVISION-09", Fuente: deTrabajo,
		Es: "Las fechas son del año del programa, en orden y de dos semanas a lo más.", En: "The days are of the programme's year, in order, and two weeks at most."}
	ReglaSinCedula = falla.Regla{Codigo: "SIADE-SUPERVISION-10", Fuente: elaborar,
		Es: "No hay cédula con esa clave.", En: "There is no checklist with that key."}
	ReglaPersonaRepetida = falla.Regla{Codigo: "SIADE-SUPERVISION-11", Fuente: deTrabajo,
		Es: "La persona se repite en el equipo.", En: "The person is repeated in the team."}
	ReglaResponsable = falla.Regla{Codigo: "SIADE-SUPERVISION-12", Fuente: deTrabajo,
		Es: "El equipo tiene una sola persona responsable.", En: "A team has one person responsible."}
	ReglaExtraordinaria = falla.Regla{Codigo: "SIADE-SUPERVISION-13", Fuente: aprobar,
		Es: "La visita extraordinaria se incorpora después de autorizado el programa, y solo entonces.", En: "An extraordinary visit is added once the programme is authorised, and only then."}
	ReglaExcusa = falla.Regla{Codigo: "SIADE-SUPERVISION-14", Fuente: elaborar,
		Es: "El OOAD ya está entre los que se visitan o los que no.", En: "The body is already among those visited or those not."}
	ReglaTodos = falla.Regla{Codigo: "SIADE-SUPERVISION-15", Fuente: elaborar,
		Es: "Cada OOAD tiene visita o el motivo por el que no; faltan: %s.", En: "Every decentralised body is visited or excused; missing: %s."}
	ReglaPasada = falla.Regla{Codigo: "SIADE-SUPERVISION-16", Fuente: implanta,
		Es: "Las fechas ya pasaron.", En: "The days have passed."}
	ReglaTraslape = falla.Regla{Codigo: "SIADE-SUPERVISION-17", Fuente: deTrabajo,
		Es: "El sitio ya tiene otra visita en esas fechas.", En: "The site has another visit on those days."}
	ReglaNoPendiente = falla.Regla{Codigo: "SIADE-SUPERVISION-18", Fuente: implanta,
		Es: "La visita no está en el programa o ya no está pendiente.", En: "The visit is not in the programme or is pending no more."}
	ReglaSinHacer = falla.Regla{Codigo: "SIADE-SUPERVISION-19", Fuente: seguir,
		Es: "Faltan visitas por hacer o por cancelar: %d.", En: "Visits are left to make or to cancel: %d."}
	ReglaSinPrograma = falla.Regla{Codigo: "SIADE-SUPERVISION-20", Fuente: implanta,
		Es: "No existe ese programa o no está autorizado.", En: "There is no such programme, or it is not authorised."}
	ReglaOtroOOAD = falla.Regla{Codigo: "SIADE-SUPERVISION-21", Fuente: implanta,
		Es: "El programa tiene la visita en otro OOAD.", En: "The programme has the visit in another body."}
	ReglaAnticipacion = falla.Regla{Codigo: "SIADE-SUPERVISION-22", Fuente: deTrabajo,
		Es: "Se avisa cinco días hábiles antes de que empiece; la extraordinaria, a más tardar su último día.", En: "Notice is given five working days before it starts; of an extraordinary one, by its last day."}
	ReglaAcusada = falla.Regla{Codigo: "SIADE-SUPERVISION-23", Fuente: deTrabajo,
		Es: "El aviso ya se acusó.", En: "The notice was already acknowledged."}
	ReglaMismasFechas = falla.Regla{Codigo: "SIADE-SUPERVISION-24", Fuente: deTrabajo,
		Es: "Son las fechas que ya tiene.", En: "Those are the days that it has."}
	ReglaEnSusDias = falla.Regla{Codigo: "SIADE-SUPERVISION-25", Fuente: implanta,
		Es: "La visita empieza en uno de los días que se avisaron.", En: "The visit starts on one of the days notified."}
	ReglaSinVigor = falla.Regla{Codigo: "SIADE-SUPERVISION-26", Fuente: aplicar,
		Es: "Ninguna versión de la cédula rige hoy.", En: "No version of the checklist rules today."}
	ReglaCriterio = falla.Regla{Codigo: "SIADE-SUPERVISION-27", Fuente: aplicar,
		Es: "La cédula no tiene ese criterio.", En: "The checklist has no such criterion."}
	ReglaNota = falla.Regla{Codigo: "SIADE-SUPERVISION-28", Fuente: deTrabajo,
		Es: "Lo que no cumple, cumple en parte o no aplica lleva nota.", En: "What fails, complies in part or does not apply takes a note."}
	ReglaCompleta = falla.Regla{Codigo: "SIADE-SUPERVISION-29", Fuente: aplicar,
		Es: "Faltan criterios por responder: %d.", En: "Criteria are left to answer: %d."}
	ReglaSinAplicar = falla.Regla{Codigo: "SIADE-SUPERVISION-30", Fuente: aplicar,
		Es: "No se ha aplicado la cédula.", En: "The checklist has not been applied."}
	ReglaObservable = falla.Regla{Codigo: "SIADE-SUPERVISION-31", Fuente: aplicar,
		Es: "Se observa un criterio que no se cumple o se cumple en parte.", En: "What is observed is a criterion that fails or complies in part."}
	ReglaCritico = falla.Regla{Codigo: "SIADE-SUPERVISION-32", Fuente: deTrabajo,
		Es: "No cumplir un criterio crítico es grave.", En: "Failing a critical criterion is grave."}
	ReglaReincide = falla.Regla{Codigo: "SIADE-SUPERVISION-33", Fuente: deTrabajo,
		Es: "Repite lo observado en una visita anterior: no puede ser menos grave que entonces.", En: "It repeats what a former visit observed: it cannot be less grave than then."}
	ReglaDias = falla.Regla{Codigo: "SIADE-SUPERVISION-34", Fuente: deTrabajo,
		Es: "Su gravedad da %d días hábiles a lo más.", En: "Its gravity gives %d working days at most."}
	ReglaSinObservar = falla.Regla{Codigo: "SIADE-SUPERVISION-35", Fuente: aplicar,
		Es: "Falta la observación del criterio que no se cumple: %s.", En: "The observation of a criterion that fails is missing: %s."}
	ReglaPuedeFirmar = falla.Regla{Codigo: "SIADE-SUPERVISION-36", Fuente: deTrabajo,
		Es: "Aún corre el término para firmar el acta.", En: "The term to sign the minutes still runs."}
	ReglaNoDebe = falla.Regla{Codigo: "SIADE-SUPERVISION-37", Fuente: atender,
		Es: "No hay una observación así que atender.", En: "There is no such observation to attend."}
	ReglaNoRespondida = falla.Regla{Codigo: "SIADE-SUPERVISION-38", Fuente: seguir,
		Es: "No hay una observación así con respuesta que revisar.", En: "There is no such observation with an attention to decide on."}
	ReglaProrroga = falla.Regla{Codigo: "SIADE-SUPERVISION-39", Fuente: deTrabajo,
		Es: "La prórroga se pide de una observación por atender, y una a la vez.", En: "More time is asked for an observation to be attended, once at a time."}
	ReglaVencida = falla.Regla{Codigo: "SIADE-SUPERVISION-40", Fuente: deTrabajo,
		Es: "La prórroga se pide antes de que venza.", En: "More time is asked for before the date passes."}
	ReglaHasta = falla.Regla{Codigo: "SIADE-SUPERVISION-41", Fuente: deTrabajo,
		Es: "La fecha que se pide va después de la vigente y no pasa de %d días naturales.", En: "The date asked for lies after the one in force, by %d natural days at most."}
	ReglaSinPedir = falla.Regla{Codigo: "SIADE-SUPERVISION-42", Fuente: deTrabajo,
		Es: "No hay prórroga pedida que resolver.", En: "There is no extension to resolve."}
	ReglaConcede = falla.Regla{Codigo: "SIADE-SUPERVISION-43", Fuente: deTrabajo,
		Es: "Lo que se concede va de hoy en adelante, después de la fecha vigente y no pasa de lo pedido.", En: "What is granted is not past, lies after the date in force and not beyond what was asked."}
	ReglaNoAbierta = falla.Regla{Codigo: "SIADE-SUPERVISION-44", Fuente: aplicar,
		Es: "No hay una observación así sin resolver.", En: "There is no such observation unsettled."}
	ReglaSitioRepetido = falla.Regla{Codigo: "SIADE-SUPERVISION-45", Fuente: deTrabajo,
		Es: "El sitio ya está registrado.", En: "The site is already registered."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaPeso, ReglaPesos, ReglaCriterioRepetido, ReglaOficio, ReglaEjercicio,
		ReglaClaveRepetida, ReglaOOAD, ReglaSitio, ReglaLapso, ReglaSinCedula, ReglaPersonaRepetida,
		ReglaResponsable, ReglaExtraordinaria, ReglaExcusa, ReglaTodos, ReglaPasada, ReglaTraslape,
		ReglaNoPendiente, ReglaSinHacer, ReglaSinPrograma, ReglaOtroOOAD, ReglaAnticipacion, ReglaAcusada,
		ReglaMismasFechas, ReglaEnSusDias, ReglaSinVigor, ReglaCriterio, ReglaNota, ReglaCompleta,
		ReglaSinAplicar, ReglaObservable, ReglaCritico, ReglaReincide, ReglaDias, ReglaSinObservar,
		ReglaPuedeFirmar, ReglaNoDebe, ReglaNoRespondida, ReglaProrroga, ReglaVencida, ReglaHasta,
		ReglaSinPedir, ReglaConcede, ReglaNoAbierta, ReglaSitioRepetido,
	}
}
