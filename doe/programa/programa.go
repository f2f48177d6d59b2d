package programa

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a programme.
const (
	EnElaboracion tramite.Estado = "en_elaboracion"
	Presentado    tramite.Estado = "presentado"
	Observado     tramite.Estado = "observado"
	Validado      tramite.Estado = "validado"
	Autorizado    tramite.Estado = "autorizado"
	EnEjecucion   tramite.Estado = "en_ejecucion"
	Cerrado       tramite.Estado = "cerrado"
	Cancelado     tramite.Estado = "cancelado"
)

// Programa is the annual work programme of a unit.
type Programa struct {
	tramite.Cabecera
	Ejercicio int `json:"ejercicio" doc:"Año del programa" example:"2026"`
	// Elabora is who makes it; for most, the unit that keeps it.
	Elabora doe.ClaveUnidad `json:"elabora" doc:"Unidad que lo elabora" example:"doe-7.1.4.1"`
	// Limites are the days on which its quarterly reports are due, where the
	// DOE's programme set them; the usual term counts otherwise.
	Limites []Limite `json:"limites,omitempty" doc:"Fechas límite de los informes fijadas para el ejercicio"`
	// Lineas are its own goals and activities; Integrados, the programmes
	// that it takes in, which weigh beside them.
	Lineas     []plan.Linea `json:"lineas" doc:"Metas y actividades propias"`
	Integrados []Integrado  `json:"integrados,omitempty" doc:"Programas que integra"`
	Faltantes  []Faltante   `json:"faltantes,omitempty" doc:"Programas que debían integrarse y no se integraron, con su motivo"`
	Aportes    []Aporte     `json:"aportes,omitempty" doc:"Renglones propuestos por las unidades que solo aportan"`
	// Versiones keeps each one presented or modified, those integrated among
	// its lines by folio; Original is the first that was authorised.
	Versiones plan.Historial `json:"versiones,omitempty" doc:"Versiones presentadas y modificadas"`
	Original  int            `json:"original,omitempty" doc:"Número de la primera versión autorizada" example:"1"`

	Observaciones  []Observacion  `json:"observaciones,omitempty" doc:"Observaciones de quien lo revisa"`
	Validacion     *Dictamen      `json:"validacion,omitempty" doc:"Conformidad del superior de quien elabora"`
	Autorizacion   *Dictamen      `json:"autorizacion,omitempty" doc:"Autorización"`
	IntegradoEn    *IntegradoEn   `json:"integrado_en,omitempty" doc:"Programa que lo integra"`
	Informes       []Informe      `json:"informes,omitempty" doc:"Informes trimestrales, en el orden en que se entregaron"`
	Modificaciones []Modificacion `json:"modificaciones,omitempty" doc:"Modificaciones pedidas"`
	Seguimiento    []Nota         `json:"seguimiento,omitempty" doc:"Notas de seguimiento y análisis"`
	Reclamos       []Reclamo      `json:"reclamos,omitempty" doc:"Vencimientos que reclamó el reloj"`
	Cierre         *Cierre        `json:"cierre,omitempty" doc:"Resultado anual"`
	Cancelacion    *Cancelacion   `json:"cancelacion,omitempty" doc:"Por qué se canceló"`
}

// Limite is the day on which the report of a quarter is due.
type Limite struct {
	Trimestre plan.Periodo `json:"trimestre" validate:"required" doc:"Trimestre que se informa" example:"2026-T1"`
	Dia       fecha.Fecha  `json:"dia" validate:"required" doc:"Último día para entregar el informe" example:"2026-04-20"`
}

// Integrado is a programme taken in by another.
type Integrado struct {
	Folio string `json:"folio" validate:"required,max=40" doc:"Folio del programa que se integra" example:"PAT-2026-09-0000002-X"`
	// Peso is its share among the topmost lines, or under the goal it serves.
	Peso  cantidad.Centesimas `json:"peso" doc:"Peso en el programa que lo integra, en por ciento" example:"50"`
	Padre string              `json:"padre,omitempty" validate:"omitempty,max=20" doc:"Meta propia a la que sirve" example:"M1"`
	// What follows is of the programme taken in, as it was then.
	Unidad  doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad del programa integrado"`
	OOAD    doe.OOAD        `json:"ooad,omitempty" hecho:"true" doc:"OOAD del programa integrado"`
	Version int             `json:"version,omitempty" hecho:"true" doc:"Versión que se integró"`
	// Cancelado is the day it was cancelled, once this one was presented: until
	// another takes its place it weighs and proves nothing.
	Cancelado fecha.Fecha `json:"cancelado,omitzero" hecho:"true" doc:"Día en que se canceló; mientras otro no tome su lugar, pesa y no prueba avance"`
}

