package grupo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// The rules of groups, of their requests and of directives. Codes keep their
// meaning once published.
var (
	ReglaAviso = falla.Regla{Codigo: "SIADE-GRUPO-01", Fuente: aviso,
		Es: "Con datos de contacto se dice qué versión del aviso de privacidad se conoció.", En: "With contact data, say which version of the privacy notice was known."}
	ReglaRFC = falla.Regla{Codigo: "SIADE-GRUPO-02", Fuente: fnReunion,
		Es: "El patrón lleva RFC: de doce caracteres la persona moral, de trece la física; los genéricos no sirven.", En: "An employer has an RFC: of twelve characters a company, of thirteen a person; generic ones do not serve."}
	ReglaRegistros = falla.Regla{Codigo: "SIADE-GRUPO-03", Fuente: fnReunion,
		Es: "El patrón, y solo él, dice sus registros patronales.", En: "An employer, and only that, tells its registros patronales."}
	ReglaRegistro = falla.Regla{Codigo: "SIADE-GRUPO-04", Fuente: deTrabajo,
		Es: "Un registro patronal tiene once caracteres: letra o dígito y diez dígitos.", En: "A registro patronal has eleven characters: a letter or digit and ten digits."}
	ReglaGrupoRepetido = falla.Regla{Codigo: "SIADE-GRUPO-05", Fuente: deTrabajo,
		Es: "El grupo ya está registrado en este OOAD.", En: "The group is already registered in this OOAD."}
	ReglaClase = falla.Regla{Codigo: "SIADE-GRUPO-06", Fuente: deTrabajo,
		Es: "La clase del grupo no cambia: se da de baja y se registra otro.", En: "The kind of a group does not change: end it and register another."}
	ReglaSinNombre = falla.Regla{Codigo: "SIADE-GRUPO-07", Fuente: representa,
		Es: "Falta el nombre de quien representa al grupo.", En: "The name of who represents the group is missing."}
	ReglaSinDocumento = falla.Regla{Codigo: "SIADE-GRUPO-08", Fuente: representa,
		Es: "El documento que acredita la representación no está entre los adjuntos.", En: "The document that proves the representation is not attached."}
	ReglaDesde = falla.Regla{Codigo: "SIADE-GRUPO-09", Fuente: representa,
		Es: "La representación ya debe haber empezado.", En: "The representation must have begun."}
	ReglaHasta = falla.Regla{Codigo: "SIADE-GRUPO-10", Fuente: representa,
		Es: "La representación ya venció, o termina antes de empezar.", En: "The representation has ended, or ends before it begins."}
	ReglaDocumento = falla.Regla{Codigo: "SIADE-GRUPO-11", Fuente: fnNorma,
		Es: "Ese documento no acredita la representación de esta clase de grupo.", En: "That document does not prove the representation of this kind of group."}
	ReglaVigencia = falla.Regla{Codigo: "SIADE-GRUPO-12", Fuente: fnNorma,
		Es: "Ese documento acredita por %d meses a lo más.", En: "That document counts for %d months at most."}
	ReglaSinRepresenta = falla.Regla{Codigo: "SIADE-GRUPO-13", Fuente: representa,
		Es: "No hay tal representación vigente.", En: "There is no such representation in force."}
	ReglaConAbiertas = falla.Regla{Codigo: "SIADE-GRUPO-14", Fuente: deTrabajo,
		Es: "El grupo tiene solicitudes sin concluir.", En: "The group has requests that have not ended."}
	ReglaObligada = falla.Regla{Codigo: "SIADE-GRUPO-15", Fuente: fnNorma,
		Es: "No es una unidad de atención y orientación.", En: "It is not a unit of attention."}
	ReglaRequisito = falla.Regla{Codigo: "SIADE-GRUPO-16", Fuente: fnNorma,
		Es: "El documento se repite para esa clase de grupo.", En: "The document is repeated for that kind of group."}
	ReglaOficio = falla.Regla{Codigo: "SIADE-GRUPO-17", Fuente: fnNorma,
		Es: "La directriz se autoriza con oficio.", En: "A directive is authorised by an official letter."}
	ReglaRecibida = falla.Regla{Codigo: "SIADE-GRUPO-18", Fuente: politica57,
		Es: "Se registra el día en que llegó o dentro de los quince siguientes, nunca antes de que llegue.", En: "It is entered the day it came or within fifteen days, never before."}
	ReglaEscrito = falla.Regla{Codigo: "SIADE-GRUPO-19", Fuente: politica57,
		Es: "Lo que llega por escrito o correo dice qué documento es.", En: "What comes in writing says which document it is."}
	ReglaCanal = falla.Regla{Codigo: "SIADE-GRUPO-20", Fuente: fnNorma,
		Es: "La directriz vigente no recibe solicitudes por ese medio.", En: "The directive in force takes no requests by that means."}
	ReglaGrupo = falla.Regla{Codigo: "SIADE-GRUPO-21", Fuente: fnReunion,
		Es: "El grupo no existe, es de otro OOAD o está de baja.", En: "The group does not exist, is of another OOAD, or has ended."}
	ReglaRepresentacion = falla.Regla{Codigo: "SIADE-GRUPO-22", Fuente: representa,
		Es: "Nadie representa al grupo ese día: venció la representación, o no se ha acreditado.", En: "Nobody represents the group that day: the representation ended, or was never proved."}
	ReglaUnidad = falla.Regla{Codigo: "SIADE-GRUPO-23", Fuente: fnReunion,
		Es: "La unidad se da por su CLUES del IMSS o por su clave institucional.", En: "The unit is given by its IMSS CLUES or by its institutional key."}
	ReglaDemandaRepetida = falla.Regla{Codigo: "SIADE-GRUPO-24", Fuente: deTrabajo,
		Es: "La demanda repite otra de la misma solicitud.", En: "The demand repeats another of the same request."}
	ReglaEnOtra = falla.Regla{Codigo: "SIADE-GRUPO-25", Fuente: deTrabajo,
		Es: "La demanda ya está en la solicitud abierta %s del grupo.", En: "The demand is already in open request %s of the group."}
	ReglaMaximo = falla.Regla{Codigo: "SIADE-GRUPO-26", Fuente: deTrabajo,
		Es: "Una solicitud tiene %d demandas a lo más.", En: "A request has %d demands at most."}
	ReglaMismoResponsable = falla.Regla{Codigo: "SIADE-GRUPO-27", Fuente: fnCoordina,
		Es: "Ya es su responsable.", En: "The person is responsible for it already."}
	ReglaMotivo = falla.Regla{Codigo: "SIADE-GRUPO-28", Fuente: fnCoordina,
		Es: "Se dice por qué cambia de responsable.", En: "Say why it changes hands."}
	ReglaInicio = falla.Regla{Codigo: "SIADE-GRUPO-29", Fuente: deTrabajo,
		Es: "La reunión es futura y dentro de noventa días.", En: "The meeting lies ahead, within ninety days."}
	ReglaInhabil = falla.Regla{Codigo: "SIADE-GRUPO-30", Fuente: deTrabajo,
		Es: "Ese día no es hábil.", En: "That is not a working day."}
	ReglaLugar = falla.Regla{Codigo: "SIADE-GRUPO-31", Fuente: fnReunion,
		Es: "La presencial dice el lugar, la virtual el enlace y la mixta ambos.", En: "A meeting in person says the place, a virtual one the link, a mixed one both."}
	ReglaDemanda = falla.Regla{Codigo: "SIADE-GRUPO-32", Fuente: fnReunion,
		Es: "No hay tal demanda sin terminar.", En: "There is no such demand that has not ended."}
	ReglaArea = falla.Regla{Codigo: "SIADE-GRUPO-33", Fuente: politica53,
		Es: "No es un órgano del catálogo, o se repite.", En: "It is no organ of the catalog, or is repeated."}
	ReglaMismaFecha = falla.Regla{Codigo: "SIADE-GRUPO-34", Fuente: deTrabajo,
		Es: "Es la fecha que ya tiene.", En: "That is the date that it has."}
	ReglaNoConvocada = falla.Regla{Codigo: "SIADE-GRUPO-35", Fuente: politica53,
		Es: "El área no está convocada a la reunión.", En: "The area is not called to the meeting."}
	ReglaQuienAsiste = falla.Regla{Codigo: "SIADE-GRUPO-36", Fuente: deTrabajo,
		Es: "Quien asiste, y solo él, dice el cargo.", En: "Who comes, and only that, tells the post."}
	ReglaNoAsiste = falla.Regla{Codigo: "SIADE-GRUPO-37", Fuente: deTrabajo,
		Es: "Quien no asiste, y solo él, dice por qué.", En: "Who does not come, and only that, says why."}
	ReglaAntes = falla.Regla{Codigo: "SIADE-GRUPO-38", Fuente: fnReunion,
		Es: "La reunión aún no ocurre, o no se ha esperado lo que se dice.", En: "The meeting has not happened, or the wait told has not passed."}
	ReglaFirma = falla.Regla{Codigo: "SIADE-GRUPO-39", Fuente: deTrabajo,
		Es: "Si el grupo no firma se dice por qué; si firma, nada.", En: "If the group does not sign, say why; if it does, nothing."}
	ReglaTratada = falla.Regla{Codigo: "SIADE-GRUPO-40", Fuente: fnReunion,
		Es: "La demanda no se convocó a tratar, ya terminó o se repite.", En: "The demand was not on the agenda, has ended, or is repeated."}
	ReglaRespuesta = falla.Regla{Codigo: "SIADE-GRUPO-41", Fuente: fnReunion,
		Es: "Falta qué se contestó.", En: "What was answered is missing."}
	ReglaEnCurso = falla.Regla{Codigo: "SIADE-GRUPO-42", Fuente: fnReunion,
		Es: "La demanda ya la recoge una petición o un acuerdo.", En: "A petition or an agreement already takes the demand up."}
	ReglaSinTratar = falla.Regla{Codigo: "SIADE-GRUPO-43", Fuente: fnReunion,
		Es: "La minuta no dice qué pasó con la demanda %d.", En: "The minutes do not say what became of demand %d."}
	ReglaPeticion = falla.Regla{Codigo: "SIADE-GRUPO-44", Fuente: politica57,
		Es: "No existe esa petición de este OOAD.", En: "There is no such petition of this OOAD."}
	ReglaCanalPeticion = falla.Regla{Codigo: "SIADE-GRUPO-45", Fuente: politica57,
		Es: "La petición que nace de la solicitud llega por el canal de grupo organizado.", En: "A petition born of the request comes by the channel of organised groups."}
	ReglaPeticionConcluida = falla.Regla{Codigo: "SIADE-GRUPO-46", Fuente: politica57,
		Es: "La petición ya concluyó: no hay qué seguir.", En: "The petition has ended: there is nothing to follow."}
	ReglaPeticionLigada = falla.Regla{Codigo: "SIADE-GRUPO-47", Fuente: politica57,
		Es: "La petición ya recoge otra demanda de la solicitud.", En: "The petition already takes up another demand of the request."}
	ReglaPeticionAbierta = falla.Regla{Codigo: "SIADE-GRUPO-48", Fuente: politica57,
		Es: "El grupo ya tiene abierta la petición %s, que pide lo mismo: líguela en vez de registrar otra.", En: "The group already has petition %s open, which asks for the same: tie it instead of registering another."}
	ReglaPorAcordar = falla.Regla{Codigo: "SIADE-GRUPO-49", Fuente: fnReunion,
		Es: "De esa demanda no se dijo que tendría acuerdo.", En: "No agreement was announced for that demand."}
	ReglaNadaQueSeguir = falla.Regla{Codigo: "SIADE-GRUPO-50", Fuente: politica59,
		Es: "Ninguna petición ni acuerdo recoge demandas.", En: "No petition nor agreement takes demands up."}
	ReglaProrroga = falla.Regla{Codigo: "SIADE-GRUPO-51", Fuente: deTrabajo,
		Es: "Ya se prorrogó.", En: "It was extended already."}
	ReglaMitad = falla.Regla{Codigo: "SIADE-GRUPO-52", Fuente: deTrabajo,
		Es: "Se amplía %d días hábiles a lo más.", En: "It is extended by %d working days at most."}
	ReglaObservacion = falla.Regla{Codigo: "SIADE-GRUPO-53", Fuente: fnReunion,
		Es: "No hay tal observación por corregir.", En: "There is no such observation to correct."}
	ReglaPorCorregir = falla.Regla{Codigo: "SIADE-GRUPO-54", Fuente: fnReunion,
		Es: "Falta corregir lo observado.", En: "What was observed is to be corrected."}
	ReglaEntregado = falla.Regla{Codigo: "SIADE-GRUPO-55", Fuente: politica59,
		Es: "El informe se entrega después de que termina la última demanda, y no en el futuro.", En: "The report is delivered once the last demand ended, and not in the future."}
	ReglaSiRepresenta = falla.Regla{Codigo: "SIADE-GRUPO-56", Fuente: representa,
		Es: "El grupo tiene quien lo represente.", En: "The group has somebody to represent it."}
	ReglaFaltas = falla.Regla{Codigo: "SIADE-GRUPO-57", Fuente: deTrabajo,
		Es: "El grupo no ha faltado a dos reuniones.", En: "The group has not missed two meetings."}
	ReglaRepite = falla.Regla{Codigo: "SIADE-GRUPO-58", Fuente: deTrabajo,
		Es: "La repetida, y solo ella, dice qué otra solicitud del grupo repite.", En: "One that repeats, and only that, says which other request of the group."}
)

