package escenario_test

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// textoManual writes a manual of the regional coordination in the catalog's own
// words: its one unit with as many functions as it has.
func textoManual(cambia func(numero int, texto string) string) string {
	var b strings.Builder
	u, _ := doe.Vigente().Unidad(doe.CAOOD)
	b.WriteString("Página 1 de 1 Clave: G000-002-003\n\n3. Marco Jurídico\n\nLey Federal de Transparencia y Acceso a la Información Pública, DOF del 9 de mayo de 2016.\n\n")
	b.WriteString("6. Organigrama\n\nVigencia: 1 de octubre de 2022\n\n7. Funciones sustantivas\n\n7.1 " + u.Nombre + "\n\n")
	for _, f := range doe.Vigente().FuncionesDe(doe.CAOOD) {
		t := f.Resumen + ", según el texto."
		if cambia != nil {
			t = cambia(f.Numero, t)
		}
		fmt.Fprintf(&b, "%d. %s\n\n", f.Numero, t)
	}
	return b.String()
}

// edicionEnVigor takes a text from its upload to its coming into force.
func edicionEnVigor(m *mundo, texto, desde string) string {
	normas := m.como(titular("doe-7.1.5.2"))
	alta := normas.adjuntar("/v1/manuales", "manual.txt", "text/plain", texto).espera(201)
	folio := alta.texto("folio")
	ruta := "/v1/manuales/" + folio
	renglones := []objeto{}
	for _, h := range alta.lista("hallazgos") {
		renglones = append(renglones, objeto{"tipo": h.texto("tipo"), "decision": "se_acepta", "motivo": "Así lo dice el texto autorizado"})
	}
	normas.POST(ruta+"/revisar", objeto{"renglones": renglones}).espera(200).es("estado", "revisada")
	normas.POST(ruta+"/validar", objeto{"oficio": "09 52 17 61 0000/118"}).espera(200).es("estado", "validada")
	normas.POST(ruta+"/poner-en-vigor", objeto{"desde": desde}).espera(200).es("estado", "vigente")
	return folio
}

// edicionSustituida is an edition from its upload until another takes its place.
func edicionSustituida(m *mundo) string {
	uno := edicionEnVigor(m, textoManual(nil), "2022-10-01")
	edicionEnVigor(m, textoManual(func(_ int, s string) string { return strings.Replace(s, "según", "conforme", 1) }), "2026-03-01")
	return uno
}

