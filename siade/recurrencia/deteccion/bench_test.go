package deteccion_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// BenchmarkDetectar looks for what recurs among some 64,000 cells of 1,600
// sites over three years.
func BenchmarkDetectar(b *testing.B) {
	h := nuevoPais(9, 1600, 40, 164).historia(163)
	b.ReportMetric(float64(h.Celdas()), "celdas")
	b.ResetTimer()
	for range b.N {
		h.Detectar(deteccion.Opciones{Corte: primera + 163, Nivel: deteccion.Sitio})
	}
}
