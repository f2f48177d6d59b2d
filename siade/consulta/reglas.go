package consulta

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// The rules of the cards. Codes keep their meaning once published.
var (
	ReglaClave = falla.Regla{Codigo: "SIADE-CONSULTA-01", Fuente: deTrabajo,
		Es: "La clave lleva mayúsculas, dígitos y guiones.", En: "The key has capitals, digits and hyphens."}
	ReglaSeccion = falla.Regla{Codigo: "SIADE-CONSULTA-02", Fuente: fnAdministra,
		Es: "No hay sección con esa clave.", En: "There is no section with that key."}
	ReglaClasificador = falla.Regla{Codigo: "SIADE-CONSULTA-03", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/1"},
		Es: "El clasificador en vigor no tiene ese código.", En: "The classifier in force has no such code."}
	ReglaRepetido = falla.Regla{Codigo: "SIADE-CONSULTA-04", Fuente: deTrabajo,
		Es: "Se repite.", En: "It is repeated."}
	ReglaOrgano = falla.Regla{Codigo: "SIADE-CONSULTA-05", Fuente: fnCiudadana,
		Es: "No es un órgano normativo.", En: "It is not a normative organ."}
	ReglaHasta = falla.Regla{Codigo: "SIADE-CONSULTA-06", Fuente: deTrabajo,
		Es: "El último día en que vale no es pasado ni anterior a aquél en que empieza a regir.", En: "The last day on which it holds is neither past nor before the day it comes in force."}
	ReglaRevisar = falla.Regla{Codigo: "SIADE-CONSULTA-07", Fuente: deTrabajo,
		Es: "La próxima revisión es después de que rija, dentro de dos años a más tardar y antes de que deje de valer.", En: "The next review is after it comes in force, within two years and before it ceases to hold."}
	ReglaCosto = falla.Regla{Codigo: "SIADE-CONSULTA-08", Fuente: norma.Cita{Norma: "CFF", Lugar: "art. 6"},
		Es: "Lo que cuesta dice qué norma lo cobra.", En: "What costs says which norm charges it."}
	ReglaLiga = falla.Regla{Codigo: "SIADE-CONSULTA-09", Fuente: deTrabajo,
		Es: "Lo que se hace en línea lleva su liga, que empieza con https.", En: "What is done on line carries its link, which begins with https."}
	ReglaOtroNombre = falla.Regla{Codigo: "SIADE-CONSULTA-10", Fuente: deTrabajo,
		Es: "Otra ficha de la misma clase ya tiene ese nombre.", En: "Another card of the class already has that name."}
	ReglaFicta = falla.Regla{Codigo: "SIADE-CONSULTA-11", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17"},
		Es: "El silencio vale como negativa si nada se dice; que valga como afirmativa lo cita una norma distinta de la LFPA.", En: "Silence is a refusal unless said; that it grants is cited from a norm other than the LFPA."}
	ReglaYaConforme = falla.Regla{Codigo: "SIADE-CONSULTA-12", Fuente: fnCiudadana,
		Es: "El órgano normativo ya está conforme con este borrador.", En: "The normative organ already agrees with this draft."}
	ReglaReparos = falla.Regla{Codigo: "SIADE-CONSULTA-13", Fuente: fnCiudadana,
		Es: "Quien observa dice qué; quien está conforme, nada.", En: "Who observes says what; who agrees, nothing."}
	ReglaOficioOrgano = falla.Regla{Codigo: "SIADE-CONSULTA-14", Fuente: fnCiudadana,
		Es: "Lo que dijo el órgano normativo se asienta con su oficio.", En: "What the normative organ said is entered with its letter."}
	ReglaCompete = falla.Regla{Codigo: "SIADE-CONSULTA-15", Fuente: fnCiudadana,
		Es: "Se dice a qué otro órgano normativo compete solo si no le compete a éste.", En: "Which other normative organ is competent is said only when this one is not."}
	ReglaAunCorre = falla.Regla{Codigo: "SIADE-CONSULTA-16", Fuente: fnCiudadana,
		Es: "Aún corre el término del órgano normativo.", En: "The term of the normative organ still runs."}
	ReglaSinRevision = falla.Regla{Codigo: "SIADE-CONSULTA-17", Fuente: fnCiudadana,
		Es: "Se autoriza el borrador con que el órgano normativo está conforme, o aquél que se decidió sin su respuesta.", En: "The draft authorised is the one that the normative organ agrees with, or the one decided without its answer."}
	ReglaNadaEnVigor = falla.Regla{Codigo: "SIADE-CONSULTA-18", Fuente: deTrabajo,
		Es: "Ninguna versión de la ficha vale hoy.", En: "No version of the card holds today."}
	ReglaYaSuspendida = falla.Regla{Codigo: "SIADE-CONSULTA-19", Fuente: fnAdministra,
		Es: "La versión que rige ya está suspendida.", En: "The version in force is already suspended."}
	ReglaNoSuspendida = falla.Regla{Codigo: "SIADE-CONSULTA-20", Fuente: fnAdministra,
		Es: "La ficha no está suspendida.", En: "The card is not suspended."}
	ReglaSuspendioOrgano = falla.Regla{Codigo: "SIADE-CONSULTA-21", Fuente: fnCiudadana,
		Es: "La suspendió el órgano normativo: se levanta con su oficio.", En: "The normative organ suspended it: it is lifted by its letter."}
	ReglaConReportes = falla.Regla{Codigo: "SIADE-CONSULTA-22", Fuente: fnRegional,
		Es: "Antes se atienden sus reportes abiertos: %d.", En: "Its open reports are attended first: %d."}
	ReglaSinReporte = falla.Regla{Codigo: "SIADE-CONSULTA-23", Fuente: fnRegional,
		Es: "La ficha no tiene abierto ese reporte.", En: "The card has no such report open."}
	ReglaSinCorregir = falla.Regla{Codigo: "SIADE-CONSULTA-24", Fuente: fnEnlace,
		Es: "No se ha autorizado una versión posterior a la reportada.", En: "No version after the one reported was authorised."}
	ReglaCausal = falla.Regla{Codigo: "SIADE-CONSULTA-25", Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 3"},
		Es: "Lo que no procede lleva causal; lo que se corrige, no.", En: "What leads to no change takes a ground; what is corrected does not."}
	ReglaDemasiados = falla.Regla{Codigo: "SIADE-CONSULTA-26", Fuente: deTrabajo,
		Es: "La ficha ya acumula el máximo de reportes por atender: %d.", En: "The card already gathers as many open reports as it may: %d."}
	ReglaQueFicha = falla.Regla{Codigo: "SIADE-CONSULTA-27", Fuente: fnRegional,
		Es: "Se dice la ficha, salvo que se pida una nueva.", En: "The card is said, unless a new one is asked for."}
	ReglaSinFicha = falla.Regla{Codigo: "SIADE-CONSULTA-28", Fuente: fnRegional,
		Es: "No hay una ficha así que valga hoy.", En: "There is no such card that holds today."}
	ReglaFuente = falla.Regla{Codigo: "SIADE-CONSULTA-29", Fuente: fnEnlace,
		Es: "Se dice de dónde se sabe: una fuente o el folio de una petición.", En: "It is said how it is known: a source or the folio of a petition."}
	ReglaPeticion = falla.Regla{Codigo: "SIADE-CONSULTA-30", Fuente: deTrabajo,
		Es: "No existe esa petición o no puede leerla.", En: "There is no such petition, or you may not read it."}
	ReglaEnLaFicha = falla.Regla{Codigo: "SIADE-CONSULTA-31", Fuente: fnEnlace,
		Es: "El reporte de una ficha desactualizada se atiende en la ficha.", En: "The report that a card is out of date is attended on the card."}
	ReglaUnidad = falla.Regla{Codigo: "SIADE-CONSULTA-32", Fuente: fnCoordina,
		Es: "Esa unidad no elabora fichas.", En: "That unit drafts no cards."}
	ReglaFechaEncargo = falla.Regla{Codigo: "SIADE-CONSULTA-33", Fuente: fnCoordina,
		Es: "La fecha es de mañana en adelante, dentro de un año.", En: "The date is from tomorrow on, within a year."}
	ReglaSinEncargo = falla.Regla{Codigo: "SIADE-CONSULTA-34", Fuente: fnCoordina,
		Es: "No hay encargo por concluir.", En: "There is no work to finish."}
	ReglaNoDifundir = falla.Regla{Codigo: "SIADE-CONSULTA-35", Fuente: fnRegional,
		Es: "No hay ficha con esa clave que valga ese día, o está suspendida.", En: "There is no card with that key that holds on that day, or it is suspended."}
	ReglaDiaDifusion = falla.Regla{Codigo: "SIADE-CONSULTA-36", Fuente: fnRegional,
		Es: "El día no es futuro ni de hace más de sesenta días.", En: "The day is neither in the future nor more than sixty days past."}
	ReglaMismaClave = falla.Regla{Codigo: "SIADE-CONSULTA-37", Fuente: fnAdministra,
		Es: "La clave no cambia: se retira y se registra otra.", En: "The key does not change: retire it and register another."}
)

var reglas = []falla.Regla{
	ReglaClave, ReglaSeccion, ReglaClasificador, ReglaRepetido, ReglaOrgano, ReglaHasta, ReglaRevisar, ReglaCosto, ReglaLiga, ReglaOtroNombre,
	ReglaFicta, ReglaYaConforme, ReglaReparos, ReglaOficioOrgano, ReglaCompete, ReglaAunCorre, ReglaSinRevision, ReglaNadaEnVigor, ReglaYaSuspendida,
	ReglaNoSuspendida, ReglaSuspendioOrgano, ReglaConReportes, ReglaSinReporte, ReglaSinCorregir, ReglaCausal, ReglaDemasiados, ReglaQueFicha,
	ReglaSinFicha, ReglaFuente, ReglaPeticion, ReglaEnLaFicha, ReglaUnidad, ReglaFechaEncargo, ReglaSinEncargo, ReglaNoDifundir, ReglaDiaDifusion,
	ReglaMismaClave,
}

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
