package acuerdo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of an agreement.
const (
	EnCurso tramite.Estado = "en_curso"
	// Entregado: told as done; somebody must verify it.
	Entregado  tramite.Estado = "entregado"
	Estancado  tramite.Estado = "estancado"
	Cumplido   tramite.Estado = "cumplido"
	Incumplido tramite.Estado = "incumplido"
	Cancelado  tramite.Estado = "cancelado"
)

// ACargo is who is in charge of an agreement: a unit, or an organ as a
// counterpart.
type ACargo struct {
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40" doc:"Unidad a cargo" example:"doe-7.1.3.1"`
	// OOAD is the body of a regional unit.
	OOAD   doe.OOAD        `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD de la unidad regional" example:"14"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Órgano a cargo" example:"ooad-14"`
	// Cargo is the post of who answers.
	Cargo string `json:"cargo,omitempty" validate:"omitempty,max=200" doc:"Cargo de quien responde" example:"Jefatura de Servicios de Prestaciones Médicas"`
}

// Clave identifies who is in charge.
func (a ACargo) Clave() string {
	if a.Organo != "" {
		return string(a.Organo)
	}
	return string(a.Unidad)
}

// ooad is the body that an agreement in charge of it belongs to, empty for the
// central level.
func (a ACargo) ooad() doe.OOAD {
	if a.Unidad.Regional() {
		return a.OOAD
	}
	if o, ok := cutOOAD(a.Organo); ok {
		return o
	}
	return ""
}

// Pacto is what is agreed.
type Pacto struct {
	// Clave names it in its minutes.
	Clave      string `json:"clave,omitempty" validate:"omitempty,max=20" doc:"Clave en la minuta" example:"A1"`
	Texto      string `json:"texto" validate:"required,max=2000" doc:"Qué se acuerda" example:"Redistribuir el inventario entre las unidades del OOAD."`
	Entregable string `json:"entregable" validate:"required,max=500" doc:"Qué se debe entregar" example:"Informe de redistribución"`
	// Verificacion is the means by which it is proved.
	Verificacion string      `json:"verificacion" validate:"required,max=500" doc:"Con qué se comprueba" example:"Reporte de inventario por unidad"`
	ACargo       ACargo      `json:"a_cargo" validate:"required" doc:"Quién lo tiene a cargo"`
	Compromiso   fecha.Fecha `json:"compromiso" validate:"required" doc:"Fecha en que debe cumplirse" example:"2026-04-30"`
	// Interesados are other organs that follow it.
	Interesados []doe.ClaveOrgano `json:"interesados,omitempty" validate:"omitempty,max=20,unique,dive,required,max=60" doc:"Otros órganos que lo siguen" example:"[\"dn-prestaciones-medicas\"]"`
	// ReportaCada is how often progress is told, in natural days.
	ReportaCada int `json:"reporta_cada,omitempty" validate:"omitempty,min=1,max=366" doc:"Cada cuántos días naturales se informa su avance" example:"15"`
}

// Interesado is an organ that is party to an agreement.
type Interesado struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Órgano" example:"dn-prestaciones-medicas"`
	Rol    doe.Rol         `json:"rol" validate:"required,max=40" doc:"Papel como contraparte" example:"normativo"`
}

// Evidencia is a document that proves the progress of a span of days.
type Evidencia struct {
	Clave string `json:"clave" doc:"Clave" example:"E1"`
	Prueba
	Estado EstadoEvidencia `json:"estado" validate:"oneof=por_decidir aceptada rechazada" doc:"Si prueba lo que dice" example:"por_decidir"`
	Motivo string          `json:"motivo,omitempty" doc:"Por qué se rechazó"`
}

// EstadoEvidencia is whether a piece of evidence was accepted.
type EstadoEvidencia string

// The states of evidence.
const (
	PorDecidir EstadoEvidencia = "por_decidir"
	Aceptada   EstadoEvidencia = "aceptada"
	Rechazada  EstadoEvidencia = "rechazada"
)

