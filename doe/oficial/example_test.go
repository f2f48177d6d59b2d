package oficial_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
)

const breve = `7. Funciones sustantivas

7.1 Dirección de Faros

1. Encender cada lámpara al caer la tarde y apagarla
cuando salga el sol.

2. Reparar las lámparas según diga la Secretaría de la Función Pública.
`

func ExampleLeer() {
	m, err := oficial.Leer([]byte(breve))
	if err != nil {
		panic(err)
	}
	for _, u := range m.Unidades {
		fmt.Println(u.Clave, u.Nombre)
		for _, f := range u.Funciones {
			fmt.Println(u.De(f.Numero), f.Texto)
		}
	}
	// Output:
	// manual-7.1 Dirección de Faros
	// manual-7.1/1 Encender cada lámpara al caer la tarde y apagarla cuando salga el sol.
	// manual-7.1/2 Reparar las lámparas según diga la Secretaría de la Función Pública.
}

func ExampleRevisar() {
	m, err := oficial.Leer([]byte(breve))
	if err != nil {
		panic(err)
	}
	for _, h := range oficial.Revisar(fecha.MustParse("2025-06-02"), m) {
		fmt.Println(h.Funcion, h.Tipo)
	}
	// Output: manual-7.1/2 referencia
}

func ExampleComparar() {
	antes, err := oficial.Leer([]byte(breve))
	if err != nil {
		panic(err)
	}
	ahora, err := oficial.Leer([]byte(breve + "\n3. Contar los barcos que pasan de noche.\n"))
	if err != nil {
		panic(err)
	}
	for _, f := range oficial.Comparar(doe.Vigente(), antes, ahora).Funciones {
		fmt.Println(f.Tipo, f.Ahora)
	}
	// Output: agregada manual-7.1/3
}
