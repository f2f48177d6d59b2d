package opinion

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a request.
const (
	Registrada tramite.Estado = "registrada"
	EnAnalisis tramite.Estado = "en_analisis"
	// Competente and NoCompetente: decided; it is to be consulted, or to be
	// answered that the matter is not the Institute's.
	Competente   tramite.Estado = "competente"
	NoCompetente tramite.Estado = "no_competente"
	Turnada      tramite.Estado = "turnada"
	Integrada    tramite.Estado = "integrada"
	Observada    tramite.Estado = "observada"
	Avalada      tramite.Estado = "avalada"
	// Enviada waits for the acknowledgement.
	Enviada   tramite.Estado = "enviada"
	Concluida tramite.Estado = "concluida"
	// NoCompetencia ends a request answered as not the Institute's.
	NoCompetencia tramite.Estado = "no_competencia"
	Cancelada     tramite.Estado = "cancelada"
)

// Autoria says who left a fact in the record and on what day.
type Autoria = tramite.Autoria

func autoria(s tramite.Suceso) Autoria { return s.Autoria() }

// Documento is a letter: its number, its date and the hash of its file.
type Documento = envio.Documento

// Solicitud is a request for the opinion of the Institute on a legislative
// matter.
type Solicitud struct {
	tramite.Cabecera
	Origen      Origen      `json:"origen" doc:"Vía por la que llegó" example:"comision"`
	Solicitante Solicitante `json:"solicitante" doc:"Quién la pide"`
	Asunto      Asunto      `json:"asunto" doc:"Asunto legislativo"`
	// Consulta is what is asked, in the words of who asks.
	Consulta string `json:"consulta" doc:"Qué se pregunta"`
	// Recibida is the day the official term counts from.
	Recibida fecha.Fecha `json:"recibida" doc:"Día de recepción, desde el que corre el término" example:"2026-03-02"`
	// Oficial is the official term with its extensions.
	Oficial           Termino             `json:"oficial" doc:"Término oficial, con sus ampliaciones"`
	FundamentoTermino string              `json:"fundamento_termino,omitempty" doc:"Por qué el término excede el tope de la norma"`
	Ampliaciones      []Ampliacion        `json:"ampliaciones,omitempty" doc:"Ampliaciones que concedió quien pide"`
	Antecedentes      []Antecedente       `json:"antecedentes,omitempty" doc:"Otras solicitudes sobre el mismo asunto"`
	Propuesta         *Competencia        `json:"propuesta,omitempty" doc:"Competencia propuesta"`
	Decision          *Competencia        `json:"decision,omitempty" doc:"Competencia decidida"`
	Turnos            []Turno             `json:"turnos,omitempty" doc:"Consultas a las direcciones normativas"`
	Versiones         []Version           `json:"versiones,omitempty" doc:"Versiones de la opinión integrada"`
	Observaciones     []Observacion       `json:"observaciones,omitempty" doc:"Observaciones a las versiones"`
	Conformidades     []Conformidad       `json:"conformidades,omitempty" doc:"Conformidades con las versiones"`
	Avales            []Aval              `json:"avales,omitempty" doc:"Avales, también los revocados"`
	Envio             *Envio              `json:"envio,omitempty" doc:"Envío a quien la pidió"`
	Reclamos          []Autoria           `json:"reclamos,omitempty" doc:"Veces que se reclamó el acuse"`
	Acuse             *Acuse              `json:"acuse,omitempty" doc:"Acuse de quien la recibió"`
	SinAcuse          *ConclusionSinAcuse `json:"sin_acuse,omitempty" doc:"Por qué se concluyó sin acuse"`
	Comunicaciones    []Comunicacion      `json:"comunicaciones,omitempty" doc:"Comunicaciones con los enlaces"`
	Reaperturas       []Reapertura        `json:"reaperturas,omitempty" doc:"Veces que la consulta se reabrió"`
	Cancelacion       *Cancelacion        `json:"cancelacion,omitempty" doc:"Por qué se canceló"`
}

// Solicitante is who asks.
type Solicitante struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Comisión, congreso o dependencia que la pide" example:"Comisión de Seguridad Social"`
	// Entidad is the state of a local congress.
	Entidad string    `json:"entidad,omitempty" validate:"omitempty,oneof=01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32" doc:"Entidad federativa del congreso local (clave INEGI)" example:"14"`
	Oficio  Documento `json:"oficio" validate:"required" doc:"Oficio o registro con que la pide"`
	// FolioSistema is the number that the asker's system gave it.
	FolioSistema string `json:"folio_sistema,omitempty" validate:"omitempty,max=60" doc:"Folio en el sistema de quien la pide" example:"SAO-2026-01234"`
}

