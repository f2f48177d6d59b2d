package campana

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Elaboracion is the input that opens a campaign.
type Elaboracion struct {
	Nombre        string      `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre de la campaña" example:"Invierno sin influenza"`
	Clase         Clase       `json:"clase" validate:"oneof=interna externa" doc:"Clase de campaña" example:"externa"`
	Modalidad     Modalidad   `json:"modalidad" validate:"oneof=ordinaria extraordinaria" doc:"Modalidad" example:"ordinaria"`
	Tema          string      `json:"tema" validate:"required,max=120" doc:"Tema" example:"Vacunación"`
	Ejercicio     int         `json:"ejercicio" validate:"min=2019,max=2100" doc:"Ejercicio fiscal" example:"2026"`
	Programa      string      `json:"programa,omitempty" validate:"omitempty,max=60" doc:"Programa anual en que está registrada" example:"PACS-2026"`
	Justificacion string      `json:"justificacion,omitempty" validate:"omitempty,min=20,max=2000" doc:"Razones de un mensaje extraordinario"`
	Emision       fecha.Fecha `json:"emision,omitzero" doc:"Día en que se emitió un mensaje extraordinario" example:"2026-09-19"`
	// Vedas are the blackouts that the installation knows.
	Vedas []Veda `json:"vedas,omitempty" hecho:"true" doc:"Vedas que conoce la instalación"`
}

// Redaccion is the input that writes the content.
type Redaccion struct {
	Contenido Contenido `json:"contenido" doc:"Contenido completo; sustituye al anterior"`
}

// Presentacion is the input that submits the draft.
type Presentacion struct {
	Consulta string `json:"consulta_electoral,omitempty" validate:"omitempty,max=200" doc:"Dónde se consultó el calendario electoral; en las externas es obligatorio" example:"Calendario del INE consultado el 2026-08-03"`
}

// Decision is the input that approves a version inside, or not.
type Decision struct {
	Resultado Resultado     `json:"resultado" validate:"oneof=otorgada cambios negada" doc:"Resultado" example:"otorgada"`
	Revisadas []Prohibicion `json:"revisadas,omitempty" validate:"omitempty,max=6,unique,dive,oneof=personalizacion discriminacion violencia confusion terceros informe_labores" doc:"Contenidos prohibidos que se buscaron y no se hallaron; para otorgar, todos" example:"[\"personalizacion\"]"`
	Motivo    string        `json:"motivo,omitempty" validate:"required_unless=Resultado otorgada,max=2000" doc:"Cambios que se piden o razón de la negativa"`
}

// Envio is the input that sends a validated version to the federal authority,
// and its place in the record.
type Envio struct {
	Oficio string      `json:"oficio" validate:"required,max=60" doc:"Oficio con que se envía" example:"UCS/0213/2026"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha del oficio" example:"2026-08-10"`
	// Registro is the number in the authority's own system.
	Registro string `json:"registro,omitempty" validate:"omitempty,max=60" doc:"Número en el sistema de la autoridad" example:"SINC-8841"`
	Version  int    `json:"version_enviada,omitempty" hecho:"true" doc:"Versión enviada"`
}

// Dictamen is the input of the federal authority's answer: by itself, or
// captured from its official letter by the unit that manages before it.
type Dictamen struct {
	Resultado Resultado   `json:"resultado" validate:"oneof=otorgada cambios negada" doc:"Resultado" example:"otorgada"`
	Clave     string      `json:"clave,omitempty" validate:"omitempty,max=60" doc:"Clave de identificación que se otorga" example:"SEGOB-2026-117"`
	Oficio    string      `json:"oficio" validate:"required,max=60" doc:"Oficio de la autoridad" example:"SNM/0147/2026"`
	Fecha     fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha del oficio" example:"2026-09-01"`
	Hasta     fecha.Fecha `json:"hasta,omitzero" doc:"Último día de la vigencia, si la tiene" example:"2026-12-31"`
	Motivo    string      `json:"motivo,omitempty" validate:"required_unless=Resultado otorgada,max=2000" doc:"Cambios que se piden o razón de la negativa"`
}

// Revocacion is the input by which the federal authority takes its
// authorisation back.
type Revocacion struct {
	Oficio string      `json:"oficio" validate:"required,max=60" doc:"Oficio de la autoridad" example:"SNM/0300/2026"`
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha del oficio" example:"2026-10-20"`
	Motivo string      `json:"motivo" validate:"required,min=10,max=2000" doc:"Razón" example:"El mensaje difundido no es el autorizado"`
}

