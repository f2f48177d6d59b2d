package oficial_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
)

// hallados gives what the review finds, as "place kind other".
func hallados(t testing.TB, textos ...string) []string {
	t.Helper()
	var ms []oficial.Manual
	for _, s := range textos {
		ms = append(ms, leer(t, s))
	}
	out := []string{}
	for _, h := range oficial.Revisar(hoy, ms...) {
		assert.NotEmpty(t, h.Nota)
		out = append(out, strings.TrimSpace(strings.Join([]string{string(h.Funcion), string(h.Tipo), h.Otra}, " ")))
	}
	return out
}

func TestACleanManualHasNoFindings(t *testing.T) {
	assert.Empty(t, hallados(t, texto(t)))
}

// Each case changes one thing of the clean manual; the review finds that and
// nothing else of the kind.
func TestEachKindOfFaultIsFound(t *testing.T) {
	const transparencia = "Transparencia y Acceso a la Información Pública"
	const pule = "1. Pulir los espejos cada luna nueva y anotar su brillo en una escala de diez grados."
	for nombre, c := range map[string]struct {
		viejo, nuevo string
		quiere       []string
	}{
		"a twin in a sister unit": {"2. Guardar las mechas en lugar seco, lejos de cualquier flama.", "2. Pulir los espejos cada luna nueva y anotar su brillo en una escala de diez grados.",
			[]string{"manual-7.1.1.1/1 duplicada manual-7.1.1.2/2", "manual-7.1.1.2/2 copia manual-7.1.1.1/1", "manual-7.1.1.2/2 duplicada manual-7.1.1.1/1"}},
		"the end of a function is another function": {pule, "1. Pulir los espejos cada luna nueva, anotar su brillo en una escala de diez grados y devolver a la fábrica los espejos que no alcancen siete grados de brillo.",
			[]string{"manual-7.1.1.1/1 duplicada manual-7.1.1.1/2", "manual-7.1.1.1/2 duplicada manual-7.1.1.1/1"}},
		"a unit called otherwise":           {"titular de la Coordinación de\nLámparas y Espejos", "titular de la Coordinación de\nEspejos", []string{"manual-7.1/2 denominacion manual-7.1.1/0"}},
		"a unit that does not exist":        {"conforme a lo que pidan los torreros", "conforme a lo que pida la División de Puertos Secos", []string{"manual-7.1.1/2 referencia"}},
		"a body that is no more":            {"conforme a lo que pidan los torreros", "conforme a lo que pida la Secretaría de la Función Pública", []string{"manual-7.1.1/2 referencia"}},
		"a law without a name":              {"conforme a lo que pidan los torreros", "conforme a la Ley", []string{"manual-7.1.1/2 referencia"}},
		"a system defined nowhere":          {"conforme a lo que pidan los torreros", "con el sistema de compras", []string{"manual-7.1.1/2 referencia"}},
		"a board defined nowhere":           {"conforme a lo que pidan los torreros", "según diga el Comité de Abasto", []string{"manual-7.1.1/2 referencia"}},
		"a post in the masculine":           {"oído el\nparecer de quienes navegan", "oído el\nparecer del Director General", []string{"manual-7.1/1 denominacion"}},
		"a programme with another name":     {"Elaborar el Programa de Luces Costeras", "Elaborar el Plan de Luces Costeras", []string{"manual-7.1/2 denominacion manual-7.1.1/1", "manual-7.1.1/1 denominacion manual-7.1/2"}},
		"a number missing":                  {"2. Guardar las mechas", "3. Guardar las mechas", []string{"manual-7.1.1.2/3 numeracion"}},
		"a unit missing":                    {"7.1.1.2 División", "7.1.1.3 División", []string{"manual-7.1.1.3/0 numeracion manual-7.1.1.2"}},
		"a superior missing":                {"7.1.2 Coordinación", "7.1.2.1 Coordinación", []string{"manual-7.1.2.1/0 numeracion manual-7.1.2"}},
		"the key of an agreement":           {"120315/44", "130315/44", []string{"manual-1 clave"}},
		"two keys of one agreement":         {"dirección propia.", "dirección propia. El acuerdo ACDO.SA2.HCT.120315/44.P.DA sigue en pie.", []string{"manual-1 clave manual-1"}},
		"a norm that is no more":            {"Ley de Puertos de Ultramar", "Ley Federal de " + transparencia + ", DOF del 9 de mayo de 2016.\n\nLey de Puertos", []string{"manual-3 norma"}},
		"the newer norm of the same name":   {"Ley de Puertos de Ultramar", "Ley General de " + transparencia + ", publicada el 20 de marzo de 2025.\n\nLey de Puertos", []string{}},
		"a heading that no function bears":  {"División de Pulido de Espejos", "División de Pulido de Espejos y Telescopios", []string{"manual-7.1.1.1/0 denominacion"}},
		"a heading without its preposition": {"División de Mechas y Aceites", "División de Mechas Aceites Lámparas Espejos", []string{"manual-7.1.1.2/0 denominacion manual-7.1.1/0"}},
		"another's programme as its own":    {pule, "1. Hacer el programa de trabajo anual de la División de Mechas y Aceites.", []string{"manual-7.1.1.1/1 copia manual-7.1.1.2/0"}},
		"a line without a place":            {"7.1.2 Coordinación de Señales de Niebla\n", "7.1.2 Coordinación de Señales de Niebla\nHace lo que sigue a diario.\n", []string{"manual-7 numeracion"}},
	} {
		t.Run(nombre, func(t *testing.T) {
			assert.Equal(t, c.quiere, hallados(t, con(t, c.viejo, c.nuevo)))
		})
	}
}

