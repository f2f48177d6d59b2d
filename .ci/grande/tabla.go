package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// tabla are the figures, in order.
type tabla struct {
	lugar string
	filas [][4]string // what, goal, figure, remarks
}

func (t *tabla) sumar(que, meta, cifra, nota string) {
	t.filas = append(t.filas, [4]string{que, meta, cifra, nota})
	fmt.Fprintln(os.Stderr, que, "·", cifra, "·", nota)
}

// tiempos adds percentiles. The goal is for one of them.
func (t *tabla) tiempos(que string, cual int, meta time.Duration, ds []time.Duration, nota string) {
	if len(ds) == 0 {
		t.sumar(que, "", "—", nota)
		return
	}
	slices.Sort(ds)
	en := func(p int) time.Duration { return ds[min(len(ds)-1, len(ds)*p/100)] }
	ms := func(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000) }
	bien := "✓"
	if en(cual) > meta {
		bien = "✗"
	}
	t.sumar(que, fmt.Sprintf("p%d < %d ms", cual, meta.Milliseconds()),
		fmt.Sprintf("p50 %s · p95 %s · p99 %s ms %s", ms(en(50)), ms(en(95)), ms(en(99)), bien), strings.TrimSpace(fmt.Sprintf("%d requests, worst %s ms. %s", len(ds), ms(ds[len(ds)-1]), nota)))
}

// maquina notes where the figures are taken.
func (t *tabla) maquina(datos string) {
	motor := "SQLite"
	if strings.HasPrefix(datos, "postgres") {
		motor = "PostgreSQL"
	}
	t.lugar = fmt.Sprintf("%s, %s, %d × %s, %s of memory, load %s at the start, %s", motor, runtime.Version(), runtime.NumCPU(), campo("/proc/cpuinfo", "model name"), campo("/proc/meminfo", "MemTotal"), carga(), time.Now().UTC().Format(time.DateTime))
}

func campo(archivo, nombre string) string {
	f, err := os.Open(archivo)
	if err != nil {
		return "?"
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if k, v, ok := strings.Cut(s.Text(), ":"); ok && strings.TrimSpace(k) == nombre {
			return strings.TrimSpace(v)
		}
	}
	return "?"
}

// carga is how many processes want the processors.
func carga() string {
	b, _ := os.ReadFile("/proc/loadavg")
	c, _, _ := strings.Cut(string(b), " ")
	return c
}

func (t *tabla) escribir(w io.Writer) {
	fmt.Fprintf(w, "%s; load %s at the end.\n\n| | goal | measured | |\n|---|---|---|---|\n", t.lugar, carga())
	for _, f := range t.filas {
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", f[0], f[1], f[2], f[3])
	}
}
