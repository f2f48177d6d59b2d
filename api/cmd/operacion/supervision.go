package main

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade/supervision"
)

// supervisiones leaves a programme of visits under way: one visit made, with an
// observation attended and another to attend, and one still to come.
func (g *guion) supervisiones() {
	sistemas, coordina, unidad := titular("doe-7.1.3.1.4", ""), titular("doe-7.1.3.1", ""), titular("doe-7.1.3", "")
	fue := g.hoy().Sumar(-20)
	g.el(fue.Sumar(-45))
	cedula := g.crear(sistemas, supervision.ColeccionCedulas, supervision.PrimeraCedula)
	g.acto(unidad, supervision.ColeccionCedulas, cedula, "autorizar", version.Vigor{Desde: fue.Sumar(-45), Oficio: "7.1.3/0031"})
	programa := g.crear(sistemas, supervision.ColeccionProgramas, supervision.AltaPrograma{Ejercicio: fue.Anio(), Propuesta: visitasDe(fue, g.hoy().Sumar(30))})
	g.acto(sistemas, supervision.ColeccionProgramas, programa, "presentar", nil)
	g.acto(unidad, supervision.ColeccionProgramas, programa, "autorizar", supervision.AutorizarPrograma.Ejemplo)

	const col = supervision.ColeccionVisitas
	jalisco := titular(doe.CAOOD, "14")
	abre := supervision.Programar.Ejemplo
	abre.Programa = programa
	folio := g.crear(sistemas, col, abre)
	g.acto(coordina, col, folio, "notificar", supervision.Notificar.Ejemplo)
	g.acto(jalisco, col, folio, "acusar", nil)
	g.el(fue)
	g.acto(sistemas, col, folio, "iniciar", supervision.Inicio{})
	g.acto(sistemas, col, folio, "aplicar-cedula", supervision.AplicarCedula.Ejemplo)
	acta := supervision.LevantarActa.Ejemplo
	acta.Observaciones = append(acta.Observaciones[:1:1], supervision.Asentada{
		Criterio: "REG-01", Texto: "Tres peticiones del buzón no se registraron.", Gravedad: supervision.Moderada, Recomendacion: "Registrar el buzón el mismo día en que se abre.",
	})
	g.acto(sistemas, col, folio, "levantar-acta", acta)
	g.acto(jalisco, col, folio, "firmar-acta", supervision.FirmarActa.Ejemplo)
	g.el(g.hoy().Sumar(-6))
	g.acto(jalisco, col, folio, "atender-observacion", supervision.AtenderObservacion.Ejemplo)
	g.el(g.hoy().Sumar(-4))
	g.acto(sistemas, col, folio, "aceptar-atencion", supervision.AceptarAtencion.Ejemplo)
	g.el(g.hoy())
}

// visitasDe is a programme with a visit on a day and another, of the same year,
// about a later one; the bodies that it does not visit are excused.
func visitasDe(fue, sera fecha.Fecha) supervision.Propuesta {
	p := supervision.ElaborarPrograma.Ejemplo.Propuesta
	if sera.Anio() != fue.Anio() {
		sera, _ = fecha.New(fue.Anio(), 12, 31)
	}
	una := p.Visitas[0]
	otra := una
	una.Lapso = supervision.Lapso{Inicio: fue, Fin: fue}
	otra.Clave, otra.OOAD, otra.Sitio = "V-20-01", "20", supervision.Sitio{Clave: "NLIMS000150", Nombre: "HGZ 33, módulo de atención"}
	otra.Modalidad, otra.Lapso = supervision.Virtual, supervision.Lapso{Inicio: sera, Fin: sera}
	p.Visitas, p.SinVisita = []supervision.Prevista{una, otra}, nil
	for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
		if o.OOAD != "14" && o.OOAD != "20" {
			p.SinVisita = append(p.SinVisita, supervision.Excepcion{OOAD: o.OOAD, Motivo: "Se visitó en el año anterior."})
		}
	}
	return p
}
