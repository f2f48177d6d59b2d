package evaluacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// PlanMejora is the improvement plan of an evaluated organ.
type PlanMejora struct {
	tramite.Cabecera
	// Organo is the evaluated organ, Area the part of it that the plan is of.
	Organo       doe.ClaveOrgano `json:"organo" doc:"Órgano evaluado" example:"ooad-14"`
	OrganoNombre string          `json:"organo_nombre" doc:"Nombre del órgano evaluado" example:"OOAD Jalisco"`
	Area         string          `json:"area,omitempty" doc:"Jefatura, subdelegación o servicio evaluado"`
	// Rama and Coordinacion are the branch that evaluates and who heads it.
	Rama         Rama            `json:"rama" doc:"Rama que evalúa" example:"administrativa"`
	Coordinacion doe.ClaveUnidad `json:"coordinacion" doc:"Coordinación de la rama" example:"doe-7.1.1.2"`
	Asunto       string          `json:"asunto" doc:"De qué trata el plan"`
	Origen       Origen          `json:"origen" doc:"De qué nace el plan" example:"evaluacion"`
	Referencia   string          `json:"referencia,omitempty" doc:"Folio del resultado del que nace"`
	Oficio       string          `json:"oficio,omitempty" doc:"Oficio con que se pidió"`
	// DiasPresentar is the term to present it, when it is not the usual one.
	DiasPresentar int         `json:"dias_presentar,omitempty" doc:"Días hábiles para presentarlo, si no son los usuales"`
	Hallazgos     []Hallazgo  `json:"hallazgos" doc:"Hallazgos que debe corregir"`
	Inicio        fecha.Fecha `json:"inicio,omitzero" doc:"Inicio del plan"`
	Fin           fecha.Fecha `json:"fin,omitzero" doc:"Término del plan"`
	FinOriginal   fecha.Fecha `json:"fin_original,omitzero" doc:"Primer término comprometido del plan"`
	Prorrogas     int         `json:"prorrogas,omitempty" doc:"Veces que se movió el término del plan"`
	Acciones      []Accion    `json:"acciones" doc:"Acciones de mejora"`
	// Avance is reported, Cumplimiento verified; both weighted.
	Avance       tramite.Centesimas `json:"avance" doc:"Avance ponderado reportado, en por ciento" example:"40"`
	Cumplimiento tramite.Centesimas `json:"cumplimiento" doc:"Avance ponderado verificado, en por ciento" example:"25"`

	Versiones        []Version         `json:"versiones,omitempty" doc:"Versiones presentadas"`
	Turnos           []Turno           `json:"turnos,omitempty" doc:"Consultas a las direcciones normativas"`
	Observaciones    []Observacion     `json:"observaciones,omitempty" doc:"Observaciones al plan"`
	Devoluciones     []VersionDevuelta `json:"devoluciones,omitempty" doc:"Veces que se devolvió al órgano"`
	Orientaciones    []Orientacion     `json:"orientaciones,omitempty" doc:"Orientación dada al órgano"`
	Supervision      *Supervision      `json:"supervision,omitempty" doc:"Revisión de que prevé la gestión con otras áreas"`
	Conciliacion     *Conciliacion     `json:"conciliacion,omitempty" doc:"Conciliación con los resultados"`
	Validacion       *Dictamen         `json:"validacion,omitempty" doc:"Validación"`
	Autorizacion     *Dictamen         `json:"autorizacion,omitempty" doc:"Autorización"`
	Reprogramaciones []Reprogramacion  `json:"reprogramaciones,omitempty" doc:"Fechas movidas"`
	Incumplimientos  []Incumplimiento  `json:"incumplimientos,omitempty" doc:"Incumplimientos declarados"`
	Medidas          []Medida          `json:"medidas,omitempty" doc:"Medidas dictadas"`
	Iniciado         fecha.Fecha       `json:"iniciado,omitzero" doc:"Día en que se puso en marcha"`
	Concluido        fecha.Fecha       `json:"concluido,omitzero" doc:"Día en que se dio por concluido"`
	Efecto           *Efecto           `json:"efecto,omitempty" doc:"Verificación de su efecto"`
	Cierre           *Cierre           `json:"cierre,omitempty" doc:"Cómo terminó"`
}

