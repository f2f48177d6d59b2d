package almacen

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ClaseMarca is what makes an event worth finding by itself.
type ClaseMarca string

// The marks.
const (
	// MarcaConflicto: its person did before an act that duties keep apart.
	MarcaConflicto ClaseMarca = "conflicto"
	// MarcaSuplencia: it was signed for a head, standing in or by delegation.
	MarcaSuplencia ClaseMarca = "suplencia"
	// MarcaEncomienda: it rests on a task that a superior gave, by a document.
	MarcaEncomienda ClaseMarca = "encomienda"
)

// marcaEvento is a mark of an event of a record.
type marcaEvento struct {
	clase     ClaseMarca
	secuencia int
	dia       int
	unidad    doe.ClaveUnidad
	// de is the unit whose head was represented, or the document of the task.
	de string
}

// marcar notes the marks of an event.
func (f *fila) marcar(e *tramite.Evento) {
	m := marcaEvento{secuencia: e.Secuencia, dia: e.En.Dia().Ordinal(), unidad: e.Unidad}
	if e.Representacion != nil {
		m.clase, m.de = MarcaSuplencia, string(e.Representacion.Unidad)
		f.marcas = append(f.marcas, m)
	}
	if len(e.Conflicto) > 0 {
		m.clase = MarcaConflicto
		f.marcas = append(f.marcas, m)
	}
	if e.Fundamento.Tipo == doe.PorEncomienda {
		m.clase, m.de = MarcaEncomienda, e.Fundamento.Documento
		f.marcas = append(f.marcas, m)
	}
}

// sumarMarcas adds the marks of a record to the rows to insert.
func (f *fila) sumarMarcas(a *filas, id int64) {
	for _, m := range f.marcas {
		a.sumar(string(m.clase), id*maxEventos+int64(m.secuencia), int64(m.dia), string(m.unidad), m.de, f.coleccion)
	}
}

// ConsultaMarcas says which marked events are listed, and for whom. Empty
// fields filter nothing.
type ConsultaMarcas struct {
	Clase ClaseMarca
	// Vistas is what the reader may see of each collection; those left out are
	// not looked at.
	Vistas map[string]tramite.Vista
	// Unidad is the one of who acted, or whose head was represented.
	Unidad doe.ClaveUnidad
	// Documento is that of the task which a [MarcaEncomienda] rests on.
	Documento string
	// Desde and Hasta bound the days of the events, both included.
	Desde, Hasta fecha.Fecha
	// Limite is the size of the page, 1 to 200, 50 when 0, and Cursor where it
	// begins.
	Limite int
	Cursor string
}

// EventoMarcado is an event with the record that it is of.
type EventoMarcado struct {
	EventoGuardado
	Coleccion, Folio string
}

// Marcados gives a page of the marked events, the newest first.
func (a *Almacen) Marcados(ctx context.Context, q ConsultaMarcas) (Pagina[EventoMarcado], error) {
	p := Pagina[EventoMarcado]{Elementos: []EventoMarcado{}}
	c, hay := q.consulta()
	if !hay {
		return p, nil
	}
	if q.Cursor != "" {
		lugar, err := a.abrirCursor(q.Cursor, "marcas", q.huella())
		if err == nil {
			err = c.trasMarca(lugar)
		}
		if err != nil {
			return p, err
		}
	}
	limite := limitar(q.Limite)
	var ultimo []string
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var x EventoMarcado
		var id, dia int64
		var h, carga []byte
		var borrado *int64
		if err := scan(&id, &dia, &x.Coleccion, &x.Folio, &h, &borrado, &carga); err != nil {
			return err
		}
		x.EventoGuardado = EventoGuardado{int(id % maxEventos), carga, hex.EncodeToString(h), borrado != nil}
		if p.Elementos = append(p.Elementos, x); len(p.Elementos) == limite {
			ultimo = []string{strconv.FormatInt(dia, 10), strconv.FormatInt(id, 10)}
		}
		return nil
	}, "SELECT m.id, m.dia, m.coleccion, e.folio, v.huella, v.borrado, v.carga FROM marcas m JOIN eventos v ON v.id = m.id JOIN expedientes e ON e.id = m.id / "+
		strconv.Itoa(maxEventos)+" WHERE "+strings.Join(c.donde, " AND ")+" ORDER BY m.dia DESC, m.id DESC LIMIT $"+strconv.Itoa(len(c.args)+1),
		append(c.args, limite+1)...)
	if len(p.Elementos) > limite {
		p.Elementos = p.Elementos[:limite]
		p.Siguiente = a.cerrarCursor(ultimo, "marcas", q.huella())
	}
	return p, err
}

