package escenario_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// poblar leaves petitions of several bodies, types and fates in March 2026.
func poblar(m *mundo) {
	tipos := []string{"orientacion", "gestion", "queja", "sugerencia"}
	for dia := 2; dia <= 13; dia++ {
		m.el(fmt.Sprintf("2026-03-%02d", dia))
		for i, ooad := range []string{"14", "15", "39"} {
			m.como(taod(ooad)).POST("/v1/peticiones", orientacion).espera(201)
			c := fmt.Sprintf(`{"canal": %q, "relato": "No hay citas.", "clasificacion": {"tipo": %q, "tema": "citas"}, "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`,
				[]string{"modulo", "telefono"}[dia%2], tipos[(dia+i)%len(tipos)])
			folio := m.como(taod(ooad)).POST("/v1/peticiones", c).espera(201).texto("folio")
			if (dia+i)%3 != 0 {
				resolver(m, ooad, folio, dia+(dia+2*i)%5, (dia+i)%4)
				m.el(fmt.Sprintf("2026-03-%02d", dia))
			}
		}
	}
	m.como(publico).POST("/v1/publico/peticiones", `{"canal": "web", "ooad": "09", "relato": "No hay citas.", "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201)
	m.como(taod("14")).POST("/v1/peticiones", `{"canal": "modulo", "relato": "Me acosó.", "clasificacion": {"tipo": "queja", "sensible": true}, "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201)
}

// resolver brings a petition to its end on a day of March; some are then
// rated, opened again, or found to be of another type.
func resolver(m *mundo, ooad, folio string, dia, suerte int) {
	m.Helper()
	m.el(fmt.Sprintf("2026-03-%02d", dia))
	c, ruta := m.como(jefa(ooad)), "/v1/peticiones/"+folio
	if suerte == 3 {
		c.POST(ruta+"/desistir", `{"motivo": "Ya le dieron cita"}`).espera(200)
		return
	}
	c.POST(ruta+"/reclasificar", `{"tipo": "gestion", "tema": "citas", "motivo": "Pide una cita"}`).espera(200)
	c.POST(ruta+"/responder", `{"respuesta": "Ya tiene cita.", "en_persona": true}`).espera(200)
	c.POST(ruta+"/cerrar", nil).espera(200)
	c.POST(ruta+"/calificar", objeto{"calificacion": 2 + suerte}).espera(200)
	if suerte == 2 {
		c.POST(ruta+"/reabrir", `{"motivo": "La cita se canceló"}`).espera(200)
	}
}

// hecho is what the events of a petition say of it.
type hecho struct {
	ooad, tipo, canal, tema, estado string
	registro, presenta, cierre      string
	alContacto, vencida             bool
	calificacion                    float64
}

// dePeticion reads the events of a petition from the first to the last.
func dePeticion(m *mundo, c cliente, folio string) hecho {
	h := hecho{ooad: strings.Split(folio, "-")[2]}
	for _, e := range c.todo("/v1/peticiones/" + folio + "/historial?limite=200") {
		dia := e.texto("en")[:10] // at ten in the morning it is the same day in UTC
		h.estado = e.texto("a")
		switch e.texto("acto") {
		case "registrar":
			h.registro, h.presenta, h.canal = dia, e.texto("entrada.presentacion"), e.texto("entrada.canal")
			h.alContacto = e.en("entrada.atencion_inmediata") != nil
		case "clasificar", "reclasificar":
			h.tipo = e.texto("entrada.tipo")
			h.tema, _ = e.en("entrada.tema").(string)
		case "cerrar", "desistir":
			h.cierre = dia
		case "calificar":
			h.calificacion = e.en("entrada.calificacion").(float64)
		case "reabrir":
			h.cierre, h.calificacion, h.alContacto = "", 0, false
		}
	}
	h.vencida = c.GET("/v1/peticiones/%s", folio).espera(200).en("semaforo") == "vencido"
	return h
}

// cifras are the figures of a group as the statistics give them.
func cifras(hs []hecho) objeto {
	var cerradas, contacto, vencidas, calificadas int
	var dias []int
	var suma float64
	for _, h := range hs {
		if h.cierre != "" {
			cerradas++
			dias = append(dias, fecha.MustParse(h.presenta).Dias(fecha.MustParse(h.cierre)))
		}
		if h.cierre != "" && h.alContacto {
			contacto++
		}
		if h.vencida {
			vencidas++
		}
		if h.calificacion > 0 {
			suma += h.calificacion
			calificadas++
		}
	}
	slices.Sort(dias)
	parte := func(p int) any { // the least that p per cent did not exceed
		if len(dias) == 0 {
			return nil
		}
		return float64(dias[(len(dias)*p+99)/100-1])
	}
	out := objeto{
		"registradas": float64(len(hs)), "cerradas": float64(cerradas), "abiertas": float64(len(hs) - cerradas), "vencidas": float64(vencidas),
		"al_contacto": float64(contacto), "dias_mediana": parte(50), "dias_p90": parte(90), "satisfaccion": nil,
	}
	if calificadas > 0 {
		out["satisfaccion"] = math.Round(suma*100/float64(calificadas)) / 100
	}
	return out
}

func TestTheNationalStatisticsAgreeWithTheEvents(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		poblar(m)
		m.amanece("2026-04-01") // the month is over: what counts by month is complete too
		central := m.como(titular("doe-7.1.3"))
		var hs []hecho
		for _, e := range central.todo("/v1/peticiones?limite=200") {
			hs = append(hs, dePeticion(m, central, e.texto("folio")))
		}
		require.Len(m, hs, 74)
		claves := map[string]func(hecho) string{
			"ooad": func(h hecho) string { return h.ooad }, "tipo": func(h hecho) string { return h.tipo }, "canal": func(h hecho) string { return h.canal },
			"estado": func(h hecho) string { return h.estado }, "tema": func(h hecho) string { return h.tema },
		}
		for _, agrupar := range [][]string{{"ooad"}, {"ooad", "tipo"}, {"tipo", "canal"}, {"estado"}, {"ooad", "tema"}} {
			grupos := map[string][]hecho{}
			for _, h := range hs {
				var k []string
				for _, d := range agrupar {
					k = append(k, claves[d](h))
				}
				grupos[strings.Join(k, " ")] = append(grupos[strings.Join(k, " ")], h)
			}
			r := central.GET("/v1/siade/estadistica?agrupar=%s&desde=2026-03-01&hasta=2026-03-31", strings.Join(agrupar, ",")).espera(200)
			filas := r.lista("filas")
			assert.Len(m, filas, len(grupos), "%v", agrupar)
			for _, f := range filas {
				var k []string
				for _, d := range agrupar {
					k = append(k, f.texto(d))
				}
				for nombre, v := range cifras(grupos[strings.Join(k, " ")]) {
					assert.Equal(m, v, f.en(nombre), "%v %v %s", agrupar, k, nombre)
				}
			}
			for nombre, v := range cifras(hs) {
				assert.Equal(m, v, r.en("total."+nombre), "%v total %s", agrupar, nombre)
			}
		}
		porDia(m, hs)
	})
}

