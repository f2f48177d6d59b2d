package almacen_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// envenenar makes the database refuse, in some statement or at the commit, any
// record whose document says "veneno".
func (b *banco) envenenar(alCommit bool) {
	veneno := "SELECT RAISE(ABORT, 'veneno')"
	antes := "BEFORE"
	db := b.bd()
	if alCommit {
		db.MustExec("CREATE TABLE padres (id INTEGER PRIMARY KEY)")
		db.MustExec("CREATE TABLE hijos (padre INTEGER REFERENCES padres (id) DEFERRABLE INITIALLY DEFERRED)")
		veneno, antes = "INSERT INTO hijos VALUES (1)", "AFTER"
	}
	if b.Motor() == "sqlite" {
		db.MustExec("CREATE TRIGGER veneno " + antes + " INSERT ON expedientes WHEN NEW.doc LIKE '%veneno%' BEGIN " + veneno + "; END")
		return
	}
	if !alCommit {
		veneno = "RAISE EXCEPTION 'veneno'"
	}
	db.MustExec("CREATE FUNCTION veneno() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.doc LIKE '%veneno%' THEN " + veneno + "; END IF; RETURN NEW; END $$")
	db.MustExec("CREATE TRIGGER veneno " + antes + " INSERT ON expedientes FOR EACH ROW EXECUTE FUNCTION veneno()")
}

func TestUnaSentenciaQueFallaSoloRehusaLoSuyo(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.envenenar(false)
		errs := make([]error, 90)
		var wg sync.WaitGroup
		for i := range errs {
			wg.Go(func() {
				relato := "sano"
				if i%9 == 0 {
					relato = "veneno"
				}
				_, errs[i] = b.Realizar(ctx, orden(taod(), "", "", Alta{OOAD: "14", Relato: relato}))
			})
		}
		wg.Wait()
		for i, err := range errs {
			assert.Equal(t, i%9 == 0, err != nil, "%d: %v", i, err)
		}
		assert.Len(t, b.listar(almacen.Filtro{Vista: todos, Limite: 200}), 80)
		limpio(t, b)
	})
}

func TestUnCommitQueFallaEs503ParaTodos(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.envenenar(true)
		_, err := b.Realizar(ctx, orden(taod(), "", "", Alta{OOAD: "14", Relato: "veneno"}))
		assert.True(t, falla.DeClase(err, falla.NoDisponible), "%v", err)
		r := b.crear(Alta{Relato: "sano"})
		assert.Contains(t, r.Folio, "-0000001-", "the folio was not lost")
		limpio(t, b)
	})
}

func TestTrasPerderLaConexionSeSigue(t *testing.T) {
	b := abrirBanco(t, esquemaPG(t))
	r := b.crear(Alta{})
	b.alterar("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = current_setting('search_path') AND pid <> pg_backend_pid()")
	bien := func() bool {
		_, err := b.Realizar(ctx, orden(taod(), r.Folio, "anotar", Texto{"x"}))
		if err != nil {
			assert.True(t, falla.DeClase(err, falla.NoDisponible), "%v", err)
		}
		return err == nil
	}
	assert.Eventually(t, bien, 5*time.Second, 10*time.Millisecond)
	limpio(t, b)
}

// hijo, set in the environment, makes this program the one that is killed: it
// registers cases without end and says the folio of each once acknowledged.
const hijo = "OPERACION_PRUEBA_HIJO"

func TestMain(m *testing.M) {
	if fuente := os.Getenv(hijo); fuente != "" {
		registrarSinFin(fuente)
	}
	os.Exit(m.Run())
}

func registrarSinFin(fuente string) {
	mesa, err := tramite.NuevaMesa(casos, avisos)
	if err != nil {
		panic(err)
	}
	b, err := almacen.Abrir(ctx, almacen.Opciones{Fuente: fuente, Llaves: llaves.Efimero(), Mesa: mesa})
	if err != nil {
		panic(err)
	}
	for i := range 32 {
		go func() {
			for {
				r, err := b.Realizar(ctx, orden(taod(), "", "", Alta{OOAD: "14", Relato: fmt.Sprint(i), Respuesta: "Se orientó", Nombre: "N"}))
				if err == nil {
					fmt.Println(r.Folio)
				}
			}
		}()
	}
	select {}
}

func TestLoAcusadoSobreviveAUnaMuerteSubita(t *testing.T) {
	for motor, fuente := range map[string]func() string{
		"sqlite": func() string { return filepath.Join(t.TempDir(), "operacion.db") }, "postgresql": func() string { return esquemaPG(t) },
	} {
		t.Run(motor, func(t *testing.T) {
			ruta := fuente()
			cmd := exec.Command(os.Args[0], "-test.run=^$")
			cmd.Env = append(os.Environ(), hijo+"="+ruta)
			salida, err := cmd.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, cmd.Start())
			var acusados []string
			for s := bufio.NewScanner(salida); s.Scan(); {
				acusados = append(acusados, s.Text())
				if len(acusados) == 500 {
					require.NoError(t, cmd.Process.Kill())
				}
			}
			assert.Error(t, cmd.Wait(), "it was killed")
			require.GreaterOrEqual(t, len(acusados), 500)
			if !strings.HasPrefix(acusados[len(acusados)-1], "CASO-") || len(acusados[len(acusados)-1]) != len(acusados[0]) {
				acusados = acusados[:len(acusados)-1] // cut off as it was written
			}
			b := abrirBanco(t, ruta)
			for _, folio := range acusados {
				x, err := b.Leer(ctx, "casos", folio)
				require.NoError(t, err, folio)
				assert.Equal(t, 4, x.Version)
			}
			limpio(t, b)
		})
	}
}

func TestSinLoNecesarioNoSeAbre(t *testing.T) {
	_, err := almacen.Abrir(ctx, almacen.Opciones{Fuente: "x.db", Llaves: llaves.Efimero()})
	assert.Error(t, err)
	b := abrirBanco(t, filepath.Join(t.TempDir(), "operacion.db"))
	b.o.Fuente = filepath.Join(t.TempDir(), "no", "hay", "operacion.db")
	_, err = almacen.Abrir(ctx, b.o)
	assert.Error(t, err)
	b.o.Fuente = "postgres://postgres@127.0.0.1:1/x?connect_timeout=1"
	_, err = almacen.Abrir(ctx, b.o)
	assert.Error(t, err)
}
