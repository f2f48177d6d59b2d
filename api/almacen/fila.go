package almacen

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// maxEventos bounds the events of a record: id = expediente*maxEventos + secuencia.
const maxEventos = 1 << 20

// maxPalabra is the longest word, in bytes, that is searched for.
const maxPalabra = 255

// fila is what a request did to one record, ready to be written: all that is
// costly was done before, outside the writer. It is not changed afterwards, so
// that a batch that failed can be written again.
type fila struct {
	id        int64 // 0 for a creation
	coleccion string
	folio     string // a mark, for a creation
	serie     string
	anio      int
	antes     int // version read; 0 for a creation
	cab       *tramite.Cabecera
	ficha     tramite.Ficha
	vence     tramite.Vencimiento
	doc       []byte
	huella    huella // the end of the chain as it was read
	eventos   []filaEvento

	raices      string   // what the full-text index holds, when it changed
	firmas      []uint32 // by which near copies of it are found, of a creation
	conRaices   bool
	conPartes   bool // the parts changed
	conUnica    bool // the natural key changed
	identidades []filaIdentidad
	enlaces     []filaEnlace
	aportes     []movimiento
	ejercicios  []ejercicio
	marcas      []marcaEvento
}

type filaEvento struct {
	secuencia int
	acto      string
	carga     []byte
	sal       []byte
	resumen   huella
}

type filaIdentidad struct {
	ref, clase string
	cifrado    []byte
	claves     map[string][]byte
}

// filaEnlace is a link, the n-th that the act of its event opened.
type filaEnlace struct {
	tramite.Enlace
	secuencia, n int
	vence        fecha.Fecha
}

// valores are the columns of tEnlaces, for the link of a record not used yet.
func (x *filaEnlace) valores(secreto []byte, id int64) []any {
	return []any{secreto, id, int64(x.secuencia), int64(x.n), x.Acto, string(x.Organo), string(x.Rol), int64(x.vence.Ordinal()), int64(0)}
}

// preparar makes the row of a change. previo is the record as it was loaded,
// nil for a creation.
func (a *Almacen) preparar(ca *tramite.Cambio, previo *cargado, c *tramite.Contexto) (*fila, error) {
	d, cab := ca.Tramite.Definicion(), ca.Registro.Cabeza()
	f := &fila{
		coleccion: d.Coleccion, serie: d.Serie, folio: cab.Folio, antes: ca.Antes, cab: cab,
		ficha: ca.Tramite.Ficha(ca.Registro), vence: ca.Tramite.Vencimiento(ca.Registro, c),
	}
	if cab.Version >= maxEventos {
		return nil, fmt.Errorf("almacen: %s has too many events", cab.Folio)
	}
	var err error
	if f.doc, err = ca.Tramite.Codificar(ca.Registro); err != nil {
		return nil, err
	}
	antesDe, antes := tramite.Ficha{}, ""
	if previo == nil {
		f.anio = c.Hoy().Anio()
	} else {
		f.id, f.huella, antesDe = previo.id, previo.huella, previo.ficha
		antes = previo.facetas
		f.mover(previo.aportes, -1)
	}
	f.mover(ca.Tramite.Aporta(ca.Registro, f.vence.Vence), 1)
	ahora := facetas(d.Coleccion, &f.ficha, cab, !f.vence.Vence.IsZero())
	if f.conRaices = f.ficha.Texto != antesDe.Texto || ahora != antes; f.conRaices {
		palabras := raices(f.ficha.Texto)
		f.raices = indizar(palabras, ahora)
		if f.ficha.Similares && previo == nil {
			f.firmas = firmar(palabras)
		}
	}
	f.conPartes = !slices.Equal(f.ficha.Partes, antesDe.Partes)
	f.conUnica = f.ficha.Unica != "" && f.ficha.Unica != antesDe.Unica
	a.reservar(f, ca.Reservados)
	f.encadenables(ca, c)
	return f, nil
}

// encadenables encodes and digests the events and gathers the links.
func (f *fila) encadenables(ca *tramite.Cambio, c *tramite.Contexto) {
	sales := make([]byte, largoSal*len(ca.Eventos))
	rand.Read(sales) // it never fails
	f.eventos = make([]filaEvento, len(ca.Eventos))
	for i := range ca.Eventos {
		e := &ca.Eventos[i]
		carga := e.Carga()
		sal := sales[i*largoSal : (i+1)*largoSal : (i+1)*largoSal]
		f.eventos[i] = filaEvento{secuencia: e.Secuencia, acto: e.Acto, carga: carga, sal: sal, resumen: resumir(sal, carga)}
		f.observar(ca.Tramite, e)
	}
	ultima := 0
	if n := len(ca.Eventos); n > 0 {
		ultima = ca.Eventos[n-1].Secuencia
	}
	for i, l := range ca.Enlaces {
		f.enlaces = append(f.enlaces, filaEnlace{Enlace: l, secuencia: ultima, n: i, vence: c.Hoy().Sumar(l.Dias)})
	}
}

// raices are the stems of a text, without words too long to index.
func raices(s string) string {
	r := texto.Raices(s)
	larga := func(w string) bool { return len(w) > maxPalabra }
	if palabras := strings.Fields(r); slices.ContainsFunc(palabras, larga) {
		return strings.Join(slices.DeleteFunc(palabras, larga), " ")
	}
	return r
}

// marca is what stands for a folio not yet given out: of the same width, and
// with a part that was drawn, so that nothing a person wrote can be taken for
// it.
func marca(azar func() string, r *tramite.Resumen, o doe.OOAD, hoy fecha.Fecha) string {
	x := azar()
	return fmt.Sprintf("%s-%04d-%s-~%s-~", r.Serie, hoy.Anio(), o, (x + "000000")[max(0, len(x)-6):][:6])
}

// asiento is a row as it is written: with its id, its folio and its chain.
type asiento struct {
	*fila
	id      int64
	folio   string
	doc     []byte
	eventos []filaEvento
	huellas []huella
}

// asentar puts the folios given out where their marks are, and makes the
// links of the chain.
func (f *fila) asentar(id int64, dados map[string]string) asiento {
	s := asiento{fila: f, id: id, folio: f.folio, doc: f.doc, eventos: f.eventos}
	if len(dados) > 0 {
		s.eventos = slices.Clone(f.eventos)
		s.foliar(dados)
	}
	antes := f.huella
	s.huellas = make([]huella, len(s.eventos))
	for i, e := range s.eventos {
		antes = eslabon(antes, f.coleccion, s.folio, e.secuencia, e.resumen)
		s.huellas[i] = antes
	}
	return s
}

func (s *asiento) foliar(dados map[string]string) {
	for m, folio := range dados {
		s.doc = sustituir(s.doc, m, folio)
		for i := range s.eventos {
			e := &s.eventos[i]
			if bytes.Contains(e.carga, []byte(m)) {
				e.carga = sustituir(e.carga, m, folio)
				e.resumen = resumir(e.sal, e.carga)
			}
		}
	}
	if folio, ok := dados[s.folio]; ok {
		s.folio = folio
	}
}

func sustituir(b []byte, marca, folio string) []byte {
	return bytes.ReplaceAll(b, []byte(marca), []byte(folio))
}
