package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Contenido is what a campaign is: the part that is drafted, frozen in
// versions and authorised.
type Contenido struct {
	Diagnostico string        `json:"diagnostico,omitempty" validate:"omitempty,max=4000" doc:"Qué necesidad de comunicación se detectó y cómo" example:"Solo 42 % de la población objetivo sabe que la vacuna es gratuita"`
	Atribucion  string        `json:"atribucion,omitempty" validate:"omitempty,max=500" doc:"Atribución del Instituto con que se relaciona" example:"Ley del Seguro Social, art. 110: medicina preventiva"`
	Objetivos   []string      `json:"objetivos,omitempty" validate:"omitempty,max=10,unique,dive,required,max=500" doc:"Objetivos de comunicación" example:"[\"Dar a conocer que la vacuna es gratuita\"]"`
	Metas       []Meta        `json:"metas,omitempty" validate:"omitempty,max=20,dive" doc:"Metas de resultados"`
	Poblacion   Poblacion     `json:"poblacion" doc:"A quién se dirige"`
	Mensajes    []Mensaje     `json:"mensajes,omitempty" validate:"omitempty,max=50,dive" doc:"Mensajes"`
	Difusiones  []Difusion    `json:"difusiones,omitempty" validate:"omitempty,max=200,dive" doc:"Calendario de difusión, por medio"`
	Lineas      []Linea       `json:"lineas,omitempty" validate:"omitempty,max=200,dive" doc:"Renglones de presupuesto"`
	Evaluacion  Procedimiento `json:"evaluacion" doc:"Cómo se evaluará"`
	// Coemisores are the public bodies that pay for it too (LGCS art. 4, fr. II).
	Coemisores []string   `json:"coemisores,omitempty" validate:"omitempty,max=20,unique,dive,required,max=200" doc:"Entes públicos con los que se coemite"`
	Excepcion  *Excepcion `json:"excepcion,omitempty" validate:"omitempty" doc:"Excepción a la veda electoral que se invoca"`
	// Subsidio asks for the legend of LGCS art. 11 in each message.
	Subsidio bool `json:"subsidio,omitempty" doc:"Si difunde un programa que da subsidios o beneficios directos" example:"false"`
}

// Meta is a result that the campaign means to reach.
type Meta struct {
	Clave       string             `json:"clave" validate:"required,max=20" doc:"Clave de la meta" example:"recordacion"`
	Descripcion string             `json:"descripcion" validate:"required,max=500" doc:"Qué se mide" example:"Población objetivo que recuerda el mensaje"`
	Valor       tramite.Centesimas `json:"valor" doc:"Valor que se busca, en por ciento" example:"55"`
}

// Poblacion is whom the campaign speaks to, and where.
type Poblacion struct {
	Segmentos []Segmento `json:"segmentos,omitempty" validate:"omitempty,max=20,dive" doc:"Segmentos de la población objetivo"`
	// Entidades are INEGI codes; empty means the whole country.
	Entidades []string   `json:"entidades,omitempty" validate:"omitempty,max=32,unique,dive,oneof=01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32" doc:"Entidades que abarca, por su clave INEGI; ninguna si es nacional" example:"[\"14\"]"`
	OOAD      []doe.OOAD `json:"ooad,omitempty" validate:"omitempty,max=35,unique,dive,len=2" doc:"OOAD que participan; ninguno si todos" example:"[\"14\"]"`
	// Lenguas are ISO 639-3 codes.
	Lenguas []string `json:"lenguas,omitempty" validate:"omitempty,max=70,unique,dive,len=3" doc:"Lenguas en que se difunde, por su clave ISO 639-3" example:"[\"spa\", \"nah\"]"`
}

// Segmento is a part of the population.
type Segmento struct {
	Clave       string `json:"clave" validate:"required,max=20" doc:"Clave del segmento" example:"mayores"`
	Descripcion string `json:"descripcion" validate:"required,max=300" doc:"A quiénes comprende" example:"Personas adultas mayores derechohabientes"`
	// EdadDesde and EdadHasta are years, both included; zero means no bound.
	EdadDesde int `json:"edad_desde,omitempty" validate:"min=0,max=120" doc:"Edad mínima, en años" example:"60"`
	EdadHasta int `json:"edad_hasta,omitempty" validate:"min=0,max=120" doc:"Edad máxima, en años; cero si no hay" example:"0"`
}

// Mensaje is one of the things said.
type Mensaje struct {
	Clave         string          `json:"clave" validate:"required,max=20" doc:"Clave del mensaje" example:"m1"`
	Nombre        string          `json:"nombre" validate:"required,max=120" doc:"Versión o nombre de la pieza" example:"Vacúnate gratis"`
	Texto         string          `json:"texto" validate:"required,max=4000" doc:"Lo que dice" example:"La vacuna contra la influenza es gratuita en tu unidad de medicina familiar."`
	Lengua        string          `json:"lengua" validate:"len=3" doc:"Lengua, por su clave ISO 639-3" example:"spa"`
	Accesibilidad []Accesibilidad `json:"accesibilidad,omitempty" validate:"omitempty,max=3,unique,dive,oneof=lsm subtitulos texto" doc:"Formatos accesibles" example:"[\"subtitulos\"]"`
}

