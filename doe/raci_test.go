package doe_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

func TestRegla23TheMatrixOfResponsibilitiesFollowsFromTheVerbs(t *testing.T) {
	c := doe.Vigente()
	for _, a := range c.Actos() {
		assert.NotEmpty(t, doe.ParteDe(a.Clave), a.Clave)
	}
	assert.Empty(t, doe.ParteDe("volar"))
	filas := c.RACI()
	require.Len(t, filas, len(c.Capacidades()))
	concedidas := 0
	for _, f := range filas {
		for _, x := range f.Celdas {
			require.NotEmpty(t, x.Partes)
			concedidas += len(x.Facultades)
			for _, g := range x.Facultades {
				require.Equal(t, f.Capacidad, g.Facultad.Capacidad())
				require.Contains(t, x.Partes, doe.ParteDe(g.Facultad.Acto()))
				require.Equal(t, c.Otorga(x.Unidad, g.Facultad).Lista(), g.Funciones.Lista())
			}
		}
	}
	todas := 0
	for _, u := range c.Unidades() {
		todas += len(c.Concesiones(u.Clave))
	}
	assert.Equal(t, todas, concedidas, "every facultad granted is in the matrix, once")
	planes := filas[slices.IndexFunc(filas, func(f doe.FilaRACI) bool { return f.Capacidad == "evaluacion.planes" })]
	gestion := planes.Celdas[slices.IndexFunc(planes.Celdas, func(x doe.CeldaRACI) bool { return x.Unidad == "doe-7.1.1" })]
	assert.Contains(t, gestion.Informan.Lista(), doe.ClaveFuncion("doe-7.1.1.7/5"), "informed by the hand-off that the function states")
	assert.Contains(t, gestion.Partes, doe.Informado)
	for _, p := range doe.PartesDeActo() {
		assert.NotEmpty(t, p.Razon, p.Acto)
		assert.NotEqual(t, doe.Informado, p.Parte, "nobody is informed by doing")
	}
	unidad := planes.Celdas[slices.IndexFunc(planes.Celdas, func(x doe.CeldaRACI) bool { return x.Unidad == "doe-7.1.1" })]
	assert.Contains(t, unidad.Letras(), "A")
	riesgos := filas[slices.IndexFunc(filas, func(f doe.FilaRACI) bool { return f.Capacidad == "doe.riesgos" })]
	assert.Equal(t, []doe.ParteRACI{doe.Aprobador}, riesgos.Faltan, "no function authorises the risk programme")
}
