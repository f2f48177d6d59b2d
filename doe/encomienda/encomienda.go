package encomienda

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a task.
const (
	// Encargada: the receiving unit owes its acceptance.
	Encargada tramite.Estado = "encargada"
	Aceptada  tramite.Estado = "aceptada"
	// Rechazada: the superior owes its answer to the ground.
	Rechazada tramite.Estado = "rechazada"
	// Entregada: the superior owes its conformity.
	Entregada  tramite.Estado = "entregada"
	Devuelta   tramite.Estado = "devuelta"
	Concluida  tramite.Estado = "concluida"
	Reasignada tramite.Estado = "reasignada"
	Cancelada  tramite.Estado = "cancelada"
)

// Autoria says who left a fact in the record and on what day. The event has
// the rest.
type Autoria struct {
	Por string      `json:"por,omitempty" hecho:"true" doc:"Quién" example:"titular-7.1.3"`
	Dia fecha.Fecha `json:"dia,omitzero" hecho:"true" doc:"Día" example:"2026-03-02"`
}

func autoria(s tramite.Suceso) Autoria { return Autoria{Por: s.Actor.Sub, Dia: s.Dia} }

// Instruccion is the document in which a superior gives a task.
type Instruccion struct {
	Medio  Medio       `json:"medio" validate:"required,oneof=oficio memorandum correo minuta" doc:"Medio en que se dio" example:"oficio"`
	Numero string      `json:"numero" validate:"required,max=80" doc:"Número o clave del documento" example:"7.1.3/0215/2026"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha" example:"2026-03-02"`
	SHA256 string      `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del documento"`
}

// Delegacion is a facultad of the superior that the task lets the receiving
// unit exercise, both days included.
type Delegacion struct {
	Facultad doe.Facultad `json:"facultad" validate:"required,max=80" doc:"Facultad de quien encarga" example:"siade.atencion:turnar"`
	Desde    fecha.Fecha  `json:"desde" validate:"required" doc:"Primer día" example:"2026-03-03"`
	Hasta    fecha.Fecha  `json:"hasta" validate:"required" doc:"Último día" example:"2026-06-30"`
}

// Copia is the copy for the head of the OOAD of a regional unit.
type Copia struct {
	Organo doe.ClaveOrgano `json:"organo" doc:"OOAD a cuya titularidad se copia" example:"ooad-14"`
	// Acuse is the day it was acknowledged.
	Acuse fecha.Fecha `json:"acuse,omitzero" doc:"Día en que la acusó"`
}

// Rechazo is a rejection with its ground, and what the superior answered.
type Rechazo struct {
	Causal Causal `json:"causal" validate:"required,oneof=fuera_de_linea fuera_de_materia corresponde_a_otra_unidad instruccion_incompleta" doc:"Causal" example:"corresponde_a_otra_unidad"`
	Motivo string `json:"motivo" validate:"required,min=10,max=2000" doc:"Explicación" example:"El padrón de módulos lo lleva la otra división."`
	// CorrespondeA is the unit whose it is.
	CorrespondeA doe.ClaveUnidad `json:"corresponde_a,omitempty" validate:"omitempty,max=40" doc:"Unidad a la que corresponde" example:"doe-7.1.3.1.2"`
	// Respuesta is why the superior insists.
	Respuesta string `json:"respuesta,omitempty" hecho:"true" doc:"Por qué insiste quien encarga"`
	Autoria
}

// Evidencia is a document that proves what was done in a span of days.
type Evidencia struct {
	Nombre       string      `json:"nombre" validate:"required,max=200" doc:"Nombre del documento" example:"diagnostico.pdf"`
	SHA256       string      `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del documento" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	PeriodoDesde fecha.Fecha `json:"periodo_desde" validate:"required" doc:"Primer día que prueba" example:"2026-03-02"`
	PeriodoHasta fecha.Fecha `json:"periodo_hasta" validate:"required" doc:"Último día que prueba" example:"2026-03-02"`
}

// Avance is a report of progress.
type Avance struct {
	Avance     tramite.Centesimas `json:"avance" doc:"Avance acumulado, en por ciento" example:"40"`
	Nota       string             `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Qué se hizo" example:"Se visitaron cuatro de diez módulos."`
	Evidencias []Evidencia        `json:"evidencias,omitempty" validate:"omitempty,max=20,dive" doc:"Evidencia"`
	Autoria
}

