package opinion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

func TestLaCompetenciaSeDecideAnalizada(t *testing.T) {
	x := enAnalisis(t)
	assert.True(t, relojDe(x, opinion.PlazoCompetencia, "").Corre())
	x = competente(t)
	k := relojDe(x, opinion.PlazoCompetencia, "")
	assert.True(t, k.Cumplido)
	x = enAnalisis(t)
	hacer(t, x, opinion.Cancelar, opinion.Cancelar.Ejemplo, coordinadora, "2026-03-04")
	k = relojDe(x, opinion.PlazoCompetencia, "")
	assert.Equal(t, "2026-03-04", k.Fin.String())
	assert.False(t, k.Cumplido, "cancelar no es decidir")
	k = relojDe(x, opinion.PlazoOficial, "")
	assert.Equal(t, "2026-03-04", k.Fin.String())
	assert.False(t, k.Cumplido, "cancelar no es enviar")
}

func TestConcluirSinAcuseNoCumpleElAcuse(t *testing.T) {
	x := enviadaX(t)
	assert.True(t, relojDe(x, opinion.PlazoAcuse, "").Corre())
	assert.True(t, relojDe(x, opinion.PlazoOficial, "").Cumplido)
	hacer(t, x, opinion.ReclamarAcuse, opinion.ReclamarAcuse.Ejemplo, reloj, "2026-04-20")
	assert.True(t, relojDe(x, opinion.PlazoAcuse, "").Corre())
	hacer(t, x, opinion.ConcluirSinAcuse, opinion.ConcluirSinAcuse.Ejemplo, coordinadora, "2026-04-21")
	k := relojDe(x, opinion.PlazoAcuse, "")
	assert.Equal(t, "2026-04-21", k.Fin.String())
	assert.False(t, k.Cumplido)
	x = enviadaX(t)
	hacer(t, x, opinion.Acusar, opinion.Acuse{Fecha: dia("2026-04-20").Dia(), Folio: "1"}, division, "2026-04-21")
	assert.True(t, relojDe(x, opinion.PlazoAcuse, "").Cumplido)
}
