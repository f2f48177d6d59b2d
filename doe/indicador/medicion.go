package indicador

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a measurement.
const (
	Solicitada tramite.Estado = "solicitada"
	Reportada  tramite.Estado = "reportada"
	Observada  tramite.Estado = "observada"
	Aprobada   tramite.Estado = "validada"
	Cancelada  tramite.Estado = "cancelada"
)

// Regla is the part of a definition that a measurement is judged by: the one
// in force in its period, kept for ever.
type Regla struct {
	Formula      string       `json:"formula" doc:"Fórmula" example:"100 * en_plazo / respondidas"`
	Variables    []Variable   `json:"variables" doc:"Variables"`
	UnidadMedida string       `json:"unidad_medida" doc:"Unidad del resultado" example:"por ciento"`
	Frecuencia   Frecuencia   `json:"frecuencia" doc:"Cada cuánto se mide" example:"trimestral"`
	Sentido      plan.Sentido `json:"sentido" doc:"Hacia dónde mejora" example:"ascendente"`
	Meta         Meta         `json:"meta" doc:"Meta que rige al término del periodo"`
}

// Dato is the value of a variable as it was reported.
type Dato struct {
	Variable string         `json:"variable" validate:"required,max=40" doc:"Variable" example:"en_plazo"`
	Valor    cantidad.Valor `json:"valor" doc:"Valor" example:"118"`
	Fuente   string         `json:"fuente" validate:"required,min=3,max=300" doc:"De dónde se tomó" example:"SIADE, corte del 31 de marzo"`
}

// Evidencia is a document that backs what is reported.
type Evidencia struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre del archivo" example:"corte.csv"`
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella del archivo" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
}

// Resultado is what a definition makes of the values: it is computed, never
// captured.
type Resultado struct {
	Valor   *cantidad.Valor `json:"valor,omitempty" doc:"Resultado, en la unidad del indicador; falta si no hay dato" example:"98.33"`
	SinDato SinDato         `json:"sin_dato,omitempty" doc:"Por qué no hay resultado" example:"division_entre_cero"`
	Luz     Luz             `json:"luz,omitempty" doc:"Semáforo del indicador: verde, amarillo, rojo o sin_dato" example:"verde"`
}

// Captura is one report of the values: the first and each correction stay.
type Captura struct {
	Numero       int         `json:"numero" doc:"Número de la captura; la primera es 1" example:"1"`
	Datos        []Dato      `json:"datos" doc:"Valores de las variables"`
	Evidencias   []Evidencia `json:"evidencias,omitempty" doc:"Evidencia"`
	Oficio       string      `json:"oficio,omitempty" doc:"Oficio con que llegó, si la capturó otra unidad"`
	Atencion     string      `json:"atencion,omitempty" doc:"Cómo se atendió lo observado"`
	Extemporanea bool        `json:"extemporanea,omitempty" doc:"Si llegó después de su término"`
	Resultado
	Autoria
}

// valores are the values by variable.
func (c Captura) valores() map[string]cantidad.Valor {
	out := make(map[string]cantidad.Valor, len(c.Datos))
	for _, d := range c.Datos {
		out[d.Variable] = d.Valor
	}
	return out
}

// Retraso is a late report as the clock or a supervisor saw it.
type Retraso struct {
	Numero  int    `json:"numero" doc:"Número de la observación por retraso" example:"1"`
	Entrega string `json:"entrega" doc:"Qué se debe: reporte o correccion" example:"reporte"`
	Autoria
}

// Reparo is a remark on what was reported.
type Reparo struct {
	Variable string `json:"variable,omitempty" validate:"omitempty,max=40" doc:"Variable a que se refiere" example:"respondidas"`
	Texto    string `json:"texto" validate:"required,min=5,max=1000" doc:"Qué se observa" example:"No coincide con el corte publicado"`
	Captura  int    `json:"captura,omitempty" hecho:"true" doc:"Captura que se observó"`
	Autoria
}

// Analisis is what someone makes of a measurement.
type Analisis struct {
	Texto string `json:"texto" validate:"required,min=10,max=4000" doc:"Análisis frente a la meta" example:"La caída se explica por el cierre de un módulo"`
	Causa string `json:"causa,omitempty" validate:"omitempty,oneof=tecnica normativa humana material" doc:"Clase de causa de no alcanzar la meta: tecnica, normativa, humana o material" example:"material"`
	Autoria
}

