package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// The states of a case.
const (
	Abierta   tramite.Estado = "abierta"
	EnEspera  tramite.Estado = "en_espera"
	Integrada tramite.Estado = "integrada"
	Remitida  tramite.Estado = "remitida"
	EnTramite tramite.Estado = "en_tramite"
	// Requerida: the body asked for something that the Institute owes.
	Requerida tramite.Estado = "requerida"
	Resuelta  tramite.Estado = "resuelta"
	// Comunicada: the person knows; what was decided is being fulfilled.
	Comunicada tramite.Estado = "comunicada"
	Concluida  tramite.Estado = "concluida"
	Desistida  tramite.Estado = "desistida"
	// Informativa: it ended as information to the area.
	Informativa tramite.Estado = "informativa"
	Caduca      tramite.Estado = "caduca"
)

// Queja is the case of a petition that another body or path decides.
type Queja struct {
	tramite.Cabecera
	// Peticion is the folio of the petition, where identity is.
	Peticion string `json:"peticion,omitempty" doc:"Folio de la petición de la que nace" example:"SIADE-2026-14-0000001-X"`
	Via      Via    `json:"via" doc:"Vía" example:"medica"`
	// Instancia is the body of the path that resolves, and Organo where it is sent.
	Instancia string          `json:"instancia,omitempty" doc:"Instancia de la vía que resuelve" example:"instituto"`
	Organo    doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano al que se remite" example:"coordinacion-atencion-a-quejas-y-casos-especiales"`
	Asunto    string          `json:"asunto,omitempty" doc:"De qué se trata, sin datos de personas" example:"Demora en urgencias"`
	// Area is the one complained of, when it is an organ.
	Area doe.ClaveOrgano `json:"area,omitempty" doc:"Órgano de que se trata" example:"umae-jcims000301"`
	// Senalado is whom the petition complains of: they never read the case.
	Senalado *siade.Senalado `json:"senalado,omitempty" doc:"De quién se queja la petición"`
	// Presentacion is the day that the body must honour (LFPA art. 42).
	Presentacion fecha.Fecha `json:"presentacion,omitzero" doc:"Día en que se tuvo por presentada la petición" example:"2026-03-02"`
	FechaHechos  fecha.Fecha `json:"fecha_hechos,omitzero" doc:"Día de los hechos" example:"2026-02-27"`
	// Grave: a grave violation, for which the path does not lapse.
	Grave bool `json:"grave,omitempty" doc:"Si es violación grave, por la que la vía no caduca"`
	// Identificada: who complains is known through the petition.
	Identificada bool `json:"identificada" doc:"Si quien se queja está identificado en la petición" example:"true"`
	// Reservada: the petition is sensitive or the path confidential.
	Reservada       bool             `json:"reservada,omitempty" doc:"Si sólo la leen las personas titulares y la responsable"`
	Previa          string           `json:"previa,omitempty" doc:"Folio de la queja con que se agotó la vía ante el Instituto"`
	Documentos      []Documento      `json:"documentos,omitempty" doc:"Documentos integrados"`
	Espera          *Espera          `json:"espera,omitempty" doc:"Lo que se espera de la persona"`
	Esperas         []Espera         `json:"esperas,omitempty" doc:"Lo que ya se esperó"`
	Cambios         []Cambio         `json:"cambios,omitempty" doc:"Vías de las que pasó a otra"`
	Remisiones      []Remitido       `json:"remisiones,omitempty" doc:"Veces que se remitió"`
	Recepcion       *Recibo          `json:"recepcion,omitempty" doc:"Recepción por la instancia"`
	Devoluciones    []Devolucion     `json:"devoluciones,omitempty" doc:"Devoluciones de la instancia"`
	Etapa           Etapa            `json:"etapa,omitempty" doc:"Etapa en que está ante la instancia" example:"investigacion"`
	Avances         []Avance         `json:"avances,omitempty" doc:"Etapas por las que ha pasado"`
	Requerimientos  []Requerimiento  `json:"requerimientos,omitempty" doc:"Requerimientos de la instancia"`
	Ampliaciones    []Ampliacion     `json:"ampliaciones,omitempty" doc:"Plazos que la instancia amplió"`
	Opiniones       []Opinion        `json:"opiniones,omitempty" doc:"Opiniones y dictámenes"`
	Audiencias      []Celebrada      `json:"audiencias,omitempty" doc:"Audiencias de conciliación"`
	Decision        *Decision        `json:"decision,omitempty" doc:"Lo que resolvió la instancia"`
	Pronunciamiento *Pronunciamiento `json:"pronunciamiento,omitempty" doc:"Si el Instituto aceptó la recomendación"`
	Comunicacion    *Comunicacion    `json:"comunicacion,omitempty" doc:"Aviso a la persona"`
	Contactos       []Contacto       `json:"contactos,omitempty" doc:"Contactos con la persona"`
	Notas           []Nota           `json:"notas,omitempty" doc:"Notas de seguimiento"`
	Observaciones   []Observada      `json:"observaciones,omitempty" doc:"Observaciones de la revisión central"`
	Escalamientos   []Escalamiento   `json:"escalamientos,omitempty" doc:"Avisos por vencimiento"`
	Desenlace       *Desenlace       `json:"desenlace,omitempty" doc:"Cómo terminó"`
}

