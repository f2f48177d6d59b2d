package arbol

import "fmt"

// Indice is an index being filled, or a table without row numbers.
type Indice struct {
	a      *Archivo
	raiz   uint32
	hoja   hoja
	antes  int // where the cell before the last of the leaf begins
	arriba *interior
	// espera is the cell that came when the leaf was full: it separates the
	// leaf from the next, if there is a next.
	espera []byte
	celda  []byte
}

// Indice fills the empty index whose root is a page.
func (a *Archivo) Indice(raiz uint32) *Indice {
	return &Indice{a: a, raiz: raiz, hoja: nuevaHoja(a.pagina, hojaIndice)}
}

// Sumar adds an entry, which the caller knows to come after those before it: a
// record as [Registro] writes it, of less than a quarter of a page.
func (x *Indice) Sumar(registro []byte) error {
	if maximo := (x.a.pagina-12)*64/255 - 23; len(registro) > maximo {
		return fmt.Errorf("%w: an index entry of %d bytes", ErrArchivo, len(registro))
	}
	x.celda = append(appendVarint(x.celda[:0], uint64(len(registro))), registro...)
	if x.espera != nil {
		if err := x.pasar(); err != nil {
			return err
		}
	}
	if !x.hoja.cabe(len(x.celda)) {
		x.espera = append([]byte{}, x.celda...)
		return nil
	}
	x.antes = x.hoja.desde
	x.hoja.sumar(x.celda, nil)
	return nil
}

// pasar writes the full leaf and goes on to the next.
func (x *Indice) pasar() error {
	no, err := x.a.anexar(x.hoja.cerrar())
	if err != nil {
		return err
	}
	if x.arriba == nil {
		x.arriba = &interior{a: x.a, tipo: interiorIndice}
	}
	clave := x.espera
	x.espera = nil
	x.hoja.vaciar()
	return x.arriba.sumar(no, clave)
}

// Cerrar completes the tree.
func (x *Indice) Cerrar() error {
	if sola := x.espera; sola != nil {
		// The last one has no leaf after it: it makes one, and the entry before
		// it separates both.
		x.espera = x.hoja.quitar(x.antes)
		if err := x.pasar(); err != nil {
			return err
		}
		x.hoja.sumar(sola, nil)
	}
	if x.arriba == nil {
		return x.a.poner(x.raiz, x.hoja.cerrar())
	}
	no, err := x.a.anexar(x.hoja.cerrar())
	if err != nil {
		return err
	}
	return x.arriba.cerrar(no, x.raiz)
}
