package escenario_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// asegurados is a publication of the population of three bodies.
func asegurados(corte string, cambios objeto) objeto {
	o := objeto{
		"concepto": "asegurados", "corte": corte, "desde": "2026-01-01", "fuente": "Puestos asegurados por OOAD", "documento": "Oficio UAD/0123/2026",
		"valores": []objeto{{"ooad": "14", "personas": 1849999}, {"ooad": "15", "personas": 900000}, {"ooad": "28", "personas": 103100}},
	}
	maps.Copy(o, cambios)
	return o
}

// poblacionAsegurada is entered, corrected, retired and brought back.
func poblacionAsegurada(m *mundo) string {
	m.Helper()
	sistemas := m.como(titular(sistemasDOE))
	m.como(titular("doe-7.1.3.1")).POST("/v1/poblaciones", asegurados("2025-12-31", nil)).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", sistemasDOE)
	m.como(jefa("14")).POST("/v1/poblaciones", asegurados("2025-12-31", nil)).niega(403, "sin-facultad")
	mal := sistemas.POST("/v1/poblaciones", asegurados("2026-12-31", objeto{"hasta": "2025-01-01", "valores": []objeto{{"ooad": "09", "personas": 1}, {"ooad": "14", "personas": 1}, {"ooad": "14", "personas": 1}}}))
	mal.rompe("SIADE-ESTADISTICA-03", "body.corte")
	mal.rompe("SIADE-ESTADISTICA-04", "body.hasta")
	mal.rompe("SIADE-ESTADISTICA-01", "body.valores[0].ooad")
	mal.rompe("SIADE-ESTADISTICA-02", "body.valores[2].ooad")
	folio := sistemas.POST("/v1/poblaciones", asegurados("2025-12-31", nil)).espera(201).es("estado", "vigente").texto("folio")
	sistemas.POST("/v1/poblaciones", asegurados("2025-12-31", nil)).rompe("registro-repetido", "body")
	ruta := "/v1/poblaciones/" + folio
	sistemas.POST(ruta+"/modificar", asegurados("2025-12-31", objeto{"fuente": "Puestos asegurados por OOAD, cifra revisada"})).espera(200).es("fuente", "Puestos asegurados por OOAD, cifra revisada")
	sistemas.POST(ruta+"/retirar", objeto{"motivo": "Se revisa la cifra de un OOAD"}).espera(200).es("estado", "retirado")
	sistemas.POST(ruta+"/reponer", objeto{"motivo": "La cifra era correcta"}).espera(200).es("estado", "vigente")
	m.como(taod("14")).GET("/v1/poblaciones?concepto=asegurados").espera(200).es("elementos.0.folio", folio)
	return folio
}

func TestTheOOADAreComparedByRateWithTheDenominatorOnRecord(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		poblar(m)
		m.el("2026-04-01")
		const ruta = "/v1/siade/estadistica/comparacion?desde=2026-03-01&hasta=2026-03-31"
		central := m.como(titular("doe-7.1.3.1"))
		r := central.GET(ruta)
		r.rompe("sin-denominador", "query.concepto")
		folio := poblacionAsegurada(m)
		for _, quien := range []rol{titular("doe-7.1.3.1"), personal(sistemasDOE), titular("doe-7.1.3")} {
			x := m.como(quien).GET(ruta).espera(200)
			x.es("denominador.folio", folio, "denominador.corte", "2025-12-31", "filas.0.ooad", "15", "filas.0.lugar", 1, "filas.2.ooad", "28", "filas.2.casos", 0)
			total := m.como(quien).GET("/v1/siade/estadistica?agrupar=ooad&desde=2026-03-01&hasta=2026-03-31").espera(200)
			casos := map[string]any{}
			for _, f := range total.lista("filas") {
				casos[f.texto("ooad")] = f.en("registradas")
			}
			assert.Equal(m, casos["15"], x.en("filas.0.casos"))
			assert.Equal(m, casos["14"], x.en("filas.1.casos"))
			assert.Equal(m, []any{casos["09"], casos["39"]}, []any{x.en("sin_denominador.0.casos"), x.en("sin_denominador.1.casos")})
		}
		m.como(jefa("14")).GET(ruta).niega(403, "fuera-de-ambito")
		m.como(titular("doe-7.1.4")).GET(ruta).niega(403, "sin-lectura")
		m.como(contraparte("area", "dn-prestaciones-medicas")).GET(ruta).niega(403, "sin-lectura")
		m.como(publico).GET(ruta).espera(401)
		mal := central.GET("/v1/siade/estadistica/comparacion?medida=cumplimiento&concepto=votantes&ooad=14&desde=2026-13-01").niega(422, "datos-no-validos")
		assert.Len(m, mal.lista("errors"), 4, "every fault at once: %s", mal.crudo)
		central.GET("%s", ruta+"&tipo=orientacion").espera(200).es("filas.0.empate", nil)
		sistemas := m.como(titular(sistemasDOE))
		sistemas.POST("/v1/poblaciones/"+folio+"/retirar", objeto{"motivo": "Se sustituye por otra"}).espera(200)
		central.GET(ruta).rompe("sin-denominador", "query.concepto")
	})
}

