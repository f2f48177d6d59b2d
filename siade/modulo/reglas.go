package modulo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// The rules of desks, mailboxes and their people. Codes keep their meaning once
// published.
var (
	ReglaUnidad = falla.Regla{Codigo: "SIADE-MODULO-01", Fuente: fnModulos,
		Es: "La unidad se da por su CLUES del IMSS o por su clave institucional.", En: "The unit is given by its IMSS CLUES or by its institutional key."}
	ReglaDeOtro = falla.Regla{Codigo: "SIADE-MODULO-02", Fuente: fnModulos,
		Es: "La clave de la unidad es de otra delegación.", En: "The key of the unit is of another delegation."}
	ReglaHorario = falla.Regla{Codigo: "SIADE-MODULO-03", Fuente: deTrabajo,
		Es: "La jornada termina después de empezar.", En: "A span of hours ends after it begins."}
	ReglaTraslape = falla.Regla{Codigo: "SIADE-MODULO-04", Fuente: deTrabajo,
		Es: "Dos jornadas del mismo día se enciman.", En: "Two spans of a day overlap."}
	ReglaClave = falla.Regla{Codigo: "SIADE-MODULO-05", Fuente: deTrabajo,
		Es: "La clave no cambia: se cierra o retira y se registra otro.", En: "The key does not change: close or retire it and register another."}
	ReglaDesdeCierre = falla.Regla{Codigo: "SIADE-MODULO-06", Fuente: deTrabajo,
		Es: "El cierre empieza hoy o en los últimos treinta días.", En: "A closing begins today or in the last thirty days."}
	ReglaHastaCierre = falla.Regla{Codigo: "SIADE-MODULO-07", Fuente: deTrabajo,
		Es: "El cierre temporal dice su último día, de hoy en adelante; el definitivo, ninguno.", En: "A temporary closing says its last day, from today on; a final one says none."}
	ReglaAtiende = falla.Regla{Codigo: "SIADE-MODULO-08", Fuente: regional("7.1/2"),
		Es: "El cierre temporal dice dónde se atiende mientras tanto.", En: "A temporary closing says where people are attended meanwhile."}
	ReglaConPlazas = falla.Regla{Codigo: "SIADE-MODULO-09", Fuente: fnCoordina,
		Es: "Antes de cerrar en definitiva se mueve al personal y se suprimen las plazas.", En: "Before closing for good, people are moved and posts taken away."}
	ReglaPlazaRepetida = falla.Regla{Codigo: "SIADE-MODULO-10", Fuente: fnCoordina,
		Es: "El módulo ya tiene una plaza con esa clave.", En: "The desk already has a post with that key."}
	ReglaMaxPlazas = falla.Regla{Codigo: "SIADE-MODULO-11", Fuente: deTrabajo,
		Es: "El módulo tiene el máximo de plazas.", En: "The desk has as many posts as it may."}
	ReglaPlazaFutura = falla.Regla{Codigo: "SIADE-MODULO-12", Fuente: fnCoordina,
		Es: "La plaza se asienta cuando ya está autorizada.", En: "A post is entered once it is authorised."}
	ReglaSinPlaza = falla.Regla{Codigo: "SIADE-MODULO-13", Fuente: fnCoordina,
		Es: "El módulo no tiene esa plaza.", En: "The desk has no such post."}
	ReglaPlazaOcupada = falla.Regla{Codigo: "SIADE-MODULO-14", Fuente: fnAutoriza,
		Es: "La plaza está ocupada o cubierta, o no es de esa persona.", En: "The post is held or covered, or is not that person's."}
	ReglaPuesto = falla.Regla{Codigo: "SIADE-MODULO-15", Fuente: fnNormar,
		Es: "El perfil es siempre de la misma clase de puesto.", En: "A profile is always of the same kind of post."}
	ReglaDesdePerfil = falla.Regla{Codigo: "SIADE-MODULO-16", Fuente: fnNormar,
		Es: "La versión rige desde hoy o después, y después de la anterior.", En: "The version rules from today or later, and after the one before."}
	ReglaMaximo = falla.Regla{Codigo: "SIADE-MODULO-17", Fuente: deTrabajo,
		Es: "El expediente tiene el máximo de elementos de esta clase.", En: "The record has as many items of this kind as it may."}
	ReglaClaveRepetida = falla.Regla{Codigo: "SIADE-MODULO-18", Fuente: deTrabajo,
		Es: "La clave se repite en la lista.", En: "The key comes twice in the list."}
	ReglaAviso = falla.Regla{Codigo: "SIADE-MODULO-19", Fuente: deIdentidad,
		Es: "La identidad se toma con la versión del aviso de privacidad que la persona conoció.", En: "Identity is taken with the version of the privacy notice that the person knew."}
	ReglaCURP = falla.Regla{Codigo: "SIADE-MODULO-20", Fuente: norma.Cita{Norma: "Instructivo CURP", Lugar: "DOF 18-10-2021"},
		Es: "La CURP no es válida.", En: "The CURP is not valid."}
	ReglaIncorpora = falla.Regla{Codigo: "SIADE-MODULO-21", Fuente: fnAutoriza,
		Es: "Se incorpora a quien ya prestaba servicio: desde un día que ya llegó, sin último día y con su documento. Lo demás va por movimiento.", En: "Who already worked is entered: from a day that has come, without a last day, by a document. The rest goes by movement."}
	ReglaModulo = falla.Regla{Codigo: "SIADE-MODULO-22", Fuente: fnModulos,
		Es: "El módulo no existe, es de otro OOAD o está cerrado.", En: "The desk does not exist, is of another OOAD, or is closed."}
	ReglaOtroPuesto = falla.Regla{Codigo: "SIADE-MODULO-23", Fuente: fnPerfil,
		Es: "La plaza es de otra clase de puesto.", En: "The post is of another kind."}
	ReglaPeriodo = falla.Regla{Codigo: "SIADE-MODULO-24", Fuente: fnPerfil,
		Es: "El periodo va de un día a otro, ya pasó y es posterior al alta.", En: "The period runs from a day to another, is past, and comes after the person began."}
	ReglaSinPerfil = falla.Regla{Codigo: "SIADE-MODULO-25", Fuente: fnPerfil,
		Es: "Ese día no regía ningún perfil del puesto.", En: "No profile of the post ruled that day."}
	ReglaDias = falla.Regla{Codigo: "SIADE-MODULO-26", Fuente: fnPerfil,
		Es: "Lleva plazo para corregir si hay incumplimientos, y solo entonces.", En: "It has a term to mend when something is not done, and only then."}
	ReglaActividad = falla.Regla{Codigo: "SIADE-MODULO-27", Fuente: fnPerfil,
		Es: "El perfil de ese día no tiene esa actividad.", En: "The profile of that day has no such activity."}
	ReglaActividades = falla.Regla{Codigo: "SIADE-MODULO-28", Fuente: fnPerfil,
		Es: "Se cotejan todas las actividades del perfil.", En: "Every activity of the profile is checked."}
	ReglaNota = falla.Regla{Codigo: "SIADE-MODULO-29", Fuente: fnPerfil,
		Es: "Lo que no se cumple dice qué se encontró, y solo eso.", En: "What is not met, and only that, says what was found."}
	ReglaSinCotejo = falla.Regla{Codigo: "SIADE-MODULO-30", Fuente: fnPerfil,
		Es: "No hay tal cotejo con incumplimientos por corregir.", En: "There is no such check with something to mend."}
	ReglaDesde = falla.Regla{Codigo: "SIADE-MODULO-31", Fuente: fnSolicita,
		Es: "La fecha va de hoy a un año.", En: "The day lies from today to a year ahead."}
	ReglaDestino = falla.Regla{Codigo: "SIADE-MODULO-32", Fuente: fnSolicita,
		Es: "La baja no tiene plaza de destino; lo demás, sí.", En: "A leaving has no post to go to; the rest has."}
	ReglaHasta = falla.Regla{Codigo: "SIADE-MODULO-33", Fuente: fnSolicita,
		Es: "El cambio temporal, y solo él, dice su último día, a lo más un año después.", En: "A temporary change, and only that, says its last day, at most a year later."}
	ReglaPersona = falla.Regla{Codigo: "SIADE-MODULO-34", Fuente: fnSolicita,
		Es: "La persona no está en el registro de este OOAD.", En: "The person is not in the register of this OOAD."}
	ReglaEstadoPersona = falla.Regla{Codigo: "SIADE-MODULO-35", Fuente: fnSolicita,
		Es: "El alta es de quien está propuesto; los demás movimientos, de quien está en servicio.", En: "An entry is for who is proposed; other movements, for who is in service."}
	ReglaEnOtro = falla.Regla{Codigo: "SIADE-MODULO-36", Fuente: fnSolicita,
		Es: "La persona tiene otro movimiento por surtir efecto, o está en un cambio temporal.", En: "The person has another movement to come, or is in a temporary one."}
	ReglaMismaPlaza = falla.Regla{Codigo: "SIADE-MODULO-37", Fuente: fnSolicita,
		Es: "Ya es su plaza.", En: "It is the person's post already."}
	ReglaDescubierto = falla.Regla{Codigo: "SIADE-MODULO-38", Fuente: fnCoordina,
		Es: "El módulo de origen queda sin nadie a alguna hora de servicio: se dice cómo se cubre.", En: "The desk left behind has nobody at some hour: say how it is staffed."}
	ReglaMismo = falla.Regla{Codigo: "SIADE-MODULO-39", Fuente: fnSolicita,
		Es: "La clase y la persona de la solicitud no cambian; se desiste y se pide otra.", En: "The kind and the person do not change; withdraw it and ask for another."}
	ReglaTarde = falla.Regla{Codigo: "SIADE-MODULO-40", Fuente: fnAutoriza,
		Es: "El día en que surtiría efecto ya pasó: se observa para que se corrija.", En: "The day it would take effect is past: observe it to be corrected."}
	ReglaCondicion = falla.Regla{Codigo: "SIADE-MODULO-41", Fuente: fnAutoriza,
		Es: "El módulo de origen queda sin nadie a alguna hora: el aval dice con qué condición.", En: "The desk left behind has nobody at some hour: the endorsement says on what condition."}
	ReglaNoDeja = falla.Regla{Codigo: "SIADE-MODULO-42", Fuente: fnAutoriza,
		Es: "El módulo de origen no queda sin nadie: esa causal no procede.", En: "The desk left behind keeps its people: that ground does not hold."}
	ReglaCubierta = falla.Regla{Codigo: "SIADE-MODULO-43", Fuente: fnAutoriza,
		Es: "Otra persona cubre su plaza: antes termina ese cambio.", En: "Someone else covers the post: that change ends first."}
	ReglaIncidencia = falla.Regla{Codigo: "SIADE-MODULO-44", Fuente: fnModulos,
		Es: "Si el buzón no estaba intacto se dice cómo se encontró; si lo estaba, nada.", En: "A mailbox that was not found intact says how; one that was says nothing."}
	ReglaBuzon = falla.Regla{Codigo: "SIADE-MODULO-45", Fuente: fnModulos,
		Es: "El buzón no existe, es de otro OOAD o está retirado.", En: "The mailbox does not exist, is of another OOAD, or is retired."}
	ReglaDiaApertura = falla.Regla{Codigo: "SIADE-MODULO-46", Fuente: deTrabajo,
		Es: "El acta es de hoy o de los últimos quince días, y no anterior a la apertura previa.", En: "The minutes are of today or the last fifteen days, and not before the previous opening."}
	ReglaPapeleta = falla.Regla{Codigo: "SIADE-MODULO-47", Fuente: deTrabajo,
		Es: "El número no es de una papeleta del acta, o ya se dio cuenta de ella.", En: "The number is not of a form in the minutes, or it was accounted for."}
	ReglaPeticion = falla.Regla{Codigo: "SIADE-MODULO-48", Fuente: fnModulos,
		Es: "No existe esa petición de este OOAD por buzón, o nació de otra apertura.", En: "There is no such petition of this OOAD by mailbox, or it was born of another opening."}
	ReglaPeticionLigada = falla.Regla{Codigo: "SIADE-MODULO-49", Fuente: deTrabajo,
		Es: "La petición ya está ligada a otra papeleta: esta es duplicada.", En: "The petition is tied to another form: this one is a duplicate."}
	ReglaDuplicada = falla.Regla{Codigo: "SIADE-MODULO-50", Fuente: deTrabajo,
		Es: "La duplicada, y solo ella, dice qué petición de este OOAD repite.", En: "A duplicate, and only that, says which petition of this OOAD it repeats."}
	ReglaRecuento = falla.Regla{Codigo: "SIADE-MODULO-51", Fuente: deTrabajo,
		Es: "El recuento dejaría fuera una papeleta de la que ya se dio cuenta.", En: "The recount would leave out a form that was accounted for."}
	ReglaFaltan = falla.Regla{Codigo: "SIADE-MODULO-52", Fuente: fnModulos,
		Es: "Faltan papeletas por registrar o descartar.", En: "Some forms are neither registered nor discarded."}
	ReglaSinActa = falla.Regla{Codigo: "SIADE-MODULO-53", Fuente: deTrabajo,
		Es: "Falta adjuntar el acta firmada o las papeletas.", En: "The signed minutes or the forms must be attached."}
	ReglaYaPromovida = falla.Regla{Codigo: "SIADE-MODULO-54", Fuente: fnPromueve,
		Es: "Hay otro diseño promovido: antes se retira.", En: "Another design is in use: retire it first."}
	ReglaDiaRevision = falla.Regla{Codigo: "SIADE-MODULO-55", Fuente: deTrabajo,
		Es: "La verificación es de hoy o de los últimos treinta días.", En: "The check is of today or of the last thirty days."}
	ReglaSinImagen = falla.Regla{Codigo: "SIADE-MODULO-56", Fuente: fnImagen,
		Es: "Ese día no se exigía ningún diseño promovido.", En: "No promoted design was asked for that day."}
	ReglaElemento = falla.Regla{Codigo: "SIADE-MODULO-57", Fuente: fnImagen,
		Es: "El elemento no es del diseño, o no está por corregir.", En: "The element is not of the design, or is not to be mended."}
	ReglaNoOpcional = falla.Regla{Codigo: "SIADE-MODULO-58", Fuente: fnImagen,
		Es: "El elemento no es opcional.", En: "The element is not optional."}
	ReglaElementos = falla.Regla{Codigo: "SIADE-MODULO-59", Fuente: fnImagen,
		Es: "Se verifican todos los elementos del diseño.", En: "Every element of the design is checked."}
)

