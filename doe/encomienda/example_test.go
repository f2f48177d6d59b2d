package encomienda_test

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// A superior assigns a task; the unit takes it under its residual function.
func Example() {
	c := tramite.Contexto{
		Ahora:    fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour),
		Actor:    doe.Actor{Sub: "ao", Unidad: "doe-7.1.3", Puesto: doe.Titular},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "ENC-2026-09-0000001-X",
	}
	h, err := tramite.Crear(encomienda.Encomiendas, encomienda.Encargar, encomienda.Encargar.Ejemplo, c)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(h.Registro.Unidad, h.Eventos[0].Fundamento.Tipo, h.Eventos[0].Fundamento.Funciones.Lista())
	c.Actor = doe.Actor{Sub: "div", Unidad: "doe-7.1.3.1", Puesto: doe.Titular}
	h, err = tramite.Ejecutar(encomienda.Encomiendas, h.Registro, encomienda.Aceptar, encomienda.Aceptacion{}, c)
	fmt.Println(h.Registro.Estado, h.Eventos[0].Fundamento.Tipo, h.Eventos[0].Fundamento.Funciones.Lista(), err)
	// Output:
	// doe-7.1.3.1 jerarquico [doe-7.1.3/17]
	// aceptada expreso [doe-7.1.3.1/15] <nil>
}
