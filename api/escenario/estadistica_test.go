package escenario_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade"
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
	turnos(m)
	m.como(publico).POST("/v1/publico/peticiones", `{"canal": "web", "ooad": "09", "relato": "No hay citas.", "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201)
	m.como(taod("14")).POST("/v1/peticiones", `{"canal": "modulo", "relato": "Me acosó.", "clasificacion": {"tipo": "queja", "sensible": true}, "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201)
}

// turnos leaves a petition turned to an area, one given back, one answered late
// by the area and one sent to another body.
func turnos(m *mundo) {
	m.Helper()
	nueva := func() string {
		return m.como(taod("14")).POST("/v1/peticiones", `{"canal": "modulo", "relato": "No surten.", "clasificacion": {"tipo": "gestion", "tema": "citas"}, "peticionario": {"tipo": "derechohabiente", "anonimo": true}}`).espera(201).texto("folio")
	}
	m.el("2026-03-02")
	for _, pasos := range [][]string{{"turnar"}, {"turnar", "devolver"}, {"canalizar"}, {"tarde"}} {
		ruta := "/v1/peticiones/" + nueva()
		for _, p := range pasos {
			switch p {
			case "turnar":
				m.como(jefa("14")).POST(ruta+"/turnar", `{"unidad": "caood-7.1", "motivo": "Le toca al enlace"}`).espera(200)
			case "devolver":
				m.como(jefa("14")).POST(ruta+"/devolver", `{"motivo": "No es de aquí", "causal": "no_compete"}`).espera(200)
			case "canalizar":
				m.como(jefa("14")).POST(ruta+"/canalizar", `{"instancia": "Comisión local", "motivo": "Es de otra autoridad"}`).espera(200)
			case "tarde":
				m.el("2026-03-30")
				m.como(jefa("14")).POST(ruta+"/responder", `{"respuesta": "Ya se surtió.", "en_persona": true}`).espera(200)
				m.el("2026-03-02")
			}
		}
	}
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
	// turno is the day it was turned, and canalizada says that it went away.
	turno       string
	canalizada  bool
	respuestas  []respuestaDada
	reaperturas int
}

// respuestaDada is the days that an answer took, and whether it came late.
type respuestaDada struct {
	dias   int
	tardia bool
}

// dePeticion reads the events of a petition from the first to the last.
func dePeticion(m *mundo, c cliente, folio string) hecho {
	h, corre := hecho{ooad: strings.Split(folio, "-")[2]}, ""
	for _, e := range c.todo("/v1/peticiones/" + folio + "/historial?limite=200") {
		dia := e.texto("en")[:10] // at ten in the morning it is the same day in UTC
		h.estado = e.texto("a")
		switch e.texto("acto") {
		case "registrar":
			h.registro, h.presenta, h.canal = dia, e.texto("entrada.presentacion"), e.texto("entrada.canal")
			h.alContacto, corre = e.en("entrada.atencion_inmediata") != nil, h.presenta
		case "clasificar", "reclasificar":
			h.tipo = e.texto("entrada.tipo")
			h.tema, _ = e.en("entrada.tema").(string)
		case "turnar":
			h.turno = dia
		case "devolver":
			h.turno = ""
		case "responder":
			h.respuestas = append(h.respuestas, respuestaDada{max(fecha.MustParse(corre).Dias(fecha.MustParse(dia)), 0), e.en("entrada.tardia") == true})
		case "cerrar", "desistir", "canalizar":
			h.cierre, h.canalizada = dia, e.texto("acto") == "canalizar"
		case "calificar":
			h.calificacion = e.en("entrada.calificacion").(float64)
		case "reabrir":
			h.cierre, h.calificacion, h.alContacto, corre = "", 0, false, dia
			h.reaperturas++
		}
	}
	h.vencida = c.GET("/v1/peticiones/%s", folio).espera(200).en("semaforo") == "vencido"
	return h
}

// cifras are the figures of a group as the statistics give them.
func cifras(hs []hecho) objeto {
	var cerradas, contacto, vencidas, calificadas, calificables, tardias, reabiertas, turnadas, canalizadas int
	var dias, esperas []int
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
		if h.estado == "cerrada" {
			calificables++
		}
		for _, r := range h.respuestas {
			if esperas = append(esperas, r.dias); r.tardia {
				tardias++
			}
		}
		if h.turno != "" {
			turnadas++
		}
		if h.canalizada {
			canalizadas++
		}
		reabiertas += h.reaperturas
	}
	n := len(esperas)
	return objeto{
		"registradas": float64(len(hs)), "cerradas": float64(cerradas), "abiertas": float64(len(hs) - cerradas), "vencidas": float64(vencidas),
		"al_contacto": float64(contacto), "dias_mediana": parte(dias, 50), "dias_p90": parte(dias, 90), "satisfaccion": entre(suma, calificadas),
		"respondidas": float64(n), "en_termino": float64(n - tardias), "fuera_de_termino": float64(tardias), "cumplimiento": entre(100*float64(n-tardias), n),
		"respuesta_mediana": parte(esperas, 50), "respuesta_p90": parte(esperas, 90),
		"calificables": float64(calificables), "calificadas": float64(calificadas), "tasa_calificacion": entre(100*float64(calificadas), calificables),
		"reabiertas": float64(reabiertas), "turnadas": float64(turnadas), "canalizadas": float64(canalizadas),
	}
}

// parte is the least that p per cent of some days did not exceed, told by class.
func parte(dias []int, p int) any {
	if len(dias) == 0 {
		return nil
	}
	slices.Sort(dias)
	return float64(siade.DiasDe(siade.Cubeta(dias[(len(dias)*p+99)/100-1])))
}

// entre is a over b with two decimals; nil when b is none.
func entre(a float64, b int) any {
	if b == 0 {
		return nil
	}
	return math.Round(a*100/float64(b)) / 100
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
		require.Len(m, hs, 78)
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
		total := cifras(hs)
		for _, n := range []string{"fuera_de_termino", "reabiertas", "turnadas", "canalizadas", "calificadas"} {
			assert.NotZero(m, total[n], n)
		}
		m.integro()
		require.NoError(m, m.Reconstruir(context.Background(), nil))
		r := central.GET("/v1/siade/estadistica?desde=2026-03-01&hasta=2026-03-31").espera(200)
		for nombre, v := range total {
			assert.Equal(m, v, r.en("total."+nombre), "rebuilt: %s", nombre)
		}
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
