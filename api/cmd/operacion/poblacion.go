package main

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// poblacion enters a denominator of rates: the insured of December 2021, of the
// bodies that are a whole state. Of those that share one there is no figure.
func (g *guion) poblacion() {
	g.crear(titular("doe-7.1.3.1.4", ""), estadistica.ColeccionPoblaciones, estadistica.ContenidoPoblacion{
		Concepto: estadistica.Asegurados, Corte: fecha.MustParse("2021-12-31"), Desde: fecha.MustParse("2022-01-01"),
		Fuente:    "IMSS, puestos de trabajo asegurados por entidad federativa; solo los OOAD que abarcan una entidad",
		Documento: "github.com/vjvelascorios/Asegurados-IMSS, Utilities/asegurados_oficial.csv",
		Valores: []estadistica.PoblacionOOAD{
			{OOAD: "01", Personas: 335529}, {OOAD: "02", Personas: 1004354}, {OOAD: "03", Personas: 190885}, {OOAD: "04", Personas: 131218}, {OOAD: "05", Personas: 789468}, {OOAD: "06", Personas: 140370}, {OOAD: "07", Personas: 235059}, {OOAD: "08", Personas: 930477},
			{OOAD: "10", Personas: 254204}, {OOAD: "11", Personas: 1014873}, {OOAD: "12", Personas: 153546}, {OOAD: "13", Personas: 240431}, {OOAD: "14", Personas: 1849999}, {OOAD: "17", Personas: 465270}, {OOAD: "18", Personas: 213192}, {OOAD: "19", Personas: 160665},
			{OOAD: "20", Personas: 1696729}, {OOAD: "21", Personas: 211048}, {OOAD: "22", Personas: 611779}, {OOAD: "23", Personas: 628676}, {OOAD: "24", Personas: 432986}, {OOAD: "25", Personas: 451010}, {OOAD: "26", Personas: 586281}, {OOAD: "27", Personas: 596602},
			{OOAD: "28", Personas: 209338}, {OOAD: "29", Personas: 696086}, {OOAD: "30", Personas: 103100}, {OOAD: "33", Personas: 393339}, {OOAD: "34", Personas: 195976},
		},
	})
}
