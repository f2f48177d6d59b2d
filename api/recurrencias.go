package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
	"github.com/operacion-abierta/operacion/siade/recurrencia/racimo"
)

// Recurrencia is a finding, with the petitions it counts and the open problem
// that follows it, if there is one.
type Recurrencia struct {
	deteccion.Hallazgo
	Peticiones   string `json:"peticiones" doc:"Consulta que lista las peticiones de la ventana; quien no lee las reservadas ve menos de las contadas" example:"/v1/peticiones?creado_desde=2026-02-02&creado_hasta=2026-03-01&ooad=14&tema=medicamentos"`
	Problematica string `json:"problematica,omitempty" doc:"Folio de la problemática abierta que la sigue" example:"PRO-2026-14-0000001-X"`
}

// Recurrencias is a page of findings with how they were found.
type Recurrencias struct {
	Corte  fecha.Fecha      `json:"corte" doc:"Último día contado" example:"2026-03-01"`
	Desde  fecha.Fecha      `json:"historia_desde" doc:"Primer día contado" example:"2023-01-02"`
	Nivel  deteccion.Nivel  `json:"nivel" doc:"Nivel" example:"sitio"`
	Frente deteccion.Frente `json:"frente" doc:"Frente a qué se compara" example:"ambos"`
	Metodo string           `json:"metodo" doc:"Método"`
	// Version changes whenever the same counts would give another answer.
	Version  int                 `json:"version_metodo" doc:"Versión del método" example:"1"`
	Minimo   int                 `json:"minimo" doc:"Peticiones que una ventana debe tener para señalarse" example:"5"`
	Falsos   cantidad.Centesimas `json:"falsos" doc:"Tasa de descubrimientos falsos que se acepta, en por ciento" example:"5"`
	Probadas int                 `json:"probadas" doc:"Celdas que se probaron" example:"41230"`
	Pagina[Recurrencia]
}

// GruposRecurrencia are petitions that tell nearly the same.
type GruposRecurrencia struct {
	Desde fecha.Fecha `json:"desde" doc:"Primer día de registro" example:"2026-02-02"`
	Hasta fecha.Fecha `json:"hasta" doc:"Último día de registro" example:"2026-03-01"`
	// Leidas are the petitions looked at, and Parcial says that there were more.
	Leidas     int             `json:"leidas" doc:"Peticiones que se leyeron" example:"840"`
	Parcial    bool            `json:"parcial" doc:"Si había más de las que se leen de una vez: acote el periodo o el OOAD" example:"false"`
	Reservadas int             `json:"reservadas" doc:"Peticiones en grupos de menos de cinco, que no se muestran" example:"12"`
	Elementos  []racimo.Racimo `json:"elementos" doc:"Grupos, el mayor primero"`
}

var (
	aAnalizarRecurrencia = doe.Alguna("siade.recurrencia:analizar", "siade.recurrencia:coordinar", "siade.recurrencia:supervisar", "siade.recurrencia:turnar")

	malCorte     = falla.Regla{Codigo: "corte-no-valido", Es: "El corte es de una semana terminada del último año.", En: "The cut is of a week of the last year that has ended."}
	malaVentana  = falla.Regla{Codigo: "ventana-no-valida", Es: "El periodo es de un día a veintiséis semanas y no llega más allá de hoy.", En: "The span is of one day to twenty-six weeks, and not beyond today."}
	ajenoAlOOAD  = falla.Regla{Codigo: "fuera-de-ambito", Es: "Cada coordinación ve las de su OOAD.", En: "Each coordination sees those of its own body."}
	sinServicios = "Solo de este servicio"
)

