package recurrencia

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// Coleccion is the path of the problems.
const Coleccion = "problematicas"

// Guarda is the unit that keeps the problems of the whole country; those of a
// body are kept by its coordination.
const Guarda doe.ClaveUnidad = "doe-7.1.3.1.4"

// The states of a problem.
const (
	Detectada    tramite.Estado = "detectada"
	Analizada    tramite.Estado = "analizada"
	Remitida     tramite.Estado = "remitida"
	Comprometida tramite.Estado = "comprometida"
	// Implantada: every action ended.
	Implantada tramite.Estado = "implantada"
	Medida     tramite.Estado = "medida"
	Cerrada    tramite.Estado = "cerrada"
	Descartada tramite.Estado = "descartada"
)

// Deteccion are the counts that showed a problem, as they were then.
type Deteccion struct {
	// Metodo and Version say how; Frente, against what.
	Metodo  string           `json:"metodo" doc:"Método estadístico"`
	Version int              `json:"version_metodo" doc:"Versión del método" example:"1"`
	Frente  deteccion.Frente `json:"frente" doc:"Frente a qué se comparó" example:"ambos"`
	// Corte is the last day counted, and Historia the last one of what is taken
	// for usual: measuring again rests on the same.
	Corte    fecha.Fecha `json:"corte" doc:"Último día contado" example:"2026-03-01"`
	Historia fecha.Fecha `json:"historia" doc:"Último día de la historia con que se compara" example:"2026-01-04"`
	// Senalada says whether the method told it; Q at what rate of false ones,
	// of how many tested.
	Senalada    bool                `json:"senalada" doc:"Si el método la señaló" example:"true"`
	Q           cantidad.Centesimas `json:"q" doc:"Tasa de descubrimientos falsos a la que se señaló, en por ciento" example:"0.8"`
	Probadas    int                 `json:"probadas" doc:"Celdas que se probaron a ese nivel" example:"41230"`
	Explicacion string              `json:"explicacion,omitempty" doc:"Por qué se señaló"`
	// Medida is what was observed and expected; none where there is no history.
	Medida *deteccion.Medida `json:"medida,omitempty" doc:"Qué se observó y qué se esperaba"`
	// Peticiones lists the petitions counted.
	Peticiones string `json:"peticiones" doc:"Consulta que lista las peticiones de la ventana" example:"/v1/peticiones?ooad=14&tema=medicamentos&creado_desde=2026-02-02&creado_hasta=2026-03-01"`
}

// Analisis is what the petitions were found to have in common.
type Analisis struct {
	Causa     Causa  `json:"causa" validate:"required" doc:"De qué viene" example:"insumos"`
	Hallazgo  string `json:"hallazgo" validate:"required,min=10,max=4000" doc:"Qué tienen en común las peticiones" example:"La farmacia surte una parte de la receta y pide volver por el resto."`
	Propuesta string `json:"propuesta" validate:"required,min=10,max=4000" doc:"Qué se propone" example:"Reponer el inventario de la unidad y avisar a la persona cuándo estará su medicamento."`
	// Folios are petitions that show it.
	Folios []string `json:"folios,omitempty" validate:"omitempty,max=20,unique,dive,required,max=60" doc:"Folios que lo muestran" example:"[\"SIADE-2026-14-0000001-X\"]"`
	tramite.Autoria
}

// Remitido is a sending to the competent organ and what it said.
type Remitido struct {
	Organo doe.ClaveOrgano `json:"organo" doc:"Órgano competente" example:"ooad-14"`
	Rol    doe.Rol         `json:"rol" doc:"Papel del órgano como contraparte" example:"evaluado"`
	Motivo string          `json:"motivo" doc:"Por qué le compete"`
	Oficio string          `json:"oficio,omitempty" doc:"Oficio con que se remitió"`
	tramite.Autoria
	// Respondio is the day of its answer, Declino why it does not take it.
	Respondio fecha.Fecha    `json:"respondio,omitzero" doc:"Día en que respondió" example:"2026-03-20"`
	Causal    CausalDeclinar `json:"causal,omitempty" doc:"Causal por la que no la toma"`
	Declino   string         `json:"declino,omitempty" doc:"Por qué no la toma"`
}

