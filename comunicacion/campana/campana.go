package campana

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Campana is the record of a campaign.
type Campana struct {
	tramite.Cabecera
	Nombre    string    `json:"nombre" doc:"Nombre de la campaña" example:"Invierno sin influenza"`
	Clase     Clase     `json:"clase" doc:"Clase de campaña" example:"externa"`
	Modalidad Modalidad `json:"modalidad" doc:"Modalidad" example:"ordinaria"`
	Tema      string    `json:"tema" doc:"Tema" example:"Vacunación"`
	Ejercicio int       `json:"ejercicio" doc:"Ejercicio fiscal" example:"2026"`
	// Programa is the annual programme it is registered in.
	Programa string `json:"programa,omitempty" doc:"Programa anual en que está registrada" example:"PACS-2026"`
	// Justificacion and Emision are those of an extraordinary message.
	Justificacion string      `json:"justificacion,omitempty" doc:"Razones del mensaje extraordinario"`
	Emision       fecha.Fecha `json:"emision,omitzero" doc:"Día en que se emitió el mensaje extraordinario"`
	// Contenido is the draft; once authorised, the version in force until a
	// change is drafted.
	Contenido Contenido `json:"contenido" doc:"Contenido en elaboración o en vigor"`
	// Autores are those who wrote the draft: none of them approves it inside.
	Autores []string `json:"autores" doc:"Quiénes redactaron el contenido"`
	// Versiones are the contents as submitted, and the corrections made inside.
	Versiones []Version `json:"versiones,omitempty" doc:"Versiones presentadas y correcciones"`
	// MotivoCambio is why the draft departs from what is in force.
	MotivoCambio string `json:"motivo_cambio,omitempty" doc:"Por qué se modifica"`
	// EnVigor is the number of the version authorised last, 0 when none was.
	EnVigor       int                `json:"en_vigor,omitempty" doc:"Versión autorizada" example:"1"`
	Aprobaciones  []Aprobacion       `json:"aprobaciones,omitempty" doc:"Decisiones sobre cada versión"`
	Envios        []Envio            `json:"envios,omitempty" doc:"Envíos a la autoridad federal"`
	Tiempos       []TiempoOficial    `json:"tiempos_oficiales,omitempty" doc:"Solicitudes de tiempos oficiales"`
	Vedas         []Veda             `json:"vedas,omitempty" doc:"Vedas electorales conocidas"`
	Movimientos   []Movimiento       `json:"movimientos,omitempty" doc:"Movimientos del presupuesto"`
	Publicaciones []Publicacion      `json:"publicaciones,omitempty" doc:"Lo que se difundió"`
	Estudios      []Estudio          `json:"estudios,omitempty" doc:"Estudios de impacto"`
	Meses         []MesRegistrado    `json:"meses,omitempty" doc:"Meses registrados en el Sistema Público"`
	Necesidades   []Necesidad        `json:"necesidades,omitempty" doc:"Necesidades de las áreas que atiende"`
	Asesorias     []Asesoria         `json:"asesorias,omitempty" doc:"Asesorías dadas a áreas y comités"`
	Alertas       []Alerta           `json:"alertas,omitempty" doc:"Plazos que vencieron sin cumplirse"`
	Fin           *FinDifusion       `json:"fin_difusion,omitempty" doc:"Término de la difusión"`
	Cierre        *Cierre            `json:"cierre,omitempty" doc:"Informe de cierre"`
	Terminacion   *MotivoCancelacion `json:"cancelacion,omitempty" doc:"Por qué se canceló"`
}

// Version is a content as it was submitted, or corrected inside.
type Version struct {
	Numero int `json:"numero" doc:"Número de versión" example:"1"`
	// Corrige is the authorised version that a correction departs from.
	Corrige   int       `json:"corrige,omitempty" doc:"Versión autorizada que corrige" example:"0"`
	Contenido Contenido `json:"contenido" doc:"Contenido"`
	// Cambios are the aspects in which it differs from the version in force.
	Cambios []Aspecto   `json:"cambios,omitempty" doc:"En qué difiere de la versión en vigor"`
	Motivo  string      `json:"motivo,omitempty" doc:"Por qué se cambió"`
	Dia     fecha.Fecha `json:"dia" doc:"Día en que se presentó o corrigió" example:"2026-08-03"`
	Autores []string    `json:"autores" doc:"Quiénes la redactaron"`
	Por     string      `json:"por" doc:"Quién la presentó o corrigió"`
	// Consulta is where the electoral calendar was looked up.
	Consulta string `json:"consulta_electoral,omitempty" doc:"Dónde se consultó el calendario electoral"`
}

