package tramite_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

func TestPropiedadesDelPrestamo(t *testing.T) {
	prueba.Propiedades(t, prestamos, prueba.Opciones{
		Entradas: map[string][]any{
			"solicitar": {Solicitud{Expediente: "B", Inmediato: true}, Solicitud{Expediente: "secreto", Nombre: "Ana"}},
			"prestar":   {Nota{Texto: "repetida"}, Nota{}},
		},
	})
}
