package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// The rules of a petition. Their codes keep their meaning once published: a
// rule that falls leaves its number vacant.
var (
	ReglaOtroOOAD               = falla.Regla{Codigo: "SIADE-PETICION-01", Es: "Quien registra desde un OOAD registra en el suyo: omita el OOAD o indique el propio.", En: "Who registers from an OOAD registers in it: leave the OOAD out or give your own.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}}
	ReglaSinOOAD                = falla.Regla{Codigo: "SIADE-PETICION-02", Es: "Falta el OOAD; 09 es el nivel central.", En: "The OOAD is missing; 09 is the central level.", Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 251 A"}}
	ReglaHechos                 = falla.Regla{Codigo: "SIADE-PETICION-03", Es: "La fecha de los hechos no puede ser futura.", En: "The day of the facts cannot be in the future.", Fuente: interno}
	ReglaEnBlanco               = falla.Regla{Codigo: "SIADE-PETICION-04", Es: "El texto no puede estar en blanco.", En: "The text cannot be blank.", Fuente: interno}
	ReglaUnidadServicio         = falla.Regla{Codigo: "SIADE-PETICION-05", Es: "Debe ser una CLUES o una clave de unidad de diez caracteres.", En: "It must be a CLUES or a unit key of ten characters.", Fuente: interno}
	ReglaAnonimo                = falla.Regla{Codigo: "SIADE-PETICION-06", Es: "Una petición anónima no lleva identidad de quien la presenta.", En: "An anonymous petition carries no identity of who presents it.", Fuente: norma.Configuracion("protección de quien se queja")}
	ReglaAviso                  = falla.Regla{Codigo: "SIADE-PETICION-07", Es: "La identidad sólo se recibe con la versión del aviso de privacidad aceptada.", En: "Identity is taken only with the version of the privacy notice accepted.", Fuente: norma.Cita{Norma: "LGPDPPSO", Lugar: "art. 20"}}
	ReglaNSS                    = falla.Regla{Codigo: "SIADE-PETICION-08", Es: "El NSS no es válido; la petición puede registrarse sin él y agregarse después.", En: "The NSS is not valid; the petition can be registered without it.", Fuente: norma.Configuracion("identificadores de personas")}
	ReglaCURP                   = falla.Regla{Codigo: "SIADE-PETICION-09", Es: "La CURP no es válida; la petición puede registrarse sin ella y agregarse después.", En: "The CURP is not valid; the petition can be registered without it.", Fuente: norma.Configuracion("identificadores de personas")}
	ReglaRFC                    = falla.Regla{Codigo: "SIADE-PETICION-10", Es: "El RFC no tiene la forma de un RFC.", En: "The RFC has not the form of one.", Fuente: norma.Configuracion("identificadores de personas")}
	ReglaSinClasificacion       = falla.Regla{Codigo: "SIADE-PETICION-11", Es: "La atención inmediata pide la clasificación.", En: "Immediate attention asks for the classification.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}}
	ReglaNoAlContacto           = falla.Regla{Codigo: "SIADE-PETICION-12", Es: "Este tipo de petición no puede concluir al registrarla.", En: "This type of petition cannot end when it is registered.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.3"}}
	ReglaNoCiudadano            = falla.Regla{Codigo: "SIADE-PETICION-13", Es: "Quien presenta la petición no la clasifica ni la responde.", En: "Who presents the petition neither classifies nor answers it.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}}
	ReglaCodigo                 = falla.Regla{Codigo: "SIADE-PETICION-14", Es: "Debe ser un código: letras, dígitos, puntos y guiones.", En: "It must be a code: letters, digits, dots and hyphens.", Fuente: interno}
	ReglaSinSensible            = falla.Regla{Codigo: "SIADE-PETICION-15", Es: "Sólo una petición sensible lleva la causa de serlo.", En: "Only a sensitive petition has a reason to be so.", Fuente: interno}
	ReglaQuitarReserva          = falla.Regla{Codigo: "SIADE-PETICION-16", Es: "Sólo la persona titular retira la reserva de una petición sensible.", En: "Only the head lifts the restriction of a sensitive petition.", Fuente: interno}
	ReglaReclasificarCerrada    = falla.Regla{Codigo: "SIADE-PETICION-17", Es: "Concluyó al registrarla: reábrala antes de darle un tipo que no lo permite.", En: "It ended when registered: reopen it before giving it a type that cannot.", Fuente: interno}
	ReglaProrrogaMayor          = falla.Regla{Codigo: "SIADE-PETICION-18", Es: "La prórroga ya concedida excede la mitad del plazo del nuevo tipo.", En: "The extension already granted exceeds half the term of the new type.", Fuente: lfpa("31")}
	ReglaSinDestino             = falla.Regla{Codigo: "SIADE-PETICION-19", Es: "Indique la unidad o el órgano.", En: "Give the unit or the organ.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}}
	ReglaUnidadNoAtiende        = falla.Regla{Codigo: "SIADE-PETICION-20", Es: "Esa unidad no atiende peticiones; si es un área ajena, indique el órgano.", En: "That unit attends no petitions; if it is another area, give the organ.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/5"}}
	ReglaOrganoDesconocido      = falla.Regla{Codigo: "SIADE-PETICION-21", Es: "No existe ese órgano.", En: "There is no such organ.", Fuente: interno}
	ReglaUnidadSinOOAD          = falla.Regla{Codigo: "SIADE-PETICION-22", Es: "La petición es del nivel central: para pasarla a un OOAD indique su órgano.", En: "The petition is of the central level: give the organ of the OOAD to pass it on.", Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 251 A"}}
	ReglaSenalado               = falla.Regla{Codigo: "SIADE-PETICION-23", Es: "Quien está señalado no recibe, atiende ni responde la petición.", En: "Whoever is complained of neither receives, attends nor answers the petition.", Fuente: norma.Configuracion("protección de quien se queja")}
	ReglaSinSenalado            = falla.Regla{Codigo: "SIADE-PETICION-24", Es: "Falta decir a qué área o persona se dirige.", En: "It is missing to say which area or person it is about.", Fuente: norma.Configuracion("protección de quien se queja")}
	ReglaNoTurnada              = falla.Regla{Codigo: "SIADE-PETICION-25", Es: "Sólo quien la tiene turnada puede hacerlo.", En: "Only whoever it is turned to may do it.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.1/2"}}
	ReglaRespondeArea           = falla.Regla{Codigo: "SIADE-PETICION-26", Es: "La responde el área a la que se turnó; si se transcribe, indique su oficio.", En: "The area that it was turned to answers it; if transcribed, give its letter.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.3"}}
	ReglaSinTurno               = falla.Regla{Codigo: "SIADE-PETICION-27", Es: "Antes de responder hay que turnarla al área.", En: "It must be turned to the area before it is answered.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.3"}}
	ReglaSinAnalisis            = falla.Regla{Codigo: "SIADE-PETICION-28", Es: "La respuesta a una sugerencia lleva el resultado de analizarla.", En: "The answer to a suggestion carries the result of analysing it.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.8"}}
	ReglaEnPersonaArea          = falla.Regla{Codigo: "SIADE-PETICION-29", Es: "Sólo el personal de atención da respuestas en persona.", En: "Only the staff of attention gives answers face to face.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.9"}}
	ReglaYaRequerido            = falla.Regla{Codigo: "SIADE-PETICION-30", Es: "Ya se le pidió información y aún no contesta.", En: "Information was already asked and is still owed.", Fuente: interno}
	ReglaSinArea                = falla.Regla{Codigo: "SIADE-PETICION-31", Es: "No está turnada a un área a la que pedirle información.", En: "It is not turned to an area to ask information of.", Fuente: interno}
	ReglaAporteVacio            = falla.Regla{Codigo: "SIADE-PETICION-32", Es: "Indique al menos un dato.", En: "Give at least one datum.", Fuente: interno}
	ReglaYaIdentificada         = falla.Regla{Codigo: "SIADE-PETICION-33", Es: "Quien la presenta ya está identificado.", En: "Who presents it is already identified.", Fuente: norma.Configuracion("identificadores de personas")}
	ReglaPrevencionUnica        = falla.Regla{Codigo: "SIADE-PETICION-34", Es: "Sólo puede prevenirse una vez.", En: "It can be prevented only once.", Fuente: lfpa("17-A")}
	ReglaDesahogoCorto          = falla.Regla{Codigo: "SIADE-PETICION-35", Es: "El término para desahogar es de al menos %d días hábiles.", En: "The term to cure is of at least %d working days.", Fuente: lfpa("17-A")}
	ReglaFechaAviso             = falla.Regla{Codigo: "SIADE-PETICION-36", Es: "La fecha no puede ser futura ni anterior a lo que se notifica.", En: "The day cannot be in the future nor before what is notified.", Fuente: lfpa("38")}
	ReglaSinContacto            = falla.Regla{Codigo: "SIADE-PETICION-37", Es: "No dejó teléfono ni correo: use otro medio.", En: "There is no telephone nor address: use another means.", Fuente: lfpa("38")}
	ReglaProrrogaExcede         = falla.Regla{Codigo: "SIADE-PETICION-38", Es: "La prórroga no puede exceder la mitad del plazo original: %d como máximo.", En: "The extension cannot exceed half the original term: %d at most.", Fuente: lfpa("31")}
	ReglaProrrogaTardia         = falla.Regla{Codigo: "SIADE-PETICION-39", Es: "El plazo ya venció.", En: "The term is already over.", Fuente: lfpa("31")}
	ReglaProrrogaTope           = falla.Regla{Codigo: "SIADE-PETICION-40", Es: "La prórroga pasaría del máximo legal para resolver.", En: "The extension would pass the legal maximum to resolve.", Fuente: lfpa("17")}
	ReglaSinNotificar           = falla.Regla{Codigo: "SIADE-PETICION-41", Es: "Antes de cerrarla hay que notificar la respuesta.", En: "The answer must be notified before closing.", Fuente: lfpa("38")}
	ReglaYaCalificada           = falla.Regla{Codigo: "SIADE-PETICION-42", Es: "Ya está calificada.", En: "It is already rated.", Fuente: interno}
	ReglaFueraDeVentana         = falla.Regla{Codigo: "SIADE-PETICION-43", Es: "Venció el plazo para hacerlo.", En: "The time to do it is over.", Fuente: interno}
	ReglaCanalizaOOAD           = falla.Regla{Codigo: "SIADE-PETICION-44", Es: "Un OOAD es parte del Instituto: se turna, no se canaliza.", En: "An OOAD is part of the Institute: turn it, do not transfer it.", Fuente: lfpa("42")}
	ReglaExigeIdentidad         = falla.Regla{Codigo: "SIADE-PETICION-45", Es: "Ese órgano no admite peticiones anónimas: espere la identidad o atiéndala como información.", En: "That body admits no anonymous petitions: wait for the identity or attend it as information.", Fuente: norma.Cita{Norma: "LCNDH", Lugar: "art. 27"}}
	ReglaFolioInvalido          = falla.Regla{Codigo: "SIADE-PETICION-46", Es: "No es un folio de petición.", En: "It is not the folio of a petition.", Fuente: interno}
	ReglaFolioPropio            = falla.Regla{Codigo: "SIADE-PETICION-47", Es: "Una petición no se acumula a sí misma ni a las que acumula.", En: "A petition is accumulated neither into itself nor into those it gathers.", Fuente: interno}
	ReglaFolioInexistente       = falla.Regla{Codigo: "SIADE-PETICION-48", Es: "No existe esa petición.", En: "There is no such petition.", Fuente: interno}
	ReglaFolioConcluido         = falla.Regla{Codigo: "SIADE-PETICION-49", Es: "La petición en que se acumularía ya concluyó.", En: "The petition to accumulate into has ended.", Fuente: interno}
	ReglaDesisteQuien           = falla.Regla{Codigo: "SIADE-PETICION-50", Es: "De una petición sensible sólo desiste quien la presentó.", En: "Only who presented a sensitive petition withdraws it.", Fuente: norma.Configuracion("protección de quien se queja")}
	ReglaCausalSinPrevencion    = falla.Regla{Codigo: "SIADE-PETICION-51", Es: "No hubo prevención o aún no vence.", En: "There was no prevention, or it is not over yet.", Fuente: lfpa("17-A")}
	ReglaCausalInoportuna       = falla.Regla{Codigo: "SIADE-PETICION-52", Es: "La prevención se hizo fuera de tiempo: se resuelve con lo que hay.", En: "The prevention was made too late: decide on the file as it is.", Fuente: lfpa("17-A")}
	ReglaCausalCamino           = falla.Regla{Codigo: "SIADE-PETICION-53", Es: "Este tipo de petición se resuelve con lo que hay en el expediente.", En: "This type of petition is decided on the file as it is.", Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 296"}}
	ReglaTope                   = falla.Regla{Codigo: "SIADE-PETICION-54", Es: "Ya está en el nivel más alto.", En: "It is already at the top.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/4"}}
	ReglaObservacionInexistente = falla.Regla{Codigo: "SIADE-PETICION-55", Es: "No existe esa observación o ya se subsanó.", En: "There is no such observation, or it was corrected.", Fuente: control}
	ReglaSinSilencio            = falla.Regla{Codigo: "SIADE-PETICION-56", Es: "El plazo legal no ha vencido o ya se respondió en él.", En: "The legal term is not over, or it was answered within it.", Fuente: lfpa("17")}
	ReglaYaConstancia           = falla.Regla{Codigo: "SIADE-PETICION-57", Es: "La constancia ya se pidió.", En: "The certificate was already asked for.", Fuente: lfpa("17")}
	ReglaSinConstancia          = falla.Regla{Codigo: "SIADE-PETICION-58", Es: "Nadie ha pedido la constancia o ya se expidió.", En: "Nobody asked for the certificate, or it was issued.", Fuente: lfpa("17")}
	ReglaYaAcusada              = falla.Regla{Codigo: "SIADE-PETICION-59", Es: "El acuse ya consta.", En: "The receipt is already on record.", Fuente: interno}
	ReglaCustodia               = falla.Regla{Codigo: "SIADE-PETICION-60", Es: "La identidad de una petición sensible la abre una persona distinta de quien la atiende.", En: "The identity of a sensitive petition is opened by someone other than who attends it.", Fuente: interno}
	ReglaDemasiadas             = falla.Regla{Codigo: "SIADE-PETICION-61", Es: "El expediente tiene el máximo de elementos de esta clase.", En: "The record has as many items of this kind as it may.", Fuente: interno}
	ReglaAporteArea             = falla.Regla{Codigo: "SIADE-PETICION-62", Es: "El área aporta información, no datos de personas.", En: "The area adds information, not data of persons.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.3"}}
	ReglaRecibida               = falla.Regla{Codigo: "SIADE-PETICION-63", Es: "El día en que se recibió no es futuro ni anterior a los hechos.", En: "The day it came is not in the future nor before the facts.", Fuente: lfpa("30")}
	ReglaViaSola                = falla.Regla{Codigo: "SIADE-PETICION-64", Es: "Se turna a una vía, a una unidad o a un órgano.", En: "It is turned to a path, to a unit or to an organ.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.6"}}
	ReglaMismasPalabras         = falla.Regla{Codigo: "SIADE-PETICION-65", Es: "Es lo mismo que dice el relato.", En: "It is what the petition says.", Fuente: interno}
	ReglaSinModerar             = falla.Regla{Codigo: "SIADE-PETICION-66", Es: "La petición se muestra en sus palabras.", En: "The petition is shown in its own words.", Fuente: interno}
	ReglaSinRespuesta           = falla.Regla{Codigo: "SIADE-PETICION-67", Es: "No tiene respuesta que traducir.", En: "It has no answer to translate.", Fuente: lenguas}
	ReglaPlantilla              = falla.Regla{Codigo: "SIADE-PETICION-68", Es: "Esa versión de la plantilla no es la que rige hoy.", En: "That version of the template is not the one in force today.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/4"}}
)

