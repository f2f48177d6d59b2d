package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Registro is the input of registering a petition.
type Registro struct {
	Canal          Canal             `json:"canal" validate:"required" doc:"Medio por el que llegó" example:"modulo"`
	OOAD           string            `json:"ooad,omitempty" validate:"omitempty,oneof=01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40" doc:"OOAD a dos dígitos; 09 es el nivel central. Se omite si quien registra es de un OOAD; 35 y 36 se guardan como 39, 37 y 38 como 40" example:"14"`
	UnidadServicio string            `json:"unidad_servicio,omitempty" validate:"omitempty,max=20" doc:"CLUES o clave de la unidad donde ocurrió" example:"JCIMS000301"`
	Peticionario   DatosPeticionario `json:"peticionario" validate:"required" doc:"Quien la presenta"`
	Afectado       *DatosAfectado    `json:"afectado,omitempty" validate:"omitempty" doc:"Quien sufre el hecho, si es otra persona"`
	Senalado       *Senalado         `json:"senalado,omitempty" validate:"omitempty" doc:"A quién se reconoce o de quién se queja"`
	// Recibida is when it came, where it is captured later: its terms count from
	// then. Origen, where it was before.
	Recibida    fecha.Fecha `json:"recibida,omitzero" doc:"Día en que se recibió, si se captura después; de él cuentan los plazos" example:"2026-02-27"`
	Origen      *Origen     `json:"origen,omitempty" validate:"omitempty" doc:"De qué registro ajeno viene"`
	Relato      string      `json:"relato" validate:"required,max=8000" doc:"Lo que se pide o se cuenta" example:"Pido saber cómo registrar a mi hija recién nacida."`
	FechaHechos fecha.Fecha `json:"fecha_hechos,omitzero" doc:"Día de los hechos, nunca futuro" example:"2026-02-27"`
	// NaceDe is the record that it is born of, which takes note of it.
	NaceDe *Nacimiento `json:"nace_de,omitempty" validate:"omitempty" doc:"Expediente del que nace, que toma nota de ella"`
	// Clasificacion and AtencionInmediata order further acts in the same call.
	Clasificacion     *Clasificacion     `json:"clasificacion,omitempty" validate:"omitempty" doc:"Cómo se clasifica, si ya se sabe"`
	AtencionInmediata *AtencionInmediata `json:"atencion_inmediata,omitempty" validate:"omitempty" doc:"Respuesta dada en persona: con clasificación, la petición se registra, clasifica, responde y cierra"`

	Presentacion fecha.Fecha `json:"presentacion,omitzero" hecho:"true" doc:"Día en que se tiene por presentada"`
	// Reglas are the parameters of the day.
	Reglas *ReglasDia `json:"reglas,omitempty" hecho:"true" doc:"Parámetros que la rigen"`
}

// Origen is the foreign register that a petition was imported from.
type Origen struct {
	Fuente string `json:"fuente" validate:"required,max=60" doc:"Nombre de la fuente" example:"locatel-0311"`
	Clave  string `json:"clave" validate:"required,max=80" doc:"Clave que tenía en ella" example:"2399150"`
}

// AtencionInmediata is the answer given on the spot.
type AtencionInmediata struct {
	Respuesta string       `json:"respuesta" validate:"required,max=8000" doc:"Respuesta dada" example:"Se explicó el trámite de registro y sus requisitos."`
	Plantilla UsoPlantilla `json:"plantilla,omitzero" doc:"Plantilla con que se redactó, si con alguna"`
}

