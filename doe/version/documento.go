package version

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a document.
const (
	// EnElaboracion: it has a draft to be authorised; what is in force goes on.
	EnElaboracion tramite.Estado = "en_elaboracion"
	// Devuelto: the draft was returned.
	Devuelto tramite.Estado = "devuelto"
	// Vigente: it has no draft, and a version that rules or will.
	Vigente tramite.Estado = "vigente"
	// Retirado: it rules no more.
	Retirado tramite.Estado = "retirado"
)

// Documento is the record of a document whose content is C: all its versions
// and the draft of the next. Records embed it by value.
type Documento[C any] struct {
	tramite.Cabecera
	// Clave names the document; no two that are not retired share it.
	Clave string `json:"clave" doc:"Clave del documento" example:"MODULO"`
	// Borrador is the draft.
	Borrador *C `json:"borrador,omitempty" doc:"Contenido por autorizar"`
	// Reparos are what the draft was last returned with.
	Reparos []Reparo `json:"reparos,omitempty" doc:"Con qué se devolvió el borrador"`
	// Versiones are the authorised ones, by their first day.
	Versiones []Version[C] `json:"versiones,omitempty" doc:"Versiones autorizadas, por su primer día"`
	// Retiro says why it was retired, and Fin is the last day it ruled.
	Retiro string      `json:"retiro,omitempty" doc:"Por qué se retiró"`
	Fin    fecha.Fecha `json:"fin,omitzero" doc:"Último día en vigor, si se retiró"`
}

// Version is one authorised version, in force from its first day to the day
// before the next one's.
type Version[C any] struct {
	Numero    int         `json:"numero" doc:"Número de la versión" example:"1"`
	Contenido C           `json:"contenido" doc:"Contenido"`
	Desde     fecha.Fecha `json:"desde" doc:"Primer día en vigor" example:"2026-01-15"`
	// Oficio is the letter with which it was authorised.
	Oficio string `json:"oficio,omitempty" doc:"Oficio con que se autorizó"`
	tramite.Autoria
}

// Reparo is a remark with which a draft is returned.
type Reparo struct {
	Lugar string `json:"lugar,omitempty" validate:"omitempty,max=60" doc:"Parte a que se refiere" example:"IMG-01"`
	Texto string `json:"texto" validate:"required,min=5,max=1000" doc:"Qué se observa" example:"Falta decir desde dónde debe verse la señal."`
}

// Alta is the input that drafts a document.
type Alta[C any] struct {
	Clave     string `json:"clave" validate:"required,max=30" doc:"Clave del documento" example:"MODULO"`
	Contenido C      `json:"contenido" validate:"required" doc:"Contenido"`
}

// Devolucion is the input that returns a draft.
type Devolucion struct {
	Reparos []Reparo `json:"reparos" validate:"required,min=1,max=60,dive" doc:"Qué se observa"`
}

// Vigor is the input that puts a draft in force.
type Vigor struct {
	Desde  fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en vigor" example:"2026-03-02"`
	Oficio string      `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio con que se autoriza" example:"7.1.3/0031/2026"`
}

// documento gives the document that a record embeds.
func (d *Documento[C]) documento() *Documento[C] { return d }

// En is the version in force on a day; false when there is none.
func (d Documento[C]) En(dia fecha.Fecha) (Version[C], bool) {
	if !d.Fin.IsZero() && dia.After(d.Fin) {
		return Version[C]{}, false
	}
	i := EnVigor(d.Versiones, dia, func(v Version[C]) fecha.Fecha { return v.Desde })
	if i < 0 {
		return Version[C]{}, false
	}
	return d.Versiones[i], true
}

// Rige says whether the version of a number is the one in force on a day.
func (d Documento[C]) Rige(numero int, dia fecha.Fecha) bool {
	v, hay := d.En(dia)
	return hay && v.Numero == numero
}

// Numerado is a document whatever its content: what is done under one keeps the
// number of its version.
type Numerado interface {
	Rige(numero int, dia fecha.Fecha) bool
}

// Ultima is the version authorised last, in force or to be; false when there
// is none.
func (d Documento[C]) Ultima() (Version[C], bool) {
	if n := len(d.Versiones); n > 0 {
		return d.Versiones[n-1], true
	}
	return Version[C]{}, false
}

// empezadas are the versions that had begun on a day.
func (d Documento[C]) empezadas(dia fecha.Fecha) int {
	return EnVigor(d.Versiones, dia, func(v Version[C]) fecha.Fecha { return v.Desde }) + 1
}

// siguiente is the number of the next version: none is given twice.
func (d Documento[C]) siguiente() int {
	if u, hay := d.Ultima(); hay {
		return u.Numero + 1
	}
	return 1
}

// EnVigor finds, among editions in the order of their first days, the one in
// force on a day: the last that had begun. It is -1 when none had.
func EnVigor[E any](es []E, dia fecha.Fecha, desde func(E) fecha.Fecha) int {
	i := len(es) - 1
	for i >= 0 && desde(es[i]).After(dia) {
		i--
	}
	return i
}
