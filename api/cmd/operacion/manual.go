package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
)

// manual reads manuals from files; it needs no store.
type manual struct {
	Leer     manualLeer     `cmd:"" help:"Da las unidades y funciones de uno o más manuales, y lo que no se pudo ubicar."`
	Comparar manualComparar `cmd:"" help:"Dice qué cambió de una edición de un manual a la siguiente."`
	Revisar  manualRevisar  `cmd:"" help:"Busca repeticiones, nombres que no concuerdan y referencias rotas; con dos manuales, también entre ellos."`
}

// formato is how results are written.
type formato struct {
	Formato string `help:"Forma de la salida: texto o json." enum:"texto,json" default:"texto"`
}

// escribir prints a result as JSON, or by a function in words.
func (f formato) escribir(w io.Writer, v any, palabras func(io.Writer)) error {
	if f.Formato != "json" {
		palabras(w)
		return nil
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// leerManuales reads files, telling how far it is.
func leerManuales(t terminal, archivos ...string) ([]oficial.Manual, error) {
	ver := avance(t.Err, "Leyendo")
	out := make([]oficial.Manual, 0, len(archivos))
	for i, a := range archivos {
		m, err := leerManual(a)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", filepath.Base(a), porQueNoSeLee(err), err)
		}
		out = append(out, m)
		ver(i+1, len(archivos))
	}
	return out, nil
}

// porQueNoSeLee says to people why a file could not be read.
func porQueNoSeLee(err error) string {
	switch {
	case errors.Is(err, oficial.ErrTamano):
		return "es demasiado grande para ser un manual"
	case errors.Is(err, oficial.ErrFormato):
		return "no es texto ni un PDF legible"
	case errors.Is(err, oficial.ErrSinFunciones):
		return "no tiene una sección de funciones con unidades"
	}
	return "no se pudo leer"
}

func leerManual(archivo string) (oficial.Manual, error) {
	f, err := os.Open(archivo)
	if err != nil {
		return oficial.Manual{}, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, oficial.MaxBytes+1))
	if err != nil {
		return oficial.Manual{}, err
	}
	return oficial.Leer(b)
}

// manualLeer lists what manuals say.
type manualLeer struct {
	formato
	Archivo []string `arg:"" help:"Manuales, en texto o PDF." type:"existingfile"`
}

// lectura is what several manuals say together.
type lectura struct {
	Unidades  []oficial.Unidad `json:"unidades"`
	SinUbicar []renglon        `json:"sin_ubicar"`
}

// renglon is a line without a place, with its file when there are several.
type renglon struct {
	Archivo string `json:"archivo,omitempty"`
	oficial.Resto
}

// Run reads; what has no place counts as a finding.
func (o *manualLeer) Run(t terminal) error {
	ms, err := leerManuales(t, o.Archivo...)
	if err != nil {
		return err
	}
	l := lectura{Unidades: []oficial.Unidad{}, SinUbicar: []renglon{}}
	for i, m := range ms {
		l.Unidades = append(l.Unidades, m.Unidades...)
		for _, r := range m.SinUbicar {
			x := renglon{Resto: r}
			if len(ms) > 1 {
				x.Archivo = filepath.Base(o.Archivo[i])
			}
			l.SinUbicar = append(l.SinUbicar, x)
		}
	}
	if err := o.escribir(t.Out, l, l.palabras); err != nil {
		return err
	}
	return siHay(len(l.SinUbicar))
}

func (l lectura) palabras(w io.Writer) {
	n := 0
	for _, u := range l.Unidades {
		fmt.Fprintf(w, "%s\t%s\n", u.Clave, u.Nombre)
		for _, f := range u.Funciones {
			fmt.Fprintf(w, "%s\t%s\n", u.De(f.Numero), f.Texto)
		}
		n += len(u.Funciones)
	}
	for _, r := range l.SinUbicar {
		fmt.Fprintf(w, "sin ubicar\t%s\t%d\t%s\t%s\n", r.Archivo, r.Linea, r.Motivo, r.Texto)
	}
	fmt.Fprintf(w, "%d unidades, %d funciones, %d renglones sin ubicar\n", len(l.Unidades), n, len(l.SinUbicar))
}

// siHay ends a command with findings when there are some.
func siHay(n int) error {
	if n > 0 {
		return errHallazgos
	}
	return nil
}

// manualComparar compares two editions.
type manualComparar struct {
	formato
	Antes string `arg:"" help:"Edición anterior." type:"existingfile"`
	Ahora string `arg:"" help:"Edición nueva." type:"existingfile"`
}

// Run compares; a change counts as a finding.
func (o *manualComparar) Run(t terminal) error {
	ms, err := leerManuales(t, o.Antes, o.Ahora)
	if err != nil {
		return err
	}
	c := oficial.Comparar(doe.Vigente(), ms[0], ms[1])
	if err := o.escribir(t.Out, c, func(w io.Writer) { compararEnPalabras(w, c) }); err != nil {
		return err
	}
	return siHay(len(c.Unidades) + len(c.Funciones))
}

