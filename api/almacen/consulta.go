package almacen

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// consulta is a list as SQL.
type consulta struct {
	pg      bool
	orden   orden
	nada    bool // nothing can be seen or found
	donde   []string
	args    []any
	resumen *tramite.Resumen
	// palabras are those searched for, and facetas those of the values of the
	// filters; nil where the index does not hold them.
	palabras, facetas []string
	// filtros are the conditions on declared filters, which no order serves.
	filtros []string
	// indice asks the full-text index, and rango bounds the ids by when they
	// were registered, roughly.
	indice, solo string
	rango        []string
	// vencidos asks for what is due before a day in another order.
	vencidos bool
}

// nuevaConsulta translates a filter; the faults are those of its values.
func nuevaConsulta(pg, facetas bool, r *tramite.Resumen, f *Filtro) (*consulta, falla.Fallas) {
	q := &consulta{pg: pg, resumen: r}
	var fs falla.Fallas
	if f.Orden == "" {
		f.Orden = "-creado"
	}
	var hay bool
	q.orden, hay = ordenes[f.Orden]
	fs.Si(!hay || f.Q != "" && f.Orden != "-creado", reglaValor, "query.orden")
	q.y("e.coleccion = ?", r.Coleccion)
	if q.orden.columna == "vence" {
		q.y("e.vence IS NOT NULL")
	}
	q.vista(&f.Vista)
	q.comunes(f, &fs)
	q.declarados(f.Indices, &fs)
	q.buscar(f.Q)
	if facetas {
		q.facetar(f)
	}
	q.indizada(f)
	return q, fs
}

// y adds a condition; each ? in it takes one argument.
func (q *consulta) y(condicion string, args ...any) {
	q.donde = append(q.donde, q.con(condicion, args...))
}

// con puts arguments into a condition.
func (q *consulta) con(condicion string, args ...any) string {
	var b strings.Builder
	for i, parte := range strings.Split(condicion, "?") {
		if i > 0 {
			q.args = append(q.args, args[i-1])
			fmt.Fprintf(&b, "$%d", len(q.args))
		}
		b.WriteString(parte)
	}
	return b.String()
}

// vista leaves out what the reader may not see.
func (q *consulta) vista(v *tramite.Vista) {
	q.nada = q.nada || v.Nada
	var suyas []string
	var quienes []any
	for _, p := range v.Partes {
		if p.Organo != "" {
			suyas = append(suyas, "rol = ? AND organo = ?")
			quienes = append(quienes, string(p.Rol), string(p.Organo))
		}
	}
	esParte := "e.id IN (SELECT expediente FROM partes WHERE " + strings.Join(suyas, " OR ") + ")"
	salvo := func(condicion string, args ...any) {
		if len(suyas) > 0 {
			condicion, args = "("+condicion+" OR "+esParte+")", append(args, quienes...)
		}
		q.y(condicion, args...)
	}
	if v.OOAD != "" {
		salvo("e.ooad = ?", string(v.OOAD))
	}
	if v.SoloPartes && len(suyas) > 0 {
		q.y(esParte, quienes...)
	}
	if !v.Reservados {
		salvo("(e.restringida = 0 OR e.responsable = ? AND e.responsable <> '')", v.Sub)
	}
	for _, quien := range []string{v.Sub, v.Nombre} {
		if quien != "" {
			q.y("(e.excluidos = '' OR replace(e.excluidos, ?, '') = e.excluidos)", excluidos([]string{quien}))
		}
	}
}

// comunes are the filters that every list offers. The conditions without
// arguments let the engine use the index kept for that part of the records.
func (q *consulta) comunes(f *Filtro, fs *falla.Fallas) {
	if f.Estado != "" {
		q.y("e.estado = ?", f.Estado)
		c := q.resumen.Categoria(tramite.Estado(f.Estado))
		fs.Si(c == "", reglaValor, "query.estado")
		if f.OOAD == "" && f.Vista.OOAD == "" && !c.Fin() {
			q.y("e.categoria IN ('abierta', 'espera')")
		}
	}
	if f.Unidad != "" {
		q.y("e.unidad = ?", string(f.Unidad))
		if f.Unidad != doe.CAOOD {
			q.y("e.unidad <> 'caood-7.1'")
		}
	}
	if nombrada := f.Vista.Partes != [2]tramite.Parte{}; f.OOAD != "" && (nombrada || f.OOAD != f.Vista.OOAD) {
		q.nada = q.nada || f.Vista.OOAD != "" && !nombrada
		q.y("e.ooad = ?", string(f.OOAD))
	}
	if f.Responsable != "" {
		q.y("e.responsable = ? AND e.responsable <> ''", f.Responsable)
	}
	if !f.VenceAntes.IsZero() {
		q.vencidos = q.orden.columna != "vence"
		q.y("e.vence < ?", int64(f.VenceAntes.Ordinal()))
		q.y("e.vence IS NOT NULL")
	}
	if !f.CreadoDesde.IsZero() {
		q.y("e.creado >= ?", int64(f.CreadoDesde.Inicio()))
	}
	if !f.CreadoHasta.IsZero() {
		q.y("e.creado < ?", int64(f.CreadoHasta.Siguiente().Inicio()))
	}
}

