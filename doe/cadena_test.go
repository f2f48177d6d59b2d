package doe_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

func cadena(t *testing.T, k doe.Capacidad) doe.Cadena {
	t.Helper()
	c, ok := doe.Vigente().Cadena(k)
	require.True(t, ok)
	return c
}

// lineaDe is the chain that begins in a unit.
func lineaDe(t *testing.T, c doe.Cadena, u doe.ClaveUnidad) doe.LineaCadena {
	t.Helper()
	for _, l := range c.Lineas {
		for _, x := range l.Eslabones[0].Unidades {
			if x.Unidad == u {
				return l
			}
		}
	}
	t.Fatalf("%s elaborates nothing", u)
	return doe.LineaCadena{}
}

func claves(e doe.Eslabon) []doe.ClaveUnidad {
	out := []doe.ClaveUnidad{}
	for _, u := range e.Unidades {
		out = append(out, u.Unidad)
	}
	return out
}

func TestTheApprovalChainFollowsFromTheVerbs(t *testing.T) {
	c := cadena(t, "evaluacion.planes")
	l := lineaDe(t, c, "doe-7.1.1.4.2")
	require.Len(t, l.Eslabones, 4)
	assert.Equal(t, doe.PasoElabora, l.Eslabones[0].Paso)
	assert.Contains(t, claves(l.Eslabones[2]), doe.ClaveUnidad("doe-7.1.1.4.2"))
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1", "doe-7.1.1"}, claves(l.Eslabones[3]))
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1.1/8"}, l.Eslabones[3].Unidades[1].Funciones.Lista())
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.1.4.2"}, l.Coinciden, "elabora y valida")
}

func TestAGapOfTheChainShowsToWhomItFalls(t *testing.T) {
	l := lineaDe(t, cadena(t, "doe.riesgos"), "doe-7.1.5.1")
	e := l.Eslabones[3]
	assert.True(t, e.Hueco)
	assert.NotEmpty(t, e.Nota)
	require.Equal(t, []doe.ClaveUnidad{"doe-7.1.5"}, claves(e))
	assert.Equal(t, doe.Jerarquico, e.Unidades[0].Fundamento)
	assert.Equal(t, doe.ViaTitular, e.Unidades[0].Via)
	l = lineaDe(t, cadena(t, "comunicacion.campanas"), "doe-7.1.2.3")
	assert.True(t, l.Eslabones[2].Contraparte, "valida la autoridad federal")
}

func TestEveryCapabilityHasAChainWhoseUnitsMayTakeTheirStep(t *testing.T) {
	c := doe.Vigente()
	for _, k := range c.Capacidades() {
		x := cadena(t, k.Clave)
		require.NotEmpty(t, x.Lineas, k.Clave)
		vistas := map[doe.ClaveUnidad]bool{}
		for _, l := range x.Lineas {
			require.Len(t, l.Eslabones, 4)
			for _, e := range l.Eslabones[0].Unidades {
				require.False(t, vistas[e.Unidad], "%s is in two chains of %s", e.Unidad, k.Clave)
				vistas[e.Unidad] = true
				for _, paso := range l.Eslabones[1:] {
					for _, u := range paso.Unidades {
						_, puede := c.Decidir(u.Unidad, doe.Ambito{Alcance: doe.Linea, Guardian: e.Unidad}, doe.Alguna(doe.Facultad(string(k.Clave)+":"+string(paso.Paso.Actos()[0]))))
						require.True(t, puede)
					}
				}
			}
		}
		for _, a := range doe.PasoElabora.Actos() {
			for _, u := range c.Titulares(doe.Facultad(string(k.Clave) + ":" + string(a))) {
				require.True(t, vistas[u], "%s elaborates %s and begins no chain", u, k.Clave)
			}
		}
	}
	_, ok := c.Cadena("doe.nada")
	assert.False(t, ok)
}