// Estrategia is how the unit measured means to improve (caood-7.1/11).
type Estrategia struct {
	Accion      string      `json:"accion" validate:"required,min=10,max=1000" doc:"Qué se hará" example:"Asignar una persona a las peticiones por vencer"`
	Responsable string      `json:"responsable" validate:"required,max=200" doc:"Quién" example:"Jefatura de módulo"`
	Fecha       fecha.Fecha `json:"fecha" validate:"required" doc:"Para cuándo" example:"2026-06-30"`
	Autoria
}

// Medicion is what one period measured of one organ or unit.
type Medicion struct {
	tramite.Cabecera
	Indicador    string       `json:"indicador" doc:"Folio de la definición que rige" example:"IND-2026-09-0000001-X"`
	Clave        string       `json:"clave" doc:"Clave del indicador" example:"SIADE-OPORTUNIDAD"`
	Numero       int          `json:"numero" doc:"Versión de la definición" example:"1"`
	Nombre       string       `json:"nombre" doc:"Denominación del indicador"`
	Regla        Regla        `json:"regla" doc:"Definición con que se califica"`
	Periodo      Periodo      `json:"periodo" doc:"Periodo medido" example:"2026-T1"`
	Corte        fecha.Fecha  `json:"corte" doc:"Corte de los datos" example:"2026-03-31"`
	Medido       Medido       `json:"medido" doc:"A quién se mide"`
	MedidoClave  string       `json:"medido_clave" doc:"Clave de a quién se mide" example:"ooad-14"`
	MedidoNombre string       `json:"medido_nombre" doc:"Nombre de a quién se mide"`
	Dias         int          `json:"dias" doc:"Días hábiles para reportar" example:"10"`
	Ampliados    int          `json:"dias_ampliados,omitempty" doc:"Días hábiles añadidos"`
	Capturas     []Captura    `json:"capturas,omitempty" doc:"Lo reportado; la primera captura se conserva"`
	Retrasos     []Retraso    `json:"retrasos,omitempty" doc:"Observaciones por retraso"`
	Reparos      []Reparo     `json:"reparos,omitempty" doc:"Observaciones a lo reportado"`
	DiasCorregir int          `json:"dias_corregir,omitempty" doc:"Días hábiles para corregir lo observado"`
	Valido       Autoria      `json:"valido,omitzero" doc:"Quién la validó"`
	Analisis     []Analisis   `json:"analisis,omitempty" doc:"Análisis"`
	Estrategias  []Estrategia `json:"estrategias,omitempty" doc:"Estrategias de mejora"`
	Motivo       string       `json:"motivo,omitempty" doc:"Por qué se canceló"`
	Resultado
}

// Ultima is the report that counts: the latest.
func (m Medicion) Ultima() (Captura, bool) {
	if len(m.Capturas) == 0 {
		return Captura{}, false
	}
	return m.Capturas[len(m.Capturas)-1], true
}

// Cuenta says whether it counts in comparisons and roll-ups.
func (m Medicion) Cuenta() bool { return m.Estado == Aprobada }

// variable is the place of a variable among those of the definition.
func (r Regla) variable(clave string) int {
	return slices.IndexFunc(r.Variables, func(v Variable) bool { return v.Clave == clave })
}

func (r Regla) claves() []string { return Ficha{Variables: r.Variables}.claves() }

// Califica computes the result of some values with its light, and shows the
// arithmetic.
func (r Regla) Califica(valores map[string]cantidad.Valor) (Resultado, []Paso) {
	f, err := Compile(r.Formula, r.claves())
	if err != nil {
		return Resultado{SinDato: FaltaVariable, Luz: Apagada}, nil
	}
	e := f.Evaluar(valores)
	if e.SinDato != "" {
		return Resultado{SinDato: e.SinDato, Luz: Apagada}, e.Pasos
	}
	return Resultado{Valor: &e.Valor, Luz: r.Meta.Califica(r.Sentido, e.Valor)}, e.Pasos
}

// papelMide is the unit that reports.
const papelMide = "mide"

func (m Medicion) mide() doe.ClaveUnidad { return m.Medido.Unidad }
