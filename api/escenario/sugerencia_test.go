package escenario_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

func TestTheClassificationIsSuggestedFromTheFirstDay(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		pide := objeto{"relato": "La señorita de la farmacia me gritó y no me surtió mi medicamento, pésimo trato.", "canal": "modulo", "peticionario": "derechohabiente"}
		for _, r := range []rol{taod("14"), jefa("14"), personal("doe-7.1.3.1.1"), titular("doe-7.1.3.1.4")} {
			s := m.como(r).POST("/v1/siade/sugerencias", pide).espera(200)
			s.es("tipo.valor", "queja", "servicio.valor", "farmacia", "sensible.valor", "no", "clasificacion.tipo", "queja")
			assert.NotEmpty(m, s.lista("tipo.palabras"))
			assert.Len(m, s.lista("tipo.otras"), 2)
		}
		s := m.como(taod("14")).POST("/v1/siade/sugerencias", objeto{"relato": "Mi papá tiene dolor en el pecho y no puede respirar; el guardia lo golpeó"}).espera(200).
			es("gravedad.valor", "riesgo_vital", "clasificacion.gravedad", "riesgo_vital", "clasificacion.sensible", true, "clasificacion.sensibilidad", "violencia")
		assert.Equal(m, []any{"dolor en el pecho", "no puede respirar"}, s.en("gravedad.senales"))
		// What is suggested can be sent as it is.
		m.como(taod("14")).POST("/v1/peticiones", objeto{
			"canal": "modulo", "relato": pide["relato"], "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": s.en("clasificacion"),
		}).espera(201).es("estado", "clasificada", "clasificacion.sensible", true)
	})
}

func TestOnlyThoseWhoClassifyAskForSuggestions(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		pide := objeto{"relato": "No hay medicamento."}
		for _, r := range []rol{titular("doe-7.1.2"), contraparte("area", "dn-prestaciones-medicas")} {
			n := m.como(r).POST("/v1/siade/sugerencias", pide).niega(403, "sin-facultad")
			assert.NotEmpty(m, n.lista("unidades_facultadas"))
		}
		m.como(publico).POST("/v1/siade/sugerencias", pide).espera(401)
		m.como(taod("14")).POST("/v1/siade/sugerencias", `{"canal": "paloma", "peticionario": "nadie"}`).rompe("requerido", "body.relato")
		m.como(taod("14")).POST("/v1/siade/sugerencias", `{"relato": "x", "otra": 1}`).espera(422)
		largo := make([]byte, 300<<10)
		for i := range largo {
			largo[i] = 'a'
		}
		m.como(taod("14")).POST("/v1/siade/sugerencias", objeto{"relato": string(largo)}).espera(413)
	})
}

// temaDe is the theme suggested for a text by a server.
func temaDe(m *mundo, relato string) string {
	return m.como(taod("14")).POST("/v1/siade/sugerencias", objeto{"relato": relato}).espera(200).texto("tema.valor")
}

func TestWhatClassifiersDecideIsLearnedAndCorrectedAndServersAgree(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const relato = "El torniquete del estacionamiento no lee mi credencial azul"
		var folios []string
		for i := range 12 {
			r := m.como(taod("14")).POST("/v1/peticiones", objeto{
				"canal": "modulo", "relato": fmt.Sprintf("El torniquete %d del estacionamiento no lee la credencial", i),
				"peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}, "clasificacion": objeto{"tipo": "queja", "tema": "credencial-acceso", "servicio": "instalaciones"},
			}).espera(201)
			folios = append(folios, r.texto("folio"))
		}
		require.Eventually(m, func() bool { return temaDe(m, relato) == "credencial-acceso" }, 20*time.Second, 50*time.Millisecond)

		// Another server on the same store looks at it when it is first asked.
		otro := *m
		otro.otroServidor()
		require.Eventually(m, func() bool { return temaDe(&otro, relato) == "credencial-acceso" }, 20*time.Second, 50*time.Millisecond)

		// Corrected at the first, unlearned at both.
		for _, f := range folios {
			m.como(jefa("14")).POST("/v1/peticiones/"+f+"/reclasificar", objeto{"tipo": "queja", "tema": "torniquetes", "servicio": "instalaciones", "motivo": "Hay un tema propio."}).espera(200)
		}
		require.Eventually(m, func() bool { return temaDe(m, relato) == "torniquetes" }, 20*time.Second, 50*time.Millisecond)
		// What nobody asked for in a while is let go, and learned anew when asked.
		m.el("2026-03-03")
		require.NoError(m, otro.servidor.Mantener(context.Background()))
		require.Eventually(m, func() bool { return temaDe(&otro, relato) == "torniquetes" }, 20*time.Second, 50*time.Millisecond)
	})
}

// otroServidor makes the world speak to another server on the same store.
func (m *mundo) otroServidor() {
	mesa, err := api.NuevaMesa()
	require.NoError(m, err)
	m.servidor, err = api.New(api.Config{Almacen: m.Almacen, Mesa: mesa, Llaves: m.llaves, Ahora: func() fecha.Instante { return fecha.Instante(m.hora.Load()) }, Publico: -1})
	require.NoError(m, err)
	h := httptest.NewServer(m.servidor)
	m.Cleanup(h.Close)
	m.base = h.URL
}
