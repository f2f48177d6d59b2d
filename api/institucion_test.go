package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func (b *banco) lista(ruta string) []any {
	b.t.Helper()
	return b.pedir(taod, "GET", ruta, nil).es(b.t, 200)["elementos"].([]any)
}

func TestTheManualsAreThereWhole(t *testing.T) {
	b := nuevoBanco(t)
	assert.Len(t, b.lista("/v1/unidades"), 58)
	assert.Len(t, b.lista("/v1/funciones"), 784)
	assert.Len(t, b.lista("/v1/organos?tipo=ooad"), 35)
	assert.Len(t, b.lista("/v1/organos?tipo=umae"), 25)
	m := b.pedir(taod, "GET", "/v1/unidades/doe-7.1.3.1.4", nil).es(t, 200)
	assert.Equal(t, "doe-7.1.3.1", m["superior"])
	assert.Len(t, b.lista("/v1/unidades/doe-7.1.3.1.4/funciones"), int(m["funciones"].(float64)))
	m = b.pedir(taod, "GET", "/v1/funciones/doe-7.1.1/8", nil).es(t, 200)
	assert.Equal(t, "doe-7.1.1/8", m["clave"])
	for _, r := range []string{"/v1/unidades/doe-9", "/v1/unidades/doe-9/funciones", "/v1/funciones/doe-7.1/999", "/v1/funciones/doe-7.1/x", "/v1/tramites/nada", "/v1/tramites/nada/diagrama.svg"} {
		b.pedir(taod, "GET", r, nil).falla(t, 404, "no-encontrado")
	}
}

func TestUnitsComeAsAListByPagesOrAsATree(t *testing.T) {
	b := nuevoBanco(t)
	n := 0
	for r := "/v1/unidades?limite=20"; r != ""; {
		m := b.pedir(taod, "GET", r, nil).es(t, 200)
		n += len(m["elementos"].([]any))
		if r = ""; m["siguiente"] != nil {
			r = "/v1/unidades?limite=20&cursor=" + m["siguiente"].(string)
		}
	}
	assert.Equal(t, 58, n)
	var contar func(u any) int
	contar = func(u any) int {
		k := 1
		hijas, _ := u.(map[string]any)["subordinadas"].([]any)
		for _, h := range hijas {
			k += contar(h)
		}
		return k
	}
	arbol := b.lista("/v1/unidades?forma=arbol")
	require.Len(t, arbol, 1)
	assert.Equal(t, 58, contar(arbol[0]))
	b.pedir(taod, "GET", "/v1/unidades?cursor=doe-9", nil).falla(t, 422, "cursor-invalido")
}

func TestTheStructureOfAnyDayCanBeAskedFor(t *testing.T) {
	b := nuevoBanco(t)
	nombre := func(fecha string) any {
		return b.pedir(taod, "GET", "/v1/unidades/doe-7.1?fecha="+fecha, nil).es(t, 200)["nombre"]
	}
	assert.Equal(t, "Coordinación de Asesores de la Dirección General", nombre("2001-12-16"))
	assert.Equal(t, "Unidad de Vinculación Institucional", nombre("2001-12-17"))
	assert.Equal(t, "Dirección de Operación y Evaluación", nombre("2026-01-15"))
	b.pedir(taod, "GET", "/v1/unidades/doe-7.1.6.2?fecha=2001-12-17", nil).falla(t, 404, "no-encontrado")
	b.pedir(taod, "GET", "/v1/unidades?fecha=2001-02-30", nil).falla(t, 422, "datos-no-validos")
	assert.Contains(t, b.pedir(taod, "GET", "/v1/organigrama.svg?fecha=2001-12-17&raiz=doe-7.1.6", nil).falla(t, 422, "unidad-desconocida"), "query.raiz")
	b.pedir(taod, "GET", "/v1/organigrama.svg?papel=a4", nil).falla(t, 422, "hoja-sin-unidad")
	assert.Len(t, b.lista("/v1/unidades/doe-7.1/funciones?fecha=2022-10-01"), 21)
	assert.Contains(t, b.pedir(taod, "GET", "/v1/unidades/doe-7.1/funciones?fecha=2022-09-30", nil).falla(t, 422, "funciones-desconocidas"), "query.fecha")
	b.pedir(taod, "GET", "/v1/unidades/doe-7.1.6.2/funciones?fecha=2001-12-17", nil).falla(t, 404, "no-encontrado")
	b.pedir(taod, "GET", "/v1/unidades/hist-nada/historia", nil).falla(t, 404, "no-encontrado")
	b.pedir(taod, "GET", "/v1/reestructuras?unidad=XX", nil).falla(t, 422, "datos-no-validos")
	for _, ruta := range []string{"/v1/facultades", "/v1/funciones"} {
		dice := b.pedir(taod, "GET", ruta+"?unidad=doe-99&acto=volar&capacidad=doe.nada", nil).falla(t, 422, "datos-no-validos")
		for _, lugar := range []string{"query.unidad", "query.acto", "query.capacidad"} {
			assert.Contains(t, dice, lugar, ruta)
		}
	}
	for _, ruta := range []string{"/v1/cobertura", "/v1/conflictos", "/v1/suplencias", "/v1/reestructuras"} {
		dice := b.pedir(taod, "GET", ruta+"?desde=2026-12-01&hasta=2026-01-01", nil).falla(t, 422, "datos-no-validos")
		assert.Equal(t, "periodo-no-valido", dice["query.hasta"], ruta)
	}
}

