package escenario_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sencilla is a petition without name.
const sencilla = `{"canal": "modulo", "relato": "No hay citas.", "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`

func TestARepeatedRequestGetsTheFirstAnswerAgain(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		c := m.como(taod("14")).con("Idempotency-Key", "ventanilla-3-0001")
		una := c.POST("/v1/peticiones", sencilla).espera(201)
		m.como(taod("14")).POST("/v1/peticiones/"+una.texto("folio")+"/clasificar", `{"tipo": "queja"}`).espera(200)
		otra := c.POST("/v1/peticiones", sencilla).espera(201)
		assert.JSONEq(m, string(una.crudo), string(otra.crudo), "as it was then, not as it is now")
		assert.Equal(m, una.cabeceras.Get("ETag"), otra.cabeceras.Get("ETag"))
		c.POST("/v1/peticiones", queja).espera(422)
		// The key is the caller's: another one's is another request.
		m.como(taod("15")).con("Idempotency-Key", "ventanilla-3-0001").POST("/v1/peticiones", sencilla).espera(201).es("ooad", "15")
		// Only successes are kept.
		d := m.como(taod("14")).con("Idempotency-Key", "ventanilla-3-0002")
		d.POST("/v1/peticiones", strings.Replace(sencilla, "No hay citas.", " ", 1)).espera(422)
		d.POST("/v1/peticiones", sencilla).espera(201)
		assert.Len(m, m.como(jefa("14")).todo("/v1/peticiones"), 2)

		// Without a token the key alone is the caller, and secrets come again.
		p := m.como(publico).con("Idempotency-Key", strings.Repeat("f", 32))
		web := `{"canal": "web", "ooad": "20", "relato": "No hay citas.", "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`
		assert.Equal(m, p.POST("/v1/publico/peticiones", web).espera(201).texto("clave_seguimiento"), p.POST("/v1/publico/peticiones", web).espera(201).texto("clave_seguimiento"))
		m.como(publico).con("Idempotency-Key", "corta").POST("/v1/publico/peticiones", web).espera(422)

		// A day later the key is free.
		m.amanece("2026-03-04")
		assert.NotEqual(m, una.texto("folio"), c.POST("/v1/peticiones", sencilla).espera(201).texto("folio"))
	})
}

func TestTwoAtOnceUnderOneKeyAreOne(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folios := make([]string, 8)
		var wg sync.WaitGroup
		for i := range folios {
			wg.Go(func() {
				r := m.como(taod("14")).con("Idempotency-Key", "ventanilla-3-0001").POST("/v1/peticiones", sencilla)
				if assert.Equal(m, 201, r.estado, "%s", r.cuerpo) {
					folios[i] = strings.TrimPrefix(r.cabeceras.Get("Location"), "/v1/peticiones/")
				}
			})
		}
		wg.Wait()
		for _, f := range folios {
			assert.Equal(m, folios[0], f)
		}
		assert.Len(m, m.como(jefa("14")).todo("/v1/peticiones"), 1)
	})
}

func TestAnActOnWhatMovedMeanwhileIsRefused(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		ruta := "/v1/peticiones/" + m.como(taod("14")).POST("/v1/peticiones", sencilla).espera(201).texto("folio")
		m.como(taod("14")).con("If-Match", `"1"`).POST(ruta+"/clasificar", `{"tipo": "gestion"}`).espera(200).es("version", 2)
		m.como(taod("14")).con("If-Match", `"1"`).POST(ruta+"/responder", `{"respuesta": "Ya hay citas."}`).niega(412, "version-obsoleta")
		m.como(taod("14")).con("If-Match", `"2"`).POST(ruta+"/responder", `{"respuesta": "Ya hay citas."}`).espera(200).es("version", 3)
	})
}

// Of many who do one act at once with the version they all read, one does it.
func TestOfManyAtOnceOnOneVersionOnlyOneActs(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		ruta := "/v1/peticiones/" + m.como(taod("14")).POST("/v1/peticiones", queja).espera(201).texto("folio")
		estados := make([]int, 8)
		var wg sync.WaitGroup
		for i := range estados {
			wg.Go(func() {
				estados[i] = m.como(jefa("14")).con("If-Match", `"2"`).POST(ruta+"/asignar", objeto{"responsable": fmt.Sprintf("taod-14-%03d", i)}).estado
			})
		}
		wg.Wait()
		cuantos := map[int]int{}
		for _, e := range estados {
			cuantos[e]++
		}
		assert.Equal(m, map[int]int{200: 1, 412: 7}, cuantos)
		m.como(jefa("14")).GET("%s", ruta).espera(200).es("version", 3)
	})
}

func TestAnActNotOpenNowIsToldWithThoseThatAre(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		ruta := "/v1/peticiones/" + m.como(taod("14")).POST("/v1/peticiones", sencilla).espera(201).texto("folio")
		no := m.como(taod("14")).POST(ruta+"/notificar", `{"medio": "portal"}`).niega(409, "acto-no-abierto").es("estado", "registrada")
		// The rest of what is open takes the head's signature, another facultad
		// or another hand.
		assert.ElementsMatch(m, []any{"clasificar", "acumular", "aportar", "desistir", "subsanar", "adjuntar", "escalar", "asignar", "acusar", "leer-identidad", "constancia-silencio", "restituir", "traducir"}, no.en("actos_posibles"))
		posibles := m.como(taod("14")).GET("%s", ruta+"/actos").espera(200)
		var puede []any
		for _, a := range posibles.lista("elementos") {
			if a.en("puede") == true {
				puede = append(puede, a.en("acto"))
				assert.NotEmpty(m, a.en("fundamento.funciones"), a.en("acto"))
			} else {
				assert.NotEmpty(m, a.en("motivo"), a.en("acto"))
			}
		}
		assert.ElementsMatch(m, no.en("actos_posibles"), puede)
		m.como(jefa("14")).POST(ruta+"/notificar", `{"medio": "portal"}`).espera(409)
		m.como(taod("15")).POST(ruta+"/notificar", `{"medio": "portal"}`).espera(403)
	})
}

func TestAListWalkedByItsCursorGivesEachRecordOnceWhileOthersCome(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const antes = 60
		previos := map[string]bool{}
		for range antes {
			previos[m.como(taod("14")).POST("/v1/peticiones", sencilla).espera(201).texto("folio")] = true
		}
		fin := make(chan struct{})
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				for {
					select {
					case <-fin:
						return
					default:
						assert.Equal(m, 201, m.como(taod("14")).POST("/v1/peticiones", sencilla).estado)
					}
				}
			})
		}
		for _, orden := range []string{"creado", "-creado"} {
			vistos := map[string]int{}
			for cursor, faltan := "", antes; faltan > 0; {
				p := m.como(jefa("14")).GET("/v1/peticiones?limite=7&orden=%s%s", orden, cursor).espera(200)
				for _, e := range p.lista("elementos") {
					f := e.texto("folio")
					if vistos[f]++; previos[f] {
						faltan--
					}
				}
				sig, hay := p.en("siguiente").(string)
				require.True(m, hay || faltan == 0, "%s: the walk ended with %d missing", orden, faltan)
				cursor = "&cursor=" + sig
			}
			for f, n := range vistos {
				assert.Equal(m, 1, n, "%s %s", orden, f)
			}
		}
		close(fin)
		wg.Wait()
		c := m.como(jefa("14"))
		cursor := c.GET("/v1/peticiones?limite=7").espera(200).texto("siguiente")
		c.GET("/v1/peticiones?limite=7&estado=cerrada&cursor=%s", cursor).niega(422, "cursor-invalido")
		m.integro()
	})
}
