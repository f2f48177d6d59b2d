package estadistica

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// porCada is the population that rates are told for.
const porCada = 100_000

// SinDenominador says that no population on record serves the period.
var SinDenominador = falla.Regla{Codigo: "sin-denominador", Es: "Ninguna población registrada de ese concepto sirve al periodo: regístrela en poblaciones, con su fuente y su corte.", En: "No population of that kind on record serves the period: register it, with its source and cut-off date."}

// ConsultaComparacion is what is asked of a comparison between OOAD.
type ConsultaComparacion struct {
	Consulta
	Medida   Medida
	Concepto Concepto
}

// Comparacion compares the OOAD by their rate per 100,000.
type Comparacion struct {
	Medida Medida      `json:"medida" doc:"Medida" example:"registradas"`
	Desde  fecha.Fecha `json:"desde" doc:"Primer día" example:"2026-01-01"`
	Hasta  fecha.Fecha `json:"hasta" doc:"Último día" example:"2026-03-31"`
	// Denominador is the population that the rates rest on.
	Denominador Denominador `json:"denominador" doc:"Población en que descansan las tasas"`
	Intervalo   string      `json:"intervalo" doc:"Con qué método y confianza se dan los límites" example:"Poisson al 95 %: exacto hasta 9 casos, aproximación de Byar desde 10"`
	Filas       []Comparado `json:"filas" doc:"Los OOAD, de mayor a menor tasa"`
	// Nacional gathers the OOAD compared.
	Nacional Comparado `json:"nacional" doc:"El conjunto de los que se comparan; sin lugar"`
	// SinDenominador are those without population, which are not compared.
	SinDenominador []SinPoblacion `json:"sin_denominador" doc:"Los que no se comparan porque la publicación no da su población"`
	// Corte is set by who knows when it was counted.
	Corte fecha.Instante `json:"corte" doc:"Instante al que se contó" example:"2026-03-31T18:00:00.000000Z"`
}

// Denominador says where a population comes from.
type Denominador struct {
	Folio     string      `json:"folio" doc:"Folio en el registro de poblaciones" example:"POB-2026-09-0000001-X"`
	Concepto  Concepto    `json:"concepto" doc:"Qué cuenta" example:"asegurados"`
	Corte     fecha.Fecha `json:"corte" doc:"Día a que corresponde" example:"2025-12-31"`
	Fuente    string      `json:"fuente" doc:"Quién la publica" example:"Memoria estadística, puestos asegurados por OOAD"`
	Documento string      `json:"documento" doc:"Dónde se consulta" example:"Oficio UAD/0123/2026"`
}

// FrenteAlConjunto says whether a rate differs from that of all.
type FrenteAlConjunto string

// How a rate stands against that of all.
const (
	PorEncima  FrenteAlConjunto = "por_encima"
	PorDebajo  FrenteAlConjunto = "por_debajo"
	SinDiferir FrenteAlConjunto = "sin_diferencia"
)

// Comparado is an OOAD in the comparison.
type Comparado struct {
	OOAD string `json:"ooad,omitempty" doc:"OOAD; falta en el conjunto" example:"14"`
	// Lugar is by the rate alone; those of equal rate share it.
	Lugar  int  `json:"lugar,omitempty" doc:"Lugar por su tasa; los de igual tasa lo comparten" example:"3"`
	Empate bool `json:"empate,omitempty" doc:"Si comparte el lugar" example:"false"`
	// LugarMejor and LugarPeor are the places that chance does not rule out.
	LugarMejor int            `json:"lugar_mejor,omitempty" doc:"Primer lugar que sus límites no descartan" example:"1"`
	LugarPeor  int            `json:"lugar_peor,omitempty" doc:"Último lugar que sus límites no descartan" example:"7"`
	Casos      int            `json:"casos" doc:"Valor de la medida" example:"120"`
	Poblacion  int            `json:"poblacion" doc:"Denominador" example:"1849999"`
	Tasa       cantidad.Valor `json:"tasa" doc:"Casos por cada 100,000" example:"6.49"`
	Inferior   cantidad.Valor `json:"inferior" doc:"Límite inferior de la tasa" example:"5.38"`
	Superior   cantidad.Valor `json:"superior" doc:"Límite superior de la tasa" example:"7.76"`
	// Frente says whether its limits leave out the rate of all.
	Frente FrenteAlConjunto `json:"frente,omitempty" doc:"por_encima o por_debajo si sus límites dejan fuera la tasa del conjunto; si no, sin_diferencia" example:"sin_diferencia"`
}

// SinPoblacion is what is not compared.
type SinPoblacion struct {
	OOAD  string `json:"ooad" doc:"OOAD; 09 es el nivel central" example:"09"`
	Casos int    `json:"casos" doc:"Valor de la medida" example:"4"`
}

