package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a petition.
const (
	Registrada  tramite.Estado = "registrada"
	Clasificada tramite.Estado = "clasificada"
	Turnada     tramite.Estado = "turnada"
	EnAtencion  tramite.Estado = "en_atencion"
	Prevenida   tramite.Estado = "prevenida"
	EnEspera    tramite.Estado = "en_espera"
	// EnOtraVia: another body or path decides it.
	EnOtraVia  tramite.Estado = "en_otra_via"
	Respondida tramite.Estado = "respondida"
	Cerrada    tramite.Estado = "cerrada"
	Canalizada tramite.Estado = "canalizada"
	Acumulada  tramite.Estado = "acumulada"
	Desistida  tramite.Estado = "desistida"
	Desechada  tramite.Estado = "desechada"
)

var estados = []tramite.DefEstado{
	{Nombre: Registrada, Categoria: tramite.Abierta, Titulo: "Registrada"},
	{Nombre: Clasificada, Categoria: tramite.Abierta, Titulo: "Clasificada"},
	{Nombre: Turnada, Categoria: tramite.Abierta, Titulo: "Turnada"},
	{Nombre: EnAtencion, Categoria: tramite.Abierta, Titulo: "En atención"},
	{Nombre: Prevenida, Categoria: tramite.Espera, Titulo: "Prevenida"},
	{Nombre: EnEspera, Categoria: tramite.Espera, Titulo: "En espera de quien la presentó"},
	{Nombre: EnOtraVia, Categoria: tramite.Espera, Titulo: "En otra vía, en espera de su resultado"},
	{Nombre: Respondida, Categoria: tramite.Abierta, Titulo: "Respondida"},
	{Nombre: Cerrada, Categoria: tramite.Cerrada, Titulo: "Cerrada"},
	{Nombre: Canalizada, Categoria: tramite.Cerrada, Titulo: "Canalizada"},
	{Nombre: Acumulada, Categoria: tramite.Cerrada, Titulo: "Acumulada"},
	{Nombre: Desistida, Categoria: tramite.Cerrada, Titulo: "Desistida"},
	{Nombre: Desechada, Categoria: tramite.Cerrada, Titulo: "Desechada"},
}

