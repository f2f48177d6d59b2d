package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ActoLigar is the act by which a record from which petitions are born takes
// note of one of them. Its input is [Nacida].
const ActoLigar = "ligar-peticion"

// Nacimiento is the record that a petition is born of.
type Nacimiento struct {
	Coleccion string `json:"coleccion" validate:"required,oneof=aperturas-buzon solicitudes-grupo actividades-orientacion apariciones-medios" doc:"Colección del expediente del que nace" example:"aperturas-buzon"`
	Folio     string `json:"folio" validate:"required,max=60" doc:"Folio de ese expediente" example:"APB-2026-14-0000001-X"`
	// Parte tells which part of it: the number of the form, or of the demand.
	Parte int `json:"parte,omitempty" validate:"omitempty,min=1,max=10000" doc:"De qué parte: el número de la papeleta o de la demanda" example:"3"`
}

// Nacida tells a record of a petition that was born of it, or that answers it.
type Nacida struct {
	Folio string `json:"folio" validate:"required,max=60" doc:"Folio de la petición" example:"SIADE-2026-14-0000001-X"`
	Parte int    `json:"parte,omitempty" validate:"omitempty,min=1,max=10000" doc:"Número de la papeleta o de la demanda" example:"3"`
	// Nacio: it says that it was born of the record.
	Nacio bool `json:"nacio,omitempty" hecho:"true" doc:"Si la petición dice que nació de este expediente"`
}

// ReglaNaceDe refuses an origin that is not there or is another's.
var ReglaNaceDe = falla.Regla{Codigo: "SIADE-NACE-01", Es: "El expediente del que nacería no existe o es de otro OOAD.", En: "The record it would be born of does not exist or is of another OOAD.", Fuente: interno}

// validarNaceDe checks what a petition is born of of an OOAD. What more it takes
// is for the act by which the origin takes note of it.
func validarNaceDe(r Peticion, e Registro, c *tramite.Contexto, f *falla.Fallas) {
	if e.NaceDe == nil {
		return
	}
	o := c.Expediente(e.NaceDe.Coleccion, e.NaceDe.Folio)
	f.Si(o == nil || o.Cabeza().OOAD != r.OOAD || c.Actor.Rol == doe.Ciudadano, ReglaNaceDe, "body.nace_de")
}

func ordenarNaceDe(r Peticion, e Registro, c *tramite.Contexto) []tramite.Orden {
	if e.NaceDe == nil || c.Actor.Rol != "" || c.Expediente(e.NaceDe.Coleccion, e.NaceDe.Folio) == nil {
		return nil
	}
	return []tramite.Orden{{Coleccion: e.NaceDe.Coleccion, Folio: e.NaceDe.Folio, Acto: ActoLigar, Entrada: Nacida{Folio: r.Folio, Parte: e.NaceDe.Parte}, Camino: "body.nace_de"}}
}