// Entrega is what the receiving unit hands over.
type Entrega struct {
	Texto      string      `json:"texto" validate:"required,max=4000" doc:"Qué se entrega" example:"Diagnóstico de los diez módulos con sus recomendaciones."`
	Evidencias []Evidencia `json:"evidencias" validate:"required,min=1,max=20,dive" doc:"Evidencia"`
	// Tarde says how many days after the date in force it came.
	Tarde int `json:"tarde,omitempty" hecho:"true" doc:"Días después de la fecha vigente"`
	Autoria
	// Observaciones are those with which it was returned.
	Observaciones []string `json:"observaciones,omitempty" hecho:"true" doc:"Observaciones con que se devolvió"`
}

// Prorroga is a demand of more time and what was resolved.
type Prorroga struct {
	Hasta  fecha.Fecha `json:"hasta" validate:"required" doc:"Fecha que se pide" example:"2026-04-15"`
	Motivo string      `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Dos módulos cerraron por obra y no se pudieron visitar."`
	Autoria
	// Resuelta is the day of the resolution, zero while it waits, and
	// Concedida the date given, zero when denied.
	Resuelta   fecha.Fecha `json:"resuelta,omitzero" hecho:"true" doc:"Día en que se resolvió"`
	Concedida  fecha.Fecha `json:"concedida,omitzero" hecho:"true" doc:"Fecha concedida; vacía si se negó"`
	Resolucion string      `json:"resolucion,omitempty" hecho:"true" doc:"Motivo de la resolución"`
}

// Indicacion is what a superior says of the progress.
type Indicacion struct {
	Texto string `json:"texto" validate:"required,min=5,max=2000" doc:"Qué se indica" example:"Dé prioridad a los módulos con más quejas."`
	Autoria
}

// Escalamiento is a warning of lateness to a superior of the line.
type Escalamiento struct {
	// Plazo is the clock that rang.
	Plazo  string          `json:"plazo" validate:"required,max=40" doc:"Plazo vencido" example:"entrega"`
	Nivel  int             `json:"nivel,omitempty" hecho:"true" doc:"Peldaño de la línea, desde quien encargó" example:"1"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad a la que se avisa" example:"doe-7.1.3"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano al que se avisa, sobre la Dirección" example:"organo-direccion-general"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día" example:"2026-04-01"`
}

// ClaveReloj says which clock rang.
func (e Escalamiento) ClaveReloj() string { return e.Plazo }

// Conclusion is the superior's conformity.
type Conclusion struct {
	Resultado Resultado `json:"resultado" validate:"required,oneof=conforme conforme_con_reservas" doc:"Cómo queda" example:"conforme"`
	Nota      string    `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Reservas o comentarios"`
	Autoria
}

