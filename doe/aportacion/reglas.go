package aportacion

import "github.com/operacion-abierta/operacion/doe/falla"

// The rules of a contribution. Codes keep their meaning once published.
var (
	ReglaExpediente = falla.Regla{Codigo: "DOE-APORTACION-01", Fuente: deTrabajo,
		Es: "No existe ese expediente, no puede leerlo o todavía no tiene esa versión.", En: "There is no such record, you may not read it or it does not have that version yet."}
	ReglaNoLoLleva = falla.Regla{Codigo: "DOE-APORTACION-02", Fuente: deTrabajo,
		Es: "Solo pide aportaciones la unidad que lleva el expediente: la que puede hacer algún acto en él.", En: "Only a unit that handles the record asks for contributions: one that may do some act on it."}
	ReglaAQuien = falla.Regla{Codigo: "DOE-APORTACION-03", Fuente: deTrabajo,
		Es: "Se pide a una unidad o a un órgano del catálogo, uno solo y no uno mismo; la unidad regional lleva su OOAD y las demás no.", En: "It is asked of one unit or organ of the catalog, not of oneself; a regional unit names its OOAD and no other does."}
	ReglaOtra = falla.Regla{Codigo: "DOE-APORTACION-04", Fuente: lfpa42,
		Es: "Se pide a otra, no a la que la devolvió por no competerle.", En: "It is asked of another one, not of the one that returned it as not its competence."}
	ReglaCompete = falla.Regla{Codigo: "DOE-APORTACION-05", Fuente: lfpa42,
		Es: "Solo lo que no compete dice a quién compete: una unidad u órgano del catálogo que no es quien lo devuelve.", En: "Only what is not its competence names whose it is: a unit or organ of the catalog, never who returns it."}
	ReglaDocumento = falla.Regla{Codigo: "DOE-APORTACION-06", Fuente: deTrabajo,
		Es: "El documento no es un archivo adjunto de la aportación.", En: "The document is not an attachment of the contribution."}
	ReglaEnTermino = falla.Regla{Codigo: "DOE-APORTACION-07", Fuente: deTrabajo,
		Es: "El término aún no vence.", En: "The term is still running."}
	ReglaSinInsistir = falla.Regla{Codigo: "DOE-APORTACION-08", Fuente: deTrabajo,
		Es: "Antes de cerrar sin respuesta se insiste.", En: "Before closing without an answer, it is insisted on."}
	ReglaVersion = falla.Regla{Codigo: "DOE-APORTACION-09", Fuente: deTrabajo,
		Es: "No es la última versión de la respuesta.", En: "It is not the last version of the answer."}
	ReglaParcial = falla.Regla{Codigo: "DOE-APORTACION-10", Fuente: deTrabajo,
		Es: "Lo que se toma en parte dice qué no y por qué.", En: "What is taken in part says what not and why."}
	ReglaTope = falla.Regla{Codigo: "DOE-APORTACION-11", Fuente: deTrabajo,
		Es: "Con la ampliación el término pasa de 120 días hábiles.", En: "With the extension the term exceeds 120 working days."}
	ReglaUnidad = falla.Regla{Codigo: "DOE-APORTACION-12", Fuente: deTrabajo,
		Es: "El enlace es para órganos: las unidades responden con su cuenta.", En: "Links are for organs: units answer with their account."}
	ReglaAclaracion = falla.Regla{Codigo: "DOE-APORTACION-13", Fuente: deTrabajo,
		Es: "Lo que se pide de nuevo a la misma se aclara.", En: "What is asked again of the same one is made clear."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{ReglaExpediente, ReglaNoLoLleva, ReglaAQuien, ReglaOtra, ReglaCompete, ReglaDocumento, ReglaEnTermino, ReglaSinInsistir,
		ReglaVersion, ReglaParcial, ReglaTope, ReglaUnidad, ReglaAclaracion}
}
