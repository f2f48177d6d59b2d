package queja

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Who may do what. In an OOAD the regional coordination does it on what it
// holds, to register and to turn (rule 25); at the central level the division
// that follows what organs and bodies send captures, and the Coordination, which
// coordinates and supervises, sends and reviews.
var (
	captura   = doe.Alguna("siade.quejas:registrar", "siade.quejas:seguir")
	canaliza  = doe.Alguna("siade.quejas:turnar", "siade.quejas:coordinar")
	acompana  = doe.Alguna("siade.quejas:orientar", "siade.quejas:registrar", "siade.quejas:seguir")
	informa   = doe.Alguna("siade.quejas:informar", "siade.quejas:registrar", "siade.quejas:seguir")
	revisa    = doe.Alguna("siade.quejas:supervisar", "siade.quejas:seguir")
	corrige   = doe.Alguna("siade.quejas:registrar", "siade.quejas:seguir", "siade.quejas:coordinar", "siade.quejas:administrar")
	cumple    = doe.Alguna("siade.quejas:registrar", "siade.quejas:seguir", "siade.quejas:ejecutar")
	encabezan = doe.Alguna("siade.quejas:coordinar")

	// The body that resolves is no unit of the directorate (policy 5.6).
	deLaInstancia = []tramite.Contraparte{{Rol: doe.Area, Fuente: politica56}, {Rol: doe.Federal, Fuente: politica56}}
	deUnArea      = []tramite.Contraparte{{Rol: doe.Area, Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "5.3"}}}
	deReloj       = []tramite.Contraparte{{Rol: doe.Sistema}}
	consecuencia  = []tramite.Contraparte{{Rol: doe.Sistema, Fuente: norma.Configuracion("se sigue de otro acto")}}
)

// The origins that acts share.
var (
	porIntegrar = tramite.Desde(Abierta, Integrada)
	sinRemitir  = tramite.Desde(Abierta, EnEspera, Integrada)
	enInstancia = tramite.Desde(EnTramite, Requerida)
	vivas       = tramite.DesdeCategoria(tramite.Abierta, tramite.Espera)
)

// The central unit that keeps and follows what is of no OOAD, and the ladder.
const (
	atencionCiudadana doe.ClaveUnidad = "doe-7.1.3.1.1"
	coordinacion      doe.ClaveUnidad = "doe-7.1.3.1"
)

// escalera is the ladder of a case: recommendations and the answer to
// autonomous bodies reach the Direction (doe-7.1/16).
func escalera(o doe.OOAD) []doe.ClaveUnidad {
	central := []doe.ClaveUnidad{atencionCiudadana, coordinacion, siade.Rama, doe.Raiz}
	if o == doe.NivelCentral {
		return central
	}
	return append([]doe.ClaveUnidad{doe.CAOOD}, central...)
}

// ubicar gives the case to who keeps the petition: the coordination of its
// OOAD, or central attention.
func ubicar(e Apertura, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	o := doe.NivelCentral
	if a.Unidad.Regional() {
		o = a.OOAD
	} else if p, err := doe.ParseOOAD(e.OOAD); err == nil {
		o = p
	}
	if o == doe.NivelCentral {
		return atencionCiudadana, o
	}
	return doe.CAOOD, o
}

// identificada says whether who presented a petition is known.
func identificada(p *siade.Peticion) bool { return p != nil && p.Peticionario.Identidad != "" }

// soloInstancia refuses a counterpart that is not the body of the case.
func soloInstancia(r Queja, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(c.Actor.Rol != "" && c.Actor.Organo != r.Organo, ReglaSoloInstancia, "body")
}

// entre refuses a day in the future or before the step that it follows.
func entre(dia, desde fecha.Fecha, c *tramite.Contexto, f *falla.Fallas, lugar string) {
	f.Si(dia.After(c.Hoy()) || dia.Before(desde), ReglaFecha, lugar)
}

func organo(k doe.ClaveOrgano, r falla.Regla, c *tramite.Contexto, f *falla.Fallas, lugar string) {
	if k != "" {
		_, ok := c.Catalogo.Organo(k)
		f.Si(!ok, r, lugar)
	}
}

// reserva restricts the sensitive and the confidential ones; whom the petition
// complains of never reads it.
func reserva(r Queja) tramite.Reserva {
	out := tramite.Reserva{Restringida: r.Reservada}
	if s := r.Senalado; s != nil {
		for _, x := range []string{s.Persona, s.Cuenta} {
			if x != "" {
				out.Excluidos = append(out.Excluidos, x)
			}
		}
	}
	return out
}

// veReservados says who reads restricted cases that are not assigned to them.
func veReservados(a doe.Actor) bool { return a.Puesto == doe.Titular }

// partes are the body, once it was sent, and the areas that owe a report or
// something of what was decided.
func partes(r Queja) []tramite.Parte {
	var out []tramite.Parte
	sumar := func(o doe.ClaveOrgano) {
		for _, rol := range []doe.Rol{doe.Area, doe.Federal} {
			p := tramite.Parte{Rol: rol, Organo: o}
			if o != "" && (rol == doe.Area || strings.HasPrefix(string(o), "federal-")) && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	if len(r.Remisiones) > 0 {
		sumar(r.Organo)
	}
	for _, q := range r.Requerimientos {
		sumar(q.Area)
	}
	if r.Decision != nil {
		for _, p := range r.Decision.Puntos {
			sumar(p.Responsable)
		}
	}
	return out
}

// recorta leaves the body what it needs to resolve, and an area what was asked
// of it: in a confidential path, not even what the report is about nor where it
// came from.
func recorta(r *Queja, a doe.Actor) {
	r.Responsable, r.Contactos, r.Notas, r.Observaciones, r.Escalamientos, r.Intervenciones = "", nil, nil, nil, nil, nil
	if a.Organo == r.Organo {
		return
	}
	n := Queja{Cabecera: r.Cabecera, Via: r.Via, Asunto: r.Asunto, Etapa: r.Etapa}
	n.Relojes, n.Adjuntos = nil, slices.DeleteFunc(slices.Clone(r.Adjuntos), func(x tramite.Adjunto) bool { return x.Organo != a.Organo })
	if r.def().Confidencial {
		n.Asunto = ""
	}
	for _, q := range r.Requerimientos {
		if q.Area == a.Organo {
			n.Requerimientos = append(n.Requerimientos, q)
		}
	}
	if r.Decision != nil {
		d := Decision{Sentido: r.Decision.Sentido, Fecha: r.Decision.Fecha, Oficio: r.Decision.Oficio}
		for _, p := range r.Decision.Puntos {
			if p.Responsable == a.Organo {
				d.Puntos = append(d.Puntos, p)
			}
		}
		if d.Puntos != nil {
			n.Decision = &d
		}
	}
	*r = n
}
