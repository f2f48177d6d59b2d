package indicador

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of an indicator.
const (
	Propuesto    tramite.Estado = "propuesto"
	Elaborado    tramite.Estado = "elaborado"
	EnAcuerdo    tramite.Estado = "en_acuerdo"
	Acordado     tramite.Estado = "acordado"
	Devuelto     tramite.Estado = "devuelto"
	Validado     tramite.Estado = "validado"
	Autorizado   tramite.Estado = "autorizado"
	Vigente      tramite.Estado = "vigente"
	Sustituido   tramite.Estado = "sustituido"
	Retirado     tramite.Estado = "retirado"
	NoAprobado   tramite.Estado = "no_aprobado"
	maxVersiones                = 50
)

// Autoria says who left a fact in the record and on what day.
type Autoria struct {
	Por    string          `json:"por,omitempty" hecho:"true" doc:"Quién" example:"inf-02"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"De qué unidad" example:"doe-7.1.3.1.4"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"De qué órgano, si es contraparte"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día" example:"2026-03-02"`
}

func autoria(s tramite.Suceso) Autoria {
	return Autoria{Por: s.Actor.Sub, Unidad: s.Actor.Unidad, Organo: s.Actor.Organo, Dia: s.Dia}
}

// Indicador is one version of an indicator: a version that replaces another is
// a record of its own.
type Indicador struct {
	tramite.Cabecera
	Clave string `json:"clave" doc:"Clave del indicador, la misma en todas sus versiones" example:"SIADE-OPORTUNIDAD"`
	// Numero is the number of the version, from 1.
	Numero int `json:"numero" doc:"Número de versión de la definición" example:"1"`
	// Sustituye and SustituidoPor are folios.
	Sustituye     string    `json:"sustituye,omitempty" doc:"Folio de la versión a la que sustituye"`
	SustituidoPor string    `json:"sustituido_por,omitempty" doc:"Folio de la versión que la sustituyó"`
	Nombre        string    `json:"nombre" doc:"Denominación" example:"Oportunidad de la respuesta"`
	Motivo        string    `json:"motivo" doc:"Por qué hace falta"`
	Nivel         Nivel     `json:"nivel" doc:"Nivel de la matriz" example:"componente"`
	Dimension     Dimension `json:"dimension" doc:"Dimensión" example:"eficacia"`
	Materia       Materia   `json:"materia" doc:"Materia" example:"atencion_y_orientacion"`
	Propuso       Autoria   `json:"propuso" doc:"Quién lo propuso"`
	Encargo       *Encargo  `json:"encargo,omitempty" doc:"A quién se encargó elaborarlo y para cuándo"`
	// Ficha is the definition, and Borradores how many times it was drafted.
	Ficha         *Ficha          `json:"ficha,omitempty" doc:"Definición"`
	Borradores    int             `json:"borradores,omitempty" doc:"Cuántas veces se ha elaborado la ficha" example:"1"`
	Elaboro       Autoria         `json:"elaboro,omitzero" doc:"Quién elaboró la ficha"`
	Observaciones []Observacion   `json:"observaciones,omitempty" doc:"Observaciones con que se devolvió"`
	Consultas     []Consulta      `json:"consultas,omitempty" doc:"Órganos con los que se acuerda"`
	Acuerdo       *Acuerdo        `json:"acuerdo,omitempty" doc:"Acuerdo con los órganos competentes"`
	Valido        Autoria         `json:"valido,omitzero" doc:"Quién lo validó"`
	Autorizo      Autoria         `json:"autorizo,omitzero" doc:"Quién lo autorizó"`
	Desde         fecha.Fecha     `json:"vigente_desde,omitzero" doc:"Primer día de su vigencia" example:"2026-04-01"`
	Hasta         fecha.Fecha     `json:"vigente_hasta,omitzero" doc:"Último día de su vigencia, si terminó"`
	Reportes      []ReporteCorte  `json:"reportes,omitempty" doc:"Reportes de resultados informados o difundidos"`
	Fin           *tramite.Retiro `json:"fin,omitempty" doc:"Por qué se retiró o no se aprobó"`
}

// Encargo is the assignment of drafting, with its date.
type Encargo struct {
	Elabora   doe.ClaveUnidad `json:"elabora" validate:"required,max=40" doc:"Unidad que elabora" example:"doe-7.1.3.1.4"`
	Hasta     fecha.Fecha     `json:"hasta" validate:"required" doc:"Para cuándo" example:"2026-04-30"`
	Prioridad int             `json:"prioridad,omitempty" validate:"omitempty,min=1,max=5" doc:"Prioridad, 1 la mayor" example:"1"`
	Autoria
}

