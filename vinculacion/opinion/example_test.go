package opinion_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// A committee asks for an opinion and gives fifteen working days.
func Example() {
	c := tramite.Contexto{
		Ahora:    fecha.MustParse("2026-03-02").Inicio(),
		Actor:    doe.Actor{Sub: "inf-leg-02", Unidad: "doe-7.1.4.1.2", Puesto: doe.Personal},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "OPI-2026-09-0000001-K",
	}
	h, err := tramite.Crear(opinion.Opiniones, opinion.Registrar, opinion.Registrar.Ejemplo, c)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(h.Registro.Estado, h.Registro.ClaveAsunto())
	fmt.Println(h.Eventos[0].Fundamento.Tipo, h.Eventos[0].Fundamento.Funciones.Lista())
	fmt.Println("vence", opinion.Opiniones.Vencimiento(&h.Registro, &c).Vence)
	// Output:
	// registrada diputados/iniciativa/6921-II-3/2026-02-17
	// expreso [doe-7.1.4.1.2/6 doe-7.1.4.1.2/7]
	// vence 2026-03-23
}

// The term of whoever states none comes from the norm, where there is one.
func ExampleSupletorioDe() {
	s, _ := opinion.SupletorioDe(opinion.Comision, opinion.Diputados, true, fecha.MustParse("2026-03-02"))
	fmt.Println(s.Termino, "·", s.Termino.Fuente)
	s, _ = opinion.SupletorioDe(opinion.SAO, opinion.Diputados, false, fecha.MustParse("2026-03-02"))
	fmt.Println(s.Termino, "·", s.Termino.Fuente.EsConfiguracion())
	// Output:
	// 10 días naturales · Reglamento de la Cámara de Diputados art. 69
	// 5 días hábiles (LFPA) · true
}
