package doe_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

var hoy = fecha.MustParse("2026-03-02")

func mandato(t *testing.T, u doe.ClaveUnidad, f doe.Facultad) doe.Dictamen {
	t.Helper()
	d, err := doe.Mandato(doe.Vigente(), u, f.Acto(), f.Capacidad(), hoy)
	require.NoError(t, err)
	return d
}

func TestAnExpressMandateCitesManualNumeralFunctionAndEdition(t *testing.T) {
	d := mandato(t, "doe-7.1.1", "evaluacion.planes:autorizar")
	require.Equal(t, doe.Facultado, d.Resultado)
	require.Len(t, d.Bases, 1)
	c := d.Bases[0].Funciones[0]
	assert.Equal(t, doe.BaseExpresa, d.Bases[0].Clase)
	assert.Equal(t, "G000-002-001", c.Manual.Clave)
	assert.Equal(t, "7.1.1", c.Numeral)
	assert.Equal(t, 8, c.Numero)
	assert.Equal(t, "2022-10-01", c.Manual.Vigente.String())
	assert.True(t, d.Firma)
	o := d.Oficio()
	assert.True(t, strings.HasPrefix(o, "Con fundamento en el numeral 7.1.1, función 8, del Manual de Organización de la Dirección de Operación y Evaluación (clave G000-002-001, vigente desde el 1 de octubre de 2022), la Unidad de Evaluación"), o)
	assert.Contains(t, o, "está facultada para autorizar en materia de planes de mejora (evaluacion.planes).")
}

func TestALetterNamesTheMatterAndTheLineInWords(t *testing.T) {
	vistas := map[string]bool{}
	for _, k := range doe.Vigente().Capacidades() {
		require.NotEmpty(t, k.Materia, k.Clave)
		assert.False(t, vistas[k.Materia], k.Materia)
		vistas[k.Materia] = true
	}
	assert.Contains(t, mandato(t, "doe-7.1", "doe.estructura:elaborar").Oficio(),
		"facultada para elaborar en materia de estructura orgánica (doe.estructura) respecto de los expedientes propios y de los que guardan las unidades de su línea de adscripción.")
	d := mandato(t, "doe-7.1.5.3", "doe.estructura:elaborar")
	assert.Equal(t, doe.NoFacultado, d.Resultado)
	assert.Contains(t, d.Oficio(), "el acto de elaborar en materia de estructura orgánica (doe.estructura)")
}

func TestAFunctionThatGrantsLessSaysSo(t *testing.T) {
	d := mandato(t, "doe-7.1.3", "doe.programa:autorizar")
	assert.Equal(t, doe.Inferior, d.Bases[0].Funciones[0].Alcance)
	assert.Contains(t, d.Oficio(), "Se limita a lo propio y a lo de las unidades que dependen de ella.")
	ajeno := doe.Ambito{Alcance: doe.Linea, Guardian: "doe-7.1"}
	d, err := doe.MandatoEn(doe.Vigente(), "doe-7.1.3", "autorizar", "doe.programa", hoy, ajeno)
	require.NoError(t, err)
	assert.Equal(t, doe.NoFacultado, d.Resultado, "el de su superior no")
}

func TestRegla03AMandateByHierarchyTellsTheHoleAndItsReason(t *testing.T) {
	d := mandato(t, "doe-7.1.5", "doe.riesgos:autorizar")
	require.Len(t, d.Bases, 1)
	b := d.Bases[0]
	assert.Equal(t, doe.BaseJerarquica, b.Clase)
	assert.Equal(t, doe.ViaTitular, b.Via)
	assert.Equal(t, doe.ClaveFuncion("doe-7.1.5/20"), b.Funciones[0].Funcion, "su función residual")
	assert.Contains(t, b.Sobre, doe.ClaveUnidad("doe-7.1.5.1"))
	assert.NotEmpty(t, b.Hueco.Nota)
	assert.Contains(t, d.Oficio(), b.Hueco.Nota)
	d = mandato(t, "doe-7.1.1.1", "doe.programa:ejecutar")
	assert.Equal(t, doe.BaseSuficiente, d.Bases[0].Clase)
	assert.Equal(t, doe.Facultad("doe.programa:elaborar"), d.Bases[0].Facultad)
}