// Prueba is evidence as it is presented.
type Prueba struct {
	Nombre       string      `json:"nombre" validate:"required,max=200" doc:"Nombre del documento" example:"inventario.pdf"`
	SHA256       string      `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del documento" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	PeriodoDesde fecha.Fecha `json:"periodo_desde" validate:"required" doc:"Primer día que prueba" example:"2026-03-02"`
	PeriodoHasta fecha.Fecha `json:"periodo_hasta" validate:"required" doc:"Último día que prueba" example:"2026-03-02"`
}

// Informe is a report of progress.
type Informe struct {
	Avance      tramite.Centesimas `json:"avance" doc:"Avance acumulado, en por ciento" example:"50"`
	Nota        string             `json:"nota,omitempty" doc:"Qué se hizo"`
	Impedimento string             `json:"impedimento,omitempty" doc:"Qué lo detiene"`
	Evidencias  []string           `json:"evidencias,omitempty" doc:"Claves de su evidencia"`
	// Verificado says that it was verified.
	Verificado bool `json:"verificado,omitempty" doc:"Si ya se verificó"`
	Autoria
}

// Prorroga is a demand of more time and what was resolved.
type Prorroga struct {
	Hasta  fecha.Fecha `json:"hasta" validate:"required" doc:"Fecha que se pide" example:"2026-05-15"`
	Motivo string      `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"El proveedor entrega hasta la primera semana de mayo."`
	Autoria
	// Resuelta is the day of the resolution, zero while it waits, Concedida
	// the date given, zero when denied.
	Resuelta   fecha.Fecha `json:"resuelta,omitzero" hecho:"true" doc:"Día en que se resolvió"`
	Concedida  fecha.Fecha `json:"concedida,omitzero" hecho:"true" doc:"Fecha concedida; vacía si se negó"`
	Resolucion string      `json:"resolucion,omitempty" hecho:"true" doc:"Motivo de la resolución"`
}

// Estancamiento is a stall, with the solutions proposed.
type Estancamiento struct {
	Causa       Causa  `json:"causa" validate:"required,oneof=falta_de_recursos falta_de_norma depende_de_otra_area falta_de_definicion causa_externa" doc:"Causa" example:"depende_de_otra_area"`
	Descripcion string `json:"descripcion" validate:"required,min=10,max=2000" doc:"Qué lo detiene" example:"Falta que Administración libere el pedido."`
	Autoria
	Soluciones []Solucion `json:"soluciones,omitempty" hecho:"true" doc:"Soluciones propuestas"`
	// Resuelto is the day on which a solution was accepted or progress told.
	Resuelto fecha.Fecha `json:"resuelto,omitzero" hecho:"true" doc:"Día en que dejó de estar estancado"`
}

// Solucion is a proposal to get an agreement going.
type Solucion struct {
	Clave      string `json:"clave,omitempty" hecho:"true" doc:"Clave" example:"S1"`
	Texto      string `json:"texto" validate:"required,min=10,max=2000" doc:"Qué se propone" example:"Que Administración libere el pedido por lotes, el primero esta semana."`
	Fundamento string `json:"fundamento,omitempty" validate:"omitempty,max=500" doc:"Norma o dato en que se apoya"`
	// Compromiso is the date it would take, when the one in force no longer
	// serves.
	Compromiso fecha.Fecha `json:"compromiso,omitzero" doc:"Fecha nueva que supone, si la vigente ya no alcanza" example:"2026-05-15"`
	Autoria
	// Decidida is the day of the decision, zero while it waits.
	Decidida fecha.Fecha `json:"decidida,omitzero" hecho:"true" doc:"Día en que se decidió"`
	Acepta   bool        `json:"acepta,omitempty" hecho:"true" doc:"Si se aceptó"`
	Decision string      `json:"decision,omitempty" hecho:"true" doc:"Motivo de la decisión"`
}

// Escalamiento is a warning of lateness to who stands above.
type Escalamiento struct {
	Nivel  int             `json:"nivel,omitempty" hecho:"true" doc:"Peldaño" example:"1"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad a la que se avisa" example:"doe-7.1.5"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano a cuya titularidad se avisa" example:"ooad-14"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día" example:"2026-05-01"`
}

