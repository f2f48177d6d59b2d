package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

func TestTheServerSaysWhetherItLivesAndIsReady(t *testing.T) {
	b := nuevoBanco(t)
	b.pedir(nadie, "GET", "/salud/vivo", nil).es(t, 200)
	b.pedir(nadie, "GET", "/salud/listo", nil).es(t, 200)
	require.NoError(t, b.almacen.Cerrar())
	v := b.pedir(nadie, "GET", "/salud/listo", nil)
	v.es(t, 503)
	assert.NotEmpty(t, v.Header.Get("Retry-After"))
	b.pedir(nadie, "GET", "/salud/vivo", nil).es(t, 200)
	v = b.pedir(taod, "POST", "/v1/prestamos", Solicitud{Expediente: "A-1"})
	v.es(t, 503)
	assert.NotContains(t, string(v.cuerpo), "sql")
}

func TestMetricsCountByOperationAndNeverByPath(t *testing.T) {
	b := nuevoBanco(t)
	f := b.solicitar("A-1")
	b.pedir(taod, "GET", ruta(f, "?q=GODE561231HDFRRN09"), nil).es(t, 422)
	b.pedir(taod, "RARO", "/v1/xyz", nil)
	v := b.pedir(nadie, "GET", "/metrics", nil)
	s := string(v.cuerpo)
	assert.Contains(t, s, `operacion_solicitudes_total{estado="201",metodo="POST",operacion="prestamos-solicitar"} 1`)
	assert.Contains(t, s, `operacion="sin-ruta"`)
	assert.NotContains(t, s, f)
	assert.NotContains(t, s, "GODE")
	assert.NotContains(t, s, "xyz")
}

func TestTheLogNamesTheUnitAndTheOperationAndNobody(t *testing.T) {
	var diario bytes.Buffer
	b := nuevoBanco(t, func(c *api.Config) { c.Diario = slog.New(slog.NewJSONHandler(&diario, nil)) })
	m := b.pedir(taod, "POST", "/v1/prestamos", Solicitud{Expediente: "A-1", Persona: &Persona{Nombre: "María Ñáñez"}}).es(t, 201)
	b.pedir(taod, "GET", ruta(m["folio"].(string), "/identidad?motivo=para+notificar+a+Mar%C3%ADa"), nil).es(t, 200)
	b.pedir(nadie, "GET", "/v1/publico/prestamos/"+m["folio"].(string), nil, "Clave-Seguimiento", "secreta").es(t, 404)
	s := diario.String()
	for linea := range strings.Lines(s) {
		var x map[string]any
		require.NoError(t, json.Unmarshal([]byte(linea), &x))
	}
	assert.Contains(t, s, `"operacion":"prestamos-solicitar"`)
	assert.Contains(t, s, `"unidad":"caood-7.1"`)
	for _, no := range []string{"María", "Mar%C3", taod.Sub, taod.Nombre, "secreta", "Bearer"} {
		assert.NotContains(t, s, no)
	}
}

func TestAPanicIsAnInternalErrorThatSaysNothing(t *testing.T) {
	var diario bytes.Buffer
	cae := false
	b := nuevoBanco(t, func(c *api.Config) {
		c.Diario = slog.New(slog.NewTextHandler(&diario, nil))
		c.Ahora = func() fecha.Instante {
			if cae {
				panic("contraseña=hunter2")
			}
			return ahora
		}
	})
	cae = true
	v := b.pedir(taod, "GET", "/v1/prestamos", nil)
	v.falla(t, 500, "error-interno")
	assert.NotContains(t, string(v.cuerpo), "hunter2")
	assert.Contains(t, diario.String(), "hunter2")
}

func TestWhatIsInFlightIsFinishedBeforeTheEnd(t *testing.T) {
	b := nuevoBanco(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, parar := context.WithCancel(context.Background())
	fin := make(chan error, 1)
	go func() { fin <- b.Servir(ctx, l) }()

	// A request whose body comes in two parts: between them, the end is asked for.
	pr, pw := io.Pipe()
	r, err := http.NewRequest(http.MethodPost, "http://"+l.Addr().String()+"/v1/prestamos", pr)
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+b.token(taod))
	respuesta := make(chan int, 1)
	go func() {
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			respuesta <- -1
			return
		}
		defer res.Body.Close()
		respuesta <- res.StatusCode
	}()
	_, err = pw.Write([]byte(`{"expediente":`))
	require.NoError(t, err)
	require.Eventually(t, func() bool {
		return strings.Contains(string(b.pedir(nadie, "GET", "/metrics", nil).cuerpo), "operacion_solicitudes_en_curso 2")
	}, 5*time.Second, time.Millisecond)
	parar()
	_, err = pw.Write([]byte(`"A-1"}`))
	require.NoError(t, err)
	require.NoError(t, pw.Close())
	assert.Equal(t, 201, <-respuesta)
	assert.NoError(t, <-fin)
	_, err = net.Dial("tcp", l.Addr().String())
	assert.Error(t, err)
}

func TestThePageOfTheAPINeedsNoNetwork(t *testing.T) {
	b := nuevoBanco(t)
	v := b.pedir(nadie, "GET", "/docs", nil)
	require.Equal(t, 200, v.StatusCode)
	assert.NotContains(t, v.Header.Get("Content-Security-Policy"), "http")
	piezas := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(string(v.cuerpo), -1)
	require.NotEmpty(t, piezas)
	for _, p := range piezas {
		require.True(t, strings.HasPrefix(p[1], "/docs/"), "%s is not ours", p[1])
		assert.Equal(t, 200, b.pedir(nadie, "GET", p[1], nil).StatusCode, p[1])
	}
	assert.Contains(t, string(v.cuerpo), "/openapi.json")
	b.pedir(nadie, "GET", "/docs/nada.js", nil).falla(t, 404, "ruta-desconocida")
}

func TestAConfigurationTellsAllItsFaults(t *testing.T) {
	_, err := api.New(api.Config{MaxCuerpo: -1})
	require.ErrorIs(t, err, api.ErrConfig)
	for _, que := range []string{"store", "trámites", "keys", "limits"} {
		assert.Contains(t, err.Error(), que)
	}
}
