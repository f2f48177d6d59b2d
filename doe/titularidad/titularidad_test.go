package titularidad_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/titularidad"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// registro is a desk with one record at hand.
type registro struct {
	t    *testing.T
	mesa *tramite.Mesa
	doc  []byte
}

func nuevo(t *testing.T, e titularidad.Apertura) *registro {
	m, err := tramite.NuevaMesa(titularidad.Titularidades)
	require.NoError(t, err)
	r := &registro{t: t, mesa: m}
	require.NoError(t, r.hacer("", "abrir", e))
	return r
}

func (r *registro) hacer(folio, acto string, e any) error {
	c := tramite.Contexto{
		Ahora: fecha.MustParse("2026-01-10").Inicio().Sumar(12 * time.Hour), Folio: "TIT-2026-09-0000001-X",
		Actor:    doe.Actor{Sub: "rh", Nombre: "RH", Unidad: "doe-7.1.6.1", Puesto: doe.Titular},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Azar: func() string { return "x" },
		Cargar: func(string, string) (tramite.Registro, error) { return titularidad.Titularidades.Decodificar(r.doc) },
	}
	cs, err := r.mesa.Realizar(c, tramite.Peticion{Coleccion: "titularidades", Folio: folio, Acto: acto, Entrada: e})
	if err != nil {
		return err
	}
	r.doc, err = titularidad.Titularidades.Codificar(cs[0].Registro)
	return err
}

func (r *registro) ocupar(persona string, clase titularidad.Clase, desde, hasta string) error {
	o := titularidad.Ocupacion{Persona: persona, Nombre: persona, Clase: clase, Documento: "oficio", Desde: fecha.MustParse(desde)}
	if hasta != "" {
		o.Hasta = fecha.MustParse(hasta)
	}
	return r.hacer("TIT-2026-09-0000001-X", "ocupar", o)
}

func (r *registro) titularidad() titularidad.Titularidad {
	x, err := titularidad.Titularidades.Decodificar(r.doc)
	require.NoError(r.t, err)
	return *x.(*titularidad.Titularidad)
}

func codigo(err error) string {
	var e *falla.Error
	if errors.As(err, &e) && len(e.Fallas) > 0 {
		return e.Fallas[0].Codigo
	}
	return fmt.Sprint(err)
}

func TestRegla04DosTitularesNoSeTraslapan(t *testing.T) {
	r := nuevo(t, titularidad.Apertura{De: "doe-7.1.3"})
	require.NoError(t, r.ocupar("a", titularidad.PorNombramiento, "2026-01-16", "2026-06-30"))
	assert.Equal(t, "DOE-TITULARIDAD-02", codigo(r.ocupar("b", titularidad.PorNombramiento, "2026-06-30", "")))
	assert.NoError(t, r.ocupar("b", titularidad.PorNombramiento, "2026-07-01", ""))
}

func TestRegla04LaSuplenciaTieneDocumentoYPlazo(t *testing.T) {
	r := nuevo(t, titularidad.Apertura{De: "doe-7.1.3"})
	require.NoError(t, r.ocupar("a", titularidad.PorNombramiento, "2026-01-16", ""))
	assert.Equal(t, "DOE-TITULARIDAD-04", codigo(r.ocupar("s", titularidad.PorSuplencia, "2026-02-01", "")))
	require.NoError(t, r.ocupar("s", titularidad.PorSuplencia, "2026-02-01", "2026-02-15"))
	quien, hay := r.titularidad().En(fecha.MustParse("2026-02-10"))
	assert.True(t, hay)
	assert.Equal(t, "s", quien.Persona, "suple mientras dura")
	quien, _ = r.titularidad().En(fecha.MustParse("2026-02-16"))
	assert.Equal(t, "a", quien.Persona, "vencida, ya no")
}

func TestRegla04LaVacanteDiceQueNadieFirma(t *testing.T) {
	r := nuevo(t, titularidad.Apertura{De: "doe-7.1.1"})
	dia := fecha.MustParse("2026-03-01")
	assert.Contains(t, r.titularidad().SinFirma(doe.Vigente(), dia), doe.Facultad("evaluacion.planes:autorizar"))
	require.NoError(t, r.ocupar("a", titularidad.PorEncargo, "2026-01-16", ""))
	assert.Empty(t, r.titularidad().SinFirma(doe.Vigente(), dia))
	require.NoError(t, r.hacer("TIT-2026-09-0000001-X", "terminar", titularidad.Termino{Persona: "a", Hasta: fecha.MustParse("2026-02-28")}))
	assert.NotEmpty(t, r.titularidad().SinFirma(doe.Vigente(), dia))
}

func TestLaUnidadRegionalDiceSuOOAD(t *testing.T) {
	r := nuevo(t, titularidad.Apertura{De: doe.CAOOD, EnOOAD: "14"})
	assert.Equal(t, "DOE-TITULARIDAD-01", codigo(r.hacer("", "abrir", titularidad.Apertura{De: doe.CAOOD})))
	assert.Equal(t, "DOE-TITULARIDAD-01", codigo(r.hacer("", "abrir", titularidad.Apertura{De: "doe-7.1.9"})))
}

func TestPropiedades(t *testing.T) {
	prueba.Propiedades(t, titularidad.Titularidades, prueba.Opciones{Entradas: map[string][]any{
		"ocupar": {titularidad.Ocupacion{Persona: "s", Nombre: "S", Clase: titularidad.PorSuplencia, Documento: "o", Desde: fecha.MustParse("2026-02-01"), Hasta: fecha.MustParse("2026-02-10")}},
		"delegar": {titularidad.Delegacion{
			De: "titular-caood-14", Persona: "p", Nombre: "P", Unidad: "doe-7.1.3.1.1", Facultades: doe.Alguna("doe.encomiendas:atender"), Documento: "Acuerdo 1",
			Desde: fecha.MustParse("2026-02-02"), Hasta: fecha.MustParse("2026-06-30"),
		}},
	}})
}
