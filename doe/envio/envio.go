package envio

import (
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a dispatch.
const (
	// Enviado waits for acknowledgements.
	Enviado tramite.Estado = "enviado"
	// Devuelto: one at least came back; the sender owes the next step.
	Devuelto tramite.Estado = "devuelto"
	// Concluido: every recipient acknowledged.
	Concluido tramite.Estado = "concluido"
	// ConcluidoSinAcuse: some were given up; they may still acknowledge.
	ConcluidoSinAcuse tramite.Estado = "concluido_sin_acuse"
	Retirado          tramite.Estado = "retirado"
)

// Referencia names a version of a record.
type Referencia = tramite.Referencia

// Documento is a letter: its number, its date and the hash of its file.
type Documento struct {
	Numero string      `json:"numero" validate:"required,max=80" doc:"Número del oficio" example:"SELAP/300/0815/2026"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha del oficio" example:"2026-03-02"`
	SHA256 string      `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del archivo" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
}

// Firmante is who signs the letter: the head of the unit or, with the document
// that says so, who stands in.
type Firmante struct {
	Nombre    string `json:"nombre" validate:"required,max=200" doc:"Quién firma" example:"Persona titular"`
	Cargo     string `json:"cargo" validate:"required,max=200" doc:"Su cargo" example:"Titular de la Coordinación Técnica"`
	Documento string `json:"documento,omitempty" validate:"omitempty,max=200" doc:"Oficio con que suple, si suple"`
}

// Persona is a recipient outside units and organs, by name and office.
type Persona struct {
	Nombre      string `json:"nombre" validate:"required,max=200" doc:"Nombre o cargo" example:"Presidencia de la Comisión de Seguridad Social"`
	Institucion string `json:"institucion,omitempty" validate:"omitempty,max=200" doc:"Institución" example:"Cámara de Diputados"`
}

// Destino is where something goes: a unit, an organ or a person, one of them.
type Destino struct {
	doe.Destino
	// Persona is whoever is neither.
	Persona *Persona `json:"persona,omitempty" doc:"Persona externa"`
	// Direccion is where it is delivered.
	Direccion string `json:"direccion,omitempty" validate:"omitempty,max=300" doc:"Domicilio, correo o ventanilla en que se entrega" example:"Oficialía de partes"`
}

// A is the recipient that is a unit or an organ.
func A(d doe.Destino) Destino { return Destino{Destino: d} }

// valido says whether it is one thing, and one that the catalog knows.
func (d Destino) valido(cat *doe.Catalogo) bool {
	if d.Persona != nil {
		return d.Destino == doe.Destino{}
	}
	return d.Existe(cat)
}

// Acuse is an acknowledgement: its day, its number or stamp, and the hash of
// the stamped copy.
type Acuse struct {
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha del acuse" example:"2026-03-04"`
	Folio  string      `json:"folio" validate:"required,max=80" doc:"Número o sello del acuse" example:"0815/2026"`
	SHA256 string      `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del acuse digitalizado"`
	tramite.Autoria
}

// SinAcuseDe ends the wait for an acknowledgement that never came.
type SinAcuseDe struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué se concluye sin acuse" example:"El sistema confirma la recepción, sin emitir acuse."`
	tramite.Autoria
}

// Devolucion is a coming back.
type Devolucion struct {
	Causal  Causal `json:"causal" validate:"required,oneof=no_compete destinatario_no_localizado incompleto ilegible repetido" doc:"Causal" example:"no_compete"`
	Motivo  string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"Corresponde a la dirección que norma las prestaciones médicas."`
	Compete string `json:"compete,omitempty" validate:"omitempty,max=60" doc:"Unidad u órgano a quien compete, si se sabe" example:"dn-prestaciones-medicas"`
	tramite.Autoria
}

// Insistencia is an insistence on an acknowledgement.
type Insistencia struct {
	Medio Medio  `json:"medio" validate:"required,oneof=oficio correo sistema mensajeria mano" doc:"Medio" example:"correo"`
	Nota  string `json:"nota,omitempty" validate:"omitempty,max=500" doc:"Lo que se dijo" example:"Se pide el acuse del oficio enviado."`
	tramite.Autoria
}

// Destinatario is a recipient and how the dispatch stands with it.
type Destinatario struct {
	Clave string `json:"clave" doc:"Con qué se le nombra en este envío" example:"ooad-14"`
	Destino
	Situacion Situacion `json:"situacion" doc:"pendiente, acusado, devuelto, sustituido o sin_acuse" example:"pendiente"`
	Medio     Medio     `json:"medio" doc:"Medio del último envío" example:"oficio"`
	// Desde is the day the wait counts from: that of the last sending or
	// insistence; Intento is its number.
	Desde        fecha.Fecha   `json:"desde" doc:"Día del último envío o insistencia" example:"2026-03-02"`
	Intento      int           `json:"intento" doc:"Cuántas veces se le ha enviado o insistido" example:"1"`
	Acuse        *Acuse        `json:"acuse,omitempty" doc:"Su acuse"`
	Alertas      []fecha.Fecha `json:"alertas,omitempty" doc:"Días en que el reloj alertó de la falta de acuse"`
	Insistencias []Insistencia `json:"insistencias,omitempty" doc:"Insistencias"`
	Devoluciones []Devolucion  `json:"devoluciones,omitempty" doc:"Devoluciones"`
	SinAcuse     *SinAcuseDe   `json:"sin_acuse,omitempty" doc:"Por qué se concluyó sin su acuse"`
	// En is the recipient that it was sent to instead.
	En string `json:"en,omitempty" doc:"A quién se envió en su lugar"`
}

// reloj is the key of the clock of its last sending or insistence.
func (d Destinatario) reloj() string { return d.Clave + "#" + strconv.Itoa(d.Intento) }

// Envio is a version of a record sent to its recipients.
type Envio struct {
	tramite.Cabecera
	Expediente Referencia `json:"expediente" doc:"Qué versión de qué expediente se envió"`
	Salida
	// Reservado: only the unit that sent it and its recipients read it.
	Reservado     bool           `json:"reservado,omitempty" doc:"Si el expediente es reservado: solo lo leen quien envía y quienes reciben"`
	Enviado       fecha.Fecha    `json:"enviado" doc:"Día del envío" example:"2026-03-02"`
	Destinatarios []Destinatario `json:"destinatarios" doc:"Quiénes deben acusar"`
}

// De finds a recipient by its key.
func (r Envio) De(clave string) (Destinatario, bool) {
	if i := r.lugar(clave); i >= 0 {
		return r.Destinatarios[i], true
	}
	return Destinatario{}, false
}

func (r Envio) lugar(clave string) int {
	return slices.IndexFunc(r.Destinatarios, func(d Destinatario) bool { return d.Clave == clave })
}

// situacion is the state that the recipients give.
func (r Envio) situacion() tramite.Estado {
	hay := func(s Situacion) bool {
		return slices.ContainsFunc(r.Destinatarios, func(d Destinatario) bool { return d.Situacion == s })
	}
	switch {
	case hay(DevueltoPor):
		return Devuelto
	case hay(Pendiente):
		return Enviado
	case hay(SinAcuse):
		return ConcluidoSinAcuse
	}
	return Concluido
}