func TestARegionalMandateCitesThePolicy(t *testing.T) {
	d := mandato(t, doe.CAOOD, "siade.grupos:ejecutar")
	b := d.Bases[0]
	assert.Equal(t, doe.BaseRegional, b.Clase)
	assert.Equal(t, doe.ClavePolitica("caood-5.9"), b.Politica.Clave)
	assert.Contains(t, d.Oficio(), "en relación con la política 5.9 del mismo manual")
	assert.Contains(t, d.Oficio(), "cuyo texto no dice desde cuándo rige")
}

func TestARefusalSaysWhoMayAndUnderWhichFunctions(t *testing.T) {
	d := mandato(t, "doe-7.1.2", "evaluacion.planes:autorizar")
	require.Equal(t, doe.NoFacultado, d.Resultado)
	require.Len(t, d.Quienes, 2)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.1"), d.Quienes[1].Unidad.Clave)
	assert.Equal(t, 8, d.Quienes[1].Bases[0].Funciones[0].Numero)
	assert.Contains(t, d.Oficio(), "\nb) la Unidad de Evaluación de Órganos Desconcentrados, conforme al numeral 7.1.1, función 8,")
	// Of what nobody holds, it depends on who keeps the record.
	d = mandato(t, "doe-7.1.5.1", "doe.riesgos:autorizar")
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.5.1"), d.Guardian)
	require.Len(t, d.Quienes, 1)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.5"), d.Quienes[0].Unidad.Clave)
	d = mandato(t, "doe-7.1.3", "siade.quejas:atender")
	assert.True(t, d.Contraparte)
	assert.Contains(t, d.Oficio(), "contraparte ajena")
}

func TestBeforeTheEditionInForceTheFunctionsAreUnknown(t *testing.T) {
	c := doe.Vigente()
	d, err := doe.Mandato(c, "doe-7.1.1", "autorizar", "evaluacion.planes", fecha.MustParse("2022-09-30"))
	require.NoError(t, err)
	assert.Equal(t, doe.Desconocido, d.Resultado)
	assert.Empty(t, d.Bases)
	assert.Contains(t, d.Oficio(), "se desconocen")
	d, err = doe.Mandato(c, "doe-7.1.1", "autorizar", "evaluacion.planes", fecha.MustParse("2022-10-01"))
	require.NoError(t, err)
	assert.Equal(t, doe.Facultado, d.Resultado)
}

func TestAMandateOnWhatIsNotInTheCatalogIsAnError(t *testing.T) {
	for _, q := range [][3]string{{"doe-9.9", "autorizar", "doe.riesgos"}, {"", "autorizar", "doe.riesgos"}, {"doe-7.1", "volar", "doe.riesgos"}, {"doe-7.1", "autorizar", "doe.nada"}} {
		_, err := doe.Mandato(doe.Vigente(), doe.ClaveUnidad(q[0]), doe.Acto(q[1]), doe.Capacidad(q[2]), hoy)
		assert.ErrorIs(t, err, doe.ErrDesconocido, q)
	}
}

// The answer for every unit and facultad is that of the look-up that acts make.
func TestMandateAndDecisionAgree(t *testing.T) {
	c := doe.Vigente()
	fs := doe.Alguna("evaluacion.planes:autorizar", "siade.atencion:coordinar", "doe.programa:autorizar")
	for _, h := range c.Huecos() {
		fs = append(fs, h.Facultad)
	}
	for _, f := range fs {
		for _, u := range c.Unidades() {
			x := doe.Ambito{Alcance: doe.Linea, Guardian: u.Clave}
			s, _ := c.Superior(u.Clave)
			for _, quien := range []doe.ClaveUnidad{u.Clave, s} {
				if quien == "" {
					continue
				}
				fund, puede := c.Decidir(quien, x, doe.Alguna(f))
				d, err := doe.MandatoEn(c, quien, f.Acto(), f.Capacidad(), hoy, x)
				require.NoError(t, err)
				require.Equal(t, puede, d.Resultado == doe.Facultado, "%s %s", quien, f)
				if puede {
					require.Equal(t, fund.Facultad, d.Bases[0].Facultad)
					require.Equal(t, fund.Tipo == doe.Jerarquico, d.Bases[0].Clase == doe.BaseJerarquica)
					require.NotEmpty(t, d.Oficio())
				}
			}
		}
	}
}
