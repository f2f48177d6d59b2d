package plantilla

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// The rules of the templates and of filling them. Codes keep their meaning once
// published.
var (
	ReglaLlaves = falla.Regla{Codigo: "SIADE-PLANTILLA-01", Fuente: deTrabajo,
		Es: "Hay llaves dobles que no encierran el nombre de un campo.", En: "There are double braces that enclose no name of a field."}
	ReglaNombre = falla.Regla{Codigo: "SIADE-PLANTILLA-02", Fuente: deTrabajo,
		Es: "El nombre del campo lleva minúsculas sin acento, dígitos y guiones bajos.", En: "The name of a field has lower-case letters, digits and underscores."}
	ReglaRepetido = falla.Regla{Codigo: "SIADE-PLANTILLA-03", Fuente: deTrabajo,
		Es: "Se repite.", En: "It is repeated."}
	ReglaSinUso = falla.Regla{Codigo: "SIADE-PLANTILLA-04", Fuente: deTrabajo,
		Es: "El texto no usa ese campo.", En: "The text does not use that field."}
	ReglaClase = falla.Regla{Codigo: "SIADE-PLANTILLA-05", Fuente: deTrabajo,
		Es: "Ese dato del expediente es de clase %s.", En: "That datum of the record is of type %s."}
	ReglaSinDeclarar = falla.Regla{Codigo: "SIADE-PLANTILLA-06", Fuente: deTrabajo,
		Es: "El texto usa un campo que no se declara: %s.", En: "The text uses a field that is not declared: %s."}
	ReglaClasificador = falla.Regla{Codigo: "SIADE-PLANTILLA-07", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/1"},
		Es: "El clasificador en vigor no tiene ese código.", En: "The classifier in force has no such code."}
	ReglaFalta = falla.Regla{Codigo: "SIADE-PLANTILLA-08", Fuente: fnFomenta,
		Es: "Falta el campo «%s».", En: "The field «%s» is missing."}
	ReglaCampo = falla.Regla{Codigo: "SIADE-PLANTILLA-09", Fuente: deTrabajo,
		Es: "La plantilla no tiene ese campo o ya se dio.", En: "The template has no such field, or it was given already."}
	ReglaValor = falla.Regla{Codigo: "SIADE-PLANTILLA-10", Fuente: deTrabajo,
		Es: "No es un valor de clase %s.", En: "It is no value of type %s."}
	ReglaDelExpediente = falla.Regla{Codigo: "SIADE-PLANTILLA-11", Fuente: deTrabajo,
		Es: "Ese campo se llena del expediente: no se da a mano.", En: "That field is filled from the record: it is not given by hand."}
	ReglaLarga = falla.Regla{Codigo: "SIADE-PLANTILLA-12", Fuente: deTrabajo,
		Es: "Llena, la respuesta pasa de %d caracteres.", En: "Filled, the answer is longer than %d characters."}
	ReglaSinVigor = falla.Regla{Codigo: "SIADE-PLANTILLA-13", Fuente: fnAutoriza,
		Es: "No hay una plantilla así que rija hoy.", En: "There is no such template in force today."}
	ReglaNoAplica = falla.Regla{Codigo: "SIADE-PLANTILLA-14", Fuente: fnAutoriza,
		Es: "La plantilla no es para peticiones de este tipo o tema.", En: "The template is not for petitions of this type or theme."}
	ReglaFicha = falla.Regla{Codigo: "SIADE-PLANTILLA-15", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.3/12"},
		Es: "No hay una ficha así que valga hoy, o está suspendida.", En: "There is no such card that holds today, or it is suspended."}
)

var reglas = []falla.Regla{
	ReglaLlaves, ReglaNombre, ReglaRepetido, ReglaSinUso, ReglaClase, ReglaSinDeclarar, ReglaClasificador, ReglaFalta,
	ReglaCampo, ReglaValor, ReglaDelExpediente, ReglaLarga, ReglaSinVigor, ReglaNoAplica, ReglaFicha,
}

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla { return slices.Clone(reglas) }
