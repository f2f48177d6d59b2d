package aportacion

import (
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a contribution.
const (
	// Pedida: whoever is asked owes it.
	Pedida tramite.Estado = "pedida"
	// Devuelta: who asks must ask another one, make itself clear or withdraw it.
	Devuelta tramite.Estado = "devuelta"
	// Respondida: who asks must take it in or leave it out.
	Respondida   tramite.Estado = "respondida"
	Integrada    tramite.Estado = "integrada"
	NoIntegrada  tramite.Estado = "no_integrada"
	SinRespuesta tramite.Estado = "sin_respuesta"
	Retirada     tramite.Estado = "retirada"
)

// Respuesta is a version of an answer.
type Respuesta struct {
	Version    int      `json:"version,omitempty" hecho:"true" doc:"Número de la versión" example:"1"`
	Texto      string   `json:"texto" validate:"required,min=5,max=20000" doc:"La aportación" example:"El abasto del trimestre fue de 96 por ciento."`
	Documentos []string `json:"documentos,omitempty" validate:"omitempty,max=20,unique,dive,sha256" doc:"Huellas de sus archivos, adjuntos a la aportación"`
	// Tardia says that it came after the term.
	Tardia bool `json:"tardia,omitempty" hecho:"true" doc:"Si llegó vencido el término"`
	tramite.Autoria
}

// Devolucion is a coming back of what was asked.
type Devolucion struct {
	Causal  Causal      `json:"causal" validate:"required,oneof=no_compete pedido_confuso sin_informacion" doc:"Causal" example:"no_compete"`
	Motivo  string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"El dato lo genera la división financiera."`
	Compete doe.Destino `json:"compete,omitzero" doc:"A quién compete, si se sabe"`
	tramite.Autoria
}

// Ampliacion is more time.
type Ampliacion struct {
	Dias   int    `json:"dias" validate:"min=1,max=60" doc:"Días hábiles que se añaden" example:"3"`
	Motivo string `json:"motivo" validate:"required,min=5,max=500" doc:"Motivo" example:"Falta el cierre del mes."`
	tramite.Autoria
}

// Turno is the asking of one unit or organ.
type Turno struct {
	A     doe.Destino `json:"a" doc:"A quién se pide"`
	Clave string      `json:"clave" doc:"Su clave" example:"doe-7.1.1.2.2"`
	Desde fecha.Fecha `json:"desde" doc:"Día en que se pidió" example:"2026-03-02"`
	// Dias are working days of the LFPA calendar.
	Dias         int           `json:"dias" doc:"Término, en días hábiles" example:"5"`
	Ampliaciones []Ampliacion  `json:"ampliaciones,omitempty" doc:"Ampliaciones del término"`
	Insistencias []fecha.Fecha `json:"insistencias,omitempty" doc:"Días en que el reloj o quien pide insistió"`
	Aclaraciones []string      `json:"aclaraciones,omitempty" doc:"Lo que se precisó al pedirla de nuevo"`
	Devolucion   *Devolucion   `json:"devolucion,omitempty" doc:"Su devolución"`
	Respuestas   []Respuesta   `json:"respuestas,omitempty" doc:"Sus respuestas, por versión"`
}

// termino is the term with its extensions.
func (t Turno) termino() plazo.Termino {
	n := t.Dias
	for _, a := range t.Ampliaciones {
		n += a.Dias
	}
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: deTrabajo}
}

// Decision is what was made of the answer.
type Decision struct {
	Version int    `json:"version" validate:"min=1,max=1000" doc:"Versión de la respuesta sobre la que se decide" example:"1"`
	Toma    Toma   `json:"toma" validate:"required,oneof=total parcial" doc:"Cuánto se toma" example:"total"`
	Motivo  string `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Qué no se toma y por qué"`
	tramite.Autoria
}

// Exclusion leaves an answer out.
type Exclusion struct {
	Version int    `json:"version" validate:"min=1,max=1000" doc:"Versión de la respuesta sobre la que se decide" example:"1"`
	Causal  Causal `json:"causal" validate:"required,oneof=fuera_de_alcance sin_sustento superada" doc:"Causal" example:"superada"`
	Motivo  string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"El hallazgo se retiró del plan."`
	tramite.Autoria
}

// Aportacion is what is asked for a record.
type Aportacion struct {
	tramite.Cabecera
	Expediente tramite.Referencia `json:"expediente" doc:"Para qué expediente se pide, y su versión de ese día"`
	Pedido     string             `json:"pedido" doc:"Qué se pide" example:"Avance del abasto del trimestre"`
	Reservado  bool               `json:"reservado,omitempty" doc:"Si el expediente es reservado: solo la leen quien la pide y a quien se pide"`
	Turnos     []Turno            `json:"turnos" doc:"A quiénes se ha pedido; el último es el vigente"`
	Decision   *Decision          `json:"decision,omitempty" doc:"Cómo se integró"`
	Exclusion  *Exclusion         `json:"exclusion,omitempty" doc:"Por qué no se integró"`
	Cierre     string             `json:"cierre,omitempty" doc:"Por qué se cerró sin respuesta"`
}

// Turno is the one in force.
func (r Aportacion) Turno() Turno {
	if len(r.Turnos) == 0 {
		return Turno{}
	}
	return r.Turnos[len(r.Turnos)-1]
}

// turno is the one in force, to be changed.
func (r *Aportacion) turno() *Turno {
	if len(r.Turnos) == 0 {
		r.Turnos = []Turno{{}}
	}
	return &r.Turnos[len(r.Turnos)-1]
}

// Respuesta is the last version of the answer; false when there is none.
func (r Aportacion) Respuesta() (Respuesta, bool) {
	rs := r.Turno().Respuestas
	if len(rs) == 0 {
		return Respuesta{}, false
	}
	return rs[len(rs)-1], true
}

// reloj is the key of the clock of the turn in force: each asking has its own.
func (r Aportacion) reloj() string {
	t := r.Turno()
	return t.Clave + "#" + strconv.Itoa(len(r.Turnos)) + "." + strconv.Itoa(len(t.Aclaraciones))
}

// vencida says whether the term of the turn in force is over.
func (r Aportacion) vencida(c *tramite.Contexto) bool {
	for _, k := range r.Relojes {
		if k.Plazo == PlazoRespuesta && k.Corre() && k.Clave == r.reloj() {
			v, ok := k.Vence(c.Calendarios, string(r.OOAD.Organo()))
			return ok && c.Hoy().After(v)
		}
	}
	return false
}
