package envio

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Salida is what a sending says besides the record and the recipients.
type Salida struct {
	Asunto string     `json:"asunto" validate:"required,min=5,max=300" doc:"Asunto" example:"Se remite el informe trimestral"`
	Medio  Medio      `json:"medio" validate:"required,oneof=oficio correo sistema mensajeria mano" doc:"Medio" example:"oficio"`
	Oficio *Documento `json:"oficio,omitempty" doc:"Oficio, si lo hay; obligatorio cuando es el medio"`
	// Firmante is the actor when it heads the unit and says no other.
	Firmante *Firmante `json:"firmante,omitempty" doc:"Quién firma el oficio; si falta, la persona titular que envía"`
	// Documentos are attachments of the record.
	Documentos []string  `json:"documentos,omitempty" validate:"omitempty,max=50,unique,dive,sha256" doc:"Huellas de los archivos del expediente que se acompañan"`
	Copias     []Destino `json:"copias,omitempty" validate:"omitempty,max=40,dive" doc:"A quiénes se da copia, sin acuse"`
	// Entrega is the hand-off of the manuals that the dispatch fulfils.
	Entrega string `json:"entrega,omitempty" validate:"omitempty,max=60" doc:"Entrega de los manuales que se cumple" example:"doe-7.1.1.6/5>doe-7.1.1"`
	// Debida is the day it was owed by, when one was set.
	Debida fecha.Fecha `json:"debida,omitzero" doc:"Día en que se debía entregar, si se fijó uno" example:"2026-03-31"`
	// Espera is how long an acknowledgement is waited for, in working days of
	// the LFPA calendar; that of the means when zero.
	Espera int `json:"espera,omitempty" validate:"omitempty,min=1,max=90" doc:"Días hábiles que se espera el acuse; los del medio si no se dice" example:"5"`
	// Enlace opens, to organs and persons, a link to acknowledge by.
	Enlace bool `json:"enlace,omitempty" doc:"Si se abre un enlace para que órganos y personas acusen sin cuenta" example:"true"`
}

// Remision is a sending to its recipients: the input of the acts of other
// trámites that order one.
type Remision struct {
	Salida
	Para []Destino `json:"para" validate:"required,min=1,max=60,dive" doc:"Destinatarios, que deben acusar"`
}

// Alta is the input that sends.
type Alta struct {
	Expediente Referencia `json:"expediente" validate:"required" doc:"Qué se envía"`
	Remision
	// Remitente and EnOOAD are the unit that sends when the act that orders the
	// dispatch is not one of a unit.
	Remitente doe.ClaveUnidad `json:"remitente,omitempty" hecho:"true" doc:"Unidad que envía"`
	EnOOAD    doe.OOAD        `json:"en_ooad,omitempty" hecho:"true" doc:"OOAD de la unidad que envía, si es regional"`
	// Reservado says that the record is not for everybody to read.
	Reservado bool `json:"reservado,omitempty" hecho:"true" doc:"Si el expediente es reservado"`
}

// ubicar gives the sending unit, which keeps the dispatch.
func ubicar(e Alta, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	u, o := a.Unidad, a.OOAD
	if u == "" {
		u, o = e.Remitente, e.EnOOAD
	}
	if o == "" {
		o = doe.NivelCentral
	}
	return u, o
}

// validar holds a sending against its record and the catalog.
func (e Alta) validar(c *tramite.Contexto, f *falla.Fallas) {
	unidad, ooad := ubicar(e, c.Actor)
	f.Si(unidad == "", ReglaRemitente, "body")
	e.expediente(c, f)
	e.oficio(c, f)
	vistos := []string{quien(doe.Actor{Unidad: unidad, OOAD: ooad})}
	comprobar := func(ds []Destino, campo string) {
		for i, d := range ds {
			f.Si(!d.valido(c.Catalogo), ReglaDestinatario, lugarDe(campo, i))
			k := d.Clave()
			f.Si(k != "" && slices.Contains(vistos, k), ReglaRepetido, lugarDe(campo, i))
			vistos = append(vistos, k)
		}
	}
	e.entrega(unidad, c, f)
	comprobar(e.Para, "body.para")
	comprobar(e.Copias, "body.copias")
}

// expediente checks that the version exists, that whoever sends may read it
// and that its documents are its own. What an act orders in its actor's name
// is of a record that the act was just done on.
func (e Alta) expediente(c *tramite.Contexto, f *falla.Fallas) {
	r, _, hay := c.Legible(e.Expediente.Coleccion, e.Expediente.Folio)
	if f.Si(!hay || e.Expediente.Version > r.Cabeza().Version, ReglaExpediente, "body.expediente") {
		return
	}
	for i, h := range e.Documentos {
		suyo := slices.ContainsFunc(r.Cabeza().Adjuntos, func(a tramite.Adjunto) bool { return a.SHA256 == h })
		f.Si(!suyo, ReglaDocumento, lugarDe("body.documentos", i))
	}
}

// entrega checks that the hand-off is the sender's to make and goes to whom it
// is owed.
func (e Alta) entrega(unidad doe.ClaveUnidad, c *tramite.Contexto, f *falla.Fallas) {
	if e.Entrega == "" {
		f.Si(!e.Debida.IsZero(), ReglaEntrega, "body.debida")
		return
	}
	x, ok := c.Catalogo.Entrega(e.Entrega)
	suya := ok && x.De == unidad && slices.ContainsFunc(e.Para, func(d Destino) bool { return x.Es(d.Destino, c.Catalogo) })
	f.Si(!suya, ReglaEntrega, "body.entrega")
}

func (e Alta) oficio(c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Medio == PorOficio && e.Oficio == nil, ReglaOficio, "body.oficio")
	f.Si(e.Oficio != nil && e.firmante(c) == nil, ReglaOficio, "body.firmante")
	if e.Oficio != nil {
		f.Si(!reciente(e.Oficio.Fecha, c), ReglaFecha, "body.oficio.fecha")
	}
}

// firmante is who signs: the one told or, failing that, the head of the unit
// or its stand-in who does the act.
func (e Alta) firmante(c *tramite.Contexto) *Firmante {
	switch a := c.Actor; {
	case e.Firmante != nil || e.Oficio == nil:
		return e.Firmante
	case a.Puesto == doe.Titular:
		return &Firmante{Nombre: a.Nombre, Cargo: "Titular"}
	case a.Suplencia.Rige(c.Hoy()):
		return &Firmante{Nombre: a.Nombre, Cargo: "En suplencia de la persona titular", Documento: a.Suplencia.Documento}
	}
	return nil
}

// reciente says whether a day is neither in the future nor over a year old.
func reciente(d fecha.Fecha, c *tramite.Contexto) bool {
	return !d.After(c.Hoy()) && !d.Before(c.Hoy().Sumar(-366))
}

// fijar completes a sending with the version and the signer.
func (e *Alta) fijar(c *tramite.Contexto) {
	if r, reserva, hay := c.Legible(e.Expediente.Coleccion, e.Expediente.Folio); hay {
		e.Reservado = reserva.Restringida || len(reserva.Excluidos) > 0
		if e.Expediente.Version == 0 {
			e.Expediente.Version = r.Cabeza().Version
		}
	}
	e.Firmante = e.firmante(c)
}
