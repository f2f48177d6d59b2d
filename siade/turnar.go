package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// DiasEnlace is how many natural days an area may answer by link.
const DiasEnlace = 30

// Turnar passes a petition to a unit of the branch or to an organ. What the
// central level turns to an OOAD becomes of that OOAD and keeps its folio.
var Turnar = tramite.Acto[Peticion, Turno]{
	Nombre: "turnar", Titulo: "Turnar",
	Descripcion: "Pasa la petición a una unidad o a un órgano, que puede aceptarla, devolverla o responderla, también por un enlace. Una petición del nivel central turnada a un OOAD pasa a él y conserva su folio. Turnada a una vía de queja, abre el expediente en que se sigue.",
	De:          porAtender, A: tramite.Hacia(Turnada), Facultades: doe.Alguna("siade.atencion:turnar"), Alcance: doe.Nacional,
	Elegir: func(r Peticion, e Turno) tramite.Estado {
		if e.Via != "" {
			return r.Estado
		}
		return Turnada
	},
	Validar: validarTurno, Aplicar: aplicarTurno, Ordena: ordenarVia,
	Fijar: func(r Peticion, e *Turno, c *tramite.Contexto) { *e = e.encaminar(r, c) },
	Enlaces: func(r Peticion, e Turno) []tramite.Enlace {
		if e.Via != "" || r.Turno == nil || r.Turno.Organo == "" || r.Turno.Unidad != "" {
			return nil
		}
		var out []tramite.Enlace
		for _, acto := range []string{"aceptar", "devolver", "responder", "aportar"} {
			out = append(out, tramite.Enlace{Acto: acto, Organo: e.Organo, Rol: doe.Area, Dias: DiasEnlace})
		}
		return out
	},
	Ejemplo: Turno{Organo: "dn-prestaciones-medicas", Motivo: "El servicio depende de ese órgano."},
}

// encaminar gives a turn without destination that of the catalog.
func (e Turno) encaminar(r Peticion, c *tramite.Contexto) Turno {
	if e.Unidad == "" && e.Organo == "" && e.Via == "" {
		ruta, _ := r.Encaminada(c)
		e.Unidad, e.Organo = ruta.Unidad, ruta.Organo
	}
	return e
}

func validarTurno(r Peticion, e Turno, c *tramite.Contexto, f *falla.Fallas) {
	e = e.encaminar(r, c)
	f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
	if e.Via != "" {
		f.Si(e.Unidad != "", ReglaViaSola, "body.via")
		return
	}
	f.Si(e.Unidad == "" && e.Organo == "", ReglaSinDestino, "body")
	if e.Unidad != "" {
		f.Si(!atiende(e.Unidad, c), ReglaUnidadNoAtiende, "body.unidad")
		f.Si(e.Unidad.Regional() && r.OOAD == doe.NivelCentral, ReglaUnidadSinOOAD, "body.unidad")
	}
	if e.Organo != "" {
		_, ok := c.Catalogo.Organo(e.Organo)
		f.Si(!ok, ReglaOrganoDesconocido, "body.organo")
		f.Si(r.contra() && r.Senalado.Area == string(e.Organo), ReglaSenalado, "body.organo")
	}
	f.Si(r.camino().ExigeSenalado && !r.senala(), ReglaSinSenalado, "body")
}

// atiende says whether a unit of the branch can attend petitions.
func atiende(u doe.ClaveUnidad, c *tramite.Contexto) bool {
	_, ok := c.Catalogo.Decidir(u, doe.Ambito{Alcance: doe.Nacional, Guardian: u, Rama: Rama}, resuelve)
	return ok
}

// resuelve are the facultades to decide on one petition (rule 14).
var resuelve = doe.Alguna("siade.atencion:coordinar", "siade.atencion:atender")

// trabaja are those to work on it.
var trabaja = doe.Alguna("siade.atencion:atender", "siade.atencion:coordinar")

func aplicarTurno(r *Peticion, e Turno, s tramite.Suceso) {
	if e.Via != "" {
		return
	}
	t := &Turnado{Unidad: e.Unidad, Organo: e.Organo, Motivo: e.Motivo, Dia: s.Dia, De: r.Unidad, DeOOAD: r.OOAD}
	o, esOOAD := deOrgano(e.Organo)
	if r.OOAD == doe.NivelCentral && esOOAD {
		t.Unidad, r.OOAD = doe.CAOOD, o
	}
	if t.Unidad != "" && (t.Unidad != r.Unidad || r.OOAD != t.DeOOAD) {
		r.Unidad, r.Responsable, r.Asignacion = t.Unidad, "", nil
	}
	r.Turno = t
	r.caducar(AArea, s.Dia)
}

