package main

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/queja"
)

// vias plays petitions that another body decides: one told and with something
// left to fulfil, one before the body, a report of fault just sent and one that
// waits for the identity of who complains.
func (g *guion) vias() {
	jefa, tecnica := titular(doe.CAOOD, "14"), taod("14")
	coordinacion := contraparte("coordinacion-atencion-a-quejas-y-casos-especiales", doe.Area)

	g.el(g.hoy().Sumar(-40))
	resuelta := g.enVia(queja.Administrativa, "En el módulo de citas me trataron con groserías.", false)
	g.remitirQueja(resuelta, queja.Administrativa, "CAOOD14/0101", g.hoy().Sumar(-38))
	g.el(g.hoy().Sumar(-36))
	g.queja(coordinacion, resuelta, "recibir", queja.Recibo{Fecha: g.hoy().Sumar(-36), Expediente: "QA/0101"})
	for i, e := range []queja.Etapa{queja.Integracion, queja.Investigacion, queja.Proyecto} {
		dia := g.hoy().Sumar(-30 + 5*i)
		g.el(dia)
		g.queja(coordinacion, resuelta, "avanzar", queja.Avance{Etapa: e, Fecha: dia})
	}
	dia := g.hoy().Sumar(-10)
	g.el(dia)
	g.queja(coordinacion, resuelta, "resolver", queja.Decision{
		Sentido: queja.Procedente, Fecha: dia, Oficio: "UDH/0501", Resumen: "Se acreditó el maltrato.",
		Puntos: []queja.Punto{{Texto: "Capacitar al personal del módulo en buen trato", Responsable: "ooad-14", Vence: g.hoy().Sumar(20)}},
	})
	g.queja(jefa, resuelta, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: dia, Texto: "Su queja resultó procedente; se capacitará al personal del módulo."})

	g.el(g.hoy().Sumar(-20))
	enTramite := g.enVia(queja.Medica, "En urgencias esperé nueve horas y mi padre empeoró.", false)
	g.queja(titular("doe-7.1.3.1.1", ""), enTramite, "revisar", queja.Observada{Detalle: "Falta el informe del área.", Dias: 15})
	g.remitirQueja(enTramite, queja.Medica, "CAOOD14/0144", g.hoy().Sumar(-18))
	g.el(g.hoy().Sumar(-15))
	g.queja(coordinacion, enTramite, "recibir", queja.Recibo{Fecha: g.hoy().Sumar(-15), Expediente: "QM/0144"})
	g.queja(coordinacion, enTramite, "avanzar", queja.Avance{Etapa: queja.Integracion, Fecha: g.hoy().Sumar(-15)})
	g.el(g.hoy().Sumar(-3))
	g.queja(tecnica, enTramite, "contactar", queja.Contactar.Ejemplo)
	g.queja(coordinacion, enTramite, "requerir", queja.Requerimiento{Solicitud: "Informe de la atención en urgencias", Oficio: "UDH/0610", Recibido: g.hoy().Sumar(-3), Area: "umae-jcims000301"})

	g.el(g.hoy().Sumar(-2))
	denuncia := g.enVia(queja.Denuncia, "Me pidieron dinero para adelantar mi cirugía.", true)
	g.remitirQueja(denuncia, queja.Denuncia, "CAOOD14/0177", g.hoy().Sumar(-1))
	g.enVia(queja.CNDH, "No me atendieron por no hablar español.", true)
	g.el(g.hoy())
}

// enVia registers a petition and opens its case in a path.
func (g *guion) enVia(v queja.Via, relato string, anonima bool) string {
	p := peticion(siade.Modulo, "", relato)
	p.Clasificacion, p.Senalado = &siade.Clasificacion{Tipo: siade.Queja}, &siade.Senalado{Area: "umae-jcims000301"}
	if !anonima {
		p.Peticionario = siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Persona inventada", Telefono: "3300000000", AvisoPrivacidad: "2025-03"}
	}
	folio := g.crear(taod("14"), siade.Coleccion, p)
	return g.crear(taod("14"), queja.Coleccion, queja.Apertura{Peticion: folio, Datos: queja.Datos{Via: v}, Asunto: relato})
}

func (g *guion) queja(de doe.Actor, folio, acto string, entrada any) {
	g.acto(de, queja.Coleccion, folio, acto, entrada)
}

// remitirQueja integrates all that a path demands, and sends the case on a day.
func (g *guion) remitirQueja(folio string, v queja.Via, oficio string, dia fecha.Fecha) {
	var e queja.Documentacion
	d, _ := queja.De(v)
	for _, x := range d.Documentos {
		if x.Obligatorio {
			e.Documentos = append(e.Documentos, queja.Documento{Requisito: x.Requisito, Referencia: "Integrado en el módulo"})
		}
	}
	g.queja(taod("14"), folio, "integrar", e)
	g.el(dia)
	g.queja(titular(doe.CAOOD, "14"), folio, "remitir", queja.Remision{Medio: envio.PorOficio, Oficio: &envio.Documento{Numero: oficio, Fecha: dia}, Enlace: true})
}