// Accion is what somebody does about a problem, by a date.
type Accion struct {
	Clave string `json:"clave" doc:"Clave" example:"A1"`
	Compromiso
	// Organo or Unidad have it.
	Organo   doe.ClaveOrgano     `json:"organo,omitempty" doc:"Órgano que la tiene" example:"ooad-14"`
	Unidad   doe.ClaveUnidad     `json:"unidad,omitempty" doc:"Unidad que la tiene" example:"caood-7.1"`
	Original fecha.Fecha         `json:"original" doc:"Primera fecha" example:"2026-05-29"`
	Cambios  []Reprogramado      `json:"cambios,omitempty" doc:"Fechas que tuvo y por qué se movieron"`
	Avance   cantidad.Centesimas `json:"avance" doc:"Avance, en por ciento" example:"50"`
	Informes []Informe           `json:"informes,omitempty" doc:"Lo que se informó"`
	// Concluida is the day it ended, and Tarde how many days after its date.
	Concluida fecha.Fecha `json:"concluida,omitzero" doc:"Día en que terminó" example:"2026-05-20"`
	Tarde     int         `json:"tarde,omitempty" doc:"Días después de su fecha" example:"3"`
	tramite.Autoria
}

// Compromiso is an action as it is undertaken.
type Compromiso struct {
	Texto       string      `json:"texto" validate:"required,min=10,max=2000" doc:"Qué se hará" example:"Reponer el inventario de la farmacia y revisar su punto de reorden."`
	Responsable string      `json:"responsable" validate:"required,max=200" doc:"Cargo de quien responde" example:"Jefatura de Servicios de Prestaciones Médicas"`
	Termino     fecha.Fecha `json:"termino" validate:"required" doc:"Cuándo estará hecho" example:"2026-04-17"`
	Indicador   string      `json:"indicador,omitempty" validate:"omitempty,max=300" doc:"Cómo se notará, además de las peticiones" example:"Recetas surtidas completas"`
}

// Reprogramado is a date that an action had and lost.
type Reprogramado struct {
	De     fecha.Fecha `json:"de" doc:"Fecha que tenía" example:"2026-05-29"`
	Motivo string      `json:"motivo" doc:"Por qué se movió"`
	tramite.Autoria
}

// Informe is progress of an action as it was told.
type Informe struct {
	Avance     cantidad.Centesimas `json:"avance" doc:"Avance acumulado, en por ciento; cien si está hecha" example:"100"`
	Nota       string              `json:"nota" validate:"required,min=5,max=2000" doc:"Qué se hizo" example:"Se repuso el inventario y se cambió el punto de reorden."`
	Evidencias []string            `json:"evidencias,omitempty" validate:"omitempty,max=20,unique,dive,required,max=300" doc:"Documentos que lo prueban" example:"[\"Acta de inventario del 15 de abril\"]"`
	// Oficio is that of an organ, when the unit that follows notes it.
	Oficio string `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio con que lo informó el órgano, si lo asienta quien da seguimiento" example:"14/0311/2026"`
	tramite.Autoria
}

// Presentacion is a problem before the board of a body or of a unit.
type Presentacion struct {
	Reunion string `json:"reunion" doc:"Folio de la junta" example:"REU-2026-14-0000001-X"`
	Tema    string `json:"tema" doc:"Clave del tema en su orden del día" example:"T1"`
	// Junta is the organ whose board it is, Titulo and Celebra those of the
	// meeting.
	Junta   doe.ClaveOrgano `json:"junta" doc:"Órgano o unidad cuya junta es" example:"ooad-14"`
	Titulo  string          `json:"titulo" doc:"Título de la junta"`
	Celebra fecha.Fecha     `json:"celebra" doc:"Día de la junta" example:"2026-04-09"`
	// Presentada says that it was presented, by whom and what was said.
	Presentada bool   `json:"presentada" doc:"Si se presentó; si no, está en el orden del día" example:"true"`
	Presento   string `json:"presento,omitempty" doc:"Cargo de quien la presentó" example:"Titular de la Coordinación de Atención y Orientación al Derechohabiente"`
	Sintesis   string `json:"sintesis,omitempty" doc:"Qué se presentó y qué dijo la junta"`
	Asistentes int    `json:"asistentes,omitempty" doc:"Convocados que asistieron" example:"6"`
	tramite.Autoria
}

