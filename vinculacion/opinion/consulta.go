package opinion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Consultas is the input of turning a request to several directorates at once.
type Consultas struct {
	Consultas []Consulta `json:"consultas" validate:"required,min=1,max=20,dive" doc:"Una por dirección normativa"`
	Oficio    *Documento `json:"oficio,omitempty" doc:"Oficio con que se turna"`
}

// Consulta is what is asked of one directorate and until when.
type Consulta struct {
	Organo  doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección normativa" example:"dn-finanzas"`
	Materia string          `json:"materia" validate:"required,max=2000" doc:"Qué se le pregunta" example:"Costo anual de ampliar la edad de ingreso."`
	Termino Termino         `json:"termino" validate:"required" doc:"Término interno, que termina antes que el oficial"`
	// Enlace opens a link by which it answers without an account, and
	// DiasEnlace is how long: until the official term ends.
	Enlace     bool   `json:"enlace,omitempty" doc:"Si se abre un enlace para responder sin cuenta" example:"true"`
	DiasEnlace int    `json:"dias_enlace,omitempty" hecho:"true" doc:"Días que el enlace sigue abierto"`
	Motivo     string `json:"motivo,omitempty" validate:"omitempty,min=10,max=500" doc:"Por qué se le consulta, si la decisión de competencia no la nombra"`
}

// Turnar consults directorates, each with its own internal term.
var Turnar = tramite.Acto[Solicitud, Consultas]{
	Nombre: "turnar", Titulo: "Turnar a direcciones normativas",
	Descripcion: "Consulta a varias direcciones normativas a la vez, cada una con su materia, su término interno y, si se pide, un enlace para responder sin cuenta.",
	De:          tramite.Desde(Competente, Turnada), A: tramite.Hacia(Turnada),
	Facultades: doe.Alguna("vinculacion.opiniones:turnar", "vinculacion.opiniones:informar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Consultas, c *tramite.Contexto, f *falla.Fallas) {
		vistos := map[doe.ClaveOrgano]bool{}
		for i, q := range e.Consultas {
			camino := fmt.Sprintf("body.consultas[%d]", i)
			validarDestino(r, q.Organo, c, f, camino+".organo")
			f.Si(vistos[q.Organo], ReglaOrganoRepetido, camino+".organo")
			vistos[q.Organo] = true
			f.Si(!r.decidida(q.Organo) && q.Motivo == "", ReglaFueraDeDecision, camino+".motivo")
			validarInterno(r, q.Termino, c, f, camino+".termino")
		}
		oficioRazonable(f, e.Oficio, c)
	},
	Fijar: func(r Solicitud, e *Consultas, c *tramite.Contexto) {
		for i := range e.Consultas {
			fijarConsulta(r, &e.Consultas[i], c)
		}
	},
	Aplicar: func(r *Solicitud, e Consultas, s tramite.Suceso) {
		for _, q := range e.Consultas {
			r.Turnos = append(r.Turnos, Turno{Organo: q.Organo, Estado: EnConsulta, Materia: q.Materia, Desde: s.Dia,
				Termino: q.Termino, Motivo: q.Motivo, Oficio: e.Oficio})
		}
	},
	Enlaces: func(_ Solicitud, e Consultas) []tramite.Enlace {
		var out []tramite.Enlace
		for _, q := range e.Consultas {
			out = append(out, q.enlace()...)
		}
		return out
	},
	Ejemplo: Consultas{Consultas: []Consulta{
		{Organo: "dn-prestaciones-economicas-y-sociales", Materia: "Viabilidad de ampliar la edad de ingreso.", Termino: Termino{Dias: 5, Clase: plazo.Habiles}, Enlace: true},
		{Organo: "dn-finanzas", Materia: "Costo anual de ampliar la edad de ingreso.", Termino: Termino{Dias: 5, Clase: plazo.Habiles}},
	}},
}

