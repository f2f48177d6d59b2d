package escenario_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

func TestAMandateIsAnsweredWithItsCitationsAndInTheWordsOfALetter(t *testing.T) {
	m := enSQLite(t)
	c := m.como(titular("doe-7.1.5"))
	si := c.GET("/v1/mandato?unidad=doe-7.1.1&acto=autorizar&capacidad=evaluacion.planes").espera(200).
		es("resultado", "facultada", "puede", true, "fecha", "2026-03-02", "firma", true, "bases.0.clase", "expreso",
			"bases.0.funciones.0.funcion", "doe-7.1.1/8", "bases.0.funciones.0.manual", "G000-002-001", "bases.0.funciones.0.numeral", "7.1.1",
			"bases.0.funciones.0.numero", 8, "bases.0.funciones.0.edicion", "2022-10-01")
	assert.True(m, strings.HasPrefix(si.texto("oficio"), "Con fundamento en el numeral 7.1.1, función 8, del Manual de Organización"), si.texto("oficio"))
	c.GET("/v1/mandato?unidad=doe-7.1.2&acto=autorizar&capacidad=evaluacion.planes").espera(200).
		es("resultado", "no_facultada", "puede", false, "quienes.0.unidad", "doe-7.1", "quienes.1.unidad", "doe-7.1.1", "quienes.1.bases.0.funciones.0.funcion", "doe-7.1.1/8", "quienes.2", nil)
	// What no function grants: the hole, to whom it falls and why.
	c.GET("/v1/mandato?unidad=doe-7.1.5&acto=autorizar&capacidad=doe.riesgos&guardian=doe-7.1.5.1").espera(200).
		es("bases.0.clase", "jerarquico", "bases.0.via", "titular", "bases.0.funciones.0.funcion", "doe-7.1.5/20", "bases.0.nota", "Hacer vigentes matriz, PTAR y PTCI; elabora 7.1.5.1, lo tendría 7.1.5")
	c.GET("/v1/mandato?unidad=caood-7.1&acto=ejecutar&capacidad=siade.grupos&guardian=caood-7.1").espera(200).
		es("bases.0.clase", "regional", "bases.0.politica.politica", "caood-5.9", "bases.0.politica.manual", "G000-002-003")
	// A petition that the OOAD keeps, of a trámite of the whole branch.
	c.GET("/v1/mandato?unidad=doe-7.1.3.1.1&acto=coordinar&capacidad=siade.atencion&guardian=caood-7.1").espera(200).es("puede", true, "alcance", "nacional")
	// Before the edition in force nobody knows.
	c.GET("/v1/mandato?unidad=doe-7.1.1&acto=autorizar&capacidad=evaluacion.planes&fecha=2018-02-16").espera(200).es("resultado", "desconocido", "puede", nil, "desde", "2022-10-01")
	c.GET("/v1/mandato?unidad=doe-7.1.1&acto=autorizar&capacidad=evaluacion.planes&fecha=2022-10-01").espera(200).es("puede", true)

	for _, r := range []respuesta{
		c.GET("/v1/mandato?unidad=doe-7.1.1&acto=autorizar&capacidad=evaluacion.planes&formato=texto"),
		c.con("Accept", "text/plain").GET("/v1/mandato?unidad=doe-7.1.1&acto=autorizar&capacidad=evaluacion.planes"),
	} {
		r.espera(200)
		assert.Equal(m, "text/plain; charset=utf-8", r.cabeceras.Get("Content-Type"))
		assert.Equal(m, si.texto("oficio")+"\n", string(r.cuerpo))
		assert.Contains(m, r.cabeceras.Get("Vary"), "Accept")
	}
	c.con("Accept", "application/json, text/plain").GET("/v1/mandato?unidad=doe-7.1.1&acto=autorizar&capacidad=evaluacion.planes").espera(200).es("puede", true)

	mal := c.GET("/v1/mandato?unidad=doe-9.9&acto=volar&capacidad=doe.nada&guardian=doe-9.8")
	mal.rompe("unidad-desconocida", "query.unidad")
	mal.rompe("acto-fuera-de-catalogo", "query.acto")
	mal.rompe("capacidad-desconocida", "query.capacidad")
	mal.rompe("unidad-desconocida", "query.guardian")
	c.GET("/v1/mandato").rompe("requerido", "query.acto")
}

