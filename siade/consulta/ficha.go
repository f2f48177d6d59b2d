package consulta

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionFichas is the path of the cards.
const ColeccionFichas = "fichas"

// Cita is a place of a norm, as it is told.
type Cita struct {
	Norma string `json:"norma" validate:"required,max=80" doc:"Norma, por su nombre corto" example:"LSS"`
	Lugar string `json:"lugar" validate:"required,max=120" doc:"Artículo, numeral o fracción" example:"art. 101"`
}

// Documento is a paper that is asked for.
type Documento struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Documento" example:"Identificación oficial vigente"`
	Forma  Forma  `json:"forma" validate:"required" doc:"Cómo se presenta" example:"original_y_copia"`
	Nota   string `json:"nota,omitempty" validate:"omitempty,max=400" doc:"Cuándo se pide o qué debe cumplir" example:"Si tramita otra persona."`
}

// Costo is what it costs.
type Costo struct {
	// Centavos are of a peso; zero is free.
	Centavos int    `json:"centavos" validate:"min=0,max=100000000" doc:"Costo en centavos; cero es gratuito" example:"0"`
	Nota     string `json:"nota,omitempty" validate:"omitempty,max=400" doc:"De qué depende o cómo se paga"`
	Fuente   *Cita  `json:"fuente,omitempty" validate:"omitempty" doc:"De dónde sale; obligatoria si no es gratuito"`
}

// Lugar is where and how it is done.
type Lugar struct {
	Medio   Medio  `json:"medio" validate:"required" doc:"Medio" example:"presencial"`
	Donde   string `json:"donde" validate:"required,min=3,max=300" doc:"Dónde" example:"Control de prestaciones de su unidad de medicina familiar"`
	Horario string `json:"horario,omitempty" validate:"omitempty,max=120" doc:"Cuándo" example:"Lunes a viernes de 8:00 a 19:30"`
	Liga    string `json:"liga,omitempty" validate:"omitempty,url,max=300" doc:"Dirección en internet" example:"https://www.imss.gob.mx/tramites"`
}

// Termino is how long the answer may take, with the norm that says so.
type Termino struct {
	Cuenta int        `json:"cuenta" validate:"min=1,max=3660" doc:"Cuántos" example:"5"`
	Dias   ClaseDias  `json:"dias" validate:"required" doc:"De qué días" example:"habiles"`
	Fuente Cita       `json:"fuente" validate:"required" doc:"Norma que lo fija"`
	Efecto ClaseFicta `json:"efecto,omitempty" doc:"Qué significa que no se responda en el término, si la norma lo dice" example:"negativa"`
}

// Pregunta is asked often.
type Pregunta struct {
	Pregunta  string `json:"pregunta" validate:"required,min=5,max=300" doc:"Pregunta, como la hace la gente" example:"¿Pierdo el pago si entrego tarde?"`
	Respuesta string `json:"respuesta" validate:"required,min=2,max=2000" doc:"Respuesta" example:"El derecho a cobrar dura un año."`
}

// Contenido is what a card says.
type Contenido struct {
	Clase Clase `json:"clase" validate:"required" doc:"De qué es la ficha" example:"prestacion"`
	// Nombre is the official one, and Sinonimos those that people use.
	Nombre    string   `json:"nombre" validate:"required,min=3,max=160" doc:"Nombre oficial" example:"Subsidio por maternidad"`
	Sinonimos []string `json:"sinonimos,omitempty" validate:"omitempty,max=40,unique,dive,required,max=80" doc:"Nombres con que la gente lo pide" example:"[\"incapacidad por embarazo\"]"`
	Resumen   string   `json:"resumen" validate:"required,min=10,max=1000" doc:"Qué es, en palabras llanas" example:"Pago del salario mientras dura el descanso antes y después del parto."`
	Seccion   string   `json:"seccion,omitempty" validate:"omitempty,max=30" doc:"Sección de la plataforma" example:"SUBSIDIOS"`
	// Quienes are entitled.
	Quienes    []string    `json:"quienes" validate:"required,min=1,max=20,dive,required,max=400" doc:"Quiénes tienen derecho" example:"[\"Aseguradas con treinta semanas cotizadas\"]"`
	Requisitos []string    `json:"requisitos,omitempty" validate:"omitempty,max=40,dive,required,max=400" doc:"Qué debe cumplirse" example:"[\"Embarazo certificado por el Instituto\"]"`
	Documentos []Documento `json:"documentos,omitempty" validate:"omitempty,max=40,dive" doc:"Documentos que se presentan"`
	Costo      *Costo      `json:"costo,omitempty" validate:"required" doc:"Costo"`
	Donde      []Lugar     `json:"donde" validate:"required,min=1,max=20,dive" doc:"Dónde y por qué medio"`
	Pasos      []string    `json:"pasos,omitempty" validate:"omitempty,max=40,dive,required,max=600" doc:"Cómo se hace, en orden" example:"[\"Acuda a su unidad con la semana 34 cumplida\"]"`
	Termino    *Termino    `json:"termino,omitempty" validate:"omitempty" doc:"En cuánto se responde"`
	Fundamento []Cita      `json:"fundamento" validate:"required,min=1,max=20,dive" doc:"Fundamento legal"`
	Preguntas  []Pregunta  `json:"preguntas,omitempty" validate:"omitempty,max=40,dive" doc:"Preguntas frecuentes"`
	// Responde are the entries of the classifier whose petitions it answers.
	Responde []siade.Codigo `json:"responde,omitempty" validate:"omitempty,max=60,dive" doc:"Temas, subtemas, servicios y trámites cuyas peticiones responde"`
	// Organo answers for what it says.
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=80" doc:"Órgano normativo responsable" example:"dn-prestaciones-economicas-y-sociales"`
	// Hasta is the last day on which it holds, open when zero; Revisar, the day
	// by which it is looked at again.
	Hasta   fecha.Fecha `json:"hasta,omitzero" doc:"Último día en que vale; abierto si falta" example:"2027-12-31"`
	Revisar fecha.Fecha `json:"revisar" validate:"required" doc:"Día antes del cual debe revisarse de nuevo" example:"2026-09-01"`
}

