package deteccion

import (
	"fmt"
	"math"
)

// explicar says why a cell is told.
func (x Hallazgo) explicar() string {
	s := fmt.Sprintf("En %s se registraron %d peticiones, del %s al %s.", semanas(x.Semanas), x.Observados, x.Desde, x.Hasta)
	if x.SemanasHistoria >= minHistoria {
		s += fmt.Sprintf(" Por sus %d semanas de historia se esperaban %s (de %d a %d)", x.SemanasHistoria, x.Esperados, x.Bajo, x.Alto)
		if x.Brotes > 0 {
			s += fmt.Sprintf(", con %s de brote que pesan menos", semanas(x.Brotes))
		}
		if x.MovimientoPares > 100 {
			s += fmt.Sprintf(", ya contado que sus pares dieron %s veces lo suyo", x.MovimientoPares)
		}
		s += fmt.Sprintf("; tantas o más vendrían sin causa %s.", unaEn(x.P))
	}
	if x.Pares > 0 {
		s += fmt.Sprintf(" A su volumen, la parte que este asunto tiene en sus %d pares daría %s; tantas o más, %s.", x.Pares, x.EsperadosPares, unaEn(x.PPares))
	}
	return s + fmt.Sprintf(" De lo señalado a este nivel, se acepta que sea casual el %s por ciento.", x.Q)
}

func semanas(n int) string {
	if n == 1 {
		return "1 semana"
	}
	return fmt.Sprintf("%d semanas", n)
}

// unaEn says a probability in millionths.
func unaEn(p int) string {
	switch {
	case p <= 1:
		return "menos de una vez en un millón"
	case p >= 500_000:
		return "más de la mitad de las veces"
	}
	return fmt.Sprintf("una vez en %d", int(math.Round(1e6/float64(p))))
}
