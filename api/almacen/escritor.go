package almacen

import (
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"runtime"
	"sync/atomic"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// trabajo is something to write in one transaction, alone or with others.
type trabajo struct {
	filas []*fila
	idem  *filaIdem
	// enlace is the hash of the link that is used up, if any.
	enlace []byte
	// solo does something else in a transaction of its own.
	solo func(*escritor) error

	asientos []asiento // what was written
	err      error
	hecho    chan struct{}
}

func (t *trabajo) terminar(err error) {
	t.err = err
	close(t.hecho)
}

// escritor owns one connection and writes, together, the jobs that wait for
// it. Nothing waits for a timer: a batch is what came during the last commit.
type escritor struct {
	sesion
	m       *motor
	cola    chan *trabajo
	lote    int
	ahora   func() fecha.Instante
	sellado *atomic.Int64 // the last day sealed
	sello   func(secretoDe) []byte
	asegura *asegurador // nil where a commit waits for the disk itself

	reserva    []int64 // ids taken and not yet given, on PostgreSQL
	pendientes int     // batches since the counters were last brought up to date
	fin        chan struct{}
}

// maxPendientes is how many batches leave their movements aside before they
// are added to the counters.
const maxPendientes = 256

func (e *escritor) bucle() {
	defer close(e.fin)
	lote := make([]*trabajo, 0, e.lote)
	for t := range e.cola {
		lote = e.juntar(append(lote[:0], t))
		e.procesar(lote)
		clear(lote)
		if e.pendientes++; e.pendientes >= maxPendientes {
			_ = e.transaccion(e.plegar) // if it fails, the next reader does it
			e.pendientes = 0
		}
	}
	e.soltar()
}

// juntar adds to a batch whatever waits. It lets the requests that are about
// to hand over their job go first, for as long as that brings more.
func (e *escritor) juntar(lote []*trabajo) []*trabajo {
	for antes := 0; len(lote) > antes && len(lote) < e.lote; {
		antes = len(lote)
		runtime.Gosched()
		lote = e.tomarCola(lote)
	}
	return lote
}

// tomarCola adds to a batch what is in the queue.
func (e *escritor) tomarCola(lote []*trabajo) []*trabajo {
	for len(lote) < e.lote {
		select {
		case t, ok := <-e.cola:
			if !ok {
				return lote
			}
			lote = append(lote, t)
		default:
			return lote
		}
	}
	return lote
}

// procesar writes a batch; jobs that need a transaction of their own follow.
func (e *escritor) procesar(lote []*trabajo) {
	juntos := make([]*trabajo, 0, len(lote))
	for _, t := range lote {
		if t.solo == nil {
			juntos = append(juntos, t)
		}
	}
	e.escribir(juntos)
	for _, t := range lote {
		if t.solo != nil {
			t.terminar(e.transaccion(func() error { return t.solo(e) }))
		}
	}
}

// escribir writes jobs in one transaction. If a statement fails, they are
// written one by one, so that only the faulty one is refused; if the commit
// fails, or nobody knows whether it did, all of them are.
func (e *escritor) escribir(ts []*trabajo) {
	if len(ts) == 0 {
		return
	}
	var refusados map[*trabajo]error
	err := e.transaccion(func() (err error) {
		if e.asegura != nil {
			if err := e.exec("SET LOCAL synchronous_commit = off"); err != nil {
				return err
			}
		}
		refusados, err = e.asentarLote(ts)
		return err
	})
	_, incierto := errors.AsType[*errCommit](err)
	if err != nil && !incierto && len(ts) > 1 {
		for _, t := range ts {
			e.escribir([]*trabajo{t})
		}
		return
	}
	if err != nil {
		for _, t := range ts {
			t.terminar(noDisponibleSi(err))
		}
		return
	}
	e.acusar(ts, refusados)
}

// acusar tells the outcome of a batch that was committed: at once, or when the
// disk has it.
func (e *escritor) acusar(ts []*trabajo, refusados map[*trabajo]error) {
	var escritos []*trabajo
	for _, t := range ts {
		if err := refusados[t]; err != nil || e.asegura == nil {
			t.terminar(err)
		} else {
			escritos = append(escritos, t)
		}
	}
	if len(escritos) > 0 {
		e.asegura.cola <- escritos
	}
}

// errCommit tells that a commit failed or its outcome is unknown.
type errCommit struct{ causa error }

func (e *errCommit) Error() string { return "almacen: commit: " + e.causa.Error() }
func (e *errCommit) Unwrap() error { return e.causa }

// noDisponibleSi tells a failure of the engine, after which one may try again,
// from a fault of what was being written.
func noDisponibleSi(err error) error {
	if _, ok := errors.AsType[*errCommit](err); ok || roto(err) {
		return noDisponible(err)
	}
	return err
}

// roto says whether the connection is lost or the engine refuses service.
func roto(err error) bool {
	if p, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch p.Code[:2] {
		case "08", "40", "53", "55", "57", "58": // connection, conflict of transactions, resources, locks, operator, system
			return true
		}
		return false
	}
	_, red := errors.AsType[net.Error](err)
	return red || errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || ocupado(err)
}

// transaccion runs f between BEGIN and COMMIT; once more, on a new connection,
// if the connection was lost before anything could be committed.
func (e *escritor) transaccion(f func() error) error {
	err := e.intentar(f)
	if _, incierto := errors.AsType[*errCommit](err); err != nil && !incierto && roto(err) {
		err = e.intentar(f)
	}
	return err
}

func (e *escritor) intentar(f func() error) error {
	err := e.comenzar()
	if err == nil {
		err = f()
	}
	if err != nil {
		if e.deshacer() != nil || roto(err) {
			e.soltar()
		}
		return err
	}
	if err := e.confirmar(); err != nil {
		var incierto *errCommit
		if errors.As(err, &incierto) || e.deshacer() != nil {
			e.soltar()
		}
		return err
	}
	return nil
}

// insertar writes rows.
func (e *escritor) insertar(f *filas) error { return e.insertarCon(f, nil) }
