package almacen

import (
	"encoding/base64"
	"strings"
)

// A cursor is where a page ended, sealed together with the query that it
// belongs to: one that was altered, or that belongs to another query, is
// refused.

// cerrarCursor writes a cursor.
func (a *Almacen) cerrarCursor(lugar []string, consulta ...string) string {
	dentro := strings.Join(lugar, "|")
	sello := a.o.Llaves.Sellar(append([]string{dentro}, consulta...)...)
	return base64.RawURLEncoding.EncodeToString(append(sello, dentro...))
}

// abrirCursor reads a cursor of the same query.
func (a *Almacen) abrirCursor(cursor string, consulta ...string) ([]string, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(b) <= 16 || !a.o.Llaves.EsSello(b[:16], append([]string{string(b[16:])}, consulta...)...) {
		return nil, invalida(reglaCursor, "query.cursor")
	}
	return strings.Split(string(b[16:]), "|"), nil
}
