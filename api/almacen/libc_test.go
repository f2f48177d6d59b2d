package almacen_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The SQLite driver is translated for one exact version of its C library.
func TestLaBibliotecaCEsLaQuePideElControlador(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("sin el programa go no se puede saber")
	}
	salida, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.GoMod}}", "modernc.org/libc", "modernc.org/sqlite").Output()
	require.NoError(t, err)
	lineas := strings.Fields(string(salida))
	require.Len(t, lineas, 4)
	mod, err := os.ReadFile(lineas[3])
	require.NoError(t, err)
	pide := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(mod)
	require.NotNil(t, pide)
	assert.Equal(t, string(pide[1]), lineas[0])
}
