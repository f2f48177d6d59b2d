package indicador_test

import (
	"errors"
	"fmt"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/indicador"
)

// A formula is compiled when it is defined; what it gives is exact, and the
// arithmetic can be shown.
func ExampleCompile() {
	f, err := indicador.Compile("100 * en_plazo / respondidas", []string{"en_plazo", "respondidas"})
	if err != nil {
		fmt.Println(err)
		return
	}
	e := f.Evaluar(map[string]cantidad.Valor{"en_plazo": 118_00, "respondidas": 120_00})
	fmt.Println(e.Valor)
	for _, p := range e.Pasos {
		fmt.Println(p.Operandos[0], p.Operacion, p.Operandos[1], "=", p.Resultado)
	}
	fmt.Println(f.Evaluar(map[string]cantidad.Valor{"en_plazo": 0, "respondidas": 0}).SinDato)

	_, err = indicador.Compile("100 * en_plaso / respondidas", []string{"en_plazo", "respondidas"})
	var fallas indicador.ErrFormula
	if errors.As(err, &fallas) {
		for _, x := range fallas {
			fmt.Println(x.Causa, x.Posicion)
		}
	}
	// Output:
	// 98.33
	// 100 * 118 = 11800
	// 11800 / 120 = 98.3333333333333333
	// division_entre_cero
	// variable_desconocida 7
	// variable_sin_uso 0
}
