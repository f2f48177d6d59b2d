package almacen

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Archivo is a file that the store keeps, under the hash of its content.
type Archivo struct {
	// SHA256 is the hash in hexadecimal.
	SHA256 string
	Bytes  int64
	// Tipo is the content type that it was first given with.
	Tipo   string
	Creado fecha.Instante
}

// GuardarArchivo keeps a file. A content kept before is kept once. The error
// is a [falla.Invalida], "archivo-grande", when it is larger than allowed.
func (a *Almacen) GuardarArchivo(ctx context.Context, r io.Reader, tipo string) (Archivo, error) {
	if a.o.Archivos == "" {
		return Archivo{}, errors.New("almacen: no folder for files was given")
	}
	x := Archivo{Tipo: tipo, Creado: a.o.Ahora()}
	if err := os.MkdirAll(a.o.Archivos, 0o700); err != nil {
		return x, fmt.Errorf("almacen: file: %w", err)
	}
	tmp, err := os.CreateTemp(a.o.Archivos, ".entrante-*")
	if err != nil {
		return x, fmt.Errorf("almacen: file: %w", err)
	}
	defer os.Remove(tmp.Name()) // gone already when all went well
	h := sha256.New()
	x.Bytes, err = io.Copy(io.MultiWriter(tmp, h), io.LimitReader(r, a.o.MaxArchivo+1))
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return x, fmt.Errorf("almacen: file: %w", err)
	}
	if x.Bytes > a.o.MaxArchivo {
		return x, invalida(reglaArchivo, "body")
	}
	x.SHA256 = hex.EncodeToString(h.Sum(nil))
	if err := poner(tmp.Name(), rutaArchivo(a.o.Archivos, x.SHA256)); err != nil {
		return x, fmt.Errorf("almacen: file: %w", err)
	}
	fs := filas{t: tArchivos}
	fs.sumar(x.SHA256, x.Bytes, x.Tipo, int64(x.Creado))
	return x, a.solo(func(e *escritor) error { return e.insertar(&fs) })
}

// poner moves a file to its place, so that the disk has it.
func poner(de, a string) error {
	if err := os.MkdirAll(filepath.Dir(a), 0o700); err != nil {
		return err
	}
	if err := os.Rename(de, a); err != nil {
		return err
	}
	return errors.Join(sincronizar(filepath.Dir(a)), sincronizar(filepath.Dir(filepath.Dir(a))))
}

func rutaArchivo(carpeta, huella string) string { return filepath.Join(carpeta, huella[:2], huella) }

// AbrirArchivo opens a file by its hash; the caller closes it. The error is a
// [falla.NoEncontrada] when there is none.
func (a *Almacen) AbrirArchivo(ctx context.Context, huella string) (io.ReadSeekCloser, Archivo, error) {
	x := Archivo{SHA256: huella}
	hay, err := a.m.uno(ctx, "SELECT bytes, tipo, creado FROM archivos WHERE sha256 = $1", []any{huella}, &x.Bytes, &x.Tipo, &x.Creado)
	if err != nil {
		return nil, x, err
	}
	if !hay {
		return nil, x, negar(falla.NoEncontrada, reglaSinArchivo)
	}
	f, err := os.Open(rutaArchivo(a.o.Archivos, huella))
	if err != nil {
		return nil, x, fmt.Errorf("almacen: file: %w", err)
	}
	return f, x, nil
}