// montarRecurrencias adds the readings of what recurs, and the reports of the
// boards.
func (s *Servidor) montarRecurrencias(k *coleccion) {
	deCelda := func() []parametro {
		return []parametro{
			deOOAD("Solo las de este OOAD"), consulta("unidad_servicio", "Solo las de esta unidad", "JCIMS000301", 20),
			consulta("servicio", sinServicios, "farmacia", 60), consulta("tema", "Solo de este tema", "medicamentos", 60),
		}
	}
	get := func(ruta, id, resumen, descripcion string, r reflect.Type, atender func(*caso) (respuesta, error), ps ...parametro) {
		op := operacion{
			Operation:  huma.Operation{Method: http.MethodGet, Path: "/v1/siade/recurrencias" + ruta, OperationID: id, Summary: resumen, Description: descripcion, Tags: []string{k.tag}},
			parametros: append(ps, deCelda()...), respuesta: s.de(r, "La lectura."), atender: atender, errores: []int{http.StatusForbidden, http.StatusServiceUnavailable},
		}
		s.ejerce(&op, aAnalizarRecurrencia...)
		s.montar(op)
	}
	get("", "siade-recurrencias", "Lo que se repite más de lo esperado",
		"Sitios, OOAD o temas con más peticiones de las que darían su propia historia y sus pares, contadas por semanas completas, con lo observado, lo esperado, su intervalo y por qué se señala. No cuenta reconocimientos ni lo acumulado en otra petición. Lo que se reclasifica se cuenta de nuevo al día siguiente. Cada coordinación ve las de su OOAD.",
		reflect.TypeFor[Recurrencias](), k.recurrencias,
		deFecha("hasta", "Día hasta el que se cuenta: la última semana que terminó con él; la última terminada si falta", "2026-03-01"),
		deFecha("desde", "Solo lo que empezó a contarse desde este día", "2026-01-05"),
		deValores("nivel", "Nivel; por sitio si falta", deteccion.Niveles().Claves()...), deValores("frente", "Frente a qué se compara; ambos si falta", deteccion.Frentes().Claves()...),
		deValores("minimo", "Peticiones que la ventana debe tener; cinco si falta", "3", "5", "10", "20", "50"), deEntero("falsos", "Tasa de descubrimientos falsos que se acepta, en por ciento; cinco si falta", 5, 1, 50),
		deLimite("Son 50 si no se dice."), deCursor())
	get("/grupos", "siade-recurrencias-grupos", "Peticiones que cuentan casi lo mismo",
		"Grupos de peticiones de un periodo con relatos parecidos, con las palabras que los distinguen de los demás; ninguna nombra a nadie y los grupos de menos de cinco no se muestran. Busca entre las que no se resolvieron al registrarse ni son reservadas, de las últimas semanas. Cada coordinación ve las de su OOAD.",
		reflect.TypeFor[GruposRecurrencia](), k.grupos,
		deFecha("desde", "Primer día de registro; cuatro semanas antes del último si falta", "2026-02-02"), deFecha("hasta", "Último día de registro; hoy si falta", "2026-03-01"))
	s.montarJuntas(k)
}

// deSuOOAD is the body asked for by who holds some of the facultades, the
// caller's own when it is regional.
func (k *coleccion) deSuOOAD(c *caso, fs []doe.Facultad) (doe.OOAD, error) {
	if err := k.s.facultado(c, fs); err != nil {
		return "", err
	}
	o, _ := doe.ParseOOAD(c.texto("ooad")) // checked before
	if !c.actor.Unidad.Regional() {
		return o, nil
	}
	if o != "" && o != c.actor.OOAD {
		return "", negar(http.StatusForbidden, ajenoAlOOAD)
	}
	return c.actor.OOAD, nil
}

// corte is the week asked for.
func (c *caso) corte() (int, error) {
	ultima := deteccion.Completa(c.ahora().Dia())
	h := c.fecha("hasta")
	if h.IsZero() {
		return ultima, nil
	}
	if n := deteccion.Completa(h.Siguiente()); n <= ultima && n > ultima-53 {
		return n, nil
	}
	return 0, deConsulta(malCorte, "query.hasta")
}

func (k *coleccion) recurrencias(c *caso) (respuesta, error) {
	o, err := k.deSuOOAD(c, aAnalizarRecurrencia)
	if err != nil {
		return respuesta{}, err
	}
	corte, err := c.corte()
	if err != nil {
		return respuesta{}, err
	}
	q := hallazgosDe{
		corte: corte, nivel: valorO(deteccion.Nivel(c.texto("nivel")), deteccion.Sitio), frente: valorO(deteccion.Frente(c.texto("frente")), deteccion.Ambos),
		minimo: deteccion.MinimoOmision,
	}
	if v := c.texto("minimo"); v != "" {
		q.minimo, _ = strconv.Atoi(v) // one of those offered
	}
	falsos := cantidad.Centesimas(100 * c.entero("falsos", int(deteccion.FalsosOmision)/100))
	r, err := k.s.hallar(c.r.Context(), q, pacienciaLectura)
	if err != nil {
		return respuesta{}, err
	}
	suyas := []Recurrencia{}
	for _, x := range r.Hasta(falsos) {
		if c.pide(x.Celda, o) && !x.Desde.Before(c.fecha("desde")) {
			suyas = append(suyas, Recurrencia{Hallazgo: x, Peticiones: recurrencia.ConsultaDe(x.Celda, x.Desde, x.Hasta)})
		}
	}
	p, err := paginar(c, suyas, func(x Recurrencia) string { return recurrencia.Clave(x.Celda) })
	if err != nil {
		return respuesta{}, err
	}
	ctx := k.s.contexto(c.r.Context(), c.actor)
	for i := range p.Elementos {
		if p.Elementos[i].Problematica, err = ctx.Buscar(recurrencia.Coleccion, recurrencia.Clave(p.Elementos[i].Celda)); err != nil {
			return respuesta{}, err
		}
	}
	return enJSON(Recurrencias{
		Corte: r.Corte, Desde: r.Inicio, Nivel: q.nivel, Frente: q.frente, Metodo: deteccion.Metodo, Version: deteccion.Version, Minimo: q.minimo, Falsos: falsos,
		Probadas: r.Probadas, Pagina: p,
	})
}