// Clasificacion is how a petition is classified.
type Clasificacion struct {
	Tipo     Tipo     `json:"tipo" validate:"required" doc:"Clase de petición" example:"gestion"`
	Tema     string   `json:"tema,omitempty" validate:"omitempty,max=60" doc:"Código del tema" example:"vigencia-derechos"`
	Subtema  string   `json:"subtema,omitempty" validate:"omitempty,max=60" doc:"Código del subtema, de los del tema" example:"alta-de-beneficiarios"`
	Servicio string   `json:"servicio,omitempty" validate:"omitempty,max=60" doc:"Código del servicio" example:"afiliacion"`
	Tramite  string   `json:"tramite,omitempty" validate:"omitempty,max=60" doc:"Código del trámite institucional" example:"registro-de-beneficiario"`
	Extras   []Extra  `json:"extras,omitempty" validate:"omitempty,max=40,dive" doc:"Respuestas a las preguntas que el catálogo hace al clasificar así"`
	Gravedad Gravedad `json:"gravedad,omitempty" doc:"Gravedad; ordinaria si se omite" example:"ordinaria"`
	Sensible bool     `json:"sensible,omitempty" doc:"Si se reserva su lectura" example:"false"`
	// Sensibilidad is why it is sensitive.
	Sensibilidad Sensibilidad `json:"sensibilidad,omitempty" doc:"Por qué es sensible" example:"violencia"`
	// Competencia is whose matter it is; the Institute's when empty.
	Competencia Competencia `json:"competencia,omitempty" doc:"De quién es el asunto; del Instituto si se omite" example:"instituto"`
	// Base is why sensitive data may be treated.
	Base BaseSensibles `json:"base_sensibles,omitempty" doc:"Por qué pueden tratarse sus datos sensibles; se completa si se omite" example:"ejercicio_de_derecho"`
	// Termino is the one to answer, when the parameters of its day set it.
	Termino *DiasTermino `json:"termino,omitempty" hecho:"true" doc:"Término para responder, si lo fijan los parámetros de su día"`
}

// Reclasificacion is the input of classifying anew.
type Reclasificacion struct {
	Clasificacion
	Motivo string `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Por qué cambia" example:"El relato se queja del trato."`
}

// Turno is the input of turning a petition to a unit or to an organ; without
// either, to the area that the catalog says for its theme and territory.
type Turno struct {
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40,excluded_with=Organo" doc:"Unidad que la atenderá; sin unidad ni órgano, la del catálogo según el tema y el territorio" example:"doe-7.1.3.1.2"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=80" doc:"Órgano que la atenderá; ooad-NN pasa al OOAD una petición del nivel central" example:"dn-prestaciones-medicas"`
	// Via is the path to which it passes instead, when the matter is of another
	// body: the case of that path is opened.
	Via    string `json:"via,omitempty" validate:"omitempty,max=40,excluded_with=Organo" doc:"Vía de queja a la que pasa, en vez de una unidad o un órgano; abre su expediente" example:"medica"`
	Motivo string `json:"motivo" validate:"required,max=1000" doc:"Motivo" example:"El servicio depende de ese órgano."`
}

// Asignacion is the input of giving a petition to a person.
type Asignacion struct {
	Responsable string `json:"responsable" validate:"required,max=80" doc:"Cuenta de la persona" example:"taod-14-007"`
	Nombre      string `json:"nombre,omitempty" validate:"omitempty,max=200" doc:"Nombre de la persona" example:"Persona técnica"`
	Motivo      string `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Motivo, si se reasigna" example:"Cubre una ausencia."`
}

// Motivo is the input of acts that only take a reason.
type Motivo struct {
	Motivo string `json:"motivo" validate:"required,max=2000" doc:"Motivo" example:"El asunto no corresponde a esta área."`
}

// Requerimiento is the input of asking for information.
type Requerimiento struct {
	A         Requerida `json:"a" validate:"required" doc:"A quién se le pide" example:"peticionario"`
	Solicitud string    `json:"solicitud" validate:"required,max=4000" doc:"Qué se le pide" example:"Copia de la receta que no se surtió."`
	Dias      int       `json:"dias" validate:"min=1,max=60" doc:"Días hábiles para contestar" example:"5"`
}

// Aporte is the input of adding to a petition. Something of it is required.
type Aporte struct {
	Texto        string             `json:"texto,omitempty" validate:"omitempty,max=8000" doc:"Hechos o información" example:"La receta es del 27 de febrero."`
	Peticionario *DatosPeticionario `json:"peticionario,omitempty" validate:"omitempty" doc:"Identidad que no se dio al registrar"`
	Afectado     *DatosAfectado     `json:"afectado,omitempty" validate:"omitempty" doc:"Quien sufre el hecho, si es otra persona"`
	Senalado     *Senalado          `json:"senalado,omitempty" validate:"omitempty" doc:"A quién se reconoce o de quién se queja"`
}

