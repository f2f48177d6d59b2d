// Command generar makes the client of the API again: it takes the OpenAPI
// document from the server itself, so that no copy of it can be out of date,
// and hands it to oapi-codegen, which reads how from oapi.yaml in the folder
// it is run in.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/examples/cliente/servidor"
)

// generador is pinned here and not in go.mod: only this command needs it.
const generador = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2"

func main() {
	if err := generar(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "generar:", err)
		os.Exit(1)
	}
}

func generar(ctx context.Context) error {
	carpeta, err := os.MkdirTemp("", "operacion-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(carpeta) }()
	s, err := servidor.Abrir(ctx, carpeta, func() fecha.Instante { return fecha.De(time.Now()) })
	if err != nil {
		return err
	}
	defer func() { _ = s.Cerrar() }()
	documento := filepath.Join(carpeta, "openapi.json")
	if err := os.WriteFile(documento, s.OpenAPI(), 0o600); err != nil {
		return err
	}
	orden := exec.CommandContext(ctx, "go", "run", generador, "-config", "oapi.yaml", documento)
	orden.Stderr = os.Stderr
	return orden.Run()
}
