package escenario_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// programacion is the year of the programmes of a branch: folios by unit, those
// regional with their OOAD after a slash.
type programacion struct {
	m      *mundo
	filas  map[string]cuerpo
	folios map[string]string
}

// deTitular is the head of a unit; a regional one names its OOAD.
func deTitular(clave string) rol {
	if u, ooad, regional := strings.Cut(clave, "/"); regional {
		return persona(u, "titular", ooad)
	}
	return titular(clave)
}

func (p *programacion) elabora(clave string) string {
	u, ooad, regional := strings.Cut(clave, "/")
	e := p.filas[u].texto("elabora")
	if regional {
		e += "/" + ooad
	}
	return e
}

// superiorDe is the unit just above.
func superiorDe(clave string) string {
	u, _, _ := strings.Cut(clave, "/")
	if u == "caood-7.1" {
		return "doe-7.1.3"
	}
	return u[:strings.LastIndex(u, ".")]
}

// autorizaDe is who authorises a programme by rule 19.
func (p *programacion) autorizaDe(clave string) string {
	u, _, _ := strings.Cut(clave, "/")
	switch {
	case u == "doe-7.1", u == "doe-7.1.1", u == "doe-7.1.1.6", u == "doe-7.1.6":
		return u
	case u == "doe-7.1.3" || strings.HasPrefix(u, "doe-7.1.3.") || u == "caood-7.1":
		return "doe-7.1.3"
	}
	return superiorDe(p.elabora(clave))
}

func (p *programacion) hacer(quien, clave, acto string, entrada any) cuerpo {
	p.m.Helper()
	return p.m.como(deTitular(quien)).POST("/v1/programas/"+p.folios[clave]+"/"+acto, entrada).espera(200)
}

// metaDe is a goal of a unit, of 40 visits by quarters.
func metaDe(clave string, peso float64, trimestres ...float64) objeto {
	u, _, _ := strings.Cut(clave, "/")
	if trimestres == nil {
		trimestres = []float64{10, 20, 30, 40}
	}
	var calendario []objeto
	for i, v := range trimestres {
		calendario = append(calendario, objeto{"periodo": "2026-T" + string(rune('1'+i)), "valor": v})
	}
	return objeto{
		"clave": "M1", "clase": "meta", "descripcion": "Actos de la materia en el año", "responsable": u, "funcion": u + "/2", "peso": peso,
		"inicio": "2026-01-01", "fin": "2026-12-31",
		"medida": objeto{"nombre": "Actos hechos", "unidad": "acto", "linea_base": 0, "meta": 40, "sentido": "ascendente", "calendario": calendario},
	}
}

// programar elaborates, presents, validates, integrates and authorises the
// programmes of a branch from the bottom up; one is observed once.
func programar(m *mundo, raiz, observada string, ooads ...string) *programacion {
	m.el("2025-11-03")
	p := &programacion{m: m, filas: map[string]cuerpo{}, folios: map[string]string{}}
	var claves []string
	for _, f := range m.como(titular("doe-7.1")).GET("/v1/programas/matriz").espera(200).lista("programas") {
		u := f.texto("unidad")
		p.filas[u] = f
		switch {
		case u == "caood-7.1" && raiz == "doe-7.1":
			for _, o := range ooads {
				claves = append(claves, u+"/"+o)
			}
		case u == raiz || strings.HasPrefix(u, raiz+"."):
			claves = append(claves, u)
		}
	}
	slices.SortStableFunc(claves, func(a, b string) int { return cmp.Compare(hondura(b), hondura(a)) })
	for _, k := range claves {
		p.presentar(k, claves, k == observada)
		m.el("2025-11-10")
		p.hacer(superiorDe(p.elabora(k)), k, "validar", objeto{"version": p.version(k)}).es("estado", "validado")
		p.hacer(p.autorizaDe(k), k, "autorizar", objeto{"version": p.version(k), "oficio": "Oficio de autorización"}).es("estado", "autorizado")
		m.el("2025-11-03")
	}
	return p
}

// hondura ranks units from the deepest; the regional coordination hangs from 7.1.3.
func hondura(clave string) int {
	if strings.HasPrefix(clave, "caood") {
		return 3
	}
	return strings.Count(clave, ".")
}

func (p *programacion) version(clave string) int {
	return len(p.m.como(titular("doe-7.1.5.2")).GET("/v1/programas/%s", p.folios[clave]).espera(200).lista("versiones"))
}