// huella tells one question from another, whatever the page.
func (q ConsultaMarcas) huella() string {
	q.Cursor, q.Limite = "", 0
	b, _ := json.Marshal(q) // strings and dates always encode
	return string(b)
}

// consulta is the question as SQL; false when nothing can be seen.
func (q *ConsultaMarcas) consulta() (*consulta, bool) {
	c := &consulta{}
	c.y("m.clase = ?", string(q.Clase))
	if q.Unidad != "" {
		c.y("(m.unidad = ? OR m.de = ?)", string(q.Unidad), string(q.Unidad))
	}
	if q.Documento != "" {
		c.y("m.de = ?", q.Documento)
	}
	if !q.Desde.IsZero() {
		c.y("m.dia >= ?", int64(q.Desde.Ordinal()))
	}
	if !q.Hasta.IsZero() {
		c.y("m.dia <= ?", int64(q.Hasta.Ordinal()))
	}
	return c, q.vistas(c)
}

// vistas leaves out what the reader may not see of each collection: those
// that it sees alike go together. False when it sees none.
func (q *ConsultaMarcas) vistas(c *consulta) bool {
	iguales := map[tramite.Vista][]string{}
	for _, col := range slices.Sorted(maps.Keys(q.Vistas)) {
		if v := q.Vistas[col]; !v.Nada {
			iguales[v] = append(iguales[v], col)
		}
	}
	desde := len(c.donde)
	var ramas []string
	orden := slices.SortedFunc(maps.Keys(iguales), func(x, y tramite.Vista) int { return strings.Compare(iguales[x][0], iguales[y][0]) })
	for _, v := range orden {
		entre(c, "m.coleccion", iguales[v])
		c.vista(&v)
		ramas = append(ramas, "("+strings.Join(c.donde[desde:], " AND ")+")")
		c.donde = c.donde[:desde]
	}
	c.donde = append(c.donde, "("+strings.Join(ramas, " OR ")+")")
	return len(ramas) > 0
}

// trasMarca leaves what comes after a place.
func (q *consulta) trasMarca(lugar []string) error {
	var ns [2]int64
	mal := len(lugar) != len(ns)
	for i := range lugar[:min(len(lugar), len(ns))] {
		n, err := strconv.ParseInt(lugar[i], 10, 64)
		ns[i], mal = n, mal || err != nil
	}
	if mal {
		return invalida(reglaCursor, "query.cursor")
	}
	q.y("(m.dia, m.id) < (?, ?)", ns[0], ns[1])
	return nil
}

// compararMarcas compares the marks with those that the events ask for.
func (v *verificacion) compararMarcas(ctx context.Context) error {
	type fila struct {
		clase           string
		id, dia         int64
		unidad, de, col string
	}
	debe := map[fila]bool{}
	for i := 0; i < len(v.marcas.valores); i += len(tMarcas.columnas) {
		x := v.marcas.valores[i:]
		debe[fila{x[0].(string), x[1].(int64), x[2].(int64), x[3].(string), x[4].(string), x[5].(string)}] = true
	}
	err := v.cada(ctx, func(scan func(...any) error) error {
		var f fila
		if err := scan(&f.clase, &f.id, &f.dia, &f.unidad, &f.de, &f.col); err != nil {
			return err
		}
		if !debe[f] {
			v.hallar(CuentaDistinta, nil, 0, "la marca %s del evento %d del expediente %d no corresponde a su evento", f.clase, f.id%maxEventos, f.id/maxEventos)
		}
		delete(debe, f)
		return nil
	}, "SELECT clase, id, dia, unidad, de, coleccion FROM marcas")
	for f := range debe {
		v.hallar(CuentaDistinta, nil, 0, "falta la marca %s del evento %d del expediente %d", f.clase, f.id%maxEventos, f.id/maxEventos)
	}
	return err
}
