package escenario_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sinSurtir = "Llevo dos visitas a la farmacia y no hay el medicamento de mi receta; pido que me digan cuándo lo surten."

// registrarA registers a petition of a person, by telephone and number.
func registrarA(m *mundo, r rol, relato, nss string, mas objeto) string {
	m.Helper()
	cuerpo := objeto{"canal": "modulo", "relato": relato, "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true}}
	if nss != "" {
		cuerpo["peticionario"] = objeto{"tipo": "derechohabiente", "nombre": "Rosa Elena Prado Luna", "nss": nss, "aviso_privacidad": "2025-03"}
	}
	for k, v := range mas {
		cuerpo[k] = v
	}
	return m.como(r).POST("/v1/peticiones", cuerpo).espera(201).texto("folio")
}

// foliosDe are the folios of a list, in its order.
func foliosDe(c cuerpo) []string {
	out := []string{}
	for _, e := range c.lista("elementos") {
		out = append(out, e.texto("folio"))
	}
	return out
}

func TestLikelyDuplicatesAreFoundByPersonTextPlaceAndTime(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const nss, otroNSS = "92919084431", "12345678903"
		lugar := objeto{"unidad_servicio": "JCIMS000301"}
		primera := registrarA(m, taod("14"), sinSurtir, nss, lugar)
		copia := registrarA(m, taod("14"), "LLEVO DOS VISITAS a la farmacia y no hay medicamento de mi receta, pido que digan cuando lo surten", "", lugar)
		deOtra := registrarA(m, taod("14"), "No hay el medicamento de mi receta, llevo dos visitas a ver al jefe.", nss, nil)
		registrarA(m, taod("14"), "Felicito a la enfermera de urgencias por su paciencia.", nss, nil)
		registrarA(m, taod("14"), "El baño de la clínica está cerrado desde hace una semana.", otroNSS, lugar)
		enOtro := registrarA(m, taod("15"), sinSurtir, nss, nil)

		c := m.como(taod("14")).GET("/v1/peticiones/%s/similares", primera).espera(200)
		assert.Equal(m, []string{copia, deOtra}, foliosDe(c), "%s", c.crudo)
		c.es("elementos.0.motivos.0.razon", "texto_parecido", "elementos.0.motivos.1.razon", "mismo_lugar", "elementos.0.acumulable", true, "elementos.1.motivos.1.razon", "misma_persona")
		assert.NotContains(m, string(c.crudo), "farmacia", "what they say is not told")
		assert.NotContains(m, string(c.crudo), nss)

		// The centre reads both bodies: the same person is found in another.
		c = m.como(titular("doe-7.1.3.1.1")).GET("/v1/peticiones/%s/similares", primera).espera(200)
		assert.Contains(m, foliosDe(c), enOtro)
		m.como(taod("15")).GET("/v1/peticiones/%s/similares", primera).espera(403)
		m.como(contraparte("area", "dn-prestaciones-medicas")).GET("/v1/peticiones/%s/similares", primera).espera(404)

		// Before registering.
		borrador := objeto{"relato": sinSurtir, "peticionario": objeto{"nss": nss}, "unidad_servicio": "JCIMS000301"}
		c = m.como(taod("14")).POST("/v1/siade/similares", borrador).espera(200)
		assert.Equal(m, []string{primera, copia, deOtra}, foliosDe(c), "%s", c.crudo)
		m.como(taod("14")).POST("/v1/siade/similares", objeto{"relato": "Otra cosa muy distinta que no se parece.", "peticionario": objeto{"nss": nss}}).espera(200).es("elementos.0", nil)
		m.como(titular("doe-7.1.2")).POST("/v1/siade/similares", borrador).niega(403, "sin-facultad")
		m.como(taod("14")).POST("/v1/siade/similares", `{"ooad": "1", "peticionario": {"nss": "123456789012345678901"}}`).rompe("requerido", "body.relato")

		// Confirming it is the act that was there.
		m.como(jefa("14")).POST("/v1/peticiones/"+copia+"/acumular", objeto{"folio": primera}).espera(200).es("estado", "acumulada")
		c = m.como(taod("14")).GET("/v1/peticiones/%s/similares", primera).espera(200)
		c.es("elementos.0.folio", copia, "elementos.0.acumulable", false)

		// Rebuilt they are the same; after half a year only the person tells.
		antes := foliosDe(c)
		require.NoError(m, m.Reconstruir(context.Background(), nil))
		assert.Equal(m, antes, foliosDe(m.como(taod("14")).GET("/v1/peticiones/%s/similares", primera).espera(200)))
		m.amanece("2026-10-05")
		assert.Equal(m, []string{deOtra}, foliosDe(m.como(taod("14")).GET("/v1/peticiones/%s/similares", primera).espera(200)))
		m.integro()
	})
}

func TestRestrictedPetitionsAreNotToldAsDuplicatesToWhoCannotReadThem(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		sensible := objeto{"clasificacion": objeto{"tipo": "queja", "sensible": true, "sensibilidad": "violencia"}}
		reservada := registrarA(m, jefa("14"), sinSurtir, "", sensible)
		abierta := registrarA(m, taod("14"), sinSurtir, "", nil)
		assert.Empty(m, foliosDe(m.como(taod("14")).GET("/v1/peticiones/%s/similares", abierta).espera(200)))
		assert.Equal(m, []string{reservada}, foliosDe(m.como(jefa("14")).GET("/v1/peticiones/%s/similares", abierta).espera(200)))
		m.como(taod("14")).GET("/v1/peticiones/%s/similares", reservada).espera(404)
		assert.Empty(m, foliosDe(m.como(taod("15")).POST("/v1/siade/similares", objeto{"relato": sinSurtir}).espera(200)))
	})
}
