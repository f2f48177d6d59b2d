package estadistica

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

var (
	deCorte     = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1/8"}
	deValidar   = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.1/8"}
	reproducido = norma.Configuracion("un corte publicado se reproduce de sus eventos")
)

// The rules of designs and cuts. Codes keep their meaning once published.
var (
	ReglaCuadroRepetido = falla.Regla{Codigo: "SIADE-CORTE-01", Fuente: deDiseno, Es: "La clave del cuadro se repite.", En: "The key of the table is repeated."}
	ReglaMedida         = falla.Regla{Codigo: "SIADE-CORTE-02", Fuente: deDiseno, Es: "No es una cifra de la estadística.", En: "It is not a figure of the statistics."}
	ReglaFiltro         = falla.Regla{Codigo: "SIADE-CORTE-03", Fuente: deDiseno, Es: "El filtro se repite o es de tiempo: el periodo es el del corte.", En: "The filter is repeated or is of time: the period is that of the cut."}
	ReglaCuadro         = falla.Regla{Codigo: "SIADE-CORTE-04", Fuente: deDiseno, Es: "Esas dimensiones, con esos filtros, no se combinan.", En: "Those dimensions, with those filters, do not combine."}
	ReglaSinDiseno      = falla.Regla{Codigo: "SIADE-CORTE-05", Fuente: deCorte, Es: "No hay diseño vigente con esa clave.", En: "There is no design in force with that key."}
	ReglaPeriodo        = falla.Regla{Codigo: "SIADE-CORTE-06", Fuente: deCorte, Es: "El periodo no es de la periodicidad del diseño.", En: "The period is not of the periodicity of the design."}
	ReglaNoCerrado      = falla.Regla{Codigo: "SIADE-CORTE-07", Fuente: deCorte, Es: "El periodo no termina aún, o no pasan los días de espera del diseño.", En: "The period is not over yet, or the days that the design waits for have not passed."}
	ReglaYaHayCorte     = falla.Regla{Codigo: "SIADE-CORTE-08", Fuente: deCorte, Es: "Ya hay corte de ese diseño y periodo: el publicado se rectifica, no se repite.", En: "There is a cut of that design and period: one published is rectified, not repeated."}
	ReglaRectifica      = falla.Regla{Codigo: "SIADE-CORTE-09", Fuente: deCorte, Es: "Sólo se rectifica el corte publicado y vigente del mismo diseño y periodo, con su motivo.", En: "Only the cut published and in force of the same design and period is rectified, with a reason."}
	ReglaFolios         = falla.Regla{Codigo: "SIADE-CORTE-10", Fuente: deValidar, Es: "Los folios del periodo no son los que el corte cuenta: se observa.", En: "The folios of the period are not those that the cut counts: it is to be returned."}
	ReglaHuella         = falla.Regla{Codigo: "SIADE-CORTE-11", Fuente: reproducido, Es: "La huella no es la de los cuadros del corte.", En: "The digest is not that of the tables of the cut."}
)

// Reglas lists the rules of designs and cuts.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaCuadroRepetido, ReglaMedida, ReglaFiltro, ReglaCuadro, ReglaSinDiseno, ReglaPeriodo, ReglaNoCerrado, ReglaYaHayCorte, ReglaRectifica, ReglaFolios, ReglaHuella,
	}
}
