package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Prorrogar extends the term to answer by at most half of it.
var Prorrogar = tramite.Acto[Peticion, Prorroga]{
	Nombre: "prorrogar", Titulo: "Prorrogar", Descripcion: "Amplía el plazo para responder, a lo más en la mitad del original y antes de que venza; conserva la fecha comunicada.",
	De: porAtender, Facultades: resuelve, Alcance: doe.Nacional, Firma: true,
	Validar: validarProrroga, Aplicar: func(*Peticion, Prorroga, tramite.Suceso) {},
	Ejemplo: Prorroga{Dias: 5, Motivo: "El área espera un dictamen médico."},
}

func validarProrroga(r Peticion, e Prorroga, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
	k, ok := r.reloj(PlazoRespuesta)
	if f.Si(!ok || !k.Corre(), ReglaProrrogaTardia, "body") {
		return
	}
	resta := max(plazo.MitadMaxima(k.Termino)-k.Prorroga, 0)
	f.Si(e.Dias > resta, ReglaProrrogaExcede, "body.dias", resta)
	v, _ := k.Vence(c.Calendarios, ambito(r.OOAD))
	f.Si(c.Hoy().After(v), ReglaProrrogaTardia, "body")
	k.Prorroga += e.Dias
	nuevo, _ := k.Vence(c.Calendarios, ambito(r.OOAD))
	if s, ok := r.reloj(PlazoSilencio); ok {
		tope, _ := s.Vence(c.Calendarios, ambito(r.OOAD))
		f.Si(nuevo.After(tope), ReglaProrrogaTope, "body.dias")
	}
}

// Responder answers. Who may depends on the path of the type.
var Responder = tramite.Acto[Peticion, Respuesta]{
	Nombre: "responder", Titulo: "Responder",
	Descripcion: "Da respuesta. La queja la responde el área a la que se turnó; la sugerencia lleva el resultado de su análisis. Responder tarde sigue siendo posible.",
	De:          porAtender, A: tramite.Hacia(Respondida), Facultades: trabaja, Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deArea},
	Validar:      validarRespuesta,
	Fijar: func(r Peticion, e *Respuesta, c *tramite.Contexto) {
		if k, ok := r.reloj(PlazoRespuesta); ok {
			v, corre := k.Vence(c.Calendarios, ambito(r.OOAD))
			e.Tardia = corre && c.Hoy().After(v)
		}
	},
	Aplicar: aplicarRespuesta,
	Ejemplo: Respuesta{Respuesta: "Se surtió la receta el 5 de marzo.", Sentido: Favorable},
}

func validarRespuesta(r Peticion, e Respuesta, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(enBlanco(e.Respuesta), ReglaEnBlanco, "body.respuesta")
	f.Si(r.esSenalada(c.Actor.Sub, c.Actor.Nombre), ReglaSenalado, "body")
	f.Si(e.EnPersona && c.Actor.Rol != "", ReglaEnPersonaArea, "body.en_persona")
	e.Plantilla.validar("body.plantilla", c, f)
	ca := r.camino()
	f.Si(ca.ExigeAnalisis && (e.Analisis == "" || enBlanco(e.Analisis)), ReglaSinAnalisis, "body.analisis")
	if f.Si(ca.Turna() && r.Turno == nil, ReglaSinTurno, "body") || !ca.RespondeArea {
		return
	}
	transcrita := r.Turno.Organo != "" && e.Oficio != ""
	f.Si(!r.turnadaA(c.Actor) && !transcrita, ReglaRespondeArea, "body.oficio")
}

func aplicarRespuesta(r *Peticion, e Respuesta, s tramite.Suceso) {
	n := Respondido{
		Texto: e.Respuesta, Dia: s.Dia, Sentido: e.Sentido, Analisis: e.Analisis, Oficio: e.Oficio,
		Organo: s.Actor.Organo, Unidad: s.Actor.Unidad, Tardia: e.Tardia, Plantilla: e.Plantilla,
	}
	if e.Oficio != "" && r.Turno != nil && n.Organo == "" {
		n.Organo = r.Turno.Organo
	}
	r.Respuesta = &n
	if e.EnPersona {
		r.Notificacion = &Aviso{EnPersona, s.Dia}
	}
	if r.PrimeraRespuesta.IsZero() {
		r.PrimeraRespuesta = s.En
	}
	r.caducar(AArea, s.Dia)
}