func (q Consulta) enlace() []tramite.Enlace {
	if !q.Enlace {
		return nil
	}
	return []tramite.Enlace{{Acto: "responder", Organo: q.Organo, Rol: doe.Normativo, Dias: max(q.DiasEnlace, 1)}}
}

// fijarConsulta sets the source of the term and how long the link is open.
func fijarConsulta(r Solicitud, q *Consulta, c *tramite.Contexto) {
	q.Termino.Fuente = fnConsultar
	q.DiasEnlace = 0
	if fin, ok := r.finOficial(c); q.Enlace && ok {
		q.DiasEnlace = min(max(c.Hoy().Dias(fin.Dia()), 1), 365)
	}
}

// validarDestino checks that the organ is a normative directorate without a
// consultation that stands.
func validarDestino(r Solicitud, o doe.ClaveOrgano, c *tramite.Contexto, f *falla.Fallas, camino string) {
	f.Si(!normativa(o, c), ReglaOrgano, camino)
	f.Si(r.turno(o) >= 0, ReglaYaConsultada, camino)
}

// validarInterno checks an internal term that counts from today.
func validarInterno(r Solicitud, t Termino, c *tramite.Contexto, f *falla.Fallas, camino string) {
	if f.Si(!t.valido(), ReglaTermino, camino) || validarLimite(f, t.Limite, c, camino+".limite") {
		return
	}
	f.Si(!r.antesDelOficial(t, c.Hoy(), c), ReglaTerminoInterno, camino)
}

// finOficial is the last instant of the official term.
func (s Solicitud) finOficial(c *tramite.Contexto) (fecha.Instante, bool) {
	return s.Oficial.Fin(s.Recibida, c.Calendarios, string(s.OOAD.Organo()))
}

// antesDelOficial says whether a term ends before the official one. One that
// is already over binds nobody any more: the answer is late either way.
func (s Solicitud) antesDelOficial(t Termino, desde fecha.Fecha, c *tramite.Contexto) bool {
	oficial, ok := s.finOficial(c)
	if !ok || oficial < c.Ahora {
		return true
	}
	fin, ok := t.Fin(desde, c.Calendarios, string(s.OOAD.Organo()))
	return ok && fin < oficial
}

// vencido says whether the internal term of the turn is over.
func (s Solicitud) vencido(t Turno, c *tramite.Contexto) bool {
	fin, ok := s.finInterno(t, c.Calendarios)
	return ok && c.Ahora > fin
}

// finInterno is the last instant of the internal term of the turn.
func (s Solicitud) finInterno(t Turno, cs *plazo.Calendarios) (fecha.Instante, bool) {
	return t.Termino.Fin(t.Desde, cs, string(s.OOAD.Organo()))
}

// enTurno finds the consultation that an act is about, and faults the act
// when it is not in one of the states or belongs to another directorate.
func enTurno(r Solicitud, o doe.ClaveOrgano, c *tramite.Contexto, f *falla.Fallas, estados ...EstadoTurno) (Turno, bool) {
	if c.Actor.Rol == doe.Normativo && f.Si(o != c.Actor.Organo, ReglaAjena, "body.organo") {
		return Turno{}, false
	}
	t, ok := r.TurnoDe(o)
	ok = ok && slices.Contains(estados, t.Estado)
	f.Si(!ok, ReglaSinConsulta, "body.organo")
	return t, ok
}

// propio is the organ of an input: that of the counterpart when it says none.
func propio(o doe.ClaveOrgano, c *tramite.Contexto) doe.ClaveOrgano {
	if o == "" && c.Actor.Rol == doe.Normativo {
		return c.Actor.Organo
	}
	return o
}

// oficioRazonable checks the date of a letter, when there is one.
func oficioRazonable(f *falla.Fallas, d *Documento, c *tramite.Contexto) {
	if d != nil {
		fechaRazonable(f, d.Fecha, c, "body.oficio.fecha")
	}
}

