package main

import (
	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// corte leaves a monthly report designed, and that of the last month published.
func (g *guion) corte() {
	sistemas, ejecuta, valida, unidad := titular("doe-7.1.3.1.4", ""), titular("doe-7.1.3.1", ""), titular("doe-7.1.3.1.1", ""), titular("doe-7.1.3", "")
	fin := g.hoy().Sumar(-g.hoy().Dia()) // the last day of the month gone by
	g.el(fin.Sumar(-fin.Dia()))
	e := estadistica.PrimerDiseno
	e.Contenido.Espera = 0
	diseno := g.crear(sistemas, estadistica.ColeccionDisenos, e)
	g.acto(unidad, estadistica.ColeccionDisenos, diseno, "autorizar", version.Vigor{Desde: fin.Sumar(-fin.Dia())})
	g.el(g.hoy())
	folio := g.crear(ejecuta, estadistica.ColeccionCortes, estadistica.Ejecucion{Diseno: e.Clave, Periodo: estadistica.Periodo(fin.String()[:7])})
	cifras := g.cifras(folio)
	g.acto(doe.Reloj(), estadistica.ColeccionCortes, folio, estadistica.IntegrarCorte.Nombre, cifras)
	g.acto(valida, estadistica.ColeccionCortes, folio, "validar", estadistica.Conformidad{Folios: cifras.Folios})
	g.acto(unidad, estadistica.ColeccionCortes, folio, "publicar", estadistica.PublicarCorte.Ejemplo)
}

// cifras makes the figures of a cut.
func (g *guion) cifras(folio string) estadistica.Cifras {
	if g.err != nil {
		return estadistica.Cifras{}
	}
	var x tramite.Registro
	if x, _, g.err = g.a.Cargar(g.ctx, estadistica.ColeccionCortes, folio); g.err != nil {
		return estadistica.Cifras{}
	}
	var c estadistica.Cifras
	c, g.err = api.HacerCorte(g.ctx, g.a, x.(*estadistica.Corte))
	return c
}