func TestTheApprovalChainOfACapabilityIsDerivedAndDrawn(t *testing.T) {
	m := enSQLite(t)
	c := m.como(personal("doe-7.1.5.2"))
	todas := c.GET("/v1/capacidades").espera(200).lista("elementos")
	require.NotEmpty(m, todas)
	for _, k := range todas {
		clave := k.texto("clave")
		x := c.GET("/v1/capacidades/%s/cadena", clave).espera(200).es("capacidad", clave, "lineas.0.pasos.0.paso", "elabora", "lineas.0.pasos.3.paso", "autoriza")
		require.NotEmpty(m, x.lista("lineas"))
		svg := c.GET("/v1/capacidades/%s/cadena.svg", clave).espera(200)
		require.Contains(m, string(svg.crudo), "Autoriza")
		mmd := c.GET("/v1/capacidades/%s/cadena.mmd", clave).espera(200)
		require.True(m, strings.HasPrefix(string(mmd.crudo), "flowchart LR\n"))
	}
	riesgos := c.GET("/v1/capacidades/doe.riesgos/cadena").espera(200)
	riesgos.es("lineas.0.pasos.0.unidades.0.unidad", "doe-7.1.5", "lineas.0.pasos.3.hueco", true, "lineas.0.pasos.3.unidades.0.unidad", "doe-7.1.5",
		"lineas.0.pasos.3.unidades.0.fundamento", "jerarquico", "lineas.0.pasos.3.unidades.0.via", "titular")
	c.GET("/v1/capacidades/doe.nada/cadena").niega(404, "no-encontrado")
	c.GET("/v1/capacidades/doe.nada/cadena.svg").niega(404, "no-encontrado")
}

func TestRegla23TheMatrixOfResponsibilitiesIsExported(t *testing.T) {
	m := enSQLite(t)
	c := m.como(personal("doe-7.1.5.2"))
	filas := c.GET("/v1/raci").espera(200).lista("elementos")
	require.Len(m, filas, len(doe.Vigente().Capacidades()))
	r := c.GET("/v1/raci.csv").espera(200)
	tabla, err := csv.NewReader(strings.NewReader(string(r.crudo))).ReadAll()
	require.NoError(m, err)
	require.Len(m, tabla, len(filas)+1)
	require.Len(m, tabla[0], 1+58)
	for i, f := range filas {
		require.Equal(m, f.texto("capacidad"), tabla[i+1][0])
		letras := map[string]string{}
		for _, u := range f.lista("unidades") {
			letras[u.texto("unidad")] = u.texto("partes")
		}
		for j, u := range tabla[0][1:] {
			require.Equal(m, letras[u], tabla[i+1][j+1], "%s %s", f.en("capacidad"), u)
		}
	}
}