// Documento is a document integrated.
type Documento struct {
	Requisito  Requisito `json:"requisito" validate:"required" doc:"Qué requisito cumple" example:"escrito"`
	Referencia string    `json:"referencia" validate:"required,max=200" doc:"Con qué se identifica, sin datos de personas" example:"Acta del módulo, 2 de marzo"`
	SHA256     string    `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del archivo adjunto, si lo hay"`
	tramite.Autoria
}

// Espera is something that the person owes.
type Espera struct {
	// Identidad: who complains is not known; else, what was asked.
	Identidad bool        `json:"identidad,omitempty" doc:"Si lo que se espera es su identidad"`
	Solicitud string      `json:"solicitud" doc:"Qué se le pide"`
	Dias      int         `json:"dias,omitempty" doc:"Días hábiles que se le dieron"`
	Dia       fecha.Fecha `json:"dia" doc:"Día en que se pidió"`
	Fin       fecha.Fecha `json:"fin,omitzero" doc:"Día en que dejó de esperarse"`
	Lapso     bool        `json:"lapso,omitempty" doc:"Si venció sin que la diera"`
	Texto     string      `json:"texto,omitempty" doc:"Qué aportó"`
}

// Cambio is a path that the case left.
type Cambio struct {
	De     Via    `json:"de" doc:"Vía anterior" example:"medica"`
	Motivo string `json:"motivo" doc:"Por qué cambió"`
	tramite.Autoria
}

// Remitido is a sending to the body; its acknowledgement is in the dispatch.
type Remitido struct {
	Organo  doe.ClaveOrgano `json:"organo" doc:"Órgano al que se remitió"`
	Oficio  string          `json:"oficio,omitempty" doc:"Número del oficio"`
	EnPlazo bool            `json:"en_plazo" doc:"Si se remitió en su plazo"`
	tramite.Autoria
}

// Recibo is the body's receiving it.
type Recibo struct {
	Fecha      fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que la recibió" example:"2026-03-06"`
	Expediente string      `json:"expediente" validate:"required,max=80" doc:"Número que le dio" example:"QM/0123/2026"`
	tramite.Autoria
}

// Devolucion is the body's giving it back.
type Devolucion struct {
	Causal  Causal          `json:"causal" validate:"required" doc:"Causal" example:"incompleta"`
	Motivo  string          `json:"motivo" validate:"required,min=5,max=2000" doc:"Motivo" example:"Falta el resumen clínico."`
	Compete doe.ClaveOrgano `json:"compete,omitempty" validate:"omitempty,max=80" doc:"Órgano que compete, si lo dice" example:"federal-conamed"`
	Oficio  string          `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio con que la devuelve" example:"UDH/0311/2026"`
	tramite.Autoria
}

// Avance is a stage reached.
type Avance struct {
	Etapa  Etapa       `json:"etapa" validate:"required" doc:"Etapa a la que pasa" example:"investigacion"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que pasó" example:"2026-03-10"`
	Oficio string      `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio en que consta" example:"UDH/0345/2026"`
	Nota   string      `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Nota"`
	tramite.Autoria
}

