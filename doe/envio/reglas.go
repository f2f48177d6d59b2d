package envio

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

var lfpa42 = norma.Cita{Norma: "LFPA", Lugar: "art. 42"}

// The rules of a dispatch. Codes keep their meaning once published.
var (
	ReglaExpediente = falla.Regla{Codigo: "DOE-ENVIO-01", Fuente: deTrabajo,
		Es: "No existe ese expediente, no puede leerlo o todavía no tiene esa versión.", En: "There is no such record, you may not read it or it does not have that version yet."}
	ReglaDocumento = falla.Regla{Codigo: "DOE-ENVIO-02", Fuente: deTrabajo,
		Es: "El documento no es un archivo adjunto del expediente.", En: "The document is not an attachment of the record."}
	ReglaDestinatario = falla.Regla{Codigo: "DOE-ENVIO-03", Fuente: deTrabajo,
		Es: "El destinatario es una unidad, un órgano o una persona, uno solo, y está en el catálogo; la unidad regional lleva su OOAD y las demás no.", En: "A recipient is a unit, an organ or a person, one of them, and is in the catalog; a regional unit names its OOAD and no other does."}
	ReglaRepetido = falla.Regla{Codigo: "DOE-ENVIO-04", Fuente: deTrabajo,
		Es: "El destinatario está repetido, o es quien envía.", En: "The recipient is repeated, or is the sender."}
	ReglaOficio = falla.Regla{Codigo: "DOE-ENVIO-05", Fuente: deTrabajo,
		Es: "Lo que va por oficio lleva su número, su fecha y quién lo firma.", En: "What goes by letter has its number, its date and its signer."}
	ReglaFecha = falla.Regla{Codigo: "DOE-ENVIO-06", Fuente: deTrabajo,
		Es: "La fecha no puede ser futura ni de hace más de un año.", En: "The date may be neither in the future nor over a year old."}
	ReglaAcuse = falla.Regla{Codigo: "DOE-ENVIO-07", Fuente: deTrabajo,
		Es: "El acuse no puede ser anterior al envío.", En: "The acknowledgement may not be earlier than the sending."}
	ReglaCopiaSellada = falla.Regla{Codigo: "DOE-ENVIO-08", Fuente: deTrabajo,
		Es: "El acuse de lo que va por oficio o en mano es la copia sellada, que se adjunta al envío.", En: "What goes by letter or by hand is acknowledged by its stamped copy, which is attached to the dispatch."}
	ReglaSituacion = falla.Regla{Codigo: "DOE-ENVIO-09", Fuente: deTrabajo,
		Es: "El envío no está con ese destinatario como esto pide: pendiente, devuelto o sin acuse, según el acto.", En: "The dispatch does not stand with that recipient as this takes: pending, returned or unacknowledged, depending on the act."}
	ReglaEnTermino = falla.Regla{Codigo: "DOE-ENVIO-10", Fuente: deTrabajo,
		Es: "El término para acusar aún no vence.", En: "The term to acknowledge is still running."}
	ReglaSinInsistir = falla.Regla{Codigo: "DOE-ENVIO-11", Fuente: deTrabajo,
		Es: "Antes de concluir sin acuse se insiste.", En: "Before giving the acknowledgement up, it is insisted on."}
	ReglaCompete = falla.Regla{Codigo: "DOE-ENVIO-12", Fuente: lfpa42,
		Es: "Solo lo que no compete dice a quién compete, y no a quien lo devuelve.", En: "Only what is not its competence names whose it is, and never who returns it."}
	ReglaYaAcusado = falla.Regla{Codigo: "DOE-ENVIO-13", Fuente: deTrabajo,
		Es: "Lo que alguien acusó ya no se retira.", En: "What somebody acknowledged can no longer be withdrawn."}
	ReglaRemitente = falla.Regla{Codigo: "DOE-ENVIO-14", Fuente: deTrabajo,
		Es: "El envío necesita la unidad que lo remite.", En: "A dispatch needs the unit that sends it."}
	ReglaEntrega = falla.Regla{Codigo: "DOE-ENVIO-15", Fuente: deTrabajo,
		Es: "Esa entrega no está en el catálogo, no la debe quien envía o no se le debe a ninguno de los destinatarios.", En: "That hand-off is not in the catalog, is not owed by the sender or is owed to none of the recipients."}
	ReglaSinEnlace = falla.Regla{Codigo: "DOE-ENVIO-16", Fuente: deTrabajo,
		Es: "Las unidades acusan con su cuenta: el enlace es para órganos y personas.", En: "Units acknowledge with their account: links are for organs and persons."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaExpediente, ReglaDocumento, ReglaDestinatario, ReglaRepetido, ReglaOficio, ReglaFecha, ReglaAcuse, ReglaCopiaSellada,
		ReglaSituacion, ReglaEnTermino, ReglaSinInsistir, ReglaCompete, ReglaYaAcusado, ReglaRemitente, ReglaEntrega, ReglaSinEnlace,
	}
}
