package titularidad_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/titularidad"
)

const folio = "TIT-2026-09-0000001-X"

func delegacion(cambia func(*titularidad.Delegacion)) titularidad.Delegacion {
	d := titularidad.Delegacion{
		De: "a", Persona: "d", Nombre: "D", Unidad: "doe-7.1.3.1", Facultades: doe.Alguna("siade.atencion:autorizar"), Documento: "Acuerdo 3",
		Desde: fecha.MustParse("2026-02-01"), Hasta: fecha.MustParse("2026-03-31"),
	}
	cambia(&d)
	return d
}

func conTitular(t *testing.T) *registro {
	r := nuevo(t, titularidad.Apertura{De: "doe-7.1.3"})
	require.NoError(t, r.ocupar("a", titularidad.PorNombramiento, "2026-01-16", "2026-06-30"))
	return r
}

func TestRegla04SoloDelegaQuienEncabezaYSoloLoPropio(t *testing.T) {
	for nombre, c := range map[string]struct {
		codigo, lugar string
		cambia        func(*titularidad.Delegacion)
	}{
		"de quien no encabeza":       {"DOE-TITULARIDAD-07", "body.de", func(d *titularidad.Delegacion) { d.De = "otra" }},
		"más allá de su cargo":       {"DOE-TITULARIDAD-07", "body.de", func(d *titularidad.Delegacion) { d.Hasta = fecha.MustParse("2026-07-01") }},
		"de quien suple":             {"DOE-TITULARIDAD-07", "body.de", func(d *titularidad.Delegacion) { d.De = "s" }},
		"de lo que la unidad no":     {"DOE-TITULARIDAD-06", "body.facultades[1]", func(d *titularidad.Delegacion) { d.Facultades = append(d.Facultades, "evaluacion.planes:autorizar") }},
		"de lo que no existe":        {"DOE-TITULARIDAD-06", "body.facultades[0]", func(d *titularidad.Delegacion) { d.Facultades = doe.Alguna("x") }},
		"a una unidad de otra línea": {"DOE-TITULARIDAD-08", "body.unidad", func(d *titularidad.Delegacion) { d.Unidad = "doe-7.1.1" }},
		"a su superior":              {"DOE-TITULARIDAD-08", "body.unidad", func(d *titularidad.Delegacion) { d.Unidad = "doe-7.1" }},
		"a sí misma":                 {"DOE-TITULARIDAD-08", "body.persona", func(d *titularidad.Delegacion) { d.Persona = "a" }},
		"al revés":                   {"DOE-TITULARIDAD-03", "body.hasta", func(d *titularidad.Delegacion) { d.Desde = fecha.MustParse("2026-04-01") }},
	} {
		t.Run(nombre, func(t *testing.T) {
			r := conTitular(t)
			require.NoError(t, r.ocupar("s", titularidad.PorSuplencia, "2026-01-20", "2026-06-30"))
			var e *falla.Error
			require.True(t, errors.As(r.hacer(folio, "delegar", delegacion(c.cambia)), &e))
			require.Len(t, e.Fallas, 1)
			assert.Equal(t, c.codigo, e.Fallas[0].Codigo)
			assert.Equal(t, c.lugar, e.Fallas[0].Ubicacion)
		})
	}
}

func TestLaDelegacionConstaEnSusDias(t *testing.T) {
	r := conTitular(t)
	require.NoError(t, r.hacer(folio, "delegar", delegacion(func(*titularidad.Delegacion) {})))
	assert.Equal(t, "DOE-TITULARIDAD-09", codigo(r.hacer(folio, "delegar", delegacion(func(d *titularidad.Delegacion) { d.Documento = "Acuerdo 4" }))))
	consta := func(persona, documento string, f doe.Facultad, dia string) titularidad.Constancia {
		return r.titularidad().DeDelegacion(persona, documento, f, fecha.MustParse(dia))
	}
	const f = "siade.atencion:autorizar"
	assert.Equal(t, titularidad.Difiere, consta("d", "Acuerdo 3", f, "2026-01-31"))
	assert.Equal(t, titularidad.Consta, consta("d", "Acuerdo 3", f, "2026-02-01"))
	assert.Equal(t, titularidad.Consta, consta("d", "Acuerdo 3", f, "2026-03-31"))
	assert.Equal(t, titularidad.Difiere, consta("d", "Acuerdo 3", f, "2026-04-01"))
	assert.Equal(t, titularidad.Difiere, consta("otra", "Acuerdo 3", f, "2026-02-01"))
	assert.Equal(t, titularidad.Difiere, consta("d", "Acuerdo 3", "siade.atencion:coordinar", "2026-02-01"))
	assert.Equal(t, titularidad.NoConsta, consta("d", "Acuerdo 9", f, "2026-02-01"))

	revoca := titularidad.Revocacion{Documento: "Acuerdo 3", Persona: "d", Hasta: fecha.MustParse("2026-02-15")}
	require.NoError(t, r.hacer(folio, "revocar-delegacion", revoca))
	assert.Equal(t, titularidad.Consta, consta("d", "Acuerdo 3", f, "2026-02-15"))
	assert.Equal(t, titularidad.Difiere, consta("d", "Acuerdo 3", f, "2026-02-16"))
	revoca.Hasta = fecha.MustParse("2026-02-16")
	assert.Equal(t, "DOE-TITULARIDAD-10", codigo(r.hacer(folio, "revocar-delegacion", revoca)))
	// Once over, it can be given again.
	require.NoError(t, r.hacer(folio, "delegar", delegacion(func(d *titularidad.Delegacion) { d.Desde = fecha.MustParse("2026-02-16") })))
}

func TestLaSuplenciaConstaEnSusDias(t *testing.T) {
	r := conTitular(t)
	require.NoError(t, r.ocupar("s", titularidad.PorSuplencia, "2026-02-01", "2026-02-15"))
	consta := func(persona, documento, dia string) titularidad.Constancia {
		return r.titularidad().DeSuplencia(persona, documento, fecha.MustParse(dia))
	}
	assert.Equal(t, titularidad.Difiere, consta("s", "oficio", "2026-01-31"))
	assert.Equal(t, titularidad.Consta, consta("s", "oficio", "2026-02-01"))
	assert.Equal(t, titularidad.Consta, consta("s", "oficio", "2026-02-15"))
	assert.Equal(t, titularidad.Difiere, consta("s", "oficio", "2026-02-16"))
	assert.Equal(t, titularidad.NoConsta, consta("s", "otro", "2026-02-01"))
	assert.Equal(t, titularidad.Difiere, consta("a", "oficio", "2026-02-01"), "el nombramiento no es suplencia")
}