// presentar takes a programme up to its immediate superior.
func (p *programacion) presentar(clave string, claves []string, observada bool) {
	p.m.Helper()
	u, _, _ := strings.Cut(clave, "/")
	quien := p.elabora(clave)
	abierto := p.m.como(deTitular(quien)).POST("/v1/programas", objeto{"unidad": u, "ejercicio": 2026}).espera(201).es("estado", "en_elaboracion", "elabora", strings.Split(quien, "/")[0])
	p.folios[clave] = abierto.texto("folio")
	var hijas []objeto
	integradas := slices.DeleteFunc(slices.Clone(claves), func(k string) bool { v, _, _ := strings.Cut(k, "/"); return p.filas[v].en("integra") != u })
	peso := 100.0
	if n := len(integradas); n > 0 {
		peso = 10
		cada := float64(9000/n) / 100
		for i, k := range integradas {
			suyo := cada
			if i == n-1 {
				suyo = float64(9000-int(cada*100+0.5)*(n-1)) / 100
			}
			hijas = append(hijas, objeto{"folio": p.folios[k], "peso": suyo})
		}
	}
	p.hacer(quien, clave, "elaborar", objeto{"lineas": []objeto{metaDe(u, peso)}})
	if len(hijas) > 0 {
		entrada := objeto{"programas": hijas}
		if u == "doe-7.1.3" {
			entrada["faltantes"] = []objeto{{"unidad": "caood-7.1", "motivo": "Los demás OOAD presentan después"}}
		}
		p.hacer(quien, clave, "integrar", entrada)
	}
	if u == "doe-7.1.2.2" {
		p.hacer("doe-7.1.2.2.2", clave, "aportar", objeto{"lineas": []objeto{metaDe("doe-7.1.2.2.2", 5)}, "nota": "Meta de los estados"})
		p.hacer(quien, clave, "resolver-aporte", objeto{"aporte": "AP1", "acogido": false, "motivo": "Ya está en la meta de la coordinación"})
	}
	p.hacer(quien, clave, "presentar", objeto{"oficio": "Oficio 1"}).es("estado", "presentado")
	if observada {
		p.hacer(superiorDe(quien), clave, "observar", objeto{"observaciones": []objeto{{"linea": "M1", "texto": "Precise qué cuenta como acto"}}}).es("estado", "observado", "observaciones.0.clave", "O1")
		p.m.como(deTitular(quien)).POST("/v1/programas/"+p.folios[clave]+"/presentar", objeto{}).rompe("DOE-PROGRAMA-19", "registro.observaciones[0]")
		p.hacer(quien, clave, "presentar", objeto{"atenciones": []objeto{{"observacion": "O1", "respuesta": "Se precisó en la descripción"}}}).es("estado", "presentado")
	}
}

// informar delivers the report of a quarter of a unit.
func (p *programacion) informar(clave, trimestre string, valor float64, extra ...objeto) cuerpo {
	p.m.Helper()
	desde, hasta := "2026-01-05", "2026-03-31"
	if trimestre == "2026-T2" {
		desde, hasta = "2026-04-06", "2026-06-30"
	}
	r := objeto{"clave": "M1", "valor": valor, "evidencias": []objeto{{"nombre": "actas.pdf", "sha256": huella(clave + trimestre), "periodo_desde": desde, "periodo_hasta": hasta}}}
	for _, x := range extra {
		for k, v := range x {
			r[k] = v
		}
	}
	return p.hacer(p.elabora(clave), clave, "reportar", objeto{"trimestre": trimestre, "renglones": []objeto{r}})
}

// claves lists the programmes from the bottom up.
func (p *programacion) claves() []string {
	var out []string
	for k := range p.folios {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(hondura(b), hondura(a)), strings.Compare(a, b)) })
	return out
}

// dosTrimestres reports two quarters: one unit is late with the first and is
// chased, another is reprogrammed between them, a third falls behind.
func (p *programacion) dosTrimestres(tardia, reprogramada, atrasada string) {
	p.m.amanece("2026-01-01")
	p.m.el("2026-04-08")
	for _, k := range p.claves() {
		if k != tardia && !strings.HasPrefix(tardia, k) {
			p.informar(k, "2026-T1", 10).es("estado", "en_ejecucion")
		}
	}
	for _, dia := range []string{"2026-04-17", "2026-04-22"} {
		p.m.amanece(dia)
	}
	for _, k := range p.claves() {
		if k == tardia || strings.HasPrefix(tardia, k) {
			p.informar(k, "2026-T1", 10)
		}
	}
	p.m.el("2026-05-11")
	p.hacer(p.elabora(reprogramada), reprogramada, "pedir-modificacion", objeto{
		"lineas": []objeto{metaDe(reprogramada, 100, 10, 10, 25, 40)}, "motivo": "El convenio se firma en el segundo semestre",
	})
	p.hacer(p.autorizaDe(reprogramada), reprogramada, "resolver-modificacion", objeto{"autoriza": true})
	p.m.el("2026-07-08")
	for _, k := range p.claves() {
		switch k {
		case reprogramada:
			p.informar(k, "2026-T2", 10)
		case atrasada:
			p.informar(k, "2026-T2", 15, objeto{"causa": "humana", "nota": "Plaza vacante en el trimestre"})
		default:
			p.informar(k, "2026-T2", 20)
		}
	}
}

