package modulo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

func TestCoverageFollowsMovements(t *testing.T) {
	k := nuevaCasa(t)
	uno, dos := k.abrir("M-1", matu, vesp), k.abrir("M-2", matu)
	ana := k.persona("taod-1", uno, "P01")
	k.persona("taod-2", uno, "P02")
	cuenta := func() modulo.Fila {
		fs := modulo.Contar([]modulo.Modulo{k.modulo(uno), k.modulo(dos)}, false)
		require.Len(t, fs, 1)
		return fs[0]
	}
	f := cuenta()
	assert.Equal(t, []int{2, 3, 2, 1, 0, 0, 2, 7200, 3600, 1}, []int{f.Modulos, f.Autorizadas, f.Ocupadas, f.Vacantes, f.Ausentes, f.Cubiertas, f.Atendidas, f.MinutosAbre, f.MinutosSinNadie, f.Descubiertos})
	assert.Equal(t, cantidad.Centesimas(6666), *f.Cobertura)
	k.mover(solicitud(modulo.Temporal, ana, dos, "P01", "2026-03-03", "2026-03-10"))
	k.Amanece("2026-03-03")
	f = cuenta()
	assert.Equal(t, []int{2, 1, 1, 2, 3600, 2}, []int{f.Ocupadas, f.Ausentes, f.Cubiertas, f.Atendidas, f.MinutosSinNadie, f.Descubiertos})
	k.Amanece("2026-03-11")
	k.mover(solicitud(modulo.Baja, ana, "", "", "2026-03-12", ""))
	k.Amanece("2026-03-12")
	f = cuenta()
	assert.Equal(t, []int{1, 2, 0, 0, 1}, []int{f.Ocupadas, f.Vacantes, f.Ausentes, f.Cubiertas, f.Atendidas})
	assert.Equal(t, cantidad.Centesimas(3333), *f.Cobertura)
	vacio := modulo.Contar([]modulo.Modulo{k.modulo(k.abrir("M-3"))}, true)
	assert.Nil(t, vacio[0].Cobertura)
	assert.Equal(t, "JCIMS000301", vacio[0].Unidad)
}