// Prevencion is the input of preventing who petitions. The act leaves on
// record a prevention that was notified.
type Prevencion struct {
	Motivo string `json:"motivo" validate:"required,max=4000" doc:"Qué falta o qué no se entiende" example:"No dice en qué unidad ocurrió."`
	Dias   int    `json:"dias" validate:"min=1,max=60" doc:"Días hábiles para desahogar, al menos cinco" example:"5"`
	// Notificada is the day the notice took effect; the day of the act when zero.
	Notificada fecha.Fecha `json:"notificada,omitzero" doc:"Día en que se notificó; hoy si se omite" example:"2026-03-03"`
	Medio      Medio       `json:"medio,omitempty" doc:"Medio de la notificación" example:"correo"`

	Vence    fecha.Fecha `json:"vence,omitzero" hecho:"true" doc:"Último día para desahogar"`
	Oportuna bool        `json:"oportuna,omitempty" hecho:"true" doc:"Si se hizo a tiempo para poder desechar"`
}

// Desahogo is the input of curing a prevention.
type Desahogo struct {
	Texto string `json:"texto" validate:"required,max=8000" doc:"Con qué se desahoga" example:"Ocurrió en la UMF 3, el 27 de febrero."`
}

// Vencimiento is the input of the acts by which the clock tells that a term
// passed.
type Vencimiento struct {
	Plazo string `json:"plazo" validate:"required,max=40" doc:"Plazo vencido" example:"desahogo"`
	Clave string `json:"clave,omitempty" validate:"omitempty,max=40" doc:"A quién corresponde" example:"peticionario"`
}

// ClaveReloj says which clock of the deadline rang.
func (v Vencimiento) ClaveReloj() string { return v.Clave }

// Prorroga is the input of extending the term to answer.
type Prorroga struct {
	Dias   int    `json:"dias" validate:"min=1,max=90" doc:"Unidades del plazo que se añaden, a lo más la mitad del original" example:"5"`
	Motivo string `json:"motivo" validate:"required,max=2000" doc:"Motivo" example:"El área espera un dictamen médico."`
}

// UnidadesProrroga is by how much the term grows.
func (p Prorroga) UnidadesProrroga() int { return p.Dias }

// Respuesta is the input of answering.
type Respuesta struct {
	Respuesta string  `json:"respuesta" validate:"required,max=8000" doc:"Respuesta a lo pedido" example:"Se surtió la receta el 5 de marzo."`
	Sentido   Sentido `json:"sentido,omitempty" doc:"Sentido de la respuesta" example:"favorable"`
	Analisis  string  `json:"analisis,omitempty" validate:"omitempty,max=4000" doc:"Resultado del análisis; lo pide la sugerencia" example:"Es viable: se ampliará el horario desde abril."`
	Oficio    string  `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio con que respondió el área, si se transcribe" example:"JAL/DM/0123/2026"`
	// Plantilla is the template it was written with, if any.
	Plantilla UsoPlantilla `json:"plantilla,omitzero" doc:"Plantilla con que se redactó, si con alguna"`
	// EnPersona: given face to face, so notified.
	EnPersona bool `json:"en_persona,omitempty" doc:"Si se dio en persona, y por tanto quedó notificada" example:"false"`

	Tardia bool `json:"tardia,omitempty" hecho:"true" doc:"Si se dio vencido el plazo"`
}

// NotaAviso is the input of notifying and of acknowledging receipt.
type NotaAviso struct {
	Medio Medio       `json:"medio" validate:"required" doc:"Medio" example:"correo"`
	Fecha fecha.Fecha `json:"fecha,omitzero" doc:"Día en que surtió efectos; hoy si se omite" example:"2026-03-06"`
}

// Cierre is the input of closing: facts alone.
type Cierre struct {
	ReabreHasta   fecha.Fecha `json:"reabre_hasta,omitzero" hecho:"true" doc:"Último día para pedir que se reabra"`
	CalificaHasta fecha.Fecha `json:"califica_hasta,omitzero" hecho:"true" doc:"Último día para calificar"`
}

