package siade_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
)

func TestPropiedades(t *testing.T) {
	con := func(c siade.Clasificacion, a bool) siade.Registro {
		e := siade.Registrar.Ejemplo
		e.Clasificacion = &c
		e.Senalado = &siade.Senalado{Persona: "Marta Solís", Area: "UMF 3"}
		if a {
			e.AtencionInmediata = &siade.AtencionInmediata{Respuesta: "Se orientó."}
		}
		return e
	}
	correo := siade.Registrar.Ejemplo
	correo.Canal, correo.OOAD = siade.Correo, "09"
	prueba.Propiedades(t, siade.Peticiones, prueba.Opciones{
		Entradas: map[string][]any{
			"registrar": {
				con(siade.Clasificacion{Tipo: siade.Queja}, false), con(siade.Clasificacion{Tipo: siade.Orientacion}, true), correo,
				con(siade.Clasificacion{Tipo: siade.Sugerencia, Competencia: siade.DeOtra}, false),
				con(siade.Clasificacion{Tipo: siade.Queja, Sensible: true, Gravedad: siade.RiesgoVital}, false),
			},
			"turnar":    {siade.Turno{Unidad: "doe-7.1.3.1.2", Motivo: "x"}, siade.Turno{Organo: "ooad-14", Motivo: "x"}},
			"requerir":  {siade.Requerimiento{A: siade.AArea, Solicitud: "x", Dias: 2}},
			"responder": {siade.Respuesta{Respuesta: "x", Analisis: "viable", Oficio: "1"}, siade.Respuesta{Respuesta: "x", EnPersona: true, Analisis: "y"}},
			"desechar":  {siade.Desechamiento{Causal: siade.NoDesahogada, Motivo: "x"}},
			"notificar": {siade.NotaAviso{Medio: siade.PorPortal}},
			"acumular":  {siade.Acumulacion{Folio: "SIADE-2026-14-0000001-X"}},
		},
		Actores: []doe.Actor{taod, atencion},
	})
}
