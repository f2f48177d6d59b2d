package arbol

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/sync/errgroup"
)

// tramoMonton is how many bytes of entries are sorted at a time.
const tramoMonton = 32 << 20

// Monton sorts entries that do not fit in memory, by their bytes. What it keeps
// on disk goes with it.
type Monton struct {
	carpeta  string
	datos    []byte
	desde    []int // where each entry begins
	ordenado bool  // they came in order so far
	tramos   []*os.File
	g        errgroup.Group
}

// NuevoMonton makes an empty one that keeps its files in a folder.
func NuevoMonton(carpeta string) *Monton {
	m := &Monton{carpeta: carpeta, ordenado: true}
	m.g.SetLimit(1)
	return m
}

// Sumar adds an entry, which is copied.
func (m *Monton) Sumar(x []byte) error {
	if n := len(m.desde); n > 0 && m.ordenado {
		m.ordenado = bytes.Compare(m.datos[m.desde[n-1]:], x) < 0
	}
	m.desde = append(m.desde, len(m.datos))
	m.datos = append(m.datos, x...)
	if len(m.datos) < tramoMonton {
		return nil
	}
	f, err := os.CreateTemp(m.carpeta, "tramo-*")
	if err != nil {
		return fmt.Errorf("arbol: %w", err)
	}
	m.tramos = append(m.tramos, f)
	t := tramo{m.datos, m.desde, m.ordenado}
	m.datos, m.desde, m.ordenado = make([]byte, 0, tramoMonton+1024), make([]int, 0, len(t.desde)), true
	m.g.Go(func() error { return t.escribir(f) })
	return nil
}

// tramo are entries to be sorted together.
type tramo struct {
	datos    []byte
	desde    []int
	ordenado bool
}

// rango is the place of an entry.
type rango struct{ desde, hasta int }

// cada hands the entries over in order.
func (t *tramo) cada(f func([]byte) error) error {
	rs := make([]rango, len(t.desde))
	for i, d := range t.desde {
		rs[i] = rango{d, len(t.datos)}
		if i+1 < len(t.desde) {
			rs[i].hasta = t.desde[i+1]
		}
	}
	if !t.ordenado {
		slices.SortFunc(rs, func(a, b rango) int { return bytes.Compare(t.datos[a.desde:a.hasta], t.datos[b.desde:b.hasta]) })
	}
	for _, r := range rs {
		if err := f(t.datos[r.desde:r.hasta]); err != nil {
			return err
		}
	}
	return nil
}

func (t *tramo) escribir(f *os.File) error {
	w := bufio.NewWriterSize(f, 1<<20)
	err := t.cada(func(x []byte) error {
		_, err := w.Write(append(binary.AppendUvarint(w.AvailableBuffer(), uint64(len(x))), x...))
		return err
	})
	if err := errors.Join(err, w.Flush()); err != nil {
		return fmt.Errorf("arbol: %w", err)
	}
	return nil
}

// Recorrer hands every entry over, in order. The slice is good until the next.
func (m *Monton) Recorrer(f func([]byte) error) error {
	if err := m.g.Wait(); err != nil {
		return err
	}
	ultimo := tramo{m.datos, m.desde, m.ordenado}
	if len(m.tramos) == 0 {
		return ultimo.cada(f)
	}
	if len(ultimo.desde) > 0 {
		f, err := os.CreateTemp(m.carpeta, "tramo-*")
		if err != nil {
			return fmt.Errorf("arbol: %w", err)
		}
		m.tramos = append(m.tramos, f)
		if err := ultimo.escribir(f); err != nil {
			return err
		}
		m.datos, m.desde = nil, nil
	}
	return m.fundir(f)
}

// fundir merges the sorted files.
func (m *Monton) fundir(f func([]byte) error) error {
	var c cabezas
	for _, t := range m.tramos {
		if _, err := t.Seek(0, io.SeekStart); err != nil {
			return fmt.Errorf("arbol: %w", err)
		}
		l := &lectorTramo{r: bufio.NewReaderSize(t, 1<<18)}
		if err := l.leer(); err != nil {
			return err
		}
		c = append(c, l)
	}
	heap.Init(&c)
	for len(c) > 0 {
		if err := f(c[0].x); err != nil {
			return err
		}
		switch err := c[0].leer(); {
		case errors.Is(err, io.EOF):
			heap.Pop(&c)
		case err != nil:
			return err
		default:
			heap.Fix(&c, 0)
		}
	}
	return nil
}

// Cerrar deletes what it keeps on disk.
func (m *Monton) Cerrar() error {
	errs := []error{m.g.Wait()}
	for _, t := range m.tramos {
		errs = append(errs, t.Close(), os.Remove(t.Name()))
	}
	m.tramos = nil
	return errors.Join(errs...)
}

// lectorTramo reads a sorted file; x is its entry at hand.
type lectorTramo struct {
	r *bufio.Reader
	x []byte
}

// leer goes on to the next entry; io.EOF after the last.
func (l *lectorTramo) leer() error {
	n, err := binary.ReadUvarint(l.r)
	if err != nil {
		return err
	}
	l.x = slices.Grow(l.x[:0], int(n))[:n]
	_, err = io.ReadFull(l.r, l.x)
	return err
}

// cabezas are the readers, the one with the least entry first.
type cabezas []*lectorTramo

func (c cabezas) Len() int           { return len(c) }
func (c cabezas) Less(i, j int) bool { return bytes.Compare(c[i].x, c[j].x) < 0 }
func (c cabezas) Swap(i, j int)      { c[i], c[j] = c[j], c[i] }
func (c *cabezas) Push(x any)        { *c = append(*c, x.(*lectorTramo)) }
func (c *cabezas) Pop() any {
	v := (*c)[len(*c)-1]
	*c = (*c)[:len(*c)-1]
	return v
}
