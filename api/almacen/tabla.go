package almacen

import (
	"fmt"
	"strings"
)

// tabla is a table that batches insert many rows into.
type tabla struct {
	nombre string
	// columnas with their PostgreSQL types.
	columnas []columna
	// resto is what follows the values: ON CONFLICT…, RETURNING…
	resto string
	// verbo is INSERT, or INSERT OR REPLACE where only SQLite needs it.
	verbo string
	// pg is the whole statement for PostgreSQL where it is another.
	pg string
}

type columna struct{ nombre, tipo string }

// maxFilas is how many rows one SQLite statement inserts; the numbers of rows
// are powers of two so that few statements are ever prepared.
const maxFilas = 64

// filas collects the rows to insert into a table, one after another.
type filas struct {
	t       *tabla
	valores []any
}

func (f *filas) sumar(valores ...any) { f.valores = append(f.valores, valores...) }

func (f *filas) n() int { return len(f.valores) / len(f.t.columnas) }

// sqlSQLite inserts n rows of plain values.
func (t *tabla) sqlSQLite(n int) string {
	fila := "(?" + strings.Repeat(",?", len(t.columnas)-1) + ")"
	return t.cabeza() + " VALUES " + fila + strings.Repeat(","+fila, n-1) + " " + t.resto
}

// sqlPG inserts any number of rows, one array per column.
func (t *tabla) sqlPG() string {
	if t.pg != "" {
		return t.pg
	}
	var b strings.Builder
	for i, c := range t.columnas {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "$%d::%s[]", i+1, c.tipo)
	}
	return t.cabeza() + " SELECT * FROM unnest(" + b.String() + ") " + t.resto
}

func (t *tabla) cabeza() string {
	nombres := make([]string, len(t.columnas))
	for i, c := range t.columnas {
		nombres[i] = c.nombre
	}
	verbo := t.verbo
	if verbo == "" {
		verbo = "INSERT"
	}
	return verbo + " INTO " + t.nombre + " (" + strings.Join(nombres, ", ") + ")"
}

// porColumnas turns rows into one array per column.
func (f *filas) porColumnas() []any {
	nc, n := len(f.t.columnas), f.n()
	out := make([]any, nc)
	for c := range nc {
		col := make([]any, n)
		for i := range n {
			col[i] = f.valores[i*nc+c]
		}
		out[c] = col
	}
	return out
}

// trozo is the largest power of two that is not above n nor maxFilas.
func trozo(n int) int {
	k := 1
	for k*2 <= n && k*2 <= maxFilas {
		k *= 2
	}
	return k
}

// columnas reads a list like "id bigint, folio text".
func columnas(s string) []columna {
	var out []columna
	for c := range strings.SplitSeq(s, ",") {
		n, t, _ := strings.Cut(strings.TrimSpace(c), " ")
		out = append(out, columna{n, t})
	}
	return out
}

const (
	colsExpediente = "id bigint, coleccion text, folio text, version bigint, estado text, categoria text, unidad text, ooad text, responsable text, creado bigint, actualizado bigint, " +
		"vence bigint, aviso bigint, alarma bigint, restringida bigint, excluidos text, unica text, i1 text, i2 text, i3 text, i4 text, i5 text, i6 text, i7 text, i8 text, huella bytea, doc text"
	resuelve = "ON CONFLICT (id) DO UPDATE SET version = excluded.version, estado = excluded.estado, categoria = excluded.categoria, unidad = excluded.unidad, ooad = excluded.ooad, " +
		"responsable = excluded.responsable, actualizado = excluded.actualizado, vence = excluded.vence, aviso = excluded.aviso, alarma = excluded.alarma, " +
		"restringida = excluded.restringida, excluidos = excluded.excluidos, unica = excluded.unica, i1 = excluded.i1, i2 = excluded.i2, i3 = excluded.i3, i4 = excluded.i4, i5 = excluded.i5, " +
		"i6 = excluded.i6, i7 = excluded.i7, i8 = excluded.i8, huella = excluded.huella, doc = excluded.doc"
)

const colsCuentas = "serie text, familia text, nivel bigint, periodo bigint, ooad text, casillas bytea"