func compararEnPalabras(w io.Writer, c oficial.Comparacion) {
	for _, u := range c.Unidades {
		fmt.Fprintf(w, "unidad %s\t%s\t%s\t%s\t%s\n", u.Tipo, u.Antes, u.Ahora, u.NombreAntes, u.Nombre)
	}
	for _, f := range c.Funciones {
		fmt.Fprintf(w, "función %s\t%s\t%s\t%d %%\t%s\n", f.Tipo, f.Antes, f.Ahora, f.Semejanza, f.Nota)
	}
	for _, f := range c.Facultades {
		for _, g := range f.Ganadas {
			fmt.Fprintf(w, "gana\t%s\t%s\n", f.Unidad, g)
		}
		for _, p := range f.Perdidas {
			fmt.Fprintf(w, "pierde\t%s\t%s\n", f.Unidad, p)
		}
	}
	for _, f := range c.SinTitular {
		fmt.Fprintf(w, "sin titular\t%s\n", f)
	}
	for _, f := range c.PorMapear {
		fmt.Fprintf(w, "por mapear\t%s\n", f)
	}
	fmt.Fprintf(w, "%d cambios de unidades, %d de funciones, %d facultades sin titular\n", len(c.Unidades), len(c.Funciones), len(c.SinTitular))
}

// manualRevisar looks for faults.
type manualRevisar struct {
	formato
	Archivo []string `arg:"" help:"Manuales, en texto o PDF." type:"existingfile"`
	Fecha   string   `help:"Día cuyas normas y órganos se toman por vigentes; si falta, hoy." placeholder:"AAAA-MM-DD"`
	// Lectores and Muestra measure the review itself.
	Lectores string `help:"Tabla TSV de lo que hallaron lectores (unidad, numero, tipo): dice cuánto de ello halla la revisión." type:"existingfile"`
	Muestra  string `help:"Tabla TSV de hallazgos juzgados (funcion, tipo, otra, juicio): dice cuántos son verdaderos." type:"existingfile"`
}

// revision is what a review found.
type revision struct {
	Hallazgos []oficial.Hallazgo `json:"hallazgos"`
	// Recobro and Precision are there when they were asked for.
	Recobro   []oficial.Medida `json:"recobro,omitempty"`
	Precision []oficial.Medida `json:"precision,omitempty"`
}

// medir compares the review with what people found and judged.
func (r *revision) medir(o *manualRevisar) error {
	lectores, err := leerTabla(o.Lectores, "unidad", "numero", "tipo")
	if err != nil {
		return err
	}
	muestra, err := leerTabla(o.Muestra, "funcion", "tipo", "otra", "juicio")
	if err != nil {
		return err
	}
	var as []oficial.Anotada
	for _, f := range lectores {
		as = append(as, oficial.Anotada{Funcion: doe.ClaveFuncion(f[0] + "/" + f[1]), Tipo: oficial.TipoHallazgo(f[2])})
	}
	var js []oficial.Juzgado
	for _, f := range muestra {
		js = append(js, oficial.Juzgado{Funcion: doe.ClaveFuncion(f[0]), Tipo: oficial.TipoHallazgo(f[1]), Otra: f[2], Cierto: f[3] == "verdadero"})
	}
	r.Recobro, r.Precision = oficial.Recobro(r.Hallazgos, as), oficial.Precision(r.Hallazgos, js)
	return nil
}

// leerTabla reads some columns of a table of tabs; nothing when no file is named.
func leerTabla(archivo string, columnas ...string) ([][]string, error) {
	if archivo == "" {
		return nil, nil
	}
	b, err := os.ReadFile(archivo)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	filas, err := r.ReadAll()
	if err != nil || len(filas) == 0 {
		return nil, fmt.Errorf("%w: %s: no es una tabla: %w", errUso, archivo, err)
	}
	var lugares []int
	for _, c := range columnas {
		i := slices.Index(filas[0], c)
		if i < 0 {
			return nil, fmt.Errorf("%w: %s: falta la columna %s", errUso, archivo, c)
		}
		lugares = append(lugares, i)
	}
	out := [][]string{}
	for _, f := range filas[1:] {
		x := make([]string, len(lugares))
		for i, l := range lugares {
			if l < len(f) {
				x[i] = f[l]
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// Run reviews.
func (o *manualRevisar) Run(t terminal) error {
	dia := fecha.De(time.Now()).Dia()
	if o.Fecha != "" {
		var err error
		if dia, err = fecha.Parse(o.Fecha); err != nil {
			return fmt.Errorf("%w: --fecha: %w", errUso, err)
		}
	}
	ms, err := leerManuales(t, o.Archivo...)
	if err != nil {
		return err
	}
	r := revision{Hallazgos: oficial.RevisarCon(avance(t.Err, "Revisando"), dia, ms...)}
	if err := r.medir(o); err != nil {
		return err
	}
	if err := o.escribir(t.Out, r, r.palabras); err != nil {
		return err
	}
	return siHay(len(r.Hallazgos))
}

func (r revision) palabras(w io.Writer) {
	cuantos := map[oficial.TipoHallazgo]int{}
	for _, h := range r.Hallazgos {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", h.Funcion, h.Tipo, h.Otra, h.Nota)
		cuantos[h.Tipo]++
	}
	for _, d := range oficial.Tipos() {
		if n := cuantos[d.Clave]; n > 0 {
			fmt.Fprintf(w, "%d\t%s\t%s\n", n, d.Clave, d.Descripcion)
		}
	}
	fmt.Fprintf(w, "%d hallazgos\n", len(r.Hallazgos))
	for _, m := range r.Recobro {
		fmt.Fprintf(w, "de %d que hallaron lectores, %s: halla %d\n", m.Total, m.Tipo, m.Son)
	}
	for _, m := range r.Precision {
		fmt.Fprintf(w, "de %d juzgados, %s: verdaderos %d\n", m.Total, m.Tipo, m.Son)
	}
}