// Peticion is a petition. It holds no identity: only the references by which
// whoever may read it finds it elsewhere.
type Peticion struct {
	tramite.Cabecera
	Canal          Canal        `json:"canal" doc:"Medio por el que llegó" example:"modulo"`
	UnidadServicio string       `json:"unidad_servicio,omitempty" doc:"CLUES o clave de la unidad donde ocurrió" example:"JCIMS000301"`
	Peticionario   Peticionario `json:"peticionario" doc:"Quien la presenta, sin sus datos de identidad"`
	Afectado       *Afectado    `json:"afectado,omitempty" doc:"Quien sufre el hecho, si es otra persona"`
	Senalado       *Senalado    `json:"senalado,omitempty" doc:"A quién se reconoce o de quién se queja"`
	Relato         string       `json:"relato" doc:"Lo que se pide o se cuenta" example:"Pido saber cómo registrar a mi hija recién nacida."`
	// Moderacion is what is shown instead of Relato, which stays as it was told;
	// Traduccion is beside it.
	Moderacion  *Moderado   `json:"moderacion,omitempty" doc:"Texto que se muestra en lugar del relato, que se conserva"`
	Traduccion  *Traducido  `json:"traduccion,omitempty" doc:"Traducción del relato al español"`
	Origen      *Origen     `json:"origen,omitempty" doc:"De qué registro ajeno viene"`
	FechaHechos fecha.Fecha `json:"fecha_hechos,omitzero" doc:"Día de los hechos" example:"2026-02-27"`
	// Presentacion is the day it is taken as presented on, from which terms
	// count (LFPA art. 30).
	Presentacion fecha.Fecha `json:"presentacion" doc:"Día en que se tiene por presentada" example:"2026-03-02"`
	// NaceDe is the record that it was born of.
	NaceDe *Nacimiento `json:"nace_de,omitempty" doc:"Expediente del que nació"`
	// Reglas are the parameters that rule it, those of its day; none while the
	// register has none.
	Reglas *ReglasDia `json:"reglas,omitempty" doc:"Parámetros que la rigen"`
	// AlContacto: registered, answered and closed in one call.
	AlContacto     bool           `json:"al_contacto,omitempty" doc:"Si se resolvió al registrarla"`
	Clasificacion  *Clasificacion `json:"clasificacion,omitempty" doc:"Cómo se clasificó"`
	Turno          *Turnado       `json:"turno,omitempty" doc:"A quién está turnada"`
	Asignacion     *Asignado      `json:"asignacion,omitempty" doc:"A quién está asignada"`
	Acuse          *Aviso         `json:"acuse,omitempty" doc:"Acuse de recibo enviado"`
	Prevencion     *Prevenido     `json:"prevencion,omitempty" doc:"Prevención hecha"`
	Requerimientos []Requerido    `json:"requerimientos,omitempty" doc:"Información pedida"`
	Aportaciones   []Aportado     `json:"aportaciones,omitempty" doc:"Lo que se agregó después del registro"`
	Respuesta      *Respondido    `json:"respuesta,omitempty" doc:"Respuesta vigente"`
	Anteriores     []Respondido   `json:"respuestas_anteriores,omitempty" doc:"Respuestas dadas antes de reabrir"`
	Notificacion   *Aviso         `json:"notificacion,omitempty" doc:"Notificación de la respuesta"`
	Canalizacion   *Canalizado    `json:"canalizacion,omitempty" doc:"Remisión al órgano competente"`
	Vias           []EnVia        `json:"vias,omitempty" doc:"Otras vías en que se sigue"`
	Desechamiento  *Desechado     `json:"desechamiento,omitempty" doc:"Por qué se desechó"`
	Desistimiento  string         `json:"desistimiento,omitempty" doc:"Motivo del desistimiento"`
	AcumuladaEn    string         `json:"acumulada_en,omitempty" doc:"Folio en el que se atiende" example:"SIADE-2026-14-0000002-V"`
	Acumula        []string       `json:"acumula,omitempty" doc:"Folios que se atienden en éste"`
	Reaperturas    []Reabierto    `json:"reaperturas,omitempty" doc:"Veces que se reabrió y por qué"`
	Calificacion   *Calificado    `json:"calificacion,omitempty" doc:"Satisfacción de quien la presentó"`
	Escalamientos  []Escalado     `json:"escalamientos,omitempty" doc:"Niveles a los que subió"`
	Observaciones  []Observado    `json:"observaciones,omitempty" doc:"Defectos del registro y su corrección"`
	Constancia     *Constancia    `json:"constancia,omitempty" doc:"Constancia de que no se respondió en el plazo legal"`
	// PrimeraRespuesta is the instant of the first answer ever given.
	PrimeraRespuesta fecha.Instante `json:"primera_respuesta,omitzero" doc:"Instante de la primera respuesta"`
	// Concluida is the day it ended, zero while it lives.
	Concluida fecha.Fecha `json:"concluida,omitzero" doc:"Día en que concluyó"`
	// PrimerFin is the day it first ended: reopening does not move retention.
	PrimerFin fecha.Fecha `json:"primer_fin,omitzero" doc:"Día en que concluyó por primera vez"`
	// ReabreHasta and CalificaHasta are the last days to reopen and to rate, as
	// they were told at closing.
	ReabreHasta   fecha.Fecha `json:"reabre_hasta,omitzero" doc:"Último día para pedir que se reabra"`
	CalificaHasta fecha.Fecha `json:"califica_hasta,omitzero" doc:"Último día para calificar"`
}

// Senalado is who a petition praises or complains of. They never receive it,
// answer it nor read where it came from.
type Senalado struct {
	Area     string `json:"area,omitempty" validate:"omitempty,max=120" doc:"Área o clave de órgano" example:"ooad-14"`
	Servicio string `json:"servicio,omitempty" validate:"omitempty,max=120" doc:"Servicio" example:"Consulta externa"`
	Persona  string `json:"persona,omitempty" validate:"omitempty,max=200" doc:"Nombre de la persona" example:"Enf. Marta Solís"`
	Puesto   string `json:"puesto,omitempty" validate:"omitempty,max=120" doc:"Puesto" example:"Enfermera"`
	// Cuenta is the account of the person, when it is known.
	Cuenta string `json:"cuenta,omitempty" validate:"omitempty,max=80" doc:"Identificador de su cuenta, si se conoce" example:"enf-14-201"`
}

// Turnado is the unit or the organ that has the petition.
type Turnado struct {
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano"`
	Motivo string          `json:"motivo" doc:"Motivo del turno"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día del turno"`
	// Aceptado is the day it was accepted.
	Aceptado fecha.Fecha `json:"aceptado,omitzero" doc:"Día en que se aceptó"`
	// Recordatorios counts the reminders of the clock.
	Recordatorios int `json:"recordatorios,omitempty" doc:"Recordatorios enviados"`
	// De and DeOOAD are who kept it before, to whom it goes back.
	De     doe.ClaveUnidad `json:"de" doc:"Unidad que lo turnó"`
	DeOOAD doe.OOAD        `json:"de_ooad" doc:"OOAD que lo turnó"`
}

