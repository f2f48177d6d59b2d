package oficial_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/oficial"
)

// cambios gives the changes as "kind before after".
func cambios(c oficial.Comparacion) []string {
	out := []string{}
	for _, u := range c.Unidades {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(u.Tipo, " ", u.Antes, " ", u.Ahora)), " "))
	}
	for _, f := range c.Funciones {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(f.Tipo, " ", f.Antes, " ", f.Ahora)), " "))
	}
	return out
}

func TestATextComparedWithItselfHasNoChanges(t *testing.T) {
	m := leer(t, texto(t))
	assert.True(t, oficial.Comparar(doe.Vigente(), m, m).Vacia())
	for _, m := range losManuales(t) {
		c := oficial.Comparar(doe.Vigente(), m, m)
		assert.True(t, c.Vacia())
		assert.Empty(t, c.Facultades)
		assert.Empty(t, c.SinTitular)
		assert.Empty(t, c.PorMapear)
	}
}

func TestEachKindOfChangeIsFoundAndCalledByItsName(t *testing.T) {
	const pule, fabrica = "1. Pulir los espejos cada luna nueva y anotar su brillo en una escala de diez grados.\n\n", "2. Devolver a la fábrica los espejos que no alcancen siete grados de brillo.\n"
	for nombre, c := range map[string]struct {
		viejo, nuevo string
		quiere       []string
	}{
		"a function added":               {fabrica, fabrica + "\n3. Contar las estrellas fugaces de agosto.\n", []string{"agregada manual-7.1.1.1/3"}},
		"a function removed":             {fabrica, "", []string{"suprimida manual-7.1.1.1/2"}},
		"a function removed in front":    {pule + fabrica, "1. Devolver a la fábrica los espejos que no alcancen siete grados de brillo.\n", []string{"suprimida manual-7.1.1.1/1", "renumerada manual-7.1.1.1/2 manual-7.1.1.1/1"}},
		"two functions changed about":    {pule + fabrica, "1" + fabrica[1:] + "\n2" + pule[1:], []string{"renumerada manual-7.1.1.1/1 manual-7.1.1.1/2", "renumerada manual-7.1.1.1/2 manual-7.1.1.1/1"}},
		"a function reworded":            {"una escala de diez grados", "una escala de veinte grados", []string{"redactada manual-7.1.1.1/1 manual-7.1.1.1/1"}},
		"a function moved":               {fabrica + " 7.1.1.2 División de Mechas y Aceites\n", " 7.1.1.2 División de Mechas y Aceites\n\n1. Devolver a la fábrica los espejos que no alcancen siete grados de brillo.\n2. Saludar.\n", nil},
		"a unit renamed":                 {"División de Pulido de Espejos", "División de Brillo de Espejos", []string{"renombrada manual-7.1.1.1 manual-7.1.1.1"}},
		"a unit renamed beyond likeness": {"División de Pulido de Espejos", "División de Óptica", []string{"renombrada manual-7.1.1.1 manual-7.1.1.1"}},
		"a unit moved":                   {"7.1.1.2 División", "7.1.2.1 División", []string{"movida manual-7.1.1.2 manual-7.1.2.1"}},
		"a unit added":                   {" 7.1.2 Coordinación", " 7.1.1.3 División de Boyas\n\n1. Pintar las boyas de rojo.\n 7.1.2 Coordinación", []string{"agregada manual-7.1.1.3", "agregada manual-7.1.1.3/1"}},
		"a unit removed":                 {" 7.1.1.1 División de Pulido de Espejos\n\n" + pule + fabrica, "", []string{"suprimida manual-7.1.1.1", "suprimida manual-7.1.1.1/1", "suprimida manual-7.1.1.1/2"}},
		"other capitals are other words": {"Pulir los espejos", "Pulir los Espejos", []string{"redactada manual-7.1.1.1/1 manual-7.1.1.1/1"}},
	} {
		t.Run(nombre, func(t *testing.T) {
			x := oficial.Comparar(doe.Vigente(), leer(t, texto(t)), leer(t, con(t, c.viejo, c.nuevo)))
			if c.quiere == nil {
				assert.Contains(t, cambios(x), "movida manual-7.1.1.1/2 manual-7.1.1.2/1")
				return
			}
			assert.Equal(t, c.quiere, cambios(x))
		})
	}
}

