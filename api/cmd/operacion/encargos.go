package main

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/aportacion"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/reorganizacion"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// diez is ten in the morning of a day.
func diez(d fecha.Fecha) fecha.Instante { return d.Inicio() + 10*3600*1_000_000 }

// reunion plays a meeting whose minutes gave three agreements: one fulfilled,
// one under way and one overdue; and leaves another convened.
func (g *guion) reunion() {
	const col = acuerdo.ColeccionReuniones
	guarda, preside := titular("doe-7.1.5", ""), titular(doe.Raiz, "")
	fue := g.hoy().Sumar(-15)
	g.el(fue.Sumar(-30))
	r := acuerdo.Convocar.Ejemplo
	r.Inicio = diez(fue)
	folio := g.crear(guarda, col, r)
	jalisco := contraparte("ooad-14", doe.Evaluado)
	medicas, admon := contraparte("dn-prestaciones-medicas", doe.Normativo), contraparte("dn-administracion", doe.Normativo)
	g.acto(jalisco, col, folio, "proponer-tema", acuerdo.ProponerTema.Ejemplo)
	g.acto(guarda, col, folio, "resolver-tema", acuerdo.ResolucionTema{Tema: "T2", Acepta: true})
	g.el(fue)
	l := acuerdo.Lista{Convocatoria: 1, Hora: r.Inicio}
	for _, q := range []string{"doe-7.1", "dn-prestaciones-medicas", "dn-administracion", "ooad-14"} {
		l.Asistentes = append(l.Asistentes, acuerdo.Asistente{Convocado: q, Cargo: "Titular"})
	}
	g.acto(guarda, col, folio, "celebrar", l)
	b := acuerdo.LevantarMinuta.Ejemplo
	b.Temas = append(slices.Clone(b.Temas), acuerdo.Tratado{Tema: "T2", Resumen: "El órgano presentó su inventario."})
	b.Pactos = []acuerdo.Pacto{pacto("A1", acuerdo.ACargo{Organo: "ooad-14"}, g.hoy().Sumar(30)), pacto("A2", acuerdo.ACargo{Organo: "dn-administracion"}, g.hoy().Sumar(-5)),
		pacto("A3", acuerdo.ACargo{Unidad: "doe-7.1.3.1"}, g.hoy().Sumar(10))}
	g.acto(titular("doe-7.1.5.1", ""), col, folio, "levantar-minuta", b)
	for _, a := range []doe.Actor{preside, medicas, admon, jalisco} {
		g.acto(a, col, folio, "dar-conformidad", acuerdo.Conformidad{Version: 1})
	}
	for _, a := range []doe.Actor{medicas, admon, jalisco} {
		g.acto(a, col, folio, "firmar", acuerdo.Conformidad{Version: 1})
	}
	g.acto(preside, col, folio, "suscribir", acuerdo.Suscripcion{Version: 1})
	g.cumplir(folio)
	r.Titulo, r.Inicio = "Seguimiento del abasto en el primer nivel", diez(g.hoy().Sumar(30))
	g.crear(guarda, col, r)
}

func pacto(clave string, a acuerdo.ACargo, cuando fecha.Fecha) acuerdo.Pacto {
	return acuerdo.Pacto{Clave: clave, Texto: "Redistribuir el inventario.", Entregable: "Informe de redistribución", Verificacion: "Reporte de inventario", ACargo: a, Compromiso: cuando}
}

// cumplir reports what was agreed in a meeting: the first in part, the third
// whole.
func (g *guion) cumplir(reunion string) {
	const col = acuerdo.Coleccion
	dia := g.hoy().Sumar(-4)
	g.el(dia)
	as := g.folios(col, "reunion", reunion)
	if len(as) != 3 {
		return
	}
	prueba := acuerdo.Reportar.Ejemplo.Evidencias[0]
	prueba.PeriodoDesde, prueba.PeriodoHasta = dia.Sumar(-3), dia
	unidad := titular("doe-7.1.3.1", "")
	g.acto(contraparte("ooad-14", doe.Evaluado), col, as[0], "reportar-avance", acuerdo.Reporte{Avance: 4000, Nota: "Cuatro de diez unidades."})
	g.acto(unidad, col, as[2], "reportar-avance", acuerdo.Reporte{Avance: tramite.Entero, Evidencias: []acuerdo.Prueba{prueba}})
	g.acto(titular("doe-7.1.5", ""), col, as[2], "verificar", acuerdo.Comprobacion{Verificado: tramite.Entero, Evidencias: []acuerdo.Fallo{{Evidencia: "E1", Resultado: acuerdo.Aceptada}}})
	g.el(g.hoy())
}

// encomiendas leaves a task under way, one just assigned to a regional
// coordination and one of the Director General.
func (g *guion) encomiendas() {
	const col = encomienda.Coleccion
	superior, unidad := titular("doe-7.1.3", ""), titular("doe-7.1.3.1", "")
	g.el(g.hoy().Sumar(-12))
	e := encomienda.Encargar.Ejemplo
	e.Compromiso, e.Contenido.Instruccion.Fecha = g.hoy().Sumar(20), g.hoy().Sumar(-13)
	folio := g.crear(superior, col, e)
	g.acto(unidad, col, folio, "aceptar", encomienda.Aceptar.Ejemplo)
	g.el(g.hoy().Sumar(-2))
	g.acto(unidad, col, folio, "reportar-avance", encomienda.Reportar.Ejemplo)
	g.el(g.hoy())
	e.Contenido.Instruccion.Numero, e.Unidad, e.OOAD = "7.1.3/0231/2026", doe.CAOOD, "14"
	g.crear(superior, col, e)
	e.Contenido.Instruccion.Numero, e.Unidad, e.OOAD = "DG/0042/2026", doe.Raiz, ""
	g.crear(contraparte("organo-direccion-general", doe.DireccionGeneral), col, e)
}

// correspondencia sends a programme, acknowledged by one of two recipients, and
// asks an organ for what another record needs.
func (g *guion) correspondencia() {
	difunde := titular("doe-7.1.5.3", "") // whose function it is
	g.el(g.hoy().Sumar(-3))
	s := envio.Enviar.Ejemplo
	s.Expediente = tramite.Referencia{Coleccion: programa.Coleccion, Folio: g.programa}
	s.Oficio = &envio.Documento{Numero: "7.1.5.3/055", Fecha: g.hoy().Sumar(-3)}
	s.Para = []envio.Destino{envio.A(doe.Destino{Organo: "ooad-14"}), envio.A(doe.Destino{Unidad: "doe-7.1.4"})}
	folio := g.crear(difunde, envio.Coleccion, s)
	g.acto(titular("doe-7.1.4", ""), envio.Coleccion, folio, "acusar", envio.Acusar.Ejemplo)
	p := aportacion.Pedir.Ejemplo
	p.Expediente = s.Expediente
	g.crear(titular("doe-7.1.4.2", ""), aportacion.Coleccion, p)
	g.el(g.hoy())
}

// reorganizacion leaves a reorganisation drafted and simulated.
func (g *guion) reorganizacion() {
	const col = "reorganizaciones"
	b := reorganizacion.Proyectar.Ejemplo
	b.Prevista = g.hoy().Sumar(90)
	folio := g.crear(titular(doe.Raiz, ""), col, b)
	g.acto(titular(doe.Raiz, ""), col, folio, "simular", reorganizacion.Resultado{})
}