func TestANormIsNamedOnlyFromTheDayItIsNoMore(t *testing.T) {
	m := leer(t, con(t, "conforme a lo que pidan los torreros", "conforme a lo que pida la Secretaría de la Función Pública"))
	for _, b := range oficial.Bajas() {
		assert.NotEmpty(t, b.Cita.Norma, b.Nombre)
		assert.NotEmpty(t, b.Sucede, b.Nombre)
	}
	assert.Empty(t, oficial.Revisar(fecha.MustParse("2024-11-28"), m))
	assert.Len(t, oficial.Revisar(fecha.MustParse("2024-11-29"), m), 1)
}

func TestTwoManualsAreReviewedTogether(t *testing.T) {
	otro := strings.NewReplacer("Z900-001-001", "G000-002-003", "Faros y Señales", "Boyas y Cadenas",
		"Decir quién enciende cada lámpara y quién la repara.",
		"Rigen las siguientes funciones establecidas en el numeral 7.1.2 del otro manual:\n\n1. Tocar la campana cuando la niebla tape la luz del faro por más de media hora.\n\n3. Avisar por radio a las embarcaciones que entren a la bahía con niebla cerrada.\n\n9. Dormir de día.").Replace(texto(t))
	hs := hallados(t, texto(t), otro)
	assert.Contains(t, hs, "manual-7.1.2/1 deriva caood-2")
	assert.NotContains(t, hs, "manual-7.1.2/3 deriva caood-2", "the words are the same")
	assert.Contains(t, hs, "manual-7.1.2/9 deriva caood-2", "there is no such function")
	assert.Contains(t, hs, "caood-7.1/0 referencia manual-7.1/0", "the numerals of two manuals meet")
	assert.Contains(t, hs, "manual-7.1.1.1/1 duplicada caood-7.1.1.1/1")
}

func TestTheTypesAreThoseOfTheFindings(t *testing.T) {
	visto := map[oficial.TipoHallazgo]bool{}
	for _, d := range oficial.Tipos() {
		assert.False(t, visto[d.Clave])
		assert.NotEmpty(t, d.Descripcion)
		visto[d.Clave] = true
	}
	for _, h := range oficial.Revisar(hoy, losManuales(t)...) {
		assert.True(t, visto[h.Tipo], h.Tipo)
	}
}
