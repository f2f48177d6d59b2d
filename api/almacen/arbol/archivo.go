package arbol

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
)

// ErrArchivo is wrapped by the errors about a file that cannot be filled.
var ErrArchivo = errors.New("arbol: not a database to fill")

// Where the header of the file says what is needed of it.
const (
	largoCabeza   = 100
	enLargoPagina = 16
	enEscritura   = 18
	enReserva     = 20
	enCambios     = 24
	enPaginas     = 28
	enValidoDe    = 92
	// byteCandado is in the page that no database uses.
	byteCandado = 1 << 30
	// lleno is how many bytes of pages are written at a time.
	lleno = 4 << 20
)

// Archivo is a database file being filled. Trees may be filled by several
// goroutines, each by one.
type Archivo struct {
	f      *os.File
	pagina int
	cabeza [largoCabeza]byte

	mu        sync.Mutex
	n         uint32 // pages of the file, with those not written yet
	pendiente []byte // the last pages
}

// Abrir opens a file whose journal is not a WAL.
func Abrir(ruta string) (*Archivo, error) {
	f, err := os.OpenFile(ruta, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("arbol: %w", err)
	}
	a := &Archivo{f: f, pendiente: make([]byte, 0, lleno)}
	if err := a.leerCabeza(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return a, nil
}

func (a *Archivo) leerCabeza() error {
	if _, err := a.f.ReadAt(a.cabeza[:], 0); err != nil {
		return fmt.Errorf("%w: %w", ErrArchivo, err)
	}
	if a.pagina = int(binary.BigEndian.Uint16(a.cabeza[enLargoPagina:])); a.pagina == 1 {
		a.pagina = 1 << 16
	}
	a.n = binary.BigEndian.Uint32(a.cabeza[enPaginas:])
	info, err := a.f.Stat()
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrArchivo, err)
	case a.cabeza[enEscritura] != 1 || a.cabeza[enReserva] != 0:
		return fmt.Errorf("%w: it has a WAL or reserved bytes", ErrArchivo)
	case a.pagina < 512 || info.Size() != int64(a.n)*int64(a.pagina):
		return fmt.Errorf("%w: its size is not the one it says", ErrArchivo)
	}
	return nil
}

// siguiente is the number of the page after the n-th.
func (a *Archivo) siguiente(n uint32) uint32 {
	if n++; n == uint32(byteCandado/a.pagina)+1 {
		n++
	}
	return n
}

// anexar adds a page at the end and gives its number.
func (a *Archivo) anexar(p []byte) (uint32, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.anexarYa(p)
}

func (a *Archivo) anexarYa(p []byte) (uint32, error) {
	no := a.siguiente(a.n)
	if no != a.n+1 { // the page of the lock stays empty
		a.pendiente = append(a.pendiente, make([]byte, a.pagina)...)
	}
	a.n = no
	a.pendiente = append(a.pendiente, p...)
	if len(a.pendiente)+2*a.pagina > lleno {
		return no, a.vaciar()
	}
	return no, nil
}

// vaciar writes the last pages.
func (a *Archivo) vaciar() error {
	if len(a.pendiente) == 0 {
		return nil
	}
	_, err := a.f.WriteAt(a.pendiente, int64(a.n)*int64(a.pagina)-int64(len(a.pendiente)))
	a.pendiente = a.pendiente[:0]
	if err != nil {
		return fmt.Errorf("arbol: %w", err)
	}
	return nil
}

// desbordar writes what of a payload does not fit in its cell, and gives the
// first of its pages.
func (a *Archivo) desbordar(resto []byte) (uint32, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	primera := a.siguiente(a.n)
	for len(resto) > 0 {
		p := make([]byte, a.pagina)
		n := copy(p[4:], resto)
		if resto = resto[n:]; len(resto) > 0 {
			binary.BigEndian.PutUint32(p, a.siguiente(a.siguiente(a.n)))
		}
		if _, err := a.anexarYa(p); err != nil {
			return 0, err
		}
	}
	return primera, nil
}

// poner writes a page that was there: the root of a tree.
func (a *Archivo) poner(no uint32, p []byte) error {
	if _, err := a.f.WriteAt(p, int64(no-1)*int64(a.pagina)); err != nil {
		return fmt.Errorf("arbol: %w", err)
	}
	return nil
}

// Cerrar writes what is left and tells the header of the file how long it is
// now. The file is on its way to the disk, not yet safe on it.
func (a *Archivo) Cerrar() error {
	err := a.vaciar()
	cambios := binary.BigEndian.Uint32(a.cabeza[enCambios:]) + 1
	for _, x := range []struct {
		en int
		v  uint32
	}{{enCambios, cambios}, {enPaginas, a.n}, {enValidoDe, cambios}} {
		binary.BigEndian.PutUint32(a.cabeza[x.en:], x.v)
	}
	if err == nil {
		_, err = a.f.WriteAt(a.cabeza[:], 0)
	}
	return errors.Join(err, a.f.Close())
}
