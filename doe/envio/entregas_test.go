package envio_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

const programa = "doe-7.1.1.6/5>doe-7.1.1"

// cumplidas counts what a unit owes as of a day of 2026.
func cumplidas(b *banco, de doe.ClaveUnidad, dia string) map[string]envio.Cumplida {
	debidas := slices.DeleteFunc(doe.Vigente().Entregas(), func(e doe.Entrega) bool { return e.De != de })
	var hechas []envio.Hecha
	for _, f := range b.Folios("envios") {
		if h, ok := b.envio(f).Hecha(doe.Vigente()); ok {
			hechas = append(hechas, h)
		}
	}
	out := map[string]envio.Cumplida{}
	for _, k := range envio.Cumplimiento(debidas, hechas, envio.Ejercicio{Anio: 2026, Hoy: fecha.MustParse(dia), OOADs: 35}, plazo.Oficiales()) {
		out[k.Clave] = k
	}
	return out
}

func TestRegla24LasEntregasSeCuentan(t *testing.T) {
	b := nuevo(t)
	k := cumplidas(b, remitente.Unidad, "2026-03-02")[programa]
	require.Equal(t, []int{1, 0, 1}, []int{k.Esperadas, k.Hechas, k.Faltan})
	f := b.enviar(func(e *envio.Alta) { e.Entrega, e.Debida = programa, fecha.MustParse("2026-03-02") }, aUnidad)
	b.El("2026-03-03")
	b.enviar(func(e *envio.Alta) {
		e.Entrega, e.Debida, e.Oficio.Numero = programa, fecha.MustParse("2026-03-02"), "09/2"
	}, aUnidad)
	g := b.enviar(func(e *envio.Alta) { e.Entrega, e.Oficio.Numero = programa, "09/3" }, aUnidad)
	b.hacer(remitente, "envios", g, "retirar", tramite.Retiro{Motivo: "Por error"})
	b.hacer(titular("doe-7.1.1"), "envios", f, "acusar", envio.Recepcion{})
	k = cumplidas(b, remitente.Unidad, "2026-03-03")[programa]
	assert.Equal(t, []int{1, 2, 1, 1, 1, 0}, []int{k.Esperadas, k.Hechas, k.ATiempo, k.Tarde, k.Acusadas, k.Faltan})
	assert.Equal(t, fecha.MustParse("2026-03-03"), k.Ultima)
}

func TestUnEnvioCumpleSoloLaEntregaPropiaYAQuienSeDebe(t *testing.T) {
	b := nuevo(t)
	n := b.nota("informe")
	for lugar, cambiar := range map[string]func(*envio.Alta){
		"body.entrega": func(e *envio.Alta) { e.Entrega = "doe-7.1.1/2>doe-7.1" },
		"body.debida":  func(e *envio.Alta) { e.Debida = fecha.MustParse("2026-03-02") },
	} {
		e := salida(n, aUnidad)
		cambiar(&e)
		_, err := b.intentar(remitente, "envios", "", "", e)
		require.Equal(t, []string{lugar + " DOE-ENVIO-15"}, fallas(err))
	}
	e := salida(n, aJalisco)
	e.Entrega = programa
	_, err := b.intentar(remitente, "envios", "", "", e)
	require.Equal(t, []string{"body.entrega DOE-ENVIO-15"}, fallas(err))
}

// The counts of what is expected come from the calendar of 2026: 1 January and
// 5 February rest (LFPA 28), and the year has 52 whole weeks.
func TestLoEsperadoSigueALaPeriodicidad(t *testing.T) {
	b := nuevo(t)
	for dia, n := range map[string]int{"2026-01-02": 0, "2026-01-06": 2, "2026-02-06": 24} {
		assert.Equal(t, n, cumplidas(b, "doe-7.1.2.2.3", dia)["doe-7.1.2.2.3/3>doe-7.1.2"].Esperadas, dia)
	}
	semanal := "doe-7.1.4.1.2/5>tipo:direccion_normativa"
	for dia, n := range map[string]int{"2026-01-07": 0, "2026-01-08": 1, "2027-01-01": 52} {
		assert.Equal(t, n, cumplidas(b, "doe-7.1.4.1.2", dia)[semanal].Esperadas, dia)
	}
	trimestral := "doe-7.1.5.1/1>doe-7.1.5"
	for dia, n := range map[string]int{"2026-03-31": 0, "2026-04-01": 1, "2026-12-31": 3, "2027-02-01": 4} {
		assert.Equal(t, n, cumplidas(b, "doe-7.1.5.1", dia)[trimestral].Esperadas, dia)
	}
	assert.Zero(t, cumplidas(b, remitente.Unidad, "2025-12-31")[programa].Esperadas)
}
