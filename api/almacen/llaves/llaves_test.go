package llaves_test

import (
	"crypto/ed25519"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen/llaves"
)

func TestLasLlavesQuedanEnLaCarpetaYSoloLasLeeSuDuenio(t *testing.T) {
	carpeta := filepath.Join(t.TempDir(), "llaves")
	l, err := llaves.Abrir(carpeta)
	require.NoError(t, err)
	nombres, err := filepath.Glob(filepath.Join(carpeta, "*"))
	require.NoError(t, err)
	assert.Len(t, nombres, len(llaves.Clases()))
	for _, n := range nombres {
		info, err := os.Stat(n)
		require.NoError(t, err)
		assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), n)
	}
	otra, err := llaves.Abrir(carpeta)
	require.NoError(t, err)
	assert.Equal(t, l.Secreto("a"), otra.Secreto("a"))
	claro, err := otra.Descifrar("t.c|1", l.Cifrar("t.c|1", []byte("dato")))
	require.NoError(t, err)
	assert.Equal(t, "dato", string(claro))
}

func TestSeRehusanLlavesQueOtrosLeen(t *testing.T) {
	carpeta := t.TempDir()
	_, err := llaves.Abrir(carpeta)
	require.NoError(t, err)
	require.NoError(t, os.Chmod(filepath.Join(carpeta, "cifrado-0001.llave"), 0o640))
	_, err = llaves.Abrir(carpeta)
	assert.ErrorIs(t, err, llaves.ErrPermisos)
}

func TestSeRehusaUnArchivoQueNoEsLlave(t *testing.T) {
	carpeta := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(carpeta, "firma-0001.llave"), []byte("corta"), 0o600))
	_, err := llaves.Abrir(carpeta)
	assert.ErrorIs(t, err, llaves.ErrLlave)
}

func TestLoCifradoNoSeAbreEnOtroLugarNiAlterado(t *testing.T) {
	l := llaves.Efimero()
	c := l.Cifrar("identidades.cifrado|1", []byte("dato"))
	_, err := l.Descifrar("identidades.cifrado|2", c)
	assert.ErrorIs(t, err, llaves.ErrDescifrar)
	c[len(c)-1] ^= 1
	_, err = l.Descifrar("identidades.cifrado|1", c)
	assert.ErrorIs(t, err, llaves.ErrDescifrar)
	_, err = llaves.Efimero().Descifrar("identidades.cifrado|1", l.Cifrar("identidades.cifrado|1", []byte("dato")))
	assert.ErrorIs(t, err, llaves.ErrDescifrar)
}

func TestTrasRotarLoAnteriorSeSigueLeyendo(t *testing.T) {
	carpeta := t.TempDir()
	l, err := llaves.Abrir(carpeta)
	require.NoError(t, err)
	c, secreto, sello := l.Cifrar("x", []byte("antes")), l.Secreto("folio"), l.Sellar("cursor")
	ciego := l.IndiceCiego("curp", "X")[0]
	id, privada := l.Firmar()
	for _, k := range llaves.Clases() {
		require.NoError(t, l.Rotar(k))
	}
	l, err = llaves.Abrir(carpeta)
	require.NoError(t, err)
	claro, err := l.Descifrar("x", c)
	require.NoError(t, err)
	assert.Equal(t, "antes", string(claro))
	assert.NotEqual(t, c[:4], l.Cifrar("x", []byte("antes"))[:4], "la nueva es la que cifra")
	assert.Equal(t, secreto, l.Secreto("folio"))
	assert.True(t, l.EsSello(sello, "cursor"))
	assert.False(t, l.EsSello(sello, "otro"))
	assert.Contains(t, l.IndiceCiego("curp", "X"), ciego)
	nueva, _ := l.Firmar()
	assert.NotEqual(t, id, nueva)
	assert.True(t, ed25519.Verify(l.Verificadoras()[id], []byte("m"), ed25519.Sign(privada, []byte("m"))))
}

func TestLasPartesNoSeConfundenAlUnirlas(t *testing.T) {
	l := llaves.Efimero()
	assert.NotEqual(t, l.Secreto("ab", "c"), l.Secreto("a", "bc"))
	assert.Len(t, l.Secreto("a"), 22, "128 bits")
}
