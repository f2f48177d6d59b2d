package api_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const modulo = "github.com/operacion-abierta/operacion/"

// cimientos are the packages that know nothing of the institution.
var cimientos = []string{"doe/fecha", "doe/norma", "doe/falla", "doe/plazo", "doe/forma", "doe/cantidad", "doe/identificador", "doe/texto", "doe/vocabulario"}

var dominios = []string{"siade", "evaluacion", "vinculacion", "comunicacion"}

// piso is the floor of a package, by its folder: what it imports lies lower.
// Tens are the floors of the design; a domain's sub-packages stand half a
// floor above its root, and those of api under it.
func piso(carpeta string) int {
	primero, resto, _ := strings.Cut(carpeta, "/")
	switch {
	case slices.Contains(cimientos, carpeta):
		return 0
	case carpeta == "doe":
		return 10
	case carpeta == "doe/tramite", carpeta == "doe/plan":
		return 20
	case carpeta == "doe/envio", carpeta == "doe/version": // what every process stands on
		return 25
	case primero == "doe":
		return 30
	case slices.Contains(dominios, primero):
		if resto == "" {
			return 40
		}
		return 45
	case strings.HasPrefix(carpeta, "api/cmd"), primero == "examples":
		return 70
	case carpeta == "api":
		return 60
	case carpeta == "api/carga": // works over the store, without HTTP
		return 55
	case primero == "api":
		return 50
	}
	return -1
}

// mismoPiso says whether a package may import another of its floor.
func mismoPiso(de, a string) bool {
	switch piso(de) {
	case 0, 70:
		return true
	case 45: // a sub-package and what it is made of
		return strings.HasPrefix(a, de+"/")
	case 50: // the store stands alone
		return de != "api/almacen" && a != "api/almacen" || strings.HasPrefix(a, de+"/") || strings.HasPrefix(de, a+"/")
	}
	return false
}

func baja(de, a string) bool {
	d, _, _ := strings.Cut(de, "/")
	o, _, _ := strings.Cut(a, "/")
	if slices.Contains(dominios, d) && slices.Contains(dominios, o) && d != o {
		return false
	}
	return piso(a) >= 0 && (piso(a) < piso(de) || piso(a) == piso(de) && mismoPiso(de, a))
}

// prohibido says whether the packages of a floor may never import another
// module's package or one of the standard library.
func prohibido(de, importe string) bool {
	puro := piso(de) < 50
	sql := importe == "database/sql" || strings.HasPrefix(importe, "github.com/jmoiron/sqlx") ||
		strings.HasPrefix(importe, "github.com/jackc/pgx") || strings.HasPrefix(importe, "modernc.org/sqlite")
	http := strings.HasPrefix(importe, "net/http") || strings.HasPrefix(importe, "github.com/danielgtaylor/huma")
	switch {
	case puro:
		return sql || http || slices.Contains([]string{"os", "log", "log/slog"}, importe)
	case strings.HasPrefix(de, "api/almacen"):
		return http
	}
	return sql && !strings.HasPrefix(de, "api/cmd")
}

// importes lists what the program files of the module import: folder → paths.
func importes(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir("..", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return saltar(p, d)
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		carpeta := path.Dir(strings.TrimPrefix(filepath.ToSlash(p), "../"))
		for _, i := range f.Imports {
			s, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			out[carpeta] = append(out[carpeta], s)
		}
		return nil
	})
	require.NoError(t, err)
	return out
}

// saltar leaves out hidden folders, test data and modules of their own.
func saltar(p string, d fs.DirEntry) error {
	if p == ".." {
		return nil
	}
	if strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules" {
		return filepath.SkipDir
	}
	if _, err := os.Stat(filepath.Join(p, "go.mod")); err == nil {
		return filepath.SkipDir
	}
	return nil
}

func TestImportsOnlyGoDown(t *testing.T) {
	todos := importes(t)
	require.Contains(t, todos, "doe/falla")
	for carpeta, lista := range todos {
		assert.GreaterOrEqual(t, piso(carpeta), 0, "%s has no floor", carpeta)
		for _, i := range lista {
			if a, nuestro := strings.CutPrefix(i, modulo); nuestro {
				assert.True(t, baja(carpeta, a), "%s imports %s", carpeta, a)
				continue
			}
			assert.False(t, prohibido(carpeta, i), "%s imports %s", carpeta, i)
		}
	}
}

func TestTheFloorsAreThoseOfTheDesign(t *testing.T) {
	for _, c := range []struct {
		de, a string
		bien  bool
	}{
		{"doe", "doe/fecha", true},
		{"doe/fecha", "doe", false},
		{"doe/tramite", "doe", true},
		{"doe/tramite", "doe/plan", false},
		{"doe/oficial", "doe/tramite", true},
		{"doe/plan", "doe/oficial", false},
		{"doe/indicador", "doe/envio", true},
		{"doe/envio", "doe/indicador", false},
		{"siade", "doe/oficial", true},
		{"siade/modulo", "siade", true},
		{"siade", "siade/modulo", false},
		{"siade/modulo", "evaluacion", false},
		{"doe/tramite", "siade", false},
		{"api/almacen", "siade", true},
		{"api/almacen", "api", false},
		{"api/almacen", "api/forma", false},
		{"api", "api/almacen", true},
		{"api/forma", "api", false},
		{"api/cmd/operacion", "api", true},
		{"evaluacion", "api/almacen", false},
	} {
		assert.Equal(t, c.bien, baja(c.de, c.a), "%s imports %s", c.de, c.a)
	}
	assert.True(t, prohibido("siade", "net/http"))
	assert.True(t, prohibido("doe/tramite", "os"))
	assert.True(t, prohibido("api", "github.com/jmoiron/sqlx"))
	assert.True(t, prohibido("api/almacen", "github.com/danielgtaylor/huma/v2"))
	assert.False(t, prohibido("api/almacen", "database/sql"))
	assert.False(t, prohibido("api", "net/http"))
}

func TestTheTopLevelHoldsWhatTheDesignSays(t *testing.T) {
	out, err := exec.Command("git", "-C", "..", "ls-files").Output()
	if err != nil {
		t.Skip("not a git checkout")
	}
	arriba := append([]string{"doe", "examples", "api", "go.mod", "go.sum", "README.md", "LICENSE"}, dominios...)
	for p := range strings.Lines(string(out)) {
		primero, _, _ := strings.Cut(strings.TrimSpace(p), "/")
		if !strings.HasPrefix(primero, ".") {
			assert.Contains(t, arriba, primero, "at the top level")
		}
	}
}
