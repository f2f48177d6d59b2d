package acuerdo

import "github.com/operacion-abierta/operacion/doe/falla"

// The rules of a meeting and of its book. Codes keep their meaning once
// published.
var (
	ReglaClaseUnidad = falla.Regla{Codigo: "DOE-REUNION-01", Fuente: fnJunta,
		Es: "Las juntas de gobierno las asienta la coordinación de atención y orientación del OOAD, y ninguna otra reunión.", En: "Governing-body meetings are entered by the OOAD's coordination of attention and orientation, which enters no other."}
	ReglaInicio = falla.Regla{Codigo: "DOE-REUNION-02", Fuente: deTrabajo,
		Es: "El inicio debe ser futuro y dentro de un año.", En: "The start must lie in the future and within a year."}
	ReglaLugar = falla.Regla{Codigo: "DOE-REUNION-03", Fuente: fnNacional,
		Es: "La presencial dice el lugar, la virtual el enlace y la mixta ambos.", En: "A meeting in person says the place, a virtual one the link, a mixed one both."}
	ReglaConvocado = falla.Regla{Codigo: "DOE-REUNION-04", Fuente: fnPlanear,
		Es: "Debe ser un órgano o una unidad del catálogo, una sola vez; la unidad regional, solo en la junta de su OOAD.", En: "It must be an organ or a unit of the catalog, once; a regional unit, only in the meeting of its own OOAD."}
	ReglaPresidencia = falla.Regla{Codigo: "DOE-REUNION-05", Fuente: deTrabajo,
		Es: "Preside una sola persona y vota al menos otra.", En: "Only one presides and at least another votes."}
	ReglaExige = falla.Regla{Codigo: "DOE-REUNION-06", Fuente: fnPlanear,
		Es: "Falta convocar a los órganos que la clase de reunión pide.", En: "The organs that the kind of meeting asks for are not convened."}
	ReglaLibro = falla.Regla{Codigo: "DOE-REUNION-07", Fuente: deTrabajo,
		Es: "El comité o la junta lleva libro de actas: falta su clave, o abrir el libro de ese año.", En: "A committee keeps a book of minutes: its key is missing, or the book of that year is not open."}
	ReglaAnticipacion = falla.Regla{Codigo: "DOE-REUNION-08", Fuente: deTrabajo,
		Es: "Se convoca con la anticipación de su clase, o se dice la urgencia.", En: "It is convened as long before as its kind asks, or says why it is urgent."}
	ReglaTarde = falla.Regla{Codigo: "DOE-REUNION-09", Fuente: fnEnlaces,
		Es: "Los temas se proponen antes de la reunión.", En: "Topics are proposed before the meeting."}
	ReglaTema = falla.Regla{Codigo: "DOE-REUNION-10", Fuente: fnTemas,
		Es: "No hay tal tema por resolver.", En: "There is no such topic to resolve."}
	ReglaMotivoTema = falla.Regla{Codigo: "DOE-REUNION-11", Fuente: fnEnlaces,
		Es: "El tema que no se acepta lleva el motivo.", En: "A topic that is not accepted carries the reason."}
	ReglaNoConvocado = falla.Regla{Codigo: "DOE-REUNION-12", Fuente: deTrabajo,
		Es: "No está entre los convocados.", En: "It is not among those convened."}
	ReglaAntes = falla.Regla{Codigo: "DOE-REUNION-13", Fuente: deTrabajo,
		Es: "No se pasa lista antes de la hora convocada ni en el futuro.", En: "The roll is not called before the time convened, nor in the future."}
	ReglaSegunda = falla.Regla{Codigo: "DOE-REUNION-14", Fuente: sinQuorum,
		Es: "La segunda convocatoria sigue a una primera sin quórum, tras la espera.", En: "The second call follows a first one without quorum, after the wait."}
	ReglaSuplente = falla.Regla{Codigo: "DOE-REUNION-15", Fuente: deTrabajo,
		Es: "Quien asiste en suplencia lleva el documento, y quien no, ninguno.", En: "Who stands in carries the document, and the rest none."}
	ReglaAsistente = falla.Regla{Codigo: "DOE-REUNION-16", Fuente: deTrabajo,
		Es: "La asistencia está repetida.", En: "The attendance is repeated."}
	ReglaVistoBueno = falla.Regla{Codigo: "DOE-REUNION-17", Fuente: fnNacional,
		Es: "Falta el visto bueno del superior de quien convoca.", En: "The approval of the superior of who convenes is missing."}
	ReglaVistoAjeno = falla.Regla{Codigo: "DOE-REUNION-18", Fuente: fnNacional,
		Es: "El visto bueno lo da un superior de quien convoca, si la función lo pide y una sola vez.", En: "The approval is given by a superior of who convenes, where the function asks for it, and once."}
	ReglaPacto = falla.Regla{Codigo: "DOE-REUNION-19", Fuente: fnDocumenta,
		Es: "La clave del acuerdo está repetida.", En: "The key of the agreement is repeated."}
	ReglaTratado = falla.Regla{Codigo: "DOE-REUNION-20", Fuente: fnDocumenta,
		Es: "La minuta dice de cada tema aceptado qué se trató, una vez, y de ningún otro.", En: "The minutes say of each accepted topic what was said, once, and of no other."}
	ReglaAtendidas = falla.Regla{Codigo: "DOE-REUNION-21", Fuente: fnDocumenta,
		Es: "La versión contesta cada observación pendiente, una vez, y ninguna otra.", En: "The version answers each pending remark, once, and no other."}
	ReglaVersion = falla.Regla{Codigo: "DOE-REUNION-22", Fuente: fnDocumenta,
		Es: "No es la última versión de la minuta.", En: "It is not the last version of the minutes."}
	ReglaRevision = falla.Regla{Codigo: "DOE-REUNION-23", Fuente: fnDocumenta,
		Es: "No tiene la revisión pendiente.", En: "Its review is not pending."}
	ReglaFirma = falla.Regla{Codigo: "DOE-REUNION-24", Fuente: deTrabajo,
		Es: "Firma una vez quien asistió con voto.", En: "Who attended with a vote signs, once."}
	ReglaFaltaFirma = falla.Regla{Codigo: "DOE-REUNION-25", Fuente: deTrabajo,
		Es: "Se dice por qué no firmó cada asistente con voto que falta, una vez, y ningún otro.", En: "It is said why each attendee with a vote that lacks did not sign, once, and no other."}
	ReglaSuscribe = falla.Regla{Codigo: "DOE-REUNION-26", Fuente: fnPlanear,
		Es: "Los acuerdos de esta clase de reunión los suscribe quien puede acordar: use «suscribir».", En: "The agreements of this kind of meeting are subscribed by who may agree: use «suscribir»."}
	ReglaClave = falla.Regla{Codigo: "DOE-REUNION-27", Fuente: deTrabajo,
		Es: "La clave del comité va en minúsculas, sin acentos, con guiones.", En: "The key of a committee is lower-case ASCII words joined by hyphens."}
	ReglaDiferir = falla.Regla{Codigo: "DOE-REUNION-28", Fuente: deTrabajo,
		Es: "Se difiere a una fecha distinta del mismo ejercicio.", En: "It is deferred to another date, of the same year."}
	ReglaLibroAbierto = falla.Regla{Codigo: "DOE-REUNION-29", Fuente: deTrabajo,
		Es: "Ese libro ya está abierto.", En: "That book is already open."}
)