// Requerimiento is what the body asked of the Institute.
type Requerimiento struct {
	Numero    int         `json:"numero,omitempty" hecho:"true" doc:"Número, desde 1"`
	Solicitud string      `json:"solicitud" validate:"required,min=5,max=4000" doc:"Qué pide" example:"Informe de la atención dada en urgencias"`
	Oficio    string      `json:"oficio" validate:"required,max=80" doc:"Oficio con que lo pide" example:"V1/12345/2026"`
	Recibido  fecha.Fecha `json:"recibido" validate:"required" doc:"Día en que se recibió" example:"2026-03-11"`
	// Dias is the term that the body set; that of the path when zero.
	Dias int `json:"dias,omitempty" validate:"omitempty,min=1,max=120" doc:"Días hábiles que da; los de la vía si no se dice" example:"10"`
	// Area is the one whose report the answer needs.
	Area      doe.ClaveOrgano `json:"area,omitempty" validate:"omitempty,max=80" doc:"Órgano que debe informar para contestar" example:"umae-jcims000301"`
	Informes  []InformeDe     `json:"informes,omitempty" hecho:"true" doc:"Informes del área"`
	Respuesta *Contestacion   `json:"respuesta,omitempty" hecho:"true" doc:"Lo que se contestó"`
	// Lapso is the day on which answering it stopped making sense.
	Lapso fecha.Fecha `json:"lapso,omitzero" hecho:"true" doc:"Día en que quedó sin efecto"`
	tramite.Autoria
}

// Pendiente says whether its answer is owed.
func (q Requerimiento) Pendiente() bool { return q.Respuesta == nil && q.Lapso.IsZero() }

// InformeDe is the report of an area on what was required.
type InformeDe struct {
	Numero int             `json:"numero" validate:"min=1,max=100" doc:"Número del requerimiento" example:"1"`
	Texto  string          `json:"texto" validate:"required,min=5,max=8000" doc:"Qué informa" example:"La persona fue valorada a las dos horas."`
	Oficio string          `json:"oficio" validate:"required,max=80" doc:"Oficio del área" example:"HGR46/0456/2026"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano que informó"`
	tramite.Autoria
}

// Contestacion is the Institute's answer to a requirement.
type Contestacion struct {
	Numero int    `json:"numero" validate:"min=1,max=100" doc:"Número del requerimiento" example:"1"`
	Texto  string `json:"texto" validate:"required,min=5,max=8000" doc:"Qué se contesta" example:"Se rinde el informe y se acompaña el expediente clínico."`
	Oficio string `json:"oficio" validate:"required,max=80" doc:"Oficio con que se contesta" example:"CAOOD14/0210/2026"`
	Tarde  bool   `json:"tarde,omitempty" hecho:"true" doc:"Si se contestó vencido el término"`
	tramite.Autoria
}

// Ampliacion is more time that the body takes, or gives, for a step.
type Ampliacion struct {
	// Etapa is the stage whose term it extends; that to decide when empty.
	Etapa  Etapa       `json:"etapa,omitempty" doc:"Etapa cuyo plazo se amplía; el de resolver si no se dice" example:"aclaracion"`
	Cuanto int         `json:"cuanto" validate:"min=1,max=120" doc:"En cuánto, en las unidades del término" example:"10"`
	Oficio string      `json:"oficio" validate:"required,max=80" doc:"Documento en que consta" example:"UT/0456/2026"`
	Motivo string      `json:"motivo" validate:"required,min=5,max=2000" doc:"Motivo" example:"La búsqueda abarca tres unidades."`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que se notificó" example:"2026-03-20"`
	tramite.Autoria
}

// ampliado is by how much the term of a step was extended.
func (q Queja) ampliado(e Etapa) int {
	for _, a := range q.Ampliaciones {
		if a.Etapa == e {
			return a.Cuanto
		}
	}
	return 0
}

// Opinion is a technical opinion or report on the case.
type Opinion struct {
	Organo   doe.ClaveOrgano `json:"organo" validate:"required,max=80" doc:"Órgano que opina" example:"dn-prestaciones-medicas"`
	Fecha    fecha.Fecha     `json:"fecha" validate:"required" doc:"Día de la opinión" example:"2026-03-20"`
	Oficio   string          `json:"oficio" validate:"required,max=80" doc:"Documento en que consta" example:"DPM/0777/2026"`
	Texto    string          `json:"texto" validate:"required,min=5,max=8000" doc:"Qué opina, sin datos de personas" example:"La atención no siguió la guía clínica."`
	Favorece bool            `json:"favorece" doc:"Si favorece a quien se queja" example:"true"`
	tramite.Autoria
}

// Celebrada is a conciliation.
type Celebrada struct {
	Fecha     fecha.Fecha `json:"fecha" validate:"required" doc:"Día de la audiencia" example:"2026-03-24"`
	Resultado Audiencia   `json:"resultado" validate:"required" doc:"Qué resultó" example:"convenio"`
	Acuerdos  string      `json:"acuerdos,omitempty" validate:"omitempty,max=4000" doc:"Qué se convino" example:"Cita con especialidad en diez días."`
	Siguiente fecha.Fecha `json:"siguiente,omitzero" doc:"Día en que se reanuda, si se difiere" example:"2026-03-31"`
	tramite.Autoria
}

