package almacen

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"sync/atomic"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jmoiron/sqlx"

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
	m       *motor
	cola    chan *trabajo
	lote    int
	ahora   func() fecha.Instante
	sellado *atomic.Int64 // the last day sealed
	sello   func(secretoDe) []byte

	conn       *sqlx.Conn
	stmts      map[string]*sqlx.Stmt
	pendientes int // batches since the counters were last brought up to date
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

// juntar adds to a batch whatever waits.
func (e *escritor) juntar(lote []*trabajo) []*trabajo {
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
	for _, t := range ts {
		if err == nil {
			t.terminar(refusados[t])
		} else {
			t.terminar(noDisponibleSi(err))
		}
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

// transaccion runs f between BEGIN and COMMIT.
func (e *escritor) transaccion(f func() error) error {
	if err := e.comenzar(); err != nil {
		return &errCommit{err}
	}
	if err := f(); err != nil {
		if e.exec("ROLLBACK") != nil || roto(err) {
			e.soltar()
		}
		return err
	}
	if err := e.exec("COMMIT"); err != nil {
		_ = e.exec("ROLLBACK")
		e.soltar()
		return &errCommit{err}
	}
	return nil
}

// comenzar begins a transaction; on a new connection if the one there was is
// lost, since nothing was asked of it yet.
func (e *escritor) comenzar() error {
	inicio := "BEGIN IMMEDIATE"
	if e.m.pg {
		inicio = "BEGIN"
	}
	var err error
	for range 2 {
		if err = e.conectar(); err == nil {
			err = e.exec(inicio)
		}
		if err == nil {
			return nil
		}
		e.soltar()
	}
	return err
}

func (e *escritor) conectar() (err error) {
	if e.conn == nil {
		e.stmts = map[string]*sqlx.Stmt{}
		e.conn, err = e.m.escribe.Connx(context.Background())
	}
	return err
}

// soltar gives the connection back; the next transaction takes another.
func (e *escritor) soltar() {
	for _, s := range e.stmts {
		_ = s.Close()
	}
	if e.conn != nil {
		_ = e.conn.Close()
	}
	e.conn, e.stmts = nil, nil
}

// stmt gives a statement prepared on the writer's connection.
func (e *escritor) stmt(q string) (*sqlx.Stmt, error) {
	if s := e.stmts[q]; s != nil {
		return s, nil
	}
	s, err := e.conn.PreparexContext(context.Background(), q)
	if err == nil {
		e.stmts[q] = s
	}
	return s, err
}

func (e *escritor) exec(q string, args ...any) error {
	_, err := e.execN(q, args...)
	return err
}

// execN runs a statement and says how many rows it touched.
func (e *escritor) execN(q string, args ...any) (int64, error) {
	s, err := e.stmt(q)
	if err != nil {
		return 0, fmt.Errorf("almacen: preparing %.40q: %w", q, err)
	}
	r, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return 0, fmt.Errorf("almacen: %.40q: %w", q, err)
	}
	return r.RowsAffected()
}

// filas runs a query inside the transaction and hands each row over.
func (e *escritor) filas(f func(scan func(...any) error) error, q string, args ...any) error {
	s, err := e.stmt(q)
	if err != nil {
		return fmt.Errorf("almacen: preparing %.40q: %w", q, err)
	}
	rows, err := s.QueryContext(context.Background(), args...)
	if err != nil {
		return fmt.Errorf("almacen: %.40q: %w", q, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// insertar writes rows, as few statements as the engine allows.
func (e *escritor) insertar(f *filas) error {
	return e.insertarCon(f, nil)
}

// insertarCon does the same and hands over the rows that come back.
func (e *escritor) insertarCon(f *filas, vuelta func(scan func(...any) error) error) error {
	if f.n() == 0 {
		return nil
	}
	if e.m.pg {
		return e.insertarTrozo(vuelta, f.t.sqlPG(), f.porColumnas())
	}
	nc := len(f.t.columnas)
	for resto := f.valores; len(resto) > 0; {
		n := trozo(len(resto) / nc)
		if err := e.insertarTrozo(vuelta, f.t.sqlSQLite(n), resto[:n*nc]); err != nil {
			return err
		}
		resto = resto[n*nc:]
	}
	return nil
}

func (e *escritor) insertarTrozo(vuelta func(func(...any) error) error, q string, args []any) error {
	if vuelta != nil {
		return e.filas(vuelta, q, args...)
	}
	return e.exec(q, args...)
}