func TestASeriesSaysWhatTheEventsSayDayByDay(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		poblar(m)
		m.el("2026-04-01")
		central := m.como(titular("doe-7.1.3.1"))
		var hs []hecho
		for _, e := range central.todo("/v1/peticiones?limite=200") {
			hs = append(hs, dePeticion(m, central, e.texto("folio")))
		}
		registradas, cerradas := map[string]float64{}, map[string]float64{}
		for _, h := range hs {
			registradas[h.registro]++
			cerradas[h.cierre]++
		}
		abiertas := 0.0
		s := central.GET("/v1/siade/estadistica/serie?por=dia&desde=2026-02-27&hasta=2026-04-30").espera(200).lista("puntos")
		a := central.GET("/v1/siade/estadistica/serie?por=dia&medida=abiertas&desde=2026-02-27&hasta=2026-04-30").espera(200).lista("puntos")
		require.Len(m, s, 34, "every day up to today, with petitions or without")
		for i, p := range s {
			dia := p.texto("periodo")
			abiertas += registradas[dia] - cerradas[dia]
			assert.Equal(m, registradas[dia], p.en("valor"), dia)
			assert.Equal(m, abiertas, a[i].en("valor"), dia)
			assert.Equal(m, dia == "2026-04-01", p.en("parcial"), dia)
			if i > 0 && dia != "2026-04-01" {
				assert.Equal(m, registradas[dia]-registradas[s[i-1].texto("periodo")], p.en("anterior.diferencia"), dia)
			}
		}
		m.como(jefa("14")).GET("/v1/siade/estadistica/serie").espera(200).es("por", "mes", "medida", "registradas", "puntos.2.periodo", "2026-03", "puntos.2.anual.valor", 0)
		m.como(jefa("14")).GET("/v1/siade/estadistica/serie?ooad=15").niega(403, "fuera-de-ambito")
		m.como(titular("doe-7.1.4")).GET("/v1/siade/estadistica/serie").niega(403, "sin-lectura")
		assert.Len(m, central.GET("/v1/siade/estadistica/serie?por=anio&medida=vencidas&color=1").niega(422, "datos-no-validos").lista("errors"), 3)
		central.GET("/v1/siade/estadistica/serie?por=dia&desde=2020-01-01").rompe("serie-demasiado-larga", "query.desde")
		central.GET("/v1/siade/estadistica/serie?por=dia&tema=citas").rompe("combinacion-no-disponible", "query.agrupar")
	})
}

// trabajo is what the events say that each person did, and what lives assigned
// to them.
func trabajo(m *mundo, c cliente) map[string]objeto {
	out := map[string]objeto{}
	sumar := func(ooad, quien, que string) {
		k := ooad + " " + quien
		if out[k] == nil {
			out[k] = objeto{"registradas": 0.0, "al_contacto": 0.0, "respondidas": 0.0, "cerradas": 0.0, "asignadas": 0.0}
		}
		out[k][que] = out[k][que].(float64) + 1
	}
	for _, x := range c.todo("/v1/peticiones?limite=200") {
		for _, e := range c.todo("/v1/peticiones/" + x.texto("folio") + "/historial?limite=200") {
			if e.en("unidad") == nil {
				continue // not staff
			}
			que, ooad := map[string]string{"registrar": "registradas", "responder": "respondidas", "cerrar": "cerradas"}[e.texto("acto")], "09"
			if o, ok := e.en("ooad").(string); ok {
				ooad = o
			}
			if que != "" {
				sumar(ooad, e.texto("actor.sub"), que)
			}
			if que == "registradas" && e.en("entrada.atencion_inmediata") != nil {
				sumar(ooad, e.texto("actor.sub"), "al_contacto")
			}
		}
		if x := c.GET("/v1/peticiones/%s", x.texto("folio")).espera(200); x.en("responsable") != nil && x.en("concluida") == nil {
			sumar(x.texto("ooad"), x.texto("responsable"), "asignadas")
		}
	}
	return out
}

