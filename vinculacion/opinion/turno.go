package opinion

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Turno is the consultation of one normative directorate.
type Turno struct {
	Organo  doe.ClaveOrgano `json:"organo" doc:"Dirección normativa" example:"dn-finanzas"`
	Estado  EstadoTurno     `json:"estado" doc:"Cómo está la consulta" example:"en_consulta"`
	Materia string          `json:"materia" doc:"Qué se le pregunta"`
	// Desde is the day the internal term counts from.
	Desde   fecha.Fecha `json:"desde" doc:"Día desde el que corre el término interno" example:"2026-03-03"`
	Termino Termino     `json:"termino" doc:"Término interno, con sus prórrogas"`
	// Motivo is why it was asked without the decision naming it.
	Motivo       string        `json:"motivo,omitempty" doc:"Por qué se consulta sin estar en la decisión de competencia"`
	Oficio       *Documento    `json:"oficio,omitempty" doc:"Oficio con que se turnó"`
	Traslados    []Traslado    `json:"traslados,omitempty" doc:"Direcciones por las que pasó antes"`
	Prorrogas    []Prorroga    `json:"prorrogas,omitempty" doc:"Prórrogas pedidas"`
	Insistencias []Insistencia `json:"insistencias,omitempty" doc:"Recordatorios"`
	Respuestas   []Respuesta   `json:"respuestas,omitempty" doc:"Respuestas; la última es la que vale"`
	Devolucion   *Devolucion   `json:"devolucion,omitempty" doc:"Por qué dice que no le compete"`
	// Justificacion is why it was closed without an answer or withdrawn.
	Justificacion string `json:"justificacion,omitempty" doc:"Por qué se cerró sin respuesta o se retiró"`
}

// Respuesta is the last answer of the turn.
func (t Turno) Respuesta() (Respuesta, bool) {
	if n := len(t.Respuestas); n > 0 {
		return t.Respuestas[n-1], true
	}
	return Respuesta{}, false
}

// Prorroga is a demand of more time and what was resolved.
type Prorroga struct {
	Organo doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Dirección que la pide; la de quien actúa cuando falta" example:"dn-finanzas"`
	Extension
	Motivo string     `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué se pide" example:"Falta el dato de dos ejercicios para estimar el costo."`
	Oficio *Documento `json:"oficio,omitempty" doc:"Oficio en que se pidió, si se transcribe"`
	Autoria
	// Resuelta is the day of the resolution, zero while it waits, and
	// Concedida what was given.
	Resuelta   fecha.Fecha `json:"resuelta,omitzero" hecho:"true" doc:"Día en que se resolvió"`
	Concedida  *Extension  `json:"concedida,omitempty" hecho:"true" doc:"Lo que se concedió"`
	Resolucion string      `json:"resolucion,omitempty" hecho:"true" doc:"Motivo de la resolución"`
}

// Insistencia is a reminder to a late directorate.
type Insistencia struct {
	Nivel Nivel `json:"nivel" doc:"A quién se dirigió" example:"enlace"`
	Autoria
}

// Devolucion is a directorate's return of a request as not its competence.
type Devolucion struct {
	Organo     doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Dirección que devuelve; la de quien actúa cuando falta" example:"dn-finanzas"`
	Motivo     string          `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué no le compete" example:"La materia es de prestaciones, sin efecto en las finanzas."`
	Fundamento string          `json:"fundamento" validate:"required,max=300" doc:"Norma que lo sustenta" example:"Reglamento Interior del IMSS, artículo 70"`
	// Propone is the directorate that should be asked instead.
	Propone doe.ClaveOrgano `json:"propone,omitempty" validate:"omitempty,max=60" doc:"Dirección que propone en su lugar" example:"dn-prestaciones-medicas"`
	Oficio  *Documento      `json:"oficio,omitempty" doc:"Oficio en que lo dijo, si se transcribe"`
	Autoria
}

// Traslado is a directorate that a turn went through and left, with what was
// its own: the next one starts anew.
type Traslado struct {
	De           doe.ClaveOrgano `json:"de" doc:"Dirección que la tenía" example:"dn-finanzas"`
	Devolucion   Devolucion      `json:"devolucion" doc:"Por qué la devolvió"`
	Oficio       *Documento      `json:"oficio,omitempty" doc:"Oficio con que se le turnó"`
	Prorrogas    []Prorroga      `json:"prorrogas,omitempty" doc:"Prórrogas que pidió"`
	Insistencias []Insistencia   `json:"insistencias,omitempty" doc:"Recordatorios que recibió"`
	Autoria
}

