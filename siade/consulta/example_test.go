package consulta_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/consulta"
)

// Accents, number and a wrong letter do not matter, and the answer says why.
func ExampleIndice_Buscar() {
	registro := map[string]tramite.Registro{"SUB-MAT": enVigor("SUB-MAT", consulta.PrimeraFicha.Contenido)}
	x := consulta.Indexar(nil, registro, dia("2026-03-02"))
	for _, h := range x.Buscar(consulta.Busqueda{Texto: "incapacidades por enbarazo", Limite: 3}) {
		fmt.Println(h.Nombre, h.Situacion)
		for _, r := range h.Razones {
			fmt.Println(r.Palabra, r.Como, r.Campos)
		}
	}
	// Output:
	// Subsidio por maternidad vigente
	// incapacidades misma_familia [sinonimos]
	// enbarazo error_de_letra [sinonimos requisitos]
}

func ExampleFicha_Situacion() {
	r := enVigor("SUB-MAT", consulta.PrimeraFicha.Contenido)
	fmt.Println(r.Situacion(dia("2025-12-31")), r.Situacion(dia("2026-03-02")), r.Situacion(dia("2026-12-02")))
	r.Suspension = &consulta.Suspendida{Version: 1, Mientras: "Remita al control de prestaciones."}
	fmt.Println(r.Situacion(dia("2026-03-02")), r.Advertencias(dia("2026-03-02")))
	// Output:
	// sin_vigor vigente por_revisar
	// suspendida [No la use. Mientras tanto: Remita al control de prestaciones.]
}