// The rules of an agreement.
var (
	ReglaCargo = falla.Regla{Codigo: "DOE-ACUERDO-01", Fuente: fnPlanear,
		Es: "Está a cargo de una unidad o de un órgano del catálogo, no de ambos; la unidad regional lleva su OOAD.", En: "A unit or an organ of the catalog is in charge, not both; a regional unit carries its OOAD."}
	ReglaCompromiso = falla.Regla{Codigo: "DOE-ACUERDO-02", Fuente: fnPlanear,
		Es: "El plazo va de hoy a tres años.", En: "The term ends from today to three years ahead."}
	ReglaOrigen = falla.Regla{Codigo: "DOE-ACUERDO-03", Fuente: fnConcertar,
		Es: "El acuerdo de una reunión nace de su minuta; el de un superior nombra uno de su línea, y el concertado, un órgano.", En: "An agreement of a meeting is born of its minutes; one with a superior names one of its line, and a concerted one an organ."}
	ReglaInteresado = falla.Regla{Codigo: "DOE-ACUERDO-04", Fuente: fnPlanear,
		Es: "Debe ser un órgano del catálogo, distinto de quien lo tiene a cargo.", En: "It must be an organ of the catalog, other than the one in charge."}
	ReglaAjeno = falla.Regla{Codigo: "DOE-ACUERDO-05", Fuente: fnPlanear,
		Es: "Solo quien lo tiene a cargo lo cumple.", En: "Only who is in charge fulfils it."}
	ReglaAvance = falla.Regla{Codigo: "DOE-ACUERDO-06", Fuente: deTrabajo,
		Es: "El avance no baja sin nota, y el cien por ciento lleva evidencia.", En: "Progress does not go down without a note, and one hundred per cent carries evidence."}
	ReglaPeriodo = falla.Regla{Codigo: "DOE-ACUERDO-07", Fuente: deTrabajo,
		Es: "El periodo que prueba la evidencia va de un día a otro, no es futuro ni anterior al acuerdo.", En: "The period that the evidence proves runs from a day to another, neither in the future nor before the agreement."}
	ReglaPorDecidir = falla.Regla{Codigo: "DOE-ACUERDO-08", Fuente: fnSeguir,
		Es: "Se decide cada evidencia pendiente, una vez, y ninguna otra.", En: "Each pending piece of evidence is decided, once, and no other."}
	ReglaVerificado = falla.Regla{Codigo: "DOE-ACUERDO-09", Fuente: fnSeguir,
		Es: "Lo verificado no pasa de lo informado, no baja sin nota y el cien por ciento pide evidencia aceptada.", En: "What is verified is not more than what was told, does not go down without a note, and one hundred per cent asks for accepted evidence."}
	ReglaProrroga = falla.Regla{Codigo: "DOE-ACUERDO-10", Fuente: deTrabajo,
		Es: "La prórroga se pide antes de que venza, para después de la fecha vigente, con una sola pendiente y a lo más dos concedidas.", En: "More time is asked for before the date, for a day after it, one at a time and at most two granted."}
	ReglaSinProrroga = falla.Regla{Codigo: "DOE-ACUERDO-11", Fuente: deTrabajo,
		Es: "No hay prórroga pedida que resolver.", En: "There is no extension to resolve."}
	ReglaConcedida = falla.Regla{Codigo: "DOE-ACUERDO-12", Fuente: deTrabajo,
		Es: "Lo que se concede va después de la fecha vigente y no pasa de lo pedido.", En: "What is granted lies after the date in force and not beyond what was asked."}
	ReglaSolucion = falla.Regla{Codigo: "DOE-ACUERDO-13", Fuente: fnSoluciona,
		Es: "No hay tal solución por decidir.", En: "There is no such solution to decide."}
	ReglaSolucionFecha = falla.Regla{Codigo: "DOE-ACUERDO-14", Fuente: fnSoluciona,
		Es: "La fecha que se propone va después de la vigente y de hoy.", En: "The date proposed lies after the one in force and after today."}
	ReglaPendiente = falla.Regla{Codigo: "DOE-ACUERDO-15", Fuente: fnSeguir,
		Es: "Hay un avance informado sin verificar.", En: "A report of progress awaits its verification."}
	ReglaEnPlazo = falla.Regla{Codigo: "DOE-ACUERDO-16", Fuente: deTrabajo,
		Es: "Mientras corre el plazo no se declara el incumplimiento.", En: "Failure is not declared while the term runs."}
	ReglaDestinatario = falla.Regla{Codigo: "DOE-ACUERDO-17", Fuente: manual("7.1.5/5"),
		Es: "Se difunde entre las partes del acuerdo.", En: "It is published among the parties of the agreement."}
	ReglaReasigna = falla.Regla{Codigo: "DOE-ACUERDO-18", Fuente: deTrabajo,
		Es: "Ya está a su cargo.", En: "It is already in charge."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaClaseUnidad, ReglaInicio, ReglaLugar, ReglaConvocado, ReglaPresidencia, ReglaExige, ReglaLibro, ReglaAnticipacion, ReglaTarde,
		ReglaTema, ReglaMotivoTema, ReglaNoConvocado, ReglaAntes, ReglaSegunda, ReglaSuplente, ReglaAsistente, ReglaVistoBueno, ReglaVistoAjeno,
		ReglaPacto, ReglaTratado, ReglaAtendidas, ReglaVersion, ReglaRevision, ReglaFirma, ReglaFaltaFirma, ReglaSuscribe, ReglaClave, ReglaDiferir,
		ReglaLibroAbierto,
		ReglaCargo, ReglaCompromiso, ReglaOrigen, ReglaInteresado, ReglaAjeno, ReglaAvance, ReglaPeriodo, ReglaPorDecidir, ReglaVerificado,
		ReglaProrroga, ReglaSinProrroga, ReglaConcedida, ReglaSolucion, ReglaSolucionFecha, ReglaPendiente, ReglaEnPlazo, ReglaDestinatario, ReglaReasigna,
	}
}