// Observacion is a remark on a definition, with the part it bears on.
type Observacion struct {
	Campo string `json:"campo,omitempty" validate:"omitempty,max=60" doc:"Parte de la ficha a que se refiere" example:"formula"`
	Texto string `json:"texto" validate:"required,min=5,max=1000" doc:"Qué se observa" example:"Falta excluir las peticiones canalizadas"`
	Autoria
}

// Consulta is an organ whose conformity is asked for.
type Consulta struct {
	Organo doe.ClaveOrgano `json:"organo" doc:"Órgano" example:"dn-administracion"`
	Dias   int             `json:"dias" doc:"Días hábiles para opinar" example:"10"`
	// Pedida is the day it was asked, and Borrador the draft that it was asked on.
	Pedida   fecha.Fecha `json:"pedida" doc:"Día en que se pidió"`
	Borrador int         `json:"borrador" doc:"Borrador de la ficha que se consultó" example:"1"`
	Opinion  *Opinion    `json:"opinion,omitempty" doc:"Lo que opinó"`
}

// Opinion is whether an organ conforms.
type Opinion struct {
	Conforme bool   `json:"conforme,omitempty" doc:"Si está conforme" example:"true"`
	Texto    string `json:"texto,omitempty" validate:"omitempty,min=5,max=2000" doc:"Qué observa, si no lo está"`
	Autoria
}

// Acuerdo is the agreement with the competent organs.
type Acuerdo struct {
	Documento string            `json:"documento" validate:"required,max=120" doc:"Acta, minuta u oficio del acuerdo" example:"Minuta 2026/018"`
	Fecha     fecha.Fecha       `json:"fecha" validate:"required" doc:"Día del acuerdo" example:"2026-03-02"`
	Firman    []doe.ClaveOrgano `json:"firman,omitempty" validate:"omitempty,max=20,dive,max=80" doc:"Órganos cuya conformidad consta en el documento aunque no la dieran por el sistema"`
	Autoria
}

// ReporteCorte is a report of results of a period, sent to who should know.
// The sending, with the acknowledgement of each, is a record of its own.
type ReporteCorte struct {
	Numero  int         `json:"numero" doc:"Número del reporte" example:"1"`
	Periodo Periodo     `json:"periodo" doc:"Periodo" example:"2026-T1"`
	Corte   fecha.Fecha `json:"corte" doc:"Corte de los datos"`
	Resumen string      `json:"resumen" doc:"Lo que se informa"`
	Pide    bool        `json:"pide_compromisos,omitempty" doc:"Si pide compromisos"`
	// Para are the keys of the units and organs that it was sent to.
	Para        []string     `json:"para" doc:"Unidades y órganos a que se envió"`
	Compromisos []Compromiso `json:"compromisos,omitempty" doc:"Compromisos que los órganos asumieron"`
	Autoria
}

// Compromiso is what an organ commits itself to after a report.
type Compromiso struct {
	Texto string      `json:"texto" doc:"A qué se compromete"`
	Fecha fecha.Fecha `json:"fecha" doc:"Para cuándo"`
	Autoria
}

// Rige says whether the version is the one in force at the end of a period.
func (i Indicador) Rige(p Periodo) bool {
	fin := p.Fin()
	return !i.Desde.IsZero() && !fin.IsZero() && !fin.Before(i.Desde) && (i.Hasta.IsZero() || !fin.After(i.Hasta))
}

// Medidos lists who is measured; nobody while there is no definition.
func (i Indicador) Medidos() []Medido {
	if i.Ficha == nil {
		return nil
	}
	return i.Ficha.Medidos
}

// Mide says whether the indicator, once approved, measures a regional unit of
// an OOAD.
func (i Indicador) Mide(o doe.OOAD) bool {
	return !i.Desde.IsZero() && slices.ContainsFunc(i.Medidos(), func(m Medido) bool { return m.Unidad.Regional() && m.OOAD == o })
}

// pendientes lists the organs whose conformity to the draft in hand is missing.
func (i Indicador) pendientes() []doe.ClaveOrgano {
	var out []doe.ClaveOrgano
	for _, c := range i.Consultas {
		if c.Opinion == nil || !c.Opinion.Conforme {
			out = append(out, c.Organo)
		}
	}
	return out
}

func (i Indicador) consulta(o doe.ClaveOrgano) int {
	return slices.IndexFunc(i.Consultas, func(c Consulta) bool { return c.Organo == o })
}
