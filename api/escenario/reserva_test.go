package escenario_test

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"testing"

	"github.com/stretchr/testify/require"
)

// adjuntar sends a file as a form does.
func (c cliente) adjuntar(ruta, nombre, tipo, contenido string) respuesta {
	c.m.Helper()
	var b bytes.Buffer
	f := multipart.NewWriter(&b)
	p, err := f.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {`form-data; name="archivo"; filename="` + nombre + `"`}, "Content-Type": {tipo},
	})
	require.NoError(c.m, err)
	_, err = io.WriteString(p, contenido)
	require.NoError(c.m, err)
	require.NoError(c.m, f.Close())
	return c.con("Content-Type", f.FormDataContentType()).pedir(http.MethodPost, ruta, b.String())
}

// What a counterpart may not see of an opinion it learns neither from the
// history, nor by filtering a list, nor by asking for a file by its hash.
func TestADirectorateLearnsOnlyWhatIsItsOwn(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := opinionSobreIniciativa(m)
		ruta := "/v1/opiniones/" + folio
		otra := contraparte("normativo", "dn-finanzas")
		for _, e := range m.como(otra).todo(ruta + "/historial") {
			if e.en("organo") != "dn-finanzas" {
				require.Nil(m, e.en("relojes"), "the clocks name the other directorates")
				require.Equal(m, map[string]any{}, e.en("entrada"), e.texto("acto"))
			}
		}
		m.como(otra).GET("/v1/opiniones").espera(200)
		m.como(otra).GET("/v1/opiniones?q=viable").niega(422, "datos-no-validos").es("errors.0.codigo", "filtro-no-disponible", "errors.0.location", "query.q")
	})
}

func TestAFileIsKeptByItsHashAndReadByWhomItMayConcern(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		alta := m.como(publico).POST("/v1/publico/peticiones", objeto{
			"canal": "web", "ooad": "14", "relato": "No surten mi receta.", "peticionario": objeto{"tipo": "derechohabiente", "anonimo": true},
		}).espera(201)
		folio, clave := alta.texto("folio"), alta.texto("clave_seguimiento")
		dueno := m.como(publico).con("Clave-Seguimiento", clave)
		suya := "/v1/publico/peticiones/" + folio + "/adjuntos"
		dueno.adjuntar(suya, "receta.pdf", "application/pdf", "%PDF-1.4 receta").espera(200)
		m.como(publico).con("Clave-Seguimiento", "otra").adjuntar(suya, "x.pdf", "application/pdf", "%PDF").niega(404, "no-encontrado")
		dueno.adjuntar(suya, "x.exe", "application/x-msdownload", "MZ").espera(422)
		dueno.adjuntar(suya, "vacio.pdf", "application/pdf", "").espera(422)

		ruta := "/v1/peticiones/" + folio
		p := m.como(taod("14")).GET("%s", ruta).espera(200).es("version", 2.0, "adjuntos.0.nombre", "receta.pdf")
		archivo := ruta + "/adjuntos/" + p.texto("adjuntos.0.sha256")
		require.Equal(m, "%PDF-1.4 receta", string(m.como(taod("14")).GET("%s", archivo).espera(200).crudo))
		m.como(taod("15")).GET("%s", archivo).espera(403)
		m.como(taod("14")).GET("%s", ruta+"/adjuntos/"+huella("no está")).niega(404, "no-encontrado")
		m.integro()
	})
}

// HEAD promises what GET would answer and may change nothing; reading identity
// is an act.
func TestIdentityIsNotReadByHead(t *testing.T) {
	m := enSQLite(t)
	folio := m.como(taod("14")).POST("/v1/peticiones", objeto{
		"canal": "modulo", "relato": "No surten mi receta.", "peticionario": objeto{"tipo": "derechohabiente", "nombre": "Rosa Prado", "aviso_privacidad": "1"},
	}).espera(201).texto("folio")
	r := m.como(taod("14")).pedir(http.MethodHead, "/v1/peticiones/"+folio+"/identidad?motivo=Confirmar+su+domicilio", nil)
	require.Equal(t, http.StatusMethodNotAllowed, r.estado)
	m.como(taod("14")).GET("/v1/peticiones/%s", folio).espera(200).es("version", 1.0)
}
