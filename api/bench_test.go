package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func BenchmarkNew(b *testing.B) {
	k := bancoDe(b, api.Definiciones())
	mesa, err := tramite.NuevaMesa(api.Definiciones()...)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := api.New(api.Config{Almacen: k.almacen, Mesa: mesa, Llaves: k.llaves}); err != nil {
			b.Fatal(err)
		}
	}
}

// nulo is a writer that keeps the status.
type nulo struct {
	h      http.Header
	estado int
}

func (n *nulo) Header() http.Header         { return n.h }
func (n *nulo) Write(b []byte) (int, error) { return len(b), nil }
func (n *nulo) WriteHeader(e int)           { n.estado = e }

// medir sends the same request over and over, in process.
func medir(b *testing.B, k *banco, metodo, ruta string, cuerpo []byte, estado int) {
	b.Helper()
	tok := "Bearer " + k.token(titular)
	for b.Loop() {
		r := httptest.NewRequest(metodo, ruta, bytes.NewReader(cuerpo))
		r.Header.Set("Authorization", tok)
		r.Header.Set("Content-Type", "application/json")
		w := &nulo{h: http.Header{}}
		k.ServeHTTP(w, r)
		if w.estado != estado {
			b.Fatalf("%d", w.estado)
		}
	}
}

// BenchmarkForma is a registration whose shape is wrong at the end: HTTP, token,
// body and shape, without the store.
func BenchmarkForma(b *testing.B) {
	k := nuevoBanco(b)
	medir(b, k, "POST", "/v1/peticiones", []byte(`{"canal":"modulo","peticionario":{"tipo":"derechohabiente","anonimo":true},"relato":"`+string(bytes.Repeat([]byte("relato "), 47))+`","clasificacion":{"tipo":"queja"},"fecha_hechos":"2026-03-02","atencion_inmediata":{"respuesta":""}}`), 422)
}

func BenchmarkLeer(b *testing.B) {
	k := nuevoBanco(b)
	medir(b, k, "GET", ruta(k.solicitar("A-1"), ""), nil, 200)
}

func BenchmarkListar(b *testing.B) {
	k := nuevoBanco(b)
	for range 50 {
		k.solicitar("A-1")
	}
	medir(b, k, "GET", "/v1/prestamos?estado=solicitado", nil, 200)
}

func BenchmarkOpenAPI(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		k := bancoDe(b, api.Definiciones())
		b.StartTimer()
		k.OpenAPI()
	}
}

// BenchmarkRegistro is a petition resolved at contact, as many at a time as
// come.
func BenchmarkRegistro(b *testing.B) {
	k := bancoDe(b, api.Definiciones())
	cuerpo, err := json.Marshal(map[string]any{
		"canal": "modulo", "relato": string(bytes.Repeat([]byte("relato "), 47)), "fecha_hechos": "2026-03-01",
		"peticionario":  map[string]any{"tipo": "derechohabiente", "anonimo": false, "nombre": "Persona", "correo": "p@example.org", "telefono": "+523312345678", "aviso_privacidad": "1"},
		"clasificacion": map[string]any{"tipo": "orientacion"}, "atencion_inmediata": map[string]any{"respuesta": "Se orientó a la persona."},
	})
	if err != nil {
		b.Fatal(err)
	}
	tok := "Bearer " + k.token(titular)
	b.SetParallelism(32)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r := httptest.NewRequest("POST", "/v1/peticiones", bytes.NewReader(cuerpo))
			r.Header.Set("Authorization", tok)
			r.Header.Set("Content-Type", "application/json")
			w := &nulo{h: http.Header{}}
			k.ServeHTTP(w, r)
			if w.estado != 201 {
				b.Errorf("%d", w.estado)
			}
		}
	})
}
