package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ahora is the instant of the tests: a Monday at ten in Mexico City.
var ahora = fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour)

// banco is a server over a new store, with someone to ask it.
type banco struct {
	*api.Servidor
	t       testing.TB
	almacen *almacen.Almacen
	llaves  *llaves.Llavero
}

func nuevoBanco(t testing.TB, cambios ...func(*api.Config)) *banco {
	t.Helper()
	return bancoDe(t, append(api.Definiciones(), prestamos), cambios...)
}

func bancoDe(t testing.TB, ts []tramite.Cualquiera, cambios ...func(*api.Config)) *banco {
	t.Helper()
	mesa, err := tramite.NuevaMesa(ts...)
	require.NoError(t, err)
	l := llaves.Efimero()
	a, err := almacen.Abrir(context.Background(), almacen.Opciones{
		Fuente: filepath.Join(t.TempDir(), "operacion.db"), Llaves: l, Mesa: mesa, Ahora: func() fecha.Instante { return ahora },
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, a.Cerrar()) })
	c := api.Config{Almacen: a, Mesa: mesa, Llaves: l, Ahora: func() fecha.Instante { return ahora }, Publico: -1, Version: "1.0.0-prueba"}
	for _, f := range cambios {
		f(&c)
	}
	s, err := api.New(c)
	require.NoError(t, err)
	return &banco{s, t, a, l}
}

// Who asks.
var (
	taod    = acceso.Credencial{Sub: "taod-14", Nombre: "Persona TAOD", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}
	titular = acceso.Credencial{Sub: "titular-14", Nombre: "Persona titular", Unidad: doe.CAOOD, Puesto: doe.Titular, OOAD: "14"}
	lejano  = acceso.Credencial{Sub: "titular-02", Nombre: "Otra persona", Unidad: doe.CAOOD, Puesto: doe.Titular, OOAD: "02"}
	central = acceso.Credencial{Sub: "central", Nombre: "Persona central", Unidad: "doe-7.1.3.1", Puesto: doe.Titular}
	prensa  = acceso.Credencial{Sub: "prensa", Nombre: "Persona de prensa", Unidad: "doe-7.1.2", Puesto: doe.Titular}
	area    = acceso.Credencial{Sub: "area", Nombre: "Persona del órgano", Organo: "ooad-14", Rol: doe.Area}
)

func (b *banco) token(c acceso.Credencial) string {
	b.t.Helper()
	tok, err := acceso.Emitir(b.llaves, c, "jti-"+c.Sub, ahora.Time(), time.Hour)
	require.NoError(b.t, err)
	return tok
}

// vuelta is an answer.
type vuelta struct {
	*http.Response
	cuerpo []byte
}

// pedir sends a request; the body is JSON of v, or the very bytes when it is a
// text; cabeceras come in pairs.
func (b *banco) pedir(quien acceso.Credencial, metodo, ruta string, v any, cabeceras ...string) vuelta {
	b.t.Helper()
	var cuerpo io.Reader
	switch x := v.(type) {
	case nil:
	case string:
		cuerpo = strings.NewReader(x)
	case []byte:
		cuerpo = bytes.NewReader(x)
	default:
		j, err := json.Marshal(v)
		require.NoError(b.t, err)
		cuerpo = bytes.NewReader(j)
	}
	r := httptest.NewRequest(metodo, ruta, cuerpo)
	if cuerpo != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if quien.Sub != "" {
		r.Header.Set("Authorization", "Bearer "+b.token(quien))
	}
	for i := 0; i+1 < len(cabeceras); i += 2 {
		if cabeceras[i+1] == "" {
			r.Header.Del(cabeceras[i])
			continue
		}
		r.Header.Set(cabeceras[i], cabeceras[i+1])
	}
	return b.enviar(r)
}

func (b *banco) enviar(r *http.Request) vuelta {
	b.t.Helper()
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	res := w.Result()
	cuerpo, err := io.ReadAll(res.Body)
	require.NoError(b.t, err)
	return vuelta{res, cuerpo}
}

// es demands a status and gives the body decoded.
func (v vuelta) es(t testing.TB, estado int) map[string]any {
	t.Helper()
	require.Equal(t, estado, v.StatusCode, "%s", v.cuerpo)
	var m map[string]any
	if len(v.cuerpo) > 0 && strings.Contains(v.Header.Get("Content-Type"), "json") {
		require.NoError(t, json.Unmarshal(v.cuerpo, &m), "%s", v.cuerpo)
	}
	if estado >= 400 {
		require.Equal(t, "application/problem+json", v.Header.Get("Content-Type"))
		require.EqualValues(t, estado, m["status"])
		require.NotEmpty(t, m["codigo"])
		require.NotNil(t, m["errors"])
	}
	return m
}

// falla demands a problem with a code, and gives the places of its faults with
// their codes.
func (v vuelta) falla(t testing.TB, estado int, codigo string) map[string]string {
	t.Helper()
	m := v.es(t, estado)
	require.Equal(t, codigo, m["codigo"], "%s", v.cuerpo)
	out := map[string]string{}
	for _, e := range m["errors"].([]any) {
		f := e.(map[string]any)
		out[f["location"].(string)] = f["codigo"].(string)
	}
	return out
}

// prestar makes a loan and gives its folio.
func (b *banco) solicitar(expediente string) string {
	b.t.Helper()
	m := b.pedir(taod, "POST", "/v1/prestamos", Solicitud{Expediente: expediente}).es(b.t, 201)
	return m["folio"].(string)
}

func ruta(folio, resto string) string { return fmt.Sprintf("/v1/prestamos/%s%s", folio, resto) }

func claveUnidad(s string) doe.ClaveUnidad { return doe.ClaveUnidad(s) }

// sinCatalogo lists the facultades asked for that the catalog does not have.
func (b *banco) sinCatalogo() []string {
	var out []string
	for _, t := range api.Definiciones() {
		for _, a := range t.Definicion().Actos {
			for _, f := range a.Facultades {
				if !doe.Vigente().Existe(f) {
					out = append(out, string(f))
				}
			}
		}
	}
	return out
}