// declarados are the filters that the trámite declares.
func (q *consulta) declarados(pedidos map[string]string, fs *falla.Fallas) {
	for _, nombre := range slices.Sorted(maps.Keys(pedidos)) {
		i := slices.IndexFunc(q.resumen.Indices, func(d tramite.DefIndice) bool { return d.Nombre == nombre })
		if fs.Si(i < 0, reglaFiltro, "query."+nombre) {
			continue
		}
		d := q.resumen.Indices[i]
		fs.Si(len(d.Valores) > 0 && !slices.Contains(d.Valores, pedidos[nombre]), reglaValor, "query."+nombre)
		q.filtros = append(q.filtros, q.con("e.i"+strconv.Itoa(i+1)+" = ?", pedidos[nombre]))
	}
}

// buscar finds a folio, or every word in the full text.
func (q *consulta) buscar(s string) {
	if s == "" {
		return
	}
	if _, err := identificador.ParseFolio(strings.TrimSpace(s)); err == nil {
		q.y("e.folio = ?", strings.ToUpper(strings.TrimSpace(s)))
		return
	}
	q.palabras = texto.Consulta(s)
	q.nada = q.nada || len(q.palabras) == 0
}

// facetar adds the words of the values asked for, when any filter that no order
// serves is.
func (q *consulta) facetar(f *Filtro) {
	// The orders serve one filter that is not declared, and the body with the
	// state.
	otros := f.Unidad != "" && (f.Estado != "" || f.OOAD != "" || f.Vista.OOAD != "" || f.Responsable != "")
	if len(q.filtros)+len(q.palabras) == 0 && !otros {
		return
	}
	for i, d := range q.resumen.Indices {
		if v, pedido := f.Indices[d.Nombre]; pedido {
			q.facetas = append(q.facetas, faceta(q.resumen.Coleccion, i, v))
		}
	}
	si := func(pedido bool, cual int, v string) {
		if pedido {
			q.facetas = append(q.facetas, faceta(q.resumen.Coleccion, cual, v))
		}
	}
	si(f.Orden == "vence" || !f.VenceAntes.IsZero(), facetaPlazo, "")
	si(f.Estado != "", facetaEstado, f.Estado)
	si(f.Unidad != "", facetaUnidad, string(f.Unidad))
	si(f.Responsable != "", facetaResponsable, f.Responsable)
	o := f.OOAD
	if o == "" && f.Vista.Partes == [2]tramite.Parte{} {
		o = f.Vista.OOAD
	}
	si(o != "", facetaOOAD, string(o))
}

// hora is how long before its record an id may have been given, and more.
const hora = 3_600_000_000

// indizada makes the questions to the full-text index.
func (q *consulta) indizada(f *Filtro) {
	todas := append(slices.Clone(q.palabras), q.facetas...)
	if len(todas) == 0 {
		return
	}
	if q.pg {
		q.indice = q.con("b.raices @@ ?::tsquery", "'"+strings.Join(todas, "' & '")+"'")
		if q.solo = q.indice; len(q.palabras) > 0 && len(q.facetas) > 0 {
			q.solo = q.con("b.raices @@ ?::tsquery", "'"+strings.Join(q.palabras, "' & '")+"'")
		}
		return
	}
	q.indice = q.con("b.buscador MATCH ?", `"`+strings.Join(todas, `" "`)+`"`)
	const que = "(SELECT id FROM expedientes WHERE coleccion = ? AND creado "
	if !f.CreadoDesde.IsZero() {
		q.rango = append(q.rango, q.con("b.rowid > coalesce("+que+"< ? ORDER BY creado DESC LIMIT 1), 0)", q.resumen.Coleccion, int64(f.CreadoDesde.Inicio())-hora))
	}
	if !f.CreadoHasta.IsZero() {
		q.rango = append(q.rango, q.con("b.rowid < coalesce("+que+">= ? ORDER BY creado LIMIT 1), 9223372036854775807)", q.resumen.Coleccion, int64(f.CreadoHasta.Siguiente().Inicio())+hora))
	}
}