// porDia checks what was registered and what was closed each day.
func porDia(m *mundo, hs []hecho) {
	registradas, cerradas := map[string]float64{}, map[string]float64{}
	for _, h := range hs {
		registradas[h.registro]++
		if h.cierre != "" {
			cerradas[h.cierre]++
		}
	}
	r := m.como(titular("doe-7.1.3")).GET("/v1/siade/estadistica?agrupar=dia&desde=2026-03-01&hasta=2026-03-31").espera(200)
	for _, f := range r.lista("filas") {
		assert.Equal(m, registradas[f.texto("dia")], f.en("registradas"), f.texto("dia"))
		assert.Equal(m, cerradas[f.texto("dia")], f.en("cerradas"), f.texto("dia"))
		delete(registradas, f.texto("dia"))
		delete(cerradas, f.texto("dia"))
	}
	assert.Empty(m, registradas)
	assert.Empty(m, cerradas)
}

func TestACoordinationSeesTheStatisticsOfItsOwnBody(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		for _, ooad := range []string{"14", "15"} {
			m.como(taod(ooad)).POST("/v1/peticiones", orientacion).espera(201)
		}
		m.como(jefa("14")).GET("/v1/siade/estadistica?agrupar=ooad").espera(200).es("filas.0.ooad", "14", "filas.1", nil, "total.registradas", 1, "total.al_contacto", 1)
		m.como(jefa("14")).GET("/v1/siade/estadistica?ooad=15").niega(403, "fuera-de-ambito")
		m.como(titular("doe-7.1.4")).GET("/v1/siade/estadistica").niega(403, "sin-lectura")
		m.como(titular("doe-7.1.3")).GET("/v1/siade/estadistica?agrupar=tema,canal").niega(422, "combinacion-no-disponible")
	})
}
