package campana_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// pasada is the example content with a calendar that fits the days of a random
// walk, which starts in March 2026.
func pasada(inicio, fin string) campana.Contenido {
	return con(func(c *campana.Contenido) {
		for i := range c.Difusiones {
			c.Difusiones[i].Inicio, c.Difusiones[i].Fin = f(inicio), f(fin)
		}
		c.Evaluacion.Postest = false
	})
}

func TestPropiedadesDeLaCampana(t *testing.T) {
	gastos := []any{gasto("2026-05-10", 100), gasto("2026-06-20", 60), gasto("2026-04-20", 600_000_000)}
	prueba.Propiedades(t, campana.Campanas, prueba.Opciones{
		Pasos: 60,
		Entradas: map[string][]any{
			"elaborar": {campana.Elaboracion{Nombre: "Interna", Clase: campana.Interna, Modalidad: campana.Ordinaria, Tema: "T", Ejercicio: 2026}},
			"redactar": {
				campana.Redaccion{Contenido: pasada("2026-07-01", "2026-12-30")}, campana.Redaccion{Contenido: pasada("2026-11-01", "2026-12-30")},
				campana.Redaccion{Contenido: con(func(c *campana.Contenido) {
					c.Difusiones = contenidoInterno().Difusiones
					c.Difusiones[0].Inicio, c.Difusiones[0].Fin, c.Lineas = f("2026-06-01"), f("2026-12-30"), nil
				})},
				campana.Redaccion{},
			},
			"modificar":         {campana.Modificacion{Motivo: "Más lejos todavía", Contenido: pasada("2026-07-01", "2026-12-31")}},
			"corregir":          {campana.Modificacion{Motivo: "Otro diagnóstico", Contenido: con(func(c *campana.Contenido) { c.Diagnostico = "Otro" })}},
			"registrar-tiempos": {campana.TiempoOficial{Difusion: "tv1", Oficio: "U", Fecha: f("2026-03-01"), Respuesta: "R", Respondio: f("2026-03-02")}},
			"gestionar":         {campana.Envio{Oficio: "U", Fecha: f("2026-05-15")}, campana.Envio{Oficio: "U", Fecha: f("2026-04-01")}},
			"dictaminar": {
				campana.Dictamen{Resultado: campana.Otorgada, Clave: "K", Oficio: "S", Fecha: f("2026-06-01"), Hasta: f("2026-12-31")},
				campana.Dictamen{Resultado: campana.Otorgada, Clave: "K", Oficio: "S", Fecha: f("2026-05-20")},
				campana.Dictamen{Resultado: campana.ConCambios, Oficio: "S", Fecha: f("2026-06-01"), Motivo: "Precise la cobertura"},
			},
			"validar":       {campana.Decision{Resultado: campana.ConCambios, Motivo: "Corrija el texto"}},
			"comprometer":   gastos,
			"devengar":      gastos,
			"pagar":         gastos,
			"liberar":       gastos,
			"reintegrar":    gastos,
			"difundir":      {salida("tv1", "2026-07-01", "2026-07-10"), salida("in1", "2026-06-01", "2026-06-10"), salida("web1", "2026-11-02", "2026-11-10")},
			"registrar-mes": {campana.RegistroMes{Anio: 2026, Mes: 5, Acuse: "A", Fecha: f("2026-06-05")}, campana.RegistroMes{Anio: 2026, Mes: 6, Acuse: "A", Fecha: f("2026-07-05")}},
			"concluir":      {campana.FinDifusion{Fecha: f("2026-11-15"), Motivo: "Se acabó el dinero"}, campana.FinDifusion{Fecha: f("2026-07-12"), Motivo: "Se acabó el dinero"}},
			"revocar":       {campana.Revocacion{Oficio: "S", Fecha: f("2026-07-12"), Motivo: "No es lo autorizado"}},
		},
	})
}