// caducar ends what was owed by someone who owes it no more.
func (p *Peticion) caducar(a Requerida, dia fecha.Fecha) {
	for i := range p.Requerimientos {
		if q := &p.Requerimientos[i]; q.A == a && q.Pendiente() {
			q.Lapso = dia
		}
	}
}

// Asignar gives a petition to a person.
var Asignar = tramite.Acto[Peticion, Asignacion]{
	Nombre: "asignar", Titulo: "Asignar", Descripcion: "Encarga la petición a una persona; cambiarla deja constancia de por qué.",
	De: vivas, Facultades: doe.Alguna("siade.atencion:coordinar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e Asignacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.esSenalada(e.Responsable, e.Nombre), ReglaSenalado, "body.responsable")
	},
	Aplicar: func(r *Peticion, e Asignacion, s tramite.Suceso) {
		n := Asignado{Responsable: e.Responsable, Nombre: e.Nombre, Motivo: e.Motivo, En: s.En, Veces: 1}
		if r.Asignacion != nil {
			n.Veces += r.Asignacion.Veces
		}
		r.Responsable, r.Asignacion = e.Responsable, &n
	},
	Ejemplo: Asignacion{Responsable: "taod-14-007", Nombre: "Persona técnica"},
}

// Aceptar takes what was turned.
var Aceptar = tramite.Acto[Peticion, tramite.Vacia]{
	Nombre: "aceptar", Titulo: "Aceptar", Descripcion: "La unidad o el área a la que se turnó acepta atenderla.",
	De: tramite.Desde(Turnada), A: tramite.Hacia(EnAtencion), Facultades: trabaja, Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deArea},
	Validar: func(r Peticion, _ tramite.Vacia, c *tramite.Contexto, f *falla.Fallas) {
		revisarTurnada(r, c, f)
	},
	Aplicar: func(r *Peticion, _ tramite.Vacia, s tramite.Suceso) {
		if r.Turno != nil {
			r.Turno.Aceptado = s.Dia
		}
	},
}

// sinAceptar says whether what was turned is still to be accepted, even while
// something is waited for.
func (p Peticion) sinAceptar() bool {
	e := p.Estado
	if e == Prevenida && p.Prevencion != nil {
		e = p.Prevencion.Regresa
	}
	if e == EnEspera {
		e = p.antesDeEsperar()
	}
	return e == Turnada && p.Turno != nil
}

func revisarTurnada(r Peticion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(!r.turnadaA(c.Actor), ReglaNoTurnada, "body")
	f.Si(r.esSenalada(c.Actor.Sub, c.Actor.Nombre), ReglaSenalado, "body")
}

// Devolver gives back what was turned to who turned it.
var Devolver = tramite.Acto[Peticion, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver", Descripcion: "La unidad o el área a la que se turnó la devuelve a quien la turnó, con el motivo.",
	De: tramite.Desde(Turnada, EnAtencion), A: tramite.Hacia(Clasificada), Facultades: trabaja, Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deArea},
	Causales:     tramite.Causales(causalesDevolver),
	Validar: func(r Peticion, e Devolucion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
		revisarTurnada(r, c, f)
	},
	Aplicar: func(r *Peticion, _ Devolucion, s tramite.Suceso) {
		if t := r.Turno; t != nil {
			r.Unidad, r.OOAD, r.Turno = t.De, t.DeOOAD, nil
		}
		r.caducar(AArea, s.Dia)
	},
	Ejemplo: Devolucion{Motivo: "El asunto no corresponde a esta área.", Causal: NoLeCompete},
}

// Recordar is the clock's reminder to who has not accepted.
var Recordar = tramite.Acto[Peticion, Vencimiento]{
	Nombre: "recordar", Titulo: "Recordar", Descripcion: "El reloj recuerda a quien no ha aceptado el turno.", Interno: true,
	De: tramite.Desde(Turnada), Contrapartes: []tramite.Contraparte{deReloj},
	Aplicar: func(r *Peticion, _ Vencimiento, _ tramite.Suceso) {
		if r.Turno != nil {
			r.Turno.Recordatorios++
		}
	},
	Ejemplo: Vencimiento{Plazo: PlazoAceptacion},
}