// Asignado is the person who attends it.
type Asignado struct {
	Responsable string         `json:"responsable" doc:"Cuenta de la persona"`
	Nombre      string         `json:"nombre,omitempty" doc:"Nombre de la persona"`
	Motivo      string         `json:"motivo,omitempty" doc:"Motivo del cambio"`
	En          fecha.Instante `json:"en" doc:"Instante de la asignación"`
	Veces       int            `json:"veces" doc:"Veces que se ha asignado"`
}

// Aviso is something made known to who petitions.
type Aviso struct {
	Medio Medio       `json:"medio" doc:"Medio" example:"correo"`
	Fecha fecha.Fecha `json:"fecha" doc:"Día en que surte efectos" example:"2026-03-02"`
}

// Prevenido is the one prevention that a petition may have.
type Prevenido struct {
	Motivo string `json:"motivo" doc:"Qué falta"`
	Dias   int    `json:"dias" doc:"Días hábiles para desahogar"`
	// Notificada is the day the notice took effect.
	Notificada fecha.Fecha `json:"notificada" doc:"Día en que surtió efectos"`
	// Vence is the last day to cure as it was told.
	Vence fecha.Fecha `json:"vence" doc:"Último día para desahogar"`
	// Oportuna: made while it could still lead to dismissal.
	Oportuna bool `json:"oportuna" doc:"Si se hizo a tiempo para poder desechar"`
	// Regresa is the state that it interrupted.
	Regresa tramite.Estado `json:"regresa" doc:"Estado al que vuelve"`
	// Desahogada is the day of the cure, Lapso that of its lapse.
	Desahogada fecha.Fecha `json:"desahogada,omitzero" doc:"Día en que se desahogó"`
	Texto      string      `json:"texto,omitempty" doc:"Con qué se desahogó"`
	Lapso      fecha.Fecha `json:"lapso,omitzero" doc:"Día en que se tuvo por no desahogada"`
}

// Requerido is information asked of the area or of who petitions.
type Requerido struct {
	A         Requerida      `json:"a" doc:"A quién se le pide"`
	Solicitud string         `json:"solicitud" doc:"Qué se le pide"`
	Dias      int            `json:"dias" doc:"Días hábiles para contestar"`
	Dia       fecha.Fecha    `json:"dia" doc:"Día en que se pidió"`
	Regresa   tramite.Estado `json:"regresa,omitempty" doc:"Estado al que vuelve"`
	Atendido  fecha.Fecha    `json:"atendido,omitzero" doc:"Día en que se contestó"`
	Lapso     fecha.Fecha    `json:"lapso,omitzero" doc:"Día en que venció sin respuesta"`
}

// Pendiente says whether it is still owed.
func (q Requerido) Pendiente() bool { return q.Atendido.IsZero() && q.Lapso.IsZero() }

// Aportado is what was added to the petition after its registration.
type Aportado struct {
	Texto string      `json:"texto,omitempty" doc:"Qué se agregó"`
	Dia   fecha.Fecha `json:"dia" doc:"Día"`
	// Por says who: ciudadano, area or personal.
	Por string `json:"por" doc:"Quién lo aportó: ciudadano, area o personal"`
}

// Respondido is an answer.
type Respondido struct {
	Texto    string      `json:"texto" doc:"Respuesta"`
	Dia      fecha.Fecha `json:"dia" doc:"Día de la respuesta"`
	Sentido  Sentido     `json:"sentido,omitempty" doc:"Sentido de la respuesta"`
	Analisis string      `json:"analisis,omitempty" doc:"Resultado del análisis de la sugerencia"`
	// Oficio is the letter of the area when the staff transcribes its answer.
	Oficio string          `json:"oficio,omitempty" doc:"Oficio con que respondió el área"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano que respondió"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad que respondió"`
	// Tardia: given after the term was over.
	Tardia bool `json:"tardia,omitempty" doc:"Si se dio vencido el plazo"`
	// Plantilla is the template it was written with.
	Plantilla  UsoPlantilla `json:"plantilla,omitzero" doc:"Plantilla con que se redactó"`
	Traduccion *Traducido   `json:"traduccion,omitempty" doc:"Traducción a la lengua de quien pide"`
}

