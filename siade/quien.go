package siade

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Rama is the unit whose line attends petitions in the whole country.
const Rama doe.ClaveUnidad = "doe-7.1.3"

// The units of the ladder.
const (
	atencionCiudadana doe.ClaveUnidad = "doe-7.1.3.1.1"
	enlaceNacional    doe.ClaveUnidad = "doe-7.1.3.1.2"
	coordinacion      doe.ClaveUnidad = "doe-7.1.3.1"
)

var (
	cpeum8 = norma.Cita{Norma: "CPEUM", Lugar: "art. 8"}
	// The petitioner acts by right, the area because a function of central
	// attention works with it, the clock by itself.
	deCiudadano = tramite.Contraparte{Rol: doe.Ciudadano, Fuente: cpeum8}
	deArea      = tramite.Contraparte{Rol: doe.Area, Preve: "doe-7.1.3.1.1/2"}
	deReloj     = tramite.Contraparte{Rol: doe.Sistema}
)

// The origins that acts share.
var (
	porAtender  = tramite.Desde(Clasificada, Turnada, EnAtencion)
	sinResolver = tramite.Desde(Registrada, Clasificada, Turnada, EnAtencion)
	pendientes  = tramite.Desde(Registrada, Clasificada, Turnada, EnAtencion, Prevenida, EnEspera)
	vivas       = tramite.DesdeCategoria(tramite.Abierta, tramite.Espera)
	todas       = tramite.DesdeCategoria(tramite.Abierta, tramite.Espera, tramite.Cerrada)
)

// escalera is the ladder of a petition, from the coordination that keeps it to
// the Unit.
func escalera(o doe.OOAD) []doe.ClaveUnidad {
	if o == doe.NivelCentral {
		return []doe.ClaveUnidad{atencionCiudadana, coordinacion, Rama}
	}
	return []doe.ClaveUnidad{doe.CAOOD, enlaceNacional, coordinacion, Rama}
}

// guarda says who keeps what comes from an OOAD.
func guarda(o doe.OOAD) doe.ClaveUnidad {
	if o == doe.NivelCentral {
		return atencionCiudadana
	}
	return doe.CAOOD
}

// deOrgano is the OOAD that an organ is.
func deOrgano(k doe.ClaveOrgano) (doe.OOAD, bool) {
	cod, ok := strings.CutPrefix(string(k), "ooad-")
	if !ok {
		return "", false
	}
	o, err := doe.ParseOOAD(cod)
	return o, err == nil && o != doe.NivelCentral
}

// senala says whether the petition names an area or a person.
func (p Peticion) senala() bool {
	return p.Senalado != nil && (p.Senalado.Area != "" || p.Senalado.Persona != "" || p.Senalado.Cuenta != "")
}

// contra says whether being named in it is being accused.
func (p Peticion) contra() bool {
	return p.Senalado != nil && p.tipo() != Reconocimiento
}

// esSenalada says whether a person, by account and name, is who it is against.
func (p Peticion) esSenalada(cuenta, nombre string) bool {
	if !p.contra() {
		return false
	}
	s := p.Senalado
	return s.Cuenta != "" && s.Cuenta == cuenta || s.Persona != "" && texto.Plegar(s.Persona) == texto.Plegar(nombre)
}

// turnadaA says whether the actor is whom it is turned to.
func (p Peticion) turnadaA(a doe.Actor) bool {
	if p.Turno == nil {
		return false
	}
	if a.Rol == doe.Area {
		return a.Organo == p.Turno.Organo
	}
	return a.Unidad != "" && a.Unidad == p.Turno.Unidad
}

// reserva restricts the sensitive ones and those followed in a confidential
// path; whoever a petition is against never
// reads it.
func reserva(p Peticion) tramite.Reserva {
	r := tramite.Reserva{Restringida: p.clasificacion().Sensible || p.enSecreto()}
	if p.contra() {
		for _, x := range []string{p.Senalado.Persona, p.Senalado.Cuenta} {
			if x != "" {
				r.Excluidos = append(r.Excluidos, x)
			}
		}
	}
	return r
}

// veReservados says who reads sensitive petitions that are not assigned to
// them: the heads of the regional coordination and of the central units.
func veReservados(a doe.Actor) bool { return a.Puesto == doe.Titular }

// partes is the organ that has the petition; none while it is followed in a
// confidential path.
func partes(p Peticion) []tramite.Parte {
	if p.Turno == nil || p.Turno.Organo == "" || p.enSecreto() {
		return nil
	}
	return []tramite.Parte{{Rol: doe.Area, Organo: p.Turno.Organo}}
}

// ambito is the key under which the suspensions of an OOAD are published.
func ambito(o doe.OOAD) string { return string(o.Organo()) }

// recorta leaves a counterpart what it needs to answer: neither references to
// identity nor the notes of the house.
func recorta(r *Peticion, _ doe.Actor) {
	r.Peticionario.Identidad = ""
	if r.Afectado != nil {
		r.Afectado.Identidad = ""
	}
	r.Vias = nil
	if r.Moderacion != nil { // it knows the petition as it is shown
		r.Relato, r.Traduccion = r.Moderacion.Texto, nil
		r.Moderacion.Motivo, r.Moderacion.Autoria = "", tramite.Autoria{}
	}
	r.Responsable, r.Asignacion, r.Escalamientos, r.Observaciones, r.Calificacion = "", nil, nil, nil, nil
}
