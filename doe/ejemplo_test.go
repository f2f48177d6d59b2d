package doe_test

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

func ExampleVigente() {
	c := doe.Vigente()
	u, _ := c.Unidad("doe-7.1.3")
	fmt.Println(u.Nombre, u.Funciones)
	fmt.Println(c.Superior(doe.CAOOD))
	// Output:
	// Unidad de Atención a la Derechohabiencia 17
	// doe-7.1.3 true
}

func ExampleCatalogo_Otorga() {
	c := doe.Vigente()
	for f := range c.Otorga("doe-7.1.1", "evaluacion.planes:autorizar").All() {
		fmt.Println(f)
	}
	fmt.Println(c.Otorga("doe-7.1.2", "evaluacion.planes:autorizar").IsZero())
	fmt.Println(c.Titulares("evaluacion.planes:autorizar"))
	// Output:
	// doe-7.1.1/8
	// true
	// [doe-7.1 doe-7.1.1]
}

func ExampleCatalogo_Buscar() {
	for _, f := range doe.Vigente().Buscar("módulos y buzones", doe.FiltroFunciones{Unidad: doe.CAOOD})[:1] {
		fmt.Println(f.Clave, f.Resumen)
	}
	// Output:
	// caood-7.1/6 Supervisar que módulos y buzones en unidades médicas y administrativas operen conforme a las directrices normativas
}

func ExampleCatalogo_Decidir() {
	c := doe.Vigente()
	// A petition that a regional coordination keeps, of a trámite of 7.1.3.
	ambito := doe.Ambito{Alcance: doe.Nacional, Guardian: doe.CAOOD, Rama: "doe-7.1.3"}
	clasificar := doe.Alguna("siade.clasificacion:registrar", "siade.clasificacion:ejecutar")
	f, ok := c.Decidir(doe.CAOOD, ambito, clasificar)
	fmt.Println(ok, f.Tipo, f.Facultad, f.Funciones.Lista())
	_, ok = c.Decidir("doe-7.1.2", ambito, clasificar)
	fmt.Println(ok)
	// No function authorises the risk programme: it falls to the superior.
	f, ok = c.Decidir("doe-7.1.5", doe.Ambito{Alcance: doe.Linea, Guardian: "doe-7.1.5.1"}, doe.Alguna("doe.riesgos:autorizar"))
	fmt.Println(ok, f.Tipo, f.Funciones.Lista())
	// Output:
	// true expreso siade.clasificacion:registrar [caood-7.1/2]
	// false
	// true jerarquico [doe-7.1.5/20]
}

func ExampleCatalogo_Quienes() {
	ambito := doe.Ambito{Alcance: doe.Linea, Guardian: "doe-7.1.1.4.2"}
	for _, q := range doe.Vigente().Quienes(ambito, doe.Alguna("evaluacion.planes:validar")) {
		fmt.Println(q.Unidad, q.Fundamento, q.Funciones.Lista())
	}
	// Output:
	// doe-7.1.1.4.2 expreso [doe-7.1.1.4.2/8]
}

func ExampleMandato() {
	d, err := doe.Mandato(doe.Vigente(), "doe-7.1.1", "autorizar", "evaluacion.planes", fecha.MustParse("2026-03-02"))
	if err != nil {
		panic(err)
	}
	f := d.Bases[0].Funciones[0]
	fmt.Println(d.Resultado, f.Manual.Clave, f.Numeral, f.Numero, f.Manual.Vigente)
	d, _ = doe.Mandato(doe.Vigente(), "doe-7.1.1", "autorizar", "evaluacion.planes", fecha.MustParse("2018-02-16"))
	fmt.Println(d.Resultado, d.Desde)
	// Output:
	// facultada G000-002-001 7.1.1 8 2022-10-01
	// desconocido 2022-10-01
}

func ExampleCatalogo_Cadena() {
	c, _ := doe.Vigente().Cadena("doe.riesgos")
	for _, e := range c.Lineas[0].Eslabones {
		fmt.Print(e.Paso)
		for _, u := range e.Unidades {
			fmt.Print(" ", u.Unidad, " ", u.Fundamento)
		}
		fmt.Println()
	}
	// Output:
	// elabora doe-7.1.5 expreso
	// revisa doe-7.1 jerarquico
	// valida doe-7.1 jerarquico
	// autoriza doe-7.1.5 jerarquico
}
