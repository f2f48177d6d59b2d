package siade_test

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// A petition resolved at contact: one call, four events, each with the
// function that empowers it.
func Example() {
	h, err := tramite.Crear(siade.Peticiones, siade.Registrar, siade.Registro{
		Canal:             siade.Modulo,
		Peticionario:      siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Prado", AvisoPrivacidad: "2025-03"},
		Relato:            "¿Cómo registro a mi hija?",
		Clasificacion:     &siade.Clasificacion{Tipo: siade.Orientacion},
		AtencionInmediata: &siade.AtencionInmediata{Respuesta: "Con su acta y la CURP, en su clínica."},
	}, contextoEjemplo())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range h.Eventos {
		fmt.Println(e.Acto, e.Fundamento.Facultad, e.Fundamento.Funciones.Lista())
	}
	fmt.Println(h.Registro.Estado, h.Registro.Peticionario.Identidad, h.Reservados[0].Clase)
	// Output:
	// registrar siade.registro:registrar [caood-7.1/2 caood-7.1/3]
	// clasificar siade.clasificacion:registrar [caood-7.1/2]
	// responder siade.atencion:atender [caood-7.1/2 caood-7.1/3]
	// cerrar siade.atencion:atender [caood-7.1/2 caood-7.1/3]
	// cerrada ref-1 peticionario
}

func ExamplePeticion_Publica() {
	c := contextoEjemplo()
	h, _ := tramite.Crear(siade.Peticiones, siade.Registrar, siade.Registro{
		Canal: siade.Telefono, Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true},
		Relato: "No surtieron mi receta.", Clasificacion: &siade.Clasificacion{Tipo: siade.Gestion},
	}, c)
	v := h.Registro.Publica()
	fmt.Println(v.EstadoTexto, v.Siguiente, v.Hasta, v.Actos)
	// Output: Clasificada El Instituto le responderá. 2026-03-16 [aportar desistir adjuntar]
}

func contextoEjemplo() tramite.Contexto {
	n := 0
	return tramite.Contexto{
		Ahora:    fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour),
		Actor:    doe.Actor{Sub: "taod-14-007", Nombre: "Persona técnica", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "SIADE-2026-14-0000001-X",
		Azar: func() string { n++; return fmt.Sprintf("ref-%d", n) },
	}
}
