package acuerdo

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// cutOOAD is the code of the body in the key of an organ.
func cutOOAD(o doe.ClaveOrgano) (doe.OOAD, bool) {
	c, ok := strings.CutPrefix(string(o), "ooad-")
	return doe.OOAD(c), ok && len(c) == 2
}

// Alta is the input of [Acordar].
type Alta struct {
	Origen    Origen          `json:"origen" validate:"required,oneof=reunion superior concertacion expediente" doc:"De qué nace; el de una reunión lo crea su minuta, y el de otro expediente, ese expediente" example:"superior"`
	Superior  doe.ClaveUnidad `json:"superior,omitempty" validate:"omitempty,max=40" doc:"Unidad superior con que se acuerda" example:"doe-7.1"`
	Documento string          `json:"documento" validate:"required,max=300" doc:"Documento en que consta" example:"Acuerdo 7.1/032/2026"`
	Pacto     Pacto           `json:"pacto" validate:"required" doc:"Qué se acuerda"`
	// Facts that an agreement born of minutes takes from its meeting, and the
	// organs that are party.
	Guarda       doe.ClaveUnidad `json:"guarda,omitempty" hecho:"true" doc:"Unidad que lo guarda"`
	GuardaOOAD   doe.OOAD        `json:"guarda_ooad,omitempty" hecho:"true" doc:"OOAD de la reunión"`
	Reunion      string          `json:"reunion,omitempty" hecho:"true" doc:"Folio de la reunión"`
	ClaseReunion Clase           `json:"clase_reunion,omitempty" hecho:"true" doc:"Clase de la reunión"`
	NaceDe       *Nacimiento     `json:"nace_de,omitempty" hecho:"true" doc:"Expediente del que nace"`
	Partes       []Interesado    `json:"partes,omitempty" hecho:"true" doc:"Órganos que son parte"`
}

// ActoLigar is the act by which the record that an agreement is born of takes
// note of it. Its input is [Ligado].
const ActoLigar = "ligar-acuerdo"

// Nacimiento is the record that an agreement is born of.
type Nacimiento struct {
	Coleccion string `json:"coleccion" validate:"required,max=60" doc:"Colección del expediente" example:"solicitudes-grupo"`
	Folio     string `json:"folio" validate:"required,max=60" doc:"Folio del expediente" example:"SGO-2026-14-0000001-X"`
	Parte     int    `json:"parte,omitempty" validate:"omitempty,min=1,max=10000" doc:"De qué parte de él" example:"1"`
}

// Ligado tells a record of the agreement that was born of it.
type Ligado struct {
	Folio string `json:"folio" validate:"required,max=60" doc:"Folio del acuerdo" example:"ACU-2026-14-0000001-X"`
	Parte int    `json:"parte,omitempty" validate:"omitempty,min=1,max=10000" doc:"De qué parte del expediente nació" example:"1"`
}

// Acordar makes an agreement: of a meeting, by its minutes; with a superior,
// or with organs outside the units.
var Acordar = tramite.Acto[Acuerdo, Alta]{
	Nombre: "acordar", Titulo: "Acordar",
	Descripcion: "Registra un acuerdo con quien lo tiene a cargo, su entregable y su fecha: con un superior de la línea o concertado con órganos. Los de una reunión nacen al suscribirse su minuta.",
	A:           tramite.Hacia(EnCurso), Facultades: acuerda, Alcance: doe.Linea, Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}}, Firma: true,
	Ubicar:  ubicar,
	Validar: validarAlta,
	Fijar: func(_ Acuerdo, e *Alta, c *tramite.Contexto) {
		e.Partes = partesDe(e.Pacto.ACargo.Organo, e.Pacto.Interesados, c)
	},
	Aplicar: func(r *Acuerdo, e Alta, _ tramite.Suceso) {
		p := e.Pacto
		r.Origen, r.Reunion, r.ClaseReunion, r.Superior, r.Documento = e.Origen, e.Reunion, e.ClaseReunion, e.Superior, e.Documento
		r.Clave, r.Texto, r.Entregable, r.Verificacion, r.ACargo, r.ReportaCada = p.Clave, p.Texto, p.Entregable, p.Verificacion, p.ACargo, p.ReportaCada
		r.Compromiso, r.PrimerCompromiso, r.Interesados = p.Compromiso, p.Compromiso, e.Partes
		r.NaceDe = e.NaceDe
	},
	Ordena: func(r Acuerdo, e Alta, _ *tramite.Contexto) []tramite.Orden {
		if e.NaceDe == nil {
			return nil
		}
		return []tramite.Orden{{Coleccion: e.NaceDe.Coleccion, Folio: e.NaceDe.Folio, Acto: ActoLigar, Entrada: Ligado{r.Folio, e.NaceDe.Parte}, ComoSistema: true}}
	},
	Ejemplo: Alta{Origen: DeSuperior, Superior: "doe-7.1", Documento: "Acuerdo 7.1/032/2026", Pacto: Pacto{
		Texto: "Presentar el esquema de atención a solicitudes de los congresos locales.", Entregable: "Esquema de atención", Verificacion: "Oficio de presentación",
		ACargo: ACargo{Unidad: "doe-7.1.4.1"}, Compromiso: fecha.MustParse("2026-04-30"), ReportaCada: 15,
	}},
}