var reglas = []falla.Regla{
	ReglaUnidad, ReglaDeOtro, ReglaHorario, ReglaTraslape, ReglaClave, ReglaDesdeCierre, ReglaHastaCierre, ReglaAtiende, ReglaConPlazas,
	ReglaPlazaRepetida, ReglaMaxPlazas, ReglaPlazaFutura, ReglaSinPlaza, ReglaPlazaOcupada, ReglaPuesto, ReglaDesdePerfil, ReglaMaximo,
	ReglaClaveRepetida, ReglaAviso, ReglaCURP, ReglaIncorpora, ReglaModulo, ReglaOtroPuesto, ReglaPeriodo, ReglaSinPerfil, ReglaDias,
	ReglaActividad, ReglaActividades, ReglaNota, ReglaSinCotejo, ReglaDesde, ReglaDestino, ReglaHasta, ReglaPersona, ReglaEstadoPersona,
	ReglaEnOtro, ReglaMismaPlaza, ReglaDescubierto, ReglaMismo, ReglaTarde, ReglaCondicion, ReglaNoDeja, ReglaCubierta,
	ReglaIncidencia, ReglaBuzon, ReglaDiaApertura, ReglaPapeleta, ReglaPeticion, ReglaPeticionLigada, ReglaDuplicada, ReglaRecuento,
	ReglaFaltan, ReglaSinActa, ReglaYaPromovida, ReglaDiaRevision, ReglaSinImagen, ReglaElemento, ReglaNoOpcional, ReglaElementos,
}

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
