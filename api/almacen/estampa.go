package almacen

import (
	"bufio"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Copia is in what one record differs from the life that it copies.
type Copia struct {
	// Texto is what is searched in it.
	Texto string
	// Entrada holds its personal data, of the kind that the life's has.
	Entrada tramite.ConReserva
	// Tras is how many microseconds later it happens, all of it, within the
	// same days.
	Tras int64
}

// taller stamps copies of moulds. It belongs to one goroutine.
type taller struct {
	a     *Almacen
	hoy   fecha.Fecha
	sales *bufio.Reader
	con   [][]byte // what fills the gaps
	buf   []byte
	fila  []valor
	// dias are the links of the events by the day that they were written on, in
	// the order they were made.
	dias map[int][]byte
}

func (a *Almacen) nuevoTaller(hoy fecha.Fecha) *taller {
	return &taller{a: a, hoy: hoy, sales: bufio.NewReaderSize(rand.Reader, 4096), dias: map[int][]byte{}}
}

// estampar makes the rows of one copy.
func (w *taller) estampar(m *molde, c *Copia, id int64, folio string, p pliego) error {
	w.con = append(w.con[:0], []byte(folio), textoJSON(c.Texto))
	if err := w.identidades(m, c, id, p); err != nil {
		return err
	}
	for _, i := range m.instantes {
		w.con = append(w.con, []byte((i + fecha.Instante(c.Tras)).String()))
	}
	fin, err := w.eventos(m, id, folio, p)
	if err != nil {
		return err
	}
	w.buf = m.molde.llenar(w.buf[:0], w.con)
	w.fila = append(w.fila[:0], m.valores...)
	ult := len(m.instantes) - 1
	w.fila[0], w.fila[2] = deEntero(id), deTexto(w.con[huecoFolio])
	w.fila[9], w.fila[10] = deEntero(int64(m.cab.Creado)+c.Tras), deEntero(int64(m.instantes[ult])+c.Tras)
	w.fila[25], w.fila[26] = deBytes(fin[:]), deTexto(w.buf)
	if err := p.fila(tExpedientes, w.fila); err != nil {
		return err
	}
	if err := w.texto(m, c, id, folio, p); err != nil {
		return err
	}
	return w.demas(m, id, folio, p)
}

// identidades makes those of the personal data, and the references that stand
// for them.
func (w *taller) identidades(m *molde, c *Copia, id int64, p pliego) error {
	var rs []tramite.Reservado
	if c.Entrada != nil {
		rs = c.Entrada.Separar(w.a.o.Azar)
	}
	if len(rs) != len(m.reservados) {
		return fmt.Errorf("%w: %d sets of personal data, not %d", errVida, len(rs), len(m.reservados))
	}
	f := fila{}
	w.a.reservar(&f, rs)
	for i, x := range f.identidades {
		if len(x.claves) != len(m.reservados[i].Claves) {
			return fmt.Errorf("%w: personal data of another kind", errVida)
		}
		ref := []byte(x.ref)
		w.con = append(w.con, ref)
		w.fila = append(w.fila[:0], deEntero(id), deTexto(ref), deTexto([]byte(x.clase)), deBytes(x.cifrado))
		if err := p.fila(tIdentidades, w.fila); err != nil {
			return err
		}
		for clave, valor := range x.claves {
			w.fila = append(w.fila[:0], deBytes(valor), deTexto([]byte(clave)), deEntero(id), deTexto(ref))
			if err := p.fila(tClaves, w.fila); err != nil {
				return err
			}
		}
	}
	return nil
}

// eventos makes the chain, and gives its end.
func (w *taller) eventos(m *molde, id int64, folio string, p pliego) (fin huella, err error) {
	for i := range m.pasos {
		e := &m.pasos[i]
		// The salt goes before what is stored, so that both are digested at once.
		w.buf = append(w.buf[:0], make([]byte, largoSal)...)
		if _, err := io.ReadFull(w.sales, w.buf); err != nil {
			return fin, err
		}
		w.buf = e.moldes.llenar(w.buf, w.con)
		fin = eslabon(fin, m.coleccion, folio, i+1, sha256.Sum256(w.buf))
		w.dias[e.dia] = append(w.dias[e.dia], fin[:]...)
		w.fila = append(w.fila[:0], deEntero(id*maxEventos+int64(i+1)), deEntero(e.dia), deTexto(e.acto), deBytes(w.buf[:largoSal]), deBytes(fin[:]), deTexto(w.buf[largoSal:]))
		if err := p.fila(tEventos, w.fila); err != nil {
			return fin, err
		}
	}
	return fin, nil
}

// texto makes what is searched, and the values by which near copies are found
// while they are looked for.
func (w *taller) texto(m *molde, c *Copia, id int64, folio string, p pliego) error {
	palabras := raices(c.Texto)
	if todas := indizar(palabras, m.facetas); todas != "" {
		w.fila = append(w.fila[:0], deEntero(id), deTexto([]byte(todas)))
		if err := p.fila(tBuscador, w.fila); err != nil {
			return err
		}
	}
	if !m.ficha.Similares || semana(m.cab.Creado.Dia()) < semana(w.hoy)-SemanasFirmas {
		return nil
	}
	fs := filas{t: tFirmas}
	sumarFirmas(&fs, id, folio, m.cab.Creado, firmar(palabras))
	return w.filas(&fs, p)
}

// demas makes the rows of the tables in which few records have any.
func (w *taller) demas(m *molde, id int64, folio string, p pliego) error {
	partes, enlaces, marcas := filas{t: tPartes}, filas{t: tEnlaces}, filas{t: tMarcas}
	for _, x := range m.ficha.Partes {
		partes.sumar(string(x.Rol), string(x.Organo), id)
	}
	for _, x := range m.enlaces {
		enlaces.sumar(x.valores(w.a.huellaSecreto(secretoDe{m.coleccion, folio, x.secuencia, x.n}), id)...)
	}
	m.sumarMarcas(&marcas, id)
	for _, f := range []*filas{&partes, &enlaces, &marcas} {
		if err := w.filas(f, p); err != nil {
			return err
		}
	}
	return nil
}

func (w *taller) filas(f *filas, p pliego) error {
	n := len(f.t.columnas)
	for vs := f.valores; len(vs) > 0; vs = vs[n:] {
		w.fila = w.fila[:0]
		for _, v := range vs[:n] {
			w.fila = append(w.fila, valorDe(v))
		}
		if err := p.fila(f.t, w.fila); err != nil {
			return err
		}
	}
	return nil
}
