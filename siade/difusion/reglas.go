package difusion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// The rules of activities and protocols. Codes keep their meaning once
// published.
var (
	ReglaDia = falla.Regla{Codigo: "SIADE-DIFUSION-01", Fuente: deTrabajo,
		Es: "La actividad es de hoy en adelante, dentro de un año, y en otro día si se mueve.", En: "The activity lies from today to a year ahead, and on another day when it moves."}
	ReglaUnidad = falla.Regla{Codigo: "SIADE-DIFUSION-02", Fuente: fnProgramas,
		Es: "La unidad se da por su CLUES del IMSS o por su clave institucional.", En: "The unit is given by its IMSS CLUES or by its institutional key."}
	ReglaSinUnidad = falla.Regla{Codigo: "SIADE-DIFUSION-03", Fuente: fnProactiva,
		Es: "La jornada se hace en una unidad.", En: "A round is held in a unit."}
	ReglaTurno = falla.Regla{Codigo: "SIADE-DIFUSION-04", Fuente: fnProactiva,
		Es: "La jornada, y solo ella, dice su turno.", En: "A round, and only that, says its shift."}
	ReglaOrientadores = falla.Regla{Codigo: "SIADE-DIFUSION-05", Fuente: fnProactiva,
		Es: "La jornada, y solo ella, dice quiénes orientan.", En: "A round, and only that, says who attends it."}
	ReglaMaterial = falla.Regla{Codigo: "SIADE-DIFUSION-06", Fuente: deTrabajo,
		Es: "El material se repite.", En: "The material is repeated."}
	ReglaRealizada = falla.Regla{Codigo: "SIADE-DIFUSION-07", Fuente: deTrabajo,
		Es: "Se asienta desde su día, y a más tardar quince días después de hacerse.", En: "It is entered from its day on, and within fifteen days of being held."}
	ReglaPoblacion = falla.Regla{Codigo: "SIADE-DIFUSION-08", Fuente: deTrabajo,
		Es: "La clase de personas se repite.", En: "The kind of people is repeated."}
	ReglaEntregado = falla.Regla{Codigo: "SIADE-DIFUSION-09", Fuente: deTrabajo,
		Es: "El material no estaba previsto, se repite, o se entregó más del que había.", En: "The material was not foreseen, is repeated, or more was handed out than there was."}
	ReglaOrientador = falla.Regla{Codigo: "SIADE-DIFUSION-10", Fuente: fnProactiva,
		Es: "Quien orientó no es de la jornada, se repite, o resolvió más de lo que orientó.", En: "The attendant is not of the round, is repeated, or settled more than were oriented."}
	ReglaSuma = falla.Regla{Codigo: "SIADE-DIFUSION-11", Fuente: fnProactiva,
		Es: "De la jornada se dice qué hizo cada quien, y lo de todas suma las personas atendidas.", En: "Of a round, say what each attendant did; together they make the people attended."}
	ReglaPeticion = falla.Regla{Codigo: "SIADE-DIFUSION-12", Fuente: politica57,
		Es: "No existe esa petición de este OOAD por el canal de evento, o nació de otro expediente.", En: "There is no such petition of this OOAD by the channel of events, or it was born of another record."}
	ReglaLigada = falla.Regla{Codigo: "SIADE-DIFUSION-13", Fuente: politica57,
		Es: "La petición ya está ligada.", En: "The petition is tied already."}
	ReglaCausa = falla.Regla{Codigo: "SIADE-DIFUSION-14", Fuente: fnProgramas,
		Es: "Faltó más de una quinta parte de la meta: se dice por qué.", En: "More than a fifth of the goal is missing: say why."}
	ReglaEvidencia = falla.Regla{Codigo: "SIADE-DIFUSION-15", Fuente: deTrabajo,
		Es: "Falta adjuntar la evidencia de la actividad.", En: "The evidence of the activity must be attached."}
	ReglaPorCorregir = falla.Regla{Codigo: "SIADE-DIFUSION-16", Fuente: fnTrato,
		Es: "Falta corregir lo observado.", En: "What was observed is to be corrected."}
	ReglaObservacion = falla.Regla{Codigo: "SIADE-DIFUSION-17", Fuente: fnTrato,
		Es: "No hay tal observación por corregir.", En: "There is no such observation to correct."}
	ReglaOficio = falla.Regla{Codigo: "SIADE-DIFUSION-18", Fuente: fnCalidad,
		Es: "El protocolo se autoriza con oficio.", En: "A protocol is authorised by an official letter."}
	ReglaConducta = falla.Regla{Codigo: "SIADE-DIFUSION-19", Fuente: deTrabajo,
		Es: "La clave de la conducta se repite.", En: "The key of the conduct is repeated."}
	ReglaSinVersion = falla.Regla{Codigo: "SIADE-DIFUSION-20", Fuente: fnTrato,
		Es: "Ninguna versión del protocolo rige hoy.", En: "No version of the protocol rules today."}
	ReglaOOAD = falla.Regla{Codigo: "SIADE-DIFUSION-21", Fuente: fnTrato,
		Es: "No es un OOAD, se repite, o esa versión ya se le difundió.", En: "It is no OOAD, is repeated, or that version was already sent to it."}
	ReglaSinDifusion = falla.Regla{Codigo: "SIADE-DIFUSION-22", Fuente: fnTrato,
		Es: "Nada se le difundió a este OOAD que falte confirmar.", En: "Nothing sent to this OOAD is to be confirmed."}
	ReglaLeyeron = falla.Regla{Codigo: "SIADE-DIFUSION-23", Fuente: fnTrato,
		Es: "No puede haber leído más personal del que hay.", En: "No more staff may have read it than there is."}
	ReglaFaltan = falla.Regla{Codigo: "SIADE-DIFUSION-24", Fuente: fnTrato,
		Es: "Si no todo el personal lo leyó se dice cómo lo hará; si todo, nada.", En: "If not all the staff read it, say how they will; if all did, nothing."}
	ReglaNormativo = falla.Regla{Codigo: "SIADE-DIFUSION-25", Fuente: fnMedios,
		Es: "No es un órgano normativo.", En: "It is no normative organ."}
	ReglaEmitida = falla.Regla{Codigo: "SIADE-DIFUSION-26", Fuente: fnMedios,
		Es: "Se asienta lo que ya salió al aire, desde que se programó.", En: "What is entered has been on the air, since it was set."}
	ReglaRespaldo = falla.Regla{Codigo: "SIADE-DIFUSION-27", Fuente: fnMedios,
		Es: "Falta el respaldo del órgano normativo.", En: "The normative organ has not agreed."}
	ReglaTraida = falla.Regla{Codigo: "SIADE-DIFUSION-28", Fuente: fnMedios,
		Es: "No existe esa petición, o es anterior a la emisión.", En: "There is no such petition, or it came before the broadcast."}
	ReglaPorAtender = falla.Regla{Codigo: "SIADE-DIFUSION-29", Fuente: fnMedios,
		Es: "La petición %s no ha concluido.", En: "Petition %s has not ended."}
)

var reglas = []falla.Regla{
	ReglaDia, ReglaUnidad, ReglaSinUnidad, ReglaTurno, ReglaOrientadores, ReglaMaterial, ReglaRealizada, ReglaPoblacion, ReglaEntregado,
	ReglaOrientador, ReglaSuma, ReglaPeticion, ReglaLigada, ReglaCausa, ReglaEvidencia, ReglaPorCorregir, ReglaObservacion, ReglaOficio,
	ReglaConducta, ReglaSinVersion, ReglaOOAD, ReglaSinDifusion, ReglaLeyeron, ReglaFaltan,
	ReglaNormativo, ReglaEmitida, ReglaRespaldo, ReglaTraida, ReglaPorAtender,
}

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
