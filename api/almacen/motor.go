package almacen

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

//go:embed migraciones
var migraciones embed.FS

// motor is an engine: its pools and what differs between the two.
type motor struct {
	pg      bool
	escribe *sqlx.DB
	lee     *sqlx.DB

	mu        sync.RWMutex
	lecturas  map[string]*sqlx.Stmt // prepared reads by their text
	archivoDB string                // path of the SQLite file
}

// abrirMotor connects and brings the schema up to date.
func abrirMotor(ctx context.Context, o *Opciones) (*motor, error) {
	m := &motor{lecturas: map[string]*sqlx.Stmt{}}
	var err error
	if m.pg = esPostgres(o.Fuente); m.pg {
		err = m.conectarPG(o)
	} else {
		err = m.conectarSQLite(o)
	}
	if err == nil {
		err = m.migrar(ctx)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("almacen: opening: %w", err), m.cerrar())
	}
	return m, nil
}

func esPostgres(fuente string) bool {
	return strings.HasPrefix(fuente, "postgres://") || strings.HasPrefix(fuente, "postgresql://")
}

func (m *motor) nombre() string {
	if m.pg {
		return "postgresql"
	}
	return "sqlite"
}

func (m *motor) conectarSQLite(o *Opciones) (err error) {
	m.archivoDB = o.Fuente
	if m.escribe, err = sqlx.Open("sqlite", fuenteSQLite(o.Fuente, 16, "&_txlock=immediate&_pragma=wal_autocheckpoint(4000)")); err != nil {
		return err
	}
	m.escribe.SetMaxOpenConns(1)
	if _, err = m.escribe.Exec("PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	if m.lee, err = sqlx.Open("sqlite", fuenteSQLite(o.Fuente, 8, "&_pragma=query_only(1)")); err != nil {
		return err
	}
	m.lee.SetMaxOpenConns(o.Lectores)
	m.lee.SetMaxIdleConns(o.Lectores)
	return nil
}

// fuenteSQLite is the data source of a connection with so many MiB of cache.
func fuenteSQLite(ruta string, cache int, mas string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: ruta}).EscapedPath()}
	return fmt.Sprintf("%s?_pragma=busy_timeout(10000)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=temp_store(MEMORY)&_pragma=cache_size(-%d)%s",
		u.String(), cache*1024, mas)
}

func (m *motor) conectarPG(o *Opciones) error {
	c, err := pgx.ParseConfig(o.Fuente)
	if err != nil {
		return err
	}
	// A commit is durable unless the transaction says that it sees to it
	// itself, however the server or the role are set up.
	if _, dicho := c.RuntimeParams["synchronous_commit"]; !dicho {
		c.RuntimeParams["synchronous_commit"] = "on"
	}
	abrir := func(n int) *sqlx.DB {
		db := sqlx.NewDb(stdlib.OpenDB(*c), "pgx")
		db.SetMaxOpenConns(n)
		db.SetMaxIdleConns(n)
		return db
	}
	m.escribe, m.lee = abrir(o.Escritores+2), abrir(o.Lectores)
	return nil
}

func (m *motor) migrar(ctx context.Context) error {
	carpeta, dialecto := "migraciones/sqlite", goose.DialectSQLite3
	if m.pg {
		carpeta, dialecto = "migraciones/postgres", goose.DialectPostgres
	}
	sub, err := fs.Sub(migraciones, carpeta)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(dialecto, m.escribe.DB, sub, goose.WithVerbose(false))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

func (m *motor) cerrar() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	var errs []error
	for _, s := range m.lecturas {
		errs = append(errs, s.Close())
	}
	for _, db := range []*sqlx.DB{m.lee, m.escribe} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// maxLecturas is how many reads are kept prepared: filters combine in many ways.
const maxLecturas = 300

// preparada gives the prepared statement of a read, made on first use; nil
// when there are too many.
func (m *motor) preparada(q string) (*sqlx.Stmt, error) {
	m.mu.RLock()
	s := m.lecturas[q]
	m.mu.RUnlock()
	if s != nil {
		return s, nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if s = m.lecturas[q]; s != nil || len(m.lecturas) >= maxLecturas {
		return s, nil
	}
	s, err := m.lee.Preparex(q)
	if err != nil {
		return nil, err
	}
	m.lecturas[q] = s
	return s, nil
}

// consultar runs a prepared read and gives its rows. On SQLite a read is short
// and watching the caller's context costs more than finishing it.
func (m *motor) consultar(ctx context.Context, q string, args ...any) (*sqlx.Rows, error) {
	s, err := m.preparada(q)
	if err != nil {
		return nil, noDisponible(err)
	}
	var rows *sqlx.Rows
	if s != nil {
		rows, err = s.QueryxContext(m.paciencia(ctx), args...)
	} else {
		rows, err = m.lee.QueryxContext(m.paciencia(ctx), q, args...)
	}
	if err != nil {
		return nil, noDisponible(err)
	}
	return rows, nil
}

func (m *motor) paciencia(ctx context.Context) context.Context {
	if m.pg {
		return ctx
	}
	return context.WithoutCancel(ctx)
}

// cada runs a read and hands each row over. scan fills the destinations.
func (m *motor) cada(ctx context.Context, f func(scan func(...any) error) error, q string, args ...any) error {
	rows, err := m.consultar(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return noDisponible(err)
	}
	return nil
}

// uno reads one row; false when there is none.
func (m *motor) uno(ctx context.Context, q string, args []any, dest ...any) (bool, error) {
	hay := false
	err := m.cada(ctx, func(scan func(...any) error) error {
		hay = true
		return scan(dest...)
	}, q, args...)
	return hay, err
}