// Respuesta is the answer of a directorate.
type Respuesta struct {
	Organo  doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Dirección que responde; la de quien actúa cuando falta" example:"dn-finanzas"`
	Postura Postura         `json:"postura" validate:"required" doc:"Postura"`
	// Analisis is the reasoned answer.
	Analisis string `json:"analisis" validate:"required,max=8000" doc:"Análisis" example:"La reforma es viable con los ajustes que se proponen."`
	// Oficio is the letter that a transcribed answer comes from.
	Oficio *Documento `json:"oficio,omitempty" doc:"Oficio de la respuesta; obligatorio si se transcribe"`
	// Tardia says that it came after the internal term, Transcrita that the
	// division captured it.
	Tardia     bool `json:"tardia,omitempty" hecho:"true" doc:"Si llegó después del término interno"`
	Transcrita bool `json:"transcrita,omitempty" hecho:"true" doc:"Si la capturó la unidad de enlace"`
	Autoria
}

// Postura is a stance with what it rests on.
type Postura struct {
	Posicion    Posicion          `json:"posicion" validate:"required,oneof=favorable favorable_con_observaciones desfavorable sin_comentarios" doc:"Posición" example:"favorable_con_observaciones"`
	Articulos   []ArticuloOpinado `json:"articulos,omitempty" validate:"omitempty,max=100,dive" doc:"Artículos a que se refiere"`
	Impacto     Impacto           `json:"impacto" validate:"required" doc:"Impacto presupuestal"`
	Fundamentos []string          `json:"fundamentos,omitempty" validate:"omitempty,max=30,unique,dive,required,max=500" doc:"Normas y razones en que se funda"`
}

// ArticuloOpinado is what is said of one article of the bill.
type ArticuloOpinado struct {
	Articulo   string   `json:"articulo" validate:"required,max=80" doc:"Artículo" example:"201, segundo párrafo"`
	Posicion   Posicion `json:"posicion" validate:"required,oneof=favorable favorable_con_observaciones desfavorable" doc:"Posición sobre el artículo" example:"favorable_con_observaciones"`
	Comentario string   `json:"comentario" validate:"required,max=2000" doc:"Comentario" example:"Conviene precisar desde qué edad."`
	// Redaccion is the wording proposed instead.
	Redaccion string `json:"redaccion,omitempty" validate:"omitempty,max=4000" doc:"Redacción que se propone"`
}

// Impacto is the effect on the budget, in centavos for all the years counted.
type Impacto struct {
	Tipo       TipoImpacto `json:"tipo" validate:"required,oneof=sin_impacto costo ahorro no_cuantificado" doc:"Clase de impacto" example:"costo"`
	Centavos   int         `json:"centavos,omitempty" validate:"omitempty,min=1,max=1000000000000000" doc:"Monto en centavos" example:"125000000000"`
	Ejercicios int         `json:"ejercicios,omitempty" validate:"omitempty,min=1,max=50" doc:"Ejercicios fiscales que comprende" example:"3"`
	// Explicacion is how it was measured, or why it could not be.
	Explicacion string `json:"explicacion,omitempty" validate:"omitempty,max=2000" doc:"Cómo se midió o por qué no se pudo"`
}

// Neto is the amount with its sign: positive when it costs.
func (i Impacto) Neto() int {
	switch i.Tipo {
	case Costo:
		return i.Centavos
	case Ahorro:
		return -i.Centavos
	}
	return 0
}

// ImpactoDeRespuestas adds the net effect that the answers in force report, in
// centavos.
func (s Solicitud) ImpactoDeRespuestas() int {
	n := 0
	for _, t := range s.Turnos {
		if r, ok := t.Respuesta(); ok && t.Estado == Respondido {
			n += r.Postura.Impacto.Neto()
		}
	}
	return n
}

// Huella is the SHA-256 of a text, in hexadecimal.
func Huella(texto string) string {
	h := sha256.Sum256([]byte(texto))
	return hex.EncodeToString(h[:])
}
