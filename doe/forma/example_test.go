package forma_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe/forma"
)

func ExampleValidar() {
	type Prorroga struct {
		Dias   int    `json:"dias" validate:"min=1,max=20"`
		Motivo string `json:"motivo" validate:"required,max=500"`
	}
	for _, f := range forma.Validar(Prorroga{Dias: 40}, "body") {
		fmt.Println(f.Ubicacion, f.Codigo, f.Es)
	}
	// Output:
	// body.dias mayor-que-maximo Debe ser como máximo 20.
	// body.motivo requerido Falta este dato obligatorio.
}
