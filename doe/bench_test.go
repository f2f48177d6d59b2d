package doe_test

import (
	"os"
	"testing"

	"github.com/operacion-abierta/operacion/doe"
)

func BenchmarkCargar(b *testing.B) {
	fsys := os.DirFS("datos")
	for b.Loop() {
		if _, err := doe.Cargar(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOtorga(b *testing.B) {
	c := doe.Vigente()
	b.ReportAllocs()
	for b.Loop() {
		c.Otorga("doe-7.1.3.1.4", "siade.estadistica:elaborar")
	}
}

func BenchmarkDecidirExpreso(b *testing.B) {
	c, fs := doe.Vigente(), doe.Alguna("siade.clasificacion:registrar", "siade.clasificacion:ejecutar")
	a := doe.Ambito{Alcance: doe.Nacional, Guardian: doe.CAOOD, Rama: "doe-7.1.3"}
	b.ReportAllocs()
	for b.Loop() {
		c.Decidir(doe.CAOOD, a, fs)
	}
}

func BenchmarkDecidirHueco(b *testing.B) {
	c, fs := doe.Vigente(), doe.Alguna("doe.informes:autorizar")
	a := doe.Ambito{Alcance: doe.Linea, Guardian: "doe-7.1.5.1"}
	b.ReportAllocs()
	for b.Loop() {
		c.Decidir("doe-7.1.5", a, fs)
	}
}

func BenchmarkQuienes(b *testing.B) {
	c, fs := doe.Vigente(), doe.Alguna("doe.informes:autorizar")
	a := doe.Ambito{Alcance: doe.Linea, Guardian: "doe-7.1.5.1"}
	for b.Loop() {
		c.Quienes(a, fs)
	}
}

func BenchmarkBuscar(b *testing.B) {
	c := doe.Vigente()
	c.Buscar("petición", doe.FiltroFunciones{})
	for b.Loop() {
		c.Buscar("atender peticiones de la derechohabiencia", doe.FiltroFunciones{})
	}
}
