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

// The SQLite driver works with the very version of libc that its own module
// asks for: any other may break it at run time, not when it is built.
func TestLibcIsTheOneThatTheDriverAsksFor(t *testing.T) {
	modulo := func(formato, m string) string {
		b, err := exec.Command("go", "list", "-m", "-f", formato, m).Output()
		require.NoError(t, err)
		return strings.TrimSpace(string(b))
	}
	suyo, err := os.ReadFile(modulo("{{.GoMod}}", "modernc.org/sqlite"))
	require.NoError(t, err)
	pide := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(suyo)
	require.NotNil(t, pide)
	assert.Equal(t, string(pide[1]), modulo("{{.Version}}", "modernc.org/libc"))
}
