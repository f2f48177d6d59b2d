package api

import (
	"net/url"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// montarLista adds the list of a collection, with the common filters and the
// ones that the trámite declares.
func (k *coleccion) montarLista() {
	estados := make([]tramite.Estado, len(k.d.Estados))
	for i, e := range k.d.Estados {
		estados[i] = e.Nombre
	}
	ps := []parametro{
		deValores("estado", "Solo los que están en este estado", estados...),
		deUnidad("Solo los que guarda esta unidad"), deOOAD("Solo los de este OOAD"),
		consulta("responsable", "Solo los asignados a esta persona", "taod-14-007", 200),
		deFecha("vence_antes", "Solo los que vencen antes de este día", "2026-03-31"),
		deFecha("creado_desde", "Solo los creados desde este día", "2026-01-01"),
		deFecha("creado_hasta", "Solo los creados hasta este día, incluido", "2026-12-31"),
		consulta("q", "Palabras que se buscan en su texto; primero los más recientes", "cita urgencias", 200),
		deValores("orden", "Orden de la lista", almacen.Ordenes()...), deLimite("Son 50 si no se dice."), deCursor(),
	}
	for _, i := range k.d.Indices {
		p := consulta(i.Nombre, i.Descripcion, "", 200)
		if len(i.Valores) > 0 {
			p = deValores(i.Nombre, i.Descripcion, i.Valores...)
		}
		ps = append(ps, p)
	}
	r := conCabeceras(conEsquema(k.esquemaPagina(), "Una página de expedientes."), "Link")
	if k.ejemplo != nil {
		r.Content["application/json"].Example = map[string]any{"elementos": []any{k.ejemplo}, "siguiente": "MjAyNi0wMy0wMlQxNjowMDowMFo"}
	}
	op := k.leer("", "listar", "Listar expedientes", "Los expedientes que quien consulta puede ver, por páginas.", r, k.listar, ps...)
	op.errores = nil
	k.s.montar(op)
}

func (k *coleccion) listar(c *caso) (respuesta, error) {
	f := almacen.Filtro{
		Vista: k.t.Vista(k.s.contexto(c.r.Context(), c.actor)), Estado: c.texto("estado"), Unidad: doe.ClaveUnidad(c.texto("unidad")),
		Responsable: c.texto("responsable"), VenceAntes: c.fecha("vence_antes"), CreadoDesde: c.fecha("creado_desde"), CreadoHasta: c.fecha("creado_hasta"),
		Q: c.texto("q"), Orden: c.texto("orden"), Limite: c.entero("limite", limiteOmision), Cursor: c.texto("cursor"), Indices: map[string]string{},
	}
	if v := c.texto("ooad"); v != "" {
		f.OOAD, _ = doe.ParseOOAD(v) // checked before
	}
	for _, i := range k.d.Indices {
		if v := c.texto(i.Nombre); v != "" {
			f.Indices[i.Nombre] = v
		}
	}
	if err := k.sinAdivinar(c, &f); err != nil {
		return respuesta{}, err
	}
	p, err := k.s.almacen.Listar(c.r.Context(), k.d.Coleccion, f)
	if err != nil {
		return respuesta{}, err
	}
	hoy, largo := c.ahora().Dia(), 64
	for i := range p.Elementos {
		largo += len(p.Elementos[i].Doc) + 64
	}
	b := append(make([]byte, 0, largo), `{"elementos":[`...)
	for i := range p.Elementos {
		if i > 0 {
			b = append(b, ',')
		}
		x := &p.Elementos[i]
		doc, err := recortado(k.t, x.Doc, c.actor)
		if err != nil {
			return respuesta{}, err
		}
		b = agregarConPlazo(b, doc, x.Vence, plazo.Semaforo(x.Vence, hoy, x.Aviso))
	}
	return c.pagina(b, p.Siguiente), nil
}

var sinFiltro = falla.Regla{Codigo: "filtro-no-disponible", Es: "Quien ve solo parte de los expedientes no puede filtrar por su contenido.", En: "Who sees only part of the records may not filter by their content."}

// sinAdivinar refuses the filters by content to a counterpart that sees less
// than the records: by what a filter finds it would learn what it must not.
func (k *coleccion) sinAdivinar(c *caso, f *almacen.Filtro) error {
	if _, menos := k.t.Recortar(k.t.Nuevo(), c.actor); !menos {
		return nil
	}
	var fs falla.Fallas
	fs.Si(f.Q != "", sinFiltro, "query.q")
	for _, i := range k.d.Indices {
		fs.Si(f.Indices[i.Nombre] != "", sinFiltro, "query."+i.Nombre)
	}
	return deForma(fs)
}

// pagina ends a page of elements already written. Cursors are plain ASCII.
func (c *caso) pagina(b []byte, siguiente string) respuesta {
	if siguiente == "" {
		return respuesta{cuerpo: append(b, `],"siguiente":null}`...)}
	}
	b = append(append(append(b, `],"siguiente":"`...), siguiente...), `"}`...)
	q := make(url.Values, len(c.consulta)+1)
	for n, v := range c.consulta {
		q[n] = v
	}
	q.Set("cursor", siguiente)
	return respuesta{cuerpo: b, enlace: "<" + c.r.URL.EscapedPath() + "?" + q.Encode() + `>; rel="next"`}
}