func TestFunctionsAreFoundByWordsCapabilityActAndUnit(t *testing.T) {
	b := nuevoBanco(t)
	con, sin := b.lista("/v1/funciones?q=petici%C3%B3n"), b.lista("/v1/funciones?q=PETICION")
	assert.Equal(t, con, sin)
	assert.NotEmpty(t, con)
	for _, f := range b.lista("/v1/funciones?capacidad=siade.registro&acto=registrar") {
		hay := false
		for _, x := range f.(map[string]any)["facultades"].([]any) {
			hay = hay || x.(map[string]any)["facultad"] == "siade.registro:registrar"
		}
		assert.True(t, hay)
	}
	b.pedir(taod, "GET", "/v1/funciones?capacidad=XX", nil).falla(t, 422, "datos-no-validos")
}

func TestWhoMayDoWhatComesWithItsFunctions(t *testing.T) {
	b := nuevoBanco(t)
	es := b.lista("/v1/facultades?unidad=doe-7.1.1&capacidad=evaluacion.planes&acto=autorizar")
	require.Len(t, es, 1)
	e := es[0].(map[string]any)
	assert.Contains(t, e["funciones"], "doe-7.1.1/8")
	assert.Equal(t, "expreso", e["fundamento"])
}

func TestTermsAreCountedOnTheCalendarAskedFor(t *testing.T) {
	b := nuevoBanco(t)
	m := b.pedir(taod, "GET", "/v1/plazos?desde=2023-01-30&dias=10&calendario=lfpa", nil).es(t, 200)
	assert.Equal(t, "2023-02-13", m["vence"])
	m = b.pedir(taod, "GET", "/v1/plazos?desde=2023-01-30&dias=10&calendario=naturales", nil).es(t, 200)
	assert.Equal(t, "2023-02-09", m["vence"])
	assert.Len(t, m["derivacion"], 10)
	fs := b.pedir(taod, "GET", "/v1/plazos", nil).falla(t, 422, "datos-no-validos")
	assert.Equal(t, map[string]string{"query.desde": "requerido", "query.dias": "requerido"}, fs)
	b.pedir(taod, "GET", "/v1/plazos?desde=2023-01-30&dias=10&ambito=ooad-77", nil).falla(t, 422, "organo-desconocido")
	b.pedir(taod, "GET", "/v1/plazos?desde=9999-01-30&dias=10", nil).falla(t, 422, "fuera-de-calendario")
	b.pedir(taod, "GET", "/v1/plazos?desde=2023-01-30&dias=99999", nil).falla(t, 422, "datos-no-validos")
}