// Turno is a consultation to a normative directorate about a version.
type Turno struct {
	Organo   doe.ClaveOrgano `json:"organo" doc:"Dirección normativa" example:"dn-finanzas"`
	Version  int             `json:"version" doc:"Versión del plan que se le turnó" example:"1"`
	Dias     int             `json:"dias,omitempty" doc:"Días hábiles que se le dieron, si no son los usuales"`
	Acciones []string        `json:"acciones,omitempty" doc:"Acciones sobre las que se le pide opinar; todas si falta"`
	Estado   EstadoTurno     `json:"estado" doc:"pendiente, atendido, vencido o suplido"`
	Dia      fecha.Fecha     `json:"dia" doc:"Día del turno"`
	// Atendido is when it answered, late or not.
	Atendido fecha.Fecha `json:"atendido,omitzero" doc:"Día en que comentó"`
	Tardio   bool        `json:"tardio,omitempty" doc:"Si comentó ya vencido el término"`
	Opinion  string      `json:"opinion,omitempty" doc:"Comentario general"`
	Oficio   string      `json:"oficio,omitempty" doc:"Oficio en que consta"`
}

// Observacion is something that must be attended in the plan, told by a unit
// or by a normative directorate.
type Observacion struct {
	Clave   string          `json:"clave" doc:"Clave de la observación" example:"O1"`
	Unidad  doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad que la hizo"`
	Organo  doe.ClaveOrgano `json:"organo,omitempty" doc:"Dirección normativa que la hizo"`
	Accion  string          `json:"accion,omitempty" doc:"Acción a la que se refiere"`
	Texto   string          `json:"texto" doc:"Qué se observa"`
	Version int             `json:"version" doc:"Versión observada"`
	Dia     fecha.Fecha     `json:"dia" doc:"Día en que se hizo"`
	// Atencion is how the organ attended it, Dispensa why it was let go.
	Atencion   string      `json:"atencion,omitempty" doc:"Cómo la atendió el órgano"`
	Procede    bool        `json:"procede,omitempty" doc:"Si el órgano la acogió"`
	AtendidaEn fecha.Fecha `json:"atendida_en,omitzero" doc:"Día en que se atendió"`
	Dispensa   string      `json:"dispensa,omitempty" doc:"Por qué se dispensó de atenderla"`
}

// Abierta says whether the observation was neither attended nor let go.
func (o Observacion) Abierta() bool { return o.AtendidaEn.IsZero() && o.Dispensa == "" }

// VersionDevuelta is a version that went back to the organ: the day it was told
// what the review found.
type VersionDevuelta struct {
	Version int             `json:"version" doc:"Versión devuelta"`
	Motivo  string          `json:"motivo" doc:"Por qué se devolvió"`
	Unidad  doe.ClaveUnidad `json:"unidad" doc:"Unidad que la devolvió"`
	Dia     fecha.Fecha     `json:"dia" doc:"Día en que se devolvió"`
}

// Orientacion is guidance given to the organ.
type Orientacion struct {
	Hallazgo      string          `json:"hallazgo,omitempty" doc:"Hallazgo sobre el que se orientó"`
	Accion        string          `json:"accion,omitempty" doc:"Acción sobre la que se orientó"`
	Tema          string          `json:"tema" doc:"Tema"`
	Recomendacion string          `json:"recomendacion" doc:"Qué se recomendó"`
	Norma         string          `json:"norma,omitempty" doc:"Norma en que se apoya"`
	Destinatario  string          `json:"destinatario,omitempty" doc:"A quién se orientó"`
	Unidad        doe.ClaveUnidad `json:"unidad" doc:"Unidad que orientó"`
	Dia           fecha.Fecha     `json:"dia" doc:"Día de la orientación"`
}