// Revision is the review of a draft by its normative organ.
type Revision struct {
	// Numero counts the times that a draft was sent.
	Numero int             `json:"numero" doc:"Cuántas veces se ha enviado a revisión" example:"1"`
	Organo doe.ClaveOrgano `json:"organo" doc:"Órgano que revisa" example:"dn-prestaciones-economicas-y-sociales"`
	// Huella is that of the draft that was sent: what is authorised is what was
	// reviewed.
	Huella string `json:"huella" doc:"Huella SHA-256 del borrador enviado"`
	// Dias are working days of the LFPA calendar.
	Dias   int    `json:"dias" doc:"Término para revisar, en días hábiles" example:"10"`
	Oficio string `json:"oficio,omitempty" doc:"Oficio con que se envió"`
	tramite.Autoria
	Opinion *Opinion `json:"opinion,omitempty" doc:"Lo que dijo el órgano"`
	// Suplida is the decision to go on without it.
	Suplida *Suplida `json:"suplida,omitempty" doc:"Decisión de seguir sin su respuesta"`
}

// Validacion is how a version stood with its normative organ when it was
// authorised.
type Validacion struct {
	Version int             `json:"version" doc:"Número de la versión" example:"1"`
	Organo  doe.ClaveOrgano `json:"organo" doc:"Órgano normativo" example:"dn-prestaciones-economicas-y-sociales"`
	// Respaldo says whether the organ agreed or did not answer: silence is never
	// told as agreement.
	Respaldo Respaldo    `json:"respaldo" doc:"Si el órgano está conforme, o no respondió y se decidió sin él" example:"conformidad"`
	Dia      fecha.Fecha `json:"dia" doc:"Día en que respondió, o en que se decidió sin su respuesta" example:"2026-03-02"`
	Oficio   string      `json:"oficio,omitempty" doc:"Oficio con que respondió"`
}

// Suspendida is a version that must not be used.
type Suspendida struct {
	Version int            `json:"version" doc:"Versión suspendida" example:"1"`
	Causal  CausalSuspende `json:"causal" doc:"Por qué" example:"dato_equivocado"`
	Motivo  string         `json:"motivo" doc:"Qué daño puede causar"`
	// Mientras is what to tell people in the meantime.
	Mientras string `json:"mientras" doc:"Qué se dice mientras tanto a quien pregunta"`
	// Organo is the normative organ that suspended it, if it did.
	Organo doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano normativo que la suspendió, si fue él"`
	tramite.Autoria
}

// Abierto is a report that a card is out of date, not attended yet.
type Abierto struct {
	Reporte string   `json:"reporte" doc:"Folio del reporte" example:"REF-2026-14-0000001-X"`
	OOAD    doe.OOAD `json:"ooad" doc:"De dónde viene" example:"14"`
	Version int      `json:"version" doc:"Versión que se reportó" example:"1"`
	Parte   Parte    `json:"parte" doc:"Parte de la ficha" example:"documentos"`
	Que     string   `json:"que" doc:"Qué está mal"`
	// Riesgo says that following the card could harm.
	Riesgo bool        `json:"riesgo,omitempty" doc:"Si seguir la ficha puede perjudicar"`
	Dia    fecha.Fecha `json:"dia" doc:"Día del reporte" example:"2026-03-02"`
}

