package version_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
)

// Pauta is a made-up document, small enough to read whole.
type Pauta struct{ version.Documento[Texto] }

type Texto struct {
	Dice string `json:"dice" validate:"required,max=80" doc:"Qué dice" example:"Saludar antes de preguntar"`
}

var reglaMala = falla.Regla{Codigo: "PAUTA-01", Es: "No puede decir eso.", En: "It may not say that."}

func declaracion() version.Declaracion[Pauta, Texto] {
	return version.Declaracion[Pauta, Texto]{
		Nombre: "pauta", Coleccion: "pautas", Titulo: "Pauta", Descripcion: "Pauta de prueba.", Serie: "PAU", Rama: "doe-7.1.3",
		Elabora: doe.Alguna("siade.supervision:elaborar"), Revisa: doe.Alguna("siade.supervision:coordinar"), Autoriza: doe.Alguna("siade.supervision:autorizar"),
		Alcance: doe.Nacional, Guarda: "doe-7.1.3.1.4", Comun: true,
		Validar: func(_ Pauta, e Texto, lugar string, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Dice == "mal", reglaMala, lugar+".dice")
		},
		Ejemplo: version.Alta[Texto]{Clave: "TRATO", Contenido: Texto{"Saludar antes de preguntar"}},
		Reparo:  version.Reparo{Texto: "Falta decir a quién."},
		Texto:   func(e Texto) string { return e.Dice },
	}
}

var pautas = tramite.MustDefinir(version.Declarar(declaracion()))

func TestPropiedadesDeUnDocumento(t *testing.T) {
	prueba.Propiedades(t, pautas, prueba.Opciones{Entradas: map[string][]any{
		"elaborar":  {version.Alta[Texto]{Clave: "OTRA", Contenido: Texto{"mal"}}},
		"corregir":  {Texto{"Despedirse"}, Texto{"mal"}},
		"autorizar": {version.Vigor{Desde: fecha.MustParse("2026-09-01")}, version.Vigor{Desde: fecha.MustParse("2026-12-01")}},
	}})
}

func doc(desde ...string) (d version.Documento[Texto]) {
	for i, x := range desde {
		d.Versiones = append(d.Versiones, version.Version[Texto]{Numero: i + 1, Desde: fecha.MustParse(x)})
	}
	return d
}

func TestUnaVersionRigeDesdeSuDiaHastaLaVisperaDeLaSiguiente(t *testing.T) {
	d := doc("2026-01-10", "2026-03-01")
	for dia, n := range map[string]int{"2026-01-09": 0, "2026-01-10": 1, "2026-02-28": 1, "2026-03-01": 2, "2030-01-01": 2} {
		v, hay := d.En(fecha.MustParse(dia))
		assert.Equal(t, n, v.Numero, dia)
		assert.Equal(t, n > 0, hay, dia)
	}
	d.Fin = fecha.MustParse("2026-04-30")
	_, hay := d.En(fecha.MustParse("2026-04-30"))
	assert.True(t, hay)
	_, hay = d.En(fecha.MustParse("2026-05-01"))
	assert.False(t, hay)
}

func TestSoloLoQueRigioEsDeTodos(t *testing.T) {
	c := &tramite.Contexto{Catalogo: doe.Vigente(), Actor: doe.Actor{Sub: "x", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.TAOD}}
	p := &Pauta{}
	p.OOAD, p.Unidad = doe.NivelCentral, "doe-7.1.3.1.4"
	assert.Equal(t, tramite.Negado, pautas.Acceso(p, c))
	assert.NotContains(t, fmt.Sprint(pautas.Ficha(p).Partes), "todos")
	p.Documento = doc("2026-01-10")
	assert.Equal(t, tramite.Permitido, pautas.Acceso(p, c))
	ficha := pautas.Ficha(p)
	require.NotEmpty(t, ficha.Partes)
	assert.Contains(t, pautas.Vista(c).Partes, ficha.Partes[len(ficha.Partes)-1], "its list has it too")
}

// act does one act on the only record of a small store, as the head of a unit.
func act(t *testing.T, r *Pauta, u doe.ClaveUnidad, hoy, nombre string, e any) error {
	t.Helper()
	m, err := tramite.NuevaMesa(pautas)
	require.NoError(t, err)
	c := tramite.Contexto{
		Ahora: fecha.MustParse(hoy).Inicio(), Actor: doe.Actor{Sub: "t:" + string(u), Unidad: u, Puesto: doe.Titular}, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "PAU-1",
		Cargar: func(string, string) (tramite.Registro, error) { n := *r; return &n, nil },
	}
	p := tramite.Peticion{Coleccion: "pautas", Folio: r.Folio, Acto: nombre, Entrada: e}
	cs, err := m.Realizar(c, p)
	if err == nil {
		*r = *cs[0].Registro.(*Pauta)
	}
	return err
}

func TestLoQueHabiaDeRegirDespuesCaeCuandoAntesSeAutorizaOtra(t *testing.T) {
	const elabora, autoriza doe.ClaveUnidad = "doe-7.1.3.1.4", "doe-7.1.3"
	r := &Pauta{}
	vigor := func(hoy, desde string) error {
		return act(t, r, autoriza, hoy, "autorizar", version.Vigor{Desde: fecha.MustParse(desde)})
	}
	require.NoError(t, act(t, r, elabora, "2026-01-05", "elaborar", version.Alta[Texto]{Clave: "TRATO", Contenido: Texto{"Uno"}}))
	require.NoError(t, vigor("2026-01-05", "2026-01-10"))
	require.NoError(t, act(t, r, elabora, "2026-02-01", "corregir", Texto{"Dos"}))
	require.NoError(t, vigor("2026-02-01", "2026-06-01"))
	require.NoError(t, act(t, r, elabora, "2026-03-01", "corregir", Texto{"Urge"}))
	require.Error(t, vigor("2026-03-01", "2026-02-28"), "no version begins in the past")
	require.NoError(t, vigor("2026-03-01", "2026-03-02"))
	require.Len(t, r.Versiones, 2)
	assert.Equal(t, 3, r.Versiones[1].Numero, "no number is given twice")
	assert.True(t, r.Rige(1, fecha.MustParse("2026-03-01")))
	assert.True(t, r.Rige(3, fecha.MustParse("2026-06-01")))
	assert.False(t, r.Rige(2, fecha.MustParse("2026-06-01")))
	require.NoError(t, act(t, r, elabora, "2026-03-02", "corregir", Texto{"Otra"}))
	require.Error(t, vigor("2026-03-02", "2026-03-02"), "the one of today has begun")
}
