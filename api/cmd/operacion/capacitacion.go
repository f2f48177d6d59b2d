package main

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
	"github.com/operacion-abierta/operacion/doe/version"
)

// capacitaciones leaves a programme of training with an edition taught, whose
// people are accredited, and another convened; a need weighed, another to be
// arranged outside, and a body's own programme of good treatment proposed.
func (g *guion) capacitaciones() {
	forma, unidad, jalisco := titular("doe-7.1.3.1.3", ""), titular("doe-7.1.3", ""), titular(doe.CAOOD, "14")
	fue := g.hoy().Sumar(-10)
	g.el(fue.Sumar(-30))
	desde := version.Vigor{Desde: fue.Sumar(-30)}
	prueba := g.crear(forma, capacitacion.ColeccionInstrumentos, capacitacion.PrimerInstrumento)
	g.acto(unidad, capacitacion.ColeccionInstrumentos, prueba, "autorizar", desde)
	c := capacitacion.PrimerCurso
	c.Contenido.Instrumento, c.Contenido.Minima, c.Contenido.Intentos = "LSS-BASICO", 80_00, 2
	curso := g.crear(forma, capacitacion.ColeccionCursos, c)
	g.acto(unidad, capacitacion.ColeccionCursos, curso, "autorizar", desde)
	necesidad := g.crear(forma, capacitacion.ColeccionNecesidades, capacitacion.Detectar.Ejemplo)
	g.acto(titular("doe-7.1.3.1", ""), capacitacion.ColeccionNecesidades, necesidad, "valorar", capacitacion.Valorar.Ejemplo)
	p := capacitacion.ElaborarPrograma.Ejemplo
	p.Ejercicio = fue.Anio()
	p.Lineas = []capacitacion.Linea{{Clave: "L1", Curso: "ORI-LSS", Ediciones: 4, Necesidades: []string{necesidad}}}
	programa := g.crear(forma, capacitacion.ColeccionProgramas, p)
	g.acto(forma, capacitacion.ColeccionProgramas, programa, "presentar", nil)
	g.acto(unidad, capacitacion.ColeccionProgramas, programa, "autorizar", capacitacion.AutorizarPrograma.Ejemplo)
	g.edicion(forma, jalisco, programa)

	trato := version.Alta[capacitacion.Contenido]{Clave: "BT-1", Contenido: capacitacion.Contenido{
		Nombre: "Buen trato en ventanilla", Clase: capacitacion.BuenTrato, Objetivo: "Atender con respeto a quien acude.", Asistencia: 100_00,
		Temas: []capacitacion.Tema{{Clave: "BT", Nombre: "Protocolo de buen trato", Horas: 4}},
	}}
	g.el(g.hoy())
	bt := g.crear(forma, capacitacion.ColeccionCursos, trato)
	g.acto(unidad, capacitacion.ColeccionCursos, bt, "autorizar", version.Vigor{Desde: g.hoy()})
	p.Ejercicio, p.Clase, p.Objetivo = g.hoy().Anio(), capacitacion.BuenTrato, "Buen trato en todos los módulos del OOAD."
	p.Lineas, p.Metas = []capacitacion.Linea{{Clave: "L1", Curso: "BT-1", Ediciones: 10}}, []capacitacion.Meta{{OOAD: "14", Plantilla: 900, Personas: 300}}
	local := g.crear(jalisco, capacitacion.ColeccionProgramas, p)
	g.acto(jalisco, capacitacion.ColeccionProgramas, local, "presentar", nil)
	externa := capacitacion.Detectar.Ejemplo
	externa.Via = capacitacion.Externa
	g.crear(forma, capacitacion.ColeccionNecesidades, externa)
}

// edicion teaches an edition of ten days ago and convenes another.
func (g *guion) edicion(forma, jalisco doe.Actor, programa string) {
	const col = capacitacion.ColeccionEdiciones
	fue := g.hoy().Sumar(-10)
	e := capacitacion.Programar.Ejemplo
	e.Programa, e.Linea = programa, "L1"
	e.Sesiones = []capacitacion.Sesion{{Dia: fue, Horas: 10}}
	folio := g.crear(forma, col, e)
	g.acto(forma, col, folio, "convocar", capacitacion.Convocatoria{})
	quienes := capacitacion.Inscripcion{Participantes: []capacitacion.Participante{{Persona: "taod-14-007", OOAD: "14"}, {Persona: "taod-14-008", OOAD: "14"}}}
	g.acto(jalisco, col, folio, "proponer-participantes", quienes)
	g.el(fue)
	g.acto(forma, col, folio, "iniciar", capacitacion.Inicio{})
	g.acto(forma, col, folio, "pasar-lista", capacitacion.Lista{Sesion: 1, Presentes: []string{"taod-14-007", "taod-14-008"}})
	g.acto(forma, col, folio, "evaluar", capacitacion.Evaluar.Ejemplo)
	g.acto(forma, col, folio, "concluir", nil)
	e.Sesiones = []capacitacion.Sesion{{Dia: g.hoy().Sumar(20), Horas: 5}, {Dia: g.hoy().Sumar(21), Horas: 5}}
	otra := g.crear(forma, col, e)
	g.acto(forma, col, otra, "convocar", capacitacion.Convocatoria{})
}