// LeerComparacion reads the query of a comparison: the parameters of [Leer]
// without agrupar nor ooad, with medida and concepto. The error tells every
// fault at once.
func LeerComparacion(parametros map[string]string, hoy fecha.Fecha) (ConsultaComparacion, error) {
	var f falla.Fallas
	c := ConsultaComparacion{Medida: Medida(tomar(parametros, "medida", "registradas")), Concepto: Concepto(tomar(parametros, "concepto", string(Asegurados)))}
	c.Consulta = leer(sin(parametros, "medida", "concepto"), hoy, &f)
	f.Si(len(c.Agrupar) > 0, parametro, "query.agrupar")
	f.Si(len(c.Filtros[OOAD]) > 0, parametro, "query.ooad")
	f.Si(!slices.Contains(DeComparacion(), c.Medida), forma.NoPermitido, "query.medida", unir(DeComparacion()))
	_, err := ParseConcepto(string(c.Concepto))
	f.Si(err != nil, forma.NoPermitido, "query.concepto", unir(conceptos.Claves()))
	c.Agrupar, c.Filtros[OOAD] = []Dimension{OOAD}, nil
	f = append(f, c.Validar()...)
	return c, enError(f)
}

// Responder compares the OOAD with the rows of the sums that it asks for. An
// OOAD of the publication without any case is compared too. The error is
// invalid, with [SinDenominador], when no population serves the period.
func (c ConsultaComparacion) Responder(ps []Poblacion, sumar Sumar) (Comparacion, error) {
	p, hay := Vigente(ps, c.Concepto, c.Hasta)
	if !hay {
		return Comparacion{}, enError(falla.Fallas{SinDenominador.Rota("query.concepto")})
	}
	plan, err := Planear(c.Consulta)
	if err != nil {
		return Comparacion{}, err
	}
	def, _ := DefDe(c.Medida)
	r, err := plan.solo(def.usa...).Responder(sumar)
	if err != nil {
		return Comparacion{}, err
	}
	out := Comparacion{
		Medida: c.Medida, Desde: c.Desde, Hasta: c.Hasta, Filas: []Comparado{}, SinDenominador: []SinPoblacion{},
		Denominador: Denominador{Folio: p.Folio, Concepto: p.Concepto, Corte: p.Corte, Fuente: p.Fuente, Documento: p.Documento},
		Intervalo:   "Poisson al 95 %: exacto hasta 9 casos, aproximación de Byar desde 10",
	}
	casos := map[string]int{}
	for _, l := range r.Filas {
		n := int(*def.De(l.Medidas)) / 100
		if casos[*l.OOAD] = n; p.de(*l.OOAD) == 0 && n > 0 {
			out.SinDenominador = append(out.SinDenominador, SinPoblacion{*l.OOAD, n})
		}
	}
	for _, v := range p.Valores {
		out.Filas = append(out.Filas, comparado(v.OOAD, casos[v.OOAD], v.Personas))
		out.Nacional.Casos += casos[v.OOAD]
		out.Nacional.Poblacion += v.Personas
	}
	out.Nacional = comparado("", out.Nacional.Casos, out.Nacional.Poblacion)
	out.ordenar()
	return out, nil
}

// comparado is the rate of a body with its limits: rounded, the limits outward.
func comparado(ooad string, casos, poblacion int) Comparado {
	inferior, superior := poisson95(casos)
	const k = porCada * 100 / diezmil // hundredths of a case per 100,000, of a ten-thousandth of a case
	n := int64(poblacion)
	return Comparado{
		OOAD: ooad, Casos: casos, Poblacion: poblacion, Tasa: redondear(int64(casos)*porCada*100, n),
		Inferior: cantidad.Valor(inferior * k / n), Superior: cantidad.Valor((superior*k + n - 1) / n),
	}
}

// ordenar puts the highest rate first and gives out the places.
func (c *Comparacion) ordenar() {
	slices.SortFunc(c.Filas, func(a, b Comparado) int {
		return cmp.Or(cmp.Compare(tasa(b, a), tasa(a, b)), cmp.Compare(a.OOAD, b.OOAD))
	})
	for i := range c.Filas {
		x := &c.Filas[i]
		x.Lugar, x.LugarMejor, x.LugarPeor, x.Frente = i+1, 1, len(c.Filas), SinDiferir
		if i > 0 && tasa(*x, c.Filas[i-1]) == tasa(c.Filas[i-1], *x) {
			x.Lugar, x.Empate, c.Filas[i-1].Empate = c.Filas[i-1].Lugar, true, true
		}
		for _, o := range c.Filas {
			switch {
			case o.Inferior > x.Superior:
				x.LugarMejor++
			case o.Superior < x.Inferior:
				x.LugarPeor--
			}
		}
		switch {
		case x.Inferior > c.Nacional.Tasa:
			x.Frente = PorEncima
		case x.Superior < c.Nacional.Tasa:
			x.Frente = PorDebajo
		}
	}
}

// tasa is the rate of a, in proportion to that of b: exact, to compare both.
func tasa(a, b Comparado) int64 { return int64(a.Casos) * int64(b.Poblacion) }
