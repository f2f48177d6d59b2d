package modulo_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/siade/modulo"
)

// A desk open from eight to eight has one person in the morning.
func ExampleDescubierto() {
	abre := []modulo.Jornada{{Dias: []modulo.Dia{modulo.Lunes, modulo.Martes}, De: 8 * 60, A: 20 * 60}}
	matutino := []modulo.Jornada{{Dias: []modulo.Dia{modulo.Lunes, modulo.Martes}, De: 8 * 60, A: 14 * 60}}
	parcial := []modulo.Jornada{{Dias: []modulo.Dia{modulo.Lunes}, De: 14 * 60, A: 20 * 60}}
	for _, h := range modulo.Descubierto(abre, matutino, parcial) {
		fmt.Println(h.Dia, h.De, h.A)
	}
	// Output: martes 14:00 20:00
}