// Difusion is a line of the calendar: a means, its messages and its days.
type Difusion struct {
	Clave    string   `json:"clave" validate:"required,max=20" doc:"Clave del renglón del calendario" example:"tv1"`
	Medio    Medio    `json:"medio" validate:"oneof=television radio impresos digital exterior redes_propias intranet correo_interno revista_interna podcast_interno impresos_internos" doc:"Medio" example:"television"`
	Tiempo   Tiempo   `json:"tiempo" validate:"oneof=comercial oficial propio" doc:"Clase de tiempo o espacio" example:"comercial"`
	Mensajes []string `json:"mensajes" validate:"min=1,max=50,unique,dive,required,max=20" doc:"Mensajes que difunde" example:"[\"m1\"]"`
	// Entidades are those of local media; empty means nationwide.
	Entidades []string    `json:"entidades,omitempty" validate:"omitempty,max=32,unique,dive,oneof=01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32" doc:"Entidades de los medios locales, por su clave INEGI; ninguna si es nacional" example:"[\"14\"]"`
	Inicio    fecha.Fecha `json:"inicio" validate:"required" doc:"Primer día de difusión" example:"2026-10-05"`
	Fin       fecha.Fecha `json:"fin" validate:"required" doc:"Último día de difusión" example:"2026-11-15"`
	Espacios  int         `json:"espacios,omitempty" validate:"min=0,max=1000000000" doc:"Espacios, impactos o ejemplares previstos" example:"240"`
}

// Linea is a line of the campaign's budget.
type Linea struct {
	Clave   string `json:"clave" validate:"required,max=20" doc:"Clave del renglón de presupuesto" example:"L1"`
	Partida string `json:"partida" validate:"required,min=4,max=10,digitos" doc:"Partida de gasto" example:"36101"`
	// Concepto is the service, as the monthly record will describe it.
	Concepto string `json:"concepto" validate:"required,max=300" doc:"Servicio" example:"Transmisión de anuncios de 30 segundos"`
	// Difusion is the line of the calendar it pays for; empty for production
	// and studies.
	Difusion  string     `json:"difusion,omitempty" validate:"omitempty,max=20" doc:"Renglón del calendario que paga; ninguno si es producción o estudio" example:"tv1"`
	Proveedor *Proveedor `json:"proveedor,omitempty" validate:"omitempty" doc:"A quién se prevé contratar"`
	Unidad    string     `json:"unidad_medida" validate:"required,max=60" doc:"Unidad de medida" example:"anuncio"`
	Cantidad  int        `json:"cantidad" validate:"min=1,max=10000000" doc:"Unidades de medida" example:"240"`
	// Costo is centavos per unit, before tax; IVA the tax of the whole line.
	Costo int `json:"costo_unitario" validate:"min=0,max=100000000000" doc:"Costo, tarifa o cuota por unidad, en centavos y sin IVA" example:"2500000"`
	IVA   int `json:"iva" validate:"min=0,max=1000000000000" doc:"IVA del renglón, en centavos" example:"96000000"`
}

// Proveedor is the person or company hired.
type Proveedor struct {
	RFC    identificador.RFC `json:"rfc" validate:"required,max=13" doc:"RFC" example:"TSO000101AB1"`
	Nombre string            `json:"nombre" validate:"required,max=200" doc:"Nombre o razón social" example:"Televisora del Sol, S.A. de C.V."`
}

// Procedimiento is how the campaign will be evaluated (LGCS art. 26, fr. V).
type Procedimiento struct {
	Metodo  string `json:"metodo,omitempty" validate:"omitempty,max=1000" doc:"Procedimiento de evaluación" example:"Encuesta telefónica a la población objetivo, por empresa especializada"`
	Pretest bool   `json:"pretest,omitempty" doc:"Si habrá estudio previo" example:"false"`
	Postest bool   `json:"postest,omitempty" doc:"Si habrá estudio posterior" example:"true"`
}

// Planeado is what the line will cost, in centavos with tax.
func (l Linea) Planeado() int { return l.Cantidad*l.Costo + l.IVA }

// Planeado is what the campaign will cost, in centavos with tax.
func (c Contenido) Planeado() int {
	n := 0
	for _, l := range c.Lineas {
		n += l.Planeado()
	}
	return n
}

// Inicio and Fin are the first and last days of the calendar; zero when it is
// empty.
func (c Contenido) Inicio() fecha.Fecha {
	var f fecha.Fecha
	for _, d := range c.Difusiones {
		if f.IsZero() || d.Inicio.Before(f) {
			f = d.Inicio
		}
	}
	return f
}

// Fin is the last day of the calendar.
func (c Contenido) Fin() fecha.Fecha {
	var f fecha.Fecha
	for _, d := range c.Difusiones {
		if d.Fin.After(f) {
			f = d.Fin
		}
	}
	return f
}

func (c Contenido) difusion(clave string) (Difusion, bool) {
	i := slices.IndexFunc(c.Difusiones, func(d Difusion) bool { return d.Clave == clave })
	if i < 0 {
		return Difusion{}, false
	}
	return c.Difusiones[i], true
}

func (c Contenido) linea(clave string) (Linea, bool) {
	i := slices.IndexFunc(c.Lineas, func(l Linea) bool { return l.Clave == clave })
	if i < 0 {
		return Linea{}, false
	}
	return c.Lineas[i], true
}
