package plazo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

func TestLaTablaDaElTerminoQueRigeEseDia(t *testing.T) {
	cambio := fecha.MustParse("2026-01-01")
	dias := func(n int) plazo.Termino { return plazo.Termino{Cuenta: n, Clase: plazo.Naturales} }
	tabla := plazo.Tabla{
		{Plazo: "acuse", Termino: dias(2), Vigencia: norma.Desde(cambio)},
		{Plazo: "acuse", Termino: dias(5), Vigencia: norma.Vigencia{Hasta: cambio}},
		{Plazo: "aviso", Termino: dias(9), Vigencia: norma.Desde(cambio)},
	}
	for _, caso := range []struct {
		plazo, dia string
		cuenta     int
	}{
		{"acuse", "2025-12-31", 5}, {"acuse", "2026-01-01", 2}, {"aviso", "2026-01-01", 9},
		{"aviso", "2025-12-31", 0}, {"otro", "2026-01-01", 0},
	} {
		term, ok := tabla.De(caso.plazo, fecha.MustParse(caso.dia))
		assert.Equal(t, caso.cuenta > 0, ok, caso)
		assert.Equal(t, caso.cuenta, term.Cuenta, caso)
	}
}
