// Command grande fills a store, serves it and makes the table of how it
// answers: each figure with its median, 95th and 99th percentiles against the
// goal, and what machine it was taken on. See .ci/medir.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// opciones are the flags.
type opciones struct {
	operacion, datos, llaves, puerto, pg string
	peticiones, chica, veces, segundos   int
	pagina                               int
	solo                                 string
}

func main() {
	var o opciones
	flag.StringVar(&o.operacion, "operacion", "operacion", "the program")
	flag.StringVar(&o.datos, "datos", "", "SQLite file or postgres:// database to fill, or already filled")
	flag.StringVar(&o.llaves, "llaves", "", "folder of its keys")
	flag.StringVar(&o.puerto, "puerto", "18080", "first of two ports to serve on")
	flag.StringVar(&o.pg, "chica-pg", "", "with PostgreSQL, the empty database of the small store")
	flag.IntVar(&o.peticiones, "peticiones", 1_000_000, "petitions of the big store; 0 when it is filled already")
	flag.IntVar(&o.chica, "chica", 10_000, "petitions of the small store that registration is compared with")
	flag.IntVar(&o.veces, "veces", 400, "requests of each figure")
	flag.IntVar(&o.segundos, "segundos", 5, "of each of the six rounds of registration")
	flag.IntVar(&o.pagina, "pagina", 10_000, "the deep page of lists, of 50")
	flag.StringVar(&o.solo, "solo", "", "only this: lecturas or registro")
	flag.Parse()
	if err := o.medir(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "grande:", err)
		os.Exit(1)
	}
}

func (o *opciones) medir(ctx context.Context) error {
	if o.datos == "" || o.llaves == "" {
		return errors.New("-datos and -llaves are required")
	}
	t := &tabla{}
	t.maquina(o.datos)
	if o.peticiones > 0 {
		if err := o.llenar(ctx, t, o.datos, o.peticiones, true); err != nil {
			return err
		}
	}
	chica := o.pg
	if chica == "" {
		dir, err := os.MkdirTemp(filepath.Dir(o.datos), "chica-*")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		chica = filepath.Join(dir, "chica.db")
	}
	if err := o.llenar(ctx, t, chica, o.chica, false); err != nil {
		return err
	}
	grande, parar, err := o.servir(ctx, o.datos, o.puerto)
	if err != nil {
		return err
	}
	defer parar()
	if o.solo != "registro" {
		if err := grande.preguntar(ctx, o, t); err != nil {
			return err
		}
	}
	if o.solo == "lecturas" {
		t.escribir(os.Stdout)
		return nil
	}
	otra, pararOtra, err := o.servir(ctx, chica, o.puerto+"1")
	if err != nil {
		return err
	}
	defer pararOtra()
	if err := registrar(ctx, o, t, grande, otra); err != nil {
		return err
	}
	t.escribir(os.Stdout)
	return nil
}

// llenar makes a store, and says how fast and how large.
func (o *opciones) llenar(ctx context.Context, t *tabla, datos string, n int, decir bool) error {
	c := exec.CommandContext(ctx, o.operacion, "generar", "--datos", datos, "--llaves", o.llaves, "--peticiones", fmt.Sprint(n))
	c.Stderr = nil
	desde := time.Now()
	if sale, err := c.Output(); err != nil {
		return fmt.Errorf("generar: %w: %s", err, sale)
	}
	if !decir {
		return nil
	}
	tardo := time.Since(desde)
	uso := c.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := time.Duration(uso.Utime.Nano() + uso.Stime.Nano())
	t.sumar("`operacion generar`", "20,000/s", fmt.Sprintf("%.0f/s", float64(n)/tardo.Seconds()),
		fmt.Sprintf("%d petitions in %s, %.0f µs of CPU each", n, tardo.Round(time.Second), cpu.Seconds()*1e6/float64(n)))
	if b := tamano(ctx, datos); b > 0 {
		t.sumar("bytes per petition, indexes and all", "", fmt.Sprint(b/int64(n)), "")
	}
	return nil
}

// tamano is how large a store is.
func tamano(ctx context.Context, datos string) int64 {
	if !strings.HasPrefix(datos, "postgres") {
		info, err := os.Stat(datos)
		if err != nil {
			return 0
		}
		return info.Size()
	}
	sale, err := exec.CommandContext(ctx, "psql", "-tA", datos, "-c", "select pg_database_size(current_database())").Output()
	if err != nil {
		return 0
	}
	var n int64
	_, _ = fmt.Sscan(string(sale), &n)
	return n
}

// servir runs the program over a store until the function is called.
func (o *opciones) servir(ctx context.Context, datos, puerto string) (*servidor, func(), error) {
	c := exec.CommandContext(ctx, o.operacion, "servir", "--datos", datos, "--llaves", o.llaves, "--escuchar", "127.0.0.1:"+puerto)
	if err := c.Start(); err != nil {
		return nil, nil, err
	}
	s := nuevoServidor("http://127.0.0.1:" + puerto)
	s.proceso = c.Process.Pid
	parar := func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		_ = c.Wait()
	}
	for range 600 {
		if r, err := s.http.Get(s.base + "/salud/listo"); err == nil {
			r.Body.Close()
			if r.StatusCode == 200 {
				sale, err := exec.CommandContext(ctx, o.operacion, "token", "--llaves", o.llaves, "--unidad", "doe-7.1.3.1.1").Output()
				s.token = strings.TrimSpace(string(sale))
				return s, parar, err
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	parar()
	return nil, nil, errors.New("the program does not answer")
}
