package oficial_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe/oficial"
)

// BenchmarkLeerYRevisar reads and reviews both manuals; two seconds is the bar.
func BenchmarkLeerYRevisar(b *testing.B) {
	compartido(b, "manuales", "G000-002-001.txt")
	for b.Loop() {
		oficial.Revisar(hoy, losManuales(b)...)
	}
}