// pide says whether a cell is among those asked for.
func (c *caso) pide(x deteccion.Celda, o doe.OOAD) bool {
	igual := func(pedido, v string) bool { return pedido == "" || pedido == v }
	return (o == "" || x.OOAD == o || x.OOAD == "" && c.texto("ooad") == "") && igual(c.texto("unidad_servicio"), x.Unidad) &&
		igual(c.texto("servicio"), x.Servicio) && igual(c.texto("tema"), x.Tema)
}

// maxSemanasGrupos is the longest span in which texts are grouped.
const maxSemanasGrupos = 26

func (k *coleccion) grupos(c *caso) (respuesta, error) {
	o, err := k.deSuOOAD(c, aAnalizarRecurrencia)
	if err != nil {
		return respuesta{}, err
	}
	hoy := c.ahora().Dia()
	g := GruposRecurrencia{Desde: c.fecha("desde"), Hasta: valorO(c.fecha("hasta"), hoy), Elementos: []racimo.Racimo{}}
	if g.Desde.IsZero() {
		g.Desde = g.Hasta.Sumar(-28)
	}
	if g.Hasta.After(hoy) || g.Hasta.Before(g.Desde) || g.Desde.Dias(g.Hasta) > 7*maxSemanasGrupos {
		return respuesta{}, deConsulta(malaVentana, "query.desde")
	}
	ooads := []doe.OOAD{o}
	if o == "" {
		ooads = []doe.OOAD{doe.NivelCentral}
		for _, x := range k.s.catalogo().Organos(doe.OrganoOOAD) {
			ooads = append(ooads, x.OOAD)
		}
	}
	xs, mas, err := k.s.almacen.Coincidentes(c.r.Context(), siade.Coleccion, ooads, g.Desde, g.Hasta, racimo.MaxTextos)
	if err != nil {
		return respuesta{}, err
	}
	ts, pedidas := []racimo.Texto{}, map[string]bool{}
	ctx := k.s.contexto(c.r.Context(), c.actor)
	for i := range xs {
		var p siade.Peticion
		if err := json.Unmarshal(xs[i].Doc, &p); err != nil {
			return respuesta{}, err
		}
		if tramite.Lee(siade.Peticiones, &p, ctx) != nil {
			continue
		}
		ts = append(ts, racimo.Texto{Folio: p.Folio, Relato: p.Relato, Lugar: string(p.OOAD) + " " + p.UnidadServicio, Dia: p.Creado.Dia()})
		pedidas[p.Folio] = c.pide(deteccion.Celda{
			OOAD: p.OOAD, Unidad: p.UnidadServicio, Servicio: siade.DimensionServicio.De(p), Tema: siade.DimensionTema.De(p),
		}, "")
	}
	g.Leidas, g.Parcial = len(ts), mas
	g.Elementos, g.Reservadas = racimo.Agrupar(ts, racimo.Opciones{Pide: func(folio string) bool { return pedidas[folio] }, Conocidas: delCatalogo(ctx)})
	return enJSON(g)
}

// delCatalogo are the words of the catalog by which petitions are classified.
func delCatalogo(c *tramite.Contexto) []string {
	var out []string
	for _, r := range c.Vigentes(siade.ColeccionClasificadores) {
		if x, ok := r.(*siade.Clasificador); ok {
			for _, e := range x.Ediciones {
				out = append(append(out, e.Nombre), e.Palabras...)
			}
		}
	}
	return out
}