// Punto is something that a decision orders the Institute to do.
type Punto struct {
	Clave       string          `json:"clave,omitempty" hecho:"true" doc:"Clave del punto" example:"P1"`
	Texto       string          `json:"texto" validate:"required,min=5,max=2000" doc:"Qué debe hacerse" example:"Reprogramar la cirugía"`
	Responsable doe.ClaveOrgano `json:"responsable,omitempty" validate:"omitempty,max=80" doc:"Órgano que debe hacerlo" example:"umae-jcims000301"`
	// Vence is the day the body set; that of the path's term when zero.
	Vence        fecha.Fecha   `json:"vence,omitzero" doc:"Día en que debe estar cumplido; el del término de la vía si no se dice" example:"2026-05-29"`
	Cumplimiento *Cumplimiento `json:"cumplimiento,omitempty" hecho:"true" doc:"Con qué se cumplió"`
}

// Cumplimiento is the proof that a point was fulfilled.
type Cumplimiento struct {
	Punto  string      `json:"punto" validate:"required,max=10" doc:"Clave del punto" example:"P1"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que se cumplió" example:"2026-05-20"`
	Prueba string      `json:"prueba" validate:"required,min=5,max=2000" doc:"Con qué se prueba" example:"Nota de la cirugía realizada"`
	SHA256 string      `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del archivo adjunto, si lo hay"`
	tramite.Autoria
}

// Decision is what the body decided.
type Decision struct {
	Sentido Sentido     `json:"sentido" validate:"required" doc:"Sentido" example:"procedente"`
	Fecha   fecha.Fecha `json:"fecha" validate:"required" doc:"Día de la resolución" example:"2026-04-20"`
	Oficio  string      `json:"oficio" validate:"required,max=80" doc:"Documento en que consta" example:"UDH/0912/2026"`
	Resumen string      `json:"resumen" validate:"required,min=5,max=4000" doc:"Qué resolvió, sin datos de personas" example:"Se acreditó la demora; se ordena reprogramar la cirugía."`
	Puntos  []Punto     `json:"puntos,omitempty" validate:"omitempty,max=30,dive" doc:"Qué debe cumplir el Instituto"`
	tramite.Autoria
}

// Pronunciamiento says whether the Institute accepts a recommendation.
type Pronunciamiento struct {
	Acepta bool        `json:"acepta" doc:"Si la acepta" example:"true"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que se comunicó a la instancia" example:"2026-05-04"`
	Oficio string      `json:"oficio" validate:"required,max=80" doc:"Oficio" example:"DG/0101/2026"`
	Motivo string      `json:"motivo,omitempty" validate:"omitempty,max=4000" doc:"Por qué; obligatorio si no la acepta"`
	tramite.Autoria
}

// Comunicacion is the notice of the decision to the person.
type Comunicacion struct {
	Medio siade.Medio `json:"medio" validate:"required" doc:"Medio" example:"correo"`
	Fecha fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que se comunicó" example:"2026-04-24"`
	Texto string      `json:"texto" validate:"required,min=5,max=8000" doc:"Qué se le dijo; es la respuesta a su petición" example:"Su queja resultó procedente: la cirugía se reprogramará."`
	tramite.Autoria
}

// Contacto is a contact with who complains or their family (policy 5.9).
type Contacto struct {
	Medio   siade.Medio `json:"medio" validate:"required" doc:"Medio" example:"telefono"`
	Logrado bool        `json:"logrado" doc:"Si se logró hablar con la persona" example:"true"`
	Nota    string      `json:"nota" validate:"required,min=5,max=2000" doc:"Qué se trató, sin datos de personas" example:"Se explicó en qué etapa va."`
	tramite.Autoria
}

// Nota is a note of who follows the case.
type Nota struct {
	Texto string `json:"texto" validate:"required,min=5,max=2000" doc:"Nota" example:"La instancia dice que dictaminará esta semana."`
	tramite.Autoria
}

// Observada is what a review observed, and its correction.
type Observada struct {
	Clave      int         `json:"clave,omitempty" hecho:"true" doc:"Número, desde 1"`
	Detalle    string      `json:"detalle" validate:"required,min=5,max=2000" doc:"Qué se observa" example:"Falta integrar el informe del área."`
	Dias       int         `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para corregir; los de la regla si no se dice" example:"5"`
	Subsanada  fecha.Fecha `json:"subsanada,omitzero" hecho:"true" doc:"Día en que se corrigió"`
	Correccion string      `json:"correccion,omitempty" hecho:"true" doc:"Cómo se corrigió"`
	tramite.Autoria
}