func TestTheCoverageTellsWhatIsExercisedWhenAndByWhom(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		m.como(taod("14")).POST("/v1/peticiones", orientacion).espera(201) // four acts
		m.el("2026-04-06")
		m.como(taod("15")).POST("/v1/peticiones", sencilla).espera(201) // one
		c := m.como(titular("doe-7.1.5"))
		una := func(filtro string) cuerpo {
			for _, f := range c.GET("/v1/cobertura?unidad=caood-7.1%s", filtro).espera(200).lista("funciones") {
				if f.en("clave") == "caood-7.1/2" {
					return f
				}
			}
			require.Fail(m, "no such function")
			return cuerpo{}
		}
		una("").es("ejercida", 5, "ultima", "2026-04-06", "ejercicios.0.mes", "2026-03", "ejercicios.0.unidad", "caood-7.1", "ejercicios.0.veces", 4,
			"ejercicios.0.ultima", "2026-03-02", "ejercicios.1.mes", "2026-04", "ejercicios.1.veces", 1)
		una("&desde=2026-03-03").es("ejercida", 1, "ejercicios.0.mes", "2026-04")
		una("&hasta=2026-04-05").es("ejercida", 4, "ultima", "2026-03-02")
		una("&desde=2026-03-03&hasta=2026-04-05").es("ejercida", 0, "ultima", nil, "ejercicios.0", nil)

		todo := c.GET("/v1/cobertura").espera(200).es("total", 784, "desde", nil)
		assert.NotContains(m, todo.en("nunca_ejercidas"), "caood-7.1/2")
		assert.Contains(m, todo.en("nunca_ejercidas"), "doe-7.1/1")
		conNada := map[string]bool{}
		for _, k := range todo.en("sin_acto").([]any) {
			conNada[k.(string)] = true
		}
		for _, f := range todo.lista("funciones") {
			nada := len(f.lista("actos"))+len(f.lista("lecturas")) == 0
			require.Equal(m, nada, conNada[f.texto("clave")], "%s", f.en("clave"))
		}
		for _, x := range todo.lista("sin_uso") {
			require.NotEmpty(m, x.lista("funciones"), x.en("facultad"))
		}
		reglaTres(m, todo)
		u := c.GET("/v1/cobertura?unidad=caood-7.1").espera(200)
		require.Len(m, u.lista("funciones"), int(u.en("total").(float64)))
		c.GET("/v1/cobertura?unidad=doe-9.9").niega(422, "unidad-desconocida")
		comoTabla(m, c)
	})
}

// reglaTres checks that each choice of the catalog of holes is in the report
// with its reason, and that acts on hierarchy alone say who decides.
func reglaTres(m *mundo, todo cuerpo) {
	m.Helper()
	huecos := map[any]cuerpo{}
	for _, h := range todo.lista("huecos") {
		require.NotEmpty(m, h.texto("nota"), h.en("facultad"))
		require.NotEmpty(m, h.lista("decide"), h.en("facultad"))
		huecos[h.en("facultad")] = h
	}
	require.Len(m, huecos, len(doe.Vigente().Huecos()))
	huecos["doe.riesgos:autorizar"].es("titular.0", "doe-7.1.5")
	validar := huecos["comunicacion.campanas:validar"]
	require.Contains(m, validar.en("actos"), map[string]any{"tramite": "campana", "acto": "validar"})
	hay := false
	for _, a := range todo.lista("jerarquicos") {
		for _, h := range a.lista("huecos") {
			for _, d := range h.lista("decide") {
				require.NotEmpty(m, d.texto("razon"))
				require.NotEmpty(m, d.lista("guardianas"))
			}
		}
		hay = hay || a.en("tramite") == "opinion" && a.en("acto") == "enviar" && a.en("huecos.0.decide.0.unidad") == "doe-7.1.4.1"
	}
	require.True(m, hay, "to send an opinion rests on hierarchy alone")
}

func comoTabla(m *mundo, c cliente) {
	m.Helper()
	leer := func(ruta string) [][]string {
		r := c.GET("%s", ruta).espera(200)
		require.True(m, strings.HasPrefix(r.cabeceras.Get("Content-Type"), "text/csv"))
		filas, err := csv.NewReader(strings.NewReader(string(r.crudo))).ReadAll()
		require.NoError(m, err)
		return filas
	}
	filas := leer("/v1/cobertura.csv")
	require.Len(m, filas, 784+1)
	meses := leer("/v1/cobertura.csv?detalle=mes&unidad=caood-7.1&desde=2026-04-01")
	require.Contains(m, meses, []string{"caood-7.1/2", "2026-04", "caood-7.1", "1", "2026-04-06"})
}

