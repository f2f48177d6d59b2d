package ejemplo_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
)

func TestLasEtiquetadasSonVariadasYEstanBienClasificadas(t *testing.T) {
	es := ejemplo.Etiquetadas(azar(), 8)
	require.Greater(t, len(es), 2000)
	relatos, tipos, sensibles, vitales := map[string]bool{}, map[siade.Tipo]int{}, map[siade.Sensibilidad]int{}, 0
	for _, e := range es {
		c := e.Clasificacion
		_, err := siade.ParseTipo(string(c.Tipo))
		require.NoError(t, err, e.Relato)
		_, err = siade.ParseGravedad(string(c.Gravedad))
		require.NoError(t, err, e.Relato)
		if c.Sensible {
			_, err = siade.ParseSensibilidad(string(c.Sensibilidad))
			require.NoError(t, err, e.Relato)
			sensibles[c.Sensibilidad]++
		}
		if c.Gravedad == siade.RiesgoVital {
			vitales++
		}
		assert.False(t, strings.ContainsAny(e.Relato, "[]{}|"), e.Relato)
		assert.NotEmpty(t, e.Canal)
		relatos[e.Relato] = true
		tipos[c.Tipo]++
	}
	assert.Greater(t, len(relatos), len(es)*9/10, "few are the same")
	assert.Len(t, tipos, len(siade.Tipos()))
	assert.Len(t, sensibles, len(siade.Sensibilidades()))
	assert.Greater(t, vitales, 150)
}

func TestLaMismaSemillaDaLasMismasEtiquetadas(t *testing.T) {
	assert.Equal(t, ejemplo.Etiquetadas(rand.New(rand.NewPCG(3, 4)), 2), ejemplo.Etiquetadas(rand.New(rand.NewPCG(3, 4)), 2))
}

func TestElLexicoSoloNombraClasesQueLasPlantillasUsan(t *testing.T) {
	usadas := map[[2]string]bool{}
	for _, e := range ejemplo.Etiquetadas(azar(), 1) {
		c := e.Clasificacion
		for _, k := range [][2]string{{"tipo", string(c.Tipo)}, {"tema", c.Tema}, {"servicio", c.Servicio}, {"gravedad", string(c.Gravedad)}, {"sensible", string(c.Sensibilidad)}} {
			usadas[k] = true
		}
	}
	for _, x := range ejemplo.Lexico() {
		assert.True(t, usadas[[2]string{x.Blanco, x.Clase}], x)
		assert.NotEmpty(t, x.Palabras)
	}
}
