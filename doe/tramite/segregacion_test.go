package tramite_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// Escenario is a made-up trámite with duties to keep apart: a scenario that a
// division elaborates and its coordination authorises.
type Escenario struct {
	tramite.Cabecera
	Texto string `json:"texto"`
}

// deProspectiva makes an act of the scenario on one facultad.
func deProspectiva(nombre string, f doe.Facultad, de tramite.Origen, a tramite.Destino) tramite.Acto[Escenario, Nota] {
	return tramite.Acto[Escenario, Nota]{
		Nombre: nombre, Titulo: nombre, Descripcion: nombre, De: de, A: a, Facultades: doe.Alguna(f), Alcance: doe.Linea,
		Aplicar: func(r *Escenario, e Nota, _ tramite.Suceso) { r.Texto = e.Texto }, Ejemplo: Nota{Texto: "x"},
	}
}

var (
	redactar  = deProspectiva("redactar", "doe.prospectiva:elaborar", tramite.Origen{}, tramite.Hacia("borrador"))
	corregir  = deProspectiva("corregir", "doe.prospectiva:elaborar", tramite.Desde("borrador", "firme"), tramite.EnSuEstado())
	presentar = deProspectiva("presentar", "doe.prospectiva:analizar", tramite.Desde("borrador"), tramite.EnSuEstado())
	aprobar   = deProspectiva("aprobar", "doe.prospectiva:autorizar", tramite.Desde("borrador"), tramite.Hacia("firme"))
)

func escenarios(t testing.TB, s tramite.Segregacion) *tramite.Tramite[Escenario] {
	d, err := tramite.Definir(tramite.Definicion[Escenario]{
		Nombre: "escenario", Coleccion: "escenarios", Titulo: "Escenario", Serie: "ESC", Rama: "doe-7.1.5", Segregacion: s,
		Estados: []tramite.DefEstado{{Nombre: "borrador", Categoria: tramite.Abierta, Titulo: "Borrador"}, {Nombre: "firme", Categoria: tramite.Cerrada, Titulo: "Firme"}},
		Alta:    redactar, Actos: tramite.Actos[Escenario](corregir, presentar, aprobar),
	})
	require.NoError(t, err)
	return d
}

func deUnidad(sub string, u doe.ClaveUnidad, p doe.Puesto) doe.Actor {
	return doe.Actor{Sub: sub, Nombre: sub, Unidad: u, Puesto: p}
}

// escenario is one that jefa, the head of the coordination, elaborated alone.
func escenario(t testing.TB, d *tramite.Tramite[Escenario]) (tramite.Hecho[Escenario], tramite.Contexto) {
	c := contexto(deUnidad("jefa", "doe-7.1.5", doe.Titular), "2026-03-02")
	h, err := tramite.Crear(d, redactar, Nota{Texto: "uno"}, c)
	require.NoError(t, err)
	return h, c
}

func TestQuienElaboraYAutorizaQuedaSenaladoYNoRehusado(t *testing.T) {
	d := escenarios(t, tramite.Segregacion{})
	h, c := escenario(t, d)
	assert.Equal(t, []tramite.Intervencion{{Acto: "redactar", Labor: tramite.Prepara, Sub: "jefa"}}, h.Registro.Intervenciones)
	for _, p := range d.Posibles(&h.Registro, &c) {
		if p.Acto == "aprobar" {
			assert.True(t, p.Puede)
			assert.Equal(t, []string{"redactar"}, p.Conflicto, "se le avisa antes")
		}
	}
	antes := h
	h, err := tramite.Ejecutar(d, antes.Registro, aprobar, Nota{Texto: "dos"}, c)
	require.NoError(t, err)
	assert.Equal(t, []string{"redactar"}, h.Eventos[0].Conflicto)
	assert.Equal(t, tramite.Decide, h.Eventos[0].Labor)

	otra := contexto(deUnidad("otra", "doe-7.1.5", doe.Titular), "2026-03-02")
	h, err = tramite.Ejecutar(d, antes.Registro, aprobar, Nota{Texto: "dos"}, otra)
	require.NoError(t, err)
	assert.Empty(t, h.Eventos[0].Conflicto, "es la persona, no la unidad")
	assert.Len(t, h.Registro.Intervenciones, 2)
	assert.Len(t, antes.Registro.Intervenciones, 1, "el registro anterior no cambia")
	// What comes after the decision is flagged too.
	h, err = tramite.Ejecutar(d, h.Registro, corregir, Nota{Texto: "tres"}, otra)
	require.NoError(t, err)
	assert.Equal(t, []string{"aprobar"}, h.Eventos[0].Conflicto)
}

func TestRegla04QuienSupleCuentaComoLaPersonaQueEs(t *testing.T) {
	d := escenarios(t, tramite.Segregacion{})
	c := contexto(deUnidad("p", "doe-7.1.5", doe.Personal), "2026-03-02")
	h, err := tramite.Crear(d, redactar, Nota{Texto: "uno"}, c)
	require.NoError(t, err)
	c.Actor.Suplencia = &doe.Suplencia{De: "jefa", Documento: "Oficio 1", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-05")}
	h, err = tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "dos"}, c)
	require.NoError(t, err)
	assert.Equal(t, doe.PorSuplencia, h.Eventos[0].Fundamento.Tipo)
	assert.Equal(t, []string{"redactar"}, h.Eventos[0].Conflicto)
}