// ubicar says who keeps an agreement: who made it, or the unit that keeps the
// meeting; it belongs to the OOAD of who is in charge, if any.
func ubicar(e Alta, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	u, o := a.Unidad, a.OOAD
	if e.Guarda != "" {
		u, o = e.Guarda, e.GuardaOOAD
	}
	if !u.Regional() {
		o = e.Pacto.ACargo.ooad()
	}
	if o == "" {
		o = doe.NivelCentral
	}
	return u, o
}

// partesDe are the organs party to an agreement, each with its part.
func partesDe(aCargo doe.ClaveOrgano, otros []doe.ClaveOrgano, c *tramite.Contexto) []Interesado {
	var out []Interesado
	for _, k := range append([]doe.ClaveOrgano{aCargo}, otros...) {
		if o, ok := c.Catalogo.Organo(k); ok {
			out = append(out, Interesado{Organo: k, Rol: rolDe(o)})
		}
	}
	return out
}

func validarAlta(r Acuerdo, e Alta, c *tramite.Contexto, f *falla.Fallas) {
	mal := false
	switch e.Origen {
	case DeReunion:
		mal = e.Reunion == ""
	case DeExpediente:
		mal = e.NaceDe == nil
	case DeSuperior:
		mal = !slices.Contains(c.Catalogo.Superiores(r.Unidad), e.Superior)
	case DeConcertacion:
		mal = e.Pacto.ACargo.Organo == "" && len(e.Pacto.Interesados) == 0
	}
	f.Si(mal || e.Superior != "" && e.Origen != DeSuperior, ReglaOrigen, "body.origen")
	validarPacto(e.Pacto, c, f, "body.pacto")
	f.Si(otroOOAD(r, e.Pacto.ACargo), ReglaCargo, "body.pacto.a_cargo.ooad")
}

// otroOOAD says whether a regional unit would be in charge of an agreement of
// another body, which it cannot reach.
func otroOOAD(r Acuerdo, a ACargo) bool { return a.Unidad.Regional() && a.OOAD != r.OOAD }

// validarPacto checks who is in charge, the term and who else is party.
func validarPacto(p Pacto, c *tramite.Contexto, f *falla.Fallas, camino string) {
	validarCargo(p.ACargo, c, f, camino+".a_cargo")
	f.Si(p.Compromiso.Before(c.Hoy()) || c.Hoy().Dias(p.Compromiso) > 1096, ReglaCompromiso, camino+".compromiso")
	for i, k := range p.Interesados {
		_, hay := c.Catalogo.Organo(k)
		f.Si(!hay || k == p.ACargo.Organo, ReglaInteresado, fmt.Sprintf("%s.interesados[%d]", camino, i))
	}
}

func validarCargo(a ACargo, c *tramite.Contexto, f *falla.Fallas, camino string) {
	_, unidad := c.Catalogo.Unidad(a.Unidad)
	_, organo := c.Catalogo.Organo(a.Organo)
	o, err := doe.ParseOOAD(string(a.OOAD))
	regional := err == nil && o == a.OOAD && o != doe.NivelCentral
	bien := unidad && a.Organo == "" && (a.Unidad.Regional() == regional) && (regional || a.OOAD == "") || organo && a.Unidad == "" && a.OOAD == ""
	f.Si(!bien, ReglaCargo, camino)
}

// CambioCargo is the input of [Reasignar].
type CambioCargo struct {
	ACargo ACargo `json:"a_cargo" validate:"required" doc:"Quién lo tiene a cargo desde ahora"`
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué cambia" example:"La materia pasó a la Dirección de Administración."`
	// Partes are the organs party to it from then on.
	Partes []Interesado `json:"partes,omitempty" hecho:"true" doc:"Órganos que son parte"`
}

// Reasignar puts another unit or organ in charge; who had it before is kept,
// and follows it as a party when it is an organ.
var Reasignar = tramite.Acto[Acuerdo, CambioCargo]{
	Nombre: "reasignar", Titulo: "Reasignar",
	Descripcion: "Pone a cargo a otra unidad u órgano, con su motivo; quien lo tenía queda en el expediente y, si es un órgano, sigue como parte.",
	De:          tramite.Desde(EnCurso, Estancado), Facultades: doe.Alguna("doe.acuerdos:acordar", "doe.acuerdos:coordinar"), Alcance: doe.Linea,
	Validar: func(r Acuerdo, e CambioCargo, c *tramite.Contexto, f *falla.Fallas) {
		validarCargo(e.ACargo, c, f, "body.a_cargo")
		f.Si(otroOOAD(r, e.ACargo), ReglaCargo, "body.a_cargo.ooad")
		f.Si(e.ACargo.Clave() == r.ACargo.Clave() && e.ACargo.OOAD == r.ACargo.OOAD, ReglaReasigna, "body.a_cargo")
	},
	Fijar: func(r Acuerdo, e *CambioCargo, c *tramite.Contexto) {
		var otros []doe.ClaveOrgano
		for _, i := range r.Interesados {
			if i.Organo != e.ACargo.Organo {
				otros = append(otros, i.Organo)
			}
		}
		e.Partes = partesDe(e.ACargo.Organo, otros, c)
	},
	Aplicar: func(r *Acuerdo, e CambioCargo, s tramite.Suceso) {
		r.Reasignaciones = append(r.Reasignaciones, Reasignado{De: r.ACargo, Motivo: e.Motivo, Autoria: autoria(s)})
		r.ACargo, r.Interesados = e.ACargo, e.Partes
	},
	Ejemplo: CambioCargo{ACargo: ACargo{Organo: "dn-administracion"}, Motivo: "La materia pasó a la Dirección de Administración."},
}