// Supervision says whether the plan foresees what depends on other areas.
type Supervision struct {
	Version  int             `json:"version" doc:"Versión revisada"`
	Conforme bool            `json:"conforme" doc:"Si prevé la gestión con las áreas que intervienen"`
	Nota     string          `json:"nota,omitempty" doc:"Conclusión"`
	Unidad   doe.ClaveUnidad `json:"unidad" doc:"Unidad que supervisó"`
	Dia      fecha.Fecha     `json:"dia" doc:"Día"`
}

// Conciliacion contrasts the plan with the results it is born of.
type Conciliacion struct {
	Version  int         `json:"version" doc:"Versión conciliada"`
	Conforme bool        `json:"conforme" doc:"Si el plan concuerda con los resultados"`
	Nota     string      `json:"nota,omitempty" doc:"Conclusión"`
	Dia      fecha.Fecha `json:"dia" doc:"Día"`
}

// Dictamen is the validation or the authorisation of a version.
type Dictamen struct {
	Version int             `json:"version" doc:"Versión dictaminada"`
	Nota    string          `json:"nota,omitempty" doc:"Consideraciones o condiciones"`
	Oficio  string          `json:"oficio,omitempty" doc:"Oficio en que consta"`
	Unidad  doe.ClaveUnidad `json:"unidad" doc:"Unidad que dictaminó"`
	Por     string          `json:"por" doc:"Persona que firmó"`
	Dia     fecha.Fecha     `json:"dia" doc:"Día"`
}

// Reprogramacion is a date that was moved.
type Reprogramacion struct {
	// Accion is empty for the date of the whole plan.
	Accion   string          `json:"accion,omitempty" doc:"Acción; vacío si es el término del plan"`
	Antes    fecha.Fecha     `json:"antes" doc:"Fecha anterior"`
	Despues  fecha.Fecha     `json:"despues,omitzero" doc:"Fecha nueva; vacía si se negó"`
	Motivo   string          `json:"motivo" doc:"Por qué se movió o se negó"`
	Negada   bool            `json:"negada,omitempty" doc:"Si lo pedido se negó"`
	Unidad   doe.ClaveUnidad `json:"unidad" doc:"Unidad que decidió"`
	Dia      fecha.Fecha     `json:"dia" doc:"Día"`
	Vencida  bool            `json:"vencida,omitempty" doc:"Si la fecha anterior ya había pasado"`
	Original fecha.Fecha     `json:"original" doc:"Primera fecha comprometida"`
}

// Incumplimiento is a declared failure of an action, or of the plan that was
// never presented.
type Incumplimiento struct {
	Accion string          `json:"accion,omitempty" doc:"Acción; vacío si es el plan no presentado"`
	Causa  Causa           `json:"causa" doc:"Clase de la causa"`
	Motivo string          `json:"motivo" doc:"En qué consiste"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad que lo declaró"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día"`
}

// Medida is a measure that the Direction dictates.
type Medida struct {
	Clave       string      `json:"clave" doc:"Clave de la medida" example:"M1"`
	Tipo        TipoMedida  `json:"tipo" doc:"correctiva, preventiva o mejora"`
	Accion      string      `json:"accion,omitempty" doc:"Acción que la motiva"`
	Hallazgo    string      `json:"hallazgo,omitempty" doc:"Hallazgo que la motiva"`
	Descripcion string      `json:"descripcion" doc:"Qué se ordena"`
	Responsable string      `json:"responsable" doc:"Quién la cumple"`
	Fin         fecha.Fecha `json:"fin" doc:"Para cuándo"`
	// Direcciones are the normative directorates it was decided with.
	Direcciones []doe.ClaveOrgano `json:"direcciones,omitempty" doc:"Direcciones normativas con que se decidió"`
	Dia         fecha.Fecha       `json:"dia" doc:"Día en que se dictó"`
	// Aplicada is when it was carried out, with what result.
	Aplicada  fecha.Fecha     `json:"aplicada,omitzero" doc:"Día en que se aplicó"`
	Resultado string          `json:"resultado,omitempty" doc:"Resultado"`
	SHA256    string          `json:"sha256,omitempty" doc:"Huella del documento que lo prueba"`
	Aplico    doe.ClaveUnidad `json:"aplico,omitempty" doc:"Unidad que la aplicó"`
}

