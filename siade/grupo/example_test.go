package grupo_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/siade/grupo"
)

// With what a group without legal existence may prove who speaks for it, where
// no directive says otherwise.
func ExampleRequisitos() {
	for _, r := range grupo.Requisitos() {
		if r.Clase == grupo.Colectivo {
			fmt.Println(r.Documento, r.Meses)
		}
	}
	// Output:
	// carta_poder 6
	// acta_asamblea 12
}