// Ligado is an agreement that came of presenting a problem.
type Ligado struct {
	Folio      string      `json:"folio" doc:"Folio del acuerdo" example:"ACU-2026-14-0000001-X"`
	Reunion    string      `json:"reunion" doc:"Junta de la que nació" example:"REU-2026-14-0000001-X"`
	Texto      string      `json:"texto" doc:"Qué se acordó"`
	ACargo     string      `json:"a_cargo" doc:"Órgano o unidad que lo tiene a cargo" example:"ooad-14"`
	Compromiso fecha.Fecha `json:"compromiso" doc:"Fecha en que debe cumplirse" example:"2026-05-29"`
	tramite.Autoria
}

// Medicion is a comparison of the counts before and after.
type Medicion struct {
	Corte fecha.Fecha `json:"corte" doc:"Último día contado" example:"2026-06-28"`
	// Desde is the day the improvement counts from.
	Desde     fecha.Fecha         `json:"desde" doc:"Día desde el que cuenta la mejora" example:"2026-04-20"`
	Antes     *deteccion.Medida   `json:"antes,omitempty" doc:"Medida con que se detectó"`
	Despues   *deteccion.Medida   `json:"despues,omitempty" doc:"Medida de las últimas semanas, con el mismo método y la misma historia"`
	Veredicto deteccion.Veredicto `json:"veredicto" doc:"Si mejoró" example:"mejoro"`
	Nota      string              `json:"nota,omitempty" doc:"Consideraciones"`
	tramite.Autoria
}

// Aviso is a warning of a lapse.
type Aviso struct {
	Plazo  string          `json:"plazo" doc:"Plazo que venció" example:"respuesta"`
	Clave  string          `json:"clave,omitempty" doc:"Acción de que se trata" example:"A1"`
	Nivel  int             `json:"nivel" doc:"Cuántas veces se ha avisado" example:"1"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad a la que se avisa" example:"doe-7.1.3"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano a cuya titularidad se avisa" example:"ooad-14"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día" example:"2026-04-20"`
}

// Cierre is how a problem ended.
type Cierre struct {
	Motivo string `json:"motivo,omitempty" doc:"Por qué se cierra sin que conste que mejoró"`
	// SinJunta says why no board saw it.
	SinJunta string         `json:"sin_junta,omitempty" doc:"Por qué no se presentó en junta"`
	Causal   CausalDescarte `json:"causal,omitempty" doc:"Causal con que se descartó"`
	tramite.Autoria
}

// Problematica is a recurrent problem, from the counts that show it to those
// that say whether it improved.
type Problematica struct {
	tramite.Cabecera
	Origen Origen          `json:"origen" doc:"Cómo se supo" example:"deteccion"`
	Nivel  deteccion.Nivel `json:"nivel" doc:"Sitio, OOAD o nacional" example:"sitio"`
	// Celda is where and about what.
	Celda          deteccion.Celda `json:"celda" doc:"Dónde y de qué"`
	Titulo         string          `json:"titulo" doc:"Cómo se le llama" example:"Surtimiento de medicamentos en la farmacia"`
	Descripcion    string          `json:"descripcion,omitempty" doc:"En qué se ve, si se reportó"`
	Folios         []string        `json:"folios,omitempty" doc:"Peticiones con que se reportó"`
	Deteccion      *Deteccion      `json:"deteccion,omitempty" doc:"Las cuentas de ese día"`
	Analisis       []Analisis      `json:"analisis,omitempty" doc:"Análisis; el último rige"`
	Remisiones     []Remitido      `json:"remisiones,omitempty" doc:"A quién se remitió y qué dijo; la última rige"`
	Acciones       []Accion        `json:"acciones,omitempty" doc:"Acciones de mejora"`
	Presentaciones []Presentacion  `json:"presentaciones,omitempty" doc:"Juntas de gobierno a que se llevó"`
	Acuerdos       []Ligado        `json:"acuerdos,omitempty" doc:"Acuerdos que nacieron de ellas"`
	Mediciones     []Medicion      `json:"mediciones,omitempty" doc:"Comparaciones de antes y después; la última rige"`
	Difusiones     []Difundido     `json:"difusiones,omitempty" doc:"A quiénes se difundió"`
	Avisos         []Aviso         `json:"avisos,omitempty" doc:"Avisos por vencimiento"`
	Cierre         *Cierre         `json:"cierre,omitempty" doc:"Cómo terminó"`
}

// Difundido is who else was told.
type Difundido struct {
	Organos []doe.ClaveOrgano `json:"organos" doc:"Órganos a los que se dio a conocer" example:"[\"dn-prestaciones-medicas\"]"`
	Asunto  string            `json:"asunto" doc:"Asunto"`
	tramite.Autoria
}