// transcribir checks the letter of what a counterpart did or a unit captured.
func transcribir(f *falla.Fallas, d *Documento, c *tramite.Contexto) {
	f.Si(d == nil && c.Actor.Rol == "", ReglaSinOficio, "body.oficio")
	oficioRazonable(f, d, c)
}

// Reasignacion moves a returned consultation to another directorate.
type Reasignacion struct {
	De doe.ClaveOrgano `json:"de" validate:"required,max=60" doc:"Dirección que la devolvió" example:"dn-finanzas"`
	A  Consulta        `json:"a" validate:"required" doc:"Dirección a la que pasa"`
}

// Reasignar moves a turn, with its history, to another directorate.
var Reasignar = tramite.Acto[Solicitud, Reasignacion]{
	Nombre: "reasignar", Titulo: "Pasar consulta a otra dirección",
	Descripcion: "Pasa a otra dirección normativa, con su historia, la consulta que una devolvió por no ser de su competencia.",
	De:          tramite.Desde(Turnada), Facultades: doe.Alguna("vinculacion.opiniones:turnar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Reasignacion, c *tramite.Contexto, f *falla.Fallas) {
		t, ok := r.TurnoDe(e.De)
		f.Si(!ok || t.Estado != Devuelto, ReglaSinConsulta, "body.de")
		if !f.Si(e.A.Organo == e.De, ReglaMismaDireccion, "body.a.organo") {
			validarDestino(r, e.A.Organo, c, f, "body.a.organo")
		}
		f.Si(!r.decidida(e.A.Organo) && e.A.Motivo == "", ReglaFueraDeDecision, "body.a.motivo")
		validarInterno(r, e.A.Termino, c, f, "body.a.termino")
	},
	Fijar: func(r Solicitud, e *Reasignacion, c *tramite.Contexto) { fijarConsulta(r, &e.A, c) },
	Aplicar: func(r *Solicitud, e Reasignacion, s tramite.Suceso) {
		i := r.turno(e.De)
		if i < 0 {
			return
		}
		t := &r.Turnos[i]
		paso := Traslado{De: e.De, Oficio: t.Oficio, Prorrogas: t.Prorrogas, Insistencias: t.Insistencias, Autoria: autoria(s)}
		if t.Devolucion != nil {
			paso.Devolucion = *t.Devolucion
		}
		t.Traslados = append(t.Traslados, paso)
		t.Organo, t.Estado, t.Devolucion = e.A.Organo, EnConsulta, nil
		t.Oficio, t.Prorrogas, t.Insistencias = nil, nil, nil
		t.Materia, t.Termino, t.Motivo, t.Desde = e.A.Materia, e.A.Termino, e.A.Motivo, s.Dia
	},
	Enlaces: func(_ Solicitud, e Reasignacion) []tramite.Enlace { return e.A.enlace() },
	Ejemplo: Reasignacion{De: "dn-finanzas", A: Consulta{Organo: "dn-incorporacion-y-recaudacion", Materia: "Efecto en las cuotas.",
		Motivo: "La dirección que devuelve la propone.", Termino: Termino{Dias: 3, Clase: plazo.Habiles}}},
}

// Cierre closes the consultation of a directorate without its answer.
type Cierre struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección normativa" example:"dn-finanzas"`
	Motivo string          `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Venció su término tras dos recordatorios."`
}

// cerrar closes the consultation in a state.
func cerrar(r *Solicitud, e Cierre, en EstadoTurno) {
	if i := r.turno(e.Organo); i >= 0 {
		r.Turnos[i].Estado, r.Turnos[i].Justificacion = en, e.Motivo
	}
}

