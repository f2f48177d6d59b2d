package indicador

import (
	"cmp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// Lugar is the place of an organ in a comparison.
type Lugar struct {
	Lugar  int    `json:"lugar" doc:"Lugar, 1 el mejor; los empatados comparten lugar" example:"1"`
	Empate bool   `json:"empate" doc:"Si otro tiene el mismo valor"`
	Medido string `json:"medido" doc:"Clave de a quién se mide" example:"ooad-14"`
	Nombre string `json:"nombre" doc:"A quién se mide"`
	Resultado
	Folio string `json:"folio" doc:"Folio de la medición"`
}

// Causa is why an organ cannot be compared.
type Causa string

// The reasons why one cannot be compared, or does not count in a roll-up.
const (
	// NoSolicitada: nobody asked for its measurement.
	NoSolicitada Causa = "no_solicitada"
	// NoReportada: it owes its report.
	NoReportada Causa = "no_reportada"
	// PorValidar: what it reported is not yet held right.
	PorValidar Causa = "por_validar"
	// OtraDefinicion: it was measured with another version.
	OtraDefinicion Causa = "otra_definicion"
	// OtroCorte: its data were cut on another day than those of most.
	OtroCorte Causa = "otro_corte"
	// SinValor: its values give no number.
	SinValor Causa = "sin_dato"
)

// NoComparable is an organ left out of a comparison, and why.
type NoComparable struct {
	Medido  string  `json:"medido" doc:"Clave de a quién se mide" example:"ooad-15"`
	Nombre  string  `json:"nombre,omitempty" doc:"A quién se mide"`
	Periodo Periodo `json:"periodo" doc:"Periodo que le falta" example:"2026-T1"`
	Causa   Causa   `json:"causa" doc:"Por qué: no_solicitada, no_reportada, por_validar, otra_definicion, otro_corte o sin_dato" example:"por_validar"`
	Folio   string  `json:"folio,omitempty" doc:"Folio de la medición, si la hay"`
}

// Comparacion ranks the organs that an indicator measured in a period.
type Comparacion struct {
	Indicador     string         `json:"indicador" doc:"Folio del indicador"`
	Periodo       Periodo        `json:"periodo" doc:"Periodo" example:"2026-T1"`
	Sentido       plan.Sentido   `json:"sentido" doc:"Hacia dónde mejora" example:"ascendente"`
	UnidadMedida  string         `json:"unidad_medida" doc:"Unidad del resultado" example:"por ciento"`
	Meta          cantidad.Valor `json:"meta" doc:"Meta que rige al término del periodo" example:"95"`
	Corte         fecha.Fecha    `json:"corte,omitzero" doc:"Corte con que se compara"`
	Lugares       []Lugar        `json:"lugares" doc:"De mejor a peor"`
	NoComparables []NoComparable `json:"no_comparables" doc:"Los que no se comparan y por qué"`
}

// Comparar ranks who the indicator measures by their validated results. Ties
// share their place and the next places are skipped; who cannot be compared is
// told with the reason.
func Comparar(i Indicador, p Periodo, ms []Medicion) Comparacion {
	c := Comparacion{Indicador: i.Folio, Periodo: p, Lugares: []Lugar{}, NoComparables: []NoComparable{}}
	if i.Ficha == nil {
		return c
	}
	regla := i.Ficha.regla(p)
	c.Sentido, c.UnidadMedida, c.Meta = regla.Sentido, regla.UnidadMedida, regla.Meta.Valor
	ms, c.NoComparables = aptas(i, p, ms)
	c.Corte = corteComun(ms)
	for _, m := range ms {
		switch {
		case m.Corte != c.Corte:
			c.NoComparables = append(c.NoComparables, m.fuera(OtroCorte))
		case m.Valor == nil:
			c.NoComparables = append(c.NoComparables, m.fuera(SinValor))
		default:
			c.Lugares = append(c.Lugares, Lugar{Medido: m.MedidoClave, Nombre: m.MedidoNombre, Resultado: m.Resultado, Folio: m.Folio})
		}
	}
	ordenar(c.Lugares, regla)
	slices.SortFunc(c.NoComparables, func(a, b NoComparable) int { return strings.Compare(a.Medido, b.Medido) })
	return c
}

func (m Medicion) fuera(c Causa) NoComparable {
	return NoComparable{Medido: m.MedidoClave, Nombre: m.MedidoNombre, Periodo: m.Periodo, Causa: c, Folio: m.Folio}
}

// aptas are the validated measurements of a period under the definition, and
// the rest of who should have one.
func aptas(i Indicador, p Periodo, ms []Medicion) ([]Medicion, []NoComparable) {
	out, fuera := []Medicion{}, []NoComparable{}
	vistos := map[string]bool{}
	for _, m := range ms {
		if m.Periodo != p || m.Clave != i.Clave || m.Estado == Cancelada {
			continue
		}
		vistos[m.MedidoClave] = true
		switch {
		case m.Indicador != i.Folio:
			fuera = append(fuera, m.fuera(OtraDefinicion))
		case len(m.Capturas) == 0:
			fuera = append(fuera, m.fuera(NoReportada))
		case !m.Cuenta():
			fuera = append(fuera, m.fuera(PorValidar))
		default:
			out = append(out, m)
		}
	}
	for _, m := range i.Medidos() {
		if !vistos[m.Clave()] {
			fuera = append(fuera, NoComparable{Medido: m.Clave(), Periodo: p, Causa: NoSolicitada})
		}
	}
	return out, fuera
}

// corteComun is the cut-off of most, the latest of several equally common.
func corteComun(ms []Medicion) fecha.Fecha {
	veces := map[fecha.Fecha]int{}
	var c fecha.Fecha
	for _, m := range ms {
		veces[m.Corte]++
		if n := veces[m.Corte]; n > veces[c] || n == veces[c] && m.Corte.After(c) {
			c = m.Corte
		}
	}
	return c
}

// ordenar ranks from best to worst.
func ordenar(ls []Lugar, r Regla) {
	slices.SortFunc(ls, func(a, b Lugar) int {
		if c := peor(r, *a.Valor, *b.Valor); c != 0 {
			return c
		}
		return strings.Compare(a.Medido, b.Medido)
	})
	for i := range ls {
		ls[i].Lugar = i + 1
		if i > 0 && peor(r, *ls[i-1].Valor, *ls[i].Valor) == 0 {
			ls[i].Lugar, ls[i].Empate, ls[i-1].Empate = ls[i-1].Lugar, true, true
		}
	}
}

// peor compares two values: positive when the first is worse.
func peor(r Regla, a, b cantidad.Valor) int {
	switch r.Sentido {
	case plan.Descendente:
		return cmp.Compare(a, b)
	case plan.Mantener:
		return cmp.Compare(distancia(a, r.Meta.Valor), distancia(b, r.Meta.Valor))
	default:
		return cmp.Compare(b, a)
	}
}
