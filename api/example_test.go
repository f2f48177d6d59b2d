package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
)

// A server needs a store, the trámites and the keys whose tokens it takes.
func ExampleNew() {
	carpeta, err := os.MkdirTemp("", "operacion")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(carpeta)
	mesa, err := api.NuevaMesa()
	if err != nil {
		panic(err)
	}
	l := llaves.Efimero()
	a, err := almacen.Abrir(context.Background(), almacen.Opciones{Fuente: filepath.Join(carpeta, "operacion.db"), Llaves: l, Mesa: mesa})
	if err != nil {
		panic(err)
	}
	defer a.Cerrar()
	s, err := api.New(api.Config{Almacen: a, Mesa: mesa, Llaves: l})
	if err != nil {
		panic(err)
	}

	token, err := acceso.Emitir(l, titular, "jti-1", time.Now(), time.Hour)
	if err != nil {
		panic(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/v1/peticiones", strings.NewReader(`{
		"canal": "modulo", "peticionario": {"tipo": "derechohabiente", "anonimo": true}, "relato": "Pregunta por los requisitos.",
		"clasificacion": {"tipo": "orientacion"}, "atencion_inmediata": {"respuesta": "Se le dieron."}}`))
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	var p struct {
		Estado  string
		Version int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		panic(err)
	}
	fmt.Println(w.Code, p.Estado, p.Version, w.Header().Get("ETag"))
	// Output: 201 cerrada 4 "4"
}