func TestTheWorkOfEachPersonIsWhatTheEventsSay(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		poblar(m)
		m.el("2026-03-20")
		central := m.como(titular("doe-7.1.3.1"))
		for i, x := range central.todo("/v1/peticiones?limite=200&ooad=14") {
			if e := x.texto("estado"); i%2 == 0 && (e == "clasificada" || e == "en_atencion") {
				m.como(jefa("14")).POST("/v1/peticiones/"+x.texto("folio")+"/asignar", objeto{"responsable": "taod-14-007", "motivo": "Le toca"}).espera(200)
			}
		}
		const ruta = "/v1/siade/estadistica/carga?desde=2026-03-01&hasta=2026-03-31"
		comparar := func() {
			debe := trabajo(m, central)
			x := central.GET(ruta).espera(200)
			filas := x.lista("filas")
			assert.Len(m, filas, len(debe))
			for _, f := range filas {
				k := f.texto("ooad") + " " + f.texto("persona")
				for n, v := range debe[k] {
					assert.Equal(m, v, f.en(n), "%s %s", k, n)
				}
			}
			assert.NotZero(m, debe["14 taod-14-007"]["asignadas"])
			assert.NotZero(m, x.en("total.al_contacto"))
		}
		comparar()
		m.integro()
		require.NoError(m, m.Reconstruir(t.Context(), nil))
		comparar()

		for _, f := range m.como(jefa("14")).GET(ruta).espera(200).lista("filas") {
			assert.Equal(m, "14", f.texto("ooad"))
		}
		m.como(jefa("14")).GET("%s", ruta+"&ooad=15").niega(403, "fuera-de-ambito")
		suya := m.como(taod("14")).GET(ruta).espera(200).lista("filas")
		require.Len(m, suya, 1, "a technician knows of their own work")
		assert.Equal(m, taod("14").Sub, suya[0].texto("persona"))
		m.como(taod("14")).GET("%s", ruta+"&persona=taod-14-007").niega(403, "carga-ajena")
		m.como(taod("14")).GET("%s", ruta+"&persona="+taod("14").Sub).espera(200)
		m.como(personal(sistemasDOE)).GET(ruta).espera(200)
		m.como(titular("doe-7.1")).GET(ruta).espera(200)
		m.como(titular("doe-7.1.3.1.3")).GET(ruta).niega(403, "sin-lectura")
		m.como(titular("doe-7.1.4")).GET(ruta).niega(403, "sin-lectura")
		central.GET("%s", ruta+"&por=dia").rompe("carga-demasiado-amplia", "query.por")
		central.GET("%s", ruta+"&por=semana&ooad=14").espera(200).es("filas.0.periodo", "2026-W12")
	})
}

func TestFiguresAreDownloadedAsTablesAndWorkbooks(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		poblar(m)
		m.el("2026-04-01")
		poblacionAsegurada(m)
		central := m.como(titular("doe-7.1.3.1"))
		const filtros = "?agrupar=ooad,tipo&desde=2026-03-01&hasta=2026-03-31"
		j := central.GET("%s", "/v1/siade/estadistica"+filtros).espera(200)
		c := central.GET("%s", "/v1/siade/estadistica.csv"+filtros).espera(200)
		assert.Equal(m, `attachment; filename="estadistica.csv"`, c.cabeceras.Get("Content-Disposition"))
		tabla, err := csv.NewReader(bytes.NewReader(c.crudo)).ReadAll()
		require.NoError(m, err)
		filas := j.lista("filas")
		require.Len(m, tabla, len(filas)+1, "without totals")
		for i, f := range filas {
			for k, nombre := range tabla[0] {
				switch v := f.en(nombre).(type) {
				case nil:
					assert.Empty(m, tabla[i+1][k], nombre)
				case string:
					assert.Equal(m, v, tabla[i+1][k], nombre)
				case float64:
					n, err := strconv.ParseFloat(tabla[i+1][k], 64)
					require.NoError(m, err)
					assert.Equal(m, v, n, nombre)
				}
			}
		}
		x := central.GET("%s", "/v1/siade/estadistica.xlsx"+filtros).espera(200)
		libro, err := excelize.OpenReader(bytes.NewReader(x.crudo))
		require.NoError(m, err)
		defer libro.Close()
		datos, err := libro.GetRows("Datos", excelize.Options{RawCellValue: true})
		require.NoError(m, err)
		require.Len(m, datos, len(filas)+2)
		assert.Equal(m, "Total", datos[len(filas)+1][0])
		n, err := strconv.ParseFloat(datos[len(filas)+1][slices.Index(tabla[0], "registradas")], 64)
		require.NoError(m, err)
		assert.Equal(m, j.en("total.registradas"), n)
		ficha, err := libro.GetRows("Ficha")
		require.NoError(m, err)
		assert.Equal(m, []string{"Periodo", "2026-03-01 a 2026-03-31"}, ficha[1])
		assert.Contains(m, []string{ficha[2][0], ficha[3][0], ficha[4][0]}, "Corte")

		for ruta, filtro := range map[string]string{"/v1/siade/estadistica/serie": "?por=semana", "/v1/siade/estadistica/comparacion": "?tipo=queja", "/v1/siade/estadistica/carga": "?desde=2026-03-01"} {
			assert.Equal(m, "text/csv; charset=utf-8; header=present", central.GET("%s", ruta+".csv"+filtro).espera(200).cabeceras.Get("Content-Type"))
			l, err := excelize.OpenReader(bytes.NewReader(central.GET("%s", ruta+".xlsx"+filtro).espera(200).crudo))
			require.NoError(m, err)
			assert.Equal(m, []string{"Datos", "Ficha"}, l.GetSheetList())
			require.NoError(m, l.Close())
			m.como(titular("doe-7.1.4")).GET("%s", ruta+".csv"+filtro).niega(403, "sin-lectura")
			m.como(titular("doe-7.1.4")).GET("%s", ruta+".xlsx"+filtro).niega(403, "sin-lectura")
		}
		central.GET("/v1/siade/estadistica.csv?agrupar=tema,canal").niega(422, "combinacion-no-disponible")
	})
}

