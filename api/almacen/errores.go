package almacen

import (
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// Refusals of the store.
var (
	reglaNoExiste     = falla.Regla{Codigo: "no-encontrado", Es: "No existe ese expediente.", En: "There is no such record."}
	reglaNoDisponible = falla.Regla{Codigo: "no-disponible", Es: "El servicio no está disponible por el momento; intente de nuevo.", En: "The service is unavailable at the moment; try again."}
	reglaEnlace       = falla.Regla{Codigo: "no-encontrado", Es: "El enlace no existe, ya se usó o venció.", En: "The link does not exist, was used or expired."}
	reglaIdempotencia = falla.Regla{Codigo: "idempotencia-distinta", Es: "La clave de idempotencia ya se usó con otra solicitud.", En: "The idempotency key was already used with another request."}
	reglaCursor       = falla.Regla{Codigo: "cursor-invalido", Es: "El cursor no corresponde a esta consulta.", En: "The cursor does not belong to this query."}
	reglaFiltro       = falla.Regla{Codigo: "parametro-desconocido", Es: "La lista no ofrece ese filtro.", En: "The list does not offer that filter."}
	reglaValor        = falla.Regla{Codigo: "valor-desconocido", Es: "El filtro no admite ese valor.", En: "The filter does not take that value."}
	reglaArchivo      = falla.Regla{Codigo: "archivo-grande", Es: "El archivo rebasa el tamaño permitido.", En: "The file is larger than allowed."}
	reglaRepetido     = falla.Regla{Codigo: "registro-repetido", Es: "Ya hay otro registro abierto con la misma clave.", En: "There is another open record with the same key."}
	reglaSinArchivo   = falla.Regla{Codigo: "archivo-no-encontrado", Es: "No existe ese archivo.", En: "There is no such file."}
	reglaConsulta     = falla.Regla{Codigo: "consulta-invalida", Es: "La consulta incumple su forma.", En: "The query is malformed."}
)

var (
	// errMovido tells that a record changed between being read and written.
	errMovido = errors.New("almacen: record moved")
	// errEnlaceUsado tells that a link was used meanwhile.
	errEnlaceUsado = negar(falla.NoEncontrada, reglaEnlace)
)

func negar(c falla.Clase, r falla.Regla) *falla.Error {
	return &falla.Error{Clase: c, Codigo: r.Codigo, Es: r.Es, En: r.En}
}

// noDisponible is a refusal to try again later, with what is behind it.
func noDisponible(causa error) error {
	e := negar(falla.NoDisponible, reglaNoDisponible)
	e.Causa = causa
	return e
}

// invalida is the refusal of a query with one fault.
func invalida(r falla.Regla, ubicacion string) error {
	return falla.Fallas{r.Rota(ubicacion)}.Error(reglaConsulta.Codigo, reglaConsulta.Es, reglaConsulta.En)
}

// repetido says whether a statement broke a unique constraint.
func repetido(err error) bool {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY || e.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE
	}
	e, ok := errors.AsType[*pgconn.PgError](err)
	return ok && e.Code == "23505"
}

// ocupado says whether SQLite could not write now: busy, full or failing disk.
func ocupado(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return true
	}
	return false
}

func obsoleta(err error) bool { return falla.DeClase(err, falla.Obsoleta) }
