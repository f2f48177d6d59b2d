package almacen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/jmoiron/sqlx"
)

// archivoRespaldo is the name of the database in a backup.
const archivoRespaldo = "operacion.db"

// Respaldar makes a consistent copy of the store while it goes on working: a
// new folder with a SQLite database, whatever the engine, and the folder of the
// attachments. The keys are not in it: without them the personal data that it
// holds cannot be read.
func (a *Almacen) Respaldar(ctx context.Context, destino string) error {
	if _, err := os.Stat(destino); err == nil {
		return fmt.Errorf("almacen: backup: %s already exists", destino)
	}
	parcial := destino + ".parcial"
	if err := os.MkdirAll(parcial, 0o700); err != nil {
		return fmt.Errorf("almacen: backup: %w", err)
	}
	err := a.respaldar(ctx, parcial)
	if err == nil {
		err = os.Rename(parcial, destino)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("almacen: backup: %w", err), os.RemoveAll(parcial))
	}
	return nil
}

func (a *Almacen) respaldar(ctx context.Context, carpeta string) error {
	ruta := filepath.Join(carpeta, archivoRespaldo)
	copiar := a.copiarSQLite
	if a.m.pg {
		copiar = a.copiarPG
	}
	if err := copiar(ctx, ruta); err != nil {
		return err
	}
	if err := sincronizar(ruta); err != nil {
		return err
	}
	return a.copiarArchivos(ctx, ruta, filepath.Join(carpeta, "archivos"))
}

// copiarSQLite copies the database on a connection of its own, which sees it
// as it is when the copy begins.
func (a *Almacen) copiarSQLite(ctx context.Context, ruta string) error {
	db, err := sqlx.Open("sqlite", fuenteSQLite(a.m.archivoDB, 8, ""))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO $1", ruta)
	return errors.Join(err, db.Close())
}

// respaldadas are the tables of a backup with all their columns, in the order
// they are copied. The full-text index and the marks are made anew.
var respaldadas = []struct{ tabla, columnas string }{
	{"expedientes", colsExpediente},
	{"eventos", "id bigint, dia bigint, acto text, sal bytea, huella bytea, borrado bigint, carga text"},
	{"partes", "rol text, organo text, expediente bigint"},
	{"folios", "serie text, anio bigint, ooad text, ultimo bigint"},
	{"identidades", "expediente bigint, ref text, clase text, cifrado bytea"},
	{"identidad_claves", "valor bytea, clave text, expediente bigint, ref text"},
	{"enlaces", "secreto bytea, expediente bigint, secuencia bigint, n bigint, acto text, organo text, rol text, vence bigint, usado bigint"},
	{"idempotencia", "clave bytea, cuerpo bytea, expediente bigint, version bigint, creado bigint"},
	{"cuentas", colsCuentas},
	{"ejercicios", "funcion text, unidad text, dia bigint, n bigint"},
	{"ejercicios_mes", "funcion text, unidad text, mes bigint, n bigint, ultimo bigint"},
	{"movimientos", "id bigint, sumas bytea"},
	{"archivos", "sha256 text, bytes bigint, tipo text, creado bigint"},
	{"sellos", "dia bigint, eventos bigint, raiz bytea"},
	{"ajustes", "nombre text, valor text"},
}

// copiarPG reads every table in one transaction, which sees the store as it is
// when the copy begins, into a SQLite database of the same schema.
func (a *Almacen) copiarPG(ctx context.Context, ruta string) (err error) {
	tx, err := a.m.instantanea(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	m, err := abrirMotor(ctx, &Opciones{Fuente: ruta, Lectores: 1})
	if err != nil {
		return err
	}
	e := &escritor{sesion: nuevaSesion(m), m: m}
	defer func() {
		e.soltar()
		err = errors.Join(err, m.cerrar())
	}()
	for _, t := range respaldadas {
		if err := e.copiarTabla(ctx, tx, &tabla{nombre: t.tabla, columnas: columnas(t.columnas)}); err != nil {
			return fmt.Errorf("table %s: %w", t.tabla, err)
		}
	}
	return e.transaccion(func() error {
		return errors.Join(e.recontar(a.o.Mesa, nuevasSumas(), a.o.Ahora().Dia(), func(int) {}), e.anotar(hechos[0]))
	})
}

// copiarTabla writes the rows of a table, some thousands per transaction.
func (e *escritor) copiarTabla(ctx context.Context, tx *sqlx.Tx, t *tabla) error {
	nombres := strings.TrimPrefix(t.cabeza(), "INSERT INTO "+t.nombre+" ")
	rows, err := tx.QueryxContext(ctx, "SELECT "+strings.Trim(nombres, "()")+" FROM "+t.nombre)
	if err != nil {
		return err
	}
	defer rows.Close()
	for hay := true; hay; {
		fs := filas{t: t}
		for hay = rows.Next(); hay; hay = fs.n() < 4096 && rows.Next() {
			valores, err := rows.SliceScan()
			if err != nil {
				return err
			}
			fs.sumar(valores...)
		}
		if err := e.transaccion(func() error { return e.insertar(&fs) }); err != nil {
			return err
		}
		hay = fs.n() >= 4096
	}
	return rows.Err()
}

// copiarArchivos copies the attachments that the copied database names.
func (a *Almacen) copiarArchivos(ctx context.Context, ruta, carpeta string) error {
	db, err := sqlx.Open("sqlite", fuenteSQLite(ruta, 2, "&_pragma=query_only(1)"))
	if err != nil {
		return err
	}
	var huellas []string
	err = errors.Join(db.SelectContext(ctx, &huellas, "SELECT sha256 FROM archivos ORDER BY sha256"), db.Close())
	for i := 0; err == nil && i < len(huellas); i++ {
		err = copiarArchivo(rutaArchivo(a.o.Archivos, huellas[i]), rutaArchivo(carpeta, huellas[i]))
	}
	return err
}

func copiarArchivo(de, a string) error {
	in, err := os.Open(de)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(a), 0o700); err != nil {
		return err
	}
	out, err := os.OpenFile(a, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// sincronizar makes the disk have a file or a folder.
func sincronizar(ruta string) error {
	f, err := os.Open(ruta)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