// Asunto names a legislative matter by its key and tells what the opinion
// needs to know of it; its procedure is followed elsewhere.
type Asunto struct {
	Camara Camara `json:"camara" validate:"required,oneof=diputados senado comision_permanente congreso_local" doc:"Dónde se tramita" example:"diputados"`
	Tipo   Tipo   `json:"tipo" validate:"required,oneof=iniciativa punto_de_acuerdo minuta dictamen" doc:"Clase de asunto" example:"iniciativa"`
	// Numero and Gaceta are its number and the day of the gazette it came in.
	Numero string      `json:"numero" validate:"required,max=60" doc:"Número o clave con que se publicó" example:"6921-II-3"`
	Gaceta fecha.Fecha `json:"gaceta" validate:"required" doc:"Fecha de la gaceta" example:"2026-02-17"`
	Titulo string      `json:"titulo" validate:"required,max=1000" doc:"Título" example:"Iniciativa que reforma el artículo 201 de la Ley del Seguro Social"`
	// Promovente is who presents it: a public office, not personal data.
	Promovente string `json:"promovente,omitempty" validate:"omitempty,max=200" doc:"Quién lo promueve" example:"Grupo parlamentario"`
	Preferente bool   `json:"preferente,omitempty" doc:"Si es iniciativa preferente" example:"false"`
	Etapa      Etapa  `json:"etapa" validate:"required,oneof=pendiente en_comisiones_de_origen en_comisiones_de_revisora de_primera_lectura devuelto_a_origen aprobado_por_publicar en_congresos_locales publicado desechado retirada" doc:"Etapa en que está" example:"en_comisiones_de_origen"`
	// SHA256 is the hash of the text that the opinion is asked on, and Fuente
	// where it was read.
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella del texto sobre el que se opina" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	Fuente string `json:"fuente,omitempty" validate:"omitempty,url,max=500" doc:"Dirección de donde se tomó" example:"https://gaceta.diputados.gob.mx/"`
}

// ClaveAsunto identifies the matter: chamber, state of a local one, kind, number and
// day of the gazette.
func (s Solicitud) ClaveAsunto() string {
	camara := string(s.Asunto.Camara)
	if s.Solicitante.Entidad != "" && s.Asunto.Camara == Local {
		camara += "-" + s.Solicitante.Entidad
	}
	return strings.Join([]string{camara, string(s.Asunto.Tipo), s.Asunto.Numero, s.Asunto.Gaceta.String()}, "/")
}

// Competencia is the analysis, and then the decision, of whether the matter is
// the Institute's and of which normative directorates.
type Competencia struct {
	Competente bool               `json:"competente" doc:"Si el asunto compete al Instituto" example:"true"`
	Organos    []OrganoCompetente `json:"organos,omitempty" validate:"omitempty,max=20,dive" doc:"Direcciones normativas que deben opinar"`
	// Instancia is whose it is when it is not the Institute's.
	Instancia string `json:"instancia,omitempty" validate:"omitempty,max=300" doc:"A quién compete, cuando no es del Instituto" example:"Secretaría de Salud"`
	Motivo    string `json:"motivo" validate:"required,min=10,max=4000" doc:"Análisis y motivo" example:"Modifica la prestación de guarderías, a cargo del Instituto."`
	Autoria
}

// OrganoCompetente is a normative directorate and why the matter is its own.
type OrganoCompetente struct {
	Organo     doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección normativa" example:"dn-prestaciones-economicas-y-sociales"`
	Materia    string          `json:"materia" validate:"required,max=500" doc:"Parte del asunto que le toca" example:"Servicio de guarderías"`
	Fundamento string          `json:"fundamento" validate:"required,max=300" doc:"Norma que le da la competencia" example:"Ley del Seguro Social, artículo 201"`
}

// Ampliacion is more official time, given by whoever asks.
type Ampliacion struct {
	Extension
	Oficio Documento `json:"oficio" validate:"required" doc:"Oficio en que se concede"`
	Autoria
}

// Antecedente is another request on the same matter, as it stood when this one
// came: the Institute speaks with one voice.
type Antecedente struct {
	Folio string `json:"folio" validate:"required,max=60" doc:"Folio de la otra solicitud" example:"OPI-2026-09-0000001-K"`
	// Posicion and Huella are those of the version it sent, if it had.
	Posicion Posicion `json:"posicion,omitempty" hecho:"true" doc:"Posición que se envió"`
	Huella   string   `json:"huella,omitempty" hecho:"true" doc:"Huella de la versión que se envió"`
}

