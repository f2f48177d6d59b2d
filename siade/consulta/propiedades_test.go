package consulta_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade/consulta"
)

const organo doe.ClaveOrgano = "dn-prestaciones-economicas-y-sociales"

var (
	enlace   = doe.Actor{Sub: "enl-03", Nombre: "Enlace Nacional", Unidad: "doe-7.1.3.1.2", Puesto: doe.Personal}
	elOrgano = doe.Actor{Sub: "dpes", Nombre: "Órgano normativo", Organo: organo, Rol: doe.Normativo}
)

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

func primera() consulta.Contenido { return consulta.PrimeraFicha.Contenido }

func TestPropiedadesDeLaFicha(t *testing.T) {
	mala := primera()
	mala.Organo, mala.Revisar = "ooad-14", dia("2020-01-01")
	otra := primera()
	otra.Resumen = "Otra manera de decir lo mismo, con más palabras."
	prueba.Propiedades(t, consulta.Fichas, prueba.Opciones{
		Otros:   []tramite.Cualquiera{consulta.Reportes, consulta.Secciones},
		Actores: []doe.Actor{enlace, elOrgano},
		Entradas: map[string][]any{
			"elaborar": {version.Alta[consulta.Contenido]{Clave: "OTRA", Contenido: otra}, version.Alta[consulta.Contenido]{Clave: "MALA", Contenido: mala}},
			"corregir": {primera(), otra, mala},
			"autorizar": {version.Vigor{Desde: dia("2026-04-01")}, version.Vigor{Desde: dia("2026-06-01")},
				version.Vigor{Desde: dia("2026-09-01")}, version.Vigor{Desde: dia("2026-11-01")}},
			"opinar":           {consulta.Opinion{Sentido: consulta.Conforme}, consulta.Opinion{Sentido: consulta.Observada, Reparos: []version.Reparo{{Texto: "Falta el plazo."}}}},
			"confirmar":        {consulta.Confirmada{Revisar: dia("2027-03-01"), Fuente: "Oficio del órgano"}},
			"encargar":         {consulta.Encomendado{Unidad: "doe-7.1.3.1.1", Asunto: "Revisar el costo.", Fecha: dia("2026-12-15")}},
			"atender-reportes": {consulta.Atendidos{Atencion: consulta.Atencion{Resultado: consulta.Corregida, Motivo: "Se corrigió el documento."}}},
		},
	})
}

func TestPropiedadesDelReporte(t *testing.T) {
	nueva := consulta.Senalamiento{Clase: consulta.Nueva, Parte: consulta.ParteOtra, Que: "Preguntan por la guardería en domingo.", Fuente: "Módulo de la UMF 3"}
	prueba.Propiedades(t, consulta.Reportes, prueba.Opciones{
		Otros: []tramite.Cualquiera{consulta.Fichas, consulta.Secciones},
		Entradas: map[string][]any{
			"reportar":   {nueva, consulta.Senalamiento{Clase: consulta.Mejora, Parte: consulta.ParteOtra, Que: "Falta decir a quién."}},
			"dictaminar": {consulta.Atencion{Resultado: consulta.Corregida, Motivo: "Se elaboró la ficha que se pide."}},
		},
	})
}

func TestPropiedadesDeLosRegistros(t *testing.T) {
	t.Run("secciones", func(t *testing.T) {
		prueba.Propiedades(t, consulta.Secciones, prueba.Opciones{Entradas: map[string][]any{"modificar": {consulta.DatosSeccion{Clave: "otra", Nombre: "Otra"}}}})
	})
	t.Run("difusiones", func(t *testing.T) {
		prueba.Propiedades(t, consulta.Difusiones, prueba.Opciones{Otros: []tramite.Cualquiera{consulta.Fichas}})
	})
}