// Notificar leaves on record that the answer was notified.
var Notificar = tramite.Acto[Peticion, NotaAviso]{
	Nombre: "notificar", Titulo: "Notificar", Descripcion: "Deja constancia de que la respuesta se notificó, por qué medio y en qué día.",
	De: tramite.Desde(Respondida), Facultades: doe.Alguna("siade.atencion:informar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e NotaAviso, c *tramite.Contexto, f *falla.Fallas) {
		desde := c.Hoy()
		if r.Respuesta != nil {
			desde = r.Respuesta.Dia
		}
		e.revisar(r, desde, c, f)
	},
	Fijar:   func(_ Peticion, e *NotaAviso, c *tramite.Contexto) { e.fijar(c) },
	Aplicar: func(r *Peticion, e NotaAviso, _ tramite.Suceso) { r.Notificacion = &Aviso{e.Medio, e.Fecha} },
	Ejemplo: NotaAviso{Medio: PorCorreo},
}

// Cerrar ends a petition whose answer was notified, and tells until when it
// may be reopened and rated.
var Cerrar = tramite.Acto[Peticion, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Cierra la petición respondida y notificada; deja dicho hasta cuándo puede reabrirse y calificarse.",
	De: tramite.Desde(Respondida), A: tramite.Hacia(Cerrada), Facultades: trabaja, Alcance: doe.Nacional,
	Validar: func(r Peticion, _ Cierre, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Notificacion == nil, ReglaSinNotificar, "body")
	},
	Fijar: func(r Peticion, e *Cierre, c *tramite.Contexto) {
		e.ReabreHasta = r.ventana(PlazoReapertura, c.Hoy(), c)
		e.CalificaHasta = r.ventana(PlazoCalificacion, c.Hoy(), c)
	},
	Aplicar: func(r *Peticion, e Cierre, s tramite.Suceso) {
		r.concluir(s.Dia)
		r.ReabreHasta, r.CalificaHasta = e.ReabreHasta, e.CalificaHasta
	},
}

// ventana is the last day of a span that counts from the end of a petition, by
// the rules in force that day, or by those of the petition.
func (p Peticion) ventana(nombre string, fin fecha.Fecha, c *tramite.Contexto) fecha.Fecha {
	t, ok := p.termino(nombre, fin)
	if !ok {
		return fecha.Fecha{}
	}
	v, _ := c.Calendarios.Vence(t, fin, plazo.Opciones{Ambito: ambito(p.OOAD)})
	return v
}

// pasada says whether a window is over: the day told at closing holds, and a
// suspension published since can only lengthen it.
func (p Peticion) pasada(nombre string, dicha fecha.Fecha, c *tramite.Contexto) bool {
	return c.Hoy().After(dicha) && c.Hoy().After(p.ventana(nombre, p.Concluida, c))
}

// Calificar is the rating that is asked for after closing.
var Calificar = tramite.Acto[Peticion, Opinion]{
	Nombre: "calificar", Titulo: "Calificar", Descripcion: "Quien presentó la petición dice, después del cierre y una sola vez, qué tan satisfecha quedó.",
	De: tramite.Desde(Cerrada), Facultades: doe.Alguna("siade.atencion:evaluar", "siade.atencion:atender"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano, Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/11"}}},
	Validar: func(r Peticion, _ Opinion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Calificacion != nil, ReglaYaCalificada, "body")
		f.Si(r.pasada(PlazoCalificacion, r.CalificaHasta, c), ReglaFueraDeVentana, "body")
	},
	Aplicar: func(r *Peticion, e Opinion, s tramite.Suceso) {
		r.Calificacion = &Calificado{e.Calificacion, e.Comentario, s.Dia}
	},
	Ejemplo: Opinion{Calificacion: 4, Comentario: "Me atendieron rápido."},
}

// Reabrir brings back a closed petition within its window. The answer given
// stays among the earlier ones and the term counts anew.
var Reabrir = tramite.Acto[Peticion, Motivo]{
	Nombre: "reabrir", Titulo: "Reabrir", Descripcion: "Reabre, dentro de la ventana que cuenta el servidor, una petición cerrada; la respuesta anterior se conserva y el plazo vuelve a contarse.",
	De: tramite.Desde(Cerrada), A: tramite.Hacia(EnAtencion), Facultades: resuelve, Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deCiudadano},
	Validar: func(r Peticion, e Motivo, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
		f.Si(r.pasada(PlazoReapertura, r.ReabreHasta, c), ReglaFueraDeVentana, "body")
		f.Si(len(r.Reaperturas) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Peticion, e Motivo, s tramite.Suceso) {
		if r.Respuesta != nil {
			r.Anteriores = append(r.Anteriores, *r.Respuesta)
		}
		r.Respuesta, r.Notificacion, r.Calificacion = nil, nil, nil
		r.Concluida, r.ReabreHasta, r.CalificaHasta = fecha.Fecha{}, fecha.Fecha{}, fecha.Fecha{}
		r.Reaperturas = append(r.Reaperturas, Reabierto{e.Motivo, s.Dia})
	},
	Ejemplo: Motivo{Motivo: "La respuesta no dice cuándo se surtirá."},
}
