package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// The rules of a case. Codes keep their meaning once published.
var (
	ReglaPeticion = falla.Regla{Codigo: "SIADE-QUEJA-01", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.7"},
		Es: "No existe esa petición, o no la puede leer.", En: "There is no such petition, or you may not read it."}
	ReglaOOAD = falla.Regla{Codigo: "SIADE-QUEJA-02", Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 251 A"},
		Es: "El OOAD es el de la petición: desde un OOAD puede omitirse; desde el nivel central se indica, 09 si es suya.", En: "The OOAD is that of the petition: left out from an OOAD; given from the central level, 09 if it is its own."}
	ReglaEstadoPeticion = falla.Regla{Codigo: "SIADE-QUEJA-03", Fuente: deTrabajo,
		Es: "La petición espera algo o terminó de un modo que no admite otra vía.", En: "The petition waits for something or ended in a way that takes no other path."}
	ReglaRepetida = falla.Regla{Codigo: "SIADE-QUEJA-04", Fuente: deTrabajo,
		Es: "La petición ya tiene un expediente abierto en esa vía.", En: "The petition already has an open case in that path."}
	ReglaDefinitivo = falla.Regla{Codigo: "SIADE-QUEJA-05", Fuente: norma.Cita{Norma: "LSS", Lugar: "arts. 294 y 296"},
		Es: "La queja no procede contra un acto definitivo: cabe la inconformidad, en quince días hábiles.", En: "A complaint does not lie against a definitive act: the appeal does, within fifteen working days."}
	ReglaPrevia = falla.Regla{Codigo: "SIADE-QUEJA-06", Fuente: lss296,
		Es: "Falta el folio de la queja resuelta con que se agotó la vía ante el Instituto; las demás vías no llevan ninguno.", En: "The folio of the decided complaint that exhausted the path before the Institute is missing; other paths take none."}
	ReglaInstancia = falla.Regla{Codigo: "SIADE-QUEJA-07", Fuente: politica56,
		Es: "La vía no tiene esa instancia, o lo del nivel central no va a un consejo consultivo.", En: "The path has no such body, or what is of the central level goes to no regional council."}
	ReglaArea = falla.Regla{Codigo: "SIADE-QUEJA-08", Fuente: deTrabajo,
		Es: "No existe ese órgano.", En: "There is no such organ."}
	ReglaPrescrita = falla.Regla{Codigo: "SIADE-QUEJA-09", Fuente: norma.Cita{Norma: "LCNDH y LFPED", Lugar: "arts. 26 y 44"},
		Es: "Los hechos son anteriores al plazo de la vía; ante la CNDH sólo la violación grave lo amplía.", En: "The facts are older than the path allows; before the CNDH only a grave violation extends it."}
	ReglaHechos = falla.Regla{Codigo: "SIADE-QUEJA-10", Fuente: deTrabajo,
		Es: "La fecha de los hechos no puede ser futura.", En: "The day of the facts cannot be in the future."}
	ReglaGrave = falla.Regla{Codigo: "SIADE-QUEJA-11", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 26"},
		Es: "Sólo ante la CNDH la gravedad amplía el plazo.", En: "Only before the CNDH does gravity extend the term."}
	ReglaDocumento = falla.Regla{Codigo: "SIADE-QUEJA-12", Fuente: instructivo,
		Es: "La vía no pide ese documento, o está repetido.", En: "The path does not take that document, or it is repeated."}
	ReglaAdjunto = falla.Regla{Codigo: "SIADE-QUEJA-13", Fuente: deTrabajo,
		Es: "El archivo no está adjunto al expediente.", En: "The file is not attached to the case."}
	ReglaMismaVia = falla.Regla{Codigo: "SIADE-QUEJA-14", Fuente: deTrabajo,
		Es: "Ya está en esa vía.", En: "It is in that path already."}
	ReglaEsperaIdentidad = falla.Regla{Codigo: "SIADE-QUEJA-15", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 27"},
		Es: "Lo que se espera es la identidad: apórtese en la petición y acredítese aquí.", En: "It is the identity that is waited for: add it to the petition and accredit it here."}
	ReglaSinIdentidad = falla.Regla{Codigo: "SIADE-QUEJA-16", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 27"},
		Es: "La petición sigue sin identidad, o no es lo que se espera.", En: "The petition is still without identity, or it is not what is waited for."}
	ReglaConIdentidad = falla.Regla{Codigo: "SIADE-QUEJA-17", Fuente: deTrabajo,
		Es: "Termina como información al área sólo lo que pide identidad y no la tiene.", En: "Only what needs an identity and lacks it ends as information to the area."}
	ReglaFecha = falla.Regla{Codigo: "SIADE-QUEJA-18", Fuente: deTrabajo,
		Es: "El día no puede ser futuro ni anterior al paso del que se sigue.", En: "The day cannot be in the future nor before the step it follows."}
	ReglaSoloInstancia = falla.Regla{Codigo: "SIADE-QUEJA-19", Fuente: politica56,
		Es: "Sólo la instancia que resuelve puede hacerlo.", En: "Only the body that resolves may do it."}
	ReglaCompete = falla.Regla{Codigo: "SIADE-QUEJA-20", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 42"},
		Es: "Quien compete se dice sólo con la causal de no competir, y es otro órgano existente.", En: "Whose the matter is goes only with the ground of incompetence, and is another existing organ."}
	ReglaEtapa = falla.Regla{Codigo: "SIADE-QUEJA-21", Fuente: instructivo,
		Es: "La vía no pasa de su etapa a ésa: las etapas siguen su orden y sólo se saltan las opcionales.", En: "The path does not go from its stage to that one: stages follow their order and only optional ones are skipped."}
	ReglaReserva = falla.Regla{Codigo: "SIADE-QUEJA-22", Fuente: lgra91,
		Es: "En una vía confidencial no se pide informe al área de que se trata.", En: "In a confidential path the area involved is not asked for a report."}
	ReglaRequerimiento = falla.Regla{Codigo: "SIADE-QUEJA-23", Fuente: politica56,
		Es: "No hay tal requerimiento por contestar, o no es de su área.", En: "There is no such requirement to answer, or it is not of your area."}
	ReglaSinOpinion = falla.Regla{Codigo: "SIADE-QUEJA-24", Fuente: instructivo,
		Es: "En esta vía no hay opiniones ni dictámenes.", En: "This path has no opinions."}
	ReglaSinConciliacion = falla.Regla{Codigo: "SIADE-QUEJA-25", Fuente: norma.Cita{Norma: "LFPED", Lugar: "art. 65"},
		Es: "En esta vía no hay conciliación.", En: "This path has no conciliation."}
	ReglaAudiencia = falla.Regla{Codigo: "SIADE-QUEJA-26", Fuente: norma.Cita{Norma: "LFPED", Lugar: "arts. 65 a 69"},
		Es: "El convenio dice qué se convino, y la audiencia diferida un día posterior en que se reanuda; las demás, ninguno.", En: "An agreement says what was agreed, a deferred hearing a later day on which it goes on; the others none."}
	ReglaSentido = falla.Regla{Codigo: "SIADE-QUEJA-27", Fuente: instructivo,
		Es: "La vía no se resuelve en ese sentido.", En: "The path is not decided that way."}
	ReglaProntoParaResolver = falla.Regla{Codigo: "SIADE-QUEJA-28", Fuente: instructivo,
		Es: "Aún no llega a la etapa desde la que se resuelve de fondo.", En: "It has not reached the stage from which it is decided in full."}
	ReglaSinConvenio = falla.Regla{Codigo: "SIADE-QUEJA-29", Fuente: norma.Cita{Norma: "LFPED", Lugar: "art. 65"},
		Es: "Conciliada pide una audiencia con convenio.", En: "Conciliated takes a hearing that ended in agreement."}
	ReglaPuntos = falla.Regla{Codigo: "SIADE-QUEJA-30", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 46"},
		Es: "La recomendación y el convenio llevan puntos por cumplir; lo que no da la razón, ninguno.", En: "A recommendation and an agreement carry points to fulfil; what does not uphold carries none."}
	ReglaPunto = falla.Regla{Codigo: "SIADE-QUEJA-31", Fuente: deTrabajo,
		Es: "El responsable es un órgano que existe y el vencimiento es posterior a la resolución.", En: "Who is in charge is an organ that exists and the due date comes after the decision."}
	ReglaContacto = falla.Regla{Codigo: "SIADE-QUEJA-32", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 38"},
		Es: "La persona no dejó teléfono ni correo: use otro medio.", En: "The person left no telephone nor address: use another means."}
	ReglaPronunciamiento = falla.Regla{Codigo: "SIADE-QUEJA-33", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 46"},
		Es: "Sólo se acepta o no una recomendación, una vez, y no aceptarla lleva el motivo.", En: "Only a recommendation is accepted or not, once, and refusing it carries the reason."}
	ReglaCumplimiento = falla.Regla{Codigo: "SIADE-QUEJA-34", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 46"},
		Es: "No hay tal punto por cumplir, o es de otro responsable.", En: "There is no such point to fulfil, or another is in charge of it."}
	ReglaPorCumplir = falla.Regla{Codigo: "SIADE-QUEJA-35", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 46"},
		Es: "Queda algo por cumplir, una recomendación por contestar o una observación por corregir.", En: "Something is left to fulfil, a recommendation to answer or an observation to correct."}
	ReglaDesiste = falla.Regla{Codigo: "SIADE-QUEJA-36", Fuente: lgra91,
		Es: "Una vez remitida, la denuncia se investiga aunque la persona desista.", En: "Once sent, the report is investigated though the person withdraws."}
	ReglaObservacion = falla.Regla{Codigo: "SIADE-QUEJA-37", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1/7"},
		Es: "No hay tal observación por corregir.", En: "There is no such observation to correct."}
	ReglaDemasiadas = falla.Regla{Codigo: "SIADE-QUEJA-38", Fuente: deTrabajo,
		Es: "El expediente tiene el máximo de elementos de esta clase.", En: "The record has as many items of this kind as it may."}
	ReglaTope = falla.Regla{Codigo: "SIADE-QUEJA-39", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/4"},
		Es: "Ya está en el nivel más alto.", En: "It is already at the top."}
	ReglaAmpliacion = falla.Regla{Codigo: "SIADE-QUEJA-40", Fuente: norma.Cita{Norma: "LGTAIP", Lugar: "art. 134"},
		Es: "El plazo que corre se amplía una vez, a lo más en lo que la vía permite: %d.", En: "The term that runs is extended once, at most by what the path allows: %d."}
	ReglaAmpliacionTardia = falla.Regla{Codigo: "SIADE-QUEJA-41", Fuente: norma.Cita{Norma: "LGTAIP", Lugar: "art. 134"},
		Es: "La ampliación se notifica antes de que venza el plazo.", En: "An extension is notified before the term is over."}
)

var reglas = []falla.Regla{
	ReglaPeticion, ReglaOOAD, ReglaEstadoPeticion, ReglaRepetida, ReglaDefinitivo, ReglaPrevia, ReglaInstancia, ReglaArea, ReglaPrescrita, ReglaHechos,
	ReglaGrave, ReglaDocumento, ReglaAdjunto, ReglaMismaVia, ReglaEsperaIdentidad, ReglaSinIdentidad, ReglaConIdentidad, ReglaFecha, ReglaSoloInstancia,
	ReglaCompete, ReglaEtapa, ReglaReserva, ReglaRequerimiento, ReglaSinOpinion, ReglaSinConciliacion, ReglaAudiencia, ReglaSentido, ReglaProntoParaResolver,
	ReglaSinConvenio, ReglaPuntos, ReglaPunto, ReglaContacto, ReglaPronunciamiento, ReglaCumplimiento, ReglaPorCumplir, ReglaDesiste, ReglaObservacion,
	ReglaDemasiadas, ReglaTope, ReglaAmpliacion, ReglaAmpliacionTardia,
}

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
