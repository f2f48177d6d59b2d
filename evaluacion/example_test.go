package evaluacion_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// The coordination that evaluated an OOAD asks it for a plan; the OOAD drafts
// it, and is told all that the draft lacks to be presented.
func ExamplePlanes() {
	contexto := func(dia string, a doe.Actor) tramite.Contexto {
		return tramite.Contexto{
			Ahora: fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour), Actor: a,
			Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "PM-2026-14-0000001-X",
		}
	}
	coordinacion := doe.Actor{Sub: "c-1", Nombre: "Titular", Unidad: "doe-7.1.1.2", Puesto: doe.Titular}
	organo := doe.Actor{Sub: "o-1", Nombre: "Enlace", Organo: "ooad-14", Rol: doe.Evaluado}

	h, err := tramite.Crear(evaluacion.Planes, evaluacion.Solicitar, evaluacion.Solicitar.Ejemplo, contexto("2026-03-02", coordinacion))
	if err != nil {
		fmt.Println(err)
		return
	}
	e := h.Eventos[0]
	fmt.Println(h.Registro.Estado, h.Registro.Unidad, e.Fundamento.Tipo, e.Fundamento.Funciones.Lista())

	borrador := evaluacion.Elaborar.Ejemplo
	borrador.Acciones = borrador.Acciones[:1]
	h, _ = tramite.Ejecutar(evaluacion.Planes, h.Registro, evaluacion.Elaborar, borrador, contexto("2026-03-10", organo))
	_, err = tramite.Ejecutar(evaluacion.Planes, h.Registro, evaluacion.Presentar, evaluacion.Presentacion{}, contexto("2026-03-11", organo))
	var rehusa *falla.Error
	if errors.As(err, &rehusa) {
		for _, f := range rehusa.Fallas {
			fmt.Println(f.Ubicacion, f.Codigo)
		}
	}
	// Output:
	// solicitado doe-7.1.1.2.1 expreso [doe-7.1.1.2/7]
	// registro.acciones EVALUACION-PLAN-20
}

// Only what was verified counts, weighed by its share.
func ExampleCumplimiento() {
	accion := func(clave, padre string, peso, reportado, verificado tramite.Centesimas) evaluacion.Accion {
		return evaluacion.Accion{
			Compromiso: evaluacion.Compromiso{Clave: clave, Padre: padre, Peso: peso}, Avance: reportado, Verificado: verificado,
		}
	}
	fmt.Println(evaluacion.Cumplimiento([]evaluacion.Accion{
		accion("A", "", 6000, 0, 0),
		accion("A1", "A", 4000, 10000, 10000),
		accion("A2", "A", 2000, 10000, 0),
		accion("B", "", 4000, 5000, 2500),
	}))
	// Output: 50
}

// What the organ changed when it presented the plan again.
func ExampleComparar() {
	una := evaluacion.Version{Numero: 1, Acciones: []evaluacion.Compromiso{{Clave: "A1", Peso: 10000, Responsable: "Farmacia"}}}
	dos := evaluacion.Version{Numero: 2, Acciones: []evaluacion.Compromiso{{Clave: "A1", Peso: 6000, Responsable: "Farmacia"}, {Clave: "A2", Peso: 4000}}}
	for _, d := range evaluacion.Comparar(una, dos) {
		fmt.Println(d.Linea, d.Campo, d.Antes)
	}
	// Output:
	// A1 peso 100
	// A2  <nil>
}

// An indicator that should fall from 8 to 2 fell to 5.
func ExampleMedir() {
	c := evaluacion.Compromiso{Clave: "A2", Meta: 200, Indicador: &evaluacion.Indicador{LineaBase: 800, Sentido: plan.Descendente}}
	fmt.Println(evaluacion.Medir(c, evaluacion.Medicion{Accion: "A2", Valor: 500}).Resultado)
	// Output: parcial
}
