package norma_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

func TestLaVigenciaIncluyeElPrimerDiaYNoElUltimo(t *testing.T) {
	v := norma.Vigencia{Desde: fecha.MustParse("2024-10-01"), Hasta: fecha.MustParse("2025-01-01")}
	assert.False(t, v.Rige(fecha.MustParse("2024-09-30")))
	assert.True(t, v.Rige(fecha.MustParse("2024-10-01")))
	assert.True(t, v.Rige(fecha.MustParse("2024-12-31")))
	assert.False(t, v.Rige(fecha.MustParse("2025-01-01")))
	assert.True(t, norma.Vigencia{}.Rige(fecha.MustParse("1943-01-19")), "sin fechas, rige siempre")
}

func TestDosVigenciasSeguidasNoSeTraslapan(t *testing.T) {
	corte := fecha.MustParse("2025-03-21")
	vieja, nueva := norma.Vigencia{Hasta: corte}, norma.Desde(corte)
	assert.False(t, vieja.Traslapa(nueva))
	assert.False(t, nueva.Traslapa(vieja))
	assert.True(t, nueva.Traslapa(norma.Vigencia{}))
}

func TestLaConfiguracionNoPasaPorNorma(t *testing.T) {
	assert.True(t, norma.Configuracion("término interno").EsConfiguracion())
	c := norma.Cita{Norma: "LFPA", Lugar: "art. 17-A"}
	assert.False(t, c.EsConfiguracion())
	assert.Equal(t, "LFPA art. 17-A", c.String())
}