// Modificacion is the input of a change to an authorised campaign.
type Modificacion struct {
	Motivo    string    `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué se cambia" example:"La temporada se adelantó"`
	Contenido Contenido `json:"contenido" doc:"Contenido completo, con el cambio"`
}

// Motivo is the input of acts that take a reason and nothing else.
type Motivo struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Motivo" example:"Se corregirá el calendario antes de enviarla"`
}

// TiempoOficial is the input that records what came of asking for official time
// (LGCS art. 18), and its place in the record.
type TiempoOficial struct {
	Difusion  string      `json:"difusion" validate:"required,max=20" doc:"Renglón del calendario" example:"tv1"`
	Oficio    string      `json:"oficio" validate:"required,max=60" doc:"Oficio con que se pidió" example:"UCS/0198/2026"`
	Fecha     fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha de la solicitud" example:"2026-07-20"`
	Hubo      bool        `json:"hubo" doc:"Si lo hubo en los espacios y tiempos pedidos" example:"false"`
	Respuesta string      `json:"respuesta" validate:"required,max=60" doc:"Oficio con que se respondió" example:"RTC/0551/2026"`
	Respondio fecha.Fecha `json:"respondio" validate:"required" doc:"Fecha de la respuesta" example:"2026-07-28"`
}

// Gasto is the input of every movement of money.
type Gasto struct {
	Linea     string      `json:"linea" validate:"required,max=20" doc:"Renglón de presupuesto" example:"L1"`
	Fecha     fecha.Fecha `json:"fecha" validate:"required" doc:"Fecha del movimiento" example:"2026-11-20"`
	Documento string      `json:"documento" validate:"required,max=120" doc:"Contrato, acta, comprobante o cuenta por liquidar" example:"CLC 4471"`
	Monto     int         `json:"monto" validate:"min=1,max=1000000000000" doc:"Importe en centavos, con IVA" example:"69600000"`
	Proveedor *Proveedor  `json:"proveedor,omitempty" validate:"omitempty" doc:"A quién se contrata; en el compromiso, si el renglón no lo dice"`
	Renglon   *Linea      `json:"renglon,omitempty" hecho:"true" doc:"Renglón como está en vigor, con su proveedor"`
}

// Testigo is the proof that something was shown.
type Testigo struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Testigo" example:"canal-5-2026-10-06.mp4"`
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del archivo" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
}

// Publicacion is the input that records what was shown, and its place in the
// record.
type Publicacion struct {
	Difusion string      `json:"difusion" validate:"required,max=20" doc:"Renglón del calendario" example:"tv1"`
	Desde    fecha.Fecha `json:"desde" validate:"required" doc:"Primer día" example:"2026-10-05"`
	Hasta    fecha.Fecha `json:"hasta" validate:"required" doc:"Último día" example:"2026-10-11"`
	Espacios int         `json:"espacios" validate:"min=1,max=1000000000" doc:"Espacios, impactos o ejemplares difundidos" example:"40"`
	Testigos []Testigo   `json:"testigos" validate:"min=1,max=50,dive" doc:"Testigos de la difusión"`
}

// MedidaMeta is what a study found of a goal.
type MedidaMeta struct {
	Meta  string             `json:"meta" validate:"required,max=20" doc:"Meta" example:"recordacion"`
	Valor tramite.Centesimas `json:"valor" doc:"Valor hallado, en por ciento" example:"61.5"`
}

// Estudio is the input of an impact study, and its place in the record.
type Estudio struct {
	Tipo          TipoEstudio  `json:"tipo" validate:"oneof=pretest postest" doc:"Estudio" example:"postest"`
	Metodo        string       `json:"metodo" validate:"required,max=1000" doc:"Método" example:"Encuesta telefónica con muestra probabilística"`
	Muestra       int          `json:"muestra" validate:"min=1,max=10000000" doc:"Casos de la muestra" example:"1200"`
	Desde         fecha.Fecha  `json:"desde" validate:"required" doc:"Primer día del levantamiento" example:"2026-11-23"`
	Hasta         fecha.Fecha  `json:"hasta" validate:"required" doc:"Último día del levantamiento" example:"2026-11-27"`
	Empresa       *Proveedor   `json:"empresa,omitempty" validate:"omitempty" doc:"Empresa especializada que lo hizo"`
	Medidas       []MedidaMeta `json:"medidas" validate:"min=1,max=20,dive" doc:"Lo hallado de cada meta"`
	Hallazgos     string       `json:"hallazgos" validate:"required,max=4000" doc:"Hallazgos" example:"El mensaje se recuerda más entre quienes lo vieron en televisión"`
	Recomendacion string       `json:"recomendacion" validate:"required,max=2000" doc:"Recomendación" example:"Repetir la pauta de televisión y reforzar la radio comunitaria"`
}

