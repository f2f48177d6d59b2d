package texto_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/texto"
)

func pares(s string) texto.Pares { return texto.DePares(texto.Raices(s)) }

func ExamplePares_Parecido() {
	a := pares("Llevo dos visitas a la farmacia y no hay el medicamento de mi receta")
	b := pares("llevo dos visitas en la FARMACIA y no hay medicamento de la receta, urge")
	fmt.Println(a.Parecido(a), a.Parecido(b), a.Parecido(pares("Gracias por la atención de la doctora")))
	// Output: 100 85 0
}

func TestLosParesNoTomanEnCuentaAcentosNiPalabrasVacias(t *testing.T) {
	assert.Equal(t, pares("CIRUGIA programada"), pares("la cirugía, ya programada"))
	assert.Empty(t, pares(""))
	assert.Empty(t, pares("Farmacia"))
	assert.Zero(t, pares("").Parecido(pares("")))
}

func TestLasPalabrasQueTodoTextoTieneSonVacias(t *testing.T) {
	assert.True(t, texto.Vacia(texto.Raices("para")))
	assert.True(t, texto.Vacia(texto.Raices("Cuándo")))
	assert.False(t, texto.Vacia(texto.Raices("farmacia")))
}

func TestLasBandasHallanLasCopiasCercanasYNoLasDemas(t *testing.T) {
	assert.Nil(t, pares("quiero una cita").Bandas(), "it says too little")
	azar := rand.New(rand.NewPCG(1, 1))
	palabra := func() string { return fmt.Sprintf("w%d", azar.IntN(5000)) }
	hallados := map[int]int{}
	const veces = 2000
	for range veces {
		ws := make([]string, 40)
		for i := range ws {
			ws[i] = palabra()
		}
		a := pares(strings.Join(ws, " "))
		for _, cambia := range []int{0, 2, 4, 20} {
			otra := append([]string{}, ws...)
			for range cambia {
				otra[azar.IntN(len(otra))] = palabra()
			}
			if coincide(a.Bandas(), pares(strings.Join(otra, " ")).Bandas()) {
				hallados[cambia]++
			}
		}
	}
	assert.Equal(t, veces, hallados[0])
	assert.Greater(t, hallados[2], veces*96/100)
	assert.Greater(t, hallados[4], veces*86/100)
	assert.Less(t, hallados[20], veces*25/100)
}

func coincide(a, b []uint32) bool {
	for i := range a {
		if a[i] == b[i] {
			return true
		}
	}
	return false
}