// Aprobacion is what somebody decided on a version.
type Aprobacion struct {
	Version   int       `json:"version" doc:"Versión sobre la que se decide" example:"1"`
	Nivel     Nivel     `json:"nivel" doc:"Quién decide" example:"federal"`
	Resultado Resultado `json:"resultado" doc:"Resultado" example:"otorgada"`
	// Clave is the key that the federal authority gives.
	Clave  string      `json:"clave,omitempty" doc:"Clave de identificación de la campaña" example:"SEGOB-2026-117"`
	Oficio string      `json:"oficio,omitempty" doc:"Oficio" example:"SNM/0147/2026"`
	Fecha  fecha.Fecha `json:"fecha" doc:"Fecha de la decisión" example:"2026-09-01"`
	// Hasta is its last day; zero when it has none.
	Hasta     fecha.Fecha     `json:"hasta,omitzero" doc:"Último día de su vigencia" example:"2026-12-31"`
	Motivo    string          `json:"motivo,omitempty" doc:"Motivo u observaciones"`
	Revisadas []Prohibicion   `json:"revisadas,omitempty" doc:"Contenidos prohibidos que se buscaron"`
	Por       string          `json:"por" doc:"Quién la capturó"`
	Unidad    doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad de quien la capturó"`
	Organo    doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano que decidió"`
}

// Alerta is a deadline that lapsed.
type Alerta struct {
	Plazo string      `json:"plazo" doc:"Plazo" example:"respuesta_federal"`
	Clave string      `json:"clave,omitempty" doc:"A qué corresponde" example:"2026-11"`
	Dia   fecha.Fecha `json:"dia" doc:"Día del aviso" example:"2026-10-01"`
}

// SEGOB is the federal authority that authorises campaigns.
const SEGOB doe.ClaveOrgano = "federal-segob"

// decide is the level whose approval lets the campaign out.
func (r Campana) decide() Nivel {
	if r.Clase == Interna {
		return NivelInterno
	}
	return NivelFederal
}

// Vigente is the approval under which the campaign may spend and be shown;
// false when none was granted, or it expired or was revoked. What is decided on
// a later change does not touch it until it is granted.
func (r Campana) Vigente() (Aprobacion, bool) {
	for i := len(r.Aprobaciones) - 1; i >= 0; i-- {
		a := r.Aprobaciones[i]
		if a.Nivel != r.decide() || a.Resultado == ConCambios || a.Resultado == Rechazada {
			continue
		}
		return a, a.Resultado == Otorgada
	}
	return Aprobacion{}, false
}

// autorizada is the first approval granted by who decides: nothing may bear an
// earlier date.
func (r Campana) autorizada() (Aprobacion, bool) {
	for _, a := range r.Aprobaciones {
		if a.Nivel == r.decide() && a.Resultado == Otorgada {
			return a, true
		}
	}
	return Aprobacion{}, false
}

// EnVigencia is the content of the version authorised last; empty before.
func (r Campana) EnVigencia() Contenido {
	if r.EnVigor < 1 || r.EnVigor > len(r.Versiones) {
		return Contenido{}
	}
	return r.Versiones[r.EnVigor-1].Contenido
}

// Clave is the identification key that the federal authority gave; empty
// before.
func (r Campana) Clave() string {
	a, _ := r.autorizada()
	return a.Clave
}

// Empezo says whether something was already shown.
func (r Campana) Empezo() bool { return len(r.Publicaciones) > 0 }

// Conflicto is a line of the calendar that some blackout forbids.
type Conflicto struct {
	Difusion string `json:"difusion" doc:"Renglón del calendario" example:"tv1"`
	Veda     string `json:"veda" doc:"Veda que lo prohíbe" example:"pef-2027"`
}

// Conflictos lists the lines of a calendar that the known blackouts forbid.
func (r Campana) Conflictos(c Contenido) []Conflicto {
	var out []Conflicto
	for _, d := range c.Difusiones {
		for _, v := range r.vedadas(c, d, d.Inicio, d.Fin) {
			out = append(out, Conflicto{d.Clave, v.Clave})
		}
	}
	return out
}

// presentada is the version last submitted, which decisions are about.
func (r Campana) presentada() *Version {
	if len(r.Versiones) == 0 {
		return nil
	}
	return &r.Versiones[len(r.Versiones)-1]
}