// Efecto is the outcome of the effectiveness check.
type Efecto struct {
	Resultado  ResultadoEfecto `json:"resultado" doc:"efectivo, parcial o no_efectivo"`
	Mediciones []Medido        `json:"mediciones" doc:"Medición de cada indicador"`
	Nota       string          `json:"nota,omitempty" doc:"Conclusión"`
	Unidad     doe.ClaveUnidad `json:"unidad" doc:"Unidad que verificó"`
	Dia        fecha.Fecha     `json:"dia" doc:"Día"`
}

// Medido is an indicator measured after the plan.
type Medido struct {
	Accion    string          `json:"accion" doc:"Acción cuyo indicador se midió"`
	LineaBase cantidad.Valor  `json:"linea_base" doc:"Valor antes del plan"`
	Meta      cantidad.Valor  `json:"meta" doc:"Meta"`
	Valor     cantidad.Valor  `json:"valor" doc:"Valor medido"`
	Fecha     fecha.Fecha     `json:"fecha" doc:"Día de la medición"`
	Fuente    string          `json:"fuente" doc:"De dónde sale el dato"`
	Resultado ResultadoEfecto `json:"resultado" doc:"efectivo, parcial o no_efectivo"`
}

// Cierre says how the plan ended.
type Cierre struct {
	Nota string `json:"nota,omitempty" doc:"Conclusión"`
	// PlanSiguiente is the folio of the plan that goes on with what was not
	// corrected.
	PlanSiguiente string            `json:"plan_siguiente,omitempty" doc:"Folio del plan que continúa lo no corregido"`
	Causal        CausalCancelacion `json:"causal,omitempty" doc:"Causal, si se canceló"`
	Dia           fecha.Fecha       `json:"dia" doc:"Día"`
}

// VersionActual is the number of the version last presented, 0 before any.
func (p PlanMejora) VersionActual() int { return len(p.Versiones) }

// pendientes lists the directorates that still owe their comments.
func (p *PlanMejora) pendientes() []string {
	var out []string
	for _, t := range p.Turnos {
		if t.Estado == TurnoPendiente {
			out = append(out, string(t.Organo))
		}
	}
	return out
}

// turno is the last consultation to an organ that it may still answer: the
// pending one, or the one whose term lapsed on the current version.
func (p *PlanMejora) turno(o doe.ClaveOrgano) *Turno {
	for i := len(p.Turnos) - 1; i >= 0; i-- {
		t := &p.Turnos[i]
		if t.Organo == o && (t.Estado == TurnoPendiente || t.Estado == TurnoVencido && t.Version == len(p.Versiones)) {
			return t
		}
	}
	return nil
}

func (p *PlanMejora) observacion(clave string) *Observacion {
	i := slices.IndexFunc(p.Observaciones, func(o Observacion) bool { return o.Clave == clave })
	if i < 0 {
		return nil
	}
	return &p.Observaciones[i]
}

func (p *PlanMejora) medida(clave string) *Medida {
	i := slices.IndexFunc(p.Medidas, func(m Medida) bool { return m.Clave == clave })
	if i < 0 {
		return nil
	}
	return &p.Medidas[i]
}

func (p *PlanMejora) hallazgo(clave string) bool {
	return slices.ContainsFunc(p.Hallazgos, func(h Hallazgo) bool { return h.Clave == clave })
}