// Confirmacion says that a version was looked at again and still holds.
type Confirmacion struct {
	Version int    `json:"version" doc:"Versión que se confirma" example:"1"`
	Fuente  string `json:"fuente" doc:"Con qué se cotejó"`
	tramite.Autoria
}

// Encargo is work on a card given to a unit.
type Encargo struct {
	Unidad      doe.ClaveUnidad `json:"unidad" doc:"Unidad responsable" example:"doe-7.1.3.1.2"`
	Responsable string          `json:"responsable,omitempty" doc:"Persona responsable"`
	Asunto      string          `json:"asunto" doc:"Qué se encarga"`
	Fecha       fecha.Fecha     `json:"fecha" doc:"Para cuándo" example:"2026-03-31"`
	Concluido   fecha.Fecha     `json:"concluido,omitzero" doc:"Día en que se concluyó"`
	Resultado   string          `json:"resultado,omitempty" doc:"Qué resultó"`
}

// Alerta is a warning of the clock.
type Alerta struct {
	Plazo string `json:"plazo" doc:"Plazo que venció o está por vencer" example:"revision"`
	Clave string `json:"clave,omitempty" doc:"A qué corresponde"`
	// Nivel counts the warnings of the clock, and Unidad is who owes the step.
	Nivel  int             `json:"nivel" doc:"Cuántas van de ese plazo" example:"1"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad a la que se avisa" example:"doe-7.1.3.1"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día" example:"2026-03-02"`
}

// Ficha is a card with all its versions.
type Ficha struct {
	version.Documento[Contenido]
	Revision     *Revision    `json:"revision,omitempty" doc:"Revisión del borrador por el órgano normativo"`
	Enviadas     int          `json:"enviadas,omitempty" doc:"Veces que un borrador se ha enviado a revisión"`
	Validaciones []Validacion `json:"validaciones,omitempty" doc:"Cómo quedó cada versión con su órgano normativo"`
	Suspension   *Suspendida  `json:"suspension,omitempty" doc:"Versión que no debe usarse"`
	// Reportes are the open ones: while there is any, readers are warned.
	Reportes []Abierto `json:"reportes,omitempty" doc:"Reportes de que está desactualizada, por atender"`
	// Revisar is the day by which what rules is looked at again.
	Revisar      fecha.Fecha   `json:"revisar,omitzero" doc:"Día antes del cual debe revisarse de nuevo" example:"2026-09-01"`
	Confirmacion *Confirmacion `json:"confirmacion,omitempty" doc:"Última vez que se confirmó sin cambios"`
	Encargo      *Encargo      `json:"encargo,omitempty" doc:"Último trabajo encargado sobre ella"`
	Alertas      []Alerta      `json:"alertas,omitempty" doc:"Últimos avisos del reloj"`
}

// EnVigor is the version that holds on a day, suspended though it be; false
// when there is none.
func (r Ficha) EnVigor(dia fecha.Fecha) (version.Version[Contenido], bool) {
	v, hay := r.En(dia)
	return v, hay && (v.Contenido.Hasta.IsZero() || !dia.After(v.Contenido.Hasta))
}

// suspendida says whether a version must not be used.
func (r Ficha) suspendida(v version.Version[Contenido]) bool {
	return r.Suspension != nil && r.Suspension.Version == v.Numero
}

// Situacion is how the card may be used on a day: the gravest that holds.
func (r Ficha) Situacion(dia fecha.Fecha) Situacion {
	v, hay := r.EnVigor(dia)
	switch {
	case !hay:
		return SinVigor
	case r.suspendida(v):
		return SeSuspendio
	case len(r.Reportes) > 0:
		return SeReporto
	case !r.Revisar.IsZero() && dia.After(r.Revisar):
		return PorRevisar
	}
	return Usable
}

// organos are the normative organs of what rules and, once it was sent to
// them, of the draft.
func (r Ficha) organos() []doe.ClaveOrgano {
	var out []doe.ClaveOrgano
	if u, hay := r.Ultima(); hay {
		out = append(out, u.Contenido.Organo)
	}
	if r.Revision != nil && !slices.Contains(out, r.Revision.Organo) {
		out = append(out, r.Revision.Organo)
	}
	return out
}

// reporte is the place of an open report; -1 when it is not there.
func (r Ficha) reporte(folio string) int {
	return slices.IndexFunc(r.Reportes, func(a Abierto) bool { return a.Reporte == folio })
}

// quitar takes a report out.
func (r *Ficha) quitar(folio string) {
	r.Reportes = slices.DeleteFunc(slices.Clone(r.Reportes), func(a Abierto) bool { return a.Reporte == folio })
}

// huella is that of a draft.
func huella(c *Contenido) string {
	b, err := json.Marshal(c)
	if err != nil || c == nil { // a struct of texts and days always encodes
		return ""
	}
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
