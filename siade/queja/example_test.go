package queja_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/queja"
)

// The paths are data: their stages in order, who resolves, and their terms with
// the source of each.
func Example() {
	v, _ := queja.De(queja.Medica)
	fmt.Println(v.Nombre, "|", v.Instancias[0].Resuelve, "|", v.Fuente)
	for _, e := range v.Etapas[:3] {
		fmt.Println("-", e.Nombre, e.Debe)
	}
	for _, t := range queja.TerminosDe(queja.Medica, fecha.MustParse("2026-03-02"))[:2] {
		fmt.Println(t.Plazo, "|", t.Debe, "|", t.Termino, "|", t.Termino.Fuente)
	}
	// Output:
	// Queja médica | El Instituto, conforme a su Instructivo | LSS art. 296
	// - Recepción instancia
	// - Integración instituto
	// - Investigación instancia
	// resolucion | instancia | 50 días hábiles (LFPA) | Instructivo de quejas administrativas (DOF 20-09-2004; etapas y término según fuente secundaria)
	// remision | instituto | 5 días hábiles (LFPA) | configuración (término que no se halló en norma)
}

// A path that needs an identified complainant waits for the identity.
func ExampleAbrir() {
	v, _ := queja.De(queja.CNDH)
	d, _ := queja.TerminoDe(queja.CNDH, queja.PlazoIdentidad, "", fecha.MustParse("2026-03-02"))
	fmt.Println(v.ExigeIdentidad, d.Termino, "|", d.Efecto)
	// Output: true 10 días hábiles (LFPA) | La petición termina en esta vía como información al área.
}
