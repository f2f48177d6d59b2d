package tramite

import (
	"cmp"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// AjustePlazo is the input of the act by which the clock records that a
// published suspension moved a due date. The date once communicated stays
// among the facts of the clock.
type AjustePlazo struct {
	Suspension string      `json:"suspension" validate:"required,max=80" doc:"Clave de la suspensión" example:"dof-2025-04-18"`
	Antes      fecha.Fecha `json:"antes" doc:"Vencimiento anterior" example:"2025-04-18"`
	Ahora      fecha.Fecha `json:"ahora" doc:"Vencimiento nuevo" example:"2025-04-21"`
}

// ActoAjuste is the name of that act, which every trámite has.
const ActoAjuste = "ajustar-plazo"

// Traspaso is the input of the act by which a reorganisation hands an open
// record over to another unit.
type Traspaso struct {
	A      doe.ClaveUnidad `json:"a" validate:"required,max=40" doc:"Unidad que guarda el expediente desde ahora" example:"doe-7.1.3.1.4"`
	Motivo string          `json:"motivo" validate:"required,max=200" doc:"Folio de la reorganización que lo dispone" example:"REORG-2026-09-0000001-X"`
	// Antes is the unit that kept it.
	Antes doe.ClaveUnidad `json:"antes,omitempty" hecho:"true" doc:"Unidad que lo guardaba"`
}

// ActoTraspaso is the name of that act, which every trámite has.
const ActoTraspaso = "traspasar"

// propios are the acts that every trámite has without declaring them.
func propios[R any, P conCabecera[R]]() []DeActo[R] {
	return Actos[R](traspasar[R, P](), Acto[R, AjustePlazo]{
		Nombre: ActoAjuste, Titulo: "Ajustar plazo", Interno: true,
		Descripcion:  "Deja constancia de que una suspensión publicada movió el vencimiento; lo hace el reloj del sistema.",
		De:           DesdeCategoria(Abierta, Espera),
		Contrapartes: []Contraparte{{Rol: doe.Sistema}},
		Aplicar:      func(*R, AjustePlazo, Suceso) {},
		Ejemplo:      AjustePlazo{Suspension: "dof-2025-04-18", Antes: fecha.MustParse("2025-04-18"), Ahora: fecha.MustParse("2025-04-21")},
	})
}

// traspasar makes the act that changes who keeps an open record. What was done
// before keeps the unit of its day.
func traspasar[R any, P conCabecera[R]]() Acto[R, Traspaso] {
	return Acto[R, Traspaso]{
		Nombre: ActoTraspaso, Titulo: "Traspasar", Interno: true,
		Descripcion:  "Deja constancia de que una reorganización en vigor pasó el expediente a otra unidad; lo hace el sistema.",
		De:           DesdeCategoria(Abierta, Espera),
		Contrapartes: []Contraparte{{Rol: doe.Sistema}},
		Validar: func(_ R, e Traspaso, c *Contexto, f *falla.Fallas) {
			_, hay := c.Catalogo.Unidad(e.A)
			f.Si(!hay, reglaUnidad, "body.a")
		},
		Fijar: func(r R, e *Traspaso, _ *Contexto) { e.Antes = P(&r).Cabeza().Unidad },
		Aplicar: func(r *R, e Traspaso, _ Suceso) {
			k := P(r).Cabeza()
			k.Origen, k.Unidad = cmp.Or(k.Origen, e.Antes), e.A
		},
		Ejemplo: Traspaso{A: "doe-7.1.3.1.4", Motivo: "REORG-2026-09-0000001-X"},
	}
}

var reglaUnidad = falla.Regla{Codigo: "unidad-desconocida", Es: "La unidad no está en la estructura vigente.", En: "The unit is not in the structure in force."}

// Base declares the part of an act that the ready-made ones below leave open:
// who may do it, and from where.
type Base struct {
	De           Origen
	Facultades   []doe.Facultad
	Alcance      doe.Alcance
	Contrapartes []Contraparte
}

// ActoAdjuntar is the name of the act that adds a file.
const ActoAdjuntar = "adjuntar"

// MaxAdjuntos is how many files a record may have.
const MaxAdjuntos = 50

var reglaAdjuntos = falla.Regla{Codigo: "demasiados-adjuntos", Es: "El expediente ya tiene el máximo de archivos.", En: "The record already has as many files as it may."}

// Adjuntar makes the act that adds a file to a record.
func Adjuntar[R any, P conCabecera[R]](b Base) Acto[R, Adjunto] {
	return Acto[R, Adjunto]{
		Nombre: ActoAdjuntar, Titulo: "Adjuntar archivo", Descripcion: "Agrega un archivo al expediente; su contenido se guarda por su huella.",
		De: b.De, Facultades: b.Facultades, Alcance: b.Alcance, Contrapartes: b.Contrapartes,
		Validar: func(r R, _ Adjunto, _ *Contexto, f *falla.Fallas) {
			f.Si(len(P(&r).Cabeza().Adjuntos) >= MaxAdjuntos, reglaAdjuntos, "body")
		},
		Fijar: func(_ R, e *Adjunto, c *Contexto) { e.Por, e.Organo, e.En = c.Actor.Sub, c.Actor.Organo, c.Ahora },
		Aplicar: func(r *R, e Adjunto, _ Suceso) {
			h := P(r).Cabeza()
			h.Adjuntos = append(h.Adjuntos, e)
		},
		Ejemplo: Adjunto{Nombre: "solicitud.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Tipo: "application/pdf", Bytes: 48213},
	}
}

// LecturaIdentidad is the input of the act of reading personal data.
type LecturaIdentidad struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=500" doc:"Para qué se lee la identidad" example:"Confirmar el domicilio para notificar la respuesta"`
}

// ActoIdentidad is the name of the act of reading personal data.
const ActoIdentidad = "leer-identidad"

// LeerIdentidad makes the act of reading the personal data of a record: it
// changes nothing and leaves its event.
func LeerIdentidad[R any](b Base) Acto[R, LecturaIdentidad] {
	return Acto[R, LecturaIdentidad]{
		Nombre: ActoIdentidad, Titulo: "Leer identidad", Descripcion: "Muestra los datos de identidad y deja constancia de quién los leyó y para qué.",
		De: b.De, Facultades: b.Facultades, Alcance: b.Alcance, Contrapartes: b.Contrapartes,
		Aplicar: func(*R, LecturaIdentidad, Suceso) {},
		Ejemplo: LecturaIdentidad{Motivo: "Confirmar el domicilio para notificar la respuesta"},
	}
}

// deOrden is the actor of what follows from an act by itself.
func deOrden() doe.Actor {
	return doe.Actor{Sub: "sistema:orden", Nombre: "Consecuencia de otro acto", Rol: doe.Sistema}
}
