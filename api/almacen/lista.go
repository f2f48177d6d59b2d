package almacen

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
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
	q, fs := nuevaConsulta(a.m.pg, a.facetas.Load(), t.Definicion(), &f)
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
	var err error
	for _, c := range q.caminos(limite + 1) {
		p.Elementos = p.Elementos[:0]
		err = a.m.cada(ctx, func(scan func(...any) error) error {
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
		}, c.sql, c.args...)
		if err != nil || len(p.Elementos) > limite {
			break // a whole page: the ways that are left would give the same
		}
	}
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