// Difusion is a cut of the progress as it was published among the parties.
type Difusion struct {
	Destinatarios []string           `json:"destinatarios" doc:"A quiénes: claves de órganos y unidades"`
	Corte         fecha.Fecha        `json:"corte" doc:"Día del corte" example:"2026-04-01"`
	Estado        tramite.Estado     `json:"estado" doc:"Cómo estaba" example:"en_curso"`
	Avance        tramite.Centesimas `json:"avance" doc:"Avance informado" example:"50"`
	Verificado    tramite.Centesimas `json:"verificado" doc:"Avance verificado" example:"25"`
	Nota          string             `json:"nota,omitempty" doc:"Comentario"`
	Autoria
}

// Reasignado is who had it in charge before.
type Reasignado struct {
	De     ACargo `json:"de" doc:"Quién lo tenía a cargo"`
	Motivo string `json:"motivo" doc:"Por qué cambió"`
	Autoria
}

// Desenlace is how an agreement ended.
type Desenlace struct {
	Grado      Grado              `json:"grado" doc:"Grado de cumplimiento" example:"total"`
	Verificado tramite.Centesimas `json:"verificado" doc:"Avance verificado" example:"100"`
	// Cumplido is the day on which what was verified was told.
	Cumplido fecha.Fecha `json:"cumplido,omitzero" doc:"Día en que se informó lo verificado" example:"2026-04-28"`
	// Retraso and RetrasoInicial are the days late against the date in force
	// and against the first one, 0 when in time.
	Retraso        int    `json:"retraso" doc:"Días tarde, sobre la fecha vigente" example:"0"`
	RetrasoInicial int    `json:"retraso_inicial" doc:"Días tarde, sobre la primera fecha" example:"0"`
	Nota           string `json:"nota,omitempty" doc:"Comentario"`
	Autoria
}

// Acuerdo is an agreement or a commitment, followed until it ends.
type Acuerdo struct {
	tramite.Cabecera
	Origen Origen `json:"origen" doc:"De qué nace" example:"reunion"`
	// Reunion and ClaseReunion name the meeting, Superior the unit agreed
	// with, Documento the instrument or the title of the meeting.
	Reunion      string          `json:"reunion,omitempty" doc:"Folio de la reunión" example:"REU-2026-09-0000001-X"`
	ClaseReunion Clase           `json:"clase_reunion,omitempty" doc:"Clase de la reunión" example:"multidisciplinaria"`
	Superior     doe.ClaveUnidad `json:"superior,omitempty" doc:"Unidad superior con que se acordó" example:"doe-7.1"`
	Documento    string          `json:"documento,omitempty" doc:"Documento en que consta, o título de la reunión"`
	// NaceDe is the record of another trámite that it was born of.
	NaceDe       *Nacimiento  `json:"nace_de,omitempty" doc:"Expediente de otro trámite del que nació"`
	Clave        string       `json:"clave,omitempty" doc:"Clave en la minuta" example:"A1"`
	Texto        string       `json:"texto" doc:"Qué se acordó"`
	Entregable   string       `json:"entregable" doc:"Qué se debe entregar"`
	Verificacion string       `json:"verificacion" doc:"Con qué se comprueba"`
	ACargo       ACargo       `json:"a_cargo" doc:"Quién lo tiene a cargo"`
	Interesados  []Interesado `json:"interesados,omitempty" doc:"Órganos que son parte"`
	// Compromiso is the date in force, PrimerCompromiso the first one.
	Compromiso       fecha.Fecha        `json:"compromiso" doc:"Fecha vigente" example:"2026-04-30"`
	PrimerCompromiso fecha.Fecha        `json:"primer_compromiso" doc:"Primera fecha" example:"2026-04-30"`
	ReportaCada      int                `json:"reporta_cada,omitempty" doc:"Cada cuántos días naturales se informa" example:"15"`
	Avance           tramite.Centesimas `json:"avance" doc:"Avance informado, en por ciento" example:"50"`
	Verificado       tramite.Centesimas `json:"verificado" doc:"Avance verificado, en por ciento" example:"25"`
	Informes         []Informe          `json:"informes,omitempty" doc:"Informes de avance"`
	Evidencias       []Evidencia        `json:"evidencias,omitempty" doc:"Evidencia"`
	Prorrogas        []Prorroga         `json:"prorrogas,omitempty" doc:"Prórrogas pedidas"`
	Estancamientos   []Estancamiento    `json:"estancamientos,omitempty" doc:"Veces que se estancó, con las soluciones"`
	Reasignaciones   []Reasignado       `json:"reasignaciones,omitempty" doc:"Quiénes lo tuvieron antes"`
	Analisis         []Analisis         `json:"analisis,omitempty" doc:"Notas de análisis"`
	Recordatorios    []fecha.Fecha      `json:"recordatorios,omitempty" doc:"Días en que faltó su informe"`
	Escalamientos    []Escalamiento     `json:"escalamientos,omitempty" doc:"Avisos por vencimiento"`
	Difusiones       []Difusion         `json:"difusiones,omitempty" doc:"Cortes difundidos entre las partes"`
	Desenlace        *Desenlace         `json:"desenlace,omitempty" doc:"Cómo terminó"`
	Cancelacion      *Cierre            `json:"cancelacion,omitempty" doc:"Por qué se canceló"`
}