func TestDondeSeRehusaDecideOtraPersona(t *testing.T) {
	d := escenarios(t, tramite.Segregacion{Modo: tramite.SeRehusa})
	h, c := escenario(t, d)
	_, err := tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "dos"}, c)
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, falla.Prohibida, e.Clase)
	assert.Equal(t, "segregacion", e.Codigo)
	assert.Equal(t, "doe.prospectiva:autorizar", e.Facultad)
	for _, p := range d.Posibles(&h.Registro, &c) {
		if p.Acto == "aprobar" {
			assert.False(t, p.Puede)
			assert.Equal(t, e.Es, p.Motivo)
		}
	}
	_, err = d.Autoriza(&h.Registro, "aprobar", &c)
	assert.True(t, falla.DeClase(err, falla.Prohibida))
	c.Actor.Sub = "otra"
	h, err = tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "dos"}, c)
	require.NoError(t, err)
	// Changing what one authorised is flagged: another decision must follow.
	h, err = tramite.Ejecutar(d, h.Registro, corregir, Nota{Texto: "tres"}, c)
	require.NoError(t, err)
	assert.Equal(t, []string{"aprobar"}, h.Eventos[0].Conflicto)
}

func TestUnTramiteApartaOtrosActos(t *testing.T) {
	d := escenarios(t, tramite.Segregacion{Modo: tramite.SeRehusa, Pares: []tramite.ParSegregado{{Antes: "presentar", Despues: "aprobar"}}})
	h, c := escenario(t, d)
	otra := c
	otra.Actor.Sub = "otra"
	h, err := tramite.Ejecutar(d, h.Registro, presentar, Nota{Texto: "x"}, otra)
	require.NoError(t, err)
	assert.Equal(t, tramite.EnPar, h.Eventos[0].Labor)
	_, err = tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "x"}, otra)
	assert.True(t, falla.DeClase(err, falla.Prohibida))
	tercera := c
	tercera.Actor.Sub = "tercera"
	_, err = tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "x"}, tercera)
	require.NoError(t, err)
}

func TestSinSegregacionNadaSeAnota(t *testing.T) {
	d := escenarios(t, tramite.Segregacion{Modo: tramite.SinSegregacion, Motivo: "el expediente lo decide un tercero"})
	h, c := escenario(t, d)
	h, err := tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "dos"}, c)
	require.NoError(t, err)
	assert.Empty(t, h.Registro.Intervenciones)
	assert.Empty(t, h.Eventos[0].Conflicto)
	assert.Empty(t, h.Eventos[0].Labor)
}

func TestReproducirDaLasMismasIntervenciones(t *testing.T) {
	d := escenarios(t, tramite.Segregacion{})
	h, c := escenario(t, d)
	es := h.Eventos
	h, err := tramite.Ejecutar(d, h.Registro, aprobar, Nota{Texto: "dos"}, c)
	require.NoError(t, err)
	es = append(es, h.Eventos...)
	crudo, err := json.Marshal(es)
	require.NoError(t, err)
	var leidos []tramite.Evento
	require.NoError(t, json.Unmarshal(crudo, &leidos))
	// Even by a definition that no longer looks at it, and from events of
	// before it was looked at.
	ninguna := escenarios(t, tramite.Segregacion{Modo: tramite.SinSegregacion, Motivo: "prueba"})
	r, err := ninguna.Reproducir(h.Registro.Folio, leidos)
	require.NoError(t, err)
	assert.Equal(t, h.Registro.Intervenciones, r.Cabeza().Intervenciones)
	leidos[0].Labor = ""
	r, err = d.Reproducir(h.Registro.Folio, leidos)
	require.NoError(t, err)
	assert.Len(t, r.Cabeza().Intervenciones, 1)
}

func TestLaSegregacionMalDefinidaSeDice(t *testing.T) {
	d := definicion()
	for dice, s := range map[string]tramite.Segregacion{
		"is unknown":        {Modo: "otra"},
		"needs a reason":    {Modo: tramite.SinSegregacion},
		"gives a reason":    {Motivo: "x"},
		"unknown act":       {Pares: []tramite.ParSegregado{{Antes: "nada", Despues: "prestar"}}},
		"apart from itself": {Pares: []tramite.ParSegregado{{Antes: "prestar", Despues: "prestar"}}},
	} {
		d.Segregacion = s
		_, err := tramite.Definir(d)
		assert.ErrorContains(t, err, dice)
	}
}

func TestPropiedadesDelEscenario(t *testing.T) {
	for _, m := range []tramite.ModoSegregacion{tramite.SeAvisa, tramite.SeRehusa} {
		d := escenarios(t, tramite.Segregacion{Modo: m, Pares: []tramite.ParSegregado{{Antes: "presentar", Despues: "aprobar"}}})
		prueba.Propiedades(t, d, prueba.Opciones{Actores: []doe.Actor{deUnidad("otra", "doe-7.1.5", doe.Titular)}})
	}
}

func BenchmarkEjecutarConIntervenciones(b *testing.B) {
	d := escenarios(b, tramite.Segregacion{})
	h, c := escenario(b, d)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tramite.Ejecutar(d, h.Registro, corregir, Nota{Texto: "x"}, c); err != nil {
			b.Fatal(err)
		}
	}
}
