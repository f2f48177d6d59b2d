package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// The rules of the catalog and of classifying by it. Their codes keep their
// meaning once published.
var (
	ReglaOtroClasificador = falla.Regla{Codigo: "SIADE-CLASIFICADOR-01", Es: "La clase y la clave de un clasificador no cambian: retírelo y dé de alta otro.", En: "The class and the key of an entry do not change: retire it and enter another.", Fuente: administracion}
	ReglaEdicionPasada    = falla.Regla{Codigo: "SIADE-CLASIFICADOR-02", Es: "Lo que cambia rige desde hoy o después: lo que ya se clasificó no se mueve.", En: "A change holds from today or later: what was classified does not move.", Fuente: administracion}
	ReglaEdicionHasta     = falla.Regla{Codigo: "SIADE-CLASIFICADOR-03", Es: "El último día es anterior al primero.", En: "The last day is before the first.", Fuente: interno}
	ReglaPadre            = falla.Regla{Codigo: "SIADE-CLASIFICADOR-04", Es: "Un subtema dice de qué tema vigente es; lo demás no tiene tema superior.", En: "A sub-theme says the theme in force it is of; nothing else has one above.", Fuente: administracion}
	ReglaServiciosDe      = falla.Regla{Codigo: "SIADE-CLASIFICADOR-05", Es: "Solo un tema o un subtema dice con qué servicios se combina.", En: "Only a theme or a sub-theme says which services it goes with.", Fuente: interno}
	ReglaSinClasificador  = falla.Regla{Codigo: "SIADE-CLASIFICADOR-06", Es: "%s: el código no está vigente en el catálogo.", En: "%s: the code is not in force in the catalog.", Fuente: criterio}
	ReglaPregunta         = falla.Regla{Codigo: "SIADE-CLASIFICADOR-07", Es: "El código de la pregunta se repite o no es un código.", En: "The code of the question is repeated, or is no code.", Fuente: interno}
	ReglaOpciones         = falla.Regla{Codigo: "SIADE-CLASIFICADOR-08", Es: "Las opciones son de las preguntas de opción, que tienen al menos una.", En: "Options are of questions of option, which have at least one.", Fuente: interno}
	ReglaCondicion        = falla.Regla{Codigo: "SIADE-CLASIFICADOR-09", Es: "Una pregunta depende de otra anterior y de una respuesta que ésta admite.", En: "A question depends on one before it and on an answer that it admits.", Fuente: interno}
	ReglaRutaRepetida     = falla.Regla{Codigo: "SIADE-CLASIFICADOR-10", Es: "Otra ruta toma el mismo lugar.", En: "Another route takes the same place.", Fuente: interno}
	ReglaTipoClasificador = falla.Regla{Codigo: "SIADE-CLASIFICADOR-11", Es: "No se usa en peticiones de tipo %s.", En: "It is not used in petitions of type %s.", Fuente: criterio}
	ReglaServicioDelTema  = falla.Regla{Codigo: "SIADE-CLASIFICADOR-12", Es: "Ese servicio no se combina con %s.", En: "That service does not go with %s.", Fuente: criterio}
	ReglaSubtemaDe        = falla.Regla{Codigo: "SIADE-CLASIFICADOR-13", Es: "El subtema es de %s.", En: "The sub-theme is of %s.", Fuente: criterio}
	ReglaSubtemaSolo      = falla.Regla{Codigo: "SIADE-CLASIFICADOR-14", Es: "El subtema va con su tema.", En: "A sub-theme goes with its theme.", Fuente: criterio}
	ReglaExtraAjena       = falla.Regla{Codigo: "SIADE-CLASIFICADOR-15", Es: "El catálogo no hace esa pregunta al clasificar así, o se contesta dos veces.", En: "The catalog does not ask that question of this class, or it is answered twice.", Fuente: criterio}
	ReglaExtraFalta       = falla.Regla{Codigo: "SIADE-CLASIFICADOR-16", Es: "Falta contestar la pregunta %s.", En: "Question %s must be answered.", Fuente: criterio}
	ReglaExtraValor       = falla.Regla{Codigo: "SIADE-CLASIFICADOR-17", Es: "No es una respuesta de la clase %s que la pregunta admite.", En: "It is no answer of kind %s that the question admits.", Fuente: criterio}
)

var reglasClasificador = []falla.Regla{
	ReglaOtroClasificador, ReglaEdicionPasada, ReglaEdicionHasta, ReglaPadre, ReglaServiciosDe, ReglaSinClasificador,
	ReglaPregunta, ReglaOpciones, ReglaCondicion, ReglaRutaRepetida, ReglaTipoClasificador, ReglaServicioDelTema,
	ReglaSubtemaDe, ReglaSubtemaSolo, ReglaExtraAjena, ReglaExtraFalta, ReglaExtraValor,
}

// ReglasClasificador lists the rules of the catalog in the order of their codes.
func ReglasClasificador() []falla.Regla { return slices.Clone(reglasClasificador) }