// Vencido says whether it is still owed on a day after its date.
func (a Acuerdo) Vencido(hoy fecha.Fecha) bool {
	return (a.Estado == EnCurso || a.Estado == Estancado) && hoy.After(a.Compromiso)
}

// porVerificar is the place of the last report, when nobody verified it; -1
// otherwise.
func (a Acuerdo) porVerificar() int {
	if n := len(a.Informes); n > 0 && !a.Informes[n-1].Verificado {
		return n - 1
	}
	return -1
}

// pendiente is the place of the extension that waits, -1 when there is none.
func (a Acuerdo) pendiente() int {
	if n := len(a.Prorrogas); n > 0 && a.Prorrogas[n-1].Resuelta.IsZero() {
		return n - 1
	}
	return -1
}

// MaxProrrogas is how often more time is granted. It is configuration: no
// function sets it.
const MaxProrrogas = 2

func (a Acuerdo) concedidas() int {
	n := 0
	for _, p := range a.Prorrogas {
		if !p.Concedida.IsZero() {
			n++
		}
	}
	return n
}

// porDecidir lists the keys of the evidence not decided yet.
func (a Acuerdo) porDecidir() []string {
	var out []string
	for _, e := range a.Evidencias {
		if e.Estado == PorDecidir {
			out = append(out, e.Clave)
		}
	}
	return out
}

// conOrganos says whether organs outside the units take part: those
// agreements are followed by 7.1.5.1 too, whoever keeps them.
func (a Acuerdo) conOrganos() bool { return a.ACargo.Organo != "" || len(a.Interesados) > 0 }

// cumplimiento makes the outcome of an agreement on the verified progress.
func (a Acuerdo) cumplimiento(nota string, s tramite.Suceso) *Desenlace {
	d := &Desenlace{Grado: GradoDe(a.Verificado).Grado, Verificado: a.Verificado, Nota: nota, Autoria: autoria(s)}
	fin := s.Dia
	for _, i := range slices.Backward(a.Informes) {
		if i.Verificado {
			fin, d.Cumplido = i.Dia, i.Dia
			break
		}
	}
	d.Retraso, d.RetrasoInicial = max(a.Compromiso.Dias(fin), 0), max(a.PrimerCompromiso.Dias(fin), 0)
	return d
}