// Faltante is a programme that should be there and is not.
type Faltante struct {
	Unidad doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad cuyo programa falta" example:"doe-7.1.4.3"`
	// OOAD tells one regional programme; all that are missing when empty.
	OOAD   doe.OOAD `json:"ooad,omitempty" validate:"omitempty,max=2" doc:"OOAD del programa regional que falta; vacío, todos los que falten" example:"14"`
	Motivo string   `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué no se integra" example:"La unidad no presentó su programa"`
}

// IntegradoEn says which programme takes this one in.
type IntegradoEn struct {
	Folio   string              `json:"folio" doc:"Folio del programa que lo integra"`
	Unidad  doe.ClaveUnidad     `json:"unidad" doc:"Unidad que lo integra"`
	Version int                 `json:"version" doc:"Versión integrada"`
	Peso    cantidad.Centesimas `json:"peso" doc:"Peso asignado, en por ciento"`
	Dia     fecha.Fecha         `json:"dia" doc:"Día en que se integró"`
}

// Aporte are lines proposed by a unit that has no programme of its own.
type Aporte struct {
	Clave  string          `json:"clave" doc:"Clave del aporte" example:"AP1"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad que propone"`
	Lineas []plan.Linea    `json:"lineas" doc:"Renglones propuestos"`
	Nota   string          `json:"nota,omitempty" doc:"Explicación"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día en que se propuso"`
	// Resuelto is the day it was decided; Acogido, whether it was taken.
	Resuelto fecha.Fecha `json:"resuelto,omitzero" doc:"Día en que se resolvió"`
	Acogido  bool        `json:"acogido,omitempty" doc:"Si se incorporó al programa"`
	Motivo   string      `json:"motivo,omitempty" doc:"Por qué no se incorporó"`
}

// Observacion is something to be attended before the programme is valid.
type Observacion struct {
	Clave   string          `json:"clave" doc:"Clave de la observación" example:"O1"`
	Linea   string          `json:"linea,omitempty" doc:"Renglón observado; vacío si es del programa"`
	Texto   string          `json:"texto" doc:"Qué se observa"`
	Version int             `json:"version" doc:"Versión observada"`
	Unidad  doe.ClaveUnidad `json:"unidad" doc:"Unidad que observó"`
	Dia     fecha.Fecha     `json:"dia" doc:"Día en que se observó"`
	// Respuesta is how it was attended, on the day Atendida.
	Respuesta string      `json:"respuesta,omitempty" doc:"Cómo se atendió"`
	Atendida  fecha.Fecha `json:"atendida,omitzero" doc:"Día en que se atendió"`
}

// Dictamen is a validation or an authorisation.
type Dictamen struct {
	Version int             `json:"version" doc:"Versión dictaminada"`
	Nota    string          `json:"nota,omitempty" doc:"Consideraciones"`
	Oficio  string          `json:"oficio,omitempty" doc:"Oficio en que consta"`
	Unidad  doe.ClaveUnidad `json:"unidad" doc:"Unidad que dictaminó"`
	Por     string          `json:"por" doc:"Quién firmó"`
	Dia     fecha.Fecha     `json:"dia" doc:"Día"`
}

// Nota is something that who follows the programme leaves on record.
type Nota struct {
	Trimestre plan.Periodo    `json:"trimestre,omitzero" doc:"Trimestre al que se refiere"`
	Linea     string          `json:"linea,omitempty" doc:"Renglón al que se refiere"`
	Texto     string          `json:"texto" doc:"Qué se advierte o se concluye"`
	Analisis  bool            `json:"analisis,omitempty" doc:"Si es el análisis del desempeño"`
	Unidad    doe.ClaveUnidad `json:"unidad" doc:"Unidad que la dejó"`
	Dia       fecha.Fecha     `json:"dia" doc:"Día"`
}

