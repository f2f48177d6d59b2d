package version_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// What was done in February is judged by the version of February, whatever
// came in force later.
func ExampleDocumento_En() {
	d := doc("2026-01-10", "2026-03-01")
	v, _ := d.En(fecha.MustParse("2026-02-15"))
	fmt.Println("versión", v.Numero)
	_, hay := d.En(fecha.MustParse("2025-12-31"))
	fmt.Println("antes de la primera:", hay)
	// Output:
	// versión 1
	// antes de la primera: false
}
