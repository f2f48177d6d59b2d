package almacen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"
	"golang.org/x/sync/errgroup"

	"github.com/operacion-abierta/operacion/api/almacen/arbol"
)

// vertedorSQLite fills an empty store in a file beside it, which takes its
// place at the end: the trees of the tables as their rows come, those that need
// sorting at the end, and the rest through the engine.
type vertedorSQLite struct {
	a        *Almacen
	ruta     string // of the file being filled
	carpeta  string // of what is being sorted
	archivo  *arbol.Archivo
	esquemas map[*tabla]*esquema
	textos   *arbol.Monton
	rehacer  []string // names of the indexes left to the engine
}

func (v *vertedorSQLite) abrir(context.Context) error {
	v.ruta = v.a.m.archivoDB + ".parcial"
	v.carpeta = v.ruta + ".d"
	if err := v.borrar(); err != nil {
		return err
	}
	if err := os.Mkdir(v.carpeta, 0o700); err != nil {
		return fmt.Errorf("almacen: %w", err)
	}
	m, err := abrirMotor(context.Background(), &Opciones{Fuente: v.ruta, Lectores: 1})
	if err != nil {
		return err
	}
	v.esquemas = map[*tabla]*esquema{}
	for _, t := range delMolde {
		if t == tBuscador {
			continue
		}
		var x *esquema
		if err == nil {
			x, err = leerEsquema(m.escribe, t, v.carpeta)
			v.esquemas[t] = x
		}
		if x != nil {
			v.rehacer = append(v.rehacer, x.ajenos...)
		}
	}
	v.textos = arbol.NuevoMonton(v.carpeta)
	_, e := m.escribe.Exec("PRAGMA journal_mode = DELETE")
	if err := errors.Join(err, e, m.cerrar()); err != nil {
		return err
	}
	if v.archivo, err = arbol.Abrir(v.ruta); err != nil {
		return err
	}
	for _, x := range v.esquemas {
		if x.rowid {
			x.tabla = v.archivo.Tabla(x.raiz)
		}
	}
	return nil
}

func (v *vertedorSQLite) borrar() error {
	errs := []error{os.RemoveAll(v.carpeta)}
	for _, fin := range []string{"", "-journal", "-wal", "-shm"} {
		if err := os.Remove(v.ruta + fin); err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (v *vertedorSQLite) pliego() pliego { return &pliegoSQLite{v: v, por: map[*tabla]*cosido{}} }

func (v *vertedorSQLite) verter(p pliego) error {
	s := p.(*pliegoSQLite)
	for _, t := range delMolde {
		c := s.por[t]
		if c == nil {
			continue
		}
		if t == tBuscador {
			if err := c.ordenadas[0].cada(v.textos.Sumar); err != nil {
				return err
			}
			continue
		}
		if err := v.esquemas[t].verter(c); err != nil {
			return err
		}
	}
	return nil
}

// cerrar completes the trees, lets the engine write the rest, and puts the file
// in place once the disk has it.
func (v *vertedorSQLite) cerrar(ctx context.Context, rematar func(*escritor) error) error {
	var g errgroup.Group
	g.SetLimit(2)
	for _, x := range v.esquemas {
		if x.tabla != nil {
			g.Go(x.tabla.Cerrar)
		}
		for _, i := range x.indices {
			g.Go(func() error { return i.volcar(v.archivo) })
		}
	}
	if err := g.Wait(); err != nil {
		return err
	}
	err := v.archivo.Cerrar()
	v.archivo = nil
	if err == nil {
		err = v.porMotor(ctx, rematar)
	}
	if err == nil {
		err = sincronizar(v.ruta)
	}
	if err == nil {
		err = v.a.ceder(v.ruta)
	}
	return errors.Join(err, v.borrar())
}

// porMotor has the engine write the full text, the sums and the indexes that
// are not known here.
func (v *vertedorSQLite) porMotor(ctx context.Context, rematar func(*escritor) error) error {
	// The file is thrown away if anything fails before it is in place.
	fuente := fmt.Sprintf("file:%s?_pragma=synchronous(OFF)&_pragma=journal_mode(OFF)&_pragma=locking_mode(EXCLUSIVE)&_pragma=temp_store(MEMORY)&_pragma=cache_size(-262144)", v.ruta)
	db, err := sqlx.Open("sqlite", fuente)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	m := &motor{escribe: db, lecturas: map[string]*sqlx.Stmt{}}
	e := &escritor{sesion: nuevaSesion(m), m: m}
	err = e.transaccion(func() error {
		if err := v.indexar(e); err != nil {
			return err
		}
		for _, n := range v.rehacer {
			if err := e.exec("REINDEX " + n); err != nil {
				return err
			}
		}
		return rematar(e)
	})
	e.soltar()
	return errors.Join(err, m.cerrar())
}

// indexar writes the full-text index.
func (v *vertedorSQLite) indexar(e *escritor) error {
	fs := filas{t: tBuscador}
	err := v.textos.Recorrer(func(x []byte) error {
		id, resto := leerOrdenable(x, valorEntero)
		fs.sumar(id.n, string(resto))
		if fs.n() < 4096 {
			return nil
		}
		err := e.insertar(&fs)
		fs.valores = fs.valores[:0]
		return err
	})
	return errors.Join(err, e.insertar(&fs), v.textos.Cerrar())
}

func (v *vertedorSQLite) dejar() error {
	var err error
	if v.archivo != nil {
		err = v.archivo.Cerrar()
	}
	return errors.Join(err, v.borrar())
}

// errOcupado: somebody else has the store open.
var errOcupado = errors.New("almacen: another program has the store open")

// ceder closes the store, which must be empty still and open nowhere else, and
// puts another file in its place.
func (a *Almacen) ceder(ruta string) error {
	destino := a.m.archivoDB
	if err := a.Cerrar(); err != nil {
		return err
	}
	db, err := sqlx.Open("sqlite", fuenteSQLite(destino, 2, "&_txlock=exclusive"))
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	// Leaving the WAL takes being alone.
	var modo string
	if err := db.Get(&modo, "PRAGMA journal_mode = DELETE"); err != nil || modo != "delete" {
		return errors.Join(errOcupado, err)
	}
	tx, err := db.Beginx()
	if err != nil {
		return errors.Join(errOcupado, err)
	}
	defer func() { _ = tx.Rollback() }()
	var n int
	if err := tx.Get(&n, "SELECT (SELECT count(*) FROM expedientes) + (SELECT count(*) FROM archivos)"); err != nil || n != 0 {
		return errors.Join(errOcupado, err)
	}
	if err := os.Rename(ruta, destino); err != nil {
		return fmt.Errorf("almacen: %w", err)
	}
	return sincronizar(filepath.Dir(destino))
}
