package programa_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/programa"
)

// Who makes the programme of a unit, and whose takes it in.
func Example() {
	f, _ := programa.Filas().De("doe-7.1.4.2.1")
	fmt.Println(f.Elabora, "por", f.Funcion, "→", f.Integra)
	f, _ = programa.Filas().De(doe.Raiz)
	fmt.Println("el de la Dirección:", f.Elabora, "por", f.Funcion)
	_, propio := programa.Filas().De("doe-7.1.2.3.1")
	acoge, _ := programa.Filas().Acoge(doe.Vigente(), "doe-7.1.2.3.1")
	fmt.Println(propio, "sus renglones van en el de", acoge)
	fmt.Println(len(programa.Filas()), "programas;", len(programa.Filas().SinPrograma(doe.Vigente())), "unidades sin el suyo")
	// Output:
	// doe-7.1.4.2.1 por doe-7.1.4.2.1/1 → doe-7.1.4.2
	// el de la Dirección: doe-7.1.5.2 por doe-7.1.5.2/1
	// false sus renglones van en el de doe-7.1.2.3
	// 37 programas; 21 unidades sin el suyo
}