// Envio is the sending of a version, or of the answer that the matter is not
// the Institute's.
type Envio struct {
	// Version and Huella say what was sent; zero and empty when the answer is
	// that it is not the Institute's.
	Version int       `json:"version,omitempty" validate:"omitempty,min=1,max=1000" doc:"Versión que se envía" example:"1"`
	Huella  string    `json:"huella,omitempty" validate:"omitempty,sha256" doc:"Huella del texto que se envía"`
	Oficio  Documento `json:"oficio" validate:"required" doc:"Oficio de envío"`
	Medio   Medio     `json:"medio" validate:"required,oneof=sistema oficio correo mensajeria" doc:"Medio" example:"sistema"`
	// FolioSistema is the number that the recipient's system gave it.
	FolioSistema string   `json:"folio_sistema,omitempty" validate:"omitempty,max=60" doc:"Folio que dio el sistema" example:"SAO-2026-01234-R"`
	Destinatario string   `json:"destinatario" validate:"required,max=200" doc:"Cargo y órgano a quien se envía" example:"Titular de la Unidad de Enlace Legislativo"`
	Copias       []string `json:"copias,omitempty" validate:"omitempty,max=20,unique,dive,required,max=200" doc:"Cargos a quienes se da copia"`
	// MotivoExtemporaneo is why it goes after the official term.
	MotivoExtemporaneo string `json:"motivo_extemporaneo,omitempty" validate:"omitempty,min=10,max=1000" doc:"Por qué se envía fuera de término"`
	// Extemporaneo and Vencia say how it stood against the official term.
	Extemporaneo bool           `json:"extemporaneo,omitempty" hecho:"true" doc:"Si se envió fuera de término"`
	Vencia       fecha.Instante `json:"vencia,omitzero" hecho:"true" doc:"Último instante del término oficial"`
	Autoria
}

// Acuse is the acknowledgement of the recipient.
type Acuse = envio.Acuse

// ConclusionSinAcuse ends a request that nobody acknowledged.
type ConclusionSinAcuse = envio.SinAcuseDe

// Comunicacion is an exchange with the liaison of a directorate.
type Comunicacion struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección normativa" example:"dn-finanzas"`
	Fecha  fecha.Fecha     `json:"fecha" validate:"required" doc:"Fecha" example:"2026-03-02"`
	Medio  Medio           `json:"medio" validate:"required,oneof=oficio correo telefono reunion" doc:"Medio" example:"correo"`
	Asunto string          `json:"asunto" validate:"required,max=1000" doc:"Qué se trató" example:"Se aclara qué artículos debe opinar."`
	Autoria
}

// Reapertura sends an integrated opinion back to consultation.
type Reapertura struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué se reabre" example:"El dictamen publicado cambió el texto consultado."`
	Autoria
}

// Cancelacion ends a request without an opinion.
type Cancelacion struct {
	Causa  Causa  `json:"causa" validate:"required,oneof=retirada_por_solicitante asunto_terminado duplicada error_de_captura" doc:"Causa" example:"retirada_por_solicitante"`
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Explicación" example:"La comisión comunicó que ya no requiere la opinión."`
	// Folio is the one that is followed when this is a duplicate.
	Folio string `json:"folio,omitempty" validate:"omitempty,max=60" doc:"Folio que sigue, si es duplicada"`
	Autoria
}

// terminada says whether nothing more is done.
func (s Solicitud) terminada() bool {
	return s.Estado == Concluida || s.Estado == NoCompetencia || s.Estado == Cancelada
}

// OrganoSolicitante is the chamber or ministry that asks, among the organs of the
// catalog; empty for local congresses.
func (s Solicitud) OrganoSolicitante() doe.ClaveOrgano {
	if s.Origen == SAO {
		return "federal-segob"
	}
	return s.Asunto.Camara.Organo()
}

// Turno is the consultation of a directorate that stands: the last one that
// was not withdrawn; -1 when there is none.
func (s Solicitud) turno(o doe.ClaveOrgano) int {
	for i := len(s.Turnos) - 1; i >= 0; i-- {
		if s.Turnos[i].Organo == o && s.Turnos[i].Estado != Retirado {
			return i
		}
	}
	return -1
}

// TurnoDe gives the consultation of a directorate that stands.
func (s Solicitud) TurnoDe(o doe.ClaveOrgano) (Turno, bool) {
	if i := s.turno(o); i >= 0 {
		return s.Turnos[i], true
	}
	return Turno{}, false
}

// UltimaVersion is the consolidated version in force.
func (s Solicitud) UltimaVersion() (Version, bool) {
	if n := len(s.Versiones); n > 0 {
		return s.Versiones[n-1], true
	}
	return Version{}, false
}

// AvalVigente is the endorsement in force.
func (s Solicitud) AvalVigente() (Aval, bool) {
	if n := len(s.Avales); n > 0 && s.Avales[n-1].Revocado.IsZero() {
		return s.Avales[n-1], true
	}
	return Aval{}, false
}

// respuestas counts the answers received so far, corrections included.
func (s Solicitud) respuestas() int {
	n := 0
	for _, t := range s.Turnos {
		n += len(t.Respuestas)
	}
	return n
}

// pendientes lists the keys of the observations not attended yet.
func (s Solicitud) pendientes() []string {
	var out []string
	for _, o := range s.Observaciones {
		if o.AtendidaEn == 0 {
			out = append(out, o.Clave)
		}
	}
	return out
}

// elaboraron lists who wrote some version.
func (s Solicitud) elaboraron() []string {
	var out []string
	for _, v := range s.Versiones {
		if !slices.Contains(out, v.Por) {
			out = append(out, v.Por)
		}
	}
	return out
}
