package plazo_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

func TestPresentacion(t *testing.T) {
	c := plazo.Oficiales()
	en := func(dia string, h, m, s int, hor plazo.Horario) string {
		i := f(dia).Inicio().Sumar(time.Duration(h*3600+m*60+s) * time.Second)
		return plazo.Presentacion(i, hor, c, plazo.LFPA, "").String()
	}
	var def plazo.Horario
	assert.Equal(t, "2025-06-02", en("2025-06-02", 12, 0, 0, def))
	assert.Equal(t, "2025-06-02", en("2025-06-02", 6, 0, 0, def), "before opening")
	assert.Equal(t, "2025-06-02", en("2025-06-02", 18, 0, 0, def), "to the minute")
	assert.Equal(t, "2025-06-03", en("2025-06-02", 18, 0, 1, def), "after hours")
	assert.Equal(t, "2025-06-02", en("2025-06-02", 19, 0, 0, plazo.Horario{Abre: 540, Cierra: 1200}), "hours are data")
	assert.Equal(t, "2025-06-02", en("2025-05-30", 23, 59, 59, def), "Friday night")
	assert.Equal(t, "2025-06-02", en("2025-05-31", 9, 0, 0, def), "Saturday")
	assert.Equal(t, "2025-05-02", en("2025-05-01", 9, 0, 0, def), "1 May")
	assert.Empty(t, plazo.Presentacion(0, def, c, plazo.LFPA, "").String())
}

func TestSemaforo(t *testing.T) {
	v := f("2025-06-10")
	assert.Equal(t, "sin_plazo", plazo.Semaforo(fecha.Fecha{}, v, 3))
	assert.Equal(t, "en_tiempo", plazo.Semaforo(v, f("2025-06-06"), 3))
	assert.Equal(t, "por_vencer", plazo.Semaforo(v, f("2025-06-07"), 3))
	assert.Equal(t, "por_vencer", plazo.Semaforo(v, v, 0))
	assert.Equal(t, "vencido", plazo.Semaforo(v, f("2025-06-11"), 3))
}
