package siade_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

func registroLargo() siade.Registro {
	e := entrada()
	e.Peticionario.Correo = "rosa.prado@example.org"
	e.Relato = strings.Repeat("No surtieron la receta. ", 14)[:330]
	return e
}

// One act on a petition of ordinary size: authority, shape, rules, deep copy,
// clocks and the bytes of the event.
func BenchmarkClasificar(b *testing.B) {
	c := contextoEjemplo()
	h, err := tramite.Crear(siade.Peticiones, siade.Registrar, registroLargo(), c)
	if err != nil {
		b.Fatal(err)
	}
	e := siade.Clasificacion{Tipo: siade.Gestion, Tema: "recetas", Servicio: "farmacia"}
	b.ReportAllocs()
	for b.Loop() {
		n, err := tramite.Ejecutar(siade.Peticiones, h.Registro, siade.Clasificar, e, c)
		if err != nil {
			b.Fatal(err)
		}
		_ = n.Eventos[0].Carga()
	}
}

// Four acts in one call, with the bytes of their events and of the record.
func BenchmarkRegistrarAlContacto(b *testing.B) {
	c, e := contextoEjemplo(), registroLargo()
	e.Clasificacion = &siade.Clasificacion{Tipo: siade.Orientacion}
	e.AtencionInmediata = &siade.AtencionInmediata{Respuesta: "Se orientó a la persona sobre el trámite y sus requisitos."}
	b.ReportAllocs()
	for b.Loop() {
		h, err := tramite.Crear(siade.Peticiones, siade.Registrar, e, c)
		if err != nil {
			b.Fatal(err)
		}
		for i := range h.Eventos {
			if _, err := json.Marshal(&h.Eventos[i]); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := siade.Peticiones.Codificar(&h.Registro); err != nil {
			b.Fatal(err)
		}
	}
}
