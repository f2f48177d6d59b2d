package plazo_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

func ExampleCalendarios_Contar() {
	t := plazo.Termino{Cuenta: 3, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Cita{Norma: "LFPA", Lugar: "art. 17"}}
	k, err := plazo.Oficiales().Contar(t, fecha.MustParse("2023-03-17"), plazo.Opciones{})
	if err != nil {
		fmt.Println(err)
	}
	for _, p := range k.Derivacion {
		fmt.Println(p.Fecha, p.Cuenta, p.Motivo)
	}
	fmt.Println(t, "vence", k.Vence)
	// Output:
	// 2023-03-18 0 sábado
	// 2023-03-19 0 domingo
	// 2023-03-20 1 día hábil
	// 2023-03-21 0 21 de marzo (LFPA art. 28)
	// 2023-03-22 2 día hábil
	// 2023-03-23 3 día hábil
	// 3 días hábiles (LFPA) vence 2023-03-23
}

func ExampleCalendarios_Contar_meses() {
	t := plazo.Termino{Cuenta: 1, Clase: plazo.Meses, Calendario: plazo.LFPA}
	k, err := plazo.Oficiales().Contar(t, fecha.MustParse("2025-01-31"), plazo.Opciones{})
	if err != nil {
		fmt.Println(err)
	}
	for _, p := range k.Derivacion {
		fmt.Println(p.Fecha, p.Cuenta, p.Motivo)
	}
	// Output:
	// 2025-03-01 1 mes 1: no hay día 31, pasa al primero del mes siguiente, pero no puede vencer en sábado
	// 2025-03-02 0 domingo
	// 2025-03-03 0 vence el siguiente día hábil
}

func ExampleCalendarios_Con() {
	t := plazo.Termino{Cuenta: 20, Clase: plazo.Habiles, Calendario: plazo.LFPA}
	desde, viernes := fecha.MustParse("2025-03-20"), fecha.MustParse("2025-04-18")
	c := plazo.Oficiales()
	antes, _ := c.Vence(t, desde, plazo.Opciones{})
	c = c.Con(plazo.Suspension{Clave: "2025-1", Instrumento: "Acuerdo publicado en el DOF",
		Calendarios: []plazo.NombreCalendario{plazo.LFPA}, Desde: viernes, Hasta: viernes})
	despues, _ := c.Vence(t, desde, plazo.Opciones{})
	fmt.Println(antes, despues)
	// Output: 2025-04-18 2025-04-21
}
