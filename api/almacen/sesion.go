package almacen

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// sesion is the connection of a writer. It takes one when a transaction needs
// it and keeps it until it is let go.
type sesion interface {
	comenzar() error
	// exec runs a statement. Its failure may be told by a later call, at the
	// latest by confirmar.
	exec(q string, args ...any) error
	// execN runs a statement and says how many rows it touched.
	execN(q string, args ...any) (int64, error)
	// filas runs a query and hands each row over.
	filas(f func(scan func(...any) error) error, q string, args ...any) error
	// insertarCon writes rows and hands over those that come back; vuelta is
	// nil when none do.
	insertarCon(f *filas, vuelta func(scan func(...any) error) error) error
	// confirmar commits. The error is an *errCommit when the commit failed or
	// its outcome is unknown.
	confirmar() error
	deshacer() error
	soltar()
}

func nuevaSesion(m *motor) sesion {
	if m.pg {
		return &sesionPG{m: m}
	}
	return &sesionSQLite{m: m}
}

// sesionSQLite runs each statement as it comes, prepared once.
type sesionSQLite struct {
	m     *motor
	conn  *sqlx.Conn
	stmts map[string]*sqlx.Stmt
}

func (s *sesionSQLite) comenzar() (err error) {
	if s.conn == nil {
		s.stmts = map[string]*sqlx.Stmt{}
		if s.conn, err = s.m.escribe.Connx(context.Background()); err != nil {
			return err
		}
	}
	return s.exec("BEGIN IMMEDIATE")
}

func (s *sesionSQLite) confirmar() error {
	if err := s.exec("COMMIT"); err != nil {
		_ = s.deshacer()
		return &errCommit{err}
	}
	return nil
}

func (s *sesionSQLite) deshacer() error {
	if s.conn == nil {
		return nil
	}
	return s.exec("ROLLBACK")
}

func (s *sesionSQLite) soltar() {
	for _, x := range s.stmts {
		_ = x.Close()
	}
	if s.conn != nil {
		_ = s.conn.Close()
	}
	s.conn, s.stmts = nil, nil
}

// stmt gives a statement prepared on the connection.
func (s *sesionSQLite) stmt(q string) (*sqlx.Stmt, error) {
	if x := s.stmts[q]; x != nil {
		return x, nil
	}
	x, err := s.conn.PreparexContext(context.Background(), q)
	if err != nil {
		return nil, deSentencia(q, err)
	}
	s.stmts[q] = x
	return x, nil
}

func deSentencia(q string, err error) error { return fmt.Errorf("almacen: %.60q: %w", q, err) }

func (s *sesionSQLite) exec(q string, args ...any) error {
	_, err := s.execN(q, args...)
	return err
}

func (s *sesionSQLite) execN(q string, args ...any) (int64, error) {
	x, err := s.stmt(q)
	if err != nil {
		return 0, err
	}
	r, err := x.ExecContext(context.Background(), args...)
	if err != nil {
		return 0, deSentencia(q, err)
	}
	return r.RowsAffected()
}

func (s *sesionSQLite) filas(f func(scan func(...any) error) error, q string, args ...any) error {
	x, err := s.stmt(q)
	if err != nil {
		return err
	}
	rows, err := x.QueryContext(context.Background(), args...)
	if err != nil {
		return deSentencia(q, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// insertarCon uses statements of a power of two rows.
func (s *sesionSQLite) insertarCon(f *filas, vuelta func(scan func(...any) error) error) error {
	nc := len(f.t.columnas)
	for resto := f.valores; len(resto) > 0; {
		n := trozo(len(resto) / nc)
		q, args := f.t.sqlSQLite(n), resto[:n*nc]
		var err error
		if vuelta != nil {
			err = s.filas(vuelta, q, args...)
		} else {
			err = s.exec(q, args...)
		}
		if err != nil {
			return err
		}
		resto = resto[n*nc:]
	}
	return nil
}