// opinionPorAvalar is an opinion that someone of the division consolidated. It
// gives its address.
func opinionPorAvalar(m *mundo, elabora rol) string {
	m.Helper()
	const medicas = "dn-prestaciones-medicas"
	division := personal("doe-7.1.4.1.2")
	ruta := "/v1/opiniones/" + m.como(division).POST("/v1/opiniones", objeto{
		"origen": "comision", "recibida": "2026-03-02", "consulta": "Opinión sobre la viabilidad y el impacto de la reforma.", "termino": objeto{"dias": 15, "clase": "habiles"},
		"solicitante": objeto{"nombre": "Comisión de Seguridad Social", "oficio": objeto{"numero": "CSS/LXVI/0815/2026", "fecha": "2026-03-02"}},
		"asunto": objeto{
			"camara": "diputados", "tipo": "iniciativa", "numero": "6921-II-" + string(rune('1'+m.jti.Load()%9)), "gaceta": "2026-02-17", "etapa": "en_comisiones_de_origen", "sha256": huella("iniciativa"),
			"titulo": "Iniciativa que reforma el artículo 201 de la Ley del Seguro Social",
		},
	}).espera(201).texto("folio")
	competencia := objeto{"competente": true, "motivo": "Modifica la prestación de guarderías.", "organos": []objeto{{"organo": medicas, "materia": "La suya", "fundamento": "Ley del Seguro Social"}}}
	postura := objeto{"posicion": "favorable", "impacto": objeto{"tipo": "sin_impacto"}}
	for _, p := range []struct {
		quien   rol
		acto    string
		entrada objeto
	}{
		{division, "proponer-competencia", competencia},
		{titular("doe-7.1.4.1"), "decidir-competencia", competencia},
		{division, "turnar", objeto{"consultas": []objeto{{"organo": medicas, "materia": "Viabilidad", "termino": objeto{"dias": 5, "clase": "habiles"}}}}},
		{contraparte("normativo", medicas), "responder", objeto{"analisis": "Es viable.", "postura": postura}},
		{elabora, "consolidar", objeto{"texto": "El Instituto considera viable la reforma.", "postura": postura, "consideraciones": []objeto{{"organo": medicas, "toma": "total"}}}},
	} {
		m.como(p.quien).POST(ruta+"/"+p.acto, p.entrada).espera(200)
	}
	return ruta
}

// suplente stands in for the head of the coordination by a document.
func suplente(sub, documento, desde, hasta string) rol {
	r := personal("doe-7.1.4.1")
	r.Sub, r.Suplencia = sub, &doe.Suplencia{De: "titular:doe-7.1.4.1", Documento: documento, Desde: fecha.MustParse(desde), Hasta: fecha.MustParse(hasta)}
	return r
}

// delegada signs for the same head, from the division below.
func delegada(sub, desde, hasta string) rol {
	r := personal("doe-7.1.4.1.2")
	r.Sub, r.Delegacion = sub, &doe.Delegacion{
		De: "titular:doe-7.1.4.1", Unidad: "doe-7.1.4.1", Facultades: doe.Alguna("vinculacion.opiniones:validar"), Documento: "Acuerdo delegatorio 3",
		Desde: fecha.MustParse(desde), Hasta: fecha.MustParse(hasta),
	}
	return r
}