// programaDeUnaCoordinacion is the year of 7.1.4.2 and its two divisions, as
// it is recorded.
func programaDeUnaCoordinacion(m *mundo) string {
	p := programar(m, "doe-7.1.4.2", "doe-7.1.4.2.1")
	p.dosTrimestres("doe-7.1.4.2.1", "doe-7.1.4.2.2", "doe-7.1.4.2.1")
	p.hacer("doe-7.1.4.2", "doe-7.1.4.2", "actualizar-integrado", objeto{"folio": p.folios["doe-7.1.4.2.2"]})
	p.hacer("doe-7.1.4", "doe-7.1.4.2", "revisar-informe", objeto{"trimestre": "2026-T2", "conforme": true})
	return p.folios["doe-7.1.4.2"]
}

func TestTheProgrammeOfTheDirectorateIsTheTreeOfItsUnits(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		const tardia, reprogramada, atrasada = "doe-7.1.4.1.3", "doe-7.1.4.2.2", "doe-7.1.1.1.2"
		p := programar(m, "doe-7.1", "doe-7.1.4.2.1", "14", "15")
		require.Len(m, p.folios, 38)
		p.dosTrimestres(tardia, reprogramada, atrasada)
		a := m.como(titular("doe-7.1")).GET("/v1/programas/arbol?ejercicio=2026&unidad=doe-7.1").espera(200)
		a.es("esperados", 71.0, "abiertos", 38.0, "por_estado.en_ejecucion", 38.0, "corte", "2026-06-30", "por_falta.sin_abrir", 33.0, "por_falta.otra_version", 1.0, "por_falta.sin_informe", nil)
		a.es("raiz.elabora", "doe-7.1.5.2", "raiz.autoriza.0", "doe-7.1", "raiz.serie.puntos.0.programado", 25.0, "raiz.serie.puntos.0.real", 25.0, "raiz.serie.puntos.2.informado", false)
		real, debido := a.en("raiz.serie.puntos.1.real").(float64), a.en("raiz.serie.puntos.1.programado").(float64)
		assert.Less(m, real, debido)
		assert.Less(m, debido, 50.0, "lo reprogramado pesa menos a medio año")
		a.es("raiz.atraso.desde", "2026-06-30", "raiz.pronostico.metodo", "calendario_ganado", "raiz.pronostico.cortes", 2.0)
		assert.Greater(m, a.texto("raiz.pronostico.termino"), "2026-12-31")
		p.laAtrasadaSeVe(a, atrasada)
		p.laTardiaSeReclama(tardia)
		p.loReprogramadoConservaElPrimero(reprogramada)
		p.rehusar()
		assert.Equal(m, []string{
			"abrir | doe-7.1.4.2.1 | expreso doe.programa:elaborar | doe-7.1.4.2.1/1",
			"elaborar | doe-7.1.4.2.1 | expreso doe.programa:elaborar | doe-7.1.4.2.1/1",
			"presentar | doe-7.1.4.2.1 | expreso doe.programa:elaborar | doe-7.1.4.2.1/1",
			"observar | doe-7.1.4.2 | jerarquico doe.programa:revisar | doe-7.1.4.2/13",
			"presentar | doe-7.1.4.2.1 | expreso doe.programa:elaborar | doe-7.1.4.2.1/1",
			"validar | doe-7.1.4.2 | jerarquico doe.programa:validar | doe-7.1.4.2/13",
			"autorizar | doe-7.1.4.2 | jerarquico doe.programa:autorizar | doe-7.1.4.2/13",
			"constar-integracion | sistema | sistema",
			"iniciar | sistema | sistema",
			"reportar | doe-7.1.4.2.1 | expreso doe.programa:informar | doe-7.1.4.2.1/1",
			"reportar | doe-7.1.4.2.1 | expreso doe.programa:informar | doe-7.1.4.2.1/1",
		}, m.como(titular("doe-7.1")).historia("programas", p.folios["doe-7.1.4.2.1"]))
		m.integro()
	})
}

func (p *programacion) laAtrasadaSeVe(a cuerpo, atrasada string) {
	p.m.Helper()
	var buscar func(n cuerpo) *cuerpo
	buscar = func(n cuerpo) *cuerpo {
		if n.en("unidad") == atrasada {
			return &n
		}
		if n.en("hijos") == nil {
			return nil
		}
		for _, h := range n.lista("hijos") {
			if x := buscar(h); x != nil {
				return x
			}
		}
		return nil
	}
	raiz := cuerpo{m: p.m, crudo: a.crudo, valor: a.en("raiz")}
	n := buscar(raiz)
	require.NotNil(p.m, n)
	n.es("atraso.desde", "2026-06-30", "atraso.debe", 12.5, "renglones_atrasados.0.clave", "M1", "serie.puntos.1.real", 37.5, "integrado", true)
	// Asked for by itself it still says that another takes it in.
	solo := p.m.como(titular("doe-7.1.5.2")).GET("/v1/programas/arbol?ejercicio=2026&unidad=%s", n.texto("unidad")).espera(200)
	solo.es("raiz.integrado", true, "raiz.peso", n.en("peso"), "por_falta.sin_integrar", nil)
}

