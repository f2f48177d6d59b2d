package difusion_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/siade/difusion"
)

// How many people an activity attended is the sum of those of each kind.
func ExampleCelebracion_Personas() {
	c := difusion.Celebracion{Atendidas: []difusion.Atendidas{{Poblacion: difusion.Pensionada, Personas: 102}, {Poblacion: difusion.Beneficiaria, Personas: 30}}}
	fmt.Println(c.Personas())
	// Output: 132
}