// FinDifusion is the input that ends the diffusion, and its place in the
// record.
type FinDifusion struct {
	Fecha  fecha.Fecha `json:"fecha" validate:"required" doc:"Último día difundido" example:"2026-11-15"`
	Motivo string      `json:"motivo,omitempty" validate:"omitempty,min=10,max=1000" doc:"Por qué terminó antes de lo previsto"`
}

// Cierre is the input of the closing report, and its place in the record.
type Cierre struct {
	Informe     string      `json:"informe" validate:"required,min=20,max=8000" doc:"Informe de resultados" example:"Se difundió lo previsto y se alcanzaron las metas."`
	Lecciones   string      `json:"lecciones,omitempty" validate:"omitempty,max=4000" doc:"Qué conviene repetir y qué no"`
	Cumplidas   []string    `json:"metas_cumplidas,omitempty" hecho:"true" doc:"Metas que el último estudio halló alcanzadas"`
	Incumplidas []string    `json:"metas_incumplidas,omitempty" hecho:"true" doc:"Metas que no se alcanzaron o no se midieron"`
	Gasto       Saldo       `json:"gasto" hecho:"true" doc:"Importes al cierre"`
	Dia         fecha.Fecha `json:"dia,omitzero" hecho:"true" doc:"Día del cierre"`
}

// MotivoCancelacion is the input that cancels a campaign before it is shown,
// and its place in the record.
type MotivoCancelacion struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué se cancela" example:"El tema se atenderá en otra campaña"`
}

// RegistroMes is the input that records that a month's payments were entered
// in the public system.
type RegistroMes struct {
	Anio        int         `json:"anio" validate:"min=2019,max=2100" doc:"Año" example:"2026"`
	Mes         int         `json:"mes" validate:"min=1,max=12" doc:"Mes" example:"11"`
	Acuse       string      `json:"acuse" validate:"required,max=60" doc:"Acuse del Sistema Público" example:"COMSOC-2026-11-0042"`
	Fecha       fecha.Fecha `json:"fecha" validate:"required" doc:"Día del registro" example:"2026-12-08"`
	Erogaciones []Erogacion `json:"erogaciones,omitempty" hecho:"true" doc:"Lo que se registró"`
}

// Expiracion is the input of the act by which the clock notes that an
// authorisation ran out.
type Expiracion struct {
	Clave string `json:"clave" validate:"max=20" doc:"Autorización que terminó"`
}

// ClaveReloj says which clock rang.
func (e Expiracion) ClaveReloj() string { return e.Clave }

// Aviso is the input of the act by which the clock notes a deadline that
// lapsed.
type Aviso struct {
	Plazo string `json:"plazo" validate:"required,max=40" doc:"Plazo vencido" example:"respuesta_federal"`
	Clave string `json:"clave,omitempty" validate:"omitempty,max=40" doc:"A qué corresponde"`
}

// ClaveReloj says which clock rang.
func (a Aviso) ClaveReloj() string { return a.Clave }

// Necesidad is the input of a need of communication detected in an area, and
// its place in the record.
type Necesidad struct {
	Area        string      `json:"area" validate:"required,max=200" doc:"Área que la tiene" example:"Dirección de Prestaciones Médicas"`
	Descripcion string      `json:"descripcion" validate:"required,min=10,max=2000" doc:"Qué necesita comunicar" example:"Dar a conocer las sedes de vacunación"`
	Canal       string      `json:"canal" validate:"required,max=120" doc:"Cómo se detectó" example:"Reunión con el enlace del área"`
	Fecha       fecha.Fecha `json:"fecha" validate:"required" doc:"Cuándo se detectó" example:"2026-06-15"`
}

// Asesoria is the input of advice given to an area about the campaign, and its
// place in the record.
type Asesoria struct {
	Area          string      `json:"area" validate:"required,max=200" doc:"Área, comité o grupo asesorado" example:"Comité de Salud Mental"`
	Asunto        string      `json:"asunto" validate:"required,max=300" doc:"Asunto" example:"Tono de los mensajes al personal"`
	Recomendacion string      `json:"recomendacion" validate:"required,min=10,max=2000" doc:"Qué se recomendó" example:"Mensajes breves con testimonios del personal"`
	Fecha         fecha.Fecha `json:"fecha" validate:"required" doc:"Cuándo se dio" example:"2026-07-02"`
}