func TestARewordingTellsHowAlikeItIs(t *testing.T) {
	x := oficial.Comparar(doe.Vigente(), leer(t, texto(t)), leer(t, con(t, "una escala de diez grados", "una escala de veinte grados")))
	require.Len(t, x.Funciones, 1)
	assert.Equal(t, 93, x.Funciones[0].Semejanza, "one word of sixteen is another")
	assert.Contains(t, x.Funciones[0].Nota, "diez")
	assert.Contains(t, x.Funciones[0].Nota, "veinte")
}

// A renumbering of the real manual is found as one; the facultades stay with
// the unit.
func TestRenumberingTheOfficialManualMovesNoFacultad(t *testing.T) {
	m := losManuales(t)[0]
	otro := copia(m)
	u := &otro.Unidades[slices.IndexFunc(otro.Unidades, func(u oficial.Unidad) bool { return u.Clave == "doe-7.1.4" })]
	u.Funciones[0], u.Funciones[1] = u.Funciones[1], u.Funciones[0]
	u.Funciones[0].Numero, u.Funciones[1].Numero = 1, 2
	x := oficial.Comparar(doe.Vigente(), m, otro)
	assert.Equal(t, []string{"renumerada doe-7.1.4/1 doe-7.1.4/2", "renumerada doe-7.1.4/2 doe-7.1.4/1"}, cambios(x))
	assert.Empty(t, x.Facultades)
	assert.Empty(t, x.SinTitular)
}

// A function that moves takes its facultades along; one that goes leaves acts
// without a holder when it was the only one to grant them.
func TestFacultadesFollowTheirFunctions(t *testing.T) {
	c := doe.Vigente()
	m := losManuales(t)[0]
	var sola doe.Funcion
	for _, f := range c.Funciones() {
		if f.Unidad != doe.CAOOD && len(f.Facultades) == 1 && len(c.Titulares(f.Facultades[0].Facultad)) == 1 &&
			c.Otorga(f.Unidad, f.Facultades[0].Facultad).Len() == 1 && f.Numero == 1 {
			sola = f
			break
		}
	}
	require.NotEmpty(t, sola.Clave)
	facultad := sola.Facultades[0].Facultad

	sin := copia(m)
	i := slices.IndexFunc(sin.Unidades, func(u oficial.Unidad) bool { return u.Clave == sola.Unidad })
	sin.Unidades[i].Funciones = sin.Unidades[i].Funciones[1:]
	x := oficial.Comparar(c, m, sin)
	assert.Equal(t, []doe.Facultad{facultad}, x.SinTitular)
	assert.Equal(t, []oficial.CambioFacultades{{Unidad: sola.Unidad, Ganadas: []doe.Facultad{}, Perdidas: []doe.Facultad{facultad}}}, x.Facultades)

	movida := copia(sin)
	j := slices.IndexFunc(movida.Unidades, func(u oficial.Unidad) bool { return u.Clave == "doe-7.1.6.1" })
	n := len(movida.Unidades[j].Funciones) + 1
	movida.Unidades[j].Funciones = append(movida.Unidades[j].Funciones, oficial.Funcion{Numero: n, Texto: m.Texto(sola.Clave)})
	x = oficial.Comparar(c, m, movida)
	assert.Equal(t, []string{fmt.Sprintf("movida %s doe-7.1.6.1/%d", sola.Clave, n)}, cambios(x))
	assert.Empty(t, x.SinTitular)
	assert.Contains(t, x.Facultades, oficial.CambioFacultades{Unidad: "doe-7.1.6.1", Ganadas: []doe.Facultad{facultad}, Perdidas: []doe.Facultad{}})
}

func TestAFunctionTheCatalogDoesNotKnowIsLeftToBeMapped(t *testing.T) {
	x := oficial.Comparar(doe.Vigente(), leer(t, texto(t)), leer(t, con(t, "2. Devolver a la fábrica", "2. Contar las gaviotas del muelle norte.\n\n3. Devolver a la fábrica")))
	assert.Equal(t, []doe.ClaveFuncion{"manual-7.1.1.1/2"}, x.PorMapear)
}

func copia(m oficial.Manual) oficial.Manual {
	m.Unidades = slices.Clone(m.Unidades)
	for i := range m.Unidades {
		m.Unidades[i].Funciones = slices.Clone(m.Unidades[i].Funciones)
	}
	return m
}