// Reclamo is a lapse that the clock noted.
type Reclamo struct {
	Plazo string          `json:"plazo" doc:"Plazo vencido" example:"informe"`
	Clave string          `json:"clave" doc:"Trimestre o paso que se debe" example:"2026-T1"`
	A     doe.ClaveUnidad `json:"a" doc:"Unidad a la que se avisa"`
	Dia   fecha.Fecha     `json:"dia" doc:"Día del aviso"`
}

// Clave is the natural key of a programme: one per unit, OOAD and year.
func Clave(u doe.ClaveUnidad, o doe.OOAD, ejercicio int) string {
	return string(u) + "|" + string(o) + "|" + strconv.Itoa(ejercicio)
}

// De is the unit that it was opened for. It stays when a reorganisation ends the
// unit and another keeps the programme.
func (p Programa) De() doe.ClaveUnidad { return cmp.Or(p.Origen, p.Unidad) }

// Inicio and Fin are the first and the last day of its year.
func (p Programa) Inicio() fecha.Fecha { return trimestreDe(p.Ejercicio, 1).Desde() }

// Fin is the last day of its year.
func (p Programa) Fin() fecha.Fecha { return trimestreDe(p.Ejercicio, 4).Hasta() }

func trimestreDe(anio, n int) plan.Periodo {
	p, _ := plan.NuevoPeriodo(anio, plan.Trimestre, n)
	return p
}

// Trimestres lists the quarters of its year.
func (p Programa) Trimestres() []plan.Periodo {
	return plan.Periodos(p.Inicio(), p.Fin(), plan.Trimestre)
}

// VersionVigente is the number of its last version, 0 before it is presented.
func (p Programa) VersionVigente() int { return len(p.Versiones) }

// Todas lists its lines as they weigh: its own and, by folio, those that it
// takes in.
func (p Programa) Todas() []plan.Linea {
	out := plan.Clonar(p.Lineas)
	for _, i := range p.Integrados {
		l := plan.Linea{
			Clave: i.Folio, Padre: i.Padre, Clase: plan.Meta, Descripcion: "Programa integrado", Responsable: i.Unidad, Peso: i.Peso,
			Inicio: p.Inicio(), Fin: p.Fin(), Medida: &plan.Medida{Nombre: "Avance del programa", Unidad: "por ciento", Meta: 100_00, Sentido: plan.Ascendente},
		}
		if j := slices.IndexFunc(p.Lineas, func(l plan.Linea) bool { return l.Clave == i.Padre }); j >= 0 {
			l.Inicio, l.Fin = p.Lineas[j].Inicio, p.Lineas[j].Fin
		}
		out = append(out, l)
	}
	return out
}

// Informe is the last report delivered of a quarter.
func (p Programa) Informe(t plan.Periodo) (Informe, bool) {
	for i := len(p.Informes) - 1; i >= 0; i-- {
		if p.Informes[i].Trimestre == t {
			return p.Informes[i], true
		}
	}
	return Informe{}, false
}

// Debe says whether the report of a quarter is owed: none was delivered, or
// the last one was returned.
func (p Programa) Debe(t plan.Periodo) bool {
	i, ok := p.Informe(t)
	return !ok || i.Devuelto()
}

// Cortes are the values reported of its own lines, by key.
func (p Programa) Cortes() map[string][]plan.Corte {
	out := map[string][]plan.Corte{}
	for _, t := range p.Trimestres() {
		i, ok := p.Informe(t)
		if !ok {
			continue
		}
		for _, r := range i.Renglones {
			out[r.Clave] = append(out[r.Clave], plan.Corte{Periodo: t, Valor: r.Valor})
		}
	}
	return out
}

// linea is its own line with a key, nil if there is none.
func (p *Programa) linea(clave string) *plan.Linea {
	for i := range p.Lineas {
		if p.Lineas[i].Clave == clave {
			return &p.Lineas[i]
		}
	}
	return nil
}

func (p *Programa) integrado(folio string) *Integrado {
	for i := range p.Integrados {
		if p.Integrados[i].Folio == folio {
			return &p.Integrados[i]
		}
	}
	return nil
}