// Cancelacion ends a task that is no longer wanted.
type Cancelacion struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"El diagnóstico se incorporó al programa anual."`
	// SustituidaPor names the unit that has it instead.
	SustituidaPor doe.ClaveUnidad `json:"sustituida_por,omitempty" hecho:"true" doc:"Unidad a la que se reasignó"`
	Autoria
}

// Encomienda is a task that a superior assigns to a unit. The unit that keeps
// the record is the one that receives it.
type Encomienda struct {
	tramite.Cabecera
	// De is the superior; empty when Mandante, outside the units, assigns.
	De       doe.ClaveUnidad `json:"de,omitempty" doc:"Unidad que encarga" example:"doe-7.1.3"`
	Mandante doe.ClaveOrgano `json:"mandante,omitempty" doc:"Órgano que encarga a la Dirección" example:"organo-direccion-general"`
	Encargo  Contenido       `json:"encargo" doc:"Qué se encarga"`
	// Residual is the function under which the unit takes it.
	Residual doe.ClaveFuncion `json:"residual" doc:"Función residual en que se apoya" example:"doe-7.1.3.1/15"`
	// Compromiso is the date in force, PrimerCompromiso the first one.
	Compromiso       fecha.Fecha    `json:"compromiso" doc:"Fecha de entrega vigente" example:"2026-03-31"`
	PrimerCompromiso fecha.Fecha    `json:"primer_compromiso" doc:"Primera fecha de entrega" example:"2026-03-31"`
	Sustituye        string         `json:"sustituye,omitempty" doc:"Folio de la encomienda que reasigna"`
	Copia            *Copia         `json:"copia,omitempty" doc:"Copia a la titularidad del OOAD"`
	Rechazos         []Rechazo      `json:"rechazos,omitempty" doc:"Rechazos, con su causal"`
	Aceptacion       *Aceptacion    `json:"aceptacion,omitempty" doc:"Aceptación"`
	Avances          []Avance       `json:"avances,omitempty" doc:"Informes de avance"`
	Indicaciones     []Indicacion   `json:"indicaciones,omitempty" doc:"Indicaciones de quien encargó"`
	Entregas         []Entrega      `json:"entregas,omitempty" doc:"Entregas; la última es la que vale"`
	Prorrogas        []Prorroga     `json:"prorrogas,omitempty" doc:"Prórrogas pedidas"`
	Escalamientos    []Escalamiento `json:"escalamientos,omitempty" doc:"Avisos por vencimiento"`
	Conclusion       *Conclusion    `json:"conclusion,omitempty" doc:"Conformidad de quien encargó"`
	Cancelacion      *Cancelacion   `json:"cancelacion,omitempty" doc:"Por qué se canceló o reasignó"`
}

// Aceptacion is the receiving unit's taking of the task.
type Aceptacion struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Comentario" example:"Se atenderá con el personal de la división."`
	Autoria
}

// Contenido is what a task consists of.
type Contenido struct {
	Asunto      string      `json:"asunto" validate:"required,max=300" doc:"Asunto" example:"Diagnóstico de los módulos con más quejas"`
	Descripcion string      `json:"descripcion" validate:"required,max=4000" doc:"Qué se pide" example:"Visitar diez módulos y proponer cómo mejorar su atención."`
	Entregable  string      `json:"entregable" validate:"required,max=500" doc:"Qué se debe entregar" example:"Diagnóstico con recomendaciones"`
	Instruccion Instruccion `json:"instruccion" validate:"required" doc:"Documento en que consta la instrucción"`
	// Delegacion is the facultad of the superior that goes with the task.
	Delegacion *Delegacion `json:"delegacion,omitempty" doc:"Facultad de quien encarga que se puede ejercer con el encargo"`
	// DerivaDe is the folio of the task, received by who assigns, of which
	// this one is a part.
	DerivaDe string `json:"deriva_de,omitempty" validate:"omitempty,max=60" doc:"Folio de la encomienda recibida de la que es parte"`
}

// AvanceActual is the last progress told, in hundredths of a per cent: one
// hundred per cent once delivered.
func (e Encomienda) AvanceActual() tramite.Centesimas {
	if e.Estado == Entregada || e.Estado == Concluida {
		return tramite.Entero
	}
	if n := len(e.Avances); n > 0 {
		return e.Avances[n-1].Avance
	}
	return 0
}

// enCurso says whether the unit took it and still owes it.
func (e Encomienda) enCurso() bool { return e.Estado == Aceptada || e.Estado == Devuelta }

// Delega says whether the task lets a unit, in its OOAD when regional, exercise
// a facultad of the superior on a day: it was accepted, it has not ended, and
// the day is within the span given.
func (e Encomienda) Delega(de, a doe.ClaveUnidad, o doe.OOAD, f doe.Facultad, dia fecha.Fecha) bool {
	d := e.Encargo.Delegacion
	if d == nil || !e.enCurso() && e.Estado != Entregada {
		return false
	}
	return e.De == de && e.Unidad == a && (!a.Regional() || e.OOAD == o) && d.Facultad == f && !dia.Before(d.Desde) && !dia.After(d.Hasta)
}

// pendiente is the place of the extension that waits for its resolution, -1
// when there is none.
func (e Encomienda) pendiente() int {
	if n := len(e.Prorrogas); n > 0 && e.Prorrogas[n-1].Resuelta.IsZero() {
		return n - 1
	}
	return -1
}
