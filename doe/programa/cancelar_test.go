package programa_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/programa"
)

func cancelado() programa.Cancelacion {
	return programa.Cancelacion{Causal: programa.CausalSustituye, Motivo: "Se rehace completo"}
}

func TestCancelarUnIntegradoLoDiceAlDeArribaYOtroTomaSuLugar(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	m.autorizado(coord, "doe-7.1.4")
	m.amanece("2026-04-06")
	m.hacer(hijas[0], "cancelar", cancelado(), "doe-7.1.4.2")
	x := m.rs[coord].Integrados[0]
	assert.Equal(t, dia("2026-04-06"), x.Cancelado)
	assert.Equal(t, cantidad.Centesimas(5000), x.Peso, "su lugar sigue")
	raiz := m.arbol("doe-7.1.4.2").Raiz
	assert.Equal(t, 1, m.arbol("doe-7.1.4.2").Por[programa.SinAbrir])
	require.NotEmpty(t, raiz.Serie.Puntos)
	assert.Equal(t, cantidad.Centesimas(1250), raiz.Serie.Puntos[0].Programado, "lo cancelado pesa y nada programa")

	otro := m.abierto("doe-7.1.4.2.1", cantidad.Entero)
	pide := programa.Actualizacion{Folio: otro, Sustituye: hijas[1]}
	_, err := m.intentar(coord, "actualizar-integrado", pide, titular("doe-7.1.4.2"))
	assert.ElementsMatch(t, []string{"DOE-PROGRAMA-50 body.sustituye", "DOE-PROGRAMA-12 body.folio"}, fallas(err))
	m.validado(otro)
	m.hacer(coord, "actualizar-integrado", programa.Actualizacion{Folio: otro, Sustituye: hijas[0]}, "doe-7.1.4.2")
	assert.Equal(t, programa.Integrado{Folio: otro, Unidad: "doe-7.1.4.2.1", OOAD: x.OOAD, Peso: 5000, Version: 1}, m.rs[coord].Integrados[0])
	assert.Equal(t, coord, m.rs[otro].IntegradoEn.Folio)
	assert.Equal(t, cantidad.Centesimas(2500), m.arbol("doe-7.1.4.2").Raiz.Serie.Puntos[0].Programado)
}

func TestLoCanceladoSaleDelQueSeElaboraYSueltaLosSuyos(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	m.hacer(hijas[0], "cancelar", cancelado(), "doe-7.1.4.2")
	require.Len(t, m.rs[coord].Integrados, 1)
	_, err := m.intentar(coord, "presentar", programa.Presentacion{}, titular("doe-7.1.4.2"))
	assert.Contains(t, fallas(err), "DOE-PROGRAMA-17 registro.integrados")
	m.hacer(coord, "cancelar", cancelado(), "doe-7.1.4")
	assert.Nil(t, m.rs[hijas[1]].IntegradoEn, "otro puede integrarlo")
}

// What a programme hands over is the hand-off that its function states.
func TestRegla24PresentarEInformarSonLasEntregasDeSuFuncion(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	c := doe.Vigente()
	assert.Empty(t, m.rs[coord].Entregas(c), "no se ha presentado")
	assert.Equal(t, []envio.Hecha{{Entrega: "doe-7.1.4.2.1/1>doe-7.1.4.2", Folio: hijas[0], Anio: 2026, Dia: dia("2025-11-03"), Acusada: true}}, m.rs[hijas[0]].Entregas(c))
	m.hacer(hijas[0], "cancelar", cancelado(), "doe-7.1.4.2")
	assert.Empty(t, m.rs[hijas[0]].Entregas(c))
	// Those of the year that functions state, each with its programme.
	var dichas []string
	for _, e := range c.Entregas() {
		for _, f := range programa.Filas() {
			if e.De == f.Elabora && e.Funcion == f.Funcion && e.Cada == doe.Anual {
				dichas = append(dichas, e.Clave)
			}
		}
	}
	assert.Len(t, dichas, 25)
}
