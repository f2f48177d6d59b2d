package almacen_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// A store keeps the records of the trámites of its mesa. Here a case is
// registered and resolved in one call, which leaves four events.
func Example() {
	carpeta, err := os.MkdirTemp("", "almacen")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(carpeta)
	mesa, err := tramite.NuevaMesa(casos, avisos)
	if err != nil {
		panic(err)
	}
	a, err := almacen.Abrir(context.Background(), almacen.Opciones{
		Fuente: filepath.Join(carpeta, "operacion.db"), Llaves: llaves.Efimero(), Mesa: mesa,
		Ahora: func() fecha.Instante { return manana },
	})
	if err != nil {
		panic(err)
	}
	defer a.Cerrar()

	r, err := a.Realizar(context.Background(), almacen.Orden{
		Actor:    taod(),
		Peticion: tramite.Peticion{Coleccion: "casos", Entrada: Alta{OOAD: "14", Relato: "¿Dónde renuevo mi cartilla?", Respuesta: "En su clínica."}},
	})
	fmt.Println(r.Folio, r.Version, err)

	p, err := a.Listar(context.Background(), "casos", almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Q: "cartillas"})
	fmt.Println(len(p.Elementos), err)

	hallazgos, err := a.Verificar(context.Background(), nil)
	fmt.Println(len(hallazgos), err)
	// Output:
	// CASO-2026-14-0000001-7 4 <nil>
	// 1 <nil>
	// 0 <nil>
}

func ExampleOrdenes() {
	fmt.Println(almacen.Ordenes())
	// Output: [-creado creado vence]
}