func TestASuspensionMovesTheDatesOfOpenCasesAndOfTheCalendar(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "POST", ruta(f, "/prestar"), Nota{"n"}).es(t, 200)
	quien := b.pedir(taod, "POST", "/v1/suspensiones", map[string]any{
		"clave": "dof-1", "instrumento": "Acuerdo de prueba", "calendarios": []string{"lfpa"}, "desde": "2026-03-10", "hasta": "2026-03-11",
	}).es(t, 403)
	unidad := quien["unidades_facultadas"].([]any)[0].(map[string]any)["unidad"].(string)
	c := central
	c.Sub, c.Unidad = "normas", claveUnidad(unidad)
	m := b.pedir(c, "POST", "/v1/suspensiones", map[string]any{
		"clave": "dof-1", "instrumento": "Acuerdo de prueba", "calendarios": []string{"lfpa"}, "desde": "2026-03-10", "hasta": "2026-03-11",
	}).es(t, 201)
	r := b.pedir(taod, "GET", ruta(f, ""), nil).es(t, 200)
	assert.Equal(t, "2026-03-18", r["vence"])
	assert.EqualValues(t, 3, r["version"], "the move left an event")
	v := b.pedir(taod, "GET", "/v1/plazos?desde=2026-03-02&dias=10", nil).es(t, 200)
	assert.Equal(t, "2026-03-18", v["vence"])
	b.pedir(c, "POST", "/v1/suspensiones/"+m["folio"].(string)+"/retirar", map[string]any{"motivo": "Se revocó el acuerdo"}).es(t, 200)
	assert.Equal(t, "2026-03-16", b.pedir(taod, "GET", ruta(f, ""), nil).es(t, 200)["vence"])
}

func TestDefinitionsAreGivenWholeWithTheActOfCreation(t *testing.T) {
	b := nuevoBanco(t)
	var p map[string]any
	for _, x := range b.lista("/v1/tramites") {
		if m := x.(map[string]any); m["nombre"] == "prestamo" {
			p = m
		}
	}
	require.NotNil(t, p)
	assert.Equal(t, p, b.pedir(taod, "GET", "/v1/tramites/prestamo", nil).es(t, 200))
	a := p["actos"].([]any)[0].(map[string]any)
	assert.Equal(t, "solicitar", a["nombre"])
	assert.Equal(t, []any{"siade.registro:registrar"}, a["facultades"])
	assert.Equal(t, true, a["publico"])
	svg := b.pedir(taod, "GET", "/v1/tramites/prestamo/diagrama.svg", nil)
	assert.Equal(t, "image/svg+xml", svg.Header.Get("Content-Type"))
	assert.Contains(t, string(svg.cuerpo), "<svg")
	assert.True(t, strings.HasPrefix(string(b.pedir(taod, "GET", "/v1/tramites/prestamo/diagrama.mmd", nil).cuerpo), "stateDiagram-v2"))
}

func TestCoverageSaysWhatIsAskedForAndHowOftenItWasExercised(t *testing.T) {
	b := nuevoBanco(t)
	b.solicitar("A-1")
	m := b.pedir(taod, "GET", "/v1/cobertura", nil).es(t, 200)
	assert.EqualValues(t, 784, m["total"])
	assert.Len(t, m["funciones"], 784)
	cubiertas, ejercidas := 0, 0
	for _, x := range m["funciones"].([]any) {
		f := x.(map[string]any)
		if f["cubierta"].(bool) {
			cubiertas++
			assert.NotEmpty(t, append(f["actos"].([]any), f["lecturas"].([]any)...))
		}
		if n := f["ejercida"].(float64); n > 0 {
			ejercidas++
			assert.Equal(t, "2026-03-02", f["ultima"])
		} else {
			assert.Nil(t, f["ultima"])
		}
	}
	assert.EqualValues(t, m["cubiertas"], cubiertas)
	assert.Positive(t, ejercidas)
	assert.NotEmpty(t, m["huecos"])
}

func TestTheChartHasABoxForEveryUnit(t *testing.T) {
	b := nuevoBanco(t)
	v := b.pedir(taod, "GET", "/v1/organigrama.svg", nil)
	assert.Equal(t, "image/svg+xml", v.Header.Get("Content-Type"))
	assert.Equal(t, 58, strings.Count(string(v.cuerpo), "<a href"))
	v = b.pedir(taod, "GET", "/v1/organigrama.svg?raiz=doe-7.1.6", nil)
	assert.Equal(t, 3, strings.Count(string(v.cuerpo), "<a href"))
	b.pedir(taod, "GET", "/v1/organigrama.svg?raiz=doe-9", nil).falla(t, 422, "unidad-desconocida")
}