func TestEveryUseOfAStandInOrADelegationIsShown(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		humanos := personal("doe-7.1.6.1")
		registro := "/v1/titularidades/" + m.como(humanos).POST("/v1/titularidades", `{"de": "doe-7.1.4.1"}`).espera(201).texto("folio")
		m.como(humanos).POST(registro+"/ocupar", `{"persona": "titular:doe-7.1.4.1", "nombre": "Titular", "clase": "titular", "documento": "Nombramiento 1", "desde": "2026-01-01"}`).espera(200)
		m.como(humanos).POST(registro+"/ocupar", `{"persona": "p-1", "nombre": "Persona", "clase": "suplente", "documento": "Oficio 12", "desde": "2026-03-03", "hasta": "2026-03-04"}`).espera(200)
		m.como(humanos).POST(registro+"/delegar", `{"de": "titular:doe-7.1.4.1", "persona": "p-2", "nombre": "Persona", "unidad": "doe-7.1.4.1.2", "facultades": ["evaluacion.planes:autorizar"],
			"documento": "Acuerdo delegatorio 3", "desde": "2026-03-05", "hasta": "2026-03-06"}`).rompe("DOE-TITULARIDAD-06", "body.facultades[0]")
		m.como(humanos).POST(registro+"/delegar", `{"de": "titular:doe-7.1.4.1", "persona": "p-2", "nombre": "Persona", "unidad": "doe-7.1.4.1.2", "facultades": ["vinculacion.opiniones:validar"],
			"documento": "Acuerdo delegatorio 3", "desde": "2026-03-05", "hasta": "2026-03-06"}`).espera(200)

		// Both sides of each date, of a stand-in and of a delegation.
		for _, x := range []struct {
			quien        rol
			antes, desde string
			hasta, luego string
		}{
			{suplente("p-1", "Oficio 12", "2026-03-03", "2026-03-04"), "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"},
			{delegada("p-2", "2026-03-05", "2026-03-06"), "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07"},
		} {
			una, otra := opinionPorAvalar(m, personal("doe-7.1.4.1.2")), opinionPorAvalar(m, personal("doe-7.1.4.1.2"))
			for _, dia := range []string{x.antes, x.luego} {
				m.el(dia)
				m.como(x.quien).POST(una+"/avalar", `{"version": 1}`).espera(403).es("unidades_facultadas.0.unidad", "doe-7.1.4.1")
			}
			m.el(x.desde)
			m.como(x.quien).POST(una+"/avalar", `{"version": 1}`).espera(200).es("estado", "avalada")
			m.el(x.hasta)
			m.como(x.quien).POST(otra+"/avalar", `{"version": 1}`).espera(200)
			m.el("2026-03-02")
		}
		tercera := opinionPorAvalar(m, personal("doe-7.1.4.1.2"))
		m.el("2026-03-09")
		m.como(suplente("p-9", "Oficio 99", "2026-03-09", "2026-03-09")).POST(tercera+"/avalar", `{"version": 1}`).espera(200)

		lee := m.como(titular("doe-7.1.4"))
		usos := lee.todo("/v1/suplencias?limite=2")
		require.Len(m, usos, 5)
		usos[0].es("tramite", "opinion", "acto", "avalar", "clase", "suplencia", "actor.sub", "p-9", "documento", "Oficio 99", "registro", "no_consta")
		usos[1].es("clase", "delegacion", "actor.sub", "p-2", "unidad", "doe-7.1.4.1.2", "de_unidad", "doe-7.1.4.1", "en_lugar_de", "titular:doe-7.1.4.1",
			"documento", "Acuerdo delegatorio 3", "desde", "2026-03-05", "hasta", "2026-03-06", "registro", "consta", "fundamento.tipo", "suplencia", "fundamento.facultad", "vinculacion.opiniones:validar")
		usos[4].es("clase", "suplencia", "actor.sub", "p-1", "unidad", "doe-7.1.4.1", "documento", "Oficio 12", "registro", "consta")
		require.Equal(m, "avalar | doe-7.1.4.1.2 | suplencia vinculacion.opiniones:validar | doe-7.1.4.1/9", linea(usos[1]))
		assert.Len(m, lee.todo("/v1/suplencias?unidad=doe-7.1.4.1.2"), 2)
		assert.Len(m, lee.todo("/v1/suplencias?unidad=doe-7.1.4.1"), 5, "by the unit whose head is represented too")
		assert.Len(m, lee.todo("/v1/suplencias?desde=2026-03-04&hasta=2026-03-05"), 2)
		assert.Empty(m, lee.todo("/v1/suplencias?tramite=peticion"))
		assert.Empty(m, m.como(titular("doe-7.1.3")).todo("/v1/suplencias"), "of records that it does not read")
		m.como(contraparte("normativo", "dn-prestaciones-medicas")).GET("/v1/suplencias").niega(403, "solo-unidades")

		// What was delegated is not delegated further.
		cadena := delegada("p-3", "2026-03-09", "2026-03-10")
		cadena.Delegacion.Delegacion = &doe.Delegacion{De: "titular:doe-7.1.4.1"}
		m.como(cadena).GET("/v1/suplencias").niega(401, "credencial-incompleta").es("errors.0.codigo", "delegacion-en-cadena")
		m.integro()
	})
}

