package almacen

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Filtro says which records of a collection are listed, for whom and in what
// order. Empty fields filter nothing.
type Filtro struct {
	// Vista is what the reader may see.
	Vista       tramite.Vista
	Estado      string
	Unidad      doe.ClaveUnidad
	OOAD        doe.OOAD
	Responsable string
	// VenceAntes leaves those due before the day; CreadoDesde and CreadoHasta
	// those registered between the two days, both included.
	VenceAntes, CreadoDesde, CreadoHasta fecha.Fecha
	// Q is searched in the full text, or is a folio.
	Q string
	// Indices are the filters that the trámite declares, by name.
	Indices map[string]string
	// Orden is one of [Ordenes]; "-creado" when empty. What is searched comes
	// the newest first.
	Orden string
	// Limite is the size of the page, 1 to 200, 50 when 0, and Cursor where it
	// begins: Siguiente of the page before, with the same filter.
	Limite int
	Cursor string
}

// orden is an order that an index serves.
type orden struct{ columna, sentido, compara string }

var ordenes = map[string]orden{
	"-creado": {"creado", "DESC", "<"},
	"creado":  {"creado", "ASC", ">"},
	"vence":   {"vence", "ASC", ">"},
}

// Ordenes lists the orders that lists offer.
func Ordenes() []string { return slices.Sorted(maps.Keys(ordenes)) }

// Listar gives a page of the records of a collection. A cursor that was
// altered, or that belongs to another filter, is refused as "cursor-invalido".
func (a *Almacen) Listar(ctx context.Context, coleccion string, f Filtro) (Pagina[Expediente], error) {
	p := Pagina[Expediente]{Elementos: []Expediente{}}
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok {
		return p, noExiste()
	}
	q, fs := nuevaConsulta(a.m.pg, t.Definicion(), &f)
	if err := fs.Error(reglaConsulta.Codigo, reglaConsulta.Es, reglaConsulta.En); err != nil {
		return p, err
	}
	huella := f.huella()
	if f.Cursor != "" {
		lugar, err := a.abrirCursor(f.Cursor, "lista", coleccion, huella)
		if err != nil {
			return p, err
		}
		if err := q.tras(lugar); err != nil {
			return p, err
		}
	}
	if q.nada {
		return p, nil
	}
	limite := limitar(f.Limite)
	var ultimo []string
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		x := Expediente{Coleccion: coleccion}
		var id, creado int64
		var vence *int64
		if err := scan(&id, &creado, &x.Folio, &x.Version, &vence, &x.Aviso, &x.Doc); err != nil {
			return err
		}
		x.Vence = deOrdinal(vence)
		if p.Elementos = append(p.Elementos, x); len(p.Elementos) == limite {
			ultimo = q.lugar(id, creado, vence)
		}
		return nil
	}, q.sql(), append(q.args, limite+1)...)
	if len(p.Elementos) > limite {
		p.Elementos = p.Elementos[:limite]
		p.Siguiente = a.cerrarCursor(ultimo, "lista", coleccion, huella)
	}
	return p, err
}

// huella tells one filter from another, whatever the page.
func (f Filtro) huella() string {
	f.Cursor, f.Limite = "", 0
	b, _ := json.Marshal(f) // strings and dates always encode
	return string(b)
}

// consulta is a list as SQL.
type consulta struct {
	pg      bool
	orden   orden
	texto   bool // full text
	nada    bool // nothing can be seen or found
	donde   []string
	args    []any
	resumen *tramite.Resumen
}

// nuevaConsulta translates a filter; the faults are those of its values.
func nuevaConsulta(pg bool, r *tramite.Resumen, f *Filtro) (*consulta, falla.Fallas) {
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
	return q, fs
}

// y adds a condition; each ? in it takes one argument.
func (q *consulta) y(condicion string, args ...any) {
	var b strings.Builder
	for i, parte := range strings.Split(condicion, "?") {
		if i > 0 {
			q.args = append(q.args, args[i-1])
			fmt.Fprintf(&b, "$%d", len(q.args))
		}
		b.WriteString(parte)
	}
	q.donde = append(q.donde, b.String())
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
		q.y("e.i"+strconv.Itoa(i+1)+" = ?", pedidos[nombre])
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
	palabras := texto.Consulta(s)
	if q.nada = q.nada || len(palabras) == 0; q.nada {
		return
	}
	q.texto = true
	if q.pg {
		q.y("b.raices @@ ?::tsquery", "'"+strings.Join(palabras, "' & '")+"'")
		return
	}
	q.y("b.buscador MATCH ?", `"`+strings.Join(palabras, `" "`)+`"`)
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
	if q.texto && !q.pg {
		q.y("b.rowid < ?", ns[1])
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

// sql is the statement; its last argument is how many rows at most.
func (q *consulta) sql() string {
	desde, por := "expedientes e", "e."+q.orden.columna+" "+q.orden.sentido+", e.id "+q.orden.sentido
	switch {
	case q.texto && q.pg:
		desde = "buscador b JOIN expedientes e ON e.id = b.id"
	case q.texto: // the index goes first, CROSS JOIN sees to it; ids come in the order of registration
		desde, por = "buscador b CROSS JOIN expedientes e ON e.id = b.rowid", "b.rowid DESC"
	}
	return "SELECT e.id, e.creado, e.folio, e.version, e.vence, e.aviso, e.doc FROM " + desde + " WHERE " + strings.Join(q.donde, " AND ") +
		" ORDER BY " + por + " LIMIT $" + strconv.Itoa(len(q.args)+1)
}
