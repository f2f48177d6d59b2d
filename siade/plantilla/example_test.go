package plantilla_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/siade/plantilla"
)

// The record fills what it has; the rest is given, or told to be missing.
func ExampleContenido_Llenar() {
	e := plantilla.Contenido{
		Texto: "En respuesta a su petición {{folio}}: acuda el {{dia}}. {{nota}}",
		Campos: []plantilla.Campo{
			{Clave: "folio", Clase: plantilla.EsFolio, De: plantilla.DeFolio},
			{Clave: "dia", Clase: plantilla.EsFecha},
			{Clave: "nota", Clase: plantilla.EsTexto, Opcional: true},
		},
	}
	datos := plantilla.Datos{plantilla.DeFolio: "SIADE-2026-14-0000002-V"}
	_, _, fallas := e.Llenar(datos, nil)
	fmt.Println(fallas[0].Codigo, fallas[0].Es)
	texto, _, _ := e.Llenar(datos, []plantilla.Valor{{Campo: "dia", Valor: "2026-03-09"}})
	fmt.Println(texto)
	// Output:
	// SIADE-PLANTILLA-08 Falta el campo «dia».
	// En respuesta a su petición SIADE-2026-14-0000002-V: acuda el 9 de marzo de 2026.
}