func (p *programacion) laTardiaSeReclama(tardia string) {
	p.m.Helper()
	r := p.m.como(titular("doe-7.1.4")).GET("/v1/programas/%s", p.folios[tardia]).espera(200)
	require.NotEmpty(p.m, r.lista("reclamos"))
	r.es("reclamos.0.plazo", "informe", "reclamos.0.clave", "2026-T1", "reclamos.0.a", tardia, "reclamos.1.a", "doe-7.1.4.1")
	assert.Greater(p.m, r.en("informes.0.tarde"), 0.0)
	assert.Nil(p.m, r.en("informes.1.tarde"), "el segundo llegó a tiempo")
}

func (p *programacion) loReprogramadoConservaElPrimero(clave string) {
	p.m.Helper()
	padre := superiorDe(clave)
	r := p.m.como(titular(padre)).GET("/v1/programas/%s", p.folios[clave]).espera(200)
	r.es("original", 1.0, "versiones.0.lineas.0.medida.calendario.1.valor", 20.0, "versiones.1.lineas.0.medida.calendario.1.valor", 10.0, "versiones.1.motivo", "El convenio se firma en el segundo semestre", "modificaciones.0.estado", "autorizada")
	p.hacer(padre, padre, "actualizar-integrado", objeto{"folio": p.folios[clave]})
	p.m.como(titular(padre)).GET("/v1/programas/arbol?ejercicio=2026&unidad=%s&periodo=mes", padre).espera(200).es("por_falta.otra_version", nil, "raiz.serie.puntos.11.periodo", "2026-12")
}

// rehusar shows who is refused, and a request with everything wrong.
func (p *programacion) rehusar() {
	p.m.Helper()
	ruta := "/v1/programas/" + p.folios["doe-7.1.4.1.1"]
	p.m.como(titular("doe-7.1.4.1.1")).POST(ruta+"/autorizar", objeto{"version": 1}).niega(403, "sin-facultad").
		es("facultad", "doe.programa:autorizar", "unidades_facultadas.0.unidad", "doe-7.1.4.1", "unidades_facultadas.0.fundamento", "jerarquico")
	p.m.como(titular("doe-7.1.1.6")).POST("/v1/programas/"+p.folios["doe-7.1.1.5"]+"/cancelar", objeto{"causal": "sustituido", "motivo": "No le toca"}).
		niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", "doe-7.1.1")
	p.m.como(personal("doe-7.1.4.1")).POST(ruta+"/cancelar", objeto{"causal": "sustituido", "motivo": "No firma"}).niega(403, "requiere-titular")
	p.m.como(titular("doe-7.1.5")).POST("/v1/programas", objeto{"unidad": "doe-7.1", "ejercicio": 2027}).rompe("DOE-PROGRAMA-02", "body.unidad")
	mal := p.m.como(titular("doe-7.1.4.3")).POST("/v1/programas", objeto{"unidad": "doe-7.1.4.3", "ejercicio": 2027}).espera(201).texto("folio")
	uno, dos := metaDe("doe-7.1.4.3", 60, 10, 5, 30, 40), metaDe("doe-7.1.4.1", 60)
	dos["fin"], dos["depende_de"] = "2026-01-01", []string{"M1"}
	dos["inicio"] = "2026-05-01"
	errores := p.m.como(titular("doe-7.1.4.3")).POST("/v1/programas/"+mal+"/elaborar", objeto{"lineas": []objeto{uno, dos}}).espera(422).lista("errors")
	var dichas []string
	for _, e := range errores {
		dichas = append(dichas, e.texto("codigo")+" "+e.texto("location"))
	}
	for _, x := range []string{
		"DOE-PROGRAMA-05 body.lineas[1].responsable", "DOE-PLAN-02 body.lineas[1].clave", "DOE-PLAN-09 body.lineas[1].fin", "DOE-PLAN-10 body.lineas[0].inicio",
		"DOE-PLAN-23 body.lineas[0].medida.calendario[1].valor", "DOE-PLAN-13 body.lineas[1].inicio",
	} {
		assert.Contains(p.m, dichas, x)
	}
	p.m.como(titular("doe-7.1.4")).GET("/v1/programas/arbol?unidad=doe-7.1.4.4").niega(422, "unidad-sin-programa")
}
