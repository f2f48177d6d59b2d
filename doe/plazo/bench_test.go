package plazo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/plazo"
)

func TestVenceNoReservaMemoria(t *testing.T) {
	c, te, d := plazo.Oficiales().Con(santo(t, "ooad-14")), habiles(20, plazo.LFPA), f("2025-03-20")
	o := plazo.Opciones{Ambito: "ooad-14", Pausas: []plazo.Pausa{{Desde: f("2025-03-25"), Hasta: f("2025-03-26")}}}
	assert.Zero(t, testing.AllocsPerRun(100, func() { c.Vence(te, d, o) }))
}

func BenchmarkVence(b *testing.B) {
	c, te, d := plazo.Oficiales(), habiles(20, plazo.LFPA), f("2025-03-20")
	b.ReportAllocs()
	for b.Loop() {
		c.Vence(te, d, plazo.Opciones{})
	}
}

func BenchmarkVenceConPausas(b *testing.B) {
	c, te, d := plazo.Oficiales().Con(santo(b, "ooad-14")), habiles(20, plazo.LFPA), f("2025-03-20")
	o := plazo.Opciones{Ambito: "ooad-14", Pausas: []plazo.Pausa{
		{Desde: f("2025-03-25"), Hasta: f("2025-03-26")}, {Desde: f("2025-04-01"), Hasta: f("2025-04-08")}}}
	b.ReportAllocs()
	for b.Loop() {
		c.Vence(te, d, o)
	}
}

func BenchmarkContar(b *testing.B) {
	c, te, d := plazo.Oficiales(), habiles(20, plazo.LFPA), f("2025-03-20")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Contar(te, d, plazo.Opciones{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCon(b *testing.B) {
	s := santo(b, "ooad-14")
	for b.Loop() {
		plazo.Oficiales().Con(s)
	}
}