// Whoever keeps the norms uploads the official text of a manual; once in force
// the functions show its words, also after the server starts anew, until the
// next edition takes its place.
func TestAnEditionGivesTheFunctionsTheirOfficialWording(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		normas, quien := m.como(titular("doe-7.1.5.2")), m.como(personal("doe-7.1.3.1"))
		primero := textoManual(nil)

		m.como(titular("doe-7.1.3")).adjuntar("/v1/manuales", "manual.txt", "text/plain", primero).niega(403, "sin-facultad").
			es("facultad", "doe.funciones:registrar", "unidades_facultadas.1.unidad", "doe-7.1.5.2")
		normas.adjuntar("/v1/manuales", "hola.txt", "text/plain", "Hola.").espera(422).es("errors.0.codigo", "manual-ilegible", "errors.0.location", "body.archivo")
		normas.adjuntar("/v1/manuales", "hola.csv", "text/csv", "a,b").espera(422).es("errors.0.codigo", "archivo-tipo")
		normas.adjuntar("/v1/manuales", "otro.txt", "text/plain", strings.Replace(primero, "G000-002-003", "Z900-001-001", 1)).rompe("DOE-EDICION-01", "body.archivo")

		require.Nil(m, quien.GET("/v1/funciones/caood-7.1/2").espera(200).en("texto_oficial"), "no edition is in force yet")
		alta := normas.adjuntar("/v1/manuales", "manual.txt", "text/plain", primero).espera(201).
			es("estado", "leida", "manual", "G000-002-003", "funciones", 18.0, "unidades", 1.0, "edicion", "2022-10-01", "cotejo.sobran", 0.0, "cotejo.faltan", 0.0, "cotejo.nombres", 0.0)
		ruta := "/v1/manuales/" + alta.texto("folio")
		require.Contains(m, string(alta.crudo), `"tipo":"norma"`, "the law it cites is no longer in force")
		quien.GET("%s", ruta+"/lectura").espera(200).es("unidades.0.clave", "caood-7.1", "unidades.0.funciones.1.numero", 2.0)
		require.Contains(m, string(quien.GET("%s", ruta+"/hallazgos").espera(200).crudo), `"funcion":"caood-3","tipo":"norma"`)
		quien.GET("%s", ruta+"/comparacion").espera(422).es("errors.0.codigo", "sin-edicion-anterior")

		normas.POST(ruta+"/revisar", objeto{}).rompe("DOE-EDICION-04", "body.renglones")
		normas.POST(ruta+"/desechar", objeto{"motivo": "Se carga otra vez completo"}).espera(200).es("estado", "desechada")
		uno := edicionEnVigor(m, primero, "2022-10-01")
		quien.GET("/v1/funciones/caood-7.1/2").espera(200).es("texto_oficial", oficialDe(2)+", según el texto.")
		quien.GET("/v1/unidades/caood-7.1/funciones").espera(200).es("elementos.1.texto_oficial", oficialDe(2)+", según el texto.")

		// The next one changes a function and leaves one out.
		segundo := textoManual(func(n int, s string) string {
			if n == 2 {
				return strings.Replace(s, "según el texto", "según el texto nuevo", 1)
			}
			return s
		})
		dos := normas.adjuntar("/v1/manuales", "manual-2026.txt", "text/plain", segundo).espera(201).es("sustituye", uno, "cambios.funciones", 1.0).texto("folio")
		quien.GET("%s", "/v1/manuales/"+dos+"/comparacion").espera(200).es("funciones.0.tipo", "redactada", "funciones.0.ahora", "caood-7.1/2")
		normas.POST("/v1/manuales/"+dos+"/desechar", objeto{"motivo": "Se carga otra vez completo"}).espera(200)
		dos = edicionEnVigor(m, segundo, "2026-03-01")
		quien.GET("/v1/funciones/caood-7.1/2").espera(200).es("texto_oficial", oficialDe(2)+", según el texto nuevo.")
		quien.GET("%s", "/v1/manuales/"+uno).espera(200).es("estado", "sustituida", "relevo.por", dos, "relevo.hasta", "2026-02-28")
		m.como(titular("doe-7.1.5.2")).POST("/v1/manuales/"+uno+"/revisar", objeto{}).niega(409, "acto-no-abierto")

		require.Contains(m, strings.Join(normas.historia("manuales", dos), "\n"), "doe-7.1.5.2/5", "the norms of function 5 suffice")
		m.releer(quien)
		m.integro()
	})
}

// What the catalog of the installation does not have is not put in force.
func TestATextOfAnotherEditionWaitsForItsCatalog(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		normas := m.como(titular("doe-7.1.5.2"))
		alta := normas.adjuntar("/v1/manuales", "manual.txt", "text/plain", textoManual(nil)+"19. Encender la lámpara del faro al caer la tarde.\n").espera(201).es("cotejo.sobran", 1.0)
		ruta := "/v1/manuales/" + alta.texto("folio")
		renglones := []objeto{}
		for _, h := range alta.lista("hallazgos") {
			renglones = append(renglones, objeto{"tipo": h.texto("tipo"), "decision": "se_avisa", "motivo": "Se avisa para la que sigue"})
		}
		normas.POST(ruta+"/revisar", objeto{"renglones": renglones}).espera(200)
		normas.POST(ruta+"/validar", objeto{}).rompe("DOE-EDICION-06", "registro.cotejo")
		m.integro()
	})
}

func oficialDe(n int) string {
	f, _ := doe.Vigente().Funcion(doe.ClaveFuncion(fmt.Sprintf("caood-7.1/%d", n)))
	return f.Resumen
}

// releer starts another server on the same store: it knows the texts in force.
func (m *mundo) releer(quien cliente) {
	m.Helper()
	mesa, err := api.NuevaMesa()
	require.NoError(m, err)
	s, err := api.New(api.Config{Almacen: m.Almacen, Mesa: mesa, Llaves: m.llaves, Ahora: func() fecha.Instante { return fecha.Instante(m.hora.Load()) }, Publico: -1})
	require.NoError(m, err)
	otro := *m
	h := httptest.NewServer(s)
	m.Cleanup(h.Close)
	otro.base = h.URL
	c := otro.como(quien.quien)
	c.GET("/v1/funciones/caood-7.1/2").espera(200).es("texto_oficial", oficialDe(2)+", según el texto nuevo.")
}
