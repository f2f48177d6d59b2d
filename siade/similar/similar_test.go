package similar_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/similar"
)

const relato = "Llevo dos visitas a la farmacia y no hay el medicamento de mi receta; pido que me digan cuándo lo surten."

func peticion(relato, dia string) *siade.Peticion {
	p := &siade.Peticion{Relato: relato}
	p.Creado = fecha.MustParse(dia).Inicio()
	return p
}

func Example() {
	a, b := peticion(relato, "2026-03-02"), peticion("LLEVO DOS VISITAS a la farmacia y no hay medicamento de mi receta, pido que digan cuando lo surten", "2026-03-05")
	a.UnidadServicio, b.UnidadServicio = "JCIMS000301", "JCIMS000301"
	puntos, motivos := similar.Par{Una: a, Otra: b, Claves: []string{"nss"}}.Comparar()
	fmt.Println(puntos)
	for _, m := range motivos {
		fmt.Println(m.Puntos, m.Razon)
	}
	// Output:
	// 92
	// 55 texto_parecido
	// 25 misma_persona
	// 8 mismo_lugar
	// 4 fecha_cercana
}

func TestSinParecidoBastanteNoHaySimilares(t *testing.T) {
	a := peticion(relato, "2026-03-02")
	for _, c := range []struct {
		otro   string
		claves []string
		son    bool
	}{
		{relato, nil, true},
		{"No hay el medicamento de mi receta en la farmacia y el baño está sucio desde ayer", nil, false},
		{"No hay el medicamento de mi receta, llevo dos visitas a ver al director", []string{"telefono"}, true},
		{"Felicito a la enfermera de urgencias", []string{"nss", "curp"}, false},
		{"", nil, false},
	} {
		puntos, motivos := similar.Par{Una: a, Otra: peticion(c.otro, "2026-03-02"), Claves: c.claves}.Comparar()
		assert.Equal(t, c.son, puntos > 0, c.otro)
		assert.Equal(t, c.son, len(motivos) > 0, c.otro)
	}
}

func TestCadaRazonSumaLoSuyoYJuntasCien(t *testing.T) {
	a, b := peticion(relato, "2026-03-02"), peticion(relato, "2026-03-02")
	solo, _ := similar.Par{Una: a, Otra: b}.Comparar()
	assert.Equal(t, 61, solo)
	for dias, debe := range map[string]int{"2026-03-04": 61, "2026-03-05": 59, "2026-03-17": 59, "2026-03-18": 56, "2026-05-01": 56, "2026-05-02": 55} {
		n, _ := similar.Par{Una: a, Otra: peticion(relato, dias)}.Comparar()
		assert.Equal(t, debe, n, dias)
	}
	a.UnidadServicio, b.UnidadServicio = "JCIMS000301", "JCIMS000301"
	a.FechaHechos, b.FechaHechos = fecha.MustParse("2026-03-01"), fecha.MustParse("2026-03-01")
	con, motivos := similar.Par{Una: a, Otra: b, Claves: []string{"curp", "telefono"}}.Comparar()
	assert.Equal(t, 100, con)
	assert.Len(t, motivos, 5)
	menos, _ := similar.Par{Una: a, Otra: b, Claves: []string{"telefono"}}.Comparar()
	assert.Equal(t, 90, menos)
}

func TestLosTextosCortosIgualesSonElMismo(t *testing.T) {
	n, _ := similar.Par{Una: peticion("¡Farmacia!", "2026-03-02"), Otra: peticion("farmacia", "2026-03-02"), Claves: []string{"nss"}}.Comparar()
	assert.Equal(t, 86, n)
}