func TestOpenDataAreForEveryoneAndTellNothingOfFew(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		poblar(m)
		const ruta = "/v1/siade/datos-abiertos"
		m.el("2026-03-31")
		m.como(publico).GET("%s", ruta+"?desde=2026-03-01&hasta=2026-03-31").rompe("meses-enteros", "query.hasta")
		m.el("2026-04-01")
		abiertos := func(filtro string) [][]string {
			r := m.como(publico).GET("%s", ruta+filtro).espera(200)
			filas, err := csv.NewReader(bytes.NewReader(r.crudo)).ReadAll()
			require.NoError(m, err)
			assert.Contains(m, r.cabeceras.Get("Link"), `rel="describedby"`)
			return filas
		}
		assert.Equal(m, []string{"mes", "registradas", "cerradas", "dias_mediana", "dias_p90", "cumplimiento", "satisfaccion", "suprimida"}, abiertos("")[0])
		total := m.como(titular("doe-7.1.3.1")).GET("/v1/siade/estadistica?desde=2026-03-01&hasta=2026-03-31").espera(200)
		assert.Equal(m, []string{"2026-03", fmt.Sprint(total.en("total.registradas")), fmt.Sprint(total.en("total.cerradas"))}, abiertos("")[1][:3])
		for _, agrupar := range []string{"ooad", "tipo", "canal", "tema", "servicio", "ooad,tipo", "ooad,canal", "tipo,canal"} {
			filas := abiertos("?agrupar=" + agrupar)
			n := slices.Index(filas[0], "registradas")
			for _, f := range filas[1:] {
				for _, v := range f[n : n+2] {
					k, err := strconv.Atoi(v)
					assert.Equal(m, f[len(f)-1] == "si", err != nil, "%v", f)
					assert.False(m, err == nil && k > 0 && k < 11, "%s: %v", agrupar, f)
				}
			}
			d := m.como(publico).GET("%s", ruta+"/diccionario?agrupar="+agrupar).espera(200)
			d.es("umbral", 11, "hasta", "2026-03-31")
			for i, x := range d.lista("campos") {
				assert.Equal(m, filas[0][i], x.texto("nombre"))
				assert.NotEmpty(m, x.texto("descripcion"))
			}
		}
		todo := string(m.como(publico).GET("%s", ruta+"?agrupar=ooad,tipo").espera(200).crudo)
		for _, persona := range []string{"taod", "SIADE-", "titular", "Rosa"} {
			assert.NotContains(m, todo, persona)
		}
		assert.True(m, strings.HasSuffix(todo, "\r\n"))
		mal := m.como(publico).GET("%s", ruta+"?agrupar=gravedad&desde=ayer&ooad=14").niega(422, "datos-no-validos")
		assert.Len(m, mal.lista("errors"), 3)
	})
}

func TestEachReadOfStatisticsCoversItsFunctions(t *testing.T) {
	m := enSQLite(t)
	lee := map[string][]any{}
	for _, f := range m.como(titular("doe-7.1")).GET("/v1/cobertura").espera(200).lista("funciones") {
		lee[f.texto("clave")], _ = f.en("lecturas").([]any)
	}
	for funcion, ruta := range map[string]string{
		"doe-7.1.3.1.4/5": "/v1/siade/estadistica/comparacion", "doe-7.1.3.1.4/6": "/v1/siade/estadistica/serie", "caood-7.1/7": "/v1/siade/estadistica",
		"caood-7.1/5": "/v1/siade/estadistica/carga", "doe-7.1.3.1/5": "/v1/siade/estadistica/carga", "doe-7.1.3/9": "/v1/siade/datos-abiertos", "doe-7.1.3.1/8": "/v1/siade/estadistica",
	} {
		assert.Contains(t, lee[funcion], "GET "+ruta, funcion)
	}
}
