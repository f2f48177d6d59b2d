package indicador

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Punto is what a series has of one organ in one period.
type Punto struct {
	Periodo Periodo `json:"periodo" doc:"Periodo" example:"2026-T1"`
	Medido  string  `json:"medido" doc:"Clave de a quién se mide" example:"ooad-14"`
	Nombre  string  `json:"nombre" doc:"A quién se mide"`
	Resultado
	Meta         cantidad.Valor `json:"meta" doc:"Meta que regía" example:"95"`
	Alcanzada    bool           `json:"alcanzada" doc:"Si alcanza la meta"`
	Corte        fecha.Fecha    `json:"corte" doc:"Corte de los datos" example:"2026-03-31"`
	Fuentes      []string       `json:"fuentes" doc:"De dónde se tomaron los datos"`
	Estado       tramite.Estado `json:"estado" doc:"Estado de la medición" example:"validada"`
	Folio        string         `json:"folio" doc:"Folio de la medición"`
	Definicion   string         `json:"definicion" doc:"Folio de la definición con que se calificó"`
	Version      int            `json:"version" doc:"Versión de esa definición" example:"1"`
	Extemporanea bool           `json:"extemporanea" doc:"Si se reportó tarde"`
	// Corregida comes with the first value.
	Corregida bool       `json:"corregida" doc:"Si se corrigió"`
	Primera   *Resultado `json:"primera,omitempty" doc:"Lo que daba la primera captura, si se corrigió"`
	// CambiaDefinicion warns that it does not compare with the point before.
	CambiaDefinicion bool `json:"cambia_definicion" doc:"Si la definición cambió desde el punto anterior del mismo medido"`
}

// Serie puts measurements in the order of their organs and periods. Those
// cancelled are left out; those without a report yet show no value.
func Serie(ms []Medicion) []Punto {
	var out []Punto
	for _, m := range ms {
		if m.Estado != Cancelada {
			out = append(out, m.punto())
		}
	}
	slices.SortStableFunc(out, func(a, b Punto) int {
		if c := strings.Compare(a.Medido, b.Medido); c != 0 {
			return c
		}
		return a.Periodo.Fin().Compare(b.Periodo.Fin())
	})
	for i := 1; i < len(out); i++ {
		out[i].CambiaDefinicion = out[i].Medido == out[i-1].Medido && out[i].Definicion != out[i-1].Definicion
	}
	return out
}

func (m Medicion) punto() Punto {
	p := Punto{
		Periodo: m.Periodo, Medido: m.MedidoClave, Nombre: m.MedidoNombre, Resultado: m.Resultado, Meta: m.Regla.Meta.Valor,
		Corte: m.Corte, Fuentes: []string{}, Estado: m.Estado, Folio: m.Folio, Definicion: m.Indicador, Version: m.Numero,
	}
	if m.Valor != nil {
		p.Alcanzada = m.Regla.Meta.Alcanzada(m.Regla.Sentido, *m.Valor)
	}
	u, hay := m.Ultima()
	if !hay {
		return p
	}
	p.Extemporanea = m.Capturas[0].Extemporanea
	for _, d := range u.Datos {
		if !slices.Contains(p.Fuentes, d.Fuente) {
			p.Fuentes = append(p.Fuentes, d.Fuente)
		}
	}
	if len(m.Capturas) > 1 {
		p.Corregida, p.Primera = true, &m.Capturas[0].Resultado
	}
	return p
}
