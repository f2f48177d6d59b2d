package main

import (
	"math/rand/v2"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/evaluacion"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// todo plays the made-up cases of the demonstration.
func (g *guion) todo() {
	g.tramites()
	g.contacto()
	g.quejas()
	g.vias()
	g.variadas(40)
	g.plan()
	g.opinion()
	g.campana()
	g.programas()
	g.indicador()
	g.reunion()
	g.encomiendas()
	g.modulos()
	g.correspondencia()
	g.reorganizacion()
	g.supervisiones()
	g.capacitaciones()
	g.poblacion()
	g.corte()
}

// peticion is a petition without name in an OOAD.
func peticion(c siade.Canal, o, relato string) siade.Registro {
	return siade.Registro{
		Canal: c, OOAD: o, Relato: relato,
		Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true},
	}
}

// contacto registers what ends at the desk.
func (g *guion) contacto() {
	preguntas := []string{
		"¿Cuántas semanas cotizadas necesito para pensionarme por cesantía?", "¿Qué documentos pide el registro de mi esposo como beneficiario?",
		"¿Dónde solicito la vigencia de derechos de mi mamá?", "¿Cómo cambio de unidad de medicina familiar?", "¿A qué hora atiende la ventanilla de control de prestaciones?",
		"Perdí mi cartilla de salud, ¿cómo la repongo?",
	}
	for i, o := range []doe.OOAD{"14", "14", "20", "39", "31", "05"} {
		p := peticion(siade.Modulo, "", preguntas[i])
		p.Clasificacion = &siade.Clasificacion{Tipo: siade.Orientacion}
		p.AtencionInmediata = &siade.AtencionInmediata{Respuesta: "Se explicaron los requisitos, el lugar y el horario del trámite."}
		g.crear(taod(o), "peticiones", p)
	}
}

// quejas plays complaints that stand in several states.
func (g *guion) quejas() {
	const col = "peticiones"
	jefa, tecnica := titular(doe.CAOOD, "14"), taod("14")
	g.crear(ciudadana(), col, peticion(siade.Web, "14", "En la farmacia de la UMF 3 no surten mi medicamento desde hace tres semanas."))
	g.crear(ciudadana(), col, peticion(siade.Web, "20", "La cita de especialidad se ha pospuesto tres veces sin explicación."))
	clasificada := g.crear(tecnica, col, peticion(siade.Buzon, "", "El elevador del hospital no sirve y hay que subir a pacientes por la escalera."))
	g.acto(tecnica, col, clasificada, "clasificar", siade.Clasificacion{Tipo: siade.Queja})

	turnada := g.crear(tecnica, col, peticion(siade.Modulo, "", "En urgencias esperé nueve horas sin que nadie me revisara."))
	g.acto(tecnica, col, turnada, "clasificar", siade.Clasificacion{Tipo: siade.Queja, Gravedad: siade.Prioritaria})
	g.acto(jefa, col, turnada, "turnar", siade.Turno{Organo: "umae-jcims000301", Motivo: "El servicio es de esa unidad."})

	prevenida := g.crear(tecnica, col, peticion(siade.Telefono, "", "Quiero quejarme de lo que pasó la semana pasada."))
	g.acto(tecnica, col, prevenida, "clasificar", siade.Clasificacion{Tipo: siade.Queja})
	g.acto(jefa, col, prevenida, "prevenir", siade.Prevencion{Motivo: "No dice en qué unidad ni qué ocurrió.", Dias: 5})

	cerrada := g.crear(tecnica, col, peticion(siade.Correo, "", "Agradezco al personal de enfermería del turno nocturno su trato."))
	g.acto(tecnica, col, cerrada, "clasificar", siade.Clasificacion{Tipo: siade.Gestion})
	g.acto(tecnica, col, cerrada, "responder", siade.Respuesta{Respuesta: "Se gestionó lo pedido con el área.", EnPersona: true})
	g.acto(tecnica, col, cerrada, "cerrar", siade.Cierre{})
	g.acto(ciudadana(), col, cerrada, "calificar", siade.Opinion{Calificacion: 5})
}

// variadas plays petitions of every type, in many OOAD, as far as each goes.
func (g *guion) variadas(n int) {
	azar := rand.New(rand.NewPCG(1977, 11))
	for range n {
		c := ejemplo.Generar(azar, ejemplo.Variado(), g.hoy())
		folio := g.crear(c.Actor, "peticiones", c.Registro)
		for _, p := range ejemplo.Seguir(azar, c) {
			g.acto(p.Actor, "peticiones", folio, p.Acto, p.Entrada)
		}
	}
}

// plan plays an improvement plan up to its presentation, and leaves another
// just asked for.
func (g *guion) plan() {
	const col = "planes-mejora"
	coordina, organo := titular("doe-7.1.1.2", ""), contraparte("ooad-14", doe.Evaluado)
	pedido := evaluacion.Solicitar.Ejemplo
	folio := g.crear(coordina, col, pedido)
	e := evaluacion.Elaborar.Ejemplo
	e.Inicio, e.Fin = g.hoy().Sumar(7), g.hoy().Sumar(300)
	for i := range e.Acciones {
		e.Acciones[i].Inicio, e.Acciones[i].Fin = g.hoy().Sumar(7), g.hoy().Sumar(120+60*i)
	}
	g.acto(organo, col, folio, "elaborar", e)
	g.acto(organo, col, folio, "presentar", evaluacion.Presentar.Ejemplo)
	pedido.Organo, pedido.Referencia = "ooad-20", "EVA-2026-20-0000003-A"
	g.crear(coordina, col, pedido)
}

// opinion leaves a request for opinion received, and another being analysed.
func (g *guion) opinion() {
	const col = "opiniones"
	division := titular("doe-7.1.4.1.2", "")
	r := opinion.Registrar.Ejemplo
	r.Recibida, r.Solicitante.Oficio.Fecha, r.Asunto.Gaceta = g.hoy(), g.hoy(), g.hoy().Sumar(-14)
	folio := g.crear(division, col, r)
	g.acto(division, col, folio, "proponer-competencia", opinion.ProponerCompetencia.Ejemplo)
	r.Asunto.Numero = "6935-III-1"
	g.crear(division, col, r)
}

// campana leaves a campaign being drafted.
func (g *guion) campana() {
	g.crear(titular("doe-7.1.2.3", ""), "campanas", campana.Elaborar.Ejemplo)
}
