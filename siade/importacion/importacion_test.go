package importacion_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/importacion"
)

var columnas = []string{"folio", "fecha", "medio", "asunto", "lugar", "quien", "tel"}

func mapa() importacion.Mapa {
	return importacion.Mapa{Fuente: "otra", Clave: "folio", Vacios: []string{"NA"}, Campos: map[string]importacion.Campo{
		"canal":    {Columna: "medio", Valores: map[string]string{"TEL": "telefono", "WEB": "web"}},
		"ooad":     {Fijo: "14"},
		"recibida": {Columna: "fecha", Formato: "DD/MM/AAAA"},
		"relato":   {Plantilla: "{asunto} en {lugar}"},
		"tema":     {Columna: "asunto", Codigo: true},
		"tipo":     {Columna: "asunto", Valores: map[string]string{"Queja": "queja"}, Omision: "gestion"},
		"nombre":   {Columna: "quien"}, "telefono": {Columna: "tel"},
		"aviso_privacidad": {Fijo: "2025-03"},
	}}
}

func dicen(fs falla.Fallas) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, f.Codigo[len("SIADE-IMPORTACION-"):]+" "+f.Ubicacion)
	}
	return out
}

func TestUnRenglonSeVuelveUnRegistro(t *testing.T) {
	l, err := importacion.NuevoLector(mapa(), columnas)
	require.NoError(t, err)
	r, fs := l.Convertir([]string{" A-1 ", "27/02/2026", "TEL", "Fuga de agua / drenaje", "NA", "Rosa Prado", "3312345678"})
	require.Empty(t, fs)
	assert.Equal(t, &siade.Origen{Fuente: "otra", Clave: "A-1"}, r.Origen)
	assert.Equal(t, siade.Telefono, r.Canal)
	assert.Equal(t, "2026-02-27", r.Recibida.String())
	assert.Equal(t, "Fuga de agua / drenaje en", r.Relato)
	assert.Equal(t, siade.Clasificacion{Tipo: siade.Gestion, Tema: "fuga-de-agua-drenaje"}, *r.Clasificacion)
	assert.False(t, r.Peticionario.Anonimo)
	r, _ = l.Convertir([]string{"A-2", "27/02/2026", "WEB", "Queja", "NA", "NA", "NA"})
	assert.True(t, r.Peticionario.Anonimo, "sin ningún dato de quien la presenta")
	assert.Equal(t, siade.Queja, r.Clasificacion.Tipo)
}

func TestDeUnRenglonSeDicenTodasLasFallasPorSuColumna(t *testing.T) {
	l, err := importacion.NuevoLector(mapa(), columnas)
	require.NoError(t, err)
	_, fs := l.Convertir([]string{"NA", "2026-02-27", "FAX", "x", "", "", ""})
	assert.ElementsMatch(t, []string{"06 folio", "08 fecha", "07 medio"}, dicen(fs))
	_, fs = l.Convertir([]string{"A-1"})
	assert.Equal(t, []string{"10 renglon"}, dicen(fs))
	assert.Equal(t, "asunto", l.Lugar("body.clasificacion.tema"))
	assert.Equal(t, "tel", l.Lugar("body.peticionario.telefono"))
	assert.Equal(t, "relato", l.Lugar("body.relato"), "sale de varias")
	assert.Equal(t, "senalado", l.Lugar("body.senalado"))
}

func TestDeUnMapaSeDicenTodasLasFallas(t *testing.T) {
	m := mapa()
	m.Campos["color"] = importacion.Campo{Fijo: "azul"}
	m.Campos["gravedad"] = importacion.Campo{Fijo: "alta"}
	m.Campos["nombre"] = importacion.Campo{Columna: "quien", Fijo: "x"}
	m.Campos["tema"] = importacion.Campo{Columna: "nada", Formato: "DD/MM/AAAA"}
	m.Campos["recibida"] = importacion.Campo{Columna: "fecha", Formato: "DD/AAAA"}
	m.Clave = "id"
	delete(m.Campos, "canal")
	_, err := importacion.NuevoLector(m, append([]string{"tel"}, columnas...))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.ElementsMatch(t, []string{
		"01 campos.color", "09 campos.gravedad", "02 campos.nombre", "05 campos.tema.formato", "05 campos.recibida.formato", "04 campos",
		"03 clave", "03 campos.tema.columna", "11 archivo",
	}, dicen(e.Fallas))
}

func TestCadaReglaTieneSuCodigoYSuFuente(t *testing.T) {
	for i, r := range importacion.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-IMPORTACION-%02d", i+1), r.Codigo)
		assert.NotEmpty(t, r.Es)
		assert.NotEmpty(t, r.En)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
	}
}

func ExampleLector_Convertir() {
	l, err := importacion.NuevoLector(importacion.Mapa{Fuente: "buzón", Clave: "n", Campos: map[string]importacion.Campo{
		"canal": {Fijo: "buzon"}, "ooad": {Fijo: "14"}, "relato": {Columna: "texto"}, "recibida": {Columna: "día", Formato: "DD/MM/AAAA"},
	}}, []string{"n", "día", "texto"})
	if err != nil {
		panic(err)
	}
	r, fs := l.Convertir([]string{"17", "27/02/2026", "La rampa está rota"})
	fmt.Println(r.Canal, r.Recibida, r.Relato, len(fs))
	_, fs = l.Convertir([]string{"", "27-02-2026", "x"})
	for _, f := range fs {
		fmt.Println(f.Ubicacion, f.Es)
	}
	// Output:
	// buzon 2026-02-27 La rampa está rota 0
	// n El renglón no tiene clave.
	// día No es una fecha DD/MM/AAAA.
}
