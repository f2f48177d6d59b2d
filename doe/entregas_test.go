package doe_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/texto"
)

func TestRegla24LasEntregasQueDicenLasFuncionesSonDatos(t *testing.T) {
	c := doe.Vigente()
	assert.Len(t, c.Entregas(), 124)
	assert.Len(t, c.SinEntregas(), 24)
	anuales := 0
	for _, e := range c.Entregas() {
		if e.Cada == doe.Anual {
			anuales++
		}
	}
	assert.Equal(t, 34, anuales)
	e, ok := c.Entrega("doe-7.1.1.4.2/12>doe-7.1.1.4.2")
	require.True(t, ok)
	assert.Equal(t, doe.Raiz, e.De, "what a superior dictates is owed by it")
	_, ok = c.Entrega("doe-7.1/1>doe-7.1.1")
	assert.False(t, ok)
}

func TestUnaEntregaSeHaceAQuienSeDebe(t *testing.T) {
	c := doe.Vigente()
	semanal, _ := c.Entrega("doe-7.1.4.1.2/5>tipo:direccion_normativa")
	assert.Equal(t, doe.Semanal, semanal.Cada)
	assert.True(t, semanal.Es(doe.Destino{Organo: "dn-finanzas"}, c))
	assert.False(t, semanal.Es(doe.Destino{Organo: "ooad-14"}, c))
	regional, _ := c.Entrega("doe-7.1.3.1.2/1>caood-7.1")
	assert.True(t, regional.Es(doe.Destino{Unidad: doe.CAOOD, OOAD: "20"}, c))
	assert.False(t, regional.Es(doe.Destino{Unidad: "doe-7.1.3"}, c))
}

// Every function whose official text names another unit states a hand-off or
// is told to state none.
func TestCadaFuncionQueNombraAOtraUnidadEsEntregaOSeDicePorQueNo(t *testing.T) {
	c := doe.Vigente()
	dichas := map[doe.ClaveFuncion]bool{}
	for _, e := range c.Entregas() {
		dichas[e.Funcion] = true
	}
	for _, s := range c.SinEntregas() {
		require.False(t, dichas[s.Funcion], "%s is both", s.Funcion)
		dichas[s.Funcion] = true
	}
	n := 0
	for _, m := range c.Manuales() {
		leido, err := oficial.Leer([]byte(compartido(t, "manuales", m.Clave+".txt")))
		require.NoError(t, err)
		for _, u := range leido.Unidades {
			for _, f := range u.Funciones {
				if k := u.De(f.Numero); nombraOtra(c, u.Clave, f.Texto) {
					n++
					assert.True(t, dichas[k], "%s names another unit", k)
				}
			}
		}
	}
	assert.GreaterOrEqual(t, n, 142)
}

// nombraOtra says whether a text names a unit other than u, the longest names
// first, so that a name within another does not count.
func nombraOtra(c *doe.Catalogo, u doe.ClaveUnidad, t string) bool {
	us := c.Unidades()
	slices.SortStableFunc(us, func(a, b doe.Unidad) int { return len(b.Nombre) - len(a.Nombre) })
	t = texto.Plegar(strings.Join(strings.Fields(t), " "))
	for _, o := range us {
		n := texto.Plegar(o.Nombre)
		if strings.Contains(t, n) {
			if o.Clave != u {
				return true
			}
			t = strings.ReplaceAll(t, n, "")
		}
	}
	return false
}
