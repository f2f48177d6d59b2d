package escenario_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// programa is the real program over a store that outlives it.
type programa struct {
	testing.TB
	binario, datos, llaves string
}

// construir builds the program for a store.
func construir(t *testing.T, datos string) *programa {
	p := &programa{TB: t, binario: filepath.Join(t.TempDir(), "operacion"), datos: datos, llaves: t.TempDir()}
	require.NoError(t, os.Chmod(p.llaves, 0o700))
	b, err := exec.Command("go", "build", "-o", p.binario, "github.com/operacion-abierta/operacion/api/cmd/operacion").CombinedOutput()
	require.NoError(t, err, "%s", b)
	return p
}

// orden runs one command to its end and gives its output and its exit code.
func (p *programa) orden(args ...string) (string, int) {
	p.Helper()
	c := exec.Command(p.binario, append(args, "--datos", p.datos, "--llaves", p.llaves)...)
	b, err := c.Output()
	if c.ProcessState == nil {
		require.NoError(p, err)
	}
	return strings.TrimSpace(string(b)), c.ProcessState.ExitCode()
}

func (p *programa) token(ooad string) string {
	p.Helper()
	t, codigo := p.orden("token", "--unidad", "caood-7.1", "--ooad", ooad, "--puesto", "taod")
	require.Zero(p, codigo)
	return t
}

// proceso is the program while it serves.
type proceso struct {
	*programa
	cmd   *exec.Cmd
	base  string
	error *bytes.Buffer
}

var direccion = regexp.MustCompile(`http://[0-9.:]+`)

// servir starts the program on a port of its own and waits until it listens.
func (p *programa) servir() *proceso {
	p.Helper()
	s := &proceso{programa: p, error: &bytes.Buffer{}}
	s.cmd = exec.Command(p.binario, "servir", "--datos", p.datos, "--llaves", p.llaves, "--escuchar", "127.0.0.1:0")
	s.cmd.Stderr = s.error
	salida, err := s.cmd.StdoutPipe()
	require.NoError(p, err)
	require.NoError(p, s.cmd.Start())
	p.Cleanup(func() { _ = s.cmd.Process.Kill() })
	l, err := bufio.NewReader(salida).ReadString('\n')
	require.NoError(p, err, "%s", s.error)
	go func() { _, _ = io.Copy(io.Discard, salida) }()
	s.base = direccion.FindString(l)
	require.NotEmpty(p, s.base, l)
	return s
}

// matar ends the program as a power cut would.
func (s *proceso) matar() {
	assert.NoError(s, s.cmd.Process.Kill())
	_ = s.cmd.Wait()
}

// terminar asks it to end and gives its exit code.
func (s *proceso) terminar() int {
	require.NoError(s, s.cmd.Process.Signal(syscall.SIGTERM))
	_ = s.cmd.Wait()
	return s.cmd.ProcessState.ExitCode()
}

// registrar posts a petition; the folio is empty when nobody acknowledged it.
func (s *proceso) registrar(token string) string {
	r, err := http.NewRequest(http.MethodPost, s.base+"/v1/peticiones", strings.NewReader(orientacion))
	if err != nil {
		return ""
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	v, err := http.DefaultClient.Do(r)
	if err != nil {
		return ""
	}
	defer v.Body.Close()
	var x struct{ Folio string }
	if v.StatusCode != http.StatusCreated || json.NewDecoder(v.Body).Decode(&x) != nil {
		return ""
	}
	return x.Folio
}

// cargar registers from many callers at once and kills the program in the
// middle; it gives the folios that were acknowledged.
func (s *proceso) cargar(tokens []string, cuantos int) []string {
	var mu sync.Mutex
	var dados []string
	var muerto atomic.Bool
	var wg sync.WaitGroup
	for i := range 32 {
		wg.Go(func() {
			for !muerto.Load() {
				folio := s.registrar(tokens[i%len(tokens)])
				if folio == "" {
					return
				}
				mu.Lock()
				dados = append(dados, folio)
				if len(dados) == cuantos {
					muerto.Store(true)
					s.matar()
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return dados
}

// listar walks the petitions of a body.
func (s *proceso) listar(token string) []string {
	s.Helper()
	var out []string
	for cursor := ""; ; {
		r, err := http.NewRequest(http.MethodGet, s.base+"/v1/peticiones?limite=200"+cursor, nil)
		require.NoError(s, err)
		r.Header.Set("Authorization", "Bearer "+token)
		v, err := http.DefaultClient.Do(r)
		require.NoError(s, err)
		var p struct {
			Elementos []struct {
				Folio   string
				Version int
				Estado  string
			}
			Siguiente *string
		}
		require.Equal(s, http.StatusOK, v.StatusCode)
		require.NoError(s, json.NewDecoder(v.Body).Decode(&p))
		_ = v.Body.Close()
		for _, e := range p.Elementos {
			out = append(out, e.Folio)
			require.Equal(s, "cerrada 4", fmt.Sprint(e.Estado, " ", e.Version), "all of it or nothing")
		}
		if p.Siguiente == nil {
			return out
		}
		cursor = "&cursor=" + *p.Siguiente
	}
}

func TestWhatWasAcknowledgedOutlivesAKill(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program and kills it")
	}
	t.Run("sqlite", func(t *testing.T) { sobrevive(t, filepath.Join(t.TempDir(), "operacion.db")) })
	t.Run("postgresql", func(t *testing.T) { sobrevive(t, esquemaPG(t)) })
}

func sobrevive(t *testing.T, datos string) {
	p := construir(t, datos)
	ooads := []string{"14", "15", "39"}
	s := p.servir()
	tokens := []string{p.token("14"), p.token("15"), p.token("39")}
	var dados []string
	for _, cuantos := range []int{40, 150, 300} {
		dados = append(dados, s.cargar(tokens, cuantos)...)
		s = p.servir()
	}
	anio := time.Now().UTC().Add(-6 * time.Hour).Year() // Mexico City's
	hay := map[string]bool{}
	for i, ooad := range ooads {
		folios := s.listar(tokens[i])
		slices.Sort(folios)
		for n, f := range folios {
			assert.Equal(t, fmt.Sprintf("SIADE-%d-%s-%07d", anio, ooad, n+1), f[:len("SIADE-2026-14-0000001")], "folios have no gaps")
			hay[f] = true
		}
	}
	require.NotEmpty(t, dados)
	for _, f := range dados {
		assert.True(t, hay[f], "%s was acknowledged and is lost", f)
	}
	assert.NotEmpty(t, s.registrar(tokens[0]), "it goes on")
	assert.Zero(t, s.terminar(), "%s", s.error)
	salida, codigo := p.orden("verificar")
	assert.Equal(t, "sin hallazgos", salida)
	assert.Zero(t, codigo)
}
