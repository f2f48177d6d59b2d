package almacen_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/falla"
)

func TestElRespaldoEsConsistenteAunqueSeEscriba(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		folios := poblado(b)
		x := b.crear(Alta{Relato: "Pide cirugía", Nombre: "Juana"})
		archivo, err := b.GuardarArchivo(ctx, strings.NewReader("contenido"), "text/plain")
		require.NoError(t, err)
		fin := make(chan struct{})
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for {
					select {
					case <-fin:
						return
					default:
						b.crear(Alta{Respuesta: "x"})
						b.hacer(folios[1], "anotar", Texto{"n"})
					}
				}
			})
		}
		destino := filepath.Join(t.TempDir(), "respaldo")
		err = b.Respaldar(ctx, destino)
		close(fin)
		wg.Wait()
		require.NoError(t, err)
		assert.Error(t, b.Respaldar(ctx, destino), "a backup is never overwritten")

		copia := &banco{t: t, o: b.o, ahora: b.ahora}
		copia.o.Fuente, copia.o.Archivos = filepath.Join(destino, "operacion.db"), ""
		copia.abrir()
		defer copia.Cerrar()
		limpio(t, copia)
		y, err := copia.Leer(ctx, "casos", x.Folio)
		require.NoError(t, err)
		assert.Equal(t, x.Expediente, y)
		assert.Equal(t, []string{"Pide cirugía"}, copia.listar(almacen.Filtro{Vista: todos, Q: "cirugía"}))
		ids, err := copia.Identidad(ctx, "casos", x.Folio)
		require.NoError(t, err)
		assert.Len(t, ids, 1)
		r, _, err := copia.AbrirArchivo(ctx, archivo.SHA256)
		require.NoError(t, err)
		defer r.Close()
		contenido, err := io.ReadAll(r)
		require.NoError(t, err)
		assert.Equal(t, "contenido", string(contenido))
		limpio(t, b)
	})
}

func TestElRespaldoNoLlevaLlavesNiIdentidades(t *testing.T) {
	b := abrirBanco(t, filepath.Join(t.TempDir(), "operacion.db"))
	b.crear(Alta{Nombre: "Persona Inconfundible", CURP: "XEXX010101HNEXXXA4"})
	destino := filepath.Join(t.TempDir(), "respaldo")
	require.NoError(t, b.Respaldar(ctx, destino))
	require.NoError(t, filepath.WalkDir(destino, func(ruta string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		assert.NotContains(t, ruta, "llave")
		contenido, err := os.ReadFile(ruta)
		assert.False(t, bytes.Contains(contenido, []byte("Inconfundible")), ruta)
		assert.False(t, bytes.Contains(contenido, []byte("XEXX010101HNEXXXA4")), ruta)
		return err
	}))
}

func TestLosArchivosSeGuardanPorSuHuella(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.o.MaxArchivo = 10
		b.reabrir()
		x, err := b.GuardarArchivo(ctx, strings.NewReader("hola"), "text/plain")
		require.NoError(t, err)
		assert.Equal(t, "b221d9dbb083a7f33428d7c2a3c3198ae925614d70210e28716ccaa7cd4ddb79", x.SHA256)
		assert.Equal(t, int64(4), x.Bytes)
		_, err = b.GuardarArchivo(ctx, strings.NewReader("hola"), "text/html")
		require.NoError(t, err)
		r, y, err := b.AbrirArchivo(ctx, x.SHA256)
		require.NoError(t, err)
		require.NoError(t, r.Close())
		assert.Equal(t, x, y, "the first type is kept")
		_, err = b.GuardarArchivo(ctx, strings.NewReader("0123456789"), "text/plain")
		assert.NoError(t, err, "the limit itself")
		_, err = b.GuardarArchivo(ctx, strings.NewReader("0123456789a"), "text/plain")
		exigeCodigo(t, err, "archivo-grande", "body")
		_, _, err = b.AbrirArchivo(ctx, strings.Repeat("0", 64))
		assert.True(t, falla.DeClase(err, falla.NoEncontrada))
		sueltos, err := filepath.Glob(filepath.Join(b.o.Archivos, ".entrante-*"))
		require.NoError(t, err)
		assert.Empty(t, sueltos)
	})
}
