package opinion

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// Citations that several rules share.
var (
	fnRecibir    = manual("7.1.4.1.2/6")
	fnArchivar   = manual("7.1.4.1.2/7")
	fnComunicar  = manual("7.1.4.1.2/9")
	fnConsultar  = manual("7.1.4.1/7")
	fnValidar    = manual("7.1.4.1/9")
	fnUnaPostura = manual("7.1.4/4")
	deTrabajo    = norma.Configuracion("regla de trabajo; el manual no la fija")
	cpeum71      = norma.Cita{Norma: "CPEUM", Lugar: "art. 71"}
	regDiputados = norma.Cita{Norma: regDiputados69.Norma, Lugar: "art. 69"}
)

// The rules of a request. Codes keep their meaning once published.
var (
	ReglaFecha = falla.Regla{Codigo: "VINCULACION-OPINION-01", Fuente: deTrabajo,
		Es: "La fecha no puede ser futura ni de hace más de un año.", En: "The date may be neither in the future nor over a year old."}
	ReglaOrigen = falla.Regla{Codigo: "VINCULACION-OPINION-02", Fuente: fnRecibir,
		Es: "El origen, la cámara y la entidad no concuerdan.", En: "Origin, chamber and state do not agree."}
	ReglaPreferente = falla.Regla{Codigo: "VINCULACION-OPINION-03", Fuente: cpeum71,
		Es: "Solo una iniciativa, o la minuta que de ella venga, en una cámara federal puede ser preferente.", En: "Only an initiative, or the minute it becomes, in a federal chamber may be preferential."}
	ReglaAsuntoTerminado = falla.Regla{Codigo: "VINCULACION-OPINION-04", Fuente: sil,
		Es: "El asunto ya terminó: no se opina sobre lo publicado, desechado o retirado.", En: "The matter is over: no opinion is given on what was published, discarded or withdrawn."}
	ReglaTermino = falla.Regla{Codigo: "VINCULACION-OPINION-05", Fuente: fnRecibir,
		Es: "El término se da en días con su clase, o como instante exacto, y no de ambas formas.", En: "The term is given in days with their kind, or as an exact instant, not both."}
	ReglaLimite = falla.Regla{Codigo: "VINCULACION-OPINION-06", Fuente: deTrabajo,
		Es: "El instante exacto debe ser futuro y dentro de un año.", En: "The exact instant must be in the future and within a year."}
	ReglaTope = falla.Regla{Codigo: "VINCULACION-OPINION-07", Fuente: regDiputados,
		Es: "El término excede el que permite la norma: indique su fundamento.", En: "The term exceeds what the norm allows: give its basis."}
	ReglaAntecedente = falla.Regla{Codigo: "VINCULACION-OPINION-08", Fuente: fnUnaPostura,
		Es: "El antecedente no existe o es de otro asunto.", En: "The earlier request does not exist or is of another matter."}
	ReglaOrgano = falla.Regla{Codigo: "VINCULACION-OPINION-09", Fuente: fnConsultar,
		Es: "Debe ser una dirección normativa del catálogo.", En: "It must be a normative directorate of the catalog."}
	ReglaOrganoRepetido = falla.Regla{Codigo: "VINCULACION-OPINION-10", Fuente: deTrabajo,
		Es: "La dirección normativa está repetida.", En: "The normative directorate is repeated."}
	ReglaCompetencia = falla.Regla{Codigo: "VINCULACION-OPINION-11", Fuente: fnRecibir,
		Es: "Si compete, nombra direcciones; si no, dice a quién compete y no nombra ninguna.", En: "If competent, it names directorates; if not, it says whose it is and names none."}
	ReglaSeparacion = falla.Regla{Codigo: "VINCULACION-OPINION-12", Fuente: deTrabajo,
		Es: "No puede hacerlo quien preparó lo que se decide.", En: "Whoever prepared what is being decided may not do it."}
	ReglaYaConsultada = falla.Regla{Codigo: "VINCULACION-OPINION-13", Fuente: fnConsultar,
		Es: "La dirección normativa ya tiene esta consulta.", En: "The normative directorate already has this consultation."}
	ReglaFueraDeDecision = falla.Regla{Codigo: "VINCULACION-OPINION-14", Fuente: fnConsultar,
		Es: "La decisión de competencia no nombra a esta dirección: indique por qué se le consulta.", En: "The decision on competence does not name this directorate: say why it is consulted."}
	ReglaTerminoInterno = falla.Regla{Codigo: "VINCULACION-OPINION-15", Fuente: fnConsultar,
		Es: "El término interno debe terminar antes que el oficial.", En: "The internal term must end before the official one."}
	ReglaSinConsulta = falla.Regla{Codigo: "VINCULACION-OPINION-16", Fuente: fnConsultar,
		Es: "La dirección normativa no tiene abierta la consulta que esto pide.", En: "The normative directorate has no open consultation of the kind that this takes."}
	ReglaAjena = falla.Regla{Codigo: "VINCULACION-OPINION-17", Fuente: fnConsultar,
		Es: "Cada dirección normativa actúa solo en su propia consulta.", En: "Each normative directorate acts on its own consultation alone."}
	ReglaSinOficio = falla.Regla{Codigo: "VINCULACION-OPINION-18", Fuente: fnArchivar,
		Es: "Lo que se transcribe lleva el oficio del que se toma.", En: "What is transcribed carries the letter that it is taken from."}
	ReglaPosturaSinArticulos = falla.Regla{Codigo: "VINCULACION-OPINION-19", Fuente: deTrabajo,
		Es: "Una postura con observaciones dice a qué artículos se refieren.", En: "A stance with remarks says which articles they bear on."}
	ReglaPosturaSinFundamento = falla.Regla{Codigo: "VINCULACION-OPINION-20", Fuente: deTrabajo,
		Es: "Una postura desfavorable lleva sus fundamentos.", En: "An unfavourable stance carries its grounds."}
	ReglaPosturaContradictoria = falla.Regla{Codigo: "VINCULACION-OPINION-21", Fuente: deTrabajo,
		Es: "La postura no concuerda con lo que dice de los artículos o del impacto.", En: "The stance does not agree with what it says of the articles or the budget."}
	ReglaImpacto = falla.Regla{Codigo: "VINCULACION-OPINION-22", Fuente: impactoFinanciero,
		Es: "El costo o ahorro lleva monto y ejercicios; lo que no se cuantifica, la explicación; lo demás, nada de eso.", En: "A cost or saving carries amount and years; what is not measured, an explanation; the rest, no amount."}
	ReglaProrrogaPendiente = falla.Regla{Codigo: "VINCULACION-OPINION-23", Fuente: deTrabajo,
		Es: "Hay una prórroga pedida sin resolver.", En: "An extension asked for awaits its resolution."}
	ReglaProrrogaTardia = falla.Regla{Codigo: "VINCULACION-OPINION-24", Fuente: deTrabajo,
		Es: "La prórroga se pide antes de que venza el término interno.", En: "An extension is asked for before the internal term ends."}
	ReglaSinProrroga = falla.Regla{Codigo: "VINCULACION-OPINION-25", Fuente: deTrabajo,
		Es: "No hay prórroga pedida que resolver.", En: "There is no extension to resolve."}
	ReglaExtension = falla.Regla{Codigo: "VINCULACION-OPINION-26", Fuente: deTrabajo,
		Es: "La ampliación es de la misma clase que el término y no pasa de lo pedido.", En: "The extension is of the term's own kind and not more than was asked for."}
	ReglaMismaDireccion = falla.Regla{Codigo: "VINCULACION-OPINION-27", Fuente: deTrabajo,
		Es: "La consulta pasa a otra dirección, no a la misma.", En: "The consultation moves to another directorate, not to the same."}
	ReglaEnTermino = falla.Regla{Codigo: "VINCULACION-OPINION-28", Fuente: fnConsultar,
		Es: "El término aún no vence.", En: "The term is still running."}
	ReglaSinTurnos = falla.Regla{Codigo: "VINCULACION-OPINION-29", Fuente: fnComunicar,
		Es: "No hay respuesta ni falta de ella que integrar: todas las consultas se retiraron.", En: "There is neither an answer nor the lack of one to consolidate: every consultation was withdrawn."}
	ReglaDevueltaSinResolver = falla.Regla{Codigo: "VINCULACION-OPINION-30", Fuente: fnConsultar,
		Es: "Hay consultas devueltas por incompetencia sin pasar a otra dirección ni retirar.", En: "Consultations returned for lack of competence are neither moved nor withdrawn."}
	ReglaConsideraciones = falla.Regla{Codigo: "VINCULACION-OPINION-31", Fuente: fnComunicar,
		Es: "Se dice qué se tomó de cada respuesta recibida, una vez por dirección.", En: "What was taken of each answer received is told, once for each directorate."}
	ReglaTomaSinMotivo = falla.Regla{Codigo: "VINCULACION-OPINION-32", Fuente: fnComunicar,
		Es: "Lo que no se toma por entero lleva el motivo.", En: "What is not taken whole carries the reason."}
	ReglaFaltantes = falla.Regla{Codigo: "VINCULACION-OPINION-33", Fuente: fnComunicar,
		Es: "Se justifica cada respuesta que falta, una vez por dirección, y ninguna otra.", En: "Each missing answer is justified, once for each directorate, and no other."}
	ReglaObservacionesPendientes = falla.Regla{Codigo: "VINCULACION-OPINION-34", Fuente: fnValidar,
		Es: "La versión atiende cada observación pendiente, una vez, y ninguna otra.", En: "The version answers each pending observation, once, and no other."}
	ReglaUnaSolaPostura = falla.Regla{Codigo: "VINCULACION-OPINION-35", Fuente: fnUnaPostura,
		Es: "Ya se envió otra posición sobre el mismo asunto: explique el cambio.", En: "Another position on the same matter was already sent: explain the change."}
	ReglaImpactoDistinto = falla.Regla{Codigo: "VINCULACION-OPINION-36", Fuente: impactoFinanciero,
		Es: "El impacto no es la suma de los que informan las respuestas: explíquelo.", En: "The effect is not the sum of those the answers report: explain it."}
	ReglaVersion = falla.Regla{Codigo: "VINCULACION-OPINION-37", Fuente: fnValidar,
		Es: "No es la última versión.", En: "It is not the last version."}
	ReglaRespuestaPosterior = falla.Regla{Codigo: "VINCULACION-OPINION-38", Fuente: fnComunicar,
		Es: "Después de la versión llegaron respuestas que no considera.", En: "Answers came after the version, which does not consider them."}
	ReglaTextoCambiado = falla.Regla{Codigo: "VINCULACION-OPINION-39", Fuente: deTrabajo,
		Es: "El texto legislativo cambió después de la versión.", En: "The text of the bill changed after the version."}
	ReglaEnvioDistinto = falla.Regla{Codigo: "VINCULACION-OPINION-40", Fuente: fnValidar,
		Es: "Lo que se envía no es lo que se avaló.", En: "What is being sent is not what was endorsed."}
	ReglaExtemporaneo = falla.Regla{Codigo: "VINCULACION-OPINION-41", Fuente: deTrabajo,
		Es: "El término oficial ya venció: indique por qué se envía tarde.", En: "The official term is over: say why it is sent late."}
	ReglaFolioSistema = falla.Regla{Codigo: "VINCULACION-OPINION-42", Fuente: deTrabajo,
		Es: "Lo que se envía por sistema lleva el folio que este dio.", En: "What is sent through a system carries the folio that it gave."}
	ReglaAcuse = falla.Regla{Codigo: "VINCULACION-OPINION-43", Fuente: deTrabajo,
		Es: "El acuse no puede ser anterior al envío.", En: "The acknowledgement may not be earlier than the sending."}
	ReglaSinReclamo = falla.Regla{Codigo: "VINCULACION-OPINION-44", Fuente: deTrabajo,
		Es: "Antes de concluir sin acuse, se reclama.", En: "Before ending without acknowledgement, it is claimed."}
	ReglaSinCambio = falla.Regla{Codigo: "VINCULACION-OPINION-45", Fuente: deTrabajo,
		Es: "Ni la etapa ni el texto cambian.", En: "Neither the stage nor the text changes."}
	ReglaDuplicada = falla.Regla{Codigo: "VINCULACION-OPINION-46", Fuente: deTrabajo,
		Es: "La duplicada nombra otro folio que existe, del mismo asunto; las demás causas, ninguno.", En: "A duplicate names another existing folio of the same matter; other causes name none."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaFecha, ReglaOrigen, ReglaPreferente, ReglaAsuntoTerminado, ReglaTermino, ReglaLimite, ReglaTope, ReglaAntecedente,
		ReglaOrgano, ReglaOrganoRepetido, ReglaCompetencia, ReglaSeparacion, ReglaYaConsultada, ReglaFueraDeDecision,
		ReglaTerminoInterno, ReglaSinConsulta, ReglaAjena, ReglaSinOficio, ReglaPosturaSinArticulos, ReglaPosturaSinFundamento,
		ReglaPosturaContradictoria, ReglaImpacto, ReglaProrrogaPendiente, ReglaProrrogaTardia, ReglaSinProrroga, ReglaExtension,
		ReglaMismaDireccion, ReglaEnTermino, ReglaSinTurnos, ReglaDevueltaSinResolver, ReglaConsideraciones, ReglaTomaSinMotivo,
		ReglaFaltantes, ReglaObservacionesPendientes, ReglaUnaSolaPostura, ReglaImpactoDistinto, ReglaVersion, ReglaRespuestaPosterior,
		ReglaTextoCambiado, ReglaEnvioDistinto, ReglaExtemporaneo, ReglaFolioSistema, ReglaAcuse, ReglaSinReclamo, ReglaSinCambio,
		ReglaDuplicada,
	}
}