// RetirarConsulta stops asking a directorate.
var RetirarConsulta = tramite.Acto[Solicitud, Cierre]{
	Nombre: "retirar-consulta", Titulo: "Retirar consulta",
	Descripcion: "Deja de pedir la opinión de una dirección normativa, con motivo; se le puede volver a turnar.",
	De:          tramite.Desde(Turnada), Facultades: doe.Alguna("vinculacion.opiniones:coordinar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
		enTurno(r, e.Organo, c, f, EnConsulta, Devuelto)
	},
	Aplicar: func(r *Solicitud, e Cierre, _ tramite.Suceso) { cerrar(r, e, Retirado) },
	Ejemplo: Cierre{Organo: "dn-finanzas", Motivo: "La reforma ya no toca el financiamiento."},
}

// DarPorVencida closes a consultation whose term passed without an answer.
var DarPorVencida = tramite.Acto[Solicitud, Cierre]{
	Nombre: "dar-por-vencida", Titulo: "Dar consulta por vencida",
	Descripcion: "Cierra la consulta cuyo término interno pasó sin respuesta, con la justificación de seguir sin ella.",
	De:          tramite.Desde(Turnada), Facultades: doe.Alguna("vinculacion.opiniones:seguir"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
		if t, ok := enTurno(r, e.Organo, c, f, EnConsulta); ok {
			f.Si(!r.vencido(t, c), ReglaEnTermino, "body.organo")
		}
	},
	Aplicar: func(r *Solicitud, e Cierre, _ tramite.Suceso) { cerrar(r, e, SinRespuesta) },
	Ejemplo: Cierre{Organo: "dn-finanzas", Motivo: "Venció su término tras dos recordatorios."},
}

// Recordatorio is the input of chasing a late directorate.
type Recordatorio struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección normativa que debe su respuesta" example:"dn-finanzas"`
}

// ClaveReloj tells which of the clocks of the consultations rang.
func (e Recordatorio) ClaveReloj() string { return string(e.Organo) }

// Insistir chases a late directorate, one level higher each time. The clock
// does it by itself.
var Insistir = tramite.Acto[Solicitud, Recordatorio]{
	Nombre: "insistir", Titulo: "Insistir",
	Descripcion: "Recuerda a la dirección normativa que debe su respuesta; lo hace el reloj cuando vence su término, y cada vez sube de nivel.",
	De:          tramite.Desde(Turnada), Facultades: doe.Alguna("vinculacion.opiniones:seguir"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema, Preve: "doe-7.1.4.1/7"}},
	Validar: func(r Solicitud, e Recordatorio, c *tramite.Contexto, f *falla.Fallas) {
		if t, ok := enTurno(r, e.Organo, c, f, EnConsulta); ok {
			f.Si(!r.vencido(t, c), ReglaEnTermino, "body.organo")
		}
	},
	Aplicar: func(r *Solicitud, e Recordatorio, s tramite.Suceso) {
		i := r.turno(e.Organo)
		if i < 0 {
			return
		}
		t := &r.Turnos[i]
		t.Insistencias = append(t.Insistencias, Insistencia{Nivel: nivelDe(len(t.Insistencias) + 1), Autoria: autoria(s)})
	},
	Ejemplo: Recordatorio{Organo: "dn-finanzas"},
}

// ComunicarEnlace records an exchange with the liaison of a directorate.
var ComunicarEnlace = tramite.Acto[Solicitud, Comunicacion]{
	Nombre: "comunicar-enlace", Titulo: "Anotar comunicación con un enlace",
	Descripcion: "Anota lo tratado con el enlace de una dirección normativa sobre la solicitud.",
	De:          tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("vinculacion.opiniones:representar"), Alcance: doe.Nacional,
	Validar: func(_ Solicitud, e Comunicacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!normativa(e.Organo, c), ReglaOrgano, "body.organo")
		fechaRazonable(f, e.Fecha, c, "body.fecha")
	},
	Aplicar: func(r *Solicitud, e Comunicacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Comunicaciones = append(r.Comunicaciones, e)
	},
	Ejemplo: Comunicacion{Organo: "dn-finanzas", Fecha: fecha.MustParse("2026-03-02"), Medio: PorCorreo, Asunto: "Se aclara qué artículos debe opinar."},
}
