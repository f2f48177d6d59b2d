package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// maxElementos bounds the lists of a record.
const maxElementos = 100

// Requerir asks for information. The clock stops only when who petitions owes
// it.
var Requerir = tramite.Acto[Peticion, Requerimiento]{
	Nombre: "requerir", Titulo: "Requerir información",
	Descripcion: "Pide información a quien presentó la petición, y entonces el plazo se detiene, o al área que la atiende, y entonces corre.",
	De:          porAtender, A: tramite.Hacia(EnEspera), Facultades: trabaja, Alcance: doe.Nacional,
	Elegir: func(r Peticion, e Requerimiento) tramite.Estado {
		if e.A == APeticionario {
			return EnEspera
		}
		return r.Estado
	},
	Validar: func(r Peticion, e Requerimiento, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Solicitud), ReglaEnBlanco, "body.solicitud")
		f.Si(r.pendienteDe(e.A) >= 0, ReglaYaRequerido, "body.a")
		f.Si(e.A == AArea && r.Turno == nil, ReglaSinArea, "body.a")
		f.Si(len(r.Requerimientos) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Peticion, e Requerimiento, s tramite.Suceso) {
		r.Requerimientos = append(r.Requerimientos, Requerido{A: e.A, Solicitud: e.Solicitud, Dias: e.Dias, Dia: s.Dia, Regresa: s.De})
	},
	Ejemplo: Requerimiento{A: APeticionario, Solicitud: "Copia de la receta que no se surtió.", Dias: 5},
}

// pendienteDe finds what someone still owes, -1 for nothing.
func (p Peticion) pendienteDe(a Requerida) int {
	for i, q := range p.Requerimientos {
		if q.A == a && q.Pendiente() {
			return i
		}
	}
	return -1
}

// Aportar adds facts, information asked for, or the identity not given at
// first.
var Aportar = tramite.Acto[Peticion, Aporte]{
	Nombre: "aportar", Titulo: "Aportar",
	Descripcion: "Agrega hechos, la información requerida o la identidad que no se dio al registrar.",
	De:          vivas, A: tramite.Hacia(Clasificada, Turnada, EnAtencion), Elegir: trasEspera[Aporte],
	Facultades: doe.Alguna("siade.registro:registrar", "siade.atencion:atender", "siade.atencion:coordinar"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deCiudadano, deArea},
	Validar:      validarAporte, Aplicar: aplicarAporte,
	Ejemplo: Aporte{Texto: "La receta es del 27 de febrero."},
}

func validarAporte(r Peticion, e Aporte, c *tramite.Contexto, f *falla.Fallas) {
	personas := e.Peticionario != nil || e.Afectado != nil || e.Senalado != nil
	f.Si(e.Texto == "" && !personas, ReglaAporteVacio, "body")
	f.Si(enBlanco(e.Texto), ReglaEnBlanco, "body.texto")
	f.Si(personas && c.Actor.Rol == doe.Area, ReglaAporteArea, "body")
	f.Si(len(r.Aportaciones) >= maxElementos, ReglaDemasiadas, "body")
	f.Si(r.esSenalada(c.Actor.Sub, c.Actor.Nombre), ReglaSenalado, "body")
	aviso := r.Peticionario.AvisoPrivacidad
	if p := e.Peticionario; p != nil {
		f.Si(r.Peticionario.Identidad != "", ReglaYaIdentificada, "body.peticionario")
		p.revisar("body.peticionario", f)
		aviso = p.AvisoPrivacidad
	}
	if e.Afectado != nil {
		e.Afectado.revisar(aviso, "body.afectado", f)
	}
}

func aplicarAporte(r *Peticion, e Aporte, s tramite.Suceso) {
	por, debia := "personal", APeticionario
	switch s.Actor.Rol {
	case doe.Ciudadano:
		por = "ciudadano"
	case doe.Area:
		por, debia = "area", AArea
	}
	r.Aportaciones = append(r.Aportaciones, Aportado{Texto: e.Texto, Dia: s.Dia, Por: por})
	if e.Peticionario != nil {
		r.Peticionario = e.Peticionario.registro()
	}
	aplicarAfectado(r, e.Afectado)
	if e.Senalado != nil {
		r.Senalado = e.Senalado
	}
	if i := r.pendienteDe(debia); i >= 0 {
		r.Requerimientos[i].Atendido = s.Dia
	}
}

// trasEspera is the state to go on from when nothing is waited for any more.
func trasEspera[E any](r Peticion, _ E) tramite.Estado {
	switch {
	case r.Estado == Prevenida && r.Prevencion != nil && !r.Prevencion.abierta():
		return r.Prevencion.Regresa
	case r.Estado == EnEspera && r.pendienteDe(APeticionario) < 0:
		return r.antesDeEsperar()
	}
	return r.Estado
}

// antesDeEsperar is the state in which information was last asked of who
// petitions.
func (p Peticion) antesDeEsperar() tramite.Estado {
	for i := len(p.Requerimientos) - 1; i >= 0; i-- {
		if q := p.Requerimientos[i]; q.A == APeticionario {
			return q.Regresa
		}
	}
	return p.Estado
}