var reglas = []falla.Regla{
	ReglaOtroOOAD, ReglaSinOOAD, ReglaHechos, ReglaEnBlanco, ReglaUnidadServicio, ReglaAnonimo, ReglaAviso,
	ReglaNSS, ReglaCURP, ReglaRFC, ReglaSinClasificacion, ReglaNoAlContacto, ReglaNoCiudadano, ReglaCodigo,
	ReglaSinSensible, ReglaQuitarReserva, ReglaReclasificarCerrada, ReglaProrrogaMayor, ReglaSinDestino,
	ReglaUnidadNoAtiende, ReglaOrganoDesconocido, ReglaUnidadSinOOAD, ReglaSenalado, ReglaSinSenalado,
	ReglaNoTurnada, ReglaRespondeArea, ReglaSinTurno, ReglaSinAnalisis, ReglaEnPersonaArea, ReglaYaRequerido,
	ReglaSinArea, ReglaAporteVacio, ReglaYaIdentificada, ReglaPrevencionUnica, ReglaDesahogoCorto,
	ReglaFechaAviso, ReglaSinContacto, ReglaProrrogaExcede, ReglaProrrogaTardia, ReglaProrrogaTope,
	ReglaSinNotificar, ReglaYaCalificada, ReglaFueraDeVentana, ReglaCanalizaOOAD, ReglaExigeIdentidad,
	ReglaFolioInvalido, ReglaFolioPropio, ReglaFolioInexistente, ReglaFolioConcluido, ReglaDesisteQuien,
	ReglaCausalSinPrevencion, ReglaCausalInoportuna, ReglaCausalCamino, ReglaTope, ReglaObservacionInexistente,
	ReglaSinSilencio, ReglaYaConstancia, ReglaSinConstancia, ReglaYaAcusada, ReglaCustodia,
	ReglaDemasiadas, ReglaAporteArea, ReglaRecibida, ReglaViaSola,
	ReglaMismasPalabras, ReglaSinModerar, ReglaSinRespuesta, ReglaPlantilla,
}

// Reglas lists the rules of a petition in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