// Escalamiento is a warning of lateness to a unit of the ladder.
type Escalamiento struct {
	Plazo  string          `json:"plazo" validate:"required,max=40" doc:"Plazo vencido" example:"resolucion"`
	Clave  string          `json:"clave" validate:"required,max=40" doc:"Reloj que venció" example:"resolucion"`
	Nivel  int             `json:"nivel,omitempty" hecho:"true" doc:"Peldaño, desde 1"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad a la que se avisa"`
	Debe   Deudor          `json:"debe,omitempty" hecho:"true" doc:"Quién debe el paso"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// ClaveReloj says which clock rang.
func (e Escalamiento) ClaveReloj() string { return e.Clave }

// Desenlace is how the case ended.
type Desenlace struct {
	Como tramite.Estado `json:"como" doc:"Estado en que terminó" example:"concluida"`
	Nota string         `json:"nota" doc:"Cómo, dicho a una persona" example:"Resuelta: procedente"`
	Dia  fecha.Fecha    `json:"dia" doc:"Día"`
}

// def is the path of the case.
func (q Queja) def() DefVia { d, _ := De(q.Via); return d }

// faltan are the obligatory documents not yet integrated.
func (q Queja) faltan() []Requisito {
	var out []Requisito
	for _, d := range q.def().Documentos {
		tiene := slices.ContainsFunc(q.Documentos, func(x Documento) bool { return x.Requisito == d.Requisito })
		if d.Obligatorio && !tiene {
			out = append(out, d.Requisito)
		}
	}
	return out
}

// listo is the state of a case that is not waiting nor sent: integrated when
// nothing is missing.
func (q Queja) listo() tramite.Estado {
	switch {
	case q.Desenlace != nil:
		return q.Desenlace.Como
	case q.Espera != nil:
		return EnEspera
	case len(q.faltan()) == 0:
		return Integrada
	}
	return Abierta
}

// ante is the state of a case before the body: required while an answer is owed.
func (q Queja) ante() tramite.Estado {
	if slices.ContainsFunc(q.Requerimientos, Requerimiento.Pendiente) {
		return Requerida
	}
	return EnTramite
}

// debidos are the points of the decision that the Institute owes: none of a
// recommendation that it has not accepted.
func (q Queja) debidos() []Punto {
	d := q.Decision
	if d == nil || d.Sentido == Recomendacion && (q.Pronunciamiento == nil || !q.Pronunciamiento.Acepta) {
		return nil
	}
	var out []Punto
	for _, p := range d.Puntos {
		if p.Cumplimiento == nil {
			out = append(out, p)
		}
	}
	return out
}

// sinPronunciar says whether a recommendation waits for its acceptance or
// refusal.
func (q Queja) sinPronunciar() bool {
	return q.Decision != nil && q.Decision.Sentido == Recomendacion && q.Pronunciamiento == nil
}

// remitida is the day it was last sent; zero when it was not.
func (q Queja) remitida() fecha.Fecha {
	if n := len(q.Remisiones); n > 0 {
		return q.Remisiones[n-1].Dia
	}
	return fecha.Fecha{}
}

// requerimiento finds one whose answer is owed.
func (q *Queja) requerimiento(numero int) *Requerimiento {
	if numero < 1 || numero > len(q.Requerimientos) || !q.Requerimientos[numero-1].Pendiente() {
		return nil
	}
	return &q.Requerimientos[numero-1]
}

// caducar leaves without effect what the body had asked.
func (q *Queja) caducar(dia fecha.Fecha) {
	for i := range q.Requerimientos {
		if q.Requerimientos[i].Pendiente() {
			q.Requerimientos[i].Lapso = dia
		}
	}
}

// esperar closes what was waited for.
func (q *Queja) dejarDeEsperar(dia fecha.Fecha, lapso bool, texto string) {
	if q.Espera == nil {
		return
	}
	e := *q.Espera
	e.Fin, e.Lapso, e.Texto = dia, lapso, texto
	q.Esperas, q.Espera = append(q.Esperas, e), nil
}

// adjunta says whether a file is attached to the case; none is no fault.
func (q Queja) adjunta(sha string) bool {
	return sha == "" || slices.ContainsFunc(q.Adjuntos, func(a tramite.Adjunto) bool { return a.SHA256 == sha })
}