func (p *Prevenido) abierta() bool { return p.Desahogada.IsZero() && p.Lapso.IsZero() }

// Prevenir leaves on record the one prevention of a petition.
var Prevenir = tramite.Acto[Peticion, Prevencion]{
	Nombre: "prevenir", Titulo: "Prevenir",
	Descripcion: "Deja constancia de que se previno a quien presentó la petición para que la aclare o complete. Sólo puede hacerse una vez; el plazo se detiene y se reanuda cuando se desahoga.",
	De:          sinResolver, A: tramite.Hacia(Prevenida), Facultades: resuelve, Alcance: doe.Nacional, Firma: true,
	Validar: validarPrevencion,
	Fijar: func(r Peticion, e *Prevencion, c *tramite.Contexto) {
		if e.Notificada.IsZero() {
			e.Notificada = c.Hoy()
		}
		e.Vence, _ = c.Calendarios.Vence(terminoDesahogo(e.Dias), e.Notificada, plazo.Opciones{Ambito: ambito(r.OOAD)})
		e.Oportuna = r.oportuna(e.Notificada, c)
	},
	Aplicar: func(r *Peticion, e Prevencion, s tramite.Suceso) {
		r.Prevencion = &Prevenido{Motivo: e.Motivo, Dias: e.Dias, Notificada: e.Notificada, Vence: e.Vence, Oportuna: e.Oportuna, Regresa: s.De}
	},
	Ejemplo: Prevencion{Motivo: "No dice en qué unidad ocurrió.", Dias: 5},
}

func terminoDesahogo(dias int) plazo.Termino { return habiles(dias, lfpa("17-A")) }

func validarPrevencion(r Peticion, e Prevencion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(r.Prevencion != nil, ReglaPrevencionUnica, "body")
	f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
	f.Si(e.Dias < MinimoDesahogo, ReglaDesahogoCorto, "body.dias", MinimoDesahogo)
	f.Si(!e.Notificada.IsZero() && (e.Notificada.After(c.Hoy()) || e.Notificada.Before(r.Creado.Dia())), ReglaFechaAviso, "body.notificada")
	f.Si(e.Medio.pideContacto() && !r.Peticionario.Contacto, ReglaSinContacto, "body.medio")
}

// oportuna says whether preventing on a day can still lead to dismissal: in the
// first third of the term or, where no resolution is due, in ten working days.
func (p Peticion) oportuna(dia fecha.Fecha, c *tramite.Contexto) bool {
	desde, o := p.desde(), plazo.Opciones{Ambito: ambito(p.OOAD)}
	t, _ := TerminoDe(PlazoSinResolucion, desde)
	if k, ok := p.reloj(PlazoRespuesta); ok && p.camino().Resuelve {
		t, desde, o.Pausas = k.Termino, k.Desde, k.Pausas
		t.Cuenta = plazo.PrimerTercio(t)
	}
	limite, ok := c.Calendarios.Vence(t, desde, o)
	return ok && !dia.After(limite)
}

// Desahogar cures a prevention: the clock goes on the next working day.
var Desahogar = tramite.Acto[Peticion, Desahogo]{
	Nombre: "desahogar", Titulo: "Desahogar la prevención", Descripcion: "Quien presentó la petición aclara o completa lo prevenido; el plazo se reanuda al día hábil siguiente.",
	De: tramite.Desde(Prevenida), A: tramite.Hacia(Registrada, Clasificada, Turnada, EnAtencion), Elegir: trasEspera[Desahogo],
	Facultades: doe.Alguna("siade.registro:registrar", "siade.atencion:atender"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano, Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}}},
	Validar: func(_ Peticion, e Desahogo, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Texto), ReglaEnBlanco, "body.texto")
	},
	Aplicar: func(r *Peticion, e Desahogo, s tramite.Suceso) {
		if r.Prevencion != nil {
			r.Prevencion.Desahogada, r.Prevencion.Texto = s.Dia, e.Texto
		}
	},
	Ejemplo: Desahogo{Texto: "Ocurrió en la UMF 3, el 27 de febrero."},
}

// Reanudar is the clock telling that who owed something did not give it.
var Reanudar = tramite.Acto[Peticion, Vencimiento]{
	Nombre: "reanudar", Titulo: "Reanudar por vencimiento", Interno: true,
	Descripcion: "El reloj tiene por no desahogada la prevención o por no contestado el requerimiento; el plazo para responder se reanuda.",
	De:          tramite.Desde(Prevenida, EnEspera, Clasificada, Turnada, EnAtencion), A: tramite.Hacia(Registrada, Clasificada, Turnada, EnAtencion),
	Elegir: trasEspera[Vencimiento], Contrapartes: []tramite.Contraparte{deReloj},
	Aplicar: func(r *Peticion, e Vencimiento, s tramite.Suceso) {
		if e.Plazo == PlazoDesahogo {
			if r.Prevencion != nil && r.Prevencion.abierta() {
				r.Prevencion.Lapso = s.Dia
			}
			return
		}
		r.caducar(Requerida(e.Clave), s.Dia)
	},
	Ejemplo: Vencimiento{Plazo: PlazoDesahogo},
}