var reglas = []falla.Regla{
	ReglaAviso, ReglaRFC, ReglaRegistros, ReglaRegistro, ReglaGrupoRepetido, ReglaClase, ReglaSinNombre, ReglaSinDocumento, ReglaDesde,
	ReglaHasta, ReglaDocumento, ReglaVigencia, ReglaSinRepresenta, ReglaConAbiertas, ReglaObligada, ReglaRequisito, ReglaOficio, ReglaRecibida,
	ReglaEscrito, ReglaCanal, ReglaGrupo, ReglaRepresentacion, ReglaUnidad, ReglaDemandaRepetida, ReglaEnOtra, ReglaMaximo, ReglaMismoResponsable,
	ReglaMotivo, ReglaInicio, ReglaInhabil, ReglaLugar, ReglaDemanda, ReglaArea, ReglaMismaFecha, ReglaNoConvocada, ReglaQuienAsiste,
	ReglaNoAsiste, ReglaAntes, ReglaFirma, ReglaTratada, ReglaRespuesta, ReglaEnCurso, ReglaSinTratar, ReglaPeticion, ReglaCanalPeticion,
	ReglaPeticionConcluida, ReglaPeticionLigada, ReglaPeticionAbierta, ReglaPorAcordar, ReglaNadaQueSeguir, ReglaProrroga, ReglaMitad,
	ReglaObservacion, ReglaPorCorregir, ReglaEntregado, ReglaSiRepresenta, ReglaFaltas, ReglaRepite,
}

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
