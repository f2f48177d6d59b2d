package almacen

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
)

// sesionPG keeps statements until the answer of one is needed and sends them
// together: a batch goes to the server and back twice, however many statements
// it has.
type sesionPG struct {
	m    *motor
	conn *sqlx.Conn
	cola *pgx.Batch
}

func (s *sesionPG) comenzar() (err error) {
	if s.conn == nil {
		if s.conn, err = s.m.escribe.Connx(context.Background()); err != nil {
			return err
		}
	}
	s.cola = &pgx.Batch{}
	return s.exec("BEGIN")
}

func (s *sesionPG) exec(q string, args ...any) error {
	s.cola.Queue(q, args...)
	return nil
}

func (s *sesionPG) execN(q string, args ...any) (n int64, err error) {
	s.cola.Queue(q, args...)
	_, err = s.enviar(func(br pgx.BatchResults) error {
		t, err := br.Exec()
		n = t.RowsAffected()
		return err
	})
	return n, err
}

func (s *sesionPG) filas(f func(scan func(...any) error) error, q string, args ...any) error {
	s.cola.Queue(q, args...)
	_, err := s.enviar(func(br pgx.BatchResults) error {
		rows, err := br.Query()
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			if err := f(rows.Scan); err != nil {
				return err
			}
		}
		rows.Close()
		return rows.Err()
	})
	return err
}

// insertarCon uses one statement for any number of rows, an array per column.
func (s *sesionPG) insertarCon(f *filas, vuelta func(scan func(...any) error) error) error {
	switch {
	case f.n() == 0:
		return nil
	case vuelta != nil:
		return s.filas(vuelta, f.t.sqlPG(), f.porColumnas()...)
	}
	return s.exec(f.t.sqlPG(), f.porColumnas()...)
}

// enviar sends what is kept and reads the answers, the last one with ultima.
// It says which statement failed.
func (s *sesionPG) enviar(ultima func(pgx.BatchResults) error) (falla int, err error) {
	b := s.cola
	s.cola = &pgx.Batch{}
	err = s.conn.Raw(func(dc any) error {
		br := dc.(*stdlib.Conn).Conn().SendBatch(context.Background(), b)
		defer br.Close()
		for ; falla < b.Len()-1; falla++ {
			if _, err := br.Exec(); err != nil {
				return deSentencia(b.QueuedQueries[falla].SQL, err)
			}
		}
		if err := ultima(br); err != nil {
			return deSentencia(b.QueuedQueries[falla].SQL, err)
		}
		return br.Close()
	})
	return falla, err
}

func (s *sesionPG) confirmar() error {
	n := s.cola.Len()
	_ = s.exec("COMMIT")
	falla, err := s.enviar(func(br pgx.BatchResults) error {
		_, err := br.Exec()
		return err
	})
	if err == nil {
		return nil
	}
	if _, dicho := errors.AsType[*pgconn.PgError](err); dicho && falla < n {
		return err // the server refused a statement before the commit
	}
	return &errCommit{err}
}

func (s *sesionPG) deshacer() error {
	if s.conn == nil {
		return nil
	}
	s.cola = &pgx.Batch{}
	_, err := s.conn.ExecContext(context.Background(), "ROLLBACK")
	return err
}

func (s *sesionPG) soltar() {
	if s.conn != nil {
		_ = s.conn.Close()
	}
	s.conn = nil
}
