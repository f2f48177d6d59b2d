package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// The rules of the parameters and of working by them. Codes keep their meaning
// once published.
var (
	ReglaCanal           = falla.Regla{Codigo: "SIADE-PARAMETROS-01", Es: "El OOAD no ofrece ese canal, según los parámetros vigentes.", En: "The body does not offer that channel, by the parameters in force.", Fuente: administracion}
	ReglaParametrosDesde = falla.Regla{Codigo: "SIADE-PARAMETROS-02", Es: "La edición rige desde hoy o dentro de un año a más tardar, y después de la anterior.", En: "The edition rules from today or within a year, and after the previous one.", Fuente: administracion}
	ReglaParametrosNunca = falla.Regla{Codigo: "SIADE-PARAMETROS-03", Es: "El término nunca regiría: otro anterior toma las mismas peticiones.", En: "The term would never rule: one before it takes the same petitions.", Fuente: administracion}
	ReglaParametrosTema  = falla.Regla{Codigo: "SIADE-PARAMETROS-04", Es: "El tema se repite o no es un código.", En: "The theme is repeated, or is no code.", Fuente: administracion}
	ReglaParametrosOOAD  = falla.Regla{Codigo: "SIADE-PARAMETROS-05", Es: "El OOAD se repite o no es la clave de uno.", En: "The body is repeated, or is not the code of one.", Fuente: administracion}
)

var reglasParametros = []falla.Regla{ReglaCanal, ReglaParametrosDesde, ReglaParametrosNunca, ReglaParametrosTema, ReglaParametrosOOAD}

// ReglasParametros lists them in the order of their codes.
func ReglasParametros() []falla.Regla { return slices.Clone(reglasParametros) }
