package racimo_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/recurrencia/racimo"
)

var dia = fecha.MustParse("2026-02-02")

func textos(formato string, n, lugares int) []racimo.Texto {
	var out []racimo.Texto
	for i := range n {
		out = append(out, racimo.Texto{
			Folio: fmt.Sprintf("F-%s-%02d", formato[:3], i), Relato: strings.ReplaceAll(formato, "%d", fmt.Sprint(1000+i)), Lugar: fmt.Sprintf("U%d", i%lugares), Dia: dia.Sumar(i),
		})
	}
	return out
}

func agrupar(ts []racimo.Texto) ([]racimo.Racimo, int) {
	return racimo.Agrupar(ts, racimo.Opciones{})
}

// corpus has two stories told over and over, and others told once.
func corpus() []racimo.Texto {
	ts := textos("Acudí a la farmacia con mi receta %d y me surtieron incompleto el medicamento para la presión, piden que regrese otro día.", 9, 2)
	ts = append(ts, textos("La cita con el especialista se cambió por cuarta vez sin avisar y perdí el día de trabajo, folio %d de la agenda.", 7, 3)...)
	for i, s := range []string{
		"Pido saber cómo dar de alta a mi hija recién nacida en la clínica que me toca.", "El elevador del hospital lleva dos meses descompuesto y nadie lo arregla.",
		"Agradezco el trato del personal de urgencias que atendió a mi papá.", "No contestan el teléfono de la farmacia ni del módulo de atención.",
		"Me negaron la incapacidad aunque llevé mi receta y los estudios del especialista.", "Solicito la constancia de semanas cotizadas para mi pensión.",
		"El medicamento me hizo daño y regrese a consulta, surtieron otra cosa incompleto el frasco para la presión.", "Mi cita se cambió y avisar cuesta poco; perdí la agenda por cuarta ocasión en trabajo.",
	} {
		ts = append(ts, racimo.Texto{Folio: fmt.Sprintf("X-%02d", i), Relato: s, Lugar: fmt.Sprintf("V%d", i), Dia: dia})
	}
	return ts
}

func TestTheStoriesToldOverAndOverAreGrouped(t *testing.T) {
	rs, reservadas := agrupar(corpus())
	require.Len(t, rs, 2)
	assert.Zero(t, reservadas)
	assert.Equal(t, 9, rs[0].Peticiones)
	assert.Equal(t, 2, rs[0].Lugares)
	assert.Equal(t, "F-Acu-08", rs[0].Folios[0], "the newest first")
	assert.Equal(t, dia.Sumar(8), rs[0].Hasta)
	assert.Greater(t, int(rs[0].Parecido), 6000)
	assert.Equal(t, 7, rs[1].Peticiones)
	for i, palabras := range [][]string{{"acudí", "farmacia", "receta", "piden", "surtieron", "incompleto", "medicamento", "presión", "regrese", "día"}, {"cita", "especialista", "cambió", "cuarta", "avisar", "perdí", "agenda", "trabajo", "folio"}} {
		for w := range strings.SplitSeq(rs[i].Etiqueta, " · ") {
			assert.Contains(t, palabras, w)
		}
	}
	assert.NotContains(t, rs[0].Etiqueta+rs[1].Etiqueta, "100", "no number is in a label")
}

func TestSmallGroupsAreWithheld(t *testing.T) {
	rs, reservadas := agrupar(textos("Acudí a la farmacia con mi receta %d y me surtieron incompleto el medicamento para la presión.", 4, 2))
	assert.Empty(t, rs)
	assert.Contains(t, []int{3, 4}, reservadas, "values are shared with chance")
}

func TestNoLabelNamesAnybody(t *testing.T) {
	nombres := []string{"Ibarrola", "Xóchitl", "tonantzin", "Guadalupe", "Hernández"}
	for _, n := range nombres {
		ts := corpus()
		ts = append(ts, textos("La doctora "+n+" Urquidi no quiso revisar a mi madre con el NSS 92919084431 y gritó en el consultorio %d delante de todos.", 8, 3)...)
		// The name is everywhere, also in other places.
		ts = append(ts, racimo.Texto{Folio: "Z-1", Relato: "Otra vez la doctora " + n + " me atendió muy tarde.", Lugar: "V9", Dia: dia})
		rs, _ := agrupar(ts)
		require.Len(t, rs, 3)
		for _, r := range rs {
			for _, no := range []string{strings.ToLower(n), "urquidi", "929"} {
				assert.NotContains(t, r.Etiqueta, no)
			}
		}
	}
}

func TestAWordOfOnePlaceIsNotShown(t *testing.T) {
	ts := append(corpus(), textos("El filtro quetzalina del laboratorio perdió mi muestra de sangre %d y hay que repetir el estudio completo.", 6, 1)...)
	rs, _ := agrupar(ts)
	require.Len(t, rs, 3)
	for _, r := range rs {
		assert.NotContains(t, r.Etiqueta, "quetzalina")
	}
	ts = textos("El filtro quetzalina del laboratorio perdió mi muestra de sangre %d y hay que repetir el estudio completo.", 6, 1)
	rs, _ = agrupar(ts)
	assert.Equal(t, "sin palabras que puedan mostrarse", rs[0].Etiqueta, "all are of one place")
	rs, _ = racimo.Agrupar(ts, racimo.Opciones{Conocidas: []string{"Laboratorio clínico", "muestra"}})
	assert.Equal(t, "laboratorio · muestra", rs[0].Etiqueta, "but the words of the catalog")
}

func TestTheOrderOfTheTextsDoesNotMatter(t *testing.T) {
	quiere, n := agrupar(corpus())
	rapid.Check(t, func(rt *rapid.T) {
		hay, m := agrupar(rapid.Permutation(corpus()).Draw(rt, "orden"))
		require.Equal(rt, quiere, hay)
		require.Equal(rt, n, m)
	})
}

func TestTheWorkIsBounded(t *testing.T) {
	ts := textos("Acudí a la farmacia con mi receta %d y me surtieron incompleto el medicamento para la presión.", racimo.MaxTextos+500, 9)
	rs, _ := agrupar(ts)
	require.Len(t, rs, 1)
	assert.LessOrEqual(t, rs[0].Peticiones, racimo.MaxTextos)
	assert.Greater(t, rs[0].Peticiones, racimo.MaxTextos*3/4)
	assert.LessOrEqual(t, len(rs[0].Folios), 50)
	rs, _ = agrupar(nil)
	assert.Empty(t, rs)
}

func FuzzAgrupar(f *testing.F) {
	f.Add("Dr. Pérez gritó.", "¿Y?")
	f.Fuzz(func(t *testing.T, a, b string) {
		rs, _ := agrupar(append(textos("abc "+a, 6, 2), textos("xyz "+b, 5, 2)...))
		for _, r := range rs {
			require.NotEmpty(t, r.Etiqueta)
			require.GreaterOrEqual(t, r.Peticiones, racimo.Minimo)
		}
	})
}

func TestOnlyWhatIsAskedForIsTold(t *testing.T) {
	rs, _ := racimo.Agrupar(corpus(), racimo.Opciones{Pide: func(f string) bool { return strings.HasPrefix(f, "F-La ") }})
	require.Len(t, rs, 1)
	assert.Equal(t, 7, rs[0].Peticiones)
}