// tras leaves what comes after a place.
func (q *consulta) tras(lugar []string) error {
	var ns [2]int64
	if len(lugar) != len(ns) {
		return invalida(reglaCursor, "query.cursor")
	}
	for i := range ns {
		var err error
		if ns[i], err = strconv.ParseInt(lugar[i], 10, 64); err != nil {
			return invalida(reglaCursor, "query.cursor")
		}
	}
	if q.porRegistro() {
		q.rango = append(q.rango, q.con("b.rowid "+q.orden.compara+" ?", ns[1]))
		return nil
	}
	q.y("(e."+q.orden.columna+", e.id) "+q.orden.compara+" (?, ?)", ns[0], ns[1])
	return nil
}

// lugar is where a record stands in the order.
func (q *consulta) lugar(id, creado int64, vence *int64) []string {
	n := creado
	if q.orden.columna == "vence" && vence != nil {
		n = *vence
	}
	return []string{strconv.FormatInt(n, 10), strconv.FormatInt(id, 10)}
}

// porRegistro says whether the full-text index gives the order by itself: on
// SQLite ids come in the order of registration, and so do the words' lists.
func (q *consulta) porRegistro() bool {
	return q.indice != "" && !q.pg && q.orden.columna == "creado"
}

// aPie is how many records, in the order asked for, are looked at one by one
// before the full-text index is asked for all that it has: what is common is
// soon found, and what is not is little to sort.
const (
	aPiePG     = 8000
	aPieSQLite = 2000
)

// camino is a statement with its arguments.
type camino struct {
	sql  string
	args []any
}

// argumento is the place of an argument in a statement.
var argumento = regexp.MustCompile(`\$(\d+)`)

// camino leaves a statement with the arguments that it takes.
func (q *consulta) camino(sql string, limite int) camino {
	c := camino{}
	c.sql = argumento.ReplaceAllStringFunc(sql, func(m string) string {
		n, _ := strconv.Atoi(m[1:])
		c.args = append(c.args, q.args[n-1])
		return "$" + strconv.Itoa(len(c.args))
	})
	c.args = append(c.args, limite)
	c.sql += " LIMIT $" + strconv.Itoa(len(c.args))
	return c
}

// columnasLista are those that a list shows.
const columnasLista = "SELECT e.id, e.creado, e.folio, e.version, e.vence, e.aviso, e.doc FROM "

// por is the order, over a table.
func (q *consulta) por(t string) string {
	return " ORDER BY " + t + q.orden.columna + " " + q.orden.sentido + ", " + strings.TrimPrefix(t, "+") + "id " + q.orden.sentido
}

// caminos are the statements that give a page of so many rows at most, each for
// when the one before did not fill it.
func (q *consulta) caminos(limite int) []camino {
	todo := strings.Join(append(slices.Clone(q.donde), q.filtros...), " AND ")
	directo := q.camino(columnasLista+"expedientes e WHERE "+todo+q.por("e."), limite)
	switch {
	case q.porRegistro(): // the index goes first, CROSS JOIN sees to it
		donde := strings.Join(append([]string{q.indice, todo}, q.rango...), " AND ")
		return []camino{q.camino(columnasLista+"buscador b CROSS JOIN expedientes e ON e.id = b.rowid WHERE "+donde+" ORDER BY b.rowid "+q.orden.sentido, limite)}
	case q.indice != "" && q.pg:
		return []camino{q.camino(q.pie(), limite), q.camino("WITH h AS MATERIALIZED (SELECT b.id FROM buscador b WHERE "+q.indice+") "+
			columnasLista+"h JOIN expedientes e ON e.id = h.id WHERE "+todo+q.por("e."), limite)}
	case q.indice != "":
		return []camino{q.camino(q.pie(), limite), q.camino(columnasLista+"buscador b CROSS JOIN expedientes e ON e.id = b.rowid WHERE "+
			q.indice+" AND "+todo+q.por("+e."), limite)}
	case q.vencidos && !q.pg: // the order of those that have a due date
		return []camino{q.camino(columnasLista+"expedientes e INDEXED BY expedientes_plazo WHERE "+todo+q.por("e."), limite)}
	}
	return []camino{directo}
}

// pie looks at some records one by one, in the order asked for.
func (q *consulta) pie() string {
	aPie := aPieSQLite
	if q.pg {
		aPie = aPiePG
	}
	sql := columnasLista + "(SELECT id, creado, vence FROM expedientes e WHERE " + strings.Join(q.donde, " AND ") + q.por("e.") +
		" LIMIT " + strconv.Itoa(aPie) + ") w JOIN expedientes e ON e.id = w.id"
	solo := q.filtros
	if len(q.palabras) > 0 {
		sql += " JOIN buscador b ON b.id = w.id"
		solo = append([]string{q.solo}, solo...)
	}
	if len(solo) > 0 {
		sql += " WHERE " + strings.Join(solo, " AND ")
	}
	return sql + q.por("w.")
}