// Canalizado is the transfer to the competent body.
type Canalizado struct {
	Organo    doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano competente"`
	Instancia string          `json:"instancia,omitempty" doc:"Instancia competente, si no está en el catálogo"`
	Motivo    string          `json:"motivo" doc:"Por qué es competente"`
	Dia       fecha.Fecha     `json:"dia" doc:"Día de la remisión"`
	// Presentacion is the date that the receiver must honour (LFPA art. 42).
	Presentacion fecha.Fecha `json:"presentacion" doc:"Fecha de presentación que debe respetar quien recibe"`
	// EnPlazo: within the five days of LFPA art. 42.
	EnPlazo bool   `json:"en_plazo" doc:"Si se remitió en el plazo legal"`
	Oficio  string `json:"oficio,omitempty" doc:"Oficio de remisión"`
	// Recibida and Acuse prove that the receiver has it.
	Recibida fecha.Fecha `json:"recibida,omitzero" doc:"Día en que la recibió"`
	Acuse    string      `json:"acuse,omitempty" doc:"Referencia del acuse"`
}

// Desechado is the dismissal.
type Desechado struct {
	Causal Causal      `json:"causal" doc:"Causal"`
	Motivo string      `json:"motivo" doc:"Motivo"`
	Dia    fecha.Fecha `json:"dia" doc:"Día"`
}

// Reabierto is one reopening.
type Reabierto struct {
	Motivo string      `json:"motivo" doc:"Motivo"`
	Dia    fecha.Fecha `json:"dia" doc:"Día"`
}

// Calificado is how satisfied who petitions was.
type Calificado struct {
	Calificacion int         `json:"calificacion" doc:"De 1 a 5"`
	Comentario   string      `json:"comentario,omitempty" doc:"Comentario"`
	Dia          fecha.Fecha `json:"dia" doc:"Día"`
}

// Escalado is one step up the ladder.
type Escalado struct {
	Nivel  int             `json:"nivel" doc:"Nivel, desde 1"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad a la que sube"`
	Motivo string          `json:"motivo" doc:"Motivo"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día"`
}

// Observado is a fault of the record and its correction.
type Observado struct {
	Clave   int         `json:"clave" doc:"Número de la observación, desde 1"`
	Defecto Defecto     `json:"defecto" doc:"Defecto"`
	Detalle string      `json:"detalle" doc:"Detalle"`
	Dia     fecha.Fecha `json:"dia" doc:"Día en que se observó"`
	// Vence is the last day to correct it.
	Vence      fecha.Fecha `json:"vence" doc:"Último día para subsanar"`
	Subsanada  fecha.Fecha `json:"subsanada,omitzero" doc:"Día en que se subsanó"`
	Correccion string      `json:"correccion,omitempty" doc:"Cómo se subsanó"`
}

// Constancia is the certificate that the legal term passed without an answer.
type Constancia struct {
	// Vencio is the last day of the legal term.
	Vencio     fecha.Fecha `json:"vencio" doc:"Día en que venció el plazo legal"`
	Solicitada fecha.Fecha `json:"solicitada" doc:"Día en que se pidió"`
	Expedida   fecha.Fecha `json:"expedida,omitzero" doc:"Día en que se expidió"`
	Oficio     string      `json:"oficio,omitempty" doc:"Oficio de la constancia"`
}

// camino is the path of the petition's type.
func (p Peticion) camino() Camino { return CaminoDe(p.tipo()) }

func (p Peticion) tipo() Tipo {
	if p.Clasificacion == nil {
		return ""
	}
	return p.Clasificacion.Tipo
}

// clasificacion is how it is classified, zero when it is not.
func (p Peticion) clasificacion() Clasificacion {
	if p.Clasificacion == nil {
		return Clasificacion{}
	}
	return *p.Clasificacion
}

// sinRespuesta says whether the Institute owes an answer.
func (p Peticion) sinRespuesta() bool {
	return p.Respuesta == nil && (!p.AlContacto || len(p.Reaperturas) > 0)
}

// desde is the day from which the term to answer counts: presentation, or the
// last reopening.
func (p Peticion) desde() fecha.Fecha {
	if n := len(p.Reaperturas); n > 0 {
		return p.Reaperturas[n-1].Dia
	}
	return p.Presentacion
}

// reloj finds the last clock of a deadline.
func (p Peticion) reloj(nombre string) (tramite.Reloj, bool) {
	for i := len(p.Relojes) - 1; i >= 0; i-- {
		if p.Relojes[i].Plazo == nombre {
			return p.Relojes[i], true
		}
	}
	return tramite.Reloj{}, false
}

// concluir notes the day it ended.
func (p *Peticion) concluir(dia fecha.Fecha) {
	p.Concluida = dia
	if p.PrimerFin.IsZero() {
		p.PrimerFin = dia
	}
}