const buscadorPG = "INSERT INTO buscador (id, raices) SELECT i, array_to_tsvector(string_to_array(r, ' ')) FROM unnest($1::bigint[], $2::text[]) AS x (i, r) " +
	"ON CONFLICT (id) DO UPDATE SET raices = excluded.raices"

// The tables that batches write. They are never changed.
var (
	tExpedientes  = &tabla{nombre: "expedientes", columnas: columnas(colsExpediente), resto: resuelve}
	tEventos      = &tabla{nombre: "eventos", columnas: columnas("id bigint, dia bigint, acto text, sal bytea, huella bytea, carga text")}
	tPartes       = &tabla{nombre: "partes", columnas: columnas("rol text, organo text, expediente bigint")}
	tIdentidades  = &tabla{nombre: "identidades", columnas: columnas("expediente bigint, ref text, clase text, cifrado bytea")}
	tClaves       = &tabla{nombre: "identidad_claves", columnas: columnas("valor bytea, clave text, expediente bigint, ref text")}
	tEnlaces      = &tabla{nombre: "enlaces", columnas: columnas("secreto bytea, expediente bigint, secuencia bigint, n bigint, acto text, organo text, rol text, vence bigint, usado bigint")}
	tIdempotencia = &tabla{nombre: "idempotencia", columnas: columnas("clave bytea, cuerpo bytea, expediente bigint, version bigint, creado bigint")}
	tMovimientos  = &tabla{nombre: "movimientos", columnas: columnas("sumas bytea")}
	tFolios       = &tabla{nombre: "folios", columnas: columnas("serie text, anio bigint, ooad text, ultimo bigint"),
		resto: "ON CONFLICT (serie, anio, ooad) DO UPDATE SET ultimo = folios.ultimo + excluded.ultimo RETURNING serie, anio, ooad, ultimo"}
	tArchivos   = &tabla{nombre: "archivos", columnas: columnas("sha256 text, bytes bigint, tipo text, creado bigint"), resto: "ON CONFLICT (sha256) DO NOTHING"}
	tAjustes    = &tabla{nombre: "ajustes", columnas: columnas("nombre text, valor text"), resto: "ON CONFLICT (nombre) DO UPDATE SET valor = excluded.valor"}
	tSellos     = &tabla{nombre: "sellos", columnas: columnas("dia bigint, eventos bigint, raiz bytea")}
	tCuentas    = &tabla{nombre: "cuentas", columnas: columnas(colsCuentas), resto: "ON CONFLICT (serie, familia, nivel, periodo, ooad) DO UPDATE SET casillas = excluded.casillas"}
	tEjercicios = &tabla{nombre: "ejercicios", columnas: columnas("funcion text, unidad text, dia bigint, n bigint"),
		resto: "ON CONFLICT (funcion, unidad, dia) DO UPDATE SET n = ejercicios.n + excluded.n"}
	tEjerciciosMes = &tabla{nombre: "ejercicios_mes", columnas: columnas("funcion text, unidad text, mes bigint, n bigint, ultimo bigint"),
		resto: "ON CONFLICT (funcion, unidad, mes) DO UPDATE SET n = ejercicios_mes.n + excluded.n, " +
			"ultimo = CASE WHEN excluded.ultimo > ejercicios_mes.ultimo THEN excluded.ultimo ELSE ejercicios_mes.ultimo END"}
	tMarcas  = &tabla{nombre: "marcas", columnas: columnas("clase text, id bigint, dia bigint, unidad text, de text, coleccion text")}
	tSemanas = &tabla{nombre: "semanas", columnas: columnas("serie text, lunes bigint, ooad text, casillas bytea")}
	tFirmas  = &tabla{nombre: "firmas", columnas: columnas("semana bigint, ooad text, valor bigint, expediente bigint")}
	// The full-text index; texts that changed replace their row.
	tBuscador       = &tabla{nombre: "buscador", columnas: columnas("rowid bigint, raices text"), pg: buscadorPG}
	tBuscadorCambio = &tabla{nombre: "buscador", columnas: columnas("rowid bigint, raices text"), verbo: "INSERT OR REPLACE", pg: buscadorPG}
)