// Opinion is the input of rating the attention.
type Opinion struct {
	Calificacion int    `json:"calificacion" validate:"min=1,max=5" doc:"De 1, nada satisfecha, a 5, muy satisfecha" example:"4"`
	Comentario   string `json:"comentario,omitempty" validate:"omitempty,max=2000" doc:"Comentario" example:"Me atendieron rápido."`
}

// Canalizacion is the input of transferring to the competent body.
type Canalizacion struct {
	Organo    doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=80" doc:"Órgano competente" example:"organo-interno-de-control"`
	Instancia string          `json:"instancia,omitempty" validate:"omitempty,max=200,excluded_with=Organo" doc:"Instancia competente, si no está entre los órganos" example:"Procuraduría estatal"`
	Motivo    string          `json:"motivo" validate:"required,max=2000" doc:"Por qué es competente" example:"Denuncia una falta administrativa."`
	Oficio    string          `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio de remisión" example:"UAD/0456/2026"`

	EnPlazo bool `json:"en_plazo,omitempty" hecho:"true" doc:"Si se remite en el plazo legal"`
}

// Recibo is the input of proving that the competent body has it.
type Recibo struct {
	Fecha fecha.Fecha `json:"fecha,omitzero" doc:"Día en que la recibió; hoy si se omite" example:"2026-03-09"`
	Acuse string      `json:"acuse" validate:"required,max=200" doc:"Referencia del acuse o huella del archivo" example:"OIC-acuse-889"`
}

// Acumulacion is the input of accumulating into another petition.
type Acumulacion struct {
	Folio string `json:"folio" validate:"required,max=40" doc:"Folio de la petición en que se atenderá" example:"SIADE-2026-14-0000002-V"`
}

// Desechamiento is the input of dismissing.
type Desechamiento struct {
	Causal Causal `json:"causal" validate:"required" doc:"Causal" example:"sin_materia"`
	Motivo string `json:"motivo" validate:"required,max=2000" doc:"Motivo" example:"La receta ya se había surtido."`
}

// Escalamiento is the input of escalating.
type Escalamiento struct {
	Motivo string `json:"motivo" validate:"required,max=1000" doc:"Motivo" example:"El área no ha respondido."`
}

// Observacion is the input of observing a fault of the record.
type Observacion struct {
	Defecto Defecto `json:"defecto" validate:"required" doc:"Defecto" example:"faltante"`
	Detalle string  `json:"detalle" validate:"required,max=2000" doc:"Detalle" example:"Falta el servicio."`
	Dias    int     `json:"dias" validate:"min=1,max=60" doc:"Días hábiles para subsanar" example:"3"`

	Vence fecha.Fecha `json:"vence,omitzero" hecho:"true" doc:"Último día para subsanar"`
}

// Subsanacion is the input of correcting it.
type Subsanacion struct {
	Clave      int    `json:"clave" validate:"min=1,max=1000" doc:"Número de la observación" example:"1"`
	Correccion string `json:"correccion" validate:"required,max=2000" doc:"Cómo se subsanó" example:"Se agregó el servicio."`
}

// SolicitudConstancia is the input of asking for the certificate: facts alone.
type SolicitudConstancia struct {
	Vencio fecha.Fecha `json:"vencio,omitzero" hecho:"true" doc:"Día en que venció el plazo legal"`
}

// Expedicion is the input of issuing it.
type Expedicion struct {
	Oficio string `json:"oficio" validate:"required,max=80" doc:"Oficio de la constancia" example:"UAD/0789/2026"`
}

// Separar takes identity out of the input.
func (e *Registro) Separar(azar func() string) []tramite.Reservado {
	out := e.Peticionario.separar(azar)
	return append(out, separarDe(&e.Afectado, azar)...)
}

// Separar takes identity out of the input.
func (e *Aporte) Separar(azar func() string) []tramite.Reservado {
	var out []tramite.Reservado
	if e.Peticionario != nil {
		copia := *e.Peticionario
		e.Peticionario = &copia
		out = e.Peticionario.separar(azar)
	}
	return append(out, separarDe(&e.Afectado, azar)...)
}

// separarDe works on a copy: the caller's input stays whole.
func separarDe(a **DatosAfectado, azar func() string) []tramite.Reservado {
	if *a == nil {
		return nil
	}
	copia := **a
	*a = &copia
	return (*a).separar(azar)
}