// planSupervisado is a plan that a person of the division drew up and presented,
// and its head supervised. It gives its address.
func planSupervisado(m *mundo, elabora rol) string {
	m.Helper()
	const bienestar = "doe-7.1.1.4.2"
	ruta := "/v1/planes-mejora/" + m.como(titular(bienestar)).POST("/v1/planes-mejora", objeto{
		"organo": "ooad-14", "unidad_evaluadora": bienestar, "origen": "evaluacion", "dias": 20, "asunto": "Surtimiento de recetas",
		"hallazgos": []objeto{{"clave": "H1", "descripcion": "Recetas incompletas", "gravedad": "mayor"}, {"clave": "H2", "descripcion": "Inventarios sin conciliar", "gravedad": "menor"}},
	}).espera(201).texto("folio")
	acciones := compromisos()
	delete(acciones[0], "area_normativa")
	m.como(elabora).POST(ruta+"/elaborar", objeto{"inicio": "2026-04-01", "fin": "2026-12-15", "acciones": acciones}).espera(200)
	m.como(elabora).POST(ruta+"/presentar", `{"oficio": "OOAD/14/0231"}`).espera(200)
	m.como(titular(bienestar)).POST(ruta+"/supervisar", `{"conforme": true}`).espera(200)
	return ruta
}

func TestWhoElaboratesAndValidatesOneRecordIsShown(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const bienestar = "doe-7.1.1.4.2"
		m.como(titular(bienestar)).POST(planSupervisado(m, personal(bienestar))+"/validar", nil).espera(200)
		// The head that draws it up alone is flagged, not refused.
		m.el("2026-03-03")
		sola := titular(bienestar)
		sola.Sub = "p-1"
		ruta := planSupervisado(m, sola)
		m.el("2026-03-04")
		m.como(sola).POST(ruta+"/validar", nil).espera(200).es("estado", "validado", "intervenciones.0.acto", "elaborar", "intervenciones.0.labor", "prepara", "intervenciones.0.sub", "p-1")
		// It is the person that counts: staff one day, standing in the next.
		m.el("2026-03-05")
		p := personal(bienestar)
		p.Sub = "p-2"
		otra := planSupervisado(m, p)
		m.el("2026-03-06")
		p.Suplencia = &doe.Suplencia{De: "titular:" + bienestar, Documento: "Oficio 12", Desde: fecha.MustParse("2026-03-06"), Hasta: fecha.MustParse("2026-03-06")}
		m.como(p).POST(otra+"/validar", nil).espera(200)

		lee := m.como(titular("doe-7.1"))
		cs := lee.todo("/v1/conflictos?limite=1")
		require.Len(m, cs, 2)
		cs[0].es("actor.sub", "p-2", "actor.en_lugar_de", "titular:"+bienestar, "fundamento.tipo", "suplencia", "conflicto.0", "elaborar")
		cs[1].es("tramite", "plan-mejora", "acto", "validar", "actor.sub", "p-1", "unidad", bienestar, "labor", "decide", "conflicto.0", "elaborar", "conflicto.1", "presentar", "fundamento.tipo", "expreso")
		require.Equal(m, ruta, "/v1/planes-mejora/"+cs[1].texto("folio"))
		h := lee.GET("%s/historial", ruta).espera(200).lista("elementos")
		h[len(h)-1].es("acto", "validar", "conflicto.0", "elaborar")
		assert.Len(m, lee.todo("/v1/conflictos?tramite=plan-mejora&unidad="+bienestar+"&desde=2026-03-04&hasta=2026-03-04"), 1)
		assert.Empty(m, lee.todo("/v1/conflictos?hasta=2026-03-03"))
		assert.Empty(m, lee.todo("/v1/conflictos?tramite=opinion"))
		assert.Empty(m, m.como(titular("doe-7.1.4")).todo("/v1/conflictos"))
		lee.GET("/v1/tramites/plan-mejora").espera(200).es("segregacion.modo", "avisa")
		// Counterparts see neither who did what nor the flags.
		m.como(jalisco).GET("%s", ruta).espera(200).es("intervenciones", nil)
		m.como(jalisco).GET("/v1/conflictos").niega(403, "solo-unidades")
		m.integro()
	})
}
