package acuerdo_test

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// A unit agrees with its superior who does what and by when; who is in charge
// delivers, and who follows it verifies.
func Example() {
	c := tramite.Contexto{
		Ahora:    fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour),
		Actor:    doe.Actor{Sub: "vinc", Unidad: "doe-7.1.4", Puesto: doe.Titular},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "ACU-2026-09-0000001-X",
	}
	h, err := tramite.Crear(acuerdo.Acuerdos, acuerdo.Acordar, acuerdo.Acordar.Ejemplo, c)
	fmt.Println(h.Registro.Estado, h.Eventos[0].Fundamento.Funciones.Lista(), err)
	c.Actor = doe.Actor{Sub: "leg", Unidad: "doe-7.1.4.1", Puesto: doe.Titular}
	entrega := acuerdo.Reportar.Ejemplo
	entrega.Avance = tramite.Entero
	h, err = tramite.Ejecutar(acuerdo.Acuerdos, h.Registro, acuerdo.Reportar, entrega, c)
	fmt.Println(h.Registro.Estado, h.Eventos[0].Fundamento.Tipo, err)
	c.Actor = doe.Actor{Sub: "dir", Unidad: "doe-7.1", Puesto: doe.Titular}
	visto := acuerdo.Comprobacion{Verificado: tramite.Entero, Evidencias: []acuerdo.Fallo{{Evidencia: "E1", Resultado: acuerdo.Aceptada}}}
	h, err = tramite.Ejecutar(acuerdo.Acuerdos, h.Registro, acuerdo.Verificar, visto, c)
	fmt.Println(h.Registro.Estado, h.Registro.Desenlace.Grado, h.Eventos[0].Fundamento.Funciones.Lista(), err)
	// Output:
	// en_curso [doe-7.1.4/2] <nil>
	// entregado jerarquico <nil>
	// cumplido total [doe-7.1/13 doe-7.1/14] <nil>
}

// The quorum of a kind of meeting is data.
func ExampleQuorumDe() {
	q, _ := acuerdo.QuorumDe(acuerdo.Multidisciplinaria, fecha.MustParse("2026-03-02"))
	fmt.Println(q.Primera.De(9), q.Segunda.De(9), q.Presidencia, q.Fuente.EsConfiguracion())
	// Output: 5 2 true true
}
